"""One number as the rules of its indicator see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kg.facts.choose import fits
from kg.facts.choose.choice import Choice
from kg.facts.measure import Reading
from kg.facts.scope.figure import Spot
from kg.mentions.scan import Word
from kg.model import Measure


@dataclass(slots=True)
class Number(Spot):
    """A number whose measure is known, with the words of the vocabulary that stand for it before it."""

    reading: Reading
    words: list[Word] = field(init=False)

    def __post_init__(self) -> None:
        """Collect the words; a rate takes none from before a semicolon."""
        Spot.__post_init__(self)
        self.words = self.gap_words()
        if self.measure == "level" and self.quantity.dimension == "percent":
            clause = self.passage.folded.rfind(";", self.gap[0], self.quantity.full_start)
            self.words = [word for word in self.words if word.start > clause]

        if self.index and self.frame.indicator == "implemented-capital" and self.measure == "growth":
            at = self.passage.quantities[self.index - 1].full_end  # "giải ngân 1,9 tỷ USD vốn FDI, bình quân tăng 11%"
            self.words = [word for word in self.words if word.start - at > 1]

    @property
    def measure(self) -> Measure:
        """What the number states of its indicator."""
        return self.reading.measure

    @property
    def gap_text(self) -> str:
        """The folded text between the number before and this one."""
        return self.passage.folded[slice(*self.gap)]

    @property
    def whole_unit(self) -> bool:
        """Whether the unit is an amount rather than a rate."""
        return "/" not in (self.quantity.unit or "")

    def before_is(self, dimension: str) -> bool:
        """Whether there is a number before in the sentence, in units of a dimension."""
        return self.index > 0 and self.passage.quantities[self.index - 1].dimension == dimension

    def fits(self, code: str) -> bool:
        """Whether the number can be a figure of the indicator by its unit and measure."""
        return fits.compatible(code, self.quantity, self.measure, self.discourse.lexicon)

    def full_names(self, word: Word) -> list[str]:
        """The fitting indicators that a word names in full."""
        return [code for code in codes(word) if self.fits(code)]


Rule = Callable[[Number], Choice | None]


def codes(word: Word, context: bool = False) -> list[str]:
    """The indicators that a word names: in full, or (``context``) by a word that needs its context."""
    return [
        label.concept.code
        for label in word.labels
        if label.concept.scheme == "indicator" and (label.kind == "context") is context
    ]
