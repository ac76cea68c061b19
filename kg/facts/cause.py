"""Times that no figure is of, or few: of a cause, of a meeting, of a crop."""

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
    why = _WHY.search(folded, start, time.start)
    told = why is not None and any(why.end("cause") <= q.start < time.start for q in passage.quantities)
    if why is not None and not told and _WHY_ENDS.match(folded, time.end, passage.sentence.end):
        return True
    if not passage.quantities or not _CAUSE.match(folded, start, time.start):
        return False
    first = passage.quantities[0].full_start
    return folded.find(",", start, time.start) < 0 <= folded.find(",", time.end, first)


_WHY = regex.compile(
    fold_pattern(
        r"[\d%\p{L})] (?P<cause>do|vì|bởi|bởi vì) (?!đó)(?:(?!(?:đạt|tăng"
        r"|giảm)(?![\p{L}]))[^,;.:()]){0,90}$"
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


def of_meeting(time: Period, passage: Passage, told: Period | None) -> bool:
    """Whether a time is that of a meeting, in a sentence without figures ("... nêu tại cuộc họp báo quý I").

    So it is in one with figures where the text has ``told`` of the months up to that one.
    """
    start = max(passage.sentence.start, time.start - _NAME_OF_MEETING)
    if passage.folded.startswith((".", ":"), time.end):
        return False  # "Giao ban 9 tháng." opens what follows
    if passage.quantities and not (
        told is not None and told.kind == "months" and time.kind == "month" and time.first == told.last
    ):
        return False
    return _MEETING.search(passage.folded, start, time.start) is not None


_MEETING = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:họp báo|phiên họp|kỳ họp|cuộc họp|buổi họp|hội nghị|giao ban)"
        r"(?: (?:thường kỳ|định kỳ|giao ban|trực tuyến|báo chí|ubnd tỉnh))* $"
    )
)
_NAME_OF_MEETING = 50  # letters
