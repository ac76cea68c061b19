"""How each field of a fact stands in RDF: one row a field, used in both directions.

A claim has one quad for each field that is set. ``FIELDS`` gives, for each kind of fact, the field's
name in ``kg.model``, its property and its codec.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kg import terms
from kg.model import EntityFigure, Observation, Policy, Role

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'["\\\n\r\t]')
# Characters that an IRI reference may not hold: a URL that a collector gives may be anything.
_NOT_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


@dataclass(frozen=True, slots=True)
class Codec:
    """``write`` makes the N-Quads term of a value, ``read`` the value of a term's text."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


def literal(text: str) -> str:
    """A plain string as an N-Quads term.

    >>> print(literal('"Thép"'))
    "\\"Thép\\""
    """
    return '"' + _ESCAPED.sub(lambda match: _ESCAPES[match.group()], text) + '"'


def iri(text: str) -> str:
    """An IRI as an N-Quads term; characters that no IRI may hold are percent-encoded."""
    return "<" + _NOT_IRI.sub(lambda match: f"%{ord(match.group()):02X}", text) + ">"


def typed(text: str, datatype: str) -> str:
    """A literal of another datatype as an N-Quads term; ``text`` needs no escapes."""
    return f'"{text}"^^<{datatype}>'


def decimal(value: Decimal) -> str:
    """A decimal as the store itself would write it, so that a dump and our text agree.

    >>> print(decimal(Decimal("12.50")))
    "12.5"^^<http://www.w3.org/2001/XMLSchema#decimal>
    """
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return typed("0" if text in ("-0", "") else text, terms.XSD_DECIMAL)


_DATE_TYPES = ((10, terms.XSD_DATE), (7, terms.XSD_YEAR_MONTH), (4, terms.XSD_YEAR))
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)


def date(text: str) -> str:
    """A date, a month or a year as the literal of its precision; anything else as a string."""
    if _DATE.fullmatch(text):
        return next(typed(text, datatype) for length, datatype in _DATE_TYPES if len(text) == length)
    return literal(text)


def _reference(to_iri: Callable[[str], str], of_iri: Callable[[str], str]) -> Codec:
    """A codec for ids that become IRIs; each is computed once, since few different ones occur."""
    seen: dict[str, str] = {}

    def write(value: str) -> str:
        term = seen.get(value)
        if term is None:
            term = f"<{to_iri(value)}>"
            if len(seen) < 10_000:
                seen[value] = term
        return term

    return Codec(write, of_iri)


def _code(scheme: str) -> Codec:
    return _reference(lambda value: terms.code(scheme, value), lambda found: terms.code_of(scheme, found))


TEXT = Codec(literal, str)
DECIMAL = Codec(decimal, Decimal)
DATE = Codec(date, str)
AREA = _reference(terms.area, terms.area_of)
PERIOD = _reference(terms.period, terms.period_of)
UNIT = _reference(terms.unit, terms.unit_of)
BASE = _reference(terms.base, terms.base_of)
INDICATOR = _reference(terms.indicator, terms.indicator_of)

Field = tuple[str, str, Codec]

_NUMERIC: tuple[Field, ...] = (
    ("value", terms.VALUE, DECIMAL),
    ("value_max", terms.VALUE_MAX, DECIMAL),
    ("unit", terms.UNIT_OF, UNIT),
    ("measure", terms.MEASURE_OF, _code("measure")),
    ("base", terms.BASE_OF, BASE),
    ("period", terms.REF_PERIOD, PERIOD),
    ("status", terms.STATUS, _code("status")),
    ("approx", terms.APPROX, _code("approx")),
    ("area", terms.REF_AREA, AREA),
)

FIELDS: dict[type, tuple[Field, ...]] = {
    Observation: (
        ("indicator", terms.INDICATOR_OF, INDICATOR),
        *_NUMERIC,
        ("sector", terms.SECTOR_TEXT, TEXT),
        ("product", terms.PRODUCT_TEXT, TEXT),
        ("partner", terms.PARTNER, AREA),
        ("investor", terms.INVESTOR, _code("investor")),
        ("flow", terms.FLOW, _code("flow")),
        ("zone_type", terms.ZONE_TYPE, _code("zone-type")),
    ),
    EntityFigure: (
        ("entity_type", terms.ENTITY_TYPE, _code("entity-type")),
        ("entity", terms.ENTITY_NAME, TEXT),
        ("attribute", terms.ATTRIBUTE_OF, _code("attribute")),
        ("owner", terms.OWNER_NAME, TEXT),
        *_NUMERIC,
    ),
    Policy: (
        ("number", terms.NUMBER, TEXT),
        ("policy_type", terms.POLICY_TYPE, TEXT),
        ("date", terms.POLICY_DATE, DATE),
        ("issuer", terms.ISSUER, TEXT),
    ),
    Role: (
        ("person", terms.PERSON_NAME, TEXT),
        ("role", terms.ROLE_NAME, TEXT),
        ("org", terms.ORG_NAME, TEXT),
    ),
}

CLASSES: dict[type, str] = {
    Observation: terms.OBSERVATION_CLAIM,
    EntityFigure: terms.ENTITY_CLAIM,
    Policy: terms.POLICY_CLAIM,
    Role: terms.ROLE_CLAIM,
}
KIND_OF_CLASS: dict[str, type] = {name: kind for kind, name in CLASSES.items()}
