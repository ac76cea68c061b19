"""Years by their names in the lunar calendar ("Tết Nguyên đán Mậu Tuất" is that of 2018).

Ten stems and twelve branches name a cycle of sixty years: a year's stem is the last digit of its number counted from
four, its branch the rest of it by twelve.
"""

from __future__ import annotations

import regex

from kg.text.normalise import fold, fold_pattern

_STEMS = tuple(map(fold, ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")))
_BRANCHES = tuple(map(fold, ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")))
_FIRST, _CYCLE = 1984, 60  # the year Giáp Tý
_FEAST = fold("tết")
_NAMED = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:tết(?: nguyên đán| âm lịch| cổ truyền)?|xuân)(?: năm)? ")
    + rf"(?P<stem>{'|'.join(_STEMS)}) (?P<branch>{'|'.join(_BRANCHES)})(?!\p{{L}})"
)


def years(folded: str) -> list[int]:
    """The years after 1983 whose New Year a folded text names, in the order of the text."""
    if _FEAST not in folded:
        return []
    return [_year(_STEMS.index(told["stem"]), _BRANCHES.index(told["branch"])) for told in _NAMED.finditer(folded)]


def _year(stem: int, branch: int) -> int:
    """The year of the cycle from 1984 that has a stem and a branch; both are even or both odd."""
    return next((y for y in range(_FIRST, _FIRST + _CYCLE) if (y - 4) % 10 == stem and (y - 4) % 12 == branch), _FIRST)
