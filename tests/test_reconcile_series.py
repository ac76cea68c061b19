"""Claims of the same figure become one observation; what differs in truth stays apart."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reconcile.concepts import bare, concept
from kg.reconcile.stage import stage_of
from reconcile_claims import WORLD, fact, observe, said


def test_rounded_values_that_can_all_be_true_are_one_and_the_most_precise_leads() -> None:
    (one,) = observe(
        said("a", "Xuất khẩu đạt gần [20] tỷ USD", 20_000_000_000, approx="under"),
        said("b", "kim ngạch là [19,22] tỷ USD", 19_220_000_000),
        said("c", "trên [19] tỷ USD", 19_000_000_000, approx="over"),
    )
    assert one.value == 19_220_000_000
    assert one.approx is None
    assert len(one.claims) == 3
    assert not one.against


def test_independent_documents_make_an_observation_surer_and_a_contradiction_makes_it_less_sure() -> None:
    alone = observe(said("a", "đạt [7] tỷ USD", 7_000_000_000))[0]
    twice = observe(said("a", "đạt [7] tỷ USD", 7_000_000_000), said("b", "được [7] tỷ USD", 7_000_000_000))[0]
    disputed = observe(said("a", "đạt [7] tỷ USD", 7_000_000_000), said("b", "được [8] tỷ USD", 8_000_000_000))[0]
    assert disputed.confidence < alone.confidence < twice.confidence < 1


def test_values_that_do_not_meet_are_a_dispute_and_the_later_document_leads() -> None:
    (one,) = observe(
        said("a", "đạt [7,1] tỷ USD", 7_100_000_000, issued=date(2024, 1, 5)),
        said("b", "đạt [7,6] tỷ USD", 7_600_000_000, issued=date(2024, 3, 5)),
    )
    assert one.value == 7_600_000_000
    assert [value for _, value in one.against] == [7_100_000_000]


def test_a_plan_stated_anew_months_later_is_revised_and_not_contradicted() -> None:
    (one,) = observe(
        said("a", "phấn đấu [8] tỷ USD", 8_000_000_000, status="target", period="2025", issued=date(2021, 1, 5)),
        said("b", "phấn đấu [8,5] tỷ USD", 8_500_000_000, status="target", period="2025", issued=date(2023, 1, 5)),
    )
    assert one.value == 8_500_000_000
    assert not one.against
    assert len(one.parts) == 1


def test_dimensions_keep_figures_apart() -> None:
    apart = observe(
        said("a", "đạt [7] tỷ USD", 7_000_000_000),
        said("a", "đạt [7] tỷ USD", 7_000_000_000, at=40, period="2022"),
        said("a", "đạt [7] tỷ USD", 7_000_000_000, at=80, status="target"),
        said("a", "đạt [7] tỷ USD", 7_000_000_000, at=120, partner="JP"),
        said("a", "đạt [7] tỷ USD", 7_000_000_000, at=160, product="dệt may"),
        said("a", "đạt [7] tỷ đồng", 7_000_000_000, at=200, unit="VND"),
    )
    assert len(apart) == 6


def test_a_figure_of_no_area_stands_nowhere_in_the_cube() -> None:
    assert observe(said("a", "đạt [7] tỷ USD", 7_000_000_000, area=None)) == []


def test_figures_of_one_sentence_are_parts_of_each_other_rather_than_a_contradiction() -> None:
    text = "Có [271] dự án, trong đó 226 dự án có hiệu quả"
    second = "Có 271 dự án, trong đó [226] dự án có hiệu quả"
    (one,) = observe(
        said("a", text, 271, indicator="investment-projects", unit="project", period="@2024-06-11"),
        said("a", second, 226, indicator="investment-projects", unit="project", period="@2024-06-11"),
    )
    assert one.value == 271
    assert len(one.parts) == 1
    assert not one.against


def test_zones_in_operation_are_another_figure_than_all_zones() -> None:
    zones: dict[str, Any] = {"indicator": "industrial-clusters", "unit": "zone", "period": "@2024-06-11"}
    first, second = observe(
        said("a", "Tỉnh đã thành lập [40] cụm công nghiệp.", 40, **zones),
        said("a", "Hiện [25]/40 CCN đã đi vào hoạt động.", 25, at=60, **zones),
    )
    assert {(first.value, first.cell.series.stage), (second.value, second.cell.series.stage)} == {
        (Decimal(40), "total"),
        (Decimal(25), "operating"),
    }


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Hiện 25/[40] CCN đã đi vào hoạt động", "total"),
        ("có [18] CCN đang hoạt động, 3 CCN khác", "operating"),
        ("đưa vào hoạt động khoảng [04] khu công nghiệp", "operating"),
        ("[6] cụm đang xây dựng hạ tầng", "under-construction"),
        ("thành lập [9] cụm; các cụm cũ đang hoạt động", "total"),
    ],
)
def test_the_stage_is_said_in_the_clause_of_the_figure(text: str, stage: str) -> None:
    assert stage_of(fact("a", text, 18, indicator="industrial-clusters", unit="zone")) == stage


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ngành công nghiệp chế biến, chế tạo", "chế biến, chế tạo"),
        ("Công nghiệp - xây dựng", "công nghiệp và xây dựng"),
        ("các sản phẩm may", "sản phẩm may"),
        ("hàng may mặc", "may mặc"),
        ("thuỷ sản", "thủy sản"),
    ],
)
def test_wordings_of_one_concept_meet(one: str, other: str) -> None:
    assert bare(one) == bare(other)


def test_a_curated_concept_is_found_by_any_of_its_labels_and_others_keep_their_words() -> None:
    curated = {"det may": "textile"}
    assert concept("ngành Dệt may", curated) == "textile"
    assert concept("hàng hóa", {}) == "hàng hóa"
    assert concept("công nghiệp hỗ trợ", {}) == "công nghiệp hỗ trợ"


def test_texts_of_the_new_borders_mean_the_merged_province_unless_they_say_the_former() -> None:
    after, before = date(2025, 8, 1), date(2025, 5, 1)
    areas = [
        observe(said("a", text, 7_000_000_000, issued=issued, area=area))[0].cell.series.area
        for text, issued, area in (
            ("Hưng Yên xuất khẩu [7] tỷ USD", after, "VN-66"),
            ("Hưng Yên xuất khẩu [7] tỷ USD", before, "VN-66"),
            ("Hưng Yên (cũ) xuất khẩu [7] tỷ USD", after, "VN-66"),
            ("Thái Bình xuất khẩu [7] tỷ USD", after, "VN-20"),
        )
    ]
    assert areas == ["2025/33", "VN-66", "VN-66", "VN-20"]
    assert WORLD.whole_of["VN-20"] == "2025/33"


values = st.sampled_from([7_000_000_000, 7_100_000_000, 7_140_000_000, 71_000_000_000, 5_000_000_000])


@given(st.lists(st.tuples(st.sampled_from("abcd"), values, st.sampled_from([None, "over", "about"])), min_size=1))
def test_the_order_of_claims_does_not_matter(drawn: list[tuple[str, int, str | None]]) -> None:
    claims = [
        said(doc, f"đạt [{value}]", value, at=40 * number, approx=approx)
        for number, (doc, value, approx) in enumerate(drawn)
    ]
    shuffled = claims[:]
    Random(7).shuffle(shuffled)
    assert observe(*claims) == observe(*shuffled)
