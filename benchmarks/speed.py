#!/usr/bin/env python3
"""Times what users wait for, on a folder of documents: reading, building, building again, and start-up.

    python benchmarks/speed.py FOLDER

Reading is one process and holds no store; building uses all cores and ends with a store on disk. Quads and bytes
a fact are what every later load and query pays for. The ontology's own quads are counted apart.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import kg
from kg import terms
from kg.scale.sources import find
from reading import read_folder

STARTS = 5


def seconds(*command: str) -> float:
    """The best wall time of a command over a few runs."""
    best = float("inf")
    for _ in range(STARTS):
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        best = min(best, time.perf_counter() - started)
    return best


def reading(folder: Path) -> Iterator[str]:
    """How fast documents become facts in one process; the first document pays for the lexicon."""
    sources, _ = find([folder])
    size = sum(Path(source.path).stat().st_size for source in sources) / 1e6
    readings = read_folder(folder)
    started = time.perf_counter()
    facts = len(next(readings).facts)
    first = time.perf_counter() - started
    facts += sum(len(found.facts) for found in readings)
    took = max(time.perf_counter() - started - first, 1e-9)
    rest = len(sources) - 1
    yield f"{len(sources)} documents, {size:.1f} MB, {facts} facts"
    yield f"first document      {first:8.2f} s"
    yield f"reading the rest    {took:8.2f} s   {rest / took:,.0f} documents/s   {size / took:.2f} MB/s"


def building(folder: Path) -> Iterator[str]:
    """How long a build takes, what it leaves on disk, and what building again costs."""
    with tempfile.TemporaryDirectory() as place:
        graph = Path(place) / "graph"
        for what in ("building", "building again"):
            started = time.perf_counter()
            report = kg.build(folder, graph)
            yield f"{what:<19} {time.perf_counter() - started:8.2f} s"
            if report.read:
                yield "    " + ", ".join(f"{stage} {took:.2f}" for stage, took in report.stages.seconds.items())
        size = sum(file.stat().st_size for file in graph.rglob("*") if file.is_file())
        with kg.open(graph) as opened:
            vocabulary = sum(1 for _ in opened.store.statements(terms.ONTOLOGY_GRAPH))
        facts, quads = max(report.claims, 1), report.quads - vocabulary
        yield f"{quads:,} quads, {quads / facts:.1f} a fact; with the ontology {size / 1e6:.1f} MB on disk"
        query = ("-m", "kg", "query", str(graph), "documents")
        yield f"kg --help           {seconds(sys.executable, '-m', 'kg', '--help'):8.2f} s"
        yield f"kg query            {seconds(sys.executable, *query):8.2f} s"


def main(argv: Sequence[str] | None = None) -> int:
    """Time everything on one folder and print it as it comes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="FOLDER", type=Path)
    folder = parser.parse_args(argv).folder
    for part in (reading, building):
        for line in part(folder):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
