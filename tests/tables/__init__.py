"""Tables of examples: what a text says and what is to be read from it, in files that people can read.

Two formats, both plain text with ``#`` comments that say where the examples come from.

Tables (``rows``): one example a line, columns parted by ``|``.

Reading tables (``examples``): blocks parted by blank lines. Unindented lines are the document; indented
lines say what is wanted of the number with those digits (``8#2``: of their second place in the text)::

    @ date=2024-06-11 publisher=baohungyen.vn        what a manifest knows, optional
    Kim ngạch xuất khẩu của tỉnh đạt 3,2 tỷ USD, tăng 8%.
      3,2  indicator=export-turnover; value=3200000000
      8    measure=growth; base=yoy
      5    none                                      no observation at these digits
      6    period=2024  ? why it is not read yet     a known gap: an expected failure, and strict

A field that an example is not about is not named; ``null`` means that it must be absent. ``*  none``: no figure
of the whole text is an observation or an entity's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Wanted:
    """What is wanted of one number: its digits, which of their places in the text, its fields (None: no fact)."""

    digits: str
    place: int
    fields: dict[str, str | None] | None
    gap: str | None = None


@dataclass(frozen=True)
class Example:
    """A document of one to a few sentences with what is wanted of it."""

    name: str
    text: str
    meta: dict[str, str]
    wanted: tuple[Wanted, ...]

    @property
    def gap(self) -> str | None:
        """Why the reader does not manage it yet, if it does not."""
        return self.wanted[0].gap


@dataclass
class _Block:
    lines: list[str] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    wanted: list[Wanted] = field(default_factory=list)
    number: int = 0


def rows(name: str, width: int) -> list[Any]:
    """The lines of a table as parameters of a test, each as so many cells (missing ones are empty).

    A cell that opens with ``?`` says why the reader does not manage the line yet: a strict expected failure.
    """
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [_row(line, width) for line in lines if line.strip() and not line.startswith("#")]


def _row(line: str, width: int) -> Any:
    cells = [cell.strip() for cell in line.split("|")]
    gaps = [cell[1:].strip() for cell in cells if cell.startswith("?")]
    values = [cell for cell in cells if not cell.startswith("?")][:width]
    marks = [pytest.mark.xfail(reason=gap) for gap in gaps]
    return pytest.param(*values, *[""] * (width - len(values)), id=cells[0], marks=marks)


def examples(name: str) -> list[Any]:
    """The examples of a reading table as parameters of a test; known gaps are strict expected failures."""
    return [
        pytest.param(example, id=example.name, marks=[pytest.mark.xfail(reason=example.gap)] if example.gap else [])
        for example in _examples(FOLDER / name)
    ]


def _examples(path: Path) -> Iterator[Example]:
    block = _Block()
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        if line.startswith("# "):
            continue
        if not line.strip():
            if block.lines:
                name = f"{path.stem}-{block.number}"
                yield from _split(Example(name, "\n".join(block.lines) + "\n", block.meta, tuple(block.wanted)))
            block = _Block()
        elif line.startswith("@ "):
            block.meta |= dict(pair.split("=", 1) for pair in line[2:].split())
        elif line.startswith("  "):
            block.wanted.append(_wanted(line))
        else:
            block.number = block.number or number
            block.lines.append(line)


def _split(example: Example) -> Iterator[Example]:
    """An example without its gaps, and each gap as an example of its own."""
    known = tuple(wanted for wanted in example.wanted if not wanted.gap)
    if known:
        yield replace(example, wanted=known)
    for wanted in example.wanted:
        if wanted.gap:
            yield replace(example, name=f"{example.name}-gap-{wanted.digits}", wanted=(wanted,))


def _wanted(line: str) -> Wanted:
    stated, _, gap = line.strip().partition("  ? ")
    digits, _, rest = stated.strip().partition("  ")
    digits, _, place = digits.partition("#")
    if rest.strip() == "none":
        return Wanted(digits, int(place or 1), None, gap or None)
    pairs = (pair.split("=", 1) for pair in rest.strip().split(";"))
    fields = {key.strip(): None if value.strip() == "null" else value.strip() for key, value in pairs}
    return Wanted(digits, int(place or 1), fields, gap or None)
