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

from kg.store.folder import MEMORY

_FORMAT = "1"
_TABLES = """
CREATE TABLE about (format TEXT, store TEXT);
CREATE TABLE part (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
"""


class Memory:
    """The memory of a graph's folder; use it in a ``with`` block. ``store`` names the store that counts now.

    ``database`` is open to tables of others, which live and die with it. Without a folder all is forgotten at the end.
    """

    def __init__(self, folder: Path | None = None, store: str | None = None) -> None:
        self._file = folder / MEMORY if folder else None
        self.database = self._opened()
        if not (store and self._about() == (_FORMAT, store)):
            self.database.close()
            if self._file:
                self._file.unlink(missing_ok=True)
            self.database = self._opened()
            self.database.executescript(_TABLES)
        self.database.execute("BEGIN")

    def _opened(self) -> sqlite3.Connection:
        return sqlite3.connect(self._file or "", isolation_level=None)

    def _about(self) -> tuple[str, str] | None:
        with contextlib.suppress(sqlite3.DatabaseError):
            row: tuple[str, str] | None = self.database.execute("SELECT format, store FROM about").fetchone()
            return row
        return None

    def get(self, key: str) -> bytes | None:
        """What was kept under a key; None where nothing is known."""
        row = self.database.execute("SELECT value FROM part WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def put(self, parts: Iterable[tuple[str, bytes]]) -> None:
        """Keep values under their keys."""
        self.database.executemany("INSERT OR REPLACE INTO part VALUES (?, ?)", parts)

    def forget(self) -> None:
        """Know nothing any more: all is made anew."""
        self.database.execute("DELETE FROM part")

    def commit(self, store: str) -> None:
        """Keep all that was put: it is about this store, which counts from now on."""
        self.database.execute("DELETE FROM about")
        self.database.execute("INSERT INTO about VALUES (?, ?)", (_FORMAT, store))
        self.database.execute("COMMIT")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.database.close()  # what was not committed is as if it had never been
