"""Things by their short names: "Gia Hưng có 27 dự án" of KCN Gia Hưng, "Minh Sơn dự định ..." of Công ty Minh Sơn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

import regex

from kg.facts.entity.thing import Subject
from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.mentions.scan import Word
from kg.text.normalise import fold, fold_pattern

_HEAD = regex.compile(
    r"^(?:KCN|CCN|KKT|Khu công nghiệp|Cụm công nghiệp|Khu kinh tế|(?:Tổng )?[Cc]ông ty|Tập đoàn|CTCP"
    r"|(?:Dự án )?[Nn]hà máy(?: (?:Điện|điện)(?: \p{Ll}+)*)?)\s+"
    r"(?:(?:TNHH|CP|[Cc]ổ phần|[Mm]ột thành viên|MTV|[Tt]ập đoàn)\s+)*"
)
_PROPER = regex.compile(r"\p{Lu}[\p{L}\d]*(?: \p{Lu}[\p{L}\d]*)+(?: \d{1,2})?$")  # two words or more
_PLACE = regex.compile(r"(?:xã|huyện|thị trấn|phường|thị xã|thành phố|tỉnh|TP\.?|sông|hồ|núi|cầu|cảng|ga|thôn)\s*$")
_ACTS = regex.compile(
    r"(?:, (?:khu|cụm|nhà máy|dự án) [^,;.\d]{2,30},)?"
    r"\s+(?:(?:đã|đang|hiện|cũng|vừa|lại|mới|còn|vẫn|dự định|dự kiến|sẽ)\s+)*"
    r"(?:có|cho thuê|nâng|thu hút|sử dụng|khởi công|xây|đầu tư|rót|đạt|lấp|rộng|tạo việc làm|mở rộng|tuyển"
    r"|(?:(?:chỉ|từng|vốn|mới) )*là(?= (?:khu|cụm|nhà máy|dự án|doanh nghiệp|một (?:phân )?xưởng))|cung cấp"
    r"|đóng góp|phát|cho ra|sản xuất|do(?= (?:Công ty"
    r"|CTCP|Tập đoàn|Tổng công ty|Liên danh)))(?!\p{L})"
)
_CLAUSE = regex.compile(r"Theo (?:ông|bà) [^.;:\d]{4,110}, (?=\p{Lu})")
_SAYS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:cho hay|cho biết|chia sẻ|thông tin|nói)(?: rằng)?[,:]? "))
_SPOKEN = tuple(map(fold, ("cho ", "chia sẻ", "thông tin", "nói")))  # one of them is there at least
_OPENING = 40  # letters of a sentence in which what it is about is named
_SHORTEST = 5  # letters
_NEAR = 6  # lines
_KEPT = 256  # names whose short forms are kept: a text names the same things again and again


def named(passage: Passage, state: dict[str, Any]) -> Subject | None:
    """What was told of lately and a sentence, or who speaks in it, opens with by its short name, where it acts."""
    if not state.get("recent"):
        return None
    opens = _opening(passage, passage.sentence.start, state)
    if opens is not None:
        return opens[0]
    clause = _CLAUSE.match(passage.text, passage.sentence.start, passage.sentence.end)
    later = _opening(passage, clause.end(), state) if clause is not None else None
    if later is not None:
        return replace(later[0], opened=later[1])  # "Theo ông B, Trưởng Ban quản lý, Đồng Xá rộng 48 ha"
    spoken = any(passage.folded.find(mark, passage.sentence.start, passage.sentence.end) >= 0 for mark in _SPOKEN)
    said = _SAYS.search(passage.folded, passage.sentence.start, passage.sentence.end) if spoken else None
    told = _opening(passage, said.end(), state) if said is not None else None
    return replace(told[0], opened=told[1]) if told is not None else None  # what stands before is of who speaks


def _opening(passage: Passage, start: int, state: dict[str, Any]) -> tuple[Subject, int] | None:
    """The thing called by its short name soon behind a place, and where it is."""
    stop = min(passage.sentence.end, start + _OPENING)
    latest: dict[str, Subject] = state.get("recent", {})
    for kind in ("zone", "project", "enterprise"):
        found = latest.get(kind)
        if found is None or passage.sentence.line - found.line > _NEAR:
            continue
        for name in of(found.name):
            at = passage.text.find(name, start, stop)
            if at >= 0 and _alone(passage, at, at + len(name)):
                return replace(found, carried=True, line=passage.sentence.line, scope=0), at
    return None


@lru_cache(_KEPT)
def of(name: str) -> tuple[str, ...]:
    """What is left of a name without its head, and its last words in capitals, the longest first."""
    return tuple(_shortened(name))


def _shortened(name: str) -> Iterator[str]:
    rest = _HEAD.sub("", name)
    if rest != name and _PROPER.fullmatch(rest) and len(rest) >= _SHORTEST:
        yield rest
    last = _PROPER.search(rest)
    words = last.group().split() if last is not None else []
    for length in range(min(len(words), 3), 1, -1):
        short = " ".join(words[-length:])
        if short != rest and len(short) >= _SHORTEST:
            yield short


def _alone(passage: Passage, start: int, end: int) -> bool:
    """Whether a short name stands by itself, as no place and no part of a longer name, before what it does."""
    text = passage.text
    if text[start - 1 : start].isalnum() or _ACTS.match(text, end, passage.sentence.end) is None:
        return False
    if _PLACE.search(text, max(passage.sentence.start, start - 12), start):
        return False
    near = [t for t in passage.tokens if t.start < end and start < t.end]
    inside = [t for t in near if start <= t.start and t.end <= end and t.end - t.start < end - start]
    return not any(
        isinstance(t, Name) or (isinstance(t, Word) and t.of("area") is not None) for t in near if t not in inside
    )  # "Chơn Thành Bắc" is not Chơn Thành
