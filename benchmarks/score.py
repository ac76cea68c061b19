#!/usr/bin/env python3
"""Scores the reader: a folder of documents against a folder of gold facts.

    python benchmarks/score.py seeds tests/gold/seeds
    python benchmarks/score.py DOCS GOLD --errors observation --docs ID,ID

Prints for each kind of fact how many were asked and given, precision, recall and F1 at each level, and the
fields that were wrong; with --errors also every fact that is missed, spurious or wrong, beside its sentence.
The rules of comparing are in scoring.py and agreement.py.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from agreement import Row
from reading import read_folder, rows_by_document
from scoring import KINDS, LEVELS, Error, Score, compare

SHOWN = (
    *("value", "value_max", "unit", "measure", "indicator", "attribute", "area", "period", "status"),
    *("entity", "number", "person"),
)


def load_gold(path: Path) -> dict[str, list[Row]]:
    """Gold rows by document, from a folder of DOC.jsonl or from one file."""
    by_doc: dict[str, list[Row]] = {}
    for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                row: dict[str, Any] = json.loads(line)
                by_doc.setdefault(row.setdefault("doc", file.stem), []).append(row)
    return by_doc


def table(score: Score) -> Iterator[str]:
    """The lines that say how well each kind of fact was read."""
    for kind, figures in score.as_json().items():
        yield f"{kind}: asked {figures['asked']}, given {figures['given']}"
        for level in LEVELS:
            precision, recall, f1 = figures[level]
            yield f"    {level:7} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"
        wrong = ", ".join(f"{name} {count}" for name, count in figures["wrong_fields"].items())
        yield f"    wrong fields: {wrong or 'none'}"


def listing(errors: Sequence[Error], kind: str) -> Iterator[str]:
    """The lines that show each error of a kind (or ``all``): both facts and the sentence that was read."""
    for error in errors:
        if kind not in ("all", error.fact["kind"]):
            continue
        place = f"{error.doc} {error.fact['kind']} @{error.fact['start']}"
        yield f"{error.what:8} {place} {' '.join(error.fields)}".rstrip()
        for side, fact in (("gold", error.gold), ("read", error.read)):
            if fact is not None:
                kept = {name: fact[name] for name in (*SHOWN, *error.fields) if fact.get(name) is not None}
                yield f"    {side}: {json.dumps(kept, ensure_ascii=False)}"
        if error.read is not None:
            yield f"    {error.read['sentence']}"


def main(argv: Sequence[str] | None = None) -> int:
    """Read the documents, compare, print; 0 when it could be done, whatever the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs_folder", metavar="DOCS", type=Path, help="documents, with documents.csv if there is one")
    parser.add_argument("gold_folder", metavar="GOLD", type=Path, help="DOC.jsonl files, or one .jsonl file")
    parser.add_argument("--errors", metavar="KIND", nargs="?", const="all", choices=("all", *KINDS))
    parser.add_argument("--docs", metavar="ID,ID", default="", help="only these documents")
    parser.add_argument("--json", action="store_true", help="the figures as one JSON object")
    args = parser.parse_args(argv)

    gold = load_gold(args.gold_folder)
    chosen = [doc for doc in args.docs.split(",") if doc] or sorted(gold)
    started = time.perf_counter()
    read = rows_by_document(read_folder(args.docs_folder, only=set(chosen)))
    seconds = time.perf_counter() - started
    missing = [doc for doc in chosen if doc not in read]
    score = compare(gold, read, chosen)
    for line in listing(score.errors, args.errors or ""):
        print(line)
    if args.json:
        print(json.dumps(score.as_json(), ensure_ascii=False))
    else:
        print(*table(score), sep="\n")
        print(f"{len(read)} documents read in {seconds:.2f} s", file=sys.stderr)
    if missing:
        print(f"no such document in {args.docs_folder}: {', '.join(missing)}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
