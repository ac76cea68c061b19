"""One sentence as the reader sees it: times, quantities, names and words in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter

import regex

from kg.lexicon import Lexicon
from kg.mentions import names, period, quantity, shorthand
from kg.mentions.cues import CUES
from kg.mentions.names import Name
from kg.mentions.period import Period
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Scan, Word, Wording
from kg.text.normalise import fold_pattern, fold_word
from kg.text.numerals import pointed
from kg.text.segment import DASH, ITEMS, PLUS, Sentence

Token = Word | Period | Quantity | Name

_GOODS = fold_pattern("sản phẩm")
_LISTED = regex.compile(
    fold_pattern(
        r"\s*(?:công nghiệp|chủ yếu|chủ lực|tăng|giảm|ocop|có|được|nông|mới|đạt|tiêu biểu|truyền thống)(?![\p{L}])"
    )
)
_ORDINAL = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:giai đoạn|gđ|tổ máy số|khóa|(?<!(?:trong|tổng) )số)\s$")
)  # "giai đoạn 3 KCN ..."
_DIGIT = re.compile(r"\d")
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
    words: list[Word] = field(default_factory=list)  # those of the tokens
    times: list[Period] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _gaps: list[tuple[int, int]] = field(default_factory=list)
    _gap_words: dict[int, list[Word]] = field(default_factory=dict)

    def settle(self, time: Period, meant: Period) -> None:
        """Put a time in the place of one whose meaning the discourse tells."""
        self.tokens[self.tokens.index(time)] = self.times[self.times.index(time)] = meant

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens that begin in a stretch of the text."""
        starts = self._starts
        if len(starts) != len(self.tokens):
            starts = self._starts = [t.start for t in self.tokens]
        return self.tokens[bisect_left(starts, start) : bisect_left(starts, end)]

    def gap(self, index: int) -> tuple[int, int]:
        """The stretch between a quantity and the one before it (or the sentence's start)."""
        if not self._gaps:
            befores = [self.sentence.start, *(q.full_end for q in self.quantities)]
            self._gaps = [(b, max(b, q.full_start)) for b, q in zip(befores, self.quantities, strict=False)]
        return self._gaps[index]

    def gap_words(self, index: int) -> list[Word]:
        """The words of the vocabulary in that stretch; they are asked for again and again."""
        if index not in self._gap_words:
            self._gap_words[index] = [t for t in self.between(*self.gap(index)) if isinstance(t, Word)]
        return self._gap_words[index]

    def after(self, index: int) -> tuple[int, int]:
        """The stretch between a quantity and the next one (or the sentence's end)."""
        follow = self.quantities[index + 1].full_start if index + 1 < len(self.quantities) else self.sentence.end
        return self.quantities[index].full_end, max(self.quantities[index].full_end, follow)


@dataclass(slots=True)
class Glimpse:
    """What tells whether a sentence states anything: its times and quantities, beside the words that stand in it.

    ``taken`` are the stretches of all times, also of those that are part of a quantity.
    """

    sentence: Sentence
    words: list[Word]
    taken: list[tuple[int, int]]
    times: list[Period]
    quantities: list[Quantity]


# A line of a list by places without marks of its own ("huyện Sa Thầy: 508")
_PLACE = regex.compile(r"\s*(?:TP|TX|[Hh]uyện|[Tt]hị xã|[Tt]hành phố|H|Q)\.?\s\p{Lu}")


class Survey:
    """All that a whole text mentions, each sort found in one pass; its methods sort out a sentence's share."""

    def __init__(self, text: str, scan: Scan, lexicon: Lexicon, numbered: list[tuple[int, int]]) -> None:
        """``numbered`` are the places of numbers of documents, in order."""
        self._text, self._folded, self._lexicon = text, scan.folded, lexicon
        self._words = _without_persons(text, scan.words())
        self._word_starts = [word.start for word in self._words]
        self._openings = period.openings(scan.folded)
        self._opening_starts = [at for at, _ in self._openings]
        self._names = names.Landmarks(text)
        self._numbered = numbered
        self._below: list[shorthand.Unit] = []
        self._whole: Quantity | None = None
        self._pointed = pointed(scan.folded)
        self._number_ends = [end for _, end in numbered]

    def glimpse(self, sentence: Sentence) -> Glimpse:
        """The times and quantities of a sentence; where they overlap, times win unless they are within quantities."""
        text, folded, start, end = self._text, self._folded, sentence.start, sentence.end
        words = self._words[bisect_left(self._word_starts, start) : bisect_left(self._word_starts, end)]
        begins = self._openings[bisect_left(self._opening_starts, start) : bisect_left(self._opening_starts, end)]
        periods = period.measured(list(period.find(folded, start, end, begins)), folded)
        taken = [(p.start, p.end) for p in periods]
        numbers = _DIGIT.search(folded, start, end) is not None
        outside = self._taken(taken, start, end)
        quantities = _quantities(
            text, folded, sentence, words, self._lexicon, outside, numbers, self._below, self._pointed,
            self._whole if sentence.level == PLUS else None,
        )  # fmt: skip
        if sentence.level != PLUS:
            amounts = (q for q in quantities if q.dimension == "money" and q.magnitude > 1)
            self._whole = next(amounts, None) if sentence.level == DASH else None
        self._below = self._units(sentence)
        spans = [(q.full_start, q.full_end) for q in quantities]
        times = [
            p for p in periods if not _hits(p.start, p.end, spans) and not (p.kind == "day" and self._dates(p.start))
        ]
        return Glimpse(sentence, words, taken, times, quantities)

    def _units(self, sentence: Sentence) -> list[shorthand.Unit]:
        """The units of the items that follow: those that this sentence gives, or those in force among items."""
        given = shorthand.units_of_list(self._folded, sentence.start, sentence.end, self._lexicon)
        placed = bool(self._below) and sentence.first and _PLACE.match(self._text, sentence.start) is not None
        return given or (self._below if sentence.level in ITEMS or placed else [])

    def passage(self, seen: Glimpse) -> Passage:
        """All that a sentence mentions, in order: where mentions overlap, times win, then quantities, then names."""
        sentence, quantities = seen.sentence, seen.quantities
        things = _names(self._names.find(sentence.start, sentence.end), seen.words, quantities, self._folded)
        result = Passage(sentence, self._text, self._folded, [], quantities, times=seen.times)
        _place_words(result, seen.words, seen.taken, [(n.start, n.end) for n in things])
        result.tokens = [*result.words, *seen.times, *quantities, *things]
        if len(result.tokens) > len(result.words):
            result.tokens.sort(key=_start)
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


_start = attrgetter("start")
_PERSON = regex.compile(
    r"(?<![\p{L}])(?:(?:[Ôô]ng|[Bb]à(?! Rịa| Nà| Triệu)) (?P<name>\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,4})"
    r"|(?P<name>Vụ [Tt]hị trường [^,.;:()\n]{4,40}))"
)


def _without_persons(text: str, words: list[Word]) -> list[Word]:
    """The words but for places that are a part of somebody's name ("bà Lê Thị Mỹ Hạnh" names no country)."""
    spans = [m.span("name") for m in _PERSON.finditer(text)]
    if not spans:
        return words
    starts = [start for start, _ in spans]
    return [w for w in words if not ("area" in w.wording.first and _within(w, spans, starts))]


def _within(word: Word, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    at = bisect_right(starts, word.start) - 1
    return at >= 0 and word.end <= spans[at][1]


def _quantities(
    text: str,
    folded: str,
    sentence: Sentence,
    words: list[Word],
    lexicon: Lexicon,
    taken: list[tuple[int, int]],
    numbers: bool,
    below: list[shorthand.Unit],
    by_points: bool,
    whole: Quantity | None,
) -> list[Quantity]:
    """The quantities of a sentence, in words and (if it has any ``numbers``) in digits, outside what is ``taken``."""
    start, end = sentence.start, sentence.end
    begin = max(start, sentence.body)
    digits = quantity.find(text, folded, begin, end, lexicon, taken, by_points) if numbers else []
    spelled = [
        q
        for q in quantity.spelled(folded, start, end, lexicon)
        if not _hits(q.full_start, q.full_end, taken)
        and not any(q.full_start < o.full_end and o.full_start < q.full_end for o in digits)
        and (q.value >= _SPELLED_FROM or q.dimension in ("money", "percent"))
    ]
    if not digits and not spelled:
        return []
    found = sorted([*digits, *spelled], key=lambda q: q.start)
    found = shorthand.complete(found, words, folded, start, lexicon, below, whole)
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


def _names(found: list[Name], words: list[Word], quantities: list[Quantity], folded: str) -> list[Name]:
    """The names of things, unless a quantity or an indicator stands there ("hàng hóa qua cảng biển": no port)."""
    if not found:
        return found
    indicators = [(w.start, w.end) for w in words if w.wording.indicator]
    places = {(w.start, w.end) for w in words if _district(w)}  # "Cầu Kè (9.200 ha)": a district
    return [
        n
        for n in found
        if not any(
            n.start < q.start < n.end or q.full_start <= n.start < q.full_end for q in quantities if not _one(q, n)
        )
        and (n.proper or not _hits(n.start, n.end, indicators))
        and (n.start, n.end) not in places
        and not (n.kind == "zone" and _of_province(n, words, folded))
        and not (
            n.text[:4].lower() == _PORT and any(s < n.start < e for s, e in indicators)
        )  # "sản lượng hàng qua cảng Quy Nhơn"
    ]


def _district(word: Word) -> bool:
    label = word.wording.first.get("area")
    return label is not None and "/" in label.concept.code


_PORT = fold_word("cảng")
_MANY = tuple(map(fold_word, ("các ", "những ")))


def _of_province(name: Name, words: list[Word], folded: str) -> bool:
    """Whether what follows "các KCN" is only the province where they lie ("các KCN Hải Dương")."""
    if not folded.endswith(_MANY, 0, name.start):
        return False
    last = next((w for w in words if w.end == name.end and w.start > name.start), None)
    label = last.of("area") if last is not None else None
    return label is not None and label.concept.code.startswith("VN-") and "/" not in label.concept.code


def _one(quantity: Quantity, name: Name) -> bool:
    """Whether a quantity counts the one thing that is then named ("01 KCN Hòa Phú"): no figure of many."""
    return quantity.value == 1 and quantity.dimension == "count-zone" and name.proper and quantity.end < name.start


def _place_words(
    result: Passage, words: list[Word], times: list[tuple[int, int]], things: list[tuple[int, int]]
) -> None:
    """Put each word where it belongs: with the noun of a quantity, inside a name, or on its own."""
    spans = [(q.full_start, q.full_end) for q in result.quantities]
    if not times and not spans and not things:
        result.words = words
        return
    busy = [*times, *spans, *things]
    for word in words:
        if not _hits(word.start, word.end, busy):  # most words
            result.words.append(word)
            continue
        if _hits(word.start, word.end, times):
            stop = next(s for s, e in times if s < word.end and word.start < e)
            cut = _cut(word, result.folded, stop) if stop > word.start else None
            if cut is not None:
                result.words.append(cut)
            continue
        at = _hit(word.start, word.end, spans)
        if at is not None:
            result.nouns.setdefault(at, []).append(word)
        else:
            result.inside.append(word)


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
