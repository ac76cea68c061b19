"""The breakdowns of a number: which branch, product, partner, investor, flow and kind of zone it is about."""

from __future__ import annotations

import regex

from kg.facts import phrase
from kg.facts.frame import Frame
from kg.facts.kinds import BRANCHED, BY_PRODUCT, GROWN, INVESTED, RELATIVE, TRADED
from kg.facts.place import area_code
from kg.facts.scope import accounts, goods_before, investor, partners, product, sector, zone
from kg.facts.scope.figure import Figure
from kg.facts.scope.wording import names_indicator, renamed
from kg.lexicon import is_country
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

# "đưa tổng kim ngạch 5 tháng đạt ...", "nâng giá trị lũy kế lên ..."
_BRINGS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:đưa|nâng|qua đó đưa)\s+(?:tổng\s+|mức\s+|khối lượng\s+)*$"))
_TOTAL = (fold_pattern("tổng thu"), fold_pattern("tổng chi"))
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
_SAME_GOODS = regex.compile(
    fold_pattern(r"(?:nhóm hàng|mặt hàng|sản phẩm|nhóm mặt hàng) (?:này|trên|nêu trên|đó)(?![\p{L}])")
)
_CLOSE = 16  # letters
_WHOLE = regex.compile(fold_pattern(r"\s*(?:(?:trong |của )?(?:tổng )?(?:số )?)?"))
_STAFF, _STAFFED = ("employment", "wage"), ("enterprises", "employment")
_BY_PARTNER = TRADED | INVESTED | {"tourist-arrivals"}


def parts(figure: Figure) -> dict[str, str | None]:
    """The breakdowns as keyword arguments of an Observation."""
    frame, code = figure.frame, figure.code
    gap = [word for word in _own_clause(figure, figure.gap_words()) if not _of_last_share(figure, word)]
    if not figure.index:
        _point_back(figure)
    _in_bracket(figure)
    if not accounts.of_rest(figure) and not _goes_on(figure, gap):
        _take(figure, gap)
    for name, value in figure.discourse.respective.get(figure.quantity.start, {}).items():
        if name == "part":
            frame.put("product" if code in BY_PRODUCT else "sector", value, "product.respective")
        elif name == "sector" and code in TRADED:
            frame.put("product", value, "product.respective")  # "da giày và dệt may lần lượt đạt ..."
        elif name != "indicator":
            frame.put(name, value, f"{name}.respective")
    _same_goods(figure)
    _balance_of_both(figure)
    last = figure.discourse
    near = code in INVESTED and last.last in INVESTED and last.count - last.last_at <= 1
    if near and frame.flow is None and _THEREOF.match(figure.passage.folded, figure.passage.sentence.start):
        frame.flow = last.last_flow  # "... cho 86 dự án mới. Trong đó có 52 dự án FDI"
    return {
        "investor": None if code == "public-investment" else investor.read(figure, renamed(gap, code)),
        "zone_type": zone.read(figure),
        "sector": _spaced(frame.sector) if code in BRANCHED else None,
        "product": goods_before.in_force(figure) if code in BY_PRODUCT or code == "tourist-arrivals" else None,
        "partner": partners.in_force(figure) if code in _BY_PARTNER else None,
        "flow": frame.flow if code in INVESTED else None,
    }


def _own_clause(figure: Figure, gap: list[Word]) -> list[Word]:
    """The words before a number behind the semicolon with which the last one's reasons end, where it is named anew.

    "Nhập khẩu giảm 21% vì mua ít dầu thô; nhập siêu 555 triệu USD": of no oil.
    """
    at = figure.passage.folded.rfind(";", *figure.gap)
    if not figure.index or at < 0 or not any(w.start > at and names_indicator(w, figure.code) for w in gap):
        return gap
    return [word for word in gap if word.start > at]


def _spaced(name: str | None) -> str | None:
    """A name with its commas as they are printed ("chế biến,chế tạo", "chế biến , chế tạo")."""
    return _COMMA.sub(", ", name) if name is not None and "," in name else name


_COMMA = regex.compile(r"\s*,\s*")


def _in_bracket(figure: Figure) -> None:
    """Goods or branches told apart in a bracket end with it ("tăng 0,4% (riêng nhóm giao thông 1,9%), lũy kế 2,6%")."""
    frame, folded, (start, stop) = figure.frame, figure.passage.folded, figure.gap
    if frame.saved_parts is not None and folded.find(")", start, stop) >= 0:
        frame.product, frame.sector = frame.saved_parts
        frame.saved_parts = None
    opened = folded.rfind("(", start, stop)
    if opened >= 0 and _APART.match(folded, opened, stop) and folded.find(")", opened, stop) < 0:
        frame.saved_parts = frame.product, frame.sector


_APART = regex.compile(fold_pattern(r"\((?:trong đó )?(?:riêng|trong đó|nhất là|chủ yếu là)(?![\p{L}])"))
_THEREOF = regex.compile(fold_pattern(r"\W*trong (?:đó|số này|số đó)(?:,? có)?(?![\p{L}])"))


def _same_goods(figure: Figure) -> None:
    """Let the next partner's share be of the goods that the one before is of.

    "Mỹ chiếm 31% kim ngạch xuất khẩu tôm; Nhật Bản 22,5%; EU chiếm 19,7%".
    """
    frame, told = figure.frame, [f for f in figure.discourse.told if f.measure == "share"]
    if figure.measure != "share" or frame.product is not None or frame.partner is None or not told:
        return
    last = told[-1]
    if last.indicator == figure.code and last.product is not None and last.partner not in (None, frame.partner):
        frame.put("product", last.product, "product.same-share")


def _balance_of_both(figure: Figure) -> None:
    """Let a balance be with the country that both sides just told are traded with ("..., tức nhập siêu 21 tỷ USD")."""
    if figure.code != "trade-balance" or figure.frame.partner is not None or not figure.index:
        return
    sides = [f for f in figure.discourse.told if f.indicator in TRADED and f.measure == "level"][-2:]
    partners_told = {f.partner for f in sides}
    if len({f.indicator for f in sides}) > 1 and len(partners_told) == 1 and None not in partners_told:
        figure.frame.put("partner", partners_told.pop(), "partner.of-both")


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
    if (
        figure.measure == "share"
        and any(word.of("sector") for word in gap)
        and _AFTER_COLON.search(figure.passage.folded, *figure.gap)
    ):
        return False  # "...; cơ cấu: nông nghiệp 8,9%"
    return not phrase.before(figure.passage, figure.index)


_AFTER_COLON = regex.compile(r":[^:;]*$")


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
        partner = partners.named(figure, gap)
        if partner is not None:
            _next_partner(figure, partner)
            if _markets_of_all(figure):
                frame.product = None
            frame.put("partner", partner, "partner.named")
            figure.rules.append("partner.named")
        elif (
            (renamed(gap, code) or _goods_anew(figure, gap))
            and not partners.half_of_two_ways(figure, gap)
            and not (figure.index and code in INVESTED and not partners.whole(gap, figure))
        ):
            frame.partner = None
    if code in BY_PRODUCT:
        product.take(figure, gap)
        if first and frame.partner is not None and _goods_lead(gap):
            frame.product_before = frame.product  # "dệt may xuất sang Mỹ đạt 8 tỷ USD; sang Nhật Bản ..."
    elif code.startswith("budget-"):
        if renamed(gap, code):
            frame.sector = accounts.account(figure, gap)
        else:
            frame.sector = accounts.listed_account(figure) or frame.sector
    elif code in BRANCHED:
        sector.take(figure, gap)


def _goods_anew(figure: Figure, gap: list[Word]) -> bool:
    """Whether a clause behind a semicolon names trade and its goods anew ("sang Ý tăng 9%; xuất khẩu tiêu ...")."""
    at = figure.passage.folded.rfind(";", *figure.gap)
    if at < 0 or figure.code not in TRADED:
        return False
    side = next((w.end for w in gap if w.start > at and w.of("indicator") is not None), None)
    return side is not None and any(w.of("product") is not None and w.start >= side for w in gap)


def _goods_lead(gap: list[Word]) -> bool:
    """Whether goods stand before the first country of some words."""
    goods = next((w.start for w in gap if w.of("product")), None)
    country = next((w.start for w in gap if is_country(area_code(w, None) or "VN")), None)
    return goods is not None and country is not None and goods < country


def _markets_of_all(figure: Figure) -> bool:
    """Whether markets behind several goods are those of all ("dệt may, gỗ lần lượt 6 và 4 tỷ; ba thị trường ...")."""
    goods = {fact.product for fact in figure.discourse.told}
    return len(goods - {None}) > 1 and _MARKETS.search(figure.passage.folded, *figure.gap) is not None


_MARKETS = regex.compile(fold_pattern(r";\s*(?:các |hai |ba |bốn |những |về )?(?:thị trường|nước|đối tác)(?![\p{L}])"))


def _next_partner(figure: Figure, partner: str) -> None:
    """Goods told only of the partner before end with it ("Nga 13 tỷ USD, trong đó vải tăng 18%; Hàn Quốc ...")."""
    frame = figure.frame
    if frame.partner is None or frame.partner == partner or ";" not in figure.passage.folded[slice(*figure.gap)]:
        frame.product_before = frame.product
    elif frame.product != frame.product_before:
        frame.product, figure.discourse.traded = frame.product_before, None


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
