#!/usr/bin/env python3
"""What `make demo` shows: a graph of the seeds, and answers across its documents, each with its sentence.

The graph stays in the folder ``graph`` (or the one named), to go on with: `.venv/bin/kg query graph`.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import kg
from kg import render
from kg.query import Table
from kg.query.catalogue import find

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS: tuple[tuple[str, dict[str, str]], ...] = (
    ("province-ranking", {"indicator": "iip", "period": "2023", "measure": "growth"}),
    ("indicator-over-time", {"area": "Hưng Yên", "indicator": "export-turnover"}),
    ("target-vs-result", {"area": "Nghệ An", "indicator": "export-turnover"}),
    ("plan-targets", {"number": "148/KH-UBND"}),
    ("projects-by-capacity", {}),
    ("zones-by-occupancy", {"area": "Bắc Giang"}),
    ("who-heads", {}),
    ("repairs", {}),
)
BEHIND = ("sentence", "target_sentence", "result_sentence")
SOURCES = ("document", "target_document", "result_document")
# Columns that repeat the question or say little beside the sentence: `kg query` shows all of them.
LEFT_OUT = {"policy_type", "issuer", "main", "stated", "stated_unit", "type", "head", "period_stated", "claim"}
WIDTH = 120


def answer(table: Table) -> Iterator[str]:
    """The lines of one answer: rows that one sentence states stand together above it."""
    shown = table.without_empty_columns()
    columns = [name for name in shown.columns if name not in LEFT_OUT.union(BEHIND, SOURCES)]
    records = shown.records()
    drawn = render.table(columns, [[record[name] for name in columns] for record in records], limit=WIDTH)
    yield from drawn.splitlines()[:2]
    lines = drawn.splitlines()[2:]
    together = groupby(zip(records, lines, strict=True), key=lambda pair: [pair[0].get(name) for name in BEHIND])
    for _, pairs in together:
        rows = list(pairs)
        yield from (line for _, line in rows)
        yield from quotations(rows[0][0])


def quotations(record: Mapping[str, object]) -> Iterator[str]:
    """Each sentence behind a row, under the document that holds it."""
    quoted = {record.get(name): record.get(source) for name, source in zip(BEHIND, SOURCES, strict=True)}
    for sentence, document in quoted.items():
        if sentence:
            text = f"“{' '.join(str(sentence).split())}” [{document or record.get('document')}]"
            yield from textwrap.wrap(text, WIDTH, initial_indent="    ", subsequent_indent="    ")


def main(argv: Sequence[str]) -> int:
    """Build, ask, print; 1 if a question has no answer."""
    folder = Path(argv[0]) if argv else ROOT / "graph"
    kg.build(ROOT / "seeds", folder)
    unanswered = 0
    with kg.open(folder) as graph:
        facts = sum(1 for _ in graph.facts())
        print(f"{len(graph.documents())} documents, {facts} facts, in {folder}")
        for name, parameters in QUESTIONS:
            command = " ".join(["kg query graph", name, *(f'{key}="{value}"' for key, value in parameters.items())])
            query, table = find(name), graph.query(name, **parameters)
            print(f"\n{'=' * WIDTH}\n{query.title['en']} / {query.title['vi']}\n$ {command}\n")
            print(*answer(table), sep="\n")
            unanswered += not table.rows
    if unanswered:
        print(f"\n{unanswered} questions found no answer", file=sys.stderr)
    return 1 if unanswered else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
