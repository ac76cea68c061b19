"""The indicator that stands behind the first number of a sentence ("Đạt 4,6 tỷ USD, kim ngạch xuất khẩu ...")."""

from __future__ import annotations

import regex

from kg.facts.choose.choice import Choice
from kg.facts.choose.number import Number
from kg.facts.scope.wording import TO_BUY
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

# What opens a sentence whose subject is still to come.
_OPENS = regex.compile(
    fold_pattern(
        r"\s*(?:[\"“(]\s*)?(?:với|đạt|ước đạt|chạm|cán|tăng|giảm|chỉ tăng|chiếm|nhờ)(?![\p{L}])"
        r"(?:\s+(?:mức|tốc độ|con số|mốc|trị giá|giá trị|tăng|giảm|trưởng|âm|tới|trên|hơn|gần|khoảng|xấp xỉ))*\s*$"
    )
)
# "Việt Nam chi 2,83 tỷ USD nhập 5,9 triệu m3 gỗ", "đã bỏ ra 51 triệu USD để nhập khẩu phân bón"
_SPENDS = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:chi|bỏ|bỏ ra|chi ra|tiêu)\s+(?:ra\s+)?(?:tới\s+|gần\s+|hơn\s+)?$")
)
_CLAUSE = regex.compile(r"[;.]")
_FAR = 110  # letters


def subject(number: Number) -> Choice | None:
    """The first full name behind a number that opens its sentence by a verb, before any other number."""
    sentence = number.passage.sentence
    if number.index or number.measure not in ("level", "growth", "change"):
        return None
    lead = number.passage.folded[sentence.start : number.quantity.full_start]
    if not _OPENS.fullmatch(lead):
        return None
    start, stop = number.after
    limit = _CLAUSE.search(number.passage.folded, start, min(stop, start + _FAR))
    for token in number.passage.between(start, limit.start() if limit else min(stop, start + _FAR)):
        if isinstance(token, Word):
            for code in number.full_names(token):
                return Choice(code, "indicator.behind-verb", token)
    return None


def spent(number: Number) -> Choice | None:
    """Imports, of money that is spent on buying abroad ("chi 51 tỷ USD nhập khẩu máy móc")."""
    if number.quantity.dimension != "money" or number.measure != "level":
        return None
    spends = _SPENDS.search(number.gap_text)
    buys = TO_BUY.match(number.passage.folded, number.quantity.full_end) if spends else None
    return Choice("import-turnover", "indicator.behind") if buys is not None else None
