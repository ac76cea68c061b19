"""Names made comparable: what may differ in writing without meaning another thing.

fold        "Hoà Bình" -> "hoa binh"            letters without marks, for comparison only
tidy        "Hoà  Bình" -> "hòa bình"           marks kept, one place for the tone, lower case
arabic      "phú mỹ i" -> "phú mỹ 1"            Roman numerals that stand last or before a stage
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# The older and the newer habit of placing the tone: hoà = hòa, khoẻ = khỏe, thuỷ = thủy.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_OLD_TONE = re.compile(rf"(o)(a|e)([{_TONES}])(?![a-zđ\u0300-\u036f])|(?<!q)(u)(y)([{_TONES}])(?![a-zđ\u0300-\u036f])")
_MARKS = re.compile("[\u0300-\u036f]")
_NOT_WORD = re.compile(r"[\W_]+")
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """A text without marks, case and punctuation: words and single spaces.

    >>> fold("Đường  (Hoà-Bình)")
    'duong hoa binh'
    """
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text.lower())).replace("đ", "d")
    return " ".join(_NOT_WORD.sub(" ", bare).split())


@lru_cache(maxsize=65536)
def tidy(text: str) -> str:
    """A name in lower case with its marks, each tone in its newer place, words and single spaces.

    >>> tidy("Khánh Hoà - THUỶ điện")
    'khánh hòa thủy điện'
    """
    apart = unicodedata.normalize("NFD", text.lower().replace("&", " và "))
    moved = _OLD_TONE.sub(lambda m: f"{m[1]}{m[3]}{m[2]}" if m[1] else f"{m[4]}{m[6]}{m[5]}", apart)
    composed = unicodedata.normalize("NFC", moved)
    return " ".join(_NOT_WORD.sub(" ", composed).split())


def stages_spelled_out(text: str) -> str:
    """ "GĐ1", "gđ 1" as "giai đoạn 1"; the rest as it was.

    >>> stages_spelled_out("Việt Hàn GĐ1")
    'Việt Hàn giai đoạn 1'
    """
    return " ".join(re.sub(r"(?i)\bg\.?đ\.?\s*(?=[0-9ivx]+\b)", "giai đoạn ", text).split())


def arabic(words: str) -> str:
    """Roman numerals that number a thing as Arabic ones: the last word, or one before or after a stage.

    >>> arabic("phú mỹ iii"), arabic("vi tính sài gòn"), arabic("phú mỹ ii mở rộng")
    ('phú mỹ 3', 'vi tính sài gòn', 'phú mỹ 2 mở rộng')
    """
    parts = words.split()
    for at, word in enumerate(parts):
        last = at == len(parts) - 1
        before_stage = not last and parts[at + 1] in ("mở", "giai")
        after_stage = at >= 2 and parts[at - 2 : at] == ["giai", "đoạn"]
        if at and word in _ROMAN and (last or before_stage or after_stage):
            parts[at] = _ROMAN[word]
        elif word.isdigit():
            parts[at] = word.lstrip("0") or "0"
    return " ".join(parts)


def without_head(words: str, heads: tuple[str, ...]) -> str:
    """Words without the generic ones that they open with, as long as something is left."""
    again = True
    while again:
        again = False
        for head in heads:
            if words.startswith(head + " ") and not words.startswith(head + " và "):
                words, again = words[len(head) + 1 :], True
    return words
