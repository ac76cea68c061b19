"""One number as it is written: its digits, and the magnitude, the unit and the rate that follow them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import regex

from kg.lexicon import Lexicon, UnitForm
from kg.text.normalise import fold, fold_pattern, fold_word
from kg.text.numerals import MAGNITUDES, MISMARKED, MISPRINTED

# Points and commas join digits; one space may have strayed beside a point that groups ("37 .500").
_SCALED = r"(?=\s?(?:%|t[ỷỉủ]|tr|ha|nghìn|ngàn|tấn|lần|điểm|mw|km|kwh|usd))"
NUMBER = regex.compile(
    r"(?=\d{1,3}\.\d{1,2} )\d{1,3}\.(?:\d \d\d|\d\d \d)(?:\.\d{3}|,\d{1,2})?"
    r"(?=\s?(?:tr|t[ỷỉủ]|nghìn|tấn|usd|ha|kwh))|"
    r"(?=\d{1,3} \d{3}\D)(?<=(?:đạt|là|hơn|trên|gần|khoảng|ước|được|có|với|còn|từ|lên|xuống|khẩu|sách|ngạch"
    r"|nghiệp|trị|vốn|lượng|tích|lúa|lẻ|thu|chi|mức|ns|xk|nk|[:;]) )"
    r"\d{1,3}(?: \d{3})+(?=\s?(?:tr|t[ỷỉủ]|nghìn|tấn|usd|ha|kwh))|"
    r"\d{1,3}(?:\.\d{3})+, \d{1,2}(?=\s?(?:t[ỷỉủ](?![a-z])|tr(?![a-z])|triệu))|"
    r"(?=\d{1,2} ?, \d)(?<![\d.,/])(?<!tháng )(?<!quý )(?<!ngày )(?<!năm )\d{1,2} ?, \d{1,2}(?=\s?(?:%"
    r"|t[ỷỉủ](?![a-z])|triệu usd))|"
    r"\d+(?:[.,]·?\d+|·[.,]?·?\d+)*(?:(?: \.|\. | \. )\d{3}(?!\d|\.\d|%))?"
    rf"(?: [.,]\d{{1,2}}{_SCALED}|\. \d{{1,2}}(?=\s?%)"
    r"|(?<!(?<!\d)\d{4}) ?\. \d{1,2}(?=\s?(?:t[ỷỉủ]|tri|tr(?![a-z])|mw|lần|nghìn|ngàn)))?(?:[.,]\d+)*"
)
_GLUED = frozenset(
    fold(word)
    for word in (
        "đạt tăng giảm là hơn trên gần khoảng ước bằng có chiếm của và đến còn lên xuống từ với được gồm tới cả usd "
        "thêm cho trong kh th uth vốn dưới thứ xuất nhập khẩu thu chi tổng mức đạt: gấp hút số quy mô đk dt"
    ).split()
)
# A number that has run into a word is one where such a unit follows it.
_MEASURED = frozenset({"money", "percent", "mass", "energy", "power"})
_RATE = regex.compile(
    fold_pattern(
        r"\s*(?:/|mỗi|một|trên một|trên)\s*(?:1\s*)?(?P<time>năm|tháng|ngày đêm|ngày-đêm|ngày|giờ|quý|tuần|vụ)"
        r"(?![\p{L}])|\s*/\s*(?!(?:chỉ tiêu|kế hoạch|kh|dự toán|mục tiêu|mới|đã|gần|hơn|chưa|chờ|không)(?![\p{L}]))"
        r"(?P<per>[\p{L}]+(?: (?!trở|vào|và|so|tăng|giảm"
        r"|năm)[\p{L}]+)?)(?:\s*/\s*(?P<time>tháng|năm|ngày))?|\s*(?:một |"
        r"mỗi )?(?:người|lao động)?\s*/?\s*(?:một\s+|mỗi\s+)(?P<time>tháng|năm|ngày)(?![\p{L}])|"
        r"\s*1(?P<time>tháng)"
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
_THOUSAND = Decimal(1000)
NOTHING = Decimal(1)  # the magnitude of a number without one


@dataclass(slots=True)
class Raw:
    """A number as written: its place, its digits, and what follows them; ``full_end`` is where its unit ends."""

    start: int
    end: int
    surface: str
    magnitude: Decimal = NOTHING
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
        rf"\s*\(?(?P<mags>(?:(?:{magnitudes})(?:\s+|(?![\p{{L}}])|(?={units})))*)\s*(?P<unit>%|(?:{units})"
        rf"(?![\p{{L}}\d]))?",
        regex.V0,
    )


def unit_pattern(lexicon: Lexicon) -> regex.Pattern[str]:
    """The pattern of magnitudes and units that may follow a number."""
    known = _UNIT_PATTERNS.get(id(lexicon))
    if known is None or known[0] is not lexicon:
        known = _UNIT_PATTERNS[id(lexicon)] = (lexicon, _unit_pattern(tuple(lexicon.units)))
    return known[1]


def unit_in(folded: str, start: int, end: int, lexicon: Lexicon) -> tuple[UnitForm, Decimal] | None:
    """The unit and magnitude that fill a bracket, from its opening to its end ("(triệu USD"); None if none does."""
    match = unit_pattern(lexicon).fullmatch(folded, start, end)
    if match is None or not match.group("unit"):
        return None
    magnitude = NOTHING
    for word in match.group("mags").split():
        magnitude *= MAGNITUDES.get(word, NOTHING)
    return lexicon.units[match.group("unit")], magnitude


def written(
    text: str, folded: str, start: int, end: int, lexicon: Lexicon, taken: list[tuple[int, int]]
) -> Iterator[Raw]:
    """The numbers of a stretch of text, in order; those that overlap a span of ``taken`` are left out."""
    pattern = unit_pattern(lexicon)
    spans = iter(taken)
    span = next(spans, None)
    for match in NUMBER.finditer(folded, start, end):
        while span is not None and span[1] <= match.start():
            span = next(spans, None)
        if span is not None and span[0] < match.end() and match.start() < span[1]:
            continue
        if match.end() - match.start() == 3 and _OUT_OF.match(folded, match.start() - 1, match.end() + 8):
            continue  # "63,3/100 điểm": the most there can be
        if folded.startswith(_SEATED, match.end()) and _CARRIES.search(
            folded, max(start, match.start() - 20), match.start()
        ):
            continue  # "xe có động cơ chở dưới 10 người": a kind of goods
        alone = _stands_alone(folded, match.start(), match.end(), start)
        if not alone and not _lost_space(folded, match.start(), start):
            continue
        raw = _raw(text, folded, match.start(), match.end(), end, lexicon, pattern)
        measured = raw.magnitude > _THOUSAND or (raw.unit is not None and raw.unit.dimension in _MEASURED)
        if alone or measured or _RANGE_BEHIND.match(folded, match.end(), end):
            yield raw


_SEATED = tuple(map(fold_pattern, (" người", " chỗ")))
_CARRIES = regex.compile(fold_pattern(r"(?<![\p{L}])chở(?: được)?(?: (?:dưới|trên|từ|đến|tới))?\s$"))


def _stands_alone(folded: str, start: int, end: int, begin: int) -> bool:
    """Whether the digits are a number of their own and no part of a name or code."""
    if start > begin:
        before = folded[start - 1]
        if before.isalpha():
            at = start - 1
            while at > begin and folded[at - 1].isalpha():
                at -= 1
            if folded[at:start] not in _GLUED and (folded[at:start].isascii() or not _is_syllable(folded[at:start])):
                return False  # a code ("m2", "co2"); a Vietnamese word before digits has only lost its space
        elif before in "/.,_#@" and start - 1 > begin and folded[start - 2].isalnum() and before != "/":
            return before == "," and folded[start - 2].isalpha()  # "21 dự án FDI,41 dự án trong nước"
    return not (end - start >= 9 and folded[start] == "0") and end - start <= 24


def _is_syllable(letters: str) -> bool:
    """Whether letters with marks are a Vietnamese word and no code: three of them, or two with a marked vowel."""
    return len(letters) > 2 or (len(letters) == 2 and any(not c.isascii() and c != "đ" for c in letters))


def _lost_space(folded: str, start: int, begin: int) -> bool:
    """Whether a word of three letters or more runs into the digits ("KNXK8,2 triệu USD", but "m2", "CO2", "QL1")."""
    return start - 3 >= begin and folded[start - 3 : start].isalpha()


_RANGE_BEHIND = regex.compile(r"\s*-\s*\d[\d.,]*\s*(?:t[ỷỉủ](?![a-z])|tr(?![a-z])|triệu|%)")  # "KNXK290 - 300 tr.USD"
_OUT_OF = regex.compile(rf"/100 (?P<unit>{fold_word('điểm')})(?![\p{{L}}])")


def _raw(
    text: str, folded: str, start: int, end: int, limit: int, lexicon: Lexicon, pattern: regex.Pattern[str]
) -> Raw:
    raw = Raw(start, end, text[start:end], full_end=end)
    match = pattern.match(folded, end, min(limit, end + 80))
    if match is None:
        return raw
    found = match.group().rstrip()
    if not found:  # half of all numbers
        most = _OUT_OF.match(folded, end, limit) if folded.startswith("/", end) else None
        if most is not None:
            raw.unit, raw.noun, raw.full_end = lexicon.units[most["unit"]], most["unit"], most.end()
        return raw
    unit = match["unit"]
    if "(" in found and (not unit or folded[match.end() : match.end() + 1] != ")"):
        return raw
    for word in match["mags"].split():
        raw.magnitude *= MAGNITUDES.get(word, NOTHING)
        at = folded.index(word, end)
        if word in MISPRINTED or text[at : at + len(word)].lower() in MISMARKED:
            raw.misprint = (text[at : at + len(word)], word)
    raw.full_end = end + len(found)
    if unit:
        raw.unit, raw.noun = lexicon.units[unit], unit
        _rate(raw, folded, match.end(), limit)
    return raw


def _rate(raw: Raw, folded: str, at: int, limit: int) -> None:
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
    if raw.per in (
        fold_word("kế hoạch"),
        "kh",
        "kh giao",
        "nq",
        fold_word("dự toán"),
    ):  # "97,8%/KH": a plan, not a rate
        raw.per = None
        return
    raw.full_end = match.end()
