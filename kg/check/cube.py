"""The integrity constraints of the RDF Data Cube recommendation (IC-1 to IC-21), on the cube as it is normalised there.

Set-based: each constraint is one pass over the structure or the observations, so that ten thousand observations
take a second. Two constraints are checked as they are meant rather than as the recommendation's queries say: IC-12
compares the keys of observations instead of every pair of them, and IC-17 (whose query can never fail, since it
counts a measure's observations against themselves) asks that each combination of the other dimensions has an
observation of every measure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import product

from kg import terms
from kg.check.triples import Triples

Violation = tuple[str, str]
"""The node that breaks a constraint, and what is wrong with it, in English."""
QB, RDF_TYPE, SKOS = terms.QB, terms.TYPE, terms.SKOS
MEASURE_TYPE = QB + "measureType"


class Structure:
    """A data structure definition, resolved: which components it has and where they are attached."""

    def __init__(self, graph: Triples, iri: str) -> None:
        self.iri = iri
        self.components: list[str] = []
        self.optional: set[str] = set()
        self.required: set[str] = set()
        self.attached: dict[str, set[str]] = defaultdict(set)
        for spec in sorted(graph.values(iri, QB + "component")):
            for kind in ("dimension", "measure", "attribute", "measureDimension", "componentProperty"):
                for prop in sorted(graph.values(spec, QB + kind)):
                    self.components.append(prop)
                    wanted = graph.values(spec, QB + "componentRequired")
                    self.required.update({prop} if wanted & {"true", "1"} else set())
                    self.optional.update({prop} if wanted & {"false", "0"} else set())
                    self.attached[prop] |= graph.values(spec, QB + "componentAttachment")
        self.keys = sorted(graph.values(iri, QB + "sliceKey"))
        specs = graph.values(iri, QB + "component")
        said = {
            kind: {prop for spec in specs for prop in graph.values(spec, QB + kind)}
            for kind in ("dimension", "measure", "attribute", "measureDimension")
        }

        def of(cls: str, *kinds: str) -> list[str]:
            typed = {prop for prop in self.components if QB + cls in graph.values(prop, RDF_TYPE)}
            return sorted(typed.union(*(said[kind] for kind in kinds)))

        self.dimensions = of("DimensionProperty", "dimension", "measureDimension")
        self.measures = of("MeasureProperty", "measure")
        self.attributes = of("AttributeProperty", "attribute")


class Cube:
    """A normalised cube: types completed, values of data sets and slices pushed down to their observations."""

    def __init__(self, statements: Iterable[tuple[str, str, str]]) -> None:
        self.graph = graph = Triples(statements)
        self.structures = {
            iri: Structure(graph, iri)
            for iri in {
                *graph.instances(QB + "DataStructureDefinition", RDF_TYPE),
                *(dsd for dsds in graph.with_property(QB + "structure").values() for dsd in dsds),
            }
        }
        self.slices: dict[str, set[str]] = defaultdict(set)
        for dataset, slices in graph.with_property(QB + "slice").items():
            for each in slices:
                self.slices[each].add(dataset)
        for each in graph.instances(QB + "Slice", RDF_TYPE):
            self.slices.setdefault(each, set())
        self.datasets = sorted(
            {*graph.instances(QB + "DataSet", RDF_TYPE), *graph.with_property(QB + "structure")}
            | {dataset for datasets in self.slices.values() for dataset in datasets}
            | {dataset for datasets in graph.with_property(QB + "dataSet").values() for dataset in datasets}
        )
        self.slices_of: dict[str, list[str]] = defaultdict(list)
        for each in sorted(self.slices):
            for observation in graph.values(each, QB + "observation"):
                self.slices_of[observation].append(each)
        self.observations = sorted(
            {*graph.instances(QB + "Observation", RDF_TYPE), *graph.with_property(QB + "dataSet"), *self.slices_of}
        )

    def structure_of(self, dataset: str | None) -> Structure | None:
        """The structure of a data set."""
        return self.structures.get(self.graph.one(dataset, QB + "structure") or "") if dataset else None

    @cached_property
    def structured(self) -> list[tuple[str, str, Structure]]:
        """Every observation that belongs to a data set with a structure, with both."""
        structures = {dataset: self.structure_of(dataset) for dataset in self.datasets}
        found = []
        for observation in self.observations:
            for dataset in sorted(self.graph.values(observation, QB + "dataSet")):
                structure = structures.get(dataset)
                if structure is not None:
                    found.append((observation, dataset, structure))
        return found

    def values(self, observation: str, dataset: str, structure: Structure, prop: str) -> set[str] | frozenset[str]:
        """The values of a component, its own or pushed down from its slices and data set."""
        own = self.graph.values(observation, prop)
        attached = structure.attached.get(prop, ())
        if QB + "Slice" in attached or prop in structure.dimensions:
            for each in self.slices_of.get(observation, ()):
                if dataset in self.slices[each]:
                    pushed = self.graph.values(each, prop)
                    own = own | pushed if own else pushed
        if QB + "DataSet" in attached:
            own = own | self.graph.values(dataset, prop)
        return own

    @cached_property
    def keys(self) -> list[tuple[str, str, Structure, tuple[set[str] | frozenset[str], ...]]]:
        """Every structured observation with the values of its dimensions."""
        return [
            (observation, dataset, structure, tuple(
                self.values(observation, dataset, structure, prop) for prop in structure.dimensions
            ))
            for observation, dataset, structure in self.structured
        ]  # fmt: skip


def _short(iri: str) -> str:
    return terms.shorten(iri)


def ic_1(cube: Cube) -> Iterator[Violation]:
    """Every observation has exactly one data set."""
    for each in cube.observations:
        count = len(cube.graph.values(each, QB + "dataSet"))
        if count != 1:
            yield each, f"belongs to {count} data sets"


def ic_2(cube: Cube) -> Iterator[Violation]:
    """Every data set has exactly one structure."""
    for each in cube.datasets:
        count = len(cube.graph.values(each, QB + "structure"))
        if count != 1:
            yield each, f"has {count} structures"


def ic_3(cube: Cube) -> Iterator[Violation]:
    """Every structure declares a measure."""
    for iri, structure in sorted(cube.structures.items()):
        if not structure.measures:
            yield iri, "declares no measure"


def _all_dimensions(cube: Cube) -> list[str]:
    declared = {prop for structure in cube.structures.values() for prop in structure.dimensions}
    return sorted(declared | set(cube.graph.instances(QB + "DimensionProperty", RDF_TYPE)))


def ic_4(cube: Cube) -> Iterator[Violation]:
    """Every dimension of a structure has a range."""
    for prop in _all_dimensions(cube):
        if not cube.graph.values(prop, terms.RDFS + "range"):
            yield prop, "has no rdfs:range"


def ic_5(cube: Cube) -> Iterator[Violation]:
    """Every dimension whose range is skos:Concept has a code list."""
    for prop in _all_dimensions(cube):
        ranged = SKOS + "Concept" in cube.graph.values(prop, terms.RDFS + "range")
        if ranged and not cube.graph.values(prop, QB + "codeList"):
            yield prop, "has the range skos:Concept and no code list"


def ic_6(cube: Cube) -> Iterator[Violation]:
    """Only attributes are optional."""
    for iri, structure in sorted(cube.structures.items()):
        for prop in sorted(structure.optional - set(structure.attributes)):
            yield iri, f"makes {_short(prop)} optional, which is no attribute"


def _slice_keys(cube: Cube) -> list[str]:
    used = {key for keys in cube.graph.with_property(QB + "sliceKey").values() for key in keys}
    return sorted({*cube.graph.instances(QB + "SliceKey", RDF_TYPE), *used})


def ic_7(cube: Cube) -> Iterator[Violation]:
    """Every slice key belongs to a structure."""
    declared = {key for structure in cube.structures.values() for key in structure.keys}
    for key in _slice_keys(cube):
        if key not in declared:
            yield key, "belongs to no structure"


def ic_8(cube: Cube) -> Iterator[Violation]:
    """What a slice key fixes is a component of its structure."""
    for _, structure in sorted(cube.structures.items()):
        for key in structure.keys:
            for prop in sorted(cube.graph.values(key, QB + "componentProperty") - set(structure.components)):
                yield key, f"fixes {_short(prop)}, which its structure does not have"


def ic_9(cube: Cube) -> Iterator[Violation]:
    """Every slice has exactly one slice structure."""
    for each in sorted(cube.slices):
        count = len(cube.graph.values(each, QB + "sliceStructure"))
        if count != 1:
            yield each, f"has {count} slice structures"


def ic_10(cube: Cube) -> Iterator[Violation]:
    """Every slice has a value for each dimension of its key."""
    for each in sorted(cube.slices):
        for key in sorted(cube.graph.values(each, QB + "sliceStructure")):
            for prop in sorted(cube.graph.values(key, QB + "componentProperty")):
                if not cube.graph.values(each, prop):
                    yield each, f"has no value of {_short(prop)}"


def ic_11(cube: Cube) -> Iterator[Violation]:
    """Every observation has a value for each dimension of its structure."""
    for observation, _, structure, key in cube.keys:
        for prop, values in zip(structure.dimensions, key, strict=True):
            if not values:
                yield observation, f"has no value of {_short(prop)}"


def ic_12(cube: Cube) -> Iterator[Violation]:
    """No two observations of a data set have the same value for every dimension."""
    seen: dict[tuple[str, ...], str] = {}
    for observation, dataset, _, key in cube.keys:
        if not all(key):
            continue
        single = all(len(values) == 1 for values in key)
        combinations = [tuple(next(iter(values)) for values in key)] if single else product(*map(sorted, key))
        for combination in combinations:
            other = seen.setdefault((dataset, *combination), observation)
            if other != observation:
                yield observation, f"has the dimensions of {_short(other)}"


def ic_13(cube: Cube) -> Iterator[Violation]:
    """Every observation has a value for each required attribute."""
    for observation, dataset, structure in cube.structured:
        for prop in structure.attributes:
            if prop in structure.required and not cube.values(observation, dataset, structure, prop):
                yield observation, f"lacks the required attribute {_short(prop)}"


def ic_14(cube: Cube) -> Iterator[Violation]:
    """Without a measure dimension, every observation has a value of each measure."""
    for observation, dataset, structure in cube.structured:
        if MEASURE_TYPE not in structure.dimensions:
            for prop in structure.measures:
                if not cube.values(observation, dataset, structure, prop):
                    yield observation, f"has no value of the measure {_short(prop)}"


def _by_measure(cube: Cube) -> Iterator[tuple[str, str, Structure]]:
    return (each for each in cube.structured if MEASURE_TYPE in each[2].dimensions)


def ic_15(cube: Cube) -> Iterator[Violation]:
    """With a measure dimension, every observation has a value of the measure that it names."""
    for observation, dataset, structure in _by_measure(cube):
        for measure in sorted(cube.values(observation, dataset, structure, MEASURE_TYPE)):
            if not cube.graph.values(observation, measure):
                yield observation, f"names the measure {_short(measure)} and has no value of it"


def ic_16(cube: Cube) -> Iterator[Violation]:
    """With a measure dimension, an observation has only the measure that it names."""
    for observation, dataset, structure in _by_measure(cube):
        named = cube.values(observation, dataset, structure, MEASURE_TYPE)
        for measure in structure.measures:
            if measure not in named and cube.graph.values(observation, measure):
                yield observation, f"has a value of {_short(measure)}, which it does not name"


def ic_17(cube: Cube) -> Iterator[Violation]:
    """With a measure dimension, each combination of the other dimensions has an observation of every measure."""
    groups: dict[tuple[str, ...], set[str]] = defaultdict(set)
    first: dict[tuple[str, ...], tuple[str, Structure]] = {}
    for observation, dataset, structure, key in cube.keys:
        if MEASURE_TYPE not in structure.dimensions or not all(key):
            continue
        at = structure.dimensions.index(MEASURE_TYPE)
        others = (dataset, *("|".join(sorted(values)) for position, values in enumerate(key) if position != at))
        groups[others] |= key[at]
        first.setdefault(others, (observation, structure))
    for others, measures in groups.items():
        observation, structure = first[others]
        for missing in sorted(set(structure.measures) - measures):
            yield observation, f"has no companion with the measure {_short(missing)}"


def ic_18(cube: Cube) -> Iterator[Violation]:
    """The observations of a data set's slice belong to that data set."""
    for each, datasets in sorted(cube.slices.items()):
        for observation in sorted(cube.graph.values(each, QB + "observation")):
            for dataset in sorted(datasets - cube.graph.values(observation, QB + "dataSet")):
                yield observation, f"stands in a slice of {_short(dataset)} and does not belong to it"


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
                yield observation, f"has {_short(value)} for {_short(prop)}, which {_short(codes)} does not list"


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
                    yield observation, f"has {_short(value)} for {_short(prop)}, outside the hierarchy {_short(codes)}"


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


CONSTRAINTS: tuple[tuple[str, Callable[[Cube], Iterator[Violation]]], ...] = (
    ("IC-1", ic_1), ("IC-2", ic_2), ("IC-3", ic_3), ("IC-4", ic_4), ("IC-5", ic_5), ("IC-6", ic_6), ("IC-7", ic_7),
    ("IC-8", ic_8), ("IC-9", ic_9), ("IC-10", ic_10), ("IC-11", ic_11), ("IC-12", ic_12), ("IC-13", ic_13),
    ("IC-14", ic_14), ("IC-15", ic_15), ("IC-16", ic_16), ("IC-17", ic_17), ("IC-18", ic_18), ("IC-19", ic_19),
    ("IC-20", ic_20), ("IC-21", ic_21),
)  # fmt: skip


def violations(statements: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Every violation in a graph of cube and structure: the constraint, the node, what is wrong."""
    cube = Cube(statements)
    for name, constraint in CONSTRAINTS:
        for node, wrong in constraint(cube):
            yield name, node, wrong
