"""Times that brackets tell of: their numbers are of another time, and what stood before holds again behind them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import regex

from kg.facts import passing
from kg.facts.kinds import COMPARED
from kg.facts.scope.adjacent import shifted
from kg.facts.scope.figure import Figure, Spot
from kg.mentions.period import Period
from kg.mentions.resolve import year_of
from kg.mentions.shorthand import BARE
from kg.text.normalise import fold_pattern

# "thấp hơn quý II (5,48%)", "nhanh hơn quý I/2018 (khi ấy tăng 6,95%)"
OPENS = regex.compile(
    fold_pattern(
        r"\s*\(\s*(?:(?:khi|lúc|thời điểm|hồi) (?:ấy|đó)\s*(?:là|đạt|chỉ|mới|tăng|giảm"
        r"|\s)*)?(?:ước(?: đạt)?\s*)?"
    )
)
_BRACKET_ALONE = regex.compile(
    fold_pattern(r"\s*(?:(?:so (?:với )?(?:ck|cùng kỳ)|\))\s*)?\(\s*(?:(?:tăng|giảm|đạt|là)\s*)?[+\-]?")
)
_TO_REACH = fold_pattern(" để ")
_ALL_YEAR = fold_pattern("đầu năm")
_SAME = Period(0, 0, "same")
_ROUNDED = Decimal("0.2")  # percentage points


def leave(spot: Spot) -> None:
    """A time told in a bracket ends with it ("thép 1,2 triệu tấn (năm 2020: 385 nghìn tấn); xi măng ...")."""
    _leave_date(spot)
    saved = spot.frame.saved_period
    told, gap = spot.frame.period, spot.passage.folded[slice(*spot.gap)]
    to_reach = told is not None and spot.passage.folded.endswith(_TO_REACH, 0, told.start)
    if saved is not None and (";" if to_reach else ")") in gap:
        spot.frame.period, spot.frame.origins["period"] = saved
        spot.frame.saved_period = None


def save_before(period: Period, spot: Spot) -> None:
    """Keep the time in force while a bracket tells of another one."""
    frame, folded = spot.frame, spot.passage.folded
    before = folded[spot.passage.sentence.start : period.start]
    inside = before.rfind("(") > before.rfind(")") and ")" not in folded[period.end : spot.quantity.full_start]
    inside = inside or before.endswith(_TO_REACH)  # "T12 phấn đấu 1.190 tỷ để cả năm chạm 11.436 tỷ; KNXK 12 tr.USD"
    if inside and frame.saved_period is None:
        frame.saved_period = (frame.period, frame.origins.get("period", ""))


def compared(period: Period, spot: Spot) -> None:
    """The number in brackets behind what is compared with is of that time ("thấp hơn cùng kỳ năm 2016 (5,48%)")."""
    if period.kind == "same":
        earlier = shifted(period, spot)
        if earlier is not None:
            spot.discourse.override[spot.key] = earlier
    elif period.kind == "versus" and period.what == "quarter" and period.first:
        now = year_of(spot.frame.period, spot.discourse.clock) if spot.frame.period is not None else None
        spot.discourse.override[spot.key] = replace(period, kind="quarter", year=period.year or now, what=None)
    elif period.kind == "year" and period.year is not None:  # "gấp 1,4 lần năm 2020 (ước 580 triệu USD)"
        spot.discourse.override[spot.key] = period
    elif period.kind == "versus" and period.what == "year" and period.relative == -1:  # "gấp 1,8 lần năm ngoái (366)"
        spot.discourse.override[spot.key] = replace(period, kind="year", what=None)
    elif period.kind == "versus" and period.year is not None:
        kind = {"month": "month", "quarter": "quarter"}.get(period.what or "", "year")
        if period.year_to is not None:
            kind = "span"
        spot.discourse.override[spot.key] = replace(period, kind=kind, what=None)


def goes_on(figure: Figure) -> Period | None:
    """The earlier time of a bracket, for its other numbers ("(cùng kỳ: 41 dự án, 240 triệu USD)")."""
    at, index = figure.key
    earlier = figure.discourse.override.get((at, index - 1))
    folded = figure.passage.folded
    start = figure.quantity.start
    echoes = start in figure.discourse.echo
    goes = folded[slice(*figure.gap)].strip() == ";" and folded.rfind("(", at, start) > folded.rfind(")", at, start)
    if earlier is not None and (echoes or goes):
        figure.discourse.override[figure.key] = earlier  # "(cùng kỳ năm 2016 là: 15,72%; 32,98%)"
        return earlier
    if earlier is None:
        return None
    counted = figure.passage.quantities[index - 1].dimension == "count-project" and figure.quantity.dimension == "money"
    if counted and _WITH_CAPITAL.fullmatch(folded, *figure.gap):
        return earlier  # "cùng kỳ năm trước 7 dự án, 50 triệu USD"
    if any(isinstance(t, Period) and t.kind not in COMPARED for t in figure.passage.between(*figure.gap)):
        return None  # "(cùng kỳ giảm 3,5%, năm nay tăng 21%)"
    if "(" not in folded[slice(*figure.passage.gap(index - 1))] or regex.search("[();]", folded[slice(*figure.gap)]):
        return None
    figure.discourse.override[figure.key] = earlier
    return earlier


_WITH_CAPITAL = regex.compile(
    fold_pattern(
        r"[\p{L} ]{0,14}[, ]\s*(?:với|và|, )?\s*(?:tổng |số )*(?:vốn )?(?:đăng ký |đầu tư )?"
        r"(?:là |đạt |gần |hơn |trên )?"
    )
)


def of_all(figure: Figure) -> Period | None:
    """The time that the text has given once to all amounts in brackets, for a number that fills one."""
    given = figure.discourse.bracket_period
    if given is None and (BARE in figure.quantity.rules or _alike(figure)):
        given = _SAME if _shown(figure) else None
    if given is None or not _BRACKET_ALONE.fullmatch(figure.passage.folded, *figure.gap) or not figure.index:
        return None
    if figure.quantity.dimension != figure.passage.quantities[figure.index - 1].dimension:
        return None
    return shifted(given, figure) if given.kind == "same" else given


def _alike(figure: Figure) -> bool:
    """Whether an amount in brackets is in the unit of the one before it ("460 tỷ đ (500 tỷ đ), -8%")."""
    quantities, index = figure.passage.quantities, figure.index
    return index > 0 and figure.quantity.unit is not None and quantities[index - 1].unit == figure.quantity.unit


def _shown(figure: Figure) -> bool:
    """Whether the growth behind a bare amount shows that it is last year's ("53.284 (47.916), tăng 11,2%")."""
    quantities, index = figure.passage.quantities, figure.index
    if not index or index + 1 >= len(quantities):
        return False
    now, then, growth = quantities[index - 1].value, figure.quantity.value, quantities[index + 1]
    if growth.dimension != "percent" or not then:
        return False
    return abs(abs((now / then - 1) * 100) - abs(growth.value)) < _ROUNDED


def _leave_date(spot: Spot) -> None:
    """A date in the middle of a clause ends with it ("giải ngân đến ngày 30/11 đạt 82% kế hoạch; toàn tỉnh có ...")."""
    held = spot.frame.period
    if held is None or held.kind != "asof" or spot.frame.origins.get("period") != "period.sentence":
        return
    if held.start < spot.passage.sentence.start or not passing.amid_clause(held, spot.passage):
        return
    if spot.passage.folded.startswith((":", " :"), held.end):
        return  # "Kết quả đến hết năm 2023: ...; ...": of all that follows
    if _ALL_YEAR in spot.passage.folded[max(spot.passage.sentence.start, held.start - 12) : held.end]:
        return  # "từ đầu năm đến 20/12": how long flows were counted, not when one thing was
    if ";" in spot.passage.folded[slice(*spot.gap)]:
        spot.frame.period = None
