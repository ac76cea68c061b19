"""The firms of a text by the names they go by alone: "Kobasan" of Tập đoàn Kobasan where it does something.

Only what is no Vietnamese syllable tells a firm without its head noun: names of ours ("Minh Quang") are places and
people as well, and are followed where a text goes on about the firm.
"""

from __future__ import annotations

import regex

_HEAD = regex.compile(
    r"(?<!\p{L})(?:[Tt]ập đoàn|[Tt]ổng [Cc]ông ty|[Cc]ông ty|CTCP|Cty|[Hh]ãng|[Ll]iên doanh|[Dd]oanh nghiệp)\s+"
    r"(?:(?:TNHH|CP|[Cc]ổ phần|MTV|[Mm]ột [Tt]hành [Vv]iên|[Tt]ập đoàn|[Nn]hà máy|[Qq]uốc tế|[Đđ]a quốc gia"
    r"|\p{Ll}+|\p{Lu}\p{Ll}+(?= (?:\p{Ll}|\p{Lu}[\p{Ll}&]+ (?:\p{Ll}|\p{Lu}))))\s+){0,5}?"
    r"(?!(?:TNHH|CP|MTV|Cổ [Pp]hần|Một [Tt]hành|Tập [Đđ]oàn|Quốc [Tt]ế|Nhà [Mm]áy)(?!\p{L}))"
    r"(?P<own>\p{Lu}[\p{L}\d&]{2,}(?:[ -]\p{Lu}[\p{L}\d&]+){0,3})"
)
_FOREIGN_BEHIND = regex.compile(
    r"(?<![\p{L}\d])(?P<own>\p{Lu}[\p{L}\d&]{2,}(?:[ -]\p{Lu}[\p{L}\d&]+){0,2}?),? "
    r"(?:Corporation|Corp|Inc|Co\.?,? ?Ltd|Ltd|Limited|Group|JSC|Holdings?|GmbH|PLC|LLC)(?![\p{L}\d])"
)
_HEADS = ("ập đoàn", "ông ty", "CTCP", "Cty", "ãng", "iên doanh", "oanh nghiệp")
_FORMS = ("Corp", "Inc", "Co", "Ltd", "Limited", "Group", "JSC", "Holding", "GmbH", "PLC", "LLC")
_SYLLABLE = regex.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    r"[aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
# What an acronym may stand for besides a firm
_OTHERS = frozenset(
    "FDI ODA GDP GRDP CPI IIP PMI PCI KCN CCN KKT KCX USD VND EUR UBND HĐND TNHH MTV TP TPHCM HCM DN DNNN WTO ASEAN EU"
    " BOT PPP BT ISO VN VAT LNG LPG MW MWp TTXVN VCCI FTA CPTPP EVFTA TPP KTTĐ ĐBSCL SXKD KT XH CNTT".split()
)
_LONGEST = 6  # names that are followed; a text that has more is a list of firms
_OFTEN = 4  # times that such a list names a firm which it goes on about
_DOES = regex.compile(
    r"(?: \([^()]{1,40}\))?\s+(?:(?:đã|đang|hiện|cũng|vừa|lại|mới|còn|vẫn|dự định|dự kiến|sẽ|chính thức|tiếp tục"
    r"|cam kết|muốn|phải|chỉ|hiện đang)\s+)*"
    r"(?:có|cho thuê|nâng|sử dụng|khởi công|xây|đầu tư|rót|chi|bỏ|đổ|mở rộng|mở|tuyển"
    r"|sản xuất|điều hành|vận hành|sở hữu"
    r"|ký|kí|được (?:cấp|phép|giao|chấp thuận)|nhận|hoàn tất|hoàn thành|lập|triển khai|đạt|xuất khẩu|đề xuất|đóng góp"
    r"|thuê|đưa|phấn đấu|đặt|lên kế hoạch|là (?=chủ|nhà đầu tư))(?!\p{L})"
)
# "Tổng vốn đầu tư của Nestor tại Việt Nam là 620 triệu USD"
_HAS = regex.compile(r"(?i)(?<!\p{L})(?:vốn(?: đầu tư| đăng ký)?|đầu tư|lao động|nhân viên|công nhân|công suất) của $")
_COMES_TO = regex.compile(
    r"(?: (?:tại|ở|vào) (?:Việt Nam|VN|đây|\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?))? (?:đã )?(?:là"
    r"|đạt|lên|hơn)(?!\p{L})"
)
_BRAND = regex.compile(
    r"(?<!\p{L})(?:điện thoại|smartphone|máy(?: tính| ảnh)?|xe|ô ?tô|bia|sữa|nhãn(?: hiệu)?"
    r"|thương hiệu|sản phẩm|dòng|chiếc"
    r"|mẫu|giày|ông|bà|[Ôô]ng|[Bb]à|Mr\.?|Mrs\.?|tiến sĩ|TS\.?)\s$"
)
_MORE = regex.compile(r"(?: (?:Việt Nam|Vietnam|Vina|Corporation|Group)(?!\p{L})|(?: \p{Lu}[a-z]{3,})(?=\s))")


def foreign(word: str) -> bool:
    """Whether a word is no syllable of Vietnamese, nor an acronym of common use."""
    if word.isupper():
        return len(word) > 2 and word not in _OTHERS
    return len(word) > 3 and _SYLLABLE.fullmatch(word.lower()) is None


class Cast:
    """The firms that a text names with their head noun or legal form, by what they go by alone."""

    def __init__(self, text: str) -> None:
        """Look over a text once for the firms that it names in full."""
        owned: dict[str, None] = {}
        for pattern, marks in ((_HEAD, _HEADS), (_FOREIGN_BEHIND, _FORMS)):
            for match in pattern.finditer(text) if any(mark in text for mark in marks) else ():
                words = match["own"].replace("-", " ").split(" ")
                if foreign(words[0]):
                    owned.setdefault(words[0])
        if len(owned) > _LONGEST:  # a list of firms: those that the text goes on about
            owned = {name: None for name in owned if text.count(name) >= _OFTEN}
        self._names = tuple(owned) if len(owned) <= _LONGEST else ()

    def find(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Where a sentence names one of them alone as who does something."""
        found = []
        for name in self._names:
            at = text.find(name, start, end)
            while at >= 0:
                stop = at + len(name)
                while (more := _MORE.match(text, stop, end)) is not None:
                    stop = more.end()
                before = text[at - 1 : at]
                alone = not (before.isalnum() or before in ("-", "&")) and not text[stop : stop + 1].isalnum()
                does = _DOES.match(text, stop, end) or (
                    _HAS.search(text, max(start, at - 30), at) and _COMES_TO.match(text, stop, end)
                )
                if alone and does and not _BRAND.search(text, max(start, at - 16), at):
                    found.append((at, stop))
                at = text.find(name, stop, end)
        return found
