"""The seeds said in other words, or set otherwise by a page or a hand: the same facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from damage import reread
from reading import read_folder
from reworded import observations
from rewordings import Rewording, rewordings

_SEEDS = {reading.document.id: reading.document for reading in read_folder(Path(__file__).parent.parent / "seeds")}
_PLAIN = {name: observations(reread(document, document.text)) for name, document in _SEEDS.items()}


@pytest.mark.parametrize("way", list(rewordings()), ids=lambda way: way.name)
def test_the_seeds_say_the_same_in_other_words(way: Rewording) -> None:
    for name, document in _SEEDS.items():
        text = way.rewrite(document.text)
        if text != document.text:
            assert observations(reread(document, text)) == _PLAIN[name], name
