"""The words and bounds by which a statistic of an area is told from the other numbers of a text, as patterns."""

from __future__ import annotations

import regex

from kg.facts.kinds import TRADED
from kg.text.normalise import fold, fold_pattern

CRIME = tuple(
    fold(
        "bắt giữ|nhập lậu|buôn lậu|công an|xét xử|bị cáo|khởi tố|tang vật|thu giữ|điều tra|tạm giữ|bị cướp"
        "|trộm|vụ vi phạm"
    ).split("|")
)
HARM = tuple(fold("thiệt hại|tồn đọng|ngập úng|chết rét|tiêu hủy").split("|"))  # in farming and in store
CRIMES_AND_HARM = (*CRIME, *HARM)
OF_ALL = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:toàn tỉnh|cả tỉnh|toàn huyện|cả nước|trên địa bàn tỉnh)(?![\p{L}])")
)
TOURISM = frozenset({"tourist-arrivals", "tourism-revenue"})  # that suffers, too
UNHARMED = frozenset({"gdp", "iip", "industrial-production-value", "retail-sales", "cpi"})
# What an audit finds fault with, or one project's account: no figure of an area
AUDITED = regex.compile(
    fold_pattern(
        r"(?:không|chưa) đúng (?:quy định|nhiệm vụ|thẩm quyền|đối tượng|chế độ)|sai (?:quy định|chế độ)|nợ thanh toán"
        r"|không đảm bảo (?:quy định|nguồn)|phê duyệt quyết toán|(?:không|chưa) bố trí (?:đủ|kịp)"
        r"|phê duyệt dự toán [^.;]{0,30}không đúng|(?<![\p{L}])dự án nhóm [abc](?![\p{L}])"
    )
)
OF_STATE = frozenset(("public-investment", "budget-revenue", "investment-projects", "registered-capital"))
PER_WEIGHT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:mỗi|một) (?:tấn|kg|kilôgam|cân|lít|m3|thùng)(?:[^.;,]|[.,]\d){0,60} (?:usd"
        r"|đồng),[^.;,\d]{0,30}$"
    )
)
A_LOAD = 1000  # kilograms: no trade of an area is less
CAUSED = regex.compile(  # why a figure is as it is: "gieo cấy ... bằng 96% cùng kỳ, do mưa lớn gây ngập úng"
    fold_pattern(r"cùng kỳ.*, (?:do|vì)(?: ảnh hưởng của)? .*(?:ngập úng|chết rét|thiệt hại)")
)
# "dù bão lũ gây nhiều thiệt hại, kinh tế vẫn tăng 9,6%; thu ngân sách đạt ...": what came about all the same
DESPITE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:dù|mặc dù|tuy|bất chấp|cho dù|mặc cho)(?![\p{L}])[^.;]{0,90}"
        r"(?:thiệt hại|ngập úng|tồn đọng)[^.;]{0,60}(?<![\p{L}])(?:vẫn|nhưng|song)(?![\p{L}])"
    )
)
ONE_FIRM_EACH = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:bình quân|trung bình)(?: trên| của| cho)? (?:một|mỗi|1) (?:doanh nghiệp"
        r"|dn)(?![\p{L}])[^;]*$"
    )
)
PERSONAL = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:tôi(?! (?:dự|nhận|kỳ|cho rằng|tin|ước))|(?<!(?:nước|sang|vào|từ"
        r"|vương quốc|thị trường) )anh(?! quốc)|chị|gia đình|vợ|chồng|ông ấy"
        r"|cô(?! (?:đặc|lập|đọng|quạnh))|(?<!trẻ )em"
        r"|(?<!(?:của|một|chính|riêng|tự) )mình|nhà tôi|hộ gia đình ông)(?![\p{L}])"
    )
)
GUESTS_OF = regex.compile(fold_pattern(r"(?<![\p{L}])khách (?:du lịch |quốc tế )?(?:đến )?(?:từ )?$"))
TO_GROWTH = regex.compile(
    fold_pattern(r"(?:vào|trong) (?:mức |tốc độ |đà )?(?:tăng trưởng|tăng chung|mức tăng|tăng)(?![\p{L}])")
)
# "Nếu tăng thêm 1% thì GDP sẽ có thêm 200.000 tỷ đồng": reckoned, not told
RECKONED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:nếu|cứ|mỗi khi)(?![\p{L}])[^.;]{0,60}(?<![\p{L}])(?:tăng|giảm|thêm|bớt"
        r"|được|trưởng)(?: (?:thêm|được|trưởng"
        r"|bớt|đi))* 1\s?(?:%|điểm)[^.;]{0,80}(?<![\p{L}])thì(?![\p{L}])"
    )
)
MOST_TIMES = 1000  # a figure that grew more often than that is a count
AS_FAST = regex.compile(
    fold_pattern(r"\s*(?:so với )?(?:mức|tốc độ|nhịp) (?:bình quân|tăng|trung bình|chung)(?![\p{L}])")
)
MAKES_UP = regex.compile(fold_pattern(r"(?<![\p{L}])(?:chiếm|đóng góp|góp|tỷ trọng|bằng)(?![\p{L}])"))
OF_THE_WORLD = regex.compile(
    fold_pattern(
        r"%? (?:tổng )?(?:kim ngạch|giá trị|gdp)(?: \p{L}+){0,4} (?:của )?(?:toàn )?(?:thế giới|toàn cầu)(?![\p{L}])"
    )
)
WHOLLY_OWNED = regex.compile(
    fold_pattern(r"%? (?:vốn|tổng vốn)(?: (?:pháp định|điều lệ|nước ngoài|ngoại|trong nước))?(?![\p{L}])")
)
BRINGS_IN = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:đem lại|mang lại|đem về|mang về|tạo ra) (?:nguồn thu|lợi nhuận|doanh thu)[^;]{0,90}$")
)
EARNED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:nguồn thu|lợi nhuận|doanh thu)(?: về)?(?: (?:khoảng|hơn|gần|trên|là|tới))*(?=\s*$|\s*\d)"
    )
)
IN_STORE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:hàng hóa|hàng) dự trữ(?![\p{L}])"))
WEIGHS = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:nặng|trọng lượng|tải trọng)(?: (?:khoảng|hơn|gần|trên|tới|là))*\s*$")
)
FIRM_TAKES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?<!(?:các|những) )(?:nhà máy|công ty|đơn vị|cửa hàng|hợp tác xã)(?: này"
        r"| tôi)? (?:đã |chỉ |cũng )*"
        r"(?:thu|thu về|bán được|lãi|lỗ)(?: (?:được|về|khoảng|hơn|gần|trên))*\s*$"
    )
)
LEFT_OVER = regex.compile(fold_pattern(r"(?<![\p{L}])(?<!(?:bảo|sinh) )tồn(?! tại)(?![\p{L}])"))  # what was not sold
NOBODY = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:không|chưa) (?:có )?(?:một )?(?:tỉnh|địa phương|nơi|nước|doanh nghiệp|dự án|ngành"
        r"|mặt hàng) nào(?![\p{L}])[^,;.\d]*$"
    )
)
BOUND = regex.compile(fold_pattern(r"(?:không quá|không dưới|tối đa|tối thiểu|không vượt quá) "))
PARTED = regex.compile(fold_pattern(r"(?<![\p{L}])(?:chia|phân) (?:thành|làm|ra)(?: (?:khoảng|hơn))?\s*$"))
EACH_PLOT = regex.compile(fold_pattern(r"(?<![\p{L}])mỗi (?:cụm|lô|nhà máy|hộ|khu)(?![\p{L}])[^;.]*$"))
HONOURED = regex.compile(
    fold_pattern(r"[^,;.\d]{0,30} được (?:vinh danh|khen thưởng|tuyên dương|tặng|biểu dương|tôn vinh)")
)
CERTIFIED = regex.compile(fold_pattern(r"giấy chứng nhận[^,;.\d]{0,30} cho (?:hơn |gần |tổng cộng )?$"))
TAXED = regex.compile(fold_pattern(r"(?<![\p{L}])thuế(?! quan)(?![\p{L}])"))
HUNDRED = 100
# "mỗi năm nhà máy cung cấp khoảng 157 triệu kWh, nộp ngân sách chừng 38 tỉ đồng và sử dụng 45 lao động"
ONE_GIVES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?<!các )(?<!những )(?<!\d )(?:nhà máy|dự án|cơ sở|trang trại)(?: này)? (?:sẽ |còn |cũng )?"
        r"(?:cung cấp|đóng góp|nộp|sử dụng|tạo|đem lại|mang lại)(?! chung)[^.]*$"
    )
)
OWN_FUNDS = regex.compile(
    fold_pattern(r"(?<![\p{L}])vốn (?:tự có|vay|chủ sở hữu|đối ứng|góp)(?: \p{L}+){0,4} (?:chiếm|là|khoảng)\s*$")
)
ONE_STAFF = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:công nhân|người lao động|thợ) (?:của |tại |ở )?(?:nhà máy|xí nghiệp|xưởng)(?![\p{L}])"
    )
)
SEWAGE = regex.compile(fold_pattern(r"nước thải|xlnt|nt tập trung|xử lý tập trung|môi trường|đạt chuẩn"))
TAX_CUT = regex.compile(fold_pattern(r"(?<![\p{L}])(?:giảm|tăng) (?:thuế|phí|thuế suất)(?: (?!thu)\p{L}+){0,4}\s*$"))
SMALL_GROUND = 10_000  # square metres
OF_COUNTED = regex.compile(
    fold_pattern(r"\d (?:xã|thôn|huyện|trường|hộ|hộ dân|học sinh|phường|sản phẩm ocop)\s*\(\s*$")
)
# "điểm % đóng góp vào tăng trưởng chỉ còn 0,22, giảm hơn 50%"
POINTS_GIVEN = regex.compile(fold_pattern(r"(?<![\p{L}])(?:điểm )?(?:%|phần trăm) đóng góp(?![\p{L}])"))
# "Trên bình diện thế giới, theo số liệu của Tổ chức Du lịch Thế giới, lượng khách giảm 65%"
OF_WORLD = regex.compile(
    fold_pattern(
        r"\W*(?:trên (?:bình diện |quy mô |phạm vi )?|ở |tại )?(?:thế giới|toàn cầu)(?![\p{L}])(?!.*(?:việt nam"
        r"|nước ta|cả nước))"
    )
)
WORLD = regex.compile(
    fold_pattern(r"(?:thứ \p{L}+|nhất|đầu|lớn)\s+(?:tại |ở |của )?(?:châu (?:âu|á|mỹ|phi)|thế giới|toàn cầu)")
)
IF = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?<!\d (?:tỷ |triệu )?(?:usd|đồng|tấn) )nếu(?! (?:như )?(?:trong |trước "
        r"|vào )?(?:năm (?:19|20)\d\d|năm ngoái|năm trước|trước đây"
        r"|trước kia|trước đó|ngày trước))"
        r"(?! (?:tách|tính|lấy|chọn|so|đặt|xét|như|kể|không kể|loại|chỉ|không tính|cộng|gộp|biết|nhớ"
        r"|nhìn))(?![\p{L}])[^.;]*$|(?<![\p{L}])(?:giả sử|giá như|giả dụ|ví thử)(?![\p{L}])[^.;]*$"
    )
)
# "Nếu giữ được nhịp này, cả năm 2019 xuất khẩu có thể tăng 8%": a forecast with its condition
IF_SO = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])nếu (?:[^,.;]|[.,]\d){6,90}(?:,| thì) [^.;]*(?<![\p{L}])(?:cả năm|năm nay|năm 20\d\d"
        r"|quý (?:[ivx]+|này)"
        r"|tháng này)[^.;]*$"
    )
)
HARMED = regex.compile(fold_pattern(r"\s*(?:bị\s+)?(?:chết|thương|tử vong|mất tích|thiệt mạng)"))
PEOPLE, GUEST = fold("người"), fold("khách")
CUT = regex.compile(fold_pattern(r"(?:cắt giảm|miễn giảm|chiết khấu|tiết giảm|giảm trừ)\s*$"))
USED = regex.compile(fold_pattern(r"công suất\s+(?:\p{L}+\s+|-\s+){0,12}(?:lên|đạt|khoảng|chỉ)\s*$"))
THRESHOLD = regex.compile(
    fold_pattern(
        r"(?:những|các|đối với|danh sách)\s+(?:\p{L}+,? ){0,3}(?:dự án|đơn vị|bộ|ngành"
        r"|địa phương)(?:,? [\p{L}\d/]+){0,5}?"
        r" (?:giải ngân|có tỷ lệ giải ngân) (?:dưới|trên|từ|thấp hơn)\s*(?:\d+% đến (?:dưới )?)?$"
    )
)
WORLD_MARKS = (fold("toàn cầu"), fold("thế giới"))
GLOBAL = regex.compile(
    fold_pattern(
        r"(?:thương mại|kinh tế|tăng trưởng|gdp|sản lượng|nhu cầu|tiêu thụ|nguồn cung|fdi|vốn"
        r"|đầu tư)(?: \p{L}+){0,4} (?:của )?"
        r"(?:toàn cầu|thế giới) (?:[\p{L}\d/]+,? ){0,6}(?:được \p{L}+ )?(?:\p{L}+ ){0,3}?(?:tăng|giảm|sụt|đạt|là"
        r"|ở mức|bốc hơi|mất|co lại|rơi|tụt|lao dốc)[^;]*$"
        r"|tăng trưởng (?:kinh tế |thương mại )?(?:toàn cầu|thế giới)[^;]*$"
    )
)
OF_FIRM = regex.compile(
    fold_pattern(
        r"\s*(?:tổng )?(?:doanh thu và lợi nhuận|lợi nhuận|tài sản|cổ phần|cổ phiếu|vốn điều lệ|vốn hóa"
        r"|tiền lương)(?![\p{L}])"
    )
)
SUPPOSED = regex.compile(fold_pattern(r"\s*thì(?![\p{L}])"))
SUPPOSED_BEFORE = regex.compile(fold_pattern(r"thêm\s+\d[\d.,]*\s?%\s*thì\s[^;.]*$"))
MORE = regex.compile(fold_pattern(r"thêm\s*$"))
# "25 mặt hàng đạt kim ngạch xuất khẩu hơn 1 tỷ USD", "các thị trường lớn (trên 1 tỷ USD)": what each of them passes
EACH_PASSES = regex.compile(
    fold_pattern(
        r"(?:\d+|hai|ba|bốn|năm|sáu|bảy|tám|số|nhiều|các)\s+"
        r"(?:mặt hàng|nhóm hàng|nhóm mặt hàng|thị trường|thành viên|ngành hàng|đối tác)"
        r"(?: (?!với|tổng|và)\p{L}+){0,10} (?:hơn|trên|từ)\s*$|(?<![\p{L}])(?:lớn|cao)(?: nhất)? \((?:hơn|trên|từ)\s*$"
    )
)
DELEGATES = regex.compile(fold_pattern(r"đại diện (?:của )?(?:hơn |gần |khoảng )?$"))
SCALE = regex.compile(r"(?<!\d)1\s*/\s*(?:500|2\.?000|5\.?000|10\.?000)(?!\d)")
AMOUNTS = TRADED | {
    "retail-sales",
    "industrial-production-value",
    "registered-capital",
    "implemented-capital",
    "total-investment",
    "public-investment",
    "budget-revenue",
    "budget-expenditure",
    "tourism-revenue",
    "new-enterprise-capital",
    "gdp",
}
LEAST = {"VND": 300_000_000, "USD": 50_000}  # no area's figure of these is smaller
ABROAD = frozenset(
    {
        "export-turnover",
        "import-turnover",
        "trade-turnover",
        "trade-balance",
        "export-volume",
        "import-volume",
        "investment-projects",
        "registered-capital",
        "implemented-capital",
        "tourist-arrivals",
        "retail-sales",
    }
)
THIS_COUNTRY = regex.compile(fold_pattern(r"(?<![\p{L}])của (?:quốc gia|đất nước|đảo quốc|nước|nền kinh tế) này"))
PRICED = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:giảm giá|tăng giá|giá bán|giá xe|mức giá|giá niêm yết)(?![\p{L}])")
)
OF_ONE_HECTARE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:một|mỗi|1|bình quân) (?:ha|hecta|héc-?ta)(?![\p{L}])"))
A_HEAD = frozenset(("gdp-per-capita", "wage"))
NO_ONES = 10**10  # dong or dollars: more than anyone has
OF_FIRMS = frozenset(("new-enterprises", "enterprises", "exited-enterprises", "resumed-enterprises"))
SURVEYED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:dn|doanh nghiệp)(?: \p{L}+){0,2} (?:được (?:hỏi|khảo sát)"
        r"|tham gia khảo sát|trả lời)"
    )
)
