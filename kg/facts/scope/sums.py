"""Whose capital a sum is that names no investor: foreign, domestic, or of both."""

from __future__ import annotations

import regex

from kg.facts.scope.figure import Figure
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

FOREIGN = regex.compile(fold_pattern(r"nước ngoài|fdi|vốn ngoại|dự án ngoại"))
_PAIRED = "paired"  # beside the investors counted: money stood behind the first of them
_AT_ONCE = 70  # letters
_AT_HOME = regex.compile(
    fold_pattern(
        r"trong nước|doanh nghiệp nội|ddi|toàn xã hội|đầu tư công|ngân sách|việt nam đầu tư ra|ra nước ngoài|tư nhân"
    )
)


def of_both(figure: Figure) -> bool:
    """Whether a total closes a sentence that has counted both kinds.

    "6 dự án FDI và 3 trong nước; tổng vốn ...", "..., nâng tổng số dự án còn hiệu lực lên 368 dự án".
    """
    told = _TOTAL_BEHIND.search(figure.passage.folded, figure.passage.sentence.start, figure.quantity.full_start)
    told = told or _BROUGHT.search(figure.passage.folded, figure.passage.sentence.start, figure.quantity.full_start)
    return told is not None and brought(figure) is None and kinds_named(figure) >= {"fdi", "domestic"}


_TOTAL_BEHIND = regex.compile(fold_pattern(r";\s*(?:với )?tổng (?:số )?vốn[^;]*$"))
_BROUGHT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:nâng|đưa) (?:tổng )?(?:số )?(?:các )?dự án[^;.\d]{0,50} lên[^;.\d]{0,12}"
        r"(?:$|\d[\d.]* (?:dự án|da)[^;.\d]{0,40}(?:$|\d[\d.,]* (?:tỷ|tỉ|triệu) (?:usd|đồng)[^;.\d]{0,12}$))"
    )
)
_AT_HOME_ONLY = regex.compile(fold_pattern(r"trong nước|ddi"))


def brought(figure: Figure) -> str | None:
    """Whose projects are brought to a number, or to a number with its capital.

    "..., nâng tổng số dự án FDI lên 340 dự án, vốn 2 tỷ USD".
    """
    told = _BROUGHT.search(figure.passage.folded, figure.passage.sentence.start, figure.quantity.full_start)
    if told is None:
        return None
    whose = {"fdi": FOREIGN.search(told.group()), "domestic": _AT_HOME_ONLY.search(told.group())}
    named = [code for code, found in whose.items() if found is not None]
    return named[0] if len(named) == 1 else None


def total_brought(figure: Figure) -> bool:
    """Whether a number is the one to which all projects so far are brought, or their capital."""
    start = figure.passage.sentence.start
    return _BROUGHT.search(figure.passage.folded, start, figure.quantity.full_start) is not None


def of_all_kinds(figure: Figure) -> bool:
    """Whether a sum is of foreign and domestic capital, though the text is on the former.

    "19 dự án mới với tổng vốn 356 triệu USD, trong đó 14 dự án của nhà đầu tư nước ngoài"; "148 triệu USD và 1.260 tỷ".
    """
    passage, start = figure.passage, figure.quantity.full_end
    sums = [q for q in passage.quantities if q.dimension == "money" and passage.text[q.full_start - 1] != "("]
    named = FOREIGN.search(passage.folded, passage.sentence.start, passage.sentence.end)
    units = {q.unit for q in sums}
    if {"USD", "VND"} <= units and named is None:
        return True
    if units == {"VND"} and named is None:
        return True  # "cấp mới 131 dự án, tổng vốn 43.900 tỷ đồng" in a text that goes on with "Riêng FDI ..."
    part = _THEREOF.search(passage.folded, start, passage.sentence.end)
    if part is None:
        return False
    behind = (t for t in passage.between(part.end(), passage.sentence.end) if isinstance(t, Word))
    return any((label := t.of("code/investor")) is not None and label.concept.code == "fdi" for t in behind)


_THEREOF = regex.compile(fold_pattern(r"[,;(]\s*(?:trong đó|trong số đó|trong số này|gồm|bao gồm)(?![\p{L}])"))


def kinds_named(figure: Figure) -> set[str]:
    """The kinds of investors that a sentence names before a number."""
    passage = figure.passage
    start = figure.quantity.full_start
    words = [t for t in passage.between(passage.sentence.start, start) if isinstance(t, Word)]
    words += [word for nouns in passage.nouns.values() for word in nouns if word.start < start]
    return {label.concept.code for w in words if (label := w.of("code/investor")) is not None}


def of_home(figure: Figure) -> bool:
    """Whether a sentence tells of capital at home, or of all there is."""
    sentence = figure.passage.sentence
    return _AT_HOME.search(figure.passage.folded, sentence.start, sentence.end) is not None


def in_dollars(figure: Figure) -> bool:
    """Whether all money of a sentence that names no investor is in dollars: capital registered in them is foreign.

    The sums of zones are not: they are told in dollars for all who invest there.
    """
    passage = figure.passage
    units = {q.unit for q in passage.quantities if q.dimension == "money"}
    if units != {"USD"} or figure.code not in ("registered-capital", "investment-projects") or figure.frame.zone_type:
        return False
    if figure.code == "investment-projects" and figure.measure == "level" and not _priced_in_dollars(figure):
        return False
    named = FOREIGN.search(passage.folded, passage.sentence.start, passage.sentence.end)
    return named is None and not of_home(figure)


def _priced_in_dollars(figure: Figure) -> bool:
    """Whether the capital of counted projects follows at once ("175 dự án mới với số vốn đăng ký 1,2 tỷ USD")."""
    following = figure.passage.quantities[figure.index + 1 : figure.index + 2]
    close = any(q.unit == "USD" and q.full_start - figure.quantity.full_end < _AT_ONCE for q in following)
    return close and " - " not in figure.passage.folded[slice(*figure.after)]


def by_currency(figure: Figure, investor: str | None) -> str | None:
    """After foreign and domestic projects counted side by side, dollars are the former's capital, dong the latter's.

    Not where each count has its own capital behind it ("3 dự án FDI, vốn 9 triệu USD và 5 dự án trong nước, vốn ...").
    """
    seen = figure.discourse.counted.setdefault(figure.passage.sentence.start, set())
    quantity = figure.quantity
    if quantity.dimension == "count-project" and investor:
        seen.add(investor)
    elif quantity.dimension == "money" and quantity.unit in ("USD", "VND"):
        if seen == {"fdi", "domestic"}:
            return "fdi" if quantity.unit == "USD" else "domestic"
        if seen:
            seen.add(_PAIRED)
    return investor
