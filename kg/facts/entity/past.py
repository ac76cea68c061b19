"""What a text tells as gone by: a thing built in a year long past, works begun two years ago."""

from __future__ import annotations

import regex

from kg.facts.discourse import Discourse
from kg.facts.entity import placed
from kg.facts.entity.thing import Subject
from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.mentions.resolve import year_of
from kg.text.normalise import fold_pattern

BEGAN = fold_pattern("khởi công")


def gone(time: Period, discourse: Discourse) -> bool:
    """Whether a time lies in a year gone by."""
    year, now = year_of(time, discourse.clock), discourse.clock.year
    return year is not None and now is not None and year < now


def begun_before(passage: Passage, told: regex.Match[str], discourse: Discourse, opened: bool = False) -> bool:
    """Whether works are said to have begun two years ago or more: what was begun then runs by now.

    In a text on an opening (``opened``) it does, whenever it was begun.
    """
    now = discourse.clock.year
    if not told.group().endswith(BEGAN) or now is None:
        return False
    times = (t for t in passage.between(told.end(), told.end() + _LEAD) if isinstance(t, Period))
    years = (year_of(time, discourse.clock) for time in times)
    return any(year is not None and year <= now - (0 if opened else _BUILT_IN) for year in years)


_BUILT_IN = 2  # years


def long_ago(passage: Passage, subject: Subject, discourse: Discourse) -> bool:
    """Whether a thing was built in a year gone by that stands before it ("Năm 1998 xây dựng thêm nhà máy ...")."""
    now = discourse.clock.year
    for token in passage.between(passage.sentence.start, subject.start):
        if isinstance(token, Period) and token.kind in ("year", "month", "day"):
            year = year_of(token, discourse.clock)
            if year is not None and year < (now - 1 if now is not None else _OLD):
                return True
    for token in passage.between(subject.end, placed.reach(passage, subject)):
        if isinstance(token, Period) and _SINCE.search(passage.folded, token.start - _LEAD, token.start):
            year = year_of(token, discourse.clock)
            if now is not None and year is not None and year < now:
                return True
    return False


_OLD = 2000  # a year before it has gone by whenever a text was written
_LEAD = 24  # letters before a time that say that something goes on since then
_SINCE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:triển khai|xây dựng|hoạt động|vận hành) từ(?: \p{L}+)?\s*$"))


def opened(passage: Passage, subject: Subject) -> bool:
    """Whether a sentence tells of the opening of a thing ("tổ chức lễ khánh thành nhà máy ...")."""
    start = max(passage.sentence.start, subject.start - _CEREMONY)
    told = _OPENS.search(passage.folded, start, subject.start)
    return told is not None and _TO_COME.search(passage.folded, start, told.start()) is None


_OPENS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])khánh thành(?: (?:và|,) ?đưa vào (?:hoạt động|sử dụng|vận hành|khai thác))?(?: dự án)?\s*$"
    )
)
_TO_COME = regex.compile(fold_pattern(r"(?<![\p{L}])(?:dự kiến|sẽ|chuẩn bị|sắp|để|kịp|tiến tới|chờ)(?![\p{L}])"))
_CEREMONY = 70  # letters
