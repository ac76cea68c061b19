"""A thing that a heading names, and the fields below it that tell of it.

"1. Nhà máy điện gió A (xã B, huyện C)", then "- Chủ đầu tư: Công ty D", "- Công suất 48 MW", or without the dashes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import regex

from kg.facts.entity.thing import Subject, key
from kg.facts.tokens import Passage
from kg.text.normalise import fold_pattern

_POINT = regex.compile(r"\s*[-–+*•●▪]\s")
# What a field tells where no dash opens its line.
_FIELD = (
    r"(?i:(?:tên )?(?:chủ đầu tư|nhà đầu tư|đơn vị chủ đầu tư)|địa điểm(?: (?:xây dựng|đầu tư|thực hiện))?|vị trí"
    r"|quy mô(?: [^:\n]{2,30})?|công suất(?: [^:\n]{2,30})?|tổng (?:vốn|mức|diện tích|kinh phí)(?: [^:\n]{2,30})?"
    r"|vốn(?: [^:\n]{2,24})?|diện tích(?: [^:\n]{2,30})?|mục tiêu(?: [^:\n]{2,20})?|tiến độ(?: [^:\n]{2,20})?"
    r"|thời (?:gian|hạn)(?: [^:\n]{2,30})?|lao động|hình thức(?: [^:\n]{2,20})?|sản phẩm(?: [^:\n]{2,20})?"
    r"|hiện trạng|tình trạng|ngành nghề(?: [^:\n]{2,20})?|nguồn vốn)"
)
_LABELLED = regex.compile(rf"\s*{_FIELD}\s?:")
_POINTS = regex.compile(rf"[ :.\t]*\n(?:[ \t]*+(?:(?:[-–+*•●▪]|{_FIELD}\s?:)[^\n]*+)?\n)*[ \t]*")
_NUMBERS = regex.compile(r"[ :.\t]*\n(?:[ \t]*+(?:(?:[-–+*•●▪]|\(?\d{1,2}[.)]|[a-zđ]\))[^\n]*+)?\n)*[ \t]*")
_NUMBERED = regex.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)/]?|[a-zđ][.)])\s")
# "a) KCN A, huyện B", "2. CCN C (thị xã D):", "3. Nhà máy E (CCN F, huyện G)"
_ONLY_PLACE = regex.compile(
    r"(?:\s[-–]\s(?i:giai đoạn|dây chuyền|phân kỳ|gđ) [\dIVX]{1,3})?"
    r"(?:[\s,(–-]*(?:(?:tại|ở) )?(?:xã|phường|thị trấn|huyện|thị xã|thành phố|TP\.?|TX\.?|H\.|quận|tỉnh"
    r"|KCN|CCN|KKT|[Kk]hu công nghiệp|[Cc]ụm công nghiệp|[Kk]hu kinh tế)\s?[\p{L} '’\d]{2,30})*\)?[\s:.]*"
)


def only_points(text: str, start: int, end: int, *, numbered: bool = False) -> bool:
    """Whether nothing but points of a list stands between the end of a heading and the beginning of a line."""
    return (_NUMBERS if numbered else _POINTS).fullmatch(text, start, end) is not None


def note_heading(passage: Passage, item: Subject | None, state: dict[str, Any]) -> None:
    """Remember the thing that a numbered line names and says nothing else of: the fields below are about it."""
    line = passage.text[passage.sentence.start : passage.sentence.end]
    if _POINT.match(line) or (state.get("heading") is not None and _LABELLED.match(line)):
        return
    alone = (
        item is not None
        and item.proper
        and _NUMBERED.match(line)
        and _ONLY_PLACE.fullmatch(passage.text, item.end, passage.sentence.end) is not None
    )
    state["heading"] = replace(item, end=passage.sentence.end) if item is not None and alone else None
    if item is not None and alone:
        _note_progress(passage, item, state)


# "- Tiến độ: đã vận hành thương mại ngày 28/10/2021", "Hiện trạng: đang thi công"
_PROGRESS = regex.compile(
    fold_pattern(
        r"(?:\n\s*(?:[-+*•●▪]|[^:\n]{2,50}:)[^\n]*){0,12}?\n\s*(?:[-+*•●▪]\s*)?"
        r"(?:tiến độ|hiện trạng|tình trạng|tình hình)[^:\n]{0,24}:(?P<told>[^\n]*)"
    )
)
_RUNS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đã|đang|vẫn)(?: được)?(?: đi vào| chính thức)?"
        r" (?:vận hành|hoạt động|sản xuất|phát điện|khánh thành|hoàn thành|khai thác)(?![\p{L}])"
        r"|(?<![\p{L}])(?:hoạt động|vận hành|sản xuất|phát điện)(?: thương mại)? từ(?![\p{L}])"
    )
)


def _note_progress(passage: Passage, item: Subject, state: dict[str, Any]) -> None:
    """Whether a thing runs or is yet to come, by the field on its progress, which stands below its figures."""
    field = _PROGRESS.match(passage.folded, passage.sentence.end)
    if field is not None:
        runs = _RUNS.search(field["told"]) is not None
        state.setdefault("planned", {})[key(item.name)] = not runs


def told(passage: Passage, state: dict[str, Any]) -> bool:
    """Whether a sentence is of a field of a thing: its times and places are that thing's alone."""
    heading: Subject | None = state.get("heading")
    if heading is None:
        return False
    start = passage.text.rfind("\n", 0, passage.sentence.start) + 1
    field = _POINT.match(passage.text, start) or _LABELLED.match(passage.text, start)
    return field is not None and only_points(passage.text, heading.end, start)


def under(passage: Passage, state: dict[str, Any]) -> Subject | None:
    """The thing of the heading above a field ("1. KCN A", "- Diện tích: 221 ha; đã lấp đầy"); None for other lines."""
    heading: Subject | None = state.get("heading")
    start = passage.sentence.start
    if heading is None or not (_POINT.match(passage.text, start) or _LABELLED.match(passage.text, start)):
        return None
    if not only_points(passage.text, heading.end, start):
        state["heading"] = None
        return None
    return replace(heading, start=start, end=start, opened=0, scope=0, carried=True, line=passage.sentence.line)
