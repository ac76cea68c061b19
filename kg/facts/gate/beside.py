"""What stands right before or behind a number and makes it one of something else than its indicator."""

from __future__ import annotations

import regex

from kg.facts.kinds import INVESTED, TRADED
from kg.facts.tokens import Passage
from kg.facts.unnamed import unnamed
from kg.text.normalise import fold_pattern


def _told(source: str) -> regex.Pattern[str]:
    return regex.compile(fold_pattern(source))


_CAPITAL = frozenset(INVESTED | {"total-investment"})
# indicators, and what between the number before and this one tells that it is none of them
_BEFORE: tuple[tuple[frozenset[str], regex.Pattern[str]], ...] = (
    # "lượng đường tồn khoảng 12 nghìn tấn": in store, not made
    (frozenset({"product-output"}), _told(r"(?<![\p{L}])tồn(?: kho| đọng)?(?: \p{L}+){0,8}?\s*$")),
    # "thế giới mỗi năm tiêu thụ 900 nghìn tấn", and how fast that grows
    (
        frozenset({"product-output", "export-volume", "import-volume"}),
        _told(
            r"(?<![\p{L}])(?:thế giới|toàn cầu)(?: \p{L}+){0,3} (?:tiêu thụ|cần|tiêu dùng)(?![\p{L}])[^;.\d]*$"
            r"|(?<![\p{L}])mức tiêu thụ(?![\p{L}])[^;.\d]*$"
        ),
    ),
    # "hội chợ năm trước ... doanh số bán lẻ 12 tỷ đồng"
    (frozenset({"retail-sales"}), _told(r"(?<![\p{L}])gian hàng,[^;.]{0,40}$")),
    # "có dự án vốn đầu tư 3 tỷ USD chỉ mất một năm": one of many
    (_CAPITAL, _told(r"(?<![\p{L}])có (?:những |nhiều )?dự án (?:có )?(?:tổng )?(?:số )?vốn[^,;.]{0,20}$")),
    # "vốn ODA lũy kế 4 tỷ USD", "vốn của các doanh nghiệp tạm ngừng là 9 nghìn tỷ"
    (_CAPITAL, _told(r"(?<![\p{L}])(?:oda|tạm ngừng|giải thể)(?![\p{L}])[^,;.]{0,50}$")),
    # "giá Brent tăng 1,7%": one price, not all of them
    (
        frozenset({"cpi"}),
        _told(
            r"(?<!chỉ số )(?<![\p{L}])giá (?:dầu|brent|wti|vàng|xăng|gas|thép|gạo|cà phê|cổ phiếu|đất)(?![\p{L}])"
            r"(?:(?!chỉ số|cpi|nhóm|giá |lạm phát)[^,;.])*$"
        ),
    ),
    (frozenset({"cpi"}), _told(r"(?<![\p{L}])(?:thị trường vàng|đồng usd|đô la|tỷ giá)(?![\p{L}])[^;.]*$")),
    # "mức dư nợ không vượt quá 25% số thu": a bound on debts
    (frozenset({"budget-revenue", "public-investment"}), _told(r"(?<![\p{L}])dư nợ(?![\p{L}])[^;.]{0,90}$")),
    # "phát hiện 30 vụ vi phạm, thu nộp ngân sách 2 tỷ đồng": fines of one office
    (
        frozenset({"budget-revenue"}),
        _told(
            r"(?<![\p{L}])(?:nộp|thu nộp|thu) (?:vào )?(?:ngân sách|nsnn|kho bạc)[^,;.\d]{0,20}"
            r"(?<=(?<![\p{L}])(?<!dịch )(?:vụ|vi phạm|phạt|xử lý|trường hợp)(?![\p{L}])[^.]{0,60})$"
        ),
    ),
    # "lãi suất cho hộ nghèo vay là 7,2%/năm"
    (frozenset({"poverty-rate"}), _told(r"(?<![\p{L}])(?:lãi suất|cho vay|dư nợ)(?![\p{L}])[^;.]{0,40}$")),
    # "đóng bao, quy cách 20 kg"
    (TRADED, _told(r"(?<![\p{L}])(?:trọng lượng|quy cách|mỗi (?:thùng|bao|túi|kiện))(?![\p{L}])[^;.]{0,20}$")),
)
_BEHIND: tuple[tuple[frozenset[str], regex.Pattern[str]], ...] = (
    (_CAPITAL, _told(r"\s*(?:nguồn )?(?:vốn )?oda(?![\p{L}])")),  # "35 triệu USD vốn ODA"
    # "phải cho thuê được 70% thì mới mở thêm": what the law asks for
    (frozenset({"zone-occupancy"}), _told(r"\s*%?\s*(?:thì )?mới (?:được|cho phép|đủ điều kiện)(?![\p{L}])")),
    # "còn dư 7 tỷ USD chưa giải ngân"
    (
        frozenset({"implemented-capital", "public-investment"}),
        _told(r"\s*(?:vẫn |còn |là )?chưa (?:được )?(?:giải ngân|thực hiện)(?![\p{L}])"),
    ),
    # "so với 3,1% của thế giới"
    (
        frozenset({"product-output", "iip", "gdp", "cpi"}),
        _told(r"\s*(?:%\s*)?của (?:mức )?(?:trung bình |bình quân )?thế giới"),
    ),
    # "tăng thuế lên gấp đôi, từ 1.500 đồng/lít lên 4.000 đồng/lít"
    (frozenset({"budget-revenue"}), _told(r"\s*,\s*từ [\d.,]+ (?:đồng|đ)/")),
)


_BY_INDICATOR = tuple(
    {code: tuple(told for of, told in table if code in of) for code in frozenset().union(*(of for of, _ in table))}
    for table in (_BEFORE, _BEHIND)
)


def other(indicator: str, passage: Passage, index: int) -> bool:
    """Whether the words beside the index-th number of a passage say that it is no figure of the indicator."""
    before, behind = _BY_INDICATOR[0].get(indicator, ()), _BY_INDICATOR[1].get(indicator, ())
    if before:
        begins, (low, high) = passage.sentence.start, passage.gap(index)
        said = unnamed(passage, begins, high)
        if any(told.search(said, low - begins) for told in before):
            return True
    start = passage.quantities[index].full_end
    return any(told.match(passage.folded, start, passage.sentence.end) for told in behind)
