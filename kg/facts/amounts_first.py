"""Lists that tell each amount before what it is of: "..., 54 tỷ USD sang Hoa Kỳ, 38 tỷ USD sang Trung Quốc"."""

from __future__ import annotations

import regex

from kg.facts.discourse import Discourse
from kg.facts.measure.percent import OF_IT
from kg.facts.place import area_code, country
from kg.facts.scope.wording import around
from kg.facts.tokens import Passage
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_AMOUNTS = ("money", "count-project", "mass")
# nothing but these stands between the last mark of the sentence and an amount that comes first
_OPENS = regex.compile(
    fold_pattern(
        r"[\s\"(]*(?:(?:so với|trong đó|trong số (?:đó|này)|cụ thể|gồm|bao gồm|với|và|còn|có|là"
        r"|riêng|rồi|đứng đầu là|thêm)"
        r"[,:]?\s*)*"
    )
)
_MARK = regex.compile(fold_pattern(r"[,;:(]\s|(?<![\p{L}])(?:và|gồm|trong đó|với)(?![\p{L}])"))
# what an amount is of, behind it, and behind what is told of it in passing ("..., chiếm 14%, là của Singapore")
_OF = regex.compile(
    fold_pattern(
        r"(?:\s?\([^()]{3,40}\))?(?:,? (?:chiếm|tức|bằng|gấp|tương đương|tăng|giảm) [^;.:()]{2,50}?,)?\s*(?:vốn )?"
        r"(?:là (?:phần |vốn )?(?:của|từ)|thuộc về|(?:chảy|đổ|rót|đi|dồn) vào|tìm (?:đến|về)|đến từ|mang tên|chọn"
        r"|sang|từ|của|vào|về|đi|tới)\s+"
    )
)
_KIND = regex.compile(
    fold_pattern(
        r"(?:các|nhà đầu tư|thị trường|doanh nghiệp|nước|ngành|lĩnh vực|khu vực|khối|tỉnh|thành phố)\s+|tp\.?\s*"
    )
)
_TWO = 2


def share(passage: Passage, discourse: Discourse) -> None:
    """Give each amount of such a list, and the rates told in passing of it, what stands behind it.

    Where one amount alone is told so, what stands behind it may be said of all; a list is two of them or more.
    """
    found: list[tuple[list[Quantity], str, str]] = []
    quantities = passage.quantities
    begun: tuple[list[Quantity], str, str] | None = None  # "xuất khẩu đạt 54 tỷ USD sang Hoa Kỳ, ..."
    for index, quantity in enumerate(quantities):
        if quantity.dimension == "percent":
            _part(quantity, passage, discourse)
        if quantity.dimension not in _AMOUNTS or "/" in (quantity.unit or ""):
            continue
        first = _comes_first(passage, index)
        of = _OF.match(passage.folded, quantity.full_end, passage.sentence.end)
        named = _named(passage, of.end(), discourse.own) if of is not None else None
        if of is not None and named is not None:
            told = [q for q in quantities[index:] if q.full_start < of.end()]
            if any(q.dimension in _AMOUNTS for q in told[1:]):
                continue
            if first:
                found += [begun] if begun and not found else []
                found.append((told, *named))
            else:
                begun = (told, *named)
    if len(found) < _TWO or len({name for _, name, _ in found}) > 1:
        return
    for told, name, value in found:
        for each in told:
            discourse.respective.setdefault(each.start, {}).setdefault(name, value)


def _part(quantity: Quantity, passage: Passage, discourse: Discourse) -> None:
    """The partner of a part told as a rate: "xuất khẩu đạt 3 tỷ USD, trong đó 41% sang Hoa Kỳ"."""
    begins = OF_IT.search(passage.folded, passage.sentence.start, quantity.full_start)
    of = _OF.match(passage.folded, quantity.full_end, passage.sentence.end) if begins else None
    named = _named(passage, of.end(), discourse.own) if of is not None else None
    if named is not None and named[0] == "partner":
        discourse.respective.setdefault(quantity.start, {}).setdefault(*named)


def _comes_first(passage: Passage, index: int) -> bool:
    """Whether nothing of a clause stands before an amount."""
    start, stop = passage.gap(index)
    if index == 0:
        start = passage.sentence.start
    marks = list(_MARK.finditer(passage.folded, start, stop))
    begins = marks[-1].end() if marks else start if index == 0 else stop + 1
    return _OPENS.fullmatch(passage.folded, begins, stop) is not None if begins <= stop else False


def _named(passage: Passage, at: int, own: str | None) -> tuple[str, str] | None:
    """The breakdown that a word at a place names, and its value: a partner, a province, an owner, a branch."""
    word = next((t for t in passage.between(at, at + 1) if isinstance(t, Word) and t.start == at), None)
    if word is None:
        kind = _KIND.match(passage.folded, at, passage.sentence.end)
        return _named(passage, kind.end(), own) if kind is not None else None
    partner = country(word, passage.text)
    if partner is not None:
        return "partner", partner
    area = area_code(word, own)
    if area is not None:
        return ("area", area) if area.startswith("VN-") else None
    owner = word.of("code/investor")
    if owner is not None:
        return "investor", owner.concept.code
    if word.of("sector") is not None:
        return "sector", around(passage, word)
    return None
