"""All checks of a block, and what its confirmed ones do to the confidence of observations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from kg.reconcile import arithmetic, sums
from kg.reconcile.block import Block
from kg.reconcile.model import Cell, Finding, Observed, World
from kg.reconcile.vocabulary import finding_iri

CHECKS: tuple[Callable[[Block, World], Iterator[Finding]], ...] = (
    arithmetic.growth,
    arithmetic.multiple,
    arithmetic.change,
    arithmetic.completion,
    arithmetic.share,
    sums.balance,
    sums.totals,
    sums.parts_too_large,
    sums.magnitudes,
    sums.copies,
    sums.conflicts,
)
_TOP = Decimal("0.99")


def check(block: Block, world: World) -> list[Finding]:
    """Every finding and confirmation of the block, one for each IRI, in the order of their IRIs."""
    found: dict[str, Finding] = {}
    for run in CHECKS:
        for finding in run(block, world):
            found.setdefault(finding_iri(finding.check, finding.observations), finding)
    return [found[iri] for iri in sorted(found)]


def raised(observations: Iterable[Observed], findings: Iterable[Finding]) -> dict[Cell, Decimal]:
    """The confidence of observations under confirmed checks: each halves what is missing to 0.99, at most twice."""
    confirmed = Counter(cell for finding in findings if finding.held for cell in finding.observations)
    result: dict[Cell, Decimal] = {}
    for observed in observations:
        times = min(confirmed[observed.cell], 2)
        if times and observed.confidence < _TOP:
            missing = (_TOP - observed.confidence) / 2**times
            result[observed.cell] = (_TOP - missing).quantize(Decimal("0.0001")).normalize()
    return result
