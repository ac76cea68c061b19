"""What reconciliation must know of the ontology, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.reconcile.model import World
from kg.reconcile.naming import Overrides


@dataclass(frozen=True, slots=True)
class Ontology:
    """The world, decisions by hand, and the IRIs that the ontology describes: the cube does not do so again."""

    world: World
    curated: frozenset[str] = frozenset()
    overrides: Overrides = field(default_factory=Overrides)
