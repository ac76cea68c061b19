"""How sure a reading is, by the rules that made it."""

from __future__ import annotations

_PENALTY = {
    "indicator.inherited": 0.05,
    "indicator.context": 0.05,
    "indicator.discourse": 0.2,
    "period.discourse": 0.08,
    "period.document": 0.15,
    "area.document": 0.02,
    "area.misspelt": 0.05,
    "unit.as-before": 0.05,
    "indicator.product-list": 0.1,
    "product.phrase": 0.05,
    "period.none": 0.15,
    "measure.equal": 0.15,
    "indicator.heading": 0.05,
}
_REPAIRED = 0.95  # a misprint was put right


def confidence(rules: tuple[str, ...], misprinted: bool) -> float:
    """How sure a reading is: 1 less a fixed penalty for each thing inherited or inferred."""
    left = 1.0
    for rule in rules:
        left *= 1 - _PENALTY.get(rule, 0.0)
    return repaired(left) if misprinted else round(left, 3)


def repaired(sure: float) -> float:
    """How sure a reading is that a misprint was put right for."""
    return round(sure * _REPAIRED, 3)
