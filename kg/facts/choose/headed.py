"""The indicator whose bare name is the heading that running text stands under."""

from __future__ import annotations

from kg.facts.choose.number import Number, codes
from kg.text.segment import PROSE


def of_heading(number: Number, other: str | None) -> str | None:
    """The indicator whose bare name stands over running text ("XUẤT KHẨU ⏎ Đà Nẵng đạt 606 triệu USD, ...")."""
    topic = number.discourse.outline.topic()
    if topic is None or number.frame.indicator is not None or number.passage.sentence.level != PROSE:
        return None
    code, line = topic
    goes_on = other is not None and number.fits(other) and number.discourse.last_line > line
    if goes_on or not number.fits(code):
        return None  # what the text has named since goes on
    if number.measure not in ("level", "growth", "multiple"):
        return None
    named = any(map(codes, number.words)) or any(codes(word, context=True) for word in number.words)
    placed = any(word.of("area") is not None or {"own", "whole"} & set(word.cues) for word in number.words)
    return code if placed and not named else None


_OF_INDUSTRY = ("iip", "industrial-production-value")


def of_item(number: Number) -> str | None:
    """What an item has told of all industry, below a heading that would have it of goods.

    "A. SẢN XUẤT CN ⏎ 1) IIP: T10 +8,1% so T10/2013. 10T: +6,74%, trong đó khai khoáng -11,6%".
    """
    last, sentence = number.discourse.last, number.passage.sentence
    if last not in _OF_INDUSTRY or number.frame.origins.get("indicator") != "indicator.heading" or sentence.first:
        return None
    if number.frame.indicator != "product-output" or number.discourse.last_line != sentence.line:
        return None
    goods = any(word.of("product") is not None for word in number.gap_words())
    return last if number.fits(last) and not goods else None
