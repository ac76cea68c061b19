"""Times that a sentence names in passing, no times to go on with: beside another, of a crop, in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from kg.facts.cause import of_crop, of_meeting
from kg.facts.clock import set_beside
from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.mentions.resolve import year_of
from kg.text.normalise import fold_pattern
from kg.text.segment import DASH

if TYPE_CHECKING:
    from kg.facts.discourse import Discourse

_PUBLISHED = regex.compile(fold_pattern(r"[,(]\s*(?:được )?(?:công bố|ban hành|ký)(?: hồi| vào| trong| từ)? $"))
_AS_BASE = tuple(map(fold_pattern, ("lấy ", "chọn ")))  # "nếu lấy năm 2015 làm mốc, ..."
_SINCE = regex.compile(
    fold_pattern(
        r"(?:(?:giảm|tăng|hạ|chậm|xuống|sụt|rớt|ngừng|dừng|mở cửa|đón khách|hoạt động|vận hành"
        r"|khai thác)(?: nhẹ| dần| lại| thấp| sâu| mạnh)? (?:kể )?từ"
        r"|(?<!tháng )(?<!ngày )(?<!kỳ )(?<!quý )(?<!từ )(?:nghèo|tỉnh|tỷ lệ) đầu)\s+$"
    )
)
_NAMED = 8  # letters of the shortest words that say what a year is of ("Dân số năm 2020: ...")
_LEADING = 12  # letters: what stands further on opens no sentence
_WEEKS = regex.compile(fold_pattern(r"(?<![\p{L}])\d+ (?:tuần|ngày)(?: (?:đầu|cuối|giữa)(?: của)?)?\s*$"))
_THIS_FIGURE = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:con số|mức|tỷ lệ|chỉ số|số) (?:này|đó|ấy|kể trên|nói trên)(?![\p{L}])")
)


def in_passing(discourse: Discourse, time: Period, passage: Passage) -> bool:
    """Whether the year before is named in the middle of a sentence ("A, từng dẫn đầu năm ngoái với ...")."""
    if published(time, passage) or passage.folded.startswith(_AS_BASE, max(0, time.start - 4)):
        return True
    main = discourse.main_period
    if of_crop(time, passage) or (main is not None and of_meeting(time, passage, main)):
        return True
    if not passage.quantities and _WEEKS.search(passage.folded, passage.sentence.start, time.start):
        return True  # "Trời mưa dầm suốt 2 tuần đầu tháng 9 cũng làm buôn bán ế ẩm"
    if since_then(time, passage):
        return True
    if _SINCE.search(passage.folded, max(passage.sentence.start, time.start - 14), time.start):
        return True  # "đã giảm nhẹ từ tháng 3", "Hộ nghèo đầu năm 2022 là 4,96%"
    if time.kind == "year" and time.year and main is not None and any("pci" in w.wording.full for w in passage.words):
        year, told = year_of(time, discourse.clock), year_of(main, discourse.clock)
        if year is not None and told is not None and year < told:
            return True  # "Chỉ số PCI năm 2023 đạt 66 điểm" in a report of 2024
    before = time.start - passage.sentence.start
    if main is None or before <= _NAMED:
        return False
    item = passage.sentence.level >= DASH
    return (time.relative == -1 and before > _LEADING) or (item and _of_year_before_report(discourse, time, main))


def _of_year_before_report(discourse: Discourse, time: Period, main: Period) -> bool:
    """Whether an item of a report on months names an earlier year behind what is of it ("Dân số năm 2020: ...")."""
    report = discourse.anchor
    if report is None or report.kind not in ("months", "month", "quarter") or time.kind != "year" or not time.year:
        return False
    told = year_of(main, discourse.clock)
    return told is not None and told == year_of(report, discourse.clock) and time.year < told


def since_then(time: Period, passage: Passage) -> bool:
    """Whether a time only says since when something runs ("nhà máy A, từ đầu tháng 5 đã cho ra sản phẩm, kéo ...")."""
    begins = _FROM.search(passage.folded, max(passage.sentence.start, time.start - 12), time.start) is not None
    return begins and _ALREADY.match(passage.folded, time.end, passage.sentence.end) is not None


_FROM = regex.compile(fold_pattern(r"(?<![\p{L}])(?:kể )?từ (?:(?:đầu|giữa|cuối) )?$"))
_ALREADY = regex.compile(
    fold_pattern(
        r" (?:đã|bắt đầu|vừa|mới) (?:cho ra|cho|đi vào|hoạt động|vận hành|sản xuất|chạy|đón|phát điện)(?![\p{L}])"
    )
)


def dated_aside(discourse: Discourse, time: Period, passage: Passage) -> bool:
    """Whether a date only says up to when one thing has been counted in a text on its year.

    "Năm 2019 ... Giải ngân đến hết tháng 11 đạt 71% kế hoạch. Toàn tỉnh có 402 doanh nghiệp mới."
    """
    main = discourse.main_period
    if time.kind != "asof" or main is None or main.kind != "year":
        return False
    if not amid_clause(time, passage):
        return False
    return year_of(time, discourse.clock) == year_of(main, discourse.clock)


def amid_clause(time: Period, passage: Passage) -> bool:
    """Whether a time stands in the middle of its clause, behind what it is of ("giải ngân đến 30/11 đạt ...")."""
    start = passage.sentence.start
    return time.start - start > _LEADING and not passage.folded[start : time.start].rstrip().endswith((",", ";", ":"))


def published(time: Period, passage: Passage) -> bool:
    """Whether a time is when the figures were made known ("PCI năm 2019, công bố tháng 5/2020, ...")."""
    return bool(_PUBLISHED.search(passage.folded, max(passage.sentence.start, time.start - 22), time.start))


def same_figure_before(time: Period, before: Period, discourse: Discourse, passage: Passage) -> bool:
    """Whether a sentence tells what the figure just told was earlier ("Năm 2018, con số này chỉ là 430 triệu USD")."""
    year, told = year_of(time, discourse.clock), year_of(before, discourse.clock)
    if year is None or told is None or year >= told or not passage.quantities:
        return False
    first = passage.quantities[0].full_start
    return time.start < first and _THIS_FIGURE.search(passage.folded, time.end, first) is not None


def told_aside(time: Period, discourse: Discourse, folded: str) -> bool:
    """Whether a time only stood beside the figures of the sentence before, and its item goes on with a later year.

    "- GRDP bình quân đạt 53,8 triệu đồng, năm 2021 mới 47,6 triệu đồng. Thu ngân sách 8.126 tỷ đồng."
    """
    if set_beside(time, discourse.clock, folded):
        return True
    main = discourse.main_period
    if main is None or time.kind not in ("year", "months") or main.kind not in ("year", "months"):
        return False
    year, goes_on = year_of(time, discourse.clock), year_of(main, discourse.clock)
    return year is not None and goes_on is not None and year < goes_on


def looks_back(discourse: Discourse, time: Period, passage: Passage) -> bool:
    """Whether a time behind the first figure is only set beside it ("tăng 6%, trong khi năm 2022 chỉ 4%").

    So are fewer months than those told of ("5 tháng giảm 2%, trong khi 3 tháng đầu năm giảm tới 9%").
    """
    before, beside = discourse.main_period or discourse.anchor, set_beside(time, discourse.clock, passage.folded)
    if beside or before is None or not passage.quantities or time.start < passage.quantities[0].full_start:
        return beside
    if time.kind == "months" and time.first == 1 and before.kind in ("months", "asof"):
        last, told = time.last, before.last if before.kind == "months" else before.first
        if (
            last is not None
            and told is not None
            and last < told
            and year_of(time, discourse.clock) == year_of(before, discourse.clock)
        ):
            return True
    year, main = year_of(time, discourse.clock), year_of(before, discourse.clock)
    return year is not None and main is not None and year < main


def inside(passage: Passage, token: Period) -> bool:
    """Whether a time stands in brackets, as an aside that later sentences do not inherit."""
    before = passage.folded[passage.sentence.start : token.start]
    return before.rfind("(") > before.rfind(")")
