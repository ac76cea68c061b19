"""All observations of one indicator (or family of indicators) in one area, ready to be compared with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from kg import terms
from kg.reconcile.interval import Interval, rounding_unit
from kg.reconcile.model import Cell, Observed, SeriesKey

TRADE = ("export-turnover", "import-turnover", "trade-balance", "trade-turnover")
"""Indicators that sums tie together; every other indicator is a family of its own."""
DONE = ("actual", "estimate")
_PARTS = 3  # so many other readings of a figure are tried


def family(indicator: str) -> str:
    """The name of the family that an indicator is checked in."""
    return "trade" if indicator in TRADE else indicator


def block_of(key: SeriesKey) -> tuple[str, str]:
    """The block that a series belongs to: its area and the family of its indicator."""
    return key.area, family(key.indicator)


class Block:
    """Observations by cell, with the look-ups that checks need."""

    def __init__(self, observations: Iterable[Observed]) -> None:
        self.observations = tuple(sorted(observations, key=lambda observed: observed.cell))
        self._by_cell = {observed.cell: observed for observed in self.observations}

    @cached_property
    def _levels(self) -> dict[tuple[str, ...], list[SeriesKey]]:
        found: dict[tuple[str, ...], set[SeriesKey]] = defaultdict(set)
        for observed in self.observations:
            key = observed.cell.series
            if key.measure == "level":
                found[(key.indicator, *key[5:])].add(key)
        return {name: sorted(keys) for name, keys in found.items()}

    def get(self, key: SeriesKey, period: str, *statuses: str) -> list[Observed]:
        """The observations of a series in a period, the first status first."""
        cells = (Cell(key, period, status) for status in statuses)
        return [self._by_cell[cell] for cell in cells if cell in self._by_cell]

    def measured(self, measure: str) -> Iterator[Observed]:
        """All observations of a measure."""
        return (observed for observed in self.observations if observed.cell.series.measure == measure)

    def levels_beside(self, key: SeriesKey, **other: str) -> list[SeriesKey]:
        """The level series, one a unit, of the same breakdown as ``key``, or of another where ``other`` says so."""
        wanted = key._replace(**other)
        return self._levels.get((wanted.indicator, *wanted[5:]), [])

    def siblings(self, key: SeriesKey) -> list[SeriesKey]:
        """Level series of the same indicator and unit under another breakdown."""
        return sorted(
            {
                other
                for keys in self._levels.values()
                for other in keys
                if other.indicator == key.indicator and other.unit == key.unit and other != key
            }
        )

    @cached_property
    def series(self) -> dict[SeriesKey, list[Observed]]:
        """The observations of each series."""
        found: dict[SeriesKey, list[Observed]] = defaultdict(list)
        for observed in self.observations:
            found[observed.cell.series].append(observed)
        return dict(found)


def docs(observed: Observed) -> set[str]:
    """The documents that state an observation."""
    return {terms.document_of(claim) if claim.startswith(terms.DOC) else claim for claim in observed.claims}


def share_document(*observed: Observed) -> bool:
    """Whether one document states all of them."""
    return bool(set.intersection(*(docs(each) for each in observed)))


def readings_of(observed: Observed) -> list[Observed]:
    """What an observation may mean in arithmetic: its value, or that of a claim which speaks of a part of it.

    A text that breaks a figure down by what no dimension says ("trong đó ...") may go on to compare either.
    """
    unit = observed.cell.series.unit
    others = []
    for claim, value in observed.parts[:_PARTS]:
        step = rounding_unit(value, unit=unit) / 2
        interval = Interval(value - step, value + step)
        others.append(replace(observed, value=value, interval=interval, approx=None, claims=(claim,), parts=()))
    return [observed, *others]
