"""The district that a text has named, where a sentence names only its communes or points back to it."""

from __future__ import annotations

from typing import Any

import regex

from kg.facts.discourse import Discourse
from kg.facts.place import area_code
from kg.facts.tokens import Passage
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern


def note(passage: Passage, discourse: Discourse, state: dict[str, Any]) -> None:
    """Remember the district of the text's province that a sentence names last, for the communes to come."""
    for token in passage.tokens:
        code = area_code(token, discourse.own) if isinstance(token, Word) else None
        if code is not None and "/" in code and code.startswith(f"{discourse.own}/"):
            state["district"] = code, discourse.count


def told_before(passage: Passage, at: int, discourse: Discourse, state: dict[str, Any]) -> str | None:
    """The district told before, where a sentence names only its communes, or points back to it."""
    told: tuple[str, int] | None = state.get("district")
    spoken = discourse.spoken_district
    if spoken is not None and (told is None or spoken[1] >= told[1]) and spoken[0].startswith(f"{discourse.own}/"):
        told = spoken[:2]
    if told is None or discourse.count - told[1] > _LATELY:
        return None
    return told[0] if _IN_DISTRICT.search(passage.folded, passage.sentence.start, at) is not None else None


_LATELY = 12  # sentences
# "Tại xã Hướng Linh, Nhà máy A ...", "Ở các xã phía Nam huyện, ...", "Cũng ở huyện này, ..."
_IN_DISTRICT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:tại|ở|thuộc) (?:các )?(?:xã|thị trấn)(?![\p{L}])"
        r"|(?<![\p{L}])(?:tại|ở|thuộc|của|trên địa bàn|trong) (?:huyện|thị xã) (?:này|nói trên|trên)(?![\p{L}])"
        r"|(?<![\p{L}])(?:(?:ngay|cũng) trong|cùng) (?:huyện|thị xã),"
    )
)
