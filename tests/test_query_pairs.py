"""Queries that set figures side by side: which pairs they make, and which not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kg.model import Reading
from kg.query import run
from kg.rdf import reading_to_nquads
from kg.reconcile import reconcile
from kg.scale.vocabulary import load_ontology
from kg.store.oxigraph import OxigraphStore
from query_graph import Row, reading, seen

AREA = "VN-66"
GIVEN: dict[str, object] = {"area": "Hưng Yên", "indicator": "export-turnover"}


def exports(value: float, period: str, sentence: str, **more: Any) -> Row:
    return seen("export-turnover", AREA, value, "USD", period, sentence, **more)


def graph(*readings: Reading) -> OxigraphStore:
    store = OxigraphStore()
    load_ontology(store)
    store.bulk_load("".join(reading_to_nquads(found) for found in readings).encode())
    reconcile(store)
    return store


def document(name: str, *rows: Row) -> Reading:
    return reading(name, name, "baohungyen.vn", "2024-01-15", AREA, *rows)


def test_documents_agree_with_others_and_not_with_themselves() -> None:
    """Also where the name of one document begins that of another."""
    said = [exports(6e9, "2023", f"Xuất khẩu đạt 6 tỷ USD ({number}).") for number in range(3)]
    store = graph(document("tin", said[0], said[1]), document("tin1", said[2]))
    table = run(store, "agreeing-documents", GIVEN)
    pairs = zip(*map(table.column, ("document", "other_document", "sentence", "other_sentence")), strict=True)
    last = "Xuất khẩu đạt 6 tỷ USD (2)."
    assert sorted(pairs) == [
        ("tin", "tin1", "Xuất khẩu đạt 6 tỷ USD (0).", last),
        ("tin", "tin1", "Xuất khẩu đạt 6 tỷ USD (1).", last),
    ]


def test_growth_is_computed_from_the_year_before_and_not_from_parts_or_spans_of_years() -> None:
    store = graph(
        document(
            "tin",
            exports(4e9, "2021", "Năm 2021 đạt 4 tỷ USD."),
            exports(5e9, "2022", "Năm 2022 đạt 5 tỷ USD."),
            exports(7e9, "2024", "Năm 2024 đạt 7 tỷ USD."),
            exports(1e9, "2023-Q1", "Quý I/2023 đạt 1 tỷ USD."),
            exports(2e9, "2023-01/2023-06", "Sáu tháng đầu năm 2023 đạt 2 tỷ USD."),
            exports(9e9, "2021/2025", "Giai đoạn 2021-2025 đạt 9 tỷ USD.", status="target"),
        )
    )
    table = run(store, "computed-growth", GIVEN)
    assert [(row["year"], row["computed_growth"]) for row in table.records()] == [("2022", 25)]


def test_a_result_meets_the_target_of_its_own_period() -> None:
    store = graph(
        document("plan", exports(8e9, "2023", "Kế hoạch 2023: 8 tỷ USD.", status="target")),
        document(
            "tin",
            exports(6e9, "2023", "Ước 2023: 6 tỷ USD.", status="estimate"),
            exports(7e9, "2023", "Năm 2023: 7 tỷ USD."),
            exports(5e9, "2022", "Năm 2022: 5 tỷ USD."),
            exports(1e9, "2023", "Sang Nhật Bản: 1 tỷ USD.", partner="JP"),
        ),
    )
    table = run(store, "target-vs-result", {"indicator": "export-turnover"})
    rows = [(row["result"], row["result_status"], row["percent_of_target"]) for row in table.records()]
    assert rows == [(6 * 10**9, "estimate", 75), (7 * 10**9, "actual", Decimal("87.5"))]
