"""The seeds are read as the gold facts say: floors that only ever rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from reading import read_folder, rows_by_document
from score import load_gold
from scoring import Score, compare

ROOT = Path(__file__).parent.parent
# Strict F1 by kind of fact.
FLOORS = {"observation": 0.99, "entity": 1.0, "policy": 1.0, "role": 1.0}


@pytest.fixture(scope="module")
def score() -> Score:
    gold = load_gold(ROOT / "tests" / "gold" / "seeds")
    return compare(gold, rows_by_document(read_folder(ROOT / "seeds")))


@pytest.mark.parametrize("kind", FLOORS)
def test_seeds_are_read_as_gold_says(score: Score, kind: str) -> None:
    errors = [error for error in score.errors if error.fact["kind"] == kind]
    reached = score.tallies[kind].ratios("strict")[2]
    assert reached >= FLOORS[kind], "\n".join(
        f"{error.what} {error.doc} @{error.fact['start']} {' '.join(error.fields)}" for error in errors
    )
