"""The year of a time that names none, from a time that the sentence named before it."""

from __future__ import annotations

from dataclasses import replace

import regex

from kg.facts.kinds import COMPARED
from kg.facts.scope.figure import Spot
from kg.mentions.period import Period
from kg.text.normalise import fold_pattern, fold_word

_YEAR_NEAR = 30  # letters
_SHORT_TIMES = ("month", "quarter", "months")
_SINCE = regex.compile(fold_pattern(r"(?<![\p{L}])kể từ\s+$"))
_ALSO = regex.compile(
    fold_pattern(r"\s*,?\s*(?:(?:cũng|thì)\s+)?(?:(?:trong|vào)\s+)?")
)  # "năm ngoái, cũng trong quý I"
_PART = regex.compile(fold_pattern(r"trong đó,?\s+$"))
_IN_BRACKET = regex.compile(r"\([^()]*$")
_BEFORE = tuple(map(fold_word, ("năm trước", "quý trước", "tháng trước", "trong năm trước")))


def of_year_before(period: Period, spot: Spot) -> Period:
    """A time is of the year named before it in the sentence ("năm 2008, CPI tháng 5 tăng tới 3,91%").

    Months that end with a month named before ("Tháng 6/2019 đạt 5 tỷ; 6 tháng đạt 28 tỷ") are of its year as well, and
    so is an earlier quarter ("Quý IV/2018 tăng 9,4% (quý I tăng 8,1%)").
    """
    if period.year is not None or spot.discourse.clock.year is None:
        return period
    folded, start = spot.passage.folded, spot.passage.sentence.start
    named = _last_dated([t for t in spot.passage.between(start, period.start) if isinstance(t, Period)], folded)
    if named is not None and named.relative == -1 and named.kind == "year" and period.kind in _SHORT_TIMES:
        joined = _ALSO.fullmatch(folded, named.end, period.start) is not None
        return replace(period, relative=-1) if joined and period.relative is None else period
    if named is None or named.year is None:
        return period
    aside = _IN_BRACKET.search(folded, named.end, period.start) is not None
    if period.relative == -1 and folded.startswith(_BEFORE, period.start):
        return _one_before(period, named) if aside else period
    if period.kind != "year" and (period.kind not in _SHORT_TIMES or period.relative is not None):
        return period
    if period.kind == "year" and period.what != "whole":
        return period
    if named.kind == "year":
        near = named.end >= spot.gap[0] and period.start - named.end <= _YEAR_NEAR
        part = period.kind == "quarter" and _PART.search(folded, max(start, period.start - 10), period.start)
        within = period.kind != "year" and (near or bool(part) or (aside and period.kind == "quarter"))
    else:
        within = named.kind in _SHORT_TIMES and (_last(period) or 13) <= (_last(named) or 0)
    return replace(period, year=named.year, relative=None, what=None) if within else period


def _last_dated(times: list[Period], folded: str) -> Period | None:
    """The last time whose year is told, before quarters that go on with it; "cao nhất kể từ năm 2011" tells of none."""
    told = [t for t in times if t.kind not in COMPARED and not _SINCE.search(folded, max(0, t.start - 16), t.start)]
    while told and told[-1].year is None and told[-1].kind == "quarter":
        told.pop()
    return told[-1] if told else None


def _one_before(period: Period, named: Period) -> Period:
    """The year, quarter or month right before a time that was named ("quý II/2018 là 2,19% (quý trước là 2,20%)")."""
    if period.kind != named.kind or named.year is None:
        return period
    if period.kind == "year":
        return replace(period, year=named.year - 1, relative=None)
    if named.first is None:
        return period
    last = 4 if period.kind == "quarter" else 12
    earlier = (named.year, named.first - 1) if named.first > 1 else (named.year - 1, last)
    return replace(period, year=earlier[0], first=earlier[1], relative=None, what=None)


def _last(period: Period) -> int | None:
    """The last month of a time within a year."""
    if period.kind == "quarter":
        return 3 * period.first if period.first else None
    return 12 if period.kind == "year" else period.last or period.first
