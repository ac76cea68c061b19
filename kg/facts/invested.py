"""What a text has told of projects and capital: what stands at a day, and what came in some months."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from kg.model import Observation

_FAR_MORE = 3  # times


@dataclass(slots=True)
class Invested:
    """The last sum that stands and the largest that came, by indicator and unit."""

    stands: dict[tuple[str, str], tuple[Decimal, str]] = field(default_factory=dict)
    came: dict[tuple[str, str], Decimal] = field(default_factory=dict)

    def note(self, fact: Observation) -> None:
        """Keep a sum of projects or capital: at a day ("@2019-04"), or of some months."""
        kind = fact.indicator, fact.unit
        if fact.period is not None and fact.period.startswith("@"):
            if kind not in self.stands or fact.value > self.stands[kind][0]:
                self.stands[kind] = fact.value, fact.period
        else:
            self.came[kind] = max(fact.value, self.came.get(kind, fact.value))

    def standing(self, indicator: str, unit: str | None, value: Decimal) -> str | None:
        """The day of what stands where a part can only be of that; None where it can be of what came as well."""
        kind = indicator, unit or ""
        if kind not in self.stands or kind not in self.came:
            return None
        whole, day = self.stands[kind]
        return day if _FAR_MORE * self.came[kind] < value < whole else None
