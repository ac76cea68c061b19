"""What the way of a text to us has put into it: entities of HTML, hyphens at ends of lines, heads and feet of pages.

Each is read as what stood there before: "đạt&nbsp;31,7 triệu USD", "cụm công nghi-⏎ệp", and the line "Trang 2/3" that
parts "giảm" from "2,5%".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from kg.text.relaid import Piece, Relaid, rewritten

# One that was written out twice is "&amp;nbsp;".
_ENTITY = re.compile(r"&(?:amp;)?(?:[A-Za-z]{2,8}\d{0,2}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")
_HYPHEN = re.compile(r"(?<![^\W\d_])(?P<left>[^\W\d_]{1,7})(?P<it>-[ \t]*\n[ \t]*)(?=(?P<right>[^\W\d_]+))")
_VOWEL = "[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]"
_ONSET = "(?:ngh|ng|nh|n|ch|c|th|tr|t|kh|k|gh|gi|g|ph|p|qu|b|d|đ|h|l|m|r|s|v|x)?"
_SYLLABLE = re.compile(f"{_ONSET}{_VOWEL}{{1,3}}(?:ch|ng|nh|c|m|n|p|t)?", re.IGNORECASE)
# The head or foot of a page, with the empty lines around it: "SCT Đồng Tháp - Báo cáo tháng 10/2019      Trang 2/3"
_NUMBER = r"(?<!\w)(?:[Tt]rang|TRANG|Page) ?(?:số )?\d{1,3}(?: ?(?:/|of|trên) ?\d{1,3})?"
_PAGE = re.compile(
    rf"(?<=\S)[ \t\f]*(?:\n[ \t\f]*)+(?:[^\n]{{0,90}}?{_NUMBER}|[-–] ?\d{{1,3}} ?[-–])[ \t]*\n(?:[ \t\f]*\n)*(?=[^\n])"
)
_PAGES = ("Trang ", "TRANG ", "Page ")
_BARE_PAGE = re.compile(r"\n[ \t]*[-–] ?\d{1,3} ?[-–][ \t]*\n")
_AMID = re.compile(r"[\w,;%(-]$")  # what goes on behind the page


def unpacked(text: str) -> Relaid | None:
    """The text without what its way to us has put into it; None where there is nothing of it."""
    plain = rewritten(text, list(_entities(text))) if "&" in text else None
    read = text if plain is None else plain.text
    paged = any(mark in read for mark in _PAGES) or ("-\n" in read and _BARE_PAGE.search(read) is not None)
    pieces = [*(_pages(read) if paged else ()), *(_joined(read) if "-\n" in read or "- \n" in read else ())]
    whole = rewritten(read, sorted(pieces))
    return plain if whole is None else whole.behind(plain)


def _entities(text: str) -> Iterator[Piece]:
    for found in _ENTITY.finditer(text):
        written = unescape(unescape(found.group()))
        if written == "&" or (written and not written.startswith("&")):
            yield Piece(*found.span(), written, (*[found.start()] * (len(written) - 1), found.end() - 1))


def _joined(text: str) -> Iterator[Piece]:
    """Hyphens that part a syllable at the end of its line; one between two words stays."""
    for found in _HYPHEN.finditer(text):
        if found["right"].islower() and _SYLLABLE.fullmatch(found["left"] + found["right"]):
            yield Piece(*found.span("it"), "", ())


def _pages(text: str) -> Iterator[Piece]:
    for found in _PAGE.finditer(text):
        start, end = found.span()
        if start:
            parting = "\n" if _AMID.search(text, max(0, start - 1), start) and not text[end].isupper() else "\n\n"
            yield Piece(start, end, parting, (start,) * len(parting))
