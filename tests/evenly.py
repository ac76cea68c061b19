"""What the reader sees of a text that it lays out otherwise."""

from __future__ import annotations

from kg.text.even import evenly_written


def read(text: str) -> str:
    """The text as it is read, whose every digit must stand at its own place in the text as it was."""
    told = evenly_written(text)
    if told is None:
        return text
    assert all(text[place] == letter for letter, place in zip(told.text, told.places, strict=True) if letter.isdigit())
    return told.text
