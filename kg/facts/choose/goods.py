"""The indicator of an amount of goods, power or cargo that no name stands before: output, trade, capacity."""

from __future__ import annotations

import regex

from kg.facts import phrase
from kg.facts.choose import fits
from kg.facts.choose.choice import NOTHING, OUTSIDE, Choice
from kg.facts.choose.goes_on import inheritable, products_open
from kg.facts.choose.number import Number, codes
from kg.facts.kinds import SIDES, TRADED
from kg.text.normalise import fold_pattern

_CARGO = regex.compile(fold_pattern(r"(?<![\p{L}])(?:hàng hóa|hàng)(?: \p{L}+){0,2}\s*$"))
_SOLD = regex.compile(fold_pattern(r"\s+(?:xe |chiếc |sản phẩm )?(?:được )?(?:bán|tiêu thụ)(?: ra| được)?(?![\p{L}])"))
_SALES = regex.compile(fold_pattern(r"(?<![\p{L}])(?:doanh số|lượng bán ra|doanh số bán)(?![\p{L}])"))
_MAKERS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:nhà|hiệp hội|hãng|đơn vị|công ty) sản xuất(?![\p{L}])"))
_POWER = regex.compile(r"điện|thủy điện|nhiệt điện")
_PRODUCED = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:sản xuất|khai thác|sản lượng|làm ra|ra lò)(?![\p{L}])(?! xuất| nhập)")
)
_MAKING = fold_pattern("sản xuất ")
_COMES_TO = regex.compile(
    fold_pattern(r"\s*,\s*(?:chỉ |ước |mới )*(?:đạt|còn|xuống còn|lên)(?: (?:khoảng|hơn|gần|trên))?\s*")
)
_WORTH = regex.compile(
    fold_pattern(
        r"\s*,?\s*(?:với |tổng |và )*(?:trị giá|giá trị|kim ngạch|tương đương|đạt(?= (?:trị giá|kim ngạch)))"
        r"(?: \p{L}+){0,3}\s*"
    )
)


def _volume_of_trade(number: Number) -> Choice | None:
    """A weight after figures of trade ("xuất khẩu gạo đạt 1,2 triệu USD với 3 nghìn tấn")."""
    code, discourse = number.frame.indicator, number.discourse
    at_home = number.quantity.dimension != "mass" and _SOLD.match(number.passage.folded, number.quantity.full_end)
    if at_home or _SALES.search(number.gap_text):
        return NOTHING  # "đạt hơn 304.000 xe bán ra"
    if code is None:
        code = next((c for w in reversed(number.words) for c in codes(w, context=True) if c in SIDES), None)
    side = code or discourse.last
    if (
        side is not None
        and side in TRADED
        and number.measure == "level"
        and (number.quantity.dimension in ("mass", "volume", "count-vehicle") or _pieces_worth(number))
        and side.startswith(("export-", "import-"))
        and (code or inheritable(discourse, number.passage, number.index, number.reading))
        and not _PRODUCED.search(number.gap_text)
    ):
        return Choice(side.split("-")[0] + "-volume", "indicator.volume-of-trade")
    return None


def _pieces_worth(number: Number) -> bool:
    """Whether pieces or litres are told with what they are worth ("ô tô 2.914 chiếc, trị giá 131 triệu USD")."""
    if number.quantity.dimension not in ("count", "litre") or not phrase.before(number.passage, number.index):
        return False
    following = number.passage.quantities[number.index + 1 : number.index + 2]
    if not following or following[0].dimension != "money":
        return False
    return _WORTH.fullmatch(number.passage.folded, *number.after) is not None


def _of_branch(number: Number) -> Choice | None:
    """An amount of what a branch named by its goods makes ("sản xuất thép của cả nước ước đạt 13,6 triệu tấn")."""
    if number.quantity.dimension not in fits.PHYSICAL or number.measure != "level" or not number.whole_unit:
        return None
    if _SALES.search(number.gap_text) or _MAKERS.search(number.gap_text):
        return None
    folded = number.passage.folded
    makes = any(word.of("sector") is not None and folded.startswith(_MAKING, word.start) for word in number.gap_words())
    return Choice("product-output", "indicator.of-branch") if makes else None


# "Sản phẩm may mặc của tỉnh ước 196 triệu chiếc"
_OF_AREA = regex.compile(
    fold_pattern(
        r"\W*(?:sản phẩm|mặt hàng) [^,;.:\d]{3,40} (?:của (?:toàn |cả )?(?:tỉnh|thành phố|huyện)|toàn tỉnh|cả nước)"
        r" (?:ước|đạt)"
    )
)


def _of_area(number: Number) -> Choice | None:
    """An amount of goods that are told to be a province's."""
    if number.quantity.dimension not in fits.PHYSICAL or number.measure != "level" or not number.whole_unit:
        return None
    named = _OF_AREA.match(number.gap_text) is not None and any(w.of("product") for w in number.gap_words())
    return Choice("product-output", "indicator.of-goods") if named else None


# "gỗ keo khai thác cả năm ước 72.000 m3", "rau đóng hộp 7 tháng đạt 2.500 tấn"
_WON = regex.compile(
    fold_pattern(
        r"(?: \p{L}+){0,2}? (?:khai thác|đánh bắt|thu hoạch|chế biến|nuôi trồng|làm ra|cho ra|ra lò|sản xuất)"
        r"(?![\p{L}])(?! và| xuất| kinh)[^,;]*$"
    )
)


_WON_ITSELF = regex.compile(
    fold_pattern(
        r"(?:\p{L}+ ){1,3}(?:khai thác|đánh bắt|chế biến|nuôi trồng|làm ra|cho ra|ra lò|sản xuất)(?![\p{L}])[^,;]*$"
    )
)


def _won(number: Number) -> Choice | None:
    """An amount of goods that are said to be won or worked."""
    if number.quantity.dimension not in fits.PHYSICAL or number.measure != "level" or not number.whole_unit:
        return None
    if number.frame.indicator not in (None, "iip", "industrial-production-value") or "/" in (
        number.quantity.unit or ""
    ):
        return None
    told = number.gap_text
    start = number.gap[0]
    goods = [w for w in number.gap_words() if w.of("product") and w.start >= start]
    won = any(_WON.match(told, w.end - start) or _WON_ITSELF.match(told, w.start - start) for w in goods)
    return Choice("product-output", "indicator.of-goods") if won else None


# "Khai thác dầu thô 5 tháng đạt 5,6 triệu tấn": a branch by its name, goods by what they are measured in
_MAKES = regex.compile(
    fold_pattern(
        r"(?:^|;)\W*(?:tính chung |lũy kế |riêng )?(?:khai thác|sản xuất|chế biến|đánh bắt) "
        r"(?P<goods>(?!công nghiệp)\p{L}+(?: (?!của|cả|trong|đạt|ước|năm|tháng|quý|tại|ở|trên|được|là)\p{L}+){0,3})"
        r"(?: (?:(?:của|cả|trong|đạt|ước|năm|tháng|quý|tại|trên|được|là)|\d+ tháng)(?![\p{L}])[^,;:]*| )$"
    )
)


def _made(number: Number) -> Choice | None:
    """An amount of the goods that a branch opening the clause is called by."""
    if number.quantity.dimension not in fits.PHYSICAL or number.measure != "level" or not number.whole_unit:
        return None
    told = _MAKES.search(number.gap_text) if "/" not in (number.quantity.unit or "") else None
    if told is None or number.frame.indicator not in (None, "iip", "industrial-production-value", "product-output"):
        return None
    at = number.gap[0] + told.start("goods")
    if not any(w.of("product") or w.of("sector") for w in number.gap_words() if w.start <= at < w.end or w.start == at):
        return None  # "khai thác nội địa 8.000 tấn": where from, not what
    goods = number.passage.text[at : at + len(told["goods"])].lower()
    number.discourse.respective.setdefault(number.quantity.start, {}).setdefault("product", goods)
    return Choice("product-output", "indicator.of-goods")


# "Nhà nông Long An thu về 900 nghìn tấn" behind the land of a crop
_REAPED = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:thu về|thu được|gặt được|thu)(?: (?:khoảng|hơn|gần|trên|được|tới|tổng cộng))*\s*$")
)


def _reaped(number: Number) -> Choice | None:
    """A weight that is told to be brought in where the land of a crop has just been told."""
    discourse = number.discourse
    if number.quantity.dimension != "mass" or number.measure != "level" or not number.whole_unit:
        return None
    if discourse.crop_at is None or discourse.count - discourse.crop_at > 1:
        return None
    crop = discourse.last_parts.get("product")
    if crop is None or not _REAPED.search(number.gap_text) or phrase.following(number.passage, number.index):
        return None
    discourse.respective.setdefault(number.quantity.start, {}).setdefault("product", crop)
    return Choice("product-output", "indicator.of-crop")


def _product(number: Number) -> Choice | None:
    """An amount of goods where outputs are told ("xi măng 1,2 triệu tấn; thép 30 nghìn tấn")."""
    code, passage, index = number.frame.indicator, number.passage, number.index
    if (
        number.quantity.dimension in fits.PHYSICAL
        and number.measure in ("level", "change")
        and number.frame.origins.get("indicator") != OUTSIDE
        and number.whole_unit
        and (code is None or not number.fits(code))
        and products_open(number.discourse, number.frame, passage)
        and (phrase.before(passage, index) or phrase.following(passage, index))
    ):
        return Choice("product-output", "indicator.product-list")
    return None


def _cargo(number: Number) -> Choice | None:
    """Goods carried, behind passengers ("hành khách 24,1 triệu lượt người, tăng 5,7%; hàng hóa 9,6 triệu tấn")."""
    if number.quantity.dimension != "mass" or number.measure != "level":
        return None
    if "passengers" not in (number.frame.indicator, number.discourse.last):
        return None
    told = number.quantity.noun.endswith(_LOAD) or _CARGO.search(number.gap_text) is not None
    return Choice("cargo-throughput", "indicator.of-cargo") if told else None


_LOAD = fold_pattern(" hàng")  # "15,8 triệu lượt khách và 21,6 triệu tấn hàng hóa"
# "Các cảng trong vịnh đón tới 3,4 triệu tấn hàng hóa"
_PORTS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:các |những |hệ thống )(?:cảng|bến)[^,;.:\d]{0,40} (?:đón|bốc xếp"
        r"|tiếp nhận|xếp dỡ|bốc dỡ|thông qua)"
        r"(?: (?:được|tới|đến|khoảng|hơn|gần|trên|lượng|hàng|hóa))*\s*$"
    )
)


def _at_ports(number: Number) -> Choice | None:
    """A weight that ports are said to handle."""
    if number.quantity.dimension != "mass" or number.measure != "level" or "/" in (number.quantity.unit or ""):
        return None
    return Choice("cargo-throughput", "indicator.of-cargo") if _PORTS.search(number.gap_text) else None


def _capacity(number: Number) -> Choice | None:
    """A power where plants or projects are told ("nhà máy 50 MW"), or what it is of ("có 150 MW điện gió")."""
    code = number.frame.indicator
    if number.quantity.dimension == "power" and _EACH.search(number.gap_text):
        return NOTHING  # "2 tổ máy, mỗi tổ 600 MW", "26 trụ loại 3 MW"
    if number.quantity.dimension == "power" and number.whole_unit and number.measure == "level" and _of_kind(number):
        return Choice("installed-capacity", "indicator.of-power")
    if (
        number.quantity.dimension == "power"
        and code != "installed-capacity"
        and number.whole_unit
        and (number.discourse.powered or code == "investment-projects")
    ):
        return Choice("installed-capacity", "indicator.of-power")
    return None


_EACH = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:mỗi|từng) (?:tổ|trụ|máy|tua[- ]?bin|turbine|cột|tổ máy)(?: (?:có|công suất|gió))*\s*$"
        r"|(?:tổ máy|trụ|tua[- ]?bin|turbine|cột)(?: gió)?(?: loại| x| công suất)\s*$"
    )
)


def _of_kind(number: Number) -> bool:
    """Whether the kind of power stands right behind, where the sentence says whose or when ("hiện có 150 MW điện gió").

    So does a bracket behind two of them ("(hiện nay tương ứng 60 MW và 148 MW)").
    """
    behind = _KIND_OF_POWER.match(number.passage.folded, number.quantity.full_end) is not None
    placed = number.frame.period is not None or number.frame.area is not None
    goes_on = number.discourse.told and number.discourse.told[-1].indicator == "installed-capacity"
    return (behind and placed) or (bool(goes_on) and _NOW_IN_TURN.search(number.gap_text) is not None)


_KIND_OF_POWER = regex.compile(
    fold_pattern(r"\s+(?:điện gió|điện mặt trời|thủy điện|nhiệt điện|điện sinh khối|điện khí|điện rác)(?![\p{L}])")
)
_NOW_IN_TURN = regex.compile(
    fold_pattern(r"\((?:hiện nay|hiện|năm 20\d\d)(?: là)? (?:tương ứng|lần lượt)(?: là)?\s*$|^\s*và\s*$")
)


def _energy(number: Number) -> Choice | None:
    """Electricity as a product ("1,5 tỷ kWh điện", "các nhà máy điện gió phát lên lưới 540 triệu kWh")."""
    if number.quantity.dimension != "energy" or number.measure != "level" or not number.whole_unit:
        return None
    placed = number.frame.period is not None or number.frame.area is not None
    generated = _GENERATED.search(number.gap_text)
    named = _POWER.match(phrase.following(number.passage, number.index)) is not None
    known = generated is not None and (_CURRENT in generated.group() or number.discourse.powered)
    if (named and (placed or generated)) or known:
        return Choice("product-output", "indicator.of-energy")
    return None


def _output_turning(number: Number) -> Choice | None:
    """The output of goods whose growth is told before its amount ("bia giảm 26,3%, đạt 21,4 triệu lít")."""
    if number.measure != "growth" or number.frame.indicator not in (None, "iip", "product-output"):
        return None
    following = number.passage.quantities[number.index + 1 : number.index + 2]
    if not following or following[0].dimension not in fits.PHYSICAL or "/" in (following[0].unit or ""):
        return None
    comes_to = _COMES_TO.fullmatch(number.passage.folded, *number.after)
    return (
        Choice("product-output", "indicator.of-output")
        if comes_to and phrase.before(number.passage, number.index)
        else None
    )


_CURRENT = fold_pattern("điện")
_GENERATED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:điện|các nhà máy|cả tỉnh|toàn tỉnh)(?![\p{L}])(?:[^,;.:\d]|\d{1,2} tháng){0,50}"
        r" (?:phát(?: được| ra| điện| lên lưới)?|hòa lưới)(?: (?:được|khoảng|hơn|gần|trên|tới|đến))*\s*$"
    )
)
RULES = (
    _output_turning,
    _of_branch,
    _of_area,
    _at_ports,
    _volume_of_trade,
    _won,
    _made,
    _reaped,
    _cargo,
    _product,
    _capacity,
)
ENERGY = (_energy,)
