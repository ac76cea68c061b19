"""What a store's documents claim, as the facts and readings of ``kg.model``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg import terms
from kg.errors import QueryError
from kg.model import Fact, Reading
from kg.rdf.facts import document_facts, read_facts
from kg.store import Store

_PLACE = re.compile(r"(?P<doc>.+?)(?::|#c)(?P<start>\d+)(?:-(?P<end>\d+))?(?:\.(?P<number>\d+))?")


def documents(store: Store) -> list[str]:
    """The ids of a graph's documents, sorted."""
    return sorted(terms.document_of(graph) for graph in store.graphs() if graph.startswith(terms.DOC))


def readings(store: Store) -> Iterator[Reading]:
    """Every document's reading, by id; without the texts, which a graph does not keep."""
    for doc in documents(store):
        yield document_facts(store.statements(terms.document(doc)))


def claims(store: Store, doc: str) -> list[tuple[str, Fact]]:
    """The claims of one document: (IRI, fact) in the order of the text; QueryError if there is no such document."""
    found = read_facts(store.statements(terms.document(doc)))
    if not found and terms.document(doc) not in store.graphs():
        raise QueryError(f"the graph has no document {doc!r}; `kg query GRAPH` lists what can be asked for")
    return found


def find_claims(store: Store, reference: str) -> list[tuple[str, Fact]]:
    """The claims that a reference means: a claim's IRI (whole, or "d:DOC#cSTART-END"), or "DOC:START".

    Raises QueryError where it means none, with the nearest places of the document that hold one.
    """
    text = reference.strip().removeprefix("<").removesuffix(">").removeprefix("d:")
    iri = text if text.startswith(terms.DOC) else None
    match = _PLACE.fullmatch(text.removeprefix(terms.DOC))
    if match is None:
        raise QueryError(f"{reference!r} names no fact; write the IRI of a claim, or DOC:START")
    doc = terms.document_of(terms.DOC + match["doc"]) if iri else match["doc"]
    found = claims(store, doc)
    start, end = int(match["start"]), match["end"]
    wanted = [
        (claim, fact)
        for claim, fact in found
        if fact.evidence.start == start
        and (end is None or fact.evidence.end == int(end))
        and (match["number"] is None or claim.endswith(f".{match['number']}"))
    ]
    if wanted:
        return wanted
    near = sorted({fact.evidence.start for _, fact in found}, key=lambda place: abs(place - start))[:5]
    places = ", ".join(f"{doc}:{place}" for place in sorted(near)) or "none at all"
    raise QueryError(f"document {doc!r} has no fact at {start}; the nearest are: {places}")
