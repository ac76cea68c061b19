"""Rows of a table set with spaces, told in words: columns of times and of what they are compared with.

"Chỉ tiêu         Tháng 5   5 tháng   5 tháng so CK (%)" and below it "Xuất khẩu (triệu USD)   33,8   151,2   120,4" are
read as "Xuất khẩu: Tháng 5 33,8 triệu USD; 5 tháng 151,2 triệu USD; bằng 120,4% so với CK".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.text.columns import NUMBER, UNIT, Column, column_of, saying
from kg.text.relaid import Piece

MARK = "   "  # a table that a hand has set has as many spaces somewhere
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_RULE = re.compile(r"[\s|=_.-]*")
_WHEN = (
    r"(?:(?:TH|thực hiện|ước|ƯTH|lũy kế|cộng dồn|số liệu) )*"
    r"(?:tháng \d{1,2}|\d{1,2} ?(?:tháng|T)|quý [IV\d]+|năm|T\d{1,2})(?:[/ ](?:năm )?\d{4}| đầu năm)*"
)
_TIME = re.compile(_WHEN, re.IGNORECASE)
_OF_TIME = re.compile(rf"{_WHEN} (?=so |/|%|tăng)", re.IGNORECASE)
_PER_CENT = re.compile(r" ?\(%\)$")
_FEWEST, _ROWS = 2, 60  # columns and lines of a table


class _Cell(NamedTuple):
    start: int
    end: int
    text: str


def told_in_words(text: str) -> Iterator[Piece]:
    """The pieces to write otherwise, in order; the line of columns goes, since each row tells its times itself."""
    start, lines = 0, []
    for line in text.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    done = -1
    for number, (start, line) in enumerate(lines):
        columns = _columns(line) if number > done and MARK in line else None
        if columns is None:
            continue
        rows = list(_rows(lines[number + 1 : number + 1 + _ROWS], len(columns)))
        if rows:
            yield Piece(start, start + len(line), "", ())
            done = number + len(rows)
        for row in rows:
            yield from _worded(row, columns)


def _cells(start: int, line: str) -> list[_Cell]:
    """The stretches of a line that two or more spaces part."""
    ends = len(line.rstrip())
    begin = len(line) - len(line.lstrip())
    cells = []
    for gap in _GAP.finditer(line, begin, ends):
        cells.append(_Cell(start + begin, start + gap.start(), line[begin : gap.start()]))
        begin = gap.end()
    return [*cells, _Cell(start + begin, start + ends, line[begin:ends])]


def _columns(line: str) -> list[Column] | None:
    """What the columns of a line hold behind its first cell; None where one is no column, or none is a result."""
    columns = [_column(cell.text) for cell in _cells(0, line)[1:]]
    known = [each for each in columns if each is not None]
    if len(known) < _FEWEST or len(known) < len(columns) or not any(each.kind == "result" for each in known):
        return None
    return known


def _column(label: str) -> Column | None:
    if _TIME.fullmatch(label):
        return Column("result", label)
    return column_of(_PER_CENT.sub("", _OF_TIME.sub("", label)))


def _rows(lines: list[tuple[int, str]], columns: int) -> Iterator[list[_Cell]]:
    """The rows right below a line of columns, with rules between them: a name, and a number in each column."""
    for start, line in lines:
        if _RULE.fullmatch(line):
            continue
        cells = _cells(start, line)
        if len(cells) != columns + 1 or any(NUMBER.fullmatch(cell.text) is None for cell in cells[1:]):
            return
        yield cells


def _worded(row: list[_Cell], columns: list[Column]) -> Iterator[Piece]:
    name = row[0]
    unit = UNIT.search(name.text)
    done = name.start + unit.start() if unit is not None else name.end
    lead = ": "
    for cell, told in zip(row[1:], columns, strict=True):
        before, behind = saying(cell.text, told) if told.kind != "result" else (f"{told.what} ".lstrip(), "")
        before, behind = lead + before, ("%" if told.kind != "result" and "%" not in cell.text else "") + behind
        behind = f" {unit['unit']}" if told.kind == "result" and unit is not None else behind
        yield Piece(done, cell.start, before, (cell.start,) * len(before))
        yield Piece(cell.end, cell.end, behind, (cell.end - 1,) * len(behind))
        done, lead = cell.end, "; "
