"""The values that reconciliation works on: claims in, observations, things and findings out. No RDF here.

Claim -> Cell -> Observed            (series.py: what the documents together say)
Claim -> Thing                       (things.py: projects, zones, enterprises, people, policies)
Observed -> Finding                  (arithmetic.py and conflicts.py: what was checked, and how it came out)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal, NamedTuple

from kg.model import EntityFigure, Evidence, Fact, Observation
from kg.reconcile.interval import Interval

Check = Literal[
    "completion", "growth", "multiple", "change", "share", "balance", "total", "magnitude", "copy", "conflict"
]
ThingKind = Literal["project", "zone", "enterprise", "person", "policy"]
TOTAL = "total"
"""What a breakdown says where the figure is not broken down."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact with its place in the graph, and what its document says of itself."""

    iri: str
    fact: Fact
    issued: date | None = None
    own_area: str | None = None

    @property
    def doc(self) -> str:
        """The document that states it."""
        return self.fact.evidence.doc

    @property
    def figure(self) -> Observation:
        """The fact as an observation; only claims of observations are asked."""
        if not isinstance(self.fact, Observation):
            raise TypeError(f"{self.iri} is no observation")
        return self.fact


class SeriesKey(NamedTuple):
    """The dimensions that a series shares: all but period and status. Breakdowns hold codes or ``total``."""

    area: str
    indicator: str
    measure: str
    base: str  # "none" where there is nothing to compare with
    unit: str
    sector: str
    product: str
    partner: str
    investor: str
    flow: str
    zone_type: str
    stage: str

    @property
    def is_whole(self) -> bool:
        """Whether no breakdown narrows the figure."""
        return all(part == TOTAL for part in self[5:])


class Cell(NamedTuple):
    """Where one observation stands: a series, a period, a status."""

    series: SeriesKey
    period: str
    status: str


@dataclass(frozen=True, slots=True)
class Observed:
    """One observation of the cube: the leading value of its cell and the claims that it derives from.

    ``interval`` is where the true value lies by the claims' rounding and approximation; ``confidence`` is what
    reading alone gives; ``claims`` state the value, ``against`` (with their values) another,
    ``parts`` an unnamed part of it; ``rolled_up`` names the cells of the parts that a sum was made from.
    """

    cell: Cell
    value: Decimal
    value_max: Decimal | None
    approx: str | None
    interval: Interval
    confidence: Decimal
    claims: tuple[str, ...] = ()
    against: tuple[tuple[str, Decimal], ...] = ()
    parts: tuple[tuple[str, Decimal], ...] = ()
    rolled_up: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: what was compared, whether it held, and every claim it rests on.

    ``held`` checks are confirmations. Messages are whole sentences; confirmations have none.
    """

    check: Check
    held: bool
    area: str
    indicator: str
    observations: tuple[Cell, ...]
    claims: tuple[str, ...]
    vi: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """One project, zone, enterprise, person or policy under all its names.

    ``key`` is its stable path (``project/VN-22/xi-mang-tan-thang``); ``claims`` speak of it; ``fields`` holds what
    its kind needs beyond names: a person's offices, a policy's date.
    """

    key: str
    kind: ThingKind
    label: str
    names: tuple[str, ...]
    claims: tuple[str, ...]
    areas: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    place: str | None = None


@dataclass(frozen=True)
class World:
    """What reconciliation must know of the ontology, as plain values.

    ``concepts`` maps a folded label of a curated sector or product to its code; ``parts`` maps today's area
    (``2025/33``) to the areas it was made of, ``renewed`` a former province to today's one of the same name;
    ``additive`` names indicators whose levels may be added up; ``stocks`` those whose figures may stand still;
    ``labels`` gives (vi, en) names of areas and indicators for messages.
    """

    sectors: Mapping[str, str] = field(default_factory=dict)
    products: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    renewed: Mapping[str, str] = field(default_factory=dict)
    additive: frozenset[str] = frozenset()
    stocks: frozenset[str] = frozenset()
    labels: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @cached_property
    def provinces(self) -> tuple[tuple[str, str], ...]:
        """Code and Vietnamese name of each former province."""
        named = ((code, vi) for code, (vi, _) in self.labels.items())
        return tuple((code, vi) for code, vi in named if code.startswith("VN-") and "/" not in code)

    @cached_property
    def whole_of(self) -> Mapping[str, str]:
        """Today's merged area by each of the areas that it was made of."""
        return {part: whole for whole, parts in self.parts.items() if len(parts) > 1 for part in parts}


def figure_of(claim: Claim) -> Observation | EntityFigure | None:
    """The fact where it has a value, else None."""
    return claim.fact if isinstance(claim.fact, (Observation, EntityFigure)) else None


def evidence_of(claim: Claim) -> Evidence:
    """Where the claim stands."""
    return claim.fact.evidence
