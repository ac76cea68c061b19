"""What a number inherits: the frames of heading, discourse, sentence and clause.

A frame holds what is in force: time, place, indicator, breakdowns, status. Headings open frames
that hold until a heading of their own or a higher level; a sentence starts from the innermost one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from operator import attrgetter

import regex

from kg.mentions.period import Period
from kg.text.normalise import fold_pattern
from kg.text.segment import PROSE, SHORT, unmarked

# What holds under a heading; a partner or a flow is always named with its figures.
_INHERITED = (
    "indicator",
    "period",
    "area",
    "status",
    "sector",
    "product",
    "investor",
    "zone_type",
    "base",
    "bracket",
)


_OF_ITEM = ("area", "zone_type")  # where the thing of an item stands says nothing of the paragraphs behind the list
_BRACKET = regex.compile(
    fold_pattern(
        r"ngoặc(?: đơn)?[^)]{0,20}?(?:so|%)\s*(?:với\s*)?(?P<what>kh|kế hoạch|ck|cùng kỳ)"
        r"|\(\s*(?:%\s*)?so\s*(?:với\s*)?(?P<what>ck|cùng kỳ)\)\s*:\s*$"
        r"|\((?:thực hiện|th|kết quả|sản lượng|lượng|giá trị)\s*[;,/-]\s*%\s*(?:so\s*(?:với\s*)?)?"
        r"(?P<what>kh|kế hoạch|ck|cùng kỳ)"
        r"(?![\p{L}])[^();]{0,12}\)"
        r"|\(so\s*(?:với\s*)?(?P<first>kh|kế hoạch)[^();]{0,12};\s*so\s*(?:với\s*)?(?:ck|cùng kỳ)\)"
    )
)
# "(trong ngoặc: mục tiêu đến năm 2030)": amounts in brackets are of another time
_BRACKET_OF_YEAR = regex.compile(
    fold_pattern(
        r"(?:trong )?ngoặc[^)]{0,60}?(?:tháng (?P<month>1[0-2]|0?[1-9])(?:/|\s+năm\s+)(?P<year>20\d\d)"
        r"|(?:(?P<months>\d+ ?(?:tháng|t))(?:\s+năm|\s?/)?|năm|đến)\s*(?P<year>20\d\d)"
        r"|(?P<same>cùng kỳ|ck(?![\p{L}])|năm trước|năm ngoái))"
    )
)
# "(trong ngoặc vuông: KH năm)": amounts in brackets are those planned
_BRACKET_OF_GOALS = regex.compile(
    fold_pattern(
        r"(?:trong )?ngoặc(?: đơn| vuông)?\s*(?::|là|=)\s*(?:số |mức )?(?:kh|kế hoạch|chỉ tiêu|mục tiêu)"
        r"(?: cả)?(?: năm)?(?: 20\d\d)?\s*[);.]"
    )
)
_OF_PLAN = ("kh", fold_pattern("kế"))
_AND_PLAN = regex.compile(fold_pattern(r"\s*[;,/]\s*%?\s*(?:so\s*(?:với\s*)?)?(?:kh|kế hoạch)(?![\p{L}])"))


def brackets(folded: str) -> str | None:
    """What a text says that its brackets hold: "plan" or "yoy" ("trong ngoặc là % so CK"); None where it does not.

    "yoy+plan" where each holds both, in this order ("trong ngoặc: so CK; so KH năm").
    """
    match = _BRACKET.search(folded)
    if match is None:
        return None
    if match["what"] and _AND_PLAN.match(folded, match.end()):
        return "yoy+plan"
    return "plan" if (match["what"] or match["first"]).startswith(_OF_PLAN) else "yoy"


def bracket_plan(folded: str) -> bool:
    """Whether a text says that the amounts in its brackets are those planned."""
    return _BRACKET_OF_GOALS.search(folded) is not None


def slash_plan(folded: str) -> bool:
    """Whether a text says that its amounts are told with the plan behind a slash ("(thực hiện/KH năm)")."""
    return _SLASH_OF_PLAN.search(folded) is not None


_SLASH_OF_PLAN = regex.compile(
    fold_pattern(r"\((?:thực hiện|th|uth|ước|kết quả|sản lượng)[^()/;]{0,16}\s*/\s*(?:kh|kế hoạch)(?![\p{L}])")
)


def bracket_period(folded: str) -> Period | None:
    """The time of the amounts that stand in brackets, where a text says it once for all of them."""
    match = _BRACKET_OF_YEAR.search(folded)
    if match is None:
        return None
    if match["months"]:  # "(trong ngoặc: thực hiện 9 tháng năm 2018)": the same months of that year
        return Period(0, 0, "same", year=int(match["year"]))
    if match["month"]:
        return Period(0, 0, "month", first=int(match["month"]), year=int(match["year"]))
    if match["year"]:
        return Period(0, 0, "year", year=int(match["year"]))
    return Period(0, 0, "same")


@dataclass(slots=True)
class Frame:
    """The dimensions in force at a place of the text; None where nothing is."""

    indicator: str | None = None
    period: Period | None = None
    area: str | None = None
    status: str | None = None
    sector: str | None = None
    product: str | None = None
    partner: str | None = None
    investor: str | None = None
    flow: str | None = None
    zone_type: str | None = None
    base: str | None = None
    bracket: str | None = None  # what percentages in brackets mean, where a heading says it
    item: bool = False  # an item of a list that is a sentence of its own, not a heading
    producing: bool = False  # a heading speaks of production
    alone: int = -1  # the line of a heading that is the name of its indicator, and no more
    saved_status: tuple[str | None, str] | None = None  # what comes back after a bracket, with its origin
    saved_period: tuple[Period | None, str] | None = None
    product_before: str | None = None  # the goods in force when the partner in force was named
    saved_area: tuple[str | None, str] | None = None
    saved_parts: tuple[str | None, str | None] | None = None  # product and branch before those told in a bracket
    origins: dict[str, str] = field(default_factory=dict)  # the rule that set each dimension

    def copy(self) -> Frame:
        """A frame of its own with the same content."""
        other = Frame(*_ALL(self))  # much faster than ``copy`` and ``replace``
        other.origins = dict(self.origins)
        return other

    def clear_parts(self) -> None:
        """Forget the breakdowns: what follows is about the whole again."""
        self.sector = self.product = self.partner = None

    def put(self, name: str, value: object, origin: str) -> None:
        """Set a dimension and remember which rule did."""
        setattr(self, name, value)
        self.origins[name] = origin


_ALL = attrgetter(*(each.name for each in fields(Frame)))


@dataclass(slots=True)
class Outline:
    """The open headings, outermost first, each with its level and frame."""

    open: list[tuple[int, Frame]] = field(default_factory=list)

    def enter(self, level: int, frame: Frame) -> None:
        """Open a heading: it closes those of its own and deeper levels."""
        self.close(level)
        like = next((heading for heading, _ in self.open if heading % 2), None) if level == SHORT else None
        if like is not None:  # beside a heading of its like, not below it nor below the items of that one
            self.close(like)
        self.open.append((level, frame))

    def renew(self, level: int, said: Frame) -> None:
        """Let what stands below the innermost heading of a level be of the time that a later sentence of it names."""
        longer = said.period is not None and said.period.kind in ("months", "sofar")  # not "Riêng T4 ước 87 tỷ"
        if longer and self.open and self.open[-1][0] == level and said.indicator == self.open[-1][1].indicator:
            self.open[-1][1].put("period", said.period, "period.item")

    def close(self, level: int) -> None:
        """Close the headings of a level and below."""
        while self.open and self.open[-1][0] >= level:
            self.open.pop()

    def topic(self) -> tuple[str, int] | None:
        """The indicator whose bare name is the heading that prose stands under ("XUẤT KHẨU"), and the line of that."""
        frame = self.open[-1][1] if self.open else None
        return (frame.indicator, frame.alone) if frame is not None and frame.alone >= 0 and frame.indicator else None

    def producing(self) -> bool:
        """Whether an open heading speaks of production."""
        return any(frame.producing for _, frame in self.open)

    def frame(self, level: int) -> Frame:
        """The frame that the headings above a level give."""
        result = Frame()
        for heading, frame in self.open:
            if heading < level and not (unmarked(heading) and level == PROSE):
                for name in _INHERITED:
                    value = getattr(frame, name)
                    if value is not None and not (level == PROSE and frame.item and name in _OF_ITEM):
                        result.put(name, value, f"{name}.heading")
        return result
