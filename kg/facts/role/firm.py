"""The firm that an office is of where the text says "công ty" alone ("Ông A, Tổng giám đốc công ty, cho hay ...")."""

from __future__ import annotations

import regex

from kg.facts.role.words import ANYBODY, VERBS
from kg.mentions import names

# behind an office: "công ty", "doanh nghiệp này"; what follows closes the words on him
_BARE = regex.compile(
    r"\s+(?:của )?(?:công ty|doanh nghiệp|đơn vị|nhà máy|tập đoàn|hợp tác xã|HTX)(?: này)?"
    rf"(?=\s*[,;.)\"”]|\s+(?:{VERBS})(?!\p{{L}}))"
)
# behind "ông" any name, also one from abroad: "Ông Kenta Mori, Giám đốc công ty"
TITLED = regex.compile(rf"(?<![\p{{L}}])(?:[Ôô]ng|[Bb]à)\s(?P<person>{ANYBODY})\s*[,\-–]\s*$")
_NEAR = 900  # letters back in which the text has named the firm


def told(text: str, at: int, end: int) -> str | None:
    """The firm last named before an office that is followed by "công ty" alone; None where other words follow.

    "" where no firm has been named.
    """
    if _BARE.match(text, at, end) is None:
        return None
    firms = [n.text for n in names.find(text, max(0, at - _NEAR), at) if n.kind == "enterprise" and n.proper]
    return firms[-1] if firms else ""
