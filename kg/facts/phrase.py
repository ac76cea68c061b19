"""The noun phrase that names the part a number is about: a branch, a product, a group of goods."""

from __future__ import annotations

import regex

from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.mentions.period import Period
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_HEADS = fold_pattern(
    r"(?:và|còn|riêng|trong đó|cụ thể|như|với|thì|là|các|một số|những|của|về|cho|ở|tại|gồm|bao gồm|nhất là|đặc biệt|đặc biệt là|tiếp đến là|tiếp theo là|đứng thứ hai là|đứng thứ ba là|kế đến là|"
    r"trong khi đó|trong khi|tiếp đó|sau đó là|bên cạnh đó|ngoài ra|nhóm|ngành|lĩnh vực|mặt hàng|nhóm hàng|sản phẩm|nhóm ngành|sản xuất|khu vực|khối|loại|hàng hóa|duy nhất|chỉ|đáng chú ý|chủ yếu|trụ đỡ vẫn là|vẫn là|"
    r"số|sản lượng|kim ngạch|xuất khẩu|nhập khẩu|giá trị|tổng|đến|theo|đồng thời|tương tự|nhờ|do|có|công nghiệp (?=khai)|mảng|chỉ số|đối với|trên|vốn|tỷ trọng|giá trị tăng thêm|giá trị sản xuất|chỉ có|hoạt động|trừ|lượng|"
    r"đã|đang|được|ước|các ngành tiếp theo có mức tăng đáng kể là|tăng|đạt|cả|toàn tỉnh|toàn|tỉnh|điển hình là|điển hình|trước hết là|dẫn đầu là|đứng đầu là|cao nhất là|lớn nhất là|nhiều nhất là|thấp nhất là|chế biến(?= \p{L}+ đạt)|nuôi trồng(?= \p{L}+ đạt)|bên|phía|chủ lực|ra lò|quy hoạch|lên|thuộc)(?![\p{L}])"
)
_LEAD = regex.compile(r"^[\s,;:.\-+*•)(\"']*(?:" + _HEADS + r"[\s,:]*)*")
_TAIL = regex.compile(
    fold_pattern(
        r"(?:[\s,;:(\"'\-]|(?<![\p{L}])(?:vỏn vẹn|có|đã|cũng|lại|đều|vẫn|với|mức|tốc độ|được|ước|chỉ|mới|là|các loại|và|đang|bị|còn|sẽ|tổng|số|khá|mạnh|nhẹ|thì|hết|kim ngạch|giá trị|sản lượng|bình quân|tiếp tục|cho|gần|hơn|khoảng|trên|cả nước|toàn tỉnh|của tỉnh|trong|ở|về|hiện|của|so|sản xuất được|tháng|năm|vốn|trị giá|chung))+$"
    )
)
_CUT = {
    "reach",
    "up",
    "down",
    "estimate",
    "share",
    "equal",
    "multiple",
    "exceed",
    "contribute",
    "from",
    "target",
    "forecast",
    "to",
    "rank",
    "respective",
}
_VERB = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:có|thu hút|sản xuất được|thu hoạch được|thu hoạch|phát|bàn giao|lên|cho|với|được|do|mang lại|khai thác được|hoàn thành|đã|cấp|xuất xưởng|tiêu thụ|vượt|nhờ|tăng|giảm|góp|chiếm|hết)(?![\p{L}])"
    )
)
_BREAK = regex.compile(r"[;:()\"]|(?<=\s)[-+](?=\s)|,\s")


def before(passage: Passage, index: int) -> str:
    """The noun phrase between the last boundary and the verb before a number; "" if there is none."""
    start, stop = passage.gap(index)
    cut = stop
    tokens = passage.between(start, stop)
    for token in tokens:
        if isinstance(token, (Period, Name)) or (isinstance(token, Word) and _boundary(token)):
            if token.end <= stop:
                start = max(start, token.end)
    for token in tokens:
        if token.start >= start and isinstance(token, Word) and set(token.cues) & _CUT:
            cut = token.start
            break
    while cut > start and passage.folded[cut - 1] in " (+-:=~<>":
        cut -= 1
    return clean(passage, start, cut)


def _boundary(word: Word) -> bool:
    schemes = {label.concept.scheme for label in word.labels if label.kind != "context"}
    return (bool(schemes & {"indicator", "area", "outside"}) and not schemes & {"sector", "product"}) or bool(
        set(word.cues) & {"part", "meanwhile", "own", "nation", "anaphor", "whole", "inert"}
    )


def clean(passage: Passage, start: int, stop: int, commas: bool = True) -> str:
    """A stretch without the small words and punctuation at its ends, as the text words it."""
    folded = passage.folded[start:stop]
    for mark in _BREAK.finditer(folded):
        if mark.group().startswith(",") and (commas and not _sentence_like(folded[: mark.start()])):
            continue
        start += mark.end() if mark.end() < len(folded) else 0
        return (
            clean(passage, start, stop, commas)
            if mark.end() < len(folded)
            else clean(passage, start, start + mark.start(), commas)
        )
    verb = None
    for verb in _VERB.finditer(folded):
        pass
    if verb is not None:
        rest = folded[verb.end() :]
        if rest.strip(" ,:("):
            start += verb.end()
        else:
            stop = start + verb.start()
        folded = passage.folded[start:stop]
    lead = _LEAD.match(folded)
    head = lead.end() if lead else 0
    tail = _TAIL.search(folded, head)
    end = tail.start() if tail else len(folded)
    phrase = passage.text[start + head : start + end].strip(" ,;:.-–\"'()\n")
    return (
        lower(phrase)
        if phrase and len(phrase) <= 70 and len(phrase.split()) <= 12 and any(c.isalpha() for c in phrase)
        else ""
    )


def _sentence_like(text: str) -> bool:
    """Whether what stands before a comma is a clause of its own rather than the start of a list."""
    return len(text.split()) > 8 or bool(_VERB.search(text)) or not text.strip()


_STOP_AFTER = regex.compile(
    fold_pattern(
        r"[,;:.()\[\]\"]|(?<![\p{L}])(?:so|tăng|giảm|đạt|bằng|trong|tại|của|và|với|mỗi|một|cho|từ|để|là|có|được|vào|ở|do|năm|tháng|gấp|chiếm|trên|đã|ước|đến|lên|còn|này|nhưng|khi|cùng|theo|xuống|mà|thì|nhờ|hàng năm|tương|trị giá|các loại|qua|đang|sẽ|thuộc|như|trở lên|vượt|hơn|sang|khoảng|về|phục vụ|ra|ha|/|-|\d)(?![\p{L}])"
    )
)


def following(passage: Passage, index: int) -> str:
    """The noun phrase right behind the unit of a number ("1,35 triệu tấn thép các loại" -> "thép")."""
    start, stop = passage.after(index)
    folded = passage.folded[start:stop]
    if not folded[:1].isspace():
        return ""
    end = _STOP_AFTER.search(folded)
    phrase = passage.text[start : start + (end.start() if end else len(folded))].strip()
    if not phrase or len(phrase.split()) > 7:
        return ""
    return lower(phrase)


def lower(phrase: str) -> str:
    """Lower case for the first letter unless the phrase begins with a proper name or abbreviation."""
    words = phrase.split(" ")
    if words[0].isupper() and len(words[0]) > 1:
        return phrase
    return phrase[:1].lower() + phrase[1:]


def heads_list(quantity: Quantity) -> bool:
    """Whether a quantity has a unit in which products are counted or weighed."""
    return quantity.dimension in ("mass", "volume", "count", "energy", "litre", "length", "area2", "count-animal")
