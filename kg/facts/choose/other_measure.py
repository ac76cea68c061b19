"""The other measure of what a sentence tells of: the volume beside the value, the count beside the capital."""

from __future__ import annotations

import regex

from kg.facts.choose.choice import Choice
from kg.facts.choose.number import Number
from kg.text.normalise import fold_pattern

TRADED_BOTH_WAYS = ("export-turnover", "export-volume", "import-turnover", "import-volume")
# "vốn đăng ký 2.640 tỷ đồng, tăng 9,4% về số lượng": of what the capital is of
COUNTED_WITH = {"new-enterprise-capital": "new-enterprises", "registered-capital": "investment-projects"}
CAPITAL_WITH = {count: capital for capital, count in COUNTED_WITH.items()}
# "giảm 23,6% (lượng giảm 32,7%)"; "dù lượng chỉ giảm có 3,5%"; "lượng tăng 8%, giá trị vẫn giảm gần 18%"
_VOLUME = regex.compile(
    fold_pattern(
        r"(?:^|[(,;]|dù|trong khi|nhưng|và|còn)\s*(?:nhưng\s+|dù\s+|mặc dù\s+|về\s+)?(?:khối |số )?lượng"
        r"(?:\s+(?:xuất|nhập)(?:\s+khẩu)?)?\s+(?:\p{L}+\s+){0,3}[+\-]?$"
    )
)
_VALUE = regex.compile(
    fold_pattern(
        r"(?:^|[(,;]|nhưng|song|và|còn|trong khi)\s*(?:nhưng\s+|song\s+|còn\s+|về\s+)?"
        r"(?:giá trị|trị giá|kim ngạch)(?:\s+(?:xuất|nhập)(?:\s+khẩu)?)?\s+(?:\p{L}+\s+){0,3}[+\-]?$"
    )
)
_COUNT = regex.compile(
    fold_pattern(r"(?:^|[,;(]|dù|tuy|nhưng|song|và|còn|trong khi)\s*(?:về\s+)?số (?:lượng|dự án)\s+(?:\p{L}+\s+){0,3}$")
)
_FIRMS = regex.compile(  # "301 DN thành lập mới, vốn 2.940 tỷ đồng: số DN tăng 61,9%"
    fold_pattern(
        r"(?:^|[,;:(]|dù|tuy|nhưng|song|và|còn|trong khi)\s*(?:về\s+)?số (?:dn|doanh nghiệp)"
        r"(?: (?:thành )?lập mới)?(?: (?:lại|chỉ|cũng|vẫn|thì))* (?:tăng|giảm|sụt|hụt|nhích)(?: \p{L}+){0,2}\s*$"
    )
)
_SUM = regex.compile(  # "số dự án tăng 18% nhưng số vốn giảm tới 20%"
    fold_pattern(
        r"(?:^|[,;(]|dù|tuy|nhưng|song|và|còn|trong khi)\s*(?:về\s+)?(?:tổng )?(?:số )?vốn(?: đăng ký| đầu tư)?"
        r"(?: (?:lại|chỉ|cũng|vẫn|thì))* (?:tăng|giảm|sụt|tụt|hụt|nhích)(?: \p{L}+){0,2}\s*$"
    )
)


def told(number: Number) -> Choice | None:
    """The other side of the trade in force, its volume or its value, named by a bare word."""
    code = number.frame.indicator
    if number.measure != "growth" or code is None:
        return None
    if code in COUNTED_WITH and _COUNT.search(number.gap_text):
        return Choice(COUNTED_WITH[code], "indicator.count-of-capital")
    if code == "new-enterprise-capital" and _FIRMS.search(number.gap_text):
        return Choice(COUNTED_WITH[code], "indicator.count-of-capital")
    named = any(number.full_names(word) for word in number.words)  # "..., kim ngạch xuất khẩu tăng 12%"
    if code in CAPITAL_WITH and not named and (_VALUE.search(number.gap_text) or _SUM.search(number.gap_text)):
        return Choice(CAPITAL_WITH[code], "indicator.capital-of-count")
    if code not in TRADED_BOTH_WAYS:
        return None
    side, _, kind = code.partition("-")
    if kind == "turnover" and _VOLUME.search(number.gap_text):
        return Choice(f"{side}-volume", "indicator.volume-of-trade")
    if kind == "volume" and _VALUE.search(number.gap_text):
        return Choice(f"{side}-turnover", "indicator.value-of-volume")
    return None
