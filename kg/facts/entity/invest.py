"""What money is put into: the plant that a sum builds, the zone that a firm prepares and lets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import regex

from kg.facts.entity.carry import recent
from kg.facts.entity.land import GIVEN
from kg.facts.entity.thing import Subject, Turn, key
from kg.facts.tokens import Passage
from kg.model import EntityFigure
from kg.text.normalise import fold_pattern

_STANDS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:vị trí|xây dựng|nằm|đặt|triển khai|thực hiện)[^,.;]{0,20}(?:tại|ở|trong)"
        r"|(?:địa điểm|vị trí|nơi)(?: thực hiện| xây dựng| đầu tư)?\s*:?)\s*$"
    )
)
_INTO_THIS = regex.compile(
    fold_pattern(
        r"\s*(?:để |vào |cho )?(?:làm|xây dựng|xây|đầu tư|hoàn thiện|dựng)?(?: vào| cho)? ?"
        r"(?:(?:công trình|nhà máy|dự án|tổ hợp) (?:này|trên|nói trên)|giai đoạn (?:1|i|một|đầu)(?![\p{L}\d]))"
    )
)
_FRONTED = regex.compile(
    fold_pattern(
        r"\W*(?:với|có|trên|sở hữu|rộng|trải rộng|được (?:khởi công|xây dựng|đầu tư"
        r"|triển khai)(?![\p{L}])[^,;.]*?(?:với|trên))(?![\p{L}])"
    )
)
_THEN = regex.compile(
    fold_pattern(
        r"(?:[^,;.]{0,40}| và [^;.]{0,60}|, (?:nằm|tọa lạc|trải|kề|bên|cách|được)(?![\p{L}])[^;.\d]{3,80}"
        r"|, (?:tổng |vốn |diện tích |công suất )(?:[^;.]|\.\d){0,40}),\s+"
        r"(?:dự án |công trình )?"
    )
)
_OPENED_BY = 40  # letters from "với" to its amount
_PUT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đầu tư|rót|đổ|chi|bỏ ra|bỏ|dành|góp|giải ngân|chi tới|số vốn|vốn|đăng ký"
        r"|bổ sung|tăng)(?: (?:thêm|tổng cộng|tổng số|số tiền"
        r"|khoảng|hơn|gần|tới|đến|là|trên))*\s*$"
    )
)
_GIVEN = regex.compile(
    fold_pattern(r"\s*(?:vào|cho)(?: việc)?(?: xây dựng| mở rộng)?\s*")
)  # "200 triệu USD cho nhà máy B"
_INTO = regex.compile(
    fold_pattern(
        r"\s*(?:vốn đầu tư |vốn )?(?:(?:đã |sẽ |đang )?được (?:đầu tư|rót|chi|đổ|dành) )?"
        r"(?:để |vào |cho )?(?:đầu tư |xây dựng|xây|mở rộng|nâng|phát triển"
        r"|triển khai|cho|vào|làm|lập)"
    )
)
_ALSO = regex.compile(  # "1,35 tỷ USD (tương đương 30.800 tỷ đồng) xây nhà máy"
    fold_pattern(r"^\s*\((?:tương đương|tương ứng|khoảng|hơn|gần|bằng)[^()]{3,40}\)")
)
_LETS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:cho thuê|cho khách thuê|lấp đầy)(?![\p{L}])"))
_WORKS_OF_ZONE = regex.compile(
    fold_pattern(
        r"\s*(?:để |vào )?(?:đầu tư |xây dựng |xây |làm )+(?:kết cấu )?hạ tầng(?: kỹ thuật)?(?! (?:kcn"
        r"|ccn|khu|cụm))"
    )
)
_FOUNDS = regex.compile(
    fold_pattern(
        r"(?: \([^()]{2,30}\))?"
        r"(?: (?:sẽ|đã|vừa|mới|đang|cũng|dự kiến|chính thức|cam kết|muốn|tiếp tục|bắt đầu|đề xuất))*"
        r" (?:đầu tư xây dựng|xây dựng|xây|khởi công|lập)(?: (?:thêm|mới"
        r"|một))* (?P<what>(?:nhà máy|xưởng|tổ hợp|trang trại)(?: thứ (?:hai|ba|tư))?)"
        r"(?= (?:tại|ở|trong|với|có|trên|mới)(?![\p{L}]))[^;.]*"
    )
)
_THE_FIRM = regex.compile(fold_pattern(r"\W*(?:công ty|doanh nghiệp|đơn vị|tập đoàn)(?: này)?(?= )"))
_FAR = 90
# "Hiện có 4.350 lao động đang làm việc tại Công ty A"
_WORK_AT = regex.compile(
    fold_pattern(
        r"(?: \p{L}+){0,4}? (?:đang |hiện |đã )*(?:làm việc|lao động|làm) (?:tại|ở|trong"
        r"|cho)(?: các)?(?: nhà máy)?(?: của)? "
    )
)
_IS_PUT = regex.compile(fold_pattern(r"\s*(?:đã |sẽ |đang )?(?:được )(?:đầu tư|rót|chi|đổ|dành)(?![\p{L}])"))
_NOUN = regex.compile(
    fold_pattern(
        r"\s*(?:vốn |vốn đầu tư )?(?:đã được đầu tư |được đầu tư )?(?:để |vào |cho )?(?:đầu tư |xây dựng |xây |mở "
        r"rộng |lập )+(?P<what>(?:nhà máy|tổ hợp|khu|cảng|trung tâm|dây chuyền|xưởng|phân xưởng)"
        r"(?: (?!tại|ở|với|trong|có|và|từ|vào|do|của)\p{L}+){0,8})"
    )
)


def housed(passage: Passage, at: int, state: dict[str, Any]) -> Subject | None:
    """The project that is built in the zone whose name begins at a place, where the sentence names no other."""
    if not _STANDS.search(passage.folded, max(passage.sentence.start, at - 40), at):
        return None
    known = recent(state, "project", passage.sentence.line)
    if known is None or passage.sentence.line - known.line > 1:
        return None
    return replace(known, carried=True, scope=0, line=passage.sentence.line)


def aimed(
    passage: Passage, index: int, current: Subject | None, later: list[Turn], state: dict[str, Any]
) -> Subject | None:
    """The project behind a sum that is put into it ("chi 185 triệu USD mở rộng nhà máy ...")."""
    quantity = passage.quantities[index]
    people = current is None and quantity.dimension == "count-person"
    if people and later and _WORK_AT.fullmatch(passage.folded, quantity.full_end, later[0][0]) is not None:
        return later[0][1]
    if later and (fronted := _fronted(passage, index, later[0])) is not None:
        return fronted
    if quantity.dimension == "area" and current is not None and current.kind == "enterprise" and later:
        return _on_land(passage, index, current, *later[0])
    if quantity.dimension != "money":
        return None
    if current is not None and current.kind == "project" and later and (also := _also(passage, index, later[0])):
        return replace(also, owner=also.owner or current.owner)
    put = current is None or current.kind == "enterprise"
    if not put and not (
        current is not None and current.kind == "zone" and _IS_PUT.match(passage.folded, quantity.full_end)
    ):
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
            if giver is not None:
                state.setdefault("owners", {}).setdefault(key(this.name), giver)
            return replace(this, owner=giver, carried=True, scope=0, line=passage.sentence.line)
    if project is None or project.kind != "project" or at - quantity.full_end > _FAR:
        return _described(passage, quantity.full_end, current)
    between = _ALSO.sub("", passage.folded[quantity.full_end : at])
    if not _INTO.match(between) or regex.search(r"[;.\d]", between):
        return None
    giver = project.owner or (current.name if current is not None and current.kind == "enterprise" else None)
    at_firm = current.end if current is not None and not current.carried else passage.sentence.start
    return replace(project, owner=giver, start=at_firm, end=at_firm)


def _also(passage: Passage, index: int, turn: Turn) -> Subject | None:
    """The second project that a giver puts a sum into ("... vào dự án dệt A và 90 triệu USD vào dự án may B")."""
    at, project = turn
    quantity = passage.quantities[index]
    if project is None or project.kind != "project" or project.start < passage.sentence.start:
        return None
    joined = _JOINED.search(passage.folded, passage.sentence.start, quantity.full_start) is not None
    if not joined or not _GIVEN.fullmatch(passage.folded, quantity.full_end, at):
        return None
    return replace(project, start=passage.sentence.start, end=passage.sentence.start)


_JOINED = regex.compile(fold_pattern(r"(?<![\p{L}])(?:và|cùng)(?: (?:khoảng|hơn|gần|trên))?\s*$"))


def _on_land(passage: Passage, index: int, firm: Subject, at: int, project: Subject | None) -> Subject | None:
    """The project behind the land that a firm is given for it ("được giao 12 ha đất để xây dựng nhà máy ...")."""
    quantity = passage.quantities[index]
    if project is None or project.kind != "project" or project.start < passage.sentence.start:
        return None
    given = GIVEN.search(passage.folded, passage.sentence.start, quantity.full_start)
    if given is None or not _TO_BUILD.fullmatch(passage.folded, quantity.full_end, at):
        return None
    return replace(project, owner=project.owner or firm.name, start=passage.sentence.start, end=passage.sentence.start)


_TO_BUILD = regex.compile(
    fold_pattern(
        r"\s*(?:đất |mặt bằng |đất sạch )?(?:tại [^,;.\d]{3,40} )?(?:để |nhằm )(?:đầu tư "
        r"|xây dựng |xây |làm |triển khai )*"
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


def prepared(passage: Passage, index: int, current: Subject | None, state: dict[str, Any]) -> Subject | None:
    """The zone told of right before, where a firm puts money into its works ("Công ty B bỏ 90 tỷ đồng xây hạ tầng")."""
    if current is None or current.kind != "enterprise":
        return None
    if current.carried:
        return _its_project(passage, index, current, state) or _let_by(passage, index, current, state)
    if not _WORKS_OF_ZONE.match(passage.folded, passage.quantities[index].full_end, passage.sentence.end):
        return None
    zone = recent(state, "zone", passage.sentence.line)
    if zone is None or zone.line != passage.sentence.line:
        return None
    return replace(zone, owner=zone.owner or current.name, carried=True, scope=0)


def _its_project(passage: Passage, index: int, firm: Subject, state: dict[str, Any]) -> Subject | None:
    """The project told right before, whose whole capital a firm puts in ("Tập đoàn này đầu tư tổng vốn ...")."""
    project = recent(state, "project", passage.sentence.line)
    if project is None or passage.quantities[index].dimension != "money" or project.line != passage.sentence.line:
        return None
    if state.get("owners", {}).get(key(project.name), project.owner) != firm.name:
        return None
    if not _WHOLE_CAPITAL.search(passage.folded, passage.sentence.start, passage.quantities[index].full_start):
        return None
    return replace(project, owner=firm.name, carried=True, scope=0, line=passage.sentence.line)


_WHOLE_CAPITAL = regex.compile(
    fold_pattern(r"(?<![\p{L}])đầu tư (?:với )?tổng (?:số )?vốn(?: đầu tư)?(?: là| khoảng| hơn| gần| trên| tới)*\s*$")
)


def _let_by(passage: Passage, index: int, firm: Subject, state: dict[str, Any]) -> Subject | None:
    """The zone whose land a firm lets, where the text goes on about the firm ("đơn vị này đã cho thuê 120 ha")."""
    zone = recent(state, "zone", passage.sentence.line)
    owner = state.get("owners", {}).get(key(zone.name), zone.owner) if zone is not None else None
    told = state.get("told")
    if zone is None or owner not in (None, firm.name) or not (owner or (told and told[-1].entity == zone.name)):
        return None
    if not _LETS.search(passage.folded, passage.gap(index)[0], passage.quantities[index].full_start):
        return None
    return replace(zone, owner=zone.owner or firm.name, carried=True, scope=0, line=passage.sentence.line)


def of_its_project(fact: EntityFigure, figures: list[EntityFigure]) -> EntityFigure:
    """The capital that a firm puts in as its project's, where the text says that sum of it too ("A rót 1,2 tỷ USD")."""
    if fact.entity_type != "enterprise" or fact.attribute != "investment-capital":
        return fact
    for other in figures:
        alike = (other.attribute, other.value, other.unit) == (fact.attribute, fact.value, fact.unit)
        if not alike or other.entity_type != "project":
            continue
        if other.owner is None or fact.entity in other.owner or other.owner in fact.entity:
            placed = (other.area or "").startswith(fact.area or "")
            area = other.area if placed and other.area is not None else fact.area
            return replace(
                fact, entity_type="project", entity=other.entity, owner=fact.entity, area=area, status=other.status
            )
    return fact


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
    if about is None or about.kind != "enterprise":
        return about
    quantity = passage.quantities[index]
    at = about.end
    if about.start < passage.sentence.start:
        led = _THE_FIRM.match(passage.folded, passage.sentence.start, quantity.full_start)
        if led is None:
            return about
        at = led.end()  # "Doanh nghiệp đang xây nhà máy thứ ba ở thị xã A, vốn ..."
    built = _FOUNDS.match(passage.folded, at, quantity.full_start)
    if built is None:
        return about
    start, end = built.span("what")
    return Subject(passage.text[start:end], "project", start, end, about.name, line=about.line, proper=False)
