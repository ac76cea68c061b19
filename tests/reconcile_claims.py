"""Claims for the tests of reconciliation, out of sentences written for them: the digits stand in [brackets].

``said("a", "Xuất khẩu đạt [19,22] tỷ USD", 19_220_000_000)`` is an observation claim of document ``a``; fields that
are not given are those of a level of exports of Hưng Yên in 2023, in USD.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg import terms
from kg.model import Document, EntityFigure, Evidence, Fact, Observation, Policy, Reading, Role
from kg.rdf import reading_to_nquads, reading_to_ntriples
from kg.reconcile import Claim, Finding, Observed, World, reconcile
from kg.reconcile.block import Block, block_of
from kg.reconcile.checks import check
from kg.reconcile.series import observations
from kg.store.oxigraph import OxigraphStore

ROOT = Path(__file__).parent.parent
WORLD = World(
    parts={"2025/33": ("VN-20", "VN-66")},
    renewed={"VN-66": "2025/33"},
    additive=frozenset(("export-turnover", "investment-projects", "industrial-zones")),
    stocks=frozenset(("industrial-zones", "investment-projects", "zone-area")),
    labels={"VN-66": ("Hưng Yên", "Hung Yen"), "2025/33": ("Hưng Yên mới", "new Hung Yen")},
)
B = 1_000_000_000
DEFAULTS: dict[str, Any] = {
    "indicator": "export-turnover",
    "measure": "level",
    "unit": "USD",
    "period": "2023",
    "status": "actual",
    "area": "VN-66",
}


def evidence(doc: str, text: str, at: int = 0, confidence: float = 0.9) -> Evidence:
    """Where the bracketed words of a sentence stand; the sentence starts at ``at``."""
    start, end = text.index("["), text.index("]") - 1
    sentence = text.replace("[", "").replace("]", "")
    return Evidence(doc, at + start, at + end, sentence, at, ("test",), confidence)


def fact(doc: str, text: str, value: Any, at: int = 0, **fields: Any) -> Observation:
    """An observation out of a sentence."""
    confidence = fields.pop("confidence", 0.9)
    limits = {name: Decimal(str(fields[name])) for name in ("value_max",) if name in fields}
    return Observation(
        evidence(doc, text, at, confidence), **{**DEFAULTS, **fields, **limits}, value=Decimal(str(value))
    )


def rate(doc: str, text: str, value: Any, measure: str, at: int = 0, **fields: Any) -> Observation:
    """A growth, share, completion or multiple out of a sentence."""
    unit = "times" if measure == "multiple" else "percent"
    base = {"growth": "yoy", "multiple": "yoy"}.get(measure)
    return fact(doc, text, value, at, **{"measure": measure, "unit": unit, "base": base, **fields})


def claim(made: Fact, issued: date | None = None, own_area: str | None = "VN-66") -> Claim:
    """The claim of a fact."""
    at = made.evidence
    return Claim(terms.claim(terms.document(at.doc), at.start, at.end), made, issued, own_area)


def said(doc: str, text: str, value: Any, at: int = 0, issued: date | None = None, **fields: Any) -> Claim:
    """An observation claim out of a sentence."""
    return claim(fact(doc, text, value, at, **fields), issued)


def entity(doc: str, text: str, name: str, kind: str = "project", at: int = 0, **fields: Any) -> EntityFigure:
    """A figure of an entity out of a sentence."""
    values: dict[str, Any] = {"attribute": "capacity", "value": Decimal(2), "unit": "MW", "area": "VN-22", **fields}
    return EntityFigure(evidence(doc, text, at), entity_type=kind, entity=name, **values)  # type: ignore[arg-type]


def policy(doc: str, text: str, at: int = 0, **fields: Any) -> Policy:
    """A policy out of a sentence; its number is what stands in brackets."""
    found = evidence(doc, text, at)
    return Policy(found, text[text.index("[") + 1 : text.index("]")], **fields)


def role(doc: str, text: str, office: str, org: str | None = None, at: int = 0) -> Role:
    """An office out of a sentence; the person's name stands in brackets."""
    return Role(evidence(doc, text, at), text[text.index("[") + 1 : text.index("]")], office, org)


def observe(*claims: Claim, world: World = WORLD) -> list[Observed]:
    """What the claims together say."""
    return observations(claims, world)


def findings(*claims: Claim, world: World = WORLD) -> list[Finding]:
    """Every check of the claims, confirmed or not."""
    blocks: dict[tuple[str, str], list[Observed]] = defaultdict(list)
    for observed in observations(claims, world):
        blocks[block_of(observed.cell.series)].append(observed)
    return [finding for name in sorted(blocks) for finding in check(Block(blocks[name]), world)]


def held(*claims: Claim) -> list[tuple[str, bool]]:
    """Names of the checks of the claims, and whether they hold."""
    return [(finding.check, finding.held) for finding in findings(*claims)]


def reading(doc: str, *facts: Fact, issued: date | None = None, own_area: str = "VN-66") -> Reading:
    """All that one document says."""
    ordered = tuple(sorted(facts, key=lambda made: (made.evidence.start, made.evidence.end)))
    return Reading(Document(doc, "", title=doc, date=issued, sha256="0" * 64), own_area, ordered)


def graph(readings: Iterable[Reading], ontology: bool = False) -> OxigraphStore:
    """A store in memory with these documents, reconciled; with the whole ontology where it is asked for."""
    store = OxigraphStore()
    if ontology:
        for path in sorted((ROOT / "ontology").glob("*.ttl")):
            text = path.read_text(encoding="utf-8")
            quads = ox.parse(text, ox.RdfFormat.TURTLE, base_iri=terms.BASE)
            store.bulk_load(b"".join(f"{q.triple} <{terms.ONTOLOGY_GRAPH}> .\n".encode() for q in quads))
    else:
        store.bulk_load(_small_world().encode())
    store.bulk_load("".join(reading_to_nquads(each) for each in readings).encode())
    reconcile(store)
    return store


def replace(store: OxigraphStore, doc: str, now: Reading | None) -> None:
    """Put another reading in a document's place, or take the document away."""
    store.replace_graphs({terms.document(doc): reading_to_ntriples(now) if now else None})


def cube(store: OxigraphStore) -> bytes:
    """The cube graph as bytes."""
    output = io.BytesIO()
    store.dump(output, ox.RdfFormat.N_TRIPLES, terms.CUBE_GRAPH)
    return b"".join(sorted(output.getvalue().splitlines(keepends=True)))


def _small_world() -> str:
    lines = []
    for whole, parts in WORLD.parts.items():
        lines += [f"<{terms.area(whole)}> <{terms.KG}madeOf> <{terms.area(part)}>" for part in parts]
        lines.append(f'<{terms.area(whole)}> <{terms.SKOS}altLabel> "Hưng Yên"')
    for code, (vi, en) in WORLD.labels.items():
        iri = terms.area(code)
        lines.append(f"<{iri}> <{terms.SKOS}inScheme> <{terms.AREA.rstrip('/')}>")
        lines += [f'<{iri}> <{terms.SKOS}prefLabel> "{vi}"@vi', f'<{iri}> <{terms.SKOS}prefLabel> "{en}"@en']
    lines += [f'<{terms.indicator(code)}> <{terms.KG}additive> "true"^^<{terms.XSD}boolean>' for code in WORLD.additive]
    return "".join(f"{line} <{terms.ONTOLOGY_GRAPH}> .\n" for line in lines)
