"""What a reading says survives its way into the graph and back, to the last character."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import terms
from kg.errors import StoreError
from kg.model import Document, EntityFigure, Evidence, Fact, Observation, Policy, Reading, Repair, Role
from kg.rdf import claim_iris, document_facts, reading_to_nquads, reading_to_ntriples
from kg.rdf.repairs import parse_repairs, repairs_text
from kg.store.oxigraph import OxigraphStore

TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
NAME = st.text("abcdefghijkl-", min_size=1, max_size=10)
PERIOD = st.sampled_from(["2023", "2017-05", "2024-Q1", "2017-01/2017-06", "2021/2025", "@2017-06-20", "@2023-05", "@"])
AREA = st.one_of(
    st.sampled_from(["VN", "VN-66", "JP", "EU", "2025/33"]),
    TEXT.filter(lambda name: not name.startswith("region/")).map(lambda name: f"VN-27/{name}"),
    TEXT.map(lambda name: f"region:{name}"),
)
VALUE = st.decimals("-1e15", "1e15", places=4)
REPAIR = st.builds(Repair, field=NAME, was=TEXT, became=TEXT, rule=NAME)
STATUS = st.sampled_from(["actual", "estimate", "target", "forecast"])


def perhaps(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.none() | strategy


@st.composite
def evidence(draw: st.DrawFn, doc: str) -> Evidence:
    start = draw(st.integers(0, 50))
    sentence = draw(TEXT)
    rules = tuple(draw(st.lists(NAME, max_size=3)))
    confidence = draw(st.integers(1, 1000)) / 1000
    repairs = tuple(draw(st.lists(REPAIR, max_size=2)))
    return Evidence(doc, start, start + draw(st.integers(1, 5)), sentence, start, rules, confidence, repairs)


@st.composite
def facts(draw: st.DrawFn, doc: str) -> Fact:
    where = draw(evidence(doc))
    numbers = {
        "value": draw(VALUE),
        "value_max": draw(st.none() | VALUE),
        "unit": draw(st.sampled_from(["VND", "tonne/year", "percentage-point"])),
        "base": draw(perhaps(st.sampled_from(["yoy", "prev", "annual", "plan", "2010", "2017-01/2017-06"]))),
        "period": draw(perhaps(PERIOD)),
        "status": draw(STATUS),
        "approx": draw(perhaps(st.sampled_from(["about", "over", "under"]))),
        "area": draw(perhaps(AREA)),
    }
    measure = draw(st.sampled_from(["level", "growth", "change", "multiple", "completion", "share", "rank"]))
    kind = draw(st.integers(0, 3))
    if kind == 0:
        text = {name: draw(perhaps(TEXT)) for name in ("sector", "product")}
        codes = {name: draw(perhaps(NAME)) for name in ("investor", "flow", "zone_type")}
        partner = draw(perhaps(AREA))
        return Observation(where, draw(NAME), measure, **numbers, **text, **codes, partner=partner)  # type: ignore[arg-type]
    if kind == 1:
        entity = draw(st.sampled_from(["project", "zone", "enterprise"]))
        owner = draw(perhaps(TEXT))
        return EntityFigure(where, entity, draw(TEXT), draw(NAME), measure=measure, owner=owner, **numbers)  # type: ignore[arg-type]
    if kind == 2:
        day = draw(perhaps(st.sampled_from(["2021-09-27", "2021-09", "2021", "27 tháng 9"])))
        return Policy(where, draw(TEXT), draw(perhaps(TEXT)), day, draw(perhaps(TEXT)))
    return Role(where, draw(TEXT), draw(TEXT), draw(perhaps(TEXT)))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    doc = draw(TEXT)
    url = draw(st.sampled_from([None, "https://example.org/tin?id=1&a=b", "báo giấy, trang 3"]))
    day = draw(st.none() | st.dates(date(1945, 9, 2)))
    document = Document(doc, "", draw(perhaps(TEXT)), draw(perhaps(TEXT)), url, day, sha256=draw(NAME))
    said = draw(st.lists(facts(doc), max_size=4, unique_by=lambda f: (f.evidence.start, f.evidence.end)))
    # sentences that start at one place and are equally long are one sentence: they cannot differ in a real text
    one = {(f.evidence.sentence_start, len(f.evidence.sentence)): f for f in said}
    return Reading(
        document, draw(perhaps(AREA)), tuple(sorted(one.values(), key=lambda f: (f.evidence.start, f.evidence.end)))
    )


@settings(max_examples=150, deadline=None)
@given(readings())
def test_a_reading_comes_back_from_the_store_as_it_went_in(reading: Reading) -> None:
    store = OxigraphStore()
    store.bulk_load(reading_to_nquads(reading, "v1").encode())
    assert document_facts(store.statements(terms.document(reading.document.id))) == reading


@settings(max_examples=50, deadline=None)
@given(readings())
def test_a_graph_replaced_by_ntriples_equals_one_loaded_from_nquads(reading: Reading) -> None:
    loaded, replaced = OxigraphStore(), OxigraphStore()
    loaded.bulk_load(reading_to_nquads(reading).encode())
    graph = terms.document(reading.document.id)
    replaced.replace_graphs({graph: reading_to_ntriples(reading)})
    assert sorted(loaded.statements(graph)) == sorted(replaced.statements(graph))


@given(st.lists(REPAIR, max_size=3))
def test_repairs_come_back_from_their_lines(repairs: list[Repair]) -> None:
    assert parse_repairs(repairs_text(repairs)) == tuple(repairs)


@given(TEXT, TEXT)
def test_no_two_ids_share_an_iri(one: str, other: str) -> None:
    for make in (terms.document, terms.area, terms.unit, terms.slug):
        if make is not terms.unit or not {"/", "-"} & {*one, *other}:
            assert (make(one) == make(other)) == (one == other)


def observation(start: int, value: str) -> Observation:
    where = Evidence("a", start, start + 2, "Sắt 12 tấn.", 0, ("level.cue",))
    return Observation(where, "product-output", "level", Decimal(value), "tonne", product="sắt")


def test_claims_of_one_sentence_share_it_and_two_at_one_anchor_are_numbered() -> None:
    reading = Reading(Document("a", ""), None, (observation(4, "12"), observation(4, "13")))
    text = reading_to_nquads(reading)
    assert text.count("#exact>") == 1
    assert [iri.rpartition("#")[2] for iri, _ in claim_iris(reading)] == ["c4-6", "c4-6.2"]
    assert "#c4-6.2>" in text


def test_a_fact_costs_few_quads() -> None:
    one = reading_to_nquads(Reading(Document("a", ""), None, (observation(4, "12"),)))
    two = reading_to_nquads(Reading(Document("a", ""), None, (observation(4, "12"), observation(8, "13"))))
    assert two.count("\n") - one.count("\n") == 12


def test_an_incomplete_claim_is_named() -> None:
    lines = reading_to_nquads(Reading(Document("a", ""), None, (observation(4, "12"),))).splitlines()
    store = OxigraphStore()
    store.bulk_load("\n".join(line for line in lines if "def#indicator>" not in line).encode())
    with pytest.raises(StoreError, match=r"#c4-6> is incomplete.*indicator"):
        document_facts(store.statements(terms.document("a")))
