"""Figures whose time no word tells: what is only asked for, what some day will be, a part of what stands."""

from __future__ import annotations

import regex

from kg.facts.kinds import COMPARED, INVESTED
from kg.facts.scope.figure import Figure
from kg.mentions.period import Period
from kg.text.normalise import fold_pattern
from kg.text.segment import PROSE

_ASKS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đề nghị|đề xuất|xin|kiến nghị|trình)(?![\p{L}])[^.;]{0,150}?(?<![\p{L}])bổ sung"
        r"(?! (?:vốn|kinh phí|tăng))(?![\p{L}])"
    )
)


def only_asked_for(figure: Figure) -> bool:
    """Whether a sentence without a time asks for projects to be added to a plan: nothing tells when they will be."""
    passage = figure.passage
    if figure.frame.origins.get("period") == "period.sentence" or figure.code not in _ASKED_FOR:
        return False
    return _ASKS.search(passage.folded, passage.sentence.start, figure.quantity.full_start) is not None


def some_time(figure: Figure) -> bool:
    """Whether a goal is set for no time in particular ("nâng kim ngạch lên 1 tỷ USD trong thời gian tới")."""
    passage = figure.passage
    if figure.frame.origins.get("period") == "period.sentence" or passage.sentence.level > PROSE:
        return False
    start = max(passage.sentence.start, figure.gap[0])
    if any(isinstance(t, Period) and t.kind not in COMPARED for t in passage.between(*figure.gap)):
        return False
    at = passage.folded.find(_SOON, start, figure.after[1])
    return at >= 0 and passage.folded.find(";", min(at, figure.quantity.start), max(at, figure.quantity.end)) < 0


_SOON = fold_pattern("trong thời gian tới")
_ASKED_FOR = frozenset(("investment-projects", "installed-capacity", "registered-capital"))


def of_what_stands(figure: Figure) -> Period | None:
    """The day of what stands, for a part of it that is far more than what the text told last of some months.

    "Đến hết tháng 4 có 540 dự án. Riêng 4 tháng có 14 dự án mới. Ngành chế tạo dẫn đầu với 221 dự án"
    """
    passage = figure.passage
    if figure.code not in INVESTED or figure.measure != "level" or figure.index:
        return None
    if any(isinstance(t, Period) for t in passage.between(passage.sentence.start, figure.after[1])):
        return None
    day = figure.discourse.sums.standing(figure.code, figure.quantity.unit, figure.quantity.value)
    if day is None or day == "@":  # "@" alone: of a text without a date
        return None
    year, month, of_month = (*map(int, day.lstrip("@").split("-")), None, None)[:3]
    at = passage.sentence.start
    return Period(at, at, "asof", year=year, first=month, day=of_month)
