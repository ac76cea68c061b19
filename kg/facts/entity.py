"""Figures of one project, zone or enterprise: a number near a name, with the attribute that a cue or the unit tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import regex

from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.place import area_code
from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.mentions.period import Period, resolve, year_of
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.model import EntityFigure, Evidence
from kg.text.normalise import fold_pattern

_ATTRIBUTES: tuple[tuple[str, frozenset[str], str], ...] = (
    ("occupancy", frozenset({"percent"}), r"lấp đầy"),
    ("wage", frozenset({"money"}), r"thu nhập|tiền lương|mức lương|lương bình quân"),
    ("additional-capital", frozenset({"money"}), r"vốn (?:đầu tư )?(?:đăng ký )?tăng thêm|tăng vốn|điều chỉnh tăng|bổ sung vốn"),
    ("investment-capital", frozenset({"money", "bare"}), r"vốn|tổng mức đầu tư|trị giá|đầu tư|kinh phí|chi(?![\p{L}])|tmđt|tvđt"),
    ("leased-land", frozenset({"area", "area2"}), r"cho thuê|thuê đất|đã thuê"),
    ("land-area", frozenset({"area", "area2"}), r"diện tích|rộng|quy mô|mặt bằng|trên|khuôn viên|thuê|mặt nước|đất|chiếm|:|,|\("),
    ("annual-output", frozenset({"energy"}), r""),
    ("annual-output", frozenset({"mass", "volume", "count", "litre", "length"}), r"sản lượng|sản xuất được|sản xuất ra|cung cấp|sản phẩm mỗi năm"),
    ("capacity", frozenset({"power", "mass", "volume", "count", "litre", "length", "area2", "count-animal", "count-TEU", "count-person"}), r"công suất|quy mô|năng lực|thiết kế|sản xuất|tổ máy|cs"),
    ("employees", frozenset({"count-person", "count-job"}), r"lao động|công nhân|việc làm|nhân công|người"),
    ("projects", frozenset({"count-project", "count-enterprise"}), r"dự án|thu hút|doanh nghiệp|nhà đầu tư"),
    ("length", frozenset({"length"}), r"dài|chiều dài|tuyến"),
)  # fmt: skip
_PATTERNS = tuple((name, dims, regex.compile(fold_pattern(pattern)) if pattern else None) for name, dims, pattern in _ATTRIBUTES)
_NOT_OURS = regex.compile(fold_pattern(r"doanh thu|lợi nhuận|nộp ngân sách|lãi|cổ phần|cổ phiếu|vay|nợ|giá |thuế|phạt|hỗ trợ|vốn điều lệ|vốn hóa|thiệt hại|xuất khẩu|kim ngạch|tiêu thụ|ủng hộ|tổng tài sản|quà|bồi thường|doanh số|tiền lương tháng"))
_PLURAL = regex.compile(fold_pattern(r"^(?:các|những|nhiều|một số|\d+|mỗi|toàn bộ|hầu hết|tổng số)\s"))
_PLANNED = regex.compile(fold_pattern(r"dự kiến|sẽ |phấn đấu|kế hoạch|quy hoạch|chấp thuận chủ trương|đề xuất|đề nghị|chuẩn bị|nghiên cứu|theo thiết kế|khởi công|đang (?:xây|triển khai|thi công)|chưa "))
_OWNED = regex.compile(fold_pattern(r"(?:chủ đầu tư|do|của|nhà đầu tư|đầu tư bởi|thuộc|làm chủ đầu tư)\s*(?:là|:|-)?\s*$"))
_BULLET = regex.compile(r"\s*(?:[-–+*•●▪]|\d{1,2}[.)]|[a-zđ]\))\s*(?P<name>\p{Lu}[^:;,]{2,80}?(?:\s*\((?:GĐ|giai đoạn|Giai đoạn|GD|g/đ|mở rộng)[^)]{0,26}\))?)(?:\s*\([^)]{2,120}\))?\s*:\s")


@dataclass(slots=True)
class Subject:
    """The thing that a stretch of text is about, with its owner and place."""

    name: str
    kind: str
    start: int
    owner: str | None = None
    area: str | None = None
    line: int = 0
    owners: tuple[str, ...] = ()
    planned: bool = False


def read(passage: Passage, frame: Frame, discourse: Discourse, state: dict[str, Any]) -> Iterator[tuple[int, EntityFigure]]:
    """The figures of named things in a sentence, each with the index of its quantity."""
    subject: Subject | None = _carried(passage, state)
    names = [t for t in passage.tokens if isinstance(t, Name)]
    bullet = _bullet(passage)
    if bullet is not None:
        subject = bullet
    position = 0
    for index, quantity in enumerate(passage.quantities):
        while position < len(names) and names[position].start < quantity.full_start:
            subject = _subject(passage, names, position, subject, discourse, bullet)
            position += 1
        listed = _occupied(passage, index)
        if listed:
            for name in listed:
                yield index, _figure(passage, index, quantity, "occupancy", Subject(name, "zone", passage.sentence.start, line=passage.sentence.line), frame, discourse, names)
            continue
        if subject is None:
            continue
        attribute = _attribute(passage, index, subject, state, names)
        if attribute is None:
            continue
        yield index, _figure(passage, index, quantity, attribute, _one_owner(passage, index, subject), frame, discourse, names)
    while position < len(names):  # a name without figures may be what the next sentence goes on about
        subject = _subject(passage, names, position, subject, discourse, bullet)
        position += 1
    state["subject"] = subject if subject is not None and (bullet or subject.start >= passage.sentence.start or subject.line == passage.sentence.line) else None
    state["line"] = passage.sentence.line


_FULL = regex.compile(fold_pattern(r"lấp đầy"))
_COUNTED_ZONES = regex.compile(fold_pattern(r"(?:\d+|hai|ba|bốn|năm|các)\s+(?:kcn|ccn|khu công nghiệp|cụm công nghiệp)[^.;()]{0,60}$"))
_NAME_OF_ZONE = regex.compile(r"\p{Lu}[\p{L}\d]*(?:[ -]+(?:-\s+)?(?:\p{Lu}[\p{L}\d]*|\d+|mở rộng|giai đoạn \d))*(?:\s*\((?:GĐ|giai đoạn)[^)]*\))?")


def _occupied(passage: Passage, index: int) -> list[str]:
    """The zones of a list of occupancies: "03 KCN lấp đầy 100% (A, B, C)", "lấp đầy trên 90% (A 93,5%, B 95,3%)"."""
    quantity = passage.quantities[index]
    if quantity.dimension != "percent" or not _FULL.search(passage.folded, passage.sentence.start, quantity.start):
        return []
    text, folded = passage.text, passage.folded
    opened = folded.rfind("(", passage.sentence.start, quantity.start)
    if opened >= 0 and ")" not in folded[opened : quantity.start] and _COUNTED_ZONES.search(folded[passage.sentence.start : opened]):
        start, _ = passage.gap(index)
        name = _NAME_OF_ZONE.search(text, max(start, opened), quantity.full_start)
        return [name.group()] if name else []
    clause = folded[passage.sentence.start : quantity.full_start]
    if _COUNTED_ZONES.search(clause):
        bracket = regex.match(r"\s*\(([^()%]*)\)", text, pos=quantity.full_end)
        if bracket is None:
            return []
        names = [n.strip() for n in regex.split(r",|;|\svà\s", bracket[1])]
        return [n for n in names if _NAME_OF_ZONE.fullmatch(n)]
    return []


def _one_owner(passage: Passage, index: int, subject: Subject) -> Subject:
    """Which of several owners a number in a bracket belongs to, where there are as many numbers."""
    if len(subject.owners) < 2:
        return subject
    opened = passage.folded.rfind("(", passage.sentence.start, passage.quantities[index].start)
    inside = [q.start for q in passage.quantities if opened < q.start < (passage.folded.find(")", opened) if opened >= 0 else 0)]
    if len(inside) != len(subject.owners) or passage.quantities[index].start not in inside:
        return subject
    return Subject(subject.name, subject.kind, subject.start, subject.owners[inside.index(passage.quantities[index].start)], subject.area, subject.line)


def _carried(passage: Passage, state: dict[str, Any]) -> Subject | None:
    """The subject of the sentence before, where this one goes on about it."""
    subject: Subject | None = state.get("subject")
    if subject is None or passage.sentence.line - state.get("line", -9) > 1:
        return None
    lead = passage.folded[passage.sentence.start : passage.sentence.start + 60]
    generic = regex.search(fold_pattern(r"(?<![\p{L}])(?:công ty|doanh nghiệp|đơn vị|nhà máy|dự án)(?![\p{L}])"), passage.folded[passage.sentence.start : passage.sentence.end])
    if subject.kind == "enterprise" and generic and not any(isinstance(t, Name) and t.kind == "enterprise" for t in passage.tokens):
        return subject
    goes_on = regex.match(fold_pattern(r"\s*(?:dự án|nhà máy|công ty|doanh nghiệp|kcn này|ccn này|khu này|từ quy mô|dự kiến khi|hiện,? (?:nhà máy|công ty|dự án|đơn vị)|tổng mức đầu tư|tổng vốn|công suất|diện tích|chủ đầu tư|theo giấy phép|đơn vị|sản lượng|khi|sau khi|giai đoạn|với)(?![\p{L}])"), lead)
    return subject if goes_on else None


def _bullet(passage: Passage) -> Subject | None:
    """A line of a list that opens with a name and a colon ("* LNG Bạc Liêu: 3.200 MW, 4 tỷ USD")."""
    match = _BULLET.match(passage.text, passage.sentence.start, passage.sentence.end)
    if match is None or len(passage.quantities) == 0:
        return None
    if any(area_code(w, None) is not None and w.start - match.start("name") < 3 and match.end("name") - w.end < 3 for w in passage.tokens if isinstance(w, Word)):
        return None
    if not any(q.dimension in ("power", "money", "area") or "/" in (q.unit or "") for q in passage.quantities):
        return None
    words = [t for t in passage.tokens if isinstance(t, Word) and t.end <= match.end("name") and t.start >= match.start("name")]
    if any(l.concept.scheme in ("code/investor", "code/flow", "sector") or (l.concept.scheme == "indicator" and l.kind != "context") for w in words for l in w.labels):
        return None
    if regex.match(r"\s*[-–+*•]?\s*(?:DN|KV|Khu vực|Khối|Theo|Năm|Tháng|Trong|Doanh nghiệp)(?!\p{L})", match["name"]):
        return None
    name = match["name"].strip()
    if len(regex.findall(r"(?<![\p{L}])\p{Lu}", name)) < 2:
        return None
    low = name.lower()
    kind = "zone" if regex.match(r"(?:kcn|ccn|kkt|khu công nghiệp|cụm công nghiệp|khu kinh tế)", low) else ("enterprise" if regex.match(r"(?:công ty|ctcp|tập đoàn|tổng công ty)", low) else "project")
    owner = _OWNER.search(passage.text, match.end("name"), passage.sentence.end)
    return Subject(_strip(name), kind, match.start("name"), owner["owner"].strip() if owner else None, line=passage.sentence.line)


# A list of projects told by what they make: "...; sản xuất linh kiện ô tô của Công ty ..."
_MADE = regex.compile(r"(?:[;:,.]\s|^\s*[-+*•]\s*)(?P<what>(?:[Ss]ản xuất|[Cc]hế biến|[Ll]ắp ráp|[Cc]hế tạo|[Gg]ia công|[Kk]ho|[Nn]uôi|[Tt]rồng)[^;:,.()]{3,70}?)\s+(?:của|do)\s*$")
_OWNER = regex.compile(r"(?:chủ đầu tư|Chủ đầu tư|CĐT|nhà đầu tư)(?: hạ tầng)?\s*(?:là|:)?\s*(?P<owner>(?:Công ty|Tập đoàn|Tổng công ty|CTCP|Cty|\p{Lu})[^;,.:()\n]*)")


def _strip(name: str) -> str:
    return regex.sub(r"^(?:[Dd]ự án|DA)\s+", "", name).strip(" ,.;:-–")


def _subject(passage: Passage, names: list[Name], position: int, current: Subject | None, discourse: Discourse, bullet: Subject | None) -> Subject | None:
    """The subject after one more name: an owner joins its project, a zone houses it, a new thing replaces it."""
    name = names[position]
    before = passage.folded[max(passage.sentence.start, name.start - 34) : name.start]
    previous = names[position - 1] if position else None
    between = passage.folded[previous.end : name.start] if previous is not None else ""
    close = previous is not None and len(between) < 40 and ";" not in between and ". " not in between
    if name.kind == "enterprise":
        made = _MADE.search(passage.text, passage.sentence.start, name.start)
        if made is not None and bullet is None:
            return Subject(made["what"].strip(), "project", made.start("what"), name.text, line=passage.sentence.line)
        joined = current is not None and bool(current.owners) and close and regex.fullmatch(fold_pattern(r"\s*(?:,|và|, và)\s*"), between)
        owning = bool(joined) or bool(_OWNED.search(before)) or (close and regex.search(fold_pattern(r"(?:của|do|chủ đầu tư|-)\s*(?:là\s*)?$"), between))
        if current is not None and current.kind in ("project", "zone") and (owning or bullet is not None):
            return _owned(current, name)
        if bullet is not None:
            return current
        return Subject(name.text, "enterprise", name.start, line=passage.sentence.line)
    if bullet is not None and current is not None:
        return current
    if name.kind == "project":
        if _aggregate(passage, name):
            return None
        subject = Subject(_strip(name.text), "project", name.start, line=passage.sentence.line)
        if not name.proper and len(subject.name.split()) < 3:
            return current if current is not None and current.kind != "enterprise" else (current if current else None)
        if previous is not None and previous.kind == "enterprise" and close and not name.proper:
            subject.owner = previous.text
        elif previous is not None and previous.kind == "enterprise" and close and regex.search(fold_pattern(r"với|đầu tư|triển khai|xây dựng"), between):
            subject.owner = previous.text
        return subject
    if current is not None and current.kind in ("project", "enterprise") and regex.search(fold_pattern(r"(?:tại|trong|ở|vào|thuộc|đến|của)\s*$"), before):
        return current
    if _PLURAL.match(before[-8:]):
        return None
    return Subject(name.text, "zone", name.start, line=passage.sentence.line)


def _owned(subject: Subject, owner: Name) -> Subject:
    first = subject.owner or owner.text
    return Subject(subject.name, subject.kind, subject.start, first, subject.area, subject.line, (*subject.owners, owner.text))


def _aggregate(passage: Passage, name: Name) -> bool:
    """Whether "dự án" here counts or means many."""
    before = passage.folded[max(passage.sentence.start, name.start - 22) : name.start]
    if name.proper and not passage.folded[name.start :].startswith(fold_pattern("dự án")):
        return False  # "dây chuyền 2 Nhà máy xi măng Long Sơn"
    return bool(regex.search(fold_pattern(r"(?:\d|các|những|nhiều|số|lượt|một số|mỗi|thu hút|tổng vốn|hai|ba|bốn)\s*$"), before))


def _attribute(passage: Passage, index: int, subject: Subject, state: dict[str, Any], names: list[Name]) -> str | None:
    """What a number states of the subject, or None where it states nothing of ours."""
    quantity = passage.quantities[index]
    start, stop = passage.gap(index)
    start = max(start, min((n.start for n in names if n.start >= start), default=start)) if index == 0 else start
    gap = passage.folded[max(start, subject.start if subject.start < stop else start) : quantity.full_start]
    if subject.line != passage.sentence.line and not (state.get("subject") is not None):
        return None
    wide = passage.folded[max(passage.sentence.start, quantity.full_start - 60) : quantity.full_start]
    if _NOT_OURS.search(gap) or len(gap) > 170:
        return None
    strong = [t for t in passage.between(start, quantity.full_start) if isinstance(t, Word) and t.start > subject.start and any(l.concept.scheme == "indicator" and l.kind != "context" for l in t.labels)]
    rate = "/" in (quantity.unit or "")
    for name, dims, pattern in _PATTERNS:
        if quantity.dimension not in dims:
            continue
        if name == "capacity":
            if quantity.dimension == "power" or (rate and not quantity.unit.endswith("/month")):  # type: ignore[union-attr]
                return "capacity"
            if pattern is not None and regex.search(fold_pattern("công suất"), gap) and quantity.dimension != "count-person":
                return "capacity"
            continue
        if name == "annual-output" and pattern is None:
            return "annual-output" if rate or regex.search(fold_pattern("sản lượng|điện lượng|phát|sản xuất"), gap) else None
        if name == "annual-output" and not (rate and pattern is not None and pattern.search(gap)):
            continue
        if name == "wage" and not rate:
            continue
        if name == "projects":
            if subject.kind != "zone" or len(gap) > 60:
                continue
            return name
        if name == "land-area" and subject.kind == "zone" and gap.strip(" (,:-") == "":
            return name
        if name == "length" and subject.kind != "project":
            continue
        if name == "occupancy":
            return name if subject.kind == "zone" and pattern is not None and (pattern.search(gap) or pattern.search(passage.folded[passage.sentence.start : quantity.start])) else None
        if name == "investment-capital" and subject.kind == "enterprise" and not regex.search(fold_pattern("vốn đầu tư|tổng mức đầu tư|đầu tư|số vốn"), gap):
            return None
        if name == "investment-capital" and not (pattern and pattern.search(gap)):
            listed = index and regex.fullmatch(fold_pattern(r"[\s,;()\-]*(?:tương đương|và|hơn|khoảng|trên|gần|tức|cỡ|\()*[\s,;()]*"), passage.folded[passage.quantities[index - 1].full_end : quantity.full_start])
            return name if listed or gap.strip(" ,;:()") == "" or subject.start > stop - 90 and _list_item(gap) else None
        if pattern is not None and (pattern.search(gap) or (name == "employees" and pattern.search(quantity.noun))):
            if strong and name == "employees" and subject.kind == "project":
                return name
            return name
        if _list_item(gap) and name in ("land-area",):
            return name
    del wide
    return None


def _list_item(gap: str) -> bool:
    return bool(regex.fullmatch(r"[\s,;:()\-\p{L}\d]{0,14}", gap)) and not regex.search(fold_pattern(r"tăng|giảm|chiếm"), gap)


def _figure(passage: Passage, index: int, quantity: Quantity, attribute: str, subject: Subject, frame: Frame, discourse: Discourse, names: list[Name]) -> EntityFigure:
    status = _status(passage, quantity, attribute, subject, frame)
    mention: Period | None = next((t for t in reversed(passage.between(passage.sentence.start, quantity.full_start)) if isinstance(t, Period) and t.kind not in ("same", "versus", "plan")), None)
    period = resolve(mention, discourse.clock, attribute not in ("annual-output", "capacity") and mention.kind != "year") if mention is not None else None
    if mention is None and status == "target" and frame.period is not None:
        period = resolve(frame.period, discourse.clock, False)
        year = year_of(frame.period, discourse.clock)
        period = str(year) if year and frame.period.kind != "span" else period
    if mention is None and status == "target" and period is None and discourse.flow_period is not None and attribute == "capacity":
        year = year_of(discourse.flow_period, discourse.clock)
        period = str(year) if year else None
    elif mention is None and status == "actual" and attribute in ("occupancy", "leased-land", "projects", "employees", "land-area", "wage"):
        period = discourse.fallback(True)
    owner = subject.owner
    name = subject.name
    if subject.kind == "project" and owner and not regex.search(r"\p{Lu}", name[1:]):
        name = f"{name} - {owner}"
    evidence = Evidence(discourse.doc, quantity.start, quantity.end, passage.text[passage.sentence.start : passage.sentence.end], passage.sentence.start, ("entity.named", f"attribute.{attribute}"), 0.9, quantity.repairs)
    return EntityFigure(
        evidence, subject.kind, name, attribute, quantity.value, quantity.unit or "VND", quantity.value_max, "level", None, period, status, quantity.approx,  # type: ignore[arg-type]
        _place(passage, subject, index, discourse) or frame.area or discourse.own, owner,
    )  # fmt: skip


_RUNNING = regex.compile(fold_pattern(r"đang hoạt động|đi vào hoạt động|đã vận hành|phát điện|hòa lưới|đóng điện|hiện có|đã hoàn thành|khánh thành|đang vận hành|công nhận vận hành|sản xuất được"))
_LICENSED = regex.compile(fold_pattern(r"dự án|cấp phép|giấy chứng nhận|được phép|nâng công suất"))


def _status(passage: Passage, quantity: Quantity, attribute: str, subject: Subject, frame: Frame) -> str:
    """Planned or running: a list after "dự kiến đi vào hoạt động:" is planned throughout; so is what is only licensed."""
    inside = subject.start >= passage.sentence.start
    start = max(passage.sentence.start, subject.start - 90) if inside else passage.sentence.start
    colon = passage.folded.find(":", passage.sentence.start, subject.start) if inside else -1
    listed = colon > 0 and _PLANNED.search(passage.folded, passage.sentence.start, colon)
    if frame.status == "target" or listed or _PLANNED.search(passage.folded, start, quantity.start):
        return "target"
    if attribute == "capacity" and subject.kind == "project" and _LICENSED.search(passage.folded, start, quantity.start) and not _RUNNING.search(passage.folded, passage.sentence.start, passage.sentence.end):
        return "target"
    return "actual"


def _place(passage: Passage, subject: Subject, index: int, discourse: Discourse) -> str | None:
    """The district or province that stands between the name and the number."""
    if subject.start < passage.sentence.start:
        return None
    for token in reversed(passage.between(subject.start, passage.quantities[index].full_start)):
        if isinstance(token, Word):
            code = area_code(token, discourse.own)
            if code is not None and code.startswith("VN-"):
                return code
    return None
