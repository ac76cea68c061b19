"""Values as text for a terminal: tables, numbers and marked spans. It prints nothing itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

_GAP = "  "


def cell(value: Any) -> str:
    """One value as a reader wants to see it; a label is preferred to a code.

    >>> cell(Decimal("1234567.5")), cell(None), cell(True)
    ('1,234,567.5', '', 'yes')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int) and abs(value) < 10_000:  # a year is not grouped
        return str(value)
    if isinstance(value, (int, Decimal)):
        return f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return " ".join(str(getattr(value, "label", None) or value).split())


def number(value: Decimal) -> int | float:
    """A decimal as the JSON number that a reader expects: whole values without a point."""
    return int(value) if value == value.to_integral_value() else float(value)


def width(text: str) -> int:
    """How many columns a text takes on a terminal: marks none, wide letters two."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def clip(text: str, columns: int) -> str:
    """The text, cut to so many columns with an ellipsis.

    >>> clip("xuất khẩu", 5)
    'xuất…'
    """
    if width(text) <= columns:
        return text
    kept = text[: max(0, columns - 1)]
    while width(kept) > columns - 1:
        kept = kept[:-1]
    return kept + "…"


def table(columns: Sequence[str], rows: Sequence[Sequence[Any]], limit: int | None = None) -> str:
    """Rows under their column names, numbers to the right; lines no longer than ``limit``, if it is given.

    >>> print(table(["area", "value"], [["VN-66", 7], ["VN-27", 1200]]))
    area   value
    -----  -----
    VN-66      7
    VN-27   1200
    """
    texts = [[cell(value) for value in row] for row in rows]
    widths = [max([width(name), *(width(row[i]) for row in texts)]) for i, name in enumerate(columns)]
    if limit:
        widths = fit(widths, limit)
    right = [bool(rows) and all(_is_number(row[i]) for row in rows) for i in range(len(columns))]
    lines = [_line(columns, widths, right), _GAP.join("-" * w for w in widths)]
    lines.extend(_line(row, widths, right) for row in texts)
    return "\n".join(lines)


def fit(widths: list[int], limit: int) -> list[int]:
    """Column widths made smaller, the widest first, until a line takes no more than ``limit`` columns.

    >>> fit([4, 40, 10], 40)
    [4, 22, 10]
    """
    widths = list(widths)
    excess = sum(widths) + len(_GAP) * (len(widths) - 1) - limit
    while excess > 0 and max(widths) > 8:
        widest = widths.index(max(widths))
        others = [w for i, w in enumerate(widths) if i != widest]
        cut = min(excess, max(1, widths[widest] - max([8, *others])))
        widths[widest] -= cut
        excess -= cut
    return widths


def _is_number(value: Any) -> bool:
    return value is None or (isinstance(value, (int, float, Decimal)) and not isinstance(value, bool))


def _line(texts: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    parts = []
    for text, columns, to_right in zip(texts, widths, right, strict=True):
        shown = clip(text, columns)
        pad = " " * (columns - width(shown))
        parts.append(pad + shown if to_right else shown + pad)
    return _GAP.join(parts).rstrip()


def marked(sentence: str, start: int, end: int, colour: bool = False) -> str:
    """A sentence with one span marked, by colour or by brackets; newlines become spaces.

    >>> marked("đạt 7 tỷ USD", 4, 5)
    'đạt [7] tỷ USD'
    """
    before, after = ("\x1b[1;7m", "\x1b[0m") if colour else ("[", "]")
    return f"{sentence[:start]}{before}{sentence[start:end]}{after}{sentence[end:]}".replace("\n", " ").strip()


def seconds(value: float) -> str:
    """A duration.

    >>> seconds(0.0123), seconds(75)
    ('0.01 s', '1 min 15 s')
    """
    return f"{value:.2f} s" if value < 60 else f"{int(value) // 60} min {int(value) % 60} s"
