"""The field's traps: each is a capability, tried with words of our own."""

from __future__ import annotations

import pytest

from reader_examples import mistakes, read
from tables import Example, examples


@pytest.mark.parametrize("example", examples("traps.txt"))
def test_a_trap(example: Example) -> None:
    assert not mistakes(example)


SPELLINGS = (
    "Hưng Yên, Hải Dương, Nghệ An, Thừa Thiên Huế, Bà Rịa - Vũng Tàu, Đắk Lắk, Đắc Lắc, Hòa Bình, Hoà Bình, Thanh Hóa, "
    "Thanh Hoá, TP. Hồ Chí Minh, TP.HCM, TPHCM, Thành phố Hồ Chí Minh, Hà Nội, Cần Thơ, Quảng Ninh, Lào Cai, Khánh Hòa"
).split(", ")
CODES = "66 61 22 26 43 33 33 14 14 21 21 SG SG SG SG HN CT 13 02 34".split()


@pytest.mark.parametrize(("spelling", "code"), list(zip(SPELLINGS, CODES, strict=True)))
def test_a_province_is_known_by_all_its_spellings(spelling: str, code: str) -> None:
    text = (
        f"Năm 2023, kim ngạch xuất khẩu của {spelling} đạt 3,1 tỷ USD, thu ngân sách của {spelling} là 9.300 tỷ đồng."
    )
    assert [row["area"] for row in read(text, publisher=None)] == [f"VN-{code}"] * 2


@pytest.mark.parametrize(
    ("words", "area"),
    [
        ("cả nước", "VN"),
        ("Việt Nam", "VN"),
        ("vùng Đồng bằng sông Cửu Long", "region:Đồng bằng sông Cửu Long"),
        ("Tây Nguyên", "region:Tây Nguyên"),
        ("huyện Nam Trà My (Quảng Nam)", "VN-27/Nam Trà My"),
        ("huyện Đông Anh, Hà Nội", "VN-HN/Đông Anh"),
        ("thị xã Mỹ Hào", "VN-66/Mỹ Hào"),
        ("thị xã My Hao", "VN-66/Mỹ Hào"),
        ("TP. Hung Yen", "VN-66/Hưng Yên"),
        ("huyện Khoai Chau", "VN-66/Khoái Châu"),
        ("tỉnh", "VN-66"),
        ("tỉnh ta", "VN-66"),
    ],
)
def test_an_area_is_whose_figure_it_is(words: str, area: str) -> None:
    text = f"Năm 2023, giá trị sản xuất công nghiệp của {words} đạt 9.100 tỷ đồng, tăng 8,4% so với năm 2022."
    assert [row["area"] for row in read(text)] == [area] * 2


PARTNERS = {
    "Hoa Kỳ": "US", "Mỹ": "US", "Nhật Bản": "JP", "Hàn Quốc": "KR", "Trung Quốc": "CN", "Đài Loan": "TW",
    "Thái Lan": "TH", "EU": "EU", "ASEAN": "ASEAN", "thị trường Ấn Độ": "IN", "Lào": "LA", "Đức": "DE", "Anh": "GB",
}  # fmt: skip


@pytest.mark.parametrize(("words", "partner"), list(PARTNERS.items()))
def test_a_country_of_trade_is_the_partner(words: str, partner: str) -> None:
    text = f"Năm 2023, kim ngạch xuất khẩu của tỉnh sang {words} đạt 310 triệu USD, tăng 8,4% so với năm 2022."
    assert [(row["area"], row["partner"]) for row in read(text)] == [("VN-66", partner)] * 2


ELSEWHERE = [
    "GDP khu vực đồng euro năm 2023 tăng 0,5%, lạm phát 5,4%.",
    "Năm 2023, kinh tế thế giới tăng trưởng 3,1%, thương mại toàn cầu giảm 1,2%.",
    "Năm 2023, Tập đoàn Foxconn đạt kim ngạch xuất khẩu 30 tỷ USD, tăng 5%.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_figures_of_the_world_and_of_one_company_are_none(text: str) -> None:
    assert not [row for row in read(text, publisher=None) if row["kind"] == "observation"]
