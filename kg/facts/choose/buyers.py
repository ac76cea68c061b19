"""Trade told from the partner's side: what a country buys of ours is our export, what it sells to us our import."""

from __future__ import annotations

import regex

from kg.facts.choose.number import Number
from kg.facts.place import area_code
from kg.lexicon import is_country
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_BUYS = fold_pattern("nhập")
_FROM_US = regex.compile(
    fold_pattern(
        r"(?: (?!lớn|nhiều|chính|chủ|hàng đầu|trọng|từ|của)\p{L}+[^.;\d]{0,50} (?:của|từ)| (?:từ"
        r"|của)) (?:việt nam|nước ta|vn|ta)"
        r"(?![\p{L}])(?! từ)"
    )
)
_IS_A_BUYER = regex.compile(fold_pattern(r"(?<![\p{L}])(?:nước|quốc gia|khách hàng|bên)\s+$"))
# "Mỹ là khách hàng lớn nhất. Thị trường này nhập từ Việt Nam ..."
_BUYER_TOLD = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:thị trường|nước|quốc gia|đối tác) (?:này|bạn|đó"
        r"|ấy)(?: đã)?\s+$"
    )
)
# "Nhật Bản là khách hàng số một, nhập 188 triệu USD hàng may mặc của tỉnh"
_AS_BUYER = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:khách hàng|bạn hàng|người mua|thị trường (?:xuất khẩu|tiêu thụ"
        r"|nhập khẩu))[^,;.:\d]{0,40},\s*(?:đã )?$"
    )
)
_MARKET = regex.compile(fold_pattern(r"(?<![\p{L}])thị trường(?: chính| chủ yếu| chủ lực| lớn| hàng đầu)?\s+$"))
# "Hàn Quốc xuất khẩu sang Việt Nam 7,7 tỷ USD"
_TO_US = regex.compile(fold_pattern(r"\s+(?:sang|vào|cho|tới)\s+(?:thị trường\s+)?(?:việt nam|nước ta|vn)(?![\p{L}])"))
_GOODS_OF_US = regex.compile(  # "Trung Quốc nhập khẩu 662 triệu USD cá tra Việt Nam"
    fold_pattern(r"[^,.;\d]{1,40} (?:việt nam|nước ta|vn)(?![\p{L}])")
)
_OF_US = regex.compile(fold_pattern(r"(?<![\p{L}])của (?:việt nam|nước ta|ta|chúng ta)(?![\p{L}])"))


_NOTHING = regex.compile(  # between a country and what it does
    fold_pattern(
        r"(?:, (?:nơi|thị trường|nước) [^,;.\d]{3,60},)?"
        r"\s*(?:(?:đứng|xếp)? ?(?:kế tiếp|tiếp theo|liền sau|kế sau)?,?)?(?: ?(?:lần lượt|chỉ|đã|cũng|tuy|dù|mới))*\s*"
    )
)


def side_of(number: Number, word: Word, code: str) -> str:
    """What a country buys of ours is our export ("Trung Quốc nhập khẩu nông sản của Việt Nam 1,98 tỷ USD")."""
    side, _, told = code.partition("-")
    folded = number.passage.folded
    if side == "export" and _TO_US.match(folded, word.end, number.quantity.full_start) and _of_a_country(number, word):
        return f"import-{told}"
    if side == "export" and theirs_to_us(number, word):
        return f"import-{told}"
    if (
        side == "import"
        and not folded[word.end : number.quantity.full_start].strip()
        and (_GOODS_OF_US.match(folded, number.quantity.full_end) or _goods_of_ours(number))
        and (_of_a_country(number, word) or _BUYER_TOLD.search(folded, max(0, word.start - 28), word.start))
    ):
        return f"export-{told}"
    if (
        side == "import"
        and (number.discourse.last or "").startswith("export")
        and any(w.of("product") and w.start - word.end <= 1 for w in number.words if w.start >= word.end)
        and _MARKET.search(folded, max(0, word.start - 28), word.start)
        and _OF_US.search(folded, word.end, number.quantity.full_start)
    ):
        return f"export-{told}"  # in a text on exports, "các thị trường chính nhập khẩu điện thoại của Việt Nam"
    if side == "import" and _AS_BUYER.search(folded, number.passage.sentence.start, word.start):
        return f"export-{told}"
    if side == "import" and _buys_what_we_sell(number, word):
        return f"export-{told}"
    if side == "import" and _IS_A_BUYER.search(number.passage.folded, max(0, word.start - 12), word.start):
        ours = _OF_US.search(number.passage.folded, word.end, number.quantity.full_start)
        return f"export-{told}" if ours is not None else code  # "nước nhập khẩu lớn nhất của Việt Nam"
    if side != "import" or not _FROM_US.match(number.passage.folded, word.end, number.quantity.full_start):
        return code
    if _BUYER_TOLD.search(folded, max(0, word.start - 28), word.start):
        return f"export-{told}"
    before = number.passage.between(number.passage.sentence.start, word.start)
    buyers = [t for t in before if isinstance(t, Word) and (c := area_code(t, None)) is not None and is_country(c)]
    buys = bool(buyers) and not set(number.passage.folded[buyers[-1].end : word.start]) & set(",;")
    return f"export-{told}" if buys else code


def _goods_of_ours(number: Number) -> bool:
    """Whether the goods right behind an amount are a province's ("Hoa Kỳ mua 40 triệu USD dăm gỗ Quảng Ngãi")."""
    start = number.quantity.full_end
    behind = number.passage.between(start, start + _GOODS_NEAR)
    placed = [t for t in behind if isinstance(t, Word) and (area_code(t, number.discourse.own) or "").startswith("VN")]
    return bool(placed) and not set(number.passage.folded[start : placed[0].start]) & set(",.;()")


_GOODS_NEAR = 40  # letters


def theirs_to_us(number: Number, word: Word) -> bool:
    """Whether the exports are a country's to us ("xuất khẩu của Chile vào nước ta chừng 90 triệu USD")."""
    behind = next((w for w in number.words if w.start >= word.end and _country(w, number)), None)
    folded = number.passage.folded
    if behind is None or folded[word.end : behind.start].strip() != _OWN:
        return False
    return _TO_US.match(folded, behind.end, number.quantity.full_start) is not None


_OWN = fold_pattern("của")


def is_abroad(number: Number, word: Word) -> bool:
    """Whether another country stands right behind a word."""
    behind = next((w for w in number.words if w.start >= word.end), None)
    code = area_code(behind, None) if behind is not None and behind.start - word.end <= 1 else None
    return code is not None and is_country(code) and code != "VN"


def _buys_what_we_sell(number: Number, word: Word) -> bool:
    """Whether a country buys what the line says we sell ("Xuất khẩu gạo đạt 2 tỷ USD. Nhật Bản nhập 282 triệu")."""
    told, sentence = number.discourse.traded, number.passage.sentence
    sold = (told is not None and told.side == "export") or (number.discourse.last or "").startswith("export")
    if not sold or number.discourse.last_line != sentence.line:
        return False
    if not number.passage.folded[word.start : word.end].startswith(_BUYS):
        return False
    return _of_a_country(number, word)


def _of_a_country(number: Number, word: Word) -> bool:
    """Whether a country stands right before the word for what it does ("Nhật Bản nhập ...")."""
    sentence = number.passage.sentence
    return any(
        isinstance(t, Word) and _country(t, number) and _NOTHING.fullmatch(number.passage.folded, t.end, word.start)
        for t in number.passage.between(sentence.start, word.start)
    )


def _country(word: Word, number: Number) -> bool:
    """Whether a word names a country, be it that its name means something else besides ("Đức", "Ý" in capitals)."""
    code, label = area_code(word, None), word.of("area")
    if code is None and label is not None and number.passage.text[word.start].isupper():
        code = label.concept.code
    return code is not None and is_country(code)
