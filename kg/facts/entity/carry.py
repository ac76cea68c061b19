"""What a text goes on about: the thing of the sentences before, and the project that a sum is put into."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import regex

from kg.facts.entity import words
from kg.facts.entity.thing import Subject, Turn, carries, is_part, key
from kg.facts.tokens import Passage
from kg.text.normalise import fold, fold_pattern

_LEAD = regex.compile(
    fold_pattern(
        r"[\s\"“]*(?:hiện,? |hiện nay,? |hiện tại,? |theo đó,? |được biết,? |trong đó,? |theo kế hoạch,? "
        r"|trước đó,? |theo quy hoạch,? |theo thiết kế,? |dự kiến,? |đây là |riêng |cụ thể,? |vận hành (?:cả "
        r"|toàn bộ )?(?=nhà máy|dự án)|(?:đến|tới) (?:nay|giờ),? "
        r"|năm (?:\d{4}|ngoái|nay),? "
        r"|(?:chỉ |sau )?(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) năm(?: sau)?,? "
        r"|sau (?:gần |hơn )?\d{1,2} (?:tháng|năm) [^,.;\d]{0,24}, ?|khi (?:đủ|xong|cả)[^,.;\d]{0,30}, ?"
        r"|cả (?=công ty|nhà máy)"
        r"|không dừng (?:lại )?ở đó,? |(?:hồi|vào|từ|đầu|cuối|giữa) (?:tháng|năm|quý) [\d/ivx]+(?: năm \d{4})?, ?"
        r"|(?:theo |nguồn tin từ )?chủ đầu tư (?:cho biết|cho hay),? "
        r"|(?:đại diện|lãnh đạo) [^,.;\d]{2,40} cho (?:biết|hay),? "
        r"|(?:được )?(?:xây|xây dựng|dựng|nằm) trên (?:[^;.]|\.\d){5,90}?, (?=nhà máy|dự án|công trình|khu |trung tâm)"
        r"|(?:tính|kể|gộp) cả [^,.;\d]{4,60}, ?|(?:khởi công|động thổ|thành lập|(?:đi vào )?hoạt động|khánh thành"
        r"|đóng điện|phát điện|hòa lưới|vận hành)(?: \p{L}+){0,3} "
        r"(?:từ|năm|tháng|hồi|cuối|đầu) [^,.;]{3,20}, ?"
        r"|(?:tính )?(?:đến|tới) (?:hết |cuối )?(?:tháng|ngày|quý|năm) [^,]{1,16}, ?"
        r"|(?:tính )?riêng [^,.\d]{0,8}\d[^,.]{1,20}, ?|trong \d{1,2} tháng[^,.]{0,16}, ?"
        r"|\d{1,2} tháng (?:đầu|cuối)[^,.]{1,14}, ?"
        r"|dự báo |phấn đấu |toàn (?:bộ )?|lũy kế (?:đến|tới) (?:hết |cuối )?(?:(?:tháng|ngày|quý|năm) )?[^,]{1,16}, ?"
        r"|tổng |với (?:[\d.]+ [^,.\d]{2,30}(?: [\d.,]+ (?:ha|m2)[^,.\d]{0,16})?, )?|mỗi năm "
        r"|khi (?:đi vào hoạt động|hoàn thành|vận hành|chạy"
        r"|hòa lưới)[^,.]{0,40}, ?|sau khi [^,.]{0,50}, "
        r"?|ngoài ra,? |bên cạnh đó,? )*"
        r"(?:(?P<project>dự án|phương án|sân bay|nhà máy|công trình|dây chuyền|trang trại|cảng|khu đô thị|tuyến|tổ hợp"
        r"|khu liên hợp|khu du lịch|trung tâm|trạm|khu sản xuất|khu nuôi|phần (?:đã|vừa|mới))"
        r"|(?P<enterprise>(?:công ty|doanh nghiệp|đơn vị|tập đoàn|hợp tác xã|htx|cơ sở|xưởng)"
        r"(?! (?:(?:trong|tại|ở) (?:các|kcn|khu)|fdi|trên địa bàn|có vốn|nhỏ|trong nước|đầu tư nước ngoài)(?![\p{L}])))"
        r"|(?P<zone>(?:kcn|ccn|kkt|kcx|khu công nghiệp|cụm công nghiệp|khu kinh tế|khu chế xuất)(?! (?:và|cùng)|,)"
        r"|trong (?:khu|cụm)(?= (?:đang|hiện|đã|có)(?![\p{L}]))|(?:khu|cụm)(?= (?:này|do|đã|hiện|có|được|sẽ|rộng"
        r"|thu hút|mới|đang|cũng|còn|đón|lấp)(?![\p{L}])))"
        r"|(?P<any>mức đầu tư|tổng mức đầu tư|tổng vốn|vốn|kinh phí|công suất|quy mô|diện tích|rộng|chủ "
        r"đầu tư|nhà đầu tư|theo giấy phép|sản lượng|giai đoạn|từ quy mô|tỷ lệ lấp đầy|dự kiến khi"
        r"|thời gian|tạo việc làm|giải quyết việc làm|năng lực|sản phẩm|nơi (?:đây|này)|cs|lđ|lao động(?=\s*:)"
        r"|dt|thu nhập|mức lương"
        r"|lương|đầu tư(?! (?:trong|nước|công|fdi|trực|toàn|xã)(?![\p{L}]))|nâng "
        r"công suất|chiều dài|phân kỳ|sau khi|khi (?:đi vào|hoàn thành|lấp đầy)|đến nay đã|(?:đã )?lấp đầy|cho thuê"
        r"|sử dụng|(?:phần |quỹ )?đất|chi phí|nâng)"
        r"|(?P<tenants>\d[\d.]* (?:dự án|doanh nghiệp|nhà đầu tư)(?= (?:đã|đang) (?:thuê|hoạt động|lấp|vào))"
        r"|(?P<let>(?:hơn |gần |trên |khoảng )?[\d.,]+ ha)(?= (?:đất |mặt bằng )?(?:[^,.;\d]{0,24}(?:trong|ở|tại"
        r"|của) (?:khu|cụm|kcn|ccn)"
        r"|(?:công nghiệp )?đã (?:có|được|cho)(?: người| khách)? thuê)(?![\p{L}]))"
        r"|có(?= \d[\d.]* (?:dự án|doanh nghiệp|nhà đầu tư)(?![\p{L}]))))(?![\p{L}])"
    )
)
_ITS = regex.compile(fold_pattern(r"(?:giai đoạn|công suất|tổng (?:vốn|mức)|mức đầu tư|diện tích|chủ đầu tư)"))
_GENERIC_COUNT = regex.compile(
    fold_pattern(
        r"\s*(?:,? )?(?:các|những|nhiều|(?:\d+|hai|ba|bốn)(?! (?:tháng|năm)(?![\p{L}]))"
        r"|toàn(?! (?:bộ )?dự án)|cả(?! (?:công ty|nhà máy))|mỗi(?! năm))\s"
    )
)
_NOW = fold_pattern("hiện")
_UP_TO_NOW = tuple(map(fold_pattern, ("đến nay", "tới nay", "đến giờ", "tới giờ")))
_CARRY_LINES = 6
_ANY = tuple(map(fold_pattern, ("dự án", "công trình", "phương án")))  # of whatever is built


def carried(passage: Passage, state: dict[str, Any]) -> Subject | None:
    """The subject of the sentences before, where this one goes on about it."""
    if state.get("subject") is None and not state.get("recent"):
        return None
    lead = _LEAD.match(passage.folded, passage.sentence.start, min(passage.sentence.end, passage.sentence.start + 160))
    if lead is None or _GENERIC_COUNT.match(passage.folded, passage.sentence.start):
        return None
    line = passage.sentence.line
    at = passage.folded, lead.start("any") if lead["any"] else passage.sentence.end
    near = 1 if lead["any"] else _CARRY_LINES
    for kind in ("project", "enterprise", "zone"):
        if lead[kind]:
            found = _same_head(recent(state, kind, line), lead[kind], line, state)
            if kind == "enterprise":
                built = recent(state, "project", line)
                found = _owner_of(built, found)
                if _builds_it(passage, lead.end(), built, found):
                    found = built  # "Công ty đã dựng 25 tua bin, tổng công suất 100 MW": what it builds is the plant
            latest: Subject | None = state.get("subject")
            if (
                found is None
                and kind == "project"
                and latest is not None
                and line - latest.line <= 1
                and latest.kind == "zone"
            ):
                found = latest
            break
    else:
        found = state.get("subject")
        now = lead["let"] or _NOW in lead.group() or lead.group().startswith(_UP_TO_NOW)
        if lead["tenants"] and (not now or found is None or found.kind != "zone" or found.line != line):
            return None
        built = recent(state, "project", line)
        together = state.get("many") == line
        if found is None and built is not None and line == built.line and not together and _ITS.match(*at):
            found = built  # a sentence in between has told of its goods or its time
        if found is not None and found.kind == "enterprise" and built is not None and line - built.line <= 2:
            found = built  # "Giai đoạn 1 có công suất ...": a company has no phases
    if found is None or line - found.line > near:
        return None
    if lead["any"] and not found.proper and found.owner is None and found.line != line:
        return None
    return replace(found, carried=True, scope=0, line=line)


def _owner_of(project: Subject | None, firm: Subject | None) -> Subject | None:
    """The firm that "công ty" means: the owner of what was told of last, where no firm was told of since."""
    if project is None or project.owner is None or (firm is not None and firm.line >= project.line):
        return firm
    return Subject(project.owner, "enterprise", project.start, project.start, line=project.line)


def _builds_it(passage: Passage, at: int, project: Subject | None, firm: Subject | None) -> bool:
    """Whether a sentence on a firm tells of the works of its project, which the text has just named."""
    if project is None or firm is None or passage.sentence.line - project.line > 1:
        return False
    return project.owner == firm.name and _BUILDING.match(passage.folded, at, passage.sentence.end) is not None


_BUILDING = regex.compile(
    fold_pattern(
        r"(?: (?:này|đã|đang|sẽ|vừa|mới|cho|tiến hành))* (?:dựng|lắp đặt|lắp|thi công|xây dựng"
        r"|xây)(?![\p{L}])"
    )
)


def _same_head(found: Subject | None, head: str, line: int, state: dict[str, Any]) -> Subject | None:
    """The thing with a name of its own that opens with the same noun, where a part of it was told of last.

    "Nhà máy ván ép A ... Dây chuyền ép được đặt mua từ Đức. Nhà máy cần 340 lao động."
    """
    if found is None or found.kind != "project" or head in _ANY or fold(found.name).startswith(head):
        return found
    named: dict[str, Subject] = state.get("proper", {})
    same = [own for own in named.values() if own.kind == found.kind and line - own.line <= _CARRY_LINES]
    return next((own for own in reversed(same) if fold(own.name).startswith(head)), found)


def recent(state: dict[str, Any], kind: str, line: int) -> Subject | None:
    """The last thing of a kind that the text has named, if that is not long ago."""
    found: Subject | None = state.get("recent", {}).get(kind)
    return found if found is not None and line - found.line <= _CARRY_LINES else None


# "nâng vốn dự án lên ...", "diện tích của nhà máy là ...": the thing in question, in the middle of a sentence
_OF_IT = regex.compile(
    fold_pattern(
        r"(?<!(?<![\p{L}])(?:các|những|nhiều|số|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|\d|với|mỗi|từng) )(?<![\p{L}])"
        r"(?:(?P<project>dự án|nhà máy|công trình|khu liên hợp|xưởng|trang trại)|(?P<zone>khu|cụm))"
        r"(?: này| trên| nói trên)?(?: (?:lên|là|khoảng|hơn|gần|đạt|tới|đến|còn|với|rộng|có|được|tăng|sẽ|gồm|mỗi|cần"
        r"|dùng|tuyển|dự kiến)(?![\p{L}])|(?(zone) (?:đã|đang|hiện|lấp|thu hút|đón)(?![\p{L}])|(?!))|\s*$|, )"
    )
)


def meant(passage: Passage, index: int, about: Subject | None, state: dict[str, Any]) -> Subject | None:
    """The thing that a number is told of by "dự án", "nhà máy" or "khu" alone, whoever else the sentence is about."""
    if about is not None and about.kind != "enterprise":
        return about
    here = _here(passage, index, state)
    if here is not None:
        return here
    start = max(passage.gap(index)[0], about.end if about is not None and not about.carried else 0)
    quantity = passage.quantities[index]
    told = _OF_IT.search(passage.folded, start, quantity.full_start) or _IT_HAS.match(
        passage.folded, quantity.full_end, passage.sentence.end
    )
    known = recent(state, "zone" if told["zone"] else "project", passage.sentence.line) if told is not None else None
    return replace(known, carried=True, scope=0, line=passage.sentence.line) if known is not None else about


# "nay 71% đất của khu đã có chủ", "Trên khuôn viên 8,4 ha, nhà máy có thể ..."
_IT_HAS = regex.compile(
    fold_pattern(
        r"%?(?: (?:ha|m2))?(?: đất| mặt bằng| quỹ đất)?(?: công nghiệp)?(?:,| (?:của|trong|ở|tại))"
        r" (?:(?P<project>nhà máy|dự án|công trình|xưởng)|(?P<zone>khu|cụm))(?: này)?"
        r"(?= (?:đã|đang|có|được|mỗi|sẽ|hiện|cần|cho|dự kiến|sản xuất)(?![\p{L}])|[,.])"
    )
)


def same_rate(passage: Passage, index: int, state: dict[str, Any]) -> Subject | None:
    """The zone whose rate a number goes on with ("Cuối năm 2025 tỷ lệ này sẽ đạt 70%")."""
    told = state.get("told")
    if passage.quantities[index].dimension != "percent" or not told or told[-1].attribute != "occupancy":
        return None
    if not words.THIS_RATE.search(passage.folded, passage.gap(index)[0], passage.quantities[index].full_start):
        return None
    zone = recent(state, "zone", passage.sentence.line)
    if zone is None or zone.line != passage.sentence.line or zone.name != told[-1].entity:
        return None
    return replace(zone, carried=True, scope=0)


def _here(passage: Passage, index: int, state: dict[str, Any]) -> Subject | None:
    """The zone or project that workers are counted at, by "tại đây" alone ("12.600 công nhân làm việc tại đây")."""
    quantity = passage.quantities[index]
    if quantity.dimension not in ("count-person", "count-project", "money"):
        return None
    latest: Subject | None = state.get("subject") or recent(state, "zone", passage.sentence.line)
    if latest is None or latest.kind == "enterprise" or passage.sentence.line != latest.line:
        return None
    if not _HERE.search(passage.folded, passage.sentence.start, passage.sentence.end):
        return None
    return replace(latest, carried=True, scope=0, line=passage.sentence.line)


def housed(passage: Passage, at: int, state: dict[str, Any]) -> Subject | None:
    """The project that is built in the zone whose name begins at a place, where the sentence names no other."""
    if not _STANDS.search(passage.folded, max(passage.sentence.start, at - 40), at):
        return None
    known = recent(state, "project", passage.sentence.line)
    if known is None or passage.sentence.line - known.line > 1:
        return None
    return replace(known, carried=True, scope=0, line=passage.sentence.line)


_STANDS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:vị trí|xây dựng|nằm|đặt|triển khai|thực hiện)[^,.;]{0,20}(?:tại|ở|trong)"
        r"|(?:địa điểm|vị trí|nơi)(?: thực hiện| xây dựng| đầu tư)?\s*:?)\s*$"
    )
)


_INTO_THIS = regex.compile(
    fold_pattern(
        r"\s*(?:để |vào |cho )?(?:làm|xây dựng|xây|đầu tư|hoàn thiện|dựng)?(?: vào| cho)? ?"
        r"(?:công trình|nhà máy|dự án|tổ hợp) (?:này|trên|nói trên)"
    )
)


def aimed(
    passage: Passage, index: int, current: Subject | None, later: list[Turn], state: dict[str, Any]
) -> Subject | None:
    """The project behind a sum that is put into it ("chi 185 triệu USD mở rộng nhà máy ...")."""
    quantity = passage.quantities[index]
    if later and (fronted := _fronted(passage, index, later[0])) is not None:
        return fronted
    if quantity.dimension != "money" or (current is not None and current.kind != "enterprise"):
        return None
    before = passage.folded[max(passage.sentence.start, quantity.full_start - 40) : quantity.full_start]
    at, project = later[0] if later else (passage.sentence.end, None)
    given = _GIVEN.fullmatch(passage.folded, quantity.full_end, at) is not None
    if not given and not _PUT.search(before) and not _IS_PUT.match(passage.folded, quantity.full_end):
        return None
    if _INTO_THIS.match(passage.folded, quantity.full_end, passage.sentence.end):
        this = recent(state, "project", passage.sentence.line)
        if this is not None:
            giver = this.owner or (current.name if current is not None else None)
            return replace(this, owner=giver, carried=True, scope=0, line=passage.sentence.line)
    if project is None or project.kind != "project" or at - quantity.full_end > _FAR:
        return _described(passage, quantity.full_end, current)
    between = passage.folded[quantity.full_end : at]
    if not _INTO.match(between) or regex.search(r"[;.\d]", between):
        return None
    giver = project.owner or (current.name if current is not None else None)
    return replace(project, owner=giver, start=passage.sentence.start, end=passage.sentence.start)


_FRONTED = regex.compile(
    fold_pattern(
        r"\W*(?:với|có|trên|sở hữu|được (?:khởi công|xây dựng|đầu tư"
        r"|triển khai)(?![\p{L}])[^,;.]*?(?:với|trên))(?![\p{L}])"
    )
)
_THEN = regex.compile(
    fold_pattern(
        r"(?:[^,;.]{0,40}| và [^;.]{0,60}|, (?:tổng |vốn |diện tích |công suất )(?:[^;.]|\.\d){0,40}),\s+"
        r"(?:dự án |công trình )?"
    )
)


def _fronted(passage: Passage, index: int, turn: Turn) -> Subject | None:
    """The thing that a sentence names behind what it opens with of it ("Với diện tích 60 ha, CCN A đã ...")."""
    at, thing = turn
    quantity = passage.quantities[index]
    if thing is None or thing.start < passage.sentence.start or quantity.full_end > at or index > 1:
        return None
    opened = _FRONTED.match(passage.folded, passage.sentence.start, passage.quantities[0].full_start)
    if opened is None or passage.quantities[0].full_start - opened.end() > _OPENED_BY:
        return None
    if not _THEN.fullmatch(passage.folded, quantity.full_end, at):
        return None
    return replace(thing, start=passage.sentence.start, end=passage.sentence.start)


_SERVES = regex.compile(fold_pattern(r"(?<![\p{L}])(?:công suất|năng suất|năng lực|quy mô|đáp ứng)(?![\p{L}])"))


def facility(passage: Passage, index: int, state: dict[str, Any]) -> Subject | None:
    """The airport, port or station that a text is about, where a capacity in passengers names none."""
    quantity = passage.quantities[index]
    found: Subject | None = state.get("facility")
    if found is None or quantity.dimension != "count-visit" or words.GUESTS not in quantity.noun:
        return None
    start = max(passage.sentence.start, quantity.full_start - _NEAR)
    if not _SERVES.search(passage.folded, start, quantity.full_start):
        return None
    return replace(found, carried=True, scope=0, line=passage.sentence.line)


_HERE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:tại|ở|vào|về|đến) đây|nơi đây|tại khu này"
        r"|(?:tại|trong) (?:kcn|ccn|kkt|khu|cụm|nhà máy)(?: này)?(?=\s*(?:,|là|đạt|hiện|khoảng|có|\d|$)))(?![\p{L}])"
    )
)
_OPENED_BY = 40  # letters from "với" to its amount
_NEAR = 120  # letters before a number in which it is said that it is a capacity
_PUT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đầu tư|rót|đổ|chi|bỏ ra|bỏ|dành|góp|giải ngân|chi tới|số vốn|vốn)(?: (?:thêm"
        r"|khoảng|hơn|gần|tới|đến|là|trên))?\s*$"
    )
)
_GIVEN = regex.compile(
    fold_pattern(r"\s*(?:vào|cho)(?: việc)?(?: xây dựng| mở rộng)?\s*")
)  # "200 triệu USD cho nhà máy B"
_INTO = regex.compile(
    fold_pattern(
        r"\s*(?:vốn đầu tư |vốn )?(?:để |vào |cho )?(?:đầu tư |xây dựng|xây|mở rộng|nâng|phát triển"
        r"|triển khai|cho|vào|làm|lập)"
    )
)


def prepared(passage: Passage, index: int, current: Subject | None, state: dict[str, Any]) -> Subject | None:
    """The zone told of right before, where a firm puts money into its works ("Công ty B bỏ 90 tỷ đồng xây hạ tầng")."""
    if current is None or current.kind != "enterprise":
        return None
    if current.carried:
        return _let_by(passage, index, current, state)
    if not _WORKS_OF_ZONE.match(passage.folded, passage.quantities[index].full_end, passage.sentence.end):
        return None
    zone = recent(state, "zone", passage.sentence.line)
    if zone is None or zone.line != passage.sentence.line:
        return None
    return replace(zone, owner=zone.owner or current.name, carried=True, scope=0)


def _let_by(passage: Passage, index: int, firm: Subject, state: dict[str, Any]) -> Subject | None:
    """The zone whose land a firm lets, where the text goes on about the firm ("đơn vị này đã cho thuê 120 ha")."""
    zone = recent(state, "zone", passage.sentence.line)
    if zone is None or state.get("owners", {}).get(key(zone.name), zone.owner) != firm.name:
        return None
    if not _LETS.search(passage.folded, passage.gap(index)[0], passage.quantities[index].full_start):
        return None
    return replace(zone, owner=zone.owner or firm.name, carried=True, scope=0, line=passage.sentence.line)


_LETS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:cho thuê|cho khách thuê|lấp đầy)(?![\p{L}])"))
_WORKS_OF_ZONE = regex.compile(
    fold_pattern(
        r"\s*(?:để |vào )?(?:đầu tư |xây dựng |xây |làm )+(?:kết cấu )?hạ tầng(?: kỹ thuật)?(?! (?:kcn"
        r"|ccn|khu|cụm))"
    )
)


def _described(passage: Passage, at: int, giver: Subject | None) -> Subject | None:
    """What a sum is put into where only a noun tells it ("rót 2 tỷ USD xây nhà máy tại ...")."""
    into = _NOUN.match(passage.folded, at, min(passage.sentence.end, at + _FAR))
    if into is None or giver is None:
        return None
    name = passage.text[into.start("what") : into.end("what")].strip()
    start = passage.sentence.start
    return Subject(name, "project", start, start, giver.name, line=passage.sentence.line, proper=False)


def founded(passage: Passage, index: int, about: Subject | None) -> Subject | None:
    """What a firm builds, where a bare noun tells it ("Công ty A sẽ xây nhà máy tại KCN B với diện tích 60 ha")."""
    if about is None or about.kind != "enterprise" or about.start < passage.sentence.start:
        return about
    quantity = passage.quantities[index]
    built = _FOUNDS.match(passage.folded, about.end, quantity.full_start)
    if built is None:
        return about
    start, end = built.span("what")
    return Subject(passage.text[start:end], "project", start, end, about.name, line=about.line, proper=False)


_FOUNDS = regex.compile(
    fold_pattern(
        r"(?: \([^()]{2,30}\))?(?: (?:sẽ|đã|vừa|đang|cũng|dự kiến|chính thức|cam kết|muốn|tiếp tục|bắt đầu|đề xuất))*"
        r" (?:đầu tư xây dựng|xây dựng|xây|khởi công|lập)(?: (?:thêm|mới|một))* (?P<what>nhà máy|tổ hợp|trang trại)"
        r"(?= (?:tại|ở|trong|với|có|trên|mới)(?![\p{L}]))[^;.]*"
    )
)
_FAR = 90
_IS_PUT = regex.compile(fold_pattern(r"\s*(?:đã |sẽ |đang )?(?:được )(?:đầu tư|rót|chi|đổ|dành)(?![\p{L}])"))
_NOUN = regex.compile(
    fold_pattern(
        r"\s*(?:vốn |vốn đầu tư )?(?:đã được đầu tư |được đầu tư )?(?:để |vào |cho )?(?:đầu tư |xây dựng |xây |mở "
        r"rộng |lập )+(?P<what>(?:nhà máy|tổ hợp|khu|cảng|trung tâm|dây chuyền)"
        r"(?: (?!tại|ở|với|trong|có|và|từ|vào|do|của)\p{L}+){0,8})"
    )
)


def keep(passage: Passage, seen: list[Turn], last: Subject | None, state: dict[str, Any]) -> None:
    """Remember what the next sentences may go on about: the last thing, unless it was but an aside in brackets."""
    latest: dict[str, Subject] = state.setdefault("recent", {})
    for place, (_, subject) in enumerate(seen):
        if subject is not None and not (place and _told_beside(passage, subject, seen[0][1])):
            latest[subject.kind] = _on_line(subject, passage.sentence.line)
            if subject.proper:
                named: dict[str, Subject] = state.setdefault("proper", {})
                named.pop(subject.name, None)  # the last named stands last
                named[subject.name] = latest[subject.kind]
            if carries(subject) and not is_part(subject):
                state["facility"] = subject
    if last is not None and len(seen) > 1 and _told_beside(passage, last, seen[0][1]):
        last = seen[0][1]
    if last is not None and (last.carried or not _aside(passage, last)):
        state["subject"] = _on_line(last, passage.sentence.line)
    elif seen or passage.quantities:
        state["subject"] = None


def _on_line(subject: Subject, line: int) -> Subject:
    """A subject as one of the line that goes on about it."""
    return subject if subject.line == line else replace(subject, line=line)


def _told_beside(passage: Passage, subject: Subject, first: Subject | None) -> bool:
    """Whether a thing is named in a clause beside the one that the sentence is about ("... mà dự án B để lại")."""
    lead = passage.folded[max(passage.sentence.start, subject.start - 12) : subject.start]
    return first is not None and first.kind == subject.kind and _BESIDE.search(lead) is not None


_BESIDE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:mà|như|cạnh|gần|giống|thay)\s*$"))


def _aside(passage: Passage, subject: Subject) -> bool:
    lead = passage.folded[passage.sentence.start : subject.start]
    return lead.count("(") > lead.count(")")
