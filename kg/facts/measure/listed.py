"""Numbers of a list that are meant as the one before them."""

from __future__ import annotations

import regex

from kg.facts.measure.percent import OF_THINGS
from kg.facts.measure.reading import Reading
from kg.facts.tokens import Passage
from kg.text.normalise import fold_pattern

_LISTED = regex.compile(fold_pattern(r"[\s,;]*(?:và|hoặc|hay|cùng)?\s*"))
_ADDED_WITH = regex.compile(fold_pattern(r"\s*\(\s*|\s*\)?\s*(?:và|,|;)\s*(?:từ )?"))
_CLOSE = 20  # letters between a plan's figure and the percentage of it
_THEN = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])cùng kỳ[^,;]{0,24}\s+(?:chỉ |mới |đã )?(?:đạt|là)\s*$"
        r"|(?<![\p{L}])(?:mà|nhưng|song)(?: \p{L}+){0,3} (?:chỉ|mới) (?:được|đạt)(?: \p{L}+)?\s*$"
    )
)
# a rate of its own: "tỷ lệ lấp đầy 75%"
_RATE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:lấp đầy|cơ cấu|tỷ lệ (?:lấp đầy|hộ nghèo|thất nghiệp|nghèo|giải ngân|xử lý))"
        r"|(?<![\p{L}])(?:đưa|nâng|đẩy|kéo|khiến) tỷ trọng(?![\p{L}])"  # "tăng 7%, đưa tỷ trọng của Nhật Bản lên 25%"
    )
)


def as_before(
    passage: Passage, index: int, reading: Reading | None, previous: Reading | None, plan: bool
) -> Reading | None:
    """The measure of a number, given the one before it ("tăng 4,5%, 12,3% và 8,1%").

    ``plan`` says that the number before is the plan's own figure, which a percentage completes.
    """
    if reading is not None and index == 0:
        return _of_sentence_before(passage, reading)
    if reading is None or previous is None:
        return reading
    quantity, before = passage.quantities[index], passage.quantities[index - 1]
    if (
        plan
        and reading.rule in ("measure.percent-level", "measure.equal")
        and quantity.full_start - before.full_end < _CLOSE
    ):
        return Reading("completion", rule="measure.completion-of-plan")
    added = previous.measure == "change" and previous.base == "none" and reading.rule == "measure.level"
    zones = {quantity.dimension, before.dimension} <= {"count-zone", "area"}
    if added and zones and _ADDED_WITH.fullmatch(passage.folded, *passage.gap(index)):
        return previous  # "quy hoạch thêm 6 KCN (1.620 ha) và 9 CCN (520 ha)"
    if quantity.dimension != before.dimension:
        return reading
    start, stop = passage.gap(index)
    if OF_THINGS.match(passage.folded, quantity.full_end) or reading.rule in _OF_ITS_OWN:
        return reading
    if _goes_on(passage.folded[start:stop], reading, previous):
        return previous
    return reading


_OF_ITS_OWN = (
    "measure.share-of-whole",
    "measure.completion",
    "measure.of-fate",
)  # what stands behind the number says it
_NEXT = regex.compile(  # "Tiếp đến là sơn hóa học (17,4%), tivi (12,8%)"
    fold_pattern(
        r"\s*(?:xếp sau|đứng sau|theo sau|tiếp theo|tiếp đến|tiếp đó|kế đến|kế tiếp|sau đó|rồi đến)(?: đó)?,?"
        r" (?:là|đến|phải kể đến|lần lượt là)?[^,;.\d]{2,40}\(\s*"
    )
)
_ROSE = regex.compile(fold_pattern(r"(?P<fell>giảm|sụt|tụt)|tăng|nhích|vọt"))


def _of_sentence_before(passage: Passage, reading: Reading) -> Reading:
    """A growth in brackets behind the next of a list, where the sentence before tells what rose or fell the most."""
    quantity, start = passage.quantities[0], passage.sentence.start
    if quantity.dimension != "percent" or reading.rule != "measure.percent-level":
        return reading
    if not _NEXT.fullmatch(passage.folded, start, quantity.full_start):
        return reading
    told = list(_ROSE.finditer(passage.folded, passage.folded.rfind(". ", 0, max(start - 2, 0)) + 1, start))
    return Reading("growth", -1 if told[-1]["fell"] else 1, rule="measure.growth") if told else reading


def _goes_on(between: str, reading: Reading, previous: Reading) -> bool:
    """Whether what stands between two numbers of one unit lets the second go on with the first."""
    if _LISTED.fullmatch(between) and previous.measure != "completion":
        return previous.measure != "change" or ";" not in between  # "nhiều hơn 29 đơn vị; 203 doanh nghiệp giải thể"
    if reading.rule == "measure.arrival-rate":
        return previous.measure == "share"  # "chỉ chiếm 8% năm 2000 nhưng đã tăng lên 32% năm 2014"
    if reading.rule != "measure.percent-level":
        return False
    if previous.measure in ("growth", "share") and previous.base != "plan":
        return not _RATE.search(between)  # "45,5% năm 2020, trên 50% năm 2030"
    # "đạt 11,2% kế hoạch, thua bình quân cả nước (13,17%)", "đạt 57% kế hoạch, trong khi cùng kỳ năm trước chỉ đạt 49%"
    return previous.measure == "completion" and (between.rstrip().endswith("(") or bool(_THEN.search(between)))
