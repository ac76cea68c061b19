"""One sentence as the reader sees it: times, quantities, names and words in the order of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

import regex

from kg.lexicon import Lexicon
from kg.mentions import names, period, quantity, shorthand
from kg.mentions.cues import CUES
from kg.mentions.names import Name
from kg.mentions.period import Period
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Scan, Word, Wording
from kg.text.normalise import fold_pattern
from kg.text.segment import Sentence

Token = Word | Period | Quantity | Name

_GOODS = fold_pattern("sản phẩm")
_LISTED = regex.compile(
    fold_pattern(
        r"\s*(?:công nghiệp|chủ yếu|chủ lực|tăng|giảm|ocop|có|được|nông|mới|đạt|tiêu biểu|truyền thống)(?![\p{L}])"
    )
)
_ORDINAL = regex.compile(fold_pattern(r"(?<![\p{L}])(?:giai đoạn|gđ|tổ máy số|khóa|số)\s$"))  # "giai đoạn 3 KCN ..."
_DIGIT = regex.compile(r"\d")
_CUT = {key: Wording((), cues) for key, cues in CUES.items()}
_DATED = 8  # letters between the number of a document and its day, which is no time of figures
_SPELLED_FROM = 1000  # "một", "hai mươi" are mostly no figures; "hai nghìn" is


@dataclass(slots=True)
class Passage:
    """A sentence with its tokens; words inside names and times are kept apart."""

    sentence: Sentence
    text: str
    folded: str
    tokens: list[Token]
    quantities: list[Quantity]
    nouns: dict[int, list[Word]] = field(default_factory=dict)
    inside: list[Word] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens that begin in a stretch of the text."""
        starts = self._starts
        if len(starts) != len(self.tokens):
            starts = self._starts = [t.start for t in self.tokens]
        return self.tokens[bisect_left(starts, start) : bisect_left(starts, end)]

    def gap(self, index: int) -> tuple[int, int]:
        """The stretch between a quantity and the one before it (or the sentence's start)."""
        before = self.quantities[index - 1].full_end if index else self.sentence.start
        return before, max(before, self.quantities[index].full_start)

    def after(self, index: int) -> tuple[int, int]:
        """The stretch between a quantity and the next one (or the sentence's end)."""
        follow = self.quantities[index + 1].full_start if index + 1 < len(self.quantities) else self.sentence.end
        return self.quantities[index].full_end, max(self.quantities[index].full_end, follow)


class Survey:
    """All that a whole text mentions, each sort found in one pass; ``passage`` sorts out a sentence's share."""

    def __init__(self, text: str, scan: Scan, lexicon: Lexicon, numbered: list[tuple[int, int]]) -> None:
        """``numbered`` are the places of numbers of documents, in order."""
        self._text, self._folded, self._lexicon = text, scan.folded, lexicon
        self._words = scan.words()
        self._word_starts = [word.start for word in self._words]
        self._openings = period.openings(scan.folded)
        self._opening_starts = [at for at, _ in self._openings]
        self._names = names.Landmarks(text)
        self._numbered = numbered
        self._number_ends = [end for _, end in numbered]

    def passage(self, sentence: Sentence) -> Passage:
        """All that a sentence mentions, in order: where mentions overlap, times win, then quantities, then names."""
        text, folded, start, end = self._text, self._folded, sentence.start, sentence.end
        words = self._words[bisect_left(self._word_starts, start) : bisect_left(self._word_starts, end)]
        begins = self._openings[bisect_left(self._opening_starts, start) : bisect_left(self._opening_starts, end)]
        periods = list(period.find(folded, start, end, begins))
        times = [(p.start, p.end) for p in periods]
        quantities = _quantities(text, folded, sentence, words, self._lexicon, self._taken(times, start, end))
        things = _names(self._names.find(start, end), words, quantities)
        result = Passage(sentence, text, folded, [], quantities)
        _place_words(result, words, times, [(n.start, n.end) for n in things])
        spans = [(q.full_start, q.full_end) for q in quantities]
        periods = [
            p for p in periods if not _hits(p.start, p.end, spans) and not (p.kind == "day" and self._dates(p.start))
        ]
        result.tokens.extend([*periods, *quantities, *things])
        result.tokens.sort(key=lambda t: t.start)
        return result

    def _taken(self, times: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
        """Where digits are no figures: times, and numbers of documents."""
        first = bisect_right(self._number_ends, start)
        if first == len(self._numbered) or self._numbered[first][0] >= end:
            return times
        last = bisect_left(self._numbered, (end, end))
        return sorted([*times, *self._numbered[first:last]])

    def _dates(self, at: int) -> bool:
        """Whether a day stands right behind the number of a document, whose day it is."""
        before = bisect_right(self._number_ends, at) - 1
        return before >= 0 and at - self._number_ends[before] < _DATED


def _quantities(
    text: str, folded: str, sentence: Sentence, words: list[Word], lexicon: Lexicon, taken: list[tuple[int, int]]
) -> list[Quantity]:
    """The quantities of a sentence, in digits and in words, outside the stretches that are ``taken``."""
    start, end = sentence.start, sentence.end
    digits = quantity.find(text, folded, start, end, lexicon, taken) if _DIGIT.search(folded, start, end) else []
    spelled = [
        q
        for q in quantity.spelled(folded, start, end, lexicon)
        if not _hits(q.full_start, q.full_end, taken)
        and not any(q.full_start < o.full_end and o.full_start < q.full_end for o in digits)
        and (q.value >= _SPELLED_FROM or q.dimension in ("money", "percent"))
    ]
    if not digits and not spelled:
        return []
    found = shorthand.complete(sorted([*digits, *spelled], key=lambda q: q.start), words, folded, start, lexicon)
    listing = [w for w in words if _full_name(w, "product-output")]
    return [
        q
        for q in found
        if (q.unit is not None or q.dimension == "bare")
        and not (q.dimension.startswith("count") and _ORDINAL.search(folded, max(start, q.start - 12), q.start))
        and not (q.noun == _GOODS and q.magnitude == 1 and _LISTED.match(folded, q.full_end))
        and not (q.dimension == "count" and any(q.end < w.start < q.full_end for w in listing))
    ]  # "5 sản phẩm chủ lực", "22/27 sản phẩm chủ yếu": kinds of goods, not pieces


def _full_name(word: Word, code: str) -> bool:
    return code in word.wording.full


def _names(found: list[Name], words: list[Word], quantities: list[Quantity]) -> list[Name]:
    """The names of things, unless a quantity or an indicator stands there ("hàng hóa qua cảng biển": no port)."""
    if not found:
        return found
    indicators = [(w.start, w.end) for w in words if w.wording.indicator]
    return [
        n
        for n in found
        if not any(
            n.start < q.start < n.end or q.full_start <= n.start < q.full_end for q in quantities if not _one(q, n)
        )
        and (n.proper or not _hits(n.start, n.end, indicators))
    ]


def _one(quantity: Quantity, name: Name) -> bool:
    """Whether a quantity counts the one thing that is then named ("01 KCN Hòa Phú"): no figure of many."""
    return quantity.value == 1 and quantity.dimension == "count-zone" and name.proper and quantity.end < name.start


def _place_words(
    result: Passage, words: list[Word], times: list[tuple[int, int]], things: list[tuple[int, int]]
) -> None:
    """Put each word where it belongs: with the noun of a quantity, inside a name, or on its own."""
    spans = [(q.full_start, q.full_end) for q in result.quantities]
    if not times and not spans and not things:
        result.tokens.extend(words)
        return
    for word in words:
        if _hits(word.start, word.end, times):
            stop = next(s for s, e in times if s < word.end and word.start < e)
            cut = _cut(word, result.folded, stop) if stop > word.start else None
            if cut is not None:
                result.tokens.append(cut)
            continue
        at = _hit(word.start, word.end, spans)
        if at is not None:
            result.nouns.setdefault(at, []).append(word)
        elif _hits(word.start, word.end, things):
            result.inside.append(word)
        else:
            result.tokens.append(word)


def _cut(word: Word, folded: str, stop: int) -> Word | None:
    """A cue whose last word a time has taken ("Kế hoạch năm 2024": "kế hoạch", not "kế hoạch năm")."""
    key = folded[word.start : stop].rstrip()
    return Word(word.start, word.start + len(key), _CUT[key]) if key in _CUT else None


def _hits(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return _hit(start, end, spans) is not None


def _hit(start: int, end: int, spans: list[tuple[int, int]]) -> int | None:
    for index, (s, e) in enumerate(spans):
        if s < end and start < e:
            return index
    return None
