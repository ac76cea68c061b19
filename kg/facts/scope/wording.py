"""The phrases of a text that can name a branch or a product, and those that cannot."""

from __future__ import annotations

import regex

from kg.facts import phrase
from kg.facts.scope.figure import Figure
from kg.facts.tokens import Passage
from kg.mentions.scan import Word
from kg.text.normalise import fold, fold_pattern, restored

# "chi 2,83 tỷ USD | nhập 5,9 triệu m3 gỗ"
TO_BUY = regex.compile(fold_pattern(r"\s*(?:để\s+)?(?:cho\s+(?:việc\s+)?)?(?:nhập khẩu|nhập)(?![\p{L}])"))
# Phrases that name no part of anything, where a branch or product might stand; told apart without their spaces, which
# damaged typing loses.
_GENERIC = frozenset(
    "".join(fold(each).split())
    for each in (
        # places and times
        "thành phố|tỉnh|huyện|bang|vùng|cả vùng|toàn vùng|cả nước|toàn quốc|thế giới|địa phương|một số địa phương"
        "|các địa phương|bắc|nam|bộ|năm|cuối|đầu|chót|hồi|trong những năm gần đây|những năm gần đây|lần đầu tiên"
        # all of something
        "|tổng|phần|hàng|hàng hóa|hàng hóa các loại|hàng các loại|sản phẩm|nguyên chiếc|toàn ngành|công nghiệp"
        "|toàn ngành công nghiệp|thương mại|công thương|tiêu dùng|kinh tế|nền kinh tế|toàn nền kinh tế|dự án"
        "|doanh nghiệp"
        "|thành viên|nguyên nhân|thị phần|lương|máy|nhân|nhân xô|diện tích|trồng|vụ|cả vụ|vụ thu"
        # trade
        "|xuất nhập khẩu|xuất khẩu|nhập khẩu|phần xuất khẩu|phần nhập khẩu|hàng xuất khẩu|hàng nhập khẩu"
        "|hàng hóa xuất khẩu|mặt hàng xuất khẩu|chính ngạch|hai chiều|song phương|hai nước|giữa hai nước|hai bên"
        "|giữa hai bên|chúng ta"
        # goals and who sets them
        "|nghị quyết|NQ|/NQ|mục tiêu|chỉ tiêu|đề ra|giao|chính phủ|sơ bộ"
        # ranks, and words of the sentence around
        "|lớn nhất|cao nhất|thấp nhất|nhiều nhất|dẫn đầu|đứng đầu|thứ|khép|thu|thu về|thu được|thành|dạt|tức|tức là"
        "|tức mỗi|thiếu|hồi phục|phục hồi|đi|vào|được"
    ).split("|")
)


def is_generic(phrase: str) -> bool:
    """Whether a phrase names no part of anything ("hàng hóa", "cả nước", "công Thương", "xuấtkhẩu")."""
    return "".join(fold(restored(phrase)).split()) in _GENERIC


_CLAUSAL = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:rằng|nhưng|song|tuy|mặc dù|khả năng|lại|không|được|để|nhằm|đã|sẽ|cho|đẩy|giải quyết|tạo"
        r"|thành lập|quy mô|thời hạn|này|cấp|đón|đạt|phục hồi|duy trì|nhờ|do|khi|từ|theo|bởi|mà|vì|nên|phải|hơn"
        r"|việc|giúp|đưa|làm|sau|trước|tình hình|so)(?![\p{L}])"
    )
)
_OWNERS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:fdi|ddi|nước ngoài|nhà nước|quốc doanh|trong nước|tư nhân|đtnn|kv|dn|nn|ngoài nn"
        r"|doanh nghiệp)(?![\p{L}])"
    )
)
# Words that open a piece of a clause and no name of goods or a branch ("bán được", but "bán lẻ").
_OPENS_CLAUSE = regex.compile(
    fold_pattern(
        r"(?:\d|bình quân (?:mỗi|hằng|hàng|một)$|(?:sở|cục|ubnd|bộ) (?:công|kế|nông|tài|thống|hải|thuế|tỉnh)|thấp"
        r"|cao hơn|kém|thua|co|sát|trần|nằm|(?:tạm )?ngừng|"
        r"hoàn tất|rút lui|rút khỏi|lập kỷ lục|đáp ứng|quy tròn|nghỉ tết|phát lên|dẫn đầu"
        r"|trong khối"
        r"|giải thể|phá sản|quay trở|trở lại|(?:xk|nk|xnk|knxk|knnk|gía trị)(?![\p{L}])|gánh"
        r"|ra đời|vẫn|bán(?! lẻ| buôn| dẫn)|tính(?! dầu)|"
        r"trong(?! nước)|vận chuyển|phương án|kịch bản|trường hợp|tình huống|(?:tăng|giảm)$|năm thứ|nói|ở chiều"
        r"|kia|dưới|quý|mức|dấu hiệu"
        r"|mới|nhất|tiềm năng|rút ngắn|hạ"
        r"|áp sát|mốc|mỗi|dừng|dao động|hướng|tiến|kỷ lục|thành công|tồn|hạ nhiệt"
        r"|chạm|vọt|mất|khiêm|quãng|tiền|qua|nuôi(?! trồng)|nhập|xuất|thị trường"
        r"|hàng (?:xuất|nhập)$|mua|nộp|giữ|ra|sang|hiện|đứng|ghi|tới|cả|giá|khối lượng|lượng|tốp|top|kế hoạch|con số"
        r"|thêm|riêng|nay|tức|nghị quyết|đây|đó|ai|chưa|rồi|cùng|nếu|càng|hay|hoặc|luôn|từng|vừa"
        r"|dù|trở|rơi|chậm|nhanh|bắt|"
        r"chờ|gọi|rất|khá|quá|nâng|vào)(?![\p{L}])"
    )
)
# What stands before an item of a list: a mark, or a word that heads it
_ITEM = regex.compile(
    fold_pattern(
        r"(?:^|[,;:(\n•+\-–]|(?<![\p{L}])(?:và|gồm|như|là|nhóm|nhóm hàng|mặt hàng|khu vực"
        r"|lĩnh vực|ngành|ngành hàng|yếu tố|hạng mục"
        r"|sản phẩm|riêng|của|về|với|trong đó|cụ thể|tiếp đến|kế đến))\s*$"
    )
)
_BEHIND = 2  # letters
_HEAD = regex.compile(r"^(?:[Nn]gành|[Kk]hu vực|[Ll]ĩnh vực)\s+")  # heads that name nothing (FACTS.md, 7)
_LONGEST = 9  # words; a longer phrase is a piece of a clause


def names_owner(text: str) -> bool:
    """Whether a phrase is about who owns or invests rather than about a branch ("khu vực FDI")."""
    return bool(_OWNERS.search(fold(text)))


def noun_like(text: str) -> bool:
    """Whether an unknown phrase can be the name of a branch or product rather than a piece of a clause."""
    folded = fold(text)
    return (
        not names_owner(text)
        and len(text.split()) <= _LONGEST
        and not _CLAUSAL.search(text.lower())
        and not _OPENS_CLAUSE.match(folded)
    )


def stands_as_part(figure: Figure, text: str, last: Word | None) -> bool:
    """Whether unknown words stand where a part is named: right behind what it is of, or as an item of a list."""
    passage = figure.passage
    start = passage.text.lower().rfind(text.lower(), figure.gap[0], figure.quantity.full_start)
    if start < 0 or (last is not None and 0 <= start - last.end <= _BEHIND):
        return True
    if figure.code == "cpi" and start == passage.sentence.start and figure.index == 0:
        return True  # "Bưu chính viễn thông giảm 0,05%."
    return _ITEM.search(passage.folded, max(passage.sentence.start, start - 20), start) is not None


def around(passage: Passage, word: Word) -> str:
    """A known branch as the text words it; an abbreviation is spelled out."""
    label = word.of("sector") or word.of("product")
    if label is not None and label.kind == "hidden" and label.text.split(" ")[0].isupper():
        return phrase.lower(label.concept.label)
    return phrase.lower(_HEAD.sub("", passage.text[word.start : word.end]))


def names_indicator(word: Word, code: str) -> bool:
    """Whether a word is a wording of an indicator, however weak."""
    return any(label.concept.code == code and label.concept.scheme == "indicator" for label in word.labels)


def renamed(gap: list[Word], code: str) -> bool:
    """Whether the words before a number name its indicator outright, and so begin anew with the whole."""
    return any(
        label.concept.code == code and label.concept.scheme == "indicator" and label.kind != "context"
        for word in gap
        for label in word.labels
    )
