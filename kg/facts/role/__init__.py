"""Who holds which office: "Ông Trần Quang Tấn, Giám đốc Sở Công Thương", "Chủ tịch UBND tỉnh ... Nguyễn Văn A".

The words are in ``words``; a document's closing signature is read by ``signature``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

import regex

from kg.facts.role import alone, appointed, signature
from kg.facts.role.firm import TITLED, housed, seated
from kg.facts.role.firm import held as firm_held
from kg.facts.role.firm import told as firm_told
from kg.facts.role.person import cut, split
from kg.facts.role.words import (
    ANYBODY,
    COUNTRIES,
    END,
    GIVEN,
    LADY,
    ORG,
    PERSON,
    PLACED,
    PLACES,
    RANKS,
    SURNAMES,
    TITLE,
    UPPER,
    VERB,
    VERBS,
)
from kg.mentions.phrases import OFFICES
from kg.mentions.surnames import COMMON
from kg.model import Evidence, Role
from kg.text.segment import Lines, Span

# "Ông X, Giám đốc Sở Công Thương", "X - Phó Giám đốc ...": the name before the office, the house behind it
_AHEAD = regex.compile(
    rf"(?<![\p{{L}}]){PERSON}(?:, \d{{2}} tuổi)?\s*(?:(?:\([^)\n]{{0,40}}\)\s*)?[,\-–:]+\s*(?:[Nn]guyên là "
    "|hiện là |là |đồng thời là "
    rf"|người giữ chức |[Nn]guyên |[Cc]ựu )?(?:(?:[TtHh]ỉnh ủy viên|[Tt]hành ủy viên|[Hh]uyện ủy viên|[Tt]hị ủy viên"
    r"|[Đđ]ảng ủy viên|[Tt]hành viên (?:(?:UBND|Ủy ban nhân dân) (?:tỉnh|thành phố)|HĐQT|Hội đồng quản trị)"
    r"|[ỦU][yỷ] viên (?:dự khuyết )?(?:Ban Chấp hành |BCH )?(?:(?:Trung ương|T\.?Ư|TW)(?: Đảng)?"
    r"|Bộ Chính trị)),\s*)?|\(\s*"
    r"|\s(?:hiện |đang )?(?:là|(?:giữ|đảm nhiệm|nhận) chức(?: vụ)?|(?:được bổ nhiệm )?làm|được bổ nhiệm(?: giữ chức"
    r"(?: vụ)?)?|được bầu(?: làm| giữ chức(?: vụ)?)?)\s+)$"
)
_LINKS = (",", "-", "–", ":", "(", "là", "nguyên", "cựu", "chức", "vụ", "làm", "nhiệm", "bầu")  # what it ends with
# an office without its house: "Ông A, Giám đốc, cho biết"
_ALONE = regex.compile(rf"(?:(?<=[Tt]rưởng ban) quản lý)?(?=\s*[,;.)]|\s+(?:{VERBS})(?!\p{{L}}))")
_HOUSE = regex.compile(rf"(?:,(?=\s(?:Công ty|Tập đoàn|Tổng công ty) ))?\s+(?:của\s+)?{ORG}{END}")
_TRADE = "trưởng thương vụ"
_TRADE_OFFICE = regex.compile(r"\s+(?P<org>Việt Nam tại \p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)*)")  # "tại Ấn Độ"
# what the office is for, and then its house: "Giám đốc kinh doanh Công ty A", "Giám đốc phụ trách vùng của Tập đoàn B"
_DUTIES = (
    regex.compile(rf"\s+(?P<duty>\p{{Ll}}+(?: [\p{{L}}&]+){{0,12}}?),? của\s+{ORG}{END}"),
    regex.compile(rf"\s+(?P<duty>\p{{Ll}}+(?: [\p{{L}}&]+){{0,12}}?)(?:,\s+|\s+){ORG}{END}"),
)
# "Giám đốc Nghiên cứu thị trường vốn, JLX cho biết"
_BUSINESS = regex.compile(
    r"\s+(?P<duty>(?:Nghiên cứu|Kinh doanh|Tài chính|Điều hành|Truyền thông|Đối ngoại|Dịch vụ|Phát triển|Khối|Bộ phận)"
    rf"(?: (?!Sở|Công ty|Tập đoàn)[\p{{L}}&]+){{0,8}}?),\s+(?P<org>\p{{Lu}}[\p{{L}}&]*(?: "
    rf"\p{{Lu}}[\p{{L}}&]*){{0,4}}){END}"
)
# the house in brackets behind what the office is for: "Trưởng phòng Thuế (Cục Hải quan A)"
_OF_PART = ("trưởng phòng", "trưởng ban", "trưởng bộ môn", "trưởng khoa", "trưởng bộ phận")
_BRACKETED = regex.compile(
    rf"\s+(?P<duty>[\p{{L}}&]+(?:,? [\p{{L}}&-]+){{0,12}}?)\s*\(\s*(?:thuộc\s+)?(?P<org>{PLACED}[^()\n]{{0,80}})\)"
)
_MORE = regex.compile(rf"\s*,\s*(?:đồng thời (?:là |kiêm )?|kiêm )?{RANKS}\s+(?:của\s+)?{ORG}{END}")
_RANKED = regex.compile(RANKS)
_RUN = regex.compile(rf"(?<!\p{{L}})(?:{UPPER}|{GIVEN}(?:[ \u00a0]{GIVEN})*(?!\p{{L}}))")
_SPACES = regex.compile(r"\s{2,}")
_CLOSED = regex.compile(r"[.;:()\"“”\n](?!\p{L})")
# Brackets and stops that do not end the words between office and name: "Bộ Y tế (BYT) A", "Công ty B Co. C"
_ASIDE = regex.compile(r"\s\([^()\n]{1,60}\)(?=,? \p{Lu}|,? (?:ông|bà) )|(?<=\s(?:TP|Tp|Co|Ltd|Inc|Corp))\.(?= )")
_TITLED = regex.compile(rf"[\s,:]+{TITLE}$|^{TITLE}$")
_NESTED = regex.compile(rf"(?:, |,| và ){RANKS}(?:\s+(?P<org>(?!Thường trực)\p{{Lu}}[^,]*))?$")
# "Chủ tịch Hãng A, ông X Y": behind a title any name; an office that follows the name is its own
_BESIDE = regex.compile(
    rf"(?P<org>[^,\n]{{2,70}}?)\s*(?:,|\s[-–])?\s(?:ông|bà|Ông|{LADY})\s"
    rf"(?P<person>{ANYBODY})(?![\p{{L}}])(?!\s*[,(–-]\s*{RANKS})"
    rf"|(?P<org>[^,\n]{{2,70}}?)\s{{4,}}(?P<person>{ANYBODY})(?=\s+(?:{VERBS})(?!\p{{L}}))"  # behind a bracket
)
_TOLD_BESIDE = regex.compile(r"(?:ông|bà|Ông|Bà)\s|\s{4}")  # what all that it matches has
_ABROAD_ORG = regex.compile(
    rf"\s(?P<org>(?:{COUNTRIES}|Liên [Hh]iệp [Qq]uốc|Liên hợp quốc|ASEAN)(?: tại Việt Nam)?)(?:,|\s[-–])?\s"
    rf"(?P<person>{ANYBODY})(?!\p{{L}})"
)
# No office of ours, so that any name behind it is a foreigner's: "Tổng thống Putin"
_PRESIDENT = regex.compile(
    rf"\s(?P<org>)(?P<person>(?!{COUNTRIES}|Đức|Nam|Bắc)[A-Z][a-z’'-]{{2,}}(?: [A-Z][a-z’'-]+){{0,2}})(?!\p{{L}})"
)
_SHARED = regex.compile(
    rf"(?:các|hai|ba|[Cc]ác)\s+(?:(?:đồng chí|ông|bà|đ/c)\s+)?{RANKS}(?:\s+(?P<org>\p{{Lu}}[^:;,.\n]{{0,60}}?))?"
    rf"(?::|\s[-–]|(?=\s))\s*(?:(?:ông|bà|đồng chí)\s+)?(?P<list>(?:(?:{SURNAMES})(?: {GIVEN}){{1,4}}"
    rf"(?:\s*[–-]\s*[^;,.\n]{{0,80}})?[;,]?\s*(?:và\s+)?(?:(?:ông|bà)\s+)?){{2,12}})"
)
_SEVERAL = regex.compile(r"(?<!\p{L})(?:[Cc]ác|hai|ba) ")
_HOLDER = regex.compile(rf",?\s+{TITLE}{PERSON}")
_PERSON_ONLY = regex.compile(PERSON)
_NO_HOUSE = regex.compile(r",|\b[Ôô]ng\b|\b[Bb]à\b")
# "Sở Văn hóa, Thể thao và Du lịch", "Bộ Lao động, Thương binh và Xã hội tỉnh A": a house of several fields
_OF_SEVERAL = regex.compile(
    r"(?:Sở|Bộ|Phòng|Ủy ban|Ban|Cục|Vụ) \p{Lu}\p{Ll}+ \p{Ll}+, \p{Lu}\p{Ll}+(?: \p{Ll}+){1,2} và"
    r" \p{Lu}\p{Ll}+(?: \p{Ll}+)*(?: (?:(?:tỉnh|TP\.?|thành phố|huyện) )?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*)?"
)
_PLACED_ORG = regex.compile(PLACED)
_ABROAD = regex.compile(r"(?<=\p{L}) tại \p{Lu}[\p{L} ]*$")
# the house before the bracket that says who heads it: "giao Sở Công Thương (Giám đốc A)"
_OPENED = regex.compile(r"(?<!\p{L})(?P<org>(?:Sở|Cục|Chi cục|Ban Quản lý|UBND) [\p{L} &-]{2,60}?) \($")
_BOARDS = regex.compile(
    r"(?:[Qq]uản lý|Chỉ đạo|Kinh tế|Tuyên giáo|Nội chính|Tổ chức|Dân vận|Dân tộc|Pháp chế)(?!\p{L})"
)
_OF_DISTRICT = regex.compile(r"(?<!\p{L})(?:huyện|thị xã|quận) \p{Lu}")
_PLACED_HOUSE = regex.compile(r"Phòng|Sở|Cục|Chi cục|UBND|Ban|Trung tâm")
# "Bí thư Thành ủy A, Chủ tịch UBND thành phố B": the house runs into the next holder's name
_HELD_BY = regex.compile(rf"\s(?:{COMMON}) {GIVEN} {GIVEN}$|^Bộ \p{{Lu}}.* (?:{SURNAMES}) {GIVEN}$")
_ALL_ZONES = (" các KCN", " các CCN", " các khu", " các cụm")  # no zone's name follows
_FIRM = regex.compile(
    r"(?<!\p{L})(?:[Cc]ông ty|Cty|CTCP|[Nn]hà máy|HTX|[Hh]ợp tác xã|[Tt]ập đoàn|[Nn]gân hàng)(?!\p{L})"
)
_LATELY = 300  # letters
_LONELY = frozenset(("ủy viên", "uỷ viên", "trưởng đoàn", "trưởng phòng", "trưởng ban", "đội trưởng", "tổ trưởng"))
_OF_STATES, _STATE = ("tổng thống",), regex.compile(rf"(?:nước )?(?:{COUNTRIES})(?!\p{{L}})")
_SEAT, _SEAT_OF = ("ủy viên,", "uỷ viên,"), ("ỉnh ", "hành ", "uyện ", "hị ", "ảng ")  # "Tỉnh ủy viên, Giám đốc"
_PARTS = 3  # of most names: what is longer may begin with a place
_ABBREVIATED = ("CEO", "CFO")
_REACH = 130  # letters behind an office in which its holder stands


def read(lines: Lines, doc: str, spans: list[tuple[int, int]], issuer: str | None) -> list[Role]:
    """The roles that a document states, one for each person and office; ``spans`` are where words of office stand."""
    best: dict[tuple[str, str], Role] = {}
    text = lines.text
    hits = _offices(text, spans)
    for sentence, at in groupby(zip(lines.holding(hits), hits, strict=True), key=itemgetter(0)):
        told = [seated(role) for role in _in(text, doc, sentence, [hit for _, hit in at])]
        for role in told:
            role = housed(role, told)
            key = (role.person.casefold(), role.role.casefold())
            if key not in best or (best[key].org is None and role.org):
                best[key] = role
    for start, person, office in signature.signed(text):
        end = start + len(person)
        org = issuer or signature.house(text, office)
        person = _SPACES.sub(" ", person)
        role = Role(_evidence(text, doc, start, end, start, end), person, office, org)
        best.setdefault((person.casefold(), office.casefold()), role)
    return sorted(best.values(), key=lambda r: (r.evidence.start, r.role))


def _offices(text: str, spans: list[tuple[int, int]]) -> list[int]:
    """Where offices begin, the longest of those that overlap: found in the folded text, they must stand in its own."""
    begins: list[int] = []
    done = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= done and text[start:end].lower() in OFFICES:
            begins.append(start)
            done = end
    return begins


def _evidence(text: str, doc: str, start: int, end: int, first: int, last: int) -> Evidence:
    return Evidence(doc, start, end, text[first:last], first, ("role.office",), 1.0)


def _in(text: str, doc: str, sentence: Span, hits: list[int]) -> list[Role]:
    found: list[Role] = []
    start, end = sentence.start, sentence.end
    named: set[int] = set()
    reached = start
    for rank in _ranks(text, start, end, hits):
        if rank.start() < reached:
            continue
        before = text[max(start, rank.start() - 80) : rank.start()].rstrip()
        who = _AHEAD.search(text, max(start, rank.start() - 80), rank.start()) if before.endswith(_LINKS) else None
        if who is not None and _unfit(text, start, who):
            who = None
        house, duty = _house(text, rank["role"], rank.end(), end) if who is not None else (None, "")
        if house is not None and rank["role"].lower() in _OF_STATES and _STATE.match(house["org"]) is None:
            continue  # "... Trần Văn A, Tổng thống B C ...": the next holder
        if who is not None and house is not None and not _HELD_BY.search(house["org"]):
            named.add(who.start("person"))
            found.append(_role(who, rank["role"] + duty, house["org"], text, doc, sentence))
            reached = house.end()
            more = _MORE.match(text, house.end(), end)
            while more is not None and not _HELD_BY.search(more["org"]):
                found.append(_role(who, more["role"], more["org"], text, doc, sentence))
                reached = more.end()
                more = _MORE.match(text, more.end(), end)
            continue
        firm = firm_told(text, rank.end(), end) if house is None else None
        if firm is not None and who is None and before.endswith(_LINKS):
            who = TITLED.search(text, max(start, rank.start() - 80), rank.start())
        if who is not None and firm is not None:
            named.add(who.start("person"))
            found.append(_role(who, rank["role"], firm, text, doc, sentence))
            continue
        if who is not None and house is None and _ALONE.match(text, rank.end(), end) and not rank["role"].isupper():
            named.add(who.start("person"))
            opened = alone.house(text, start, who.start(), rank["role"])
            found.append(_role(who, rank["role"], opened, text, doc, sentence))
            continue
        if not appointed.decides(text, start, *rank.span()):
            found.extend(_office(text, doc, sentence, rank, named))
    known = {(role.evidence.start, role.role.casefold()) for role in found}
    for given in appointed.told(text, start, end):
        if (given.start, given.role.casefold()) not in known:
            at = given.start, given.start + len(given.person)
            found.append(Role(_evidence(text, doc, *at, start, end), given.person, _capital(given.role), given.org))
    if _SEVERAL.search(text, start, end):
        found.extend(_shared(text, doc, sentence))
    return found


def _of_part(text: str, office: str, at: int, end: int) -> regex.Match[str] | None:
    """What the head of a part of a house is for, and the house in brackets behind it."""
    if not office.lower().endswith(_OF_PART):
        return None
    part = _BRACKETED.match(text, at, min(end, at + _REACH))
    return part if part is not None and not VERB.search(part["duty"]) else None


def _house(text: str, office: str, at: int, end: int) -> tuple[regex.Match[str] | None, str]:
    """The house behind an office, and what the office is for where that stands between them."""
    part = _of_part(text, office, at, end)
    if part is not None:
        return part, " " + part["duty"]
    business = _BUSINESS.match(text, at, min(end, at + _REACH))
    if business is not None:
        return business, " " + business["duty"]
    abroad = _TRADE_OFFICE.match(text, at, end) if office.lower().endswith(_TRADE) else None
    house = abroad or _HOUSE.match(text, at, end)
    if house is not None:
        return house, ""
    for pattern in _DUTIES:
        house = pattern.match(text, at, min(end, at + 2 * _REACH))
        if house is not None and not VERB.search(house["duty"]) and not house["duty"].startswith("các"):
            return house, " " + house["duty"]
    return None, ""


def _ranks(text: str, start: int, end: int, hits: list[int]) -> Iterator[regex.Match[str]]:
    """The offices of a sentence, each with all its words ("Phó Tổng giám đốc thường trực")."""
    last = start
    for hit in hits:
        if hit < last:
            continue
        if text.startswith(_SEAT, hit) and text.endswith(_SEAT_OF, 0, hit):
            last = hit + len(_SEAT[0])
            continue
        rank = _RANKED.search(text, max(last, hit - 22), end if end - hit < 140 else hit + 140)
        if rank is not None and rank.start() <= hit:
            last = rank.end()
            yield rank


def _unfit(text: str, start: int, who: regex.Match[str]) -> bool:
    words = who["person"].casefold().split()
    placed = " ".join(words) in PLACES or (len(words) > _PARTS and " ".join(words[:2]) in PLACES)
    return placed or cut(text, start, who.start("person"), who["person"])


def _shared(text: str, doc: str, sentence: Span) -> Iterator[Role]:
    for match in _SHARED.finditer(text, sentence.start, sentence.end):
        for person in _PERSON_ONLY.finditer(match["list"]):
            at = match.start("list") + person.start("person")
            evidence = _evidence(text, doc, at, at + len(person["person"]), sentence.start, sentence.end)
            house = match["org"] or ("Chính phủ" if "thủ tướng" in match["role"].lower() else "")
            yield Role(evidence, person["person"], _capital(match["role"]), house.strip() or None)


def _office(text: str, doc: str, sentence: Span, rank: regex.Match[str], named: set[int]) -> Iterator[Role]:
    """The role told with the office first ("Giám đốc Sở Công Thương Nguyễn Văn A")."""
    if rank["role"].isupper() and rank["role"] not in _ABBREVIATED:
        return  # a signature, read where it closes the document
    last = min(sentence.end, rank.end() + _REACH)
    part = _of_part(text, rank["role"], rank.end(), last)
    if part is not None:
        holder = _HOLDER.match(text, part.end(), sentence.end)
        if holder is not None and holder.start("person") not in named:
            at, name = holder.span("person"), holder["person"]
            evidence = _evidence(text, doc, *at, sentence.start, sentence.end)
            yield Role(evidence, name, _capital(f"{rank['role']} {part['duty']}"), part["org"].strip())
            return
    stretch = text[rank.end() : last]
    if "(" in stretch or ". " in stretch:
        stretch = _ASIDE.sub(lambda aside: " " * len(aside.group()), stretch)
    stop = _CLOSED.search(stretch)
    stretch = stretch[: stop.start()] if stop is not None else stretch
    for run in _RUN.finditer(stretch):
        person = split(run.group(), stretch[: run.start()])
        if person is None:
            continue
        begin = run.start() + person[0]
        if rank.end() + begin not in named:
            org = _TITLED.sub("", stretch[:begin].strip(" ,:\u00a0") + " ").strip(" ,:-–")
            yield from _held(text, doc, sentence, rank, org, rank.end() + begin, person[1])
        return
    beside = _BESIDE.match(stretch) if _TOLD_BESIDE.search(stretch) else None
    foreign = beside or _ABROAD_ORG.match(stretch)
    if foreign is None and rank["role"].lower() in _OF_STATES:
        foreign = _PRESIDENT.match(stretch)
    if foreign is not None and rank.end() + foreign.start("person") not in named:
        begin = rank.end() + foreign.start("person")
        yield from _held(text, doc, sentence, rank, foreign["org"].strip(" ,:-–"), begin, foreign["person"])


def _held(
    text: str, doc: str, sentence: Span, rank: regex.Match[str], org: str, start: int, name: str
) -> Iterator[Role]:
    """The role, if what stands between office and name is a house and no clause."""
    org = _SPACES.sub(" ", org)
    nested, whole = list(_NESTED.finditer(org)), org
    title = rank["role"]
    if nested:  # "Thủ tướng Chính phủ, Chủ tịch Tập đoàn ... Trần Văn A": the office nearest to the name
        title, org = nested[-1]["role"], (nested[-1]["org"] or "").strip()
    if (
        VERB.search(_ABROAD.sub("", org))
        or (_NO_HOUSE.search(org) and _OF_SEVERAL.fullmatch(org) is None)
        or (org.endswith((" và", " của", "KCN", "CCN", "khu", "cụm")) and not org.endswith(_ALL_ZONES))
    ):
        return
    for party in _PARTY.finditer(f"{rank['role']} {whole}, ") if nested else ():
        evidence = _evidence(text, doc, start, start + len(name), sentence.start, sentence.end)
        yield Role(evidence, name.replace("\u00a0", " "), _capital(party["role"]), party["org"].strip())
    org = firm_held(text, rank.start(), org) or org
    if org and not _PLACED_ORG.match(org):
        return
    firms = title.lower().endswith("giám đốc") and _FIRM.search(text, max(0, rank.start() - _LATELY), rank.start())
    if not org and not firms:
        org = signature.headed(text, title) or ""  # "Trưởng ban A chủ trì ..." in the board's own report
    if not org and title.lower() in _LONELY:
        return
    if not org and "thủ tướng" in title.lower():
        org = "Chính phủ"
    opened = _OPENED.search(text, sentence.start, rank.start()) if not org else None
    if opened is not None and not nested:
        org = opened["org"]
    evidence = _evidence(text, doc, start, start + len(name), sentence.start, sentence.end)
    yield Role(evidence, name.replace("\u00a0", " "), _capital(title), _whole(title, org) or None)


# "Phó Bí thư Thành ủy, Chủ tịch UBND TP. A Trần Văn B": he is both
_PARTY = regex.compile(
    r"(?<!\p{L})(?:(?P<role>(?i:(?:phó )?bí thư(?: thường trực)?))\s+(?P<org>(?:Tỉnh|Thành|Huyện|Thị|Quận)"
    r" [uủ][yỷ](?: [^,]{2,24})?)|(?P<role>[ỦUủu][yỷ] viên(?: dự khuyết)?)\s+(?P<org>Bộ Chính trị"
    r"|(?:Ban Chấp hành |BCH )?(?:Trung ương|T\.?Ư|TW)(?: Đảng)?|Ban Bí thư)"
    r"|(?P<role>Phó Thủ tướng(?: Thường trực)?)\s+(?P<org>Chính phủ))(?=,\s)"
)


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]


def _role(who: regex.Match[str], title: str, house: str, text: str, doc: str, sentence: Span) -> Role:
    evidence = _evidence(text, doc, who.start("person"), who.end("person"), sentence.start, sentence.end)
    org = _whole(title, house.strip(" ,-–"))
    return Role(evidence, who["person"].replace("\u00a0", " "), _capital(title), org or None)


def _whole(title: str, org: str) -> str:
    """The house with the head that the office has taken of it ("Trưởng Ban Quản lý các KCN")."""
    office = title.lower()
    if office.endswith("trưởng ban") and _BOARDS.match(org):
        return f"Ban {org}"
    if office.endswith(("trưởng đoàn", "phó đoàn")) and org.casefold().startswith("đại biểu quốc hội"):
        return f"Đoàn {org}"
    if office.endswith(_TRADE) and org.startswith(("Việt Nam", "tại")):
        return f"Thương vụ {org}"
    of_district = (
        office.endswith(("trưởng phòng", "phó phòng")) and _OF_DISTRICT.search(org) and not _PLACED_HOUSE.match(org)
    )
    return f"Phòng {org}" if of_district else org
