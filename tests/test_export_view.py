"""The view of a graph: what becomes a node or an edge, how it reads, what options leave in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from export_graph import NASTY_NAME, bac_giang, facts_of, hung_yen, make_store
from kg import terms
from kg.errors import ExportError
from kg.export.labels import fold
from kg.export.options import ViewOptions, view_options
from kg.export.view import Edge, Node, View, merge_spells, open_view
from kg.export.words import Language, period_grain, period_span, say_base, say_period, say_value
from kg.model import EntityFigure, Observation
from kg.store.oxigraph import OxigraphStore


@pytest.fixture(scope="module")
def store() -> Iterator[OxigraphStore]:
    with make_store() as made:
        yield made


@pytest.fixture(scope="module")
def view(store: OxigraphStore) -> Iterator[View]:
    with open_view(store, ViewOptions()) as made:
        yield made


def seen(store: OxigraphStore, **options: Any) -> tuple[dict[str, Node], list[Edge]]:
    chosen = view_options(options)
    with open_view(store, chosen) as made:
        return {node.id: node for node in made.nodes()}, list(made.edges(chosen.detail or "summary"))


@pytest.mark.parametrize(
    ("value", "unit", "language", "more", "said"),
    [
        ("541160000000000", "đồng", "vi", {}, "541,16 nghìn tỷ đồng"),
        ("7000000000", "USD", "en", {"approx": "over"}, "over 7 billion USD"),
        ("9", "%", "vi", {"value_max": Decimal(10), "measure": "growth"}, "tăng 9 - 10%"),
        ("-9.1", "%", "vi", {"measure": "growth"}, "giảm 9,1%"),
        ("-3", "zone", "en", {"measure": "change"}, "3 zone fewer"),
        ("1234.5", "ha", "en", {}, "1,234.5 ha"),
        ("120", "tấn", "vi", {"approx": "about"}, "khoảng 120 tấn"),
        ("76", "%", "en", {"measure": "completion"}, "76% of plan"),
        ("2", "", "vi", {"measure": "rank"}, "hạng 2"),
        ("0", "USD", "vi", {}, "0 USD"),
    ],
)
def test_values_read_as_people_write_them(
    value: str, unit: str, language: Language, more: dict[str, Any], said: str
) -> None:
    assert say_value(Decimal(value), unit, language, **more).replace("3 zone fewer", "3 zone fewer") == said


@pytest.mark.parametrize(
    ("period", "vi", "en", "span"),
    [
        ("2023", "2023", "2023", ("2023-01-01", "2023-12-31")),
        ("2017-05", "T5/2017", "May 2017", ("2017-05-01", "2017-05-31")),
        ("2024-Q1", "Q1/2024", "Q1 2024", ("2024-01-01", "2024-03-31")),
        ("2017-01/2017-06", "6T/2017", "Jan-Jun 2017", ("2017-01-01", "2017-06-30")),
        ("2017-07/2017-12", "T7-T12/2017", "Jul-Dec 2017", ("2017-07-01", "2017-12-31")),
        ("2021/2025", "2021-2025", "2021-2025", ("2021-01-01", "2025-12-31")),
        ("@2017-06-20", "đến 20/6/2017", "as of 20 Jun 2017", ("2017-06-20", "2017-06-20")),
        ("@2024-02", "đến T2/2024", "as of Feb 2024", ("2024-02-29", "2024-02-29")),
        ("@", "", "", None),
        (None, "", "", None),
        ("2024-13", "2024", "2024", None),
        ("nonsense", "nonsense", "nonsense", None),
    ],
)
def test_periods_read_as_people_write_them(period: str | None, vi: str, en: str, span: tuple[str, str] | None) -> None:
    assert (say_period(period, "vi"), say_period(period, "en")) == (vi, en)
    found = period_span(period)
    assert (found and (found[0].isoformat(), found[1].isoformat())) == span


def test_kinds_of_periods_that_must_not_share_an_axis_are_told_apart() -> None:
    periods = ("2023", "2023-05", "2024-Q1", "2017-01/2017-06", "2021/2025", "@2024-06", "@", None, "2023-05-01")
    kinds = [period_grain(period) for period in periods]
    assert kinds == ["year", "month", "quarter", "months-01-06", "span", "stock", "none", "none", "day"]
    assert say_base("2010", "vi") == "so 2010"
    assert say_base(None, "vi") is None


def test_every_fact_is_counted_once_in_the_view(store: OxigraphStore, view: View) -> None:
    facts = facts_of(store)
    assert view.spool.one("SELECT count(*) FROM fact") == len(facts)
    figures = sum(edge.weight for edge in view.edges() if edge.type == "figure")
    assert figures == sum(isinstance(fact, Observation) for fact in facts)
    assert figures == sum(edge.type == "figure" for edge in view.edges("facts"))
    zones = {fact.entity for fact in facts if isinstance(fact, EntityFigure)}
    assert {node.label for node in view.nodes() if node.type in ("zone", "project")} == zones


def test_a_province_reads_as_its_name_with_its_newest_figures(view: View) -> None:
    node = next(node for node in view.nodes() if node.id == "area:VN-54")
    assert (node.label, node.attributes["type"], node.attributes["code"]) == ("Bắc Giang", "area", "VN-54")
    figures = node.attributes["figures"]
    assert isinstance(figures, tuple)
    assert "33 tỷ USD (2024, kế hoạch)" in figures[0]
    assert (node.attributes["first_year"], node.attributes["last_year"]) == (2021, 2024)


def test_the_leading_figure_of_an_edge_is_a_result_before_a_target(view: View) -> None:
    edge = next(edge for edge in view.edges() if (edge.source, edge.target) == ("area:VN-54", "ind:export-turnover"))
    assert edge.label == "27 tỷ USD (2023)"
    assert edge.weight == 5
    assert edge.spells == ((date(2021, 1, 1), date(2024, 12, 31)),)
    assert (edge.attributes["value"], edge.attributes["unit"]) == (27e9, "USD")


def test_links_say_who_invests_where_and_who_heads_what(view: View) -> None:
    links = {(edge.type, edge.source, edge.target): edge.label for edge in view.edges() if edge.type != "figure"}
    project = "entity:project/Nhà_máy_Mẫu"
    assert ("located_in", project, "area:VN-66/Văn_Lâm") in links
    assert ("part_of", "area:VN-66/Văn_Lâm", "area:VN-66") in links
    assert ("invests_in", "entity:enterprise/Công_ty_TNHH_Mẫu", project) in links
    assert ("partner", "area:VN-66", "area:JP") in links
    assert "Giám đốc" in links.values()
    assert any(kind == "issued_by" for kind, _, _ in links)


def test_labels_are_in_the_language_that_was_asked_for(store: OxigraphStore) -> None:
    nodes, edges = seen(store, lang="en")
    assert nodes["ind:export-turnover"].label == "export turnover"
    assert any(edge.label == "27 billion USD (2023)" for edge in edges)


@pytest.mark.parametrize("name", ["Bắc Giang", "bac giang", "VN-54", "BẮC GIANG"])
def test_an_area_is_meant_by_any_spelling(store: OxigraphStore, name: str) -> None:
    nodes, _ = seen(store, area=[name], without="documents")
    assert {node.attributes.get("code") for node in nodes.values() if node.type == "area"} == {"VN-54"}


def test_an_area_brings_its_districts(store: OxigraphStore) -> None:
    nodes, _ = seen(store, area=["Hưng Yên"])
    assert "entity:project/Nhà_máy_Mẫu" in nodes


def test_options_leave_out_what_they_say(store: OxigraphStore) -> None:
    assert {node.type for node in seen(store, only="zones,provinces")[0].values()} == {"zone", "area"}
    assert "document" not in {node.type for node in seen(store, without=["documents"])[0].values()}
    _, edges = seen(store, indicator=["export-turnover"], from_year=2022, to_year=2023, status="actual")
    assert [(edge.source, edge.weight) for edge in edges if edge.type == "figure"] == [
        ("area:VN-54", 2),
        ("area:VN-66", 1),
    ]
    assert not any(edge.source == "area:VN-22" for edge in seen(store, confidence=0.5, indicator=["iip"])[1])
    nodes, _ = seen(store, top=3)
    assert len(nodes) == 3
    nodes, edges = seen(store, around="kcn song thu")
    assert set(nodes) == {"entity:zone/KCN_Sông_Thử", "area:VN-54", "d:vi-du-1"}
    assert {edge.source for edge in edges} | {edge.target for edge in edges} <= set(nodes)


def test_sizes_follow_what_was_asked(store: OxigraphStore) -> None:
    nodes, _ = seen(store, size_by="land-area", only="zones")
    large, small = nodes["entity:zone/KCN_Sông_Thử"], nodes["entity:zone/KCN_Đồi_Mẫu"]
    assert (large.size, large.attributes["amount"]) == (40.0, 105.3)
    assert 6 < small.size < 40
    nodes, _ = seen(store, size_by="Kim ngạch xuất khẩu", only="provinces")
    assert nodes["area:VN-54"].attributes["amount"] == 33e9


def test_colours_follow_the_province_where_asked(store: OxigraphStore) -> None:
    nodes, _ = seen(store, colour_by="area")
    assert nodes["entity:zone/KCN_Sông_Thử"].colour == nodes["area:VN-54"].colour != nodes["area:VN-66"].colour


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"only": "planets"}, "provinces|areas"),
        ({"status": "done"}, "actual"),
        ({"language": "fr"}, '"vi" or "en"'),
        ({"from_year": 2025, "to_year": 2020}, "2025"),
    ],
)
def test_a_wrong_option_is_named_with_the_right_ones(options: dict[str, Any], says: str) -> None:
    with pytest.raises(ExportError, match=says):
        view_options(options)


def test_a_name_that_means_nothing_is_answered_with_near_ones(store: OxigraphStore) -> None:
    with pytest.raises(ExportError, match="no area is called"):
        seen(store, area=["Atlantis"])
    with pytest.raises(ExportError, match="Giang"):
        seen(store, area=["Giang"])
    with pytest.raises(ExportError, match="KCN Sông Thử"):
        seen(store, around="Sông Thử")


def test_a_view_is_the_same_every_time_and_whatever_the_order_of_documents(store: OxigraphStore) -> None:
    with (
        make_store([hung_yen().reading(), bac_giang().reading()]) as one,
        make_store([bac_giang().reading(), hung_yen().reading()]) as other,
    ):
        assert seen(one) == seen(other)
    assert fold("Đà Nẵng") == "da nang"


def test_what_reconciliation_merged_is_one_thing_in_the_view() -> None:
    readings = [bac_giang().reading(), hung_yen().reading()]
    with make_store(readings) as store:
        facts = {fact.evidence.start: fact for fact in readings[0].facts}
        exports = [
            start for start, fact in facts.items() if isinstance(fact, Observation) and fact.period in ("2022", "2023")
        ]
        zones = [start for start, fact in facts.items() if isinstance(fact, EntityFigure)]
        claims = [
            terms.claim(terms.document("vi-du-1"), start, facts[start].evidence.end) for start in (*exports, *zones)
        ]
        observation, zone = terms.OBSERVATION + "x", terms.ENTITY + "zone/KCN_Chung"
        lines = [
            f'<{observation}> <{terms.VALUE}> "27.25"^^<{terms.XSD_DECIMAL}>',
            f'<{zone}> <{terms.LABEL}> "KCN Chung"',
        ]
        lines += [f"<{observation}> <{terms.PROV}wasDerivedFrom> <{claim}>" for claim in claims[:2]]
        lines += [f"<{zone}> <{terms.KG}claim> <{claim}>" for claim in claims[2:]]
        store.bulk_load("".join(f"{line} <{terms.CUBE_GRAPH}> .\n" for line in lines).encode())
        nodes, edges = seen(store, detail="facts")
        merged = [edge for edge in edges if edge.attributes.get("value") == 27.25]
        assert [(edge.weight, edge.attributes["sentence"]) for edge in merged] == [
            (2, facts[exports[0]].evidence.sentence)
        ]
        assert {node.label for node in nodes.values() if node.type == "zone"} == {"KCN Chung"}
        assert nodes["entity:zone/KCN_Chung"].attributes["names"] == ("KCN Sông Thử", "KCN Đồi Mẫu")


def test_times_that_meet_are_joined() -> None:
    spans = [
        ("2021-01-01", "2021-12-31"),
        ("2022-01-01", "2022-03-31"),
        ("2022-02-01", "2022-02-28"),
        ("2024-01-01", "2024-01-01"),
    ]
    joined = merge_spells(iter(spans))
    assert joined == ((date(2021, 1, 1), date(2022, 3, 31)), (date(2024, 1, 1), date(2024, 1, 1)))


def test_raw_triples_make_a_network_of_their_own(store: OxigraphStore) -> None:
    nodes, edges = seen(store, triples=True)
    assert {node.type for node in nodes.values()} == {"resource", "literal"}
    said = {edge.label for edge in edges}
    assert {"rdf:type", "kg:sentence", "sdmx-measure:obsValue"} <= said
    assert NASTY_NAME in {node.label for node in nodes.values()}
