"""A time before a number, taken into the frame unless it is of something else."""

from __future__ import annotations

from dataclasses import replace

import regex

from kg.facts import cause, passing
from kg.facts.kinds import COMPARED
from kg.facts.scope import bracket
from kg.facts.scope.adjacent import shifted
from kg.facts.scope.figure import Spot
from kg.facts.scope.misprint import misprinted_year, not_compared_with_itself, not_far_ahead, note_year
from kg.facts.scope.year import of_year_before
from kg.mentions.period import Period
from kg.text.normalise import fold_pattern

_OF_PLAN = regex.compile(
    fold_pattern(
        r"%\s*(?:/|so\s*(?:với)?|của|với)?\s*(?:mức\s+)?"
        r"(?:kế hoạch|kh|dự toán|chỉ tiêu|mục tiêu|nghị quyết)(?:\s+(?:của|cả|vốn|thu))*\s*$"
    )
)
_GOES_ON = regex.compile(
    fold_pattern(
        r"(?:\s*,?\s*(?:(?:mức|nhịp|tốc độ) (?:tăng|giảm)(?: trưởng)?|con số(?: này)?"
        r"|tỷ lệ(?: này)?|việt nam|nước ta|chúng ta|chúng tôi|cả nước|(?:tỉnh|thành phố|huyện|ngành"
        r"|khu vực|nhóm|địa phương|mặt hàng|thị trường)(?: này)?)(?: chỉ)?)?"
        r"\s*(?:(?:còn|vẫn|mới|chỉ|đã|lại|lần lượt|tương ứng)\s+)*"
        r"(?:xuất siêu|nhập siêu|tăng|giảm|đạt|chiếm|là|bằng|ở mức"
        r"|(?:có|thu|đón)(?: được)? (?:gần |hơn |khoảng |trên )?\d|chỉ|:|[+\-(]?\d)"
    )
)
# "Cùng kỳ năm 2023, công nghiệp của tỉnh tăng 7,5%."
_OPENS_SAME = regex.compile(
    fold_pattern(
        r"\s*,?\s[^,;.:\d]{2,44}?(?<![\p{L}])(?:tăng|giảm|đạt|là|bằng|ở mức|chỉ|mới)(?: (?:được|tới|khoảng"
        r"|trưởng))*\s*[+\-(]?\d"
    )
)
_SAME_TIME = regex.compile(
    fold_pattern(r"(?:và\s+|trong\s+)?cùng (?:thời gian|giai đoạn|thời điểm)(?: này)?(?! năm| trước| này năm)")
)
_LONG = ("span", "year")
_SUPERLATIVE = regex.compile(
    fold_pattern(r"(?:thấp|cao|lớn|nhỏ|mạnh|nhiều|ít) nhất (?:của|trong|kể từ|từ)[^,;:()]{0,40}$")
)
_REASON = regex.compile(fold_pattern(r"(?<![\p{L}])(?:do|vì|bởi|bởi vì|nhờ)\s+$"))
# "tăng 62% (nền quý III/2017 rất thấp), vốn đăng ký ...": what it grew from
_LOW_BASE = regex.compile(fold_pattern(r"(?<![\p{L}])nền(?: so sánh)?(?: của| ở)?\s+$"))
_ONLY_YEAR = regex.compile(
    fold_pattern(r"\s*%?\s*[,;]?\s*(?:và |còn |cùng kỳ )?năm \d{4} ?(?:là|chỉ|đạt|tăng|giảm)\s*")
)
_ESTIMATED = regex.compile(  # or what an estimate brings the sum to: "quý II ước 90 triệu USD, đưa con số 6 tháng lên"
    fold_pattern(
        r"[;,.]\s*(?:và\s+)?(?:dự )?(?:ước|uth)(?: tính| thực hiện| th)?,?\s*$"
        r"|(?<![\p{L}])(?:đưa|nâng|kéo) (?:con số|kết quả|tổng|lũy kế|mức)[^,;.\d]{0,30}$"
    )
)
_SET_FOR = regex.compile(fold_pattern(r"(?:đề|đặt) ra (?:cho|đến|tới|vào)?\s*$"))
_THAN_LEVEL = regex.compile(fold_pattern(r"(?<![\p{L}])(?:hơn|kém|so với|bằng) (?:mức|con số)(?: \p{L}+){0,4}\s+$"))
_THAN_RATE = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:hơn|kém|so với) (?:mức|tốc độ|nhịp|đà)(?: tăng| giảm)?(?: trưởng)?(?: của)?\s+$")
)
_A_PART_OF = regex.compile(fold_pattern(r"(?<![\p{L}])(?:nửa|phần (?:hai|ba|tư|năm|mười)|1/\d)(?: của)?\s*$"))


def take(period: Period, spot: Spot) -> None:
    """A time before a number, unless the number before it has used it up or it is only compared with."""
    frame, discourse, passage = spot.frame, spot.discourse, spot.passage
    used_up = period is discourse.bound_right.get((passage.sentence.start, spot.index - 1))
    if used_up or period.kind in COMPARED:
        _take_same(period, spot)
        return
    if period.kind == "now" and frame.origins.get("period") == "period.heading" and _is_date(frame.period):
        return  # "hiện có 8 KCN" under "(số liệu đến 31/12/2019)"
    if period.kind in _LONG and _SUPERLATIVE.search(
        passage.folded, max(passage.sentence.start, period.start - 60), period.start
    ):
        return  # "mức thấp nhất của 9 tháng trong giai đoạn 2011-2020"
    if _OF_PLAN.search(passage.folded[max(passage.sentence.start, period.start - 40) : period.start]):
        return  # "76% kế hoạch năm 2019": the plan's year, not the figure's
    if passing.since_then(period, passage):
        return
    if period.relative is not None and _WHO_LED.search(passage.folded, spot.gap[0], period.start):
        return  # "Nhật Bản, quốc gia dẫn đầu năm ngoái, ...": said of who it is
    if _this_year_so_far(period, spot) or _OF_BRACKETS.search(passage.folded, passage.sentence.start, period.start):
        return
    points = spot.quantity.dimension == "percent-point"
    if points and _THAN_RATE.search(passage.folded, max(spot.gap[0], period.start - 40), period.start):
        return  # "tăng 11,4%, cao hơn tốc độ tăng quý I/2018 0,7 điểm %"
    if _than_year(period, spot):
        discourse.override[spot.key] = period
        return
    before = passage.folded[max(passage.sentence.start, period.start - 16) : period.start]
    if period.relative == -1 and _A_PART_OF.search(passage.folded, max(0, period.start - 24), period.start):
        return  # "chưa bằng một phần ba năm trước": what it is measured in
    if _SET_FOR.search(before):
        return  # "vượt chỉ tiêu Đại hội đề ra cho năm 2020": when the goal is for
    if _REASON.search(before) and (period.relative == -1 or "(" in before):
        return  # "giảm 88% do năm ngoái có dự án ...", "(do tháng 01/2023 trùng Tết)": why, not when
    if cause.of_cause(period, passage) or _LOW_BASE.search(before):
        return
    if cause.of_meeting(period, passage, frame.period or discourse.main_period):
        return  # "Tại phiên họp tháng 6, ông A cho biết xuất khẩu đạt ..." in a text on six months
    if _averaged(period, spot):
        discourse.override[spot.key] = period
        return
    if misprinted_year(period, spot) or passing.published(period, passage):
        return
    period = _same_months(period, spot) or not_compared_with_itself(period, spot) or not_far_ahead(period, discourse)
    period = of_year_before(period, spot)
    note_year(period, discourse)
    bracket.save_before(period, spot)
    aside = frame.saved_period is not None  # "ƯTH tăng 6% (6T/2017: tăng 5,9%); trong đó ..." goes on with the estimate
    ends = (frame.status == "estimate" and not aside) or (
        frame.status == "forecast" and discourse.past(period, period.year)
    )
    if ends and spot.index and frame.status == discourse.status_before and not _estimated_anew(period, spot):
        frame.status = discourse.heading_status
    frame.put("period", period, "period.sentence")


def _averaged(period: Period, spot: Spot) -> bool:
    """Whether years are of an average, amid goals for one year ("đến 2030 ..., bình quân 2026 - 2030 tăng 9%")."""
    told = spot.frame.period
    if period.kind != "span" or told is None or told.kind not in ("year", "until") or spot.frame.status != "target":
        return False
    return _AVERAGE.search(spot.passage.folded, max(spot.gap[0], period.start - 40), period.start) is not None


_AVERAGE = regex.compile(
    fold_pattern(r"(?<![\p{L}])bình quân(?: hằng năm| hàng năm| mỗi năm)?(?: (?:giai đoạn|thời kỳ))?\s*$")
)


def _this_year_so_far(period: Period, spot: Spot) -> bool:
    """Whether "năm nay" is no more than the months told of ("bảy tháng tăng 4%; riêng ngành dệt năm nay giảm 6%")."""
    told = spot.frame.period or spot.discourse.main_period
    if period.kind != "year" or period.relative != 0 or period.what == "whole" or told is None:
        return False
    if told.kind != "months" or told.first != 1 or spot.index == 0:
        return False
    return _MOVES.fullmatch(spot.passage.folded, period.end, spot.quantity.full_start) is not None


_WHO_LED = regex.compile(
    fold_pattern(r", (?:\p{L}+ ){1,4}(?:dẫn đầu|đứng đầu|số một|quán quân|đứng thứ \p{L}+)(?: của| trong| hồi)?\s*$")
)
_OF_BRACKETS = regex.compile(fold_pattern(r"\([^()]{0,12}trong ngoặc[^()]*$"))  # "(trong ngoặc: 8 tháng năm 2017)"
_MOVES = regex.compile(
    fold_pattern(
        r"\s*(?:lại |chỉ |đã |vẫn )?(?:tăng|giảm|sụt)(?: (?:tới|đến|gần|hơn|trên"
        r"|khoảng))*\s*"
    )
)


_GREW_THEN = regex.compile(fold_pattern(r"\s*\(\s*(?:(?:khi|lúc|hồi) (?:ấy|đó) )?(?:tăng|giảm)\s*"))


def _than_year(period: Period, spot: Spot) -> bool:
    """Whether a year names only what the number in brackets behind it was ("cao hơn mức của năm 2019 (10,9 tỷ)")."""
    folded = spot.passage.folded
    if period.kind != "year" or not bracket.OPENS.fullmatch(folded, period.end, spot.quantity.full_start):
        return False
    return _THAN_LEVEL.search(folded, max(spot.gap[0], period.start - 40), period.start) is not None


def _estimated_anew(period: Period, spot: Spot) -> bool:
    """Whether what a time is of is an estimate as well ("9 tháng ước đạt 5.980 tỷ đồng; ước cả năm 8.020 tỷ đồng")."""
    return _ESTIMATED.search(spot.passage.folded, spot.gap[0], period.start) is not None


def _same_months(period: Period, spot: Spot) -> Period | None:
    """The months told before, of another year ("năm 2019 xuất khẩu 9 tháng tăng 8,4%, năm 2018 là 15,8%")."""
    held, quantities = spot.frame.period, spot.passage.quantities
    if period.kind != "year" or period.year is None or not spot.index or held is None or held.start >= spot.gap[0]:
        return None
    alike = quantities[spot.index - 1].dimension == spot.quantity.dimension == "percent"
    if not alike or held.kind not in ("months", "quarter", "month") or held.start < spot.passage.sentence.start:
        return None
    if not _ONLY_YEAR.fullmatch(spot.passage.folded, *spot.gap):
        return None
    return replace(held, year=period.year, relative=None, what=None, start=period.start, end=period.end)


def _is_date(period: Period | None) -> bool:
    return period is not None and period.kind == "asof"


def _take_same(period: Period, spot: Spot) -> None:
    """A "cùng kỳ" that is the time of the number itself, not what it is compared with ("cùng kỳ năm trước đạt 5%")."""
    if bracket.OPENS.fullmatch(spot.passage.folded, period.end, spot.quantity.full_start):
        bracket.compared(period, spot)
        return
    before = spot.passage.quantities[spot.index - 1].dimension if spot.index else ""
    of_then = before.startswith("percent") and period.kind == "same" and period.year is not None
    if of_then and _GREW_THEN.fullmatch(spot.passage.folded, period.end, spot.quantity.full_start):
        bracket.compared(period, spot)  # "hụt 4,6 điểm phần trăm nếu đặt cạnh cùng kỳ năm 2022 (tăng 13,65%)"
        return
    if period.kind != "same" or period.what != "holder" or period.end > spot.gap[1]:
        return
    if period.year is None and period.relative is None and _SAME_TIME.match(spot.passage.folded, period.start):
        return  # "Nhập khẩu cùng thời gian đạt 1,4 tỷ USD": the time just told of
    folded = spot.passage.folded
    before = folded[spot.passage.sentence.start : period.start].rstrip()
    if before.endswith("%") and folded.startswith(":", period.end):
        return  # "giảm 3,4% CK: cà phê 402 tr.USD": what the rate is against
    opens = (period.year is not None or period.relative == -1) and before[-1:] in ("", ";")
    if _GOES_ON.match(folded[period.end : period.end + 40]) or (
        opens and _OPENS_SAME.match(folded[period.end : period.end + 64])
    ):
        earlier = shifted(period, spot)
        if earlier is not None:
            spot.discourse.override[spot.key] = earlier
