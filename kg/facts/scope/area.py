"""The area of a number: a place named before it, the document's own, or the whole country."""

from __future__ import annotations

import regex

from kg.facts import turning
from kg.facts.caption import PICTURED
from kg.facts.dateline import dated, filed_at
from kg.facts.kinds import GROWN, TRADED
from kg.facts.place import CITIES, MISSPELT, area_code, of_person
from kg.facts.scope import area_gap, aside
from kg.facts.scope.area_carried import (
    ALL_OF_IT,
    FEW,
    THIS_PROVINCE,
    last_province,
    lead,
    nation_goes_on,
    whole_province,
)
from kg.facts.scope.district import its_district, last_district, named_last, of_district, of_several, town
from kg.facts.scope.figure import Figure, Spot
from kg.lexicon import is_country
from kg.mentions.cues import CUES
from kg.mentions.scan import Scan, Word
from kg.text.normalise import fold_pattern

_COMPARED = regex.compile(
    fold_pattern(r"(?:bình quân(?: chung)?(?: của)?|thua|mức chung|so với bình quân|vượt|bằng mức)\s*$")
)
_OF_WHOLE = regex.compile(
    fold_pattern(r"\s*(?:trong\s+)?(?:tổng|kim ngạch|giá trị|sản lượng|diện tích|lượng|số|của|gdp)")
)
_APART = regex.compile(fold_pattern(r"(?<![\p{L}])riêng\s+(?:tỉnh\s+|thành phố\s+|tp\.?\s*)?$"))
_TOGETHER = regex.compile(area_gap.PROVINCES)
_DOMESTIC = regex.compile(  # "tổng sản phẩm trong nước": the country's, unless the place is told
    fold_pattern(r"tổng sản phẩm (?:trong nước|quốc nội|quốc dân)(?! ?\(?(?:grdp|trên địa bàn|của (?:tỉnh|thành phố)))")
)
_NATION = tuple(key for key, cues in CUES.items() if "nation" in cues)


def told(scan: Scan) -> bool:
    """Whether a text names a place of ours at all, or what may be one: without it, and without an area of its own,
    a text has no figure that needs an area, as nearly all do.
    """
    return (
        any(
            label.concept.scheme == "area" and not is_country(label.concept.code)
            for _, _, wording in scan.asked
            if "area" in wording.first
            for label in wording.labels
        )
        or any(mark in scan.folded for mark in _NATION)
        or _TOGETHER.search(scan.folded) is not None
    )


def leave_bracket(spot: Spot) -> None:
    """A place that held inside brackets, or for one comparison, gives way to the one before."""
    frame = spot.frame
    compared = frame.origins.get("area") == "area.owner"
    ends = ";" if frame.origins.get("area") == "area.apart" else ")"
    if frame.saved_area is not None and (compared or ends in spot.passage.folded[slice(*spot.gap)]):
        frame.area, frame.origins["area"] = frame.saved_area
        frame.saved_area = None
    if spot.index and "/" in (frame.area or "") and _list_ended(spot):
        frame.area = None  # "28 CCN, trong đó huyện A 4 cụm, huyện B 3 cụm; 22 cụm đã hoạt động"


def _list_ended(spot: Spot) -> bool:
    """Whether a semicolon ends the districts told as parts, with commas between them, of the province's figure."""
    passage, (start, stop) = spot.passage, spot.gap
    if passage.folded.find(";", start, stop) < 0:
        return False
    first = next((w for w in passage.words if w.of("area") is not None and w.start > passage.sentence.start), None)
    parted = passage.folded.rfind(_THEREOF, passage.sentence.start, start)
    if parted < 0 or passage.folded.find(";", parted, start) >= 0 or passage.folded.find(":", parted, start) >= 0:
        return False
    return first is None or parted < first.start or "/" not in (area_code(first, spot.discourse.own) or "")


_THEREOF = fold_pattern("trong đó")
# "UBND tỉnh" is an author; "X là địa phương có sản lượng lớn nhất" tells of X
_PROVINCE = fold_pattern("tỉnh")
_CITY = fold_pattern("thành phố")
_NOT_AGAIN = ("ubnd", fold_pattern("là"))


def take(word: Word, spot: Spot) -> None:
    """A word before a number that names a place, the document's own province or the country."""
    if spot.index and (area_gap.owns(word, spot.index - 1, spot) or area_gap.stands_at(word, spot.index - 1, spot)):
        return
    if aside.ended(word, spot) or aside.names_a_zone(word, spot):
        return
    code = town(word, spot) or area_code(word, spot.discourse.own) or its_district(word, spot)
    if code is None:
        _take_own(word, spot)
        _take_nation(word, spot)
    elif (
        not is_country(code)
        and not of_person(spot.passage.text, word.start)
        and not filed_at(spot.passage.folded, word.start, code)
        and not dated(spot.passage.folded, word.start)
        and not PICTURED.match(spot.passage.folded, word.end)
        and not aside.only_beside(word, spot.passage)
        and not aside.dwellers(word, spot)
        and not aside.of_goods(word, spot)
        and not aside.in_firm(word, code, spot.passage)
        and not aside.describes(word, spot)
        and not aside.venue(word, spot)
        and not aside.of_cause(word, spot)
        and not aside.constituency(word, spot)
        and not (code == "VN" and (_whole_of_share(word, spot) or aside.in_apposition(word, spot.passage)))
        and not aside.province_of(word, code, spot)
        and not (code.startswith("region:") and (aside.lies_in(word, spot) or aside.ranked_in(word, spot)))
    ):
        _save_before_aside(word, spot)
        spot.discourse.nation_first = code == "VN" and spot.index == 0
        if spot.discourse.nation_first:
            spot.discourse.nation_at = spot.discourse.count
        rule = "area.named" if code != "VN" else "area.nation-word"
        if _told_apart(word, code, spot):
            spot.frame.saved_area = (spot.frame.area, spot.frame.origins.get("area", ""))
            rule = "area.apart"
        spot.frame.put("area", code, rule)
        if code.startswith("region:"):
            turning.note_region(spot.discourse, code)


def _take_own(word: Word, spot: Spot) -> None:
    """After another place, "toàn tỉnh" returns to the province of the document; "UBND tỉnh" is only its author."""
    own, frame = spot.discourse.own, spot.frame
    if _ANOTHER.match(spot.passage.folded, word.end):
        return  # "Hà Giang, tỉnh bạn ở phía bắc, xuất 45 triệu USD"
    if spot.passage.folded.endswith(_GOODS_OF, 0, word.start):
        return  # "Cao Bằng bán hàng địa phương được 30 triệu USD"
    if _whole_of_share(word, spot):
        return  # "A đón 2 triệu lượt, chiếm 58% lượng khách toàn tỉnh; doanh thu ...": still of A
    if spot.passage.text[word.end + 1 : word.end + 2].isupper():
        return  # "tỉnh Bắc Ninh": the name says which
    if own in CITIES and spot.passage.folded.find(_PROVINCE, word.start, word.end) >= 0:
        return  # "Sở Công Thương Bến Tre thông tin, tỉnh có 7.200 ha", in a text from Cần Thơ
    if (
        own not in CITIES
        and (frame.area or "").startswith(f"{own}/")
        and spot.passage.folded.endswith(_CITY, word.start, word.end)
    ):
        return  # "UBND thành phố Vinh, tỉnh Nghệ An: ... toàn thành phố đạt ..."
    opened = spot.discourse.item_area
    if opened is not None and "own" in word.cues and frame.area in (None, "VN", own, opened):
        frame.put("area", opened, "area.named")
        return
    if (
        "own" in word.cues
        and own not in (None, "VN")
        and frame.origins.get("area") in ("area.named", "area.apart")
        and not _of_the_named(spot)
        and not _by_its_official(word, spot)
        and not _opens_with_another(word, spot)
        and not spot.passage.folded[max(0, word.start - 5) : word.start].strip().endswith(_NOT_AGAIN)
    ):
        frame.put("area", own, "area.own-word")


def _opens_with_another(word: Word, spot: Spot) -> bool:
    """Whether a sentence has opened with another province as its subject, whose "của tỉnh" then is.

    "Cà Mau có 280.000 ha nuôi tôm, nhưng kim ngạch xuất khẩu của tỉnh mới đạt ..." in a text on several.
    """
    passage, code = spot.passage, spot.frame.area
    if not spot.index or code is None or "/" in code or code == spot.discourse.own or not code.startswith("VN-"):
        return False
    if not passage.folded.endswith(_OF_THE_PROVINCE, 0, word.end):
        return False
    first = next(iter(passage.words), None)
    opens = first is not None and first.start - passage.sentence.start < _SUBJECT_AT
    return opens and first is not None and area_code(first, spot.discourse.own) == code


_HERE = fold_pattern("trên địa bàn")
_OF_DISTRICT_SAYS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:ubnd|hđnd|phòng [^,.;:]{4,40}) (?:huyện|thị xã|quận)|huyện ủy|thị ủy|quận ủy)"
        r" [^,.;:\d]{2,20}(?:, tỉnh [^,.;:\d]{2,20})?,?"
        r"(?: cho (?:biết|hay)| nói| chia sẻ| thông tin)(?![\p{L}])[^.]*$"
    )
)
_ANOTHER = regex.compile(
    fold_pattern(r"\s+(?:bạn|láng giềng|khác|lân cận|liền kề|giáp ranh|giáp|miền|phía|nào)(?![\p{L}])")
)
_GOODS_OF = tuple(map(fold_pattern, (" hàng ", " nông sản ", " đặc sản ")))
_OF_THE_PROVINCE = fold_pattern(" của tỉnh")
_SUBJECT_AT = 12  # letters: "tỉnh " before its name


def _of_the_named(spot: Spot) -> bool:
    """Whether "của tỉnh" is of the province that the sentence has just named as whose the figures are.

    "Ban Quản lý Khu kinh tế tỉnh Cao Bằng cho biết ... qua các cửa khẩu của tỉnh đạt 700 triệu USD".
    """
    if (spot.frame.area or "/").count("/"):
        return False
    return _BY_OFFICE.match(spot.passage.folded, spot.passage.sentence.start) is not None


def _by_its_official(word: Word, spot: Spot) -> bool:
    """Whether "tỉnh" is told by an official of the province named last, whose own it then is.

    "Bà A, Phó Giám đốc Sở Công Thương tỉnh B, cho hay năm ngoái tỉnh tạo việc làm cho 20.000 người". So is "trên địa
    bàn" by one of a district.
    """
    start = spot.passage.sentence.start
    if (spot.frame.area or "/").count("/"):
        here = spot.passage.folded.startswith(_HERE, word.start)
        return here and _OF_DISTRICT_SAYS.search(spot.passage.folded, start, word.start) is not None
    return _OFFICIAL_SAYS.search(spot.passage.folded, start, word.start) is not None


_OFFICIAL_SAYS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:giám đốc|chủ tịch|cục trưởng|trưởng ban|chánh văn phòng|bí thư) (?:sở|ubnd|cục|ban|hđnd|tỉnh)"
        r"[^.;]{0,60}? tỉnh (?!ta|này)[\p{L} ]{2,20}?,? (?:cũng |vừa )?(?:cho hay|cho biết|nói|thông tin|khẳng định"
        r"|chia sẻ|nhấn mạnh|đánh giá)(?![\p{L}])[^.;]*$"
    )
)
_BY_OFFICE = regex.compile(
    fold_pattern(r"\W*(?:theo|báo cáo của|số liệu của|thống kê của)(?: \p{L}+,?){1,8}? tỉnh (?!ta|này|nhà)\p{L}")
)


def _take_nation(word: Word, spot: Spot) -> None:
    """The country, where a word says it ("cả nước", "toàn quốc")."""
    said = "nation" in word.cues or (
        _DOMESTIC.match(spot.passage.folded, word.start) is not None
        and not any(is_country(c) for w in spot.passage.gap_words(spot.index) for c in [area_code(w, None)] if c)
    )
    if said and not (
        aside.only_beside(word, spot.passage) or _whole_of_share(word, spot) or aside.in_apposition(word, spot.passage)
    ):
        _save_before_aside(word, spot)
        spot.discourse.nation_first = spot.index == 0
        if not spot.index:
            spot.discourse.nation_at = spot.discourse.count
        spot.frame.put("area", "VN", "area.nation-word")


def _whole_of_share(word: Word, spot: Spot) -> bool:
    """Whether the country is only what the share before is of ("chiếm 33% kim ngạch của cả nước, giải quyết ...")."""
    if not spot.index or spot.passage.quantities[spot.index - 1].dimension != "percent":
        return False
    between = spot.passage.folded[spot.gap[0] : word.start]
    return not set(between) & set(",;:(") and bool(_OF_WHOLE.match(between))


def _save_before_aside(word: Word, spot: Spot) -> None:
    """A place inside brackets, or one compared with, holds for its own number only."""
    frame = spot.frame
    before = spot.passage.folded[spot.passage.sentence.start : word.start]
    beside = before.rfind("(") > before.rfind(")") or _COMPARED.search(before) or aside.measured_against(word, spot)
    if beside and frame.saved_area is None:
        frame.saved_area = (frame.area, frame.origins.get("area", ""))


def _told_apart(word: Word, code: str, spot: Spot) -> bool:
    """Whether a place is one part of the area told of, up to the semicolon ("cả nước ..., riêng Hà Nội 5 tỷ; ...")."""
    frame = spot.frame
    if not spot.index or frame.saved_area is not None or frame.area is None or "/" in code or code == "VN":
        return False
    folded, start = spot.passage.folded, spot.passage.sentence.start
    return frame.area == "VN" and _APART.search(folded, max(start, word.start - 24), word.start) is not None


def read(figure: Figure) -> str | None:
    """The area of a number: of its sentence, of the paragraph that spoke of another place, or of the document."""
    frame, discourse = figure.frame, figure.discourse
    if frame.area is not None and "/" in frame.area and of_several(figure):
        frame.put("area", discourse.own, "area.document")
    if frame.area is not None and not (  # "Phòng Kinh tế thị xã A, tỉnh B: ... trên địa bàn thị xã đạt ..."
        discourse.all_district and frame.area == discourse.own and of_district(figure, named_last(figure))
    ):
        figure.rules.append(frame.origins.get("area", "area.heading"))
        return frame.area
    other = discourse.spoken_province
    if (
        other is not None
        and discourse.count - other[1] <= 1
        and THIS_PROVINCE.search(figure.passage.folded, *lead(figure))
    ):
        figure.rules.append("area.anaphor")
        return other[0]  # "Ở Phú Yên, mọi việc khá hơn. Quý II, tỉnh này bán sang Mỹ ..."
    spoken = whole_province(figure) or last_province(figure)
    if spoken is not None:
        figure.rules.append("area.anaphor")
        return spoken
    here = discourse.spoken_area is not None and discourse.spoken_line == figure.passage.sentence.line
    if discourse.spoken_area in discourse.several:
        pass  # "Giám đốc Sở Công Thương B cho biết ... Toàn tỉnh có": of B, in a text on A and B
    elif here and discourse.own not in (None, "VN") and ALL_OF_IT.search(figure.passage.folded, *lead(figure)):
        here, discourse.spoken_area = False, None  # "LONG PHÚ. ... Cả tỉnh gieo trồng 141 nghìn ha": and what follows
    if here:
        figure.rules.append("area.discourse")
        return discourse.spoken_area
    region = discourse.region
    far = FEW if discourse.own not in (None, "VN") else 2 * FEW if len(discourse.regions) > 1 else discourse.count
    if (
        region is not None
        and discourse.count - region[1] <= far
        and _OF_REGION.search(figure.passage.folded, *figure.gap)
    ):
        frame.put("area", region[0], "area.region-word")
        figure.rules.append("area.region-word")
        return region[0]
    if figure.code in TRADED and area_gap.BOTH.search(figure.passage.folded, *lead(figure)):
        figure.rules.append("area.nation-word")
        return "VN"  # "Ý và Việt Nam ... Buôn bán giữa hai nước được 5 tỷ USD", in the text of a province
    whole = any("own" in word.cues for word in figure.gap_words()) and not _of_province_alone(figure)
    about = discourse.district is not None and (discourse.all_district or of_district(figure))
    district = None if whole else discourse.district if about else last_district(figure)
    if district is not None:
        figure.rules.append("area.district-word")
        return district
    grown = figure.code in GROWN and discourse.last in GROWN and discourse.last_line == figure.passage.sentence.line
    opens = next(iter(figure.gap_words()), None) if not figure.index else None
    grown = grown and (bool(figure.index) or (opens is not None and opens.start == figure.passage.sentence.start))
    if (
        grown
        and discourse.own == "VN"
        and discourse.count - discourse.last_at <= 1
        and discourse.nation_at != discourse.last_at  # "Cả nước có 695 nghìn ha, riêng Đắk Lắk 209 nghìn ha. Sản lượng"
        and discourse.last_parts.get("area")
    ):
        figure.rules.append("area.discourse")
        return discourse.last_parts["area"]  # "Diện tích vải của Bắc Giang là 30.000 ha. Sản lượng ước đạt ..."
    if nation_goes_on(figure):
        figure.rules.append("area.discourse")
        return "VN"
    last = discourse.last_parts.get("area")
    near = discourse.count - discourse.last_at <= 1 and discourse.last_line == figure.passage.sentence.line
    if near and last in discourse.several and last != discourse.own and not discourse.beside:
        figure.rules.append("area.discourse")
        return last  # "Theo Hải quan B, ... đạt 892 triệu USD. Dưa hấu chỉ được 61.000 tấn", in a text on A and B
    figure.rules.append("area.document")
    if discourse.own_misspelt:
        figure.rules.append(MISSPELT)
    return discourse.titled_region or discourse.own


_OF_REGION = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:toàn|cả|của|trong) vùng(?! (?:núi|sâu|biển|trồng|nguyên))(?![\p{L}])"
        r"|(?<![\p{L}])vùng (?:này|được|đạt|có|thu|tăng|giảm)(?![\p{L}])"
        r"|(?<![\p{L}])(?:cả )?\d+ tỉnh,? (?:và )?thành(?: phố)? (?:cộng lại|trong vùng|của vùng)"
    )
)
_PROVINCE_ALL = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:toàn|cả) tỉnh|bình quân (?:chung )?của tỉnh|(?:doanh thu|dịch vụ"
        r"|hàng hóa|giá trị|kim ngạch"
        r"|xuất khẩu|sản phẩm|kinh tế|khu công nghiệp) của tỉnh(?! \p{L})"
        r"|(?:tháng|quý [iv]+|quý \d|năm|năm \d{4}) của tỉnh (?:tăng|giảm|đạt|ước|là)"
    )
)


def _of_province_alone(figure: Figure) -> bool:
    """Whether a word for the province before a number is but beside the point ("tỉnh giao"), not "toàn tỉnh"."""
    return _PROVINCE_ALL.search(figure.passage.folded, *figure.gap) is None
