"""What a number states of its indicator, once both are known: its measure is fitted to the indicator."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import regex

from kg.facts.choose import Choice
from kg.facts.choose.fits import FULFILLED, GROWTH_PERCENT, level_percent
from kg.facts.choose.goes_on import plan_told
from kg.facts.choose.possible import RANKED_PLACE
from kg.facts.kinds import TRADED, ZONED
from kg.facts.measure import Reading
from kg.facts.measure.percent import OF_THINGS
from kg.facts.measure.plan import INDEX_FROM
from kg.facts.place import area_code
from kg.facts.scope.figure import Spot
from kg.lexicon import is_country
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.model import Measure
from kg.text.normalise import fold_pattern

_ARRIVING = (
    *("new-enterprises", "employment", "exited-enterprises", "resumed-enterprises"),
    *("registered-capital", "investment-projects"),
)
_MORE = regex.compile(
    fold_pattern(
        r"(?:^\s*|(?:có|nay|qua|năm|tháng|quý|tạo|giải quyết|thu hút|đầu tư|rót|mở|cấp|đón|nhận|hút"
        r"|lập)\s+)thêm(?:\s+(?:được|mới|gần|hơn|trên"
        r"|khoảng))?\s*$"
    )
)
_BESIDE = regex.compile(fold_pattern(r"\s*(?:với|:|-|đạt|là)?\s*"))
_WITH_PLANS = FULFILLED | {"budget-revenue", "budget-expenditure"}
_NEARLY = Decimal("0.6")  # percentage points that rounding may hide
_FULL = 100
_RISING = regex.compile(
    fold_pattern(r"(?:tăng|(?P<down>giảm)) (?:mạnh|cao|khá|trưởng|nhanh)[^;()\d]{0,30}(?:là|như|gồm|:)\s[^;]{0,120}\($")
)
_SHARED = ("gdp", "export-turnover", "import-turnover", "registered-capital", "total-investment", "retail-sales")
_REACHED = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:giải ngân|tiến độ|tỷ lệ|đạt|được|mức|đã|vỏn vẹn|với|là)(?![\p{L}])")
)
_WEIGHT = regex.compile(fold_pattern(r"(?:tỷ trọng|tỷ lệ đóng góp|đóng góp của)[^;,%]*$"))
_EQUALS = regex.compile(fold_pattern(r"\(\s*bằng\s*$"))
_WEIGHTS = regex.compile(  # "Tỷ trọng công nghiệp tăng từ 52% lên", "Giá trị nông nghiệp trong GDP giảm từ 24% xuống"
    fold_pattern(
        r"(?<![\p{L}])(?:tỷ trọng|cơ cấu|(?:tỷ lệ|phần|giá trị|đóng góp|vai trò)(?: \p{L}+){1,8} trong(?: tổng)?"
        r" (?:gdp|grdp|sản phẩm|nền kinh tế))(?![\p{L}])[^.]*(?<![\p{L}])từ\s"
    )
)
_FROM = regex.compile(fold_pattern(r"(?:tăng|giảm|nâng|hạ|chuyển|nhích|lùi|tụt|sụt|vọt|đi)(?: \p{L}+){0,2} từ\s*$"))
_TO = regex.compile(fold_pattern(r"\s*(?:năm \d{4}\s+)?(?:lên|xuống|còn)(?: (?:còn|đến|tới))?\s*"))
_LEFT = regex.compile(fold_pattern(r"(?<![\p{L}])còn\s*(?:lại )?(?:khoảng|dưới|ở mức|mức|là)?\s*$"))
_ARRIVES_NEXT = regex.compile(fold_pattern(r"\s*%?,?\s*(?:và )?(?:đạt|lên|còn)(?: mức)?\s*"))
# "2. Cơ cấu năm 2020: khu vực I còn 25,4%; ...": what the percentages of such a sentence are
_STRUCTURE = regex.compile(
    fold_pattern(r"[\W\d]*(?:về )?cơ cấu(?: kinh tế| ngành)?(?: (?:(?:đến |vào )?năm (?:\d{4}|nay)|hiện nay))?\s*[:,]")
)
AN_INDEX = 50  # "(109,6%)" under "so cùng kỳ" is an index number with last year = 100; "(9,6%)" a growth


@dataclass(slots=True)
class Stated(Spot):
    """A number whose indicator was chosen, while its observation is made."""

    reading: Reading
    choice: Choice
    measure: Measure
    measure_rule: str

    @property
    def percent_level(self) -> bool:
        """Whether it is a percentage that no verb makes a growth or a share."""
        return self.quantity.dimension == "percent" and self.measure == "level"


_ALL_PAID = regex.compile(fold_pattern(r"(?<![\p{L}])giải ngân(?: (?:được|đạt|hết|ít nhất|trên|tối thiểu))*\s*$"))


def _disbursed(stated: Stated) -> bool:
    """Whether a rate is told as that of what was paid out."""
    return stated.passage.folded.find(_PAID_OUT, *stated.gap) >= 0


_PAID_OUT = fold_pattern("giải ngân")
_MOVES = regex.compile(
    fold_pattern(r"[\W\d]*(?:các |nhóm |một số )?(?:sản phẩm |sp |mặt hàng )?(?:tăng|(?P<down>giảm))(?: \p{L}+)?\s*:")
)


def _of_place(stated: Stated) -> bool:
    """Whether a place or country stands right before the bracket of a number ("Trung Quốc (38,1%)")."""
    start, stop = stated.gap
    return any(
        isinstance(t, Word) and t.of("area") and not stated.passage.folded[t.end : stop].strip(" (,")
        for t in stated.passage.between(start, stop)
    )


def settle(stated: Stated) -> bool:
    """Fit the measure to the indicator; False where a plain percentage cannot be a figure of it."""
    code, frame = stated.choice.code, stated.frame
    if stated.measure == "change" and code in _ARRIVING and _MORE.search(stated.passage.folded[slice(*stated.gap)]):
        stated.measure, stated.measure_rule = "level", "measure.level"  # "có thêm 1.820 doanh nghiệp" is how many came
    in_bracket = stated.passage.folded[: stated.quantity.full_start].endswith("(")
    bracket = frame.bracket or stated.discourse.bracket
    if bracket == "yoy+plan":
        second = _SECOND.fullmatch(stated.passage.folded, *stated.gap) is not None
        bracket, in_bracket = ("plan", True) if second else ("yoy", in_bracket)
        if second and stated.measure == "growth" and not stated.quantity.signed:  # behind a signed growth
            stated.measure, stated.measure_rule = "completion", "measure.bracket-plan"
    moves = _MOVES.match(stated.passage.folded, stated.passage.sentence.start) if in_bracket else None
    if stated.percent_level and moves is not None and bracket != "plan":  # "- Giảm: đá ốp lát 1,46 triệu m2 (6,9%)"
        stated.measure, stated.measure_rule = "growth", "measure.bracket-of-list"
        stated.reading = replace(stated.reading, sign=-1 if moves["down"] else 1)
    elif stated.percent_level and bracket and in_bracket:  # the heading says what its brackets hold
        plan = bracket == "plan"
        stated.measure = "completion" if plan else "growth"
        stated.measure_rule = "measure.bracket-plan" if plan else "measure.bracket-yoy"
    if stated.percent_level and code in _SHARED and _WEIGHT.search(stated.passage.folded[slice(*stated.gap)]):
        stated.measure, stated.measure_rule = "share", "measure.share"  # "đưa tỷ trọng công nghiệp lên 24 - 25%"
    if stated.percent_level and code == "gdp" and (_weighed_from(stated) or _of_structure(stated)):
        stated.measure, stated.measure_rule = "share", "measure.share"
    if stated.percent_level and in_bracket and _share_of_then(stated):
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
    if stated.percent_level and code == "total-investment":
        owned = any(w.of("code/investor") for w in stated.gap_words())
        stated.measure, stated.measure_rule = (
            ("share", "measure.share") if owned else (stated.measure, stated.measure_rule)
        )
    if stated.percent_level and in_bracket and _part_in_bracket(stated):
        fulfilled = code in _WITH_PLANS and stated.discourse.completed_at == stated.discourse.count
        stated.measure = "completion" if fulfilled and not _is_part(stated) else "share"
        stated.measure_rule = f"measure.{stated.measure}-in-bracket"
    if (
        (stated.percent_level or stated.measure_rule == "measure.arrival-rate")
        and (code in FULFILLED or (code == "industrial-promotion-funding" and _disbursed(stated)))
        and (
            _REACHED.search(stated.passage.folded, *stated.gap)
            or ((in_bracket or stated.index) and _of_place(stated))
            or RANKED_PLACE.search(stated.passage.folded, *stated.gap)
        )
    ):
        stated.measure, stated.measure_rule = "completion", "measure.completion-by-nature"
    if (
        stated.measure == "share"
        and code == "public-investment"
        and _ALL_PAID.search(stated.passage.folded, *stated.gap)
    ):
        stated.measure, stated.measure_rule = "completion", "measure.completion-by-nature"  # "giải ngân 100% vốn"
    if stated.measure_rule == "measure.equal" and code == "iip":  # "khai khoáng bằng 92,4%": an index number
        told = "index" if stated.quantity.value >= INDEX_FROM else "growth"  # "chưa bằng nửa năm ngoái (11,4%)"
        stated.measure, stated.measure_rule = "growth", f"measure.{told}-by-nature"
        stated.reading = replace(stated.reading, sign=1)
    if stated.measure == "growth" and stated.quantity.value >= AN_INDEX and _base_is_hundred(stated):
        stated.measure_rule = "measure.index-by-nature"
    rated = stated.measure == "growth" and stated.quantity.value >= INDEX_FROM
    if rated and not stated.reading.offset and _beside_index(stated):
        stated.measure_rule = "measure.index-by-nature"  # "bằng 112,8% cùng kỳ, kém mức 114,1% của năm ngoái"
    if stated.choice.rule == "indicator.inherited" and plan_told(
        stated.passage, stated.index, stated.discourse, stated.reading, code
    ):
        stated.measure, stated.measure_rule = "completion", "measure.completion-told"
    if stated.measure_rule == "measure.equal" and code in FULFILLED:
        stated.measure, stated.measure_rule = "completion", "measure.completion-by-nature"  # "bằng 93,7% và tăng 15%"
    if stated.measure == "completion" and code in ZONED and level_percent(code):
        stated.measure, stated.measure_rule = "level", "measure.percent-level"  # "(mục tiêu 2 KCN), lấp đầy 70%"
    if stated.percent_level:
        if code in GROWTH_PERCENT and OF_THINGS.match(stated.passage.folded, stated.quantity.full_end):
            return False  # "đất dành cho dịch vụ chỉ 7% diện tích" behind the economy
        if code in GROWTH_PERCENT:  # "GRDP 7,5%"; "IIP (%): 108,4" is an index number
            hundred = "quantity.unit-ahead" in stated.quantity.rules or _base_is_hundred(stated)
            least = AN_INDEX if hundred else _FULL
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


_SECOND = regex.compile(r"\s?%?\s*[;,/]\s*")  # "(+5,2%; 92,4%)" under "trong ngoặc: so CK; so KH"


def _share_of_then(stated: Stated) -> bool:
    """Whether a bracket holds what a share was before ("35,8%, tăng 9,4 điểm phần trăm so với năm 2015 (26,4%)")."""
    told, before = stated.discourse.told, stated.passage.quantities[stated.index - 1] if stated.index else None
    if before is None or before.dimension != "percent-point" or len(told) < _TWO:
        return False
    return told[-1].measure == "change" and told[-2].measure == "share" and told[-2].indicator == stated.choice.code


_TWO = 2


def _of_structure(stated: Stated) -> bool:
    """Whether the sentence is on the weights of branches from its first word ("Cơ cấu năm 2020: ...")."""
    opened = _STRUCTURE.match(stated.passage.folded, stated.passage.sentence.start)
    if opened is None:
        return False  # or "Phân tích cơ cấu kinh tế, ông nêu rõ mục tiêu tăng trưởng của cả nước là 6,7%"
    return stated.passage.folded.find(GROWTH, opened.end(), stated.quantity.full_start) < 0


GROWTH = fold_pattern("tăng trưởng")


def _base_is_hundred(stated: Stated) -> bool:
    """Whether a sentence says that what its figures are set against is 100 ("IIP 9 tháng (cùng kỳ = 100%): ...")."""
    start = stated.passage.sentence.start
    told = _HUNDRED.search(stated.passage.folded, start, stated.quantity.full_start) is not None
    return told and not stated.reading.offset and not any({"up", "down"} & set(w.cues) for w in stated.gap_words())


_HUNDRED = regex.compile(fold_pattern(r"(?:cùng kỳ|ck|năm trước|năm \d{4}|tháng trước)[^();]{0,24}= ?100 ?%?"))


def _beside_index(stated: Stated) -> bool:
    """Whether a number is set beside an index number of the same sentence, as the level of another time."""
    if not stated.index or stated.quantity.dimension != "percent" or stated.quantity.value <= _FULL:
        return False
    before = stated.passage.quantities[stated.index - 1]
    beside = before.dimension == "percent" and AN_INDEX < before.value < 2 * _FULL
    return beside and _LEVEL_OF.search(stated.passage.folded, *stated.gap) is not None


_LEVEL_OF = regex.compile(fold_pattern(r"(?:cùng kỳ|cùng thời)[^;%]*(?<![\p{L}])mức\s*$"))


def _weighed_from(stated: Stated) -> bool:
    """Whether a branch's weight moves ("tỷ trọng A tăng từ 52% lên 60%, nông nghiệp giảm từ 13,6% xuống 9,1%")."""
    folded, (start, stop) = stated.passage.folded, stated.gap
    told = _WEIGHTS.search(folded, stated.passage.sentence.start, stop) is not None
    return told and (_FROM.search(folded, start, stop) or _TO.fullmatch(folded, start, stop)) is not None


def _settle_rate(stated: Stated) -> None:
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


def _of_partner(stated: Stated) -> bool:
    """Whether a country stands right before a bare percentage of trade ("kế đó EU 12,3%, ASEAN 10,1%")."""
    for word in reversed(stated.gap_words()):
        between = stated.passage.folded[word.end : stated.quantity.full_start]
        code = area_code(word, None)
        if code is not None:
            return is_country(code) and _BESIDE.fullmatch(between) is not None
    return False


def _part_in_bracket(stated: Stated) -> bool:
    """Whether a bare percentage in brackets is the share of the part told before it ("Huyện A 32.500 tỷ (27,3%)")."""
    before = stated.passage.quantities[stated.index - 1] if stated.index else None
    if before is None or before.unit is None or before.dimension == "percent" or stated.choice.code in GROWTH_PERCENT:
        return False
    gap = stated.passage.folded[slice(*stated.gap)].strip()
    return gap == "(" and not level_percent(stated.choice.code)


def _is_part(stated: Stated) -> bool:
    """Whether the amount before a percentage is that part of an amount told earlier in the sentence."""
    quantities, part = stated.passage.quantities[: stated.index], stated.passage.quantities[stated.index - 1]
    wholes = (q for q in quantities[:-1] if q.unit == part.unit and q.value)
    return any(abs(part.value / q.value * 100 - stated.quantity.value) <= _NEARLY for q in wholes)


def _compared(stated: Stated) -> bool:
    """Whether a time to compare with is the next thing behind the number."""
    behind = stated.passage.between(*stated.after)[:1]
    return any(isinstance(token, Period) and token.kind in ("same", "versus") for token in behind)
