"""The area of a number that names none, from what was told before: "toàn tỉnh", "tỉnh này", a branch that goes on."""

from __future__ import annotations

import regex

from kg.facts.kinds import INVESTED
from kg.facts.place import area_code
from kg.facts.scope.figure import Figure
from kg.lexicon import is_country
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern


def whole_province(figure: Figure) -> str | None:
    """The province that "toàn tỉnh" means: the text's own, or the last that a text on the country has named."""
    discourse = figure.discourse
    if discourse.own not in (None, "VN") and discourse.spoken_area != "VN":
        return None
    if not ALL_OF_IT.search(figure.passage.folded, *lead(figure)):
        return None
    if discourse.own not in (None, "VN"):
        return discourse.own
    if discourse.spoken_province is not None and discourse.count - discourse.spoken_province[1] <= FEW:
        return discourse.spoken_province[0]
    last = discourse.last_parts.get("area") or ""
    near = discourse.count - discourse.last_at <= FEW and last.startswith("VN-")
    return last.partition("/")[0] if near else None


def last_province(figure: Figure) -> str | None:
    """The province of the figure last told, where a text on the country goes on with it.

    "Đứng đầu là A, 2 tỷ USD. Vốn mới 1,2 tỷ USD. Đến nay tỉnh này có 900 dự án".
    """
    discourse, passage = figure.discourse, figure.passage
    last = discourse.last_parts.get("area") or ""
    if discourse.own not in (None, "VN") or not last.startswith("VN-") or discourse.count - discourse.last_at > 1:
        return None
    if discourse.last_line != passage.sentence.line:
        return None
    this = THIS_PROVINCE.search(passage.folded, *lead(figure)) or _ITS_SUM.search(passage.folded, *lead(figure))
    parts = figure.code in INVESTED and discourse.last in INVESTED
    if parts and not this and _ITS_PARTS.match(passage.folded, *lead(figure)) is None:
        return None
    return last.partition("/")[0] if this or parts else None


_ITS_SUM = regex.compile(fold_pattern(r"(?<![\p{L}])của tỉnh(?=\s*[,;)])"))
_ITS_PARTS = regex.compile(
    fold_pattern(r"\W*(?:trong (?:đó|số đó|số này), )?vốn (?:đăng ký )?(?:mới|cấp mới|bổ sung|điều chỉnh|tăng thêm)")
)
ALL_OF_IT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:toàn|cả) tỉnh(?! thành)(?![\p{L}])"
        r"|(?<![\p{L}])(?:của|trên địa bàn) tỉnh (?:đạt|ước|là|tăng|giảm)"
    )
)
THIS_PROVINCE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:tỉnh|địa phương|thành phố) (?:này|ấy)(?![\p{L}])"))


def lead(figure: Figure) -> tuple[int, int]:
    """The stretch of a sentence up to a number."""
    return figure.passage.sentence.start, figure.quantity.full_start


def nation_goes_on(figure: Figure) -> bool:
    """Whether a text on a province goes on with a branch or a partner of the country's capital from abroad.

    "Cả nước có 2.000 dự án ... ⏎ Ngành chế biến hút nhiều vốn nhất, 9 tỷ USD, ..."; or with a part of whatever it has
    just told of the country ("... Trong đó, doanh nghiệp bất động sản tăng 73%").
    """
    discourse, passage = figure.discourse, figure.passage
    if discourse.own in (None, "VN") or discourse.count - discourse.last_at > 1:
        return False
    if discourse.last_parts.get("area") != "VN":
        return False
    part = discourse.last_line == passage.sentence.line and _THEREOF.match(passage.folded, passage.sentence.start)
    if not part and (figure.code not in INVESTED or discourse.last not in INVESTED):
        return False
    words = figure.passage.between(figure.passage.sentence.start, figure.quantity.full_start)
    named = [word for word in words if isinstance(word, Word)]
    if any("own" in word.cues or (area_code(word, discourse.own) or "").startswith("VN-") for word in named):
        return False
    return bool(part) or any(
        word.of("sector") is not None or is_country(area_code(word, None) or "VN") for word in named
    )


_THEREOF = regex.compile(fold_pattern(r"\W*trong (?:số |tổng số )?(?:đó|này)(?![\p{L}])"))


FEW = 4  # sentences from a region to "toàn vùng"
