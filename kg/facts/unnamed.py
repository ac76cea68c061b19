"""The words of a stretch without what things and places are called: names hold words that say nothing there.

"Công ty CP Thực phẩm xuất khẩu A" exports nothing, "huyện Kiên Lương" pays no wage ("lương"), "Rạch Giá" is no price.
"""

from __future__ import annotations

import regex

from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.mentions.scan import Word

_CALLED = regex.compile(r"\p{Lu}\p{Ll}+")  # a word of a name; capitals alone are headings and short forms
_HEAD = 2  # words of a firm's name that say what it is


def unnamed(passage: Passage, start: int, end: int) -> str:
    """The folded letters of a stretch of a sentence, as many as it has, the names in it blotted out."""
    told = passage.folded[start:end]
    for token in passage.between(start, end):
        if token.end > end:
            continue
        if isinstance(token, Name):
            at = _behind_head(told, token, start)
        elif isinstance(token, Word) and token.of("area") is not None:
            at = token.start - start
        else:
            continue
        if isinstance(token, Name) and token.kind == "enterprise":
            told = told[:at] + "x" * (token.end - start - at) + told[token.end - start :]
            continue
        for word in _CALLED.finditer(passage.text, start + at, token.end):
            told = told[: word.start() - start] + "x" * len(word.group()) + told[word.end() - start :]
    return told


def _behind_head(told: str, name: Name, start: int) -> int:
    """Where a name goes on behind the words that say what is so called ("Công ty CP |A", "Khu |công nghiệp A")."""
    at, stop = name.start - start, name.end - start
    for _ in range(_HEAD if name.kind == "enterprise" else 1):
        space = told.find(" ", at, stop)
        if space < 0:
            return stop
        at = space + 1
    return at
