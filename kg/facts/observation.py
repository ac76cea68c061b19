"""From the numbers of a sentence to observations: each number finds its measure, indicator and dimensions.

Numbers are read from left to right. The clause frame keeps what earlier numbers of the sentence
established; a word between two numbers changes it for the later one; what follows a number binds
to it only where it stands right behind it ("45,5% vào năm 2020").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from kg.facts import indicator as indicators
from kg.facts import measure as measures
from kg.facts import phrase, scope
from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.indicator import OUTSIDE, Choice
from kg.facts.measure import Reading
from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.mentions.period import Period
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.model import Evidence, Observation, Repair
from kg.text.normalise import fold_pattern

PER_AREA = frozenset({"gdp", "gdp-per-capita", "wage", "labour-productivity"})
ZONED = frozenset({"zone-area", "zone-occupancy", "zone-industrial-land", "zone-leased-land", "zone-wastewater"})
INVESTED = frozenset({"investment-projects", "registered-capital", "implemented-capital"})
TRADED = frozenset({"export-turnover", "import-turnover", "trade-turnover", "trade-balance", "export-volume", "import-volume"})
BY_PRODUCT = TRADED | {"product-output", "crop-area", "cpi"}
COMPLETED = ("completion", "growth", "share", "multiple")


def read(passage: Passage, frame: Frame, discourse: Discourse, claimed: frozenset[int]) -> Iterator[Observation]:
    """The observations of a sentence, in order; ``claimed`` are the quantities that an entity has.

    ``frame`` is changed as the sentence goes on and is what the next sentence may inherit.
    """
    for index, quantity in enumerate(passage.quantities):
        scope.enter(passage, index, frame, discourse)
        if index in claimed or _foreign(quantity):
            continue
        reading = measures.read(passage, index)
        if reading is None:
            continue
        choice = _indicator(passage, index, reading, frame, discourse)
        if choice is None or choice.code == OUTSIDE:
            if choice is not None:
                frame.indicator = None
                frame.origins["indicator"] = OUTSIDE
            continue
        observation = _observation(passage, index, reading, choice, frame, discourse)
        if observation is not None:
            yield observation


def _foreign(quantity: Quantity) -> bool:
    """Units that no indicator is stated in: prices a kilo, areas a person, speeds, temperatures."""
    return quantity.per is not None and quantity.per not in ("người", "lao động", "năm") and not (quantity.dimension == "money" and quantity.per.startswith("người"))


def _indicator(passage: Passage, index: int, reading: Reading, frame: Frame, discourse: Discourse) -> Choice | None:
    """The indicator of a number, or None where none fits."""
    quantity, measure = passage.quantities[index], reading.measure
    lexicon = discourse.lexicon
    start, _ = passage.gap(index)
    gap = [t for t in passage.between(start, quantity.full_start) if isinstance(t, Word)]
    if reading.contribution and quantity.dimension == "percent":
        measure = "share"
    chained = index > 0 and measure in COMPLETED and frame.indicator is not None
    right = _to_the_right(passage, index, measure, discourse) if quantity.dimension == "percent" else None
    if right is not None:
        return right
    choice = indicators.named(gap, quantity, measure, lexicon, context=not chained)
    if choice is not None and choice.code != OUTSIDE and measure == "level" and quantity.dimension.startswith("count"):
        counted = indicators.by_noun(passage, index, gap, frame)
        if counted is not None and counted.code != choice.code and quantity.dimension != "count-person":
            return counted
    if choice is not None:
        return _settle(choice, passage, index, frame, discourse, reading)
    if measure in ("level", "change"):
        counted = indicators.by_noun(passage, index, gap, frame)
        if counted is not None and indicators.compatible(counted.code, quantity, measure, lexicon):
            return counted if _counts(counted, passage, index, frame, discourse, gap) else None
    return _inherited(passage, index, reading, frame, discourse)


def _counts(choice: Choice, passage: Passage, index: int, frame: Frame, discourse: Discourse, gap: list[Word]) -> bool:
    """Whether counted projects, people, zones are a figure of an area rather than of a story."""
    if choice.code == "employment":
        return any(w.of("indicator") and w.of("indicator").concept.code in ("employment", "industrial-labour-index", "enterprises") for w in gap) or frame.indicator == "employment" or bool(  # type: ignore[union-attr]
            regex.search(fold_pattern(r"việc làm|thu hút|sử dụng|tổng số|giải quyết|lao động"), passage.folded[passage.gap(index)[0] : passage.quantities[index].full_start])
        )
    if choice.code == "investment-projects":
        return discourse.about_investment or frame.indicator in INVESTED
    if choice.code in ("industrial-zones", "industrial-clusters", "economic-zones"):
        return not discourse.narrow
    return True


def _to_the_right(passage: Passage, index: int, measure: str, discourse: Discourse) -> Choice | None:
    """The indicator named behind a number: "tăng 9,3% về số doanh nghiệp"; "45% tổng kim ngạch xuất khẩu"."""
    quantity = passage.quantities[index]
    start, stop = passage.after(index)
    tail = passage.folded[start : min(stop, start + 60)]
    about = regex.match(fold_pattern(r"\s*(?:về|của|trong|tổng|giá trị|kim ngạch|số)(?![\p{L}])"), tail)
    if not about:
        return None
    if measure == "growth" and not regex.match(fold_pattern(r"\s*về(?![\p{L}])"), tail):
        return None
    limit = regex.search(r"[,;:.(]", tail)
    end = start + (limit.start() if limit else len(tail))
    words = [t for t in passage.between(start, end) if isinstance(t, Word) and t.of("indicator")]
    for word in words:
        for label in word.labels:
            if label.concept.scheme == "indicator" and indicators.compatible(label.concept.code, quantity, measure, discourse.lexicon):  # type: ignore[arg-type]
                if measure == "growth" and label.concept.code == "registered-capital" and discourse.last in ("new-enterprises", "new-enterprise-capital"):
                    return Choice("new-enterprise-capital", "indicator.right", word)
                return Choice(label.concept.code, "indicator.right", word)
    return None


def _settle(choice: Choice, passage: Passage, index: int, frame: Frame, discourse: Discourse, reading: Reading) -> Choice:
    """What a wording that several indicators share means here."""
    word = choice.word
    if word is None or choice.code == OUTSIDE:
        return choice
    quantity = passage.quantities[index]
    codes = [l.concept.code for l in word.labels if l.concept.scheme == "indicator" and indicators.compatible(l.concept.code, quantity, reading.measure, discourse.lexicon)]
    if frame.indicator in codes:
        return Choice(frame.indicator, choice.rule, word)
    if choice.code in ("registered-capital",) and (frame.indicator in ("new-enterprises", "new-enterprise-capital") or discourse.last in ("new-enterprises",)) and "new-enterprise-capital" in codes:
        return Choice("new-enterprise-capital", choice.rule, word)
    if choice.code == "iip" and "industrial-production-value" in codes and quantity.dimension == "money":
        return Choice("industrial-production-value", choice.rule, word)
    if choice.code in ("zone-area", "crop-area") and "crop-area" in codes and "zone-area" in codes:
        zoned = frame.zone_type or discourse.zone_type
        return Choice("zone-area" if zoned else "crop-area", choice.rule, word)
    return choice


def _inherited(passage: Passage, index: int, reading: Reading, frame: Frame, discourse: Discourse) -> Choice | None:
    """The indicator in force, where the number can be of it."""
    quantity = passage.quantities[index]
    code = frame.indicator
    if code is None and frame.origins.get("indicator") != OUTSIDE and index == 0:
        code = discourse.inheritable(passage, index, reading)
    if code is None:
        return None
    if indicators.compatible(code, quantity, reading.measure, discourse.lexicon):
        if quantity.dimension == "percent" and reading.measure == "level" and code not in indicators.GROWTH_PERCENT and not indicators.level_percent(code):
            return None
        return Choice(code, "indicator.inherited")
    if quantity.dimension in indicators.PHYSICAL and discourse.products_open(frame) and reading.measure in ("level", "change"):
        return Choice("product-output", "indicator.product-list")
    return None


def _observation(passage: Passage, index: int, reading: Reading, choice: Choice, frame: Frame, discourse: Discourse) -> Observation | None:
    quantity = passage.quantities[index]
    code, measure = choice.code, reading.measure
    rules = [reading.rule, choice.rule]
    if quantity.dimension == "percent" and measure == "level":
        if code in indicators.GROWTH_PERCENT:
            measure, rules[0] = "growth", "measure.growth-by-nature"
        elif not indicators.level_percent(code):
            return None
    if measure == "growth" and indicators.level_percent(code) and reading.base is None:
        measure = "level" if quantity.dimension == "percent" and not _compared(passage, index) else "growth"
    if code == frame.indicator or choice.rule == "indicator.inherited":
        pass
    elif choice.word is not None or choice.rule == "indicator.counted":
        if frame.indicator is not None and measure not in COMPLETED:
            scope.turn(frame, code)
        frame.put("indicator", code, choice.rule)
    frame.indicator = code
    dims = scope.dimensions(passage, index, reading, measure, code, frame, discourse)
    if dims is None:
        return None
    value, value_max = quantity.value, quantity.value_max
    if reading.sign < 0:
        value, value_max = -abs(value), (-abs(value_max) if value_max is not None else None)
    value += reading.offset
    if code == "trade-balance" and measure == "level" and dims.pop("deficit", False):
        value = -abs(value)
    dims.pop("deficit", None)
    unit = quantity.unit or "VND"
    repairs: tuple[Repair, ...] = (*quantity.repairs, *discourse.take_repairs(dims["period"]))
    evidence = Evidence(
        discourse.doc, quantity.start, quantity.end, passage.text[passage.sentence.start : passage.sentence.end], passage.sentence.start,
        tuple(dict.fromkeys(r for r in (*rules, *quantity.rules, *dims.pop("rules")) if r)), 1.0, repairs,
    )  # fmt: skip
    fact = Observation(evidence, code, measure, value, unit, value_max, **dims)  # type: ignore[arg-type]
    discourse.remember(fact, frame, passage)
    return replace(fact, evidence=replace(evidence, confidence=scope.confidence(evidence.rules, bool(repairs))))


def _compared(passage: Passage, index: int) -> bool:
    start, stop = passage.after(index)
    return any(isinstance(t, Period) and t.kind in ("same", "versus") for t in passage.between(start, stop)[:1])


__all__ = ["Name", "read"]
