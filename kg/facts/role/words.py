"""The words of offices and of names, as patterns: ranks, surnames, titles of persons, places that end a house."""

from __future__ import annotations

import regex

from kg.mentions.surnames import COMMON

# "Sở Công Thương Bà Rịa Vũng Tàu", "Khu du lịch Bà Nà Hills": places whose names begin like the title of a lady
LADY = "Bà(?! (?:Rịa|Nà|Đen|Chiểu|Điểm|Quẹo|Hom))"
FOREIGN = "Choi|Park|Lee|Jung|Jeong|Yoon|Kang|Hwang|Tanaka|Suzuki|Sato|Yamamoto|Watanabe"
SURNAMES = (
    COMMON + "|Lâm|Hà|Cao|Tô|Tạ|Thái|Chu|Châu|Quách|Lưu|Vương|Tăng|Triệu|Nông|Hứa|Kiều|Thạch|Khuất|Nghiêm|Bế"
    "|Giàng|Lò|Vàng|Quàng"
    "|Cầm|Đàm|La|Lại|Mạc|Ninh|Ôn|Phó|Tống|Từ|Văn|Vi|Viên|Âu|Điểu|Y|A|H'|Đồng|Thân|Khổng|Giáp|Hầu|Sùng"
    "|Ma|Mã|Bạch|Ka|K'|Rah|Siu"
    "|Kpă|Nay|Danh|Sơn|Tôn|Tiêu|Doãn|Đường|Ngọ|Ngụy|Nhữ|Thiều|Trà|Vừ|Xuân|Lục|Hạ|Hàn|Hoa|Liêu|Lữ|Thi"
    "|Uông|Yên|Đới|Chẩu|Bàn|Hàng|Cù"
    "|Cấn|Biện|Thẩm|Giang|Lã|Diệp|Phí|Tòng|Mùa|Hờ|Thào|Sầm|Mông|Lộc|Hoàn|Chử|Ung|Kha|Đái|Chế|Rơ|Ksor|Alăng|Bling|Hồng"
    f"|Đậu|Tưởng|{FOREIGN}"
    "|Tất|Luyện|Ngạc|Mầu|Thiệu|Mẫn|Tập|Vu|Lầu|Hạng|Tráng|Lù|Lường"
)
GIVEN = r"\p{Lu}[\p{Ll}'’]*"
# Titles before a person's name; behind one of them any name is a person's, of whatever country.
_TITLES = (
    r"[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|TS|ThS|Th\.S|Tiến sĩ|Thạc sĩ|PGS|PGS\.?,? ?TS|GS\.?,? ?TS|GS|TSKH|GS\.TSKH|KTS|LS"
    r"|KS|[Kk]ỹ sư|[Ll]uật sư|[Đđ]ồng chí|Đ/c|đ/c|[Đđ]ại biểu|[Đđ]ại tá|[Tt]hượng tá|[Tt]rung tá|[Tt]hiếu tướng"
    r"|[Tt]rung tướng|[Tt]hượng tướng|[Đđ]ại tướng|BS|[Bb]ác sĩ|[Cc]huyên gia"
)
TITLE = rf"(?:(?:{_TITLES})\.?:?\s+)?"
_CALLED = rf"(?<=(?<!\p{{L}})(?:{_TITLES})\.?:?\s)"
_ANY = rf"(?!(?:{_TITLES})[. ])\p{{Lu}}[\p{{L}}'’.]*(?:-\p{{L}}[\p{{L}}'’]*)*"
_UPPER = rf"(?:{COMMON.upper()})(?:[ \u00a0]\p{{Lu}}+){{1,4}}(?!\p{{L}})"
PERSON = rf"(?P<person>(?:{SURNAMES})(?:[ \u00a0]{GIVEN}){{1,4}}|{_UPPER}|{_CALLED}{_ANY}(?:[ \u00a0]{_ANY}){{1,4}})"
UPPER = _UPPER
ANYBODY = rf"{_ANY}(?: {_ANY}){{1,3}}"

_HEADS = (
    r"bộ trưởng|thủ tướng|chủ tịch nước|chủ tịch|bí thư|tổng giám đốc|giám đốc|cục trưởng|tổng cục trưởng|vụ trưởng"
    r"|trưởng ban|trưởng phòng|trưởng đoàn|trưởng thương vụ|chi cục trưởng|chánh văn phòng|viện trưởng|chủ nhiệm"
    r"|hiệu trưởng"
    r"|chánh thanh tra|chánh án|trưởng chi nhánh|trưởng đại diện|trưởng công an|trưởng khoa|trưởng bộ môn"
    r"|trưởng bộ phận|hạt trưởng|trưởng trạm|trưởng cơ quan đại diện|tgđ|gđ|tổng thư ký|tổng kiểm toán|thống đốc"
    r"|tổng lãnh sự|tổng thanh tra|tổng biên tập|tư lệnh"
)
RANK = (
    rf"(?:(?:quyền |q\. ?)?(?:{_HEADS}|đội trưởng|tổ trưởng)"
    r"|phó (?:thủ tướng(?: thường trực)?+|chủ tịch nước|chủ tịch(?: thường trực)?+|bí thư(?: thường "
    rf"trực)?+|tổng giám đốc(?: thường trực)?+|giám đốc(?: phụ trách| thường trực)?+|{_HEADS})"
    r"|(?:vụ|cục|viện|chi cục|ban|hạt) phó|phó đoàn|phó phòng|tổng thống|ceo|cfo|pgđ|ptgđ|pct"
    r"|thứ trưởng|ủy viên thường vụ|ủy viên ban thường vụ|ủy viên|uỷ viên|đại sứ|kế toán trưởng|quản "
    r"đốc|người phát ngôn|tham tán thương mại|tổng bí thư|đại biểu(?= quốc hội| hđnd| hội đồng nhân dân))"
)
RANKS = (
    rf"(?P<role>(?<!\p{{L}})(?i:(?:nguyên |cựu )?{RANK}(?:(?:, (?:kiêm )?|,? kiêm | và | [-–] ){RANK})*"
    r"(?: (?:phụ trách|thường trực|điều hành))?)(?!\p{L}))"
)
PLACED = (
    r"(?:\p{Lu}|đại biểu Quốc hội|(?:tỉnh|thành phố|huyện|xã|phường|thị xã|quận|thị trấn"
    r"|(?<!văn )phòng|(?<!cơ )(?<!trụ )sở|ban)\s+\p{Lu}"
    r"|(?:công ty|tập đoàn|hãng|ngân hàng|hiệp hội|quỹ|tổ chức|viện|trung tâm)(?:\s\p{Ll}+){0,3}\s+\p{Lu})"
)
ORG = rf"(?P<org>{PLACED}(?:[^,.;:()\"“”\n]|(?<=T[Pp])\.(?=\p{{Lu}})|(?<=\bT)\.(?=Ư)){{0,90}}?)"
VERBS = (
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
    "|với|từ|theo|tổ chức|đứng|trực tiếp|chịu|hiện|nay|như|mà|nên|do|vẫn|hoan nghênh|lập luận|còn|tham quan"
)
END = (
    rf"(?=\s+(?:{VERBS})(?!\p{{L}})|\s*[,;:()\"“”\n]|\s*(?!(?<=T[Pp])\.\p{{Lu}}|(?<=\bT)\.Ư)\.(?!\p{{Lu}}{{2}})|\s+[–-]\s+(?=\p{{Ll}})"
    rf"|\s+(?:và|cùng)\s+(?:ông |bà )?(?:{COMMON})\s+\p{{Lu}}|\s*$)"
)
VERB = regex.compile(rf"(?<!\p{{L}})(?:{VERBS})(?!\p{{L}})")
# Places that begin like a person's name.
PLACES = frozenset(
    "đào nha|hà nội|hà nam|hà giang|hà tĩnh|thái bình|thái nguyên|cao bằng|lâm đồng|đồng nai|đồng "
    "tháp|ninh bình|ninh thuận|yên bái|sơn la|hồ chí minh|trà vinh|hàn quốc|thái lan|ninh kiều|hà "
    "đông|yên phong|đồng hới|đồng xoài|tô hiệu|lý sơn|tân sơn|hoàng mai|hoàng sa|trường sa|hà tiên"
    "|ninh giang|lương sơn|cao lãnh|từ liêm|thạch thất|vũ thư|mai châu|mai sơn|la gi|hồng bàng|hồng "
    "ngự|hoàn kiếm|giang thành|châu thành|châu đốc|đông anh|thi sách|hồng kông|ma cao|ma rốc|hoa kỳ"
    "|hoa lư|hoa sen|hòa phát|văn lang|văn giang|văn lâm|thái thụy|hà quảng|hạ long|hàm tân|lạng sơn"
    "|lầu năm góc|châu âu|châu á|châu phi|châu đại|châu mỹ|châu úc|triệu phong".split("|")
)
# Countries and provinces that stand before a name and are none of it ("Đại sứ Pháp A B", "UBND tỉnh Bắc Giang C D").
COUNTRIES = (
    "Mỹ|Hoa Kỳ|Nga|Pháp|Đức|Anh|Nhật Bản|Nhật|Hàn Quốc|Trung Quốc|Ấn Độ|Lào|Campuchia|Thái Lan|Singapore|Malaysia"
    "|Indonesia|Philippines|Australia|Úc|Canada|Italia|Ý|Tây Ban Nha|Bồ Đào Nha|Hà Lan|Bỉ|Thụy Sĩ|Thụy Điển|Na Uy"
    "|Phần Lan|Đan Mạch|Ba Lan|Hungary|Séc|Ukraine|Belarus|Kazakhstan|Thổ Nhĩ Kỳ|Israel|Iran|Cuba|Brazil|Mexico|Chile"
    "|Argentina|New Zealand|Myanmar|Brunei|Việt Nam|EU|Fed|ECB|WB|IMF|ADB"
)
COUNTRY = regex.compile(rf"(?:{COUNTRIES})(?= \p{{Lu}})")
