"""What is still to come: tasks that a report's title names, and whole years guessed at in the midst of them."""

from __future__ import annotations

import regex

from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.mentions.resolve import Clock, year_of
from kg.text.normalise import fold_pattern

_TASKS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:nhiệm vụ|phương hướng|kế hoạch|giải pháp|chương trình|nv)(?: (?:và )?\p{L}+,?){0,8}? $"
    )
)


def to_come(time: Period, passage: Passage) -> bool:
    """Whether a heading tells a time of what has been, and then this one of the tasks that follow."""
    if passage.quantities or not passage.sentence.heading:
        return False
    tasks = _TASKS.search(passage.folded, passage.sentence.start, time.start)
    return tasks is not None and any(told.end <= tasks.start() for told in passage.times)


_GUESSED = regex.compile(fold_pattern(r" (?:\d{4} )?(?:tính )?(?:ước|dự (?:kiến|báo|ước)|khoảng)(?![\p{L}])"))


def year_guessed(year: Period, before: Period, folded: str, clock: Clock) -> bool:
    """Whether a whole year is but guessed at beside its months gone by ("11 tháng 13.365; cả năm ước 14.720")."""
    if year.kind != "year" or before.kind != "months" or year_of(year, clock) != year_of(before, clock):
        return False
    return _GUESSED.match(folded, year.end) is not None
