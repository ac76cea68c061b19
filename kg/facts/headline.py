"""What a headline leaves out and the text tells: what a growth is measured against, and the time it is of."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Observation

_SHORT = 240  # letters: a first line longer than that is no headline
_TOLD = frozenset({"period.sentence", "period.right"})


def spelled_out(observations: list[Observation], text: str) -> list[Observation]:
    """The observations, those of the headline with the base and the time of the same figure in the text.

    "CPI tháng 3 giảm 0,3%" over "... giảm 0,3% so với tháng trước" is against the month before, not the year.
    """
    end = text.find("\n")
    if not 0 < end <= _SHORT:
        return observations
    later = [fact for fact in observations if fact.evidence.start > end]
    return [_like(fact, later) if fact.evidence.start < end else fact for fact in observations]


def _like(headline: Observation, later: list[Observation]) -> Observation:
    what = (headline.indicator, headline.measure, headline.unit, headline.area, headline.product)
    same = [
        fact
        for fact in later
        if (fact.indicator, fact.measure, fact.unit, fact.area, fact.product) == what and fact.value == headline.value
    ]
    told = next((fact for fact in same if not _TOLD.isdisjoint(fact.evidence.rules)), None)
    if told is None or (not _TOLD.isdisjoint(headline.evidence.rules) and told.period != headline.period):
        return headline
    return replace(headline, base=told.base, period=told.period)
