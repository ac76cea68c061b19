"""The answer to a question: columns and rows of plain values, and the texts that it can become."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.render import number


class Ref(str):
    """Something that has an IRI, as the code that facts write for it (``VN-66``), with its IRI and its label."""

    __slots__ = ("iri", "label")
    iri: str
    label: str

    def __new__(cls, code: str, iri: str, label: str) -> Ref:
        """The code is the text; ``label`` is what a person reads."""
        made = super().__new__(cls, code)
        made.iri = iri
        made.label = label
        return made

    def __reduce__(self) -> tuple[type[Ref], tuple[str, str, str]]:
        """So that tables can be copied and sent to other processes."""
        return Ref, (str(self), self.iri, self.label)


Cell = str | int | Decimal | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns. A cell is text, a number, true or false, a ``Ref``, or None where nothing is known."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]

    def records(self) -> list[dict[str, Cell]]:
        """Each row as a mapping from column to cell."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def column(self, name: str) -> list[Cell]:
        """The cells of one column; raises ValueError where there is none of that name."""
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def without_empty_columns(self) -> Table:
        """The table without the columns that hold nothing in any row (all are kept where there are no rows)."""
        kept = [place for place in range(len(self.columns)) if any(row[place] is not None for row in self.rows)]
        if not self.rows:
            return self
        columns = tuple(self.columns[place] for place in kept)
        return Table(columns, [tuple(row[place] for place in kept) for row in self.rows])

    def to_json(self) -> str:
        """A JSON array with one object a row; things stand as their codes."""
        return json.dumps(
            [{k: _plain(v) for k, v in row.items()} for row in self.records()], ensure_ascii=False, indent=2
        )

    def to_csv(self) -> str:
        """Comma-separated values with a header line; things stand as their codes."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows([["" if cell is None else _plain(cell) for cell in row] for row in self.rows])
        return text.getvalue()

    def to_markdown(self) -> str:
        """A Markdown table; things stand as their labels, columns without any value are left out.

        >>> print(Table(("area", "value"), [(Ref("VN-66", "", "Hưng Yên"), 7)]).to_markdown())
        | area | value |
        | --- | --- |
        | Hưng Yên | 7 |
        """
        shown = self.without_empty_columns()
        lines = [shown.columns, ("---",) * len(shown.columns)]
        lines.extend(tuple(_markdown(cell) for cell in row) for row in shown.rows)
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _plain(cell: Cell) -> str | int | float | bool | None:
    """A cell as JSON has it."""
    return number(cell) if isinstance(cell, Decimal) else cell


def _markdown(cell: Cell) -> str:
    text = "" if cell is None else cell.label if isinstance(cell, Ref) else str(_plain(cell))
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|")
