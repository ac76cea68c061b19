"""The months that a time of the text means: its year, and how FACTS.md writes it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date

from kg.mentions.period import BEFORE_THAT, THAT, Period

_QUARTER = 3  # months
_MIDYEAR = 6  # before it "5 năm qua" are those up to the year before
_DECEMBER = 12
_HALVES = ("half1", "half2")
_SPRING = 3
_YEAR_END = 11  # the month from which "năm qua" is the year that is ending
NEW_YEAR = 2  # the last month in which texts tell of the year before as of the one just ended
_LATE = 9  # months up to this or a later one are no goal that is set in January


@dataclass(slots=True)
class Clock:
    """What the discourse knows of time: the year it speaks of and the document's date."""

    year: int | None = None
    today: date | None = None
    month: int | None = None
    spoken: int | None = None
    repaired: dict[str, int | None] = field(default_factory=dict)
    counted: str | None = None  # the day or month up to which the whole text counts, by its title
    told_whole: bool = False  # the year of the clock is the one that the text calls "năm qua"


def year_of(period: Period, clock: Clock) -> int | None:
    """The year that a mention means, by itself or in its discourse."""
    if period.year is not None:
        return period.year
    if period.misprint is not None:
        return clock.repaired.get(period.misprint, clock.year)
    this = clock.today.year if clock.today else clock.year
    if period.what == "whole" and this and clock.today and clock.today.month <= NEW_YEAR:
        return this - 1  # "cả năm" in a report of January is the year that has ended
    if period.what == "whole" and clock.year is not None:
        return clock.year
    if period.relative == THAT:
        return clock.spoken or this
    if period.relative == BEFORE_THAT:
        return this - 1 if this is not None else None  # where nothing told which year it comes before
    late = clock.told_whole or (clock.today is not None and clock.today.month >= _YEAR_END)
    if period.relative == -1 and period.kind == "year" and period.what == "past" and late:
        return this  # "trong năm qua" of a text on the results of 2016, or written when a year ends
    if period.relative is not None and this is not None:
        return this + period.relative
    if clock.today is not None and _ended(period, clock.today, clock.spoken):
        return clock.today.year - 1
    return clock.year if clock.year is not None else this


def _ended(period: Period, today: date, spoken: int | None) -> bool:
    """Whether months without a year that lie ahead of the document's day are those of the year before.

    In January "12 tháng" and "quý IV" are told as results; later in a year only "12 tháng" is, where the year before is
    spoken of.
    """
    if period.kind == "asof" and period.first and not period.day and spoken == today.year - 1:
        return period.first == _DECEMBER and today.month <= _SPRING  # "tính đến tháng 12", told in February
    if period.kind not in ("month", "months", "quarter"):
        return False
    last = (period.first or 0) * _QUARTER if period.kind == "quarter" else period.last or period.first
    if not last or last <= today.month:
        return False
    if today.month <= NEW_YEAR:
        return last >= _LATE if spoken is None else spoken == today.year - 1
    return spoken == today.year - 1 and period.kind == "months" and period.first == 1 and last == _DECEMBER


def resolve(period: Period, clock: Clock, stock: bool) -> str | None:
    """A mention as FACTS.md writes periods; ``stock`` makes "9 tháng" of a stock its last day."""
    year = year_of(period, clock)
    if period.kind == "now" and clock.counted is not None:
        return clock.counted
    if period.kind == "now":
        return f"@{clock.today.isoformat()}" if clock.today else "@"
    if year is None:
        return None
    if period.kind in ("year", "until"):
        return f"{year}"
    if period.kind == "span" and period.what == "past":
        last = year - 1 if clock.today is not None and clock.today.month < _MIDYEAR else year
        return f"{last - (period.first or 1) + 1}/{last}"
    if period.kind == "span" and period.what == "next":
        begin = year + (clock.today is None or clock.today.month > _MIDYEAR)
        return f"{begin}/{begin + (period.first or 1) - 1}"
    if period.kind == "span":
        return f"{year}/{period.year_to}" if period.year_to and period.year_to != year else f"{year}"
    if period.kind == "quarter":
        return _quarter(period, year, clock)
    if period.what in _HALVES and period.first and not stock:
        first, last = (1, 15) if period.what == "half1" else (16, monthrange(year, period.first)[1])
        return f"{year}-{period.first:02d}-{first:02d}/{year}-{period.first:02d}-{last:02d}"
    if period.kind == "month":
        month = period.first
        if period.what == "spoken":
            month = clock.month
        if month is None and (clock.month or clock.today):
            spoken = clock.today.month if clock.today and (clock.month is None or not period.relative) else clock.month
            this = clock.today.year if clock.today else clock.year
            month = (spoken or 0) + (period.relative or 0)
            year, month = ((this or year) - 1, 12) if month == 0 else (this or year, month)
        if month is None:
            month = clock.month
        return f"{'@' if stock else ''}{year}-{month:02d}" if month else None
    if period.kind == "months":
        last = period.year_to or year
        if stock:
            return f"@{last}-{period.last:02d}"
        return f"{year}-{period.first:02d}/{last}-{period.last:02d}"
    if period.kind in ("asof", "day"):
        return _as_of(period, year, stock)
    return None


def _quarter(period: Period, year: int, clock: Clock) -> str | None:
    """A quarter by its number, or "quý này", "quý trước" seen from the day of the document."""
    if period.first:
        return f"{year}-Q{period.first}"
    if period.what == "spoken" and clock.month is not None:
        return f"{year}-Q{(clock.month + 2) // 3}"
    if clock.today is None or period.relative is None:
        return None
    now = clock.today.year * 4 + (clock.today.month - 1) // 3 + period.relative
    return f"{now // 4}-Q{now % 4 + 1}"


def _as_of(period: Period, year: int, stock: bool) -> str | None:
    """A day or month by its end; None for "giai đoạn này" in a text that has told no span of years."""
    if period.first is None:
        return None
    if stock:
        day = f"-{period.day:02d}" if period.day else ""
        return f"@{year}-{period.first:02d}{day}"
    if period.what == "vào" and not period.day:
        return f"{year}-{period.first:02d}"
    if period.first == 12:
        return f"{year}"
    if period.first == 1:
        return f"{year}-01"
    return f"{year}-01/{year}-{period.first:02d}"
