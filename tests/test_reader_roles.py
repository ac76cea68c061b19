"""Who holds which office, in all the orders in which texts say it. The persons are made up."""

from __future__ import annotations

import pytest

from kg.facts import role
from kg.lexicon import load
from kg.mentions import scanner
from kg.mentions.phrases import OFFICE
from kg.text.normalise import fold
from kg.text.segment import Lines

# text | person, role, org of each
READ: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    ("Ông Trần Quang Tấn, Giám đốc Sở Công Thương cho biết.", [("Trần Quang Tấn", "Giám đốc", "Sở Công Thương")]),
    (
        "Bà Lê Thị Mận - Phó Chủ tịch UBND tỉnh Bến Tre - vừa ký văn bản.",
        [("Lê Thị Mận", "Phó Chủ tịch", "UBND tỉnh Bến Tre")],
    ),
    (  # a comma before the firm
        "Ông Lý Văn Cảnh, Kế toán trưởng, Công ty cổ phần Hòa Bắc cho biết vậy.",
        [("Lý Văn Cảnh", "Kế toán trưởng", "Công ty cổ phần Hòa Bắc")],
    ),
    ("Theo Giám đốc Sở Công Thương Phạm Đăng Tín, sản lượng tăng.", [("Phạm Đăng Tín", "Giám đốc", "Sở Công Thương")]),
    (
        "Công ty TNHH Điện tử Sanko góp thêm vốn. Ông Hiroshi Tanabe, Tổng giám đốc công ty, cho biết.",
        [("Hiroshi Tanabe", "Tổng giám đốc", "Công ty TNHH Điện tử Sanko")],
    ),
    (
        'Công ty CP Chè Tân Hương mở xưởng. "Đơn hàng đã kín", bà Trịnh Thị Nhàn, Phó Giám đốc công ty, nói.',
        [("Trịnh Thị Nhàn", "Phó Giám đốc", "Công ty CP Chè Tân Hương")],
    ),
    (  # the head of the office that reports
        "SỞ CÔNG THƯƠNG TỈNH TUYÊN QUANG\nBáo cáo nhanh\nPhó Giám đốc Mai Văn Tụng chủ trì đoàn kiểm tra chợ.",
        [("Mai Văn Tụng", "Phó Giám đốc", "Sở Công Thương tỉnh Tuyên Quang")],
    ),
    (
        "BAN QUẢN LÝ KHU KINH TẾ TỈNH SÓC TRĂNG\nTRƯỞNG BAN\nThạch Văn Sáu",
        [("Thạch Văn Sáu", "Trưởng ban", "Ban Quản lý khu kinh tế tỉnh Sóc Trăng")],
    ),
    (  # a firm named shortly before is whose director he may be
        "SỞ CÔNG THƯƠNG TỈNH TUYÊN QUANG\nCông ty Gỗ Na Hang thiếu điện. Giám đốc Mai Văn Tụng kể vậy.",
        [("Mai Văn Tụng", "Giám đốc", None)],
    ),
    (  # the house that an office belongs to, in brackets
        "Ông Đỗ Văn Hiệu, Trưởng phòng Quản lý thương mại (thuộc Sở Công Thương tỉnh Phú Yên), cho biết.",
        [("Đỗ Văn Hiệu", "Trưởng phòng Quản lý thương mại", "Sở Công Thương tỉnh Phú Yên")],
    ),
    ("Bí thư Thành ủy Hải Phòng Lê Văn Độ dự lễ.", [("Lê Văn Độ", "Bí thư", "Thành ủy Hải Phòng")]),
    (
        "Chủ tịch UBND thành phố Hà Nội Nguyễn Đức Lành đối thoại.",
        [("Nguyễn Đức Lành", "Chủ tịch", "UBND thành phố Hà Nội")],
    ),
    ("Thủ tướng Nguyễn Xuân Lộc yêu cầu.", [("Nguyễn Xuân Lộc", "Thủ tướng", "Chính phủ")]),
    (
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Mai Tiến Đạt nói.",
        [("Mai Tiến Đạt", "Bộ trưởng, Chủ nhiệm", "Văn phòng Chính phủ")],
    ),
    (
        "Ông Chu Đức Bền, Phó chủ tịch, kiêm Tổng thư ký Hiệp hội Thép nói.",
        [("Chu Đức Bền", "Phó chủ tịch, kiêm Tổng thư ký", "Hiệp hội Thép")],
    ),
    (
        "Ông Nguyễn Như Bảo, trưởng Phòng Quản lý năng lượng Sở Công thương, nói.",
        [("Nguyễn Như Bảo", "Trưởng Phòng", "Quản lý năng lượng Sở Công thương")],
    ),
    (
        "Ông Vũ Ngọc Lân, Bí thư Tỉnh ủy Bà Rịa - Vũng Tàu ghi nhận.",
        [("Vũ Ngọc Lân", "Bí thư", "Tỉnh ủy Bà Rịa - Vũng Tàu")],
    ),
    ("Theo Giám đốc Sở Công Thương, Bà Rịa Vũng Tàu có 15 KCN.", []),
    ("Giám đốc Khu du lịch Bà Nà Hills Đà Nẵng nói.", []),
    ("Giám đốc Ban quản lý Khu du lịch núi Bà Đen Tây Ninh nói.", []),
    ("Giám đốc Sở Công Thương Bà Nông Thị Lam cho biết.", [("Nông Thị Lam", "Giám đốc", "Sở Công Thương")]),
    (
        "Ông Đỗ Văn Cử, Phó Giám đốc Ban Quản lý dự án đầu tư xây dựng tỉnh cho hay.",
        [("Đỗ Văn Cử", "Phó Giám đốc", "Ban Quản lý dự án đầu tư xây dựng tỉnh")],
    ),
    (
        "Đồng chí Hoàng Trung Kiên, Ủy viên Bộ Chính trị, Bí thư Thành ủy làm việc tại Cục Thi hành án TP Hà Nội.",
        [("Hoàng Trung Kiên", "Bí thư", "Thành ủy"), ("Hoàng Trung Kiên", "Ủy viên", "Bộ Chính trị")],
    ),
    (
        "Dự có Bí thư Thành ủy Lê Văn Độ, Chủ tịch UBND thành phố Nguyễn Văn Tụ.",
        [("Lê Văn Độ", "Bí thư", "Thành ủy"), ("Nguyễn Văn Tụ", "Chủ tịch", "UBND thành phố")],
    ),
    (
        "SỞ CÔNG THƯƠNG ĐẮK NÔNG\nBáo cáo.\nKT.GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nY Bhiăng Kô\n",
        [("Y Bhiăng Kô", "Phó giám đốc", "Sở Công Thương Đắk Nông")],
    ),
    ("Báo cáo của Sở Công Thương.\nNgười ký: PGĐ Nông Văn Pảo\n", [("Nông Văn Pảo", "Phó giám đốc", "Sở Công Thương")]),
    (
        "Báo cáo của Sở Công Thương.\nKT.GIÁM ĐỐC - PHÓ GIÁM ĐỐC :A Hùng Sơn ( đã ký)\n",
        [("A Hùng Sơn", "Phó giám đốc", "Sở Công Thương")],
    ),
    (
        "Nơi nhận:                         KT. GIÁM ĐỐC\n- Như trên;                       PHÓ GIÁM ĐỐC\n"
        "- Lưu: VT.\n                                  Phạm Thị Lựu\n",
        [("Phạm Thị Lựu", "Phó giám đốc", None)],
    ),
    ("Số liệu đầu năm.\n              GIÁM ĐỐC\n           TRAN VAN LE\n", [("TRAN VAN LE", "Giám đốc", None)]),
    # names in capitals, names of other countries, rare surnames behind a title
    (
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ ĐỖ VĂN LỰU: Phải làm sớm.",
        [("ĐỖ VĂN LỰU", "Bộ trưởng, Chủ nhiệm", "Văn phòng Chính phủ")],
    ),
    (
        "Ông LÊ VĂN ỔI, Phó Đoàn đại biểu Quốc hội TP.HCM: Tôi đồng ý.",
        [("LÊ VĂN ỔI", "Phó Đoàn", "Đoàn đại biểu Quốc hội TP.HCM")],
    ),
    (
        "Theo ông Kim Dae-su, Tổng giám đốc Hanmi Việt Nam, giá tăng.",
        [("Kim Dae-su", "Tổng giám đốc", "Hanmi Việt Nam")],
    ),
    ("Chủ tịch Hanmi, ông Park Min, cho hay.", [("Park Min", "Chủ tịch", "Hanmi")]),
    ("Bà Ngũ Thị Mơ, Vụ phó Vụ Kế hoạch, nói.", [("Ngũ Thị Mơ", "Vụ phó", "Vụ Kế hoạch")]),
    ("GS.TS Tiêu Văn Bưởi - Viện trưởng Viện Lúa nói.", [("Tiêu Văn Bưởi", "Viện trưởng", "Viện Lúa")]),
    ("Tổng thống Pháp Jean Morel tới thăm.", [("Jean Morel", "Tổng thống", "Pháp")]),
    ("Tổng thống Morel tới thăm.", [("Morel", "Tổng thống", None)]),
    ("Đại sứ Bỉ tại Việt Nam Jean Morel nói.", [("Jean Morel", "Đại sứ", "Bỉ tại Việt Nam")]),
    ("Ông tiếp Tổng thư ký ASEAN Jean Morel.", [("Jean Morel", "Tổng thư ký", "ASEAN")]),
    (  # offices that are held together, each with its house
        "Khách mời gồm Ủy viên Bộ Chính trị, Phó Thủ tướng Chính phủ, Trưởng ban Chỉ đạo Tây Bắc Hoàng Trung Kiên.",
        [
            ("Hoàng Trung Kiên", "Phó Thủ tướng", "Chính phủ"),
            ("Hoàng Trung Kiên", "Trưởng ban", "Ban Chỉ đạo Tây Bắc"),
            ("Hoàng Trung Kiên", "Ủy viên", "Bộ Chính trị"),
        ],
    ),
    (
        "Bộ trưởng Bộ Y tế Tô Kiên, Bộ trưởng Bộ Xây dựng Vũ Văn Mít cùng dự.",
        [("Tô Kiên", "Bộ trưởng", "Bộ Y tế"), ("Vũ Văn Mít", "Bộ trưởng", "Bộ Xây dựng")],
    ),
    (
        "Dự có ông Lê Văn Độ - Bí thư Tỉnh ủy, Trưởng đoàn đại biểu Quốc hội tỉnh.",
        [("Lê Văn Độ", "Bí thư", "Tỉnh ủy"), ("Lê Văn Độ", "Trưởng đoàn", "Đoàn đại biểu Quốc hội tỉnh")],
    ),
    (
        "Ông Lê Văn Độ - Ủy viên T.Ư Đảng, Chủ tịch UBND TP.Cần Thơ chủ trì.",
        [("Lê Văn Độ", "Chủ tịch", "UBND TP.Cần Thơ"), ("Lê Văn Độ", "Ủy viên", "T.Ư Đảng")],
    ),
    (  # the department that "sở" means
        "Theo Sở Du lịch Bến Tre, khách ít. Ông Đỗ Văn Hiệu, Phó Giám đốc sở, mong thêm khách.",
        [("Đỗ Văn Hiệu", "Phó Giám đốc", "Sở Du lịch Bến Tre")],
    ),
    # brackets behind the house, what the office is for, former offices, houses abroad
    (
        "Thứ trưởng Bộ Xây dựng (BXD) Vũ Văn Mít đánh giá cao.",
        [("Vũ Văn Mít", "Thứ trưởng", "Bộ Xây dựng")],
    ),
    (
        "Ông Đinh Văn Na, Giám đốc phát triển thị trường của Công ty Sao Khuê trình bày.",
        [("Đinh Văn Na", "Giám đốc phát triển thị trường", "Công ty Sao Khuê")],
    ),
    ("Ông Vũ Đình Lê - Nguyên Phó Viện trưởng Viện Cá nói.", [("Vũ Đình Lê", "Nguyên Phó Viện trưởng", "Viện Cá")]),
    (
        "Theo Tham tán Thương mại Việt Nam tại Bỉ Hoàng Mơ, giá tăng.",
        [("Hoàng Mơ", "Tham tán Thương mại", "Việt Nam tại Bỉ")],
    ),
    ("CEO Hanmi Việt Nam Nguyễn Thị Ổi nói.", [("Nguyễn Thị Ổi", "CEO", "Hanmi Việt Nam")]),
    (
        "Dự có các Phó Chủ tịch UBND tỉnh: Trần Văn Quýt, Lê Thị Cam và Phạm Bưởi.",
        [(name, "Phó Chủ tịch", "UBND tỉnh") for name in ("Trần Văn Quýt", "Lê Thị Cam", "Phạm Bưởi")],
    ),
    (
        "Thay Thủ tướng Chính phủ, Phó Thủ tướng Thường trực Lê Văn Độ đọc tờ trình.",
        [("Lê Văn Độ", "Phó Thủ tướng Thường trực", "Chính phủ")],
    ),
    # two offices of one person, a house that opens the sentence or was told before, an office by what it is for
    (
        "Hôm qua Phó Bí thư Thành ủy, Chủ tịch UBND TP Hải Phòng Lê Đức Mận tiếp doanh nghiệp.",
        [("Lê Đức Mận", "Chủ tịch", "UBND TP Hải Phòng"), ("Lê Đức Mận", "Phó Bí thư", "Thành ủy")],
    ),
    (
        "Với Tập đoàn Cảng Đồi Sim, ông Mai Tiến Đạt, Phó tổng giám đốc cho biết, doanh thu tăng.",
        [("Mai Tiến Đạt", "Phó tổng giám đốc", "Tập đoàn Cảng Đồi Sim")],
    ),
    (
        'Ban Quản lý các KCN tỉnh Nam Định thống kê. "Chưa năm nào đủ như thế", ông Trịnh Văn Cử, Trưởng ban, nói.',
        [("Trịnh Văn Cử", "Trưởng ban", "Ban Quản lý các KCN tỉnh Nam Định")],
    ),
    (
        "Trao đổi với phóng viên, ông Chu Đức Bền, Phó phòng Nông nghiệp huyện Yên Mô cho hay số tàu tăng.",
        [("Chu Đức Bền", "Phó phòng", "Phòng Nông nghiệp huyện Yên Mô")],
    ),
    (
        "Ông Peter Green-Hill, Giám đốc Nghiên cứu Thị trường vốn, CRJ cho biết: vốn tăng.",
        [("Peter Green-Hill", "Giám đốc Nghiên cứu Thị trường vốn", "CRJ")],
    ),
    (
        "UBND tỉnh, giao Sở Công Thương (Giám đốc Lê Thị Thắm) rà soát.",
        [("Lê Thị Thắm", "Giám đốc", "Sở Công Thương")],
    ),
    (
        "CỤC THỐNG KÊ TỈNH BẾN TRE\nBÁO CÁO\nKT. CỤC TRƯỞNG\nPHÓ CUC TRƯỞNG\nTrần Văn  Được",
        [("Trần Văn Được", "Phó cục trưởng", "Cục Thống kê tỉnh Bến Tre")],
    ),
    (
        "BAN QUẢN LÝ CÁC KCN TỈNH LONG AN\nBÁO CÁO\nTRƯỞNG BAN\nNguyễn Thành Thanh",
        [("Nguyễn Thành Thanh", "Trưởng ban", "Ban Quản lý các KCN tỉnh Long An")],
    ),
    (  # offices that somebody is given; not those that somebody leaves
        "Ngày 3/4, UBND tỉnh công bố; ông Đặng Hữu Phúc được bổ nhiệm giữ chức Phó Giám đốc Sở Tài chính tỉnh Hà Tĩnh.",
        [("Đặng Hữu Phúc", "Phó Giám đốc", "Sở Tài chính tỉnh Hà Tĩnh")],
    ),
    (
        "Theo Quyết định số 45 của UBND tỉnh, bà Lưu Thị Mận được điều về Ban Quản lý các KCN giữ chức Trưởng ban.",
        [("Lưu Thị Mận", "Trưởng ban", "Ban Quản lý các KCN")],
    ),
    ("Ông Vũ Đình Lập thôi giữ chức Giám đốc Sở Xây dựng từ tháng 3.", []),
    (
        "Ông Tạ Quang Bình, Chủ tịch HĐQT Công ty Cổ phần Đá Trắng, cho biết đơn hàng đủ đến quý III.",
        [("Tạ Quang Bình", "Chủ tịch HĐQT", "Công ty Cổ phần Đá Trắng")],
    ),
]

NOTHING = [
    "Liên đoàn do Chủ tịch Liên đoàn Lao động tỉnh Ninh Bình ký.",
    "Bộ trưởng Ngoại giao Bồ Đào Nha Augusto Silva thăm Việt Nam.",
    "Bộ trưởng Thống nhất Hàn Quốc nêu ý kiến.",
    "Mở rộng sân bay Tân Sơn Nhất, Thủ tướng Chính phủ đã giao Bộ GTVT.",
    "Chủ tịch Hồ Chí Minh sinh năm 1890.",
    "Phó giám đốc Sở Công Thương cho biết sẽ hỗ trợ người chăn nuôi Đồng Nai.",
    "Bài và ảnh: Trần Văn Minh",
    "Chủ tịch nước gửi thư tới ông Trần Văn Độ và Tổng thống.",
    "Bộ trưởng Y tế cho biết giá tăng; giám đốc kinh doanh vừa nghỉ việc.",
    "Tổng giám đốc công ty đã rút tiền từ tài khoản của Nguyễn Quang Hòa.",
]


def roles(text: str) -> list[tuple[str, str, str | None]]:
    offices = scanner(load()).scan(text, fold(text)).spans(OFFICE)
    return sorted((r.person, r.role, r.org) for r in role.read(Lines(text), "x", offices, None))


@pytest.mark.parametrize(("text", "wanted"), READ, ids=[text[:40] for text, _ in READ])
def test_offices(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert roles(text) == sorted(wanted)


@pytest.mark.parametrize("text", NOTHING, ids=[text[:40] for text in NOTHING])
def test_no_office(text: str) -> None:
    assert roles(text) == []


def test_an_office_counts_once_and_keeps_its_house() -> None:
    text = "Chủ tịch Lê Văn Độ nói. Ông Lê Văn Độ, Chủ tịch UBND tỉnh Hà Nam, nói thêm."
    assert roles(text) == [("Lê Văn Độ", "Chủ tịch", "UBND tỉnh Hà Nam")]
