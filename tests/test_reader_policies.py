"""Numbered documents of law and planning: number, kind, date, issuer. The numbers are made up."""

from __future__ import annotations

from datetime import date

import pytest

from kg.facts import policy
from kg.lexicon import load
from kg.mentions import scanner
from kg.mentions.phrases import DECREE
from kg.text.normalise import fold
from kg.text.segment import Lines

# text | number, type, date, issuer of each
READ: list[tuple[str, list[tuple[str, str | None, str | None, str | None]]]] = [
    (
        "Thực hiện Kế hoạch số 512/KH-UBND ngày 3/4/2022 của UBND tỉnh Nam Định về chuyển đổi số.",
        [("512/KH-UBND", "Kế hoạch", "2022-04-03", "UBND tỉnh Nam Định")],
    ),
    (
        "Nghị quyết số 77/2015/NQ-HĐND ngày 16 tháng 7 năm 2015 của HĐND tỉnh.",
        [("77/2015/NQ-HĐND", "Nghị quyết", "2015-07-16", "HĐND tỉnh")],
    ),
    (
        "Theo Quyết định 999/QĐ-TTg của Thủ tướng Chính phủ phê duyệt đề án.",
        [("999/QĐ-TTg", "Quyết định", None, "Thủ tướng Chính phủ")],
    ),
    (
        "Ngày 3/11/2016, Bộ Tài chính đã có công văn số 15999/BTC-TCDN gửi các bộ.",
        [("15999/BTC-TCDN", "Công văn", "2016-11-03", "Bộ Tài chính")],
    ),
    (  # the day of one number is not that of the next
        "Nghị định số 12/2021/NĐ-CP ngày 3/3/2021 thay thế Nghị định số 07/2015/NĐ-CP về cụm công nghiệp.",
        [("12/2021/NĐ-CP", "Nghị định", "2021-03-03", None), ("07/2015/NĐ-CP", "Nghị định", None, None)],
    ),
    (
        "Nghị quyết số 19/NQ-HĐND của HĐND tỉnh Phú Thọ phấn đấu tăng 8%.",
        [("19/NQ-HĐND", "Nghị quyết", None, "HĐND tỉnh Phú Thọ")],
    ),
    (  # the day told behind the issuer, and a well-known number without its letters
        "Theo quyết định 27 của Thủ tướng Chính phủ ban hành ngày 9/5/2018 về giá điện gió.",
        [("27", "Quyết định", "2018-05-09", "Thủ tướng Chính phủ")],
    ),
    (  # damaged typing
        "(kèm theo Công văn sô 2087/SCT-KH ngày 14/3/2022)",
        [("2087/SCT-KH", "Công văn", "2022-03-14", None)],
    ),
    (  # a house that acts by a decision issues those told beside it
        "Tại Quyết định số 14/2016/QĐ-UBND, UBND tỉnh Hà Giang đã ban hành chính sách khuyến công; Quyết định số "
        "815/QĐ-UBND ngày 6/5/2017 ban hành danh mục và Quyết định số 902/QĐ-UBND ngày 1/6/2018 về vốn.",
        [
            ("14/2016/QĐ-UBND", "Quyết định", None, "UBND tỉnh Hà Giang"),
            ("815/QĐ-UBND", "Quyết định", "2017-05-06", "UBND tỉnh Hà Giang"),
            ("902/QĐ-UBND", "Quyết định", "2018-06-01", "UBND tỉnh Hà Giang"),
        ],
    ),
    (  # but each of two that act
        "UBND tỉnh Long An ban hành Kế hoạch số 12/KH-UBND về khuyến công; Sở Công Thương có Công văn số 45/SCT-QL.",
        [("12/KH-UBND", "Kế hoạch", None, "UBND tỉnh Long An"), ("45/SCT-QL", "Công văn", None, "Sở Công Thương")],
    ),
    (  # a house with its name of today in a bracket
        "Năm 2006, Bộ Thương mại (nay là Bộ Công Thương) đã ban hành Quyết định số 17/2006/QĐ-BTM về chợ.",
        [("17/2006/QĐ-BTM", "Quyết định", None, "Bộ Thương mại")],
    ),
    (  # the letters of the office at the head of the text
        "SỞ XÂY DỰNG TỈNH HÀ GIANG\nBÁO CÁO\nCác huyện thực hiện theo Kế hoạch số 31/KH-SXD ngày 5/5/2022.",
        [("31/KH-SXD", "Kế hoạch", "2022-05-05", "Sở Xây dựng tỉnh Hà Giang")],
    ),
    ("Nhất là Kết luận 72 của Bộ Chính trị về phát triển thành phố.", [("72", "Kết luận", None, "Bộ Chính trị")]),
    (
        "Triển khai Nghị quyết số 35-NQ/TU ngày 15/6/2021 của Tỉnh ủy Trà Vinh.",
        [("35-NQ/TU", "Nghị quyết", "2021-06-15", "Tỉnh ủy Trà Vinh")],
    ),
    (
        "Quy định tại Nghị định số 87/2015/NĐ-CP và Thông tư số 211/2015/TT-BTC.",
        [("87/2015/NĐ-CP", "Nghị định", None, None), ("211/2015/TT-BTC", "Thông tư", None, None)],
    ),
    (
        "Hồ sơ lập theo Thông tư 88 của Bộ Y tế trong năm đầu, theo Nghị quyết 17, Kết luận 61 của Bộ Chính trị.",
        [
            ("88", "Thông tư", None, "Bộ Y tế"),
            ("17", "Nghị quyết", None, "Bộ Chính trị"),
            ("61", "Kết luận", None, "Bộ Chính trị"),
        ],
    ),
    (
        "Nghị quyết số 05/2019 của Chính phủ cũng nêu rõ; Nghị định 143 quy định chi tiết.",
        [("05/2019", "Nghị quyết", None, "Chính phủ"), ("143", "Nghị định", None, None)],
    ),
    (
        "Tháng 6, Thủ tướng Chính phủ tiếp tục ra Công điện số 812/CĐ-TTg yêu cầu thực hiện nghị quyết của Quốc hội.",
        [("812/CĐ-TTg", "Công điện", None, "Thủ tướng Chính phủ")],
    ),
    (
        "UBND TỈNH LÂM ĐỒNG\nSỞ CÔNG THƯƠNG\nSố: 77/BC-SCT               Đà Lạt, ngày 8/4/2018\n\nBÁO CÁO",
        [("77/BC-SCT", "Báo cáo", "2018-04-08", "Sở Công Thương Lâm Đồng")],
    ),
    (
        "ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH BẾN TRE       Độc lập - Tự do\n"
        "Số: 9/KH-UBND       Bến Tre, ngày 3 tháng 2 năm 2020",
        [("9/KH-UBND", "Kế hoạch", "2020-02-03", "UBND tỉnh Bến Tre")],
    ),
    (  # two of one house, issued at once
        "UBND tỉnh Trà Vinh đã ban hành Kế hoạch số 61/KH-UBND ngày 14/2/2022 về phát triển cụm công nghiệp và Quyết"
        " định số 07/2022/QĐ-UBND ngày 3/3/2022 quy định quản lý chợ.",
        [
            ("61/KH-UBND", "Kế hoạch", "2022-02-14", "UBND tỉnh Trà Vinh"),
            ("07/2022/QĐ-UBND", "Quyết định", "2022-03-03", "UBND tỉnh Trà Vinh"),
        ],
    ),
    (  # a list: the kind stands before the first, the issuer behind the last
        "Theo các Công văn số 211/TTg-KTN ngày 4/2/2014; số 87/TTg-KTN ngày 9/1/2016 và số 1502/TTg-KTN ngày 3/10/2017 "
        "của Thủ tướng Chính phủ.",
        [
            ("211/TTg-KTN", "Công văn", "2014-02-04", "Thủ tướng Chính phủ"),
            ("87/TTg-KTN", "Công văn", "2016-01-09", "Thủ tướng Chính phủ"),
            ("1502/TTg-KTN", "Công văn", "2017-10-03", "Thủ tướng Chính phủ"),
        ],
    ),
    (  # blanks around the dash, as typists leave them
        "Ngày 6/5/2018, UBND tỉnh Phú Yên đã có Văn bản số 2210/UBND – KGVX chấp thuận địa điểm.",
        [("2210/UBND – KGVX", "Văn bản", "2018-05-06", "UBND tỉnh Phú Yên")],
    ),
    (
        "Dự án đã được Ban Quản lý Khu kinh tế Vân Phong phê duyệt báo cáo tại Quyết định số 61/QĐ-BQL ngày 7/8/2017.",
        [("61/QĐ-BQL", "Quyết định", "2017-08-07", "Ban Quản lý Khu kinh tế Vân Phong")],
    ),
    (
        "Tháng 3, UBND tỉnh Kon Tum có quyết định số 318 về việc chấp thuận chủ trương đầu tư nhà máy.",
        [("318", "Quyết định", None, "UBND tỉnh Kon Tum")],
    ),
]

NOTHING = [
    "Công suất 12.000 tấn/năm, vốn 35/55 tỷ đồng, đạt 72% kế hoạch của tỉnh.",
    "Điện thoại 0228.3648-123, xe biển số 29A/123.",
    "Chỉ thị 5 điểm của lãnh đạo nhà máy.",
    "10 tháng: 67.905/KH 83.000 tỷ, bằng 81,8%.",
    "Nghị định 12 chương, Thông tư 30 trang và Quyết định 3 lần hoãn lại.",
]


def policies(text: str, today: date | None = None) -> list[tuple[str, str | None, str | None, str | None]]:
    decrees = scanner(load()).scan(text, fold(text)).spans(DECREE)
    found = policy.read(Lines(text), "x", policy.spans(text, decrees), today)
    return [(p.number, p.policy_type, p.date, p.issuer) for p in found]


@pytest.mark.parametrize(("text", "wanted"), READ, ids=[text[:40] for text, _ in READ])
def test_documents(text: str, wanted: list[tuple[str, str | None, str | None, str | None]]) -> None:
    assert policies(text) == wanted


@pytest.mark.parametrize("text", NOTHING, ids=[text[:40] for text in NOTHING])
def test_no_document(text: str) -> None:
    assert policies(text) == []


def test_a_bare_number_is_another_name_of_the_full_one() -> None:
    text = "Nghị định số 143/2018/NĐ-CP có hiệu lực. Theo Nghị định 143, hồ sơ nộp qua mạng."
    assert [number for number, *_ in policies(text)] == ["143/2018/NĐ-CP"]


def test_a_document_counts_once_where_most_is_said() -> None:
    text = "Kế hoạch số 512/KH-UBND. Kế hoạch số 512/KH-UBND ngày 3/4/2022 của UBND tỉnh Nam Định."
    assert policies(text) == [("512/KH-UBND", "Kế hoạch", "2022-04-03", "UBND tỉnh Nam Định")]


@pytest.mark.parametrize(("today", "dated"), [("2018-11-02", "2018-08-10"), ("2019-02-01", "2018-08-10"), (None, None)])
def test_a_day_without_its_year_is_the_last_before_the_text(today: str | None, dated: str | None) -> None:
    text = "Trước tình hình trên, ngày 10/8 UBND tỉnh đã ban hành Công văn số 1582/UBND-XD yêu cầu chủ đầu tư làm rõ."
    found = policies(text, date.fromisoformat(today) if today else None)
    assert [each[2] for each in found] == [dated]


def test_a_number_ends_where_the_next_sentence_is_glued_to_it() -> None:
    assert [number for number, *_ in policies("đạt 73% theo Quyết định số2240/QĐ-UBND.Sản phẩm chủ yếu: tôm.")] == [
        "2240/QĐ-UBND"
    ]
