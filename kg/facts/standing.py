"""What there is of projects and their capital, and what came of them: which of the two a breakdown that follows is of.

"Lũy kế đến 30/9 có 310 dự án, riêng 9 tháng có 41 dự án mới. Xét theo quốc tịch, Hàn Quốc dẫn đầu với 87 dự án": of
those there are, since no more than 41 came.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import regex

from kg.model import Observation
from kg.text.normalise import fold_pattern

_KEPT = ("investment-projects", "registered-capital")
_FEW = 4  # sentences
# "Xét theo quốc tịch, ...", "Theo đối tác FDI: ...", "Xếp theo địa phương, ..."
BY = regex.compile(
    fold_pattern(
        r"\W*(?:(?:xét|xếp|phân|tính|chia|thống kê|nếu xét|nếu tính) theo|theo|về) (?:các )?"
        r"(?:đối tác|quốc gia|quốc tịch|nước|nhà đầu tư|ngành|lĩnh vực|địa bàn|địa phương|tỉnh, thành|tỉnh thành"
        r"|vùng lãnh thổ|vùng|khu vực)(?![\p{L}])"
    )
)


@dataclass(slots=True)
class Standing:
    """The last total at a day and the last that came, of each indicator: value, unit, time and sentence."""

    there: dict[str, tuple[Decimal, str, str, int]] = field(default_factory=dict)
    came: dict[str, tuple[Decimal, str, int]] = field(default_factory=dict)
    last: str = ""  # which of the two was told last: "there", "came"
    parted: tuple[int, str] = (-1, "")  # the sentence that breaks down what there was, and the day

    def note(self, fact: Observation, sentence: int) -> None:
        """Take in a figure that a text has told of all projects or capital, or of one kind of investors'."""
        parted = fact.partner or fact.sector
        if fact.indicator not in _KEPT or fact.measure != "level" or parted or fact.period is None:
            return
        if fact.period.startswith("@"):
            before = self.there.get(fact.indicator)
            if before is None or before[3] != sentence:  # the first of a sentence is the total
                self.there[fact.indicator] = (fact.value, fact.unit, fact.period, sentence)
            self.last = "there"
        else:
            self.came[fact.indicator] = (fact.value, fact.unit, sentence)
            self.last = "came"

    def broken_down(self, lead: str, code: str, value: Decimal, unit: str, measure: str, sentence: int) -> str | None:
        """The day at which there was what a sentence that opens with ``lead`` breaks down; None where it does not."""
        there = self.there.get("investment-projects") or self.there.get("registered-capital")
        if code not in _KEPT or there is None or sentence - there[3] > _FEW or BY.match(lead) is None:
            return None
        came = self.came.get(code)
        more = measure == "level" and came is not None and came[1] == unit and value > came[0]
        if self.last == "there" or more:
            self.parted = sentence, there[2]
        return self.parted[1] if self.parted[0] == sentence else None
