"""Facts to and from the flat table (one JSON object a fact), as docs/facts.md lays it out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from kg.model import EntityFigure, Evidence, Fact, Observation, Policy, Repair, Role
from kg.render import number

KINDS: dict[type, str] = {Observation: "observation", EntityFigure: "entity", Policy: "policy", Role: "role"}
NUMERIC = ("value", "value_max", "unit", "measure", "base", "period", "status", "approx", "area")
COLUMNS: dict[str, tuple[str, ...]] = {
    "observation": (*NUMERIC, "indicator", "sector", "product", "partner", "investor", "flow", "zone_type"),
    "entity": (*NUMERIC, "entity_type", "entity", "attribute", "owner"),
    "policy": ("number", "policy_type", "date", "issuer"),
    "role": ("person", "role", "org"),
}
_MAKERS: dict[str, Any] = {"observation": Observation, "entity": EntityFigure, "policy": Policy, "role": Role}
_DECIMAL = {"value", "value_max"}


def to_row(fact: Fact) -> dict[str, Any]:
    """One fact as a flat JSON-ready object; decimals become int or float, absent values null."""
    evidence, kind = fact.evidence, KINDS[type(fact)]
    row: dict[str, Any] = {
        "doc": evidence.doc,
        "kind": kind,
        "start": evidence.start,
        "end": evidence.end,
        "sentence": evidence.sentence,
    }
    for name in COLUMNS[kind]:
        value = getattr(fact, name)
        row[name] = number(value) if isinstance(value, Decimal) else value
    row["confidence"] = evidence.confidence
    row["rules"] = list(evidence.rules)
    row["repairs"] = repairs(evidence.repairs)
    return row


def from_row(row: Mapping[str, Any]) -> Fact:
    """The fact that a row states; columns that the kind does not have are ignored.

    Raises KeyError where a required column is missing.
    """
    kind = row["kind"]
    evidence = Evidence(
        doc=row["doc"],
        start=row["start"],
        end=row["end"],
        sentence=row.get("sentence", ""),
        sentence_start=row.get("sentence_start", row["start"]),
        rules=tuple(row.get("rules", ())),
        confidence=row.get("confidence", 1.0),
        repairs=tuple(Repair(**repair) for repair in row.get("repairs", ())),
    )
    values: dict[str, Any] = {}
    for name in COLUMNS[kind]:
        value = row.get(name)
        if value is not None:
            values[name] = Decimal(str(value)) if name in _DECIMAL else value
    fact: Fact = _MAKERS[kind](evidence=evidence, **values)
    return fact


def repairs(made: Iterable[Repair]) -> list[dict[str, str]]:
    """What was repaired in a text, as JSON-ready objects."""
    return [{"field": r.field, "was": r.was, "became": r.became, "rule": r.rule} for r in made]
