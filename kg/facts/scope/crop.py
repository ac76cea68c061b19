"""What is sown, raised and reaped: the crop that an area of land or a yield is of."""

from __future__ import annotations

import regex

from kg.facts.tokens import Passage
from kg.mentions.scan import Word
from kg.text.normalise import fold, fold_pattern

_SOWN = regex.compile(
    fold_pattern(
        r"(?:(?:diện tích|dt)\s+)?(?:(?:gieo trồng|gieo cấy|gieo sạ|xuống giống|trồng mới|trồng|nuôi trồng|nuôi"
        r"|canh tác|thả nuôi|thu hoạch"
        r"|cây(?! ăn quả| công nghiệp| lâu năm))\s+)*+(?P<what>(?!trong|từ|ở|tại|vào|so|các|này"
        r"|bình|đã|cho|theo|do|tăng|giảm|vẫn|giữ|duy|ổn|không|lên|nhích|xuống"
        r"|cũng|khá|mới|vụ)\p{L}+(?: \p{L}+){0,4}?)(?![\p{L}])\s*"
        r"(?=[\d,:(]|(?:đạt|ước|là|còn|năm|toàn|cả|của|có|tăng|giảm|hiện|khoảng|hơn|trên|gần"
        r"|tập trung|(?:lớn|nhiều|rộng) nhất)(?![\p{L}])"
        r"|vụ (?!đông|hè|mùa|thu)|$)"
    )
)
ENDS_NAME = (
    r"(?![\p{L}])\s*(?=[\d,:]|$|(?:đạt|ước|dự ước|là|còn|năm|tháng|quý|toàn|cả|của|trong|tăng|giảm|hiện|khoảng|hơn|trên"
    r"|gần)(?![\p{L}]))"
)

# "Vụ lúa hè thu năm 2021, nông dân đã xuống giống 68.214 ha", "Cây mía trồng được 1.200 ha"
_SEASON = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:vụ|cây)\s+(?P<what>(?:lúa|ngô|mía|sắn|lạc|rau|đậu|cà phê|chè|vải|nhãn)(?: \p{L}+){0,3}?)"
        + ENDS_NAME
    )
)

# "- Lúa cả năm: DT gieo trồng 207.815 ha"
_CROP = regex.compile(
    fold_pattern(
        r"[-+*•\s\d.)]*(?P<what>(?:lúa|ngô|mía|sắn|lạc|rau|đậu|cà phê|chè)(?: \p{L}+){0,3}?)\s*(?=:|cả năm|năm|\d{4})"
    )
)

# "sản lượng lúa cả năm 2021 của tỉnh dự ước 1.032.700 tấn"
_YIELD = regex.compile(
    fold_pattern(
        r"\s+(?P<what>(?!cả|năm|của|toàn|ước|đạt|hàng|trong|từ|so|các|này|bình|là|vụ|công nghiệp|đã|khá|rất"
        r"|không|tại|ở|vẫn|(?:giảm|tăng|sụt|sẽ|có thể|dự (?:kiến|báo))(?![\p{L}]))\p{L}+(?: \p{L}+){0,3}?)" + ENDS_NAME
    )
)
_NO_CROP = frozenset(
    map(
        fold,
        (
            "là",
            "hiện",
            "được",
            "chỉ",
            "mới chỉ",
            "mới",
            "đạt",
            "ước đạt",
            "tích",
            "hiện có",
            "xuống giống",
            "gieo trồng",
            "gieo cấy",
            "gieo sạ",
            "trồng",
            "trồng mới",
            "nuôi",
            "nuôi trồng",
            "thu hoạch",
            "thả nuôi",
            "canh tác",
            "co lại",
            "thu hẹp",
            "thu hẹp lại",
        ),
    )
)
_OUTPUT = fold("sản lượng")


def sown(passage: Passage, word: Word, stop: int) -> str:
    """What is grown on a sown area, out of the wording itself ("diện tích lúa đông xuân ước đạt")."""
    match = _SOWN.match(passage.folded, word.start, stop)
    if match is None or match["what"] in _NO_CROP:
        return ""
    return passage.text[match.start("what") : match.end("what")].lower()


def of_season(passage: Passage, stop: int) -> str:
    """The crop whose season or whose plants the sentence tells of before a number."""
    match = _CROP.match(passage.folded, passage.sentence.start, stop)
    match = match or _SEASON.search(passage.folded, passage.sentence.start, stop)
    return passage.text[match.start("what") : match.end("what")].lower() if match else ""


_TOPIC = regex.compile(
    fold_pattern(
        r"\W*(?:với|đối với|về|riêng|riêng với|còn|ở) (?:(?:con|cây|ngành|nghề|lĩnh vực|mặt hàng) (?:nuôi |trồng )?)?"
    )
)


def topic(passage: Passage) -> str:
    """The crop or the fish that a sentence says at once to be about ("Với nghêu, diện tích nuôi ...")."""
    word = next((w for w in passage.words if w.of("product") is not None), None)
    if word is None or not passage.folded.startswith(",", word.end):
        return ""
    opens = _TOPIC.fullmatch(passage.folded, passage.sentence.start, word.start) is not None
    return _PLANT.sub("", passage.text[word.start : word.end].lower()) if opens else ""


_PLANT = regex.compile(r"^(?:cây|con) ")


def yielded(passage: Passage, word: Word, stop: int) -> str:
    """What an output is of, right behind its name, where a time or a place parts it from the number."""
    if not passage.folded[word.start : word.end].endswith(_OUTPUT):
        return ""
    match = _YIELD.match(passage.folded, word.end, stop)
    return passage.text[match.start("what") : match.end("what")].lower() if match else ""
