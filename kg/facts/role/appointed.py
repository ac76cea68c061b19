"""Offices that somebody is told to be given: "ông A được bổ nhiệm giữ chức Giám đốc Sở B", "bà C nhận chức ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from kg.facts.role.words import END, ORG, PERSON, RANKS

_TAKES = regex.compile(
    r"(?<!\p{L})(?<!thôi )(?<!không )(?:(?:giữ|nhận|đảm nhiệm|đảm nhận)(?: chức| cương vị)(?: vụ| danh)?"
    r"|(?:phê chuẩn|bầu)(?: giữ)? chức(?: vụ| danh)?"
    r"|(?:luân chuyển|điều động|bổ nhiệm|phân công|cử|bầu|chỉ định)(?: về| sang)?(?: [^,;.:]{0,60}?)? làm)\s+"
    rf"{RANKS}(?:\s+(?:của\s+)?{ORG}{END})?"
)
_GIVEN = ("bổ nhiệm", "điều động", "luân chuyển", "phê chuẩn", "chức", "cương vị", " làm ")
_WHO = regex.compile(rf"(?<!\p{{L}})(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Aa]nh|[Cc]hị)\s{PERSON}")
# "được điều về Tổng công ty A giữ chức Phó Tổng giám đốc": the house stands before
_SENT_TO = regex.compile(r"(?<!\p{L})(?:về|sang|đến)\s+(?P<org>\p{Lu}[^,;.:]{3,70}?)\s*$")
# "Theo Quyết định số ... của Chủ tịch UBND tỉnh, ông A ...": who decides, not who ông A is
_DECIDES = regex.compile(
    r"(?<!\p{L})(?:[Qq]uyết định|[Nn]ghị quyết|[Cc]hỉ thị|[Cc]ông văn|[Tt]hông báo|[Kk]ết luận)[^.;]{0,70} của $"
)


class Given(NamedTuple):
    """An office given: where the person's name stands, the name, the office, and its house."""

    start: int
    person: str
    role: str
    org: str | None


def told(text: str, start: int, end: int) -> Iterator[Given]:
    """The offices that a sentence tells somebody to be given; the person is the last named before in its clause."""
    if all(text.find(word, start, end) < 0 for word in _GIVEN):
        return  # most
    for taken in _TAKES.finditer(text, start, end):
        clause = max(start, text.rfind(";", start, taken.start()) + 1)
        named = list(_WHO.finditer(text, clause, taken.start()))
        if not named:
            continue
        sent = _SENT_TO.search(text, clause, taken.start()) if taken["org"] is None else None
        org = taken["org"] or (sent["org"] if sent is not None else None)
        yield Given(named[-1].start("person"), named[-1]["person"], taken["role"], org.strip() if org else None)


def decides(text: str, start: int, at: int, end: int) -> bool:
    """Whether an office from ``at`` to ``end`` is that of who issued a decision, and another is named behind it."""
    return _DECIDES.search(text, max(start, at - 110), at) is not None and _ANOTHER.match(text, end) is not None


_ANOTHER = regex.compile(r"[^,.;:()]{0,50}, (?:ông|bà|đồng chí) ")
