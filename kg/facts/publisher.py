"""The province of who published a text: a letterhead, an address, a source line, the domain of a picture."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from kg.lexicon import Lexicon
from kg.mentions.phrases import SITE
from kg.mentions.scan import Scan
from kg.model import Document
from kg.text.normalise import fold, fold_pattern

_DOMAIN = regex.compile(r"(?<![\w.-])(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+(?:vn|com|net|org))(?![\w])")
_TAIL, _SPACE = regex.compile(r"\.(?:vn|com|net|org)(?!\w)"), regex.compile(r"[ \n]")
_PICTURE = regex.compile(r"(?<![\p{L}\d])([a-z]{2,6})_[\w-]{0,40}\d[\w-]{0,40}\.(?:jpg|jpeg|png|gif|webp)")


# "BÁO LẠNG SƠN - Thứ Năm, 06/12/2018", "Cổng TTĐT tỉnh Hà Nam": a paper, station or portal of a province
_PAPER = regex.compile(
    fold_pattern(
        r"\W*(?:báo|đài (?:pt ?- ?th|phát thanh(?: -| và)? truyền hình)|cổng (?:ttđt|thông tin điện tử)) (?:tỉnh )?"
    )
)
# "CỤC THỐNG KÊ TỈNH BẾN TRE", "SỞ CÔNG THƯƠNG HÀ NAM     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": a line of its own
_OFFICE = regex.compile(
    fold_pattern(
        r"(?:^|\n)[ \t]*(?:(?:chi )?cục|thống kê|sở|ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|ban|tỉnh ủy|thành ủy"
        r"|trung tâm|văn phòng|đảng bộ)(?: (?!tổng )[\p{L},&-]+){0,9}? ?(?:tỉnh |thành phố |tp\.? ?)?$"
    )
)
_HEAD = 260  # letters
_LINE = 90
_WORDS = 6  # of the name of a province that ends a line ("Tỉnh Bà Rịa - Vũng Tàu")


def by_head(folded: str, provinces: list[tuple[int, str]]) -> str | None:
    """The province whose paper or office a document is of by its head, of those named there, with their places."""
    paper = _PAPER.match(folded)
    for start, code in provinces:
        if start > _HEAD:
            return None
        end = folded.find("\n", start)
        rest = folded[start : end if end >= 0 else len(folded)].partition("  ")[0]
        alone = len(rest.split()) <= _WORDS and _OFFICE.search(folded, max(0, start - _LINE), start) is not None
        if alone or (paper is not None and start == paper.end()):
            return code
    return None


def province(document: Document, folded: str, scan: Scan, lexicon: Lexicon) -> str | None:
    """The province of the publisher, the address, a source line or a picture's file name."""
    for hint in (document.url, document.publisher, document.title):
        area = _by_domain(fold(hint), lexicon) if hint else None
        if area:
            return area
    if document.publisher:
        for label in lexicon.wordings.get(fold(document.publisher), ()):
            area = label.concept.one("forArea")
            if area:
                return _code_of(area)
    area = _by_domain(folded, lexicon) if scan.spans(SITE) else None
    if area:
        return area
    for match in _PICTURE.finditer(folded) if "_" in folded else ():
        area = lexicon.domains.get("prefix:" + match.group(1)) or _prefix(match.group(1), lexicon)
        if area:
            return area
    return None


def _prefix(prefix: str, lexicon: Lexicon) -> str | None:
    for concept in lexicon.concepts.values():
        if concept.scheme == "publisher" and prefix in concept.properties.get("imagePrefix", ()):
            area = concept.one("forArea")
            return _code_of(area) if area else None
    return None


def _by_domain(folded: str, lexicon: Lexicon) -> str | None:
    for domain in _domains(folded):
        while domain.count("."):
            area = lexicon.domains.get(domain)
            if area:
                return _code_of(area)
            domain = domain.split(".", 1)[1]
    return None


def _domains(folded: str) -> Iterator[str]:
    """The domains in a text: they are looked for only in what stands, without a space, around one's end."""
    done = 0
    for tail in _TAIL.finditer(folded):
        if tail.start() >= done:
            start = max(done, folded.rfind(" ", done, tail.start()), folded.rfind("\n", done, tail.start()))
            space = _SPACE.search(folded, tail.end())
            done = space.start() if space else len(folded)
            yield from (match.group(1) for match in _DOMAIN.finditer(folded, start, done))


def _code_of(iri: str) -> str:
    return iri.rsplit("/area/", 1)[-1]
