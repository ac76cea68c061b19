#!/usr/bin/env python3
"""Damages documents at random, reads them again, and lists the facts that came out otherwise.

    python benchmarks/damage.py FOLDER [--seed 1] [--seeds 3]

What the reader makes of the clean text is taken as right: the figure says how much of it errors of typing cost,
not how good it is. ``typing_errors.py`` says which errors there are and how often each is made.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from agreement import Row
from kg.facts import read
from kg.facts.table import to_row
from kg.lexicon import load
from kg.model import Document
from reading import read_folder
from typing_errors import damaged

# Where a fact stands moves with every letter put in; the wording of its sentence is damaged on purpose.
PLACE = ("doc", "start", "end", "sentence", "sentence_start", "sentence_end", "rules", "confidence", "repairs")


def main(argv: Sequence[str] | None = None) -> int:
    """Read each document clean and damaged, list what differs, count; always 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--seeds", type=int, default=1, help="how many seeds to try, one after the other")
    args = parser.parse_args(argv)

    asked = lost = made_up = 0
    for reading in read_folder(args.folder):
        clean = [to_row(fact) for fact in reading.facts]
        for seed in range(args.seed, args.seed + args.seeds):
            text = damaged(unicodedata.normalize("NFC", reading.document.text), seed)
            harmed = reread(reading.document, text)
            missing, extra = Counter(map(content, clean)), Counter(map(content, harmed))
            missing, extra = missing - extra, extra - missing
            asked, lost, made_up = asked + len(clean), lost + missing.total(), made_up + extra.total()
            show(f"{reading.document.id} seed {seed} lost", clean, missing)
            show(f"{reading.document.id} seed {seed} instead", harmed, extra)
    rate = 100 * lost / asked if asked else 0.0
    print(f"{lost} of {asked} facts lost or changed by damage, {rate:.1f} %; {made_up} read instead")
    return 0


def reread(document: Document, text: str) -> list[Row]:
    """The facts of the document as if ``text`` were what it says."""
    return [to_row(fact) for fact in read(replace(document, text=text), load()).facts]


def content(row: Row) -> tuple[tuple[str, str], ...]:
    """What a fact says, in one case, without where it stands."""
    return tuple((name, str(value).casefold()) for name, value in sorted(row.items()) if name not in PLACE)


def show(label: str, rows: Iterable[Row], differing: Counter[tuple[tuple[str, str], ...]]) -> None:
    """Print each row whose content differs, as often as it does, beside its sentence."""
    left = Counter(differing)
    for row in rows:
        said = content(row)
        if left[said] > 0:
            left[said] -= 1
            print(f"{label}: {' '.join(f'{name}={value}' for name, value in said if value != 'none')}")
            print(f"    {row.get('sentence')}")


if __name__ == "__main__":
    sys.exit(main())
