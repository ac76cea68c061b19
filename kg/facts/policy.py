"""Numbered documents of law and planning: "Kế hoạch số 148/KH-UBND ngày 27/9/2021 của UBND tỉnh".

Numbering follows Nghị định 30/2020/NĐ-CP on clerical work: number, year where it is a law of an
assembly, then the abbreviations of kind and issuer.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import regex

from kg.facts.letterhead import cased
from kg.mentions.phrases import DECREES
from kg.mentions.surnames import COMMON
from kg.model import Evidence, Policy
from kg.text.numerals import AS_DIGITS
from kg.text.segment import Lines, Span

_NUMBER = regex.compile(
    r"(?<![\d/])(?<!\d[.,])\d{1,5}(?:[/-]\d{4})?(?:(?<=[Ss][ốô]\s?:?\s?\d{1,5}) (?=/))?(?:[/-](?=\p{Lu}))"
    r"(?:\p{Lu}[\p{Lu}\p{Ll}]{0,8}\d{0,2})(?:(?:[-–/&]|\.(?=\p{Lu}{2}))(?:\p{Lu}[\p{Lu}\p{Ll}&]{0,11}\d{0,2}"
    r"|T[WƯ]\d*)|\s?[–-]\s(?=TTr|CP|BCT|UBND)\p{Lu}[\p{Lu}\p{Ll}]{0,8}"
    r"|(?<=UBND|TTg|VPCP)\s[–-]\s\p{Lu}{2,6}(?=\s\p{Ll}|[,.;)]))*(?:[-/]\d{1,2})?(?![\p{L}\d])"
)
# Well-known documents are cited by a bare number, with the year at most: "Kết luận 72 của Bộ Chính trị",
# "Nghị quyết số 1/2017 của Chính phủ", "theo Nghị định 116, ...". What counts things has a noun behind it.
_CITED = "|".join(DECREES)
_BARE = regex.compile(
    rf"(?:{_CITED}|quyết định|nghị quyết|chỉ thị"
    rf"|kết luận)(?: số)? (?P<number>\d{{1,4}}(?:/\d{{4}})?)(?![\d/%.,-]\d|[-/]\p{{L}}|\d)"
    r"(?=(?: (?:năm \d{4}|ngày [\d/.-]{6,10}))? của (?:Đảng|Bộ |Ban |BCH|Trung ương|Chính phủ|Quốc hội|Thủ tướng|UBND"
    r"|HĐND|Tỉnh ủy|Thành ủy|Ủy ban|Hội đồng nhân dân)"
    rf"|(?:,| và) (?:{_CITED}) )"
    rf"|(?:Nghị quyết|Kết luận|Chỉ thị) số (?P<number>\d{{1,3}}(?:/\d{{4}})?)(?![\d/%.,-]\d|[-/]\p{{L}}|\d)"
    r"(?= về (?!đích)\p{L})"
    r"|(?:[Qq]uyết định|[Cc]ông văn|[Vv]ăn bản|[Kk]ế hoạch|[Nn]ghị quyết) số (?P<number>\d{1,4})"
    r"(?=(?:,? ngày [\d/.-]{6,10},?)? (?:về việc|phê duyệt|chấp thuận)(?!\p{L}))"
    rf"|(?:Nghị định|Thông tư)(?: số)? (?P<number>\d{{2,3}}(?:/\d{{4}})?)(?![\d/%.,-]\d|[-/]\p{{L}}|\d)"
    r"(?=\s?[,.;:)”\"]| (?:về|quy định|của|được|có hiệu lực|ra đời|hướng dẫn|sửa đổi|đã|cho|thì|là)(?!\p{L}))"
)
_TYPES = (
    "Kế hoạch|Nghị quyết|Quyết định|Nghị định|Thông tư liên tịch|Thông tư|Chỉ thị|Công văn|Tờ trình|Báo "
    "cáo|Thông báo|Chương trình|Đề án|Luật|Pháp lệnh|Hướng dẫn|Công điện|Kết luận|Văn bản|Quy định|Quy "
    "chế|Giấy phép|Lệnh|Hợp đồng"
)
_TYPE = regex.compile(rf"(?P<type>{_TYPES})(?:\s+(?:liên tịch|phê duyệt))?\s*(?:s[ốô])?\s*:?\s*$", regex.IGNORECASE)
_CODES = {
    "KH": "Kế hoạch",
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "CT": "Chỉ thị",
    "CV": "Công văn",
    "TTR": "Tờ trình",
    "BC": "Báo cáo",
    "TB": "Thông báo",
    "CTR": "Chương trình",
    "ĐA": "Đề án",
    "KL": "Kết luận",
    "QH": "Luật",
}
_SHORT = regex.compile(r"(?<![\p{L}])(?P<code>CV|QĐ|NQ|KH|TB|CT|TTr)\s+(?:số\s+)?$")  # "CV 3127/UBND-CNXD"
_DATE = regex.compile(
    r"^\s*,?\s*(?:\((?:ngày )?|ngày\s*|ký ngày\s+|ban hành ngày\s+)?(?P<d>\d{1,2})\s*(?:/|-|\."
    r"|\s*tháng\s*)\s*(?P<m>\d{1,2})\s*(?:/|-|\.|\s*năm\s*)\s*(?P<y>\d{4})\)?"
)
_LATER_DATE = regex.compile(
    r"^(?:[^.;\n]{0,24}?| của [^.;\n]{0,60} (?:ban hành|ký) )\bngày\s+"
    r"(?P<d>\d{1,2})\s*(?:/|-|\s*tháng\s*)\s*(?P<m>\d{1,2})\s*(?:/|-|\s*năm\s*)\s*(?P<y>\d{4})"
)
_PREFIX_DATE = regex.compile(
    r"[Nn]gày\s+(?P<d>\d{1,2})\s*(?:/|-|\s*tháng\s*)\s*(?P<m>\d{1,2})\s*(?:/|-"
    r"|\s*năm\s*)\s*(?P<y>\d{4})[,:]?\s[^.;\n]{0,80}$"
)
_BODY = (
    r"(?:Ban [Cc]hấp hành(?: Đảng bộ)?|BCH(?: Đảng bộ)?|Ban Thường vụ|BTV|Thường trực|Hội đồng nhân dân"
    r"|HĐND|Ủy ban nhân dân|UBND|UBDN|Tỉnh ủy|Thành ủy|Huyện ủy|Thủ tướng Chính phủ|Thủ tướng|Chính phủ"
    r"|Bộ Chính trị|Quốc hội|Bộ \p{Lu}\p{L}*|Sở \p{Lu}\p{L}*|Cục \p{Lu}\p{L}*|Tổng cục \p{Lu}\p{L}*"
    r"|Ban Quản lý|Ban quản lý|Trung ương|Đảng bộ|Đảng(?! viên)|Bộ trưởng|Chủ tịch)"
)
_ISSUER = regex.compile(
    rf"(?:^|\s)(?:của\s+)(?P<issuer>{_BODY}[^.,;:()“”\"\n…]{{0,60}}?)(?=\s+(?:về|khóa|\(|“|\"|ban hành|phê "
    rf"duyệt|thông qua|và ý kiến|và nếu|quy định|hướng dẫn|đã|cũng|có|theo|do|cho|ký|với|nhằm|đặt|thực hiện|trong|để"
    rf"|nếu|khi|mà|thì|là|được|bước|đợt|dẫn|vừa|mới|yêu cầu|chỉ đạo|thay thế|bãi bỏ|sửa đổi|phấn đấu|nêu|giao"
    rf"|điều chỉnh|bổ sung|công bố|xác định|đề ra)(?!\p{{L}})|[.,;:()“”\"\n…]|$)"
)
_BEFORE = regex.compile(
    rf"(?<![\p{{L}}/-])(?P<issuer>{_BODY}[^.,;:()“”\"\n]{{0,40}}?)(?:\s+\([^()\n]{{3,40}}\))?\s+"
    rf"(?:vừa |đã |mới |cũng )*(?:tiếp tục )?(?:có|ban hành|ký|thông qua|phê duyệt|trình|gửi|ra)\b[^.;\n]{{0,60}}$"
)

# "Tại Quyết định số 12/QĐ-UBND ngày 2/8/2019, UBND tỉnh A thành lập ..."
_ACTED = regex.compile(
    rf"(?:[^.;()\n]|\(ngày [\d/]{{6,10}}\)){{0,40}}?,\s+(?P<issuer>{_BODY}[^.,;:()\n]{{0,40}}?)\s+"
    rf"(?:đã |vừa |chính thức )*(?:thành lập|đồng ý|phê duyệt"
    rf"|ban hành|quyết định|giao|công nhận|chấp thuận|điều chỉnh|bổ sung|cho phép|quy định|yêu cầu|đặt)(?!\p{{L}})"
)
# "đã được Ban Quản lý A phê duyệt Báo cáo ... tại Quyết định số 12/QĐ-BQL"
_BY = regex.compile(
    rf"\sđược\s+(?P<issuer>{_BODY}[^.,;:()\n]{{0,50}}?)\s+(?:phê duyệt|chấp thuận|thông qua|đồng ý|giao|cho phép)"
    r"[^.;\n]{0,80}\s(?:tại|theo|bằng)(?: \p{L}+){1,2}(?: số)?\s*$"
)
_HEAD_OF = regex.compile(
    r"^(?:(?:Phó )?(?:Chủ tịch|Giám đốc|Cục trưởng)|Bộ trưởng|Thứ trưởng) (?=UBND|Ủy ban|HĐND|Hội đồng|Bộ |Sở |Cục )"
)
_SIGNER = regex.compile(rf"\s(?!Hồ Chí Minh)(?:{COMMON})(?: \p{{Lu}}\p{{Ll}}+){{1,4}}$")
_PARTS = regex.compile(r"[/\-–.]")
_NUMBERED = regex.compile(r"[Ss][ốô]\s*:?\s*$")
_OWN_NUMBER = regex.compile(r"\s*[Ss][ốô]")
_SPACES, _COLUMN = regex.compile(r"\s+"), regex.compile(r"\s{3,}")
# What a document asks for, or what it is about: a house named behind that need not be its issuer.
_ASKS = regex.compile(r"\s(?:yêu cầu|chỉ đạo|thực hiện|triển khai|hướng dẫn|giao|đề nghị|báo cáo)\s")
_BELOW = regex.compile("SỞ |BAN |CỤC |CHI CỤC |PHÒNG |TRUNG TÂM ")
_ABOVE = regex.compile(r"(?:UBND|[UỦ][ỶY] BAN NHÂN DÂN|ỦY BAN NHÂN DÂN) (?:TỈNH|THÀNH PHỐ|TP\.?) ")
_HEAD, _LONG, _MONTHS, _DAYS = 400, 60, 12, 31
_DAY = regex.compile(r"ng[àa]y\s+(?P<d>[\doOl]{1,2})\s*tháng\s*(?P<m>[\doOl]{1,2})\s*năm\s*(?P<y>2[\doOl]{3})")
_ACTS = regex.compile(r"\s(?:đang|để|sẽ|phải|được|cần|và các)\s")
_LETTERHEAD = regex.compile(rf"^(?:{_BODY.replace('?:', '?i:', 1)})|^HỘI ĐỒNG|^ỦY BAN|^SỞ |^UBND|^HĐND|^TỈNH")
_TITLED = regex.compile("TÌNH HÌNH|BÁO CÁO|CỘNG HÒA|KẾT QUẢ")


def spans(text: str, decrees: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where numbers of documents stand, so that their digits are not read as figures; ``decrees`` are where kinds of
    documents are named that may be cited by a bare number.
    """
    found = [(m.start(), m.end()) for m in _NUMBER.finditer(text)] if _hinted(text) else []
    cited = (at for at, end in decrees if text[end + 1 : end + 2].isdigit() or text.startswith(" số ", end))
    bare = [m.span("number") for at in cited if (m := _BARE.match(text, at)) is not None]
    return sorted([*found, *bare]) if bare else found


_PARTED = frozenset(f"{digit} " for digit in "0123456789")


def _hinted(text: str) -> bool:
    """Whether a digit, a stroke and a capital stand together anywhere, as in few texts: marks are found fast."""
    for mark in "/-":
        at = text.find(mark, 1)
        while at > 0:
            if (text[at - 1].isdigit() or text[at - 2 : at] in _PARTED) and text[at + 1 : at + 2].isupper():
                return True
            at = text.find(mark, at + 1)
    return False


def read(lines: Lines, doc: str, found: list[tuple[int, int]], today: date | None = None) -> list[Policy]:
    """The policies of a document, one for each number, anchored at the mention that states most.

    ``today`` is the day of the document, which gives days told without a year theirs.
    """
    best: dict[str, tuple[int, Policy]] = {}
    sentences = lines.holding([start for start, _ in found])
    read_ = [_policy(lines.text, doc, *span, sentence, today) for span, sentence in zip(found, sentences, strict=True)]
    for policy in _listed(lines.text, read_):
        states = sum(v is not None for v in (policy.policy_type, policy.date, policy.issuer))
        key = "".join(policy.number.split()).casefold()
        if key not in best or states > best[key][0]:
            best[key] = (states, policy)
    full = {(p.policy_type, p.number.split("/")[0].lstrip("0")) for _, p in best.values() if not _is_bare(p)}
    known = [p for _, p in best.values() if not _is_bare(p) or (p.policy_type, p.number.lstrip("0")) not in full]
    return sorted(known, key=lambda policy: policy.evidence.start)


def _listed(text: str, found: list[Policy | None]) -> list[Policy]:
    """The documents, those of one list with the kind told before its first and the issuer told behind its last.

    "các Công văn số 12/TTg-KTN ngày 2/3/2013; số 34/TTg-KTN ngày 5/6/2016 của Thủ tướng Chính phủ".
    """
    known = [policy for policy in found if policy is not None]
    for i in range(1, len(known)):
        if known[i].policy_type is None and _linked(text, known[i - 1], known[i]):
            known[i] = replace(known[i], policy_type=known[i - 1].policy_type)
    for i in range(len(known) - 1, 0, -1):
        if known[i - 1].issuer is None and _linked(text, known[i - 1], known[i]):
            known[i - 1] = replace(known[i - 1], issuer=known[i].issuer)
    together = False
    for i in range(1, len(known)):
        first, second = known[i - 1], known[i]
        together = (together or _issues(text, first)) and _beside(text, first, second)
        if together and second.issuer is None and first.issuer is not None:
            known[i] = replace(second, issuer=first.issuer)
    return known


def _issues(text: str, first: Policy) -> bool:
    """Whether a house is said to issue a document, by a verb right before it or behind it."""
    start = first.evidence.start
    before = _ISSUES.search(text, max(0, start - _VERB_NEAR), start) is not None
    return before or _ACTED.match(text, first.evidence.end) is not None


def _beside(text: str, first: Policy, second: Policy) -> bool:
    """Whether two documents stand side by side ("UBND tỉnh ban hành Kế hoạch số 1 ... và Quyết định số 2")."""
    return _AND_ALSO.fullmatch(text, first.evidence.end, second.evidence.start) is not None


_VERB_NEAR = 40
_ISSUES = regex.compile(r"\sban hành(?: các(?: \p{Ll}+){1,3}:)?(?: \p{Lu}?\p{Ll}+){1,3}(?: số:?)? ?$")
_AND_ALSO = regex.compile(
    r"[^.;:()\n]{0,160}?(?: và| cùng(?: với)?|,|;)(?: các)?"
    r" (?:Quyết định|Kế hoạch|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Chương trình|Công văn|Đề án)(?: số:?)? ?"
)


def _linked(text: str, first: Policy, second: Policy) -> bool:
    """Whether only the day of the first stands between two documents, and what joins the items of a list."""
    return _LINK.fullmatch(text, first.evidence.end, second.evidence.start) is not None


_LINK = regex.compile(
    r"(?:\s*,?\s*(?:ngày\s+)?\(?\d{1,2}\s*(?:[/.-]|\s+tháng\s+)\s*\d{1,2}\s*(?:[/.-]|\s+năm\s+)\s*\d{4}\)?)?"
    r"\s*(?:;|,|và|; và|, và)\s*[Ss]ố\s+"
)


def _is_bare(policy: Policy) -> bool:
    """Whether a number has no letters: another name of the same document where its full number stands too."""
    return policy.number.isdigit()


def _policy(text: str, doc: str, start: int, end: int, sentence: Span, today: date | None = None) -> Policy | None:
    number = text[start:end].replace(" /", "/")  # "Số: 415 /BC-SCT"
    parts = _PARTS.split(number.upper())
    before = text[max(0, start - 60) : start]
    kind = _TYPE.search(before)
    named = kind.group("type") if kind else None
    title = named[:1].upper() + named[1:].lower() if named else None
    coded = next((_CODES[p] for p in (part.rstrip("0123456789") for part in parts) if p in _CODES), None)
    short = _SHORT.search(before) if coded is None and title is None else None
    coded = _CODES[short["code"].upper()] if short is not None else coded
    if title is None and _NUMBERED.search(before) is None and coded is None:
        return None
    if title in ("Giấy phép", "Hợp đồng"):
        return None
    after = text[end : min(len(text), end + 160)].split("\n")[0]
    following = _NUMBER.search(after)
    if following:  # what stands behind the next document is that document's
        after = after[: following.start()]
    after = _SPACES.sub(" ", after)
    evidence = Evidence(doc, start, end, text[sentence.start : sentence.end], sentence.start, ("policy.number",), 1.0)
    dated = _date(text, after, start, end, sentence) or _this_year(text[sentence.start : start], today)
    issuer = _issuer(text, after, start, sentence) or _own_house(text, number)
    return Policy(evidence, number, title or coded, dated, issuer)


_CLOSE = 4  # letters


def _date(text: str, after: str, start: int, end: int, sentence: Span) -> str | None:
    """The day of a document: behind its number, before it in the sentence, or under the head that it stands in."""
    head = text[sentence.start : start]
    ahead = _PREFIX_DATE.search(head)
    if ahead is not None and any(0 <= ahead.start() - other.end() < _CLOSE for other in _NUMBER.finditer(head)):
        ahead = None  # "Nghị định số A ngày ... thay thế Nghị định số B": A's day is not B's
    dated = _DATE.match(after) or _LATER_DATE.match(after) or ahead
    if dated is None and _OWN_NUMBER.match(head):
        dated = _DAY.search(text[end : end + 120])
    if dated is None:
        return None
    year, month, day = (int(dated[part].translate(AS_DIGITS)) for part in "ymd")
    return f"{year}-{month:02d}-{day:02d}" if month <= _MONTHS and day <= _DAYS else None


# "Ngày 10/8, UBND tỉnh đã ban hành Công văn số ..."
_DAY_AHEAD = regex.compile(
    r"[Nn]gày\s+(?P<d>\d{1,2})\s*(?:/|-|\s*tháng\s*)\s*(?P<m>\d{1,2})(?![\d/-])(?!\s*(?:/|-|năm)),?\s[^.;\n]{0,80}"
    r"(?:ban hành|ký|có|ra|phê duyệt|thông qua|gửi)(?!\p{L})[^,.;\n]{0,30}$"
)


def _this_year(head: str, today: date | None) -> str | None:
    """The day told before a document without its year: the last such day before the text was written."""
    told = _DAY_AHEAD.search(head) if today is not None else None
    if told is None or today is None:
        return None
    try:
        day = date(today.year, int(told["m"]), int(told["d"]))
        return (day if day <= today else day.replace(year=today.year - 1)).isoformat()
    except ValueError:  # "ngày 30/2"
        return None


def _issuer(text: str, after: str, start: int, sentence: Span) -> str | None:
    """Who issued a document: told right behind it, as the doer before it, further behind, or in the letterhead."""
    behind = _ISSUER.search(after)
    close = behind is not None and _ASKS.search(after[: behind.start()]) is None
    if behind is not None and close:
        return _house(behind["issuer"])
    by = _BY.search(text[sentence.start : start])
    if by is not None:
        return _house(by["issuer"])
    ahead = _BEFORE.search(text[sentence.start : start])
    if ahead is not None and not _ACTS.search(ahead["issuer"] + " "):
        return _house(ahead["issuer"])
    acts = _ACTED.match(after)
    if acts is not None:
        return _house(acts["issuer"])
    return _house(behind["issuer"]) if behind is not None else _header(text, start, sentence)


def _house(issuer: str) -> str:
    """The house that issues, without its head who signs ("Bộ trưởng Bộ Công Thương Nguyễn Văn A")."""
    return _SIGNER.sub("", _HEAD_OF.sub("", issuer.strip())).strip()


def _header(text: str, start: int, sentence: Span) -> str | None:
    """The issuer of a document's own number: the head above "Số: ...", or the office whose report it is."""
    return _letterhead(text[: sentence.start]) if start <= _HEAD else None


def _own_house(text: str, number: str) -> str | None:
    """The house at the head of a text, where the number of a document bears its letters ("12/KH-SCT")."""
    house = _letterhead(text[:_HEAD])
    if house is None:
        return None
    named = _PLACED.split(house)[0].split()
    letters = "".join(w if w.isupper() else w[0].upper() for w in named if w.lower() not in ("các", "và"))
    return house if len(letters) > 1 and letters in _SEGMENTS.split(number.upper()) else None


_PLACED = regex.compile(r" (?:tỉnh|thành phố|huyện|thị xã|quận) ")
_SEGMENTS = regex.compile(r"[/\-.]")


def _letterhead(head: str) -> str | None:
    """The house that the first lines of a document name in capitals, written as in a text; None for none."""
    # the motto of the state stands beside, in a column of its own
    columns = [_COLUMN.split(line.strip())[0] for line in head.split("\n")]
    lines = [line for line in columns if line]
    if not lines or not any(_LETTERHEAD.search(line) for line in lines[:4]):
        return None
    heads = [line for line in lines[:2] if line.isupper() and len(line) < _LONG and not _TITLED.match(line)]
    place = ""
    if len(heads) > 1 and _BELOW.match(heads[1]):  # an office under the house that it belongs to
        above = heads.pop(0)
        place = _ABOVE.sub("", above) if _ABOVE.match(above) else ""
    joined = " ".join([*heads, place] if place and place not in heads[0] else heads)
    for full, short in (("HỘI ĐỒNG NHÂN DÂN", "HĐND"), ("ỦY BAN NHÂN DÂN", "UBND"), ("UỶ BAN NHÂN DÂN", "UBND")):
        joined = joined.replace(full, short)
    return cased(joined) or None
