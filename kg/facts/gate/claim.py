"""A figure as the gate looks at it: with the sentence that states it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.gate import words
from kg.facts.tokens import Passage
from kg.model import Observation


@dataclass(slots=True, unsafe_hash=True)  # nothing changes one: to have that checked makes each six times as slow
class Claim:
    """An observation with the sentence that states it."""

    fact: Observation
    passage: Passage
    index: int
    frame: Frame
    discourse: Discourse
    sentence: str

    @property
    def context_only(self) -> bool:
        """Whether the indicator is named by a bare word only."""
        return "indicator.context" in self.fact.evidence.rules

    @property
    def personal(self) -> bool:
        """Whether the sentence tells of persons ("gia đình anh thu hoạch 2 tấn")."""
        start, told = self.passage.sentence.start, self.passage.words
        countries = {word.start - start for word in told if word.of("area") is not None}  # "Đức và Anh"
        return any(match.start() not in countries for match in words.PERSONAL.finditer(self.sentence))

    @property
    def start(self) -> int:
        """Where the number begins, with its words of approximation."""
        return self.passage.quantities[self.index].full_start
