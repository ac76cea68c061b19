"""Figures of several years: an average a year, an amount of all years of a plan."""

from __future__ import annotations

import regex

from kg.facts.scope.figure import Figure
from kg.mentions.period import Period
from kg.text.normalise import fold_pattern

_A_YEAR = fold_pattern("/năm")
_EACH_YEAR = regex.compile(fold_pattern(r"\s*(?:mỗi năm|một năm|hàng năm|hằng năm)"))
_EACH_YEAR_BEFORE = regex.compile(fold_pattern(r"(?:mỗi năm|hàng năm|hằng năm)"))
_YEARLY = regex.compile(fold_pattern(r"bình quân\s+(?:\p{L}+\s+){0,4}$|(?:hàng|hằng|mỗi) năm"))
_OF_YEARS = regex.compile(fold_pattern(r"(?:\d|năm) năm\s*(?:là|:|đạt|huy động được|khoảng|ước)?\s*$|cả giai đoạn"))
# "6. Trong 5 năm thu hút 60 dự án mới, vốn đăng ký 1,2 tỷ USD"
_IN_YEARS = regex.compile(
    fold_pattern(
        r"[-+*•\s]*(?:[\da-zđ]{1,2}[.)]\s*)?(?:trong|cả) (?:\d|năm) năm(?! (?:qua|trở|gần|tới))(?![\p{L}])"
        r"(?:(?!20\d\d)[^;])*"
    )
)


def span_of_plan(figure: Figure, mention: Period, year: int | None) -> str | None:
    """The span of a plan that ends with the year named, for an average a year or an amount of all its years."""
    span = figure.discourse.spans.get(year) if year is not None and mention.kind in ("year", "until") else None
    return span if span is not None and (yearly(figure) or of_years(figure) or _goes_on(figure, span)) else None


def _goes_on(figure: Figure, span: str) -> bool:
    """Whether a share or a multiple is told of the amount just told of all the years.

    "5 năm: 90.000 tỷ, trong đó nhà nước 12%", "cả giai đoạn 176.000 tỷ đồng, gấp 1,6 lần giai đoạn trước"
    """
    amounts = [fact for fact in figure.discourse.told if fact.measure == "level"]
    whole = bool(amounts) and (amounts[-1].indicator, amounts[-1].period) == (figure.code, span)
    return whole and figure.measure in ("share", "multiple")


def yearly(figure: Figure) -> bool:
    """Whether a growth is an average a year, and so of the whole span that ends with its target's year."""
    if figure.measure not in ("growth", "change"):
        return False
    folded, quantity = figure.passage.folded, figure.quantity
    tail = folded[quantity.end : quantity.full_end + 5].replace(" ", "")
    each = _EACH_YEAR.match(folded[quantity.end : figure.after[1]].lstrip("% "))
    return _A_YEAR in tail or each is not None or bool(_YEARLY.search(folded[figure.gap[0] : quantity.full_start]))


def each_year(figure: Figure) -> bool:
    """Whether a flow is said to come every year ("mỗi năm tạo việc làm cho 32.000 lao động")."""
    between = figure.passage.folded[slice(*figure.gap)]
    of_year = figure.quantity.per == "năm" or (figure.quantity.unit or "").endswith("/year")
    yearly_ = of_year or bool(_EACH_YEAR_BEFORE.search(between))
    return figure.code == "employment" and yearly_


# "Tạo 115.000 việc làm trong 5 năm"
_YEARS_BEHIND = regex.compile(
    fold_pattern(
        r"(?: (?:việc làm|lao động|người)(?: mới)?)? trong (?:cả )?(?:5|năm) năm"
        r"(?! (?:qua|gần|trước|tới|liền))(?![\p{L}])"
    )
)


def of_years(figure: Figure) -> bool:
    """Whether an amount is said to be of several years together ("tổng vốn đầu tư 5 năm: 85.000 tỷ đồng")."""
    passage = figure.passage
    if _IN_YEARS.fullmatch(passage.folded, passage.sentence.start, figure.quantity.full_start):
        return True
    if _YEARS_BEHIND.match(passage.folded, figure.quantity.full_end, passage.sentence.end):
        return True
    return bool(_OF_YEARS.search(passage.folded[figure.gap[0] : figure.quantity.full_start]))
