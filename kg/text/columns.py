"""Items and rows whose numbers stand in the columns that a line above names, told in words.

"Sản phẩm chủ yếu (TH 11 tháng; % KH năm; % so CK)" and under it "+ Than sạch: 521 nghìn tấn; 86,8; 98,2" is read as
"+ Than sạch: 521 nghìn tấn; bằng 86,8% kế hoạch; bằng 98,2% so với cùng kỳ"; so are rows with bars between the cells,
whose units stand in brackets behind the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.text.relaid import Piece

_ROWS = 60  # lines under a line of columns
_NUMBER = re.compile(r"[+-]?\d[\d.]*(?:,\d+)?(?P<percent> ?%)?")
_EMPTY = re.compile(r"(?i)|x|-|–|\.{2,}|0?")
_RESULT = re.compile(
    r"(?i)(?:TH|thực hiện|ước|ƯTH|UTH|kết quả|đạt|giá trị|số liệu|số lượng|sản lượng|lượng|trị giá)(?!\w)[^%;|]*"
)
_OF_PLAN = re.compile(
    r"(?i)(?:(?:tỷ lệ )?(?:% ?|so |tỷ lệ |đạt )+(?:so |với |của |hoàn thành |HT |thực hiện |TH )*"
    r"|(?:HT|hoàn thành) )(?:KH|kế hoạch|dự toán|DT)(?!\w)[^;|]*"
)
_OF_YEAR = re.compile(
    r"(?i)(?:(?:% ?|so |tỷ lệ |chỉ số |(?P<moves>tăng[ ,/]*giảm|tăng trưởng|tăng|±|\+/-) ?(?:\(%\) ?)?)+"
    r"(?:%|so |với |của )*)(?:CK|cùng kỳ|năm trước|(?:tháng|quý|\d+ ?(?:tháng|T)) \S+|năm 20\d\d)(?!\w)[^;|]*"
)
_INDEX_FROM = 40  # "98,2" of the same time of last year is an index number, "7,5" a rate
_BRACKET = re.compile(r"\((?P<all>[^()\n]*;[^()\n]*)\)\s*:?$")
_ITEM = re.compile(r"[ \t]*(?:[-+*•·]|\d{1,2}[.)])?[ \t]*(?P<name>[^\n:;|]{2,60}): ?(?P<cells>[^\n]*?)\.?[ \t]*")
_UNIT = re.compile(r" ?\((?P<unit>[^()\d]{1,24})\)\s*$")
_LAST_YEAR = " so với cùng kỳ"


class _Columns(NamedTuple):
    """What the columns hold, first to last: "result", "plan", "year" (an index or rate) or "rise" (a rate)."""

    kinds: tuple[str, ...]


def told_in_words(text: str) -> Iterator[Piece]:
    """The pieces to write otherwise, line by line; a line of columns keeps but what is told of its results."""
    columns, unit, bars, rows, start = None, "", False, 0, 0
    labels: list[Piece] = []  # those of the columns, left out as soon as a row has them
    for line in text.split("\n"):
        end = start + len(line)
        head = _with_bars(line) if line.count("|") > 1 else _in_bracket(line)
        if head is not None:
            columns, unit, bars, rows = head[0], "", "|" in line, 0
            labels = [Piece(start + low, start + high, "", ()) for low, high in head[1]]
        elif columns is not None and line.strip():
            rows += 1
            if bars and "|" in line:
                pieces, unit = _row(line, columns, unit)
            else:
                pieces = [] if bars else _item(line, columns)
            columns = columns if rows < _ROWS and (pieces or (bars and not line.strip(" |-:"))) else None
            if pieces:
                yield from labels
                labels = []
            yield from (Piece(start + a, start + b, new, (start + at,) * len(new)) for a, b, new, at in pieces)
        start = end + 1


def _kind(label: str) -> str | None:
    label = label.strip()
    if _OF_PLAN.fullmatch(label):
        return "plan"
    if (year := _OF_YEAR.fullmatch(label)) is not None:
        return "rise" if year["moves"] else "year"
    return "result" if _RESULT.fullmatch(label) else None


def _in_bracket(line: str) -> tuple[_Columns, list[tuple[int, int]]] | None:
    """The columns that a bracket at the end of a line names, and where those stand that are no results."""
    found = _BRACKET.search(line)
    return _named(found["all"], found.start("all"), ";") if found is not None else None


def _with_bars(line: str) -> tuple[_Columns, list[tuple[int, int]]] | None:
    """The columns of a line with bars, behind its first cell."""
    first = line.find("|", len(line) - len(line.lstrip(" |"))) + 1
    ends = len(line.rstrip(" |"))
    named = _named(line[first:ends], first, "|") if 0 < first < ends else None
    return (named[0], [(0, first), *named[1]]) if named is not None else None  # "Chỉ tiêu |" is no goal


def _named(labels: str, at: int, mark: str) -> tuple[_Columns, list[tuple[int, int]]] | None:
    kinds: list[str] = []
    gone: list[tuple[int, int]] = []
    for label in labels.split(mark):
        kind = _kind(label)
        if kind is None:
            return None
        if kinds:
            gone.append((at - 1, at + len(label)))
        kinds.append(kind)
        at += len(label) + 1
    if len(kinds) < 2 or kinds[0] != "result" or "result" in kinds[1:]:
        return None
    return _Columns(tuple(kinds)), gone


_Told = tuple[int, int, str, int]


def _item(line: str, columns: _Columns) -> list[_Told]:
    """An item whose cells semicolons part, the result with its unit ("Xi măng: 842.000 tấn; 84,2; 110,6")."""
    found = _ITEM.fullmatch(line)
    if found is None:
        return []
    cells = list(_cells(found["cells"], found.start("cells"), ";"))
    if len(cells) != len(columns.kinds) or not any(_NUMBER.fullmatch(cell) for _, cell in cells[1:]):
        return []
    return _worded(cells[1:], columns)


def _row(line: str, columns: _Columns, unit: str) -> tuple[list[_Told], str]:
    """A row with bars between its cells, and the unit that its name tells or that goes on from the row before."""
    first = line.find("|", len(line) - len(line.lstrip(" |")))
    own = _UNIT.search(line, 0, first)
    unit = own["unit"] if own is not None else unit
    cells = list(_cells(line[first + 1 :].rstrip(" |"), first + 1, "|"))
    if len(cells) != len(columns.kinds) or not all(_NUMBER.fullmatch(c) or _EMPTY.fullmatch(c) for _, c in cells):
        return [], unit
    at, result = cells[0]
    if _NUMBER.fullmatch(result) is None:
        return [], unit
    name = own.start() if own is not None else len(line[:first].rstrip())
    done, end = at + len(result), len(line.rstrip())
    told: list[_Told] = [(name, at, ": ", at), (done, done, f" {unit}", done - 1)]
    told += _worded(cells[1:], columns, done)
    last = max(piece[1] for piece in told)
    return [*told, *([(last, end, "", last)] if last < end else [])], unit


def _cells(text: str, at: int, mark: str) -> Iterator[tuple[int, str]]:
    """The cells with where each begins, without the spaces around them."""
    for cell in text.split(mark):
        yield at + len(cell) - len(cell.lstrip()), cell.strip()
        at += len(cell) + 1


def _worded(cells: list[tuple[int, str]], columns: _Columns, done: int | None = None) -> list[_Told]:
    """The cells behind the result, in words before and behind each number; bars give way from where it is ``done``."""
    told: list[_Told] = []
    for (at, cell), kind in zip(cells, columns.kinds[1:], strict=True):
        number = _NUMBER.fullmatch(cell)
        if number is None:
            continue
        before, behind = _saying(cell, kind)
        start, end = at + (cell[0] in "+-"), at + len(cell)
        told.append((at if done is None else done, start, before if done is None else f"; {before}", start))
        told.append((end - len(number["percent"] or ""), end, f"%{behind}", end - 1))
        done = None if done is None else end
    return told


def _saying(cell: str, kind: str) -> tuple[str, str]:
    """The words before and behind a cell of a kind."""
    if kind == "plan":
        return "bằng ", " kế hoạch"
    value = abs(float(cell.strip(" %").replace(".", "").replace(",", ".")))
    if cell[0] in "+-" or kind == "rise" or value < _INDEX_FROM:
        return "giảm " if cell[0] == "-" else "tăng ", _LAST_YEAR
    return "bằng ", _LAST_YEAR
