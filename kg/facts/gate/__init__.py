"""What a careful reader would not take for a statistic of an area: the last look at an observation.

General news is full of numbers that share words with our indicators - a shop of a story, a catch of
smugglers, a salary of one person. Each test asks for what a statistic has and a story lacks.
"""

from __future__ import annotations

from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.gate import indicators, words
from kg.facts.gate.beside import other
from kg.facts.gate.claim import Claim
from kg.facts.gate.document import belongs
from kg.facts.kinds import INVESTED, RELATIVE, TRADED
from kg.facts.place import area_code
from kg.facts.tokens import Passage
from kg.lexicon import is_country
from kg.mentions.scan import Word
from kg.model import Observation

__all__ = ["belongs", "plausible"]


def plausible(fact: Observation, passage: Passage, index: int, frame: Frame, discourse: Discourse) -> bool:
    """Whether an observation is a statistic of its area as far as its sentence tells."""
    sentence = passage.folded[passage.sentence.start : passage.sentence.end]
    unharmed = fact.indicator in words.UNHARMED and fact.measure in RELATIVE
    told = words.CRIME if unharmed or fact.indicator in words.TOURISM else words.CRIMES_AND_HARM
    if any(crime in sentence for crime in told) and not (
        words.CAUSED.search(sentence) or (told is words.CRIMES_AND_HARM and words.DESPITE.search(sentence))
    ):
        return False
    claim = Claim(fact, passage, index, frame, discourse, sentence)
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
    if fact.indicator == "zone-wastewater" and not words.SEWAGE.search(sentence):
        return False  # "98% dân số đô thị được cấp nước sạch" behind the zones' plants
    if _of_one(claim, start):
        return False
    if fact.value == words.HUNDRED and "measure.equals-sign" in fact.evidence.rules:
        return False  # "(cùng kỳ = 100%)": what an index is set against
    if fact.measure == "growth" and words.TAX_CUT.search(passage.folded, passage.gap(index)[0], claim.start):
        return False  # "chính sách giảm thuế GTGT 2%"
    if _each_passes(claim) or _of_price(claim) or other(fact.indicator, passage, index):
        return False
    if fact.unit == "kg" and fact.indicator in TRADED and fact.measure == "level" and fact.value < words.A_LOAD:
        return False  # "gas bình 45 kg": what one piece weighs
    if fact.indicator == "new-enterprise-capital" and words.ONE_FIRM_EACH.search(passage.folded, start, claim.start):
        return False  # "vốn đăng ký bình quân một doanh nghiệp đạt 12,6 tỷ đồng"
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
    test = indicators.TESTS.get(fact.indicator)
    return test is None or test(claim)


def _never(claim: Claim) -> bool:
    """Whether what stands right beside a figure makes it one of no indicator of ours."""
    fact, passage = claim.fact, claim.passage
    gap, behind = passage.gap(claim.index), passage.quantities[claim.index].full_end
    if claim.index and fact.measure in RELATIVE:
        gap = (passage.gap(claim.index - 1)[0], gap[1])  # "... nguồn thu 1,7 tỷ USD, tăng 70%"
    if fact.measure == "multiple":  # "223.500 lần hạ cánh", "cao gấp 2,5 lần mức bình quân chung"
        beside = next((w for w in passage.between(behind, behind + 2) if isinstance(w, Word)), None)
        other = beside is not None and beside.of("area") is not None  # "gấp 1,56 lần Hà Nội"
        return other or fact.value > words.MOST_TIMES or words.AS_FAST.match(passage.folded, behind) is not None
    if fact.measure == "level" and words.NOBODY.search(passage.folded, gap[0], claim.start):
        return True  # "không tỉnh nào qua nổi 2 tỷ USD"
    if fact.indicator == "installed-capacity" and fact.measure == "share":
        return words.MAKES_UP.search(passage.folded, gap[0], claim.start) is None  # "đang chạy 85% tổng công suất"
    if fact.indicator in TRADED and fact.measure == "share" and words.OF_THE_WORLD.match(passage.folded, behind):
        return True  # "chiếm 90% GDP và 80% kim ngạch thương mại của thế giới"
    if fact.indicator == "investment-projects" and words.WHOLLY_OWNED.match(passage.folded, behind):
        return True  # "các dự án FDI hầu hết là 100% vốn nước ngoài"
    if fact.unit == "zone" and words.PARTED.search(passage.folded, gap[0], claim.start):
        return True  # "khu công nghiệp được chia thành 4 cụm"
    if fact.indicator.startswith("zone-") and fact.unit == "ha" and words.EACH_PLOT.search(passage.folded, *gap):
        return True  # "mỗi cụm có một lô trên 20 ha"
    if fact.indicator in INVESTED and (
        words.EARNED.search(passage.folded, gap[0], claim.start)
        or words.BRINGS_IN.search(passage.folded, passage.sentence.start, claim.start)
    ):
        return True  # "vốn FDI đem lại nguồn thu 1,7 tỷ USD"
    if fact.indicator == "retail-sales" and words.IN_STORE.search(passage.folded, gap[0], claim.start):
        return True  # "hàng hóa dự trữ của hệ thống bán lẻ khoảng 23.000 tỷ đồng"
    if fact.indicator == "product-output" and words.WEIGHS.search(passage.folded, gap[0], claim.start):
        return True  # "cẩu cuộn thép nặng 25 tấn"
    if fact.unit in ("VND", "USD") and words.FIRM_TAKES.search(passage.folded, gap[0], claim.start):
        return True  # "Bảy tháng, nhà máy thu 1.730 tỷ đồng, lãi 212 tỷ đồng"
    if fact.indicator == "product-output" and words.LEFT_OVER.search(passage.folded, gap[0], claim.start):
        return True  # "lượng gạo còn tồn 21.300 tấn, chỉ bằng 60% cùng kỳ"
    if fact.indicator == "enterprises" and words.HONOURED.match(passage.folded, behind):
        return True  # "dịp này 14 công ty được trao cúp"
    if fact.indicator == "enterprises" and words.CERTIFIED.search(passage.folded, gap[0], claim.start):
        return True  # "trao giấy chứng nhận đầu tư cho 8 doanh nghiệp"
    if fact.indicator == "investment-projects" and fact.measure == "share":
        return words.TAXED.search(passage.folded, gap[0], claim.start) is not None
    if fact.indicator == "zone-area" and fact.status == "actual" and words.BOUND.match(passage.folded, claim.start):
        return True  # "một cụm không quá 80 ha": what the law allows
    return fact.indicator == "zone-area" and fact.unit == "m2" and fact.value < words.SMALL_GROUND


def _of_one(claim: Claim, start: int) -> bool:
    """Whether a figure is of one plant or one firm, and none of an area."""
    fact, folded = claim.fact, claim.passage.folded
    if fact.indicator in ("budget-revenue", "employment") and words.ONE_GIVES.search(folded, start, claim.start):
        return fact.measure == "level"
    if fact.indicator == "wage" and words.ONE_STAFF.search(folded, start, claim.start):
        return True  # "thu nhập bình quân của công nhân nhà máy nay đạt 7,1 triệu đồng/tháng"
    return fact.measure == "share" and words.OWN_FUNDS.search(folded, start, claim.start) is not None


def _global(claim: Claim) -> bool:
    """Whether a figure is the world's ("thương mại toàn cầu năm nay tăng 8%")."""
    start = claim.passage.sentence.start
    world = words.GLOBAL.search(claim.passage.folded, start, claim.start) is not None
    here = (claim.fact.area or "").startswith("VN-") and "area.named" in claim.fact.evidence.rules
    return world and not here


def _of_price(claim: Claim) -> bool:
    """Whether an amount in dong by which something falls or rises is a price's ("các mẫu xe giảm giá ... 70 triệu")."""
    fact = claim.fact
    if fact.indicator in TRADED and fact.measure in RELATIVE and claim.index:
        told = words.PER_WEIGHT.search(claim.passage.folded, claim.passage.sentence.start, claim.start)
        if told is not None:
            return True  # "mỗi tấn xuất khẩu chỉ được 1.922 USD, kém cùng kỳ 14,6%"
    if fact.indicator not in TRADED or fact.unit != "VND" or fact.measure != "change":
        return False
    return words.PRICED.search(claim.passage.folded, claim.passage.sentence.start, claim.start) is not None


def _each_passes(claim: Claim) -> bool:
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


def _not_grown(claim: Claim) -> bool:
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


def _worldly(claim: Claim) -> bool:
    """Whether a sentence that names no place of ours ranks something in the world ("đứng thứ hai châu Âu về ...")."""
    return "area.document" in claim.fact.evidence.rules and bool(words.WORLD.search(claim.sentence))


def _foreign(claim: Claim) -> bool:
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
