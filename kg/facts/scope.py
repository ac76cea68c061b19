"""Time, place, status and breakdowns of one number, out of what stands before, behind and above it."""

from __future__ import annotations

from typing import Any

import regex

from kg.facts import phrase
from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.measure import Reading
from kg.facts.place import area_code, is_country
from kg.facts.tokens import Passage
from kg.mentions.period import Period, resolve, year_of
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_BALANCE = regex.compile(fold_pattern(r"(?P<minus>nhập siêu|thâm hụt)|xuất siêu|thặng dư"))
STOCKS = frozenset(
    {
        "industrial-inventory-index",
        "industrial-labour-index",
        "industrial-zones",
        "industrial-clusters",
        "economic-zones",
        "zone-area",
        "zone-industrial-land",
        "zone-leased-land",
        "zone-occupancy",
        "zone-wastewater",
        "enterprises",
        "population",
        "installed-capacity",
        "ecommerce-shops",
        "poverty-rate",
        "unemployment-rate",
    }
)
EITHER = frozenset({"investment-projects", "registered-capital", "implemented-capital", "employment"})
_STOCK_WORDS = regex.compile(
    fold_pattern(
        r"còn hiệu lực|lũy kế|đang hoạt động|đăng ký hoạt động|hiện có|đến nay|tính đến|tổng số các dự án|đã thu hút được|đi vào (?:hoạt động|sản xuất)"
    )
)
_CUMULATED = regex.compile(fold_pattern(r"lũy kế|cộng dồn|còn hiệu lực|vốn thực hiện"))
INVESTED = frozenset({"investment-projects", "registered-capital", "implemented-capital"})
TRADED = frozenset(
    {"export-turnover", "import-turnover", "trade-turnover", "trade-balance", "export-volume", "import-volume"}
)
BY_PRODUCT = TRADED | {"product-output", "crop-area", "cpi"}
ZONED = frozenset({"zone-area", "zone-occupancy", "zone-industrial-land", "zone-leased-land", "zone-wastewater"})
IN_ZONES = ZONED | INVESTED | {"employment"}
CHAINED = ("growth", "completion", "share", "multiple")
_ADJACENT = regex.compile(fold_pattern(r"^[\s)]*(?:(?:trong|vào|cho|của|ở|tại|từ|kể từ)?\s*|\(\s*)$"))
_PENALTY = {
    "indicator.inherited": 0.05,
    "indicator.context": 0.05,
    "indicator.discourse": 0.2,
    "period.discourse": 0.08,
    "period.document": 0.15,
    "area.document": 0.02,
    "indicator.product-list": 0.1,
    "product.phrase": 0.05,
    "period.none": 0.15,
    "measure.equal": 0.15,
    "indicator.heading": 0.05,
}


def confidence(rules: tuple[str, ...], repaired: bool) -> float:
    """How sure a reading is: 1 less a fixed penalty for each thing inherited or inferred."""
    left = 1.0
    for rule in rules:
        left *= 1 - _PENALTY.get(rule, 0.0)
    return round(left * (0.95 if repaired else 1.0), 3)


def turn(frame: Frame, code: str) -> None:
    """A new indicator takes over: breakdowns of the one before end with it."""
    keep_product = code in ("product-output", "crop-area") and frame.indicator in ("product-output", "crop-area")
    keep_invested = code in INVESTED and frame.indicator in INVESTED
    product, partner, sector = frame.product, frame.partner, frame.sector
    frame.clear_parts()
    if keep_product:
        frame.product = product
    if keep_invested:
        frame.partner, frame.sector = partner, sector
    if code == "installed-capacity":
        frame.sector = sector
    if code not in INVESTED:
        frame.flow = None


def enter(passage: Passage, index: int, frame: Frame, discourse: Discourse) -> None:
    """Take what stands between the last number and this one into the frame."""
    start, stop = passage.gap(index)
    if frame.saved_area is not None and ")" in passage.folded[start:stop]:
        frame.area, frame.origins["area"] = frame.saved_area
        frame.saved_area = None
    if frame.saved_status is not None and ")" in passage.folded[start:stop]:
        frame.status, frame.origins["status"] = frame.saved_status
        frame.saved_status = None
    opened = passage.folded.rfind("(", start, stop)
    if opened >= 0 and ")" not in passage.folded[opened:stop] and _PLANNED_ASIDE.match(passage.folded, opened, stop):
        frame.saved_status = frame.saved_status or (frame.status, frame.origins.get("status", ""))
    discourse.status_before = frame.status
    if index == 0:
        discourse.heading_status = frame.status
    bound = discourse.bound_right.get((passage.sentence.start, index - 1))
    fresh_part = False
    flows: set[str] = set()
    given: dict[str, object] = {}
    if not index:
        lead = next((t for t in passage.between(start, stop) if isinstance(t, (Period, Word))), None)
        if isinstance(lead, Period) and lead.kind == "versus":
            discourse.base_lead = lead
    for name, value in discourse.respective.get(passage.quantities[index].start, {}).items():
        if name in ("area", "period"):
            given[name] = value
    for token in passage.between(start, stop):
        if isinstance(token, Period):
            if token is bound or token.kind in ("same", "versus", "plan"):
                if (
                    token.kind == "same"
                    and token.what == "holder"
                    and token.end <= stop
                    and discourse.holds(passage, token, index)
                ):
                    shifted = discourse.shifted(token, frame)
                    if shifted is not None:
                        discourse.override[(passage.sentence.start, index)] = shifted
                continue
            if _OF_PLAN.search(passage.folded[max(passage.sentence.start, token.start - 40) : token.start]):
                continue  # "76% kế hoạch năm 2019": the plan's year, not the figure's
            discourse.note_year(token)
            if frame.status in ("estimate", "forecast") and index and frame.status == discourse.status_before:
                frame.status = discourse.heading_status
            frame.put("period", token, "period.sentence")
        elif isinstance(token, Word):
            fresh_part = _word(token, passage, index, frame, discourse, fresh_part)
            flow = token.of("code/flow")
            if flow is not None and flow.kind != "context":
                flows.add(flow.concept.code)
            if any(l.concept.code in INVESTED for l in token.labels):
                for name, pattern in _FLOWS:
                    if pattern.search(passage.folded, token.start, token.end):
                        flows.add(name)
                        frame.put("flow", name, "flow.named")
    if (
        discourse.own != "VN"
        and _EVERYWHERE.search(passage.folded, start, stop)
        and frame.origins.get("area") != "area.named"
    ):
        frame.put("area", "VN", "area.nation-word")
        discourse.nation_first = index == 0
    _bracket_of_place(passage, start, stop, frame, discourse)
    if "area" in given:
        frame.put("area", given["area"], "area.respective")
    if len(flows) > 1:  # "cấp mới, tăng thêm và góp vốn": all of them together
        frame.flow = None
    behind = _behind(passage, index) if passage.quantities[index].dimension in ("count-project", "count-case") else []
    for word in [*passage.nouns.get(index, []), *behind]:
        for scheme in ("investor", "flow"):
            label = word.of("code/" + scheme)
            if label is not None and (label.kind != "context" or word in behind):
                frame.put(scheme, label.concept.code, f"{scheme}.named")
        source(passage, word, frame)


_FLOWS = (
    ("contribution", regex.compile(fold_pattern(r"góp vốn|vốn góp|mua cổ phần"))),
    ("additional", regex.compile(fold_pattern(r"tăng thêm|điều chỉnh"))),
    ("new", regex.compile(fold_pattern(r"cấp mới|đăng ký mới|cấp phép mới|dự án mới"))),
)


def source(passage: Passage, word: Word, frame: Frame) -> None:
    """Foreign or domestic, where the wording of an indicator says it ("dự án có vốn đầu tư nước ngoài")."""
    if any(l.concept.code in INVESTED for l in word.labels):
        wording = passage.folded[word.start : word.end]
        if _FOREIGN.search(wording):
            frame.put("investor", "fdi", "investor.named")
        elif _HOME.search(wording):
            frame.put("investor", "domestic", "investor.named")


def _bracket_of_place(passage: Passage, start: int, stop: int, frame: Frame, discourse: Discourse) -> None:
    """The place right before a bracket owns the number in it ("vượt Phú Yên (11,2%)")."""
    if not passage.folded[start:stop].rstrip().endswith("("):
        return
    opened = passage.folded.rfind("(", start, stop)
    for token in passage.between(start, opened):
        if isinstance(token, Word) and not passage.folded[token.end : opened].strip():
            code = area_code(token, discourse.own)
            if code is not None and not is_country(code) and code != frame.area:
                frame.saved_area = frame.saved_area or (frame.area, frame.origins.get("area", ""))
                frame.put("area", code, "area.bracket")


def _behind(passage: Passage, index: int) -> list[Word]:
    """The words that go on with a counted thing ("4 dự án nước ngoài", "549 lượt dự án điều chỉnh vốn")."""
    start, stop = passage.after(index)
    limit = regex.search(
        fold_pattern(r"[,;.:()]|(?<![\p{L}])(?:với|và|có tổng|tổng|tại|do|đạt)(?![\p{L}])"), passage.folded[start:stop]
    )
    end = start + limit.start() if limit else stop
    return [t for t in passage.between(start, end) if isinstance(t, Word)]


def _word(word: Word, passage: Passage, index: int, frame: Frame, discourse: Discourse, fresh: bool) -> bool:
    code = area_code(word, discourse.own)
    if code is not None and not is_country(code):
        if not _aside(passage, word) and not _of_leading(passage, word, index, frame):
            _bracketed(passage, word, frame)
            discourse.nation_first = code == "VN" and index == 0
            frame.put("area", code, "area.named" if code != "VN" else "area.nation-word")
    if (
        "own" in word.cues
        and discourse.own not in (None, "VN")
        and code is None
        and frame.origins.get("area") == "area.named"
        and not passage.folded[word.start - 4 : word.start].strip().endswith("ubnd")
    ):
        frame.put("area", discourse.own, "area.own-word")
    if "nation" in word.cues and code is None and not _aside(passage, word):
        _bracketed(passage, word, frame)
        discourse.nation_first = index == 0
        frame.put("area", "VN", "area.nation-word")
    for scheme in ("investor", "flow"):
        label = word.of("code/" + scheme)
        if label is not None and (
            label.kind != "context"
            or frame.indicator in INVESTED
            or (scheme == "investor" and word.start - passage.sentence.start <= 4)
        ):
            frame.put(scheme, label.concept.code, f"{scheme}.named")
    source(passage, word, frame)
    zone = next((l.concept.code for l in word.labels if l.concept.code in _ZONES), None) or next(
        (
            _CODE_ZONES[l.concept.code]
            for l in word.labels
            if l.concept.scheme == "code/zone-type" and l.concept.code in _CODE_ZONES
        ),
        None,
    )
    if zone is not None:
        frame.put("zone_type", _ZONES.get(zone, zone), "zone.named")
        discourse.zone_type, discourse.zone_line, discourse.zone_at = (
            frame.zone_type,
            passage.sentence.line,
            discourse.count,
        )
    if passage.folded[word.start : word.end].startswith(_WILL) and frame.status == "forecast":
        return fresh  # "dự báo ... sẽ đạt" stays a forecast
    if "target" in word.cues and not ("plan" in word.cues and _behind_percent(passage, word)):
        frame.put("status", "target", "status.target")
    elif "estimate" in word.cues:
        frame.put("status", "estimate", "status.estimate")
    elif "forecast" in word.cues:
        frame.put("status", "forecast", "status.forecast")
    return fresh


def _bracketed(passage: Passage, word: Word, frame: Frame) -> None:
    """A place inside brackets, or one compared with, holds for its own number only."""
    before = passage.folded[passage.sentence.start : word.start]
    compared = regex.search(
        fold_pattern(r"(?:bình quân(?: chung)?(?: của)?|thua|mức chung|so với bình quân|vượt|bằng mức)\s*$"), before
    )
    if (before.count("(") > before.count(")") or compared) and frame.saved_area is None:
        frame.saved_area = (frame.area, frame.origins.get("area", ""))


_LEADS = regex.compile(fold_pattern(r"^\s*(?:tại|ở|riêng|đối với)\s+(?:tỉnh\s+|thành phố\s+|địa bàn\s+)?$"))
_JOINS = regex.compile(
    fold_pattern(r"(?:[,;:(]|(?<![\p{L}])(?:và|là|như|tại|ở|riêng|tỉnh|của|còn|trong đó|thành phố|huyện))\s*$")
)


def _of_leading(passage: Passage, word: Word, index: int, frame: Frame) -> bool:
    """Whether a place only describes something in a sentence that opens with its own ("Tại A, ... ổ dịch B, ...")."""
    if (
        index
        or frame.area is None
        or passage.folded[max(passage.sentence.start, word.start - 14) : word.start].strip() == ""
    ):
        return False
    before = passage.folded[passage.sentence.start : word.start]
    opening = next((t for t in passage.tokens if isinstance(t, Word) and t.of("area")), None)
    if opening is None or opening is word or not _LEADS.match(passage.folded[passage.sentence.start : opening.start]):
        return False
    return not _JOINS.search(before)


_ASIDE = regex.compile(
    fold_pattern(
        r"(?:nhất|từ|qua|dẫn đầu|đứng đầu|\d|theo sau|sau|cùng với|vượt|hơn|so với|kém|đầu|như|thứ \p{L}+|trong|trong top \d+|ubnd tỉnh|sang)\s*$"
    )
)


def _aside(passage: Passage, word: Word) -> bool:
    """Whether a place is only what another is measured against ("dẫn đầu cả nước", "theo sau Bình Dương")."""
    before = passage.folded[max(passage.sentence.start, word.start - 16) : word.start]
    return bool(_ASIDE.search(before)) and "trong cả nước" not in before


_OF_PLAN = regex.compile(
    fold_pattern(
        r"%\s*(?:/|so\s*(?:với)?|của|với)?\s*(?:mức\s+)?(?:kế hoạch|kh|dự toán|chỉ tiêu|mục tiêu|nghị quyết)(?:\s+(?:của|cả))?\s*$"
    )
)
_FOREIGN = regex.compile(fold_pattern(r"nước ngoài|fdi"))
_HOME = regex.compile(fold_pattern(r"trong nước|ddi"))
_OF = fold_pattern("của")
_PLANNED_ASIDE = regex.compile(fold_pattern(r"\(\s*(?:kh|kế hoạch|chỉ tiêu|mục tiêu|dự toán|kịch bản)(?![\p{L}])"))
_WILL = fold_pattern("sẽ")
_EVERYWHERE = regex.compile(
    fold_pattern(
        r"(?:\d+(?:/\d+)?|các|nhiều)\s+(?:tỉnh,? (?:và )?thành(?: phố)?|tỉnh thành|địa phương trên cả nước|tỉnh, thành phố)"
    )
)
_ZONES = {
    "industrial-zones": "industrial-zone",
    "industrial-clusters": "industrial-cluster",
    "economic-zones": "economic-zone",
}
_CODE_ZONES = {
    "industrial-zone": "industrial-zone",
    "industrial-cluster": "industrial-cluster",
    "economic-zone": "economic-zone",
}


def _behind_percent(passage: Passage, word: Word) -> bool:
    """Whether a word of planning completes a percentage before it ("76% kế hoạch năm")."""
    before = passage.folded[max(passage.sentence.start, word.start - 14) : word.start]
    return bool(regex.search(fold_pattern(r"%\s*(?:/|so\s*(?:với)?|của|với|\()?\s*$"), before))


def dimensions(
    passage: Passage, index: int, reading: Reading, measure: str, code: str, frame: Frame, discourse: Discourse
) -> dict[str, Any] | None:
    """The dimensions of one number as keyword arguments of an Observation, with ``rules``; None to drop it."""
    rules: list[str] = []
    status = _status(passage, index, reading, measure, frame, discourse, rules)
    period, status = _period(passage, index, reading, measure, code, status, frame, discourse, rules)
    area = _area(passage, index, frame, discourse, rules)
    if area is None or is_country(area):
        return None
    parts = _parts(passage, index, measure, code, frame, discourse, rules)
    base = _base(passage, index, reading, measure, frame, discourse, period)
    if measure == "growth":
        discourse.base_before = base
    approx = passage.quantities[index].approx
    if reading.rule == "measure.exceed" and approx == "over":
        approx = None
    balances = list(_BALANCE.finditer(passage.folded, passage.sentence.start, passage.quantities[index].full_start))
    deficit = bool(balances) and balances[-1]["minus"] is not None
    return {
        "base": base,
        "period": period,
        "status": status,
        "approx": approx,
        "area": area,
        **parts,
        "rules": rules,
        "deficit": deficit,
    }


def _status(
    passage: Passage, index: int, reading: Reading, measure: str, frame: Frame, discourse: Discourse, rules: list[str]
) -> str:
    start, stop = passage.gap(index)
    gap = [t for t in passage.between(start, stop) if isinstance(t, Word)]
    cues = {c for w in gap for c in w.cues}
    level = measure in ("level", "change")
    discourse.plan_figure = False
    if reading.plan:
        rules.append("status.plan-figure")
        return "target"
    if level and _plan_figure(passage, index, gap):
        discourse.plan_figure = True
        frame.status = discourse.status_before  # the plan's own figure leaves the status of the result as it was
        rules.append("status.plan-figure")
        return "target"
    if (
        level
        and index
        and frame.status == "estimate"
        and frame.origins.get("status") == "status.estimate"
        and "estimate" not in cues
        and "reach" in cues
    ):
        frame.status = discourse.heading_status  # a new amount with a verb of its own no longer shares the estimate
    if frame.status:
        rules.append(frame.origins.get("status", "status.heading"))
    return frame.status or "actual"


def _plan_figure(passage: Passage, index: int, gap: list[Word]) -> bool:
    """Whether the amount is the plan itself: "/KH giao 80.000 tỷ đồng", "(KH 96 tr.USD)", "54,3% KH năm (12.910 tỷ đ)"."""
    start, stop = passage.gap(index)
    between = passage.folded[start:stop]
    if index and between == "/" and passage.quantities[index - 1].unit == passage.quantities[index].unit == "VND":
        return True
    if regex.fullmatch(
        fold_pattern(
            r"\s*(?:/|\(|trên|so với)\s*(?:tổng\s+)?(?:kế hoạch|kh|chỉ tiêu|mục tiêu|dự toán)(?![\p{L}])[^;,.()\d]{0,30}"
        ),
        between,
    ):
        return True
    if index and regex.fullmatch(
        fold_pattern(
            r"\s*(?:/|so\s*(?:với)?|của)?\s*(?:kế hoạch|kh|dự toán|chỉ tiêu|mục tiêu|nghị quyết|khn)[^;,.()\d]{0,30}\(\s*(?:là|:|kh|kế hoạch)?\s*"
        ),
        between + passage.folded[stop : passage.quantities[index].full_start],
    ):
        return True
    return bool(
        index
        and passage.quantities[index - 1].dimension == "percent"
        and regex.fullmatch(
            fold_pattern(r"\s*(?:so\s*(?:với)?|của)?\s*(?:kế hoạch|kh|dự toán|chỉ tiêu)[^;,.()\d]{0,24}\(\s*"), between
        )
    )


def _period(
    passage: Passage,
    index: int,
    reading: Reading,
    measure: str,
    code: str,
    status: str,
    frame: Frame,
    discourse: Discourse,
    rules: list[str],
) -> tuple[str | None, str]:
    stock = code in STOCKS or (code in EITHER and _is_stock(passage, index, frame, discourse, code))
    if measure in ("growth", "multiple", "completion") and code not in STOCKS:
        stock = stock and code in EITHER and measure == "completion"
    shifted = discourse.override.get((passage.sentence.start, index))
    if shifted is not None:
        rules.append("period.same-period")
        return resolve(shifted, discourse.clock, stock), "actual"
    right = _right(passage, index, frame, discourse)
    start, stop = passage.gap(index)
    fresh = any(
        isinstance(t, Period) and t.kind not in ("same", "versus", "plan") for t in passage.between(start, stop)
    )
    if right is not None:
        discourse.chain = right
        if frame.period is None:
            frame.put("period", right, "period.right")
    elif fresh or measure not in CHAINED:
        discourse.chain = None
    if (
        right is not None
        and status == "estimate"
        and (year_of(right, discourse.clock) or 0) < (discourse.clock.year or 0)
    ):
        status = "actual"  # an estimate is of this year; what it is set beside has been counted
    if right is None and frame.period is None and measure not in CHAINED:
        right = _later(passage, index)
    mention = right or discourse.chain or frame.period
    rule = "period.right" if right or discourse.chain else frame.origins.get("period", "period.sentence")
    aside = passage.folded.rfind("(", start, stop)
    if (
        measure == "growth"
        and aside >= 0
        and right is None
        and _PLANNED_ASIDE.match(passage.folded, aside, stop)
        and not fresh
    ):
        return _plan_year(mention, discourse, rules), status  # "(KH năm tăng 10%)"
    if discourse.plan_figure and right is None:
        return _plan_year(mention, discourse, rules), status
    if (
        mention is None
        and discourse.base_lead is not None
        and discourse.base_lead.what == "month"
        and discourse.clock.month
        and code == "cpi"
    ):
        mention, rule = Period(0, 0, "month", first=discourse.clock.month), "period.of-comparison"
    if mention is None:
        mention, rule = discourse.period_default(stock, status)
        if status == "target" and mention is not None and discourse.past(mention, year_of(mention, discourse.clock)):
            mention, rule = discourse.target_period, "period.target"
        if mention is not None and status == "actual" and discourse.main_status and not stock:
            status = discourse.main_status
            frame.put("status", status, "status.discourse")
            rules.append("status.discourse")
    if mention is None:
        rules.append("period.none")
        return discourse.fallback(stock, status), status
    rules.append(rule)
    year = year_of(mention, discourse.clock)
    if status == "target" and discourse.past(mention, year) and not _planned_here(passage, index):
        status = "actual"
        rules.append("status.past")
    if status in ("actual",) and discourse.future(mention, year):
        status = "target"
        rules.append("status.future")
    if mention.kind == "now" and not stock:
        inherited = discourse.flow_period
        return (
            resolve(inherited, discourse.clock, False) if inherited is not None else discourse.fallback(True)
        ), status
    if (
        status == "target"
        and mention.kind == "asof"
        and (year or 0) >= (discourse.clock.year or 0)
        and mention.first == 12
    ):
        return str(year), status
    if rule == "period.sentence" or (
        right is not None
        and right.relative != -1
        and (_within(passage, right) or frame.origins.get("period") != "period.sentence")
        and (year or 0) >= (discourse.clock.year or 0)
    ):
        discourse.used.append(mention)
    span = (
        discourse.spans.get(year) if year is not None and mention.kind in ("year", "until") and right is None else None
    )
    if span is not None and (_yearly(passage, index, measure) or _of_years(passage, index)):
        rules.append("period.span-of-plan")
        return span, status
    return resolve(
        mention,
        discourse.clock,
        stock and (mention.kind in ("asof", "months", "now", "day") or (mention.kind == "month" and code in STOCKS)),
    ), status


def _within(passage: Passage, period: Period) -> bool:
    """Whether a time behind a number is the time of the sentence ("... trong 10 tháng năm nay")."""
    return bool(
        regex.search(
            fold_pattern(r"(?:trong|vào|cho|của cả)\s*$"), passage.folded[max(0, period.start - 8) : period.start]
        )
    ) or passage.folded[period.start :].startswith(fold_pattern("trong"))


def _yearly(passage: Passage, index: int, measure: str) -> bool:
    """Whether a growth is an average a year, and so of the whole span that ends with its target's year."""
    quantity = passage.quantities[index]
    tail = passage.folded[quantity.end : quantity.full_end + 5].replace(" ", "")
    if measure not in ("growth", "change"):
        return False
    return fold_pattern("/năm") in tail or bool(
        regex.search(
            fold_pattern(r"bình quân\s+(?:\p{L}+\s+){0,4}$|hàng năm|hằng năm"),
            passage.folded[passage.gap(index)[0] : quantity.full_start],
        )
    )


def _of_years(passage: Passage, index: int) -> bool:
    """Whether an amount is said to be of several years together ("tổng vốn đầu tư 5 năm: 85.000 tỷ đồng")."""
    return bool(
        regex.search(
            fold_pattern(r"(?:\d|năm) năm\s*(?:là|:|đạt|huy động được|khoảng|ước)?\s*$|cả giai đoạn"),
            passage.folded[passage.gap(index)[0] : passage.quantities[index].full_start],
        )
    )


def _planned_here(passage: Passage, index: int) -> bool:
    """Whether a word of planning stands right before the number."""
    start, stop = passage.gap(index)
    return any(isinstance(t, Word) and "target" in t.cues for t in passage.between(start, stop))


def _plan_year(mention: Period | None, discourse: Discourse, rules: list[str]) -> str | None:
    """The time of a plan's own figure: the year, unless the plan is for the month spoken of."""
    mention = mention or discourse.flow_period
    if mention is not None and mention.kind in ("span",):
        return resolve(mention, discourse.clock, False)
    rules.append("period.plan-year")
    year = (
        year_of(mention, discourse.clock)
        if mention is not None
        else (discourse.clock.today.year if discourse.clock.today else discourse.clock.year)
    )
    return str(year) if year else None


def _is_stock(passage: Passage, index: int, frame: Frame, discourse: Discourse, code: str) -> bool:
    if frame.flow is not None:
        return False
    period = frame.period
    start = passage.sentence.start
    window = passage.folded[start : passage.after(index)[1]]
    if period is not None and period.kind in ("now",):
        return True
    if period is not None and period.kind == "asof" and _STOCK_WORDS.search(window):
        return code != "implemented-capital" or bool(_CUMULATED.search(window))
    if period is not None and period.kind == "day" and code == "investment-projects":
        return True
    if (
        period is not None
        and period.kind in ("months", "month", "quarter", "span")
        and frame.origins.get("period") == "period.sentence"
    ):
        return False
    if _STOCK_WORDS.search(window) or (code == "employment" and frame.zone_type is not None):
        return True
    return discourse.stock_line == passage.sentence.line and not discourse.own_period


def _right(passage: Passage, index: int, frame: Frame, discourse: Discourse) -> Period | None:
    """The time right behind a number ("45,5% vào năm 2020"), unless it opens the next clause."""
    start, stop = passage.after(index)
    for token in passage.between(start, stop):
        if not isinstance(token, Period):
            if isinstance(token, Word) and not token.labels and set(token.cues) <= {"about", "own", "inert"}:
                continue
            if (
                isinstance(token, Word)
                and passage.quantities[index].dimension == "percent"
                and token.of("indicator")
                and len(passage.folded[start : token.start].strip()) < 8
                and not set(passage.folded[start : token.start]) & set(",;.")
            ):
                start = token.end  # "chiếm 24 - 25% GRDP vào năm 2025"
                continue
            return None
        between = passage.folded[start : token.start]
        if token.kind == "same" and between.strip() == "" and passage.folded[token.start :].startswith(_OF):
            shifted = discourse.shifted(token, frame)  # "thấp hơn mức tăng 7,4% của cùng kỳ năm 2016"
            discourse.bound_right[(passage.sentence.start, index)] = token
            return shifted
        if token.kind in ("same", "versus", "plan") or not _ADJACENT.match(between):
            return None
        percent = passage.quantities[index].dimension == "percent"
        if passage.quantities[index].dimension == "ratio" or (
            percent
            and (token.relative == -1 or token.kind == "month")
            and token.kind in ("month", "quarter", "year")
            and _equals(passage, index)
        ):
            discourse.bound_right[(passage.sentence.start, index)] = (
                token  # "gấp 2,2 lần năm 2020", "bằng 103,8% tháng trước"
            )
            return None
        if "," in between or ";" in between:
            return None
        discourse.bound_right[(passage.sentence.start, index)] = token
        return token
    return None


def _later(passage: Passage, index: int) -> Period | None:
    """A time that ends the clause of an amount whose sentence has named none before it ("... quần áo trong năm 2019")."""
    start, stop = passage.after(index)
    for token in passage.between(start, stop):
        if isinstance(token, Period):
            between = passage.folded[start : token.start]
            if (
                token.kind in ("same", "versus", "plan", "now")
                or ";" in between
                or "." in between
                or len(between) > 60
                or regex.search(fold_pattern(r"(?:tăng|giảm|đạt|chiếm|bằng|so)\s"), between)
            ):
                return None
            ends = passage.folded[token.end : token.end + 2].lstrip()[:1]
            opened = regex.match(
                fold_pattern(r"trong|của|vào|cho|cả"), passage.folded[token.start : token.end]
            ) or regex.search(fold_pattern(r"(?:trong|của|vào|cho|cả)\s*$"), between)
            return token if opened and ends in ("", ",", ".", ";", ")") else None
    return None


def _equals(passage: Passage, index: int) -> bool:
    start, stop = passage.gap(index)
    return any(isinstance(t, Word) and "equal" in t.cues for t in passage.between(start, stop))


def _area(passage: Passage, index: int, frame: Frame, discourse: Discourse, rules: list[str]) -> str | None:
    if frame.area is not None:
        rules.append(frame.origins.get("area", "area.heading"))
        return frame.area
    if discourse.spoken_area is not None and discourse.spoken_line == passage.sentence.line:
        rules.append("area.discourse")
        return discourse.spoken_area
    rules.append("area.document")
    return discourse.own


def _base(
    passage: Passage, index: int, reading: Reading, measure: str, frame: Frame, discourse: Discourse, at: str | None
) -> str | None:
    if measure not in ("growth", "change", "multiple"):
        return None
    if reading.base == "none":
        return None
    if reading.base in ("plan", "annual"):
        return reading.base
    start, stop = passage.after(index)
    folded = passage.folded
    quantity = passage.quantities[index]
    if regex.search(fold_pattern(r"%\s*/\s*năm"), folded[quantity.start : quantity.full_end + 6]) or regex.match(
        fold_pattern(r"\s*(?:/\s*năm|mỗi năm|một năm|hàng năm|hằng năm)"), folded[quantity.full_end : stop]
    ):
        return "annual"
    clause = max(passage.gap(index)[0], passage.folded.rfind(";", passage.sentence.start, quantity.full_start))
    words = [t for t in passage.between(clause, quantity.full_start) if isinstance(t, Word)]
    after = [t for t in passage.between(start, stop) if isinstance(t, Period)]
    bound = discourse.bound_right.get((passage.sentence.start, index))
    if bound is not None and (bound.relative == -1 or bound.kind == "month") and quantity.dimension == "percent":
        return "yoy" if bound.kind == "year" else "prev"
    gap_start, _ = passage.gap(index)
    adjacent = next(
        (
            t
            for t in reversed(passage.between(gap_start, quantity.full_start))
            if isinstance(t, Period) and t.kind in ("same", "versus")
        ),
        None,
    )
    if adjacent is not None and regex.fullmatch(
        fold_pattern(r"[\s,]*(?:là|đạt|:|tới|đến|tăng|giảm|khoảng|thì)?[\s,]*"),
        folded[adjacent.end : quantity.full_start],
    ):
        return _compared_with(adjacent, discourse, at)  # "hơn tháng 9 là 6,29%"
    mention = next((t for t in after if t.kind in ("same", "versus")), None)
    if mention is not None and (
        discourse.bound_right.get((passage.sentence.start, index)) is not None
        or not _clause_between(folded[start : mention.start])
    ):
        return _compared_with(mention, discourse, at)
    for token in reversed(passage.between(gap_start, quantity.full_start)):
        if isinstance(token, Period) and token.kind in ("same", "versus"):
            if not index:
                discourse.base_lead = token  # "So với tháng trước, ...": of every change in the sentence
            return _compared_with(token, discourse, at)
    if measure == "growth" and discourse.base_lead is not None and frame.indicator == "cpi":
        return _compared_with(discourse.base_lead, discourse, at)
    period = frame.period
    if (
        measure == "growth"
        and (any("average" in w.cues for w in words) or frame.base == "annual")
        and (period is None or period.kind in ("span", "until", "year"))
    ):
        return "annual"
    if measure == "growth" and ((period is not None and period.kind == "span") or discourse.base_before == "annual"):
        return "annual"
    if measure == "multiple":
        year = regex.match(fold_pattern(r"\s*(?:so với\s+)?năm\s+(\d{4})"), folded[quantity.full_end : stop])
        if year:
            return year.group(1)
    return "yoy"


def _clause_between(text: str) -> bool:
    return bool(regex.search(r"[;]", text)) or len(text) > 90


def _compared_with(mention: Period, discourse: Discourse, at: str | None) -> str:
    """What a comparison compares a figure of the time ``at`` with."""
    if mention.kind == "same":
        return "yoy"
    own = regex.fullmatch(r"@?(?:\d{4}(?:-\d\d)?/)?(?P<y>\d{4})(?:-(?P<m>\d\d)|-Q(?P<q>\d))?(?:-\d\d)?", at or "")
    year = int(own["y"]) if own else (discourse.clock.today.year if discourse.clock.today else discourse.clock.year)
    if mention.what in ("month", "quarter"):
        if mention.year is not None and year is not None and mention.year < year:
            month = int(own["m"]) if own and own["m"] else None
            return "yoy" if mention.first is None or month is None or mention.first == month else "prev"
        return "yoy" if mention.relative == -1 and mention.first is not None else "prev"
    if mention.year is None or year is None or mention.year == year - 1:
        return "yoy"
    return str(mention.year)


def _parts(
    passage: Passage, index: int, measure: str, code: str, frame: Frame, discourse: Discourse, rules: list[str]
) -> dict[str, str | None]:
    """Sector, product, partner, investor, flow and zone type of one number."""
    from kg.facts.parts import parts

    return parts(passage, index, measure, code, frame, discourse, rules)


__all__ = ["confidence", "dimensions", "enter", "phrase", "turn"]
