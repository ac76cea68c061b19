"""What stands around a number, as the rules of its measure look at it."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_TURNS = frozenset({"up", "down", "share", "equal", "exceed", "multiple", "contribute", "rank", "to"})
_RISE = fold_pattern("tăng")
# "tăng lên 45%", "giảm còn 3 nghìn": what follows is where it ends, not by how much it changes.
ARRIVES = regex.compile(fold_pattern(r"(?<!(?<![\p{L}])đi )(?:lên|xuống|còn|tới|đến|thành)$"))
PLAN_AFTER = regex.compile(
    fold_pattern(
        r"\s*(?:/\s*|so\s+(?:với\s+)?|của\s+|với\s+|\(?\s*so\s+)?(?:mức\s+|tổng\s+|số thu\s+)?"
        r"(?:kế ?hoạch|(?:chặng|quãng) đường(?: của)?(?: kế hoạch)?(?: của)?(?: cả)? năm|kh(?![\p{L}])|khn|dự toán"
        r"|chỉ tiêu|mục tiêu|nghị quyết|nq(?![\p{L}]|\s*\d)|dt(?![\p{L}])"
        r"|(?:tổng )?(?:kế hoạch )?vốn (?:được |đã )?(?:giao|phân bổ)|hđnd|kịch bản)"
    )
)
_PLAN_LATER = regex.compile(
    fold_pattern(
        r"[^;.]{0,30}(?:so với (?:chỉ tiêu|kế hoạch|mục tiêu|dự toán)|kịch bản)"  # "2 điểm so với kế hoạch"
        r"|[^;.]{0,16}so với (?:mức|con số|tốc độ)(?: tăng)? [\d.,–-]{1,9} ?%?(?:/năm)?"
        r"(?: (?:nghìn |triệu )?(?:tỷ|triệu)(?: đồng| usd)?)?(?: mà [^;.]{2,40}?)? ?(?:đã |được )*(?:đề ra|đặt ra|giao)"
    )
)


@dataclass(slots=True)
class Place:
    """A number with the words and times before it and the text behind it.

    ``nearest`` is the last cue before the number (``quantity``) that turns it into something else than an amount.
    """

    passage: Passage
    index: int
    quantity: Quantity
    start: int
    tokens: list[Word | Period]
    tail: str
    nearest: str | None

    @property
    def sign(self) -> int:
        """Minus one behind a word of falling."""
        return -1 if self.nearest == "down" else 1

    def before(self, start: int) -> str:
        """The folded text from ``start`` (or the sentence's, if that is later) to the number."""
        return self.passage.folded[max(self.passage.sentence.start, start) : self.quantity.full_start]

    def has_cue(self, *names: str) -> bool:
        """Whether one of the words before the number is such a cue."""
        return any(name in t.cues for t in self.tokens if isinstance(t, Word) for name in names)

    def plan_near(self) -> bool:
        """Whether the number is compared with a plan, named before or behind it."""
        return any(isinstance(t, Period) and t.kind == "plan" for t in self.tokens) or plan_behind(self.tail)


def plan_behind(tail: str) -> bool:
    """Whether the text behind a number compares it with a plan ("so với kế hoạch")."""
    return bool(PLAN_AFTER.match(tail)) or bool(_PLAN_LATER.match(tail))


def place(passage: Passage, index: int) -> Place:
    """The surroundings of the index-th quantity of a passage."""
    quantity = passage.quantities[index]
    start = _bracketed(passage, quantity, passage.gap(index)[0])
    tokens = [t for t in passage.between(start, quantity.full_start) if isinstance(t, (Word, Period))]
    tail = passage.folded[quantity.full_end : passage.sentence.end][:90]
    return Place(passage, index, quantity, start, tokens, tail, _nearest(tokens, passage.folded, quantity.full_start))


def _bracketed(passage: Passage, quantity: Quantity, start: int) -> int:
    """Where the words for a number begin: what stands in its brackets says how it is meant."""
    bracket = passage.folded.rfind("(", start, quantity.full_start)
    inside = passage.folded[bracket + 1 : quantity.full_start]
    return bracket if bracket >= 0 and ")" not in inside and inside.strip() else start


def _nearest(tokens: list[Word | Period], folded: str, stop: int) -> str | None:
    for token in reversed(tokens):
        if isinstance(token, Word):
            for name in token.cues:
                if name in _TURNS and not (name == "multiple" and folded.find(";", token.end, stop) >= 0):
                    return name  # not "gấp đôi năm 2025; lấp đầy trên 90%"
            if "forecast" in token.cues and folded.startswith(_RISE, token.end - len(_RISE)):
                return "up"  # "có thể tăng", "khả năng tăng"
    return None
