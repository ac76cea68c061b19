"""What is said to be so by now, or only once a thing runs, whatever else is planned for it."""

from __future__ import annotations

import regex

from kg.facts.tokens import Passage
from kg.mentions.quantity import Quantity
from kg.model import Status
from kg.text.normalise import fold_pattern

_RAISED = regex.compile(fold_pattern(r" (?:(?:tăng |nâng )?lên|xuống|thành)(?: (?:đến|tới|thành))? (?:\p{L}+ )?\d"))
_FROM = fold_pattern(" từ ")
_REPLANNED = regex.compile(fold_pattern(r"(?<![\p{L}])(?:xin|đề nghị|đề xuất) (?:điều chỉnh|giảm|hạ)(?![\p{L}])"))
HELD = ("occupancy", "leased-land", "projects", "employees", "wage")
_HAS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đã|hiện|đang|mới(?= (?:chỉ |được |có )*(?:có|đón|thu hút|lấp|cho thuê|tiếp nhận)))"
        r"(?! (?:được )?(?:quy hoạch|cấp))[^,;.]{0,40}$"
    )
)
# "công suất hiện nay của nhà ga chỉ 10 triệu khách": what is, beside what is planned
_NOW = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:công suất|chiều dài|diện tích|quy mô|vốn|nhà ga|nhà máy)[^,.;()]{0,24}"
        r" (?:hiện nay|hiện tại|hiện hữu)(?![\p{L}])[^,.;]{0,60}$"
    )
)
_IS_NOW = regex.compile(fold_pattern(r"\s*(?:hiện hữu|hiện nay|hiện tại)(?![\p{L}])"))
_BY_NOW = regex.compile(
    fold_pattern(r"\W*(?:đến nay|hiện nay|hiện tại|hiện)(?![\p{L}])(?![^.;]{0,60}(?:dự kiến|sẽ|đề xuất))")
)
_LATER = regex.compile(fold_pattern(r";[^;.]*(?<![\p{L}])(?:sẽ|dự kiến|khi)(?![\p{L}])[^;.]*$"))
_OF_ALL = regex.compile(r"\s?/\s?\d")
_WHEN_RUNNING = regex.compile(
    fold_pattern(
        r"[^,;.:\d]{0,24} (?:sau )?khi (?:dự án |nhà máy )?(?:được )?(?:đi vào|hoàn thành|vận hành|chạy"
        r"|hoạt động)(?![\p{L}])"
    )
)
_OUT_OF = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:tuyển|có|đạt|được)(?: (?:được|mới|đã|đủ|khoảng))* \d[\d.]*\s?/\s?$")
)
_LET_BY_NOW = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đến nay|hiện|hiện nay|nay)(?: chỉ| mới| đã)* (?:cho thuê|thu hút|có)(?: được)?[^;.]{3,40},"
        r" (?:tỷ lệ )?lấp đầy[^;,.]{0,20}$"
    )
)

_LET_IN_ITEM = regex.compile(
    fold_pattern(
        r"[;,] (?:đã|mới|hiện) (?:cho thuê|lấp đầy|thu hút)(?![\p{L}])"
        r"(?:(?!dự kiến|sẽ|phấn đấu|mục tiêu|đến năm|quy hoạch)[^.]|\.\d)*$"
    )
)


def told(passage: Passage, at: int, attribute: str, quantity: Quantity | None) -> Status | None:
    """Whether the words around a number itself tell that it is so, or is still to come; None where they do not."""
    if (
        quantity is not None
        and not _REPLANNED.search(passage.folded, passage.sentence.start, at)
        and passage.folded.endswith(_FROM, 0, quantity.full_start)
        and _RAISED.match(passage.folded, quantity.full_end, quantity.full_end + 20)
    ):
        return "actual"  # what it is raised from: "từ 50.000 lên 150.000 m3/ngày"
    if quantity is not None and _IS_NOW.match(passage.folded, quantity.full_end, quantity.full_end + 24):
        return "actual"  # "đường băng dài 3.800 m hiện hữu"
    if attribute == "employees" and quantity is not None and _OF_ALL.match(passage.folded, quantity.end):
        return "actual"  # "mới tuyển 860/1.200 lao động"
    if attribute == "employees" and quantity is not None and _WHEN_RUNNING.match(passage.folded, quantity.full_end):
        return "target"  # "sử dụng 500 lao động khi đi vào sản xuất ổn định"
    if attribute == "employees" and _OUT_OF.search(passage.folded, passage.sentence.start, at):
        return "target"
    now = attribute in HELD and _BY_NOW.match(passage.folded, passage.sentence.start, at) is not None
    if now and not _LATER.search(passage.folded, passage.sentence.start, at):
        return "actual"  # "Đến nay, KCN có 18 dự án, sử dụng 5.300 lao động"
    let_by_now = attribute == "occupancy" and _LET_BY_NOW.search(passage.folded, passage.sentence.start, at)
    if let_by_now and not _LATER.search(passage.folded, passage.sentence.start, at):
        return "actual"  # "quy hoạch 212 ha nhưng đến nay mới cho thuê được 18,6 ha, tỷ lệ lấp đầy chưa tới 13%"
    if attribute in HELD and _LET_IN_ITEM.search(passage.folded, passage.sentence.start, at):
        return "actual"  # "- KCN A: quy hoạch 293 ha; đã cho thuê 171 ha, tỷ lệ lấp đầy 83%; 46 DA, 11.300 LĐ"
    made = attribute == "annual-output" and quantity is not None and "/" not in (quantity.unit or "")
    if (attribute in HELD or made) and quantity is not None and _HAS.search(passage.folded, passage.sentence.start, at):
        return "actual"  # "đã cho thuê 96 ha", whatever is planned beside it
    if _NOW.search(passage.folded, max(passage.sentence.start, at - 140), at):
        return "actual"
    return None
