"""The cube graph: sums over former provinces, revisions, and updates that end where a full run ends."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import terms
from kg.model import Fact, Reading
from kg.reconcile import reconcile
from kg.store import Store
from reconcile_claims import B, cube, entity, fact, graph, policy, rate, reading, replace, role

OLD = ("VN-66", "VN-20")


def rows(store: Store, where: str, *names: str) -> list[tuple[str, ...]]:
    """Rows of a pattern over the whole graph, as text, sorted."""
    prefixes = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in terms.PREFIXES.items())
    text = f"{prefixes}SELECT {' '.join(f'?{name}' for name in names)} WHERE {{ {where} }}"
    return sorted(tuple(str(getattr(term, "value", term)) for term in row) for row in store.select(text))


def of_province(area: str, value: float, text: str, **fields: Any) -> Reading:
    doc = area.replace("/", "-") + fields.get("period", "2023")
    return reading(doc, fact(doc, text, int(value * B), area=area, **fields), own_area=area)


MERGED = "?s sdmx-dimension:refArea area:2025\\/33 ; qb:observation ?o . ?o sdmx-measure:obsValue ?v"


def test_levels_of_every_former_province_add_up_to_todays_and_are_marked() -> None:
    store = graph([of_province("VN-66", 7, "đạt [7] tỷ USD"), of_province("VN-20", 2.5, "đạt [2,5] tỷ USD")])
    assert rows(store, f"{MERGED} ; kg:rolledUp true", "v") == [("9500000000",)]
    parts = rows(store, f"{MERGED} ; prov:wasDerivedFrom ?part . ?part sdmx-measure:obsValue ?value", "value")
    assert parts == [("2500000000",), ("7000000000",)]


@pytest.mark.parametrize(
    "other",
    [
        of_province("VN-20", 2.5, "đạt [2,5] tỷ USD", period="2022"),
        of_province("VN-20", 2.5, "đạt [2,5] tỷ đồng", unit="VND"),
        of_province("VN-20", 2.5, "sẽ đạt [2,5] tỷ USD", status="target"),
        of_province("VN-20", 2.5, "chè đạt [2,5] tỷ USD", product="chè"),
        of_province("VN-21", 2.5, "đạt [2,5] tỷ USD"),
    ],
)
def test_nothing_is_added_where_a_part_is_missing_or_says_something_else(other: Reading) -> None:
    store = graph([of_province("VN-66", 7, "đạt [7] tỷ USD"), other])
    assert rows(store, MERGED, "v") == []


def test_growth_of_former_provinces_stays_side_by_side() -> None:
    readings = [reading(area, rate(area, "tăng [8]%", 8, "growth", area=area), own_area=area) for area in OLD]
    assert rows(graph(readings), MERGED, "v") == []


def test_the_merged_provinces_own_figure_stands_alone() -> None:
    new = reading("new", fact("new", "Hưng Yên đạt [9,8] tỷ USD", int(9.8 * B)), issued=date(2025, 9, 1))
    parts = [of_province("VN-66", 7, "đạt [7] tỷ USD"), of_province("VN-20", 2.5, "đạt [2,5] tỷ USD")]
    store = graph([*parts, new])
    assert rows(store, MERGED, "v") == [("9800000000",)]
    assert rows(store, f"{MERGED} ; kg:rolledUp true", "v") == []
    replace(store, "new", None)
    reconcile(store, frozenset(("new",)))
    assert rows(store, f"{MERGED} ; kg:rolledUp true", "v") == [("9500000000",)]


def test_a_result_leads_and_the_estimate_stays_as_what_it_revises() -> None:
    store = graph(
        [
            reading("a", fact("a", "ước đạt [7] tỷ USD", 7 * B, status="estimate")),
            reading("b", fact("b", "đạt [7,3] tỷ USD", 73 * B // 10)),
        ]
    )
    found = rows(
        store, "?o prov:wasRevisionOf ?e . ?o sdmx-measure:obsValue ?v . ?e sdmx-measure:obsValue ?w", "v", "w"
    )
    assert found == [("7300000000", "7000000000")]


def test_results_and_estimates_name_the_target_of_their_period_and_lose_it_with_its_document() -> None:
    store = graph(
        [
            reading("plan", fact("plan", "kế hoạch [8] tỷ USD", 8 * B, status="target")),
            reading("a", fact("a", "ước đạt [7] tỷ USD", 7 * B, status="estimate")),
            reading("b", fact("b", "đạt [7,3] tỷ USD", 73 * B // 10)),
            reading("c", fact("c", "năm trước đạt [6] tỷ USD", 6 * B, period="2022")),
        ]
    )
    where = "?o kg:againstTarget ?t . ?o sdmx-measure:obsValue ?v . ?t sdmx-measure:obsValue ?w"
    assert rows(store, where, "v", "w") == [("7000000000", "8000000000"), ("7300000000", "8000000000")]
    replace(store, "plan", None)
    reconcile(store, frozenset(("plan",)))
    assert rows(store, where, "v", "w") == []


def test_a_confirmed_check_raises_confidence_and_keeps_what_reading_gave() -> None:
    store = graph(
        [
            reading(
                "a",
                fact("a", "đạt [7,6] tỷ USD", 76 * B // 10),
                fact("a", "kế hoạch [10] tỷ USD", 10 * B, at=40, status="target"),
                rate("a", "đạt [76]%", 76, "completion", at=90),
            )
        ]
    )
    found = rows(store, "?o kg:confidence ?c ; kg:readConfidence ?r", "c", "r")
    assert found == [("0.945", "0.9")] * 3
    assert len(rows(store, "?f a kg:Confirmation ; kg:involves ?c", "c")) == 3


def some_facts(doc: str) -> list[Fact]:
    """A little of everything, so that documents share cells, blocks and pools."""
    return [
        fact(doc, "đạt [7] tỷ USD", 7 * B),
        fact(doc, "đạt [7,2] tỷ USD", 72 * B // 10, at=40),
        fact(doc, "đạt [8] tỷ USD", 8 * B, at=80),
        fact(doc, "ước đạt [7] tỷ USD", 7 * B, at=120, status="estimate"),
        fact(doc, "kế hoạch [10] tỷ USD", 10 * B, at=160, status="target"),
        rate(doc, "đạt [70]% kế hoạch", 70, "completion", at=200),
        fact(doc, "năm trước [6,5] tỷ USD", 65 * B // 10, at=240, period="2022"),
        rate(doc, "tăng [7,7]%", 7.7, "growth", at=280),
        fact(doc, "Thái Bình đạt [2] tỷ USD", 2 * B, at=320, area="VN-20"),
        fact(doc, "hàng gỗ đạt [1,2] tỷ USD", 12 * B // 10, at=360, product="đồ gỗ"),
        entity(doc, "công suất [2] MW", "Nhà máy Hoa Ban", at=400, owner="CTCP Hoa Ban"),
        entity(doc, "công suất [3] MW", "Hoa Ban", at=440, owner="Công ty cổ phần Hoa Ban"),
        entity(doc, "diện tích [9] ha", "KCN Tân Phú", "zone", at=480, attribute="land-area"),
        entity(doc, "diện tích [8] ha", "Tân Phú", "zone", at=520, attribute="land-area"),
        policy(doc, "Kế hoạch số [15/KH-UBND]", at=560, date="2021-09-27"),
        policy(doc, "theo Kế hoạch [15/KH-UBND]", at=600),
        role(doc, "Ông [Lê Văn Tám], Giám đốc", "Giám đốc", "Sở Công Thương", at=640),
    ]


@st.composite
def documents(draw: st.DrawFn) -> list[Reading]:
    result = []
    for doc in ("a", "b", "c"):
        chosen = draw(st.lists(st.integers(0, 16), unique=True, max_size=7))
        issued = draw(st.sampled_from([None, date(2024, 1, 1), date(2025, 8, 1)]))
        facts = some_facts(doc)
        result.append(reading(doc, *(facts[number] for number in chosen), issued=issued))
    return result


@settings(max_examples=25, deadline=None)
@given(documents(), st.permutations([0, 1, 2]))
def test_the_order_of_documents_does_not_matter(made: list[Reading], order: list[int]) -> None:
    assert cube(graph(made)) == cube(graph([made[number] for number in order]))


@settings(max_examples=60, deadline=None)
@given(documents(), documents(), st.sets(st.sampled_from("abc"), min_size=1))
def test_an_update_ends_where_a_full_run_ends(before: list[Reading], after: list[Reading], touched: set[str]) -> None:
    store = graph(before)
    now = [new if new.document.id in touched else old for old, new in zip(before, after, strict=True)]
    for each in now:
        if each.document.id in touched:
            replace(store, each.document.id, each if each.facts else None)
    reconcile(store, frozenset(touched))
    assert cube(store) == cube(graph([each for each in now if each.facts or each.document.id not in touched]))


def test_reconciling_twice_changes_nothing() -> None:
    store = graph([reading("a", *some_facts("a")), reading("b", *some_facts("b"))])
    once = cube(store)
    reconcile(store)
    assert cube(store) == once
    reconcile(store, frozenset(("a",)))
    assert cube(store) == once
