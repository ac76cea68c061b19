"""Things in lists: an item that states one thing throughout, occupancies of several zones, phases."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import regex

from kg.facts.entity import owner
from kg.facts.entity.thing import Subject, Turn, strip
from kg.facts.place import area_code
from kg.facts.tokens import Passage
from kg.mentions.heads import EntityType
from kg.mentions.names import Name
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_PHASED = r"(?:\s*\((?:[Kk]hu \p{Lu}|GĐ|giai đoạn|Giai đoạn|GD|g/đ|mở rộng)[^)]{0,26}\))?"
_MARK = r"\s*(?P<mark>[-–+*•●▪>]|\(\d{1,2}\)|\d{1,2}(?:\.\d{1,2})?[.)]|\d{1,2}/(?=\s)|[a-zđ]\))\s*"
_MARKED = regex.compile(_MARK)
_BULLET = regex.compile(
    _MARK
    + r"(?P<name>\p{Lu}[^:;,()]{2,80}?"
    + _PHASED
    + r")(?P<rest>(?:\s*\([^)]{2,120}\)|,[^:;]{3,70}|\s[-–]\s[^:;]{3,70})*)\s*:\s"
)
_OTHER = regex.compile(
    r"\s*[-–+*•]?\s*(?:DN|KV|Khu vực|Khối|Theo|Năm|Tháng|Trong|Doanh nghiệp|Quý|Ngành|Vốn|Kinh phí|KP|Lúa"
    r"|Diện tích|Dự toán|DT|Tổng|Số|Sản (?:lượng|phẩm)|Huyện"
    r"|Đến|Tính|Hiện|Toàn|Đã|Có|Riêng|Lũy kế|Luỹ kế|T\d|XK|NK"
    r"|Thuế|Lệ phí|Phí|FDI|DDI|GRDP|IIP|CPI|(?:Thu|Chi)(?= (?:từ|cân đối|nội địa|tiền|thường|đầu tư|NS|ngân|hoạt"
    r"|phí|thuế))"
    r"|TX|TP|Tp|Thị xã|Thành phố|Xã|Phường|Quận|Thị trấn|Ông|Bà|Anh|Chị|PV|Phóng viên|Nhà báo)(?!\p{L})"
)
# Words of a name; one that is only two letters shortens some other word ("Linh kiện ĐT" are goods)
_CAPITALS = regex.compile(r"(?<![\p{L}])(?!\p{Lu}{2}(?!\p{L}))\p{Lu}")
_LETS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:cho thuê|lấp đầy)(?![\p{L}])"))
# "1/ Lốp radial toàn thép - Công ty TNHH A: 460 triệu USD": named by what is made there, beside who builds it
_BUILT_BY = regex.compile(
    r"(?:\s[-–]\s|\s?\()(?:Công ty|CTCP|Cty|Tập đoàn|Tổng công ty|HTX|Hợp tác xã|DNTN|Liên danh)\s\p{Lu}"
)
_TRADED = (" XK", " NK", " xuất khẩu", " nhập khẩu")
_KIND: tuple[tuple[regex.Pattern[str], EntityType], ...] = (
    (regex.compile(r"(?:kcn|ccn|kkt|khu công nghiệp|cụm công nghiệp|khu kinh tế)"), "zone"),
    (regex.compile(r"(?:công ty|ctcp|cty|tập đoàn|tổng công ty|htx|hợp tác xã)"), "enterprise"),
)


_TITLED = regex.compile(r"(?i:tên dự án|tên công trình|dự án|công trình)\s*:\s*")  # "1. Tên dự án: Nhà máy A"


def item(passage: Passage, names: list[Name]) -> Subject | None:
    """The thing that an item of a list is about, which holds to the end of its line; None for other lines."""
    mark = _MARKED.match(passage.text, passage.sentence.start, passage.sentence.end)
    if mark is None:
        return None
    titled = _TITLED.match(passage.text, mark.end(), passage.sentence.end)
    start = titled.end() if titled is not None else mark.end()
    head = (
        names[0] if names and names[0].start - start < 3 and (names[0].proper or names[0].kind == "project") else None
    )
    if head is not None and head.kind != "enterprise":
        return _headed(passage, head)
    told = _colon(passage)
    return _project_of(told, names) if told is not None and told.kind == "enterprise" else told


def _project_of(firm: Subject, names: list[Name]) -> Subject:
    """The project right behind the colon of an item that opens with who builds it ("- Công ty A: nhà máy giấy")."""
    built = next((n for n in names if n.kind == "project" and 0 <= n.start - firm.opened < 3), None)
    if built is None:
        return firm
    name = strip(built.text)
    return Subject(
        name, "project", built.start, built.end, firm.name, line=firm.line, proper=built.proper, opened=firm.opened
    )


def _headed(passage: Passage, head: Name) -> Subject | None:
    """An item that opens with a name: everything on the line is about it."""
    after = passage.text[head.end : head.end + 3]
    if not head.proper and not regex.match(r"\s*[:;,(.–-]|\s(?:của|do)", passage.text[head.end : head.end + 5]):
        return None
    if after[:1].isalpha():
        return None
    name = strip(head.text)
    phased = regex.match(_PHASED, passage.text, pos=head.end)
    stop = phased.end() if phased else head.end
    if phased and phased.group():
        name += passage.text[head.end : stop]
    first = passage.quantities[0].full_start if passage.quantities else passage.sentence.end
    colon = passage.text.find(":", stop, min(first, stop + 160))
    invests = None if head.kind == "enterprise" else owner.in_line(passage, stop)
    return Subject(
        name, head.kind, head.start, stop, invests, line=passage.sentence.line, proper=head.proper, opened=colon + 1
    )


def _colon(passage: Passage) -> Subject | None:
    """An item that opens with a name without a head noun and a colon ("* LNG Bạc Liêu: 3.200 MW, 4 tỷ USD")."""
    match = _BULLET.match(passage.text, passage.sentence.start, passage.sentence.end)
    if match is None:
        return None
    built = _BUILT_BY.match(match["rest"]) is not None and len(match["name"].split()) > 1
    if not any(_of_works(quantity, built) for quantity in passage.quantities):
        return None
    start, stop = match.span("name")
    if any(
        area_code(w, None) is not None and w.start - start < 3 and stop - w.end < 3
        for w in passage.tokens
        if isinstance(w, Word)
    ):
        return None
    words = [t for t in passage.tokens if isinstance(t, Word) and start <= t.start and t.end <= stop]
    labels = [label for word in words for label in word.labels]
    alone = match["name"].split(" của ")[0]  # what it is called without its owner
    branches = () if built or len(_CAPITALS.findall(alone)) > _CALLED_SO else ("sector",)
    if any(
        label.concept.scheme in ("code/investor", "code/flow")
        or label.concept.scheme in branches
        or (label.concept.scheme == "indicator" and label.kind != "context")
        for label in labels
    ):
        return None
    name = match["name"].strip()
    if _TO_MARKET.match(name):
        return None  # "+ Sang Hoa Kỳ: 391 tr.USD"
    if name.endswith(_TRADED):
        return None  # "Thanh long XK: 41.300 tấn/29 tr.USD"
    if _OTHER.match(name) or (len(_CAPITALS.findall(name)) < 2 and not built):
        return None
    low = name.lower()
    kind: EntityType = next((k for pattern, k in _KIND if pattern.match(low)), "project")
    if kind == "project" and _LETS.search(passage.folded, match.end(), passage.sentence.end):
        kind = "zone"  # "- Linh Trung III: 203,8 ha; đã cho thuê 125,7 ha"
    invests = None if kind == "enterprise" else owner.in_line(passage, stop)
    return Subject(strip(name), kind, start, stop, invests, line=passage.sentence.line, opened=match.end())


_TO_MARKET = regex.compile(r"(?:[Xx]uất (?:khẩu )?|XK )?(?:[Ss]ang|[Đđ]i|[Vv]ào|[Tt]ừ|[Tt]hị trường) ")


def _of_works(quantity: Quantity, built: bool) -> bool:
    """Whether a number is one of a plant: power, land, money, or so much a time; "640 tỷ" where it says who builds."""
    told = quantity.dimension in ("power", "money", "area") or "/" in (quantity.unit or "")
    return told or (built and quantity.dimension == "bare" and quantity.value >= _A_BILLION)


_A_BILLION = 10**9
_CALLED_SO = 2  # capitals of a branch; more are a name ("Dệt nhuộm Kim Jin Vina")
_BRACKETED = regex.compile(
    r"(?<=(?:gồm|:|,|;|và|là|(?:các|\d) (?:KCN|CCN|khu công nghiệp|cụm công nghiệp))\s)"
    r"(?P<name>\p{Lu}[\p{L}\d]*(?:[ -]+(?:\p{Lu}[\p{L}\d]*|\d{1,2}|mở "
    r"rộng))*)\s*\((?=[^)]{0,30}\d)"
)
_SEVERAL = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?P<project>dự án|nhà máy|thủy điện|điện gió|điện mặt trời|trang trại)"
        r"|(?P<zone>kcn|ccn|khu công nghiệp|cụm công nghiệp))(?![\p{L}])"
    )
)

# "3 khu công nghiệp đang hoạt động là Mỹ Tho (79 ha) và Yên Mỹ (350 ha)", "2 KCN Hạ Hòa (400 ha) và Tam Nông (350 ha)":
# zones that are called like the town
_ZONES_ARE = regex.compile(
    fold_pattern(
        r"(?:(?<![\p{L}])(?:kcn|ccn|khu công nghiệp|cụm công nghiệp)(?: (?!tại|ở|thuộc)\p{L}+){0,5}(?: là|\s*:)"
        r"|(?<![\p{L}\d,.])(?:các|\d+|hai|ba|bốn|năm) (?:kcn|ccn|khu công nghiệp|cụm công nghiệp))\s*"
        r"(?:[\p{L}\d ]{2,30} \([^()]{1,40}\)\s*(?:,|;|và|, và)\s*)*$"
    )
)
_SIZE_BEHIND = regex.compile(r"\s*\(\d")


def is_zone(passage: Passage, start: int, end: int) -> bool:
    """Whether the name of a place opens a list of zones, one of which is called so."""
    sized = _SIZE_BEHIND.match(passage.text, end) is not None
    return sized and _ZONES_ARE.search(passage.folded, max(passage.sentence.start, start - 160), start) is not None


def bracketed(passage: Passage, names: list[Name]) -> list[Name]:
    """Things of a list without head nouns of their own: "hai dự án gồm A 1 (49 MWp) và A 2 (60 MWp)"."""
    if "(" not in passage.text[passage.sentence.start : passage.sentence.end]:
        return []
    found: list[Name] = []
    for match in _BRACKETED.finditer(passage.text, passage.sentence.start, passage.sentence.end):
        start, end = match.span("name")
        first = next((q for q in passage.quantities if q.start >= match.end()), None)
        if (
            first is None
            or first.full_start - match.end() > 12
            or (first.dimension not in ("power", "area") and "/" not in (first.unit or ""))
        ):
            continue
        if any(n.start < end and start < n.end for n in names):
            continue
        if not is_zone(passage, start, end) and any(
            isinstance(w, Word) and w.start == start and w.end == end and area_code(w, None) for w in passage.tokens
        ):
            continue
        several = next(reversed(list(_SEVERAL.finditer(passage.folded, passage.sentence.start, start))), None)
        if several is not None:
            found.append(Name(start, end, "project" if several["project"] else "zone", match["name"], True))
    return found


# A list of projects told by what they make: "...; sản xuất linh kiện ô tô của Công ty ..."
_MADE = regex.compile(
    r"(?:[;:,.]\s|(?<=[-+*•]\s))(?P<what>(?:[Ss]ản xuất|[Cc]hế biến|[Ll]ắp ráp|[Cc]hế tạo|[Gg]ia công"
    r"|[Kk]ho|[Nn]uôi|[Tt]rồng|[Mm]ay)[^;:,.()]{3,70}?(?:\s\((?:GĐ|[Gg]iai đoạn)\s?\d\))?)\s+(?:của|do)\s*$"
)


def made(passage: Passage, name: Name) -> tuple[str, int] | None:
    """What a company's project makes, where a list names it so, with the place of the words."""
    begin = max(passage.sentence.start, name.start - 110)
    if not _OF.search(passage.text[max(begin, name.start - 5) : name.start]):
        return None
    match = _MADE.search(passage.text, begin, name.start)
    return (match["what"].strip(), match.start("what")) if match else None


_FULL = regex.compile(fold_pattern(r"(?:lấp|phủ) (?:đầy|kín)"))
# "lấp kín 100% KCN A", "lấp đầy 85% diện tích khu công nghiệp B"
_TO_FILL = regex.compile(fold_pattern(r"(?:lấp|phủ) (?:đầy|kín)(?: (?:được|tới|trên|hơn|gần|khoảng|ít nhất))*\s*$"))
_ZONE_BEHIND = regex.compile(
    r"%?\s*(?:(?:tổng )?(?:diện tích|đất|mặt bằng)(?: công nghiệp)?\s)?(?:(?:của|tại|ở)\s)?"
    r"(?P<name>(?:KCN|CCN|[Kk]hu công nghiệp|[Cc]ụm công nghiệp)\s\p{Lu}[\p{L}\d]*(?: (?:\p{Lu}[\p{L}\d]*|\d{1,2}))*)"
)
_COUNTED_ZONES = regex.compile(
    fold_pattern(r"(?:\d+|hai|ba|bốn|năm|các)\s+(?:kcn|ccn|khu công nghiệp|cụm công nghiệp)[^.;()]{0,60}$")
)
_NAME_OF_ZONE = regex.compile(
    r"\p{Lu}[\p{L}\d]*(?:[ -]+(?:-\s+)?(?:\p{Lu}[\p{L}\d]*|\d+|mở rộng|giai đoạn \d))*(?:\s*\((?:GĐ|giai đoạn)[^)]*\))?"
)


def occupied(passage: Passage, index: int) -> list[str]:
    """The zones of a list of occupancies: "03 KCN lấp đầy 100% (A, B, C)", "lấp đầy trên 90% (A 93,5%, B 95,3%)"."""
    quantity = passage.quantities[index]
    if quantity.dimension != "percent" or not _FULL.search(passage.folded, passage.sentence.start, quantity.start):
        return []
    text, folded = passage.text, passage.folded
    filled = _ZONE_BEHIND.match(text, quantity.full_end) if _TO_FILL.search(folded, *passage.gap(index)) else None
    if filled is not None:
        return [filled["name"]]
    opened = folded.rfind("(", passage.sentence.start, quantity.start)
    if (
        opened >= 0
        and ")" not in folded[opened : quantity.start]
        and _COUNTED_ZONES.search(folded[passage.sentence.start : opened])
    ):
        start, _ = passage.gap(index)
        name = _NAME_OF_ZONE.search(text, max(start, opened), quantity.full_start)
        return [name.group()] if name else []
    together = _together(passage, index)
    if together:
        return together
    clause = folded[passage.sentence.start : quantity.full_start]
    if _COUNTED_ZONES.search(clause):
        bracket = regex.match(r"\s*\(([^()%]{3,300})\)", text, pos=quantity.full_end)
        if bracket is None:
            return []
        names = [n.strip() for n in regex.split(r",|;|\svà\s", bracket[1])]
        return [n for n in names if _NAME_OF_ZONE.fullmatch(n)]
    return []


# "Hai KCN A và B đều lấp đầy 100%", "KCN A, B lần lượt lấp đầy 93% và 81,5%", "KCN A (79 ha) và B (197 ha) đã lấp đầy"
_CALLED = r"\p{Lu}[\p{L}\d]*(?: (?:\p{Lu}[\p{L}\d]*|\d{1,2}))*"
_SIZED = r"(?:\s\([^()]{2,30}\))?"
_SIDE_BY_SIDE = regex.compile(
    rf"(?P<head>KCN|CCN|[Kk]hu công nghiệp|[Cc]ụm công nghiệp)\s(?P<name>{_CALLED}){_SIZED}"
    rf"(?:,\s(?P<name>{_CALLED}){_SIZED})*"
    rf"(?:\svà\s|,\svà\s)(?:(?P=head)\s)?(?P<name>{_CALLED}){_SIZED}"
    r"(?:\s(?:của|ở|thuộc)\s[^,;.\d]{3,24}?)?"
    r"\s(?:(?:nay|hiện|đến nay|cùng|cũng|đã|được|có tỷ lệ|đạt tỷ lệ)\s)*(?P<how>đều|lần lượt|tương ứng)?\s?"
    r"(?:(?:đã|được|có tỷ lệ|đạt tỷ lệ)\s)*lấp đầy(?:\s(?:(?P<how>lần lượt|tương ứng)|là|đạt|tới|trên|khoảng|hơn|gần))*"
    r"\s*$"
)
# "Tỷ lệ lấp đầy KCN A, KCN B lần lượt 100% và 94,6%"
_SIDE_BEHIND = regex.compile(
    rf"[Ll]ấp đầy\s(?:(?:của|tại|ở|các)\s)*(?P<head>KCN|CCN|[Kk]hu công nghiệp|[Cc]ụm công nghiệp)\s(?P<name>{_CALLED})"
    rf"(?:,\s(?:(?P=head)\s)?(?P<name>{_CALLED}))*"
    rf"(?:,|,?\svà)\s(?:(?P=head)\s)?(?P<name>{_CALLED})"
    r"\s(?:(?:đã|hiện|ước|đạt|là|được)\s)*(?P<how>lần lượt|tương ứng)"
    r"(?:\s(?:là|đạt|tới|trên|khoảng|hơn|gần|ở mức))*\s*$"
)


def _together(passage: Passage, index: int) -> list[str]:
    """The zones named side by side that share an occupancy, or the one of them whose turn it is."""
    first = next(i for i, q in enumerate(passage.quantities) if q.dimension == "percent")
    told = _SIDE_BY_SIDE.search(passage.text, passage.sentence.start, passage.quantities[first].start)
    told = told or _SIDE_BEHIND.search(passage.text, passage.sentence.start, passage.quantities[first].start)
    if told is None:
        return []
    names = [f"{told['head']} {name}" for name in told.captures("name")]
    if told["how"] == "đều" or (told["how"] is None and _side_by_side(passage, first) < len(names)):
        return names if index == first else []
    turn = index - first
    return (
        names[turn : turn + 1] if all(q.dimension == "percent" for q in passage.quantities[first : index + 1]) else []
    )


def _side_by_side(passage: Passage, first: int) -> int:
    """How many values stand side by side from the first one on ("90% và 45%")."""
    count = 1
    for last, then in pairwise(passage.quantities[first:]):
        if not _AND.fullmatch(passage.folded, last.full_end, then.full_start):
            break
        count += 1
    return count


_AND = regex.compile(fold_pattern(r"\s*(?:,|;|và|, và)\s*"))
_PHASES = regex.compile(fold_pattern(r"(?<![\d.,])(?P<n>0?[2-9])\s+(?:giai đoạn|gđ)(?![\p{L}\d]|\s*\d)"))

_OF = regex.compile(r"(?:của|do)\s*$")
_PHASE_MARKS = (fold_pattern("giai đoạn"), "gđ")


_SOME_PHASES = regex.compile(fold_pattern(r"[2-9]\s+(?:giai đoạn|gđ)"))


def placeless(folded: str) -> bool:
    """Whether a text may have figures that need no place: how full zones of a list are, in how many phases a thing is
    built.
    """
    return _FULL.search(folded) is not None or _SOME_PHASES.search(folded) is not None


def phased(folded: str, start: int, end: int) -> bool:
    """Whether a stretch counts phases."""
    marked = any(folded.find(mark, start, end) >= 0 for mark in _PHASE_MARKS)
    return marked and _PHASES.search(folded, start, end) is not None


def phases(passage: Passage, turns: list[Turn]) -> Iterator[tuple[int, int, Decimal, Subject]]:
    """How many phases a thing has: where the digits stand, their value, and the thing."""
    start, end = passage.sentence.start, passage.sentence.end
    if not turns or not phased(passage.folded, start, end):
        return
    for match in _PHASES.finditer(passage.folded, start, end):
        subject = next((s for at, s in reversed(turns) if at <= match.start()), None)
        if (
            subject is not None
            and subject.kind in ("project", "zone")
            and (subject.carried or match.start() - subject.end < 300)
        ):
            yield match.start("n"), match.end("n"), Decimal(int(match["n"])), subject
