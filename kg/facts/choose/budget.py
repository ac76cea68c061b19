"""What the budget takes in and spends, told by a verb alone ("Về ngân sách, toàn tỉnh thu 4.280 tỷ đồng")."""

from __future__ import annotations

import regex

from kg.facts.choose.choice import Choice
from kg.facts.choose.number import Number
from kg.facts.choose.verbs import ABOUT
from kg.text.normalise import fold_pattern

_NEAR = 40  # letters before a sentence in which the budget is named
_TO_BUDGET = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:mang|đem) (?:về|lại) (?:cho )?(?:ngân sách|nsnn)(?: nhà nước)?" + ABOUT)
)
# "Về ngân sách, toàn tỉnh thu 4.280 tỷ đồng"
_OF_BUDGET = regex.compile(
    fold_pattern(
        r"\W*(?:về|với|riêng|trong lĩnh vực) (?:thu )?(?:ngân sách|nsnn|tài chính)(?: nhà nước)?,[^;:.\d]{0,40}"
        r"(?<![\p{L}])thu(?: về)?" + ABOUT
    )
)


def by_verb(number: Number) -> Choice | None:
    """What something brings the budget, by the verb ("ô tô nhập khẩu mang về cho ngân sách 900 tỷ đồng")."""
    if number.measure != "level" or number.quantity.unit != "VND":
        return None
    if _OF_BUDGET.match(number.gap_text) or _takes_in(number):
        return Choice("budget-revenue", "indicator.verb")
    if _BUDGET_SPENDS.search(number.gap_text):
        return Choice("budget-expenditure", "indicator.verb")
    if not _TO_BUDGET.search(number.gap_text):
        return None
    return Choice("budget-revenue", "indicator.verb") if any(w.of("product") for w in number.gap_words()) else None


def _takes_in(number: Number) -> bool:
    """Whether a sentence opens with what is taken in, behind one on the budget ("... là ngân sách. Ta thu ...")."""
    start = number.passage.sentence.start
    if _BUDGET_TAKES.search(number.gap_text):
        return True
    if _AREA_TAKES.search(number.gap_text) and _OF_ESTIMATE.match(number.passage.folded, number.quantity.full_end):
        return True
    if number.index or _TAKES_IN.fullmatch(number.gap_text) is None:
        return False
    return _BUDGET in number.passage.folded[max(0, start - _NEAR) : start]


# "mười tháng, ngân sách Cần Thơ thu 9.000 tỷ đồng"
_BUDGET_TAKES = regex.compile(
    fold_pattern(
        r"(?<!chi |bội chi |nộp |vào |cho |từ )(?<![\p{L}])ngân sách(?: nhà nước| địa phương)?"
        r"(?: (?!chi|cho|dành|phải)[^,;.:\d]{1,30}?)?(?: \d{1,2} tháng| năm \d{4}| cả năm)? (?:ước |đã |mới )?thu"
        r"(?: (?:được|về|vào|khoảng|hơn|gần|trên))*\s*$"
    )
)
# "Năm 2018, ngân sách Cần Thơ mới chi hết 9.000 tỷ đồng"
_BUDGET_SPENDS = regex.compile(
    fold_pattern(
        r"(?<!chi |bội chi |nộp |vào |cho |từ )(?<![\p{L}])ngân sách(?: nhà nước| địa phương)?"
        r"(?: (?!thu|cho|dành)[^,;.:\d]{1,30}?)?(?: \d{1,2} tháng| năm \d{4}| cả năm)? (?:ước |đã |mới |chỉ |phải )*chi"
        r"(?: (?:hết|ra|tới|đến|khoảng|hơn|gần|trên))*\s*$"
    )
)
# "chín tháng cả tỉnh ước thu 6.000 tỷ đồng, bằng 80% dự toán"
_AREA_TAKES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:toàn tỉnh|tỉnh|thành phố|địa phương|cả nước|huyện|quận)(?: đã| ước| mới| ước tính)*"
        r" thu(?: được| về)?" + ABOUT
    )
)
_OF_ESTIMATE = regex.compile(fold_pattern(r"[^;.]{0,12}(?:đạt|bằng) [\d.,]+ ?% (?:so với )?dự toán(?![\p{L}])"))
_BUDGET = fold_pattern("ngân sách")
_TAKES_IN = regex.compile(
    fold_pattern(
        r"\W*(?:(?:ta|tỉnh|toàn tỉnh|thành phố|cả năm|năm nay|địa phương),? )?(?:đã )?thu(?: về"
        r"| được)?" + ABOUT
    )
)
