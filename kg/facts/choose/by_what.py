"""Foreign capital broken down, in a text on it, where the sentence names no indicator ("Xếp theo địa phương, ...")."""

from __future__ import annotations

import regex

from kg.facts.choose.choice import Choice
from kg.facts.choose.number import Number, codes
from kg.facts.standing import BY
from kg.text.normalise import fold_pattern

_CLOSED = regex.compile(fold_pattern(r"(?: đầu tư| kinh tế| tiếp nhận)?,"))


def of_foreign(number: Number) -> Choice | None:
    """The capital registered, for the first amount of such a sentence in a text on foreign investment.

    What stands between it and the last figure (a picture, a story of one project) has closed what could be inherited.
    """
    discourse, passage = number.discourse, number.passage
    if number.index or number.measure != "level" or number.quantity.unit != "USD" or discourse.investor != "fdi":
        return None
    if discourse.exported or number.frame.indicator is not None or any(map(codes, number.words)):
        return None
    told = BY.match(passage.folded, passage.sentence.start, number.quantity.full_start)
    if told is None or _CLOSED.match(passage.folded, told.end()) is None:
        return None
    return Choice("registered-capital", "indicator.by-what")
