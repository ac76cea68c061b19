"""Whose the thing is that the text has just told of, where a later sentence on the firm says so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import regex

from kg.facts.entity import carry
from kg.facts.entity.thing import Subject, key
from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.model import EntityFigure
from kg.text.normalise import fold_pattern

_WORKS = r"(?:dự án|nhà máy|cơ sở|công trình|xưởng|trang trại|(?P<zone>khu|cụm|kcn|ccn))"
# "Công ty A, chủ nhà máy, ...", "Công ty A (Nhật Bản) là chủ của dự án này"
_IS_MASTER = regex.compile(
    fold_pattern(
        r"\s*(?:\([^()]{2,40}\))?\s*(?:,|là)\s*(?:là )?(?:chủ|đơn vị chủ quản)(?: đầu tư| sở hữu)?(?: của)?(?: dự án)? "
        + _WORKS
        + r"(?: này| trên| nói trên)?\s*(?:[,.;]|$)"
    )
)
# "Chủ đầu tư, Công ty A, đã ...", "... diện tích 7 ha; chủ đầu tư là Công ty A"
_MASTER_IS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])chủ (?:(?:đầu tư|sở hữu|nhân)(?: của)?(?: (?:dự án|nhà máy|công trình|(?P<zone>khu"
        r"|cụm)))?(?: này)?"
        r"|của (?:nó|(?:dự án|nhà máy|công trình)(?: này| ấy)?))"
        r"\s*(?:,|là|:)\s*$"
    )
)
# "Công ty A bỏ vào đây 64 tỷ đồng", "Công ty A đã chi 90 tỷ đồng cho công trình"
_PAYS = regex.compile(
    fold_pattern(
        r"\s*(?:\([^()]{2,40}\)\s*)?,?(?: (?:đã|vừa|mới|phải|sẽ))* (?:bỏ|đổ|rót|chi|đầu tư)(?: ra| thêm)?"
        r"(?: (?:vào|cho) (?:đây|đó|nơi này|dự án này|nhà máy này|công trình này)"
        r"| (?:(?:hơn|gần|khoảng|trên) )?[\d.,]+ (?:tỷ|triệu) (?:đồng|usd) (?:vào|cho) (?:đây|đó|" + _WORKS + r")"
        r"(?: này)?\s*(?:[,.;]|$))"
    )
)
# "Đây là nhà máy thứ hai của Công ty A"
_IS_ITS = regex.compile(fold_pattern(r"\W*(?:đây|đó)(?: cũng| còn)? là " + _WORKS + r"(?: \p{L}+){0,4} của\s*$"))
_NEAR = 40  # letters


def note(passage: Passage, state: dict[str, Any]) -> None:
    """Remember the owner that a sentence gives to the project or zone told of last, unless the text has named one."""
    for token in passage.tokens:
        if isinstance(token, Name) and token.kind == "enterprise":
            kind = _kind(passage, token)
            thing = carry.recent(state, kind, passage.sentence.line) if kind is not None else None
            names = (t for t in passage.tokens if isinstance(t, Name) and t.end <= token.start)
            if any(name.kind == kind and name.proper for name in names):
                continue  # "2. Nhà máy A: ...; chủ đầu tư: Công ty B": its own, not that of the item before
            if thing is not None and thing.owner is None and thing.name != token.text:
                state.setdefault("owners", {}).setdefault(key(thing.name), token.text)


def known(thing: Subject, fact: EntityFigure, state: dict[str, Any]) -> None:
    """Keep the owner found with one figure of a thing for its other figures, where its description tells it apart."""
    if fact.owner is not None and thing.kind == "project" and (thing.proper or len(thing.name.split()) > _BARE):
        state.setdefault("owners", {}).setdefault(key(thing.name), fact.owner)


def of_the_firm(figures: list[EntityFigure], state: dict[str, Any], text: str) -> list[EntityFigure]:
    """The figures of things, those of projects without an owner given the firm that alone the text is about.

    A text is about a firm that it names in full, and no other one, and calls "công ty" or by its short name again and
    again; whose a plant is that it tells of in passing need not be said.
    """
    if all(fact.owner is not None or fact.entity_type != "project" for fact in figures):
        return figures
    firms: dict[str, str | None] = state.get("firms", {})
    if len(firms) != 1:
        return figures
    called, firm = next(iter(firms.items()))
    called = " ".join(called.split()[-2:])  # "Giấy Tam Ngọc" is called "Tam Ngọc"
    often = text.count(called) >= _OFTEN or called in text[: text.find("\n")]  # its headline names it
    if firm is None or any(fact.owner not in (None, firm) for fact in figures) or not often:
        return figures
    if len(_FIRM.findall(text)) < _OFTEN:
        return figures
    if any(called not in text[other.start() : other.end() + _NAME] for other in _FIRM_NAMED.finditer(text)):
        return figures
    return [replace(f, owner=firm) if f.owner is None and f.entity_type == "project" else f for f in figures]


_OFTEN = 3  # times
_NAME = 40  # letters of a firm's name
_FIRM = regex.compile(r"(?<![\p{L}])(?:[Cc]ông ty|[Dd]oanh nghiệp|[Đđ]ơn vị)(?= (?!\p{Lu}))")
_FIRM_NAMED = regex.compile(
    r"(?<![\p{L}])(?:Tổng công ty|Tập đoàn|Công ty|Liên danh|Liên doanh) (?:[\p{L}&]+ ){0,3}\p{Lu}"
)
_BARE = 2  # words: "nhà máy" is any


def _kind(passage: Passage, firm: Name) -> str | None:
    """The kind of thing that a sentence calls a firm the owner of; None where it does not."""
    folded, start, end = passage.folded, passage.sentence.start, passage.sentence.end
    told = (
        _IS_MASTER.match(folded, firm.end, end)
        or _MASTER_IS.search(folded, max(start, firm.start - _NEAR), firm.start)
        or _IS_ITS.fullmatch(folded, start, firm.start)
        or _PAYS.match(folded, firm.end, end)
    )
    if told is None:
        return None
    return "zone" if told["zone"] else "project"
