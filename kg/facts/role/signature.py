"""The signature that closes a document: the office in capitals, the name beside or below it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

from kg.facts.letterhead import cased
from kg.facts.role.words import GIVEN, PLACES, SURNAMES
from kg.mentions.surnames import COMMON

_OFFICE = (
    r"(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG BAN|BÍ THƯ|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|BỘ TRƯỞNG|THỦ TƯỚNG|CHÁNH "
    r"VĂN PHÒNG|TRƯỞNG PHÒNG)|THỨ TRƯỞNG|PGĐ|GĐ|PCT|TGĐ"
)
# "GĐ Sở: ...", "GIÁM ĐỐC SỞ CÔNG THƯƠNG"
_OF = r"(?: (?:(?:SỞ|CỤC|CHI CỤC|BAN) [\p{Lu} ]{3,40}?|SCT|SKHĐT|SNN|Sở|CTK|CCTK|BQL|VP))?"
_SIGNED = regex.compile(
    rf"(?:^|(?<=[.\-–:] )|(?<=[.\-–:]))[ \t]*(?:(?:TM|KT|TUQ|Q"
    rf"|TL)\.?[^\n]{{0,60}}?\n?\s*?)?(?P<role>{_OFFICE}){_OF}[ \t]*[:,]?[ \t]*(?:\n\s*)?(?:\([^)\n]{{0,40}}\)\s*)?"
    rf"(?P<person>{GIVEN}(?: {{1,2}}{GIVEN}){{1,4}}|(?:{COMMON.upper()})(?: "
    rf"\p{{Lu}}+){{1,4}})[ \t]*(?:\([^)\n]{{0,20}}\)[ \t]*)?[.]?[ \t]*$",
    regex.MULTILINE,
)
_COLUMNS = regex.compile(r"\s{3,}|\t")  # who receives the document stands in the first column of a line
_TITLE = regex.compile(rf"(?:(?:TM|KT|TUQ|Q|TL)\.? ?[^\n]{{0,60}}?)?(?P<role>{_OFFICE})[:,]?")
_NAME = regex.compile(rf"(?P<person>{GIVEN}(?: {GIVEN}){{1,4}}|\p{{Lu}}+(?: \p{{Lu}}+){{1,4}})[.]?")
_SHOUTED = regex.compile(r"(?m)^[ \t]*\p{Lu}{2}[\p{L} ]{3,20}[ \t]*$")
_STAMP = regex.compile(r"\((?:[ĐđDd]ã|ký|Ký)[^)]{0,20}\)|[-–+*] .*|")
_SHORT = {"PGĐ": "Phó giám đốc", "GĐ": "Giám đốc", "PCT": "Phó chủ tịch", "TGĐ": "Tổng giám đốc"}
_CAPITALS = ("GIÁM ĐỐC", "TỊCH", "TRƯỞNG", "BÍ THƯ", "THỦ TƯỚNG", "CHÁNH", "GĐ", "PCT")
_CLOSING = 900  # a signature stands at the end of a document
_HOUSES = {
    "giám đốc": r"Sở",
    "cục trưởng": r"Cục",
    "chủ tịch": r"(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân)",
    "trưởng ban": r"Ban",
    "bộ trưởng": r"Bộ",
    "thứ trưởng": r"Bộ",
    "bí thư": r"(?:Tỉnh|Thành|Huyện) ủy",
}


def _plain(word: str) -> str:
    """A word without its marks, as old machines write it ("PHAM")."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).replace("Đ", "D")


# Offices by their letters without marks: "PHÓ CUC TRƯỞNG", "GIAM ĐỐC"
_UNMARKED = {
    _plain(rank + office): rank + office
    for rank in ("", "PHÓ ")
    for office in ("CHỦ TỊCH", "GIÁM ĐỐC", "TRƯỞNG BAN", "BÍ THƯ", "CỤC TRƯỞNG", "CHI CỤC TRƯỞNG", "CHÁNH VĂN PHÒNG")
}
_PLAIN = frozenset(_plain(name).upper() for name in COMMON.split("|"))
_RARE = frozenset(_plain(name).upper() for name in SURNAMES.split("|"))


def signed(text: str) -> Iterator[tuple[int, str, str]]:
    """Who signs a document: where the name stands, the name, the office."""
    text = text.replace("Ð", "Đ")  # the letter of another alphabet that looks alike
    closing = _SHOUTED.sub(_in_capitals, text[-_CLOSING:])
    text = text[: -len(closing)] + closing if closing else text
    if not any(word in closing for word in _CAPITALS):
        return
    found = [(m.start("person"), m["person"], m["role"]) for m in _SIGNED.finditer(text, max(0, len(text) - _CLOSING))]
    for at, person, role in found or _in_columns(closing, len(text) - len(closing)):
        if person.casefold() not in PLACES:
            yield at, person, _SHORT.get(role, role.capitalize())


def _in_capitals(line: regex.Match[str]) -> str:
    """A line in capitals, where it is an office that hasty typing has given some small letters ("CỤC TRƯởNG")."""
    shouted = line[0].upper()
    bare = shouted.strip()
    restored = shouted.replace(bare, _UNMARKED.get(_plain(bare), bare))
    return restored if _TITLE.fullmatch(restored.strip()) and len(restored) == len(line[0]) else line[0]


def _in_columns(closing: str, at: int) -> list[tuple[int, str, str]]:
    """The signature where those who receive the document stand beside office and name."""
    office: str | None = None
    for line in closing.splitlines(keepends=True):
        last = _COLUMNS.split(line.rstrip())[-1]
        title = _TITLE.fullmatch(last)
        name = _NAME.fullmatch(last) if office is not None else None
        if title is not None:
            office = title["role"]
        elif name is not None and office is not None and _named(name["person"]):
            return [(at + line.rindex(last), name["person"], office)]
        elif _STAMP.fullmatch(last) is None:
            office = None
        at += len(line)
    return []


def _named(name: str) -> bool:
    """Whether a name is a person's by its surname: a common one, or a rare one with two names behind it."""
    words = name.split()
    first = _plain(words[0]).upper()
    return first in _PLAIN or (len(words) > 2 and first in _RARE)


def _kind(office: str) -> str | None:
    """The houses whose head an office is, as a pattern."""
    return next((house for key, house in _HOUSES.items() if office.lower().removeprefix("phó ").endswith(key)), None)


def headed(text: str, office: str) -> str | None:
    """The house at the head of a document, in capitals, if it is one that such an office belongs to."""
    kind = _kind(office)
    lines = text[:_LETTERHEAD].replace("Ƣ", "Ư")
    if kind is None or not any(line.strip().isupper() for line in lines.split("\n", 4)[:4]):
        return None
    head = regex.search(rf"(?m)^\s*(?P<org>(?i:{kind}) {{1,2}}\p{{Lu}}[\p{{Lu}} ]{{3,50}}?)(?=\s{{3}}|\s*$)", lines)
    return cased(head["org"]) if head is not None else None


_LETTERHEAD = 400  # letters


def house(text: str, office: str) -> str | None:
    """The house that a signature's office belongs to, as the head of the document or its text names it."""
    kind = _kind(office)
    if kind is None:
        return None
    head = headed(text, office)
    if head is not None:
        return head
    body = regex.search(
        rf"(?<!\p{{L}}){kind} (?:\p{{Lu}}[\p{{L}}&-]*|và|tỉnh|thành phố|TP\.?)(?: "
        rf"(?:\p{{Lu}}[\p{{L}}&-]*|kê|thương|tỉnh|thành phố|và|TP\.?|hoạch|tư|tế))*",
        text,
    )
    return body.group().removesuffix(" và") if body is not None else None
