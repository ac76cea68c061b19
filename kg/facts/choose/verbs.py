"""Trade told by a verb alone: who sells to whom, what brings in money, what has to be bought.

Literary press avoids "xuất khẩu" and "nhập khẩu": "Việt Nam bán sang đó 2,5 tỷ USD", "nước ta mua của bạn 300 triệu
USD", "hạt điều mang về cho cả nước 1,8 tỷ USD", "ngành giấy phải chi 900 triệu USD mua bột giấy".
"""

from __future__ import annotations

import regex

from kg.facts.choose.choice import Choice
from kg.facts.choose.number import Number
from kg.facts.kinds import RELATIVE, TRADED
from kg.facts.place import area_code
from kg.lexicon import is_country
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_US = r"(?:việt nam|nước ta|nước mình|chúng ta|phía ta|phía việt nam|doanh nghiệp (?:việt(?: nam)?|trong nước|nội)"
_US += r"|hàng việt(?: nam)?|ta)"
_THEM = r"(?:thị trường|nước|quốc gia|xứ sở|đối tác|bạn hàng) (?:này|bạn|ấy|đó|trên)|bạn|phía bạn"
_DID = r"(?: (?:ước|đã|cũng|mới|chỉ|còn|đang|lại|vẫn|phải))*"
_TO = r"(?: (?:sang|vào|cho|tới|ra|đi|qua|lại|được|về))*"
# what may stand between a verb and its amount
ABOUT = r"(?:\s+(?:khoảng|hơn|gần|trên|được|tới|đến|chừng|xấp xỉ|lượng hàng(?: hóa)? (?:trị giá|giá trị)))*\s*$"
_WHEN = r"(?: (?:\d{1,2}|\p{L}+) tháng[^,;.:\d]{0,20}?)?"
_FEW = r"[^,;.:()\d]{0,28}?"  # letters between a verb and its amount: the other side, as a rule
_WE = r"(?<![\p{L}])" + _US + _DID
_WE_SELL = regex.compile(fold_pattern(_WE + " (?:bán|xuất bán|giao|xuất(?! siêu))" + _TO + _FEW + ABOUT))
_WE_BUY = regex.compile(fold_pattern(_WE + " (?:mua|nhập(?! siêu)|chi|nhập về)" + _TO + _FEW + ABOUT))
# "hàng Trung Quốc vào Việt Nam đã lên 24,8 tỷ USD"
_COMES_IN = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])hàng(?: hóa)? (?:từ |của )?[^,;.:()\d]{2,20}? (?:đổ |tràn |chảy )?(?:vào|sang|về)"
        r" (?:việt nam|nước ta)"
    )
)
_THEY = r"(?<![\p{L}])(?:" + _THEM + ")" + _DID
_OF = r"[^,;.:()\d]{0,20}?(?:từ|của) "
_THEY_BUY = regex.compile(fold_pattern(_THEY + " (?:mua|nhập|chi|nhập về) " + _OF + _US + ABOUT))
_BUYS_OF_US = regex.compile(fold_pattern(_DID + " (?:mua|nhập|nhập về) " + _OF + _US + ABOUT))
# "Hoa Kỳ là nước mua nhiều hàng Việt Nam hơn cả với 44 tỷ USD"
_BUYS_MOST = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:nơi|nước|thị trường|bạn hàng|khách hàng|đối tác) [^,;.:()\d]{0,14}?(?:(?:mua|nhập"
        r"|nhập khẩu)(?: nhiều| lớn| mạnh)*(?: hàng| hàng hóa)"
        r"|tiêu thụ(?: (?!lớn|nhiều|chính|hàng đầu|số)\p{L}+){1,2}?)(?: của)? " + _US + r"(?![\p{L}])[^;.:()\d]{0,40}$"
    )
)
_FIRMS_SELL = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:các|những) doanh nghiệp" + _DID + " (?:bán|giao|xuất)" + _TO + ABOUT)
)
_THEY_SPEND = regex.compile(fold_pattern(_THEY + " (?:chi|bỏ ra|bỏ)" + ABOUT))
_FOR_OURS = regex.compile(
    fold_pattern(r"\s*(?:để )?(?:mua|nhập)(?: về)? [^,;.\d]{2,40}?(?:của |từ )?(?:việt nam|nước ta|ta)(?![\p{L}])")
)
# "Hoa Kỳ chi 5,9 tỷ USD mua đồ gỗ Việt Nam", "Hoa Kỳ mua 34 tỷ USD hàng Việt Nam"
_PAYS = regex.compile(fold_pattern(_DID + " (?:chi|bỏ ra|bỏ|mua|nhập)(?: nhiều nhất)?(?: với)?" + ABOUT))
_OUR_GOODS = regex.compile(
    fold_pattern(
        r"\s*(?:để )?(?:mua |nhập )?(?:về )?[^,;.:()\d]{2,40}? (?:của |từ )?(?:việt nam|nước ta|ta)(?![\p{L}])"
    )
)
# "Việt Nam bán sang đó 2,6 tỷ USD và mua về 1,5 tỷ USD"
_WE_SOLD = regex.compile(fold_pattern(_WE + " (?:bán|xuất(?! siêu| nhập)|giao)(?![\\p{L}])"))
_WE_BOUGHT = regex.compile(fold_pattern(_WE + " (?:mua|nhập(?! siêu)|chi|bỏ ra)(?![\\p{L}])"))
_AND_SELL = regex.compile(fold_pattern(r"(?:và|,|;|còn|trong khi|nhưng)(?: chỉ| mới)* bán(?: sang| ra| lại)*" + ABOUT))
_SELLS_OUT = regex.compile(fold_pattern(r"(?<![\p{L}])(?:bán ra|xuất bán)(?: nước ngoài| thế giới)?" + ABOUT))
# "Doanh nghiệp trong nước bán được 52 tỷ USD; khối FDI thu về 117 tỷ USD" behind what was exported
_OWNERS_SELL = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:bán(?: được| ra(?: nước ngoài| thế giới)?)|thu về|đem về|mang về|đem lại|làm ra)" + ABOUT
    )
)
_OF_CAPITAL = regex.compile(fold_pattern(r"\s*vốn (?:trong nước|nước ngoài|ngoại|nhà nước)(?![\p{L}])"))
_ABROAD_SOLD = regex.compile(fold_pattern(r"(?<![\p{L}])bán(?: hàng)? ra (?:nước ngoài|thế giới)" + _WHEN + ABOUT))
# "Các công ty trong tỉnh bán ra thế giới 800 triệu USD"
_AREA_SELLS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:các )?doanh nghiệp (?:trên địa bàn|trong tỉnh|của tỉnh|địa phương|toàn tỉnh|trong nước)"
        r"|(?:các|những) (?:nhà máy|doanh nghiệp|công ty|cơ sở)(?: \p{L}+){0,6}?"
        r"|toàn tỉnh|cả tỉnh|tỉnh|thành phố|cả nước)(?: \p{L}+){0,3} bán(?: hàng)? ra (?:nước ngoài|thế giới)"
        + _WHEN
        + ABOUT
    )
)
_AND_BUY = regex.compile(fold_pattern(r"(?:và|,|;|còn) (?:mua|nhập)(?: về| vào| lại)*" + ABOUT))
_EARNS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:mang|đem|thu) (?:về|lại)|(?<!tổng |thất |doanh )thu(?! hút| nhập"
        r"| ngân))(?: cho (?:cả nước|tỉnh|thành phố|địa phương|đất nước|nước ta"
        r"|việt nam|nền kinh tế|ngành"
        r"|nước nhà|(?!ngân|người|bà|nông|nhà|hộ|doanh|công)\p{L}+ \p{L}+))?" + ABOUT
    )
)
# "hạt tiêu là mặt hàng mang về nhiều ngoại tệ nhất với 120 triệu USD"
_BRINGS_MOST = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:mang|đem|thu) (?:về|lại) (?:nhiều |lượng )?ngoại tệ[^,;.:()\d]{0,20}" + ABOUT)
)
# "phải chi 900 triệu USD (trong 5 tháng) để mua bột giấy từ bên ngoài"
_SPENDS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:chi|chi ra|bỏ ra|tiêu tốn)" + ABOUT))
_FOR_GOODS = regex.compile(
    fold_pattern(r"[^,;.:()]{0,24}?(?<![\p{L}])(?:để |cho việc )?(?:mua|nhập)(?: về)? [^,;.:()\d]{2,40}?")
)
_ABROAD = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:từ (?:bên ngoài|nước ngoài|các nước|thị trường)|của nước ngoài|ngoại)(?![\p{L}])")
)
_NEAR = 40  # letters behind an amount in which goods or a country may stand
_TRADE = ("trade-turnover", "trade-balance")
# "Nhà đầu tư nước ngoài cam kết rót thêm 1,8 tỷ USD vào Việt Nam"
_FOREIGNERS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:nhà|giới) đầu tư (?:ngoại|nước ngoài)|khối ngoại"
        r"|doanh nghiệp (?:fdi|ngoại))(?![\p{L}])"
    )
)
_PLEDGE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:cam kết|đăng ký)(?: sẽ)? (?:rót|đổ|đầu tư|góp)(?: thêm| mới| vốn)*|(?:rót"
        r"|đổ|đầu tư) thêm)(?P<into> vào (?:việt nam|nước ta|tỉnh|thành phố|địa bàn))?(?: tổng cộng)?" + ABOUT
    )
)
_INTO_US = regex.compile(
    fold_pattern(
        r"\s*(?:vốn )?vào (?:(?:thị trường|lĩnh vực|ngành) (?:\p{L}+ ){1,4})?(?:việt nam|nước ta"
        r"|tỉnh|thành phố|địa bàn|các dự án|các nhà máy"
        r"|địa phương)(?![\p{L}])"
    )
)


_DRAWS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:thu )?hút(?: thêm| được| mới)*" + ABOUT))


def traded(number: Number) -> Choice | None:
    """Exports or imports by the verb before an amount, where trade is what the text is about."""
    if number.measure != "level" or (number.quantity.unit or "").startswith("VND"):
        return None
    if not _of_trade(number) and not (_AREA_SELLS.search(number.gap_text) and number.quantity.dimension == "money"):
        return None
    if number.quantity.dimension != "money":
        return _volume(number)
    told = number.gap_text
    if _WE_SELL.search(told) or _THEY_BUY.search(told) or _country_buys(number) or _bought_of_us(number):
        return Choice("export-turnover", "indicator.verb")
    if _BUYS_MOST.search(told):
        return Choice("export-turnover", "indicator.verb")
    spend = _THEY_SPEND.search(told) and _FOR_OURS.match(number.passage.folded, number.quantity.full_end)
    if spend:
        return Choice("export-turnover", "indicator.verb")
    before = number.passage.sentence.start, number.gap[0]
    if _AND_BUY.search(told) and _WE_SOLD.search(number.passage.folded, *before):
        return Choice("import-turnover", "indicator.verb")
    if _AND_SELL.search(told) and _WE_BOUGHT.search(number.passage.folded, *before):
        return Choice("export-turnover", "indicator.verb")
    if _WE_BUY.search(told) or _COMES_IN.search(told):
        return Choice("import-turnover", "indicator.verb")
    if _ABROAD_SOLD.search(told) or (_sells_on(number) and _OWNERS_SELL.search(told)):
        return Choice("export-turnover", "indicator.verb")
    if number.frame.indicator is None and _SELLS_OUT.search(told) and number.discourse.last in TRADED:
        return Choice("export-turnover", "indicator.verb")  # "khối FDI tiếp tục chi phối khi bán ra 94 tỷ USD"
    if number.frame.indicator is None and _BRINGS_MOST.search(told):
        return Choice("export-turnover", "indicator.verb")
    after_balance = number.frame.indicator in (None, "trade-balance")  # which goods bring home none of
    if after_balance and _EARNS.search(told) and any(w.of("product") for w in number.gap_words()):
        return Choice("export-turnover", "indicator.verb")
    if number.frame.indicator is None and _SPENDS.search(told) and _goods_from_abroad(number):
        return Choice("import-turnover", "indicator.verb")
    return None


def _sells_on(number: Number) -> bool:
    """Whether owners are told of right behind the exports of all ("khối FDI thu về 117 tỷ USD")."""
    told = number.frame.indicator or (None if number.index > 1 else number.discourse.last)
    soon = number.discourse.count - number.discourse.last_at <= 1
    owners = any(w.of("code/investor") for w in number.gap_words()) or _OF_CAPITAL.match(number.gap_text)
    return told == "export-turnover" and soon and bool(owners)


def _volume(number: Number) -> Choice | None:
    """The volume that is sold or bought by the verb ("Việt Nam bán ra thế giới 3,9 triệu tấn gạo")."""
    told = number.gap_text
    sold = any(sells.search(told) for sells in (_WE_SELL, _THEY_BUY, _FIRMS_SELL, _BUYS_MOST))
    if sold or _country_buys(number) or _bought_of_us(number):
        side = "export-volume"
    elif _WE_BUY.search(told):
        side = "import-volume"
    else:
        return None
    return Choice(side, "indicator.verb") if number.fits(side) else None


def _country_buys(number: Number) -> bool:
    """Whether a country by its name buys of us ("EU mới mua của Việt Nam 28.500 tấn gạo")."""
    folded, stop = number.passage.folded, number.quantity.full_start
    others = [w for w in number.gap_words() if _is_abroad(w)]
    if any(_BUYS_OF_US.fullmatch(folded, w.end, stop) for w in others):
        return True
    pays = any(_PAYS.fullmatch(folded, w.end, stop) for w in others)
    return pays and _OUR_GOODS.match(folded, number.quantity.full_end, number.passage.sentence.end) is not None


def _bought_of_us(number: Number) -> bool:
    """Whether a country named before an amount buys of us ("Hoa Kỳ là khách lớn khi mua của ta 55 tỷ USD")."""
    if _OF_US.search(number.gap_text) is None:
        return False
    return any(_is_abroad(word) for word in number.gap_words())


_OF_US = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:mua|nhập|nhập về|lấy)(?: hàng)? (?:của|từ) (?:việt nam|nước ta|ta)" + ABOUT)
)


def shipped(number: Number) -> Choice | None:
    """Exports or imports that firms ship ("các doanh nghiệp xuất khẩu được 96 nghìn tấn hạt tiêu")."""
    told = _SHIPS.search(number.gap_text) if number.measure == "level" else None
    if told is None or number.quantity.unit == "VND":
        return None
    side = "export" if told["out"] else "import"
    if number.quantity.dimension == "money":
        return Choice(f"{side}-turnover", "indicator.verb")
    return Choice(f"{side}-volume", "indicator.verb") if number.fits(f"{side}-volume") else None


_SHIPS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:các|những) (?:doanh nghiệp|dn|đơn vị)(?: \p{L}+){0,3}? (?:đã )?(?:(?P<out>xuất khẩu)"
        r"|nhập khẩu)"
        r" (?:được|tới|đến|khoảng|hơn|gần|trên|về)(?: (?:khoảng|hơn|gần|trên))*\s*$"
    )
)


def pledged(number: Number) -> Choice | None:
    """The capital that investors from abroad say they will bring in, registered then."""
    if number.measure not in ("level", "change") or number.quantity.dimension != "money":
        return None
    pledge = _PLEDGE.search(number.gap_text)
    if pledge is None:
        return None
    if not _FOREIGNERS.search(number.passage.folded, number.passage.sentence.start, number.quantity.full_start):
        return None
    if not pledge["into"] and not _INTO_US.match(
        number.passage.folded, number.quantity.full_end, number.passage.sentence.end
    ):
        return None
    number.frame.put("investor", "fdi", "investor.named")
    return Choice("registered-capital", "indicator.verb")


def put_in(number: Number) -> Choice | None:
    """The capital that a country has put into ours ("các doanh nghiệp Pháp đã đầu tư 3,6 tỷ USD vào Việt Nam")."""
    if number.measure != "level" or number.quantity.unit != "USD":
        return None
    told = _THEY_PUT.search(number.gap_text)
    if told is None or not any(_is_abroad(word) for word in number.gap_words()):
        return None
    into = _INTO_OURS.match(number.passage.folded, number.quantity.full_end, number.passage.sentence.end)
    if not told["into"] and into is None:
        return None
    number.frame.put("investor", "fdi", "investor.named")
    return Choice("registered-capital", "indicator.verb")


_OURS = r"(?:vào|tại|ở) (?:(?:thị trường|lĩnh vực|ngành) (?:\p{L}+ ){0,4})?(?:việt nam|nước ta|tỉnh|thành phố|đây)"
_THEY_PUT = regex.compile(
    fold_pattern(
        rf"(?<![\p{{L}}])(?:đầu tư|rót|đổ)(?: vốn)?(?P<into> {_OURS}(?: \p{{L}}+){{0,2}}?)?(?: tổng cộng| tổng số)?"
        + ABOUT
    )
)
_INTO_OURS = regex.compile(fold_pattern(rf"\s*(?:vốn )?{_OURS}(?![\p{{L}}])"))


def paid(number: Number) -> Choice | None:
    """What workers are told to be paid a month on the average ("thợ mỏ được trả bình quân 9 triệu")."""
    if number.measure != "level" or number.quantity.unit != "VND/month":
        return None
    people = number.index > 0 and number.passage.quantities[number.index - 1].dimension in ("count-person", "count-job")
    earned = _PAID.search(number.gap_text) or (people and _ON_AVERAGE.fullmatch(number.gap_text))
    return Choice("wage", "indicator.verb") if earned else None


# "13.400 công nhân, bình quân 7,2 triệu đồng/người/tháng"
_ON_AVERAGE = regex.compile(
    fold_pattern(r"\s*[,;(]?\s*(?:hưởng |được |được trả )*(?:bình quân|trung bình)(?: (?:khoảng|hơn|gần|trên))*\s*")
)
_PAID = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:lao động|công nhân|người làm công|nhân viên|thợ|người làm)(?![\p{L}])[^,;.:\d]{0,60}"
        r" (?:nhận|hưởng|được trả|lĩnh|được nhận)(?: về)? (?:bình quân|trung bình)"
        r"(?: (?:khoảng|hơn|gần|trên|được))*\s*$"
    )
)


# "FDI 9 tháng vào Hà Nam đạt 345 triệu USD", "FDI 7 tháng tăng 8%": the headline's word for the capital
_FDI_COMES = regex.compile(
    fold_pattern(
        r"(?:^|[:.;\n\-]) ?(?:dòng |tổng )?fdi(?!,| (?:chiếm|có|là|xuất|nhập))(?: (?:\d{1,2} tháng|quý (?:[iv]+|\d)"
        r"|(?:năm|tháng) [\d/]+|(?!giải|thực|xuất|nhập|chiếm)[\p{L}]+,?)){0,9}"
        r" ?(?:đạt|tăng|giảm|cán mốc|vượt|chạm|lên|ước|:)(?: \p{L}+){0,2}\s*$"
    )
)


_PUT_IN = regex.compile(
    fold_pattern(r"[^,;.]{0,40}(?:giải ngân|thực hiện)")
)  # "FDI 9 tháng: 11,5 tỷ USD được giải ngân"


def attracted(number: Number) -> Choice | None:
    """The capital that zones or a place draw, by the verb alone ("Các khu công nghiệp A hút thêm 300 triệu USD")."""
    of_fdi = number.quantity.unit == "USD" or number.measure in RELATIVE
    if of_fdi and not number.index and number.frame.indicator is None:
        start = max(0, number.passage.sentence.start - 1)
        folded, quantity = number.passage.folded, number.quantity
        put_in = _PUT_IN.match(folded, quantity.full_end, number.passage.sentence.end)
        if _FDI_COMES.search(folded, start, quantity.full_start) and put_in is None:
            return Choice("registered-capital", "indicator.verb")
    if number.index or number.measure not in ("level", "change") or number.quantity.unit != "USD":
        return None
    if not _DRAWS.search(number.gap_text) or number.discourse.last in TRADED:
        return None
    drawn = any(w.of("code/zone-type") or w.of("area") for w in number.gap_words())
    return Choice("registered-capital", "indicator.verb") if drawn else None


def _of_trade(number: Number) -> bool:
    """Whether trade is told of: in force, told last, or goods or a country stand before the number."""
    if number.frame.indicator in TRADED or number.frame.indicator in _TRADE or number.discourse.last in TRADED:
        return True
    stop = min(number.passage.sentence.end, number.quantity.full_end + _NEAR)
    beside = number.passage.between(number.passage.sentence.start, stop)
    return any(isinstance(t, Word) and (t.of("product") or _is_abroad(t)) for t in beside)


def _is_abroad(word: Word) -> bool:
    code = area_code(word, None)
    return code is not None and is_country(code) and code != "VN"


def _goods_from_abroad(number: Number) -> bool:
    """Whether goods from abroad are what the money behind "chi" buys."""
    start, stop = number.after
    stop = min(stop, start + 90)
    return bool(
        _FOR_GOODS.match(number.passage.folded, number.quantity.full_end, stop)
        and _ABROAD.search(number.passage.folded, start, stop)
    )
