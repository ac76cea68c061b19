"""``kg read`` shows what the reader sees in a text: its mentions and the facts made of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.cli import main

TEXT = "Quý I/2024, kim ngạch xuất khẩu của tỉnh Bắc Giang đạt khoảng 6,5-7 tỷ USD, tăng 9,4% so với cùng kỳ."


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["read", *arguments, "--format", "json"]) == 0
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    return result


def mentions(result: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [mention for mention in result["mentions"] if mention["type"] == kind]


def test_quantities_periods_areas_indicators_and_cues_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    result = shown(capsys, TEXT)
    money, growth = mentions(result, "quantity")
    assert (money["value"], money["value_max"], money["unit"], money["approx"]) == (
        6500000000,
        7000000000,
        "USD",
        "about",
    )
    assert (growth["value"], growth["value_max"], growth["unit"], growth["approx"]) == (9.4, None, "percent", None)
    assert mentions(result, "period")[0]["period"] == "2024-Q1"
    assert "VN-54" in [m["concept"] for m in mentions(result, "area")]
    assert [m["concept"] for m in mentions(result, "indicator")] == ["export-turnover"]
    assert {"reach", "up"} <= {m["concept"] for m in mentions(result, "cue")}


def test_a_mention_stands_where_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    for mention in shown(capsys, TEXT)["mentions"]:
        assert TEXT[mention["start"] : mention["end"]] == mention["text"]


def test_mentions_are_in_the_order_of_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    starts = [mention["start"] for mention in shown(capsys, TEXT)["mentions"]]
    assert starts == sorted(starts)


def test_a_quantity_of_the_specification(capsys: pytest.CaptureFixture[str]) -> None:
    (quantity,) = mentions(shown(capsys, "10 tỷ đồng"), "quantity")
    assert {k: quantity[k] for k in ("start", "end", "text", "value", "value_max", "unit", "approx")} == {
        "start": 0, "end": 10, "text": "10 tỷ đồng", "value": 10**10, "value_max": None, "unit": "VND", "approx": None,
    }  # fmt: skip
    assert quantity["rules"]


def test_facts_are_rows_of_the_fact_table(capsys: pytest.CaptureFixture[str]) -> None:
    level, growth = shown(capsys, TEXT)["facts"]
    assert (level["kind"], level["indicator"], level["value"], level["value_max"]) == (
        "observation", "export-turnover", 6500000000, 7000000000,
    )  # fmt: skip
    assert (level["area"], level["period"], level["approx"], level["status"]) == ("VN-54", "2024-Q1", "about", "actual")
    assert (growth["measure"], growth["value"], growth["base"]) == ("growth", 9.4, "yoy")
    assert level["sentence"] == TEXT
    assert level["rules"]


def test_the_date_resolves_what_the_text_leaves_out(capsys: pytest.CaptureFixture[str]) -> None:
    text = "Năm ngoái, kim ngạch xuất khẩu của tỉnh Bắc Giang đạt 20 tỷ USD, tăng 8%."
    assert [f["period"] for f in shown(capsys, text, "--date", "2023-02-01")["facts"]] == ["2022", "2022"]
    assert [f["period"] for f in shown(capsys, text, "--date", "2019-02-01")["facts"]] == ["2018", "2018"]


def test_a_repair_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    (quantity,) = mentions(shown(capsys, "đạt 10,5 tủ USD"), "quantity")
    assert quantity["value"] == 10500000000
    assert quantity["repairs"][0]["was"] == "tủ"


def test_a_file_is_read_as_its_text(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "bai.txt"
    path.write_text(TEXT, encoding="utf-8")
    from_file, from_text = shown(capsys, str(path)), shown(capsys, TEXT)
    assert from_file["mentions"] == from_text["mentions"]
    assert [f["value"] for f in from_file["facts"]] == [f["value"] for f in from_text["facts"]]


def test_text_for_people_names_mentions_and_facts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", TEXT]) == 0
    out = capsys.readouterr().out
    assert "export-turnover" in out
    assert "2024-Q1" in out
    assert "6,500,000,000" in out or "6500000000" in out


def test_one_sentence_with_one_national_figure(capsys: pytest.CaptureFixture[str]) -> None:
    (fact,) = shown(capsys, "Kim ngạch xuất khẩu cả nước năm 2023 đạt 355,5 tỷ USD.")["facts"]
    assert (fact["area"], fact["value"]) == ("VN", 355500000000)


def test_no_text_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["read"])
    assert stopped.value.code == 2
