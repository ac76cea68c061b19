"""Whether a figure told beside plans is what has come about: what runs, what a plan came to, the next of a list."""

from __future__ import annotations

import regex

from kg.facts.scope.figure import Figure
from kg.facts.scope.plan_figure import OUTCOME_TO_PLAN
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

# "đặt mục tiêu ...; chỉ sau một quý, tỉnh đã đạt 55% mục tiêu"
_HAS_REACHED = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:đã|mới|mới chỉ)(?: hoàn thành| thực hiện)? (?:đạt|được)(?: \p{L}+)?\s*$")
)
# "KH 16.500 tỷ đồng; thực hiện 15.230 tỷ đồng"
_OWN_PLAN = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:kh|kế hoạch|chỉ tiêu|dự toán|mục tiêu)(?:\s+(?:cả\s+)?năm(?: \d{4})?|\s+giao|\s+là"
        r"|\s+đề ra|:)*\s*$"
    )
)
_OUTCOME = regex.compile(
    fold_pattern(r"\s*[;,.]\s*(?:th|thực hiện|đạt|đã đạt|kết quả(?: đạt)?|đã thực hiện)(?: được)?:?\s*")
)
_CAME_TO = regex.compile(
    fold_pattern(
        r"\s*[;,]\s*(?:đến nay,? )?(?:giải ngân|thực hiện|thanh toán|thu)(?: (?:được|đạt|khoảng"
        r"|hơn|gần|là))*\s*"
    )
)
_OF_PLAN = regex.compile(
    fold_pattern(
        r"\s*[,(]\s*(?:bằng|đạt|tương đương|ứng với"
        r"|tương ứng)?\s*[\d.,]+\s?% (?:so với )?(?:tổng )?(?:kế hoạch|kh|dự toán"
        r"|vốn (?:được )?giao|chỉ tiêu|mục tiêu)(?![\p{L}])"
    )
)
_SET_UP = regex.compile(
    fold_pattern(r"[;,]\s*(?:đã |đang |hiện )*(?:hđ|hoạt động|thành lập|được thành lập|đi vào hoạt động)\s*$")
)
_DONE = regex.compile(
    fold_pattern(
        r"[;,:]\s*(?:đến nay,? |hiện nay,? |hiện |nay )?(?:(?:toàn |cả )?(?:tỉnh|thành phố|nước"
        r"|huyện) )?đã (?:thành lập|lập|t/lập|có|đi vào|đầu tư|hoàn thành|lấp đầy|cho thuê|thu hút|trao"
        r"|cấp|chấp thuận|giải ngân)"
        r"|;\s*đến (?:hết |cuối )?(?:tháng|ngày|quý|nay)[^;,]{0,16} (?:đã )?giải ngân(?: được| đạt)?"
        r"(?: (?:hơn|gần|khoảng|trên))?\s*$"
        r"|(?<![\p{L}])mới (?:chỉ )?(?:giải ngân|thu|thực hiện|huy động|thu hút)(?: được| đạt)"
        r"(?: (?:hơn|gần|khoảng|trên))?\s*$"
        r"|(?<![\p{L}])(?:trong )?(?:năm|thời gian|những năm|tháng|quý) (?:vừa )?qua,? [^;:]{0,50}?(?<![\p{L}])đã\s"
    )
)
# "được quy hoạch 13 KCN, trong đó 8 KCN đang hoạt động"
_RUNS = regex.compile(
    fold_pattern(
        r"\s*(?:(?:điện|thủy điện|nhiệt điện)(?: \p{L}+){0,2} )?"
        r"(?:(?:với )?(?:tổng )?công suất [\d.,]+\s?mw,? )?(?:đang|đã|đã được|được|đã đi vào) "
        r"(?:hoạt động|vận hành|sản xuất|lấp đầy|thi công|phát điện|thành lập)(?![\p{L}])"
    )
)
# "31 dự án được bổ sung quy hoạch, song mới 2 dự án phát điện"
_BUT_ONLY = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:song|nhưng|tuy nhiên|trong đó|quy hoạch(?: \([^()]*\))?),?\s+(?:hiện |nay )?(?:mới"
        r"|chỉ mới|mới chỉ)(?: có)?\s*$"
    )
)
_NEXT_CLAUSE = regex.compile(
    fold_pattern(r"(?:[^;]*;|(?: (?:đã|đều))? được (?:quy hoạch|phê duyệt)[^;,]{0,30},)\s*(?:hiện |đến nay |nay )?")
)
_RUNS_BARE = regex.compile(fold_pattern(r"\s*(?:hoạt động|vận hành|đi vào hoạt động)\s*[,;.)]"))


def next_in_list(figure: Figure) -> bool:
    """Whether a number is told of the next thing in a list, behind the last one's result and plan.

    "Bia 1.487 nghìn lít, KH năm 1.650 nghìn lít; chè 27.900 tấn".
    """
    passage, (start, stop) = figure.passage, figure.gap
    planned = _OWN_PLAN.search(passage.folded, *passage.gap(figure.index - 1)) is not None
    if not planned or not passage.folded.startswith(";", passage.quantities[figure.index - 1].full_end):
        return False
    words = passage.between(start, stop)
    return not any(isinstance(w, Word) and "target" in w.cues for w in words) and any(
        isinstance(w, Word) and w.of("product") is not None for w in words
    )


def reached(figure: Figure) -> bool:
    """Whether a part of a plan is told as reached, in a clause of its own behind the plan."""
    if figure.measure != "completion" or not figure.index:
        return False
    words = [w for w in figure.gap_words() if "target" in w.cues]
    return not words and _HAS_REACHED.search(figure.passage.folded, *figure.gap) is not None


def done(figure: Figure) -> bool:
    """Whether a figure beside plans is told as one that has come about."""
    folded, quantity = figure.passage.folded, figure.quantity
    counted = quantity.dimension in ("count-zone", "count-project")
    runs = counted and _RUNS.match(folded, quantity.full_end) is not None
    runs = runs or (
        counted
        and _NEXT_CLAUSE.fullmatch(folded, *figure.gap) is not None
        and _RUNS_BARE.match(folded, quantity.full_end) is not None
    )  # "QH 13 KCN; 8 KCN hoạt động"
    runs = runs or (counted and _BUT_ONLY.search(folded, *figure.gap) is not None)
    if runs or OUTCOME_TO_PLAN.search(folded, *figure.gap) or _outcome(figure):
        return True
    if quantity.dimension == "count-zone" and _SET_UP.search(folded, *figure.gap):
        return True  # "QH 17 khu; thành lập 10 khu; HĐ 8 khu"
    return _DONE.search(folded, *figure.gap) is not None


def _outcome(figure: Figure) -> bool:
    """Whether an amount is what a plan told right before it came to ("KH 16.500 tỷ đồng; thực hiện 15.230 tỷ đồng")."""
    passage, index = figure.passage, figure.index
    if not index or passage.quantities[index - 1].unit != figure.quantity.unit:
        return False
    if _CAME_TO.fullmatch(passage.folded, *figure.gap) and _OF_PLAN.match(passage.folded, figure.quantity.full_end):
        return True  # "Kế hoạch vốn năm 2018 của tỉnh là 3.200 tỷ đồng; giải ngân đạt 2.100 tỷ đồng, bằng 65% kế hoạch"
    told = _OUTCOME.fullmatch(passage.folded, *figure.gap)
    return told is not None and _OWN_PLAN.search(passage.folded, *passage.gap(index - 1)) is not None
