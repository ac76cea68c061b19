"""What each indicator asks of a figure of it, beyond what holds for all of them."""

from __future__ import annotations

from collections.abc import Callable

import regex

from kg.facts.gate import topics, words
from kg.facts.gate.claim import Claim
from kg.facts.kinds import COMPARED, INVESTED, RELATIVE, TRADED
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern
from kg.text.segment import PROSE


def _settled(claim: Claim) -> bool:
    """Whether the clause tells the accounts of works ("12.459 dự án với số vốn 86.321 tỷ đồng chưa quyết toán")."""
    folded, sentence = claim.passage.folded, claim.passage.sentence
    start = max(sentence.start, folded.rfind(";", sentence.start, claim.start))
    stop = folded.find(";", claim.start, sentence.end)
    return topics.SETTLED.search(folded, start, stop if stop >= 0 else sentence.end) is not None


def _invested(claim: Claim) -> bool:
    """Capital of projects counted together, a country's or an area's; not the cost of one project or firm."""
    fact, passage = claim.fact, claim.passage
    if topics.LENT.search(passage.folded, passage.sentence.start, claim.start) or _outward(claim):
        return False
    if topics.OUR_MONEY_ABROAD.search(passage.folded, passage.sentence.start, claim.start):
        return False  # "doanh nghiệp ta đầu tư sang 60 nước, vốn đăng ký 20 tỷ USD"
    if _settled(claim):
        return False  # "4.401 dự án, số vốn được quyết toán tương ứng 103.733 tỷ đồng": accounts of works paid for
    if fact.measure == "level" and topics.A_PROJECT.search(passage.folded, passage.sentence.start, claim.start):
        return False  # "một dự án mới bình quân chỉ có 4 triệu USD"
    if fact.measure == "level" and topics.EACH_PROJECT.match(passage.folded, passage.quantities[claim.index].full_end):
        return False  # "bình quân chưa tới 9 triệu USD mỗi dự án"
    if fact.measure != "level" or fact.partner or fact.flow or fact.sector or fact.zone_type:
        return True
    if claim.discourse.last_fact in INVESTED and "period.plan-year" in fact.evidence.rules:
        return True  # "Cả năm dự kiến 3 tỷ USD", of what has just been told
    soon = claim.discourse.count - claim.discourse.last_at <= 1
    if claim.discourse.last_fact in INVESTED and soon and topics.PLAN_IS.match(passage.folded, passage.sentence.start):
        return True  # "Kế hoạch năm nay là 700 triệu USD", behind what was attracted
    if claim.discourse.last_fact in INVESTED and _PLACED & set(fact.evidence.rules):
        return True  # "Theo địa bàn, Hà Nội nhận 6,92 tỷ USD, TP.HCM 5,91 tỷ USD"
    if claim.discourse.last_fact in INVESTED and soon and topics.SAME_FIGURE.search(claim.sentence):
        return True  # "... đạt 215 triệu USD. Năm 2018, con số này là 187 triệu USD"
    if topics.TOGETHER.search(claim.sentence) or any(q.dimension == "count-project" for q in passage.quantities):
        return True
    return claim.discourse.last_fact in INVESTED and passage.sentence.level > PROSE


_PLACED = frozenset(("area.named", "area.respective", "area.anaphor", "area.discourse"))


def _projects(claim: Claim) -> bool:
    """Projects that are invested in, not lent or granted for, nor those that are in trouble ("12 dự án thua lỗ")."""
    folded = claim.passage.folded
    if topics.TROUBLED.match(folded, claim.passage.quantities[claim.index].full_end):
        return False
    return not topics.LENT.search(folded, claim.passage.sentence.start, claim.start) and not _outward(claim)


def _outward(claim: Claim) -> bool:
    """Whether what is told of is our investment abroad ("đầu tư của Việt Nam ra nước ngoài")."""
    return topics.ABROAD_FROM_HERE in claim.sentence and topics.OUTWARD.search(claim.sentence) is not None


def _inhabitants(claim: Claim) -> bool:
    """People of a province or district; communes have no code ("dân số (7.842 người) của xã ...")."""
    stop = claim.passage.quantities[claim.index].full_end
    return not topics.COMMUNE.match(claim.passage.folded, stop)


def _revenue(claim: Claim) -> bool:
    """What an area collects, not what it passes on or keeps; a bare "nộp ngân sách" without a place is a company's."""
    gap = claim.passage.gap(claim.index)
    if topics.PASSED_ON.search(claim.passage.folded, gap[0], claim.start):
        return False
    if claim.context_only and topics.TAX_BACK.search(claim.passage.folded, *gap):
        return False
    if topics.PLANT_PAYS.match(claim.passage.folded, claim.passage.sentence.start, claim.start):
        return False
    if claim.passage.sentence.level == PROSE and topics.PAYS.search(claim.sentence) and _of_one_firm(claim):
        return False
    if claim.passage.sentence.line == 0 and _firm_of_headline(claim):
        return False
    if "area.document" not in claim.fact.evidence.rules or claim.fact.area != "VN":
        return True
    return not topics.PAYS.search(claim.sentence) or topics.COLLECTS.search(claim.sentence) is not None


def _firm_of_headline(claim: Claim) -> bool:
    """Whether a headline opens with a name that the text then calls a company ("Hải Sơn nộp ngân sách 900 tỷ đồng")."""
    text, start = claim.passage.text, claim.passage.sentence.start
    named = topics.OPENS_WITH_NAME.match(text, start, claim.start)
    if named is None:
        return False
    called = regex.compile(rf"ông ty[^.;\n]{{0,40}}{regex.escape(named['name'])}")
    return called.search(text, claim.start) is not None


def _of_one_firm(claim: Claim) -> bool:
    """Whether what is paid into the budget stands beside what one company earns, and no firms together are named."""
    folded, start = claim.passage.folded, claim.passage.sentence.start
    before = folded[max(folded.rfind("\n", 0, start) + 1, start - topics.PARAGRAPH) : claim.start]
    if topics.TURNOVER.search(before) is None or topics.COLLECTS.search(claim.sentence):
        return False
    return topics.OF_FIRMS_TOGETHER.search(folded, start, claim.start) is None and "ông ty" in claim.passage.text


def _installed(claim: Claim) -> bool:
    """Power that is installed, not the load of a day; or what plants, told as several, can make."""
    if claim.fact.measure == "level" and claim.passage.quantities[claim.index].dimension != "power":
        start = claim.passage.sentence.start
        timed = claim.fact.unit is not None and "/" in claim.fact.unit
        return timed and topics.SEVERAL_PLANTS.search(claim.passage.folded, start, claim.start) is not None
    if topics.THAT_PLANT.search(claim.passage.folded, claim.passage.sentence.start, claim.start):
        return False
    return topics.PEAK.search(claim.sentence) is None


def _economy(claim: Claim) -> bool:
    """A share of the economy is one of a branch or an owner; a bare "kinh tế" needs a word of growth."""
    fact = claim.fact
    if fact.measure == "share":
        before = claim.passage.folded[claim.passage.gap(claim.index)[0] : claim.start]
        if topics.BY_GDP.search(before) and "measure.structure" not in fact.evidence.rules:
            return False
        of_nation = topics.OF_NATION.match(claim.passage.folded, claim.passage.quantities[claim.index].full_end)
        if of_nation is not None and (fact.area or "").startswith("VN-"):
            return True  # "tổng sản phẩm của tỉnh chiếm 23% GDP cả nước"
        return fact.sector is not None or fact.investor is not None or "measure.structure" in fact.evidence.rules
    if fact.measure == "level" and topics.ECONOMY_OF.search(
        claim.passage.folded, claim.passage.sentence.start, claim.start
    ):
        return True
    return not claim.context_only or bool(topics.GROWS.search(claim.sentence)) or _headlined(claim)


def _headlined(claim: Claim) -> bool:
    """Whether a title tells at once how an economy grew ("Kinh tế Hậu Giang 6 tháng đầu năm ước tăng 14%")."""
    opens = topics.ECONOMY_GREW.fullmatch(claim.passage.folded, claim.passage.sentence.start, claim.start)
    return opens is not None and claim.fact.measure == "growth"


def _visitors(claim: Claim) -> bool:
    """Visits are of tourists: "lượt khách", "du lịch", or figures of tourism right before."""
    last = claim.discourse.last_fact
    if claim.fact.measure == "level" and claim.fact.value < topics.FEW_VISITS:
        return False  # a party of guests
    if topics.NO_GUEST.match(claim.passage.folded, claim.passage.quantities[claim.index].full_end):
        return False  # "1.080 khách sạn", "32.000 khách hủy tour"
    start = claim.passage.sentence.start
    if topics.OF_AGENCY.search(claim.sentence) or topics.AGENCY_TOOK.search(claim.passage.folded, start, claim.start):
        return False  # "công ty phục vụ hơn 8.000 lượt khách", "khách đặt tour lên tới 21.000 lượt"
    if topics.FLIGHTS.match(claim.passage.folded, claim.passage.quantities[claim.index].start):
        return False
    if topics.FAIR.search(claim.sentence) or _at_fair(claim):
        return False  # "hội chợ dự kiến thu hút 800.000 lượt khách tham quan"
    counted = claim.passage.quantities[claim.index]
    if "indicator.inherited" in claim.fact.evidence.rules and counted.noun == words.PEOPLE:
        near = claim.passage.folded[claim.passage.gap(claim.index)[0] : counted.full_end + 20]
        if not topics.TOURISTS.search(near) and words.GUEST not in near:
            return False  # "hỗ trợ 93.512 người khó khăn"
    if claim.fact.partner is not None and words.GUEST in claim.sentence:
        return True  # "lượng khách Ấn Độ đến Việt Nam"
    if topics.RECEIVES.search(claim.passage.folded, start, claim.start):
        return True  # "Hai tháng, tỉnh đón 1,68 triệu lượt, tăng 19%"
    return bool(topics.TOURISTS.search(claim.sentence)) or last in ("tourist-arrivals", "tourism-revenue")


def _at_fair(claim: Claim) -> bool:
    """Whether people came to a fair that the paragraph tells of, and no place or tourism is named with them."""
    passage, start = claim.passage, claim.passage.sentence.start
    if topics.TRAVELS.search(claim.sentence) or not topics.SHOW.search(
        passage.folded, passage.folded.rfind("\n", 0, start) + 1, start
    ):
        return False
    named = (t for t in passage.between(start, claim.start) if isinstance(t, Word))
    return not any(word.of("area") is not None or "own" in word.cues for word in named)


def _occupancy(claim: Claim) -> bool:
    """A rate of all zones together, not of the few that reach it ("03 KCN đạt tỷ lệ lấp đầy trên 90%")."""
    told = claim.passage.folded[claim.passage.sentence.start : claim.start]
    aims = told.rfind(_AND_AIMS)
    return not topics.SOME_ZONES.search(told[max(aims, 0) :])  # "quy hoạch thêm 5 KCN và phấn đấu lấp đầy 75%"


_AND_AIMS = fold_pattern(" và phấn đấu")


def _shops(claim: Claim) -> bool:
    """Shops are online: "sàn thương mại điện tử"."""
    folded, stop = claim.passage.folded, claim.passage.quantities[claim.index].full_end
    ends = folded.find(";", stop, claim.passage.sentence.end)
    clause = claim.sentence if ends < 0 else folded[claim.passage.sentence.start : ends]
    return bool(topics.ONLINE.search(clause)) or claim.frame.indicator == claim.discourse.last_fact


def _wage(claim: Claim) -> bool:
    """A wage by its full name, and not of one person ("lương của tôi 8 triệu đồng")."""
    goes_on = (
        claim.fact.measure == "change"
        or claim.fact.measure in RELATIVE
        or "area.respective" in claim.fact.evidence.rules
    )
    goes_on = goes_on or (claim.fact.unit or "").endswith("/month")  # "khối FDI 7,9 triệu đồng/tháng"
    if claim.fact.unit == "VND/month" and claim.fact.measure == "level" and claim.fact.value < topics.LOWEST_WAGE:
        return False  # what a piece sells for
    if topics.NO_WAGE.search(claim.passage.folded, claim.passage.gap(claim.index)[0], claim.start):
        return False  # "mức lương tối thiểu vùng III là 3,43 triệu đồng", "thưởng 500.000 đồng"
    told = goes_on and claim.discourse.last_fact == "wage"
    named = (
        bool({"indicator.named", "indicator.verb"} & set(claim.fact.evidence.rules))
        or topics.OF_WORKERS.search(claim.sentence) is not None
    )
    return (told or named) and (not claim.personal or topics.WHOLE.search(claim.sentence) is not None)


def _zone_land(claim: Claim) -> bool:
    """Land of zones, named here or right before ("KCN", "cụm công nghiệp")."""
    line = claim.passage.sentence.line
    near = claim.discourse.zone_line >= line - 2 and claim.discourse.count - claim.discourse.zone_at <= topics.SOON
    return bool(topics.ZONES.search(claim.sentence)) or (claim.fact.zone_type is not None and near)


def _crop_land(claim: Claim) -> bool:
    """Land on which something grows ("gieo trồng 12.000 ha"), and not one family's."""
    grown = bool(topics.CROPS.search(claim.sentence)) or any(
        isinstance(token, Word) and token.of("product") for token in claim.passage.tokens
    )
    if not grown:  # "... đã xuống giống 6.200 ha. Diện tích tập trung ở huyện A (1.300 ha)"
        placed = "area.named" in claim.fact.evidence.rules or claim.fact.measure == "share"
        told = claim.discourse.crop_at if placed else None
        grown = claim.discourse.last_fact == "crop-area" and claim.discourse.count - claim.discourse.last_at <= 1
        grown = grown or (told is not None and claim.discourse.count - told <= topics.SOON)
    before = claim.passage.folded[claim.passage.sentence.start : claim.start]
    if topics.HARMED_CROPS.match(claim.passage.folded, claim.passage.quantities[claim.index].full_end):
        return False  # "39.000 ha lúa bị ảnh hưởng, trong đó 16.500 ha mất trắng"
    if topics.TAKEN.search(claim.passage.folded, claim.passage.sentence.start, claim.start):
        return False  # "diện tích đất chiếm dụng là đất rừng, chỉ 3,2 ha đất lúa"
    if claim.fact.measure == "level" and claim.fact.value < topics.ONES_LAND and topics.OWN_LAND.search(before):
        return False
    return grown and not claim.personal and claim.fact.unit in ("ha", "percent", "times")


def _firms(claim: Claim) -> bool:
    """All firms of an area, where a bare word counts them ("trên địa bàn hiện có")."""
    if claim.fact.status == "target":
        return True  # "chỉ tiêu thành phố có 500.000 doanh nghiệp vào năm 2020"
    return not claim.context_only or bool(topics.WHOLE.search(claim.sentence))


def _disbursed(claim: Claim) -> bool:
    """Capital of investment, not of anything else that is spent ("giải ngân 10 tỷ đồng để hỗ trợ người dân")."""
    if topics.HELPS.match(claim.passage.folded, claim.passage.quantities[claim.index].full_end):
        return False
    return claim.discourse.about_investment or bool(topics.INVESTS.search(claim.sentence))


def _employed(claim: Claim) -> bool:
    """Workers of an area, not a handful in a story ("gia đình anh thuê 12 lao động")."""
    fact = claim.fact
    if topics.TRAINED.search(claim.sentence):
        return False  # pupils of schools, not workers
    before = claim.passage.folded[claim.passage.sentence.start : claim.start]
    if topics.REPRESENTED.search(before):
        return False  # "1.000 người đại diện cho 150.000 công nhân"
    if fact.measure == "level" and topics.ONE_FIRM.search(before):
        return False  # "doanh nghiệp đang tạo việc làm cho 500 lao động"
    return not ((fact.value < 100 and claim.personal) or (fact.measure == "level" and fact.value < 10))


def _of_firm_before(claim: Claim) -> bool:
    """Whether an output without goods or a place goes on about what a firm makes ("cả công ty làm ra 5 triệu đôi")."""
    if "area.document" not in claim.fact.evidence.rules:
        return False
    folded, start = claim.passage.folded, claim.passage.sentence.start
    paragraph = max(folded.rfind("\n", 0, start) + 1, start - topics.PARAGRAPH)
    return topics.FIRM_MAKES.search(folded, paragraph, claim.start) is not None


def _made(claim: Claim) -> bool:
    """Whether an amount of goods is an output of an area rather than a load of a story."""
    fact, passage = claim.fact, claim.passage
    if fact.product is None and passage.sentence.level == PROSE and _of_firm_before(claim):
        return False
    if fact.measure in RELATIVE:
        return True
    if fact.unit == "km" or (fact.unit == "m" and fact.value < topics.BOLT):
        return False  # a depth, a width
    if fact.value_max is None and abs(fact.value) < 5 and fact.unit in ("tonne", "piece", "animal", "litre", "m3"):
        return False
    if fact.unit in ("kg", "litre") and abs(fact.value) < topics.A_BREW and fact.value_max is None:
        return False  # "mẻ 50 kg ngô được 22 lít rượu"
    if claim.personal or topics.ONE_PLANT.search(claim.passage.folded, claim.passage.sentence.start, claim.start):
        return False
    if "indicator.named" in fact.evidence.rules or passage.sentence.level > PROSE:
        return True
    if claim.discourse.outline.producing() or topics.AREA_MAKES.search(
        passage.folded, passage.sentence.start, claim.start
    ):
        return True  # under "III. SẢN PHẨM NĂM 2015"; "Sáu tháng, tỉnh chế biến 66.000 tấn thủy sản"
    if topics.LISTS_GOODS.match(passage.folded, passage.sentence.start, claim.start):
        return True
    if claim.discourse.last_fact in topics.ECONOMY:
        return True
    if fact.indicator in TRADED and fact.partner is not None and claim.discourse.last_fact in TRADED:
        return True  # "... Trung Quốc với 36.900 tấn. Ngược lại, Hà Lan mua 24.100 tấn"
    if any(isinstance(token, Period) and token.kind in COMPARED for token in passage.tokens):
        return True
    rules = set(fact.evidence.rules)
    if topics.WHOLE.search(claim.sentence) and "period.sentence" in fact.evidence.rules:
        return True  # "Cả năm toàn tỉnh gặt được 74.600 tấn lúa"
    rated = any(q.dimension == "percent" for q in passage.quantities[claim.index + 1 : claim.index + 2])
    if fact.indicator in TRADED and (_valued(claim) or rules & topics.TIMED or (rated and "product.named" in rules)):
        return True
    return bool(topics.STATED.search(claim.sentence)) and any(q.dimension == "percent" for q in passage.quantities)


def _cargo(claim: Claim) -> bool:
    """What ports handle, not what a ship holds ("tàu có sức chở 18.300 TEU")."""
    start = max(claim.passage.sentence.start, claim.start - topics.SHIP_NEAR)
    return claim.fact.unit != "TEU" or topics.SHIP.search(claim.passage.folded, start, claim.start) is None


def _valued(claim: Claim) -> bool:
    """Whether the value of an amount of goods stands right behind it ("410 nghìn tấn, trị giá 193 triệu USD")."""
    after = claim.passage.quantities[claim.index + 1 : claim.index + 2]
    return bool(after) and after[0].dimension == "money" and after[0].full_start - claim.start < topics.BESIDE


def _price_index(claim: Claim) -> bool:
    """The index itself, not what one group of goods adds to it ("làm CPI chung giảm 0,51%")."""
    before = claim.passage.folded[claim.passage.gap(claim.index)[0] : claim.start]
    adds = topics.ADDS.search(before)
    if adds is None or topics.OF_GROUP.search(before, adds.end()) is not None:
        return True
    # "Giá thịt lợn khiến CPI tháng 5 tăng 0,47% so với tháng trước": the month's, where no figure says what came of it
    behind = claim.passage.folded[claim.start : claim.passage.sentence.end]
    told = topics.OF_MONTH.match(before, adds.end())
    # a headline leaves out what it is against, and so does an average
    whole = (
        topics.THAN in behind
        or topics.MAIN_CAUSE.search(before, 0, adds.start()) is not None
        or claim.passage.sentence.line == 0
        or (told is not None and told["average"])
    )
    first = all(quantity.dimension != "percent" for quantity in claim.passage.quantities[: claim.index])
    return bool(first and told is not None and whole)


def _competitiveness(claim: Claim) -> bool:
    """What a province scored; not by how many points it is ahead of another."""
    if claim.fact.unit != "point" or claim.fact.measure != "level":
        return True
    passage = claim.passage
    return topics.A_LEAD.search(passage.folded, passage.gap(claim.index)[0], claim.start) is None


TESTS: dict[str, Callable[[Claim], bool]] = {
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
    "pci": _competitiveness,
}
