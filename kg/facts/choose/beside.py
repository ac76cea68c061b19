"""The indicator of an amount from the word right behind it, or from the amount right before it."""

from __future__ import annotations

import regex

from kg.facts import phrase
from kg.facts.choose.choice import OUTSIDE, Choice
from kg.facts.choose.counted import zones_of
from kg.facts.choose.number import Number, Rule
from kg.facts.choose.shared import CROP, carried_out
from kg.facts.kinds import TRADED, ZONE_TYPES
from kg.facts.place import area_code
from kg.mentions.names import Name
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern
from kg.text.segment import PLUS

# The money that comes with things counted.
CAPITAL_OF = {
    "new-enterprises": Choice("new-enterprise-capital", "indicator.capital-of-enterprises"),
    "investment-projects": Choice("registered-capital", "indicator.capital-of-projects"),
}
_VALUE_OF = {
    volume: Choice(turnover, "indicator.value-of-volume")
    for volume, turnover in (("export-volume", "export-turnover"), ("import-volume", "import-turnover"))
}
_FOREIGN = regex.compile(fold_pattern(r"[-+*•\s]*(?:[\da-zđ]{1,2}[.)/]\s*)?(?:vốn )?fdi(?![\p{L}])"))
_PRODUCTS = regex.compile(
    fold_pattern(
        r"[-+*•\s]*(?:nhìn vào|xét theo|về|theo|ở nhóm)(?: các)? sản phẩm,|"
        r"[-+*•\s]*(?:một số |các |những |nhiều )?(?:sp|sản phẩm)(?: chủ yếu| chính| công nghiệp| chủ lực)*(?: có)?"
        r" (?:tăng|giảm)(?:[^:;.\d]{0,40}:|(?: (?:cao|mạnh|khá|thấp|sâu|nhiều|nhất|so với cùng kỳ))*"
        r" (?:có|gồm|bao gồm|như|là|phải kể đến)(?![\p{L}]))"
    )
)
OFFICE_TAKES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:ngành|tổng cục) (?P<customs>hải quan|thuế) |cục (?P<customs>hải quan|thuế) "
        r"(?:(?!thu|đạt|phạt|xử)[\p{L}.\-]+ ?){1,6})(?:đã |ước )?"
        r"(?:thu|đạt|nộp)(?: (?:đạt|được|nộp|vào|cho|ngân sách|nsnn|khoảng|gần|hơn|trên))*\s*$"
    )
)
_TAKINGS_FROM = 10**11  # dong: below it, an office tells of fines and of single payers
_RIGHT_BEHIND = 14  # letters
_CLOSE = 40
_FEW = 3  # sentences
_CLOSES = regex.compile(r"\s*(?:[.;,(]|$)")


def _named_behind(number: Number) -> Choice | None:
    """A full name right behind an amount ("1,2 tỷ USD kim ngạch xuất khẩu")."""
    if number.measure not in ("level", "change"):
        return None
    start, stop = number.after
    for token in number.passage.between(start, min(stop, start + _RIGHT_BEHIND)):
        if isinstance(token, Word) and not number.passage.folded[start : token.start].strip(" "):
            for code in number.full_names(token):
                if code == "registered-capital" and number.frame.indicator in (
                    "new-enterprises",
                    "new-enterprise-capital",
                ):
                    code = "new-enterprise-capital"  # "281 doanh nghiệp thành lập mới với 3.940 tỷ đồng vốn đăng ký"
                if code == "registered-capital" and carried_out(number, token):
                    code = "implemented-capital"
                return Choice(code, "indicator.behind", token)
    return None


def _finance_behind(number: Number) -> Choice | None:
    """An amount of company finance, named right behind it ("392 tỷ đồng doanh thu thuần"): of no indicator."""
    if number.quantity.dimension != "money" or number.measure not in ("level", "change"):
        return None
    start, stop = number.after
    for token in number.passage.between(start, min(stop, start + _RIGHT_BEHIND)):
        if isinstance(token, Word) and not number.passage.folded[start : token.start].strip(" "):
            return Choice(OUTSIDE, "indicator.outside", token) if token.of("outside") is not None else None
    return None


def _crop(number: Number) -> Choice | None:
    """Land by what grows on it ("12.000 ha lúa")."""
    if number.measure != "level" or number.quantity.dimension != "area" or number.frame.zone_type:
        return None
    if (
        CROP.match(phrase.following(number.passage, number.index))
        or _grown_there(number)
        or _STAND_OF.search(number.gap_text)
        or (number.discourse.last in ("crop-area", "product-output") and CROP.search(number.gap_text))
    ):
        return Choice("crop-area", "indicator.of-crop")
    return None


# "Vùng nguyên liệu quế của huyện Văn Yên hiện có trên 24.000 ha"
_STAND_OF = regex.compile(
    fold_pattern(
        r"(?:^|[.;]\s)\W*vùng (?:nguyên liệu|trồng|chuyên canh) (?!thủy|hải|nuôi)\p{L}+[^,;.\d]{0,40}"
        r" (?:có|đạt|là|rộng|khoảng)(?: (?:hơn|gần|trên|khoảng|tới))*\s*$"
    )
)


def _grown_there(number: Number) -> bool:
    """Whether land of a place goes on with the crop of the sentences before ("Riêng huyện A có 13.600 ha")."""
    discourse = number.discourse
    near = discourse.crop_at is not None and discourse.count - discourse.crop_at <= _FEW
    if not near or number.quantity.unit != "ha" or not _CLOSES.match(number.passage.folded, number.quantity.full_end):
        return False
    return any(area_code(word, discourse.own) for word in number.gap_words())


# "Ba KCN hiện hữu, rộng 820 ha", "Bảy cụm công nghiệp của tỉnh rộng 315 ha"
_IN_WORDS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|các) (?P<kind>kcn|ccn|khu công nghiệp|cụm công nghiệp)"
        r"(?! \p{L}+ (?:và|,))[^;.:\d]{0,40}(?<![\p{L}])(?:rộng|diện tích|quy mô)[^,;.\d]{0,16}$"
    )
)


def _of_zones_in_words(number: Number) -> Choice | None:
    """The land of zones that are counted in words."""
    if number.index or number.measure != "level" or number.quantity.unit != "ha":
        return None
    told = _IN_WORDS.search(number.gap_text)
    if told is None or any(isinstance(t, Name) and t.proper for t in number.passage.between(*number.gap)):
        return None
    code = zones_of(told["kind"])
    if code is None:
        return None
    number.frame.put("zone_type", ZONE_TYPES[code], "zone.counted")
    return Choice("zone-area", "indicator.area-of-zones")


def _with_the_one_before(number: Number) -> Choice | None:
    """Value beside volume, capital beside firms or projects, land beside zones ("24 CCN với 1.200 ha")."""
    code = number.frame.indicator
    grown = number.measure == "change" and number.quantity.dimension == "area"  # "lập thêm 6 CCN với 267 ha"
    if (number.measure != "level" and not grown) or not number.index or code is None or len(number.gap_text) >= _CLOSE:
        return None
    if number.quantity.dimension == "money":
        return _VALUE_OF.get(code) or CAPITAL_OF.get(code)
    if number.quantity.dimension == "area" and code in ZONE_TYPES:
        number.frame.put("zone_type", ZONE_TYPES[code], "zone.counted")
        return Choice("zone-area", "indicator.area-of-zones")
    return None


def _of_foreigners(number: Number) -> Choice | None:
    """What a line opens on with foreign investment and tells in dollars ("g) FDI 7 tháng 892 triệu USD")."""
    if number.index or number.measure != "level" or number.quantity.unit != "USD" or not number.passage.sentence.first:
        return None
    if number.passage.sentence.level == PLUS and number.frame.indicator in TRADED:
        return None  # "- KNXK 241 tr.USD", "+ FDI 198 tr.USD"
    opens = _FOREIGN.match(number.passage.folded, number.passage.sentence.start) is not None
    return Choice("registered-capital", "indicator.opening") if opens else None


def _of_products(number: Number) -> Choice | None:
    """What a list of goods that rose or fell tells of each ("SP tăng: sữa +9,8%; bia +4,1%")."""
    if number.index or number.quantity.dimension != "percent":
        return None
    start, stop = number.passage.sentence.start, number.quantity.full_start
    opens = _PRODUCTS.match(number.passage.folded, start, stop) is not None
    return Choice("product-output", "indicator.opening") if opens else None


def _of_customs(number: Number) -> Choice | None:
    """What an office of customs or taxes takes in ("Cục Hải quan Đồng Nai thu đạt 10.580 tỷ đồng")."""
    if number.measure != "level" or number.quantity.unit != "VND" or number.quantity.value < _TAKINGS_FROM:
        return None
    taken = OFFICE_TAKES.search(number.passage.folded, *number.gap) is not None
    return Choice("budget-revenue", "indicator.of-customs") if taken else None


RULES: tuple[Rule, ...] = (
    _named_behind,
    _of_foreigners,
    _of_products,
    _of_customs,
    _finance_behind,
    _crop,
    _of_zones_in_words,
    _with_the_one_before,
)
