"""What a place is called changes nothing but the area: names hold words for wages, prices and crops (Kiên Lương)."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from kg import read
from kg.facts.table import to_row

DISTRICTS = Path(__file__).parent.parent / "ontology" / "districts.ttl"
_DISTRICT = regex.compile(r'skos:notation "(VN-[^/"]+)/([^"]+)" ;.*?skos:prefLabel "([^"]+)"@vi', regex.S)

PLANT = (
    "Nhà máy may Sông Lam của Công ty CP Hoa Sen Xanh ở {place} ({province}), vốn đầu tư 185 tỷ đồng, "
    "công suất 2 triệu sản phẩm/năm, diện tích 12 ha, sử dụng 800 lao động."
)
YEAR = (
    "9 tháng năm 2018, {place} ({province}) thu ngân sách 300 tỷ đồng, tăng 12%; giá trị sản xuất công nghiệp "
    "đạt 500 tỷ đồng; xuất khẩu đạt 40 triệu USD, tăng 9%."
)
ZONE = (
    "Khu công nghiệp {name} có diện tích 250 ha, lấp đầy 70%, thu hút 35 dự án với tổng vốn 420 triệu USD, "
    "tạo việc làm cho 9.000 lao động. (Sở Công Thương {province})"
)
TOLD = {
    PLANT: [("185", "investment-capital"), ("2", "capacity"), ("12", "land-area"), ("800", "employees")],
    ZONE: [
        ("250", "land-area"),
        ("70", "occupancy"),
        ("35", "projects"),
        ("420", "investment-capital"),
        ("9.000", "employees"),
    ],
    YEAR: [
        ("300", "budget-revenue"),
        ("12", "budget-revenue"),
        ("500", "industrial-production-value"),
        ("40", "export-turnover"),
        ("9", "export-turnover"),
    ],
}


def places() -> dict[str, str]:
    """The districts of the country: the full name of each by its name alone; not those that a number names."""
    found = _DISTRICT.findall(DISTRICTS.read_text(encoding="utf-8"))
    return {name: full[0].lower() + full[1:] for _, name, full in found if not name[-1].isdigit()}


def told(text: str) -> list[tuple[str, object, object]]:
    """The figures of a text with what each is of, and whether it is so already."""
    rows = [to_row(fact) for fact in read(text, date="2018-10-05").facts]
    return [
        (text[int(row["start"]) : int(row["end"])], row.get("indicator") or row.get("attribute"), row["status"])
        for row in rows
        if row["kind"] in ("observation", "entity")
    ]


@pytest.mark.parametrize("text", list(TOLD), ids=["plant", "zone", "year"])
def test_a_name_of_a_place_changes_no_figure(text: str) -> None:
    named, wanted = places(), [(number, what, "actual") for number, what in TOLD[text]]
    assert len(named) > 600
    otherwise = [
        name for name, place in named.items() if told(text.format(name=name, place=place, province="Hà Nam")) != wanted
    ]
    assert not otherwise
