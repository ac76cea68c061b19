"""Rows of a register, one project or zone a line and its values in columns, as the reader sees them."""

from __future__ import annotations

import pytest

from evenly import read

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
        "3. CCN Phú Thành (huyện Lạc Thủy) | chủ đầu tư: Công ty CP Phú Thành | 32 ha, 190 tỷ đồng | khởi công 2022",
        "- CCN Phú Thành (huyện Lạc Thủy) (chủ đầu tư: Công ty CP Phú Thành): diện tích 32 ha, 190 tỷ đồng; "
        "khởi công 2022.",
    ),
    (
        "TT | Dự án | Chủ đầu tư | Vốn (tỷ đồng) | Đất\n2 | Nhà máy kính Mỹ Lộc | HTX Mỹ Lộc | 45 | 2,1 ha",
        "2. Nhà máy kính Mỹ Lộc (chủ đầu tư: HTX Mỹ Lộc): vốn 45 tỷ đồng; diện tích 2,1 ha.",
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


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_cells_are_told_in_words(text: str, told: str) -> None:
    assert read(text).endswith(told)


@pytest.mark.parametrize("text", LEFT)
def test_other_lines_stay(text: str) -> None:
    assert read(text) == text
