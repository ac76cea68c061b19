#!/usr/bin/env python3
"""How fast every query of the catalogue is on a graph; beside rdflib on the same quads, where that is asked for.

    python benchmarks/queries.py GRAPH [--times 5] [--rdflib] [--seconds 20]

Each query runs with the parameters of its example. The promise: the median under 50 ms on a million quads, under
500 ms on ten million, and at least 50 times rdflib. rdflib is given so many seconds for each query.
"""

from __future__ import annotations

import argparse
import io
import json
import signal
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import kg.store
from kg.errors import QueryError
from kg.query import catalogue, run
from kg.query.parameters import bind
from kg.query.run import bound_text
from kg.store import Store
from kg.store.claims import documents


def median(task: Callable[[], object], times: int) -> float:
    """Milliseconds of the middle one of some runs."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        task()
        spent.append(1000 * (time.perf_counter() - start))
    return statistics.median(spent)


class TooLong(Exception):  # noqa: N818 (it is no error)
    """The time for a query is over."""


def _give_up(*_: object) -> None:
    raise TooLong


def in_rdflib(store: Store) -> Any:
    """The same quads in rdflib's memory."""
    import rdflib

    buffer = io.BytesIO()
    store.dump(buffer)
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=buffer.getvalue(), format="nquads")
    return dataset


def rdflib_time(dataset: Any, text: str, seconds: int) -> float:
    """Milliseconds of one run, or what it was given if it took longer."""
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(seconds)
    start = time.perf_counter()
    try:
        list(dataset.query(text))
    except TooLong:
        return 1000.0 * seconds
    finally:
        signal.alarm(0)
    return 1000 * (time.perf_counter() - start)


def main(argv: Sequence[str] | None = None) -> int:
    """Time the catalogue and print it, slowest first."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("graph")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--rdflib", action="store_true")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(argv)
    rows: list[dict[str, Any]] = []
    with kg.store.open(options.graph) as store:
        known = documents(store)
        dataset = in_rdflib(store) if options.rdflib else None
        for query in catalogue():
            given = dict(query.example)
            if "document" in given and given["document"] not in known:
                given["document"] = known[len(known) // 2]
            try:
                answer = run(store, query.name, given)
            except QueryError as error:
                print(f"{query.name} is left out: {str(error)[:100]}")
                continue
            row: dict[str, Any] = {"query": query.name, "rows": len(answer.rows)}
            row["ms"] = median(lambda q=query.name, g=given: run(store, q, g), options.times)  # type: ignore[misc]
            if dataset is not None:
                text = bound_text(query, bind(store, query, given))
                row["rdflib ms"] = rdflib_time(dataset, text, options.seconds)
            rows.append(row)
        print(f"{store.count():,} quads")
    for row in sorted(rows, key=lambda row: -row["ms"]):
        beside = f"  rdflib {row['rdflib ms']:9.0f} ms, {row['rdflib ms'] / row['ms']:7.0f} times" if dataset else ""
        print(f"{row['query']:28} {row['rows']:6} rows {row['ms']:9.1f} ms{beside}")
    print(f"median of all: {statistics.median(row['ms'] for row in rows):.1f} ms")
    if options.json:
        options.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
