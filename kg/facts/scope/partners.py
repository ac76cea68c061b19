"""The country that trade or investment is with."""

from __future__ import annotations

import regex

from kg.facts.kinds import INVESTED, RELATIVE, TRADED
from kg.facts.place import area_code, country
from kg.facts.scope.area_gap import BOTH
from kg.facts.scope.figure import Figure
from kg.facts.scope.wording import names_indicator
from kg.lexicon import is_country
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_TOWARDS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:sang|từ|thị trường|với|vào)\s+$"))
_OF_US = regex.compile(fold_pattern(r"(?:của\s+\p{L}+(?: \p{L}+)?|cả nước|toàn quốc)$"))
_BUYS = regex.compile(
    fold_pattern(
        r"(?: (?:vẫn|cũng|đã|mới|chỉ|tiếp tục))* (?:mua|nhập khẩu|nhập|tiêu thụ|(?:vẫn |cũng "
        r"|tiếp tục )?là (?:thị trường|khách hàng|bạn hàng|nhà đầu tư"
        r"|đối tác))(?![\p{L}])"
    )
)
_BEHIND = 34  # letters
_TOWARDS_BEHIND = regex.compile(fold_pattern(r"\s*(?:\p{L}+ ){0,3}?(?:sang|từ|với|vào)(?: thị trường| nước)?\s+"))
_PART = regex.compile(fold_pattern(r"\s*(?:trong đó|cụ thể|trong số đó|trong số này)(?![\p{L}])"))
_THIS = regex.compile(
    fold_pattern(
        r"(?:từ|sang|với|vào)\s+(?:(?:thị trường|nước|quốc gia)(?: \p{L}+){0,3}?\s+này|(?:nước )?láng giềng(?! là))"
    )
)
_IT = regex.compile(
    fold_pattern(
        r"\s*(?:riêng |(?:sau|trong|qua|tính|hết|lũy kế|đến|từ) [^,.;]{2,30}, )?(?:thị trường|nước|quốc gia"
        r"|đối tác|bạn hàng"
        r"|đất nước) (?:này"
        r"|ấy|đó)(?![\p{L}])"
    )
)
_INVESTORS = regex.compile(
    fold_pattern(r"(?:nhà đầu tư|doanh nghiệp|đầu tư|fdi)(?: đến)?(?: từ| của)? (?:quốc gia|nước|đất nước) này")
)
_TWO_WAYS = regex.compile(
    fold_pattern(
        r"hai chiều|song phương|(?:trao đổi )?thương mại (?:giữa )?(?:việt nam|hai nước)|xuất nhập khẩu giữa"
        r"|xuất nhập khẩu (?:(?:của|hàng hóa|qua) (?:\p{L}+ ){1,7}?)?với "
    )
)
_OF_SO_MANY = regex.compile(
    fold_pattern(
        r"\s*(?:(?:hiện|đang|đã|vẫn|cũng) )*(?:là (?:nhà đầu tư|quốc gia|nước|đối tác)|đứng|xếp)(?![\p{L}])[^;.]{0,60}?"
        r"\d (?:quốc gia|nước)(?![\p{L}])[^;.]*? với(?![\p{L}])"
    )
)
# "Nhật Bản tụt xuống vị trí thứ 4 với 3 tỷ USD"
_MOVED_TO = regex.compile(
    fold_pattern(
        r"(?:, [^,;.\d]{4,40},)?\s*(?:đã |lại |nay |hiện |chỉ )*(?:lùi|tụt|rơi|vươn|nhảy"
        r"|leo|trượt|vọt|bật|lên|giữ|đứng|xếp|còn)"
        r"(?: xuống| lên| về| ở)* (?:vị trí |hạng )?(?:thứ )?"
        r"(?:(?:\d+|nhất|hai|ba|tư|năm|sáu|bảy|tám) (?:với|khi có|nhờ) )?"
        r"(?:hơn |gần |khoảng |trên )?"
    )
)
_INTO = regex.compile(fold_pattern(r"(?:tại|vào|ở|đến)\s+$"))
_IN_LIST = regex.compile(fold_pattern(r"(?:,|và) $"))


def half_of_two_ways(figure: Figure, gap: list[Word]) -> bool:
    """Whether exports or imports are a half of the trade both ways told of in the sentence with a partner."""
    if not figure.index or figure.code == "trade-turnover" or any("whole" in word.cues for word in gap):
        return False
    return _TWO_WAYS.search(figure.passage.folded, figure.passage.sentence.start, figure.gap[0]) is not None


def whole(gap: list[Word], figure: Figure) -> bool:
    """Whether words before a number go back to the whole ("tổng số dự án của tỉnh là 550", not "vào Việt Nam")."""
    folded = figure.passage.folded
    return any(
        set(word.cues) & {"whole", "own"}
        or ("nation" in word.cues and not _INTO.search(folded, max(figure.gap[0], word.start - 6), word.start))
        for word in gap
    )


def _nation_in_bracket(figure: Figure) -> bool:
    """Whether a bracket tells the country's figure beside that with a partner ("(cả nước tăng 16,8%)")."""
    folded, (start, stop) = figure.passage.folded, figure.gap
    opened = folded.rfind("(", start, stop)
    return opened >= 0 and folded.find(")", opened, stop) < 0 and _OF_NATION.search(folded, opened, stop) is not None


_OF_NATION = regex.compile(fold_pattern(r"(?<![\p{L}])(?:cả nước|toàn quốc)(?! (?:này|đó))(?![\p{L}])"))


def in_force(figure: Figure) -> str | None:
    """The partner in force; in a text on the trade of two countries the other one, unless it tells of all trade."""
    one_each = figure.quantity.start in figure.discourse.respective  # "..., lần lượt đạt 42 và 35 triệu USD"
    start, stop = figure.passage.sentence.start, figure.quantity.full_start
    if not one_each and _TOGETHER.search(figure.passage.folded, start, stop) is not None:
        return None
    if figure.code in TRADED and _nation_in_bracket(figure):
        return None
    partner, other = figure.frame.partner, figure.discourse.bilateral
    half = figure.code in TRADED and half_of_two_ways(figure, figure.gap_words())
    if partner is None and (half or _part_of_two_ways(figure)):
        return figure.discourse.last_partner
    if partner is None and other is not None and figure.code in INVESTED and _invested_by(figure, other):
        return other
    if partner is None and figure.code in INVESTED:
        partner = ranked(figure)
    if partner is not None or other is None or figure.code not in TRADED or figure.frame.area not in (None, "VN"):
        return partner
    if figure.index and figure.measure in RELATIVE and _goes_on_with(figure):
        return figure.discourse.last_partner
    return None if _of_all(figure) else other


def ranked(figure: Figure) -> str | None:
    """The country told to be one of so many that invest ("Đức xếp thứ 5 trong 60 nước đầu tư ở tỉnh với 12 dự án")."""
    passage, before = figure.passage, figure.quantity.full_start
    named = (w for w in passage.words if w.end <= before and w.of("area") is not None)
    for word in named:
        code = country(word, passage.text)
        if code is None:
            continue
        if _OF_SO_MANY.match(passage.folded, word.end, before) or _MOVED_TO.fullmatch(passage.folded, word.end, before):
            return code
    return None


def _invested_by(figure: Figure, other: str) -> bool:
    """Whether the sentence before told what the other country has invested, and this one names no other place."""
    discourse, passage = figure.discourse, figure.passage
    if discourse.last not in INVESTED or discourse.last_partner != other or discourse.count - discourse.last_at > 1:
        return False
    return discourse.last_line == passage.sentence.line and not any(w.of("area") for w in passage.words)


def _part_of_two_ways(figure: Figure) -> bool:
    """Whether a figure is a part of the trade with one country just told of ("Trong đó, Việt Nam xuất khẩu ...")."""
    passage, last = figure.passage, figure.discourse.last_trade
    if last is None or figure.discourse.count - last > 1 or figure.code not in TRADED - {"trade-turnover"}:
        return False
    return _PART.match(passage.folded, passage.sentence.start, passage.sentence.end) is not None


def _goes_on_with(figure: Figure) -> bool:
    """Whether a rate only goes on with the amount before it in the sentence."""
    same = figure.discourse.last == figure.code and not any(names_indicator(w, figure.code) for w in figure.gap_words())
    return same and not whole(figure.gap_words(), figure)


def _of_all(figure: Figure) -> bool:
    """Whether a figure of a text on two countries is of all trade ("xuất khẩu của nước ta", "cả nước")."""
    folded = figure.passage.folded
    return any(
        set(word.cues) & {"whole", "own"}
        or ("nation" in word.cues and _OF_US.search(folded, max(figure.gap[0], word.start - 6), word.end))
        for word in figure.gap_words()
    )


# "Hoa Kỳ, Nhật Bản và Hàn Quốc là ba thị trường lớn nhất, chiếm 57%": of all of them
_TOGETHER = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:và|,) [^,;.\d]{2,20} (?:vẫn |tiếp tục |đang )?là (?:\d|hai|ba|bốn|năm|các|những) (?:thị trường"
        r"|đối tác|nhà đầu tư|nước|bạn hàng|quốc gia)[^;.\d]*$"
    )
)


def named(figure: Figure, gap: list[Word]) -> str | None:
    """The last country named before a number; one whose name is a word besides ("Anh", "Đức") behind "sang", "từ"."""
    folded = figure.passage.folded
    this = _THIS.search(folded, *figure.gap)
    if this is not None:  # "Hàn Quốc giảm mua nên kim ngạch sang nước này chỉ còn 41 triệu USD"
        codes = [
            c for w in gap if w.end <= this.start() for c in [area_code(w, None)] if c is not None and is_country(c)
        ]
        if codes and codes[-1] != "VN":
            return codes[-1]
    if this is not None or (figure.code in INVESTED and _INVESTORS.search(folded, *figure.gap)):
        return figure.frame.partner or figure.discourse.last_partner  # "nhập siêu từ thị trường này 4,75 tỷ USD"
    country = figure.discourse.country
    before = country is not None and country[1] == figure.discourse.count - 1 and not figure.index
    if country is not None and before and BOTH.search(folded, *figure.gap) and figure.code in TRADED:
        return country[0]  # "Ý và Việt Nam ... Buôn bán giữa hai nước được 5 tỷ USD"
    if country is not None and before and _IT.match(folded, figure.passage.sentence.start, figure.gap[1]):
        return country[0]  # "Mỹ vẫn là khách hàng lớn nhất. Thị trường này mua ..."
    for word in reversed(gap):
        if _CAUSES.search(folded, max(figure.gap[0], word.start - 24), word.start):
            continue  # "tăng 6% do Nhật Bản mở cửa lại; rau quả 35 triệu USD"
        if _OVERTAKEN.search(folded, figure.passage.sentence.start, word.start):
            continue  # "Trung Quốc lần đầu vượt Mỹ thành thị trường lớn nhất với 96 triệu USD"
        area = area_code(word, None)
        label = word.of("area")
        towards = _TOWARDS.search(folded, max(figure.gap[0], word.start - 12), word.start)
        if area is None and label is not None and (towards or _among_countries(figure, word)):
            area = label.concept.code
        if area is not None and is_country(area):
            again = any(w.start > word.end and names_indicator(w, figure.code) for w in gap) and figure.index
            return (_partner_behind(figure) or area) if again else area  # "... sang Mỹ, nhập siêu 3 tỷ USD từ Nga"
    return _partner_behind(figure) or _bloc(figure)


def _bloc(figure: Figure) -> str | None:
    """The bloc whose members are counted before its figure ("Khối ASEAN có 10 nước mua 90 triệu USD")."""
    passage = figure.passage
    if figure.index != 1 or figure.code not in TRADED:
        return None
    counted = passage.quantities[0]
    for word in passage.words:
        code = area_code(word, None) if word.end < counted.full_start else None
        if code is not None and is_country(code):
            members = _MEMBERS.fullmatch(passage.folded, word.end, counted.full_end) is not None
            return code if members else None
    return None


_OVERTAKEN = regex.compile(
    fold_pattern(
        r"\p{L} (?:đã |lần đầu(?: tiên)? )*(?:vượt qua|vượt mặt|vượt|qua mặt|soán ngôi|thay thế|thay)"
        r" (?:thị trường |cả )?(?:\p{L}+ ){0,2}?$"
    )
)
_MEMBERS = regex.compile(fold_pattern(r" (?:gồm|với|có) [\d.]+ (?:quốc gia|nước|thành viên)(?: thành viên)?"))
_CAUSES = regex.compile(fold_pattern(r"(?<![\p{L}])(?:do|vì|bởi|bởi vì|nhờ|nếu)(?: phía| thị trường| nước)?\s+$"))


def _partner_behind(figure: Figure) -> str | None:
    """The country right behind an amount of trade that names none before ("xuất siêu 3,6 tỷ USD sang Hoa Kỳ")."""
    if figure.code not in TRADED or figure.frame.partner is not None:
        return None
    start, stop = figure.after
    rate = figure.measure == "growth" and _THE_RATE.search(figure.passage.folded, *figure.gap) is not None
    if figure.measure != "level" and not rate:
        return None
    if not figure.index and figure.passage.folded.startswith(_WITH, figure.passage.sentence.start):
        for word in figure.passage.between(start, stop):
            code = country(word, figure.passage.text) if isinstance(word, Word) else None
            between = figure.passage.folded[start : word.start]
            if code is not None and between.endswith(", ") and _BUYS.match(figure.passage.folded, word.end):
                return code  # "Với kim ngạch 25 tỷ USD, Trung Quốc tiếp tục là đối tác lớn nhất"
    for word in figure.passage.between(start, min(stop, start + _BEHIND)):
        if isinstance(word, Word) and word.of("area") is not None:
            code = area_code(word, None)
            towards = (_OF_COUNTRY if rate else _TOWARDS_BEHIND).fullmatch(figure.passage.folded, start, word.start)
            return code if code is not None and is_country(code) and towards else None
    return None


_WITH = fold_pattern("với ")
_THE_RATE = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:mức|tốc độ|đà|nhịp) (?:tăng|giảm)(?: trưởng)?(?: tới| đến| gần| hơn)?\s*$")
)
_OF_COUNTRY = regex.compile(fold_pattern(r"\s*%?\s*(?:của|từ|sang|ở|tại)(?: (?:thị trường|nước))?\s+"))


def _among_countries(figure: Figure, word: Word) -> bool:
    """Whether an ambiguous name stands in a list of countries, or is an abbreviation ("Mexico 22%, Nga 12%", "TQ")."""
    surface = figure.passage.text[word.start : word.end]
    if surface.isupper() and len(surface) > 1:
        return True
    if surface[:1].isupper() and _BUYS.match(figure.passage.folded, word.end, figure.quantity.full_start):
        return True  # "Ý mua 24 nghìn tấn"
    folded = figure.passage.folded
    listed = figure.frame.partner is not None and _IN_LIST.search(folded, max(0, word.start - 4), word.start)
    if listed and folded[word.end : word.end + 2] == " (" and surface[:1].isupper():
        return True  # "Trung Quốc (60,2%), Nga (41,9%)"
    return surface[:1].isupper() and figure.frame.partner is not None and figure.frame.product is None
