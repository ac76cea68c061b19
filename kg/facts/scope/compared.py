"""What a comparison of the text compares a figure with, as FACTS.md writes bases."""

from __future__ import annotations

import regex

from kg.facts.clock import this_year
from kg.facts.discourse import Discourse
from kg.facts.scope.figure import Figure
from kg.mentions.period import Period

OWN_TIME = regex.compile(r"@?(?:\d{4}(?:-\d\d)?/)?(?P<y>\d{4})(?:-(?P<m>\d\d)|-Q(?P<q>\d))?(?:-\d\d)?")
DECEMBER = 12


def compares(token: object) -> bool:
    """Whether a token is a time that something is compared with."""
    return isinstance(token, Period) and token.kind in ("same", "versus")


def last_before(figure: Figure) -> Period | None:
    """The last time compared with in the gap before a number."""
    found = next((t for t in reversed(figure.passage.between(*figure.gap)) if compares(t)), None)
    return found if isinstance(found, Period) else None


def compared_with(mention: Period, discourse: Discourse, at: str | None) -> str:
    """What a comparison compares a figure of the time ``at`` with."""
    if mention.kind == "same":
        return "yoy"
    if mention.what == "half":
        return "prev"  # "so với nửa đầu tháng 9"
    own = OWN_TIME.fullmatch(at or "")
    year = int(own["y"]) if own else this_year(discourse.clock)
    if mention.what == "end" and own and own["m"] and year is not None:
        before = mention.year or year - 1
        yearly = own["m"] == str(DECEMBER) and before == year - 1
        return "yoy" if yearly else f"{before}-{DECEMBER}"  # "so với cuối năm ngoái"
    if mention.what == "quarter" and mention.first and own and own["q"]:
        return "yoy" if mention.first == int(own["q"]) else "prev"
    if mention.what in ("month", "quarter"):
        if mention.year is not None and year is not None and mention.year < year:
            month = int(own["m"]) if own and own["m"] else None
            if mention.first == DECEMBER and mention.year == year - 1 and month is not None and 1 < month < DECEMBER:
                return f"{mention.year}-{mention.first:02d}"  # since the end of the year before
            return "yoy" if mention.first is None or month is None or mention.first == month else "prev"
        if mention.relative == -1 and mention.first == DECEMBER and year is not None and own and own["m"] != "12":
            return f"{year - 1}-{DECEMBER}"  # "so với tháng 12 năm trước": since the end of it
        return "yoy" if mention.relative == -1 and mention.first is not None else "prev"
    if mention.year is not None and mention.year_to is not None:
        return f"{mention.year}/{mention.year_to}"
    if mention.year is None or year is None or mention.year == year - 1:
        return "yoy"
    return str(mention.year)
