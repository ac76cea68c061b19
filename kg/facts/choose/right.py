"""The indicator named behind a percentage: "tăng 9,3% về số doanh nghiệp"; "45% tổng kim ngạch xuất khẩu"."""

from __future__ import annotations

import regex

from kg.facts.choose.choice import NOTHING, OUTSIDE, Choice
from kg.facts.choose.number import Number, codes
from kg.facts.choose.other_measure import CAPITAL_WITH, COUNTED_WITH, TRADED_BOTH_WAYS
from kg.facts.kinds import INVESTED, INVESTMENTS, SIDES, TRADED, ZONE_TYPES
from kg.facts.measure.percent import OF_MARKET
from kg.lexicon import Label
from kg.mentions.scan import Word
from kg.text.normalise import fold, fold_pattern

_SAME = r"(?:\s*(?:so (?:với )?)?(?:cùng kỳ|ck)(?: năm (?:trước|ngoái))?)?"  # "bằng 96,4% cùng kỳ về số doanh nghiệp"
_ABOUT = regex.compile(
    fold_pattern(
        _SAME + r"\s*(?:về|diện tích(?! (?:toàn|tự nhiên|đất|rừng|của))|của|trong|tổng|giá trị|kim ngạch|số|cơ cấu"
        r"|gtsxcn|gtsx|grdp|gdp|vốn)(?![\p{L}])"
    )
)
# "đóng góp 30% ngân sách, 86% việc làm"
_PART_OF = regex.compile(
    fold_pattern(
        r"\s*(?:cho |vào )?(?:tổng )?(?:(?P<jobs>(?:số )?việc làm(?! mới| không))|(?:thu |nguồn thu "
        r"|số thu )?(?:ngân sách"
        r"|nsnn)(?! đảng| quốc phòng))(?![\p{L}])"
    )
)
_AS_TO = regex.compile(fold_pattern(_SAME + r"\s*về(?![\p{L}])"))
_OF = regex.compile(fold_pattern(r"\s*của(?![\p{L}])"))
_RATE = regex.compile(fold_pattern(r"(?:mức|đà|tốc độ) (?:tăng|giảm|tăng trưởng)\s*$"))
_OF_ZONES = regex.compile(fold_pattern(r"\s*(?:số\s+|các\s+)?(?:kcn|ccn|khu|cụm)"))
_LIMIT = regex.compile(fold_pattern(r"[,;:.(]| và (?:xuất|nhập) siêu(?![\p{L}])"))
_SIDE = regex.compile(
    fold_pattern(
        r"\s*(?P<as>về\s+)?(?:(?P<volume>lượng|lương(?=\s+và|\s*[,;])|khối lượng|số lượng|sản lượng)"
        r"|(?P<value>giá trị|trị giá|kim ngạch|tiền))(?![\p{L}])(?P<alone>\s*(?:so|với|và|nhưng|[,;.)(]|$))?"
    )
)
_NO_PART = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:chi phí|nợ công|dư nợ|bội chi|thâm hụt|vốn hóa|nợ nước ngoài)(?![\p{L}])")
)
_LINKED = regex.compile(fold_pattern(r"(?:và|,)\s*(?:tăng|giảm)\s*$"))
_FIRMS_BEHIND = regex.compile(
    fold_pattern(
        r"\s*(?:(?:số (?:dn|doanh nghiệp|lượng|vốn)|vốn(?: đăng ký| đk)?)\s*[,;.)]"
        r"|về (?:số )?(?P<which>dn|doanh nghiệp|vốn)(?: đăng ký| đk| thành lập mới| mới)*\s*(?:[,;.)]|và|so|$))"
    )
)
_REST = regex.compile(fold_pattern(r"(?<![\p{L}])còn lại(?: \p{L}+){0,2}\s*$"))
_IS_OF = regex.compile(fold_pattern(r"\s*(?:là|thuộc về|dành cho|của)\s+(?:kim ngạch |giá trị |phần )?"))
_FIRMS = ("new-enterprises", "new-enterprise-capital")
_WITH_FIRMS = (*_FIRMS, "employment")  # and the people that they have registered
_CAPITAL = fold_pattern("vốn")


def behind(number: Number) -> Choice | None:
    """The indicator behind a percentage; two growths that follow so make a pair for the list after them."""
    if number.quantity.dimension not in ("percent", "ratio"):
        return None
    choice = _behind(number)
    if choice is None:
        return None
    if choice.code == "gdp" and number.measure == "share" and _NO_PART.search(number.gap_text):
        return Choice(OUTSIDE, "indicator.outside")  # "chi phí logistics bằng 20,9% GDP, Thái Lan 15%"
    part = next((w for w in reversed(number.words) if "total-investment" in codes(w)), None)
    if choice.code == "gdp" and number.measure == "share" and part is not None:
        return Choice("total-investment", "indicator.named", part)  # "vốn đầu tư toàn xã hội 33 - 34% GDP"
    if choice.code == "gdp" and number.measure == "share" and number.frame.indicator == "total-investment":
        return Choice("total-investment", "indicator.inherited")  # "vốn đầu tư toàn xã hội 900 tỷ đồng, bằng 34% GDP"
    if number.frame.indicator == "trade-balance" and number.measure == "share":
        return NOTHING  # "nhập siêu 2 tỷ USD, bằng 7,6% kim ngạch xuất khẩu": a ratio, no part
    if (
        number.measure == "share"
        and choice.code in SIDES
        and _OF_VOLUME.match(number.passage.folded, number.quantity.full_end)
    ):
        return Choice(f"{choice.code.partition('-')[0]}-volume", choice.rule, choice.word)
    first = number.frame.indicator
    if (
        number.measure == "growth"
        and number.index
        and first is not None
        and first != choice.code
        and _LINKED.search(number.gap_text)
    ):
        number.discourse.pair = (first, choice.code)
    return choice


_OF_VOLUME = regex.compile(  # "chiếm 39,1% tổng lượng gạo xuất khẩu"
    fold_pattern(r"\s*(?:tổng )?(?:lượng|khối lượng|sản lượng)(?: \p{L}+){0,4} (?:xuất|nhập)(?: khẩu)?(?![\p{L}])")
)


def market(number: Number) -> Choice | None:
    """The trade that a country's share of the market is of: what was told of last ("... với 46,5% thị phần")."""
    if number.reading.rule != OF_MARKET:
        return None
    told = number.frame.indicator if number.frame.indicator in TRADED and number.index else number.discourse.last
    if told not in TRADED_BOTH_WAYS or _OF_BRANDS.search(
        number.passage.folded, number.passage.sentence.start, number.quantity.full_start
    ):
        return NOTHING  # of a firm or a brand
    return Choice(f"{told.partition('-')[0]}-turnover", "indicator.of-market")


_OF_BRANDS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:doanh số|thương hiệu|hãng)(?![\p{L}])"))
_CARS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:xe|ô ?tô)(?![\p{L}])"))
_CAR_MARKS = ("xe", fold("tô"))
_CARS_SOLD = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:doanh số(?! xuất)|thương hiệu|hãng xe|các hãng|bán được"
        r"|được bán ra|bán ra thị trường|\d (?:chiếc |xe )?(?:đã )?bán ra)(?![\p{L}])"
    )
)


# "thuế nhập khẩu giảm còn 30%", "chịu thuế nhập linh kiện 10-30%", "thuế thu nhập doanh nghiệp bằng 10%"
_TAX_RATE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?<!thu )(?<!từ )(?<!số )(?<!tiền )(?<!nộp )(?:mức )?thuế(?: suất)?(?! "
        r"(?:đạt|ước))(?: \p{L}+){0,7}?"
        r"(?: (?:giảm|tăng|còn|xuống|về|là|ở mức|mức|bằng|lên|từ|giảm còn))*\s*$"
    )
)


_TAKEN_IN = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:thu ngân sách|tổng thu|ngân sách|đóng góp|chiếm|tỷ trọng)(?![\p{L}])")
)


_DUTY = regex.compile(fold_pattern(r"(?<![\p{L}])thuế (?:suất )?(?:nhập khẩu|xuất khẩu)[^,;]{0,16}\s*$"))


def tax_rate(number: Number) -> Choice | None:
    """The rate of a tax, which is of no indicator."""
    if number.quantity.dimension != "percent" or number.measure == "completion":
        return None
    if _DUTY.search(number.gap_text):
        return NOTHING  # "chờ thuế nhập khẩu về 0%"
    if number.index > 1:
        return None
    if number.measure == "growth" and number.reading.rule != "measure.arrival-rate":
        return None
    if _TAKEN_IN.search(number.gap_text):
        return None  # "mức đóng góp của thuế ... trong tổng thu ngân sách là 4,1%"
    return NOTHING if _TAX_RATE.search(number.gap_text) else None


# "giải ngân hết năm đạt 96% kế hoạch vốn đầu tư công"
_OF_FUNDS = regex.compile(
    fold_pattern(
        r"\s*%?\s*(?:so với )?(?:tổng )?(?:kế hoạch|dự toán|kh)(?: \p{L}+){0,2}? (?:vốn )?"
        r"(?:đầu tư công|xdcb|xây dựng cơ bản)(?![\p{L}])"
    )
)


# "Theo lĩnh vực, chế biến, chế tạo dẫn đầu với 1,1 tỷ USD, chiếm 58,7% tổng vốn đầu tư đăng ký"
_BY_KIND = regex.compile(
    fold_pattern(
        r"\W*(?:xét |phân |tính )?theo (?:lĩnh vực|ngành(?: nghề)?|đối tác|địa bàn|địa phương|quốc gia"
        r"|nhà đầu tư)(?![\p{L}])"
    )
)
_SHARE_OF_CAPITAL = regex.compile(
    fold_pattern(r"[^;.\d]{0,40}chiếm [\d,.]+ ?% (?:tổng |số |lượng )*vốn (?:đầu tư )?(?:đăng ký)?")
)


def by_kind(number: Number) -> Choice | None:
    """Capital, of an amount in a list by branch or partner whose share of all capital follows."""
    passage = number.passage
    if number.measure != "level" or number.quantity.dimension != "money":
        return None
    if not _BY_KIND.match(passage.folded, passage.sentence.start):
        return None
    told = _SHARE_OF_CAPITAL.match(passage.folded, number.quantity.full_end, passage.sentence.end)
    return Choice("registered-capital", "indicator.behind") if told is not None else None


def funds(number: Number) -> Choice | None:
    """What the state pays out, of a rate told against its plan for that."""
    if number.measure != "completion" or not _OF_FUNDS.match(number.passage.folded, number.quantity.end):
        return None
    return Choice("public-investment", "indicator.behind")


def cars(number: Number) -> Choice | None:
    """How many cars the makers sold at home, which is of no indicator ("doanh số 5.150 xe, tăng 26%").

    A sentence that has named an indicator in full or told a sum tells of that ("doanh số bán lẻ ...; xe máy giảm 3%").
    """
    if number.quantity.dimension not in ("percent", "count-vehicle", "count"):
        return None
    passage, sentence = number.passage, number.passage.sentence
    if all(passage.folded.find(mark, sentence.start, sentence.end) < 0 for mark in _CAR_MARKS):
        return None  # most sentences
    if _CARS_SOLD.search(passage.folded, sentence.start, sentence.end) is None:
        return None
    if any(q.dimension == "money" for q in passage.quantities[: number.index]):
        return None
    if any(word.wording.full and word.of("indicator") for word in passage.words if word.end <= number.gap[1]):
        return None
    return NOTHING if _CARS.search(passage.folded, sentence.start, sentence.end) else None


def rest(number: Number) -> Choice | None:
    """The side of trade that the rest of an amount is, named behind it ("phần còn lại 152 tỷ USD là nhập khẩu")."""
    if number.measure != "level" or not _REST.search(number.gap_text):
        return None
    start, stop = number.after
    word = next((t for t in number.passage.between(start, stop) if isinstance(t, Word) and t.of("indicator")), None)
    if word is None or not _IS_OF.fullmatch(number.passage.folded, start, word.start):
        return None
    code = next((c for c in [*codes(word), *codes(word, context=True)] if number.fits(c)), None)
    return Choice(code, "indicator.right", word) if code is not None else None


_GROWN = regex.compile(fold_pattern(r"\s*%?\s*(?:grdp|gdp)(?![\p{L}])(?! (?:bình quân|đầu người|/))"))
_GROWS = regex.compile(
    fold_pattern(r"(?<![\p{L}])tăng(?: trưởng| từ| trên| khoảng| ít nhất| tối thiểu| hơn| gần)*\s*$")
)


def _behind(number: Number) -> Choice | None:
    start, stop = number.after
    tail = number.passage.folded[start : min(stop, start + 60)]
    firms = _FIRMS_BEHIND.match(tail) if number.frame.indicator in _WITH_FIRMS else None
    if firms is not None and firms["which"] and number.discourse.last in _WITH_FIRMS:
        return Choice(_FIRMS[firms["which"] == _CAPITAL], "indicator.right")  # "giảm 2,6% về vốn" of new firms
    of_zones = number.measure == "level" and _OF_ZONES.match(tail) is not None
    if of_zones:
        water = _waste_water(number)
        if water is not None:
            _zone_behind(number)
            return water
    elif number.measure == "growth" and _GROWN.match(tail) and _GROWS.search(number.gap_text):
        return Choice("gdp", "indicator.right")  # "phấn đấu tăng 9% GRDP"
    elif number.measure == "growth" and (side := _side_of_trade(number, tail)) is not None:
        return side
    elif number.measure == "share" and (part := _PART_OF.match(tail)) is not None:
        code = "employment" if part["jobs"] else "budget-revenue"
        return Choice(code, "indicator.right") if number.fits(code) else None
    elif not _ABOUT.match(tail) or (
        number.measure in ("growth", "multiple") and not _as_to(number, tail) and not _of_firms(number, tail)
    ):
        return None
    limit = _LIMIT.search(tail)
    end = start + (limit.start() if limit else len(tail))
    words = [t for t in number.passage.between(start, end) if isinstance(t, Word) and t.of("indicator")]
    return _side_of_trade(number, tail) or _named(number, words)


# "đạt 45% kế hoạch năm về lượng khách và 47% kế hoạch năm về doanh thu"
_OF_PLAN = regex.compile(
    fold_pattern(r"\s*(?:so với )?(?:kế hoạch|kh|dự toán|chỉ tiêu)(?: (?:cả )?năm| \d{4}| giao| đề ra){0,3} về(?=\s)")
)


def of_plan(number: Number) -> Choice | None:
    """The indicator of a plan that a percentage fulfils, named behind the plan."""
    start, stop = number.after
    plan = _OF_PLAN.match(number.passage.folded, start, stop) if number.measure == "completion" else None
    if plan is None:
        return None
    limit = _LIMIT.search(number.passage.folded, plan.end(), stop)
    end = limit.start() if limit is not None else stop
    words = [t for t in number.passage.between(plan.end(), end) if isinstance(t, Word) and t.of("indicator")]
    guests = number.frame.indicator in ("tourist-arrivals", "tourism-revenue")
    if guests and _TAKINGS.match(number.passage.folded, plan.end(), end):
        return Choice("tourism-revenue", "indicator.right")
    return _named(number, words)


_TAKINGS = regex.compile(fold_pattern(r"\s*(?:tổng )?(?:doanh thu|thu)(?![\p{L}])"))


def _as_to(number: Number, tail: str) -> bool:
    """Whether a growth is of what follows: "tăng 9% về số ...", "khép lại với mức tăng 11,8% của chỉ số ..."."""
    return bool(_AS_TO.match(tail) or (_RATE.search(number.gap_text) and _OF.match(tail)))


def _of_firms(number: Number, tail: str) -> bool:
    """Whether a growth is of the new firms or of their capital named right behind ("(giảm 9% số DN, tăng 22% vốn)")."""
    return number.frame.indicator in _FIRMS and _FIRMS_BEHIND.match(tail) is not None


def _waste_water(number: Number) -> Choice | None:
    """The rate of zones that clean their water ("100% KCN có hệ thống xử lý nước thải")."""
    start = number.after[0]
    for token in number.passage.between(start, min(number.passage.sentence.end, start + 90)):
        if isinstance(token, Word) and any(label.concept.code == "zone-wastewater" for label in token.labels):
            return Choice("zone-wastewater", "indicator.right", token)
    return None


def _zone_behind(number: Number) -> None:
    """Take the kind of zone right behind a rate into the frame ("65% CCN có hệ thống xử lý nước thải")."""
    for token in number.passage.between(*number.after):
        if isinstance(token, Word):
            code = next((label.concept.code for label in token.labels if label.concept.code in ZONE_TYPES), None)
            zone = ZONE_TYPES[code] if code is not None else _zone_type(token)
            if zone is not None:
                number.frame.put("zone_type", zone, "zone.behind")
                return


def _zone_type(word: Word) -> str | None:
    label = word.of("code/zone-type")
    return label.concept.code if label is not None else None


def _side_of_trade(number: Number, tail: str) -> Choice | None:
    """The volume or the value of the trade in force ("tăng 5% về lượng và 12% về giá trị")."""
    side = _SIDE.match(tail)
    if side is None or not (side["as"] or side["alone"] is not None):
        return None
    code = number.frame.indicator
    if code not in TRADED_BOTH_WAYS:
        named = (c for w in reversed(number.words) for c in [*codes(w), *codes(w, context=True)])
        code = next(named, None) if number.index == 0 or code is None else None
        last = number.discourse.last
        if code is None and last in TRADED_BOTH_WAYS and number.discourse.count - number.discourse.last_at <= 1:
            code = last  # "So với cùng kỳ, tăng 12% về lượng", behind the amounts
    if code not in TRADED_BOTH_WAYS:
        told = number.frame.indicator or ""
        counted = COUNTED_WITH.get(told, told if told in CAPITAL_WITH else None)
        counted = counted if side["volume"] and side["as"] else None
        return Choice(counted, "indicator.right") if counted is not None else None
    return Choice(code.split("-")[0] + ("-volume" if side["volume"] else "-turnover"), "indicator.right")


def _is_capital(label: Label) -> bool:
    """Whether a bare word means capital ("49% vốn của ngân hàng" is none of investment)."""
    return label.concept.code in ("registered-capital", "new-enterprise-capital")


def _named(number: Number, words: list[Word]) -> Choice | None:
    """The first fitting indicator of the words; after figures of new firms, theirs ("về vốn đăng ký")."""
    told = (code for word in number.words for code in codes(word) if code in INVESTMENTS)
    code = number.frame.indicator or next(told, None)
    firms = code in _FIRMS or number.discourse.last in _FIRMS
    for word in words:
        weak = number.measure == "share" and code not in INVESTED and code not in _FIRMS
        named = [
            label.concept.code
            for label in word.labels
            if label.concept.scheme == "indicator" and not (weak and label.kind == "context" and _is_capital(label))
        ]
        if set(named) >= {"zone-area", "crop-area"} and not (number.frame.zone_type or number.discourse.zone_type):
            named = ["crop-area"]
        if firms:
            named.sort(key=lambda candidate: candidate != code and candidate not in _FIRMS)
        for candidate in named:
            of_whole = number.measure in ("share", "completion")
            if code in INVESTMENTS and candidate == "registered-capital" and of_whole:
                return Choice(code, "indicator.part", word)  # "chiếm 33% tổng vốn" of the investment told of
            if number.fits(candidate):
                return Choice(candidate, "indicator.right", word)
    return None
