"""Who holds which office: "Ông Trần Quang Tấn, Giám đốc Sở Công Thương", "Chủ tịch UBND tỉnh ... Nguyễn Văn A"."""

from __future__ import annotations

import regex

from kg.model import Evidence, Role
from kg.text.segment import Sentence

_SURNAMES = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Đoàn|Lâm|Mai|Trương|Hà|Cao|Đào|Phùng|Tô|Tạ|Thái|Chu|Châu|Quách|Lương|Lưu|Vương|Tăng|Triệu|Nông|Hứa|Kiều|Thạch|Khuất|Nghiêm|Bế|Giàng|Lò|Vàng|Quàng|Cầm|Đàm|La|Lại|Mạc|Ninh|Ôn|Phó|Tống|Từ|Văn|Vi|Viên|Âu|Ông|Điểu|Y|H'|Đồng|Thân|Khổng|Giáp|Hầu|Sùng|Ma|Mã|Bạch|Ka|K'|Rah|Siu|Kpă|Nay|Danh|Sơn|Tôn|Tiêu|Doãn|Đường|Ngọ|Ngụy|Nhữ|Thiều|Trà|Vừ|Xuân|Lục|Hạ|Hàn|Hoa|Liêu|Lữ|Thi|Uông|Yên|Đới|Chẩu|Bàn|Hàng|Cù|Cấn|Biện|Thẩm|Giang|Lã|Diệp|Phí"
_PERSON = rf"(?P<person>(?:{_SURNAMES})(?:[ \u00a0]\p{{Lu}}\p{{Ll}}*){{1,4}})"
_RANK = r"(?:Thứ trưởng|Bộ trưởng|Phó Thủ tướng Thường trực|Phó Thủ tướng|Thủ tướng|Phó Chủ tịch nước|Chủ tịch nước|Chủ tịch Quốc hội|Phó Chủ tịch Thường trực|Phó [Cc]hủ tịch [Tt]hường trực|Phó [Cc]hủ tịch|Quyền [Cc]hủ tịch|Q\. ?Chủ tịch|[Cc]hủ tịch|Phó Bí thư Thường trực|Phó [Bb]í thư|Bí thư|Phó Tổng [Gg]iám đốc|Tổng [Gg]iám đốc|[Qq]uyền [Gg]iám đốc|Phó [Gg]iám đốc phụ trách|Phó [Gg]iám đốc [Tt]hường trực|Phó [Gg]iám đốc|[Gg]iám đốc|Phó Cục trưởng|Phó Tổng cục trưởng|Tổng cục trưởng|Cục trưởng|Phó Vụ trưởng|Vụ trưởng|Phó Trưởng [Bb]an|Phó trưởng [Bb]an|Trưởng [Bb]an|Phó Trưởng phòng|Phó trưởng phòng|Trưởng phòng|Phó Trưởng đoàn|Trưởng đoàn|Phó Chi cục trưởng|Chi cục trưởng|Chánh [Vv]ăn phòng|Phó Chánh [Vv]ăn phòng|Phó Viện trưởng|Viện trưởng|Ủy viên Thường vụ|Ủy viên Ban [Tt]hường vụ|Ủy viên|Uỷ viên|Tổng [Tt]hư ký|Phó Chủ nhiệm|Chủ nhiệm|Đại sứ|Hiệu trưởng|Phó Hiệu trưởng|Kế toán trưởng|Chánh Thanh tra|Trưởng Ban|Đội trưởng|Trưởng Chi nhánh|Quản đốc|Người phát ngôn|Thống đốc|Phó Thống đốc|Tham tán [Tt]hương mại|Trưởng Đại diện)"
_RANKS = rf"(?P<role>{_RANK}(?:(?:, | kiêm | và ){_RANK})*(?: (?:phụ trách|thường trực|Thường trực|điều hành))?)"
_ORG = r"(?P<org>\p{Lu}[^,.;:()\"“”\n]*?)"
_END = r"(?=\s+(?:cho|đã|cũng|chia sẻ|khẳng định|nhấn mạnh|thông tin|nói|phát biểu|chủ trì|ký|trao|đề nghị|yêu cầu|cam kết|đánh giá|nhận định|báo cáo|phấn khởi|bày tỏ|thăm|tham dự|dự|là|tại|trong|về|vừa|lưu ý|ghi nhận|phân tích|lý giải|kiểm tra|trả lời|giới thiệu|làm|thay mặt|dẫn đầu|cùng|thì|và các|hôm|sáng|chiều|có|được|trình bày|khai|mong|hy vọng|tiếp|cảm ơn|thừa nhận|kể|nêu|chỉ đạo|đề xuất|tin|kỳ vọng|dự báo|tiết lộ|tặng|công bố|trao đổi|kiến nghị|nhìn nhận|kết luận|xác nhận|cảnh báo|khuyến|đến|thông báo|nhiệm kỳ)(?!\p{L})|\s*[,.;:()\"“”\n–-]|\s*$)"
_TITLE = r"(?:(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|TS|ThS|Tiến sĩ|Thạc sĩ|PGS\.?,? ?TS|GS\.?,? ?TS|GS|KTS|KS|[Kk]ỹ sư|Đ/c|đ/c|[Đđ]ại biểu)\.?:?\s+)?"
# "Ông X, Giám đốc Sở Công Thương", "X - Phó Giám đốc ...": the name first
_NAME_FIRST = regex.compile(rf"{_TITLE}{_PERSON}\s*(?:\([^)]*\)\s*)?[,\-–:]+\s*(?:nguyên là |hiện là |là |nguyên )?{_RANKS}\s+{_ORG}{_END}")
# "Giám đốc Sở Công Thương Nguyễn Văn A": the office first
_ROLE_FIRST = regex.compile(rf"{_RANKS}\s+(?P<org>\p{{Lu}}[^.;:()\"“”\n]*?)[,:]?\s+{_TITLE}{_PERSON}(?!\p{{L}})")
_MORE = regex.compile(rf"\s*,\s*{_RANKS}\s+{_ORG}{_END}")
# a signature: the office in capitals, the name below it
_SIGNED = regex.compile(rf"^[ \t]*(?:(?:TM|KT|Q|TL)\.[^\n]*\n\s*)?(?P<role>CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|PHÓ GIÁM ĐỐC|TRƯỞNG BAN|BÍ THƯ|PHÓ BÍ THƯ|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|PHÓ TRƯỞNG BAN)[ \t]*\n(?:\s*\([^)\n]*\)\s*\n)?\s*(?P<person>(?:{_SURNAMES})(?: \p{{Lu}}\p{{Ll}}*){{1,4}})[ \t]*$", regex.MULTILINE)


def read(text: str, doc: str, sentences: list[Sentence], issuer: str | None) -> list[Role]:
    """The roles that a document states, one for each person and office."""
    best: dict[tuple[str, str], Role] = {}
    for sentence in sentences:
        for role in _in(text, doc, sentence):
            key = (role.person.casefold(), role.role.casefold())
            if key not in best or (best[key].org is None and role.org):
                best[key] = role
    for match in _SIGNED.finditer(text):
        office = match["role"].capitalize()
        evidence = _evidence(text, doc, match.start("person"), match.end("person"), match.start("person"), match.end("person"))
        best.setdefault((match["person"].casefold(), office.casefold()), Role(evidence, match["person"], office, issuer))
    return sorted(best.values(), key=lambda r: (r.evidence.start, r.role))


def _evidence(text: str, doc: str, start: int, end: int, first: int, last: int) -> Evidence:
    return Evidence(doc, start, end, text[first:last], first, ("role.office",), 1.0)


def _in(text: str, doc: str, sentence: Sentence) -> list[Role]:
    found: list[Role] = []
    start, end = sentence.start, sentence.end
    if not _HINT.search(text, start, end):
        return found
    named: set[int] = set()
    for match in _NAME_FIRST.finditer(text, start, end):
        named.add(match.start("person"))
        found.append(_role(match, match, text, doc, sentence))
        more = _MORE.match(text, match.end(), end)
        while more is not None:
            found.append(_role(match, more, text, doc, sentence))
            more = _MORE.match(text, more.end(), end)
    for match in _ROLE_FIRST.finditer(text, start, end):
        if match.start("person") in named or regex.search(rf"\b(?:{_SURNAMES})(?: \p{{Lu}}\p{{Ll}}+){{2,3}}(?:,| )|,.*,|\b[Ôô]ng |\b[Bb]à ", match["org"]):
            continue
        nested = list(_NESTED.finditer(match["org"]))
        if nested:  # "Thủ tướng Chính phủ, Chủ tịch Tập đoàn ... Trần Văn A": the office nearest to the name
            found.append(_role(match, nested[-1], text, doc, sentence))
            continue
        found.append(_role(match, match, text, doc, sentence))
    for match in _SHARED.finditer(text, start, end):
        for person in _PERSON_ONLY.finditer(match["list"]):
            at = match.start("list") + person.start("person")
            evidence = _evidence(text, doc, at, at + len(person["person"]), sentence.start, sentence.end)
            found.append(Role(evidence, person["person"], match["role"][:1].upper() + match["role"][1:], match["org"].strip()))
    return found


_NESTED = regex.compile(rf"(?:, |,| và ){_RANKS}\s+(?P<org>\p{{Lu}}[^,]*)$")
_PERSON_ONLY = regex.compile(_PERSON)
# "các đồng chí Phó Bí thư Tỉnh ủy: Nguyễn Văn A – Chủ tịch UBND tỉnh; Lê Văn B, Trần Văn C cùng ..."
_SHARED = regex.compile(rf"(?:các (?:đồng chí|ông|bà)|các đ/c)\s+{_RANKS}\s+(?P<org>\p{{Lu}}[^:;,.]*?):\s*(?P<list>(?:(?:{_SURNAMES})(?: \p{{Lu}}\p{{Ll}}*){{1,4}}(?:\s*[–-]\s*[^;,.]*)?[;,]?\s*(?:và\s+)?)+)")
_HINT = regex.compile(r"[Gg]iám đốc|[Cc]hủ tịch|[Bb]í thư|[Tt]rưởng|[Tt]hủ tướng|[Cc]hánh|[ỦU][yỷ] viên|Chủ nhiệm|Thống đốc|Đại sứ|ham tán|hư ký")


def _role(who: regex.Match[str], what: regex.Match[str], text: str, doc: str, sentence: Sentence) -> Role:
    evidence = _evidence(text, doc, who.start("person"), who.end("person"), sentence.start, sentence.end)
    org = what["org"].strip(" ,-–")
    title = what["role"]
    return Role(evidence, who["person"].replace("\u00a0", " "), title[:1].upper() + title[1:], org or None)
