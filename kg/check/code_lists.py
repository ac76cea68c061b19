"""The integrity constraints on code lists: values are listed (IC-19) and stand in their hierarchy (IC-20, IC-21)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg import terms
from kg.check.cube import QB, RDF_TYPE, Cube
from kg.check.model import Violation
from kg.check.triples import Triples
from kg.terms import SKOS, shorten


def _coded(cube: Cube) -> Iterator[tuple[str, str, str]]:
    """Each different (dimension, value) in use with one of the observations that use it."""
    seen: dict[tuple[str, str], str] = {}
    for observation, _, structure, key in cube.keys:
        for prop, values in zip(structure.dimensions, key, strict=True):
            for value in values:
                if (prop, value) not in seen:
                    seen[prop, value] = observation
    for (prop, value), observation in sorted(seen.items()):
        yield prop, value, observation


def ic_19(cube: Cube) -> Iterator[Violation]:
    """A value of a dimension with a code list is a concept of that scheme, or a member of that collection."""
    graph = cube.graph
    for prop, value, observation in _coded(cube):
        for codes in sorted(graph.values(prop, QB + "codeList")):
            types = graph.values(codes, RDF_TYPE)
            if SKOS + "ConceptScheme" in types:
                concept = SKOS + "Concept" in graph.values(value, RDF_TYPE)
                listed = concept and codes in graph.values(value, SKOS + "inScheme")
            elif SKOS + "Collection" in types:
                listed = SKOS + "Concept" in graph.values(value, RDF_TYPE) and value in _members(graph, codes)
            else:
                continue
            if not listed:
                yield observation, f"has {shorten(value)} for {shorten(prop)}, which {shorten(codes)} does not list"


def _members(graph: Triples, collection: str) -> set[str]:
    return _reached(graph, graph.values(collection, SKOS + "member"), SKOS + "member")


def _reached(graph: Triples, roots: Iterable[str], prop: str) -> set[str]:
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting.extend(graph.values(node, prop))
    return found


def _hierarchies(cube: Cube, *, inverse: bool) -> Iterator[Violation]:
    """Values must be reached from a root of the hierarchy by its parent-child property, downward or inverse."""
    graph = cube.graph
    allowed: dict[tuple[str, str], set[str]] = {}
    for prop, value, observation in _coded(cube):
        for codes in sorted(graph.values(prop, QB + "codeList")):
            if QB + "HierarchicalCodeList" not in graph.values(codes, RDF_TYPE):
                continue
            for link in sorted(graph.values(codes, QB + "parentChildProperty")):
                inverted = graph.values(link, terms.OWL + "inverseOf")
                if bool(inverted) != inverse:
                    continue
                if (codes, link) not in allowed:
                    roots = graph.values(codes, QB + "hierarchyRoot")
                    allowed[codes, link] = _down(graph, roots, inverted) if inverse else _reached(graph, roots, link)
                if value not in allowed[codes, link]:
                    wrong = f"has {shorten(value)} for {shorten(prop)}, outside the hierarchy {shorten(codes)}"
                    yield observation, wrong


def _down(graph: Triples, roots: Iterable[str], upward: Iterable[str]) -> set[str]:
    """What reaches a root by following a child-to-parent property."""
    children: dict[str, set[str]] = defaultdict(set)
    for prop in upward:
        for child, parents in graph.with_property(prop).items():
            for parent in parents:
                children[parent].add(child)
    found, waiting = set(), list(roots)
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting.extend(children.get(node, ()))
    return found


def ic_20(cube: Cube) -> Iterator[Violation]:
    """A value of a dimension with a hierarchical code list is reached from a root by its parent-child property."""
    yield from _hierarchies(cube, inverse=False)


def ic_21(cube: Cube) -> Iterator[Violation]:
    """The same where the parent-child property is the inverse of another one."""
    yield from _hierarchies(cube, inverse=True)
