"""Every shape has a node that meets it and one that does not; both engines agree on them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import terms
from kg.check.shapes import check_shapes, engine, shapes_file, validate
from reconcile_claims import B, entity, fact, graph, policy, rate, reading, role

pytest.importorskip("pyshacl")
SHAPE = terms.BASE + "shape/"
GOOD = (Path(__file__).parent / "shapes_good.ttl").read_text(encoding="utf-8")

# What breaks each shape: what stands in the good graph, and what takes its place.
BROKEN: dict[str, tuple[str, str]] = {
    "Document": ('kg:sha256 "0123', 'kg:sha256 "xyz'),
    "Sentence": ("oa:start 0 ; oa:end 40", "oa:start 50 ; oa:end 40"),
    "Claim": ("kg:RoleClaim, kg:Claim ; kg:sentence <doc/x#s0-40> ;", "kg:Claim ;"),
    "ObservationClaim": ("sdmx-measure:obsValue 7000000000.0", "kg:repair \"none\""),
    "EntityClaim": ("<code/attribute/capacity>", "<code/attribute/profit>"),
    "PolicyClaim": ('kg:number "15/KH-UBND" ; kg:policyType "Kế hoạch" ; kg:policyDate', "kg:policyDate"),
    "RoleClaim": ('kg:person "Lê Văn Tám"', 'kg:person "Lê Văn Tám", "Lê Văn Chín"'),
    "DataSet": ("qb:structure kg:dsd", "qb:structure kg:other"),
    "Series": ("kg:flow <code/total> ;", ""),
    "Observation": ("kg:lowerBound 6.6", "kg:lowerBound 7.6"),
    "Interval": ("time:hasBeginning <instant/2023-01-01> ; ", ""),
    "Instant": ('time:inXSDDate "2023-01-01"^^xsd:date', 'time:inXSDDate "2023"'),
    "Entity": ('kg:core "zone hoa ban" ; kg:claim <doc/x#c34-35>', 'kg:core "zone hoa ban"'),
    "Project": ("kg:owner <entity/enterprise/1>", "kg:owner <entity/zone/1>"),
    "Zone": ('rdfs:label "KCN Hoa Ban" ;', 'rdfs:label "KCN Hoa Ban", "Hoa Ban" ;'),
    "Enterprise": ('kg:core "enterprise hoa ban" ;', ""),
    "Policy": ('kg:claim <doc/x#c1-9> ; kg:number "15/KH-UBND"', "kg:claim <doc/x#c1-9>"),
    "Person": ("kg:claim <doc/x#c2-9>", "kg:claim <dataset>"),
    "Membership": ("org:member <person/1> ; ", ""),
    "Organization": (' ; rdfs:label "sở công thương"@vi', ""),
    "Finding": ('rdfs:comment "Không khớp."@vi, "Does not fit."@en', 'rdfs:comment "Không khớp."@vi'),
    "Conflict": ("<code/check/conflict>", "<code/check/growth>"),
    "ArithmeticFinding": ("growth> ; kg:involves <doc/x#c15-16>, <doc/x#c34-35>", "growth>"),
    "MagnitudeFinding": ("<code/check/magnitude>", "<code/check/growth>"),
    "CopiedFigure": ("<code/check/copy>", "<code/check/growth>"),
    "Confirmation": ("<code/check/share>", "<code/check/share>, <code/check/total>"),
    "Indicator": ('kg:nature "flow"', 'kg:nature "river"'),
    "Unit": ("kg:factor 0.001", "kg:factor -1.0"),
    "UnitForm": ("kg:factor 1000", 'kg:factor "1000"'),
    "Sector": ("<sector/textiles> a kg:Sector ; skos:inScheme <scheme>", "<sector/textiles> a kg:Sector"),
    "Product": ('"chè"@vi', '"chè"@vi, "trà"@vi'),
    "Area": ('"vùng"@vi ; skos:notation "region:r"', '"vùng"@vi'),
    "Country": ('skos:notation "LA"', 'skos:notation "LA", "LAO"'),
    "Region": ('skos:notation "region:r"', 'skos:notation ""'),
    "LooseRegion": ('skos:prefLabel "miền"@vi ; ', ""),
    "Bloc": ('skos:notation "EU"', "skos:notation 27"),
    "Province": ("kg:madeOf <area/VN-66>", "kg:madeOf <area/VN-66/h>"),
    "District": ('skos:notation "VN-66/h" ; skos:broader <area/VN-66>', 'skos:notation "VN-66/h"'),
    "Commune": ('skos:notation "VN-66/x" ; skos:broader <area/VN-66/h>', 'skos:notation "VN-66/x"'),
    "AreaChange": ("kg:before <area/VN-66> ; ", ""),
    "Publisher": ('skos:prefLabel "Báo thử"@vi ; ', ""),
    "LocalPublisher": (" ; kg:forArea <area/VN-66>", ""),
}  # fmt: skip


def shapes() -> list[str]:
    """The names of all shapes of the file."""
    node = ox.NamedNode("http://www.w3.org/ns/shacl#NodeShape")
    quads = ox.parse(path=str(shapes_file()), format=ox.RdfFormat.TURTLE)
    found = {q.subject for q in quads if q.predicate.value == terms.TYPE and q.object == node}
    return sorted(shape.value.removeprefix(SHAPE) for shape in found if isinstance(shape, ox.NamedNode))


def ntriples(*turtles: str) -> str:
    lines = {f"{quad.triple} .\n" for text in turtles for quad in ox.parse(text, ox.RdfFormat.TURTLE)}
    return "".join(sorted(lines))


def failing(text: str, by: str) -> list[tuple[str, str]]:
    found = validate(text, shapes_file(), by)
    return sorted({(finding.source.removeprefix(SHAPE), finding.focus) for finding in found})


def test_every_shape_has_an_example_that_breaks_it_and_every_class_of_ours_a_shape(root: Path) -> None:
    assert shapes() == sorted(BROKEN)
    schema = (root / "ontology" / "schema.ttl").read_text(encoding="utf-8")
    classes = {line.split()[0].removeprefix("kg:") for line in schema.splitlines() if " a owl:Class" in line}
    assert classes <= set(BROKEN) | {"Area"}


@pytest.mark.parametrize("by", ["pyshacl", "shacl"])
def test_a_good_graph_meets_every_shape(by: str) -> None:
    pytest.importorskip(by)
    assert validate(ntriples(GOOD), shapes_file(), by) == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_node_is_found_by_its_shape(name: str) -> None:
    pytest.importorskip("shacl")
    was, becomes = BROKEN[name]
    assert was in GOOD
    assert name in {shape for shape, _ in failing(ntriples(GOOD.replace(was, becomes, 1)), "shacl")}


@pytest.mark.slow
def test_the_fast_engine_finds_what_the_reference_finds() -> None:
    pytest.importorskip("shacl")
    broken = GOOD
    for was, becomes in BROKEN.values():
        broken = broken.replace(was, becomes, 1)
    text = ntriples(broken)
    by_reference = validate(text, shapes_file(), "pyshacl")
    assert len({finding.source for finding in by_reference}) > 30
    assert by_reference == validate(text, shapes_file(), "shacl")


def test_large_graphs_go_to_the_fast_engine() -> None:
    pytest.importorskip("shacl")
    assert engine(1000) == "pyshacl"
    assert engine(1_000_000) == "shacl"


def everything(doc: str) -> Iterable[object]:
    yield fact(doc, "đạt [7] tỷ USD", 7 * B)
    yield fact(doc, "năm trước [6,5] tỷ USD", 65 * B // 10, at=40, period="2022")
    yield rate(doc, "tăng [9,7]%", 9.7, "growth", at=80)
    yield fact(doc, "mục tiêu [8] tỷ USD", 8 * B, at=120, status="target")
    yield fact(doc, "ước đạt [7] tỷ USD", 7 * B, at=160, status="estimate", product="tăm tre")
    yield entity(doc, "công suất [2] MW", "Nhà máy Hoa Ban", at=200, owner="CTCP Hoa Ban")
    yield entity(doc, "diện tích [9] ha", "KCN Hoa Ban", "zone", at=240, attribute="land-area", unit="ha")
    yield policy(doc, "Kế hoạch số [15/KH-UBND]", at=280, date="2021-09-27", policy_type="Kế hoạch")
    yield role(doc, "Ông [Lê Văn Tám], Giám đốc", "Giám đốc", "Sở Công Thương", at=320)


def test_what_reconciliation_makes_with_the_whole_ontology_conforms() -> None:
    pytest.importorskip("shacl")
    readings = [
        reading("a", *everything("a")),  # type: ignore[arg-type]
        reading(
            "b", fact("b", "đạt [7,6] tỷ USD", 76 * B // 10), fact("b", "đạt [2] tỷ USD", 2 * B, at=40, area="VN-20")
        ),
    ]
    store = graph(readings, ontology=True)
    assert check_shapes(store, shapes_file()) == []
