"""The branch told behind a number: what capital goes into, what counted firms, projects or people are of.

"Rót thêm 300 triệu USD vào bất động sản Việt Nam", "800 doanh nghiệp mới trong ngành vận tải", "7 dự án điện gió, trong
đó mới có 1 dự án phát điện".
"""

from __future__ import annotations

import regex

from kg.facts.choose.counted import POWER
from kg.facts.kinds import INVESTED
from kg.facts.phrase import lower
from kg.facts.scope.figure import Figure
from kg.facts.scope.wording import around, is_generic, noun_like
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_INTO = regex.compile(
    fold_pattern(
        r"\s+(?:vốn (?:đầu tư (?:trực tiếp )?)?(?:nước ngoài |fdi |ngoại )?)?(?:được )?(?:rót |đổ |chảy |đầu tư )?vào"
        r"(?: các)? (?:thị trường |lĩnh vực |ngành |các dự án )?"
    )
)


def put_into(figure: Figure) -> str:
    """The known branch right behind "vào"; "" where none is told."""
    if figure.code not in INVESTED or figure.measure not in ("level", "change"):
        return ""
    into = _INTO.match(figure.passage.folded, *figure.after)
    if into is None:
        return ""
    behind = figure.passage.between(into.end(), into.end() + 1)
    known = next((t for t in behind if isinstance(t, Word) and t.start == into.end() and t.of("sector")), None)
    return lower(figure.passage.text[known.start : known.end]) if known is not None else ""


_OF_THEM = regex.compile(
    fold_pattern(
        r"(?:.*(?<![\p{L}])trong (?:số )?(?:đó|này)(?: \p{L}+){0,4}|[^;]*,)\s*(?:(?:đã|mới|chỉ"
        r"|hiện|có|khoảng|hơn) )*"
    )
)
_HAVE_COME = regex.compile(
    fold_pattern(
        r"\s*(?:đã |đang |mới |được )*(?:phát điện|đóng điện|hòa lưới|vận hành|hoạt động"
        r"|khởi công|hoàn thành|đi vào)(?![\p{L}])"
    )
)


def of_those(figure: Figure) -> str:
    """The branch of the projects just counted, of which a number counts those that have come so far; "" for none."""
    quantities, index = figure.passage.quantities, figure.index
    if not index or figure.quantity.dimension != "count-project" or figure.code != "investment-projects":
        return ""
    if not _OF_THEM.fullmatch(figure.passage.folded, *figure.gap):
        return ""
    if not _HAVE_COME.match(figure.passage.folded, figure.quantity.full_end, figure.passage.sentence.end):
        return ""
    told = [fact for fact in figure.discourse.told if fact.indicator == figure.code and fact.measure == "level"]
    before = {quantity.start for quantity in quantities[:index]}
    return next((fact.sector or "" for fact in reversed(told) if fact.evidence.start in before), "")


_ENDS = (
    r"\s*(?=[,;.:(]|\d|đạt|chiếm|tăng|giảm|với|có|là|đã|đang|bị|trong|trên|tại|ở|được|năm|thành lập|đăng ký"
    r"|quay|và \p{L}+ \d|$)"
)
_WORDS = r"(?P<what>\p{L}+(?:(?:(?:,| [-–])? (?:và )?|-)\p{L}+){0,8}?)"
# "... doanh nghiệp thành lập mới trong ngành bán buôn, bán lẻ", "... người đang làm việc ở khu vực dịch vụ"
_IN_BRANCH = regex.compile(
    fold_pattern(
        r"\s+(?:thành lập mới |đăng ký mới |mới |đang làm việc |làm việc |hoạt động |đang hoạt động |đầu tư )*"
        r"(?:trong|thuộc|ở|vào)(?: các)? (?:ngành|lĩnh vực|khu vực) (?!kinh tế|kinh doanh|có|này|fdi|nhà nước|tư nhân"
        r"|ngoài|thành thị|nông thôn)" + _WORDS + _ENDS
    )
)
# "... doanh nghiệp ngành bán buôn, bán lẻ", "17,1 nghìn doanh nghiệp xây dựng, chiếm 12,4%"
_OF_BRANCH = regex.compile(
    fold_pattern(r"\s+(?:thuộc )?(?:ngành|lĩnh vực) (?!kinh tế|kinh doanh|có|này)" + _WORDS + _ENDS)
)


def of_counted(figure: Figure) -> str:
    """The branch behind firms, projects or people counted ("800 doanh nghiệp thành lập mới trong ngành vận tải")."""
    folded, (start, stop) = figure.passage.folded, figure.after
    told = _IN_BRANCH.match(folded, start, stop) or _OF_BRANCH.match(folded, start, stop)
    at = told.start("what") if told is not None else start + 1
    known = next((w for w in figure.passage.between(at, stop) if isinstance(w, Word) and w.of("sector")), None)
    if known is not None and known.start == at and (told or figure.quantity.dimension in _BY_BRANCH):
        return around(figure.passage, known)
    goods = next((w for w in figure.passage.between(at, at + 1) if isinstance(w, Word) and w.of("product")), None)
    power = (
        goods is not None and folded[goods.start : goods.end] == POWER and figure.quantity.dimension == "count-project"
    )
    firms = figure.quantity.dimension == "count-enterprise"
    if goods is not None and (firms or power) and _CLOSES.match(folded, goods.end):
        return around(figure.passage, goods)  # "164 doanh nghiệp gỗ, dùng 27.000 lao động", "57 dự án điện với ..."
    if told is None:
        return ""
    text = figure.passage.text[told.start("what") : told.end("what")].lower()
    return text if noun_like(text) and not is_generic(text) else ""


_BY_BRANCH = ("count-enterprise", "count-project")  # "12 dự án nông nghiệp, 9 dự án du lịch"

_CLOSES = regex.compile(
    fold_pattern(r"\s*(?:[,;.)]|$|(?:có|đang|đã|vận hành|với|sử dụng|dùng|hoạt động|tại|ở|trên)(?![\p{L}]))")
)
