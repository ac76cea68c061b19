"""What a number states of a thing: its capacity, capital, land, workers; told by the words before it and its unit."""

from __future__ import annotations

import regex

from kg.facts.entity import money, rates, words
from kg.facts.entity.land import FROM, GROWS, full, land
from kg.facts.entity.thing import Found, Subject
from kg.facts.tokens import Passage
from kg.facts.unnamed import unnamed
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern
from kg.text.segment import ITEMS

_OF_ITS_OWN = words.told(r"vốn (?:chủ sở hữu|tự có|điều lệ|đối ứng)")  # a part of what is invested
_LONGEST_GAP, _LEADING = 180, 40
_MANY = 1000  # pieces a year: fewer are told with their unit


def many(passage: Passage, index: int, subject: Subject) -> bool:
    """Whether a number counts projects or places, so that those after it are of several things together."""
    quantity = passage.quantities[index]
    if quantity.dimension not in ("count-project", "count-enterprise", "count-zone"):
        return False
    if subject.kind == "zone" and quantity.dimension != "count-zone":
        begins = max(passage.gap(index)[0], subject.start, subject.opened if subject.carried else 0)
        gap = passage.folded[begins : quantity.full_start].rpartition(";")[2]
        return bool(words.ALL.search(gap)) or not (
            len(gap) < 70
            and words.TENANTS.search(passage.folded[quantity.full_end - 14 : quantity.full_end] + " " + gap)
        )
    return True


def of(passage: Passage, index: int, subject: Subject, before: str | None) -> Found | None:
    """The attribute that a number states of the subject, or None where it states nothing of ours.

    ``before`` is the attribute of the number before, where that one was the same subject's.
    """
    quantity = passage.quantities[index]
    start, _ = passage.gap(index)
    low = max(
        start,
        max(passage.sentence.start, subject.opened) if subject.carried else min(subject.begins, quantity.full_start),
    )
    whose = list(_WHOSE.finditer(passage.folded, low, quantity.full_start))
    low = whose[-1].end() if whose else low
    gap = _TRADE_OF.sub("", unnamed(passage, low, quantity.full_start))
    clause = gap.rpartition(";")[2]
    if (
        len(gap) > _LONGEST_GAP
        or words.NOT_OURS.search(clause)
        or _OF_ITS_OWN.search(clause)
        or words.ALL.search(clause)
        or _of_area(clause)
        or words.NOT_AFTER.match(passage.folded[quantity.full_end : quantity.full_end + 30].lstrip())
    ):
        return None
    found = _named(passage, index, quantity, subject, gap, before)
    if found is None or _elsewhere(passage, quantity.full_start - len(clause), quantity, found.name):
        return None
    return found


# "Nhà máy sợi của Công ty A (vốn trong nước), vốn 1.250 tỷ đồng": whose money it is, not how much
_WHOSE = regex.compile(fold_pattern(r"\((?:100% )?vốn(?: đầu tư)?(?: (?:của|từ))? (?!là )[\p{L} ]{2,30}\)"))
_TRADE_OF = regex.compile(
    fold_pattern(r",? chuyên [^,;.\d]{3,40},")
)  # "Công ty A, chuyên giày xuất khẩu, có 9.300 ..."


def kept(passage: Passage, index: int, subject: Subject) -> bool:
    """Whether money is the thing's own, though no attribute of ours ("Dự án A đã giải ngân 40 triệu USD")."""
    quantity = passage.quantities[index]
    low = max(passage.gap(index)[0], passage.sentence.start if subject.carried else subject.begins)
    gap = passage.folded[low : quantity.full_start]
    if quantity.dimension != "money" or subject.kind == "zone" or len(gap) > _LEADING or words.ALL.search(gap):
        return False
    return _SPENT.search(gap) is not None and not _of_area(gap)


_SPENT = regex.compile(fold_pattern(r"(?<![\p{L}])giải ngân(?: (?:được|khoảng|hơn|gần|trên))*\s*$"))


def _of_area(gap: str) -> bool:
    """Whether a gap tells of all that is in an area, rather than of where the thing stands."""
    told = words.IN_AREA.search(gap)
    return told is not None and words.STANDS.fullmatch(gap[: told.start()]) is None


def _elsewhere(passage: Passage, start: int, quantity: Quantity, name: str) -> bool:
    """Whether an indicator of areas stands between, which the number states instead."""
    shared = words.SHARED.get(name)
    for token in passage.between(start, quantity.full_start):
        if isinstance(token, Word):
            label = token.of("indicator")
            if (
                label is not None
                and label.kind != "context"
                and not label.concept.code.startswith("zone-")
                and not (
                    label.concept.code in _ZONES and name != "projects"
                )  # "..., cùng khu công nghiệp trên, do ..."
                and (shared is not None and label.concept.code not in shared)
            ):
                return True
    return False


_IN_ROW = regex.compile(fold_pattern(r"[/|]\s*(?:(?:mới|chỉ|đã|gần|hơn|khoảng|đạt) )*$"))
_ZONES = ("industrial-zones", "industrial-clusters")
_OF_WORKS = ("investment-capital", "additional-capital", "land-area", "capacity")


def _named(
    passage: Passage, index: int, quantity: Quantity, subject: Subject, gap: str, before: str | None
) -> Found | None:
    dimension, unit = quantity.dimension, quantity.unit or ""
    this = _this_one(passage, quantity, subject, gap)
    if this is not None:
        return Found(this, rates.rate_of(passage, quantity) if this == "capacity" else None)
    if before in ("employees", "capacity") and words.THIS_RATE.search(gap):
        return Found(
            before, rates.same_rate(passage, index) if before == "capacity" else None
        )  # "con số này sẽ lên 2.600"
    in_row = subject.kind == "zone" and _IN_ROW.search(gap) is not None  # "KCN A: 160 ha / 72% / 40 DA / 9.000 người"
    if in_row and dimension == "percent":
        return Found("occupancy", None)
    if in_row and dimension == "count-person" and "/" not in unit:
        return Found("employees", None)
    if dimension == "percent":
        return Found("occupancy", None) if subject.kind == "zone" and full(passage, index, gap, before) else None
    field = gap.rstrip()[-1:] in ("-", ";", ":") and passage.sentence.level in ITEMS  # "...; 14,5 triệu lốp/năm; ..."
    if dimension == "bare" and subject.kind == "project" and (made := _bare_range(passage, index, gap, before)):
        return Found("capacity", made)
    if dimension == "bare" and subject.kind == "project" and (words.MAKES.search(gap) or field):
        per = words.RATE_BEHIND.match(passage.folded, quantity.full_end, quantity.full_end + 30)
        return Found("capacity", f"piece/{words.TIMES[per['time']]}") if per else None  # "công suất 2,4 triệu lốp/năm"
    if dimension == "bare" and subject.kind == "project" and words.OUTPUT.search(gap) and quantity.value >= _MANY:
        per = words.RATE_AHEAD.search(
            passage.folded, max(passage.sentence.start, quantity.full_start - 60), quantity.full_start
        )
        if per is not None:  # "mỗi năm nhà máy cho ra 45 triệu mô-đun camera"
            return Found("capacity", f"piece/{words.TIMES[per['time']]}")
    if dimension in ("money", "bare"):
        return money.of(passage, index, quantity, subject, gap, before)
    if dimension == "power":
        return (
            None
            if words.EACH.search(gap) or (words.RISES.search(gap) and not words.UP_TO.search(gap))
            else Found("capacity", None)
        )
    if dimension == "count-person" and before == "employees" and _MORE_STAFF.search(gap) and "/" not in unit:
        return Found("employees", None)
    if subject.kind == "enterprise" and dimension == "count-person" and _WANTED.search(gap):
        return None  # "Công ty A thông báo tuyển 450 công nhân"
    if dimension in ("count-person", "count-job"):
        staffed = words.STAFFED.search(quantity.noun) or words.STAFF.search(gap[-50:]) or _RUN_BY.search(gap)
        staffed = staffed or _RUNS_IT.match(passage.folded, quantity.full_end)
        by_those = staffed is not None or _alone_of_staff(passage, index, gap)
        rises = words.RISES.search(gap[-14:]) and not _GREW_TO.search(gap)
        if by_those and not rises and "/" not in unit:
            return Found("employees", None)
    if dimension in ("count-project", "count-enterprise"):
        return Found("projects", None) if subject.kind == "zone" else None
    rate = rates.rate_of(passage, quantity) or rates.shared_rate(passage, index)
    if dimension == "energy":
        return Found("annual-output", rate) if rate or words.GENERATED.search(gap) else None
    if rate and dimension in ("count-visit", "count-person"):
        rate = rate.replace("visit/", "person/")
    if dimension in ("mass", "volume") and not gap.strip(" (") and _STORES.match(subject.name.casefold()):
        return Found("capacity", rate)  # "Kho lạnh A 20.000 tấn"
    if dimension in words.GOODS and before == "capacity" and GROWS.fullmatch(gap):
        return Found("capacity", rate)  # "công suất từ 18.000 tấn lên 30.000 tấn/năm"
    if dimension in words.GOODS and before == "annual-output" and _PLANNED_OUTPUT.search(gap):
        return Found("annual-output", rate)  # "xuất xưởng 31.000 tấn ...; kế hoạch năm 2019 là 38.000 tấn"
    if dimension == "area" and _ITS_LAND.search(gap):
        return Found("land-area", unit.partition("/")[0])  # "trải trên diện tích 372 ha mỗi năm cho 515 triệu kWh"
    if dimension in words.GOODS and not words.NOT_MADE.search(gap[-60:]):
        lead = _lead(passage, index, subject) + gap
        if rate is None and rates.of_travellers(quantity, subject, lead):
            return Found("capacity", "person/year")  # "nâng công suất sân bay A lên 8 triệu hành khách"
        if rate is None and "/" not in unit and _made_in_year(passage, subject, lead):
            return Found("annual-output", None)
        goods = rates.of_goods(quantity, subject, lead, rate)
        if goods is not None:
            return goods
    if dimension in ("area", "area2") and not rate and "/" not in unit:
        held = land(passage, quantity, subject, gap, before)
        return Found(held, None) if held is not None else None
    if (
        dimension == "length"
        and subject.kind == "project"
        and not _NO_LENGTH.match(subject.name.casefold())
        and not rate
        and (
            words.LONG.search(gap[-40:])
            or _NEW_ROAD.search(gap)
            or (gap.rstrip()[-1:] == "|" and _ROAD.match(subject.name))
        )
        and "/" not in unit
    ):
        return Found("length", None)
    return None


def _alone_of_staff(passage: Passage, index: int, gap: str) -> bool:
    """Whether people are of the workers told before ("các KCN sử dụng 152.300 lao động, riêng KCN A 38.600 người")."""
    if index == 0 or not _FEW_WORDS.fullmatch(gap):
        return False
    before = passage.quantities[index - 1]
    return before.dimension == "count-person" and words.STAFFED.search(before.noun) is not None


_FEW_WORDS = regex.compile(fold_pattern(r"\s*(?:\([^()]{2,40}\) )?(?:có|là|với|chiếm|khoảng|hơn|gần|đã|tới|\s)*"))


def _bare_range(passage: Passage, index: int, gap: str, before: str | None) -> str | None:
    """The unit of a capacity in things that have no unit of ours ("từ 9 triệu lên 15 triệu chi tiết mỗi năm")."""
    quantities = passage.quantities
    raised = before == "capacity" and GROWS.fullmatch(gap)
    opens = words.POWERED.search(gap) and FROM.search(gap) and index + 1 < len(quantities)
    last = quantities[index + bool(opens)] if raised or opens else None
    if last is None or last.dimension != "bare":
        return None
    per = words.RATE_BEHIND.match(passage.folded, last.full_end, last.full_end + 30)
    return f"piece/{words.TIMES[per['time']]}" if per else None


_ITS_LAND = regex.compile(fold_pattern(r"(?<![\p{L}])(?:trên|có|với|tổng) (?:tổng )?diện tích(?: đất)?\s*$"))
_GREW_TO = regex.compile(fold_pattern(r"(?<![\p{L}])tăng (?:lên|tới|đến)(?: (?:tới|đến|thành))?\s*$"))
_PLANNED_OUTPUT = regex.compile(
    fold_pattern(
        r"[,;] (?:còn )?(?:năm (?:nay|tới|\d{4}) )?(?:kế hoạch|mục tiêu|chỉ tiêu)(?: (?:của )?(?:năm (?:nay|tới"
        r"|\d{4})))?"
        r" (?:là|đạt|tăng lên|nâng lên)\s*$"
    )
)
_NEW_ROAD = regex.compile(  # "Dự án đầu tư xây dựng mới 16,4 km đường"
    fold_pattern(
        r"(?<![\p{L}])(?:xây dựng mới|xây mới|làm mới|mở mới|nâng cấp|cải tạo)(?: (?:khoảng|hơn"
        r"|gần|trên))*\s*$"
    )
)
_ROAD = regex.compile(r"(?:[Đđ]ường|[Tt]uyến|[Cc]ao tốc|[Cc]ầu|[Kk]ênh|[Đđ]ê)(?!\p{L})")
_NO_LENGTH = regex.compile(r"(?:nhà máy|trang trại|dây chuyền|xưởng)(?!\p{L})")  # of a road told behind the plant


def _this_one(passage: Passage, quantity: Quantity, subject: Subject, gap: str) -> str | None:
    """What a number says that stands between a noun that points back and its "này" ("Dự án 450 tỷ đồng này ...")."""
    if not subject.carried or _NOUN.fullmatch(gap) is None or not _THIS.match(passage.folded, quantity.full_end):
        return None
    if quantity.dimension == "money":
        return "investment-capital"
    if quantity.dimension == "area":
        return "land-area"
    return "capacity" if quantity.dimension == "power" or "/" in (quantity.unit or "") else None


_NOUN = regex.compile(
    fold_pattern(
        r"(?:.*[,:] )?\W*(?:dự án|nhà máy|công trình|tổ hợp|xưởng|khu công nghiệp|cụm công nghiệp|kcn|ccn|khu|cụm)\s*"
    )
)
_THIS = regex.compile(fold_pattern(r"(?: \p{L}+){0,2} (?:này|ấy|nói trên)(?![\p{L}])"))


# "hiện có 385 công nhân, ... sẽ cần 530 người"
_MORE_STAFF = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:sẽ|phải|nâng|tăng)(?: \p{L}+){0,2} (?:cần|là|lên|có|tuyển)(?: (?:thêm|tới|đến))?\s*$"
        r"|(?<![\p{L}])(?:nay|(?:bây )?giờ|hiện|mới|mà mới|vẫn)(?: (?:chỉ|vẫn|còn|đã))* (?:giữ|còn|có|tuyển|được"
        r"|là|lên)"
        r"(?: được| lại| tới| đến)?\s*$"
        r"|(?<![\p{L}])(?:dự kiến|dự tính|dự định|kế hoạch)[^,;.\d]{0,24} (?:lên|là|có|tuyển)(?: (?:tới|đến))?\s*$"
    )
)
_WANTED = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:thông báo|đăng|treo biển|đang)(?: tin)? tuyển(?: dụng| thêm)*\s*$")
)
_RUNS_IT = regex.compile(fold_pattern(r"\s*(?:vận hành|đứng máy|trực vận hành)(?![\p{L}])"))
_RUN_BY = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])nhà máy tuyển(?: được)?\s*$|(?<![\p{L}])(?:sử dụng|dùng|cần|tuyển dụng"
        r"|tuyển|(?:doanh nghiệp|công ty|nhà máy)(?: chỉ)? còn)\s*$"
        r"|(?<![\p{L}])(?:vận hành"
        r"|tuyển(?: dụng)?)[^,;]{0,24} cần(?: (?:thêm|khoảng|hơn|gần|tới))*\s*$"
    )
)


def _made_in_year(passage: Passage, subject: Subject, gap: str) -> bool:
    """Whether a sentence opens with a year and tells what was made in it ("Năm 2018, Công ty A sản xuất ...")."""
    if subject.kind == "zone":
        return False
    if _ITS_OUTPUT.search(gap):
        return True
    if not _MADE.search(gap) or words.OF_AREA.match(gap):
        return False
    if _YEAR_TOLD.search(gap):
        return True  # "bà A kể năm 2016 hợp tác xã mới bán được 3.200 tấn rau"
    return _YEAR.match(passage.folded, passage.sentence.start, passage.sentence.end) is not None


_MADE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:sản xuất|đạt sản lượng|sản lượng(?: \p{L}+){0,4} đạt"
        r"|sản lượng (?:của )?(?:cả )?năm (?:\d{4}|ngoái|trước) (?:chỉ|mới|là)|ra lò|xuất xưởng"
        r"|khai thác|chế biến|làm ra)"
        r"(?: (?:được|ra|đạt|khoảng|hơn|gần|trên))*\s*$"
    )
)
# "sản lượng gạch của nhà máy năm 2019 dự kiến ..."; before a name, "sản lượng gạch của" and behind it "đạt"
_ITS_OUTPUT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])sản lượng(?: \p{L}+){0,4}? (?:của (?:(?:công ty|nhà máy|doanh nghiệp|đơn vị|hợp tác xã|xưởng)"
        r"(?! (?:trong|trên|fdi|ở các|tại các))|(?= *(?:,|(?:ở|tại|năm|đạt|ước|là|dự kiến)(?![\p{L}]))))"
        r"|nhà máy)[^;.]{0,60}?"
        r"(?<![\p{L}])(?:đạt|là|dự kiến|ước|sẽ|mới|chỉ|lên)"
        r"(?: (?:đạt|là|được|tới|đến|khoảng|hơn|gần|trên|sẽ|lên|ước|chỉ|mới))*\s*$"
    )
)
_YEAR = regex.compile(
    fold_pattern(
        r"\W*(?:[^:,.;\d]{3,24}: )?(?:(?:theo kế hoạch|dự kiến),? )?(?:trong )?"
        r"(?:năm|niên vụ|\d{1,2} tháng|quý)\s[^,]{1,24},?\s"
    )
)


_YEAR_TOLD = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:năm|niên vụ) [\d-]{4,9}|\d{1,2} tháng(?: đầu năm)?(?: (?:năm )?(?:\d{4}|nay))?"
        r"|(?:kế hoạch )?cả năm),? (?:công ty|doanh nghiệp|đơn vị|nhà máy|hợp tác xã)(?![\p{L}])"
        r"|(?<![\p{L}])sản lượng (?:của )?(?:cả )?năm (?:\d{4}|ngoái|trước)(?![\p{L}\d])"
    )
)


_STORES = regex.compile(r"(?:tổng )?kho|bồn|bể|silo|cảng|hồ chứa")


def _lead(passage: Passage, index: int, subject: Subject) -> str:
    """The words before a subject's name that say what is told of it ("nâng công suất sân bay A lên ...")."""
    if subject.carried or subject.start < passage.gap(index)[0]:
        return ""
    start = max(passage.gap(index)[0], subject.start - _LEADING)
    return passage.folded[start : subject.start].rpartition(",")[2]
