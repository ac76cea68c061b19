"""What a build has to do: the documents that there are, compared with those that the graph has read."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import kg.store
from kg import terms
from kg.errors import KgError
from kg.scale.known import known_documents, remembered
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
    ``kept`` are the fingerprints of all documents that are not read.
    ``everything`` says that the cube must be made anew, ``ontology`` that the vocabulary must be loaded.
    """

    read: list[Source]
    gone: list[str] = dataclasses.field(default_factory=list)
    moved: list[str] = dataclasses.field(default_factory=list)
    checked: int | None = None
    kept: dict[str, str] = dataclasses.field(default_factory=dict)
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
        known = (None if is_remote(graph) else remembered(Path(graph))) or known_documents(store)
        broken_off = interrupted(store)
        same_ontology = ontology_is_current(store, ontology)
    for name in broken_off or ():
        known[terms.document_of(name)] = ("", "")
    new, other_version, same = [], [], {}
    for source in found:
        sha256, read_with = known.get(source.id, ("", ""))
        if not sha256 or _fingerprint(source, seen) != sha256:
            new.append(source)
        elif read_with == reader.version:
            same[source.id] = sha256
        else:
            other_version.append(source)
    old = {known[source.id][1] for source in other_version}
    kept = untouched(other_version, old, reader, None if is_remote(graph) else Path(graph), jobs)
    return _plan(found, known, new, other_version, kept, same, same_ontology, broken_off is not None)


def _plan(
    found: Sequence[Source],
    known: dict[str, tuple[str, str]],
    new: list[Source],
    other_version: list[Source],
    kept: Untouched | None,
    same: dict[str, str],
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
        unchanged=len(same) + len(moved),
        kept=same | {doc: known[doc][0] for doc in moved},
        removed=len(removed),
        ontology=not same_ontology or broken_off,
        everything=not same_ontology or broken_off or len(same) + len(moved) == 0,
    )


def interrupted(store: Store) -> frozenset[str] | None:
    """The documents that an earlier build of a server left half-written; None where none was broken off."""
    from kg.store.remote import RemoteStore

    return store.interrupted() if isinstance(store, RemoteStore) else None


def _fingerprint(source: Source, seen: Seen) -> str:
    try:
        return seen.fingerprint(source)
    except (OSError, KgError):  # reading it will fail in the same way and say so
        return ""
