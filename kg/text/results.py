"""Results in cells, told in words: goods or rows of a report whose heading says what the values between slashes are.

"+ Xi măng: 742.000 tấn / 1,9 triệu tấn / tăng 6,2%" is read, below "(thực hiện / KH năm / so CK)", as
"+ Xi măng: 742.000 tấn (KH năm 1,9 triệu tấn), tăng 6,2% so CK".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.text.relaid import Piece

BAR = " / "
_BEFORE = "; TH "
_HEADING = re.compile(r"\((?P<all>[^()\n]{2,60}(?: / [^()\n]{2,40}){1,4})\)\s*:?\s*$")


class _Column(NamedTuple):
    """What is said before a value of a column and behind it; ``rate`` where it is a rate, ``grows`` where it turns."""

    before: str
    behind: str
    rate: bool = False
    grows: bool = False


_DONE = _Column("", "")
# What the columns are called.
_LABELS = (
    (
        re.compile(r"(?i)(?:thực hiện|TH|UTH|ước(?: TH| thực hiện| đạt)?|kết quả|đạt|sản lượng|giá trị)(?: .{1,16})?"),
        _DONE,
    ),
    (
        re.compile(r"(?i)(?:KH|kế hoạch|dự toán|chỉ tiêu)(?: (?:năm|giao|cả năm))?(?: 20\d\d)?"),
        _Column(" (KH năm ", ")"),
    ),
    (
        re.compile(
            r"(?i)(?:%|bằng|đạt)(?: so(?: với)?)? ?(?:% )?(?:KH|kế hoạch|dự toán)(?: (?:năm|giao))?(?: 20\d\d)?"
        ),
        _Column(", bằng ", " KH năm", rate=True),
    ),
    (
        re.compile(r"(?i)(?:% |tăng,? ?(?:/ ?)?giảm )?so(?: với)? (?:CK|cùng kỳ)(?: năm trước)?(?: \(%\))?"),
        _Column(", ", " so CK", rate=True, grows=True),
    ),
    (re.compile(r"(?i)(?:cùng kỳ|CK)(?: năm trước)?"), _Column(" (cùng kỳ ", ")")),
)
_VALUE = re.compile(r".*\d.*")
_BULLET = re.compile(r"[ \t]*[-+*•–]\s")
_TURNS = re.compile(r"(?i)\s*(?:tăng|giảm|[+−-])")
_BARE = re.compile(r"\s*[+−-]?\d+(?:[.,]\d+)?[\s.;]*")
_INDEX = re.compile(r"\s*(?:[89]\d|1\d\d)(?:[.,]\d+)?")  # of last year's: "108,3%"


# "3. Sản phẩm (UTH quý I/2023; TH quý I/2022; tăng, giảm)": what there was in an earlier time, in the second cell
_EARLIER = re.compile(
    r"\((?:UTH|ƯTH|TH|ước|thực hiện|ước thực hiện) [^();\n]{3,30}; (?:TH|thực hiện) (?P<time>[^();\n]{3,30}\d{4})"
    r"; (?:% )?(?:tăng, ?giảm|tăng/giảm|\+/-|so sánh)[^();\n]{0,20}\)\s*:?\s*$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[ \t]*[-+*•–]\s?[^:;\n]{2,60}: ?[^:;\n]*\d[^;\n]*(?P<bar>; )(?P<before>[^;\n]*\d[^;\n]*); [^;\n]+")


def _of_earlier(text: str) -> Iterator[Piece]:
    """The second cell of each row in brackets, with its time: "412.600 tấn (quý I/2022: 437.200 tấn); -5,6%"."""
    time, at = "", 0
    for line in text.split("\n"):
        heading = _EARLIER.search(line)
        row = _ITEM.fullmatch(line.rstrip()) if time else None
        if heading is not None:
            time = heading["time"]
        elif row is not None:
            bar, end, before = at + row.start("bar"), at + row.end("before"), f" ({time}: "
            yield Piece(bar, bar + 2, before, (bar,) * len(before))
            yield Piece(end, end, ")", (end - 1,))
        elif line.strip():
            time = ""
        at += len(line) + 1


def told_in_words(text: str) -> Iterator[Piece]:
    """The pieces to write otherwise, in order."""
    yield from _of_earlier(text) if _BEFORE in text else ()
    if BAR not in text:
        return
    columns: list[_Column] = []
    at = 0
    for line in text.split("\n"):
        named = _named(line) if BAR in line else []
        if named:
            columns = named
        elif columns and line.strip() and not _BULLET.match(line):
            columns = []  # the next heading
        elif columns and line.count(BAR) == len(columns) - 1:
            yield from _worded(line, at, columns)
        at += len(line) + 1


def _named(line: str) -> list[_Column]:
    """What the values of the rows below a line are, where the line names all of them; the first are results."""
    heading = _HEADING.search(line)
    if heading is None:
        return []
    found = [_column(label.strip()) for label in heading["all"].split(BAR)]
    columns = [column for column in found if column is not None]
    return columns if len(columns) == len(found) and columns[0] is _DONE and _DONE not in columns[1:] else []


def _column(label: str) -> _Column | None:
    return next((column for pattern, column in _LABELS if pattern.fullmatch(label)), None)


def _worded(line: str, at: int, columns: list[_Column]) -> Iterator[Piece]:
    """The words around the values of a row, each at the place of a letter of the line."""
    cells = line.split(BAR)
    if not all(map(_VALUE.fullmatch, cells)):
        return
    start = len(cells[0])
    for cell, column in zip(cells[1:], columns[1:], strict=True):
        before = column.before + _verb(cell) if column.grows else column.before
        yield Piece(at + start, at + start + len(BAR), before, (at + start,) * len(before))
        end = at + start + len(BAR) + len(cell.rstrip(" .;"))
        said = "" if column.behind.strip() in cell else column.behind
        said = f"%{said}" if column.rate and _BARE.fullmatch(cell) else said
        if said:
            yield Piece(end, end, said, (end - 1,) * len(said))
        start += len(BAR) + len(cell)


def _verb(cell: str) -> str:
    """The verb for a rate of growth that has none."""
    if _TURNS.match(cell):
        return ""
    return "bằng " if _INDEX.match(cell) else "tăng "
