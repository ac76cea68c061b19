"""Percentages that are a rate themselves, or a growth told without a verb of its own."""

from __future__ import annotations

import regex

from kg.facts.measure.place import Place
from kg.facts.measure.reading import Reading
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_HELD = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:giữ|kiểm soát|kiềm chế|khống chế|duy trì|kìm) (?:\p{L}+ ){0,3}?lạm phát (?:\p{L}+ ){0,9}$"
    )
)
_IS = ("", fold_pattern("là"))
_THAN = regex.compile(fold_pattern(r"(?<![\p{L}])(?:hơn|(?P<less>kém|thua))\s+(?:so với\s+)?$"))
_THAN_IT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:hơn|so với|bằng|sau|trước|kém|vượt|như"
        r"|qua)(?: [\p{L}.]+){1,8} ?\($"
    )
)
# "kéo mức tăng chung của công nghiệp xuống còn 3,8%": the rate itself
_RATE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:mức|đà|tốc độ|nhịp độ|nhịp) (?:(?P<up>tăng|phát triển)|giảm|sụt)(?: trưởng)?(?![\p{L}])"
        r"[^,;.\d]{0,60}? (?:xuống|lên|còn|về)(?: (?:còn|mức|chỉ|tới|đến|khoảng|gần|hơn|dưới|trên))*\s*$"
    )
)


def in_bracket(at: Place) -> Reading | None:
    """The rate of what is compared with, in brackets behind it: no further fall ("thấp hơn cùng kỳ 2016 (5,48%)")."""
    last = at.tokens[-1] if at.tokens else None
    compared = isinstance(last, Period) and last.kind in ("same", "versus")
    if (
        last is not None
        and (compared or (isinstance(last, Word) and last.of("area") is not None and _THAN_IT.search(at.before(0))))
        and at.passage.folded[last.end : at.quantity.full_start].strip() == "("
    ):
        return Reading("level", rule="measure.percent-level")
    return None


def more_than(at: Place) -> Reading | None:
    """A growth against a time that only "hơn" or "kém" compares with ("hơn cùng kỳ 28,4%")."""
    last = at.tokens[-1] if at.tokens else None
    if isinstance(last, Word) and len(at.tokens) > 1 and at.passage.folded[last.start : last.end] in _IS:
        last = at.tokens[-2]  # "cũng hơn tháng 9 là 2,6%"
    if not isinstance(last, Period) or last.kind not in ("same", "versus"):
        return None
    if at.passage.folded[last.end : at.quantity.full_start].strip() not in _IS:
        return None
    than = _THAN.search(at.passage.folded, at.passage.sentence.start, last.start)
    return Reading("growth", -1 if than["less"] else 1, rule="measure.growth") if than else None


def rate_itself(at: Place) -> Reading | None:
    """A growth by its name that rose or fell to what it is."""
    told = _RATE.search(at.before(at.start))
    return Reading("growth", 1 if told["up"] else -1, rule="measure.growth") if told is not None else None


def held(at: Place) -> Reading | None:
    """A rate that is kept, whatever fell before ("giá xăng giảm đã giúp kiềm chế lạm phát dưới 4%")."""
    return Reading("growth", 1, rule="measure.growth") if _HELD.search(at.before(at.quantity.full_start - 70)) else None
