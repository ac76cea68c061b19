"""Sentences that tell a figure before what it is of: "6 tỷ USD là trị giá hàng gỗ bán ra nước ngoài".

Such a clause is read in the usual order, "trị giá hàng gỗ bán ra nước ngoài là 6 tỷ USD": its parts change places, so
that a text keeps its length, and what is read in it is told by where it stands in the text as it was.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from kg.text.normalise import fold_pattern
from kg.text.relaid import Relaid

_UNIT = (
    r"%|(?:(?:trăm|nghìn|ngàn|triệu|tỷ|tỉ) )*(?:đồng|usd|đô la|euro|yên|tấn|ha|mwp?|kwh|m3|m2|lít|chiếc|cái|bộ|đôi|con"
    r"|lượt|dự án|doanh nghiệp|người|lao động|cơ sở|việc làm|hộ)|(?:nghìn |triệu )?(?:tỷ|tỉ)|triệu"
)
# What a figure can be: "là tổng mức bán lẻ của tỉnh", "là phần của Đồng Nai", "là cái đích đặt ra cho cả năm".
_WHAT = (
    r"(?:cái )?(?:tổng|trị giá|giá trị|kim ngạch|con số|số|mức|tốc độ|nhịp|tỷ lệ|tỷ trọng|phần|khoản|lượng|sản lượng"
    r"|dòng|tiền|doanh thu|thu nhập|mục tiêu|đích|chỉ tiêu|kế hoạch|kết quả|công suất|diện tích|vốn|quy mô|chỉ số)"
)
_INVERTED = regex.compile(
    fold_pattern(
        r"(?<=^|\n|\n[ “\"]|[.;:!?,”“\"] |[.;:!?,] [“\"])"
        r"(?P<figure>(?:(?:và|còn|khoảng|hơn|gần|trên|chừng|xấp xỉ|ngót|tới) )?\d[\d.,]*\s?(?:"
        + _UNIT
        + r")(?![\p{L}])[^.;:\n]{0,70}?)(?P<pause>,?) (?P<what>(?:là "
        + _WHAT
        + r"(?! (?:của )?(?:[^.;:,]|\.\d){0,24}cổ phần)|thuộc về)(?![\p{L}])(?:[^.;:,()\n]|(?<=\d)[.,](?=\d))*(?<! ))"
    )
)
_IS = fold_pattern("là ")
_SIGNS = (f" {_IS}", fold_pattern("thuộc về"))
_CAN_BE = regex.compile(fold_pattern(_WHAT))
_DIGIT = regex.compile(r"\d")
_CLAUSE = 200  # letters before the sign in which the digits of its figure stand
# A verb between the figure and the next mark tells the clause to be in the usual order: "5 dự án đạt 9% là ..."
_TOLD = regex.compile(
    fold_pattern(
        r"\d[^,(]*(?<![\p{L}])(?:đạt|ước|tăng|giảm|chiếm|bằng|gồm|trong đó)(?![\p{L}])"
        r"|.*(?<![\p{L}])(?:phần lớn|chủ yếu|đa số|đều|hầu hết|một nửa)(?![\p{L}])"
    )
)


def _signed(folded: str) -> Iterator[int]:
    """Where a clause may begin to say what its figure is."""
    for sign in _SIGNS:
        at = folded.find(sign)
        while at >= 0:
            if sign is not _SIGNS[0] or _CAN_BE.match(folded, at + len(sign)) is not None:
                yield at
            at = folded.find(sign, at + 1)


def turned(text: str, folded: str) -> Relaid | None:
    """The text with such clauses turned round; None where there are none. ``folded`` is its folded twin."""
    if not any(_DIGIT.search(folded, max(0, at - _CLAUSE), at) for at in _signed(folded)):
        return None  # as in most texts
    found = [clause for clause in _INVERTED.finditer(folded) if _TOLD.match(clause["figure"]) is None]
    if not found:
        return None
    places = list(range(len(text)))
    letters = list(text)
    for clause in found:
        order = _usual(clause)
        pauses = len(clause["pause"])
        places[clause.start() : clause.end()] = order
        letters[clause.start() : clause.end()] = [text[place] for place in order]
        letters[clause.end() - pauses : clause.end()] = [" "] * pauses
        if not clause.start() or text[clause.start() - 2 : clause.start()].strip() != ",":
            letters[clause.start()] = letters[clause.start()].upper()  # it begins a sentence
    return Relaid("".join(letters), places)


def _usual(clause: regex.Match[str]) -> list[int]:
    """The places of a clause's letters in the usual order: what it is, "là", the figure, the comma before "là"."""
    figure, pause, what = (range(*clause.span(name)) for name in ("figure", "pause", "what"))
    joint = range(clause.end("pause"), clause.start("what"))
    if clause["what"].startswith(_IS):
        joint = range(joint.start, what.start + len(_IS))
        what = range(joint.stop, what.stop)
    return [*what, *joint, *figure, *pause]
