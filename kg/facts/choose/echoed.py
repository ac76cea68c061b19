"""Figures that answer those just told, item by item: of another time, in the same order.

"Nông nghiệp chiếm 11%; công nghiệp 37%; dịch vụ 52%. Con số tương ứng của năm trước là 12%; 36%; 52%."
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import regex

from kg.facts.choose.choice import Choice
from kg.facts.choose.number import Number
from kg.facts.kinds import RELATIVE
from kg.mentions.quantity import Quantity
from kg.model import Observation
from kg.text.normalise import fold_pattern

ECHOED = "indicator.echoed"
_ANSWERS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:cơ cấu|tỷ trọng|tỷ lệ|con số|số liệu|mức|tốc độ|chỉ số|sản lượng|kim ngạch"
        r"|giá trị)(?: \p{L}+){0,3}?"
        r" tương ứng(?![\p{L}])[^;:%()]{0,60}?(?:(?<![\p{L}])(?:là|đạt|ở mức)|:)\s*(?:lần lượt )?(?:là )?$"
    )
)
_NEXT = regex.compile(fold_pattern(r"\s*(?:[,;]|và|[,;] và)\s*"))
_WEIGHTS = fold_pattern("tỷ trọng")
_TWO = 2


def answer(number: Number) -> Choice | None:
    """The indicator of the figure that a number answers, with its parts; None where it answers none."""
    discourse, start = number.discourse, number.quantity.start
    if start not in discourse.echo and _ANSWERS.search(number.gap_text):
        discourse.echo.update(_answers(number))
    fact = discourse.echo.get(start)
    if fact is None:
        return None
    given = discourse.respective.setdefault(start, {})
    for name in ("area", "sector", "product", "partner", "investor"):
        value = getattr(fact, name)
        if value is not None and (name != "area" or value != discourse.own):
            given.setdefault(name, value)
    return Choice(fact.indicator, ECHOED)


def _answers(number: Number) -> dict[int, Observation]:
    """The numbers of the list, by where they begin, with the figures just told that stand at their places."""
    run = _run(number)
    told = number.discourse.told or number.discourse.told_before
    told = [f for f in told if _of_kind(f, run[0])]
    if len(run) < _TWO or len(told) < len(run):
        return {}
    told = told[-len(run) :]
    if _WEIGHTS in number.gap_text:  # "... lần lượt tăng 3%, 10% và 11%; tỷ trọng tương ứng là 35%, 16% và 45%"
        told = [replace(fact, measure="share", base=None) for fact in told]
    alike = len({(f.indicator, f.measure, f.period) for f in told}) == 1
    return {q.start: f for q, f in zip(run, told, strict=True)} if alike else {}


def _run(number: Number) -> list[Quantity]:
    """The number and those of its dimension that follow, with marks of a list alone between them."""
    behind = number.passage.quantities[number.index :]
    run = [number.quantity]
    for one, other in pairwise(behind):
        if other.dimension != one.dimension:
            break
        if _NEXT.fullmatch(number.passage.folded, one.full_end, other.full_start) is None:
            break
        run.append(other)
    return run


def _of_kind(fact: Observation, quantity: Quantity) -> bool:
    """Whether a figure told is one that such a number can answer: a rate a rate, an amount an amount."""
    if quantity.dimension == "percent":
        return fact.unit == "percent" and fact.measure in RELATIVE
    return fact.measure == "level" and fact.unit == quantity.unit
