"""What a text goes on about: the thing of the sentences before, and the project that a sum is put into."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import regex

from kg.facts.entity.thing import Subject, Turn
from kg.facts.tokens import Passage
from kg.text.normalise import fold_pattern

_LEAD = regex.compile(
    fold_pattern(
        r"\s*(?:hiện,? |hiện nay,? |hiện tại,? |theo đó,? |được biết,? |trong đó,? |theo kế hoạch,? "
        r"|theo quy hoạch,? |theo thiết kế,? |dự kiến,? |đây là |cụ thể,? |đến nay,? |năm \d{4},? "
        r"|tổng |với |khi (?:đi vào hoạt động|hoàn thành|vận hành)[^,.]{0,40}, ?|sau khi [^,.]{0,50}, "
        r"?|ngoài ra,? |bên cạnh đó,? )*"
        r"(?:(?P<project>dự án|sân bay|nhà máy|công trình|dây chuyền|trang trại|cảng|khu đô thị|tuyến)"
        r"|(?P<enterprise>công ty|doanh nghiệp|đơn vị|tập đoàn|hợp tác xã|htx|cơ sở|xưởng)"
        r"|(?P<zone>kcn|ccn|khu công nghiệp|cụm công nghiệp|khu kinh tế|khu này|cụm này)"
        r"|(?P<any>mức đầu tư|tổng mức đầu tư|tổng vốn|vốn|kinh phí|công suất|quy mô|diện tích|chủ "
        r"đầu tư|nhà đầu tư|theo giấy phép|sản lượng|giai đoạn|từ quy mô|tỷ lệ lấp đầy|dự kiến khi"
        r"|thời gian|tạo việc làm|giải quyết việc làm|cs|lđ|dt|thu nhập|mức lương|lương|đầu tư|nâng "
        r"công suất|chiều dài|phân kỳ|sau khi|khi (?:đi vào|hoàn thành)|đến nay đã|lấp đầy|cho thuê"
        r"|sử dụng))(?![\p{L}])"
    )
)
_GENERIC_COUNT = regex.compile(fold_pattern(r"\s*(?:,? )?(?:các|những|nhiều|\d+|hai|ba|bốn|toàn|cả|mỗi)\s"))
_CARRY_LINES = 6


def carried(passage: Passage, state: dict[str, Any]) -> Subject | None:
    """The subject of the sentences before, where this one goes on about it."""
    lead = _LEAD.match(passage.folded, passage.sentence.start, min(passage.sentence.end, passage.sentence.start + 160))
    if lead is None or _GENERIC_COUNT.match(passage.folded, passage.sentence.start):
        return None
    line = passage.sentence.line
    near = 1 if lead["any"] else _CARRY_LINES
    for kind in ("project", "enterprise", "zone"):
        if lead[kind]:
            found = recent(state, kind, line)
            latest: Subject | None = state.get("subject")
            if (
                found is None
                and kind == "project"
                and latest is not None
                and line - latest.line <= 1
                and latest.kind == "zone"
            ):
                found = latest
            break
    else:
        found = state.get("subject")
        built = recent(state, "project", line)
        if found is not None and found.kind == "enterprise" and built is not None and line - built.line <= 2:
            found = built  # "Giai đoạn 1 có công suất ...": a company has no phases
    if found is None or line - found.line > near:
        return None
    if lead["any"] and not found.proper and found.owner is None and found.line != line:
        return None
    return replace(found, carried=True, scope=0)


def recent(state: dict[str, Any], kind: str, line: int) -> Subject | None:
    """The last subject of this kind, where a sentence on the given line can still go on about it."""
    found: Subject | None = state.get("recent", {}).get(kind)
    return found if found is not None and line - found.line <= _CARRY_LINES else None


def aimed(passage: Passage, index: int, current: Subject | None, later: list[Turn]) -> Subject | None:
    """The project behind a sum that is put into it ("chi 185 triệu USD mở rộng nhà máy ...")."""
    quantity = passage.quantities[index]
    if quantity.dimension != "money" or not later or (current is not None and current.kind != "enterprise"):
        return None
    at, project = later[0]
    if project is None or project.kind != "project" or at - quantity.full_end > 90:
        return None
    if not _PUT.search(passage.folded, max(passage.sentence.start, quantity.full_start - 40), quantity.full_start):
        return None
    between = passage.folded[quantity.full_end : at]
    if not _INTO.match(between) or regex.search(r"[;.\d]", between):
        return None
    giver = project.owner or (current.name if current is not None else None)
    return replace(project, owner=giver, start=passage.sentence.start, end=passage.sentence.start)


_PUT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đầu tư|rót|đổ|chi|bỏ ra|bỏ|dành|góp|giải ngân|chi tới|số vốn|vốn)(?: (?:thêm"
        r"|khoảng|hơn|gần|tới|đến|là|trên))?\s*$"
    )
)
_INTO = regex.compile(
    fold_pattern(
        r"\s*(?:vốn đầu tư |vốn )?(?:để |vào |cho )?(?:đầu tư |xây dựng|xây|mở rộng|nâng|phát triển"
        r"|triển khai|cho|vào|làm|lập)"
    )
)


def keep(passage: Passage, seen: list[Turn], last: Subject | None, state: dict[str, Any]) -> None:
    """Remember what the next sentences may go on about: the last thing, unless it was but an aside in brackets."""
    latest: dict[str, Subject] = state.setdefault("recent", {})
    for _, subject in seen:
        if subject is not None:
            latest[subject.kind] = _on_line(subject, passage.sentence.line)
    if last is not None and (last.carried or not _aside(passage, last)):
        state["subject"] = _on_line(last, passage.sentence.line)
    elif seen or passage.quantities:
        state["subject"] = None


def _on_line(subject: Subject, line: int) -> Subject:
    """A subject as one of the line that goes on about it."""
    return subject if subject.line == line else replace(subject, line=line)


def _aside(passage: Passage, subject: Subject) -> bool:
    lead = passage.folded[passage.sentence.start : subject.start]
    return lead.count("(") > lead.count(")")
