"""What came of what was planned, told with one unit: "XK 446/KH 540 tr.USD" is read as "XK 446 tr.USD (KH 540 tr.USD)".

So is "giải ngân 73,5/142 tỷ", where the amount behind the stroke can only be the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.text.relaid import Piece

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_UNIT = r"(?:tỷ|tỉ|triệu|tr\.?|ngàn|nghìn) ?(?:đồng|USD|đô la|đ(?!\w))|(?:tỷ|tỉ)(?!\w)|USD(?!\w)"
_TOLD = re.compile(
    rf"(?<![\d.,/])(?:(?P<result>{_NUMBER}) ?/ ?(?P<kh>KH(?: năm)? )(?P<plan>{_NUMBER}) ?(?P<unit>{_UNIT}|tấn|ha|lượt)"
    rf"|(?i:giải ngân|thực hiện|cấp phát|thu được|TH)(?: được| đạt| ước| khoảng| mới)* "
    rf"(?P<paid>{_NUMBER}) ?/ ?(?P<fund>{_NUMBER}) ?(?P<money>{_UNIT}))"
)
MARK = "/"
_BESIDE = re.compile(r"\d ?/ ?(?:KH |\d[\d.,]* ?(?:tỷ|tỉ|tr|ng|USD))")  # what all that is looked for has, quickly found


def told_in_words(text: str) -> Iterator[Piece]:
    """The unit behind each result, and its plan in brackets, in order."""
    if _BESIDE.search(text) is None:
        return
    for found in _TOLD.finditer(text):
        result, plan, unit = ("result", "plan", "unit") if found["kh"] else ("paid", "fund", "money")
        at, behind, end = found.end(result), found.start(plan), found.end(unit)
        written = f" {found[unit]} (KH "
        yield Piece(at, behind, written, (at - 1,) * len(written))
        yield Piece(end, end, ")", (end - 1,))
