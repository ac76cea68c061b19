"""The indicator named before a number, by the vocabulary."""

from __future__ import annotations

import regex

from kg.facts.choose import bare, counted, firms, shared
from kg.facts.choose.buyers import is_abroad, side_of, theirs_to_us
from kg.facts.choose.choice import NOTHING, OUTSIDE, Choice
from kg.facts.choose.number import Number, codes
from kg.facts.kinds import INVESTED, INVESTMENTS, RELATIVE, TRADED, ZONE_TYPES
from kg.mentions.scan import Word
from kg.text.normalise import fold, fold_pattern

_PAID_OUT = fold_pattern("giải ngân")
# Indicators in which places are ranked.
RANKED = (
    "pci",
    "gdp",
    "iip",
    "registered-capital",
    "export-turnover",
    "import-turnover",
    "budget-revenue",
    "industrial-production-value",
    "public-investment",
    "retail-sales",
    "new-enterprises",
    "gdp-per-capita",
    "labour-productivity",
)
_BARE_TRADES = frozenset(map(fold, ("xuất khẩu", "nhập khẩu", "bán lẻ", "xuất nhập khẩu")))
_WHILE = regex.compile(fold_pattern(r"(?:,|;)\s*(?:trong khi(?: đó)?|còn|nhưng|song|ngược lại),?\s*$"))
_COMMA = regex.compile(fold_pattern(r"(?:,\s*(?:và |còn |trong khi |trong khi đó,? |riêng )?|\s(?:và|thì|còn)\s)$"))
_TURNS = regex.compile(
    fold_pattern(
        r"\s*(?:cũng |đã |lại |vẫn |chỉ |hàng hóa )*(?:(?:ước|dự kiến)\s+)?(?:tăng|giảm|đạt|mất|hụt|sụt|lùi|tụt|nhích)"
        r"(?: \p{L}+)?\s*"
    )
)
_TURNOVER = regex.compile(fold_pattern(r"(?<![\p{L}])kim ngạch(?![\p{L}])"))
_VOLUME_OF = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:(?:khối|tổng|số|sản) )?lượng (?!khách|kiều|lớn|tiền)\p{L}[^,;.:\d]{0,40}$")
)
# "xuất khẩu hồ tiêu giảm mạnh: lượng giảm 4%", "cà phê: lượng xuất sụt 12,3%"
_ITS_VOLUME = regex.compile(
    fold_pattern(
        r"(?<=[:,;(] (?:về |song |nhưng )?)lượng(?: xuất| nhập| bán| mua)?(?: khẩu)? (?:tăng|giảm"
        r"|sụt|hụt|nhích|rơi|mất)"
        r"(?: (?:tới|đến|gần|hơn|khoảng|nhẹ|mạnh|thêm))*\s*$"
    )
)
_OF_ZONES = INVESTED | {"employment", "export-turnover", "industrial-production-value", "investment-projects"}
_OWNED = regex.compile(fold_pattern(r"(?<![\p{L}])(?:khu vực|khối|doanh nghiệp|dn|nhóm)(?: kinh tế)? có $"))
_WITHIN = regex.compile(fold_pattern(r"(?<![\p{L}])trong (?:tổng )?(?:số )?$"))
_A_SECTOR = regex.compile(fold_pattern(r"(?<![\p{L}])(?:kv|khu vực|thành phần|khối)\s+kinh tế$"))
_OF_OWNER = regex.compile(fold_pattern(r" (?:trong nước|nhà nước|tư nhân|cá thể|tập thể|ngoài|có vốn)(?![\p{L}])"))
_WEIGHTS = ("mass", "volume", "count", "count-vehicle")
_BRANCHES = (fold_pattern("lĩnh vực "), fold_pattern("ngành "))
_PLURAL = fold_pattern("các")
_BECAUSE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:do|nhờ|vì|bởi|khi|dù|mặc dù|trong khi)\s+(?:kim ngạch\s+)?$"))
_AND_BUYS = regex.compile(
    fold_pattern(
        r",? (?:đồng thời|và|còn|nhưng|trong khi)(?: \p{L}+){0,2} (?:mua|nhập) (?:vào|về)"
        r"(?: (?:khoảng|hơn|gần|trên))?\s*$"
    )
)
_IN_FIRMS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:trong|tại|ở) (?:các )?$"))
_MEASURED_BY = regex.compile(fold_pattern(r"(?:tỷ trọng|tỷ lệ) [^,;.]{4,60} (?:trên|so với)(?: tổng)? $"))
_FROM = fold_pattern("từ ")
_RETAIL = fold_pattern("bán lẻ")
_OFFICE = fold_pattern("cục ")
_OFFICES = tuple(map(fold_pattern, ("cục ", "ngành ", "cơ quan ")))
_SUFFERS = fold_pattern("chịu thiệt hại")
_FOR_PROMOTION = regex.compile(
    fold_pattern(r"\s*(?:(?:cho|để)\s+(?:\p{L}+\s+){0,2}?|(?:kinh phí|vốn|tiền)\s+)khuyến công(?![\p{L}])")
)


_LET = regex.compile(
    fold_pattern(
        r"\s*(?:trong (?:số )?đó |đất )?(?:đã |đang )?(?:có (?:người|khách|chủ)|được) (?:thuê|thuê lại)(?![\p{L}])"
    )
)


def before(number: Number) -> Choice | None:
    """The indicator that the words before a number name, as far as it can be this number's."""
    if number.quantity.dimension == "money" and _FOR_PROMOTION.match(number.passage.folded, number.quantity.full_end):
        return Choice("industrial-promotion-funding", "indicator.behind")  # "60 tỷ đồng cho khuyến công"
    if number.quantity.dimension == "money" and _of_schemes(number):
        return Choice("industrial-promotion-funding", "indicator.context")
    of_zones = number.frame.indicator == "zone-industrial-land" and number.quantity.dimension == "area"
    if of_zones and _LET.match(number.passage.folded, number.quantity.full_end):
        return Choice("zone-leased-land", "indicator.behind")  # "3.170 ha đất, 2.256 ha trong đó có người thuê"
    choice = _spoken(number)
    if choice is None or choice.word is None:
        return None
    if choice.rule == "indicator.verb":
        return choice
    word = choice.word
    if _of_whole_investment(number, choice, word):
        return Choice(number.frame.indicator or choice.code, "indicator.part", word)
    if choice.code == OUTSIDE:
        return bare.outside(number, choice, word)
    if choice.code == "trade-turnover" and number.quantity.unit == "VND":
        if number.frame.indicator == "budget-revenue":
            return Choice("budget-revenue", "indicator.inherited")  # "thu 15.620 tỷ, gồm: nội địa 13.480 tỷ, XNK 2.140"
        if number.passage.folded.endswith(_FROM, 0, word.start):
            taken = [w for w in number.gap_words() if w.end < word.start and "budget-revenue" in w.wording.full]
            if taken:
                return Choice("budget-revenue", "indicator.named", taken[-1])  # "thu ngân sách từ xuất nhập khẩu"
    thing = _thing_counted(number, choice)
    if thing is not None:
        return thing
    if number.measure == "rank" and choice.code not in RANKED:
        return NOTHING
    if choice.code == "investment-projects" and number.measure == "completion" and _PAID_OUT in number.gap_text:
        return Choice("public-investment", "indicator.named", word)  # "giải ngân các dự án mới đạt 9,2% kế hoạch"
    if choice.rule == "indicator.context":
        choice = _by_volume(number, choice, word)
        doubted = bare.doubted(number, choice)
        if doubted is not None:
            return doubted
    return shared.settled(number, choice, word)


def _of_schemes(number: Number) -> bool:
    """Whether money is for schemes counted under a heading on industrial promotion ("- 17 đề án, 1.860 triệu đồng")."""
    folded, start = number.passage.folded, number.passage.sentence.start
    if _SCHEMES.search(folded, start, number.quantity.full_start) is None:
        return False
    return folded.rfind(_PROMOTION, max(0, start - _ABOVE), start) >= 0 or _KC.match(folded, start) is not None


_SCHEMES = regex.compile(fold_pattern(r"\d đề án,? (?:(?:với|có|tổng|kinh phí|kp|vốn|là|khoảng|hơn|gần) )*$"))
_PROMOTION = fold_pattern("khuyến công")
_KC = regex.compile(r"\W*kc(?!\p{L})")
_ABOVE = 160  # letters


def _of_whole_investment(number: Number, choice: Choice, word: Word) -> bool:
    """Whether a bare "vốn" is a part of the investment told of ("vốn đầu tư toàn xã hội ..., vốn nhà nước đạt ...")."""
    if choice.code == "retail-sales" and number.frame.indicator in INVESTED:
        return number.passage.folded[: word.start].endswith(_BRANCHES)  # "vốn vào lĩnh vực bán lẻ đạt 311 triệu USD"
    if number.frame.indicator not in INVESTMENTS or choice.code not in ("registered-capital", OUTSIDE):
        return False
    if choice.code == OUTSIDE:  # "ngân sách trung ương 1.200 tỷ đồng" of public funds
        source = word.of("sector")
        return word.of("code/investor") is not None or (
            source is not None and source.concept.code.startswith("budget-")
        )
    return bare.REGISTERED not in number.passage.folded[number.gap[0] : word.end]


def _by_volume(number: Number, choice: Choice, word: Word) -> Choice:
    """The volume of trade, where that is what grows ("lượng thép bán ra nước ngoài tăng 36%")."""
    side, _, told = choice.code.partition("-")
    if told != "turnover" or number.measure not in RELATIVE:
        return choice
    if not _VOLUME_OF.search(number.passage.folded, number.gap[0], word.start) and not _ITS_VOLUME.search(
        number.passage.folded, max(word.start - 6, number.gap[0]), number.gap[1]
    ):
        return choice
    return Choice(f"{side}-volume", "indicator.volume-of-trade", word)


def _next_owner(number: Number, word: Word) -> bool:
    """Whether foreign capital is but the next of the owners that shares of an indicator are told of, one by one."""
    told = [fact for fact in number.discourse.told if fact.measure == "level"]
    if not told or told[-1].investor is None or told[-1].indicator in INVESTED or number.measure != "level":
        return False
    if number.quantity.unit not in (None, told[-1].unit):
        return False
    return _NEXT.fullmatch(number.passage.folded, number.gap[0], word.start) is not None


_NEXT = regex.compile(fold_pattern(r"\W*[;,]\s*(?:và |còn )?(?:khu vực )?(?:có )?"))


def _spoken(number: Number) -> Choice | None:
    """The last word that names a fitting indicator; OUTSIDE where one of no concern is nearer.

    Behind another number, a growth or share keeps to the indicator in force unless a full name stands there.
    """
    of_whole = number.frame.indicator == "trade-turnover"  # "xuất nhập khẩu giảm 2%, trong đó xuất khẩu giảm 1%"
    context = not (number.index and number.measure in RELATIVE and number.frame.indicator is not None) or of_whole
    for word in reversed(number.words):
        if number.passage.folded.endswith(_OFFICE, 0, word.start):
            continue  # "Theo Cục Xuất nhập khẩu, lượng gạo bán ra tăng 2%"
        full = number.full_names(word)
        if full == ["gdp"] and _MEASURED_BY.search(number.passage.folded, number.gap[0], word.start):
            full = []  # "tỷ trọng vốn đầu tư toàn xã hội trên GDP"
        of_whole = number.before_is("percent") and not number.passage.folded[number.gap[0] : word.start].strip()
        if full == ["gdp"] and of_whole and number.frame.indicator not in (None, "gdp"):
            continue  # "bằng 38% GRDP; khu vực tư nhân chiếm 61%"
        if (
            full == ["export-turnover"]
            and of_whole
            and _AND_BUYS.search(number.passage.folded, word.end, number.gap[1])
        ):
            return Choice(
                "import-turnover", "indicator.verb", word
            )  # "bằng 71% kim ngạch xuất khẩu, đồng thời mua vào"
        if full == ["registered-capital"] and _OWNED.search(number.passage.folded, number.gap[0], word.start):
            continue  # "khu vực có vốn ngoại áp đảo với 118 tỷ USD"
        if full == ["registered-capital"] and _next_owner(number, word):
            continue  # "nhà nước 2.130 tỷ; ngoài nhà nước 2.870 tỷ; vốn đầu tư nước ngoài 1.203 tỷ" of the output
        if full == ["registered-capital"] and shared.carried_out(number, word):
            return Choice("implemented-capital", "indicator.named", word)
        if (
            full == ["enterprises"]
            and number.frame.indicator == "employment"
            and _IN_FIRMS.search(number.passage.folded, max(number.gap[0], word.start - 12), word.start)
        ):
            continue  # "8.300 công nhân của các doanh nghiệp dệt may, gấp đôi năm 2012"
        told = number.frame.indicator or number.discourse.last
        if full and full[0] in ZONE_TYPES and number.measure == "share" and told in _OF_ZONES:
            continue  # "các nhà máy dùng 92.400 lao động; riêng KCN chiếm 85%": of the workers
        if full and full[0] in ZONE_TYPES and number.quantity.dimension == "percent":
            full = _rate_of_zones(number, word) or full
        if full and full[0] in _HOUSES and number.quantity.dimension == "percent" and _where_it_is(number, word):
            continue  # "giá trị sản xuất công nghiệp trong KCN, CCN tăng 13,9%", "xuất khẩu từ các dự án FDI tăng 9%"
        if full == ["export-turnover"] and theirs_to_us(number, word):
            full = ["import-turnover"]  # "kim ngạch xuất khẩu của Chile vào nước ta"
        if full:
            return _whole_of_part(number, word) or Choice(full[0], "indicator.named", word)
        volume = _weighed(number, word)
        if volume is not None:
            return Choice(volume, "indicator.volume-of-trade", word)
        if word.of("outside") is not None:
            if _ORDERS.match(number.passage.folded, word.start):
                continue  # "đơn hàng từ ASEAN sụt 11%": what is sold there
            if _BRINGS_ABOUT.search(number.passage.folded, word.end, number.gap[1]):
                continue  # "Thiếu đơn hàng kéo dài khiến sản xuất da giảm 21,3%"
            if number.passage.folded.endswith(_OFFICES, 0, word.start):
                continue  # "Cục Thuế tỉnh thu 5.200 tỷ đồng": who collects it
            if number.passage.folded.startswith(_SUFFERS, word.start - 5):
                continue  # "nông nghiệp chịu thiệt hại do bão nên chỉ tăng 0,8%"
            if ";" in number.passage.folded[word.end : number.gap[1]] and number.frame.indicator in TRADED:
                continue  # "giảm 5% vì giá thấp; hàng gỗ 120 triệu USD"
            if number.passage.folded[word.start : word.end] == bare.CAPITAL_FROM and is_abroad(number, word):
                continue  # "vốn từ Đài Loan lên tới 1,9 tỷ USD", not "vốn từ 5 tỷ đồng trở lên"
            if _rest_of_name(number, word) or _TURNOVER.search(number.passage.folded, word.end, number.gap[1]):
                continue  # "đóng góp lớn về thuế có kim ngạch tăng như: xe máy đạt ..."
            return Choice(OUTSIDE, "indicator.outside", word)
        meant = bare.named(number, word) if context or _new_clause(number, word) else None
        if meant == "gdp" and number.index and _A_SECTOR.search(number.passage.folded, number.gap[0], word.end):
            continue  # "(khu vực kinh tế nhà nước 1.102 tỷ đồng ...)": a part of the indicator in force
        if meant == "gdp" and number.frame.indicator and _OF_OWNER.match(number.passage.folded, word.end):
            continue  # "xuất khẩu ...; kinh tế trong nước 500 triệu USD, kinh tế có vốn ĐTNN 810 triệu USD"
        if meant is not None:
            return Choice(side_of(number, word, meant), "indicator.context", word)
    return None


_BRINGS_ABOUT = regex.compile(fold_pattern(r"(?<![\p{L}])(?:khiến|làm cho)(?: cho)? (?=\p{L}+ )[^,;.\d]{6,}$"))
_ORDERS = regex.compile(fold_pattern(r"(?:số |lượng )*đơn hàng (?:từ|sang|đi|vào)(?![\p{L}])"))


def _weighed(number: Number, word: Word) -> str | None:
    """The volume of a trade whose turnover is named before a count ("kim ngạch nhập khẩu ô tô đạt 7 nghìn chiếc")."""
    if number.measure != "level" or number.quantity.dimension not in _WEIGHTS:
        return None
    named = next((code for code in codes(word) if code in ("export-turnover", "import-turnover")), None)
    volume = f"{named.partition('-')[0]}-volume" if named is not None else None
    return volume if volume is not None and number.fits(volume) else None


def _rate_of_zones(number: Number, zones: Word) -> list[str]:
    """What is told of the zones that a rate's name ends with ("tỷ lệ lấp đầy các KCN tăng 3%")."""
    for word in number.words:
        between = number.passage.folded[word.end : zones.start].strip()
        if word.end <= zones.start and between in ("", _PLURAL) and "zone-occupancy" in word.wording.full:
            return ["zone-occupancy"]
    return []


def _where_it_is(number: Number, house: Word) -> bool:
    """Whether zones or projects are but where that is, or whose, whose indicator is named before them."""
    told = [
        w for w in number.words if w.end <= house.start and set(codes(w) + codes(w, context=True)) - set(codes(house))
    ]
    return any(_IN_HOUSES.fullmatch(number.passage.folded, w.end, house.start) for w in told)


_HOUSES = (*ZONE_TYPES, "investment-projects")
_IN_HOUSES = regex.compile(
    fold_pattern(
        r"(?: (?!và )\p{L}+){0,3} (?:của|trong|tại|ở|từ) (?:các |những )?"
        r"(?:(?:kcn|ccn|kkt|khu công nghiệp|cụm công nghiệp|khu kinh tế)(?:,| và) (?:các )?)?"
    )
)


def _whole_of_part(number: Number, word: Word) -> Choice | None:
    """The whole that a share is of, not the part that it names ("trong tổng vốn đầu tư, vốn nhà nước chiếm 13%")."""
    if number.measure != "share":
        return None
    folded, start = number.passage.folded, number.gap[0]
    for whole in number.words:
        if whole.start >= word.start:
            return None
        codes_ = number.full_names(whole)
        if codes_ and _WITHIN.search(folded, max(start, whole.start - 20), whole.start):
            return Choice(codes_[0], "indicator.named", whole)
    return None


def _new_clause(number: Number, word: Word) -> bool:
    """Whether a bare name stands in a clause of its own ("lạm phát 0,2%; tăng trưởng đạt 6%; xuất khẩu tăng 3%")."""
    folded, (start, stop) = number.passage.folded, number.gap
    if ";" in folded[start : word.start]:
        return True
    if _ECONOMY.search(folded, start, stop):
        return True
    if number.frame.indicator == "trade-balance" and _BECAUSE.search(folded, start, word.start):
        return True  # "nhập siêu 21 tỷ USD, do nhập khẩu từ nước này tăng 47%"
    behind = _behind_goods(number, word)
    if folded[word.start : word.end] not in _BARE_TRADES or _TURNS.fullmatch(folded, behind, stop) is None:
        return False
    if behind > word.end and number.frame.indicator == "product-output":
        return _COMMA.search(folded, start, word.start) is not None  # "sản lượng 12 tấn, xuất khẩu thủy sản tăng 8%"
    if folded[word.start : word.end] == _RETAIL and number.frame.indicator in TRADED:
        return _COMMA.search(folded, start, word.start) is not None  # "xuất khẩu tăng 22,8%, bán lẻ tăng 33,9%"
    if _WHILE.search(folded, start, word.start) is not None:
        return True  # "xuất khẩu giảm 3,1%, trong khi nhập khẩu tăng 9,4%"
    return _COMMA.search(folded, start, word.start) is not None  # "xuất khẩu tăng 20%, nhập khẩu giảm 12%"


# "chỉ số sản xuất công nghiệp tăng 21%, còn kinh tế tỉnh tăng 8,4%"
_ECONOMY = regex.compile(
    fold_pattern(
        r",\s*(?:(?:còn|trong khi|riêng|kéo|giúp|đưa|nhờ đó|qua đó)\s+)?(?:nền )?kinh tế(?: của)?(?: toàn| cả)?"
        r"(?: tỉnh| thành phố| nước)? (?:ước |đã |chỉ )?(?:tăng|giảm)(?: trưởng)?(?: khoảng| gần| hơn)?\s*$"
    )
)


def _behind_goods(number: Number, word: Word) -> int:
    """Where a bare trade ends with the goods that it names right behind ("xuất khẩu tôm đông lạnh tăng 8%")."""
    named = (w for w in number.words if w.start == word.end + 1 and w.of("product") is not None)
    goods = next(named, None)
    if goods is None:
        return word.end
    return max(w.end for w in number.words if w.start >= goods.start and w.of("product") is not None)


def _rest_of_name(number: Number, word: Word) -> bool:
    """Whether a word only ends a misspelled name ("tổng mức bán lẻ hàng hóa và doanh thu dich vụ")."""
    return any(0 < word.start - w.end <= 5 and number.full_names(w) for w in number.words)


def _thing_counted(number: Number, choice: Choice) -> Choice | None:
    """The indicator of the counted noun, where it is another than the one named and surer of its number."""
    dimension = number.quantity.dimension
    if number.measure != "level" or not dimension.startswith("count") or dimension == "count-person":
        return None
    thing = counted.by_noun(number)
    if thing is None or thing.code == choice.code:
        return None
    surer = (
        thing.word is not None
        or thing.rule == firms.FATE
        or choice.rule == "indicator.context"
        or dimension in ("count-zone", "count-project")  # "vốn đăng ký ... 24 dự án"
    )
    return thing if surer else None
