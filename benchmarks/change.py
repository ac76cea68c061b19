#!/usr/bin/env python3
"""How long one changed document among many takes, start-up included.

    python benchmarks/change.py FOLDER GRAPH [--times 3]

GRAPH is built from FOLDER first, if it is not there. Then a sentence of one document is changed, again and again, and
the command `kg build` is run as a user runs it. The promise: under two seconds among 40,000 documents.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kg.scale.sources import find

_KG = "import sys; from kg.cli import main; sys.exit(main())"


def run(folder: Path, graph: Path, report: Path) -> tuple[float, dict[str, Any]]:
    """Seconds and the report of one build by the command."""
    command = [sys.executable, "-P", "-c", _KG, "build", str(folder), "-o", str(graph), "--report", str(report)]
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    spent = time.perf_counter() - start
    said: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return spent, said


def main(argv: Sequence[str] | None = None) -> int:
    """Change one document some times and print the seconds by stage."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args(argv)
    report = options.graph.with_name(f"{options.graph.name}.report.json")
    for what in ("build", "nothing changed", "nothing changed"):
        spent, said = run(options.folder, options.graph, report)
        print(f"{what:18} {spent:7.2f} s  {stages(said)}")
    sources, _ = find([options.folder])
    path = Path(sources[len(sources) // 2].path)
    original = path.read_text(encoding="utf-8")
    try:
        for number in range(options.times):
            changed = f"{original}\nNăm 2020, kim ngạch xuất khẩu của tỉnh đạt {number + 3} tỷ USD.\n"
            path.write_text(changed, encoding="utf-8")
            spent, said = run(options.folder, options.graph, report)
            print(f"{said['documents']['read']} changed          {spent:7.2f} s  {stages(said)}")
    finally:
        path.write_text(original, encoding="utf-8")
    return 0


def stages(report: dict[str, Any]) -> str:
    """The stages of a build that took a hundredth of a second or more."""
    return ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in report["seconds"].items() if seconds >= 0.01)


if __name__ == "__main__":
    raise SystemExit(main())
