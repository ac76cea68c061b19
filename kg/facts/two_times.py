"""Tables told in lines that give each figure for two times, parted by a stroke.

A note or a title says the order once: "(Số liệu ghi theo thứ tự: tháng 8/8 tháng; trong ngoặc là cùng kỳ)"; then
"Muối biển: 42,6/395,4 nghìn tấn (35,1/341 nghìn tấn), +21,4%/+16%".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import regex

from kg.facts.clock import this_year
from kg.facts.discourse import Discourse
from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.text.normalise import fold_pattern

_MONTH = fold_pattern(r"(?:tháng|t)")
# Folding a pattern lowers its letters, and a backreference is written with a capital: only the words are folded.
_ORDER = regex.compile(rf"(?<![\p{{L}}\d/]){_MONTH} ?(?P<month>1[0-2]|[1-9]) ?/ ?(?P=month) ?{_MONTH}(?![\p{{L}}\d])")


def announced(folded: str) -> tuple[Period, Period] | None:
    """The month and the months up to it, where a text says that it gives both side by side; else None."""
    told = _ORDER.search(folded)
    if told is None:
        return None
    month = int(told["month"])
    at = told.start()
    return Period(at, at, "month", first=month), Period(at, at, "months", first=1, last=month)


def share(passage: Passage, discourse: Discourse) -> None:
    """Give both numbers beside a stroke the times that the text has announced; those in brackets, of a year before."""
    times = discourse.two_times
    if times is None:
        return
    year = this_year(discourse.clock)
    for one, other in pairwise(passage.quantities):
        if passage.folded[one.full_end : other.full_start].strip(" %+-") != "/":
            continue
        aside = discourse.bracket_period is not None and year is not None and _bracketed(passage, one.start)
        for quantity, time in zip((one, other), times, strict=True):
            discourse.turn_times[quantity.start] = replace(time, year=year - 1) if aside and year else time


def _bracketed(passage: Passage, at: int) -> bool:
    start = passage.sentence.start
    return passage.folded.rfind("(", start, at) > passage.folded.rfind(")", start, at)
