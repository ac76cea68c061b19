"""Times behind a number: right behind it they are its own, further on they are the next clause's."""

from __future__ import annotations

from dataclasses import replace

import regex

from kg.facts.kinds import COMPARED, INVESTED, TRADED
from kg.facts.scope.figure import Figure, Spot
from kg.mentions.period import Period
from kg.mentions.resolve import year_of
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_ADJACENT = regex.compile(
    fold_pattern(
        r"^[\s)]*(?:trở lên\s*)?(?:(?:trong|vào|cho|của|ở|tại|từ|kể từ|sau|hồi|đầu|hồi đầu|cuối|của chính \p{L}+)?\s*"
        r"|\(\s*(?:(?:ước|uth)(?: thực hiện| đạt)?\s*)?)$"
    )
)
# "đạt 43,2% kế hoạch vốn cả năm": the plan's year
_OF_PLAN = regex.compile(
    fold_pattern(r"\s*(?:so với |của )?(?:kế hoạch|kh|dự toán|chỉ tiêu)(?: (?:vốn|thu|giao|được giao|của|cho))*\s*")
)
_PLANS = tuple(map(fold_pattern, ("kế hoạch", "kh ", "dự toán")))
_OF = fold_pattern("của")
_ITSELF = fold_pattern("của chính")
_WHEN = fold_pattern("hồi")
_OR_MORE = fold_pattern("trở lên")
_THAN_RATE = regex.compile(fold_pattern(r"(?:hơn|kém|thua)\s+(?:mức|nhịp)(?:\s+(?:tăng|giảm|tăng trưởng))*\s*$"))
_THAN_AMOUNT = regex.compile(fold_pattern(r"(?<![\p{L}])so với(?: mức| con số)?\s*$"))
_OF_BEFORE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:hơn|kém|thua|so với|bằng)(?: (?:mức|con số))?|từ (?:mức|con số)"
        r"|(?:tăng|giảm|nâng|hạ|rớt|tụt)[^,;.\d]{0,16} từ)\s*$"
    )
)
_DONE_IN = regex.compile(
    fold_pattern(r"\s*(?:mà [^,.;\d]{2,20} )?(?:đã )?(?:thực hiện|đạt|có|ghi nhận)(?: được)?(?: (?:ở|hồi))?\s+")
)
_RUN_IN = regex.compile(fold_pattern(r"\s*(?:đang |còn )?hoạt động\s+(?=(?:vào|trong|đến) (?:cuối )?năm)"))
_VERBS = regex.compile(fold_pattern(r"(?:tăng|giảm|đạt|chiếm|bằng|so)\s"))
_OPENS = regex.compile(fold_pattern(r"trong|của|vào|cho|cả|tính đến|tính tới"))
_OPENED = regex.compile(fold_pattern(r"(?:trong|của|vào|cho|cả)\s*$"))
_OPENS_BRACKET = regex.compile(r"\s*\(\s*")
_WEIGHTLESS = {"about", "own", "inert"}
_WHOLE = {"whole"}  # behind what a share is of: "55% giá trị sản xuất công nghiệp toàn tỉnh vào năm 2025"
_FAR = 60  # characters: a time further behind belongs to another clause


_ITS_OWN = regex.compile(r"\s?:\s*\d")


def right(figure: Figure) -> Period | None:
    """The time right behind a number ("45,5% vào năm 2020"), unless it opens the next clause."""
    passage = figure.passage
    start, stop = figure.after
    done = _DONE_IN.match(passage.folded, start, stop)
    if done is not None and _OF_BEFORE.search(passage.folded, *figure.gap):
        start = done.end()  # "thấp hơn con số 3,4 tỷ USD đã thực hiện năm 2018", "từ mức 2 tỷ USD đạt được hồi tháng 5"
    runs = _RUN_IN.match(passage.folded, start, stop) if figure.quantity.dimension.startswith("count") else None
    if runs is not None:
        start = runs.end()  # "1,5 triệu doanh nghiệp hoạt động vào năm 2025"
    for token in passage.between(start, stop):
        if isinstance(token, Period):
            if passage.folded[token.start - 1] == "(" and _ITS_OWN.match(passage.folded, token.end):
                return None  # "148 triệu USD (T9/2018: 131,5)": of the number in the bracket
            return _bound(token, passage.folded[start : token.start], figure)
        if not isinstance(token, Word):
            return None
        if not token.labels and set(token.cues) <= (_WEIGHTLESS | _WHOLE if start > figure.after[0] else _WEIGHTLESS):
            continue
        if "estimate" in token.cues and passage.folded[token.start - 1] == "(":
            continue  # "310 triệu USD (ước năm 2020)"
        if passage.folded[token.start : token.end] == _WHEN or passage.folded.startswith(_OR_MORE, token.start - 4):
            continue  # "17,2% hồi tháng 3": no anise; "2 tỷ USD trở lên trong giai đoạn ..."
        of_place = start > figure.after[0] and token.of("area") is not None and figure.measure == "share"
        if not (of_place or _whole_of_share(token, start, figure) or _what_money(token, start, figure)):
            return None
        start = token.end  # "8% trong tổng xuất khẩu của Việt Nam vào năm 2000"
    return None


_IN_ALL = regex.compile(fold_pattern(r"[\s%]*(?:(?:trong|của) )?(?:tổng(?: số)? )?[\s%]*|[^,;.]{0,8}"))


def _whole_of_share(word: Word, start: int, figure: Figure) -> bool:
    """Whether a word between a share and its time is what it is a share of ("chiếm 24 - 25% GRDP vào năm 2025")."""
    between = figure.passage.folded[start : word.start]
    if figure.passage.folded.startswith(_PLANS, word.start):
        return False  # "đạt 43,2% kế hoạch vốn cả năm"
    return (
        figure.quantity.dimension == "percent"
        and word.of("indicator") is not None
        and _IN_ALL.fullmatch(between) is not None
    )


def _what_money(word: Word, start: int, figure: Figure) -> bool:
    """Whether a word between an amount and its time says what money it is ("2 tỷ USD vốn FDI trong năm 2020")."""
    label = word.of("indicator")
    named = word.of("code/investor") is not None or word.of("product") is not None
    named = named or (label is not None and label.concept.code in _MONEY)
    return named and figure.quantity.dimension == "money" and not figure.passage.folded[start : word.start].strip()


_MONEY = INVESTED | TRADED | {"industrial-promotion-funding"}


def _bound(period: Period, between: str, figure: Figure) -> Period | None:
    """The time behind a number as the number's own; the discourse notes that the number has used it up."""
    passage, bound = figure.passage, figure.discourse.bound_right
    owned = passage.folded.startswith(_OF, period.start) or _THAN_RATE.search(passage.folded, *figure.gap)
    owned = owned or _THAN_AMOUNT.search(passage.folded, *figure.gap)
    measured = figure.reading.rule == "measure.index"  # "bằng 88% của cùng kỳ": what it is measured in
    itself = period.kind == "year" and period.relative == -1 and between.strip().startswith(_ITSELF)
    if (itself or (period.kind == "same" and between.strip() == "")) and (owned or itself) and not measured:
        # "thấp hơn mức tăng 7,4% của cùng kỳ năm 2016", "thua mức 9,4% của chính mình một năm trước"
        earlier = shifted(replace(period, kind="same", year=None) if itself else period, figure)
        bound[figure.key] = period
        return earlier
    between = _ALL_OF_IT.sub("", between)
    if period.kind in COMPARED or not _ADJACENT.match(between) or _OF_PLAN.fullmatch(between):
        return None
    if _is_base(period, figure):
        bound[figure.key] = period
        return None
    if "," in between or ";" in between or ("(" in between and _opens_aside(period, figure)):
        return None
    bound[figure.key] = period
    return period


# "đóng góp 55% giá trị sản xuất công nghiệp toàn tỉnh vào năm 2025"
_ALL_OF_IT = regex.compile(fold_pattern(r"^ (?:của )?(?:toàn tỉnh|cả tỉnh|cả nước|toàn ngành|toàn thành phố)(?= )"))


def _opens_aside(period: Period, figure: Figure) -> bool:
    """Whether a time in a bracket is that of a number there ("120.000 tấn (năm 2016: 86.300 tấn)")."""
    inside = figure.passage.folded[period.end : figure.after[1]]
    return figure.index + 1 < len(figure.passage.quantities) and ")" not in inside


def _is_base(period: Period, figure: Figure) -> bool:
    """Whether a number is measured in the time behind it ("gấp 2,2 lần năm 2020", "bằng 103,8% tháng trước")."""
    dimension = figure.quantity.dimension
    if figure.reading.rule == "measure.index" and period.kind == "year" and period.relative is None:
        return True  # "bằng 121,3% năm 2018"
    beside = not figure.passage.folded[figure.quantity.full_end : period.start].strip(" %")
    if (
        figure.reading.rule == "measure.index"
        and beside
        and period.kind in ("quarter", "months")
        and period.year is not None
    ):
        return True  # "bằng 106,1% quý II/2022"
    return dimension == "ratio" or (
        dimension == "percent"
        and (period.relative == -1 or period.kind == "month")
        and period.kind in ("month", "quarter", "year")
        and any("equal" in word.cues for word in figure.gap_words())
    )


def later(figure: Figure) -> Period | None:
    """A time that ends the clause of an amount whose sentence names none before it ("... quần áo trong năm 2019")."""
    folded = figure.passage.folded
    start, stop = figure.after
    period = next((t for t in figure.passage.between(start, stop) if isinstance(t, Period)), None)
    if period is None or period.kind in COMPARED or period.kind == "now":
        return None
    between = folded[start : period.start]
    if ";" in between or "." in between or len(between) > _FAR or _VERBS.search(between):
        return None
    ends = folded[period.end : period.end + 2].lstrip(" ")[:1].strip()
    opened = _OPENS.match(folded, period.start, period.end) or _OPENED.search(between)
    return period if opened and ends in ("", ",", ".", ";", ")") else None


def _of_number_before(same: Period, spot: Spot) -> Period | None:
    """The time right behind the number that a bracket follows ("20 tỷ USD trong 11 tháng năm 2020 (cùng kỳ ...")."""
    bound = spot.discourse.bound_right.get((spot.passage.sentence.start, spot.index - 1))
    if bound is None or bound.kind in COMPARED or bound.kind == "now":
        return None
    return bound if _OPENS_BRACKET.fullmatch(spot.passage.folded, bound.end, same.start) else None


def shifted(same: Period, spot: Spot) -> Period | None:
    """The time in force, a year (or as many as "cùng kỳ năm ..." names) before."""
    discourse = spot.discourse
    current = _of_number_before(same, spot) or spot.frame.period or discourse.flow_period or discourse.anchor
    if current is None or current.kind in ("now", "same"):
        return None
    year = same.year
    if year is None:
        now = year_of(current, discourse.clock)
        year = now - 1 if now is not None else None
    return replace(current, year=year, relative=None, year_to=None)
