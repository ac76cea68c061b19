"""A document being composed: text, and beside each number the fact that it states, as rows of docs/facts.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

FIRST, LAST = 2014, 2025


@dataclass
class Page:
    """One document; sentences are added one after the other, and facts while their sentence is being written."""

    doc: str
    area: str
    place: str
    year: int
    month: int
    seed: int = 0
    text: str = ""
    rows: list[dict[str, Any]] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    _sentence: str = ""
    _open: list[dict[str, Any]] = field(default_factory=list)

    def say(self, *parts: str | Mapping[str, Any]) -> None:
        """Add to the sentence: plain text, and facts (``digits`` is what stands in the text)."""
        for part in parts:
            if isinstance(part, str):
                self._sentence += part
                continue
            digits = str(part["digits"])
            start = len(self.text) + len(self._sentence)
            row = {"doc": self.doc, "start": start, "end": start + len(digits)}
            row |= {name: value for name, value in part.items() if name != "digits"}
            self._sentence += digits
            self._open.append(row)

    def end(self, mark: str = ".", after: str = " ") -> None:
        """Finish the sentence."""
        self._sentence += mark
        for row in self._open:
            self.rows.append(row | {"sentence": self._sentence})
        self.text += self._sentence + after
        self._sentence, self._open = "", []

    def paragraph(self) -> None:
        """Begin a new line."""
        self.text = self.text.rstrip(" ") + "\n"

    def observed(
        self, digits: str, value: float, unit: str, indicator: str, measure: str = "level", **more: Any
    ) -> Any:
        """A fact about the page's own area in its own period; further fields replace what they name."""
        fact = {"kind": "observation", "digits": digits, "value": value, "unit": unit, "indicator": indicator}
        return {**fact, "measure": measure, "area": self.area, "period": self.period, "status": "actual", **more}

    def figure(self, digits: str, value: float, unit: str, **more: Any) -> dict[str, Any]:
        """A fact about a project, zone or enterprise in the page's area."""
        fact = {"kind": "entity", "digits": digits, "value": value, "unit": unit, "measure": "level"}
        return {**fact, "area": self.area, "status": "actual", **more}

    def level(self, name: str, low: float, high: float, later: int = 0) -> float:
        """What is true of the place: documents agree, and growth fits the levels. Up to the page's month."""
        rates = self._rates(name)[: self.year + later - FIRST + 1]
        value = Random(f"{self.seed}/{self.area}/{name}").uniform(low, high)
        for rate in rates:
            value *= 1 + rate / 100
        return value * (1 if later else self.month / 12)

    def growth(self, name: str) -> float:
        """By how many percent it is more than in the year before."""
        return self._rates(name)[self.year - FIRST]

    def _rates(self, name: str) -> list[float]:
        random = Random(f"{self.seed}/{self.area}/{name}/rates")
        return [round(random.uniform(-9, 22), 1) for _ in range(LAST - FIRST + 1)]

    @property
    def period(self) -> str:
        """From January to the page's month, as facts write it."""
        return str(self.year) if self.month == 12 else f"{self.year}-01/{self.year}-{self.month:02}"

    @property
    def period_text(self) -> str:
        """The same as texts write it."""
        return f"năm {self.year}" if self.month == 12 else f"{self.month} tháng đầu năm {self.year}"


def number(value: float, decimals: int = 0) -> str:
    """A number as Vietnamese texts write it.

    >>> number(1234567.5, 1)
    '1.234.567,5'
    """
    return f"{value:,.{decimals}f}".replace(",", " ").replace(".", ",").replace(" ", ".")
