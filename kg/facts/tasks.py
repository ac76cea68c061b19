"""What is still to come: tasks that a report's title names, and whole years guessed at in the midst of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.mentions.resolve import Clock, year_of
from kg.text.normalise import fold_pattern

if TYPE_CHECKING:
    from kg.facts.discourse import Discourse

_TASKS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:nhiệm vụ|phương hướng|kế hoạch|giải pháp|chương trình|nv)(?: (?:và )?\p{L}+,?){0,8}? $"
    )
)


# "Thông tin được nêu tại hội nghị triển khai nhiệm vụ năm 2024": what was told there is of the year before
_MEETING = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:hội nghị|hội thảo|cuộc họp|buổi họp|phiên họp|buổi làm việc|lễ)(?![\p{L}])[^.;:]{0,60}?"
        r"(?<![\p{L}])(?:nhiệm vụ|phương hướng|kế hoạch|giải pháp|chương trình)(?: \p{L}+,?){0,8}? $"
    )
)


def to_come(time: Period, passage: Passage) -> bool:
    """Whether a time is of tasks to come: those that a heading tells behind what has been, or those of a meeting."""
    if passage.sentence.start < _TITLED and _MUST.match(passage.folded, time.end) and not passage.quantities:
        return True  # the title "Quý IV phải tăng tốc mới về đích"
    if time.kind == "year" and _MEETING.search(passage.folded, passage.sentence.start, time.start):
        return True
    if passage.quantities or not passage.sentence.heading:
        return False
    tasks = _TASKS.search(passage.folded, passage.sentence.start, time.start)
    return tasks is not None and any(told.end <= tasks.start() for told in passage.times)


_TITLED = 160  # letters in which a title begins
_MUST = regex.compile(
    fold_pattern(r" (?:\d{4} )?(?:phải|cần|sẽ phải|còn phải|quyết|dồn sức|tăng tốc|bứt tốc)(?![\p{L}])")
)
_GUESSED = regex.compile(fold_pattern(r" (?:\d{4} )?(?:tính )?(?:ước|dự (?:kiến|báo|ước)|khoảng)(?![\p{L}])"))


def year_guessed(year: Period, before: Period, folded: str, clock: Clock) -> bool:
    """Whether a whole year is but guessed at beside its months gone by ("11 tháng 13.365; cả năm ước 14.720")."""
    if year.kind != "year" or before.kind != "months" or year_of(year, clock) != year_of(before, clock):
        return False
    return _GUESSED.match(folded, year.end) is not None


_SETS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:phấn đấu|(?:đề ra|đặt ra|đặt|xác định|thông qua|quyết nghị|đưa ra|có)(?: [\p{L}\d]+){0,5}?"
        r" (?:chỉ tiêu|mục tiêu)|(?:chỉ tiêu|mục tiêu|kế hoạch)(?: \p{L}+){0,4} (?:năm|giai đoạn))(?![\p{L}])"
    )
)


def announced(discourse: Discourse, passage: Passage) -> None:
    """A sentence without figures that sets goals for a year ahead: what its paragraph goes on to tell are those.

    "Năm 2019, tỉnh đề ra 12 chỉ tiêu chủ yếu. GRDP tăng từ 8% trở lên; ..."
    """
    main = discourse.main_period
    if passage.quantities or main is None or main not in passage.times:
        return
    if not discourse.future(main, year_of(main, discourse.clock)):
        return
    if _SETS.search(passage.folded, passage.sentence.start, passage.sentence.end) is None:
        return
    discourse.main_status = "target"
    discourse.goal_aside = discourse.result_line == passage.sentence.line
