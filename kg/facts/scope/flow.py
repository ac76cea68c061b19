"""Which flow of capital a figure is of: new, added or contributed; and what a word tells of only in passing."""

from __future__ import annotations

import regex

from kg.facts.kinds import INVESTED
from kg.facts.scope.figure import Spot
from kg.lexicon import Label
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_FLOWS = (
    ("contribution", regex.compile(fold_pattern(r"góp vốn|vốn góp|mua cổ phần"))),
    ("additional", regex.compile(fold_pattern(r"tăng thêm|điều chỉnh"))),
    ("new", regex.compile(fold_pattern(r"cấp mới|đăng ký mới|cấp phép mới|dự án mới"))),
)
_BESIDE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:bên cạnh|cùng với|ngoài|không kể|không chỉ"
        r"|(?:tính|kể|gồm|gộp|cộng) cả(?: số| phần)?(?: vốn)?)\s+$"
    )
)
_TOTAL = regex.compile(
    fold_pattern(
        r"(?:nâng|đưa)\s+(?:\p{L}+\s+){0,8}?lên|tổng số dự án (?:còn|đang|hiện|của)|còn hiệu lực"
        r"|(?<![\p{L}])(?:tính chung|tổng cộng|(?:cả|gộp|cộng)(?: cả)? (?:hai|2) (?:phần|khoản|nguồn"
        r"|loại|con số)|(?:cộng|gộp) (?:cả )?(?:hai|2)(?= (?:bằng|được|là|đạt)))(?![\p{L}])"
        r"|lũy kế (?:đến|từ|tới|có|đạt|là|hiện|toàn|cả)|cả mới (?:lẫn|và)"
        r"|(?<![\p{L}])(?:cộng|gộp)(?: cả hai)? lại(?![\p{L}])"
    )
)
_TOGETHER = regex.compile(
    fold_pattern(
        r"mới(?:,| và|, và)\s+(?:vốn )?(?:bổ sung|tăng thêm|điều chỉnh|tăng vốn)[^.;:\d]{0,16}(?:,"
        r"| và)\s*(?:giá trị )?góp|(?:kể|bao gồm|gồm|tính|cộng|gộp) cả (?:vốn )?(?:cấp |đăng ký |cấp phép )?mới"
        r"(?:,| và| lẫn| hay)|tính cả (?:vốn )?(?:đăng ký )?bổ sung[^.;\d]{0,70} và góp vốn"
    )
)
_NEW = fold_pattern("mới")  # all that it matches has it
_STANDING = regex.compile(fold_pattern(r"[\p{L} ]{0,40}(?:còn hiệu lực|đang hoạt động|đi vào hoạt động)"))


def flows(word: Word, spot: Spot) -> set[str]:
    """The flows of capital that a word names, by itself or within the wording of an indicator of investment."""
    found: set[str] = set()
    if closed(word, spot) or beside(word, spot):
        return found
    label = word.of("code/flow")
    anew = spot.passage.folded.find(_NEW, word.start, word.end) >= 0
    if label is not None and plain(label) and (anew or label.concept.code != "new" or not so_far(spot, word.start)):
        found.add(label.concept.code)
    if any(label.concept.code in INVESTED for label in word.labels):
        for name, pattern in _FLOWS:
            if pattern.search(spot.passage.folded, word.start, word.end):
                found.add(name)
                spot.frame.put("flow", name, "flow.named")
    return found


def so_far(spot: Spot, at: int) -> bool:
    """Whether what stands before a place is all that has been so far ("lũy kế đến tháng 11 đã chấp thuận 57 dự án")."""
    return _CUMULATED.search(spot.passage.folded, spot.passage.sentence.start, at) is not None


_CUMULATED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:lũy kế|cộng dồn|(?<!từ [^,.;]{0,40} )(?:tính )?(?:đến|tới) nay)"
        r"(?![^.;]{0,30} từ đầu năm)(?![\p{L}])"
    )
)


def together(spot: Spot) -> bool:
    """Whether several flows are told as one sum ("vốn đăng ký mới, bổ sung và góp cổ phần trên 19 tỷ USD")."""
    folded, (start, stop) = spot.passage.folded, spot.gap
    return folded.find(_NEW, start, stop) >= 0 and _TOGETHER.search(folded, start, stop) is not None


def leave_flow(spot: Spot) -> None:
    """A total that a flow is brought to is of no flow ("chấp thuận 132 dự án mới, đưa tổng số lên 1.127 dự án")."""
    if not spot.index or spot.frame.flow is None:
        return
    standing = spot.quantity.dimension == "count-project" and _STANDING.match(spot.passage.folded, *spot.after)
    if standing or _TOTAL.search(spot.passage.folded, *spot.gap):
        spot.frame.flow = None


def beside(word: Word, spot: Spot) -> bool:
    """Whether a word names what the figure is told beside, or takes in with all else."""
    return _BESIDE.search(spot.passage.folded, max(0, word.start - 20), word.start) is not None


def closed(word: Word, spot: Spot) -> bool:
    """Whether a word belongs to the number before it, in whose bracket it stands ("(3,85 tỷ USD mua cổ phần), 22%")."""
    folded = spot.passage.folded
    if not spot.index or "(" in folded[spot.gap[0] : word.start]:
        return False
    return ")" in folded[word.end : spot.gap[1]] and "(" not in folded[word.end : folded.find(")", word.end)]


def plain(label: Label) -> bool:
    """Whether a wording has its meaning by itself, in any context."""
    return label.kind != "context"
