"""Which area a document speaks of, and which area a word means.

A text of a province rarely names it at every figure: "tỉnh", "toàn tỉnh" mean the document's own
province, which follows from its source, its title, its places, or a picture's file name.
"""

from __future__ import annotations

from collections import Counter

import regex

from kg.facts import publisher
from kg.facts.abroad import abroad, capitals, of_central_bank
from kg.facts.caption import captioned
from kg.facts.dateline import dated, filed_at, held_at
from kg.facts.kinds import TRADED
from kg.facts.misspelt import misspelt
from kg.lexicon import Lexicon, is_country
from kg.mentions.phrases import BANK, NATION, OWN
from kg.mentions.scan import Scan, Word, Wording
from kg.mentions.surnames import COMMON
from kg.model import Document
from kg.text.normalise import fold, fold_pattern

_SURNAMES = frozenset(COMMON.split("|"))
# what only a country or a province has, so that a text on it that names neither is on the country
_NATIONAL = frozenset(("cpi", "gdp", "iip", "export-turnover", "import-turnover", "trade-turnover", "trade-balance"))
_OF_THE_WORLD = tuple(fold(w) for w in ("euro", "châu âu", "thế giới", "toàn cầu"))
_TRADE = frozenset(TRADED)
_ONE_SIDED = 6  # times that a text on our trade with one country names it, where no word says that there are two
_OF_DISTRICT = tuple(
    fold(w) for w in ("toàn huyện", "cả huyện", "của huyện", "địa bàn huyện", "trong huyện", "huyện nhà", "toàn thị xã",
    "của thị xã", "địa bàn thị xã", "huyện có", "huyện đã", "toàn thành phố", "thành phố đã", "huyện đề ra",
    "huyện phấn đấu", "huyện đặt", "ubnd huyện", "ubnd thị xã", "ubnd thành phố", "thành phố hiện", "thành phố có",
    "thành phố phấn đấu", "thị xã hiện", "thị xã có", "thị xã phấn đấu", "huyện hiện")
)  # fmt: skip
_DISTRICT_MARKS = tuple(map(fold, ("huyện", "thị xã", "tx", "thành phố", "tp")))
# What writes for a district; what its name begins with stands within the name or right before it.
_SEAT = regex.compile(
    fold_pattern(
        r"(?m)(?:^|[.:;\n] *)(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|huyện ủy|thị ủy|phòng [\p{L} ,&\-]{3,40}?"
        r"|thành ủy|chi cục thống kê|chi cục thuế)\s+(?:huyện|thị xã|tx\.?|thành phố|tp\.?)(?![\p{L}])"
    )
)
_VILLAGE = regex.compile(r" \p{Lu}\p{Ll}{1,4}(?![\p{L}.])")
_OFFICES = frozenset(("thống", "tướng", "trưởng", "sứ", "quyền", "hội"))  # "Tổng thống Mỹ Biden"
_TITLES = regex.compile(r"\W*(?:TP\.? ?|Thành phố |Thị xã |TX\.? ?|Huyện )?")
_OPENS = regex.compile(r"\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,3} ?:")
MISSPELT = "area.misspelt"  # the rule that found an area by its name with wrong marks
_LEAD = 1000  # characters in which a text on our trade says so
_WE = tuple(fold(w) for w in ("hải quan", "tchq", "việt nam", "nước ta", "cả nước"))
_WE_TRADE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:tổng cục hải quan|tchq|hải quan việt nam|(?:việt nam|nước ta|cả nước)(?: \p{L}+){0,3}?"
        r" (?:xuất|nhập) (?:khẩu|siêu))(?![\p{L}])"
    )
)
_WE_HOST = regex.compile(  # "Thái Lan có 540 dự án FDI còn hiệu lực tại Việt Nam"
    fold_pattern(
        r"(?<![\p{L}])(?:fdi|dự án|đầu tư trực tiếp|vốn)(?![\p{L}])[^.;\n]{0,50}(?<![\p{L}])(?:tại|vào|ở)"
        r" (?:thị trường )?(?:việt nam|nước ta)(?![\p{L}])"
    )
)
_PAIR = regex.compile(fold_pattern(r"\W*(?:thương mại |quan hệ |hợp tác )*việt nam ?(?:-|và) ?\p{L}"))  # a title
# "xuất khẩu thủy sản sang Mỹ và EU": who sells goes without saying
_SOLD_TO = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:sang|vào|từ|tới)(?: các| hai| ba)?(?: thị trường| nước)?(?: lớn| chính)?\s+$")
)
_TWO_SIDED = tuple(fold(w) for w in ("hai nước", "hai chiều", "song phương", "hai bên"))
_RANK_AHEAD = 40  # letters from "đứng thứ" to the country or region among whose provinces one ranks
_RANKED = regex.compile(
    fold_pattern(
        r"(?:(?<![\p{L}])(?:(?:thứ|hạng|xếp|vị trí|top)(?: \p{L}+){0,2} \d{1,2}(?:\s*/\s*\d{1,2})?"
        r"|(?:và|,) \d{1,2}\s*/\s*\d{1,2})|dẫn đầu|đứng đầu|nhất)"
        r"(?: (?:\d{1,2} )?(?:tỉnh|thành|tỉnh,|địa phương|của|trong|trên|toàn|vùng|khu vực|so với)){0,4}\s*$"
    )
)
_RANKED_ENDS = tuple(map(fold, "đầu|nhất|tỉnh|thành|tỉnh,|phương|của|trong|trên|toàn|vùng|vực|với".split("|")))
_DISTRICTS = 3  # districts named that count for their province: a list of them all is no stronger a sign
HEAD = 260  # characters that a title and its first lines take
_OPENING = 500  # characters in which a national story says so
_STATISTICS = fold_pattern("tổng cục")  # "Tổng cục Thống kê", "Tổng cục Hải quan"
CITIES = frozenset(("VN-HN", "VN-SG", "VN-DN", "VN-HP", "VN-CT"))  # they are no "tỉnh"
_CUSTOMS = fold_pattern("tổng cục hải quan")
_OVERSHADOWED = 5  # times the nation is named for each time of the province, and the text is the nation's


_WEST = "region:miền Tây"  # that of the Mekong delta, but elsewhere the west of the province itself
# Long An to Cà Mau, by ISO 3166-2:VN
DELTA = frozenset(f"VN-{code}" for code in "41 44 45 46 47 49 50 51 52 55 59 73 CT".split())


def area_code(word: Word, own: str | None) -> str | None:
    """The code of the area that a word names, a province before its namesakes; None if it names none.

    A wording that is a place only in context is one within the document's ``own`` province.
    """
    known = word.wording.areas
    return known[own] if own in known else _area_of(word.wording, own)


def _area_of(wording: Wording, own: str | None) -> str | None:
    """The code of the area that a wording names, found once for each province that asks."""
    known = wording.areas
    if own not in known:
        known[own] = _area_code(wording, own) if "area" in wording.first else None
    return known[own]


def _area_code(wording: Wording, own: str | None) -> str | None:
    codes = [
        label.concept.code
        for label in wording.labels
        if label.concept.scheme == "area"
        and (label.kind != "context" or (own is not None and label.concept.code.startswith(own + "/")))
    ]
    if not codes:
        return None
    if codes == [_WEST] and own is not None and own.startswith("VN-") and own not in DELTA:
        return None  # "một cụm công nghiệp ở miền tây" of Nghệ An
    for code in codes:
        if code.startswith("VN-") and "/" not in code:
            return code
        if code.startswith("2025/"):
            return None
    for code in codes:
        if not code.startswith(("VN-", "2025/")):
            return code
    return _district([c for c in codes if "/" in c and not c.startswith("2025/")], own)


def _district(codes: list[str], own: str | None) -> str | None:
    """The district of the document's own province among namesakes, or one that only one province has."""
    if own and "/" not in own:
        for code in codes:
            if code.startswith(own + "/"):
                return code
    provinces = {c.split("/")[0] for c in codes}
    return codes[0] if len(provinces) == 1 else None


def districts_named(scan: Scan, own: str) -> list[tuple[int, str]]:
    """Where a text names districts of its own province, in order, with their codes."""
    named = ((start, _area_of(wording, own)) for start, _, wording in scan.asked)
    return [(start, code) for start, code in named if code is not None and code.startswith(f"{own}/")]


def announced(scan: Scan, own: str | None) -> frozenset[str]:
    """The provinces that a text names at its head, its own among them, where there are two or more; else none."""
    named = frozenset(
        code for start, code in _places(scan) if start < HEAD and code.startswith("VN-") and "/" not in code
    )
    return named if len(named) > 1 and own in (named | {"VN"}) else frozenset()


def home_district(scan: Scan, own: str | None, text: str) -> tuple[str | None, bool]:
    """The district of the document's own province that a text is about, and whether all of it is about that one.

    One that is named early and far more often than others, in a text that says "toàn huyện", "của thị xã".
    """
    if own is None or own == "VN":
        return None, False
    seat = _seat(scan, own)
    if seat is not None:
        return seat, True
    if not any(mark in scan.folded for mark in _OF_DISTRICT):
        return None, False
    named = ((start, code) for start, code in districts_named(scan, own) if not of_person(text, start))
    places = [(start, code) for start, code in named if not captioned(scan.folded, start)]
    top, most, second = foremost(Counter(code for _, code in places))
    if top is None or most < 2 or most < 2 * second or not any(s < _LEAD for s, code in places if code == top):
        return None, False
    headed = any(start < HEAD for start, code in places if code == top)
    if any(_TITLES.fullmatch(text, 0, start) and _OPENS.match(text, start) for start, code in places if code == top):
        return top, True  # "Việt Trì: Kinh tế 6 tháng tăng khá"
    if headed and sum(scan.folded.count(mark) for mark in _OF_DISTRICT) >= _DISTRICTS:
        return top, True  # whatever the text says of the province besides
    titled = not second and any(start < text.find("\n") for start, code in places if code == top)
    return top, headed and (most >= _DISTRICTS or titled) and not scan.spans(OWN)


def _seat(scan: Scan, own: str) -> str | None:
    """The district whose office wrote a text by its head ("UBND HUYỆN VĂN GIANG", "Phòng Kinh tế thị xã Mỹ Hào")."""
    head = scan.folded[:HEAD]
    if not any(mark in head for mark in _DISTRICT_MARKS):
        return None
    for start, _, wording in scan.asked:
        if start > HEAD:
            return None
        code = _area_of(wording, own)
        if code is not None and code.startswith(f"{own}/") and _SEAT.search(head, max(0, start - 60), start + 12):
            return code
    return None


def _of_office(scan: Scan, places: list[tuple[int, str]]) -> str | None:
    """The province whose district's office wrote a text, where its head names no province ("UBND HUYỆN PHÙ MỸ")."""
    head = [code for start, code in places if start < HEAD and code.startswith("VN-")]
    if any("/" not in code for code in head):
        return None
    return next((own for own in (code.partition("/")[0] for code in head) if _seat(scan, own) is not None), None)


def foremost(named: Counter[str]) -> tuple[str | None, int, int]:
    """What is named most, how often, and how often the next: (None, 0, 0) where nothing is named."""
    first, second = [*named.most_common(2), (None, 0), (None, 0)][:2]
    return *first, second[1]


def country(word: Word, text: str) -> str | None:
    """The country that a word names; some names are words besides, and countries with a capital ("Đức", "Anh")."""
    code, label = area_code(word, None), word.of("area")
    if code is None and label is not None and text[word.start].isupper():
        code = label.concept.code
    return code if code is not None and is_country(code) else None


def own_area(document: Document, folded: str, scan: Scan, lexicon: Lexicon) -> tuple[str | None, str]:
    """The document's own area and the rule that found it ("area.source", "area.title" ...)."""
    known = publisher.province(document, folded, scan, lexicon)
    places = [(start, code) for start, code in _places(scan, document.text) if not filed_at(folded, start, code)]
    provinces, districts = _counts(places)
    anywhere = bool(provinces)
    known = known or publisher.by_head(folded, [(start, code) for start, code in places if code in provinces])
    nation = sum(not ranked(folded, 0, start) for start, _ in scan.spans(NATION))
    local = len(scan.spans(OWN))
    if nation:
        places = [(start, code) for start, code in places if not (captioned(folded, start) or held_at(folded, start))]
        if not local:  # where a story on the country was filed
            places = [(start, code) for start, code in places if not dated(folded, start)]
        provinces, districts = _counts(places)
    places = sorted([*places, *capitals(scan, document.text)])
    office = None if known else _of_office(scan, places)
    if office is not None:
        return office, "area.district"
    if abroad(places, nation + sum(provinces.values())) or (scan.spans(BANK) and of_central_bank(folded, nation)):
        ours = bilateral(scan) or _our_trade(scan, places) or _we_trade(folded) or _we_host(folded)
        return ("VN", "area.bilateral") if ours else (None, "area.abroad")
    if known is None and region_titled(scan) is not None:
        return "VN", "area.region-title"
    if known and (not anywhere or provinces.get(known) or local):
        return known, "area.source"
    if provinces:
        early = any(end <= _OPENING for _, end in scan.spans(NATION))
        sources = [s for s, end in scan.spans(NATION) if end <= _OPENING and folded.startswith(_STATISTICS, s)]
        customs = next((s for s in sources if folded.startswith(_CUSTOMS, s)), None)
        if customs is not None and all(start > customs for start, _ in places):
            return "VN", "area.nation"  # "Theo Tổng cục Hải quan, ... Bình Định thu về 412 triệu USD"
        if sources and not local:  # in the lead of such a story a place is but one that news came from
            first = folded.find("\n")
            places = [(start, code) for start, code in places if not first < start < HEAD]
        return _most_named(places, nation, local, early)
    if districts:
        top, n = districts.most_common(1)[0]
        if n >= 2 or local:
            return top, "area.district"
    mistyped = misspelt(document.text, lexicon) if not anywhere else None
    if mistyped is not None:
        return mistyped, MISSPELT
    if nation:
        return "VN", "area.nation"
    goods_named = any(word.start < HEAD for word in scan.words_of("product"))
    ours = _headlined(scan) or (bool(places or goods_named) and _our_trade(scan, places))
    return (known, "area.source") if known or not ours else ("VN", "area.default")


def region_titled(scan: Scan) -> str | None:
    """The region whose provinces a text is on by its title, which names none of them; None for other texts."""
    end = scan.folded.find("\n", 0, HEAD)
    named = [(stop, code) for start, stop, w in scan.asked if start < end and (code := _area_of(w, None)) is not None]
    regions = {code for _, code in named if code.startswith("region:")}
    ours = any(code.startswith("VN") for _, code in named)
    opens = bool(regions) and scan.folded.startswith(":", named[0][0])  # "Đồng bằng sông Cửu Long: ..."
    told = len(regions) == 1 and not ours and (opens or _ITS_PROVINCES.search(scan.folded, 0, end))
    return regions.pop() if told and not scan.spans(OWN) else None


_ITS_PROVINCES = regex.compile(fold_pattern(r"(?<![\p{L}])(?:các tỉnh|vùng|khu vực)(?![\p{L}])"))


def ranked(folded: str, start: int, at: int) -> bool:
    """Whether a country or region only says among whom a place ranks ("đứng thứ 6/11 vùng A và 18/63 cả nước")."""
    before = folded[max(start, at - _RANK_AHEAD) : at].rstrip()
    can_be = before[-1:].isdigit() or before.endswith(_RANKED_ENDS)  # seldom
    return can_be and _RANKED.search(folded, max(start, at - _RANK_AHEAD), at) is not None


def _headlined(scan: Scan) -> bool:
    """Whether a text that names no place opens with an indicator ("CPI giảm hai tháng liền"): it is the country's."""
    if any(mark in scan.folded for mark in _OF_THE_WORLD):
        return False
    return any(start < HEAD and not _NATIONAL.isdisjoint(wording.full) for start, _, wording in scan.asked)


def _our_trade(scan: Scan, places: list[tuple[int, str]]) -> bool:
    """Whether a text opens on foreign trade without naming a country whose it would be: it is ours, by partners."""
    opens = next((s for s, _, wording in scan.asked if s < HEAD and not _TRADE.isdisjoint(_codes(wording))), None)
    if opens is None:
        return False
    first = min((start for start, code in places if start < HEAD and is_country(code)), default=None)
    if first is None or _SOLD_TO.search(scan.folded, max(0, first - 30), first) is not None:
        return True
    return any(mark in scan.folded[opens:first] for mark in ("\n", ". "))  # it is told before any country is named


def _we_trade(folded: str) -> bool:
    """Whether a text tells early on what our country buys and sells, whatever partner it names most."""
    if _PAIR.match(folded) is not None:
        return True  # "Việt Nam - Thái Lan hướng tới kim ngạch 20 tỷ USD"
    return any(mark in folded for mark in _WE) and _WE_TRADE.search(folded, 0, _LEAD) is not None


def _we_host(folded: str) -> bool:
    """Whether a text tells early on what foreigners have invested here, whatever country it names most."""
    return _WE_HOST.search(folded, 0, _LEAD) is not None


def _codes(wording: Wording) -> set[str]:
    return {label.concept.code for label in wording.labels if label.concept.scheme == "indicator"}


def bilateral(scan: Scan) -> str | None:
    """The country whose trade with ours a text is about: named first and most, with "hai nước", "song phương"."""
    marked = any(mark in scan.folded for mark in _TWO_SIDED) or _PAIR.match(scan.folded) is not None
    places = _places(scan)
    unsure = [  # "Đức", "Nga": words besides, but capitals among countries
        (word.start, label.concept.code)
        for word in scan.words_of("area")
        for label in word.labels[:1]
        if label.kind == "context" and is_country(label.concept.code) and "/" not in label.concept.code
    ]
    places = [*places, *unsure]
    countries = Counter(code for _, code in places if is_country(code))
    top, most, second = foremost(countries)
    headed = any(start < HEAD and code == top for start, code in places)
    if marked:
        return top if headed and most >= 3 and most >= 2 * second else None
    traded = any(start < HEAD and "trade-turnover" in wording.full for start, _, wording in scan.asked)
    return top if headed and traded and most >= _ONE_SIDED and most >= _ONE_SIDED // 2 * second else None


def _most_named(places: list[tuple[int, str]], nation: int, local: int, early: bool) -> tuple[str | None, str]:
    """The province that a text names most, where it stands out; else the country, named ``early`` or not."""
    provinces, districts = _counts(places)
    ranked = Counter(provinces)
    for code, n in districts.items():
        if code in ranked:
            ranked[code] += min(n, _DISTRICTS)
    top, most, second = foremost(ranked)
    headed = any(code.split("/")[0] == top for start, code in places if start < HEAD)
    stands_out = most >= 2 * max(1, second)
    if not local and nation >= _OVERSHADOWED * most:
        return "VN", "area.nation"  # where a fair was held, an office sits: the figures are the nation's
    if not headed and most < 3 * max(1, second) + nation and early:
        return "VN", "area.nation"  # a national story with a province's paragraph in it
    alone = (
        headed and len({code.split("/")[0] for start, code in places if start < HEAD and code.startswith("VN-")}) == 1
    )
    if (local and (most > second or alone)) or (headed and (stands_out or (most > second and most >= nation))):
        return top, "area.title" if headed else "area.most-named"
    if nation:
        return "VN", "area.nation"
    if headed or stands_out:
        return top, "area.most-named"
    return ("VN", "area.default") if len(provinces) >= 3 else (None, "area.none")


def _places(scan: Scan, text: str = "") -> list[tuple[int, str]]:
    """The places that a text names, each with where it stands; not those that end a person's name."""
    named = ((start, end, _area_of(wording, None)) for start, end, wording in scan.asked)
    return [
        (start, code)
        for start, end, code in named
        if code is not None and not of_person(text, start) and not (is_country(code) and _of_village(text, start, end))
    ]


def _of_village(text: str, start: int, end: int) -> bool:
    """Whether a country's word is the first of a village's name ("xã Mỹ Châu", "CCN Mỹ Phong", "Mỹ Chánh Tây")."""
    if " " in text[start:end] or not _VILLAGE.match(text, end):
        return False
    return text[text.rfind(" ", max(0, start - 10), max(0, start - 1)) + 1 : start].strip().lower() not in _OFFICES


def of_person(text: str, start: int) -> bool:
    """Whether what begins here goes on with a person's name ("Trương Hòa Bình", "Nguyễn Thái Bình")."""
    if text[start - 1 : start] != " ":
        return False
    word = text[text.rfind(" ", max(0, start - 10), start - 1) + 1 : start - 1]
    return word in _SURNAMES


def _counts(places: list[tuple[int, str]]) -> tuple[Counter[str], Counter[str]]:
    """How often each province is named, and districts of each."""
    codes = [code for _, code in places if code.startswith("VN-")]
    return Counter(c for c in codes if "/" not in c), Counter(c.split("/")[0] for c in codes if "/" in c)
