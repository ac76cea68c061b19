"""The rules for the indicator of a number, in the order in which they are tried."""

from __future__ import annotations

from kg.facts.choose import (
    after,
    beside,
    branches,
    budget,
    by_what,
    counted,
    echoed,
    inherited,
    labour,
    named,
    other_measure,
    recalled,
    right,
    side,
    verbs,
)
from kg.facts.choose.choice import NOTHING, Choice
from kg.facts.choose.number import Number, Rule
from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.measure import Reading
from kg.facts.tokens import Passage

_RULES: tuple[Rule, ...] = (
    echoed.answer,
    recalled.pointed,
    recalled.goal,
    recalled.next_goal,
    recalled.balance,
    recalled.rate_goal,
    recalled.of_disbursed,
    other_measure.told,
    right.behind,
    right.of_plan,
    right.rest,
    right.funds,
    right.by_kind,
    right.cars,
    right.tax_rate,
    right.market,
    recalled.named_in_turn,
    recalled.in_turn,
    recalled.paired,
    recalled.of_counted,
    side.of_both,
    side.through,
    verbs.traded,
    verbs.shipped,
    verbs.pledged,
    verbs.put_in,
    verbs.attracted,
    verbs.paid,
    budget.by_verb,
    branches.industry_in_headline,
    branches.branches_of_industry,
    labour.of_industry,
    named.before,
    inherited.counted_ahead,
    counted.thing,
    *beside.RULES,
    after.spent,
    after.subject,
    by_what.of_foreign,
    *inherited.RULES,
)


def choose(passage: Passage, index: int, reading: Reading, frame: Frame, discourse: Discourse) -> Choice | None:
    """The indicator of a number, or None where none fits."""
    number = Number(passage, index, frame, discourse, reading)
    for rule in _RULES:
        choice = rule(number)
        if choice is not None:
            return choice if choice is not NOTHING else None
    return None
