"""Whoever signs a report, and wherever its day stands: its figures are of its province and its months."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path

import pytest
import regex

from kg import read
from kg.facts.table import to_row

AREAS = Path(__file__).parent.parent / "ontology" / "areas.ttl"
_PROVINCE = regex.compile(r'<(VN-\w+)> a kg:Province.*?skos:prefLabel "([^"]+)"@vi', regex.S)
CITIES = ("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ")

# The letterheads of offices that write reports, below the houses that stand over them.
OFFICES = (
    "UBND {full}\nSỞ CÔNG THƯƠNG\nSố: 214/BC-SCT",
    "UBND {full}          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ CÔNG THƯƠNG          Độc lập - Tự do - Hạnh phúc",
    "SỞ CÔNG THƯƠNG {full}",
    "{full}\nSỞ KẾ HOẠCH VÀ ĐẦU TƯ",
    "TỔNG CỤC THỐNG KÊ\nCỤC THỐNG KÊ {full}\nSố: 398/BC-CTK",
    "BỘ TÀI CHÍNH\nCHI CỤC THỐNG KÊ {full}",
    "BỘ CÔNG THƯƠNG\nSỞ CÔNG THƯƠNG {full}",
    "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP {full}",
    "ỦY BAN NHÂN DÂN\n{full}",
)
DAYS = (
    "{name}, ngày {day:%d} tháng {day:%m} năm {day:%Y}",
    "{name}, ngày {day:%d/%m/%Y}",
    "Cập nhật: {day:%d/%m/%Y} - 07:45",
    "{day:%d/%m/%Y} | Kinh tế",
    "{day:%d-%m-%Y} 14:20 GMT+7",
)
BODY = (
    "Kim ngạch xuất khẩu tháng 8 ước 95 triệu USD; lũy kế 8 tháng 812 triệu USD, tăng 9% so với cùng kỳ.\n"
    "Tổng mức bán lẻ 8 tháng đạt 18.340 tỷ đồng."
)
WANTED = {"95": "2019-08", "812": "2019-01/2019-08", "9": "2019-01/2019-08", "18.340": "2019-01/2019-08"}


def provinces() -> dict[str, str]:
    """The code of each of the 63 provinces by its full name ("Tỉnh Hà Nam")."""
    found = _PROVINCE.findall(AREAS.read_text(encoding="utf-8"))
    return {name if name.startswith("Thành phố ") else _full(name): code for code, name in found}


def _full(name: str) -> str:
    return f"{'Thành phố' if name in CITIES else 'Tỉnh'} {name}"


def test_all_provinces_are_tried() -> None:
    assert len(provinces()) == 63


@pytest.mark.parametrize("office", OFFICES)
def test_a_letterhead_says_of_which_province_a_report_is(office: str) -> None:
    wrong = []
    for (full, code), day in product(provinces().items(), DAYS):
        name = full.removeprefix("Tỉnh ").removeprefix("Thành phố ")
        head = f"{office.format(full=full.upper())}\n{day.format(name=name, day=date(2019, 8, 27))}"
        text = f"{head}\n{BODY}"
        rows = [to_row(fact) for fact in read(text).facts]
        told = {text[int(r["start"]) : int(r["end"])]: r for r in rows if r["kind"] == "observation"}
        for number, period in WANTED.items():
            row = told.get(number, {})
            if (row.get("area"), row.get("period")) != (code, period):
                wrong.append((full, day, number, row.get("area"), row.get("period")))
    assert not wrong
