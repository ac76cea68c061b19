"""Things that stand side by side, and whose each of the values is that stand side by side behind them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import regex

from kg.facts.entity import placed
from kg.facts.entity.thing import Subject, Turn
from kg.facts.tokens import Passage
from kg.text.normalise import fold_pattern

# "Nhà máy A (huyện B) và Nhà máy C", "Nhà máy A ở huyện B của Công ty D và Nhà máy C"
_BESIDE = regex.compile(
    fold_pattern(
        r"\s*(?:\([^()\d]{2,40}\)\s*)?(?:(?:ở|tại|thuộc|của|do) [^,;.()\d]{3,60} ?)*(?:,|;|và|, và|cùng|cùng với)\s*"
        r"(?:dự án\s*)?"
    )
)


# "... có vốn 300 tỷ đồng và 450 tỷ đồng": two values by themselves, behind two things
_AND = regex.compile(fold_pattern(r"\s*và (?:(?:gần|hơn|khoảng|trên) )?"))
_ONLY_AND = regex.compile(fold_pattern(r"\s*(?:,|và|, và|cùng|cùng với)\s*(?:dự án\s*)?"))
_PAIR = 2


def whose(
    passage: Passage, subjects: list[Turn], turns: dict[int, tuple[int, int]], own: str | None
) -> dict[int, Subject]:
    """The thing of each quantity of a list in turn, by the quantity's place in the sentence.

    "Nhà máy A và Nhà máy B có công suất lần lượt là 45 MW và 60 MW": the first of the first, the second of the second.
    ``turns`` says of a number, by where it begins, which of how many it is (``respective.share``); ``own`` is the
    text's own province.
    """
    found: dict[int, Subject] = {}
    for index, quantity in enumerate(passage.quantities if len(subjects) > 1 else ()):
        place, count = turns.get(quantity.start) or _of_pair(passage, index)
        if not count:
            continue
        row = _side_by_side(passage, subjects, passage.quantities[index - place].full_start)
        if len(row) == count:
            found[index] = _shared(passage, row, own)[place]
    return found


def _of_pair(passage: Passage, index: int) -> tuple[int, int]:
    """Which of two values joined by "và" a quantity is, where no third one stands with them; (0, 0) for none."""
    quantities = passage.quantities
    for first in (index, index - 1):
        if first < 0 or first + 1 >= len(quantities):
            continue
        one, other = quantities[first], quantities[first + 1]
        beside = [q for q in quantities[max(0, first - 1) : first + 3] if q.dimension == one.dimension]
        joined = one.unit == other.unit and _AND.fullmatch(passage.folded, one.full_end, other.full_start)
        if joined and len(beside) == _PAIR:
            return index - first, _PAIR
    return 0, 0


def _shared(passage: Passage, row: list[Subject], own: str | None) -> list[Subject]:
    """Things side by side with the place and the owner that the words behind the last of them give them all."""
    last = row[-1]
    area = placed.of_thing(passage, last, last.end, own) if last.area is None else last.area
    bare = all(_ONLY_AND.fullmatch(passage.folded, a.end, b.start) for a, b in pairwise(row))
    if not bare:
        return row
    return [replace(s, owner=s.owner or last.owner, area=s.area or area) for s in row]


def _side_by_side(passage: Passage, subjects: list[Turn], before: int) -> list[Subject]:
    """The last thing named before a place, with those of its kind that nothing but "và" parts from it."""
    named = [s for _, s in subjects if s is not None and s.end <= before and not s.carried]
    row = named[-1:]
    for subject in reversed(named[:-1]):
        if subject.kind != row[0].kind or not _BESIDE.fullmatch(passage.folded, subject.end, row[0].start):
            break
        row.insert(0, subject)
    return row


def alike(passage: Passage, index: int, subjects: list[Turn], about: Subject) -> list[Subject]:
    """The things before one in a row of which each has what is told ("Nhà ga A và nhà ga B đều có công suất ...")."""
    quantity = passage.quantities[index]
    if about.carried or not about.end <= quantity.full_start:
        return []
    if not _EACH.fullmatch(passage.folded, about.end, quantity.full_start):
        return []
    return _side_by_side(passage, subjects, quantity.full_start)[:-1]


_EACH = regex.compile(
    fold_pattern(
        r"\s*,?\s*(?:cùng|đều|cả hai đều|cả hai cùng|mỗi (?:nhà máy|nhà ga|dự án|cảng|trạm|dây chuyền|khu|cụm))"
        r"(?: (?:có|được|với|đạt))* (?:\p{L}+ ){1,5}"
    )
)


def again(passage: Passage, index: int, row: dict[int, Subject]) -> bool:
    """Whether a value of such a list tells what the one before it told ("diện tích lần lượt là 79 ha và 197 ha")."""
    alike = index in row and index - 1 in row and row[index - 1].name != row[index].name
    return alike and passage.quantities[index].unit == passage.quantities[index - 1].unit


_ASIDE = regex.compile(
    fold_pattern(
        r"\s*\(\s*(?:hiện nay|hiện|nay|đến nay|(?:đầu |cuối |hết )?năm 20\d\d):?"
        r"(?: (?:là|đạt|mới|chỉ|đã|khoảng|được|gần|hơn))*\s*"
    )
)


def aside(passage: Passage, index: int, attribute: str) -> bool:
    """Whether a share in brackets is that of another time ("lấp đầy 95% (hiện nay 82%)")."""
    quantity = passage.quantities[index]
    if not index or attribute != "occupancy" or quantity.dimension != "percent":
        return False
    return _ASIDE.fullmatch(passage.folded, passage.quantities[index - 1].full_end, quantity.full_start) is not None
