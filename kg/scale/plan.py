"""What a build has to do: the documents that there are, compared with those that the graph has read."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path

import kg.store
from kg import terms
from kg.errors import KgError
from kg.scale.reader import Reader
from kg.scale.seen import Seen
from kg.scale.sources import Source
from kg.scale.touched import Untouched, untouched
from kg.scale.vocabulary import ontology_is_current
from kg.store import Store, is_remote
from kg.store.folder import is_graph

_SMALL = 500


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """Documents to read, graphs to take away first, and what is left alone.

    ``moved`` are documents that need not be read again although the reader's version is another one: the
    vocabulary changed in words that they do not hold (``checked`` is how many were looked at for that).
    ``everything`` says that the cube must be made anew, ``ontology`` that the vocabulary must be loaded.
    """

    read: list[Source]
    gone: list[str] = dataclasses.field(default_factory=list)
    moved: list[str] = dataclasses.field(default_factory=list)
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
        return not (self.everything or self.ontology) and len(self.read) + len(self.gone) <= _SMALL

    @property
    def changed(self) -> frozenset[str] | None:
        """The documents that reconciliation must look at; None for all."""
        if self.everything:
            return None
        return frozenset(source.id for source in self.read) | {terms.document_of(graph) for graph in self.gone}


def compare(
    found: Sequence[Source], graph: str | Path, reader: Reader, seen: Seen, ontology: Path | None, jobs: int | None
) -> Plan:
    """What is to be done to make ``graph`` say what the documents found say."""
    if not is_remote(graph) and not is_graph(Path(graph)):
        return Plan(list(found))
    with kg.store.open(graph) as store:
        known = known_documents(store)
        broken_off = interrupted(store)
        same_ontology = ontology_is_current(store, ontology)
    for name in broken_off or ():
        known[terms.document_of(name)] = ("", "")
    new, other_version, unchanged = [], [], 0
    for source in found:
        sha256, read_with = known.get(source.id, ("", ""))
        if not sha256 or _fingerprint(source, seen) != sha256:
            new.append(source)
        elif read_with == reader.version:
            unchanged += 1
        else:
            other_version.append(source)
    old = {known[source.id][1] for source in other_version}
    kept = untouched(other_version, old, reader, None if is_remote(graph) else Path(graph), jobs)
    return _plan(found, known, new, other_version, kept, unchanged, same_ontology, broken_off is not None)


def _plan(
    found: Sequence[Source],
    known: dict[str, tuple[str, str]],
    new: list[Source],
    other_version: list[Source],
    kept: Untouched | None,
    unchanged: int,
    same_ontology: bool,
    broken_off: bool,
) -> Plan:
    moved = kept.ids if kept else frozenset()
    again = [source for source in other_version if source.id not in moved]
    ids = {source.id for source in found}
    removed = [doc for doc in known if doc not in ids]
    read = sorted(new + again, key=lambda source: source.id)
    gone = [terms.document(source.id) for source in read if source.id in known]
    return Plan(
        read,
        gone=gone + [terms.document(doc) for doc in removed],
        moved=sorted(moved),
        checked=len(other_version) if kept else None,
        unchanged=unchanged + len(moved),
        removed=len(removed),
        ontology=not same_ontology or broken_off,
        everything=not same_ontology or broken_off or unchanged + len(moved) == 0,
    )


def interrupted(store: Store) -> frozenset[str] | None:
    """The documents that an earlier build of a server left half-written; None where none was broken off."""
    from kg.store.remote import RemoteStore

    return store.interrupted() if isinstance(store, RemoteStore) else None


def known_documents(store: Store) -> dict[str, tuple[str, str]]:
    """The documents of a graph: id -> (sha256, version of the reader)."""
    # Three scans of an index each; one query with joins is ten times slower on many documents.
    sha = dict(_pairs(store, f"?d <{terms.SHA256}> ?x"))
    read_with = dict(_pairs(store, f"?d <{terms.READ_WITH}> ?x"))
    documents = (doc for doc, _ in _pairs(store, f"?d a <{terms.DOCUMENT}> BIND(1 AS ?x)"))
    return {terms.document_of(doc): (sha.get(doc, ""), read_with.get(doc, "")) for doc in documents}


def _pairs(store: Store, pattern: str) -> Iterator[tuple[str, str]]:
    for subject, value in store.select(f"SELECT ?d ?x {{ GRAPH ?g {{ {pattern} }} }}"):
        yield _text(subject), _text(value)


def _text(term: object) -> str:
    return str(getattr(term, "value", "?"))


def _fingerprint(source: Source, seen: Seen) -> str:
    try:
        return seen.fingerprint(source)
    except (OSError, KgError):  # reading it will fail in the same way and say so
        return ""
