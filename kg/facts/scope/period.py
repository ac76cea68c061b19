"""The time of a number: of its sentence, right behind it, of a heading, or of what the text has been speaking of."""

from __future__ import annotations

import regex

from kg.facts import phrase
from kg.facts.clock import this_year
from kg.facts.discourse import Discourse
from kg.facts.kinds import COMPARED, PLANNED, RELATIVE, STOCKS
from kg.facts.scope import against, bracket, headed, together, untimed
from kg.facts.scope.adjacent import later, right
from kg.facts.scope.carried import carried
from kg.facts.scope.estimate import ESTIMATED_YEAR
from kg.facts.scope.figure import Figure
from kg.facts.scope.narrowed import end_of_span, for_the_year, last_month, risen_by, risen_to
from kg.facts.scope.past import stands_besides
from kg.facts.scope.span import each_year, span_of_plan
from kg.facts.scope.status import PLANNED_ASIDE
from kg.facts.scope.stock import at_end, is_stock
from kg.facts.scope.wording import renamed
from kg.facts.scope.year import of_year_before
from kg.mentions.period import Period
from kg.mentions.resolve import resolve, year_of
from kg.text.normalise import fold_pattern

_DAILY = ("electricity-consumption", "electricity-output")  # told of single days of great heat
_OF_THE_DAY = regex.compile(fold_pattern(r"(?<![\p{L}])(?:điện|trong|của|riêng|nước|nam|bắc|trung) ngày \d{1,2}/\d"))
_ASIDE = regex.compile(fold_pattern(r"\s*\(\s*(?:mục tiêu|kế hoạch|kh|chỉ tiêu|nghị quyết)[^()\d]{0,24}"))
_PLAN_OF_YEAR = regex.compile(
    fold_pattern(
        r"(?<![\p{L}%])(?<!%\s)(?:kế hoạch|kh|mục tiêu|chỉ tiêu"
        r"|dự toán)\s+(?:của\s+)?(?:cả\s+)?năm(?!\s*\d)[^,;.\d]{0,20}$"
    )
)
_WITHIN = regex.compile(fold_pattern(r"(?:trong|vào|cho|của cả)\s*$"))
_TERM_BEFORE = regex.compile(fold_pattern(r"\(\s*(?:giai đoạn|nhiệm kỳ|thời kỳ|(?:5|năm) năm) trước[^()\d]{0,24}$"))
_COMES_YEARLY = regex.compile(fold_pattern(r"(?<![\p{L}])(?:mỗi năm|hàng năm|hằng năm)(?![\p{L}])"))
_GROWN = regex.compile(
    fold_pattern(
        r"[\s)]*,\s*(?:và\s+)?(?:chỉ\s+|đã\s+)?(?:(?:tăng|giảm|bằng|gấp|chiếm)[\p{L} ]{0,16}"
        r"|(?:cao|thấp) hơn (?:so với )?(?:kế hoạch|mục tiêu|chỉ tiêu) ?)"
    )
)
_MISSED = regex.compile(fold_pattern(r"(?:không|chưa) đạt (?:chỉ tiêu|mục tiêu|kế hoạch)[^,;\d]{0,20}$"))
# "thấp hơn mức tăng ", "so với con số ": the rate of another time
_FROM = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:nâng|kéo|đưa|giảm|hạ|rút)[^,;.\d]{0,40},? từ(?: mức| con số)?"
        r"|(?:chuyển|đảo chiều|đi) từ (?:nhập|xuất) siêu)\s*$"
    )
)
_EQUALS = regex.compile(fold_pattern(r"\s*,?\s*(?:chỉ |mới )?bằng(?: khoảng)?\s*"))
_COMPARED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:hơn|kém|thua|so với)(?: hẳn| xa| nhiều)?\s+(?:mức|con số|nhịp)"
        r"(?:\s+(?:tăng|giảm|tăng trưởng))*\s*$"
    )
)
_FOR_YEARS = regex.compile(
    fold_pattern(
        r"\s*(?:trong )?(?:những|nhiều|mấy|vài) năm (?:gần đây|vừa qua|qua|trở lại đây|liền|liên tiếp)(?![\p{L}])"
    )
)


def read(figure: Figure, status: str) -> tuple[str | None, str]:
    """The time of a number as FACTS.md writes it, and the status that this time leaves it."""
    discourse, frame, rules = figure.discourse, figure.frame, figure.rules
    stock = is_stock(figure)
    turn = discourse.turn_times.get(figure.quantity.start)
    if turn is not None:
        rules.append("period.respective")
        if status == "estimate" and _before_this_year(turn, discourse):
            status = "actual"  # "ước tăng 2,3% (quý I các năm 2019 và 2020 lần lượt tăng 8,6% và 4,1%)"
            return resolve(turn, discourse.clock, stock), status
        return resolve(turn, discourse.clock, stock), discourse.main_status or status if status == "actual" else status
    if stock and ("status.done" in rules or ("status.now" in rules and stands_besides(figure))):
        return discourse.fallback(stock), "actual"
    parted = _broken_down(figure) if status == "actual" else None
    if parted is not None:
        rules.append("period.of-stock")
        return parted, status
    term = _term_before(figure) if status == "target" else None
    if term is not None:
        rules.append("period.term-before")
        return term, "actual"
    if against.differs(figure):
        rules.append("period.of-comparison")
        return discourse.told[-1].period, discourse.told[-1].status
    override = discourse.override.get(figure.key) or bracket.of_all(figure) or bracket.goes_on(figure)
    if override is not None:
        rules.append("period.same-period")
        ahead = discourse.future(override, year_of(override, discourse.clock))
        told = "estimate" if ESTIMATED_YEAR in rules else "actual"
        return resolve(override, discourse.clock, stock and not ahead), "target" if ahead else told
    if figure.measure == "growth" and _FOR_YEARS.match(figure.passage.folded, figure.quantity.full_end):
        rules.append("period.of-years")
        return None, status  # "tăng 12% trong những năm gần đây": of no year in particular
    started = against.from_base(figure)
    if started is not None:
        rules.append("period.of-comparison")
        return resolve(started, discourse.clock, stock), status
    grown = against.between_both(figure)
    if grown is not None:
        rules.append("period.of-comparison")
        return grown.period, grown.status
    then = against.of_then(figure)
    if then is not None:
        rules.append("period.of-comparison")
        return resolve(then, discourse.clock, stock), "actual"
    behind = right(figure)
    behind = behind and of_year_before(behind, figure)
    set_beside = _AGAINST_LEVEL.search(figure.passage.folded, *figure.gap)  # "so với mức 22,3% hồi tháng 8"
    if behind is not None and behind.kind == "month" and behind.first and set_beside is None:
        discourse.clock.month = behind.first
    fresh = any(
        isinstance(t, Period) and t.kind not in COMPARED and not _of_growth_too(figure, t)
        for t in figure.passage.between(*figure.gap)
    )
    _chain(figure, behind, fresh)
    if behind is not None and status == "estimate" and _before_this_year(behind, discourse):
        status = "actual"  # an estimate is of this year; what it is set beside has been counted
    if behind is None and frame.period is None and figure.measure not in RELATIVE:
        behind = later(figure)
    if status == "target" and behind is None and (untimed.only_asked_for(figure) or untimed.some_time(figure)):
        rules.append("period.none")
        return None, status
    chained = behind or discourse.chain
    mention = chained or frame.period
    aside = discourse.bound_right.get((figure.passage.sentence.start, figure.index - 1))
    if (
        "status.plan-figure" in rules
        and aside is not None
        and _ASIDE.fullmatch(figure.passage.folded, aside.end, figure.quantity.full_start)
    ):
        return resolve(aside, discourse.clock, False), status  # "lên 18,2% năm 2020 (mục tiêu 22%)"
    if behind is None and (discourse.plan_figure or (not fresh and (_planned_growth(figure) or _year_plan(figure)))):
        return _plan_year(figure, mention), "target" if _year_plan(figure) else status
    if (
        mention is not None
        and mention.kind == "day"
        and figure.code in _INDEXES
        and _AT_DAY.search(figure.passage.folded, figure.passage.sentence.start, mention.start)
    ):
        return resolve(mention, discourse.clock, True), status  # "tồn kho thời điểm 31/8 tăng 18,7%"
    if mention is not None and mention.kind == "day" and not stock:
        if figure.code in _DAILY and mention.day and _OF_THE_DAY.search(figure.passage.folded, *figure.gap):
            return (resolve(mention, discourse.clock, True) or "").removeprefix("@") or None, status
        mention = None  # "Chiều 8/11, ông ... thông tin": the day of the event is no interval
    rule = "period.right" if chained else frame.origins.get("period", "period.sentence")
    if rule == "period.heading" and stock and status == "actual" and headed.stands_still(figure, mention):
        mention, rule = discourse.main_period, "period.discourse"
    if rule == "period.heading" and status == "actual" and headed.hardly_begun(figure, mention):
        mention, rule = discourse.result_period or discourse.main_period, "period.discourse"
    mention = headed.behind_a_span(figure, mention)
    if rule == "period.heading" and status == "actual" and headed.end_told(figure, mention):
        mention, rule = discourse.main_period, "period.discourse"
    standing = untimed.of_what_stands(figure)
    if standing is not None:
        rules.append("period.of-stock")
        frame.put("period", standing, "period.sentence")  # and of what follows
        discourse.used.append(standing)
        return resolve(standing, discourse.clock, True), status
    if mention is None:
        mention, rule, status = carried(figure, stock, status)
    if mention is None and not stock:
        mention, rule = against.year_after(figure), "period.of-comparison"
    if mention is None:
        rules.append("period.none")
        return discourse.fallback(stock, status), status
    next_year = against.after_the_year_compared(figure, mention, rule)
    if next_year is not None:
        rules.append("period.of-comparison")
        return next_year, "actual" if status in ("target", "forecast") else status
    if _group_of_prices(figure, mention, rule):
        rules.append("period.of-index")
        return discourse.price_month, status
    rules.append(rule)
    if status == "estimate" and mention.kind == "asof" and rule == frame.origins.get("period") == "period.heading":
        status = "actual"  # "5) Khu công nghiệp (số liệu đến 30/11/2019)" in a report of estimates: they were counted
    beside = frame.saved_period is not None and frame.saved_period[0] is not None
    if status == "estimate" and beside and _before_this_year(mention, discourse):
        status = "actual"
    if (
        status == "target"
        and rule == "period.heading"
        and (each_year(figure) or _COMES_YEARLY.search(figure.passage.folded, *figure.gap))
    ):
        mention = discourse.plan_span() or mention  # "mỗi năm tạo việc làm cho 15.000 lao động" under "đến năm 2025"
    if status == "target" and for_the_year(figure, mention):
        figure.rules.append("period.plan-year")
        return str(year_of(mention, discourse.clock) or "") or None, status
    mention = against.gone_by(figure, mention)
    mention = last_month(figure, end_of_span(figure, mention), rule)
    status = _possible(figure, mention, status, rule)
    return _written(figure, mention, stock, status, rule, behind), status


def _group_of_prices(figure: Figure, mention: Period, rule: str) -> bool:
    """Whether a paragraph behind the average of several months tells a group's prices: those of the month told first.

    "CPI tháng 10 tăng 0,42%; bình quân 10 tháng tăng 2,8%. ⏎ Nhóm giao thông giảm 1,2%."
    """
    if figure.code != "cpi" or figure.discourse.price_month is None or rule != "period.discourse":
        return False
    if mention.kind not in ("months", "quarter") or figure.measure != "growth":
        return False
    line = figure.passage.text.rfind("\n", 0, figure.passage.sentence.start)
    if mention.start >= line:  # in one paragraph only what prices change by in a month, of groups told as such
        start, stop = figure.passage.sentence.start, figure.quantity.full_start
        return abs(figure.quantity.value) < 1 and _OF_GROUPS.search(figure.passage.folded, start, stop) is not None
    if not figure.index and not renamed(figure.gap_words(), figure.code) and phrase.before(figure.passage, 0):
        return True  # "Bưu chính viễn thông giảm 0,05%."
    return any(word.of("product") for word in figure.gap_words()) or together.of_places(figure, None) == "prev"


_OF_GROUPS = regex.compile(fold_pattern(r"(?<![\p{L}])nhóm(?: hàng)?(?![\p{L}])(?!.*(?:bình quân|cùng kỳ))"))


def _of_growth_too(figure: Figure, period: Period) -> bool:
    """Whether the time right behind an amount is of this growth as well ("2 triệu lượt trong tháng 1, tăng 33%")."""
    bound = figure.discourse.bound_right.get((figure.passage.sentence.start, figure.index - 1))
    return period is bound and _GROWN.fullmatch(figure.passage.folded, period.end, figure.gap[1]) is not None


def _term_before(figure: Figure) -> str | None:
    """The five years before those of the plan ("tăng 12,5%/năm (giai đoạn trước: 9,87%/năm)")."""
    span = figure.discourse.plan_span()
    if span is None or not _TERM_BEFORE.search(figure.passage.folded, *figure.gap):
        return None
    first, last = span.year, span.year_to
    if first is None or last is None:
        return None
    return f"{first - (last - first + 1)}/{first - 1}"


_AGAINST_LEVEL = regex.compile(fold_pattern(r"(?<![\p{L}])(?:so với|hơn|kém|dưới|từ|bằng) mức(?: tăng| giảm)?\s*$"))


def _chain(figure: Figure, behind: Period | None, fresh: bool) -> None:
    """A time behind a number goes on for the growths and shares after it, until a new time or amount comes."""
    starts = figure.reading.rule == "measure.from" or _FROM.search(figure.passage.folded, *figure.gap) is not None
    rises = starts and not risen_to(figure)
    earlier = behind is not None and (behind.kind == "now" or behind.relative == -1)
    if behind is not None and rises and (earlier or _before_this_year(behind, figure.discourse)):
        figure.discourse.chain = None  # "từ 2,4 tỷ kWh (2021) vọt lên 3 tỷ kWh": the second is of the time spoken of
    elif behind is not None and _COMPARED.search(figure.passage.folded, *figure.gap):
        figure.discourse.chain = None  # "thấp hơn mức tăng 10,1% của cùng kỳ năm trước; xuất khẩu tăng 4%"
    elif behind is not None:
        figure.discourse.chain = behind
        if figure.frame.period is None or figure.frame.origins.get("period") == "period.right":
            figure.frame.put("period", behind, "period.right")
    elif risen_by(figure):
        return
    elif (
        fresh
        or (figure.measure not in RELATIVE and not _points_of(figure))
        or any("to" in word.cues for word in figure.gap_words())
    ):
        figure.discourse.chain = None  # "từ 71% (2020) xuống dưới 60%": the second is of another time


def _points_of(figure: Figure) -> bool:
    """Whether a number is the points by which the rate before it moved ("35,8% năm 2020, tăng 9,4 điểm phần trăm")."""
    before = figure.passage.quantities[figure.index - 1] if figure.index else None
    return figure.quantity.dimension == "percent-point" and before is not None and before.dimension == "percent"


def _before_this_year(period: Period, discourse: Discourse) -> bool:
    return (year_of(period, discourse.clock) or 0) < (discourse.clock.year or 0)


def _planned_growth(figure: Figure) -> bool:
    """Whether a growth is a plan's, told beside the result ("(KH năm tăng 10%)")."""
    folded = figure.passage.folded
    start, stop = figure.gap
    aside = folded.rfind("(", start, stop)
    return figure.measure == "growth" and aside >= 0 and bool(PLANNED_ASIDE.match(folded, aside, stop))


def _year_plan(figure: Figure) -> bool:
    """Whether a figure is the plan of the year by its own words ("KH cả năm là 145 triệu USD")."""
    if figure.measure == "growth":
        return _YEARS_GOAL.search(figure.passage.folded, *figure.gap) is not None
    told = _PLAN_OF_YEAR.search(figure.passage.folded, *figure.gap)
    return figure.measure == "level" and told is not None


# "chỉ tăng 6,1%, trong khi kế hoạch cả năm là 11%"
_YEARS_GOAL = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:trong khi|mà|so với|còn) (?:kế hoạch|mục tiêu|chỉ tiêu)(?: của)? (?:cả )?năm(?: nay| \d{4})?"
        r" (?:là|đề ra là|đặt ra là|giao)(?: tăng)?\s*$"
    )
)


def _plan_year(figure: Figure, mention: Period | None) -> str | None:
    """The time of a plan's own figure: the year, unless the plan is for a span of years."""
    clock = figure.discourse.clock
    mention = mention or figure.discourse.flow_period
    if mention is not None and mention.kind == "span":
        return resolve(mention, clock, False)
    told = figure.discourse.told[-1:]
    if figure.reading.base == "annual" and told and told[0].base == "annual" and told[0].indicator == figure.code:
        return told[0].period  # "bình quân tăng 18,2%/năm (Nghị quyết đề ra 20%/năm)"
    figure.rules.append("period.plan-year")
    year = year_of(mention, clock) if mention is not None else this_year(clock)
    return str(year) if year else None


def _possible(figure: Figure, mention: Period, status: str, rule: str) -> str:
    """The status that the time allows: a goal for a time past is a result, a result for a time to come is a goal."""
    discourse = figure.discourse
    year = year_of(mention, discourse.clock)
    own = "status.plan-figure" in figure.rules  # a goal beside its result stays one
    planned = status == "target" or (status == "forecast" and mention.what != "season")
    if planned and not own and discourse.past(mention, year) and not _planned_here(figure):
        status = "actual"
        figure.rules.append("status.past")
    told = {"status.now", "status.done"} & set(figure.rules)
    if status == "actual" and rule != "period.anchor" and not told and discourse.future(mention, year):
        status = "forecast" if figure.code == "population" else "target"  # nobody sets how many people there will be
        figure.rules.append("status.future")
    return status


def _planned_here(figure: Figure) -> bool:
    """Whether a word of planning stands right before the number."""
    named = any("target" in word.cues for word in figure.gap_words())
    told = figure.discourse.told
    goal = bool(told) and (told[-1].indicator, told[-1].measure, told[-1].status) == (figure.code, "level", "target")
    if goal and figure.measure == "growth" and _EQUALS.fullmatch(figure.passage.folded, *figure.gap):
        return True  # "giao dự toán thu phí 300 tỷ đồng, bằng 47% năm trước": how large the goal is
    return named or bool(_MISSED.search(figure.passage.folded, *figure.gap))


def _written(figure: Figure, mention: Period, stock: bool, status: str, rule: str, behind: Period | None) -> str | None:
    """A time as FACTS.md writes it: "nay" of a flow is the time before it, a year's target may be its span's."""
    discourse = figure.discourse
    clock = discourse.clock
    year = year_of(mention, clock)
    if mention.kind == "now" and not stock:
        if status == "actual" and discourse.planned_last and discourse.result_period is not None:
            discourse.main_period = discourse.flow_period = discourse.result_period  # a plan, then "đến nay giải ngân"
        inherited = discourse.flow_period
        return resolve(inherited, clock, False) if inherited is not None else discourse.fallback(True)
    ahead = (year or 0) >= (clock.year or 0)
    if status == "target" and mention.kind == "asof" and ahead and mention.first == 12:
        return str(year)  # "đến 31/12": a goal for the end of a year is the year's
    beside = _COMPARED.search(figure.passage.folded, *figure.gap) is not None
    if rule == "period.sentence" or (behind is not None and ahead and not beside and _of_sentence(figure, behind)):
        discourse.used.append(mention)
        if status not in PLANNED:
            discourse.used_for_results.add(mention.start)
    span = span_of_plan(figure, mention, year) if behind is None else None
    if span is not None:
        figure.rules.append("period.span-of-plan")
        return span
    return resolve(mention, clock, stock and (_dated(mention, figure.code) or at_end(figure)))


def _of_sentence(figure: Figure, behind: Period) -> bool:
    """Whether a time behind a number is the sentence's time, which later sentences go on with."""
    return behind.relative != -1 and (
        _within(figure, behind) or figure.frame.origins.get("period") != "period.sentence"
    )


def _within(figure: Figure, period: Period) -> bool:
    """Whether a time behind a number is the time of the sentence ("... trong 10 tháng năm nay")."""
    folded = figure.passage.folded
    return bool(_WITHIN.search(folded[max(0, period.start - 8) : period.start])) or folded.startswith(
        "trong", period.start
    )


_AT_DAY = regex.compile(fold_pattern(r"(?<![\p{L}])(?:thời điểm|ngày)\s*$"))
_INDEXES = ("industrial-labour-index", "industrial-inventory-index")


def _dated(mention: Period, code: str) -> bool:
    """Whether a time gives a stock its date; only what always is a stock stands at the end of a month named alone."""
    if mention.kind == "months" and code in _INDEXES:
        return False  # "Chỉ số sử dụng lao động bốn tháng đầu năm giảm 3,7%"
    return mention.kind in ("asof", "months", "now", "day") or (mention.kind == "month" and code in STOCKS)


def _broken_down(figure: Figure) -> str | None:
    """The day at which there was what a sentence without a time of its own breaks down by partner or branch."""
    frame, discourse, passage = figure.frame, figure.discourse, figure.passage
    if frame.flow is not None or frame.origins.get("period") == "period.sentence" or figure.measure == "growth":
        return None
    lead = passage.folded[passage.sentence.start : figure.quantity.full_start]
    quantity = figure.quantity
    return discourse.standing.broken_down(
        lead, figure.code, quantity.value, quantity.unit or "", figure.measure, discourse.count
    )
