"""Rows of a register, one project or zone a line and its values in columns, as the reader sees them."""

from __future__ import annotations

import pytest

from kg.text.even import evenly_written

TOLD = (
    (
        "STT | Tên dự án | Chủ đầu tư | Địa điểm | Công suất | Tổng vốn (tỷ đồng) | Diện tích (ha) | Khởi công"
        "\n1 | Nhà máy ván ép Hoa Mai | Công ty TNHH Gỗ Hoa Mai | huyện Ba Bể | 90.000 m3/năm | 310 | 8,5 | 2019",
        "1. Nhà máy ván ép Hoa Mai (chủ đầu tư: Công ty TNHH Gỗ Hoa Mai; huyện Ba Bể): công suất 90.000 m3/năm; "
        "tổng vốn 310 tỷ đồng; diện tích 8,5 ha; khởi công 2019.",
    ),
    (
        "Các khu công nghiệp (tên – địa điểm – diện tích – vốn hạ tầng – lấp đầy – dự án – lao động – hoạt động)"
        "\n- KCN Sông Gianh – huyện Quảng Ninh – 180 ha – 920 tỷ đồng/40 triệu USD – 71,5% – 23 – 4.100 – 2016"
        "\n- KCN Bắc Lý – huyện Quảng Ninh – 210 ha – 1.100 tỷ đồng/48 triệu USD – chưa – chưa – - – dự kiến 2026",
        "- KCN Sông Gianh (huyện Quảng Ninh): diện tích 180 ha; vốn đầu tư hạ tầng 920 tỷ đồng (40 triệu USD); "
        "tỷ lệ lấp đầy 71,5%; 23 dự án; 4.100 lao động; hoạt động 2016."
        "\n- KCN Bắc Lý (huyện Quảng Ninh): diện tích 210 ha; vốn đầu tư hạ tầng 1.100 tỷ đồng (48 triệu USD); "
        "hoạt động dự kiến 2026.",
    ),
    (
        "CCN An Mỹ / huyện Quảng Xương / Công ty CP An Mỹ / 48 ha / 264 tỷ đồng = 11 triệu USD / lấp đầy 60%",
        "- CCN An Mỹ (huyện Quảng Xương; chủ đầu tư: Công ty CP An Mỹ): diện tích 48 ha; "
        "vốn đầu tư 264 tỷ đồng (11 triệu USD); lấp đầy 60%.",
    ),
    (
        "1 | Nhà máy bột đá Yên Phú | huyện Hàm Yên | 60.000 tấn/năm | 85 tỷ đồng | đang xây dựng",
        "1. Nhà máy bột đá Yên Phú (huyện Hàm Yên): công suất 60.000 tấn/năm; vốn đầu tư 85 tỷ đồng; đang xây dựng.",
    ),
)

# Lines that no register has: parts of a letterhead, of a date or a sentence, rows of what has no name of a thing.
LEFT = (
    "Nhà máy bột đá Yên Phú / Hàm Yên / 2021 / Ảnh: Minh Anh",
    "Họ tên | Chức vụ | Đơn vị | Điện thoại\nNguyễn Văn A | Trưởng phòng | Sở Công Thương | 0912 345",
    "1 | | | | | | ",
    "Xi măng | huyện Hàm Yên | 60.000 tấn/năm | 85 tỷ đồng",
)


@pytest.mark.parametrize(("text", "read"), TOLD)
def test_cells_are_told_in_words(text: str, read: str) -> None:
    told = evenly_written(text)
    assert told is not None
    assert told.text.endswith(read)


@pytest.mark.parametrize(("text", "_"), TOLD)
def test_each_digit_keeps_its_place(text: str, _: str) -> None:
    told = evenly_written(text)
    assert told is not None
    assert all(text[place] == letter for letter, place in zip(told.text, told.places, strict=True) if letter.isdigit())


@pytest.mark.parametrize("text", LEFT)
def test_other_lines_stay(text: str) -> None:
    assert evenly_written(text) is None
