"""The ontology: defined terms with words in two languages, a sound cube structure, whole code lists, no clashes."""

from __future__ import annotations

import csv
import importlib
import itertools
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.facts.place import DELTA

ROOT = Path(__file__).parent.parent
ONTOLOGY = ROOT / "ontology"
SOURCES = ONTOLOGY / "sources"
BASE = "https://w3id.org/vnkg/"
KG = BASE + "def#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
QB = "http://purl.org/linked-data/cube#"
CORE = (
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    RDFS,
    "http://www.w3.org/2002/07/owl#",
    "http://www.w3.org/2001/XMLSchema#",
    "http://www.w3.org/ns/shacl#",
)
DESCRIBED = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
GENERATED = ("areas", "districts", "countries", "publishers", "indicator_links")
FILES = sorted(ONTOLOGY.glob("*.ttl"))
PREFIXES = f"PREFIX kg: <{KG}> PREFIX skos: <{SKOS}> PREFIX qb: <{QB}> PREFIX rdfs: <{RDFS}> "


@cache
def triples(path: Path) -> tuple[ox.Triple, ...]:
    return tuple(quad.triple for quad in ox.parse(path.read_bytes(), format=ox.RdfFormat.TURTLE))


@cache
def store() -> ox.Store:
    graph = ox.Store()
    for path in FILES:
        graph.bulk_load(path.read_bytes(), format=ox.RdfFormat.TURTLE)
    return graph


def select(query: str) -> list[tuple[str, ...]]:
    solutions = store().query(PREFIXES + query)
    assert isinstance(solutions, ox.QuerySolutions)
    return [tuple("" if value is None else getattr(value, "value", str(value)) for value in row) for row in solutions]


def ask(query: str) -> bool:
    return bool(store().query(PREFIXES + "ASK " + query))


def table(name: str) -> list[dict[str, str]]:
    with (SOURCES / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def own_terms() -> frozenset[str]:
    rows = select(f'SELECT ?t WHERE {{ ?t rdfs:isDefinedBy <{BASE}def> FILTER(STRSTARTS(STR(?t), "{KG}")) }}')
    return frozenset(term for (term,) in rows)


def vocabularies() -> tuple[str, ...]:
    cells = [cell for row in table("vocabularies.tsv") for cell in row["namespace"].replace(";", " ").split()]
    return (*(cell for cell in cells if cell.startswith("http")), "https://schema.org/", *CORE)


# --- Files


def test_every_file_is_turtle_and_all_stay_small() -> None:
    assert all(triples(path) for path in FILES)
    assert sum(path.stat().st_size for path in FILES) < 1_500_000


@pytest.mark.parametrize("name", GENERATED)
def test_generated_files_are_what_their_generators_make(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    needed = {"districts": "vietnamadminunits", "countries": "babel"}.get(name)
    if needed and importlib.util.find_spec(needed) is None:
        pytest.skip(f"the package {needed} is not installed")
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    generator = importlib.import_module(f"make_{name}")
    made = getattr(generator, name)()
    sys.modules.pop(f"make_{name}")
    assert made.encode() == (ONTOLOGY / f"{name.replace('_', '-')}.ttl").read_bytes()


# --- Terms


def used_terms(path: Path) -> Iterator[str]:
    for triple in triples(path):
        yield triple.predicate.value
        if triple.predicate.value == RDF_TYPE and isinstance(triple.object, ox.NamedNode):
            yield triple.object.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_term_used_is_defined_here_or_in_a_named_vocabulary(path: Path) -> None:
    known = vocabularies()
    used = set(used_terms(path)) | {
        node.value
        for triple in triples(path)
        for node in (triple.subject, triple.object)
        if isinstance(node, ox.NamedNode) and node.value.startswith(KG)
    }
    assert not {
        term for term in used if term not in own_terms() and (term.startswith(KG) or not term.startswith(known))
    }


def test_every_own_term_has_words_in_both_languages() -> None:
    assert len(own_terms()) > 100
    for predicate, language in itertools.product(("rdfs:label", "rdfs:comment"), ("vi", "en")):
        rows = select(f'SELECT ?t WHERE {{ ?t {predicate} ?words FILTER(LANG(?words) = "{language}") }}')
        counts = Counter(term for (term,) in rows)
        assert {term: counts[term] for term in own_terms() if counts[term] != 1} == {}, (predicate, language)


def test_every_own_term_is_a_class_a_property_or_a_part_of_the_cube() -> None:
    kinds = defaultdict(set)
    for term, kind in select("SELECT ?t ?k WHERE { ?t a ?k }"):
        kinds[term].add(kind.rpartition("#")[2])
    allowed = {*DESCRIBED, "DataStructureDefinition", "SliceKey"}
    assert not [term for term in own_terms() if not kinds[term] & allowed]


def test_the_code_mentions_no_undefined_term() -> None:
    terms = importlib.import_module("kg.terms")
    mentioned = {value for value in vars(terms).values() if isinstance(value, str) and value.startswith(KG)} - {KG}
    assert mentioned <= own_terms()


def test_classes_and_properties_are_consistent() -> None:
    """OWL RL finds nothing that is of two disjoint classes, nor any other contradiction."""
    rdflib = pytest.importorskip("rdflib")
    owlrl = pytest.importorskip("owlrl")
    graph = rdflib.Graph()
    for name in ("schema", "codes"):
        graph.parse(ONTOLOGY / f"{name}.ttl")
    for path in FILES:
        for triple in list(triples(path))[:200]:  # every kind of concept, without thousands of the same
            if triple.predicate.value == RDF_TYPE:
                graph.add(tuple(rdflib.URIRef(node.value) for node in triple))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    errors = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    assert [str(message) for message in graph.objects(None, errors)] == []


# --- The structure of the cube (the constraints that need no observations)


def test_dimensions_have_ranges_and_concepts_have_code_lists() -> None:
    dimension = "kg:dsd qb:component [ qb:dimension ?d ] ."
    assert len(select(f"SELECT ?d WHERE {{ {dimension} }}")) == 14
    assert not ask(f"{{ {dimension} FILTER NOT EXISTS {{ ?d a qb:DimensionProperty ; rdfs:range ?r }} }}")
    assert not ask(f"{{ {dimension} ?d rdfs:range skos:Concept FILTER NOT EXISTS {{ ?d qb:codeList ?l }} }}")
    assert not ask(f"{{ {dimension} ?d qb:codeList ?l FILTER NOT EXISTS {{ ?l a skos:ConceptScheme }} }}")


def test_only_attributes_are_optional_and_there_is_one_measure() -> None:
    optional = "kg:dsd qb:component [ qb:componentRequired false ; qb:attribute|qb:dimension|qb:measure ?p ] ."
    assert not ask(f"{{ {optional} FILTER NOT EXISTS {{ ?p a qb:AttributeProperty }} }}")
    assert len(select("SELECT ?m WHERE { kg:dsd qb:component [ qb:measure ?m ] . ?m a qb:MeasureProperty }")) == 1


def test_a_series_fixes_every_dimension_but_period_and_status() -> None:
    fixed = {term for (term,) in select("SELECT ?p WHERE { kg:dsd qb:sliceKey ?k . ?k qb:componentProperty ?p }")}
    every = {term for (term,) in select("SELECT ?p WHERE { kg:dsd qb:component [ qb:dimension ?p ] }")}
    assert {term.rpartition("#")[2] for term in every - fixed} == {"refPeriod", "status"}
    assert fixed < every


def test_every_breakdown_has_the_total() -> None:
    for name in ("sector", "product", "partner", "investor", "flow", "zoneType", "stage"):
        assert ask(f"{{ kg:{name} qb:codeList ?list . <{BASE}code/total> skos:inScheme ?list }}"), name


# --- Concepts


def concepts() -> dict[str, dict[str, list[ox.Literal | ox.NamedNode]]]:
    found: dict[str, dict[str, list[ox.Literal | ox.NamedNode]]] = defaultdict(lambda: defaultdict(list))
    for triple in itertools.chain.from_iterable(map(triples, FILES)):
        if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.Literal | ox.NamedNode):
            found[triple.subject.value][triple.predicate.value].append(triple.object)
    return {iri: fields for iri, fields in found.items() if fields.get(SKOS + "inScheme")}


def test_every_concept_has_one_name_a_language_and_a_scheme_that_exists() -> None:
    schemes = {iri for (iri,) in select("SELECT ?s WHERE { ?s a skos:ConceptScheme }")}
    for iri, fields in concepts().items():
        languages = sorted(getattr(label, "language", "") or "" for label in fields[SKOS + "prefLabel"])
        assert languages == ["en", "vi"], iri
        assert {scheme.value for scheme in fields[SKOS + "inScheme"]} <= schemes, iri
        assert fields[SKOS + "notation"], iri


@pytest.mark.parametrize("predicate", ["prefLabel", "notation"])
def test_names_and_codes_are_unique_within_a_scheme(predicate: str) -> None:
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for iri, fields in concepts().items():
        for scheme, label in itertools.product(fields[SKOS + "inScheme"], fields[SKOS + predicate]):
            seen[scheme.value, str(label)].add(iri)
    assert {key: iris for key, iris in seen.items() if len(iris) > 1} == {}


def test_no_wording_is_of_two_kinds() -> None:
    """SKOS S13: preferred, alternative and hidden labels of a concept are disjoint.

    Units are left out: their alternative labels are the forms that figures are read with, the name among them.
    """
    for iri, fields in concepts().items():
        if iri.startswith(BASE + "unit/"):
            continue
        kinds = [set(map(str, fields.get(SKOS + name, ()))) for name in ("prefLabel", "altLabel", "hiddenLabel")]
        assert not any(one & other for one, other in itertools.combinations(kinds, 2)), iri


def test_broader_concepts_exist_and_never_run_in_a_circle() -> None:
    found = concepts()
    broader = {iri: [node.value for node in fields.get(SKOS + "broader", ())] for iri, fields in found.items()}
    assert {above for many in broader.values() for above in many} <= set(found)

    def rises(iri: str, seen: frozenset[str]) -> bool:
        return iri not in seen and all(rises(above, seen | {iri}) for above in broader[iri])

    assert all(rises(iri, frozenset()) for iri in broader)


@pytest.mark.parametrize("scheme", ["sector", "product"])
def test_a_wording_of_goods_or_branches_means_one_concept(scheme: str) -> None:
    meant: dict[str, set[str]] = defaultdict(set)
    for iri, fields in concepts().items():
        if iri.startswith(f"{BASE}{scheme}/"):
            labels = (SKOS + "prefLabel", SKOS + "altLabel", SKOS + "hiddenLabel", KG + "contextLabel")
            for label in itertools.chain.from_iterable(fields.get(name, ()) for name in labels):
                if getattr(label, "language", None) == "vi":
                    meant[label.value.lower()].add(iri)
    assert {wording: iris for wording, iris in meant.items() if len(iris) > 1} == {}


# --- Areas and branches against their sources


def test_the_63_provinces_are_those_of_the_source() -> None:
    rows = table("provinces.tsv")
    listed = select(
        "SELECT ?code ?gso ?region WHERE { ?p a kg:Province ; skos:notation ?code ; kg:gsoCode ?gso ; "
        'skos:broader/skos:prefLabel ?region FILTER(LANG(?region) = "vi") FILTER(STRSTARTS(?code, "VN-")) }'
    )
    assert sorted(listed) == sorted((row["iso_3166_2"], row["gso_code"], row["region_6"]) for row in rows)
    doubtful = [row["wikidata_qid"].rstrip("?") for row in rows if row["wikidata_qid"].endswith("?")]
    assert not [q for q in doubtful if ask(f"{{ ?p skos:exactMatch <http://www.wikidata.org/entity/{q}> }}")]


def test_the_reader_knows_the_provinces_of_the_mekong_delta() -> None:
    delta = f"<{BASE}area/region/Đồng_bằng_sông_Cửu_Long>"
    listed = select(
        f"SELECT ?code WHERE {{ ?p a kg:Province ; skos:broader {delta} ; skos:notation ?code "
        'FILTER(STRSTARTS(?code, "VN-")) }'
    )
    assert {code for (code,) in listed} == DELTA


def test_every_province_lives_on_in_one_of_the_34() -> None:
    members = select(f"SELECT ?p WHERE {{ <{BASE}area/collection/2025> skos:member ?p }}")
    assert len(members) == 34
    parts = select("SELECT ?new ?old WHERE { ?new kg:madeOf ?old }")
    assert len({new for new, _ in parts}) == 23
    assert len(parts) == len({old for _, old in parts}) == 63 - 11
    assert not ask(
        '{ ?new kg:madeOf ?old FILTER NOT EXISTS { ?old kg:validUntil "2025-07-01"^^xsd:date } }'.replace(
            "^^xsd:date", "^^<http://www.w3.org/2001/XMLSchema#date>"
        )
    )
    rows = {row["iso_3166_2"]: row["successor_gso"] for row in table("provinces.tsv")}
    for new, old in parts:
        assert rows[old.rpartition("/")[2]] == new.rpartition("/")[2]


def test_districts_are_the_696_of_2025_and_those_merged_before() -> None:
    until = Counter(date for _, date in select("SELECT ?d ?date WHERE { ?d a kg:District ; kg:validUntil ?date }"))
    assert until["2025-07-01"] == 696
    assert sum(until.values()) == 696 + len(table("districts-former.tsv"))
    for code in ("VN-27/Nam Trà My", "VN-SG/9", "VN-54/Yên Dũng", "VN-43/Tân Thành"):
        assert ask(f'{{ ?d a kg:District ; skos:notation "{code}" ; skos:broader ?p }}'), code


def test_the_branches_are_vsic_2018_tied_to_isic() -> None:
    listed = select(
        "SELECT ?code ?isic WHERE "
        "{ ?s a kg:Sector ; <http://purl.org/dc/terms/identifier> ?code ; skos:exactMatch ?isic }"
    )
    known = {code: isic.rpartition("/")[2] for code, isic in listed}
    named = select(
        "SELECT ?code ?name WHERE { ?s a kg:Sector ; <http://purl.org/dc/terms/identifier> ?code ; "
        'skos:prefLabel ?name FILTER(LANG(?name) = "vi") }'
    )
    names = {code: name for code, name in named}  # noqa: C416  (rows are tuples of any length to a type checker)
    for row in table("vsic.tsv"):
        code = row["vsic2018_code"]
        assert known[code] == row["isic4_code"]
        assert names[code].startswith(row["name_vi"])


@pytest.mark.parametrize(
    ("wording", "code"),
    [
        ("Mỹ", "US"),
        ("Hồng Công", "HK"),
        ("Úc", "AU"),
        ("Liên minh châu Âu", "EU"),
        ("nước Anh", "GB"),
        ("Nhật", "JP"),
        ("ĐBSCL", "region:Đồng bằng sông Cửu Long"),
        ("BR-VT", "VN-43"),
        ("TP.HCM", "VN-SG"),
        ("Đắc Lắc", "VN-33"),
    ],
)
def test_press_names_of_areas_are_labels(wording: str, code: str) -> None:
    label = "skos:prefLabel|skos:altLabel|skos:hiddenLabel"
    found = select(f'SELECT ?code WHERE {{ ?a {label} "{wording}"@vi ; skos:notation ?code }}')
    assert (code,) in found


def test_a_publisher_has_the_name_of_a_domain() -> None:
    domains = [domain for (domain,) in select("SELECT ?d WHERE { ?p kg:domain ?d }")]
    assert not [domain for domain in domains if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain)]


def test_a_local_publisher_names_its_province() -> None:
    assert not ask("{ ?p a kg:LocalPublisher FILTER NOT EXISTS { ?p kg:forArea/a kg:Province } }")
    assert select('SELECT ?a WHERE { ?p kg:domain "baohungyen.vn" ; kg:forArea ?a }') == [(BASE + "area/VN-66",)]
    assert select('SELECT DISTINCT ?a WHERE { ?p kg:imagePrefix "bna" ; kg:forArea ?a }') == [(BASE + "area/VN-22",)]
