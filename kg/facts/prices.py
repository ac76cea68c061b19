"""What a month's price index is compared with, where its sentence leaves that to the reader; and which sums are prices.

FACTS.md (3) takes the year before where a growth names no base; a month's index of prices that falls, or that differs
from what the same text says it rose by over the year, is told against the month before.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import regex

from kg.mentions.quantity import Quantity
from kg.model import Observation
from kg.text.normalise import fold, fold_pattern

_MONTH = regex.compile(r"\d{4}-\d{2}")
_OVER_YEAR = regex.compile(fold_pattern(r"cùng kỳ|cùng tháng|năm trước|năm ngoái|một năm|(?<![\p{L}])ck(?![\p{L}])"))


def monthly(observations: list[Observation]) -> list[Observation]:
    """The observations, those of a month's prices that name no base with the month before where they must mean it."""
    prices = [f for f in observations if f.indicator == "cpi" and f.measure == "growth" and f.base == "yoy"]
    prices = [f for f in prices if _MONTH.fullmatch(f.period or "")]
    if not prices:
        return observations
    told = {id(f): _OVER_YEAR.search(fold(f.evidence.sentence)) is not None for f in prices}
    over_year = {(f.area, f.period, f.product): f.value for f in prices if told[id(f)]}
    unsaid = {id(f) for f in prices if not told[id(f)]}
    return [replace(f, base="prev") if id(f) in unsaid and _of_month(f, over_year) else f for f in observations]


def _of_month(fact: Observation, over_year: dict[tuple[str | None, str | None, str | None], Decimal]) -> bool:
    """Whether a rate cannot be one over the year."""
    over = over_year.get((fact.area, fact.period, fact.product))
    differs = over is not None and over != fact.value and abs(fact.value) < _MOST
    return (differs and _INFLATION not in fold(fact.evidence.sentence)) or (fact.value < 0 and fact.product is None)


_MOST = 2  # per cent by which prices change in a month, as a rule
_INFLATION = fold("lạm phát")  # told over the year


def is_price(quantity: Quantity) -> bool:
    """Whether a number is what a thing costs."""
    return quantity.dimension == "money" and quantity.per is not None and not quantity.per.startswith(_PERSON)


_PERSON = fold_pattern("người")
