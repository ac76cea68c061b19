"""A text written evenly: one plain space between its words, and the usual sign or word for what is told in full."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from kg.text import columns, of_plan, register, results, shared_unit, slashed, spaced
from kg.text.relaid import Piece, Relaid, rewritten

# Tabs, spaces of other widths as pages and PDF set them, and letters that show nothing (soft hyphens, joiners).
_OTHER = "\t\u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200C))) + "\u202f\u205f\u3000\ufeff"
_UNSEEN = "\u00ad\u200c\u200d\u2060"
_SPACES = re.compile(f"[ {_OTHER}{_UNSEEN}]{{2,}}|[{_OTHER}{_UNSEEN}]")
_HIDDEN = re.compile(f"[{_UNSEEN}]")
_SEVERAL = "  "  # any of these spaces beside another has a mark of its own, but the plain one
_COLUMNS = 5  # spaces that set two columns of a letterhead apart
# A headline run into its text ends so ("... xuất khẩu giảm  Theo Tổng cục Thống kê"), if spaces are even elsewhere.
_HEADLINE = re.compile(r"[^\s.,;:!?]")
_HABIT = 40  # times as many letters as runs of spaces, at most, in a text whose writer leaves several anywhere

_LETTER = r"[^\W\d_]"
_MAGNITUDE = "(?:nghìn|ngàn|triệu|tỷ|tỉ)"
_RATE = r"(?=(?:(?:khoảng|gần|hơn|trên|chừng) )?\d[\d.,]*\s?(?:%|lần)(?! thì))"
_MOVES = ("tăng ", "giảm ")
# But "tỷ trọng công nghiệp tăng tới 45%" arrives there.
_WEIGHT = re.compile(r"(?:[Tt][ỷỉ] (?:trọng|lệ)|[Cc]ơ cấu)[^,;:.\n]*$")
_CLAUSE = 80  # letters in which it stands


_CUT = (
    "p/đấu=phấn đấu", "t/lập=thành lập", "k/sản=khoáng sản", "t/sản=thủy sản", "n/nghiệp=nông nghiệp",
    "c/nghiệp=công nghiệp", "d/nghiệp=doanh nghiệp", "d/vụ=dịch vụ", "t/mại=thương mại", "d/lịch=du lịch",
    "x/khẩu=xuất khẩu", "n/khẩu=nhập khẩu", "s/xuất=sản xuất", "k/hoạch=kế hoạch", "t/hiện=thực hiện",
    "h/thành=hoàn thành", "v/liệu=vật liệu", "l/động=lao động", "x/dựng=xây dựng", "h/động=hoạt động",
)  # fmt: skip

_TOPICS = (
    "XUẤT KHẨU", "XUẤT NHẬP KHẨU", "NHẬP KHẨU", "CÔNG NGHIỆP", "BÁN LẺ", "THƯƠNG MẠI", "NGÂN SÁCH", "THU NGÂN SÁCH",
    "DU LỊCH", "ĐẦU TƯ", "ĐẦU TƯ CÔNG", "FDI", "DOANH NGHIỆP", "DOANH NGHIỆP MỚI", "LAO ĐỘNG", "NÔNG NGHIỆP",
    "THỦY SẢN", "THUỶ SẢN", "CÀ PHÊ", "CAO SU", "TIÊU", "HỒ TIÊU", "ĐIỀU", "HẠT ĐIỀU", "GẠO", "LÚA", "DỆT MAY",
    "DA GIÀY", "GIÀY DÉP", "GỖ", "ĐỒ GỖ", "THÉP", "XI MĂNG", "ĐIỆN", "THAN", "CHÈ", "TÔM", "CÁ TRA", "TRÁI CÂY",
    "RAU QUẢ", "SẮN", "GIÁ CẢ", "GRDP", "IIP",
)  # fmt: skip


_RISES = ("tằng", "tắng", "tẳng", "tâng", "tăgn", "tnăg", "tặgn")
_FALLS = ("gíam", "gìam", "giàm", "gỉam", "gảim", "gaỉm", "giẳm")


class _Wording(NamedTuple):
    """What is looked for where a text has any of the marks: the pattern's group ``it``, and what is read instead."""

    marks: tuple[str, ...]
    pattern: re.Pattern[str]
    instead: str


_WORDINGS = (
    # a mark with the space on the wrong side, or none
    _Wording((" ,", " ;", " ."), re.compile(rf"(?P<it> )(?:[,;](?=\s|{_LETTER})|\.(?=\s|$))"), ""),
    _Wording((",", ";"), re.compile(rf"[,;](?P<it>)(?={_LETTER})(?:(?<={_LETTER}[,;])|(?<=[%) ][,;]))"), " "),
    # signs in full, and words cut short: "tăng 5,2 phần trăm", "3 triệu đô la Mỹ" (which tells of no market), "9 DN"
    _Wording(("hần trăm",), re.compile(rf"(?<=\d)(?P<it> ?[Pp]hần trăm)(?!{_LETTER})"), "%"),
    _Wording(
        ("la Mỹ", "La Mỹ", "la Hoa Kỳ"),
        re.compile(rf"(?:\d|{_MAGNITUDE}) ?(?P<it>[Đđ]ô[- ]?[Ll]a (?:Mỹ|Hoa Kỳ))(?!{_LETTER})"),
        "USD",
    ),
    _Wording(
        tuple(f"{magnitude}{space}đ" for magnitude in ("tỷ", "tỉ", "triệu", "nghìn", "ngàn") for space in ("", " ")),
        re.compile(rf"{_MAGNITUDE} ?(?P<it>đ)(?![\w/])"),
        "đồng",
    ),
    _Wording(
        ("egawatt", "ga-oát", "ga oát"),
        re.compile(rf"\d ?(?P<it>[Mm]egawatt|[Mm]ê-ga-oát|[Mm]ê ga oát)(?!{_LETTER})"),
        "MW",
    ),
    # an item marked with a full stop, and counts with their parts as a sum: "318 dự án = 181 FDI (2 tỷ USD) + 137 DDI"
    _Wording(("\n.", "\n ."), re.compile(rf"(?<=\n)[ \t]*(?P<it>\.)(?= {_LETTER})"), "-"),
    _Wording(("dự án =", "DA ="), re.compile(r"(?:dự án|DA)(?P<it> ?=)(?= ?\d)"), ", gồm"),
    _Wording((" + ",), re.compile(r"(?<=[\w)])(?P<it> \+)(?= \d[\d.]* (?:DDI|FDI)(?!\w))"), " và"),
    _Wording(
        tuple(f"{digit} T" for digit in range(10)),
        re.compile(r"\d\.\d{3} (?P<it>T)(?=/(?:năm|ngày|tháng|N)|[;,)]|\.?$|\.\s| \()", re.MULTILINE),
        "tấn",
    ),
    # "41.870 tỷ, đạt 78,2%, tăng 14,3%": of what was planned
    _Wording(
        (", đạt ",),
        re.compile(r"(?:tỷ|tr|triệu|USD|đồng|tấn|đ), đạt \d[\d,]* ?%(?P<it>)(?=, (?:tăng|giảm) \d)"),
        " KH năm",
    ),
    _Wording(("ng.",), re.compile(r"\d ?(?P<it>ng\.)(?= ?[\[(;,)\n]|$)"), "người"),
    _Wording(("DN",), re.compile(rf"\d ?(?P<it>DN)(?!{_LETTER})"), "doanh nghiệp"),
    # plants of power are counted as projects: "84 nhà máy thủy điện đang vận hành"
    _Wording(
        tuple(f"{plant} {power}" for plant in ("nhà máy", "NM") for power in ("th", "điện", "nhiệt")),
        re.compile(
            r"(?<=\d )(?P<it>nhà máy|NM)"
            r"(?= (?:thủy điện|thuỷ điện|nhiệt điện|điện (?:gió|mặt trời|sinh khối|rác))(?!\w))"
        ),
        "dự án",
    ),
    # a gate at the border, not the same time of last year: "hàng hóa qua các CK", "CK quốc tế Mộc Bài"
    _Wording(("qua CK", "qua các CK"), re.compile(r"qua (?:các )?(?P<it>CK)(?!\w)"), "cửa khẩu"),
    _Wording(("CK qu", "CK ph"), re.compile(r"(?<!\w)(?P<it>CK)(?= (?:quốc tế|quốc gia|phụ)(?!\w))"), "cửa khẩu"),
    # what firms took in, and land: "SXKD: DT 18.400 tỷ đ", "DT đất 420 ha"
    _Wording(
        ("DT ",),
        re.compile(r"(?<![\w%])(?<!% )(?P<it>DT)(?=(?: (?:ước|đạt|là|khoảng))* \d[\d.,]* ?(?:tỷ|tr\.|tr |triệu))"),
        "doanh thu",
    ),
    # a fall beside the year that it is of: "(KH +9%; năm 2023 -1,6%)"
    _Wording(
        tuple(f"20{decade}{year} -" for decade in "12" for year in range(10)),
        re.compile(r"(?:[;(,] )(?:năm )?20[12]\d (?P<it>-)(?=\d{1,2}(?:,\d+)?%)"),
        "giảm ",
    ),
    # a rise or fall with its marks or letters astray: "tằng 6,5%", "tăgn 18,2%", "gíam 4,8 điểm"
    _Wording(
        tuple(_RISES),
        re.compile(rf"(?<!{_LETTER})(?P<it>{'|'.join(_RISES)})(?= ?\d[\d.,]* ?(?:%|điểm|lần))"),
        "tăng",
    ),
    _Wording(
        tuple(_FALLS),
        re.compile(rf"(?<!{_LETTER})(?P<it>{'|'.join(_FALLS)})(?= ?\d[\d.,]* ?(?:%|điểm|lần))"),
        "giảm",
    ),
    # words cut to the first letter of a syllable: "p/đấu", "k/sản"
    *(
        _Wording((short,), re.compile(rf"(?<![\w/])(?P<it>{short}|{short.capitalize()})(?!{_LETTER})"), full)
        for short, full in (each.split("=") for each in _CUT)
    ),
    # a head of a name with more capitals than it has ("Tập Đoàn"), and a district by its first letter ("H. Tam Nông")
    _Wording(("Tập Đoàn",), re.compile(r"(?P<it>Tập Đoàn)(?!\w)"), "Tập đoàn"),
    _Wording(("Công Ty",), re.compile(r"(?P<it>Công Ty)(?!\w)"), "Công ty"),
    _Wording(("Công Nghiệp",), re.compile(r"(?:[Kk]hu|[Cc]ụm) (?P<it>Công Nghiệp)(?!\w)"), "công nghiệp"),
    *(
        _Wording(
            (f"{short}.",),
            re.compile(
                r"(?<=[ (])(?<!ông )(?<!anh )(?<!chị )(?<!bà )(?<!kh[óo][aá] )(?<!thứ )"
                rf"(?P<it>{short}\. ?)(?=[^\W\d_a-zà-ỹ]{_LETTER})"
            ),
            f"{noun} ",
        )
        for short, noun in (("H", "huyện"), ("X", "xã"))
    ),
    _Wording(("TX",), re.compile(rf"(?<=[ (])(?P<it>TX\.? ?)(?=[^\W\d_a-zà-ỹ]{_LETTER})"), "thị xã "),
    # the economy, left out where its branches follow: "2. Cơ cấu năm 2020: khu vực I 25%; ..."
    _Wording(
        ("ơ cấu năm", "ơ cấu:", "ơ cấu đến năm", "ơ cấu hiện nay"),
        re.compile(
            r"(?m)(?:^|[.;] )(?:[^\w\n]|\d[.)]"
            r"|[a-zđ]\))*(?:[Vv]ề )?[Cc]ơ cấu(?P<it>)(?= (?:đến )?năm \d{4}:| hiện nay:|:)"
            r"(?=[^:\n]{0,18}: (?:khu vực I|tỷ trọng|nông|công nghiệp|dịch vụ))"
        ),
        " kinh tế",
    ),
    # a headline run into its paragraph, as one that the paragraph goes on from: "XUẤT KHẨU. Cả nước 9 tháng ước ..."
    _Wording(
        tuple(f"{topic}." for topic in _TOPICS),
        re.compile(
            r"(?<=\n)[ \t]*(?:(?:KIM NGẠCH|SẢN XUẤT|HOẠT ĐỘNG|TÌNH HÌNH|VỀ) )?"
            rf"(?:{'|'.join(_TOPICS)})(?P<it>\.)(?= +\w)"
        ),
        ":",
    ),
    # what a note says of "[ ]", and dots that lead to a number
    _Wording(("[ ]", "[]"), re.compile(r"[Tt]rong (?P<it>\[ ?\])"), "ngoặc"),
    _Wording((" ...",), re.compile(rf"{_LETTER}(?P<it> \.{{3,}} )(?=\d)"), ": "),
    # what a rate rises or falls by, in as many words: "đạt mức tăng 8%", "sụt giảm 3%"
    _Wording(
        ("ăng thêm ", "ăng tới ", "ăng đến ", "mức tăng "),
        re.compile(rf"(?<!{_LETTER})(?P<it>(?:(?:đạt|có) mức tăng|[Tt]ăng (?:thêm|tới|đến)) ){_RATE}"),
        "tăng ",
    ),
    _Wording(
        ("sụt giảm ", "suy giảm ", "giảm thêm ", "giảm tới ", "giảm đến ", "giảm sút "),
        re.compile(rf"(?<!{_LETTER})(?P<it>(?:sụt giảm|suy giảm|giảm (?:thêm|tới|đến|sút)) ){_RATE}"),
        "giảm ",
    ),
)


# Most texts have few of the marks: all are looked for in one pass over the bytes of a text.
_SPACED = frozenset((*_OTHER, *_UNSEEN, _SEVERAL))
_GROUPS = frozenset(f"{one} {other}" for one in "0123456789" for other in "0123456789")
_MARKS = sorted({mark for wording in _WORDINGS for mark in wording.marks} | _SPACED | _GROUPS)
_ANY_MARK = BytesAhoCorasick([mark.encode() for mark in _MARKS], matchkind=MatchKind.Standard)
_OF_SPACES = frozenset(map(_MARKS.index, _SPACED))
_OF_GROUPS = frozenset(map(_MARKS.index, _GROUPS))
_MARKING = {number: [wording for wording in _WORDINGS if mark in wording.marks] for number, mark in enumerate(_MARKS)}


def _marks(text: str) -> set[int]:
    """The marks that a text has, by their numbers."""
    return {number for number, _, _ in _ANY_MARK.find_matches_as_indexes(text.encode(), overlapping=True)}


def evenly_written(text: str) -> Relaid | None:
    """The text as it is read; None where it is written so already.

    Ends of line stay, and the several spaces that keep columns or a headline apart.
    """
    rows = rewritten(text, list(spaced.told_in_words(text))) if spaced.MARK in text and "%" in text else None
    if rows is not None:
        even = evenly_written(rows.text)
        return rows if even is None else even.behind(rows)
    marks = _marks(text)
    apart = None if marks.isdisjoint(_OF_SPACES) else rewritten(text, _spaces(text))
    if apart is not None:
        marks = _marks(apart.text)
    read = text if apart is None else apart.text
    worded = rewritten(read, _words(read, marks))
    return apart if worded is None else worded.behind(apart)


def _spaces(text: str) -> list[Piece]:
    """The spaces that are several, or no plain ones."""
    found = list(_SPACES.finditer(text))
    several = sum(gap.end() - gap.start() > 1 for gap in found)
    habit = several * _HABIT > len(text)
    pieces: list[Piece] = []
    for gap in found:
        start, end = gap.span()
        shown = _HIDDEN.sub("", gap.group())
        if shown and _apart(text, start, end, habit):
            pieces.append(Piece(start, end, " " * (end - start), range(start, end)))
        else:
            pieces.append(Piece(start, end, " ", (start,)) if shown else Piece(start, end, "", ()))
    return pieces


def _apart(text: str, start: int, end: int, habit: bool) -> bool:
    """Whether several spaces part what does not belong together: two columns, or a headline and its text."""
    if end - start == 1:
        return False
    if end - start >= _COLUMNS or text.find("\t\t", start, end) >= 0:
        return True
    behind = text[end : end + 1]
    if text[start - 1 : start].isdigit() and behind.isdigit():
        return True
    return not habit and behind.isupper() and _HEADLINE.match(text, start - 1) is not None


def _words(text: str, marks: set[int]) -> list[Piece]:
    """What is told in full, cut short or typed in haste, in the order of the text, which has these ``marks``."""
    worded = {id(wording): wording for number in sorted(marks) for wording in _MARKING[number]}
    pieces = [piece for wording in worded.values() for piece in _told(text, wording)]
    pieces.extend(_grouped(text) if not marks.isdisjoint(_OF_GROUPS) else ())
    pieces.extend(_square(text) if "[" in text else ())
    pieces.extend(columns.told_in_words(text) if "%" in text and (";" in text or "|" in text) else ())
    pieces.extend(register.told_in_words(text) if any(bar in text for bar in register.BARS) else ())
    pieces.extend(slashed.told_in_words(text) if "):" in text and "/" in text else ())
    pieces.extend(results.told_in_words(text) if ")" in text else ())
    pieces.extend(shared_unit.told_in_words(text) if ": " in text or "mới là" in text else ())
    pieces.extend(of_plan.told_in_words(text) if of_plan.MARK in text else ())
    pieces.extend(_dollars(text) if "USD" in text and ("ặt hàng" in text or "hị trường" in text) else ())
    pieces.extend(_weights(text) if "ỷ trọng " in text or "ỉ trọng " in text else ())
    return sorted(pieces)


# "KNXK 117,6 tr.USD. Mặt hàng: đá 41,7 tr.; hàng may 27,3 tr. Thị trường: Ấn Độ 24,1 tr."
_LISTED = re.compile(
    r"(?m)USD(?:(?!đồng|VND)[^\n]){0,400}?[.;] (?:Các )?(?:[Mm]ặt hàng|[Tt]hị trường)(?: \w+){0,3}: "
    r"(?P<list>(?:(?!USD|đồng)[^\n]){1,900})$"
)
_NO_CURRENCY = re.compile(r"\d ?(?:tr\.|tr|triệu|tỷ|tỉ)(?P<it>)(?= ?(?:[;,.\[(]|$))")


def _dollars(text: str) -> Iterator[Piece]:
    """The currency of a turnover, behind the amounts of goods and markets listed without one on its line."""
    for line in _LISTED.finditer(text):
        for found in _NO_CURRENCY.finditer(text, *line.span("list")):
            at = found.end("it")
            yield Piece(at, at, " USD", (at - 1,) * 4)


_BRANCH = (
    r"(?:ngành |khu vực |các ngành |nhóm ngành )?(?:nông nghiệp|nông(?:,| -"
    r"|-) ?lâm(?: nghiệp)?(?:,| -|-| và) ?(?:ngư nghiệp|thủy sản)"
    r"|nông, lâm nghiệp và thủy sản|công nghiệp(?:,| -| –| và) ?xây dựng|công nghiệp)"
)
# "Tỷ trọng công nghiệp - xây dựng đạt 42%"
_WEIGHT_OF = re.compile(
    rf"(?<!{_LETTER})[Tt][ỷỉ] trọng {_BRANCH}(?P<it>)(?= (?:đã |sẽ )?(?:đạt|chiếm|tăng|giảm|là|ở mức|còn|lên|nâng|từ)"
    rf"(?!{_LETTER})| (?:khoảng |gần |hơn )?\d[\d.,]*(?: ?[-–] ?\d[\d.,]*)? ?%)(?! (?:tăng"
    rf"|giảm) (?:\d[\d.,]*%? điểm|dần|mạnh))"
)
_OF_WHAT = re.compile(
    r"(?i)lao động|đầu tư|xuất khẩu|nhập khẩu|kim ngạch|vốn|tín dụng|dư nợ|ngân sách"
    r"|giá trị sản xuất|grdp|gdp|kinh tế|điện|tổng sản phẩm"
)


def _weights(text: str) -> Iterator[Piece]:
    """The economy, named behind the branch whose weight in it a sentence tells without saying of what."""
    for found in _WEIGHT_OF.finditer(text):
        at, start = found.end("it"), max(text.rfind("\n", 0, found.start()), text.rfind(". ", 0, found.start())) + 1
        stop = min((end for end in (text.find("\n", at), text.find(". ", at)) if end >= 0), default=len(text))
        if _OF_WHAT.search(text, start, found.start()) is None and _OF_WHAT.search(text, at, stop) is None:
            yield Piece(at, at, " trong cơ cấu kinh tế", (at - 1,) * len(" trong cơ cấu kinh tế"))


# Thousands set apart by spaces: "132 450 tỉ đ"; not the number that ends a name or a time ("quý 1 250 tỷ đồng").
_COUNTED_IN = (
    "tỷ|tỉ|triệu|tr|nghìn|ngàn|đồng|đ|USD|EUR|đô|tấn|chiếc|cái|ha|km|m2|m3|kWh|người|lao động|công nhân|lượt|hộ"
    "|doanh nghiệp|DN|dự án|sản phẩm|con|bộ|đôi|lít|viên|khách"
)
_THOUSANDS = re.compile(
    rf"(?<![\w.,/:+-])(?<!\d )\d{{1,3}}(?: \d{{3}})+(?=(?:,\d{{1,3}}|\.\d{{1,2}})? ?(?:{_COUNTED_IN})(?!\w))"
)
_NUMBERED = re.compile(
    r"(?i)(?:(?<!\w)(?:tháng|quý|năm|ngày|số|kỳ|khóa|khoá|thứ|điều|đợt|đoạn|máy|pha|quận|phường|tổ|lô|lần|cấp|loại|hạng"
    r"|vùng|nhóm|kcn|ccn|từ|và)|\d\S*) $"
)


def _grouped(text: str) -> Iterator[Piece]:
    """The spaces between the thousands of a number, as points."""
    for found in _THOUSANDS.finditer(text):
        before = text[max(0, found.start() - 12) : found.start()]
        named = before.endswith(" ") and before.split()[-1:] and before.split()[-1][0].isupper()
        if not named and _NUMBERED.search(before) is None:
            for at in range(*found.span()):
                if text[at] == " ":
                    yield Piece(at, at + 1, ".", (at,))


# "4.316 tỷ đ [3.972 tỷ đ]", "[CK (-1,2%)]"; but a mere note is "[3]"
_SQUARE = re.compile(r"\[(?P<note>(?=\d{1,2}\]))?[^\[\]\n]{0,60}?\d[^\[\]\n]{0,60}\]")
_PLANS = re.compile(r"(?i)trong ngoặc vuông[^\n)]{0,12}(?:KH(?!\w)|kế hoạch|mục tiêu|chỉ tiêu)")
_TOLD_OF = re.compile(r"(?i)trong (?:\[ ?\]|ngoặc vuông)")
_ROUND = {"[": "(", "]": ")", "(": "", ")": ""}


def _square(text: str) -> Iterator[Piece]:
    """Square brackets around figures as round ones, those within them left out; not where they hold what is planned."""
    if _PLANS.search(text) is not None:
        return
    notes = _TOLD_OF.search(text) is None
    for found in _SQUARE.finditer(text):
        if notes and found["note"] is not None:
            continue
        for at in range(found.start(), found.end()):
            instead = _ROUND.get(text[at])
            if instead is not None:
                yield Piece(at, at + 1, instead, (at,) * len(instead))


def _told(text: str, wording: _Wording) -> Iterator[Piece]:
    for found in wording.pattern.finditer(text):
        start, end = found.span("it")
        instead = wording.instead
        moves = instead in _MOVES and _WEIGHT.search(text[max(0, start - _CLAUSE) : start]) is not None
        if not moves:
            yield Piece(start, end, instead, (*[start] * (len(instead) - 1), max(start, end - 1)) if instead else ())
