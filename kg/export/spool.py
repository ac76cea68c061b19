"""The view on disk: a scratch SQLite file that a graph larger than memory is sorted and counted in.

One pass over the graph writes it (``kg.export.load``); every format then reads it from top to bottom, as often as
it needs: nodes first, edges grouped, figures in order of time. Memory stays flat whatever the size of the graph.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Self

_SCHEMA = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = FILE;
CREATE TABLE node (
  id TEXT PRIMARY KEY, type TEXT, label TEXT, subtype TEXT, code TEXT, iri TEXT, home TEXT, note TEXT, day TEXT,
  claims INTEGER DEFAULT 0, first INTEGER, last INTEGER, degree INTEGER DEFAULT 0, amount REAL,
  size REAL, colour TEXT, x REAL, y REAL, number INTEGER
) WITHOUT ROWID;
CREATE TABLE alias (node TEXT, name TEXT, PRIMARY KEY (node, name)) WITHOUT ROWID;
CREATE TABLE fact (
  key TEXT PRIMARY KEY, kind TEXT, source TEXT, target TEXT, partner TEXT, code TEXT, label TEXT, measure TEXT,
  value TEXT, value_max TEXT, unit TEXT, text TEXT, detail TEXT, base TEXT, period TEXT, moment TEXT,
  begin TEXT, finish TEXT, status TEXT, approx TEXT, confidence REAL, claims INTEGER
) WITHOUT ROWID;
CREATE TABLE claim (
  id TEXT PRIMARY KEY, fact TEXT, doc TEXT, start INTEGER, finish INTEGER, sentence INTEGER
) WITHOUT ROWID;
CREATE TABLE sentence (doc TEXT, start INTEGER, text TEXT, PRIMARY KEY (doc, start)) WITHOUT ROWID;
CREATE TABLE document (id TEXT PRIMARY KEY, title TEXT, publisher TEXT, url TEXT, day TEXT) WITHOUT ROWID;
CREATE TABLE link (
  source TEXT, target TEXT, type TEXT, label TEXT, claims INTEGER, begin TEXT, finish TEXT,
  PRIMARY KEY (source, target, type, label)
) WITHOUT ROWID;
CREATE TABLE merged (
  claim TEXT PRIMARY KEY, iri TEXT, label TEXT, value TEXT, value_max TEXT, approx TEXT
) WITHOUT ROWID;
CREATE TABLE named (name TEXT PRIMARY KEY, iri TEXT, label TEXT) WITHOUT ROWID;
"""
_PENDING = 20_000


class Spool:
    """A scratch database that removes itself; use it in a ``with`` block."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="kg-view-", ignore_cleanup_errors=True)
        self._db = sqlite3.connect(Path(self._folder.name) / "view.sqlite", isolation_level=None)
        self._db.executescript(_SCHEMA)
        self._db.execute("BEGIN")
        self._pending: dict[str, list[tuple[Any, ...]]] = {}
        self._waiting = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._db.close()
        self._folder.cleanup()

    def put(self, statement: str, row: tuple[Any, ...]) -> None:
        """Remember one row for a statement; rows are written in batches, statement by statement."""
        self._pending.setdefault(statement, []).append(row)
        self._waiting += 1
        if self._waiting >= _PENDING:
            self.flush()

    def flush(self) -> None:
        """Write what ``put`` remembered."""
        for statement, rows in self._pending.items():
            self._db.executemany(statement, rows)
        self._pending.clear()
        self._waiting = 0

    def run(self, statement: str, values: Iterable[Any] = ()) -> None:
        """Run a statement that answers nothing, after all that was put before it."""
        self.flush()
        self._db.execute(statement, tuple(values))

    def rows(self, query: str, values: Iterable[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one at a time."""
        self.flush()
        with closing(self._db.cursor()) as cursor:
            yield from cursor.execute(query, tuple(values))

    def one(self, query: str, values: Iterable[Any] = ()) -> Any:
        """The first value of a query's first row; None where there is none."""
        return next(self.rows(query, values), (None,))[0]

    def look(self, query: str, values: Iterable[Any]) -> tuple[Any, ...] | None:
        """The first row of what is already written; rows still waiting are not seen, which keeps batches whole."""
        row: tuple[Any, ...] | None = self._db.execute(query, tuple(values)).fetchone()
        return row
