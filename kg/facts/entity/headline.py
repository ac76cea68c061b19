"""Figures of a headline, as those of the thing that the text tells of again."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from decimal import Decimal
from typing import Any

from kg.facts.entity.thing import key
from kg.model import Approx, EntityFigure


def unnamed(state: dict[str, Any], taken: Set[int]) -> list[EntityFigure]:
    """The figures of a headline that say of a thing what the text says again, with its name ("nhà máy 70 triệu USD").

    ``taken`` are the places of numbers that state something of an area.
    """
    told: list[EntityFigure] = state.get("told", [])
    found: list[EntityFigure] = []
    for evidence, value, unit, approx in state.get("headlined", []):
        alike = [
            f for f in told if f.unit == unit and f.attribute in _IN_HEADLINES and _rounded(f.value, value, approx)
        ]
        if alike and evidence.start not in taken and len({key(fact.entity) for fact in alike}) == 1:
            rules = ("entity.headline", f"attribute.{alike[0].attribute}")
            found.append(replace(alike[0], evidence=replace(evidence, rules=rules), value=value, approx=approx))
    return found


def _rounded(exact: Decimal, told: Decimal, approx: Approx | None) -> bool:
    """Whether a headline tells an amount of its text, exactly or rounded ("hơn 52 triệu USD" for 52,4)."""
    if exact == told or approx is None:
        return exact == told
    less, more = (0, _ROUNDED) if approx == "over" else (-_ROUNDED, 0) if approx == "under" else (-_ROUNDED, _ROUNDED)
    return told * (1 + less) <= exact <= told * (1 + more)


_ROUNDED = Decimal("0.05")


_IN_HEADLINES = ("investment-capital", "additional-capital", "land-area", "capacity", "length")


def told_again(figures: list[EntityFigure]) -> list[EntityFigure]:
    """The figures, those of a project that a headline only describes as those of the one that the lead tells more of.

    "... khánh thành nhà máy dây điện 20 triệu USD", and below it "nhà máy sản xuất dây điện" of a firm in a district.
    """
    figures = [_as_later(fact, figures) if "entity.headline" in fact.evidence.rules else fact for fact in figures]
    first = min((fact.evidence.start for fact in figures if fact.entity_type == "project"), default=_TITLE)
    if first >= _TITLE:
        return figures
    return [_of_lead(fact, figures) if fact.evidence.start < _TITLE else fact for fact in figures]


def _as_later(fact: EntityFigure, figures: list[EntityFigure]) -> EntityFigure:
    """A figure of a headline with the status that the text gives it below, all things told."""
    same = [
        other
        for other in figures
        if other is not fact
        and (other.entity, other.attribute, other.value) == (fact.entity, fact.attribute, fact.value)
    ]
    return replace(fact, status=same[0].status) if same else fact


def _of_lead(fact: EntityFigure, figures: list[EntityFigure]) -> EntityFigure:
    """A figure of a headline as that of the one project that tells the same amount and has all words of its name."""
    if fact.owner is not None or fact.entity_type != "project" or fact.attribute not in _IN_HEADLINES:
        return fact
    words = set(fact.entity.lower().split())
    same = {
        (other.entity, other.area, other.owner)
        for other in figures
        if (other.attribute, other.value, other.unit) == (fact.attribute, fact.value, fact.unit)
        and other.owner is not None
        and words < set(other.entity.lower().split())
        and (other.area or "").startswith(fact.area or "")
    }
    if len(same) != 1:
        return fact
    entity, area, owner = same.pop()
    return replace(fact, entity=entity, area=area, owner=owner)


_TITLE = 160  # letters
