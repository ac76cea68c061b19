"""What a growth, a change or a multiple is compared with: the year before, the month before, a plan, another year."""

from __future__ import annotations

import regex

from kg.facts.scope import together
from kg.facts.scope.compared import DECEMBER, OWN_TIME, compared_with, compares, last_before
from kg.facts.scope.figure import Figure, Spot
from kg.facts.scope.narrowed import risen_to
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_PER_YEAR = regex.compile(fold_pattern(r"%\s*/\s*năm"))
_EACH_YEAR = regex.compile(fold_pattern(r"\s*(?:/\s*năm|mỗi năm|một năm|hàng năm|hằng năm)"))
_YEARLY = fold_pattern("/năm")
_JOINED = regex.compile(fold_pattern(r"[\s,]*(?:là|đạt|:|tới|đến|tăng|giảm|khoảng|thì)?[\s,]*"))
_BRACKETED = regex.compile(r"\s*:?\s*\(?\s*[+\-]\s*")  # "IIP tháng 9 so tháng trước (+1,9%)", "so tháng trước +1,9%"
_THAN_YEAR = regex.compile(
    fold_pattern(
        r"\s*(?:so với\s+)?(?:(?:mức|con số) (?:của )?)?(?:năm\s+(?P<year>\d{4})"
        r"|giai đoạn\s+(?P<from>\d{4})\s*-\s*(?P<to>\d{4}))"
    )
)
_LIST = regex.compile(fold_pattern(r"\s*,?\s*(?:như|gồm|bao gồm|là|cụ thể|trong đó|ở các)?\s*:|\s*,?\s*(?:như|gồm)\s"))
_THEREOF = regex.compile(fold_pattern(r"\s*(?:trong đó|cụ thể|theo đó)"))
_OF_A_YEAR = regex.compile(r"\d{4}")
_MONTHLY = regex.compile(r"\d{4}-(?:\d\d|Q\d)")
_A_MONTH = regex.compile(r"\d{4}-\d\d")
_OF_ONE_YEAR = regex.compile(
    fold_pattern(r"\s*(?:chung(?! của giai)|(?:của )?cả nước|cả năm|năm nay|năm \d{4}(?!\s*-)|quý|\d{1,2} tháng)")
)
_ONE = regex.compile(fold_pattern(r"riêng (?:trong )?năm"))
_OF_NEXT = regex.compile(fold_pattern(r"\s*,?\s*(?:thì\s+)?(?:tăng|giảm|bằng|đạt)\s+[^,;]*$"))
_TURNS_TO = regex.compile(fold_pattern(r"[% ]*,(?: (?:còn|nhưng|song|và|trong khi))? "))
_POINTS_OFF = regex.compile(fold_pattern(r"\s*(?:là |tới |đến |khoảng |gần |hơn |chỉ )*\d[\d.,]*\s?(?:%|điểm|đpt)"))
_FASTER = regex.compile(
    fold_pattern(
        r",\s*(?:tuy |nhưng |song |có |chỉ |vẫn |dù )*(?:chậm|nhanh|thấp|cao|kém|tăng tốc"
        r"|cải thiện)(?: (?:lại|hơn|đi|dần"
        r"|rõ rệt|một chút|nhiều|hẳn|xa|đáng kể|chút ít|chút))+\s*$"
    )
)
_DURING = regex.compile(fold_pattern(r"(?:trong|hồi|vào|của)\s+$"))
_IN = fold_pattern("trong ")
_THAN_LEVEL = regex.compile(fold_pattern(r"%?\s*so với (?:mức|con số)\s*"))
_OF_TIME = regex.compile(fold_pattern(r"\s*(?:\p{L}+ )?(?:của|trong|hồi|vào)?\s*"))
_FAR = 90  # characters: what is compared with further on is another clause's


def lead(spot: Spot) -> None:
    """A comparison that opens a sentence is of every change in it ("So với tháng trước, ...")."""
    if not spot.index:
        opening = next((t for t in spot.passage.between(*spot.gap) if isinstance(t, (Period, Word))), None)
        if isinstance(opening, Period) and opening.kind == "versus":
            spot.discourse.base_lead = opening
        spot.discourse.base_list = _before_list(spot)


def _before_list(spot: Spot) -> Period | None:
    """What all items of a list are compared with ("giảm so với tháng trước như: vải đạt 800 triệu USD, giảm 15%")."""
    folded, stop = spot.passage.folded, spot.quantity.full_start
    for token in spot.passage.between(*spot.gap):
        if isinstance(token, Period) and token.kind in ("same", "versus"):
            return token if _LIST.match(folded, token.end, stop) else None
    return None


_AGAINST = regex.compile(fold_pattern(r"(?<![\p{L}])(?:so|sv) (?:với )?(?:mức )?(?:quý|q[i1-4])"))
_MONTH_BEFORE = regex.compile(
    fold_pattern(r"so (?:với )?tháng (?:trước|\d{1,2})[;,] (?:trong đó|gồm|bao gồm)(?![\p{L}])")
)
_YEAR_BEFORE = regex.compile(fold_pattern(r"cùng kỳ|năm trước|năm ngoái|(?<![\p{L}])ck(?![\p{L}])"))
_SINCE_JANUARY = regex.compile(r"(\d{4})-01/\1-\d{2}")


def read(figure: Figure, at: str | None) -> str | None:
    """What a figure of the time ``at`` is compared with; None for what compares nothing."""
    stated = figure.reading.base
    if figure.measure not in ("growth", "change", "multiple") or stated == "none":
        return None
    if stated in ("plan", "annual"):
        return stated
    for rule in _RULES:
        base = rule(figure, at)
        if (
            base == "prev"
            and figure.code == "gdp"
            and not _AGAINST.search(figure.passage.folded, figure.passage.sentence.start, figure.passage.sentence.end)
        ):
            base = "yoy"  # "tăng cao hơn quý I, như dịch vụ tăng 6,8%": rates set side by side, each over the year
        if base is not None:
            return base if base != at else "yoy"  # "tăng 9,5% so với năm 2018 (năm 2018 tăng 12,4%)"
    return "yoy"


def _a_year(figure: Figure, _: str | None) -> str | None:
    """An average a year ("8%/năm", "5% mỗi năm")."""
    folded, quantity = figure.passage.folded, figure.quantity
    if _PER_YEAR.search(folded[quantity.start : quantity.full_end + 6]):
        return "annual"
    if quantity.dimension == "percent-point" and (
        _EACH_YEAR.match(folded, quantity.full_end)
        or _EVERY_YEAR.search(folded, quantity.end, quantity.full_end)
        or _EACH_YEAR_AHEAD.search(folded, figure.gap[0], quantity.full_start)
        or _YEARLY in folded[quantity.end : quantity.full_end].replace(" ", "")
    ):
        return "annual"  # "giảm 2,28 điểm phần trăm/năm"
    return "annual" if _EACH_YEAR.match(folded[quantity.end : figure.after[1]].lstrip("% ")) else None


_EVERY_YEAR = regex.compile(fold_pattern(r"(?:mỗi|hàng|hằng|một) năm"))
_EACH_YEAR_AHEAD = regex.compile(fold_pattern(r"(?<![\p{L}])(?:mỗi|hàng|hằng|một) năm(?: \p{L}+){0,3}\s*$"))
_TIMES_PLAN = regex.compile(fold_pattern(r"\s*(?:so với )?(?:chỉ tiêu|kế hoạch|dự toán|mục tiêu)(?![\p{L}])"))
_AGAINST_PLAN = regex.compile(
    fold_pattern(
        r"so với (?:chỉ tiêu|kế hoạch|dự toán|mục tiêu)[^.;]{0,60}, (?:kết quả|con số|số"
        r"|mức)[^.;]{0,24} gấp\s*$"
    )
)


def _times_plan(figure: Figure, _: str | None) -> str | None:
    """A plan that is fulfilled so many times ("gấp 1,7 lần chỉ tiêu đề ra")."""
    if figure.measure != "multiple":
        return None
    folded, quantity = figure.passage.folded, figure.quantity
    if _TIMES_PLAN.match(folded, quantity.full_end):
        return "plan"
    return "plan" if _AGAINST_PLAN.search(folded, figure.passage.sentence.start, quantity.full_start) else None


def _of_bound(figure: Figure, at: str | None) -> str | None:
    """The time that the number is measured in ("bằng 103,8% tháng trước")."""
    bound = figure.discourse.bound_right.get(figure.key)
    if bound is None or figure.quantity.dimension != "percent" or not (bound.relative == -1 or bound.kind == "month"):
        return None
    folded = figure.passage.folded
    at_it = max(figure.quantity.end, bound.start - 8)
    if folded.startswith(_IN, bound.start) or _DURING.search(folded, at_it, bound.start):
        return None  # "giảm 13,3% trong tháng trước", "mức 17,2% hồi tháng 3": when, not against what
    own = OWN_TIME.fullmatch(at or "")
    earlier = bound.year is not None and own is not None and bound.year < int(own["y"])
    same = earlier and bound.first is not None and own is not None and own["m"] == f"{bound.first:02d}"
    return "yoy" if same or bound.kind in ("year", "same") else "prev"


def _than_week(figure: Figure, _: str | None) -> str | None:
    """The week before, which no time of ours is ("tăng 11,8% so với tuần trước")."""
    return "prev" if _WEEK.match(figure.passage.folded, figure.quantity.full_end) else None


_WEEK = regex.compile(fold_pattern(r"\s*%?\s*so (?:với )?(?:mức )?(?:của )?tuần (?:trước|liền trước|qua)"))


def _right_before(figure: Figure, at: str | None) -> str | None:
    """What stands right before the number ("hơn tháng 9 là 6,29%")."""
    mention = last_before(figure)
    if (
        mention is None
        or figure.key in figure.discourse.override
        or not (
            _JOINED.fullmatch(figure.passage.folded[mention.end : figure.quantity.full_start])
            or (
                figure.quantity.signed
                and _BRACKETED.fullmatch(figure.passage.folded[mention.end : figure.quantity.start])
            )
        )
    ):
        return None
    return compared_with(mention, figure.discourse, at)


def _behind(figure: Figure, at: str | None) -> str | None:
    """What stands behind the number, in its clause ("tăng 5% so với cùng kỳ")."""
    start, stop = figure.after
    mention = next((t for t in figure.passage.between(start, stop) if compares(t)), None)
    if not isinstance(mention, Period):
        return None
    between = figure.passage.folded[start : mention.start]
    if figure.key not in figure.discourse.bound_right and (";" in between or len(between) > _FAR):
        return None
    if figure.measure == "growth" and _FASTER.search(between):
        return None  # "tăng 6,75%, chậm lại so với quý I": how fast it grows now, not since when
    if figure.measure == "growth" and _POINTS_OFF.match(figure.passage.folded, mention.end):
        return None  # "tăng 13,4%, kém quý I 1,2 điểm phần trăm": two rates, each over the year
    if _TURNS_TO.fullmatch(between) and _OF_NEXT.match(figure.passage.folded, mention.end, stop):
        return None  # "tăng 12%, so với tháng 12 giảm 3%"
    following = figure.passage.quantities[figure.index + 1 : figure.index + 2]
    signed = bool(following) and following[0].signed
    if signed and ")" in between and not figure.passage.folded[mention.end : stop].strip(" +-"):
        return None  # "(+12,4%), so T4 +1,9%"
    return compared_with(mention, figure.discourse, at)


def _beside_level(figure: Figure, at: str | None) -> str | None:
    """The time of the amount that a growth is set beside ("tăng 9,8% so với mức 20,3 tỷ USD của tháng trước")."""
    passage, index = figure.passage, figure.index
    if index + 1 >= len(passage.quantities) or not _THAN_LEVEL.fullmatch(passage.folded, *figure.after):
        return None
    if passage.quantities[index + 1].dimension == "percent":
        return None  # "tăng 21,5% so với mức 13,1% của tháng trước": two rates, each over the year
    start, stop = passage.after(index + 1)
    mention = next((t for t in passage.between(start, stop) if isinstance(t, Period)), None)
    if mention is None or not _OF_TIME.fullmatch(passage.folded, start, mention.start) or mention.kind != "month":
        return None
    own = OWN_TIME.fullmatch(at or "")
    month = int(own["m"]) if own and own["m"] else None
    before = mention.relative == -1 or (month is not None and mention.first == (month - 1 or DECEMBER))
    return "prev" if before and mention.year is None else None


def _before(figure: Figure, at: str | None) -> str | None:
    """What stands before the number ("so với cùng kỳ, sản lượng tăng 5%"); at the start, it is every number's."""
    mention = last_before(figure)
    if mention is None or figure.key in figure.discourse.override:
        return None  # "chậm hơn quý I (7,4%)": the time of the number
    if figure.index and ";" in figure.passage.folded[mention.end : figure.quantity.full_start]:
        return None  # of the number before it
    if figure.measure == "growth" and _MEAN_A_YEAR.search(
        figure.passage.folded, mention.end, figure.quantity.full_start
    ):
        return "annual"  # "gấp 1,9 lần năm 2010, bình quân mỗi năm tăng 13,7%"
    if not figure.index:
        figure.discourse.base_lead = mention
    base = compared_with(mention, figure.discourse, at)
    several = figure.index > 0 and base == "prev" and _SINCE_JANUARY.fullmatch(at or "") is not None
    several = several or (figure.index > 0 and base == "prev" and _OF_A_YEAR.fullmatch(at or "") is not None)
    return None if several else base  # "tăng 0,1% so T8, bình quân 9T tăng 3,9%": months are set beside no month


_MEAN_A_YEAR = regex.compile(fold_pattern(r"(?:bình quân|trung bình) (?:mỗi|hằng|hàng|một) năm(?! \d)"))


def _of_whole(figure: Figure, at: str | None) -> str | None:
    """A part of what the sentence compared with the month before ("tăng 0,9% so với tháng trước; trong đó ...")."""
    if not figure.index or not _MONTHLY.fullmatch(at or ""):
        return None
    start, stop = figure.passage.sentence.start, figure.quantity.full_start
    told = _MONTH_BEFORE.search(figure.passage.folded, start, stop)
    return None if told is None or _YEAR_BEFORE.search(figure.passage.folded, told.end(), stop) else "prev"


def _of_list(figure: Figure, at: str | None) -> str | None:
    """What the head of the sentence's list compares all its items with."""
    opening = figure.discourse.base_list
    base = None if opening is None else compared_with(opening, figure.discourse, at)
    return None if base == "prev" and _SINCE_JANUARY.fullmatch(at or "") else base  # "bình quân 9 tháng: +2,4%"


def _goes_on(figure: Figure, at: str | None) -> str | None:
    """A part of what the sentence before compared with the month before it ("Trong đó, khối trong nước giảm 12%")."""
    passage = figure.passage
    if figure.discourse.base_of_whole != "prev" or not _MONTHLY.fullmatch(at or ""):
        return None
    return "prev" if _THEREOF.match(passage.folded, passage.sentence.start, passage.sentence.end) else None


def _of_lead(figure: Figure, at: str | None) -> str | None:
    """The groups of goods of a price index share the comparison that their sentence opened with."""
    opening = figure.discourse.base_lead
    if figure.measure != "growth" or figure.frame.indicator != "cpi" or not _MONTHLY.fullmatch(at or ""):
        return None
    if opening is None:  # the groups of goods are told against what the index itself was told against first
        shared = figure.discourse.price_base if figure.frame.product is not None else None
        return None if shared == "prev" and not _A_MONTH.fullmatch(at or "") else shared  # "bình quân quý I"
    compared = compared_with(opening, figure.discourse, at)
    grouped = figure.frame.product is not None and not _compares_here(figure, opening)
    return figure.discourse.price_base if grouped and compared not in ("prev", "yoy") else compared


def _compares_here(figure: Figure, mention: Period) -> bool:
    return mention.start >= figure.passage.sentence.start


def _average(figure: Figure, _: str | None) -> str | None:
    """An average a year ("bình quân 5 năm tăng 8%"), as is every growth of a span of years."""
    if figure.measure != "growth":
        return None
    kind = figure.frame.period.kind if figure.frame.period is not None else None
    folded, stop = figure.passage.folded, figure.quantity.full_start
    clause = max(figure.passage.sentence.start, folded.rfind(";", figure.passage.sentence.start, stop))
    if _ONE.search(folded, clause, stop):
        return None  # "bình quân 13%/năm, riêng năm 2021 12,2%", "...; riêng năm 2021 đạt 19 tỷ đồng, tăng 8%"
    if figure.code == "cpi" and kind != "span":
        return None  # "giá tiêu dùng bình quân": the mean of a year's months
    fresh = any(isinstance(t, Period) and t.kind == "year" for t in figure.passage.between(*figure.gap))
    if kind == "year" and fresh and not _averaged(figure):
        return None  # "giai đoạn 2011-2015 tăng 13%/năm; năm 2016 tăng 15,2%"
    if kind == "span" and figure.frame.period is not None and figure.frame.period.what == "season":
        return None  # "Vụ Đông Xuân 2022 - 2023 gieo 48.000 ha, giảm 2%"
    if kind == "span" or figure.discourse.base_before == "annual":
        return "annual"
    if kind not in (None, "until", "year"):
        return None
    return "annual" if figure.frame.base == "annual" or _averaged(figure) else None


def _averaged(figure: Figure) -> bool:
    """Whether "bình quân" stands before the number in its clause."""
    passage, stop = figure.passage, figure.quantity.full_start
    clause = max(figure.gap[0], passage.folded.rfind(";", passage.sentence.start, stop))
    return any(
        isinstance(t, Word) and "average" in t.cues and not _OF_ONE_YEAR.match(passage.folded, t.end)
        for t in passage.between(clause, stop)
    )


def _of_span(figure: Figure, _: str | None) -> str | None:
    """The first year of the span over which something rose from one amount to another."""
    opened = figure.discourse.span_from
    if opened is None or opened[0][0] != figure.key[0] or not 0 < figure.index - opened[0][1] <= 3:
        return None
    if figure.measure == "growth" and risen_to(figure):
        return None  # "GRDP tăng từ 6% năm 2016 lên 7% năm 2017": two rates, no growth between them
    return str(opened[1])


def _than_year(figure: Figure, _: str | None) -> str | None:
    """The year that an amount is a multiple of ("gấp 2,2 lần năm 2015")."""
    if figure.measure != "multiple":
        return None
    year = _THAN_YEAR.match(figure.passage.folded[figure.quantity.full_end : figure.after[1]])
    if year is None:
        return None
    return year["year"] or f"{year['from']}/{year['to']}"


_RULES = (
    _a_year,
    _than_week,
    _times_plan,
    _of_bound,
    together.in_turn,
    together.all_in_turn,
    together.behind_the_last_turn,
    together.right_behind,
    together.behind_the_same_rise,
    _right_before,
    _behind,
    _beside_level,
    together.shared_behind,
    together.of_places,
    together.next_place,
    together.shared_ahead,
    _before,
    together.like_first_pair,
    _of_whole,
    _of_list,
    _goes_on,
    _of_lead,
    _of_span,
    _average,
    _than_year,
)
