"""A unit told once for a whole list, as the reader sees it."""

from __future__ import annotations

import pytest

from evenly import read

TOLD = (
    (
        "KNXK 612 tr.USD, giảm 8%: gạo 268, hàng may 141, giấy 74 (tr.USD). Sang EU giảm 9%.",
        "KNXK 612 tr.USD, giảm 8%: gạo 268 tr.USD, hàng may 141 tr.USD, giấy 74 (tr.USD). Sang EU giảm 9%.",
    ),
    (
        "Sản lượng chính: lúa 1.200 và ngô 85,5 (nghìn tấn)",
        "Sản lượng chính: lúa 1.200 nghìn tấn và ngô 85,5 (nghìn tấn)",
    ),
    (
        "Kết quả: Doanh nghiệp thành lập mới: 268, giảm 9 doanh nghiệp. Dự án cấp mới là 14;",
        "Kết quả: Doanh nghiệp thành lập mới: 268 doanh nghiệp, giảm 9 doanh nghiệp. Dự án cấp mới là 14 dự án;",
    ),
    (
        "- Doanh nghiệp thành lập mới: 3.000; việc làm 135.000.",
        "- Doanh nghiệp thành lập mới: 3.000 doanh nghiệp; việc làm 135.000.",
    ),
    ("Thu: nội địa 4.100; hải quan 350,5 (tỷ đồng)", "Thu: nội địa 4.100 tỷ đồng; hải quan 350,5 (tỷ đồng)"),
)

# One number alone, a bracket of another kind, numbers that have units of their own.
LEFT = (
    "Xuất khẩu: gạo 268 (tr.USD)",
    "Có mặt: sở A 12, sở B 7 (người)",
    "Xuất khẩu: gạo 268 tr.USD, giày 141 tr.USD (72%)",
)


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_the_unit_stands_behind_each_number(text: str, told: str) -> None:
    assert read(text) == told


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_such_list_is_left(text: str) -> None:
    assert read(text) == text
