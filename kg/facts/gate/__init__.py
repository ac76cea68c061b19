"""What a careful reader would not take for a statistic of an area: the last look at an observation.

General news is full of numbers that share words with our indicators - a shop of a story, a catch of
smugglers, a salary of one person. Each test asks for what a statistic has and a story lacks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.gate import words
from kg.facts.gate.beside import other
from kg.facts.gate.document import belongs
from kg.facts.kinds import COMPARED, INVESTED, RELATIVE, TRADED
from kg.facts.place import area_code, is_country
from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.model import Observation
from kg.text.segment import PROSE

__all__ = ["belongs", "plausible"]


@dataclass(slots=True, unsafe_hash=True)  # nothing changes one: to have that checked makes each six times as slow
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
        start, told = self.passage.sentence.start, self.passage.words
        countries = {word.start - start for word in told if word.of("area") is not None}  # "Đức và Anh"
        return any(match.start() not in countries for match in words.PERSONAL.finditer(self.sentence))

    @property
    def start(self) -> int:
        """Where the number begins, with its words of approximation."""
        return self.passage.quantities[self.index].full_start


def plausible(fact: Observation, passage: Passage, index: int, frame: Frame, discourse: Discourse) -> bool:
    """Whether an observation is a statistic of its area as far as its sentence tells."""
    sentence = passage.folded[passage.sentence.start : passage.sentence.end]
    unharmed = fact.indicator in words.UNHARMED and fact.measure in RELATIVE
    told = words.CRIME if unharmed or fact.indicator in words.TOURISM else words.CRIMES_AND_HARM
    if any(crime in sentence for crime in told) and not words.CAUSED.search(sentence):
        return False
    claim = _Claim(fact, passage, index, frame, discourse, sentence)
    start = passage.sentence.start
    supposed = fact.status in ("actual", "forecast") and words.IF.search(passage.folded, start, claim.start)
    if supposed and not (fact.status == "forecast" and words.IF_SO.search(passage.folded, start, claim.start)):
        return False  # "nếu giảm được 1 điểm phần trăm thì có 4 tỷ USD": nothing that is
    if fact.indicator not in words.ABROAD and (_foreign(claim) or _worldly(claim)):
        return False
    if fact.indicator in words.AMOUNTS and fact.measure == "level" and 0 < fact.value < words.LEAST.get(fact.unit, 0):
        return False  # a stall's takings, a fine, a fare
    if any(mark in sentence for mark in words.WORLD_MARKS) and (_global(claim) or words.OF_WORLD.match(sentence)):
        return False
    if passage.folded.startswith(".km", passage.quantities[index].full_end):
        return False  # "190,6 tỷ lượt khách.km": how many, times how far
    if "/" in sentence and words.SCALE.search(
        passage.folded, max(0, claim.start - 4), passage.quantities[index].end + 6
    ):
        return False  # "quy hoạch chi tiết 1/500"
    if _each_passes(claim) or _of_price(claim) or other(fact.indicator, passage, index):
        return False
    if fact.unit == "kg" and fact.indicator in TRADED and fact.measure == "level" and fact.value < words.A_LOAD:
        return False  # "gas bình 45 kg": what one piece weighs
    if fact.indicator in words.OF_STATE and fact.measure == "level" and words.AUDITED.search(sentence):
        return False  # "bố trí vốn không đúng quy định 46 tỷ đồng"
    if fact.indicator == "gdp" and words.THIS_COUNTRY.search(passage.folded, start, claim.start):
        return False  # "GDP của quốc gia này": of another than ours
    if "measure.contribution" in fact.evidence.rules and words.TO_GROWTH.search(sentence):
        return False  # "đóng góp 35% vào mức tăng trưởng chung": a part of a growth, no share of the whole
    if fact.indicator in words.A_HEAD and fact.measure == "level" and abs(fact.value) > words.NO_ONES:
        return False  # "Ta thu 28.750 tỷ đồng" behind the income a head
    if fact.indicator in words.OF_FIRMS and fact.unit == "percent" and words.SURVEYED.search(sentence):
        return False  # "46% số doanh nghiệp được hỏi cho biết ..."
    if (
        fact.unit == "percent"
        and fact.measure == "growth"
        and words.OF_COUNTED.search(passage.folded, start, claim.start)
    ):
        return False  # "2.745 xã (30,76%) đạt chuẩn": a part of them
    if _never(claim):
        return False
    if fact.indicator == "gdp" and words.POINTS_GIVEN.search(passage.folded, start, claim.start):
        return False
    if fact.measure != "share" and words.RECKONED.search(passage.folded, start, passage.sentence.end):
        return False
    if fact.indicator == "gdp" and words.OF_ONE_HECTARE.search(passage.folded, start, claim.start):
        return False  # "một ha đất công nghiệp tạo giá trị gia tăng 50 tỷ đồng"
    if fact.unit == "percent" and _not_grown(claim):
        return False
    if fact.unit == "person" and words.HARMED.match(passage.folded, passage.quantities[index].full_end):
        return False  # "58 vụ tai nạn, 31 người chết"
    test = _TESTS.get(fact.indicator)
    return test is None or test(claim)


def _never(claim: _Claim) -> bool:
    """Whether what stands right beside a figure makes it one of no indicator of ours."""
    fact, passage = claim.fact, claim.passage
    gap, behind = passage.gap(claim.index), passage.quantities[claim.index].full_end
    if claim.index and fact.measure in RELATIVE:
        gap = (passage.gap(claim.index - 1)[0], gap[1])  # "... nguồn thu 1,7 tỷ USD, tăng 70%"
    if fact.measure == "multiple":  # "223.500 lần hạ cánh", "cao gấp 2,5 lần mức bình quân chung"
        return fact.value > words.MOST_TIMES or words.AS_FAST.match(passage.folded, behind) is not None
    if fact.indicator in INVESTED and words.EARNED.search(passage.folded, gap[0], claim.start):
        return True  # "vốn FDI đem lại nguồn thu 1,7 tỷ USD"
    if fact.indicator == "retail-sales" and words.IN_STORE.search(passage.folded, gap[0], claim.start):
        return True  # "hàng hóa dự trữ của hệ thống bán lẻ khoảng 23.000 tỷ đồng"
    if fact.indicator == "product-output" and words.LEFT_OVER.search(passage.folded, gap[0], claim.start):
        return True  # "lượng muối tồn khoảng 385.465 tấn, bằng 45,3% so với cùng kỳ"
    cars = fact.indicator == "import-volume" and (fact.unit == "vehicle" or fact.unit == "percent")
    if cars and (words.SOLD.match(passage.folded, behind) or words.SOLD_BEFORE.match(passage.folded, *gap)):
        return True  # "Fortuner với 1.237 xe bán ra"
    if fact.indicator == "enterprises" and words.HONOURED.match(passage.folded, behind):
        return True  # "9 doanh nghiệp trong và ngoài nước được vinh danh"
    if fact.indicator == "investment-projects" and fact.measure == "share":
        return words.TAXED.search(passage.folded, gap[0], claim.start) is not None
    return fact.indicator == "zone-area" and fact.unit == "m2" and fact.value < words.SMALL_GROUND


def _global(claim: _Claim) -> bool:
    """Whether a figure is the world's ("thương mại toàn cầu năm nay tăng 8%")."""
    start = claim.passage.sentence.start
    world = words.GLOBAL.search(claim.passage.folded, start, claim.start) is not None
    return world and not (claim.fact.area or "").startswith("VN-")


def _of_price(claim: _Claim) -> bool:
    """Whether an amount in dong by which something falls or rises is a price's ("các mẫu xe giảm giá ... 70 triệu")."""
    fact = claim.fact
    if fact.indicator in TRADED and fact.measure in RELATIVE and claim.index:
        told = words.PER_WEIGHT.search(claim.passage.folded, claim.passage.sentence.start, claim.start)
        if told is not None:
            return True  # "mỗi tấn xuất khẩu chỉ được 1.922 USD, kém cùng kỳ 14,6%"
    if fact.indicator not in TRADED or fact.unit != "VND" or fact.measure != "change":
        return False
    return words.PRICED.search(claim.passage.folded, claim.passage.sentence.start, claim.start) is not None


def _each_passes(claim: _Claim) -> bool:
    """Whether an amount is the bound that each of several things passes, or a count is of those who came.

    "25 mặt hàng đạt kim ngạch xuất khẩu hơn 1 tỷ USD"; "gặp đại diện 60 doanh nghiệp".
    """
    folded, start = claim.passage.folded, claim.passage.sentence.start
    number = claim.passage.quantities[claim.index].start
    bound = str(int(abs(claim.fact.value))).rstrip("0")
    if claim.fact.indicator in TRADED and claim.fact.measure == "level" and len(bound) == 1:
        return words.EACH_PASSES.search(folded, max(start, number - 90), number) is not None
    if claim.fact.indicator == "enterprises":
        return words.DELEGATES.search(folded, max(start, number - 24), number) is not None
    return False


def _not_grown(claim: _Claim) -> bool:
    """Whether a percentage is cut from something, a part of a plant's capacity, or the limit of a rule for many.

    "cắt giảm 80% số vốn"; "nâng công suất cảng lên 70%"; "những dự án giải ngân dưới 30% kế hoạch".
    """
    folded = claim.passage.folded
    before = folded[max(claim.passage.sentence.start, claim.start - 60) : claim.start]
    number = claim.passage.quantities[claim.index].start
    if claim.fact.indicator == "public-investment" and words.THRESHOLD.search(folded, max(0, claim.start - 60), number):
        return True
    end = claim.passage.quantities[claim.index].full_end
    if (
        words.OF_FIRM.match(folded, end)
        or (words.SUPPOSED.match(folded, end) and words.MORE.search(before))
        or words.SUPPOSED_BEFORE.search(before)
    ):
        return True  # "50% tổng tài sản"; "tăng thêm 1% thì GDP cả nước tăng 0,2%"
    return bool(words.CUT.search(before)) or (
        claim.fact.indicator != "installed-capacity" and bool(words.USED.search(before))
    )


def _invested(claim: _Claim) -> bool:
    """Capital of projects counted together, a country's or an area's; not the cost of one project or firm."""
    fact, passage = claim.fact, claim.passage
    if words.LENT.search(passage.folded, passage.sentence.start, claim.start) or _outward(claim):
        return False
    if words.OUR_MONEY_ABROAD.search(passage.folded, passage.sentence.start, claim.start):
        return False  # "Việt Nam cũng đã đầu tư sang 72 quốc gia với tổng vốn đăng ký 21 tỷ USD"
    if fact.measure == "level" and words.A_PROJECT.search(passage.folded, passage.sentence.start, claim.start):
        return False  # "một dự án mới bình quân chỉ có 4 triệu USD"
    if fact.measure != "level" or fact.partner or fact.flow or fact.sector or fact.zone_type:
        return True
    if claim.discourse.last_fact in INVESTED and {"area.named", "area.respective"} & set(fact.evidence.rules):
        return True  # "Theo địa bàn, Hà Nội nhận 6,92 tỷ USD, TP.HCM 5,91 tỷ USD"
    if words.TOGETHER.search(claim.sentence) or any(q.dimension == "count-project" for q in passage.quantities):
        return True
    return claim.discourse.last_fact in INVESTED and passage.sentence.level > PROSE


def _projects(claim: _Claim) -> bool:
    """Projects that are invested in, not lent or granted for, nor those that are in trouble ("12 dự án thua lỗ")."""
    folded = claim.passage.folded
    if words.TROUBLED.match(folded, claim.passage.quantities[claim.index].full_end):
        return False
    return not words.LENT.search(folded, claim.passage.sentence.start, claim.start) and not _outward(claim)


def _outward(claim: _Claim) -> bool:
    """Whether what is told of is our investment abroad ("đầu tư của Việt Nam ra nước ngoài")."""
    return words.ABROAD_FROM_HERE in claim.sentence and words.OUTWARD.search(claim.sentence) is not None


def _worldly(claim: _Claim) -> bool:
    """Whether a sentence that names no place of ours ranks something in the world ("đứng thứ hai châu Âu về ...")."""
    return "area.document" in claim.fact.evidence.rules and bool(words.WORLD.search(claim.sentence))


def _foreign(claim: _Claim) -> bool:
    """Whether another country stands before the number and no place of ours does."""
    if not any(rule in claim.fact.evidence.rules for rule in ("area.document", "area.discourse")):
        return False
    for token in reversed(claim.passage.between(claim.passage.sentence.start, claim.start)):
        if isinstance(token, Word):
            code = area_code(token, claim.discourse.own)
            if code is not None and words.GUESTS_OF.search(claim.passage.folded, max(0, token.start - 24), token.start):
                continue  # "lượng khách Ấn Độ đến Việt Nam"
            if code is not None:
                return is_country(code)
            if set(token.cues) & {"own", "nation"}:
                return False
    return False


def _inhabitants(claim: _Claim) -> bool:
    """People of a province or district; communes have no code ("dân số (7.842 người) của xã ...")."""
    stop = claim.passage.quantities[claim.index].full_end
    return not words.COMMUNE.match(claim.passage.folded, stop)


def _revenue(claim: _Claim) -> bool:
    """What an area collects, not what it passes on or keeps; a bare "nộp ngân sách" without a place is a company's."""
    gap = claim.passage.gap(claim.index)
    if words.PASSED_ON.search(claim.passage.folded, gap[0], claim.start):
        return False
    if claim.context_only and words.TAX_BACK.search(claim.passage.folded, *gap):
        return False
    if claim.passage.sentence.level == PROSE and words.PAYS.search(claim.sentence) and _of_one_firm(claim):
        return False
    if "area.document" not in claim.fact.evidence.rules or claim.fact.area != "VN":
        return True
    return not words.PAYS.search(claim.sentence) or words.COLLECTS.search(claim.sentence) is not None


def _of_one_firm(claim: _Claim) -> bool:
    """Whether what is paid into the budget stands beside what one company earns, and no firms together are named."""
    folded, start = claim.passage.folded, claim.passage.sentence.start
    before = folded[max(folded.rfind("\n", 0, start) + 1, start - words.PARAGRAPH) : claim.start]
    if words.TURNOVER.search(before) is None or words.COLLECTS.search(claim.sentence):
        return False
    return words.OF_FIRMS_TOGETHER.search(folded, start, claim.start) is None and "ông ty" in claim.passage.text


def _installed(claim: _Claim) -> bool:
    """Power that is installed, not the load of a day."""
    return words.PEAK.search(claim.sentence) is None


def _economy(claim: _Claim) -> bool:
    """A share of the economy is one of a branch or an owner; a bare "kinh tế" needs a word of growth."""
    fact = claim.fact
    if fact.measure == "share":
        before = claim.passage.folded[claim.passage.gap(claim.index)[0] : claim.start]
        if words.BY_GDP.search(before) and "measure.structure" not in fact.evidence.rules:
            return False
        of_nation = words.OF_NATION.match(claim.passage.folded, claim.passage.quantities[claim.index].full_end)
        if of_nation is not None and (fact.area or "").startswith("VN-"):
            return True  # "tổng sản phẩm của tỉnh chiếm 23% GDP cả nước"
        return fact.sector is not None or fact.investor is not None or "measure.structure" in fact.evidence.rules
    return not claim.context_only or bool(words.GROWS.search(claim.sentence))


def _visitors(claim: _Claim) -> bool:
    """Visits are of tourists: "lượt khách", "du lịch", or figures of tourism right before."""
    last = claim.discourse.last_fact
    if claim.fact.measure == "level" and claim.fact.value < words.FEW_VISITS:
        return False  # a party of guests
    if words.NO_GUEST.match(claim.passage.folded, claim.passage.quantities[claim.index].full_end):
        return False  # "1.080 khách sạn", "32.000 khách hủy tour"
    if words.OF_AGENCY.search(claim.sentence):
        return False  # "công ty phục vụ hơn 8.000 lượt khách", "khách đặt tour lên tới 21.000 lượt"
    if words.FLIGHTS.match(claim.passage.folded, claim.passage.quantities[claim.index].start):
        return False
    if words.FAIR.search(claim.sentence) or _at_fair(claim):
        return False  # "hội chợ dự kiến thu hút 800.000 lượt khách tham quan"
    counted = claim.passage.quantities[claim.index]
    if "indicator.inherited" in claim.fact.evidence.rules and counted.noun == words.PEOPLE:
        near = claim.passage.folded[claim.passage.gap(claim.index)[0] : counted.full_end + 20]
        if not words.TOURISTS.search(near) and words.GUEST not in near:
            return False  # "hỗ trợ 93.512 người khó khăn"
    if claim.fact.partner is not None and words.GUEST in claim.sentence:
        return True  # "lượng khách Ấn Độ đến Việt Nam"
    return bool(words.TOURISTS.search(claim.sentence)) or last in ("tourist-arrivals", "tourism-revenue")


def _at_fair(claim: _Claim) -> bool:
    """Whether people came to a fair that the paragraph tells of, and no place or tourism is named with them."""
    passage, start = claim.passage, claim.passage.sentence.start
    if words.TRAVELS.search(claim.sentence) or not words.SHOW.search(
        passage.folded, passage.folded.rfind("\n", 0, start) + 1, start
    ):
        return False
    named = (t for t in passage.between(start, claim.start) if isinstance(t, Word))
    return not any(word.of("area") is not None or "own" in word.cues for word in named)


def _occupancy(claim: _Claim) -> bool:
    """A rate of all zones together, not of the few that reach it ("03 KCN đạt tỷ lệ lấp đầy trên 90%")."""
    return not words.SOME_ZONES.search(claim.passage.folded[claim.passage.sentence.start : claim.start])


def _shops(claim: _Claim) -> bool:
    """Shops are online: "sàn thương mại điện tử"."""
    return bool(words.ONLINE.search(claim.sentence)) or claim.frame.indicator == claim.discourse.last_fact


def _wage(claim: _Claim) -> bool:
    """A wage by its full name, and not of one person ("lương của tôi 8 triệu đồng")."""
    goes_on = (
        claim.fact.measure == "change"
        or claim.fact.measure in RELATIVE
        or "area.respective" in claim.fact.evidence.rules
    )
    goes_on = goes_on or (claim.fact.unit or "").endswith("/month")  # "khối FDI 7,9 triệu đồng/tháng"
    if claim.fact.unit == "VND/month" and claim.fact.measure == "level" and claim.fact.value < words.LOWEST_WAGE:
        return False  # what a piece sells for
    if words.NO_WAGE.search(claim.passage.folded, claim.passage.gap(claim.index)[0], claim.start):
        return False  # "mức lương tối thiểu vùng III là 3,43 triệu đồng", "thưởng 500.000 đồng"
    told = goes_on and claim.discourse.last_fact == "wage"
    named = "indicator.named" in claim.fact.evidence.rules or words.OF_WORKERS.search(claim.sentence) is not None
    return (told or named) and not claim.personal


def _zone_land(claim: _Claim) -> bool:
    """Land of zones, named here or right before ("KCN", "cụm công nghiệp")."""
    line = claim.passage.sentence.line
    near = claim.discourse.zone_line >= line - 2 and claim.discourse.count - claim.discourse.zone_at <= words.SOON
    return bool(words.ZONES.search(claim.sentence)) or (claim.fact.zone_type is not None and near)


def _crop_land(claim: _Claim) -> bool:
    """Land on which something grows ("gieo trồng 12.000 ha"), and not one family's."""
    grown = bool(words.CROPS.search(claim.sentence)) or any(
        isinstance(token, Word) and token.of("product") for token in claim.passage.tokens
    )
    if not grown:  # "... đã xuống giống 6.200 ha. Diện tích tập trung ở huyện A (1.300 ha)"
        placed = "area.named" in claim.fact.evidence.rules or claim.fact.measure == "share"
        told = claim.discourse.crop_at if placed else None
        grown = claim.discourse.last_fact == "crop-area" and claim.discourse.count - claim.discourse.last_at <= 1
        grown = grown or (told is not None and claim.discourse.count - told <= words.SOON)
    before = claim.passage.folded[claim.passage.sentence.start : claim.start]
    if claim.fact.measure == "level" and claim.fact.value < words.ONES_LAND and words.OWN_LAND.search(before):
        return False
    return grown and not claim.personal and claim.fact.unit in ("ha", "percent", "times")


def _firms(claim: _Claim) -> bool:
    """All firms of an area, where a bare word counts them ("trên địa bàn hiện có")."""
    if claim.fact.status == "target":
        return True  # "chỉ tiêu thành phố có 500.000 doanh nghiệp vào năm 2020"
    return not claim.context_only or bool(words.WHOLE.search(claim.sentence))


def _disbursed(claim: _Claim) -> bool:
    """Capital of investment, not of anything else that is spent ("giải ngân 10 tỷ đồng để hỗ trợ người dân")."""
    if words.HELPS.match(claim.passage.folded, claim.passage.quantities[claim.index].full_end):
        return False
    return claim.discourse.about_investment or bool(words.INVESTS.search(claim.sentence))


def _employed(claim: _Claim) -> bool:
    """Workers of an area, not a handful in a story ("gia đình anh thuê 12 lao động")."""
    fact = claim.fact
    if words.TRAINED.search(claim.sentence):
        return False  # pupils of schools, not workers
    before = claim.passage.folded[claim.passage.sentence.start : claim.start]
    if words.REPRESENTED.search(before):
        return False  # "1.000 người đại diện cho 150.000 công nhân"
    if fact.measure == "level" and words.ONE_FIRM.search(before):
        return False  # "doanh nghiệp đang tạo việc làm cho 500 lao động"
    return not ((fact.value < 100 and claim.personal) or (fact.measure == "level" and fact.value < 10))


def _made(claim: _Claim) -> bool:
    """Whether an amount of goods is an output of an area rather than a load of a story."""
    fact, passage = claim.fact, claim.passage
    if fact.measure in RELATIVE:
        return True
    if fact.unit == "km" or (fact.unit == "m" and fact.value < words.BOLT):
        return False  # a depth, a width
    if fact.value_max is None and abs(fact.value) < 5 and fact.unit in ("tonne", "piece", "animal", "litre", "m3"):
        return False
    if fact.indicator == "product-output" and words.STORED.search(passage.folded, *passage.gap(claim.index)):
        return False  # "lượng muối tồn trong dân khoảng 385.000 tấn": what is left, not what was made
    if claim.personal or words.ONE_PLANT.search(claim.passage.folded, claim.passage.sentence.start, claim.start):
        return False
    if "indicator.named" in fact.evidence.rules or passage.sentence.level > PROSE:
        return True
    if words.LISTS_GOODS.match(passage.folded, passage.sentence.start, claim.start):
        return True
    if claim.discourse.last_fact in words.ECONOMY:
        return True
    if fact.indicator in TRADED and fact.partner is not None and claim.discourse.last_fact in TRADED:
        return True  # "... Trung Quốc với 36.900 tấn. Ngược lại, Hà Lan mua 24.100 tấn"
    if any(isinstance(token, Period) and token.kind in COMPARED for token in passage.tokens):
        return True
    rules = set(fact.evidence.rules)
    if words.OF_ALL.search(claim.sentence) and "period.sentence" in fact.evidence.rules:
        return True  # "Cả năm toàn tỉnh gặt được 74.600 tấn lúa"
    rated = any(q.dimension == "percent" for q in passage.quantities[claim.index + 1 : claim.index + 2])
    if fact.indicator in TRADED and (_valued(claim) or rules & words.TIMED or (rated and "product.named" in rules)):
        return True
    return bool(words.STATED.search(claim.sentence)) and any(q.dimension == "percent" for q in passage.quantities)


def _cargo(claim: _Claim) -> bool:
    """What ports handle, not what a ship holds ("tàu có sức chở 18.300 TEU")."""
    start = max(claim.passage.sentence.start, claim.start - words.SHIP_NEAR)
    return claim.fact.unit != "TEU" or words.SHIP.search(claim.passage.folded, start, claim.start) is None


def _valued(claim: _Claim) -> bool:
    """Whether the value of an amount of goods stands right behind it ("410 nghìn tấn, trị giá 193 triệu USD")."""
    after = claim.passage.quantities[claim.index + 1 : claim.index + 2]
    return bool(after) and after[0].dimension == "money" and after[0].full_start - claim.start < words.BESIDE


def _price_index(claim: _Claim) -> bool:
    """The index itself, not what one group of goods adds to it ("làm CPI chung giảm 0,51%")."""
    before = claim.passage.folded[claim.passage.gap(claim.index)[0] : claim.start]
    adds = words.ADDS.search(before)
    if adds is None or words.OF_GROUP.search(before, adds.end()) is not None:
        return True
    # "Giá thịt lợn khiến CPI tháng 5 tăng 0,47% so với tháng trước": the month's, where no figure says what came of it
    behind = claim.passage.folded[claim.start : claim.passage.sentence.end]
    told = words.OF_MONTH.match(before, adds.end())
    # a headline leaves out what it is against, and so does an average
    whole = words.THAN in behind or claim.passage.sentence.line == 0 or (told is not None and told["average"])
    first = all(quantity.dimension != "percent" for quantity in claim.passage.quantities[: claim.index])
    return bool(first and told is not None and whole)


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
    "cargo-throughput": _cargo,
    "export-volume": _made,
    "import-volume": _made,
    "enterprises": _firms,
    "implemented-capital": _disbursed,
    "employment": _employed,
    "installed-capacity": _installed,
}
