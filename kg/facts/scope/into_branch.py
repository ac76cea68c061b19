"""The branch that capital goes into, told behind its amount ("rót thêm 300 triệu USD vào bất động sản Việt Nam")."""

from __future__ import annotations

import regex

from kg.facts.kinds import INVESTED
from kg.facts.phrase import lower
from kg.facts.scope.figure import Figure
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_INTO = regex.compile(
    fold_pattern(
        r"\s+(?:vốn (?:đầu tư (?:trực tiếp )?)?(?:nước ngoài |fdi |ngoại )?)?(?:được )?(?:rót |đổ |chảy |đầu tư )?vào"
        r"(?: các)? (?:thị trường |lĩnh vực |ngành |các dự án )?"
    )
)


def put_into(figure: Figure) -> str:
    """The known branch right behind "vào"; "" where none is told."""
    if figure.code not in INVESTED or figure.measure not in ("level", "change"):
        return ""
    into = _INTO.match(figure.passage.folded, *figure.after)
    if into is None:
        return ""
    behind = figure.passage.between(into.end(), into.end() + 1)
    known = next((t for t in behind if isinstance(t, Word) and t.start == into.end() and t.of("sector")), None)
    return lower(figure.passage.text[known.start : known.end]) if known is not None else ""
