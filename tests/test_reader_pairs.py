"""Two indicators in one sentence, each with its own figures: every pair, in the ways in which the press tells them."""

from __future__ import annotations

from itertools import permutations
from typing import NamedTuple

import pytest

import kg


class Named(NamedTuple):
    """An indicator, a name of it, and an amount that it can have, if it has any."""

    code: str
    name: str
    amount: str | None


NAMED = (
    Named("export-turnover", "kim ngạch xuất khẩu", "412 triệu USD"),
    Named("export-turnover", "xuất khẩu", "412 triệu USD"),
    Named("import-turnover", "kim ngạch nhập khẩu", "412 triệu USD"),
    Named("import-turnover", "nhập khẩu", "412 triệu USD"),
    Named("retail-sales", "tổng mức bán lẻ hàng hóa và doanh thu dịch vụ", "41.200 tỷ đồng"),
    Named("retail-sales", "bán lẻ", "41.200 tỷ đồng"),
    Named("budget-revenue", "thu ngân sách nhà nước", "4.120 tỷ đồng"),
    Named("budget-expenditure", "chi ngân sách địa phương", "4.120 tỷ đồng"),
    Named("total-investment", "tổng vốn đầu tư toàn xã hội", "4.120 tỷ đồng"),
    Named("public-investment", "giải ngân vốn đầu tư công", "4.120 tỷ đồng"),
    Named("industrial-production-value", "giá trị sản xuất công nghiệp", "41.200 tỷ đồng"),
    Named("registered-capital", "vốn FDI đăng ký", "412 triệu USD"),
    Named("implemented-capital", "vốn FDI thực hiện", "412 triệu USD"),
    Named("gdp", "GRDP", "41.200 tỷ đồng"),
    Named("tourist-arrivals", "khách du lịch", "412 nghìn lượt"),
    Named("tourism-revenue", "doanh thu du lịch", "412 tỷ đồng"),
    Named("electricity-consumption", "điện thương phẩm", "412 triệu kWh"),
    Named("new-enterprises", "số doanh nghiệp thành lập mới", "412 doanh nghiệp"),
    Named("exited-enterprises", "số doanh nghiệp giải thể", "412 doanh nghiệp"),
    Named("cargo-throughput", "sản lượng hàng hóa qua cảng", "412 nghìn tấn"),
    Named("iip", "chỉ số sản xuất công nghiệp", None),
    Named("cpi", "chỉ số giá tiêu dùng", None),
)
RATES = (
    "9 tháng, {one} của tỉnh Hà Nam tăng 8,1%, {other} tăng 12,2%.",
    "9 tháng, {one} của tỉnh Hà Nam tăng 8,1%; {other} giảm 12,2%.",
    "9 tháng, {one} của tỉnh Hà Nam tăng 8,1% và {other} tăng 12,2%.",
    "9 tháng, {one} của tỉnh Hà Nam tăng 8,1% so với cùng kỳ, còn {other} giảm 12,2%.",
    "Trong khi {one} 9 tháng của Hà Nam tăng 8,1% thì {other} giảm 12,2%.",
    "Không chỉ {one} 9 tháng của Hà Nam tăng 8,1%, {other} cũng tăng 12,2%.",
    "9 tháng, {one} của Hà Nam tăng 8,1%. Cùng với đó, {other} cũng tăng 12,2%.",
    "Năm 2020, Hà Nam phấn đấu {one} tăng 8,1%, {other} tăng 12,2%.",
)
AMOUNTS = (
    "9 tháng, {one} của Hà Nam đạt {first}, tăng 8,1%, {other} đạt {second}, giảm 12,2%.",
    "9 tháng, {one} của Hà Nam đạt {first} (tăng 8,1%), {other} {second} (giảm 12,2%).",
    "9 tháng, {one} của Hà Nam tăng 8,1%, đạt {first}; {other} tăng 12,2%, đạt {second}.",
)
PAIRS = [(one, other) for one, other in permutations(NAMED, 2) if one.code != other.code]


@pytest.mark.parametrize("way", RATES)
def test_each_rate_is_of_its_own_indicator(way: str) -> None:
    mistaken = []
    for one, other in PAIRS:
        text = way.format(one=one.name, other=other.name)
        wanted = {("8,1", one.code, "growth"), ("12,2", other.code, "growth")}
        if not wanted <= _read(text):
            mistaken.append(text)
    assert not mistaken


@pytest.mark.parametrize("way", AMOUNTS)
def test_each_amount_is_of_its_own_indicator(way: str) -> None:
    mistaken = []
    for one, other in PAIRS:
        if one.amount is None or other.amount is None:
            continue
        second = other.amount.replace("4", "5", 1)
        text = way.format(one=one.name, other=other.name, first=one.amount, second=second)
        wanted = {("8,1", one.code, "growth"), ("12,2", other.code, "growth")}
        wanted |= {(one.amount.split()[0], one.code, "level"), (second.split()[0], other.code, "level")}
        if not wanted <= _read(text):
            mistaken.append(text)
    assert not mistaken


def _read(text: str) -> set[tuple[str, str, str]]:
    """The digits, indicator and measure of each observation of Hà Nam."""
    found = (f for f in kg.read(text, date="2019-10-05").facts if isinstance(f, kg.Observation) and f.area == "VN-63")
    return {(text[f.evidence.start : f.evidence.end], f.indicator, f.measure) for f in found}
