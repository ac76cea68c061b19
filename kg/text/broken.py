"""Lines that end within a sentence, as typing by hand and text taken out of PDF leave them."""

from __future__ import annotations

import regex

_NEXT = regex.compile(
    r"\n ?(?=\p{Ll}{2}|(?:KCN|CCN|KKT) \p{Lu}\p{Ll}|\d[\d.,]*(?: ?[.,] ?\d+)?\s?(?:%|\p{Ll}{2})|%|USD|VND|m[23](?!\w))"
)
_WANTS = regex.compile(  # words that a figure or a name follows
    r"(?:,|\p{L} -|(?<!\p{L})(?:đạt|tăng|giảm|ước|ươc|là|gần|hơn|trên|khoảng|với|chiếm"
    r"|bằng|của|và|trong|cho|từ|đến|tới|lên|còn|được|xuống|tại|các|cùng|lấp đầy))"
    r" ?$"
)
_AMOUNT = regex.compile(r"\d ?(?:nghìn|ngàn|triệu|tỷ|tỉ|tr\.?)? ?$")
_ITS_UNIT = regex.compile(
    r"(?:%|(?:nghìn|ngàn|triệu|triêu|tỷ|tỉ|tấn|ha|m[23]|đồng|lượt|lao động|dự án|USD|VND|kWh|MW)(?!\p{L}))"
)
_GROUP = regex.compile(r"\d{3}(?!\d|\.\d)\s?(?:tỷ|tỉ|tr|nghìn|tấn|ha|USD|đồng)")
_CUT = regex.compile(r"(?<![\d.,/])\d{1,3}\.$")
_SAME_TIME = regex.compile(r"(?i)cùng k[ỳỷỹy] ?$")
_OF_LAST_YEAR = regex.compile(r"năm (?:trước|ngoái|\d{4})")
_AMID = regex.compile(r"\p{Ll} ?$")
_FIGURE = regex.compile(r"\d{1,3}(?:[.,]\d{1,3})+\s?(?!tháng|năm|quý|ngày)\p{Ll}{2}")  # behind a full line
_FULL = 60  # letters: a line so long is none of a list or a heading
_REACH = 12


def mended(text: str) -> str:
    """The text with a space for each end of line within a sentence; as long as before, so that places stay.

    A line ends within its sentence where the next goes on in small letters behind a comma or a full line ("... ngành
    chế biến,⏎chế tạo tăng 5%"), or with the figure that its last word calls for ("ước đạt⏎120 tỷ đồng").
    """
    done = 0
    pieces: list[str] = []
    for found in _NEXT.finditer(text):
        if _ends_amid(text, found.start(), found.end()):
            pieces += text[done : found.start()], " " * (found.end() - found.start())
            done = found.end()
    return "".join((*pieces, text[done:])) if pieces else text


def _ends_amid(text: str, end: int, start: int) -> bool:
    if _WANTS.search(text, max(0, end - _REACH), end):
        return True
    if _GROUP.match(text, start) is not None and _CUT.search(text, max(0, end - _REACH), end) is not None:
        return True  # "Ước cả năm 8.⏎740 tỷ đồng"
    if _ITS_UNIT.match(text, start) is not None:
        return _AMOUNT.search(text, max(0, end - _REACH), end) is not None
    if _OF_LAST_YEAR.match(text, start) is not None and _SAME_TIME.search(text, max(0, end - _REACH), end) is not None:
        return True  # "tăng 9,4% so với cùng kỳ⏎năm trước"
    opens = text.rfind("\n", 0, end) + 1
    goes_on = text[start].islower() or _FIGURE.match(text, start) is not None
    return end - opens >= _FULL and goes_on and _AMID.search(text, end - 2, end) is not None
