"""From the numbers of a sentence to observations: each number finds its measure, indicator and dimensions.

Numbers are read from left to right. The clause frame keeps what earlier numbers of the sentence
established; a word between two numbers changes it for the later one; what follows a number binds
to it only where it stands right behind it ("45,5% vào năm 2020").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import regex

from kg.facts import measure as measures
from kg.facts import scope, whose
from kg.facts.choose import OUTSIDE, Choice, choose
from kg.facts.choose.counted import branch_behind
from kg.facts.choose.fits import FULFILLED, GROWTH_PERCENT, level_percent
from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.gate import plausible
from kg.facts.kinds import RELATIVE, TRADED, ZONE_TYPES
from kg.facts.measure import Reading
from kg.facts.place import area_code, is_country
from kg.facts.scope.figure import Spot
from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.mentions.shorthand import BARE
from kg.model import Evidence, Measure, Observation, Repair
from kg.text.normalise import fold_pattern

_ARRIVING = (
    *("new-enterprises", "employment", "exited-enterprises", "resumed-enterprises"),
    *("registered-capital", "investment-projects"),
)
_MORE = regex.compile(
    fold_pattern(
        r"(?:^\s*|(?:có|nay|qua|tạo|giải quyết|thu hút|đầu tư|rót)\s+)thêm(?:\s+(?:được|mới|gần|hơn|trên|khoảng))?\s*$"
    )
)
_BESIDE = regex.compile(fold_pattern(r"\s*(?:với|:|-|đạt|là)?\s*"))
_STRUCTURE = fold_pattern("cơ cấu")
_PER_AREA = frozenset({"gdp", "gdp-per-capita", "labour-productivity"})  # "70 triệu đồng/người" is so by its name
_UNITS_OF_PEOPLE = ("người", "lao động", "năm")
_FULL = 100
# "các thị trường tăng mạnh là Trung Quốc (38,1%), Nhật Bản (32,2%)"
_RISING = regex.compile(
    fold_pattern(r"(?:tăng|(?P<down>giảm)) (?:mạnh|cao|khá|trưởng|nhanh)[^;()\d]{0,30}(?:là|như|gồm|:)\s[^;]{0,120}\($")
)
_SHARED = ("gdp", "export-turnover", "import-turnover", "registered-capital", "total-investment", "retail-sales")
_REACHED = regex.compile(fold_pattern(r"(?<![\p{L}])(?:giải ngân|tiến độ|tỷ lệ|đạt|được|mức)(?![\p{L}])"))
_WEIGHT = regex.compile(fold_pattern(r"(?:tỷ trọng|tỷ lệ đóng góp|đóng góp của)[^;,%]*$"))
_EQUALS = regex.compile(fold_pattern(r"\(\s*bằng\s*$"))
_WEIGHTS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:tỷ trọng|cơ cấu)(?![\p{L}])[^.]*(?<![\p{L}])từ\s"))
_FROM = regex.compile(fold_pattern(r"(?:tăng|giảm|nâng|hạ|chuyển)(?: \p{L}+){0,2} từ\s*$"))
_TO = regex.compile(fold_pattern(r"\s*(?:năm \d{4}\s+)?(?:lên|xuống|còn)(?: (?:còn|đến|tới))?\s*"))
_AN_INDEX = 50  # "(109,6%)" under "so cùng kỳ" is an index number with last year = 100; "(9,6%)" a growth


@dataclass(slots=True)
class _Stated(Spot):
    """A number whose indicator was chosen, while its observation is made."""

    reading: Reading
    choice: Choice
    measure: Measure
    measure_rule: str

    @property
    def percent_level(self) -> bool:
        return self.quantity.dimension == "percent" and self.measure == "level"


_LEFT = regex.compile(fold_pattern(r"(?<![\p{L}])còn\s*(?:lại )?(?:khoảng|dưới|ở mức|mức|là)?\s*$"))
_ARRIVES_NEXT = regex.compile(fold_pattern(r"\s*%?,?\s*(?:và )?(?:đạt|lên|còn)(?: mức)?\s*"))
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
        if index in claimed or _foreign(quantity) or _times_distance(passage, index):
            continue
        reading = measures.read(passage, index)
        reading = previous = measures.as_before(passage, index, reading, previous, discourse.plan_figure)
        if reading is None:
            continue
        choice = choose(passage, index, reading, frame, discourse)
        if choice is None:
            continue
        if choice.code == OUTSIDE:
            _leave(frame)
            continue
        if _structural(passage, quantity, reading, choice):
            reading = previous = Reading("share", rule="measure.structure")
        stated = _Stated(passage, index, frame, discourse, reading, choice, reading.measure, reading.rule)
        observation = _observation(stated)
        if observation is not None:
            yield observation
            for area in whose.sharing(passage, index, observation, discourse):
                yield replace(observation, area=area)
            for code in whose.alike(passage, index, observation):
                yield replace(observation, indicator=code)


def _foreign(quantity: Quantity) -> bool:
    """Units that no indicator is stated in: prices a kilo, areas a person, speeds, temperatures."""
    return (
        quantity.per is not None
        and quantity.per not in _UNITS_OF_PEOPLE
        and not (quantity.dimension == "money" and quantity.per.startswith("người"))
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
    )


def _observation(stated: _Stated) -> Observation | None:
    """The observation of a number whose indicator is known; None where it is no statistic of an area."""
    passage, index, frame, discourse = stated.passage, stated.index, stated.frame, stated.discourse
    code, reading = stated.choice.code, stated.reading
    if not _settle_measure(stated):
        return None
    _take_over(stated)
    if whose.of_company(passage, index, discourse.firms):
        _leave(frame)
        return None
    dims = scope.dimensions(passage, index, reading, stated.measure, code, frame, discourse)
    if dims is None:
        return None
    if BARE in stated.quantity.rules and "period.same-period" not in dims["rules"]:
        return None  # nothing says whose time a bare amount in brackets is of
    value, value_max = _value(stated, dims.pop("deficit"))
    evidence = _evidence(stated, dims.pop("rules"), dims["period"])
    fact = Observation(evidence, code, stated.measure, value, _unit(stated), value_max, **dims)
    if not plausible(fact, passage, index, frame, discourse):
        return None
    discourse.remember(fact, passage)
    return fact


def _of_place(stated: _Stated) -> bool:
    """Whether a place or country stands right before the bracket of a number ("Trung Quốc (38,1%)")."""
    start, stop = stated.gap
    return any(
        isinstance(t, Word) and t.of("area") and not stated.passage.folded[t.end : stop].strip(" (")
        for t in stated.passage.between(start, stop)
    )


def _settle_measure(stated: _Stated) -> bool:
    """Fit the measure to the indicator; False where a plain percentage cannot be a figure of it."""
    code, frame = stated.choice.code, stated.frame
    if stated.measure == "change" and code in _ARRIVING and _MORE.search(stated.passage.folded[slice(*stated.gap)]):
        stated.measure, stated.measure_rule = "level", "measure.level"  # "có thêm 1.820 doanh nghiệp" is how many came
    in_bracket = stated.passage.folded[: stated.quantity.full_start].endswith("(")
    bracket = frame.bracket or stated.discourse.bracket
    if stated.percent_level and bracket and in_bracket:  # the heading says what its brackets hold
        plan = bracket == "plan"
        stated.measure = "completion" if plan else "growth"
        stated.measure_rule = "measure.bracket-plan" if plan else "measure.bracket-yoy"
    if stated.percent_level and code in _SHARED and _WEIGHT.search(stated.passage.folded[slice(*stated.gap)]):
        stated.measure, stated.measure_rule = "share", "measure.share"  # "đưa tỷ trọng công nghiệp lên 24 - 25%"
    if stated.percent_level and code == "gdp" and _weighed_from(stated):
        stated.measure, stated.measure_rule = "share", "measure.share"
    if stated.percent_level and in_bracket and not bracket:
        rising = _RISING.search(stated.passage.folded, stated.passage.sentence.start, stated.gap[1])
        if rising is not None and _of_place(stated):
            stated.measure, stated.measure_rule = "growth", "measure.bracket-of-list"
            stated.reading = replace(stated.reading, sign=-1 if rising["down"] else 1)
    if (
        bracket == "yoy"
        and stated.measure_rule == "measure.equal"
        and _EQUALS.search(stated.passage.folded[slice(*stated.gap)])
    ):
        stated.measure, stated.measure_rule = "growth", "measure.bracket-yoy"  # "(bằng 94,5%)" where brackets compare
    if stated.percent_level and code in TRADED and _of_partner(stated):
        stated.measure, stated.measure_rule = "share", "measure.share-of-partner"
    if stated.percent_level and in_bracket and _part_in_bracket(stated):
        stated.measure, stated.measure_rule = "share", "measure.share-in-bracket"
    if (
        (stated.percent_level or stated.measure_rule == "measure.arrival-rate")
        and code in FULFILLED
        and _REACHED.search(stated.passage.folded, *stated.gap)
    ):
        stated.measure, stated.measure_rule = "completion", "measure.completion-by-nature"
    if stated.measure_rule == "measure.equal" and code == "iip":  # "khai khoáng bằng 92,4%": an index number
        stated.measure, stated.measure_rule = "growth", "measure.index-by-nature"
        stated.reading = replace(stated.reading, sign=1)
    if stated.measure_rule == "measure.equal" and code in FULFILLED:
        stated.measure, stated.measure_rule = "completion", "measure.completion-by-nature"  # "bằng 93,7% và tăng 15%"
    if stated.percent_level:
        if code in GROWTH_PERCENT:  # "GRDP 7,5%"; "IIP (%): 108,4" is an index number
            least = _AN_INDEX if "quantity.unit-ahead" in stated.quantity.rules else _FULL
            index = code not in ("gdp", "labour-productivity") and stated.quantity.value > least
            stated.measure, stated.measure_rule = "growth", f"measure.{'index' if index else 'growth'}-by-nature"
        elif not level_percent(code):
            return False
    if (
        stated.measure == "growth"
        and level_percent(code)
        and stated.reading.base in (None, "annual")
        and stated.quantity.dimension == "percent"
        and not _compared(stated)
    ):
        _settle_rate(stated)
    return True


def _weighed_from(stated: _Stated) -> bool:
    """Whether a branch's weight moves ("tỷ trọng A tăng từ 52% lên 60%, nông nghiệp giảm từ 13,6% xuống 9,1%")."""
    folded, (start, stop) = stated.passage.folded, stated.gap
    told = _WEIGHTS.search(folded, stated.passage.sentence.start, start) is not None
    return told and (_FROM.search(folded, start, stop) or _TO.fullmatch(folded, start, stop)) is not None


def _settle_rate(stated: _Stated) -> None:
    """A rate that rises is told by where it arrives ("tỷ lệ lấp đầy tăng 75%"), one that falls by how much.

    "Tỷ lệ hộ nghèo giảm 1,5%, còn 5%": points of the rate, and then the rate itself.
    """
    folded = stated.passage.folded
    left = _LEFT.search(folded, *stated.gap) is not None
    turns = any({"up", "down"} & set(word.cues) for word in stated.gap_words())
    follows = stated.index + 1 < len(stated.passage.quantities)
    arrives = follows and _ARRIVES_NEXT.fullmatch(folded, *stated.passage.gap(stated.index + 1)) is not None
    if turns and not left and (stated.reading.sign < 0 or arrives):
        stated.measure, stated.measure_rule = "change", "measure.points"
    else:
        stated.measure, stated.reading = "level", replace(stated.reading, sign=1)


def _of_partner(stated: _Stated) -> bool:
    """Whether a country stands right before a bare percentage of trade ("kế đó EU 12,3%, ASEAN 10,1%")."""
    for word in reversed(stated.gap_words()):
        between = stated.passage.folded[word.end : stated.quantity.full_start]
        code = area_code(word, None)
        if code is not None:
            return is_country(code) and _BESIDE.fullmatch(between) is not None
    return False


def _part_in_bracket(stated: _Stated) -> bool:
    """Whether a bare percentage in brackets is the share of the part told before it ("Huyện A 32.500 tỷ (27,3%)")."""
    before = stated.passage.quantities[stated.index - 1] if stated.index else None
    if before is None or before.unit is None or before.dimension == "percent" or stated.choice.code in GROWTH_PERCENT:
        return False
    gap = stated.passage.folded[slice(*stated.gap)].strip()
    return gap == "(" and not level_percent(stated.choice.code)


def _compared(stated: _Stated) -> bool:
    """Whether a time to compare with is the next thing behind the number."""
    behind = stated.passage.between(*stated.after)[:1]
    return any(isinstance(token, Period) and token.kind in ("same", "versus") for token in behind)


def _take_over(stated: _Stated) -> None:
    """Let the indicator of a number take over the frame, with what it brings along."""
    choice, frame, discourse = stated.choice, stated.frame, stated.discourse
    code, passage = choice.code, stated.passage
    if choice.word is not None and choice.rule in ("indicator.behind", "indicator.right"):
        scope.source(passage, choice.word, frame)
    if choice.rule == "indicator.behind-verb" and choice.word is not None:
        scope.behind(stated, choice.word)
    named = choice.word is not None or choice.rule == "indicator.counted"
    if code != frame.indicator and choice.rule != "indicator.inherited" and named:
        if frame.indicator is not None and stated.measure not in RELATIVE:
            scope.turn(frame, code)
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


def _value(stated: _Stated, deficit: bool) -> tuple[Decimal, Decimal | None]:
    """The value, with the sign and the origin of what it measures, and the upper end of a range."""
    value, value_max = stated.quantity.value, stated.quantity.value_max
    if stated.reading.sign < 0:
        value, value_max = -abs(value), (-abs(value_max) if value_max is not None else None)
    value += stated.reading.offset
    indexed = stated.measure_rule == "measure.bracket-yoy" and value > _AN_INDEX
    if indexed or stated.measure_rule == "measure.index-by-nature":
        value -= 100
    if deficit and stated.choice.code == "trade-balance" and stated.measure == "level":
        value = -abs(value)
    return value, value_max


def _unit(stated: _Stated) -> str:
    """The unit, without the head that the indicator itself counts by ("triệu đồng/người")."""
    unit = stated.quantity.unit or "VND"
    if stated.choice.code == "wage" and unit in ("VND", "USD"):
        return f"{unit}/month"  # what workers earn is told by the month where no other time is named
    if stated.measure_rule == "measure.points":
        return "percentage-point"  # "tỷ lệ hộ nghèo giảm 1,5%"
    return unit.split("/")[0] if stated.choice.code in _PER_AREA else unit


def _evidence(stated: _Stated, rules: list[str], period: str | None) -> Evidence:
    """Where the number stands, which rules read it, and how sure they are."""
    quantity, discourse, text = stated.quantity, stated.discourse, stated.passage.text
    sentence = stated.passage.sentence
    used = (stated.measure_rule, stated.choice.rule, *quantity.rules, *rules)
    named = tuple(dict.fromkeys(rule for rule in used if rule))
    repairs = (*quantity.repairs, *discourse.take_repairs(period), *(_restored(stated) if discourse.mended else ()))
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


def _restored(stated: _Stated) -> Iterator[Repair]:
    """The lost marks that the name of the indicator and the unit were read with ("xuât khẩu" as "xuất khẩu")."""
    word, quantity, text = stated.choice.word, stated.quantity, stated.passage.text
    for start, end, _, became in stated.discourse.mended:
        if word is not None and start < word.end and word.start < end:
            yield Repair("indicator", text[start:end], became, "lost-marks")
        elif quantity.end <= start < quantity.full_end:
            yield Repair("unit", text[start:end], became, "lost-marks")


__all__ = ["read"]
