"""Projects that a text tells as licensed: by a sentence, by the heading of their list, or by what was handed out."""

from __future__ import annotations

from typing import Any

import regex

from kg.facts.entity import fields
from kg.facts.entity.thing import Subject, Turn
from kg.facts.tokens import Passage
from kg.text.normalise import fold_pattern
from kg.text.segment import DASH

_PERMIT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:trao|cấp|nhận)[^,.;]{0,12} (?:chứng nhận|giấy phép|quyết định)(?![\p{L}])"
        r"|(?<![\p{L}])cấp phép(?= (?:(?:đầu tư|mới|cho|thêm) )*(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) dự án)"
    )
)
_PERMITS = tuple(
    map(fold_pattern, ("chứng nhận", "giấy phép", "quyết định", "cấp phép"))
)  # all that it matches has one
# "trao giấy chứng nhận đầu tư cho ba dự án. Lớn nhất là nhà máy ...": those that the next lines name
_GRANTED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:trao|cấp)[^,.;]{0,24} (?:chứng nhận|giấy phép|quyết định)[^.;]{0,30}? (?:cho )?"
        r"(?:các|những|\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:dự án|da|nhà đầu tư|doanh nghiệp)(?![\p{L}])"
    )
)
_OF_THEM = regex.compile(
    fold_pattern(
        r"\W*(?:lớn nhất|đáng chú ý|nổi bật|tiêu biểu|trong (?:số )?đó|gồm|bao gồm|cụ thể|đó là|đầu tiên|thứ nhất"
        r"|(?:một|hai) (?:trong số|dự án)|dự án (?:lớn nhất|đầu tiên|thứ nhất))(?![\p{L}])"
    )
)
_LICENSES = regex.compile(
    fold_pattern(
        r"(?:dự án|da)[^\n]*(?:được )?(?:cấp|chấp thuận|trao)|(?:cấp mới|cấp giấy|cấp phép|trao (?:giấy|chứng nhận)"
        r"|chấp thuận)[^\n]*(?:dự án|da)"
    )
)
_FOLLOW = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:dưới đây|sau đây|như sau|danh sách|đáng chú ý|tiêu biểu|trong đó)(?![\p{L}])")
)
_PARAGRAPHS = 3  # before such a line, one of which tells of the licences


def note(passage: Passage, turns: list[Turn], state: dict[str, Any]) -> None:
    """Remember the projects that a sentence tells as licensed, for the figures to come."""
    folded, start, end = passage.folded, passage.sentence.start, passage.sentence.end
    if state.get("grants") not in (None, passage.sentence.line):  # the line behind
        state["granted"] = passage.sentence.line if _OF_THEM.match(folded, start, end) else None
        state["grants"] = None
    permit = _PERMIT.search(folded, start, end) if any(folded.find(p, start, end) >= 0 for p in _PERMITS) else None
    if permit is None:
        return
    if not turns and _GRANTED.search(folded, start, end):
        state["grants"] = state["granted"] = passage.sentence.line
    licensed: set[str] = state.setdefault("licensed", set())
    licensed.update(s.name for _, s in turns if s is not None and s.kind == "project" and s.end >= permit.start())


def _under_heading(passage: Passage, start: int) -> bool:
    """Whether the points of a list that hold the line at ``start`` stand under a heading on licences.

    Or under one that only says "TỪNG DỰ ÁN", behind a paragraph on them.
    """
    above = passage.folded[:start].rstrip("\n")
    while above and _A_POINT.match(above, above.rfind("\n") + 1):
        above = above[: above.rfind("\n") + 1].rstrip("\n")
    line = above.rfind("\n") + 1
    heading = above[line:]
    if not heading or len(heading) > _SHORT or heading.rstrip().endswith((".", ":")):
        return False
    if _HEADS.search(heading):
        return True
    before = above[:line].rstrip("\n")
    paragraph = before[before.rfind("\n") + 1 :]
    return _EACH.search(heading) is not None and _PERMIT.search(paragraph) is not None


_SHORT = 60  # letters of a heading
_A_POINT = regex.compile(r"\s*[*•+-]\s")
_HEADS = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:chứng nhận|giấy phép|cấp phép|cấp mới|chấp thuận|vừa cấp)(?![\p{L}])")
)
_EACH = regex.compile(
    fold_pattern(r"\W*(?:từng|các|những|danh sách|chi tiết|\d+|hai|ba|bốn|năm|sáu)(?: \p{L}+){0,2}? dự án")
)


def listed(passage: Passage, state: dict[str, Any]) -> bool:
    """Whether an item stands in a list of projects that were just licensed ("Các dự án cấp mới trong tháng:")."""
    item: Subject | None = state.get("item")
    if passage.sentence.level < DASH and (item is None or item.line != passage.sentence.line):
        return False
    start = passage.text.rfind("\n", 0, passage.sentence.start) + 1
    if _under_heading(passage, start):
        return True
    head = passage.folded.rfind(":\n", 0, start)
    if head < 0 or not fields.only_points(passage.text, head, start, numbered=True):
        return False
    line = passage.folded.rfind("\n", 0, head) + 1
    if _FOLLOW.search(passage.folded, line, head):  # "Dưới đây là một số dự án:", behind the paragraphs on licences
        for _ in range(_PARAGRAPHS):
            line = passage.folded.rfind("\n", 0, len(passage.folded[:line].rstrip())) + 1
            if _LICENSES.search(passage.folded, line, head) is not None:
                return True
    return _LICENSES.search(passage.folded, line, head) is not None
