"""Whether a text is one of statistics: the look at all of its observations together."""

from __future__ import annotations

from collections.abc import Callable

import regex

from kg.facts.kinds import INVESTED, ZONE_TYPES
from kg.model import Observation
from kg.text.normalise import fold

_FINANCE_WORDS = tuple(
    fold(
        "lợi nhuận|doanh thu thuần|cổ phiếu|cổ đông|niêm yết|cổ tức|đại hội đồng|báo cáo tài chính|lãi ròng"
        "|vốn chủ sở hữu|lãi gộp|hose|hnx|thoái vốn|doanh thu hợp nhất|lỗ lũy kế|vốn điều lệ"
    ).split("|")
)
_FINANCE = regex.compile(rf"(?<![\p{{L}}])(?:{'|'.join(_FINANCE_WORDS)})(?![\p{{L}}])")
_FINANCIAL = 3  # words of company finance
_FINANCIAL_SPARSE = 1100  # letters to one of them
_PLACED = {
    "area.named",
    "area.nation-word",
    "area.bracket",
    "area.heading",
    "area.owner",
}  # the text says whose a figure is
_TIMED = {"period.sentence", "period.right", "period.heading"}
_NAMED = {"indicator.named", "indicator.behind", "indicator.right"}
# Named in full, as that which the money or the weight of goods traded is of.
_FULLY = {"indicator.named", "indicator.volume-of-trade", "indicator.value-of-volume"}
_PART_OF_PEOPLE = ("population", "share")
_COMPARES = {"measure.growth", "measure.completion", "measure.index", "measure.signed", "measure.over-plan"}
_SOME = 4  # figures of one province
_MANY, _SURE = 10, 3  # figures of a long text, and those of them that are told as statistics
_COUNTED = INVESTED | {"new-enterprises", "enterprises", *ZONE_TYPES}
_TOLD_SPARSE = 2400  # letters to one figure told as a statistic: sparser texts graze a figure
_SPARSE = 1200  # characters a figure: fewer figures than that are not what a national text is about
_STORY = 600  # characters; a shorter text is a note, not a story that grazes a figure
_DENSE = 140  # letters to one word that names an indicator: a text that speaks of them all along, with few figures
_TOURISM = fold("du lịch")
_ASIDE = {"investment-projects", "employment"}  # what texts on plans and schools count as well


def belongs(facts: list[Observation], own: str | None, folded: str, words: int = 0) -> list[Observation]:
    """The observations of a document that speaks of statistics; a lone figure in a story must be quite sure.

    A text on another subject that states two figures of a place keeps them; one that grazes a single
    national number does not become a source for it, nor does a long national one with a figure here and there,
    unless its ``words`` that name indicators stand close.
    """
    kept = _kept(facts, own, folded)
    if len(kept) == len(facts) or words * _DENSE < len(folded):
        return kept
    sure = {id(fact) for fact in kept}
    return [fact for fact in facts if id(fact) in sure or fact.indicator not in _ASIDE]


def _kept(facts: list[Observation], own: str | None, folded: str) -> list[Observation]:
    """Those that stay, as far as the figures of the text tell."""
    length = len(folded)
    if facts and _of_companies(folded):
        facts = [f for f in facts if _PLACED.intersection(f.evidence.rules)]
    local = own not in (None, "VN")
    told = sum(_told(fact, local) for fact in facts)
    if not local and len(facts) * _SPARSE < length and told < _MANY:
        return _beside_sure(facts, lambda f: f.area not in (None, "VN") or _sure(f))
    some = local and len(facts) >= _SOME and told + _full(facts) > 1
    many = len(facts) >= _MANY and told >= _SURE
    if some or many or told * _TOLD_SPARSE >= length or length < _STORY:
        return facts
    return _beside_sure(facts, _sure)


def _beside_sure(facts: list[Observation], sure: Callable[[Observation], bool]) -> list[Observation]:
    """The figures that are sure, and those of investment that a sentence tells beside one of that place and time."""
    told = {_stated(fact) for fact in facts if fact.indicator in INVESTED and sure(fact)}
    return [fact for fact in facts if sure(fact) or (fact.indicator in INVESTED and _stated(fact) in told)]


def _stated(fact: Observation) -> tuple[int, str | None, str | None, str | None]:
    return fact.evidence.sentence_start, fact.area, fact.period, fact.partner


def _full(facts: list[Observation]) -> int:
    """How many figures have their indicator in full words."""
    return sum("indicator.named" in fact.evidence.rules for fact in facts)


def _sure(fact: Observation) -> bool:
    """Whether a figure is beyond doubt one of an area, whatever the text is about.

    Its sentence names the area and the indicator, or counts at a time what the area has. What is made is named by
    words that firms use of their sales, and parts of a people by all who speak of customs and health.
    """
    rules = set(fact.evidence.rules)
    if not rules & _PLACED or fact.indicator == "product-output" or (fact.indicator, fact.measure) == _PART_OF_PEOPLE:
        return False
    return bool(rules & _NAMED) or (
        "indicator.counted" in rules and fact.indicator in _COUNTED and bool(rules & _TIMED)
    )


def _told(fact: Observation, local: bool) -> bool:
    """Whether a figure is told as a statistic: its indicator in full words with a time, or how it compares.

    In a text of one province, so are things counted at a time ("đến nay, tỉnh có 120 dự án").
    """
    rules = set(fact.evidence.rules)
    guests = fact.indicator == "tourist-arrivals" and _TOURISM in fold(fact.evidence.sentence)
    counted = local and "indicator.counted" in rules and (fact.indicator in _COUNTED or guests)
    grown = fact.indicator == "gdp" and "measure.growth-by-nature" in rules  # "mục tiêu tăng trưởng 6,7% của năm 2017"
    if rules & _TIMED and (rules & _FULLY or counted or grown):
        return True
    return fact.measure in ("growth", "completion") and bool(rules & _COMPARES)


def _of_companies(folded: str) -> bool:
    """Whether a text tells of the business of companies: words of their finance, several of them, all over it."""
    if (
        sum(word in folded for word in _FINANCE_WORDS) < _FINANCIAL
    ):  # most texts: found faster than the words themselves
        return False
    found = [match.group() for match in _FINANCE.finditer(folded)]
    return len(set(found)) >= _FINANCIAL and len(found) * _FINANCIAL_SPARSE > len(folded)
