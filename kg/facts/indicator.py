"""Which indicator a number states: by a word of the vocabulary, by its unit's noun, or inherited."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from kg.facts.frame import Frame
from kg.facts.tokens import Passage
from kg.lexicon import Lexicon
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.model import Measure
from kg.text.normalise import fold_pattern

OUTSIDE = "outside"
PHYSICAL = frozenset({"mass", "volume", "count", "energy", "litre", "length", "area2", "count-animal"})
_LEVEL_PERCENT = frozenset({"zone-occupancy", "zone-wastewater", "unemployment-rate", "poverty-rate"})
GROWTH_PERCENT = frozenset(
    {
        "gdp",
        "iip",
        "cpi",
        "industrial-consumption-index",
        "industrial-inventory-index",
        "industrial-labour-index",
        "labour-productivity",
    }
)
RELATIVE = ("growth", "completion", "share", "multiple")
# A bare "xuất khẩu", "kinh tế" carries a percentage by itself; a bare "sản xuất", "diện tích" does not.
_RELATIVE_CONTEXT = frozenset(
    {
        "gdp",
        "iip",
        "export-turnover",
        "import-turnover",
        "trade-turnover",
        "retail-sales",
        "industrial-inventory-index",
        "registered-capital",
        "implemented-capital",
        "unemployment-rate",
        "industrial-promotion-funding",
        "new-enterprises",
        "new-enterprise-capital",
        "poverty-rate",
    }
)
_COUNTED = {
    "count-project": "investment-projects",
    "count-visit": "tourist-arrivals",
    "count-shop": "ecommerce-shops",
    "count-TEU": "cargo-throughput",
    "count-job": "employment",
}
_SHOPS = regex.compile(fold_pattern(r"(?:khởi tạo|mở|có|đưa|lập)\s+(?:\p{L}+\s+){0,2}gian hàng|gian hàng (?:trên|số)"))
_YIELDING = frozenset(
    {
        "implemented-capital",
        "registered-capital",
        "product-output",
        "employment",
        "zone-area",
        "crop-area",
        "new-enterprise-capital",
    }
)
_ADDED = regex.compile(
    fold_pattern(
        r"(?:có thêm|phát triển mới|thành lập mới|cấp phép mới cho|đón thêm|cấp mới|cấp giấy chứng nhận đăng ký cho)\s*$"
    )
)
_ENTERPRISES = ("new-enterprises", "exited-enterprises", "resumed-enterprises", "enterprises")


@dataclass(frozen=True, slots=True)
class Choice:
    """An indicator and how it was found; ``word`` is the wording, where one stands."""

    code: str
    rule: str
    word: Word | None = None


def compatible(code: str, quantity: Quantity, measure: Measure, lexicon: Lexicon) -> bool:
    """Whether a figure of that unit and measure can be of the indicator."""
    dimensions = lexicon.dimensions.get(code, frozenset())
    if measure in ("growth", "completion", "share", "multiple"):
        return measure != "share" or code not in _LEVEL_PERCENT
    dimension = quantity.dimension
    if measure == "rank":
        return True
    if dimension == "percent":
        return "percent" in dimensions or measure == "change"
    if dimension == "percent-point":
        return measure == "change"
    if dimension == "bare":
        return "money" in dimensions
    if dimension in ("area2",):
        return "area" in dimensions or dimension in dimensions
    if dimension == "count-person" and "count-job" in dimensions:
        return True
    return dimension in dimensions or (code == "product-output" and dimension in PHYSICAL)


def named(
    words: list[Word], quantity: Quantity, measure: Measure, lexicon: Lexicon, context: bool = True
) -> Choice | None:
    """The last word of a stretch that names a fitting indicator; OUTSIDE where one of no concern is nearer."""
    for word in reversed(words):
        outside = word.of("outside")
        strong = [l for l in word.labels if l.concept.scheme == "indicator" and l.kind != "context"]
        weak = [l for l in word.labels if l.concept.scheme == "indicator" and l.kind == "context"]
        for label in strong:
            if compatible(label.concept.code, quantity, measure, lexicon):
                return Choice(label.concept.code, "indicator.named", word)
        if (
            outside is not None
            and word.start
            and any(
                w.end < word.start
                and word.start - w.end <= 5
                and any(
                    l.concept.scheme == "indicator"
                    and l.kind != "context"
                    and compatible(l.concept.code, quantity, measure, lexicon)
                    for l in w.labels
                )
                for w in words
            )
        ):
            continue  # "tổng mức bán lẻ hàng hóa và doanh thu dich vụ": the rest of a misspelled name
        if outside is not None:
            return Choice(OUTSIDE, "indicator.outside", word)
        if context:
            if (
                weak
                and any(
                    l.concept.scheme == "indicator"
                    and l.kind != "context"
                    and compatible(l.concept.code, quantity, measure, lexicon)
                    for w in words
                    if w.start < word.start
                    for l in w.labels
                )
                and all(l.concept.code in _YIELDING for l in weak)
            ):
                continue  # "vốn đầu tư công giải ngân": the full name wins over the bare verb
            for label in weak:
                if measure in RELATIVE and label.concept.code not in _RELATIVE_CONTEXT:
                    continue
                if compatible(label.concept.code, quantity, measure, lexicon):
                    return Choice(label.concept.code, "indicator.context", word)
    return None


def by_noun(passage: Passage, index: int, words: list[Word], frame: Frame) -> Choice | None:
    """The indicator that a counted thing itself states ("174 dự án", "24 CCN", "10.954 doanh nghiệp thành lập mới")."""
    quantity = passage.quantities[index]
    dimension = quantity.dimension
    nouns = passage.nouns.get(index, [])
    if dimension == "count-zone":
        noun = quantity.noun
        for mark, code in (
            (("ccn", "cụm"), "industrial-clusters"),
            (("kkt", "khu kinh tế"), "economic-zones"),
            (("kcn", "khu công nghiệp", "kcx", "khu chế xuất", "khu cn"), "industrial-zones"),
        ):
            if any(fold_pattern(m) in noun for m in mark):
                return Choice(code, "indicator.counted")
        return None
    if dimension in ("count-enterprise", "count-household") and _SHOPS.search(
        passage.folded, quantity.full_end, passage.sentence.end
    ):
        return Choice("ecommerce-shops", "indicator.counted")
    if dimension == "count-enterprise":
        start, stop = quantity.full_end, passage.after(index)[1]
        tail = [t for t in passage.between(start, stop) if isinstance(t, Word)]
        limit = regex.search(r"[;]|,\s", passage.folded[start:stop])
        near = [w for w in tail if limit is None or w.start < start + limit.start()]
        for word in [*nouns, *near, *reversed(words)]:
            for code in _ENTERPRISES[:3]:
                if any(l.concept.code == code and l.kind != "context" for l in word.labels):
                    return Choice(code, "indicator.counted", word)
        if _ADDED.search(passage.folded, passage.sentence.start, quantity.full_start):
            return Choice("new-enterprises", "indicator.counted")
        opens = any(set(w.cues) & {"own", "nation"} for w in words)
        if opens and regex.search(
            fold_pattern(r"(?:có|hiện có|tổng số)\s*$"), passage.folded[passage.sentence.start : quantity.full_start]
        ):
            return Choice("enterprises", "indicator.counted")
        if frame.indicator in _ENTERPRISES:
            return Choice(frame.indicator, "indicator.inherited")
        for word in [*nouns, *reversed(words)]:
            if any(l.concept.code == "enterprises" and l.kind != "context" for l in word.labels):
                return Choice("enterprises", "indicator.counted", word)
        return None
    if dimension == "count-person":
        noun = quantity.noun
        if any(fold_pattern(m) in noun for m in ("lao động", "công nhân", "nhân công")) or noun == "lđ":
            return (
                Choice("employment", "indicator.counted")
                if noun != "lđ" or frame.indicator
                else Choice("employment", "indicator.counted")
            )
        return None
    code = _COUNTED.get(dimension)
    return Choice(code, "indicator.counted") if code else None


def level_percent(code: str) -> bool:
    """Whether a plain percentage of this indicator is its level (a rate), not a growth."""
    return code in _LEVEL_PERCENT
