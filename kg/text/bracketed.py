"""Per cent signs that a heading says once for all its brackets: "Sản phẩm (trong ngoặc: % KH năm; % so CK)"."""

from __future__ import annotations

import regex

from kg.text.relaid import Piece, Relaid, rewritten

_SAYS = "ngoặc"
_HEADING = regex.compile(r"(?i)\([^()\n]*(?:trong ngoặc[^()\n%]{0,30}%[^()\n]*\)[^\n]*\n|ngoặc ?: ?%[^()\n]*\) ?:)")
_NEXT = regex.compile(r"\n[ \t]*(?:[IVX]+|\p{Lu}|\d+)[./)]")  # a heading
_BRACKET = regex.compile(r"\((?P<held>[^()\n]{1,60})\)")
_BARE = regex.compile(r"(?:^|;)\s*(?:(?:[Tt]ăng|[Gg]iảm|[Bb]ằng|[Đđ]ạt|[+\-=])\s?)?\d+(?:[.,]\d+)?(?=\s*(?:;|$))")


def with_percents(text: str) -> Relaid | None:
    """The text with a sign behind each bare number in the brackets of such a list; None where it has none.

    "Supe lân 318.000 tấn (45,4; tăng 3,7)" is read as "(45,4%; tăng 3,7%)".
    """
    if _SAYS not in text:
        return None
    ends: list[int] = []
    for heading in _HEADING.finditer(text):
        below = _NEXT.search(text, heading.end() - 1)
        stop = below.start() if below else len(text)
        for bracket in _BRACKET.finditer(text, heading.end(), stop):
            start = bracket.start("held")
            ends += (start + bare.end() for bare in _BARE.finditer(bracket["held"]))
    return rewritten(text, [Piece(end, end, "%", (end - 1,)) for end in sorted(set(ends))])
