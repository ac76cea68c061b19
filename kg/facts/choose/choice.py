"""The answer of a rule: an indicator and how it was found."""

from __future__ import annotations

from dataclasses import dataclass

from kg.mentions.scan import Word

OUTSIDE = "outside"


@dataclass(slots=True, unsafe_hash=True)  # nothing changes one: to have that checked makes each six times as slow
class Choice:
    """An indicator and how it was found; ``word`` is the wording, where one stands.

    The code OUTSIDE says that the number is of something that is no indicator of ours.
    """

    code: str
    rule: str
    word: Word | None = None


NOTHING = Choice("", "indicator.none")  # no indicator, and no later rule is to look for one
