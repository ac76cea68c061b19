"""One pass over a folded text for every wording of every concept and every cue.

The automaton reports all occurrences; boundaries, capitals and the choice of the longest are
decided afterwards (its own leftmost-longest mode loses matches where a longer one fails).
"""

from __future__ import annotations

from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.lexicon import Label, Lexicon
from kg.mentions.cues import CUES


@dataclass(frozen=True, slots=True)
class Word:
    """A wording of the vocabulary in the text: the concepts and cues that it may mean."""

    start: int
    end: int
    labels: tuple[Label, ...]
    cues: tuple[str, ...]

    def of(self, scheme: str) -> Label | None:
        """Its label in a scheme, or None."""
        for label in self.labels:
            if label.concept.scheme == scheme:
                return label
        return None


class Scanner:
    """The compiled pass: made once for a lexicon, kept with it."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Compile the wordings of a lexicon together with the cues."""
        self.lexicon = lexicon
        sought = {
            k for k, labels in lexicon.wordings.items() if any(label.concept.scheme != "publisher" for label in labels)
        }
        self.keys = sorted(sought | set(CUES))
        self.labels = [
            tuple(label for label in lexicon.wordings.get(k, ()) if label.concept.scheme != "publisher")
            for k in self.keys
        ]
        self.plain = [all(label.case == "any" for label in labels) for labels in self.labels]
        self.cues = [CUES.get(k, ()) for k in self.keys]
        self.automaton = AhoCorasick(self.keys, matchkind=MatchKind.Standard, implementation=Implementation.DFA)

    def words(self, text: str, folded: str) -> list[Word]:
        """The wordings in the text, leftmost and longest, none overlapping."""
        found: list[Word] = []
        last_end = -1
        matches = []
        size = len(folded)
        for index, start, end in self.automaton.find_matches_as_indexes(folded, overlapping=True):
            if start and folded[start - 1].isalnum() and folded[start].isalnum():
                continue
            if end < size and folded[end].isalnum() and folded[end - 1].isalnum() and not folded[end].isdigit():
                continue
            matches.append((start, -end, index))
        matches.sort()
        for start, negative_end, index in matches:
            if start < last_end:
                continue
            end = -negative_end
            labels = self.labels[index]
            if not self.plain[index]:
                labels = tuple(label for label in labels if _capitals(label, text, start, end))
            cues = self.cues[index]
            if not labels and not cues:
                continue
            found.append(Word(start, end, labels, cues))
            last_end = end
        return found


def _capitals(label: Label, text: str, start: int, end: int) -> bool:
    """Whether the capitals of the text allow the label."""
    if label.case == "any":
        return True
    surface = text[start:end]
    if label.case == "exact":
        return surface.upper() == surface if len(surface) > 1 else surface == label.text
    if not surface[:1].isupper():
        return label.concept.code in ("VN",) or (
            label.concept.scheme == "area" and label.concept.code.startswith("region")
        )
    # each word that is capital in the label is capital in the text ("hòa bình" is no province)
    ours = label.text.split()
    theirs = surface.split()
    return len(ours) != len(theirs) or all(
        not a[:1].isupper() or b[:1].isupper() or i > 1 for i, (a, b) in enumerate(zip(ours, theirs, strict=True))
    )


_SCANNERS: dict[int, Scanner] = {}


def scanner(lexicon: Lexicon) -> Scanner:
    """The scanner of a lexicon, compiled at its first use in this process."""
    key = id(lexicon)
    if key not in _SCANNERS or _SCANNERS[key].lexicon is not lexicon:
        _SCANNERS[key] = Scanner(lexicon)
    return _SCANNERS[key]
