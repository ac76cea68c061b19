#!/usr/bin/env python3
"""How fast documents are read in one process, side by side with the usual tools on the same texts.

    python benchmarks/speed.py FOLDER [--seconds 8] [--json FILE]

Each tool reads the documents from the first on until its seconds are over; what is compared is megabytes a second.
spaCy only matches the phrases of our vocabulary (blank pipeline and PhraseMatcher), underthesea only splits words,
quantulum3 only finds quantities; ours goes from bytes to facts. Tools that are not there are left out: install them
with  pip install -r requirements/bench.in  into an environment of their own.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from kg.lexicon import load
from kg.rdf.quads import reading_to_nquads
from kg.scale.reader import DocumentReader
from kg.scale.sources import Source, find

_SEEDS = Path(__file__).parent.parent / "seeds"
_KG = "import sys; from kg.cli import main; sys.exit(main())"
Read = Callable[[Source], object]


def ours() -> Read:
    """From bytes to facts."""
    reader = DocumentReader()
    reader.prepare()
    return reader


def ours_with_quads() -> Read:
    """From bytes to the text that the store loads."""
    reader = ours()
    return lambda source: reading_to_nquads(reader(source), "v")  # type: ignore[arg-type]


def spacy() -> Read:
    """A blank pipeline and a PhraseMatcher over all wordings of the vocabulary."""
    import spacy as library  # type: ignore[import-not-found,unused-ignore]
    from spacy.matcher import PhraseMatcher  # type: ignore[import-not-found,unused-ignore]

    pipeline = library.blank("xx")
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    matcher.add("wording", list(pipeline.tokenizer.pipe(load().wordings)))
    return lambda source: matcher(pipeline(text_of(source)))


def underthesea() -> Read:
    """Vietnamese words."""
    from underthesea import word_tokenize  # type: ignore[import-not-found,unused-ignore]

    return lambda source: word_tokenize(text_of(source))


def quantulum3() -> Read:
    """Quantities."""
    from quantulum3 import parser  # type: ignore[import-not-found,unused-ignore]

    return lambda source: parser.parse(text_of(source))


TOOLS: tuple[tuple[str, Callable[[], Read]], ...] = (
    ("kg: facts", ours),
    ("kg: facts and N-Quads", ours_with_quads),
    ("spaCy xx + PhraseMatcher", spacy),
    ("underthesea word_tokenize", underthesea),
    ("quantulum3", quantulum3),
)


def text_of(source: Source) -> str:
    """The text of a document."""
    return source.content().decode("utf-8", "replace")


def timed(read: Read, sources: Sequence[Source], seconds: float) -> dict[str, float]:
    """Documents and megabytes a second of processor time, after a few documents that do not count."""
    for source in sources[:3]:
        read(source)
    done = 0
    start = time.process_time()
    for source in sources:
        read(source)
        done += 1
        if time.process_time() - start > seconds:
            break
    spent = time.process_time() - start
    size = sum(Path(source.path).stat().st_size for source in sources[:done])
    return {"documents": done, "seconds": spent, "documents/s": done / spent, "MB/s": size / 1e6 / spent}


def start_up() -> dict[str, float]:
    """Seconds from start to end of short commands, the best of five: help, and a query to a graph of five documents."""

    def run(*arguments: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-P", "-c", _KG, *arguments], check=True, capture_output=True)
        return time.perf_counter() - start

    with tempfile.TemporaryDirectory(prefix="kg-bench-") as folder:
        graph = f"{folder}/graph"
        run("build", str(_SEEDS), "-o", graph)
        commands = {"kg --help": ("--help",), "kg query": ("query", graph, "documents")}
        return {name: min(run(*arguments) for _ in range(5)) for name, arguments in commands.items()}


def main(argv: Sequence[str] | None = None) -> int:
    """Time each tool and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=8.0, help="for each tool (8)")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(argv)
    sources, _ = find([options.folder])
    result: dict[str, Any] = {}
    for name, make in TOOLS:
        try:
            result[name] = timed(make(), sources, options.seconds)
        except ImportError:
            print(f"{name:28} is not installed", file=sys.stderr)
    base = result["kg: facts"]["MB/s"]
    print(f"{'tool':28} {'documents':>9} {'documents/s':>12} {'MB/s':>8}  kg is so many times as fast")
    for name, row in result.items():
        print(
            f"{name:28} {row['documents']:9,} {row['documents/s']:12,.0f} {row['MB/s']:8.3f}  {base / row['MB/s']:6.2f}"
        )
    for command, seconds in start_up().items():
        result[command] = seconds
        print(f"{command}: {seconds:.2f} s")
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
