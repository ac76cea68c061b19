#!/usr/bin/env python3
"""Composes documents of this genre from templates, with the facts that they state beside them.

    python benchmarks/generate.py FOLDER --documents 10000 --seed 1

writes FOLDER/docs/0000/g0000000.txt ... with a documents.csv in each folder of a thousand, and FOLDER/gold/0000.jsonl
... in the form of docs/facts.md. The same seed gives the same bytes, and document N is the same in a corpus of any
size, so `score.py FOLDER/docs FOLDER/gold` tells how well what `speed.py` and `build.py` time was read.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

from kg.lexicon import load
from page import Page
from templates import ABOUT, noise

A_FOLDER = 1000


def provinces() -> list[tuple[str, str]]:
    """Code and name of the provinces as they were before July 2025, by code."""
    areas = (concept for concept in load().concepts.values() if concept.scheme == "area")
    return sorted((area.code, area.label) for area in areas if area.code.startswith("VN-") and "/" not in area.code)


def compose(index: int, seed: int, places: Sequence[tuple[str, str]]) -> tuple[Page, dict[str, str]]:
    """Document ``index`` of a corpus, and its line in the manifest."""
    random = Random(f"{seed}/{index}")
    code, name = random.choice(places)
    page = Page(f"g{index:07}", code, name, random.randint(2015, 2024), random.choice((3, 6, 9, 11, 12)), seed)
    page.say(f"Tình hình kinh tế - xã hội tỉnh {name} {page.period_text}")
    page.end("", "\n")
    for _ in range(random.randint(2, 6)):
        for template in random.sample(ABOUT, random.randint(1, 3)):
            template(page, random)
            for _ in range(random.randint(0, 3)):
                noise(page, random)
        page.paragraph()
    date = f"{page.year + page.month // 12}-{page.month % 12 + 1:02}-{random.randint(1, 28):02}"
    title = page.text.partition("\n")[0]
    return page, {"file": f"{page.doc}.txt", "title": title, "publisher": "", "url": "", "date": date}


def write(folder: Path, count: int, seed: int) -> int:
    """A corpus of so many documents; returns how many bytes of text it has."""
    places, size = provinces(), 0
    for start in range(0, count, A_FOLDER):
        name = f"{start // A_FOLDER:04}"
        docs = folder / "docs" / name
        docs.mkdir(parents=True, exist_ok=True)
        (folder / "gold").mkdir(exist_ok=True)
        with (
            (docs / "documents.csv").open("w", encoding="utf-8", newline="") as manifest,
            (folder / "gold" / f"{name}.jsonl").open("w", encoding="utf-8") as gold,
        ):
            lines = csv.DictWriter(manifest, ("file", "title", "publisher", "url", "date"), lineterminator="\n")
            lines.writeheader()
            for index in range(start, min(start + A_FOLDER, count)):
                page, line = compose(index, seed, places)
                data = page.text.encode()
                size += len(data)
                (docs / line["file"]).write_bytes(data)
                lines.writerow(line)
                gold.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in page.rows)
    return size


def main(argv: Sequence[str] | None = None) -> int:
    """Write a corpus and say how large it is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(argv)
    size = write(options.folder, options.documents, options.seed)
    print(f"{options.documents:,} documents, {size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
