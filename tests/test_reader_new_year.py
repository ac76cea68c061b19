"""Months without a year, in texts written at the turn of one: those ahead of the day of the text have gone by."""

from __future__ import annotations

import pytest

from reader_examples import read

CASES = [  # the day of the text, the text, and the period and status of each figure
    (
        "2024-01-05",
        "IIP tháng 12/2023 của tỉnh tăng 3,2% so với tháng trước; tính chung 12 tháng, chỉ số này tăng 11,8%.",
        [("2023-12", "actual"), ("2023-01/2023-12", "actual")],
    ),
    (
        "2024-01-05",
        "Xuất khẩu 12 tháng của tỉnh đạt 6 tỷ USD. Tháng 12 đạt 500 triệu USD.",
        [("2023-01/2023-12", "actual"), ("2023-12", "actual")],
    ),
    (
        "2024-01-08",
        "IIP năm 2023 của tỉnh tăng 6%; quý IV tăng 8%.\nKế hoạch năm 2024: IIP tăng 10%; quý I tăng 7%.",
        [("2023", "actual"), ("2023-Q4", "actual"), ("2024", "target"), ("2024-Q1", "target")],
    ),
    (
        "2024-01-30",
        "IIP tháng 1 của tỉnh tăng 12%. Xuất khẩu 6 tháng đầu năm phấn đấu đạt 3 tỷ USD.",
        [("2024-01", "actual"), ("2024-01/2024-06", "target")],
    ),
    (
        "2024-07-02",
        "Năm 2023, tỉnh xuất khẩu 9 tỷ USD. Quý III năm nay phấn đấu đạt 2 tỷ USD; 6 tháng cuối năm đạt 4 tỷ USD.",
        [("2023", "actual"), ("2024-Q3", "target"), ("2024-07/2024-12", "target")],
    ),
]


@pytest.mark.parametrize(("day", "text", "wanted"), CASES)
def test_months_of_the_year_before(day: str, text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(row["period"], row["status"]) for row in read(text, date=day)] == wanted
