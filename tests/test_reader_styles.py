"""The seven styles in which these documents are written, a table or more each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.text.broken import mended
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


LINES = [
    case
    for name in STYLES
    for case in examples(name)
    if "\n" in case.values[0].text.rstrip()
    and not case.marks
    and not any(w.gap for w in case.values[0].wanted)
    and mended(case.values[0].text) == case.values[0].text  # its lines are paragraphs
]


@pytest.mark.parametrize("example", LINES)
def test_blank_lines_between_paragraphs_are_no_distance(example: Example) -> None:
    """Most news is set with them; what goes on from one paragraph to the next goes on over them."""
    assert not mistakes(replace(example, text=example.text.replace("\n", "\n\n")))
