"""Kinds of revenue and expenditure of a budget, and the taxes that are a part of the economy."""

from __future__ import annotations

import regex

from kg.facts.choose.beside import OFFICE_TAKES
from kg.facts.scope.figure import Figure
from kg.facts.scope.wording import names_indicator
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_LISTED_ACCOUNT = regex.compile(
    fold_pattern(
        r"(?:[:;,(]|và|trong đó|gồm)\s*(?:thu )?(?P<what>nội địa|xuất,? nhập khẩu|xnk|dầu thô)(?: (?:đạt|ước|là))*\s*$"
    )
)
_SAME_OFFICE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:toàn ngành|hải quan)(?![\p{L}])"))
_COLLECTED = regex.compile(r"^(?:thu|chi) (?:từ )?")
_ANY_TAX = fold_pattern("thuế")
_TAX = regex.compile(fold_pattern(r"(?:thuế|lệ phí|phí|tiền|xổ số)(?![\p{L}])"))
_TAXES = regex.compile(
    fold_pattern(r" (?:là |thuộc về |của )(?:phần )?(?P<what>thuế sản phẩm(?: trừ (?:đi )?trợ cấp(?: sản phẩm)?)?)")
)
_WORK = regex.compile(r"^hoạt động ")
_ACCOUNT = regex.compile(
    fold_pattern(
        r"^(?:(?:tổng )?số )?(?:chi|thu|ngân sách(?= từ))\s+(?:ngân sách\s+(?=nội địa)"
        r"|(?:(?:ngân sách nhà nước|ngân sách|nsnn|ns)\s+)?từ\s+)?(?!ngân sách|nsnn|ns(?!\p{L})|cân đối"
        r"|trên địa bàn)(?P<what>.+)$"
    )
)
# "thu ngân sách từ thuế bảo vệ môi trường", "chi ngân sách cho giáo dục"
_ACCOUNT_BEHIND = regex.compile(
    fold_pattern(
        r"(?:\s+(?:nhà nước|nsnn))?(?:\s+năm \d{4})?\s+(?:từ|cho|đối với)\s+(?:các khoản\s+|hoạt động\s+"
        r"|lĩnh vực\s+)?(?P<what>(?!đầu năm)\p{L}+(?:,? \p{L}+){0,6}?)\s*"
        r"(?=\d|năm|tháng|quý|đạt|là|đã|ước|tăng|giảm|chiếm|lên|trong|của|trên|hơn|gần|khoảng|[,;:(]|$)"
    )
)


_REST = regex.compile(fold_pattern(r"(?<![\p{L}])(?:phần )?còn lại(?: là| chiếm)?\s*$"))
_REST_IS = regex.compile(
    fold_pattern(
        r"\s*%?\s*(?:là|thuộc về|của)\s+(?P<what>(?:khu vực |ngành |nhóm )?\p{L}+(?:,? \p{L}+){0,4})(?=\s*[.;)]|$)"
    )
)
# "còn lại 700 tỷ đồng là thu từ hoạt động xuất nhập khẩu"
_REST_TAKEN = regex.compile(
    fold_pattern(
        r"\s*(?:là|từ|thuộc về)\s+(?:(?:thu"
        r"|chi) )?(?:từ )?(?:hoạt động )?(?P<what>\p{L}+(?:,? \p{L}+){0,4})(?=\s*[.,;)]|$)"
    )
)


def of_rest(figure: Figure) -> bool:
    """Take what the rest of an economy or of its sales is, named behind it.

    "Còn lại 6,1% là thuế sản phẩm trừ trợ cấp", "còn lại 10,8% là dịch vụ khác".
    """
    if figure.measure != "share" or figure.code not in ("gdp", "retail-sales"):
        return False
    passage, end = figure.passage, figure.quantity.full_end
    rest = figure.index and _REST.search(passage.folded, *figure.gap) is not None
    taxes = _REST_IS.match(passage.folded, end, passage.sentence.end) if rest else None
    if taxes is None and figure.code == "gdp":
        taxes = _TAXES.match(passage.folded, end)
    if taxes is None:
        return False
    figure.frame.put("sector", figure.passage.text[slice(*taxes.span("what"))], "sector.behind")
    figure.rules.append("sector.behind")
    return True


def account(figure: Figure, gap: list[Word]) -> str | None:
    """The kind of revenue or expenditure that a wording names ("chi thường xuyên", "thu từ dầu thô")."""
    passage = figure.passage
    for word in reversed(gap):
        if any(label.concept.code == figure.code for label in word.labels):
            if _TAX.match(passage.folded, word.start, word.end):
                return passage.text[word.start : word.end]
            match = _ACCOUNT.match(passage.folded[word.start : word.end])
            if match and match["what"] != _ANY_TAX:  # "số thu từ thuế bảo vệ môi trường": the words behind say which
                return _account_name(passage.text[word.start + match.start("what") : word.end].lower())
            behind = _ACCOUNT_BEHIND.match(passage.folded, word.end, figure.quantity.full_start)
            if behind:
                return _account_name(passage.text[behind.start("what") : behind.end("what")].lower())
    return None


def listed_account(figure: Figure) -> str | None:
    """A kind of revenue by its name alone, in a list ("..., gồm: nội địa 13.480 tỷ đồng, XNK 2.140 tỷ đồng")."""
    office = OFFICE_TAKES.search(figure.passage.folded, figure.gap[0], figure.quantity.full_start)
    if office is not None and office["customs"].startswith("h"):
        return "xuất nhập khẩu"
    told_before = figure.discourse.last_parts.get("sector")
    if not figure.index and told_before == "xuất nhập khẩu" and _SAME_OFFICE.search(figure.passage.folded, *figure.gap):
        return told_before  # "Riêng tháng 5, toàn ngành thu 33.000 tỷ đồng" behind what customs took
    if figure.index and figure.measure == "level" and _REST.search(figure.passage.folded, *figure.gap):
        rest = _REST_TAKEN.match(figure.passage.folded, figure.quantity.full_end, figure.passage.sentence.end)
        if rest is not None:
            return figure.passage.text[slice(*rest.span("what"))].lower()
    told = _LISTED_ACCOUNT.search(figure.passage.folded, *figure.gap)
    if told is None:
        return _known_account(figure)
    name = figure.passage.text[told.start("what") : told.end("what")]
    return "xuất nhập khẩu" if name == "XNK" else name.lower()


def _known_account(figure: Figure) -> str | None:
    """A kind of revenue or expenditure that the vocabulary knows ("thu tiền sử dụng đất 150 tỷ đồng")."""
    for word in reversed(figure.gap_words()):
        if _TAX.match(figure.passage.folded, word.start, word.end) and names_indicator(word, figure.code):
            return figure.passage.text[word.start : word.end]
        label = word.of("sector")
        if label is not None and label.concept.code.startswith(("budget-", "spending-")):
            return _COLLECTED.sub("", figure.passage.text[word.start : word.end].lower())
    return None


def _account_name(text: str) -> str | None:
    """A kind of revenue by its name; who pays it is no kind ("thu từ khu vực kinh tế ngoài quốc doanh")."""
    name = _WORK.sub("", text)
    if name == "xnk":
        return "xuất nhập khẩu"
    return None if name.startswith(("khu vực", "doanh nghiệp")) else name
