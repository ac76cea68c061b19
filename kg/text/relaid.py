"""A text laid out otherwise for the reading, with the places where its letters really stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of a text, what is read in its stead, and the place of each letter of that."""

    start: int
    end: int
    written: str
    places: Sequence[int]


class Relaid(NamedTuple):
    """A text as it is read, and for each of its letters where it stands in the text as it was."""

    text: str
    places: list[int]

    def behind(self, before: Relaid | None) -> Relaid:
        """This one, made of a text that was itself laid out ``before``: its places are told by the first text."""
        return self if before is None else Relaid(self.text, [before.places[place] for place in self.places])


def rewritten(text: str, pieces: Sequence[Piece]) -> Relaid | None:
    """The text with each piece written otherwise; None where there is none. The pieces go forward."""
    if not pieces:
        return None
    letters: list[str] = []
    places: list[int] = []
    done = 0
    for piece in pieces:
        if piece.start < done:
            continue
        letters += (text[done : piece.start], piece.written)
        places += range(done, piece.start)
        places += piece.places
        done = piece.end
    letters.append(text[done:])
    places += range(done, len(text))
    return Relaid("".join(letters), places)
