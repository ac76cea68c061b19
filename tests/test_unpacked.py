"""Texts as they were before files, pages and hands put things into them; each letter still knows where it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.relaid import Relaid, rewritten
from kg.text.slashed import told_in_words
from kg.text.unpacked import unpacked

CASES = [
    ("ước đạt&nbsp;31,7 triệu USD &amp; tăng&nbsp;5%", "ước đạt\u00a031,7 triệu USD & tăng\u00a05%"),
    ("c&ugrave;ng kỳ &amp;nbsp;năm", "cùng kỳ \u00a0năm"),
    ("cụm công nghi-\nệp của tỉnh", "cụm công nghiệp của tỉnh"),
    ("kinh tế-\nXã hội", None),  # two words
    ("gạo đạt 1,12 triệu tấn, giảm\n\nSCT Đồng Tháp        Trang 2/3\n\n2,5%", "gạo đạt 1,12 triệu tấn, giảm\n2,5%"),
    ("xuất khẩu tăng 5%.\n- 12 -\nNhập khẩu giảm.", "xuất khẩu tăng 5%.\n\nNhập khẩu giảm."),
    ("Trang trại nuôi 5.000 con", None),
    ("Hàn Quốc & Nhật Bản; 5%", None),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_what_was_put_in_is_left_out(text: str, wanted: str | None) -> None:
    plain = unpacked(text)
    assert (plain.text if plain is not None else None) == wanted


def test_values_between_strokes_are_told_in_words() -> None:
    text = "Từng KCN (DT đất/DT đã cho thuê/lấp đầy):\n1. Đồng Văn I: 208 ha/136,4 ha/99,5%\nKCN B: 12 ha"
    told = rewritten(text, sorted(told_in_words(text)))
    assert told is not None
    assert "1. KCN Đồng Văn I: diện tích 208 ha; đã cho thuê 136,4 ha; tỷ lệ lấp đầy 99,5%\nKCN B: 12 ha" in told.text
    assert [told.places[told.text.index(value)] for value in ("208", "136", "99,5")] == [
        text.index(value) for value in ("208", "136", "99,5")
    ]


@given(st.text(alphabet="ab1 &;-\nTrangnbspệp/2", max_size=60))
def test_every_letter_keeps_its_place(text: str) -> None:
    plain = unpacked(text) or Relaid(text, list(range(len(text))))
    assert len(plain.text) == len(plain.places)
    assert plain.places == sorted(plain.places)
    assert all(0 <= place < len(text) for place in plain.places)
