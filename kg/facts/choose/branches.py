"""The whole that a branch is told of: an index, the structure of an economy, sales of shops."""

from __future__ import annotations

import regex

from kg.facts import phrase
from kg.facts.choose.choice import Choice
from kg.facts.choose.number import Number
from kg.facts.kinds import BRANCHED
from kg.facts.place import area_code
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern
from kg.text.segment import PROSE

_SERVED = regex.compile(fold_pattern(r"(?<![\p{L}])(?:lưu trú|ăn uống|bán lẻ|dịch vụ khác)(?![\p{L}])"))
_AVERAGES = ("gdp-per-capita", "labour-productivity", "wage", "poverty-rate")
# "Ninh Thuận dẫn đầu với 40,7%"
_LEADS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:dẫn đầu|đứng đầu|cao nhất|kế đến|tiếp theo|tiếp đến)(?: là)?(?: với| đạt)?[^,;]{0,24}$"
    )
)
_OTHER_BRANCHES = regex.compile(
    fold_pattern(
        r"\s*[;,](?: (?:và|còn|ngành|khu vực|tỷ trọng))* (?:dịch vụ|thương mại|nông"
        r"|công nghiệp)[^;.]{0,40}\d+(?:,\d+)? ?%"
    )
)
_WEIGHT = regex.compile(fold_pattern(r"(?<![\p{L}])(?:tỷ trọng|cơ cấu)(?![\p{L}])"))


def index_of_places(number: Number) -> Choice | None:
    """The index again where provinces follow the products ("Các tỉnh có mức tăng cao: Phú Thọ tăng 46%")."""
    index = number.discourse.index
    leads = _LEADS.search(number.gap_text) is not None  # "Thanh Hóa dẫn đầu với mức tăng 41,3%"
    rate = leads and number.measure == "level" and number.quantity.dimension == "percent"
    if (
        number.frame.indicator is None
        and (number.measure == "growth" or rate)
        and number.discourse.last in ("product-output", "iip")
        and index in ("iip", "gdp")
        and (leads or not phrase.before(number.passage, number.index))
        and any(area_code(word, None) for word in number.gap_words())
    ):
        return Choice(index, "indicator.index-of-places")
    return None


def industry_in_headline(number: Number) -> Choice | None:
    """The index that a headline means by industry, where the text tells the index ("Công nghiệp 8 tháng tăng 9,5%")."""
    sentence, folded = number.passage.sentence, number.passage.folded
    if number.index or sentence.line or not sentence.first or number.measure != "growth":
        return None
    if not _INDUSTRY_GROWS.fullmatch(number.gap_text):
        return None
    told = any(folded.find(index, 0, _LEAD) >= 0 for index in _INDEX)
    return Choice("iip", "indicator.headline") if told else None


_INDUSTRY_GROWS = regex.compile(
    fold_pattern(
        r"\W*(?:[\p{L} .-]{2,24}: ?|(?:\d{1,2} tháng|quý|tháng|năm)[^,:%]{0,18}, ?)?"
        r"(?:toàn )?(?:ngành )?công nghiệp (?!hỗ trợ|phụ trợ|chế biến"
        r"|khai|văn hóa|nặng|nhẹ|ô tô)"
        r"(?:[\p{L}\d/]+ ){0,8}?(?:tăng|giảm)(?: trưởng)?(?: (?:gần|hơn|tới|khoảng|trên|đến))?\s*"
    )
)
_INDEX = (fold_pattern("chỉ số sản xuất"), "iip")
_LEAD = 1500  # letters


def branches_of_industry(number: Number) -> Choice | None:
    """The index whose branches a sentence goes through, whatever was told since the index.

    "... Xuất khẩu tăng 20%. Trong mức tăng ấy, chế biến, chế tạo đi trước với 14%, khai khoáng lùi 4%."
    """
    if number.index or number.measure not in ("growth", "level") or number.quantity.dimension != "percent":
        return None
    if number.discourse.iip_at < 0 or any(w.of("indicator") for w in number.gap_words() if w.wording.full):
        return None
    sentence = number.passage.folded[number.passage.sentence.start : number.passage.sentence.end]
    named = {found.lastgroup for found in _OF_INDUSTRY.finditer(sentence)}
    first = _OF_INDUSTRY.search(number.gap_text)
    return Choice("iip", "indicator.index-of-branches") if first is not None and len(named) >= _SEVERAL else None


_OF_INDUSTRY = regex.compile(
    fold_pattern(
        r"(?<!(?:hàng|nhóm|khẩu|nhóm hàng) )(?<!(?:hàng|nhóm"
        r"|khẩu) công nghiệp )(?:(?P<a>chế biến,? chế tạo)|(?P<b>khai khoáng)"
        r"|(?P<c>sản xuất và phân phối điện)|(?P<d>cung cấp nước))"
    )
)
_SEVERAL = 2


def branch_of_index(number: Number) -> Choice | None:
    """The index that a branch's growth is of, after figures of something else ("Trong đó khai khoáng giảm 8,2%")."""
    discourse = number.discourse
    if (
        number.frame.indicator is not None
        or number.measure != "growth"
        or discourse.index not in ("iip", "gdp")
        or discourse.last in BRANCHED | {"product-output", "cpi"}
        or not any(w.of("sector") for w in number.gap_words())
    ):
        return None
    return Choice(discourse.index, "indicator.index-of-branches")


def structure(number: Number) -> Choice | None:
    """The weight of a branch is of the whole product, after an average a head ("...; tỷ trọng công nghiệp 60,8%").

    So are those of the three branches that make up an economy, whatever was told before ("Cơ cấu: công nghiệp - xây
    dựng 53%; dịch vụ 29%; nông nghiệp 18%").
    """
    parts = number.reading.rule == "measure.parts-of-whole" and number.discourse.last in ("gdp", "gdp-per-capita")
    if number.measure != "share" or not (parts or _WEIGHT.search(number.gap_text)):
        return None
    if not any(w.of("sector") for w in number.gap_words()):
        return None
    folded, stop = number.passage.folded, number.passage.sentence.end
    whole = (
        parts or number.frame.indicator in _AVERAGES or _OTHER_BRANCHES.match(folded, number.quantity.full_end, stop)
    )
    return Choice("gdp", "indicator.structure") if whole else None


def branch_of_shops(number: Number) -> Choice | None:
    """The branches of sales go on after the one that is of tourism ("..., dịch vụ ăn uống giảm 5%")."""
    if number.frame.indicator != "tourism-revenue" or not _SERVED.search(number.gap_text):
        return None
    earlier = number.passage.between(number.passage.sentence.start, number.gap[0])
    told = any(isinstance(t, Word) and "retail-sales" in t.wording.full for t in earlier)
    return Choice("retail-sales", "indicator.of-branches") if told else None


def ahead(number: Number) -> Choice | None:
    """The whole that a branch's growth or share is of, named later in the sentence.

    "ngành điện tăng 52,7%, kéo chỉ số sản xuất tăng ..."; "công nghiệp chiếm 65%, dịch vụ 27% trong cơ cấu kinh tế".
    """
    if number.frame.indicator is not None or number.measure not in ("growth", "share"):
        return None
    if not any(word.of("sector") for word in number.gap_words()):
        return None
    for token in number.passage.between(number.gap[1], number.passage.sentence.end):
        if isinstance(token, Word):
            for label in token.labels:
                if label.concept.code in ("iip", "gdp") and label.kind != "context":
                    return Choice(label.concept.code, "indicator.ahead", token)
    return None


_LIST_OF_PLACES = 12  # lines that a list of places may run on after its amount
_BY_PLACE = regex.compile(
    fold_pattern(
        r"\W*(?:(?:phân|chia|xét|tính|nếu phân) )?theo (?:địa bàn|huyện|đơn vị hành chính|lãnh thổ|địa phương)"
        r"(?: [\p{L}, ]{2,30})?:"
    )
)


def money_by_place(number: Number) -> Choice | None:
    """The amount that a list divides by places ("Theo địa bàn: TP A 12.410 tỷ đ; huyện B 3.905 tỷ đ")."""
    discourse, sentence = number.discourse, number.passage.sentence
    if (
        number.frame.indicator is None
        and number.quantity.unit == "VND"
        and number.measure == "level"
        and discourse.money is not None
        and (sentence.level > PROSE or _BY_PLACE.match(number.passage.folded, sentence.start))
        and sentence.line - discourse.money[1] < _LIST_OF_PLACES
        and any(area_code(word, discourse.own) for word in number.gap_words())
    ):
        return Choice(discourse.money[0], "indicator.discourse")
    return None
