"""The status of a number: a result, an estimate, a forecast, or a target."""

from __future__ import annotations

import regex

from kg.facts.scope import come_about, estimate
from kg.facts.scope.figure import Figure, Spot
from kg.facts.scope.goal import ASIDE_REST, ASSIGNS, GOAL_MISSED, makes_goal, only_named, plan_of_funds, told_as_goal
from kg.facts.scope.past import behind_forecast, goes_on_with_past, is_now, of_time_past, set_up_by_now
from kg.facts.scope.plan_figure import SET_BY, part_of_funds, plan_figure, told_by_plan
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

PLANNED_ASIDE = regex.compile(
    fold_pattern(
        r"\(\s*(?:theo )?(?:kh|nq|qh|nghị quyết|kế hoạch|chỉ tiêu|mục tiêu|dự toán|kịch bản"
        r"|quy hoạch|dự kiến|phấn đấu|định hướng"
        r"|đề án)(?![\p{L}])"
    )
)
_EXCEEDING = tuple(map(fold_pattern, ("vượt", "vượt mức", "hơn", "hơn so với")))
_WILL = (*map(fold_pattern, ("sẽ", "về đích", "cán đích")),)
_BESIDE_PLAN = regex.compile(
    fold_pattern(r"(?:(?:thấp|cao|kém) hơn|vượt) (?:so với )?(?:kế hoạch|mục tiêu|chỉ tiêu|kh)")
)
_BUT_ONLY_SO = regex.compile(
    fold_pattern(
        r"(?:,?\s(?:nhưng|song|tuy nhiên)|\smà)(?![\p{L}])[^;.]*(?<![\p{L}])(?:mới|chỉ|đã)(?: \p{L}+){0,2}\s*$"
    )
)
# "kiến nghị ..., bởi tỷ lệ lấp đầy mới 62%"
_SINCE_ONLY = regex.compile(
    fold_pattern(r",\s*(?:bởi|bởi vì|do|vì|khi)(?![\p{L}])[^;.]*(?<![\p{L}])(?:mới|chỉ|mới chỉ|đã)(?: \p{L}+){0,2}\s*$")
)
# "Chỉ tiêu đầu năm là 200 triệu USD, như vậy kết quả đã vượt 34%"
_PASSED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:như vậy|kết quả|thực tế|đến nay|nay)(?![\p{L}])[^;.]{0,30}(?<![\p{L}])đã (?:vượt|đạt)\s*$"
    )
)
_CHANGED = regex.compile(  # "hạ mục tiêu từ 5%", "nhích từ 9% lên 10%, trong khi chỉ tiêu đến năm 2020 là 15%"
    fold_pattern(
        r"(?:(?<![\p{L}])(?:hạ|nâng|điều chỉnh|giảm|tăng|sửa)(?: bớt)?|,\s*(?:trong khi|còn|so với|mà))"
        r" (?:mục tiêu|chỉ tiêu|kế hoạch)(?![\p{L}])"
    )
)

_SHORT_OF = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:không|chưa|chẳng) (?:đạt|tới|đạt tới|đạt được|chạm)(?: mức| mốc)?\s*$")
)
_ESTIMATED_ASIDE = regex.compile(
    fold_pattern(
        r"\(\s*(?:(?:ước|uth|(?:5|năm) năm trước ước|(?:giai đoạn|nhiệm kỳ) trước ước)(?: đạt| th)?\s*$)"
        r"|\(\s*(?:(?:năm|quý|tháng|cùng kỳ|ước)[^()]{0,24}(?:ước|uth)[^()]{0,12}|(?:ước|uth)(?: th| thực hiện)?"
        r" (?:cả )?(?:năm )?\d{4}[^()]{0,12})$"
    )
)
# "9 dự án điện mặt trời với 430 MWp đang chờ bổ sung quy hoạch"
_WAITS = regex.compile(
    fold_pattern(
        r"(?:[^;.]|\.\d){0,70}? (?:(?:đang|còn|vẫn) chờ (?:vào|được vào|bổ sung"
        r"|được bổ sung|duyệt)(?: vào)?|(?:mới )?nằm trong) quy hoạch|\s*(?:dự án )?(?:kêu gọi|mời gọi) đầu tư"
    )
)
_CALLS = regex.compile(  # "gọi vốn cho 31 dự án"
    fold_pattern(
        r"(?<![\p{L}])(?:kêu gọi|mời gọi|gọi) (?:vốn|đầu tư)[^,;.\d]{0,24}(?:cho|vào) (?:hơn |gần )?$"
        r"|(?<![\p{L}])danh mục (?:này )?(?:gồm|có) (?:hơn |gần )?$"
    )
)
_PLANNED_ZONES = regex.compile(fold_pattern(r"\s*(?:đã |đang |theo )?(?:được )?quy hoạch(?![\p{L}])"))
_GOAL = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:không|chưa|chẳng) đạt|(?:thấp|kém) hơn(?: so với)?|(?:kém|thua)(?: xa"
        r"| hẳn| nhiều)*|(?P<over>vượt)) (?:chỉ tiêu|mục tiêu"
        r"|kế hoạch|nghị quyết)(?: (?!tăng|giảm)\p{L}+){0,6}\s*\(?\s*$"
    )
)
_THAN_LEVEL = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:so với (?:mức|con số|tốc độ)(?: tăng)?|(?:hơn|kém|bằng|vượt)(?: cái| cả)? đích)\s*$")
)
_SET_SO = regex.compile(
    fold_pattern(r"\s*%?(?:/năm)? (?:mà [^,;.\d]{2,30} )?(?:đã |được )*(?:đề ra|đặt ra|giao)(?![\p{L}])")
)
_SCENARIO_ENDS = regex.compile(fold_pattern(r"[\s%]*;(?![^;]*(?:dự báo|kịch bản|khả năng))"))
_LIKELY = regex.compile(fold_pattern(r"(?<![\p{L}])khả năng (?:cả năm|năm nay|quý|\d+ tháng)[^,;.\d]{0,24}$"))
# "chỉ tiêu quan trọng nhất là GRDP chỉ đạt 6%": an indicator, no goal
_INDICATOR = regex.compile(fold_pattern(r"(?<![\p{L}])chỉ tiêu [^;:.\d]{0,60}?(?:chỉ|mới|đã) (?:đạt|là|bằng|tăng)\s*$"))
_ARRIVING = regex.compile(fold_pattern(r"(?<![\p{L}])(?:lên|xuống|còn)(?: \p{L}+){0,2}\s*$"))
_NOW = regex.compile(fold_pattern(r";\s*(?:hiện|đến nay|hiện nay)(?![\p{L}])"))
# "Đồng thuận với mục tiêu 6,7%, đại biểu A cho rằng mức tăng quý I ở mức 5,1%": what is said is a statement of its own
_SAYS = regex.compile(
    fold_pattern(
        r",\s*(?:ông|bà|đại biểu|bộ trưởng|thủ tướng|chủ tịch|giám đốc)[^,;.\d]{3,60} (?:cho rằng|cho biết"
        r"|cho hay|nhận định"
        r"|nêu|đánh giá|phân tích|nói)(?![\p{L}])(?![^;.]{0,80}(?:sẽ|mục tiêu|phấn đấu|chỉ tiêu|kế hoạch))[^;.\d]*"
        r"(?:(?:quý|tháng) [\divx]+[^;.\d]{0,12}(?:20\d\d)?[^;.\d]{0,30})?$"
    )
)
_DUE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:mới|chỉ|mới chỉ) (?:phân bổ|giao|bố trí)[^;.\d]{0,30} được\s*$"))


def leave_bracket(spot: Spot) -> None:
    """The status of a plan told in brackets ends with them; what held before is kept while they are open."""
    frame, folded = spot.frame, spot.passage.folded
    start, stop = spot.gap
    if frame.saved_status is not None and ")" in folded[start:stop]:
        frame.status, frame.origins["status"] = frame.saved_status
        frame.saved_status = None
    opened = folded.rfind("(", start, stop)
    told = opened >= 0 and ")" not in folded[opened:stop]
    if told and (PLANNED_ASIDE.match(folded, opened, stop) or _ESTIMATED_ASIDE.match(folded, opened, stop)):
        frame.saved_status = frame.saved_status or (frame.status, frame.origins.get("status", ""))


def note_before(spot: Spot) -> None:
    """Remember the status in force before the gap, and at the start of the sentence: some words go back to it."""
    spot.discourse.status_before = spot.frame.status
    if spot.index == 0:
        spot.discourse.heading_status = spot.frame.status


def take(word: Word, spot: Spot) -> None:
    """A word before a number that says it is planned, estimated or foreseen."""
    frame, passage = spot.frame, spot.passage
    if frame.status == "forecast" and passage.folded[word.start : word.end].startswith(_WILL):
        return  # "dự báo ... sẽ đạt" stays a forecast
    if "target" in word.cues and (only_named(word, spot) or _set_before(word, spot)):
        return
    if "target" in word.cues and makes_goal(word, spot):
        frame.put("status", "target", "status.target")
    elif "estimate" in word.cues:
        if estimate.says(word, spot):
            frame.put("status", "estimate", "status.estimate")
    elif "forecast" in word.cues:
        frame.put("status", "forecast", "status.forecast")


_TODAY = regex.compile(
    fold_pattern(
        r"(?:[,;]| và)\s*(?:(?:ngành|khu vực|lĩnh vực) này )?(?:hiện|hiện nay|đến nay"
        r"|hiện tại),? (?:\p{L}+ ){0,4}?(?:đang|đã|có"
        r"|sử dụng|giải quyết|tạo)(?![\p{L}])(?!,)[^;]*$"
    )
)


def _set_before(word: Word, spot: Spot) -> bool:
    """Whether a word says that the goal right before it was set ("chỉ tiêu 6,8% đề ra; trong đó ... tăng 4%")."""
    folded = spot.passage.folded
    set_so = spot.index > 0 and folded[word.start : word.end] in _SET
    return set_so and _RIGHT_BEHIND.fullmatch(folded, spot.gap[0], word.start) is not None


_SET = frozenset(map(fold_pattern, ("đề ra", "đặt ra")))
_RIGHT_BEHIND = regex.compile(fold_pattern(r"[\s%]*(?:/năm )?(?:đã |được )?"))


def read(figure: Figure) -> str:
    """The status in force, unless the number is a plan's own figure beside its result."""
    frame, discourse, rules = figure.frame, figure.discourse, figure.rules
    discourse.plan_figure = False
    folded = figure.passage.folded
    if frame.status is None and told_as_goal(figure):
        frame.put("status", "target", "status.target")
    if estimate.beside(figure):
        rules.append(estimate.ESTIMATED_YEAR)
        return "estimate"
    if (
        frame.status == "target"
        and figure.index
        and _BUT_ONLY_SO.search(folded, *figure.gap)
        and not come_about.done(figure)
    ):
        frame.status = None
    if frame.status == "target" and figure.index and _PASSED.search(folded, *figure.gap):
        frame.status = None
    if frame.status == "target" and figure.index and _SAYS.search(folded, *figure.gap):
        frame.status = None
    if frame.status == "target" and _DUE.search(folded, *figure.gap):
        frame.status = None  # "mới phân bổ giao dự toán được 5.200 tỷ đồng": what has been done
    if frame.status == "target" and (_SINCE_ONLY.search(folded, *figure.gap) or come_about.reached(figure)):
        frame.status = None  # "bằng mục tiêu 6,7%, nhưng vốn đầu tư công mới giải ngân 48%"
    goal = _goal_itself(figure)
    if goal or figure.reading.plan:
        if goal and frame.saved_status is None and frame.origins.get("status") == "status.target":
            frame.status = discourse.status_before  # the goal leaves the status of the result as it was
        rules.append("status.plan-figure")
        return "target"
    if frame.status == "target" and _over_plan(figure):
        frame.status = discourse.status_before  # "vượt kế hoạch 2%" is told of the result
        if figure.reading.base is None:
            rules.append("status.plan-figure")
            return "target"  # "vượt chỉ tiêu 9% đã đề ra" is the plan's own figure
    if frame.status == "target" and figure.index > 1 and come_about.next_in_list(figure):
        frame.status = discourse.heading_status
    if frame.status == "target" and _INDICATOR.search(figure.passage.folded, *figure.gap):
        frame.status = None
    if frame.status == "target" and frame.origins.get("status") == "status.target" and of_time_past(figure):
        frame.status = None  # "Dự toán thu năm 2024 là 21.900 tỷ đồng; 5 tháng đã thu được 9.700 tỷ đồng"
    if frame.status == "forecast" and behind_forecast(figure):
        frame.status = None
    short = _SHORT_OF.search(folded, *figure.gap) and SET_BY.match(folded, *figure.after)
    aimed = frame.status == "forecast" and figure.index and "target" in discourse.statuses
    if aimed and _SCENARIO_ENDS.match(folded, *figure.gap):
        frame.status = "target"  # "GRDP phấn đấu tăng 10%, kịch bản thấp là 8,5%; thu nội địa 9.350 tỷ đồng"
    if frame.status is None and _LIKELY.search(folded, *figure.gap):
        rules.append("status.forecast")
        return "forecast"  # "khả năng cả năm chỉ đạt khoảng 5,5%"
    if frame.status in (None, "actual") and part_of_funds(figure):
        rules.append("status.plan-figure")
        return "target"
    if frame.status in (None, "forecast") and (short or told_by_plan(figure)):
        rules.append("status.plan-figure")
        return "target"
    if frame.status is None and _planned_zones(figure):
        rules.append("status.plan-figure")
        return "target"  # "57 CCN được quy hoạch, 30 CCN đã thành lập"
    if frame.status in ("target", "forecast") and figure.index and _TODAY.search(folded, *figure.gap):
        frame.status = (
            None  # "dự báo ... sẽ đạt 21,5 tỷ USD, hiện ngành này đang giải quyết việc làm cho 1,4 triệu người"
        )
    if (frame.status in ("target", "forecast") and come_about.done(figure)) or set_up_by_now(figure):
        frame.status = None
        told = frame.period
        if told is None or frame.origins.get("period") != "period.sentence" or discourse.future(told, told.year):
            frame.period = None  # "theo quy hoạch đến 2020 có 6 CCN; đã thành lập 2 CCN"
        rules.append("status.done")
        return "actual"
    starts = figure.reading.rule == "measure.from" and not _ARRIVING.search(folded, *figure.gap)
    starts = starts and not _CHANGED.search(folded, *figure.gap)  # "hạ mục tiêu từ 3,8 xuống 3,5 tỷ"
    now = is_now(figure) and not plan_of_funds(figure)  # "Kế hoạch vốn giao đến thời điểm báo cáo là 311 tỷ đồng"
    if frame.status == "target" and (starts or now or goes_on_with_past(figure)):
        if _NOW.search(figure.passage.folded, *figure.gap):
            frame.status = None  # "QH đến 2025: 22 CCN; hiện có 11 CCN/228 ha"
        rules.append("status.now")
        if estimate.of_this_year(figure):
            return "estimate"
        return "actual"  # "nâng từ 86% lên 92%", "70% (hiện nay 33%)": where the goal starts from
    if figure.measure in ("level", "change"):
        of_two_times = figure.quantity.start in discourse.turn_times
        if not of_two_times and (plan_figure(figure) or _assigned(figure)):
            discourse.plan_figure = True
            frame.status = discourse.status_before  # the plan's own figure leaves the status of the result as it was
            rules.append("status.plan-figure")
            return "target"
        if figure.measure == "level" and estimate.ends(figure):
            frame.status = discourse.heading_status
    elif estimate.another(figure):
        frame.status = discourse.heading_status
    if frame.status is None and figure.measure == "level" and _to_come(figure):
        rules.append("status.future")
        return "target"  # the headline "2025, xuất khẩu tôm đạt 10 tỷ USD"
    if frame.status:
        rules.append(frame.origins.get("status", "status.heading"))
    return frame.status or "actual"


def _to_come(figure: Figure) -> bool:
    """Whether a headline tells of a year ahead."""
    period = figure.frame.period
    if period is None or period.kind != "year" or figure.passage.sentence.line or not figure.passage.sentence.first:
        return False
    return figure.discourse.future(period, period.year)


def _assigned(figure: Figure) -> bool:
    """Whether an amount is what was assigned, not what was paid out of it ("giải ngân vốn Chính phủ giao là ...")."""
    told = ASSIGNS.search(figure.passage.folded, *figure.gap) if figure.measure == "level" else None
    return told is not None and not _PAID.search(figure.passage.folded, figure.gap[0], told.start())


_PAID = regex.compile(fold_pattern(r"(?<![\p{L}])(?:giải ngân|nguồn vốn|vốn)(?![\p{L}])"))


def _planned_zones(figure: Figure) -> bool:
    """Whether zones counted are said right behind to be planned."""
    if figure.quantity.dimension == "count-project" and _CALLS.search(figure.passage.folded, *figure.gap):
        return True
    if figure.quantity.dimension in ("count-project", "power"):
        return _WAITS.match(figure.passage.folded, figure.quantity.full_end, figure.passage.sentence.end) is not None
    if figure.quantity.dimension != "count-zone":
        return False
    return _PLANNED_ZONES.match(figure.passage.folded, *figure.after) is not None


def _goal_itself(figure: Figure) -> bool:
    """Whether a rate is the goal that was missed or passed ("không đạt chỉ tiêu 10%", "vượt mục tiêu 15%/năm")."""
    if figure.quantity.dimension != "percent":
        return False
    folded, (start, stop) = figure.passage.folded, figure.gap
    opened = PLANNED_ASIDE.match(folded, max(start, folded.rfind("(", start, stop)), stop)
    if opened is not None and ASIDE_REST.fullmatch(folded, opened.end(), stop):
        return True  # "(KH tăng 8%)"
    if ASSIGNS.search(folded, start, stop) or GOAL_MISSED.search(folded, start, stop):
        return True  # "tăng 2,1%, trong khi nghị quyết đầu năm giao từ 8% trở lên"
    if _THAN_LEVEL.search(folded, start, stop) and _SET_SO.match(folded, figure.quantity.full_end):
        return True  # "hụt 2,6 điểm phần trăm so với mức 10,5%/năm đề ra", "hơn cái đích 8,9% đặt ra"
    goal = _GOAL.search(folded, start, stop)
    if figure.reading.base == "plan":
        return False  # "thấp hơn kế hoạch 4,3%": by how much
    return goal is not None and (not goal["over"] or figure.reading.base == "annual")


def _over_plan(figure: Figure) -> bool:
    """Whether only the plan exceeded tells of a target: "vượt kế hoạch 2%", not "phấn đấu vượt kế hoạch 2%"."""
    folded, start = figure.passage.folded, figure.gap[0]
    if figure.reading.rule == "measure.points" and figure.reading.base == "plan":
        return _BESIDE_PLAN.search(folded, *figure.gap) is not None  # "thấp hơn kế hoạch 0,3 điểm phần trăm"
    clause = max(start, folded.rfind(";", start, figure.gap[1]))
    if figure.reading.rule == "measure.off-plan":
        return True  # "thu 700 tỷ đồng, thấp hơn dự toán 60 tỷ đồng"
    return figure.reading.rule == "measure.exceed" and all(
        folded[max(0, word.start - 9) : word.start].rstrip().endswith(_EXCEEDING)
        for word in figure.gap_words()
        if "target" in word.cues and word.start >= clause
    )
