"""How a text is laid out for the reading: evenly written, with the signs that its headings say once."""

from __future__ import annotations

from kg.text.bracketed import with_percents
from kg.text.even import evenly_written
from kg.text.relaid import Relaid
from kg.text.unpacked import unpacked


def laid_out(text: str) -> Relaid | None:
    """The text as it is read, with the places of its letters in the text as it was; None where that is the same."""
    plain = unpacked(text)
    even = evenly_written(text if plain is None else plain.text)
    even = plain if even is None else even.behind(plain)
    signed = with_percents(text if even is None else even.text)
    return even if signed is None else signed.behind(even)
