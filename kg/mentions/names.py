"""Names of projects, zones and enterprises: a head noun and what follows it.

A name runs from its head ("Nhà máy", "KCN", "Công ty TNHH") over capitalised words, numerals and
the small words between them, and ends at a word that no name holds ("có", "với", "công suất").
Foreign companies have no head noun in front: theirs stands behind ("Hanwha Techwin Corp").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex
from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from kg.mentions import airports, extent
from kg.mentions.aliases import Aliases
from kg.mentions.cast import Cast
from kg.mentions.heads import ACRONYMS, HEAD, HEADS, OPENINGS, SORT, SORTED, EntityType
from kg.mentions.surnames import COMMON
from kg.text.letters import encode, encode_any


@dataclass(slots=True, unsafe_hash=True)  # nothing changes one: to have that checked makes each six times as slow
class Name:
    """A named (or described) thing in the text; ``proper`` if it holds a proper name."""

    start: int
    end: int
    kind: EntityType
    text: str
    proper: bool


_FOREIGN = regex.compile(
    r"(?<![\p{L}\d])\p{Lu}[\p{L}\d&.'’-]*(?: (?:\p{Lu}[\p{L}\d&.'’-]*|&)){0,4},? (?:Inc|Corporation"
    r"|Corp|Co\.?,? ?Ltd|Ltd|Limited|Group|JSC|Holdings?|GmbH|PLC|Plc|LLC|Pte)(?![\p{L}\d])\.?"
)
_BEHIND = [" " + form for form in "Inc Corp Co Ltd Limited Group JSC Holding GmbH PLC Plc LLC Pte".split()]
# "Ban Quản lý dự án Giao thông": an office, no project
_BOARD = regex.compile(r".{0,10}(?:[Bb]an [Qq]uản lý|[Bb]an QL|BQL) (?:các )?[Dd]ự án ")
# "quận Cầu Giấy" is no bridge
_STREET = regex.compile(r"(?<!\p{L})(?i:quận|phường|xã|huyện|đường|phố|ga|chợ|q\.|p\.) $")
_OPENINGS = {form for o in OPENINGS.split("|") for form in (o, o[:1].upper() + o[1:])}
_LITERALS = BytesAhoCorasick(
    list(map(encode, (*_BEHIND, *_OPENINGS, *ACRONYMS.split("|")))),
    matchkind=MatchKind.LeftmostLongest,
    implementation=Implementation.DFA,
)
_KINDS = tuple(kind for kind, _ in HEADS)
# Things that may go without a name of their own: "nhà máy tôn mạ màu", but not "cảng biển".
_DESCRIBED = regex.compile(
    r"(?:dự án|da|nhà máy|nm|tổ hợp|dây chuyền|trang trại|trại|khu|trung tâm|phân xưởng|xưởng|nhà ga|đường băng"
    r"|đường cất hạ cánh|kho ngầm|kho chứa)(?!\p{L})",
    regex.IGNORECASE,
)


def _called(text: str) -> list[Name]:
    """The airports that a text calls by their own name or initials alone, each with the full name."""
    return [
        Name(start, end, "project", name, True)
        for start, end, name in airports.called(text)
        if not _STREET.search(text, max(0, start - 9), start)
    ]


# "1. NHÀ MÁY ĐIỆN GIÓ A 2 (xã B, huyện C)" above the fields of a sheet: a name in capitals
_IN_CAPITALS = regex.compile(
    r"(?m)^[ \t]*(?:\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4}|[A-Za-zĐđ])[.)/][ \t]+"
    r"(?P<name>(?P<zone>KHU CÔNG NGHIỆP|CỤM CÔNG NGHIỆP|KHU KINH TẾ|KCN|CCN|KKT)?"
    r"(?P<project>NHÀ MÁY|NHA MAY|DỰ ÁN|DU AN|TRẠM|ĐƯỜNG DÂY|DUONG DAY|KHU|TỔ HỢP|TO HOP|CẢNG|THỦY ĐIỆN|THUỶ ĐIỆN"
    r"|THUY DIEN|ĐIỆN GIÓ|DIEN GIO|ĐIỆN MẶT TRỜI|DIEN MAT TROI|NHIỆT ĐIỆN|NHIET DIEN|TRUNG TÂM|TRANG TRẠI)?"
    r"(?(zone)|(?(project)|(?!)))(?! (?:ĐANG|ĐÃ|SẼ|CHUẨN|TRỌNG|KÊU|MỚI|ƯU|TRÊN))(?: (?:[\p{Lu}\d][\p{Lu}\d&/.]*|[-–]"
    r"|\d+kV)){1,14})(?=[ \t]*(?:[:(,][^\n]*)?"
    r"\n\s*[-–+*•]?[ \t]*(?i:chủ đầu tư|chu dau tu|nhà đầu tư|công suất|cong suat|quy mô|tổng (?:mức|vốn)"
    r"|tong muc|diện tích|dien tich|địa điểm|vốn|dài|tiến độ))"
)
_HEADS_CAPITAL = ("NHÀ", "NHA ", "DỰ", "DU ", "TRẠM", "ĐƯỜNG", "DUONG", "KHU", "TỔ", "TO HOP", "CẢNG", "ĐIỆN", "DIEN",
                  "TRUNG", "TRANG", "KCN", "CCN", "KKT", "CỤM")  # fmt: skip


def _capital(text: str) -> list[Name]:
    """The things named in capitals by the headings of their fields."""
    if not any(head in text for head in _HEADS_CAPITAL):
        return []
    return [
        Name(*found.span("name"), "zone" if found["zone"] else "project", found["name"], True)
        for found in _IN_CAPITALS.finditer(text)
    ]


class Landmarks:
    """Where names may stand in a text: the letters that heads begin with, and what stands behind foreign names."""

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        """Look over a text, or a stretch of it, once; ``find`` then goes through it sentence by sentence."""
        stretch = text if end is None else text[start:end]
        self._text = text
        found = _LITERALS.find_matches_as_indexes(encode_any(stretch))
        self._heads = [start + begin for index, begin, _ in found if index >= len(_BEHIND)]
        self._hints = [start + begin for index, begin, _ in found if index < len(_BEHIND)]
        self._called = _called(text) if end is None else []
        self._capital = _capital(text) if end is None else []
        self._aliases = Aliases()
        self._cast = Cast(text) if end is None else None

    def find(self, start: int, end: int) -> list[Name]:
        """The names of things in a sentence, in order, none overlapping."""
        heads = self._heads[bisect_left(self._heads, start) : bisect_left(self._heads, end)]
        hinted = bisect_left(self._hints, start) < bisect_left(self._hints, end)
        found = list(_find(self._text, start, end, heads[::-1], hinted)) if heads or hinted else []
        if self._capital:
            titled = [name for name in self._capital if start <= name.start < end]
            found = [n for n in found if not any(n.start < t.end and t.start < n.end for t in titled)]
            found = sorted([*found, *titled], key=lambda n: n.start)
        halves = [Name(at, to, "zone", whole, True) for at, to, whole in self._aliases.find(self._text, start, end)]
        for name in found:
            if name.kind == "zone" and name.proper:
                self._aliases.note(name.text)
        halves = [half for half in halves if not any(n.start < half.end and half.start < n.end for n in found)]
        found = sorted([*found, *halves], key=lambda n: n.start) if halves else found
        acting = self._cast.find(self._text, start, end) if self._cast is not None else []
        firms = [Name(at, to, "enterprise", self._text[at:to], True) for at, to in acting]
        firms = [firm for firm in firms if not any(n.start < firm.end and firm.start < n.end for n in found)]
        found = sorted([*found, *firms], key=lambda n: n.start) if firms else found
        called = [c for c in self._called if start <= c.start < end]
        if not called:
            return found
        known = {c.end: c for c in called}
        found = [
            replace(n, text=known[n.end].text) if airports.SHORTENED.match(n.text) and n.end in known else n
            for n in found
        ]
        alone = [c for c in called if not any(n.start < c.end and c.start < n.end for n in found)]
        return sorted([*found, *alone], key=lambda n: n.start)


# "nhà máy đầu tiên của A nằm tại xã B", "dự án khác tại xã C, huyện D với công suất 90 MW": by where it stands
_AT_COMMUNE = regex.compile(
    r"(?: (?:đầu tiên|thứ hai|thứ ba|thứ nhất|khác|mới))(?: của (?:\p{Lu}[\p{L}\d&]+ ?){1,5}(?<= ))?"
    r" ?(?:sẽ |dự kiến )?(?:nằm |đặt |xây dựng |được xây dựng )?(?:tại|ở) "
    r"(?P<place>(?:xã|phường|thị trấn) \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,3})"
    r"(?=[^.;\d]{0,60}(?: với | có |, rộng |, công suất |, vốn ))"
)


# "xin đầu tư một kho ngoại quan rộng 5 ha": told by what it is alone
_ALONE = regex.compile(
    r"[Kk]ho (?:ngoại quan|lạnh|xăng dầu|logistics)|[Tt]rạm (?:xử lý nước thải(?: tập trung)?|biến áp|bơm)|[Tt]ổng kho"
    r"|[Ss]ân golf|[Cc]hợ đầu mối|[Tt]rung tâm (?:logistics|thương mại)|[Ss]iêu thị"
)
_ONE = regex.compile(r"(?<!\p{L})(?:một|thêm|cả) $")


# "chủ trương đầu tư dự án: Nâng cấp, mở rộng đường A"
_WORKS_TOLD = regex.compile(
    r"\s*:\s*[\"“]?(?P<name>(?:Nâng cấp|Mở rộng|Cải tạo|Xây dựng|Đầu tư)(?:, (?:nâng cấp|mở rộng|cải tạo))?"
    r"(?: \p{L}[\p{L}\d]*){1,8}?(?: \p{Lu}\p{Ll}*| \d{1,3})+)(?=[\s,.;:)\"”]|$)"
)
# "dự án thép 4,5 tỷ USD Kim Sơn": a name behind what it costs
_NAMED_BEHIND = regex.compile(
    r" [\d.,]+ (?:nghìn |ngàn )?(?:tỷ|tỉ|triệu) (?:đồng|USD|đô la|đô"
    r"|đô-la) (?P<called>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+)"
)


# "Tuyến đường nối cảng với đường A - B dài 3,4 km": what a road joins, or where it goes, is its name
_ROAD = regex.compile(
    r"(?:[Tt]uyến đường|Đường) (?:nối|kết nối|tránh|gom|dẫn|vào|liên (?:xã|huyện|tỉnh|vùng))"
    r"(?: (?:từ|vào|với|đến|lên|xuống|ra))? (?!mỗi|các|những|này)(?=[^,;.:()\n]{0,80}?\p{Lu})(?:[^,;.:()\d\n]"
    r"|(?:(?<=lộ |QL |ĐT |tỉnh )|(?<=QL\.?|ĐT\.?))\d{1,3}[A-Z]?){3,80}?"
    r"(?=,? (?:dài|có (?:tổng )?(?:chiều dài|vốn|mức)|với (?:tổng )?(?:chiều dài|vốn|mức)|tổng (?:chiều|mức|vốn)|vốn"
    r"|được|đang|đã|vừa|sẽ|do|gồm|khởi công|hoàn thành|thông xe|huyện|thị xã|đoạn)(?!\p{L})| \(|:)"
)


def find(text: str, start: int, end: int) -> list[Name]:
    """The names of things in a stretch of text, in order, none overlapping."""
    return Landmarks(text, start, end).find(start, end)


def _find(text: str, start: int, end: int, starts: list[int], hinted: bool) -> Iterator[Name]:
    foreign = list(_foreign(text, start, end)) if hinted else []
    at = start
    while True:
        head = _next_head(text, at, end, starts)
        if head is None:
            yield from (n for n in foreign if n.start >= at)
            return
        kind = _KINDS[int(str(head.lastgroup)[1:])]
        road = _ROAD.match(text, head.start(), end) if kind == "project" else None
        if road is not None:
            yield from (n for n in foreign if at <= n.start and n.end <= head.start())
            yield Name(head.start(), road.end(), kind, road.group(), True)
            at = road.end()
            continue
        stop, proper = extent.extend(text, head.end(), end, kind)
        if stop > head.end() and (proper or (kind == "project" and _DESCRIBED.match(head.group()))):
            yield from (n for n in foreign if at <= n.start and n.end <= head.start())
            stop = _before_person(text, head.end(), stop) if kind == "enterprise" else stop
            name = text[head.start() : stop].rstrip(" -–—,")
            behind = _NAMED_BEHIND.match(text, stop, end) if kind == "project" and not proper else None
            if behind is not None:
                yield Name(head.start(), stop, kind, f"{name} {behind['called']}", True)
                at = behind.end()
                continue
            made = not proper and _MAKES.match(text, head.start() + len(name), end)
            if made or (len(name) < SORTED and SORT.fullmatch(name)):
                at = head.end()
                continue
            proper = proper or _built(head, stop)
            yield Name(head.start(), head.start() + len(name), kind, name, proper)
            at = max(stop, head.end())
        elif (
            kind == "project"
            and _ALONE.fullmatch(head.group())
            and _ONE.search(text, max(0, head.start() - 12), head.start())
        ):
            yield Name(head.start(), head.end(), kind, head.group(), False)
            at = head.end()
        elif kind == "project" and (told := _WORKS_TOLD.match(text, head.end(), end)) is not None:
            yield Name(told.start("name"), told.end("name"), kind, told["name"], True)
            at = told.end("name")
        elif kind == "project" and (placed := _AT_COMMUNE.match(text, head.end(), end)) is not None:
            name = f"{text[head.start() : head.end()]} tại {placed['place']}"
            yield Name(head.start(), placed.end(), kind, name, False)
            at = placed.end()
        else:
            yield from (n for n in foreign if at <= n.start and n.end <= head.end())
            at = head.end()


# "Tổng giám đốc Công ty CP Cảng A Nguyễn Văn B khẳng định": who speaks, behind the firm
_PERSON = regex.compile(rf" (?:{COMMON})(?: \p{{Lu}}\p{{Ll}}+){{1,3}}$")
_SPEAKS = regex.compile(
    r"\s?(?:,|\(|(?:cho|nói|chia sẻ|khẳng định|bày tỏ|thông tin|nhận định|kể|phát biểu|trao đổi|nhấn mạnh|cam kết"
    r"|đề nghị"
    r"|kiến nghị|lý giải|phân tích|tiết lộ|đánh giá|tính toán|và|đã|thừa nhận|than)(?!\p{L}))"
)


_OF_GOODS = regex.compile(r" \p{Ll}+$")
_SHORT = 2  # words of a name that few people have so short


_KINDS_OF_FIRMS = regex.compile(
    r"(?: (?:CP|TNHH|[Cc]ổ phần|MTV|[Mm]ột thành viên|HH|[12] [Tt]hành viên|\d TV|[Đđ]ầu tư|[Tt]hương mại"
    r"|[Xx]ây dựng|[Ss]ản xuất|[Dd]ịch vụ|và|&))*"
)


def _before_person(text: str, start: int, stop: int) -> int:
    """Where the name of a firm ends that the name of a person follows, who then speaks or acts."""
    person = _PERSON.search(text, start, stop)
    if person is None or not _SPEAKS.match(text, stop):
        return stop
    if _KINDS_OF_FIRMS.fullmatch(text, start, person.start()):
        return stop  # "của Công ty CP Hoàng Long, công suất 2 triệu tấn/năm"
    goods = _OF_GOODS.search(text, start, person.start()) is not None and person.group().count(" ") == _SHORT
    return stop if goods else person.start()  # "Công ty CP Năng lượng Hoàng Sơn cho biết": named so itself


# "Nhà máy chế biến được 60 tấn": what it does, not what it is called
_MAKES = regex.compile(r"(?<=sản xuất|chế biến|làm|lắp ráp) (?:được|ra) (?:khoảng |hơn |gần |trên |chừng )?\d")


def _next_head(text: str, at: int, end: int, starts: list[int]) -> regex.Match[str] | None:
    """The first head noun at or behind a place; ``starts`` holds where its letters stand, the first last."""
    while starts:
        start = starts.pop()
        if start >= at:
            head = HEAD.match(text, start, end)
            if head is None or _STREET.search(text, max(0, start - 9), start):
                continue
            if not _BOARD.match(text, max(0, start - 20)):
                return head
    return None


def _built(head: regex.Match[str], stop: int) -> bool:
    """Whether a project is described by the thing that it builds: as good as a name ("dự án xây nhà máy dệt")."""
    return _KINDS[int(str(head.lastgroup)[1:])] == "project" and head.group().count(" ") > 3 and stop - head.end() > 5


def _foreign(text: str, start: int, end: int) -> Iterator[Name]:
    """Companies told by what stands behind their name."""
    for match in _FOREIGN.finditer(text, start, end):
        if not HEAD.search(match.group()):
            yield Name(match.start(), match.end(), "enterprise", match.group().rstrip("."), True)
