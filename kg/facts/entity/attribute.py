"""What a number states of a thing: its capacity, capital, land, workers; told by the words before it and its unit."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from kg.facts.entity.thing import Subject, carries
from kg.facts.tokens import Passage
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern


@dataclass(frozen=True, slots=True)
class Found:
    """An attribute, and the unit where the text completes it behind what was made ("tấn thép/năm")."""

    name: str
    unit: str | None


def _words(source: str) -> regex.Pattern[str]:
    return regex.compile(fold_pattern(rf"(?<![\p{{L}}])(?:{source})(?![\p{{L}}])"))


_NOT_OURS = _words(
    r"doanh thu|doanh số|lợi nhuận|nộp ngân sách|nộp nsnn|thu ngân sách|lãi|cổ phần hóa|cổ phiếu|vay"
    r"|nợ|(?<!trị |đánh )giá(?! trị)|thuế|phạt|hỗ trợ|vốn điều lệ|vốn hóa|thiệt hại|xuất khẩu|kim "
    r"ngạch|tiêu thụ|ủng hộ|tổng tài sản|quà|bồi thường|giải ngân|quyết toán|thực hiện được|giá trị "
    r"sản xuất|giá trị sản lượng|khối lượng|tạm ứng|lương tối thiểu|trợ cấp|chi phí|thất thoát|trúng "
    r"thầu|gói thầu|hợp đồng|học bổng|đấu giá|trái phiếu|tiết kiệm|lỗ|đền bù|thưởng|phát thải|nước "
    r"thải|tham ô|chuyển nhượng|dân số|hộ dân|thiếu|lãng phí|bố trí|khu đất|đất thu hồi|kế hoạch vốn|nguồn ngân sách|cấp điện cho|lừa đảo"
)
_OTHER_MONEY = _words(
    r"franc|bảng|won|baht|rúp|rupee|peso|krone|ringgit|kip|riel|sgd|gbp|krw|aud|cad|chf|hkd|thb|đô la "
    r"(?:úc|singapore|canada)|đôla (?:úc|singapore)|nhân dân tệ|tệ"
)
_DEAL = _words(
    r"thương vụ|mua lại|thâu tóm|vay|tài trợ|tín dụng|viện trợ|chuyển nhượng|thoái vốn|đối ứng|bán "
    r"đấu giá|lừa|thất thoát|phạt"
)
_NOT_AFTER = _words(
    r"(?:tiền )?(?:doanh thu|lợi nhuận|thuế|tiền thuế|tiền phạt|vốn điều lệ|mỗi sản phẩm|cổ phiếu|cổ phần|nợ|lãi)"
)
_ALL = _words(
    r"toàn tỉnh|cả tỉnh|cả nước|toàn quốc|trên địa bàn|toàn ngành|toàn xã hội|các dự án|các doanh "
    r"nghiệp|các kcn|các ccn|các khu công nghiệp|các cụm công nghiệp|đầu người|các công ty|toàn thành "
    r"phố|tỉnh có|tỉnh đã|các nhà đầu tư|vốn ngân sách|vốn trong nước|vốn fdi|vốn nước ngoài|nền kinh "
    r"tế|thị trường|ngành \p{L}+ (?:có|đạt)|thế giới|các tập đoàn|các nhà máy"
)
_CAPITAL = _words(
    r"vốn|tổng mức đầu tư|tmđt|tvđt|tổng đầu tư|trị giá|đầu tư|kinh phí|chi|mức đtư|đtư|rót|đổ|bỏ ra"
    r"|bỏ|dự toán|chi phí xây dựng|suất đầu tư|giá trị đầu tư|hạ tầng|giá trị"
)
_ENTERPRISE_CAPITAL = _words(r"vốn đầu tư|tổng mức đầu tư|đầu tư|số vốn|vốn đăng ký|rót|đổ|tổng vốn")
_ADDED = _words(
    r"tăng thêm|đầu tư thêm|rót thêm|góp thêm|tăng vốn|điều chỉnh tăng|bổ sung vốn|vốn bổ sung|vốn "
    r"tăng|bổ sung thêm|tăng tổng vốn"
)
_UP_TO = _words(r"(?:lên|thành|lên tới|lên đến|lên mức|từ|xuống|xuống còn|còn)")
_WAGE = _words(r"thu nhập|lương|tiền lương|lương bq|tn bq")
_LAND = _words(
    r"diện tích|dt|rộng|quy mô|mặt bằng|trên|khuôn viên|thuê|mặt nước|đất|gpmb|giải phóng mặt bằng"
    r"|chiếm|chiếm dụng|sử dụng"
)
_LEASED = _words(r"cho thuê|đã thuê|thuê lại|được thuê")
_CAPACITY = _words(
    r"công suất|cs|quy mô|năng lực|thiết kế|sản xuất|tổ máy|xử lý|giai đoạn|gđ|nâng|trạm|nhà xưởng|mỗi năm|phát điện"
)
_POWERED = _words(r"công suất|cs|công súât|năng lực|csuất")
_DESIGNED = _words(r"công suất|cs|quy mô|thiết kế|đáp ứng|năng lực|năng suất|mở rộng")
_OUTPUT = _words(
    r"sản lượng|sản xuất được|sản xuất ra|sản xuất hơn|cho ra|cung cấp|cung ứng|xuất xưởng|khai thác|làm ra|thu hoạch"
)
_GENERATED = _words(
    r"sản lượng|điện lượng|điện năng|phát|phát lên lưới|sản xuất|cung cấp|phát được|hòa lưới|đạt|mỗi năm|bình quân"
)
_STAFF = _words(r"lao động|công nhân|việc làm|nhân công|công ăn việc làm|nhân lực|nhân viên|lđ|nhân sự|thợ|cbcnv")
_STAFFED = _words(
    r"lao động|công nhân|việc làm|nhân công|lđ|công ăn việc làm|lao động địa phương|người lao động"
    r"|cbcnv|chỗ làm|cán bộ|công nhân viên|thợ"
)
_TENANTS = _words(r"dự án|thu hút|doanh nghiệp|nhà đầu tư|có|với|tiếp nhận")
_LONG = _words(r"dài|chiều dài|tuyến|đường ống|đường dây")
_RISES = _words(r"tăng|giảm|chiếm|gấp|vượt|so với|cùng kỳ")
_EACH = _words(r"loại|mỗi (?:tổ máy|tua bin|trụ|chiếc|tổ|căn|hộ|lô)|tổ máy \d|tổ máy số")
_LISTED = regex.compile(
    fold_pattern(
        r"[\s,;:()\-]*(?:tương đương|và|hơn|khoảng|trên|gần|tức|cỡ|với|là|tđ|tương đương với|tương ứng)*[\s,;:()]*"
    )
)
_RATE_BEHIND = regex.compile(
    fold_pattern(r"(?:\s+\p{L}+){0,5}?\s*(?:/|một |mỗi |trên )\s*(?P<time>năm|tháng|ngày đêm|ngày|giờ)(?![\p{L}])")
)
_RATE_AHEAD = regex.compile(fold_pattern(r"(?:mỗi|hàng|hằng)\s+(?P<time>năm|ngày)[^,.;\d]{0,40}$"))
_TIMES = {
    fold_pattern("năm"): "year",
    fold_pattern("tháng"): "month",
    fold_pattern("ngày đêm"): "day",
    fold_pattern("ngày"): "day",
    fold_pattern("giờ"): "hour",
}
_GOODS = frozenset(
    {
        "mass",
        "volume",
        "count",
        "litre",
        "area2",
        "count-animal",
        "count-TEU",
        "count-person",
        "length",
        "count-visit",
        "area",
        "energy",
        "count-vehicle",
    }
)
# Indicators of areas whose wording a figure of one thing may share.
_SHARED = {
    "investment-capital": frozenset(
        {"registered-capital", "implemented-capital", "total-investment", "investment-projects"}
    ),
    "additional-capital": frozenset({"registered-capital", "implemented-capital", "total-investment"}),
    "employees": frozenset(
        {
            "employment",
            "jobs-created",
            "enterprises",
            "investment-projects",
            "installed-capacity",
            "registered-capital",
            "product-output",
        }
    ),
    "wage": frozenset({"wage", "employment"}),
    "capacity": frozenset({"installed-capacity", "product-output", "investment-projects", "registered-capital"}),
    "annual-output": frozenset(
        {"product-output", "installed-capacity", "electricity-output", "electricity-consumption"}
    ),
}
_GUESTS = fold_pattern("khách")
_LONGEST_GAP, _LEADING = 180, 40


def many(passage: Passage, index: int, subject: Subject) -> bool:
    """Whether a number counts projects or places, so that those after it are of several things together."""
    quantity = passage.quantities[index]
    if quantity.dimension not in ("count-project", "count-enterprise", "count-zone"):
        return False
    if subject.kind == "zone" and quantity.dimension != "count-zone":
        gap = passage.folded[max(passage.gap(index)[0], subject.start) : quantity.full_start]
        return not (len(gap) < 70 and _TENANTS.search(passage.folded[quantity.full_end - 14 : quantity.full_end] + gap))
    return True


def of(passage: Passage, index: int, subject: Subject, before: str | None) -> Found | None:
    """The attribute that a number states of the subject, or None where it states nothing of ours.

    ``before`` is the attribute of the number before, where that one was the same subject's.
    """
    quantity = passage.quantities[index]
    start, _ = passage.gap(index)
    low = max(start, passage.sentence.start if subject.carried else min(subject.begins, quantity.full_start))
    gap = passage.folded[low : quantity.full_start]
    if (
        len(gap) > _LONGEST_GAP
        or _NOT_OURS.search(gap)
        or _ALL.search(gap)
        or _NOT_AFTER.match(passage.folded[quantity.full_end : quantity.full_end + 30].lstrip())
    ):
        return None
    found = _named(passage, index, quantity, subject, gap, before)
    if found is None or _elsewhere(passage, low, quantity, found.name):
        return None
    return found


def _elsewhere(passage: Passage, start: int, quantity: Quantity, name: str) -> bool:
    """Whether an indicator of areas stands between, which the number states instead."""
    shared = _SHARED.get(name)
    for token in passage.between(start, quantity.full_start):
        if isinstance(token, Word):
            label = token.of("indicator")
            if (
                label is not None
                and label.kind != "context"
                and not label.concept.code.startswith("zone-")
                and (shared is not None and label.concept.code not in shared)
            ):
                return True
    return False


def _named(
    passage: Passage, index: int, quantity: Quantity, subject: Subject, gap: str, before: str | None
) -> Found | None:
    dimension, unit = quantity.dimension, quantity.unit or ""
    if dimension == "percent":
        return Found("occupancy", None) if subject.kind == "zone" and _full(passage, index, gap) else None
    if dimension in ("money", "bare"):
        return _money(passage, index, quantity, subject, gap, before)
    if dimension == "power":
        return None if _EACH.search(gap) or (_RISES.search(gap) and not _UP_TO.search(gap)) else Found("capacity", None)
    if dimension in ("count-person", "count-job"):
        staffed = _STAFFED.search(quantity.noun) or _STAFF.search(gap[-50:])
        if staffed and not _RISES.search(gap[-14:]) and "/" not in unit:
            return Found("employees", None)
    if dimension in ("count-project", "count-enterprise"):
        return Found("projects", None) if subject.kind == "zone" else None
    rate = _rate(passage, quantity)
    if dimension == "energy":
        return Found("annual-output", rate) if rate or _GENERATED.search(gap) else None
    if rate and dimension in ("count-visit", "count-person"):
        rate = rate.replace("visit/", "person/")
    if dimension in _GOODS and not _NOT_MADE.search(gap[-60:]):
        made = _goods(quantity, subject, _lead(passage, index, subject) + gap, rate)
        if made is not None:
            return made
    if dimension in ("area", "area2") and not rate and "/" not in unit:
        return _land(passage, quantity, subject, gap)
    if dimension == "length" and subject.kind == "project" and not rate and _LONG.search(gap[-40:]) and "/" not in unit:
        return Found("length", None)
    return None


_NOT_MADE = _words(r"tiêu thụ|nhu cầu|xuất khẩu|nhập khẩu|phát thải|xả thải|thải ra|giảm|tồn kho|thu mua|vận chuyển")


def _goods(quantity: Quantity, subject: Subject, gap: str, rate: str | None) -> Found | None:
    """The capacity or the output in goods a year."""
    unit = quantity.unit or ""
    timed = rate is not None or ("/" in unit and not unit.endswith("/month"))
    if quantity.dimension in ("area", "length") and not timed:
        return None
    if _OUTPUT.search(gap) and not _POWERED.search(gap):
        return Found("annual-output", rate) if timed and subject.kind != "zone" else None
    peopled = quantity.dimension in ("count-person", "count-visit") or subject.kind == "enterprise"
    if timed and peopled and not _DESIGNED.search(gap):
        return None
    if quantity.dimension == "count-visit" and not (carries(subject) and _GUESTS in quantity.noun):
        return None
    if timed and not (_RISES.search(gap) and not _UP_TO.search(gap)):
        return Found("capacity", rate) if subject.kind != "zone" or _POWERED.search(gap) else None
    return Found("capacity", None) if _POWERED.search(gap) and quantity.dimension != "count-person" else None


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
    match = _RATE_BEHIND.match(passage.folded, quantity.full_end, quantity.full_end + 44)
    if match is None:
        match = _RATE_AHEAD.search(
            passage.folded, max(passage.sentence.start, quantity.full_start - 60), quantity.full_start
        )
    return f"{unit}/{_TIMES[match['time']]}" if match else None


def _money(
    passage: Passage, index: int, quantity: Quantity, subject: Subject, gap: str, before: str | None
) -> Found | None:
    timed = "/" in (quantity.unit or "")
    if _WAGE.search(gap):
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
            and _OTHER_MONEY.match(passage.folded[quantity.full_end : quantity.full_end + 20].lstrip())
        )
        or _DEAL.search(lead)
        or _DEAL.search(gap)
    ):
        return None
    if timed or (_RISES.search(gap[-34:]) and not _ADDED.search(gap)):
        return None
    if _ADDED.search(gap) and not _UP_TO.search(gap[-10:]):
        return Found("additional-capital", None)
    listed = index > 0 and before in ("investment-capital", "additional-capital") and _LISTED.fullmatch(gap) is not None
    if listed:
        return Found(before or "investment-capital", None)
    if subject.kind == "enterprise":
        return Found("investment-capital", None) if _ENTERPRISE_CAPITAL.search(gap) else None
    if _CAPITAL.search(gap):
        return Found("investment-capital", None)
    if before == "investment-capital" and _ADJUSTED.search(gap):
        return Found("investment-capital", None)
    return (
        Found("investment-capital", None)
        if _bare(gap) and (quantity.value >= 10**9 or quantity.unit == "USD")
        else None
    )


def _bare(gap: str) -> bool:
    """Whether a number stands alone in a list of what describes a thing ("...; 65 tỷ đồng; 9,8 ha mặt nước")."""
    lead = gap.strip()
    return lead.strip(",;:()-") == "" or (len(lead) < 20 and lead[-1] in "(:;," and not _RISES.search(lead))


_OTHER_LAND = _words(r"căn hộ|căn nhà|nuôi|trồng|gieo|canh tác|rừng")
_UPON = fold_pattern("trên")
_AREA = regex.compile(fold_pattern("diện tích"))
_ADJUSTED = regex.compile(
    fold_pattern(r"điều chỉnh (?:tăng |giảm )?(?:xuống|lên|còn|thành)(?: (?:còn|đến|tới|thành))?\s*$")
)


def _land(passage: Passage, quantity: Quantity, subject: Subject, gap: str) -> Found | None:
    if _OTHER_LAND.search(gap):
        return None
    if _RISES.search(gap) and not regex.search(fold_pattern(r"chiếm"), gap):
        return None
    if subject.kind == "zone" and _LEASED.search(gap):
        return Found("leased-land", None)
    upon = (
        quantity.approx == "over"
        and passage.folded.startswith(_UPON, quantity.full_start)
        and subject.kind != "enterprise"
    )
    if upon or _LAND.search(gap) or gap.strip(" ,;:()-") == "":
        return Found("land-area", None)
    if subject.kind == "enterprise":
        return None
    named = regex.fullmatch(r"\s*\)?\s*(?:là|đạt)?\s*", gap) and _AREA.search(
        passage.folded, passage.sentence.start, subject.start
    )
    return Found("land-area", None) if named or _bare(gap) else None


_OF_ALL = regex.compile(fold_pattern(r"thu nhập|bình quân (?:cả nước|các)|hộ nghèo|các (?:cụm|khu|kcn|ccn)|còn thấp"))
_CLOSE_FULL = regex.compile(fold_pattern(r"lấp đầy"))


def _full(passage: Passage, index: int, gap: str) -> bool:
    """Whether a percentage is how full the zone is: said in its own clause, not in an earlier one."""
    if _CLOSE_FULL.search(gap):
        return not _RISES.search(gap[-12:]) and not _OF_ALL.search(gap)
    if regex.fullmatch(
        fold_pattern(r"\s*(?:đạt|là|:|\(|với|hiện|đã|mới|trên|cũng|được|-|chỉ|tới|\s)*"), gap
    ) and _CLOSE_FULL.search(passage.folded, passage.sentence.start, passage.quantities[index].start):
        return True  # "tỷ lệ lấp đầy: KCN A đạt 83%, KCN B đạt 9%"
    quantity = passage.quantities[index]
    after = passage.folded[quantity.full_end : quantity.full_end + 24]
    return bool(_CLOSE_FULL.search(after))
