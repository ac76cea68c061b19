"""What a careful reader would not take for a statistic of an area: the last look at an observation.

General news is full of numbers that share words with our indicators - a shop of a story, a catch of
smugglers, a salary of one person. Each test asks for what a statistic has and a story lacks.
"""

from __future__ import annotations

import regex

from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.place import area_code, is_country
from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.model import Observation
from kg.text.normalise import fold_pattern
from kg.text.segment import PROSE

_TOURISTS = regex.compile(
    fold_pattern(r"du lịch|du khách|lượt khách|khách quốc tế|khách nội địa|tham quan|lưu trú|khách trong nước")
)
_ONLINE = regex.compile(fold_pattern(r"sàn|thương mại điện tử|tmđt|trực tuyến"))
_ZONES = regex.compile(
    fold_pattern(r"kcn|ccn|kkt|khu công nghiệp|cụm công nghiệp|khu kinh tế|khu chế xuất|khu, cụm|các khu|cụm cn")
)
_CROPS = regex.compile(
    fold_pattern(r"trồng|nuôi|gieo|lúa|cây|vụ|rau|hoa màu|thu hoạch|xuống giống|tôm|cá |cà phê|cao su|ngô|mía|sắn|rừng")
)
_STATED = regex.compile(
    fold_pattern(
        r"sản lượng|sản xuất được|so (?:với )?(?:cùng|ck)|cùng kỳ|kế hoạch|niên vụ|toàn tỉnh|cả nước|trên địa bàn|của tỉnh|ước đạt|tháng|quý|năm \d{4}"
    )
)
_CRIME = regex.compile(
    fold_pattern(
        r"bắt giữ|nhập lậu|buôn lậu|công an|xét xử|bị cáo|khởi tố|tang vật|thu giữ|tiêu hủy|điều tra|tạm giữ|bị cướp|trộm|thiệt hại|tồn đọng|ngập úng|chết rét|vụ vi phạm"
    )
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
_STORY = 600  # characters; a shorter text is a note, not a story that grazes a figure
_RELATIVE = ("growth", "share", "completion", "multiple")
_PRODUCED = frozenset({"product-output", "export-volume", "import-volume"})
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


def plausible(fact: Observation, passage: Passage, index: int, frame: Frame, discourse: Discourse) -> bool:
    """Whether an observation is a statistic of its area as far as its sentence tells."""
    sentence = passage.folded[passage.sentence.start : passage.sentence.end]
    if _CRIME.search(sentence):
        return False
    if fact.indicator not in _ABROAD and _foreign(passage, index, fact, discourse):
        return False
    if fact.indicator == "gdp" and fact.measure == "share":
        return fact.sector is not None or fact.investor is not None or "measure.structure" in fact.evidence.rules
    if fact.indicator == "tourist-arrivals":
        return bool(_TOURISTS.search(sentence)) or discourse.last_fact in ("tourist-arrivals", "tourism-revenue")
    if fact.indicator == "zone-occupancy" and _SOME_ZONES.search(
        passage.folded[passage.sentence.start : passage.quantities[index].full_start]
    ):
        return False
    if fact.indicator == "ecommerce-shops":
        return bool(_ONLINE.search(sentence)) or frame.indicator == discourse.last_fact
    if fact.indicator == "wage":
        return "indicator.named" in fact.evidence.rules and not _PERSONAL.search(sentence)
    if fact.indicator in ("zone-area", "zone-industrial-land", "zone-leased-land"):
        return bool(_ZONES.search(sentence)) or (
            fact.zone_type is not None and discourse.zone_line >= passage.sentence.line - 2
        )
    if fact.indicator == "crop-area":
        grown = bool(_CROPS.search(sentence)) or any(isinstance(t, Word) and t.of("product") for t in passage.tokens)
        return grown and not _PERSONAL.search(sentence) and fact.unit in ("ha", "percent", "times")
    if fact.indicator in _PRODUCED and fact.measure not in _RELATIVE:
        return _made(fact, passage, sentence, discourse)
    if fact.indicator == "enterprises" and "indicator.context" in fact.evidence.rules:
        return bool(_WHOLE.search(sentence))
    if fact.indicator == "gdp" and "indicator.context" in fact.evidence.rules:
        return bool(_GROWS.search(sentence))
    if fact.indicator == "implemented-capital" and not discourse.about_investment and not _INVESTS.search(sentence):
        return False
    return not (
        fact.indicator == "employment"
        and ((_PERSONAL.search(sentence) and fact.value < 100) or (fact.measure == "level" and fact.value < 10))
    )


def belongs(facts: list[Observation], own: str | None, length: int) -> list[Observation]:
    """The observations of a document that speaks of statistics; a lone figure in a story must be quite sure.

    A text on another subject that states two figures of a place keeps them; one that grazes a single
    national number does not become a source for it.
    """
    if len(facts) != 1 or length < _STORY:
        return facts
    fact = facts[0]
    rules = set(fact.evidence.rules)
    named = "indicator.named" in rules and rules & {"period.sentence", "period.right", "period.heading"}
    return facts if named and own not in (None, "VN") and fact.area not in (None, "VN") else []


def _foreign(passage: Passage, index: int, fact: Observation, discourse: Discourse) -> bool:
    """Whether another country stands before the number and no place of ours does."""
    if not any(rule in fact.evidence.rules for rule in ("area.document", "area.discourse")):
        return False
    for token in reversed(passage.between(passage.sentence.start, passage.quantities[index].full_start)):
        if isinstance(token, Word):
            code = area_code(token, discourse.own)
            if code is not None:
                return is_country(code)
            if set(token.cues) & {"own", "nation"}:
                return False
    return False


def _made(fact: Observation, passage: Passage, sentence: str, discourse: Discourse) -> bool:
    """Whether an amount of goods is an output of an area rather than a load of a story."""
    if fact.value_max is None and abs(fact.value) < 5 and fact.unit in ("tonne", "piece", "animal", "litre", "m3"):
        return False
    if _PERSONAL.search(sentence):
        return False
    if "indicator.named" in fact.evidence.rules or passage.sentence.level > PROSE:
        return True
    if discourse.last_fact in (
        "product-output",
        "crop-area",
        "iip",
        "industrial-production-value",
        "export-turnover",
        "export-volume",
        "import-volume",
        "import-turnover",
    ):
        return True
    compared = any(isinstance(t, Period) and t.kind in ("same", "versus", "plan") for t in passage.tokens)
    return compared or (bool(_STATED.search(sentence)) and any(q.dimension == "percent" for q in passage.quantities))
