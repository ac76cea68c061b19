"""Years that cannot be: set right from what the text compares them with, or from the year that it was written in."""

from __future__ import annotations

from dataclasses import replace

from kg.facts.clock import LAST_YEAR, repaired_year, this_year
from kg.facts.discourse import Discourse
from kg.facts.scope.figure import Spot
from kg.mentions.period import Period
from kg.mentions.resolve import year_of
from kg.model import Repair

_AHEAD = 3  # years: no figure is told of a day further on
_ADJACENT = 2  # letters


def not_compared_with_itself(period: Period, spot: Spot) -> Period | None:
    """Months that are set beside the same months of their own year are of the next ("5 tháng năm 2016 đạt 2,3 triệu
    tấn, tăng 1,6% so với cùng kỳ năm 2016", in a text of 2017): a year misprinted.
    """
    discourse = spot.discourse
    if period.kind not in ("months", "month", "quarter") or period.year is None or this_year(discourse.clock) is None:
        return None
    if this_year(discourse.clock) != period.year + 1:
        return None
    later = [t for t in spot.passage.times if t.start >= period.end and t.kind not in ("versus", "plan")]
    if not later or later[0].kind != "same" or later[0].year != period.year:
        return None
    discourse.pending = [Repair("period", str(period.year), str(period.year + 1), "year-of-comparison")]
    return replace(period, year=period.year + 1)


def not_far_ahead(period: Period, discourse: Discourse) -> Period:
    """A day years ahead that a figure is told of is misprinted ("đến 15/11/2031" in a report of 2013)."""
    now = this_year(discourse.clock)
    if period.kind != "asof" or not period.day or period.year is None or now is None or period.year <= now + _AHEAD:
        return period
    year = repaired_year(str(period.year), now)
    if year is None or year > now:
        return period
    discourse.pending = [Repair("period", str(period.year), str(year), "impossible-year")]
    return replace(period, year=year)


def scrambled(period: Period, now: int | None) -> Period:
    """A time whose year is far off and has the digits of this year or the last in another order, as misprinted.

    "Tháng 11/2012" in a report of 2021, "cùng kỳ năm 2002" in one that compares with 2020; only for texts that hasty
    typing has damaged elsewhere.
    """
    if now is None or period.year is None or abs(now - period.year) <= _FAR:
        return period
    whole = period.kind == "year" and period.year > LAST_YEAR  # "Năm 2051", of 2015
    if period.kind not in _MISTYPED and not whole:
        return period
    digits = sorted(str(period.year))
    if digits != sorted(str(now)) and (not (whole or period.kind == "same") or digits != sorted(str(now - 1))):
        return period
    return replace(period, year=None, misprint=str(period.year))


_MISTYPED = frozenset(("month", "months", "quarter", "same", "asof", "day"))
_FAR = 5  # years


def _ends_comparison(period: Period, spot: Spot) -> bool:
    """Whether a misprinted year is that of the same time of another year, named right before it."""
    before = [t for t in spot.passage.times if t.end <= period.start]
    return bool(before) and before[-1].kind == "same" and period.start - before[-1].end <= _ADJACENT


def misprinted_year(period: Period, spot: Spot) -> bool:
    """Whether a misprinted year ends the months before it ("9 tháng năm 2104"), which then are of the year meant."""
    months = spot.frame.period
    if period.misprint is not None and _ends_comparison(period, spot):
        return True  # "so cùng kỳ năm 2071": what it is set beside
    if period.misprint is None or months is None or months.kind not in ("months", "month", "quarter"):
        return False
    if months.year is not None or not 0 <= period.start - months.end <= _ADJACENT:
        return False
    note_year(period, spot.discourse)
    meant = spot.discourse.clock.repaired[period.misprint]
    spot.frame.put("period", replace(months, year=meant, end=period.end), "period.sentence")
    return True


def note_year(period: Period, discourse: Discourse) -> None:
    """Remember the year and month that a sentence speaks of, for what it leaves out later."""
    clock = discourse.clock
    if period.misprint is not None:
        repaired = repaired_year(period.misprint, clock.year)
        clock.repaired[period.misprint] = repaired
        discourse.pending = [Repair("period", period.misprint, str(repaired), "impossible-year")]
    year = year_of(period, clock)
    if year is not None:
        clock.spoken = year
    if period.kind == "month" and period.first:
        clock.month = period.first
