"""Names compared as people type them: without diacritics, case or punctuation."""

from __future__ import annotations

import re
import unicodedata

_WORDS = re.compile(r"[^a-z0-9]+")
# What may stand before a name without being part of it.
_TYPES = ("tinh", "thanh pho", "tp", "huyen", "thi xa", "quan", "vung", "province", "city")


def fold(text: str) -> str:
    """Lower-case ASCII words.

    >>> fold("Đồng bằng sông Hồng"), fold("  Bà Rịa - Vũng Tàu")
    ('dong bang song hong', 'ba ria vung tau')
    """
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return _WORDS.sub(" ", "".join(c for c in decomposed if not unicodedata.combining(c))).strip()


def bare(folded: str) -> str:
    """A folded name of a place without the word that says what kind of place it is.

    >>> bare("tinh hung yen"), bare("tinh")
    ('hung yen', 'tinh')
    """
    for word in _TYPES:
        if folded.startswith(word + " "):
            return folded[len(word) + 1 :]
    return folded
