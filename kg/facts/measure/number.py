"""The measure of one number, by its unit."""

from __future__ import annotations

import regex

from kg.facts.measure import amount, percent
from kg.facts.measure.place import Place, place
from kg.facts.measure.reading import Reading
from kg.facts.tokens import Passage
from kg.text.normalise import fold_pattern

_FROM = regex.compile(fold_pattern(r"(?:tăng|giảm|giảm dần|tăng dần|nâng|hạ|đi|(?<!\p{L}))\s*từ(?: mức)?\s*$"))
_THEN = regex.compile(
    fold_pattern(
        r"\s*(?:\([^)]*\)|(?:(?:vào|trong|của|cuối|đầu)\s+)*(?:năm|tháng|quý)\s[\d/]+|hiện nay|hiện tại|năm nay"
        r"|(?:hồi |vào |ở )?đầu (?:kỳ|nhiệm kỳ|giai đoạn)"
        r"|(?:của |cùng kỳ |năm ngoái |năm trước )*(?:cùng kỳ|năm ngoái|năm trước))?\s*"
        r"(?:lên|xuống|còn|kéo xuống|nâng lên|giảm xuống|tăng lên)(?![\p{L}])"
    )
)
_MOVED_FROM = regex.compile(fold_pattern(r"(?<![\p{L}])(?:tăng|giảm)(?: mạnh| nhẹ)? từ(?: mức| con số)?\s*$"))
_OF_TIME = regex.compile(
    fold_pattern(
        r"\s*(?:của |hồi |trong |ở |đạt được (?:ở|hồi|trong) )?(?:tháng|quý|năm"
        r"|cùng kỳ)(?: (?:trước|ngoái|liền trước|\d[\d/]*)| năm"
        r" (?:trước|ngoái|\d{4}))*\s*(?:[.,;)]|$)"
    )
)
_OVER_PLAN = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:vượt|cao hơn) (?:so với )?(?:kế hoạch|mục tiêu|chỉ tiêu|kh|nghị quyết)[^,;.\d]{0,20}$"
    )
)
_BESIDE_PLAN = regex.compile(
    fold_pattern(r"(?:thấp|cao|kém) hơn (?:so với )?(?:kế hoạch|mục tiêu|chỉ tiêu|kh)(?: đề ra| năm)?\s*$")
)
_LESS_STILL = regex.compile(fold_pattern(r"(?<![\p{L}])giảm\s+[^,;.\d]{3,30}\s+thêm\s*(?:được\s*)?$"))
_PART_OF_LAST = regex.compile(fold_pattern(r"\s*(?:so (?:với )?)?(?:cùng kỳ|ck(?![\p{L}]))"))  # "chỉ còn 0,7 lần CK"
_OF_YEAR = regex.compile(fold_pattern(r"\s*(?:so (?:với )?)?năm (?:\d{4}|trước|ngoái)"))  # "xấp xỉ 2 lần năm 2020"
_EACH = regex.compile(r"\s*(?:/|mỗi)")


def read(passage: Passage, index: int) -> Reading | None:
    """The measure of the index-th quantity of a passage; None where the number states none of ours."""
    at = place(passage, index)
    if _FROM.search(at.before(at.start)) and _THEN.match(at.tail):  # "tăng từ 12 tỷ đồng lên 15 tỷ đồng"
        return Reading("share" if at.has_cue("share") else "level", rule="measure.from")
    dimension = at.quantity.dimension
    if dimension != "percent" and _MOVED_FROM.search(at.before(at.start)) and _OF_TIME.match(at.tail):
        return Reading("level", rule="measure.from")  # "đạt 165 triệu USD, giảm từ 234 triệu USD của tháng trước"
    if dimension == "percent":
        return percent.read(at)
    if dimension == "percent-point":
        return _points(at)
    if dimension == "rank":
        return Reading("rank", rule="measure.rank")
    if dimension == "ratio":
        return _times(at)
    return amount.read(at)


def _points(at: Place) -> Reading | None:
    """Percentage points that a rate gained or lost ("giảm 0,5 điểm %"), unless they are a part in another growth."""
    if _BESIDE_PLAN.search(at.before(at.quantity.full_start - 40)):  # "thấp hơn kế hoạch 0,33 điểm phần trăm"
        return Reading("change", at.sign, "plan", rule="measure.points")
    if _OVER_PLAN.search(at.before(at.quantity.full_start - 44)):  # "vượt kế hoạch 1,12 điểm phần trăm"
        return Reading("change", 1, "plan", rule="measure.points")
    if at.nearest == "exceed" and at.plan_near():
        return Reading("change", 1, "plan", rule="measure.points")  # "vượt 1,9 điểm phần trăm so với mục tiêu"
    if _LESS_STILL.search(at.before(at.start)):
        return Reading("change", -1, rule="measure.points")  # "giảm tỷ lệ hộ nghèo thêm 0,8 điểm %"
    if _PULLS.search(at.before(at.start)):
        return None  # "một mình thép kéo IIP thêm 9,4 điểm phần trăm": what it gives to the growth
    if _MORE_THAN.search(at.before(at.quantity.full_start - 40)):
        return Reading("change", 1, rule="measure.points")  # "tăng 13,4%, hơn quý I 1,2 điểm phần trăm"
    if (
        at.nearest not in ("up", "down") or at.has_cue("contribute")  # "tăng 10%, đóng góp 2,1 điểm phần trăm"
    ):
        return None
    sign = -1 if _LESS_THAN.search(at.before(at.quantity.full_start - 60)) else at.sign
    return Reading("change", sign, "plan" if at.plan_near() else None, rule="measure.points")


_PULLS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:kéo|đẩy|làm)(?: \p{L}+){1,6}? (?:thêm|tăng thêm|giảm bớt|mất)(?: (?:gần"
        r"|hơn|khoảng))?\s*$"
        r"|(?<![\p{L}])kéo (?:lùi|giảm|tụt)(?: \p{L}+){1,5}\s*$"
    )
)
_MORE_THAN = regex.compile(
    fold_pattern(r"[,(;] (?:và )?hơn (?:cùng kỳ|quý|tháng|năm|\d{1,2} tháng|nửa)(?: [^,;.%\s]+){0,4}?(?: là)?\s*$")
)
# "tăng 3%, kém mức tăng của quý I năm trước 4,4 điểm phần trăm": the rate went up, but by less
_LESS_THAN = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:kém|thua|(?:thấp|ít|chậm) hơn)(?: so với)? (?:mức|nhịp|tốc độ|đà) tăng[^,;.%]{0,40}$")
)


def _times(at: Place) -> Reading | None:
    """How many times as much ("gấp 2,3 lần", "tăng 3 lần"), unless it is a frequency ("tăng 2 lần/năm")."""
    if (
        at.nearest == "multiple"
        or _PART_OF_LAST.match(at.tail)
        or (at.quantity.approx is not None and _OF_YEAR.match(at.tail))
        or (at.nearest in ("up", "equal") and not _EACH.match(at.tail))
    ):
        return Reading("multiple", rule="measure.multiple")
    return None
