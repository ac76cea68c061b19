"""Whether a number can go on with an indicator that nothing near it names."""

from __future__ import annotations

import regex

from kg.facts.choose import fits
from kg.facts.choose.goes_on import plan_told
from kg.facts.choose.number import Number
from kg.facts.kinds import TRADED, ZONED
from kg.facts.measure.percent import OF_THINGS
from kg.facts.place import area_code
from kg.lexicon import is_country
from kg.text.normalise import fold_pattern

_OF_OTHERS = regex.compile(
    fold_pattern(
        r"\s*(?:trong )?tổng (?:số )?(?:các )?(?:nhiệm vụ|giải pháp|hồ sơ|văn bản|ý kiến|đại biểu|phiếu|học sinh|trường"
        r"|xã|hộ|thôn|cán bộ|đảng viên|thủ tục|vụ|ca|dân)(?![\p{L}])"
        r"|\s*(?:tổng )?(?:số )?(?:các )?dòng thuế(?![\p{L}])"
    )
)
_OF_PEOPLE = regex.compile(
    fold_pattern(r"\s*(?:tổng )?(?:số )?(?:các )?(?:hộ|xã|thôn|người dân|dân số|trường)(?![\p{L}])")
)
_OTHER_TIME = regex.compile(  # "... là 2,26%; quý I/2018 là 2,20%"
    fold_pattern(
        r"\s*%?;\s*(?:quý|năm|tháng|cùng kỳ|\d+ tháng|(?:hồi |vào )?(?:đầu|cuối|giữa) (?:năm"
        r"|quý))[\p{L}\d /]{1,24}(?:là|còn|chỉ|:)?\s*$"
    )
)
_PEOPLE = regex.compile(
    fold_pattern(r";\s*(?:còn |ở |tại )?(?:khu vực |vùng )?(?:thành thị|nông thôn|nam|nữ)(?![\p{L}])")
)


_OTHER_RATE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:tỷ|tỉ) lệ (?!lấp|phủ|này|đó|trên|bình quân|cho thuê|sử dụng đất|kcn|ccn|các|đất)\p{L}"
    )
)
_BUILT_FOR = regex.compile(fold_pattern(r"(?<![\p{L}])công suất(?: thiết kế)?(?: (?:là|chỉ|khoảng|hơn|trên|gần))*\s*$"))


def can_be(number: Number, code: str) -> bool:
    """Whether the number can go on with an indicator that nothing near it names."""
    end = number.quantity.full_end
    if code == "passengers" and _BUILT_FOR.search(number.gap_text):
        return False  # "đón 3 triệu lượt, vượt công suất 2 triệu khách/năm"
    if number.measure == "share" and (
        _OF_OTHERS.match(number.passage.folded, end)
        or (code not in ("poverty-rate", "population") and _OF_PEOPLE.match(number.passage.folded, end))
    ):
        return False  # "99% tổng số nhiệm vụ đã hoàn thành"
    if number.measure != "level" or number.quantity.dimension != "percent":
        rate = number.measure == "level" and fits.level_percent(code)
        return number.fits(code) and not (rate and ";" in number.gap_text)
    if plan_told(number.passage, number.index, number.discourse, number.reading, code):
        return True
    if code == "public-investment" and (
        _THIS_RATE.search(number.gap_text) or _paid_out(number) or _SAME_TIME.search(number.gap_text)
    ):
        return True
    bracket = number.frame.bracket or number.discourse.bracket
    if number.passage.folded[: number.quantity.full_start].endswith("("):
        return True  # what the heading says that brackets hold ("(so cùng kỳ)"), or the share of a part
    if code in ZONED and _OTHER_RATE.search(number.gap_text):
        return False  # "KCN lấp đầy 70%. Tỷ lệ hộ dùng điện đạt 99%"
    if fits.level_percent(code):
        same = ";" not in number.gap_text or _PEOPLE.search(number.gap_text) or _OTHER_TIME.match(number.gap_text)
        same = (
            same or _place_opens(number) or _TOWNS.fullmatch(number.gap_text)
        )  # "thất nghiệp 2,21%; riêng khu vực thành thị 3,13%"
        return bool(same) and number.fits(code)  # a rate in a new clause is another rate
    if code == "total-investment" and any(w.of("code/investor") for w in number.words):
        return True  # "trong đó khu vực tư nhân trên 70%"
    if code in TRADED and any(is_country(c) for w in number.words for c in [area_code(w, None)] if c):
        return True  # a country's share: "kế đó EU 12,3%"
    if OF_THINGS.match(number.passage.folded, number.quantity.full_end):
        return False  # "100% xã có đường ô tô" after a growth of the economy
    return number.fits(code) and (bool(bracket) or code in fits.GROWTH_PERCENT)


def _place_opens(number: Number) -> bool:
    """Whether a clause turns to the rate of another place of ours ("hộ nghèo 5,1%; riêng huyện A những 22%")."""
    start, clause = number.gap[0], number.passage.folded.rfind(";", *number.gap)
    place = next((w for w in number.gap_words() if w.start > clause and area_code(w, number.discourse.own)), None)
    if place is None or not _TURNS_TO.fullmatch(number.passage.folded, max(start, clause + 1), place.start):
        return False
    return _STANDS_AT.fullmatch(number.passage.folded, place.end, number.quantity.full_start) is not None


_TURNS_TO = regex.compile(
    fold_pattern(
        r"\s*(?:(?:riêng|còn|trong đó|nhất là|cao nhất là|thấp nhất là),? )?(?:ở |tại )?"
        r"(?:huyện |thị xã |tp\.? ?|tỉnh )?"
    )
)
_STANDS_AT = regex.compile(
    fold_pattern(r"\s*(?:(?:còn|là|chỉ|mới|tới|đến|vẫn|ở mức|lên|khoảng|hơn|gần|trên|dưới|đạt)\s*)*")
)


def _paid_out(number: Number) -> bool:
    """Whether a part of the funds, or a place, is told to have come so far ("Vốn Trung ương đạt 57,4%")."""
    told = _FUNDS_CAME_TO.search(number.gap_text) is not None
    placed = any(area_code(w, number.discourse.own) for w in number.gap_words())
    beside = number.index > 0 and _PLACE_BESIDE.fullmatch(number.gap_text) is not None  # "tỉnh A đạt 41%, tỉnh B 39%"
    in_turn = RANKED_PLACE.search(number.gap_text) is not None  # "Kon Tum khá nhất, 52%; kế đó Lâm Đồng 47%"
    return (told and (_FUNDS in number.gap_text or placed)) or ((beside or in_turn) and placed)


RANKED_PLACE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:khá|cao|thấp|nhanh|chậm|tốt|kém|trì trệ|ì ạch) nhất|dẫn đầu|đứng đầu|đứng cuối|xếp cuối"
        r"|(?:chót|cuối|đầu|bét) bảng|kế đó|tiếp đó|tiếp đến|kế đến|tiếp theo|sau đó|theo sau)(?![\p{L}])"
    )
)


_TOWNS = regex.compile(
    fold_pattern(
        r"%?\s*;\s*(?:trong đó,? |riêng |còn )?(?:ở |tại |của )?(?:khu vực |kv )?(?:thành thị|nông thôn|đô thị)"
        r"(?: (?:là|chỉ|ở mức|lên tới|tới|khoảng|gần|hơn))*\s*"
    )
)
_THIS_RATE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])tỷ lệ (?:này|ấy|giải ngân|đó|(?:bình quân )?(?:chung )?(?:của )?(?:cả nước|toàn quốc|toàn tỉnh))"
        r"(?![\p{L}])"
        r"|\s(?:mà|nhưng|song)(?: \p{L}+){0,3} (?:chỉ|mới) (?:được|đạt)\s*$"
    )
)
_SAME_TIME = regex.compile(  # "Trong khi cùng kỳ năm 2016 đạt 26,8%"
    fold_pattern(
        r"(?:cùng kỳ|năm (?:trước|ngoái))[^,;:\d]{0,12}(?:năm \d{4} )?(?:chỉ |mới |đã )*(?:đạt|là|bằng) (?:được )?$"
        r"|trong khi (?:\d{1,2} tháng|quý \p{L}{1,3}|năm)(?: năm)? \d{4} (?:chỉ |mới |đã )*(?:đạt|là|bằng) (?:được )?$"
    )
)
_PLACE_BESIDE = regex.compile(fold_pattern(r"\s*(?:,|và|, và)(?: (?:tỉnh|thành phố|tp\.?))?(?: [\p{L}.\-]+){1,5}\s*"))
_FUNDS = fold_pattern("vốn")
_FUNDS_CAME_TO = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đạt|được|vỏn vẹn|mới|chỉ|đã|với(?: tỷ lệ| mức)?|(?:vượt|qua|cán) mốc)(?: (?:thấp|khá|cao|tốt"
        r"|chậm),?)?(?: (?:mới|chỉ|trên|gần|hơn"
        r"|khoảng))*\s*$"
    )
)
