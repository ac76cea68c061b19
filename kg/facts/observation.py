"""From the numbers of a sentence to observations: each number finds its measure, indicator and dimensions.

Numbers are read from left to right. The clause frame keeps what earlier numbers of the sentence
established; a word between two numbers changes it for the later one; what follows a number binds
to it only where it stands right behind it ("45,5% vào năm 2020").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import regex

from kg.facts import measure as measures
from kg.facts import scope, whose
from kg.facts.choose import OUTSIDE, Choice, choose
from kg.facts.choose.counted import branch_behind
from kg.facts.choose.echoed import ECHOED
from kg.facts.choose.fits import FIRMS
from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.gate import plausible
from kg.facts.kinds import GROWN, INVESTED, RELATIVE, TRADED, ZONE_TYPES
from kg.facts.measure import Reading
from kg.facts.settle import AN_INDEX, GROWTH, Stated, settle
from kg.facts.tokens import Passage
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.mentions.shorthand import BARE
from kg.model import Evidence, Observation, Repair
from kg.text.normalise import fold_pattern

_SUBJECT = 10  # letters: what stands so early is what the sentence is about
_STRUCTURE = fold_pattern("cơ cấu")
_PER_AREA = frozenset({"gdp", "gdp-per-capita", "labour-productivity"})  # "70 triệu đồng/người" is so by its name
_UNITS_OF_PEOPLE = ("người", "lao động", "năm")
# "các thị trường tăng mạnh là Trung Quốc (38,1%), Nhật Bản (32,2%)"


_PER_DISTANCE = regex.compile(r"\s?[.\-]\s?km(?![\p{L}])")
_RISES_TOO = regex.compile(
    fold_pattern(
        r"(?:\s?[.\-]\s?km)?\s*(?:,|và)?\s*(?:so với (?:cùng kỳ|năm trước|tháng trước)[^,;\d]*)?(?:tăng|giảm)\s*"
    )
)


def read(passage: Passage, frame: Frame, discourse: Discourse, claimed: frozenset[int]) -> Iterator[Observation]:
    """The observations of a sentence, in order; ``claimed`` are the quantities that an entity has.

    ``frame`` is changed as the sentence goes on and is what the next sentence may inherit.
    """
    previous: Reading | None = None
    for index, quantity in enumerate(passage.quantities):
        scope.enter(passage, index, frame, discourse)
        if index in claimed or _foreign(quantity) or _times_distance(passage, index) or _owned(passage, quantity):
            continue
        reading = measures.read(passage, index)
        plan = discourse.plan_figure and not _compares(passage, quantity, frame, discourse)
        reading = previous = measures.as_before(passage, index, reading, previous, plan)
        if reading is None:
            _contribute(passage, index, frame, discourse)
            continue
        choice = choose(passage, index, reading, frame, discourse)
        if choice is None:
            continue
        if choice.code == OUTSIDE:
            _leave(frame)
            continue
        if choice.rule == ECHOED:
            told = discourse.echo[quantity.start]
            reading = previous = Reading(told.measure, base=told.base, rule="measure.echoed")
        if _structural(passage, quantity, reading, choice):
            rule = reading.rule if reading.rule == "measure.from" else "measure.structure"
            reading = previous = Reading("share", rule=rule)
        stated = Stated(passage, index, frame, discourse, reading, choice, reading.measure, reading.rule)
        observation = _observation(stated)
        if observation is not None:
            shared = whose.parts(passage, index, observation)
            if shared:
                yield from shared
                continue
            yield observation
            for area in whose.sharing(passage, index, observation, discourse):
                yield replace(observation, area=area)
            for code in whose.alike(passage, index, observation):
                yield replace(observation, indicator=code)


def _compares(passage: Passage, quantity: Quantity, frame: Frame, discourse: Discourse) -> bool:
    """Whether a number stands in a bracket that the text says to compare with last year, behind a plan's figure."""
    opened = passage.folded.endswith("(", 0, quantity.full_start)
    return opened and (frame.bracket or discourse.bracket) in ("yoy", "yoy+plan")


def _contribute(passage: Passage, index: int, frame: Frame, discourse: Discourse) -> None:
    """Points that a branch gives to a growth are no fact, but tell whose growth comes next.

    "GRDP tăng 9%. Công nghiệp góp 5 điểm phần trăm, tăng 13%; dịch vụ tăng 8%."
    """
    code, quantity = discourse.last, passage.quantities[index]
    if index or quantity.dimension != "percent-point" or frame.indicator is not None or code not in ("gdp", "iip"):
        return
    if discourse.count - discourse.last_at > 1 or _CONTRIBUTES.search(passage.folded, *passage.gap(index)) is None:
        return
    frame.put("indicator", code, "indicator.inherited")
    scope.dimensions(passage, index, Reading("share", rule="measure.contribution"), "share", code, frame, discourse)


_CONTRIBUTES = regex.compile(fold_pattern(r"(?<![\p{L}])góp(?![\p{L}])"))


def _foreign(quantity: Quantity) -> bool:
    """Units that no indicator is stated in: prices a kilo, areas a person, speeds, temperatures."""
    return (
        quantity.per is not None
        and quantity.per not in _UNITS_OF_PEOPLE
        and not (quantity.dimension == "money" and quantity.per.startswith("người"))
    )


def _owned(passage: Passage, quantity: Quantity) -> bool:
    """Whether a percentage says who owns firms ("doanh nghiệp 100% vốn nước ngoài")."""
    whole = quantity.dimension == "percent" and quantity.value == _ALL
    return whole and _OWNS.match(passage.folded, quantity.full_end) is not None


_ALL = 100
_NO_FIRMS = ("cpi", "gdp-per-capita", "population", "poverty-rate")  # firms speak of them, and have none


_OWNS = regex.compile(
    fold_pattern(r"\s*vốn (?:đầu tư )?(?:trong nước|nước ngoài|ngoại|nhà nước|fdi|việt nam|của nước)")
)


def _times_distance(passage: Passage, index: int) -> bool:
    """Tonnes or passengers times kilometres ("27 tỷ tấn.km"), and a growth right behind them: of no indicator."""
    if _PER_DISTANCE.match(passage.folded, passage.quantities[index].full_end):
        return True
    rises = passage.quantities[index].dimension == "percent" and _RISES_TOO.fullmatch(
        passage.folded, *passage.gap(index)
    )
    return bool(rises) and index > 0 and _times_distance(passage, index - 1)


def _leave(frame: Frame) -> None:
    """No indicator is in force any more: what follows is of something else."""
    frame.indicator = None
    frame.origins["indicator"] = OUTSIDE


def _structural(passage: Passage, quantity: Quantity, reading: Reading, choice: Choice) -> bool:
    """Whether a percentage is a share by its indicator's wording ("cơ cấu kinh tế: công nghiệp 45%")."""
    return (
        choice.word is not None
        and reading.measure == "level"
        and quantity.dimension == "percent"
        and passage.folded[choice.word.start : choice.word.end].startswith(_STRUCTURE)
        and passage.folded.find(GROWTH, choice.word.end, quantity.full_start) < 0
    )


def _observation(stated: Stated) -> Observation | None:
    """The observation of a number whose indicator is known; None where it is no statistic of an area."""
    passage, index, frame, discourse = stated.passage, stated.index, stated.frame, stated.discourse
    code, reading = stated.choice.code, stated.reading
    if not settle(stated):
        return None
    _take_over(stated)
    if code not in _NO_FIRMS and whose.of_company(passage, index, discourse.firms):
        _leave(frame)
        return None
    dims = scope.dimensions(passage, index, reading, stated.measure, code, frame, discourse)
    if dims is None:
        return None
    if BARE in stated.quantity.rules and not {"period.same-period", "status.plan-figure"} & set(dims["rules"]):
        return None  # nothing says whose time a bare amount in brackets is of
    value, value_max = _value(stated, dims.pop("deficit"))
    evidence = _evidence(stated, dims.pop("rules"), dims["period"])
    fact = Observation(evidence, code, stated.measure, value, _unit(stated), value_max, **dims)
    if not plausible(fact, passage, index, frame, discourse):
        return None
    discourse.remember(fact, passage)
    return fact


def _take_over(stated: Stated) -> None:
    """Let the indicator of a number take over the frame, with what it brings along."""
    choice, frame, discourse = stated.choice, stated.frame, stated.discourse
    code, passage = choice.code, stated.passage
    if choice.word is not None and choice.rule in ("indicator.behind", "indicator.right"):
        scope.source(passage, choice.word, frame)
    if choice.rule == "indicator.behind-verb" and choice.word is not None:
        scope.behind(stated, choice.word)
    named = choice.word is not None or choice.rule == "indicator.counted"
    if code != frame.indicator and choice.rule != "indicator.inherited" and named:
        if frame.indicator in INVESTED and code not in INVESTED and _apart(stated):
            frame.investor = None  # "thu hút 3 tỷ USD vốn FDI; GRDP tăng 7%": none of foreign firms
        if frame.indicator is not None and stated.measure not in RELATIVE:
            scope.turn(frame, code)
        elif (
            (code in TRADED or code == "retail-sales")
            and frame.indicator not in TRADED
            and frame.indicator not in (None, code)
        ):
            frame.sector = None  # "GRDP công nghiệp tăng 9%, xuất khẩu tăng 5%": of all goods
            if frame.indicator in GROWN and ";" in passage.folded[slice(*stated.gap)]:
                frame.product = None  # "xi măng 1,2 triệu tấn, tăng 6%; kim ngạch xuất khẩu tăng 18%"
        elif code == "gdp" and frame.indicator == "iip" and not any(w.of("sector") for w in stated.gap_words()):
            frame.sector = None  # "ngành điện tăng 71%, còn kinh tế tỉnh tăng 9,2%"
        frame.put("indicator", code, choice.rule)
    frame.indicator = code
    if code in ZONE_TYPES:
        frame.put("zone_type", ZONE_TYPES[code], "zone.counted")
        discourse.zone_type, discourse.zone_line = ZONE_TYPES[code], passage.sentence.line
        discourse.zone_at = discourse.count
    if code == "investment-projects" and stated.quantity.dimension == "count-project":
        branch = branch_behind(stated)
        if branch:
            frame.put("sector", branch, "sector.behind")


def _apart(stated: Stated) -> bool:
    """Whether nothing since the last number names an investor, and the sentence did not begin with one."""
    if any(word.of("code/investor") for word in stated.gap_words()):
        return False
    start = stated.passage.sentence.start
    return not any(
        isinstance(t, Word) and t.of("code/investor") and t.start - start < _SUBJECT
        for t in stated.passage.between(start, start + _SUBJECT)
    )


def _value(stated: Stated, deficit: bool) -> tuple[Decimal, Decimal | None]:
    """The value, with the sign and the origin of what it measures, and the upper end of a range."""
    value, value_max = stated.quantity.value, stated.quantity.value_max
    if _grouped_by_comma(stated):
        value *= _THOUSAND
    if stated.reading.sign < 0:
        value, value_max = -abs(value), (-abs(value_max) if value_max is not None else None)
    indexed = stated.measure_rule == "measure.bracket-yoy" and value > AN_INDEX
    offset = stated.reading.offset - (100 if indexed or stated.measure_rule == "measure.index-by-nature" else 0)
    value, value_max = value + offset, (value_max + offset if value_max is not None else None)
    if deficit and stated.choice.code == "trade-balance" and stated.measure == "level":
        value = -abs(value)
    if value_max is not None and value < value_max < 0:
        value, value_max = value_max, value  # "bằng 90-95% cùng kỳ": a fall of 5 to 10 per cent, the lesser first
    return value, value_max


def _grouped_by_comma(stated: Stated) -> bool:
    """Whether a comma groups the thousands of an amount that would be far too small for a province otherwise.

    "Tổng mức bán lẻ 11 tháng 18,946 tỷ đồng": nobody tells such sums to the million; nor fields to ten square metres.
    """
    quantity = stated.quantity
    least = _LEAST_LAND.get(stated.choice.code, 0)
    fields = stated.choice.code == "crop-area" or stated.frame.zone_type == "industrial-zone"
    if fields and quantity.unit == "ha" and quantity.value < least and quantity.value_max is None:
        return _BY_COMMA.fullmatch(_surface(stated)) is not None  # "8 KCN, tổng diện tích 1,773 ha"
    in_dong = quantity.unit == "VND" or (quantity.unit is None and not _in_dollars_before(stated))
    if stated.measure != "level" or stated.choice.code not in _LARGE or not in_dong or quantity.value_max:
        return False
    told = quantity.magnitude == _BILLION and quantity.value < _THOUSAND * _BILLION
    return told and _BY_COMMA.fullmatch(_surface(stated)) is not None


def _surface(stated: Stated) -> str:
    return stated.passage.text[stated.quantity.start : stated.quantity.end]


_BY_COMMA = regex.compile(r"[1-9]\d{0,2},\d{3}")
_THOUSAND, _BILLION = 10**3, 10**9
# Hectares below which three decimals are none: nobody tells fields so, and industrial zones are larger, as a cluster
# need not be.
_LEAST_LAND = {"crop-area": 1000, "zone-area": 20, "zone-leased-land": 10, "zone-industrial-land": 20}
_LARGE = frozenset(
    (
        "retail-sales",
        "industrial-production-value",
        "gdp",
        "budget-revenue",
        "total-investment",
        "new-enterprise-capital",
    )
)


def _unit(stated: Stated) -> str:
    """The unit, without the head that the indicator itself counts by ("triệu đồng/người")."""
    unit = stated.quantity.unit or ("USD" if _in_dollars_before(stated) else "VND")
    if stated.quantity.dimension == "bare" and stated.choice.code in FIRMS:
        return "enterprise"  # "số doanh nghiệp thành lập mới đạt 98,4 nghìn"
    if stated.choice.code == "wage" and unit in ("VND", "USD"):
        return f"{unit}/month"  # what workers earn is told by the month where no other time is named
    if stated.measure_rule == "measure.points":
        return "percentage-point"  # "tỷ lệ hộ nghèo giảm 1,5%"
    return unit.split("/")[0] if stated.choice.code in _PER_AREA else unit


_LATELY = 2  # sentences
_CLOSES = regex.compile(r"\s*(?:[.,;)]|$)")


def _in_dollars_before(stated: Stated) -> bool:
    """Whether trade, or foreign capital, told without a currency goes on in dollars.

    "xuất khẩu 2,5 tỷ USD, nhập khẩu 2,1 tỷ"
    """
    if stated.choice.code not in TRADED:
        discourse = stated.discourse
        foreign = "fdi" in (stated.frame.investor, discourse.last_investor, discourse.investor) or stated.frame.partner
        if stated.choice.code not in INVESTED or not foreign:
            return False
        folded, end = stated.passage.folded, stated.quantity.full_end
        if not folded.endswith(".", 0, end) and _CLOSES.match(folded, end) is None:  # "tỷ.": a point of its own
            return False  # "mỗi năm 4,8 triệu lốp"
        if discourse.count - discourse.dollars_at <= _LATELY:
            return True  # "vốn FDI đăng ký 25,4 tỷ USD. Vốn thực hiện tăng 6%, lên 13,2 tỷ"
    if any(q.unit == "USD" for q in stated.passage.quantities[: stated.index]):
        return True
    lately = stated.discourse.count - stated.discourse.dollars_at <= _LATELY
    return lately and any(
        q.unit == "USD" for q in stated.passage.quantities
    )  # "Xuất 2,37 tỷ, ... xuất siêu 280 triệu USD"


def _evidence(stated: Stated, rules: list[str], period: str | None) -> Evidence:
    """Where the number stands, which rules read it, and how sure they are."""
    quantity, discourse, text = stated.quantity, stated.discourse, stated.passage.text
    sentence = stated.passage.sentence
    inferred = "unit.as-before" if quantity.unit is None and _in_dollars_before(stated) else ""
    used = (stated.measure_rule, stated.choice.rule, inferred, *quantity.rules, *rules)
    named = tuple(dict.fromkeys(rule for rule in used if rule))
    grouped = [Repair("value", _surface(stated), _surface(stated).replace(",", "."), "comma-groups-thousands")]
    repairs = (*quantity.repairs, *(grouped if _grouped_by_comma(stated) else ()))
    repairs = (*repairs, *discourse.take_repairs(period), *(_restored(stated) if discourse.mended else ()))
    return Evidence(
        doc=discourse.doc,
        start=quantity.start,
        end=quantity.end,
        sentence=text[sentence.start : sentence.end],
        sentence_start=sentence.start,
        rules=named,
        confidence=scope.confidence(named, bool(repairs)),
        repairs=repairs,
    )


def _restored(stated: Stated) -> Iterator[Repair]:
    """The lost marks that the name of the indicator and the unit were read with ("xuât khẩu" as "xuất khẩu")."""
    word, quantity = stated.choice.word, stated.quantity
    for start, end, was, became in stated.discourse.mended:
        if word is not None and start < word.end and word.start < end:
            yield Repair("indicator", was, became, "lost-marks")
        elif quantity.end <= start < quantity.full_end:
            yield Repair("unit", was, became, "lost-marks")


__all__ = ["read"]
