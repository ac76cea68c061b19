"""Where a thing is: the district or province that the text tells beside its name, in it, or for what it belongs to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import regex

from kg.facts.discourse import Discourse
from kg.facts.entity import districts, placed, short
from kg.facts.entity.thing import Subject, Turn, is_part, key
from kg.facts.frame import Frame
from kg.facts.place import area_code
from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern


def note_places(passage: Passage, turns: list[Turn], discourse: Discourse, state: dict[str, Any]) -> None:
    """Remember where the things of a sentence without figures are, for the figures to come."""
    known: dict[str, str] = state.setdefault("places", {})
    for name in passage.tokens:
        if isinstance(name, Name) and name.proper and "/" not in known.get(key(name.text), ""):
            beside = _bracketed(passage, name, discourse.own)
            if beside is not None and ("/" in beside or key(name.text) not in known):
                _keep(key(name.text), beside, state)
    for _, subject in turns:
        if subject is not None and subject.start >= passage.sentence.start:
            if _housed_there(passage, subject, known, state) or subject.kind == "enterprise":
                continue
            inside = placed.by_landmark(passage, subject)
            told = not passage.quantities or subject.name.count(" ") >= _TELLING
            place = placed.of_thing(passage, subject, passage.sentence.end, discourse.own) if told else inside
            finer = "/" in known.get(key(subject.name), "")
            if place is not None and not finer and (not passage.quantities or key(subject.name) not in known):
                _keep(key(subject.name), place, state)
            elif key(subject.name) not in known and (housed := _housing(passage, subject, passage.sentence.end, known)):
                _keep(key(subject.name), housed, state)  # "cũng tại KCN A, Công ty B động thổ nhà máy C"
            elif place is None and key(subject.name) not in known:
                place = _of_whole(passage, subject, turns, discourse.own) or _spoken(passage, discourse)
                if place is not None:
                    _keep(key(subject.name), place, state)
            if place is not None and "/" not in place and _THIS_PLACE.match(passage.folded, *_ahead(passage, subject)):
                spoken = _spoken(passage, discourse)
                if spoken is not None and spoken.startswith(place + "/"):
                    _keep(key(subject.name), spoken, state)


# "... đồng trũng ở huyện A. Nay nơi đây là KCN B, khu lớn nhất tỉnh"
_THIS_PLACE = regex.compile(
    fold_pattern(
        r"(?:nay|giờ|giờ đây|bây giờ|hiện)?,? ?(?:nơi|chỗ|vùng|cánh đồng|khu đất|bãi)(?: đất)? (?:đây|này|ấy"
        r"|đó)(?: \p{L}+){0,3} là "
    )
)


def _of_whole(passage: Passage, part: Subject, turns: list[Turn], own: str | None) -> str | None:
    """The place of what a thing is said to be part of ("dây chuyền 2 của Nhà máy B ở huyện C")."""
    for _, whole in turns:
        if whole is not None and whole.kind == "project" and whole.start > part.end:
            told = _OF.fullmatch(passage.folded, part.end, whole.start)
            return placed.of_thing(passage, whole, passage.sentence.end, own) if told else None
    return None


_OF = regex.compile(fold_pattern(r"\s*(?:của|thuộc)\s*"))


def finest(area: str | None, name: str, state: dict[str, Any]) -> str | None:
    """The district of a thing that only a later sentence told, within the province that was taken for its place."""
    told: str | None = state.get("places", {}).get(key(name))
    return told if area is not None and told is not None and told.startswith(area + "/") else area


def _housed_there(passage: Passage, subject: Subject, known: dict[str, str], state: dict[str, Any]) -> bool:
    """Whether a thing stands in the zone told of ("Thuê nhiều đất nhất là Nhà máy A"); its place is then kept."""
    zone: Subject | None = state.get("recent", {}).get("zone")
    place = known.get(key(zone.name), known.get(key(_PHASED.sub("", zone.name)))) if zone is not None else None
    if zone is None or place is None or key(subject.name) in known:
        return False
    if passage.sentence.line - zone.line > _NEAR:
        return False
    called = (rf"(?:ở|tại|trong) {regex.escape(name)} (?:là|có|phải kể)\s" for name in short.of(zone.name))
    if not _TENANT.search(passage.folded, *_ahead(passage, subject)) and not any(
        regex.search(each, passage.text[slice(*_ahead(passage, subject))]) for each in called
    ):
        return False
    _keep(key(subject.name), place, state)
    return True


# "KCN A có 12 dự án, đáng kể nhất là Nhà máy B"
_FOREMOST = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:lớn|nhiều|đáng kể|nổi bật|tiêu biểu"
        r"|đáng chú ý)(?: vốn)?(?: nhất)?(?: trong (?:số )?(?:này|đó|khu|cụm))? (?:là"
        r"|phải kể (?:đến|tới)) ?$"
    )
)
_PHASED = regex.compile(r"\s+\(?(?:[Gg]iai đoạn|GĐ|mở rộng)(?: (?:\d|[IV]+))?\)?$")  # "KCN A giai đoạn 2"
_NEAR = 6  # lines from a zone to its tenants
_TENANT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:thuê (?:nhiều )?(?:đất|mặt bằng)|khách thuê|(?:lớn|nhiều|rộng|đông) nhất (?:trong|ở"
        r"|tại) (?:khu"
        r"|cụm|đây|số (?:đó|này|ấy))"
        r"|(?:trong|ở|tại) (?:khu|cụm|đây)(?: này)?)(?: \p{L}+){0,4} (?:là|có|phải kể|gồm|bao gồm)"
        r"\s*:?\s+(?:(?:\p{L}+ ){0,2}|(?:[^.]|\.\d){0,600}; )$"
    )
)


def _bracketed(passage: Passage, name: Name, own: str | None) -> str | None:
    """The district, or else the province, right behind a thing's name, whatever its sentence is about."""
    behind = _RIGHT_BEHIND.match(passage.folded, name.end, passage.sentence.end)
    if behind is None:
        return None
    stop = behind.end()
    inside = [t for t in passage.between(name.end, stop) if isinstance(t, Word)]
    known = [c for t in inside if (c := area_code(t, own) or placed.within(passage, t)) and c.startswith("VN-")]
    return next((c for c in known if "/" in c), known[0] if known else None)


_RIGHT_BEHIND = regex.compile(  # " (huyện A, tỉnh B)", ", xã A, huyện B"
    fold_pattern(
        r"(?: \((?!huyện|thị|tp|tx|thành)[^()\d]{3,24}\))?(?:,| ở| tại| thuộc| trong)"
        r" (?:(?:xã|thị trấn|phường|kcn|ccn|khu công nghiệp|cụm công nghiệp|khu kinh tế) [^,;.()\d]{2,30}, ){0,2}"
        r"(?:huyện|thị xã|thành phố|tx\.?|tp\.?) (?:\p{L}+ ?){1,4}|(?: \([^()\d]{3,24}\))? \([^()\d]{3,60}\)"
    )
)


def note_site(passage: Passage, subject: Subject | None, discourse: Discourse, state: dict[str, Any]) -> None:
    """Remember the place that a line of its own gives the thing of a list's item ("Địa điểm: KCN A, huyện B")."""
    if subject is None or not _SITE.match(passage.folded, passage.sentence.start, passage.sentence.end):
        return
    codes = [c for t in passage.tokens if isinstance(t, Word) for c in [area_code(t, discourse.own)] if c]
    ours = [c for c in codes if c.startswith("VN-")]
    if ours:
        _keep(key(subject.name), next((c for c in ours if "/" in c), ours[0]), state)


def area(
    passage: Passage, subject: Subject, at: int, frame: Frame, discourse: Discourse, state: dict[str, Any]
) -> str | None:
    """Where a thing is; said once, it holds wherever the document names the thing again."""
    known: dict[str, str] = state.setdefault("places", {})
    keys = [key(k) for k in (subject.name, subject.owner, _PHASED.sub("", subject.name)) if k]
    sure = subject.carried and "/" in known.get(key(subject.name), "")  # what stands behind the number is another place
    place = placed.of_thing(passage, replace(subject, scope=at) if sure else subject, at, _home(discourse, state))
    place = (_in_field(passage, discourse.own) if place is None or "/" not in place else None) or place
    finer = known.get(key(subject.name), "")
    if sure and place is not None and finer.startswith(place + "/"):
        return finer  # "theo Phó Trưởng ban Quản lý các KCN tỉnh A, khu này đã có 47 dự án"
    if place is not None:
        for each in keys:
            kept = (
                place
                if each in (key(subject.name), keys[-1]) or subject.kind == "enterprise"
                else place.partition("/")[0]
            )
            if "/" in kept or each not in known:  # of a firm, where its plant stands tells no more than the province
                _keep(each, kept, state)
        return place
    told = next((known[k] for k in keys if k in known), None)
    if subject.kind != "zone" and (told is None or "/" not in told):
        told = _housing(passage, subject, at, known) or told
    return told or subject.area or _by_context(passage, subject, at, known, frame, discourse, state)


def _in_field(passage: Passage, own: str | None) -> str | None:
    """The district that a field of a list's item names, before the number or behind it.

    "3. Điện gió A - 50 MW - vốn 1.900 tỷ đồng - Công ty B - huyện C - vận hành năm 2021"; "...; địa điểm: huyện C".
    """
    site = _SITE_FIELD.search(passage.folded, passage.sentence.start, passage.sentence.end)
    if site is not None:
        stated = (t for t in passage.between(site.start("where"), site.end("where") + 1) if isinstance(t, Word))
        return next((c for t in stated if (c := area_code(t, own)) is not None and "/" in c), None)
    fields = list(_FIELD.finditer(passage.folded, passage.sentence.start, passage.sentence.end))
    if len(fields) != 1 or passage.folded.count(" - ", passage.sentence.start, passage.sentence.end) < _FIELDS:
        return None
    inside = (t for t in passage.between(fields[0].start(), fields[0].end() + 1) if isinstance(t, Word))
    codes = (code for t in inside if (code := area_code(t, own)) is not None)
    return next((code for code in codes if "/" in code), None)


_FIELD = regex.compile(
    fold_pattern(
        r"(?<= - )(?:xã [^-,;]{2,24}, )?(?:huyện|thị xã|thành phố|tx\.?|tp\.?) [^-;,]{2,30}?(?= - |[;.]?\s*$|[;.]\n)"
    )
)
_SITE_FIELD = regex.compile(fold_pattern(r"; (?:địa điểm|vị trí|nơi đặt|địa bàn)\s*:\s*(?P<where>[^;\n]{4,60})"))
_FIELDS = 2  # dashes of an item with fields


def _housing(passage: Passage, subject: Subject, at: int, known: dict[str, str]) -> str | None:
    """The district of the zone that a sentence says a thing stands in, where the text told it before."""
    zones = [
        t
        for t in passage.tokens
        if isinstance(t, Name)
        and t.kind == "zone"
        and passage.sentence.start <= t.start < at
        and t.start != subject.start
    ]
    if len(zones) != 1 or not _STANDS.search(passage.folded, max(0, zones[0].start - 8), zones[0].start):
        return None
    place = known.get(key(zones[0].text))
    return place if place is not None and "/" in place else None


_STANDS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:ở|tại|trong|thuộc)\s+$"))


def _by_context(
    passage: Passage,
    subject: Subject,
    at: int,
    known: dict[str, str],
    frame: Frame,
    discourse: Discourse,
    state: dict[str, Any],
) -> str | None:
    """Where a thing is of which nothing tells it: where its whole is, or what the text is about."""
    if subject.kind == "project" and _housed_there(passage, subject, known, state):
        return known[key(subject.name)]
    whole: Subject | None = state.get("recent", {}).get("project")
    phase = _PHASE.match(passage.folded, passage.sentence.start)
    if phase and whole is not None and key(whole.name) in known:
        return known[key(whole.name)]
    housing: Subject | None = state.get("recent", {}).get("zone")
    here = _IN_IT.search(passage.folded, *_ahead(passage, subject)) or _AT_HERE.match(passage.folded, subject.end)
    foremost = housing is not None and housing.line == passage.sentence.line and subject.kind == "project"
    here = here or (_FOREMOST.search(passage.folded, *_ahead(passage, subject)) if foremost else None)
    if housing is not None and key(housing.name) in known and here:
        _keep(key(subject.name), known[key(housing.name)], state)
        return known[key(housing.name)]
    if (
        whole is not None
        and whole.line == passage.sentence.line
        and _ALONG.match(subject.name)
        and key(whole.name) in known
    ):
        return known[key(whole.name)]  # "Cùng với nhà máy, chủ đầu tư phải xây dựng đường dây 110 kV A - B dài 13 km"
    found = frame.area
    if (
        found is not None
        and "/" in found
        and not _said(passage, found, subject)
        and frame.origins.get("area") == "area.named"
    ):
        found = found.partition("/")[0]  # the district of another item of the line
    if found is not None and frame.origins.get("area") == "area.named" and placed.only_on_route(passage, found):
        found = discourse.own
    if found in (None, "VN") and is_part(subject):
        found = _home(discourse, state)
    if found in (None, discourse.own) and subject.kind != "enterprise":
        found = _headlined(passage, discourse, state) or found
    if found in (None, discourse.own) and subject.kind != "enterprise":
        district = districts.told_before(passage, at, discourse, state)
        if district is not None:
            _keep(key(subject.name), district, state)
            return district
    spoken = _spoken(passage, discourse)
    named = subject.kind != "enterprise" and subject.start >= passage.sentence.start
    if found in (None, discourse.own) and named and spoken is not None:
        return spoken  # "Lên huyện A thì cảnh khác hẳn. CCN B rộng 45 ha ..."
    zoned: str | None = state.get("zoned")
    if found in (None, discourse.own) and zoned is not None and named and frame.origins.get("area") != "area.named":
        return zoned
    if found in (None, discourse.own) and discourse.all_district:
        return discourse.district
    return found or discourse.own


def _spoken(passage: Passage, discourse: Discourse) -> str | None:
    """The district that a sentence before was about, where one paragraph holds both."""
    spoken = discourse.spoken_district
    near = spoken is not None and spoken[2] == passage.sentence.line and discourse.count - spoken[1] <= _FEW
    return spoken[0] if spoken is not None and near else None


_FEW = 2  # sentences


# "Trong cụm này, Nhà máy gạch B có 520 lao động"
_IN_IT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:trong|tại|ở) (?:kcn|ccn|khu|cụm|khu công nghiệp|cụm công nghiệp) (?:này|ấy"
        r"|đó)(?![\p{L}])|(?<![\p{L}])trong (?:kcn|ccn|khu|cụm)(?=,)"
    )
)
_AT_HERE = regex.compile(fold_pattern(r",? (?:ngay )?(?:tại|ở) đây(?![\p{L}])"))


def _ahead(passage: Passage, subject: Subject) -> tuple[int, int]:
    """The stretch of a sentence before a thing's name; all of it where an earlier sentence named the thing."""
    start = passage.sentence.start
    return start, subject.start if subject.start > start else passage.sentence.end


def note_headline(passage: Passage, discourse: Discourse, state: dict[str, Any]) -> None:
    """Remember the one district that a headline names."""
    codes = {area_code(t, discourse.own) for t in passage.tokens if isinstance(t, Word)}
    headed = {code for code in codes if code is not None and "/" in code}
    state["headline"] = headed.pop() if len(headed) == 1 else None


def _headlined(passage: Passage, discourse: Discourse, state: dict[str, Any]) -> str | None:
    """The district that a text is about: its headline names it, and the text again and again."""
    district: str | None = state.get("headline")
    if district is None or discourse.own is None or not district.startswith(discourse.own + "/"):
        return None
    name = district.partition("/")[2]
    within = sum(passage.text.count(f"{dash}{name}") for dash in ("- ", "– ", "-", "–"))  # "Bà Rịa - Vũng Tàu"
    opens = passage.text[: len(name)].casefold() == name.casefold()  # "Văn Yên động thổ nhà máy ...", "VĂN YÊN ..."
    return district if passage.text.count(name) - within >= (_LEADING if opens else _OFTEN) else None


def _said(passage: Passage, area: str, subject: Subject) -> bool:
    """Whether a sentence names the place, and not in an earlier item of its list."""
    name, start = area.rpartition("/")[2], passage.sentence.start
    if subject.start < start:
        return name in passage.text[start : passage.sentence.end]
    at = passage.text.rfind(name, start, subject.start)
    if at < 0:
        return name in passage.text[subject.start : passage.sentence.end]
    return ";" not in passage.text[at : subject.start]


_SITE = regex.compile(fold_pattern(r"\W*(?:địa điểm|vị trí|địa chỉ|nơi xây dựng|địa bàn)(?: [\p{L}]+){0,3}\s*:"))
_LEADING = 3  # where the headline begins with it
_OFTEN = 5  # times that a text names the district that it is about
_TELLING = 3  # spaces in a name that is not another thing's as well
_ALONG = regex.compile(r"(?:[Đđ]ường (?:dây|dẫn|vào|công vụ)|[Tt]rạm (?:biến áp|cắt|bơm|\d))(?!\p{L})")
_PHASE = regex.compile(fold_pattern(r"(?:giai đoạn|gđ|trong đó)(?![\p{L}])"))


def _keep(name: str, place: str, state: dict[str, Any]) -> None:
    """Remember where a thing is, and the province."""
    state.setdefault("places", {})[name] = place
    state.setdefault("provinces", set()).add(place.partition("/")[0])


def _home(discourse: Discourse, state: dict[str, Any]) -> str | None:
    """The province of a text: its own, or else the one in which all its things so far stand."""
    if discourse.own not in (None, "VN"):
        return discourse.own
    provinces: set[str] = state.get("provinces", set())
    return next(iter(provinces)) if len(provinces) == 1 else discourse.own
