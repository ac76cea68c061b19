"""Rows whose numbers stand in the columns that a heading names, as the reader sees them."""

from __future__ import annotations

import pytest

from evenly import read
from kg.text.even import evenly_written

TOLD = (
    (
        "Sản phẩm (TH 11 tháng; % KH năm; % so CK)\n+ Than: 412 nghìn tấn; 85,4; 97,3",
        "Sản phẩm (TH 11 tháng)\n+ Than: 412 nghìn tấn; bằng 85,4% kế hoạch; bằng 97,3% so với CK",
    ),
    (
        "Sản phẩm (ước; % so cùng kỳ)\n- Xi măng: 52.000 tấn; +4,2\n- Bia: 3 triệu lít; -1,5",
        "Sản phẩm (ước)\n- Xi măng: 52.000 tấn; tăng 4,2% so với cùng kỳ\n- Bia: 3 triệu lít; giảm 1,5% so với cùng kỳ",
    ),
    (
        "Chỉ tiêu | Ước quý I | % KH năm | % so CK"
        "\nGRDP (tỷ đồng) | 18.962 | 22,4 | 106,8\n - Dịch vụ | 6.730 | x | 102,1",
        "Ước quý I \nGRDP: 18.962 tỷ đồng; bằng 22,4% kế hoạch; bằng 106,8% so với CK"
        "\n - Dịch vụ: 6.730 tỷ đồng; bằng 102,1% so với CK",
    ),
)

# A column says what it compares with, and its cells whether they are index numbers; points part decimals or thousands.
READ = (
    ("Than: 412 nghìn tấn; 104.2; 7.5", "Than: 412 nghìn tấn; bằng 104.2% so với tháng 10; tăng 7.5% so với cùng kỳ"),
    ("Bia: 3 triệu lít; 38,5; 45", "Bia: 3 triệu lít; bằng 38,5% so với tháng 10; tăng 45% so với cùng kỳ"),
    ("Thép: 1.250 tấn; 96; 12", "Thép: 1.250 tấn; bằng 96% so với tháng 10; tăng 12% so với cùng kỳ"),
)

# No columns: brackets that name something else, rows with more or fewer cells, a table without results.
LEFT = (
    "Sản phẩm (than; thép; xi măng)\n+ Than: 412 nghìn tấn; 85,4; 97,3",
    "Sản phẩm (TH 11 tháng; % KH năm; % so CK)\n+ Than: 412 nghìn tấn (85,4%)",
    "Mục | Kết quả | % KH\nVăn bản | 1.2.3 | 98",
    "Họ tên | Chức vụ | % phiếu\nNguyễn A | Chủ tịch | 98",
)


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_cells_are_told_in_words(text: str, told: str) -> None:
    assert [line.strip() for line in read(text).split("\n")] == [line.strip() for line in told.split("\n")]


def test_a_column_is_of_what_its_label_and_its_cells_say() -> None:
    text = "Sản phẩm (TH; % so tháng 10; % so cùng kỳ)\n" + "\n".join(row for row, _ in READ)
    told = evenly_written(text)  # the digits of a label stand again in each row: at no place of their own
    assert told is not None
    assert told.text.split("\n")[1:] == [row for _, row in READ]


@pytest.mark.parametrize("text", LEFT)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert read(text) == text
