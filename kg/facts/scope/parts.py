"""The breakdowns of a number: which branch, product, partner, investor, flow and kind of zone it is about."""

from __future__ import annotations

import regex

from kg.facts import phrase
from kg.facts.frame import Frame
from kg.facts.kinds import BRANCHED, BY_PRODUCT, GROWN, INVESTED, RELATIVE, TRADED
from kg.facts.place import area_code, is_country
from kg.facts.scope import investor, product, sector, zone
from kg.facts.scope.figure import Figure
from kg.facts.scope.wording import names_indicator, renamed
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_TOWARDS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:sang|từ|thị trường|với|vào)\s+$"))
# "đưa tổng kim ngạch 5 tháng đạt ...", "nâng giá trị lũy kế lên ..."
_BRINGS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:đưa|nâng|qua đó đưa)\s+(?:tổng\s+|mức\s+|khối lượng\s+)*$"))
_TOTAL = (fold_pattern("tổng thu"), fold_pattern("tổng chi"))
_ALL_GOODS = regex.compile(
    fold_pattern(r"tổng kim ngạch|hàng hóa|toàn ngành|nông, lâm|nông lâm|các mặt hàng|cả nước đạt")
)
_OF_US = regex.compile(fold_pattern(r"(?:của\s+\p{L}+(?: \p{L}+)?|cả nước|toàn quốc)$"))
# "Số vốn này chiếm ...", "Con số trên cao hơn ..."
_POINTS = regex.compile(
    fold_pattern(
        r"\s*(?:nhìn rộng ra |tính chung |xét )?(?:trên |trong )?(?:cả nước|toàn quốc"
        r"|toàn ngành),? con số (?:là|đạt|lên)"
        r"(?![\p{L}])|\s*(?:như vậy,? |theo đó,? )?(?:số vốn|con số|lượng vốn|kim ngạch|giá trị|trị giá|sản lượng|mức"
        r"|khối lượng|số lượng"
        r"|kết quả|số (?:tiền|thu|dự án|doanh nghiệp)|lượng \p{L}+)(?: tăng| tăng trưởng)? (?:này|trên|đó)(?![\p{L}])"
    )
)
_BUYS = regex.compile(
    fold_pattern(
        r"(?: (?:vẫn|cũng|đã|mới|chỉ|tiếp tục))* (?:mua|nhập khẩu|nhập|tiêu thụ|(?:vẫn |cũng "
        r"|tiếp tục )?là (?:thị trường|khách hàng|bạn hàng|nhà đầu tư"
        r"|đối tác))(?![\p{L}])"
    )
)
_SAME_GOODS = regex.compile(
    fold_pattern(r"(?:nhóm hàng|mặt hàng|sản phẩm|nhóm mặt hàng) (?:này|trên|nêu trên|đó)(?![\p{L}])")
)
_SOON = 2  # sentences
_CLOSE = 16  # letters
_WHOLE = regex.compile(fold_pattern(r"\s*(?:(?:trong |của )?(?:tổng )?(?:số )?)?"))
_BEHIND = 34  # letters
_TOWARDS_BEHIND = regex.compile(fold_pattern(r"\s*(?:\p{L}+ ){0,3}?(?:sang|từ|với|vào)(?: thị trường| nước)?\s+"))
_PART = regex.compile(fold_pattern(r"\s*(?:trong đó|cụ thể|trong số đó|trong số này)(?![\p{L}])"))
_THIS = regex.compile(
    fold_pattern(
        r"(?:từ|sang|với|vào)\s+(?:(?:thị trường|nước|quốc gia)(?: \p{L}+){0,3}?\s+này|(?:nước )?láng giềng(?! là))"
    )
)
_IT = regex.compile(
    fold_pattern(
        r"\s*(?:riêng |(?:sau|trong|qua|tính|hết|lũy kế|đến|từ) [^,.;]{2,30}, )?(?:thị trường|nước|quốc gia"
        r"|đối tác|bạn hàng"
        r"|đất nước) (?:này"
        r"|ấy|đó)(?![\p{L}])"
    )
)
_INVESTORS = regex.compile(
    fold_pattern(r"(?:nhà đầu tư|doanh nghiệp|đầu tư|fdi)(?: đến)?(?: từ| của)? (?:quốc gia|nước|đất nước) này")
)
_TWO_WAYS = regex.compile(
    fold_pattern(r"hai chiều|song phương|(?:trao đổi )?thương mại (?:giữa )?(?:việt nam|hai nước)|xuất nhập khẩu giữa")
)
_TIME_TURNS = regex.compile(
    fold_pattern(
        r"(?:tính chung|lũy kế|tính đến|cộng dồn|riêng|trong|dự kiến|ước)(?![\p{L}])[^,;.]{0,40}?,?\s+(?:lượng "
        r"|kim ngạch |giá trị )?"
        r"(?:(?:xuất|nhập) khẩu|trị giá|kim ngạch|giá trị|con số)(?: (?:ước|đã|sẽ|dự kiến"
        r"|có thể))?(?: đạt| là)?(?: (?:khoảng|hơn|gần|trên))?\s*"
    )
)
_INTO = regex.compile(fold_pattern(r"(?:tại|vào|ở|đến)\s+$"))
_STAFF, _STAFFED = ("employment", "wage"), ("enterprises", "employment")
_IN_LIST = regex.compile(fold_pattern(r"(?:,|và) $"))
_BY_PARTNER = TRADED | INVESTED | {"tourist-arrivals"}


def parts(figure: Figure) -> dict[str, str | None]:
    """The breakdowns as keyword arguments of an Observation."""
    frame, code = figure.frame, figure.code
    gap = [word for word in figure.gap_words() if not _of_last_share(figure, word)]
    if not figure.index:
        _point_back(figure)
    if not sector.of_taxes(figure) and not _goes_on(figure, gap):
        _take(figure, gap)
    for name, value in figure.discourse.respective.get(figure.quantity.start, {}).items():
        if name == "part":
            frame.put("product" if code in BY_PRODUCT else "sector", value, "product.respective")
        elif name == "sector" and code in TRADED:
            frame.put("product", value, "product.respective")  # "da giày và dệt may lần lượt đạt ..."
        elif name != "indicator":
            frame.put(name, value, f"{name}.respective")
    last = figure.discourse
    near = code in INVESTED and last.last in INVESTED and last.count - last.last_at <= 1
    if near and frame.flow is None and _THEREOF.match(figure.passage.folded, figure.passage.sentence.start):
        frame.flow = last.last_flow  # "... cho 86 dự án mới. Trong đó có 52 dự án FDI"
    return {
        "investor": None if code == "public-investment" else investor.read(figure, renamed(gap, code)),
        "zone_type": zone.read(figure),
        "sector": frame.sector if code in BRANCHED else None,
        "product": _goods(figure) if code in BY_PRODUCT or code == "tourist-arrivals" else None,
        "partner": _with(figure) if code in _BY_PARTNER else None,
        "flow": frame.flow if code in INVESTED else None,
    }


_THEREOF = regex.compile(fold_pattern(r"\W*trong (?:đó|số này|số đó)(?:,? có)?(?![\p{L}])"))


def _point_back(figure: Figure) -> None:
    """Let a sentence that points back to the last figure be of what that one is ("Số vốn này chiếm 20,9% ...")."""
    passage, discourse = figure.passage, figure.discourse
    same = _SAME_GOODS.search(passage.folded, *figure.gap) is not None and figure.code in TRADED
    named = discourse.named_goods
    if same and named is not None and named[0] == discourse.count - 1 and figure.frame.product is None:
        figure.frame.put("product", named[1], "product.anaphor")  # "... còn có hạt điều. Mặt hàng này mang về 2 tỷ USD"
    if discourse.last != figure.code or discourse.count - discourse.last_at > 1:
        return
    if same:
        _put_last(figure, ("product",))
    if _POINTS.match(passage.folded, passage.sentence.start, passage.sentence.end):
        _put_last(figure, ("sector", "product", "partner"))


def _put_last(figure: Figure, names: tuple[str, ...]) -> None:
    """Let a figure be of what was told last, as far as nothing else says what it is of."""
    for name in names:
        if figure.discourse.last_parts.get(name) is not None and getattr(figure.frame, name) is None:
            figure.frame.put(name, figure.discourse.last_parts[name], f"{name}.anaphor")


def _of_last_share(figure: Figure, word: Word) -> bool:
    """Whether a word names the whole of the share before ("chiếm 25,2% kim ngạch xuất khẩu và tăng 29,2%")."""
    if not figure.index or figure.passage.quantities[figure.index - 1].dimension != "percent":
        return False
    start = figure.gap[0]
    return word.start - start < _CLOSE and _WHOLE.fullmatch(figure.passage.folded, start, word.start) is not None


def _goes_on(figure: Figure, gap: list[Word]) -> bool:
    """Whether a rate is of the part that the amount before it named, not of a new one ("..., dịch vụ tăng 6,32%")."""
    if not figure.index:
        return False
    if figure.measure not in RELATIVE:
        return _brings(figure, gap)
    if renamed(_inside(figure, gap), figure.code) or sector.of_whole(figure):
        return False
    if figure.code == "cpi" and any(word.of("product") for word in gap):
        return False
    if any(_names_part(word) for word in gap):
        return False  # "... Thái Lan (tăng 57%), tiếp đến là Ấn Độ (tăng 12%)"
    return not phrase.before(figure.passage, figure.index)


def _inside(figure: Figure, gap: list[Word]) -> list[Word]:
    """The words before a number that stand in its bracket, where it is in one ("42,8% GRDP (năm 2015: 34,2%)")."""
    start, stop = figure.gap
    opened = figure.passage.folded.rfind("(", start, stop)
    if opened < 0 or ")" in figure.passage.folded[opened:stop]:
        return gap
    return [word for word in gap if word.start > opened]


def _brings(figure: Figure, gap: list[Word]) -> bool:
    """Whether an amount is the sum that the one before brings it to ("..., đưa kim ngạch 5 tháng đạt 13,7 tỷ USD")."""
    named = next((w for w in gap if names_indicator(w, figure.code)), None)
    if named is None or figure.passage.folded.startswith(_TOTAL, named.start) or any(_names_part(word) for word in gap):
        return False
    if figure.code in TRADED and any(word.of("product") and word.start >= named.end for word in gap):
        return False  # "đưa khối lượng xuất khẩu gạo 5 tháng đạt ..."
    return bool(_BRINGS.search(figure.passage.folded, figure.gap[0], named.start))


def _names_part(word: Word) -> bool:
    """Whether a word names a branch, goods or another country outright."""
    area = area_code(word, None)
    if area is not None and is_country(area):
        return True
    return any(label.concept.scheme in ("sector", "product") and label.kind != "context" for label in word.labels)


def _take(figure: Figure, gap: list[Word]) -> None:
    """What the words before a number say of its partner and its product, account or branch, into the frame."""
    frame, code = figure.frame, figure.code
    first = code in BY_PRODUCT and frame.partner is None
    if code in _BY_PARTNER:
        partner = _partner(figure, gap)
        if partner is not None:
            _next_partner(figure, partner)
            frame.put("partner", partner, "partner.named")
            figure.rules.append("partner.named")
        elif (
            renamed(gap, code)
            and not _half_of_two_ways(figure, gap)
            and not (figure.index and code in INVESTED and not _whole(gap, figure))
        ):
            frame.partner = None
    if code in BY_PRODUCT:
        product.take(figure, gap)
        if first and frame.partner is not None and _goods_lead(gap):
            frame.product_before = frame.product  # "dệt may xuất sang Mỹ đạt 8 tỷ USD; sang Nhật Bản ..."
    elif code.startswith("budget-"):
        if renamed(gap, code):
            frame.sector = sector.account(figure, gap)
        else:
            frame.sector = sector.listed_account(figure) or frame.sector
    elif code in BRANCHED:
        sector.take(figure, gap)


def _goods_lead(gap: list[Word]) -> bool:
    """Whether goods stand before the first country of some words."""
    goods = next((w.start for w in gap if w.of("product")), None)
    country = next((w.start for w in gap if is_country(area_code(w, None) or "VN")), None)
    return goods is not None and country is not None and goods < country


def _half_of_two_ways(figure: Figure, gap: list[Word]) -> bool:
    """Whether exports or imports are a half of the trade both ways told of in the sentence with a partner."""
    if not figure.index or figure.code == "trade-turnover" or any("whole" in word.cues for word in gap):
        return False
    return _TWO_WAYS.search(figure.passage.folded, figure.passage.sentence.start, figure.gap[0]) is not None


def _next_partner(figure: Figure, partner: str) -> None:
    """Goods told only of the partner before end with it ("Nga 13 tỷ USD, trong đó vải tăng 18%; Hàn Quốc ...")."""
    frame = figure.frame
    if frame.partner is None or frame.partner == partner or ";" not in figure.passage.folded[slice(*figure.gap)]:
        frame.product_before = frame.product
    elif frame.product != frame.product_before:
        frame.product, figure.discourse.traded = frame.product_before, None


def _whole(gap: list[Word], figure: Figure) -> bool:
    """Whether words before a number go back to the whole ("tổng số dự án của tỉnh là 550", not "vào Việt Nam")."""
    folded = figure.passage.folded
    return any(
        set(word.cues) & {"whole", "own"}
        or ("nation" in word.cues and not _INTO.search(folded, max(figure.gap[0], word.start - 6), word.start))
        for word in gap
    )


def _goods(figure: Figure) -> str | None:
    """The product in force; in a text on one product that one, unless it tells of all goods."""
    product_ = figure.frame.product or _goods_before(figure) or _goods_elsewhere(figure)
    topic = figure.discourse.lead_goods or figure.discourse.goods
    if product_ is not None or topic is None or figure.code not in GROWN | TRADED - {"trade-turnover"}:
        return product_
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
    if partner is None and _of_its_amount(figure, told.at):
        return told.product
    if partner is None:
        return told.product if _goes_on_in_time(figure, told.side, told.at) else None
    if figure.code.partition("-")[0] != told.side or figure.discourse.count - told.at > _SOON:
        return None
    if _ALL_GOODS.search(figure.passage.folded, figure.passage.sentence.start, figure.quantity.full_start):
        return None
    value, unit = figure.quantity.value, figure.quantity.unit or ""
    if figure.measure == "level" and unit == "USD" and told.most and unit not in told.most:
        told.refused = figure.discourse.count  # the goods were told by weight or pieces alone
    if figure.measure == "level" and value > told.most.get(unit, value):
        told.refused = figure.discourse.count  # more than all of these goods
    return None if told.refused == figure.discourse.count else told.product


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


def _with(figure: Figure) -> str | None:
    """The partner in force; in a text on the trade of two countries the other one, unless it tells of all trade."""
    partner, other = figure.frame.partner, figure.discourse.bilateral
    half = figure.code in TRADED and _half_of_two_ways(figure, figure.gap_words())
    if partner is None and (half or _part_of_two_ways(figure)):
        return figure.discourse.last_partner
    if partner is None and other is not None and figure.code in INVESTED and _invested_by(figure, other):
        return other
    if partner is not None or other is None or figure.code not in TRADED or figure.frame.area not in (None, "VN"):
        return partner
    if figure.index and figure.measure in RELATIVE and _goes_on_with(figure):
        return figure.discourse.last_partner
    return None if _of_all(figure) else other


def _invested_by(figure: Figure, other: str) -> bool:
    """Whether the sentence before told what the other country has invested, and this one names no other place."""
    discourse, passage = figure.discourse, figure.passage
    if discourse.last not in INVESTED or discourse.last_partner != other or discourse.count - discourse.last_at > 1:
        return False
    return discourse.last_line == passage.sentence.line and not any(w.of("area") for w in passage.words)


def _part_of_two_ways(figure: Figure) -> bool:
    """Whether a figure is a part of the trade with one country just told of ("Trong đó, Việt Nam xuất khẩu ...")."""
    passage, last = figure.passage, figure.discourse.last_trade
    if last is None or figure.discourse.count - last > 1 or figure.code not in TRADED - {"trade-turnover"}:
        return False
    return _PART.match(passage.folded, passage.sentence.start, passage.sentence.end) is not None


def _goes_on_with(figure: Figure) -> bool:
    """Whether a rate only goes on with the amount before it in the sentence."""
    same = figure.discourse.last == figure.code and not any(names_indicator(w, figure.code) for w in figure.gap_words())
    return same and not _whole(figure.gap_words(), figure)


def _of_all(figure: Figure) -> bool:
    """Whether a figure of a text on two countries is of all trade ("xuất khẩu của nước ta", "cả nước")."""
    folded = figure.passage.folded
    return any(
        set(word.cues) & {"whole", "own"}
        or ("nation" in word.cues and _OF_US.search(folded, max(figure.gap[0], word.start - 6), word.end))
        for word in figure.gap_words()
    )


def _partner(figure: Figure, gap: list[Word]) -> str | None:
    """The last country named before a number; one whose name is a word besides ("Anh", "Đức") behind "sang", "từ"."""
    folded = figure.passage.folded
    this = _THIS.search(folded, *figure.gap)
    if this is not None:  # "Hàn Quốc giảm mua nên kim ngạch sang nước này chỉ còn 41 triệu USD"
        codes = [
            c for w in gap if w.end <= this.start() for c in [area_code(w, None)] if c is not None and is_country(c)
        ]
        if codes and codes[-1] != "VN":
            return codes[-1]
    if this is not None or (figure.code in INVESTED and _INVESTORS.search(folded, *figure.gap)):
        return figure.frame.partner or figure.discourse.last_partner  # "nhập siêu từ thị trường này 4,75 tỷ USD"
    country = figure.discourse.country
    before = country is not None and country[1] == figure.discourse.count - 1 and not figure.index
    if country is not None and before and _IT.match(folded, figure.passage.sentence.start, figure.gap[1]):
        return country[0]  # "Mỹ vẫn là khách hàng lớn nhất. Thị trường này mua ..."
    for word in reversed(gap):
        if _CAUSES.search(folded, max(figure.gap[0], word.start - 24), word.start):
            continue  # "giảm 18,3% do Trung Quốc siết kiểm dịch; thủy sản 148 triệu USD"
        area = area_code(word, None)
        label = word.of("area")
        towards = _TOWARDS.search(folded, max(figure.gap[0], word.start - 12), word.start)
        if area is None and label is not None and (towards or _among_countries(figure, word)):
            area = label.concept.code
        if area is not None and is_country(area):
            again = any(w.start > word.end and names_indicator(w, figure.code) for w in gap) and figure.index
            return (_partner_behind(figure) or area) if again else area  # "... sang Mỹ, nhập siêu 3 tỷ USD từ Nga"
    return _partner_behind(figure)


_CAUSES = regex.compile(fold_pattern(r"(?<![\p{L}])(?:do|vì|bởi|bởi vì|nhờ)(?: phía| thị trường| nước)?\s+$"))


def _partner_behind(figure: Figure) -> str | None:
    """The country right behind an amount of trade that names none before ("xuất siêu 3,6 tỷ USD sang Hoa Kỳ")."""
    if figure.code not in TRADED or figure.measure != "level" or figure.frame.partner is not None:
        return None
    start, stop = figure.after
    for word in figure.passage.between(start, min(stop, start + _BEHIND)):
        if isinstance(word, Word) and word.of("area") is not None:
            code = area_code(word, None)
            towards = _TOWARDS_BEHIND.fullmatch(figure.passage.folded, start, word.start)
            return code if code is not None and is_country(code) and towards else None
    return None


def _among_countries(figure: Figure, word: Word) -> bool:
    """Whether an ambiguous name stands in a list of countries, or is an abbreviation ("Mexico 22%, Nga 12%", "TQ")."""
    surface = figure.passage.text[word.start : word.end]
    if surface.isupper() and len(surface) > 1:
        return True
    if surface[:1].isupper() and _BUYS.match(figure.passage.folded, word.end, figure.quantity.full_start):
        return True  # "Ý mua 24 nghìn tấn"
    folded = figure.passage.folded
    listed = figure.frame.partner is not None and _IN_LIST.search(folded, max(0, word.start - 4), word.start)
    if listed and folded[word.end : word.end + 2] == " (" and surface[:1].isupper():
        return True  # "Trung Quốc (60,2%), Nga (41,9%)"
    return surface[:1].isupper() and figure.frame.partner is not None and figure.frame.product is None


def turn(frame: Frame, code: str) -> None:
    """A new indicator takes over: breakdowns of the one before end with it.

    Outputs and sown areas share their product, projects and capital their partner and branch; the
    capacity installed is of the branch (wind, sun) that the sentence has named.
    """
    product_, partner, sector_ = frame.product, frame.partner, frame.sector
    before = frame.indicator
    frame.clear_parts()
    if code in GROWN and before in GROWN:
        frame.product = product_
    if code in INVESTED and before in INVESTED:
        frame.partner, frame.sector = partner, sector_
    if code == "installed-capacity" or (code in _STAFF and before in _STAFFED):
        frame.sector = sector_  # "ngành gỗ có 172 doanh nghiệp, sử dụng 28.500 lao động, thu nhập 7,2 triệu đồng"
    if code not in INVESTED or code == "implemented-capital":
        frame.flow = None
