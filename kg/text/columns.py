"""Items and rows whose numbers stand in the columns that a line above names, told in words.

"Sản phẩm chủ yếu (TH 11 tháng; % KH năm; % so CK)" and under it "+ Than sạch: 521 nghìn tấn; 86,8; 98,2" is read as
"+ Than sạch: 521 nghìn tấn; bằng 86,8% kế hoạch; bằng 98,2% so với CK"; so are rows with bars between the cells, whose
units stand in brackets behind the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.text.relaid import Piece

_ROWS = 60  # lines under a line of columns
NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:[.,]\d+)?(?P<percent> ?%)?")
_GROUPED = re.compile(r"\.(?=\d{3}(?!\d))")
_EMPTY = re.compile(r"(?i)(?:x|-|–|\.{2,})?")
_RESULT = re.compile(
    r"(?i)(?:TH|thực hiện|ước|ƯTH|UTH|kết quả|đạt|giá trị|số liệu|số lượng|sản lượng|lượng|trị giá"
    r"|\d{1,2} ?(?:tháng|T)|quý [IV]+)(?!\w)[^%;|]*"
)
_OF_PLAN = re.compile(
    r"(?i)(?:(?:tỷ lệ )?(?:% ?|so |tỷ lệ |đạt )+(?:so |với |của |hoàn thành |HT |thực hiện |TH )*"
    r"|(?:HT|hoàn thành) )(?:KH|kế hoạch|dự toán|DT)(?!\w)[^;|]*"
)
_COMPARED = re.compile(
    r"(?i)(?:(?:% ?|so |tỷ lệ |chỉ số |(?P<moves>tăng[ ,/]*giảm|tăng trưởng|tăng|±|\+/-) ?(?:\(%\) ?)?)+"
    r"(?:%|so |với |của )*)(?P<what>(?:CK|cùng kỳ|(?:năm|tháng|quý) trước|(?:tháng|quý|\d+ ?(?:tháng|T)) \S+"
    r"|năm 20\d\d)(?!\w)[^;|(]*)(?:\([^;|]*)?"
)
_INDEX_FROM = 40  # most cells of a column of index numbers are more ("98,2"), of a column of rates less ("7,5")
_BRACKET = re.compile(r"\((?P<all>[^()\n]*[;|][^()\n]*)\)\s*:?$")
_ITEM = re.compile(r"[ \t]*(?:[-+*•·]|\d{1,2}[.)])?[ \t]*(?P<name>[^\n:;|]{2,60}): ?(?P<cells>[^\n]*?)\.?[ \t]*")
_ITEM_WITH_BARS = re.compile(
    r"[ \t]*(?:[-+*•·]|\d{1,2}[.)])?[ \t]*(?P<name>[^\n:|]{2,60}): ?(?P<cells>[^\n:]*?)\.?[ \t]*"
)
UNIT = re.compile(r" ?\((?P<unit>[^()\d]{1,24})\)\s*$")
# "Sợi, tấn: 24.150", "Vải, 1.000 m2: 13.400"
_UNIT_BEHIND = re.compile(r",\s?(?P<many>1\.000\s)?(?P<unit>[^\W\d_][^\s,;:|]{0,8}(?: [^\W\d_]{1,5})?)$")


class Column(NamedTuple):
    """What a column holds: a "result", a part of the "plan", a "rise", or an "index" of what it is compared with."""

    kind: str
    what: str = ""


class _Told(NamedTuple):
    """What is written in the stead of a stretch of a line, at the place of one of its letters."""

    start: int
    end: int
    written: str
    at: int


class _Row(NamedTuple):
    """A line with cells behind its result; ``done`` is where bars between them begin, -1 where there are none."""

    start: int
    told: list[_Told]
    cells: list[tuple[int, str]]
    done: int
    end: int


def told_in_words(text: str) -> Iterator[Piece]:
    """The pieces to write otherwise, in order; a line of columns keeps but what is told of its results."""
    lines: list[tuple[int, str]] = []
    start = 0
    for line in text.split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    for number, (start, line) in enumerate(lines):
        ahead = line[: line.find("|")]
        bars = line.count("|") > 1 and ahead.count("(") == ahead.count(")")
        head = _with_bars(line) if bars else _in_bracket(line)
        if head is None:
            continue
        columns, labels = head
        mark = "" if bars else "|" if "|" in line else ";"
        rows = _rows(lines[number + 1 : number + 1 + _ROWS], len(columns), mark)
        if rows:
            yield from (Piece(start + low, start + high, "", ()) for low, high in labels)
        columns = [_by_its_cells(column, [row.cells[i - 1][1] for row in rows]) for i, column in enumerate(columns)]
        for row in rows:
            for told in _worded(row, columns):
                places = (row.start + told.at,) * len(told.written)
                yield Piece(row.start + told.start, row.start + told.end, told.written, places)


def column_of(label: str) -> Column | None:
    """What a column holds by its label; None where that names no column of ours."""
    label = label.strip()
    if _OF_PLAN.fullmatch(label):
        return Column("plan")
    compared = _COMPARED.fullmatch(label)
    if compared is not None:
        return Column("rise" if compared["moves"] else "index", compared["what"].strip())
    return Column("result") if _RESULT.fullmatch(label) else None


def _by_its_cells(column: Column, cells: list[str]) -> Column:
    """A column of rates, where most of what would be index numbers are too small for that."""
    if column.kind != "index":
        return column
    values = [_value(cell) for cell in cells if NUMBER.fullmatch(cell)]
    return column._replace(kind="rise") if 2 * sum(value >= _INDEX_FROM for value in values) < len(values) else column


def _value(cell: str) -> float:
    return abs(float(_GROUPED.sub("", cell.strip(" %")).replace(",", ".")))


def _in_bracket(line: str) -> tuple[list[Column], list[tuple[int, int]]] | None:
    """The columns that a bracket at the end of a line names, and where those stand that are no results."""
    found = _BRACKET.search(line)
    if found is None:
        return None
    return _named(found["all"], found.start("all"), "|" if "|" in found["all"] else ";")


def _with_bars(line: str) -> tuple[list[Column], list[tuple[int, int]]] | None:
    """The columns of a line with bars, behind its first cell, which is no label ("Chỉ tiêu |" is no goal)."""
    first = line.find("|", len(line) - len(line.lstrip(" |"))) + 1
    ends = len(line.rstrip(" |"))
    named = _named(line[first:ends], first, "|") if 0 < first < ends else None
    return (named[0], [(0, first), *named[1]]) if named is not None else None


def _named(labels: str, at: int, mark: str) -> tuple[list[Column], list[tuple[int, int]]] | None:
    columns: list[Column] = []
    gone: list[tuple[int, int]] = []
    for label in labels.split(mark):
        column = column_of(label)
        if column is None or (column.kind == "result") != (not columns):
            return None
        if columns:
            gone.append((at - 1, at + len(label)))
        columns.append(column)
        at += len(label) + 1
    return (columns, gone) if len(columns) > 1 else None


def _rows(lines: list[tuple[int, str]], columns: int, mark: str) -> list[_Row]:
    """The rows that follow one another under a line of columns, whose cells a mark parts; none where bars do."""
    bars = not mark
    rows: list[_Row] = []
    unit = ""
    for start, line in lines:
        if not line.strip(" |-:"):
            continue  # a blank line, or one that only rules
        if bars:
            own = UNIT.search(line, 0, max(line.find("|", len(line) - len(line.lstrip(" |"))), 0))
            unit = own["unit"] if own is not None else unit
        row = _with_cells(start, line, columns, unit) if bars else _item(start, line, columns, mark)
        if row is None:
            break
        rows.append(row)
    return rows


def _item(start: int, line: str, columns: int, mark: str) -> _Row | None:
    """An item whose cells a mark parts, the result with its unit ("Xi măng: 842.000 tấn; 84,2; 110,6").

    The unit may stand behind the name instead ("Sợi, tấn: 24.150 | 106,2").
    """
    found = _ITEM_WITH_BARS.fullmatch(line) if mark == "|" else _ITEM.fullmatch(line)
    if found is None:
        return None
    cells = list(_cells(found["cells"], found.start("cells"), mark))
    if len(cells) != columns or not any(NUMBER.fullmatch(cell) for _, cell in cells[1:]):
        return None
    told = [_Told(at, at + 1, ";", at) for at, letter in enumerate(line) if letter == "|"]
    at, result = cells[0]
    unit = _UNIT_BEHIND.search(found["name"]) if NUMBER.fullmatch(result) is not None else None
    if unit is not None:
        told.append(_Told(found.start("name") + unit.start(), found.end("name"), "", found.start("name")))
        done, named = at + len(result), f" nghìn {unit['unit']}" if unit["many"] else f" {unit['unit']}"
        told.append(_Told(done, done, named, done - 1))
    return _Row(start, told, cells[1:], -1, len(line))


def _with_cells(start: int, line: str, columns: int, unit: str) -> _Row | None:
    """A row with bars between its cells; its result is told with the ``unit`` that its name or a row before has."""
    first = line.find("|", len(line) - len(line.lstrip(" |")))
    cells = list(_cells(line[first + 1 :].rstrip(" |"), first + 1, "|"))
    if first < 0 or len(cells) != columns or not all(NUMBER.fullmatch(c) or _EMPTY.fullmatch(c) for _, c in cells):
        return None
    at, result = cells[0]
    if NUMBER.fullmatch(result) is None:
        return None
    own = UNIT.search(line, 0, first)
    name, done = own.start() if own is not None else len(line[:first].rstrip()), at + len(result)
    told = [_Told(name, at, ": ", at), _Told(done, done, f" {unit}" if unit else "", done - 1)]
    return _Row(start, told, cells[1:], done, len(line.rstrip()))


def _cells(text: str, at: int, mark: str) -> Iterator[tuple[int, str]]:
    """The cells with where each begins, without the spaces around them."""
    for cell in text.split(mark):
        yield at + len(cell) - len(cell.lstrip()), cell.strip()
        at += len(cell) + 1


def _worded(row: _Row, columns: list[Column]) -> list[_Told]:
    """What is told of a row: words before and behind each number, in the stead of the bars between them."""
    told, done = list(row.told), row.done
    for (at, cell), column in zip(row.cells, columns[1:], strict=True):
        number = NUMBER.fullmatch(cell)
        if number is None:
            continue
        before, behind = saying(cell, column)
        start, end = at + (cell[0] in "+-"), at + len(cell)
        told.append(_Told(at, start, before, start) if done < 0 else _Told(done, start, f"; {before}", start))
        told.append(_Told(end - len(number["percent"] or ""), end, f"%{behind}", end - 1))
        done = -1 if done < 0 else end
    if 0 <= done < row.end:
        told.append(_Told(done, row.end, "", done))
    return sorted(told, key=lambda each: (each.start, each.end))


def saying(cell: str, column: Column) -> tuple[str, str]:
    """The words before and behind a cell of a column."""
    if column.kind == "plan":
        return "bằng ", " kế hoạch"
    if cell[0] in "+-" or column.kind == "rise":
        return "giảm " if cell[0] == "-" else "tăng ", f" so với {column.what}"
    return "bằng ", f" so với {column.what}"
