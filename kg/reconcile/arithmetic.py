"""The arithmetic of what was read: ratios and sums that texts state beside the figures they are made from.

Every check takes the block of one area and family and yields a ``Finding`` for each comparison that it could make:
``held`` where the stated figure lies within what the rounding of all figures allows. Where several figures could be
meant (a result or its estimate, a year's plan or a month's), one that fits is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from kg.reconcile import period as periods
from kg.reconcile.block import DONE, Block, readings_of, share_document
from kg.reconcile.interval import Interval
from kg.reconcile.messages import digits as written
from kg.reconcile.messages import percent, stated, subject, vietnamese, when
from kg.reconcile.model import Check, Finding, Observed, World

HUNDRED, ONE = Decimal(100), Interval(Decimal(1), Decimal(1))
_APART = Decimal("0.01")  # figures of different documents, or estimates, may have been revised in between
_AT_CONSTANT_PRICES = frozenset(
    ("gdp", "industrial-production-value", "total-investment", "labour-productivity", "gdp-per-capita")
)
"""Growth of these is often stated in prices of 2010 beside a level in prices of the year."""
_PRICES = Decimal("0.06")
_FAR, _TIMES = Decimal(60), Decimal(3)


_GOODS = ("goods", "hàng hóa")
"""Trade in goods, which texts give beside the total and do not always tell from it."""


class Comparison(NamedTuple):
    """One way in which the stated figure can be made: from what, and what comes out."""

    used: tuple[Observed, ...]
    result: Interval
    middle: Decimal


def growth_of(now: Observed, then: Observed) -> Comparison | None:
    """Relative change in per cent."""
    ratio = now.interval.over(then.interval)
    if ratio is None or then.value <= 0 or now.value < 0:
        return None
    times = now.value / then.value
    return Comparison(
        (now, then), Interval((ratio.low - 1) * HUNDRED, (ratio.high - 1) * HUNDRED), (times - 1) * HUNDRED
    )


def multiple_of(now: Observed, then: Observed) -> Comparison | None:
    """How many times as much."""
    ratio = now.interval.over(then.interval)
    return Comparison((now, then), ratio, now.value / then.value) if ratio and then.value > 0 else None


def percent_of(part: Observed, whole: Observed) -> Comparison | None:
    """Share or completion in per cent."""
    ratio = part.interval.over(whole.interval)
    if ratio is None or whole.value <= 0:
        return None
    return Comparison(
        (part, whole), Interval(ratio.low * HUNDRED, ratio.high * HUNDRED), part.value / whole.value * HUNDRED
    )


def change_of(now: Observed, then: Observed) -> Comparison | None:
    """Absolute change."""
    return Comparison((now, then), now.interval.minus(then.interval), now.value - then.value)


def fits(claimed: Observed, made: Comparison) -> bool:
    """Whether the stated figure can be what comes out: rounded or cut off, with room for revisions between texts."""
    interval = claimed.interval
    step = max(interval.width / 2, Decimal(0)) if claimed.approx is None and claimed.value_max is None else Decimal(0)
    wide = Interval(interval.low - step, interval.high + step)
    if not share_document(claimed, *made.used):
        room = max(abs(made.result.high), HUNDRED if claimed.cell.series.unit == "percent" else Decimal(0)) * _APART
        wide = Interval(wide.low - room, wide.high + room)
    return wide.meets(made.result)


def slip_in(claimed: Observed, made: Comparison, remake: Callable[[Observed, Observed], Comparison | None]) -> int:
    """10, 100 or 1000 where the check would hold if the first figure were that many times more or less."""
    now, then = made.used[:2]
    for power in (10, 100, 1000):
        for factor in (Decimal(power), 1 / Decimal(power)):
            scaled = Observed(
                now.cell, now.value * factor, None, now.approx,
                Interval(now.interval.low * factor, now.interval.high * factor), now.confidence, now.claims,
            )  # fmt: skip
            other = remake(scaled, then)
            if other and fits(claimed, other):
                return power
    return 0


def stands_together(claimed: Observed, made: Sequence[Comparison]) -> bool:
    """Whether what does not fit is worth a word: the rate and its figure stand in one document.

    Where a text breaks a figure down by what no dimension says, all of them must.
    """
    for each in made:
        ambiguous = any(used.parts for used in each.used) or bool(claimed.parts)
        if not share_document(claimed, each.used[0]) or (ambiguous and not share_document(claimed, *each.used)):
            return False
    return True


def comparable(claimed: Observed, made: Comparison) -> bool:
    """Whether a stated and a computed figure are near enough to mean the same; texts seldom err by more."""
    if claimed.cell.series.measure == "growth":
        return abs(made.middle - claimed.value) <= (_FAR if share_document(claimed, *made.used) else _FAR / 2)
    if not claimed.value or not made.middle:
        return False
    return max(abs(made.middle / claimed.value), abs(claimed.value / made.middle)) <= _TIMES


class _Judge(NamedTuple):
    """Turns comparisons of one stated figure into a finding."""

    check: Check
    claimed: Observed
    world: World
    remake: Callable[[Observed, Observed], Comparison | None]
    vi: str  # with {now} {then} {is_} {said} {when_then}
    en: str

    def finding(self, made: list[Comparison], must: bool = True) -> Iterator[Finding]:
        if not made:
            return
        holding = [each for each in made if fits(self.claimed, each)]
        if holding:
            yield self._finding(self.check, True, holding[:1])
        elif must and stands_together(self.claimed, made):
            slip = slip_in(self.claimed, made[0], self.remake)
            if slip or any(comparable(self.claimed, each) for each in made):
                yield self._finding("magnitude" if slip else self.check, False, made, slip)

    def _finding(self, check: Check, held: bool, made: list[Comparison], slip: int = 0) -> Finding:
        used = dict.fromkeys(each for one in made for each in one.used)
        observations = (self.claimed, *used)
        vi, en = ("", "") if held else self._words(made, slip)
        return Finding(
            check=check,
            held=held,
            area=self.claimed.cell.series.area,
            indicator=self.claimed.cell.series.indicator,
            observations=tuple(each.cell for each in observations),
            claims=tuple(claim for each in observations for claim in each.claims),
            vi=vi,
            en=en,
        )

    def _words(self, made: list[Comparison], slip: int) -> tuple[str, str]:
        about = subject(self.claimed.cell.series, self.world)
        said, time = stated(self.claimed), when(self.claimed)
        lines: tuple[list[str], list[str]] = ([], [])
        for each in made:
            now, then = each.used[:2]
            for language, template in enumerate((self.vi, self.en)):
                value = percent(each.middle) if self.claimed.cell.series.unit == "percent" else _plain(each.middle)
                lines[language].append(
                    template.format(
                        now=stated(now)[language],
                        then=stated(then)[language],
                        is_=value[language],
                        when_then=when(then)[language],
                        when_now=when(now)[language],
                    )
                )
        hint = (f"; có thể lệch {slip} lần", f"; possibly a slip of {slip} times") if slip else ("", "")
        return (
            f"{about[0]}, {time[0]}: {'; '.join(lines[0])}; văn bản nêu {said[0]}{hint[0]}.",
            f"{about[1]}, {time[1]}: {'; '.join(lines[1])}; the text states {said[1]}{hint[1]}.",
        )


def _plain(value: Decimal) -> tuple[str, str]:
    return vietnamese(written(value)), written(value)


def _now(block: Block, claimed: Observed) -> list[Observed]:
    """The levels that a rate speaks of: same breakdown, period and status (a result may stand for an estimate)."""
    cell = claimed.cell
    statuses = DONE if cell.status in DONE else (cell.status,)
    ordered = (cell.status, *(status for status in statuses if status != cell.status))
    levels = (each for key in block.levels_beside(cell.series) for each in block.get(key, cell.period, *ordered))
    return [reading for each in levels for reading in readings_of(each)]


def _then(block: Block, now: Observed, base: str, period: str) -> list[Observed]:
    """The levels that a rate compares with; a plan's rate starts from what was done, or at least planned, before."""
    key = now.cell.series
    if base == "plan":
        year = periods.plan_year(period)
        plans = (each for time in dict.fromkeys((period, year)) if time for each in block.get(key, time, "target"))
        return [reading for each in plans for reading in readings_of(each)]
    if base == "yoy":
        time: str | None = periods.moved(period, -1)
    elif base == "prev":
        time = periods.before(period)
    else:
        time = periods.canonical(base)
    if time is None or time == period or periods.span(time) is None:
        return []
    return [reading for each in block.get(key, time, *DONE) for reading in readings_of(each)]


_SINCE_VI, _SINCE_EN = "{now} so với {then} ({when_then}) là {is_}", "{now} against {then} ({when_then}) is {is_}"


def growth(block: Block, world: World) -> Iterator[Finding]:
    """This period / the base period against the stated growth; goods beside the total are tried as well."""
    for claimed in block.measured("growth"):
        base = claimed.cell.series.base
        if base == "annual":
            yield from _annual(block, claimed, world)
            continue
        made: list[Comparison] = []
        for now in _now(block, claimed):
            then = _then(block, now, base, claimed.cell.period)
            beside = [
                other
                for key in block.siblings(now.cell.series)
                if key.product in _GOODS and now.cell.series.is_whole
                for other in block.get(key, periods.moved(claimed.cell.period, -1), *DONE)
                if base == "yoy" and then
            ]
            made += [each for other in (*then, *beside) if (each := growth_of(now, other))]
        real = claimed.cell.series.indicator in _AT_CONSTANT_PRICES and base != "plan"
        near = [each for each in made if abs(each.middle - claimed.value) <= _PRICES * HUNDRED]
        judge = _Judge("growth", claimed, world, growth_of, _SINCE_VI, _SINCE_EN)
        yield from judge.finding(made, must=not (real and near))


def _annual(block: Block, claimed: Observed, world: World) -> Iterator[Finding]:
    """Average growth a year over a span of years: only confirmed, for plans start from many bases."""
    span = periods.span(claimed.cell.period)
    if span is None or span.years is None or span.years < 2:
        return
    years, first, last = span.years, str(span.first.year - 1), str(span.last.year)
    for key in block.levels_beside(claimed.cell.series):
        for now in block.get(key, last, claimed.cell.status, *DONE):
            for then in block.get(key, first, *DONE):
                ratio = now.interval.over(then.interval)
                if ratio and ratio.low > 0:
                    low, high = ((end ** (1 / years) - 1) * HUNDRED for end in ratio)
                    made = Comparison((now, then), Interval(low, high), (low + high) / 2)
                    judge = _Judge("growth", claimed, world, growth_of, _SINCE_VI, _SINCE_EN)
                    yield from judge.finding([made], must=False)


def multiple(block: Block, world: World) -> Iterator[Finding]:
    """This period / the base period against "gấp ... lần"."""
    for claimed in block.measured("multiple"):
        base = "yoy" if claimed.cell.series.base == "none" else claimed.cell.series.base
        made = [
            each
            for now in _now(block, claimed)
            for then in _then(block, now, base, claimed.cell.period)
            if (each := multiple_of(now, then))
        ]
        yield from _Judge("multiple", claimed, world, multiple_of, _SINCE_VI, _SINCE_EN).finding(made)


def change(block: Block, world: World) -> Iterator[Finding]:
    """This period - the base period against the stated change, where a base is named."""
    for claimed in block.measured("change"):
        key = claimed.cell.series
        if key.base in ("none", "annual"):
            continue
        levels = [now for now in _now(block, claimed) if now.cell.series.unit == key.unit]
        made = [
            each
            for now in levels
            for then in _then(block, now, key.base, claimed.cell.period)
            if (each := change_of(now, then))
        ]
        yield from _Judge("change", claimed, world, change_of, _SINCE_VI, _SINCE_EN).finding(made)


def completion(block: Block, world: World) -> Iterator[Finding]:
    """Result / plan against the stated completion."""
    for claimed in block.measured("completion"):
        made = [
            each
            for now in _now(block, claimed)
            for plan in _then(block, now, "plan", claimed.cell.period)
            if now.cell.status != "target" and (each := percent_of(now, plan))
        ]
        words = (
            "{now} trên kế hoạch {then} ({when_then}) là {is_}",
            "{now} of the planned {then} ({when_then}) is {is_}",
        )
        yield from _Judge("completion", claimed, world, percent_of, *words).finding(made)


def share(block: Block, world: World) -> Iterator[Finding]:
    """Part / whole against the stated share; a finding only where one document states all three."""
    for claimed in block.measured("share"):
        key = claimed.cell.series
        narrowed = [name for name in _BREAKDOWNS if getattr(key, name) != "total"]
        wholes = [{name: "total"} for name in narrowed]
        if len(narrowed) > 1:
            wholes.append(dict.fromkeys(narrowed, "total"))
        made = [
            (each, len(removed))
            for part in _now(block, claimed)
            for removed in wholes
            for whole_key in block.levels_beside(key, **removed)
            if whole_key.unit == part.cell.series.unit
            for whole in block.get(whole_key, claimed.cell.period, part.cell.status)
            if (each := percent_of(part, whole))
        ]
        words = "{now} trong tổng {then} là {is_}", "{now} of a total of {then} is {is_}"
        must = any(share_document(claimed, *each.used) and count == len(narrowed) for each, count in made)
        judge = _Judge("share", claimed, world, percent_of, *words)
        yield from judge.finding([each for each, _ in made], must=must)


_BREAKDOWNS = ("sector", "product", "partner", "investor", "flow", "zone_type")
