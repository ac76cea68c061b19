"""Times that figures are about: days, months, quarters, spans, dates of stocks, and comparisons.

A mention holds what the text says; years and months that it leaves out are filled in by
``resolve`` from the discourse. Comparisons ("so với cùng kỳ năm trước") are mentions too, so that
the time compared with is never taken for the time of the figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex
from ahocorasick_rs import BytesAhoCorasick, MatchKind

from kg.mentions.times import OPENINGS, SOURCES
from kg.text.letters import encode, encode_any
from kg.text.normalise import fold, fold_pattern, fold_word

_NUMBER = {fold(w): n for n, w in enumerate("một hai ba bốn năm sáu bảy tám chín mười".split(), 1)}
_NUMBER |= {
    fold(w): n
    for w, n in {
        "giêng": 1,
        "tư": 4,
        "mười một": 11,
        "mười hai": 12,
        "chạp": 12,
        "nhất": 1,
        "i": 1,
        "ii": 2,
        "iii": 3,
        "iv": 4,
        "nhì": 2,
    }.items()
}

THAT = 100  # "năm đó": the year that the sentence has just named
BEFORE_THAT = 99  # "năm trước đó": the one before it


# A pattern is tried only where the first word can begin it, and of those patterns only the ones that the first
# letters can: so the time stays proportional to the text.
_KEY = 6
_BEHIND = regex.compile(r"\(\?<[=!](?:[^()]|\([^()]*\))*\)")
_SINGLE = tuple(regex.compile(fold_pattern(source)) for _, source in SOURCES)
PROBES = tuple(regex.compile(fold_pattern(_BEHIND.sub("", source))) for _, source in SOURCES)
_OPENINGS = tuple(fold(opening) for opening in OPENINGS)
_AUTOMATON = BytesAhoCorasick(list(map(encode, _OPENINGS)), matchkind=MatchKind.Standard)
_OPENED = tuple(
    tuple(i for i, probe in enumerate(PROBES) if probe.match(opening, partial=True)) for opening in _OPENINGS
)
_BY_KEY: dict[str, tuple[int, ...]] = {}
Opening = tuple[int, tuple[int, ...]]


def openings(folded: str) -> list[Opening]:
    """Where times may begin in a folded text, in order, each with the patterns that its first word may begin."""
    letters = encode_any(folded)
    return [
        (start, _OPENED[index])
        for index, start, _ in _AUTOMATON.find_matches_as_indexes(letters)
        if not start
        or not ((before := folded[start - 1]).isalpha() or before.isdecimal())
        or (start > 2 and folded[start].isdecimal() and folded[start - 3 : start].isalpha())
    ]  # "Tính chung10 tháng": a word of three letters has lost its space


def _candidates(key: str, among: tuple[int, ...]) -> tuple[int, ...]:
    """The patterns that a stretch with these first letters can begin, in order of precedence."""
    found = tuple(i for i in among if PROBES[i].match(key, partial=True))
    if len(_BY_KEY) < 50_000:
        _BY_KEY[key] = found
    return found


@dataclass(slots=True, unsafe_hash=True)  # nothing changes one: to have that checked makes each six times as slow
class Period:
    """A time in the text. ``kind`` tells what it is; absent numbers are None.

    kind: year, span, month, months (first to last month of a year), quarter, day (an event's date),
    asof (a stock's date), now, sofar (the months of the year gone by), until (a target's year),
    same / versus / plan (what a figure is compared with).
    ``relative``: -1 the time before this one, 0 this one, 1 the next, None where not relative.
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    year_to: int | None = None
    first: int | None = None
    last: int | None = None
    day: int | None = None
    relative: int | None = None
    what: str | None = None
    misprint: str | None = None


def find(folded: str, start: int, end: int, begins: list[Opening]) -> Iterator[Period]:
    """The times in a stretch of folded text, in order, none overlapping; ``begins`` are its openings."""
    done, beside, compared = start, -1, -1
    for at, among in begins:
        if at < done:
            continue
        key = folded[at : at + _KEY]
        indexes = _BY_KEY.get(key)
        if indexes is None:
            indexes = _candidates(key, among)
        for index in indexes:
            match = _SINGLE[index].match(folded, at, end)
            if match is None:
                continue
            groups = {k: v for k, v in match.groupdict().items() if v is not None}
            period = _period(SOURCES[index][0], groups, match.start(), match.end(), folded)
            glossed = compared >= 0 and folded[compared:at].strip() == "(" and folded.startswith(")", match.end())
            if period is not None and not glossed:  # "so với tháng trước (tháng 12/2016)": the same time again
                if period.kind == "same" and beside == match.start() and folded.startswith(_AND, beside):
                    period.what = None  # "so với tháng trước và cùng kỳ năm trước": compared with both
                compared = match.end() if period.kind in ("versus", "same") else -1
                beside = compared + 1 if compared >= 0 else -1
                yield period
            done = match.end()
            break


def measured(periods: list[Period], folded: str) -> list[Period]:
    """The times of a sentence, the month right behind a rate as what the rate is measured against, where it is the one
    before the month told of ("T02 ước 5 tỷ đ, +3,1% T01").
    """
    told: int | None = None
    for at, time in enumerate(periods):
        if time.kind != "month" or time.first is None:
            continue
        behind = folded.startswith("% t", time.start - 2) and folded[time.start + 1].isdigit()
        if behind and told is not None and time.first == (told - 1 or _DECEMBER):
            periods[at] = replace(time, kind="versus", what="month")
        else:
            told = time.first
    return periods


_DECEMBER = 12
_AND = fold_word("và") + " "
_SECOND = 2
_DECADE = 10  # years: "hơn 25 năm qua" is of no certain span
_RELATIVES = {"": 0, fold("nay"): 0, fold("này"): 0, fold("qua"): None, fold("vừa qua"): None} | {
    fold("tới"): 1,
    fold("sau"): 1,
    fold("đó"): THAT,
    fold("ấy"): THAT,
}


_PAST_YEARS = {fold_word("vừa qua"): -1, fold_word("qua"): -1, fold_word("trước đó"): BEFORE_THAT}


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isdigit() else _NUMBER.get(text)


def _relative(text: str | None) -> int | None:
    return None if text is None else _RELATIVES.get(text, -1)


def _period(name: str, g: dict[str, str], start: int, end: int, folded: str) -> Period | None:
    year, year_to = _number(g.get("y")), _number(g.get("y2"))
    month, quarter, day, n = _number(g.get("m")), _number(g.get("q")), _number(g.get("d")), _number(g.get("n"))
    relative = _relative(g.get("rel"))
    if name == "same":
        return Period(
            start, end, "same", year=year, relative=relative, what="holder" if not _compares(folded, start) else None
        )
    if name == "plan":
        return Period(start, end, "plan", year=year, relative=relative)
    if name == "half" and month is not None:
        second = quarter == _SECOND or fold_word(g.get("n", "đầu")) != fold_word("đầu")
        return Period(start, end, "month", year=year, first=month, what="half2" if second else "half1")
    if name == "versushalf":
        return Period(start, end, "versus", what="half")
    if name == "versus":
        x = _number(g.get("x"))
        what = g.get("what") or ("year" if year or x is None else fold_word("tháng"))
        what = {fold_word("tháng"): "month", fold_word("quý"): "quarter", "t": "month", "q": "quarter"}.get(
            what, "year"
        )
        if what == "year" and x is not None and year is None:
            return None
        rel = _relative(g.get("rel2")) if "rel2" in g else relative
        if what == "year" and year_to is None and _END in folded[start:end]:
            what = "end"  # "so với cuối năm 2016"
        return Period(start, end, "versus", year=year, year_to=year_to, first=x, relative=rel, what=what)
    if name in ("asof", "date"):
        return Period(start, end, "asof" if name == "asof" else "day", year=year, first=month, day=day)
    if name == "monthdays":  # "từ 01/11 đến 30/11"
        return Period(start, end, "month", year=year, first=month) if n == month else None
    if name == "asofmonth":
        return Period(
            start,
            end,
            "asof",
            year=year,
            first=month,
            relative=relative,
            what="vào" if folded.startswith(fold_word("vào"), start) else None,
        )
    if name == "asofquarter":
        return Period(start, end, "asof", year=year, first=3 * (quarter or 1), relative=relative, what="quarter")
    if name == "midyear":
        return Period(start, end, "asof", year=year, first=6)
    if name == "endthis":
        return Period(start, end, "asof", first=12, what="whole")
    if name in ("asofyear", "endyear"):
        return Period(start, end, "asof", year=year, first=12, relative=relative, what="year")
    if name == "untilyear":
        return Period(start, end, "until", year=year)
    if name == "school":
        return None  # "điều chỉnh học phí năm học 2019 - 2020": no figure is of it
    if name == "now":
        return Period(start, end, "now")
    if name == "crops":  # of the crop named with it, and of no other goods
        return Period(start, end, "span", year=year, year_to=year_to, what="season")
    if name == "season":
        return Period(start, end, "year", year=year, what="season")
    if name == "span":
        return (
            None
            if year_to is not None and year is not None and year_to < year
            else Period(start, end, "span", year=year, year_to=year_to)
        )
    if name == "quarterlist":
        return Period(
            start, end, "months", year=year, first=3 * (quarter or 1) - 2, last=3 * (n or 1), relative=relative
        )
    if name in ("monthtomonth", "monthlist"):
        return Period(start, end, "months", year=year, year_to=year_to, first=month, last=n)
    if name == "pastyears":
        return Period(start, end, "span", first=n, what="past") if (n or 0) <= _DECADE else None
    if name == "yearsago":
        return Period(start, end, "year", relative=-(n or 0), what="past")
    if name == "nextyears":
        return Period(start, end, "span", first=n, what="next")
    if name in ("firsthalf", "lasthalf"):
        half = (1, 6) if name == "firsthalf" else (7, 12)
        return Period(start, end, "months", year=year, first=half[0], last=half[1], relative=relative)
    if name in ("months", "monthst"):
        return _months(g, start, end, folded, n, year, relative)
    if name == "sofar":
        return Period(start, end, "sofar", year=year, relative=relative)
    if name == "quarters":
        return Period(start, end, "months", year=year, first=1, last=3 * (n or 1), relative=relative)
    if name == "restquarters":
        return Period(start, end, "months", year=year, first=13 - 3 * (n or 1), last=12, relative=relative)
    if name == "lastquarter":
        return Period(start, end, "quarter", year=year, first=4, relative=relative)
    if name == "relquarter" and quarter is None and not g.get("rel"):
        return Period(start, end, "quarter", relative=0, what="spoken")  # "cộng dồn cả quý": of the month told of
    if name == "thatspan":
        return Period(start, end, "span", relative=THAT)
    if name in ("quarter", "relquarter"):
        return Period(start, end, "quarter", year=year, first=quarter, relative=relative)
    if name == "month":
        return Period(start, end, "month", year=year, first=month, relative=relative)
    if name == "relmonth":
        told = folded[start:end]  # "tháng đầu tiên của năm nay" holds two words of relation
        first = next((month for wording, month in _ENDS_OF_YEAR if wording in told), None)
        if g.get("rel") == fold_word("tháng"):
            return Period(start, end, "month", what="spoken")
        return Period(start, end, "month", year=year, first=first, relative=None if first else (relative or 0))
    if name == "relyear":
        return Period(
            start,
            end,
            "year",
            relative=_PAST_YEARS.get(g["rel"], relative),
            what="past" if g["rel"] in (fold_word("vừa qua"), fold_word("qua")) else None,
        )
    if name == "badyear":
        if g["y"].isdigit() and len(g["y"]) == 4 and 1950 <= int(g["y"]) <= 2069:
            return None
        return Period(start, end, "year", misprint=g["y"])
    if name == "wholeyear":
        return Period(start, end, "year", relative=0, what="whole")
    return Period(start, end, "year", year=year)


_ENDS_OF_YEAR = ((fold_word("đầu năm"), 1), (fold_word("đầu tiên"), 1), (fold_word("cuối năm"), 12))
_LATER = fold_pattern("sau ")
_END = fold_word("cuối năm")
_DURATION = regex.compile(
    fold_pattern(
        r"(?:(?<!%\s)sau|vòng|thời hạn|kỳ hạn|mỗi|từng|bầu|hơn|gần|khoảng|trước|thêm|cứ|suốt|mất|tới|từ|lương|bằng"
        r"|nghỉ)\s*$"
    )
)
# "Sau 7 tháng, xuất khẩu đạt": the months gone by
_AFTER = regex.compile(fold_pattern(r"(?:^|[.,:;\n\")“] ?|[-–] ?)sau $"))
_GONE = regex.compile(fold_pattern(r",|\s(?:toàn|cả nước|tỉnh|tp|thành phố|ngành|nước ta|địa bàn)(?![\p{L}])"))
_GOES_ON = regex.compile(
    fold_pattern(r"\s+(?:liên tục|liên tiếp|(?:tăng|giảm|sụt giảm)\s+liên t)")
)  # "3 tháng giảm liên tiếp"


def _months(
    g: dict[str, str], start: int, end: int, folded: str, n: int | None, year: int | None, relative: int | None
) -> Period | None:
    """The first (or last) n months of a year; None where the text means a duration."""
    if n is None:
        return None
    more = g.get("more", "").strip()
    plain = not more and year is None and relative is None and not folded[start:end].rstrip().endswith(fold_word("năm"))
    lasted = _DURATION.search(folded, max(0, start - 12), start) or _GOES_ON.match(folded, end)
    gone = bool(lasted and _GONE.match(folded, end) and _AFTER.search(folded, max(0, start - 8), start))
    headline = (
        folded.startswith("\n", end) and folded.find("\n", 0, end) < 0
    )  # "Thu ngân sách 5.000 tỷ đồng sau 8 tháng"
    gone = gone or (headline and folded.endswith(_LATER, 0, start))
    if plain and (n == 1 or (lasted and not gone and n < 13)):
        return None
    if more.startswith((fold_word("cuối"), fold_word("còn lại"))):
        return Period(start, end, "months", year=year, first=13 - n, last=12, relative=relative)
    return Period(start, end, "months", year=year, first=1, last=n, relative=relative, what="weak" if plain else None)


_BEATEN = tuple(map(fold_word, ("hơn ", "kém ", "thua ", "vượt ")))


def _compares(folded: str, start: int) -> bool:
    head = folded[start : start + 6]
    if folded[max(0, start - 5) : start].endswith(_BEATEN):
        return True
    return head.startswith((fold_word("so"), fold_word("bằng"), fold_word("với"), "sv"))
