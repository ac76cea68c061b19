#!/usr/bin/env python3
"""How fast every query of the catalogue is on a graph; beside rdflib on the same quads, where that is asked for.

    python benchmarks/queries.py GRAPH [--times 5] [--rdflib] [--seconds 20]

Each query runs with the parameters of its example, or with those of GENERATED where the graph says nothing of the
example. The promise: the median under 50 ms on a million quads, under
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
from kg.query import CatalogueQuery, catalogue, find, run
from kg.query.parameters import bind
from kg.query.run import bound_text
from kg.store import Store
from kg.store.claims import documents

# What corpora of generate.py are asked: they do not speak of all that the examples name.
GENERATED: dict[str, dict[str, str]] = {
    "compare-places": {"area": "Hưng Yên", "other_area": "Bắc Giang", "indicator": "export-turnover"},
    "computed-growth": {"area": "Hưng Yên", "indicator": "export-turnover"},
    "entity-facts": {"entity": "entity:project/VN-66/xi_măng_sông_xanh"},
    "figure-sources": {"area": "Hưng Yên", "indicator": "export-turnover", "period": "2020"},
    "growth-league": {"indicator": "export-turnover", "period": "2020"},
    "leader-by-year": {"indicator": "export-turnover"},
    "merged-province-parts": {"area": "Hưng Yên", "indicator": "export-turnover"},
    "owner-projects": {"owner_name": "xi măng"},
    "plan-targets": {"number": "148/KH-UBND"},
    "policies": {"issued_by": "Ủy ban nhân dân", "area": "Hưng Yên"},
    "province-ranking": {"indicator": "export-turnover", "period": "2020"},
    "target-met": {"area": "Hưng Yên", "period": "2020"},
    "target-vs-result": {"indicator": "export-turnover"},
    "targets-ahead": {"area": "Hưng Yên", "from_year": "2016"},
}


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


def rdflib_run(dataset: Any, text: str, seconds: int) -> tuple[float, int | None]:
    """Milliseconds and rows of one run; None for the rows if it took longer than what it was given."""
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(seconds)
    start = time.perf_counter()
    try:
        rows: int | None = len(list(dataset.query(text)))
    except TooLong:
        rows = None
    finally:
        signal.alarm(0)
    return 1000 * (time.perf_counter() - start), rows


def parameters_for(store: Store, query: CatalogueQuery, known: Sequence[str]) -> dict[str, str] | None:
    """The first of the example and GENERATED that has rows, else one that the graph knows all names of."""
    possible: dict[str, str] | None = None
    for given in (dict(query.example), GENERATED.get(query.name, {})):
        if "document" in given and given["document"] not in known:
            given["document"] = known[len(known) // 2]
        try:
            if run(store, query.name, given).rows:
                return given
            possible = possible or given
        except QueryError as error:
            refused = str(error)[:100]
    if possible is None:
        print(f"{query.name} is left out: {refused}")
    return possible


def timed(store: Store, times: int) -> list[dict[str, Any]]:
    """Each query with its parameters, its rows and how long it takes by the public function, labels and all."""
    rows: list[dict[str, Any]] = []
    known = documents(store)
    for query in catalogue():
        given = parameters_for(store, query, known)
        if given is not None:
            answer = run(store, query.name, given)
            row: dict[str, Any] = {"query": query.name, "parameters": given, "rows": len(answer.rows)}
            row["ms"] = median(lambda q=query.name, g=given: run(store, q, g), times)  # type: ignore[misc]
            rows.append(row)
    return rows


def beside_rdflib(store: Store, rows: list[dict[str, Any]], seconds: int) -> None:
    """The same SPARQL in rdflib, after all ours is timed: its millions of objects slow every other thing down."""
    dataset = in_rdflib(store)
    for row in rows:
        query = find(row["query"])
        text = bound_text(query, bind(store, query, row["parameters"]))
        row["rdflib ms"], row["rdflib rows"] = rdflib_run(dataset, text, seconds)


def comparison(row: dict[str, Any]) -> str:
    """How many times slower rdflib is; at least so many where it was stopped."""
    if "rdflib ms" not in row:
        return ""
    found = row["rdflib rows"]
    least = "over " if found is None else ""
    differs = "" if found in (None, row["rows"]) else f" ({found} rows!)"
    return f"  rdflib {least}{row['rdflib ms']:,.0f} ms, {least}{row['rdflib ms'] / row['ms']:,.0f} times{differs}"


def main(argv: Sequence[str] | None = None) -> int:
    """Time the catalogue and print it, slowest first."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("graph")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--rdflib", action="store_true")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(argv)
    with kg.store.open(options.graph) as store:
        rows = timed(store, options.times)
        if options.rdflib:
            beside_rdflib(store, rows, options.seconds)
        print(f"{store.count():,} quads")
    for row in sorted(rows, key=lambda row: -row["ms"]):
        print(f"{row['query']:28} {row['rows']:6} rows {row['ms']:9.1f} ms{comparison(row)}")
    print(f"median of all: {statistics.median(row['ms'] for row in rows):.1f} ms")
    if options.json:
        options.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
