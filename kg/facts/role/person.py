"""A person's name within a run of capitals: where it begins, and what only looks like one."""

from __future__ import annotations

import regex

from kg.facts.role.words import COUNTRY, FOREIGN, PLACES, SURNAMES
from kg.mentions.surnames import COMMON

_ANYWHERE, _ALL_NAMES = frozenset(f"{COMMON}|{FOREIGN}".split("|")), frozenset(SURNAMES.split("|"))
_UPLAND, _LONG = frozenset(("Y", "A", "H'", "K'", "Ka", "Rơ", "Siu", "Ksor")), 5  # "Y Giang Gry Niê Knơng"
_MIDDLE = frozenset("Văn Thị Đình Hữu Quang Quốc Ngọc".split())
_COMMONLY = regex.compile(rf"(?:{COMMON})(?!\p{{L}})")
_BEFORE = regex.compile(r"(?<![\p{L}.])(\p{Lu}\p{Ll}*) $")
_NOT_NAMED = frozenset("Ông Bà Anh Chị Sĩ Sư Tướng Theo Có Chí".split())
_DEPUTY = regex.compile(r"Phó (?:Thủ|Chủ|Bí|Giám|Tổng|Cục|Vụ|Trưởng|Viện)(?!\p{L})")
_DISTRICT = regex.compile(r"(?:huyện|thị xã|quận|xã|phường|thị trấn) $")
_PROVINCE = regex.compile(r"(?:tỉnh|TP\.?|thành phố) $")

# Words that begin a sentence, where a stop mark before them was lost.
_BEGINS = frozenset(
    "Theo Ông Bà Tại Trong Bộ Tôi Ngày Trước Sau Khi Phó Thủ Cùng Tuy Việc Nếu Ảnh Còn Về Để Các Những".split()
)


def cut(text: str, start: int, at: int, person: str) -> bool:
    """Whether a name was cut out of a longer run of capitals ("sân bay Tân Sơn Nhất")."""
    before = _BEFORE.search(text[max(start, at - 14) : at])
    rare = _COMMONLY.match(person) is None
    return before is not None and rare and before[1] not in _NOT_NAMED and not before[1].isupper()


def split(run: str, before: str) -> tuple[int, str] | None:
    """Where a person's name begins in a run of capitals, and the name; None if the run names none."""
    if run.isupper() and " " in run:
        return 0, run
    words = run.replace("\u00a0", " ").split(" ")
    if _ALL_NAMES.isdisjoint(words) or _DEPUTY.match(run):
        return None  # most runs: no surname stands in them
    words = words[: next((i for i, w in enumerate(words) if i > 1 and w in _BEGINS), len(words))]
    run = run[: len(" ".join(words))]
    at = 0
    if words[0] in ("Ông", "Bà"):
        at = len(words.pop(0)) + 1
    place = COUNTRY.match(run, at)
    known = len(place.group().split()) if place is not None else 2 if _PROVINCE.search(before) else 0
    placed = 2 if _DISTRICT.search(before) else 0  # "UBND huyện Quế Võ Nguyễn Văn Hùng"
    for index, word in enumerate(words):
        rest = words[index:]
        if index < placed:
            at += len(word) + 1
            continue
        surely = len(rest) > 2 and rest[1] in _MIDDLE  # "Sở Công Thương Hà Văn Tuyến": a province has no such middle
        surnames = _ANYWHERE if index and index != known and not surely else _ALL_NAMES
        if 2 <= len(rest) <= (_LONG if word in _UPLAND else 4) and word in surnames and not _a_place(rest):
            return at, run[at:]
        at += len(word) + 1
    return None


def _a_place(words: list[str]) -> bool:
    """Whether a run of capitals begins with a place that looks like a name."""
    return " ".join(words[:2]).casefold() in PLACES or " ".join(words[:3]).casefold() in PLACES
