"""Figures of today's provinces out of those of the provinces that they were made of in 2025.

Levels of flows and counts add up where every part has one for the same period, unit, breakdown and status; growth,
shares and rates do not, and stay with the former provinces, side by side. A sum is marked as rolled up and names its
parts; where documents state the merged province's own figure, that figure stands alone and no sum is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from kg.reconcile.interval import total
from kg.reconcile.model import Cell, Observed, World

_RATES = frozenset(("percent", "percentage-point", "times", "rank", "point"))


def additive(cell: Cell, world: World) -> bool:
    """Whether figures of such a cell may be added over areas: levels of additive indicators at a stated time."""
    key = cell.series
    if key.measure != "level" or key.indicator not in world.additive or cell.period in ("@", "unknown"):
        return False
    return key.unit not in _RATES and "/" not in key.unit


def whole_cell(cell: Cell, world: World) -> Cell | None:
    """The cell of today's merged province that a former province's cell is a part of."""
    whole = world.whole_of.get(cell.series.area)
    return cell._replace(series=cell.series._replace(area=whole)) if whole and additive(cell, world) else None


def part_cells(cell: Cell, world: World) -> list[Cell]:
    """The cells of the former provinces that make up a cell of today's."""
    return [cell._replace(series=cell.series._replace(area=part)) for part in world.parts.get(cell.series.area, ())]


def rolled_up(cell: Cell, world: World, find: Callable[[Cell], Observed | None]) -> Observed | None:
    """The sum over the former provinces, if every one of them has a figure."""
    parts = [part for each in part_cells(cell, world) if (part := find(each)) is not None]
    if len(parts) < 2 or len(parts) < len(world.parts[cell.series.area]):
        return None
    approx = {part.approx for part in parts}
    ranged = any(part.value_max is not None for part in parts)
    most = sum((part.value if part.value_max is None else part.value_max for part in parts), Decimal(0))
    return Observed(
        cell=cell,
        value=sum((part.value for part in parts), Decimal(0)),
        value_max=most if ranged else None,
        approx=approx.pop() if len(approx) == 1 else "about",
        interval=total(part.interval for part in parts),
        confidence=min(part.confidence for part in parts),
        rolled_up=tuple(sorted(part.cell for part in parts)),
    )


def roll_ups(observations: Iterable[Observed], world: World) -> list[Observed]:
    """All sums that the observations allow, in the order of their cells."""
    by_cell = {observed.cell: observed for observed in observations}
    wanted: set[Cell] = set()
    for cell in sorted(by_cell):
        whole = whole_cell(cell, world)
        if whole is not None and whole not in by_cell:
            wanted.add(whole)
    return [made for cell in sorted(wanted) if (made := rolled_up(cell, world, by_cell.get))]
