"""What growths told side by side are compared with, where it is said once or in turn."""

from __future__ import annotations

import regex

from kg.facts.scope.compared import compared_with, compares, last_before
from kg.facts.scope.figure import Figure
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

# "6,7% về số doanh nghiệp và tăng ", "10,2% về lượng, "
_AS_TO = regex.compile(fold_pattern(r"%?\s*về \p{L}[\p{L} ]{1,40}"))
_AS_TO_AND = regex.compile(
    _AS_TO.pattern + fold_pattern(r"(?:\s*,|\s+và|\s*, và|,? song|,? nhưng)\s*(?:(?:tăng|giảm)\s*)?")
)
_AND = regex.compile(fold_pattern(r"\s*%?\s*(?:và|,|;)\s*(?:(?:tăng|giảm)\s*)?"))
_AND_ALSO = regex.compile(fold_pattern(r"\s*%?\s*và\s*(?:(?:tăng|giảm)\s*)?"))
_COMPARED_AND = regex.compile(fold_pattern(r"(?:,| và|, và)\s+(?:tăng|giảm)\s*$"))
_RESPECTIVELY = regex.compile(fold_pattern(r"lần lượt|tương ứng"))


def right_behind(figure: Figure, at: str | None) -> str | None:
    """What follows the number at once ("tăng 2,8% so tháng trước, tăng 9,9% so CK": the second is over the year)."""
    start, stop = figure.after
    follows = next((t for t in figure.passage.between(start, stop) if isinstance(t, (Period, Word))), None)
    if not compares(follows) or not isinstance(follows, Period):
        return None
    return (
        None if figure.passage.folded[start : follows.start].strip() else compared_with(follows, figure.discourse, at)
    )


def shared_behind(figure: Figure, at: str | None) -> str | None:
    """What the last of several growths is compared with, each of them followed by what it is of.

    "Giảm 6,7% về số doanh nghiệp và tăng 30,7% về vốn đăng ký so với tháng trước": both over the month before.
    """
    passage, index = figure.passage, figure.index
    while index + 1 < len(passage.quantities) and _AS_TO_AND.fullmatch(passage.folded, *passage.after(index)):
        index += 1
    if index == figure.index or passage.quantities[index].dimension != "percent":
        return None
    return _behind(figure, index, _AS_TO, at)


_SAME_RISE = regex.compile(fold_pattern(r"\s*%?\s*\((?:tương (?:ứng|đương)|tức(?: là)?|bằng)(?![\p{L}])[^()]*"))
_CLOSED = regex.compile(fold_pattern(r"[^()\d]{0,20}\)\s*"))


def behind_the_same_rise(figure: Figure, at: str | None) -> str | None:
    """What stands behind the bracket that tells the same rise as an amount.

    "Tăng 5,8% (tương ứng tăng 1,2 tỷ USD) so với nửa đầu tháng".
    """
    passage, other = figure.passage, figure.index + 1
    if other >= len(passage.quantities) or not _SAME_RISE.fullmatch(passage.folded, *figure.after):
        return None
    return _behind(figure, other, _CLOSED, at)


def _behind(figure: Figure, index: int, words: regex.Pattern[str], at: str | None) -> str | None:
    """What is compared with behind a number of the sentence, where only such words stand between."""
    passage = figure.passage
    start, stop = passage.after(index)
    mention = next((t for t in passage.between(start, stop) if compares(t)), None)
    if not isinstance(mention, Period) or not words.fullmatch(passage.folded, start, mention.start):
        return None
    return compared_with(mention, figure.discourse, at)


def of_places(figure: Figure, at: str | None) -> str | None:
    """What the last of several places' growths is compared with, each behind its place, where that ends the sentence.

    "CPI của Hà Nội tăng 0,4%, TP.HCM tăng 0,3%, riêng Đà Nẵng giảm 0,1% so với tháng trước".
    """
    passage, last = figure.passage, len(figure.passage.quantities) - 1
    if figure.index == last or passage.quantities[last].dimension != "percent":
        return None
    for index in range(figure.index, last + 1):
        placed = any(isinstance(t, Word) and t.of("area") for t in passage.between(*passage.gap(index)))
        if not placed or passage.quantities[index].dimension != "percent":
            return None
    start, stop = passage.after(last)
    mention = next((t for t in passage.between(start, stop) if isinstance(t, Period)), None)
    if mention is None or not compares(mention) or passage.folded[start : mention.start].strip():
        return None
    return compared_with(mention, figure.discourse, at)


def next_place(figure: Figure, at: str | None) -> str | None:
    """What a place's growth is compared with: what the place before it was ("... so với tháng 10; B giảm 0,3%")."""
    mention = last_before(figure)
    if not figure.index or mention is None or figure.measure != "growth":
        return None
    passage, stop = figure.passage, figure.quantity.full_start
    if passage.folded[figure.gap[0] : mention.start].strip(" %"):
        return None
    behind = passage.between(mention.end, stop)
    placed = any(isinstance(t, Word) and t.of("area") for t in behind)
    alone = all(isinstance(t, Word) and t.of("indicator") is None for t in behind)
    joined = passage.folded[mention.end : stop].lstrip()[:1] in (";", ",")
    return compared_with(mention, figure.discourse, at) if placed and alone and joined else None


_BOTH = regex.compile(fold_pattern(r"\s*(?:,|và|, và|lẫn|cũng như)\s*(?:(?:so )?với\s*)?"))


def shared_ahead(figure: Figure, at: str | None) -> str | None:
    """What the first of two growths is compared with before it, the second of the same ("so với tháng trước giảm 2,9%
    về lượng và 3,8% về trị giá").
    """
    passage, index = figure.passage, figure.index
    if not index or not _AS_TO_AND.fullmatch(passage.folded, *figure.gap):
        return None
    mention = next((t for t in reversed(passage.between(*passage.gap(index - 1))) if compares(t)), None)
    return compared_with(mention, figure.discourse, at) if isinstance(mention, Period) else None


def in_turn(figure: Figure, at: str | None) -> str | None:
    """One of two comparisons told together ("so với tháng trước và cùng kỳ năm trước lần lượt tăng 3,6% và 1,1%")."""
    passage = figure.passage
    first = figure.index - (_AND.fullmatch(passage.folded, *figure.gap) is not None)
    if first < 0:
        return None
    gap = passage.gap(first)
    against = [t for t in passage.between(*gap) if isinstance(t, Period) and compares(t)]
    if len(against) != 2 or not _RESPECTIVELY.search(passage.folded, *gap):
        return None
    apart = passage.folded[against[0].end : against[1].start].strip()  # "và" may stand within what follows
    if apart and _BOTH.fullmatch(passage.folded, against[0].end, against[1].start) is None:
        return compared_with(
            against[1], figure.discourse, at
        )  # "... so tháng 11, song thấp hơn tháng 12/2019 lần lượt"
    return compared_with(against[figure.index - first], figure.discourse, at)


def all_in_turn(figure: Figure, at: str | None) -> str | None:
    """What all numbers of a list in turn are compared with ("so với tháng 10 giảm lần lượt 6,1% và 3,8%")."""
    turn = figure.discourse.turns.get(figure.quantity.start)
    if turn is None or not turn[0] or turn[0] > figure.index:
        return None
    gap = figure.passage.gap(figure.index - turn[0])
    against = [t for t in figure.passage.between(*gap) if isinstance(t, Period) and compares(t)]
    return compared_with(against[0], figure.discourse, at) if len(against) == 1 else None


def behind_the_last_turn(figure: Figure, at: str | None) -> str | None:
    """What stands behind the last of a list in turn ("lần lượt giảm 11,3% và 7,5% so với tháng 6": both of them)."""
    turn = figure.discourse.turns.get(figure.quantity.start)
    last = figure.index + turn[1] - 1 - turn[0] if turn is not None else figure.index
    if last == figure.index or last >= len(figure.passage.quantities):
        return None
    start, stop = figure.passage.after(last)
    mention = next((t for t in figure.passage.between(start, stop) if compares(t)), None)
    if not isinstance(mention, Period) or figure.passage.folded[start : mention.start].strip(" %"):
        return None
    return compared_with(mention, figure.discourse, at)


def like_first_pair(figure: Figure, _: str | None) -> str | None:
    """What two growths side by side are compared with, as the first two of the paragraph told.

    "IIP giảm 13,3% so với tháng trước và giảm 10,5% so với cùng kỳ; trong đó dệt giảm 21,3% và 5,2%".
    """
    told = figure.discourse.base_pair
    if told is None or told[0] != figure.passage.sentence.line or figure.measure != "growth":
        return None
    passage, index = figure.passage, figure.index
    joined = [_AND_ALSO.fullmatch(passage.folded, *passage.gap(i)) is not None for i in range(len(passage.quantities))]
    second = index > 0 and joined[index]
    first = index + 1 < len(joined) and joined[index + 1]
    if figure.quantity.start in figure.discourse.respective or figure.quantity.start in figure.discourse.turns:
        return None
    if first == second or (first and joined[index + 2 : index + 3] == [True]) or (second and joined[index - 1]):
        return None
    return told[1][int(second)]


def note_pair(figure: Figure, base: str | None) -> None:
    """Keep what two growths of one thing were compared with, for lists that give two of each."""
    passage, discourse = figure.passage, figure.discourse
    told = base if figure.measure == "growth" and right_behind(figure, None) is not None else None
    before, discourse.base_told = discourse.base_told, told
    linked = _COMPARED_AND.search(passage.folded, *figure.gap) if before and told and before != told else None
    if linked is not None and before is not None and told is not None:
        discourse.base_pair = (passage.sentence.line, (before, told))
