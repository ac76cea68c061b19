"""Figures of several years: an average a year, an amount of all years of a plan."""

from __future__ import annotations

import regex

from kg.facts.kinds import INVESTED
from kg.facts.scope.figure import Figure
from kg.mentions.period import Period
from kg.text.normalise import fold_pattern

_A_YEAR = fold_pattern("/năm")
_EACH_YEAR = regex.compile(fold_pattern(r"\s*(?:mỗi năm|một năm|hàng năm|hằng năm)"))
_EACH_YEAR_BEFORE = regex.compile(fold_pattern(r"(?:mỗi năm|hàng năm|hằng năm)"))
_YEARLY = regex.compile(fold_pattern(r"bình quân\s+(?:\p{L}+\s+){0,4}$|(?:hàng|hằng|mỗi) năm"))
_OF_YEARS = regex.compile(
    fold_pattern(
        r"(?:\d|năm) năm\s*(?:là|:|đạt|được|huy động được|khoảng|ước)?\s*$|cả giai đoạn"
        r"|(?:\d|năm) năm (?:tạo|giải quyết|thu hút|huy động|đào tạo)(?: thêm| mới| được)?\s*$"
    )
)
# "6. Trong 5 năm thu hút 60 dự án mới, vốn đăng ký 1,2 tỷ USD"
_IN_YEARS = regex.compile(
    fold_pattern(
        r"[-+*•\s]*(?:[\da-zđ]{1,2}[.)]\s*)?(?:trong |cả |(?=\d năm (?:thu hút|cấp|tạo|xây|làm|có|đón|trồng)))"
        r"(?:\d|năm) năm(?! (?:qua|trở|gần|tới))(?![\p{L}])"
        r"(?:(?!20\d\d)[^;])*"
        r"|[-+*•\s]*(?:[\da-zđ]{1,2}[.)]\s*)?(?:trong|cả|suốt) (?:kỳ|nhiệm kỳ|giai đoạn)"
        r"(?! (?:này|tới|sau|đầu|\d))(?![\p{L}])(?:(?!20\d\d).)*"
    )
)


def span_of_plan(figure: Figure, mention: Period, year: int | None) -> str | None:
    """The span of a plan that ends with the year named, for an average a year or an amount of all its years."""
    end = mention.kind in ("year", "until") or (
        mention.kind == "asof" and mention.first == _DECEMBER and yearly(figure)
    )
    span = figure.discourse.spans.get(year) if year is not None and end else None
    own = (
        mention.start >= figure.gap[0] > 0
    )  # "5 năm 78.600 tỷ đồng; riêng năm 2020 nhà nước chiếm 24,5%": of that year
    goes_on = span is not None and not own and _goes_on(figure, span)
    return span if span is not None and (yearly(figure) or of_years(figure) or goes_on) else None


_DECEMBER = 12


def _goes_on(figure: Figure, span: str) -> bool:
    """Whether a share or a multiple is told of the amount just told of all the years.

    "5 năm: 90.000 tỷ, trong đó nhà nước 12%", "cả giai đoạn 176.000 tỷ đồng, gấp 1,6 lần giai đoạn trước"
    """
    planned = figure.index and figure.measure == "growth" and "status.plan-figure" in figure.rules
    rates = figure.discourse.told[-1:] if planned else ()
    if any((rate.indicator, rate.base, rate.period) == (figure.code, "annual", span) for rate in rates):
        return True  # "nhịp tăng bình quân 9,6%/năm, chưa đạt chỉ tiêu 11%"
    amounts = [fact for fact in figure.discourse.told if fact.measure == "level"]
    last = (amounts[-1].indicator, amounts[-1].period) if amounts else None
    if last == ("new-enterprises", span) and figure.code == "new-enterprise-capital":
        return True  # "Cả giai đoạn thành lập mới 7.500 doanh nghiệp, vốn đăng ký 52.000 tỷ đồng"
    beside = ";" not in figure.passage.folded[slice(*figure.gap)]
    if figure.code == "registered-capital" and beside and figure.measure == "level" and last is not None:
        return last[0] in INVESTED and last[1] == span  # "Cả giai đoạn thu hút 120 dự án, vốn 65.000 tỷ đồng"
    whole = last == (figure.code, span)
    if whole and figure.measure == "level":  # "cộng dồn 5 năm 5,4 tỷ USD, trong đó thủy sản ít nhất 3 tỷ USD"
        return _THEREOF.search(figure.passage.folded, *figure.gap) is not None
    return whole and figure.measure in ("share", "multiple")


_THEREOF = regex.compile(fold_pattern(r"(?<![\p{L}])(?:trong đó|trong số đó|gồm)(?![\p{L}])"))


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
    return figure.code in ("employment", "industrial-promotion-funding", "new-enterprises") and yearly_


def goes_on_with_plan(figure: Figure) -> bool:
    """Whether a share is told of an amount of all years of the plan ("... 5 năm 165 nghìn tỷ, gồm nhà nước 14%")."""
    span = figure.discourse.plan_span()
    return span is not None and _goes_on(figure, f"{span.year}/{span.year_to}")


# "Tạo 115.000 việc làm trong 5 năm"
_YEARS_BEHIND = regex.compile(
    fold_pattern(
        r"(?: (?:việc làm|lao động|người)(?: mới)?)? (?:(?:trong )?cả giai đoạn|trong (?:cả )?(?:5|năm) năm"
        r"(?! (?:qua|gần|trước|tới|liền)))(?![\p{L}])"
    )
)
# "Kinh phí 21,5 tỷ đồng (mỗi năm 4,3 tỷ đồng)", "115.000 lao động, bình quân mỗi năm 23.000": of all years before it
_A_YEAR_BEHIND = regex.compile(
    fold_pattern(
        r"(?: \p{L}+){0,3}(?:\s*\(|,)\s*(?:tức |trung bình |bình quân )*(?:mỗi|hàng|hằng) năm(?: \p{L}+){0,3} \d"
    )
)


def of_years(figure: Figure) -> bool:
    """Whether an amount is said to be of several years together ("tổng vốn đầu tư 5 năm: 85.000 tỷ đồng")."""
    passage = figure.passage
    if _IN_YEARS.fullmatch(passage.folded, passage.sentence.start, figure.quantity.full_start):
        return True
    for behind in (_YEARS_BEHIND, _A_YEAR_BEHIND):
        if behind.match(passage.folded, figure.quantity.full_end, passage.sentence.end):
            return True
    return bool(_OF_YEARS.search(passage.folded[figure.gap[0] : figure.quantity.full_start]))
