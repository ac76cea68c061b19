"""Rows of a register of projects, zones or plants, one thing a line and its values in columns, told in words.

"2 | Nhà máy ván ép | Công ty A | huyện B | 90.000 m3/năm | 12 triệu USD | 8 ha" is read, under a line that names the
columns or by the units of its cells, as "2. Nhà máy ván ép (chủ đầu tư: Công ty A; huyện B): công suất 90.000 m3/năm;
vốn đầu tư 12 triệu USD; diện tích 8 ha".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.text.relaid import Piece

BARS = (" | ", " – ", " / ")
_AT_LEAST = 3  # cells of a row, its number not counted
_THING = re.compile(
    r"(?:KCN|CCN|KKT|Khu công nghiệp|Cụm công nghiệp|Khu kinh tế|Nhà máy|NM|Dự án|DA|Dây chuyền|Trạm biến áp|TBA"
    r"|Tổ hợp|Thủy điện|Thuỷ điện|Điện gió|Điện mặt trời|Trang trại|Cảng|Kho|Trung tâm|Khu|Xưởng|Đường dây)(?!\w)"
)
# What the columns are called; of the first that fits a label.
_LABELS = tuple(
    (role, re.compile(rf"(?i){pattern}"))
    for role, pattern in (
        ("number", r"(?:tt|stt|số tt)\.?"),
        ("workers", r"(?:số )?(?:lao động|LĐ)(?: \(?(?:người|ng\.?)\)?)?"),
        ("projects", r"(?:số )?(?:dự án|DA)(?: thứ cấp)?"),
        (
            "name",
            r"(?:(?:tên|danh mục) ?(?:các )?(?:dự án|công trình|nhà máy|khu|cụm|kcn|ccn|dn|doanh nghiệp|cơ sở)?.{0,24}"
            r"|dự án|nhà máy|công trình|khu công nghiệp|cụm công nghiệp|kcn|ccn)",
        ),
        ("firm", r"(?:(?:chủ|nhà) đầu tư|doanh nghiệp|đơn vị|công ty|chủ dự án|CĐT).{0,30}"),
        ("place", r"(?:địa điểm|vị trí|địa bàn|nơi|huyện|xã|địa chỉ|địa phương).{0,24}"),
        ("capacity", r"(?:công suất|CS|quy mô|năng lực).{0,24}"),
        ("capital", r"(?:(?:tổng )?(?:vốn|mức đầu tư)|TMĐT|TVĐT|suất đầu tư).{0,40}"),
        ("land", r"(?:đất|(?:tổng )?diện tích|DT).{0,24}"),
        ("full", r"(?:tỷ lệ |tỉ lệ |%)? ?(?:lấp đầy|LĐ %).{0,12}"),
        ("state", r"(?:tiến độ|hoạt động|vận hành|tình trạng|ghi chú|hiện trạng|khởi công|thời gian|năm).{0,30}"),
    )
)
_STARTED = re.compile(r"(?i)(?:hoạt động|vận hành|khởi công|khánh thành|hoàn thành)$")
_BRACKET = re.compile(r"\((?P<all>[^()\n]{0,200}(?: – | / | \| )[^()\n]{0,200})\)\s*:?\s*$")
_NUMBER = re.compile(r"(?:(?:trên|hơn|gần|khoảng|dưới) )?\d[\d.]*(?:,\d+)?")
_MONEY = re.compile(r"(?:(?:trên|hơn|gần|khoảng|dưới) )?\d[\d.,]* (?:tỷ|triệu|tr\.?|nghìn)? ?(?:đồng|USD|đ)(?!\w)[^|]*")
_LAND = re.compile(r"(?:(?:trên|hơn|gần|khoảng|dưới) )?\d[\d.,]* (?:ha|m2)(?:,.*)?")
_ORDINAL = re.compile(r"\d{1,2}[.)] +")
_RATE = re.compile(
    r"(?:(?:trên|hơn|gần|khoảng|dưới) )?\d[\d.,]*(?: (?:triệu|nghìn|tỷ))?(?: [^\W\d]{1,12}){0,4}"
    r"(?: ?MWp?|/(?:năm|ngày|tháng|giờ|ngày đêm))(?:,.*)?"
)
_FIRM = re.compile(
    r"(?:[Cc]hủ đầu tư:? )?"
    r"(?:Công ty|CTCP|Cty|Tập đoàn|Tổng công ty|Ban (?:Quản lý|QL)|HTX|Hợp tác xã|UBND|DNTN|Liên danh)(?!\w)"
)
_PLACE = re.compile(
    r"(?:TP\.?|TX\.?|[Hh]uyện|[Tt]hị xã|[Tt]hành phố|[Xx]ã|[Pp]hường|[Qq]uận|[Tt]hị trấn|KCN|CCN|KKT)\s?\w[^\d]*"
)
_EMPTY = re.compile(r"(?i)(?:[-–x]|chưa(?: có)?|không(?: có)?|\.{2,})?")
_TWICE = re.compile(r"(?<=[\w)])(?P<mark> ?[=/] ?)(?P<second>\d[\d.,]* (?:tỷ|triệu|tr\.?|nghìn) ?(?:đồng|USD|đ))$")
_WHEN = re.compile(r"(?:(?:dự kiến|từ|trong|năm|quý [iv]+|tháng|đầu|cuối) ?)*[\d/. ]*")
_UNIT = re.compile(r"\((?P<unit>[^()\d]{1,16}|1\.?000 \w+)\)")
_MASTER = "chủ đầu tư"
_SAID = {"capacity": "công suất", "capital": "vốn đầu tư", "land": "diện tích", "full": "tỷ lệ lấp đầy"}
_COUNTED = {"projects": " dự án", "workers": " lao động"}


class _Column(NamedTuple):
    role: str
    said: str = ""  # words before a value of it
    unit: str = ""  # its unit, where the label has it


class _Cell(NamedTuple):
    column: _Column
    start: int
    end: int


def told_in_words(text: str) -> Iterator[Piece]:
    """The pieces to write otherwise, in order."""
    head: tuple[str, list[_Column]] | None = None
    at = 0
    for line in text.split("\n"):
        parted = any(line.count(bar) >= _AT_LEAST - 1 for bar in BARS)
        named = _heading(line) if parted else None
        if named is not None:
            head = named
        elif head is not None and line.strip() and head[0] not in line:
            head = None
        if named is None and parted:
            cells = _row(line, head)
            yield from _worded(line, at, cells) if cells else ()
        at += len(line) + 1


def _heading(line: str) -> tuple[str, list[_Column]] | None:
    """The mark that parts the columns which a line names, and the columns; the first is of the things' names."""
    found = _BRACKET.search(line)
    labels = found["all"] if found is not None else line
    for bar in BARS:
        parts = [part.strip() for part in labels.strip(" |").split(bar)]
        if len(parts) >= _AT_LEAST:
            columns = [column for column in map(_column, parts) if column is not None]
            values = sum(column.role in ("capacity", "capital", "land", "full") for column in columns)
            first = int(columns[0].role == "number") if columns else 0
            if len(columns) == len(parts) and values and columns[first].role in ("name", "projects"):
                columns[first] = _Column("name")  # "TT | Dự án | Chủ đầu tư | ...": what they are called, not how many
                return bar, columns
    return None


def _column(label: str) -> _Column | None:
    """What a label says that its column holds."""
    if label.lower() == "tên":
        return _Column("name")
    for role, pattern in _LABELS:
        if pattern.fullmatch(label):
            unit = _UNIT.search(label)
            said = _UNIT.sub("", label).strip().lower() if role == "capital" or _STARTED.match(label) else ""
            said = said.replace("vốn hạ tầng", "vốn đầu tư hạ tầng")
            return _Column(role, said or _SAID.get(role, ""), unit["unit"] if unit is not None else "")
    return None


def _row(line: str, head: tuple[str, list[_Column]] | None) -> list[_Cell]:
    """The cells of a row that say something, by the columns above or by what they hold; none for other lines."""
    if head is not None:
        parts = _parts(line, head[0])
        if len(parts) == len(head[1]):
            return _kept(line, [_Cell(c, *span) for c, span in zip(head[1], parts, strict=True)])
    for bar in (" | ", " / "):  # dashes part much else
        if line.count(bar) >= _AT_LEAST:
            return _by_content(line, _parts(line, bar))
    return []


def _parts(line: str, bar: str) -> list[tuple[int, int]]:
    """Where the cells stand, without the mark of an item and the spaces around them."""
    at = len(line) - len(line.lstrip(" -–+*•|"))
    end = len(line.rstrip(" |"))
    found: list[tuple[int, int]] = []
    for part in line[at:end].split(bar):
        found.append((at + len(part) - len(part.lstrip()), at + len(part.rstrip())))
        at += len(part) + len(bar)
    return found


def _by_content(line: str, parts: list[tuple[int, int]]) -> list[_Cell]:
    """The cells of a row that names a thing and tells where it is or whose, with land, money or a rate behind."""
    first = 1 if line[slice(*parts[0])].rstrip(".)").isdigit() else 0
    ordinal = _ORDINAL.match(line, *parts[0])
    if ordinal is not None:
        parts = [(ordinal.end(), parts[0][1]), *parts[1:]]  # "3. KCN A | Công ty B | 230 ha"
    if len(parts) <= first or _THING.match(line, parts[first][0]) is None:
        return []
    cells = [_Cell(_Column("number"), *span) for span in parts[:first]]
    cells.append(_Cell(_Column("name"), *parts[first]))
    cells.extend(_Cell(_held(line[start:end]), start, end) for start, end in parts[first + 1 :])
    roles = {cell.column.role for cell in cells}
    told = roles & {"firm", "place"} and roles & {"land", "capital", "capacity"}
    return _kept(line, cells) if told else []


def _held(cell: str) -> _Column:
    for role, pattern in (("capital", _MONEY), ("land", _LAND), ("capacity", _RATE), ("place", _PLACE)):
        if pattern.fullmatch(cell):
            return _Column(role, _SAID.get(role, ""))
    return _Column("firm" if _FIRM.match(cell) else "state")


def _kept(line: str, cells: list[_Cell]) -> list[_Cell]:
    kept = [cell for cell in cells if _EMPTY.fullmatch(line, cell.start, cell.end) is None]
    values = [cell for cell in kept if cell.column.role not in ("number", "name", "firm", "place", "state")]
    named = any(cell.column.role == "name" for cell in kept)
    return kept if named and values and any(map(str.isdigit, line[values[0].start : values[0].end])) else []


def _worded(line: str, at: int, cells: list[_Cell]) -> Iterator[Piece]:
    """The words between the cells of a row, each at the place of a letter of the line."""
    opened = told = False
    done = 0
    for cell in cells:
        role = cell.column.role
        if role in ("number", "name"):
            between = "" if role == "number" else ". " if done else "- "
        elif role in ("firm", "place") and not told:
            named = role == "place" or line[cell.start : cell.end].lower().startswith(_MASTER)
            between = f"{'; ' if opened else ' ('}{'' if named else f'{_MASTER}: '}"
            opened = True
        else:
            between = "; " if told else "): " if opened else ": "
            told = True
            between += _before(line[cell.start : cell.end].lower(), cell.column)
        if role != "number":
            yield Piece(at + done, at + cell.start, between, (at + max(cell.start - 1, done),) * len(between))
        yield from _inside(line, at, cell)
        done = cell.end
    yield Piece(at + done, at + len(line), ".", (at + done - 1,))


def _before(cell: str, column: _Column) -> str:
    """The words that a column gives to a cell without them ("dự kiến 2027", under "Hoạt động")."""
    bare = column.role != "state" or _WHEN.fullmatch(cell)
    return f"{column.said} " if column.said and bare and column.said not in cell else ""


def _inside(line: str, at: int, cell: _Cell) -> Iterator[Piece]:
    """What is written otherwise within a cell: a number without what it counts, a sum told again in other money."""
    text, end = line[cell.start : cell.end], at + cell.end
    behind = _COUNTED.get(cell.column.role) or (f" {cell.column.unit}" if cell.column.unit else "")
    if behind and _NUMBER.fullmatch(text):
        yield Piece(end, end, behind, (end - 1,) * len(behind))
    twice = _TWICE.search(text) if cell.column.role == "capital" else None
    if twice is not None:
        start = at + cell.start + twice.start("mark")
        yield Piece(start, at + cell.start + twice.end("mark"), " (", (start, start))
        yield Piece(end, end, ")", (end - 1,))
