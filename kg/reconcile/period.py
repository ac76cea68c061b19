"""Periods of the fact table: what time they cover, what they are called, and the period a year before.

2023   2017-05   2024-Q1   2017-01/2017-06   2021/2025   a flow: an interval
2019-09-16/2019-09-30                                    half of a month, as the customs count
@2017-06-20   @2023-05   @2016                           a stock: the last day of what is stated
@                                                        a stock at an unstated date
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

_A_DAY = timedelta(days=1)
UNKNOWN = "unknown"
"""The period of a figure whose text states none."""
_POINT = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?")
_NAMED_MONTHS = {  # the months that start and end a half or nine months of one year
    (1, 6): ("6 tháng đầu năm {y}", "January-June {y}"),
    (7, 12): ("6 tháng cuối năm {y}", "July-December {y}"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day that a period covers; a stock covers its one day."""

    first: date
    last: date
    stock: bool = False

    @property
    def days(self) -> int:
        """How many days lie in it."""
        return (self.last - self.first).days + 1

    @property
    def years(self) -> Decimal | None:
        """How many whole years it covers, None where it is not whole years."""
        whole = (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31)
        return Decimal(self.last.year - self.first.year + 1) if whole and not self.stock else None


def _point(text: str) -> tuple[date, date] | None:
    match = _POINT.fullmatch(text)
    if not match:
        return None
    year, quarter, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        first_month, last_month = (quarter * 3 - 2, quarter * 3) if quarter else (month or 1, month or 12)
        return date(year, first_month, 1), date(year, last_month, calendar.monthrange(year, last_month)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None


@lru_cache(maxsize=16384)
def span(period: str | None) -> Span | None:
    """The days that a period covers; None where it states none or is malformed."""
    if not period or period in ("@", UNKNOWN):
        return None
    if period.startswith("@"):
        point = _point(period[1:])
        return Span(point[1], point[1], stock=True) if point else None
    begin, _, end = period.partition("/")
    first, last = _point(begin), _point(end or begin)
    return Span(first[0], last[1]) if first and last and first[0] <= last[1] else None


@lru_cache(maxsize=16384)
def canonical(period: str | None) -> str:
    """One spelling for one time: whole years and quarters by their own names; ``unknown`` where nothing is stated."""
    if not period:
        return UNKNOWN
    time = span(period)
    if time is None or time.stock or "/" not in period:
        return period
    whole = time.first.day == 1 and (time.last + _A_DAY).day == 1  # not half of a month, as the customs count
    if whole and time.first.year == time.last.year:
        months = (time.first.month, time.last.month)
        if months == (1, 12):
            return str(time.first.year)
        if months[1] - months[0] == 2 and months[0] % 3 == 1:
            return f"{time.first.year}-Q{months[1] // 3}"
        if months[0] == months[1]:
            return f"{time.first.year}-{months[0]:02}"
    return period


@lru_cache(maxsize=16384)
def moved(period: str, years: int) -> str:
    """The same period some years later; a stock's day that does not exist (29 February) becomes the 28th."""
    text = re.sub(r"\d{4}(?=$|[-/])", lambda m: f"{int(m.group()) + years:04}", period)
    return re.sub(r"-02-29$", "-02-28", text) if years % 4 else text


def before(period: str) -> str | None:
    """The month, quarter or half just before; None for other periods."""
    match = re.fullmatch(r"(\d{4})-(Q?)(\d{1,2})", period)
    if match:
        year, number = int(match[1]), int(match[3]) - 1
        if match[2]:
            return f"{year}-Q{number}" if number else f"{year - 1}-Q4"
        return f"{year}-{number:02}" if number else f"{year - 1}-12"
    half = re.fullmatch(r"(\d{4})-(01|07)/(\d{4})-(06|12)", period)
    if half and half[1] == half[3] and (half[2], half[4]) in (("01", "06"), ("07", "12")):
        year = int(half[1])
        return f"{year}-01/{year}-06" if half[2] == "07" else f"{year - 1}-07/{year - 1}-12"
    return None


def plan_year(period: str) -> str | None:
    """The year whose plan a result within it is measured against."""
    time = span(period)
    return str(time.last.year) if time and time.first.year == time.last.year else None


def label(period: str) -> tuple[str, str]:
    """What a period is called in Vietnamese and in English."""
    if period == UNKNOWN:
        return "không nêu thời gian", "time not stated"
    if period == "@":
        return "đến nay", "to date"
    if period.startswith("@"):
        vi, en = _point_label(period[1:])
        return f"tính đến {vi}", f"as of {en}"
    begin, _, end = period.partition("/")
    return _range_label(begin, end) if end else _point_label(begin)


def _point_label(text: str) -> tuple[str, str]:
    match = _POINT.fullmatch(text)
    if not match:
        return text, text
    year, quarter, month, day = match.groups()
    if quarter:
        return f"quý {('I', 'II', 'III', 'IV')[int(quarter) - 1]}/{year}", f"Q{quarter} {year}"
    if day:
        return f"ngày {int(day)}/{int(month)}/{year}", f"{int(day)} {calendar.month_name[int(month)]} {year}"
    if month:
        name = calendar.month_name[int(month)] if 0 < int(month) < 13 else month
        return f"tháng {int(month)}/{year}", f"{name} {year}"
    return f"năm {year}", year


def _range_label(begin: str, end: str) -> tuple[str, str]:
    if len(begin) == len(end) == 4:
        return f"giai đoạn {begin}-{end}", f"{begin}-{end}"
    first, last = _POINT.fullmatch(begin), _POINT.fullmatch(end)
    if first and last and first[3] and last[3] and first[1] == last[1] and not (first[4] or last[4]):
        months = int(first[3]), int(last[3])
        if months in _NAMED_MONTHS:
            vi, en = _NAMED_MONTHS[months]
            return vi.format(y=first[1]), en.format(y=first[1])
        names = f"{calendar.month_name[months[0]]}-{calendar.month_name[months[1]]} {first[1]}"
        return (
            f"{months[1]} tháng đầu năm {first[1]}" if months[0] == 1 else f"tháng {months[0]}-{months[1]}/{first[1]}"
        ), names
    (vi1, en1), (vi2, en2) = _point_label(begin), _point_label(end)
    return f"{vi1} - {vi2}", f"{en1} - {en2}"
