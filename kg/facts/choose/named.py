"""The indicator named before a number, by the vocabulary."""

from __future__ import annotations

import regex

from kg.facts.choose import counted, shared
from kg.facts.choose.buyers import is_abroad, side_of
from kg.facts.choose.choice import NOTHING, OUTSIDE, Choice
from kg.facts.choose.growth import economic
from kg.facts.choose.number import Number, codes
from kg.facts.kinds import INVESTED, INVESTMENTS, RELATIVE, TRADED, ZONE_TYPES
from kg.mentions.scan import Word
from kg.text.normalise import fold, fold_pattern

_PAID_OUT = fold_pattern("giải ngân")
# Indicators in which places are ranked.
RANKED = ("pci", "gdp", "iip", "registered-capital", "export-turnover", "budget-revenue")
# A bare "xuất khẩu", "kinh tế" carries a percentage by itself; a bare "sản xuất", "diện tích" does not.
_RELATIVE_CONTEXT = frozenset(
    {
        "gdp",
        "iip",
        "export-turnover",
        "import-turnover",
        "trade-turnover",
        "retail-sales",
        "industrial-inventory-index",
        "registered-capital",
        "implemented-capital",
        "unemployment-rate",
        "industrial-promotion-funding",
        "new-enterprises",
        "new-enterprise-capital",
        "poverty-rate",
    }
)
# Bare words that yield to a full name before them.
_YIELDING = frozenset(
    {
        "implemented-capital",
        "registered-capital",
        "product-output",
        "employment",
        "zone-area",
        "crop-area",
        "new-enterprise-capital",
    }
)
# What is told of all that a place makes, sells and takes in, of which trade is no part ("GRDP tăng 8%, xuất khẩu tăng
# 12%"): a comma is enough.
_OF_ALL = frozenset({"iip", "gdp", "budget-revenue", "total-investment", "industrial-production-value", "retail-sales"})
_BARE_TRADES = frozenset(map(fold, ("xuất khẩu", "nhập khẩu", "bán lẻ", "xuất nhập khẩu")))
_WHILE = regex.compile(fold_pattern(r"(?:,|;)\s*(?:trong khi(?: đó)?|còn|nhưng|song|ngược lại),?\s*$"))
_COMMA = regex.compile(fold_pattern(r",\s*(?:và |còn |trong khi |trong khi đó,? |riêng )?$"))
_TURNS = regex.compile(
    fold_pattern(
        r"\s*(?:cũng |đã |lại |vẫn |chỉ |hàng hóa )*(?:(?:ước|dự kiến)\s+)?(?:tăng|giảm|đạt|mất|hụt|sụt|lùi|tụt|nhích)"
        r"(?: \p{L}+)?\s*"
    )
)
_TOURISM = ("tourist-arrivals", "tourism-revenue")
_TAKINGS = (fold_pattern("doanh thu"), fold_pattern("tổng doanh thu"), fold_pattern("doanh số"))
_NEW = regex.compile(fold_pattern(r"(?<![\p{L}])(?:mới|thành lập|đăng ký|ra đời|gia nhập)(?![\p{L}])"))
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
_OF_ONE = regex.compile(
    fold_pattern(r"hợp nhất|thuần|của (?:công ty|tập đoàn|hãng|doanh nghiệp)|(?<![\p{L}])(?:quý này|bán hàng tại)")
)
_WEIGHTS = ("mass", "volume", "count", "count-vehicle")
_SOON = 2  # sentences
_PRICE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?<!đơn |trị |đánh |yếu tố |tăng )giá(?! trị| tri)(?: (?!nên|mà|khiến|làm|xuất khẩu"
        r"|nhập khẩu)\p{L}+){0,4} $|(?<![\p{L}])thuế giá trị gia tăng(?: của)?(?: hàng(?: hóa)?)? $"
    )
)
_BRANCHES = (fold_pattern("lĩnh vực "), fold_pattern("ngành "))
_OF_PRICE = fold_pattern("giá")
_PLURAL = fold_pattern("các")
_REGISTERED = fold_pattern("đăng ký")
_BECAUSE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:do|nhờ|vì|bởi|khi|dù|mặc dù|trong khi)\s+(?:kim ngạch\s+)?$"))
_AND_BUYS = regex.compile(
    fold_pattern(
        r",? (?:đồng thời|và|còn|nhưng|trong khi)(?: \p{L}+){0,2} (?:mua|nhập) (?:vào|về)"
        r"(?: (?:khoảng|hơn|gần|trên))?\s*$"
    )
)
_IN_FIRMS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:trong|tại|ở) (?:các )?$"))
_MEASURED_BY = regex.compile(fold_pattern(r"(?:tỷ trọng|tỷ lệ) [^,;.]{4,60} (?:trên|so với)(?: tổng)? $"))
_FEES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])thu (?:ngân sách|nsnn)[^,;.:\d]{0,20}(?: năm \d{4})? (?:đối với|từ|về)(?: các| khoản| loại)*"
        r" (?:phí|thuế|lệ phí)[^,;.:\d]{0,24}$"
    )
)
_FROM = fold_pattern("từ ")
_FUND, _CAPITAL_FROM = fold_pattern("nguồn vốn"), fold_pattern("vốn từ")
# "kế hoạch vốn ..., vốn ngân sách Trung ương hỗ trợ 1.010 tỷ đồng"
_PART_OF_FUNDS = regex.compile(
    fold_pattern(
        r"(?:\s*%?\s*(?:kế hoạch|kh)?\))?\s*[,;]\s*(?:và |còn |gồm |riêng |(?:thấp|cao|chậm|nhanh) nhất là )?"
        r"(?:nguồn |phần )?vốn(?! điều lệ| chủ)(?![\p{L}])"
    )
)
_SUFFERS = fold_pattern("chịu thiệt hại")
_GROWTH = fold_pattern("tăng trưởng")
_FOR_PROMOTION = regex.compile(fold_pattern(r"\s*(?:cho|để)\s+(?:\p{L}+\s+){0,2}?khuyến công(?![\p{L}])"))
_PROMOTION = fold_pattern("khuyến công")
_LEVEL_OF_HEADINGS = 9  # below all headings: the frame that every open one gives


_LET = regex.compile(
    fold_pattern(
        r"\s*(?:trong (?:số )?đó |đất )?(?:đã |đang )?(?:có (?:người|khách|chủ)|được) (?:thuê|thuê lại)(?![\p{L}])"
    )
)


def before(number: Number) -> Choice | None:
    """The indicator that the words before a number name, as far as it can be this number's."""
    if number.quantity.dimension == "money" and _FOR_PROMOTION.match(number.passage.folded, number.quantity.full_end):
        return Choice("industrial-promotion-funding", "indicator.behind")  # "60 tỷ đồng cho khuyến công"
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
        return _outside(number, choice, word)
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
        doubted = _doubted(number, choice)
        if doubted is not None:
            return doubted
    return shared.settled(number, choice, word)


def _of_whole_investment(number: Number, choice: Choice, word: Word) -> bool:
    """Whether a bare "vốn" is a part of the investment told of ("vốn đầu tư toàn xã hội ..., vốn nhà nước đạt ...")."""
    if choice.code == "retail-sales" and number.frame.indicator in INVESTED:
        return number.passage.folded[: word.start].endswith(_BRANCHES)  # "vốn vào lĩnh vực bán lẻ đạt 311 triệu USD"
    if number.frame.indicator not in INVESTMENTS or choice.code not in ("registered-capital", OUTSIDE):
        return False
    if choice.code == OUTSIDE:
        return word.of("code/investor") is not None
    return _REGISTERED not in number.passage.folded[number.gap[0] : word.end]


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


def _spoken(number: Number) -> Choice | None:
    """The last word that names a fitting indicator; OUTSIDE where one of no concern is nearer.

    Behind another number, a growth or share keeps to the indicator in force unless a full name stands there.
    """
    of_whole = number.frame.indicator == "trade-turnover"  # "xuất nhập khẩu giảm 2%, trong đó xuất khẩu giảm 1%"
    context = not (number.index and number.measure in RELATIVE and number.frame.indicator is not None) or of_whole
    for word in reversed(number.words):
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
        if full == ["registered-capital"] and shared.carried_out(number, word):
            return Choice("implemented-capital", "indicator.named", word)
        if (
            full == ["enterprises"]
            and number.frame.indicator == "employment"
            and _IN_FIRMS.search(number.passage.folded, max(number.gap[0], word.start - 12), word.start)
        ):
            continue  # "12.500 lao động làm việc trong các doanh nghiệp công nghiệp, gấp 2,5 lần năm 2014"
        told = number.frame.indicator or number.discourse.last
        if full and full[0] in ZONE_TYPES and number.measure == "share" and told in _OF_ZONES:
            continue  # "các nhà máy dùng 92.400 lao động; riêng KCN chiếm 85%": of the workers
        if full and full[0] in ZONE_TYPES and number.quantity.dimension == "percent":
            full = _rate_of_zones(number, word) or full
        if full:
            return _whole_of_part(number, word) or Choice(full[0], "indicator.named", word)
        volume = _weighed(number, word)
        if volume is not None:
            return Choice(volume, "indicator.volume-of-trade", word)
        if word.of("outside") is not None:
            if number.passage.folded.startswith(_SUFFERS, word.start - 5):
                continue  # "nông nghiệp chịu thiệt hại do bão nên chỉ tăng 0,8%"
            if ";" in number.passage.folded[word.end : number.gap[1]] and number.frame.indicator in TRADED:
                continue  # "giảm 5% vì giá thấp; hàng gỗ 120 triệu USD"
            if number.passage.folded[word.start : word.end] == _CAPITAL_FROM and is_abroad(number, word):
                continue  # "vốn từ Đài Loan lên tới 1,9 tỷ USD", not "vốn từ 5 tỷ đồng trở lên"
            if _rest_of_name(number, word) or _TURNOVER.search(number.passage.folded, word.end, number.gap[1]):
                continue  # "đóng góp lớn về thuế có kim ngạch tăng như: xe máy đạt ..."
            return Choice(OUTSIDE, "indicator.outside", word)
        bare = _bare_name(number, word) if context or _new_clause(number, word) else None
        if bare == "gdp" and number.index and _A_SECTOR.search(number.passage.folded, number.gap[0], word.end):
            continue  # "(khu vực kinh tế nhà nước 1.102 tỷ đồng ...)": a part of the indicator in force
        if bare == "gdp" and number.frame.indicator and _OF_OWNER.match(number.passage.folded, word.end):
            continue  # "xuất khẩu ...; kinh tế trong nước 500 triệu USD, kinh tế có vốn ĐTNN 810 triệu USD"
        if bare is not None:
            return Choice(side_of(number, word, bare), "indicator.context", word)
    return None


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
    if number.frame.indicator == "trade-balance" and _BECAUSE.search(folded, start, word.start):
        return True  # "nhập siêu 21 tỷ USD, do nhập khẩu từ nước này tăng 47%"
    if folded[word.start : word.end] not in _BARE_TRADES or _TURNS.fullmatch(folded, word.end, stop) is None:
        return False
    if number.frame.indicator in TRADED:  # "xuất khẩu giảm 3,1%, trong khi nhập khẩu tăng 9,4%"
        return _WHILE.search(folded, start, word.start) is not None
    return number.frame.indicator in _OF_ALL and _COMMA.search(folded, start, word.start) is not None


def _rest_of_name(number: Number, word: Word) -> bool:
    """Whether a word only ends a misspelled name ("tổng mức bán lẻ hàng hóa và doanh thu dich vụ")."""
    return any(0 < word.start - w.end <= 5 and number.full_names(w) for w in number.words)


def _bare_name(number: Number, word: Word) -> str | None:
    """The indicator of a word that names one in its context only ("xuất khẩu đạt ...")."""
    bare = codes(word, context=True)
    if bare and _priced(number, word):
        return None
    if not bare or (_GROWTH in number.passage.folded[word.start : word.end] and not economic(number, word)):
        return None
    if all(code in _YIELDING for code in bare) and any(
        _yields_to(number, bare, w) for w in number.words if w.start < word.start and not _of_last(number, w)
    ):
        return None  # "vốn đầu tư công giải ngân": the full name wins over the bare verb
    for code in bare:
        if (number.measure not in RELATIVE or code in _RELATIVE_CONTEXT) and number.fits(code):
            return code
    return None


def _yields_to(number: Number, bare: list[str], word: Word) -> bool:
    """Whether a bare word yields to a full name: but "vốn FDI giải ngân" is what was carried out, none registered."""
    full = number.full_names(word)
    carried = bare == ["implemented-capital"] and full == ["registered-capital"]
    return bool(full) and not (carried and _REGISTERED not in number.passage.folded[word.start : word.end])


def _priced(number: Number, word: Word) -> bool:
    """Whether a bare "xuất khẩu" ends the name of a price ("giá cà phê xuất khẩu giảm 14%")."""
    start = max(number.gap[0], word.start - 40)
    folded = number.passage.folded
    return folded.find(_OF_PRICE, start, word.start) >= 0 and _PRICE.search(folded, start, word.start) is not None


def _of_last(number: Number, word: Word) -> bool:
    """Whether a name stands right behind the number before ("450 triệu USD vốn FDI và giải ngân 300 triệu USD")."""
    return number.index > 0 and word.start - number.gap[0] <= 2


def _outside(number: Number, choice: Choice, word: Word) -> Choice | None:
    """What a word of no indicator says of a number."""
    quantity, subjects = number.quantity, (number.frame.indicator, number.discourse.last)
    label = word.of("outside")
    price = label is not None and label.concept.code == "price"
    if price and quantity.dimension == "percent" and "cpi" in subjects:
        return Choice("cpi", "indicator.inherited")  # "giá xăng tăng 5%" after the index of prices
    if quantity.dimension.startswith("count"):
        return None  # a count says by its noun what it is of
    if quantity.unit == "VND" and _FEES.search(number.gap_text) and number.fits("budget-revenue"):
        return Choice("budget-revenue", "indicator.of-fees", word)  # "thu ngân sách đối với các khoản phí là 300 tỷ"
    fund = number.passage.folded[word.start : word.end] == _FUND and "public-investment" in subjects
    part = number.frame.indicator == "public-investment" and _PART_OF_FUNDS.match(number.gap_text) is not None
    if (fund or part) and number.fits("public-investment"):
        return Choice("public-investment", "indicator.of-funds", word)  # "nguồn vốn khác là" of what is disbursed
    if _takings(number, word):
        if quantity.unit == "VND" and any(subject in _TOURISM for subject in subjects):
            return Choice("tourism-revenue", "indicator.of-tourism", word)  # "doanh thu đạt" after the visitors
        if "retail-sales" in subjects and number.fits("retail-sales"):
            return Choice("retail-sales", "indicator.of-retail", word)  # "doanh thu nhóm lưu trú, ăn uống"
    return choice if number.measure != "rank" else NOTHING


def _takings(number: Number, word: Word) -> bool:
    """Whether a word of no indicator is a plain "doanh thu", not of one company, soon after what it goes on with."""
    folded, discourse = number.passage.folded, number.discourse
    if folded[word.start : word.end] not in _TAKINGS or _OF_ONE.search(folded, word.end, number.quantity.full_start):
        return False
    return discourse.count - discourse.last_at <= _SOON or number.frame.indicator is not None


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
        or choice.rule == "indicator.context"
        or dimension in ("count-zone", "count-project")  # "vốn đăng ký ... 24 dự án"
    )
    return thing if surer else None


def _firms_begin(number: Number) -> bool:
    """Whether a bare "số doanh nghiệp" can be of new firms: new ones have been told of, or stand by it."""
    told = {number.frame.indicator, number.discourse.last}
    if told & {"new-enterprises", "new-enterprise-capital", "exited-enterprises", "resumed-enterprises"}:
        return True
    sentence = number.passage.sentence
    return _NEW.search(number.passage.folded, sentence.start, sentence.end) is not None


def _of_goods(number: Number, word: Word | None) -> bool:
    """Whether goods or a branch of farming follow a bare "giá trị sản xuất" at once."""
    if word is None:
        return False
    after = next((w for w in number.words if w.start >= word.end), None)
    near = after is not None and after.start - word.end <= 1
    return near and after is not None and after.of("product") is not None


def _doubted(number: Number, choice: Choice) -> Choice | None:
    """What becomes of a bare name that needs more around it than stands there."""
    passage, frame, discourse = number.passage, number.frame, number.discourse
    if choice.code == "industrial-promotion-funding":  # a bare "kinh phí" is of "khuyến công" only where that is said
        near = passage.folded[passage.sentence.start : number.quantity.start]
        headed = discourse.outline.frame(_LEVEL_OF_HEADINGS).indicator
        if _PROMOTION not in near and choice.code not in (frame.indicator, discourse.topic, headed):
            return Choice(OUTSIDE, "indicator.outside", choice.word)
    if choice.code == "new-enterprises" and not _firms_begin(number):
        return Choice("enterprises", "indicator.context", choice.word) if number.fits("enterprises") else None
    if choice.code == "industrial-production-value" and _of_goods(number, choice.word):
        return Choice(OUTSIDE, "indicator.outside", choice.word)  # "giá trị sản xuất tôm"
    if choice.code == "registered-capital":  # a bare "vốn" of a text on something else
        invested = discourse.about_investment or frame.indicator in INVESTED
        of_firms = number.quantity.dimension == "money" or number.measure == "growth"
        if frame.indicator == "new-enterprises" and of_firms:
            return Choice("new-enterprise-capital", "indicator.of-firms", choice.word)  # "có 512 doanh nghiệp mới, vốn"
        if not invested and frame.indicator not in TRADED:
            return NOTHING
    return None
