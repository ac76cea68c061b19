"""What the title of a report says is to be done next: "Tình hình quý I, nhiệm vụ quý II năm 2022"."""

from __future__ import annotations

import regex

from kg.facts.tokens import Passage
from kg.mentions.period import Period
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
