"""The breakdowns of a number: which branch, product, partner, investor, flow and kind of zone it is about."""

from __future__ import annotations

import regex

from kg.facts import phrase
from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.place import area_code, is_country
from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.mentions.scan import Word
from kg.text.normalise import fold, fold_pattern

INVESTED = frozenset({"investment-projects", "registered-capital", "implemented-capital"})
TRADED = frozenset(
    {"export-turnover", "import-turnover", "trade-turnover", "trade-balance", "export-volume", "import-volume"}
)
BY_PRODUCT = TRADED | {"product-output", "crop-area", "cpi", "cargo-throughput"}
IN_ZONES = INVESTED | {
    "zone-area",
    "zone-occupancy",
    "zone-industrial-land",
    "zone-leased-land",
    "zone-wastewater",
    "employment",
}
BRANCHED = frozenset(
    {
        "gdp",
        "iip",
        "new-enterprises",
        "new-enterprise-capital",
        "registered-capital",
        "investment-projects",
        "industrial-consumption-index",
        "industrial-inventory-index",
        "industrial-labour-index",
        "budget-expenditure",
        "retail-sales",
        "enterprises",
        "exited-enterprises",
        "employment",
        "budget-revenue",
        "installed-capacity",
        "industrial-production-value",
        "total-investment",
        "implemented-capital",
        "export-turnover",
        "labour-productivity",
    }
)
_GENERIC = frozenset(
    {
        "thành phố",
        "tỉnh",
        "cả nước",
        "toàn quốc",
        "năm",
        "xuất nhập khẩu",
        "xuất khẩu",
        "nhập khẩu",
        "chính ngạch",
        "địa phương",
        "một số địa phương",
        "các địa phương",
        "hàng hóa",
        "sản phẩm",
        "toàn ngành",
        "công nghiệp",
        "tổng",
        "toàn ngành công nghiệp",
        "dự án",
        "doanh nghiệp",
        "thế giới",
    }
)


def parts(
    passage: Passage, index: int, measure: str, code: str, frame: Frame, discourse: Discourse, rules: list[str]
) -> dict[str, str | None]:
    """The breakdowns as keyword arguments of an Observation."""
    given = discourse.respective.get(passage.quantities[index].start, {})
    start, stop = passage.gap(index)
    gap = [t for t in passage.between(start, stop) if isinstance(t, Word)]
    chained = (
        index > 0 and measure in ("growth", "completion", "multiple", "share") and not _new_part(passage, index, gap)
    )
    if not chained:
        _update(passage, index, measure, code, frame, discourse, gap, rules)
    for name, value in given.items():
        frame.put(name, value, f"{name}.respective")
    investor = frame.investor if code not in ("gdp", "iip", "product-output") else None
    if investor is None and code in INVESTED and (frame.partner or discourse.investor):
        investor = "fdi" if frame.partner else discourse.investor
    if code in INVESTED and measure == "level":
        investor = _by_currency(passage, index, frame, discourse, investor)
    if (
        investor is None
        and code in TRADED
        and discourse.last == code
        and "investor" not in frame.origins
        and not _renamed(gap, code)
        and not index
    ):
        investor = discourse.last_investor
        frame.investor = investor
    if code in ("industrial-zones", "industrial-clusters", "economic-zones") or code not in IN_ZONES:
        zone = None
    else:
        chained = discourse.zone_line == passage.sentence.line and discourse.count - discourse.zone_at <= 1
        near = discourse.zone_type if code.startswith("zone-") or chained else None
        if near is not None and chained:
            discourse.zone_at = discourse.count
        zone = frame.zone_type or near
    return {
        "sector": frame.sector if code in BRANCHED else None,
        "product": frame.product if code in BY_PRODUCT or code == "tourist-arrivals" else None,
        "partner": frame.partner if code in TRADED or code in INVESTED else None,
        "investor": investor
        if code in INVESTED
        or code in TRADED
        or code
        in (
            "retail-sales",
            "industrial-production-value",
            "industrial-labour-index",
            "budget-revenue",
            "employment",
            "total-investment",
            "enterprises",
            "public-investment",
        )
        else None,
        "flow": frame.flow if code in INVESTED else None,
        "zone_type": zone,
    }


_ACCOUNT = regex.compile(fold_pattern(r"^(?:chi|thu)\s+(?:từ\s+)?(?!ngân sách|nsnn|ns(?!\p{L})|cân đối)(?P<what>.+)$"))


def _account(passage: Passage, gap: list[Word], code: str) -> str | None:
    """The kind of revenue or expenditure that a wording names ("chi thường xuyên", "thu từ dầu thô")."""
    for word in reversed(gap):
        if any(l.concept.code == code for l in word.labels):
            match = _ACCOUNT.match(passage.folded[word.start : word.end])
            return passage.text[word.start + match.start("what") : word.end].lower() if match else None
    return None


def _by_currency(passage: Passage, index: int, frame: Frame, discourse: Discourse, investor: str | None) -> str | None:
    """After foreign and domestic projects were counted side by side, dollars are the former's capital and dong the latter's."""
    seen = discourse.counted.setdefault(passage.sentence.start, set())
    quantity = passage.quantities[index]
    if quantity.dimension == "count-project" and investor:
        seen.add(investor)
    elif quantity.dimension == "money" and {"fdi", "domestic"} <= seen and quantity.unit in ("USD", "VND"):
        return "fdi" if quantity.unit == "USD" else "domestic"
    return investor


def _new_part(passage: Passage, index: int, gap: list[Word]) -> bool:
    """Whether a new part is named between two numbers ("..., dịch vụ tăng 6,32%")."""
    return bool(phrase.before(passage, index))


def _update(
    passage: Passage,
    index: int,
    measure: str,
    code: str,
    frame: Frame,
    discourse: Discourse,
    gap: list[Word],
    rules: list[str],
) -> None:
    partner = _partner(gap, passage, code)
    if partner is not None:
        frame.put("partner", partner, "partner.named")
        rules.append("partner.named")
    elif code in TRADED | INVESTED and _renamed(gap, code):
        frame.partner = None
    if code in BY_PRODUCT:
        _product(passage, index, measure, code, frame, gap, rules)
    elif code.startswith("budget-"):
        if _renamed(gap, code):
            frame.sector = _account(passage, gap, code)
    elif code in BRANCHED:
        _sector(passage, index, measure, code, frame, gap, rules)


def _renamed(gap: list[Word], code: str) -> bool:
    return any(
        l.concept.code == code and l.kind != "context" for w in gap for l in w.labels if l.concept.scheme == "indicator"
    )


def _partner(gap: list[Word], passage: Passage, code: str) -> str | None:
    if code not in TRADED | INVESTED:
        return None
    for word in reversed(gap):
        area = area_code(word, None)
        if area is not None and is_country(area):
            return area
    return None


def _sector(
    passage: Passage, index: int, measure: str, code: str, frame: Frame, gap: list[Word], rules: list[str]
) -> None:
    named = [w for w in gap if w.of("sector")]
    last = max(
        (w.end for w in gap if any(l.concept.code == code for l in w.labels if l.concept.scheme == "indicator")),
        default=-1,
    )
    named = [
        w for w in named if w.start >= last or _headed(passage, w) or _SUBJECT.match(passage.folded[w.end : w.end + 14])
    ]
    text = phrase.before(passage, index)
    if named and not (text and passage.text[named[-1].start : named[-1].end].lower() in text):
        text = _around(passage, named[-1])
    if named and text.split(" ")[0].isupper() and len(text.split(" ")[0]) > 2:
        text = _around(passage, named[-1])
    if (
        text
        and text not in _GENERIC
        and (
            (named and not _SOURCES.search(fold(text)))
            or (measure in ("growth", "share") and not _renamed(gap, code) and _noun_like(text))
        )
        and not regex.search(r"\d", text)
    ):
        frame.put("sector", text, "sector.phrase" if not named else "sector.named")
        rules.append(frame.origins["sector"])
    elif code in ("enterprises", "employment") and any(
        _INDUSTRY in passage.folded[w.start : w.end] for w in gap if any(l.concept.code == code for l in w.labels)
    ):
        frame.put("sector", "công nghiệp", "sector.of-indicator")
    elif _renamed(gap, code) and measure not in ("growth",):
        frame.sector = None


def _headed(passage: Passage, word: Word) -> bool:
    """Whether a branch before the indicator is its subject ("ngành dệt may đạt kim ngạch xuất khẩu")."""
    before = passage.folded[max(passage.sentence.start, word.start - 12) : word.start]
    return bool(
        regex.search(fold_pattern(r"(?:ngành|lĩnh vực|khu vực|khối|tỷ trọng|nhóm)\s*$"), before)
    ) or passage.folded[word.start : word.end].startswith(fold_pattern("ngành"))


_INDUSTRY = fold("công nghiệp")
_SUBJECT = regex.compile(fold_pattern(r"\s*(?:là|đứng|dẫn đầu|thu hút|tiếp tục|chiếm|vẫn|với)(?![\p{L}])"))
_CLAUSAL = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:nhưng|song|tuy|mặc dù|khả năng|lại|không|được|để|nhằm|đã|sẽ|cho|đẩy|giải quyết|tạo|thành lập|quy mô|thời hạn|này|cấp|đón|đạt|phục hồi|duy trì|nhờ|do|khi|từ|theo|bởi|mà|vì|nên|phải|hơn|việc|giúp|đưa|làm|sau|trước|tình hình|so)(?![\p{L}])"
    )
)


_SOURCES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:fdi|ddi|nước ngoài|nhà nước|quốc doanh|trong nước|tư nhân|đtnn|kv|dn|doanh nghiệp)(?![\p{L}])"
    )
)


def _noun_like(text: str) -> bool:
    """Whether an unknown phrase can be the name of a branch or product rather than a piece of a clause."""
    if _SOURCES.search(fold(text)):
        return False
    return len(text.split()) <= 9 and not _CLAUSAL.search(text.lower())


def _around(passage: Passage, word: Word) -> str:
    label = word.of("sector") or word.of("product")
    if label is not None and label.kind == "hidden" and label.text.split(" ")[0].isupper():
        return phrase.lower(label.concept.label)  # an abbreviation is spelled out
    return phrase.lower(passage.text[word.start : word.end])


_SOWN = regex.compile(
    fold_pattern(
        r"diện tích\s+(?:(?:gieo trồng|gieo cấy|gieo sạ|xuống giống|trồng mới|trồng|nuôi trồng|nuôi|canh tác|thả nuôi|thu hoạch|cây)\s+)*(?P<what>\p{L}+(?: \p{L}+){0,4}?)\s*(?=\d|đạt|ước|là|còn|năm|toàn|cả|của|tăng|giảm|hiện|khoảng|hơn|trên|gần|,|:|vụ (?!đông|hè|mùa|thu)|$)"
    )
)


def _sown(passage: Passage, word: Word, stop: int) -> str:
    """What is grown on a sown area, out of the wording itself ("diện tích lúa đông xuân ước đạt")."""
    match = _SOWN.match(passage.folded, word.start, stop)
    if match is None or match["what"] in ("hiện", "tích", "hiện có"):
        return ""
    return passage.text[match.start("what") : match.end("what")].lower()


def _product(
    passage: Passage, index: int, measure: str, code: str, frame: Frame, gap: list[Word], rules: list[str]
) -> None:
    quantity = passage.quantities[index]
    if (
        measure in ("level", "change")
        and code in ("product-output", "export-volume", "import-volume")
        and quantity.dimension != "percent"
    ):
        behind = phrase.following(passage, index)
        if behind and not regex.search(r"\d", behind):
            frame.put("product", behind, "product.behind")
            rules.append("product.behind")
            return
    text = phrase.before(passage, index)
    if text and not _noun_like(text):
        text = ""
    last = max(
        (w for w in gap if any(l.concept.code == code for l in w.labels if l.concept.scheme == "indicator")),
        key=lambda w: w.start,
        default=None,
    )
    known = [
        w
        for w in gap
        if w.of("product")
        and (
            last is None
            or w.end >= last.start
            or (last.start - w.end < 14 and "," not in passage.folded[w.end : last.start])
        )
    ]
    if code == "crop-area" and last is not None:
        text = _sown(passage, last, quantity.full_start) or text
    if not text and known:
        text = phrase.lower(passage.text[known[-1].start : known[-1].end])
    if (
        text
        and text not in _GENERIC
        and not (code in TRADED and not known and measure == "level" and len(text.split()) > 7)
    ):
        frame.put("product", text, "product.named" if known else "product.phrase")
        rules.append(frame.origins["product"])
    elif _renamed(gap, code) and code in TRADED and measure == "level":
        frame.product = None


__all__ = ["Name", "fold_pattern", "parts"]
