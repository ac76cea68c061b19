"""The province of a text whose name was typed with wrong marks or without them."""

from __future__ import annotations

import regex

from kg.lexicon import Lexicon
from kg.text.normalise import bare

_LEAD = 1000  # characters in which a text says whose it is

_OF_PROVINCE = regex.compile(r"(?:\b[Tt]ỉnh|\bTỈNH|Sở Công [Tt]hương|Cục Thống kê)\s+(\p{Lu}\p{L}+ \p{Lu}\p{L}+)")


def misspelt(text: str, lexicon: Lexicon) -> str | None:
    """The province that a text names with wrong marks where one must stand ("tỉnh Nam Đinh", "UBND tỉnh Vĩnh Phuc")."""
    head = text[:_LEAD]
    for named in _OF_PROVINCE.finditer(head) if any(m in head for m in ("ỉnh", "ỈNH", "Sở Công", "Thống kê")) else ():
        code = _bare_names(lexicon).get(bare(named[1]))
        if code is not None:
            return code
    return None


_BARE_NAMES: dict[str, dict[str, str]] = {}


def _bare_names(lexicon: Lexicon) -> dict[str, str]:
    """The provinces by their names without any mark."""
    found = _BARE_NAMES.get(lexicon.fingerprint)
    if found is None:
        provinces = (c for c in lexicon.concepts.values() if c.scheme == "area" and c.code.startswith("VN-"))
        found = {bare(c.label): c.code for c in provinces if "/" not in c.code}
        _BARE_NAMES[lexicon.fingerprint] = found
    return found
