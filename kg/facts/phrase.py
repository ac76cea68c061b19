"""The noun phrase that names the part a number is about: a branch, a product, a group of goods."""

from __future__ import annotations

import regex

from kg.facts.tokens import Passage, Token
from kg.mentions.names import Name
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_HEADS = fold_pattern(
    r"(?:và|còn|riêng|trong đó|cụ thể|như|với|thì|là|các|một số|những|của|về|cho|ở|tại|gồm|bao gồm|nhất là"
    r"|kế đó là|kế đó|kế tiếp là|kế tiếp|theo sau là|xếp sau là|xếp thứ hai là|xếp thứ ba là|đặc biệt|nhóm hàng"
    r"|các nhóm hàng|doanh thu|đặc biệt là|tiếp đến là|tiếp đến|tiếp theo là|đứng thứ hai là"
    r"|đứng thứ ba là|kế đến là|kế đến|"
    r"trong khi đó|trong khi|tiếp đó|sau đó là|bên cạnh đó|ngoài ra|nhóm|ngành|lĩnh vực|mặt hàng|nhóm hàng|yếu tố"
    r"|sản phẩm|nhóm ngành|sản xuất|khu vực|khối|loại|hàng hóa|duy nhất|chỉ|đáng chú ý|chủ yếu"
    r"|vẫn là|bù lại|ngược lại|trái lại|đổi lại|mặt khác|"
    r"số|sản lượng|kim ngạch|xuất khẩu|nhập khẩu|giá trị|tổng|đến|theo|đồng thời|tương tự|nhờ|do|có"
    r"|công nghiệp (?=khai)|mảng|chỉ số|đối với|trên|vốn|tỷ trọng|giá trị tăng thêm|giá trị sản xuất|chỉ có"
    r"|hoạt động|trừ|lượng|ở chiều|chiều|"
    r"đã|đang|được|ước|tăng|đạt|cả|toàn tỉnh|toàn|tỉnh|điển hình là"
    r"|chúng tôi|chúng ta|nước ta|ta|nông dân|ngư dân|bà con|người dân|diêm dân|lk|uth|ưth"
    r"|điển hình|trước hết là|dẫn đầu là|đứng đầu là|cao nhất là|lớn nhất là|nhiều nhất là|thấp nhất là"
    r"|chế biến(?= \p{L}+ đạt)|nuôi trồng(?= \p{L}+ đạt)|bên|phía|chủ lực|ra lò|quy hoạch|lên|thuộc"
    r"|(?:nếu )?(?:xét|phân|chia|tính)(?= theo)|chủng loại|lần đầu(?: tiên)?|(?:qua|vượt|chạm|cán|đạt) mốc)(?![\p{L}])"
)
_LEAD = regex.compile(r"^[\s,;:.\-+*•)(\"']*(?:" + _HEADS + r"[\s,:]*)*")
_TAILS = fold_pattern(
    r"vỏn vẹn|nhiều nhất|cao nhất|lớn nhất|thấp nhất|có|giữ|đã|cũng|lại|đều|vẫn|với|mức|tốc độ|được|ước|chỉ|mới|là"
    r"|các loại|và|đang|bị|còn|sẽ|tổng|số|khá|mạnh|nhẹ|bất ngờ|đột ngột|đột biến|bỗng|lại|thì|hết|kim ngạch"
    r"|giá trị|sản lượng|bình quân|sự|bước|đà|nhịp độ|lớn"
    r"|tiếp tục|co lại|co hẹp|thu hẹp|cho|gần|hơn|khoảng|trên|cả nước|toàn tỉnh|của tỉnh"
    r"|trong|ở|về|hiện|của|so|sản xuất được"
    r"|kết quả(?: (?:trên|này|đó))?|tháng|năm|vốn|trị giá|chung|xuất khẩu|nhập khẩu|nhập|xuất|cộng vào|góp vào|thu"
    r"|bán|mua|đắt|rẻ|phải|cần|(?:đứng|xếp|về) (?:nhất|nhì|ba)"
)
_TAIL = regex.compile(rf"(?:[\s,;:(\"'\-]|(?<![\p{{L}}])(?:{_TAILS}))+$")
_TAIL_ENDS = (*",;:(\"'-", *_TAILS.split("|"))
# Verbs and other cues that end the phrase before them ("cà phê đạt", "thép tăng").
_CUT = frozenset(
    "reach up down estimate share equal multiple exceed contribute from target forecast to rank respective".split()
)
_VERB = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:có|thu hút|hút|thu về|ngốn|chi|bỏ xa|nói trên|nêu trên|kể trên|tập trung|ứng với"
        r"|cung ứng|cung cấp|rót|đem về|đem lại|mang về"
        r"|sản xuất được|thu hoạch được|thu hoạch|phát|bàn giao|lên|cho|với|được|do"
        r"|mang lại|khai thác được|hoàn thành|đã|cấp|xuất xưởng|ra lò|tiêu thụ|vượt|nhờ|tăng|giảm|góp|chiếm"
        r"|hết|đi|khiến(?: cho)?|làm cho|kéo theo|tiêu tốn)(?![\p{L}])"
    )
)
_BREAK = regex.compile(r"[;:()\"]|(?<=\s)[-+](?=\s)|,\s")
_STOP_AFTER = regex.compile(
    fold_pattern(
        r"[,;:.()\[\]\"]|(?<![\p{L}])(?:so|tăng|giảm|đạt|bằng|trong|tại|của|và|với|mỗi|một|cho|từ|để|là|có|được"
        r"|vào|ở|do|năm|tháng|gấp|chiếm|trên|đã|ước|đến|lên|còn|này|nhưng|khi|cùng|theo|xuống|mà|thì|nhờ"
        r"|hàng năm|tương|trị giá|các loại|bán|qua|đang|sẽ|thuộc|như|trở lên|vượt|hơn|sang|khoảng|về|phục vụ|ra|ha"
        r"|/|-|\d)(?![\p{L}])"
    )
)
# Words that open a part or stand for a whole: no phrase reaches back over them.
_OPENS = frozenset({"part", "meanwhile", "own", "nation", "anaphor", "whole", "inert"})
_WHILE = fold_pattern("còn")  # "..., còn dịch vụ tăng 3,6%": joins clauses
# "sản phẩm gỗ tinh chế, chủ yếu là nội thất, đóng góp ...": what the goods are for the most part
_ASIDE = regex.compile(
    fold_pattern(
        r"(?<=\p{L}),\s*(?:trong đó )?(?:chủ yếu|phần lớn|đa phần|đa số|nhất là|đặc biệt)(?: là"
        r"| gồm)? [^,;.()\d]{2,50},"
    )
)
# "dệt may vẫn giữ vị trí số một với ...", "bất động sản nhận ..."
_STANDS = regex.compile(
    fold_pattern(
        r"(?<=\p{L})\s+(?:vẫn |tiếp tục |đang |đã |cũng |tạm )*(?:dẫn đầu|đứng đầu|đứng thứ|đứng ở|xếp thứ"
        r"|giữ (?:vị trí|ngôi|vai trò|vững)"
        r"|vươn lên|bứt lên|nhận(?! thầu)|(?:thu )?hút(?: được)?|bám sát|theo sát|chễm chệ|có mặt"
        r"|góp mặt|(?:sang|đi|tới|đến)"
        r"(?= (?:hơn |gần |khoảng |trên )?(?:\d+|nhiều|các|hầu hết) (?:thị trường|nước|quốc gia))"
        r")(?![\p{L}]).*$"
    )
)
_LONGEST = 70  # letters
_MOST_WORDS = 12


def before(passage: Passage, index: int) -> str:
    """The noun phrase between the last boundary and the verb before a number; "" if there is none."""
    start, stop = passage.gap(index)
    tokens = passage.between(start, stop)
    if _goods_of_time(passage, tokens, stop):
        stop, tokens = tokens[-1].start, tokens[:-1]
    ends = [token.end for token in tokens if token.end <= stop and _boundary(token)]
    start = max([start, *ends])
    cut = next(
        (
            t.start
            for t in tokens
            if t.start >= start
            and isinstance(t, Word)
            and not _CUT.isdisjoint(t.cues)
            and not (passage.folded[t.start : t.end] == _WHILE and not passage.folded[start : t.start].strip(" ,;"))
        ),
        stop,
    )
    aside = aside_in(passage, start, cut)
    if aside is not None:
        cut = aside[0]
    while cut > start and passage.folded[cut - 1] in " (+-:=~<>":
        cut -= 1
    return clean(passage, start, cut)


_SORT = regex.compile(fold_pattern(r"(?: (?!dù|tuy|mà|nhưng|vẫn|cả|trong|của|thì|đã|từ|được|lũy|ước)\p{L}+){0,2} ?"))


def _goods_of_time(passage: Passage, tokens: list[Token], stop: int) -> bool:
    """Whether goods open a stretch that ends with its time ("Xi măng cả năm 46.200 tấn")."""
    if len(tokens) != _GOODS_AND_TIME or not isinstance(tokens[1], Period):
        return False
    goods, time = tokens
    named = isinstance(goods, Word) and goods.of("product") is not None
    return (
        named
        and not passage.folded[time.end : stop].strip()
        and bool(_SORT.fullmatch(passage.folded, goods.end, time.start))
    )


_GOODS_AND_TIME = 2


def aside_in(passage: Passage, start: int, stop: int) -> tuple[int, int] | None:
    """Where goods or a branch are said to be something for the most part, between commas; None if they are not."""
    if passage.folded.find(",", start, stop) < 0:
        return None
    found = _ASIDE.search(passage.folded, start, stop)
    return found.span() if found is not None else None


def _boundary(token: Token) -> bool:
    """Whether a phrase begins only behind this: a time, a name, an indicator, a place, a word for the whole."""
    if not isinstance(token, Word):
        return isinstance(token, (Period, Name))
    if not _OPENS.isdisjoint(token.cues):
        return True
    schemes = {label.concept.scheme for label in token.labels if label.kind != "context"}
    return bool(schemes & {"indicator", "area", "outside"}) and not schemes & {"sector", "product"}


def clean(passage: Passage, start: int, stop: int) -> str:
    """A stretch without the small words and punctuation at its ends, as the text words it."""
    folded = passage.folded[start:stop]
    mark = next(
        (m for m in _BREAK.finditer(folded) if m.group()[0] != "," or _sentence_like(folded[: m.start()])), None
    )
    if mark is not None:  # what stands behind the mark, or before it where nothing does
        behind = mark.end() < len(folded)
        return clean(passage, start + mark.end(), stop) if behind else clean(passage, start, start + mark.start())
    stands = _STANDS.search(folded)
    if stands is not None:
        stop, folded = start + stands.start(), folded[: stands.start()]
    start, stop = _without_verb(folded, start, stop)
    folded = passage.folded[start:stop]
    lead = _LEAD.match(folded)
    head = lead.end() if lead else 0
    tail = _TAIL.search(folded, head) if folded[-1:].isspace() or folded.endswith(_TAIL_ENDS) else None
    end = tail.start() if tail else len(folded)
    phrase = passage.text[start + head : start + end].strip(" ,;:.-–\"'()\n")
    named = len(phrase) <= _LONGEST and len(phrase.split()) <= _MOST_WORDS and any(c.isalpha() for c in phrase)
    return lower(phrase) if named else ""


def _without_verb(folded: str, start: int, stop: int) -> tuple[int, int]:
    """The stretch behind its last verb, or before it where nothing stands behind ("thu hút 5 dự án": "")."""
    verbs = list(_VERB.finditer(folded))
    if not verbs:
        return start, stop
    last = verbs[-1]
    if folded[last.end() :].strip(" ,:("):
        return start + last.end(), stop
    return start, start + last.start()


def _sentence_like(text: str) -> bool:
    """Whether what stands before a comma is a clause of its own rather than the start of a list."""
    return len(text.split()) > 8 or bool(_VERB.search(text)) or not text.strip()


def following(passage: Passage, index: int) -> str:
    """The noun phrase right behind the unit of a number ("1,35 triệu tấn thép các loại" -> "thép")."""
    return behind(passage, *passage.after(index))


def behind(passage: Passage, start: int, stop: int) -> str:
    """The noun phrase that begins at a place, behind a space; "" if there is none."""
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
