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
