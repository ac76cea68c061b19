"""A full run in bounded memory: dealt claims go to files, one a part, and each file is made alone on any core."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self
from zlib import adler32

from kg.reconcile.cube import as_nquads, counts, made_of
from kg.reconcile.deal import Dealt, Record, key_of
from kg.reconcile.model import Cell, Claim
from kg.reconcile.ontology import Ontology
from kg.reconcile.recall import Row
from kg.reconcile.things import Pool, Use

_BUFFER = 64 * 1024  # bytes of one part that wait in memory
_AT_ONCE = 8 * 1024 * 1024  # bytes of pickled records that are made at a time: some 100 MB of objects


@dataclass(frozen=True, slots=True)
class Made:
    """The statements of a part as a file of N-Quads, how many nodes of each kind they describe, rows to remember."""

    file: Path
    counts: dict[str, int]
    rows: list[Row]


class Spill:
    """The files of one run; use it in a ``with`` block."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._waiting: dict[int, bytearray] = defaultdict(bytearray)

    def __enter__(self) -> Self:
        self.folder = Path(self._stack.enter_context(TemporaryDirectory(prefix="kg-reconcile-")))
        self.touched = self.folder / "touched.nq"
        self.touched.touch()
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def add(self, dealt: Dealt) -> None:
        """Keep what was dealt out."""
        for part, records in dealt.records.items():
            waiting = self._waiting[part]
            waiting += records
            if len(waiting) >= _BUFFER:
                self._write(part)
        with self.touched.open("ab") as file:
            file.write(dealt.touched.encode())

    def _write(self, part: int) -> None:
        with self._path(part).open("ab") as file:
            file.write(self._waiting.pop(part))

    def _path(self, part: int) -> Path:
        return self.folder / f"{part}.records"

    def parts(self) -> list[Path]:
        """All parts that hold something, the largest first: so no core is left with a large one at the end."""
        for part in list(self._waiting):
            self._write(part)
        return sorted(self.folder.glob("*.records"), key=lambda path: (-path.stat().st_size, path.name))


def make(ontology: Ontology, parts: Sequence[Path]) -> list[Made]:
    """Make some parts; periods and found concepts may come in several of them. Done again, it makes the same files."""
    return [made for part in parts for made in _make(part, ontology)]


def _make(part: Path, ontology: Ontology) -> Iterator[Made]:
    size = part.stat().st_size
    if size > _AT_ONCE and "-" not in part.stem:
        for piece in _split(part, 1 + size // _AT_ONCE, ontology):
            yield from _make(piece, ontology)
        return
    cells: dict[Cell, list[Claim]] = defaultdict(list)
    pools: dict[Pool, list[Use]] = defaultdict(list)
    for record in _records(part):
        if isinstance(record, Use):
            pools[record.pool].append(record)
        else:
            cells[record[0]].append(record[1])
    lines: set[str] = set()
    rows: list[Row] = []
    for said, row in made_of(cells, pools, ontology):
        lines |= said
        rows.append(row)
    file = part.with_suffix(".nq")
    file.write_text(as_nquads(lines), encoding="utf-8", newline="\n")
    yield Made(file, counts(lines), rows)


def _records(part: Path) -> Iterator[Record]:
    with part.open("rb") as file:
        while True:
            try:
                yield from pickle.load(file)
            except EOFError:
                return


def _split(part: Path, number: int, ontology: Ontology) -> list[Path]:
    """A large part in pieces by the keys of its records; what has one key stays together, however much it is."""
    pieces = [part.with_stem(f"{part.stem}-{i}") for i in range(number)]
    with ExitStack() as stack:
        files = [stack.enter_context(piece.open("wb")) for piece in pieces]
        for record in _records(part):
            key = key_of(record if isinstance(record, Use) else record[0], ontology)
            # another hash than the one that chose the part: it would put all of it into few pieces
            pickle.dump([record], files[adler32(key.encode()) % number], pickle.HIGHEST_PROTOCOL)
    return [piece for piece in pieces if piece.stat().st_size]
