"""The flat fact table: one JSON object, or one row, a fact."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.facts.table import COLUMNS, to_row
from kg.store import Store
from kg.store.claims import readings

_FRONT = ("doc", "kind", "start", "end", "sentence")
_BACK = ("confidence", "rules", "repairs")
CSV_COLUMNS = (*_FRONT, *dict.fromkeys(name for columns in COLUMNS.values() for name in columns), *_BACK)


def rows(store: Store) -> Iterator[dict[str, Any]]:
    """Every fact as a flat row, by document and place in the text."""
    for reading in readings(store):
        for fact in reading.facts:
            yield to_row(fact)


def write_facts(store: Store, path: Path, options: Mapping[str, Any]) -> None:  # noqa: ARG001 (all formats take options)
    """JSON lines, absent values as null."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows(store):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def write_csv(store: Store, path: Path, options: Mapping[str, Any]) -> None:  # noqa: ARG001
    """A table with the columns of all kinds; a cell that a fact does not have is empty."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:  # the mark tells spreadsheets that it is UTF-8
        writer = csv.DictWriter(file, CSV_COLUMNS, restval="", lineterminator="\r\n")
        writer.writeheader()
        for row in rows(store):
            repairs = "; ".join(f"{r['field']}: {r['was']} → {r['became']}" for r in row["repairs"])
            writer.writerow({**row, "rules": " ".join(row["rules"]), "repairs": repairs})
