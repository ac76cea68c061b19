"""Things named in a row before as many values in a row, and the districts that such a row names."""

from __future__ import annotations

from itertools import pairwise

import regex

from kg.facts.place import area_code
from kg.facts.tokens import Passage
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_LEAST = 3  # two names and two values stand side by side in other ways too often
_NEXT_VALUE = regex.compile(fold_pattern(r"\s*%?\s*(?:,|;|và|, và)\s*(?:gần |hơn |khoảng |trên )?"))
_NEXT_NAME = regex.compile(fold_pattern(r"\s*(?:,|và|, và)\s*(?:tỉnh |thành phố |tp\.? ?|ngành |nhóm |hàng )?"))
_SHARE = regex.compile(
    fold_pattern(r"\s*(?:đều |cùng )?(?:chiếm|đạt|tăng|giảm|góp|nắm|có)(?: tỷ trọng| khoảng| được)?\s*")
)


def verb(passage: Passage) -> list[Word]:
    """Where such a row of names ends ("Hoa Kỳ, EU, Nhật Bản chiếm 31%, 22,5% và 17%"); none where there is none."""
    quantities = passage.quantities
    for first in range(len(quantities) - _LEAST + 1):
        count = 1
        for one, other in pairwise(quantities[first:]):
            alike = one.dimension == other.dimension
            if not alike or _NEXT_VALUE.fullmatch(passage.folded, one.full_end, other.full_start) is None:
                break
            count += 1
        names = [w for w in passage.gap_words(first) if _names(w)][-count:] if count >= _LEAST else []
        if (
            len(names) == count
            and all(_NEXT_NAME.fullmatch(passage.folded, a.end, b.start) for a, b in pairwise(names))
            and _SHARE.fullmatch(passage.folded, names[-1].end, quantities[first].full_start)
        ):
            return [Word(names[-1].end, names[-1].end, names[-1].wording)]
    return []


def _names(word: Word) -> bool:
    """Whether a word names a place, a branch or goods."""
    return area_code(word, None) is not None or word.of("sector") is not None or word.of("product") is not None


def of_districts(passage: Passage, word: Word, own: str | None, start: int) -> str | None:
    """The district of the text's own province in a list of such ("Các huyện A, B đạt"), whatever else is called so."""
    if own is None or word.of("area") is None or _DISTRICTS.search(passage.folded, start, word.start) is None:
        return None
    codes = (label.concept.code for label in word.labels if label.concept.scheme == "area")
    return next((code for code in codes if code.startswith(f"{own}/")), None)


_DISTRICTS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:các|hai|ba|bốn|2|3|4) huyện [^;.:\d]*$"))


def without_parent(areas: list[tuple[int, object]], count: int) -> list[tuple[int, object]]:
    """The places of a row but for the province that they lie in ("hai huyện A và B của tỉnh C lần lượt đạt")."""
    if len(areas) <= count:
        return areas
    parents = {str(code).split("/")[0] for _, code in areas if "/" in str(code)}
    within = [(at, code) for at, code in areas if code not in parents]
    return within if len(within) == count else areas
