"""Rows whose heading says what the values between slashes are, as the reader sees them."""

from __future__ import annotations

import pytest

from evenly import read

TOLD = (
    (
        "3. Sản phẩm 4 tháng (thực hiện / KH năm / so CK)"
        "\n+ Gạch nung: 61 triệu viên / 190 triệu viên / tăng 5,3%\n+ Bột mì: 8.200 tấn / 25.000 tấn / -2,4%;",
        "+ Gạch nung: 61 triệu viên (KH năm 190 triệu viên), tăng 5,3% so CK"
        "\n+ Bột mì: 8.200 tấn (KH năm 25.000 tấn), -2,4% so CK;",
    ),
    (
        "Thu ngân sách 5 tháng (ước / % KH / so cùng kỳ):\n- Thu nội địa: 1.210 tỷ đồng / 41,2 / 108,3%"
        "\n- Thu xuất nhập khẩu: 45 tỷ đồng / 38,5% / 4,1",
        "- Thu nội địa: 1.210 tỷ đồng, bằng 41,2% KH năm, bằng 108,3% so CK"
        "\n- Thu xuất nhập khẩu: 45 tỷ đồng, bằng 38,5% KH năm, tăng 4,1% so CK",
    ),
    (
        "a) Lượng khách (TH / cùng kỳ)\n- Khách nội địa: 92.000 lượt / 81.500 lượt",
        "- Khách nội địa: 92.000 lượt (cùng kỳ 81.500 lượt)",
    ),
)

# A heading of other columns, a row with another number of them, a row of a list behind another heading, no figures.
LEFT = (
    "Thành phần (họ tên / chức vụ / đơn vị)\n- Ông A / Giám đốc / Sở B",
    "Sản phẩm (thực hiện / KH năm / so CK)\n+ Gạch nung: 61 triệu viên / tăng 5,3%",
    "Sản phẩm (thực hiện / KH năm)\nHội nghị nghe báo cáo.\n- Nghị quyết 05 / Nghị quyết 06",
    "Sản phẩm (thực hiện / KH năm)\n- Gạch nung / chưa giao",
)


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_values_are_told_in_words(text: str, told: str) -> None:
    assert read(text).endswith(told)


@pytest.mark.parametrize("text", LEFT)
def test_other_lines_stay(text: str) -> None:
    assert read(text) == text
