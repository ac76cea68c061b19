"""What a careful reader would not take for a statistic of an area: the last look at an observation.

General news is full of numbers that share words with our indicators - a shop of a story, a catch of
smugglers, a salary of one person. Each test asks for what a statistic has and a story lacks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import regex

from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.kinds import COMPARED, INVESTED, RELATIVE, TRADED, ZONE_TYPES
from kg.facts.place import area_code, is_country
from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.model import Observation
from kg.text.normalise import fold, fold_pattern
from kg.text.segment import PROSE

_TOURISTS = regex.compile(
    fold_pattern(r"du lịch|du khách|lượt khách|khách quốc tế|khách nội địa|tham quan|lưu trú|khách trong nước")
)
_ONLINE = regex.compile(fold_pattern(r"sàn|thương mại điện tử|tmđt|trực tuyến"))
_ZONES = regex.compile(
    fold_pattern(r"kcn|ccn|kkt|khu công nghiệp|cụm công nghiệp|khu kinh tế|khu chế xuất|khu, cụm|các khu|cụm cn")
)
_CROPS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:trồng|nuôi|gieo|lúa|cây|vụ (?:đông|hè|mùa|thu|xuân|chiêm)|rau|hoa màu|thu hoạch"
        r"|xuống giống|tôm"
        r"|cá|cà phê|cao su|ngô|mía|sắn|rừng|vải|nhãn)(?![\p{L}])"
    )
)
_STATED = regex.compile(
    fold_pattern(
        r"sản lượng|sản xuất được|so (?:với )?(?:cùng|ck)|cùng kỳ|kế hoạch|niên vụ|toàn tỉnh|cả nước|trên địa bàn"
        r"|của tỉnh|ước đạt|tháng|quý|năm \d{4}"
    )
)
_CRIME = tuple(
    fold(
        "bắt giữ|nhập lậu|buôn lậu|công an|xét xử|bị cáo|khởi tố|tang vật|thu giữ|tiêu hủy|điều tra|tạm giữ|bị cướp"
        "|trộm|thiệt hại|tồn đọng|ngập úng|chết rét|vụ vi phạm"
    ).split("|")
)
_PERSONAL = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:tôi|anh|chị|gia đình|vợ|chồng|ông ấy|cô|em|mình|nhà tôi|hộ gia đình ông)(?![\p{L}])")
)
_WHOLE = regex.compile(fold_pattern(r"tổng số|toàn tỉnh|trên địa bàn|hiện có|đang hoạt động|cả nước có"))
_GROWS = regex.compile(fold_pattern(r"tăng trưởng|kinh tế (?:của )?(?:\p{L}+ ){0,4}tăng|tốc độ|cơ cấu|kịch bản"))
_INVESTS = regex.compile(fold_pattern(r"fdi|đầu tư|xây dựng cơ bản|vốn kế hoạch"))
# "03 KCN đạt tỷ lệ lấp đầy trên 90% (...)": of those three, not of the province's zones together
_SOME_ZONES = regex.compile(
    fold_pattern(
        r"\d+ (?:kcn|ccn|khu công nghiệp|cụm công nghiệp) (?:\p{L}+ ){0,3}(?:tỷ lệ )?lấp đầy(?! bình quân)[^;.,]*$"
    )
)
_WORLD = regex.compile(
    fold_pattern(r"(?:thứ \p{L}+|nhất|đầu|lớn)\s+(?:tại |ở |của )?(?:châu (?:âu|á|mỹ|phi)|thế giới|toàn cầu)")
)
_TRAINED = regex.compile(fold_pattern(r"tuyển sinh|được đào tạo|tốt nghiệp|học viên|sinh viên|dạy (?:các )?nghề"))
# "nợ công bằng 61,8% GDP": measured by the economy, no part of it
_BY_GDP = regex.compile(
    fold_pattern(r"nợ|chi phí|bội chi|thâm hụt|dự trữ|tín dụng|kiều hối|viện trợ|dư nợ|vay|thuế|chi tiêu|ngân sách")
)
_IF = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])nếu(?! (?:tách|tính|so|xét|như|kể|không kể|loại|chỉ|không tính|cộng|gộp))(?![\p{L}])[^.;]*$"
    )
)
_ADDS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:làm|làm cho|khiến|khiến cho|góp phần|đóng góp|tác động|kéo|đẩy)\s+(?:\p{L}+\s+){0,3}?"
        r"(?:chỉ số giá(?! nhóm| gas| điện| xăng| nhà| dịch)|cpi|chỉ số cpi|chỉ số chung)(?![\p{L}])"
    )
)
_FINANCE_WORDS = tuple(
    fold(
        "lợi nhuận|doanh thu thuần|cổ phiếu|cổ đông|niêm yết|cổ tức|đại hội đồng|báo cáo tài chính|lãi ròng"
        "|vốn chủ sở hữu|lãi gộp|hose|hnx|thoái vốn|doanh thu hợp nhất|lỗ lũy kế|vốn điều lệ"
    ).split("|")
)
_FINANCE = regex.compile(rf"(?<![\p{{L}}])(?:{'|'.join(_FINANCE_WORDS)})(?![\p{{L}}])")
_FINANCIAL = 3  # words of company finance
_FINANCIAL_SPARSE = 1100  # letters to one of them
# Capital of many: registered, foreign, attracted, of projects in the plural, of an area.
_TOGETHER = regex.compile(
    fold_pattern(
        r"đăng ký|fdi|ddi|thu hút|cấp phép|cấp mới|nước ngoài|còn hiệu lực|(?<![\p{L}])(?:các|những|nhiều"
        r"|tổng số|số) dự án"
        r"|tăng thêm|góp vốn|nhà đầu tư|trên địa bàn|toàn tỉnh|cả nước|vào việt nam|trong nước"
    )
)
_BOLT = 1000  # metres: no area makes less cloth or pipe
_LENT = regex.compile(fold_pattern(r"(?<![\p{L}])(?:cho vay|vay vốn|khoản vay|viện trợ|oda|tài trợ|vay)(?![\p{L}])"))
_FEW_VISITS = 400
_COMMUNE = regex.compile(fold_pattern(r"\s*\)?\s*(?:của|thuộc|ở|tại)\s+(?:xã|phường|thị trấn)(?![\p{L}])"))
_PAYS = regex.compile(fold_pattern(r"nộp (?:vào )?(?:ngân sách|nsnn)"))
_HARMED = regex.compile(fold_pattern(r"\s*(?:bị\s+)?(?:chết|thương|tử vong|mất tích|thiệt mạng)"))
_PEOPLE, _GUEST = fold("người"), fold("khách")
_ONE_PLANT = regex.compile(  # "nhà máy này đã sản xuất được khoảng 1,35 tỷ kWh": of one plant
    fold_pattern(
        r"(?:nhà máy|công ty|tổ máy|đơn vị|tập đoàn|dây chuyền)(?: này)? (?:đã |cũng |hiện )*(?:sản xuất"
        r"|phát)(?![\p{L}])"
    )
)
_CUT = regex.compile(fold_pattern(r"(?:cắt giảm|miễn giảm|chiết khấu|tiết giảm|giảm trừ)\s*$"))
_USED = regex.compile(fold_pattern(r"công suất\s+(?:\p{L}+\s+|-\s+){0,7}(?:lên|đạt|khoảng|chỉ)\s*$"))
_THRESHOLD = regex.compile(
    fold_pattern(
        r"(?:những|các|đối với|danh sách)\s+(?:\p{L}+,? ){0,3}(?:dự án|đơn vị|bộ|ngành"
        r"|địa phương)(?:,? [\p{L}\d/]+){0,5}?"
        r" (?:giải ngân|có tỷ lệ giải ngân) (?:dưới|trên|từ|thấp hơn)\s*(?:\d+% đến (?:dưới )?)?$"
    )
)
_GLOBAL = regex.compile(
    fold_pattern(
        r"(?:thương mại|kinh tế|tăng trưởng|gdp|sản lượng|nhu cầu)(?: \p{L}+){0,2} (?:toàn cầu"
        r"|thế giới) (?:\p{L}+ ){0,3}(?:tăng|giảm|đạt)[^;]*$"
    )
)
_OF_FIRM = regex.compile(
    fold_pattern(
        r"\s*(?:tổng )?(?:doanh thu và lợi nhuận|lợi nhuận|tài sản|cổ phần|cổ phiếu|vốn điều lệ|vốn hóa"
        r"|tiền lương)(?![\p{L}])"
    )
)
_SUPPOSED = regex.compile(fold_pattern(r"\s*thì(?![\p{L}])"))
_SUPPOSED_BEFORE = regex.compile(fold_pattern(r"thêm\s+\d[\d.,]*\s?%\s*thì\s[^;.]*$"))
_MORE = regex.compile(fold_pattern(r"thêm\s*$"))
_PASSED_ON = regex.compile(fold_pattern(r"(?<![\p{L}])(?:nộp (?:về )?(?:trung ương|tw)|giữ lại|điều tiết)"))
_AMOUNTS = TRADED | {
    "retail-sales",
    "industrial-production-value",
    "registered-capital",
    "implemented-capital",
    "total-investment",
    "public-investment",
    "budget-revenue",
    "budget-expenditure",
    "tourism-revenue",
    "new-enterprise-capital",
    "gdp",
}
_LEAST = {"VND": 300_000_000, "USD": 10_000}  # no area's figure of these is smaller
_PLACED = {"area.named", "area.nation-word", "area.bracket", "area.heading"}  # the text says whose a figure is
_TIMED = {"period.sentence", "period.right", "period.heading"}
_COMPARES = {"measure.growth", "measure.completion", "measure.index", "measure.signed", "measure.over-plan"}
_SOME = 4  # figures of one province
_COUNTED = INVESTED | {"new-enterprises", "enterprises", *ZONE_TYPES}
_TOLD_SPARSE = 2400  # letters to one figure told as a statistic: sparser texts graze a figure
_SPARSE = 1200  # characters a figure: fewer figures than that are not what a national text is about
_SOON = 3  # sentences
_STORY = 600  # characters; a shorter text is a note, not a story that grazes a figure
_ABROAD = frozenset(
    {
        "export-turnover",
        "import-turnover",
        "trade-turnover",
        "trade-balance",
        "export-volume",
        "import-volume",
        "investment-projects",
        "registered-capital",
        "implemented-capital",
        "tourist-arrivals",
        "retail-sales",
    }
)
_ECONOMY = (
    "product-output",
    "crop-area",
    "iip",
    "industrial-production-value",
    "export-turnover",
    "export-volume",
    "import-volume",
    "import-turnover",
)


@dataclass(frozen=True, slots=True)
class _Claim:
    """An observation with the sentence that states it."""

    fact: Observation
    passage: Passage
    index: int
    frame: Frame
    discourse: Discourse
    sentence: str

    @property
    def context_only(self) -> bool:
        """Whether the indicator is named by a bare word only."""
        return "indicator.context" in self.fact.evidence.rules

    @property
    def personal(self) -> bool:
        """Whether the sentence tells of persons ("gia đình anh thu hoạch 2 tấn")."""
        return bool(_PERSONAL.search(self.sentence))

    @property
    def start(self) -> int:
        """Where the number begins, with its words of approximation."""
        return self.passage.quantities[self.index].full_start


def plausible(fact: Observation, passage: Passage, index: int, frame: Frame, discourse: Discourse) -> bool:
    """Whether an observation is a statistic of its area as far as its sentence tells."""
    sentence = passage.folded[passage.sentence.start : passage.sentence.end]
    if any(crime in sentence for crime in _CRIME):
        return False
    claim = _Claim(fact, passage, index, frame, discourse, sentence)
    if fact.status in ("actual", "forecast") and _IF.search(passage.folded, passage.sentence.start, claim.start):
        return False  # "nếu giảm được 1 điểm phần trăm thì có 4 tỷ USD": nothing that is
    if fact.indicator not in _ABROAD and (_foreign(claim) or _worldly(claim)):
        return False
    if fact.indicator in _AMOUNTS and fact.measure == "level" and 0 < fact.value < _LEAST.get(fact.unit, 0):
        return False  # a stall's takings, a fine, a fare
    if _GLOBAL.search(passage.folded, passage.sentence.start, claim.start) and not (fact.area or "").startswith("VN-"):
        return False  # "thương mại toàn cầu năm nay tăng 8%"
    if fact.unit == "percent" and _not_grown(claim):
        return False
    if fact.unit == "person" and _HARMED.match(passage.folded, passage.quantities[index].full_end):
        return False  # "58 vụ tai nạn, 31 người chết"
    test = _TESTS.get(fact.indicator)
    return test is None or test(claim)


def _not_grown(claim: _Claim) -> bool:
    """Whether a percentage is cut from something, a part of a plant's capacity, or the limit of a rule for many.

    "cắt giảm 80% số vốn"; "nâng công suất cảng lên 70%"; "những dự án giải ngân dưới 30% kế hoạch".
    """
    folded = claim.passage.folded
    before = folded[max(claim.passage.sentence.start, claim.start - 60) : claim.start]
    number = claim.passage.quantities[claim.index].start
    if claim.fact.indicator == "public-investment" and _THRESHOLD.search(folded, max(0, claim.start - 60), number):
        return True
    tail = claim.passage.folded[claim.passage.quantities[claim.index].full_end :]
    if _OF_FIRM.match(tail) or (_SUPPOSED.match(tail) and _MORE.search(before)) or _SUPPOSED_BEFORE.search(before):
        return True  # "50% tổng tài sản"; "tăng thêm 1% thì GDP cả nước tăng 0,2%"
    return bool(_CUT.search(before)) or (claim.fact.indicator != "installed-capacity" and bool(_USED.search(before)))


def belongs(facts: list[Observation], own: str | None, folded: str) -> list[Observation]:
    """The observations of a document that speaks of statistics; a lone figure in a story must be quite sure.

    A text on another subject that states two figures of a place keeps them; one that grazes a single
    national number does not become a source for it, nor does a long national one with a figure here and there.
    """
    length = len(folded)
    if facts and _of_companies(folded):
        facts = [f for f in facts if _PLACED.intersection(f.evidence.rules)]
    if own in (None, "VN") and len(facts) * _SPARSE < length:
        return [f for f in facts if f.area not in (None, "VN")]
    local = own not in (None, "VN")
    told = sum(_told(fact, local) for fact in facts)
    some = local and len(facts) >= _SOME and told > 1
    return facts if some or told * _TOLD_SPARSE >= length or length < _STORY else []


def _told(fact: Observation, local: bool) -> bool:
    """Whether a figure is told as a statistic: its indicator in full words with a time, or how it compares.

    In a text of one province, so are things counted at a time ("đến nay, tỉnh có 120 dự án").
    """
    rules = set(fact.evidence.rules)
    counted = local and "indicator.counted" in rules and fact.indicator in _COUNTED
    if rules & _TIMED and ("indicator.named" in rules or counted):
        return True
    return fact.measure in ("growth", "completion") and bool(rules & _COMPARES)


def _of_companies(folded: str) -> bool:
    """Whether a text tells of the business of companies: words of their finance, several of them, all over it."""
    if (
        sum(word in folded for word in _FINANCE_WORDS) < _FINANCIAL
    ):  # most texts: found faster than the words themselves
        return False
    found = [match.group() for match in _FINANCE.finditer(folded)]
    return len(set(found)) >= _FINANCIAL and len(found) * _FINANCIAL_SPARSE > len(folded)


def _invested(claim: _Claim) -> bool:
    """Capital of projects counted together, a country's or an area's; not the cost of one project or firm."""
    fact, passage = claim.fact, claim.passage
    if _LENT.search(passage.folded, passage.sentence.start, claim.start):
        return False
    if fact.measure != "level" or fact.partner or fact.flow or fact.sector or fact.zone_type:
        return True
    if _TOGETHER.search(claim.sentence) or any(q.dimension == "count-project" for q in passage.quantities):
        return True
    return claim.discourse.last_fact in INVESTED and passage.sentence.level > PROSE


def _projects(claim: _Claim) -> bool:
    """Projects that are invested in, not lent or granted for."""
    return not _LENT.search(claim.passage.folded, claim.passage.sentence.start, claim.start)


def _worldly(claim: _Claim) -> bool:
    """Whether a sentence that names no place of ours ranks something in the world ("đứng thứ hai châu Âu về ...")."""
    return "area.document" in claim.fact.evidence.rules and bool(_WORLD.search(claim.sentence))


def _foreign(claim: _Claim) -> bool:
    """Whether another country stands before the number and no place of ours does."""
    if not any(rule in claim.fact.evidence.rules for rule in ("area.document", "area.discourse")):
        return False
    for token in reversed(claim.passage.between(claim.passage.sentence.start, claim.start)):
        if isinstance(token, Word):
            code = area_code(token, claim.discourse.own)
            if code is not None:
                return is_country(code)
            if set(token.cues) & {"own", "nation"}:
                return False
    return False


def _inhabitants(claim: _Claim) -> bool:
    """People of a province or district; communes have no code ("dân số (7.842 người) của xã ...")."""
    stop = claim.passage.quantities[claim.index].full_end
    return not _COMMUNE.match(claim.passage.folded, stop)


def _revenue(claim: _Claim) -> bool:
    """What an area collects, not what it passes on or keeps; a bare "nộp ngân sách" without a place is a company's."""
    if _PASSED_ON.search(claim.passage.folded, claim.passage.gap(claim.index)[0], claim.start):
        return False
    if "area.document" not in claim.fact.evidence.rules or claim.fact.area != "VN":
        return True
    return not _PAYS.search(claim.sentence)


def _economy(claim: _Claim) -> bool:
    """A share of the economy is one of a branch or an owner; a bare "kinh tế" needs a word of growth."""
    fact = claim.fact
    if fact.measure == "share":
        before = claim.passage.folded[claim.passage.gap(claim.index)[0] : claim.start]
        if _BY_GDP.search(before) and "measure.structure" not in fact.evidence.rules:
            return False
        return fact.sector is not None or fact.investor is not None or "measure.structure" in fact.evidence.rules
    return not claim.context_only or bool(_GROWS.search(claim.sentence))


def _visitors(claim: _Claim) -> bool:
    """Visits are of tourists: "lượt khách", "du lịch", or figures of tourism right before."""
    last = claim.discourse.last_fact
    if claim.fact.measure == "level" and claim.fact.value < _FEW_VISITS:
        return False  # a party of guests
    counted = claim.passage.quantities[claim.index]
    if "indicator.inherited" in claim.fact.evidence.rules and counted.noun == _PEOPLE:
        near = claim.passage.folded[claim.passage.gap(claim.index)[0] : counted.full_end + 20]
        if not _TOURISTS.search(near) and _GUEST not in near:
            return False  # "hỗ trợ 93.512 người khó khăn"
    return bool(_TOURISTS.search(claim.sentence)) or last in ("tourist-arrivals", "tourism-revenue")


def _occupancy(claim: _Claim) -> bool:
    """A rate of all zones together, not of the few that reach it ("03 KCN đạt tỷ lệ lấp đầy trên 90%")."""
    return not _SOME_ZONES.search(claim.passage.folded[claim.passage.sentence.start : claim.start])


def _shops(claim: _Claim) -> bool:
    """Shops are online: "sàn thương mại điện tử"."""
    return bool(_ONLINE.search(claim.sentence)) or claim.frame.indicator == claim.discourse.last_fact


def _wage(claim: _Claim) -> bool:
    """A wage by its full name, and not of one person ("lương của tôi 8 triệu đồng")."""
    told = claim.fact.measure in RELATIVE and claim.discourse.last_fact == "wage"
    return (told or "indicator.named" in claim.fact.evidence.rules) and not claim.personal


def _zone_land(claim: _Claim) -> bool:
    """Land of zones, named here or right before ("KCN", "cụm công nghiệp")."""
    line = claim.passage.sentence.line
    near = claim.discourse.zone_line >= line - 2 and claim.discourse.count - claim.discourse.zone_at <= _SOON
    return bool(_ZONES.search(claim.sentence)) or (claim.fact.zone_type is not None and near)


def _crop_land(claim: _Claim) -> bool:
    """Land on which something grows ("gieo trồng 12.000 ha"), and not one family's."""
    grown = bool(_CROPS.search(claim.sentence)) or any(
        isinstance(token, Word) and token.of("product") for token in claim.passage.tokens
    )
    return grown and not claim.personal and claim.fact.unit in ("ha", "percent", "times")


def _firms(claim: _Claim) -> bool:
    """All firms of an area, where a bare word counts them ("trên địa bàn hiện có")."""
    if claim.fact.status == "target":
        return True  # "chỉ tiêu thành phố có 500.000 doanh nghiệp vào năm 2020"
    return not claim.context_only or bool(_WHOLE.search(claim.sentence))


def _disbursed(claim: _Claim) -> bool:
    """Capital of investment, not of anything else that is spent ("đầu tư", "xây dựng cơ bản")."""
    return claim.discourse.about_investment or bool(_INVESTS.search(claim.sentence))


def _employed(claim: _Claim) -> bool:
    """Workers of an area, not a handful in a story ("gia đình anh thuê 12 lao động")."""
    fact = claim.fact
    if _TRAINED.search(claim.sentence):
        return False  # pupils of schools, not workers
    return not ((fact.value < 100 and claim.personal) or (fact.measure == "level" and fact.value < 10))


def _made(claim: _Claim) -> bool:
    """Whether an amount of goods is an output of an area rather than a load of a story."""
    fact, passage = claim.fact, claim.passage
    if fact.measure in RELATIVE:
        return True
    if fact.unit == "m" and fact.value < _BOLT:
        return False  # a depth, a width
    if fact.value_max is None and abs(fact.value) < 5 and fact.unit in ("tonne", "piece", "animal", "litre", "m3"):
        return False
    if claim.personal or _ONE_PLANT.search(claim.passage.folded, claim.passage.sentence.start, claim.start):
        return False
    if "indicator.named" in fact.evidence.rules or passage.sentence.level > PROSE:
        return True
    if claim.discourse.last_fact in _ECONOMY:
        return True
    if any(isinstance(token, Period) and token.kind in COMPARED for token in passage.tokens):
        return True
    rules = set(fact.evidence.rules)
    if fact.indicator in TRADED and "period.sentence" in rules and rules & {"area.named", "area.nation-word"}:
        return True
    return bool(_STATED.search(claim.sentence)) and any(q.dimension == "percent" for q in passage.quantities)


def _price_index(claim: _Claim) -> bool:
    """The index itself, not what one group of goods adds to it ("làm CPI chung giảm 0,51%")."""
    before = claim.passage.folded[claim.passage.gap(claim.index)[0] : claim.start]
    return not _ADDS.search(before)


_TESTS: dict[str, Callable[[_Claim], bool]] = {
    "population": _inhabitants,
    "budget-revenue": _revenue,
    "gdp": _economy,
    "cpi": _price_index,
    "registered-capital": _invested,
    "investment-projects": _projects,
    "tourist-arrivals": _visitors,
    "zone-occupancy": _occupancy,
    "ecommerce-shops": _shops,
    "wage": _wage,
    "zone-area": _zone_land,
    "zone-industrial-land": _zone_land,
    "zone-leased-land": _zone_land,
    "crop-area": _crop_land,
    "product-output": _made,
    "export-volume": _made,
    "import-volume": _made,
    "enterprises": _firms,
    "implemented-capital": _disbursed,
    "employment": _employed,
}
