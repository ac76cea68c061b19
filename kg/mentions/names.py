"""Names of projects, zones and enterprises, and of persons: a head noun and what follows it.

A name runs from its head ("Nhà máy", "KCN", "Công ty TNHH") over capitalised words, numerals and
the small words between them, and ends at a word that no name holds ("có", "với", "công suất").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import regex

EntityType = Literal["project", "zone", "enterprise"]


@dataclass(frozen=True, slots=True)
class Name:
    """A named (or described) thing in the text; ``proper`` if it holds a proper name."""

    start: int
    end: int
    kind: EntityType
    text: str
    proper: bool


_HEADS: tuple[tuple[EntityType, str], ...] = (
    ("enterprise", r"(?:Nhóm nhà đầu tư gồm )?(?:Tổng công ty|Tổng Công ty|TCT|Công ty|công ty|Cty|CTCP|Tập đoàn|tập đoàn|Doanh nghiệp tư nhân|DNTN|Hợp tác xã|HTX|Liên danh|Xí nghiệp|XN)"),
    ("zone", r"(?:Khu công nghiệp|khu công nghiệp|Cụm công nghiệp|cụm công nghiệp|Khu kinh tế|khu kinh tế|Khu chế xuất|khu chế xuất|Khu công nghệ cao|Cụm CN|cụm CN|Khu CN|KCN|CCN|KKTCK|KKT|KCX|KCNC)(?: (?:cửa khẩu|ven biển|đô thị|dịch vụ|sinh thái|làng nghề|hỗ trợ))*"),
    ("project", r"(?:[Dd]ự án|DA)(?:(?: (?:đầu tư|xây dựng|mở rộng|thành phần|nâng cấp|cải tạo|và|kinh doanh|sản xuất|phát triển|khu|kết cấu|hạ tầng))* (?:[Nn]hà máy|[Tt]hủy điện|[Đđ]iện gió|[Nn]hiệt điện|[Đđ]iện mặt trời|[Tt]ổ hợp|[Kk]hu))?"),
    ("project", r"(?:[Nn]hà máy|Tổ hợp|tổ hợp|Khu liên hợp|khu liên hợp|Khu phức hợp|Trung tâm điện lực|Trung tâm Điện lực|Trạm biến áp|TBA|Cảng|cảng|Kho cảng|Bến cảng|[Dd]ây chuyền|Phân xưởng|Mỏ|Lò|Trang trại|Khu du lịch|Khu nghỉ dưỡng|Khu đô thị|Tuyến cao tốc|[Cc]ao tốc|Cầu|Đường dây|Hồ chứa|NM|NMTĐ|NMNĐ|TTĐL)"),
    ("project", r"(?:[Tt]hủy điện|[Tt]huỷ điện|[Nn]hiệt điện|[Đđ]iện gió|[Đđ]iện mặt trời|[Đđ]iện sinh khối|[Đđ]iện rác|[Pp]hong điện|TĐ|LNG|ĐMT|Điện khí)"),
)  # fmt: skip
# Words at which a name ends although nothing closes it.
_STOPS = frozenset(
    "có với tại là đạt được do của trên ở đã đang sẽ cho khi để theo sau trước từ đến về vào ra gồm công_suất cũng hiện nay này đó nói như nhằm mà thì bị nên vẫn chỉ mới vừa dự_kiến "
    "làm nâng tăng giảm ký hoàn bằng còn không hay đi phải nhận chiếm thuê cùng giữa vốn tổng diện quy rộng phát trong thuộc qua bắt khởi hoạt triển trị cấp mức tính lên xuống "
    "đưa tiếp mỗi một hai ba bốn năm các những nhiều mở_rộng phía bên dưới cần giao nằm góp thực giai_đoạn đặt gặp gần hơn khoảng nhưng trừ lấp thu".split()
)
_TOKEN = regex.compile(r"[\p{L}\d]+(?:[.&/+][\p{L}\d]+)*|[-–—]|[,()\"“”']|\S")
_CONNECT = frozenset("và - – — &".split())
_HEAD = regex.compile("(?<![\\p{L}\\d])(?:" + "|".join(f"(?P<h{i}>{source})" for i, (_, source) in enumerate(_HEADS)) + r")(?![\p{L}])")
_LEGAL = frozenset("tnhh cp cổ phần mtv một thành viên hai tư nhân trách nhiệm hữu hạn liên doanh nhà máy tập đoàn sx tm dv xd đầu tư và phát triển xuất nhập khẩu thương mại dịch vụ sản xuất xây dựng".split())


def find(text: str, start: int, end: int) -> Iterator[Name]:
    """The names of things in a stretch of text, in order, none overlapping."""
    at = start
    while True:
        head = _HEAD.search(text, at, end)
        if head is None:
            return
        index = int(str(head.lastgroup)[1:])
        kind = _HEADS[index][0]
        stop, proper = _extend(text, head.end(), end, kind)
        if stop > head.end() and (proper or kind == "project"):
            name = text[head.start() : stop].rstrip(" -–—,")
            yield Name(head.start(), head.start() + len(name), kind, name, proper)
            at = max(stop, head.end())
        else:
            at = head.end()


def _extend(text: str, at: int, end: int, kind: EntityType) -> tuple[int, bool]:
    """Where the name that opens before ``at`` ends, and whether it holds a proper name."""
    stop, proper, small, opened = at, False, 0, False
    for token in _TOKEN.finditer(text, at, end):
        word = token.group()
        low = word.lower()
        if text[stop : token.start()].strip(" -–—,&") or "\n" in text[stop : token.start()]:
            pass
        if word in "()\"“”'":
            if word == "(" and regex.match(r"\((?:GĐ|giai đoạn|Giai đoạn|GD|mở rộng|g/đ)[^)]{0,24}\)", text, pos=token.start()):
                closing = text.index(")", token.start())
                stop = closing + 1
                break
            if word in "\"“”'" and kind == "enterprise":
                continue
            break
        if word == ",":
            if kind == "enterprise" or not _lists(text, token.end(), end):
                break
            continue
        if not (word[0].isalnum() or word in _CONNECT):
            break
        if low in _STOPS and not (low in ("thành", "một", "hai", "mới") and kind == "enterprise"):
            if kind == "zone" and low == "rộng" and text[stop - 2 : stop] == "mở":
                stop = token.end()
                continue
            if kind == "enterprise" and (word[0].isupper() or (low == "phát" and text.startswith("phát triển", token.start()))):
                stop = token.end()
                continue
            break
        if low in ("công",) and text[token.start() : token.start() + 9].lower() == "công suất":
            break
        if low == "quy" and text[token.start() : token.start() + 6].lower() == "quy mô":
            break
        if low == "diện":
            break
        if low == "mở" and kind != "zone" and small > 3:
            break
        if low in ("tỉnh", "huyện", "xã", "thị", "thành") and word[0].islower() and kind != "enterprise":
            break
        if word in _CONNECT:
            if kind == "enterprise" and _HEAD.match(text, token.end() + 1, end):
                break
            continue
        if word[0].isupper() or word[0].isdigit():
            if word[0].isdigit() and (not proper or regex.match(r"\d{1,3}(?:[.,]\d+)+|\d+\s*(?:%|MW|ha|tỷ|triệu|tấn|dự án|doanh)", text[token.start() : token.start() + 14])):
                break
            proper, small = proper or word[0].isupper(), 0
            stop = token.end()
            continue
        small += 1
        limit = 9 if kind == "project" else (8 if kind == "enterprise" and not proper else 2)
        if kind == "enterprise" and low in _LEGAL:
            limit = 12
        if kind == "zone" and word not in ("mở", "rộng", "giai", "đoạn"):
            break
        if small > limit:
            break
        if kind == "project" or not proper or (kind == "enterprise" and (low in _LEGAL or _capital_follows(text, token.end(), end))) or kind == "zone":
            stop = token.end()
        else:
            break
    return stop, proper


def _capital_follows(text: str, at: int, end: int) -> bool:
    ahead = regex.match(r"(?:\s+\p{Ll}+){0,2}\s+\p{Lu}", text, pos=at, endpos=end)
    return ahead is not None


def _lists(text: str, at: int, end: int) -> bool:
    """Whether a comma inside a description goes on with it ("tôn mạ kẽm, tôn mạ màu và ống thép")."""
    ahead = regex.match(r"\s*(\p{Ll}+)(?:\s+\p{Ll}+){0,3}\s*(?:và|,)", text, pos=at, endpos=end)
    return ahead is not None and ahead.group(1) not in _STOPS
