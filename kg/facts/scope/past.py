"""Times that make a number a result, whatever is planned beside it: what is now, and what has gone by."""

from __future__ import annotations

import regex

from kg.facts.clock import this_year
from kg.facts.scope.figure import Figure
from kg.facts.scope.wording import renamed
from kg.mentions.period import Period
from kg.mentions.resolve import year_of
from kg.text.normalise import fold_pattern

_FROM_NOW = regex.compile(fold_pattern(r"\s*(?:lên|xuống|còn)(?: tới| đến| còn| mức)*\s*"))
_CLAUSE = regex.compile(r"[;,]")
_REACHED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đạt|đã|được|ước|giải ngân|thực hiện|chỉ (?:tăng"
        r"|giảm))(?![\p{L}])"
    )
)
_COLON = regex.compile(fold_pattern(r":|(?<![\p{L}])trong (?:bối cảnh|điều kiện)(?![\p{L}])"))
_PASSED = ("month", "months", "quarter", "asof", "year")


def of_time_past(figure: Figure) -> bool:
    """Whether a new clause tells with a verb of reaching what months gone by have come to."""
    folded = figure.passage.folded
    opened = list((_CLAUSE if figure.index else _COLON).finditer(folded, *figure.gap))
    if not opened:
        return False
    start = figure.gap[0] if figure.index else opened[-1].start()  # "Một chỉ tiêu khác là PCI: năm 2020 ..."
    words = [word for word in figure.gap_words() if word.start >= start]
    if any({"target", "forecast"} & set(word.cues) for word in words) or not _REACHED.search(folded, *figure.gap):
        return False
    times = [t for t in figure.passage.between(*figure.gap) if isinstance(t, Period) and t.kind in _PASSED]
    return bool(times) and _gone_by(times[-1], figure)


def behind_forecast(figure: Figure) -> bool:
    """Whether a first number is told of months gone by, in a clause of its own behind a forecast without a figure.

    "GDP được dự báo nhích dần qua các quý, IIP 4 tháng tăng 9,2%".
    """
    if figure.index:
        return False
    words = figure.gap_words()
    told = [word for word in words if "forecast" in word.cues]
    comma = figure.passage.folded.rfind(",", *figure.gap)
    if not told or told[-1].start > comma or not renamed([w for w in words if w.start > comma], figure.code):
        return False
    times = [t for t in figure.passage.between(comma, figure.gap[1]) if isinstance(t, Period) and t.kind in _PASSED]
    return bool(times) and _gone_by(times[-1], figure)


def _gone_by(time: Period, figure: Figure) -> bool:
    """Whether a month, some months, a quarter or a date has ended by the document's day."""
    clock = figure.discourse.clock
    year, now = year_of(time, clock), this_year(clock)
    if year is None or now is None or year != now or clock.today is None:
        return year is not None and now is not None and year < now
    end = 3 * (time.first or 4) if time.kind == "quarter" else (time.last or time.first or 12)
    return end <= clock.today.month


_BESIDES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:ngoài|cùng với|bên cạnh)(?: số)?(?: [\d.,]+ (?:kcn|ccn|khu"
        r"|cụm)(?: công nghiệp)?,?)?\s*$"
    )
)
_THERE_IS = regex.compile(
    fold_pattern(
        r"(?:[^;.\p{L}]|\.\d|ha|kcn|ccn|khu|cụm|\s){0,24}\s(?:hiện có|đã có|đang có"
        r"|sẵn có)(?![\p{L}])"
    )
)


def stands_besides(figure: Figure) -> bool:
    """Whether a number is what there is beside what is to come ("mở thêm 3 KCN ngoài 13 KCN hiện có")."""
    folded, start = figure.passage.folded, figure.passage.sentence.start
    besides = _BESIDES.search(folded, start, figure.gap[1]) is not None
    return besides and _THERE_IS.match(folded, figure.quantity.full_end) is not None


def is_now(figure: Figure) -> bool:
    """Whether the time right before a number is the present ("hiện mới 9 cụm", "(hiện nay 33,3%)")."""
    times = [t for t in figure.passage.between(*figure.gap) if isinstance(t, Period)]
    folded = figure.passage.folded
    if stands_besides(figure):
        return True
    if not times:
        return False
    aside = (
        folded[max(0, times[-1].start - 1) : times[-1].start] == "("
        and ")" not in folded[times[-1].end : figure.gap[1]]
    )
    clock = figure.discourse.clock
    told = aside and (year_of(times[-1], clock) or 9999) <= (this_year(clock) or 0)
    if _FROM_NOW.fullmatch(folded, times[-1].end, figure.gap[1]):
        return False  # "nâng từ 52,8% hiện nay lên trên 55%"
    planned = any("target" in w.cues and w.start >= times[-1].end for w in figure.gap_words())
    return (times[-1].kind == "now" and not planned) or told  # "(cuối năm 2015: 3 KCN)" beside the goals of a plan


def goes_on_with_past(figure: Figure) -> bool:
    """Whether a number goes on with a time gone by that opens its bracket ("(năm 2024 lần lượt là 34,9%; 40,2%)")."""
    folded, clock = figure.passage.folded, figure.discourse.clock
    opened = folded.rfind("(", figure.passage.sentence.start, figure.gap[0])
    if opened < 0 or ")" in folded[opened : figure.quantity.start]:
        return False
    time = next((t for t in figure.passage.times if t.start == opened + 1), None)
    return time is not None and (year_of(time, clock) or 9999) <= (this_year(clock) or 0)


def set_up_by_now(figure: Figure) -> bool:
    """Whether a sentence opens with the zones that there are by now ("... đến 2030 có 60 CCN. Đã thành lập 41 CCN")."""
    discourse = figure.discourse
    told = figure.frame.period or discourse.main_period
    if told is None or figure.quantity.dimension != "count-zone" or figure.index:
        return False
    ahead = discourse.future(told, year_of(told, discourse.clock))
    return ahead and _ALREADY_SET_UP.fullmatch(figure.passage.folded, *figure.gap) is not None


_ALREADY_SET_UP = regex.compile(
    fold_pattern(
        r"\W*(?:(?:đến nay|hiện nay|hiện|nay),? )?(?:(?:toàn |cả )?(?:tỉnh|thành phố|huyện) )?đã (?:thành lập|lập|có)"
        r"(?: được| \w+)?\s*"
    )
)
