"""Whose a number is, where it is not simply the area's: one company's, or that of several places at once."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, pairwise

import regex

from kg.facts.caption import PICTURED
from kg.facts.discourse import Discourse
from kg.facts.place import area_code, country
from kg.facts.scope.wording import around
from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.mentions.scan import Word
from kg.model import Observation
from kg.text.normalise import fold_pattern

_BY = regex.compile(fold_pattern(r"(?:theo|tại|như|của các|cùng|với|ảnh:?)\s*$"))
_ALL_ALIKE = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:đều|cùng|đồng loạt)\s+(?:có mức |đạt mức |ước )?(?:tăng|giảm|vượt|đạt)")
)
_LISTED = regex.compile(fold_pattern(r"\s*(?:,|và|, và)\s*(?:tỉnh|thành phố)?\s*"))
_OF_COMPANIES = ("money", "percent", "mass", "count", "volume")
_FIRM_MARKS = ("ông ty", "ập đoàn", "CTCP", "ãng ", "gân hàng")
_CALLED = regex.compile(
    r"(?:[Cc]ông ty|[Tt]ập đoàn|CTCP|[Hh]ãng|[Nn]gân hàng)[^.;\n()]{2,90}\(\s*(?:(?:viết|gọi) tắt(?: là)?\s*"
    r"|[Mm]ã(?: chứng khoán| CK)?\s*:?\s*)?(?P<short>[A-ZĐ][A-Za-zĐđ&\-]{1,14})\s*\)"
)
_THIS_FIRM = regex.compile(
    fold_pattern(
        r"\s*(?:doanh nghiệp|công ty|tập đoàn|đơn vị|nhà máy|hãng) (?:này|trên(?! (?:địa bàn|cả nước|toàn)))(?![\p{L}])"
    )
)
# "sang năm, Tổng công ty sẽ bỏ ra 350 tỷ đồng"
_FIRM_INVESTS = regex.compile(
    fold_pattern(
        r"(?<!các )(?<!nhiều )(?<![\p{L}])(?:tập đoàn|công ty)(?: này)? (?:sẽ|đã|đang|dự kiến|cam kết)(?: \p{L}+)?"
        r" (?:đầu tư|rót|chi|bỏ)(?: (?:thêm|khoảng|hơn|gần|trên|ra))*\s*$"
    )
)
# "đến 2030, tập đoàn sẽ đạt kim ngạch xuất khẩu 900 triệu USD (nay công ty này đạt 300 triệu USD)"
_FIRM_REACHES = regex.compile(
    fold_pattern(
        r"(?<!các |nhiều |những |số |hai |ba |vào |của )(?<![\p{L}])(?:(?:tập đoàn|tổng công ty"
        r"|công ty) (?:sẽ|đã|đang|hiện)|(?:tập đoàn|tổng công ty|công ty|doanh nghiệp|hãng) này)"
        r"(?: \p{L}+){0,2} (?:đạt|thu|xuất khẩu|nhập khẩu|nộp)"
        r"(?![\p{L}])[^,;.()]{0,50}$"
        # "Năm 2020, sản lượng chế biến của công ty đạt 900 tấn", "năm 2021, công ty đặt mục tiêu chế biến 1.000 tấn"
        r"|(?<![\p{L}])(?:sản lượng|kim ngạch|doanh số)(?: \p{L}+){0,3} của (?:công ty|tập đoàn|doanh nghiệp|hãng)"
        r"(?: này)?(?= (?:đạt|ước|là|tăng|giảm|chỉ|đã|lên))[^;.]{0,30}$"
        r"|(?<!các |nhiều |những )(?<![\p{L}])(?:công ty|tập đoàn|doanh nghiệp) (?:(?:đặt|đề ra) mục tiêu|phấn đấu)"
        r" (?:chế biến|sản xuất|tiêu thụ|xuất khẩu)[^,;.()\d]{0,30}$"
    )
)
_OF_FIRST = 3  # numbers of its sentence
_REACH = 160  # letters that a company as subject may stand before its number


def firms(text: str) -> tuple[str, ...]:
    """The short names that a text gives to firms ("Công ty cổ phần A Bê Xê (ABC)"), the longest first."""
    if not any(mark in text for mark in _FIRM_MARKS):
        return ()
    return tuple(sorted({match["short"] for match in _CALLED.finditer(text)}, key=lambda name: (-len(name), name)))


def _by_short_name(passage: Passage, index: int, short: tuple[str, ...]) -> bool:
    """Whether the short name of a firm stands before a number, with no place between."""
    start, stop = passage.sentence.start, passage.quantities[index].full_start
    for name in short:
        at = passage.text.rfind(name, max(start, stop - _REACH), stop)
        end = at + len(name)
        if at < 0 or passage.text[at - 1 : at].isalnum() or passage.text[end : end + 1].isalnum():
            continue
        before = passage.folded[max(start, at - 12) : at]
        between = passage.between(end, stop)
        placed = any(
            isinstance(t, Word) and (t.of("area") or set(t.cues) & {"own", "nation", "whole"}) for t in between
        )
        if not placed and ";" not in passage.folded[end:stop] and not _BY.search(before):
            return True
    return False


def of_company(passage: Passage, index: int, short: tuple[str, ...] = ()) -> bool:
    """Whether the nearest subject before a number is one company, whose figures are none of an area's."""
    quantity = passage.quantities[index]
    if index < _OF_FIRST and _THIS_FIRM.match(passage.folded, passage.sentence.start):
        return True
    if quantity.dimension not in _OF_COMPANIES:
        return False
    gap = passage.gap(index)
    if quantity.dimension == "money" and _FIRM_INVESTS.search(passage.folded, *gap):
        return True
    if _FIRM_REACHES.search(passage.folded, *gap):
        return True
    if _of_brand(passage, quantity.full_start):
        return True
    if short and _by_short_name(passage, index, short):
        return True
    for token in reversed(passage.between(passage.sentence.start, quantity.full_start)):
        if isinstance(token, Name) and token.kind == "enterprise":
            between = passage.folded[token.end : quantity.full_start]
            before = passage.folded[max(passage.sentence.start, token.start - 12) : token.start]
            return ";" not in between and len(between) < _REACH and not _BY.search(before)  # "theo Công ty A, ..."
        if isinstance(token, Word) and (
            area_code(token, None) is not None or set(token.cues) & {"own", "nation", "whole"} or token.of("sector")
        ):
            return False
    return False


# "xuất khẩu của Abcorp Việt Nam ... dự kiến đạt 2 tỷ USD": a name that is none of our language's
_BRAND = regex.compile(
    r"(?<![\p{L}])(?:[Xx]uất khẩu|[Nn]hập khẩu|[Kk]im ngạch|[Ss]ản lượng|[Dd]oanh thu|[Dd]oanh số) của"
    r" (?P<who>[A-Z][a-z]{3,})|(?:^|[.;,“\n] ?)(?P<who>[A-Z][a-z]{3,})(?: Việt Nam| Vina)?"
    r" (?:phấn đấu|đặt mục tiêu)(?: đạt)?(?: mức)? doanh thu"
)


def _of_brand(passage: Passage, before: int) -> bool:
    """Whether a figure is told of a foreign brand, which is neither a place nor a word of the vocabulary."""
    start = passage.sentence.start
    for told in _BRAND.finditer(passage.text, start, before):
        at = told.start("who")
        known = any(w.start <= at < w.end for w in chain(passage.words, passage.inside))
        if not known and ";" not in passage.text[at:before]:
            return True
    return False


def alike(passage: Passage, index: int, observation: Observation) -> list[str]:
    """The other indicators that share a rate ("GRDP, kim ngạch xuất khẩu và thu ngân sách đều tăng trên 10%")."""
    start, stop = passage.gap(index)
    if observation.measure not in ("growth", "completion") or not _ALL_ALIKE.search(passage.folded, start, stop):
        return []
    named = [w for w in passage.gap_words(index) if w.of("indicator") is not None]
    codes = [_code(word, observation.indicator) for word in named]
    listed = all(_LISTED.fullmatch(passage.folded, one.end, other.start) for one, other in pairwise(named))
    if not listed or len(set(codes)) != len(codes) or observation.indicator not in codes[-1:]:
        return []
    return codes[:-1]


def parts(passage: Passage, index: int, observation: Observation) -> list[Observation]:
    """The branches, goods or partners of a list that share one rate, each with a fact of its own.

    "Dệt, may mặc và khai khoáng đều tăng 11%", "xuất khẩu sang Nhật Bản và Đức cùng giảm 4%"; only where all are known.
    """
    told = _ALL_ALIKE.search(passage.folded, *passage.gap(index))
    if told is None or observation.measure not in ("growth", "completion"):
        return []
    words = [word for word in passage.gap_words(index) if word.end <= told.start()]
    if observation.sector is not None:
        listed = _run(passage, [word for word in words if word.of("sector") is not None])
        opens = passage.gap(index)[0] if index else passage.sentence.start
        whole = _AT_ONCE.fullmatch(passage.folded, listed[-1].end, told.start()) if listed else None
        if whole is None or not _OPENS_LIST.fullmatch(passage.folded, opens, listed[0].start):
            return []
        return [replace(observation, sector=around(passage, word)) for word in listed]
    if observation.product is not None:
        listed = _run(passage, [word for word in words if word.of("product") is not None])
        if not listed or passage.text[listed[0].start : listed[-1].end].lower() != observation.product.lower():
            return []
        return [replace(observation, product=around(passage, word)) for word in listed]
    if observation.partner is not None:
        named = [(word, code) for word in words if (code := country(word, passage.text)) is not None]
        listed = _run(passage, [word for word, _ in named])
        codes = [code for word, code in named if word in listed]
        return [replace(observation, partner=code) for code in codes] if codes[-1:] == [observation.partner] else []
    return []


def _run(passage: Passage, words: list[Word]) -> list[Word]:
    """The last words of a list, as far as each is told right behind the one before; none where there is only one."""
    listed: list[Word] = []
    for word in reversed(words):
        if listed and not _AND.fullmatch(passage.folded, word.end, listed[0].start):
            break
        listed.insert(0, word)
    return listed if len(listed) > 1 else []


_AT_ONCE = regex.compile(r"\s*")
_AND = regex.compile(fold_pattern(r"\s*(?:,|;|và|, và)\s*(?:(?:các |nhóm )?(?:ngành|khu vực|lĩnh vực|nhóm)\s+)?"))
_OPENS_LIST = regex.compile(
    fold_pattern(
        r"(?:.*[.;:,]\s*)?(?:trong đó,?\s*|cụ thể,?\s*|còn\s*)?"
        r"(?:(?:các |nhóm |hai |ba )*(?:ngành|khu vực|lĩnh vực|nhóm)\s+)?"
    )
)


def _code(word: Word, indicator: str) -> str:
    """The indicator that a word of a list names."""
    codes = [label.concept.code for label in word.labels if label.concept.scheme == "indicator"]
    return indicator if indicator in codes else codes[0]


def sharing(passage: Passage, index: int, observation: Observation, discourse: Discourse) -> list[str]:
    """The other places of a list that share one rate ("Hà Nội, Bình Dương, Đồng Nai ở mức tăng dưới 10%")."""
    if observation.measure not in ("growth", "share") or passage.quantities[index].start in discourse.respective:
        return []
    areas: list[tuple[int, int, str]] = []
    for token in passage.between(*passage.gap(index)):
        code = area_code(token, discourse.own) if isinstance(token, Word) else None
        if code is not None and code.startswith("VN-") and not PICTURED.match(passage.folded, token.end):
            if areas and not _LISTED.fullmatch(passage.folded[areas[-1][1] : token.start]):
                areas.clear()
            areas.append((token.start, token.end, code))
    return [code for _, _, code in areas[:-1]] if len(areas) > 1 and areas[-1][2] == observation.area else []
