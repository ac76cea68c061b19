"""What a build has to do: the documents that there are, compared with those that the graph has read."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import kg.store
from kg import terms
from kg.errors import KgError
from kg.scale.known import known_documents
from kg.scale.ledger import Ledger
from kg.scale.reader import Reader
from kg.scale.sources import Source
from kg.scale.touched import untouched
from kg.scale.vocabulary import ontology_hash, ontology_is_current
from kg.store import Store, is_remote
from kg.store.folder import is_graph
from kg.store.memory import Memory

_SMALL = 500
ONTOLOGY = "ontology"
"""Under this key the memory holds the hash of the vocabulary that the store holds."""


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """How many documents are to be read, leave (``gone``: some to be read anew), or stay; which, the ledger says.

    ``checked`` is how many documents were looked at because the vocabulary changed, None where that did not help;
    ``moved`` of them need not be read again: they do not hold the words in which it changed.
    ``everything`` says that the cube must be made anew, ``ontology`` that the vocabulary must be loaded.
    """

    ledger: Ledger
    read: int
    gone: int = 0
    moved: int = 0
    checked: int | None = None
    unchanged: int = 0
    removed: int = 0
    ontology: bool = True
    everything: bool = True

    @property
    def nothing_to_do(self) -> bool:
        """Whether the graph says already what it should."""
        return not (self.read or self.gone or self.moved or self.ontology or self.everything)

    @property
    def small(self) -> bool:
        """Whether so little changes that it is cheaper to follow the changes than to count the graph again."""
        return not (self.everything or self.ontology) and self.read + self.gone <= _SMALL

    def gone_graphs(self) -> Iterator[str]:
        """The graphs of the documents that leave."""
        return map(terms.document, self.ledger.ids("gone"))

    def changed(self) -> frozenset[str]:
        """The documents that were read or have left."""
        return frozenset(self.ledger.ids("todo")) | frozenset(self.ledger.ids("gone"))


def compare(
    ledger: Ledger, memory: Memory, graph: str | Path, reader: Reader, ontology: Path | None, jobs: int | None
) -> Plan:
    """What is to be done to make ``graph`` say what the documents that the ledger found say."""
    folder = None if is_remote(graph) else Path(graph)
    broken_off, same_ontology = False, False
    if ledger.knows_some() and memory.get(ONTOLOGY):  # so the store need not be opened
        same_ontology = memory.get(ONTOLOGY) == ontology_hash(ontology).encode()
    elif folder is None or is_graph(folder):
        with kg.store.open(graph) as store:
            broken_off = _recall(ledger, store)
            same_ontology = ontology_is_current(store, ontology)
    ledger.sort_out(_fingerprint)
    checked = _keep_untouched(ledger, reader, folder, jobs)
    unchanged = ledger.count("kept")
    return Plan(
        ledger,
        read=ledger.count("todo"),
        gone=ledger.count("gone"),
        moved=ledger.count("moved"),
        checked=checked,
        unchanged=unchanged,
        removed=ledger.count("removed"),
        ontology=not same_ontology or broken_off,
        everything=not same_ontology or broken_off or not unchanged,
    )


def _keep_untouched(ledger: Ledger, reader: Reader, graph: Path | None, jobs: int | None) -> int | None:
    """Decide about documents of another version; returns how many were searched for words that changed."""
    now = reader.version
    versions = ledger.versions(now)
    number = sum(1 for _ in ledger.read_otherwise(now)) if versions else 0
    kept = untouched(ledger.read_otherwise(now), number, versions, reader, graph, jobs) if number else None
    ledger.decide(now, kept or ())
    return None if kept is None else number


def _recall(ledger: Ledger, store: Store) -> bool:
    """See that the ledger knows what the store holds; returns whether an earlier build was broken off."""
    if not ledger.knows_some():
        ledger.know(known_documents(store))
    broken_off = interrupted(store)
    ledger.know({terms.document_of(name): ("", "") for name in broken_off or ()})
    return broken_off is not None


def interrupted(store: Store) -> frozenset[str] | None:
    """The documents that an earlier build of a server left half-written; None where none was broken off."""
    from kg.store.remote import RemoteStore

    return store.interrupted() if isinstance(store, RemoteStore) else None


def _fingerprint(source: Source) -> str:
    try:
        return source.sha256(source.content())
    except (OSError, KgError):  # reading it will fail in the same way and say so
        return ""
