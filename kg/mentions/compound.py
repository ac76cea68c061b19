"""Numbers told in two parts or more ("3 tỷ 250 triệu", "hai trăm"), put together before they are read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import regex

from kg.mentions.number import NOTHING, Raw
from kg.text.normalise import fold_pattern
from kg.text.numerals import parse_digits

_PHASED = regex.compile(fold_pattern(r"(?<![\p{L}])(?:gđ|giai đoạn|pha|tổ máy)\s+$"))
_GROUP = 3  # digits between two points
_DECIMAL = regex.compile(r"\d{1,2},\d")
_MOVES = regex.compile(fold_pattern(r"(?<![\p{L}])(?:tăng|giảm|đạt|chiếm|bằng|là|trên|còn)\s+$"))
_EQUALS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:bằng|đạt|chiếm)\s+$"))
_SIZED = regex.compile(fold_pattern(r"(?<![\p{L}])(?:công suất|vốn|trị giá|đạt|bằng|sản lượng)\s+$"))
_WEIGHED = frozenset({"mass", "area"})  # of which nobody says "900 tấn" behind a number of something else
_RESUMES = regex.compile(r"\d{1,2}[.,]\d")
_NUMBERED = regex.compile(fold_pattern(r"(?:tháng|quý|số|thứ|lần|đoạn|loại|nhóm|hạng|tổ|năm|ngày|[\d/.,:;(])\s*$"))
_MILLION = Decimal(10) ** 6


def compounds(raws: list[Raw], text: str, folded: str) -> list[Raw]:
    """The numbers, an amount in two magnitudes made one ("566 tỷ 384 triệu đồng")."""
    joined: list[Raw] = []
    for raw in raws:
        high = joined[-1] if joined else None
        if high is not None and _split(high, raw, folded):
            joined[-1] = replace(raw, start=high.start, surface=text[high.start : raw.end])
            continue
        whole = _whole(high, raw, folded) if high is not None else None
        if high is not None and whole is not None:
            joined[-1] = replace(
                raw, start=high.start, surface=text[high.start : raw.end], magnitude=high.magnitude, value=whole
            )
        else:
            joined.append(raw)
    return joined


def _split(head: Raw, rest: Raw, folded: str) -> bool:
    """Whether a space has parted the first digit of a number from the others ("giảm 1 1,7%", "bột sắn 1 8.340 tấn")."""
    if rest.start != head.end + 1 or folded[head.end] != " " or head.unit is not None or head.magnitude != NOTHING:
        return False
    before = folded[max(0, head.start - 12) : head.start]
    if _parted(head.surface, rest, before):
        return True
    parted = len(head.surface) == 1 or (head.surface.isdigit() and _EQUALS.search(before) is not None)  # "bằng 10 3,6%"
    parted = parted and _RESUMES.match(rest.surface) is not None
    return (
        (parted or _hundreds(head, rest, folded))
        and _NUMBERED.search(folded, max(0, head.start - 12), head.start) is None
        and _PHASED.search(folded, max(0, head.start - 12), head.start) is None
    )


def _hundreds(head: Raw, rest: Raw, folded: str) -> bool:
    """Whether the first digits of three stand apart behind a word in small letters ("lạc 4 50 triệu", "27 5 tỷ")."""
    whole, point, last = rest.surface.partition(".")
    if len(whole) == _GROUP and not point and len(head.surface) < _GROUP and head.surface.isdigit():
        measured = rest.unit is not None and rest.unit.dimension in _WEIGHED and rest.magnitude == NOTHING
        return measured and head.start > 1 and folded[head.start - 2].isalpha()  # "chè chế biến 38 900 tấn"
    if len(head.surface + whole) != _GROUP or not (head.surface + whole).isdigit():
        return False
    grouped = point and len(last) == _GROUP and last.isdigit() and rest.unit is not None  # "14 0.600 ha"
    if not grouped and (point or rest.magnitude == NOTHING):
        return False
    return head.start > 1 and folded[head.start - 1] == " " and folded[head.start - 2].isalpha()


def _parted(head: str, rest: Raw, before: str) -> bool:
    """Whether digits go on behind a space: "14.2 65 người", "tăng 7,4 6%", "tăng 1 2%", "2 00 MW"."""
    if not rest.surface.isdigit() or (rest.unit is None and rest.magnitude == NOTHING):
        return False
    if rest.surface.startswith("0"):
        return head.isdigit() and len(rest.surface) <= _GROUP
    whole, point, last = head.rpartition(".")
    if point and whole.replace(".", "").isdigit():
        return len(last) < _GROUP and len(last) + len(rest.surface) == _GROUP
    short = len(rest.surface) == 1 and rest.unit is not None and rest.unit.dimension == "percent"
    if len(rest.surface) == len(head) == 1 and rest.magnitude != NOTHING and _SIZED.search(before) is not None:
        return True  # "công suất 1 2triệu m2"
    if _DECIMAL.fullmatch(head):
        return short
    return short and len(head) == 1 and _MOVES.search(before) is not None


def _whole(high: Raw, low: Raw, folded: str) -> Decimal | None:
    """The amount, in the first magnitude, that two numbers side by side state together; None where they do not."""
    if (
        high.unit is not None
        or high.magnitude < _MILLION
        or low.unit is None
        or low.unit.dimension != "money"
        or low.magnitude >= high.magnitude
        or folded[high.full_end : low.start].strip()
    ):
        return None
    large, _ = parse(high.surface, False)
    small, _ = parse(low.surface, True)
    if large is None or small is None or small * low.magnitude >= high.magnitude:
        return None
    return large + small * low.magnitude / high.magnitude


def parse(surface: str, whole: bool) -> tuple[Decimal | None, str | None]:
    """The value of digits as written, and what was repaired to read them; (None, None) where they are no number."""
    try:
        return parse_digits(surface, whole)
    except (ValueError, ArithmeticError):
        return None, None
