"""Sums that texts imply: exports - imports, parts and their total, and figures that stand out of their series."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from kg import terms
from kg.reconcile import period as periods
from kg.reconcile.block import DONE, TRADE, Block, share_document
from kg.reconcile.interval import COUNTED, Interval, total
from kg.reconcile.messages import amount, stated, subject, when
from kg.reconcile.model import TOTAL, Cell, Check, Finding, Observed, SeriesKey, World
from kg.reconcile.series import is_slip

_PARTITIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("investor", ("domestic", "fdi")),
    ("investor", ("fdi", "private", "state")),
    ("flow", ("additional", "contribution", "new")),
)
"""Breakdowns whose parts make the whole."""
_DISJOINT = ("sector", "partner", "investor", "flow", "zone_type")
"""Breakdowns by which texts mean real parts; "product" and "stage" hold too much of what was merely said nearby."""
_APART = Decimal("0.01")
_TIMES = 3  # a part that is many times its whole is a part of something else
_JUMPY = frozenset(
    ("registered-capital", "investment-projects", "implemented-capital", "trade-balance", "new-enterprise-capital")
)
_DIGITS = 4  # so many significant digits do not come again by chance


def _finding(check: Check, held: bool, used: Sequence[Observed], vi: str = "", en: str = "") -> Finding:
    key = used[0].cell.series
    claims = tuple(claim for each in used for claim in each.claims)
    return Finding(check, held, key.area, key.indicator, tuple(each.cell for each in used), claims, vi, en)


def _meets(said: Observed, parts: Sequence[Observed], made: Interval) -> bool:
    interval = said.interval
    room = Decimal(0) if share_document(said, *parts) else max(abs(made.low), abs(made.high)) * _APART
    return Interval(interval.low - room, interval.high + room).meets(made)


def _judged(
    check: Check, said: Observed, parts: Sequence[Observed], made: Interval, world: World, must: bool
) -> Iterator[Finding]:
    """Confirmed where the sum can be the stated figure; otherwise a finding if it must be."""
    if _meets(said, parts, made):
        yield _finding(check, True, (said, *parts))
    elif must:
        about, time, value = subject(said.cell.series, world), when(said), stated(said)
        sums = amount(made.middle, said.cell.series.unit)
        vi_parts, en_parts = (
            " và ".join(stated(part)[0] for part in parts),
            " and ".join(stated(part)[1] for part in parts),
        )
        yield _finding(
            check, False, (said, *parts),
            f"{about[0]}, {time[0]}: văn bản nêu {value[0]}, nhưng tính từ {vi_parts} là {sums[0]}.",
            f"{about[1]}, {time[1]}: the text states {value[1]}, but {en_parts} make {sums[1]}.",
        )  # fmt: skip


def _one(block: Block, key: SeriesKey, said: Observed) -> Observed | None:
    """The figure of another series at the same time and of the same kind of status."""
    status = said.cell.status
    others = tuple(other for other in DONE if other != status) if status in DONE else ()
    return next(iter(block.get(key, said.cell.period, status, *others)), None)


def balance(block: Block, world: World) -> Iterator[Finding]:
    """Exports - imports against the balance, exports + imports against the turnover."""
    for said in block.measured("level"):
        key = said.cell.series
        if key.indicator not in ("trade-balance", "trade-turnover"):
            continue
        out = _one(block, key._replace(indicator="export-turnover"), said)
        into = _one(block, key._replace(indicator="import-turnover"), said)
        if out and into:
            minus = key.indicator == "trade-balance"
            made = out.interval.minus(into.interval) if minus else out.interval.plus(into.interval)
            yield from _judged("balance", said, (out, into), made, world, must=share_document(said, out, into))


def totals(block: Block, world: World) -> Iterator[Finding]:
    """Parts against their total, where the parts are all there are; a part larger than its whole in one document."""
    for whole in block.measured("level"):
        key = whole.cell.series
        for name, parts in _PARTITIONS:
            if getattr(key, name) != TOTAL:
                continue
            found = [part for code in parts if (part := _one(block, key._replace(**{name: code}), whole))]
            if len(found) == len(parts):
                made = total(part.interval for part in found)
                yield from _judged("total", whole, found, made, world, must=share_document(whole, *found))


def parts_too_large(block: Block, world: World) -> Iterator[Finding]:
    """A part that is larger than the whole which the same document states."""
    for part in block.measured("level"):
        key = part.cell.series
        if key.is_whole or part.value < 0 or key.indicator == "trade-balance":
            continue
        names = (*_DISJOINT, "product") if key.indicator in TRADE else _DISJOINT
        for name in (name for name in names if getattr(key, name) != TOTAL):
            for whole in block.get(key._replace(**{name: TOTAL}), part.cell.period, part.cell.status):
                too_large = whole.interval.high * _TIMES > part.interval.low > whole.interval.high > 0
                if too_large and share_document(part, whole):
                    about, time = subject(key, world), when(part)
                    yield _finding(
                        "total", False, (part, whole),
                        f"{about[0]}, {time[0]}: phần {stated(part)[0]} lớn hơn tổng {stated(whole)[0]}.",
                        f"{about[1]}, {time[1]}: the part {stated(part)[1]} exceeds its whole {stated(whole)[1]}.",
                    )  # fmt: skip


def magnitudes(block: Block, world: World) -> Iterator[Finding]:
    """A level about 10, 100 or 1000 times its neighbours in the same series, which agree among themselves."""
    for key, observations in block.series.items():
        if key.measure != "level" or key.indicator in _JUMPY:
            continue
        for group in _alike([each for each in observations if each.value > 0 and each.cell.status in DONE]):
            yield from _outliers(group, world)


def _alike(observations: Sequence[Observed]) -> list[list[Observed]]:
    """Observations by the kind of their period: years with years, half-years with half-years."""
    groups: dict[object, list[Observed]] = {}
    for each in observations:
        span = periods.span(each.cell.period)
        if span is not None:
            groups.setdefault("stock" if span.stock else round(span.days / 28), []).append(each)
    return [group for group in groups.values() if len(group) > 1]


def _outliers(group: Sequence[Observed], world: World) -> Iterator[Finding]:
    for each in group:
        if each.cell.series.unit in COUNTED and each.value < 100:
            continue
        others = [other.value for other in group if other is not each and other.cell.period != each.cell.period]
        if not others or max(others) / min(others) > Decimal("2.5"):
            continue
        middle = sorted(others)[len(others) // 2]
        ratio = max(each.value / middle, middle / each.value)
        power = next((p for p in (10, 100, 1000) if Decimal("0.6") < ratio / p < Decimal("1.7")), 0)
        if power and len(others) >= (2 if power == 1000 else 3):
            near = [other for other in group if other is not each][:3]
            about, time, usual = subject(each.cell.series, world), when(each), amount(middle, each.cell.series.unit)
            yield _finding(
                "magnitude", False, (each, *near),
                f"{about[0]}, {time[0]}: {stated(each)[0]} lệch khoảng {power} lần so với các kỳ khác ({usual[0]}).",
                f"{about[1]}, {time[1]}: {stated(each)[1]} is about {power} times off the other periods ({usual[1]}).",
            )  # fmt: skip


def copies(block: Block, world: World) -> Iterator[Finding]:
    """The very figure of one period stated again for another: flows with many digits do not repeat themselves."""
    for key, observations in block.series.items():
        if key.measure != "level" or key.indicator in world.stocks:
            continue
        done = [each for each in observations if each.cell.status in DONE and each.approx is None]
        same_kind = (
            pair for group in _alike(done) for pair in pairwise(sorted(group, key=lambda o: (o.value, o.cell)))
        )
        for one, other in same_kind:
            if one.value == other.value and one.cell.period != other.cell.period and _long(one.value):
                about, times = subject(key, world), (when(one), when(other))
                yield _finding(
                    "copy", False, (one, other),
                    f"{about[0]}: cùng một số {stated(one)[0]} cho {times[0][0]} và {times[1][0]}.",
                    f"{about[1]}: the same {stated(one)[1]} for {times[0][1]} and {times[1][1]}.",
                )  # fmt: skip


def _long(value: Decimal) -> bool:
    return len(value.normalize().as_tuple().digits) >= _DIGITS


def conflicts(block: Block, world: World) -> Iterator[Finding]:
    """Values of one cell that cannot all be true; says so where the other is another period's, or a slip."""
    for each in block.observations:
        if not each.against:
            continue
        about, time, value = subject(each.cell.series, world), when(each), stated(each)
        unit = each.cell.series.unit
        others = sorted({against for _, against in each.against})
        vi_others = "; ".join(amount(other, unit)[0] for other in others)
        en_others = "; ".join(amount(other, unit)[1] for other in others)
        vi_hint, en_hint = _hint(block, each, others)
        yield Finding(
            "conflict", False, each.cell.series.area, each.cell.series.indicator, (each.cell,),
            (*each.claims, *(claim for claim, _ in each.against)),
            f"{about[0]}, {time[0]}: có nguồn nêu {value[0]}, có nguồn nêu {vi_others}{vi_hint}.",
            f"{about[1]}, {time[1]}: one source states {value[1]}, another {en_others}{en_hint}.",
        )  # fmt: skip


def _hint(block: Block, observed: Observed, others: Sequence[Decimal]) -> tuple[str, str]:
    key = observed.cell.series
    for other in others:
        copied = [
            each for each in block.series[key]
            if each.value == other and each.cell.period != observed.cell.period and _long(other)
        ]  # fmt: skip
        if copied:
            time = when(copied[0])
            return f" (đúng bằng số của {time[0]})", f" (the very figure of {time[1]})"
        slip = is_slip(observed.value, other)
        if slip:
            return f" (lệch {slip} lần)", f" (a slip of {slip} times)"
    return "", ""


def revisions(block: Block) -> dict[Cell, tuple[Cell, ...]]:
    """The results that settle an estimate: result -> estimates of the same series and period."""
    found: dict[Cell, tuple[Cell, ...]] = {}
    for each in block.observations:
        if each.cell.status == "actual":
            settled = tuple(other.cell for other in block.get(each.cell.series, each.cell.period, "estimate"))
            if settled:
                found[each.cell] = settled
    return found


def targets(block: Block) -> dict[Cell, tuple[Cell, ...]]:
    """What results are measured against: result or estimate -> the target of the same series and period."""
    found: dict[Cell, tuple[Cell, ...]] = {}
    for each in block.observations:
        if each.cell.status in ("actual", "estimate"):
            planned = tuple(other.cell for other in block.get(each.cell.series, each.cell.period, "target"))
            if planned:
                found[each.cell] = planned
    return found


def documents(finding: Finding) -> frozenset[str]:
    """The documents whose claims a finding rests on."""
    return frozenset(terms.document_of(claim) for claim in finding.claims if claim.startswith(terms.DOC))
