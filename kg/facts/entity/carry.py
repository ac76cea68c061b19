"""What a text goes on about: the thing of the sentences before, where a sentence opens with a noun that points back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import regex

from kg.facts.entity.openings import GENERIC_COUNT, LEAD
from kg.facts.entity.thing import Subject, Turn, carries, is_part
from kg.facts.place import area_code
from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.text.normalise import fold, fold_pattern

_ITS = regex.compile(fold_pattern(r"(?:giai đoạn|công suất|tổng (?:vốn|mức)|mức đầu tư|diện tích|chủ đầu tư)"))
_NOW = fold_pattern("hiện")
_UP_TO_NOW = tuple(map(fold_pattern, ("đến nay", "tới nay", "đến giờ", "tới giờ")))
_CARRY_LINES = 6
_CLUSTER = regex.compile(fold_pattern(r"ccn|cụm"))
_IS_PARK = regex.compile(r"KCN|Khu công nghiệp|KKT|Khu kinh tế|KCX")
_PLANT = fold_pattern("nhà máy")
_POWER = regex.compile(fold_pattern(r"(?:thủy|nhiệt|phong) điện|điện (?:gió|mặt trời|sinh khối|rác|khí)"))
_SAYS = regex.compile(
    fold_pattern(r"(?<![\p{L}])theo (?!(?:thiết kế|kế hoạch|quy hoạch|đó|dự án|công suất)(?![\p{L}]))")
)
_ANY = tuple(map(fold_pattern, ("dự án", "công trình", "phương án")))  # of whatever is built


def carried(passage: Passage, state: dict[str, Any]) -> Subject | None:
    """The subject of the sentences before, where this one goes on about it."""
    if state.get("subject") is None and not state.get("recent"):
        return None
    lead = LEAD.match(passage.folded, passage.sentence.start, min(passage.sentence.end, passage.sentence.start + 160))
    if lead is None or GENERIC_COUNT.match(passage.folded, passage.sentence.start):
        return None
    line = passage.sentence.line
    at = passage.folded, lead.start("any") if lead["any"] else passage.sentence.end
    if lead["any"] and any(t.of("product") and 0 <= t.start - lead.end() <= 1 for t in passage.words):
        return None  # "Diện tích sầu riêng của tỉnh là 5.100 ha": of no plant told before
    near = 1 if lead["any"] else _CARRY_LINES
    if lead["any"] and _OF_THE_ZONES.match(passage.folded, lead.end(), passage.sentence.end):
        return None  # "Thu nhập bình quân của công nhân trong các khu ...": of all zones
    if lead["any"] and state.get("of all") == line:
        return None  # "toàn tỉnh có 23 dự án đã phát điện. Sản lượng điện 6 tháng đạt ...": of all of them
    for kind in ("project", "enterprise", "zone"):
        if lead[kind]:
            found = same_head(recent(state, kind, line), lead[kind], line, state)
            if kind == "zone" and found is not None and _CLUSTER.match(lead[kind]) and _IS_PARK.match(found.name):
                return None  # "CCN có trạm xử lý nước thải ...": not the industrial zone told of before
            if kind == "enterprise":
                built = recent(state, "project", line)
                if (
                    built is not None
                    and built.line == line
                    and lead[kind] == _PLACE
                    and _THIS.match(*_behind(passage, lead))
                ):
                    found = built  # "vận hành một nhà máy tại KCN A. Cơ sở này có công suất ..."
                    break
                found = owner_of(built, found)
                if _builds_it(passage, lead.end(), built, found):
                    found = built  # "Công ty đã dựng 25 tua bin, tổng công suất 100 MW": what it builds is the plant
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
        now = lead["let"] or _NOW in lead.group() or lead.group().startswith(_UP_TO_NOW)
        if lead["tenants"] and (not now or found is None or found.kind != "zone" or found.line != line):
            return None
        built = recent(state, "project", line)
        together = state.get("many") == line
        if found is None and built is not None and line == built.line and not together and _ITS.match(*at):
            found = built  # a sentence in between has told of its goods or its time
        plants = built is not None and line - built.line <= 2 and not _PEOPLE.match(lead["any"] or "")
        people = _PEOPLE.match(lead["any"] or "") is not None
        if found is not None and people and found.kind == "project" and not _NAMED.search(found.name, 1):
            firm = recent(state, "enterprise", line)
            found = firm if firm is not None and firm.line == line else found  # no workshop's alone
        if found is not None and found.kind == "enterprise" and plants:
            found = built  # "Giai đoạn 1 có công suất ...": a company has no phases
    if found is not None and is_part(found) and _OF_ALL.search(passage.folded, lead.start(), lead.end()):
        found = (
            state.get("facility") or found
        )  # "Phương án này ...", "Tổng công suất ...": of the airport, no hall of it
        if lead["project"]:
            state["called"] = line  # what the paragraph goes on to tell is of the plan
    if found is None or line - found.line > near:
        return None
    if lead["any"] and not found.proper and found.owner is None and found.line != line:
        return None
    return replace(found, carried=True, scope=0, line=line, opened=_behind_speaker(passage, lead))


def _behind_speaker(passage: Passage, lead: regex.Match[str]) -> int:
    """Where the noun stands behind who is said to speak ("Theo ông A, Phó ban Quản lý các KCN, khu này ..."), or 0."""
    at = lead.start(str(lead.lastgroup))
    told = _SAYS.search(passage.folded, lead.start(), at) is not None
    return at if told and not any(q.full_start < at for q in passage.quantities) else 0


def note_all(passage: Passage, turns: list[Turn], state: dict[str, Any]) -> None:
    """Remember the line in which a sentence has told of all that an area has, until a thing is named again."""
    if any(subject is not None and not subject.carried for _, subject in turns):
        state["of all"] = None
    elif passage.quantities and _ALL.search(passage.folded, passage.sentence.start, passage.quantities[0].full_start):
        state["of all"] = passage.sentence.line


_OF_THE_ZONES = regex.compile(
    fold_pattern(r"(?: \p{L}+){0,6}? (?:trong|tại|ở|của) các (?:khu|cụm|kcn|ccn|doanh nghiệp)(?![\p{L}])")
)
# "Công ty có 1.200 lao động. Thu nhập bình quân đạt ...": of the company's, whatever it has built
_PEOPLE = regex.compile(fold_pattern(r"(?:thu nhập|mức lương|lương|số lao động|số công nhân|lao động|lđ)(?![\p{L}])"))
_ALL = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:toàn tỉnh|cả tỉnh|toàn thành phố|cả nước|trên địa bàn tỉnh)(?![\p{L}])")
)
_OF_ALL = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:phương án|tổng (?:công suất|vốn|mức|diện tích|kinh phí))(?![\p{L}])")
)
_NAMED = regex.compile(r"\p{Lu}")
_PLACE = fold_pattern("cơ sở")
_THIS = regex.compile(fold_pattern(r" (?:này|trên|đó|ấy)(?![\p{L}])"))


def _behind(passage: Passage, lead: regex.Match[str]) -> tuple[str, int, int]:
    """What stands behind the noun that a sentence opens with."""
    return passage.folded, lead.end(), passage.sentence.end


def owner_of(project: Subject | None, firm: Subject | None) -> Subject | None:
    """The firm that "công ty" means: the owner of what was told of last, where no firm was told of since."""
    if project is None or project.owner is None or (firm is not None and firm.line >= project.line):
        return firm
    return Subject(project.owner, "enterprise", project.start, project.start, line=project.line)


def _builds_it(passage: Passage, at: int, project: Subject | None, firm: Subject | None) -> bool:
    """Whether a sentence on a firm tells of the works of its project, which the text has just named."""
    if project is None or firm is None or passage.sentence.line - project.line > 1:
        return False
    return project.owner == firm.name and _BUILDING.match(passage.folded, at, passage.sentence.end) is not None


_BUILDING = regex.compile(
    fold_pattern(
        r"(?: (?:này|đã|đang|sẽ|vừa|mới|cho|tiến hành))* (?:dựng|lắp đặt|lắp|thi công|xây dựng"
        r"|xây)(?![\p{L}])"
    )
)


def same_head(found: Subject | None, head: str, line: int, state: dict[str, Any]) -> Subject | None:
    """The thing with a name of its own that opens with the same noun, where a part of it was told of last.

    "Nhà máy ván ép A ... Dây chuyền ép được đặt mua từ Đức. Nhà máy cần 340 lao động."
    """
    if found is not None and head == _ANY[0] and (called := state.get("called dự án")) is not None:
        return called if called.line == found.line else found
    if found is None or found.kind != "project" or head in _ANY or fold(found.name).startswith(head):
        return found
    if head == _PLANT and _POWER.match(fold(found.name)):
        return found  # "Cánh quạt của điện gió A đã quay. Nhà máy 30 MW này ..."
    named: dict[str, Subject] = state.get("proper", {})
    same = [own for own in named.values() if own.kind == found.kind and line - own.line <= _CARRY_LINES]
    return next((own for own in reversed(same) if fold(own.name).startswith(head)), found)


def recent(state: dict[str, Any], kind: str, line: int) -> Subject | None:
    """The last thing of a kind that the text has named, if that is not long ago."""
    found: Subject | None = state.get("recent", {}).get(kind)
    return found if found is not None and line - found.line <= _CARRY_LINES else None


def keep(passage: Passage, seen: list[Turn], last: Subject | None, state: dict[str, Any]) -> None:
    """Remember what the next sentences may go on about: the last thing, unless it was but an aside in brackets."""
    latest: dict[str, Subject] = state.setdefault("recent", {})
    if any(subject is not None and subject.kind == "project" for _, subject in seen):
        called = (s for _, s in seen if s is not None and _called_so(passage, s))
        state["called dự án"] = next((s for s in called if not _told_beside(passage, s, s)), None)
    for place, (_, subject) in enumerate(seen):
        if subject is not None and not (place and _told_beside(passage, subject, seen[0][1])):
            latest[subject.kind] = _on_line(subject, passage.sentence.line)
            if subject.proper:
                named: dict[str, Subject] = state.setdefault("proper", {})
                named.pop(subject.name, None)  # the last named stands last
                named[subject.name] = latest[subject.kind]
            if carries(subject) and not is_part(subject):
                state["facility"] = subject
    for token in passage.tokens:
        if isinstance(token, Name) and token.kind == "zone" and token.proper and "zone" not in latest:
            line = passage.sentence.line  # where a thing stands; the text may go on about it later
            latest["zone"] = Subject(token.text, "zone", token.start, token.end, line=line)
    if last is not None and len(seen) > 1 and _told_beside(passage, last, seen[0][1]):
        last = seen[0][1]
    if last is not None and (last.carried or not _aside(passage, last)):
        state["subject"] = _on_line(last, passage.sentence.line)
    elif seen or passage.quantities:
        state["subject"] = None


def _called_so(passage: Passage, subject: Subject) -> bool:
    """Whether a sentence calls a project "dự án" before its name: "dự án" of the next one is that, no part of it."""
    named = subject.kind == "project" and subject.proper and subject.start >= passage.sentence.start
    return named and passage.folded.startswith(_ANY[0], subject.start)


def count_zones(passage: Passage, own: str | None, state: dict[str, Any]) -> None:
    """What is told behind the count of a province's zones is of all of them, and the zones to come are in it.

    "Tỉnh B chỉ có 6 KCN, tổng diện tích 900 ha. Riêng KCN C rộng 300 ha."
    """
    counted = next((q for q in passage.quantities if q.dimension == "count-zone" and q.value > 1), None)
    if counted is None:
        return
    codes = [area_code(word, own) for word in passage.words if word.end <= counted.start and word.of("area")]
    if not codes:
        return
    if codes[-1] is not None and codes[-1].startswith("VN-"):
        state["zoned"] = codes[-1]
    latest: Subject | None = state.get("subject")
    if latest is not None and latest.kind == "zone":
        state["subject"] = None
    if "zone" in state.get("recent", {}):
        state["recent"] = {kind: thing for kind, thing in state["recent"].items() if kind != "zone"}


def _on_line(subject: Subject, line: int) -> Subject:
    """A subject as one of the line that goes on about it."""
    return subject if subject.line == line else replace(subject, line=line)


def _told_beside(passage: Passage, subject: Subject, first: Subject | None) -> bool:
    """Whether a thing is named in a clause beside the one that the sentence is about ("... mà dự án B để lại")."""
    lead = passage.folded[max(passage.sentence.start, subject.start - 12) : subject.start]
    return first is not None and first.kind == subject.kind and _BESIDE.search(lead) is not None


_BESIDE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:mà|như|cạnh|gần|giống|thay)\s*$"))


def _aside(passage: Passage, subject: Subject) -> bool:
    lead = passage.folded[passage.sentence.start : subject.start]
    return lead.count("(") > lead.count(")")
