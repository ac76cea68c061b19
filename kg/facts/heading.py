"""What a heading says once for all that stands below it: time, indicator, place, that figures are plans."""

from __future__ import annotations

import regex

from kg.facts.discourse import Discourse
from kg.facts.frame import Frame, brackets
from kg.facts.kinds import COMPARED, ZONE_TYPES
from kg.facts.place import area_code
from kg.facts.tasks import to_come
from kg.facts.tokens import Passage
from kg.lexicon import is_country
from kg.mentions.names import Name
from kg.mentions.period import Period
from kg.mentions.resolve import year_of
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_PLANS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])kh(?![\p{L}&])|(?<!\d/\d+ )(?:chỉ tiêu|mục tiêu)|nhiệm vụ|phương hướng|định hướng|quyết nghị"
        r"|(?<!(?:sở|bộ|tài chính)[ \-–]*)kế hoạch(?!\s*(?:và|&|-)\s*(?:đầu tư|tài chính))"
        r"|phấn đấu|quy hoạch(?! và|,| xây dựng)|(?:dự án|danh mục)(?: \p{L}+){0,3} (?:kêu gọi|mời gọi)"
    )
)
_PRODUCING = regex.compile(
    fold_pattern(
        r"công nghiệp|sản xuất|sản phẩm|nông nghiệp|trồng trọt|chăn nuôi|thủy sản|lâm nghiệp"
        r"|(?<![\p{L}])(?:cn|sxcn|sp|cn-ttcn)(?![\p{L}])"
    )
)
_ESTIMATES = regex.compile(fold_pattern(r"(?:[ivx\d]+[.)\-/:]\s*)*(?:ước|uth|dự ước)(?![\p{L}])"))
_LOOKS_BACK = regex.compile(
    fold_pattern(
        r"(?:đánh giá|tình hình|kết quả)[^.;]{0,24} thực hiện|kết quả (?:đạt được|đã đạt|chủ yếu|nổi bật|chính"
        r"|năm \d{4}|giai đoạn|5 năm)|(?:chỉ tiêu|mục tiêu) (?:đã |chưa |không )?(?:đạt|vượt|hoàn thành)(?![\p{L}])"
    )
)
# "IV. KINH PHÍ THỰC HIỆN": what a plan will take
_NEEDS = regex.compile(
    fold_pattern(r"\W*(?:(?:[ivx]+|\d)[.)/]?\W+)?(?:nhu cầu |nguồn |dự toán )?kinh phí(?: thực hiện)?\W*")
)
_FUNDS = fold_pattern("kinh phí")
_RESULTS = regex.compile(
    fold_pattern(
        r"tình hình|kết quả|thực hiện|đánh giá"
        r"|(?:chỉ tiêu|mục tiêu) (?:\p{L}+ ){0,2}?(?:đã |chưa |không )?(?:đạt|vượt|hoàn thành)(?![\p{L}])"
    )
)


_COMPLETED = regex.compile(fold_pattern(r"%\s*(?:so\s*(?:với)?\s*)?$"))  # "..., bằng 51,2% kế hoạch"
_BRACKETS = fold_pattern("ngoặc")
# "Việt Trì, ngày 27 tháng 8", "(Bắc Kạn ngày 5/6/2019)": where it was written
_DATELINE = regex.compile(fold_pattern(r"\s*(?:,\s*(?:ngày\s*)?|\s(?:ngày\s*))\d{1,2}(?:\s*[/.-]|\s+tháng)"))
_AVERAGE = regex.compile(fold_pattern(r"bình quân|nhịp độ"))


def headed(passage: Passage, discourse: Discourse) -> Frame:
    """The frame that a heading opens."""
    frame = Frame()
    note = passage.folded.find(_BRACKETS, passage.sentence.start, passage.sentence.end)
    for token in passage.tokens:
        if isinstance(token, Period) and not to_come(token, passage):
            if note < 0 or token.start < note:  # "(trong ngoặc: mục tiêu đến năm 2030)" is not what it is about
                _period(token, frame)
        elif isinstance(token, Word):
            if "estimate" in token.cues and (not passage.quantities or token.start < passage.quantities[0].start):
                frame.put("status", "estimate", "status.heading")
            _indicator(token, passage, frame)
            _investor(token, passage, frame)
            _zones(token, passage, frame)
            _area(token, passage, frame, discourse)
    guessed = frame.status == "estimate"
    _wording(passage.folded[passage.sentence.start : passage.sentence.end], frame)
    if frame.status == "target" and guessed and note >= 0:
        frame.put("status", "estimate", "status.heading")  # "Sản phẩm, ước 2T (trong ngoặc: so KH năm; so CK)"
    if frame.status == "target" and _told(frame.period, discourse):
        frame.status = None  # "Một số chỉ tiêu chủ yếu 5 tháng năm 2024": indicators, not goals
    if frame.status == "target" and _in_passing(passage):
        frame.status = None  # the title "Hà Nam 2019: vốn ngoại và những món nợ mục tiêu"
    if frame.status is None and _NEEDS.fullmatch(passage.folded, passage.sentence.start, passage.sentence.end):
        frame.put("status", "target", "status.heading")
        span = discourse.plan_span()
        if span is not None and frame.period is None:
            frame.put("period", span, "period.heading")
    if frame.status is None and _of_results(passage, discourse):
        frame.put("status", "actual", "status.heading")
    return frame


def _in_passing(passage: Passage) -> bool:
    """Whether the title of an article only mentions goals, rather than opens with them as a plan's does."""
    start, end = passage.sentence.start, passage.sentence.end
    title = passage.text[start:end]
    if passage.sentence.line or title.isupper() or title.endswith(":"):
        return False
    plan = _PLANS.search(passage.folded, start, end)
    return plan is not None and plan.start() - start > _OPENS_WITH


_OPENS_WITH = 24  # letters of a title in which its kind is told


def _of_results(passage: Passage, discourse: Discourse) -> bool:
    """Whether a heading within a plan looks back ("QUYẾT NGHỊ: Điều 1. Đánh giá kết quả thực hiện kế hoạch")."""
    within = discourse.outline.frame(passage.sentence.level).status == "target"
    return within and _LOOKS_BACK.search(passage.folded, passage.sentence.start, passage.sentence.end) is not None


def _told(period: Period | None, discourse: Discourse) -> bool:
    """Whether the time of a heading is months gone by, of which there are results."""
    return (
        period is not None
        and period.kind == "months"
        and not discourse.future(period, year_of(period, discourse.clock))
    )


def _period(period: Period, frame: Frame) -> None:
    """The first time of a heading, or a longer one after it ("tháng 9 và 9 tháng năm 2019")."""
    timed = period.kind not in COMPARED and period.kind != "day"
    if timed and (frame.period is None or period.kind in ("months", "until")):
        frame.put("period", period, "period.heading")


def _indicator(word: Word, passage: Passage, frame: Frame) -> None:
    """The last indicator that a heading names, and the zones that it counts; a weak word of several topics is none."""
    label = word.of("indicator")
    several = "," in passage.text[passage.sentence.start : passage.sentence.end]
    if label is not None and label.kind == "context" and several and not passage.quantities:
        return  # "4. Thương mại, giá cả, vận tải"
    if label is not None and label.kind == "context" and label.concept.code == "gdp":
        return  # "các nhóm ngành kinh tế"
    if label is not None and passage.folded[word.start : word.end] == _FUNDS:
        return  # "IV. KINH PHÍ": for whatever is planned
    if label is not None and (label.kind != "context" or frame.indicator is None):
        code = label.concept.code
        if code in ZONE_TYPES and not several:  # "III. ĐẦU TƯ, KCN"
            frame.put("zone_type", ZONE_TYPES[code], "zone.heading")
        frame.put("indicator", code, "indicator.heading")
        if code == "budget-revenue" and _AT_CUSTOMS.search(passage.folded, word.start, word.end):
            frame.put("sector", "xuất nhập khẩu", "sector.heading")  # "2/ Thu NSNN từ hoạt động XNK"
        beside = passage.folded[passage.sentence.start : word.start] + passage.folded[word.end : passage.sentence.end]
        frame.alone = passage.sentence.line if _NO_MORE.fullmatch(beside) is not None else -1


_AT_CUSTOMS = regex.compile(fold_pattern(r"từ (?:hoạt động )?(?:xuất nhập khẩu|xnk)$"))
# "XUẤT KHẨU", "2. Về thu ngân sách", "Tình hình xuất khẩu:"
_NO_MORE = regex.compile(fold_pattern(r"[\W\d]*(?:(?:về|tình hình|kết quả|hoạt động) )*[\W\d]*"))


def _investor(word: Word, passage: Passage, frame: Frame) -> None:
    """Whose capital a heading without figures is on ("4. Đầu tư nước ngoài", "2. Đầu tư trong nước (DDI)")."""
    if passage.quantities:
        return
    label = word.of("code/investor")
    if label is not None and label.concept.code == "fdi" and label.kind != "context":
        frame.put("investor", "fdi", "investor.heading")
    elif _AT_HOME.fullmatch(passage.folded, passage.sentence.start, passage.sentence.end):
        frame.put("investor", "domestic", "investor.heading")


_AT_HOME = regex.compile(
    fold_pattern(
        r"[\W\d]*(?:(?:về|tình hình|kết quả|thu hút|hoạt động|dự án|vốn|nhà) )*đầu tư trong nước(?: \(?ddi\)?)?[\W\d]*"
    )
)


def _zones(word: Word, passage: Passage, frame: Frame) -> None:
    """The zones that a heading without figures is on ("2. Thu hút đầu tư vào các KCN"); not two kinds of them."""
    label = word.of("code/zone-type")
    if label is None or passage.quantities or not passage.sentence.heading or passage.sentence.level == 0:
        return
    if not _ZONES.search(passage.folded, max(passage.sentence.start, word.start - 12), word.start):
        return
    kinds = {told.concept.code for w in passage.words if (told := w.of("code/zone-type")) is not None}
    if len(kinds) == 1:
        frame.put("zone_type", label.concept.code, "zone.heading")


_ZONES = regex.compile(fold_pattern(r"(?<![\p{L}])(?:vào|trong|tại|ở|của) (?:các )?$"))


def _area(word: Word, passage: Passage, frame: Frame, discourse: Discourse) -> None:
    """Another place that a heading without figures names; the title's is the document's own."""
    code = area_code(word, discourse.own)
    if (
        code is not None
        and not is_country(code)
        and code != discourse.own
        and passage.sentence.level != 0
        and passage.sentence.heading
        and not passage.quantities
        and not any(isinstance(t, Name) and t.proper for t in passage.tokens)  # "5. KCN A (huyện B)": where that lies
        and not _DATELINE.match(passage.folded, word.end)
    ):
        frame.put("area", code, "area.heading")


def _wording(folded: str, frame: Frame) -> None:
    """What the wording as a whole says of the figures below: plans, outputs, meaning of brackets, averages."""
    plan = _PLANS.search(folded)
    if plan and not _RESULTS.search(folded) and not _COMPLETED.search(folded, 0, plan.start()):
        frame.put("status", "target", "status.heading")
    elif frame.status is None and _ESTIMATES.match(folded):
        frame.put("status", "estimate", "status.heading")
    frame.producing = bool(_PRODUCING.search(folded))
    bracket = brackets(folded)
    if bracket is not None:
        frame.put("bracket", bracket, "bracket.heading")
    if _AVERAGE.search(folded):
        frame.put("base", "annual", "base.heading")


# "- Mục tiêu 2020?", "PV: Năm 2023 thì sao, thưa ông?"
_QUESTION = regex.compile(fold_pattern(r"\W*(?:(?:pv|phóng viên|hỏi)\s*:)?[^.!;]{3,160}\?\W*"))
_OF_GOALS = regex.compile(
    fold_pattern(
        r"mục tiêu|(?<![\p{L}])đích(?![\p{L}])|kế hoạch|chỉ tiêu|phấn đấu|định hướng|năm tới"
        r"|sắp tới|thời gian tới|những năm tới"
    )
)


def asked(passage: Passage, discourse: Discourse) -> Frame | None:
    """The frame that a question of an interview opens for its answer; None where a line is no question.

    What is asked of a year to come, or of goals, is answered with goals; any other question ends that.
    """
    sentence = passage.sentence
    if not sentence.first or not _QUESTION.fullmatch(passage.folded, sentence.start, sentence.end):
        return None
    frame = Frame()
    times = [t for t in passage.times if t.kind not in COMPARED and t.kind != "day"]
    ahead = bool(times) and discourse.future(times[-1], year_of(times[-1], discourse.clock))
    if ahead or _OF_GOALS.search(passage.folded, sentence.start, sentence.end):
        frame.put("status", "target", "status.heading")
        if ahead:
            frame.put("period", times[-1], "period.heading")
    labels = [label for word in passage.words if (label := word.of("indicator")) is not None]
    asked_of = {label.concept.code for label in labels}
    if len(asked_of) == 1 and not passage.quantities and asked_of.isdisjoint(_OF_MANY):
        frame.put("indicator", asked_of.pop(), "indicator.heading")  # "Xuất khẩu thì sao, thưa bà?"
    return frame


_OF_MANY = ("gdp", *ZONE_TYPES)  # "Kinh tế của tỉnh ra sao?": is answered with all sorts of figures
