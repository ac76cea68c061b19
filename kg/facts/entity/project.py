"""What a sentence is about behind the name or the description of a project."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import regex

from kg.facts.entity import carry, owner
from kg.facts.entity.thing import Subject, key, strip
from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.text.normalise import fold, fold_pattern

MANY = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:\d|các|những|nhiều|số|lượt|một số|mỗi|thu hút|tổng vốn|hai|ba|bốn|từng|toàn bộ"
        r"|hàng loạt|loạt)\s*$"
    )
)
_COUNTED = regex.compile(fold_pattern(r"(?<![\p{L}])(?:(?<![\d/.])\d{1,2}|các|những|nhiều|hai|ba|bốn|hàng loạt)\s*$"))
_FIRST_OF_MANY = regex.compile(r"dự án (?:Nhà máy|KCN|CCN|Khu|Cụm|Thủy điện|Điện|Trang trại|Tổ hợp|Cảng|Trung tâm) ")
_ITS_OWN = regex.compile(fold_pattern(r" \((?:\d|vốn|tổng|công suất|quy mô|diện tích)"))
_DEICTIC = regex.compile(fold_pattern(r"(?:này|trên|nói trên|đó|ấy)(?![\p{L}])"))
_BARE = regex.compile(fold_pattern(r"(?:nhà máy|dây chuyền|trang trại|dự án|tổ hợp)(?: \p{L}+)?$"))
_NEW_PART = regex.compile(fold_pattern(r"dây chuyền (?:mới|này|thứ hai)$"))
_PART_OF_IT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])gồm (?:\d+|một|hai|ba|bốn|năm|sáu)(?: \p{L}+){0,3}"
        r"(?:(?:,| và) (?:\d+|một|hai|ba|bốn|năm|sáu)(?: \p{L}+){0,3})?\s*$"
    )
)
_LINE = fold_pattern("dây chuyền")
_HAS_LINES = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:có|với|đặt|lắp|lắp đặt|chạy|vận hành|sử dụng) (?:\d{1,2}|một|hai|ba|bốn|năm|sáu)\s*$")
)
_ONLY = " mới"
_BEGINS = tuple(map(fold, ("lắp", "tuyển", "chạy", "đạt", "dùng", "sử dụng", "vận hành", "cần")))
_LISTED = 60  # letters
_SORT = regex.compile(
    fold_pattern(
        r"(?:dự án|da) (?:đầu tư|fdi|trong nước|có vốn|mới|đã|lớn|tăng|nhất)(?: (?:nước ngoài"
        r"|trong nước|trực tiếp|công|mới|lớn))?$"
    )
)
_EPITHET = regex.compile(
    fold_pattern(
        r"(?:dự án|công trình|nhà máy) (?:lớn|trọng điểm|động lực|đầu tiên|duy nhất|quan trọng"
        r"|quy mô)(?![\p{L}])"
    )
)
_PARTS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:gồm|bao gồm|chia thành|chia làm)(?![\p{L}])[^.]{0,60}:"))
_BESIDES = regex.compile(
    fold_pattern(
        r"(?:[^.;]|\.\d){0,200}(?:,|(?<![\p{L}])và)(?: \p{L}+){0,3} (?:đầu tư|xây|mở rộng|khởi công|triển khai)"
        r"[^.;,\d]{0,24}"
    )
)
_ONCE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:khởi đầu|bắt đầu|xuất phát|khởi nghiệp|đi lên|lập nghiệp|tiền thân|vốn|ban đầu)"
        r"(?: (?:bằng|từ|với|là|chỉ|chỉ là))*(?: (?:một|cái|vài))?\s*$"
    )
)
_IN_THIS = regex.compile(fold_pattern(r" (?:tại|ở|trong|của) (?:nhà máy|dự án|xưởng) (?:này|ấy|trên)(?![\p{L}])"))
_AND = regex.compile(
    fold_pattern(r"(?:\s*(?:\([^()]{1,20}\))?,|(?:[^.;()]|\.\d|\([^()]{1,20}\)){0,60}(?<![\p{L}])và)\s*")
)
_AMONG = regex.compile(fold_pattern(r"(?<![\p{L}])(?:các|những) (?:dự án|nhà máy)[^.;:\d]{0,50}(?:,|và|hoặc) *$"))
_NEIGHBOUR = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:nối|kết nối|gần|cạnh|sát|hai bên|dọc|tọa lạc tại|nằm tại|nằm trong|cách|hướng về|nối liền)"
        r"(?: với| từ| giữa| theo| khu vực)*\s*$"
    )
)
_HAULED = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:vận chuyển|chở|đưa|bốc|xuất)(?: \p{L}+){0,3} (?:từ|ra|về|đến|tới|qua)\s*$")
)
OPENING = 200  # letters in which a sentence says that what follows are parts, or the same investor's
_BARE_WORDS = 3  # a longer description tells a plant apart without a name ("nhà máy sản xuất linh kiện camera")
_SHORTEST = 3  # letters of what can be a name
_ONE = (fold_pattern("một "), fold_pattern("thêm "))
_WHERE_IT = regex.compile(fold_pattern(r",? nơi (?![^,.;]*(?:có|rộng))[^,.;]*$"))
_OLD = fold_pattern("nhà máy cũ")
_ALIKE = (fold_pattern("tương tự"), fold_pattern("cùng loại"))


_THIS_IS = regex.compile(fold_pattern(r"\W*(?:đây|đó)(?: cũng| còn| chính)? là (?:một trong những |một )?"))


def of(
    passage: Passage, name: Name, previous: Name | None, between: str, current: Subject | None, state: dict[str, Any]
) -> Subject | None:
    """The subject after the name or description of a project: itself, one told of before that it means, or ``current``.

    ``previous`` is the name before it and ``between`` the words that part them; None where it counts or means many.
    """
    if current is not None and current.kind == "project" and not name.proper and _is_part(passage, name, current):
        return current
    if _aggregate(passage, name) or len(strip(name.text)) < _SHORTEST:
        goes_on = current is not None and current.carried and name.start - passage.sentence.start < _SHORTEST
        return current if goes_on else None  # "Dự án đầu tư xây mới 12 km đường": the one told of before
    tail = passage.folded[name.end : name.end + 10].strip()
    if tail.startswith(_ALIKE) or passage.folded[name.start : name.end] == _OLD:
        return current  # "... mà họ đang làm ở dự án thép tương tự": not what the text is about
    lead = max(passage.sentence.start, name.start - 34), name.start
    if current is not None and current.kind == "project" and _NEIGHBOUR.search(passage.folded, *lead):
        return current  # "dự án A nối với sân bay B", "nằm hai bên tuyến đường B": where it is
    if _HAULED.search(passage.folded, *lead):
        return current  # "chở linh kiện từ cảng A về"
    words = strip(name.text).split()
    if current is not None and current.kind == "enterprise" and not name.proper and _ONCE.search(passage.folded, *lead):
        return current  # "Công ty A khởi đầu bằng một xưởng may 2.500 m2 với 120 lao động"
    this = not name.proper and _THIS_IS.fullmatch(passage.folded, passage.sentence.start, name.start) is not None
    if this or (not name.proper and _IN_THIS.match(passage.folded, name.end)):
        known = carry.recent(state, "project", passage.sentence.line)
        if known is not None:  # "lắp ... tại nhà máy này, đưa công suất lên ...", "Đây là nhà máy thứ ba của B"
            return replace(known, carried=True, line=passage.sentence.line, scope=0)
    if current is not None and current.kind == "zone" and _WHERE_IT.search(passage.folded, current.end, name.start):
        return current  # "CCN A, nơi công ty đặt nhà máy mới, có diện tích 48 ha"
    owned = owner.before(passage, previous, between) or owner.doer(passage, name.start)
    owned = owned or owner.of_several(passage, name.start)
    if (
        owned is None
        and current is not None
        and current.kind == "enterprise"
        and current.carried
        and (name.proper or len(words) > _BARE_WORDS or passage.folded.endswith(_ONE, 0, name.start))
    ):
        owned = current.name if owner.invests(passage, passage.sentence.start, name.start) else None
    if owned is None and current is not None and not current.carried and _BESIDES.fullmatch(between):
        owned = current.owner  # "Công ty A xây nhà máy B và mở rộng nhà máy C"
    if owned is None and current is not None and current.kind == "project" and not current.carried:
        named = previous is not None and previous.kind == "enterprise"  # "nhà máy A của Công ty B và nhà máy C"
        if not named and _AND.fullmatch(between) and owner.behind(passage, name.end, passage.sentence.end) is None:
            owned = current.owner  # "A xây kho B trị giá 133 triệu USD và nhà máy C, trị giá 336 triệu USD"
    open_ = current is None or (current.kind == "enterprise" and current.carried)
    described = current is not None and current.kind == "project" and not current.proper and not current.carried
    alone = previous is None or previous.kind == "zone" or described
    if (
        owned is None
        and (name.proper or len(words) > _BARE_WORDS)
        and (
            ((open_ or described) and alone and owner.firms(passage, name.start)) or owner.its_next(passage, name.start)
        )
    ):
        built = carry.recent(state, "project", passage.sentence.line)
        firm = carry.owner_of(built, carry.recent(state, "enterprise", passage.sentence.line))
        owned = firm.name if firm is not None else None  # "Cuối năm, doanh nghiệp khởi công Nhà máy A"
    subject = Subject(
        strip(name.text), "project", name.start, name.end, owned, line=passage.sentence.line, proper=name.proper
    )
    whole: Subject | None = state.get("whole")
    if (
        whole is not None
        and whole.kind == "project"
        and _PARTS.search(passage.folded, passage.sentence.start, min(name.start, passage.sentence.start + OPENING))
    ):
        place = state.setdefault("places", {}).get(key(whole.name))
        return replace(subject, owner=owned or whole.owner, area=place)  # "Dự án gồm 2 khu: Khu nuôi A ..., Khu B ..."
    if current is not None and current.kind == "project" and _EPITHET.match(passage.folded, name.start):
        return current  # "Tổ hợp điện A, dự án lớn nhất Tây Nguyên, công suất ..."
    if name.proper:
        return subject
    told = carry.recent(state, "project", passage.sentence.line)
    if told is not None and not owned and _EPITHET.match(passage.folded, name.start):
        return replace(told, carried=True, line=passage.sentence.line, scope=0)  # "Đây là dự án lớn nhất tỉnh: 900 MW"
    only = name.text.lower().endswith(_ONLY) and tail.startswith(_BEGINS)  # "nhà máy mới lắp 10 dây chuyền"
    short = _BARE.match(name.text.lower()) if len(words) < 3 else _NEW_PART.match(fold(name.text))
    bare = only or short is not None
    if _DEICTIC.match(tail) or bare:
        known = carry.recent(state, "project", passage.sentence.line)
        if current is not None and current.kind == "project":
            return current
        if known is not None and not owned:
            return replace(known, carried=True, line=passage.sentence.line, scope=0)
    if len(words) < 2 and _worth(passage, name):
        known = carry.recent(state, "project", passage.sentence.line)
        alike = known is not None and words and words[0] in known.name.casefold().split()
        return replace(known, carried=True, line=passage.sentence.line, scope=0) if known and alike else subject
    if len(words) < 2 and not owned and owner.behind(passage, name.end, passage.sentence.end) is None:
        return current
    return subject


def _is_part(passage: Passage, name: Name, current: Subject) -> bool:
    """Whether a description is of the parts of a plant ("nhà máy chiếm 11 ha, gồm ba xưởng may và một xưởng đế")."""
    begin = max(current.end, passage.sentence.start, name.start - _LISTED)
    if passage.folded.startswith(_LINE, name.start) and _HAS_LINES.search(passage.folded, begin, name.start):
        return True  # "Nhà máy A có hai dây chuyền công suất 75.000 tấn/năm"
    return _PART_OF_IT.search(passage.folded, begin, name.start) is not None


def _worth(passage: Passage, name: Name) -> bool:
    """Whether a sum stands right behind a project told by one word ("dự án thép 3 tỷ USD")."""
    return any(q.dimension == "money" and 0 <= q.full_start - name.end <= 1 for q in passage.quantities)


def _aggregate(passage: Passage, name: Name) -> bool:
    """Whether "dự án" here counts or means many."""
    before = passage.folded[max(passage.sentence.start, name.start - 22) : name.start]
    if not name.proper and _AMONG.search(passage.folded, max(passage.sentence.start, name.start - 70), name.start):
        return True  # "những dự án nhà ở rộng dưới 5 ha"
    if name.proper and _FIRST_OF_MANY.match(passage.text, name.start) and _ITS_OWN.match(passage.folded, name.end):
        return False  # "các dự án Nhà máy A (6,5 triệu USD); Nhà máy B (9,5 triệu USD)"
    if name.text[0].islower() and _COUNTED.search(before):
        return True  # "3 sân bay khu vực Tây Bắc"
    if name.proper and not passage.folded[name.start :].startswith(fold_pattern("dự án")):
        return False  # "dây chuyền 2 Nhà máy xi măng Long Sơn"
    return bool(MANY.search(before)) or _SORT.match(passage.folded[name.start : name.end]) is not None
