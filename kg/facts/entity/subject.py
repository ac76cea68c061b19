"""Which thing a stretch of text is about: names as they follow each other, and what is carried on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import regex

from kg.facts.entity import carry, fields, invest, listing, owner, phases, project, short, speech
from kg.facts.entity.thing import Subject, Turn, key, strip
from kg.facts.role.words import SURNAMES
from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.mentions.surnames import COMMON
from kg.text.normalise import fold_pattern

_HOUSED = regex.compile(
    fold_pattern(
        r"(?:(?:địa điểm|vị trí)(?: thực hiện| xây dựng| đầu tư)?\s*:?"
        r"|tại|trong|ở|vào|thuộc|đến|của|vào trong|vào các|nằm trong|trên địa bàn|hạ tầng|bql|ban quản lý)\s*$"
    )
)
_BRACKETED = regex.compile(fold_pattern(r"\s*\(\s*(?:thuộc |tại |trong |nằm trong |ở )?"))
_INFRASTRUCTURE = regex.compile(
    fold_pattern(
        r"(?:khởi công|đầu tư|xây dựng|chủ đầu tư|kinh doanh|làm chủ)[^,;.]{0,16} hạ tầng(?: kỹ thuật)?\s*$"
        r"|(?:làm|là) chủ đầu tư(?: của)?\s*$"
        r"|nhận (?:giấy )?chứng nhận (?:đăng ký )?đầu tư(?: dự án)?\s*$"
    )
)
_WORKS = regex.compile(
    fold_pattern(
        r"; (?P<what>(?:đầu tư|xây dựng)(?: (?:xây dựng|và|kinh doanh|kết cấu)"
        r"|,){0,5} hạ tầng(?: kỹ thuật)?(?: của)? )$"
    )
)
_AND_OTHERS = regex.compile(
    fold_pattern(r"\s*(?:\([^)]{0,60}\)\s*)?(?:,|và|cùng)\s+(?:các|những)\s+(?:kcn|ccn|khu|cụm)(?![\p{L}])")
)
_OTHERS_AND = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?<!(?:quản lý|bql) )(?:các|những) (?:kcn|ccn|kkt|khu|cụm)[^,.;]{0,20}(?:,|,? và)\s*$")
)
_BUILT_IN = regex.compile(
    fold_pattern(
        r"(?:nhà máy|xưởng|dự án|cơ sở sản xuất)(?: này| mới| thứ hai| rộng"
        r"| [\d.,]+| ha)* (?:tại|ở|trong)\s*$"
    )
)
# "Đơn vị đang quản lý hai nhà máy đường." and then their names
_RUNS_PLANTS = regex.compile(
    fold_pattern(
        r"(?<!(?:các|những|nhiều|một) )(?<![\p{L}])(?:công ty|đơn vị|doanh nghiệp|tập đoàn)(?: này)?"
        r" (?:(?:hiện|đang|đã) )*(?:quản lý|sở hữu|vận hành|có)"
        r" (?:\d|hai|ba|bốn|năm) (?:nhà máy|xưởng|cơ sở|trang trại)(?![\p{L}])"
        r"|(?<![\p{L}])cơ ngơi(?: của (?:công ty|hãng|họ))?(?: hiện| nay)* (?:gồm|có)"
        r" (?:\d|hai|ba|bốn|năm) (?:nhà máy|xưởng|cơ sở|trang trại)(?![\p{L}])"
    )
)
_OF_THE_FIRM = regex.compile(
    fold_pattern(r" của (?:công ty|doanh nghiệp|đơn vị|tập đoàn|hãng)(?: này)?(?=[,.;]| (?:tại|ở|có|với|đã|đang|vừa))")
)
_FIRMS_PLANT = regex.compile(
    r"(?<!(?:[Cc]ác|[Nn]hững|[Nn]hiều|\d|[Gg]iám đốc) )(?<!\p{L})(?P<what>nhà máy|xưởng|trang trại|cơ sở) của\s*$"
)
_FIRMS_PROJECT = regex.compile(fold_pattern(r"(?<!(?:các|những|\d|số) )(?<![\p{L}])(?:dự án|da) của\s*$"))
_IN_ZONE = regex.compile(fold_pattern(r"(?:[^.;]*[^\p{L}.;])?(?:tại|ở|trong)\s*"))  # "Tại KCN A, Công ty B đầu tư ..."
_SAME_OWNER = regex.compile(fold_pattern(r"(?<![\p{L}])(?:cũng )?cùng chủ đầu tư(?: này)?(?![\p{L}])"))
# "Nhờ một dự án điện quy mô lớn, lĩnh vực sản xuất điện đứng thứ hai với 1,2 tỷ USD": what the thing has brought about
_CAUSE = regex.compile(
    fold_pattern(
        r"(?:nhờ|do|với sự góp mặt của|có thêm)(?: có)? [^,;:.]{4,120},\s*(?:(?:lĩnh vực|nhóm ngành"
        r"|ngành|khu vực|cả|toàn) )"
    )
)
_CAUSES = tuple(map(fold_pattern, ("nhờ", "do", "với", "có")))  # what all that it matches begins with
_SHEET = 3  # lines of a sheet before the one that names the investor
_INVESTS = regex.compile(fold_pattern(r"\W*(?:chủ|nhà) (?:đầu tư|dự án)\s*:\s*"))
_SAID = regex.compile(
    fold_pattern(
        r"\W*chủ (?:đầu tư|(?P<zone>(?:đầu tư )?hạ tầng))(?: của)?(?P<of> dự án| công trình| nhà máy"
        r"|(?P<zone> khu| cụm))?(?: này)? (?:là|chính là)\s*"
    )
)
_BY = regex.compile(fold_pattern(r"\W*do\s*"))
_BUILDS = regex.compile(fold_pattern(r"\s*(?:\([^()]{2,40}\)\s*)?(?:làm chủ )?đầu tư(?![\p{L}])"))
# "Công ty A, chủ đầu tư, cho biết đã chi 980 tỷ đồng": for what it builds
_IS_OWNER = regex.compile(
    fold_pattern(
        r"\s+đứng ra (?:làm chủ )?đầu tư(?![\p{L}])|\s*(?:\([^()]{2,40}\)\s*)?,\s*(?:là )?chủ (?:đầu tư"
        r"|dự án)(?: của)?(?: dự án| nhà máy"
        r"| công trình|(?P<zone>(?: hạ tầng)? (?:khu|cụm|kcn|ccn)(?: công nghiệp)?(?: này)?))?(?: này)?\s*,"
    )
)
_GOAL_OF_BOARD = regex.compile(
    fold_pattern(
        r"[^;.:]{0,40}, (?:(?:trong |đến )?năm \d{4},? )?(?:ban quản lý|bql|tỉnh|ubnd|thành phố|huyện)[^;.,:\d]{0,30}"
        r" (?:phấn đấu|đặt mục tiêu|đề ra|xác định|dự kiến thu hút)(?![\p{L}])"
    )
)
_SHORTLY = 40  # letters before a name


def turns(passage: Passage, state: dict[str, Any]) -> list[Turn]:
    """The places in a sentence at which the subject changes, in order, each with the new subject."""
    line = passage.sentence.line
    names = [t for t in passage.tokens if isinstance(t, Name) and not _led_by(passage, t)]
    item: Subject | None = state.get("item")
    if item is not None and item.line != line:
        item = state["item"] = None
    if item is None and passage.sentence.first:
        item = state["item"] = fields.under(passage, state) or listing.item(passage, names)
        fields.note_heading(passage, item, state)
        if item is not None:
            return _within(passage, item, names, state)
    elif item is not None:
        return _within(passage, item, names, state, passage.sentence.start)
    result: list[Turn] = []
    invests = _sheet(passage, names, state)
    if invests is not None:
        return [(passage.sentence.start, invests)]
    carried = (
        speech.of_firm(passage, names, state)
        or speech.of_house(passage, state)
        or speech.of_zone(passage, state)
        or speech.by_head(passage, state)
        or short.named(passage, state)
    )
    carried = carried or carry.carried(passage, state)
    state["whole"] = carried
    phases.note(passage, state)
    names = [n for n in names if n.start >= carried.opened] if carried is not None else names
    if carried is not None:
        result.append((passage.sentence.start, carried))
    current = carried
    names = _merged(names, listing.bracketed(passage, names))
    for position, name in enumerate(names):
        after = _after(passage, names, position, current, state)
        if after is current:
            continue
        if (
            after is not None
            and current is not None
            and after.start == current.start
            and result
            and (not after.carried or after.owner != current.owner)
        ):
            result[-1] = (result[-1][0], after)  # the same thing, with its owner
        else:
            result.append((name.start, after))
        current = after
    return [(at, _bounded(passage, s, result[i + 1 :], state)) for i, (at, s) in enumerate(result)]


def _led_by(passage: Passage, name: Name) -> bool:
    """Whether what seems a firm's or a plant's name is its head's ("Giám đốc công ty Trần Văn A cho hay")."""
    if name.kind == "zone":  # "Trưởng Ban Quản lý KKT A cho hay toàn tỉnh thu hút ...": whose board he heads
        return _BOARD.search(passage.folded, max(passage.sentence.start, name.start - 40), name.start) is not None
    if _FIRM_OF.fullmatch(name.text) is None:
        return False
    return _HEAD.search(passage.folded, max(passage.sentence.start, name.start - 20), name.start) is not None


_FIRM_OF = regex.compile(
    rf"(?:công ty|doanh nghiệp|xí nghiệp|hợp tác xã|HTX|nhà máy) (?:(?:{COMMON})(?: \p{{Lu}}\p{{Ll}}+){{1,3}}"
    rf"|(?:{SURNAMES})(?: \p{{Lu}}\p{{Ll}}+){{2,3}})"
)
_BOARD = regex.compile(fold_pattern(r"(?<![\p{L}])(?:trưởng|phó(?: trưởng)?) (?:ban(?: quản lý)?|bql)(?: các)?\s*$"))
_HEAD = regex.compile(fold_pattern(r"(?<![\p{L}])(?:giám đốc|chủ nhiệm|chủ tịch(?: hđqt)?|chủ)\s*$"))


def _sheet(passage: Passage, names: list[Name], state: dict[str, Any]) -> Subject | None:
    """The project of a sheet, at the line that says who invests ("Chủ đầu tư: Công ty A")."""
    known = carry.recent(state, "project", passage.sentence.line)
    alone = len(names) == 1 and names[0].kind == "enterprise"
    said = _SAID.fullmatch(passage.folded, passage.sentence.start, names[0].start) if alone else None
    if said is not None:
        state["said"] = names[0].text, passage.sentence.line
    if said is not None and said["zone"]:
        return _zone_of(passage, names[0].text, state)
    if known is None or not alone or known.owner is not None:
        return None
    start, folded = passage.sentence.start, passage.folded
    told = (
        (said is not None and said["of"])
        or _INVESTS.fullmatch(folded, start, names[0].start)
        or (_BY.fullmatch(folded, start, names[0].start) and _BUILDS.match(folded, names[0].end, passage.sentence.end))
    )
    if passage.sentence.line - known.line > _SHEET or not told:
        return None
    return replace(known, owner=names[0].text, carried=True, line=passage.sentence.line, scope=0)


def _zone_of(passage: Passage, owner: str, state: dict[str, Any]) -> Subject | None:
    """The zone told of last, where a sentence opens with who builds its works ("Chủ hạ tầng là Công ty A")."""
    zone = carry.recent(state, "zone", passage.sentence.line)
    if zone is None or passage.sentence.line - zone.line > 1:
        return None
    state.setdefault("owners", {}).setdefault(key(zone.name), owner)
    return replace(zone, owner=zone.owner or owner, carried=True, scope=0)


def _merged(names: list[Name], listed: list[Name]) -> list[Name]:
    return sorted([*names, *listed], key=lambda n: n.start) if listed else names


def _within(
    passage: Passage, item: Subject, names: list[Name], state: dict[str, Any], at: int | None = None
) -> list[Turn]:
    """An item of a list is about its thing; another of the kind in a clause of its own takes over."""
    result: list[Turn] = [(item.end if at is None else at, item)]
    for name in names:
        housed = name.kind == "project" and item.kind == "zone" and _IS.search(passage.folded[: name.start])
        if (
            name.proper
            and name.start > item.end + 3
            and (housed or (name.kind == item.kind and _new_clause(passage, name)))
        ):
            result.append((name.start, Subject(strip(name.text), name.kind, name.start, name.end, line=item.line)))
    return [(at, _bounded(passage, s, result[i + 1 :], state)) for i, (at, s) in enumerate(result)]


_IS = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:ở|tại|trong) (?:đây|cụm|khu)(?: này)? là\s*$")
)  # "Lớn nhất ở đây là Nhà máy A"


def _new_clause(passage: Passage, name: Name) -> bool:
    lead = passage.folded[max(passage.sentence.start, name.start - 3) : name.start].rstrip()
    return lead.endswith((";", ".")) or name.start == passage.sentence.start


def _bounded(passage: Passage, subject: Subject | None, later: list[Turn], state: dict[str, Any]) -> Subject | None:
    """A subject with the stretch that is about it, and what that stretch says of its owner."""
    if subject is None:
        return None
    stop = subject.scope or min((at for at, _ in later), default=passage.sentence.end)
    opens = passage.folded.startswith(_CAUSES, passage.sentence.start)
    cause = _CAUSE.match(passage.folded, passage.sentence.start, stop) if opens else None
    if cause is not None and not subject.carried and subject.end <= cause.end():
        stop = cause.end()
    if (
        not subject.proper
        and not subject.carried
        and subject.kind == "project"
        and subject.start > passage.sentence.start
    ):
        closed = _in_brackets(passage, subject.start)
        stop = min(stop, closed) if closed > 0 else stop  # "Gia Lai (700 triệu USD, từ hai dự án gió), Đắk Nông (..."
    bounded = replace(subject, scope=stop)
    if bounded.kind == "enterprise":
        return bounded
    known: dict[str, str] = state.setdefault("owners", {})
    name = key(bounded.name)
    same = carry.recent(state, "project", passage.sentence.line)
    first = max(passage.sentence.start, bounded.start - _SHORTLY)
    if bounded.owner is None and _SAME_OWNER.search(passage.folded, first, min(stop, first + project.OPENING)):
        bounded = replace(bounded, owner=state.get("owner"))
    elif bounded.owner is None and not bounded.proper and same is not None and key(same.name) == name:
        bounded = replace(bounded, owner=same.owner)  # "xây nhà máy tôn ... Dự án xây dựng nhà máy tôn"
    if bounded.owner is None:
        start = passage.sentence.start if bounded.carried else bounded.end
        found = owner.behind(passage, start, stop) or (known.get(name) if bounded.proper else None)
        if found is None and stop == passage.sentence.end and passage.quantities:
            found = owner.ahead(passage, bounded.name)
        if found is not None:
            bounded = replace(bounded, owner=found)
    if bounded.owner is None and _OF_THE_FIRM.match(passage.folded, bounded.end, passage.sentence.end):
        firm = carry.recent(state, "enterprise", passage.sentence.line)
        bounded = replace(bounded, owner=firm.name) if firm is not None else bounded  # "nhà máy cồn của công ty"
    said: tuple[str, int] | None = state.get("said")
    if bounded.owner is None and bounded.proper and bounded.kind == "project" and said is not None:
        bounded = replace(bounded, owner=said[0]) if said[1] == passage.sentence.line else bounded
    if bounded.owner is None and bounded.proper and bounded.kind == "project" and _one_of_its_plants(passage):
        firm = carry.recent(state, "enterprise", passage.sentence.line)
        bounded = replace(bounded, owner=firm.name) if firm is not None else bounded
    bounded = phases.owned(bounded, state)
    if bounded.owner is not None and bounded.proper:
        state["owner"] = bounded.owner
        known.setdefault(name, bounded.owner)  # said once, it holds wherever the thing is named again
    return bounded


_NEXT_FIELD = regex.compile(fold_pattern(r"[,;]? (?:(?:tại|ở|thuộc) )?|\s?[-;,]\s?"))
_LATELY = 400  # letters


def _one_of_its_plants(passage: Passage) -> bool:
    """Whether the paragraph has counted the plants of a firm whose names then follow ("Đơn vị sở hữu hai nhà máy.")."""
    start = max(passage.folded.rfind("\n", 0, passage.sentence.start) + 1, passage.sentence.start - _LATELY)
    return _RUNS_PLANTS.search(passage.folded, start, passage.sentence.start) is not None


def _in_brackets(passage: Passage, at: int) -> int:
    """Where the bracket closes in which a place of the sentence stands; -1 outside of any."""
    opened = passage.folded.rfind("(", passage.sentence.start, at)
    if opened < 0 or passage.folded.find(")", opened, at) >= 0:
        return -1
    return passage.folded.find(")", at, passage.sentence.end)


def _after(
    passage: Passage, names: list[Name], position: int, current: Subject | None, state: dict[str, Any]
) -> Subject | None:
    """The subject after one more name: an owner joins its project, a zone houses it, a new thing replaces it."""
    name = names[position]
    previous = names[position - 1] if position else None
    between = passage.folded[previous.end : name.start] if previous is not None else ""
    close = previous is not None and len(between) < 40 and ";" not in between and ". " not in between
    if name.kind == "enterprise":
        of_it = _IS_OWNER.match(passage.folded, name.end, passage.sentence.end)
        built = carry.recent(state, "zone" if of_it and of_it["zone"] else "project", passage.sentence.line)
        if built is not None and of_it is not None:
            return replace(built, owner=built.owner or name.text, carried=True, line=passage.sentence.line, scope=0)
        return _enterprise(passage, name, between if close else None, current)
    before = passage.folded[max(passage.sentence.start, name.start - 34) : name.start]
    if name.kind == "zone":
        if _GOAL_OF_BOARD.match(passage.folded, name.end, passage.sentence.end):
            return current  # "Thực hiện nghị quyết về phát triển KKT A, năm 2022 Ban Quản lý phấn đấu thu hút ..."
        if current is not None and previous is not None and _BRACKETED.fullmatch(between):
            return current  # "Công ty A (KCN B, tỉnh C) có ...", "Nhà máy A (thuộc KCN B) có ..."
        works = _WORKS.search(passage.folded, max(passage.sentence.start, name.start - 70), name.start)
        if current is not None and current.kind == "project" and works is not None:
            begins = works.start("what")  # "Nhà máy A (7 triệu USD); Đầu tư hạ tầng CCN B (120 tỷ đồng)": works too
            return Subject(passage.text[begins : name.end], "project", begins, name.end, line=passage.sentence.line)
        if current is not None and current.kind == "enterprise" and _INFRASTRUCTURE.search(before):
            builds = current.name  # "Công ty A khởi công hạ tầng KCN B": what is told then is the zone's
            return Subject(name.text, "zone", name.start, name.end, builds, line=passage.sentence.line)
        if current is not None and current.kind in ("project", "enterprise") and _HOUSED.search(before):
            return current
        if current is None and (known := invest.housed(passage, name.start, state)) is not None:
            return known
        if current is not None and current.kind == "enterprise" and between == ", ":
            return current  # "Công ty A, KCN B, có 4.600 lao động": where it is
        owned = current is not None and current.kind == "project" and previous is not None
        if owned and previous is not None and previous.kind == "enterprise" and _NEXT_FIELD.fullmatch(between):
            return current  # "Nhà máy A (Công ty B, KCN C): vốn ..."
        if current is not None and current.kind == "project" and not current.proper and between == " ":
            return current  # "dự án chung cư công nhân Khu công nghiệp A": for whom it is
        if _BUILT_IN.search(before):
            return current  # "xây nhà máy tại KCN B với diện tích ...": the plant's, not the zone's
        if _OTHERS_AND.search(before):
            return current  # "các khu chế xuất, khu công nghiệp A có 20 dự án": theirs together
        if _AND_OTHERS.match(passage.folded, name.end):
            return None  # "KKT A và các KCN thu hút ...": theirs together
        counted = project.MANY.search(before) and not before.rstrip().endswith(tuple("0123456789"))
        if counted and not _SIZE.match(passage.text, name.end):
            return current  # but: "hai khu công nghiệp A (79 ha) và B (197 ha)"
        return Subject(name.text, "zone", name.start, name.end, line=passage.sentence.line)
    return project.of(passage, name, previous, between, current, state)


def _enterprise(passage: Passage, name: Name, between: str | None, current: Subject | None) -> Subject | None:
    if current is not None and between is not None and between.strip() == "(":
        return current  # "Nhà máy A của Công ty B (Tập đoàn C, Nhật Bản) có ..."
    if _FIRMS_PROJECT.search(passage.folded, max(passage.sentence.start, name.start - 20), name.start):
        return Subject(name.text, "project", name.start, name.end, name.text, line=passage.sentence.line)
    plant = _FIRMS_PLANT.search(passage.text, max(passage.sentence.start, name.start - 24), name.start)
    if plant is not None and (current is None or current.kind == "zone" or current.carried):
        what, at = plant["what"], plant.start("what")  # "lớn nhất ở đây là nhà máy của Công ty A: vốn ..."
        return Subject(what, "project", at, name.end, name.text, line=passage.sentence.line, proper=False)
    if (
        current is not None
        and current.kind in ("project", "zone")
        and not current.carried
        and _builds(passage, current, name)
    ):
        return replace(current, owner=current.owner or name.text)
    made = listing.made(passage, name)
    if made is not None and not (current is not None and current.start <= made[1] < current.end):
        return Subject(made[0], "project", made[1], name.end, name.text, line=passage.sentence.line)
    if (
        current is not None
        and current.kind == "zone"
        and _IN_ZONE.fullmatch(passage.folded[max(passage.sentence.start, current.start - 8) : current.start])
    ):
        return Subject(name.text, "enterprise", name.start, name.end, line=passage.sentence.line)
    if current is not None and current.kind in ("project", "zone") and current.line == passage.sentence.line:
        if between is not None and current.owners and _JOINED.fullmatch(between):
            return replace(current, owners=(*current.owners, name.text))
        if owner.owns(passage, current.end if not current.carried else passage.sentence.start, name):
            return replace(current, owner=current.owner or name.text, owners=(*current.owners, name.text))
    return Subject(name.text, "enterprise", name.start, name.end, line=passage.sentence.line)


def _builds(passage: Passage, current: Subject, name: Name) -> bool:
    """Whether a firm is told behind a thing as who builds it ("công trường Nhà máy A, nơi Công ty B đang dựng")."""
    where = _WHERE.fullmatch(passage.folded, current.end, name.start) is not None
    return where and _DOES_BUILD.match(passage.folded, name.end) is not None


_WHERE = regex.compile(fold_pattern(r"\s*(?:\([^()]{2,40}\)|(?:ở|tại) [^,;.\d]{3,40})?,? nơi "))
_DOES_BUILD = regex.compile(
    fold_pattern(r"(?: (?:đang|đã|vừa|sẽ))* (?:dựng|xây|đầu tư|lắp|thi công|đổ|bỏ|rót|khởi công|triển khai)(?![\p{L}])")
)
_JOINED = regex.compile(fold_pattern(r"\s*(?:,|và|, và)\s*"))
_SIZE = regex.compile(r"\s*\((?:rộng |diện tích |hơn |gần |trên )?\d[\d.,]* ?ha\s*[),;]")
