"""What a sum of money is of a thing: the capital put into it, what was added, a wage."""

from __future__ import annotations

from dataclasses import replace

import regex

from kg.facts.entity import rates, words
from kg.facts.entity.land import FROM, GROWS, bare
from kg.facts.entity.thing import Found, Subject
from kg.facts.tokens import Passage
from kg.mentions.quantity import Quantity
from kg.model import EntityFigure
from kg.text.normalise import fold_pattern

_OF_PHASE = regex.compile(  # "tổng vốn đầu tư 60 triệu USD, riêng giai đoạn 1 là 38 triệu USD"
    fold_pattern(
        r"\s*[,;]\s*(?:trong đó |riêng |trong đó riêng )(?:giai đoạn|gđ) (?:\d|[iv]+|đầu)(?: là| chiếm| cần|:)?\s*"
    )
)


def of(
    passage: Passage, index: int, quantity: Quantity, subject: Subject, gap: str, before: str | None
) -> Found | None:
    """The attribute that a sum states of the subject: its capital, more of it, a wage; None for other money.

    ``gap`` holds the words before the sum, ``before`` is the attribute of the number before it.
    """
    timed = "/" in (quantity.unit or "")
    if words.WAGE.search(gap):
        rate = quantity.unit if timed else rates.rate_of(passage, quantity)
        if rate is None or "/" not in rate:
            rate = f"{quantity.unit}/month" if quantity.unit and _MONTHLY.search(gap) else rate
        return Found("wage", rate) if rate and rate.endswith("/month") and quantity.dimension == "money" else None
    if before == "wage" and timed and (quantity.unit or "").endswith("/month") and _WAGE_AGAIN.fullmatch(gap):
        return Found(
            "wage", quantity.unit
        )  # "năm 2016 đạt 5,6 triệu đồng/tháng; 10 tháng năm 2017 đạt 6,1 triệu đồng/tháng"
    lead = (
        passage.folded[
            max(passage.sentence.start, min(subject.start, quantity.full_start) - 40) : min(
                subject.start, quantity.full_start
            )
        ]
        if not subject.carried
        else ""
    )
    if (
        (
            quantity.dimension == "bare"
            and words.OTHER_MONEY.match(passage.folded[quantity.full_end : quantity.full_end + 20].lstrip())
        )
        or words.DEAL.search(lead)
        or words.DEAL.search(gap)
        or _TAKEN.search(lead)
    ):
        return None
    told = passage.text[quantity.full_start - len(gap) : quantity.full_start]
    of_land = index > 0 and passage.quantities[index - 1].dimension == "area"
    if of_land and _LAND_WORTH.fullmatch(gap):
        return None  # "đất thu hồi để tạo vốn là 88 ha, có giá trị khoảng 3.424 tỷ đồng"
    if subject.kind == "zone" and _OF_TENANT.search(told):
        return None
    if before == "investment-capital" and (GROWS.fullmatch(gap) or _OF_PHASE.fullmatch(gap)):
        return Found("investment-capital", None)  # "tăng vốn từ 600 tỷ đồng lên 940 tỷ đồng"
    if before == "additional-capital" and _GROWN_TO.fullmatch(gap):
        return Found("investment-capital", None)  # "vốn tăng thêm 200 tỷ đồng, lên 590 tỷ đồng"
    if subject.kind == "zone" and before == "projects" and _WORTH.fullmatch(gap):
        return Found("investment-capital", None)  # "thu hút 34 dự án với 300 triệu USD"
    if quantity.per in _A_PIECE:
        return None  # "suất đầu tư 7 tỷ đồng/ha"
    starts = words.CAPITAL.search(gap) and FROM.search(gap)
    if timed or (words.RISES.search(gap[-34:]) and not words.ADDED.search(gap) and not starts):
        return None
    if starts:
        return Found("investment-capital", None)
    if words.ADDED.search(gap) and not words.UP_TO.search(gap[-10:]):
        return Found("additional-capital", None)
    raises = _RAISES.search(passage.folded, passage.sentence.start, quantity.full_start) if gap[-6:].strip() else None
    if raises is not None and _MORE.search(gap):
        return Found("additional-capital", None)  # "được điều chỉnh tăng vốn cho Nhà máy A tại KCN B thêm 35 triệu USD"
    if before == "investment-capital" and _JUST_ADDED.match(passage.folded, quantity.full_end):
        return Found("additional-capital", None)  # "tổng vốn 200 triệu USD, trong đó 44 triệu USD vừa tăng thêm"
    listed = (
        index > 0 and before in ("investment-capital", "additional-capital") and words.LISTED.fullmatch(gap) is not None
    )
    if listed:
        return Found(before or "investment-capital", None)
    if subject.kind == "enterprise":
        return Found("investment-capital", None) if words.ENTERPRISE_CAPITAL.search(gap) else None
    if words.CAPITAL.search(gap) or (words.CAPITAL_AHEAD.search(lead) and words.IS.fullmatch(gap)):
        return Found("investment-capital", None)
    put = _IS_PUT if gap.strip(" ,") == "" or gap.rstrip().endswith(",") else _PUT_INTO
    if subject.kind == "project" and put.match(passage.folded, quantity.full_end):
        return Found("investment-capital", None)
    if subject.kind == "project" and (_WITH_SUM.search(gap) or _PLEDGED.search(gap)):
        return Found("investment-capital", None)
    if before == "investment-capital" and _ADJUSTED.search(gap):
        return Found("investment-capital", None)
    return (
        Found("investment-capital", None) if bare(gap) and (quantity.value >= 10**9 or quantity.unit == "USD") else None
    )


def in_two_currencies(figures: list[EntityFigure]) -> list[EntityFigure]:
    """The figures of things; what an amount is in other money, in a bracket behind it, is as planned as the amount."""
    told: list[EntityFigure] = []
    for fact in figures:
        last = told[-1] if told else None
        if last is not None and fact.status != last.status and _same_sum(last, fact):
            fact = replace(fact, status=last.status, period=last.period)
        told.append(fact)
    return told


def _same_sum(first: EntityFigure, second: EntityFigure) -> bool:
    """Whether two sums of a thing are one in two currencies ("2.100 tỷ đồng (chừng 85 triệu USD)")."""
    if (first.entity, first.attribute) != (second.entity, second.attribute) or first.unit == second.unit:
        return False
    if {first.unit, second.unit} != {"VND", "USD"} or first.evidence.sentence_start != second.evidence.sentence_start:
        return False
    start = first.evidence.sentence_start
    between = first.evidence.sentence[first.evidence.end - start : second.evidence.start - start]
    return "(" in between and ")" not in between and len(between) < _BRACKETED


# "45.000 tỷ đồng đã được đầu tư để xây khu liên hợp A", "... vào dự án dệt A và 90 triệu USD vào dự án may B"
_IS_PUT = regex.compile(fold_pattern(r"\s*(?:đã |sẽ |đang )?được (?:đầu tư|rót|chi|đổ|dành)(?![\p{L}])"))
_PUT_INTO = regex.compile(fold_pattern(r"\s*(?:vào|cho) (?:dự án|nhà máy|công trình|khu)(?![\p{L}])"))
_LAND_WORTH = regex.compile(
    fold_pattern(r"\s*(?:ha|m2)?\s*,? (?:có |với )(?:giá trị|trị giá)(?: (?:khoảng|hơn|gần|trên|ước))*\s*$")
)
_MORE = regex.compile(fold_pattern(r"(?<![\p{L}])thêm(?: (?:gần|hơn|khoảng|trên|tới))?\s*$"))
_RAISES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:tăng|bổ sung|nâng)(?: thêm)? (?:tổng )?vốn(?: đầu tư)? "
        r"(?:cho|tại|của|vào|nhà máy|dự án)(?![\p{L}])[^;]*$"
    )
)
_JUST_ADDED = regex.compile(
    fold_pattern(r"\s+(?:là )?(?:vốn )?(?:vừa |mới |được )*(?:tăng thêm|bổ sung|rót thêm)(?![\p{L}])")
)
_MONTHLY = words.told(
    r"(?:lương|thu nhập)(?: bình quân)? (?:hằng |hàng |mỗi |một )?tháng"
)  # "lương tháng 9,6 triệu đồng"
_BRACKETED = 40  # letters
_A_PIECE = ("ha", "m2", "mw", "km", "căn")
_WAGE_AGAIN = regex.compile(
    fold_pattern(
        r"\s*[;,]?(?: (?:và|còn|đến|sang|nay|năm|tháng|quý|đầu|nay|hiện|hiện nay|trước|ngoái|này|mới|đã|đạt|là"
        r"|lên|tăng|tới"
        r"|khoảng|hơn|gần|trên|[\divx/]+))*\s*"
    )
)
_GROWN_TO = regex.compile(
    fold_pattern(
        r"[,\s]*(?:nâng |đưa |kéo )?(?:tổng )?(?:vốn |mức )?(?:đầu tư )?(?:của (?:dự án|nhà máy) )?lên"
        r"(?: tới| mức| thành| đến)?(?: (?:hơn|gần|khoảng|trên))?\s*"
    )
)
_TAKEN = regex.compile(fold_pattern(r"(?<![\p{L}])(?:thu|thuế|nộp ngân sách)(?: \p{L}+){0,2} (?:từ|của)\s*$"))
# "Tập đoàn A đăng ký 7 triệu USD cho nhà máy B"
_PLEDGED = regex.compile(fold_pattern(r"(?<![\p{L}])(?<!vốn )đăng ký(?: đầu tư)?(?: (?:hơn|gần|khoảng|trên))?\s*$"))
_WITH_SUM = regex.compile(fold_pattern(r"(?<![\p{L}])với(?: số tiền| số vốn)?\s*$"))
_OF_TENANT = regex.compile(  # "..., trong đó Kogen đầu tư 4,6 tỷ USD": a tenant's capital, not the zone's
    r"(?:trong đó|riêng|điển hình|tiêu biểu|như|nhất là)[^;]{0,20}?\p{Lu}[\p{L}\d&]*(?: \p{Lu}[\p{L}\d&]*)* "
    r"(?:đã |sẽ )?(?:đầu tư|rót|với|có)[^;,]*$"
)
_WORTH = regex.compile(fold_pattern(r"\s*(?:,|,? với|, vốn|, tổng vốn|,? trị giá|\()?(?: (?:hơn|gần|khoảng|trên))?\s*"))
_ADJUSTED = regex.compile(
    fold_pattern(r"điều chỉnh (?:tăng |giảm )?(?:xuống|lên|còn|thành)(?: (?:còn|đến|tới|thành))?\s*$")
)
