"""Whether a thing is planned or runs: told in its own stretch of text, by what plans it, or by what was told before."""

from __future__ import annotations

from typing import Any

import regex

from kg.facts.discourse import Discourse
from kg.facts.entity import by_now, licensed, past, placed
from kg.facts.entity.thing import Subject, key
from kg.facts.frame import Frame
from kg.facts.tokens import Passage
from kg.facts.unnamed import unnamed
from kg.mentions.names import Name
from kg.mentions.period import Period
from kg.mentions.resolve import year_of
from kg.model import Status
from kg.text.normalise import fold_pattern

_PLANNED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:dự kiến|khái toán|sẽ|phấn đấu|mục tiêu|kế hoạch|quy hoạch"
        r"|chấp thuận chủ trương|đề xuất|đề nghị"
        r"|chuẩn bị|nghiên cứu|theo thiết kế|khởi công|cam kết|ghi nhớ|hứa|nên xây|xây thêm|phương án|được phép"
        r"|(?:chúng tôi|công ty|doanh nghiệp) tính|tính chuyện|dự tính|dự định|(?:cấp|cần) thiết|cấp bách"
        r"|đẩy nhanh tiến độ|kêu gọi|mời gọi|xin (?:đầu tư|lập|thành lập|mở rộng|thuê đất|thuê|rót|nâng|giảm|tăng"
        r"|hạ|làm|xây"
        r"|dựng|khảo sát)"
        r"|có ý định|muốn (?:làm|xây|mở|đầu tư|nâng)|cần (?:sớm )?có|(?:đợi|lùi|dời|hoãn)(?: lại)? (?:tới|đến|sang)"
        r"|(?:tháng|quý|năm) tới|sang (?:năm|quý|tháng)"
        r"|danh mục (?:các )?dự án"
        r"|khi (?:hoạt động )?(?:đủ|hết|đạt|100%) công suất|khi lấp đầy"
        r"|đang (?:được )?(?:xây|dựng|triển khai|thi công|lắp đặt|khảo sát|lập|hoàn thiện|gấp rút|hoàn tất)|xin phép"
        r"|chưa(?! đầy| đến| tới))(?![\p{L}])"
    )
)
_RAISED_BY_NOW = regex.compile(
    fold_pattern(
        r"(?<!(?:dự kiến|sẽ|sắp|phấn đấu|để|sớm|kế hoạch|khi) )(?<![\p{L}])(?:đưa vào (?:vận hành|hoạt động|khai thác)"
        r"|khánh thành)(?! (?:vào|năm|trong))(?:[^.;]|\.\d)*?,? nâng (?:tổng )?công suất(?:[^.;]|\.\d){0,60} lên"
        r"(?: (?:gần|hơn|khoảng))?\s*$"
    )
)
_HAS_ENDED = regex.compile(  # "khởi công năm 2018, hoàn thành tháng 6/2020": begun and done
    fold_pattern(r"khởi công[^.;]{2,60}(?<!sẽ |dự kiến |để |sớm )(?:hoàn thành|đi vào (?:hoạt động|vận hành))")
)
_TO_COME = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:dự kiến (?:phát điện|vận hành|đi vào|hoàn thành|khởi công|đưa vào|đóng điện"
        r"|ra(?! đời)|chạy máy|cho ra|hòa lưới|cod|chạy thử|khai thác|sản xuất|xây dựng|khánh thành|thông xe"
        r"|ra lò|bàn giao)"
        r"|phấn đấu (?:xong|hoàn thành|phát điện|vận hành|đưa vào|đi vào|khánh thành|thông xe)"
        r"|(?:hiện|vẫn|đang|còn) chờ|đề xuất|xin đầu tư"
        r"|được (?:[\p{L}]+ ){0,4}chấp thuận(?: chủ trương| đầu tư| tại| theo|,)"
        r"|sẽ (?:đi vào|vận hành|hoàn thành|khởi công|phát điện|được)"
        r"|(?:chốt|ấn định"
        r"|lùi|dời) (?:lịch|thời điểm|ngày) khởi công|đang (?:được )?(?:khảo sát|thi công|xây dựng|lập|gpmb"
        r"|giải phóng)|chưa có nhà đầu tư|chưa (?:khởi công|động thổ|xây)|phải phát điện"
        r"|chưa (?:hẹn|rõ|có|ấn định|chốt) (?:ngày|lịch|thời điểm) (?:khởi công|động thổ|hoàn thành|về đích)"
        r"|có thể (?:kéo )?dài|mới san lấp|được khởi công|(?:vừa|mới|đã) có chủ trương|xong trước (?:ngày |tháng )?\d"
        r"|(?:vừa|mới)(?: được [^.;,\d]{3,50})? (?:khởi công|động thổ)|làm lễ khởi công"
        r"|(?:phải|hẹn|đặt mốc|hạn) (?:hòa lưới|xong|hoàn thành|giao|đóng điện|phát điện|vận hành|chạy"
        r"|khánh thành|về đích)"
        r"|(?:cuối|đầu|giữa) (?:năm|quý \w+|tháng \d+) (?:sẽ )?khởi công|khởi công (?:hồi|từ hồi)"
        r"|đang lắp(?: đặt)? (?:thiết bị|máy móc|dây chuyền|dầm|tua bin)|đang (?:lao|gác|đúc) dầm"
        r"|đang làm (?:móng|nền|trụ)"
        r"|dk (?:phát điện|hoàn thành|vận hành|chạy thử|khởi công|hoạt động|sx)"
        r"|cam kết(?: sẽ)? (?:phát điện|hoàn thành|vận hành|đưa|thông xe|bàn giao|đóng điện)"
        r"|chậm(?: khoảng| gần| hơn| tới)? \d+ (?:tháng|năm)(?: so với (?:tiến độ|kế hoạch|hợp đồng|cam kết))?"
        r"|(?:đổ|đúc) (?:xong )?(?:bê tông|móng|\d)|(?:đổ|đúc) xong"
        r"|đang (?:trình|xin|chờ) (?:bổ sung|phê duyệt|thẩm định|điều chỉnh|chấp thuận|cấp|duyệt|chủ trương)"
        r"|(?:đến|vào|trong) (?:cuối |đầu |giữa )?(?:quý|tháng|năm) [\divx/]+(?: sẽ)? hoàn thành"
        r"|chờ cấp phép|hoàn tất thủ tục|ch[ậâ]m tiến độ|chuẩn bị đầu tư|sẽ"
        r"|đang (?:ép cọc|đổ móng|san nền|dựng khung|lắp máy)|đã (?:lắp|dựng|lắp đặt)(?: xong"
        r"| được)* \d+(?:/\d+)? (?:tua bin|tuabin"
        r"|turbine|trụ|cột))(?![\p{L}])"
        r"|(?<![\p{L}])(?:tiến độ|thi công|xây lắp)(?: (?:thi công|xây dựng|thực hiện|xây lắp|công trình|dự án))?:?"
        r"(?: (?:hiện|đã|mới|ước|được|đạt|hoàn thành|khoảng|hơn|gần))* (?!100)\d[\d,]* ?%"
        r"|(?<![\p{L}])(?:đạt|hoàn thành|được|xong)(?: \p{L}+){0,2} (?!100)\d[\d,]* ?%"
        r" (?:khối lượng|tiến độ)(?![\p{L}])"
        r"|(?<=[-;,] )dự kiến (?:cuối |đầu |giữa )?(?:năm|quý|tháng|q|t) ?[\divx]|(?<=[-;,] )thi công \d{4} ?- ?\d{4}"
    )
)
_RUNNING = regex.compile(
    fold_pattern(
        r"đang hoạt động|đã hoạt động|đi vào hoạt động|đã vận hành|phát điện (?:từ|ngày|thương mại)"
        r"|hòa lưới|đóng điện|hiện có|đã hoàn thành|khánh thành|đang vận hành|công nhận vận hành|sản "
        r"xuất được|đã (?:đi vào|chạy|đưa vào)|vận hành (?:ổn định|từ|thương mại)|chạy ổn định|hoạt "
        r"động (?:ổn định|từ)|đã lấp đầy|phát lên lưới|đang tạo|đang sử dụng|đưa vào (?:sử dụng|khai thác)"
        r"|vào chạy|chạy(?: được| tới| hơn)* [\d,]+ ?% công suất|vận hành (?:hết |cả )?\d[\d.,]* ?mwp? từ"
        r"|chạy từ (?:đầu |giữa |cuối )?(?:tháng|quý|năm|t\d)"
        r"|đã (?:kéo|làm|xây|lắp|thi công|dựng) xong(?! (?:\d|được|phần|móng|hơn|gần|khoảng))"
    )
)
_COMING = regex.compile(
    fold_pattern(r"(?:dự kiến|sẽ|chuẩn bị|để|sớm|trước khi|khi|sau khi|hẹn|đặt mốc|phải)[^,.;]{0,18}$")
)
_COMING_LATER = regex.compile(fold_pattern(r"(?:dự kiến|sẽ|chuẩn bị|để|sớm|trước khi|khi|sau khi)[^,.;]{0,50}$"))
# The next sentence of the paragraph, where it goes on about the same thing.
_GOES_ON = regex.compile(
    fold_pattern(
        r"\.?[ ]+(?:(?:đến (?:nay|thời điểm [^,.;\d]{3,24}), )?(?:nhà thầu|chủ đầu tư|đơn vị thi công)"
        r"(?= (?:đã|đang|mới|cam kết|sẽ|phải|hứa|vừa))"
        r"|(?:dự án|nhà máy|công trình|dự kiến)(?= (?:chậm|do|dự kiến|sẽ|này|được|có|đã|đang|khởi công|hoàn "
        r"thành|phát điện|đưa|đi vào|(?:trong |vào |cuối |đầu |giữa )*(?:năm|quý|tháng))))(?P<rest>[^.\n]{0,200})"
    )
)
BUILDS = regex.compile(
    fold_pattern(r"(?<!(?:đã|vừa|đang|từng|hoàn thành|của|được) )(?<![\p{L}])(?:xây|xây dựng)(?: thêm| mới)?\s*$")
)
_ONCE_DONE = regex.compile(fold_pattern(r"\W*(?:hoàn thành|hoàn tất|xây xong|xong|hết công suất|đủ công suất),"))
_OF_WORKS = ("investment-capital", "land-area", "capacity", "phase-count", "annual-output", "length")
_AIRPORT = regex.compile(r"(?i)(?:sân bay|cảng hàng không)(?!\p{L})")  # what is widened runs already
_WHEN_DONE = regex.compile(
    fold_pattern(
        r"\W*(?:sau )?khi (?:(?:dự án|nhà máy|công trình|cảng|khu)[^,.;]{0,40}? )?(?:được )?"
        r"(?:hoàn thành|hoàn tất|xây xong|vận hành"
        r"|đi vào (?:hoạt động|vận hành|khai thác|sản xuất)|đưa vào (?:hoạt động|vận hành|khai thác|sử dụng))"
        r"(?![\p{L}])"
    )
)
_NEEDS = regex.compile(
    fold_pattern(r"(?<!(?:giờ|hiện|nay)[^,.;\d]{0,20})(?<![\p{L}])(?:cần|tuyển|tuyển dụng)(?: thêm| mới)?\s*$")
)
# "giai đoạn 1 lấp đầy 75%; giai đoạn 2 dự kiến khởi công", "(A, B, C); 02 KCN mới được chấp thuận"
_ANOTHER = regex.compile(
    fold_pattern(
        r";\s*(?:và )?(?:còn )?\d{1,3} (?:kcn|ccn|khu|cụm|dự án|nhà máy)(?! phụ)(?![\p{L}])"
        r"|;\s*(?:trạm|nhà máy|tuyến đường|cầu|hệ thống|bến) (?:của )?(?=\p{L})"
        r"|[;,]\s*(?:và )?(?:giai đoạn|gđ) (?:2|3|ii|iii|sau|tiếp)(?![\p{L}\d])"
    )
)
_NOT_YET_DONE = fold_pattern("chưa")
_PLAN = fold_pattern("kế hoạch")
_SHARE = regex.compile(r"%[^,;.]{0,12}$")
_DESIGN = fold_pattern("theo thiết kế")
_LAID_OUT = fold_pattern("quy hoạch")
_LANDS = (fold_pattern("diện tích "), fold_pattern("diện tích đất "), fold_pattern("đất "))
_FORESEEN = regex.compile(fold_pattern(r"\W*(?:theo )?dự báo(?![\p{L}])[^;.]*$"))
_IN_OPERATION = regex.compile(fold_pattern(r"(?:đang|đã) (?:vận hành|hoạt động|phát điện|khai thác)"))
_DONE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đã|đang|hiện) (?:có|hoạt động|vận hành|lấp đầy|cho thuê|chạy|phát điện)"
        r"|(?<![\p{L}])đến nay (?:mới |chỉ )*(?:cho thuê|thu hút|có|lấp đầy)(?: được)?(?![\p{L}])"
    )
)
_NEVER_RAN = ("capacity", "employees", "annual-output")
# "Lớn nhất trong số dự án đóng điện năm nay là Nhà máy A": it came this year
_CAME_ON = regex.compile(
    fold_pattern(
        r"(?<!(?:sẽ|dự kiến|sắp|chuẩn bị|phấn đấu) )(?<![\p{L}])(?:đóng điện|hòa lưới|phát điện|vận hành"
        r"|đi vào hoạt động|khánh thành)"
        r"(?: thương mại)? (?:trong |từ |hồi )?(?:năm (?:nay|ngoái|qua)|đầu năm)[^.;]{0,40} (?:là|có|gồm)\s*:?\s*$"
    )
)
_NOT_YET = ("capacity", "employees", "investment-capital", "land-area", "annual-output", "phase-count")
_LICENSED = regex.compile(fold_pattern(r"dự án|cấp phép|giấy phép|chấp thuận|giấy chứng nhận|được phép|nâng công suất"))
_PHASE_TO = regex.compile(fold_pattern(r"giai đoạn (?:\d|i{1,3}|đầu|sau)? ?\((?:từ )?\d{4}\s?-\s?(?P<to>20\d\d)\)"))
_FUTURE = regex.compile(
    fold_pattern(
        r"(?:hoàn thành|vận hành|hoạt động|phát điện|đóng điện|khởi công|khánh thành|đưa vào khai thác|chạy thử|cod"
        r"|thông xe|ra lò|xong)[^,.;]{0,24}$|(?:mỗi năm|hằng năm|hàng năm)[^,.;]{0,30} từ(?: năm)?\s*$"
    )
)
_FINISHED = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:đã|vừa) (?:về đích|hoàn thành|khánh thành|vận hành|đi vào)(?![\p{L}])")
)
_ENDED = regex.compile(
    fold_pattern(
        r"(?<!(?:dự kiến|sẽ|phấn đấu|để|sớm|kế hoạch) )(?:hoàn thành|vận hành|phát điện|đóng điện|khánh thành|thông xe"
        r"|đưa vào khai thác|đi vào hoạt động)(?: thương mại)?(?: vào| từ| trong)?\s*$"
    )
)


def status(
    passage: Passage,
    at: int,
    attribute: str,
    subject: Subject,
    frame: Frame,
    discourse: Discourse,
    state: dict[str, Any],
) -> Status:
    """Planned or running: what stands after "dự kiến đi vào hoạt động:" is planned; so is what is only licensed."""
    quantity = next((q for q in passage.quantities if q.start == at), None)
    known_now = by_now.told(passage, at, attribute, quantity)
    if known_now is not None:
        return known_now
    if attribute == "capacity" and _RAISED_BY_NOW.search(passage.folded, passage.sentence.start, at):
        return "actual"  # "đưa vào vận hành giai đoạn 2 Nhà máy A, nâng công suất từ 3.000 lên 7.500 m3/ngày"
    if _ONCE_DONE.match(passage.folded, passage.sentence.start):
        return "target"  # "Hoàn thành, nhà máy cho sản lượng 245 triệu kWh/năm"
    once = _WHEN_DONE.match(passage.folded, passage.sentence.start)
    if once is not None and not any(past.gone(t, discourse) for t in passage.times if t.start < at):
        return "target"  # "Khi hoàn thành cả ba giai đoạn vào năm 2036, cảng có công suất 20 triệu tấn/năm"
    inside = subject.start >= passage.sentence.start
    first = max(passage.sentence.start, subject.start - 90) if inside else passage.sentence.start
    colon = passage.folded.find(":", passage.sentence.start, subject.start) if inside else -1
    listed = colon > 0 and _PLANNED.search(passage.folded, passage.sentence.start, colon)
    done = inside and _HAS_ENDED.search(passage.folded, first, at) is not None
    if attribute in ("employees", "investment-capital") and quantity is not None:
        ahead = max(passage.sentence.start, quantity.full_start - _LEAD)
        if _NEEDS.search(passage.folded, ahead, quantity.full_start):
            return "target"
    opened = state.get("ceremony") is True
    begins = passage.sentence.start
    said = unnamed(passage, begins, at)  # "KCN Tiểu Cần có 250 ha" needs none ("cần có")
    told = next(
        (
            m
            for m in _PLANNED.finditer(passage.folded, first, at)
            if said[m.start() - begins : m.end() - begins] == m.group()
            and not _of_another(passage, m, attribute)
            and not _of_item_before(passage, m, subject)
            and not past.begun_before(passage, m, discourse, opened)
        ),
        None,
    )
    ran = state.setdefault("planned", {}).get(key(subject.name)) is False
    planned = in_stretch(passage, subject, at, discourse, ran, opened)
    runs = planned is False or (planned is None and ran)
    if told is not None and runs and told.group() in (past.BEGAN, _DESIGN):
        told = None  # "Được khởi công năm 2019, nhà máy ... đã phát điện thương mại"
    if attribute in by_now.HELD and _FORESEEN.match(passage.folded, passage.sentence.start, at) is not None:
        return "forecast"  # "Dự báo đến năm 2022, khu này sẽ có việc làm cho gần 11.000 lao động"
    if frame.status == "target" or listed or (not done and told is not None):
        return "target"
    builds = inside and BUILDS.search(passage.folded, max(first, subject.start - 30), subject.start)
    if planned is None and builds and not past.long_ago(passage, subject, discourse):
        planned = True
    known: dict[str, bool] = state.setdefault("planned", {})
    if planned is None:
        planned = known.get(key(subject.name))
    elif planned is not None:
        known[key(subject.name)] = planned
        if not planned:
            state.setdefault("ran", set()).add(key(subject.name))
    known_licensed: set[str] = state.setdefault("licensed", set())
    called = state.get("called") == passage.sentence.line or state.get("works") is not None
    called = called or (
        state.get("calling") is True and _DONE.search(passage.folded, first, passage.sentence.end) is None
    )
    called = called and subject.kind != "enterprise" and attribute not in by_now.HELD
    if planned or (planned is None and called):
        return "target"
    revoked = attribute in _NEVER_RAN and state.get("revoked") == passage.sentence.line and subject.kind == "project"
    if planned is None and revoked:
        return "target"
    licence = attribute in _NOT_YET and subject.kind == "project"
    granted = state.get("granted") == passage.sentence.line
    if planned is None and licence and (subject.name in known_licensed or granted or licensed.listed(passage, state)):
        return "target"
    if (
        attribute == "capacity"
        and planned is None
        and subject.kind == "project"
        and not _FINISHED.search(passage.folded, first, subject.start)
        and not _IN_OPERATION.search(passage.folded, first, subject.start)
        and not _CAME_ON.search(passage.folded, first, subject.start)
        and (_LICENSED.search(passage.folded, first, at) or licensed.listed(passage, state))
    ):
        return "target"
    if subject.kind == "project" and attribute in _OF_WORKS and not _AIRPORT.match(subject.name):
        state.setdefault("supposed", {})[at] = key(subject.name)
    return "actual"


def supposed(at: int, state: dict[str, Any]) -> bool:
    """Whether a figure at a place is one of works that the text has told only behind it to be still to come."""
    name = state.get("supposed", {}).get(at)
    return name is not None and state["planned"].get(name) is True and name not in state.get("ran", ())


def _of_another(passage: Passage, told: regex.Match[str], attribute: str) -> bool:
    """Whether a word for plans is on the land or the investor, and says nothing of how full or how large a zone is.

    "Diện tích quy hoạch 300 ha, ... lấp đầy 75%", "chủ đầu tư chưa chọn xong; tỷ lệ lấp đầy 0%".
    """
    if told.group() == _NOT_YET_DONE:
        return attribute == "occupancy"
    if _AFTER.search(passage.folded, told.start() - _LEAD, told.start()):
        return True  # "sau 20 tháng khởi công đã cho thuê 176 ha, lấp đầy 44%"
    if told.group() == _PLAN and _SHARE.search(passage.folded, told.start() - _LEAD, told.start()):
        return True  # "đạt 96% kế hoạch; có 1.050 lao động"
    land = told.group() == _LAID_OUT and passage.folded.endswith(_LANDS, 0, told.start())
    return land and attribute != "land-area"


def _of_item_before(passage: Passage, told: regex.Match[str], subject: Subject) -> bool:
    """Whether a word for plans tells of a thing named before it, in an item that a semicolon ends before this one.

    "Thủy điện A (huyện B) 18 MW, sẽ phát điện năm 2020; Cụm công nghiệp C 68,5 ha".
    """
    if told.end() > subject.start or passage.folded.find(";", told.end(), subject.start) < 0:
        return False
    names = (t for t in passage.between(passage.sentence.start, told.start()) if isinstance(t, Name))
    return any(name.proper and name.kind != "enterprise" for name in names)


_AFTER = regex.compile(
    fold_pattern(r"(?<![\p{L}])sau (?:gần |hơn |khoảng )?\d+ (?:tháng|năm|quý) (?:kể từ (?:khi|ngày) )?$")
)
_LEAD = 24  # letters before a word that say what it is on


def _when_ahead(passage: Passage, at: int, discourse: Discourse) -> bool:
    """Whether a time still to come stands right behind what a thing does ("đóng điện tháng 11/2025", in 2024)."""
    times = (t for t in passage.between(at, min(passage.sentence.end, at + _SOON)) if isinstance(t, Period))
    return any(discourse.future(time, year_of(time, discourse.clock)) for time in times)


_SOON = 16  # letters


def in_stretch(
    passage: Passage, subject: Subject, at: int, discourse: Discourse, ran: bool, opened: bool = False
) -> bool | None:
    """Whether the stretch about a thing says that it is yet to come (True) or runs (False); None if neither.

    When a thing was begun that the text has told to run (``ran``) says neither.
    """
    start = max(subject.start, passage.sentence.start)
    stop = placed.reach(passage, subject)
    for other in _ANOTHER.finditer(passage.folded, start, stop):
        if other.start() > at:
            stop = other.start()
            break
        start = other.start()
    stretch = passage.folded[start:stop]
    running = _RUNNING.search(stretch)
    if running and not _COMING.search(stretch[: running.start()]):
        return _when_ahead(passage, start + running.end(), discourse)
    for told in _TO_COME.finditer(passage.folded, start, stop):
        if not (ran and told.group().endswith(past.BEGAN)) and not past.begun_before(passage, told, discourse, opened):
            return True
    for phase in _PHASE_TO.finditer(stretch):
        if discourse.clock.year is not None and int(phase["to"]) > discourse.clock.year:
            return True
    for token in passage.between(start, stop):
        if isinstance(token, Period) and token.kind not in ("same", "versus", "plan"):
            year = year_of(token, discourse.clock)
            if discourse.future(token, year) and _FUTURE.search(
                passage.folded[max(start, token.start - 40) : token.start]
            ):
                return True
            over = year is not None and discourse.clock.year is not None and year < discourse.clock.year
            if over and _ENDED.search(passage.folded, max(start, token.start - 40), token.start):
                return False
    following = (
        _GOES_ON.match(passage.folded, passage.sentence.end, passage.sentence.end + 260)
        if stop == passage.sentence.end
        else None
    )
    if following is None:
        return None
    running = _RUNNING.search(following["rest"])
    if running is not None:
        ahead = following.group()[: following.start("rest") - following.start() + running.start()]
        return _COMING_LATER.search(ahead) is not None
    return True if _TO_COME.search(following["rest"]) else None
