"""Whether a bare "tăng trưởng" is the growth of an economy."""

from __future__ import annotations

import regex

from kg.facts.choose.number import Number, codes
from kg.facts.place import area_code
from kg.mentions.scan import Word
from kg.text.normalise import fold, fold_pattern

_LETTERS = regex.compile(r"\p{L}+")
_PLAIN = frozenset(
    fold(
        "của|cả|năm|quý|tháng|bình|quân|trung|kinh|tế|ước|đạt|là|ở|mức|khoảng|trong|tại|hơn|gần|trên|dưới|kỳ|giai|đoạn"
        "|chung|toàn|nền|hàng|mỗi|vào|cho|tới|đến|từ|vẫn|chỉ|sẽ|phải|có|thể|dương|âm|cao|thấp|nhất|nước|ta|đề|ra|được"
        "|duy|trì|giữ|đưa|đầu|cuối|nửa|đã|đang|còn|lên|xuống|khá|tốt|hai|con|số|như|vậy|này|đó|thực|tế|dự|kiến|kế|hoạch"
        "|thành|phố|tỉnh|địa|phương|để|tốc|độ|tăng|giảm|bứt|phá|mạnh|mẽ|ấn|tượng|quốc|gia|nội|dân"
        "|mục|tiêu|chỉ|nhưng|và|với|so|thì|bằng|tính|theo|giá|sánh|năm|qua|phấn|đấu|tối|thiểu|thủ|đô"
        "|dần|đi|thất|thường|xu|hướng|chậm|lại|việt|nam|liên|tục"
    ).split("|")
)
_OF_BRANCH = 56  # the same where a branch is named between ("tăng trưởng ngành xây dựng cả năm ước 7,5%")
_AT_RATE = 26  # letters from "tăng trưởng" to its rate ("tăng trưởng năm 2017 ở mức 6,7%")
_GOAL = (fold_pattern("mục tiêu"), fold_pattern("chỉ tiêu"))
_AREAS = regex.compile(
    fold_pattern(
        r"(?: (?:cả |trong )?(?:năm|quý|\d+ tháng|6 tháng)(?: [\di/]+| nay| đầu năm)*)? của (?:toàn |cả )?"
        r"(?:thành phố|tỉnh|cả nước|nước ta|việt nam|đất nước|địa phương)(?![\p{L}])"
    )
)


def _of_area(number: Number, growth: Word) -> bool:
    """Whether "tăng trưởng" is by its own words an area's ("tốc độ tăng trưởng năm 2020 của thành phố đạt 1,4%")."""
    return _AREAS.match(number.passage.folded, growth.end, number.quantity.full_start) is not None


def _is_goal(number: Number, growth: Word) -> bool:
    """Whether "tăng trưởng" is the goal of a country or province ("quyết tâm đạt mục tiêu tăng trưởng 6,7%")."""
    folded = number.passage.folded
    before = folded[max(number.passage.sentence.start, growth.start - 12) : growth.start].rstrip()
    if number.discourse.own is None:
        return False
    return before.endswith(_GOAL) or _SETS.search(folded, number.passage.sentence.start, growth.start) is not None


# "UBND trình hội đồng tốc độ tăng trưởng 8%"
_SETS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:trình|thông qua|quyết nghị|chốt|đề ra|đặt ra|giao)"
        r"(?: (?:hđnd|hội đồng nhân dân|quốc hội|tỉnh))* (?:mức|tốc độ) $"
    )
)


# "ngành nông nghiệp của tỉnh đạt tốc độ tăng trưởng 3,2%"; industry's growth may be that of its index
_BRANCH = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:ngành|khu vực|lĩnh vực|kv) (?:nông nghiệp|nông,? lâm(?: nghiệp)?(?:,| và"
        r"| -)? ?(?:thủy sản|ngư nghiệp)?"
        r"|lâm nghiệp|thủy sản|dịch vụ|xây dựng|công nghiệp (?:và"
        r"|-) xây dựng)(?: (?:của )?(?:tỉnh |thành phố |toàn )?(?:\p{L}+ ?){1,4})?"
        r"(?:,? (?:đã|có|đạt|đạt được|phải|chỉ|vẫn|sẽ|giữ|duy trì|được|mức|tốc độ|nhịp độ|tối thiểu|bình quân))*\s*$"
    )
)


# "tăng trưởng ngành xây dựng cả năm ước 7,5%"
_BRANCH_BEHIND = regex.compile(
    fold_pattern(
        r"(?: của)?(?: ngành| khu vực| lĩnh vực)? (?:nông nghiệp|nông,? lâm|lâm nghiệp|thủy sản"
        r"|dịch vụ|xây dựng)(?![\p{L}])"
    )
)


def _of_branch(number: Number, growth: Word) -> bool:
    """Whether a branch of the economy is what grows ("ngành nông nghiệp tăng trưởng 2,65%")."""
    if number.frame.indicator is not None or number.discourse.own is None:
        return False
    folded = number.passage.folded
    behind = _BRANCH_BEHIND.match(folded, growth.end, number.quantity.full_start)
    return behind is not None or _BRANCH.search(folded, number.gap[0], growth.start) is not None


def _area_grows(number: Number, growth: Word) -> bool:
    """Whether a province is all that a clause names before its growth ("Nghệ An cần nỗ lực tăng trưởng 9%")."""
    passage, own = number.passage, number.discourse.own
    named = [w for w in number.words if w.end <= growth.start and area_code(w, own) is not None]
    if number.index or len(named) != 1 or named[0].start - passage.sentence.start > _TITLES:
        return False
    rest = _LETTERS.findall(passage.folded, named[0].end, growth.start)
    return all(word in _PLAIN or word in _STRIVES for word in rest)


def _own_grows(number: Number, growth: Word) -> bool:
    """Whether the text's own province is all that opens a sentence ("Chín tháng, tỉnh tăng trưởng 5,2%")."""
    passage = number.passage
    if number.index or number.discourse.own in (None, "VN"):
        return False
    return _OWN_GROWS.fullmatch(passage.folded, passage.sentence.start, growth.start) is not None


_OWN_GROWS = regex.compile(
    fold_pattern(
        r"\W*(?:(?:cả |trong )?(?:năm|quý|nửa đầu năm|[\p{L}\d]+ tháng)[^,;.]{0,24},? )?"
        r"(?:toàn |cả )?(?:tỉnh|thành phố)(?: ta)?(?: (?:ước|dự kiến|sẽ|phấn đấu|đã|chỉ|đạt|có|vẫn|mức|tốc độ))* "
    )
)


# What nobody says "tăng trưởng" of: behind it, a sentence that opens with the rate of growth is of the economy
_COUNTED = frozenset(
    (
        "enterprises",
        "new-enterprises",
        "investment-projects",
        "budget-revenue",
        "employment",
        "pci",
        "installed-capacity",
    )
)
_RATE = regex.compile(
    fold_pattern(r"\W*(?:(?:mức|tốc độ|nhịp độ) tăng trưởng|tăng trưởng (?:cả )?(?:năm|quý))(?![\p{L}])")
)


def _opens(number: Number) -> bool:
    """Whether a sentence opens with the rate of growth, behind one of counted things or of revenue."""
    if number.index or number.discourse.own is None or number.discourse.last not in _COUNTED:
        return False
    return _RATE.match(number.passage.folded, number.passage.sentence.start, number.quantity.start) is not None


_TITLES = 12  # letters: "tỉnh ", "thành phố " before its name
_STRIVES = frozenset(fold("cần|nỗ|lực|quyết|tâm|muốn|sẽ|đặt|hướng|kỳ|vọng|cố|gắng").split("|"))


def economic(number: Number, growth: Word) -> bool:
    """Whether a bare "tăng trưởng" is the economy's: in a text that tells of it, with no other subject before."""
    away = number.quantity.full_start - growth.end
    branch = away <= _OF_BRANCH and _of_branch(number, growth)
    near = number.quantity.dimension == "percent" and (away <= _AT_RATE or branch)
    if (
        not (number.measure == "growth" or (number.measure == "level" and near))
        or not (
            number.discourse.economic
            or (
                near
                and (
                    _is_goal(number, growth)
                    or branch
                    or _area_grows(number, growth)
                    or _own_grows(number, growth)
                    or _opens(number)
                )
            )
            or _of_area(number, growth)
        )
        or number.frame.indicator not in (None, "gdp", "cpi")
    ):
        return False
    others = (w for w in number.words if w is not growth and (codes(w) or codes(w, context=True) or w.of("outside")))
    return not any(others) and not _of_something(number, growth)


def _of_something(number: Number, growth: Word) -> bool:
    """Whether an unknown noun stands between "tăng trưởng" and its rate ("tăng trưởng cơ sở lưu trú đạt 19%")."""
    start, stop = growth.end, number.quantity.full_start
    rest = number.passage.folded[start:stop]
    for token in number.passage.between(start, stop):
        rest = rest.replace(number.passage.folded[token.start : token.end], " ", 1)
    return any(word not in _PLAIN for word in _LETTERS.findall(rest))
