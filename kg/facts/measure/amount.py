"""Rules for amounts: a level, unless a word of rising or falling stands right before."""

from __future__ import annotations

import regex

from kg.facts.measure.place import ARRIVES, Place, plan_behind
from kg.facts.measure.reading import Reading
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_IS = fold_pattern("là")
_BUILDS = fold_pattern("phát triển")
_MORE = fold_pattern("thêm")
_LOSES = fold_pattern("mất")
_SPENDS = regex.compile(fold_pattern(r"\s*(?:\p{L}+ )?(?:để|cho việc|vào việc) (?:nhập|mua|trả|chi)(?![\p{L}])"))
_THAN = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])hơn\s+(?:so với\s+)?(?:cùng kỳ\s*)?(?:\d{1,2} tháng\s+)?(?:năm\s+\S+|tháng\s+\S+)?\s*(?:là\s+)?$"
    )
)
_FOUNDS = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:thành lập|mở|lập|hình thành|xây dựng|phát triển|quy hoạch) (?:mới|thêm)\s*$")
)
# "rút 2 CCN khỏi quy hoạch", "loại 3 cụm công nghiệp ra khỏi danh mục"
_REMOVES = regex.compile(fold_pattern(r"(?<![\p{L}])(?:rút|loại|bỏ|xóa|đưa|gạch)(?: bỏ| tên)?\s*$"))
_OUT_OF = regex.compile(fold_pattern(r"\s*(?:\p{L}+ ){0,3}?(?:ra )?khỏi(?![\p{L}])"))
# "xin bổ sung 4 dự án điện gió", "trình Thủ tướng bổ sung vào quy hoạch điện lực 6 dự án"
_ADDED_TO_PLAN = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:xin|đề nghị|đề xuất|kiến nghị)(?: \p{L}+){0,5}? bổ sung(?: thêm)?\s*$"
        r"|(?<![\p{L}])(?:xin|đề nghị|đề xuất|kiến nghị"
        r"|trình)(?![\p{L}])[^.;\d]{0,120}(?<!được )bổ sung (?:thêm )?(?:vào )?"
        r"(?:quy hoạch|danh mục)(?: \p{L}+){0,7}\s*$"
    )
)
_LAND_ADDED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:diện tích|đất) (?:sẽ )?(?:tăng|bổ sung) thêm\s*$"
        r"|(?<![\p{L}])(?:thành lập|lập|mở|bổ sung|phát triển) thêm \d+ (?:kcn|ccn|khu công nghiệp|cụm công nghiệp)"
        r"(?: với|,)(?: tổng)?(?: diện tích)?\s*$"
    )
)
_TAKES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:rót|nhận|đón|gọi|mời gọi|thu hút|hút|cấp|tiếp nhận|chấp thuận|có"
        r"|cộng vào|góp vào|đóng góp|góp)\s+thêm\s*$"
    )
)
_CAPITAL = regex.compile(fold_pattern(r"(?<![\p{L}])vốn(?: đăng ký| đầu tư){0,2},?\s+$"))
# "điều chỉnh tăng vốn 8 DA, tăng 312 triệu USD"
_RAISED = regex.compile(
    fold_pattern(
        r"(?:tăng vốn|điều chỉnh(?: tăng)?(?: vốn)?)[^;.]{0,12}\d+ (?:da|dự án|lượt)(?: dự án| da)?\s*[,(]\s*$"
    )
)
_ADJUSTED = regex.compile(
    fold_pattern(r"(?:dự án|lượt)(?: được)? (?:điều chỉnh|tăng)(?: tăng)?(?: thêm)?(?: vốn)?,\s*(?:tăng )?thêm\s*$")
)
_THE_SAME = regex.compile(
    fold_pattern(
        r"\s*[,(]?\s*(?:hay )?(?:tương đương|tương ứng|tức)(?: với| là)?(?: mức)?(?: (?:tăng|giảm))?(?: thêm)?\s*"
    )
)
_GROWS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:tăng|(?P<down>giảm))(?: \p{L}+)?\s*$"
        r"|(?<![\p{L}])(?:(?:cao|nhiều|lớn) hơn|(?P<down>(?:thấp|ít|kém) hơn))(?: so)?(?: với)? (?:cùng kỳ|năm|tháng)"
        r"[^,;.%]{0,16}\s$"
    )
)
_OF_PROJECTS = ("money", "count-project")  # what flows of capital are told of
_SILENT = {"about", "own", "nation", "estimate"}  # cues that may stand between the verb and its amount
_RIGHT_BEFORE = regex.compile(
    fold_pattern(r"(?:thêm|được|mới|đi|bớt|khoảng|tương đương|tương ứng|\(|thêm mới|tới|ước|:)?"),
)
_OPENS_WITH = regex.compile(fold_pattern(r"\W*\p{L}+(?: \p{L}+){0,5}\s*"))
# "tăng thêm 200 dự án", "bổ sung 50 tỷ đồng": added to a stock, not compared with another time.
_ADDED = ("thêm", fold_pattern("bổ sung"), "khỏi")


def read(at: Place) -> Reading:
    """The measure of an amount."""
    if at.quantity.signed and at.before(at.quantity.full_start - 2).rstrip().endswith(("(", "(-", "(+")):
        return Reading("change", 1, rule="measure.signed")  # "298 DN (-17 DN s/CK)"
    if at.quantity.dimension == "count-zone" and _FOUNDS.search(at.before(at.quantity.full_start - 20)):
        return Reading("change", 1, "none", rule="measure.change")
    removed = at.quantity.dimension == "count-zone" and _OUT_OF.match(at.tail) is not None
    if removed and _REMOVES.search(at.before(at.quantity.full_start - 16)):
        return Reading("change", -1, "none", rule="measure.change")
    if at.quantity.dimension in ("count-project", "power") and _ADDED_TO_PLAN.search(
        at.before(at.quantity.full_start - 200)
    ):
        return Reading("change", 1, "none", rule="measure.change")
    if at.quantity.dimension == "area" and _LAND_ADDED.search(at.before(at.quantity.full_start - 60)):
        return Reading("change", 1, "none", rule="measure.change")  # "lập thêm 9 CCN, diện tích tăng thêm 510 ha"
    if at.index and at.quantity.dimension == "count-enterprise" and _BECOME.match(at.tail) and _and_these(at):
        return Reading("level", rule="measure.of-fate")  # "118 DN tạm ngừng, tăng 21 DN và 46 DN hoàn tất giải thể"
    beside_plan = _off_plan(at)
    if beside_plan is not None:
        return Reading("change", beside_plan, "plan", rule="measure.off-plan")
    rise = _risen(at)
    if rise is not None:
        return Reading("change", rise, rule="measure.change")  # "tăng 8,5%, tương đương 206 triệu USD"
    verb = _verb(at)
    if verb is None and _THAN.search(at.before(at.quantity.full_start - 44)) and _is_compared(at):
        return Reading("change", 1, rule="measure.change")  # "60 triệu đồng, hơn năm 2022 là 5,2 triệu đồng"
    if verb is None:
        return Reading("level", rule="measure.level")
    wording = at.passage.folded[verb.start : verb.end]
    if wording == _BUILDS:
        return Reading("level", rule="measure.level")  # "đã phát triển 28 khu công nghiệp"
    if wording == _LOSES and _SPENDS.match(at.tail):
        return Reading("level", rule="measure.level")  # "nước ta mất 1,45 tỷ USD để nhập gỗ"
    if ARRIVES.search(wording) and not (wording.endswith(_BY) and _THAN_BEFORE.match(at.tail)):
        return Reading("level", rule="measure.arrival")
    if (
        wording.endswith(_MORE)
        and at.quantity.dimension in ("count-project", "money")
        and _TAKES.search(at.before(verb.start - 14))
    ):
        return Reading("level", rule="measure.level")  # "các KCN nhận thêm 28 dự án": so many came
    if (
        at.quantity.dimension == "count-project"
        and wording == _MORE
        and _OPENS_WITH.fullmatch(at.passage.folded, at.passage.sentence.start, verb.start)
    ):
        return Reading("level", rule="measure.level")  # the headline "Long An thêm 86 dự án FDI"
    adjusted = wording == _MORE and _ADJUSTED.search(at.before(at.quantity.full_start - 60)) is not None
    if at.quantity.dimension == "money" and adjusted:
        return Reading("level", rule="measure.level")  # "738 lượt dự án điều chỉnh vốn, thêm 5,6 tỷ USD"
    if at.quantity.dimension == "money" and _flows(at, verb) and (wording == _MORE or _of_capital(at, verb)):
        return Reading("level", rule="measure.level")  # "33 dự án tăng vốn, thêm 317 triệu USD"
    if not _RIGHT_BEFORE.fullmatch(_between(at, verb)):
        return Reading("level", rule="measure.level")
    added = any(mark in wording for mark in _ADDED) and not _THAN_BEFORE.match(at.tail)
    base = "plan" if plan_behind(at.tail) else ("none" if added else None)
    return Reading("change", -1 if "down" in verb.cues else 1, base, rule="measure.change")


def _and_these(at: Place) -> bool:
    """Whether a number is only joined to the one before it."""
    return _AND.fullmatch(at.passage.folded, *at.passage.gap(at.index)) is not None


_AND = regex.compile(fold_pattern(r"\s*,?\s*và\s*(?:có )?"))
_BECOME = regex.compile(
    fold_pattern(
        r"\s*(?:\p{L}+ ){0,3}?(?:giải thể|ngừng|tạm ngừng|phá sản|thành lập|quay (?:lại|trở)|chờ|rút khỏi)(?![\p{L}])"
    )
)
_BY = fold_pattern("tới")
# "tăng tới 15 doanh nghiệp so với cùng kỳ"
_THAN_BEFORE = regex.compile(
    fold_pattern(r"(?: \p{L}+){0,3} \(?so (?:với )?(?:cuối |đầu |tháng |quý |năm |cùng kỳ|thời điểm|ck(?![\p{L}]))")
)


def _off_plan(at: Place) -> int | None:
    """The sign of an amount by which a result differs from its plan ("thu 700 tỷ đồng, thấp hơn dự toán 60 tỷ đồng").

    What is as large as the result is the plan's own amount ("... 598 triệu USD, thấp hơn kế hoạch 620 triệu USD").
    """
    told = _OFF_PLAN.search(at.before(at.quantity.full_start - 60)) if at.index else None
    short = _SHORT_BY.search(at.before(at.quantity.full_start - 24)) if told is None and at.index else None
    if short is not None and _OF_PLAN_BEHIND.match(at.tail):
        told = short  # "còn thiếu 1.250 tấn so KH", "hụt 1.150 tỷ đ, bằng 89% dự toán"
    if told is None:
        return None
    unit = at.quantity.unit or "VND"  # "thiếu 150 tỷ so với kế hoạch"
    result = next((q for q in reversed(at.passage.quantities[: at.index]) if q.unit == unit), None)
    if result is not None and told is short:
        return 1 if told.groupdict().get("more") else -1  # "có 10 cụm, thiếu 6 cụm so với quy hoạch"
    if result is None or at.quantity.value * _PART >= result.value:
        return None
    return 1 if told.groupdict().get("more") else -1


_PART = 2
_SHORT_BY = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:hụt|thiếu|(?P<more>vượt))(?: (?:mất|khoảng|hơn|gần|trên|tới))*\s*$")
)
_OF_PLAN_BEHIND = regex.compile(
    fold_pattern(
        r"(?: \p{L}+){0,2}? so(?: với)? (?:kế hoạch|kh|chỉ tiêu|mục tiêu|dự toán|dt|tiến độ|quy hoạch)(?![\p{L}])"
        r"|,? (?:(?:chỉ|mới) )?(?:bằng|đạt) [\d.,]+ ?% (?:kế hoạch|kh|dự toán|dt)(?![\p{L}])"
    )
)
_OFF_PLAN = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:thấp|kém|ít|thiếu) hơn|hụt|thiếu|(?P<more>vượt|(?:cao|nhiều) hơn))(?: so(?: với)?)?"
        r" (?:kế hoạch|kh|dự toán|chỉ tiêu|mục tiêu)(?: (?:cả )?năm| đề ra| đặt ra| được giao| giao)*"
        r"(?: (?:là|khoảng|hơn|gần|trên|tới))*\s*$"
    )
)


def _risen(at: Place) -> int | None:
    """The sign of the growth right before an amount that is the same rise ("tăng 8,5% tương đương 206 triệu USD")."""
    if not at.index or at.passage.quantities[at.index - 1].dimension != "percent":
        return None
    if at.quantity.dimension != "money" or not _THE_SAME.fullmatch(at.passage.folded, *at.passage.gap(at.index)):
        return None
    before = at.passage.folded[slice(*at.passage.gap(at.index - 1))]
    grows = _GROWS.search(before)
    return None if grows is None else (-1 if grows["down"] else 1)


def _verb(at: Place) -> Word | None:
    """The word of rising or falling that is the last to say anything of the amount ("tăng 200 tỷ đồng")."""
    said = [t for t in at.tokens if isinstance(t, Word) and set(t.cues) - _SILENT]
    if len(said) > 1 and at.passage.folded[said[-1].start : said[-1].end] == _IS and _compared(at.tokens, said[-1]):
        said.pop()  # "nhiều hơn năm 2019 là 2,8 tỷ USD"
    if len(said) > 1 and "equal" in said[-1].cues and not at.passage.folded[said[-2].end : said[-1].start].strip():
        said.pop()  # "giảm tương đương 9 triệu lượt khách"
    last = said[-1] if said else None
    flow = last is not None and last.of("code/flow") is not None and at.quantity.dimension in _OF_PROJECTS
    if last is None or flow:  # "vốn bổ sung 20 tỷ đồng", but "bổ sung 7 CCN"
        return None
    return last if "up" in last.cues or "down" in last.cues else None


def _flows(at: Place, verb: Word) -> bool:
    """Whether a word of new or added capital stands before the verb in its sentence."""
    before = at.passage.between(at.passage.sentence.start, verb.start)
    return any(isinstance(t, Word) and t.of("code/flow") is not None for t in before)


def _of_capital(at: Place, verb: Word) -> bool:
    """Whether capital is what rises by an amount ("điều chỉnh 30 dự án, vốn tăng 150 triệu USD")."""
    folded, start = at.passage.folded, at.passage.sentence.start
    if _CAPITAL.search(folded, max(start, verb.start - 30), verb.start) is not None:
        return True
    return _RAISED.search(folded, max(start, verb.start - 50), verb.start) is not None


def _is_compared(at: Place) -> bool:
    """Whether a time to compare with stands before the number, at most a "là" between them."""
    times = [t for t in at.tokens if isinstance(t, Period)]
    return bool(times) and times[-1].kind in ("same", "versus")


def _compared(tokens: list[Word | Period], word: Word) -> bool:
    """Whether a time to compare with stands right before a word."""
    before = tokens[tokens.index(word) - 1] if word in tokens and tokens.index(word) else None
    return isinstance(before, Period) and before.kind in ("same", "versus")


def _between(at: Place, verb: Word) -> str:
    """What stands between the verb and the amount, without the time compared with ("ít hơn năm trước 2 chiếc")."""
    last = at.tokens[-1]
    if isinstance(last, Word) and at.passage.folded[last.start : last.end] == _IS and len(at.tokens) > 1:
        last = at.tokens[-2]
        if isinstance(last, Period) and last.kind in ("same", "versus"):
            return ""
    if isinstance(last, Period) and last.kind in ("same", "versus", "plan") and last.start >= verb.end:
        return _IN_BRACKETS.sub("", at.passage.folded[last.end : at.quantity.full_start]).strip(" ,")
    between = _IN_BRACKETS.sub("", at.passage.folded[verb.end : at.quantity.full_start])
    return "" if _ONLY_AGAINST.fullmatch(between) else between.strip(" \"”“'")


_IN_BRACKETS = regex.compile(r"\([^()]{0,30}\)")
_ONLY_AGAINST = regex.compile(fold_pattern(r"\s*so với (?:tháng|quý|năm|cùng kỳ)[^,;.]{0,24}\s*"))
