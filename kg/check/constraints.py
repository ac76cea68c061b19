"""The integrity constraints of the RDF Data Cube recommendation (IC-1 to IC-21), on the cube as it is normalised there.

Set-based: each constraint is one pass over the structure or the observations, so that ten thousand observations
take a second; those on code lists have a module of their own. Two constraints are checked as they are meant rather
than as the recommendation's queries say: IC-12 compares the keys of observations instead of every pair of them, and
IC-17 (whose query can never fail, since it counts a measure's observations against themselves) asks that each
combination of the other dimensions has an observation of every measure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import product

from kg import terms
from kg.check.code_lists import ic_19, ic_20, ic_21
from kg.check.cube import QB, RDF_TYPE, Cube, Structure
from kg.check.model import Violation
from kg.terms import SKOS, shorten

MEASURE_TYPE = QB + "measureType"


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
            yield iri, f"makes {shorten(prop)} optional, which is no attribute"


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
                yield key, f"fixes {shorten(prop)}, which its structure does not have"


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
                    yield each, f"has no value of {shorten(prop)}"


def ic_11(cube: Cube) -> Iterator[Violation]:
    """Every observation has a value for each dimension of its structure."""
    for observation, _, structure, key in cube.keys:
        for prop, values in zip(structure.dimensions, key, strict=True):
            if not values:
                yield observation, f"has no value of {shorten(prop)}"


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
                yield observation, f"has the dimensions of {shorten(other)}"


def ic_13(cube: Cube) -> Iterator[Violation]:
    """Every observation has a value for each required attribute."""
    for observation, dataset, structure in cube.structured:
        for prop in structure.attributes:
            if prop in structure.required and not cube.values(observation, dataset, structure, prop):
                yield observation, f"lacks the required attribute {shorten(prop)}"


def ic_14(cube: Cube) -> Iterator[Violation]:
    """Without a measure dimension, every observation has a value of each measure."""
    for observation, dataset, structure in cube.structured:
        if MEASURE_TYPE not in structure.dimensions:
            for prop in structure.measures:
                if not cube.values(observation, dataset, structure, prop):
                    yield observation, f"has no value of the measure {shorten(prop)}"


def _by_measure(cube: Cube) -> Iterator[tuple[str, str, Structure]]:
    return (each for each in cube.structured if MEASURE_TYPE in each[2].dimensions)


def ic_15(cube: Cube) -> Iterator[Violation]:
    """With a measure dimension, every observation has a value of the measure that it names."""
    for observation, dataset, structure in _by_measure(cube):
        for measure in sorted(cube.values(observation, dataset, structure, MEASURE_TYPE)):
            if not cube.graph.values(observation, measure):
                yield observation, f"names the measure {shorten(measure)} and has no value of it"


def ic_16(cube: Cube) -> Iterator[Violation]:
    """With a measure dimension, an observation has only the measure that it names."""
    for observation, dataset, structure in _by_measure(cube):
        named = cube.values(observation, dataset, structure, MEASURE_TYPE)
        for measure in structure.measures:
            if measure not in named and cube.graph.values(observation, measure):
                yield observation, f"has a value of {shorten(measure)}, which it does not name"


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
            yield observation, f"has no companion with the measure {shorten(missing)}"


def ic_18(cube: Cube) -> Iterator[Violation]:
    """The observations of a data set's slice belong to that data set."""
    for each, datasets in sorted(cube.slices.items()):
        for observation in sorted(cube.graph.values(each, QB + "observation")):
            for dataset in sorted(datasets - cube.graph.values(observation, QB + "dataSet")):
                yield observation, f"stands in a slice of {shorten(dataset)} and does not belong to it"


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
