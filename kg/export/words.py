"""Values, units and periods as people read them, in Vietnamese and in English.

Everything that a picture, a table or a list shows as text is made here: ``7 tỷ USD`` and ``6T/2017`` in
Vietnamese, ``7 billion USD`` and ``Jan-Jun 2017`` in English. Labels of codes come from the ontology
(``Labels``); this module knows only numbers, dates and the few words that join them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Literal

Language = Literal["vi", "en"]

SCALES: dict[Language, tuple[tuple[Decimal, str], ...]] = {
    "vi": ((Decimal(10) ** 12, "nghìn tỷ"), (Decimal(10) ** 9, "tỷ"), (Decimal(10) ** 6, "triệu")),
    "en": ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million")),
}
APPROX: dict[Language, dict[str, str]] = {
    "vi": {"about": "khoảng ", "over": "hơn ", "under": "gần "},
    "en": {"about": "about ", "over": "over ", "under": "under "},
}
# A figure as a phrase by its measure: {0} is the value without its sign; the second form is for a decrease.
MEASURES: dict[Language, dict[str, tuple[str, str]]] = {
    "vi": {
        "growth": ("tăng {0}", "giảm {0}"),
        "change": ("tăng thêm {0}", "giảm {0}"),
        "multiple": ("gấp {0}", "gấp {0}"),
        "completion": ("đạt {0} kế hoạch", "đạt {0} kế hoạch"),
        "share": ("chiếm {0}", "chiếm {0}"),
        "rank": ("hạng {0}", "hạng {0}"),
    },
    "en": {
        "growth": ("up {0}", "down {0}"),
        "change": ("{0} more", "{0} fewer"),
        "multiple": ("{0} the base", "{0} the base"),
        "completion": ("{0} of plan", "{0} of plan"),
        "share": ("{0} of the total", "{0} of the total"),
        "rank": ("rank {0}", "rank {0}"),
    },
}
# Short forms that stand in pictures and tables where the vocabulary's labels are written out.
UNITS: dict[Language, dict[str, str]] = {
    "vi": {"VND": "đồng", "USD": "USD", "EUR": "EUR", "JPY": "JPY", "CNY": "CNY", "percent": "%", "rank": "",
           "percentage-point": "điểm %", "zone": "khu/cụm", "piece": "sản phẩm", "ha": "ha", "m2": "m²", "km2": "km²",
           "m3": "m³", "kg": "kg", "km": "km", "m": "m", "case": "vụ"},
    "en": {"VND": "VND", "USD": "USD", "EUR": "EUR", "JPY": "JPY", "CNY": "CNY", "percent": "%", "rank": "",
           "percentage-point": "pp", "ha": "ha", "m2": "m²", "km2": "km²", "m3": "m³", "kg": "kg",
           "km": "km", "m": "m"},
}  # fmt: skip
STATUSES: dict[Language, dict[str, str]] = {
    "vi": {"actual": "thực hiện", "estimate": "ước", "target": "kế hoạch", "forecast": "dự báo"},
    "en": {"actual": "result", "estimate": "estimate", "target": "target", "forecast": "forecast"},
}
BASES: dict[Language, dict[str, str]] = {
    "vi": {"yoy": "so cùng kỳ", "prev": "so kỳ trước", "annual": "bình quân năm", "plan": "so kế hoạch"},
    "en": {
        "yoy": "year on year",
        "prev": "on the period before",
        "annual": "a year on average",
        "plan": "against plan",
    },
}
TIMES: dict[Language, dict[str, str]] = {
    "vi": {"year": "năm", "day": "ngày", "month": "tháng", "hour": "giờ"},
    "en": {"year": "year", "day": "day", "month": "month", "hour": "hour"},
}
AS_OF: dict[Language, str] = {"vi": "đến ", "en": "as of "}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SIGNIFICANT = 6
_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-Q([1-4]))?")


def say_number(value: Decimal, language: Language) -> str:
    """A decimal in the language's own writing: 1234.5 -> ``1.234,5`` (vi), ``1,234.5`` (en)."""
    text = f"{value.normalize():,f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def say_amount(value: Decimal, language: Language) -> str:
    """A decimal with its scale word where it is a million or more: 7000000000 -> ``7 tỷ``."""
    for scale, word in SCALES[language]:
        if abs(value) >= scale:
            return f"{say_number(_rounded(value / scale), language)} {word}"
    return say_number(value, language)


def say_value(
    value: Decimal,
    unit: str,
    language: Language,
    value_max: Decimal | None = None,
    approx: str | None = None,
    measure: str = "level",
) -> str:
    """A value or range with its unit's label, as its measure is said: ``hơn 7 tỷ USD``, ``giảm 9,1%``."""
    falls = measure in ("growth", "change") and value < 0
    amount = say_amount(abs(value) if falls else value, language)
    if value_max is not None:
        amount = f"{amount} - {say_amount(abs(value_max) if falls else value_max, language)}"
    said = f"{APPROX[language].get(approx or '', '')}{amount}{'' if unit == '%' else ' '}{unit}".strip()
    forms = MEASURES[language].get(measure)
    return said if forms is None else forms[falls].format(said)


def say_base(base: str | None, language: Language) -> str | None:
    """What a change is compared with: a code, or the base period itself (``so 2010``)."""
    if base is None:
        return None
    so = "so" if language == "vi" else "on"
    return BASES[language].get(base) or f"{so} {say_period(base, language)}"


def say_period(period: str | None, language: Language) -> str:
    """A period code as a short readable text; an empty text where there is none.

    ``2017-01/2017-06`` -> ``T1-T6/2017``; ``@2023-05`` -> ``đến T5/2023``; ``2021/2025`` -> ``2021-2025``.
    """
    if not period or period == "@":
        return ""
    if period.startswith("@"):
        return AS_OF[language] + _say_point(period[1:], language)
    first, slash, last = period.partition("/")
    if not slash:
        return _say_point(first, language)
    if len(first) == 7 and len(last) == 7 and first[:4] == last[:4]:
        return _say_months(int(first[5:]), int(last[5:]), first[:4], language)
    return f"{_say_point(first, language)}-{_say_point(last, language)}"


def period_span(period: str | None) -> tuple[date, date] | None:
    """First and last day of a period code (one day for an as-of date); None where it names no time."""
    if not period:
        return None
    stock = period.startswith("@")
    first, slash, last = period.lstrip("@").partition("/")
    begin, end = _point_span(first), _point_span(last or first)
    if begin is None or end is None:
        return None
    return (end[1], end[1]) if stock and not slash else (begin[0], end[1])


def period_grain(period: str | None) -> str:
    """What kind of time it is, for charts that must not join a month to a year."""
    if not period or period == "@":
        return "none"
    if period.startswith("@"):
        return "stock"
    if "/" in period:
        first, _, last = period.partition("/")
        return "span" if len(first) == 4 else f"months-{first[5:7]}-{last[5:7]}"
    return {4: "year", 7: "quarter" if "Q" in period else "month"}.get(len(period), "day")


def _rounded(value: Decimal) -> Decimal:
    """Six significant digits: enough for ``541,16``, short enough for a label."""
    if value == 0:
        return value
    return value.quantize(Decimal(1).scaleb(value.adjusted() - _SIGNIFICANT + 1), rounding=ROUND_HALF_EVEN)


def _point_span(point: str) -> tuple[date, date] | None:
    match = _POINT.fullmatch(point)
    if match is None:
        return None
    year, month, day, quarter = (int(part) if part else None for part in match.groups())
    if not year:
        return None
    try:
        if day and month:
            return date(year, month, day), date(year, month, day)
        first, last = (quarter * 3 - 2, quarter * 3) if quarter else (month or 1, month or 12)
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    except ValueError:
        return None


def _say_point(point: str, language: Language) -> str:
    match = _POINT.fullmatch(point)
    if match is None:
        return point
    year, month, day, quarter = match.groups()
    if quarter:
        return f"Q{quarter}/{year}" if language == "vi" else f"Q{quarter} {year}"
    if not month or not 1 <= int(month) <= 12:
        return year
    if language == "vi":
        return f"{int(day)}/{int(month)}/{year}" if day else f"T{int(month)}/{year}"
    named = f"{_MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {named}" if day else named


def _say_months(first: int, last: int, year: str, language: Language) -> str:
    if language == "vi":
        return f"{last}T/{year}" if first == 1 else f"T{first}-T{last}/{year}"
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return year
    return f"{_MONTHS[first - 1]}-{_MONTHS[last - 1]} {year}"
