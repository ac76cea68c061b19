"""From documents to a graph."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from kg.model import Reading
from kg.rdf.quads import reading_to_nquads
from kg.store.folder import building, next_store, point_to
from kg.store.oxigraph import OxigraphStore


def load_readings(readings: Iterable[Reading], graph: Path) -> None:
    """Make a graph of readings that exist already, without reading any document."""
    with building(graph):
        target = next_store(graph)
        shutil.rmtree(target, ignore_errors=True)
        with OxigraphStore(target) as store:
            store.bulk_load("".join(reading_to_nquads(reading) for reading in readings).encode())
            store.optimize()
        point_to(graph, target)
