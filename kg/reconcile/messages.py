"""Findings in words, in Vietnamese and in English, and the numbers in them as each language writes them."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from kg.reconcile import period as periods
from kg.reconcile.model import TOTAL, Observed, SeriesKey, World

_SCALES = ((9, "tỷ", "billion"), (6, "triệu", "million"))
_MONEY = {
    "VND": ("đồng", "VND"),
    "USD": ("USD", "USD"),
    "EUR": ("EUR", "EUR"),
    "JPY": ("yên", "JPY"),
    "CNY": ("NDT", "CNY"),
}
_UNITS_VI = {
    "percent": "%", "percentage-point": "điểm phần trăm", "times": "lần", "project": "dự án", "job": "việc làm",
    "enterprise": "doanh nghiệp", "person": "người", "zone": "khu, cụm", "tonne": "tấn", "piece": "sản phẩm",
    "household": "hộ", "visit": "lượt", "vehicle": "xe", "shop": "gian hàng", "litre": "lít", "animal": "con",
    "point": "điểm",
}  # fmt: skip


def digits(value: Decimal, places: int = 2) -> str:
    """A number with a point and no closing zeros, rounded to so many decimals."""
    text = f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def vietnamese(text: str) -> str:
    """A number written the English way in Vietnamese writing: 1,234.5 -> 1.234,5."""
    return text.translate(str.maketrans(",.", ".,"))


def amount(value: Decimal, unit: str) -> tuple[str, str]:
    """A value with its unit in both languages: ("73.000 tỷ đồng", "73,000 billion VND")."""
    vi_scale = en_scale = ""
    if unit in _MONEY or abs(value) >= 10**7:
        for power, vi_word, en_word in _SCALES:
            if abs(value) >= Decimal(10) ** power:
                value, vi_scale, en_scale = value.scaleb(-power), f"{vi_word} ", f"{en_word} "
                break
    written = digits(value, 3)
    vi_unit, en_unit = _MONEY.get(unit, (_UNITS_VI.get(unit, unit), "%" if unit == "percent" else unit))
    return f"{vietnamese(written)} {vi_scale}{vi_unit}", f"{written} {en_scale}{en_unit}"


def stated(observed: Observed) -> tuple[str, str]:
    """The value of an observation in both languages."""
    return amount(observed.value, observed.cell.series.unit)


def percent(value: Decimal) -> tuple[str, str]:
    """A percentage in both languages."""
    return f"{vietnamese(digits(value))} %", f"{digits(value)} %"


def subject(key: SeriesKey, world: World) -> tuple[str, str]:
    """What a series is about, in both languages: indicator, breakdown, area."""
    indicator = world.labels.get(key.indicator, (key.indicator, key.indicator))
    area = world.labels.get(key.area, (key.area, key.area))
    narrowed = ", ".join(
        part.removeprefix("sector/")
        for part in (key.sector, key.product, key.partner, key.investor, key.flow, key.zone_type, key.stage)
        if part != TOTAL
    )
    brackets = f" ({narrowed})" if narrowed else ""
    return f"{indicator[0]}{brackets}, {area[0]}", f"{indicator[1]}{brackets}, {area[1]}"


def when(observed: Observed) -> tuple[str, str]:
    """The period of an observation in both languages."""
    return periods.label(observed.cell.period)


STATUS = {
    "actual": ("thực hiện", "result"),
    "estimate": ("ước thực hiện", "estimate"),
    "target": ("kế hoạch", "target"),
    "forecast": ("dự báo", "forecast"),
}
