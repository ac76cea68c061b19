"""Where a clause turns from one owner to all of them: another place, the next goods, the indicator named once more."""

from __future__ import annotations

from kg.facts.scope.figure import Figure
from kg.facts.scope.wording import names_indicator


def named_again(figure: Figure) -> bool:
    """Whether the indicator is named once more behind an owner, of all owners then.

    "Về đóng góp vào vốn đầu tư toàn xã hội của tư nhân, ông cho biết tổng vốn đầu tư toàn xã hội đạt 900 tỷ".
    """
    gap = figure.gap_words()
    names = [w.start for w in gap if names_indicator(w, figure.code)]
    owners = [w.end for w in gap if w.of("code/investor")]
    return len(names) > 1 and bool(owners) and owners[-1] < names[-1]


def other_place(figure: Figure) -> bool:
    """Whether a clause turns to another place, of which all is meant ("trong đó FDI chiếm 51%; còn A được 90 tỷ")."""
    clause = figure.passage.folded.rfind(";", *figure.gap)
    if not figure.index or clause < 0 or any(w.of("code/investor") for w in figure.gap_words()):
        return False
    return any(w.start > clause and "area" in w.wording.first for w in figure.gap_words())


def next_goods(figure: Figure) -> bool:
    """Whether goods begin a new item of a list that told of an owner before ("DN FDI 1.620; sắt thép 268")."""
    words = figure.gap_words()
    if ";" not in figure.passage.folded[slice(*figure.gap)] or any(word.of("code/investor") for word in words):
        return False
    return any(word.of("product") for word in words)
