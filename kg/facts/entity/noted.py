"""What a sentence says will be built or begun, called for or opened, remembered for the figures to come."""

from __future__ import annotations

from typing import Any

import regex

from kg.facts.discourse import Discourse
from kg.facts.entity import past, planned
from kg.facts.entity.thing import Subject, Turn, key
from kg.facts.tokens import Passage
from kg.text.normalise import fold_pattern

_WILL_BUILD = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:sẽ|đang|dự kiến|chuẩn bị|cam kết|đề xuất|có kế hoạch|muốn|ghi nhớ)(?: \p{L}+){0,3}? "
        r"(?:đầu tư|xây dựng|xây|triển khai|khởi công|mở rộng|nâng cấp|làm|lập)[^,.;:]{0,24}$"
        r"|(?<![\p{L}])(?:cho ý kiến|thông qua chủ trương|chấp thuận chủ trương)[^,.;]{0,24}$"
    )
)
_BEGUN = regex.compile(fold_pattern(r"(?<![\p{L}])(?:khởi công|động thổ)(?: (?:xây dựng|dự án|đầu tư))*\s*$"))
# "B. DỰ ÁN ĐANG XÂY DỰNG", "Chuẩn bị đầu tư": a heading over things to come
_HEADS_WORKS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đang (?:được )?(?:xây dựng|triển khai|thi công|đầu tư|lập thủ tục|hoàn thiện thủ tục)"
        r"|chuẩn bị (?:đầu tư|khởi công|triển khai)|sắp (?:khởi công|triển khai)|chưa (?:khởi công|triển khai)"
        r"|(?:kêu gọi|mời gọi) đầu tư|đề xuất đầu tư|dự án (?:ưu tiên|trọng điểm|kêu gọi|mời gọi)"
        r"|danh mục (?:các )?(?:động lực|dự án|công trình)"
        r"|mới (?:được )?(?:cấp phép|chấp thuận)"
        r"|(?:dự án|nhà máy|công trình) (?:\p{L}+ ){0,4}?(?:dự kiến|sẽ|sắp) (?:hoàn thành|khởi công|vận hành|đi vào"
        r"|hoạt động)"
        r"|trên công trường|đang dang dở)(?![\p{L}])"
    )
)
# "5 CCN được đưa vào danh mục mời gọi nhà đầu tư": those that the paragraph then names are to come
_CALLS = regex.compile(
    fold_pattern(r"(?:kêu gọi|mời gọi|tìm) (?:các )?(?:nhà )?đầu tư(?: hạ tầng)?(?: \p{L}+){0,6}(?: \d|[,.;:]|$)")
)
_CALL_MARKS = tuple(map(fold_pattern, ("kêu gọi", "mời gọi", "tìm")))  # one of these is in all that it matches
_DONE = regex.compile(fold_pattern(r"(?:đã|đang) (?:hoạt động|vận hành|lấp đầy|cho thuê)"))
_AND = tuple(map(fold_pattern, (" và ", ", ", " cùng ")))
# "Đắk Nông gọi vốn cho 31 dự án", "Danh mục dự án kêu gọi đầu tư": a headline on what is to be built
_CALLING = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:gọi vốn|(?:kêu|mời) gọi(?: đầu tư| vốn)?) (?:cho|vào|đối với)?(?: (?:các|những|loạt"
        r"|\d{1,3}))* ?dự án"
        r"|(?<![\p{L}])dự án (?:kêu|mời) gọi (?:đầu tư|vốn|nhà đầu tư)"
    )
)
# "Công trường hiện có 260 công nhân": what the text told of last is being built
_SITE = regex.compile(fold_pattern(r"\W*(?:trên |tại )?công trường(?: dự án)?(?: này)? (?:hiện|đang|luôn|lúc|có|,)"))
# "thu hồi 9 dự án": what the paragraph then tells of has never run
_REVOKED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:thu hồi|chấm dứt(?: hoạt động)?|bãi bỏ|hủy bỏ|rút giấy phép)(?: (?:của|chủ trương"
        r"|giấy phép|giấy|chứng nhận"
        r"|đầu tư|quyết định))* (?:\d{1,3} |các |nhiều |những |hàng loạt |một số )(?:dự án|nhà máy)"
    )
)
_LEAD_ENDS = 600  # letters
_BEFORE = 30  # letters before a name that say what is done with the thing


def note_plans(passage: Passage, turns: list[Turn], discourse: Discourse, state: dict[str, Any]) -> None:
    """Remember the projects that a sentence says will be built, for the figures to come ("sẽ đầu tư dự án thép X").

    A sentence without figures tells by its dates, too ("Nhà máy khởi công tháng 9/2024, dự kiến phát điện quý I/2026").
    """
    known: dict[str, bool] = state.setdefault("planned", {})
    folded, start, end = passage.folded, passage.sentence.start, passage.sentence.end
    if any(folded.find(mark, start, end) >= 0 for mark in _CALL_MARKS) and _CALLS.search(folded, start, end):
        state["called"] = passage.sentence.line
    elif state.get("called") is not None and _DONE.search(passage.folded, passage.sentence.start, passage.sentence.end):
        state["called"] = None
    if passage.sentence.line == 0 and passage.sentence.first and _CALLING.search(folded, start, end):
        state["calling"] = True
    if _SITE.match(folded, start, end):
        for thing in state.get("proper", {}).values():
            if thing.line == passage.sentence.line and thing.kind == "project":
                known.setdefault(key(thing.name), True)
    if _REVOKED.search(folded, start, end):
        state["revoked"] = passage.sentence.line
    only = turns[0][1] if len(turns) == 1 and not passage.quantities else None
    if only is not None and only.kind == "project":
        told = planned.in_stretch(passage, only, passage.sentence.end, discourse, known.get(key(only.name)) is False)
        if told is not None:
            known[key(only.name)] = told
    beside: Subject | None = None
    for _, subject in turns:
        first, beside = beside, subject
        if subject is None or subject.kind == "enterprise" or subject.carried or subject.start < passage.sentence.start:
            continue
        if first is not None and _built_with(passage, first, subject, known):
            known.setdefault(key(subject.name), True)
            continue
        if past.opened(passage, subject):
            known[key(subject.name)] = False
            if passage.sentence.start < _LEAD_ENDS:
                state["ceremony"] = True
        before = max(passage.sentence.start, subject.start - 60)
        if _WILL_BUILD.search(passage.folded, before, subject.start) or _BEGUN.search(
            passage.folded, before, subject.start
        ):
            known.setdefault(key(subject.name), True)


def _built_with(passage: Passage, first: Subject, other: Subject, known: dict[str, bool]) -> bool:
    """Whether a thing is the second of those a sentence says are built ("xây kho trị giá 9 tỷ và nhà máy nhựa")."""
    if first.kind != "project" or other.kind != "project" or not passage.folded.endswith(_AND, 0, other.start):
        return False
    before = max(passage.sentence.start, first.start - _BEFORE)
    builds = first.start >= passage.sentence.start and planned.BUILDS.search(passage.folded, before, first.start)
    return known.get(key(first.name)) is True or bool(builds)


def note_heading(passage: Passage, state: dict[str, Any]) -> None:
    """Remember a heading over works to come, until one of its own or a higher level."""
    level, works = passage.sentence.level, state.get("works")
    if _HEADS_WORKS.search(passage.folded, passage.sentence.start, passage.sentence.end) is not None:
        state["works"] = level
    elif works is not None and level <= works:
        state["works"] = None
