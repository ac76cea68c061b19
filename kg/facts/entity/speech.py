"""Firms that speak: the sentences in which somebody of a firm tells of it, before or behind its name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import regex

from kg.facts.entity import carry
from kg.facts.entity.thing import Subject
from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.text.normalise import fold_pattern

_SPOKEN = regex.compile(
    fold_pattern(
        r"[\s\-–]*[\"“”][^\"“”]{0,60}?(?<![\p{L}])(?:chúng tôi|công ty|doanh nghiệp|nhà máy|xưởng|xí nghiệp)"
        r"(?: (?:đã|đang|hiện|vẫn|có|giữ|tôi|này|chỉ))*(?![\p{L}])[^\"“”]*[\"“”]"
    )
)
_OF_ZONE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:khu|cụm|kcn|ccn|khu công nghiệp|cụm công nghiệp) (?:sẽ|đã|đang|hiện|có|này)(?![\p{L}])"
    )
)
_SPEAKER = regex.compile(fold_pattern(r"[\s,\-–]*(?:theo )?(?:ông|bà|anh|chị)\s[^.;]{2,90}?\s*$"))


def of_firm(passage: Passage, names: list[Name], state: dict[str, Any]) -> Subject | None:
    """The firm whose head tells of it before he is named ("Chúng tôi có 900 thợ", ông A, Giám đốc Công ty B, nói)."""
    firm = names[0] if names and names[0].kind == "enterprise" else None
    if firm is None or not passage.quantities or passage.quantities[0].start > firm.start:
        return None
    said = _SPOKEN.match(passage.folded, passage.sentence.start, firm.start)
    if said is None or not _SPEAKER.fullmatch(passage.folded, said.end(), firm.start):
        return None
    start = passage.sentence.start
    if _OF_ZONE.search(passage.folded, start, firm.start):
        zone = carry.recent(state, "zone", passage.sentence.line)
        return replace(zone, carried=True, line=passage.sentence.line, scope=0) if zone is not None else None
    return Subject(firm.text, "enterprise", start, start, line=passage.sentence.line)


def of_house(passage: Passage, state: dict[str, Any]) -> Subject | None:
    """The firm or plant named last, where somebody of it is quoted ("Chúng tôi có 900 thợ", bà A, Giám đốc công ty)."""
    quoted = (
        _OF_HOUSE.match(passage.folded, passage.sentence.start, passage.sentence.end) if passage.quantities else None
    )
    if quoted is None:
        return None
    kind = "project" if quoted["plant"] else "enterprise"
    found = carry.recent(state, kind, passage.sentence.line)
    return replace(found, carried=True, line=passage.sentence.line, scope=0) if found is not None else None


def of_zone(passage: Passage, state: dict[str, Any]) -> Subject | None:
    """The zone of a paragraph, where somebody is quoted on how full it will be ("Chúng tôi sẽ lấp đầy 95%")."""
    zone = carry.recent(state, "zone", passage.sentence.line)
    if zone is None or zone.line != passage.sentence.line or not passage.quantities:
        return None
    place = passage.folded, passage.sentence.start, passage.sentence.end
    return replace(zone, carried=True, scope=0) if _FILLS.match(*place) else None


_FILLS = regex.compile(
    fold_pattern(
        r"[\s\-–]*[\"“”][^\"“”]{0,40}?(?<![\p{L}])(?:chúng tôi|khu|cụm)(?![\p{L}])[^\"“”]{0,60}? lấp đầy [^\"“”]*[\"“”]"
    )
)


_OF_HOUSE = regex.compile(
    _SPOKEN.pattern
    + fold_pattern(
        r"[\s,\-–]*(?:theo )?(?:ông|bà|anh|chị)\s[^.;,]{2,40}, [^.;,\d]{2,40} (?:công ty|doanh nghiệp"
        r"|(?P<plant>nhà máy|xưởng))"
        r"(?: này)?,? (?:cho hay|cho biết|nói|chia sẻ|thông tin|kể|khẳng định|phấn khởi)(?![\p{L}])"
    )
)


# "Ông A, Giám đốc công ty, cho hay nhà máy có công suất 95 tấn/năm"
_HEAD_SPEAKS = regex.compile(
    fold_pattern(
        r"(?:theo )?(?:ông|bà) [^,.;]{3,40},\s*(?:[^,.;]{0,24} )?(?:giám đốc|chủ tịch|quản đốc"
        r"|đại diện)(?: [^,.;]{1,24})?"
        r" (?:công ty|doanh nghiệp|nhà máy|hợp tác xã|htx)(?P<named>(?: này)?| [^,.;]{2,50}?),?\s*"
        r"(?:cho hay|cho biết|nói|chia sẻ|thông tin|kể|khẳng định|phấn khởi|tính toán|nhẩm tính|lý giải|thừa nhận"
        r"|tiết lộ)(?![\p{L}])"
        r"(?P<plant>:?,? [\"“]?(?:hiện |hiện nay,? |đến nay,? |toàn |cả )?nhà máy(?! cũ)(?![\p{L}]))?"
    )
)


_HEADS = tuple(map(fold_pattern, ("ông", "bà", "theo")))  # what all that it matches begins with
# "Theo Giám đốc nhà máy Trần Văn A, lao động đang làm việc là 340 người"
_OFFICE_SPEAKS = regex.compile(
    fold_pattern(
        r"theo (?:phó |tổng )*(?:giám đốc|quản đốc|chủ tịch|chủ nhiệm|đại diện|lãnh đạo) (?:(?:công ty|doanh nghiệp"
        r"|hợp tác xã|htx|đơn vị)|(?P<plant>nhà máy))(?: này)?(?: (?P<name>\p{L}+(?: \p{L}+){1,4}))?, "
    )
)


def by_head(passage: Passage, state: dict[str, Any]) -> Subject | None:
    """The firm named last, or its plant, where its head is said to speak of it."""
    place = passage.folded, passage.sentence.start, passage.sentence.end
    if not passage.quantities or not passage.folded.startswith(_HEADS, place[1]):
        return None
    by_office = _OFFICE_SPEAKS.match(*place)
    if by_office is not None and (not by_office["name"] or passage.text[by_office.start("name")].isupper()):
        told = carry.recent(state, "project" if by_office["plant"] else "enterprise", passage.sentence.line)
        told = carry.same_head(told, by_office["plant"] or "", passage.sentence.line, state)
        if told is None:
            return None
        return replace(told, carried=True, line=passage.sentence.line, scope=0, opened=by_office.end())
    spoken = _HEAD_SPEAKS.match(*place)
    if not spoken:
        return None
    if spoken["named"].strip() and not spoken["plant"]:
        return None  # a firm by its name: it is what the sentence is about
    plant = carry.recent(state, "project", passage.sentence.line) if spoken["plant"] else None
    firm = plant or carry.recent(state, "enterprise", passage.sentence.line)
    opened = spoken.end() if spoken["named"].strip() else 0
    return replace(firm, carried=True, line=passage.sentence.line, scope=0, opened=opened) if firm is not None else None
