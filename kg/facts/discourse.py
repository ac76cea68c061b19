"""What a document carries from sentence to sentence: its area, its clock, its subject.

One per document; mutable, and private to the reading of that document.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import regex

from kg.facts import phrase
from kg.facts.clock import this_year
from kg.facts.frame import Frame, Outline, bracket_period, brackets
from kg.facts.kinds import COMPARED, EITHER, GROWN, TRADED
from kg.facts.measure import Reading
from kg.facts.place import area_code
from kg.facts.tokens import Passage
from kg.lexicon import Lexicon
from kg.mentions.period import Clock, Period, year_of
from kg.mentions.scan import Word
from kg.model import Observation, Repair
from kg.text.normalise import fold, fold_pattern
from kg.text.segment import DASH, PROSE

_LICENSED = regex.compile(
    fold_pattern(
        r"cấp phép|giấy chứng nhận (?:đăng ký )?đầu tư|chấp thuận (?:chủ trương )?đầu tư"
        r"|thu hút (?:được |thêm |mới )*\d"
    )
)
_LICENCE_MARKS = tuple(map(fold, ("cấp phép", "giấy chứng nhận", "chấp thuận", "thu hút")))
_GOODS = regex.compile(
    fold_pattern(r"\s*(?:về|theo|xét về|xét theo|một số|các|nhóm)?\s*(?:mặt hàng|nhóm hàng|thị trường|hàng hóa)")
)
_LOCAL = regex.compile(fold_pattern(r"\s*(?:tại|ở|riêng|trên địa bàn)\s+(?:tỉnh\s+|thành phố\s+|tp\.?\s*)?\p{L}"))
_LEADING = 12  # letters: what stands further on opens no sentence
_ON_GOODS = regex.compile(
    fold_pattern(
        r"\s*(?:đối với|với|về|riêng|riêng đối với) (?:mặt hàng|nhóm hàng"
        r"|nhóm mặt hàng) (?P<what>\p{L}+(?: \p{L}+){0,5}),"
    )
)
_A_MONTH = regex.compile(r"\d{4}-\d\d")
_SINGLED = regex.compile(
    fold_pattern(r"(?:riêng|tính riêng|tách riêng|chỉ tính|nếu tính)(?:\s+(?:trong|trong))?\s+(?:tháng|quý)")
)
_GOES_ON = regex.compile(
    fold_pattern(
        r"\s*(?:\d+\.\s*)?(?:nhịp độ|trong đó|cụ thể|theo đó|riêng|con số|tốc độ|mức tăng|số này|bên cạnh đó"
        r"|đứng thứ|tiếp theo|tiếp đến|trong khi|các ngành|nhóm|ngành|khu vực|so với|nếu|đây|tính|còn|duy nhất|vốn"
        r"|như vậy|ngoài ra|cùng kỳ|trước đó|\()"
    )
)
_CAPITAL = frozenset(("registered-capital", "implemented-capital"))
_PLANNED = {"target", "forecast"}
PARTS = ("area", "sector", "product", "partner", "investor")
_MADE = ("product-output", "iip", "industrial-production-value", "crop-area")
_NEAR = 4  # lines that a subject lasts without being named again
_BOUGHT = regex.compile(fold_pattern(r"(?<![\p{L}])(?:mua|nhập của ta|tiêu thụ)\s*$"))
_LATER = 6  # where a sentence says that it goes on ("Nhóm giao thông ...")
_LEAD = 70  # letters before a number that can still be of the subject of the sentence before
_EMPTY = frozenset(("con số", "kết quả", "kết quả trên", "tổng cộng", "mức này", "số lượng", "trị giá", "tổng trị giá"))
_SOON = 3  # sentences of running text that it lasts


@dataclass(slots=True)
class Discourse:
    """The state of reading one document."""

    doc: str
    lexicon: Lexicon
    own: str | None  # the document's own area
    clock: Clock
    bracket: str | None = None  # what percentages in brackets mean in the whole document
    goods: str | None = None  # the product that the document is about
    bracket_period: Period | None = None  # the time of amounts in brackets
    bilateral: str | None = None  # the country that a text on trade between two is about
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
    pair: tuple[str, str] | None = None  # two indicators that a list gives for each item
    money: tuple[str, int] | None = None  # the last amount in dong, and its line
    exported: bool = False
    economic: bool = False  # the growth of the economy has been named
    powered: bool = False
    made: bool = False  # production has been told of
    narrow: bool = False
    item: bool = False  # the sentence begins an item of a report
    turn_times: dict[int, Period] = field(default_factory=dict)  # the time of each number of such a list
    turns: dict[int, tuple[int, int]] = field(default_factory=dict)  # place of a number in a "lần lượt" list
    respective: dict[int, dict[str, object]] = field(default_factory=dict)  # what such a list gives a number
    count: int = 0  # sentences so far

    # Investment and zones.
    investor: str | None = None
    last_partner: str | None = None
    last_investor: str | None = None
    about_investment: bool = False
    invested: bool = False
    counted: dict[int, set[str]] = field(default_factory=dict)  # investors whose projects a sentence counts
    zone_type: str | None = None
    zone_line: int = -1
    zone_at: int = -9

    # Time. The main time is what later sentences go on with; the flow's is that of an interval.
    main_period: Period | None = None
    flow_period: Period | None = None
    before_periods: tuple[Period | None, Period | None] = (None, None)
    own_period: bool = False  # this sentence has named a time
    anchor: Period | None = None  # the first time of the document
    long: Period | None = None  # the last time longer than a month or quarter
    target_period: Period | None = None
    spans: dict[int, str] = field(default_factory=dict)  # plans' spans by the year that they end with
    override: dict[tuple[int, int], Period] = field(default_factory=dict)
    chain: Period | None = None
    used: list[Period] = field(default_factory=list)
    bound_right: dict[tuple[int, int], Period] = field(default_factory=dict)  # times that a number has used up
    span_from: tuple[tuple[int, int], int] | None = (
        None  # the number that opened "từ ... lên" of a span, its first year
    )
    stock_line: int = -1
    pending: list[Repair] = field(default_factory=list)

    # Status and base of comparison.
    main_status: str | None = None
    heading_status: str | None = None
    status_before: str | None = None
    statuses: set[str] = field(default_factory=set)
    plan_figure: bool = False
    base_lead: Period | None = None
    base_list: Period | None = None  # what the items of this sentence's list are compared with
    base_of_whole: str | None = None  # what the last growth of the sentence before was compared with
    list_investor: str | None = None  # whose money the sentence ahead of a list's items tells of
    named_alone: tuple[str, int] | None = None  # the indicator that a sentence without figures named, and its place
    iip_at: int = -9  # the sentence that told of the index of industry last
    firms: tuple[str, ...] = ()  # the short names that the text gives to firms
    lead_goods: str | None = None  # the goods that a paragraph says it is about
    price_base: str | None = None  # what the index of prices was first compared with
    base_before: str | None = None

    # Area.
    spoken_area: str | None = None  # another place that a paragraph is about
    spoken_line: int = -1
    nation_first: bool = False

    def note_brackets(self, passage: Passage) -> None:
        """Keep what a note at the head of a document says of all its brackets."""
        folded = passage.folded[passage.sentence.start : passage.sentence.end]
        if folded.startswith("(") and self.last_fact is None:
            self.bracket = brackets(folded) or self.bracket
        self.bracket_period = bracket_period(folded) or self.bracket_period

    def open_sentence(self, passage: Passage) -> None:
        """Take in what a sentence says of time before its first figure, whether or not figures follow."""
        self.own_period = self.nation_first = False
        self.base_of_whole = self.base_before
        self.base_before = None
        self.base_list = None
        self.statuses = set()
        self.levels = []
        self.level_parts = []
        self.count += 1
        self._note_investment(passage)
        self._note_goods(passage)
        self.chain = None
        self.used = []
        self.override.clear()
        self._leave_month(passage)
        self._settle_so_far(passage)
        self.item = passage.sentence.first and passage.sentence.level > PROSE
        self.before_periods = (self.main_period, self.flow_period)
        self._take_times(passage)

    def _settle_so_far(self, passage: Passage) -> None:
        """Give "lũy kế" and "từ đầu năm" their months: those told together before, else up to the month spoken of."""
        month = self.clock.month
        for token in list(passage.times):
            if token.kind == "month" and token.first:
                month = token.first
            elif token.kind == "sofar":
                long = self.long or self.anchor
                last = long.last if long is not None and long.kind == "months" and long.first == 1 else None
                last = month or last or (self.clock.today.month if self.clock.today else None)
                months = replace(token, kind="months", first=1, last=last)
                passage.settle(token, months if last else replace(token, kind="now"))

    def _note_goods(self, passage: Passage) -> None:
        """The goods that a sentence says it is about, for the rest of its paragraph ("Đối với mặt hàng A, ...")."""
        told = _ON_GOODS.match(passage.folded, passage.sentence.start, passage.sentence.end)
        if told is not None:
            self.lead_goods = passage.text[told.start("what") : told.end("what")].lower()
        elif passage.sentence.first:
            self.lead_goods = None

    def _note_investment(self, passage: Passage) -> None:
        """Whether investment is what the sentence or the one before it is about."""
        folded, start, end = passage.folded, passage.sentence.start, passage.sentence.end
        invested = (
            _invested(passage.words)
            or any(map(_invested, passage.nouns.values()))
            or (
                any(folded.find(mark, start, end) >= 0 for mark in _LICENCE_MARKS)
                and _LICENSED.search(folded, start, end) is not None
            )
        )
        self.about_investment = (
            invested
            or (self.invested and passage.sentence.line - self.last_line <= 1)
            or self.last in ("registered-capital", "investment-projects", "installed-capacity")
        )
        self.invested = invested

    def _leave_month(self, passage: Passage) -> None:
        """A paragraph after one that singled out a month or a quarter goes back to the months together."""
        main = self.main_period
        if not passage.sentence.first or main is None or main.kind not in ("month", "quarter"):
            return
        for told in (self.anchor, self.long if main.kind == "quarter" else None):
            if told is not None and told.kind == "months" and told.first == 1:
                self.main_period = self.flow_period = told
                return

    def _take_times(self, passage: Passage) -> None:
        """The times that a sentence names before its first figure become the main one."""
        first = passage.quantities[0].full_start if passage.quantities else passage.sentence.end
        for token in passage.times:
            if (
                token.start < first
                and token.kind not in COMPARED
                and token.kind != "day"
                and not _inside(passage, token)
                and not self._in_passing(token, passage)
            ):
                main = self.main_period
                if token.misprint is not None and main is not None and 0 <= token.start - main.end <= 2:
                    continue  # "9 tháng năm 2104": the year of the months
                if not self.own_period:
                    self.main_status = None
                self.own_period = True
                self.main_period = token
                if token.kind not in ("now", "asof"):
                    self.flow_period = token

    def _up_to_now(self, long: list[Period]) -> bool:
        """Whether the years named last are those up to the year told of ("bình quân 2016 - 2020 tăng 16,9%/năm")."""
        main = self.before_periods[0]
        if not long or long[-1].kind != "span" or main is None or main.kind != "year":
            return False
        return year_of(main, self.clock) == long[-1].year_to

    def leave_aside(self) -> None:
        """At a heading, the time of the report again where an earlier year was spoken of last."""
        told, main = self.long or self.anchor, self.main_period
        if told is None or main is None or main is told:
            return
        year, report = year_of(main, self.clock), year_of(told, self.clock)
        if year is not None and report is not None and year < report:
            self.main_period = self.flow_period = told

    def _in_passing(self, time: Period, passage: Passage) -> bool:
        """Whether the year before is named in the middle of a sentence ("A, từng dẫn đầu năm ngoái với ...")."""
        return time.relative == -1 and self.main_period is not None and time.start - passage.sentence.start > _LEADING

    def close_sentence(self, passage: Passage, frame: Frame) -> None:
        """Keep what the next sentence may go on with."""
        self.frame = frame
        if frame.saved_period is not None:  # a bracket closes with its sentence at the latest
            frame.period, frame.origins["period"] = frame.saved_period
            frame.saved_period = None
        self._settle_period(passage)
        self._leave_goal()
        if self.last != "cpi":
            self.base_lead = None
        for word in passage.words:
            label = word.of("indicator") if word.wording.indicator else None
            if label is not None and label.kind != "context":
                self.topic = label.concept.code
                self.economic = self.economic or self.topic == "gdp"
                if not passage.quantities:
                    self.named_alone = (self.topic, self.count)
            elif word.start <= passage.sentence.start + 2 and not passage.quantities and label is None:
                side = word.of("indicator")
                if side is not None and side.concept.code in ("export-turnover", "import-turnover"):
                    self.named_alone = (side.concept.code, self.count)  # "Xuất khẩu là gam màu tối nhất."
        for time in passage.times:
            if time.kind in ("until", "span") and self.future(time, time.year):
                self.target_period = time
        if passage.sentence.level < DASH and (passage.quantities or not passage.sentence.first):
            self.list_investor = frame.investor if passage.quantities else self.list_investor
        if passage.quantities:
            self._settle_area(passage, frame)
            plans = self.statuses and self.statuses <= _PLANNED
            self.main_status = frame.status if plans and frame.status in _PLANNED else None

    def _settle_area(self, passage: Passage, frame: Frame) -> None:
        """Another place that the sentence was about is the paragraph's, until the document's own is named."""
        if frame.area is None:
            return
        leading = next((c for t in passage.tokens if isinstance(t, Word) for c in [area_code(t, self.own)] if c), None)
        local = (
            self.own == "VN"
            and passage.sentence.first
            and _LOCAL.match(passage.folded, passage.sentence.start, passage.sentence.end)
        )
        if local and leading is not None and leading.startswith("VN-"):
            self.spoken_area, self.spoken_line = leading, passage.sentence.line
        elif self.nation_first and self.own != "VN":
            self.spoken_area, self.spoken_line = frame.area, passage.sentence.line
        elif frame.area == self.own and frame.origins.get("area") != "area.discourse":
            self.spoken_area = None

    def _leave_goal(self) -> None:
        """Forget the time of a goal that stood beside results."""
        main = self.main_period
        if (
            main is not None
            and self.statuses
            and not self.statuses <= _PLANNED
            and self.future(main, year_of(main, self.clock))
        ):
            self.main_period, self.flow_period = self.before_periods

    def _settle_period(self, passage: Passage) -> None:
        """The time that later sentences go on with: the longest that this one used, not the last of its parts.

        "Tính chung 9 tháng tăng 9,6%, trong đó quý III tăng 10,1%." is followed by figures of nine months.
        """
        used = [p for p in self.used if p.kind not in ("now", "asof", "until", "day") and not _inside(passage, p)]
        used = [p for p in used if not self._looks_back(p, passage) and not self._in_passing(p, passage)]
        if not used:
            return
        long = [p for p in used if p.kind in ("months", "year", "span")]
        long = [p for p in long if year_of(p, self.clock) == self.clock.year] or long
        if long and self.future(long[-1], year_of(long[-1], self.clock)) and not self.statuses <= _PLANNED:
            return  # a goal beside results is no time for what follows
        if self._up_to_now(long):
            self.main_period, self.flow_period = self.before_periods
            return
        if long and long[-1].kind == "span":  # "Năm 2020 đạt ...; tính chung 5 năm 2016-2020 tăng ...": an aside
            long = [p for p in long if p.kind == "year" and p.year == long[-1].year_to] or long
        short = {(p.kind, p.first, p.year) for p in used}
        if long:
            self.main_period = self.flow_period = long[-1]
            year, told = year_of(long[-1], self.clock), year_of(self.long, self.clock) if self.long else None
            if (
                told is None or year is None or year >= told
            ):  # "PCI năm 2019 được 64 điểm" in a report of 2020: an aside
                self.long = long[-1]
        elif self.long is not None and (
            len(short) > 1 or _SINGLED.search(passage.folded, passage.sentence.start, used[0].end)
        ):
            self.main_period = self.flow_period = self.long  # quarters told one by one, "riêng tháng 9": asides
        else:  # "IIP quý I tăng 13,2%; tháng 3 tăng 18,5%": the quarter goes on
            quarters = [p for p in used if p.kind == "quarter"]
            self.main_period = self.flow_period = (quarters or used)[-1]

    def _looks_back(self, time: Period, passage: Passage) -> bool:
        """Whether a year behind the first figure is only set beside it ("tăng 6%, trong khi năm 2022 chỉ 4%")."""
        before = self.main_period or self.anchor
        if before is None or time.start < passage.quantities[0].full_start:
            return False
        year, main = year_of(time, self.clock), year_of(before, self.clock)
        return year is not None and main is not None and year < main

    def take_repairs(self, period: object) -> tuple[Repair, ...]:
        """The repairs of the time in force, recorded on each fact that uses it."""
        return tuple(r for r in self.pending if period is not None and str(period).startswith(r.became))

    def fallback(self, stock: bool, status: str = "actual") -> str | None:
        """The time of a figure that names none and inherits none."""
        if stock and status != "target":
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
        now = this_year(self.clock)
        if now is None or year is None:
            return False
        if mention.kind == "month" and self.clock.today and year == now:
            return mention.first is not None and mention.first < self.clock.today.month
        return (mention.year_to or year) < now

    def future(self, mention: Period, year: int | None) -> bool:
        """Whether a time lies ahead of the document, so that a figure for it can only be a plan."""
        now = this_year(self.clock)
        if now is None or year is None:
            return False
        if mention.kind == "span":
            return (mention.year_to or year) > now
        if self.clock.today and mention.kind in ("months", "month") and year == now:
            return (mention.first or 1) > self.clock.today.month
        if self.clock.today and mention.kind == "quarter" and year == now and mention.first:
            return 3 * mention.first - 2 > self.clock.today.month
        return year > now

    def inheritable(self, passage: Passage, index: int, reading: Reading) -> str | None:
        """The indicator that a sentence without one goes on with, where it plainly does."""
        sentence = passage.sentence
        if self.last is None or sentence.line - self.last_line > _NEAR:
            return None
        if self.exported and _BOUGHT.search(passage.folded, sentence.start, passage.quantities[index].full_start):
            countries = (t for t in passage.tokens if isinstance(t, Word) and t.start < passage.quantities[index].start)
            if any(
                c is not None and c != "VN" and not c.startswith("VN-") for c in (area_code(w, None) for w in countries)
            ):
                return "export-turnover"  # "Hoa Kỳ mua 612 triệu USD"
        goes_on = bool(_GOES_ON.match(passage.folded, sentence.start, sentence.end))
        if sentence.level == PROSE and self.count - self.last_at > (_LATER if goes_on else _SOON):
            return None
        if (
            self.last in ("import-turnover", "trade-balance", "trade-turnover")
            and self.exported
            and _GOODS.match(passage.folded, sentence.start, sentence.end)
        ):
            return "export-turnover"  # a list of goods after both sides of trade is of what is sold
        stop = passage.quantities[index].full_start
        lead = passage.folded[sentence.start : stop]
        if reading.measure in ("completion", "multiple") or goes_on:
            return self.last
        words = [t for t in passage.tokens if isinstance(t, Word) and t.start < stop]
        part = any(w.of("sector") or w.of("product") or w.of("area") or "anaphor" in w.cues for w in words)
        if part:
            return self.last
        subject = phrase.before(passage, index) if sentence.level == PROSE else ""
        return self.last if len(lead) < _LEAD and (not subject or subject in _EMPTY) else None

    def products_open(self, frame: Frame, passage: Passage) -> bool:
        """Whether amounts of goods are read as outputs here: after output figures or under a heading on production."""
        if frame.indicator in _MADE or self.last in GROWN:
            return True
        if (
            self.made
            and any(isinstance(t, Word) and t.of("product") for t in passage.tokens)
            and self.last not in TRADED
        ):
            return True
        if (
            self.last in _MADE
            and passage.sentence.line - self.last_line <= 2
            and any(isinstance(t, Word) and t.of("product") for t in passage.tokens)
        ):
            return True
        return passage.sentence.level not in (PROSE, 0) and (self.outline.producing() or self.last in _MADE)

    def remember(self, fact: Observation, passage: Passage) -> None:
        """Keep what the next sentence may inherit from a fact."""
        line, code, level = passage.sentence.line, fact.indicator, fact.measure == "level"
        if not (code == "trade-balance" and self.last in ("export-turnover", "import-turnover")):
            self.last = code
        self.last_fact = code
        self.last_line, self.last_at = line, self.count
        self.last_partner = fact.partner
        self.last_investor = fact.investor if code.endswith("-turnover") else None
        self.statuses.add(fact.status)
        self.exported = self.exported or code == "export-turnover"
        self.made = self.made or code in _MADE
        self.powered = self.powered or code == "installed-capacity"
        if code == "iip" and fact.measure == "growth":
            self.iip_at = self.count
        if code in ("iip", "gdp", "cpi", "retail-sales", "export-turnover") and fact.measure == "growth":
            self.index = code
        monthly = fact.base == "prev" and _A_MONTH.fullmatch(fact.period or "") is not None
        prices = code == "cpi" and fact.measure == "growth" and fact.product is None
        if prices and (self.price_base is None or monthly):
            self.price_base = fact.base
        if level:
            self.levels.append(code)
            self.level_parts.append({name: getattr(fact, name) for name in PARTS})
        if level and code in EITHER:
            self.stock_line = line if fact.period and fact.period.startswith("@") else -1
        if level and fact.unit == "VND":
            self.money = (code, line)


def _invested(words: list[Word]) -> bool:
    """Whether one of the words is of investment: an investor, a flow of capital, or capital outright."""
    for word in words:
        named = word.wording.first
        if named and ("code/investor" in named or "code/flow" in named or not _CAPITAL.isdisjoint(word.wording.full)):
            return True
    return False


def _inside(passage: Passage, token: Period) -> bool:
    """Whether a time stands in brackets, as an aside that later sentences do not inherit."""
    before = passage.folded[passage.sentence.start : token.start]
    return before.count("(") > before.count(")")
