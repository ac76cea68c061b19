#!/usr/bin/env python3
"""Says documents in other words, reads them again, and counts the facts that came out otherwise.

    python benchmarks/reworded.py FOLDER [--only TEXT] [--show]

What the reader makes of the text as it is taken as right: the figure says how much of it hangs on the wording, not
how good it is. ``rewordings.py`` says what is put for what.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from agreement import Row
from damage import reread
from reading import read_folder
from rewordings import rewordings

# What a figure says, without its place and without what it is worded as.
FIELDS = ("indicator", "measure", "value", "unit", "area", "period", "status", "base", "partner", "investor", "flow")


def main(argv: Sequence[str] | None = None) -> int:
    """For each rewording, the documents that it changes, their observations, and those that came out otherwise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    parser.add_argument("--only", metavar="TEXT", default="", help="those whose names hold this")
    parser.add_argument("--show", action="store_true", help="list what differs")
    args = parser.parse_args(argv)

    readings = list(read_folder(args.folder))
    plain = {reading.document.id: observations(reread(reading.document, reading.document.text)) for reading in readings}
    asked = changed = 0
    for way in rewordings():
        if args.only not in way.name:
            continue
        documents = facts = otherwise = 0
        for reading in readings:
            text = way.rewrite(reading.document.text)
            if text == reading.document.text:
                continue
            was, now = plain[reading.document.id], observations(reread(reading.document, text))
            documents, facts = documents + 1, facts + was.total()
            otherwise += max((was - now).total(), (now - was).total())
            if args.show:
                show(f"{reading.document.id}: {way.name}", was, now)
        asked, changed = asked + facts, changed + otherwise
        rate = 100 * otherwise / facts if facts else 0.0
        print(f"{way.name:36} {documents:4} documents {facts:6} facts {otherwise:5} otherwise {rate:6.2f} %")
    print(f"{changed} of {asked} came out otherwise, {100 * changed / asked if asked else 0.0:.2f} %")
    return 0


def observations(rows: Sequence[Row]) -> Counter[tuple[str, ...]]:
    """What the observations among the rows say, each as often as it is told."""
    return Counter(tuple(str(row.get(name)) for name in FIELDS) for row in rows if row["kind"] == "observation")


def show(label: str, was: Counter[tuple[str, ...]], now: Counter[tuple[str, ...]]) -> None:
    """Print what is told no more, and what is told instead."""
    for sign, differing in (("-", was - now), ("+", now - was)):
        for said in sorted(differing.elements()):
            print(f"{label} {sign} {' '.join(value for value in said if value != 'None')}")


if __name__ == "__main__":
    sys.exit(main())
