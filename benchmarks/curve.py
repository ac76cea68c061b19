#!/usr/bin/env python3
"""Draws how building grows with the number of documents, from the JSON of several runs of build.py.

python benchmarks/curve.py docs/scale.svg 1k.json 10k.json 100k.json
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

CURVES = ("reading", "dumping and loading", "whole")


def draw(runs: Sequence[dict[str, Any]], target: Path) -> None:
    """Processor seconds by documents (logarithmic), and memory beside."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "kg"  # the same figures give the same file
    from matplotlib import pyplot

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(9, 3.6))
    sizes = [run["documents"] for run in runs]
    for name in CURVES:
        left.plot(sizes, [run[f"processor: {name}"] for run in runs], marker="o", label=name)
    left.set(xscale="log", yscale="log", xlabel="documents", ylabel="processor seconds")
    left.legend()
    right.plot(sizes, [run["memory of the builder MB"] for run in runs], marker="o", label="builder")
    right.plot(sizes, [run["memory of the largest reader MB"] for run in runs], marker="o", label="largest reader")
    right.set(xscale="log", xlabel="documents", ylabel="peak memory, MB")
    right.set_ylim(bottom=0)
    right.legend()
    figure.tight_layout()
    figure.savefig(target, metadata={"Date": None})


def main(argv: Sequence[str] | None = None) -> int:
    """Read the runs and draw them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("target", type=Path)
    parser.add_argument("run", type=Path, nargs="+")
    options = parser.parse_args(argv)
    runs = [json.loads(path.read_text(encoding="utf-8")) for path in options.run]
    draw(sorted(runs, key=lambda run: int(run["documents"])), options.target)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
