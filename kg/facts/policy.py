"""Numbered documents of law and planning: "Kế hoạch số 148/KH-UBND ngày 27/9/2021 của UBND tỉnh".

Numbering follows Nghị định 30/2020/NĐ-CP on clerical work: number, year where it is a law of an
assembly, then the abbreviations of kind and issuer.
"""

from __future__ import annotations

import regex

from kg.model import Evidence, Policy
from kg.text.segment import Lines, Span

_NUMBER = regex.compile(
    r"(?<![\d/])\d{1,5}(?:/\d{4})?(?:[/-](?=\p{Lu}))(?:\p{Lu}[\p{Lu}\p{Ll}]{0,8}\d?)(?:[-–/.&](?:\p{Lu}[\p{Lu}\p{Ll}&]{0,11}\d?"
    r"|T[WƯ]\d*))*(?:[-/]\d{1,2})?(?![\p{L}\d])"
)
# Documents of the Party and the government are often cited by a bare number: "Kết luận 72 của Bộ Chính trị".
_BARE = regex.compile(
    r"(?:Kết luận|Nghị quyết|Chỉ thị|Thông báo)(?: số)? (?P<number>\d{1,3})(?![\d/%.,-]\d|[-/]\p{L}"
    r"|\d)(?= (?:ngày [\d/.-]{6,10} )?của (?:Bộ Chính trị|Ban Bí thư|Ban [Cc]hấp hành|BCH|Trung ương"
    r"|Chính phủ|Quốc hội|Thủ tướng|Ban Thường vụ))"
)
_TYPES = (
    "Kế hoạch|Nghị quyết|Quyết định|Nghị định|Thông tư liên tịch|Thông tư|Chỉ thị|Công văn|Tờ trình|Báo "
    "cáo|Thông báo|Chương trình|Đề án|Luật|Pháp lệnh|Hướng dẫn|Công điện|Kết luận|Văn bản|Quy định|Quy "
    "chế|Giấy phép|Lệnh|Hợp đồng"
)
_TYPE = regex.compile(rf"(?P<type>{_TYPES})(?:\s+(?:liên tịch|phê duyệt))?\s*(?:số)?\s*:?\s*$", regex.IGNORECASE)
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
_DATE = regex.compile(
    r"^\s*,?\s*(?:\((?:ngày )?|ngày\s+|ký ngày\s+|ban hành ngày\s+)?(?P<d>\d{1,2})\s*(?:/|-|\."
    r"|\s+tháng\s+)\s*(?P<m>\d{1,2})\s*(?:/|-|\.|\s+năm\s+)\s*(?P<y>\d{4})\)?"
)
_LATER_DATE = regex.compile(
    r"^[^.;\n]{0,24}?\bngày\s+(?P<d>\d{1,2})\s*(?:/|-|\s+tháng\s+)\s*(?P<m>\d{1,2})\s*(?:/|-|\s+năm\s+)\s*(?P<y>\d{4})"
)
_PREFIX_DATE = regex.compile(
    r"[Nn]gày\s+(?P<d>\d{1,2})\s*(?:/|-|\s+tháng\s+)\s*(?P<m>\d{1,2})\s*(?:/|-"
    r"|\s+năm\s+)\s*(?P<y>\d{4})[,:]?\s[^.;\n]{0,80}$"
)
_BODY = (
    r"(?:Ban [Cc]hấp hành(?: Đảng bộ)?|BCH(?: Đảng bộ)?|Ban Thường vụ|BTV|Thường trực|Hội đồng nhân dân"
    r"|HĐND|Ủy ban nhân dân|UBND|UBDN|Tỉnh ủy|Thành ủy|Huyện ủy|Thủ tướng Chính phủ|Thủ tướng|Chính phủ"
    r"|Bộ Chính trị|Quốc hội|Bộ \p{Lu}\p{Ll}+|Sở \p{Lu}\p{Ll}+|Cục \p{Lu}\p{Ll}+|Tổng cục \p{Lu}\p{Ll}+"
    r"|Ban Quản lý|Ban quản lý|Trung ương|Đảng bộ|Chủ tịch)"
)
_ISSUER = regex.compile(
    rf"(?:^|\s)(?:của\s+)(?P<issuer>{_BODY}[^.,;:()“”\"\n]*?)(?=\s+(?:về|khóa|\(|“|\"|ban hành|phê "
    rf"duyệt|thông qua|và ý kiến|quy định|đã|có|theo|do|cho|ký|với|nhằm|đặt|thực hiện)|[.,;:()“”\"\n]"
    rf"|$)"
)
_BEFORE = regex.compile(
    rf"(?P<issuer>{_BODY}[^.,;:()“”\"\n]{{0,40}}?)\s+(?:vừa |đã |mới |cũng )*(?:có|ban hành|ký|thông "
    rf"qua|phê duyệt|trình|gửi)\b[^.;\n]{{0,60}}$"
)

_PARTS = regex.compile(r"[/\-–.]")
_NUMBERED = regex.compile(r"[Ss]ố\s*:?\s*$")
_OWN_NUMBER = regex.compile(r"\s*[Ss]ố")
_DAY = regex.compile(r"ngày\s+(?P<d>\d{1,2})\s+tháng\s+(?P<m>\d{1,2})\s+năm\s+(?P<y>\d{4})")
_ACTS = regex.compile(r"\s(?:đang|để|sẽ|phải|được|cần|và các)\s")
_LETTERHEAD = regex.compile(rf"^(?:{_BODY.replace('?:', '?i:', 1)})|^HỘI ĐỒNG|^ỦY BAN|^SỞ |^UBND|^HĐND|^TỈNH")
_TITLED = regex.compile("TÌNH HÌNH|BÁO CÁO|CỘNG HÒA|KẾT QUẢ")


def spans(text: str) -> list[tuple[int, int]]:
    """Where numbers of documents stand, so that their digits are not read as figures."""
    found = [(m.start(), m.end()) for m in _NUMBER.finditer(text)] if _hinted(text) else []
    if " của " in text and any(kind in text for kind in ("Kết luận", "Nghị quyết", "Chỉ thị", "Thông báo")):
        found.extend(m.span("number") for m in _BARE.finditer(text))
        found.sort()
    return found


def _hinted(text: str) -> bool:
    """Whether a digit, a stroke and a capital stand together anywhere, as in few texts: marks are found fast."""
    for mark in "/-":
        at = text.find(mark, 1)
        while at > 0:
            if text[at - 1].isdigit() and text[at + 1 : at + 2].isupper():
                return True
            at = text.find(mark, at + 1)
    return False


def read(lines: Lines, doc: str, found: list[tuple[int, int]]) -> list[Policy]:
    """The policies of a document, one for each number, anchored at the mention that states most."""
    best: dict[str, tuple[int, Policy]] = {}
    for (start, end), sentence in zip(found, lines.holding([start for start, _ in found]), strict=True):
        policy = _policy(lines.text, doc, start, end, sentence)
        if policy is None:
            continue
        states = sum(v is not None for v in (policy.policy_type, policy.date, policy.issuer))
        key = "".join(policy.number.split()).casefold()
        if key not in best or states > best[key][0]:
            best[key] = (states, policy)
    return [policy for _, policy in sorted(best.values(), key=lambda item: item[1].evidence.start)]


def _policy(text: str, doc: str, start: int, end: int, sentence: Span) -> Policy | None:
    number = text[start:end]
    parts = _PARTS.split(number.upper())
    before = text[max(0, start - 60) : start]
    kind = _TYPE.search(before)
    named = kind.group("type") if kind else None
    title = named[:1].upper() + named[1:].lower() if named else None
    coded = next((_CODES[p] for p in parts if p in _CODES), None)
    if title is None and _NUMBERED.search(before) is None and coded is None:
        return None
    if title in ("Giấy phép", "Hợp đồng"):
        return None
    after = text[end : min(len(text), end + 160)].split("\n")[0]
    following = _NUMBER.search(after)
    if following:  # what stands behind the next document is that document's
        after = after[: following.start()]
    dated = _DATE.match(after) or _LATER_DATE.match(after)
    if dated is None:
        head = text[sentence.start : start]
        dated = _PREFIX_DATE.search(head)
    if (
        dated is None
        and sentence.start == start - len(text[sentence.start : start])
        and _OWN_NUMBER.match(text[sentence.start : start])
    ):
        dated = _DAY.search(text[end : end + 120])
    issuer = _ISSUER.search(after[:150])
    name = issuer.group("issuer").strip() if issuer else None
    if name is None:
        ahead = _BEFORE.search(text[sentence.start : start])
        stated = ahead is not None and not _ACTS.search(ahead.group("issuer") + " ")
        name = ahead.group("issuer").strip() if ahead is not None and stated else _header(text, start, sentence)
    evidence = Evidence(doc, start, end, text[sentence.start : sentence.end], sentence.start, ("policy.number",), 1.0)
    date = (
        f"{dated['y']}-{int(dated['m']):02d}-{int(dated['d']):02d}"
        if dated and int(dated["m"]) <= 12 and int(dated["d"]) <= 31
        else None
    )
    return Policy(evidence, number, title or coded, date, name)


def _header(text: str, start: int, sentence: Span) -> str | None:
    """The issuer of a document's own number: the head above "Số: ...", or the office whose report it is."""
    if start > 400:
        return None
    head = text[: sentence.start].strip().split("\n")
    lines = [line.strip() for line in head if line.strip()]
    if not lines or not any(_LETTERHEAD.search(line) for line in lines[:4]):
        return None
    joined = " ".join(line for line in lines[:2] if line.isupper() and len(line) < 60 and not _TITLED.match(line))
    for full, short in (("HỘI ĐỒNG NHÂN DÂN", "HĐND"), ("ỦY BAN NHÂN DÂN", "UBND"), ("UỶ BAN NHÂN DÂN", "UBND")):
        joined = joined.replace(full, short)
    words = [
        w if w in ("UBND", "HĐND") else (w.lower() if w in ("TỈNH", "THÀNH", "PHỐ") else w.capitalize())
        for w in joined.split()
    ]
    return " ".join(words) or None
