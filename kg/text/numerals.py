"""Vietnamese numerals, in digits and in words, as exact decimals.

Digits: "." groups thousands and "," marks decimals (Vietnamese writing); foreign and broken
spellings are read as the only reading that makes sense, and say so.
"""

from __future__ import annotations

from decimal import Decimal

import regex

from kg.text.normalise import fold, fold_pattern, fold_word

_GROUPED = regex.compile(r"\d{1,3}(?:[.,]\d{3})+")
_SPACED = regex.compile(r"\d{1,3}(?: \d{3})+")  # groups parted by spaces, as the SI has them
_LETTER = regex.compile(r"[oOliI]")
# A small L that begins a number, an O that ends one: "l,8 tỷ", "l2%", "1o%".
_L_AHEAD = regex.compile(r"l(?<![\p{L}\d.,]l)(?=[.,]\d|\d{1,2}(?:[.,]\d+)?\s?%)")
_O_BEHIND = regex.compile(r"o(?<=(?<![\p{L}\d])\d{1,2}o)(?=\s?%)")
_AT_ENDS = regex.compile(f"{_L_AHEAD.pattern}|{_O_BEHIND.pattern}")
# "54l dự án": no litres, where things are counted or measured behind it
_L_OF_COUNT = regex.compile(
    r"(?<=(?<![\p{L}\d.,])\d{1,3})[lo](?= (?:"
    + fold_pattern("dự án|doanh nghiệp|ha|tỷ|triệu|nghìn|lao động|tấn|người")
    + r")(?!\p{L}))"
)
# "tháng l0", "ngày 2o", "năm 2o22"
_OF_TIME = regex.compile(
    fold_pattern(r"(?<=(?<!\p{L})(?:tháng|ngày) ?)(?:[ol]\d|[1-3][ol])(?![\p{L}\d])")
    + "|"
    + fold_pattern(r"(?<=(?<!\p{L})năm )2(?=\d*[ol])[\dol]{3}(?![\p{L}\d])")
)
_BESIDE = regex.compile(r"\d[ol]|[ol]\d")
_LETTERED = regex.compile(r"\d ?[.,]?[ol]+[.,]?[\dol]|\d ?\. ?\d{0,2}[ol]|\d,l ?%")
_NUMERAL = regex.compile(
    r"(?:(?<![\p{L}\d.,])|(?<=tăng|giảm|đạt|bằng|còn|hơn|trên|gần|ước|(?<!\p{L})có|tích|được|vốn|khoảng|với)"
    r"|(?<=\p{L}{2})(?=\d{1,3}\.[\dol]{3} ))(?=[\d.,ol]*(?:[\d.,][ol]+[.,]?\d|\d,l(?= ?%)|\d[.,]\d{0,2}o{1,3}(?![\dol])"
    r"|[.,]o{3}))(?=o?\d)"
    r"[\dol]+(?:[.,][\dol]+)*(?!\d)(?:(?!\p{L})|(?="
    + fold_pattern(r"nghìn|ngàn|triệu|tỷ|tấn|đồng|lượt|người|kwh|mw")
    + r"))"
)
# A group that a space has parted from its number as well: "33 .8l2", "142. 3o8".
_STRAYED = regex.compile(r"(?<=\d(?: \.|\. | \. ))(?=\d{0,2}[ol])(?=[ol]{0,2}\d)[\dol]{3}(?![\p{L}\d])")
_DECIMAL = regex.compile(r"\d([.,])\d{1,2}\s?%\Z")
_PERCENT = 5  # the most letters of it before its sign
_FEW, _MANY = 2, 3
AS_DIGITS = str.maketrans("oOliI", "00111")
_I_WITHIN = regex.compile(r"(?<=\d[.,]?)i(?=\d)")  # "21.3I0 tỷ"
_WORDS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
DIGIT_WORDS = {fold(word): value for word, value in _WORDS.items()}
MAGNITUDES = {fold(w): Decimal(10) ** p for w, p in {
    "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tr": 6, "nghin": 3, "ty": 9, "trieu": 6, "tủ": 9, "tỷ.": 9,
    "tr.": 6, "tr .": 6, "tỉ": 9, "t ỷ": 9, "ngìn": 3, "nghỉn": 3, "tỳ": 9, "triêu": 6, "tiệu": 6, "triẹu": 6,
    "triện": 6, "trệu": 6, "triệ": 6, "trịệu": 6, "trỉệu": 6, "tríệu": 6, "ng.": 3, "ngh.": 3,
}.items()}  # fmt: skip
MISPRINTED = {
    fold("tủ"),
    fold("tỳ"),
    fold("ngìn"),
    fold("nghỉn"),
    fold("triêu"),
    fold("tiệu"),
    fold("triẹu"),
    fold("triện"),
    fold("trệu"),
    fold("triệ"),
    fold("trịệu"),
    fold("trỉệu"),
    fold("tríệu"),
    "nghin",
    "ty",
    "trieu",
}
MISMARKED = frozenset({"trịêu", "triêụ"})  # folding reads them right: what the text has is a misprint all the same
_SHORT = frozenset(("tr", "tr.", "ty", "ng.", "ngh."))


def mend_digits(folded: str) -> str:
    """The folded text with the letters o and l read as digits inside of numerals ("2.4o5", "16l,1") and of days, months
    and years, as hasty typing and scans have them; the length stays. A lone letter behind digits is none otherwise:
    "10l" are litres, "20o" degrees.
    """
    if "i" in folded and _I_WITHIN.search(folded) is not None:
        folded = _I_WITHIN.sub("1", folded)
    if "%" in folded and (_L_AHEAD.search(folded) or _O_BEHIND.search(folded)):  # each is found by its letter
        folded = _AT_ENDS.sub(lambda found: found[0].translate(AS_DIGITS), folded)
    if _BESIDE.search(folded) is not None:  # in few texts
        folded = _L_OF_COUNT.sub(lambda found: found[0].translate(AS_DIGITS), folded)
        folded = _OF_TIME.sub(lambda found: found[0].translate(AS_DIGITS), folded)
    if _LETTERED.search(folded) is None:
        return folded
    folded = _NUMERAL.sub(lambda found: found[0].translate(AS_DIGITS), folded)
    return _STRAYED.sub(lambda found: found[0].translate(AS_DIGITS), folded)


JOINT = "·"  # stands for a space within a numeral
_OF_UNITS = fold_pattern(
    r"\s?(?:%|t[ỷỉ](?![a-z])|tr(?![a-z])|triệu|nghìn|ngàn|ng\.|tấn|ha(?![a-z])|usd|lần|điểm|kwh|mw"
    r"|doanh nghiệp|dn(?![a-z])|dự án|lao động|lượt|người|hộ|đồng)"
)
# "14. 73o,5 tỷ", "2 ,7%", "có 51 2 doanh nghiệp"; no months, days or years stand before
_PARTED = regex.compile(
    r"(?<!(?<!\p{L})\p{L})(?<![\d.,/-])(?<!"
    + fold_pattern("tháng|quý|năm|ngày|thứ")
    + r")(?<!(?:"
    + fold_pattern(r"(?<!\d )tháng|quý|năm|ngày|thứ|đến|lần thứ")
    + rf"|(?<!\p{{L}})[tq]\.?|[/-]) )\d+(?:(?: [.,] ?|[.,] | |[.,])[\dol]+){{1,3}}(?={_OF_UNITS})"
)
_GROUPS = regex.compile(
    r"\d{1,3}(?: ?\. ?\d{3})*(?: ?, ?\d{1,2})?|\d{1,2} \d{1,2}(?: ?, ?\d{1,2})?|\d{1,3}(?: \. ?|\. )\d{1,2}"
)


_SPACE_WITHIN = regex.compile(r"\d(?: [.,]\d| \d|[.,] \d)")


def parted(folded: str) -> bool:
    """Whether a space stands between digits anywhere: a quick look before a long one."""
    return _SPACE_WITHIN.search(folded) is not None


def rejoined(folded: str) -> str:
    """The folded text of hasty typing with the spaces that part its numerals marked as such ("51 2 doanh nghiệp").

    Each becomes ``JOINT``, so the length stays; only what makes one well-formed numeral is joined.
    """
    folded = _SIGN.sub(lambda found: f"{found[1] or ''} {found[2] or found[3]}", folded)
    return _PARTED.sub(_joined, folded)


_SIGN = regex.compile(r"([,;:(])([+\-]) (?=\d[\d., ]*%)|(?<=[,;:(] )([+\-]) (?=\d[\d., ]*%)")


def _joined(found: regex.Match[str]) -> str:
    digits = found[0].translate(AS_DIGITS)
    return digits.replace(" ", JOINT) if " " in digits and _GROUPS.fullmatch(digits) else found[0]


def pointed(folded: str) -> bool:
    """Whether a folded text marks decimals with points ("9.72%", "7.15 %"): a comma before three digits then groups."""
    points = commas = 0
    at = folded.find("%")
    while at >= 0:  # faster than to look at each digit
        found = _DECIMAL.search(folded, max(0, at - _PERCENT), at + 1)
        if found is not None:
            points, commas = (points + 1, commas) if found[1] == "." else (points, commas + 1)
        at = folded.find("%", at + 1)
    return points >= _FEW if not commas else points >= _MANY and points > 2 * commas


def parse_digits(surface: str, whole: bool = False) -> tuple[Decimal, str | None]:
    """The value of a numeral and the name of the repair that it took, or None.

    ``whole``: the thing counted has no fractions (projects, people), which decides "1,183".
    Raises ValueError where the text is no numeral.
    """
    try:
        return _parsed(surface.replace(JOINT, " "), whole)
    except ArithmeticError as error:
        raise ValueError(f"no numeral: {surface!r}") from error


def _parsed(surface: str, whole: bool) -> tuple[Decimal, str | None]:
    if " " in surface:
        value, repair = _parsed(surface.replace(" ", ""), whole)
        return value, repair or (None if _SPACED.fullmatch(surface) else "stray-space")
    s = surface
    if s.isdecimal():
        return Decimal(s), None
    if _LETTER.search(s):
        return _parsed(s.translate(AS_DIGITS), whole)[0], "letters-for-digits"
    points, commas = s.count("."), s.count(",")
    if not points and not commas:
        return Decimal(s), None
    if not commas:
        if _GROUPED.fullmatch(s) and not s.startswith("0."):
            return Decimal(s.replace(".", "")), None
        head, _, tail = s.rpartition(".")
        if "." in head and all(len(g) == 3 for g in head.split(".")[1:]):
            return Decimal(head.replace(".", "") + "." + tail), "point-as-decimal-mark"
        if points == 1:
            return Decimal(s), "point-as-decimal-mark"
        return Decimal(s.replace(".", "")), "uneven-grouping"
    if not points:
        if commas == 1:
            head, _, tail = s.partition(",")
            if len(tail) == 3 and not head.startswith("0") and len(head) <= 3 and (whole or tail.endswith("00")):
                return Decimal(head + tail), "comma-groups-thousands"
            return Decimal(f"{head}.{tail}"), None
        head, _, tail = s.rpartition(",")
        if len(tail) < _FEW + 1 and all(len(g) == _FEW + 1 for g in head.split(",")[1:]):
            return Decimal(head.replace(",", "") + "." + tail), "uneven-grouping"  # "1,286,5"
        return Decimal(s.replace(",", "")), "comma-groups-thousands"
    if s.rfind(",") > s.rfind("."):  # 1.234,5
        head, _, tail = s.rpartition(",")
        if "," not in head:
            return Decimal(head.replace(".", "") + "." + tail), None
        return Decimal(head.replace(".", "").replace(",", "") + "." + tail), "uneven-grouping"
    head, _, tail = s.rpartition(".")
    if len(tail) == 3:  # 33,448.222 beside millions written with points: every mark groups
        return Decimal(s.replace(".", "").replace(",", "")), "mixed-grouping"
    return Decimal(head.replace(",", "").replace(".", "") + "." + tail), "english-decimal-mark"


def parse_words(words: list[str]) -> tuple[Decimal, int] | None:
    """The value of folded words that spell a number, and how many of them do; None if none do.

    "hai mươi mốt nghìn không trăm mười một" -> 21011; "một triệu rưỡi" -> 1500000.
    """
    total, group, unit, used = Decimal(0), 0, None, 0
    last = Decimal(1)
    for i, word in enumerate(words):
        if word in DIGIT_WORDS:
            if unit is not None:
                if unit == 0:  # "không bốn"
                    break
                if not (group and group % 10 == 0):
                    break
            unit = DIGIT_WORDS[word]
        elif word == fold_word("mười"):
            group, unit = group + 10, None
        elif word == fold_word("mươi") and unit is not None:
            group, unit = group + 10 * unit, None
        elif word == fold_word("trăm"):
            group, unit = group + 100 * (1 if unit is None else unit), None
        elif word in (fold_word("linh"), fold_word("lẻ")) and (group or total):
            pass
        elif word in MAGNITUDES and word not in _SHORT and (group or unit is not None or total):
            value = Decimal(group + (unit or 0))
            if not value and total:  # "nghìn tỷ": the magnitudes multiply
                total *= MAGNITUDES[word]
            elif MAGNITUDES[word] > last and total:
                total = (total + value) * MAGNITUDES[word]
            else:
                total += value * MAGNITUDES[word]
            last, group, unit = MAGNITUDES[word], 0, None
        elif word == fold_word("rưỡi") and (total or group):
            total += last / 2 if total else Decimal(50 if group % 100 == 0 else 5)
            used = i + 1
            break
        else:
            break
        used = i + 1
    if not used or (used == 1 and words[0] in MAGNITUDES):
        return None
    return total + group + (unit or 0), used


def is_number_word(word: str) -> bool:
    """Whether a folded word can begin a number written in words."""
    return word in DIGIT_WORDS or word == fold_word("mười")
