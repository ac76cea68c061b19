"""Where the name that a head noun opens ends, and whether it holds a proper name."""

from __future__ import annotations

import regex

from kg.mentions.heads import HEAD, EntityType

# Words at which a name ends although nothing closes it.
_STOPS = frozenset(
    "ấy mua có với tại là đạt được do của trên ở đã đang sẽ cho khi để theo sau trước từ đến về vào ra gồm "
    "cũng hiện nay này đó nói như nhằm mà thì bị nên vẫn chỉ mới vừa "
    "làm nâng tăng thêm giảm ký hoàn bằng còn không hay đi phải nhận chiếm thuê cùng giữa vốn tổng diện "
    "quy rộng phát trong thuộc qua bắt khởi hoạt triển trị cấp mức lên xuống "
    "đưa tiếp mỗi một hai ba bốn năm các những nhiều phía bên dưới cần giao nằm góp thực đặt gặp gần "
    "hơn khoảng nhưng trừ lấp thu cs mong chạy dọc trình đề đầu thiếu chưa khác tương kém treo "
    "doanh xin chính cam chuyên đổ rót chi vì bởi tuy song nhờ ông bà hỗ hứa tổ hết đều bao chủ ngoài đạt kể "
    "dài khó dừng chờ ngốn lắp nhập sử nào".split()
)
# Pairs whose first word would end a name if it stood alone.
_COMPOUNDS = regex.compile(
    r"(?:phát (?:triển|điện|thải)|cao cấp|đầu tư|liên doanh|quy hoạch|thu (?:phát|hồi|mua)|chi nhánh|chính xác"
    r"|doanh nghiệp"
    r"|kinh doanh|thực (?:phẩm|vật)|tổng hợp|tổ hợp|hai thành viên|một thành viên|trong nước|phía "
    r"(?:nam|bắc|đông|tây)|"
    r"trên bờ|ngoài khơi|năng lượng|ra đa|theo công nghệ|cấp (?:nước|thoát|điện)|hoạt (?:hình|tính)"
    r"|(?:xây dựng|thương mại|dịch vụ|sản xuất|du lịch)(?= (?:[-–&] \p{Lu}|và [\p{L}]))|làm (?:mát|sạch)|từ tính"
    r"|bằng gỗ|bên bờ|chuyên dụng|trình diễn|nâng (?:cấp|hạ)|mới|tài chính"
    r"|hành chính|sinh hoạt|nút giao|giao (?:thông|dịch|nhận)|công (?:nghiệp hỗ trợ|trình)|an toàn|chính trị|bao gói"
    r"|tổ hợp|nhà ở|chi tiết|cho thuê|bao bì|chủ nghĩa|hoàn chỉnh|nhận dạng|hàng không|không (?:gian|khí|dây"
    r"|nung)|hay thế|lắp (?:ráp|máy|đặt|ghép)|thiết bị|nhập (?:khẩu|ngoại)|lịch sử|đầu (?:máy|mối|kéo|cuối))(?!\p{L})",
    regex.IGNORECASE,
)
_TOKEN = regex.compile(r"[\p{L}\d]+(?:[.&/+'’][\p{L}\d]+)*|[-–—]|[,()\"“”'’]|\S")
_PLACES = frozenset(("TP", "TX", "TT", "Tp", "Tx", "H", "X", "P", "Q"))
_CONNECT = frozenset("và - – — &".split())
_LEGAL = frozenset(
    "tnhh cp cổ phần mtv một thành viên hai tư nhân nhà nước trách nhiệm hữu hạn liên doanh tập đoàn "
    "sx tm dv xd sản xuất xây dựng thương mại dịch vụ đầu tư và phát triển xuất nhập khẩu kinh doanh".split()
)
# Capitals of the legal form alone name nobody ("Công ty Cổ phần", "tổng công ty Nhà nước").
_FORM = frozenset("tnhh cp cổ mtv nhà tập tư trách một liên".split())
# Trades that a firm is named by: no proper name yet, and more of them may follow in small letters
# ("Công ty TNHH MTV Thiết kế và tư vấn công trình", "Công ty CP Khoa học kỹ thuật nông nghiệp Hoa Sen").
_TRADE = regex.compile(
    r"(?:Thiết kế|Khoa học|Tư vấn|Xây dựng|Đầu tư|Thương mại|Sản xuất|Phát triển|Kinh doanh|Dịch vụ|Quản lý|Cơ khí"
    r"|Công nghệ|Kỹ thuật|Xuất nhập khẩu|Vận tải|Giao nhận|Chế biến|Năng lượng|Liên doanh)(?!\p{L})"
)
_TRADES = frozenset(
    "khoa học kỹ thuật công nghệ năng lượng xây dựng thương mại sản xuất thiết kế tư vấn công trình giao thông hạ tầng "
    "dịch vụ vận tải xuất nhập khẩu nông lâm nghiệp thủy sản hải hàng không dân dụng thủy lợi cơ khí chế biến "
    "thực phẩm điện tử vật liệu cầu đường môi trường dầu khí du lịch quốc tế kinh doanh phát triển đầu tư "
    "đô thị".split()
)
# A verb and the thing it is done to: the name of the doer has ended.
_DOES = regex.compile(
    r"(?:đầu tư|xây dựng|sản xuất|triển khai|kinh doanh|khởi công|mở rộng|vận hành|quản lý|phát triển"
    r"|làm)(?: (?:xây dựng|và|kinh doanh|hạ tầng))* (?:[Nn]hà máy|[Dd]ự án|[Kk]hu|KCN|CCN|[Cc]ụm|tại"
    r"|chủ|thành công|hạ tầng)(?!\p{L})"
)
_ENDS = regex.compile(
    r"(?:công suất|quy mô|diện tích|chiều dài|động thổ|khánh thành|tổ chức|tính (?:đến|từ|chung|riêng)|phối hợp"
    r"|công bố|cho biết|cung cấp|cung ứng|cổ phần hóa|mở rộng sản xuất|giải quyết|tạo việc|giá trị|thời hạn"
    r"|tiến độ|(?:sản xuất|lắp đặt)(?: được| ra| thêm)? \d|mục "
    r"tiêu|sản lượng|lao động|dự kiến|đăng ký|tọa lạc|đáp ứng|ước|dự ước|uth"
    r"|điều chỉnh|nhà đầu tư|chủ đầu tư|hạ tầng \d"
    r"|giai đoạn (?:\p{L}{4}|\d{4})|\d+ (?:lao động|người|dự án|doanh|giai đoạn|tổ máy))(?!\p{L})",
    regex.IGNORECASE,
)
_PHASE = regex.compile(r"\((?:GĐ|giai đoạn|Giai đoạn|GD|mở rộng|g/đ)[^)]{0,24}\)")
_LAST = regex.compile(r"\d{1,3}(?=\s*[,.;:()]|\s+(?:làm|là|đầu|và|có|đã|sẽ|thi|xây)(?!\p{L}))")
_VOLTAGE = regex.compile(r"\d{2,3}(?:/\d{2,3})? ?k[Vv](?: mạch \d)?(?![\p{L}])")
_MEASURED = regex.compile(
    r"\d{1,2}\s+tháng|\d{1,3}(?:[.,]\d+)+|\d+\s*(?:%|MW|ha|tỷ|tỉ|triệu|tấn|dự án|doanh|m2|m3|km|kV)"
)
# "Công ty CP Đầu tư, xây dựng và thương mại A": what a firm does, listed within its name
_OF_TRADES = regex.compile(
    r" (?:[Xx]ây dựng|[Tt]hương mại|[Dd]ịch vụ|[Ss]ản xuất|[Tt]ư vấn|[Pp]hát triển|[Kk]inh doanh"
    r"|[Dd]u lịch)(?: \p{L}+){0,2}"
    r" (?:và|&) (?:(?:[Xx]ây dựng|[Tt]hương mại|[Dd]ịch vụ|[Ss]ản xuất|[Tt]ư vấn|[Pp]hát triển|[Dd]u lịch)) \p{Lu}"
)
_OF_WORKS = regex.compile(
    r" (?:nâng cấp|mở rộng|cải tạo|kinh doanh|chế biến|xây dựng|lắp đặt|xử lý|lắp ráp)(?!\p{L}) (?!nhà|dự)\p{L}"
)
_ORDINAL = regex.compile(r"thứ (?:nhất|hai|ba|tư|\d{1,2})(?![\d.,/%\p{L}])")
_NUMBER = regex.compile(r" (?:\d{1,2}|I{1,3}|IV|V)(?![\d/%\p{L}]|[.,]\d|\s+(?:ha|tỷ|MW|triệu|dự))")
_NUMBERED_ZONE = regex.compile(r" số \d{1,2}(?![\d.,/%]|\s+(?:ha|dự|tỷ))(?: \p{Lu}\p{Ll}+){0,3}")
_STEP = regex.compile(r" \d{1,2}(?![\d.,/%])")
_CAPITAL_WITHIN = {n: regex.compile(rf"(?:\s+(?P<low>\p{{Ll}}+)){{0,{n}}}\s+\p{{Lu}}") for n in (2, 3)}
_LISTED = regex.compile(
    r"\s*(\p{Ll}+)(?:\s+\p{Ll}+){0,3}\s*(?:và|,|tại\s|với\s|của\s|công suất)"
    r"|\s(giết mổ|chế biến|sơ chế|lắp ráp|bảo quản|đóng gói|xay xát|kéo sợi|nhuộm|sấy|cán)(?:\s+\p{Ll}+){0,3}\s+\p{Lu}"
)


def extend(text: str, at: int, end: int, kind: EntityType) -> tuple[int, bool]:
    """Where the name that opens before ``at`` ends, and whether it holds a proper name."""
    stop, proper, small, capitals, compound, traded = at, False, 0, 0, at, False
    numbered = _NUMBERED_ZONE.match(text, at, end) if kind == "zone" else None
    if numbered is not None:
        return numbered.end(), True
    for token in _TOKEN.finditer(text, at, min(end, at + 200)):
        word, begin = token.group(), token.start()
        low = word.lower()
        if not word[0].isalnum():
            verdict = _punctuation(text, token, kind, end)
            if verdict > 0:
                return verdict, proper or traded
            if verdict < 0:
                break
            continue
        if begin < compound:  # the second word of a pair
            stop = token.end() if word[0].isupper() or stop == token.start() - 1 else stop
            continue
        pair = _COMPOUNDS.match(text, begin, end)
        if pair is not None:
            compound = pair.end()
        if _stops(text, token, kind, proper, small, capitals, pair is not None):
            if kind == "zone" and low == "mở" and text.startswith("mở rộng", begin):
                stop = begin + 7
            break
        if word in _PLACES and proper:
            break  # "KCN Châu Sơn - TP. Phủ Lý"
        if pair is not None and low == "phía" and kind == "zone":
            compound = stop = pair.end()  # "KCN phía Nam"
            proper = True
            continue
        if low in _CONNECT:
            if HEAD.match(text, token.end() + 1, end) and not (traded and not proper):
                break  # but "Công ty Phát triển đô thị và khu công nghiệp A"
            if kind == "project" and stop == at:
                break  # "nhờ lọc hóa dầu và Vĩnh Phúc"
            continue
        if word[0].isupper() or word[0].isdigit():
            voltage = _VOLTAGE.match(text, begin, end) if word[0].isdigit() and kind == "project" else None
            if voltage is not None:  # "Trạm biến áp 110 kV Khoái Châu", "đường dây 500 kV mạch 3"
                compound = stop = voltage.end()
                proper, small, capitals = True, 0, capitals + 1
                continue
            if word[0].isdigit() and text.endswith(("tỉnh ", "lộ "), 0, begin) and not _MEASURED.match(text, begin):
                proper = True  # "Đường tỉnh 376"
            if word[0].isdigit() and kind == "enterprise" and not proper and small > 2 and _LAST.match(text, begin):
                return token.end(), True  # "Công ty xây dựng đường thủy 9"
            if word[0].isdigit() and (not proper or _MEASURED.match(text, begin)):
                break
            capitals += 1
            trade = _TRADE.match(text, begin, end) if kind == "enterprise" and not proper else None
            if trade is not None:
                compound = stop = trade.end()
                traded, small = True, 0
                continue
            proper = proper or (word[0].isupper() and (low not in _FORM or kind != "enterprise"))
            small, stop = 0, token.end()
            continue
        ordinal = _ORDINAL.match(text, begin, end) if low == "thứ" and kind == "project" else None
        if ordinal is not None:  # "nhà máy giấy thứ hai"
            compound = stop = ordinal.end()
            continue
        number = _NUMBER.match(text, token.end(), end) if low == "số" and kind == "project" else None
        if number is not None:  # "Nhà máy điện gió số 5 - Thạnh Hải 1"
            compound = stop = number.end()
            proper = True
            continue
        step = _STEP.match(text, token.end(), end) if low == "bậc" and proper else None
        if step is not None:  # "Thủy điện Bảo Nhai bậc 2"
            compound = stop = step.end()
            continue
        small += 1
        if (
            traded
            and not proper
            and low not in _TRADES
            and not _capital_follows(text, max(token.end(), compound), end, 3)
        ):
            break
        if not _holds(
            text,
            max(token.end(), compound) if kind == "enterprise" else token.end(),
            end,
            kind,
            low,
            proper,
            small,
            capitals,
        ):
            break
        stop = token.end()
    return stop, proper or traded


_NEXT_FIELD = regex.compile(
    r" (?:huyện|thị xã|thành phố|tỉnh|quận|xã|phường|thị trấn|vốn|tổng vốn|công suất|diện tích|quy mô|từ|vận hành"
    r"|dự kiến|khởi công|hoàn thành|đang|đã|chưa)(?!\p{L})"
)


def _punctuation(text: str, token: regex.Match[str], kind: EntityType, end: int) -> int:
    """What a mark means inside a name: 0 it goes on, -1 it has ended before, else where it ends."""
    mark = token.group()
    if mark in "-–—" and text[token.start() - 1].isspace() and _NEXT_FIELD.match(text, token.end(), end):
        return -1  # "Công ty A – huyện B – vốn 900 tỷ đồng"
    if mark in "-–—&":
        head = HEAD.match(text, token.end() + 1, end)
        return -1 if head is not None and text[token.start() - 1].isspace() else 0
    if mark == "(":
        phase = _PHASE.match(text, token.start(), end)
        return phase.end() if phase else -1
    if mark in "\"“”'’" and kind == "enterprise":
        return 0
    if mark == "," and kind == "enterprise" and _OF_TRADES.match(text, token.end(), end):
        return 0
    if mark == "," and kind == "project" and _OF_WORKS.match(text, token.end(), end):
        return 0  # "Dự án cải tạo, nâng cấp đường tỉnh 376"
    if mark == "," and kind == "project" and _lists(text, token.end(), end):
        return 0
    return -1


def _stops(
    text: str, token: regex.Match[str], kind: EntityType, proper: bool, small: int, capitals: int, pair: bool
) -> bool:
    """Whether a name ends before a word."""
    word, begin = token.group(), token.start()
    low = word.lower()
    if low in _CONNECT:
        return False
    if word[0].isupper() and not (word.isupper() and len(word) > 1):
        return bool(proper and _ENDS.match(text, begin))
    if _ENDS.match(text, begin):
        return True
    if (
        kind == "enterprise"
        and word[0].islower()
        and not text.endswith("Đầu tư và ", 0, begin)
        and _DOES.match(text, begin)
    ):
        return True
    if low == "mở":
        return kind == "zone" or (kind == "project" and small > 3) or (kind == "enterprise" and proper)
    if low in _STOPS and not pair:
        return not (low in ("thành", "một", "hai", "mới") and kind == "enterprise" and not proper)
    if low == "đầu" and kind == "project" and proper and capitals > 1:
        return True
    return low in ("tỉnh", "huyện", "xã", "thị", "thành") and word[0].islower() and kind != "enterprise" and proper


def _holds(text: str, at: int, end: int, kind: EntityType, low: str, proper: bool, small: int, capitals: int) -> bool:
    """Whether a name goes on with a word in small letters."""
    if kind == "zone":
        return low in ("mở", "rộng", "giai", "đoạn") and proper
    if kind == "enterprise":
        if not proper:
            return small <= (12 if low in _LEGAL else 8)
        return _capital_follows(text, at, end, 3 if capitals < 3 else 2)
    if capitals <= 1 and proper:
        return small <= 5
    return small <= 9 if not proper else _capital_follows(text, at, end, 2)


def _capital_follows(text: str, at: int, end: int, within: int) -> bool:
    ahead = _CAPITAL_WITHIN[within].match(text, at, end)
    return (
        ahead is not None
        and not _STOPS.intersection(ahead.captures("low"))
        and not HEAD.match(text, ahead.end() - 1, end)
    )


def _lists(text: str, at: int, end: int) -> bool:
    """Whether a comma inside a description goes on with it ("tôn mạ kẽm, tôn mạ màu và ống thép")."""
    ahead = _LISTED.match(text, at, end)
    return ahead is not None and (ahead[1] or ahead[2]) not in _STOPS and not _ENDS.match(ahead.group().strip())
