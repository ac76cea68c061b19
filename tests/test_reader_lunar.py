"""Years by their names in the lunar calendar."""

from __future__ import annotations

import pytest

import kg
from kg.facts import lunar
from kg.model import Observation
from kg.text.normalise import fold


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("trước Tết Nguyên đán Mậu Tuất", [2018]),
        ("Tết Kỷ Hợi và Tết Nguyên đán năm Canh Tý", [2019, 2020]),
        ("họp mặt Xuân Đinh Dậu, đón tết", [2017]),
        ("Tết Quý Mão", [2023]),
        ("ông Mậu Tuất ăn tết ở quê", []),  # a person
        ("tết này, năm Giáp nghỉ sớm", []),
    ],
)
def test_years_by_their_new_year(text: str, wanted: list[int]) -> None:
    assert lunar.years(fold(text)) == wanted


def test_a_text_without_a_date_is_of_the_new_year_that_it_names() -> None:
    text = (
        "Sau Tết Nguyên đán Mậu Tuất, nhiều doanh nghiệp Đồng Nai thiếu người. Mục tiêu năm nay của tỉnh là tạo việc "
        "làm cho 81.000 lao động, xuất khẩu đạt 19 tỷ USD."
    )
    periods = {fact.period for fact in kg.read(text).facts if isinstance(fact, Observation)}
    assert periods == {"2018"}
