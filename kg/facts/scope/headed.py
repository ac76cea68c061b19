"""The time of a heading beside those that its text tells: a year that has hardly begun, a span and its last year."""

from __future__ import annotations

import regex

from kg.facts.scope.figure import Figure
from kg.facts.scope.stock import is_stock
from kg.mentions.period import Period
from kg.mentions.resolve import year_of
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern


def hardly_begun(figure: Figure, heading: Period | None) -> bool:
    """Whether the year of a title has only begun by the document's day, and the text tells what the last one brought.

    "Năm 2022, tỉnh A sẽ ..." over a talk in January: "năm 2021 thu ngân sách 9.000 tỷ. ⏎ Bán lẻ được 30.000 tỷ"
    """
    discourse = figure.discourse
    today, told = discourse.clock.today, discourse.result_period or discourse.main_period
    if heading is None or heading.kind != "year" or today is None or told is None or today.month > _EARLY:
        return False
    year, before = year_of(heading, discourse.clock), year_of(told, discourse.clock)
    return year == today.year and before == year - 1 and told.kind in ("year", "months")


_AVERAGE = regex.compile(fold_pattern(r"bình quân|trung bình|%\s?/\s?năm|% (?:mỗi|một) năm"))
_EARLY = 3  # months


def behind_a_span(figure: Figure, mention: Period | None) -> Period | None:
    """The year of the heading, where the span of another goal of the item ended with its semicolon.

    Under "Mục tiêu đến năm 2025": "GRDP giai đoạn 2021-2025 tăng 8%/năm; thu ngân sách 9.000 tỷ đồng".
    """
    if mention is None or mention.kind != "span":
        return mention
    stood = [t for t in figure.passage.times if t.kind == "asof" and t.start < mention.start]
    if stood and is_stock(figure) and figure.passage.folded.find(";", mention.end, figure.quantity.full_start) >= 0:
        return stood[-1]  # "Đến 1/4/2019 có 854 nghìn dân, 2009-2019 bình quân tăng 1,7%/năm; thành thị chiếm 16%"
    if figure.measure not in ("level", "share"):
        return mention
    start, stop = figure.passage.sentence.start, figure.quantity.full_start
    closed = figure.passage.folded.find(";", mention.end, stop)
    if mention.start < start or closed < 0:
        return mention
    clause = max(start, figure.passage.folded.rfind(";", start, mention.start))
    named = any(isinstance(t, Word) and t.of("indicator") for t in figure.passage.between(clause, mention.start))
    if not named and not _AVERAGE.search(figure.passage.folded, clause, closed):
        return mention  # "Trong 5 năm 2021-2025 thu hút 30 dự án; tạo 9.000 việc làm"
    headed = figure.discourse.outline.frame(figure.passage.sentence.level).period
    return headed if headed is not None and headed.kind in ("until", "year") else mention


def end_told(figure: Figure, heading: Period | None) -> bool:
    """Whether the paragraph tells of the last year of a heading's span, of which a share is then ("Năm 2020, ...")."""
    main, discourse = figure.discourse.main_period, figure.discourse
    if heading is None or heading.kind != "span" or main is None or main.kind != "year" or main.year is None:
        return False
    same = main.year == heading.year_to and discourse.last_line == figure.passage.sentence.line
    of_share = figure.measure == "change" and bool(discourse.told) and discourse.told[-1].measure == "share"
    return same and (figure.measure == "share" or of_share)


def stands_still(figure: Figure, heading: Period | None) -> bool:
    """Whether the paragraph has told what there was on a day of the heading's year ("Đến cuối năm 2020, có ...")."""
    main, discourse = figure.discourse.main_period, figure.discourse
    if main is None or heading is None or main.kind != "asof" or heading.kind not in ("year", "span"):
        return False
    same = year_of(main, discourse.clock) == (heading.year_to or year_of(heading, discourse.clock))
    return same and discourse.last_line == figure.passage.sentence.line
