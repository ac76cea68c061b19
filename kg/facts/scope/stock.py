"""Whether a number stands at a date ("còn hiệu lực 120 dự án") or runs over an interval ("cấp mới 12 dự án")."""

from __future__ import annotations

import regex

from kg.facts.kinds import EITHER, STOCKS
from kg.facts.scope.figure import Figure
from kg.facts.scope.partners import ranked
from kg.facts.scope.sums import total_brought
from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.text.normalise import fold_pattern
from kg.text.segment import DASH

_STOCK_WORDS = regex.compile(
    fold_pattern(
        r"còn hiệu lực|còn [\d.]+ (?:dự án|da)[^,;.]{0,16} hiệu lực|cộng dồn|lũy kế"
        r"|đang hoạt động|đăng ký hoạt động|hiện có|đến nay|tính đến|tổng số các dự án"
        r"|(?:nâng|đưa) tổng số|đã thu hút được|đi vào (?:hoạt động|sản xuất)"
        r"|vận hành thương mại|đã vận hành|đang vận hành"
        r"|đã (?:đầu tư|rót)(?: tổng cộng)?(?: hơn| gần| khoảng| trên)? [\d.,]+ (?:tỷ|triệu) usd"
    )
)
_CUMULATED = regex.compile(fold_pattern(r"lũy kế|cộng dồn|còn hiệu lực|vốn thực hiện"))
# "- Lũy kế: 298 DA FDI, VĐK 5,1 tỷ USD" below what came in the months told of
_CUMULATES = regex.compile(fold_pattern(r"[-+*•\s]*(?:lũy kế|cộng dồn)\s*:?\s*\d"))
_SINCE_JANUARY = regex.compile(fold_pattern(r"(?<![\p{L}])từ đầu năm (?:nay )?(?:đến|tới) (?:ngày )?\d"))
_MEAN = regex.compile(fold_pattern(r"dân số (?:trung bình|bình quân)"))
_CREATED = regex.compile(fold_pattern(r"việc làm|kết quả (?:là|đạt)"))
_AT_WORK = regex.compile(
    fold_pattern(
        r"\s*(?:lao động|công nhân|người)[^,;.\d]{0,20} làm việc (?:tại|trong"
        r"|ở)(?![\p{L}])"
    )
)
_RISES = regex.compile(fold_pattern(r",\s*(?:tăng|giảm|bằng)\s*(?:khoảng |gần |hơn )?$"))
_SAME = regex.compile(fold_pattern(r"\s*(?:so với )?(?:cùng kỳ|cùng thời)"))
_ZONES_HAVE = regex.compile(
    fold_pattern(
        r"^(?:(?:trong |tại )?các|cả (?:\d|hai|ba|bốn|năm|sáu|bảy|tám)|\d) (?:kcn|ccn|khu công nghiệp|cụm công nghiệp)"
        r"[^.;,\d]{0,30} (?:có|đang có"
        r"|hiện có)(?![\p{L}])|^các (?:khu, cụm|khu và cụm|khu|cụm|kcn|ccn) (?:này|ấy|trên)(?![\p{L}])"
    )
)
_ZONES_OPEN = regex.compile(
    fold_pattern(
        r"(?:hiện nay|hiện|đến nay|nhìn chung)?,? ?các (?:khu, cụm|khu|cụm|kcn|ccn)(?: công nghiệp)?(?![\p{L}])"
    )
)
_HAS = regex.compile(fold_pattern(r"(?<![\p{L}])có\s+(?:tổng cộng\s+|tổng số\s+)?$"))
_ZONES_STAFF = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])các (?:khu, cụm|khu|cụm|kcn|ccn)(?: công nghiệp)?(?: này)? (?:đang |hiện )?(?:có|sử dụng|dùng)"
        r"(?: (?:khoảng|hơn|gần|trên))?\s*$"
    )
)
_IN_ZONES = regex.compile(fold_pattern(r"\s*(?:dự án|da)?\s*(?:trong|tại) (?:các )?(?:kcn|ccn|khu công|cụm công)"))
_BREAKS = regex.compile(
    fold_pattern(
        r"(?:xếp|phân|chia|tính|phân loại) theo|dẫn đầu|đứng đầu|đứng thứ|tiếp theo là|tiếp đến|kế đến|lớn nhất"
        r"|nhiều nhất|trong số này|trong số đó|trong đó|còn lại"
    )
)
_AT_END = fold_pattern("cuối ")
_INTERVALS = ("months", "month", "quarter", "span")


def is_stock(figure: Figure) -> bool:
    """Whether a number stands at a date; a growth or multiple of investment compares two intervals."""
    if figure.code == "population" and _MEAN.search(
        figure.passage.folded, figure.passage.sentence.start, figure.quantity.full_start
    ):
        return False  # "dân số trung bình": of the year
    if figure.code in STOCKS or figure.discourse.lexicon.natures.get(figure.code) == "stock":
        return True
    workers = figure.code == "employment" and figure.index and figure.frame.indicator == "employment"
    if figure.code not in EITHER or (figure.measure in ("growth", "multiple") and not workers):
        return False  # "có 52.000 công nhân, thêm 4% so với ngày này năm ngoái": both stand at the day
    return _stands(figure)


_SO_MANY = regex.compile(
    fold_pattern(r"(?<![\p{L}])số (?:lao động|công nhân|người (?:đi làm|làm việc))(?: \p{L}+){0,3} (?:là|đạt|có)\s*$")
)


def _there_were(figure: Figure) -> bool:
    """Whether the sentence has counted the projects there were ("đến hết tháng 9, tỉnh có 320 dự án với ...")."""
    passage = figure.passage
    counted = (q for q in passage.quantities[: figure.index] if q.dimension == "count-project")
    first = next(counted, None)
    return first is not None and _HAS.search(passage.folded, passage.sentence.start, first.full_start) is not None


def _stands(figure: Figure) -> bool:
    """Whether the wording makes projects, capital or jobs those there are rather than those that came."""
    frame, discourse, passage, code = figure.frame, figure.discourse, figure.passage, figure.code
    if frame.flow is not None:
        return False
    if code in ("investment-projects", "registered-capital") and figure.index and total_brought(figure):
        return True
    kind = frame.period.kind if frame.period is not None else None
    window = passage.folded[passage.sentence.start : figure.after[1]]
    if (
        code == "employment"
        and kind != "year"
        and kind not in _INTERVALS
        and _AT_WORK.match(passage.folded, figure.quantity.end)
    ):
        return True  # "31.700 lao động làm việc trong các khu"
    worded = bool(_STOCK_WORDS.search(window))
    if kind == "now":
        return True
    if kind == "asof" and _SINCE_JANUARY.search(window):
        return False  # "Từ đầu năm đến 25/4, tỉnh có 23 dự án được cấp"
    if (
        kind == "asof"
        and code in ("investment-projects", "enterprises")
        and _HAS.search(passage.folded, passage.sentence.start, figure.quantity.full_start)
    ):
        return True  # "đến 20/11/2018 tỉnh có 418 dự án"
    if kind == "asof" and code in ("investment-projects", "registered-capital") and _there_were(figure):
        return True  # "đến 20/11/2018 tỉnh có 418 dự án, tổng vốn 5 tỷ USD, trong đó 52 dự án đã hoạt động"
    if (
        kind is None
        and code in ("investment-projects", "registered-capital", "employment")
        and _ZONES_HAVE.search(window)
    ):
        return True  # "Các KCN có 408 dự án, vốn 5 tỷ USD"
    if (
        code == "employment"
        and frame.origins.get("period") != "period.sentence"
        and _ZONES_STAFF.search(passage.folded, passage.sentence.start, figure.quantity.full_start)
    ):
        return True  # "Các khu này có 14.700 lao động", under a heading of the year
    if kind == "asof" and code == "employment" and not _CREATED.search(window):
        return True  # "lao động trong các doanh nghiệp đến 01/3: 18.760 người"
    in_zones = frame.zone_type is not None or _IN_ZONES.match(passage.folded, figure.quantity.end)
    if kind == "asof" and in_zones and code in ("investment-projects", "registered-capital"):
        return True  # "đến 15/3, 7 CCN thu hút 41 dự án": all that are in them
    of_zones = discourse.count - discourse.zone_at <= 1 and discourse.last_line == passage.sentence.line
    if (
        kind == "asof"
        and of_zones
        and code in ("investment-projects", "registered-capital")
        and _prose_of_zones(figure)
    ):
        return True  # "Toàn tỉnh có 2 KCN và 5 CCN. Đến 20/11 thu hút 46 dự án"
    if kind == "asof" and code == "registered-capital" and _compared_next(figure):
        return False  # "tính đến 20/11/2019, cả nước thu hút 31,8 tỷ USD, tăng 3,1% so với cùng kỳ": since January
    if kind == "asof" and code in ("investment-projects", "registered-capital") and ranked(figure) is not None:
        return True  # "đến tháng 5, Đức xếp thứ 6/70 nước đầu tư vào Việt Nam với 300 dự án": all there are
    below = frame.origins.get("period") == "period.heading" and passage.sentence.level >= DASH
    if kind == "asof" and below and discourse.stock_line >= 0 and code != "employment":
        return True  # "Lũy kế đến 20/6 có 41 dự án, trong đó:" and the items below
    if kind == "asof" and worded:
        return code != "implemented-capital" or bool(_CUMULATED.search(window))
    if kind == "day" and code == "investment-projects":
        return True
    if at_end(figure):
        return True
    if kind == "months" and code != "implemented-capital" and _cumulates(passage):
        return True
    if kind in _INTERVALS and frame.origins.get("period") == "period.sentence":
        return False
    if code == "employment" and _SO_MANY.search(passage.folded, *figure.gap) and not _CREATED.search(window):
        return True  # "Số lao động là 162.000 người"
    if worded or (code == "employment" and frame.zone_type is not None):
        return True
    if discourse.own_period:
        return False
    has = _HAS.search(passage.folded, *figure.gap) or frame.origins.get("zone_type") == "zone.counted"
    if kind is None and discourse.main_period is None and has:
        return True  # "Tỉnh có 493 dự án FDI. Quý I/2020, cấp mới 5 dự án": the quarter is told later
    if kind is None and (frame.zone_type is not None or _ZONES_OPEN.match(window)) and _stood_last(figure):
        return True  # "Tính đến 30/9, tỉnh có 28 KCN. Các KCN thu hút được 1.316 dự án"
    return discourse.stock_line == passage.sentence.line or (kind is None and _part_of_stock(figure))


def at_end(figure: Figure) -> bool:
    """Whether a sentence tells what there was when a month ended ("Cuối tháng 8, các CCN dùng 21.400 lao động")."""
    time, origin = figure.frame.period, figure.frame.origins.get("period")
    if time is None or time.kind != "month" or origin != "period.sentence":
        return False
    return figure.passage.folded.endswith(_AT_END, 0, time.start)


def _prose_of_zones(figure: Figure) -> bool:
    """Whether nothing but a date and who comes stands before the first number of a sentence behind a count of zones."""
    passage = figure.passage
    return _WHO_CAME.fullmatch(passage.folded, passage.sentence.start, passage.quantities[0].full_start) is not None


_WHO_CAME = regex.compile(
    fold_pattern(
        r"\W*(?:tính |lũy kế )?(?:đến|tới)(?: hết| ngày| cuối| tháng)* [\d/]+,? (?:(?:các khu"
        r"|các kcn|các khu này|đã) )*"
        r"(?:thu hút|có|đón)(?: được)? "
    )
)


def _cumulates(passage: Passage) -> bool:
    """Whether a sentence without a time of its own opens with what there are by now."""
    opens = _CUMULATES.match(passage.folded, passage.sentence.start, passage.sentence.end)
    return opens is not None and not any(isinstance(t, Period) and t.start >= opens.end() for t in passage.tokens)


def _stood_last(figure: Figure) -> bool:
    """Whether the sentence before told of what stood at a date, and this one names no time."""
    main = figure.discourse.main_period
    return main is not None and main.kind in ("asof", "now") and figure.discourse.count - figure.discourse.zone_at <= 1


def _compared_next(figure: Figure) -> bool:
    """Whether the growth right behind an amount compares it with the same months of last year."""
    passage, index = figure.passage, figure.index
    if index + 1 >= len(passage.quantities) or passage.quantities[index + 1].dimension != "percent":
        return False
    if not _RISES.search(passage.folded, *passage.gap(index + 1)) or _CUMULATED.search(
        passage.folded, passage.sentence.start, figure.after[1]
    ):
        return False
    return _SAME.match(passage.folded, passage.quantities[index + 1].full_end) is not None


def _part_of_stock(figure: Figure) -> bool:
    """Whether a sentence without a time breaks down what stood at the date before ("Nhật Bản chiếm 33% số dự án")."""
    main = figure.discourse.main_period
    if main is None or main.kind != "asof" or figure.discourse.stock_line < 0:
        return False
    passage = figure.passage
    if "quantity.unit-ahead" in figure.quantity.rules:
        return True  # the items of a list
    return figure.measure == "share" or bool(_BREAKS.search(passage.folded, passage.sentence.start, figure.after[1]))
