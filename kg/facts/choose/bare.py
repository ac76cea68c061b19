"""What a bare name means, one that names an indicator in its context only, and what words of no indicator say."""

from __future__ import annotations

import regex

from kg.facts.choose.choice import NOTHING, OUTSIDE, Choice
from kg.facts.choose.growth import economic
from kg.facts.choose.number import Number, codes
from kg.facts.kinds import INVESTED, RELATIVE, TRADED
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

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
_TOURISM = ("tourist-arrivals", "tourism-revenue")
_TAKINGS = (fold_pattern("doanh thu"), fold_pattern("tổng doanh thu"), fold_pattern("doanh số"))
_NEW = regex.compile(fold_pattern(r"(?<![\p{L}])(?:mới|thành lập|đăng ký|ra đời|gia nhập)(?![\p{L}])"))
_OF_ONE = regex.compile(
    fold_pattern(r"hợp nhất|thuần|của (?:công ty|tập đoàn|hãng|doanh nghiệp)|(?<![\p{L}])(?:quý này|bán hàng tại)")
)
_SOON = 2  # sentences
_PRICE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?<!đơn |trị |đánh |yếu tố |tăng )giá(?! trị| tri)(?: (?!nên|mà|khiến|làm|xuất khẩu"
        r"|nhập khẩu)\p{L}+){0,4} $|(?<![\p{L}])thuế giá trị gia tăng(?: của)?(?: hàng(?: hóa)?)? $"
    )
)
_OF_PRICE = fold_pattern("giá")
REGISTERED = fold_pattern("đăng ký")
_FEES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])thu (?:ngân sách|nsnn)[^,;.:\d]{0,20}(?: năm \d{4})? (?:đối với|từ|về)(?: các| khoản| loại)*"
        r" (?:phí|thuế|lệ phí)[^,;.:\d]{0,24}$"
    )
)
_FUND, CAPITAL_FROM = fold_pattern("nguồn vốn"), fold_pattern("vốn từ")
# "kế hoạch vốn ..., vốn ngân sách Trung ương hỗ trợ 1.010 tỷ đồng"
_PART_OF_FUNDS = regex.compile(
    fold_pattern(
        r"(?:\s*%?\s*(?:kế hoạch|kh)?\))?\s*[,;]\s*(?:và |còn |gồm |riêng |(?:thấp|cao|chậm|nhanh) nhất là )?"
        r"(?:nguồn |phần )?vốn(?! điều lệ| chủ)(?![\p{L}])"
    )
)
_OF_OWNERS = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:thành phần|tp|loại hình)\s$")
)  # "chia theo thành phần kinh tế"
_GROWTH = fold_pattern("tăng trưởng")
_PROMOTION = fold_pattern("khuyến công")
_LEVEL_OF_HEADINGS = 9  # below all headings: the frame that every open one gives


def named(number: Number, word: Word) -> str | None:
    """The indicator of a word that names one in its context only ("xuất khẩu đạt ...")."""
    bare = codes(word, context=True)
    if bare and _priced(number, word):
        return None
    if bare == ["gdp"] and _OF_OWNERS.search(number.passage.folded, max(number.gap[0], word.start - 12), word.start):
        return None
    if bare == ["enterprises"] and number.quantity.dimension == "bare" and _other_thing(number):
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


def _other_thing(number: Number) -> bool:
    """Whether a count that firms are named before is of another thing ("doanh nghiệp này sẽ bán 300 nghìn căn hộ")."""
    return _THING_BEHIND.match(number.passage.folded, number.quantity.full_end) is not None


_THING_BEHIND = regex.compile(
    fold_pattern(r"\s*(?!(?:và|so|trong|vào|hoạt|đang|còn|đã|mới|thành|đăng|với|ở|tại)(?![\p{L}]))\p{L}{2}")
)


def _yields_to(number: Number, bare: list[str], word: Word) -> bool:
    """Whether a bare word yields to a full name: but "vốn FDI giải ngân" is what was carried out, none registered."""
    full = number.full_names(word)
    carried = bare == ["implemented-capital"] and full == ["registered-capital"]
    return bool(full) and not (carried and REGISTERED not in number.passage.folded[word.start : word.end])


def _priced(number: Number, word: Word) -> bool:
    """Whether a bare "xuất khẩu" ends the name of a price ("giá cà phê xuất khẩu giảm 14%")."""
    start = max(number.gap[0], word.start - 40)
    folded = number.passage.folded
    return folded.find(_OF_PRICE, start, word.start) >= 0 and _PRICE.search(folded, start, word.start) is not None


def _of_last(number: Number, word: Word) -> bool:
    """Whether a name stands right behind the number before ("450 triệu USD vốn FDI và giải ngân 300 triệu USD")."""
    return number.index > 0 and word.start - number.gap[0] <= 2


def outside(number: Number, choice: Choice, word: Word) -> Choice | None:
    """What a word of no indicator says of a number."""
    quantity, subjects = number.quantity, (number.frame.indicator, number.discourse.last)
    label = word.of("outside")
    price = label is not None and label.concept.code == "price"
    if price and quantity.dimension == "percent" and "cpi" in subjects:
        return Choice("cpi", "indicator.inherited")  # "giá xăng tăng 5%" after the index of prices
    if quantity.dimension.startswith("count"):
        return None  # a count says by its noun what it is of
    if quantity.unit == "VND" and _FEES.search(number.gap_text) and number.fits("budget-revenue"):
        return Choice("budget-revenue", "indicator.of-fees", word)  # "... đối với các khoản phí ..."
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


_DRAWN = regex.compile(fold_pattern(r"[,;] (?:và )?thu hút(?: (?:được|khoảng|hơn|gần|trên))*\s*$"))  # no firm's own


def doubted(number: Number, choice: Choice) -> Choice | None:
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
        if frame.indicator == "new-enterprises" and of_firms and not _DRAWN.search(number.gap_text):
            return Choice("new-enterprise-capital", "indicator.of-firms", choice.word)  # "có 512 doanh nghiệp mới, vốn"
        if not invested and frame.indicator not in TRADED:
            return NOTHING
    return None
