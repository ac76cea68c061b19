"""The statements themselves: Turtle, TriG, N-Quads and JSON-LD, written by the store as a stream."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg import terms
from kg.store import Store


def write_turtle(store: Store, path: Path, options: Mapping[str, Any]) -> None:
    """The union of all graphs; ``options["named_graph"]`` names one graph instead."""
    graph = options.get("named_graph")
    where = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
    triples: Any = store.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} }}")
    with path.open("wb") as file:
        ox.serialize(triples, file, ox.RdfFormat.TURTLE, prefixes=terms.PREFIXES)


def write_trig(store: Store, path: Path, options: Mapping[str, Any]) -> None:  # noqa: ARG001 (all formats take options)
    """All graphs by name, with prefixes."""
    _dump(store, path, ox.RdfFormat.TRIG)


def write_nquads(store: Store, path: Path, options: Mapping[str, Any]) -> None:  # noqa: ARG001
    """One statement a line; the same graph gives the same bytes."""
    _dump(store, path, ox.RdfFormat.N_QUADS)


def write_jsonld(store: Store, path: Path, options: Mapping[str, Any]) -> None:  # noqa: ARG001
    """All graphs by name, with a context of our prefixes."""
    _dump(store, path, ox.RdfFormat.JSON_LD)


def _dump(store: Store, path: Path, format: ox.RdfFormat) -> None:
    with path.open("wb") as file:
        store.dump(file, format)
