"""Texts that are stories of another country: its economy, its money, what it trades with others."""

from __future__ import annotations

from collections import Counter

import regex

from kg.lexicon import is_country
from kg.mentions.scan import Scan

_BANKS = (" fed ", " fomc ", " ecb ", " boj ")
_OFTEN = 4  # times
_TITLE = 60  # characters of a title at least
_HEAD = 260  # characters that a title and its first lines take


def of_central_bank(folded: str, nation: int) -> bool:
    """Whether a text is on another country's money: it names that bank far more often than our country."""
    return max(map(folded.count, _BANKS)) > max(_OFTEN, 2 * nation)


def abroad(places: list[tuple[int, str]], at_home: int) -> bool:
    """Whether a text is a story of another country: it names one more often than places ``at_home``.

    A text that names a province of ours first is that province's, whatever countries invest or buy there.
    """
    countries = [code for _, code in places if is_country(code)]
    if places[:1] and places[0][1].startswith("VN-") and places[0][0] < _HEAD and at_home > 1:
        return False
    if at_home > 1 and any(code.startswith("VN-") and start < _TITLE for start, code in places):
        return False  # "Vốn Nhật vào Hà Nam"
    return len(countries) >= 3 and max(Counter(countries).values()) > max(2, at_home)


def capitals(scan: Scan, text: str) -> list[tuple[int, str]]:
    """Where a text names countries whose names are words besides, by a capital behind a word ("của Đức")."""
    found = []
    for word in scan.words_of("area"):
        label = word.labels[0]
        if label.kind != "context" or not is_country(label.concept.code) or not text[word.start].isupper():
            continue
        if (
            _IN_COUNTRY.search(text, max(0, word.start - 10), word.start)
            and not text[word.end + 1 : word.end + 2].isupper()
        ):
            found.append((word.start, label.concept.code))
    return found


_IN_COUNTRY = regex.compile(r"(?<!\p{L})(?:của|tại|sang|từ|với|ở|nước|giữa|và|kinh tế|vào)\s$")
