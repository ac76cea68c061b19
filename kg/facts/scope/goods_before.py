"""The goods or the crop that a figure is of where only the text before names them."""

from __future__ import annotations

import regex

from kg.facts.kinds import GROWN, RELATIVE, TRADED
from kg.facts.place import area_code
from kg.facts.scope.figure import Figure
from kg.text.normalise import fold_pattern

_ALL_GOODS = regex.compile(
    fold_pattern(r"tổng kim ngạch|hàng hóa|toàn ngành|nông, lâm|nông lâm|các mặt hàng|cả nước đạt")
)
ANY_GOODS = regex.compile(fold_pattern(r"\s*(?:về\s+)?(?:hàng hóa|hàng)\s*(?:[,;.]|từ|của|về|$)"))
_A_MARKET = regex.compile(
    fold_pattern(r"[\s\-+*•]*[\-+*•]\s*(?:riêng )?(?:thị trường|tt) (?!này|đó|ấy)")
)  # "+ Thị trường Nga 12 tr.USD"
_SOON = 2  # sentences
_TIME_TURNS = regex.compile(
    fold_pattern(
        r"(?:tính chung|lũy kế|tính đến|cộng dồn|riêng|trong|dự kiến|ước)(?![\p{L}])[^,;.]{0,40}?,?\s+(?:lượng "
        r"|kim ngạch |giá trị )?"
        r"(?:(?:xuất|nhập) khẩu|trị giá|kim ngạch|giá trị|con số)(?: (?:ước|đã|sẽ|dự kiến"
        r"|có thể))?(?: đạt| là)?(?: (?:khoảng|hơn|gần|trên))?\s*"
    )
)


def in_force(figure: Figure) -> str | None:
    """The product in force; in a text on one product that one, unless it tells of all goods."""
    product_ = figure.frame.product or _goods_before(figure) or _goods_elsewhere(figure) or _of_crop_before(figure)
    topic = figure.discourse.lead_goods or figure.discourse.goods
    if product_ is not None or topic is None or figure.code not in GROWN | TRADED - {"trade-turnover"}:
        return product_
    if ANY_GOODS.match(figure.passage.folded, figure.quantity.full_end):
        return None  # "Trung Quốc bán cho Việt Nam 47 tỷ USD hàng hóa"
    between = figure.passage.folded[slice(*figure.gap)]
    return None if _ALL_GOODS.search(between) else topic


def _goods_elsewhere(figure: Figure) -> str | None:
    """The crop or the goods of the sentence before, of which this one tells what another place of ours has.

    "Cả tỉnh có 204.800 ha cà phê. Huyện A nhiều nhất với 36.200 ha"; "Gia Lai xuất 201.400 tấn".
    """
    discourse, last = figure.discourse, figure.discourse.last_parts
    if discourse.last not in (GROWN if figure.code in GROWN else TRADED):
        return None
    if figure.measure != "level" or figure.quantity.dimension not in ("area", "mass", "volume"):
        return None
    if figure.code not in GROWN and not figure.code.endswith("-volume"):
        return None
    if discourse.count - discourse.last_at > 1 or discourse.last_line != figure.passage.sentence.line:
        return None
    if any(word.of("product") or word.of("sector") for word in figure.gap_words()):
        return None
    placed = figure.frame.area not in (None, "VN", last.get("area"), discourse.own) or _other_place(figure)
    if placed:
        figure.frame.product = last.get("product")  # the rest of the sentence is of them too
    return figure.frame.product


_YIELD = regex.compile(
    fold_pattern(
        r"\W*(?:(?:tổng )?sản lượng|sl)(?: năm \d{4})?(?: của)?(?: cả nước| toàn tỉnh| cả tỉnh)?"
        r"(?: (?:ước|đạt|là|khoảng|hơn|gần|trên|được|tới))*\s*"
    )
)


def _of_crop_before(figure: Figure) -> str | None:
    """The crop whose land the sentence before told, where this one opens with its output ("Sản lượng đạt 9 tấn")."""
    discourse, passage = figure.discourse, figure.passage
    if figure.code != "product-output" or discourse.last != "crop-area" or figure.quantity.dimension != "mass":
        return None
    if discourse.count - discourse.last_at != 1 or discourse.last_line != passage.sentence.line or figure.index:
        return None
    if _YIELD.fullmatch(passage.folded, passage.sentence.start, figure.quantity.full_start) is None:
        return None
    figure.frame.product = discourse.last_parts.get("product")
    return figure.frame.product


def _other_place(figure: Figure) -> bool:
    """Whether a place of ours stands before a number."""
    codes = [area_code(word, figure.discourse.own) for word in figure.gap_words()]
    return any(code is not None and code.startswith("VN-") for code in codes)


def _goods_before(figure: Figure) -> str | None:
    """The goods that the sentences before told of, where this one goes on with their partners.

    "Xuất khẩu gạo đạt 3 tỷ USD. Philippines là thị trường lớn nhất với 1,1 tỷ USD, tăng 5%."
    """
    told, partner = figure.discourse.traded, figure.frame.partner
    if told is None or figure.code not in TRADED or not told.single:
        return None
    if ANY_GOODS.match(figure.passage.folded, figure.quantity.full_end):
        return None
    if partner is None and _of_its_amount(figure, told.at):
        return told.product
    if partner is None:
        return told.product if _goes_on_in_time(figure, told.side, told.at) else None
    if figure.code.partition("-")[0] != told.side or figure.discourse.count - told.at > _SOON:
        return None
    if _ONE_MARKET.match(figure.passage.folded, figure.passage.sentence.start):
        return None  # "... đứng đầu là thép với 418 triệu USD. Riêng thị trường Trung Quốc mua 236 triệu USD"
    if figure.passage.sentence.first and _A_MARKET.match(figure.passage.folded, figure.passage.sentence.start):
        return None  # an item of its own, beside those on goods
    if _ALL_GOODS.search(figure.passage.folded, figure.passage.sentence.start, figure.quantity.full_start):
        return None
    value, unit = figure.quantity.value, figure.quantity.unit or ""
    if figure.measure == "level" and unit == "USD" and told.most and unit not in told.most:
        told.refused = figure.discourse.count  # the goods were told by weight or pieces alone
    if figure.measure == "level" and value > told.most.get(unit, value):
        told.refused = figure.discourse.count  # more than all of these goods
    return None if told.refused == figure.discourse.count else told.product


_ONE_MARKET = regex.compile(fold_pattern(r"\W*(?:riêng|xét|tính|theo|về) (?:riêng |theo )?thị trường(?![\p{L}])"))


def _goes_on_in_time(figure: Figure, side: str, at: int) -> bool:
    """Whether a sentence only turns to another time of the goods told of ("Tính chung 5 tháng, xuất khẩu đạt ...")."""
    passage, discourse = figure.passage, figure.discourse
    if (
        figure.code.partition("-")[0] != side
        or discourse.count - at > 1
        or discourse.last_line != passage.sentence.line
    ):
        return False
    stop = passage.quantities[0].full_start
    return _TIME_TURNS.fullmatch(passage.folded, passage.sentence.start, stop) is not None


def _of_its_amount(figure: Figure, at: int) -> bool:
    """Whether a sentence tells how the amount or value of the goods just told of moved ("... khối lượng hụt 3%")."""
    if figure.measure not in RELATIVE or figure.discourse.count - at > 1:
        return False
    return _ITS_AMOUNT.search(figure.passage.folded, *figure.gap) is not None


_ITS_AMOUNT = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?<!tổng )(?:khối lượng|lượng|giá trị|trị giá)(?: \p{L}+){1,3}\s*$")
)
