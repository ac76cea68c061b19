"""Facts as the document spells them: its own sentence, and a repair for each name that was read with other marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from kg.facts.scope.confidence import repaired
from kg.model import Fact, Repair
from kg.text.normalise import fold

_NAMES = ("sector", "product", "entity", "owner", "person", "org", "issuer")  # fields worded as the text words them
_WORD = regex.compile(r"\p{L}+")


def verbatim(fact: Fact, text: str) -> Fact:
    """A fact whose sentence stands as the document has it, with the marks and ends of line that it really has."""
    told = fact.evidence
    sentence = text[told.sentence_start : told.sentence_start + len(told.sentence)]
    return replace(fact, evidence=replace(told, sentence=sentence))


def moved(fact: Fact, places: list[int]) -> Fact:
    """A fact anchored where its letters stand in the text, read in another order: ``places`` says where each was."""
    told = fact.evidence
    start, end = places[told.start], places[told.end - 1] + 1
    return replace(fact, evidence=replace(told, start=start, end=end)) if start < end else fact


def as_laid_out(fact: Fact, places: list[int], text: str) -> Fact:
    """A fact read in a text laid out evenly, told by where it and its sentence stand in the text as it was."""
    told = fact.evidence
    start, end = places[told.start], places[told.end - 1] + 1
    first = places[told.sentence_start]
    sentence = text[first : places[told.sentence_start + len(told.sentence) - 1] + 1]
    return replace(fact, evidence=replace(told, start=start, end=end, sentence_start=first, sentence=sentence))


def with_repairs(fact: Fact, text: str, read: str, folded: str) -> Fact:
    """A fact with the marks that its names were read with told as repairs.

    ``text`` is the document's, ``read`` the same with its lost marks restored, ``folded`` the folded twin of that; all
    three are equally long.
    """
    names = tuple(_restored(fact, text, read, folded))
    if not names:
        return fact
    told = fact.evidence
    sure = told.confidence if told.repairs else repaired(told.confidence)
    return replace(fact, evidence=replace(told, repairs=(*told.repairs, *names), confidence=sure))


def _restored(fact: Fact, text: str, read: str, folded: str) -> Iterator[Repair]:
    """The words of the fact's names that the text spells with other marks ("điện san xuất" as "điện sản xuất")."""
    for name in _NAMES:
        value = getattr(fact, name, None)
        at = _last_named(fold(value), folded, fact.evidence.end) if value else None
        if at is None:
            continue
        for word in _WORD.finditer(read, *at):
            was = text[word.start() : word.end()]
            if was != word.group():
                yield Repair(name, was, word.group(), "lost-marks")


def _last_named(value: str, folded: str, before: int) -> tuple[int, int] | None:
    """Where a name stands last before a place, or else first behind it; None for one composed of several words."""
    named = regex.compile(rf"(?<!\p{{L}}){regex.escape(value)}(?!\p{{L}})")
    spans = [found.span() for found in named.finditer(folded)]
    return next((span for span in reversed(spans) if span[0] < before), spans[0] if spans else None)
