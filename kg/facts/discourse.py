"""What a document carries from sentence to sentence: its area, its clock, its subject.

One per document; mutable, and private to the reading of that document.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date

import regex

from kg.facts.frame import Frame, Outline
from kg.facts.measure import Reading
from kg.facts.place import area_code
from kg.facts.tokens import Passage
from kg.lexicon import Lexicon
from kg.mentions.period import Clock, Period, resolve, year_of
from kg.mentions.scan import Word
from kg.model import Observation, Repair
from kg.text.normalise import fold_pattern
from kg.text.segment import PROSE

_LICENSED = regex.compile(
    fold_pattern(
        r"cấp phép|giấy chứng nhận (?:đăng ký )?đầu tư|chấp thuận (?:chủ trương )?đầu tư|thu hút (?:được |thêm |mới )*\d"
    )
)
_GOODS = regex.compile(
    fold_pattern(r"\s*(?:về|theo|xét về|xét theo|một số|các|nhóm)?\s*(?:mặt hàng|nhóm hàng|thị trường|hàng hóa)")
)
_LOCAL = regex.compile(fold_pattern(r"\s*(?:tại|ở|riêng|trên địa bàn)\s+(?:tỉnh\s+|thành phố\s+|tp\.?\s*)?\p{L}"))
_SINGLED = regex.compile(
    fold_pattern(r"(?:riêng|tính riêng|tách riêng|chỉ tính|nếu tính)(?:\s+(?:trong|trong))?\s+(?:tháng|quý)")
)
_EXPLICIT_YEAR = regex.compile(r"(?<![\d.,/])(?:19[6-9]\d|20[0-4]\d)(?![\d.,]*\d)")


@dataclass(slots=True)
class Discourse:
    """The state of reading one document."""

    doc: str
    lexicon: Lexicon
    own: str | None
    clock: Clock
    outline: Outline = field(default_factory=Outline)
    frame: Frame = field(default_factory=Frame)
    last: str | None = None
    last_fact: str | None = None
    last_line: int = -1
    zone_type: str | None = None
    investor: str | None = None
    last_investor: str | None = None
    narrow: bool = False
    about_investment: bool = False
    main_period: Period | None = None
    flow_period: Period | None = None
    main_status: str | None = None
    own_period: bool = False
    anchor: Period | None = None
    override: dict[tuple[int, int], Period] = field(default_factory=dict)
    chain: Period | None = None
    bracket: str | None = None
    pair: tuple[str, str] | None = None
    spoken_area: str | None = None
    spoken_line: int = -1
    powered: bool = False
    topic: str | None = None
    item: bool = False
    before_periods: tuple[Period | None, Period | None] = (None, None)
    turns: dict[int, tuple[int, int]] = field(default_factory=dict)
    levels: list[str] = field(default_factory=list)
    exported: bool = False
    money: tuple[str, int] | None = None
    statuses: set[str] = field(default_factory=set)
    spans: dict[int, str] = field(default_factory=dict)
    nation_first: bool = False
    plan_was: bool = False
    target_period: Period | None = None
    base_before: str | None = None
    counted: dict[int, set[str]] = field(default_factory=dict)
    invested: bool = False
    current: tuple[int, int | None] | None = None
    plan_figure: bool = False
    yearly_plan: bool = False
    heading_status: str | None = None
    used: list[Period] = field(default_factory=list)
    long: Period | None = None
    base_lead: Period | None = None
    index: str | None = None
    stock_line: int = -1
    zone_line: int = -1
    zone_at: int = -9
    count: int = 0
    status_before: str | None = None
    bound_right: dict[tuple[int, int], Period] = field(default_factory=dict)
    pending: list[Repair] = field(default_factory=list)
    respective: dict[int, dict[str, object]] = field(default_factory=dict)

    def open_sentence(self, passage: Passage) -> None:
        """Take in what a sentence says of time before its first figure, whether or not figures follow."""
        first = passage.quantities[0].full_start if passage.quantities else passage.sentence.end
        self.own_period = self.nation_first = False
        self.base_before = None
        self.statuses = set()
        self.levels = []
        words = [t for t in passage.tokens if isinstance(t, Word)] + [w for ws in passage.nouns.values() for w in ws]
        licensed = bool(_LICENSED.search(passage.folded, passage.sentence.start, passage.sentence.end))
        self.count += 1
        invested = licensed or any(
            l.concept.scheme in ("code/investor", "code/flow")
            or (l.concept.code in ("registered-capital", "implemented-capital") and l.kind != "context")
            for w in words
            for l in w.labels
        )
        self.about_investment = (
            invested
            or (self.invested and passage.sentence.line - self.last_line <= 1)
            or self.last in ("registered-capital", "investment-projects", "installed-capacity")
        )
        self.invested = invested
        self.chain = None
        self.used = []
        self.override.clear()
        if (
            passage.sentence.first
            and self.main_period is not None
            and self.main_period.kind == "month"
            and self.anchor is not None
            and self.anchor.kind == "months"
            and self.anchor.first == 1
        ):
            # a paragraph after one that singled out a month goes back to the months together
            self.main_period = self.flow_period = self.anchor
        self.item = passage.sentence.first and passage.sentence.level > PROSE
        before = (self.main_period, self.flow_period)
        for token in passage.tokens:
            if (
                isinstance(token, Period)
                and token.start < first
                and token.kind not in ("same", "versus", "plan", "day")
                and not self._inside(passage, token)
            ):
                if not self.own_period:
                    self.main_status = None
                self.own_period = True
                self.main_period = token
                if token.kind not in ("now", "asof"):
                    self.flow_period = token
        self.before_periods = before

    @staticmethod
    def _inside(passage: Passage, token: Period) -> bool:
        """Whether a time stands in brackets, as an aside that later sentences do not inherit."""
        before = passage.folded[passage.sentence.start : token.start]
        return before.count("(") > before.count(")")

    def close_sentence(self, passage: Passage, frame: Frame) -> None:
        """Keep what the next sentence may go on with."""
        self.frame = frame
        self._settle_period(passage)
        self._restore()
        if self.last != "cpi":
            self.base_lead = None
        for token in passage.tokens:
            if isinstance(token, Word):
                label = token.of("indicator")
                if label is not None and label.kind != "context":
                    self.topic = label.concept.code
            elif (
                isinstance(token, Period)
                and (token.kind == "until" or token.kind == "span")
                and self.future(token, token.year)
            ):
                self.target_period = token
        if frame.area is not None and passage.quantities:
            nation = self.nation_first and self.own != "VN"
            local = (
                self.own == "VN"
                and passage.sentence.first
                and _LOCAL.match(passage.folded, passage.sentence.start, passage.sentence.end)
            )
            leading = next(
                (c for t in passage.tokens if isinstance(t, Word) for c in [area_code(t, self.own)] if c), None
            )
            if local and leading is not None and leading.startswith("VN-"):
                self.spoken_area, self.spoken_line = leading, passage.sentence.line
            elif nation:
                self.spoken_area, self.spoken_line = frame.area, passage.sentence.line
            elif frame.area == self.own and frame.origins.get("area") != "area.discourse":
                self.spoken_area = None
        if passage.quantities:
            plans = self.statuses and self.statuses <= {"target", "forecast"}
            self.main_status = frame.status if plans and frame.status in ("target", "forecast") else None

    def _restore(self) -> None:
        """Forget the time of a goal that stood beside results."""
        main = self.main_period
        if (
            main is not None
            and self.future(main, year_of(main, self.clock))
            and self.statuses
            and not self.statuses <= {"target", "forecast"}
        ):
            self.main_period, self.flow_period = self.before_periods

    def _settle_period(self, passage: Passage) -> None:
        """The time that later sentences go on with: the longest that this one used, not the last of its parts.

        "Tính chung 9 tháng tăng 9,6%, trong đó quý III tăng 10,1%." is followed by figures of nine months.
        """
        used = [p for p in self.used if p.kind not in ("now", "asof", "until", "day") and not self._inside(passage, p)]
        if not used:
            return
        long = [p for p in used if p.kind in ("months", "year", "span")]
        present = [p for p in long if year_of(p, self.clock) == self.clock.year]
        long = present or long
        if (
            long
            and self.future(long[-1], year_of(long[-1], self.clock))
            and not self.statuses <= {"target", "forecast"}
        ):
            return  # a goal beside results is no time for what follows
        short = {(p.kind, p.first, p.year) for p in used}
        if long:
            self.main_period = self.flow_period = self.long = long[-1]
        elif self.long is not None and (
            len(short) > 1 or _SINGLED.search(passage.folded, passage.sentence.start, used[0].end)
        ):
            self.main_period = self.flow_period = self.long  # quarters told one by one, "riêng tháng 9": asides
        else:
            self.main_period = self.flow_period = used[-1]

    def note_year(self, period: Period) -> None:
        """Remember the year and month that a sentence speaks of, for what it leaves out later."""
        if period.misprint is not None:
            year = repaired_year(period.misprint, self.clock.year)
            self.clock.repaired[period.misprint] = year
            self.pending = [Repair("period", period.misprint, str(year), "impossible-year")]
        year = year_of(period, self.clock)
        if year is not None:
            self.clock.spoken = year
            month = period.first if period.kind == "month" else (period.last if period.kind == "months" else None)
            self.current = (year, month)
        if period.kind in ("month",) and period.first:
            self.clock.month = period.first

    def take_repairs(self, period: object) -> tuple[Repair, ...]:
        """The repairs of the time in force, recorded on each fact that uses it."""
        return tuple(r for r in self.pending if period is not None and str(period).startswith(r.became))

    def period_default(self, stock: bool, status: str) -> tuple[Period | None, str]:
        """The time that the discourse has been speaking of; a stock stands at a date, not in an interval."""
        if stock and status != "target":
            at_date = self.main_period is not None and self.main_period.kind in ("now", "asof")
            return (self.main_period if at_date else None), "period.discourse"
        if self.item and not self.own_period and status != "target" and self.long is not None:
            return self.long, "period.report"  # an item of a report is of the report's time, not of the item above
        chosen = (
            self.flow_period if self.main_period is not None and self.main_period.kind == "now" else self.main_period
        )
        return (chosen, "period.discourse") if chosen is not None else (self.anchor, "period.anchor")

    def fallback(self, stock: bool, status: str = "actual") -> str | None:
        """The time of a figure that names none and inherits none."""
        if stock and status != "target":
            return f"@{self.clock.today.isoformat()}" if self.clock.today else "@"
        return None

    def past(self, mention: Period, year: int | None) -> bool:
        """Whether a time is over, so that a figure for it is a result unless it is called a plan."""
        now = self.clock.today.year if self.clock.today else self.clock.year
        if now is None or year is None:
            return False
        if mention.kind == "month" and self.clock.today and year == now:
            return mention.first is not None and mention.first < self.clock.today.month
        return (mention.year_to or year) < now

    def future(self, mention: Period, year: int | None) -> bool:
        """Whether a time lies ahead of the document, so that a figure for it can only be a plan."""
        now = self.clock.today.year if self.clock.today else self.clock.year
        if now is None or year is None:
            return False
        if mention.kind == "span":
            return (mention.year_to or year) > now
        if mention.kind == "until":
            return year > now
        if self.clock.today and mention.kind in ("months", "month") and year == now:
            return (mention.first or 1) > self.clock.today.month
        return year > now

    def shifted(self, token: Period, frame: Frame) -> Period | None:
        """The time in force, a year (or as many as are named) before."""
        current = frame.period or self.flow_period or self.anchor
        if current is None or current.kind in ("now", "same"):
            return None
        year = token.year
        if year is None:
            now = year_of(current, self.clock)
            year = now - 1 if now is not None else None
        return replace(current, year=year, relative=None, year_to=None)

    def holds(self, passage: Passage, token: Period, index: int) -> bool:
        """Whether "cùng kỳ ..." names the time of the next figure rather than what one is compared with."""
        tail = passage.folded[token.end : token.end + 14]
        return bool(regex.match(fold_pattern(r"\s*(?:tăng|giảm|đạt|là|chỉ|:|[+\-(]?\d)"), tail))

    def inheritable(self, passage: Passage, index: int, reading: Reading) -> str | None:
        """The indicator that a sentence without one goes on with, where it plainly does."""
        if self.last is None or passage.sentence.line - self.last_line > 4:
            return None
        quantity = passage.quantities[index]
        if (
            self.last in ("import-turnover", "trade-balance", "trade-turnover")
            and self.exported
            and _GOODS.match(passage.folded, passage.sentence.start, passage.sentence.end)
        ):
            return "export-turnover"  # a list of goods after both sides of trade is of what is sold
        lead = passage.folded[passage.sentence.start : quantity.full_start]
        if regex.match(
            fold_pattern(
                r"\s*(?:\d+\.\s*)?(?:nhịp độ|trong đó|cụ thể|theo đó|riêng|con số|tốc độ|mức tăng|số này|bên cạnh đó|đứng thứ|tiếp theo|tiếp đến|trong khi|các ngành|nhóm|ngành|khu vực|so với|nếu|đây|tính|còn|duy nhất|vốn|như vậy|ngoài ra|cùng kỳ|trước đó|\()"
            ),
            lead,
        ):
            return self.last
        words = [t for t in passage.tokens if isinstance(t, Word) and t.start < quantity.full_start]
        if any(w.of("sector") or w.of("product") or w.of("area") or "anaphor" in w.cues for w in words):
            return self.last
        return self.last if reading.measure in ("completion", "multiple") or len(lead) < 40 else None

    def products_open(self, frame: Frame, passage: Passage) -> bool:
        """Whether amounts of goods are read as outputs here: after output figures or under a heading on production."""
        made = ("product-output", "iip", "industrial-production-value", "crop-area")
        if frame.indicator in made or self.last in ("product-output", "crop-area"):
            return True
        if (
            self.last in made
            and passage.sentence.line - self.last_line <= 2
            and any(isinstance(t, Word) and t.of("product") for t in passage.tokens)
        ):
            return True
        return passage.sentence.level not in (PROSE, 0) and (self.outline.producing() or self.last in made)

    def remember(self, fact: Observation, frame: Frame, passage: Passage) -> None:
        """Keep what the next sentence may inherit from a fact."""
        if not (fact.indicator == "trade-balance" and self.last in ("export-turnover", "import-turnover")):
            self.last = fact.indicator
        self.last_fact = fact.indicator
        if fact.indicator in ("iip", "gdp", "cpi", "retail-sales", "export-turnover") and fact.measure == "growth":
            self.index = fact.indicator
        self.statuses.add(fact.status)
        if fact.measure == "level":
            self.levels.append(fact.indicator)
        self.exported = self.exported or fact.indicator == "export-turnover"
        if fact.indicator in ("investment-projects", "registered-capital", "implemented-capital", "employment"):
            if fact.measure == "level":
                self.stock_line = passage.sentence.line if fact.period and fact.period.startswith("@") else -1
        if fact.measure == "level" and fact.unit == "VND":
            self.money = (fact.indicator, passage.sentence.line)
        if fact.indicator == "installed-capacity":
            self.powered = True
        self.last_line = passage.sentence.line
        self.last_investor = fact.investor if fact.indicator.endswith("-turnover") else None


def repaired_year(misprint: str, near: int | None) -> int | None:
    """The year near the document's that differs from a misprinted one in the fewest digits."""
    if near is None or len(misprint) not in (4, 5):
        return near
    digits = misprint.replace("o", "0")[:4]

    def distance(year: int) -> tuple[int, int]:
        wrong = sum(a != b for a, b in zip(digits, str(year), strict=False))
        return (wrong if sorted(digits) != sorted(str(year)) else min(wrong, 1), abs(near - year))

    return min(range(near - 6, near + 7), key=distance)


_PICTURE_DATE = regex.compile(r"[_\-](3[01]|[012]\d)(1[0-2]|0\d)(20[0-4]\d)\w*\.(?:jpg|jpeg|png|gif|webp)")


def start_clock(today: date | None, folded: str, periods: list[Period]) -> Clock:
    """The clock of a document: its date if known, else the year that it names most.

    Years that figures are only compared with count least: an article of 2017 names 2016 often.
    """
    if today is not None:
        return Clock(today.year, today)
    picture = _PICTURE_DATE.search(folded)
    if picture:
        return Clock(int(picture[3]), None)
    named: Counter[int | None] = Counter()
    for p in periods:  # a report is of the year whose months it counts; single years are often goals
        if p.year is not None and p.kind not in ("same", "versus", "plan", "span", "until"):
            named[p.year] += 1 if p.kind == "year" else 3
    compared = Counter(p.year + 1 for p in periods if p.year is not None and p.kind == "same")
    total = named + compared
    if not total:
        years = Counter(int(m) for m in _EXPLICIT_YEAR.findall(folded))
        return Clock(max(years) if years else None, None)
    top = max(total.items(), key=lambda item: (item[1], item[0] or 0))[0]
    return Clock(top, None)


__all__ = ["Clock", "Discourse", "resolve", "start_clock"]
