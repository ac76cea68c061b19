"""The head nouns with which names of projects, zones and enterprises begin."""

from __future__ import annotations

from typing import Literal

import regex

EntityType = Literal["project", "zone", "enterprise"]

HEADS: tuple[tuple[EntityType, str], ...] = (
    ("enterprise", r"(?:Tổng công ty|Tổng Công ty|tổng công ty|TCT|Công ty|công ty|Cty|CTY|CTCP|Tập đoàn|tập đoàn"
        r"|Doanh nghiệp tư nhân|doanh nghiệp tư nhân|DNTN|Hợp tác xã|hợp tác xã|HTX|[Ll]iên danh"
        r"|[Ll]iên doanh(?= (?:đầu tư |giữa )?\p{Lu})|Xí nghiệp"
        r"|xí nghiệp|XN)"),
    ("zone", r"(?:[Kk]hu [Cc]ông nghiệp|[Cc]ụm [Cc]ông nghiệp|[Kk]hu [Kk]inh tế|[Kk]hu chế xuất|[Kk]hu công "
        r"nghệ cao|[Cc]ụm CN|[Kk]hu CN|KCN|CCN|KKTCK|KKT|KCX|KCNC)(?: (?:cửa khẩu|ven biển|đô thị|dịch vụ"
        r"|sinh thái|mở(?= \p{Lu})|làng nghề|hỗ trợ|tập trung|Dệt may|dệt may))*(?: \((?:KCN|CCN|KKT"
        r"|KCX)\)(?= \p{Lu}))?"),
    ("project", r"(?:[Dd]ự án|DA)(?:(?: (?:đầu tư|xây dựng|mở rộng|thành phần|nâng cấp|cải tạo|và|kinh doanh|sản "
        r"xuất|phát triển|khu|kết cấu|hạ tầng|kỹ thuật))* (?:[Nn]hà máy|[Tt]hủy điện|[Đđ]iện gió|[Nn]hiệt "
        r"điện|[Đđ]iện mặt trời|[Tt]ổ hợp|[Kk]hu(?: công nghiệp| đô thị| liên hợp)?|KCN|CCN|[Cc]ụm công "
        r"nghiệp|KĐT))?"),
    ("project", r"(?:[Nn]hà máy|[Tt]ổ hợp(?! \p{Lu}[\p{L}&]* [-–] )"
        r"|(?<!nhà )[Xx]ưởng(?= (?:sản|chế|bao|may|gỗ|ván|giấy|chè|mộc|gạch|luyện|tuyển|nghiền|sửa|đóng|vệ tinh"
        r"|dệt|giày|cơ khí|lắp|nhựa|in|sợi|đúc|hàn|thêu|đế|linh kiện|phụ tùng|ép|xẻ|cán|mạ|sơn|sấy|xay|\p{Lu}\p{Ll}))"
        r"|[Kk]hu liên h[iợ]ệ?p|Khu phức hợp"
        r"|[Kk]hu (?:trung chuyển|kho bãi|nuôi|sản xuất|phi thuế quan|dịch vụ hậu cần|nhà ở)"
        r"|[Kk]hu (?:nông nghiệp|lâm nghiệp|chăn nuôi|neo đậu|xử lý|bến cảng|tái định cư|logistics)"
        r"|Trung tâm [đĐ]iện (?:lực|khí)"
        r"|[Tt]rung tâm (?:logistics|chế biến|sản xuất|sơ chế|phân phối|giống)|[Tt]rạm (?:biến áp|cắt|nghiền|trộn)"
        r"|[Tt]rạm(?= \d+ ?[kK][vV](?!\p{L}))|TBA"
        r"|Cảng hàng không(?: quốc tế)?|[Ss]ân bay"
        r"|Cảng(?! vụ)|cảng|[Kk]ho cảng|[Bb]ến cảng|[Dd]ây chuyền|Phân xưởng|Mỏ|Lò|[Tt]rang trại|Trại(?: "
        r"giống)?|Khu du lịch|Khu nghỉ dưỡng|Khu đô thị|Tuyến cao tốc|[Cc]ao tốc|Cầu|[Đđ]ường dây|Hồ chứa|NM"
        r"|NMTĐ|NMNĐ|NMĐG|NMĐMT|NMNL|TTĐL|Nông trường|[Ll]ọc hóa dầu|[Ll]ọc dầu|[Nn]hà ga|[Đđ]ường băng"
        r"|[Đđ]ường cất hạ cánh"
        r"|[Tt]rung tâm thương mại|TTTM|[Ss]iêu thị|[Kk]ho (?:xăng dầu|lạnh|ngoại quan|logistics"
        r"|chứa(?= (?!hàng)|[,;.]))|[Tt]ổng kho|[Cc]hợ đầu mối"
        r"|[Tt]rạm xử lý nước thải(?: tập trung)?|[Tt]rạm bơm"
        r"|Đường (?:cao tốc|tỉnh(?= \d)|vành đai|ven biển)|[Tt]uyến đường(?: (?:bộ|ven biển|cao tốc|tỉnh|vành đai))?"
        r"|Đường (?:nối|kết nối|tránh|gom|dẫn|vào|liên (?:xã|huyện|tỉnh|vùng))"
        r"|[Hh]ầm(?= \p{Lu})|Đê biển"
        r"|(?<=[.,;:(+-] |^|\n|(?:dự án|công trình|xây|xây dựng|khánh thành|thông xe|hợp long|khởi công|đầu tư"
        r"|làm|gồm) )cầu"
        r"(?= \p{Lu})|cầu(?=(?: \p{Lu}\p{Ll}+)+(?: \d)? dài \d)|[Cc]ầu vượt|[Hh]ầm chui|[Ss]ân golf|[Kk]ho ngầm)"),
    ("project", r"(?:[Tt]hủy điện|[Tt]huỷ điện|[Nn]hiệt điện|[Đđ]iện gió|[Đđ]iện mặt trời|[Đđ]iện sinh khối"
        r"|[Đđ]iện rác|[Pp]hong điện|TĐ|LNG|ĐMT|Điện khí)"),
)  # fmt: skip
HEAD = regex.compile(
    "(?<![\\p{L}\\d])(?:" + "|".join(f"(?P<h{i}>{source})" for i, (_, source) in enumerate(HEADS)) + r")(?![\p{L}])"
)
# The letters that heads begin with: one pass finds where to look.
OPENINGS = (
    "tổng công ty|tổng Công ty|công ty|tập đoàn|doanh nghiệp tư nhân|hợp tác xã|liên danh|liên doanh|xí nghiệp"
    "|khu trung|khu kho|khu nông|khu lâm|khu chăn|khu neo|khu xử|khu bến|khu tái|khu nuôi"
    "|khu sản|khu phi|khu dịch|khu nhà ở|xưởng"
    "|khu log|khu công|khu Công|khu kinh|khu Kinh"
    "|khu chế|khu CN|cụm công|cụm Công|cụm CN|dự án|nhà máy|tổ "
    "hợp|khu liên h|khu phức hợp|trung tâm|trạm|cảng|sân bay"
    "|kho cảng|bến cảng|dây chuyền|phân xưởng|mỏ|lò|trang trại|trại|khu du lịch|khu nghỉ|khu đô"
    "|tuyến cao|tuyến đường|đường cao|đường tỉnh|đường vành|đường ven|đường nối|đường kết|đường tránh|đường gom"
    "|đường dẫn|đường vào"
    "|đường liên|hầm|đê biển"
    "|cao tốc|cầu|đường dây|hồ chứa|nông trường|thủy điện|thuỷ điện|nhiệt điện|điện gió"
    "|điện mặt|điện sinh|điện rác|điện khí|phong điện|lọc hóa|lọc dầu|nhà ga|đường băng|đường cất|hầm chui|sân golf"
    "|kho ngầm|kho chứa|kho log|siêu thị|kho xăng|kho lạnh|kho ngoại|tổng kho|chợ đầu"
)
ACRONYMS = "TTTM|TCT|Cty|CTY|CTCP|DNTN|HTX|XN|KCN|CCN|KKT|KCX|KCNC|DA|TBA|NM|NMTĐ|NMNĐ|NMĐG|NMĐMT|NMNL|TTĐL|TĐ|LNG|ĐMT"
# A sort of projects or one of several, and no name of one: "số dự án FDI tăng vốn là 26", "dây chuyền thứ hai".
SORTED = 40  # letters of the longest
SORT = regex.compile(
    r"(?:[Dd]ự án|DA|[Cc]ông ty) (?:FDI|DDI|ODA|PPP|BOT|BT|NGO|KCN|CCN|CN|TTCN|SXKD)|[Dd]ự án nhóm [ABC]"
    r"|(?:[Dd]ự án|DA) (?:đầu tư )?(?:trong nước|nước ngoài|trong và ngoài nước|thứ cấp)"
    r"|(?:[Tt]ập đoàn|[Cc]ông ty|[Dd]oanh nghiệp) (?:Hàn Quốc|Nhật Bản|Nhật|Trung Quốc|Đài Loan|Mỹ|Hoa Kỳ|Singapore"
    r"|Thái Lan|Đức|Pháp|Anh|Nga|Malaysia|Hà Lan|Hồng Kông|Hong Kong|Ấn Độ|Đan Mạch|Úc|Ý|Việt Nam)"
    r"|[Dd]ây chuyền thiết bị|(?:[Dd]ây chuyền|[Dd]ự án) thứ(?: (?:\d|nhất|hai|ba|tư))?"
    r"|(?:[Dd]ự án|DA) (?:nghìn|ngàn|trăm|triệu|tỷ|tỉ)(?: tỷ| tỉ| đô| đồng| USD)*"
    r"(?: (?:tới|vào|ở|tại) \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)?"
)
