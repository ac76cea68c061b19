"""Zones called by half of their name, once a text has told the whole of it: "cụm Đồng Xá" of CCN Đồng Xá."""

from __future__ import annotations

import regex

_WHOLE = regex.compile(
    r"(?:KCN|CCN|KKT|KCX|[Kk]hu (?:công nghiệp|kinh tế|chế xuất)|[Cc]ụm (?:công nghiệp|CN))\s+"
    r"(?P<own>\p{Lu}[\p{L}\d]*(?: (?:\p{Lu}[\p{L}\d]*|[IVX]+|\d{1,2}))+)$"
)
_HALF = regex.compile(r"(?<!\p{L})(?:[Kk]hu|[Cc]ụm) $")


class Aliases:
    """The zones that a text has named in full so far, by what stands behind their head noun."""

    def __init__(self) -> None:
        """Nothing is named at the beginning of a text."""
        self._whole: dict[str, str] = {}

    def note(self, name: str) -> None:
        """Take in the full name of a zone."""
        whole = _WHOLE.match(name)
        if whole is not None:
            self._whole.setdefault(whole["own"], name)

    def find(self, text: str, start: int, end: int) -> list[tuple[int, int, str]]:
        """Where a sentence calls them by half of their name, and what they are called in full."""
        found = []
        for own, name in self._whole.items():
            at = text.find(own, start, end)
            head = _HALF.search(text, max(start, at - 5), at) if at >= 0 else None
            if head is not None and not text[at + len(own) : at + len(own) + 1].isalnum():
                found.append((head.start(), at + len(own), name))
        return found
