"""The place that a sentence tells beside the name of a thing."""

from __future__ import annotations

import regex

from kg.facts.entity import listing
from kg.facts.entity.thing import Subject
from kg.facts.place import area_code
from kg.facts.tokens import Passage
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern


def reach(passage: Passage, subject: Subject) -> int:
    """Where the stretch about a thing ends: an item of a list is about it to the end of its line."""
    if subject.scope and subject.scope < passage.sentence.end:
        return subject.scope
    return passage.sentence.end


# "; huyện A.": what closes an item of a list
_COMMUNE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:(?<!thị )xã|phường|thị trấn|thôn|bản|ấp)\s+$"))
_CLOSING = regex.compile(
    fold_pattern(
        r";\s*(?:địa điểm|vị trí|đặt|nằm)?\s*:?\s*(?:tại|ở|thuộc)?\s*(?:xã [\p{L} ]+, )?(?:huyện|h\."
        r"|tx\.?|tp\.?|thị xã|thành phố)?\s*$"
    )
)
_CLOSED = regex.compile(fold_pattern(r"(?:,? ?(?:tỉnh )?\p{L}+(?: \p{L}+){1,3})?[\s.)]*"))
_AT = regex.compile(
    fold_pattern(r"(?:tại|ở|thuộc|huyện|xã|tp\.?|thành phố|thị xã|quận|tỉnh|tx\.?|trên địa bàn|phường|\(|,|-|h\.)\s*$")
)


# "(huyện A) được chấp thuận tại Quyết định ... của UBND tỉnh B": who decides, not where the thing is
_HOUSE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:của|do|được) (?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân)(?: (?:tỉnh|thành phố|tp\.?))? ?$"
    )
)


def of_thing(passage: Passage, subject: Subject, at: int, own: str | None) -> str | None:
    """The district or province of a thing: behind its name, before it in the sentence, or in it."""
    inside = passage.sentence.start <= subject.start
    start = subject.end if inside else passage.sentence.start
    codes = [
        (t, _called_district(passage, t, own) or area_code(t, own) or within(passage, t) or _landmark(t))
        for t in passage.between(start, max(reach(passage, subject), start))
        if isinstance(t, Word)
        and not _on_route(passage, t)
        and not _COMMUNE.search(passage.folded, max(0, t.start - 9), t.start)
    ]
    known = [(t, c) for t, c in codes if c is not None and c.startswith("VN-")]
    close = passage.folded.find(";", at, reach(passage, subject))
    fitting = [
        (t, c)
        for t, c in known
        if t.start < at
        or (
            _CLOSING.search(passage.folded, max(start, t.start - 60), t.start)
            and _CLOSED.fullmatch(passage.folded, t.end, reach(passage, subject))
        )
        or ((close < 0 or t.start < close) and _AT.search(passage.folded[max(start, t.start - 14) : t.start]))
    ]
    if fitting:
        told = [p for p in fitting if not _HOUSE.search(passage.folded, max(start, p[0].start - 30), p[0].start)]
        return _finest(told or fitting, at)
    landmark = by_landmark(passage, subject)
    if landmark is not None:
        return landmark
    if not inside:
        return subject.area
    ahead = passage.between(passage.sentence.start, subject.start)
    words = [
        t
        for t in ahead
        if isinstance(t, Word) and not _on_route(passage, t) and not listing.is_zone(passage, t.start, t.end)
    ]
    named = [(t, c) for t in words if (c := area_code(t, own) or within(passage, t)) and c.startswith("VN-")]
    if named and ";" not in passage.folded[max(passage.sentence.start, subject.start - 160) : subject.start]:
        return _finest_before(named)
    opened = _OPENED.match(passage.folded, passage.sentence.start)
    if named and opened is not None and named[0][0].end <= opened.end():
        return named[0][1]  # "Huyện Thủ Thừa: CCN A 45 ha; CCN B 35 ha"
    if own is None or own == "VN":
        held = [area_code(t, None) for t in passage.inside if subject.start <= t.start < subject.end]
        return next((c for c in held if c is not None and c.startswith("VN-") and "/" not in c), None)
    return None


def _called_district(passage: Passage, word: Word, own: str | None) -> str | None:
    """The district of the document's province that bears a province's name ("huyện Quảng Ninh" of Quảng Bình)."""
    if own is None or not _HUYEN.search(passage.folded, max(0, word.start - 12), word.start):
        return None
    codes = (label.concept.code for label in word.labels if label.concept.scheme == "area")
    return next((code for code in codes if code.startswith(f"{own}/")), None)


_OPENED = regex.compile(r"[^;,(]{0,40}:")  # "Huyện Thủ Thừa: ..."
_HUYEN = regex.compile(fold_pattern(r"(?<![\p{L}])(?:huyện|thị xã|quận|thành phố|tp\.?)\s*$"))


def _on_route(passage: Passage, word: Word) -> bool:
    """Whether a place is but an end of a road ("nối cao tốc Hà Nội - Hải Phòng"): a road lies in neither for sure."""
    text = passage.text
    if _ENDS_AT.search(passage.folded, max(passage.sentence.start, word.start - _TO_END), word.start):
        return True  # "điểm đầu ở xã A, huyện B, điểm cuối ở thị trấn C, huyện D"
    return text[word.start].isupper() and bool(
        _ROUTE_BEFORE.search(text, max(passage.sentence.start, word.start - _ROUTE), word.start)
        or (_ROUTE_BEHIND.match(text, word.end) and _ROAD.search(passage.folded, passage.sentence.start, word.start))
    )


def only_on_route(passage: Passage, area: str) -> bool:
    """Whether a sentence names a place only as an end of a road."""
    named = [t for t in passage.tokens if isinstance(t, Word) and area_code(t, None) == area]
    return bool(named) and all(_on_route(passage, t) for t in named)


_ENDS_AT = regex.compile(fold_pattern(r"(?<![\p{L}])điểm (?:đầu|cuối|đầu tuyến|cuối tuyến)(?![\p{L}])[^;.(\d]{0,56}$"))
_TO_END = 70  # letters from such a word to the district
_ROUTE = 24  # letters from the one end of a road to the other
_ROUTE_BEFORE = regex.compile(r"(?<![\p{L}])(?:nối|cao tốc|tuyến|đường|với|\() ?(?:\p{Lu}\p{Ll}+ ){1,3}[-–] $")
_ROUTE_BEHIND = regex.compile(r" [-–] \p{Lu}\p{Ll}+")
_ROAD = regex.compile(fold_pattern(r"(?<![\p{L}])(?:cao tốc|tuyến|đường|quốc lộ)(?![\p{L}])[^;:]{0,60}$"))


def within(passage: Passage, word: Word) -> str | None:
    """The district that several provinces have, where its province stands right behind it ("huyện A, tỉnh B").

    Or of the province of the district named before it ("Nhà máy 1 ở thị xã A và Nhà máy 2 ở huyện B").
    """
    if word.of("area") is None:
        return None
    for token in passage.between(word.end, word.end + _PROVINCE_BEHIND):
        code = area_code(token, None) if isinstance(token, Word) else None
        if code is not None and "/" not in code:
            return area_code(word, code)
    before = (t for t in reversed(passage.between(passage.sentence.start, word.start)) if isinstance(t, Word))
    near = next((code for t in before if (code := area_code(t, None)) is not None and "/" in code), None)
    found = area_code(word, near.partition("/")[0]) if near is not None else None
    return found if found is not None and near is not None and found.startswith(near.partition("/")[0]) else None


_PROVINCE = regex.compile(r"VN-\w+")
_PROVINCE_BEHIND = 12  # letters from a district to its province: ", tỉnh", " ("


def by_landmark(passage: Passage, subject: Subject) -> str | None:
    """The province that a landmark in a thing's name tells."""
    return next((c for t in passage.inside if subject.start <= t.start < subject.end and (c := _landmark(t))), None)


def _landmark(word: Word) -> str | None:
    """The province of an airport, port or zone that it alone has, which tells where a thing of that name is."""
    label = word.of("area")
    known = label is not None and label.kind == "context" and _PROVINCE.fullmatch(label.concept.code)
    return label.concept.code if label is not None and known else None


def _finest_before(places: list[tuple[Word, str]]) -> str:
    """The last place named, or the district right before its province ("huyện A (tỉnh B), công ty C ...")."""
    word, code = places[-1]
    for other, finer in reversed(places[:-1]):
        if "/" not in code and finer.startswith(code + "/") and word.start - other.end < _HOUSE_BETWEEN:
            return finer
    return code


_HOUSE_BETWEEN = 24  # letters between a district and its province: "(", ", tỉnh", or the house that acts, "UBND tỉnh"


def _finest(places: list[tuple[Word, str]], at: int) -> str:
    """The place nearest before the number, or else the first behind it; of "xã A, huyện B, tỉnh C" the district."""
    ahead = [p for p in places if p[0].start < at]
    index = len(ahead) - 1 if ahead else 0
    word, code = (ahead or places)[index]
    for other, finer in places:
        if "/" in finer and "/" not in code and finer.startswith(code) and abs(other.start - word.start) < 45:
            return finer
    return code
