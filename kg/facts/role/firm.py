"""The house of an office where the text says "công ty" or "nhà máy" alone ("Ông A, Giám đốc công ty, cho hay ...")."""

from __future__ import annotations

import regex

from kg.facts.role.words import ANYBODY, VERBS
from kg.mentions import names

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
