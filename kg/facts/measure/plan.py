"""Percentages of a plan: what it is fulfilled, exceeded or missed by, and the rate that it sets itself."""

from __future__ import annotations

import regex

from kg.facts.measure.place import PLAN_AFTER, Place, place
from kg.facts.measure.reading import Reading
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_PLANNING_OFFICE = regex.compile(fold_pattern(r"\s*\(?kế hoạch và đầu tư"))  # a ministry, not a plan
_AT_GOAL = regex.compile(
    fold_pattern(r"bằng (?:cận trên|cận dưới|đúng|mức)(?: của)? (?:mục tiêu|chỉ tiêu|kế hoạch)(?: \p{L}+){0,2}\s*$")
)
PER_YEAR = fold_pattern("/năm")
# "thấp hơn mục tiêu 7,5%", "thấp hơn mục tiêu Nghị quyết đề ra (14 - 15%/năm)"
_SET_BY = regex.compile(
    fold_pattern(
        r"\s*(?:(?:là|đã|được|nghị quyết|đại hội|kế hoạch|hđnd|đề ra|đặt ra|năm|tỉnh|giao|của|[xiv]+)\s*)*\(?\s*"
    )
)
# "CPI tăng 4,7% so với kế hoạch (5%)": two rates side by side
_PLAN_BESIDE = regex.compile(
    fold_pattern(r"\s*(?:so với|/)\s*(?:kế hoạch|kh|mục tiêu|chỉ tiêu)[^,;.()\d]{0,20}\(\s*\d[\d,. ]*%\s*\)")
)
_FULFILLED = regex.compile(  # "Với kết quả này, kế hoạch đã hoàn thành 46,3%"
    fold_pattern(
        r"(?<![\p{L}])(?:kế hoạch|dự toán|chỉ tiêu)(?: năm)?(?: đã| mới| mới chỉ)* (?:hoàn thành|đạt) (?:được )?$"
    )
)
WEIGHT = regex.compile(fold_pattern(r"(?<![\p{L}])tỷ trọng(?![\p{L}])"))
INDEX_FROM = 20  # "bằng 109,6% cùng kỳ" is an index number; no month reaches a fifth of another


def _of_plan(at: Place) -> bool:
    """Whether a plan stands right behind the number."""
    return bool(PLAN_AFTER.match(at.tail)) and not _PLANNING_OFFICE.match(at.tail)


def target_itself(at: Place) -> Reading | None:
    """The plan's own growth, right behind its name ("so với chỉ tiêu 18,5%/năm")."""
    last = next((t for t in reversed(at.tokens[-3:]) if isinstance(t, Period)), None)
    if (
        last is not None
        and last.kind == "plan"
        and _SET_BY.fullmatch(at.passage.folded, last.end, at.quantity.full_start)
        and at.passage.folded[last.start : last.start + 2] == "so"
        and not _of_plan(at)
    ):
        start, stop = at.passage.sentence.start, at.quantity.full_start
        shared = WEIGHT.search(at.before(0)) or _FELL_SHORT.search(
            at.passage.folded, start, stop
        )  # "tỷ trọng ... thấp hơn mục tiêu (28%)"
        return Reading("share" if shared else "growth", plan=True, rule="measure.of-plan")
    return None


# "chiếm 24,6% GRDP, hụt 1,4 điểm phần trăm so với chỉ tiêu ..."
_FELL_SHORT = regex.compile(
    fold_pattern(r"(?<![\p{L}])chiếm (?:\p{L}+ )?[\d.,]+ ?%[^;%]{0,40}[\d.,]+ điểm(?: phần trăm| %)?[^;%]{0,30}$")
)


def fulfilled(at: Place) -> Reading | None:
    """What a plan is fulfilled or exceeded by ("đạt 76% kế hoạch", "vượt 4,8% kế hoạch")."""
    if _FULFILLED.search(at.before(at.start)) or (at.index and _SET_BESIDE_PLAN.search(at.before(0))):
        return Reading("completion", rule="measure.completion")
    if _reached(at) and _of_plan_with_next(at):
        return Reading("completion", rule="measure.completion")  # "lần lượt đạt 48,7%, 46,2% kế hoạch"
    if PER_YEAR in at.passage.folded[at.quantity.end : at.quantity.full_end + 5].replace(" ", ""):
        return None  # "thấp hơn mục tiêu 12%/năm ở nghị quyết của Đảng bộ": the goal's own rate
    before = any(isinstance(t, Period) and t.kind == "plan" for t in at.tokens[-2:])
    if not _of_plan(at) and not (before and at.nearest not in ("up", "down", "share")):
        return None
    if at.quantity.value < INDEX_FROM and _PLAN_BESIDE.match(at.tail):
        return None
    if at.nearest == "exceed" or _beside_excess(at) or (at.nearest in ("up", "down") and not _reached(at)):
        return Reading("growth", at.sign, "plan", rule="measure.over-plan")
    return Reading("completion", rule="measure.completion")


def _of_plan_with_next(at: Place) -> bool:
    """Whether a percentage shares the plan behind the one right after it."""
    quantities, index = at.passage.quantities, at.index + 1
    if index >= len(quantities) or quantities[index].dimension != "percent":
        return False
    joined = _AND.fullmatch(at.passage.folded, at.quantity.full_end, quantities[index].full_start) is not None
    return joined and PLAN_AFTER.match(at.passage.folded, quantities[index].full_end) is not None


def _beside_excess(at: Place) -> bool:
    """Whether a percentage shares the word of exceeding with the one before it ("vượt 8% và 21,5% dự toán")."""
    if not at.index or _AND.fullmatch(at.passage.folded, *at.passage.gap(at.index)) is None:
        return False
    return place(at.passage, at.index - 1).nearest == "exceed"


_AND = regex.compile(fold_pattern(r"\s*(?:và|,)\s*"))
# "So với dự toán được giao (285.000 tỷ đồng), con số này bằng 75,6%"
_SET_BESIDE_PLAN = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])so (?:với )?(?:dự toán|kế hoạch|chỉ tiêu)[^;.()%]{0,40}\([^()]{1,30}\),?"
        r"(?: (?:con số|mức|số|kết quả)(?: thu)?(?: này| trên| đó)?)?(?: đã| mới)*"
        r" (?:bằng|đạt|xong|hoàn thành|đi được)\s*$"
        # "Năm 2020, ban nhắm thu hút 700 triệu USD, 7 tháng đã đạt 97,7%"
        r"|(?<![\p{L}])(?:nhắm|nhắm tới|phấn đấu|đặt mục tiêu|mục tiêu|kế hoạch)[^;.%\d]{0,40} (?:\d[\d.,]*)"
        r"(?: (?!đạt)\p{L}+){1,5}, (?:đến nay|hiện|(?:hết |qua |đến hết )?(?:\d+ tháng|tháng \d+)(?: đầu năm| qua)?)"
        r"(?: đã| mới| chỉ)+ (?:đạt|được|thực hiện|hoàn thành)(?: được)?(?: (?:khoảng|hơn|gần|trên))?\s*$"
        # "Kế hoạch năm 3 tỷ USD, coi như đã đạt 60%"
        r"|(?<![\p{L}])(?:dự toán|kế hoạch|chỉ tiêu)(?: (?:của )?cả năm| năm)?(?: nay)?(?: vốn)? (?:là )?[\d.,]+"
        r" [\p{L} ]{2,12}, (?:tức|nghĩa|như vậy|coi như)(?: là)?(?: (?:mới |chỉ )?hết tháng \d+)?(?: đã| mới)*"
        r"(?: đạt| bằng| hoàn thành| thực hiện| đi| xong)(?: được)?\s*$"
    )
)


_REACHES = fold_pattern(" đạt")


def _reached(at: Place) -> bool:
    """Whether the last word before the number is one of reaching ("tăng 5% và đạt 76% kế hoạch")."""
    if at.before(at.quantity.full_start - 8).rstrip().endswith(_REACHES):
        return True
    for token in reversed(at.tokens):
        if isinstance(token, Word) and token.cues:
            return "reach" in token.cues or "equal" in token.cues
    return False


def off(at: Place) -> Reading | None:
    """By how much an amount differs from what was planned ("đạt 598 triệu USD, thấp hơn kế hoạch 4,3%")."""
    than = _THAN_PLAN.search(at.before(at.start))
    if than is None or not at.index or PER_YEAR in at.passage.folded[at.quantity.end : at.quantity.full_end + 5]:
        return None
    if at.passage.quantities[at.index - 1].dimension == "percent" or at.quantity.value_max is not None:
        return None  # "tăng 6%, thấp hơn kế hoạch 8%": the plan's own figure
    return Reading("growth", 1 if than["more"] else -1, "plan", rule="measure.exceed")


_THAN_PLAN = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:(?P<more>cao|nhiều|lớn)|thấp|ít|kém|hụt) hơn(?: so với)?|(?P<more>hơn)|kém|hụt|thua)"
        r" (?:kế hoạch|kh|dự toán|chỉ tiêu|mục tiêu)"
        r"(?: (?:cả )?năm| đề ra| đặt ra| được giao| giao){0,2}\s*$"
    )
)
_MORE_OR_LESS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:thấp|cao|kém|ít|nhiều|lớn|nhỏ|chậm|nhanh) hơn(?![\p{L}])"
        r"|(?:kém|thua|hụt)(?: xa| hẳn| nhiều| khá xa)*(?: so với)?\s*$)"
    )
)


def missed(at: Place) -> Reading | None:
    """The target itself, behind what is below or above it ("thấp hơn mục tiêu 7,5 - 8%")."""
    if _of_plan(at) and at.before(at.quantity.full_start - 8).rstrip().endswith(_REACHES):
        return None  # "cao hơn mức chung, cả nước dự kiến đạt 46,5% dự toán"
    told = [t for t in at.tokens if isinstance(t, Word) and set(t.cues) - {"reach"}]
    while len(told) > 1 and "plan" in told[-1].cues and {"target", "plan"} & set(told[-2].cues):
        told.pop()  # "mục tiêu Nghị quyết"
    goal = told[-1] if told else None
    aside = at.passage.folded[: at.quantity.full_start].endswith("(")
    if at.nearest == "equal" and _AT_GOAL.search(at.before(at.quantity.full_start - 40)):
        return Reading("level", rule="measure.percent-level")  # "bằng cận dưới của mục tiêu 5,5 - 6%"
    if (
        at.nearest in ("up", "down")
        and goal is not None
        and set(goal.cues) & ({"target", "forecast", "plan"} if aside else {"target", "forecast"})
        and _SET_BY.fullmatch(at.passage.folded, goal.end, at.quantity.full_start)
        and _MORE_OR_LESS.search(at.passage.folded, at.passage.sentence.start, goal.start)
    ):
        return Reading("level", rule="measure.percent-level")
    return None
