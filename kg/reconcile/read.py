"""What reconciliation reads from a store: claims from documents' graphs, the world from the ontology's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from kg import terms
from kg.model import Evidence, Observation, Reading
from kg.rdf import claim_iris, document_facts, read_facts
from kg.reconcile.model import Cell, Claim, World
from kg.reconcile.names import fold
from kg.reconcile.ontology import Ontology
from kg.reconcile.overrides import read_overrides
from kg.reconcile.state import chunks
from kg.reconcile.vocabulary import DIFFERENT_ENTITY, PRODUCT_SCHEME, SAME_ENTITY, SECTOR_SCHEME
from kg.store import Store


def claims_of(reading: Reading) -> Iterator[Claim]:
    """The claims that a document makes."""
    for iri, fact in claim_iris(reading):
        yield Claim(iri, fact, reading.document.date, reading.area)


def document_claims(store: Store, document: str) -> list[Claim]:
    """The claims in one document's graph, given its IRI; none where there is no such graph."""
    statements = list(store.statements(document))
    return list(claims_of(document_facts(statements))) if statements else []


def document_graphs(store: Store) -> list[str]:
    """The IRIs of all documents, in order."""
    return sorted(graph for graph in store.graphs() if graph.startswith(terms.DOC))


def claims_by_iri(store: Store, iris: Iterable[str]) -> list[Claim]:
    """Claims of any documents by their IRIs, with their sentences and what their documents say of themselves."""
    statements: list[tuple[str, str, str]] = []
    for values in chunks(iris):
        for path in ("", f"?c <{terms.SENTENCE}> ?s ."):
            subject = "?s" if path else "?c"
            text = f"SELECT DISTINCT {subject} ?p ?o WHERE {{ VALUES ?c {{ {values} }} {path} {subject} ?p ?o }}"
            for row in store.select(text):
                s, p, o = (str(getattr(term, "value", "")) for term in row)
                statements.append((s, p, o))
    facts = read_facts(statements)
    about = _about(store, (iri for iri, _ in facts))
    return [Claim(iri, fact, *about.get(iri.partition("#")[0], (None, None))) for iri, fact in facts]


def figures_by_iri(store: Store, cells: Mapping[str, Cell]) -> Iterator[tuple[Claim, Cell]]:
    """Observation claims whose cell is known, so that only what differs within a cell is read: a row a claim."""
    pattern = (
        f"?c <{terms.VALUE}> ?v ; <{terms.CONFIDENCE}> ?k ; <{terms.START}> ?a ; <{terms.END}> ?b ; "
        f"<{terms.SENTENCE}> ?s . ?s <{terms.START}> ?from ; <{terms.EXACT}> ?text "
        f"OPTIONAL {{ ?c <{terms.VALUE_MAX}> ?max }} OPTIONAL {{ ?c <{terms.APPROX}> ?approx }}"
    )
    about = _about(store, cells)
    for values in chunks(cells):
        text = f"SELECT ?c ?v ?k ?a ?b ?from ?text ?max ?approx WHERE {{ VALUES ?c {{ {values} }} {pattern} }}"
        for row in store.select(text):
            iri, value, sure, start, end, begin, sentence, most, approx = (
                str(getattr(term, "value", "")) for term in row
            )
            place = Evidence(terms.document_of(iri), int(start), int(end), sentence, int(begin), (), float(sure))
            yield Claim(iri, _figure(cells[iri], place, value, most, approx), *about[iri.partition("#")[0]]), cells[iri]


def _figure(cell: Cell, place: Evidence, value: str, most: str, approx: str) -> Observation:
    """What a claim of a cell states; its breakdowns stand on the cell."""
    key = cell.series
    stated: dict[str, Any] = {"measure": key.measure, "status": cell.status}
    if approx:
        stated["approx"] = terms.code_of("approx", approx)
    return Observation(
        evidence=place,
        indicator=key.indicator,
        value=Decimal(value),
        unit=key.unit,
        value_max=Decimal(most) if most else None,
        period=cell.period,
        area=key.area,
        **stated,
    )


def _about(store: Store, claims: Iterable[str]) -> dict[str, tuple[date | None, str | None]]:
    """The date of issue and the own area of the documents of claims, by the documents' IRIs."""
    documents = {iri.partition("#")[0] for iri in claims}
    found: dict[str, tuple[date | None, str | None]] = dict.fromkeys(documents, (None, None))
    for values in chunks(documents):
        keys = f"VALUES ?d {{ {values} }} OPTIONAL {{ ?d <{terms.ISSUED}> ?i }} OPTIONAL {{ ?d <{terms.OWN_AREA}> ?a }}"
        for row in store.select(f"SELECT ?d ?i ?a WHERE {{ {keys} }}"):
            document, issued, area = (getattr(term, "value", None) for term in row)
            day = date.fromisoformat(issued) if issued else None
            found[str(document)] = (day, terms.area_of(area) if area else None)
    return found


def _rows(store: Store, pattern: str, *names: str) -> Iterator[tuple[str, ...]]:
    wanted = " ".join(f"?{name}" for name in names)
    text = f"SELECT {wanted} WHERE {{ GRAPH <{terms.ONTOLOGY_GRAPH}> {{ {pattern} }} }}"
    for row in store.select(text):
        yield tuple("" if term is None else str(getattr(term, "value", term)) for term in row)


def _labels(store: Store, kind: str) -> dict[str, dict[str, str]]:
    """Labels by IRI and language of everything with a notation in a scheme."""
    pattern = f"?x <{terms.SKOS}inScheme> <{kind}> ; <{terms.SKOS}prefLabel> ?label . BIND(LANG(?label) AS ?language)"
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    for iri, label, language in _rows(store, pattern, "x", "label", "language"):
        labels[iri][language] = label
    return labels


def _named(labels: dict[str, dict[str, str]], code: dict[str, str]) -> dict[str, tuple[str, str]]:
    return {
        code[iri]: (names.get("vi", code[iri]), names.get("en", names.get("vi", code[iri])))
        for iri, names in labels.items()
        if iri in code
    }


def _concepts(store: Store, scheme: str, namespace: str) -> tuple[dict[str, str], frozenset[str]]:
    """Codes of curated concepts by folded label: the same label on two concepts means the first code."""
    pattern = (
        f"?x <{terms.SKOS}inScheme> <{scheme}> ; "
        f"<{terms.SKOS}prefLabel>|<{terms.SKOS}altLabel>|<{terms.SKOS}hiddenLabel> ?label"
    )
    codes: dict[str, str] = {}
    iris = set()
    for iri, label in sorted(set(_rows(store, pattern, "x", "label"))):
        if iri.startswith(namespace):
            iris.add(iri)
            codes.setdefault(fold(label), terms.unslug(iri[len(namespace) :]))
    return codes, frozenset(iris)


def _area_codes(iris: Iterable[str]) -> dict[str, str]:
    return {iri: terms.area_of(iri) for iri in iris if iri.startswith(terms.AREA)}


def read_ontology(store: Store) -> Ontology:
    """The world as the ontology in the store tells it; an empty one where the store has no ontology."""
    parts: dict[str, set[str]] = defaultdict(set)
    for whole, part in _rows(store, f"?w <{terms.KG}madeOf> ?p", "w", "p"):
        parts[terms.area_of(whole)].add(terms.area_of(part))
    areas = _labels(store, terms.AREA.rstrip("/"))
    labels = _named(areas, _area_codes(areas))
    indicators = _labels(store, terms.INDICATOR.rstrip("/"))
    labels |= _named(indicators, {iri: terms.indicator_of(iri) for iri in indicators})
    sectors, sector_iris = _concepts(store, SECTOR_SCHEME, terms.SECTOR)
    products, product_iris = _concepts(store, PRODUCT_SCHEME, terms.PRODUCT)
    additive = _rows(store, f"?x <{terms.KG}additive> true", "x")
    stocks = _rows(store, f'?x <{terms.KG}nature> ?n FILTER(CONTAINS(STR(?n), "stock"))', "x")
    world = World(
        sectors=sectors,
        products=products,
        parts={whole: tuple(sorted(made_of)) for whole, made_of in sorted(parts.items())},
        renewed=_renewed(store, labels),
        additive=frozenset(terms.indicator_of(iri) for (iri,) in additive),
        stocks=frozenset(terms.indicator_of(iri) for (iri,) in stocks),
        labels=labels,
    )
    units = _labels(store, terms.UNIT.rstrip("/"))
    times = frozenset(iri for (iri,) in _rows(store, f"?x a <{terms.TIME}TemporalEntity>", "x"))
    same = _rows(store, f"?x <{SAME_ENTITY}> ?y", "x", "y")
    apart = _rows(store, f"?x <{DIFFERENT_ENTITY}> ?y", "x", "y")
    overrides = read_overrides(((one, other) for one, other in same), ((one, other) for one, other in apart))
    return Ontology(world, sector_iris | product_iris | times | frozenset(areas) | frozenset(units), overrides)


def _renewed(store: Store, labels: dict[str, tuple[str, str]]) -> dict[str, str]:
    """Former provinces whose name today's merged province carries on."""
    pattern = f"?w <{terms.KG}madeOf> ?p . ?w <{terms.SKOS}prefLabel>|<{terms.SKOS}altLabel> ?label"
    found: dict[str, str] = {}
    for whole, part, label in _rows(store, pattern, "w", "p", "label"):
        code = terms.area_of(part)
        if labels.get(code, ("",))[0] == label:
            found[code] = terms.area_of(whole)
    return found
