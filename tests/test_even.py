"""A text written evenly for the reading, and facts told by where they stand in the text as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg.text.even import evenly_written

# The text as written, and as it is read. The sentences are made up.
WRITTEN = (
    ("Xuất khẩu  đạt 5 tỷ", "Xuất khẩu đạt 5 tỷ"),
    ("tháng\u00a06,\u202ftăng\t5%", "tháng 6, tăng 5%"),
    ("xuất\u00ad khẩu", "xuất khẩu"),
    ("tăng 5%,xuất khẩu giảm ;nhập khẩu", "tăng 5%, xuất khẩu giảm; nhập khẩu"),
    ("tăng 5,2 phần trăm", "tăng 5,2%"),
    ("3 triệu đô la Mỹ", "3 triệu USD"),
    ("2 tỉ Đô-la Mỹ", "2 tỉ USD"),
    ("120 tỷ đ, 40 DN", "120 tỷ đồng, 40 doanh nghiệp"),
    ("Tập Đoàn Sao Mai, Công Ty CP Hòa Yên", "Tập đoàn Sao Mai, Công ty CP Hòa Yên"),
    ("tại H.Tam Nông (TX. Phú Thọ)", "tại huyện Tam Nông (thị xã Phú Thọ)"),
    ("tăng thêm 5%, đạt mức tăng 8%, sụt giảm 3%", "tăng 5%, tăng 8%, giảm 3%"),
)
# Several spaces that part what does not belong together, and words that stay.
LEFT = (
    "UBND TỈNH          CỘNG HÒA XÃ HỘI",
    "2016  2017  2018",
    "Xuất khẩu giảm  Theo Tổng cục Thống kê, tháng này vẫn khó khăn như tháng trước và cả quý trước nữa.",
    "4,4 điểm phần trăm",
    "Tỷ trọng công nghiệp trong GRDP tăng tới 45%",
    "tăng thêm 1% thì",
    "H. Thương mại",
    "ông H. Nguyễn",
    "người Mỹ trả bằng đô la",
)


@pytest.mark.parametrize(("text", "wanted"), WRITTEN)
def test_a_text_is_read_evenly_written(text: str, wanted: str) -> None:
    laid = evenly_written(text)
    assert laid is not None
    assert laid.text == wanted
    assert len(laid.places) == len(wanted)


@pytest.mark.parametrize("text", LEFT)
def test_what_is_set_apart_stays_so(text: str) -> None:
    laid = evenly_written(text)
    assert laid is None or laid.text == text


def test_an_evenly_written_text_is_left_alone() -> None:
    assert evenly_written("Xuất khẩu đạt 5 tỷ USD, tăng 8% so với cùng kỳ.\nNhập khẩu giảm.") is None


_WORDS = "xuất khẩu|5%|5 phần trăm|tỷ đ|triệu đô la Mỹ|tăng thêm 5%|9 DN|Hà Nam|2019|(|)|,|;|.| ,| |  "
_PIECES = st.sampled_from([*_WORDS.split("|"), "\u00a0", "\t", "\n", "\u200b", "\u00ad"])


@given(st.lists(_PIECES, max_size=20).map("".join))
def test_places_go_forward_and_stay_in_the_text(text: str) -> None:
    laid = evenly_written(text)
    if laid is None:
        return
    assert len(laid.places) == len(laid.text)
    assert laid.places == sorted(laid.places)
    assert all(0 <= place < len(text) for place in laid.places)


# A report as a page or a hasty hand may leave it: the same facts, at the same digits.
_REPORT = (
    "SỞ CÔNG THƯƠNG HÀ NAM\n9 tháng năm 2019, xuất khẩu của tỉnh đạt 412 triệu USD, tăng 12,5% so với cùng kỳ; "
    "thu ngân sách 3.200 tỷ đồng, bằng 81% dự toán.\nToàn tỉnh có 650 doanh nghiệp thành lập mới, giảm 3%."
)
_HANDS = (
    (" ", "  "),
    (" ", "\u00a0"),
    (", ", ","),
    (", ", " , "),
    ("; ", " ;"),
    ("%", " phần trăm"),
    ("triệu USD", "triệu đô la Mỹ"),
    ("tỷ đồng", "tỷ đ"),
    ("doanh nghiệp", "DN"),
    ("tăng ", "tăng thêm "),
    ("giảm ", "sụt giảm "),
)


@pytest.mark.parametrize(("was", "becomes"), _HANDS)
def test_the_same_facts_in_any_hand(was: str, becomes: str) -> None:
    def facts(text: str) -> list[tuple[object, ...]]:
        found = [f for f in kg.read(text, date="2019-10-05").facts if isinstance(f, kg.Observation)]
        for fact in found:
            told = fact.evidence
            assert text[told.sentence_start :].startswith(told.sentence)
            assert told.sentence_start <= told.start < told.end <= told.sentence_start + len(told.sentence)
        return [
            (
                f.indicator,
                f.measure,
                f.value,
                f.unit,
                f.area,
                f.period,
                f.status,
                f.base,
                text[f.evidence.start : f.evidence.end],
            )
            for f in found
        ]

    wanted = facts(_REPORT)
    assert len(wanted) == 6
    assert facts(_REPORT.replace(was, becomes)) == wanted
