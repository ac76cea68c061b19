"""The branch that gives work, where a sentence names it as who employs, or as industry by the firms counted."""

from __future__ import annotations

import regex

from kg.facts.scope.figure import Figure
from kg.mentions.scan import Word
from kg.text.normalise import fold, fold_pattern

# "312 doanh nghiệp công nghiệp", "số doanh nghiệp công nghiệp là 400"
_INDUSTRIAL_FIRMS = regex.compile(
    fold_pattern(
        r"(?:doanh nghiệp|dn|cơ sở sản xuất) công nghiệp"
        r"(?! (?:và|hỗ trợ|phụ trợ|công nghệ|chế biến|nặng|nhẹ|-))(?![\p{L}])"
    )
)
# "Ngành dệt may đang nuôi 20.000 lao động"
_BRANCH_EMPLOYS = regex.compile(
    fold_pattern(
        r"\W*ngành (?P<what>(?!này|công nghiệp|kinh tế)\p{L}+(?: \p{L}+){0,2}?) (?:của tỉnh )?(?:hiện |đang |đã )*"
        r"(?:giải quyết việc làm|tạo việc làm|sử dụng|thu hút|có)(?![\p{L}])"
    )
)
INDUSTRY = fold("công nghiệp")


def of_industry(figure: Figure, gap: list[Word]) -> bool:
    """Whether the wording of the indicator itself holds the branch ("doanh nghiệp công nghiệp")."""
    folded = figure.passage.folded
    if figure.code == "enterprises" and figure.quantity.dimension == "count-enterprise":
        beside = _INDUSTRIAL_FIRMS.search(folded, *figure.gap) or _INDUSTRIAL_FIRMS.match(
            folded, figure.quantity.end + 1
        )
        if beside is not None:
            return True
    return any(
        INDUSTRY in folded[w.start : w.end] for w in gap if any(label.concept.code == figure.code for label in w.labels)
    )


def employer(figure: Figure) -> str | None:
    """The branch that a sentence opens with as who gives work."""
    told = _BRANCH_EMPLOYS.match(figure.passage.folded, figure.passage.sentence.start, figure.quantity.full_start)
    return None if told is None else figure.passage.text[told.start("what") : told.end("what")].lower()
