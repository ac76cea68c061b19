"""Every query of the catalogue gives the rows that follow from the readings of ``query_graph.py``.

A case is the query, its parameters, the columns that are compared, and their rows in order.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from kg.query import catalogue, run
from query_graph import graph

D = Decimal
Case = tuple[str, dict[str, object], str, list[tuple[Any, ...]]]
EXPORT, OUTPUT, JOBS = "export-turnover", "industrial-production-value", "investment-projects"
HY: dict[str, object] = {"area": "Hưng Yên"}
BG: dict[str, object] = {"area": "Bắc Giang"}
BN, TN = 10**9, 10**12  # a billion; a thousand billion, which Vietnamese texts count in
CONFLICT = "Kim ngạch (giá trị) xuất khẩu, Hưng Yên, năm 2023: có nguồn nêu 7,9 tỷ USD, có nguồn nêu 6,2 tỷ USD."

CASES: tuple[Case, ...] = (
    (
        "indicator-over-time",
        HY | {"indicator": EXPORT},
        "period result estimate target unit sentence target_sentence document target_document",
        [
            ("2021", 5.5 * BN, None, None, "USD", "Xuất khẩu 2021 đạt 5,5 tỷ USD.", None, "hy-2023", None),
            (
                *("2023", 7.9 * BN, 6.1 * BN, 6.5 * BN, "USD", "Hưng Yên xuất khẩu 7,9 tỷ USD năm 2023."),
                *("Năm 2023 xuất khẩu đạt 6,5 tỷ USD.", "other-paper", "hy-plan-2021"),
            ),
            (
                "2025",
                None,
                None,
                9.2 * BN,
                "USD",
                None,
                "Phấn đấu xuất khẩu 2025 đạt 9,2 tỷ USD.",
                None,
                "hy-plan-2023",
            ),
        ],
    ),
    (
        "indicator-over-time",
        BG | {"indicator": "gdp", "measure": "growth"},
        "period result estimate forecast base estimate_sentence forecast_sentence",
        [
            ("2023", D("13.4"), None, None, "yoy", None, None),
            ("2024-Q1", None, D("14.2"), D("11.8"), "yoy", "Quý I ước tăng 14,2%.", "Kịch bản quý I là 11,8%."),
        ],
    ),
    (
        "province-ranking",
        {"indicator": EXPORT, "period": "năm 2023"},
        "area value unit status sentence",
        [
            ("VN-54", 27 * BN, "USD", "actual", "Xuất khẩu đạt 27 tỷ USD."),
            ("VN-66", 7.9 * BN, "USD", "actual", "Hưng Yên xuất khẩu 7,9 tỷ USD năm 2023."),
            ("VN-20", 2.5 * BN, "USD", "actual", "Xuất khẩu 2023 đạt 2,5 tỷ USD."),
        ],
    ),
    (
        "growth-league",
        {"indicator": "GRDP", "period": "2023"},
        "area growth document",
        [("VN-54", D("13.4"), "bg-2023"), ("VN-66", D("10.05"), "hy-2023"), ("VN-20", D("7.4"), "tb-2023")],
    ),
    (
        "target-vs-result",
        {"indicator": EXPORT},
        "area period target result result_status percent_of_target target_document document",
        [
            ("VN-66", "2023", 6.5 * BN, 6.1 * BN, "estimate", D("93.85"), "hy-plan-2021", "hy-estimate"),
            ("VN-66", "2023", 6.5 * BN, 7.9 * BN, "actual", D("121.54"), "hy-plan-2021", "other-paper"),
        ],
    ),
    (
        "target-met",
        BG | {"period": "2023"},
        "indicator measure target result result_status percent_of_target met target_sentence",
        [(OUTPUT, "level", 480 * TN, 500 * TN, "actual", D("104.17"), True, "Kế hoạch 2023 là 480 nghìn tỷ đồng.")],
    ),
    (
        "target-met",
        HY | {"period": "2025"},
        "indicator target result met document",
        [(EXPORT, 9.2 * BN, None, None, None), ("gdp", 66, None, None, None)],
    ),
    (
        "target-history",
        HY | {"indicator": EXPORT},
        "period issued target document",
        [
            ("2023", "2021-10-01", 6.5 * BN, "hy-plan-2021"),
            ("2025", "2021-10-01", 8.5 * BN, "hy-plan-2021"),
            ("2025", "2023-02-01", 9.2 * BN, "hy-plan-2023"),
        ],
    ),
    (
        "targets-ahead",
        HY | {"from_year": "2024"},
        "period indicator measure target target_max",
        [
            ("2021/2025", "iip", "growth", 9, 10),
            ("2025", EXPORT, "level", 9.2 * BN, None),
            ("2025", "gdp", "share", 66, None),
        ],
    ),
    ("targets-ahead", HY | {"from_year": "2026"}, "period", []),
    (
        "series-with-gaps",
        HY | {"indicator": EXPORT, "to_year": "2024"},
        "year known value status",
        [
            ("2021", True, 5.5 * BN, "actual"),
            ("2022", False, None, None),
            ("2023", True, 7.9 * BN, "actual"),
            ("2023", True, 6.1 * BN, "estimate"),
            ("2024", False, None, None),
        ],
    ),
    (
        "leader-by-year",
        {"indicator": EXPORT},
        "period area value provinces_compared document",
        [("2021", "VN-66", 5.5 * BN, 1, "hy-2023"), ("2023", "VN-54", 27 * BN, 3, "bg-2023")],
    ),
    (
        "revisions",
        HY,
        "indicator period before before_status after after_status difference_percent before_document document",
        [(EXPORT, "2023", 6.1 * BN, "estimate", 7.9 * BN, "actual", D("29.51"), "hy-estimate", "other-paper")],
    ),
    (
        "merged-province",
        HY | {"period": "2023"},
        "indicator sum unit status part part_value document",
        [
            (EXPORT, 10.4 * BN, "USD", "actual", "VN-20", 2.5 * BN, "tb-2023"),
            (EXPORT, 10.4 * BN, "USD", "actual", "VN-66", 7.9 * BN, "other-paper"),
        ],
    ),
    ("merged-province", HY | {"indicator": "gdp"}, "indicator", []),  # growth is never added up
    (
        "merged-province-parts",
        HY | {"indicator": "gdp", "period": "2023"},
        "measure part value sentence",
        [("growth", "VN-20", D("7.4"), "Kinh tế tăng 7,4%."), ("growth", "VN-66", D("10.05"), "Kinh tế tăng 10,05%.")],
    ),
    (
        "findings",
        HY,
        "check indicator explanation claim",
        [
            ("conflict", EXPORT, CONFLICT, "hy-2023#c5-8"),
            ("conflict", EXPORT, CONFLICT, "other-paper#c5-8"),
        ],
    ),
    (
        "disagreements",
        {},
        "area indicator period value other_value document other_document other_sentence",
        [("VN-66", EXPORT, "2023", 7.9 * BN, 6.2 * BN, "other-paper", "hy-2023", "Xuất khẩu 2023 đạt 6,2 tỷ USD.")],
    ),
    (
        "confirmed-figures",
        BG,
        "check measure period status value",
        [
            ("completion", "completion", "2023", "actual", D("104.2")),
            ("completion", "level", "2023", "actual", 500 * TN),
            ("completion", "level", "2023", "target", 480 * TN),
            ("growth", "level", "2022", "actual", 400 * TN),
            ("growth", "growth", "2023", "actual", 25),
            ("growth", "level", "2023", "actual", 500 * TN),
        ],
    ),
    (
        "agreeing-documents",
        HY,
        "indicator value document other_document",
        [("gdp", D("10.05"), "hy-2023", "other-paper")],
    ),
    (
        "projects-by-capacity",
        BG,
        "name capacity unit stated stated_unit owner",
        [
            ("Nhà máy Xi măng Đá", 2_000_000, "tonne/year", 2_000_000, "tonne/year", "Công ty Đá Xanh"),
            ("Nhà máy Đường Xanh", 54_750, "tonne/year", 150, "tonne/day", None),
        ],
    ),
    ("projects-by-capacity", {"in_unit": "MW"}, "name", []),
    ("largest-investments", BG, "name capital unit", [("Nhà máy Xi măng Đá", 3 * TN, "VND")]),
    ("largest-areas", BG, "name land_area unit type", [("KCN Sao Mai", 123, "ha", "zone")]),
    (
        "zones-by-occupancy",
        BG,
        "zone occupancy sentence",
        [("KCN Sao Mai", D("93.5"), "KCN Sao Mai lấp đầy 93,5%."), ("KCN Bình Minh", 40, "KCN Bình Minh 40%.")],
    ),
    (
        "investors-by-country",
        HY,
        "partner indicator value period",
        [("JP", JOBS, 174, "@2024-01"), ("KR", JOBS, 153, "@2024-01")],
    ),
    ("trade-partners", {}, "partner period value", [("US", "2023", 97 * BN)]),
    (
        "plan-targets",
        {"number": "99/KH-UBND"},
        "main policy_type issuer indicator measure period target target_max",
        [
            (True, "Kế hoạch", "UBND tỉnh Hưng Yên", EXPORT, "level", "2025", 8.5 * BN, None),
            (True, "Kế hoạch", "UBND tỉnh Hưng Yên", EXPORT, "level", "2023", 6.5 * BN, None),
            (True, "Kế hoạch", "UBND tỉnh Hưng Yên", "iip", "growth", "2021/2025", 9, 10),
            (True, "Kế hoạch", "UBND tỉnh Hưng Yên", "gdp", "share", "2025", 66, None),
        ],
    ),
    ("plan-targets", {"number": "12/NQ-TU"}, "main indicator", [(False, c) for c in (EXPORT, EXPORT, "iip", "gdp")]),
    (
        "who-heads",
        {"department": "sở công thương"},
        "org role person head own_area",
        [
            ("Sở Công Thương", "Giám đốc", "Trần Thị Mai", True, "VN-66"),
            ("Sở Công Thương", "Phó Giám đốc", "Lê Văn Hai", False, "VN-66"),
        ],
    ),
    ("who-heads", BG, "person", []),
    (
        "document-facts",
        {"document": "tb-2023"},
        "kind what measure value period area confidence sentence",
        [
            ("observation", EXPORT, "level", 2.5 * BN, "2023", "VN-20", D("0.9"), "Xuất khẩu 2023 đạt 2,5 tỷ USD."),
            ("observation", "gdp", "growth", D("7.4"), "2023", "VN-20", D("0.9"), "Kinh tế tăng 7,4%."),
        ],
    ),
    (
        "place-facts",
        HY,
        "kind what value period status",
        [
            ("observation", EXPORT, 5.5 * BN, "2021", "actual"),
            ("observation", EXPORT, 7.9 * BN, "2023", "actual"),
            ("observation", EXPORT, 6.1 * BN, "2023", "estimate"),
            ("observation", EXPORT, 6.5 * BN, "2023", "target"),
            ("observation", EXPORT, 9.2 * BN, "2025", "target"),
            ("observation", "gdp", D("10.05"), "2023", "actual"),
            ("observation", "gdp", 66, "2025", "target"),
            ("observation", "iip", 9, "2021/2025", "target"),
            ("observation", JOBS, 174, "@2024-01", "actual"),
            ("observation", JOBS, 153, "@2024-01", "actual"),
            ("policy", "12/NQ-TU", None, None, None),
            ("policy", "99/KH-UBND", None, None, None),
            ("role", "Lê Văn Hai: Phó Giám đốc", None, None, None),
            ("role", "Trần Thị Mai: Giám đốc", None, None, None),
        ],
    ),
    (
        "entity-facts",
        {"entity": "xi măng đá"},
        "name_in_text attribute value unit owner",
        [
            ("Nhà máy Xi măng Đá", "capacity", 2_000_000, "tonne/year", "Công ty Đá Xanh"),
            ("Nhà máy Xi măng Đá", "investment-capital", 3 * TN, "VND", "Công ty Đá Xanh"),
        ],
    ),
    (
        "owner-projects",
        {"owner_name": "ĐÁ XANH"},
        "owner name attribute",
        [
            ("Công ty Đá Xanh", "Nhà máy Xi măng Đá", "capacity"),
            ("Công ty Đá Xanh", "Nhà máy Xi măng Đá", "investment-capital"),
        ],
    ),
    (
        "documents",
        HY | {"published_by": "baohungyen"},
        "document issued title",
        [
            ("hy-2023", "2024-01-15", "Hưng Yên năm 2023"),
            ("hy-estimate", "2023-12-10", "Ước năm 2023"),
            ("hy-plan-2023", "2023-02-01", "Mục tiêu mới"),
        ],
    ),
    ("documents", {"published_by": "congthuong"}, "document own_area", [("other-paper", None)]),
    (
        "policies",
        {"issued_by": "hưng yên"},
        "number policy_type policy_date",
        [("99/KH-UBND", "Kế hoạch", "2021-09-30")],
    ),
    (
        "repairs",
        BG,
        "repair indicator value sentence",
        [("period: Năm 2203 → 2023 (year.impossible)", EXPORT, 27 * BN, "Xuất khẩu đạt 27 tỷ USD.")],
    ),
    ("repairs", {"in_document": "tb-2023"}, "repair", []),
    ("least-sure", HY, "confidence indicator value claim", [(D("0.4"), EXPORT, 5.5 * BN, "hy-2023#c205-208")]),
    (
        "place-coverage",
        HY,
        "indicator figures results targets first_period last_period",
        [
            (EXPORT, 5, 3, 2, "2021", "2025"),
            ("gdp", 2, 1, 1, "2023", "2025"),
            (JOBS, 2, 2, 0, "2024-01", "2024-01"),
            ("iip", 1, 0, 1, "2021/2025", "2021/2025"),
        ],
    ),
    (
        "indicator-coverage",
        {"indicator": "gdp"},
        "area figures first_period last_period",
        [("VN-54", 3, "2023", "2024-Q1"), ("VN-66", 2, "2023", "2025"), ("VN-20", 1, "2023", "2023")],
    ),
    (
        "plan-completion",
        BG,
        "period indicator completion sentence",
        [("2023", OUTPUT, D("104.2"), "Đạt 104,2% kế hoạch.")],
    ),
    (
        "compare-places",
        HY | {"other_area": "Thái Bình", "indicator": "gdp", "measure": "growth"},
        "period value other_value sentence other_sentence",
        [("2023", D("10.05"), D("7.4"), "Kinh tế tăng 10,05%.", "Kinh tế tăng 7,4%.")],
    ),
    (
        "forecast-vs-result",
        BG,
        "indicator period forecast result result_status difference",
        [("gdp", "2024-Q1", D("11.8"), D("14.2"), "estimate", D("2.4"))],
    ),
    (
        "breakdown",
        HY | {"indicator": JOBS},
        "period value partner investor",
        [("@2024-01", 174, "JP", "fdi"), ("@2024-01", 153, "KR", "fdi")],
    ),
    ("shares", HY, "indicator period share status sector", [("gdp", "2025", 66, "target", "industry")]),
    (
        "changed-since",
        HY | {"since": "2024-01-16"},
        "issued indicator value document",
        [("2024-02-01", "gdp", D("10.05"), "other-paper"), ("2024-02-01", EXPORT, 7.9 * BN, "other-paper")],
    ),
    (
        "computed-growth",
        BG | {"indicator": OUTPUT},
        "year before value status computed_growth stated_growth",
        [("2023", 400 * TN, 500 * TN, "actual", 25, 25), ("2023", 400 * TN, 480 * TN, "target", 20, None)],
    ),
    (
        "trade-balance",
        BG,
        "period exports imports difference stated_balance import_sentence import_document",
        [("2023", 27 * BN, 25 * BN, 2 * BN, None, "Nhập khẩu đạt 25 tỷ USD.", "bg-2023")],
    ),
    (
        "share-of-country",
        {"indicator": EXPORT, "period": "2023"},
        "area percent_of_country status",
        [
            ("VN-54", D("7.63"), "actual"),
            ("VN-66", D("2.23"), "actual"),
            ("VN-66", D("1.72"), "estimate"),
            ("VN-20", D("0.71"), "actual"),
        ],
    ),
    (
        "figure-sources",
        HY | {"indicator": EXPORT, "period": "2023"},
        "value status issued document",
        [
            (6.2 * BN, "actual", "2024-01-15", "hy-2023"),
            (7.9 * BN, "actual", "2024-02-01", "other-paper"),
            (6.1 * BN, "estimate", "2023-12-10", "hy-estimate"),
            (6.5 * BN, "target", "2021-10-01", "hy-plan-2021"),
        ],
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}({', '.join(map(str, case[1].values()))})")
def test_a_query_gives_the_rows_that_follow_from_the_texts(case: Case) -> None:
    name, parameters, columns, rows = case
    table = run(graph(), name, parameters)
    found = list(zip(*(table.column(column) for column in columns.split()), strict=True))
    assert found == rows


def test_every_query_of_the_catalogue_is_asked() -> None:
    assert {case[0] for case in CASES} == {query.name for query in catalogue()}


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_a_query_without_values_runs_as_it_stands(query: Any) -> None:
    assert list(graph().select(query.text)), f"{query.name} finds nothing in the whole graph"
