"""Reads an example of ``tables`` and says what is wrong with the facts of its numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any

from kg.facts import read as read_facts
from kg.facts.table import to_row
from kg.lexicon import load
from kg.model import Document
from kg.text.read import document
from tables import Example, Wanted

_META = {"date": "2024-06-11", "publisher": "baohungyen.vn"}
_NUMBERS = ("value", "value_max")


def as_document(text: str, **meta: str | None) -> Document:
    """A document of a local newspaper, published 2024-06-11 unless said otherwise; ``none`` for unknown."""
    known = {k: v for k, v in {**_META, **meta}.items() if v and v != "none"}
    return document("example", text.encode(), known)


def read(text: str, **meta: str | None) -> list[dict[str, Any]]:
    """The facts of a text as rows of the fact table."""
    return [to_row(fact) for fact in read_facts(as_document(text, **meta), load()).facts]


@lru_cache(maxsize=1024)
def _rows(text: str, meta: tuple[tuple[str, str], ...]) -> list[dict[str, Any]]:
    return read(text, **dict(meta))


def mistakes(example: Example) -> list[str]:
    """What the reader gets wrong of an example, one line for each number."""
    found = _rows(example.text, tuple(sorted(example.meta.items())))
    wrong = [line for wanted in example.wanted if (line := _mistake(example.text, wanted, found))]
    return [example.text, *wrong] if wrong else []


def _mistake(text: str, wanted: Wanted, found: list[dict[str, Any]]) -> str | None:
    if wanted.digits == "*":  # the whole text states no figure
        figures = [text[r["start"] : r["end"]] for r in found if r["kind"] in ("observation", "entity")]
        return f"figures {figures}, wanted none" if figures else None
    start = _places(text, wanted.digits)[wanted.place - 1]
    here = [row for row in found if (row["start"], row["end"]) == (start, start + len(wanted.digits))]
    if wanted.fields is None:
        return f"{wanted.digits}: a fact, wanted none: {_short(here[0])}" if here else None
    if not here:
        return f"{wanted.digits}: no fact; facts at {[text[r['start'] : r['end']] for r in found]}"
    differences = [_differences(row, wanted.fields) for row in here]
    best = min(differences, key=len)
    return f"{wanted.digits}: {'; '.join(best)}" if best else None


def _places(text: str, digits: str) -> list[int]:
    """Where the digits stand as a number of their own."""
    own = re.compile(rf"(?<![\d])(?<!\d[.,]){re.escape(digits)}(?!\d)(?![.,]\d)")
    return [match.start() for match in own.finditer(text)]


def _differences(row: dict[str, Any], fields: dict[str, str | None]) -> list[str]:
    return [
        f"{name} is {row.get(name)!r}, wanted {wanted!r}"
        for name, wanted in fields.items()
        if not _same(name, row.get(name), wanted)
    ]


def _same(name: str, got: Any, wanted: str | None) -> bool:
    if got is None or wanted is None:
        return got is None and wanted is None
    if name in _NUMBERS:
        return Decimal(str(got)) == Decimal(wanted)
    if name == "repairs":
        return any(wanted in repair.values() for repair in got)
    return str(got) == wanted


def _short(row: dict[str, Any]) -> str:
    return " ".join(
        f"{k}={row[k]}" for k in ("indicator", "entity", "measure", "value", "unit") if row.get(k) is not None
    )
