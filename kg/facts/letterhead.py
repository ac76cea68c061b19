"""The name of an office as its letterhead prints it, in capitals, written as offices write themselves within a text."""

from __future__ import annotations

import regex

from kg.facts.role.words import PLACES
from kg.text.normalise import restored

_SHORTENED = ("UBND", "HĐND", "KCN", "CCN", "KKT", "KCX", "KCNC", "TP", "TP.")
_PLACE = r"(?P<place>tỉnh|thành phố|huyện|thị xã|quận)"
_PLACED = regex.compile(rf"(?i)(?<!\p{{L}}){_PLACE}(?!\p{{L}})")
# Within the name of a house the first word alone is capital, but for these.
_NAMED = (
    "Công Thương",
    "Đầu tư",
    "Truyền thông",
    "Công nghệ",
    "Du lịch",
    "Môi trường",
    "Đào tạo",
    "Thể thao",
    "Phát triển",
    "Xã hội",
    "Thương binh",
)
_FIELDS = regex.compile("|".join(rf"(?<!\p{{L}}){name}(?!\p{{L}})" for name in _NAMED), regex.IGNORECASE)
_CAPITAL = {name.casefold(): name for name in _NAMED}
_HOUSE = regex.compile(
    r"(?P<house>(?:Văn phòng |Phòng |Sở |Chi cục |Cục |Tổng cục |Bộ |Ban |UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân))"
    r"(?P<rest>.*)",
    regex.IGNORECASE,
)
_LOWER = frozenset("các khu cụm công nghiệp kinh tế chế xuất và của cấp hạ tầng".split())


def cased(head: str) -> str:
    """A letterhead in capitals as it is written in a text: "SỞ CÔNG THƯƠNG TỈNH HÀ NAM", "Sở Công Thương tỉnh Hà Nam".

    What is none of the state's houses keeps a capital for each word, as names of firms have it.
    """
    words = [w if w in _SHORTENED else w.capitalize() for w in restored(head).split()]
    titled = " ".join(words)
    at = _place(titled)
    told = _HOUSE.fullmatch(titled[:at])
    place = _PLACED.sub(lambda found: found[0].lower(), titled[at:], count=1)
    if told is None or not place:
        return titled[:at] + place  # no house, or nothing says where its name ends and that of the place begins
    house = told["house"] if told["house"] in _SHORTENED else told["house"].capitalize()
    fields = _FIELDS.sub(lambda found: _CAPITAL[found[0].casefold()], _sentence(told["rest"]))
    return house + fields + place


def _place(titled: str) -> int:
    """Where the place begins that a letterhead ends with; its whole length where it names none."""
    placed = _PLACED.search(titled)
    if placed is not None:
        return placed.start()
    words = titled.split()
    for count in (3, 2):
        if " ".join(words[-count:]).casefold() in PLACES and len(words) > count:
            return len(" ".join(words[:-count])) + 1
    return len(titled)


def _sentence(words: str) -> str:
    """Words of a name with a capital for the first alone, shortened ones left as they are."""
    first, rest = True, []
    for word in words.split(" "):
        if word in _SHORTENED or not word:
            rest.append(word)
            continue
        rest.append(word if first and word.lower() not in _LOWER else word.lower())
        first = False
    return " ".join(rest)
