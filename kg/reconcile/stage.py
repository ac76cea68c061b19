"""Which stage a count or an area speaks of: "35/55 CCN đi vào hoạt động" is no second figure for 55 CCN.

The words right before and after the digits, within the clause and up to the next number, decide.
"""

from __future__ import annotations

import re

from kg.model import Observation
from kg.reconcile.model import TOTAL
from kg.reconcile.names import fold

STAGED = frozenset(
    "industrial-zones industrial-clusters economic-zones zone-area zone-industrial-land zone-leased-land "
    "investment-projects registered-capital enterprises installed-capacity".split()
)
"""Indicators whose figures texts split by stage."""
_DOING = "hoat dong|san xuat|khai thac|van hanh"
_BUILDING = "trien khai|xay dung|thi cong|dau tu|hoan thien|thuc hien|giai phong"
_CUES = (
    ("operating", rf"(?:di|dua) vao (?:{_DOING}|su dung)|dang (?:{_DOING})|da hoat dong"),
    ("under-construction", rf"dang (?:duoc )?(?:{_BUILDING})|chua (?:trien khai|hoat dong)"),
)
_WORDED = tuple((stage, re.compile(rf"\b(?:{cue})\b")) for stage, cue in _CUES)
_AFTER_RATIO = re.compile(r"\s*/\s*[0-9.,]+")
_CLAUSE_ENDS = re.compile(r"[;:()]|[.,](?!\d)|\d")
_BEFORE = re.compile(r"(?:[;:()\d]|[.,](?!\d))")


def stage_of(fact: Observation) -> str:
    """``operating``, ``under-construction``, or ``total`` where no stage is said."""
    if fact.indicator not in STAGED or fact.measure not in ("level", "change"):
        return TOTAL
    sentence, at = fact.evidence.sentence, fact.evidence.start - fact.evidence.sentence_start
    if at < 0 or not sentence or sentence[:at].rstrip().endswith("/"):
        return TOTAL  # the 55 of "35/55" is the whole that 35 are taken from
    after = sentence[at + fact.evidence.end - fact.evidence.start :]
    ratio = _AFTER_RATIO.match(after)
    after = after[ratio.end() :] if ratio else after
    stop = _CLAUSE_ENDS.search(after)
    before = _BEFORE.split(sentence[:at])[-1]
    around = fold(before) + " # " + fold(after[: stop.start()] if stop else after)
    return next((stage for stage, cue in _WORDED if cue.search(around)), TOTAL)
