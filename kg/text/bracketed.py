"""Per cent signs that a heading says once for all its brackets, or for all signed numbers of its list.

"Sản phẩm (trong ngoặc: % KH năm; % so CK)", "IIP (%)".
"""

from __future__ import annotations

import regex

from kg.text.relaid import Piece, Relaid, rewritten

_SAYS = "ngoặc"
_ONLY = ("(%)", ": %)", ":%)", "(% so ", "(%, so ")
_HEADING = regex.compile(r"(?i)\([^()\n]*(?:trong ngoặc[^()\n%]{0,30}%[^()\n]*\)[^\n]*\n|ngoặc ?: ?%[^()\n]*\) ?:)")
_NEXT = regex.compile(r"\n[ \t]*(?:[IVX]+|\p{Lu}|\d+)[./)]")  # a heading
_BRACKET = regex.compile(r"\((?P<held>[^()\n]{1,60})\)")
_BARE = regex.compile(r"(?:^|;)\s*(?:(?:[Tt]ăng|[Gg]iảm|[Bb]ằng|[Đđ]ạt|[+\-=])\s?)?\d+(?:[.,]\d+)?(?=\s*(?:;|$))")


_ALL = regex.compile(
    r"(?m)^[ \t]*(?:[\dIVX]{1,4}[.)]\s*)?\p{L}[^\n():;|]{1,60}\((?:(?:[Đđ]ơn vị"
    r"|ĐVT): ?)?%(?:,? so (?:với )?(?:CK|cùng kỳ)[^()\n]{0,12})?\)[ \t]*:?[ \t]*\n+"
)
# "1. IIP (% so CK): T10 +14,8 (T9: +16,2); LK 10T +15,6"
_RUN_IN = regex.compile(
    r"(?m)^(?P<head>[ \t]*(?:[\dIVX]{1,4}[.)]\s*|[-+*•] ?)?\p{L}[^\n():;"
    r"|]{1,60}\(% so (?:với )?(?:CK|cùng kỳ)[^()\n]{0,12}\)\s?:)[^\n]*"
)
_ITEMS = regex.compile(r"(?:[ \t]*(?:[-+*•–] (?=\d)|[-+*•–] ?(?=\p{L}))[^\n]*(?:\n+|$))+")
_NO_UNIT = r"(?![\d,]*\d| ?%| ?(?!so )\p{L})"
_SIGNED = regex.compile(rf"(?<=[\s(])[+-]\d{{1,3}}(?:,\d+)?{_NO_UNIT}")
# "UTH giảm 4,7 so T1, tăng 7,9 so CK"
_MOVED = regex.compile(rf"(?<!\p{{L}})(?:[Tt]ăng|[Gg]iảm) \d{{1,3}}(?:,\d+)?{_NO_UNIT}(?! ?[/.]\d)")


def with_percents(text: str) -> Relaid | None:
    """The text with a sign behind each bare number in the brackets of such a list; None where it has none.

    "Supe lân 318.000 tấn (45,4; tăng 3,7)" is read as "(45,4%; tăng 3,7%)", and under "IIP (%)" an item
    "Quý I: +6,1; khai khoáng -2,4" as "+6,1%; khai khoáng -2,4%".
    """
    ends = _signed(text) if any(mark in text for mark in _ONLY) else []
    if _SAYS not in text:
        return rewritten(text, [Piece(end, end, "%", (end - 1,)) for end in ends]) if ends else None
    for heading in _HEADING.finditer(text):
        below = _NEXT.search(text, heading.end() - 1)
        stop = below.start() if below else len(text)
        for bracket in _BRACKET.finditer(text, heading.end(), stop):
            start = bracket.start("held")
            ends += (start + bare.end() for bare in _BARE.finditer(bracket["held"]))
    return rewritten(text, [Piece(end, end, "%", (end - 1,)) for end in sorted(set(ends))])


def _signed(text: str) -> list[int]:
    """Where the signed numbers end in the items under a heading that says all of them are per cent."""
    ends: list[int] = []
    for heading in _RUN_IN.finditer(text):
        ends += (number.end() for number in _SIGNED.finditer(text, heading.end("head"), heading.end()))
    for heading in _ALL.finditer(text):
        items = _ITEMS.match(text, heading.end())
        if items is not None:
            for numbers in (_SIGNED, _MOVED):
                ends += (number.end() for number in numbers.finditer(text, items.start(), items.end()))
    return sorted(ends)
