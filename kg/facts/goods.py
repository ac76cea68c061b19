"""The goods that a text is about, and those whose trade its last sentences told of, for the partners to come."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from kg.facts.place import HEAD, foremost
from kg.mentions.scan import Word
from kg.model import Observation

_TOPIC = 6  # times that a text names the goods that it is about


@dataclass(slots=True)
class TradedGoods:
    """Goods whose trade a sentence has told: on which side, how much of them at most, and how many kinds."""

    product: str
    side: str  # "export" or "import"
    at: int  # the sentence, by its count
    most: dict[str, Decimal] = field(default_factory=dict)  # the largest amount of them, by unit
    single: bool = True  # no other goods in that sentence
    period: str | None = None  # of the last amount without a partner
    refused: int = -1  # the sentence that told of more than all of these goods


def traded_goods(told: TradedGoods | None, fact: Observation, at: int) -> TradedGoods | None:
    """The goods told of behind a figure of trade, read in the sentence ``at``: the same, others, or none any more."""
    side = fact.indicator.partition("-")[0]
    if fact.product is None:
        return told if fact.partner is not None else None
    if told is None or told.side != side or (told.product != fact.product and told.at != at):
        told = TradedGoods(fact.product, side, at)
    elif told.product != fact.product:
        told.single = False
    if fact.measure == "level":
        if fact.partner is None:
            again = told.at == at and fact.unit in told.most and fact.period == told.period
            told.single = told.single and not again  # "gỗ, dệt may đạt lần lượt 2,6 và 2,4 tỷ USD"
            told.period = fact.period
        told.most[fact.unit] = max(fact.value, told.most.get(fact.unit, Decimal(0)))
    told.at = at
    return told


def goods(text: str, words: list[Word]) -> str | None:
    """The product that a text is about, as it words it: in its first lines, and named far more often than any other."""
    labels = ((w, w.of("product")) for w in words)
    named = [(w, label.concept.code) for w, label in labels if label is not None and label.concept.code != "goods"]
    top, most, second = foremost(Counter(code for _, code in named))
    first = next((w for w, code in named if code == top and w.start < HEAD), None)
    if first is None or most < _TOPIC or most < 2 * second:
        return None
    return text[first.start : first.end].lower()
