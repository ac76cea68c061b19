"""The house of an office that names none, where the words before its holder tell it."""

from __future__ import annotations

import regex

_NEAR = 400  # letters back in which a board has been named
# "Với Tập đoàn A, ông B, Phó tổng giám đốc, cho biết"
_OPENS = regex.compile(
    r"\s*(?:Với|Tại|Ở|Về|Riêng|Còn)\s+(?P<org>(?:Tập đoàn|Tổng công ty|Công ty|Ngân hàng"
    r"|Nhà máy|Hợp tác xã)[^,;:.]{3,80}),\s+"
    r"(?:[Ôô]ng|[Bb]à|anh|chị)\s*"
)
# "Ban Quản lý các KCN tỉnh thống kê ...", ông B, Trưởng ban
_BOARD = regex.compile(
    r"Ban [Qq]uản lý (?:các )?(?:[Kk]hu (?:công nghiệp|kinh tế|chế xuất)|KCN"
    r"|KKT)(?:,? (?:và )?(?:KCN|KKT|CCN|khu chế xuất))?"
    r"(?: (?:tỉnh|thành phố)(?: \p{Lu}\p{Ll}+){0,3}|(?: \p{Lu}\p{Ll}+){1,3})?(?!\p{L})"
)


_FAR = 1500  # letters back to the bureau whose head is quoted by his office alone
_BUREAU = regex.compile(
    r"(?:Chi c|C)ục (?:Thống kê|Hải quan|Thuế|Quản lý thị trường)"
    r"(?: (?:tỉnh|thành phố|TP\.?)(?= \p{Lu}))?(?: \p{Lu}\p{Ll}+){1,4}(?!\p{L})"
)


def house(text: str, start: int, at: int, office: str) -> str:
    """The firm that the sentence from ``start`` opens with, or the board told of before ``at``; "" for none."""
    opens = _OPENS.fullmatch(text, start, at)
    if opens is not None:
        return opens["org"].strip()
    if office.lower().endswith("cục trưởng"):
        bureaus = list(_BUREAU.finditer(text, max(0, at - _FAR), at))
        return bureaus[-1].group() if bureaus else ""
    if office.lower().endswith("trưởng ban"):
        boards = list(_BOARD.finditer(text, max(0, at - _NEAR), at))
        if boards:
            return boards[-1].group()
    return ""
