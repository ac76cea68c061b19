"""`kg check`: everything that can be wrong with a graph, in one list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg import terms
from kg.check.constraints import violations
from kg.check.findings import recorded
from kg.check.model import Finding
from kg.store import Store


def cube_statements(store: Store) -> Iterator[tuple[str, str, str]]:
    """The statements that the cube's constraints look at: the structure, and the cube without its sources."""
    yield from store.statements(terms.ONTOLOGY_GRAPH)
    for statement in store.statements(terms.CUBE_GRAPH):
        if not statement[1].startswith(terms.PROV):
            yield statement


def check_cube(store: Store) -> list[Finding]:
    """What breaks an integrity constraint of the Data Cube recommendation."""
    found = []
    for name, node, wrong in violations(cube_statements(store)):
        message = f"{terms.shorten(node)} {wrong}"
        found.append(Finding(name, message, message, focus=node))
    return found


def run(store: Store, shapes: bool = True, shapes_file: Path | None = None) -> list[Finding]:
    """Cube constraints, shapes (unless told otherwise), and the conflicts and arithmetic of the documents."""
    found = check_cube(store)
    if shapes:
        from kg.check.shapes import check_shapes
        from kg.check.shapes import shapes_file as default_file

        found += check_shapes(store, shapes_file or default_file())
    return found + recorded(store)
