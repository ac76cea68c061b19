"""The indicator that a counted thing itself states ("174 dự án", "24 CCN", "10.954 doanh nghiệp thành lập mới")."""

from __future__ import annotations

import regex

from kg.facts import phrase
from kg.facts.choose import firms
from kg.facts.choose.choice import NOTHING, Choice
from kg.facts.choose.number import Number
from kg.facts.choose.shared import WORKERS_IN, WORKERS_IN_ZONES
from kg.facts.kinds import INVESTED, ZONE_TYPES
from kg.facts.scope.figure import Spot
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern
from kg.text.segment import PROSE

_COUNTED = {
    "count-project": "investment-projects",
    "count-visit": "tourist-arrivals",
    "count-shop": "ecommerce-shops",
    "count-TEU": "cargo-throughput",
    "count-job": "employment",
}
_ZONES = tuple(
    (tuple(fold_pattern(mark) for mark in marks), code)
    for marks, code in (
        (("ccn", "cụm"), "industrial-clusters"),
        (("kkt", "khu kinh tế"), "economic-zones"),
        (("kcn", "khu công nghiệp", "kcx", "khu chế xuất", "khu cn"), "industrial-zones"),
    )
)
_SHOPS = regex.compile(fold_pattern(r"(?:khởi tạo|mở|có|đưa|lập)\s+(?:\p{L}+\s+){0,2}gian hàng|gian hàng (?:trên|số)"))
_CARRIED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:vận tải|chở|vận chuyển|hành khách|chuyến bay|sân bay|cảng hàng không|nhà ga)"
        r"(?![\p{L}])"
    )
)
_PASSENGERS = fold_pattern("hành khách")
_SERVES = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:phục vụ|đón|đưa đón|tiếp đón)(?: được)?(?: (?:khoảng|hơn|gần|trên))*\s*$")
)
_PAID_IN = regex.compile(fold_pattern(r"(?<![\p{L}])(?:góp vốn|mua cổ phần|tăng vốn)[^;.]{0,20}$"))
_SHARES = fold_pattern("góp vốn")
_TIMES_CARRIED = fold_pattern("lượt")
_STANDING = regex.compile(
    fold_pattern(r"[\p{L} ]{0,24}(?:còn hiệu lực|đang hoạt động|(?:đã|đang|đi vào) vận hành|đang triển khai)")
)
_PEOPLE = fold_pattern("dân")
_A_MARKET = fold_pattern("thị trường")
_OF_VIETNAM = regex.compile(fold_pattern(r"(?<![\p{L}])(?:việt nam|vn|nước ta|trong nước|nội địa)(?![\p{L}])"))
_WORKERS = tuple(fold_pattern(mark) for mark in ("lao động", "công nhân", "nhân công", "nlđ", "cnlđ"))
_WORK = regex.compile(fold_pattern(r"việc làm|thu hút|sử dụng|tổng số|giải quyết|lao động"))
_EMPLOYING = ("employment", "industrial-labour-index", "enterprises")


# "31.700 lao động đang làm việc tại các khu công nghiệp"
_AT_WORK = regex.compile(
    fold_pattern(
        r"[^,;.()\d]{0,14}?\s(?:đang |hiện )*(?:làm việc|có việc làm"
        r"|có việc)(?: \p{L}+){0,2}? (?:tại |trong |ở )(?:các "
        r"|những )?"
        r"(?:khu|kcn|ccn|kkt|cụm|doanh nghiệp|dn|cơ sở|nhà máy trên|ngành|toàn|tỉnh|địa bàn|đây)(?![\p{L}])"
        r"|\s*(?:tại|trong|ở) các (?:khu công nghiệp|cụm công nghiệp|khu, cụm|kcn|ccn|kkt)(?![\p{L}])"
    )
)
# "Đến 20/6 có 118.450 lao động làm việc, tăng 6.720 người"
_NOW_AT_WORK = regex.compile(fold_pattern(r"\s*(?:đang |hiện )*làm việc[,.;]"))
_CAME_TO = regex.compile(fold_pattern(r"(?<![\p{L}])kết quả (?:là|đạt)(?: \p{L}+)?\s*$"))
# "35.200 lao động tìm được việc mới"
_FINDS_WORK = regex.compile(
    fold_pattern(
        r"\s*(?:đã )?(?:tìm được|tìm thấy|có|có thêm|được giải quyết"
        r"|được tạo) việc(?: làm)?(?: mới| ổn định)?(?![\p{L}])"
    )
)
# "các khu công nghiệp đang sử dụng 31.700 lao động"
_ZONES_EMPLOY = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:các|những) (?:khu, cụm|khu công nghiệp, khu kinh tế|khu|cụm|kcn, kkt"
        r"|kcn, ccn|kcn|ccn|kkt)[^,;.\d]{0,44}? (?:thu hút|sử dụng|giải quyết"
        r"|tạo việc làm|dùng|còn|có)"
        r"(?: được| cho| việc làm| khoảng| gần| hơn| trên)*\s*$"
    )
)


# "Tính đến nay, khối doanh nghiệp này có hơn 24.000 công nhân"
_BLOC_EMPLOYS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:khu vực|khối|ngành|nhóm)(?: doanh nghiệp)? này (?:đang |hiện |đã )*(?:có|sử dụng|dùng|thu hút"
        r"|tạo việc làm cho)(?: (?:khoảng|hơn|gần|trên))*\s*$"
        r"|(?<![\p{L}])(?:con số|kết quả) (?:thực hiện|đạt được)(?: được)?(?: là"
        r"| đạt)?(?: (?:khoảng|hơn|gần|trên))*\s*$"
    )
)


_OF_ZONES = ("zone-area", "zone-occupancy", "zone-leased-land")
_ZONES_LAST = frozenset((*_OF_ZONES, *ZONE_TYPES))
_AMONG_THEM = regex.compile(
    fold_pattern(
        r"\W*(?:trong (?:tổng )?(?:số )?(?:đó|này|các khu này)|đến nay|hiện nay|hiện)(?![\p{L}])"
        r"|\W*(?:theo )?quy hoạch (?:\p{L}+ )?đến (?:hết )?năm 20\d\d ?:\s*$"
    )
)
# "7 khu đã hoạt động", not "3 khu đô thị"
_KHU = regex.compile(
    fold_pattern(
        r"\s*khu(?:\s*[,;.)]|\s+(?:đã|đang|có|được|mới|chưa|còn|đi vào|hoạt động|lấp|trong số"
        r"|nằm)(?![\p{L}]))"
    )
)


# "các KCN lấp đầy 71% diện tích và dùng 33.700 lao động"
_AND_EMPLOYS = regex.compile(
    fold_pattern(
        r"(?: diện tích| đất)?\s*(?:,|và|, và|, với|;|với|cùng)\s*(?:hiện |đang |đã )*"
        r"(?:dùng|sử dụng|thu hút|có|nuôi|tổng cộng|tổng số|cả thảy|(?:tạo|giữ|giải quyết) việc(?: làm)? cho)?"
        r"(?: (?:khoảng|hơn|gần|trên|chưa đầy|chừng))*\s*"
    )
)
_WORK_THERE = regex.compile(fold_pattern(r"\s*(?:đang |hiện )?làm việc\s*(?:[.,;]|$)"))
# "17.300 lao động được tạo việc làm mới"
_GIVEN_WORK = regex.compile(
    fold_pattern(
        r"[^,;.()\d]{0,14}?\s(?:đã )?(?:được )?(?:tạo|giải quyết|bố trí|giới thiệu|có|có thêm) việc làm(?: mới"
        r"| ổn định)?(?![\p{L}])"
    )
)


def thing(number: Number) -> Choice | None:
    """The indicator of a counted thing; a count of a story, not of an area, is of nothing."""
    if number.measure not in ("level", "change"):
        return None
    choice = by_noun(number)
    if choice is NOTHING:
        return NOTHING
    if choice is None or not number.fits(choice.code):
        return None
    return choice if _of_an_area(number, choice.code) else NOTHING


def by_noun(number: Number) -> Choice | None:
    """The indicator that the noun of a count states, None where it states none."""
    passage, quantity = number.passage, number.quantity
    dimension = quantity.dimension
    if dimension == "count-zone":
        if WORKERS_IN.search(number.gap_text):
            return NOTHING  # "lao động trong 2 KCN là 32.150 người"
        return _zones(quantity.noun) or _zones_told(number)
    if dimension in ("count-enterprise", "count-household") and _SHOPS.search(
        passage.folded, quantity.full_end, passage.sentence.end
    ):
        return Choice("ecommerce-shops", "indicator.counted")  # "120 hộ kinh doanh mở gian hàng trên sàn"
    if dimension == "count-enterprise":
        return firms.enterprises(number)
    if dimension == "count-person" and quantity.noun == _PEOPLE and _of_ours(number.gap_text):
        return Choice("population", "indicator.counted")  # "Lý Sơn có chừng 22.000 dân"
    if dimension == "count-person" and _PASSENGERS in quantity.noun and _SERVES.search(number.gap_text):
        return Choice("passengers", "indicator.counted")  # "Sân bay phục vụ 1,2 triệu lượt hành khách"
    if dimension == "count-person":
        worker = quantity.noun == "lđ" or any(mark in quantity.noun for mark in _WORKERS)
        worker = worker or _AT_WORK.match(passage.folded, quantity.end, passage.sentence.end) is not None
        worker = (
            worker or WORKERS_IN_ZONES.search(passage.folded, passage.sentence.start, quantity.full_start) is not None
        )
        worker = worker or (_goes_on_with_work(number) and _FOUND_WORK.search(number.gap_text) is not None)
        return Choice("employment", "indicator.counted") if worker else None
    if dimension == "count-case" and _SHARES in quantity.noun:
        return Choice("investment-projects", "indicator.counted")  # "8.561 lượt góp vốn, mua cổ phần"
    if dimension == "count-visit" and _PAID_IN.search(number.gap_text):
        return NOTHING  # "góp vốn, mua cổ phần 4 lượt": no visits
    code = _COUNTED.get(dimension)
    # "HH 5,1 triệu tấn; HK 52 triệu lượt"
    goes_on = (
        quantity.noun == _TIMES_CARRIED
        and number.discourse.last == "passengers"
        and number.discourse.last_line == passage.sentence.line
    )
    carried = goes_on or (number.index > 0 and number.frame.indicator in ("cargo-throughput", "passengers"))
    if dimension == "count-visit" and (carried or _CARRIED.search(passage.folded, number.gap[0], quantity.full_start)):
        code = "passengers"  # "các đơn vị vận tải chở 21,4 triệu lượt khách"
    return Choice(code, "indicator.counted") if code else None


def _of_ours(told: str) -> bool:
    """Whether people counted are an area's: those of a market are ours where it is said to be Vietnam's."""
    return _A_MARKET not in told or _OF_VIETNAM.search(told) is not None


# "tạo việc làm cho 12.000 người. Sáu tháng mới bố trí được cho 5.100 người"
_FOUND_WORK = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:lo|giải quyết|bố trí|tạo)(?: được)?(?: việc)?(?: được)? cho(?: (?:khoảng"
        r"|hơn|gần|trên))*\s*$"
    )
)


def _goes_on_with_work(number: Number) -> bool:
    return number.discourse.last == "employment" and number.discourse.count - number.discourse.last_at <= 1


def _zones(noun: str) -> Choice | None:
    code = zones_of(noun)
    return Choice(code, "indicator.counted") if code is not None else None


def zones_of(noun: str) -> str | None:
    """The indicator of the zones that a folded noun counts ("khu công nghiệp": industrial-zones)."""
    return next((code for marks, code in _ZONES if any(mark in noun for mark in marks)), None)


def _zones_told(number: Number) -> Choice | None:
    """A bare "khu", of the kind of zones told of ("11 KCN, tổng diện tích 3.120 ha; 7 khu đã hoạt động")."""
    discourse = number.discourse
    kind = number.frame.zone_type or discourse.zone_type
    code = next((code for code, of in ZONE_TYPES.items() if of == kind), None)
    if not _KHU.match(number.passage.folded, number.quantity.end):
        return None
    told = number.index > 0 and number.frame.indicator in _OF_ZONES
    if not told and discourse.count - discourse.last_at <= 1 and discourse.last in _ZONES_LAST:
        told = _AMONG_THEM.match(number.gap_text) is not None  # "... tổng diện tích 4.840 ha. Trong đó 9 khu đã ..."
    return Choice(code, "indicator.counted") if code is not None and told else None


def _of_an_area(number: Number, code: str) -> bool:
    """Whether counted projects, people, zones are a figure of an area rather than of a story."""
    if code == "employment":
        return _employed(number)
    if code == "investment-projects":
        return (
            number.quantity.noun in ("da", "lượt da")
            or branch_behind(number) is not None
            or _STANDING.match(number.passage.folded, *number.after) is not None
            or any(word.of("sector") or word.of("code/zone-type") for word in number.words)
            or number.discourse.about_investment
            or _granted_or_called(number)
            or _on_the_list(number)
            or number.frame.indicator in INVESTED
            or number.frame.indicator == "installed-capacity"
            or (number.index > 0 and number.frame.indicator in ZONE_TYPES)  # "có 32 KCN với 1.420 dự án"
            or (number.index > 0 and number.frame.zone_type is not None)
        )
    return code not in ZONE_TYPES or not number.discourse.narrow


def _on_the_list(number: Number) -> bool:
    """Whether projects are those of a list of what investors are sought for ("Danh mục gồm 24 dự án")."""
    start = number.passage.sentence.start
    told = _LIST_HAS.search(number.gap_text) is not None
    return told and _SOUGHT.search(number.passage.folded, max(0, start - _SENTENCE), start) is not None


_SENTENCE = 240  # letters
_LIST_HAS = regex.compile(fold_pattern(r"(?<![\p{L}])danh mục (?:này )?(?:gồm|có)(?: (?:hơn|gần|tổng cộng))?\s*$"))
_SOUGHT = regex.compile(fold_pattern(r"(?<![\p{L}])(?:kêu gọi|mời gọi|gọi|thu hút|xúc tiến) (?:vốn )?(?:đầu tư|vốn)"))


# "trao giấy phép cho 9 dự án", "cấp chủ trương cho 16 dự án", "gọi vốn cho 31 dự án"
_GRANTED_OR_CALLED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:chấp thuận|cấp phép|cấp mới|thu hút)(?: mới| được| thêm| đầu tư)* (?:hơn |gần )?$"
        r"|(?<![\p{L}])(?:trao|cấp|chấp thuận|phê duyệt) [^,;.\d]{0,40}(?:phép|chứng nhận|chủ trương)[^,;.\d]{0,24}"
        r"(?:cho|đối với) (?:hơn |gần |tổng cộng )?$"
        r"|(?<![\p{L}])(?:kêu gọi|mời gọi|gọi|xúc tiến|tìm) (?:vốn|đầu tư|nhà đầu tư)[^,;.\d]{0,24}(?:cho"
        r"|vào) (?:hơn |gần )?$"
    )
)
_CALLED_FOR = regex.compile(fold_pattern(r"\s*(?:dự án )?(?:kêu gọi|mời gọi|gọi|cần thu hút) (?:đầu tư|vốn)"))


def _granted_or_called(number: Number) -> bool:
    """Whether projects counted are those an area has granted or calls for."""
    start, stop = number.passage.sentence.start, number.quantity.full_start
    if _GRANTED_OR_CALLED.search(number.passage.folded, start, stop):
        return True
    return _CALLED_FOR.match(number.passage.folded, number.quantity.full_end) is not None


_WITH = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:với|sử dụng|thu hút|sử dụng tới|dùng|nuôi sống|tạo việc làm cho"
        r"|giữ chân)(?: tổng)?(?: số)?(?: (?:khoảng|hơn|gần|trên"
        r"|chừng))?\s*$"
    )
)


_RECRUITS = regex.compile(
    fold_pattern(r"(?<![\p{L}])tuyển(?: dụng| thêm| mới| gấp)*(?: (?:khoảng|hơn|gần|trên|từ|chừng|tới|đến))*\s*$")
)


# "Số công nhân có nhu cầu về nhà ở là 21.000 người": of what they need
_IN_NEED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:lao động|công nhân|người)(?: \p{L}+){0,3} (?:có nhu cầu"
        r"|cần)(?: [^,;.\d]{3,50})? (?:là|lên|tới)\s*(?:\p{L}+ )?$"
    )
)


_BY_THEN = regex.compile(
    fold_pattern(
        r"\W*(?:tính )?(?:đến|tới)(?: hết| cuối| ngày| nay)?[^,;.]{0,16},? (?:đã |đang )?(?:có"
        r"|sử dụng)(?: \p{L}+)?\s*"
    )
)


def _employed(number: Number) -> bool:
    """Whether counted workers are told as a figure of employment ("giải quyết việc làm cho 2.000 lao động")."""
    if _RECRUITS.search(number.gap_text) or _IN_NEED.search(number.gap_text):
        return False  # "cần tuyển gần 20.000 lao động": nobody works there yet
    if number.quantity.dimension == "count-job" or number.passage.sentence.level > PROSE:
        return True
    if number.frame.indicator == "employment":
        return True
    if number.index and number.frame.indicator == "enterprises" and _WITH.search(number.gap_text):
        return True  # "có 165 doanh nghiệp chế biến gỗ với khoảng 28.000 lao động"
    zones = bool(number.index) and number.passage.quantities[number.index - 1].unit == "zone"
    if (number.frame.zone_type is not None or zones) and number.index and _AND_EMPLOYS.fullmatch(number.gap_text):
        return True  # "trên địa bàn có 32 KCN, với hơn 590.000 lao động"
    told = _goes_on_with_work(number)
    if told and (
        any("target" in word.cues for word in number.words)
        or _FOUND_WORK.search(number.gap_text)
        or _CAME_TO.search(number.gap_text)
    ):
        return True  # "giải quyết việc làm cho 23.500 lao động. Kế hoạch cả năm là 35.000 lao động"
    if _AT_WORK.match(number.passage.folded, number.quantity.full_end, number.passage.sentence.end):
        return True
    stands = not number.index and any(time.kind in ("asof", "now") for time in number.passage.times)
    if stands and _NOW_AT_WORK.match(number.passage.folded, number.quantity.full_end):
        return True
    if (
        number.frame.zone_type is not None
        and number.index
        and _WORK_THERE.match(number.passage.folded, number.quantity.full_end)
    ):
        return True  # "17 CCN đang hoạt động, ..., với hơn 24.000 lao động làm việc"
    if _FINDS_WORK.match(number.passage.folded, number.quantity.full_end):
        return True
    if _GIVEN_WORK.match(number.passage.folded, number.quantity.full_end, number.passage.sentence.end):
        return True
    if _ZONES_EMPLOY.search(number.gap_text) or _BLOC_EMPLOYS.search(number.gap_text):
        return True
    of_zones = number.frame.zone_type is not None or number.discourse.board_of is not None
    if of_zones and not number.index and _BY_THEN.fullmatch(number.gap_text):
        return True  # "Đến hết tháng 11 có 52.300 lao động, tăng 6.100 người", where a board of zones reports
    labels = (word.of("indicator") for word in number.words)
    if any(label is not None and label.concept.code in _EMPLOYING for label in labels):
        return True
    return bool(_WORK.search(number.passage.folded[number.gap[0] : number.quantity.full_start]))


POWER = fold_pattern("điện")  # goods, and a branch where projects are counted


def branch_behind(spot: Spot) -> str | None:
    """The branch that counted projects are of ("8 dự án điện gió")."""
    start, stop = spot.after
    passage = spot.passage
    for token in passage.between(start, min(stop, start + 12)):
        if not isinstance(token, Word) or passage.folded[start : token.start].strip():
            continue
        if token.of("sector") or passage.folded[token.start : token.end] == POWER:
            return phrase.lower(passage.text[token.start : token.end])
    return None
