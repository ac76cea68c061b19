"""The thing that figures are about: its name, kind, owner and place, and the stretch of text that is about it."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from kg.mentions.names import EntityType


@dataclass(frozen=True, slots=True)
class Subject:
    """The thing that a stretch of text is about, with its owner and place.

    ``start`` and ``end`` bound its name; ``scope`` is where the stretch about it ends (0: not known).
    """

    name: str
    kind: EntityType
    start: int
    end: int
    owner: str | None = None
    owners: tuple[str, ...] = ()
    area: str | None = None
    line: int = 0
    scope: int = 0
    planned: bool | None = None
    proper: bool = True
    carried: bool = False
    opened: int = 0

    @property
    def begins(self) -> int:
        """Where the numbers about it may begin: behind its name, or behind the colon of its item."""
        return max(self.end, self.opened)


Turn = tuple[int, Subject | None]


_CALLED = regex.compile(r"^(?:[Dd]ự án|DA)\s+")


def strip(name: str) -> str:
    """A name without a leading "Dự án" and closing marks."""
    return _CALLED.sub("", name).strip(" ,.;:-–")
