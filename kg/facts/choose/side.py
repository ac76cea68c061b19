"""The side of trade that an amount is of, told behind it or by its size, where nothing before it says it.

A text turns from exports to imports and back without a word. What it does not hide is arithmetic and what stands behind
the amount: goods of 585 million are no part of imports of 210, and "94 tỷ USD từ xuất khẩu" names its side afterwards.
"""

from __future__ import annotations

import regex

from kg.facts.choose.choice import Choice
from kg.facts.choose.number import Number
from kg.facts.kinds import SIDES
from kg.text.normalise import fold_pattern

# "5,4 triệu USD xuất khẩu chè của tỉnh"
# "mang về 94 tỷ USD từ xuất khẩu", "thu 3 tỷ USD nhờ xuất khẩu gỗ", "chi 2 tỷ USD cho nhập khẩu"
_THROUGH = regex.compile(
    fold_pattern(
        r"\s*(?:(?:từ|nhờ|cho|qua) (?:việc |hoạt động )?)?(?P<side>xuất|nhập) khẩu(?! (?:tại chỗ|lao động))(?![\p{L}])"
    )
)
_OUT = fold_pattern("xuất")


# "tổng kim ngạch đạt 10,2 tỷ USD, trong đó xuất khẩu 3,2 tỷ USD, nhập khẩu 7 tỷ USD"
_TURNOVER = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])kim ngạch(?! (?:xuất|nhập) khẩu)(?: (?!xuất|nhập)\p{L}+){0,6}?"
        r"(?: (?:ước|đạt|là|khoảng|hơn|gần|trên|tới|với|được|lên|ở mức|vào))*\s*$"
    )
)
_BOTH_SIDES = regex.compile(
    fold_pattern(
        r"(?:\s*[,(][^.;]{0,70}?)?[,;(:]\s*(?:trong đó|gồm|bao gồm|với)?,?\s*"
        r"(?:kim ngạch )?(?:việt nam )?xuất khẩu (?!của)[^.]{0,60}?(?<![\p{L}])nhập (?:khẩu )?[^.]{0,24}?\d"
    )
)


def of_both(number: Number) -> Choice | None:
    """The trade both ways, of an amount whose exports and imports follow as its parts."""
    if number.measure != "level" or number.quantity.unit != "USD" or not _TURNOVER.search(number.gap_text):
        return None
    stop = number.passage.sentence.end
    told = _BOTH_SIDES.match(number.passage.folded, number.quantity.full_end, stop)
    return Choice("trade-turnover", "indicator.of-both") if told is not None else None


def through(number: Number) -> Choice | None:
    """The side of trade that an amount is told to come through, right behind it."""
    if number.measure != "level" or number.quantity.unit != "USD":
        return None
    told = _THROUGH.match(number.passage.folded, number.quantity.full_end, number.after[1])
    return Choice(SIDES[told["side"] != _OUT], "indicator.behind") if told else None


def by_size(number: Number, code: str) -> str:
    """The side that goods at the head of a sentence go on with: of imports told last, unless these were smaller.

    Exports are told in parts first and set beside other times and traders; their whole is no bound.
    """
    if code != SIDES[1] or number.frame.indicator is not None or number.index:
        return code
    goods = number.measure == "level" and number.quantity.unit == "USD" and any(w.of("product") for w in number.words)
    return SIDES[0] if goods and number.discourse.sides.sold(number.quantity.value) else code
