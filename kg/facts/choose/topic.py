"""Whether a number says of itself no more than when and where: it is then of what the sentence before has named."""

from __future__ import annotations

import regex

from kg.facts.choose.number import Number
from kg.facts.kinds import RELATIVE
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern
from kg.text.segment import PROSE

_MEASURES = ("level", "growth", "completion")
TURNOVER = regex.compile(fold_pattern(r"^\s*(?:tổng )?(?:kim ngạch|giá trị|trị giá)(?![\p{L}])"))
# What may stand beside the time and the place: words that only lead to a number.
_LEADS_ON = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:tính chung|tính|riêng|trong|cả|toàn|tại|ở|của|tỉnh|thành phố|huyện|địa phương|trên địa bàn"
        r"|cả năm|đã|vẫn|cũng|chỉ|mới|ước|ước tính|dự kiến|đạt|được|là|có|lên|xuống|còn|tới|đến|vượt|mức|mốc|thu|về|thì"
        r"|khoảng|gần|hơn|trên|dưới|xấp xỉ|tăng|giảm|bằng|gấp|theo đó|nhờ đó|vì thế|nhờ vậy|do vậy|tuy nhiên|tuy vậy"
        r"|cụ thể|khối|khu vực|năm nay|nay|qua|lũy kế)(?![\p{L}])"
    )
)


def of_sentence_before(number: Number) -> str | None:
    """What the sentence before named without a figure ("Giải ngân vốn đầu tư công chậm. Mới đạt 30% kế hoạch")."""
    named = number.discourse.named_alone
    if named is None or number.index or named[1] != number.discourse.count - 1:
        return None
    code = named[0]
    if code == "iip" and number.measure == "level":
        code = "industrial-production-value"  # "Sản xuất công nghiệp phục hồi. Cả năm đạt 120 nghìn tỷ đồng"
    alone = _bare_subject(number) or (_plainly(number) and number.passage.sentence.level == PROSE)
    return code if alone and number.fits(code) else None


def _plainly(number: Number) -> bool:
    """Whether a number plainly goes on with what was named: a part of a plan, or "kim ngạch" itself."""
    return number.measure == "completion" or (
        number.measure == "level" and TURNOVER.search(number.gap_text) is not None
    )


def _bare_subject(number: Number) -> bool:
    """Whether a sentence goes on with what the one before is about ("Xuất khẩu khởi sắc. Cả tỉnh đạt 11 tỷ USD")."""
    passage, (start, stop) = number.passage, number.gap
    if passage.sentence.first or number.measure not in _MEASURES or (number.quantity.unit or "").find("/") >= 0:
        return False
    if number.measure not in RELATIVE and number.quantity.dimension != "money":
        return False
    rest = list(passage.folded[start:stop])
    for token in passage.between(start, stop):
        if isinstance(token, Period) or (isinstance(token, Word) and _says_where(token)):
            rest[token.start - start : token.end - start] = " " * (token.end - token.start)
    left = _LEADS_ON.sub("", "".join(rest))
    return not any(letter.isalnum() for letter in left)


def _says_where(word: Word) -> bool:
    """Whether a word names a place, the text's own or an owner of firms, or only leads on."""
    named = word.of("area") is not None or word.of("code/investor") is not None
    return named or bool({"own", "nation"} & set(word.cues))
