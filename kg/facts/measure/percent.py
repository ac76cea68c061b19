"""Rules for percentages: growth, completion of a plan, share of a whole, or a rate of its own."""

from __future__ import annotations

from decimal import Decimal

import regex

from kg.facts.measure import part, plan, rate
from kg.facts.measure.place import ARRIVES, PLAN_AFTER, Place
from kg.facts.measure.reading import Reading
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

# A noun right behind a percentage: so many of those, not how much something grew ("100% xã có đường ô tô").
OF_THINGS = regex.compile(
    fold_pattern(
        r" (?:số|xã|thôn|bản|hộ|biện pháp|doanh nghiệp|dn|dân số|người|lao động|trẻ|học sinh|diện tích|các|"
        r"tổng|cơ sở|trường|địa phương|tỉnh|huyện|nhiệm vụ|hồ sơ|văn bản|ngân hàng|bộ, ngành|đơn vị|dự án|ý kiến)"
        r"(?![\p{L}])"
    )
)
# "xuất khẩu đạt 3 tỷ USD, trong đó 88% là phần của doanh nghiệp FDI"
OF_IT = regex.compile(fold_pattern(r"trong đó(?: có)?(?: tới| đến| khoảng| hơn| gần| trên)*,? $"))
_BASE_AFTER = regex.compile(
    fold_pattern(
        r"\s*(?:so\s*(?:với\s*)?(?:mức\s+|con số\s+|bình quân\s+|kết quả\s+)?(?:của\s+)?"
        r"(?:cùng|ck|c/kỳ|năm|tháng|quý|kỳ|t\d|vụ|đầu|cuối|giai đoạn|thời điểm|hồi|\d)|cùng kỳ|ck(?![\p{L}])"
        r"|(?:số thu|số chi|kim ngạch|sản lượng|số vốn|số)(?: của)? (?:cùng kỳ|năm (?:trước|ngoái)|ck(?![\p{L}]))"
        r"|sv\s|mức cùng kỳ|của cùng kỳ|cùng thời|năm trước|năm ngoái|tháng trước"
        r"|(?:mức|con số)\s+(?:của\s+)?(?:năm (?:trước|ngoái|20\d\d)|nửa đầu năm|(?:quý|tháng) (?:trước|\d|i)"
        r"|\d{1,2} tháng))"
    )
)
_AS_TO_SAME = regex.compile(  # "bằng 82% về số dự án nhưng tăng 41% về vốn so với cùng kỳ"
    fold_pattern(
        r"\s*về [\p{L} ]{2,30}(?:(?:,| và| nhưng| song| còn) (?:tăng|giảm|bằng|gấp)[^;.:]{2,30})?"
        r" so (?:với )?(?:cùng kỳ|năm trước|năm ngoái|năm \d{4})"
    )
)
_WHOLE_AFTER = regex.compile(
    fold_pattern(
        r"(?!\s*số (?:kcn|ccn|khu|cụm))\s*(?:trong\s+)?(?:của\s+)?(?:tổng|kim ngạch|giá trị"
        r"|trị giá|vốn đăng ký|dòng vốn"
        r"|toàn|cả nước"
        r"|cơ cấu|gtsx|grdp|gdp|số|số vốn|vốn)"
    )
)
OF_MARKET = "measure.share-of-market"
_OF_MARKET = regex.compile(fold_pattern(r"\s*thị phần(?![\p{L}])"))  # "đứng đầu với 46,5% thị phần"
_OF_GUESTS = regex.compile(fold_pattern(r"\s*(?:lượt )?khách (?:quốc tế|nội địa|nước ngoài)(?![\p{L}])"))
_OF_THEM = regex.compile(fold_pattern(r"\s*trong (?:tổng )?số (?:đó|này)(?![\p{L}])"))
_SET = regex.compile(fold_pattern(r"\s*(?:mà\s+)?(?:đã\s+|được\s+)*(?:đề ra|đặt ra)"))
_EXCEEDS = regex.compile(
    fold_pattern(
        r"(?:vượt|quá)(?: mức| kế hoạch(?: năm)?| kh| chỉ tiêu| dự toán| mục tiêu|(?P<year> ck"
        r"| cùng kỳ(?: năm (?:trước|ngoái))?))?\s*$"
    )
)
_MONTH_AFTER = regex.compile(fold_pattern(r"\s*(?:của\s+)?(?:tháng|quý|t)\s?(?:\d{1,2}|i{1,3}|iv)(?![\p{L}\d])"))
_YEAR_AFTER = regex.compile(
    fold_pattern(r"\s*(?:của )?(?:năm|niên vụ|vụ|mùa) (?:20\d\d|trước|ngoái)(?!\d)")
)  # "chỉ bằng 83% năm 2023"
_A_YEAR = regex.compile(fold_pattern(r"\s*(?:mỗi năm|một năm|hàng năm|hằng năm)"))
# "giảm xuống mức 4,3%", "giảm so với mức 17,2% hồi tháng 3", "thấp hơn mức 9% của năm trước": the rate itself, not by
# how much it fell
_LEVEL_OF = regex.compile(
    fold_pattern(
        r"(?:(?:xuống|lên|về|còn|so với|từ)\s+(?:ở\s+)?(?:mức|con số|ngưỡng)?"
        r"|(?:hơn|kém|thua)\s+(?:xa\s+|hẳn\s+|nhiều\s+)?(?:so với\s+)?(?:mức|con số|số)(?: đã| được| báo cáo"
        r"| dự báo| ước tính| là)*"
        r"(?:\s+(?:chung|bình quân|trung bình))*)\s*"
        r"(?:khoảng|gần|hơn|trên|dưới)?\s*$"
    )
)
# "Trong cơ cấu kinh tế, nông nghiệp lùi về 34,1%; công nghiệp nhích lên 21,3%"
_STRUCTURE = regex.compile(fold_pattern(r"(?:\W|\d|trong|về|xét|theo)*cơ cấu(?![\p{L}])"))
# "tăng 10,7%, nếu loại trừ yếu tố giá còn 8,3%"
_WITHOUT_PRICES = regex.compile(
    fold_pattern(
        r"(?:loại|trừ|bỏ)\s+(?:bỏ\s+)?yếu tố (?:tăng |trượt )?giá,?\s+(?:thì\s+)?(?:chỉ\s+)?còn\s+(?:\p{L}+\s+)?$"
    )
)
_AGAINST = regex.compile(fold_pattern(r"(?<![\p{L}])so (?:với )?(?:cùng kỳ|ck|tháng trước|năm trước)\s*:\s*$"))
_BEYOND = regex.compile(
    fold_pattern(r"\s*(?:cao|nhiều|(?P<less>thấp|ít|kém))(?: hơn)? (?:so (?:với )?)?(?:cùng kỳ|ck|năm (?:trước|ngoái))")
)
_LOWERED = regex.compile(  # too short and too many-sided to be words of falling everywhere
    fold_pattern(r"(?<![\p{L}])(?:hạ|chùng|teo|trượt|co lại) (?:tới |đến |khoảng |gần |hơn |nhẹ |thêm )*$")
)
_HIGH = regex.compile(fold_pattern(r"(?<![\p{L}])(?:cao|mạnh|khá|tốt),?\s+(?:trên |hơn |khoảng |gần |tới )*$"))
_EQUALS = regex.compile(
    fold_pattern(
        r"(?:bằng|đạt)\s+[\d.,]+\s*%\s*(?:so\s*(?:với)?\s*)?(?:(?P<plan>dự toán|kế hoạch|kh(?![\p{L}]))|cùng kỳ"
        r"|ck(?![\p{L}]))"
    )
)
_DISBURSED = regex.compile(fold_pattern(r"giải ngân[^.]{0,90}đầu tư công|đầu tư công[^.]{0,90}giải ngân"))
_REACHES = regex.compile(fold_pattern(r"\s*,\s*(?:chỉ |mới )?đạt\s*"))
_PLAIN_END = regex.compile(fold_pattern(r"\s*(?:[.;,)]|$|và (?:tăng|giảm))"))
_ONLY = fold_pattern("chỉ bằng")
_THE_SAME = regex.compile(
    fold_pattern(r"\s*(?:số thu |số chi |số vốn )?(?:của )?(?:cùng kỳ|ck(?![\p{L}])|cùng thời điểm)")
)
_WHOLE = 100
_NEAR_WHOLE = 80


def read(at: Place) -> Reading | None:
    """The measure of a percentage: the first rule that knows, else what it is by itself."""
    for rule in _RULES:
        reading = rule(at)
        if reading is not None:
            return reading
    return _plain(at)


def _named_growth(at: Place) -> Reading | None:
    """The growth of capital that is adjusted upwards, whose name has its verb ("vốn điều chỉnh tăng 4,4%")."""
    if at.before(at.quantity.full_start - _NAME).rstrip().endswith(_ADJUSTED):
        return Reading("growth", 1, rule="measure.growth")
    return None


_NAME = 24  # letters
_ADJUSTED = fold_pattern("điều chỉnh tăng")


def _marked(at: Place) -> Reading | None:
    """A growth by its sign ("(+12,5%)"), a part in another growth, or a completion ("= 76%")."""
    before = at.before(at.quantity.full_start - 3).rstrip()
    if at.quantity.signed and before.endswith(("(", ":", "+", "-")) and at.nearest != "share":
        return Reading("growth", 1, rule="measure.signed")
    if at.nearest == "contribute":  # "đóng góp 35% vào tăng trưởng chung"
        return Reading("share", rule="measure.contribution")
    return Reading("completion", rule="measure.equals-sign") if before.endswith("=") else None


def _exceeding(at: Place) -> Reading | None:
    """What is exceeded, the plan unless a time stands behind ("vượt 5%", "vượt 5% so cùng kỳ")."""
    exceeds = _EXCEEDS.search(at.before(0)) if at.nearest == "exceed" else None
    if exceeds is not None:
        shared = at.index > 0 and at.passage.quantities[at.index - 1].dimension == "percent"
        if shared and _BY_YEAR.fullmatch(at.passage.folded, *at.passage.gap(at.index)):
            return Reading("share", rule="measure.share")  # "chiếm 47% GRDP, năm 2030 vượt 50%"
        if _OF_ANOTHER.match(at.tail):
            return None  # "vượt mức 7,1% của cả nước"
        if exceeds["year"]:  # "vượt CK 27,2%"
            return Reading("growth", 1, rule="measure.exceed")
        if plan.PER_YEAR in at.passage.folded[at.quantity.end : at.quantity.full_end + 5].replace(" ", ""):
            return Reading("growth", 1, "annual", rule="measure.a-year")  # "vượt mục tiêu 15%/năm": the goal's own
        own = _BASE_AFTER.match(at.tail) or _SET.match(at.tail)  # "vượt chỉ tiêu 9% đã đề ra": the plan's own figure
        return Reading("growth", 1, None if own else "plan", rule="measure.exceed")
    return None


_BY_YEAR = regex.compile(
    fold_pattern(r"[^,;]{0,24}[,;]\s*(?:và |còn )?(?:đến )?năm \d{4} (?:sẽ |phải )?vượt (?:mức |mốc )?")
)
_OF_ANOTHER = regex.compile(
    fold_pattern(r"\s*(?:bình quân |trung bình )?(?:chung )?của (?:cả nước|toàn|vùng|tỉnh|thành phố)")
)
# "So với mục tiêu thu hút 350 triệu USD, kết quả này đã bằng 81,7%"
_AGAINST_GOAL = regex.compile(
    fold_pattern(
        r"so với (?:mục tiêu|chỉ tiêu|kế hoạch|dự toán)[^.;]{0,70}, (?:kết quả|con số"
        r"|số)[^.;,]{0,24} bằng(?: \p{L}+)?\s*$"
    )
)


def _equalling(at: Place) -> Reading | None:
    """An index number ("bằng 109,6% so với cùng kỳ"), or a part of something ("bằng 45% tổng số")."""
    if at.nearest != "equal":
        return None
    if _AGAINST_GOAL.search(at.passage.folded, at.passage.sentence.start, at.quantity.full_start):
        return Reading("completion", rule="measure.completion")
    compared = any(isinstance(t, Period) and t.kind in ("same", "versus") for t in at.tokens[-1:])
    compared = compared or _AS_TO_SAME.match(at.tail) is not None
    level = _THE_RATE.search(at.before(at.quantity.full_start - 24)) and at.quantity.value < plan.INDEX_FROM
    if level and _OF_TIME.match(at.tail):
        return Reading("growth", 1, rule="measure.growth")  # "bằng chưa đầy nửa mức 7,7% của cùng kỳ": last year's own
    if _NOT_EQUAL.search(at.before(at.quantity.full_start - 24)) and _OF_TIME.match(at.tail):
        return Reading("level", rule="measure.percent-level")  # "tuy chưa bằng 10,7% của 8 tháng năm 2018"
    told = None if compared or not _PLAIN_END.match(at.tail) else _as_told_before(at)
    if told is not None:
        return told
    if at.quantity.value >= _NEAR_WHOLE and _SET_OUT.search(at.before(0)) and _PLAIN_END.match(at.tail):
        return Reading("growth", 1, offset=Decimal(-100), rule="measure.index")  # "so với cùng kỳ, số dự án bằng 100%"
    if at.quantity.value > _WHOLE and not _WHOLE_AFTER.match(at.tail):  # "176 triệu chiếc, bằng 106,8%"
        return Reading("growth", 1, offset=Decimal(-100), rule="measure.index")
    if (
        compared
        or _BASE_AFTER.match(at.tail)
        or _BASE_OF_PAIR.match(at.tail)
        or _MONTH_AFTER.match(at.tail)
        or _YEAR_AFTER.match(at.tail)
    ):
        of_it = _THE_SAME.match(at.tail) is not None  # "bằng 18% cùng kỳ", without "so với"
        if at.quantity.value >= plan.INDEX_FROM or of_it or at.before(0).rstrip().endswith(_ONLY):
            return Reading("growth", 1, offset=Decimal(-100), rule="measure.index")
        return Reading("growth", rule="measure.growth")
    return Reading("share", rule="measure.share-of-whole" if _WHOLE_AFTER.match(at.tail) else "measure.equal")


_THE_RATE = regex.compile(fold_pattern(r"(?:nửa|phần|bằng|được) (?:cái )?mức(?: tăng)?\s*$"))
_SET_OUT = regex.compile(
    fold_pattern(r"(?:^|[.;])\s*so (?:với )?(?:cùng kỳ|năm|tháng)(?: (?:năm )?(?:trước|ngoái|\d{4}))?, [^,;.%]{2,50}$")
)
# "tương ứng bằng 96,5% và 118% cùng kỳ"
_BASE_OF_PAIR = regex.compile(
    fold_pattern(
        r"\s*(?:và|,|;)\s*[\d.,]+\s*%\s*(?:so\s*(?:với\s*)?)?(?:của )?(?:cùng kỳ|ck(?![\p{L}])"
        r"|năm trước|năm ngoái)"
    )
)
_NOT_EQUAL = regex.compile(fold_pattern(r"(?<![\p{L}])(?:chưa|không|chẳng) bằng(?: mức| con số)?\s*$"))
_OF_TIME = regex.compile(fold_pattern(r"\s*(?:của|hồi|trong) (?:cùng kỳ|năm|quý|tháng|\d)"))


def _as_told_before(at: Place) -> Reading | None:
    """What "bằng ..%" was of before in the sentence: a plan's ("bằng 85% dự toán, ...; thu nội địa bằng 81%")."""
    start = at.passage.sentence.start
    told = list(_EQUALS.finditer(at.passage.folded, start, at.quantity.full_start))
    if not told:
        return None
    if told[-1]["plan"]:
        return Reading("completion", rule="measure.completion")
    return Reading("growth", 1, offset=Decimal(-100), rule="measure.index")


def _plan_by_place(at: Place) -> bool:
    """Whether a bare percentage is of a plan that one before was told of, place by place.

    "Giải ngân đạt 58,3% kế hoạch; huyện Đà Bắc dưới 40%; huyện Kim Bôi 62%".
    """
    passage = at.passage
    if _PLAIN_END.match(at.tail) is None:
        return False
    for index in range(at.index, 0, -1):
        words = [t for t in passage.between(*passage.gap(index)) if isinstance(t, Word)]
        places = [word for word in words if word.of("area") is not None]
        told = any(word.of("indicator") is not None or _MOVES & set(word.cues) for word in words)
        if not places or told or passage.quantities[index - 1].dimension != "percent":
            return False
        if PLAN_AFTER.match(passage.folded, passage.quantities[index - 1].full_end):
            return True
    return False


_MOVES = {"up", "down", "share", "multiple", "exceed"}


def _of_them(at: Place) -> Reading | None:
    """A part of what was just told ("tăng 8,9%; gần 48% trong số đó sang Hoa Kỳ")."""
    part = OF_IT.search(at.before(at.quantity.full_start - 16)) and _BELONGS.match(at.tail)
    return Reading("share", rule="measure.share-of-whole") if part or _OF_THEM.match(at.tail) else None


_BELONGS = regex.compile(
    fold_pattern(r"\s*(?:là (?:phần )?(?:của|do)|thuộc(?: về)?|đến từ|nằm (?:ở|trong tay)|sang|đi|do|từ)(?![\p{L}])")
)


def _sharing(at: Place) -> Reading | None:
    """A share by its verb ("chiếm 45%"), of a market where that is what it is of."""
    if at.nearest == "share" and _OF_MARKET.match(at.tail):
        return Reading("share", rule=OF_MARKET)
    if part.that_is_a_part(at):
        return Reading("share", rule="measure.share-of-whole")
    weighed = at.nearest == "to" and plan.WEIGHT.search(at.before(at.start)) is not None  # "đưa tỷ trọng A lên 25%"
    return Reading("share", rule="measure.share") if at.nearest == "share" or weighed else None


def _turning(at: Place) -> Reading | None:
    """A growth or fall ("tăng 9,5%"), unless a share arrives there ("tỷ trọng công nghiệp tăng lên 45%")."""
    if at.nearest not in ("up", "down"):
        return None
    turns = [t for t in at.tokens if isinstance(t, Word) and set(t.cues) & {"up", "down"}]
    if not turns:
        return Reading("growth", at.sign, rule="measure.growth")  # "có thể tăng 8%"
    if OF_THINGS.match(at.tail) and at.before(turns[-1].end).strip():
        return Reading("level", rule="measure.percent-level")  # "có bước phát triển với 100% xã có đường ô tô"
    arrives = ARRIVES.search(at.passage.folded[turns[-1].start : turns[-1].end]) or _LEVEL_OF.search(at.before(0))
    shares = [t for t in at.tokens if isinstance(t, Word) and "share" in t.cues]
    closed = bool(shares) and ";" in at.passage.folded[shares[-1].end : at.quantity.full_start]
    shared = bool(shares) and not closed
    if arrives and (shared or _STRUCTURE.match(at.passage.folded, at.passage.sentence.start)):
        return Reading("share", rule="measure.share")
    if at.quantity.value_max is not None and at.passage.folded[turns[-1].start : turns[-1].end].endswith(_OUT_FROM):
        return Reading("growth", at.sign, rule="measure.growth")  # "giảm từ 19,8% đến 24,8%": by so much
    if arrives:  # "mức giảm lên tới 31,7%"
        falls = _A_FALL.search(at.before(at.start)) is not None
        return Reading("growth", -1 if falls else 1, rule="measure.arrival-rate")
    if at.sign < 0 and _SLOWER.search(at.before(at.quantity.full_start - 40)):
        return Reading(
            "growth", 1, rule="measure.growth"
        )  # "tăng thấp hơn, 13,4%"; "vẫn kém chỉ tiêu cả năm (8 - 8,5%)"
    if at.sign < 0 and _SET_BESIDE.search(at.before(at.quantity.full_start - 90)):
        return Reading("growth", 1, rule="measure.growth")  # "thấp hơn số đã báo cáo là 6,3%": what is set beside it
    return Reading("growth", at.sign, rule="measure.growth")


_OUT_FROM = fold_pattern(" từ")
_SET_BESIDE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:thấp|kém) hơn (?!\d)[^,;.%\d]{4,60} là (?:tăng )?$"))
_SLOWER = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])tăng (?:thấp|chậm|kém|ít) hơn,?(?: (?:chỉ|đạt|khoảng|ở mức|mức))*\s*$"
        r"|(?<![\p{L}])(?:kém|thua|dưới|thấp hơn|chưa đạt) (?:chỉ tiêu|kế hoạch|mục tiêu"
        r"|nghị quyết)[^(),;.\d]{0,24}\(\s*$"
    )
)
_A_FALL = regex.compile(fold_pattern(r"(?<![\p{L}])(?:mức|đà|tốc độ|nhịp) (?:giảm|sụt)[^,;.\d]{0,20}$"))


_RULES = (
    rate.held,
    rate.rate_itself,
    part.of_change,
    _of_them,
    rate.in_bracket,
    plan.off,
    plan.target_itself,
    plan.missed,
    plan.fulfilled,
    _named_growth,
    _marked,
    _exceeding,
    _equalling,
    _sharing,
    _turning,
    part.kept,
    part.of_owner,
    rate.more_than,
)


_AMOUNT_MOVES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:lượng|khối lượng|số lượng|trị giá|giá trị|kim ngạch|sản lượng)(?: (?!đầy|cơ cấu)\p{L}+){0,3}?"
        r" (?:nhích|nhỉnh|vọt|tăng)(?: nhẹ)? lên(?: (?:khoảng|tới|gần|hơn))?\s*$"
    )
)


def _plain(at: Place) -> Reading | None:
    """A percentage without a verb of its own: an index, a growth a year, a share of what follows, or a rate."""
    if at.quantity.value >= _NEAR_WHOLE and _AGAINST.search(at.before(at.quantity.full_start - 24)):
        return Reading("growth", 1, offset=Decimal(-100), rule="measure.index")  # "so CK: 107,2%"
    if _LOWERED.search(at.before(at.quantity.full_start - 24)):
        return Reading("growth", -1, rule="measure.growth")
    if _HIGH.search(at.before(at.quantity.full_start - 24)) and _BASE_AFTER.match(at.tail):
        return Reading("growth", 1, rule="measure.growth")  # "đạt mức khá cao, trên 10% so với cùng kỳ"
    beyond = _BEYOND.match(at.tail)
    if beyond is not None:  # "172 triệu kWh, 5,9% cao hơn cùng kỳ"
        return Reading("growth", -1 if beyond["less"] else 1, rule="measure.growth")
    if at.quantity.value > _NEAR_WHOLE and _BASE_AFTER.match(at.tail):  # "694.645 ha (100,1% cùng kỳ)"
        return Reading("growth", 1, offset=Decimal(-100), rule="measure.index")
    if at.nearest == "multiple":
        return None
    behind = at.passage.folded[at.quantity.end : at.quantity.full_end + 5].replace(" ", "")
    if plan.PER_YEAR in behind or _A_YEAR.match(at.tail):  # "7,5%/năm"
        return Reading("growth", 1, "annual", rule="measure.a-year")
    if _THAN_RATE.search(at.before(at.quantity.full_start - 24)):
        return Reading("level", rule="measure.percent-level")  # "nhỉnh hơn mức 7,02% của cả nước"
    if _WHOLE_AFTER.match(at.tail):  # "45% tổng kim ngạch"
        return Reading("share", rule="measure.share-of-whole")
    if _OF_MARKET.match(at.tail):
        return Reading("share", rule=OF_MARKET)
    if _OF_GUESTS.match(at.tail):
        return Reading("share", rule="measure.share-of-guests")
    measure = part.of_two(at)
    if measure is not None:
        return Reading(measure, rule="measure.of-two")
    if _REACHES.fullmatch(at.passage.folded, *at.passage.gap(at.index)) and _PLAIN_END.match(at.tail):
        told = _as_told_before(at)  # "đạt 95% kế hoạch, ...; thu xuất nhập khẩu 2.825 tỷ đồng, đạt 84%"
        if told is not None and told.measure == "completion":
            return told
        if _DISBURSED.search(at.passage.folded, at.passage.sentence.start, at.quantity.full_start):
            return Reading("completion", rule="measure.completion")  # "vốn trong nước 175.000 tỷ đồng, đạt 45%"
    if _plan_by_place(at):
        return Reading("completion", rule="measure.completion")
    if _AMOUNT_MOVES.search(at.before(at.quantity.full_start - 60)):
        return Reading("growth", 1, rule="measure.growth")  # "lượng nhích lên 10,4% nhưng trị giá giảm"
    if _WITHOUT_PRICES.search(at.before(at.quantity.full_start - 60)):
        return Reading("growth", 1, rule="measure.growth")
    if part.of_whole(at):
        return Reading("share", rule="measure.parts-of-whole")
    return Reading("level", rule="measure.percent-level")


_THAN_RATE = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:hơn|kém|thua|trên|dưới|vượt) (?:xa |hẳn |nhiều )?(?:mức|con số)\s*$")
)
