"""IC-1 to IC-21: a good cube breaks none of them, and each has a broken cube that breaks it."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from kg.check.constraints import CONSTRAINTS, violations
from kg.check.cube import Cube, Structure
from kg.check.run import check_cube
from reconcile_claims import B, fact, graph, rate, reading

PREFIXES = """
@prefix : <https://example.org/> .
@prefix qb: <http://purl.org/linked-data/cube#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
"""
# Life expectancy by place and year, in the manner of the recommendation's own example: years by slices.
GOOD = """
:dsd a qb:DataStructureDefinition ; qb:component :c1, :c2, :c3, :c4 ; qb:sliceKey :key .
:c1 qb:dimension :place . :c2 qb:dimension :year ; qb:componentAttachment qb:Slice .
:c3 qb:measure :life . :c4 qb:attribute :unit ; qb:componentRequired true ; qb:componentAttachment qb:DataSet .
:place a qb:DimensionProperty, qb:CodedProperty ; rdfs:range skos:Concept ; qb:codeList :places .
:year a qb:DimensionProperty ; rdfs:range rdfs:Resource .
:life a qb:MeasureProperty . :unit a qb:AttributeProperty .
:places a skos:ConceptScheme .
:north a skos:Concept ; skos:inScheme :places . :south a skos:Concept ; skos:inScheme :places .
:key a qb:SliceKey ; qb:componentProperty :year .
:data a qb:DataSet ; qb:structure :dsd ; qb:slice :slice ; :unit :years .
:slice a qb:Slice ; qb:sliceStructure :key ; :year 2004 ; qb:observation :o1, :o2 .
:o1 a qb:Observation ; qb:dataSet :data ; :place :north ; :life 76.7 .
:o2 a qb:Observation ; qb:dataSet :data ; :place :south ; :life 78.7 .
"""
# The same with a measure dimension: every combination has an observation for each of two measures.
BY_MEASURE = """
:dsd a qb:DataStructureDefinition ; qb:component :c1, :c2, :c3, :c4 .
:c1 qb:dimension :year . :c2 qb:dimension qb:measureType . :c3 qb:measure :men . :c4 qb:measure :women .
:year a qb:DimensionProperty ; rdfs:range rdfs:Resource . :men a qb:MeasureProperty . :women a qb:MeasureProperty .
qb:measureType a qb:DimensionProperty ; rdfs:range rdfs:Resource .
:data a qb:DataSet ; qb:structure :dsd .
:o1 a qb:Observation ; qb:dataSet :data ; :year 2004 ; qb:measureType :men ; :men 74.1 .
:o2 a qb:Observation ; qb:dataSet :data ; :year 2004 ; qb:measureType :women ; :women 79.9 .
"""
TREE = GOOD.replace(
    ":places a skos:ConceptScheme .",
    ":places a qb:HierarchicalCodeList ; qb:hierarchyRoot :all ; qb:parentChildProperty {link} . {tree}",
)
DOWN = TREE.replace("{link}", ":has").replace("{tree}", ":all :has :half . :half :has :north, :south .")
UPWARD = ":half :of :all . :north :of :half . :south :of :half ."
UP = TREE.replace("{link}", "[ owl:inverseOf :of ]").replace("{tree}", UPWARD)

# What turns a good cube into one that breaks a constraint: the cube, what stands in it, and what takes its place.
BROKEN: dict[str, tuple[str, str, str]] = {
    "IC-1": (GOOD, "qb:dataSet :data ; :place :south", "qb:dataSet :data, :other ; :place :south"),
    "IC-2": (GOOD, "qb:structure :dsd", "qb:structure :dsd, :dsd2"),
    "IC-3": (GOOD, "qb:component :c1, :c2, :c3, :c4", "qb:component :c1, :c2, :c4"),
    "IC-4": (GOOD, ":year a qb:DimensionProperty ; rdfs:range rdfs:Resource", ":year a qb:DimensionProperty"),
    "IC-5": (GOOD, "rdfs:range skos:Concept ; qb:codeList :places", "rdfs:range skos:Concept"),
    "IC-6": (GOOD, ":c1 qb:dimension :place", ":c1 qb:dimension :place ; qb:componentRequired false"),
    "IC-7": (GOOD, ":key a qb:SliceKey", ":loose a qb:SliceKey . :key a qb:SliceKey"),
    "IC-8": (GOOD, "qb:componentProperty :year", "qb:componentProperty :year, :month"),
    "IC-9": (GOOD, "qb:sliceStructure :key ; :year", ":year"),
    "IC-10": (GOOD, "qb:sliceStructure :key ; :year 2004", "qb:sliceStructure :key"),
    "IC-11": (GOOD, ":place :south ; :life", ":life"),
    "IC-12": (GOOD, ":place :south ; :life", ":place :north ; :life"),
    "IC-13": (GOOD, "; :unit :years", ""),
    "IC-14": (GOOD, ":place :south ; :life 78.7", ":place :south"),
    "IC-15": (BY_MEASURE, "; :women 79.9", ""),
    "IC-16": (BY_MEASURE, "; :women 79.9", "; :women 79.9 ; :men 74.1"),
    "IC-17": (BY_MEASURE, ":year 2004 ; qb:measureType :women", ":year 2005 ; qb:measureType :women"),
    "IC-18": (GOOD, ":o2 a qb:Observation ; qb:dataSet :data", ":o2 qb:dataSet :z . :z qb:structure :dsd"),
    "IC-19": (GOOD, ":place :south", ":place :west"),
    "IC-20": (DOWN, ":place :south", ":place :west"),
    "IC-21": (UP, ":place :south", ":place :west"),
}  # fmt: skip


def statements(turtle: str) -> Iterator[tuple[str, str, str]]:
    for quad in ox.parse(PREFIXES + turtle, ox.RdfFormat.TURTLE):
        assert not isinstance(quad.subject, ox.Triple)
        assert not isinstance(quad.object, ox.Triple)
        yield quad.subject.value, quad.predicate.value, quad.object.value


def broken_by(turtle: str) -> set[str]:
    return {name for name, _, _ in violations(statements(turtle))}


def test_there_is_a_broken_cube_for_every_constraint() -> None:
    assert [name for name, _ in CONSTRAINTS] == [f"IC-{number}" for number in range(1, 22)] == list(BROKEN)


@pytest.mark.parametrize("cube", [GOOD, BY_MEASURE, DOWN, UP])
def test_a_good_cube_breaks_nothing(cube: str) -> None:
    assert broken_by(cube) == set()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_cube_breaks_its_constraint(name: str) -> None:
    cube, was, becomes = BROKEN[name]
    assert was in cube
    assert name in broken_by(cube.replace(was, becomes))


def test_a_missing_measure_of_a_combination_is_found_which_the_recommendations_query_overlooks() -> None:
    only_men = BY_MEASURE[: BY_MEASURE.index(":o2")]
    assert broken_by(only_men) == {"IC-17"}


def test_a_collection_is_a_code_list_too() -> None:
    cube = GOOD.replace(":places a skos:ConceptScheme .", ":places a skos:Collection ; skos:member :north, :south .")
    assert broken_by(cube) == set()
    assert broken_by(cube.replace("skos:member :north, :south", "skos:member :north")) == {"IC-19"}


def test_values_of_a_slice_and_of_the_data_set_are_pushed_down() -> None:
    cube = Cube(statements(GOOD))
    (observation, dataset, structure), *_ = cube.structured
    assert isinstance(structure, Structure)
    assert cube.values(observation, dataset, structure, "https://example.org/year") == {"2004"}
    assert cube.values(observation, dataset, structure, "https://example.org/unit") == {"https://example.org/years"}


def big_cube(count: int) -> Iterator[tuple[str, str, str]]:
    yield from statements(GOOD)
    qb, here = "http://purl.org/linked-data/cube#", "https://example.org/"
    for number in range(count // 10):
        piece = f"{here}s{number}"
        yield here + "data", qb + "slice", piece
        yield piece, qb + "sliceStructure", here + "key"
        yield piece, here + "year", str(3000 + number)
        for place in range(10):
            at = f"{piece}-{place}"
            yield piece, qb + "observation", at
            yield at, qb + "dataSet", here + "data"
            yield at, here + "place", f"{here}p{place}"
            yield at, here + "life", "70.1"
    for place in range(10):
        yield (
            f"{here}p{place}",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
            "http://www.w3.org/2004/02/skos/core#Concept",
        )
        yield f"{here}p{place}", "http://www.w3.org/2004/02/skos/core#inScheme", here + "places"


def test_ten_thousand_observations_are_checked_in_about_a_second() -> None:
    cube = list(big_cube(10_000))
    started = time.perf_counter()
    assert list(violations(cube)) == []
    assert time.perf_counter() - started < 2.5  # a quarter of a second on a free machine


def test_what_reconciliation_makes_is_a_well_formed_cube() -> None:
    readings = [
        reading(
            "a",
            fact("a", "đạt [7] tỷ USD", 7 * B),
            fact("a", "đạt [8] tỷ USD", 8 * B, at=40),
            fact("a", "mục tiêu [8] tỷ USD", 8 * B, at=80, status="target", period="2025"),
            fact("a", "sang Lào [1] tỷ USD", B, at=120, partner="LA", product="ống tre ép"),
            fact("a", "ở Xã Vắng [3] ha", 3, at=160, indicator="zone-area", unit="ha", area="VN-66/Xã Vắng"),
            rate("a", "tăng [5]% so với 2010", 5, "growth", at=200, base="2010", period=None),
        ),
        reading("b", fact("b", "đạt [2] tỷ USD", 2 * B, area="VN-20"), own_area="VN-20"),
    ]
    assert check_cube(graph(readings, ontology=True)) == []
