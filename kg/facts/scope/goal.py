"""Whether the words around a number make it a goal, or only say what a result is set beside."""

from __future__ import annotations

import regex

from kg.facts.scope.figure import Figure, Spot
from kg.facts.tokens import Passage
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

ASIDE_REST = regex.compile(
    fold_pattern(r"[\s:]*(?:(?:(?:cả )?năm|tăng|giảm|đề ra|đặt ra|giao|đạt|là|khoảng)[\s:]*)*[+\-]?\s*")
)
_PERCENT_OF = regex.compile(
    fold_pattern(
        r"%\s*(?:/|so\s*(?:với)?|của|với|số thu|tổng thu|\()?\s*(?P<goal>(?:chỉ tiêu|kế hoạch|kh|dự toán)\s+)?$"
    )
)
# "Mức tăng này khá sát với mục tiêu, nhưng đã thấp hơn mức 4,96% của quý I"
_SET_BESIDE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:sát|gần|tiệm cận|hơn|so)(?: với)?\s*$"))
_BUT = regex.compile(fold_pattern(r",\s*(?:nhưng|song|tuy nhiên)(?![\p{L}])"))
# "..., chưa đạt mục tiêu;", "..., vượt chỉ tiêu đề ra;", "(đạt mục tiêu)": said of the result before
_MET = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đạt|vượt|hoàn thành|đạt và vượt|bằng|(?:thấp|cao|kém) hơn)(?: so với)?(?: các| mức| được)*"
        r"(?: (?:chỉ tiêu|mục tiêu|kế hoạch|nghị quyết)[^;,.()\d]{0,24})? $"
    )
)
_CLOSED = regex.compile(
    fold_pattern(
        r"(?: (?:đề ra|đặt ra|đã đề ra|đã đặt ra|nghị quyết|đại hội|năm|của|kế hoạch|nhiệm kỳ|giao|được giao|hđnd|tỉnh"
        r"|cả năm|[xiv]+))*\s*[;,.)]"
    )
)


_FULFILLED = regex.compile(
    fold_pattern(r"(?: năm)?(?: đã| mới| mới chỉ)* hoàn thành(?![\p{L}])")
)  # "kế hoạch đã hoàn thành 46%"


# "để cả năm GDP đạt 6,7% thì 6 tháng cuối năm phải tăng 7,42%"
_TO_REACH = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])để (?:\p{L}+ ){0,8}?(?:đạt|tăng|cán mốc|cán đích|chạm mốc)(?: (?:mức|được|tăng"
        r"|trưởng))*\s*$"
    )
)
_THEN_MUST = regex.compile(fold_pattern(r"%?\s*(?:,|thì)[^.;]{0,60}(?<![\p{L}])(?:phải|cần)(?![\p{L}])"))
# "Để cả năm GRDP tăng 8% như nghị quyết đã đề ra"
_AS_SET = regex.compile(
    fold_pattern(r"[%\s]*(?:/năm )?như (?:\p{L}+ ){0,8}?(?:đã )?(?:đề ra|đặt ra|giao|xác định|thông qua)(?![\p{L}])")
)
# "yêu cầu các ngành chạy nước rút để cả năm GRDP tăng 4%"
_URGES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:yêu cầu|đề nghị|chỉ đạo|quyết tâm|nỗ lực|cố gắng)(?![\p{L}])[^.]*"
        r"(?<![\p{L}])để (?:cả |hết )?năm[^.]*$"
    )
)
# "yêu cầu các ngành kích cầu tiêu dùng, giữ mức tăng GRDP từ 7%"
_KEEPS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:yêu cầu|đề nghị|chỉ đạo)(?![\p{L}])[^.;]{0,300}[, ](?:giữ|duy trì|bảo đảm|đảm bảo|đưa|nâng)"
        r"(?: [^,.;\d]{2,50})? (?:ở mức|đạt|tăng|lên|từ|tối thiểu|ít nhất|không dưới|trên)(?: (?:mức|được|từ))*\s*$"
    )
)
_ASKS = tuple(map(fold_pattern, ("yêu cầu", "đề nghị", "chỉ đạo")))  # one of these is in all that it matches
# "Để về đích kế hoạch năm với kim ngạch 900 triệu USD, các ngành ..."
_TO_FULFIL = regex.compile(
    fold_pattern(
        r"\W*để (?:sớm )?(?:hoàn thành|đạt|đạt được|thực hiện|về đích|cán đích)(?: (?!đã)\p{L}+){0,4}? "
        r"(?:kế hoạch|mục tiêu|chỉ tiêu)(?: [^.;:\d]{0,40})? với "
        r"(?:(?!, (?:tỉnh|thành phố|huyện|ngành|các|sở|ubnd|từ|trong|doanh nghiệp)(?![\p{L}]))[^.;]|\.\d)*$"
    )
)
_PLAN_OF_FUNDS = regex.compile(  # "Kế hoạch vốn đầu tư công năm 2018 là 399 nghìn tỷ đồng"
    fold_pattern(
        r"(?<!%\s)(?<!theo )(?<!so với )(?<![\p{L}])kế hoạch (?:vốn|nhà nước giao|giao)[^,;.%]{0,120}"
        r"(?:\s(?:là|được giao|giao)|\s?:)(?: (?:hơn|gần|khoảng|trên))?\s*$"
    )
)
_UP_FROM_NOW = regex.compile(fold_pattern(r"\s*(?:như )?(?:hiện nay|hiện tại|hiện) (?:tăng )?lên(?: mức)?\s*"))
# "6 tháng cuối năm phải giải ngân thêm 1.450 tỷ đồng"
_MUST = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:phải|cần phải|cần)\s+(?:giải ngân|thu|thực hiện|hoàn thành|huy động|làm ra|tạo ra|sản xuất)"
        r"(?![\p{L}])"
    )
)
# "... phải làm ra ít nhất 60 nghìn tỷ đồng thì mới chạm được mốc 118 nghìn tỷ đồng"
_TO_TOUCH = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:mới|mới có thể) (?:chạm|cán|về|tới|đạt)(?: được| tới)? (?:mốc|đích|mục tiêu|kế hoạch|con số)"
        r"(?: khoảng| hơn| gần| là)?\s*$"
    )
)
_TASKS = regex.compile(
    fold_pattern(r"\W*(?:nhiệm vụ|phương hướng)(?: \p{L}+){0,3} (?:tháng|quý|năm|6 tháng|những tháng)[^:;,.]{0,20}:")
)


# "Tỉnh cũng muốn đón 1 triệu lượt khách", "muốn cả năm kinh tế tăng từ 4% trở lên thì quý IV ..."
_WANTS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:mong )?muốn (?:[^,;.:\d]{0,40} )?(?:đạt|tăng|đón|thu hút|giảm|có|nâng|đưa|kéo|giữ|xuất khẩu)"
        r"(?: (?:được|từ|khoảng|ít nhất|trên|hơn|lên|tới|mức|thêm))*\s*$"
    )
)
# "nghị quyết đầu năm giao từ 8% trở lên", "HĐND tỉnh giao 1.200 tỷ đồng"
ASSIGNS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:nghị quyết|hđnd|hội đồng nhân dân|trung ương|chính phủ|thủ tướng|quốc hội)(?: \p{L}+){0,4}"
        r" (?:giao|đề ra|đặt ra)(?: (?:kinh tế|tăng trưởng|grdp))?"
        r"(?: (?:cho )?(?:cả )?năm(?: \d{4}| nay)?)?(?: (?:là|tăng|ở mức|mức|từ|khoảng|đạt))*\s*$"
    )
)
# "thấp hơn theo Nghị quyết của Quốc hội (tăng khoảng 10%)"
GOAL_MISSED = regex.compile(
    fold_pattern(
        r"(?:hơn|kém|vượt|bằng)(?: so với)?(?: theo)? (?:nghị quyết|chỉ tiêu|kế hoạch|mục tiêu)"
        r"(?: (?!năm)\p{L}+){0,7} \((?:(?:tăng|giảm|là|từ|đạt|khoảng|mức) ?)*$"
    )
)
_SO_THAT = fold_pattern("để ")  # what all that _URGES matches has


_GIVEN = regex.compile(  # "sát trần 4% mà Quốc hội giao cho cả năm"
    fold_pattern(
        r"%?\s*(?:mà |do )?(?:quốc hội|chính phủ|hđnd(?: tỉnh| thành phố)?|tỉnh|thành phố|trung ương)(?: đã)?"
        r" (?:giao|đặt ra|đề ra|cho phép)(?![\p{L}])"
    )
)


# "yêu cầu đến hết quý III giải ngân tối thiểu 60%"
_REQUIRES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:yêu cầu|chỉ đạo)(?![\p{L}])(?:(?!(?<![\p{L}])(?:vì|do|bởi|khi|mới|đã"
        r"|trong khi)(?![\p{L}]))[^;.])*"
        r"(?<![\p{L}])(?:giải ngân|đạt|hoàn thành|thu)(?: được)? (?:tối thiểu|ít nhất|trên|từ|ít ra|không dưới"
        r"|đạt)?\s*$"
    )
)


def told_as_goal(figure: Figure) -> bool:
    """Whether the clause of a number says without a word of planning that it is one to be reached."""
    folded, sentence = figure.passage.folded, figure.passage.sentence
    behind = figure.quantity.full_end
    return bool(
        (_TO_REACH.search(folded, *figure.gap) and _THEN_MUST.match(folded, behind, sentence.end))
        or (
            folded.find(_SO_THAT, sentence.start, figure.quantity.full_start) >= 0
            and _URGES.search(folded, sentence.start, figure.quantity.full_start)
        )
        or (
            any(folded.find(mark, sentence.start, figure.quantity.full_start) >= 0 for mark in _ASKS)
            and _KEEPS.search(folded, sentence.start, figure.quantity.full_start)
        )
        or _TO_FULFIL.match(folded, sentence.start, figure.quantity.full_start)
        or _AS_SET.match(folded, behind, sentence.end)
        or _GIVEN.match(folded, behind, sentence.end)
        or plan_of_funds(figure)
        or (figure.index and _UP_FROM_NOW.fullmatch(folded, *figure.gap))
        or _MUST.search(folded, *figure.gap)
        or _TO_TOUCH.search(folded, *figure.gap)
        or _WANTS.search(folded, *figure.gap)
        or (figure.measure == "completion" and _REQUIRES.search(folded, sentence.start, figure.quantity.full_start))
        or _TASKS.match(folded, sentence.start, sentence.end)
    )


def plan_of_funds(figure: Figure) -> bool:
    """Whether a sum is what a plan for public funds comes to, on whatever day it was counted."""
    return figure.code == "public-investment" and _PLAN_OF_FUNDS.search(figure.passage.folded, *figure.gap) is not None


_SO_MANY_GOALS = regex.compile(  # "hoàn thành 12/14 chỉ tiêu, đưa GRDP tăng 7%"
    fold_pattern(r"(?<![\p{L}])(?:hoàn thành|đạt|vượt|đạt và vượt|có|thực hiện)(?: được)? \d{1,2}(?:/\d{1,2})? $")
)


def only_named(word: Word, spot: Spot) -> bool:
    """Whether a goal is named for what a result came to, or stands beside, and the number is of that result."""
    if _SO_MANY_GOALS.search(spot.passage.folded, max(spot.passage.sentence.start, word.start - 30), word.start):
        return True
    if _named_aside(word, spot) or _LAID_OUT_AND_RUN.match(spot.passage.folded, word.end):
        return True
    fulfilled = "plan" in word.cues and _FULFILLED.match(spot.passage.folded, word.end) is not None
    return fulfilled or _met(word, spot) or _only_beside(word, spot)


# "44 trong số 61 cụm công nghiệp theo quy hoạch đã đi vào hoạt động; lấp đầy 63%"
_LAID_OUT_AND_RUN = regex.compile(
    fold_pattern(
        r"(?<=quy hoạch) (?:đã|đang) (?:đi vào )?(?:hoạt động|vận hành)(?![\p{L}])"
        # "Chỉ tiêu duy nhất vượt là bán lẻ: 38.640 tỷ đồng"
        r"|(?<=chỉ tiêu|mục tiêu)(?: duy nhất| nào| đã)* (?:vượt|không đạt|chưa đạt|hụt|về đích)(?! (?:mức )?\d)"
    )
)


def _named_aside(word: Word, spot: Spot) -> bool:
    """Whether a bracket only calls a figure by its name ("... mua sắm (chỉ tiêu tổng mức bán lẻ), bằng 76,5%")."""
    folded, stop = spot.passage.folded, spot.quantity.full_start
    closed = folded.find(")", word.end, stop)
    aside = folded[word.start - 1] == "(" and closed >= 0 and word.of("indicator") is None
    return aside and any(word.end < w.start < closed and w.of("indicator") for w in spot.passage.words)


def makes_goal(word: Word, spot: Spot) -> bool:
    """Whether the number behind a word of planning is the plan's, not a percentage of the plan's or what follows it."""
    return _plan_aside(word, spot) or not _completes(spot.passage, word)


def _met(word: Word, spot: Spot) -> bool:
    """Whether a goal is named only to say that the result told before came to it or missed it."""
    if not spot.index:
        return False
    folded, start = spot.passage.folded, spot.gap[0]
    closed = _CLOSED.match(folded, word.end, spot.quantity.full_start)
    return closed is not None and _MET.search(folded, start, word.start) is not None


def _only_beside(word: Word, spot: Spot) -> bool:
    """Whether a goal is only what a result is set beside, in a clause that a "but" has closed."""
    folded = spot.passage.folded
    beside = _SET_BESIDE.search(folded, max(spot.gap[0], word.start - 16), word.start)
    return beside is not None and _BUT.search(folded, word.end, spot.quantity.full_start) is not None


def _plan_aside(word: Word, spot: Spot) -> bool:
    """Whether a plan's own figure stands behind its name, in one bracket ("ước tăng 3,6% (kế hoạch 7 - 7,3%)")."""
    folded, stop = spot.passage.folded, spot.quantity.full_start
    return (
        folded[word.start - 1] == "("
        and spot.quantity.dimension == "percent"
        and ASIDE_REST.fullmatch(folded, word.end, stop) is not None
    )


def _completes(passage: Passage, word: Word) -> bool:
    """Whether a word of planning only ends a percentage before it ("đạt 79% dự toán và 51,83% chỉ tiêu phấn đấu")."""
    behind = _PERCENT_OF.search(passage.folded, max(passage.sentence.start, word.start - 24), word.start)
    return behind is not None and ("plan" in word.cues or behind["goal"] is not None)


def behind_percent(passage: Passage, word: Word) -> bool:
    """Whether a word of planning completes a percentage before it ("76% kế hoạch năm")."""
    before = passage.folded[max(passage.sentence.start, word.start - 24) : word.start]
    return bool(_PERCENT_OF.search(before))
