"""What a heading says once for all that stands below it: time, indicator, place, that figures are plans."""

from __future__ import annotations

import regex

from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.place import area_code, is_country
from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_PLANS = regex.compile(
    fold_pattern(r"chỉ tiêu|mục tiêu|nhiệm vụ|phương hướng|kế hoạch|định hướng|quyết nghị|phấn đấu|quy hoạch")
)
_PRODUCING = regex.compile(
    fold_pattern(
        r"công nghiệp|sản xuất|sản phẩm|nông nghiệp|trồng trọt|chăn nuôi|thủy sản|lâm nghiệp|(?<![\p{L}])(?:cn|sxcn|sp|cn-ttcn)(?![\p{L}])"
    )
)
_BRACKET = regex.compile(fold_pattern(r"trong ngoặc[^)]{0,20}?so\s*(?:với\s*)?(?P<what>kh|kế hoạch|ck|cùng kỳ)"))
_RESULTS = regex.compile(fold_pattern(r"tình hình|kết quả|thực hiện|đánh giá"))


def headed(passage: Passage, discourse: Discourse) -> Frame:
    """The frame that a heading opens."""
    frame = Frame()
    for token in passage.tokens:
        if isinstance(token, Period) and token.kind not in ("same", "versus", "plan", "day"):
            if frame.period is None or token.kind in ("months", "until"):
                frame.put("period", token, "period.heading")
        elif isinstance(token, Word):
            if "estimate" in token.cues and (not passage.quantities or token.start < passage.quantities[0].start):
                frame.put("status", "estimate", "status.heading")
            _word(token, passage, frame, discourse)
    folded = passage.folded[passage.sentence.start : passage.sentence.end]
    if _PLANS.search(folded) and not _RESULTS.search(folded):
        frame.put("status", "target", "status.heading")
    frame.producing = bool(_PRODUCING.search(folded))
    bracket = _BRACKET.search(folded)
    if bracket:
        frame.put("bracket", "plan" if bracket["what"][:2] in ("kh", fold_pattern("kế")) else "yoy", "bracket.heading")
    if regex.search(fold_pattern(r"bình quân|nhịp độ"), folded):
        frame.put("base", "annual", "base.heading")
    return frame


def _word(word: Word, passage: Passage, frame: Frame, discourse: Discourse) -> None:
    label = word.of("indicator")
    if label is not None and (label.kind != "context" or frame.indicator is None):
        code = label.concept.code
        if code in ("industrial-zones", "industrial-clusters", "economic-zones"):
            frame.put("zone_type", code[:-1], "zone.heading")
        frame.put("indicator", code, "indicator.heading")
    code = area_code(word, discourse.own)
    if (
        code is not None
        and not is_country(code)
        and code != discourse.own
        and passage.sentence.level != 0
        and passage.sentence.heading
        and not passage.quantities
    ):
        frame.put("area", code, "area.heading")
