"""Who holds which office: "Ông Trần Quang Tấn, Giám đốc Sở Công Thương", "Chủ tịch UBND tỉnh ... Nguyễn Văn A"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

import regex

from kg.mentions.phrases import OFFICES
from kg.model import Evidence, Role
from kg.text.segment import Lines, Span

# Surnames common enough to begin a person's name inside a run of capitals ("Hải Phòng Lê Văn Thành").
_COMMON = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Trương|Đinh|Đoàn|Phùng|Trịnh|Hồ|Lý|Lương|Đào|Mai"
)
_SURNAMES = (
    _COMMON + "|Lâm|Hà|Cao|Tô|Tạ|Thái|Chu|Châu|Quách|Lưu|Vương|Tăng|Triệu|Nông|Hứa|Kiều|Thạch|Khuất|Nghiêm|Bế"
    "|Giàng|Lò|Vàng|Quàng"
    "|Cầm|Đàm|La|Lại|Mạc|Ninh|Ôn|Phó|Tống|Từ|Văn|Vi|Viên|Âu|Điểu|Y|A|H'|Đồng|Thân|Khổng|Giáp|Hầu|Sùng"
    "|Ma|Mã|Bạch|Ka|K'|Rah|Siu"
    "|Kpă|Nay|Danh|Sơn|Tôn|Tiêu|Doãn|Đường|Ngọ|Ngụy|Nhữ|Thiều|Trà|Vừ|Xuân|Lục|Hạ|Hàn|Hoa|Liêu|Lữ|Thi"
    "|Uông|Yên|Đới|Chẩu|Bàn|Hàng|Cù"
    "|Cấn|Biện|Thẩm|Giang|Lã|Diệp|Phí|Tòng|Mùa|Hờ|Thào|Sầm|Mông|Lộc|Hoàn|Chử|Ung|Kha|Đái|Chế|Rơ|Ksor|Alăng|Bling|Hồng"
)
_GIVEN = r"\p{Lu}[\p{Ll}'’]*"
_PERSON = rf"(?P<person>(?:{_SURNAMES})(?:[ \u00a0]{_GIVEN}){{1,4}})"
_RANK = (
    r"(?:(?:quyền |q\. ?)?(?:bộ trưởng|thủ tướng|chủ tịch nước|chủ tịch|bí thư|tổng giám đốc|giám đốc"
    r"|cục trưởng|tổng cục trưởng|vụ trưởng"
    r"|trưởng ban|trưởng phòng|trưởng đoàn|chi cục trưởng|chánh văn phòng|viện trưởng|chủ nhiệm|hiệu "
    r"trưởng|chánh thanh tra|đội trưởng|trưởng chi nhánh|trưởng đại diện|trưởng công an|tổng thư ký"
    r"|tổng kiểm toán)"
    r"|phó (?:thủ tướng(?: thường trực)?+|chủ tịch nước|chủ tịch(?: thường trực)?+|bí thư(?: thường "
    r"trực)?+|tổng giám đốc(?: thường trực)?+|giám đốc(?: phụ trách| thường trực)?+|cục trưởng|tổng "
    r"cục trưởng|vụ trưởng"
    r"|trưởng ban(?: thường trực)?|trưởng phòng|trưởng đoàn|chi cục trưởng|chánh văn phòng|viện trưởng"
    r"|chủ nhiệm|hiệu trưởng|chánh thanh tra|thống đốc|tổng thư ký|trưởng công an|tổng kiểm toán)"
    r"|thứ trưởng|ủy viên thường vụ|ủy viên ban thường vụ|ủy viên|uỷ viên|đại sứ|kế toán trưởng|quản "
    r"đốc|người phát ngôn|thống đốc|tham tán thương mại|tổng bí thư|tổng biên tập)"
)
_RANKS = (
    rf"(?P<role>(?<!\p{{L}})(?i:{_RANK}(?:(?:, (?:kiêm )?|,? kiêm | và ){_RANK})*(?: (?:phụ trách|thường "
    rf"trực|điều hành))?)(?!\p{{L}}))"
)
_PLACED = r"(?:\p{Lu}|(?:tỉnh|thành phố|huyện|xã|phường|thị xã|quận|thị trấn|công ty|tập đoàn|phòng|sở|ban)\s+\p{Lu})"
_ORG = rf"(?P<org>{_PLACED}[^,.;:()\"“”\n]{{0,90}}?)"
_VERBS = (
    "cho|đã|cũng|chia sẻ|khẳng định|nhấn mạnh|thông tin|nói|phát biểu|chủ trì|ký|trao|đề nghị|yêu cầu"
    "|cam kết|đánh giá|nhận định|báo cáo|phấn khởi|bày tỏ|thăm|tham dự|dự(?! án| báo| phòng| toán| "
    "trữ)|là|tại|trong|về|vừa|lưu ý"
    "|ghi nhận|phân tích|lý giải|kiểm tra|trả lời|giới thiệu|làm (?:việc|chủ|rõ|trưởng)|thay mặt|dẫn "
    "đầu|cùng|thì|và các|và ông|và bà|hôm|sáng|chiều|có|được|trình bày|khai|mong|hy vọng|tiếp|cảm ơn"
    "|thừa nhận|kể|nêu|chỉ đạo|đề xuất|tin rằng|tin tưởng"
    "|kỳ vọng|dự báo|tiết lộ|tặng|công bố|kiến nghị|nhìn nhận|kết luận|xác nhận|cảnh báo|khuyến|đến"
    "|thông báo|nhiệm kỳ|đưa|bức xúc|lo ngại|băn khoăn|tỏ|hứa|đồng tình|giải thích|giải trình|biểu "
    "dương|dẫn|lên tiếng"
    "|phản ánh|gửi|nhắc|chúc|phân trần|hỏi|đặt|quán triệt|vui mừng|bộc bạch|tâm sự|so sánh|chỉ ra"
    "|chỉ rõ|quyết|thống nhất|nghe|đi|ủng hộ|tuyên|nhất trí|bác bỏ|phủ nhận|rằng|để|khi|sẽ|đang|bị"
    "|với|từ|theo|tổ chức|đứng|trực tiếp|chịu|hiện|nay|như|mà|nên|do"
)
_END = (
    rf"(?=\s+(?:{_VERBS})(?!\p{{L}})|\s*[,.;:()\"“”\n]|\s+[–-]\s+(?=\p{{Ll}})|\s+(?:và|cùng)\s+(?:ông |bà "
    rf")?(?:{_COMMON})\s+\p{{Lu}}|\s*$)"
)
_VERB = regex.compile(rf"(?<!\p{{L}})(?:{_VERBS})(?!\p{{L}})")
_TITLE = (
    r"(?:(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|TS|ThS|Tiến sĩ|Thạc sĩ|PGS\.?,? ?TS|GS\.?,? ?TS|GS|KTS"
    r"|KS|[Kk]ỹ sư|Đ/c|đ/c|[Đđ]ại biểu|[Đđ]ại tá|[Tt]hiếu tướng|[Tt]rung tướng)\.?:?\s+)?"
)
# "Ông X, Giám đốc Sở Công Thương", "X - Phó Giám đốc ...": the name before the office, the house behind it
_AHEAD = regex.compile(
    rf"(?<![\p{{L}}]){_PERSON}\s*(?:(?:\([^)\n]{{0,40}}\)\s*)?[,\-–:]+\s*(?:nguyên là |hiện là |là "
    rf"|nguyên |cựu )?|\(\s*"
    r"|\s(?:hiện |đang )?(?:là|giữ chức(?: vụ)?|(?:được bổ nhiệm )?làm|được bổ nhiệm(?: giữ chức(?: "
    r"vụ)?)?|được bầu(?: làm| giữ chức(?: vụ)?)?)\s+)$"
)
_LINKS = (",", "-", "–", ":", "(", "là", "nguyên", "cựu", "chức", "vụ", "làm", "nhiệm", "bầu")  # what it ends with
# an office without its house: "Ông A, Giám đốc, cho biết"
_ALONE = regex.compile(rf"(?=\s*[,;.)]|\s+(?:{_VERBS})(?!\p{{L}}))")
_HOUSE = regex.compile(rf"\s+{_ORG}{_END}")
_MORE = regex.compile(rf"\s*,\s*{_RANKS}\s+{_ORG}{_END}")
_RANKED = regex.compile(_RANKS)
_RUN = regex.compile(rf"(?<!\p{{L}}){_GIVEN}(?:[ \u00a0]{_GIVEN})*(?!\p{{L}})")
_CLOSED = regex.compile(r"[.;:()\"“”\n](?!\p{L})")
_TITLED = regex.compile(rf"[\s,:]+{_TITLE}$|^{_TITLE}$")
_NESTED = regex.compile(rf"(?:, |,| và ){_RANKS}\s+(?P<org>\p{{Lu}}[^,]*)$")
# Places that begin like a person's name.
_PLACES = frozenset(
    "đào nha|hà nội|hà nam|hà giang|hà tĩnh|thái bình|thái nguyên|cao bằng|lâm đồng|đồng nai|đồng "
    "tháp|ninh bình|ninh thuận|yên bái|sơn la|hồ chí minh|trà vinh|hàn quốc|thái lan|ninh kiều|hà "
    "đông|yên phong|đồng hới|đồng xoài|tô hiệu|lý sơn|tân sơn|hoàng mai|hoàng sa|trường sa|hà tiên"
    "|ninh giang|lương sơn|cao lãnh|từ liêm|thạch thất|vũ thư|mai châu|mai sơn|la gi|hồng bàng|hồng "
    "ngự|hoàn kiếm|giang thành|châu thành|châu đốc|đông anh|thi sách|hồng kông|ma cao|ma rốc|hoa kỳ"
    "|hoa lư|hoa sen|hòa phát|văn lang|văn giang|văn lâm|thái thụy|hà quảng|hạ long|hàm tân|lạng sơn".split("|")
)
_SHARED = regex.compile(
    rf"(?:các (?:đồng chí|ông|bà)|các "
    rf"đ/c)\s+{_RANKS}\s+(?P<org>\p{{Lu}}[^:;,.\n]{{0,60}}?):\s*(?P<list>(?:(?:{_SURNAMES})(?: "
    rf"{_GIVEN}){{1,4}}(?:\s*[–-]\s*[^;,.\n]{{0,80}})?[;,]?\s*(?:và\s+)?){{1,12}})"
)
_PERSON_ONLY = regex.compile(_PERSON)
_COMMON_NAMES, _ALL_NAMES = frozenset(_COMMON.split("|")), frozenset(_SURNAMES.split("|"))
_COMMONLY = regex.compile(rf"(?:{_COMMON})(?!\p{{L}})")
_BEFORE = regex.compile(r"(\p{Lu}\p{Ll}*) $")
_NO_HOUSE = regex.compile(r",|\b[Ôô]ng\b|\b[Bb]à\b")
_PLACED_ORG = regex.compile(_PLACED)
# "Bí thư Thành ủy A, Chủ tịch UBND thành phố B": the house runs into the next holder's name
_HELD_BY = regex.compile(rf"\s(?:{_COMMON}) {_GIVEN} {_GIVEN}$")
# Words that begin a sentence, where a stop mark before them was lost.
_BEGINS = frozenset(
    "Theo Ông Bà Tại Trong Bộ Tôi Ngày Trước Sau Khi Phó Thủ Cùng Tuy Việc Nếu Ảnh Còn Về Để Các Những".split()
)
# a signature: the office in capitals, the name beside or below it
_OFFICE = (
    r"(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG BAN|BÍ THƯ|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|BỘ TRƯỞNG|THỦ TƯỚNG|CHÁNH "
    r"VĂN PHÒNG|TRƯỞNG PHÒNG)|THỨ TRƯỞNG|PGĐ|GĐ|PCT|TGĐ"
)
_SIGNED = regex.compile(
    rf"(?:^|(?<=[.\-–:] )|(?<=[.\-–:]))[ \t]*(?:(?:TM|KT|TUQ|Q"
    rf"|TL)\.?[^\n]{{0,60}}?\n?\s*?)?(?P<role>{_OFFICE})[ \t]*[:,]?[ \t]*(?:\n\s*)?(?:\([^)\n]{{0,40}}\)\s*)?"
    rf"(?P<person>{_GIVEN}(?: {_GIVEN}){{1,4}}|(?:{_COMMON.upper()})(?: "
    rf"\p{{Lu}}+){{1,4}})[ \t]*(?:\([^)\n]{{0,20}}\)[ \t]*)?[.]?[ \t]*$",
    regex.MULTILINE,
)
_SHORT = {"PGĐ": "Phó giám đốc", "GĐ": "Giám đốc", "PCT": "Phó chủ tịch", "TGĐ": "Tổng giám đốc"}
_HOUSES = {
    "giám đốc": r"Sở",
    "cục trưởng": r"Cục",
    "chủ tịch": r"(?:UBND|Ủy ban nhân dân|HĐND|Hội đồng nhân dân)",
    "trưởng ban": r"Ban",
    "bộ trưởng": r"Bộ",
    "thứ trưởng": r"Bộ",
    "bí thư": r"(?:Tỉnh|Thành|Huyện) ủy",
}
_CAPITALS = ("GIÁM ĐỐC", "TỊCH", "TRƯỞNG", "BÍ THƯ", "THỦ TƯỚNG", "CHÁNH", "GĐ", "PCT")
_CLOSING = 900  # a signature stands at the end of a document


def read(lines: Lines, doc: str, spans: list[tuple[int, int]], issuer: str | None) -> list[Role]:
    """The roles that a document states, one for each person and office; ``spans`` are where words of office stand."""
    best: dict[tuple[str, str], Role] = {}
    text = lines.text
    hits = _offices(text, spans)
    for sentence, at in groupby(zip(lines.holding(hits), hits, strict=True), key=itemgetter(0)):
        for role in _in(text, doc, sentence, [hit for _, hit in at]):
            key = (role.person.casefold(), role.role.casefold())
            if key not in best or (best[key].org is None and role.org):
                best[key] = role
    closing = text[-_CLOSING:]
    for match in _SIGNED.finditer(text, max(0, len(text) - _CLOSING)) if any(w in closing for w in _CAPITALS) else ():
        if match["person"].casefold() in _PLACES:
            continue
        office = _SHORT.get(match["role"], match["role"].capitalize())
        evidence = _evidence(
            text, doc, match.start("person"), match.end("person"), match.start("person"), match.end("person")
        )
        org = issuer or _house(text, office)
        best.setdefault((match["person"].casefold(), office.casefold()), Role(evidence, match["person"], office, org))
    return sorted(best.values(), key=lambda r: (r.evidence.start, r.role))


def _offices(text: str, spans: list[tuple[int, int]]) -> list[int]:
    """Where offices begin, the longest of those that overlap: found in the folded text, they must stand in its own."""
    begins: list[int] = []
    done = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= done and text[start:end].lower() in OFFICES:
            begins.append(start)
            done = end
    return begins


def _house(text: str, office: str) -> str | None:
    """The house that a signature's office belongs to, as the head of the document or its text names it."""
    kind = next((house for key, house in _HOUSES.items() if office.lower().removeprefix("phó ").endswith(key)), None)
    if kind is None:
        return None
    head = regex.search(
        rf"(?m)^\s*(?P<org>(?i:{kind}) \p{{Lu}}[\p{{Lu}} ]{{3,50}}?)(?=\s{{3}}|\s*$)", text[:400].replace("Ƣ", "Ư")
    )
    if head is not None:
        words = head["org"].split()
        return " ".join(w if w in ("UBND", "HĐND") else w.capitalize() for w in words)
    body = regex.search(
        rf"(?<!\p{{L}}){kind} (?:\p{{Lu}}[\p{{L}}&-]*|và|tỉnh|thành phố|TP\.?)(?: "
        rf"(?:\p{{Lu}}[\p{{L}}&-]*|kê|thương|tỉnh|thành phố|và|TP\.?|hoạch|tư|tế))*",
        text,
    )
    return body.group().removesuffix(" và") if body is not None else None


def _evidence(text: str, doc: str, start: int, end: int, first: int, last: int) -> Evidence:
    return Evidence(doc, start, end, text[first:last], first, ("role.office",), 1.0)


def _in(text: str, doc: str, sentence: Span, hits: list[int]) -> list[Role]:
    found: list[Role] = []
    start, end = sentence.start, sentence.end
    named: set[int] = set()
    reached = start
    for rank in _ranks(text, start, end, hits):
        if rank.start() < reached:
            continue
        before = text[max(start, rank.start() - 80) : rank.start()].rstrip()
        who = _AHEAD.search(text, max(start, rank.start() - 80), rank.start()) if before.endswith(_LINKS) else None
        house = _HOUSE.match(text, rank.end(), end) if who is not None and not _unfit(text, start, who) else None
        if who is not None and house is not None and not _HELD_BY.search(house["org"]):
            named.add(who.start("person"))
            found.append(_role(who, rank["role"], house["org"], text, doc, sentence))
            reached = house.end()
            more = _MORE.match(text, house.end(), end)
            while more is not None and not _HELD_BY.search(more["org"]):
                found.append(_role(who, more["role"], more["org"], text, doc, sentence))
                reached = more.end()
                more = _MORE.match(text, more.end(), end)
            continue
        alone = (
            who is not None and house is None and not _unfit(text, start, who) and _ALONE.match(text, rank.end(), end)
        )
        if who is not None and alone and not rank["role"].isupper():
            named.add(who.start("person"))
            found.append(_role(who, rank["role"], "", text, doc, sentence))
            continue
        found.extend(_office(text, doc, sentence, rank, named))
    if "các " in text[start:end]:
        found.extend(_shared(text, doc, sentence))
    return found


def _ranks(text: str, start: int, end: int, hits: list[int]) -> Iterator[regex.Match[str]]:
    """The offices of a sentence, each with all its words ("Phó Tổng giám đốc thường trực")."""
    last = start
    for hit in hits:
        if hit < last:
            continue
        rank = _RANKED.search(text, max(last, hit - 22), end if end - hit < 140 else hit + 140)
        if rank is not None and rank.start() <= hit:
            last = rank.end()
            yield rank


def _unfit(text: str, start: int, who: regex.Match[str]) -> bool:
    return who["person"].casefold() in _PLACES or _cut(text, start, who.start("person"), who["person"])


def _shared(text: str, doc: str, sentence: Span) -> Iterator[Role]:
    for match in _SHARED.finditer(text, sentence.start, sentence.end):
        for person in _PERSON_ONLY.finditer(match["list"]):
            at = match.start("list") + person.start("person")
            evidence = _evidence(text, doc, at, at + len(person["person"]), sentence.start, sentence.end)
            yield Role(evidence, person["person"], _capital(match["role"]), match["org"].strip())


def _cut(text: str, start: int, at: int, person: str) -> bool:
    """Whether a name was cut out of a longer run of capitals ("sân bay Tân Sơn Nhất")."""
    before = _BEFORE.search(text[max(start, at - 14) : at])
    rare = _COMMONLY.match(person) is None
    return (
        before is not None and rare and before[1] not in ("Ông", "Bà", "Anh", "Chị", "Sĩ", "Sư", "Tướng", "Theo", "Có")
    )


def _office(text: str, doc: str, sentence: Span, rank: regex.Match[str], named: set[int]) -> Iterator[Role]:
    """The role told with the office first ("Giám đốc Sở Công Thương Nguyễn Văn A")."""
    if rank["role"].isupper():
        return  # a signature, read where it closes the document
    stop = _CLOSED.search(text, rank.end(), min(sentence.end, rank.end() + 130))
    limit = stop.start() if stop is not None else min(sentence.end, rank.end() + 130)
    for run in _RUN.finditer(text, rank.end(), limit):
        person = _split(run.group())
        if person is None:
            continue
        begin = run.start() + person[0]
        if begin not in named:
            org = _TITLED.sub("", text[rank.end() : begin].strip(" ,:\u00a0") + " ").strip(" ,:")
            yield from _held(text, doc, sentence, rank, org, begin, person[1])
        return


def _held(
    text: str, doc: str, sentence: Span, rank: regex.Match[str], org: str, start: int, name: str
) -> Iterator[Role]:
    """The role, if what stands between office and name is a house and no clause."""
    nested = list(_NESTED.finditer(org))
    title = rank["role"]
    if nested:  # "Thủ tướng Chính phủ, Chủ tịch Tập đoàn ... Trần Văn A": the office nearest to the name
        title, org = nested[-1]["role"], nested[-1]["org"].strip()
    if _VERB.search(org) or _NO_HOUSE.search(org) or org.endswith((" và", " của")):
        return
    if org and not _PLACED_ORG.match(org):
        return
    if not org and title.lower() in ("ủy viên", "uỷ viên", "trưởng đoàn", "trưởng phòng", "trưởng ban", "đội trưởng"):
        return
    if not org and "thủ tướng" in title.lower():
        org = "Chính phủ"
    evidence = _evidence(text, doc, start, start + len(name), sentence.start, sentence.end)
    yield Role(evidence, name.replace("\u00a0", " "), _capital(title), org or None)


def _split(run: str) -> tuple[int, str] | None:
    """Where a person's name begins in a run of capitals, and the name; None if the run names none."""
    words = run.replace("\u00a0", " ").split(" ")
    words = words[: next((i for i, w in enumerate(words) if i > 1 and w in _BEGINS), len(words))]
    run = run[: len(" ".join(words))]
    at = 0
    if words[0] in ("Ông", "Bà"):
        at = len(words.pop(0)) + 1
    for index, word in enumerate(words):
        rest = words[index:]
        if 2 <= len(rest) <= 4 and word in (_COMMON_NAMES if index else _ALL_NAMES) and not _a_place(rest):
            return at, run[at:]
        at += len(word) + 1
    return None


def _a_place(words: list[str]) -> bool:
    """Whether a run of capitals begins with a place that looks like a name."""
    return " ".join(words[:2]).casefold() in _PLACES or " ".join(words[:3]).casefold() in _PLACES


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]


def _role(who: regex.Match[str], title: str, house: str, text: str, doc: str, sentence: Span) -> Role:
    evidence = _evidence(text, doc, who.start("person"), who.end("person"), sentence.start, sentence.end)
    return Role(evidence, who["person"].replace("\u00a0", " "), _capital(title), house.strip(" ,-–") or None)
