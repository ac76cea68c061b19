"""Bare numbers that are a place among all: "xếp thứ 7", "hạng 5", "A đứng thứ 8, B thứ 15"."""

from __future__ import annotations

import regex

from kg.mentions.quantity import Quantity
from kg.text.normalise import fold_pattern

_RANKS = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:xếp|đứng|thứ|hạng|vị trí)(?![\p{L}])[^.;]*(?:xếp|thứ|hạng|trí|và|,) $")
)
_AMONG = regex.compile(
    fold_pattern(r"\d{1,2}\s*/\s*\d{1,2}\s+(?:tỉnh|cả nước|vùng|toàn quốc|khu vực|địa phương|trong|của|cụm)")
)
_RANKED = regex.compile(
    fold_pattern(r"(?:(?:đứng|xếp|vị trí|hạng|ở|và|lên)\s*(?:ở\s*)?(?:vị trí\s*)?(?:thứ|hạng)|xếp hạng|thứ hạng)\s*$")
)


def ranked(quantity: Quantity, folded: str, begin: int) -> bool:
    """Whether the words of a sentence (from ``begin``) make a bare number a rank."""
    if _RANKED.search(folded, max(begin, quantity.full_start - 24), quantity.full_start):
        return True
    if _of_all(quantity, folded, begin) or _of_countries(quantity, folded, begin):
        return True  # "xếp thứ 7/11 trong vùng và 28/63 cả nước"
    among = _AMONG.match(folded, quantity.start) is not None
    return among and _RANKS.search(folded, max(begin, quantity.start - 60), quantity.start) is not None


def _of_all(quantity: Quantity, folded: str, begin: int) -> bool:
    """Whether a bare number is a place among all provinces, or behind "hạng" ("xếp 31/63", "Hà Nam hạng 5, ...")."""
    before = max(begin, quantity.full_start - 12)
    if _OF_PROVINCES.match(folded, quantity.start) and _PLACED.search(folded, before, quantity.full_start):
        return True
    classed = _CLASSED.search(folded, before, quantity.full_start) is not None
    classed = classed or (
        folded.endswith(_TH, begin, quantity.start) and _PLACE_TOLD.search(folded, begin, before) is not None
    )
    return classed and folded.find("pci", 0, quantity.start + _SOON) >= 0


def _of_countries(quantity: Quantity, folded: str, begin: int) -> bool:
    """Whether a bare number is a place among countries ("nhà đầu tư thứ 16 trên tổng số 98 quốc gia")."""
    before = max(begin, quantity.full_start - 12)
    if not folded.endswith(_TH, before, quantity.full_start):
        return False
    return _AMONG_COUNTRIES.match(folded, quantity.end) is not None


_AMONG_COUNTRIES = regex.compile(
    fold_pattern(r"\s?(?:/|(?:trên|trong)(?: tổng)?(?: số)?)\s?\d{2,3} (?:quốc gia|nước|đối tác)(?![\p{L}])")
)
_OF_PROVINCES = regex.compile(r"\d{1,2}\s?/\s?6[34](?!\d)")
_PLACED = regex.compile(fold_pattern(r"(?<![\p{L}])(?:xếp|đứng|ở|vị trí|hạng|thứ|lên|xuống)\s*$"))
_CLASSED = regex.compile(fold_pattern(r"(?<![\p{L}])(?:hạng|vị trí|(?:lên|xuống|còn|giữ|được|về) (?:được )?thứ)\s*$"))
_TH = fold_pattern("thứ ")
_PLACE_TOLD = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:xếp|đứng|hạng|vị trí) (?:\p{L}+ )?thứ \d")
)  # "A đứng thứ 8, B thứ 15"
_SOON = 240  # letters: a story on ranks says soon in what
