#!/usr/bin/env python3
"""Counts the facts that the reader finds in documents on other subjects, and lists each with its sentence.

    python benchmarks/false_positives.py FOLDER [--kind observation] [--limit N]

Such documents hold few true facts or none, so each line is to be judged by eye: what is true may stay. The
figure to keep low is observations per 100 documents.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from kg.facts.table import to_row
from reading import read_folder
from scoring import KINDS

SHOWN = ("indicator", "entity", "attribute", "number", "person", "role", "measure", "value", "unit", "area", "period")


def main(argv: Sequence[str] | None = None) -> int:
    """Read, list, count; always 0, since only a person can say which facts are false."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    parser.add_argument("--kind", choices=KINDS, default="observation", help="the kind of fact that is listed")
    parser.add_argument("--limit", type=int, help="read only so many documents")
    args = parser.parse_args(argv)

    found: Counter[str] = Counter()
    documents = 0
    for reading in islice(read_folder(args.folder), args.limit):
        documents += 1
        for row in map(to_row, reading.facts):
            found[row["kind"]] += 1
            if row["kind"] == args.kind:
                said = " ".join(f"{name}={row[name]}" for name in SHOWN if row.get(name) is not None)
                print(f"{row['doc']} @{row['start']} {said}\n    {row['sentence']}")
    for kind in KINDS:
        rate = 100 * found[kind] / documents if documents else 0.0
        print(f"{kind}: {found[kind]} in {documents} documents, {rate:.2f} per 100")
    return 0


if __name__ == "__main__":
    sys.exit(main())
