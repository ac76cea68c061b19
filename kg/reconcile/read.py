"""What reconciliation reads from a store: claims from documents' graphs, the world from the ontology's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg import terms
from kg.model import Reading
from kg.rdf import claim_iris, document_facts
from kg.reconcile.model import Claim, World
from kg.reconcile.names import fold
from kg.reconcile.ontology import Ontology
from kg.reconcile.overrides import read_overrides
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


def all_claims(store: Store) -> Iterator[Claim]:
    """Every claim of the graph, document after document."""
    for graph in document_graphs(store):
        yield from document_claims(store, graph)


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
