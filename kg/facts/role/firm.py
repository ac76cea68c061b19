"""The house of an office where the text says "công ty" or "nhà máy" alone ("Ông A, Giám đốc công ty, cho hay ...")."""

from __future__ import annotations

from dataclasses import replace

import regex

from kg.facts.role.words import ANYBODY, VERBS
from kg.mentions import names
from kg.model import Role

# behind an office: "công ty", "doanh nghiệp này"; what follows closes the words on him
_HEAD = (
    r"(?:công ty|doanh nghiệp|đơn vị|(?P<plant>nhà máy)|tập đoàn|hợp tác xã|HTX"
    r"|(?P<bureau>[Ss]ở))(?: này)?"
)
_BARE = regex.compile(
    rf"\s+(?:của )?{_HEAD}"
    rf"(?=\s*[,;.)\"”]|\s+(?:{VERBS})(?!\p{{L}}))"
)
# behind "ông" any name, also one from abroad: "Ông Kenta Mori, Giám đốc công ty"
TITLED = regex.compile(rf"(?<![\p{{L}}])(?:[Ôô]ng|[Bb]à)\s(?P<person>{ANYBODY})\s*[,\-–]\s*$")
_NEAR = 900  # letters back in which the text has named the firm


def told(text: str, at: int, end: int) -> str | None:
    """The firm, or the plant, last named before an office that is followed by its noun alone; None where others follow.

    "" where none has been named.
    """
    bare = _BARE.match(text, at, end)
    return _told(text, at, bare) if bare is not None else None


def held(text: str, at: int, org: str) -> str | None:
    """The same where a name follows that noun ("Giám đốc nhà máy Trần Văn A"); None where ``org`` is more than it."""
    bare = _ONLY.fullmatch(org)
    return (_told(text, at, bare) or None) if bare is not None else None


_ONLY = regex.compile(_HEAD)


# The departments of a province, by the names that decrees 24/2014/NĐ-CP and 107/2020/NĐ-CP give them
_BUREAU = regex.compile(
    r"Sở (?:Công [Tt]hương|Kế hoạch (?:và|&) Đầu tư|KH&ĐT|Tài chính|Du lịch|Xây dựng|Y tế|Tư pháp|Ngoại vụ|Nội vụ"
    r"|Nông nghiệp (?:và|&) Phát triển nông thôn|NN&PTNT|Giao thông [Vv]ận tải|GTVT|Tài nguyên (?:và|&) Môi trường"
    r"|TN&MT|Khoa học (?:và|&) Công nghệ|Thông tin (?:và|&) Truyền thông|Giáo dục (?:và|&) Đào tạo|Văn hóa,? Thể thao"
    r"(?: và Du lịch)?|Lao động,? ?[-–]? ?Thương binh (?:và|&) Xã hội|LĐ-?TB&XH)"
    r"(?: (?:(?:tỉnh|thành phố|TP\.?) )?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,3})?(?!\p{L})"
)


def _told(text: str, at: int, bare: regex.Match[str]) -> str:
    """The department, the plant or the firm last named before a place, as its noun asks."""
    if bare["bureau"] is None:
        return _last(text, at, bare["plant"] is not None)
    found = list(_BUREAU.finditer(text, max(0, at - _NEAR), at))
    return found[-1].group() if found else ""


def _last(text: str, at: int, plant: bool) -> str:
    """The firm last named before a place, or the plant where one is meant and named."""
    named = [n for n in names.find(text, max(0, at - _NEAR), at) if n.proper]
    plants = [n.text for n in named if plant and n.text.startswith(("Nhà máy", "nhà máy"))]
    firms = [n.text for n in named if n.kind == "enterprise"]
    return (plants or firms or [""])[-1]


_BOARD = regex.compile(
    r"(?P<board>HĐQT|HĐTV|[Hh]ội đồng (?:quản trị|thành viên|sáng lập))"
    r"(?P<also>(?: kiêm(?: nhiệm)? | và | - )(?:[Pp]hó )?(?:[Tt]ổng )?[Gg]iám đốc)?(?:,? (?:của |tại )?(?P<org>.+))?"
)


def seated(role: Role) -> Role:
    """The role with the board that its holder sits on as a part of his office: the house is the firm's.

    "Chủ tịch" of "HĐQT Công ty A" is "Chủ tịch HĐQT" of "Công ty A".
    """
    told = _BOARD.fullmatch(role.org or "")
    if told is None:
        return role
    return replace(role, role=f"{role.role} {told['board']}{told['also'] or ''}", org=told["org"])


def housed(role: Role, told: list[Role]) -> Role:
    """A seat on a board with the firm that only another office of the same person names.

    "Ông A, Chủ tịch HĐQT, Tổng giám đốc Công ty B": both are of the firm. ``told`` are all roles of the sentence.
    """
    if role.org or not _ON_BOARD.search(role.role):
        return role
    others = (r.org for r in told if r.person == role.person and r.org and r.evidence.start == role.evidence.start)
    return replace(role, org=next(others, None))


_ON_BOARD = regex.compile(r"HĐ(?:QT|TV)|ội đồng (?:quản trị|thành viên)")
