"""The rules by which two names are one thing, kind by kind. Each rule is a line that can be read.

A name gives a *core*, which one thing keeps in all its names, and *facets*, which may be missing from a name but
never contradict: a zone's kind (KCN, CCN, KKT), the province, a document's year. Names with the same core and
compatible facets are one thing; ``Overrides`` (ontology/entity-overrides.ttl) join or part names by hand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.reconcile.names import arabic, fold, stages_spelled_out, tidy, without_head

_PROJECT_HEADS = (
    "dự án đầu tư xây dựng", "dự án đầu tư", "dự án xây dựng", "dự án", "công trình", "đầu tư xây dựng", "tiểu dự án",
    "nhà máy sản xuất", "nhà máy", "tổ hợp", "nm",
)  # fmt: skip
_ZONE_KINDS = (
    ("kcn", ("khu công nghiệp", "kcn")),
    ("ccn", ("cụm công nghiệp", "ccn")),
    ("kkt", ("khu kinh tế", "kkt")),
    ("kcx", ("khu chế xuất", "kcx")),
    ("kcnc", ("khu công nghệ cao", "kcnc", "cnc")),
)
_LEGAL = re.compile(
    r"\b(?:ct(?:y)? ?)?(?:công ty|cty|cổ phần|ctcp|cp|tnhh|trách nhiệm hữu hạn|một thành viên|hai thành viên|"
    r"[12] thành viên|mtv|dntn|doanh nghiệp tư nhân|liên doanh|hợp danh)\b"
)
_GENERIC_COMPANY = re.compile(r"^(?:tổng công ty|tập đoàn|chi nhánh)\b")
_KEPT_FORMS = {"tổng công ty": "tổngct", "tổng cty": "tổngct", "tct": "tổngct"}
_TITLES = ("đồng chí", "đ c", "ông", "bà", "tiến sĩ", "thạc sĩ", "ts", "ths", "kỹ sư")
_NATIONAL = re.compile(r"(?:-CP|-TTG|/QH\d*|/TW|-TW|-BCT|-BKH|-BKHĐT|-BTC|-BXD|-BTNMT|-UBTVQH\d*|-VPCP)$|^\d+/\d{4}/QH")
_CENTRAL = re.compile(
    r"(?i)(?:thủ tướng|chính phủ|quốc hội|bộ |trung ương|ban bí thư|ban chấp hành trung ương|bch trung ương)"
)
_YEAR = re.compile(r"/((?:19|20)\d\d)/")


@dataclass(frozen=True, slots=True)
class Name:
    """What a name says of its thing: ``core`` identifies, ``kind`` and ``place`` narrow where they are known."""

    kind: str
    core: str
    facet: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Overrides:
    """Decisions by hand: ``same`` maps (kind, core) to the (core, facet) it is one with; ``apart`` names stay."""

    same: Mapping[tuple[str, str], tuple[str, str | None]] = field(default_factory=dict)
    apart: frozenset[tuple[str, str]] = frozenset()

    def applied(self, name: Name, written: str) -> Name:
        """The name after the decisions that concern it."""
        if (name.kind, tidy(written)) in self.apart:
            return Name(name.kind, tidy(written), None, name.place)
        core, facet = self.same.get((name.kind, name.core), (name.core, name.facet))
        return Name(name.kind, core, facet or name.facet, name.place)


def company(written: str) -> str:
    """The core of a company's name: legal forms in any spelling do not matter, groups and corporations do.

    >>> company("Công ty CP Năng lượng DKC") == company("CTCP Năng lượng DKC") == company("Cty cổ phần năng lượng DKC")
    True
    """
    words = tidy(written)
    for form, kept in _KEPT_FORMS.items():
        words = re.sub(rf"\b{form}\b", kept, words)
    bare = " ".join(_LEGAL.sub(" ", words).split())
    return arabic(bare.replace("tổngct", "tổng công ty")) or words


def project(written: str) -> str:
    """The core of a project's name: what it is called without "Dự án", "Nhà máy"; stages and numerals in one spelling.

    >>> project("Nhà máy Xi măng Tân Thắng") == project("xi măng Tân Thắng")
    True
    """
    words = without_head(tidy(stages_spelled_out(written)), _PROJECT_HEADS)
    return arabic(" ".join(_LEGAL.sub(" ", words).split())) or words


def zone(written: str) -> tuple[str, str | None]:
    """Core and kind of a zone's name.

    >>> zone("KCN Phú Mỹ I") == zone("Khu công nghiệp Phú Mỹ 1") == ("phú mỹ 1", "kcn")
    True
    """
    words = tidy(stages_spelled_out(written))
    words = without_head(words, ("dự án", "các"))
    for kind, heads in _ZONE_KINDS:
        rest = without_head(words, heads)
        if rest != words:
            return arabic(rest), kind
    return arabic(words), None


def person(written: str) -> str:
    """The core of a person's name, without titles."""
    return without_head(tidy(written), _TITLES)


def policy(number: str) -> str:
    """The core of a document's number: capitals, one kind of dash, no spaces, no leading zeros.

    >>> policy("07 -NQ/TU"), policy("148/KH–UBND")
    ('7-NQ/TU', '148/KH-UBND')
    """
    text = re.sub(r"\s+", "", number.upper().replace("Ð", "Đ"))
    return re.sub("[‐-―−]", "-", text).lstrip("0") or number


def is_national(number: str, issuer: str | None = None) -> bool:
    """Whether a document is of the national government or Party, so that the province of the text does not matter."""
    return bool(_NATIONAL.search(policy(number))) or bool(issuer and _CENTRAL.match(issuer))


def year_of(number: str, date: str | None) -> str | None:
    """The year of a document, by its number or its date."""
    match = _YEAR.search(number)
    return match[1] if match else (date or "")[:4] or None


def organisation(written: str, place: str | None) -> str:
    """The core of an office's name: the province that it stands in anyway is dropped from its end.

    >>> organisation("Sở Công Thương Bắc Giang", "Bắc Giang") == organisation("Sở Công thương", "Bắc Giang")
    True
    """
    words = tidy(written)
    if place:
        folded, tail = fold(words), fold(place)
        for ending in (f" tinh {tail}", f" thanh pho {tail}", f" tp {tail}", f" {tail}"):
            if folded.endswith(ending):
                return " ".join(words.split()[: len(words.split()) - len(ending.split())])
    return words
