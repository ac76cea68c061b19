"""The works of a project told phase by phase: whose they are, and that they are still to come where it is.

"Tập đoàn A sẽ xây tổ hợp hóa dầu. Dự án gồm hai giai đoạn. Giai đoạn 1 xây kho ngầm trị giá 140 triệu USD và nhà
máy nhựa công suất 300.000 tấn một năm."
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import regex

from kg.facts.entity import carry
from kg.facts.entity.thing import Subject, key
from kg.facts.tokens import Passage
from kg.text.normalise import fold_pattern

_OPENS = regex.compile(
    fold_pattern(
        r"\W*(?:(?:trong|ở|riêng|với|sang) )?(?:giai đoạn|gđ) (?:\d|i{1,3}|một|hai|ba|đầu(?: tiên)?|tiếp theo|sau)"
        r"(?![\p{L}\d])"
    )
)
_NEAR = 4  # lines from the project to its phases


def note(passage: Passage, state: dict[str, Any]) -> None:
    """Remember the project told of last as the one whose phases a text begins to tell."""
    opens = _OPENS.match(passage.folded, passage.sentence.start, passage.sentence.end) is not None
    whole: Subject | None = state.get("phased")
    if not opens:
        state["phase"] = None
        return
    if whole is None or passage.sentence.line - whole.line > _NEAR:
        whole = carry.recent(state, "project", passage.sentence.line)
    state["phased"] = state["phase"] = whole


def owned(thing: Subject, state: dict[str, Any]) -> Subject:
    """A work of a phase with the owner of the whole; it is still to come where the whole is."""
    whole: Subject | None = state.get("phase")
    if whole is None or thing.kind != "project" or thing.carried or thing.owner is not None:
        return thing
    planned: dict[str, bool] = state.setdefault("planned", {})
    if planned.get(key(whole.name)):
        planned.setdefault(key(thing.name), True)
    firm = whole.owner or state.get("owners", {}).get(key(whole.name))
    return thing if firm is None or thing.name == whole.name else replace(thing, owner=firm)
