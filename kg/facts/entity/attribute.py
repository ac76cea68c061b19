"""What a number states of a thing: its capacity, capital, land, workers; told by the words before it and its unit."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from kg.facts.entity import words
from kg.facts.entity.land import FROM, GROWS, bare, full, land
from kg.facts.entity.thing import Subject, carries
from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern


@dataclass(frozen=True, slots=True)
class Found:
    """An attribute, and the unit where the text completes it behind what was made ("tấn thép/năm")."""

    name: str
    unit: str | None


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
        return not (
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
    gap = _TRADE_OF.sub("", _unnamed(passage, low, quantity.full_start))
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


_TRADE_OF = regex.compile(
    fold_pattern(r",? chuyên [^,;.\d]{3,40},")
)  # "Công ty A, chuyên giày xuất khẩu, có 9.300 ..."


def _unnamed(passage: Passage, start: int, end: int) -> str:
    """The words of a stretch, those of firms' names blotted out: "Công ty CP Thực phẩm xuất khẩu A" exports nothing."""
    told = passage.folded[start:end]
    for token in passage.between(start, end):
        if isinstance(token, Name) and token.kind == "enterprise" and token.end <= end:
            at = told.find(" ", token.start - start)
            at = told.find(" ", at + 1) if at >= 0 else -1
            if 0 <= at < token.end - start:
                told = told[: at + 1] + "x" * (token.end - start - at - 1) + told[token.end - start :]
    return told


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


_ZONES = ("industrial-zones", "industrial-clusters")
_OF_WORKS = ("investment-capital", "additional-capital", "land-area", "capacity")


def _named(
    passage: Passage, index: int, quantity: Quantity, subject: Subject, gap: str, before: str | None
) -> Found | None:
    dimension, unit = quantity.dimension, quantity.unit or ""
    this = _this_one(passage, quantity, subject, gap)
    if this is not None:
        return Found(this, _rate(passage, quantity) if this == "capacity" else None)
    if before in ("employees", "capacity") and words.THIS_RATE.search(gap):
        return Found(before, _same_rate(passage, index) if before == "capacity" else None)  # "con số này sẽ lên 2.600"
    if dimension == "percent":
        return Found("occupancy", None) if subject.kind == "zone" and full(passage, index, gap, before) else None
    if dimension == "bare" and subject.kind == "project" and words.MAKES.search(gap):
        per = words.RATE_BEHIND.match(passage.folded, quantity.full_end, quantity.full_end + 30)
        return Found("capacity", f"piece/{words.TIMES[per['time']]}") if per else None  # "công suất 2,4 triệu lốp/năm"
    if dimension == "bare" and subject.kind == "project" and words.OUTPUT.search(gap) and quantity.value >= _MANY:
        per = words.RATE_AHEAD.search(
            passage.folded, max(passage.sentence.start, quantity.full_start - 60), quantity.full_start
        )
        if per is not None:  # "mỗi năm nhà máy cho ra 45 triệu mô-đun camera"
            return Found("capacity", f"piece/{words.TIMES[per['time']]}")
    if dimension in ("money", "bare"):
        return _money(passage, index, quantity, subject, gap, before)
    if dimension == "power":
        return (
            None
            if words.EACH.search(gap) or (words.RISES.search(gap) and not words.UP_TO.search(gap))
            else Found("capacity", None)
        )
    if dimension == "count-person" and before == "employees" and _MORE_STAFF.search(gap) and "/" not in unit:
        return Found("employees", None)
    if dimension in ("count-person", "count-job"):
        staffed = words.STAFFED.search(quantity.noun) or words.STAFF.search(gap[-50:]) or _RUN_BY.search(gap)
        staffed = staffed or _RUNS_IT.match(passage.folded, quantity.full_end)
        if staffed and not words.RISES.search(gap[-14:]) and "/" not in unit:
            return Found("employees", None)
    if dimension in ("count-project", "count-enterprise"):
        return Found("projects", None) if subject.kind == "zone" else None
    rate = _rate(passage, quantity) or _shared_rate(passage, index)
    if dimension == "energy":
        return Found("annual-output", rate) if rate or words.GENERATED.search(gap) else None
    if rate and dimension in ("count-visit", "count-person"):
        rate = rate.replace("visit/", "person/")
    if dimension in ("mass", "volume") and not gap.strip(" (") and _STORES.match(subject.name.casefold()):
        return Found("capacity", rate)  # "Kho lạnh A 20.000 tấn"
    if dimension in words.GOODS and before == "capacity" and GROWS.fullmatch(gap):
        return Found("capacity", rate)  # "công suất từ 18.000 tấn lên 30.000 tấn/năm"
    if dimension in words.GOODS and not words.NOT_MADE.search(gap[-60:]):
        lead = _lead(passage, index, subject) + gap
        if rate is None and "/" not in unit and _made_in_year(passage, subject, lead):
            return Found("annual-output", None)
        made = _goods(quantity, subject, lead, rate)
        if made is not None:
            return made
    if dimension in ("area", "area2") and not rate and "/" not in unit:
        held = land(passage, quantity, subject, gap, before)
        return Found(held, None) if held is not None else None
    if (
        dimension == "length"
        and subject.kind == "project"
        and not rate
        and words.LONG.search(gap[-40:])
        and "/" not in unit
    ):
        return Found("length", None)
    return None


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
    fold_pattern(r"(?<![\p{L}])(?:sẽ|phải|nâng|tăng)(?: \p{L}+){0,2} (?:cần|là|lên|có|tuyển)(?: (?:thêm|tới|đến))?\s*$")
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
    if subject.kind == "zone" or not _MADE.search(gap) or words.OF_AREA.match(gap):
        return False
    if _YEAR_TOLD.search(gap):
        return True  # "ông A cho biết năm 2019 công ty chỉ làm ra 98.700 tấn đường"
    return _YEAR.match(passage.folded, passage.sentence.start, passage.sentence.end) is not None


_MADE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:sản xuất|đạt sản lượng|sản lượng(?: \p{L}+){0,2} đạt"
        r"|sản lượng (?:của )?(?:cả )?năm (?:\d{4}|ngoái|trước) (?:chỉ|mới|là)|ra lò|xuất xưởng"
        r"|khai thác|làm ra)"
        r"(?: (?:được|ra|đạt|khoảng|hơn|gần|trên))*\s*$"
    )
)
_YEAR = regex.compile(
    fold_pattern(r"\W*(?:(?:theo kế hoạch|dự kiến),? )?(?:trong )?(?:năm|niên vụ|\d{1,2} tháng|quý)\s[^,]{1,24},?\s")
)


_YEAR_TOLD = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:năm|niên vụ) [\d-]{4,9},? (?:công ty|doanh nghiệp|đơn vị|nhà máy|hợp tác xã)(?![\p{L}])"
        r"|(?<![\p{L}])sản lượng (?:của )?(?:cả )?năm (?:\d{4}|ngoái|trước)(?![\p{L}\d])"
    )
)


def _goods(quantity: Quantity, subject: Subject, gap: str, rate: str | None) -> Found | None:
    """The capacity or the output in goods a year."""
    unit = quantity.unit or ""
    timed = rate is not None or ("/" in unit and not unit.endswith("/month"))
    if quantity.dimension in ("area", "length") and not timed:
        return None
    designed = words.POWERED.search(gap) or _BY_DESIGN.search(gap)
    if (words.OUTPUT.search(gap) or words.MADE_IN.search(gap)) and not designed:
        of_area = subject.carried and words.OF_AREA.match(gap)  # "Sản lượng xi măng 11 tháng đạt 1.333 nghìn tấn"
        yearly = timed or (words.MADE_IN.search(gap) and not of_area)
        return Found("annual-output", rate) if yearly and subject.kind != "zone" else None
    peopled = quantity.dimension in ("count-person", "count-visit") or subject.kind == "enterprise"
    if timed and peopled and not words.DESIGNED.search(gap):
        return None
    if quantity.dimension == "count-visit" and not (carries(subject) and words.GUESTS in quantity.noun):
        return None
    if timed and not (words.RISES.search(gap) and not words.UP_TO.search(gap)):
        return Found("capacity", rate) if subject.kind != "zone" or words.POWERED.search(gap) else None
    return Found("capacity", None) if words.POWERED.search(gap) and quantity.dimension != "count-person" else None


_BY_DESIGN = words.told("theo thiết kế|có thể khai thác|có thể đáp ứng")
_STORES = regex.compile(r"(?:tổng )?kho|bồn|bể|silo|cảng|hồ chứa")


def _lead(passage: Passage, index: int, subject: Subject) -> str:
    """The words before a subject's name that say what is told of it ("nâng công suất sân bay A lên ...")."""
    if subject.carried or subject.start < passage.gap(index)[0]:
        return ""
    start = max(passage.gap(index)[0], subject.start - _LEADING)
    return passage.folded[start : subject.start].rpartition(",")[2]


def _rate(passage: Passage, quantity: Quantity) -> str | None:
    """The unit with its time, where the goods stand between them or the time stands before."""
    unit = quantity.unit
    if unit is None or "/" in unit:
        return unit if unit is not None else None
    short = words.TIMES.get(quantity.per or "")
    if short is not None:
        return f"{unit}/{short}"  # "25.000 m3/ngđ"
    match = words.RATE_BEHIND.match(passage.folded, quantity.full_end, quantity.full_end + 44)
    if match is None:
        match = words.RATE_AHEAD.search(
            passage.folded, max(passage.sentence.start, quantity.full_start - 60), quantity.full_start
        )
    return f"{unit}/{words.TIMES[match['time']]}" if match else None


def _same_rate(passage: Passage, index: int) -> str | None:
    """The unit with its time, or with that of the number before where it has none ("60 tấn mỗi ngày; ... 150 tấn")."""
    rate = _rate(passage, passage.quantities[index])
    before = _rate(passage, passage.quantities[index - 1]) if index > 0 else None
    unit, _, time = (before or "").partition("/")
    return f"{unit}/{time}" if rate is None and time and passage.quantities[index].unit == unit else rate


def _shared_rate(passage: Passage, index: int) -> str | None:
    """The unit with the time that two amounts share ("mỗi năm làm ra 3.600 tấn ván và 210 tấn than")."""
    quantities = passage.quantities
    unit = quantities[index].unit
    if unit is None or "/" in unit or quantities[index].dimension in ("area", "length"):
        return None
    for low, high, other in ((index - 1, index, index - 1), (index, index + 1, index + 1)):
        if low >= 0 and high < len(quantities):
            beside = _BESIDE.fullmatch(passage.folded, quantities[low].full_end, quantities[high].full_start)
            rate = _rate(passage, quantities[other]) if beside else None
            if rate is not None and "/" in rate and quantities[other].dimension in words.GOODS:
                return f"{unit}/{rate.partition('/')[2]}"
    return None


_BESIDE = regex.compile(fold_pattern(r"(?: \p{L}+){0,5}(?:,| và| cùng| lên| xuống)(?: với| tới| đến| còn)?\s*"))


_OF_PHASE = regex.compile(  # "tổng vốn đầu tư 60 triệu USD, riêng giai đoạn 1 là 38 triệu USD"
    fold_pattern(
        r"\s*[,;]\s*(?:trong đó |riêng |trong đó riêng )(?:giai đoạn|gđ) (?:\d|[iv]+|đầu)(?: là| chiếm| cần|:)?\s*"
    )
)


def _money(
    passage: Passage, index: int, quantity: Quantity, subject: Subject, gap: str, before: str | None
) -> Found | None:
    timed = "/" in (quantity.unit or "")
    if words.WAGE.search(gap):
        rate = quantity.unit if timed else _rate(passage, quantity)
        return Found("wage", rate) if rate and rate.endswith("/month") and quantity.dimension == "money" else None
    lead = (
        passage.folded[
            max(passage.sentence.start, min(subject.start, quantity.full_start) - 40) : min(
                subject.start, quantity.full_start
            )
        ]
        if not subject.carried
        else ""
    )
    if (
        (
            quantity.dimension == "bare"
            and words.OTHER_MONEY.match(passage.folded[quantity.full_end : quantity.full_end + 20].lstrip())
        )
        or words.DEAL.search(lead)
        or words.DEAL.search(gap)
        or _TAKEN.search(lead)
    ):
        return None
    told = passage.text[quantity.full_start - len(gap) : quantity.full_start]
    if subject.kind == "zone" and _OF_TENANT.search(told):
        return None
    if before == "investment-capital" and (GROWS.fullmatch(gap) or _OF_PHASE.fullmatch(gap)):
        return Found("investment-capital", None)  # "tăng vốn từ 600 tỷ đồng lên 940 tỷ đồng"
    if subject.kind == "zone" and before == "projects" and _WORTH.fullmatch(gap):
        return Found("investment-capital", None)  # "thu hút 34 dự án với 300 triệu USD"
    starts = words.CAPITAL.search(gap) and FROM.search(gap)
    if timed or (words.RISES.search(gap[-34:]) and not words.ADDED.search(gap) and not starts):
        return None
    if starts:
        return Found("investment-capital", None)
    if words.ADDED.search(gap) and not words.UP_TO.search(gap[-10:]):
        return Found("additional-capital", None)
    listed = (
        index > 0 and before in ("investment-capital", "additional-capital") and words.LISTED.fullmatch(gap) is not None
    )
    if listed:
        return Found(before or "investment-capital", None)
    if subject.kind == "enterprise":
        return Found("investment-capital", None) if words.ENTERPRISE_CAPITAL.search(gap) else None
    if words.CAPITAL.search(gap) or (words.CAPITAL_AHEAD.search(lead) and words.IS.fullmatch(gap)):
        return Found("investment-capital", None)
    if subject.kind == "project" and (_WITH_SUM.search(gap) or _PLEDGED.search(gap)):
        return Found("investment-capital", None)
    if before == "investment-capital" and _ADJUSTED.search(gap):
        return Found("investment-capital", None)
    return (
        Found("investment-capital", None) if bare(gap) and (quantity.value >= 10**9 or quantity.unit == "USD") else None
    )


_TAKEN = regex.compile(fold_pattern(r"(?<![\p{L}])(?:thu|thuế|nộp ngân sách)(?: \p{L}+){0,2} (?:từ|của)\s*$"))
# "Công ty A đăng ký 18,6 triệu USD để đầu tư nhà máy B"
_PLEDGED = regex.compile(fold_pattern(r"(?<![\p{L}])(?<!vốn )đăng ký(?: đầu tư)?(?: (?:hơn|gần|khoảng|trên))?\s*$"))
_WITH_SUM = regex.compile(fold_pattern(r"(?<![\p{L}])với(?: số tiền| số vốn)?\s*$"))
_OF_TENANT = regex.compile(  # "..., trong đó Kogen đầu tư 4,6 tỷ USD": a tenant's capital, not the zone's
    r"(?:trong đó|riêng|điển hình|tiêu biểu|như|nhất là)[^;]{0,20}?\p{Lu}[\p{L}\d&]*(?: \p{Lu}[\p{L}\d&]*)* "
    r"(?:đã |sẽ )?(?:đầu tư|rót|với|có)[^;,]*$"
)
_WORTH = regex.compile(fold_pattern(r"\s*(?:,|,? với|, vốn|, tổng vốn|,? trị giá|\()?(?: (?:hơn|gần|khoảng|trên))?\s*"))
_ADJUSTED = regex.compile(
    fold_pattern(r"điều chỉnh (?:tăng |giảm )?(?:xuống|lên|còn|thành)(?: (?:còn|đến|tới|thành))?\s*$")
)
