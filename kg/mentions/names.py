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

from kg.mentions import airports
from kg.mentions.aliases import Aliases
from kg.mentions.heads import ACRONYMS, HEAD, HEADS, OPENINGS, SORT, SORTED, EntityType
from kg.text.letters import encode, encode_any


@dataclass(slots=True, unsafe_hash=True)  # nothing changes one: to have that checked makes each six times as slow
class Name:
    """A named (or described) thing in the text; ``proper`` if it holds a proper name."""

    start: int
    end: int
    kind: EntityType
    text: str
    proper: bool


# Words at which a name ends although nothing closes it.
_STOPS = frozenset(
    "có với tại là đạt được do của trên ở đã đang sẽ cho khi để theo sau trước từ đến về vào ra gồm "
    "cũng hiện nay này đó nói như nhằm mà thì bị nên vẫn chỉ mới vừa "
    "làm nâng tăng giảm ký hoàn bằng còn không hay đi phải nhận chiếm thuê cùng giữa vốn tổng diện "
    "quy rộng phát trong thuộc qua bắt khởi hoạt triển trị cấp mức lên xuống "
    "đưa tiếp mỗi một hai ba bốn năm các những nhiều phía bên dưới cần giao nằm góp thực đặt gặp gần "
    "hơn khoảng nhưng trừ lấp thu cs mong chạy dọc trình đề đầu thiếu chưa khác tương kém treo "
    "doanh xin chính cam chuyên đổ rót chi vì bởi tuy song nhờ ông bà hỗ hứa tổ hết đều bao chủ ngoài đạt kể "
    "dài khó dừng chờ ngốn lắp nhập sử".split()
)
# Pairs whose first word would end a name if it stood alone.
_COMPOUNDS = regex.compile(
    r"(?:phát (?:triển|điện|thải)|cao cấp|đầu tư|liên doanh|quy hoạch|thu (?:phát|hồi)|chi nhánh|chính xác|doanh nghiệp"
    r"|kinh doanh|thực (?:phẩm|vật)|tổng hợp|tổ hợp|hai thành viên|một thành viên|trong nước|phía "
    r"(?:nam|bắc|đông|tây)|"
    r"trên bờ|ngoài khơi|năng lượng|ra đa|theo công nghệ|cấp (?:nước|thoát|điện)|hoạt (?:hình|tính)"
    r"|(?:xây dựng|thương mại|dịch vụ|sản xuất|du lịch)(?= (?:[-–&] \p{Lu}|và [\p{L}]))|làm (?:mát|sạch)|từ tính"
    r"|bằng gỗ|bên bờ|chuyên dụng|trình diễn|nâng (?:cấp|hạ)|mới|tài chính"
    r"|hành chính|sinh hoạt|nút giao|giao (?:thông|dịch)|công (?:nghiệp hỗ trợ|trình)|an toàn|chính trị|bao gói"
    r"|tổ hợp|nhà ở|chi tiết|cho thuê|bao bì|chủ nghĩa|hoàn chỉnh|nhận dạng|hàng không|không (?:gian|khí|dây"
    r"|nung)|hay thế|lắp (?:ráp|máy|đặt|ghép)|nhập (?:khẩu|ngoại)|lịch sử|đầu (?:máy|mối|kéo|cuối))(?!\p{L})",
    regex.IGNORECASE,
)
_TOKEN = regex.compile(r"[\p{L}\d]+(?:[.&/+'’][\p{L}\d]+)*|[-–—]|[,()\"“”'’]|\S")
_PLACES = frozenset(("TP", "TX", "TT", "Tp", "Tx", "H", "X", "P", "Q"))
_CONNECT = frozenset("và - – — &".split())
_FOREIGN = regex.compile(
    r"(?<![\p{L}\d])\p{Lu}[\p{L}\d&.'’-]*(?: (?:\p{Lu}[\p{L}\d&.'’-]*|&)){0,4},? (?:Inc|Corporation"
    r"|Corp|Co\.?,? ?Ltd|Ltd|Limited|Group|JSC|Holdings?|GmbH|PLC|Plc|LLC|Pte)(?![\p{L}\d])\.?"
)
_BEHIND = [" " + form for form in "Inc Corp Co Ltd Limited Group JSC Holding GmbH PLC Plc LLC Pte".split()]
# "quận Cầu Giấy" is no bridge
_STREET = regex.compile(r"(?<!\p{L})(?i:quận|phường|xã|huyện|đường|phố|ga|chợ|q\.|p\.) $")
_OPENINGS = {form for o in OPENINGS.split("|") for form in (o, o[:1].upper() + o[1:])}
_LITERALS = BytesAhoCorasick(
    list(map(encode, (*_BEHIND, *_OPENINGS, *ACRONYMS.split("|")))),
    matchkind=MatchKind.LeftmostLongest,
    implementation=Implementation.DFA,
)
_KINDS = tuple(kind for kind, _ in HEADS)
_LEGAL = frozenset(
    "tnhh cp cổ phần mtv một thành viên hai tư nhân nhà nước trách nhiệm hữu hạn liên doanh tập đoàn "
    "sx tm dv xd sản xuất xây dựng thương mại dịch vụ đầu tư và phát triển xuất nhập khẩu kinh doanh".split()
)
# Capitals of the legal form alone name nobody ("Công ty Cổ phần", "tổng công ty Nhà nước").
_FORM = frozenset("tnhh cp cổ mtv nhà tập tư trách một liên".split())
# Trades that a firm is named by: no proper name yet, and more of them may follow in small letters
# ("Công ty TNHH MTV Thiết kế và tư vấn công trình", "Công ty CP Khoa học kỹ thuật nông nghiệp Hoa Sen").
_TRADE = regex.compile(
    r"(?:Thiết kế|Khoa học|Tư vấn|Xây dựng|Đầu tư|Thương mại|Sản xuất|Phát triển|Kinh doanh|Dịch vụ|Quản lý|Cơ khí"
    r"|Công nghệ|Kỹ thuật|Xuất nhập khẩu|Vận tải|Chế biến|Năng lượng|Liên doanh)(?!\p{L})"
)
_TRADES = frozenset(
    "khoa học kỹ thuật công nghệ năng lượng xây dựng thương mại sản xuất thiết kế tư vấn công trình giao thông hạ tầng "
    "dịch vụ vận tải xuất nhập khẩu nông lâm nghiệp thủy sản hải hàng không dân dụng thủy lợi cơ khí chế biến "
    "thực phẩm điện tử vật liệu cầu đường môi trường dầu khí du lịch quốc tế kinh doanh phát triển đầu tư "
    "đô thị".split()
)
# A verb and the thing it is done to: the name of the doer has ended.
_DOES = regex.compile(
    r"(?:đầu tư|xây dựng|sản xuất|triển khai|kinh doanh|khởi công|mở rộng|vận hành|quản lý|phát triển"
    r"|làm)(?: (?:xây dựng|và|kinh doanh|hạ tầng))* (?:[Nn]hà máy|[Dd]ự án|[Kk]hu|KCN|CCN|[Cc]ụm|tại"
    r"|chủ|thành công|hạ tầng)(?!\p{L})"
)
_ENDS = regex.compile(
    r"(?:công suất|quy mô|diện tích|chiều dài|động thổ|khánh thành|tổ chức|tính (?:đến|từ|chung|riêng)|phối hợp"
    r"|công bố|cho biết|cung cấp|cung ứng|cổ phần hóa|mở rộng sản xuất|giải quyết|tạo việc|giá trị|thời hạn"
    r"|tiến độ|sản xuất(?: được| ra)? \d|mục "
    r"tiêu|sản lượng|lao động|dự kiến|đăng ký|tọa lạc|đáp ứng|ước|dự ước|uth"
    r"|điều chỉnh|nhà đầu tư|chủ đầu tư|hạ tầng \d"
    r"|giai đoạn \p{L}{4}|\d+ (?:lao động|người|dự án|doanh|giai đoạn|tổ máy))(?!\p{L})",
    regex.IGNORECASE,
)
# Things that may go without a name of their own: "nhà máy tôn mạ màu", but not "cảng biển".
_DESCRIBED = regex.compile(
    r"(?:dự án|da|nhà máy|nm|tổ hợp|dây chuyền|trang trại|trại|khu|trung tâm|phân xưởng|xưởng|nhà ga|đường băng"
    r"|đường cất hạ cánh|kho ngầm)(?!\p{L})",
    regex.IGNORECASE,
)
_PHASE = regex.compile(r"\((?:GĐ|giai đoạn|Giai đoạn|GD|mở rộng|g/đ)[^)]{0,24}\)")
_LAST = regex.compile(r"\d{1,3}(?=\s*[,.;:()]|\s+(?:làm|là|đầu|và|có|đã|sẽ|thi|xây)(?!\p{L}))")
_VOLTAGE = regex.compile(r"\d{2,3}(?:/\d{2,3})? ?k[Vv](?: mạch \d)?(?![\p{L}])")
_MEASURED = regex.compile(
    r"\d{1,2}\s+tháng|\d{1,3}(?:[.,]\d+)+|\d+\s*(?:%|MW|ha|tỷ|tỉ|triệu|tấn|dự án|doanh|m2|m3|km|kV)"
)


# "Công ty CP Đầu tư, xây dựng và thương mại A": what a firm does, listed within its name
_OF_TRADES = regex.compile(
    r" (?:[Xx]ây dựng|[Tt]hương mại|[Dd]ịch vụ|[Ss]ản xuất|[Tt]ư vấn|[Pp]hát triển|[Kk]inh doanh"
    r"|[Dd]u lịch)(?: \p{L}+){0,2}"
    r" (?:và|&) (?:(?:[Xx]ây dựng|[Tt]hương mại|[Dd]ịch vụ|[Ss]ản xuất|[Tt]ư vấn|[Pp]hát triển|[Dd]u lịch)) \p{Lu}"
)
_OF_WORKS = regex.compile(
    r" (?:nâng cấp|mở rộng|cải tạo|kinh doanh|chế biến|xây dựng|lắp đặt|xử lý|lắp ráp)(?!\p{L}) (?!nhà|dự)\p{L}"
)
_ORDINAL = regex.compile(r"thứ (?:nhất|hai|ba|tư|\d{1,2})(?![\d.,/%\p{L}])")
_NUMBER = regex.compile(r" (?:\d{1,2}|I{1,3}|IV|V)(?![\d.,/%\p{L}]|\s+(?:ha|tỷ|MW|triệu|dự))")
_NUMBERED_ZONE = regex.compile(r" số \d{1,2}(?![\d.,/%]|\s+(?:ha|dự|tỷ))(?: \p{Lu}\p{Ll}+){0,3}")
_STEP = regex.compile(r" \d{1,2}(?![\d.,/%])")
_CAPITAL_WITHIN = {n: regex.compile(rf"(?:\s+(?P<low>\p{{Ll}}+)){{0,{n}}}\s+\p{{Lu}}") for n in (2, 3)}
_LISTED = regex.compile(r"\s*(\p{Ll}+)(?:\s+\p{Ll}+){0,3}\s*(?:và|,|tại\s|với\s|của\s|công suất)")


def _called(text: str) -> list[Name]:
    """The airports that a text calls by their own name or initials alone, each with the full name."""
    return [
        Name(start, end, "project", name, True)
        for start, end, name in airports.called(text)
        if not _STREET.search(text, max(0, start - 9), start)
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
        self._aliases = Aliases()

    def find(self, start: int, end: int) -> list[Name]:
        """The names of things in a sentence, in order, none overlapping."""
        heads = self._heads[bisect_left(self._heads, start) : bisect_left(self._heads, end)]
        hinted = bisect_left(self._hints, start) < bisect_left(self._hints, end)
        found = list(_find(self._text, start, end, heads[::-1], hinted)) if heads or hinted else []
        halves = [Name(at, to, "zone", whole, True) for at, to, whole in self._aliases.find(self._text, start, end)]
        for name in found:
            if name.kind == "zone" and name.proper:
                self._aliases.note(name.text)
        halves = [half for half in halves if not any(n.start < half.end and half.start < n.end for n in found)]
        found = sorted([*found, *halves], key=lambda n: n.start) if halves else found
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
        stop, proper = _extend(text, head.end(), end, kind)
        if stop > head.end() and (proper or (kind == "project" and _DESCRIBED.match(head.group()))):
            yield from (n for n in foreign if at <= n.start and n.end <= head.start())
            name = text[head.start() : stop].rstrip(" -–—,")
            made = not proper and _MAKES.match(text, head.start() + len(name), end)
            if made or (len(name) < SORTED and SORT.fullmatch(name)):
                at = head.end()
                continue
            proper = proper or _built(head, stop)
            yield Name(head.start(), head.start() + len(name), kind, name, proper)
            at = max(stop, head.end())
        else:
            yield from (n for n in foreign if at <= n.start and n.end <= head.end())
            at = head.end()


# "Nhà máy chế biến được 60 tấn": what it does, not what it is called
_MAKES = regex.compile(r"(?<=sản xuất|chế biến|làm|lắp ráp) (?:được|ra) (?:khoảng |hơn |gần |trên |chừng )?\d")


def _next_head(text: str, at: int, end: int, starts: list[int]) -> regex.Match[str] | None:
    """The first head noun at or behind a place; ``starts`` holds where its letters stand, the first last."""
    while starts:
        start = starts.pop()
        if start >= at:
            head = HEAD.match(text, start, end)
            if head is not None and not _STREET.search(text, max(0, start - 9), start):
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


def _extend(text: str, at: int, end: int, kind: EntityType) -> tuple[int, bool]:
    """Where the name that opens before ``at`` ends, and whether it holds a proper name."""
    stop, proper, small, capitals, compound, traded = at, False, 0, 0, at, False
    numbered = _NUMBERED_ZONE.match(text, at, end) if kind == "zone" else None
    if numbered is not None:
        return numbered.end(), True
    for token in _TOKEN.finditer(text, at, min(end, at + 200)):
        word, begin = token.group(), token.start()
        low = word.lower()
        if not word[0].isalnum():
            verdict = _punctuation(text, token, kind, end)
            if verdict > 0:
                return verdict, proper or traded
            if verdict < 0:
                break
            continue
        if begin < compound:  # the second word of a pair
            stop = token.end() if word[0].isupper() or stop == token.start() - 1 else stop
            continue
        pair = _COMPOUNDS.match(text, begin, end)
        if pair is not None:
            compound = pair.end()
        if _stops(text, token, kind, proper, small, capitals, pair is not None):
            if kind == "zone" and low == "mở" and text.startswith("mở rộng", begin):
                stop = begin + 7
            break
        if word in _PLACES and proper:
            break  # "KCN Châu Sơn - TP. Phủ Lý"
        if pair is not None and low == "phía" and kind == "zone":
            compound = stop = pair.end()  # "KCN phía Nam"
            proper = True
            continue
        if low in _CONNECT:
            if HEAD.match(text, token.end() + 1, end) and not (traded and not proper):
                break  # but "Công ty Phát triển đô thị và khu công nghiệp A"
            if kind == "project" and stop == at:
                break  # "nhờ lọc hóa dầu và Vĩnh Phúc"
            continue
        if word[0].isupper() or word[0].isdigit():
            voltage = _VOLTAGE.match(text, begin, end) if word[0].isdigit() and kind == "project" else None
            if voltage is not None:  # "Trạm biến áp 110 kV Khoái Châu", "đường dây 500 kV mạch 3"
                compound = stop = voltage.end()
                proper, small, capitals = True, 0, capitals + 1
                continue
            if word[0].isdigit() and text.endswith(("tỉnh ", "lộ "), 0, begin) and not _MEASURED.match(text, begin):
                proper = True  # "Đường tỉnh 376"
            if word[0].isdigit() and kind == "enterprise" and not proper and small > 2 and _LAST.match(text, begin):
                return token.end(), True  # "Công ty xây dựng đường thủy 9"
            if word[0].isdigit() and (not proper or _MEASURED.match(text, begin)):
                break
            capitals += 1
            trade = _TRADE.match(text, begin, end) if kind == "enterprise" and not proper else None
            if trade is not None:
                compound = stop = trade.end()
                traded, small = True, 0
                continue
            proper = proper or (word[0].isupper() and (low not in _FORM or kind != "enterprise"))
            small, stop = 0, token.end()
            continue
        ordinal = _ORDINAL.match(text, begin, end) if low == "thứ" and kind == "project" else None
        if ordinal is not None:  # "nhà máy giấy thứ hai"
            compound = stop = ordinal.end()
            continue
        number = _NUMBER.match(text, token.end(), end) if low == "số" and kind == "project" else None
        if number is not None:  # "Nhà máy điện gió số 5 - Thạnh Hải 1"
            compound = stop = number.end()
            proper = True
            continue
        step = _STEP.match(text, token.end(), end) if low == "bậc" and proper else None
        if step is not None:  # "Thủy điện Bảo Nhai bậc 2"
            compound = stop = step.end()
            continue
        small += 1
        if (
            traded
            and not proper
            and low not in _TRADES
            and not _capital_follows(text, max(token.end(), compound), end, 3)
        ):
            break
        if not _holds(
            text,
            max(token.end(), compound) if kind == "enterprise" else token.end(),
            end,
            kind,
            low,
            proper,
            small,
            capitals,
        ):
            break
        stop = token.end()
    return stop, proper or traded


def _punctuation(text: str, token: regex.Match[str], kind: EntityType, end: int) -> int:
    """What a mark means inside a name: 0 it goes on, -1 it has ended before, else where it ends."""
    mark = token.group()
    if mark in "-–—&":
        head = HEAD.match(text, token.end() + 1, end)
        return -1 if head is not None and text[token.start() - 1].isspace() else 0
    if mark == "(":
        phase = _PHASE.match(text, token.start(), end)
        return phase.end() if phase else -1
    if mark in "\"“”'’" and kind == "enterprise":
        return 0
    if mark == "," and kind == "enterprise" and _OF_TRADES.match(text, token.end(), end):
        return 0
    if mark == "," and kind == "project" and _OF_WORKS.match(text, token.end(), end):
        return 0  # "Dự án cải tạo, nâng cấp đường tỉnh 376"
    if mark == "," and kind == "project" and _lists(text, token.end(), end):
        return 0
    return -1


def _stops(
    text: str, token: regex.Match[str], kind: EntityType, proper: bool, small: int, capitals: int, pair: bool
) -> bool:
    """Whether a name ends before a word."""
    word, begin = token.group(), token.start()
    low = word.lower()
    if low in _CONNECT:
        return False
    if word[0].isupper() and not (word.isupper() and len(word) > 1):
        return bool(proper and _ENDS.match(text, begin))
    if _ENDS.match(text, begin):
        return True
    if (
        kind == "enterprise"
        and word[0].islower()
        and not text.endswith("Đầu tư và ", 0, begin)
        and _DOES.match(text, begin)
    ):
        return True
    if low == "mở":
        return kind == "zone" or (kind == "project" and small > 3) or (kind == "enterprise" and proper)
    if low in _STOPS and not pair:
        return not (low in ("thành", "một", "hai", "mới") and kind == "enterprise" and not proper)
    if low == "đầu" and kind == "project" and proper and capitals > 1:
        return True
    return low in ("tỉnh", "huyện", "xã", "thị", "thành") and word[0].islower() and kind != "enterprise" and proper


def _holds(text: str, at: int, end: int, kind: EntityType, low: str, proper: bool, small: int, capitals: int) -> bool:
    """Whether a name goes on with a word in small letters."""
    if kind == "zone":
        return low in ("mở", "rộng", "giai", "đoạn") and proper
    if kind == "enterprise":
        if not proper:
            return small <= (12 if low in _LEGAL else 8)
        return _capital_follows(text, at, end, 3 if capitals < 3 else 2)
    if capitals <= 1 and proper:
        return small <= 5
    return small <= 9 if not proper else _capital_follows(text, at, end, 2)


def _capital_follows(text: str, at: int, end: int, within: int) -> bool:
    ahead = _CAPITAL_WITHIN[within].match(text, at, end)
    return (
        ahead is not None
        and not _STOPS.intersection(ahead.captures("low"))
        and not HEAD.match(text, ahead.end() - 1, end)
    )


def _lists(text: str, at: int, end: int) -> bool:
    """Whether a comma inside a description goes on with it ("tôn mạ kẽm, tôn mạ màu và ống thép")."""
    ahead = _LISTED.match(text, at, end)
    return ahead is not None and ahead.group(1) not in _STOPS and not _ENDS.match(ahead.group().strip())
