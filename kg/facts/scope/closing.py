"""Whether a semicolon or a comma has closed what told of an investor, so that the next figures are of all."""

from __future__ import annotations

import regex

from kg.facts.kinds import INVESTED, TRADED
from kg.facts.scope import sums
from kg.facts.scope.figure import Figure
from kg.facts.scope.of_all import other_place
from kg.text.normalise import fold_pattern

_PART = fold_pattern("trong đó")
_MADE = ("industrial-production-value", "budget-revenue", "iip", "retail-sales")
_OF_ALL = ("total-investment", "enterprises", "new-enterprises")


def closed(figure: Figure, renamed: bool) -> bool:
    """Whether who invests, in force so far, is not the figure's; ``renamed``: the gap names the indicator again."""
    code, last = figure.code, figure.discourse.last
    if code in INVESTED:
        anew = renamed or (code == "implemented-capital" and last != code)
        return (anew and _behind_part(figure)) or _counts_all_anew(figure)
    if other_place(figure) or _capital_before(figure, renamed):
        return True
    if code in _MADE and renamed and _only_of_capital(figure):
        return True
    if code in _OF_ALL and figure.index and renamed and _of_the_part_before(figure):
        return True
    return code in TRADED and (renamed or code != last) and _part_closed(figure)


def _capital_before(figure: Figure, renamed: bool) -> bool:
    """Whether an investor is only that of the capital told before ("thu hút 1 tỷ USD FDI; xuất khẩu đạt 5 tỷ USD")."""
    if not figure.index or not renamed or figure.code not in TRADED or figure.discourse.last not in INVESTED:
        return False
    closed = figure.passage.folded.rfind(";", *figure.gap)
    return closed >= 0 and not any(w.of("code/investor") for w in figure.gap_words() if w.start > closed)


def _only_of_capital(figure: Figure) -> bool:
    """Whether a semicolon has closed what told of capital ("2.500 tỷ đồng vốn trong nước; giá trị sản xuất ...")."""
    closed = figure.passage.folded.rfind(";", figure.passage.sentence.start, figure.quantity.full_start)
    if not figure.index or closed < 0:
        return False
    return not any(w.of("code/investor") for w in figure.gap_words() if w.start > closed)


def _of_the_part_before(figure: Figure) -> bool:
    """Whether a comma has closed what told of capital ("thu hút 120 triệu USD vốn FDI, vốn đầu tư toàn xã hội ...")."""
    closed = max(figure.passage.folded.rfind(mark, *figure.gap) for mark in (",", ";"))
    return closed >= 0 and not any(w.of("code/investor") for w in figure.gap_words() if w.start > closed)


def _behind_part(figure: Figure) -> bool:
    """Whether an investor was only of a part that a semicolon has closed.

    "545 dự án, vốn 5.100 tỷ đồng, trong đó 5 dự án FDI với 48 triệu USD; vốn đã thực hiện 3.400 tỷ đồng".
    """
    passage = figure.passage
    closed = figure.passage.folded.rfind(";", *figure.gap)
    if not figure.index or closed < 0 or any(w.of("code/investor") for w in figure.gap_words() if w.start > closed):
        return False
    part = passage.folded.rfind(_PART, passage.sentence.start, figure.gap[0])
    if part < 0 or passage.folded.find(";", part, figure.gap[0]) >= 0:
        return False
    owned = [*passage.words, *(word for words in passage.nouns.values() for word in words)]
    return not any(word.of("code/investor") for word in owned if word.start < part)


def _counts_all_anew(figure: Figure) -> bool:
    """Whether a semicolon closed both kinds of projects, and a count goes on with what they all do.

    "21 dự án FDI vốn 3 tỷ USD và 31 dự án trong nước vốn 9.000 tỷ đồng; 37 dự án đã hoạt động".
    """
    behind, closed = figure.after[0], figure.passage.folded.rfind(";", *figure.gap)
    if figure.quantity.dimension != "count-project" or closed < 0:
        return False
    named = any(word.of("code/investor") for word in figure.gap_words() if word.start > closed)
    runs = not named and _ALL_RUN.match(figure.passage.folded, behind) is not None
    return runs and sums.kinds_named(figure) >= {"fdi", "domestic"}


_ALL_RUN = regex.compile(
    fold_pattern(
        r"\s*(?:(?:dự án|da) )?(?:đã|đang)(?: đi)?(?: vào)? (?:hoạt động|sản xuất|vận hành|triển khai|xây dựng)"
    )
)


def _part_closed(figure: Figure) -> bool:
    """Whether an investor was named behind a first figure, of a part of it, and a semicolon has closed that.

    "Xuất khẩu 712 triệu USD, trong đó FDI 548 triệu; nhập khẩu 561 triệu USD".
    """
    passage = figure.passage
    closed = passage.folded.rfind(";", *figure.gap)
    if not figure.index or closed < 0:
        return False
    owned = [*passage.words, *(word for words in passage.nouns.values() for word in words)]
    starts = [word.start for word in owned if word.of("code/investor") and word.start < figure.quantity.start]
    return bool(starts) and passage.quantities[0].start < min(starts) and max(starts) < closed
