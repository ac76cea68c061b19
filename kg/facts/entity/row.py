"""Things that stand side by side, and whose each of the values is that stand side by side behind them."""

from __future__ import annotations

import regex

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


def whose(passage: Passage, subjects: list[Turn], turns: dict[int, tuple[int, int]]) -> dict[int, Subject]:
    """The thing of each quantity of a list in turn, by the quantity's place in the sentence.

    "Nhà máy A và Nhà máy B có công suất lần lượt là 45 MW và 60 MW": the first of the first, the second of the second.
    ``turns`` says of a number, by where it begins, which of how many it is (``respective.share``).
    """
    found: dict[int, Subject] = {}
    for index, quantity in enumerate(passage.quantities if turns else ()):
        place, count = turns.get(quantity.start, (0, 0))
        if not count:
            continue
        row = _side_by_side(passage, subjects, passage.quantities[index - place].full_start)
        if len(row) == count:
            found[index] = row[place]
    return found


def _side_by_side(passage: Passage, subjects: list[Turn], before: int) -> list[Subject]:
    """The last thing named before a place, with those of its kind that nothing but "và" parts from it."""
    named = [s for _, s in subjects if s is not None and s.end <= before and not s.carried]
    row = named[-1:]
    for subject in reversed(named[:-1]):
        if subject.kind != row[0].kind or not _BESIDE.fullmatch(passage.folded, subject.end, row[0].start):
            break
        row.insert(0, subject)
    return row


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
