"""The time of a number whose sentence names none: what the discourse has been speaking of, or what is planned for."""

from __future__ import annotations

import regex

from kg.facts.clock import this_year
from kg.facts.discourse import Discourse
from kg.facts.scope.figure import Figure
from kg.facts.scope.span import each_year, goes_on_with_plan, of_years, yearly
from kg.mentions.period import Period
from kg.mentions.resolve import year_of
from kg.text.normalise import fold, fold_pattern
from kg.text.segment import PROSE

_DISBURSED, _FULFILLED = fold("giải ngân"), fold("hoàn thành")
_RATES_OF_TIMES = ("poverty-rate", "unemployment-rate")  # told of a year or quarter, like what stands around them


def carried(figure: Figure, stock: bool, status: str) -> tuple[Period | None, str, str]:
    """The time of a number whose sentence has none, with its rule and the status that comes with it."""
    discourse, frame = figure.discourse, figure.frame
    lead = discourse.base_lead
    if lead is not None and lead.what == "month" and figure.code == "cpi":
        # "So với tháng trước, CPI tăng 0,2%": of the month spoken of, or the last of the months
        main = discourse.main_period
        month = discourse.clock.month or (main.last if main is not None and main.kind == "months" else None)
        if month:
            year = main.year if main is not None else None
            return Period(0, 0, "month", first=month, year=year), "period.of-comparison", status
    aside = discourse.main_status == "forecast" or (discourse.main_status == "target" and discourse.goal_aside)
    if aside and discourse.last_line != figure.passage.sentence.line:
        discourse.main_status = None  # a forecast ends with its paragraph, and so does a goal told behind results
        if discourse.result_period is not None:
            discourse.main_period = discourse.flow_period = discourse.result_period
    span = discourse.plan_span()
    if status == "actual" and span is not None and (yearly(figure) or of_years(figure)) and _behind_goal(figure):
        frame.put("status", "target", "status.discourse")
        figure.rules.append("status.discourse")
        return (
            span,
            "period.target",
            "target",
        )  # "Năm 2030 ... đạt 5,6 tỷ USD. Tổng vốn đầu tư 5 năm khoảng 840 nghìn tỷ"
    if stock and status == "actual" and _goal_goes_on(figure):
        frame.put("status", "target", "status.discourse")
        figure.rules.append("status.discourse")
        return discourse.main_period, "period.discourse", "target"
    rate = figure.code in _RATES_OF_TIMES
    mention, rule = _spoken_of(discourse, stock and not rate, status)
    if rate and status == "estimate" and mention is not None and mention.kind in ("asof", "months") and _prose(figure):
        # "Đến hết tháng 9 mới giải ngân một nửa. Hộ nghèo ước còn 5%": an estimate is the year's
        return Period(0, 0, "year", year=year_of(mention, discourse.clock)), rule, status
    now = this_year(discourse.clock)
    late = rule == "period.anchor" and now is not None and mention is not None and mention.kind == "year"
    if late and mention is not None and (mention.year or 0) < (now or 0) and status == "actual" and _granted(figure):
        return Period(0, 0, "year", year=now), "period.ceremony", status
    dated = stock and mention is not None and mention.kind == "asof"  # "theo quy hoạch có 8 KCN"
    if status == "target" and mention is not None and not dated and _gone_by(mention, discourse):
        return Period(0, 0, "year", year=this_year(discourse.clock)), "period.plan-year", status
    past = mention is not None and discourse.past(mention, year_of(mention, discourse.clock))
    if status == "target" and mention is not None and past and "status.plan-figure" in figure.rules:
        # "Năm 2016 ... Tỷ lệ thất nghiệp 3,18% (kế hoạch 4%)": the plan of the year whose result it stands beside
        year = year_of(mention, discourse.clock)
        return mention if mention.kind == "span" else Period(0, 0, "year", year=year), rule, status
    if status == "target" and past:
        mention, rule = discourse.target_period or discourse.plan_span(), "period.target"
    if (
        status == "target"
        and (yearly(figure) or each_year(figure) or of_years(figure) or goes_on_with_plan(figure))
        and discourse.plan_span() is not None
    ):
        mention, rule = discourse.plan_span(), "period.target"  # "tăng bình quân 14%/năm" in a plan for 2021-2025
    told = status == "actual" and not discourse.main_status and not discourse.item
    if told and mention is not None and discourse.future(mention, year_of(mention, discourse.clock)):
        anchor = discourse.anchor  # a result behind talk of what is to come is of the text's own time
        if anchor is not None and not discourse.future(anchor, year_of(anchor, discourse.clock)):
            mention, rule = anchor, "period.anchor"
    behind = status == "actual" and discourse.main_status == "target" and discourse.result_period is not None
    if behind and (_carried_out(figure) or _behind_assigned(figure)):
        discourse.main_period = discourse.flow_period = discourse.result_period
        discourse.main_status = None
        return discourse.result_period, "period.discourse", status  # "Kế hoạch vốn ... Nguồn địa phương giải ngân 66%"
    done = _ALREADY.search(figure.passage.folded, figure.passage.sentence.start, figure.quantity.full_start)
    if mention is not None and status == "actual" and discourse.main_status and not stock and done is None:
        status = discourse.main_status
        frame.put("status", status, "status.discourse")
        figure.rules.append("status.discourse")
    return mention, rule, status


_IS_TO_BE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:đạt|lên|xuống(?: còn)?|phủ kín|lấp đầy)(?: \p{L}+){0,2}\s*$"))
_BY_NOW = regex.compile(fold_pattern(r"(?<![\p{L}])(?:hiện|đến nay|đã|đang|mới|vẫn|ước|hiện có|còn lại)(?![\p{L}])"))


def _goal_goes_on(figure: Figure) -> bool:
    """Whether a sentence behind a goal says what else is to stand by then ("... Tỷ lệ lấp đầy các KCN đạt 80%")."""
    passage = figure.passage
    if not _behind_goal(figure):
        return False
    return _IS_TO_BE.search(passage.folded, *figure.gap) is not None


def _behind_goal(figure: Figure) -> bool:
    """Whether a sentence goes on in the line of one that told a goal to come, and says nothing of today."""
    discourse, passage = figure.discourse, figure.passage
    main = discourse.main_period
    if main is None or not discourse.future(main, year_of(main, discourse.clock)):
        return False
    said = discourse.told or discourse.told_before
    goal = discourse.main_status == "target" or (bool(said) and said[-1].status == "target")
    start, stop = passage.sentence.start, figure.quantity.full_start
    return goal and discourse.last_line == passage.sentence.line and not _BY_NOW.search(passage.folded, start, stop)


# "Tại buổi gặp mặt, tỉnh đã trao giấy chứng nhận cho 8 dự án": no plan, whatever was told before
_ALREADY = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:đã|vừa) (?:trao|cấp|ký|chấp thuận|khánh thành|khởi công)(?![\p{L}])")
)


def _granted(figure: Figure) -> bool:
    """Whether a sentence without a time tells what was handed over just now ("Tỉnh đã trao 8 giấy chứng nhận ...")."""
    return _ALREADY.search(figure.passage.folded, figure.passage.sentence.start, figure.quantity.full_start) is not None


def _prose(figure: Figure) -> bool:
    """Whether a number stands in running text, not in an item of a report on its own time."""
    return figure.passage.sentence.level == PROSE


def _carried_out(figure: Figure) -> bool:
    """Whether a sentence behind the plan of public funds tells what of them was paid out."""
    passage = figure.passage
    told = passage.folded.find(_DISBURSED, passage.sentence.start, figure.quantity.full_start) >= 0
    done = figure.measure == "completion" and passage.folded.find(_FULFILLED, *figure.gap) >= 0
    return done or (figure.code == "public-investment" and told)


def _behind_assigned(figure: Figure) -> bool:
    """Whether a paragraph follows one that closed with the plan assigned, which is no goal to go on about.

    "Năm nay, tỉnh được giao dự toán 9.000 tỷ đồng.\\n\\nHuyện A thu 450 tỷ đồng, tăng 8%."
    """
    discourse = figure.discourse
    return discourse.assigned and _prose(figure) and discourse.last_line != figure.passage.sentence.line


_YEAR_END = 12


def _gone_by(mention: Period, discourse: Discourse) -> bool:
    """Whether a time is months or a quarter of this year that are over: a goal told beside them is the year's."""
    now = this_year(discourse.clock)
    upto = mention.kind == "asof" and (mention.first or 12) < _YEAR_END  # "tính đến ngày 6/2"
    short = upto or mention.kind in ("month", "months", "quarter")
    if not short or now is None or year_of(mention, discourse.clock) != now:
        return False
    return not discourse.future(mention, now)


def _spoken_of(discourse: Discourse, stock: bool, status: str) -> tuple[Period | None, str]:
    """The time that the discourse has been speaking of; a stock stands at a date, not in an interval."""
    main = discourse.main_period
    if stock and status != "target":
        stands = main is not None and main.kind in ("now", "asof")
        ahead = main is not None and main.kind == "asof" and _still_to_come(main, discourse)
        return (main if stands and not ahead else None), "period.discourse"  # not "đơn hàng đã kín đến tháng 11"
    if discourse.item and not discourse.own_period and status != "target" and discourse.long is not None:
        return discourse.long, "period.report"  # an item of a report is of the report's time, not of the item above
    aside = main is not None and (main.kind == "now" or _stood_before(main, discourse))
    chosen = discourse.flow_period if aside else main
    if chosen is not None:
        return chosen, "period.discourse"
    anchor = discourse.anchor
    ahead = anchor is not None and status == "actual" and discourse.future(anchor, year_of(anchor, discourse.clock))
    return (None if ahead else anchor), "period.anchor"


def _still_to_come(main: Period, discourse: Discourse) -> bool:
    """Whether a time up to which something holds is a month of this year that is still to come."""
    today = discourse.clock.today
    if today is None or not main.first or year_of(main, discourse.clock) != today.year:
        return False
    return main.first > today.month


def _stood_before(main: Period, discourse: Discourse) -> bool:
    """Whether the date in force is one before the time that flows are told of ("cuối năm 2023 còn 3,2%. Đón ...")."""
    flow = discourse.flow_period
    if main.kind != "asof" or flow is None or main is flow:
        return False
    date, year = year_of(main, discourse.clock), year_of(flow, discourse.clock)
    return date is not None and year is not None and date < year
