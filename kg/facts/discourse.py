"""What a document carries from sentence to sentence: its area, its clock, its subject.

One per document; mutable, and private to the reading of that document.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from kg.facts import about, tasks, timeline, turning
from kg.facts.clock import is_over, lies_ahead, this_year
from kg.facts.frame import Frame, Outline, bracket_period, bracket_plan, brackets, slash_plan
from kg.facts.goods import TradedGoods, led_goods, traded_goods
from kg.facts.invested import Invested
from kg.facts.kinds import EITHER, INVESTED, MADE, PLANNED, TRADED
from kg.facts.sides import Sides, side_told
from kg.facts.standing import Standing
from kg.facts.tokens import Passage
from kg.lexicon import Lexicon
from kg.mentions.period import Period
from kg.mentions.resolve import Clock
from kg.model import Observation, Repair
from kg.text.mend import Mended
from kg.text.normalise import fold, fold_pattern
from kg.text.segment import DASH, PROSE

_MARKETS = fold("thị trường")
_ASSIGNED = fold_pattern("được giao")
_A_MONTH = regex.compile(r"\d{4}-\d\d")
PARTS = ("area", "sector", "product", "partner", "investor")


_POINTED_AT = frozenset(  # by "chỉ số này", "mức tăng này"
    (
        "iip",
        "gdp",
        "cpi",
        "retail-sales",
        "export-turnover",
        "industrial-consumption-index",
        "industrial-inventory-index",
    )
)


@dataclass(slots=True)
class Discourse:
    """The state of reading one document."""

    doc: str
    lexicon: Lexicon
    own: str | None  # the document's own area
    clock: Clock
    document_own: str | None = None  # the same, where a section of the text has one of its own
    several: frozenset[str] = frozenset()  # the provinces that the text says at its head to be about, if some
    own_misspelt: bool = False  # and its name was read with other marks than the text has
    mended: tuple[Mended, ...] = ()  # words whose lost marks were restored
    bracket: str | None = None  # what percentages in brackets mean in the whole document
    goods: str | None = None  # the product that the document is about
    bracket_period: Period | None = None  # the time of amounts in brackets
    bracket_plan: bool = False  # amounts in brackets are those planned
    titled_region: str | None = None  # the region whose provinces a text is on by its title
    slash_plan: bool = False  # of two amounts with a slash between them, the second is that planned
    bilateral: str | None = None  # the country that a text on trade between two is about
    indicator_words: int = 0  # how many words of the text name indicators
    outline: Outline = field(default_factory=Outline)
    frame: Frame = field(default_factory=Frame)  # as the last sentence left it

    # The subject: which indicators have been read, and what they leave to later sentences.
    last: str | None = None
    last_fact: str | None = None
    last_line: int = -1
    last_at: int = -9  # the sentence of the last figure, by its count
    index: str | None = None  # the last index or total that grew: "chỉ số này" is it
    levels: list[str] = field(default_factory=list)  # of this sentence, for "lần lượt tăng ..."
    level_parts: list[dict[str, str | None]] = field(default_factory=list)  # and what each of them is of
    topic: str | None = None  # the last indicator named, whether or not a figure followed
    completed_at: int = -9  # the sentence that last told how much of a plan was carried out
    pair: tuple[str, str] | None = None  # two indicators that a list gives for each item
    money: tuple[str, int] | None = None  # the last amount in dong, and its line
    dollars_at: int = -9  # the sentence of the last amount in dollars
    exported: bool = False
    economic: bool = False  # the growth of the economy has been named
    powered: bool = False
    crop_at: int | None = None  # the sentence that told of the land of a crop last
    made: bool = False  # production has been told of
    narrow: bool = False
    item: bool = False  # the sentence begins an item of a report
    two_times: tuple[Period, Period] | None = None  # of figures parted by a stroke, where the text announces them
    turn_times: dict[int, Period] = field(default_factory=dict)  # the time of each number of such a list
    turns: dict[int, tuple[int, int]] = field(default_factory=dict)  # place of a number in a "lần lượt" list
    respective: dict[int, dict[str, object]] = field(default_factory=dict)  # what such a list gives a number
    told: list[Observation] = field(default_factory=list)  # the figures of this sentence so far
    told_before: list[Observation] = field(default_factory=list)  # and of the last sentence that had some
    standing: Standing = field(default_factory=Standing)  # projects and capital there are, and those that came
    echo: dict[int, Observation] = field(default_factory=dict)  # the figure that a number at that place answers
    count: int = 0  # sentences so far

    # Investment and zones.
    investor: str | None = None
    foreign: bool | None = None  # the first figure of investment is of foreign capital
    last_partner: str | None = None
    last_flow: str | None = None
    country: tuple[str, int] | None = None  # the one country that a sentence without figures names, and its place
    last_parts: dict[str, str | None] = field(default_factory=dict)  # the breakdowns of the last figure
    beside: bool = False  # whether the last sentence ended with a place that another is only compared with
    last_investor: str | None = None
    about_investment: bool = False
    invested: bool = False
    counted: dict[int, set[str]] = field(default_factory=dict)  # investors whose projects a sentence counts
    board_of: str | None = None  # the kind of zones whose board wrote the text
    zone_type: str | None = None
    zone_line: int = -1
    zone_at: int = -9

    # Time. The main time is what later sentences go on with; the flow's is that of an interval.
    main_period: Period | None = None
    flow_period: Period | None = None
    before_periods: tuple[Period | None, Period | None] = (None, None)
    own_period: bool = False  # this sentence has named a time
    anchor: Period | None = None  # the first time of the document
    as_of: Period | None = None  # the last date up to which something was counted
    singled: Period | None = None  # the month that the sentence before told of alone
    funded: bool = False  # the text has told what the state invests
    planned_last: bool = False  # the last sentence with figures told of plans alone
    result_period: Period | None = None  # the main time as of the last sentence that told results
    long: Period | None = None  # the last time longer than a month or quarter
    goal: Observation | None = None  # the last goal set for the growth of the whole economy
    assigned: bool = False  # the last sentence with figures told of a plan as one assigned, no goal
    target_period: Period | None = None
    spans: dict[int, str] = field(default_factory=dict)  # plans' spans by the year that they end with
    override: dict[tuple[int, int], Period] = field(default_factory=dict)
    chain: Period | None = None
    used: list[Period] = field(default_factory=list)
    used_for_results: set[int] = field(default_factory=set)  # where those of them stand that a result is of
    bound_right: dict[tuple[int, int], Period] = field(default_factory=dict)  # times that a number has used up
    span_from: tuple[tuple[int, int], int] | None = (
        None  # the number that opened "từ ... lên" of a span, its first year
    )
    sums: Invested = field(default_factory=Invested)
    stock_line: int = -1
    pending: list[Repair] = field(default_factory=list)

    # Status and base of comparison.
    main_status: str | None = None
    goal_aside: bool = False  # the goals told last stand behind results, in a paragraph of those
    result_line: int = -1
    heading_status: str | None = None
    status_before: str | None = None
    statuses: set[str] = field(default_factory=set)
    plan_figure: bool = False
    base_lead: Period | None = None
    base_told: str | None = None  # what the last number said right behind it that it is compared with
    base_pair: tuple[int, tuple[str, str]] | None = None  # a line, and what its two growths of one thing are against
    base_list: Period | None = None  # what the items of this sentence's list are compared with
    base_of_whole: str | None = None  # what the last growth of the sentence before was compared with
    list_investor: str | None = None  # whose money the sentence ahead of a list's items tells of
    list_trade: str | None = None  # and which side of the trade
    named_alone: tuple[str, int] | None = None  # the indicator that a sentence without figures named, and its place
    iip_at: int = -9  # the sentence that told of the index of industry last
    firms: tuple[str, ...] = ()  # the short names that the text gives to firms
    last_trade: int | None = None  # the sentence that told of trade both ways with one country
    sides: Sides = field(default_factory=Sides)
    lead_goods: str | None = None  # the goods that a paragraph says it is about
    traded: TradedGoods | None = None  # the goods whose trade was told last, for the partners that follow
    price_month: str | None = None  # the month whose index of prices was told against the month before
    price_base: str | None = None  # what the index of prices was first compared with
    base_before: str | None = None

    # Area.
    district: str | None = None  # the district of the own province that the text is about
    named_goods: tuple[int, str] | None = None  # the last goods that a sentence without figures names, and its place
    spoken_province: tuple[str, int] | None = None  # the one other province of a sentence without figures
    spoken_district: tuple[str, int, int] | None = None  # the one district of a sentence without figures: place, line
    all_district: bool = False  # and all of the text is about that one
    region: tuple[str, int] | None = None  # the last region named, and in which sentence
    regions: set[str] = field(default_factory=set)  # all that the text has named
    item_area: str | None = None  # the province that opens the item of a list ("• Hà Nam: tháng 4, tỉnh đón ...")
    spoken_area: str | None = None  # another place that a paragraph is about
    spoken_line: int = -1
    turned: int = 0  # up to which sentence a place holds that one without figures turned to; 0: to no such
    nation_first: bool = False
    nation_at: int = -9  # the last sentence that opens with the country

    def note_brackets(self, passage: Passage) -> None:
        """Keep what a note at the head of a document says of all its brackets."""
        folded = passage.folded[passage.sentence.start : passage.sentence.end]
        if folded.startswith("(") and self.last_fact is None:
            self.bracket = brackets(folded) or self.bracket
        self.bracket_plan = bracket_plan(folded) or self.bracket_plan
        self.slash_plan = slash_plan(folded) or self.slash_plan
        self.bracket_period = (None if self.bracket_plan else bracket_period(folded)) or self.bracket_period

    def open_sentence(self, passage: Passage) -> None:
        """Take in what a sentence says of time before its first figure, whether or not figures follow."""
        self.own_period = self.nation_first = False
        self.base_of_whole = self.base_before
        self.base_before = None
        self.base_list = None
        self.statuses = set()
        self.levels = []
        self.level_parts = []
        if self.told:
            self.told_before, self.told = self.told, []
        self.count += 1
        if passage.sentence.first:
            self.item_area = about.opens_with(passage)
        self._note_investment(passage)
        self.lead_goods = led_goods(passage) or (None if passage.sentence.first else self.lead_goods)
        self.chain = None
        self.used = []
        self.used_for_results = set()
        self.override.clear()
        timeline.leave_month(self, passage)
        timeline.settle_so_far(self, passage)
        self.item = passage.sentence.first and passage.sentence.level > PROSE
        self.before_periods = (self.main_period, self.flow_period)
        timeline.take_singled(self, passage)
        timeline.take_times(self, passage)

    def _note_investment(self, passage: Passage) -> None:
        """Whether investment is what the sentence or the one before it is about."""
        invested = about.invested(passage)
        self.about_investment = (
            invested
            or (self.invested and passage.sentence.line - self.last_line <= 1)
            or self.last in ("registered-capital", "investment-projects", "installed-capacity")
        )
        self.invested = invested

    def close_sentence(self, passage: Passage, frame: Frame) -> None:
        """Keep what the next sentence may go on with."""
        self.frame = frame
        if frame.saved_period is not None:  # a bracket closes with its sentence at the latest
            frame.period, frame.origins["period"] = frame.saved_period
            frame.saved_period = None
        self.beside = frame.saved_area is not None
        if frame.saved_area is not None:
            frame.area, frame.origins["area"] = frame.saved_area
            frame.saved_area = None
        timeline.settle_period(self, passage)
        turning.since_december(self)
        timeline.leave_goal(self)
        made = self.last == "product-output" and self.iip_at == self.count
        if made and _WHY.search(passage.folded, passage.sentence.start, passage.sentence.end):
            self.last = "iip"  # "Khai khoáng giảm 8,1% vì sản lượng dầu thô giảm 13,2%. Trong các ngành ..."
        if not passage.quantities and (investors := about.investors(passage)):
            self.last_parts["investor"] = investors.pop() if len(investors) == 1 else None
        if self.last != "cpi":
            self.base_lead = None
        for word in passage.words:
            label = word.of("indicator") if word.wording.indicator else None
            if label is not None and label.kind != "context":
                self.topic = label.concept.code
                self.economic = self.economic or self.topic == "gdp"
                if not self.told:
                    self.named_alone = (self.topic, self.count)
            elif word.start <= passage.sentence.start + 2 and not passage.quantities and label is None:
                side = word.of("indicator")
                if side is not None and side.concept.code in ("export-turnover", "import-turnover"):
                    self.named_alone = (side.concept.code, self.count)  # "Xuất khẩu là gam màu tối nhất."
        if not passage.quantities:
            goods = next((w for w in reversed(passage.words) if w.of("product")), None)
            if goods is not None:
                self.named_goods = self.count, passage.text[goods.start : goods.end].lower()
            elif (
                passage.sentence.level <= DASH
                and passage.folded.find(_MARKETS, passage.sentence.start, passage.sentence.end) >= 0
            ):
                self.traded = None  # "- Theo thị trường:" behind a list of goods: of all of them
            self.country = None
            if self.last in TRADED:
                self.last = side_told(passage) or self.last
            turning.note_named(self, passage)
        told = self.last_at == self.count or (self.named_alone is not None and self.named_alone[1] == self.count)
        side_alone = None if told else about.one_side(passage)
        if side_alone is not None:
            self.named_alone = (side_alone, self.count)  # "... lần đầu chạm mốc xuất khẩu 10 con số. Kim ngạch đạt ..."
        for time in passage.times:
            if time.kind in ("until", "span") and self.future(time, time.year):
                self.target_period = time
        if passage.sentence.level < DASH and passage.quantities:
            self.list_investor = None if about.by_owner(passage) else frame.investor
            self.list_trade = self.last if self.last in TRADED else None
        if passage.quantities:
            turning.settle_area(self, passage, frame)
        elif self.spoken_area == "VN":
            turning.come_home(self, passage)
        if passage.quantities and not (not self.statuses and self.main_status and frame.status in PLANNED):
            missed = _missed(passage)
            plans = self.planned_last = bool(self.statuses) and self.statuses <= PLANNED and not missed
            self.assigned = plans and passage.folded.find(_ASSIGNED, passage.sentence.start, passage.sentence.end) >= 0
            self.main_status = frame.status if plans and frame.status in PLANNED else None
            self.goal_aside = plans and self.result_line == passage.sentence.line
            if self.statuses and not plans:
                self.result_period, self.result_line = self.main_period, passage.sentence.line
        tasks.announced(self, passage)

    def take_repairs(self, period: object) -> tuple[Repair, ...]:
        """The repairs of the time in force, recorded on each fact that uses it."""
        return tuple(r for r in self.pending if period is not None and str(period).startswith(r.became))

    def fallback(self, stock: bool, status: str = "actual") -> str | None:
        """The time of a figure that names none and inherits none."""
        if stock and status != "target":
            if self.clock.counted is not None:
                return self.clock.counted
            return f"@{self.clock.today.isoformat()}" if self.clock.today else "@"
        return None

    def plan_span(self) -> Period | None:
        """The span of years ahead that the document plans for, where it names just one; else None."""
        now = this_year(self.clock)
        ahead = [span for year, span in self.spans.items() if now is not None and year > now]
        if len(ahead) != 1:
            return None
        first, last = ahead[0].split("/")
        return Period(0, 0, "span", year=int(first), year_to=int(last))

    def past(self, mention: Period, year: int | None) -> bool:
        """Whether a time is over, so that a figure for it is a result unless it is called a plan."""
        return is_over(mention, year, self.clock)

    def future(self, mention: Period, year: int | None) -> bool:
        """Whether a time lies ahead of the document, so that a figure for it can only be a plan."""
        return lies_ahead(mention, year, self.clock)

    def remember(self, fact: Observation, passage: Passage) -> None:
        """Keep what the next sentence may inherit from a fact."""
        line, code, level = passage.sentence.line, fact.indicator, fact.measure == "level"
        if not (code == "trade-balance" and self.last in ("export-turnover", "import-turnover")):
            self.last = code
        self.last_fact = code
        self.told.append(fact)
        self.standing.note(fact, self.count)
        self.last_line, self.last_at = line, self.count
        self.last_partner, self.last_flow = fact.partner, fact.flow
        self.last_parts = {name: getattr(fact, name) for name in PARTS}
        self.last_investor = fact.investor if code.endswith("-turnover") else None
        self.statuses.add(fact.status)
        if fact.measure == "completion":
            self.completed_at = self.count
        self.goal = fact if code == "gdp" and fact.status == "target" and fact.sector is None else self.goal
        self.exported = self.exported or code == "export-turnover"
        self.made = self.made or code in MADE
        self.funded = self.funded or code == "public-investment"
        self.powered = self.powered or code == "installed-capacity"
        if code == "crop-area":
            self.crop_at = self.count
        if code == "iip" and fact.measure == "growth":
            self.iip_at = self.count
        if code in _POINTED_AT and fact.measure == "growth":
            self.index = code
        monthly = fact.base == "prev" and _A_MONTH.fullmatch(fact.period or "") is not None
        prices = code == "cpi" and fact.measure == "growth" and fact.product is None
        if prices and (self.price_base is None or monthly):
            self.price_base = fact.base
        if prices and monthly:
            self.price_month = fact.period
        if level:
            self.levels.append(code)
            self.level_parts.append({name: getattr(fact, name) for name in PARTS})
        if code in INVESTED and self.foreign is None:
            self.foreign = fact.investor == "fdi"
        if code in TRADED:
            self.traded = traded_goods(self.traded, fact, self.count)
            if self.traded is not None and passage.folded.startswith(_ONLY, passage.sentence.start):
                self.traded.single = False  # "Riêng mây tre đan giảm 8%. Hoa Kỳ mua nhiều nhất": of all goods again
            self.sides.note(fact)
            if code == "trade-turnover":
                self.last_trade = self.count if fact.partner is not None else None
        if level and code in INVESTED and fact.period:
            self.sums.note(fact)
        if level and code in EITHER:
            self.stock_line = line if fact.period and fact.period.startswith("@") else -1
        if level and fact.unit == "VND":
            self.money = (code, line)
        if level and fact.unit == "USD":
            self.dollars_at = self.count


def _missed(passage: Passage) -> bool:
    """Whether a sentence says that a goal was missed."""
    start, end = passage.sentence.start, passage.sentence.end
    if all(passage.folded.find(mark, start, end) < 0 for mark in _MISSED_MARKS):
        return False  # most do not
    return _MISSED.search(passage.folded, start, end) is not None


_ONLY = fold("riêng ")
_MISSED_MARKS = tuple(map(fold, ("không", "lỡ hẹn", "bất thành", "phá sản")))  # one of them is there at least
_MISSED = regex.compile(  # "Mục tiêu 15 tỷ USD vì thế không thực hiện được": what follows is what came of it
    fold_pattern(
        r"(?<![\p{L}])(?:đã |vì thế |vì vậy |do đó )*(?:không (?:thực hiện|đạt|hoàn thành) được|lỡ hẹn|bất thành"
        r"|không thành|phá sản)(?![\p{L}])"
    )
)
_WHY = regex.compile(fold_pattern(r"\d ?%,? (?:vì|do|bởi|nhờ) sản lượng "))
