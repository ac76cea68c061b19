"""A full run in bounded memory: claims are dealt out to files by where they belong, and each file is made alone.

A file holds whole blocks (those of a merged province with those of its parts, for their sums) and whole pools, so
that what comes out does not depend on how many files there are.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

from kg import terms
from kg.model import Observation
from kg.reconcile.block import block_of
from kg.reconcile.cube import lines_of, touched_line
from kg.reconcile.model import Cell, Claim
from kg.reconcile.ontology import Ontology
from kg.reconcile.series import cell_of
from kg.reconcile.things import Pool, Use, uses
from kg.reconcile.vocabulary import observation_iri

FILES = 48
_FLUSH = 2000  # records of one file that wait in memory


class Deal:
    """The files of one run; use it in a ``with`` block."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self._stack = ExitStack()
        self._waiting: dict[int, list[Any]] = defaultdict(list)

    def __enter__(self) -> Deal:
        self._folder = Path(self._stack.enter_context(TemporaryDirectory(prefix="kg-reconcile-")))
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def take(self, claims: Iterable[Claim]) -> Iterator[str]:
        """Deal out the claims; yields what each document remembers of what it touched."""
        document, marks = "", set[str]()
        for claim in claims:
            if claim.doc != document:
                if marks:
                    yield touched_line(terms.document(document), marks)
                document, marks = claim.doc, set()
            marks.update(self._deal(claim))
        if marks:
            yield touched_line(terms.document(document), marks)

    def _deal(self, claim: Claim) -> Iterator[str]:
        world = self.ontology.world
        if isinstance(claim.fact, Observation):
            cell = cell_of(claim, world)
            if cell is not None:
                area, family = block_of(cell.series)
                self._put(f"{world.whole_of.get(area, area)} {family}", (cell, claim))
                yield observation_iri(cell).removeprefix(terms.OBSERVATION)
            return
        for use in uses(claim, world, self.ontology.overrides):
            self._put(" ".join(use.pool), use)
            yield " ".join(use.pool)

    def _put(self, key: str, record: tuple[Cell, Claim] | Use) -> None:
        number = crc32(key.encode()) % FILES
        waiting = self._waiting[number]
        waiting.append(record)
        if len(waiting) >= _FLUSH:
            with self._path(number).open("ab") as file:
                pickle.dump(waiting, file, pickle.HIGHEST_PROTOCOL)
            waiting.clear()

    def _path(self, number: int) -> Path:
        return self._folder / f"{number}.pickle"

    def _records(self, number: int) -> Iterator[tuple[Cell, Claim] | Use]:
        path = self._path(number)
        if path.exists():
            with path.open("rb") as file:
                while True:
                    try:
                        yield from pickle.load(file)
                    except EOFError:
                        break
        yield from self._waiting.pop(number, ())

    def lines(self) -> Iterator[set[str]]:
        """The statements of each file's blocks and pools; periods and found concepts may come again."""
        for number in range(FILES):
            cells: dict[Cell, list[Claim]] = defaultdict(list)
            pools: dict[Pool, list[Use]] = defaultdict(list)
            for record in self._records(number):
                if isinstance(record, Use):
                    pools[record.pool].append(record)
                else:
                    cells[record[0]].append(record[1])
            if cells or pools:
                yield set(lines_of(cells, pools, self.ontology))
