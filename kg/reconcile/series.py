"""Claims to cells, cells to observations: which claims speak of the same figure, and what they together say.

The order of the claims does not matter: everything here sorts before it chooses.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kg.model import Observation
from kg.reconcile.concepts import concept
from kg.reconcile.interval import COUNTED, Interval, interval_of, rounding_unit, surface_of
from kg.reconcile.model import TOTAL, Cell, Claim, Observed, SeriesKey, World
from kg.reconcile.period import canonical
from kg.reconcile.stage import stage_of

MERGED_ON = date(2025, 7, 1)
"""From this day on, a province's name means the province in its new borders."""
_ZONES = frozenset(("industrial-zones", "industrial-clusters", "economic-zones"))
_BY_PRODUCT = frozenset(("product-output", "export-turnover", "import-turnover", "export-volume", "import-volume"))
_FORMER = re.compile(r"\((?:cũ|trước đây)\)|\b(?:trước (?:khi )?sáp nhập|trước hợp nhất|tỉnh cũ)\b")
_SAME_DOCUMENT, _OTHER_DOCUMENT = Decimal("1.25"), Decimal("1.6")
_POINTS_NEAR, _POINTS_FAR = Decimal(2), Decimal(5)
_MAX = Decimal("0.99")


def area_of(claim: Claim, world: World) -> str | None:
    """Whose figure it is: a text of the new borders that names a province means the merged one.

    A name that no longer names a province (Thái Bình), or one said to be the former one, keeps the old meaning.
    """
    area = claim.figure.area
    if area and claim.issued and claim.issued >= MERGED_ON and not _FORMER.search(claim.figure.evidence.sentence):
        return world.renewed.get(area, area)
    return area


def cell_of(claim: Claim, world: World) -> Cell | None:
    """Where the claim's figure stands in the cube; None without an area, which every figure needs."""
    fact = claim.figure
    area = area_of(claim, world)
    if area is None:
        return None
    sector = concept(fact.sector, world.sectors) if fact.sector else TOTAL
    product = concept(fact.product, world.products) if fact.product else TOTAL
    if fact.indicator in _BY_PRODUCT and product != TOTAL:
        sector = TOTAL  # the product says more; whether a text also names its branch is chance
    key = SeriesKey(
        area=area,
        indicator=fact.indicator,
        measure=fact.measure,
        base=fact.base or ("yoy" if fact.measure == "growth" else "none"),
        unit=fact.unit,
        sector=sector,
        product=product,
        partner=fact.partner or TOTAL,
        investor=fact.investor or TOTAL,
        flow=fact.flow or TOTAL,
        zone_type=TOTAL if fact.indicator in _ZONES else fact.zone_type or TOTAL,
        stage=stage_of(fact),
    )
    return Cell(key, canonical(fact.period), fact.status)


@dataclass(slots=True)
class _Group:
    """Claims whose intervals share a number, and that common interval."""

    interval: Interval
    claims: list[Claim]

    def docs(self) -> set[str]:
        return {claim.doc for claim in self.claims}

    def latest(self) -> date:
        return max((claim.issued for claim in self.claims if claim.issued), default=date.min)


def _precision(claim: Claim) -> tuple[Decimal, Decimal, bool, Decimal, str]:
    """Sorts the most precise claim first: the narrowest interval, and among equally vague ones the finest digits."""
    fact = claim.figure
    width = interval_of(fact).width
    relative = round(width / abs(fact.value), 3) if fact.value else width
    step = rounding_unit(fact.value, surface_of(fact.evidence), fact.unit)
    return relative, step, fact.value_max is not None, fact.value, claim.iri


def grouped(claims: Iterable[Claim]) -> list[_Group]:
    """Claims in groups that can all be true; a vague one joins the group that most others hold."""
    ordered = list(claims)
    groups: list[_Group] = []
    for claim in sorted(ordered, key=_precision) if len(ordered) > 1 else ordered:
        interval = interval_of(claim.figure)
        fitting = [group for group in groups if group.interval.meets(interval)]
        if fitting:
            best = max(fitting, key=lambda group: (len(group.docs()), len(group.claims), -group.interval.low))
            best.interval = best.interval.within(interval)
            best.claims.append(claim)
        else:
            groups.append(_Group(interval, [claim]))
    return groups


def _rank(group: _Group) -> tuple[int, date, Decimal, Decimal, str]:
    """Which group leads: more documents, later ones, then the larger level (a total before its parts)."""
    first = group.claims[0].figure
    size = abs(first.value) if first.measure in ("level", "change") else Decimal(0)
    best = max(Decimal(repr(claim.fact.evidence.confidence)) for claim in group.claims)
    return len(group.docs()), group.latest(), size, best, min(claim.iri for claim in group.claims)


def observe(cell: Cell, claims: Sequence[Claim]) -> Observed:
    """What the claims of one cell together say: the leading value, and what speaks against it."""
    groups = sorted(grouped(claims), key=_rank, reverse=True)
    lead, others = groups[0], groups[1:]
    best = lead.claims[0].figure
    against: list[Claim] = []
    parts: list[Claim] = []
    for group in others:
        for claim in group.claims:
            (parts if cell.period in ("@", "unknown") or _other_thing(claim, lead) else against).append(claim)
    return Observed(
        cell=cell,
        value=best.value,
        value_max=best.value_max,
        approx=best.approx,
        interval=lead.interval,
        confidence=_confidence(lead.claims, against),
        claims=tuple(sorted(claim.iri for claim in lead.claims)),
        against=tuple(sorted((claim.iri, claim.figure.value) for claim in against)),
        parts=tuple(sorted((claim.iri, claim.figure.value) for claim in parts)),
    )


def _other_thing(claim: Claim, lead: _Group) -> bool:
    """Whether a value that does not meet the leading one more likely states something else than contradicts it.

    One sentence does not contradict itself; one document seldom does, and then by little; forecasters may differ;
    and where figures are far apart, the text meant something that the dimensions do not say. A slip of a power of
    ten is no part.
    """
    fact = claim.figure
    near = [other for other in lead.claims if other.doc == claim.doc]
    if any(other.figure.evidence.sentence_start == fact.evidence.sentence_start for other in near):
        return True
    if fact.status == "forecast" or (fact.measure == "change" and near):
        return True
    if fact.status != "actual" and not near and _revised(claim, lead):
        return True
    value, leading = fact.value, lead.claims[0].figure.value
    if is_slip(value, leading) and (fact.unit not in COUNTED or abs(value) >= 100):
        return False
    if fact.unit == "percent":
        apart = abs(value - leading) > (_POINTS_NEAR if near else _POINTS_FAR)
        return apart or abs(value - leading) > max(abs(value), abs(leading)) / 2
    if not value or not leading or (value > 0) != (leading > 0):
        return bool(near)
    ratio = max(value / leading, leading / value)
    return ratio > (_SAME_DOCUMENT if near else _OTHER_DOCUMENT)


def _revised(claim: Claim, lead: _Group) -> bool:
    """A plan, forecast or estimate that a later document states anew is revised, not contradicted."""
    return claim.issued is not None and abs((lead.latest() - claim.issued).days) > 20


def is_slip(value: Decimal, other: Decimal) -> int:
    """10, 100 or 1000 where one value is that many times the other (within 2 %), else 0."""
    if not value or not other or (value > 0) != (other > 0):
        return 0
    ratio = max(value / other, other / value)
    return next((power for power in (10, 100, 1000) if abs(ratio / power - 1) <= Decimal("0.02")), 0)


def _confidence(claims: Sequence[Claim], against: Sequence[Claim]) -> Decimal:
    """How sure the reading is: independent documents add up, contradicting ones take away."""
    by_doc: dict[str, Decimal] = defaultdict(Decimal)
    for claim in claims:
        by_doc[claim.doc] = max(by_doc[claim.doc], Decimal(repr(claim.fact.evidence.confidence)))
    doubt = Decimal(1)
    for each in sorted(by_doc.values(), reverse=True)[:8]:
        doubt *= 1 - min(each, _MAX)
    sure = max(min(1 - doubt, _MAX), max(by_doc.values())) if len(by_doc) > 1 else max(by_doc.values())
    opposed = len({claim.doc for claim in against})
    return (sure * len(by_doc) / (len(by_doc) + opposed)).quantize(Decimal("0.0001")).normalize()


def observations(claims: Iterable[Claim], world: World) -> list[Observed]:
    """All observations of the claims, in the order of their cells."""
    cells: dict[Cell, list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.fact, Observation) and (cell := cell_of(claim, world)):
            cells[cell].append(claim)
    return [observe(cell, cells[cell]) for cell in sorted(cells)]
