"""The scorer compares as docs/facts.md means it: each rule beside an example and a counter-example."""

from __future__ import annotations

from typing import Any

import pytest

from agreement import same
from scoring import compare, fields

FACT: dict[str, Any] = {
    "kind": "observation",
    "start": 10,
    "end": 13,
    "value": 7000000000,
    "unit": "USD",
    "measure": "level",
    "indicator": "export-turnover",
    "area": "VN-66",
    "period": "2024",
    "status": "actual",
}
PLAN: dict[str, Any] = {"kind": "policy", "start": 0, "end": 9, "number": "12/KH-UBND", "policy_type": "Kế hoạch"}

AGREE = [
    ("value", 1204000000, 1204000000.0004),
    ("period", "2024-Q1", "2024-01/2024-03"),
    ("period", "@2017-06-20", "@2017-06"),
    ("period", "@2016", "@2016-12"),
    ("period", "@", "@2023-05-01"),
    ("period", "@", None),
    ("base", None, "yoy"),
    ("base", "2010", "2010-01/2010-12"),
    ("area", "VN-27/Nam Trà My", "VN-27/Nam trà my"),
    ("number", "12/KH-UBND", "12/kh - ubnd".replace(" ", "")),
    ("owner", "Công ty TNHH Thép Sông Lam", "công ty cổ phần thép Sông Lam"),
    ("sector", "ngành dệt may", "dệt may"),
    ("entity", "Nhà máy xi măng Tân An", "xi măng Tân An"),
]
DIFFER = [
    ("value", 1204000000, 1205000000),
    ("value_max", None, 10),
    ("period", "2024", "2024-Q1"),
    ("period", "2016-12", "@2016-12"),
    ("period", None, "2024"),
    ("period", "@2023-05", "@"),
    ("base", "prev", None),
    ("area", "VN-27/Nam Trà My", "VN-27/Bắc Trà My"),
    ("area", "region:Tây Nguyên", "VN"),
    ("area", "VN-66", None),
    ("owner", None, "Công ty Thép Sông Lam"),
    ("sector", "dệt may", "da giày"),
    ("product", "gạo", "cà phê"),
]


@pytest.mark.parametrize(("name", "gold", "read"), AGREE)
def test_says_the_same(name: str, gold: object, read: object) -> None:
    assert same(name, {name: gold}, {name: read})


@pytest.mark.parametrize(("name", "gold", "read"), DIFFER)
def test_says_something_else(name: str, gold: object, read: object) -> None:
    assert not same(name, {name: gold}, {name: read})


def test_a_field_that_gold_leaves_open_is_not_compared() -> None:
    assert same("period", {"period": "2024", "optional": ["period"]}, {"period": "2017"})


def test_each_level_includes_the_one_before() -> None:
    for kind in ("observation", "entity", "policy", "role"):
        found, strict, full = (fields(kind, level) for level in ("found", "strict", "full"))
        assert strict[: len(found)] == found
        assert full[: len(strict)] == strict


def test_what_is_read_right_counts_at_every_level() -> None:
    tally = compare({"a": [FACT]}, {"a": [FACT]}).tallies["observation"]
    assert [tally.ratios(level) for level in ("found", "strict", "full")] == [(1.0, 1.0, 1.0)] * 3


def test_a_wrong_area_is_found_but_not_strict() -> None:
    score = compare({"a": [FACT]}, {"a": [{**FACT, "area": "VN-27"}]})
    tally = score.tallies["observation"]
    assert tally.ratios("found")[2] == 1.0
    assert tally.ratios("strict")[2] == 0.0
    assert tally.wrong_fields == {"area": 1}
    assert [(error.what, error.fields) for error in score.errors] == [("wrong", ("area",))]


def test_missed_and_spurious_lower_recall_and_precision() -> None:
    elsewhere = {**FACT, "start": 50, "end": 53}
    score = compare({"a": [FACT, {**FACT, "start": 90, "end": 93}]}, {"a": [FACT, elsewhere]})
    assert score.tallies["observation"].ratios("full") == (0.5, 0.5, 0.5)
    assert [error.what for error in score.errors] == ["missed", "spurious"]


def test_two_facts_at_one_place_are_paired_by_agreement() -> None:
    growth = {**FACT, "measure": "growth", "unit": "percent", "value": 7}
    tally = compare({"a": [FACT, growth]}, {"a": [growth, FACT]}).tallies["observation"]
    assert tally.right["full"] == 2


def test_an_optional_fact_is_neither_asked_nor_punished() -> None:
    gold = {"a": [{**FACT, "optional": True}]}
    for read in ([], [FACT], [{**FACT, "value": 1}], [FACT, {**FACT, "start": 11, "end": 12}]):
        tally = compare(gold, {"a": read}).tallies["observation"]
        assert (tally.asked, tally.given) == (0, 0)


def test_a_policy_counts_once_a_document_wherever_it_is_anchored() -> None:
    later = {**PLAN, "start": 400, "end": 409}
    tally = compare({"a": [PLAN]}, {"a": [later, PLAN]}).tallies["policy"]
    assert (tally.asked, tally.given, tally.right["full"]) == (1, 1, 1)


def test_documents_without_gold_are_left_out() -> None:
    assert compare({"a": [FACT]}, {"a": [FACT], "b": [FACT]}).tallies["observation"].given == 1
