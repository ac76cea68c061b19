"""Which thing a stretch of text is about: names as they follow each other, and what is carried on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import regex

from kg.facts.entity import listing, owner
from kg.facts.tokens import Passage
from kg.mentions.names import EntityType, Name
from kg.text.normalise import fold_pattern


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing that a stretch of text is about, with its owner and place.

    ``start`` and ``end`` bound its name; ``scope`` is where the stretch about it ends (0: not known).
    """

    name: str
    kind: EntityType
    start: int
    end: int
    owner: str | None = None
    owners: tuple[str, ...] = ()
    area: str | None = None
    line: int = 0
    scope: int = 0
    planned: bool | None = None
    proper: bool = True
    carried: bool = False
    opened: int = 0

    @property
    def begins(self) -> int:
        """Where the numbers about it may begin: behind its name, or behind the colon of its item."""
        return max(self.end, self.opened)


Turn = tuple[int, Subject | None]

_HOUSED = regex.compile(
    fold_pattern(
        r"(?:tại|trong|ở|vào|thuộc|đến|của|vào trong|vào các|nằm trong|trên địa bàn|hạ tầng|bql|ban quản lý)\s*$"
    )
)
_BUILT_IN = regex.compile(fold_pattern(r"(?:nhà máy|nhà xưởng|dự án|cơ sở sản xuất)(?: này| mới)? (?:tại|ở|trong)\s*$"))
_MANY = regex.compile(
    fold_pattern(
        r"(?:\d|các|những|nhiều|số|lượt|một số|mỗi|thu hút|tổng vốn|hai|ba|bốn|từng|toàn bộ|hàng loạt|loạt)\s*$"
    )
)
_COUNTED = regex.compile(fold_pattern(r"(?:(?<![\d/.])\d{1,2}|các|những|nhiều|hai|ba|bốn|hàng loạt)\s*$"))
_DEICTIC = regex.compile(fold_pattern(r"(?:này|trên|nói trên|đó|ấy)(?![\p{L}])"))
_BARE = regex.compile(fold_pattern(r"(?:nhà máy|dây chuyền|trang trại|dự án|tổ hợp)(?: \p{L}+)?$"))
_SORT = regex.compile(
    fold_pattern(
        r"(?:dự án|da) (?:đầu tư|fdi|trong nước|có vốn|mới|đã|lớn|tăng)(?: (?:nước ngoài"
        r"|trong nước|trực tiếp|công|mới|lớn))?$"
    )
)
_CALLED = regex.compile(r"^(?:[Dd]ự án|DA)\s+")
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


def turns(passage: Passage, state: dict[str, Any]) -> list[Turn]:
    """The places in a sentence at which the subject changes, in order, each with the new subject."""
    line = passage.sentence.line
    names = [t for t in passage.tokens if isinstance(t, Name)]
    item: Subject | None = state.get("item")
    if item is not None and item.line != line:
        item = state["item"] = None
    if item is None and passage.sentence.first:
        item = state["item"] = listing.item(passage, names)
        if item is not None:
            return _within(passage, item, names, state)
    elif item is not None:
        return _within(passage, item, names, state, passage.sentence.start)
    result: list[Turn] = []
    carried = _carried(passage, state)
    if carried is not None:
        result.append((passage.sentence.start, carried))
    current = carried
    names = _merged(names, listing.bracketed(passage, names))
    for position, name in enumerate(names):
        after = _after(passage, names, position, current, state)
        if after is current:
            continue
        if after is not None and current is not None and after.start == current.start and result and not after.carried:
            result[-1] = (result[-1][0], after)  # the same thing, with its owner
        else:
            result.append((name.start, after))
        current = after
    return [(at, _bounded(passage, s, result[i + 1 :], state)) for i, (at, s) in enumerate(result)]


def _merged(names: list[Name], listed: list[Name]) -> list[Name]:
    return sorted([*names, *listed], key=lambda n: n.start) if listed else names


def _within(
    passage: Passage, item: Subject, names: list[Name], state: dict[str, Any], at: int | None = None
) -> list[Turn]:
    """An item of a list is about its thing; another of the kind in a clause of its own takes over."""
    result: list[Turn] = [(item.end if at is None else at, item)]
    for name in names:
        if name.kind == item.kind and name.proper and name.start > item.end + 3 and _new_clause(passage, name):
            result.append((name.start, Subject(strip(name.text), name.kind, name.start, name.end, line=item.line)))
    return [(at, _bounded(passage, s, result[i + 1 :], state)) for i, (at, s) in enumerate(result)]


def _new_clause(passage: Passage, name: Name) -> bool:
    lead = passage.folded[max(passage.sentence.start, name.start - 3) : name.start].rstrip()
    return lead.endswith((";", ".")) or name.start == passage.sentence.start


def _bounded(passage: Passage, subject: Subject | None, later: list[Turn], state: dict[str, Any]) -> Subject | None:
    """A subject with the stretch that is about it, and what that stretch says of its owner."""
    if subject is None:
        return None
    stop = subject.scope or min((at for at, _ in later), default=passage.sentence.end)
    bounded = replace(subject, scope=stop)
    if bounded.kind == "enterprise":
        return bounded
    known: dict[str, str] = state.setdefault("owners", {})
    name = bounded.name.casefold()
    if bounded.owner is None:
        start = passage.sentence.start if bounded.carried else bounded.end
        found = owner.behind(passage, start, stop) or (known.get(name) if bounded.proper else None)
        if found is None and stop == passage.sentence.end and passage.quantities:
            found = owner.ahead(passage, bounded.name)
        bounded = replace(bounded, owner=found)
    if bounded.owner is not None and bounded.proper:
        known.setdefault(name, bounded.owner)  # said once, it holds wherever the thing is named again
    return bounded


def _after(
    passage: Passage, names: list[Name], position: int, current: Subject | None, state: dict[str, Any]
) -> Subject | None:
    """The subject after one more name: an owner joins its project, a zone houses it, a new thing replaces it."""
    name = names[position]
    previous = names[position - 1] if position else None
    between = passage.folded[previous.end : name.start] if previous is not None else ""
    close = previous is not None and len(between) < 40 and ";" not in between and ". " not in between
    if name.kind == "enterprise":
        return _enterprise(passage, name, between if close else None, current)
    before = passage.folded[max(passage.sentence.start, name.start - 34) : name.start]
    if name.kind == "zone":
        if current is not None and current.kind in ("project", "enterprise") and _HOUSED.search(before):
            return current
        if current is not None and current.kind == "enterprise" and before.endswith("(") and between.strip() == "(":
            return current  # "Công ty A (KCN B, tỉnh C) có ..."
        if _BUILT_IN.search(before):
            return current  # "xây nhà máy tại KCN B với diện tích ...": the plant's, not the zone's
        if _MANY.search(before) and not before.rstrip().endswith(tuple("0123456789")):
            return current
        return Subject(name.text, "zone", name.start, name.end, line=passage.sentence.line)
    return _project(passage, name, previous, between, current, state)


def _enterprise(passage: Passage, name: Name, between: str | None, current: Subject | None) -> Subject | None:
    made = listing.made(passage, name)
    if made is not None:
        return Subject(made[0], "project", made[1], name.end, name.text, line=passage.sentence.line)
    if current is not None and current.kind in ("project", "zone") and current.line == passage.sentence.line:
        if between is not None and current.owners and regex.fullmatch(fold_pattern(r"\s*(?:,|và|, và)\s*"), between):
            return replace(current, owners=(*current.owners, name.text))
        if owner.owns(passage, current.end if not current.carried else passage.sentence.start, name):
            return replace(current, owner=current.owner or name.text, owners=(*current.owners, name.text))
    return Subject(name.text, "enterprise", name.start, name.end, line=passage.sentence.line)


def _project(
    passage: Passage, name: Name, previous: Name | None, between: str, current: Subject | None, state: dict[str, Any]
) -> Subject | None:
    if _aggregate(passage, name):
        return None
    tail = passage.folded[name.end : name.end + 10].strip()
    words = strip(name.text).split()
    owned = owner.before(previous, between)
    subject = Subject(
        strip(name.text), "project", name.start, name.end, owned, line=passage.sentence.line, proper=name.proper
    )
    if name.proper:
        return subject
    if _DEICTIC.match(tail) or (len(words) < 3 and _BARE.match(name.text.lower())):
        known = _recent(state, "project", passage.sentence.line)
        if current is not None and current.kind == "project":
            return current
        if known is not None and not owned:
            return replace(known, carried=True, line=passage.sentence.line, scope=0)
    if len(words) < 2 and not owned and owner.behind(passage, name.end, passage.sentence.end) is None:
        return current
    return subject


def _aggregate(passage: Passage, name: Name) -> bool:
    """Whether "dự án" here counts or means many."""
    before = passage.folded[max(passage.sentence.start, name.start - 22) : name.start]
    if name.text[0].islower() and _COUNTED.search(before):
        return True  # "3 sân bay khu vực Tây Bắc"
    if name.proper and not passage.folded[name.start :].startswith(fold_pattern("dự án")):
        return False  # "dây chuyền 2 Nhà máy xi măng Long Sơn"
    return bool(_MANY.search(before)) or _SORT.match(passage.folded[name.start : name.end]) is not None


def _carried(passage: Passage, state: dict[str, Any]) -> Subject | None:
    """The subject of the sentences before, where this one goes on about it."""
    lead = _LEAD.match(passage.folded, passage.sentence.start, min(passage.sentence.end, passage.sentence.start + 160))
    if lead is None or _GENERIC_COUNT.match(passage.folded, passage.sentence.start):
        return None
    line = passage.sentence.line
    near = 1 if lead["any"] else _CARRY_LINES
    for kind in ("project", "enterprise", "zone"):
        if lead[kind]:
            found = _recent(state, kind, line)
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
        built = _recent(state, "project", line)
        if found is not None and found.kind == "enterprise" and built is not None and line - built.line <= 2:
            found = built  # "Giai đoạn 1 có công suất ...": a company has no phases
    if found is None or line - found.line > near:
        return None
    if lead["any"] and not found.proper and found.owner is None and found.line != line:
        return None
    return replace(found, carried=True, scope=0)


def _recent(state: dict[str, Any], kind: str, line: int) -> Subject | None:
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
    recent: dict[str, Subject] = state.setdefault("recent", {})
    for _, subject in seen:
        if subject is not None:
            recent[subject.kind] = replace(subject, line=passage.sentence.line)
    if last is not None and (last.carried or not _aside(passage, last)):
        state["subject"] = replace(last, line=passage.sentence.line)
    elif seen or passage.quantities:
        state["subject"] = None


def _aside(passage: Passage, subject: Subject) -> bool:
    lead = passage.folded[passage.sentence.start : subject.start]
    return lead.count("(") > lead.count(")")


def strip(name: str) -> str:
    """A name without a leading "Dự án" and closing marks."""
    return _CALLED.sub("", name).strip(" ,.;:-–")
