"""In which interval a written number can lie: by its digits, by "khoảng", "hơn", "gần", by its range.

    19,22 tỷ       [19.215, 19.225] tỷ      half a unit of the last digit written either way
    gần 20 tỷ      [18, 20] tỷ              under: down to 10 % less
    hơn 7,1 tỷ     [7.1, 7.81] tỷ           over: up to 10 % more
    khoảng 191.000 [181450, 200550]         about: 5 % either way
    78.000 tỷ      [77.950, 78.050] tỷ      closing zeros but the first may be rounded away ("700 triệu" for 696,3)
    550 dự án      [550, 550]               a count written in full is exact
    kế hoạch 7 tỷ  [6.965, 7.035] tỷ        a plan is meant nearly as written: half a per cent either way at most

All arithmetic is on exact decimals; every interval is closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from kg.model import EntityFigure, Evidence, Observation

COUNTED = frozenset("project enterprise person job zone household shop country visit vehicle case animal rank".split())
"""Units of things that are counted one by one: a small number of them, written in full, is exact."""
_ABOUT, _OPEN, _PLAN = Decimal("0.05"), Decimal("0.1"), Decimal("0.005")
_DIGITS = re.compile(r"[0-9][0-9.,]*")
_GROUPED = re.compile(r"[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})*")


class Interval(NamedTuple):
    """A closed interval of decimals."""

    low: Decimal
    high: Decimal

    @property
    def width(self) -> Decimal:
        """How vague the number is."""
        return self.high - self.low

    @property
    def middle(self) -> Decimal:
        """Half-way."""
        return (self.low + self.high) / 2

    def meets(self, other: Interval) -> bool:
        """Whether one number can lie in both; two that only touch (7 and 8, at 7.5) do not meet."""
        if self.width and other.width:
            return self.low < other.high and other.low < self.high
        return self.low <= other.high and other.low <= self.high

    def within(self, other: Interval) -> Interval:
        """The numbers that lie in both; ask ``meets`` first."""
        return Interval(max(self.low, other.low), min(self.high, other.high))

    def plus(self, other: Interval) -> Interval:
        """Every sum of two members."""
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: Interval) -> Interval:
        """Every difference of two members."""
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, other: Interval) -> Interval:
        """Every product of two members."""
        ends = [a * b for a in self for b in other]
        return Interval(min(ends), max(ends))

    def over(self, other: Interval) -> Interval | None:
        """Every quotient of two members, None where the divisor can be zero."""
        if other.low <= 0 <= other.high:
            return None
        ends = [a / b for a in self for b in other]
        return Interval(min(ends), max(ends))

    def shifted(self, by: Decimal) -> Interval:
        """The interval moved along the line."""
        return Interval(self.low + by, self.high + by)


def total(intervals: Iterable[Interval]) -> Interval:
    """The interval of a sum."""
    result = Interval(Decimal(0), Decimal(0))
    for each in intervals:
        result = result.plus(each)
    return result


def surface_of(evidence: Evidence) -> str:
    """The digits as the text writes them, or nothing where the sentence is not at hand."""
    at = evidence.start - evidence.sentence_start
    surface = evidence.sentence[at : at + evidence.end - evidence.start] if at >= 0 else ""
    return surface if _DIGITS.fullmatch(surface) else ""


def readings(surface: str) -> list[tuple[Decimal, int]]:
    """The numbers that digits and marks can mean, each with its decimals, the Vietnamese reading first."""
    if _GROUPED.fullmatch(surface):
        grouped = (Decimal(re.sub("[.,]", "", surface)), 0)
        if len(re.findall("[.,]", surface)) > 1:
            return [grouped]
        decimal = (Decimal(surface.replace(",", ".")), 3)
        return [grouped, decimal] if "." in surface else [decimal, grouped]
    last = max(surface.rfind(","), surface.rfind("."))
    if last < 0:
        return [(Decimal(surface), 0)]
    whole, decimals = re.sub("[.,]", "", surface[:last]), surface[last + 1 :].rstrip(".,")
    return [(Decimal(f"{whole or 0}.{decimals or 0}"), len(decimals))]


def _closing_zeros(value: Decimal) -> int:
    digits = str(int(abs(value)))
    return len(digits) - len(digits.rstrip("0")) if value else 0


def _is_magnitude(ratio: Decimal) -> bool:
    """A power of ten, or the factor of a unit form (100 kg a tạ): no other factor turns digits into the value."""
    return ratio.normalize().as_tuple().digits == (1,)


def rounding_unit(value: Decimal, surface: str = "", unit: str = "") -> Decimal:
    """The size of the last digit that counts; 0 where the number is exact.

    From the digits of the text where they are at hand and fit the value, else from the value's own digits.
    """
    number, decimals, scale = _as_written(value, surface) or _as_stored(value)
    if decimals:
        return scale.scaleb(-decimals)
    zeros = _closing_zeros(number)
    if scale == 1 and unit in COUNTED and zeros < 3:
        return Decimal(0)
    return scale.scaleb(zeros - 1) if zeros >= 2 else scale


def _as_written(value: Decimal, surface: str) -> tuple[Decimal, int, Decimal] | None:
    """Number, decimals and multiplier of the digits in the text, where some reading of them gives the value."""
    for number, decimals in readings(surface) if surface and value else ():
        if number and _is_magnitude(abs(value) / number):
            return number, decimals, abs(value) / number
    return None


def _as_stored(value: Decimal) -> tuple[Decimal, int, Decimal]:
    """The same out of the value alone; from millions on, a multiplier word will have stood after its digits."""
    exponent = int(value.normalize().as_tuple().exponent)
    scale = Decimal(10) ** exponent if exponent >= 6 else Decimal(1)
    return abs(value) / scale, -min(exponent, 0), scale


def interval_of(fact: Observation | EntityFigure) -> Interval:
    """Where the true value of a figure can lie, if the text is right."""
    step = rounding_unit(fact.value, surface_of(fact.evidence), fact.unit) / 2
    if fact.status == "target":
        step = min(step, abs(fact.value) * _PLAN)
    low, high = fact.value, fact.value if fact.value_max is None else fact.value_max
    low, high = min(low, high), max(low, high)
    return widened(Interval(low - step, high + step), low, high, fact.approx)


def widened(rounded: Interval, low: Decimal, high: Decimal, approx: str | None) -> Interval:
    """The interval of a rounded number after "khoảng", "hơn" or "gần"; decreases grow downward ("giảm hơn 5%")."""
    if approx == "about":
        reach = max(abs(low), abs(high)) * _ABOUT
        return Interval(min(rounded.low, low - reach), max(rounded.high, high + reach))
    if approx in ("over", "under"):
        outward = (approx == "over") == (high >= 0)
        return Interval(low, high + abs(high) * _OPEN) if outward else Interval(low - abs(low) * _OPEN, high)
    return rounded
