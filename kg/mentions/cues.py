"""Words that say how a number is meant: the closed-class vocabulary of the grammar.

Each cue has a name that rules ask for; a wording belongs to one cue. Whether a verb states a
plan, a rise or a share is grammar, so it stands here and not in the ontology.
"""

from __future__ import annotations

from kg.text.normalise import fold

_CUES: dict[str, str] = {
    "up": (
        "tăng từ|tăng|tăng trưởng|tăng lên|cao hơn|nhiều hơn|nhích|tăng thêm|tăng vọt|mức tăng|tốc độ tăng|"
        "tốc độ tăng trưởng|mức tăng trưởng|tăng bình quân|bứt lên|lớn hơn|tăng tới|tăng đến|nhịp độ tăng|"
        "tăng khá|đà tăng|vẫn hơn|lại hơn|nhỉnh hơn|hơn cùng tháng|hơn cùng quý|tăng mạnh|tăng cao|tăng nhẹ"
        "|bình quân tăng|nhịp tăng|phát triển|hơn cùng kỳ|"
        "tang|bật tăng|tăng trưởng bình quân|tốc độ phát triển|leo|cộng thêm|thêm|bổ sung thêm|bổ sung|"
        "quy hoạch thêm|quy hoạch thêm mới|bổ sung quy hoạch|bổ sung vào quy hoạch|đưa vào quy hoạch"
        "|bật lên|lớn thêm|mở rộng thêm|xây thêm|tăng bq|đi lên|khởi sắc|tiến thêm|bật lại"
        "|thoát âm|nhích lên|vẫn dương|dương nhẹ|tăng trưởng dương|trở lại dương|còn dương|đông hơn"
        "|đông thêm"
    ),
    "down": (
        "giam|giảrn|giàm|giảm từ|giảm|giảm sút|sụt|thấp hơn|ít hơn|đi lùi|tụt|hụt|sụt giảm"
        "|giảm xuống|âm|thu hẹp|mức giảm|"
        "đi xuống|sụt xuống|tụt xuống|giảm mạnh|giảm nhẹ|giảm còn|tụt giảm|đưa ra khỏi quy hoạch"
        "|loại khỏi quy hoạch|rớt|lùi|suy giảm|"
        "tăng trưởng âm|lao dốc|mất thêm|giảm thêm|bốc hơi|đưa ra khỏi|kém|hao|mất|rơi|bớt|thụt|thổi bay|vơi|vơi đi"
        "|phải giảm thêm|cần giảm thêm|sẽ giảm thêm"
    ),
    "to": "lên|còn|xuống|lên đến|lên tới|xuống còn|lên thành|lên mức|xuống mức|đạt mức|tăng lên thành",
    "from": "từ|nâng từ|từ mức",
    "reach": (
        "dat|đạt|huy động được|thu hút được|đạt được|là|ở mức|cán mốc|chạm|mang về|thu về|thu được|đạt tới|"
        "đạt tới mức|cán đích|về đích|chạm mốc|chạm ngưỡng|đạt ngưỡng|vươn tới|ghi nhận|đứng ở mức|thực hiện|duy trì|"
        "đóng góp|góp"
    ),
    "estimate": (
        "ước|ước đạt|ước tính|ước tính đạt|dự ước|ước thực hiện|uth|ước có|ước th|ước thực hiện đạt|"
        "dự ước đạt|ước cả|ước tổng|ước hết|ƯTH|ước cả năm|uoc|uoc dat|uoc tinh|ưđ"
    ),
    "target": (
        "đang trình|trình bổ sung|xin bổ sung|kế hoạch|kh|mục tiêu|chỉ tiêu|phấn đấu|"
        "dự toán|định hướng|quy hoạch|dự kiến|đề ra|sẽ|nhắm|đặt ra|nhắm mốc|phấn đấu đạt|kh giao|đặt mục tiêu|"
        "đặt chỉ tiêu|sẽ đạt|sẽ có|tham vọng|quyết tâm|đăng ký chỉ tiêu|giao chỉ tiêu|được giao|kỳ kế hoạch|"
        "tầm nhìn|nhắm tới|nhắm đến|theo kế hoạch|theo quy hoạch|phải đạt|cần đạt|tối thiểu đạt|dự kiến đạt|"
        "dự kiến thu hút|kế hoạch giao|mục tiêu đề ra|chỉ tiêu giao|kh năm|kế hoạch năm|đặt kế hoạch|đề xuất|"
        "đề nghị|muốn bổ sung|xin bổ sung|đề xuất bổ sung|sắp có|sắp thêm|sắp đón|phấn đấu đến"
        "|mốc phấn đấu|bổ sung quy hoạch"
        "|bổ sung vào quy hoạch|đưa vào quy hoạch|nhu cầu vốn|nghị quyết xác định|kế hoạch xác định|đề án xác định"
        "|chương trình xác định|quy hoạch xác định|nghị quyết nêu|đại hội xác định"
        "|góp phần đạt|để góp phần đạt|nhu cầu lao động|nhu cầu đầu tư|nhu cầu sử dụng vốn|để đạt được mức|"
        "để cán đích|về đích|dưới ngưỡng|"
        "để đạt mức|để đạt|để đạt được|để giữ mức|khó đạt|khó đạt được|muốn tăng|muốn đạt|hướng tới mục tiêu"
        "|quy hoạch thêm|quy hoạch thêm mới|phải tăng|cần tăng|phải giảm thêm|cần giảm thêm|sẽ giảm thêm|"
        "phải giảm|phải có|cần nỗ lực|nỗ lực tăng trưởng|cần tăng trưởng|ke hoach|muc tieu"
        "|chi tieu|phan dau|du kien|nhắm mức|xác định mục tiêu|"
        "chỉ tiêu đến|đặt mốc|ấn định|dự toán thu|dự toán chi|dự toán thu ngân sách|kiến nghị|kiến nghị bổ sung"
        "|qh|qui hoạch|giao kế hoạch|được giao kế hoạch|đặt kỳ vọng"
    ),
    "forecast": (
        "khả năng cả năm|khả năng chỉ đạt|khả năng đạt|có khả năng|có thể tăng|có thể đạt"
        "|có khả năng đạt|dự báo|kịch bản|dự đoán|kỳ vọng|kịch bản dự tính|"
        "có thể chạm mốc|có thể cán mốc|có thể chạm|có thể vượt|có thể lên tới|có thể lên đến|có thể thu"
        "|dự báo đạt|nhiều khả năng|khả năng chỉ đạt|khả năng đạt|khả năng chỉ tăng|khả năng tăng|ước đoán|được dự báo"
    ),
    "share": "chiếm|tỷ trọng|chiếm tỷ trọng|chiếm tỷ lệ|tỷ lệ chiếm|tỷ phần|cơ cấu|chiếm tới|chiếm đến",
    "equal": "bằng|tương đương|tương đương với|chỉ bằng|mới bằng",
    "multiple": "gấp|tăng gấp|cao gấp|nhiều gấp",
    "exceed": "vượt|quá kế hoạch|quá chỉ tiêu|quá dự toán|vượt mức|vượt qua|vượt ngưỡng|vượt mốc",
    "plan": (
        "kế hoạch|kh|dự toán|chỉ tiêu|kế hoạch năm|kh năm|mục tiêu|nghị quyết|kế hoạch cả năm|kế hoạch đề ra|"
        "kế hoạch giao|dự toán năm|kịch bản|hđnd giao|trung ương giao|kế hoạch được giao|dự toán giao|"
        "dự toán được giao|mục tiêu đề ra|chỉ tiêu được giao|kh giao|khn|kế hoạch vốn|dt|ke hoach"
    ),
    "respective": "lần lượt|tương ứng|lần lượt là|theo thứ tự|tương ứng là",
    "part": ("trong đó|riêng|bao gồm|cụ thể|trong số đó|trong số này|gồm|gồm có|nhóm|một số|chủ yếu là|tiêu biểu"),
    "meanwhile": "trong khi đó|ngoài ra|bên cạnh đó|còn lại|trong khi|ngược lại|mặt khác|đồng thời|song song",
    "contribute": "đóng góp|góp|đóng góp vào mức tăng|làm tăng|làm giảm|kéo giảm",
    "rank": ("đứng thứ|xếp thứ|xếp hạng|đứng vị trí thứ|vị trí thứ|thứ hạng|xếp vị trí thứ|đứng đầu|hạng|xếp vị trí"),
    "whole": "tổng|cả|chung|tổng cộng|toàn ngành|toàn tỉnh|cả tỉnh|tổng số|toàn quốc",
    "about": "về|của",
    "anaphor": (
        "con số này|số này|khu vực này|ngành này|mặt hàng này|nhóm này|loại này|chỉ số này|mức này|"
        "chỉ tiêu này|thị trường này|sản phẩm này|nhóm hàng này|ngành hàng này|nhóm sản phẩm này|loại hàng này|"
        "bản thân khu vực|bản thân ngành|bản thân khu vực này|bản thân ngành này"
    ),
    "average": (
        "bình quân|trung bình|bình quân năm|mỗi năm|hàng năm|bình quân mỗi năm|bq|bình quân hàng năm|hằng năm|"
        "bình quân giai đoạn"
    ),
    "inert": (
        "chính sách|danh sách|ngân sách|sáp nhập|hợp nhất|không kém|không thua kém|chẳng kém|xét theo khu vực kinh tế"
        "|theo khu vực kinh tế|"
        "xuất phát|xuất phát điểm|truy xuất|truy xuất nguồn gốc|xuất xứ|đề xuất|xuất hiện|xuất sắc|xuất bản|xuất viện|"
        "dịch tả lợn châu phi|dịch tả heo châu phi|tả lợn châu phi|câu lạc bộ|đầu tư công suất|đầu tư công nghệ"
        "|đầu tư công trình|đầu tư công nghiệp|"
        "khó khăn|đồng chí|kể cả dầu thô|yếu tố giá|yếu tố tăng giá|yếu tố trượt giá|yếu tố giá cả|biến động giá"
        "|gồm cả dầu thô|bao gồm cả dầu thô|không kể dầu thô|tính cả dầu thô|"
        "phân ngành kinh tế|hệ thống phân ngành kinh tế|ngành kinh tế quốc dân|phân ngành kinh tế quốc dân|"
        "đồng nghĩa|đồng bộ|đồng hành|đồng đều|đồng loạt|"
        "mặt bằng|chỉ tiêu kinh tế|chỉ tiêu kinh tế - xã hội|chỉ tiêu kinh tế xã hội|nhiều chỉ tiêu|"
        "hầu hết các chỉ tiêu|hầu hết chỉ tiêu|chỉ tiêu thống kê|nhu cầu tăng|mục tiêu quốc gia|chương trình mục tiêu|"
        "chương trình mục tiêu quốc gia|"
        "chặng đường|quãng đường|đoạn đường|lên đường|dọc đường|điều khiến|điều này|điều đó"
        "|điều ấy|điều đáng|điều gì|tiêu thụ|tiêu tốn|tiêu hao|tiêu hủy"
        "|hai chỉ tiêu|ba chỉ tiêu|đầu tàu|đường bộ|đường sắt|đường biển"
        "|giấy phép|trị giá|giá trị|đánh giá|kế hoạch sản xuất|"
        "kế hoạch kinh doanh|kế hoạch tiến độ|cam kết|con số|con đường|kế hoạch và đầu tư|kế hoạch đầu tư|"
        "quy hoạch chi tiết|tăng cường|gia tăng|trên địa bàn|đạt chuẩn|kế hoạch hành động|phòng kế hoạch|"
        "so với quy hoạch|so quy hoạch|quy hoạch và kiến trúc|viện quy hoạch|kế hoạch - đầu tư|kế hoạch & đầu tư"
        "|kh&đt|kh & đt|kh-đt|kh - đt"
        "|kh và đt|khđt|kh&cn|kh & cn|kh-cn|kh và cn|"
        "còn hiệu lực|là một trong|"
        "điều hành|chỉ đạo điều hành|vụ kế hoạch|vụ kế hoạch - tài chính|vụ kế hoạch tài chính|lạc quan|"
        "hơn nữa|ngày càng tăng|tổng cục|tổng công ty|tổng giám đốc|từ đầu năm|đến từ|thể hiện|"
        "thực hiện nghị quyết|bằng cách|về việc|bằng lái|trên cơ sở|phát triển công nghiệp|phát triển kinh tế|"
        "phát triển nông thôn|kinh tế - xã hội|kinh tế xã hội|sở kế hoạch|của nhà nước|lên kế hoạch|"
        "trên cả nước|giá so sánh|giá hiện hành|giá cố định|giá 2010|giá năm 2010|giá 1994|giá thực tế|"
        "theo giá|giá ss|giá hh|giá cđ|kinh tế thị trường|giá trị sản phẩm|tăng thu|"
        "chỉ tiêu không đạt|chỉ tiêu chưa đạt|không đạt chỉ tiêu|không đạt kế hoạch|"
        "chưa đạt kế hoạch|chưa đạt mục tiêu|không đạt mục tiêu|chỉ tiêu không về đích|chỉ tiêu không hoàn thành|"
        "không hoàn thành kế hoạch|không hoàn thành chỉ tiêu|chỉ tiêu đã đạt|chỉ tiêu đạt và vượt|"
        "chỉ tiêu vượt kế hoạch|"
        "đạt và vượt kế hoạch|hoàn thành và vượt|chỉ tiêu hoàn thành|về đích sớm"
    ),
    "own": (
        "tỉnh|tỉnh ta|địa bàn tỉnh|toàn tỉnh|trên địa bàn|trên địa bàn tỉnh|tỉnh nhà|toàn thành phố|của tỉnh|"
        "cả tỉnh|địa phương"
    ),
    "nation": "cả nước|toàn quốc|toàn nền kinh tế|việt nam|nước ta",
}
NAMES: tuple[str, ...] = tuple(_CUES)
CUES: dict[str, tuple[str, ...]] = {}
for _name, _wordings in _CUES.items():
    for _wording in _wordings.split("|"):
        _key = fold(_wording)
        CUES[_key] = (*CUES.get(_key, ()), _name)
APPROXIMATE: dict[str, str] = {
    fold(word): approx
    for approx, words in (
        ("about", (
            "khoảng|xấp xỉ|chừng|ước chừng|áng chừng|tầm|cỡ|quanh|chỉ quanh|trên dưới|khoảng chừng"
            "|quanh mức|ngót nghét|xấp xỉ khoảng|"
            "tương đương khoảng|khoảng trên dưới|~|xấp xỉ mức"
        )),
        ("over", (
            "hơn|trên|vượt|ít nhất|tối thiểu|vượt mốc|vượt ngưỡng|vượt mức|nhỉnh hơn|từ trên|không dưới|"
            "không thấp hơn|không ít hơn|không kém hơn|ko thấp hơn|ko dưới|"
            "vượt qua mốc|qua mốc|vượt qua con số|vượt con số|vượt qua ngưỡng|khoảng trên|khoảng hơn|trên mức|>|≥|quá"
        )),
        ("under", (
            "gần|dưới|chưa đến|không quá|tối đa|chưa tới|ngót|chưa đầy|sát|gần bằng|không vượt quá|<|≤|suýt soát|"
            "không cao hơn|không nhiều hơn|ko quá|"
            "ngót ngét|khoảng gần|suýt"
        )),
    )
    for word in words.split("|")
}  # fmt: skip
