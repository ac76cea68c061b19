"""What a sentence as a whole is about: investment and whose, one side of trade, a province."""

from __future__ import annotations

import regex

from kg.facts.place import area_code
from kg.facts.tokens import Passage
from kg.mentions.scan import Word
from kg.text.normalise import fold, fold_pattern

_CAPITAL = frozenset(("registered-capital", "implemented-capital"))


def opens_with(passage: Passage) -> str | None:
    """The province of ours that stands before a colon or a dash at the beginning of an item."""
    first = next((w for w in passage.words if w.of("area")), None)
    if first is None or not _BULLET.fullmatch(passage.folded, passage.sentence.start, first.start):
        return None
    code = area_code(first, None)
    opens = code is not None and code.startswith("VN-") and "/" not in code
    return code if opens and _PARTED.match(passage.folded, first.end) else None


_BULLET = regex.compile(fold_pattern(r"[\W\d]{0,5}(?:(?:tỉnh|thành phố|tp\.?) )?"))
_PARTED = regex.compile(r"\s*(?::|\s[-–—])\s")
_LICENSED = regex.compile(
    fold_pattern(
        r"cấp phép|giấy chứng nhận (?:đăng ký )?đầu tư|(?:chấp thuận|cấp|quyết định) (?:chủ trương )?đầu tư"
        r"|trao quyết định chủ trương|(?:trao|cấp) (?:giấy )?chứng nhận (?:\p{L}+ ){0,4}?cho \d+ (?:dự án|da)(?!\p{L})"
        r"|thu hút (?:được |thêm |mới )*\d"
    )
)
_LICENCE_MARKS = tuple(map(fold, ("cấp phép", "chứng nhận", "chấp thuận", "thu hút", "chủ trương")))


def invested(passage: Passage) -> bool:
    """Whether a sentence is of investment: by a word before a number or a counted thing, or by a licence."""
    folded, start, end = passage.folded, passage.sentence.start, passage.sentence.end
    return (
        _invested(passage.words)
        or any(map(_invested, passage.nouns.values()))
        or (
            any(folded.find(mark, start, end) >= 0 for mark in _LICENCE_MARKS)
            and _LICENSED.search(folded, start, end) is not None
        )
    )


def _invested(words: list[Word]) -> bool:
    """Whether one of the words is of investment: an investor, a flow of capital, or capital outright."""
    for word in words:
        named = word.wording.first
        if named and ("code/investor" in named or "code/flow" in named or not _CAPITAL.isdisjoint(word.wording.full)):
            return True
    return False


def by_owner(passage: Passage) -> bool:
    """Whether a sentence tells of foreign and domestic investors both ("38 dự án, gồm 26 DA trong nước, 12 DA FDI")."""
    return {"fdi", "domestic"} <= investors(passage)


def investors(passage: Passage) -> set[str]:
    """The kinds of investors that a sentence names."""
    labels = (t.of("code/investor") for t in passage.words)
    return {label.concept.code for label in labels if label is not None}


def one_side(passage: Passage) -> str | None:
    """Exports, imports or industry, where a sentence speaks of that only, by a bare word at that."""
    sides: set[str] = set()
    others: set[str] = set()
    for word in passage.words:
        label = word.wording.first.get("indicator")
        if label is not None and label.concept.code.endswith("-turnover"):
            sides.add(label.concept.code)
        elif label is not None and "iip" in (each.concept.code for each in word.labels):
            others.add("iip")
        elif label is not None and label.concept.code != "gdp":
            others.add(label.concept.code)
    if not sides and others == {"iip"}:
        return "iip"
    return sides.pop() if len(sides) == 1 and sides <= {"export-turnover", "import-turnover"} else None
