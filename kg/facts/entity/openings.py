"""How a sentence opens that goes on about a thing told before: what stands first, then the noun that points back.

``LEAD`` matches at the beginning of a sentence. Its groups tell what the noun is: ``project``, ``enterprise`` and
``zone`` point to the last thing of that kind; ``any`` is an attribute ("Vốn đầu tư ...") of whatever was told of
last; ``tenants`` is who has moved into a zone, or the land that is ``let`` there.
"""

from __future__ import annotations

import regex

from kg.text.normalise import fold_pattern

_NUMERAL = r"(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_UP_TO = r"(?:đến|tới) (?:hết |cuối |giữa |đầu )?(?:tháng|ngày|quý|năm) [^,]{1,16}, ?"
# What may stand before the noun, any number of them in any order; most end with a blank of their own.
_FIRST = (
    # when
    r"(?:sáng |chiều )?(?:ngày )?\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?(?: vừa (?:qua|rồi))?, ?",
    r"(?:bước|ban|lúc) đầu,? |(?:bây )?giờ(?: đây| thì)?,? |hiện,? |hiện nay,? |hiện tại,? |trước đó,? |(?:đến"
    r"|tới) (?:nay|giờ),? "
    r"|năm (?:\d{4}|ngoái|nay),? |mỗi năm,? ",
    rf"(?:chỉ |sau ){_NUMERAL} năm,? |{_NUMERAL} năm(?: sau)?,? |(?:chỉ |sau )?{_NUMERAL} năm sau,? ",
    rf"sau (?:gần |hơn )?{_NUMERAL} (?:tháng|năm) [^,.;\d]{{0,24}}, ?|"
    r"khi (?:đủ|xong|cả)[^,.;\d]{0,30}, ?",
    r"(?:hồi|vào|từ|đầu|cuối|giữa) (?:tháng|năm|quý) [\d/ivx]+(?: năm \d{4})?, ?",
    rf"(?:tính )?{_UP_TO}|trong \d{{1,2}} tháng[^,.]{{0,16}}, ?|{_NUMERAL} tháng (?:đầu|cuối)[^,.]{{1,14}}, ?",
    r"(?:tính )?riêng [^,.\d]{0,8}\d[^,.]{1,20}, ?|(?:trong )?quý (?:\d|[iv]{1,3})(?:/\d{4}| năm \d{4}| vừa qua)?, ?",
    r"lũy kế (?:đến|tới) (?:hết |cuối )?(?:(?:tháng|ngày|quý|năm) )?[^,]{1,16}, ?",
    r"khi (?:đi vào hoạt động|hoàn thành|hoàn tất|hoàn chỉnh|hoàn thiện|vận hành|chạy"
    r"|hòa lưới)[^,.]{0,40}, ?"
    r"|sau khi (?:[^,.;]|[,.]\d){0,50}, ?(?:(?:đưa|nâng) (?:[^,.;]|[,.]\d){5,40}, )?",
    r"(?:sau )?khi (?=(?:dự án|nhà máy|công trình|tổ hợp|khu công nghiệp|cụm công nghiệp|kcn|ccn|khu|cụm)"
    r"(?: này| trên)?(?: được| đã)? (?:đi vào|hoàn thành|hoàn tất|hoạt động|vận hành|lấp đầy|xây xong|chạy)"
    r"(?![\p{L}]))",
    r"(?:chạy|hoạt động|vận hành) (?:hết|đủ|tối đa|ổn định)[^,.;\d]{0,24}, ?"
    r"|(?:niên )?vụ (?:\d{4}-\d{4}|rồi|này|qua|trước), ?",
    r"(?:vì|do|nhờ) [^,.;\d]{3,40}, ?(?=(?:nơi (?:đây|này)|(?:khu|cụm|nhà máy|dự án"
    r"|công ty) này|kcn này|ccn này)(?![\p{L}]))",
    r"được [^,.;]{5,70}, ?(?=(?:nhà máy|dự án|công trình|trung tâm|công ty|khu công nghiệp"
    r"|cụm công nghiệp|kcn|ccn|khu|cụm) (?:(?:này|có"
    r"|do|gồm|rộng|sẽ)(?![\p{L}])|\d))",
    r"(?:khởi công|động thổ|thành lập|(?:đi vào )?hoạt động|khánh thành|đóng điện|phát điện|hòa lưới|vận hành)"
    r"(?: \p{L}+){0,3} (?:từ|năm|tháng|hồi|cuối|đầu) [^,.;]{3,20}, ?",
    # since when there is a firm
    r"(?:ra đời|thành lập|khởi nghiệp|khai trương) (?:từ |vào |hồi )*(?:(?:năm|tháng|quý) )?[\div]{1,4}(?:/\d{4})?"
    r"(?: (?:với|từ|bằng) (?:[^,.;]|[.,]\d){3,40})?, ?",
    # as planned, or as somebody says
    r"theo (?:đó|kế hoạch|quy hoạch|thiết kế),? |dự kiến,? |dự báo |phấn đấu |được biết,? ",
    r"(?:theo |nguồn tin từ )?chủ đầu tư (?:cho biết|cho hay),? ",
    r"(?:đại diện|lãnh đạo) [^,.;\d]{2,40} cho (?:biết|hay),? "
    r"|theo (?:ông|bà|anh|chị) [^,.;\d]{2,40}, ?(?:(?:phó|trưởng|giám|tổng|chủ|chánh|quyền|bí) [^,.;\d]{3,70}, )?",
    # as part of more
    r"trong đó,? |đây là |riêng |cụ thể,? |ngoài ra,? |bên cạnh đó,? |không dừng (?:lại )?ở đó,? ",
    r"(?:tính|kể|gộp) cả [^,.;\d]{4,60}, ?|toàn (?:bộ )?|tổng |cả (?=công ty|nhà máy)",
    r"với (?:[\d.]+ [^,.\d]{2,30}(?: [\d.,]+ (?:ha|m2)[^,.\d]{0,16})?, )?|vận hành (?:cả |toàn bộ )?(?=nhà máy|dự án)",
    # where it stands
    r"(?:được )?(?:xây|xây dựng|dựng|nằm|trải|trải rộng|trải dài|tọa lạc) trên "
    r"(?:[^;.]|\.\d){5,90}?, (?=nhà máy|dự án|công trình|khu |trung tâm)",
)
_PROJECT = (
    r"dự án|phương án|sân bay|nhà máy|công trình|dây chuyền|trang trại|cảng|khu đô thị|tuyến|tổ hợp|khu liên hợp"
    r"|khu du lịch|trung tâm|trạm|khu sản xuất|khu nuôi|phần (?:đã|vừa|mới)"
)
_ENTERPRISE = (
    r"(?:công ty|cty|doanh nghiệp|đơn vị|tập đoàn|hợp tác xã|htx|cơ sở|xưởng"
    r"|hãng(?= (?:đã|xin|sẽ|vừa|cũng|dự kiến|này|đang|có)(?![\p{L}])))"
    r"(?! (?:(?:trong|tại|ở) (?:các|kcn|khu)|fdi|trên địa bàn|có vốn|nhỏ|trong nước|đầu tư nước ngoài)(?![\p{L}]))"
)
_ZONE = (
    r"(?:kcn|ccn|kkt|kcx|khu công nghiệp|cụm công nghiệp|khu kinh tế|khu chế xuất)(?! (?:và|cùng)|,)"
    r"|các (?:doanh nghiệp|nhà máy|dự án) (?:trong (?:khu|cụm)|(?:ở|tại) đây)(?= (?:này|đang|hiện|đã"
    r"|sử dụng|tạo)(?![\p{L}]))"
    r"|trong hàng rào(?: (?:khu|cụm|kcn|ccn))?(?= (?:đang|hiện|đã|có|mới)(?![\p{L}]))"
    r"|trong (?:khu|cụm|kcn|ccn)(?= (?:đang|hiện|đã|có)(?![\p{L}]))|(?:khu|cụm)(?= (?:này|do"
    r"|đã|hiện|có|được|sẽ|rộng"
    r"|thu hút|mới|đang|cũng|còn|đón|lấp)(?![\p{L}]))"
)
_ATTRIBUTE = (
    r"giấy (?:phép|chứng nhận)(?: (?:đăng ký|đầu tư|cấp|lần đầu|điều chỉnh|ngày|năm|[\d/]+))* (?:ghi|nêu|cho phép)"
    r"|số (?:lao động|công nhân)(?= (?:sử dụng |đang làm việc |của công ty )?(?:đã|hiện|vượt|lên|tăng))"
    r"|mức đầu tư|tổng mức đầu tư|tổng vốn|vốn|kinh phí|chi phí|chủ đầu tư|nhà đầu tư|theo giấy phép"
    r"|đầu tư(?! (?:trong|nước|công|fdi|trực|toàn|xã)(?![\p{L}]))"
    r"|công suất|cs|năng lực|sản lượng|sản phẩm|quy mô|từ quy mô|giai đoạn|phân kỳ|nâng công suất|nâng"
    r"|diện tích|dt|rộng|quy hoạch(?= \d)|được (?:cấp phép|phê duyệt|khởi công|xây dựng"
    r"|khánh thành)(?= (?:từ|năm|tháng|hồi))"
    r"|(?:đi vào )?(?:vận hành|hoạt động|khởi công|khánh thành)(?= (?:từ|năm|tháng|hồi|cuối"
    r"|đầu|giữa)(?![\p{L}]))|chiều dài|(?:phần |quỹ )?đất|sử dụng|tỷ lệ lấp đầy"
    r"|(?:đã )?lấp đầy|cho thuê|đến nay đã"
    r"|\d[\d.]* (?:người|công nhân|lao động)(?= (?:đã|đang|được) (?:được tuyển|làm việc|có việc|tuyển))"
    r"|thời gian|dự kiến khi|sau khi|khi (?:đi vào|hoàn thành|lấp đầy)"
    r"|số (?:tiền|vốn) (?:công ty|chủ đầu tư|doanh nghiệp)(?: đã)? (?:bỏ|chi|rót)|mỗi năm(?:,)? nơi (?:đây|này)"
    r"|tạo việc làm|giải quyết việc làm|lđ|lao động(?=\s*:)|thu nhập|mức lương|lương|nơi (?:đây|này)"
)
_TENANTS = (
    r"\d[\d.]* (?:dự án|doanh nghiệp|nhà đầu tư)(?= (?:đã|đang) (?:thuê|hoạt động|lấp|vào))"
    r"|(?P<let>(?:hơn |gần |trên |khoảng )?[\d.,]+ ha)(?= (?:đất |mặt bằng )?(?:[^,.;\d]{0,24}(?:trong|ở|tại|của)"
    r" (?:khu|cụm|kcn|ccn)|(?:công nghiệp )?đã (?:có|được|cho)(?: người| khách)? thuê)(?![\p{L}]))"
    r"|có(?= \d[\d.]* (?:dự án|doanh nghiệp|nhà đầu tư)(?![\p{L}]))"
)
LEAD = regex.compile(
    fold_pattern(
        rf"[\s\"“]*(?:{'|'.join(_FIRST)})*(?:(?P<project>{_PROJECT})|(?P<enterprise>{_ENTERPRISE})|(?P<zone>{_ZONE})"
        rf"|(?P<any>{_ATTRIBUTE})|(?P<tenants>{_TENANTS}))(?![\p{{L}}])"
    )
)
# The sentence opens with several things instead ("Các nhà máy ...", "3 dự án ...").
GENERIC_COUNT = regex.compile(
    fold_pattern(
        r"\s*(?:,? )?(?:các(?! (?:doanh nghiệp|nhà máy|dự án) (?:trong (?:khu|cụm) (?!công)|(?:ở|tại) đây))|những"
        r"|nhiều|(?:\d+|hai|ba|bốn)(?! (?:tháng|năm)(?![\p{L}]))"
        r"|toàn(?! (?:bộ )?dự án)|cả(?! (?:công ty|nhà máy))|mỗi(?! năm))\s"
    )
)
