"""The branch that capital goes into, told behind its amount, or that of the projects of which some are counted.

"Rót thêm 300 triệu USD vào bất động sản Việt Nam", "7 dự án điện gió, trong đó mới có 1 dự án phát điện".
"""

from __future__ import annotations

import regex

from kg.facts.kinds import INVESTED
from kg.facts.phrase import lower
from kg.facts.scope.figure import Figure
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_INTO = regex.compile(
    fold_pattern(
        r"\s+(?:vốn (?:đầu tư (?:trực tiếp )?)?(?:nước ngoài |fdi |ngoại )?)?(?:được )?(?:rót |đổ |chảy |đầu tư )?vào"
        r"(?: các)? (?:thị trường |lĩnh vực |ngành |các dự án )?"
    )
)


def put_into(figure: Figure) -> str:
    """The known branch right behind "vào"; "" where none is told."""
    if figure.code not in INVESTED or figure.measure not in ("level", "change"):
        return ""
    into = _INTO.match(figure.passage.folded, *figure.after)
    if into is None:
        return ""
    behind = figure.passage.between(into.end(), into.end() + 1)
    known = next((t for t in behind if isinstance(t, Word) and t.start == into.end() and t.of("sector")), None)
    return lower(figure.passage.text[known.start : known.end]) if known is not None else ""


_OF_THEM = regex.compile(
    fold_pattern(
        r"(?:.*(?<![\p{L}])trong (?:số )?(?:đó|này)(?: \p{L}+){0,4}|[^;]*,)\s*(?:(?:đã|mới|chỉ"
        r"|hiện|có|khoảng|hơn) )*"
    )
)
_HAVE_COME = regex.compile(
    fold_pattern(
        r"\s*(?:đã |đang |mới |được )*(?:phát điện|đóng điện|hòa lưới|vận hành|hoạt động"
        r"|khởi công|hoàn thành|đi vào)(?![\p{L}])"
    )
)


def of_those(figure: Figure) -> str:
    """The branch of the projects just counted, of which a number counts those that have come so far; "" for none."""
    quantities, index = figure.passage.quantities, figure.index
    if not index or figure.quantity.dimension != "count-project" or figure.code != "investment-projects":
        return ""
    if not _OF_THEM.fullmatch(figure.passage.folded, *figure.gap):
        return ""
    if not _HAVE_COME.match(figure.passage.folded, figure.quantity.full_end, figure.passage.sentence.end):
        return ""
    told = [fact for fact in figure.discourse.told if fact.indicator == figure.code and fact.measure == "level"]
    before = {quantity.start for quantity in quantities[:index]}
    return next((fact.sector or "" for fact in reversed(told) if fact.evidence.start in before), "")
