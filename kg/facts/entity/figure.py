"""The figure of a thing as a fact: its time, status, place and owner from the stretch that is about the thing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import regex

from kg.facts.discourse import Discourse
from kg.facts.entity.thing import Subject, Turn, is_part
from kg.facts.frame import Frame
from kg.facts.place import area_code
from kg.facts.tokens import Passage
from kg.mentions.period import Period, resolve, year_of
from kg.mentions.scan import Word
from kg.model import EntityFigure, Evidence, Status
from kg.text.normalise import fold_pattern

_PLANNED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:dự kiến|sẽ|phấn đấu|kế hoạch|quy hoạch|chấp thuận chủ trương|đề xuất|đề nghị"
        r"|chuẩn bị|nghiên cứu|theo thiết kế|khởi công|đang (?:xây|triển khai|thi công|khảo sát|lập)"
        r"|chưa(?! đầy| đến| tới))(?![\p{L}])"
    )
)
_TO_COME = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:dự kiến (?:phát điện|vận hành|đi vào|hoàn thành|khởi công|đưa vào|đóng điện"
        r"|hòa lưới|cod)|sẽ (?:đi vào|vận hành|hoàn thành|khởi công|phát điện|được)|(?:chốt|ấn định"
        r"|lùi|dời) (?:lịch|thời điểm|ngày) khởi công|đang (?:khảo sát|thi công|xây dựng|lập|gpmb"
        r"|giải phóng)|chưa có nhà đầu tư|chưa khởi công|phải phát điện|mới san lấp|được khởi công"
        r"|vừa khởi công|làm lễ khởi công|chờ cấp phép|hoàn tất thủ tục|sẽ)(?![\p{L}])"
    )
)
_RUNNING = regex.compile(
    fold_pattern(
        r"đang hoạt động|đã hoạt động|đi vào hoạt động|đã vận hành|phát điện (?:từ|ngày|thương mại)"
        r"|hòa lưới|đóng điện|hiện có|đã hoàn thành|khánh thành|đang vận hành|công nhận vận hành|sản "
        r"xuất được|đã (?:đi vào|chạy|đưa vào)|vận hành (?:ổn định|từ|thương mại)|chạy ổn định|hoạt "
        r"động (?:ổn định|từ)|đã lấp đầy|phát lên lưới|đang tạo|đang sử dụng"
    )
)
_COMING = regex.compile(fold_pattern(r"(?:dự kiến|sẽ|chuẩn bị|để|sớm|trước khi|khi|sau khi)[^,.;]{0,18}$"))
# The next sentence of the paragraph, where it goes on about the same thing.
_GOES_ON = regex.compile(
    fold_pattern(
        r"\.?[ ]+(?:dự án|nhà máy|công trình|dự kiến)(?= (?:do|dự kiến|sẽ|này|được|có|đang|khởi công|hoàn "
        r"thành|phát điện|đưa|đi vào))(?P<rest>[^.\n]{0,200})"
    )
)
_LICENSED = regex.compile(fold_pattern(r"dự án|cấp phép|giấy chứng nhận|được phép|nâng công suất"))
_FUTURE = regex.compile(
    fold_pattern(
        r"(?:hoàn thành|vận hành|hoạt động|phát điện|đóng điện|khởi công|khánh thành|đưa vào khai thác)[^,.;]{0,24}$"
    )
)


def make(
    passage: Passage,
    index: int,
    attribute: str,
    unit: str | None,
    subject: Subject,
    frame: Frame,
    discourse: Discourse,
    state: dict[str, Any],
) -> EntityFigure:
    """The fact that a number of the sentence states of a subject."""
    quantity = passage.quantities[index]
    owner = _one_owner(passage, index, subject)
    status = _status(passage, quantity.start, attribute, subject, frame, discourse, state)
    period = _period(passage, quantity.full_start, attribute, status, unit or quantity.unit or "", frame, discourse)
    evidence = _evidence(passage, discourse, quantity.start, quantity.end, attribute, subject)
    upon = attribute == "land-area" and quantity.approx == "over" and _upon(passage, quantity.full_start, index)
    return EntityFigure(
        replace(evidence, repairs=quantity.repairs),
        subject.kind,
        _name(subject, owner),
        attribute,
        quantity.value,
        unit or quantity.unit or "VND",
        quantity.value_max,
        period=period,
        status=status,
        approx=None if upon else quantity.approx,
        area=_area(passage, subject, quantity.full_start, frame, discourse, state),
        owner=owner,
    )


def phase_count(
    passage: Passage,
    start: int,
    end: int,
    value: Decimal,
    subject: Subject,
    frame: Frame,
    discourse: Discourse,
    state: dict[str, Any],
) -> EntityFigure:
    """The fact that a thing is built in so many phases; the number has no unit."""
    status = _status(passage, start, "phase-count", subject, frame, discourse, state)
    evidence = _evidence(passage, discourse, start, end, "phase-count", subject)
    area = _area(passage, subject, start, frame, discourse, state)
    name = _name(subject, subject.owner)
    return EntityFigure(
        evidence, subject.kind, name, "phase-count", value, "", status=status, area=area, owner=subject.owner
    )


def _evidence(
    passage: Passage, discourse: Discourse, start: int, end: int, attribute: str, subject: Subject
) -> Evidence:
    sentence = passage.sentence
    rules = ("entity.carried" if subject.carried else "entity.named", f"attribute.{attribute}")
    return Evidence(
        discourse.doc,
        start,
        end,
        passage.text[sentence.start : sentence.end],
        sentence.start,
        rules,
        0.8 if subject.carried else 0.9,
    )


def _name(subject: Subject, owner: str | None) -> str:
    """The name, or the description with its owner where nothing in it is a name."""
    if subject.kind == "project" and owner and not regex.search(r"\p{Lu}", subject.name[1:]):
        return f"{subject.name} - {owner}"
    return subject.name


def _upon(passage: Passage, start: int, index: int) -> bool:
    """Whether "trên" before an area is a preposition ("26 trụ trên 27,7 ha đất"), not "more than"."""
    lead = passage.folded[start : passage.quantities[index].start]
    before = passage.folded[max(passage.sentence.start, start - 12) : start].rstrip(" ,;")
    return lead.startswith(fold_pattern("trên")) and not before.endswith(
        (fold_pattern("diện tích"), fold_pattern("rộng"), fold_pattern("quy mô"), "là")
    )


def _one_owner(passage: Passage, index: int, subject: Subject) -> str | None:
    """Which of several owners a number in a bracket belongs to, where there are as many numbers."""
    if len(subject.owners) < 2:
        return subject.owner
    opened = passage.folded.rfind("(", passage.sentence.start, passage.quantities[index].start)
    inside = [
        q.start
        for q in passage.quantities
        if opened < q.start < (passage.folded.find(")", opened) if opened >= 0 else 0)
    ]
    if len(inside) != len(subject.owners) or passage.quantities[index].start not in inside:
        return subject.owner
    return subject.owners[inside.index(passage.quantities[index].start)]


def _period(
    passage: Passage, start: int, attribute: str, status: str, unit: str, frame: Frame, discourse: Discourse
) -> str | None:
    mention: Period | None = next(
        (
            t
            for t in reversed(passage.between(passage.sentence.start, start))
            if isinstance(t, Period) and t.kind not in ("same", "versus", "plan")
        ),
        None,
    )
    quantity_end = next((q.full_end for q in passage.quantities if q.full_start == start), start)
    behind = next(
        (
            t
            for t in passage.between(quantity_end, quantity_end + 6)
            if isinstance(t, Period) and t.kind in ("until", "year")
        ),
        None,
    )
    if behind is not None:
        mention = behind  # "lấp đầy 80% vào năm 2025"
    if mention is not None:
        if status == "target" and mention is not behind and attribute not in ("capacity", "annual-output", "occupancy"):
            return None  # when the works end, not when the sum is
        if mention.kind == "day" and attribute in ("investment-capital", "land-area", "capacity", "additional-capital"):
            return None  # the day of a ceremony or a licence
        return resolve(
            mention, discourse.clock, attribute not in ("annual-output", "capacity") and mention.kind != "year"
        )
    if status == "target":
        if frame.period is not None:
            year = year_of(frame.period, discourse.clock)
            return str(year) if year and frame.period.kind != "span" else resolve(frame.period, discourse.clock, False)
        if discourse.flow_period is not None and attribute == "capacity":
            year = year_of(discourse.flow_period, discourse.clock)
            now = discourse.clock.year
            return str(year) if year and (now is None or year <= now + 1) else None
        return None
    if attribute in ("occupancy", "leased-land", "projects", "employees", "land-area", "wage"):
        return discourse.fallback(True)
    if attribute == "annual-output" and "/" not in unit and discourse.flow_period is not None:
        return resolve(discourse.flow_period, discourse.clock, False)
    return None


def _status(
    passage: Passage,
    at: int,
    attribute: str,
    subject: Subject,
    frame: Frame,
    discourse: Discourse,
    state: dict[str, Any],
) -> Status:
    """Planned or running: what stands after "dự kiến đi vào hoạt động:" is planned; so is what is only licensed."""
    inside = subject.start >= passage.sentence.start
    first = max(passage.sentence.start, subject.start - 90) if inside else passage.sentence.start
    colon = passage.folded.find(":", passage.sentence.start, subject.start) if inside else -1
    listed = colon > 0 and _PLANNED.search(passage.folded, passage.sentence.start, colon)
    if frame.status == "target" or listed or _PLANNED.search(passage.folded, first, at):
        return "target"
    planned = _planned(passage, subject, discourse)
    known: dict[str, bool] = state.setdefault("planned", {})
    if planned is None and subject.carried:
        planned = known.get(subject.name)
    elif planned is not None:
        known[subject.name] = planned
    if planned:
        return "target"
    if (
        attribute == "capacity"
        and planned is None
        and subject.kind == "project"
        and _LICENSED.search(passage.folded, first, at)
    ):
        return "target"
    return "actual"


def _planned(passage: Passage, subject: Subject, discourse: Discourse) -> bool | None:
    """Whether the stretch about a thing says that it is yet to come (True) or runs (False); None if neither."""
    start = max(subject.start, passage.sentence.start)
    stop = _reach(passage, subject)
    stretch = passage.folded[start:stop]
    running = _RUNNING.search(stretch)
    if running and not _COMING.search(stretch[: running.start()]):
        return False
    if _TO_COME.search(stretch):
        return True
    for token in passage.between(start, stop):
        if isinstance(token, Period) and token.kind not in ("same", "versus", "plan"):
            year = year_of(token, discourse.clock)
            if discourse.future(token, year) and _FUTURE.search(
                passage.folded[max(start, token.start - 40) : token.start]
            ):
                return True
    following = (
        _GOES_ON.match(passage.folded, passage.sentence.end, passage.sentence.end + 260)
        if stop == passage.sentence.end
        else None
    )
    if following is None or _RUNNING.search(following["rest"]):
        return None
    return True if _TO_COME.search(following["rest"]) else None


def _reach(passage: Passage, subject: Subject) -> int:
    """Where the stretch about a thing ends: an item of a list is about it to the end of its line."""
    if subject.scope and subject.scope < passage.sentence.end:
        return subject.scope
    return passage.sentence.end


def note_places(passage: Passage, turns: list[Turn], discourse: Discourse, state: dict[str, Any]) -> None:
    """Remember where the things of a sentence without figures are, for the figures to come."""
    known: dict[str, str] = state.setdefault("places", {})
    for _, subject in turns:
        if subject is not None and subject.kind != "enterprise" and subject.start >= passage.sentence.start:
            inside = _inside(passage, subject)
            place = inside if passage.quantities else _place(passage, subject, passage.sentence.end, discourse)
            if place is not None:
                known[subject.name.casefold()] = place


def _area(
    passage: Passage, subject: Subject, at: int, frame: Frame, discourse: Discourse, state: dict[str, Any]
) -> str | None:
    """Where a thing is; said once, it holds wherever the document names the thing again."""
    known: dict[str, str] = state.setdefault("places", {})
    keys = [k.casefold() for k in (subject.name, subject.owner) if k]
    place = _place(passage, subject, at, discourse)
    if place is not None:
        for key in keys:
            if "/" in place or key not in known:
                known[key] = place
        return place
    found = next((known[k] for k in keys if k in known), None) or frame.area
    if found in (None, "VN") and discourse.own in (None, "VN") and is_part(subject):
        provinces = {code.partition("/")[0] for code in known.values()}
        if len(provinces) == 1:
            return provinces.pop()  # the text tells of things in one province
    return found or discourse.own


_AT = regex.compile(
    fold_pattern(r"(?:tại|ở|thuộc|huyện|xã|tp\.?|thành phố|thị xã|quận|tỉnh|tx\.?|trên địa bàn|phường|\(|,|-|h\.)\s*$")
)


def _place(passage: Passage, subject: Subject, at: int, discourse: Discourse) -> str | None:
    """The district or province of a thing: behind its name, before it in the sentence, or in it."""
    own = discourse.own
    inside = passage.sentence.start <= subject.start
    start = subject.end if inside else passage.sentence.start
    codes = [
        (t, area_code(t, own) or _landmark(t))
        for t in passage.between(start, max(_reach(passage, subject), start))
        if isinstance(t, Word)
    ]
    known = [(t, c) for t, c in codes if c is not None and c.startswith("VN-")]
    close = passage.folded.find(";", at, _reach(passage, subject))
    fitting = [
        (t, c)
        for t, c in known
        if t.start < at
        or ((close < 0 or t.start < close) and _AT.search(passage.folded[max(start, t.start - 14) : t.start]))
    ]
    if fitting:
        return _finest(fitting, at)
    landmark = _inside(passage, subject)
    if landmark is not None:
        return landmark
    if not inside:
        return subject.area
    ahead = [area_code(t, own) for t in passage.between(passage.sentence.start, subject.start) if isinstance(t, Word)]
    named = [c for c in ahead if c is not None and c.startswith("VN-")]
    if named and ";" not in passage.folded[max(passage.sentence.start, subject.start - 160) : subject.start]:
        return named[-1]
    if named and regex.match(r"[^;,(]{0,40}:", passage.folded, pos=passage.sentence.start):
        return named[0]  # "Huyện Thủ Thừa: CCN A 45 ha; CCN B 35 ha"
    if own is None or own == "VN":
        held = [area_code(t, None) for t in passage.inside if subject.start <= t.start < subject.end]
        return next((c for c in held if c is not None and c.startswith("VN-") and "/" not in c), None)
    return None


def _inside(passage: Passage, subject: Subject) -> str | None:
    """The province that a landmark in a thing's name tells."""
    return next((c for t in passage.inside if subject.start <= t.start < subject.end and (c := _landmark(t))), None)


def _landmark(word: Word) -> str | None:
    """The province of an airport, port or zone that it alone has, which tells where a thing of that name is."""
    label = word.of("area")
    known = label is not None and label.kind == "context" and "/" not in label.concept.code
    return label.concept.code if label is not None and known else None


def _finest(places: list[tuple[Word, str]], at: int) -> str:
    """The place nearest before the number, or else the first behind it; of "xã A, huyện B, tỉnh C" the district."""
    ahead = [p for p in places if p[0].start < at]
    index = len(ahead) - 1 if ahead else 0
    word, code = (ahead or places)[index]
    for other, finer in places:
        if "/" in finer and "/" not in code and finer.startswith(code) and abs(other.start - word.start) < 45:
            return finer
    return code
