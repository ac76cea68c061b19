"""What a graph's folder remembers beside its store, so that a small change need not ask the store for much.

It says nothing that the store does not: lost, or about another store than the one that counts, it is begun anew and
what it would have said is read from the store. All of a build is one transaction, which ends when the build's store
counts: a build that is killed leaves the memory as it was.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Self

NAME = "memory.sqlite"
_FORMAT = "1"
_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE part (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
"""


class Memory:
    """The memory of a graph's folder; use it in a ``with`` block. ``store`` names the store that counts now."""

    def __init__(self, folder: Path, store: str | None) -> None:
        self._file = folder / NAME
        self._db = self._opened()
        with contextlib.suppress(sqlite3.DatabaseError):
            if store and self._about("format") == _FORMAT and self._about("store") == store:
                self._db.execute("BEGIN")
                return
        self._db.close()
        self._file.unlink(missing_ok=True)
        self._db = self._opened()
        self._db.executescript(_TABLES)
        self._db.execute("BEGIN")

    def _opened(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        return sqlite3.connect(self._file, isolation_level=None)

    def _about(self, name: str) -> str | None:
        row = self._db.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def get(self, key: str) -> bytes | None:
        """What was kept under a key; None where nothing is known."""
        row = self._db.execute("SELECT value FROM part WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def put(self, parts: Iterable[tuple[str, bytes]]) -> None:
        """Keep values under their keys."""
        self._db.executemany("INSERT OR REPLACE INTO part VALUES (?, ?)", parts)

    def forget(self) -> None:
        """Know nothing any more: all is made anew."""
        self._db.execute("DELETE FROM part")

    def commit(self, store: str) -> None:
        """Keep all that was put: it is about this store, which counts from now on."""
        self._db.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", (("format", _FORMAT), ("store", store)))
        self._db.execute("COMMIT")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._db.close()  # what was not committed is as if it had never been
