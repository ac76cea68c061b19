"""Names compared as people type them: without diacritics, case or punctuation."""

from __future__ import annotations

import re
import unicodedata

_WORDS = re.compile(r"[^a-z0-9]+")


def _ascii(character: str) -> str:
    decomposed = unicodedata.normalize("NFD", character.casefold().replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


# Latin letters and combining marks, each to what is left of it: thousands of labels are folded in milliseconds.
_BLOCKS = (range(0x250), range(0x300, 0x370), range(0x1E00, 0x1F00))
_LETTERS = {code: _ascii(chr(code)) for block in _BLOCKS for code in block}
# What may stand before a name without being part of it.
_TYPES = ("tinh", "thanh pho", "tp", "huyen", "thi xa", "quan", "vung", "province", "city")


def fold(text: str) -> str:
    """Lower-case ASCII words.

    >>> fold("Đồng bằng sông Hồng"), fold("  Bà Rịa - Vũng Tàu")
    ('dong bang song hong', 'ba ria vung tau')
    """
    return _WORDS.sub(" ", text.translate(_LETTERS)).strip()


def bare(folded: str) -> str:
    """A folded name of a place without the word that says what kind of place it is.

    >>> bare("tinh hung yen"), bare("tinh")
    ('hung yen', 'tinh')
    """
    for word in _TYPES:
        if folded.startswith(word + " "):
            return folded[len(word) + 1 :]
    return folded
