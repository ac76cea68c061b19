"""Which documents a change of the vocabulary can touch: those that hold a wording that changed.

A graph's folder remembers, for the vocabulary that its documents were read with, each wording and a hash
of all that the reader can learn from it. After an edit, only the wordings whose hash is new, gone or
another are looked for, as plain parts of the folded text: too often perhaps, never too seldom. What
hangs on no wording (``rest``) makes all documents be read again, and so does a reader with other code.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Protocol, runtime_checkable

from kg.scale.pool import available_cores, work_through
from kg.scale.reader import Reader
from kg.scale.sources import Source

NAME = "wordings.json"
_SPACE = re.compile(r"\s+")
_BATCH = 200
_FEW = 2000  # so many texts are searched through before workers would have started


@dataclass(frozen=True, slots=True)
class Wordings:
    """A vocabulary as a reader of one version sees it: hashes by folded wording, and one for all else."""

    version: str
    code: str
    rest: str
    keys: dict[str, str]

    def changed(self, now: Wordings) -> frozenset[str] | None:
        """The wordings that are not what they were; None where that does not tell what changed."""
        if (self.code, self.rest) != (now.code, now.rest):
            return None
        both = self.keys.keys() | now.keys.keys()
        return frozenset(key for key in both if self.keys.get(key) != now.keys.get(key))


@runtime_checkable
class WordingReader(Reader, Protocol):
    """A reader whose readings depend on the vocabulary only through wordings that stand in a document."""

    def wordings(self) -> Wordings:
        """The vocabulary as it is now."""

    def search_text(self, source: Source) -> str:
        """All of a document in which a wording could matter, folded; raises what reading the document would."""


def untouched(
    sources: Iterable[Source], number: int, versions: set[str], reader: Reader, graph: Path | None, jobs: int | None
) -> Iterator[str] | None:
    """Which of so many documents, read with these versions, say the same to the reader as it is now, by id.

    None where that cannot be known without reading them: another code, no memory of the former vocabulary.
    """
    if not number or graph is None or not isinstance(reader, WordingReader):
        return None
    before = load(graph)
    if before is None or versions != {before.version}:
        return None
    changed = before.changed(reader.wordings())
    if changed is None:
        return None
    if not changed:
        return (source.id for source in sources)
    search = partial(_without, reader, Needles(changed))
    return _searched(search, sources, jobs or (1 if number < _FEW else available_cores()))


def _searched(search: partial[list[str]], sources: Iterable[Source], jobs: int) -> Iterator[str]:
    rest = iter(sources)
    batches = iter(lambda: list(islice(rest, _BATCH)), [])
    if jobs == 1:
        yield from chain.from_iterable(map(search, batches))
    else:  # a document that ends the process is not among the untouched: reading it will tell
        for found in work_through(search, batches, jobs):
            if isinstance(found, list):
                yield from found


class Needles:
    """Wordings to look for all at once."""

    def __init__(self, wordings: frozenset[str]) -> None:
        self._sought = sorted({_SPACE.sub(" ", wording) for wording in wordings if wording.strip()})

    def found_in(self, text: str) -> bool:
        """Whether one of them stands in the folded text, spaces of any kind and number taken as one."""
        from ahocorasick_rs import AhoCorasick

        if not hasattr(self, "_automaton"):  # made in the worker: it cannot be sent there
            self._automaton = AhoCorasick(self._sought)
        return bool(self._sought) and bool(self._automaton.find_matches_as_indexes(_SPACE.sub(" ", text)))


def _without(reader: WordingReader, needles: Needles, sources: Sequence[Source]) -> list[str]:
    """The documents that hold none of the wordings. One that cannot be read now is not among them."""
    ids = []
    for source in sources:
        with contextlib.suppress(Exception):
            if not needles.found_in(reader.search_text(source)):
                ids.append(source.id)
    return ids


def load(graph: Path) -> Wordings | None:
    """What the folder remembers; None where it does not."""
    try:
        return Wordings(**json.loads((graph / NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def save(graph: Path, reader: Reader) -> None:
    """Remember the vocabulary that all documents of the graph are now read with."""
    if not isinstance(reader, WordingReader):
        return
    before = load(graph)
    if before is None or before.version != reader.version:
        draft = graph / f"{NAME}.new"
        draft.write_text(json.dumps(asdict(reader.wordings()), ensure_ascii=False), encoding="utf-8")
        draft.replace(graph / NAME)
