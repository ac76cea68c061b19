"""What each indicator's words must have beside them to be its figure, and what else they are said of, as patterns."""

from __future__ import annotations

import regex

from kg.text.normalise import fold_pattern

TOURISTS = regex.compile(
    fold_pattern(
        r"du lịch|khách dl|du khách|lượt khách|lượng khách (?:đến|tới)|khách quốc tế|"
        r"khách đến (?:thăm )?(?:tỉnh|địa phương|thành phố)|"
        r"khách nội địa|tham quan|lưu trú|khách trong nước"
    )
)
SHOW = regex.compile(fold_pattern(r"(?<![\p{L}])(?:hội chợ|triển lãm|phiên chợ)(?![\p{L}])"))
TRAVELS = regex.compile(fold_pattern(r"du lịch|du khách|khách quốc tế|khách nội địa|lưu trú"))
ONLINE = regex.compile(fold_pattern(r"sàn|thương mại điện tử|tmđt|trực tuyến"))
ZONES = regex.compile(
    fold_pattern(r"kcn|ccn|kkt|khu công nghiệp|cụm công nghiệp|khu kinh tế|khu chế xuất|khu, cụm|các khu|cụm cn")
)
HARMED_CROPS = regex.compile(
    fold_pattern(
        r"(?:/ha)?(?: \p{L}+){0,4}? (?:bị (?:ảnh hưởng|thiệt hại|ngập|hạn|mất|chết|sâu|nhiễm|đổ)"
        r"|mất trắng|thiệt hại|nhiễm mặn"
        r"|nhiễm bệnh)(?![\p{L}])"
    )
)
TAKEN = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đất chiếm dụng|chiếm đất|thu hồi|giải phóng mặt bằng"
        r"|chuyển mục đích)(?![\p{L}])"
    )
)
CROPS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:trồng|nuôi|gieo|lúa|cây|vụ (?:đông|hè|mùa|thu|xuân|chiêm)|rau|hoa màu|thu hoạch"
        r"|xuống giống|tôm"
        r"|cá|cà phê|cao su|ngô|mía|sắn|rừng|vải|nhãn)(?![\p{L}])"
    )
)
STATED = regex.compile(
    fold_pattern(
        r"sản lượng|sản xuất được|so (?:với )?(?:cùng|ck)|cùng kỳ|kế hoạch|niên vụ|toàn tỉnh|cả nước|trên địa bàn"
        r"|của tỉnh|ước đạt|tháng|quý|năm \d{4}"
    )
)
# "ông A, 61 tuổi, có 1,8 ha cà phê", "Bà bán lại 0,8 ha chè": one household's
OWN_LAND = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:ông|bà|anh|chị|hộ|gia đình) (?:[^;.]{2,70}? (?:có|trồng|sở hữu|canh tác|nuôi"
        r"|thuê|sang lại|bán lại)|(?:đã |phải |vừa )?(?:giao|bán|mua|sang lại|sang nhượng|nhận"
        r"|trả|trồng|có|thuê))(?: \p{L}+){0,2} $"
    )
)
ONES_LAND = 50  # hectares
WHOLE = regex.compile(fold_pattern(r"tổng số|toàn tỉnh|trên địa bàn|hiện có|đang hoạt động|cả nước có"))
# "Nước ta là nền kinh tế mở, ..., với quy mô hơn 400 tỷ USD"
ECONOMY_OF = regex.compile(
    fold_pattern(r"(?<![\p{L}])nền kinh tế[^.;\d]{0,90}(?:có )?quy mô(?: (?:trên|hơn|gần|khoảng))?\s*$")
)
GROWS = regex.compile(
    fold_pattern(
        r"tăng trưởng|kinh tế (?:của )?(?:[\p{L}\d/]+ ){0,6}(?:tăng|lớn thêm|đi lên|bật|nhích)|tốc độ|cơ cấu|kịch bản"
    )
)
COLLECTS = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:hải quan|cục thuế|chi cục thuế|ngành thuế|kho bạc|số thu nộp)(?![\p{L}])")
)
SHIP = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:tàu|sức chở|trọng tải|dung tích|thế hệ|đóng mới container)(?! (?:xuất|nhập|qua|thông qua))"
        r"(?: \p{L}+){0,4}[ (]+"
        r"(?:trên |từ |hơn |khoảng |tới )?$"
    )
)
SHIP_NEAR = 60  # letters
HELPS = regex.compile(fold_pattern(r"\s*(?:để |cho việc |nhằm )?(?:hỗ trợ|trợ cấp|cứu trợ|chi trả|cho vay)(?![\p{L}])"))
NO_GUEST = regex.compile(fold_pattern(r"\s*(?:sạn|hàng|mời|hủy|hoãn|bị|mua|gửi|vay)(?![\p{L}])"))
# One travel agency's: what it has sold, and to whom
OF_AGENCY = regex.compile(
    fold_pattern(
        r"đặt\s?tour|khách (?:đặt|đăng ký)(?= (?:tour|du lịch|combo|chỗ|dịch vụ))|đăng ký tour"
        r"|combo|tour (?:trọn gói|khách lẻ)"
    )
)
AGENCY_TOOK = regex.compile(
    fold_pattern(
        r"(?<!(?:các|những|nhiều) )(?<![\p{L}])công ty(?: \p{L}+){0,8} (?:đã |sẽ |dự kiến )?(?:phục vụ|đón|tiếp đón)"
        r"(?![\p{L}])[^;]*$"
    )
)
FLIGHTS = regex.compile(fold_pattern(r"[\d.,]+ (?:lượt )?chuyến bay"))
A_LEAD = regex.compile(  # "Hà Nam chỉ hơn Hòa Bình 0,2 điểm": the gap between two
    fold_pattern(r"(?<![\p{L}])(?:hơn|kém|thua|cách|bỏ xa)\s+(?!mức|con số|năm|kỳ)[^,;.\d]{2,24}$")
)
FAIR = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:hội chợ|triển lãm|hội thảo|trung tâm thương mại|gian hàng|phố đi bộ)(?! (?:du lịch"
        r"|đã))[^.;]{0,60}"
        r"(?:thu hút|đón|phục vụ)(?![\p{L}])"
    )
)
INVESTS = regex.compile(fold_pattern(r"fdi|đầu tư|xây dựng cơ bản|vốn kế hoạch"))
# "03 KCN đạt tỷ lệ lấp đầy trên 90% (...)": of those three, not of the province's zones together
SOME_ZONES = regex.compile(
    fold_pattern(
        r"\d+ (?:kcn|ccn|khu công nghiệp"
        r"|cụm công nghiệp) (?!đã lấp đầy)(?:\p{L}+ ){0,3}(?:tỷ lệ )?lấp đầy(?! bình quân)[^;.,]*$"
    )
)
TRAINED = regex.compile(fold_pattern(r"tuyển sinh|được đào tạo|tốt nghiệp|học viên|sinh viên|dạy (?:các )?nghề"))
OF_NATION = regex.compile(
    fold_pattern(
        r"\s*(?:của )?(?:tổng )?(?:gdp|tổng sản phẩm|quy mô kinh tế|nền kinh tế) (?:của )?(?:cả nước|toàn quốc"
        r"|việt nam)"
    )
)
# "nợ công bằng 61,8% GDP": measured by the economy, no part of it
BY_GDP = regex.compile(
    fold_pattern(
        r"nợ|chi phí|bội chi|thâm hụt|dự trữ|tín dụng|kiều hối|viện trợ|dư nợ|vay|chi tiêu|ngân sách"
        r"|thuế(?! sản phẩm| trừ trợ cấp| nhập khẩu, thuế)"
    )
)
ADDS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:làm|làm cho|khiến|khiến cho|góp phần|đóng góp|tác động|kéo|đẩy)\s+(?:\p{L}+\s+){0,3}?"
        r"(?:chỉ số giá(?! nhóm| gas| điện| xăng| nhà| dịch)|cpi|chỉ số cpi|chỉ số chung)(?![\p{L}])"
    )
)
OF_MONTH = regex.compile(
    fold_pattern(
        r"(?: tiêu dùng)?(?: \(cpi\))?(?: của)?"
        r"(?: (?:tháng|quý) [\d\p{L}]| \d+ tháng|(?P<average> bình quân) \d+ tháng)"
    )
)
THAN = fold_pattern("so với")
OF_GROUP = regex.compile(fold_pattern(r"giá (?:của )?(?:các )?(?:nhóm|mặt hàng)(?![\p{L}])"))
SETTLED = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:vốn|được|chưa|báo cáo|phê duyệt|chậm) (?:nộp (?:báo cáo )?)?quyết toán(?![\p{L}])")
)
# Capital of many: registered, foreign, attracted, of projects in the plural, of an area.
TOGETHER = regex.compile(
    fold_pattern(
        r"đăng ký|fdi|ddi|thu hút|vốn ngoại|cấp phép|cấp mới|nước ngoài|còn hiệu lực|(?<![\p{L}])(?:các|những|nhiều"
        r"|tổng số|số|cho (?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)) dự án"
        r"|tăng thêm|góp vốn|dòng vốn|rót vốn|quốc gia và vùng lãnh thổ|nhà đầu tư|trên địa bàn|toàn tỉnh"
        r"|cả nước|vào việt nam|trong nước"
    )
)
TIMED = {"period.sentence", "period.right", "period.heading", "period.report"}
BESIDE = 60  # letters from an amount to its value
A_BREW = 1000  # kilogrammes or litres: no area makes less of anything
BOLT = 1000  # metres: no area makes less cloth or pipe
SAME_FIGURE = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:con số|số vốn|lượng vốn|kết quả|mức) (?:này|đó|ấy|tương ứng)(?![\p{L}])")
)
PLAN_IS = regex.compile(
    fold_pattern(r"\W*(?:kế hoạch|mục tiêu|chỉ tiêu)(?: của)? (?:cả )?năm (?:nay|\d{4})?(?: vốn)? là ")
)
EACH_PROJECT = regex.compile(
    fold_pattern(r"\s*(?:/|mỗi |(?:trên |cho |một |trên một |cho mỗi )+)\s?(?:một )?dự án(?![\p{L}])")
)
OPENS_WITH_NAME = regex.compile(r"\W*(?P<name>\p{Lu}[^:,.;\n\d]{3,40}?):?\s+[Nn]ộp (?:vào )?(?:ngân sách|NSNN)")
LENT = regex.compile(fold_pattern(r"(?<![\p{L}])(?:cho vay|vay vốn|khoản vay|viện trợ|oda|tài trợ|vay)(?![\p{L}])"))
RECEIVES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:tỉnh|toàn tỉnh|cả tỉnh|thành phố|địa phương|huyện|cả nước|du lịch)(?: \p{L}+){0,4}?"
        r" (?:đã )?đón(?: được)?(?: (?:khoảng|hơn|gần|trên|tổng cộng))*\s*$"
    )
)
FEW_VISITS = 400
COMMUNE = regex.compile(fold_pattern(r"\s*\)?\s*(?:của|thuộc|ở|tại)\s+(?:xã|phường|thị trấn)(?![\p{L}])"))
PAYS = regex.compile(fold_pattern(r"nộp (?:vào )?(?:ngân sách|nsnn)"))
# "Dự án mỗi năm làm ra 90 triệu kWh, nộp ngân sách 15 tỷ đồng": of one plant, as "các dự án" is not
PLANT_PAYS = regex.compile(
    fold_pattern(
        r"\W*(?:(?:khi|sau khi) (?:hoàn thành|đi vào|vận hành|đưa vào)[^,;.]{0,40},?\s*)?(?:dự án|nhà máy|công trình)"
        r"(?! (?:fdi|đầu tư nước|có vốn|trên|trong))(?![\p{L}])[^.]*nộp (?:vào )?(?:ngân sách|nsnn)"
    )
)
TAX_BACK = regex.compile(  # "hoàn thuế", "tiền nợ thuế": what is given back, or has not come
    fold_pattern(
        r"(?<![\p{L}])(?:hoàn|miễn|giảm|nợ|gia hạn|giãn|chậm nộp|trốn|truy thu|thất thu"
        r"|lách)\s+(?:\p{L}+ )?thuế"
    )
)
AREA_MAKES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:tỉnh|toàn tỉnh|thành phố|huyện|địa phương)(?: đã| ước| mới"
        r"| chỉ)* (?:chế biến|sản xuất|thu hoạch|khai thác"
        r"|đánh bắt)(?: (?:được|đạt|ước|khoảng|hơn|gần|trên))*\s*$"
    )
)
MAIN_CAUSE = regex.compile(fold_pattern(r"(?<![\p{L}])nguyên nhân(?: chính| chủ yếu)?\s*$"))
LISTS_GOODS = regex.compile(fold_pattern(r"[\W\d]*(?:\p{L}+ ){0,4}(?:sản phẩm|sp)(?![\p{L}])[^:.;]{0,50}:"))
ONE_PLANT = regex.compile(  # "nhà máy này làm ra gần 2 tỷ kWh": of one plant
    fold_pattern(
        r"(?:nhà máy|công ty|tổ máy|đơn vị|tập đoàn|dây chuyền)(?: này)? (?:đã |cũng |hiện )*(?:sản xuất"
        r"|phát)(?![\p{L}])"
    )
)
A_PROJECT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:mỗi|một|1) (?:ha|hecta|héc-ta)(?: đất)?(?: công nghiệp)?(?: thu hút| đạt| có| được)"
        r"|(?<![\p{L}])(?:mỗi|một|1|từng) dự án(?: mới)? (?:bình quân|trung bình)|(?:bình quân"
        r"|trung bình),? (?:mỗi|một|1) "
        r"dự án|quy mô (?:vốn )?(?:bình quân|trung bình)(?: của)?(?: mỗi| một)? dự án"
    )
)
# "Năm 2020, cả công ty làm ra 5,1 triệu đôi", behind which "sản lượng 4 triệu đôi" is the firm's
FIRM_MAKES = regex.compile(
    fold_pattern(
        r"(?<!(?:các|những|nhiều|mỗi) )(?<![\p{L}])(?:công ty|nhà máy|doanh nghiệp|xưởng|hợp tác xã)(?: này"
        r"| chúng tôi)?"
        r"(?: (?:đã|vừa|chỉ|mới|sẽ|hiện))* (?:làm ra|sản xuất|xuất xưởng|chế biến|tiêu thụ)(?: được| ra)?"
        r"(?: (?:khoảng|hơn|gần|trên|tới))* \d"
    )
)
TROUBLED = regex.compile(
    fold_pattern(
        r"\s*(?:đang |đã )?(?:bị|thua lỗ|thất thoát|yếu kém|kém hiệu quả|chậm tiến độ|vi phạm|treo"
        r"|đắp chiếu)(?![\p{L}])"
    )
)
# "các nhà máy đường có tổng công suất 12.000 tấn mía/ngày", "toàn tỉnh có 14 cơ sở ..."
SEVERAL_PLANTS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:các|những|toàn bộ|\d+) (?:nhà máy|cơ sở|dự án|doanh nghiệp|xưởng|trạm)(?![\p{L}])"
        r"[^.]{0,80}?công suất(?![\p{L}])|(?<![\p{L}])(?:các|những|\d+) (?:nhà máy|cơ sở|xưởng|trạm|lò)[^.;:]{0,40}$"
    )
)
ECONOMY_GREW = regex.compile(
    fold_pattern(
        r"\W*(?:nền )?kinh tế (?:(?:của |tỉnh |thành phố |tp\.? ?)*\p{L}+(?: \p{L}+){0,3} )?"
        r"(?:(?:trong )?(?:quý|năm|\d|cả|nửa|tháng)[^,;.:]{0,24} )?(?:ước |đã |vẫn |tiếp tục )*tăng (?:trưởng )?"
        r"(?:đạt |ở mức |khoảng |gần |hơn |trên )*"
    )
)
# "công suất tiêu thụ cực đại hệ thống điện đạt 30.200 MW": the load, nothing that is installed
# "nhà máy đầu tiên của A nằm tại xã B với tổng công suất 150 MW", "dự án khác tại xã C, công suất 90 MW": one plant's
THAT_PLANT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:nhà máy|dự án|công trình) (?:đầu tiên|khác|này|ấy|nói trên|thứ (?:nhất"
        r"|hai|ba|tư))(?![\p{L}])[^;]*"
        r"(?<![\p{L}])công suất[^,;.\d]{0,30}$"
    )
)
PEAK = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:công suất (?:tiêu thụ|cực đại|đỉnh|phụ tải|tải|sử dụng)|phụ tải|tiêu thụ cực đại)(?![\p{L}])"
    )
)
# "Tổng doanh thu đạt 5.252 tỷ đồng. Nộp ngân sách 2.553 tỷ đồng": what one company pays
OF_FIRMS_TOGETHER = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:các|những)(?! (?:chỉ tiêu|mục tiêu|loại|khoản|sản phẩm|mặt hàng))|khối|khu vực|toàn|cả"
        r"|tỉnh|huyện|thành phố|ngành|kcn|ccn"
        r"|khu công nghiệp|địa bàn|doanh nghiệp (?:fdi"
        r"|trong|nhà nước|tư nhân|ngoài)|\d+ (?:doanh nghiệp|dn|dự án|kcn|ccn))(?![\p{L}])"
    )
)
TURNOVER = regex.compile(fold_pattern(r"(?<![\p{L}])(?:doanh thu|lợi nhuận|sản lượng tiêu thụ)(?![\p{L}])"))
PASSED_ON = regex.compile(fold_pattern(r"(?<![\p{L}])(?:nộp (?:về )?(?:trung ương|tw)|giữ lại|điều tiết)"))
SOON = 3  # sentences
PARAGRAPH = 260  # letters before a sentence in which a company's turnover is told
ECONOMY = (
    "product-output",
    "crop-area",
    "iip",
    "industrial-production-value",
    "export-turnover",
    "export-volume",
    "import-volume",
    "import-turnover",
)
ABROAD_FROM_HERE = fold_pattern("ra nước ngoài")
OUTWARD = regex.compile(fold_pattern(r"(?<![\p{L}])đầu tư[^.;]{0,40} ra nước ngoài"))
ONE_FIRM = regex.compile(  # one firm or workshop as the subject, not "các doanh nghiệp"
    fold_pattern(
        r"(?:^|[.;,]\s*|\d\.\s*|(?:hiện|hiện nay|đến nay|hiện tại),?\s*|(?<![\p{L}])một )(?:doanh nghiệp"
        r"|công ty|nhà máy|cơ sở"
        r"|xưởng|hợp tác xã|htx|trang trại"
        r"|làng nghề)(?!\s+(?:fdi|trong|nhỏ|có vốn|nhà nước|ngoài))(?: \p{L}+){0,5}? (?:đang |đã |hiện |cũng "
        r"|thường xuyên )*"
        r"(?:tạo|giải quyết|sử dụng|thu hút|duy trì|có)(?![\p{L}])[^.;,]{0,40}$"
    )
)
NO_WAGE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:tối thiểu|thưởng|lì xì|phụ cấp|trợ cấp)(?![\p{L}])"))
OUR_MONEY_ABROAD = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:việt nam|ta|doanh nghiệp việt(?: nam)?)(?: \p{L}+){0,3} đầu tư (?:sang|ra) (?!việt)")
)
REPRESENTED = regex.compile(fold_pattern(r"(?<![\p{L}])đại diện cho(?: (?:khoảng|hơn|gần|trên))*\s*$"))
LOWEST_WAGE = 400_000  # dong a month: nobody was paid less since 2006 (Decree 94/2006/ND-CP sets 450,000)
OF_WORKERS = regex.compile(
    fold_pattern(
        r"(?:thu nhập|tiền lương) bình quân (?:\p{L}+ ){0,3}?(?:của )?(?:người làm công|lao động"
        r"|người lao động)"
        r"|(?:lao động|công nhân|người làm công|nhân viên|thợ)(?![\p{L}])[^,;.:\d]{0,60}"
        r" (?:nhận|hưởng|được trả|lĩnh|được nhận)"
        r"(?: về)? (?:bình quân|trung bình)"
    )
)
