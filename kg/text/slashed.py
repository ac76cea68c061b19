"""Lists of zones or projects whose values stand between strokes, in the order that the line above them tells, in words.

"Chi tiết từng KCN (DT đất/DT đã cho thuê/lấp đầy):" and below it "1. Đồng Văn I: 208 ha/136,4 ha/100%" are read as
"1. KCN Đồng Văn I: diện tích 208 ha; đã cho thuê 136,4 ha; tỷ lệ lấp đầy 100%".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.text.relaid import Piece

_HEAD = re.compile(
    r"(?m)^[^\n(]{0,60}?(?P<kind>KCN|CCN|KKT|[Kk]hu công nghiệp|[Cc]ụm công nghiệp|[Dd]ự án|DA|[Nn]hà máy)[^\n(]{0,30}"
    r"\((?P<labels>[^()\n/]{2,24}(?:/[^()\n/]{2,24}){1,4})\)\s*:[ \t]*$"
)
_ROW = re.compile(
    r"[ \t]*(?:[-+*•]|\d{1,2}[.)])?[ \t]*(?P<name>[^\W\d][^:/\n]{1,44}?)[ \t]*:[ \t]*(?P<values>\d[^\n]*?)[.;]?[ \t]*"
)
# What is said before a value, or behind a bare number, under each label.
_SAID = tuple(
    (re.compile(rf"(?i){pattern}"), before, behind)
    for pattern, before, behind in (
        (r"(?:DT|diện tích|đất)?.*cho thuê.*", "đã cho thuê ", ""),
        (r"(?:tỷ lệ |tỉ lệ )?(?:lấp đầy|LĐ %).*", "tỷ lệ lấp đầy ", ""),
        (r"(?:tổng )?(?:DT|diện tích|quy mô).*", "diện tích ", ""),
        (r"(?:số )?(?:DA|dự án).*", "", " dự án"),
        (r"(?:số )?(?:LĐ|lao động).*", "", " lao động"),
        (r"(?:tổng )?(?:vốn|VĐT|VĐK|TMĐT|mức đầu tư).*", "vốn đầu tư ", ""),
        (r"(?:công suất|CS).*", "công suất ", ""),
    )
)
_ZONES = ("KCN", "CCN", "KKT")
_BARE = re.compile(r"\d[\d.]*(?:,\d+)?")


def told_in_words(text: str) -> Iterator[Piece]:
    """The pieces to write otherwise, in order."""
    for head in _HEAD.finditer(text):
        columns = [_column(label.strip()) for label in head["labels"].split("/")]
        if None in columns:
            continue
        start = head.end() + 1
        while start < len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            if not text[start:end].strip():
                start = end + 1
                continue
            row = _ROW.fullmatch(text, start, end)
            if row is None or row["values"].count("/") != len(columns) - 1:
                break
            yield from _worded(text, row, head["kind"], [column for column in columns if column is not None])
            start = end + 1


def _column(label: str) -> tuple[str, str] | None:
    return next(((before, behind) for known, before, behind in _SAID if known.fullmatch(label)), None)


def _worded(text: str, row: re.Match[str], kind: str, columns: list[tuple[str, str]]) -> Iterator[Piece]:
    """The words around the values of a row, each at the place of the letter that it stands for."""
    at = row.start("name")
    if kind in _ZONES and not text.startswith(_ZONES, at):
        yield Piece(at, at, f"{kind} ", (at,) * (len(kind) + 1))
    at = row.start("values")
    for number, (value, (before, behind)) in enumerate(zip(row["values"].split("/"), columns, strict=True)):
        lead = ("; " if number else "") + before
        yield Piece(at - bool(number), at, lead, (max(at - 1, 0),) * len(lead))
        at += len(value)
        if behind and _BARE.fullmatch(value.strip()):
            yield Piece(at, at, behind, (at - 1,) * len(behind))
        at += 1
