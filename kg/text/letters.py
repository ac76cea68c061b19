"""One byte a letter: nearly all texts fit, and bytes are looked up in tables and automata several times as fast.

Offsets stay those of the text. ASCII keeps its codes; those behind it and those of control characters are ours.
"""

from __future__ import annotations

import codecs

_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_OTHERS = _MARKED + _MARKED.upper() + "“”‘’…–—•\u200b\u00a0\ufeff²³°·½®»«≥≤→üö"
_FREE = [c for c in range(1, 256) if c >= 127 or (c < 32 and chr(c) not in "\t\n")]
LETTERS = "".join(map(chr, range(256))).translate(dict(zip(_FREE, _OTHERS, strict=True)))
_CODES = codecs.charmap_build(LETTERS)


def encode(text: str) -> bytes:
    """The text, one byte a letter; UnicodeEncodeError where a letter is none of ours."""
    return codecs.charmap_encode(text, "strict", _CODES)[0]


def encode_any(text: str) -> bytes:
    """The text, one byte a letter, with "?" for letters that are none of ours."""
    return codecs.charmap_encode(text, "replace", _CODES)[0]


def decode(letters: bytes) -> str:
    """The text that was encoded."""
    return codecs.charmap_decode(letters, "strict", LETTERS)[0]
