"""Numbers with their units: value, range, sign, approximation, rate, and what was repaired.

A quantity is anchored to its digits; its full span reaches from the word of approximation to the
end of its unit. Only a number that has a unit, a magnitude or a place in a list of such numbers
is a quantity: dates, article numbers and phone numbers have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import regex

from kg.lexicon import Lexicon, UnitForm
from kg.mentions.cues import APPROXIMATE
from kg.model import Approx, Repair
from kg.text.normalise import fold, fold_pattern
from kg.text.numerals import MAGNITUDES, MISPRINTED, is_number_word, parse_digits, parse_words

# Points and commas join digits; one space may have strayed beside a point that groups ("37 .500").
NUMBER = regex.compile(r"\d+(?:[.,]\d+)*(?:(?: \.|\. )\d{3}(?!\d|\.\d|%))?(?: ,\d{1,2}(?=\s?%))?(?:[.,]\d+)*")
_GLUED = frozenset(fold(w) for w in (
    "đạt tăng giảm là hơn trên gần khoảng ước bằng có chiếm của và đến còn lên xuống từ với được gồm tới cả usd thêm kh th uth vốn dưới thứ "
    "xuất nhập khẩu thu chi tổng mức đạt: gấp hút số quy mô").split())  # fmt: skip
_RATE = regex.compile(
    fold_pattern(
        r"\s*(?:/|mỗi|một|trên một|trên)\s*(?:1\s*)?(?P<time>năm|tháng|ngày đêm|ngày-đêm|ngày|giờ|quý|tuần|vụ)(?![\p{L}])|\s*/\s*(?P<per>[\p{L}]+(?: [\p{L}]+)?)(?:\s*/\s*(?P<time>tháng|năm|ngày))?|\s*(?:một |mỗi )?(?:người|lao động)?\s*/?\s*(?:một\s+|mỗi\s+)(?P<time>tháng|năm|ngày)(?![\p{L}])|\s*1(?P<time>tháng)"
    )
)
_TIMES = {
    fold("năm"): "year",
    fold("tháng"): "month",
    fold("ngày"): "day",
    fold("ngày đêm"): "day",
    fold("ngày-đêm"): "day",
    fold("giờ"): "hour",
    fold("quý"): "quarter",
    fold("tuần"): "week",
    fold("vụ"): "season",
}
_APPROX = regex.compile(
    "(?<![\\p{L}\\d])("
    + "|".join(sorted((regex.escape(w) for w in APPROXIMATE), key=len, reverse=True))
    + r")(?:\s+(?:mức|con số|là|tới|đến|cả|đạt))?\s*[(\"']?\s*$"
)
_RANGE = regex.compile(fold_pattern(r"\s*(?:-|đến|tới|÷|~)\s*[+]?$"))
_OR_MORE = regex.compile(fold_pattern(r"\s*(?:trở lên)"))
_SHARED = regex.compile(fold_pattern(r"\s*(?:,|;|và|hoặc|, và)\s*"))
_IN_TURN = regex.compile(fold_pattern(r"lần lượt|tương ứng"))
_NOTHING = Decimal(1)
_EXCEED = fold("vượt")
_EACH_YEAR = regex.compile(fold_pattern(r"(?:hằng năm|hàng năm|mỗi năm|bình quân năm)[^,;.\d]{0,16}$"))
_THAN = fold("hơn")
_COMPARED = regex.compile(fold_pattern(r"(?:thấp|cao|nhiều|ít|kém|lớn|tăng)\s+$"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit. ``start``/``end`` are the digits, ``full_start``/``full_end`` all of it."""

    start: int
    end: int
    full_start: int
    full_end: int
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    dimension: str
    approx: Approx | None
    magnitude: Decimal
    signed: bool = False
    noun: str = ""
    per: str | None = None
    words: bool = False
    repairs: tuple[Repair, ...] = ()
    rules: tuple[str, ...] = ()


@dataclass(slots=True)
class _Raw:
    start: int
    end: int
    surface: str
    magnitude: Decimal = _NOTHING
    unit: UnitForm | None = None
    noun: str = ""
    time: str | None = None
    per: str | None = None
    full_end: int = 0
    misprint: tuple[str, str] | None = None
    value: Decimal | None = None


_UNIT_PATTERNS: dict[int, tuple[Lexicon, regex.Pattern[str]]] = {}


def _unit_pattern(forms: tuple[str, ...]) -> regex.Pattern[str]:
    magnitudes = "|".join(sorted((regex.escape(m) for m in MAGNITUDES), key=len, reverse=True))
    units = "|".join(sorted((regex.escape(f) for f in forms), key=len, reverse=True))
    return regex.compile(
        rf"\s*\(?(?P<mags>(?:(?:{magnitudes})(?:\s+|(?![\p{{L}}])|(?={units})))*)\s*(?P<unit>%|(?:{units})(?![\p{{L}}\d]))?",
        regex.V0,
    )


def unit_pattern(lexicon: Lexicon) -> regex.Pattern[str]:
    """The pattern of magnitudes and units that may follow a number."""
    known = _UNIT_PATTERNS.get(id(lexicon))
    if known is None or known[0] is not lexicon:
        known = _UNIT_PATTERNS[id(lexicon)] = (lexicon, _unit_pattern(tuple(lexicon.units)))
    return known[1]


def find(
    text: str, folded: str, start: int, end: int, lexicon: Lexicon, taken: list[tuple[int, int]]
) -> Iterator[Quantity]:
    """The quantities in a stretch of text, in order; ``taken`` spans (dates, numbers of decrees) are left out."""
    raws = list(_raws(text, folded, start, end, lexicon, taken))
    for low, high in zip(raws, raws[1:], strict=False):
        # "35/55 CCN": a part of so many, both counted in the same unit
        if (
            low.unit is None
            and high.unit is not None
            and high.unit.dimension.startswith("count")
            and folded[low.end : high.start] == "/"
        ):
            low.unit, low.noun = high.unit, high.noun
        elif (
            low.unit is None
            and low.magnitude == _NOTHING
            and high.unit is not None
            and high.unit.dimension == "money"
            and folded[low.end : high.start] == "/"
        ):
            low.unit, low.noun, low.magnitude = high.unit, high.noun, high.magnitude  # "giải ngân 72/160 tỷ đồng"
        elif (
            low.unit is None
            and high.unit is not None
            and low.magnitude == _NOTHING
            and _SHARED.fullmatch(folded[low.end : high.start])
        ):
            # "lần lượt 4 và 5 dự án", "tăng 3,2 và 4,5%": the unit is said once
            if high.unit.dimension == "percent" or _IN_TURN.search(folded, start, low.start):
                low.unit, low.noun, low.magnitude = high.unit, high.noun, high.magnitude
    index = 0
    while index < len(raws):
        raw = raws[index]
        top = raws[index + 1] if index + 1 < len(raws) and _joins(raw, raws[index + 1], folded) else None
        quantity = _quantity(raw, top, text, folded, start)
        index += 2 if top is not None and quantity is not None and quantity.value_max is not None else 1
        if quantity is not None:
            yield quantity


def _raws(
    text: str, folded: str, start: int, end: int, lexicon: Lexicon, taken: list[tuple[int, int]]
) -> Iterator[_Raw]:
    pattern = unit_pattern(lexicon)
    spans = iter(taken)
    span = next(spans, None)
    for match in NUMBER.finditer(folded, start, end):
        while span is not None and span[1] <= match.start():
            span = next(spans, None)
        if span is not None and span[0] < match.end() and match.start() < span[1]:
            continue
        if not _stands_alone(folded, match.start(), match.end(), start):
            continue
        yield _raw(text, folded, match.start(), match.end(), end, lexicon, pattern)


def _stands_alone(folded: str, start: int, end: int, begin: int) -> bool:
    """Whether the digits are a number of their own and no part of a name or code."""
    if start > begin:
        before = folded[start - 1]
        if before.isalpha():
            at = start - 1
            while at > begin and folded[at - 1].isalpha():
                at -= 1
            if folded[at:start] not in _GLUED and (folded[at:start].isascii() or start - at < 3):
                return False  # a code ("m2", "co2"); a Vietnamese word before digits has only lost its space
        elif before in "/.,_#@" and start - 1 > begin and folded[start - 2].isalnum() and before != "/":
            return False
    return not (end - start >= 9 and folded[start] == "0") and end - start <= 24


def _raw(
    text: str, folded: str, start: int, end: int, limit: int, lexicon: Lexicon, pattern: regex.Pattern[str]
) -> _Raw:
    raw = _Raw(start, end, text[start:end], full_end=end)
    match = pattern.match(folded, end, min(limit, end + 80))
    if match is None:
        return raw
    opened = "(" in folded[end : match.end()] and "(" in match.group()
    if opened and not match.group("unit"):
        return raw
    if opened and folded[match.end() : match.end() + 1] != ")":
        return raw
    for word in match.group("mags").split():
        raw.magnitude *= MAGNITUDES.get(word, _NOTHING)
        if word in MISPRINTED:
            at = folded.index(word, end)
            raw.misprint = (text[at : at + len(word)], word)
    raw.full_end = end + len(match.group().rstrip()) if match.group().strip() else end
    unit = match.group("unit")
    if unit:
        raw.unit, raw.noun = lexicon.units[unit], unit
        _rate(raw, folded, match.end(), limit)
    return raw


def _rate(raw: _Raw, folded: str, at: int, limit: int) -> None:
    match = _RATE.match(folded, at, min(limit, at + 30))
    if match is None:
        return
    groups = match.groupdict()
    raw.time = _TIMES.get(groups.get("time") or "")
    raw.per = (groups.get("per") or None) if groups.get("per") not in _TIMES else None
    if groups.get("per") in _TIMES:
        raw.time = _TIMES[groups["per"]]
    first = (groups.get("per") or "").split(" ")[0]
    if raw.time is None and first in _TIMES:
        raw.time, raw.per = _TIMES[first], None
        raw.full_end = match.start("per") + len(first)
        return
    if raw.per in (fold("kế hoạch"), "kh", "kh giao", fold("dự toán")):  # "97,8%/KH": a plan, not a rate
        raw.per = None
        return
    raw.full_end = match.end()


def _joins(low: _Raw, high: _Raw, folded: str) -> bool:
    """Whether two numbers are the ends of one range ("9 - 10%", "từ 245.000 đến 250.000 tỷ")."""
    between = folded[low.full_end : high.start]
    if not _RANGE.match(between + "" if between else "x"):
        return False
    if low.unit is not None and high.unit is not None and low.unit.code != high.unit.code:
        return False
    dash = "-" in between
    if not dash and low.unit is not None and low.unit.dimension == "percent" and high.unit is None:
        return False
    return high.unit is not None or high.magnitude != _NOTHING or low.unit is not None


def _quantity(raw: _Raw, top: _Raw | None, text: str, folded: str, begin: int) -> Quantity | None:
    whole = (
        (raw.unit or (top.unit if top else None)) is not None
        and (raw.unit or top.unit).dimension.startswith("count")
        and raw.magnitude == _NOTHING
    )  # type: ignore[union-attr]
    value, repair = _parse(raw.surface, whole)
    if value is None:
        return None
    rules: list[str] = []
    repairs = [Repair("value", raw.surface, str(value), repair)] if repair else []
    shape, value_max, full_end = raw, None, raw.full_end
    magnitude = raw.magnitude
    if top is not None:
        high, _ = _parse(top.surface, whole)
        top_magnitude = top.magnitude
        if raw.unit is None and raw.magnitude == _NOTHING:
            magnitude = top_magnitude
        if high is not None and high * top_magnitude > value * magnitude:
            value_max, shape, full_end = high * top_magnitude, top if raw.unit is None else raw, top.full_end
            rules.append("quantity.range")
        else:
            magnitude = raw.magnitude
    unit = shape.unit
    if shape.misprint:
        repairs.append(
            Repair(
                "unit",
                shape.misprint[0],
                "tỷ" if shape.magnitude >= 10**9 else shape.misprint[1],
                "misprinted-magnitude",
            )
        )
    factor = magnitude * (unit.factor if unit else 1)
    code, dimension = (unit.code, unit.dimension) if unit else (None, "bare" if magnitude != _NOTHING else "none")
    if code and shape.time and dimension not in ("percent", "percent-point"):
        code = f"{code}/{shape.time}"
    if (
        dimension == "energy"
        and code
        and "/" not in code
        and _EACH_YEAR.search(folded, max(begin, raw.start - 40), raw.start)
    ):
        code += "/year"  # "sản lượng điện hằng năm trên 9,2 tỷ kWh"
    full_start, approx = _approximation(folded, begin, raw.start)
    if dimension.startswith("percent") and folded[full_start : raw.start].startswith(_EXCEED):
        full_start, approx = raw.start, None  # "vượt 4,8%": a growth over a plan, not an approximation
    signed = False
    sign = folded[full_start - 1 : full_start] if full_start == raw.start else ""
    if (
        sign == "-"
        and dimension == "percent"
        and folded[full_start - 2 : full_start - 1] == " "
        and folded[full_start - 3 : full_start - 2].isalpha()
    ):
        signed, value, sign = True, -value, ""  # "dăm gỗ -5,6%"
    if sign in "-+" and sign and (full_start - 1 == begin or folded[full_start - 2] in " (:;,\n"):
        signed = sign == "-" or dimension == "percent"
        if (
            (
                sign == "-"
                and dimension in ("percent", "percent-point", "money")
                and folded[full_start - 2 : full_start - 1] != " "
            )
            or (sign == "-" and folded[full_start - 3 : full_start - 1].strip() in ("", "(", ":", ","))
            or (sign == "-" and folded[full_start - 2 : full_start - 1] == "(")
        ):
            value = -value
        else:
            signed = sign == "+"
    if _OR_MORE.match(folded, full_end):
        approx = "over"
    return Quantity(
        raw.start, raw.end, full_start, full_end, value * factor, value_max * (unit.factor if unit else 1) if value_max is not None else None,
        code, dimension, approx, magnitude, signed, shape.noun, shape.per, False, tuple(repairs), tuple(rules),
    )  # fmt: skip


def _parse(surface: str, whole: bool) -> tuple[Decimal | None, str | None]:
    try:
        return parse_digits(surface, whole)
    except (ValueError, ArithmeticError):
        return None, None


def _approximation(folded: str, begin: int, start: int) -> tuple[int, Approx | None]:
    match = _APPROX.search(folded, max(begin, start - 26), start)
    if match is None or (
        match.group(1) == _THAN and _COMPARED.search(folded, max(begin, match.start() - 8), match.start())
    ):
        return start, None  # "thấp hơn 2,6 điểm": a comparison, not an approximation
    return match.start(), APPROXIMATE[match.group(1)]  # type: ignore[return-value]


def spelled(text: str, folded: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Quantity]:
    """Quantities whose number is written in words and has a magnitude or a unit ("hai triệu lượt khách")."""
    pattern = unit_pattern(lexicon)
    for match in _WORDS.finditer(folded, start, end):
        words = match.group().split(" ")
        parsed = parse_words(words)
        if parsed is None:
            continue
        value, used = parsed
        if used == 1 and value == 1:  # "một" is an article as often as a number
            continue
        stop = match.start() + len(" ".join(words[:used]))
        after = pattern.match(folded, stop, min(end, stop + 60))
        if after is None or not after.group("unit") or any(is_number_word(w) for w in words[used:]):
            continue
        unit = lexicon.units[after.group("unit")]
        full_start, approx = _approximation(folded, start, match.start())
        yield Quantity(
            match.start(), stop, full_start, after.end(), value * unit.factor, None, unit.code, unit.dimension, approx, _NOTHING,
            False, after.group("unit"), None, True, (), ("quantity.words",),
        )  # fmt: skip


_NUMERAL_WORD = fold_pattern(
    r"(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ|nghìn|ngàn|triệu|tỷ|rưỡi)"
)
_WORDS = regex.compile(
    fold_pattern(r"(?<![\p{L}\d])(?:một|hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười|năm)")
    + r"(?: "
    + _NUMERAL_WORD
    + r")*(?![\p{L}])"
)
