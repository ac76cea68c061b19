"""The index of workers in industry, told in any of the words for workers, work and enterprises."""

from __future__ import annotations

import regex

from kg.facts.choose.choice import Choice
from kg.facts.choose.number import Number
from kg.text.normalise import fold_pattern

# "số công nhân đang làm việc tại các DN công nghiệp", "lao động của doanh nghiệp sản xuất công nghiệp"
_OF_INDUSTRY = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:lao động|lđ|công nhân|người)(?: (?:đang|hiện|có|làm|việc|sử|dụng)){0,4} (?:trong|tại|ở|của)"
        r"(?: các| những| khối| toàn)? (?:doanh nghiệp|dn|cơ sở|đơn vị)(?: sản xuất)?(?: ngành)? (?:công nghiệp|cn)"
        r"(?![\p{L}])"
    )
)


def of_industry(number: Number) -> Choice | None:
    """The index of workers for a growth of those who work in the enterprises of industry."""
    if number.measure != "growth" or number.quantity.dimension != "percent":
        return None
    folded, (start, stop) = number.passage.folded, number.gap
    told = list(_OF_INDUSTRY.finditer(folded, start, stop))
    if not told or any(word.start >= told[-1].end() and number.full_names(word) for word in number.words):
        return None
    return Choice("industrial-labour-index", "indicator.named")
