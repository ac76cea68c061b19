"""The goods that a text or a paragraph is about, and those whose trade its last sentences told of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

import regex

from kg.facts.place import HEAD, foremost
from kg.facts.tokens import Passage
from kg.mentions.scan import Word
from kg.model import Observation
from kg.text.normalise import fold_pattern

# Goods of one branch, which a text on the branch calls now this and now that
_FAMILY = {
    code: family
    for family, codes in (
        ("wood", ("wood-products", "timber", "furniture", "plywood", "wood-chips", "wood-pellets")),
        ("fishery", ("fishery", "caught-fishery")),
    )
    for code in codes
}
_MONEY = regex.compile(r"(?:\d|[Tt]ỷ|[Tt]ỉ|[Tt]riệu|[Nn]ghìn|[Nn]gàn|[Tt]răm) ?$")  # "12 tỷ đồng" is no copper
_TOPIC = 6  # times that a text names the goods that it is about

_ON_GOODS = regex.compile(
    fold_pattern(
        r"\s*(?:đối với|với|về|riêng|riêng đối với) (?:mặt hàng|nhóm hàng"
        r"|nhóm mặt hàng) (?P<what>\p{L}+(?: \p{L}+){0,5}),"
    )
)
# "Điểm nhấn của năm là hồ tiêu. Diện tích thả nuôi ..."
_HIGHLIGHT = regex.compile(
    fold_pattern(
        r"\s*(?:điểm nhấn|điểm sáng|gam màu sáng|mũi nhọn|trụ cột|chủ lực)[^.;:,\d]{0,40} (?:là|thuộc về"
        r"|vẫn là) "
    )
)
_HIGHLIGHTS = tuple(map(fold_pattern, ("điểm", "gam", "mũi", "trụ", "chủ")))  # what all that it matches begins with
# "Năm 2023, ngành tôm phấn đấu ..."
_OF_BRANCH = regex.compile(fold_pattern(r"\s*(?:(?:năm|tháng|quý) [\p{L}\d/]{1,8},? )?(?:ngành|ngành hàng|mặt hàng) "))
_ARTICLE = 4  # letters: "cây", "con" before what is grown


@dataclass(slots=True)
class TradedGoods:
    """Goods whose trade a sentence has told: on which side, how much of them at most, and how many kinds."""

    product: str
    side: str  # "export" or "import"
    at: int  # the sentence, by its count
    most: dict[str, Decimal] = field(default_factory=dict)  # the largest amount of them, by unit
    single: bool = True  # no other goods in that sentence
    period: str | None = None  # of the last amount without a partner
    refused: int = -1  # the sentence that told of more than all of these goods


def traded_goods(told: TradedGoods | None, fact: Observation, at: int) -> TradedGoods | None:
    """The goods told of behind a figure of trade, read in the sentence ``at``: the same, others, or none any more."""
    side = fact.indicator.partition("-")[0]
    if fact.product is None:
        return told if fact.partner is not None else None
    if told is None or told.side != side or (told.product != fact.product and told.at != at):
        told = TradedGoods(fact.product, side, at)
    elif told.product != fact.product:
        told.single = False
    if fact.measure == "level":
        if fact.partner is None:
            again = told.at == at and fact.unit in told.most and fact.period == told.period
            told.single = told.single and not again  # "gỗ, dệt may đạt lần lượt 2,6 và 2,4 tỷ USD"
            told.period = fact.period
        told.most[fact.unit] = max(fact.value, told.most.get(fact.unit, Decimal(0)))
    told.at = at
    return told


def goods(text: str, words: list[Word]) -> str | None:
    """The product that a text is about, as it words it: in its first lines, and named far more often than any other."""
    labels = ((w, w.of("product")) for w in words if not _MONEY.search(text, max(0, w.start - 6), w.start))
    coded = [(w, label.concept.code) for w, label in labels if label is not None and label.concept.code != "goods"]
    named = [(w, _FAMILY.get(code, code)) for w, code in coded]
    top, most, second = foremost(Counter(code for _, code in named))
    first = next((w for w, code in named if code == top and w.start < HEAD), None)
    if first is None or most < _TOPIC or most < 2 * second:
        return None
    chief = Counter(code for _, code in coded if _FAMILY.get(code, code) == top).most_common(1)[0][0]
    worded = Counter(text[w.start : w.end].lower() for w, code in coded if code == chief)
    return worded.most_common(1)[0][0]


def led_goods(passage: Passage) -> str | None:
    """The goods that a sentence says its paragraph is about ("Đối với mặt hàng A, ...", "Điểm nhấn của năm là A.")."""
    place = passage.folded, passage.sentence.start, passage.sentence.end
    branch = _OF_BRANCH.match(*place)
    if not passage.quantities and passage.folded.startswith(_HIGHLIGHTS, passage.sentence.start):
        branch = _HIGHLIGHT.match(*place) or branch
    if branch is not None:
        for word in passage.words:
            if 0 <= word.start - branch.end() <= _ARTICLE and word.of("product"):
                return passage.text[word.start : word.end].lower()
    told = _ON_GOODS.match(*place)
    return passage.text[told.start("what") : told.end("what")].lower() if told is not None else None
