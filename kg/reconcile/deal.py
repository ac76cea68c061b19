"""Claims dealt out to parts of the cube, each of which is made alone: by whoever has the claims at hand.

A part holds whole blocks (those of a merged province with those of its parts, for their sums) and whole pools, so
that what comes out depends neither on how many parts there are nor on who dealt what, and in which order.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from zlib import crc32

from kg import terms
from kg.reconcile.block import block_of
from kg.reconcile.cube import as_nquads, places, touched_line
from kg.reconcile.model import Cell, Claim
from kg.reconcile.ontology import Ontology
from kg.reconcile.things import Use

PARTS = 128
"""Enough to keep many cores busy to the end, few enough that the records of some documents make no crumbs."""
Record = tuple[Cell, Claim] | Use


@dataclass(frozen=True, slots=True)
class Dealt:
    """What some documents' claims come to: pickled records by part, and what each document remembers (N-Quads)."""

    records: dict[int, bytes]
    touched: str


def deal(claims: Iterable[Claim], ontology: Ontology) -> Dealt:
    """Deal out the claims of some documents, document after document."""
    records: dict[int, list[Record]] = defaultdict(list)
    touched: list[str] = []
    document, marks = "", set[str]()
    for claim in claims:
        if claim.doc != document:
            if marks:
                touched.append(touched_line(terms.document(document), marks))
            document, marks = claim.doc, set()
        for place, mark in places(claim, ontology):
            record = place if isinstance(place, Use) else (place, claim)
            records[crc32(key_of(place, ontology).encode()) % PARTS].append(record)
            marks.add(mark)
    if marks:
        touched.append(touched_line(terms.document(document), marks))
    dumped = {part: pickle.dumps(some, pickle.HIGHEST_PROTOCOL) for part, some in records.items()}
    return Dealt(dumped, as_nquads(touched))


def key_of(place: Cell | Use, ontology: Ontology) -> str:
    """A text that is the same for all that must be made together."""
    if isinstance(place, Use):
        return " ".join(place.pool)
    area, family = block_of(place.series)
    return f"{ontology.world.whole_of.get(area, area)} {family}"
