"""The figure of a thing as a fact: its time, status, place and owner from the stretch that is about the thing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import regex

from kg.facts.discourse import Discourse
from kg.facts.entity import where
from kg.facts.entity.thing import Subject, Turn
from kg.facts.frame import Frame
from kg.facts.tokens import Passage
from kg.mentions.period import Period, resolve, year_of
from kg.model import EntityFigure, Evidence, Status
from kg.text.normalise import fold_pattern
from kg.text.segment import DASH

_PLANNED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:dự kiến|sẽ|phấn đấu|kế hoạch|quy hoạch|chấp thuận chủ trương|đề xuất|đề nghị"
        r"|chuẩn bị|nghiên cứu|theo thiết kế|khởi công|cam kết|ghi nhớ|hứa|nên xây|xây thêm|phương án|được phép"
        r"|đẩy nhanh tiến độ|khi (?:hoạt động )?(?:đủ|hết|đạt|100%) công suất|khi lấp đầy"
        r"|đang (?:xây|triển khai|thi công|khảo sát|lập)"
        r"|chưa(?! đầy| đến| tới))(?![\p{L}])"
    )
)
_HAS_ENDED = regex.compile(  # "khởi công năm 2018, hoàn thành tháng 6/2020": begun and done
    fold_pattern(r"khởi công[^.;]{2,60}(?<!sẽ |dự kiến |để |sớm )(?:hoàn thành|đi vào (?:hoạt động|vận hành))")
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
_RAISED = regex.compile(fold_pattern(r" (?:lên|xuống|thành)(?: (?:đến|tới|thành))? (?:\p{L}+ )?\d"))
_FROM = fold_pattern(" từ ")
_BUILDS = regex.compile(
    fold_pattern(r"(?<!(?:đã|vừa|đang|từng|hoàn thành|của|được) )(?<![\p{L}])(?:xây|xây dựng)(?: thêm| mới)?\s*$")
)
_WILL_BUILD = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:sẽ|đang|dự kiến|chuẩn bị|cam kết|đề xuất|có kế hoạch|muốn|ghi nhớ)(?: \p{L}+){0,3}? "
        r"(?:đầu tư|xây dựng|xây|triển khai|khởi công|mở rộng|nâng cấp|làm|lập)[^,.;:]{0,24}$"
    )
)
_BEGUN = regex.compile(fold_pattern(r"(?<![\p{L}])(?:khởi công|động thổ)(?: (?:xây dựng|dự án|đầu tư))*\s*$"))
_HELD = ("occupancy", "leased-land", "projects", "employees")
_HAS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:đã|hiện|đang)(?! (?:được )?(?:quy hoạch|cấp))[^,;.]{0,40}$"))
_PERMIT = regex.compile(fold_pattern(r"(?<![\p{L}])(?:trao|cấp|nhận)[^,.;]{0,12} (?:chứng nhận|giấy phép)(?![\p{L}])"))
_PERMITS = tuple(map(fold_pattern, ("chứng nhận", "giấy phép")))  # all that it matches has one
_NOT_YET = ("capacity", "employees")  # what a licence promises; the sum and the land it states as they are
_LICENSED = regex.compile(fold_pattern(r"dự án|cấp phép|giấy chứng nhận|được phép|nâng công suất"))
_LICENSES = regex.compile(
    fold_pattern(r"(?:dự án|da)[^\n]*(?:được )?(?:cấp|chấp thuận)|(?:cấp mới|cấp giấy|chấp thuận)[^\n]*(?:dự án|da)")
)
_ITEMS = regex.compile(r"(?:[ \t]*[-+*•][^\n]*\n)*[ \t]*")
_WORKS = regex.compile(
    fold_pattern(
        r"(?:khởi công|khởi động|hoàn thành|đi vào (?:hoạt động|vận hành|sản xuất)|vận hành|khánh thành|động thổ"
        r"|đưa vào (?:sử dụng|khai thác|vận hành))"
        r"(?: (?:từ|vào|trong|xây dựng|thương mại))*\s*$"
    )
)
_OPENED = regex.compile(
    fold_pattern(r"[^.;]{0,90}?(?:đi vào (?:hoạt động|vận hành|sản xuất)|khánh thành|được khởi công|hoàn thành)")
)
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
        area=where.area(passage, subject, quantity.full_start, frame, discourse, state),
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
    area = where.area(passage, subject, start, frame, discourse, state)
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
            if isinstance(t, Period)
            and t.kind in ("until", "year")
            and not passage.folded[quantity_end : t.start].strip().startswith((",", ";"))
        ),
        None,
    )
    if behind is not None:
        mention = behind  # "lấp đầy 80% vào năm 2025"
    if mention is not None:
        done = status == "actual" and mention is not behind and attribute != "annual-output"
        if done and _of_works(passage, mention, start):
            return None  # "hoàn thành tháng 6/2020, công suất 2 triệu tấn/năm": when the works ended
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
    if attribute in ("occupancy", "leased-land", "projects", "employees", "wage"):
        return discourse.fallback(True)
    if attribute == "annual-output" and "/" not in unit and discourse.flow_period is not None:
        return resolve(discourse.flow_period, discourse.clock, False)
    return None


def _of_works(passage: Passage, time: Period, start: int) -> bool:
    """Whether a time is when works began or ended ("khởi công năm 2018, hoàn thành tháng 6/2020, công suất ...")."""
    before = max(passage.sentence.start, time.start - 26)
    began = _WORKS.search(passage.folded, before, time.start) is not None
    return began or _OPENED.match(passage.folded, time.end, start) is not None


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
    quantity = next((q for q in passage.quantities if q.start == at), None)
    if (
        quantity is not None
        and passage.folded.endswith(_FROM, 0, quantity.full_start)
        and _RAISED.match(passage.folded, quantity.full_end, quantity.full_end + 20)
    ):
        return "actual"  # what it is raised from: "từ 50.000 lên 150.000 m3/ngày"
    if attribute in _HELD and quantity is not None and _HAS.search(passage.folded, passage.sentence.start, at):
        return "actual"  # "đã cho thuê 158 ha", whatever is planned beside it
    inside = subject.start >= passage.sentence.start
    first = max(passage.sentence.start, subject.start - 90) if inside else passage.sentence.start
    colon = passage.folded.find(":", passage.sentence.start, subject.start) if inside else -1
    listed = colon > 0 and _PLANNED.search(passage.folded, passage.sentence.start, colon)
    done = inside and _HAS_ENDED.search(passage.folded, first, at) is not None
    if frame.status == "target" or listed or (not done and _PLANNED.search(passage.folded, first, at)):
        return "target"
    planned = _planned(passage, subject, discourse)
    if planned is None and inside and _BUILDS.search(passage.folded, max(first, subject.start - 30), subject.start):
        planned = True
    known: dict[str, bool] = state.setdefault("planned", {})
    if planned is None:
        planned = known.get(subject.name)
    elif planned is not None:
        known[subject.name] = planned
    licensed: set[str] = state.setdefault("licensed", set())
    if planned or (planned is None and attribute in _NOT_YET and subject.name in licensed):
        return "target"
    if (
        attribute == "capacity"
        and planned is None
        and subject.kind == "project"
        and (_LICENSED.search(passage.folded, first, at) or _listed_as_licensed(passage))
    ):
        return "target"
    return "actual"


def _listed_as_licensed(passage: Passage) -> bool:
    """Whether an item stands in a list of projects that were just licensed ("Các dự án cấp mới trong tháng:")."""
    if passage.sentence.level < DASH:
        return False
    head = passage.folded.rfind(":\n", 0, passage.sentence.start)
    return head >= 0 and (
        _LICENSES.search(passage.folded, passage.folded.rfind("\n", 0, head) + 1, head) is not None
        and _ITEMS.fullmatch(passage.folded, head + 2, passage.sentence.start) is not None
    )


def note_plans(passage: Passage, turns: list[Turn], state: dict[str, Any]) -> None:
    """Remember the projects that a sentence says will be built, for the figures to come ("sẽ đầu tư dự án thép X")."""
    known: dict[str, bool] = state.setdefault("planned", {})
    for _, subject in turns:
        if subject is None or subject.kind != "project" or subject.carried or subject.start < passage.sentence.start:
            continue
        before = max(passage.sentence.start, subject.start - 60)
        if _WILL_BUILD.search(passage.folded, before, subject.start) or _BEGUN.search(
            passage.folded, before, subject.start
        ):
            known.setdefault(subject.name, True)


def note_licences(passage: Passage, turns: list[Turn], state: dict[str, Any]) -> None:
    """Remember the projects that a sentence tells as licensed, for the figures to come."""
    if not turns:
        return
    folded, start, end = passage.folded, passage.sentence.start, passage.sentence.end
    permit = _PERMIT.search(folded, start, end) if any(folded.find(p, start, end) >= 0 for p in _PERMITS) else None
    if permit is None:
        return
    licensed: set[str] = state.setdefault("licensed", set())
    licensed.update(s.name for _, s in turns if s is not None and s.kind == "project" and s.end >= permit.start())


def _planned(passage: Passage, subject: Subject, discourse: Discourse) -> bool | None:
    """Whether the stretch about a thing says that it is yet to come (True) or runs (False); None if neither."""
    start = max(subject.start, passage.sentence.start)
    stop = where.reach(passage, subject)
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
