"""What a number states of its indicator: an amount, a change, a share, a place in a plan.

The cue nearest before the number decides, unless what follows it says what it is compared with:
"đạt 76% kế hoạch" is a completion, "vượt 4,8% kế hoạch" a growth over the plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import regex

from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.model import Measure
from kg.text.normalise import fold_pattern

_PLAN_AFTER = regex.compile(
    fold_pattern(
        r"\s*(?:/\s*|so\s+(?:với\s+)?|của\s+|với\s+|\(?\s*so\s+)?(?:mức\s+|tổng\s+)?(?:kế hoạch|kh(?![\p{L}])|khn|dự toán|chỉ tiêu|mục tiêu|nghị quyết|dt(?![\p{L}])|hđnd|kịch bản)"
    )
)
_BASE_AFTER = regex.compile(
    fold_pattern(
        r"\s*(?:so\s|cùng kỳ|ck(?![\p{L}])|sv\s|mức cùng kỳ|của cùng kỳ|cùng thời|năm trước|năm ngoái|tháng trước)"
    )
)
_WHOLE_AFTER = regex.compile(
    fold_pattern(
        r"\s*(?:trong\s+)?(?:của\s+)?(?:tổng|kim ngạch|giá trị|vốn đăng ký|toàn|cơ cấu|gtsx|grdp|gdp|số|số vốn|vốn)"
    )
)
_EXCEEDS = regex.compile(fold_pattern(r"vượt(?: mức| kế hoạch| kh| chỉ tiêu| dự toán| mục tiêu)?\s*$"))
_MONTH_AFTER = regex.compile(fold_pattern(r"\s*(?:của\s+)?(?:tháng|quý|t)\s?(?:\d{1,2}|i{1,3}|iv)(?![\p{L}\d])"))
_A_YEAR = regex.compile(fold_pattern(r"\s*(?:mỗi năm|một năm|hàng năm|hằng năm)"))
_FROM = regex.compile(fold_pattern(r"(?:tăng|giảm|nâng|(?<!\p{L}))\s*từ(?: mức)?\s*$"))
_THEN = regex.compile(
    fold_pattern(
        r"\s*(?:\([^)]*\)|(?:vào\s+)?(?:năm|tháng)\s[\d/]+)?\s*(?:lên|xuống|còn|kéo xuống|nâng lên|giảm xuống|tăng lên)(?![\p{L}])"
    )
)
_ARRIVES = regex.compile(fold_pattern(r"(?:lên|xuống|còn|tới|đến|thành)$"))
_TURNS = {"up", "down", "share", "equal", "exceed", "multiple", "contribute", "rank", "to"}


@dataclass(frozen=True, slots=True)
class Reading:
    """How a number is meant: its measure, its sign, what it is compared with, and the rule."""

    measure: Measure
    sign: int = 1
    base: str | None = None
    offset: Decimal = Decimal(0)
    plan: bool = False
    contribution: bool = False
    rule: str = ""


def read(passage: Passage, index: int) -> Reading | None:
    """The measure of the index-th quantity of a passage; None where the number states none of ours."""
    quantity = passage.quantities[index]
    start, _ = passage.gap(index)
    bracket = passage.folded.rfind("(", start, quantity.full_start)
    if (
        bracket >= 0
        and ")" not in passage.folded[bracket : quantity.full_start]
        and passage.folded[bracket + 1 : quantity.full_start].strip()
    ):
        start = bracket  # what stands in the brackets says how their number is meant
    gap = [t for t in passage.between(start, quantity.full_start) if isinstance(t, (Word, Period))]
    tail = passage.folded[quantity.full_end : passage.sentence.end][:90]
    nearest = _nearest(gap)
    if _FROM.search(passage.folded[max(passage.sentence.start, start) : quantity.full_start]) and _THEN.match(tail):
        return Reading("level" if nearest != "share" else "share", rule="measure.from")
    if quantity.dimension == "percent":
        return _percent(passage, index, gap, tail, nearest)
    if quantity.dimension == "percent-point":
        if (
            nearest in ("contribute",)
            or (nearest == "share" and "kéo" in tail)
            or any("contribute" in t.cues for t in gap if isinstance(t, Word))
        ):
            return None
        if nearest in ("up", "down"):
            return Reading(
                "change",
                -1 if nearest == "down" else 1,
                "plan" if _plan_near(gap, tail) else None,
                rule="measure.points",
            )
        return None
    if quantity.dimension == "rank":
        return Reading("rank", rule="measure.rank")
    if quantity.dimension == "ratio":
        if nearest == "multiple" or (nearest in ("up", "equal") and not regex.match(r"\s*(?:/|mỗi)", tail)):
            return Reading("multiple", rule="measure.multiple")
        return None
    return _amount(passage, index, gap, tail, nearest)


def _nearest(gap: list[Word | Period]) -> str | None:
    """The name of the last cue that turns a number into something else than an amount."""
    for token in reversed(gap):
        if isinstance(token, Word):
            for name in token.cues:
                if name in _TURNS:
                    return name
    return None


def _plan_near(gap: list[Word | Period], tail: str) -> bool:
    return (
        bool(_PLAN_AFTER.match(tail))
        or any(isinstance(t, Period) and t.kind == "plan" for t in gap)
        or bool(
            regex.match(fold_pattern(r"[^;.]{0,30}(?:so với (?:chỉ tiêu|kế hoạch|mục tiêu|dự toán)|kịch bản)"), tail)
        )
    )


def _percent(passage: Passage, index: int, gap: list[Word | Period], tail: str, nearest: str | None) -> Reading | None:
    quantity = passage.quantities[index]
    before = passage.folded[max(passage.sentence.start, quantity.full_start - 3) : quantity.full_start]
    in_plan = bool(_PLAN_AFTER.match(tail)) and not regex.match(fold_pattern(r"\s*\(?kế hoạch và đầu tư"), tail)
    plan_before = any(isinstance(t, Period) and t.kind == "plan" for t in gap[-2:])
    adjacent = gap[-1] if gap and isinstance(gap[-1], Period) and gap[-1].kind == "plan" else None
    if (
        adjacent is not None
        and not in_plan
        and not passage.folded[adjacent.end : quantity.full_start].strip()
        and passage.folded[adjacent.start : adjacent.start + 2] == "so"
    ):
        return Reading("growth", plan=True, rule="measure.of-plan")  # "so với chỉ tiêu 18,5%/năm": the target itself
    if in_plan or (plan_before and nearest not in ("up", "down", "share")):
        if nearest == "exceed" or (nearest in ("up", "down") and not _reached(gap)):
            return Reading("growth", -1 if nearest == "down" else 1, "plan", rule="measure.over-plan")
        return Reading("completion", rule="measure.completion")
    if quantity.signed and before.rstrip().endswith(("(", ":", "+", "-")) and nearest not in ("share",):
        return Reading("growth", 1, rule="measure.signed")
    if nearest == "contribute":
        return Reading("share", rule="measure.contribution", contribution=True)
    if before.rstrip().endswith("="):
        return Reading("completion", rule="measure.equals-sign")
    if nearest == "exceed" and _EXCEEDS.search(passage.folded[passage.sentence.start : quantity.full_start]):
        return (
            Reading("growth", 1, "plan" if not _BASE_AFTER.match(tail) else None, rule="measure.exceed")
            if not tail.lstrip().startswith("(") or True
            else None
        )
    if nearest == "equal":
        if (
            _BASE_AFTER.match(tail)
            or _MONTH_AFTER.match(tail)
            or any(isinstance(t, Period) and t.kind in ("same", "versus") for t in gap[-1:])
        ):
            return (
                Reading("growth", 1, offset=Decimal(-100), rule="measure.index")
                if quantity.value > 20
                else Reading("growth", rule="measure.growth")
            )
        if _WHOLE_AFTER.match(tail):
            return Reading("share", rule="measure.share-of-whole")
        return Reading("share", rule="measure.equal")
    if nearest == "share":
        return Reading("share", rule="measure.share")
    last = next((t for t in reversed(gap) if isinstance(t, Word) and t.cues), None)
    if (
        nearest in ("up", "down")
        and last is not None
        and set(last.cues) & {"target", "forecast"}
        and not passage.folded[last.end : quantity.full_start].strip()
        and "hơn" in passage.folded[passage.sentence.start : last.start]
    ):
        return Reading("level", rule="measure.percent-level")  # "thấp hơn mục tiêu 7,5 - 8%": the target itself
    if nearest in ("up", "down"):
        turns = [t for t in gap if isinstance(t, Word) and set(t.cues) & {"up", "down"}]
        if _ARRIVES.search(passage.folded[turns[-1].start : turns[-1].end]) and any(
            "share" in t.cues for t in gap if isinstance(t, Word)
        ):
            return Reading("share", rule="measure.share")  # "tỷ trọng công nghiệp tăng lên 45%"
        return Reading("growth", -1 if nearest == "down" else 1, rule="measure.growth")
    if nearest == "multiple":
        return None
    if fold_pattern("/năm") in passage.folded[quantity.end : quantity.full_end + 5].replace(" ", "") or _A_YEAR.match(
        tail
    ):
        return Reading("growth", 1, "annual", rule="measure.a-year")
    if _WHOLE_AFTER.match(tail):
        return Reading("share", rule="measure.share-of-whole")
    return Reading("level", rule="measure.percent-level")


def _reached(gap: list[Word | Period]) -> bool:
    """Whether the last word before the number is one of reaching ("tăng 5% và đạt 76% kế hoạch")."""
    for token in reversed(gap):
        if isinstance(token, Word) and token.cues:
            return "reach" in token.cues or "equal" in token.cues
    return False


def _amount(passage: Passage, index: int, gap: list[Word | Period], tail: str, nearest: str | None) -> Reading:
    quantity = passage.quantities[index]
    last = next(
        (
            t
            for t in reversed(gap)
            if isinstance(t, Word) and t.cues and set(t.cues) - {"about", "own", "nation", "estimate"}
        ),
        None,
    )
    if last is not None and last.of("code/flow") is None and ("up" in last.cues or "down" in last.cues):
        if _ARRIVES.search(passage.folded[last.start : last.end]):
            return Reading("level", rule="measure.arrival")
        between = passage.folded[last.end : quantity.full_start].strip()
        compared = gap[-1] if isinstance(gap[-1], Period) and gap[-1].kind in ("same", "versus", "plan") else None
        if compared is not None and compared.start >= last.end:  # "ít hơn năm trước 2 chiếc"
            between = passage.folded[compared.end : quantity.full_start].strip(" ,")
        if not between or regex.fullmatch(
            fold_pattern(r"(?:thêm|được|mới|đi|bớt|khoảng|tương ứng|\(|thêm mới|tới|ước|:)?"), between
        ):
            down = "down" in last.cues
            added = (
                "thêm" in passage.folded[last.start : last.end]
                or fold_pattern("bổ sung") in passage.folded[last.start : last.end]
                or "khỏi" in passage.folded[last.start : last.end]
            )
            return Reading(
                "change",
                -1 if down else 1,
                "plan" if _plan_near([], tail) else ("none" if added else None),
                rule="measure.change",
            )
    return Reading("level", rule="measure.level")
