"""How much of each side of trade a text has told of: a part cannot be larger than its whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import regex

from kg.facts.kinds import SIDES
from kg.facts.tokens import Passage
from kg.model import Observation
from kg.text.normalise import fold_pattern

# "Ở chiều ngược lại, nước ta nhập từ Pháp phần nhiều là máy móc."
_WE_TRADE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:việt nam|nước ta|ta)(?: chủ yếu| cũng| đã| lại)* (?:(?P<buy>nhập|mua)(?: khẩu)?(?: về"
        r"| hàng)? (?:từ|của)"
        r"|(?:bán|xuất)(?: khẩu)?(?: hàng)? (?:sang|vào|cho|tới))(?![\p{L}])"
        r"|^\W*(?:(?P<buy>nhập|mua)(?: khẩu)? (?:từ|của)|(?:bán|xuất)(?: khẩu)? (?:sang|vào)) "
    )
)


def side_told(passage: Passage) -> str | None:
    """The side of trade that a sentence without figures turns to by its verb; None where it turns to none."""
    told = _WE_TRADE.search(passage.folded[passage.sentence.start : passage.sentence.end])
    return None if told is None else SIDES[told["buy"] is not None]


@dataclass(slots=True)
class Sides:
    """The amount of each side that was told last, in dollars: of all goods, of all who trade."""

    totals: dict[str, Decimal] = field(default_factory=dict)

    def note(self, fact: Observation) -> None:
        """Take in a figure of trade."""
        whole = fact.product is None and fact.sector is None and fact.investor is None
        if fact.indicator in SIDES and fact.measure == "level" and fact.unit == "USD" and whole:
            self.totals[fact.indicator] = fact.value

    def sold(self, amount: Decimal) -> bool:
        """Whether an amount told behind imports is one of exports: larger than all those, not than all these."""
        sold, bought = (self.totals.get(side) for side in SIDES)
        return sold is not None and bought is not None and bought < amount <= sold
