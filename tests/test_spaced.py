"""Tables set with spaces, and amounts over their plan, as the reader sees them."""

from __future__ import annotations

import pytest

from evenly import read
from kg.text.even import evenly_written

TABLES = (
    (
        "Chỉ tiêu                 Tháng 5   5 tháng    5 tháng so CK (%)\n"
        "---------------------------------------------------------\n"
        "Thu NSNN (tỷ đồng)           352     1.714       118,6\n"
        "Xuất khẩu (triệu USD)       33,8     151,2        93,4\n\n"
        "CPI tháng 5 tăng 0,1%.",
        "\n---------------------------------------------------------\n"
        "Thu NSNN: Tháng 5 352 tỷ đồng; 5 tháng 1.714 tỷ đồng; bằng 118,6% so với CK\n"
        "Xuất khẩu: Tháng 5 33,8 triệu USD; 5 tháng 151,2 triệu USD; bằng 93,4% so với CK\n\n"
        "CPI tháng 5 tăng 0,1%.",
    ),
    (
        "Sản phẩm         Ước quý I    % KH năm    % so CK\nXi măng (nghìn tấn)    412    22,5    104,2",
        "\nXi măng: Ước quý I 412 nghìn tấn; bằng 22,5% kế hoạch; bằng 104,2% so với CK",
    ),
)
# A letterhead, columns of names, rows with a cell too few, a table that tells no result
LEFT = (
    "UBND TỈNH KON TUM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/BC-UBND          Độc lập - Tự do 100%",
    "Họ tên     Tháng 5     Chức vụ\nNguyễn Văn An     12     100%",
    "Chỉ tiêu     Tháng 5     % so CK\nThu ngân sách (tỷ đồng)     352",
    "Chỉ tiêu     % KH     % so CK\nThu ngân sách     52     104",
)
PLANS = (
    ("XK 10T ước 446/KH 540 tr.USD; +8,6%.", "XK 10T ước 446 tr.USD (KH 540 tr.USD); +8,6%."),
    ("Vốn đầu tư công giải ngân 73,5/142 tỷ (51,8%).", "Vốn đầu tư công giải ngân 73,5 tỷ (KH 142 tỷ) (51,8%)."),
    ("Quyết định số 446/KH-UBND ngày 5/4/2020", "Quyết định số 446/KH-UBND ngày 5/4/2020"),
    ("đã tuyển 860/1.200 lao động, ngày 5/6", "đã tuyển 860/1.200 lao động, ngày 5/6"),
)


@pytest.mark.parametrize(("text", "told"), TABLES)
def test_rows_are_told_in_words(text: str, told: str) -> None:
    laid = evenly_written(text)  # the digits of a label stand again in each row: at no place of their own
    assert laid is not None
    assert laid.text == told


@pytest.mark.parametrize("text", LEFT)
def test_other_lines_keep_their_words(text: str) -> None:
    assert read(text).split() == text.split()


@pytest.mark.parametrize(("text", "told"), PLANS)
def test_an_amount_over_its_plan(text: str, told: str) -> None:
    assert read(text) == told
