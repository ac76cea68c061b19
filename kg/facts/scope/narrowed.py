"""The time in force as a number narrows or widens it: the last of its months, the end of its span, its whole year."""

from __future__ import annotations

from dataclasses import replace

import regex

from kg.facts.scope.figure import Figure
from kg.mentions.period import Period
from kg.text.normalise import fold_pattern

# "trần 4% mà Quốc hội giao cho cả năm"
_FOR_YEAR = regex.compile(
    fold_pattern(
        r"%?\s*(?:mà |do )?(?:\p{L}+ ){1,4}?(?:đã )?(?:giao|đặt ra|đề ra|cho phép|đặt)(?: cho"
        r"| của)? cả năm(?![\p{L}])"
    )
)
_GROWS_BY = regex.compile(fold_pattern(r"\s*\p{L}*\s*,\s*(?:tăng|giảm)\s+(?:\p{L}+\s+)?"))


_FOR_MONTHS = regex.compile(
    fold_pattern(
        r"\s*(?:mà |của |theo |trong )?(?:kế hoạch|kịch bản|chỉ tiêu|mục tiêu)(?: của| cho)? (?:\d{1,2} tháng|quý"
        r"|nửa (?:đầu )?năm)"
    )
)


def for_the_year(figure: Figure, mention: Period) -> bool:
    """Whether a goal behind a result of months is the year's ("quý I tăng 5,1%, nhưng vẫn giữ mục tiêu 6,7%")."""
    if _FOR_MONTHS.match(figure.passage.folded, figure.quantity.full_end):
        return False  # "thấp hơn mục tiêu 7% mà kế hoạch 6 tháng đề ra"
    if mention.kind in ("month", "months", "quarter") and _FOR_YEAR.match(
        figure.passage.folded, figure.quantity.full_end
    ):
        return True
    told = mention.kind in ("month", "months", "quarter") and mention.start < figure.gap[0]
    if not told or not figure.index or mention.start < figure.passage.sentence.start:
        return False
    if mention.kind == "months" and (mention.first or 1) > 1:
        return False  # "6 tháng cuối năm: IIP tăng 14%; xuất khẩu phấn đấu 357 triệu USD": of those months
    return figure.discourse.status_before != "target" and any("target" in word.cues for word in figure.gap_words())


def end_of_span(figure: Figure, mention: Period) -> Period:
    """The first or the last year of a span over which a figure went from one amount to another.

    "Giai đoạn 2000-2010, diện tích tăng từ 228 nghìn ha lên 639 nghìn ha (gấp 2,8 lần)".
    """
    discourse = figure.discourse
    if figure.reading.rule == "measure.from" and risen_to(figure):
        return mention
    if mention.kind == "year" and mention.year is not None and figure.reading.rule == "measure.from":
        discourse.span_from = (figure.key, mention.year)  # "từ 351 tỷ USD năm 2016 lên 540 tỷ USD năm 2020, tăng 53%"
    if mention.kind != "span" or mention.year is None or mention.year_to is None:
        return mention
    if figure.reading.rule == "measure.from":
        discourse.span_from = (figure.key, mention.year)
        return replace(mention, kind="year", year_to=None)
    if discourse.span_from is not None and discourse.span_from[0][0] == figure.key[0]:
        steps = figure.index - discourse.span_from[0][1]
        if steps == 1 or (steps == 2 and figure.measure == "multiple"):
            return replace(mention, kind="year", year=mention.year_to, year_to=None)
    return mention


def risen_to(figure: Figure) -> bool:
    """Whether a figure is what another rose or fell to, both with their years ("từ 21% năm 2015 lên 25% năm 2020")."""
    opened = figure.discourse.span_from
    return opened is not None and opened[0] == (figure.key[0], figure.index - 1)


def risen_by(figure: Figure) -> bool:
    """Whether a figure is by how much another rose, behind both its ends ("từ 21% lên 25%, tức tăng 4 điểm")."""
    opened = figure.discourse.span_from
    return figure.measure == "change" and opened is not None and opened[0] == (figure.key[0], figure.index - 2)


def last_month(figure: Figure, mention: Period, rule: str) -> Period:
    """The last of the months in force, for a growth over the month before it ("thực phẩm tăng 2,2% so với tháng 5")."""
    told = mention.last if mention.kind == "months" else mention.first if mention.kind == "asof" else None
    if not told or mention.day or rule == "period.sentence":
        return mention
    index = figure.index
    grows = figure.measure == "level" and index + 1 < len(figure.passage.quantities)
    if grows and _GROWS_BY.fullmatch(figure.passage.folded, *figure.after):
        index += 1
    elif figure.measure != "growth":
        return mention
    after = figure.passage.after(index)
    versus = next((t for t in figure.passage.between(*after) if isinstance(t, Period)), None)
    if versus is None or versus.kind != "versus" or versus.what != "month" or versus.year is not None:
        return mention
    if figure.passage.folded[after[0] : versus.start].strip():
        return mention
    monthly = versus.first == told - 1 or (versus.first is None and versus.relative == -1)
    return replace(mention, kind="month", first=told, last=None, what=None) if monthly else mention
