"""Paragraphs put together of sentences in any order: each figure is read as its own sentence tells it.

What a sentence takes from those before it (the months told of, the province) holds for all of them; what belongs to one
alone (goods, partners, an estimate) must not go on into the next.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from kg import read
from kg.facts.table import to_row

PROVINCES = (("Nam Định", "VN-67"), ("Hải Dương", "VN-61"), ("Bình Dương", "VN-57"), ("Đồng Tháp", "VN-45"))
LEADS = ("8 tháng năm 2019, tại tỉnh {name}, ", "Theo Cục Thống kê tỉnh {name}, 8 tháng đầu năm 2019, ")
MONTHS = "2019-01/2019-08"
ESTIMATE = "status=estimate"
# A slot is «kind of number|indicator measure field=value ...»: a level of the eight months where nothing else is said.
FIRST = (
    "kim ngạch xuất khẩu đạt «usd|export-turnover» triệu USD, tăng «rate|export-turnover growth» so với cùng kỳ.",
    "chỉ số sản xuất công nghiệp tăng «rate|iip growth», trong đó khai khoáng giảm «rate|iip growth sector=+».",
    "tổng mức bán lẻ hàng hóa đạt «vnd|retail-sales» tỷ đồng, tăng «rate|retail-sales growth».",
)
NEXT = (
    f"Xuất khẩu ước đạt «usd|export-turnover {ESTIMATE}» triệu USD, bằng «rate|export-turnover completion {ESTIMATE}»"
    " kế hoạch năm.",
    "Ở chiều ngược lại, nhập khẩu đạt «usd|import-turnover» triệu USD, giảm «rate|import-turnover growth».",
    "Tổng kim ngạch xuất nhập khẩu đạt «usd|trade-turnover» triệu USD; trong đó xuất khẩu «usd|export-turnover»"
    " triệu USD,"
    " nhập khẩu «usd|import-turnover» triệu USD.",
    "Sản xuất công nghiệp tăng trưởng khá, IIP tăng «rate|iip growth»; công nghiệp chế biến, chế tạo tăng"
    " «rate|iip growth sector=+»; sản xuất và phân phối điện tăng «rate|iip growth sector=+».",
    f"Giá trị sản xuất công nghiệp ước đạt «vnd|industrial-production-value {ESTIMATE}» tỷ đồng, tăng"
    f" «rate|industrial-production-value growth {ESTIMATE}» so với cùng kỳ.",
    "Thu ngân sách nhà nước trên địa bàn đạt «vnd|budget-revenue» tỷ đồng, bằng «rate|budget-revenue"
    " completion» dự toán;"
    " trong đó thu nội địa «vnd|budget-revenue sector=+» tỷ đồng.",
    "Có «count|new-enterprises» doanh nghiệp thành lập mới với tổng vốn đăng ký «vnd|new-enterprise-capital» tỷ"
    " đồng, tăng"
    " «rate|new-enterprises growth» về số doanh nghiệp và tăng «rate|new-enterprise-capital growth» về số vốn.",
    "Về thu hút đầu tư, tỉnh đã cấp mới «count|investment-projects flow=new investor=fdi» dự án FDI với tổng"
    " vốn đăng ký"
    " «usd|registered-capital flow=new investor=fdi» triệu USD;"
    " «count|investment-projects flow=additional investor=fdi» dự án điều chỉnh tăng vốn với số vốn tăng thêm"
    " «usd|registered-capital flow=additional investor=fdi» triệu USD.",
    "Ngành du lịch đón «tonnes|tourist-arrivals» nghìn lượt khách, tăng «rate|tourist-arrivals growth»; doanh thu đạt"
    " «vnd|tourism-revenue» tỷ đồng.",
    "Điện thương phẩm đạt «usd|electricity-consumption» triệu kWh, tăng «rate|electricity-consumption growth».",
    "Một số sản phẩm tăng khá như: xi măng đạt «tonnes|product-output product=+» nghìn tấn, tăng"
    " «rate|product-output growth product=+»; bia đạt «usd|product-output product=+» triệu lít, giảm"
    " «rate|product-output growth product=+».",
    "Các mặt hàng xuất khẩu chủ lực gồm: dệt may «usd|export-turnover product=+» triệu USD, tăng"
    " «rate|export-turnover growth product=+»; gỗ «usd|export-turnover product=+» triệu USD.",
    "Hoa Kỳ là thị trường xuất khẩu lớn nhất với kim ngạch «usd|export-turnover partner=US» triệu USD; tiếp đến là Nhật"
    " Bản «usd|export-turnover partner=JP» triệu USD.",
    "Vận tải tiếp tục phát triển, vận chuyển hành khách đạt «tonnes|passengers» nghìn lượt khách, vận chuyển"
    " hàng hóa đạt"
    " «tonnes|cargo-throughput» nghìn tấn.",
    "Giải ngân vốn đầu tư công đạt «vnd|public-investment» tỷ đồng, bằng «rate|public-investment completion» kế hoạch.",
    "Tổng vốn đầu tư toàn xã hội đạt «vnd|total-investment» tỷ đồng, tăng «rate|total-investment growth» so với"
    " cùng kỳ.",
)
PARTS = ("sector", "product", "partner", "investor", "flow")
SLOT = re.compile(r"«(\w+)\|([^»]*)»")


class Told(NamedTuple):
    """A number as written and what it is."""

    digits: str
    indicator: str
    measure: str
    fields: dict[str, str]


def _number(kind: str, chance: random.Random, used: set[str]) -> str:
    while True:
        low, high = {"vnd": (2, 48), "rate": (2, 29), "count": (105, 999)}.get(kind, (110, 980))
        behind = {"vnd": f".{chance.randint(100, 999)}", "rate": f",{chance.randint(1, 9)}", "count": ""}
        digits = f"{chance.randint(low, high)}{behind.get(kind, f',{chance.randint(1, 9)}')}"
        if digits not in used:
            used.add(digits)
            return digits


def _filled(sentence: str, chance: random.Random, used: set[str]) -> tuple[str, list[Told]]:
    told: list[Told] = []

    def fill(slot: re.Match[str]) -> str:
        indicator, *rest = slot[2].split()
        measure = next((word for word in rest if "=" not in word), "level")
        digits = _number(slot[1], chance, used)
        told.append(Told(digits, indicator, measure, dict(word.split("=") for word in rest if "=" in word)))
        return digits + ("%" if slot[1] == "rate" else "")

    return SLOT.sub(fill, sentence), told


def _paragraph(seed: int) -> tuple[str, str, list[Told]]:
    """A text, the code of its province and what its numbers are."""
    chance, used = random.Random(seed), set[str]()
    name, code = chance.choice(PROVINCES)
    sentences = [chance.choice(LEADS).format(name=name) + chance.choice(FIRST), *chance.sample(NEXT, 4)]
    filled = [_filled(sentence, chance, used) for sentence in sentences]
    text = "".join(sentence + chance.choice((" ", " ", "\n")) for sentence, _ in filled)
    return f"{name}: Kinh tế tiếp tục phát triển\n{text.strip()}", code, [each for _, told in filled for each in told]


def _mistakes(seed: int) -> Iterator[str]:
    text, area, told = _paragraph(seed)
    rows = {text[row["start"] : row["end"]]: row for row in map(to_row, read(text, date="2019-09-03").facts)}
    for digits, indicator, measure, fields in told:
        row = rows.get(digits)
        if row is None:
            yield f"{digits}: not read in {text!r}"
            continue
        wanted = {
            "indicator": indicator,
            "measure": measure,
            "area": area,
            "period": MONTHS,
            "status": "actual",
        } | fields
        for name in (*wanted, *(part for part in PARTS if part not in wanted)):
            value, want = row.get(name), wanted.get(name)
            if (want == "+" and value is None) or (want != "+" and value != want):
                yield f"{digits}: {name} is {value}, wanted {want}, in {text!r}"


@pytest.mark.parametrize("start", range(0, 200, 20))
def test_each_figure_is_that_of_its_own_sentence(start: int) -> None:
    assert not [mistake for seed in range(start, start + 20) for mistake in _mistakes(seed)]
