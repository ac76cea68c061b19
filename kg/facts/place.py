"""Which area a document speaks of, and which area a word means.

A text of a province rarely names it at every figure: "tỉnh", "toàn tỉnh" mean the document's own
province, which follows from its source, its title, its places, or a picture's file name.
"""

from __future__ import annotations

from collections import Counter

import regex

from kg.lexicon import Lexicon
from kg.mentions.scan import Word
from kg.model import Document
from kg.text.normalise import fold

_DOMAIN = regex.compile(r"(?<![\w.-])(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+(?:vn|com|net|org))(?![\w])")
_PICTURE = regex.compile(r"(?<![\p{L}\d])([a-z]{2,6})_[\w-]{0,40}\d[\w-]{0,40}\.(?:jpg|jpeg|png|gif|webp)")
_OWN = tuple(
    fold(w)
    for w in (
        "tỉnh ta",
        "tỉnh nhà",
        "toàn tỉnh",
        "địa bàn tỉnh",
        "trong tỉnh",
        "của tỉnh",
        "ubnd tỉnh",
        "toàn thành phố",
        "hđnd tỉnh",
    )
)
_NATION = tuple(
    fold(w)
    for w in (
        "cả nước",
        "việt nam",
        "toàn quốc",
        "tổng cục thống kê",
        "chính phủ",
        "bộ công thương",
        "bộ kế hoạch",
        "nền kinh tế",
        "bộ nông nghiệp",
        "bộ tài chính",
        "tổng cục",
        "bộ nn&ptnt",
        "thủ tướng",
        "bộ giao thông",
        "hiệp hội",
        "hải quan",
        "nước ta",
        "bộ nn-ptnt",
        "quốc hội",
    )
)
_TOPIC = 6  # times that a text names the goods that it is about
_TWO_SIDED = tuple(fold(w) for w in ("hai nước", "hai chiều", "song phương", "hai bên"))
_DISTRICTS = 3  # districts named that count for their province: a list of them all is no stronger a sign
_HEAD = 260  # characters that a title and its first lines take
_OPENING = 500  # characters in which a national story says so


def area_code(word: Word, own: str | None) -> str | None:
    """The code of the area that a word names, a province before its namesakes; None if it names none.

    A wording that is a place only in context is one within the document's ``own`` province.
    """
    codes = [
        label.concept.code
        for label in word.labels
        if label.concept.scheme == "area"
        and (label.kind != "context" or (own is not None and label.concept.code.startswith(own + "/")))
    ]
    if not codes:
        return None
    for code in codes:
        if code.startswith("VN-") and "/" not in code:
            return code
        if code.startswith("2025/"):
            return None
    for code in codes:
        if not code.startswith(("VN-", "2025/")):
            return code
    return _district([c for c in codes if "/" in c and not c.startswith("2025/")], own)


def _district(codes: list[str], own: str | None) -> str | None:
    """The district of the document's own province among namesakes, or one that only one province has."""
    if own and "/" not in own:
        for code in codes:
            if code.startswith(own + "/"):
                return code
    provinces = {c.split("/")[0] for c in codes}
    return codes[0] if len(provinces) == 1 else None


def is_country(code: str) -> bool:
    """Whether a code is of a country or bloc other than Vietnam."""
    return code != "VN" and not code.startswith(("VN-", "region:", "2025/"))


def own_area(document: Document, folded: str, words: list[Word], lexicon: Lexicon) -> tuple[str | None, str]:
    """The document's own area and the rule that found it ("area.source", "area.title" ...)."""
    known = _source(document, folded, lexicon)
    words = [word for word in words if word.of("area") is not None]
    provinces, districts = _counts(words)
    nation = sum(folded.count(w) for w in _NATION)
    if _abroad(words, nation + sum(provinces.values())):
        return ("VN", "area.bilateral") if bilateral(folded, words) else (None, "area.abroad")
    local = sum(folded.count(w) for w in _OWN)
    if known and (not provinces or provinces.get(known) or local):
        return known, "area.source"
    if provinces:
        return _most_named(folded, words, nation, local)
    if districts:
        top, n = districts.most_common(1)[0]
        if n >= 2 or local:
            return top, "area.district"
    return ("VN", "area.nation") if nation else (known, "area.source")


def bilateral(folded: str, words: list[Word]) -> str | None:
    """The country whose trade with ours a text is about: named first and most, and "hai nước", "song phương" with it."""
    if not any(mark in folded for mark in _TWO_SIDED):
        return None
    countries = Counter(c for w in words for c in [area_code(w, None)] if c and is_country(c))
    (top, most), *others = [*countries.most_common(2), (None, 0)]
    headed = any(w.start < _HEAD and area_code(w, None) == top for w in words)
    return top if headed and most >= 3 and most >= 2 * (others[0][1] if others else 0) else None


def goods(text: str, words: list[Word]) -> str | None:
    """The product that a text is about, as it words it: in its first lines, and named far more often than any other."""
    named = [(w, label.concept.code) for w in words for label in [w.of("product")] if label is not None]
    (top, most), *others = [*Counter(code for _, code in named).most_common(2), ("", 0)]
    first = next((w for w, code in named if code == top and w.start < _HEAD), None)
    if first is None or most < _TOPIC or most < 2 * (others[0][1] if others else 0):
        return None
    return text[first.start : first.end].lower()


def _abroad(words: list[Word], at_home: int) -> bool:
    """Whether a text is a story of another country: it names one more often than places ``at_home``."""
    countries = Counter(c for w in words for c in [area_code(w, None)] if c and is_country(c))
    return bool(countries) and max(countries.values()) >= 3 and max(countries.values()) > at_home


def _most_named(folded: str, words: list[Word], nation: int, local: int) -> tuple[str | None, str]:
    """The province that a text names most, where it stands out; else the country."""
    provinces, districts = _counts(words)
    ranked = Counter(provinces)
    for code, n in districts.items():
        if code in ranked:
            ranked[code] += min(n, _DISTRICTS)
    (top, most), *others = ranked.most_common(2)
    second = others[0][1] if others else 0
    headed = any(c.split("/")[0] == top for w in words if w.start < _HEAD for c in [area_code(w, None)] if c)
    stands_out = most >= 2 * max(1, second)
    if not headed and most < 3 * max(1, second) + nation and any(w in folded[:_OPENING] for w in _NATION):
        return "VN", "area.nation"  # a national story with a province's paragraph in it
    if (local and most > second) or (headed and (stands_out or (most > second and most >= nation))):
        return top, "area.title" if headed else "area.most-named"
    if nation:
        return "VN", "area.nation"
    if headed or stands_out:
        return top, "area.most-named"
    return ("VN", "area.default") if len(provinces) >= 3 else (None, "area.none")


def _source(document: Document, folded: str, lexicon: Lexicon) -> str | None:
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
    area = _by_domain(folded, lexicon)
    if area:
        return area
    for match in _PICTURE.finditer(folded):
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
    if ".vn" not in folded and ".com" not in folded and ".net" not in folded and ".org" not in folded:
        return None
    for match in _DOMAIN.finditer(folded):
        domain = match.group(1)
        while domain.count("."):
            area = lexicon.domains.get(domain)
            if area:
                return _code_of(area)
            domain = domain.split(".", 1)[1]
    return None


def _code_of(iri: str) -> str:
    return iri.rsplit("/area/", 1)[-1]


def _counts(words: list[Word]) -> tuple[Counter[str], Counter[str]]:
    provinces: Counter[str] = Counter()
    districts: Counter[str] = Counter()
    for word in words:
        code = area_code(word, None)
        if code and code.startswith("VN-"):
            if "/" in code:
                districts[code.split("/")[0]] += 1
            else:
                provinces[code] += 1
    return provinces, districts
