"""Figures of a plan beside their results: in its brackets, behind its name, or what a result is set against."""

from __future__ import annotations

import regex

from kg.facts.scope.figure import Figure
from kg.mentions.shorthand import BARE
from kg.text.normalise import fold_pattern

# "/KH giao 80.000 tỷ đồng", "(KH 96 tr.USD)"
_SET_AGAINST = regex.compile(
    fold_pattern(
        r"\s*(?:/|\(|trên|so với|,\s*(?:trong khi|còn))\s*(?:tổng\s+)?(?:kế hoạch|kh|nq|chỉ tiêu|mục tiêu"
        r"|dự toán)(?![\p{L}])[^;,.()\d]{0,30}"
    )
)

# "..., tăng 11,9% so CK (KH năm 59.000 tỷ đồng)"
_ASIDE_OF_PLAN = regex.compile(
    fold_pattern(
        r"\(\s*(?:kế hoạch|kh|chỉ tiêu|mục tiêu|dự toán)(?![\p{L}])(?:\s+(?:cả\s+)?năm|\s+giao|\s+là|\s+đề ra|:)*\s*$"
    )
)

# "So với dự toán Quốc hội giao (285.000 tỷ đồng)"
_ASSIGNED_ASIDE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:kế hoạch|dự toán|chỉ tiêu) (?:[^;,.()\d%]{2,24} )?(?:được )?giao(?: cả năm| năm nay)?\s*\(\s*$"
    )
)

# "54,3% kế hoạch năm (kế hoạch: 12.910 tỷ đồng)"
_BRACKET_OF_PLAN = regex.compile(
    fold_pattern(
        r"\s*(?:/|so\s*(?:với)?|của)?\s*(?:kế hoạch|kh|dự toán|chỉ tiêu|mục tiêu|nghị quyết"
        r"|khn)[^;,.()\d]{0,30}(?:20\d\d |(?:số )?\d{1,4}/[^\s;,()]{4,24} ?(?:của [^;,.()\d]{2,30})?)?"
        r"\(\s*(?:là|:|kh|kế hoạch)?\s*"
    )
)

# "54,3% KH năm (12.910 tỷ đồng)"
_BRACKET_OF_PERCENT = regex.compile(
    fold_pattern(
        r"\s*(?:so\s*(?:với)?|của)?\s*(?:kế hoạch|kh|dự toán|chỉ tiêu|(?:chặng"
        r"|quãng) đường)[^;,.()\d]{0,24}(?:20\d\d )?\(\s*"
    )
)

# "mới bằng 82,9% kế hoạch 2.000 triệu USD"
_PLAN_BEHIND = regex.compile(
    fold_pattern(
        r"\s*(?:so\s*(?:với)?|của)?\s*(?:kế hoạch|kh|dự toán|chỉ tiêu(?: pháp lệnh)?|mục tiêu)"
        r"(?:\s+vốn|\s+(?:cả\s+)?năm(?: \d{4})?|\s+(?:mà\s+)?(?:thủ tướng(?: chính phủ)?"
        r"|chính phủ|quốc hội|hđnd(?: tỉnh)?|tỉnh"
        r"|trung ương)"
        r"(?= (?:đã )?(?:giao|đề ra|đặt ra))|\s+(?:đã\s+)?giao|\s+đề ra|\s+đặt ra|\s+phấn đấu|\s+là)*\s*"
    )
)
OUTCOME_TO_PLAN = regex.compile(fold_pattern(r"(?<![\p{L}])(?:th|thực hiện)\s*/\s*(?:kh|kế hoạch)[^;,.\d]{0,10}$"))


def plan_figure(figure: Figure) -> bool:
    """Whether the amount is the plan itself.

    "/KH giao 80.000 tỷ đồng", "(KH 96 tr.USD)", "54,3% KH năm (12.910 tỷ đ)", "1.200/1.500 tỷ đồng".
    """
    start, stop = figure.gap
    between = figure.passage.folded[start:stop]
    if not figure.index:
        return bool(_SET_AGAINST.fullmatch(between) or _ASSIGNED_ASIDE.search(between))
    quantity, before = figure.quantity, figure.passage.quantities[figure.index - 1]
    return bool(
        (between == "/" and before.unit == quantity.unit and quantity.dimension == "money")
        or (between == "/" and before.unit == quantity.unit and figure.discourse.slash_plan)
        or (between == "/" and OUTCOME_TO_PLAN.search(figure.passage.folded, *figure.passage.gap(figure.index - 1)))
        or _SET_AGAINST.fullmatch(between)
        or _ASIDE_OF_PLAN.search(between)
        or _ASSIGNED_ASIDE.search(between)
        or (figure.discourse.bracket_plan and (BARE in quantity.rules or _fills_bracket(figure)))
        or _BRACKET_OF_PLAN.fullmatch(between + figure.passage.folded[stop : quantity.full_start])
        or (before.dimension == "percent" and _BRACKET_OF_PERCENT.fullmatch(between))
        or (before.dimension == "percent" and quantity.dimension != "percent" and _PLAN_BEHIND.fullmatch(between))
    )


def _fills_bracket(figure: Figure) -> bool:
    """Whether an amount stands alone in brackets behind another in its unit ("618,4 nghìn tấn (650 nghìn tấn)")."""
    folded, quantity = figure.passage.folded, figure.quantity
    alone = folded[slice(*figure.gap)].strip() in ("(", "[") and folded[quantity.full_end :].lstrip()[:1] in (")", "]")
    return alone and figure.passage.quantities[figure.index - 1].unit == quantity.unit


def part_of_funds(figure: Figure) -> bool:
    """Whether an amount is a part of the plan of public funds right before it, by where the money comes from.

    "Kế hoạch vốn 6.845 tỷ đồng, gồm ngân sách trung ương 1.530 tỷ đồng, ngân sách địa phương 5.315 tỷ đồng"
    """
    told = figure.discourse.told
    if figure.code != "public-investment" or figure.measure != "level" or not figure.index or not told:
        return False
    plan = (told[-1].indicator, told[-1].measure, told[-1].status) == ("public-investment", "level", "target")
    return plan and _A_SOURCE.fullmatch(figure.passage.folded, *figure.gap) is not None


_A_SOURCE = regex.compile(
    fold_pattern(
        r"[\s,;:=+(]*(?:(?:trong đó|bao gồm|gồm|và|còn lại|vốn|nguồn|từ|là)[\s:,]*)*"
        r"(?:ngân sách (?:trung ương|địa phương|tỉnh|huyện|xã)|nstw|nsđp|oda|nước ngoài|trái phiếu chính phủ|tpcp)"
        r"(?: (?:là|hơn|gần|khoảng|trên))*[\s:]*"
    )
)


def told_by_plan(figure: Figure) -> bool:
    """Whether a level is what a result is set against ("so với mức 30.000 tỷ đồng nêu trong Nghị quyết")."""
    against = _AGAINST_LEVEL.search(figure.passage.folded, *figure.gap)
    end = figure.quantity.full_end
    return against is not None and any(told.match(figure.passage.folded, end) for told in (_STATED_IN, SET_BY))


_AGAINST_LEVEL = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:so với (?:mức|con số|mốc)|(?:nửa|xa|dưới|kém|hơn|gần bằng|chưa tới|chưa bằng) mức)\s*$"
    )
)
_STATED_IN = regex.compile(
    fold_pattern(
        r"\s*(?:mà |đã |được )?(?:nêu|đề ra|đặt ra|ghi|xác định)? ?(?:tại|trong|theo|ở)"
        r" (?:nghị quyết|nq|kế hoạch|quy hoạch)"
    )
)

# "không đạt mức 6,5% mà Nghị quyết 21 đề ra"
SET_BY = regex.compile(
    fold_pattern(
        r"(?:/năm)?\s+(?:mà |như )?(?:nghị quyết|nq|đại hội|kế hoạch|hđnd|quốc hội)(?! tăng)(?:[^;.,]|\.(?=\d)){0,50}?"
        r"(?<![\p{L}])(?:đã )?(?:đề ra|đặt ra|giao|xác định)(?![\p{L}])"
    )
)
