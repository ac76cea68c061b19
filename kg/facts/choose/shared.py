"""What a wording that several indicators share means at a number."""

from __future__ import annotations

import regex

from kg.facts.choose.choice import Choice
from kg.facts.choose.number import Number, codes
from kg.facts.kinds import INVESTED
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

CROP = regex.compile(
    r"(?<!\p{L})(?:(?:nuôi|trồng|gieo trồng|chuyên canh) )?(?:cây |lúa|ngô|mía|sắn|khoai|lạc"
    r"|đậu|rau|cà phê|cao su|hồ tiêu|chè|điều|thanh long|vải|nhãn|cam|bưởi"
    r"|xoài|dưa|hành|tỏi|ớt|tôm|cá tra|nghêu|rừng|dứa|chuối|dừa|sầu riêng|hoa màu|cây ăn quả|thuốc lá|bông|đay|cói|dâu"
    r"|quế|mắc ca|chanh|mít|mận|thảo quả|nho(?!\p{L})|táo|măng cụt|chôm chôm|bòn bon|(?:na|bơ"
    r"|ổi|keo|hồi(?! (?:tháng|năm|đầu|cuối|quý|phục)))(?!\p{L}))"
)
_AT_WORK_IN = r"(?<![\p{L}])(?:lao động|lđ|công nhân)(?: \p{L}+){0,4}? (?:trong|tại|ở|của) (?:cả )?"
WORKERS_IN = regex.compile(fold_pattern(_AT_WORK_IN + "$"))  # "lao động trong 2 KCN": before the count of zones
WORKERS_IN_ZONES = regex.compile(
    fold_pattern(_AT_WORK_IN + r"\d+ (?P<what>kcn|ccn|khu công nghiệp|cụm công nghiệp|khu|cụm)[^,;.()\d]{0,40}$")
)
_STATE = regex.compile(fold_pattern(r"kho bạc|đầu tư công|trái phiếu chính phủ|xdcb|kế hoạch vốn"))
_INVESTORS = regex.compile(fold_pattern(r"fdi|nước ngoài|doanh nghiệp|ddi"))
_AT_HOME = regex.compile(
    fold_pattern(r"vốn (?:đầu tư )?(?:của )?(?:khu vực )?(?:tư nhân|nhà nước|dân cư|ngoài nhà nước)")
)
_REGISTERED = fold_pattern("đăng ký")
_OF_OWNERS = regex.compile(fold_pattern(r"\s+(?:của |từ )?(?:các )?(?:(?:khu vực|dự án|doanh nghiệp)\s+)?"))
_CARRIED_OUT = regex.compile(fold_pattern(r" (?:đã |được )+(?:đưa vào thực hiện|thực hiện|giải ngân)(?![\p{L}])"))
BEHIND_MONEY = regex.compile(fold_pattern(r"(?: vốn(?: \p{L}+){0,2})?") + _CARRIED_OUT.pattern)
_FUNDS = ("public-investment", "industrial-promotion-funding")
# "Khuyến công: 9 tháng giải ngân 1.680 triệu đồng", "- KC: đã giải ngân 800 tr.đ"
_PROMOTION = regex.compile(fold_pattern(r"khuyến công|(?:^|[-+*•\n])\s*kc\s*:"))
_TAKINGS = fold_pattern("tổng thu")
_LAND = ("zone-area", "crop-area")


def settled(number: Number, choice: Choice, word: Word) -> Choice:
    """A choice among the indicators that its word may name: the one in force, or the one that the subject asks for."""
    fitting = [
        label.concept.code
        for label in word.labels
        if label.concept.scheme == "indicator" and number.fits(label.concept.code)
    ]
    code = number.frame.indicator
    if code is None or code not in fitting:
        code = _by_subject(number, choice.code, fitting, word)
    return Choice(code, choice.rule, word) if code is not None else choice


def carried_out(number: Number, word: Word) -> bool:
    """Whether what a name of investment is of was carried out.

    "vốn thực hiện khu vực đầu tư trực tiếp nước ngoài", "vốn ngoại đã được đưa vào thực hiện"
    """
    folded = number.passage.folded
    if _REGISTERED in folded[word.start : word.end]:
        return False
    stop = number.passage.sentence.end
    if _CARRIED_OUT.match(folded, word.end, stop) or BEHIND_MONEY.match(folded, number.quantity.full_end, stop):
        return True
    return any(
        w.end <= word.start and _OF_OWNERS.fullmatch(folded, w.end, word.start)
        for w in number.words
        if "implemented-capital" in codes(w) + codes(w, context=True)
    )


def _lead(number: Number) -> tuple[int, int]:
    """The stretch of a clause up to a number, from the beginning of its sentence or the last semicolon."""
    start, stop = number.passage.sentence.start, number.quantity.full_start
    return max(start, number.passage.folded.rfind(";", start, stop)), stop


def _by_subject(number: Number, code: str, fitting: list[str], word: Word) -> str | None:
    """The indicator that the subject of the text asks for, None where the choice stands."""
    frame, discourse = number.frame, number.discourse
    if code == "budget-revenue" and _of_visitors(number, word):
        return "tourism-revenue"
    if code == "registered-capital" and "new-enterprise-capital" in fitting and _of_new_firms(number):
        return "new-enterprise-capital"
    if code == "new-enterprise-capital" and _of_projects(number) and "registered-capital" in fitting:
        return "registered-capital"  # "11 dự án với số vốn 65 triệu USD"
    parted = number.measure == "share" or discourse.last == "total-investment"
    if code == "registered-capital" and parted and _AT_HOME.search(number.gap_text):
        return "total-investment"  # "vốn nhà nước chiếm 28%": nobody registers the state's or a household's
    if code == "implemented-capital" and _PROMOTION.search(number.passage.folded, *_lead(number)):
        return "industrial-promotion-funding"
    if code == "implemented-capital":  # "giải ngân" of the state's own money
        if frame.indicator in _FUNDS and not _INVESTORS.search(number.gap_text):
            return frame.indicator
        if word.labels[0].kind == "context" and discourse.topic in _FUNDS:
            return discourse.topic
        soon = discourse.count - discourse.last_at <= 1 and discourse.last == _FUNDS[0]
        if soon and frame.investor != "fdi" and not _INVESTORS.search(number.gap_text):
            return _FUNDS[0]  # "Vốn trong nước giải ngân được 51,7%" behind what the state has paid out
        if discourse.funded and number.measure == "completion" and not _foreign(number):
            return _FUNDS[0]  # "Tỉnh phấn đấu hết năm giải ngân trên 95% kế hoạch"
        if _of_state(number) and "public-investment" not in fitting:
            return "public-investment"
    if code == "iip" and "industrial-production-value" in fitting and number.quantity.dimension == "money":
        return "industrial-production-value"  # "sản xuất công nghiệp đạt 1.200 tỷ đồng"
    if code == "zone-area" and not (frame.zone_type or discourse.zone_type) and CROP.search(number.gap_text):
        return "crop-area"  # "tổng diện tích vải là 28.100 ha"
    if code in _LAND and set(_LAND) <= set(fitting):  # "diện tích" of zones or of crops
        return "zone-area" if frame.zone_type or discourse.zone_type else "crop-area"
    return None


def _of_visitors(number: Number, word: Word) -> bool:
    """Whether a bare "tổng thu" is what visitors have spent ("đón 3,3 triệu lượt khách; tổng thu đạt 8.640 tỷ")."""
    if number.passage.folded[word.start : word.end] != _TAKINGS:
        return False
    return number.quantity.dimension == "money" and number.frame.indicator == "tourist-arrivals"


def _of_projects(number: Number) -> bool:
    """Whether capital is of projects rather than of new firms."""
    frame, discourse = number.frame, number.discourse
    return frame.indicator in INVESTED or (discourse.about_investment and not _of_new_firms(number))


def _of_state(number: Number) -> bool:
    """Whether what is disbursed is the state's own money ("giải ngân qua Kho bạc Nhà nước")."""
    passage, frame = number.passage, number.frame
    sentence = passage.folded[passage.sentence.start : passage.sentence.end]
    return frame.investor is None and bool(_STATE.search(sentence)) and not _INVESTORS.search(sentence)


def _foreign(number: Number) -> bool:
    """Whether the sentence or what was told last is of those who invest from abroad."""
    passage = number.passage
    named = _INVESTORS.search(passage.folded, passage.sentence.start, passage.sentence.end) is not None
    return named or number.frame.investor is not None or number.discourse.last in INVESTED


def _of_new_firms(number: Number) -> bool:
    """Whether figures of new firms stand before ("1.200 doanh nghiệp mới, vốn đăng ký 9.000 tỷ đồng")."""
    code = number.frame.indicator
    return code in ("new-enterprises", "new-enterprise-capital") or number.discourse.last == "new-enterprises"
