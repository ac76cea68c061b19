"""Sectors and products as texts word them, and the concepts that they mean.

A wording whose folded form is a label of a curated concept means that concept; any other becomes a concept of its
own, named by its words without generic heads. The name depends on the wording alone, so that the order of documents
and the rest of the graph do not matter.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from kg.reconcile.names import fold, tidy

_HEADS = (
    "các mặt hàng", "nhóm mặt hàng", "mặt hàng", "nhóm hàng", "các loại", "các ngành", "các sản phẩm", "sản phẩm",
    "ngành công nghiệp sản xuất", "ngành nghề", "nhóm ngành", "ngành", "lĩnh vực", "khu vực", "nhóm", "các", "hàng",
)  # fmt: skip
_KEPT = ("hàng hóa", "hàng không", "hàng hải", "hàng rào", "hàng tiêu dùng")  # here "hàng" is no head
_TAILS = (" các loại", " khác nhau", " nói chung")
_BRANCHES = ("chế", "khai", "sản", "dệt", "may", "điện", "nước", "sản xuất", "phân")  # công nghiệp + a named branch


@lru_cache(maxsize=16384)
def bare(text: str) -> str:
    """A wording without generic heads and tails: the name of its concept.

    >>> bare("Ngành công nghiệp chế biến, chế tạo"), bare("hàng may mặc"), bare("công nghiệp - xây dựng")
    ('chế biến chế tạo', 'may mặc', 'công nghiệp xây dựng')
    """
    words = " ".join(word for word in tidy(text).split() if word != "và") or tidy(text)
    again = True
    while again:
        again = False
        for head in _HEADS:
            rest = words.removeprefix(head + " ")
            if rest != words and not words.startswith(_KEPT):
                words, again = rest, True
    for tail in _TAILS:
        words = words.removesuffix(tail)
    rest = words.removeprefix("công nghiệp ")
    return rest if rest != words and rest.split()[0] in _BRANCHES else words


def concept(text: str, curated: Mapping[str, str]) -> str:
    """The code of the concept that a wording means: a curated one's, or its own words."""
    name = bare(text)
    return curated.get(fold(text)) or curated.get(fold(name)) or name
