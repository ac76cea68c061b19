"""What the checks must find in the seeds, read as their gold facts say, and what they must leave alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.facts.table import from_row
from kg.reconcile import Claim, Finding
from reconcile_claims import ROOT, claim, findings

GOLD = ROOT / "tests" / "gold" / "seeds"


def claims_of_seed(gold: Path) -> list[Claim]:
    """The gold observations of one seed, with the line of the text around each as its sentence."""
    text = (ROOT / "seeds" / f"{gold.stem}.txt").read_text(encoding="utf-8")
    result = []
    for line in gold.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        if row["kind"] == "observation":
            begin = max(text.rfind("\n", 0, row["start"]), text.rfind(". ", 0, row["start"])) + 1
            ends = [end for end in (text.find("\n", row["end"]), text.find(". ", row["end"])) if end >= 0]
            sentence = text[begin : min(ends, default=len(text))]
            row = {key: value for key, value in row.items() if key != "optional"}
            result.append(claim(from_row({**row, "doc": gold.stem, "sentence": sentence, "sentence_start": begin})))
    return result


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    """Every check of all seeds together."""
    return findings(*(each for gold in sorted(GOLD.glob("*.jsonl")) for each in claims_of_seed(gold)))


def test_only_the_two_rates_of_nghe_an_do_not_fit(found: list[Finding]) -> None:
    wrong = {(finding.area, finding.indicator, finding.check) for finding in found if not finding.held}
    assert wrong == {("VN-22", "retail-sales", "growth"), ("VN-22", "export-turnover", "growth")}


def test_the_retail_plan_is_not_8_8_per_cent_above_the_year_before(found: list[Finding]) -> None:
    (retail,) = (finding for finding in found if not finding.held and finding.indicator == "retail-sales")
    assert "73.000 tỷ đồng so với 68.461 tỷ đồng (năm 2020) là 6,63 %; văn bản nêu 8,8 %" in retail.vi
    assert len(retail.claims) == 3


def test_the_export_plan_fits_neither_the_total_nor_the_goods_of_the_year_before(found: list[Finding]) -> None:
    (export,) = (finding for finding in found if not finding.held and finding.indicator == "export-turnover")
    assert "1,12 tỷ USD (năm 2020) là -24,11 %" in export.vi
    assert "810 triệu USD (năm 2020) là 4,94 %" in export.vi
    assert len(export.claims) == 4


def test_what_fits_is_confirmed(found: list[Finding]) -> None:
    held = [(finding.area, finding.check) for finding in found if finding.held]
    assert held.count(("VN-22", "completion")) == 4
    assert ("VN-54", "total") in held  # 389 + 115 projects are the 504
    assert ("VN-54", "growth") in held
    assert ("VN-66", "completion") in held


def test_nothing_is_said_of_clusters_that_are_to_be_added_and_taken_away(found: list[Finding]) -> None:
    assert not [finding for finding in found if finding.indicator == "industrial-clusters"]
