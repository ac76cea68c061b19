"""What a document carries from sentence to sentence: its area, its clock, its subject.

One per document; mutable, and private to the reading of that document.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

import regex

from kg.facts.frame import Frame, Outline
from kg.facts.measure import Reading
from kg.facts.tokens import Passage
from kg.lexicon import Lexicon
from kg.mentions.period import Clock, Period, resolve, year_of
from kg.mentions.scan import Word
from kg.model import Observation, Repair
from kg.text.normalise import fold_pattern

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
    last_line: int = -1
    zone_type: str | None = None
    investor: str | None = None
    narrow: bool = False
    about_investment: bool = False
    main_period: Period | None = None
    current: tuple[int, int | None] | None = None
    plan_figure: bool = False
    yearly_plan: bool = False
    status_from: str = ""
    status_before: str | None = None
    bound_right: dict[tuple[int, int], Period] = field(default_factory=dict)
    pending: list[Repair] = field(default_factory=list)
    respective: dict[int, dict[str, object]] = field(default_factory=dict)

    def note_year(self, period: Period) -> None:
        """Remember the year and month that a sentence speaks of, for what it leaves out later."""
        if period.misprint is not None:
            year = self.clock.year
            self.pending = [Repair("period", period.misprint, str(year), "impossible-year")]
        year = year_of(period, self.clock)
        if year is not None:
            month = period.first if period.kind == "month" else (period.last if period.kind == "months" else None)
            self.current = (year, month)
        if period.kind in ("month",) and period.first:
            self.clock.month = period.first

    def take_repairs(self, period: object) -> tuple[Repair, ...]:
        """The repairs of the time in force, recorded on each fact that uses it."""
        return tuple(r for r in self.pending if period is not None and str(period).startswith(r.became))

    def period_default(self) -> tuple[Period | None, str]:
        """The time that the discourse has been speaking of."""
        return self.main_period, "period.discourse"

    def fallback(self, stock: bool) -> str | None:
        """The time of a figure that names none and inherits none."""
        if stock:
            return f"@{self.clock.today.isoformat()}" if self.clock.today else "@"
        return None

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

    def holds(self, passage: Passage, token: Period, index: int) -> bool:
        """Whether "cùng kỳ ..." names the time of the next figure rather than what one is compared with."""
        tail = passage.folded[token.end : token.end + 14]
        return bool(regex.match(fold_pattern(r"\s*(?:tăng|giảm|đạt|là|chỉ|:|\d)"), tail))

    def inheritable(self, passage: Passage, index: int, reading: Reading) -> str | None:
        """The indicator that a sentence without one goes on with, where it plainly does."""
        if self.last is None or passage.sentence.line - self.last_line > 3:
            return None
        quantity = passage.quantities[index]
        lead = passage.folded[passage.sentence.start : quantity.full_start]
        if regex.match(fold_pattern(r"\s*(?:trong đó|cụ thể|theo đó|riêng|con số|tốc độ|mức tăng|số này|bên cạnh đó|đứng thứ|tiếp theo|tiếp đến|trong khi|các ngành|nhóm|ngành|khu vực|so với|nếu|đây|tính|còn|duy nhất|vốn|như vậy|ngoài ra|cùng kỳ|trước đó|\()"), lead):
            return self.last
        words = [t for t in passage.tokens if isinstance(t, Word) and t.start < quantity.full_start]
        if any(w.of("sector") or w.of("product") or w.of("area") or "anaphor" in w.cues for w in words):
            return self.last
        return self.last if reading.measure in ("completion", "multiple") or len(lead) < 40 else None

    def products_open(self, frame: Frame) -> bool:
        """Whether amounts of goods are read as outputs here: after output figures or under a heading on industry."""
        return frame.indicator in ("product-output", "iip", "industrial-production-value", "crop-area") or self.last in ("product-output", "crop-area")

    def remember(self, fact: Observation, frame: Frame, passage: Passage) -> None:
        """Keep what the next sentence may inherit from a fact."""
        self.last = fact.indicator
        self.last_line = passage.sentence.line
        if frame.period is not None and frame.origins.get("period") in ("period.sentence", "period.same-period") and frame.period.kind not in ("same",):
            if frame.origins.get("period") == "period.sentence":
                self.main_period = frame.period
        if fact.investor is not None and fact.indicator in ("registered-capital", "investment-projects", "implemented-capital"):
            self.investor = fact.investor


def start_clock(today: date | None, folded: str, periods: list[Period]) -> Clock:
    """The clock of a document: its date if known, else the year that it names most.

    Years that figures are only compared with count least: an article of 2017 names 2016 often.
    """
    if today is not None:
        return Clock(today.year, today)
    days = [p for p in periods if p.kind in ("day", "asof") and p.year and p.day]
    named = Counter(p.year for p in periods if p.year is not None and p.kind not in ("same", "versus", "plan", "span", "until"))
    compared = Counter(p.year + 1 for p in periods if p.year is not None and p.kind == "same")
    total = named + compared
    if not total:
        years = Counter(int(m) for m in _EXPLICIT_YEAR.findall(folded))
        return Clock(max(years) if years else None, None)
    top = max(total.items(), key=lambda item: (item[1], item[0] or 0))[0]
    del days
    return Clock(top, None)


__all__ = ["Clock", "Discourse", "resolve", "start_clock"]
