"""What a paragraph is about, where a sentence behind opens in no way that tells it ("Hiện 310 công nhân đã có việc").

``carry`` knows the openings with which writers go on about a thing. Most sentences of a paragraph need none: what it
has named last is what its numbers are told of, unless the sentence turns to something else: an area, others of the
kind, a rule, a deal.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kg.facts.entity import words
from kg.facts.entity.thing import Subject
from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.mentions.scan import Word
from kg.model import EntityFigure

_SORTS = frozenset(
    {"percent", "money", "area", "area2", "count-person", "count-job", "power", "energy", "mass", "volume", "count"}
    | {"litre", "length"}
)
# Beside these a number states something of a thing, whatever else its sentence says.
_CUE = words.told(
    r"công suất|cs|lao động|công nhân|nhân công|thợ|lương|thu nhập|vốn|đầu tư|diện tích|rộng|lấp đầy|cho thuê|đất"
    r"|việc làm|chỗ làm|làm ra|kinh phí|sản lượng|người|nhân sự|kỹ sư|chiều dài|dài|rót|bỏ|chi"
)
# Whom or what else a sentence has turned to.
_TURNS = words.told(
    r"tỉnh|thành phố|cả nước|toàn quốc|ngành|các|những|nhiều|huyện|thị xã|địa phương|vùng|khu vực|thị trường|hộ"
    r"|nước|sở|ubnd|quốc gia|cục|bộ(?! phận)|số|thành lập|một (?:dự án|nhà máy|năm)|mua|quy định|công trình|dự án"
    r"|lâm nghiệp"
    r"|rừng|hỏi|tôi"
)
_DEALS = words.told(r"(?:để )?mua|/ha")
_BEHIND = 30  # letters behind a number that may say of what it is
_PARAGRAPH = 500  # letters within which a figure of the same thing was told
_LATELY = 6  # figures


def topic(passage: Passage, index: int, state: dict[str, Any]) -> Subject | None:
    """The thing of the paragraph that a number is told of, where its sentence names and turns to none."""
    quantity, sentence = passage.quantities[index], passage.sentence
    if quantity.dimension not in _SORTS or sentence.first or sentence.line in (state.get("many"), state.get("of all")):
        return None
    found = _named_last(sentence.line, state)
    if found is None or not (found.proper or found.owner):
        return None
    if any(each.dimension in ("count-enterprise", "count-project") for each in passage.quantities):
        return None
    if quantity.dimension == "money" and not _told_of(found, quantity.start, state):
        return None
    behind = min(quantity.full_end + _BEHIND, sentence.end)
    if not _CUE.search(passage.folded, sentence.start, behind) or _DEALS.search(
        passage.folded, quantity.full_end, behind
    ):
        return None
    if _TURNS.search(passage.folded, sentence.start, quantity.full_start):
        return None
    for token in passage.between(sentence.start, quantity.full_start):
        if isinstance(token, Name) or (isinstance(token, Word) and token.of("area") is not None):
            return None
    return replace(found, carried=True, scope=0, line=sentence.line)


def _named_last(line: int, state: dict[str, Any]) -> Subject | None:
    """The one thing that a paragraph has named; of several, the one that a figure was told of last."""
    here = [thing for thing in state.get("recent", {}).values() if thing.line == line]
    told: list[EntityFigure] = state.get("told", [])
    if len(here) > 1 and told:
        here = [thing for thing in here if thing.name == told[-1].entity] or here
    return here[0] if len(here) == 1 else None


def _told_of(thing: Subject, at: int, state: dict[str, Any]) -> bool:
    """Whether a figure of the thing was told shortly before a place."""
    told: list[EntityFigure] = state.get("told", [])
    return any(fact.entity.startswith(thing.name) and at - fact.evidence.start < _PARAGRAPH for fact in told[-_LATELY:])
