"""Where and on which day a text was written, by the line that it opens with."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import regex

from kg.text.normalise import fold_pattern
from kg.text.numerals import AS_DIGITS

OPENING = 700  # letters in which the line with the day stands
_DATE = fold_pattern(
    r"(?P<d>3[01]|[12]?\d|0\d)"
    r"(?:\s*[/.\-]\s*|\s+th[aáàảãạ]ng\s+)(?P<m>1[0-2]|0?[1-9])(?:\s*[/.\-]\s*|\s+năm\s+)(?P<y>20[0-4]\d)"
)
_DAY = regex.compile(_DATE + fold_pattern(r"(?=\s*(?:[-–:.()\n]|$))"))
_DATELINE = regex.compile(
    fold_pattern(r"(?:^|\n|[(])[ \t]*(?:\p{L}+\.?(?: - |-| )?){1,6}(?:\([^()\n]{2,24}\))?,?\s*(?:ng[àa]y|,)\s*")
    + _DAY.pattern
)
# "Số 214/BC-SKHĐT, Phủ Lý 20/6/2021", "Bản tin số 8 - phát hành 05/9/2020": the day that ends the line of the number
_NUMBERED = regex.compile(
    fold_pattern(r"(?:^|\n)[^\n]{0,50}(?<!\p{L})số ?:? ?\d[^\n]{0,50}?(?:ngày|phát hành|,|-|\*) ?(?:\p{L}+ ){0,4}?")
    + _DATE
    + r"(?=\s*(?:\)\s*)?(?:\n|$))"
)
_ISSUED = regex.compile(
    fold_pattern(r"(?:^|\n)[^\n]{0,120}?(?<!\p{L})(?:phát hành|lập)(?: ngày)? ") + _DATE + r"(?=\s*(?:[,)]|\n|$))"
)
# "(BPO) - Sáng 14-5-2024, tại huyện A, ...": news are written on the day of what they tell first
_EVENT = regex.compile(
    fold_pattern(r"(?:^|\n|(?:-|–|\))\s)[ \t]*(?:vào )?(?:sáng|chiều|trưa|tối)(?: ngày| nay)?,?\s*\(?\s*")
    + _DATE
    + r"(?=\s*(?:,|\)))"
)
# "Sáng 3/5/2022, lãnh đạo huyện đến thăm ...": a story begins with the day on which it happened
_HAPPENED = regex.compile(
    fold_pattern(r"(?:^|\n)[ \t]*(?:hôm qua,? |hôm )?ngày ")
    + _DATE
    + fold_pattern(r",\s*(?:tại|ở|đoàn|ubnd|sở|ban|ông|bà|tỉnh|lãnh|hđnd|cục)")
)
# "Trong hai ngày 21 và 22/10/2020, đoàn công tác ... đã kiểm tra": the last of the days that a story tells of
_DAYS = regex.compile(
    fold_pattern(
        r"(?:^|\n)[ \t]*(?:trong )?(?:(?:hai|ba|2|02|3"
        r"|03) )?ngày (?:[0-3]?\d(?:/1?\d)?,? )?[0-3]?\d(?:/1?\d)?(?: ?(?:-|–|và|đến) ?)"
    )
    + _DATE
    + fold_pattern(r",\s*\p{L}")
)
# "Hà Nội (TTXVN 29/8/2018) - ...", "(Báo A) Ngày 16/11/2019, tại KCN B, ..."
_AGENCY = regex.compile(
    fold_pattern(r"(?:^|\n)[ \t]*[^\n(]{0,24}\((?:\p{L}+\+?,? ){1,3}")
    + _DATE
    + fold_pattern(r"\)\s*[-–.]|(?:^|\n)[ \t]*\([^()\n]{2,24}\)[ \t]*[-–]?[ \t]*ngày ")
    + _DATE
    + fold_pattern(r", (?:tại|ở) ")
)
_MONTH_LINE = regex.compile(
    fold_pattern(r"(?:^|\n)[ \t]*[\p{L}. ]{2,40}, tháng (?P<m>1[0-2]|0?[1-9])/(?P<y>20[0-4]\d)[ \t]*\n")
)
# "Phủ Lý,ngày 1O thang O6 năm 2O19": the day of a letterhead in hasty typing
_LETTERS_FOR_DIGITS = regex.compile(
    fold_pattern(
        r"(?:^|\n)[^\n]{0,80}?(?<!\p{L})ngày\s*(?P<d>[\dol]{1,2})\s*th[aáàảãạ]ng\s*(?P<m>[\dol]{1,2})\s*n[aă]m"
        r"\s*(?P<y>[2][\dol]{3})\s*(?:\n|$)"
    )
)
# "18/03/2021 | ĐẦU TƯ", "Thứ năm, 18/03/2021 10:25", "Cập nhật: 14:05 ngày 3/5/2019": the stamp of a page
_STAMP = regex.compile(
    fold_pattern(
        r"(?:^|\n)[ \t]*(?:[^\n|\d]{2,50}(?:\||\s[-–])\s+)?(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),?\s*)?"
        r"(?:(?:cập nhật|đăng|ngày đăng|xuất bản|ngày)(?: lúc"
        r"| ngày)?:?\s*)?(?:\d{1,2}[:h]\d{2},?\s*(?:[-–|]\s*)?(?:ngày\s*)?)?"
    )
    + _DATE
    + r"(?=,?\s*(?:[|•·,–-]\s*(?!\d)|\d{1,2}[:h]\d{2}|\n|$))"
)
# "Báo A điện tử (15/08/2014, 14:02)", "Nguồn: Báo A (05/06/2019)", "Người đăng: A, ngày 05/06/2019": of the page, too
_IN_BRACKETS = regex.compile(
    fold_pattern(r"(?:^|\n)[ \t]*(?:[^\n(\d]{0,40}\(|(?:người đăng|tác giả|nguồn|theo)[^\n\d]{2,40}, (?:ngày )?)")
    + _DATE
    + r"(?=(?:,? ?\d{1,2}[:h]\d{2})?\)?[ \t]*(?:\n|[-–.]\s|$))"
)
# "Tại hội nghị tổng kết ngành sáng 27/12/2013, ...": what the news tell of first, where nothing tells their own day
_MORNING = regex.compile(fold_pattern(r"(?<!\p{L})(?:sáng|chiều|trưa|tối)(?: ngày)? ") + _DATE + r"(?=[,.)]|\s\D)")
_PRESS = ("VN-HN", "VN-SG")
_FILED = regex.compile(
    fold_pattern(
        r"(?:hà nội|tp\.? ?(?:hcm|hồ chí minh)|thành phố hồ chí minh)(?:\s*,\s*(?:ngày\s*)?\d{1,2}(?:[/\-.]\d"
        r"|\s+tháng\s+\d)"
        r"|\s*[-–]\s*(?:ngày\s*)?\d{1,2}[/\-.]|\s*\((?:\p{L}+\+?,? ){1,3}\d{1,2}[/\-.]"
        r"|\s*\(\p{L}+\+?\)\s*[-–])"
    )
)


_YEAR = regex.compile(r"2[\dol]{3}")


@lru_cache(maxsize=1)  # the same text asks again
def told_day(folded: str) -> date | None:
    """The day in the line with which a paper or a report opens ("Hà Nội, ngày 5 tháng 9 năm 2019")."""
    if _YEAR.search(folded, 0, OPENING) is None:
        return None  # as in most texts
    match = _DATELINE.search(folded, 0, OPENING) if _DAY.search(folded, 0, OPENING) else None
    match = match or _EVENT.search(folded, 0, OPENING) or _AGENCY.search(folded, 0, OPENING)
    match = match or _ISSUED.search(folded, 0, OPENING)
    match = match or _NUMBERED.search(folded, 0, OPENING) or _HAPPENED.search(folded, 0, OPENING)
    match = match or _LETTERS_FOR_DIGITS.search(folded, 0, OPENING) or _STAMP.search(folded, 0, OPENING)
    match = (
        match
        or _DAYS.search(folded, 0, OPENING)
        or _IN_BRACKETS.search(folded, 0, OPENING)
        or _MORNING.search(folded, 0, OPENING)
    )
    if match is None:
        return None
    try:
        return date(*(int(match[part].translate(AS_DIGITS)) for part in "ymd"))
    except ValueError:  # "31/2/2019"
        return None


def told_month(folded: str) -> tuple[int, int] | None:
    """The year and month of the line with which a paper opens, where it has no day ("Báo A, tháng 9/2020")."""
    match = _MONTH_LINE.search(folded, 0, OPENING)
    return (int(match["y"]), int(match["m"])) if match is not None else None


def dated(folded: str, start: int) -> bool:
    """Whether a name is that of the line which tells where and when a story was written ("Cần Thơ, ngày 5/9/2019")."""
    if start >= OPENING:
        return False
    opens = not start or folded[start - 1] in "\n(" or _TOWN.search(folded, max(0, start - 12), start) is not None
    return opens and _PLACE_AND_DAY.match(folded, start) is not None


_PLACE_AND_DAY = regex.compile(fold_pattern(r"[\p{L}. ]{3,24}?(?:, ?(?:ngày ?)?| ngày ?)\d{1,2}(?:[/.-]| tháng )\d"))
_TOWN = regex.compile(fold_pattern(r"(?:^|[\n(])[ \t]*(?:tp\.?|thành phố|thị xã|tx\.?) ?"))


def filed_at(folded: str, start: int, code: str) -> bool:
    """Whether a name is but where a story was filed ("Hà Nội, 3/6/2024 - ..."): the press sits in these two cities."""
    return code in _PRESS and _FILED.match(folded, start) is not None


def held_at(folded: str, start: int) -> bool:
    """Whether a name is but where people met ("theo số liệu nêu tại hội thảo ở Bình Dương hôm qua")."""
    return _MEETING.search(folded, max(0, start - 70), start) is not None


_MEETING = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:hội nghị|hội thảo|diễn đàn|tọa đàm|họp báo|triển lãm|hội chợ)(?: \p{L}+){0,6}? (?:ở|tại)"
        r" (?:tỉnh |thành phố |tp\.? ?)?$"
    )
)
