#!/usr/bin/env python3
"""What a build costs: reading alone, loading alone, and all of it; memory; quads and bytes a fact.

    python benchmarks/build.py FOLDER [--jobs N] [--json FILE] [--work FOLDER]

The promises: all of it takes no longer than 1.5 times the larger of reading on all cores and loading the same quads
(all of the graph's), and two seconds; builder and readers need less than 1 GB each; and the graph stays lean: with
--quads and --bytes the command fails (exit code 1) where a fact costs more.
Several folders make a curve: benchmarks/curve.py draws the JSON of several runs.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from kg.pipeline import build
from kg.scale.pool import available_cores
from kg.scale.reader import DocumentReader
from kg.scale.reading import read_all
from kg.scale.sources import find
from kg.store.folder import current_store
from kg.store.oxigraph import OxigraphStore


def processor() -> float:
    """Processor seconds of this process and of those that it has waited for."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def reading(folder: Path, jobs: int, quads: Path) -> float:
    """Seconds to read all documents, writing what is to be loaded."""
    sources, _ = find([folder])
    start = time.perf_counter()
    with quads.open("w", encoding="utf-8") as file:
        for batch in read_all(sources, len(sources), DocumentReader(), jobs):
            file.writelines(outcome.nquads for outcome in batch.outcomes)
    return time.perf_counter() - start


def loading(graph: Path, quads: Path, store: Path) -> float:
    """Seconds to load all quads of a graph into a new store; in a process of its own, whose memory does not count."""
    # not forked: a child cannot use the store's library once this process has
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        return other.submit(_loading, graph, quads, store).result()


def _loading(graph: Path, quads: Path, store: Path) -> float:
    with OxigraphStore(current_store(graph), read_only=True) as made, quads.open("wb") as file:
        made.dump(file)
    start = time.perf_counter()
    with OxigraphStore(store) as opened:
        opened.bulk_load(quads)
        opened.flush()
    return time.perf_counter() - start


def measure(folder: Path, jobs: int, work: Path) -> dict[str, Any]:
    """All figures of one corpus."""
    quads, graph = work / "all.nq", work / "graph"
    before = processor()
    read = reading(folder, jobs, quads)
    read_work = processor() - before
    readers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    lines = sum(1 for _ in quads.open("rb"))
    start, before = time.perf_counter(), processor()
    report = build(folder, graph, jobs=jobs)
    whole, whole_work = time.perf_counter() - start, processor() - before
    disk = sum(file.stat().st_size for file in current_store(graph).iterdir())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    before = processor()
    load = loading(graph, quads, work / "loaded")
    load_work = processor() - before
    return {
        "documents": report.read,
        "jobs": jobs,
        "facts": report.claims,
        "quads": report.quads,
        "document quads": lines,
        "reading": read,
        "loading": load,
        "whole": whole,
        "whole / larger": (whole - 2) / max(read, load),
        "processor: reading": read_work,
        "processor: dumping and loading": load_work,
        "processor: whole": whole_work,
        "stages": report.stages.seconds,
        "document quads a fact": lines / max(report.claims, 1),
        "quads a fact": report.quads / max(report.claims, 1),
        "bytes a fact": disk / max(report.claims, 1),
        "disk MB": disk / 1e6,
        "memory of the builder MB": peak / 1024,
        "memory of the largest reader MB": readers / 1024,
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, default=available_cores())
    parser.add_argument("--json", type=Path)
    parser.add_argument("--work", type=Path, help="a folder for the graphs (default: a temporary one)")
    parser.add_argument("--quads", type=float, help="the most quads that a fact may cost")
    parser.add_argument("--bytes", type=float, help="the most bytes on disk that a fact may cost")
    options = parser.parse_args(argv)
    work = Path(tempfile.mkdtemp(prefix="kg-bench-", dir=options.work))
    try:
        result = measure(options.folder, options.jobs, work)
    finally:
        shutil.rmtree(work)
    for name, value in result.items():
        if name != "stages":
            print(f"{name:32} {value:14,.2f}" if isinstance(value, float) else f"{name:32} {value:11,}")
    for stage, seconds in result["stages"].items():
        print(f"  {stage:30} {seconds:14,.2f}")
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    limits = {"quads a fact": options.quads, "bytes a fact": options.bytes}
    broken = [f"{name}: more than {limit:g}" for name, limit in limits.items() if limit and result[name] > limit]
    print(*broken, sep="\n", file=sys.stderr, end="\n" if broken else "")
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
