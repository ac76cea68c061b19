"""What a plant makes or can make, and in what time."""

from __future__ import annotations

import regex

from kg.facts.entity import words
from kg.facts.entity.thing import Found, Subject, carries
from kg.facts.tokens import Passage
from kg.mentions.quantity import Quantity
from kg.text.normalise import fold_pattern


def of_goods(quantity: Quantity, subject: Subject, gap: str, rate: str | None) -> Found | None:
    """The capacity or the output in goods a year."""
    unit = quantity.unit or ""
    timed = rate is not None or ("/" in unit and not unit.endswith("/month"))
    if quantity.dimension in ("area", "length") and not timed:
        return None
    designed = words.POWERED.search(gap) or _BY_DESIGN.search(gap)
    if (words.OUTPUT.search(gap) or words.MADE_IN.search(gap)) and not designed:
        of_area = subject.carried and words.OF_AREA.match(gap)  # "Sản lượng xi măng 11 tháng đạt 1.333 nghìn tấn"
        yearly = timed or (words.MADE_IN.search(gap) and not of_area)
        return Found("annual-output", rate) if yearly and subject.kind != "zone" else None
    if timed and subject.kind == "enterprise" and _MAKES.search(gap):
        return Found("annual-output", rate)  # "mỗi năm sản xuất khoảng 180.000 sản phẩm"
    peopled = quantity.dimension in ("count-person", "count-visit") or subject.kind == "enterprise"
    if timed and peopled and not words.DESIGNED.search(gap):
        return None
    if quantity.dimension == "count-visit" and not (carries(subject) and words.GUESTS in quantity.noun):
        return None
    if timed and not (words.RISES.search(gap) and not words.UP_TO.search(gap)):
        return Found("capacity", rate) if subject.kind != "zone" or words.POWERED.search(gap) else None
    if quantity.dimension == "count-animal" and (_KEPT.search(gap) or gap.strip() in (",", ":", ";", "(")):
        return Found("capacity", None)  # "trại heo giống quy mô 2.400 con"
    return Found("capacity", None) if words.POWERED.search(gap) and quantity.dimension != "count-person" else None


def of_travellers(quantity: Quantity, subject: Subject, gap: str) -> bool:
    """Whether a number of travellers is what an airport or a port can serve, told by the year if by nothing."""
    people = quantity.dimension in ("count-person", "count-visit") and "/" not in (quantity.unit or "")
    return people and quantity.value >= _MANY and carries(subject) and words.POWERED.search(gap) is not None


_MAKES = regex.compile(fold_pattern(r"(?<![\p{L}])(?:sản xuất|làm|cho)(?: (?:ra|được|khoảng|gần|hơn))*\s*$"))
_MANY = 100_000
_KEPT = words.told("quy mô|nuôi|tổng đàn")
_BY_DESIGN = words.told("theo thiết kế|có thể khai thác|có thể đáp ứng")


def rate_of(passage: Passage, quantity: Quantity) -> str | None:
    """The unit with its time, where the goods stand between them or the time stands before."""
    unit = quantity.unit
    if unit is None or "/" in unit:
        return unit if unit is not None else None
    short = words.TIMES.get(quantity.per or "")
    if short is not None:
        return f"{unit}/{short}"  # "25.000 m3/ngđ"
    match = words.RATE_BEHIND.match(passage.folded, quantity.full_end, quantity.full_end + 44)
    if match is None:
        match = words.RATE_AHEAD.search(
            passage.folded, max(passage.sentence.start, quantity.full_start - 60), quantity.full_start
        )
    return f"{unit}/{words.TIMES[match['time']]}" if match else None


def same_rate(passage: Passage, index: int) -> str | None:
    """The unit with its time, or with that of the number before where it has none ("60 tấn mỗi ngày; ... 150 tấn")."""
    rate = rate_of(passage, passage.quantities[index])
    before = rate_of(passage, passage.quantities[index - 1]) if index > 0 else None
    unit, _, time = (before or "").partition("/")
    return f"{unit}/{time}" if rate is None and time and passage.quantities[index].unit == unit else rate


def shared_rate(passage: Passage, index: int) -> str | None:
    """The unit with the time that two amounts share ("mỗi năm làm ra 3.600 tấn ván và 210 tấn than")."""
    quantities = passage.quantities
    unit = quantities[index].unit
    if unit is None or "/" in unit or quantities[index].dimension in ("area", "length"):
        return None
    for low, high, other in ((index - 1, index, index - 1), (index, index + 1, index + 1)):
        if low >= 0 and high < len(quantities):
            beside = _BESIDE.fullmatch(passage.folded, quantities[low].full_end, quantities[high].full_start)
            rate = rate_of(passage, quantities[other]) if beside else None
            if rate is not None and "/" in rate and quantities[other].dimension in words.GOODS:
                return f"{unit}/{rate.partition('/')[2]}"
    return None


_BESIDE = regex.compile(fold_pattern(r"(?: \p{L}+){0,5}(?:,| và| cùng| lên| xuống)(?: với| tới| đến| còn)?\s*"))
