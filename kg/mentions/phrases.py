"""Fixed phrases that tell what a whole text is about; they are found in the pass that finds the vocabulary.

They count wherever they stand, also inside longer words and whatever the capitals.
"""

from __future__ import annotations

from kg.text.mend import SIGNS
from kg.text.normalise import fold

OWN, NATION, OFFICE, DECREE, BANK, SITE, DAMAGE = "own", "nation", "office", "decree", "bank", "site", "damage"

# Kinds of documents that are cited by a bare number.
DECREES = ("Kết luận", "Nghị quyết", "Chỉ thị", "Thông báo", "Nghị định", "Thông tư", "Quyết định", "Công văn")

# Offices in small letters as the text may write them: unlike all else, "ủy" and "uỷ" are told apart here.
OFFICES = frozenset(
    "giám đốc|chủ tịch|bí thư|bộ trưởng|thứ trưởng|cục trưởng|vụ trưởng|trưởng ban|trưởng phòng"
    "|trưởng đoàn|trưởng thương vụ|viện trưởng|hiệu trưởng|kế toán trưởng|trưởng chi nhánh|trưởng đại diện|trưởng "
    "công an|đội trưởng|thủ tướng|chánh văn phòng"
    "|chánh thanh tra|ủy viên|uỷ viên|chủ nhiệm|thống đốc|đại sứ|tham tán thương mại|tổng thư ký"
    "|hạt trưởng|trưởng trạm|gđ|pgđ|tgđ|ptgđ|pct|quản đốc|người phát ngôn|tổng kiểm toán|tổng biên tập|vụ phó"
    "|phó phòng|cục phó|viện phó|ban phó|phó đoàn|ceo|cfo|tổng thống"
    "|tổng lãnh sự|tổng thanh tra|chánh án|trưởng khoa|trưởng bộ môn|trưởng bộ phận|tổ trưởng|tư lệnh|đại biểu quốc hội"
    "|đại biểu hđnd|đại biểu hội đồng".split("|")
)
_GROUPS = {
    OWN: (  # a province speaks of itself
        "tỉnh ta|tỉnh nhà|toàn tỉnh|địa bàn tỉnh|trong tỉnh|của tỉnh|ubnd tỉnh|toàn thành phố|hđnd tỉnh".split("|")
    ),
    NATION: (  # the country or its government is spoken of
        "cả nước|việt nam|toàn quốc|tổng cục thống kê|chính phủ|bộ công thương|bộ kế hoạch|nền kinh tế"
        "|bộ nông nghiệp|bộ tài chính|tổng cục|bộ nn&ptnt|thủ tướng|bộ giao thông|hiệp hội|hải quan|nước ta"
        "|bộ nn-ptnt|quốc hội".split("|")
    ),
    OFFICE: OFFICES,
    DECREE: DECREES,
    BANK: ("fed", "fomc", "ecb", "boj"),  # central banks of other countries
    SITE: (".vn", ".com", ".net", ".org"),  # what addresses end with
    DAMAGE: SIGNS,  # words may have lost their marks
}
PHRASES: dict[str, tuple[str, ...]] = {}
for _group, _phrases in _GROUPS.items():
    for _phrase in sorted({fold(phrase) for phrase in _phrases}):
        PHRASES[_phrase] = (*PHRASES.get(_phrase, ()), _group)
