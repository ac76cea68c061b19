"""Every frozen type, in the order in which a document flows through the package.

    Document -> Sentence -> Mention -> Fact -> (quads, see kg.rdf)

What each field means is the agreement "What counts as a fact" (docs/facts.md): offsets count
Unicode code points of the text after NFC and newline normalisation; values are exact decimals in
the base unit; codes are those of the concept schemes in ``ontology/``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

Measure = Literal["level", "growth", "change", "multiple", "completion", "share", "rank"]
Status = Literal["actual", "estimate", "target", "forecast"]
Approx = Literal["about", "over", "under"]
Kind = Literal["observation", "entity", "policy", "role"]


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read, with what the collector or the text itself says about it.

    ``id`` is the file name without its extension; ``sha256`` is of the file's bytes and the
    metadata together, so that either change makes the document new.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: date | None = None
    sha256: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """A misprint that was read as what it must mean: ``was`` stands in the text."""

    field: str
    was: str
    became: str
    rule: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact stands and how it was read; every kind of fact carries one.

    ``start``/``end`` anchor the digits (or number, or name); ``sentence`` is verbatim and starts
    at ``sentence_start``; ``rules`` names what made the fact, in the order in which it applied;
    ``confidence`` is in (0, 1], lower the more was inherited or inferred.
    """

    doc: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    rules: tuple[str, ...] = ()
    confidence: float = 1.0
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """An indicator of an area: one number of the text with its dimensions."""

    evidence: Evidence
    indicator: str
    measure: Measure
    value: Decimal
    unit: str
    value_max: Decimal | None = None
    base: str | None = None
    period: str | None = None
    status: Status = "actual"
    approx: Approx | None = None
    area: str | None = None
    sector: str | None = None
    product: str | None = None
    partner: str | None = None
    investor: str | None = None
    flow: str | None = None
    zone_type: str | None = None


@dataclass(frozen=True, slots=True)
class EntityFigure:
    """A figure of one project, zone or enterprise."""

    evidence: Evidence
    entity_type: Literal["project", "zone", "enterprise"]
    entity: str
    attribute: str
    value: Decimal
    unit: str
    value_max: Decimal | None = None
    measure: Measure = "level"
    base: str | None = None
    period: str | None = None
    status: Status = "actual"
    approx: Approx | None = None
    area: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """A numbered legal or planning document that the text names."""

    evidence: Evidence
    number: str
    policy_type: str | None = None
    date: str | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A named person in an office."""

    evidence: Evidence
    person: str
    role: str
    org: str | None = None


Fact = Observation | EntityFigure | Policy | Role


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says: its own area, and its facts in the order of the text."""

    document: Document
    area: str | None = None
    facts: tuple[Fact, ...] = field(default_factory=tuple)
