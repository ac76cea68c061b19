"""Numbers with their units: value, range, sign, approximation, rate, and what was repaired.

A quantity is anchored to its digits; its full span reaches from the word of approximation to the
end of its unit. Only a number that has a unit, a magnitude or a place in a list of such numbers
is a quantity: dates, article numbers and phone numbers have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import cast

import regex

from kg.lexicon import Lexicon
from kg.mentions.compound import compounds, parse
from kg.mentions.cues import APPROXIMATE
from kg.mentions.number import NOTHING, Raw, unit_pattern, written
from kg.model import Approx, Repair
from kg.text.normalise import fold, fold_pattern
from kg.text.numerals import is_number_word, parse_words

_APPROX = regex.compile(
    "(?<![\\p{L}\\d])("
    + "|".join(sorted((regex.escape(w) for w in APPROXIMATE), key=len, reverse=True))
    + r")(?:\s+(?:mức|con số|là|tới|đến|cả|đạt))?\s*[(\"']?\s*$"
)
# What all that matches it ends with: to look for that is faster.
_APPROX_ENDS = (*APPROXIMATE, *map(fold, ("mức", "con số", "là", "tới", "đến", "cả", "đạt")))
_MAGNITUDES = {10**9: "tỷ", 10**6: "triệu", 10**3: "nghìn"}  # what a misprinted one must mean
_RANGE = regex.compile(fold_pattern(r"\s*(?:-|đến|tới|÷|~)\s*[+]?$"))
_OR_MORE = fold("trở lên")
_MORE = regex.compile(fold_pattern(r"\s*(?:(?:so\s*(?:với)?\s*)?(?:ck|cùng kỳ)\s+)?trở lên"))
_SHARED = regex.compile(fold_pattern(r"\s*(?:,|;|và|hoặc|, và)\s*"))
_IN_TURN = regex.compile(fold_pattern(r"lần lượt|tương ứng|theo thứ tự"))
_NAME_BEFORE = regex.compile(r"(?<!\p{L})\p{Lu}\p{Ll}+ $")
_TIMES = regex.compile(fold_pattern(r"(?<![\p{L}])gấp(?: khoảng| hơn| gần| trên)? $"))
_TIMES_OVER = regex.compile(
    fold_pattern(r" (?:so (?:với )?)?(?:mức )?(?:của )?(?:cùng kỳ|năm (?:trước|ngoái)|ck(?![\p{L}]))")
)
_LET = fold("thuê")  # "đã cho thuê 185/223 ha"
_EXCEED = fold("vượt")
# "đặt bên tháng 4 năm trước vẫn nhỉnh hơn 1,9%": by so much, not at least so much
_IS_HIGHER = regex.compile(
    fold_pattern(r"(?:vẫn|lại|cũng|còn|năm ngoái|năm trước|cùng kỳ|tháng trước|thì)(?: đã| chỉ)? nhỉnh hơn\s*$")
)
_EACH_YEAR = regex.compile(fold_pattern(r"(?:hằng năm|hàng năm|mỗi năm|bình quân năm)[^,;.\d]{0,16}$"))
_THAN = fold("hơn")
_COMPARED = regex.compile(fold_pattern(r"(?:thấp|cao|nhiều|ít|kém|lớn|khá|tốt|nhanh|chậm|mạnh|yếu|sâu)\s+$"))


@dataclass(slots=True, unsafe_hash=True)  # nothing changes one: to have that checked makes each six times as slow
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


def find(
    text: str,
    folded: str,
    start: int,
    end: int,
    lexicon: Lexicon,
    taken: list[tuple[int, int]],
    pointed: bool = False,
) -> list[Quantity]:
    """The quantities in a stretch of text, in order; ``taken`` spans (dates, numbers of decrees) are left out.

    ``pointed`` tells that the text marks decimals with points, so that its commas group digits.
    """
    raws = compounds(list(written(text, folded, start, end, lexicon, taken)), text, folded)
    for high, low in pairwise(reversed(raws)):
        if low.unit is None and high.unit is not None and _shares(low, high, folded, start):
            low.unit, low.noun, low.per, low.time = high.unit, high.noun, high.per, high.time
            if low.magnitude == NOTHING and not _written_out(low, high):
                low.magnitude = high.magnitude
    for at, (before, bare) in enumerate(pairwise(raws)):
        if before.unit is not None and before.unit.dimension == "area" and at and raws[at - 1].unit is not None:
            before = raws[at - 1]  # "13 CCN/608 ha; đã thành lập 8"
        if (
            bare.unit is None
            and bare.magnitude == NOTHING
            and before.unit is not None
            and _of_the_same(bare, before, folded)
        ):
            bare.unit, bare.noun = before.unit, before.noun
    found: list[Quantity] = []
    index = 0
    while index < len(raws):
        raw = raws[index]
        top = raws[index + 1] if index + 1 < len(raws) and _joins(raw, raws[index + 1], folded) else None
        if top is not None and _ends_name(raw, top, text):
            top = None
        quantity = _quantity(raw, top, folded, start, pointed)
        index += 2 if top is not None and quantity is not None and quantity.value_max is not None else 1
        if quantity is not None:
            found.append(quantity)
    return found


# "512 doanh nghiệp tạm ngừng, 71 giải thể", "110.000 doanh nghiệp mới, con số này của 4 tháng là 39.580"
_FATE = regex.compile(
    fold_pattern(
        r" (?:đã |xin |phải |đang |chờ )*(?:giải thể|quay (?:trở )?lại|tạm ngừng|tạm dừng|ngừng (?:hẳn|hoạt động)"
        r"|hoạt động trở lại|mở cửa (?:trở )?lại|trở lại(?= ?[.,;)])|đóng cửa|phá sản|thành lập mới|rút lui)(?![\p{L}])"
    )
)
# "Quy hoạch 13 CCN/608 ha; đã thành lập 08; ..."
_ZONES_NOW = regex.compile(
    fold_pattern(
        r"(?: ?/ ?[\d.,]+ ?ha)?(?: \([^()]{2,40}\))?\s*[;,]\s*(?:trong đó |đến nay |hiện )?(?:đã |được )*(?:thành lập"
        r"|đi vào hoạt động|hoạt động|vận hành)(?: được)? "
    )
)
_ENDS = regex.compile(r"\s*(?:[;,.)]|$)")
_THIS_NUMBER = regex.compile(
    fold_pattern(r"(?<![\p{L}])con số (?:này|ấy|đó|tương ứng)[^;.]{0,40}(?<![\p{L}])(?:là|đạt|còn|lên|tới)\s*$")
)


def _of_the_same(bare: Raw, before: Raw, folded: str) -> bool:
    """Whether a number without a unit counts what the one before it does."""
    zones = before.unit is not None and before.unit.dimension == "count-zone"
    if zones and _ZONES_NOW.fullmatch(folded, before.full_end, bare.start):
        return _ENDS.match(folded, bare.end) is not None
    if before.unit is None or before.unit.dimension != "count-enterprise":
        return False
    if _FATE.match(folded, bare.full_end):
        return True
    return _THIS_NUMBER.search(folded, before.full_end, bare.start) is not None


_TOLD_BY_TWO = ("money", "mass", "volume", "litre", "energy", "area2", "count")  # "42,6/395,4 nghìn tấn"
_TIMES_MORE = 1000  # by which nothing grows or falls in what one sentence tells
_OUT_OF = regex.compile(fold_pattern(r" (?:trong|trên)(?: tổng)?(?: số)? "))
_RAISED = regex.compile(fold_pattern(r" (?:lên|xuống|xuống còn|thành)(?: (?:đến|tới|thành|hơn|trên|gần|khoảng))? "))
_FROM = fold_pattern(" từ ")
_PLACED = regex.compile(fold_pattern(r"(?<![\p{L}])(?:thứ|hạng|vị trí) $"))


def _written_out(low: Raw, high: Raw) -> bool:
    """Whether the first of two numbers has all its digits, beside one told in millions ("850.000 lên 1 triệu")."""
    first, second = (parse(raw.surface, False)[0] for raw in (low, high))
    return first is not None and second is not None and first > _TIMES_MORE * second


def _shares(low: Raw, high: Raw, folded: str, start: int) -> bool:
    """Whether a bare number is meant in the unit of the next one, where a unit is said once."""
    dimension = high.unit.dimension if high.unit else ""
    between = folded[low.end : high.start]
    if between == "/":  # "35/55 CCN", "giải ngân 72/160 tỷ đồng": so much out of so much
        leased = dimension == "area" and _LET in folded[max(start, low.start - 16) : low.start]
        told = dimension in _TOLD_BY_TWO and low.magnitude == NOTHING and len(low.surface) > 1
        placed = dimension == "count-country" and _PLACED.search(folded, max(start, low.start - 12), low.start)
        return leased or told or (dimension.startswith("count") and not placed)  # but "đứng thứ 12/98 quốc gia"
    if dimension == "count-zone" and _OUT_OF.fullmatch(between):
        return True  # "44 trong số 61 cụm công nghiệp"
    if low.magnitude in (NOTHING, high.magnitude) and _RAISED.fullmatch(folded, low.full_end, high.start):
        return folded.endswith(_FROM, 0, low.start)  # "nâng công suất từ 50.000 lên 150.000 m3/ngày"
    if not _SHARED.fullmatch(folded[low.full_end : high.start]):
        return False
    if low.magnitude != NOTHING:  # "26,1 tỷ, 16,5 tỷ và 9,3 tỷ USD"
        alike = low.magnitude == high.magnitude or _IN_TURN.search(folded, start, low.start) is not None
        return dimension == "money" and alike
    # "tăng 3,2 và 4,5%", "lần lượt 4 và 5 dự án"
    return dimension == "percent" or bool(_IN_TURN.search(folded, start, low.start))


def _joins(low: Raw, high: Raw, folded: str) -> bool:
    """Whether two numbers are the ends of one range ("9 - 10%", "từ 245.000 đến 250.000 tỷ")."""
    between = folded[low.full_end : high.start]
    if not _RANGE.match(between + "" if between else "x"):
        return False
    if low.unit is not None and high.unit is not None and low.unit.code != high.unit.code:
        return False
    dash = "-" in between
    if not dash and low.unit is not None and low.unit.dimension == "percent" and high.unit is None:
        return False
    return high.unit is not None or high.magnitude != NOTHING or low.unit is not None


def _ends_name(low: Raw, high: Raw, text: str) -> bool:
    """Whether a digit ends a name and a dash parts it from an amount ("KCN Quế Võ 1 - 611 ha")."""
    if len(low.surface) != 1 or low.unit is not None or text[low.end : low.end + 3] not in (" - ", " – "):
        return False
    return (
        len(high.surface.rstrip("0")) > 1 and _NAME_BEFORE.search(text, max(0, low.start - 16), low.start) is not None
    )


def _quantity(raw: Raw, top: Raw | None, folded: str, begin: int, pointed: bool) -> Quantity | None:
    """A number with what stands around it, and the upper end of its range if it has one."""
    counted = raw.unit or (top.unit if top else None)
    whole = counted is not None and counted.dimension.startswith("count") and raw.magnitude == NOTHING
    whole = whole or (pointed and counted is not None and not counted.dimension.startswith("percent"))
    value, repair = (raw.value, None) if raw.value is not None else parse(raw.surface, whole)
    if value is None:
        return None
    rules: list[str] = []
    repairs = [Repair("value", raw.surface, str(value), repair)] if repair else []
    shape, value_max, full_end, magnitude = raw, None, raw.full_end, raw.magnitude
    if top is not None:
        high, _ = parse(top.surface, whole)
        low_magnitude = top.magnitude if raw.unit is None and raw.magnitude == NOTHING else raw.magnitude
        if high is not None and high * top.magnitude > value * low_magnitude:
            shape, value_max = (top if raw.unit is None else raw), high * top.magnitude
            full_end, magnitude = top.full_end, low_magnitude
            rules.append("quantity.range")
    if shape.misprint:
        meant = _MAGNITUDES.get(int(shape.magnitude), shape.misprint[1])
        repairs.append(Repair("unit", shape.misprint[0], meant, "misprinted-magnitude"))
    unit = shape.unit
    code, dimension = (unit.code, unit.dimension) if unit else (None, "bare" if magnitude != NOTHING else "none")
    if dimension == "none" and _times_over(folded, begin, raw):
        code, dimension = "times", "ratio"
    if dimension == "none" and top is None and _is_score(folded, begin, raw):
        code, dimension = "point", "point"
    code = _per_time(code, dimension, shape.time, folded[max(begin, raw.start - 40) : raw.start])
    full_start, approx = _approximation(folded, begin, raw.start)
    if dimension == "ratio" and approx is None and (fold := _ABOUT_FOLD.search(folded, begin, raw.start)) is not None:
        approx = cast(Approx, APPROXIMATE[fold[1]])  # "tăng gần gấp 3 lần"
    said = folded[full_start : raw.start]
    if dimension.startswith("percent") and (said.startswith(_EXCEED) or _IS_HIGHER.search(folded, begin, raw.start)):
        full_start, approx = raw.start, None  # "vượt 4,8%": a growth over a plan, not an approximation
    negative, signed = _sign(folded, begin, full_start, dimension) if full_start == raw.start else (False, False)
    if folded.find(_OR_MORE, full_end, full_end + 26) >= 0 and _MORE.match(folded, full_end):
        approx = "over"
    factor = unit.factor if unit else NOTHING
    if dimension == "count-zone" and value * magnitude > _ZONES:
        code, dimension = "piece", "count"  # "320.000 cụm đèn mỗi năm"
    value = -value * magnitude * factor if negative else value * magnitude * factor
    return Quantity(
        raw.start, raw.end, full_start, full_end, value, None if value_max is None else value_max * factor,
        code, dimension, approx, magnitude, signed, shape.noun, shape.per, False, tuple(repairs), tuple(rules),
    )  # fmt: skip


_ABOUT_FOLD = regex.compile(fold_pattern(r"(?<![\p{L}])(gần|hơn|trên|khoảng) gấp\s*$"))
_ZONES = 5000  # more than the whole country has


def _is_score(folded: str, begin: int, raw: Raw) -> bool:
    """Whether a bare decimal is what a province scored in the competitiveness index ("điểm PCI đạt 63,3")."""
    if not _SCORE.fullmatch(raw.surface):
        return False
    near = max(begin, raw.start - 64)
    if folded.find(_POINTS, near, raw.start) >= 0 and _POINTS_OF.search(folded, near, raw.start):
        return folded.find("pci", 0, raw.start) >= 0  # "Điểm số của A là 68,09, của B là 67,67"
    return folded.find("pci", near, raw.start) >= 0 and _SCORED.search(folded, near, raw.start) is not None


_SCORE = regex.compile(r"\d\d[.,]\d{1,2}")
_POINTS = fold("điểm số")
_POINTS_OF = regex.compile(
    fold_pattern(r"(?<![\p{L}])điểm số(?: của)? [^.;\d]{2,24}(?:\d\d[.,]\d{1,2}, [^.;\d]{2,24})?(?:là|đạt|được)\s*$")
)
_SCORED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])pci(?![\p{L}])[^.;,]{0,50}(?:đạt|là|được|với|:)\s*(?:(?:khoảng|gần|hơn|trên|ở mức)\s*)?"
        r"(?:\d\d[.,]\d{1,2}(?: điểm)? ?\((?:năm )?(?:trước|\d{4}|ngoái)(?: là| đạt)?\s?:?\s*)?$"
    )
)


def _times_over(folded: str, begin: int, raw: Raw) -> bool:
    """Whether a bare number multiplies what follows it ("vốn FDI gấp 2 cùng kỳ")."""
    if _TIMES.search(folded, max(begin, raw.start - 14), raw.start) is None:
        return False
    return _TIMES_OVER.match(folded, raw.end) is not None


def _per_time(code: str | None, dimension: str, time: str | None, before: str) -> str | None:
    """The code of a unit for a time ("tấn/năm"); energy said to be of every year is a rate as well."""
    if code is None or dimension in ("percent", "percent-point"):
        return code
    if time:
        return f"{code}/{time}"
    if dimension == "energy" and _EACH_YEAR.search(before):  # "sản lượng điện hằng năm trên 9,2 tỷ kWh"
        return f"{code}/year"
    return code


def _sign(folded: str, begin: int, at: int, dimension: str) -> tuple[bool, bool]:
    """Whether the number at ``at`` is negative, and whether a sign says so ("(-5,6%)", "dăm gỗ -5,6%", "+4,2%").

    A dash before an amount is more often a dash of the outline or of a range than a minus.
    """
    sign, before = folded[at - 1 : at], folded[at - 2 : at - 1]
    spaced = _SPACED_SIGN.search(folded, max(begin, at - 5), at) if sign == " " else None
    if spaced is not None:  # "(+ 6,9%)"
        return spaced[1] == "-", True
    if not sign or sign not in "-+":
        return False, False
    told = folded[at - 3 : at - 2].isalpha() or _OF_MONTH.search(folded, max(begin, at - 8), at)
    if sign == "-" and dimension == "percent" and before == " " and told:
        return True, True  # "dăm gỗ -5,6%", "CPI T11 -0,28%"
    if at - 1 != begin and before not in " (:;,/\n":
        return False, False
    if sign == "+":
        return False, True
    near = folded[at - 3 : at - 1].strip() in ("", "(", ":", ",", ";") or before in "(/"
    negative = near or (dimension in ("percent", "percent-point", "money") and before != " ")
    return negative, negative


_OF_MONTH = regex.compile(r"(?<!\p{L})t\d{1,2} -$")
_SPACED_SIGN = regex.compile(r"\(\s?([+\-])\s$")


def _approximation(folded: str, begin: int, start: int) -> tuple[int, Approx | None]:
    if not folded[max(begin, start - 26) : start].rstrip().rstrip("(\"'").rstrip().endswith(_APPROX_ENDS):
        return start, None
    match = _APPROX.search(folded, max(begin, start - 26), start)
    if match is None or (
        match.group(1) == _THAN and _COMPARED.search(folded, max(begin, match.start() - 8), match.start())
    ):
        return start, None  # "thấp hơn 2,6 điểm": a comparison, not an approximation
    if _LEVEL in folded[match.start() : start] and _OF_OTHERS.match(folded, start):
        return start, None  # "cao hơn mức 7,1% của cả nước"
    return match.start(), cast(Approx, APPROXIMATE[match.group(1)])


_LEVEL = fold("mức")
_OF_OTHERS = regex.compile(fold_pattern(r"\d[\d.,]*\s?(?:%|điểm)\)? (?:của|bình quân|trung bình)(?![\p{L}])"))


def spelled(folded: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Quantity]:
    """Quantities whose number is written in words and has a magnitude or a unit ("hai triệu lượt khách")."""
    stretch = folded[start:end]
    for word in _LARGE:
        if word in stretch:
            break
    else:
        return
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
            match.start(), stop, full_start, after.end(), value * unit.factor, None, unit.code, unit.dimension, approx,
            NOTHING, False, after.group("unit"), None, True, (), ("quantity.words",),
        )  # fmt: skip


# A number in words is worth reading where it is large or a rate: "hai dự án" is as often a way of speaking.
_LARGE = tuple(fold(w) for w in ("trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ"))
_NUMERAL_WORD = fold_pattern(
    r"(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm|linh|lẻ|nghìn|ngàn|triệu|tỷ|rưỡi)"
)
_WORDS = regex.compile(
    fold_pattern(r"(?<![\p{L}\d])(?:một|hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười|năm)")
    + r"(?: "
    + _NUMERAL_WORD
    + r")*(?![\p{L}])"
)
