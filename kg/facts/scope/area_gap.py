"""What the gap before a number as a whole says of its area, over what its words say."""

from __future__ import annotations

import regex

from kg.facts.place import area_code
from kg.facts.scope.figure import Spot
from kg.lexicon import is_country
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_AT_PLACE = regex.compile(fold_pattern(r"\s*%?\s*(?:tại|ở)\s+(?:tỉnh\s+|thành phố\s+|tp\.?\s*)?"))
_AT_BEGINS = ("%", *map(fold_pattern, ("tại", "ở")))  # one of these is there at least
_AT_PLACE_NEXT = regex.compile(_AT_PLACE.pattern + r"\p{L}")
_CLOSES = regex.compile(fold_pattern(r"\s*(?:[,;.…)]|và \d|$)"))
PROVINCES = fold_pattern(r"(?:tỉnh,? (?:và )?thành(?: phố)?|tỉnh thành|địa phương trên cả nước|tỉnh, thành phố)")
_EVERYWHERE = regex.compile(fold_pattern(r"(?:\d+(?:/\d+)?|các|nhiều)\s+") + PROVINCES)
_AMONG = regex.compile(
    fold_pattern(r"(?:trong|trên|/)\s*(?:tổng\s+)?(?:số\s+)?$")
)  # "đứng thứ 8 trong 63 tỉnh, thành phố"
_RATE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:mức|nhịp|mục tiêu|chỉ tiêu)(?:\s+(?:từ|tăng|giảm|tăng trưởng|chung|bình quân|gdp|grdp|iip"
        r"|cpi))*\s*$"
    )
)
_OWNER = regex.compile(fold_pattern(r"\s*(?:%|(?:%?/năm )?trở (?:lên|xuống))?\s*(?:của\s+)?(?:tỉnh\s+|thành phố\s+)?"))
_OWNER_BEGINS = ("%", "/", *map(fold_pattern, ("của", "tỉnh", "thành phố", "trở")))  # one of these, if anything
BOTH = regex.compile(fold_pattern(r"(?<![\p{L}])(?:giữa )?(?:hai nước|hai quốc gia|hai bên|song phương)(?![\p{L}])"))


def take(spot: Spot) -> None:
    """What the gap before a number as a whole says of its area, over what its words say."""
    _take_everywhere(spot)
    _take_host(spot)
    _take_source(spot)
    placed = spot.frame.area not in (None, "VN") and spot.discourse.own in (None, "VN")
    if placed and BOTH.search(spot.passage.folded, *spot.gap):
        spot.frame.put("area", "VN", "area.nation-word")  # "... tại Hà Nội, trao đổi hàng hóa giữa hai nước đạt ..."
    _take_bracket(spot)
    given = spot.discourse.respective.get(spot.quantity.start, {})
    if "area" in given:
        spot.frame.put("area", given["area"], "area.respective")
    _take_owner(spot)
    if spot.quantity.dimension == "rank":
        _take_ranked(spot)


def _take_ranked(spot: Spot) -> None:
    """The place behind a rank is the one that has it ("hơn hẳn nơi đứng nhì là Tiền Giang (61,2 điểm)")."""
    is_ = _IS_PLACE.match(spot.passage.folded, spot.quantity.full_end, spot.passage.sentence.end)
    at = is_.end() if is_ is not None else -1
    for token in spot.passage.between(at, at + 1) if at >= 0 else ():
        code = area_code(token, spot.discourse.own) if isinstance(token, Word) else None
        if code is not None and code.startswith("VN-"):
            spot.frame.put("area", code, "area.named")


_IS_PLACE = regex.compile(fold_pattern(r"\s*(?:là|thuộc về)\s+(?:tỉnh |thành phố |tp\.? ?)?"))


def _take_owner(spot: Spot) -> None:
    """Whose a number compared with is, where that stands behind it ("thấp hơn mức tăng 9,3% của cả nước")."""
    frame = spot.frame
    for owner in spot.passage.between(*spot.after):
        code = area_code(owner, spot.discourse.own) if isinstance(owner, Word) else None
        if code is not None and isinstance(owner, Word):
            told = owns(owner, spot.index, spot) or (code.startswith("VN-") and stands_at(owner, spot.index, spot))
            if code != frame.area and (code == "VN" or not is_country(code)) and told:
                frame.saved_area = frame.saved_area or (frame.area, frame.origins.get("area", ""))
                frame.put("area", code, "area.owner")
            return


def owns(word: Word, index: int, spot: Spot) -> bool:
    """Whether a place right behind a number says whose the number is, one that another is compared with."""
    passage = spot.passage
    between = passage.folded[passage.after(index)[0] : word.start].lstrip()
    if between and not between.startswith(_OWNER_BEGINS):
        return False  # most words
    return (
        _OWNER.fullmatch(passage.folded, passage.after(index)[0], word.start) is not None
        and _RATE.search(passage.folded, *passage.gap(index)) is not None
    )


def stands_at(word: Word, index: int, spot: Spot) -> bool:
    """Whether a place behind a number is where it holds, in a list of such ("8% tại tỉnh A, 9% tại tỉnh B")."""
    passage = spot.passage
    between = passage.folded[passage.after(index)[0] : word.start].lstrip()
    if (
        not between.startswith(_AT_BEGINS)
        or _AT_PLACE.fullmatch(passage.folded, passage.after(index)[0], word.start) is None
    ):
        return False
    if not _CLOSES.match(passage.folded, word.end):
        return False
    alike = [i for i in (index - 1, index + 1) if 0 <= i < len(passage.quantities)]
    return any(
        passage.quantities[i].dimension == passage.quantities[index].dimension
        and _AT_PLACE_NEXT.match(passage.folded, passage.quantities[i].full_end) is not None
        for i in alike
    )


def _take_everywhere(spot: Spot) -> None:
    """A figure of many provinces is of the country, in a text that is not the country's ("28 tỉnh, thành phố")."""
    discourse, frame = spot.discourse, spot.frame
    if (
        discourse.own != "VN"
        and (found := _EVERYWHERE.search(spot.passage.folded, *spot.gap)) is not None
        and not _AMONG.search(spot.passage.folded, max(spot.gap[0], found.start() - 16), found.start())
        and frame.origins.get("area") not in ("area.named", "area.apart")
    ):
        frame.put("area", "VN", "area.nation-word")
        discourse.nation_first = spot.index == 0


def _take_source(spot: Spot) -> None:
    """In a province's text, what a house of the state or an association of the country tells first is the country's.

    "Theo số liệu của Cục Đầu tư nước ngoài, quý I vốn đăng ký đạt 10,8 tỷ USD"; and where it has ranked several other
    provinces, what it tells by partner or branch: "Về đối tác, Hồng Kông đứng thứ nhất với 4,4 tỷ USD".
    """
    passage, frame, discourse = spot.passage, spot.frame, spot.discourse
    if spot.index or discourse.own in (None, "VN") or frame.area not in (None, discourse.own):
        return
    if frame.area is not None and frame.origins.get("area") != "area.heading":
        return
    start, stop = passage.sentence.start, spot.quantity.full_start
    told = _OF_COUNTRY.match(passage.folded, start, stop) is not None and not _OF_PROVINCE.search(
        passage.folded, start, passage.sentence.end
    )
    on_firms = discourse.last in _FIRM_COUNTS and passage.folded.find(_FIRMS, start, passage.sentence.end) >= 0
    if not told and on_firms and discourse.last_parts.get("area") == "VN" and discourse.nation_at == discourse.last_at:
        # The house that counts the country's firms goes on in a new paragraph
        told = not _OF_PROVINCE.search(passage.folded, start, passage.sentence.end)
    others = {fact.area for fact in discourse.told_before} - {"VN", discourse.own, None}
    if not told:
        told = len(others) >= _SEVERAL and _BY_WHAT.match(passage.folded, start, stop) is not None
    if told and all(area_code(word, discourse.own) is None or is_abroad(word) for word in spot.gap_words()):
        frame.put("area", "VN", "area.nation-source")
        discourse.nation_first = True
        discourse.nation_at = discourse.count


def is_abroad(word: Word) -> bool:
    """Whether a word names a country, and no place of ours."""
    code = area_code(word, None)
    return code is not None and code != "VN" and is_country(code)


_FIRM_COUNTS = ("exited-enterprises", "new-enterprises", "resumed-enterprises", "new-enterprise-capital")
_FIRMS = fold_pattern("doanh nghiệp")
_SEVERAL = 2
_OF_COUNTRY = regex.compile(
    fold_pattern(
        r"\W*(?:theo |số liệu |báo cáo |thống kê |công bố |đánh giá |thông tin |mới nhất |mới "
        r"|vừa |được |sơ bộ |của |từ |do )+"
        r"(?:bộ (?:kế hoạch(?: và| &) đầu tư|kh ?& ?đt|công thương|tài chính|xây dựng|nông nghiệp|nn ?& ?ptnt|lao động)"
        r"|tổng cục (?:hải quan|thống kê|thủy sản|lâm nghiệp|du lịch|thuế)"
        r"|cục (?:đầu tư nước ngoài|xuất nhập khẩu|trồng trọt|chăn nuôi"
        r"|quản lý đăng ký kinh doanh)|hiệp hội \p{L}+(?: \p{L}+){0,5} việt nam|vasep|vitas"
        r"|lefaso|vinacas|vicofa|vifores)"
        r"(?! (?:tỉnh|thành phố|tp))(?![\p{L}])"
    )
)
_OF_PROVINCE = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:tỉnh|thành phố|địa bàn|địa phương|grdp|huyện|thị xã|pci|kcn|ccn)(?![\p{L}])")
)
_BY_WHAT = regex.compile(
    fold_pattern(
        r"\W*(?:(?:xét |tính |phân |chia )?(?:về|theo) (?:đối tác|quốc gia|ngành|lĩnh vực"
        r"|thị trường|nhà đầu tư|nước)|trong số các (?:đối tác|ngành|quốc gia))(?![\p{L}])"
    )
)


def _take_host(spot: Spot) -> None:
    """Projects and capital said right behind to be in our country are the country's, in a province's text as well."""
    foreign = spot.quantity.dimension in ("count-project", "money") and spot.discourse.own not in (None, "VN")
    if (
        foreign
        and spot.frame.area in (None, spot.discourse.own)
        and _IN_OUR_COUNTRY.match(spot.passage.folded, spot.quantity.full_end)
    ):
        spot.frame.put("area", "VN", "area.nation-word")


_IN_OUR_COUNTRY = regex.compile(
    fold_pattern(r"[^,;.\d]{0,50}\s(?:tại|vào|ở) (?:thị trường )?(?:việt nam|nước ta)(?![\p{L}])")
)


def _take_bracket(spot: Spot) -> None:
    """The place right before a bracket owns the number in it ("vượt Phú Yên (11,2%)")."""
    passage, frame = spot.passage, spot.frame
    start, stop = spot.gap
    if not passage.folded[start:stop].rstrip().endswith("("):
        return
    opened = passage.folded.rfind("(", start, stop)
    for token in passage.between(start, opened):
        if isinstance(token, Word) and not passage.folded[token.end : opened].strip():
            code = area_code(token, spot.discourse.own) or ("VN" if "nation" in token.cues else None)
            if code is not None and not is_country(code) and code != frame.area:
                frame.saved_area = frame.saved_area or (frame.area, frame.origins.get("area", ""))
                frame.put("area", code, "area.bracket")
