"""One number as the rules of its dimensions see it: where it stands, and what is in force there."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.measure import Reading
from kg.facts.tokens import Passage
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word


@dataclass(slots=True)
class Spot:
    """The place of a number in its sentence, with the frame and the discourse that reach it.

    ``quantity`` is the number itself, ``gap`` the stretch between the number before and this one.
    """

    passage: Passage
    index: int
    frame: Frame
    discourse: Discourse
    quantity: Quantity = field(init=False)
    gap: tuple[int, int] = field(init=False)

    def __post_init__(self) -> None:
        """Look up what the rules ask for again and again."""
        self.quantity, self.gap = self.passage.quantities[self.index], self.passage.gap(self.index)

    @property
    def after(self) -> tuple[int, int]:
        """The stretch between this number and the next."""
        return self.passage.after(self.index)

    @property
    def key(self) -> tuple[int, int]:
        """What the discourse knows this number by."""
        return (self.passage.sentence.start, self.index)

    def gap_words(self) -> list[Word]:
        """The words of the vocabulary in the gap."""
        return self.passage.gap_words(self.index)


@dataclass(slots=True)
class Figure(Spot):
    """A number whose measure and indicator are known; ``rules`` collects what decides its dimensions."""

    reading: Reading
    measure: str
    code: str
    rules: list[str] = field(default_factory=list)
