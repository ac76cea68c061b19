"""The clock of a document: which year it speaks of, and how its misprinted years are read."""

from __future__ import annotations

from collections import Counter
from datetime import date

import regex

from kg.facts import lunar
from kg.facts.dateline import OPENING, told_day, told_month
from kg.mentions.period import Period
from kg.mentions.resolve import NEW_YEAR, Clock
from kg.text.normalise import fold_pattern

_EXPLICIT_YEAR = regex.compile(r"(?<![\d.,/])(?:19[6-9]\d|20[0-4]\d)(?![\d.,]*\d)")
_MONTHLY = ("month", "months", "quarter", "asof", "day")
_TO_COME = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:sẽ|dự kiến|hoàn thành|trước|kế hoạch|phấn đấu|mục tiêu|đơn hàng|hợp đồng|kéo dài"
        r"|chậm nhất|thời hạn|đưa vào|vận hành"
        r"|khởi công|chạy thử|chạy hết|hiệu lực|áp dụng|từ nay|cuối|muộn nhất|kể từ|triển khai|dự báo|quy hoạch"
        r"|tới|đích|kín (?:việc|đơn)|đủ việc)(?![\p{L}])[^.;\n]*(?!.|\n)"
    )
)
_TOLD = (*_MONTHLY, "year")
_LEAD = 40  # letters before a time
_AUTUMN = 10  # the last month of which no text tells from the next year's January
LAST_YEAR = 2049  # behind it, what has the look of a year is a misprint ("22/7/2106") or a far goal
_LAST_MONTH = 12
_SETTLED = 2  # months, quarters and days of a year
_TITLE = regex.compile(
    fold_pattern(
        r"(?m)^(?=[^\n]{0,200}$)(?:phần )?(?:(?:[ivx]+|\d)[.:/)])?[^\n.;:]*"
        r"(?<![\p{L}])(?:báo cáo|tình hình|kết quả|đánh giá)(?![\p{L}])[^\n.;:]*$"
    )
)
_SET_BESIDE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:hơn|kém|thua|gấp (?:đôi|rưỡi|ba|[\d.,]+ lần)|so với|so|đặt (?:cạnh|bên"
        r"|kề)|sánh với|đối chiếu với|so sánh với)"
        r"(?: (?:hẳn|xa|nhiều|mức|con số))*(?: [\d.,]+ ?%|(?<=mức|con số) [\d.,]+ (?:tỷ|triệu|nghìn)(?: \p{L}+)?"
        r"| của)*(?: (?:vụ|niên vụ|hè thu|đông xuân|mùa))*\s*$"
    )
)
_SINCE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:kể từ|từ|nhìn sang|bước sang|sang|kể từ sau)\s*$"))
_MEANT = str.maketrans("oil", "011", " ")  # letters and a space that have strayed into a year ("20I7", "201 7")
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp")
_PICTURE_DATE = regex.compile(r"[_\-](3[01]|[012]\d)(1[0-2]|0\d)(20[0-4]\d)\w*\.(?:jpg|jpeg|png|gif|webp)")


def start_clock(today: date | None, folded: str, periods: list[Period]) -> Clock:
    """The clock of a document: its date if known, else the year that it names most.

    Years that figures are only compared with count least: an article of 2017 names 2016 often.
    """
    today = today or told_day(folded)
    titled, month = _titled(folded, periods)
    if today is not None:
        year = titled if titled is not None and titled < today.year else today.year
        return Clock(year, today, month if month == _month_before(today) else None)
    if titled is not None:
        return Clock(titled, None)
    written = told_month(folded)
    if written is not None:
        return Clock(written[0], None)
    picture = _PICTURE_DATE.search(folded) if any(kind in folded for kind in _PICTURES) else None
    if picture:
        return Clock(int(picture[3]), None)
    issue = _ISSUE.search(folded, 0, _LEAD_OF_STORY)
    if issue:
        return Clock(int(issue["year"]), None)
    named: Counter[int | None] = Counter(dict.fromkeys(lunar.years(folded), _OF_FEAST))
    for p in periods:  # a report is of the year whose months it counts; single years are often goals
        if p.year is None or p.year > LAST_YEAR or p.kind in ("same", "plan", "span", "until"):
            continue
        beside = _beside(p, folded) or _year_before(p, periods)
        if p.kind != "year" and p.kind != "versus" and not beside:
            named[p.year] += 2 if _since(p, folded) else 4 if _ahead(p, folded) else 6
        elif p.kind == "versus" or beside:
            named[_after(p, folded, periods)] += 2  # "so với năm 2017", "thấp hơn hè thu 2018": of the year after
        elif not _since(p, folded):
            named[p.year] += 1 if _ahead(p, folded) else 2
    compared = Counter(_after(p, folded, periods) for p in periods if p.year is not None and _compares(p))
    total = named + compared + compared
    if not total:
        years = [int(m) for m in _EXPLICIT_YEAR.findall(folded)]
        return Clock(max(years, default=None), None)
    top = max(total.items(), key=lambda item: (item[1], item[0] or 0))[0] or 0
    year = top + 1 if named[top + 1] and _told_whole(top, folded, periods) else _latest(top, folded, periods)
    months = [p.last or p.first or 0 for p in periods if p.kind in _MONTHLY and p.year == year]
    return Clock(year, None, told_whole=not months or max(months) > NEW_YEAR)


# "báo cáo Kinh tế Vĩ mô số tháng 10/2018", whose forecasts name later years
_ISSUE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:báo cáo|bản tin|ấn phẩm)[^.;\n]{0,60}? số(?: ra)? tháng (?:1[0-2]"
        r"|0?[1-9])/(?P<year>20\d\d)"
    )
)
_OF_FEAST = 6  # what the New Year that a text names counts, as a month does
_LEAD_OF_STORY = 900  # letters


def _latest(top: int, folded: str, periods: list[Period]) -> int:
    """The year of the last month that the text tells of as gone by, where that is after the year named most.

    An article of January speaks mostly of the year before.
    """
    told = [p for p in periods if p.year is not None and p.kind in _MONTHLY]
    gone = [p for p in told if not _ahead(p, folded) and not (p.kind == "day" and _since(p, folded))]
    early = {p.year for p in gone if (p.last or p.first or 0) <= NEW_YEAR + 1}
    times = Counter(p.year for p in gone)
    settled = (
        sum(p.year == top and not _beside(p, folded) for p in told) >= _SETTLED
    )  # one month of a year to come does not outweigh that
    opened = any(p.year == top and p.start < OPENING and _ends(p) <= _AUTUMN for p in told)
    if opened:
        early = set()  # it opens with months long before the next year: January of that is still to come
    years = [
        year for year in times if year is not None and (not (settled or opened) or times[year] > 1 or year in early)
    ]
    years += [_after(p, folded, periods) for p in periods if p.year is not None and _compares(p)]
    return max((year for year in years if top < year <= top + 2), default=top)


def in_year_to_come(period: str, clock: Clock) -> bool:
    """Whether a resolved period is of a year behind the day of the text; a year only guessed tells nothing."""
    year = period.lstrip("@")[:4]
    return clock.today is not None and year.isdigit() and int(year) > clock.today.year


def _told_whole(year: int, folded: str, periods: list[Period]) -> bool:
    """Whether a year is told of as gone by beside the first months of one unnamed ("7 tháng đầu năm")."""
    named = [p for p in periods if p.year == year]
    counted = any(p.kind == "months" and p.year is None and (p.last or 12) < _AUTUMN for p in periods)
    return counted and all(_of_whole(p) and not _ahead(p, folded) for p in named)


def _of_whole(period: Period) -> bool:
    """Whether a time is a whole year, or the end of one ("cuối năm 2019, hộ nghèo chỉ còn 2%")."""
    return period.kind in ("year", "versus") or (period.kind == "asof" and period.first == _LAST_MONTH)


def _ends(period: Period) -> int:
    """The month with which a time ends."""
    last = period.last or period.first or 0
    return 3 * last if period.kind == "quarter" else last


def _titled(folded: str, periods: list[Period]) -> tuple[int | None, int | None]:
    """The year and month of a report by its title ("TÌNH HÌNH KINH TẾ - XÃ HỘI THÁNG 9 VÀ 9 THÁNG NĂM 2023")."""
    for title in _TITLE.finditer(folded, 0, OPENING):
        told = [p for p in periods if title.start() <= p.start < title.end() and p.kind in _TOLD]
        year = next((p.year for p in told if p.year is not None and p.year <= LAST_YEAR), None)
        if year is not None:
            return year, next((p.first for p in told if p.kind == "month"), None)
    return None, None


def _month_before(today: date) -> int:
    """The month on which a report of the first days of the next one tells."""
    return today.month - 1 or 12


def _compares(period: Period) -> bool:
    """Whether a time is one that this year's figures are compared with ("so với cùng kỳ năm 2016")."""
    return (period.kind == "same" and period.what is None) or (period.kind == "versus" and period.what == "month")


def _after(period: Period, folded: str, periods: list[Period]) -> int:
    """The year of what is compared with a time: the next, or of a month of this year its own.

    Where it is last year's that is ("năm ngoái đạt 41.000 tỷ đồng, tăng 7% so với 2015"), the text is of one later.
    """
    year = period.year or 0
    if period.kind == "versus" and period.what == "month" and period.first != 12:
        return year
    told = (p for p in periods if p.kind == "year" and p.relative == -1 and 0 < period.start - p.end < _SENTENCE)
    return year + (2 if any(". " not in folded[p.end : period.start] for p in told) else 1)


_SENTENCE = 120  # letters between a time told of and the one that it is compared with


def _beside(period: Period, folded: str) -> bool:
    """Whether a time is but what another is set beside ("thấp hơn hè thu 2018", "hơn 1,8% của nửa đầu năm 2020")."""
    return _SET_BESIDE.search(folded, max(0, period.start - _LEAD), period.start) is not None


def _since(period: Period, folded: str) -> bool:
    """Whether something only begins with a time ("lương tối thiểu tăng 5,5% từ 1/1/2020")."""
    return _SINCE.search(folded, max(0, period.start - _LEAD), period.start) is not None


def _year_before(period: Period, periods: list[Period]) -> bool:
    """Whether a time is set beside the same one of the next year ("quý I/2021 ..., trong khi quý I/2020").

    What a text opens with ("IIP tháng 5/2021 tăng 3,3%") has later ones set beside it wherever they stand.
    """
    return period.kind in _MONTHLY and any(
        (p.kind, p.first, p.last) == (period.kind, period.first, period.last)
        and p.year == (period.year or 0) + 1
        and (0 < period.start - p.end < _CLAUSES or p.start < _HEADLINE < period.start)
        for p in periods
    )


_HEADLINE = 300  # letters of a headline and a lead
_CLAUSES = 90  # letters between a time and the one that it is set beside


def _ahead(period: Period, folded: str) -> bool:
    """Whether a time stands by a word of things to come ("dự kiến xong tháng 6/2018", "Năm 2020 tỉnh phấn đấu")."""
    if period.kind == "year" and _AIMED.match(folded, period.end):
        return True
    stop = period.start
    if period.kind == "month" and folded.endswith(_LATE, 0, stop):
        stop -= len(_LATE)  # "Cuối tháng 11/2018, sân nhà ông ...": late in it
    return bool(_TO_COME.search(folded, max(0, period.start - _LEAD), stop))


_LATE = fold_pattern("cuối ")
_AIMED = regex.compile(
    fold_pattern(r",?[^.;,\d\n]{0,40}(?<![\p{L}])(?:phấn đấu|đặt mục tiêu|đặt chỉ tiêu|đề ra mục tiêu|nhắm)(?![\p{L}])")
)


def this_year(clock: Clock) -> int | None:
    """The year in which a document was written, as far as it is known."""
    return clock.today.year if clock.today else clock.year


def repaired_year(misprint: str, near: int | None) -> int | None:
    """The year near the document's that differs from a misprinted one in the fewest digits."""
    if near is None or len(misprint) not in (4, 5):
        return near
    digits = misprint.translate(_MEANT)[:4]

    def distance(year: int) -> tuple[int, int]:
        wrong = sum(a != b for a, b in zip(digits, str(year), strict=False))
        return (wrong if sorted(digits) != sorted(str(year)) else min(wrong, 1), abs(near - year))

    return min(range(near - 6, near + 7), key=distance)


def is_over(mention: Period, year: int | None, clock: Clock) -> bool:
    """Whether a time in a ``year`` lies behind the document, so that a figure for it is a result."""
    now = this_year(clock)
    if now is None or year is None:
        return False
    if mention.kind == "month" and clock.today and year == now:
        return mention.first is not None and mention.first < clock.today.month
    return (mention.year_to or year) < now


def lies_ahead(mention: Period, year: int | None, clock: Clock) -> bool:
    """Whether a time in a ``year`` lies ahead of the document, so that a figure for it can only be a plan."""
    now = this_year(clock)
    if now is None or year is None:
        return False
    if mention.kind == "span":
        return (mention.year_to or year) > now
    if clock.today and mention.kind in ("months", "month") and year == now:
        first, last = mention.first or 1, mention.last or 0  # "6 tháng cuối năm" in a report of July
        return first > clock.today.month or (first == clock.today.month < last)
    if clock.today and mention.kind == "asof" and year == now and mention.first == _DECEMBER:
        return clock.today.month < _DECEMBER - 1  # "Đến cuối năm, hộ nghèo còn 3,5%" in a report of October
    if clock.today and mention.kind == "quarter" and year == now and mention.first:
        return 3 * mention.first - 2 > clock.today.month
    return year > now


_DECEMBER = 12


def set_beside(time: Period, clock: Clock, folded: str) -> bool:
    """Whether a year before that of the text's day only stands beside a figure before it ("8,9%; năm 2018 10%")."""
    if _OF_PHOTO.match(folded, time.end):
        return True  # "Hiện trường trận lũ tháng 8/2017 tại xã A. Ảnh: B"
    if time.kind == "year" and _TO.match(folded, time.end):
        return _FROM.search(folded, max(0, time.start - _LEAD), time.start) is not None  # "từ 18% năm 2013 còn 9,7%"
    today, year = clock.today, time.year
    if today is None or time.kind != "year" or year is None or year >= today.year or today.month < _AUTUMN:
        return False
    return _BESIDE_FIGURE.search(folded, max(0, time.start - _LEAD), time.start) is not None


_OF_PHOTO = regex.compile(fold_pattern(r"[^.!?\n\d%]{0,80}[.)]?\s*\(?ảnh\s*:"))
_FROM = regex.compile(
    fold_pattern(r"(?<!\p{L})từ(?: mức)?(?: (?:gần|hơn|khoảng|trên))? \d[\d.,]* ?(?:%|(?:\p{L}+ ){1,3}?)\s*$")
)
_TO = regex.compile(fold_pattern(r"\s*(?:lên|xuống|còn|thành|tăng|giảm)(?!\p{L})"))
_BESIDE_FIGURE = regex.compile(r"\d ?(?:%|\p{L}+)?\)?\s*[;(]\s*$")
