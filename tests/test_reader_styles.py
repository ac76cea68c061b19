"""The seven styles in which these documents are written, a table or more each."""

from __future__ import annotations

import pytest

from reader_examples import mistakes
from tables import FOLDER, Example, examples

STYLES = sorted(path.name for path in FOLDER.glob("style*.txt"))


def test_there_are_seven_styles() -> None:
    assert sorted({name[:6] for name in STYLES}) == [f"style{n}" for n in range(1, 8)]


@pytest.mark.parametrize("example", [parameter for name in STYLES for parameter in examples(name)])
def test_a_style(example: Example) -> None:
    assert not mistakes(example)


@pytest.mark.parametrize("example", examples("longer.txt"))
def test_a_longer_passage(example: Example) -> None:
    assert not mistakes(example)
