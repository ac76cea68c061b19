"""How Vietnamese writes times: a named pattern for each way, in order of precedence, for folded text.

Groups: y and y2 years, m month, q quarter, d day, n a number of months, x the number of what is compared with,
rel a time told from the document's ("năm ngoái"), what the unit of a comparison.
"""

from __future__ import annotations

_YEAR = r"(?:19[5-9]\d|20[0-6]\d)"
_REL = r"(?:đó|ấy|nay|ngoái|trước|qua|này|liền trước|sau|tới)"
_OF = (
    r"(?:(?:\s*,)?\s*(?:của\s+|trong\s+)?(?:năm\s*(?P<rel>"
    + _REL
    + r")|(?:năm\s*|/\s*|-\s*|\.\s*)?(?P<y>"
    + _YEAR
    + r")(?![\d%])(?!\s*[.,]\d)))"
)
_MONTHN = r"(?P<n>1[0-2]|0?[1-9]|mười một|mười hai|mười|một|hai|ba|bốn|năm|sáu|bảy|tám|chín)"
_MONTH = r"(?P<m>1[0-2]|0?[1-9]|mười một|mười hai|mười|giêng|chạp|một|hai|ba|tư|năm|sáu|bảy|tám|chín)"
_DIGIT_BEHIND = r"\s*[.,](?!" + _YEAR + r"(?!\d))\d"  # "tháng 6,5", but "tháng 1.2017"
_QUARTER = r"(?P<q>iii|ii|iv|i|[1-4]|một|nhất|hai|ba|tư)"
_DMY = (
    r"(?P<d>3[01]|[12]\d|0?[1-9])\s*[/.\-]\s*(?P<m>1[0-2]|0?[1-9])(?:\s*[/.\-]\s*(?P<y>"
    + _YEAR
    + r"|2[1-9]\d\d))?(?![\d/%]|[.,]\d)"  # "30/6/2108": a year misprinted
)
_LONG = r"(?P<d>3[01]|[12]\d|0?[1-9])\s+tháng\s+(?P<m>1[0-2]|0?[1-9])(?:\s+năm\s+(?P<y>" + _YEAR + r"))?"
_UNTIL = r"(?:(?:tính\s+|lũy kế\s+|cộng dồn\s+|lũy kế tính\s+|tính chung\s+)?(?:đến|tới)|tính đến|lũy kế đến|tại|vào)"
_POINT = r"(?:\s+(?:hết|cuối|đầu|thời điểm|hết thời điểm|thời điểm cuối|giữa|thời điểm hết|thời điểm đầu))*"
_MORE = r"(?:\s*(?:(?:tính |kể )?từ đầu|đầu|qua|vừa qua|cuối|đã qua|còn lại|đầu của|cuối của|trở lại đây))?"

# The customs count by halves of a month: "kỳ 2 tháng 9/2019 (từ ngày 16/9 đến ngày 30/9/2019)", "nửa đầu tháng 9".
_HALF = (
    r"(?:kỳ\s+(?P<q>1|2|ii|i)\s+(?:của\s+)?tháng|nửa\s+(?:(?P<n>đầu|cuối)|(?P<n>sau))\s+(?:của\s+)?tháng"
    r"|15\s+ngày\s+(?P<n>đầu|cuối)\s+(?:của\s+)?tháng)"
)
_HALF_OF = _HALF + r"\s+" + _MONTH + r"(?:\s*(?:/|-|năm)\s*(?P<y>" + _YEAR + r"))?(?![\p{L}\d%]|[.,]\d)"
_DAYS = r"(?:\s*\((?:từ\s+)?(?:ngày\s+)?\d{1,2}[^()%]{2,40}\))?"

SOURCES: tuple[tuple[str, str], ...] = (
    ("versushalf", r"so\s*(?:với\s+)?(?:(?:mức|kết quả|con số)\s+(?:của\s+)?)?(?:" + _HALF_OF + "|" + _HALF +
        r"(?!\s*\d)|nửa tháng (?:trước|đầu))"),
    ("half", r"(?:(?:trong|của)\s+)?" + _HALF_OF + _DAYS),
    ("versus", r"so\s*(?:với\s*)?cùng (?:kỳ|thời điểm|thời gian)\s+(?:của\s+)?(?P<what>tháng|quý)\s+(?P<rel>trước)"),
    ("same",
        r"(?:(?:so\s*(?:với\s*)?|bằng\s+|với\s+|sv\s+|và\s+)?(?:mức\s+|con số\s+|số\s+)?(?:của\s+)?(?:cùng kỳ|cùngkỳ|"
        r"c/kỳ|cknt|ck|cùng thời điểm|cùng thời gian|cùng tháng)(?:\s+này)?(?![\p{L}\d]))"
        r"(?:" + _OF + r"|\s*năm\s*2[1-9]\d\d(?!\d))?"),
    ("same", r"(?:tháng|quý|thời gian|thời điểm|quãng)\s+này\s+(?:của\s+)?năm\s+"
        r"(?:(?P<rel>ngoái|trước)|(?P<y>" + _YEAR + r"))"),
    ("same", r"năm\s+(?:(?P<rel>ngoái|trước)|(?P<y>" + _YEAR + r")),?\s+"
        r"(?:cùng (?:kỳ|thời gian|thời điểm)|(?:thời gian|thời điểm|quãng) (?:này|ấy|đó))(?![\p{L}\d])"),
    ("same", r"so\s*(?:với\s*)?(?:cùng kỳ\s+)?(?:" + _MONTHN +
        r")\s*tháng(?:\s+đầu)?\s+(?:năm\s+)?(?:trước|ngoái|cùng kỳ)"),
    ("plan",
        r"(?:so\s*(?:với)?|bằng)\s+(?:mức\s+)?(?:kế hoạch|kh|dự toán|mục tiêu|chỉ tiêu|kịch bản|nghị quyết)"
        r"(?![\p{L}\d])(?:\s+(?:của\s+)?(?:cả\s+)?năm)?" + _OF + r"?(?!\s+\d)"),
    ("versus", r"(?:(?:so\s*(?:với)?|sv|đặt (?:cạnh|bên|kề)|sánh với|đối chiếu với)\s+"
        r"(?:mức (?:tăng |giảm |tăng trưởng )?(?:của )?)?|(?<=%\s)(?:mức|con số)\s+(?:của\s+)?)"
        r"(?:\d{1,2}\s+tháng\s+(?:đầu\s+)?|nửa\s+đầu\s+)"
        r"(?:(?P<what>năm)\s+)?(?:(?P<y>" + _YEAR + r")|\d{4}(?!\d)|(?P<rel>trước|ngoái))"),
    ("versus",
        r"(?:so\s*(?:với|cùng)?|sv|đặt (?:cạnh|bên|kề)|sánh với|đối chiếu với)\s*(?:mức\s+"
        r"(?:(?:thặng dư|thâm hụt|xuất siêu|nhập siêu|thực hiện|bình quân|trung bình|kỷ lục)\s+(?:của\s+)?)?"
        r"|con số\s+|số\s+)?(?:(?:ước thực hiện|ước đạt|ước th|ưth|uth|ước|thực hiện|th|kết quả(?: thực hiện)?)\s+)?"
        r"(?:của\s+)?(?:bình quân\s+)?(?:(?:cuối|đầu|"
        r"thời điểm|trung bình|thời điểm cuối)\s+)?(?P<what>năm|tháng|quý|kỳ|giai đoạn)?\s*(?:(?P<y>" + _YEAR +
        r")(?:\s*-\s*(?P<y2>" + _YEAR +
        r"))?(?!\d)|(?P<rel>trước đó|trước|ngoái|liền trước đó|liền trước|liền kề trước đó"
        r"|liền kề)|(?P<x>1[0-2]|0?[1-9]|iii|ii|iv|i)"
        r"(?![\d%]|" + _DIGIT_BEHIND + r")(?:\s*[/.\-]\s*(?P<y>" + _YEAR + r")|\s+năm\s+(?:(?P<y>" + _YEAR +
        r")|(?P<rel2>" + _REL + r")))?)"),
    ("versus",
        r"(?:so\s*(?:với)?\s*|sv\s*|lấy mốc\s+|(?<=(?:hơn|kém)\s))(?:hồi\s+)?(?:(?:cuối"
        r"|đầu)\s+)?(?P<what>tháng|quý)\s+(?P<x>1[0-2]|0?[1-9]|iii|ii|iv|i"
        r"|mười một|mười hai|mười|một|hai|ba|tư|sáu|bảy|tám|chín|giêng)"
        r"(?![\p{L}\d%]|" + _DIGIT_BEHIND + r")(?:\s*[/.\-]\s*(?P<y>" + _YEAR + r")|\s+năm\s+(?:(?P<y>" + _YEAR +
        r")|(?P<rel2>" + _REL + r")))?"),
    ("versus", r"(?<=(?:gấp đôi|gấp rưỡi|gấp ba|gấp bốn|lần|một nửa|lần thực hiện|lần kết quả|lần mức thực hiện"
        r"|lần mức|lần con số)\s)(?:của\s+)?(?P<what>năm|tháng|quý)\s+"
        r"(?:(?P<x>1[0-2]|[1-9]|iii|ii|iv|i)\s*/\s*(?P<y>" + _YEAR + r")|(?P<y>" + _YEAR +
        r")|(?P<rel>trước|ngoái|nay)|(?<=tháng\s)(?P<x>1[0-2]|[1-9])(?![\p{L}\d%/\-]|[.,]\d)"
        r"(?:\s+năm\s+(?:(?P<y>" + _YEAR + r")|(?P<rel2>" + _REL + r")))?)"),
    ("versus", r"(?<=bằng\s)(?P<what>tháng|quý)\s+(?P<x>1[0-2]|0?[1-9]|iii|ii|iv|i)(?=\s*\()"),
    ("versus", r"(?<=(?:hơn|kém)\s)(?P<what>năm|tháng|quý)\s+(?:(?P<y>" + _YEAR +
        r")|(?P<rel>trước đó|trước|ngoái|liền trước đó|liền trước|liền kề trước đó|liền kề))"),
    ("versus", r"(?<=(?:hơn|kém)\s)(?:\d{1,2}\s+tháng\s+(?:đầu\s+)?|nửa\s+đầu\s+)(?P<what>năm)\s+(?:(?P<y>" + _YEAR +
        r")|(?P<rel>trước|ngoái))"),
    ("versus", r"so\s*(?:với\s*)?(?P<what>t)(?P<x>1[0-2]|0?[1-9])(?![\p{L}\d])(?:\s*/\s*(?P<y>" + _YEAR + r"))?"),
    ("versus", r"so\s*(?:với\s*)?(?P<what>q)(?P<x>[1-4])(?![\p{L}\d])(?:\s*/\s*(?P<y>" + _YEAR + r"))?"),
    ("versus", r"so\s*(?:với\s*)?(?P<what>q)\.?(?P<x>iii|ii|iv|i)(?![\p{L}\d])(?:\s*/\s*(?P<y>" +
        _YEAR + r"))?"),
    ("versus", r"(?<=% )ước\s+(?:th|thực hiện)\s+(?P<what>năm\s+)?(?P<y>" + _YEAR + r")"),
    ("versus", r"(?<=lần )(?P<y>20[0-4]\d)(?=\s*[.,;)]|\s*$|\s+và)(?P<what>)"),
    ("month", r"(?<=(?:riêng|so|%|trong|và|[:;,+\-*•]) )t(?P<m>1[0-2]|0?[1-9])(?![\p{L}\d/]|[.,]\d)"),
    ("month", r"(?<=[\p{L}.\x29] |\n)t(?P<m>1[0-2]|0?[1-9])(?=\s*[:+=(]|\s*-\s?\d|\s+\d|"
        r"\s+(?:uth|th|ước|ưth|đạt|tăng|giảm)(?![\p{L}]))"),
    ("asofmonth", r"(?:(?:đến|tới)\s+(?:(?:hết|cuối)\s+)?|hết\s+)t(?P<m>1[0-2]|0?[1-9])(?![\p{L}\d])"
        r"(?:\s*/\s*(?P<y>" + _YEAR + r"))?"),
    ("month", r"(?<=[^\p{L}\d,;] |\x28)t(?P<m>1[0-2]|0?[1-9])(?=\s*:)"),
    ("month", r"(?<=(?:vụ|năm|hình|quả|hiện|hoạch) )t(?P<m>1[0-2]|0?[1-9])(?=\s*(?:$|\n|/\d{4}))"),
    ("month", r"t(?P<m>1[0-2]|0?[1-9])\s*/\s*(?P<y>" + _YEAR + r")"),
    ("same", r"(?:so\s+với\s+|(?<=(?:hơn|kém|thua)\s))(?:một|1)\s+năm\s+(?:trước|về trước)(?:\s+đó)?"),
    ("versus", r"(?<=(?:hơn|kém|thua)\s)(?P<what>)(?P<y>" + _YEAR + r")(?=\s+(?:là|tới|đến|khoảng|gần)\s)"),
    ("versus", r"(?:so\s+với\s+)(?:thời điểm\s+)?đầu năm(?P<rel>)"),
    ("monthtomonth", r"từ\s+(?:đầu\s+)?tháng\s+" + _MONTH + r"\s*(?:/|năm)\s*(?P<y>" + _YEAR + r")\s+(?:đến|tới)\s+"
        r"(?:hết\s+|cuối\s+)?tháng\s+(?P<n>1[0-2]|0?[1-9])\s*(?:/|năm)\s*(?P<y2>" + _YEAR + r")(?!\d)"),
    ("asofmonth", r"(?:tính\s+|kể\s+)?từ\s+đầu\s+năm\s+(?P<y>" + _YEAR + r")\s+(?:đến|tới)\s+"
        r"(?:hết\s+|cuối\s+)?tháng\s+" + _MONTH + r"(?![\p{L}\d/]|\s*[.,]\d)"),
    ("monthdays", r"(?:từ\s+)?(?:ngày\s+)?0?1\s*/\s*(?P<m>1[0-2]|0?[1-9])(?:\s*/\s*" + _YEAR + r")?\s*(?:đến|-|tới)\s*"
        r"(?:hết\s+)?(?:ngày\s+)?(?:28|29|30|31)\s*/\s*(?P<n>1[0-2]|0?[1-9])(?:\s*/\s*(?P<y>" + _YEAR + r"))?(?!\d)"),
    ("asof", _UNTIL + _POINT + r"(?:\s+\d{1,2} giờ)?\s+(?:ngày\s+)?(?:" + _LONG + r"|" + _DMY + r")"),
    ("asofmonth", _UNTIL + _POINT + r"\s+tháng\s+" + _MONTH + r"(?![\p{L}\d]|" + _DIGIT_BEHIND + r")" + _OF + r"?"),
    ("asofmonth", r"hết\s+tháng\s+" + _MONTH + r"(?![\p{L}\d]|" + _DIGIT_BEHIND + r")" + _OF + r"?"),
    ("asofquarter", r"(?<!(?:đến|tới)\s)hết\s+quý\s+" + _QUARTER + r"(?![\p{L}\d])" + _OF + r"?"),
    ("asofquarter", _UNTIL + _POINT + r"\s+quý\s+" + _QUARTER + r"(?![\p{L}\d])" + _OF + r"?"),
    ("asofyear",
        r"(?:(?:tính\s+|lũy kế\s+)?(?:đến|tới)|tính đến)\s+(?:hết|cuối|thời điểm cuối|hết thời điểm cuối|"
        r"thời điểm hết)\s+" + _OF),
    ("midyear", r"(?:tính\s+)?(?:đến|tới)\s+giữa\s+năm\s+(?P<y>" + _YEAR + r")(?!\d)"),
    ("endthis", r"(?:đến |tới )?cuối năm(?=\s+(?:ước\s+)?(?:chỉ\s+)?(?:còn|giảm còn|giảm xuống|là)(?![\p{L}])|"
        r"\s?,\s(?:toàn |cả )?(?:tỉnh|thành phố|địa bàn|trên địa bàn|huyện|tỷ lệ|hộ nghèo))"
        r"|(?:tính|lũy kế) (?:đến|tới) (?:hết|cuối) năm(?=\s?,)"
        r"|(?:từ nay )?(?:đến|tới) (?:hết|cuối) năm(?=\s+(?:phải|sẽ|phấn đấu|đạt|giải ngân|tối thiểu)\s)"),
    ("endyear", r"(?:vào\s+)?(?:cuối|thời điểm cuối)\s+(?:năm\s+)?(?P<y>" + _YEAR + r")"),
    ("untilyear", r"(?:từ\s+nay\s+)?(?:đến|tới|vào)\s+(?:trước\s+)?năm\s+(?P<y>" + _YEAR +
        r")(?!\s*-\s*" + _YEAR + r")"),
    ("now",
        r"(?:tính\s+|lũy kế\s+|từ trước\s+)?(?:đến|tới)\s+(?:nay|thời điểm này|thời điểm hiện tại|"
        r"thời điểm hiện nay|giờ|thời điểm báo cáo)|hiện nay|(?<!thực )hiện tại|(?<!thực |thể |phát |xuất |biểu )"
        r"(?<![\p{L}])hiện(?=\s+(?:mới|chỉ|có|toàn|cả|trên|tỉnh|đã|còn|địa|thành|là|đạt|\d))|(?<=[.;,:]\s|\n|^)hiện(?=\s*,|"
        r"\s+\p{L})|(?<=\()(?:hiện )?đang(?=\s+có\s+\d)|(?<=[,;:\d]\s)nay(?=\s+(?:đã|còn|tụt|giảm"
        r"|tăng|chỉ|xuống|lên|đạt|có))|(?<=[.;]\s|\n|^)nay(?=\s*,|\s+(?:con số|tỉnh|toàn|cả|số|đã|có|chỉ)(?![\p{L}]))"
        r"|(?<=\p{L}\s)(?<!(?:năm|hiện|ngày|lâu|"
        r"đến|tới|hôm|tháng|trước|xưa|sáng|chiều|tối|đời|vừa|bấy|hồi|từ|này|kỳ|quý|vụ|tuần"
        r"|giờ)\s)nay(?=\s+(?:đã )?có\s+\d)"),
    ("school", r"(?:năm học|niên khóa)\s+" + _YEAR + r"\s*[-/]\s*" + _YEAR),
    ("span", r"(?:(?:trong\s+)?(?:giai đoạn|thời kỳ|nhiệm kỳ|các năm|5 năm|năm|từ năm)\s*\(?\s*)?(?P<y>" + _YEAR +
        r")\s*(?:-|đến năm|đến|tới|/)\s*(?P<y2>" + _YEAR + r")(?!\d)"),
    ("thatspan", r"(?:trong\s+)?(?:giai đoạn|thời kỳ)\s+(?:này|đó|ấy)(?![\p{L}])"),
    ("crops", r"vụ (?:lúa )?(?:đông(?: | - |-)xuân|hè thu|thu đông|đông|mùa|chiêm xuân|chiêm|xuân)\s+\(?(?P<y>"
        + _YEAR + r")\s*[-–/]\s*(?P<y2>" + _YEAR + r")(?!\d)"),
    ("season", r"(?:niên vụ|vụ ép|vụ)\s+(?P<y>" + _YEAR + r")\s*[-/]\s*(?P<y2>" + _YEAR + r"|\d\d(?!\d))"),
    ("lasthalf", r"(?:nửa|6 tháng|sáu tháng)\s+(?:cuối|còn lại|sau)(?:\s+(?:của\s+)?năm"
        r"(?!\s*(?:" + _REL + r"|\d)))?" + _OF + r"?"),
    ("firsthalf", r"(?:(?:cả|tính chung|chung|gộp) )?nửa năm (?:đầu tiên|vừa qua|qua|đầu)(?![\p{L}])" + _OF + r"?|"
        r"nửa năm(?=\s+20\d\d(?!\d))" + _OF + r"|"
        r"(?:cả|tính chung|chung|gộp) nửa năm(?! (?:cuối|còn|sau|nữa|tới|trước))"),
    ("firsthalf", r"(?:nửa|nữa)\s+đầu(?:\s+(?:của\s+)?năm(?!\s*(?:" + _REL + r"|\d)))?" + _OF + r"?"),
    ("months", r"(?:" + _MONTHN + r")\s*tháng(?! (?:liền|liên tiếp|liên tục|ròng|trời))"
        r"(?!(?!(?:tăng|giảm|ước|đạt)[\s\d])\p{L}|\d(?!\d*\s?[.,]\s?\d{3})|\s*/\s*\d\s)(?P<more>" + _MORE +
        r")(?:\s+năm(?!\s*(?:" + _REL + r"|\d)))?" + _OF + r"?"),
    ("monthst", r"(?P<n>1[0-2]|[1-9])\s?t(?:\s?/\s?|\s)?(?P<y>" + _YEAR + r")"),
    ("monthst",
        r"(?P<n>1[0-2]|[2-9])t(?![\p{L}\d])(?P<more>\s+(?:đầu|cuối|còn lại)(?:\s+năm(?!\s*\d))?)?" + _OF + r"?"),
    ("restquarters", r"(?P<n>2|3|hai|ba)\s+quý\s+(?:còn lại|cuối)(?:\s+(?:của\s+)?năm(?!\s*(?:" + _REL + r"|\d)))?" +
        _OF + r"?"),
    ("quarters", r"(?P<n>2|3|hai|ba)\s+quý(?!\s+(?:liền\s+)?trước)(?:\s+đầu)?"
        r"(?:\s+(?:của\s+)?năm(?!\s*(?:" + _REL + r"|\d)))?" + _OF + r"?"),
    ("lastquarter", r"quý\s+cuối(?:\s+(?:cùng\s+)?(?:của\s+)?năm)?" + _OF + r"?"),
    ("quarterlist", r"quý\s*" + _QUARTER + r"(?:,\s(?:iii|ii|iv|[2-4]))*,?(?:\svà)?\s(?P<n>iii|ii|iv|[2-4])"
        r"(?![\p{L}\d%]|[.,]\d)(?=\s*/|\s(?:năm|lần lượt|dự|ước))" + _OF + r"?"),
    ("quarter", r"quý\s*" + _QUARTER + r"(?![\p{L}\d])" + _OF + r"?"),
    ("quarter", r"q\.?(?P<q>iii|ii|iv|i)(?![\p{L}\d])" + _OF + r"?"),
    ("quarter", r"q(?P<q>[1-4])(?=\s*:|\s+(?:ước|uth|dự kiến|đạt|tăng|giảm|phấn đấu)(?![\p{L}]))"),
    ("relquarter", r"(?:tính chung |cộng dồn )?cả quý(?P<rel>)"
        r"(?=\s*,|\s+(?:tăng|giảm|đạt|ước|là|thu|xuất|nhập|tổng)(?![\p{L}]))"),
    ("relquarter", r"quý\s+(?P<rel>này|trước|vừa qua|vừa rồi)|q(?P<q>[1-4])\s*/\s*(?P<y>" + _YEAR + r")"),
    ("date", r"(?:(?:ngày|sáng|chiều|tối|hôm)\s+)(?:" + _LONG +
        r"|" + _DMY + r")|(?P<d>3[01]|[12]\d|0?[1-9])\s*/\s*(?P<m>1[0-2]|0?[1-9])\s*/\s*(?P<y>" + _YEAR +
        r")(?!\d)|(?P<d>3[01]|[12]\d|0?[1-9])\s*-\s*(?P<m>1[0-2]|0?[1-9])\s*-\s*(?P<y>" + _YEAR +
        r")(?!\d)|\(\s*(?P<d>3[01]|[12]\d|0?[1-9])\s*[/\-]\s*(?P<m>1[0-2]|0?[1-9])\s*\)"),
    ("monthlist", r"tháng\s" + _MONTH + r"(?:,\s(?:1[0-2]|[2-9]))*,?\s(?:và\s)?(?P<n>1[0-2]|[2-9])"
        r"(?![\p{L}\d%]|[.,]\d)(?=\s*/|\s(?:năm|lần lượt))" + _OF + r"?"),
    ("month", r"(?:trong\s+)?(?:riêng\s+)?tháng(?!(?<=(?:mỗi|quân|hàng|hằng|từng|một|các|\d|/) ?tháng)\s+năm\s+\d{4})"
        r"(?:\s+|(?=\d))" + _MONTH +
        r"(?!(?!(?:ước|đạt|tăng|giảm)\s)\p{L}|\d|" + _DIGIT_BEHIND + r"|\s+tuổi)" + _OF + r"?"),
    ("relmonth", r"trong\s+(?P<rel>tháng)(?=\s*,|\s+(?:chỉ|đã|có|ước|đạt|là|vẫn)\s)"),
    ("relmonth", r"(?:trong\s+)?(?<!(?:những|các|mấy)\s)tháng\s+"
        r"(?P<rel>này|trước|qua|vừa qua|liền trước|liền kề trước|đầu năm|cuối năm|đầu tiên)" + _OF + r"?"),
    ("pastyears", r"(?P<n>[2-9]|[1-9]\d|hai|ba|bốn|năm|mười)\s+năm\s+(?:vừa qua|qua|gần đây|trở lại đây)(?![\p{L}])"),
    ("pastyears", r"(?:lũy kế|cộng dồn|tính chung)\s+(?P<n>[2-9]|10|hai|ba|bốn|năm|mười)\s+năm(?!\s*\d)"),
    ("yearsago", r"(?P<n>hai|ba|bốn|[2-4])\s+năm\s+(?:về\s+)?trước(?=\s*,)"),
    ("nextyears", r"(?P<n>[2-9]|10|hai|ba|bốn|năm|mười)\s+năm\s+(?:tới|tiếp theo)(?![\p{L}])"),
    ("relyear",
        r"(?:cả\s+|trong\s+|hết\s+)?(?<!các |những |nhiều |hai |bốn |mười |nửa |\d )năm\s+(?P<rel>nay|ngoái|rồi"
        r"|trước đó|trước|qua"
        r"|này|vừa qua|tới|sau"
        r"|liền trước|đó)"
        r"(?![\p{L}])"),
    ("year",
        r"(?<!(?<!đánh )giá |ss |so sánh |giá cố định |gốc )(?:cả\s+|trong\s+|hết\s+|"
        r"của\s+|vào\s+|trước\s+)?(?:năm|niên vụ|vụ)\s*(?P<y>" + _YEAR + r"|(?<=năm )1[89]\d\d)(?!\d|[.,]\d)"),
    ("badyear", r"(?:cả\s+|trong\s+|hết\s+)?năm\s+(?P<y>[0-9oil]{4,5}|20[0-2] \d|20 [0-2]\d)"
        r"(?![\d.,]\d|\s*(?:(?:tỷ|ha)(?!\p{L})|triệu|nghìn|đồng|người|tấn|%|dn|doanh|dự|lao|hộ))"),
    ("year",
        r"(?<!(?<!đánh )giá |gốc |so sánh |giá năm |ss |giá hh |giá cđ |so sánh năm |giá cố định năm |"
        r"giá cố định |năm gốc )(?<![\d.,/\-\p{L}])(?P<y>20[0-4]\d)(?![\d%/]|[.,]\d|"
        r"\s*(?:-\s*\d|tỷ(?!\p{L})|triệu|nghìn|ngàn|đồng|usd|người|tấn|ha\b|dn|doanh|dự|lao|hộ|lượt|chiếc|mw|sản|xe|km|"
        r"m2|con|cái|ccn|kcn|học|cán|cơ|phòng|căn))"),
    ("sofar", r"(?<=[;,.]\s)lk(?=\s*(?::|đạt|ước|\d))|(?<![\p{L}\d])lk(?=\s+(?:ưth|uth|ước|đạt|th)\s*\d)"),
    ("sofar", r"lũy kế(?=\s+(?:xuất|nhập)\s)"
        r"|(?<!\p{L}\s)lũy kế(?=\s+(?:th|thực hiện|ước th|ước thực hiện|ước đạt|đạt)\s*\d)"),
    ("sofar", r"(?:cộng dồn|lũy kế|tính|kể)\s+từ\s+tháng\s+(?:1|một|giêng)(?![\p{L}\d])"
        r"(?!\s*(?:[/\-.]|năm|đến|tới))"),
    ("sofar", r"(?:tính |kể )?từ đầu năm\s+(?:(?P<y>" + _YEAR + r")|\d{4})\s+(?:đến|tới)\s+(?:nay|giờ|thời điểm này)"),
    ("sofar",
        r"(?<!nhất )(?<!nhất (?:kể|tính) )(?<!(?:đặt|đề) ra )(?<!giao )(?:tính "
        r"|kể )?từ đầu năm(?:\s+(?:đến|tới)\s+(?:nay|giờ|thời điểm này))?"
        r"(?!\s*\d{4})|"
        r"(?<![\p{L}\d%]\s)(?:lũy kế|cộng dồn)(?:\s+(?:chung|cả|toàn tỉnh))?(?=\s*(?::|đạt|ước|được|là|-)"
        r"|\s+\d{1,3}(?:[.,]\d+)+\s*(?:tỷ|tr|nghìn)|"
        r"\s+\d+\s*(?:tỷ|tr(?![\p{L}])|triệu|nghìn|ngàn|tấn))"),
    ("wholeyear", r"(?<!kế hoạch |kh |dự toán |chỉ tiêu |mục tiêu )(?:tính chung\s+)?cả năm"
        r"(?!\s*(?:học|(?:19|20)\d\d(?!\d|[.,]\d)))|(?<![\p{L}\d,;]\s)trong năm(?=,\s)"),
)  # fmt: skip

# The words that these patterns begin with, one of each: no time is looked for anywhere else (a test tells if one is
# missing).
OPENINGS: tuple[str, ...] = (
    *"(|ba|bảy|bằng|bốn|c/k|ck|chiều|chín|con|cuối|các|cùng|cả|cộng|của|giai|hai|hiện|hôm|hết|lũy|kỳ"
    "|kể|mười|một|mức|nay|ngày|nhiệm|niên|năm|nửa|nữa|q.i|qi|q1|q2|q3|q4|chung|gộp|quý|quãng|riêng|so|sv|sáng|sáu|số|tháng|thời|trong|trước"
    "|tám|tính|tại|tối|tới|từ|và|với|vụ|đến|đặt|hồi|đầu|lấy|sánh|đối|ước|lk".split("|"),
    *(f"{letter}{digit}" for letter in ("", "t") for digit in range(10)),
)
