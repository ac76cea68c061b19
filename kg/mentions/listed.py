"""Bare numbers of a list, in the unit that its first amount has: by markets, by provinces, by goods."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import regex

from kg.lexicon import is_country
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern
from kg.text.numerals import parse_digits

BETWEEN = regex.compile(fold_pattern(r"\s*(?:,|;|và)\s*"))
ENDS = regex.compile(fold_pattern(r"[ \t]*(?:[;,.()\n]|và(?![\p{L}])|$)"))


def abroad_alike(found: list[Quantity], words: list[Word], folded: str) -> list[Quantity]:
    """Bare numbers behind the next market, province or good of a list, in the unit of the amount before.

    "Mỹ 98,3 tr.USD, Nhật 51,7, EU 104"; "Phú Thọ 742, Hòa Bình 118,5" and "gồm thủy sản 420, gạo 280" behind an amount.
    """
    if len(found) < 2 or all(q.dimension != "none" for q in found):
        return found
    alike: list[Quantity] = []
    market: Word | None = None
    for q in found:
        told, before = (alike[-1] if alike else None), market
        market = next((w for w in reversed(words) if w.end <= q.full_start), None)
        if market is not None and (not _foreign(market) or folded[market.end : q.full_start].strip(" :")):
            market = None
        part = None if market is not None else next((w for w in reversed(words) if w.end <= q.full_start), None)
        if part is not None and _ours(part) and not folded[part.end : q.full_start].strip(" :"):
            market, before = part, part
        listed = told is not None and before is not None and market is not None and told.end < market.start
        if told is not None and market is not None and listed and q.dimension == "none" and ENDS.match(folded, q.end):
            joined = BETWEEN if market is not part else _THEN_PART
            beside = joined.fullmatch(folded, told.full_end, market.start) is not None
            beside = beside and (market is not part or q.value_max is None)
            written = digits_of(folded[told.start : told.end])
            if beside and told.dimension in ("money", "mass") and written:
                value = q.value * told.value / written
                q = replace(q, value=value, unit=told.unit, dimension=told.dimension, noun=told.noun)
        alike.append(q)
    return alike


_THEN_PART = regex.compile(
    fold_pattern(r"\s*(?:[,;]|và|, và|[,;:]? ?(?:gồm|bao gồm|trong đó|trong đó có|trong đó gồm))\s*(?:tỉnh |hàng )?")
)


def _ours(word: Word) -> bool:
    """Whether a word names a province of ours, or goods."""
    label = word.of("area")
    place = label is not None and label.concept.code.startswith("VN-") and "/" not in label.concept.code
    return place or word.of("product") is not None


def _foreign(word: Word) -> bool:
    """Whether a word names a country or a bloc other than ours."""
    label = word.of("area")
    return label is not None and is_country(label.concept.code)


def digits_of(surface: str) -> Decimal | None:
    """The number that digits write; None where words write it."""
    try:
        return parse_digits(surface)[0]
    except ValueError:
        return None
