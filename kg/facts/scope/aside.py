"""Places that a sentence names and that are not where its figures hold."""

from __future__ import annotations

import regex

from kg.facts.place import area_code, ranked
from kg.facts.scope.figure import Spot
from kg.facts.tokens import Passage
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_LEADS = regex.compile(fold_pattern(r"^\s*(?:tại|ở|riêng|đối với)\s+(?:tỉnh\s+|thành phố\s+|địa bàn\s+)?$"))
_JOINS = regex.compile(
    fold_pattern(
        r"(?:[,;:(]|(?<![\p{L}])(?:và|là|như|tại|ở|riêng|tỉnh|của|còn|trong đó|thành phố|huyện|huyện đảo))\s*$"
    )
)
_ASIDE = regex.compile(
    fold_pattern(
        r"(?:nhất|từ|(?<!tháng )(?<!năm )(?<!quý )(?<!thời gian )(?<!ngày )qua|dẫn đầu|đứng đầu"
        r"|(?<!\d)(?<!(?:tháng|quý|ngày|năm) )\d{1,3}|theo sau|sau|cùng với|vượt"
        r"|hơn|so với|kém|đầu|như|thứ \p{L}+"
        r"|trong|trong top \d+|sang)\s*$"
    )
)
_LIES_AT = regex.compile(fold_pattern(r"[^;.:\d]{0,60}(?<![\p{L}])(?:tại|ở)\s[^;.:\d]{0,60}"))
# "4 KCN là Nam Sơn, Quế Võ và Yên Phong đã hoạt động, tỷ lệ lấp đầy ...", "thêm 2 KCN (Nam Sơn, Quế Võ), 410 ha"
_ZONES_ARE = regex.compile(
    fold_pattern(r"(?: (?:đang|đã) hoạt động)?(?:(?:,? (?:là|gồm|gồm có|như)|:) [^;.\d]{0,120}| ?\([^;.()\d]{0,120})")
)
_PERSON = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đb|đại biểu|đbqh|ông|bà|chủ tịch|giám đốc)\s[^,;()]*"
        r"\((?:đoàn (?:đbqh|đại biểu quốc hội|đại biểu|đb)? ?)?(?:tỉnh |thành phố |tp\.? ?)?$"
    )
)
_OF_REGION = regex.compile(fold_pattern(r"(?:của|thuộc|trong|nằm ở|ở)\s+(?:vùng\s+|khu vực\s+)?$"))
_TOWN = regex.compile(fold_pattern(r"\s*(?:tỉnh|thành phố|tp\.?)?\s*"))
_OF_PROVINCE = regex.compile(
    fold_pattern(r"\s*[,(]\s*(?:(?:thuộc\s+)?(?:tỉnh|thành phố|tp\.?)\s*)?| (?:của|thuộc|ở) tỉnh ")
)
_WHERE = regex.compile(fold_pattern(r",? nơi(?![\p{L}])"))
_OWN_FIGURE = regex.compile(
    fold_pattern(
        r"\s*\((?:(?:iip|grdp|gdp|cpi|pci|gtsxcn|kim ngạch|xuất khẩu|nhập khẩu|tỷ lệ|lấp đầy)\s)?"
        r"(?:tăng|giảm|đạt|với|là)?\s*(?:hơn |gần |khoảng )?\d[\d.,]*\s?[^\d\s)/-]"
    )
)
_SUCH_AS = fold_pattern("như")
_TURNS = regex.compile(fold_pattern(r"\s+(?:tăng|giảm|đạt)(?![\p{L}])"))
_AT = regex.compile(fold_pattern(r"(?:tại|ở)\s+(?:thủ đô\s+|thành phố\s+|tp\.?\s*)?$"))
_SAYS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:cho biết|cho hay|thông tin|phát biểu|khẳng định|nhận định|cho rằng|nhấn mạnh|công bố"
        r"|báo cáo|đánh giá|nhìn nhận|phân tích|lý giải|chia sẻ)"
    )
)
_AND = regex.compile(fold_pattern(r"\s*(?:,|và|, và)\s*$"))
_WITHIN_NATION = "trong cả nước"


def ended(word: Word, spot: Spot) -> bool:
    """Whether a district is only where what was counted before lies ("lập mới 2 CCN tại A và B; thu hút 10 dự án")."""
    folded, start = spot.passage.folded, spot.gap[0]
    code = area_code(word, spot.discourse.own)
    if code is None or "/" not in code or ";" not in folded[word.end : spot.quantity.full_start]:
        return False
    return _LIES_AT.fullmatch(folded, start, word.start) is not None


def names_a_zone(word: Word, spot: Spot) -> bool:
    """Whether the name of a district is that of a zone, in a list of the zones just counted."""
    if not spot.index or spot.passage.quantities[spot.index - 1].dimension != "count-zone":
        return False
    if _ZONES_ARE.fullmatch(spot.passage.folded, spot.gap[0], word.start) is not None:
        return True
    listed = _LISTED_IN.fullmatch(spot.passage.folded, spot.gap[0], word.start) is not None
    return listed and _LIST_ENDS.match(spot.passage.folded, word.end) is not None


# "4 KCN đã đi vào hoạt động (Thụy Vân, Trung Hà, Cẩm Khê); đất đã cho thuê ...", "khởi công 2 KCN Hạ Hòa (400 ha)"
_LISTED_IN = regex.compile(fold_pattern(r"(?: [^();:\d]{2,40})? \((?:[^();:\d]{2,80}, )?|\s*"))
_LIST_ENDS = regex.compile(fold_pattern(r"(?:, [^();:\d]{2,60})?\)| \(\d| và [^();:\d]{2,30}\(\d"))


def describes(word: Word, spot: Spot) -> bool:
    """Whether a place only describes something in a sentence that opens with its own ("Tại A, ... ổ dịch B, ...")."""
    passage = spot.passage
    opens = passage.sentence.start
    if spot.index or spot.frame.area is None or not passage.folded[max(opens, word.start - 14) : word.start].strip():
        return False
    opening = next((t for t in passage.tokens if isinstance(t, Word) and t.of("area")), None)
    if opening is None or opening is word or not _LEADS.match(passage.folded[opens : opening.start]):
        return False
    return not _JOINS.search(passage.folded[opens : word.start])


def province_of(word: Word, code: str, spot: Spot) -> bool:
    """Whether a province is only where the district right before it lies ("huyện A, tỉnh B", "A của tỉnh B")."""
    if not (spot.frame.area or "").startswith(code + "/"):
        return False
    places = (
        t for t in spot.passage.between(spot.gap[0], word.start) if isinstance(t, Word) and t.of("area") is not None
    )
    last = max((t.end for t in places if t is not word), default=-1)
    return last >= 0 and _OF_PROVINCE.fullmatch(spot.passage.folded, last, word.start) is not None


def ranked_in(word: Word, spot: Spot) -> bool:
    """Whether a region is only where a place ranks ("IIP tăng 11,9%, xếp thứ 3 ĐBSCL")."""
    start = max(spot.passage.sentence.start, word.start - _RANKED_NEAR)
    return _RANKED.search(spot.passage.folded, start, word.start) is not None


_RANKED_NEAR = 40  # letters
_RANKED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:thứ|hạng|vị trí|top) \d{1,2}(?:/\d{1,2})?(?: (?:toàn|cả|của|trong|ở|tại|khu vực|vùng|các tỉnh"
        r"|tỉnh|trong số))*\s*$"
    )
)


def lies_in(word: Word, spot: Spot) -> bool:
    """Whether a region is only where the place named first lies ("A có vị trí quan trọng của vùng B, dân số ...")."""
    folded, start = spot.passage.folded, spot.passage.sentence.start
    opening = next((t for t in spot.passage.tokens if isinstance(t, Word) and t.of("area")), None)
    if _PULLS.search(folded, max(start, word.start - 50), word.start):
        return True  # "A trở thành cực tăng trưởng của miền Trung với GRDP bình quân ..."
    if opening is None or opening is word or spot.index:
        return False
    if not _TOWN.fullmatch(folded, start, opening.start):
        return False
    return _OF_REGION.search(folded, max(start, word.start - 14), word.start) is not None


_PULLS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:cực tăng trưởng|trung tâm|đầu tàu|cửa ngõ|hạt nhân|động lực|thủ phủ|đầu mối)"
        r"(?: \p{L}+,?){0,6}? (?:của|cho|ở)(?: cả)?(?: vùng| khu vực)? $"
    )
)


def constituency(word: Word, spot: Spot) -> bool:
    """Whether a place in brackets only says where a person comes from ("đại biểu A (Đoàn ĐBQH Bình Phước)")."""
    folded, start = spot.passage.folded, spot.passage.sentence.start
    if folded[word.end : word.end + 1] != ")":
        return False
    return _PERSON.search(folded, max(start, word.start - 70), word.start) is not None


_HELD = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:hội nghị|hội thảo|lễ|diễn đàn|buổi|cuộc|sự kiện|ngày hội|họp báo)[^,;:]{0,70}"
        r"(?:tổ chức|diễn ra|khai mạc)(?: (?:sáng|chiều|tối|ngày|hôm|vào|qua|nay|\(?[\d/.-]+\)?))* (?:ở|tại)\s+"
        r"(?:tỉnh |thành phố |tp\.? ?|thị xã |huyện )?$"
        r"|(?<![\p{L}])(?:tại|ở) (?:một |buổi )?(?:hội nghị|hội thảo|diễn đàn|tọa đàm)(?: \p{L}+){0,6}? (?:ở|tại)\s+"
        r"(?:tỉnh |thành phố |tp\.? ?|thị xã )?$"
        r"|(?<![\p{L}])(?:họp báo|hội nghị|buổi lễ|cuộc họp)(?: \p{L}+){0,3}? (?:sáng|chiều|tối"
        r"|ngày|hôm)(?: (?:nay|qua|ngày))?"
        r" ?[\d/.-]* (?:ở|tại) (?:thành phố |tp\.? ?|thị xã |huyện )?$"
    )
)


def venue(word: Word, spot: Spot) -> bool:
    """Whether a place is where a meeting is held, or where somebody says a national figure.

    "... tại Hà Nội, bà ... cho biết, CPI giảm 0,2%"
    """
    folded, start = spot.passage.folded, spot.passage.sentence.start
    if _HELD.search(folded, max(start, word.start - 90), word.start):
        return True  # "Tại hội nghị tổ chức ngày 16/6 ở TP. A, UBND tỉnh trao giấy phép cho 4 dự án"
    if spot.discourse.own != "VN":
        return False
    at = _AT.search(folded, max(start, word.start - 24), word.start)
    return at is not None and _SAYS.search(folded, word.end, spot.quantity.full_start) is not None


# "giảm 12% do nhiều mỏ đá ở huyện A hết phép (cùng kỳ giảm 4%)", "tăng nhờ nhà máy tại B chạy lại; xuất khẩu ..."
_CAUSE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:do|vì|bởi|nhờ)(?! (?:đó|vậy"
        r"|thế))(?![\p{L}])[^,;:.()\d]{4,60}(?<![\p{L}])(?:ở|tại|trên địa bàn)"
        r" (?:(?:tỉnh|huyện|thị xã|thành phố) )?$"
    )
)
_CAUSE_OPENS = regex.compile(
    fold_pattern(
        r"\W*(?:nhờ|do|vì|bởi)(?: có)?(?! (?:đó|vậy|thế))(?![\p{L}])[^,;:.\d]{4,70}"
        r"(?<![\p{L}])(?:ở|tại|của|huyện|thị xã)"
        r"(?: (?:tỉnh|huyện|thị xã|thành phố))? (?=[^,;:.\d]*$)"
    )
)
_CLAUSE_ENDS = regex.compile(r"[^,;:.\d]{0,40},")
_CAUSE_ENDS = regex.compile(r"[^,;()\d]{0,60}[;()]")


def of_cause(word: Word, spot: Spot) -> bool:
    """Whether a place is but where a cause lies: of the figure before, in a clause that ends before the number.

    Or of all that the sentence tells ("Nhờ hai nhà máy ở A (huyện B), 5 tháng tỉnh thu ...").
    """
    folded, (start, stop) = spot.passage.folded, spot.gap
    if not spot.index and _CAUSE_OPENS.match(folded, spot.passage.sentence.start, word.start) is not None:
        return _CLAUSE_ENDS.match(folded, word.end, stop) is not None
    if not spot.index or _CAUSE_ENDS.match(folded, word.end, stop) is None:
        return False
    return _CAUSE.search(folded, start, word.start) is not None


_WORK = regex.compile(
    fold_pattern(
        r" (?:đã |còn )?(?:khai thác|đánh bắt|trồng|gieo|nuôi|thu hoạch|sản xuất|làm ra|bán)(?![\p{L}])(?! (?:ra|vào))"
    )
)
_DWELLERS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:người|dân|khách|du khách|hành khách)(?: từ)?\s+$"))


_TRADE_OF = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:diêm|nông|ngư) dân|bà con|người dân|thợ)(?: ở| các huyện| huyện)?"
        r"(?: \p{L}+(?: \p{L}+)?(?: và|,))? $"
    )
)


_KNOWN_FOR = regex.compile(
    fold_pattern(
        r",\s*(?:mặt hàng|sản phẩm|đặc sản|thế mạnh|cây trồng|nghề|thương hiệu)[^,;.\d]{0,50} (?:của|ở|tại)"
        r"(?: (?!cả|toàn)[^,;.\d]{1,24})? $"
    )
)
_GOES_ON = regex.compile(fold_pattern(r"(?:,(?! (?:tỉnh|huyện|năm|quý|tháng))| và)?[^,;.\d]{0,24},"))


def of_goods(word: Word, spot: Spot) -> bool:
    """Whether a place only tells what goods are known for ("Chè, thế mạnh của A, thu về 3.000 tấn búp")."""
    folded, start = spot.passage.folded, spot.gap[0]
    known = _KNOWN_FOR.search(folded, start, word.start)
    return known is not None and _GOES_ON.match(folded, word.end, spot.quantity.full_start) is not None


def dwellers(word: Word, spot: Spot) -> bool:
    """Whether a place only says where people come from, in a sentence on another ("A đón khách TP.HCM, doanh thu")."""
    folded, start = spot.passage.folded, spot.passage.sentence.start
    if _TRADE_OF.search(folded, max(start, word.start - 60), word.start):
        # "muối, nghề cũ của diêm dân Giao Thủy, chỉ còn 21.400 tấn"; but "ngư dân huyện A khai thác 118.500 tấn"
        return _WORK.match(folded, word.end) is None
    return spot.frame.area is not None and _DWELLERS.search(folded, max(start, word.start - 16), word.start) is not None


_NAME = regex.compile(r"(?<!\p{L})(?!Bộ|Sở|Ban|Đảng|Hội|Việt|Tại|Vào|Của|Cả|Và)\p{Lu}\p{Ll}[\p{L}\d&]* $")


def in_firm(word: Word, code: str, passage: Passage) -> bool:
    """Whether the country ends the name of a firm ("Tổng giám đốc Abcorp Việt Nam")."""
    if code != "VN" or passage.sentence.start >= word.start - 3:
        return False
    named = _NAME.search(passage.text, max(passage.sentence.start, word.start - 24), word.start)
    return named is not None and named.start() > passage.sentence.start


def in_apposition(word: Word, passage: Passage) -> bool:
    """Whether the country stands in what a place is called besides ("TP HCM, tâm dịch của cả nước, có 16.430 ...")."""
    folded = passage.folded
    if folded[word.end : word.end + 1] != ",":
        return False
    if not (folded.endswith(_OF, 0, word.start) or folded.startswith(_OF, word.start)):
        return False
    opens = folded.rfind(", ", max(passage.sentence.start, word.start - 60), word.start)
    return opens >= 0 and any(
        isinstance(t, Word) and t.of("area") is not None and t.end == opens
        for t in passage.between(passage.sentence.start, opens)
    )


_OF = fold_pattern("của ")


def measured_against(word: Word, spot: Spot) -> bool:
    """Whether a place has a figure of its own in a bracket behind it, and only another is measured against it.

    "Kém hẳn A (xuất khẩu tăng 31%) và B (tăng 19%), tỉnh chỉ tăng 4%"
    """
    folded, start = spot.passage.folded, spot.passage.sentence.start
    beside = _OWN_FIGURE.match(folded, word.end) is not None
    return beside and _AGAINST.search(folded, max(start, word.start - 90), word.start) is not None


_AGAINST = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:hơn|kém|thua|so với|sau)"
        r"(?: (?:mức (?:của )?)?[\p{L}. -]{2,24} \([^()]{2,30}\),?(?: (?:hay|hoặc|và))?)*"
        r" (?:tỉnh |thành phố |tp\.? ?|mức (?:của )?)?$"
    )
)


def only_beside(word: Word, passage: Passage) -> bool:
    """Whether a place is only what another is measured against ("dẫn đầu cả nước", "theo sau Bình Dương")."""
    before = passage.folded[max(passage.sentence.start, word.start - 16) : word.start]
    if _WHERE.match(passage.folded, word.end):
        return False  # "nhỉnh hơn A, nơi 9 tháng tăng 9,5%"
    if before.rstrip().endswith(_SUCH_AS) and _TURNS.match(passage.folded, word.end):
        return False  # "một số địa phương giảm mạnh như A giảm 78,7%"
    if _OWN_FIGURE.match(passage.folded, word.end):
        return False  # "đứng sau A (tăng 9,2%) và B (8,7%)"
    if _WITHIN_NATION in before:
        return False
    if _ASIDE.search(before) or ranked(passage.folded, passage.sentence.start, word.start):
        return True
    joined = _AND.search(before)  # "sau TPHCM và Hà Nội": so is the next of a list
    end = word.start - len(before) + joined.start() if joined else -1
    other = next((t for t in passage.between(passage.sentence.start, word.start) if t.end == end), None)
    return isinstance(other, Word) and other.of("area") is not None and only_beside(other, passage)
