"""Lost marks: what is restored, what is left alone, and that every offset holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.facts.reader import read
from kg.lexicon import load
from kg.mentions.scan import scanner
from kg.model import Document, Observation
from kg.text.mend import Mender, damaged, respelt
from kg.text.normalise import fold

_MENDER = Mender(
    (
        *("xuất khẩu", "thu ngân sách", "du lịch", "khách du lịch", "thành lập", "nông nghiệp", "giải thể", "trị tồn"),
        *("điện tử và linh kiện", "đầu tư", "xuất viện", "viên nén"),
    ),
    ("Trung Quốc", "Thái Nguyên"),
)

RESTORED = (
    ("kim ngạch xuât khẩu tăng 5%", "kim ngạch xuất khẩu tăng 5%"),
    ("khách du lich, quyêt liệt", "khách du lịch, quyêt liệt"),
    ("thu ngân sach trên đia bàn; viêc khác", "thu ngân sách trên địa bàn; viêc khác"),
    ("thành lâp 12 DN, giai thể 3 DN", "thành lập 12 dn, giải thể 3 dn"),
    ("1.860 tân điều, lâp mới", "1.860 tấn điều, lập mới"),
    ("9 tháng dầu năm, cuôc họp", "9 tháng đầu năm, cuôc họp"),
    ("bán sang Trung Quôc, Thai Nguyên", "bán sang Trung Quốc, Thái Nguyên"),
)
LEFT_ALONE = (
    "xuất khẩu gạo, viêc khác",  # sound already
    "ông Nông Nghiệp Thành, viêc khác",
    "xuât\nkhẩu",  # two lines
    "huyện Tri Tôn, viêc khác",  # a name, and none of the large places
    "con tân cảng, viêc",  # no number before it
    "vốn đầu tư và đất đai, viêc",  # "tử và" is no more than a word beside another
    "sản xuất viên nén, viêc",  # what is right as it stands is no part of another pair
)


@pytest.mark.parametrize(("text", "wanted"), RESTORED, ids=[text for text, _ in RESTORED])
def test_what_is_restored(text: str, wanted: str) -> None:
    folded = fold(text)
    assert damaged(folded)
    mended, places = _MENDER.mend(text, folded)
    assert mended == fold(wanted)
    assert places
    assert all(mended[m.start : m.end] == fold(m.became) and text[m.start : m.end] == m.was for m in places)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_left_alone(text: str) -> None:
    folded = fold(text)
    assert _MENDER.mend(text, folded)[0] == folded


def test_a_sound_text_is_not_looked_at() -> None:
    assert not damaged(
        fold("Kim ngạch xuất khẩu 9 tháng đạt 362,7 triệu USD, bằng 82,4% kế hoạch; internet, Facebook.")
    )


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("xuât khẩu 9 thang đạt 5 tỷ", "xuất khẩu 9 tháng đạt 5 tỷ"),
        ("xuât khẩu dạt 62 tỷ, giam 4%", "xuất khẩu đạt 62 tỷ, giảm 4%"),
        (
            "xuât khẩu đat 62 tỷ, tăng vuọt 3 tỷ",
            "xuất khẩu đạt 62 tỷ, tăng vượt 3 tỷ",
        ),  # in whatever way they lack them
        ("xuât khẩu; chỉ số 64,5 diểm, hạng 8 điem", "xuất khẩu; chỉ số 64,5 điểm, hạng 8 điểm"),
        ("xuât khẩu; mua 2 hộp, gan 3 lạng, 5 diêm", "xuất khẩu; mua 2 hộp, gan 3 lạng, 5 diêm"),  # words of their own
        ("xuât khẩu; tòa nhà có 5 thang máy", "xuất khẩu; tòa nhà có 5 thang máy"),
        ("xuât khẩu; bị tạm giam 3 ngày", "xuất khẩu; bị tạm giam 3 ngày"),
    ],
)
def test_words_of_counting_are_told_by_the_number_beside_them(typed: str, meant: str) -> None:
    assert _MENDER.mend(typed, fold(typed))[0] == fold(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("xuât khẩu, điện san xuât", "xuất khẩu, điện sản xuất"),
        ("Xuât khẩu gạo", "Xuất khẩu gạo"),
        ("GIAI THỂ, viêc", "GIẢI THỂ, viêc"),
    ],
)
def test_a_text_is_spelt_with_its_marks(typed: str, meant: str) -> None:
    assert respelt(typed, _MENDER.mend(typed, fold(typed))[1]) == meant


def test_a_lift_is_no_damage() -> None:
    assert damaged(fold("Lũy kế 9 thang đạt 5 tỷ đồng."))
    assert not damaged(fold("Tòa nhà có 5 thang máy."))


@given(st.text(alphabet="xuâấtkhẩung sđaclị,. 0123456789\n", max_size=60))
def test_letters_keep_their_places(text: str) -> None:
    folded = fold(text)
    mended, places = _MENDER.mend(text, folded)
    assert len(mended) == len(folded)
    touched = {i for m in places for i in range(m.start, m.end)}
    assert all(a == b for i, (a, b) in enumerate(zip(folded, mended, strict=True)) if i not in touched)


def test_a_scan_tells_what_it_restored() -> None:
    text = "Kim ngạch xuât khẩu tăng 5%."
    scan = scanner(load()).scan(text, fold(text))
    assert [(text[m.start : m.end], m.became) for m in scan.mended] == [("xuât", fold("xuất"))]
    assert fold("xuất khẩu") in scan.folded


def test_a_fact_tells_what_it_was_read_with() -> None:
    text = "Năm 2023, kim ngạch xuât khẩu của tỉnh Hưng Yên đạt 6 tỷ đông, tăng 4%; thu ngân sách đạt 7 tỷ đồng."
    facts = [f for f in read(Document("a", text), load()).facts if isinstance(f, Observation)]
    restored = [[(r.field, r.was, r.became, r.rule) for r in f.evidence.repairs] for f in facts]
    marks = ("indicator", "xuât", fold("xuất"), "lost-marks")
    assert restored == [[marks, ("unit", "đông", fold("đồng"), "lost-marks")], [], []]
