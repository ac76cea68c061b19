"""The timeline of a document: which of the times that its sentences name the later ones go on with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from kg.facts import passing, turning
from kg.facts.cause import of_cause
from kg.facts.kinds import COMPARED, PLANNED
from kg.facts.prices import is_price
from kg.facts.tasks import to_come, year_guessed
from kg.facts.tokens import Passage
from kg.mentions.period import BEFORE_THAT, THAT, Period
from kg.mentions.resolve import year_of
from kg.text.normalise import fold_pattern

if TYPE_CHECKING:
    from kg.facts.discourse import Discourse

_PASSING = ("season", "past")  # of one figure: "vụ 2018/2019", "10 năm qua"
# "Dự toán được giao là 5.500 tỷ đồng. Kết thúc năm, Cục thu 4.860 tỷ đồng": what came of the goal
_OUTCOME = regex.compile(
    fold_pattern(
        r"[\s\-+*•]*(?:kết thúc|khép lại) (?:năm|quý|tháng|vụ)(?![\p{L}])"
        r"|[\s\-+*•]*(?:(?:tuy nhiên|nhưng|song|thế nhưng),? )?(?:trên )?thực tế[, ]"
    )
)
_THAT_DAY = regex.compile(
    fold_pattern(
        r"(?:cũng )?(?:tính )?(?:đến|tới|tại|vào) (?:cùng )?thời điểm (?:trên|đó|ấy|nói trên)(?![\p{L}])"
        r"|cũng (?:tính )?(?:đến|tới|tại|vào) (?:cùng )?thời điểm này(?![\p{L}])"
    )
)
_OF_BRACKETS = fold_pattern("ngoặc")
_OUR_OWN = fold_pattern(" chúng tôi ")
_OF_IT = fold_pattern("trong đó")
_THAT_DAYS = tuple(map(fold_pattern, ("cũng", "tính", "đến", "tới", "tại", "vào")))  # what it begins with
_PART = regex.compile(fold_pattern(r"\s*(?:trong đó|trong số này|cụ thể|theo đó|so (?:với )?cùng kỳ)(?![\p{L}])"))
_NEXT = 2  # letters: "từ đầu năm đến 30/9"
_FIRST_HALF = 15  # days of a month in which "tháng này" is still the month whose figures have just come out
_SINGLED = regex.compile(
    fold_pattern(r"(?:riêng|tính riêng|tách riêng|chỉ tính|nếu tính|trong đó)(?:,?\s+trong)?,?\s+(?:tháng|quý)")
)


def settle_so_far(discourse: Discourse, passage: Passage) -> None:
    """Give "lũy kế" and "từ đầu năm" their months: those told together before, else up to the month spoken of."""
    month = discourse.clock.month
    told: Period | None = None
    for token in list(passage.times):
        if token.kind == "year" and token.year is not None and token.what is None:
            told = token
        elif token.kind == "year" and token.what == "whole" and (told or _year_told(discourse, passage)) is not None:
            year = (told or discourse.main_period or token).year
            passage.settle(token, replace(token, year=year))  # "Năm 2023, A thu 6 tỷ đồng; cả năm xuất khẩu ..."
        elif token.kind == "year" and token.relative == BEFORE_THAT:
            after = told.year if told is not None else _year_in_force(discourse, passage, token)
            if after is not None:
                passage.settle(token, replace(token, year=after - 1, relative=None))
        elif token.kind == "span" and token.relative == THAT:
            main = discourse.main_period
            known = main is not None and main.kind == "span" and main.year_to is not None
            passage.settle(
                token,
                replace(main, start=token.start, end=token.end)
                if known and main is not None
                else replace(token, kind="day"),
            )  # "Nhiều nhất là giai đoạn 2006-2008. Trong giai đoạn này ..."
        elif token.kind == "month" and token.first:
            month = token.first
        elif token.kind == "month" and token.relative == 0 and _just_over(discourse, passage, month):
            passage.settle(token, replace(token, first=month, relative=None))
        elif token.kind == "now" and discourse.as_of is not None and _that_day_ends(passage) == token.end:
            passage.settle(token, replace(discourse.as_of, start=token.start, end=token.end))
        elif token.kind == "sofar" and _STILL_VALID.match(passage.folded, token.end):
            passage.settle(token, replace(token, kind="now"))  # "Lũy kế: 382 dự án còn hiệu lực": those there are
        elif token.kind == "sofar":
            long = discourse.long or discourse.anchor
            last = long.last if long is not None and long.kind == "months" and long.first == 1 else None
            until = next((t for t in passage.times if t.kind == "asof" and 0 <= t.start - token.end <= _NEXT), None)
            last = (until.first if until is not None else None) or month or last
            last = last or (discourse.clock.today.month if discourse.clock.today else None)
            months = replace(token, kind="months", first=1, last=last)
            passage.settle(token, months if last else replace(token, kind="now"))


_STILL_VALID = regex.compile(fold_pattern(r"[^;,.]{0,40}(?:còn hiệu lực|còn hoạt động|đang hoạt động)"))


def _year_in_force(discourse: Discourse, passage: Passage, before: Period) -> int | None:
    """The year that a sentence has named before a time, or else the one that the text is about."""
    here = [t for t in passage.times if t.end <= before.start and t.kind not in ("same", "versus", "plan")]
    spoken = here[-1] if here else discourse.main_period
    return year_of(spoken, discourse.clock) if spoken is not None else None


def _just_over(discourse: Discourse, passage: Passage, month: int | None) -> bool:
    """Whether "tháng này" is the month before, told of in the same paragraph ("Tháng 11 xuất ...; riêng tháng này")."""
    today = discourse.clock.today
    if month is None or today is None or passage.sentence.first or today.day > _FIRST_HALF:
        return False
    return month == today.month - 1


def _year_told(discourse: Discourse, passage: Passage) -> Period | None:
    """The year that a text tells of, where it is named by its number ("Năm 2017 xuất khẩu đạt ... Cả năm ...")."""
    if any({"target", "forecast", "estimate"} & set(word.cues) for word in passage.words):
        return None
    main = discourse.main_period
    named = main is not None and main.kind == "year" and main.year is not None and main.what is None
    return main if named and main is not None and discourse.past(main, main.year) else None


def leave_month(discourse: Discourse, passage: Passage) -> None:
    """A paragraph after one that singled out a month or a quarter goes back to the months together.

    So does one after the same months of the year before ("Con số của 9 tháng năm trước là 5,1%.").
    """
    main = discourse.main_period
    if not passage.sentence.first or main is None or passage.folded.startswith(_OF_IT, passage.sentence.start):
        return  # "IIP tháng 8 tăng 3%. ⏎ Trong đó, khai khoáng giảm 9%"
    long = discourse.long
    if long is not None and (main.kind, main.first, main.last) == (long.kind, long.first, long.last) != (
        "year",
        None,
        None,
    ):
        leave_aside(discourse)
        return
    if main.kind == "year" and any(
        told is not None and told.kind in ("months", "month", "quarter") for told in (long, discourse.anchor)
    ):
        leave_aside(discourse)  # "8 tháng đạt ... Cả năm 2016 chỉ đạt ...": the next paragraph is of the 8 months
    if main.kind not in ("month", "quarter"):
        return
    prices = main.kind == "quarter" or discourse.last_fact == "cpi"  # the month of prices is theirs alone
    for told in (discourse.anchor, long if prices else None):
        quarter = told is not None and told.kind == "quarter" and main.kind == "month" and _within_quarter(main, told)
        if told is not None and ((told.kind == "months" and told.first == 1) or quarter):
            discourse.main_period = discourse.flow_period = told
            return


def _within_quarter(month: Period, quarter: Period) -> bool:
    """Whether a month is one of a quarter."""
    return month.first is not None and quarter.first is not None and (month.first + 2) // 3 == quarter.first


def take_singled(discourse: Discourse, passage: Passage) -> None:
    """The parts of what a month alone came to are of that month ("Riêng tháng 9 đạt 5 tỷ. Trong đó xuất khẩu ...")."""
    singled, discourse.singled = discourse.singled, None
    if singled is None or passage.sentence.first or not _PART.match(passage.folded, passage.sentence.start):
        return
    discourse.main_period = discourse.flow_period = singled
    discourse.used.append(singled)
    discourse.singled = singled


def _that_day_ends(passage: Passage) -> int | None:
    """Where the words end by which a sentence opens with the date just told ("Cũng đến thời điểm trên, ...")."""
    start = passage.sentence.start
    told = _THAT_DAY.match(passage.folded, start) if passage.folded.startswith(_THAT_DAYS, start) else None
    return told.end() if told is not None else None


def take_times(discourse: Discourse, passage: Passage) -> None:
    """The times that a sentence names before its first figure become the main one."""
    first = passage.quantities[0].full_start if passage.quantities else passage.sentence.end
    start = passage.sentence.start
    long = discourse.main_period is not None and discourse.main_period.kind == "months"
    if long and passage.quantities and all(map(is_price, passage.quantities)):
        return  # "Đầu tháng 8, hồ tiêu được thu mua với giá 70.000 đồng/kg" in a text on nine months
    if not passage.quantities and _OF_BRACKETS in passage.folded[start : passage.sentence.end]:
        return  # "Số trong ngoặc là của tháng 7": of those alone
    if _OUR_OWN in passage.folded[start : passage.sentence.end]:
        return  # "Tháng 4 chúng tôi cho nghỉ luân phiên": the time of who speaks, not of the text
    if discourse.as_of is not None and _that_day_ends(passage) is not None:
        discourse.main_period, discourse.own_period = discourse.as_of, True  # "Cũng đến thời điểm trên, có 7 KCN ..."
    discourse.as_of = next((t for t in reversed(passage.times) if t.kind == "asof"), discourse.as_of)
    if discourse.main_status is not None and _OUTCOME.match(passage.folded, passage.sentence.start):
        discourse.main_status = None
    for token in passage.times:
        if (
            token.start < first
            and token.kind not in COMPARED
            and token.kind != "day"
            and not passing.inside(passage, token)
            and not of_cause(token, passage)
            and not to_come(token, passage)
            and not passing.in_passing(discourse, token, passage)
            and token.what not in _PASSING
            and not passing.dated_aside(discourse, token, passage)
        ):
            main = discourse.main_period
            if token.misprint is not None and main is not None and 0 <= token.start - main.end <= 2:
                continue  # "9 tháng năm 2104": the year of the months
            if not discourse.own_period:
                discourse.main_status = None
            discourse.own_period = True
            discourse.main_period = token
            if token.kind not in ("now", "asof"):
                discourse.flow_period = token


def _up_to_now(discourse: Discourse, long: list[Period]) -> bool:
    """Whether the years named last are those up to the year told of ("bình quân 2016 - 2020 tăng 16,9%/năm")."""
    main = discourse.before_periods[0]
    if not long or long[-1].kind != "span" or main is None or main.kind != "year":
        return False
    return year_of(main, discourse.clock) == long[-1].year_to


def leave_aside(discourse: Discourse) -> None:
    """At a heading, the time of the report again where an earlier year was spoken of last."""
    told, main = discourse.long or discourse.anchor, discourse.main_period
    if told is not None and told is main:
        told = discourse.anchor  # what was spoken of last is itself the longest time told
    if told is None or main is None or main is told:
        return
    year, report = year_of(main, discourse.clock), year_of(told, discourse.clock)
    if year is not None and report is not None and year < report:
        discourse.main_period = discourse.flow_period = told


def leave_goal(discourse: Discourse) -> None:
    """Forget the time of a goal that stood beside results."""
    main = discourse.main_period
    if (
        main is not None
        and discourse.statuses
        and not discourse.statuses <= PLANNED
        and discourse.future(main, year_of(main, discourse.clock))
    ):
        discourse.main_period, discourse.flow_period = discourse.before_periods


def settle_period(discourse: Discourse, passage: Passage) -> None:
    """The time that later sentences go on with: the longest that this one used, not the last of its parts.

    "Tính chung 9 tháng tăng 9,6%, trong đó quý III tăng 10,1%." is followed by figures of nine months.
    """
    if turning.one_by_one(discourse):
        discourse.main_period, discourse.flow_period = discourse.before_periods
        return
    used = [p for p in discourse.used if p.what != "season"]  # "mía niên vụ 2016-2017 đạt 1,1 triệu tấn": the crop's
    used = [p for p in used if p.kind not in ("now", "asof", "until", "day") and not passing.inside(passage, p)]
    used = [
        p
        for p in used
        if not passing.looks_back(discourse, p, passage) and not passing.in_passing(discourse, p, passage)
    ]
    if discourse.statuses & PLANNED and not discourse.statuses <= PLANNED:
        results = [p for p in used if p.start in discourse.used_for_results]  # "cả năm có thể lên 18 tỷ": an aside
        if used and (not results or _latest(results, discourse) < _latest(used, discourse)):
            # "Năm 2017 chỉ được 83%; năm nay đặt mục tiêu 90%": neither is what the text is of
            discourse.main_period, discourse.flow_period = discourse.before_periods
            return
        used = results
    if not used:
        dates = [p for p in discourse.used if p.kind == "asof" and not passing.inside(passage, p)]
        if dates and discourse.told and not any((fact.period or "@").startswith("@") for fact in discourse.told):
            discourse.flow_period = dates[-1]  # "Đến 31/12/2016 có 2.600 dự án cấp mới. Có 1.200 lượt tăng vốn"
        return
    before = discourse.before_periods[0]
    if before is not None and passing.same_figure_before(used[0], before, discourse, passage):
        discourse.main_period, discourse.flow_period = discourse.before_periods
        return
    spans = [p for p in used if p.kind in ("months", "year", "span")]
    long = [p for p in spans if year_of(p, discourse.clock) == discourse.clock.year] or spans
    if long and discourse.future(long[-1], year_of(long[-1], discourse.clock)) and not discourse.statuses <= PLANNED:
        return  # a goal beside results is no time for what follows
    if _up_to_now(discourse, long):
        discourse.main_period, discourse.flow_period = discourse.before_periods
        return
    stood = [p for p in passage.times if p.kind == "asof" and bool(long) and p.start < long[-1].start]
    if stood and long[-1].kind == "span" and year_of(stood[-1], discourse.clock) == long[-1].year_to:
        discourse.main_period = stood[-1]  # "đến hết năm 2020 còn 22%; bình quân 2016-2020 giảm 4 điểm": an aside
        return
    if long and long[-1].kind == "span":  # "Năm 2020 đạt ...; tính chung 5 năm 2016-2020 tăng ...": an aside
        long = [p for p in long if p.kind == "year" and p.year == long[-1].year_to] or long
    if long and year_guessed(long[-1], long[0], passage.folded, discourse.clock):
        long = [p for p in long if p.start < long[-1].start]  # "11 tháng 13.365 tỷ đồng; cả năm ước 14.720": an aside
    short = {(p.kind, p.first, p.year) for p in used}
    if long:
        discourse.main_period = discourse.flow_period = long[-1]
        year = year_of(long[-1], discourse.clock)
        told = year_of(discourse.long, discourse.clock) if discourse.long else None
        if told is None or year is None or year >= told:  # "PCI năm 2019 được 64 điểm" in a report of 2020: an aside
            discourse.long = long[-1]
    elif discourse.long is not None and (
        len(short) > 1 or _SINGLED.search(passage.folded, passage.sentence.start, used[0].end)
    ):
        discourse.main_period = discourse.flow_period = (
            discourse.long
        )  # quarters told one by one, "riêng tháng 9": asides
        if len(short) == 1:
            discourse.singled = used[0]
    else:  # "IIP quý I tăng 13,2%; tháng 3 tăng 18,5%": the quarter goes on
        quarters = [p for p in used if p.kind == "quarter"]
        discourse.main_period = discourse.flow_period = (quarters or used)[-1]


def _latest(times: list[Period], discourse: Discourse) -> int:
    """The last year that any of the times is in."""
    return max((year_of(time, discourse.clock) or _NOW for time in times), default=0)


_NOW = 9999  # the year of "năm nay" where nothing tells it
