"""Percentages that are a part of an amount beside them, or by how much it rose."""

from __future__ import annotations

from decimal import Decimal

import regex

from kg.facts.measure.place import Place
from kg.facts.measure.reading import Reading
from kg.mentions.scan import Word
from kg.model import Measure
from kg.text.normalise import fold_pattern

_PLANNED = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:kế hoạch|kh|giao|dự toán|chỉ tiêu|mục tiêu|phấn đấu|kinh phí|kp|bố trí)(?![\p{L}])")
)
_REGISTERED = regex.compile(fold_pattern(r"(?<![\p{L}])(?:đăng ký|cấp mới|vđk)(?![\p{L}])"))
_ALL = 100
_NEARLY = Decimal("0.2")  # percentage points that rounding may hide


def of_change(at: Place) -> Reading | None:
    """The rate of the change right before it, in brackets ("nhiều hơn cùng kỳ 139 triệu USD (19,2%)")."""
    if not at.index or _IN_BRACKET.fullmatch(at.passage.folded, *at.passage.gap(at.index)) is None:
        return None
    before = at.passage.quantities[at.index - 1]
    told = _CHANGED_BY.search(at.passage.folded, at.passage.gap(at.index - 1)[0], before.full_start)
    if told is None or before.dimension == "percent" or not at.tail.lstrip().startswith(")"):
        return None
    return Reading("growth", -1 if told["less"] else 1, rule="measure.growth")


_IN_BRACKET = regex.compile(r"\s*\(\s*")
_CHANGED_BY = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:tăng|(?:nhiều|cao|lớn) hơn|(?P<less>giảm|(?:ít|thấp|kém) hơn))(?: thêm)?"
        r"(?: (?:so với )?(?:cùng kỳ|năm|nửa|tháng|quý|\d+ tháng)[^,;.()%]{0,30})?(?: (?:tới|gần|hơn|khoảng|trên))*\s*$"
    )
)


def that_is_a_part(at: Place) -> bool:
    """Whether the amount before is so much of another ("xuất khẩu 5,27 tỷ USD; FDI giữ 5,12 tỷ USD, tức hơn 97%")."""
    told = [q for q in at.passage.quantities if q.start < at.quantity.start]
    if len(told) == 1 and at.quantity.value < _ALL and _PART_ALONE.match(at.tail):
        # "Khối FDI làm ra 581 triệu USD, tức 63,5%.": of what was told before
        said = _THAT_IS.fullmatch(at.passage.folded, told[-1].full_end, at.quantity.full_start)
        return said is not None and _MOVES.search(at.passage.folded, *at.passage.gap(at.index - 1)) is None
    if len(told) < 2 or _THAT_IS.fullmatch(at.passage.folded, told[-1].full_end, at.quantity.full_start) is None:
        return False
    part = told[-1]
    wholes = [q.value for q in told[:-1] if q.unit == part.unit and q.value > 0]
    return any(abs(100 * part.value / whole - at.quantity.value) < _WITHIN for whole in wholes)


_THAT_IS = regex.compile(
    fold_pattern(r"\s*[,(]\s*(?:tức|tương đương|hay|nghĩa là|tức là)(?: với)?(?: (?:hơn|trên|gần|khoảng|xấp xỉ))?\s*")
)
_WITHIN = 1  # points
_MOVES = regex.compile(fold_pattern(r"(?<![\p{L}])(?:tăng|giảm|hơn|kém|thua|hụt|vượt)(?![\p{L}])"))
_PART_ALONE = regex.compile(r"\s*(?:[.;,)]|$)")


def of_whole(at: Place) -> bool:
    """Whether a percentage is one of several in a row that make up a whole ("A giữ 59,2%, B 30,6%, còn C là 10,2%")."""
    quantities, folded = at.passage.quantities, at.passage.folded
    total, count = at.quantity.value, 1
    for step in (-1, 1):
        index, beside = at.index + step, at.quantity
        while 0 <= index < len(quantities) and quantities[index].dimension == "percent":
            first, then = (beside, quantities[index]) if step > 0 else (quantities[index], beside)
            if _TURNS.search(folded, first.full_end, then.full_start):
                break
            total, count, beside, index = total + quantities[index].value, count + 1, quantities[index], index + step
    return count > _TWO and abs(total - _ALL) <= _ROUNDED


_TURNS = regex.compile(fold_pattern(r"[.():]|(?<![\p{L}])(?:tăng|giảm|so với|lấp đầy|thất nghiệp|hộ nghèo)(?![\p{L}])"))
_ROUNDED = Decimal("0.3")  # percentage points by which parts that are rounded miss the whole
_TWO = 2


def of_two(at: Place) -> Measure | None:
    """What a percentage says of the two amounts before it, where arithmetic shows that it is the one of the other.

    A plan carried out ("giao cả năm 2.100 tr.đ, giải ngân 1.365 tr.đ, đạt 65%"), or a part of what was registered.
    """
    quantities, index = at.passage.quantities, at.index
    if index < 2:
        return None
    part = quantities[index - 1]
    if part.dimension != "money":
        return None
    alike = (q for q in quantities[: index - 1] if q.unit == part.unit and q.value)
    whole = next((q for q in alike if abs(part.value / q.value * 100 - at.quantity.value) <= _NEARLY), None)
    if whole is None:
        return None
    if _REGISTERED.search(at.passage.folded, at.passage.sentence.start, whole.start):
        return "share"
    return "completion" if _PLANNED.search(at.passage.folded, at.passage.sentence.start, whole.start) else None


# "xuất khẩu 620 triệu USD; thủy sản giữ khoảng 52%": the verb alone tells no part, but goods or a branch before it do
_KEEPS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:giữ|nắm)(?: (?:khoảng|ở|mức|gần|hơn|trên|tới|chừng))*\s*$"))
_VERB = 24  # letters
_PARTED = regex.compile(
    fold_pattern(r"\W*(?:trong đó|bao gồm|gồm)(?: có)?[: ]+[^;\d()]{2,40}")
)  # "trong đó dệt may 42%"


def kept(at: Place) -> Reading | None:
    """A part that goods or a branch hold, by a verb of keeping."""
    before = at.passage.quantities[at.index - 1] if at.index else None
    amount = before is not None and before.dimension in ("money", "mass", "volume", "energy")
    parted = amount and _PARTED.fullmatch(at.passage.folded, *at.passage.gap(at.index)) is not None
    if at.nearest is not None or not (parted or _KEEPS.search(at.before(at.quantity.full_start - _VERB))):
        return None
    whose = any(isinstance(t, Word) and (t.of("product") or t.of("sector")) for t in at.tokens)
    return Reading("share", rule="measure.share") if whose else None


_OWNERS_PART = regex.compile(
    fold_pattern(
        r"[^%]*[,;(:]\s*(?:trong đó,? |riêng |gồm )?(?:vốn |nguồn |khu vực |khối |phần "
        r"|các )*(?:ngân sách(?: nhà nước)?|fdi|đtnn"
        r"|nhà nước|trong nước|tư nhân|dân cư|ngoài nhà nước|ngoài ngân sách|(?:có vốn )?(?:đầu tư )?nước ngoài)"
        r"\s*(?:không quá|tối đa|dưới|trên|ít nhất|tối thiểu|khoảng|hơn|gần|là|:)?\s*"
    )
)


def of_owner(at: Place) -> Reading | None:
    """What owners have of an amount right before ("105.000 tỷ đồng, ngân sách tối đa 26%")."""
    index = at.index
    if not index or at.nearest in ("up", "down", "multiple", "exceed"):
        return None
    before = at.passage.quantities[index - 1]
    if before.dimension != "money" or not _OWNERS_PART.fullmatch(
        at.passage.folded, before.full_end, at.quantity.full_start
    ):
        return None
    return Reading("share", rule="measure.share")
