"""Where a thing stands whose own sentences tell no more than the province: in the one district that a text names.

"Cụm A (xã B, huyện C) ... Khách thuê mới nhất là Công ty D": who goes on reading takes the firm for one of that
district, as long as nothing between turns to the province as a whole, to another zone or another place.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from kg.facts.entity.thing import key
from kg.model import EntityFigure, Observation

_REACH = 700  # letters from where the district is named to the thing: two paragraphs


def beside(
    figures: list[EntityFigure], observations: list[Observation], districts: list[tuple[int, str]], text: str
) -> list[EntityFigure]:
    """The figures of things, with the district of those that a text names right behind its only one.

    ``districts`` are the places of the names of districts of the text's own province, with their codes.
    """
    held = {fact.area for fact in figures}
    spots = [
        (start, code)
        for start, code in districts
        if code in held or _DISTRICT.search(text, max(0, start - _WORD), start + 1)
    ]
    if not spots:
        return figures
    home = spots[0][1].partition("/")[0]
    turned = [o.evidence.start for o in observations]
    near: dict[str, str | None] = {}
    for fact in figures:
        if fact.area == home and fact.entity_type != "zone" and key(fact.entity) not in near:
            near[key(fact.entity)] = _near(fact.entity, spots, turned, text)
    return [replace(fact, area=near.get(key(fact.entity)) or home) if fact.area == home else fact for fact in figures]


def _near(name: str, spots: list[tuple[int, str]], turned: list[int], text: str) -> str | None:
    """The district named not far before a thing's first naming, with no figure of an area between."""
    at = text.find(name)
    before = [spot for spot in spots if spot[0] <= at]
    if at < 0 or not before:
        return None
    spot, code = before[-1]
    if "\n" in text[spot:at] and _ITEM.match(text, text.rfind("\n", 0, at) + 1):
        return None  # another item of the list
    only = len({code for _, code in spots}) == 1
    opened = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
    only = only or (_THAT.match(text, opened) is not None and "\n" not in text[spot:at])
    if at - spot > _REACH or any(spot < each < at for each in turned) or not only:
        return None
    elsewhere = opened > spot and _ELSEWHERE.search(text, opened, at + len(name) + _BEHIND)
    return None if elsewhere else code


_ITEM = regex.compile(r"[ \t]*(?:[-–+*•]|\d{1,2}[.)]|[a-zđ][.)])\s")
_THAT = regex.compile(r"\s*(?:Đó|Đây)(?: chính)? là ")
_WORD = 12  # letters of what a district is called by
_DISTRICT = regex.compile(r"(?<![\p{L}])(?:[Hh]uyện|[Tt]hị xã|[Qq]uận|TX\.?|T[Pp]\.?|[Tt]hành phố)(?: ?\p{Lu}?$| )")
_BEHIND = 40  # letters behind a name in which its own place would stand
_ELSEWHERE = regex.compile(
    r"(?:[Tt]ại|[Ởở]|[Tt]huộc|\() ?(?:KCN|CCN|KKT|[Kk]hu|[Cc]ụm|tỉnh|TP|thành phố) ?(?:[\p{L}]+ ){0,2}\p{Lu}"
)
