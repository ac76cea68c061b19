"""A unit told once for a whole list, in a bracket behind its last number, or only by the label of a count.

"giảm 8,8%: thủy sản 268, giày 141 (tr.USD)" is read as "giảm 8,8%: thủy sản 268 tr.USD, giày 141 (tr.USD)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.text.relaid import Piece

_NEW = ("mới:", "mới là ", "mới đạt ")
_UNITS = ("USD)", "đồng)", "tấn)", "đ)", "ha)")
_WORDS = r"[^\d:;.,\n()]{2,30} "
_NUMBER = r"\d{1,3}(?:\.\d{3})*(?:,\d+)?"
_LIST = re.compile(
    rf": (?P<list>(?:{_WORDS}{_NUMBER}(?:, | và |; )){{1,12}}{_WORDS}{_NUMBER})"
    r" \((?P<unit>(?:(?:tr\.?|triệu|tỷ|nghìn|ngàn) ?)?(?:USD|đồng|tấn|đ|ha))\)"
)
# "Doanh nghiệp thành lập mới: 268, giảm 9 doanh nghiệp", "Dự án cấp mới là 14;"
_COUNTED = re.compile(
    rf"(?:(?<=\n)|(?<=[.;:•+-] )|\A)(?:[Ss]ố )?(?P<what>[Dd]oanh nghiệp|[Dd]ự án|[Hh]ợp tác xã)"
    rf" (?:(?:được )?(?:thành lập|đăng ký|cấp|cấp phép) )?mới(?::| là| đạt) (?P<count>{_NUMBER})(?=[,;.]?(?:\s|\Z))"
    r"(?! (?:doanh|dự|hợp|tỷ|triệu|nghìn|DN|DA|HTX))"
)
_EACH = re.compile(rf"{_NUMBER}(?=, | và |; )")


def told_in_words(text: str) -> Iterator[Piece]:
    """The unit behind each number of a list but the last, and behind a count whose label says of what, in order."""
    if any(mark in text for mark in _NEW):
        for found in _COUNTED.finditer(text):
            unit, at = f" {found['what'].lower()}", found.end("count")
            yield Piece(at, at, unit, (at - 1,) * len(unit))
    if not any(mark in text for mark in _UNITS):
        return
    for found in _LIST.finditer(text):
        unit = f" {found['unit']}"
        for number in _EACH.finditer(text, *found.span("list")):
            at = number.end()
            yield Piece(at, at, unit, (at - 1,) * len(unit))
