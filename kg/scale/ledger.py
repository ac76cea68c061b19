"""The documents that were found and those that the graph has read, as tables beside the graph: any number of them.

``document`` says what the graph holds: of each document the fingerprint, the reader's version, and the state of the
file that it was read from, so that an unchanged file is not even opened. ``found`` are the sources of this build,
``todo`` those to read, ``gone`` those that leave the graph (some to be read anew), ``moved`` those that stay although
another version read them: the vocabulary changed in words that they do not hold.
"""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal

from kg.scale.sources import Failure, Source, same, twice
from kg.scale.states import States
from kg.store.memory import Memory

Group = Literal["todo", "gone", "removed", "moved", "kept"]
_TABLES = (
    "TABLE IF NOT EXISTS document (id TEXT PRIMARY KEY, key TEXT, state TEXT, sha TEXT, version TEXT) WITHOUT ROWID",
    "TEMP TABLE found (number INTEGER PRIMARY KEY, id TEXT, path TEXT, meta TEXT, member INT, key TEXT, state TEXT)",
    "TEMP TABLE touched (id TEXT PRIMARY KEY, key TEXT, state TEXT) WITHOUT ROWID",
    *(f"TEMP TABLE {name} (id TEXT PRIMARY KEY) WITHOUT ROWID" for name in ("todo", "gone", "moved")),
)
_FOUND = "found.id, found.path, found.meta, found.member"
_SAME = "document.id IN (SELECT id FROM found) AND document.id NOT IN (SELECT id FROM todo)"
_GROUPS: dict[Group, str] = {
    "todo": "SELECT id FROM todo",
    "gone": "SELECT id FROM gone",
    "removed": "SELECT id FROM gone WHERE id NOT IN (SELECT id FROM todo)",
    "moved": "SELECT id FROM moved",
    "kept": "SELECT id FROM document WHERE id NOT IN (SELECT id FROM todo)",
}


class Ledger:
    """The tables of one build."""

    def __init__(self, memory: Memory) -> None:
        self._db = memory.database
        for table in _TABLES:
            self._db.execute(f"CREATE {table}")

    def note(self, sources: Iterable[Source]) -> list[Failure]:
        """Take down what was found; of two files with one name the second is left out, and named."""
        states = States()
        rows = ((s.id, s.path, repr(s.meta), s.member, *states.of(s)) for s in sources)
        self._db.executemany("INSERT INTO found VALUES (NULL, ?, ?, ?, ?, ?, ?)", rows)
        self._db.execute("CREATE INDEX temp.by_id ON found (id, number)")
        doubles = "SELECT id FROM found GROUP BY id HAVING COUNT(*) > 1"
        failures: list[Failure] = []
        first: Source | None = None
        for number, *row in self._db.execute(
            f"SELECT number, {_FOUND} FROM found WHERE id IN ({doubles}) ORDER BY id, number"
        ).fetchall():
            source = _source(*row)
            if first is None or first.id != source.id:
                first = source
                continue
            if not same(first, source):
                failures.append(twice(first, source))
            self._db.execute("DELETE FROM found WHERE number = ?", (number,))
        return failures

    def knows_some(self) -> bool:
        """Whether anything is known of what the graph holds."""
        return self._db.execute("SELECT 1 FROM document LIMIT 1").fetchone() is not None

    def know(self, documents: Mapping[str, tuple[str, str]]) -> None:
        """Take down what a graph holds whose memory does not say so: fingerprint and version by id."""
        rows = ((doc, sha, version) for doc, (sha, version) in documents.items())
        self._db.executemany("INSERT OR REPLACE INTO document VALUES (?, '', '', ?, ?)", rows)

    def sort_out(self, fingerprint: Callable[[Source], str]) -> None:
        """Find what is to be read: new documents, and those whose file is another and whose bytes are too."""
        self._db.execute("INSERT INTO todo SELECT id FROM found WHERE id NOT IN (SELECT id FROM document)")
        others = self._db.execute(
            f"SELECT {_FOUND}, found.key, found.state, document.sha FROM found JOIN document USING (id) "
            "WHERE document.key <> found.key OR document.state <> found.state OR found.state = ''"
        )
        for *row, key, state, sha in others:
            source = _source(*row)
            if sha and fingerprint(source) == sha:
                self._db.execute("INSERT INTO touched VALUES (?, ?, ?)", (source.id, key, state))
            else:
                self._db.execute("INSERT INTO todo VALUES (?)", (source.id,))
        now = "SELECT id, touched.key, touched.state, sha, version FROM touched JOIN document USING (id)"
        self._db.execute(f"REPLACE INTO document {now}")

    def versions(self, now: str) -> set[str]:
        """The other versions of the reader by which unchanged documents were read."""
        text = f"SELECT DISTINCT version FROM document WHERE version <> ? AND {_SAME}"
        return {version for (version,) in self._db.execute(text, (now,))}

    def read_otherwise(self, now: str) -> Iterator[Source]:
        """The unchanged documents that were read by another version."""
        text = f"SELECT {_FOUND} FROM document JOIN found USING (id) WHERE version <> ? AND {_SAME} ORDER BY found.id"
        return (_source(*row) for row in self._db.execute(text, (now,)))

    def decide(self, now: str, moved: Iterable[str]) -> None:
        """Keep what this version read, and ``moved``, which it would read the same; what is gone leaves the graph."""
        self._db.executemany("INSERT INTO moved VALUES (?)", ((doc,) for doc in moved))
        stays = "SELECT id FROM moved"
        for text in (
            f"INSERT INTO todo SELECT id FROM document WHERE version <> :now AND {_SAME} AND id NOT IN ({stays})",
            f"INSERT INTO gone SELECT id FROM document WHERE NOT ({_SAME})",
            "DELETE FROM document WHERE id IN (SELECT id FROM gone)",
            f"UPDATE document SET version = :now WHERE id IN ({stays})",
        ):
            self._db.execute(text, {"now": now} if ":now" in text else {})

    def count(self, group: Group) -> int:
        """How many documents a group has."""
        return int(self._db.execute(f"SELECT COUNT(*) FROM ({_GROUPS[group]})").fetchone()[0])

    def ids(self, group: Group) -> Iterator[str]:
        """The ids of a group, in order."""
        return (doc for (doc,) in self._db.execute(f"{_GROUPS[group]} ORDER BY id"))

    def sources(self) -> Iterator[Source]:
        """The documents to read, in the order of their ids."""
        rows = self._db.execute(f"SELECT {_FOUND} FROM todo JOIN found USING (id) ORDER BY todo.id")
        return (_source(*row) for row in rows)

    def is_gone(self, doc: str) -> bool:
        """Whether the graph held another reading of the document before this build, or may have."""
        return self._db.execute("SELECT 1 FROM gone WHERE id = ?", (doc,)).fetchone() is not None

    def enter(self, version: str, read: Iterable[tuple[str, str]]) -> None:
        """The graph holds these documents now: ids and fingerprints."""
        self._db.executemany(
            "INSERT OR REPLACE INTO document SELECT id, key, state, ?, ? FROM found WHERE id = ?",
            ((sha, version, doc) for doc, sha in read),
        )


def _source(doc: str, path: str, meta: str, member: int | None, *_: Any) -> Source:
    return Source(doc, path, literal_eval(meta), member)
