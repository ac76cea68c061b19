"""Whether a figure is an estimate, and where one ends."""

from __future__ import annotations

import regex

from kg.facts.scope.figure import Figure, Spot
from kg.facts.scope.goal import behind_percent
from kg.facts.scope.wording import renamed
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

# "tỉnh đề ra mục tiêu đón khách ước đạt 2,5 triệu lượt": what the goal comes to
_GOAL_AT = regex.compile(
    fold_pattern(r"(?<!so với )(?<!hơn )(?<![\p{L}])(?:đề ra|đặt ra|đặt|xác định|với|có) mục tiêu [^,;.:\d]{0,70}$")
)
_GOALS_AT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đề ra|đặt ra|đặt|xác định) mục tiêu [^,;.:\d]{0,70}ước (?:đạt|đón|khoảng"
        r"|là)(?![\p{L}])"
    )
)
# "Ước cả năm: xuất khẩu đạt ...; giải ngân 95%", "Ước tính năm 2020, xuất khẩu đạt 267 tỷ USD; nhập khẩu đạt ..."
_LISTS_ESTIMATES = regex.compile(
    fold_pattern(
        r"[-+*•\s\d.)/]*(?:\([^)]{2,20}\)\s*[–-]\s*)?(?:dự )?(?:(?:ước|uth)[^:;.]{0,40}:"
        r"|ước(?: tính)? (?:cả |hết |đến |trong )?(?:năm|tháng|quý|\d+ tháng)[^:;.,\d]{0,10}[\d/]*(?: năm \d{4})?\s*,)"
    )
)
_WITH = regex.compile(
    fold_pattern(r"\s*,?\s*(?:với\s+)?(?:tổng\s+)?(?:trị giá|giá trị|kim ngạch|thu về|đem về|mang về)(?![\p{L}])")
)
_ESTIMATED_NOW = regex.compile(fold_pattern(r"(?<![\p{L}])năm nay (?:dự )?ước(?![\p{L}])"))
_IN_CLOSED = regex.compile(
    fold_pattern(r"\((?:ước|uth)(?: thực hiện| đạt)? (?:cả )?(?:năm|tháng|quý) [^()]{1,16}\)[^()]*")
)
_ESTIMATED_BEHIND = regex.compile(
    fold_pattern(r"\s*\((?:ước|uth)(?: thực hiện| đạt)? (?:cả )?(?:năm|tháng|quý) [^()]{1,16}\)")
)
ESTIMATED_YEAR = "status.estimated-year"  # the rule that reads a figure as estimated beside another
# "tăng 9% so với ước thực hiện năm 2017 (310 triệu USD)"
_ESTIMATED_YEAR = regex.compile(
    fold_pattern(r"(?<![\p{L}])so (?:với )?ước (?:thực hiện|tính|đạt)(?: cả)?(?: năm)?(?: \d{4}| nay)?\s*\(\s*$")
)


def says(word: Word, spot: Spot) -> bool:
    """Whether a word of estimating says it of the number behind it."""
    folded = spot.passage.folded
    if _IN_CLOSED.fullmatch(folded, word.start - 1, spot.quantity.full_start):
        return False  # "từ 310 triệu USD (ước năm 2020) lên 500 triệu USD": said of the number before
    if behind_percent(spot.passage, word) and folded[word.start - 1] != "(":
        return False  # "bằng 114% ước thực hiện năm 2024": what it is set against
    if spot.frame.status == "target" and _GOALS_AT.search(folded, spot.passage.sentence.start, spot.gap[0]):
        return False  # "đề ra mục tiêu đón khách ước đạt 1,1 triệu lượt; khách quốc tế ước đạt 20.000 lượt"
    return _GOAL_AT.search(folded, spot.gap[0], word.start) is None


def beside(figure: Figure) -> bool:
    """Whether a number is told beside another as an estimate: by a bracket behind it, or as what that is against."""
    folded = figure.passage.folded
    if _ESTIMATED_BEHIND.match(folded, figure.quantity.full_end):
        return True
    return figure.index > 0 and _ESTIMATED_YEAR.search(folded, *figure.gap) is not None


def of_this_year(figure: Figure) -> bool:
    """Whether a bracket tells beside a goal what this year is estimated at ("(năm nay ước chừng 430 triệu USD)")."""
    return _ESTIMATED_NOW.search(figure.passage.folded, figure.gap[0], figure.quantity.start) is not None


def another(figure: Figure) -> bool:
    """Whether another indicator's rate, behind a semicolon, no longer shares the estimate ("...; IIP tăng 19,6%")."""
    frame = figure.frame
    if not figure.index or frame.status != "estimate" or frame.origins.get("status") != "status.estimate":
        return False
    if _LISTS_ESTIMATES.match(figure.passage.folded, figure.passage.sentence.start, figure.passage.sentence.end):
        return False  # "Ước cả năm: xuất khẩu đạt ...; giải ngân 95%; ..."
    words = figure.gap_words()
    apart = set(figure.passage.folded[slice(*figure.gap)]) & {";", ","}
    return bool(apart) and renamed(words, figure.code) and not any("estimate" in w.cues for w in words)


def ends(figure: Figure) -> bool:
    """Whether a new amount with a verb of its own ("đạt") no longer shares the estimate of the one before."""
    frame = figure.frame
    if not figure.index or frame.status != "estimate" or frame.origins.get("status") != "status.estimate":
        return False
    if _LISTS_ESTIMATES.match(figure.passage.folded, figure.passage.sentence.start, figure.passage.sentence.end):
        return False
    if _WITH.match(figure.passage.folded, *figure.gap):
        return False  # "ước đạt 538.000 tấn với giá trị đạt 245 triệu USD": one estimate in two units
    cues = {c for w in figure.gap_words() for c in w.cues}
    return "estimate" not in cues and "reach" in cues
