"""The thing that a number is told of within a sentence on something else: "dự án", "khu", "tại đây", "tỷ lệ này"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import regex

from kg.facts.entity import words
from kg.facts.entity.carry import recent
from kg.facts.entity.thing import Subject, key
from kg.facts.tokens import Passage
from kg.text.normalise import fold_pattern

# "nâng vốn dự án lên ...", "diện tích của nhà máy là ...": the thing in question, in the middle of a sentence
_OF_IT = regex.compile(
    fold_pattern(
        r"(?<!(?<![\p{L}])(?:các|những|nhiều|số|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d|với|mỗi|từng|có|loạt"
        r"|quy mô) )(?<![\p{L}])"
        r"(?:(?P<project>dự án|nhà máy|công trình|khu liên hợp|(?<!xuất )xưởng|trang trại"
        r"|giai đoạn (?:\d|[iv]+|đầu))|(?P<zone>khu|cụm))"
        r"(?: này| trên| ấy| nói trên)?(?: (?:lên|là|khoảng|hơn|gần|đạt|tới|đến|còn|với|rộng|có|được|tăng|sẽ|gồm|mỗi"
        r"|cần|dùng|tuyển|dự kiến)(?![\p{L}])|(?(zone) (?:đã|đang|hiện|lấp|thu hút|tiếp nhận|đón)(?![\p{L}])|(?!))"
        r"|\s*$|, )"
    )
)
# "nay 71% đất của khu đã có chủ", "Trên khuôn viên 8,4 ha, nhà máy có thể ..."
_IT_HAS = regex.compile(
    fold_pattern(
        r"%?(?: (?:ha|m2))?(?: đất| mặt bằng| quỹ đất)?(?: công nghiệp)?(?:,| (?:của|trong|ở|tại))"
        r" (?:(?P<project>nhà máy|dự án|công trình|xưởng)|(?P<zone>khu|cụm))(?: này)?"
        r"(?= (?:đã|đang|có|được|mỗi|sẽ|hiện|cần|cho|dự kiến|sản xuất)(?![\p{L}])|[,.])"
    )
)
# "tỷ lệ lấp đầy của KCN mới ở mức 58%": of the one told of
_FILLED_SO_FAR = regex.compile(
    fold_pattern(
        r"(?P<project>(?!))?(?<![\p{L}])tỷ lệ lấp đầy(?: của| tại| trong| ở)? (?P<zone>kcn|ccn|khu công nghiệp"
        r"|cụm công nghiệp|kkt)(?: này)? (?:mới|đã|hiện|chỉ|ở mức|là|đạt|còn|cũng|tăng|nhích|lên)(?![\p{L}])"
    )
)
# "Công ty A đã dựng nên nhà máy có công suất 168 MW"
_HAS_BUILT = regex.compile(
    fold_pattern(r"\s+(?:đã |vừa |mới )*(?:dựng nên|dựng|xây dựng|xây|đầu tư|hoàn thành|lắp|khánh thành|đưa)\s*")
)
_SERVES = regex.compile(fold_pattern(r"(?<![\p{L}])(?:công suất|năng suất|năng lực|quy mô|đáp ứng)(?![\p{L}])"))
_HERE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:tại|ở|vào|về|đến) đây|nơi đây|tại khu này"
        r"|(?:tại|trong) (?:kcn|ccn|kkt|(?:khu|cụm)(?: công nghiệp)?|nhà máy)(?: này)?"
        r"(?=\s*(?:,|là|đạt|hiện|khoảng|có|\d|$)))(?![\p{L}])"
    )
)
_FILLED = regex.compile(fold_pattern(r"lấp đầy[^,;.\d]{0,24}$"))
# What a figure of each attribute is told in, where "con số này" points back to it.
_SAME = {
    "occupancy": ("percent",),
    "employees": ("count-person", "count-job"),
    "capacity": ("mass", "volume", "power", "count", "litre", "count-vehicle", "count-animal"),
}
_NEAR = 120  # letters before a number in which it is said that it is a capacity


def thing(passage: Passage, index: int, about: Subject | None, state: dict[str, Any]) -> Subject | None:
    """The thing that a number is told of by "dự án", "nhà máy" or "khu" alone, whoever else the sentence is about."""
    if (about is None or about.carried) and _staff_of_zone(passage, index):
        zone = recent(state, "zone", passage.sentence.line)
        return replace(zone, carried=True, scope=0, line=passage.sentence.line) if zone is not None else about
    if (about is not None and about.kind != "enterprise") or not state.get("recent"):
        return about
    here = _here(passage, index, state)
    if here is not None:
        return here
    start = max(passage.gap(index)[0], about.end if about is not None and not about.carried else 0)
    quantity = passage.quantities[index]
    told = (
        _OF_IT.search(passage.folded, start, quantity.full_start)
        or _FILLED_SO_FAR.search(passage.folded, start, quantity.full_start)
        or _IT_HAS.match(passage.folded, quantity.full_end, passage.sentence.end)
    )
    known = recent(state, "zone" if told["zone"] else "project", passage.sentence.line) if told is not None else None
    if known is None or told is None:
        return about
    builds = about is not None and known.owner is None and known.kind == "project"
    if about is not None and builds and _HAS_BUILT.fullmatch(passage.folded, about.end, told.start()):
        state.setdefault("owners", {}).setdefault(key(known.name), about.name)
    return replace(known, carried=True, scope=0, line=passage.sentence.line)


def _staff_of_zone(passage: Passage, index: int) -> bool:
    """Whether workers are those in a zone, whatever plant was told of last ("Số công nhân làm việc trong KCN ...")."""
    counts = passage.quantities[index].dimension == "count-person"
    return counts and _IN_ZONE.match(passage.folded, passage.sentence.start, passage.sentence.end) is not None


_IN_ZONE = regex.compile(
    fold_pattern(
        r"\W*(?:hiện |hiện nay,? |đến nay,? |tổng )?số (?:công nhân|lao động|người)(?: đang| hiện)*(?: làm việc"
        r"| lao động)? "
        r"(?:trong|tại|ở|của) (?:kcn|ccn|khu|cụm|khu công nghiệp|cụm công nghiệp)(?: này)?"
        r"(?= (?:hiện|là|đã|đạt|khoảng|tăng|lên|có)(?![\p{L}]))"
    )
)


def same_figure(passage: Passage, index: int, state: dict[str, Any]) -> tuple[Subject, str] | None:
    """The thing and the attribute that a number goes on with ("Cuối năm 2025 tỷ lệ này sẽ đạt 70%")."""
    told = state.get("told")
    quantity = passage.quantities[index]
    if not told or quantity.dimension not in _SAME.get(told[-1].attribute, ()):
        return None
    if not words.THIS_RATE.search(passage.folded, passage.gap(index)[0], quantity.full_start):
        return None
    for kind in ("zone", "project", "enterprise"):
        thing = recent(state, kind, passage.sentence.line)
        if thing is not None and thing.line == passage.sentence.line and told[-1].entity.startswith(thing.name):
            return replace(thing, carried=True, scope=0), told[-1].attribute
    return None


def _here(passage: Passage, index: int, state: dict[str, Any]) -> Subject | None:
    """The zone or project that workers are counted at, by "tại đây" alone ("12.600 công nhân làm việc tại đây")."""
    quantity = passage.quantities[index]
    filled = quantity.dimension == "percent" and _FILLED.search(passage.folded, *passage.gap(index)) is not None
    if quantity.dimension not in ("count-person", "count-project", "money") and not filled:
        return None
    latest: Subject | None = state.get("subject") or recent(state, "zone", passage.sentence.line)
    if latest is None or passage.sentence.line != latest.line or (filled and latest.kind != "zone"):
        return None
    if not _HERE.search(passage.folded, passage.sentence.start, passage.sentence.end):
        return None
    return replace(latest, carried=True, scope=0, line=passage.sentence.line)


def staffed(attribute: str, about: Subject, state: dict[str, Any]) -> Subject:
    """The plant that a line of its own belongs to, where people or wages are told: a line has none."""
    if attribute not in ("employees", "wage") or about.kind != "project" or not _LINE.match(about.name):
        return about
    named: dict[str, Subject] = state.get("proper", {})
    plants = [t for t in named.values() if t.kind == "project" and t.line == about.line and not _LINE.match(t.name)]
    return replace(plants[-1], carried=True, scope=0) if plants else about


_LINE = regex.compile(r"(?:[Đđ]ường|[Tt]uyến|[Tt]rạm|[Cc]ầu)(?!\p{L})")


def facility(passage: Passage, index: int, state: dict[str, Any]) -> Subject | None:
    """The airport, port or station that a text is about, where a capacity in passengers names none."""
    quantity = passage.quantities[index]
    found: Subject | None = state.get("facility")
    if found is None or quantity.dimension != "count-visit" or words.GUESTS not in quantity.noun:
        return None
    start = max(passage.sentence.start, quantity.full_start - _NEAR)
    if not _SERVES.search(passage.folded, start, quantity.full_start):
        return None
    return replace(found, carried=True, scope=0, line=passage.sentence.line)
