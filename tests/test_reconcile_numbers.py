"""In which interval a written number lies, and what periods mean."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.reconcile import period
from kg.reconcile.interval import Interval, interval_of, readings
from reconcile_claims import fact


@pytest.mark.parametrize(
    ("text", "value", "fields", "low", "high"),
    [
        ("đạt [19,22] tỷ USD", 19_220_000_000, {}, 19_215_000_000, 19_225_000_000),
        ("gần [20] tỷ USD", 20_000_000_000, {"approx": "under"}, 18_000_000_000, 20_000_000_000),
        ("hơn [7,1] tỷ USD", 7_100_000_000, {"approx": "over"}, 7_100_000_000, 7_810_000_000),
        ("khoảng [200] triệu USD", 200_000_000, {"approx": "about"}, 190_000_000, 210_000_000),
        ("đạt [78.000] tỷ đồng", 78 * 10**12, {"unit": "VND"}, 77_950 * 10**9, 78_050 * 10**9),
        ("đạt [68.461] tỷ đồng", 68_461 * 10**9, {"unit": "VND"}, 68_460_500 * 10**6, 68_461_500 * 10**6),
        ("đạt [700] triệu USD", 700_000_000, {}, 695_000_000, 705_000_000),
        ("có [550] dự án", 550, {"unit": "project"}, 550, 550),
        ("có [45.000] lao động", 45_000, {"unit": "person"}, 44_950, 45_050),
        ("tăng [9]-10%", 9, {"unit": "percent", "value_max": 10}, "8.5", "10.5"),
        ("giảm hơn [5]%", -5, {"unit": "percent", "approx": "over"}, "-5.5", -5),
        ("sản xuất [1,35] triệu tấn", 1_350_000, {"unit": "tonne"}, 1_345_000, 1_355_000),
    ],
)  # fmt: skip
def test_the_interval_follows_from_the_digits_and_the_words(
    text: str, value: Any, fields: dict[str, Any], low: Any, high: Any
) -> None:
    assert interval_of(fact("a", text, value, **fields)) == Interval(Decimal(low), Decimal(high))


def test_without_the_sentence_the_digits_of_the_value_decide() -> None:
    bare = fact("a", "[x]", 541_160_000_000_000, unit="VND")
    assert interval_of(bare).width == Decimal(10**10)


def test_digits_that_group_thousands_can_be_decimals_in_broken_spelling() -> None:
    assert [number for number, _ in readings("33.448")] == [Decimal(33448), Decimal("33.448")]
    assert readings("33,448.222")[0][0] == Decimal("33448.222")


decimals = st.decimals(-1000, 1000, places=2)
intervals = st.tuples(decimals, decimals).map(lambda ends: Interval(min(ends), max(ends)))


@given(intervals, intervals, st.data())
def test_arithmetic_of_intervals_holds_every_result(one: Interval, other: Interval, data: st.DataObject) -> None:
    x = data.draw(st.sampled_from([one.low, one.high, one.middle]))
    y = data.draw(st.sampled_from([other.low, other.high, other.middle]))
    for made, result in ((one.plus(other), x + y), (one.minus(other), x - y), (one.times(other), x * y)):
        assert made.low <= result <= made.high
    quotient = one.over(other)
    if quotient and y:
        assert quotient.low - Decimal("1e-20") <= x / y <= quotient.high + Decimal("1e-20")


@pytest.mark.parametrize(
    ("written", "first", "last", "vi", "en"),
    [
        ("2023", "2023-01-01", "2023-12-31", "năm 2023", "2023"),
        ("2017-05", "2017-05-01", "2017-05-31", "tháng 5/2017", "May 2017"),
        ("2024-Q1", "2024-01-01", "2024-03-31", "quý I/2024", "Q1 2024"),
        ("2017-01/2017-06", "2017-01-01", "2017-06-30", "6 tháng đầu năm 2017", "January-June 2017"),
        ("2017-07/2017-12", "2017-07-01", "2017-12-31", "6 tháng cuối năm 2017", "July-December 2017"),
        ("2019-01/2019-09", "2019-01-01", "2019-09-30", "9 tháng đầu năm 2019", "January-September 2019"),
        ("2021/2025", "2021-01-01", "2025-12-31", "giai đoạn 2021-2025", "2021-2025"),
        ("@2017-06-20", "2017-06-20", "2017-06-20", "tính đến ngày 20/6/2017", "as of 20 June 2017"),
        ("@2024-02", "2024-02-29", "2024-02-29", "tính đến tháng 2/2024", "as of February 2024"),
    ],
)  # fmt: skip
def test_a_period_covers_days_and_has_a_name(written: str, first: str, last: str, vi: str, en: str) -> None:
    covered = period.span(written)
    assert covered is not None
    assert (covered.first.isoformat(), covered.last.isoformat()) == (first, last)
    assert period.label(written) == (vi, en)


@pytest.mark.parametrize("written", [None, "", "@", "unknown", "2023-13", "2025/2021", "2023-02-30"])
def test_what_states_no_time_covers_none(written: str | None) -> None:
    assert period.span(written) is None


def test_one_time_has_one_spelling() -> None:
    assert period.canonical("2017-01/2017-12") == "2017"
    assert period.canonical("2017-04/2017-06") == "2017-Q2"
    assert period.canonical("2017-05/2017-05") == "2017-05"
    assert period.canonical("2017-04/2017-05") == "2017-04/2017-05"
    assert period.canonical("2017-04-16/2017-04-30") == "2017-04-16/2017-04-30"
    assert period.canonical("2017-04-01/2017-04-15") == "2017-04-01/2017-04-15"
    assert period.canonical(None) == "unknown"


def test_the_year_before_and_the_period_before() -> None:
    assert period.moved("2017-01/2017-06", -1) == "2016-01/2016-06"
    assert period.moved("@2024-02-29", -1) == "@2023-02-28"
    assert [period.before(p) for p in ("2024-Q1", "2024-01", "2024-05", "2023")] == [
        "2023-Q4",
        "2023-12",
        "2024-04",
        None,
    ]
    assert period.before("2017-07/2017-12") == "2017-01/2017-06"
    assert period.before("2017-01/2017-06") == "2016-07/2016-12"
