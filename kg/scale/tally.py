"""What a graph holds, counted: all of it after a large build, only the difference after a small one.

Counting millions of quads takes longer than changing one document. The numbers are kept in the graph's
folder with the name of the store that they are of; lost or of another store, everything is counted.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph as ox

import kg.store
from kg import terms
from kg.errors import StoreError
from kg.scale.report import BuildReport
from kg.store import Store
from kg.store.folder import current_store
from kg.store.oxigraph import OxigraphStore

NAME = "counts.json"
KINDS = {
    "observation": terms.OBSERVATION_CLAIM,
    "entity": terms.ENTITY_CLAIM,
    "policy": terms.POLICY_CLAIM,
    "role": terms.ROLE_CLAIM,
}
CLASSES = {
    **KINDS,
    "observations": terms.QB + "Observation",
    "findings": terms.KG + "Finding",
}
QUADS = "quads"
_NAMES = {of: name for name, of in CLASSES.items()}
_DATA = re.compile(r"(INSERT|DELETE) DATA \{ GRAPH <([^>]*)> \{\n(.*?)\} \}(?: ;\n|\Z)", re.DOTALL)


def count(store: Store) -> Counter[str]:
    """All numbers, by asking the store for each."""
    numbers = Counter({name: _instances(store, of) for name, of in CLASSES.items()})
    numbers[QUADS] = store.count()
    return numbers


def _instances(store: Store, of: str) -> int:
    rows = list(store.select(f"SELECT (COUNT(*) AS ?n) {{ ?x a <{of}> }}"))
    return int(getattr(rows[0][0], "value", 0))


def known(graph: Path) -> Counter[str] | None:
    """The numbers that the folder remembers of its store; None where it does not."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, StoreError):
        remembered = json.loads((graph / NAME).read_text(encoding="utf-8"))
        if remembered["store"] == current_store(graph).name:
            return Counter({name: int(remembered["counts"][name]) for name in (*CLASSES, QUADS)})
    return None


def difference_of(store: Store) -> Counter[str] | None:
    """What a build changed in the numbers, if its store could follow that."""
    return store.difference if isinstance(store, CountingStore) and store.known else None


def fill(
    report: BuildReport,
    graph: str | Path,
    folder: Path | None,
    before: Counter[str] | None,
    difference: Counter[str] | None,
) -> None:
    """Put the numbers into a report and remember them: those of before and their difference, or all counted."""
    if before is not None and difference is not None:
        numbers = Counter({name: before[name] + difference[name] for name in before})
    else:
        with kg.store.open(graph) as store:
            numbers = count(store)
    report.facts = {kind: numbers[kind] for kind in KINDS}
    report.observations, report.findings, report.quads = (numbers[name] for name in ("observations", "findings", QUADS))
    if folder:
        draft = folder / f"{NAME}.new"
        state = {"store": current_store(folder).name, "counts": dict(numbers)}
        draft.write_text(json.dumps(state), encoding="utf-8")
        draft.replace(folder / NAME)


class CountingStore(OxigraphStore):
    """An embedded store that notes what each small change adds and takes away; ``known`` turns false where it cannot.

    It knows the updates that this package writes: statements to delete and to insert, a line each.
    """

    difference: Counter[str]
    known: bool = True

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.difference = Counter()

    def replace_graphs(self, graphs: Mapping[str, str | None]) -> None:
        """Replace named graphs, and count what was there and what comes."""
        if not self.known or any(not graph.startswith(terms.DOC) for graph in graphs):
            self.known = False
        else:
            for graph, text in graphs.items():
                self._count(self._store.quads_for_pattern(None, None, None, ox.NamedNode(graph)), -1)
                self._count(set(ox.parse((text or "").encode(), ox.RdfFormat.N_TRIPLES)), 1)
        before, self.known = self.known, False
        super().replace_graphs(graphs)
        self.known = before

    def bulk_load(self, source: Path | bytes) -> None:
        """Load N-Quads, and count those that are new."""
        if not isinstance(source, bytes):
            self.known = False
        elif self.known:
            self._count(self._missing(ox.parse(source, ox.RdfFormat.N_QUADS)), 1)
        super().bulk_load(source)

    def update(self, text: str) -> None:
        """Run an update, and count what it changes."""
        if self.known:
            rest = _DATA.sub("", text).strip()
            if not rest:
                self._count_data(text)
            elif terms.READ_WITH not in rest:  # that one statement of a document changes, and none is added
                self.known = False
        super().update(text)

    def _count_data(self, text: str) -> None:
        gone: set[ox.Quad] = set()
        added: set[ox.Quad] = set()
        for verb, graph, lines in _DATA.findall(text):
            name = ox.NamedNode(graph)
            for quad in ox.parse(lines.encode(), ox.RdfFormat.N_TRIPLES):
                (gone if verb == "DELETE" else added).add(ox.Quad(quad.subject, quad.predicate, quad.object, name))
        gone = {quad for quad in gone if quad in self._store}
        self._count(gone, -1)
        self._count(self._missing(added) | (added & gone), 1)

    def _missing(self, quads: Iterable[ox.Quad]) -> set[ox.Quad]:
        return {quad for quad in quads if quad not in self._store}

    def _count(self, quads: Iterable[ox.Quad], sign: int) -> None:
        for quad in quads:
            self.difference[QUADS] += sign
            if quad.predicate.value == terms.TYPE and isinstance(quad.object, ox.NamedNode):
                name = _NAMES.get(quad.object.value)
                if name:
                    self.difference[name] += sign
