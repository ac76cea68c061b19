"""The words that tell what a number states of a thing, as patterns for folded text."""

from __future__ import annotations

import regex

from kg.text.normalise import fold_pattern


def told(source: str) -> regex.Pattern[str]:
    """A pattern for whole words."""
    return regex.compile(fold_pattern(rf"(?<![\p{{L}}])(?:{source})(?![\p{{L}}])"))


NOT_OURS = told(
    r"doanh thu|doanh số|lợi nhuận|nộp ngân sách|nộp nsnn|thu ngân sách|lãi|cổ phần hóa|cổ phiếu|vay"
    r"|nợ|(?<!trị |đánh )giá(?! trị)|thuế|phạt|hỗ trợ|vốn điều lệ|vốn hóa|thiệt hại|xuất khẩu|kim "
    r"ngạch|tiêu thụ|ủng hộ|tổng tài sản|quà|bồi thường|giải ngân|quyết toán|thực hiện được|giá trị "
    r"sản xuất|giá trị sản lượng|khối lượng|tạm ứng|lương tối thiểu|trợ cấp|chi phí|thất thoát|trúng "
    r"thầu|gói thầu|hợp đồng(?! (?:cho )?thuê)|học bổng|đấu giá|trái phiếu|tiết kiệm|lỗ|đền bù|thưởng|phát thải"
    r"|(?<!xử lý )nước "
    r"thải|tham ô|chuyển nhượng|dân số|hộ dân|thiếu|lãng phí"
    r"|bố trí(?! (?:trên|tại|ở|trong))|(?<!trên |trong )khu đất|đất thu hồi"
    r"|sản lượng[^,;.]{0,40} (?:của|toàn) (?:toàn )?tỉnh|thu từ|đại diện cho|(?:tàu|xe|cá) dài|nghĩa vụ"
    r"|điện thương phẩm|nguồn thu|số thu|kế hoạch vốn"
    r"|nguồn ngân sách|cấp điện cho|lừa đảo|hỏi"
)
OTHER_MONEY = told(
    r"franc|bảng|won|baht|rúp|rupee|peso|krone|ringgit|kip|riel|sgd|gbp|krw|aud|cad|chf|hkd|thb|đô la "
    r"(?:úc|singapore|canada)|đôla (?:úc|singapore)|nhân dân tệ|tệ"
)
DEAL = told(
    r"thương vụ|mua lại|thâu tóm|vay|tài trợ|tín dụng|viện trợ|chuyển nhượng|thoái vốn|đối ứng|bán "
    r"đấu giá|lừa|thất thoát|phạt"
)
NOT_AFTER = told(
    r"(?:tiền )?(?:doanh thu|lợi nhuận|thuế|tiền thuế|tiền phạt|vốn điều lệ|mỗi sản phẩm|cổ phiếu|cổ phần|nợ|lãi)"
    r"|chết|tử vong|thiệt mạng|bị thương|nhập viện|ngộ độc|(?:lao động )?(?:đại diện|tham dự"
    r"|dự(?! (?:kiến|án|toán|tính|phòng)))|(?:bảo vệ )?(?:đã )?bị"
)
ALL = told(
    r"toàn tỉnh|cả tỉnh|cả nước|toàn quốc|toàn ngành|toàn xã hội"
    r"|các (?:dự án|doanh nghiệp)(?! trong (?:khu|cụm)(?! công)| (?:ở|tại) đây)|các kcn|các ccn|các khu công nghiệp"
    r"|các cụm công nghiệp|đầu người|các công ty|toàn thành phố|(?<!hà )tỉnh có"
    r"|(?<!hà )tỉnh đã|các nhà đầu tư|vốn ngân sách|vốn trong nước|vốn fdi|vốn nước ngoài"
    r"|nền kinh tế|thị trường|ngành \p{L}+ (?:có|đạt)|thế giới|các tập đoàn|(?<!(?:cho|của|từ|bởi) )các nhà máy(?! (?:ở"
    r"|tại) đây| trong (?:khu|cụm)| của (?!tỉnh|huyện|khu|cụm|thành phố))"
)
# "trên địa bàn tỉnh": all that is there, but not behind what stands there ("nằm trên địa bàn huyện A")
IN_AREA = regex.compile(fold_pattern(r"(?<![\p{L}])trên địa bàn(?![\p{L}])"))
STANDS = regex.compile(fold_pattern(r"\s*\)?,?\s*(?:(?:được xây dựng|xây dựng|đặt|đóng|nằm|hoạt động|tọa lạc)\s+)?$"))
CAPITAL_AHEAD = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:vốn đầu tư|tổng mức đầu tư|tmđt|tổng vốn|vốn|kinh phí|tổng kinh phí)[^,;.\d]{0,20} (?:của"
        r"|cho)(?: dự án)?\s*$"
    )
)
IS = regex.compile(
    fold_pattern(
        r"(?:\s*\([^()\d]{2,40}\))?\s*\)?\s*(?:,? ?(?:ở|tại) (?:\p{L}+ ){1,5})?"
        r"(?:(?:là|đạt|lên|khoảng|ước|ước tính|lên tới|lên đến"
        r"|khoảng|dự kiến)\s*)*"
    )
)
CAPITAL = told(
    r"vốn|tổng mức(?! bán lẻ| lưu chuyển)|số tiền [^,;.\d]{3,20} bỏ ra|vđk|vđt"
    r"|tổng mức đầu tư|tmđt|tvđt|tổng đầu tư|trị giá|đầu tư|kinh phí|chi"
    r"|mức đtư|đtư|rót|đổ|bỏ ra"
    r"|bỏ|(?:tiêu )?tốn|ngốn|dự toán|chi phí xây dựng|suất đầu tư|giá trị đầu tư|hạ tầng|giá trị|cần"
)
ENTERPRISE_CAPITAL = told(r"vốn đầu tư|vốn ban đầu|tổng mức đầu tư|đầu tư|số vốn|vốn đăng ký|rót|đổ|tổng vốn")
ADDED = told(
    r"(?:xin|cho phép|được phép|chấp thuận|đồng ý)(?: \p{L}+){0,2} (?:thêm|tăng)(?=\s*$)|tăng thêm"
    r"|nâng thêm|(?:đầu tư|rót|bỏ|góp|chi|dành|đổ) thêm|tăng vốn|điều chỉnh tăng|bổ sung vốn"
    r"|vốn bổ sung|vốn "
    r"tăng|bổ sung(?: thêm|(?=\s*$))|tăng tổng vốn"
    r"|nâng (?:tổng )?vốn[^,;.\d]{0,24} thêm"
)
UP_TO = told(r"(?:lên|thành|lên tới|lên đến|lên mức|từ|xuống|xuống còn|còn)")
WAGE = told(
    r"tnbq|thu nhập|lĩnh|mỗi người (?:lãnh|được trả|kiếm)|(?:nhận|hưởng)(?= bình quân)|lương"
    r"|tiền lương|lương bq|tn bq"
)
LAND = told(
    r"diện tích|dt|rộng|quy mô|mặt bằng|trên|khuôn viên|thuê|mặt nước|đất|gpmb|giải phóng mặt bằng"
    r"|chiếm|chiếm dụng|sử dụng|dùng|cần|lấy đi|nằm (?:gọn )?trong|trải(?: (?:kín|rộng|dài|ra))?"
)
LEASED = told(r"cho thuê|đã thuê|thuê lại|được thuê|bàn giao(?=[^,;.]*$)|(?:đã )?có (?:người|khách) thuê")
CAPACITY = told(
    r"công suất|cs|quy mô|năng lực|thiết kế|sản xuất|tổ máy|xử lý|giai đoạn|gđ|nâng|trạm|nhà xưởng|mỗi năm|phát điện"
)
POWERED = told(r"công suất|sức chứa|dung tích|cs|công súât|năng lực|csuất")
# "công suất 2,4 triệu lốp/năm", "sản xuất 12 triệu chiếc/năm"
MAKES = regex.compile(
    POWERED.pattern + fold_pattern(r"|(?:sản xuất|lắp ráp|quy mô|thiết kế)(?: (?:khoảng|hơn|trên|gần))?\s*$")
)
DESIGNED = told(r"công suất|cs|quy mô|thiết kế|đáp ứng|năng lực|năng suất|mở rộng")
OUTPUT = told(
    r"sản lượng|sản xuất được|sản xuất ra|sản xuất hơn|cho ra|cung cấp|cung ứng|xuất xưởng|khai thác|làm ra|thu hoạch"
)
MADE_IN = regex.compile(
    fold_pattern(
        r"(?:năm|quý|tháng) [\d/]{1,9},? (?:đã )?(?:sản xuất|đạt|ra lò|xuất xưởng|cho ra|lắp ráp)"
        r"(?![\p{L}])[^,;]{0,16}$"
    )
)
OF_AREA = regex.compile(
    fold_pattern(r"\s*sản lượng (?!của|nhà máy|công ty|hằng|hàng|bình quân)(?!.*(?:nhà máy|công ty))")
)
GENERATED = told(
    r"sản lượng|điện lượng|điện năng|phát|phát lên lưới|sản xuất|cung cấp|phát được|hòa lưới|đạt|mỗi năm|bình quân"
)
# "cuối năm 2025 tỷ lệ này sẽ đạt 70%"
THIS_RATE = told(r"(?<!hai )(?:tỷ lệ|con số|mức) (?:này|ấy|đó)")
STAFF = told(
    r"lao động|công nhân|việc làm|chỗ làm|nhân công|công ăn việc làm|nhân lực|nhân viên|lđ"
    r"|nhân sự|thợ|cbcnv|cnlđ|nlđ|cnvclđ|đội ngũ|(?:bộ phận|tổ|ca|kíp) vận hành"
)
STAFFED = told(
    r"lao động|công nhân|việc làm|nhân công|lđ|công ăn việc làm|lao động địa phương|người lao động"
    r"|cbcnv|cnlđ|nlđ|cnvclđ|chỗ làm|cán bộ|công nhân viên|thợ|kỹ sư|nhân viên|nhân sự|nhân lực"
)
TENANTS = told(r"dự án|da|dn|thu hút|doanh nghiệp|nhà đầu tư|có|với|tiếp nhận")
LONG = told(r"dài|chiều dài|tuyến|đường ống|đường dây")
RISES = told(r"tăng|giảm|chiếm|gấp|vượt|so với(?! công suất| thiết kế)|cùng kỳ")
EACH = told(r"loại|mỗi (?:tổ máy|tua bin|trụ|chiếc|tổ|căn|hộ|lô)|tổ máy \d|tổ máy số")
LISTED = regex.compile(
    fold_pattern(
        r"[\s,;:()\-≈~+]*(?:tương đương|và|hơn|khoảng|trên|gần|tức|cỡ|với|là|tđ|tương đương với|tương ứng)*[\s,;:()]*"
    )
)
RATE_BEHIND = regex.compile(
    fold_pattern(
        r"(?:\s+\p{L}+){0,5}?\s*(?:/|một |mỗi |trên )\s*(?P<time>năm|tháng|ngày đêm|ngày|giờ)(?![\p{L}])"
        r"(?! (?:cho (?=(?:ra|khoảng|hơn|gần|tới|trên)|\d)|sản xuất|làm ra|tạo|phát|cung cấp|thu|nộp|đóng góp|bán"
        r"|xuất)(?![\p{L}]))"
    )
)
RATE_AHEAD = regex.compile(
    fold_pattern(
        r"(?:mỗi|hàng|hằng|bình quân|trung bình)\s+(?P<time>năm|ngày)(?:[^,.;\d]"
        r"|(?<= )\d(?= )){0,50}$"
    )
)
TIMES = {
    fold_pattern("năm"): "year",
    fold_pattern("tháng"): "month",
    fold_pattern("ngày đêm"): "day",
    fold_pattern("ngày"): "day",
    fold_pattern("ngđ"): "day",
    fold_pattern("giờ"): "hour",
}
GOODS = frozenset(
    {
        "mass",
        "volume",
        "count",
        "litre",
        "area2",
        "count-animal",
        "count-TEU",
        "count-person",
        "length",
        "count-visit",
        "area",
        "energy",
        "count-vehicle",
    }
)
# Indicators of areas whose wording a figure of one thing may share.
SHARED = {
    "investment-capital": frozenset(
        {"registered-capital", "implemented-capital", "total-investment", "investment-projects"}
    ),
    "additional-capital": frozenset({"registered-capital", "implemented-capital", "total-investment"}),
    "employees": frozenset(
        {
            "employment",
            "jobs-created",
            "enterprises",
            "investment-projects",
            "installed-capacity",
            "registered-capital",
            "product-output",
        }
    ),
    "wage": frozenset({"wage", "employment"}),
    "capacity": frozenset({"installed-capacity", "product-output", "investment-projects", "registered-capital"}),
    "annual-output": frozenset(
        {"product-output", "installed-capacity", "electricity-output", "electricity-consumption"}
    ),
}
NOT_MADE = told(
    r"(?:sử dụng|dùng|tiêu tốn|đốt|ngốn)(?= (?:trên|hơn|gần|khoảng|tới)?\s*$)|tiêu thụ|nhu cầu|xuất khẩu"
    r"|nhập khẩu|phát thải|xả thải|thải ra|giảm|tồn kho|thu mua|vận chuyển"
)
OTHER_LAND = told(
    r"nhà kho|văn phòng|nhà điều hành|tường rào|nhà ăn|ký túc xá|diện tích (?:sàn|xây dựng)|sàn|căn hộ|căn nhà"
    r"|nuôi|trồng|gieo|canh tác|rừng|vùng nguyên liệu"
)
GUESTS = fold_pattern("khách")
