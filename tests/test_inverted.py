"""Sentences that tell a figure before what it is of: turned into the usual order, letter for letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.inverted import turned
from kg.text.normalise import fold

# The text as written, and as it is read. The sentences are made up.
TURNED = (
    ("6 tỷ USD là trị giá gỗ bán ra.", "Trị giá gỗ bán ra là 6 tỷ USD."),
    (
        "9,4% là tốc độ tăng của tỉnh; 412 triệu USD là kim ngạch xuất khẩu.",
        "Tốc độ tăng của tỉnh là 9,4%; Kim ngạch xuất khẩu là 412 triệu USD.",
    ),
    ("Xuất khẩu tăng. Hơn 30 dự án là số cấp mới.", "Xuất khẩu tăng. Số cấp mới là Hơn 30 dự án."),
    ("142 triệu USD thuộc về Nhật Bản.", "Thuộc về Nhật Bản 142 triệu USD."),
    ("3,5 tỷ USD, là đích của cả năm.", "Đích của cả năm là 3,5 tỷ USD ."),
)
# Sentences in the usual order already, and such where the figure is told of something before "là".
LEFT = (
    "Trị giá gỗ bán ra là 6 tỷ USD.",
    "30 dự án đạt 9% là kết quả tốt.",
    "Trong 15 dự án, 9 dự án phần lớn là vốn Nhật Bản.",
    "150 triệu USD là tổng số cổ phần.",
    "Năm 2020 là năm khó khăn.",
)


@pytest.mark.parametrize(("text", "wanted"), TURNED)
def test_a_figure_told_first_is_read_last(text: str, wanted: str) -> None:
    found = turned(text, fold(text))
    assert found is not None
    assert found.text == wanted
    assert sorted(found.places) == list(range(len(text)))


@pytest.mark.parametrize("text", LEFT)
def test_the_usual_order_is_left_alone(text: str) -> None:
    assert turned(text, fold(text)) is None


_PARTS = st.sampled_from(
    (
        "6 tỷ USD",
        "9,4%",
        " là ",
        "trị giá gỗ",
        "số dự án",
        " thuộc về ",
        "Nhật Bản",
        ". ",
        ", ",
        "; ",
        "\n",
        " tăng ",
        "12 dự án",
    )
)


@given(st.lists(_PARTS, max_size=14).map("".join))
def test_every_letter_keeps_its_place(text: str) -> None:
    found = turned(text, fold(text))
    if found is None:
        return
    assert sorted(found.places) == list(range(len(text)))
    for letter, place in zip(found.text, found.places, strict=True):
        # a comma before "là" is blanked, and the first letter of what is told is made large
        assert letter.lower() == text[place].lower() or (letter, text[place]) == (" ", ",")
