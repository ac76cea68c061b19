"""The kind of zone that a number is about: industrial zones, industrial clusters, economic zones."""

from __future__ import annotations

import regex

from kg.facts.choose.shared import WORKERS_IN_ZONES
from kg.facts.kinds import IN_ZONES, INVESTED, OF_ZONE_FIRMS, RELATIVE, ZONE_TYPES
from kg.facts.scope.figure import Figure, Spot
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern
from kg.text.segment import PROSE

_LOCATED = 40  # letters behind the zones that may say where they lie ("KCN trên địa bàn tỉnh")
_LONG_AGO = -9  # sentences
_OF_ALL = ("poverty-rate", "unemployment-rate", "cpi", "gdp", "gdp-per-capita", "retail-sales")  # never of zones
_ZONES = r"(?:các )?(?:kcn|ccn|kkt|khu công nghiệp|cụm công nghiệp|khu kinh tế|khu, cụm công nghiệp|khu chế xuất)"
_OUTSIDE = regex.compile(fold_pattern(r"(?<![\p{L}])ngoài (?:các )?$"))
_THIS_BLOC = regex.compile(fold_pattern(r"(?<![\p{L}])(?:khối|các khu|các cụm|các kcn|các ccn) này(?![\p{L}])"))
_BOTH_KINDS = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:các|những) (?:khu, cụm|khu và cụm)(?: công nghiệp)?(?: này)?(?![\p{L}])")
)
_AND_ITS_LIKE = regex.compile(fold_pattern(r"(?<![\p{L}])khu,? (?:và )?$"))
_GROUND = regex.compile(
    fold_pattern(
        r"\s*(?:tổng )?(?:diện tích|quỹ đất|đất)(?: đất)?(?: công nghiệp)?(?: của"
        r"| trong| tại)?(?: các)?\s*"
    )
)
_FIRMS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:doanh nghiệp|dn|nhà máy|đơn vị) (?:\p{L}+ ){0,3}?"
        + _ZONES
        + r"|(?:trong|tại|ở) "
        + _ZONES
        + r"|của các (?:kcn|ccn|kkt|khu công nghiệp|cụm công nghiệp)"
        + r"|(?:các|\d+) (?:kcn|ccn|kkt|khu công nghiệp|cụm công nghiệp)(?: \p{L}+){0,6} (?:có|với))(?![\p{L}])"
    )
)
_OF_THESE = regex.compile(fold_pattern(r"\s*(?:trong đó|trong số này|trong số đó)(?![\p{L}])"))
_WHOLE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:toàn|cả|của) tỉnh|cả nước|toàn thành phố"))
_BOARD = regex.compile(fold_pattern(r"(?<![\p{L}])ban (?:quản lý|ql)(?:,? \p{L}+){0,6}\s*$"))
_HOLDS = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:phó )?(?:trưởng|giám đốc|chủ tịch|chánh văn phòng) (?=ban (?:quản lý|ql))")
)
_SAYS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:cho biết|cho hay|cho thấy|nêu|ghi nhận|thông tin|chia sẻ"
        r"|khẳng định)(?![\p{L}])"
    )
)
_OF_PROVINCE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:tỉnh|địa phương|thành phố|toàn tỉnh)(?: \p{L}+){0,2} (?:đã|có|thu|cấp|chấp thuận|trao|đón)"
        r"|(?<![\p{L}])(?:tỉnh|địa phương|thành phố|toàn tỉnh) (?:trao|đón|cấp|thu hút)"
    )
)
_FOR = regex.compile(fold_pattern(r"%?\s*(?:đối với|ở|cho)\s+(?:các\s+)?"))  # "72,5% đối với KCN, 64% đối với CCN"
_INTO = regex.compile(fold_pattern(r"(?:\s+\p{L}+){0,6}?\s+(?:vào|tại|trong)\s+(?:các\s+)?"))
_IN_THESE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:trong|tại|ở) các (?:khu|cụm)(?: này| ấy)? (?:hiện|đã|đang|có|thu hút)"
        r"|các (?:khu|cụm)(?: này| ấy)? (?:hiện |đang |đã )*(?:sử dụng|tạo việc làm|giải quyết việc làm"
        r"|dùng))(?![\p{L}])"
    )
)
# "trong số dự án nói trên có 29 dự án FDI", "Năm 2021, Ban Quản lý phấn đấu thu hút 40 dự án": into the zones told of
_THOSE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])trong số (?:các )?(?:dự án|vốn)(?: (?:này|nói trên|kể trên|trên|ấy|đó))(?![\p{L}])"
        r"|(?:^|[.,;]\s*)(?:ban quản lý|bql)(?: (?:này|đã|sẽ|dự kiến|cũng|tiếp tục))*"
        r" (?:phấn đấu|đặt mục tiêu|đề ra mục tiêu|dự kiến|thu hút|cấp mới|cấp|tiếp nhận)(?![\p{L}])"
    )
)
_LATELY = 4  # sentences
_TYPES = frozenset(ZONE_TYPES.values())


def take(word: Word, spot: Spot) -> None:
    """A kind of zone before a number, kept for the numbers of the sentences that follow."""
    zone = _named(word)
    if zone is not None and _BOARD.search(spot.passage.folded, max(spot.gap[0], word.start - 40), word.start):
        holder = _HOLDS.search(spot.passage.folded, max(spot.gap[0], word.start - 60), word.start)
        said = _SAYS.search(spot.passage.folded, word.end, spot.quantity.full_start)
        if said is not None and _OF_PROVINCE.search(spot.passage.folded, said.end(), spot.quantity.full_start):
            return  # "Ban Quản lý các KCN tỉnh cho biết, tỉnh đã chấp thuận 68 dự án": only who says so
        if said is not None and holder is not None:
            return  # "Ông A, Phó Trưởng Ban Quản lý KKT tỉnh, cho hay năm 2023 phấn đấu thu hút ...": the same
    if zone is not None and _OUTSIDE.search(spot.passage.folded, max(spot.gap[0], word.start - 12), word.start):
        spot.frame.zone_type, spot.discourse.zone_at = None, _LONG_AGO  # "ngoài KCN 208 dự án"
        return
    if zone is not None and _AND_ITS_LIKE.search(spot.passage.folded, max(spot.gap[0], word.start - 6), word.start):
        spot.frame.zone_type, spot.discourse.zone_at = (
            None,
            _LONG_AGO,
        )  # "Các khu, cụm công nghiệp có 62 dự án": of both
        return
    if zone is not None:
        spot.frame.put("zone_type", zone, "zone.named")
        discourse = spot.discourse
        discourse.zone_type, discourse.zone_line, discourse.zone_at = zone, spot.passage.sentence.line, discourse.count


_LETTERHEAD = regex.compile(
    fold_pattern(
        r"(?m)^(?:[^\n]{0,40}\s{2,})?\W*ban quản lý (?:các )?(?P<what>khu công nghiệp|kcn"
        r"|khu chế xuất và công nghiệp|cụm công nghiệp|ccn)"
        r"(?: (?:tỉnh|thành phố|tp\.?)?[^\n,.;:\d]{0,24})?$"
    )
)
_TITLE = regex.compile(
    fold_pattern(
        r"(?m)^[^\n.;]{0,40}(?:tình hình|hoạt động|kết quả)[^\n.;]{0,80} (?:các"
        r"|của các) (?:khu công nghiệp|kcn|cụm công nghiệp|ccn)(?![\p{L}])"
    )
)
_WIDER = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:địa bàn|toàn tỉnh|của tỉnh|trong tỉnh|khu kinh tế|kkt)(?![\p{L}])")
)
_HEAD = 300  # letters in which a letterhead stands


# "Theo Ban quản lý các KCN tỉnh, vốn nước ngoài đổ vào địa bàn quý I là ..."
_BOARD_TELLS = regex.compile(
    fold_pattern(
        r"\W*theo (?:ban quản lý|bql)[^,;.]{0,60},[^;.]{0,60}(?<![\p{L}])vào (?:địa bàn|tỉnh"
        r"|thành phố)(?![\p{L}])"
    )
)


def board_of(folded: str) -> str | None:
    """The kind of zones that a report of their board is about, by its letterhead; not where its title is wider.

    "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP ⏎ BÁO CÁO ⏎ Kết quả thu hút đầu tư vào các khu công nghiệp quý I".
    """
    head = _LETTERHEAD.search(folded, 0, _HEAD)
    if head is None:
        return None
    title = _TITLE.search(folded, head.end(), _HEAD + _HEAD)
    if title is None and _WIDER.search(folded, head.end(), _HEAD + _HEAD) is not None:
        return None
    return "industrial-cluster" if head["what"] in _CLUSTERS else "industrial-zone"


_CLUSTERS = (fold_pattern("cụm công nghiệp"), "ccn", fold_pattern("cụm"))


def _kind_behind(figure: Figure, joins: regex.Pattern[str]) -> str | None:
    """The kind of zones named right behind a number, where the words between are such ``joins``.

    "thu hút 700 triệu USD vốn FDI vào các KCN" (``_INTO``), "lấp đầy 80% diện tích CCN" (``_GROUND``).
    """
    start, stop = figure.after
    for token in figure.passage.between(start, min(stop, start + _LOCATED)):
        zone = _named(token) if isinstance(token, Word) else None
        if zone is not None:
            return zone if joins.fullmatch(figure.passage.folded, start, token.start) else None
    return None


def _of_firms(figure: Figure) -> bool:
    """Whether the sentence has told of the firms in zones, and not of a whole since ("DN trong KCN xuất khẩu ...")."""
    folded, stop = figure.passage.folded, figure.quantity.full_start
    ends = [told.end() for told in _FIRMS.finditer(folded, figure.passage.sentence.start, stop)]
    if not ends:
        return False
    wholes = _WHOLE.finditer(folded, ends[-1] + _LOCATED, stop)
    return all(_SHARE_OF.search(folded, ends[-1], whole.start()) for whole in wholes)


def _under_their_heading(figure: Figure) -> bool:
    """Whether a figure stands below a heading of what the firms in zones do, and its sentence names no whole.

    "III. Sản xuất kinh doanh trong các KCN ⏎ Ước 6 tháng, giá trị sản xuất công nghiệp 31.400 tỷ đồng".
    """
    if figure.frame.origins.get("zone_type") not in ("zone.heading", "zone_type.heading"):
        return False
    return _WHOLE.search(figure.passage.folded, figure.passage.sentence.start, figure.quantity.full_start) is None


# "chiếm 76% giá trị sản xuất công nghiệp toàn tỉnh": the whole is but what the share is of
_SHARE_OF = regex.compile(fold_pattern(r"(?<![\p{L}])(?:chiếm|bằng|tương đương)[^;.%]{0,24}%[^;,]{0,60}$"))


def _clauses(figure: Figure) -> tuple[int, int]:
    """The sentence up to the number, for a bloc named in it: what stands first holds for all of it."""
    return figure.passage.sentence.start, figure.quantity.full_start


def _named(word: Word) -> str | None:
    """The kind of zone that a word counts or, failing that, names."""
    for label in word.labels:
        if label.concept.code in ZONE_TYPES:
            return ZONE_TYPES[label.concept.code]
    for label in word.labels:
        if label.concept.scheme == "code/zone-type" and label.concept.code in _TYPES:
            return label.concept.code
    return None


_OF_LAND = ("zone-leased-land", "zone-occupancy")
_INDUSTRIAL_LAND = fold_pattern("đất công nghiệp")


def read(figure: Figure) -> str | None:
    """The kind of zone of a number: named in its sentence, or carried on; industrial land is that of industrial zones.

    "Có 2 KKT cửa khẩu. Đất công nghiệp đã cho thuê 1.565 ha, tỷ lệ lấp đầy 64,7%".
    """
    told = _told(figure)
    if told == "economic-zone" and figure.code in _OF_LAND:
        clause = figure.passage.folded[figure.passage.sentence.start : figure.quantity.full_start]
        return "industrial-zone" if _INDUSTRIAL_LAND in clause else told
    return told


def _told(figure: Figure) -> str | None:
    """The kind of zone of a number, as named or carried on.

    Land and occupancy are of the zones last spoken of wherever that was; capital, projects and jobs
    only while sentence after sentence of one line goes on about them.
    """
    discourse, code = figure.discourse, figure.code
    if code in OF_ZONE_FIRMS and discourse.board_of is not None and figure.passage.sentence.level != PROSE:
        return figure.frame.zone_type or discourse.board_of
    if code in OF_ZONE_FIRMS:
        told = discourse.zone_type if figure.index or discourse.count - discourse.zone_at <= 1 else None
        if told is not None and _THIS_BLOC.search(figure.passage.folded, *_clauses(figure)):
            return told  # "9 tháng, khối này làm ra 58.600 tỷ đồng, xuất khẩu 1,46 tỷ USD"
        headed = figure.frame.zone_type if _under_their_heading(figure) else None
        return headed or (figure.frame.zone_type if _of_firms(figure) else None)
    if code not in IN_ZONES:
        return None
    counted = WORKERS_IN_ZONES.search(figure.passage.folded, *_clauses(figure)) if code == "employment" else None
    if counted is not None:
        return "industrial-cluster" if counted["what"] in _CLUSTERS else "industrial-zone"
    apart = figure.index and discourse.last in _OF_ALL and ";" in figure.passage.folded[slice(*figure.gap)]
    if apart and not any(_named(word) for word in figure.gap_words()):
        figure.frame.zone_type, discourse.zone_at = None, _LONG_AGO
        return None  # "... lấp đầy 84,5%. Tỷ lệ hộ nghèo giảm còn 3,95%; 17.800 lao động có việc làm"
    if _BOTH_KINDS.search(figure.passage.folded, *figure.gap):
        return None  # "Các khu, cụm này có 14.700 lao động"
    if code in INVESTED and _BOARD_TELLS.match(figure.passage.folded, figure.passage.sentence.start):
        figure.frame.zone_type, discourse.zone_at = None, _LONG_AGO
        return None
    if code == "wage":  # of all workers, unless zones are named with it
        named = any(_named(word) for word in figure.gap_words())
        goes_on = figure.index and (
            (discourse.last == code and (figure.measure in RELATIVE or figure.measure == "change"))
            or discourse.last == "employment"  # "9.800 công nhân trong các cụm, lương bình quân 7,1 triệu đồng/tháng"
        )
        close = discourse.zone_line == figure.passage.sentence.line and discourse.count - discourse.zone_at <= 1
        told = figure.frame.zone_type or (discourse.zone_type if close else None)
        return (told if named or goes_on else None) or discourse.board_of
    if code == "employment" and figure.frame.sector and not any(_named(word) for word in figure.gap_words()):
        return None  # "lao động trong ngành công nghiệp" behind the zones
    if code == "zone-occupancy":
        theirs = _kind_behind(figure, _FOR)
        if theirs is not None:
            return theirs
    if code == "zone-occupancy" and figure.frame.zone_type is None:
        ground = _kind_behind(figure, _GROUND)
        if ground is not None:
            return ground
    if (code in INVESTED or code == "employment") and figure.frame.zone_type is None and figure.measure == "level":
        into = _kind_behind(figure, _INTO)
        if into is not None:
            if code == "employment":
                figure.frame.put("zone_type", into, "zone.into")
            return into
    those = code in INVESTED and figure.frame.zone_type is None and discourse.count - discourse.zone_at <= _LATELY
    if those and discourse.zone_type is not None and _THOSE.search(figure.passage.folded, *_clauses(figure)):
        figure.frame.put("zone_type", discourse.zone_type, "zone.these")
        discourse.zone_at, discourse.zone_line = discourse.count, figure.passage.sentence.line
        return discourse.zone_type
    close = figure.frame.zone_type is None and discourse.count - discourse.zone_at <= 1
    if close and discourse.zone_type is not None and _IN_THESE.search(figure.passage.folded, *figure.gap):
        figure.frame.put("zone_type", discourse.zone_type, "zone.these")  # "Trong các khu hiện có 74 dự án FDI"
        return discourse.zone_type
    if any(set(word.cues) & {"own", "nation"} for word in figure.gap_words()):
        if figure.frame.zone_type is None:
            discourse.zone_at = _LONG_AGO  # "toàn tỉnh": no longer the zones of the sentence before
        return figure.frame.zone_type
    flow = figure.frame.flow
    if (
        code in INVESTED
        and flow is None
        and figure.frame.zone_type is None
        and figure.frame.origins.get("investor") == "investor.named"
        and figure.measure != "share"
        and not _OF_THESE.match(figure.passage.folded, figure.passage.sentence.start)
    ):
        return discourse.board_of  # "số dự án FDI còn hiệu lực" behind a sentence on zones: of the province
    carried = discourse.zone_line == figure.passage.sentence.line and discourse.count - discourse.zone_at <= 1
    near = discourse.zone_type if code.startswith("zone-") or carried else None
    if near is None and figure.frame.zone_type is None and figure.frame.area in (None, discourse.own):
        return discourse.board_of  # in a report by who manages the zones
    if near is not None and carried:
        discourse.zone_at = discourse.count
    return figure.frame.zone_type or near
