"""Airports that a text soon calls by their own name alone or by its initials ("Tân Sơn Nhất", "TSN")."""

from __future__ import annotations

import regex

# A name of two words may be that of the district where it is; one of three is its own.
_FULL = regex.compile(
    r"(?P<head>[Ss]ân bay|[Cc]ảng hàng không)(?: quốc tế)? (?P<own>\p{Lu}\p{Ll}++(?: \p{Lu}\p{Ll}++){2})"
)
SHORTENED = regex.compile(r"(?:[Ss]ân bay|[Cc]ảng hàng không)(?: quốc tế)? \p{Lu}+$")
_MARKS = ("ân bay ", "àng không ")


def called(text: str) -> list[tuple[int, int, str]]:
    """Where a text names an airport without saying what it is: start, end and full name of each, in order."""
    if all(mark not in text for mark in _MARKS):
        return []
    full = {match["own"]: f"{match['head'].lower()} {match['own']}" for match in _FULL.finditer(text)}
    full = {own: name for own, name in full.items() if text.count(own) > 1}
    short = {"".join(word[0] for word in own.split()): name for own, name in full.items()}
    return sorted(
        (match.start(), match.end(), name)
        for alias, name in [*full.items(), *short.items()]
        for match in regex.finditer(rf"(?<![\p{{L}}\d]){alias}(?![\p{{L}}\d])", text)
    )
