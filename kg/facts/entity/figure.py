"""The figure of a thing as a fact: its time, status, place and owner from the stretch that is about the thing."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from decimal import Decimal
from typing import Any

import regex

from kg.facts.clock import in_year_to_come
from kg.facts.discourse import Discourse
from kg.facts.entity import planned, where
from kg.facts.entity.thing import Subject
from kg.facts.frame import Frame
from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.mentions.quantity import Quantity
from kg.mentions.resolve import resolve, year_of
from kg.model import EntityFigure, Evidence
from kg.text.normalise import fold_pattern
from kg.text.segment import ITEMS

_WORKS = regex.compile(
    fold_pattern(
        r"(?:khởi công|khởi động|thành lập|hoàn thành|đi vào (?:hoạt động|vận hành|sản xuất)"
        r"|vận hành|chạy thử|vận hành thử|thông xe|khánh thành|động thổ|hòa lưới|phát điện|đóng điện|khai trương"
        r"|đi vào khai thác"
        r"|đưa vào (?:sử dụng|khai thác|vận hành))"
        r"(?: (?:từ|vào|trong|xây dựng|thương mại|hạ tầng|đầu|giữa|cuối))*\s*$"
    )
)
_AT_ONCE, _UNIT_AND_TIME = 6, 24  # letters
# "lên 6.500 tấn mía/ngày vào năm 2020"
_OF_GOODS = regex.compile(
    fold_pattern(r"\s*\p{L}+(?: \p{L}+)?/(?:ngày|năm|tháng|giờ)(?: đêm)?\s*(?:(?:vào|từ|trong|đến)\s+)?")
)
_CAPITAL = regex.compile(r"\p{Lu}")
_STANDING = ("occupancy", "leased-land", "projects", "employees", "wage")  # they stand at a day, and change
_AT_THEIR_TIME = ("capacity", "annual-output", "occupancy")
_OPENED = regex.compile(
    fold_pattern(r"[^.;]{0,90}?(?:đi vào (?:hoạt động|vận hành|sản xuất)|khánh thành|được khởi công|hoàn thành)")
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
    status = planned.status(passage, quantity.start, attribute, subject, frame, discourse, state)
    period = _period(passage, quantity.full_start, attribute, status, unit or quantity.unit or "", frame, discourse)
    if status == "actual" and period is not None and in_year_to_come(period, discourse.clock):
        status = "target"  # "Đến năm 2030, tỷ lệ lấp đầy KCN A đạt 95%"
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


# "một số dự án dự kiến đi vào hoạt động: nhà máy A (công suất ...)": in the year of the report
_STARTS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:dự kiến|sẽ|chuẩn bị|sắp) (?:\p{L}+ ){0,2}?(?:đi vào|hoạt động|vận hành|sản xuất)[^.;]{0,60}:"
    )
)
_HEADLINE = 6  # figures that a headline may have


def note_headline(passage: Passage, told: Set[int], discourse: Discourse, state: dict[str, Any]) -> None:
    """Remember the figures of a headline that are of no thing that it names; the text may name it."""
    for quantity in passage.quantities[:_HEADLINE]:
        if quantity.start not in told and (
            quantity.dimension in ("money", "area", "power") or "/" in (quantity.unit or "")
        ):
            _keep(passage, quantity, discourse, state)


def note_unnamed(passage: Passage, index: int, discourse: Discourse, state: dict[str, Any]) -> bool:
    """Remember a figure of "dự án" where a lead tells of it before its name; whether that is what a number is."""
    quantity, sentence = passage.quantities[index], passage.sentence
    if sentence.start > _LEAD or quantity.dimension not in ("money", "area", "power", "length"):
        return False
    if not _ONE_PROJECT.match(passage.folded, sentence.start, sentence.end):
        return False
    _keep(passage, quantity, discourse, state)
    return True


_LEAD = 500  # letters of a headline and a lead
_ONE_PROJECT = regex.compile(
    fold_pattern(r"\W*dự án(?: này)? (?:có|do|được|với|gồm|rộng|dài|dự kiến|sẽ|nằm)(?![\p{L}])")
)


def _keep(passage: Passage, quantity: Quantity, discourse: Discourse, state: dict[str, Any]) -> None:
    sentence = passage.sentence
    text = passage.text[sentence.start : sentence.end]
    evidence = Evidence(discourse.doc, quantity.start, quantity.end, text, sentence.start, (), 0.7)
    state.setdefault("headlined", []).append((evidence, quantity.value, quantity.unit or "VND", quantity.approx))


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
    status = planned.status(passage, start, "phase-count", subject, frame, discourse, state)
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
    return called(subject.name, subject.kind, owner)


def called(name: str, kind: str, owner: str | None) -> str:
    """The name of a thing, or its description with its owner where nothing in it is a name."""
    if kind == "project" and owner and not _CAPITAL.search(name, 1):
        return f"{name} - {owner}"
    return name


def _upon(passage: Passage, start: int, index: int) -> bool:
    """Whether "trên" before an area is a preposition ("26 trụ trên 27,7 ha đất"), not "more than"."""
    lead = passage.folded[start : passage.quantities[index].start]
    before = passage.folded[max(passage.sentence.start, start - 12) : start].rstrip(" ,;")
    return lead.startswith(fold_pattern("trên")) and not before.endswith(
        (fold_pattern("diện tích"), fold_pattern("rộng"), fold_pattern("quy mô"), "là", fold_pattern("với"), "có")
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
            for t in passage.between(quantity_end, quantity_end + _UNIT_AND_TIME)
            if isinstance(t, Period)
            and t.kind in ("until", "year")
            and (t.start - quantity_end < _AT_ONCE or _OF_GOODS.fullmatch(passage.folded, quantity_end, t.start))
            and not passage.folded[quantity_end : t.start].strip().startswith((",", ";"))
        ),
        None,
    )
    if behind is not None:
        mention = behind  # "lấp đầy 80% vào năm 2025"
    if mention is not None:
        yearly = attribute == "annual-output" and "/" in unit
        if yearly and mention.kind == "months" and mention is not behind:
            return None  # "lắp trong 8 tháng, mỗi năm làm ra 76 triệu kWh"
        opens = max(passage.sentence.start, mention.start - _UNIT_AND_TIME)
        if mention.kind == "year" and _AT_FIRST.search(passage.folded, opens, start):
            return resolve(mention, discourse.clock, False)  # "Thành lập năm 2006, ban đầu công ty có 320 công nhân"
        done = mention is not behind and (yearly or (status == "actual" and attribute != "annual-output"))
        if done and _of_works(passage, mention, start):
            if attribute in _STANDING:
                return discourse.fallback(True)  # "Khởi công hạ tầng từ tháng 5/2017, khu đã lấp đầy 31%"
            return None  # "hoàn thành tháng 6/2020, công suất 2 triệu tấn/năm": when the works ended
        if attribute in _STANDING and mention is not behind and _BY_NOW.search(passage.folded, mention.end, start):
            return discourse.fallback(True)  # "năm 2017 mới có 85 công nhân, giờ là 410 người"
        by_year = mention.kind in ("until", "year") and not _of_works(passage, mention, start)
        once = mention.kind == "year" and _ONCE_RUNNING.search(passage.folded, passage.sentence.start, mention.start)
        by_year = by_year or once is not None  # "khi đi vào hoạt động vào năm 2019 sẽ sử dụng 1.200 lao động"
        staffed = attribute in ("employees", "projects") and by_year  # "đến năm 2025, khu sẽ có 9.000 lao động"
        if status == "target" and mention is not behind and not staffed and attribute not in _AT_THEIR_TIME:
            return None  # when the works end, not when the sum is
        if mention.kind == "day" and attribute in ("investment-capital", "land-area", "capacity", "additional-capital"):
            return None  # the day of a ceremony or a licence
        came = mention.kind == "months" and attribute in ("projects", "investment-capital", "wage")
        stands = attribute not in ("annual-output", "capacity") and mention.kind != "year" and not came
        return resolve(mention, discourse.clock, stands)
    if status == "target":
        if frame.period is not None and frame.status == "target" and attribute != "land-area":
            year = year_of(frame.period, discourse.clock)
            return str(year) if year and frame.period.kind != "span" else resolve(frame.period, discourse.clock, False)
        if (
            discourse.flow_period is not None
            and attribute == "capacity"
            and _STARTS.search(passage.folded, passage.sentence.start, start)
        ):
            year = year_of(discourse.flow_period, discourse.clock)
            now = discourse.clock.year
            return str(year) if year and (now is None or year <= now + 1) else None
        return None
    if attribute in _STANDING:
        counted = discourse.as_of if passage.sentence.level in ITEMS else None
        if counted is not None and counted.day and not discourse.future(counted, year_of(counted, discourse.clock)):
            return resolve(counted, discourse.clock, True)  # "Tính đến 30/9/2019, 6 KCN đã hoạt động: 1. KCN A ..."
        return discourse.fallback(True)
    if attribute == "annual-output" and "/" not in unit and discourse.flow_period is not None:
        return resolve(discourse.flow_period, discourse.clock, False)
    return None


_BY_NOW = regex.compile(
    fold_pattern(
        r"[,;] (?:(?:công ty|doanh nghiệp|nhà máy|xưởng|nơi đây) )?"
        r"(?:bây giờ|giờ|nay|đến nay|hiện|hiện nay)(?: đã)?(?: là| có| còn| lên|,)?(?![\p{L}])"
    )
)


_AT_FIRST = regex.compile(
    fold_pattern(
        r"(?:thành lập|ra đời|khởi nghiệp|bắt đầu)[^,;.]{0,20},"
        r" (?:ban đầu|lúc đầu|lúc ấy|khi đó|lúc đó|buổi đầu)(?![\p{L}])(?:[^;.]|\.\d)*$"
    )
)
_ONCE_RUNNING = regex.compile(
    fold_pattern(r"(?<![\p{L}])khi (?:đi vào (?:hoạt động|vận hành|sản xuất)|vận hành|hoàn thành)(?: vào)?\s*$")
)


def _of_works(passage: Passage, time: Period, start: int) -> bool:
    """Whether a time is when works began or ended ("khởi công năm 2018, hoàn thành tháng 6/2020, công suất ...")."""
    before = max(passage.sentence.start, time.start - 26)
    began = _WORKS.search(passage.folded, before, time.start) is not None
    return began or _OPENED.match(passage.folded, time.end, start) is not None
