"""Names and codes to the concept that they mean, by the labels that the graph itself carries."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import pyoxigraph as ox

from kg import terms
from kg.errors import QueryError
from kg.query.binding import words
from kg.query.fold import bare, fold
from kg.store import Store

# How good a match is, by the property that says the name: codes first, then names from usual to unusual.
_RANKS = {
    terms.SKOS + "notation": 0,
    terms.KG + "gsoCode": 0,
    terms.SKOS + "prefLabel": 1,
    terms.LABEL: 1,
    terms.SKOS + "altLabel": 2,
    terms.SKOS + "hiddenLabel": 3,
    terms.KG + "contextLabel": 4,
}
_ONTOLOGY = (terms.ONTOLOGY_GRAPH,)
_BOTH = (terms.ONTOLOGY_GRAPH, terms.CUBE_GRAPH)


def _anything(_: str) -> int:
    return 0


def _area_kind(iri: str) -> int:
    """Provinces and countries before regions, those before districts, those before the provinces of 2025."""
    code = iri.removeprefix(terms.AREA)
    if code.startswith("2025/"):
        return 3
    return 1 if code.startswith("region/") else 2 if "/" in code else 0


@dataclass(frozen=True, slots=True)
class Kind:
    """What names of one type of parameter can mean: IRIs of a namespace, labelled in these graphs."""

    namespace: str
    graphs: tuple[str, ...] = _ONTOLOGY
    to_iri: Callable[[str], str] | None = None
    preference: Callable[[str], int] = _anything


KINDS: dict[str, Kind] = {
    "area": Kind(terms.AREA, _ONTOLOGY, terms.area, _area_kind),
    "area2025": Kind(terms.AREA + "2025/", _ONTOLOGY, terms.area),
    "indicator": Kind(terms.INDICATOR, _ONTOLOGY, terms.indicator),
    "unit": Kind(terms.UNIT, _ONTOLOGY, terms.unit),
    "sector": Kind(terms.SECTOR, _BOTH, terms.sector),
    "product": Kind(terms.PRODUCT, _BOTH, terms.product),
    "entity": Kind(
        terms.ENTITY, (terms.CUBE_GRAPH,), lambda code: terms.ENTITY + code.removeprefix("entity:").replace(" ", "_")
    ),
}


def kind_of(type: str, scheme: str) -> Kind:
    """The kind behind a parameter's type; codes have a namespace for each of their lists."""
    if type == "code":
        return Kind(f"{terms.CODE}{scheme}/", _ONTOLOGY, lambda code: terms.code(scheme, code))
    return KINDS[type]


Match = tuple[int, str, str]  # rank, IRI, the label that matched


def resolve(store: Store, type: str, scheme: str, text: str) -> str:
    """The IRI that a name or a code means.

    Raises QueryError with near names where nothing matches, with all meanings where several match equally.
    """
    kind = kind_of(type, scheme)
    by_code = _by_code(store, kind, text)
    if by_code:
        return by_code
    matches = list(_exact(store, kind, text)) or _folded(store, kind, text)
    if not matches and type == "entity":
        matches = _containing(store, kind, text)
    if not matches:
        if type == "area2025":
            return _successor(store, text)
        raise QueryError(f"no {type} is called {text!r}{_near(store, kind, text)}")
    return _best(type, kind, text, matches)


def _by_code(store: Store, kind: Kind, text: str) -> str | None:
    """The IRI that the text is the code of (or is itself), if the graph says something with it."""
    if kind.to_iri is None:
        return None
    forms = [text] if text.startswith(kind.namespace) else [kind.to_iri(c) for c in (text, text.upper(), text.lower())]
    for iri in dict.fromkeys(forms):
        node = _node(iri)
        if node is None or len(iri) <= len(kind.namespace) or not iri.startswith(kind.namespace):
            continue
        graphs = (ox.NamedNode(terms.ONTOLOGY_GRAPH), ox.NamedNode(terms.CUBE_GRAPH))
        looks = [
            f"{{ GRAPH {graph} {{ {triple} }} }}" for graph in graphs for triple in (f"{node} ?a ?b", f"?a ?b {node}")
        ]
        if any(store.select(f"SELECT ?b WHERE {{ {' UNION '.join(looks)} }} LIMIT 1")):
            return iri
    return None


def _node(iri: str) -> ox.NamedNode | None:
    try:
        return ox.NamedNode(iri)
    except ValueError:  # a name with characters that no IRI holds is no code
        return None


def _exact(store: Store, kind: Kind, text: str) -> Iterator[Match]:
    """Concepts with exactly this label: found through the store's index, so this is the way to try first."""
    literal = words(text)
    forms = [literal, *(ox.Literal(literal.value, language=language) for language in ("vi", "en"))]
    # A union of patterns without variables for graph and label: each is one look-up.
    looks = (f"{{ GRAPH {ox.NamedNode(graph)} {{ ?s ?p {form} }} }}" for graph in kind.graphs for form in forms)
    for iri, name in _pairs(store, f"SELECT ?s ?p WHERE {{ {' UNION '.join(looks)} }}"):
        if iri.startswith(kind.namespace) and name in _RANKS:
            yield _RANKS[name], iri, text


def _folded(store: Store, kind: Kind, text: str) -> list[Match]:
    """Concepts with a label that is the same but for diacritics, case and the word for the kind of place."""
    wanted = fold(text)
    if not wanted:
        return []
    short = bare(wanted)
    almost: list[Match] = []
    for _, matches in groupby(_labels(store, kind), key=itemgetter(0)):  # the best rank first: most names end there
        found = [(match, fold(match[2])) for match in matches]
        same = [match for match, name in found if name == wanted]
        if same:
            return same
        almost = almost or [match for match, name in found if bare(name) == short]
    return almost


def _containing(store: Store, kind: Kind, text: str) -> list[Match]:
    """Things with the words of the text, in a row, in one of their names: "xi măng Đá" for "Nhà máy Xi măng Đá"."""
    wanted = f" {fold(text)} "
    return [
        (0, iri, label) for _, iri, label in _labels(store, kind) if wanted.strip() and wanted in f" {fold(label)} "
    ]


def _labels(store: Store, kind: Kind) -> Iterator[Match]:
    """All names of a kind: a scan of each property, which is faster than asking for the namespace in SPARQL."""
    for name, rank in _RANKS.items():
        for graph in kind.graphs:
            query = f"SELECT ?s ?l WHERE {{ GRAPH {ox.NamedNode(graph)} {{ ?s {ox.NamedNode(name)} ?l }} }}"
            for subject, label in store.select(query):
                if (
                    isinstance(subject, ox.NamedNode)
                    and isinstance(label, ox.Literal)
                    and subject.value.startswith(kind.namespace)
                ):
                    yield rank, subject.value, label.value


def _pairs(store: Store, query: str) -> Iterator[tuple[str, str]]:
    for first, second in store.select(query):
        if isinstance(first, ox.NamedNode) and isinstance(second, ox.NamedNode):
            yield first.value, second.value


def _best(type: str, kind: Kind, text: str, matches: Iterable[Match]) -> str:
    ranked = sorted({((rank, kind.preference(iri)), iri) for rank, iri, _ in matches})
    best = sorted({iri for order, iri in ranked if order == ranked[0][0]})
    if len(best) == 1:
        return best[0]
    meanings = ", ".join(code_of(iri) for iri in best[:8])
    raise QueryError(f"{text!r} can mean several things of type {type}: {meanings}; give one of these codes")


def _near(store: Store, kind: Kind, text: str) -> str:
    named: dict[str, tuple[str, str]] = {}
    for _, iri, label in sorted(_labels(store, kind)):
        named.setdefault(fold(label), (label, iri))
    wanted = fold(text)
    close = difflib.get_close_matches(wanted, named, n=12, cutoff=0.6)
    close += [name for name in named if wanted and wanted in name and name not in close]
    shown = {named[name][1]: named[name][0] for name in reversed(close)}
    if not shown:
        return ""
    return "; near it: " + ", ".join(f"{label} ({code_of(iri)})" for iri, label in list(shown.items())[::-1][:5])


def _successor(store: Store, text: str) -> str:
    """Today's province that a former province, named by the text, became part of."""
    former = ox.NamedNode(resolve(store, "area", "", text))
    graph = ox.NamedNode(terms.ONTOLOGY_GRAPH)
    query = f"SELECT ?s WHERE {{ GRAPH {graph} {{ ?s <{terms.KG}madeOf> {former} }} }}"
    for (today,) in store.select(query):
        if isinstance(today, ox.NamedNode):
            return today.value
    raise QueryError(f"{text!r} is no province that was made of others on 2025-07-01")


def code_of(iri: str) -> str:
    """The code that facts write for an IRI of this graph: ``VN-66``, ``USD``, ``2017-01/2017-06``, ``000_x#c5-8``."""
    if iri.startswith(terms.DOC):
        document, hash, fragment = iri.partition("#")
        return terms.document_of(document) + hash + fragment
    for namespace, to_code in (
        (terms.AREA, terms.area_of),
        (terms.PERIOD, terms.period_of),
        (terms.UNIT, terms.unit_of),
        (terms.INDICATOR, terms.indicator_of),
        (terms.CODE, lambda found: found.rpartition("/")[2]),
    ):
        if iri.startswith(namespace):
            return to_code(iri)
    for namespace in (terms.SECTOR, terms.PRODUCT):
        if iri.startswith(namespace):
            return terms.unslug(iri[len(namespace) :])
    return terms.shorten(iri)
