"""Lines into sentences, each with its place in the outline of the document.

Reports are outlines (I., 1., a), -, +) whose headings say once what holds for all below; press is
paragraphs. Both come out as a flat list of sentences, each with an outline level.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import regex

# Outline levels: the smaller governs the larger. Prose stands below every heading. Those between two of these are
# of lines without a marker right above the first item of a numbered list ("Mục tiêu đến năm 2025:", "1. ...").
TITLE, PART, ROMAN, ARABIC, SUB, LETTER, SHORT, PROSE, DASH, PLUS = range(0, 20, 2)
ITEMS = frozenset((ARABIC, SUB, LETTER, DASH, PLUS))  # what a list may be made of; ``SUB`` is "1.2."

_MARKER = regex.compile(
    r"[ \t]*(?:(?P<part>(?:(?:PHẦN|Phần) (?:THỨ |thứ )?)?"
    r"(?:[ABCDĐE](?:[./)](?=\s+\p{Lu}\p{L})|/(?=\s+\p{Lu}\.))))|(?P<roman>(?:PHẦN |Phần |Mục "
    r"|MỤC )?[IVX]{1,5} ?[.\-/:)]|(?:PHẦN|Phần) (?:thứ |THỨ )?(?:\d{1,2}|\p{L}{2,4})[.:\-])"
    r"|(?P<chapter>Đi[êề]u \d+[.:])"
    r"|(?P<arabic>\d{1,2}(?:\.\d{1,2})*+[.)/](?=\s*\D))|(?P<letter>(?:[a-zđ][.)]|\(\d{1,2}\))(?=\s))|(?P<dash>[-–—*•●▪◦‣▸►▶➢➤❖◆■□○◇✓✔>]+(?=\s|\p{Lu}))|(?P<plus>\+(?=\s|\p{L})))\s*"
)
_NESTED = regex.compile(r"\d{1,2}\.\d")
_STARRED = regex.compile(r"(?m)^[ \t]*\*\s[^\n]*\n\s*[-–+]")
_STOP = regex.compile(
    r"(?<![.!?…])[.!?…]++[\"”’')\]]*\s+|(?<![.!?…])[.!?…]++(?=[\"”]\s)|(?<=[\p{Ll}\d)%]|USD|VND|MW|GWh|\bKH|\bCK)[.](?=\p{Lu}\p{Ll})"
    r"|(?<=\p{Ll}{3})[.](?=\p{Lu}{2,}[ ,])|(?<=\p{Ll})…(?=\p{Lu}\p{Ll})"
)
# Shortened words whose point ends no sentence; single capitals ("N. V. A") likewise.
_SHORTENED = frozenset(
    "tp ts ths gs pgs tr đ ô q p x h t nxb đc tx tt st stt kts bs ks cn th v.v mr ms dr co ltd no".split()
)
_COUNTED = regex.compile(r"(?:[Qq]uý|khóa|khoá|kỳ|loại|nhóm|hạng|vùng|đợt|lần|cấp|phần|đoạn) [IVX]$")
_SHORT_NUMERAL = regex.compile(r"(?<!\d)\d{1,3}$")
_DECIMALS = regex.compile(
    r"\d{1,2}\s?(?:%|(?:t[ỷỉủ]|triệu|triêu|triệu|triêụ|tr|MW|lần|nghìn|ngàn)(?![\p{L}]))"
)  # "18. 5 MW": what one space more than there should be has parted
_THOUSANDS = regex.compile(r"\d(?:\d\d(?!\d)|[\dOol]{2}(?![\p{L}\d]))")
_AMOUNT = regex.compile(r"\d\s?(?:%|(?!tháng|quý|năm|[TQ]\b)\p{L})")  # "* Sản phẩm chủ yếu 9 tháng" has none
_DIGITS = "0123456789"  # "61tr. USD": a number has run into its shortened word
_WORD = 24  # letters: no shortened word is longer
_SHORT_LINE = 160
_LONG = 1600


class Span(NamedTuple):
    """A half-open stretch of the text."""

    start: int
    end: int


@dataclass(slots=True)
class Sentence:
    """Half-open span of the text, its outline level, and whether it is a heading for what follows.

    ``body`` is where its words begin, behind the marker of its line ("1. ").
    """

    start: int
    end: int
    level: int
    heading: bool
    line: int
    first: bool
    body: int


class Lines:
    """A text whose lines are split into sentences when somebody asks for them, and once only."""

    def __init__(self, text: str) -> None:
        """Nothing is split yet."""
        self.text = text
        self._starred = "*" in text and _STARRED.search(text) is not None
        self._known: dict[int, tuple[regex.Match[str] | None, list[Span], Iterator[Span]]] = {}

    def sentences(self) -> list[Sentence]:
        """All sentences in order; white space at their ends is left out."""
        found: list[Sentence] = []
        offset = 0
        number = 0
        for line in self.text.split("\n"):
            if line and not line.isspace():
                self._line(offset, offset + len(line), number, found)
                number += 1
            offset += len(line) + 1
        return found

    def holding(self, places: Iterable[int]) -> list[Span]:
        """For each place of ``places``, which ascend, the sentence that holds it."""
        found: list[Span] = []
        spans: list[Span] = []
        more: Iterator[Span] = iter(())
        at = done = 0
        for place in places:
            if place >= done:
                start = self.text.rfind("\n", done, place) + 1 or done
                end = self.text.find("\n", place)
                done = len(self.text) if end < 0 else end
                _, spans, more = self._begun(*_stripped(self.text, start, done))
                at = 0
            while at == len(spans) or place >= spans[at].end:
                if at == len(spans):
                    spans.append(next(more))
                else:
                    at += 1
            found.append(spans[at])
        return found

    def _spans(self, start: int, end: int) -> tuple[regex.Match[str] | None, list[Span]]:
        """The marker of a line, and its sentences."""
        marker, spans, more = self._begun(start, end)
        spans.extend(more)
        return marker, spans

    def _begun(self, start: int, end: int) -> tuple[regex.Match[str] | None, list[Span], Iterator[Span]]:
        """The marker of a line, its sentences so far, and those that nobody has asked for."""
        known = self._known.get(start)
        if known is None:
            marker = _MARKER.match(self.text, start, end)
            more = _split(self.text, start, end, marker.end() if marker else start)
            known = self._known[start] = marker, [], more
        return known

    def _line(self, start: int, end: int, number: int, out: list[Sentence]) -> None:
        text = self.text
        start, end = _stripped(text, start, end)
        marker, spans = self._spans(start, end)
        level = _level(marker, out)
        if level == LETTER and out and self._goes_on(out[-1]):
            level = PLUS  # "- ... Trong đó:" and its parts "a) ...", "b) ..."
        if level == DASH and self._starred and marker is not None and not marker["dash"].startswith("*"):
            level = PLUS  # "* ... Gồm:" and its parts behind dashes
        body = marker.end() if marker is not None else start
        closed = text[end - 1] in ".!?…;,"
        starred = marker is not None and text[start] == "*"
        short = end - start <= _SHORT_LINE and not closed and len(spans) == 1
        if marker is None and short:
            level = TITLE if not out else SHORT
        elif marker is not None and out and out[-1].heading and out[-1].level in (SHORT, PROSE) and _begins(marker):
            out[-1].level = level - 1
        elif out and self._heads_list(out[-1], marker):
            out[-1].level = level - 1  # "* Huyện A" over "1. ...", "2. ..."; "* Huyện B" over "3. ..."
        for i, (s, e) in enumerate(spans):
            heading = len(spans) == 1 and (short or text[e - 1] == ":") and level not in (DASH, PLUS)
            heading = heading or (short and starred and _AMOUNT.search(text, s, e) is None)
            heading = heading or (text[e - 1] == ":" and i == len(spans) - 1)
            out.append(Sentence(s, e, level, heading, number, i == 0, body if i == 0 else s))

    def _heads_list(self, last: Sentence, marker: regex.Match[str] | None) -> bool:
        """Whether a starred line is the heading of the numbered item that follows it."""
        numbered = marker is not None and marker.lastgroup in ("arabic", "letter")
        return numbered and last.heading and last.level == DASH and self.text[last.start] == "*"

    def _goes_on(self, last: Sentence) -> bool:
        """Whether a lettered line is a part of the item before it, or goes on with such parts."""
        if last.level < DASH:
            return False
        marker = _MARKER.match(self.text, last.start, last.end) if last.first and last.level == PLUS else None
        return self.text[last.end - 1] == ":" or (marker is not None and marker.lastgroup == "letter")


def segment(text: str) -> list[Sentence]:
    """The sentences of a normalised text in order; white space at their ends is left out."""
    return Lines(text).sentences()


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _level(marker: regex.Match[str] | None, out: list[Sentence]) -> int:
    if marker is None:
        return PROSE if out else TITLE
    kind = marker.lastgroup
    if kind == "arabic" and _NESTED.match(marker["arabic"]):
        return SUB
    return {
        "part": PART,
        "roman": ROMAN,
        "chapter": ROMAN,
        "arabic": ARABIC,
        "letter": LETTER,
        "dash": DASH,
        "plus": PLUS,
    }[kind or "dash"]


def _begins(marker: regex.Match[str]) -> bool:
    """Whether a marker is the first of a numbered list ("1.", "a)", "(1)")."""
    return marker.lastgroup in ("arabic", "letter") and marker.group().strip(" \t().:/") in ("1", "a")


def unmarked(level: int) -> bool:
    """Whether a heading of a level has no marker of its own."""
    return level in (TITLE, SHORT) or level % 2 == 1


def _split(text: str, start: int, end: int, marked: int) -> Iterator[Span]:
    """The sentences of a line; the stop of its own marker ("II.", "1.2.") ends none, a picture's credit ends one."""
    for span in _stopped(text, start, end, marked):
        pictured = text.find("Ảnh", *span) >= 0 or text.find("ảnh", *span) >= 0
        yield from _credited(text, span) if pictured else (span,)


_CREDIT = regex.compile(r"(?<!\p{L})(?:Ảnh|ảnh)(?: minh họa| tư liệu)?:[ \t]*")
_NAMED = r"\p{Lu}[\p{L}\d./–-]*\)?"
_WORDS = regex.compile(rf"(?P<credit>{_NAMED}|-|–)(?P<gap>[ \t]+)(?=(?P<next>{_NAMED}|-|–),? (?P<then>[\p{{L}}\d]))")
_NAMES = 5  # words that the credit of a picture has at most
_OPENERS = frozenset("Ông Bà Anh Chị Theo Tại Trong Ngày Các Những Với Từ Ở Năm Quý Tháng TS PGS Đây Đó".split())


def _credited(text: str, span: Span) -> Iterator[Span]:
    """A sentence, parted behind the credit of a picture that no stop ends ("... Ảnh: Minh An Nhà máy nằm trên ...").

    The name ends before the first word with a capital that a small word follows, or that opens a sentence.
    """
    begin, end = span
    for found in _CREDIT.finditer(text, begin, end):
        at = found.end()
        for _ in range(_NAMES):
            word = _WORDS.match(text, at, end)
            if word is None:
                break
            at = word.end()
            shouted = word["credit"].isupper() and not word["next"].isupper()
            if word["then"].islower() or word["next"] in _OPENERS or word["credit"].endswith(")") or shouted:
                yield Span(begin, word.end("credit"))
                begin = at
                break
    yield Span(begin, end)


def _stopped(text: str, start: int, end: int, marked: int) -> Iterator[Span]:
    """The sentences of a line as its stops part them."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        at, cut = stop.span()
        if cut < end and at >= marked and _ends(text, begin, at, cut):
            close = at + len(stop[0].rstrip())
            if close - begin <= _LONG:  # nearly all
                yield Span(begin, close)
            else:
                yield from _pieces(text, begin, close)
            begin = cut
    if begin < end:
        yield from _pieces(text, begin, end)


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """A sentence in pieces that a person could read: what follows costs more than in proportion to its length."""
    pieces: list[Span] = []
    while end - start > _LONG:
        cut = text.find(";", start + _LONG // 2, start + _LONG)
        if cut < 0:
            cut = text.find(",", start + _LONG // 2, start + _LONG)
        cut = cut + 1 if cut >= 0 else start + _LONG
        pieces.append(Span(start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    return [*pieces, Span(start, end)] if start < end else pieces


def _ends(text: str, begin: int, stop: int, after: int) -> bool:
    """Whether the stop mark at ``stop`` ends a sentence that began at ``begin``."""
    following = text[after]
    if not (following.isupper() or following.isdigit() or following in "\"“‘'([-–+*•»>"):
        return False
    if text[stop] != ".":
        return True
    ahead = text[max(begin, stop - _WORD) : stop]
    word = ahead.rsplit(None, 1)[-1] if ahead and not ahead[-1].isspace() else ""
    for mark in "(/-":
        if mark in word:
            word = word.rpartition(mark)[2]
    if not word:
        broken = text[max(begin, stop - 2) : stop - 1].isdigit()  # "42 . 500 tấn", "136 . 5 triệu"
        return not (broken and (_THOUSANDS.match(text, after) or _DECIMALS.match(text, after)))
    if not word[-1].isdigit():  # most words
        if len(word) == 1 and word in "IVX" and _COUNTED.search(ahead):
            return True  # "đến hết quý I. Trong đó ...": a numeral, no initial
        return not (
            word.lower().lstrip(_DIGITS + ",.") in _SHORTENED or (len(word) == 1 and word.isalpha() and word.isupper())
        )
    if word.isdigit() and stop - len(word) == begin and len(word) <= 3:  # "1. " at the head of a line
        return False
    # "18. 260 tấn": a numeral broken by a space, not two sentences
    if not _SHORT_NUMERAL.search(word):
        return True
    return not (_THOUSANDS.match(text, after) or _DECIMALS.match(text, after))
