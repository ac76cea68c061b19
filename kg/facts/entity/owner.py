"""Who invests: the company before a project, behind it, in brackets, or named as its owner."""

from __future__ import annotations

from typing import Any

import regex

from kg.facts.tokens import Passage
from kg.mentions import names
from kg.mentions.names import Name
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_TITLED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:chủ đầu tư(?: (?:của )?(?:dự án|hạ tầng|nhà máy|xây dựng|công trình"
        r"|khu)(?: này)?)?|đơn vị (?:quản lý|vận hành|khai thác|sở hữu|quản lý,? vận hành) là|chủ hạ tầng|cđt|nđt"
        r"|nhà đầu tư(?: hạ "
        r"tầng)?|chủ sở hữu)\s*(?:là|:|-|,)?\s*$"
    )
)
_CUE = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:do|của|cuả|thuộc|bởi|(?<!(?:giao|thuê|đất|bằng|dành|riêng) )cho)\s*(?:là|:|-)?\s*$")
)
_LINKED = regex.compile(
    fold_pattern(
        r"\s*(?:\([^)]{1,30}\)\s*)?(?:đã |sẽ |được |cũng )?(?:làm chủ đầu tư|là chủ đầu tư"
        r"|(?:đứng ra )?đầu tư(?![\p{L}])"
        r"|làm chủ|(?:rót|bỏ ra|bỏ vốn|đầu tư|rót vốn)(?=\s*[.;,)])|(?:rót|bỏ|bỏ ra"
        r"|chi)(?= [\d.,]+ (?:tỷ|triệu)(?! (?:đồng|usd) (?:vào|để|cho) )))"
    )
)
_CARRIES_OUT = regex.compile(
    fold_pattern(r"\s*(?:\([^)]{1,30}\)\s*)?(?:thực hiện|triển khai|vận hành|khai thác)(?![\p{L}])")
)
_BREAKS_GROUND = regex.compile(fold_pattern(r"\s*(?:\([^)]{1,30}\)\s*)?(?:khởi công|động thổ|xây|đưa vào)(?![\p{L}])"))
_MADE_BY = fold_pattern(" được")  # "khu rộng 284 ha, được Công ty A khai thác từ năm 2012"
_BESIDE = regex.compile(
    fold_pattern(
        r"[\s,;()\-\"]*(?:(?:xã|huyện|phường|quận|tp\.?|tx\.?|thị trấn|thị xã|thành phố|tỉnh|kcn|ccn"
        r"|h\.|ở|tại|km)[^;:()]{2,40}[\s,;()\-]+){0,3}"
    )
)
_INVESTS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?<!vốn |mức )đầu tư|xây dựng|triển khai|khởi công|với|làm chủ|khánh thành|đưa|vận hành"
        r"|phát triển|động thổ|đề xuất|rót|chi|mở rộng|mở|nhận|giới thiệu|thực hiện|đổ|có|hoàn thành|xây|sở hữu|lập"
        r"|(?<!vốn )đăng ký|cấp phép|khởi động|dựng nên|thi công|xin chủ trương|đổ móng|đóng cọc|đặt móng|làm móng"
        r"|chạy thử|(?:làm|đặt)(?= nhà máy| xưởng| dự án|\s*$)|dựng"
        r"|lắp(?! ráp))(?![\p{L}])"
    )
)
_COUNSEL = regex.compile(r"(?:[Tt]hiết kế|[Tt]ư vấn|[Kk]iểm toán|[Cc]hứng khoán|[Bb]ảo hiểm)(?!\p{L})")
_ADVISES = regex.compile(fold_pattern(r"(?<![\p{L}])(?:tư vấn|nhà thầu|giám sát|thi công|báo cáo của)(?: là)?\s*$"))
_ONLY_LISTED = regex.compile(fold_pattern(r"\s*(?:,|và|;|hoặc|hay|, và|cùng)\s*"))
_NAMED = regex.compile(
    r"(?<!làm )(?:[Cc]hủ đầu tư(?: dự án| hạ tầng| nhà máy)?|CĐT|NĐT|[Nn]hà đầu tư(?: hạ tầng)?)\s*(?:\((?:CĐT"
        r"|NĐT)\)\s*)?(?:là|:|-)?\s+(?P<owner>\p{Lu}[\p{L}\d&.’'-]*(?:[ -]+(?:\p{Lu}[\p{L}\d&.’'-]*|&"
        r"|\d+))*(?: \(\p{Lu}[^)\d]{1,24}\))?)"
    r"|(?<![\p{L}])(?:do|bởi)\s+(?P<owner>(?:tổ hợp |nhóm )?\p{Lu}[\p{L}\d&.’'-]*(?: (?:[-–] )?(?:\p{Lu}"
        r"[\p{L}\d&.’'-]*|&))*(?: \(\p{Lu}[^)\d]{1,24}\))?)\s+(?:làm chủ|đề xuất"
    r"|đầu tư|là chủ|xây dựng|triển khai|thực hiện|phát triển)"
    r"|[(,;]\s*(?P<owner>\p{Lu}[\p{L}\d&.’'-]*(?: (?:\p{Lu}[\p{L}\d&.’'-]*|&))*)\s+(?:đầu tư(?=[),.;])|làm chủ đầu tư)"
)  # fmt: skip
# Public bodies that build, where they are called the investor: "Sở Y tế làm chủ đầu tư", "CĐT: Ban QLDA giao thông"
_BODY = (
    r"(?P<owner>(?:Ban (?:QLDA|[Qq]uản lý)|BQL|Sở|UBND|Cục|Chi cục|Tổng cục|Kho bạc|Trường|Bệnh viện)"
    r"(?: [^\s,.;:()]+){1,9}?)"
)
_OFFICIAL = regex.compile(
    r"(?:[Cc]hủ đầu tư|CĐT)(?: dự án| công trình)?\s*(?:là|:|-)?\s+"
    + _BODY
    + r"(?=\s*(?:[,.;()\n]|$)|\s(?:có|với|đã|được|sẽ|cho)\s)"
    + r"|(?<![\p{L}])"
    + _BODY
    + r"\s+(?:được giao |sẽ |đang )?(?:làm|là) chủ đầu tư"
)
# "dự án thép của HPG": a short name right behind the thing, unless it names a place
_OF = regex.compile(r"\s+(?:của|do)\s+(?P<owner>\p{Lu}[\p{L}\d&-]+(?: \p{Lu}[\p{L}\d&-]*){0,3})(?![\p{L}\d])")
_TITLES = regex.compile(fold_pattern(r"(?<![\p{L}])(?:chủ đầu tư|cđt|nđt|nhà đầu tư)(?![\p{L}])"))
_LAST_FIELD = regex.compile(r"\s*\((?=[^()]*\d)[^();]{3,90}, ")
_IS = regex.compile(fold_pattern(r"\s*(?:(?:đợt|giai đoạn|gđ) \S{1,4})?\s*(?:là|:)\s*"))
_WITH = regex.compile(fold_pattern(r"(?<![\p{L}])với (?:dự án|nhà máy)"))
_PART = regex.compile(
    fold_pattern(
        r"(?:sản phẩm|cổ phần|đại diện|lãnh đạo|giám đốc|chủ tịch|ý kiến|công nhân|cán bộ|tiền thân"
        r"|thành viên)[^,;]{0,20}(?:của|cho)\s*$"
    )
)
_STATE = regex.compile(
    r"Dự |Dự$|Khu |Nhà máy|KCN|CCN|Theo|Trong|Tổng mức|UBND|HĐND|Sở |Bộ |Ban |Chính phủ|Nhà nước|Thủ tướng"
    r"|Chủ tịch|Trung ương|Ông|Bà|Việt Nam$"
    r"|(?:Hàn Quốc|Nhật Bản|Trung Quốc|Đài Loan|Singapore|Mỹ|Hoa Kỳ|Thái Lan|Đức|Pháp|Malaysia|Hồng Kông|Hongkong"
    r"|Úc|Anh|Hà Lan|Nga|Ấn Độ|EU)(?!\p{L})"
)


def behind(passage: Passage, start: int, stop: int) -> str | None:
    """The owner that the stretch behind a thing's name states, or None."""
    for token in passage.between(start, stop):
        if isinstance(token, Name) and token.kind == "enterprise" and owns(passage, start, token):
            return token.text
    text = passage.text[start : min(stop, start + 400)]
    if "đầu tư" in text or "ĐT" in text or " do " in text or "hủ " in text:
        match = _NAMED.search(text)
        if match is not None and not _STATE.match(match["owner"]):
            return match["owner"].strip(" .,-")
        official = _OFFICIAL.search(text) if "hủ đầu tư" in text or "CĐT" in text else None
        if official is not None:
            return official["owner"].strip()
    of = _OF.match(passage.text, start, stop)
    if (
        of is not None
        and not _STATE.match(of["owner"])
        and not any(t.start == of.start("owner") for t in passage.between(start, stop))
    ):
        return of["owner"]
    return None


def ahead(passage: Passage, name: str) -> str | None:
    """The owner that a later sentence of the paragraph names, before it turns to another thing."""
    start = passage.sentence.end
    stop = passage.text.find("\n", start)
    stop = min(stop if stop >= 0 else len(passage.text), start + 400)
    if "ầu tư" not in passage.text[start:stop] and "ĐT" not in passage.text[start:stop]:
        return None
    for found in names.find(passage.text, start, stop):
        if found.kind == "enterprise" and _ANOTHER.match(passage.folded, start, found.start):
            return None  # "... 8 triệu máy tính. Cùng KCN này, Công ty B đầu tư 210 triệu USD cho dự án C"
        if found.kind == "enterprise":
            titled = _TITLED.search(passage.folded, max(start, found.start - 34), found.start)
            if titled or _LINKED.match(passage.folded, found.end, found.end + 40):
                return found.text
            return None
        if found.proper and found.text not in name and name not in found.text:
            return None
    match = _NAMED.search(passage.text, start, stop)
    return match["owner"].strip(" .,-") if match is not None and not _STATE.match(match["owner"]) else None


_ANOTHER = regex.compile(
    fold_pattern(r"\W*(?:cùng|cũng|ngoài ra|bên cạnh|trong khi|tiếp theo|kế đến|một dự án)(?![\p{L}])")
)


def in_line(passage: Passage, start: int) -> str | None:
    """The owner that an item of a list names anywhere on its line, be it in a later sentence."""
    stop = passage.text.find("\n", start)
    stop = min(stop if stop >= 0 else len(passage.text), start + 600)
    found = behind(passage, start, min(stop, passage.sentence.end)) or _apart(passage, start)
    if found is not None or stop <= passage.sentence.end:
        return found
    for name in names.find(passage.text, passage.sentence.end, stop):
        if name.kind != "enterprise" and name.proper and passage.text.endswith(". ", 0, name.start):
            stop = name.start  # another thing of the line
            break
        if name.kind == "enterprise" and (
            _TITLED.search(passage.folded, max(0, name.start - 34), name.start)
            or _LINKED.match(passage.folded, name.end, name.end + 40)
        ):
            return name.text
    match = _NAMED.search(passage.text, passage.sentence.end, stop)
    return match["owner"].strip(" .,-") if match is not None and not _STATE.match(match["owner"]) else None


def _apart(passage: Passage, start: int) -> str | None:
    """A company that stands by itself between the marks of an item ("Cảng A: 1.463 tỷ đồng; Công ty CP A; 84 ha")."""
    text, end = passage.text, passage.sentence.end
    for token in passage.between(start, end):
        if isinstance(token, Name) and token.kind == "enterprise":
            alone = text[max(start, token.start - 3) : token.start].rstrip()[-1:] in (";", "-", "–", ",", "(", ":")
            return (
                token.text
                if alone and text[token.end : end].lstrip()[:1] in ("", ";", ".", ",", "-", "–", ")")
                else None
            )
    return None


def owns(passage: Passage, start: int, name: Name) -> bool:
    """Whether a company behind a project is its owner: a cue says so, or it stands right beside its name."""
    before = passage.folded[max(passage.sentence.start, name.start - 34) : name.start]
    if _IS.fullmatch(passage.folded, start, name.start) and _TITLES.search(
        passage.folded, passage.sentence.start, start
    ):
        return True  # "Chủ đầu tư KCN A là Công ty B"
    if _TITLED.search(before) or _LINKED.match(passage.folded, name.end, name.end + 40):
        return True
    made = before.rstrip().endswith(_MADE_BY)
    if made and _BREAKS_GROUND.match(passage.folded, name.end, name.end + 40):
        return True
    if (made or before.rstrip().endswith(" do")) and _CARRIES_OUT.match(passage.folded, name.end, name.end + 40):
        return True
    if _CUE.search(before):
        near = passage.folded[max(start, name.start - 120) : name.start]
        return name.start - start < 160 and ";" not in near and not _PART.search(near)
    between = passage.folded[start : name.start]
    if _LAST_FIELD.fullmatch(between) and passage.folded[name.end : name.end + 1] == ")":
        return True  # "Thủy điện A (15 MW, 480 tỷ đồng, Công ty TNHH B)"
    if (
        "(" in between
        and regex.sub(r"\([^)]{0,160}\)", "", between).strip() == ","
        and _WITH.search(passage.folded, passage.sentence.start, start)
    ):
        return True  # "Với dự án A (vốn ...), Công ty B ..."
    return (
        start <= name.start
        and name.start - start < 120
        and _BESIDE.fullmatch(passage.folded, start, name.start) is not None
    )


def doer(passage: Passage, at: int) -> str | None:
    """The firm that opens a sentence by its own name alone and builds what comes next ("Kogen vừa khánh thành ...")."""
    match = _DOER.match(passage.text, passage.sentence.start, at)
    if match is None or match.end() != at or _STATE.match(match["owner"]):
        return None
    start, stop = match.span("owner")
    placed = any(isinstance(t, Word) and t.of("area") and t.end > start for t in passage.between(start, stop))
    return None if placed and not match["owner"].endswith(" Việt Nam") else match["owner"]


# what a firm does to have a plant
_BUILDS = "khởi công|động thổ|đầu tư|xây dựng|xây|mở rộng|triển khai|thi công|dựng|lắp đặt|khánh thành|vận hành|lập"
_DOER = regex.compile(
    r"[\W\d]*(?P<owner>\p{Lu}[\p{L}\d&-]+(?: \p{Lu}[\p{L}\d&-]+){1,3}|[A-Z][A-Za-z&-]{4,}|[A-Z]{3,})"
    r" (?:(?:vừa|đã|sẽ|chính thức|đang|cũng|mới|dự kiến"
    rf"|cam kết|ký|tiếp tục|cho biết|cho hay) )*(?:{_BUILDS}"
    r"|xin chủ trương|(?:rót|chi|bỏ|đổ)(?: (?:thêm|hơn|gần|khoảng|trên))* [\d.,]+ (?:tỷ|triệu|tỉ) (?:đồng|USD)"
    r"(?: để| vào)?(?: xây dựng| xây| lập| làm| mở rộng)?)"
    r"(?: (?:mới|thêm|một|xây dựng|vào|vận hành))* "
)


# "hai công trình của Công ty A là Thủy điện B 1 và Thủy điện B 2"
_SEVERAL = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:các|những|hai|ba|bốn|năm|\d{1,2}) (?:công trình|dự án|nhà máy|thủy điện|trang trại|cơ sở)"
        r"[^,.;:]{0,24} của $"
    )
)
_THEY_ARE = regex.compile(fold_pattern(r" (?:(?:gồm|là|gồm có|bao gồm)(?![\p{L}])|:)[^.;]*$"))


def of_several(passage: Passage, at: int) -> str | None:
    """The firm whose several works a name is one of, where the sentence counts them before it lists them."""
    for token in passage.between(passage.sentence.start, at):
        if isinstance(token, Name) and token.kind == "enterprise":
            counted = _SEVERAL.search(passage.folded, max(passage.sentence.start, token.start - 60), token.start)
            if counted is not None and _THEY_ARE.match(passage.folded, token.end, at):
                return token.text
    return None


def invests(passage: Passage, start: int, at: int) -> bool:
    """Whether a stretch before a project's name says that "công ty" builds it ("công ty sẽ khởi công Nhà máy A")."""
    return _BUILDS_IT.search(passage.folded, start, at) is not None


_BUILDS_IT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:công ty|doanh nghiệp|tập đoàn|đơn vị)[^.;]{0,70}(?<![\p{L}])"
        rf"(?:{_BUILDS}|lắp)"
        r"(?: \p{L}+){0,2}\s*$"
    )
)


def firms(passage: Passage, at: int) -> bool:
    """Whether the words before a thing's name say that it is the firm's of which the text tells.

    "Cuối năm, công ty khởi công Nhà máy A", "Gốc rễ của công ty là Nhà máy A", "Cơ sở thứ hai, Nhà máy A, ...".
    """
    start = passage.sentence.start
    if its_next(passage, at) or _IT_BUILDS.search(passage.folded, start, at):
        return True
    return _ITS_OWN.search(passage.folded, start, at) is not None


def its_next(passage: Passage, at: int) -> bool:
    """Whether a thing's name follows what it is to the firm told of ("Nhà máy đầu tiên, Điện mặt trời A, ...")."""
    return _ITS_NEXT.fullmatch(passage.folded, passage.sentence.start, at) is not None


_IT_BUILDS = regex.compile(
    fold_pattern(
        r"(?<!(?:các|những|nhiều|một|số|và|với|cho|của) )(?<![\p{L}])(?:công ty|doanh nghiệp|tập đoàn|đơn vị này)"
        r"(?! (?:tư vấn|nước|trong|fdi|khác|lớn|nhỏ))[^.;,]{0,50}(?<![\p{L}])"
        rf"(?:{_BUILDS}|sở hữu|làm (?:tiếp|thêm)|chuẩn bị|đề xuất|xin chủ trương|mở)"
        r"(?: \p{L}+){0,4}(?: (?:nhà máy|dự án|cơ sở|xưởng) thứ \p{L}+,)?\s*$"
    )
)
_ITS_NEXT = regex.compile(
    fold_pattern(
        r"\W*(?:cơ sở|nhà máy|xưởng|công trình|cứ điểm|điểm sản xuất) (?:đầu tiên|thứ (?:nhất|hai|ba|tư|\d))"
        r"(?: của (?:công ty|doanh nghiệp|hãng|tập đoàn))?(?: là)?\s*,?\s*"
    )
)
_ITS_OWN = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])của (?:công ty|doanh nghiệp|tập đoàn|đơn vị|hãng)(?: này)? (?:là|gồm|có)(?: có)?\s*$"
        r"|(?<![\p{L}])(?:công ty|doanh nghiệp|tập đoàn|đơn vị|hãng)(?: này)? [^.;]{0,30}(?<![\p{L}])thuê [^;]{4,90}"
        r" (?:để )?(?:xây dựng|xây|làm|đặt|lập)\s*$"
    )
)


def before(passage: Passage, previous: Name | None, between: str) -> str | None:
    """The company before a project that builds it ("Công ty A đầu tư nhà máy B", "Công ty A với dự án B")."""
    if previous is None or previous.kind != "enterprise" or len(between) > 130 or ";" in between:
        return None
    if _ADVISES.search(passage.folded, max(passage.sentence.start, previous.start - 24), previous.start):
        return None
    if _COUNSEL.search(previous.text) and "ầu tư" not in previous.text:
        return None  # "theo đơn vị tư vấn là Công ty A, công suất của nhà ga B ..."
    if _ONLY_LISTED.fullmatch(between) or _SAID.search(between):
        return None
    return previous.text if _INVESTS.search(between) or len(between) < 4 else None


def note_firms(passage: Passage, state: dict[str, Any]) -> None:
    """Remember the names of firms by which their plants may be called: those that are no place's."""
    firms: dict[str, str | None] = state.setdefault("firms", {})
    for token in passage.tokens:
        if not isinstance(token, Name) or token.kind != "enterprise":
            continue
        called = _CALLED.search(token.text)
        if called is None:
            continue
        at = token.start + called.start()
        if any(word.start <= at and word.end >= token.end and word.of("area") is not None for word in passage.inside):
            continue
        same = firms.setdefault(called.group(), token.text)
        if same is not None and same not in token.text and token.text not in same:
            firms[called.group()] = None  # "Công ty A", "Tập đoàn A": which of them it is, is not told


def namesake(thing: str, state: dict[str, Any]) -> str | None:
    """The firm that a plant is called by ("Nhà máy sợi Trường Minh 2", "Công ty TNHH Dệt Trường Minh")."""
    firms: dict[str, str | None] = state.get("firms", {})
    told = (firm for called, firm in firms.items() if firm is not None and f" {called} " in f" {thing} ")
    return next(told, None) or _by_brand(thing, firms)


def _by_brand(thing: str, firms: dict[str, str | None]) -> str | None:
    """The one firm whose foreign name a plant begins with ("Nhà máy Sanwa Hà Nam", "Công ty TNHH Sanwa Precision")."""
    brand = _BRANDED.match(thing)
    if brand is None:
        return None
    bearing = {firm or called for called, firm in firms.items() if called.split(" ")[0] == brand["brand"]}
    return bearing.pop() if len(bearing) == 1 and None not in firms.values() else None


_SAID = regex.compile(  # but "Công ty A cho biết sẽ xây nhà máy B"
    fold_pattern(
        r"cho (?:biết|hay)(?!,?(?: rằng)? (?:(?:công ty|tập đoàn|doanh nghiệp|hãng) )?(?:sẽ|đã"
        r"|đang|vừa|dự kiến|có kế hoạch))"
        r"|cho rằng|theo đó|nguồn:|ảnh"
    )
)
# a word that is none of our language's: two vowels at least with a consonant between them
_BRANDED = regex.compile(
    r"(?:[Nn]hà máy|[Tt]ổ hợp|[Xx]ưởng"
    r"|[Dd]ự án)(?: \p{Ll}+){0,4} (?P<brand>[A-Z][a-z]*[aeiouy][b-df-hj-np-tv-xz]+[aeiouy][a-z]*)"
    r"(?![\p{L}])"
)
_CALLED = regex.compile(r"(?<=\s)\p{Lu}[\p{Ll}\d]+(?: \p{Lu}[\p{Ll}\d]+)+$")
