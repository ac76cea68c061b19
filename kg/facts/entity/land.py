"""The land of a thing, what of it is let, and how full it is."""

from __future__ import annotations

import regex

from kg.facts.entity import words
from kg.facts.entity.thing import Subject
from kg.facts.tokens import Passage
from kg.mentions.quantity import Quantity
from kg.text.normalise import fold_pattern
from kg.text.segment import ITEMS

FROM = regex.compile(fold_pattern(r"(?<![\p{L}])từ(?: mức)?\s*$"))
GROWS = regex.compile(
    fold_pattern(
        r"(?:, (?:nay|hiện|đến nay)(?: đã)?(?: được)? (?:tăng|nâng))?\s*(?:lên|thành|xuống|còn)"
        r"(?: đến| tới| còn| thành)?\s*"
    )
)
_FIRST_PHASE = regex.compile(fold_pattern(r"\W*(?:trong đó,? )?(?:giai đoạn|gđ) ?\w{1,3}(?: là| có| rộng| với)?\s*"))
_BRACKETS = regex.compile(r"\s*\([^()\d]{1,50}\)\s*[,:;-]?\s*")
_FIRM_LISTED = regex.compile(
    fold_pattern(
        r"(?:^|[,;:()])\s*(?:do |của )?(?:cty|công ty|tập đoàn|ctcp|tổng công ty|liên danh)(?![\p{L}])[^,;:]*[,:]$"
    )
)
_FIELDS = regex.compile(
    fold_pattern(
        r"(?:\([^()\d]{1,60}\))?(?:,? ?(?:tại |ở )?(?:kcn|ccn|kkt|khu công nghiệp|cụm công nghiệp"
        r"|khu kinh tế|huyện|thị xã"
        r"|tp|thành phố|xã|phường|tx)\.? [^,;:.()]{2,40}){1,3}[,:]"
    )
)
_UPON = fold_pattern("trên")
# "mới có 4 dự án, thuê vỏn vẹn 8,2 ha"
_RENTS = fold_pattern("thuê")
_RENTED = regex.compile(
    fold_pattern(
        r"(?:dự án|doanh nghiệp|nhà đầu tư),? (?:đã |mới "
        r"|đang )?thuê(?: \p{L}+){0,2}\s*$"
    )
)
_IS_LET = regex.compile(
    fold_pattern(
        r"\s*(?:đất )?(?:công nghiệp )?(?:trong (?:khu|cụm) )?(?:đã|đang)(?: có)? (?:được thuê"
        r"|cho thuê(?! (?:được |hết |khoảng |gần )*\d)"
        r"|người thuê|khách thuê)|\s*đất (?:công nghiệp )?được thuê(?![\p{L}])"
    )
)
# "chấp thuận nới khu lên 404 ha"
_WIDENED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:nới|mở)(?: rộng)?(?: diện tích)?(?: của)? (?:khu|cụm)(?: này)? (?:lên|thành|ra)(?: tới)?\s*$"
    )
)
_LAID_OUT = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:được )?quy hoạch(?: (?:rộng|trên|tổng|với|gần|hơn|khoảng))*\s*$")
)
_AREA = regex.compile(fold_pattern("diện tích"))
_ITS_AREA = regex.compile(fold_pattern(r"(?<![\p{L}])(?:diện tích|quy mô)(?: của)?\s*$"))
_AVERAGE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:bình quân|trung bình)\s*$"))
_GROWN_FULL = regex.compile(
    fold_pattern(
        r"(?: (?:hồi |cuối |đầu )?(?:năm|tháng) [\d/]+)?,?(?: nay)?(?: đã)?(?: tăng)? lên\s*"
        r"|,? (?:trong khi |còn |mà )?(?:cùng thời điểm|cuối năm|đầu năm|năm)[^,;.%]{0,20} (?:mới|chỉ)(?: được"
        r"| đạt| là)?\s*"
    )
)
_MAKES_UP = regex.compile(
    fold_pattern(r"[^,;.%]{0,24}(?:,? |\()(?:tương đương|tương ứng|tức|tức là|bằng|chiếm|đạt)\s*")
)
_OF_ALL = regex.compile(fold_pattern(r"thu nhập|bình quân (?:cả nước|các)|hộ nghèo|các (?:cụm|khu|kcn|ccn)|còn thấp"))
_LET = regex.compile(fold_pattern(r"cho thuê(?: (?:lại|được|hết|khoảng|gần|trên|hơn|tới|đến|đạt)){0,3}\s*$"))
_TAKEN_UP = regex.compile(
    fold_pattern(
        r"\s*(?:(?:tổng|diện tích|quỹ|đất|mặt bằng|công nghiệp) )*(?:(?:của|trong|ở) (?:khu|cụm)(?: này)? )?"
        r"đã (?:có (?:chủ|người thuê|khách|nhà đầu tư)|được (?:thuê|lấp|cho thuê)|kín|cho thuê)"
    )
)
_OF_LAND = regex.compile(fold_pattern(r"\s*(?:tổng )?(?:diện tích|quỹ đất|đất|mặt bằng)(?![\p{L}])"))
_CLOSE_FULL = regex.compile(
    fold_pattern(
        r"lấp (?:đầy|kín|được)|(?<![\p{L}])đầy(?=\s*$| (?:gần |tới |hơn )?\d)"
        r"|(?<![\p{L}])(?:kín(?: chỗ)?|(?:hết|không còn) chỗ)\s*\(?$|(?<![\p{L}])thuê (?:hết|kín)\s*$"
    )
)
_ONLY = regex.compile(
    fold_pattern(
        r"\s*(?:\([^()\d]{1,40}\) |(?:, (?:ở |tại )?(?:huyện|thị xã"
        r"|thành phố) [^,;.%\d]{2,24})?(?:, [^,;.%\d]{3,30}? (?=mới|chỉ)|, |(?= )))?(?:(?:thì|chỉ|mới|được|đạt"
        r"|cũng|đã|là|ở mức) )+"
    )
)
_TOLD_FULL = regex.compile(fold_pattern(r"(?:lấp (?:đầy|kín)|(?<![\p{L}])kín)[^.%]{0,40}%(?:[^.%]|\.\d){0,60}\.\s*$"))
_HAS = regex.compile(fold_pattern(r"\s*(?:\([^()\d]{1,40}\) )?(?:hiện )?có\s*$"))
_ONLY_LAND = regex.compile(fold_pattern(r"\s*(?:đất|mặt bằng|đã|được|cho thuê)(?![\p{L}])"))
_OUT_OF = regex.compile(fold_pattern(r"(?:^|[:,])[^,:;]{0,3}trong(?: tổng số| số)?\s*$"))
_LETS = regex.compile(
    fold_pattern(r"\s*(?:đất )?(?:công nghiệp )?(?:mới|đã|chỉ|hiện)(?: (?:mới|chỉ))? (?:cho thuê|lấp)")
)


def bare(gap: str) -> bool:
    """Whether a number stands alone in a list of what describes a thing ("...; 65 tỷ đồng; 9,8 ha mặt nước")."""
    lead = gap.strip()
    if lead[-1:] in (";", "-", "|") and not words.RISES.search(regex.split("[;,|]", lead[:-1])[-1]):
        return True  # "CĐT: Công ty CP A; 264 ha", "CCN B, TP C - 28 ha", "Cảng cạn D | huyện E | 25 ha"
    if _BRACKETS.fullmatch(gap):
        return True  # "CCN A (huyện B) 50 ha"
    if lead[-1:] in (",", ":") and (_FIRM_LISTED.search(lead) or _FIELDS.fullmatch(lead)):
        return True  # "(26 MW, Cty CP Thủy điện A, 817 tỷ đồng)", "nhà máy giấy (Công ty A), KCN B, 12 triệu USD"
    short = len(lead) < (_LED_IN if lead[-1:] == ":" else _LED)
    return lead.strip(",;:()-") == "" or (short and lead[-1] in "(:;," and not words.RISES.search(lead))


_LED, _LED_IN = (
    20,
    40,
)  # letters between a thing and a figure that stands alone; to a colon: "cũng chung cảnh ngộ: 870 tỷ"


def land(passage: Passage, quantity: Quantity, subject: Subject, gap: str, before: str | None) -> str | None:
    """The attribute that an area states of a thing, by the words before it or right behind; None where none of ours."""
    if words.OTHER_LAND.search(gap) or _CLEARED.search(gap):
        return None
    if words.LAND.search(gap) and FROM.search(gap):
        return "land-area"  # "giảm diện tích từ 450 ha xuống 350 ha"
    if (
        subject.kind == "zone"
        and FROM.search(gap)
        and _ITS_AREA.search(passage.folded, max(0, subject.start - 20), subject.start)
    ):
        return "land-area"  # "giảm diện tích KCN A từ 200 ha xuống còn 148,5 ha"
    if subject.kind == "zone" and (_WIDENED.search(gap) or _LAID_OUT.search(gap)):
        return "land-area"
    if words.RISES.search(gap) and not regex.search(fold_pattern(r"chiếm"), gap):
        return None
    rented = _RENTED.search(passage.folded, max(passage.sentence.start, quantity.full_start - 40), quantity.full_start)
    let = words.LEASED.search(gap) or rented or (before == "land-area" and gap.strip(" ,;") == _RENTS)
    if subject.kind == "zone" and let:  # "KCN A: 72 ha, thuê 44 ha"
        return "leased-land"
    if subject.kind == "zone" and _IS_LET.match(passage.folded, quantity.full_end):
        return "leased-land"  # "71,5 ha đất trong khu đã có người thuê"
    if subject.kind == "zone" and (
        (_HAS.fullmatch(gap) and not _ONLY_LAND.match(passage.folded, quantity.full_end))
        or (_OUT_OF.search(gap) and _LETS.match(passage.folded, quantity.full_end))
    ):
        return "land-area"  # "KCN A có 212 ha song mới lấp đầy 64%", "trong 357 ha mới cho thuê được 88 ha"
    if before == "land-area" and (GROWS.fullmatch(gap) or _FIRST_PHASE.fullmatch(gap)):
        return "land-area"  # "mở rộng từ 35 ha lên 75 ha"
    upon = (
        quantity.approx == "over"
        and passage.folded.startswith(_UPON, quantity.full_start)
        and subject.kind != "enterprise"
    )
    if upon or words.LAND.search(gap) or gap.strip(" ,;:()-") == "":
        return "land-area"
    if subject.kind == "enterprise":
        return None
    if subject.kind == "project" and GIVEN.search(gap):
        return "land-area"  # "Công ty A đã được giao 12,4 ha để xây dựng nhà máy ..."
    named = regex.fullmatch(r"\s*\)?\s*(?:là|đạt)?\s*", gap) and _AREA.search(
        passage.folded, passage.sentence.start, subject.start
    )
    if subject.kind == "zone" and len(gap) < _NEAR and not _PART.search(gap):
        return "land-area"  # "CCN A được duyệt 52 ha", "KCN B nhỏ hơn, 149 ha", "thuê được 61 ha trong số 140 ha"
    return "land-area" if named or bare(gap) else None


_CLEARED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:gpmb|(?:giải phóng|bồi thường|đền bù)(?: (?:xong|được))?(?: mặt bằng)?)"
        r"(?: (?:xong|được|đạt|hơn|gần|khoảng))*\s*$"
    )
)
_NEAR = 60  # letters between a zone and an area that is the zone's unless a part of it is told
_PART = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:giải phóng|gpmb|san (?:nền|lấp)|bồi thường|đền bù|thu hồi|bàn giao|cây xanh|còn|trống"
        r"|lấp (?:đầy|kín)"
        r"|thương phẩm|đất công nghiệp|đất sạch|hạ tầng|giai đoạn|gđ|trong đó|mỗi|thêm|nhà xưởng|lô)(?![\p{L}])"
    )
)
GIVEN = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:được (?:giao|cho thuê|cấp|bàn giao)|thuê|nhận)(?: (?:đất|khoảng|hơn|gần|trên))*\s*$")
)


# "- KCN A: 221 ha; 82 DA; 100%; 24.300 LĐ": a field of its own
_FIELD = regex.compile(fold_pattern(r"\s*[;|\-]\s*(?:(?:trên|gần|khoảng|hơn) )?"))
_FIELD_ENDS = regex.compile(r"\s*(?:[;.|\n-]|$)")


_COMES_TO = regex.compile(
    fold_pattern(
        r"(?:\s*\([^()]{3,50}\)| (?:ở|tại) (?:tp\.?|thành phố|thị xã|huyện|xã) [^,;.\d]{2,24}?(?= |$)"
        r"| (?:của|ở|thuộc) (?:huyện|tỉnh|thị xã|thành phố) [^,;.\d]{2,30}?(?= (?:đạt|lên|là|còn|mới))"
        r"|, (?:huyện|tỉnh|thị xã|thành phố) [^,;.\d]{2,30}?,?(?= (?:đạt|lên|là|còn)))?"
        r"\s*(?:đạt|là|:|\(|với|hiện|đã|kín|mới|trên|cũng|được|duy trì|giữ|vẫn|-|chỉ|tới|lên|khoảng|hơn|gần|\s)*"
    )
)


_SINGLED = regex.compile(
    fold_pattern(
        r"\W*(?:riêng|trong (?:số )?đó|(?:cao|thấp|chật|kín|đầy|thưa|vắng|trống) nhất (?:là|có|phải kể)"
        r"|cụ thể)(?![\p{L}])"
    )
)


def full(passage: Passage, index: int, gap: str, before: str | None) -> bool:
    """Whether a percentage is how full the zone is: said in its own clause, not in an earlier one."""
    if before == "occupancy" and (_GROWN_FULL.fullmatch(gap) or words.THIS_RATE.search(gap)):
        return not words.RISES.search(gap[-12:])  # "từ 62% năm 2018 nay lên 88%", "tỷ lệ này sẽ đạt 70%"
    if before == "leased-land" and _MAKES_UP.fullmatch(gap):
        return True  # "cho thuê được 51 ha, tương đương 84%"
    if passage.sentence.level in ITEMS and _FIELD.fullmatch(gap) is not None:
        return _FIELD_ENDS.match(passage.folded, passage.quantities[index].full_end) is not None
    if _AVERAGE.search(gap):
        return False  # "tỷ lệ lấp đầy bình quân": of several
    if _CLOSE_FULL.search(gap):
        return not words.RISES.search(gap[-12:]) and not _OF_ALL.search(gap)
    told = passage.sentence.start, passage.quantities[index].start
    if _COMES_TO.fullmatch(gap) and _CLOSE_FULL.search(passage.folded, *told):
        return True  # "tỷ lệ lấp đầy: KCN A đạt 83%, KCN B đạt 9%"
    singled = _COMES_TO.fullmatch(gap) and _SINGLED.match(passage.folded, passage.sentence.start)
    if (singled or _ONLY.fullmatch(gap)) and _TOLD_FULL.search(
        passage.folded, max(0, passage.sentence.start - 140), passage.sentence.start
    ):
        return True  # "KCN A kín 100% từ lâu. KCN B mới được 74,5%", "... bình quân 73%. Riêng KCN C 58%, KCN D 95%"
    quantity = passage.quantities[index]
    after = passage.folded[quantity.full_end : quantity.full_end + 24]
    if _TAKEN_UP.match(passage.folded, quantity.full_end, passage.sentence.end):
        return True  # "71% đất công nghiệp của khu đã có chủ"
    return bool(_CLOSE_FULL.search(after) or (_LET.search(gap) and _OF_LAND.match(after)))
