"""How a number is meant."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kg.model import Measure


@dataclass(slots=True, unsafe_hash=True)  # nothing changes one: to have that checked makes each six times as slow
class Reading:
    """How a number is meant: its measure, its sign, what it is compared with, and the rule.

    ``offset`` is added to the number (an index of 109 is a growth of 9); ``plan`` marks a number
    that is the plan's own.
    """

    measure: Measure
    sign: int = 1
    base: str | None = None
    offset: Decimal = Decimal(0)
    plan: bool = False
    rule: str = ""
