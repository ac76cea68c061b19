"""The day of a document, read from the line that papers, pages and letterheads give it."""

from __future__ import annotations

from datetime import date

import pytest

from kg.facts.caption import captioned
from kg.facts.dateline import told_day
from kg.text.normalise import fold


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Hà Nội, ngày 5 tháng 9 năm 2019", date(2019, 9, 5)),
        ("Phủ Lý,ngày 1O thang O6 năm 2O19", date(2019, 6, 10)),  # letters for digits
        ("Thứ Tư, 13/06/2018 | ĐẦU TƯ", date(2018, 6, 13)),
        ("Thứ 4, 10/01/2024 08:15", date(2024, 1, 10)),
        ("Cập nhật: 14:05 ngày 3/5/2019", date(2019, 5, 3)),
        ("Báo Sông Lô điện tử (15/08/2014, 14:02)\nTin trong tỉnh", date(2014, 8, 15)),
        ("Nguồn: Báo Sông Lô (05/06/2019)", date(2019, 6, 5)),
        ("Số 214/BC-SKHĐT, Phủ Lý 20/6/2021", date(2021, 6, 20)),
        ("(BPO) - Sáng 14-5-2024, tại huyện Lộc Ninh, tỉnh tổ chức hội nghị.", date(2024, 5, 14)),
        ("Tại hội nghị tổng kết ngành sáng 27/12/2013, lãnh đạo sở cho biết", date(2013, 12, 27)),
        ("Hà Nam đón đoàn\nTrong hai ngày 14 và 15/8/2019, đoàn của Bộ khảo sát tại tỉnh.", date(2019, 8, 15)),
        ("Trong 3 ngày 14, 15 và 16/8/2019, các doanh nghiệp trưng bày sản phẩm.", date(2019, 8, 16)),
        ("Ngày 30/7 và 01/8/2019, lãnh đạo tỉnh đi thăm các nhà máy.", date(2019, 8, 1)),
        ("Hà Nội, ngày 31 tháng 2 năm 2019", None),  # no such day
        ("Chỉ số sản xuất công nghiệp tháng 9 tăng 5%", None),
    ],
)
def test_the_day_of_a_head(head: str, day: date | None) -> None:
    assert told_day(fold(head)) == day


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("Công nhân may tại một nhà máy ở Hà Nam. Ảnh: Lê An\n", "Hà Nam", True),
        ("Ảnh: Một góc cảng ở Hà Nam.\n", "Hà Nam", True),
        ("Công nhân may tại một nhà máy ở Hà Nam. Năm 2020, tỉnh có 40 dự án.\n", "Hà Nam", False),
    ],
)
def test_what_stands_below_a_picture(text: str, name: str, shown: bool) -> None:
    folded = fold(text)
    assert captioned(folded, folded.index(fold(name))) is shown
