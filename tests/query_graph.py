"""A small graph for the tests of the catalogue: readings written by hand, reconciled as a build would.

Every expected row of the tests can be checked against the sentences here. The numbers are invented.
``test_catalogue_seeds.py`` asks the graph that the whole pipeline builds from real documents.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from kg.model import Document, EntityFigure, Evidence, Fact, Observation, Policy, Reading, Repair, Role
from kg.rdf import reading_to_nquads
from kg.reconcile import reconcile
from kg.scale.vocabulary import load_ontology
from kg.store.oxigraph import OxigraphStore

KINDS: dict[str, Any] = {"observation": Observation, "entity": EntityFigure, "policy": Policy, "role": Role}
Row = dict[str, Any]


def fact(doc: str, at: int, kind: str, sentence: str, **fields: Any) -> Fact:
    """One fact of ``sentence``, which starts at offset ``at`` of the document ``doc``."""
    confidence, repairs = fields.pop("confidence", 0.9), fields.pop("repairs", ())
    evidence = Evidence(doc, at + 5, at + 8, sentence, at, ("test.rule",), confidence, repairs)
    if kind in ("observation", "entity"):
        fields = {"measure": "level", "status": "actual"} | fields
        fields |= {name: Decimal(str(fields[name])) for name in ("value", "value_max") if name in fields}
    made: Fact = KINDS[kind](evidence=evidence, **fields)
    return made


def reading(doc: str, title: str, publisher: str, issued: str, area: str | None, *rows: Row) -> Reading:
    """A document whose facts stand 200 characters apart; each row is the arguments of ``fact``."""
    document = Document(doc, "", title, publisher, f"https://{publisher}/{doc}", date.fromisoformat(issued))
    facts = tuple(fact(doc, number * 200, **row) for number, row in enumerate(rows))
    return Reading(document, area, facts)


def seen(indicator: str, area: str, value: float, unit: str, period: str, sentence: str, **more: Any) -> Row:
    """The row of an observation."""
    return {
        "kind": "observation",
        "indicator": indicator,
        "area": area,
        "value": value,
        "unit": unit,
        "period": period,
        "sentence": sentence,
        **more,
    }


def thing(
    entity: str, kind: str, attribute: str, area: str, value: float, unit: str, sentence: str, **more: Any
) -> Row:
    """The row of a figure of a project, zone or enterprise."""
    return {
        "kind": "entity",
        "entity": entity,
        "entity_type": kind,
        "attribute": attribute,
        "area": area,
        "value": value,
        "unit": unit,
        "sentence": sentence,
        **more,
    }


GROWTH = {"measure": "growth", "base": "yoy"}
OUTPUT = "industrial-production-value"
MISPRINT = Repair("period", "Năm 2203", "2023", "year.impossible")
READINGS = (
    reading(
        "hy-plan-2021",
        "Kế hoạch của Hưng Yên",
        "hungyen.gov.vn",
        "2021-10-01",
        "VN-66",
        {
            "kind": "policy",
            "number": "99/KH-UBND",
            "policy_type": "Kế hoạch",
            "date": "2021-09-30",
            "issuer": "UBND tỉnh Hưng Yên",
            "sentence": "UBND tỉnh ban hành Kế hoạch số 99/KH-UBND.",
        },
        {
            "kind": "policy",
            "number": "12/NQ-TU",
            "policy_type": "Nghị quyết",
            "sentence": "Thực hiện Nghị quyết 12/NQ-TU.",
        },
        seen("export-turnover", "VN-66", 8.5e9, "USD", "2025", "Năm 2025 xuất khẩu đạt 8,5 tỷ USD.", status="target"),
        seen("export-turnover", "VN-66", 6.5e9, "USD", "2023", "Năm 2023 xuất khẩu đạt 6,5 tỷ USD.", status="target"),
        seen(
            "iip",
            "VN-66",
            9,
            "percent",
            "2021/2025",
            "IIP bình quân tăng 9-10%/năm.",
            status="target",
            value_max=10,
            measure="growth",
            base="annual",
        ),
        seen(
            "gdp",
            "VN-66",
            66,
            "percent",
            "2025",
            "Tỷ trọng công nghiệp 66%.",
            status="target",
            measure="share",
            sector="công nghiệp",
        ),
    ),
    reading(
        "hy-plan-2023",
        "Mục tiêu mới",
        "baohungyen.vn",
        "2023-02-01",
        "VN-66",
        seen(
            "export-turnover", "VN-66", 9.2e9, "USD", "2025", "Phấn đấu xuất khẩu 2025 đạt 9,2 tỷ USD.", status="target"
        ),
    ),
    reading(
        "hy-estimate",
        "Ước năm 2023",
        "baohungyen.vn",
        "2023-12-10",
        "VN-66",
        seen("export-turnover", "VN-66", 6.1e9, "USD", "2023", "Xuất khẩu 2023 ước đạt 6,1 tỷ USD.", status="estimate"),
    ),
    reading(
        "hy-2023",
        "Hưng Yên năm 2023",
        "baohungyen.vn",
        "2024-01-15",
        "VN-66",
        seen("export-turnover", "VN-66", 6.2e9, "USD", "2023", "Xuất khẩu 2023 đạt 6,2 tỷ USD."),
        seen("export-turnover", "VN-66", 5.5e9, "USD", "2021", "Xuất khẩu 2021 đạt 5,5 tỷ USD.", confidence=0.4),
        seen("gdp", "VN-66", 10.05, "percent", "2023", "Kinh tế tăng 10,05%.", **GROWTH),
        seen(
            "investment-projects",
            "VN-66",
            174,
            "project",
            "@2024-01",
            "Nhật Bản có 174 dự án.",
            investor="fdi",
            partner="JP",
        ),
        seen(
            "investment-projects",
            "VN-66",
            153,
            "project",
            "@2024-01",
            "Hàn Quốc có 153 dự án.",
            investor="fdi",
            partner="KR",
        ),
        {
            "kind": "role",
            "person": "Trần Thị Mai",
            "role": "Giám đốc",
            "org": "Sở Công Thương",
            "sentence": "Bà Mai, Giám đốc.",
        },
        {
            "kind": "role",
            "person": "Lê Văn Hai",
            "role": "Phó Giám đốc",
            "org": "Sở Công Thương",
            "sentence": "Ông Hai, Phó.",
        },
    ),
    reading(
        "other-paper",
        "Tin khác",
        "congthuong.vn",
        "2024-02-01",
        None,
        seen("export-turnover", "VN-66", 7.9e9, "USD", "2023", "Hưng Yên xuất khẩu 7,9 tỷ USD năm 2023."),
        seen("gdp", "VN-66", 10.05, "percent", "2023", "GRDP Hưng Yên tăng 10,05%.", **GROWTH),
    ),
    reading(
        "tb-2023",
        "Thái Bình năm 2023",
        "baothaibinh.com.vn",
        "2024-01-20",
        "VN-20",
        seen("export-turnover", "VN-20", 2.5e9, "USD", "2023", "Xuất khẩu 2023 đạt 2,5 tỷ USD."),
        seen("gdp", "VN-20", 7.4, "percent", "2023", "Kinh tế tăng 7,4%.", **GROWTH),
    ),
    reading(
        "bg-2023",
        "Bắc Giang năm 2023",
        "baobacgiang.com.vn",
        "2024-03-01",
        "VN-54",
        seen("export-turnover", "VN-54", 27e9, "USD", "2023", "Xuất khẩu đạt 27 tỷ USD.", repairs=(MISPRINT,)),
        seen("import-turnover", "VN-54", 25e9, "USD", "2023", "Nhập khẩu đạt 25 tỷ USD."),
        seen("gdp", "VN-54", 13.4, "percent", "2023", "Kinh tế tăng 13,4%.", **GROWTH),
        seen("gdp", "VN-54", 11.8, "percent", "2024-Q1", "Kịch bản quý I là 11,8%.", status="forecast", **GROWTH),
        seen("gdp", "VN-54", 14.2, "percent", "2024-Q1", "Quý I ước tăng 14,2%.", status="estimate", **GROWTH),
        seen(OUTPUT, "VN-54", 400e12, "VND", "2022", "Giá trị sản xuất 2022 là 400 nghìn tỷ đồng."),
        seen(OUTPUT, "VN-54", 500e12, "VND", "2023", "Giá trị sản xuất 2023 là 500 nghìn tỷ đồng, tăng 25%."),
        seen(OUTPUT, "VN-54", 25, "percent", "2023", "Giá trị sản xuất 2023 tăng 25%.", **GROWTH),
        seen(OUTPUT, "VN-54", 480e12, "VND", "2023", "Kế hoạch 2023 là 480 nghìn tỷ đồng.", status="target"),
        seen(OUTPUT, "VN-54", 104.2, "percent", "2023", "Đạt 104,2% kế hoạch.", measure="completion"),
        thing("KCN Sao Mai", "zone", "occupancy", "VN-54", 93.5, "percent", "KCN Sao Mai lấp đầy 93,5%."),
        thing("KCN Bình Minh", "zone", "occupancy", "VN-54", 40, "percent", "KCN Bình Minh 40%."),
        thing("KCN Sao Mai", "zone", "land-area", "VN-54", 123, "ha", "KCN Sao Mai rộng 123ha."),
        thing(
            "Nhà máy Đường Xanh",
            "project",
            "capacity",
            "VN-54",
            150,
            "tonne/day",
            "Công suất 150 tấn/ngày.",
            status="target",
        ),
        thing(
            "Nhà máy Xi măng Đá",
            "project",
            "capacity",
            "VN-54",
            2e6,
            "tonne/year",
            "Công suất 2 triệu tấn/năm.",
            owner="Công ty Đá Xanh",
        ),
        thing(
            "Nhà máy Xi măng Đá",
            "project",
            "investment-capital",
            "VN-54",
            3e12,
            "VND",
            "Vốn đầu tư 3.000 tỷ đồng.",
            owner="Công ty Đá Xanh",
        ),
    ),
    reading(
        "vn-2023",
        "Cả nước năm 2023",
        "moit.gov.vn",
        "2024-01-05",
        "VN",
        seen("export-turnover", "VN", 354e9, "USD", "2023", "Xuất khẩu cả nước đạt 354 tỷ USD."),
        seen("export-turnover", "VN", 97e9, "USD", "2023", "Xuất khẩu sang Hoa Kỳ đạt 97 tỷ USD.", partner="US"),
    ),
)


@cache
def graph() -> OxigraphStore:
    """The readings with the package's ontology, reconciled, in memory."""
    store = OxigraphStore()
    load_ontology(store)
    store.bulk_load("".join(reading_to_nquads(found) for found in READINGS).encode())
    reconcile(store)
    return store
