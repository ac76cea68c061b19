"""The arithmetic of what texts state: what fits is confirmed, what does not is found, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest

from kg.reconcile import Claim
from reconcile_claims import B, claim, fact, findings, held, rate, said

PLAN: dict[str, Any] = {"status": "target"}


def level(value: float, text: str, doc: str = "a", at: int = 0, **fields: Any) -> Claim:
    return claim(fact(doc, text, int(value * B), at, **fields))


def test_a_result_over_its_plan_confirms_the_stated_completion() -> None:
    ok = claim(rate("a", "bằng [76]% kế hoạch", 76, "completion", at=90, period="2019-01/2019-09"))
    done = level(0.19, "đạt [190] triệu USD", period="2019-01/2019-09")
    plan = level(0.25, "kế hoạch [250] triệu USD", at=40, period="2019", status="target")
    assert held(ok, done, plan) == [("completion", True)]
    wrong = claim(rate("a", "bằng [86]% kế hoạch", 86, "completion", at=90, period="2019-01/2019-09"))
    assert held(wrong, done, plan) == [("completion", False)]


def test_a_finding_says_in_both_languages_what_was_compared_and_names_every_claim() -> None:
    used = (
        claim(rate("a", "tăng [8,8]%", 8.8, "growth", at=90, period="2021", **PLAN)),
        level(73, "kế hoạch [73] tỷ USD", at=40, period="2021", **PLAN),
        level(68.461, "ước đạt [68,461] tỷ USD", period="2020", status="estimate"),
    )
    (finding,) = findings(*used)
    assert (finding.check, finding.held) == ("growth", False)
    assert set(finding.claims) == {each.iri for each in used}
    assert finding.vi == (
        "export-turnover, Hưng Yên, năm 2021: 73 tỷ USD so với 68,461 tỷ USD (năm 2020) là 6,63 %; văn bản nêu 8,8 %."
    )
    assert "73 billion USD against 68.461 billion USD (2020) is 6.63 %; the text states 8.8 %." in finding.en


def test_growth_of_a_plan_fits_neither_the_total_nor_the_goods_of_the_year_before() -> None:
    used = (
        claim(rate("a", "tăng [6,25]%", 6.25, "growth", at=120, period="2021", **PLAN)),
        level(0.85, "kế hoạch [850] triệu USD", at=80, period="2021", **PLAN),
        level(1.12, "tổng kim ngạch [1.120] triệu USD", period="2020", status="estimate"),
        level(0.81, "trong đó hàng hóa [810] triệu USD", at=40, period="2020", status="estimate", product="hàng hóa"),
    )
    (finding,) = findings(*used)
    assert not finding.held
    assert len(finding.claims) == 4
    assert "-24,11 %" in finding.vi
    assert "4,94 %" in finding.vi


def test_growth_within_what_rounding_allows_is_confirmed() -> None:
    used = (
        claim(rate("a", "tăng [13,3]%", 13.3, "growth", at=90, period="2024", **PLAN)),
        level(64, "phấn đấu [64] tỷ USD", at=40, period="2024", **PLAN),
        level(56.5, "đạt [56,5] tỷ USD", period="2023"),
    )
    assert held(*used) == [("growth", True)]


@pytest.mark.parametrize(
    ("words", "value", "ok"), [("hơn [11]%", 11, True), ("gần [14]%", 14, True), ("[15]%", 15, False)]
)
def test_words_of_approximation_widen_what_is_stated(words: str, value: int, ok: bool) -> None:
    approx = "over" if words.startswith("hơn") else "under" if words.startswith("gần") else None
    used = (
        claim(rate("a", f"tăng {words}", value, "growth", at=90, approx=approx)),
        level(11.3, "đạt [11,3] tỷ USD"),
        level(10.1, "đạt [10,1] tỷ USD", at=40, period="2022"),
    )
    assert held(*used)[0] == ("growth", ok)


def test_a_multiple_and_a_change_are_checked_against_the_year_before() -> None:
    now, then = level(12, "đạt [12] tỷ USD"), level(10, "năm trước [10] tỷ USD", at=40, period="2022")
    times = claim(rate("a", "gấp [1,2] lần", 1.2, "multiple", at=90))
    more = said("a", "tăng [2] tỷ USD", 2 * B, at=120, measure="change", base="yoy")
    less = said("a", "tăng [3,5] tỷ USD", 35 * B // 10, at=120, measure="change", base="yoy")
    assert held(now, then, times) == [("multiple", True)]
    assert held(now, then, more) == [("change", True)]
    assert held(now, then, less) == [("change", False)]


def test_a_part_over_the_whole_is_the_stated_share() -> None:
    whole, part = level(10, "tổng [10] tỷ USD"), level(4.59, "thủy sản [4,59] tỷ USD", at=40, product="thủy sản")
    right = claim(rate("a", "chiếm [45,9]%", 45.9, "share", at=90, product="thủy sản"))
    wrong = claim(rate("a", "chiếm [54,9]%", 54.9, "share", at=90, product="thủy sản"))
    assert held(whole, part, right) == [("share", True)]
    assert held(whole, part, wrong) == [("share", False)]


def test_exports_less_imports_are_the_balance() -> None:
    out, into = (
        level(5, "xuất khẩu [5] tỷ USD"),
        level(3.2, "nhập khẩu [3,2] tỷ USD", at=40, indicator="import-turnover"),
    )
    right = level(1.8, "xuất siêu [1,8] tỷ USD", at=90, indicator="trade-balance")
    wrong = level(2.8, "xuất siêu [2,8] tỷ USD", at=90, indicator="trade-balance")
    both = level(8.2, "tổng kim ngạch [8,2] tỷ USD", at=90, indicator="trade-turnover")
    assert held(out, into, right) == held(out, into, both) == [("balance", True)]
    assert held(out, into, wrong) == [("balance", False)]


def test_parts_that_are_all_there_are_make_their_total() -> None:
    projects: dict[str, Any] = {"indicator": "investment-projects", "unit": "project", "period": "@2024-06-11"}
    whole = said("a", "có [504] dự án", 504, **projects)
    foreign = said("a", "[389] dự án FDI", 389, at=40, investor="fdi", **projects)
    right = said("a", "[115] dự án trong nước", 115, at=80, investor="domestic", **projects)
    wrong = said("a", "[125] dự án trong nước", 125, at=80, investor="domestic", **projects)
    assert held(whole, foreign, right) == [("total", True)]
    assert held(whole, foreign, wrong) == [("total", False)]
    assert held(whole, foreign) == []


def test_a_part_larger_than_its_whole_is_found() -> None:
    assert held(level(5, "tổng [5] tỷ USD"), level(7, "sang Nhật [7] tỷ USD", at=40, partner="JP")) == [
        ("total", False)
    ]
    assert held(level(5, "tổng [5] tỷ USD"), level(7, "sang Nhật [7] tỷ USD", "b", partner="JP")) == []


def test_a_slip_of_ten_or_a_thousand_stands_out_of_its_series() -> None:
    years = [
        level(value, f"đạt [{value}] tỷ USD", period=year)
        for year, value in (("2020", 5.1), ("2021", 5.6), ("2022", 6.2))
    ]
    slip = level(0.0067, "đạt [6,7] triệu USD")
    ten = level(67, "đạt [67] tỷ USD")
    assert held(*years, slip) == [("magnitude", False)]
    assert held(*years, ten) == [("magnitude", False)]
    assert held(*years, level(6.7, "đạt [6,7] tỷ USD")) == []


def test_a_check_that_would_hold_with_another_magnitude_word_says_so() -> None:
    used = (
        claim(rate("a", "tăng [10]%", 10, "growth", at=90)),
        level(55, "đạt [55] tỷ USD"),
        level(5, "năm trước [5] tỷ USD", at=40, period="2022"),
    )
    found = [finding for finding in findings(*used) if not finding.held]
    assert [finding.check for finding in found] == ["magnitude"]
    assert "lệch 10 lần" in found[0].vi


def test_the_figure_of_another_year_copied_over_is_found() -> None:
    assert held(level(7.142, "đạt [7,142] tỷ USD"), level(7.142, "đạt [7,142] tỷ USD", "b", period="2022")) == [
        ("copy", False)
    ]
    assert held(level(7, "đạt [7] tỷ USD"), level(7, "đạt [7] tỷ USD", "b", period="2022")) == []
    area: dict[str, Any] = {"indicator": "zone-area", "unit": "ha"}
    still = [
        said(doc, "có [2.329] ha", 2329, period=day, **area) for doc, day in (("a", "@2023-12"), ("b", "@2024-12"))
    ]
    assert held(*still) == []


def test_a_conflict_names_both_figures_and_where_one_was_copied_from() -> None:
    used = (
        level(7.142, "đạt [7,142] tỷ USD"),
        level(7.142, "đạt [7,142] tỷ USD", "c"),
        level(6.517, "đạt [6,517] tỷ USD", "b"),
        level(6.517, "đạt [6,517] tỷ USD", "b", at=40, period="2022"),
    )
    (finding,) = findings(*used)
    assert finding.check == "conflict"
    assert len(finding.claims) == 3
    assert "7,142 tỷ USD, có nguồn nêu 6,517 tỷ USD (đúng bằng số của năm 2022)" in finding.vi


def test_growth_at_constant_prices_beside_current_levels_is_no_finding() -> None:
    gross: dict[str, Any] = {"indicator": "gdp", "unit": "VND"}
    used = (
        said("a", "GRDP đạt [112] nghìn tỷ đồng", 112 * 1000 * B, **gross),
        said("a", "năm trước [101,3] nghìn tỷ đồng", 1013 * 100 * B, at=40, period="2022", **gross),
        claim(rate("a", "tăng [8,5]%", 8.5, "growth", at=90, indicator="gdp")),
    )
    assert held(*used) == []


def test_planned_additions_have_no_base_and_are_not_compared_with_the_stock_of_another_time() -> None:
    zones: dict[str, Any] = {"indicator": "industrial-clusters", "unit": "zone"}
    plan: dict[str, Any] = {"period": "2021/2030", "status": "target", "measure": "change"}
    used = (
        said("a", "đã thành lập [55] CCN", 55, period="@2024-06-11", **zones),
        said("a", "thêm mới [24] CCN", 24, at=40, **plan, **zones),
        said("a", "đưa ra [3] CCN", -3, at=80, **plan, **zones),
        said("a", "sáp nhập [3] CCN", -3, at=120, **plan, **zones),
        said("a", "đến năm 2030 có [63] CCN", 63, at=160, period="2030", status="target", **zones),
    )
    assert held(*used) == []


def test_an_average_growth_over_a_plan_is_confirmed_or_left_alone() -> None:
    used = (
        claim(
            rate(
                "a",
                "bình quân [13,7]-14,2%",
                13.7,
                "growth",
                at=90,
                period="2016/2020",
                base="annual",
                value_max=14.2,
                **PLAN,
            )
        ),
        level(129, "đạt [129] tỷ USD", period="2015", status="estimate"),
        level(245, "đạt [245]-250 tỷ USD", at=40, period="2020", value_max=250 * B, **PLAN),
    )
    assert held(*used) == [("growth", True)]
