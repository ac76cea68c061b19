"""Times that figures are about: days, months, quarters, spans, dates of stocks, and comparisons.

A mention holds what the text says; years and months that it leaves out are filled in by
``resolve`` from the discourse. Comparisons ("so với cùng kỳ năm trước") are mentions too, so that
the time compared with is never taken for the time of the figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

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
    done = start
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
            if period is not None:
                yield period
            done = match.end()
            break


_RELATIVES = {"": 0, fold("nay"): 0, fold("này"): 0, fold("qua"): None, fold("vừa qua"): None} | {
    fold("tới"): 1,
    fold("sau"): 1,
    fold("đó"): THAT,
    fold("ấy"): THAT,
}


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
    if name == "season":
        return Period(start, end, "year", year=year, what="season")
    if name == "span":
        return (
            None
            if year_to is not None and year is not None and year_to < year
            else Period(start, end, "span", year=year, year_to=year_to)
        )
    if name == "monthtomonth":
        return Period(start, end, "months", year=year, year_to=year_to, first=month, last=n)
    if name == "pastyears":
        return Period(start, end, "span", first=n, what="past") if (n or 0) <= _DECADE else None
    if name in ("firsthalf", "lasthalf"):
        half = (1, 6) if name == "firsthalf" else (7, 12)
        return Period(start, end, "months", year=year, first=half[0], last=half[1], relative=relative)
    if name in ("months", "monthst"):
        return _months(g, start, end, folded, n, year, relative)
    if name == "sofar":
        return Period(start, end, "sofar", year=year, relative=relative)
    if name == "quarters":
        return Period(start, end, "months", year=year, first=1, last=3 * (n or 1), relative=relative)
    if name == "lastquarter":
        return Period(start, end, "quarter", year=year, first=4, relative=relative)
    if name in ("quarter", "relquarter"):
        return Period(start, end, "quarter", year=year, first=quarter, relative=relative)
    if name == "month":
        return Period(start, end, "month", year=year, first=month, relative=relative)
    if name == "relmonth":
        first = {fold_word("đầu năm"): 1, fold_word("đầu tiên"): 1, fold_word("cuối năm"): 12}.get(g.get("rel", ""))
        if g.get("rel") == fold_word("tháng"):
            return Period(start, end, "month", what="spoken")
        return Period(start, end, "month", year=year, first=first, relative=None if first else (relative or 0))
    if name == "relyear":
        return Period(
            start,
            end,
            "year",
            relative=-1 if g["rel"] == fold_word("vừa qua") else (relative if g["rel"] != fold_word("qua") else -1),
            what="past" if g["rel"] in (fold_word("vừa qua"), fold_word("qua")) else None,
        )
    if name == "badyear":
        if g["y"].isdigit() and len(g["y"]) == 4 and 1950 <= int(g["y"]) <= 2069:
            return None
        return Period(start, end, "year", misprint=g["y"])
    if name == "wholeyear":
        return Period(start, end, "year", relative=0, what="whole")
    return Period(start, end, "year", year=year)


_END = fold_word("cuối năm")
_DURATION = regex.compile(
    fold_pattern(
        r"(?:(?<!%\s)sau|vòng|thời hạn|kỳ hạn|mỗi|từng|bầu|hơn|gần|khoảng|trước|thêm|cứ|suốt|mất|tới|từ|lương|bằng"
        r"|nghỉ)\s*$"
    )
)
_AFTER = regex.compile(fold_pattern(r"(?:^|[.\n] ?)sau $"))  # "Sau 7 tháng, xuất khẩu đạt": the months gone by
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
    gone = lasted and folded[end : end + 1] == "," and _AFTER.search(folded, max(0, start - 8), start)
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


_QUARTER = 3  # months
_DECADE = 10  # years: "hơn 25 năm qua" is of no certain span
_MIDYEAR = 6  # before it "5 năm qua" are those up to the year before
_DECEMBER = 12
NEW_YEAR = 2  # the last month in which texts tell of the year before as of the one just ended
_LATE = 9  # months up to this or a later one are no goal that is set in January


@dataclass(slots=True)
class Clock:
    """What the discourse knows of time: the year it speaks of and the document's date."""

    year: int | None = None
    today: date | None = None
    month: int | None = None
    spoken: int | None = None
    repaired: dict[str, int | None] = field(default_factory=dict)
    told_whole: bool = False  # the year of the clock is the one that the text calls "năm qua"


def year_of(period: Period, clock: Clock) -> int | None:
    """The year that a mention means, by itself or in its discourse."""
    if period.year is not None:
        return period.year
    if period.misprint is not None:
        return clock.repaired.get(period.misprint, clock.year)
    this = clock.today.year if clock.today else clock.year
    if period.what == "whole" and this and clock.today and clock.today.month <= NEW_YEAR:
        return this - 1  # "cả năm" in a report of January is the year that has ended
    if period.what == "whole" and clock.year is not None:
        return clock.year
    if period.relative == THAT:
        return clock.spoken or this
    if period.relative == -1 and period.kind == "year" and period.what == "past" and clock.told_whole:
        return this  # "trong năm qua" of a text on the results of 2016
    if period.relative is not None and this is not None:
        return this + period.relative
    if clock.today is not None and _ended(period, clock.today, clock.spoken):
        return clock.today.year - 1
    return clock.year if clock.year is not None else this


def _ended(period: Period, today: date, spoken: int | None) -> bool:
    """Whether months without a year that lie ahead of the document's day are those of the year before.

    In January "12 tháng" and "quý IV" are told as results; later in a year only "12 tháng" is, where the year before is
    spoken of.
    """
    if period.kind not in ("month", "months", "quarter"):
        return False
    last = (period.first or 0) * _QUARTER if period.kind == "quarter" else period.last or period.first
    if not last or last <= today.month:
        return False
    if today.month <= NEW_YEAR:
        return last >= _LATE if spoken is None else spoken == today.year - 1
    return spoken == today.year - 1 and period.kind == "months" and period.first == 1 and last == _DECEMBER


def resolve(period: Period, clock: Clock, stock: bool) -> str | None:
    """A mention as FACTS.md writes periods; ``stock`` makes "9 tháng" of a stock its last day."""
    year = year_of(period, clock)
    if period.kind == "now":
        return f"@{clock.today.isoformat()}" if clock.today else "@"
    if year is None:
        return None
    if period.kind in ("year", "until"):
        return f"{year}"
    if period.kind == "span" and period.what == "past":
        last = year - 1 if clock.today is not None and clock.today.month < _MIDYEAR else year
        return f"{last - (period.first or 1) + 1}/{last}"
    if period.kind == "span":
        return f"{year}/{period.year_to}" if period.year_to and period.year_to != year else f"{year}"
    if period.kind == "quarter":
        return _quarter(period, year, clock)
    if period.kind == "month":
        month = period.first
        if period.what == "spoken":
            month = clock.month
        if month is None and (clock.month or clock.today):
            spoken = clock.today.month if clock.today and (clock.month is None or not period.relative) else clock.month
            this = clock.today.year if clock.today else clock.year
            month = (spoken or 0) + (period.relative or 0)
            year, month = ((this or year) - 1, 12) if month == 0 else (this or year, month)
        if month is None:
            month = clock.month
        return f"{'@' if stock else ''}{year}-{month:02d}" if month else None
    if period.kind == "months":
        last = period.year_to or year
        if stock:
            return f"@{last}-{period.last:02d}"
        return f"{year}-{period.first:02d}/{last}-{period.last:02d}"
    if period.kind in ("asof", "day"):
        return _as_of(period, year, stock)
    return None


def _quarter(period: Period, year: int, clock: Clock) -> str | None:
    """A quarter by its number, or "quý này", "quý trước" seen from the day of the document."""
    if period.first:
        return f"{year}-Q{period.first}"
    if clock.today is None or period.relative is None:
        return None
    now = clock.today.year * 4 + (clock.today.month - 1) // 3 + period.relative
    return f"{now // 4}-Q{now % 4 + 1}"


def _as_of(period: Period, year: int, stock: bool) -> str:
    if stock:
        day = f"-{period.day:02d}" if period.day else ""
        return f"@{year}-{period.first:02d}{day}"
    if period.what == "vào" and not period.day:
        return f"{year}-{period.first:02d}"
    if period.first == 12:
        return f"{year}"
    if period.first == 1:
        return f"{year}-01"
    return f"{year}-01/{year}-{period.first:02d}"
