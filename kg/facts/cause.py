"""Times within a clause that tells a cause, which no figure is of, and times of a crop, which only its own are."""

from __future__ import annotations

import regex

from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.text.normalise import fold_pattern


def of_cause(time: Period, passage: Passage) -> bool:
    """Whether a time stands in a clause that tells a cause.

    Ahead of all figures ("Nhờ 4 tháng đầu được mùa, ..."), or behind one ("giảm 15% do lũ đầu tháng 4; ...").
    """
    folded, start = passage.folded, passage.sentence.start
    if _WHY.search(folded, start, time.start) and _WHY_ENDS.match(folded, time.end, passage.sentence.end):
        return True
    if not passage.quantities or not _CAUSE.match(folded, start, time.start):
        return False
    first = passage.quantities[0].full_start
    return folded.find(",", start, time.start) < 0 <= folded.find(",", time.end, first)


_WHY = regex.compile(
    fold_pattern(
        r"[\d%\p{L})] (?:do|vì|bởi|bởi vì) (?!đó)(?:(?!(?:đạt|tăng"
        r"|giảm)(?![\p{L}]))[^,;.:()\d]){0,40}$"
    )
)
_WHY_ENDS = regex.compile(
    fold_pattern(r"(?:(?!(?:đạt|tăng|giảm|là)(?![\p{L}]))[^,;.:()\d]){0,40}?(?:[;,.]| và (?=(?:tăng|giảm)))")
)

_CAUSE = regex.compile(fold_pattern(r"\W*(?:nhờ|do|bởi|vì)(?![\p{L}])"))


def of_crop(time: Period, passage: Passage) -> bool:
    """Whether a year is that of a crop ("Vụ vải năm 2021, tỉnh xuất khẩu 42 tấn" in a text on eight months)."""
    start = max(passage.sentence.start, time.start - _NAME_OF_CROP)
    return time.kind == "year" and _CROP.search(passage.folded, start, time.start) is not None


_CROP = regex.compile(fold_pattern(r"(?<![\p{L}])(?<!dịch |nhiệm )(?:vụ|niên vụ)(?: \p{L}+){1,3} $"))
_NAME_OF_CROP = 24  # letters
