"""From the numbers of a sentence to observations: each number finds its measure, indicator and dimensions.

Numbers are read from left to right. The clause frame keeps what earlier numbers of the sentence
established; a word between two numbers changes it for the later one; what follows a number binds
to it only where it stands right behind it ("45,5% vào năm 2020").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from kg.facts import indicator as indicators
from kg.facts import measure as measures
from kg.facts import phrase, scope
from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.gate import plausible
from kg.facts.indicator import OUTSIDE, Choice
from kg.facts.measure import Reading
from kg.facts.place import area_code
from kg.facts.tokens import Passage
from kg.mentions.names import Name
from kg.mentions.period import Period
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.model import Evidence, Observation, Repair
from kg.text.normalise import fold_pattern
from kg.text.segment import PROSE

PER_AREA = frozenset({"gdp", "gdp-per-capita", "wage", "labour-productivity"})
ZONED = frozenset({"zone-area", "zone-occupancy", "zone-industrial-land", "zone-leased-land", "zone-wastewater"})
INVESTED = frozenset({"investment-projects", "registered-capital", "implemented-capital"})
TRADED = frozenset(
    {"export-turnover", "import-turnover", "trade-turnover", "trade-balance", "export-volume", "import-volume"}
)
BY_PRODUCT = TRADED | {"product-output", "crop-area", "cpi"}
TOURISM = ("tourist-arrivals", "tourism-revenue")
COMPLETED = ("completion", "growth", "share", "multiple")


def read(passage: Passage, frame: Frame, discourse: Discourse, claimed: frozenset[int]) -> Iterator[Observation]:
    """The observations of a sentence, in order; ``claimed`` are the quantities that an entity has.

    ``frame`` is changed as the sentence goes on and is what the next sentence may inherit.
    """
    previous: Reading | None = None
    for index, quantity in enumerate(passage.quantities):
        scope.enter(passage, index, frame, discourse)
        if index in claimed or _foreign(quantity):
            continue
        reading = _as_before(passage, index, measures.read(passage, index), previous, discourse.plan_figure)
        previous = reading
        if reading is None:
            continue
        choice = _indicator(passage, index, reading, frame, discourse)
        if choice is None or choice.code == OUTSIDE:
            if choice is not None:
                frame.indicator = None
                frame.origins["indicator"] = OUTSIDE
            continue
        if (
            choice.word is not None
            and reading.measure == "level"
            and quantity.dimension == "percent"
            and passage.folded[choice.word.start : choice.word.end].startswith(_STRUCTURE)
        ):
            reading = previous = Reading("share", rule="measure.structure")
        observation = _observation(passage, index, reading, choice, frame, discourse)
        if observation is not None:
            yield observation
            for area in _sharing(passage, index, observation, discourse):
                yield replace(observation, area=area)


_CROP = regex.compile(
    r"(?<!\p{L})(?:cây |lúa|ngô|mía|sắn|khoai|lạc|đậu|rau|cà phê|cao su|hồ tiêu|chè|điều|thanh long|vải|nhãn|cam|bưởi|xoài|dưa|hành|tỏi|ớt|tôm|cá tra|nghêu|rừng|dứa|chuối|dừa|sầu riêng|hoa màu|cây ăn quả|thuốc lá|bông|đay|cói|dâu)"
)
_INDEX = fold_pattern("chỉ số")
_PROMOTION = fold_pattern("khuyến công")
_POWER = regex.compile(r"điện|thủy điện|nhiệt điện")
_STRUCTURE = fold_pattern("cơ cấu")


def _sharing(passage: Passage, index: int, observation: Observation, discourse: Discourse) -> list[str]:
    """The other places of a list that share one rate ("Hà Nội, Bình Dương, Đồng Nai ở mức tăng dưới 10%")."""
    if observation.measure not in ("growth", "share") or passage.quantities[index].start in discourse.respective:
        return []
    start, stop = passage.gap(index)
    areas: list[tuple[int, int, str]] = []
    for token in passage.between(start, stop):
        if isinstance(token, Word):
            code = area_code(token, discourse.own)
            if code is not None and code.startswith("VN-"):
                if areas and not regex.fullmatch(
                    fold_pattern(r"\s*(?:,|và|, và)\s*(?:tỉnh|thành phố)?\s*"),
                    passage.folded[areas[-1][1] : token.start],
                ):
                    areas.clear()
                areas.append((token.start, token.end, code))
    return [code for _, _, code in areas[:-1]] if len(areas) > 1 and areas[-1][2] == observation.area else []


_BY = regex.compile(fold_pattern(r"(?:theo|tại|như|của các|cùng|với|ảnh:?)\s*$"))


def _of_company(passage: Passage, index: int) -> bool:
    """Whether the nearest subject before a number is one company, whose figures are none of an area's."""
    quantity = passage.quantities[index]
    if quantity.dimension not in ("money", "percent", "mass", "count", "volume"):
        return False
    for token in reversed(passage.between(passage.sentence.start, quantity.full_start)):
        if isinstance(token, Name) and token.kind == "enterprise":
            between = passage.folded[token.end : quantity.full_start]
            before = passage.folded[max(passage.sentence.start, token.start - 12) : token.start]
            return ";" not in between and len(between) < 160 and not _BY.search(before)
        if isinstance(token, Word) and (
            area_code(token, None) is not None or set(token.cues) & {"own", "nation", "whole"} or token.of("sector")
        ):
            return False
    return False


_LISTED = regex.compile(fold_pattern(r"[\s,;]*(?:và|hoặc|hay|cùng)?\s*"))


def _as_before(
    passage: Passage, index: int, reading: Reading | None, previous: Reading | None, plan: bool
) -> Reading | None:
    """A number of a list is meant as the one before it ("tăng 4,5%, 12,3% và 8,1%"; "45,5% năm 2020, trên 50% năm 2030")."""
    if reading is None or previous is None or index == 0:
        return reading
    if (
        plan
        and reading.rule in ("measure.percent-level", "measure.equal")
        and passage.quantities[index].full_start - passage.quantities[index - 1].full_end < 20
    ):
        return Reading("completion", rule="measure.completion-of-plan")
    quantity, before = passage.quantities[index], passage.quantities[index - 1]
    if quantity.dimension != before.dimension:
        return reading
    start, stop = passage.gap(index)
    if _LISTED.fullmatch(passage.folded[start:stop]) and previous.measure != "completion":
        return previous
    if reading.rule == "measure.percent-level" and previous.measure in ("growth", "share") and previous.base != "plan":
        return previous
    if (
        reading.rule == "measure.percent-level"
        and previous.measure == "completion"
        and passage.folded[start:stop].rstrip().endswith("(")
    ):
        return previous  # "đạt 11,2% kế hoạch, thua bình quân cả nước (13,17%)"
    return reading


def _foreign(quantity: Quantity) -> bool:
    """Units that no indicator is stated in: prices a kilo, areas a person, speeds, temperatures."""
    return (
        quantity.per is not None
        and quantity.per not in ("người", "lao động", "năm")
        and not (quantity.dimension == "money" and quantity.per.startswith("người"))
    )


def _indicator(passage: Passage, index: int, reading: Reading, frame: Frame, discourse: Discourse) -> Choice | None:
    """The indicator of a number, or None where none fits."""
    quantity, measure = passage.quantities[index], reading.measure
    lexicon = discourse.lexicon
    start, _ = passage.gap(index)
    gap = [t for t in passage.between(start, quantity.full_start) if isinstance(t, Word)]
    if measure == "level" and quantity.dimension == "percent":
        clause = passage.folded.rfind(";", start, quantity.full_start)
        gap = [w for w in gap if w.start > clause]
    if reading.contribution and quantity.dimension == "percent":
        measure = "share"
    pointing = next(
        (w for w in gap if "anaphor" in w.cues and passage.folded[w.start : w.end].startswith(_INDEX)), None
    )
    if pointing is not None and discourse.index is not None and measure == "growth":
        return Choice(discourse.index, "indicator.anaphor", None)
    chained = index > 0 and measure in COMPLETED and frame.indicator is not None
    right = _to_the_right(passage, index, measure, frame, discourse) if quantity.dimension == "percent" else None
    if right is not None:
        if (
            measure == "growth"
            and frame.indicator is not None
            and frame.indicator != right.code
            and index
            and _LINKED.search(passage.folded[start : quantity.full_start])
        ):
            discourse.pair = (frame.indicator, right.code)
        return right
    if measure == "growth" and quantity.start in discourse.turns:
        turn, count = discourse.turns[quantity.start]
        if len(discourse.levels) >= count:  # "... doanh nghiệp, vốn đăng ký ... lần lượt tăng 9,6% và 41%"
            return Choice(discourse.levels[-count:][turn], "indicator.respective")
    paired = _paired(passage, index, discourse) if measure == "growth" else None
    if paired is not None:
        return Choice(paired, "indicator.paired")
    choice = indicators.named(gap, quantity, measure, lexicon, context=not chained)
    if choice is not None and choice.code != OUTSIDE and measure == "level" and quantity.dimension.startswith("count"):
        counted = indicators.by_noun(passage, index, gap, frame)
        if (
            counted is not None
            and counted.code != choice.code
            and (
                counted.word is not None
                or choice.rule == "indicator.context"
                or quantity.dimension in ("count-zone", "count-project")
            )
            and quantity.dimension != "count-person"
        ):
            return counted
    if (
        choice is not None
        and choice.code == OUTSIDE
        and choice.word is not None
        and choice.word.of("outside").concept.code == "price"
        and "cpi" in (frame.indicator, discourse.last)
        and quantity.dimension == "percent"
    ):  # type: ignore[union-attr]
        return Choice("cpi", "indicator.inherited")
    if choice is not None and choice.code == OUTSIDE and quantity.dimension.startswith("count"):
        choice = None
    if (
        choice is not None
        and choice.code == OUTSIDE
        and (frame.indicator in TOURISM or discourse.last in TOURISM)
        and quantity.unit == "VND"
    ):
        return Choice("tourism-revenue", "indicator.of-tourism", choice.word)
    if (
        choice is not None
        and reading.measure == "rank"
        and choice.code not in ("pci", "gdp", "iip", "registered-capital", "export-turnover", "budget-revenue")
    ):
        return None
    if choice is not None and choice.rule == "indicator.context":
        if (
            choice.code == "industrial-promotion-funding"
            and _PROMOTION not in passage.folded[passage.sentence.start : quantity.start]
            and choice.code not in (frame.indicator, discourse.topic, discourse.outline.frame(9).indicator)
        ):
            return Choice(OUTSIDE, "indicator.outside", choice.word)
        if (
            choice.code == "registered-capital"
            and not (discourse.about_investment or frame.indicator in INVESTED)
            and frame.indicator not in TRADED
        ):
            return None
    if choice is not None:
        return _settle(choice, passage, index, frame, discourse, reading)
    if measure in ("level", "change"):
        counted = indicators.by_noun(passage, index, gap, frame)
        if counted is not None and indicators.compatible(counted.code, quantity, measure, lexicon):
            return counted if _counts(counted, passage, index, frame, discourse, gap) else None
    beside = _beside(passage, index, measure, frame, discourse)
    return beside or _inherited(passage, index, reading, frame, discourse)


def _beside(passage: Passage, index: int, measure: str, frame: Frame, discourse: Discourse) -> Choice | None:
    """The indicator of an amount from the word right behind it, or from the thing counted right before it."""
    quantity = passage.quantities[index]
    if measure != "level":
        return None
    start, stop = passage.after(index)
    for token in passage.between(start, min(stop, start + 14)):
        if isinstance(token, Word) and not passage.folded[start : token.start].strip(" "):
            for label in token.labels:
                if (
                    label.concept.scheme == "indicator"
                    and label.kind != "context"
                    and indicators.compatible(label.concept.code, quantity, "level", discourse.lexicon)
                ):
                    return Choice(label.concept.code, "indicator.behind", token)
    gap = passage.folded[slice(*passage.gap(index))]
    if quantity.dimension == "area" and not frame.zone_type:
        if _CROP.match(phrase.following(passage, index)) or (
            discourse.last in ("crop-area", "product-output") and _CROP.search(gap)
        ):
            return Choice("crop-area", "indicator.of-crop")
    if index and len(gap) < 40 and frame.indicator is not None:
        if quantity.dimension == "money" and frame.indicator in ("export-volume", "import-volume"):
            return Choice(frame.indicator.replace("volume", "turnover"), "indicator.value-of-volume")
        if quantity.dimension == "money" and frame.indicator == "new-enterprises":
            return Choice("new-enterprise-capital", "indicator.capital-of-enterprises")
        if quantity.dimension == "money" and frame.indicator == "investment-projects":
            return Choice("registered-capital", "indicator.capital-of-projects")
        if quantity.dimension == "area" and frame.indicator in (
            "industrial-zones",
            "industrial-clusters",
            "economic-zones",
        ):
            frame.put("zone_type", frame.indicator[:-1], "zone.counted")
            return Choice("zone-area", "indicator.area-of-zones")
    return None


_LINKED = regex.compile(fold_pattern(r"(?:và|,)\s*(?:tăng|giảm)\s*$"))


def _paired(passage: Passage, index: int, discourse: Discourse) -> str | None:
    """One of the two indicators that a list gives for each of its items ("tăng 38,9% và tăng 71,1%")."""
    if discourse.pair is None:
        return None
    start, stop = passage.gap(index)
    if index and regex.fullmatch(fold_pattern(r"\s*và\s+(?:tăng|giảm)\s*"), passage.folded[start:stop]):
        return discourse.pair[1]
    start, stop = passage.after(index)
    if index + 1 < len(passage.quantities) and regex.fullmatch(
        fold_pattern(r"\s*và\s+(?:tăng|giảm)\s*"), passage.folded[start:stop]
    ):
        return discourse.pair[0]
    return None


def _counts(choice: Choice, passage: Passage, index: int, frame: Frame, discourse: Discourse, gap: list[Word]) -> bool:
    """Whether counted projects, people, zones are a figure of an area rather than of a story."""
    if choice.code == "employment":
        return (
            passage.quantities[index].dimension == "count-job"
            or passage.sentence.level > PROSE
            or any(
                w.of("indicator")
                and w.of("indicator").concept.code in ("employment", "industrial-labour-index", "enterprises")
                for w in gap
            )
            or frame.indicator == "employment"
            or bool(  # type: ignore[union-attr]
                regex.search(
                    fold_pattern(r"việc làm|thu hút|sử dụng|tổng số|giải quyết|lao động"),
                    passage.folded[passage.gap(index)[0] : passage.quantities[index].full_start],
                )
            )
        )
    if choice.code == "investment-projects" and passage.quantities[index].noun in ("da", "lượt da"):
        return True
    if choice.code == "investment-projects":
        return (
            bool(_branch_behind(passage, index))
            or any(w.of("sector") for w in gap)
            or discourse.about_investment
            or frame.indicator in INVESTED
        )
    if choice.code in ("industrial-zones", "industrial-clusters", "economic-zones"):
        return not discourse.narrow
    return True


def _branch_behind(passage: Passage, index: int) -> str | None:
    """The branch that counted projects are of ("8 dự án điện gió")."""
    start, stop = passage.after(index)
    for token in passage.between(start, min(stop, start + 12)):
        if isinstance(token, Word) and not passage.folded[start : token.start].strip() and token.of("sector"):
            return phrase.lower(passage.text[token.start : token.end])
    return None


def _to_the_right(passage: Passage, index: int, measure: str, frame: Frame, discourse: Discourse) -> Choice | None:
    """The indicator named behind a number: "tăng 9,3% về số doanh nghiệp"; "45% tổng kim ngạch xuất khẩu"."""
    quantity = passage.quantities[index]
    start, stop = passage.after(index)
    tail = passage.folded[start : min(stop, start + 60)]
    about = regex.match(
        fold_pattern(r"\s*(?:về|của|trong|tổng|giá trị|kim ngạch|số|cơ cấu|gtsx|grdp|gdp|vốn)(?![\p{L}])"), tail
    )
    if measure == "level" and regex.match(fold_pattern(r"\s*(?:số\s+|các\s+)?(?:kcn|ccn|khu|cụm)"), tail):
        about = regex.match("", tail)  # "100% KCN có hệ thống xử lý nước thải": a rate is named behind it
        water = [
            t
            for t in passage.between(start, min(stop, start + 90))
            if isinstance(t, Word) and any(l.concept.code == "zone-wastewater" for l in t.labels)
        ]
        if water:
            return Choice("zone-wastewater", "indicator.right", water[0])
    if not about or (measure == "growth" and about.end() == 0):
        return None
    if measure == "growth" and not regex.match(fold_pattern(r"\s*về(?![\p{L}])"), tail):
        return None
    limit = regex.search(r"[,;:.(]", tail)
    end = start + (limit.start() if limit else len(tail))
    words = [t for t in passage.between(start, end) if isinstance(t, Word) and t.of("indicator")]
    family = ("new-enterprises", "new-enterprise-capital")
    side = regex.match(
        fold_pattern(
            r"\s*về\s+(?:(?P<volume>lượng|khối lượng|số lượng|sản lượng)|(?P<value>giá trị|trị giá|kim ngạch|tiền))(?![\p{L}])"
        ),
        tail,
    )
    if side and frame.indicator in ("export-turnover", "export-volume", "import-turnover", "import-volume"):
        return Choice(frame.indicator.split("-")[0] + ("-volume" if side["volume"] else "-turnover"), "indicator.right")
    for word in words:
        for label in sorted(
            word.labels,
            key=lambda l: (
                l.concept.code not in (frame.indicator, *family)
                if frame.indicator in family or discourse.last in family
                else False
            ),
        ):
            if label.concept.scheme == "indicator" and indicators.compatible(
                label.concept.code, quantity, measure, discourse.lexicon
            ):  # type: ignore[arg-type]
                return Choice(label.concept.code, "indicator.right", word)
    return None


def _settle(
    choice: Choice, passage: Passage, index: int, frame: Frame, discourse: Discourse, reading: Reading
) -> Choice:
    """What a wording that several indicators share means here."""
    word = choice.word
    if word is None or choice.code == OUTSIDE:
        return choice
    quantity = passage.quantities[index]
    codes = [
        l.concept.code
        for l in word.labels
        if l.concept.scheme == "indicator"
        and indicators.compatible(l.concept.code, quantity, reading.measure, discourse.lexicon)
    ]
    if frame.indicator in codes:
        return Choice(frame.indicator, choice.rule, word)
    if (
        choice.code in ("registered-capital",)
        and (frame.indicator in ("new-enterprises", "new-enterprise-capital") or discourse.last in ("new-enterprises",))
        and "new-enterprise-capital" in codes
    ):
        return Choice("new-enterprise-capital", choice.rule, word)
    if choice.code == "implemented-capital" and frame.indicator in (
        "public-investment",
        "industrial-promotion-funding",
    ):
        return Choice(frame.indicator, choice.rule, word)
    if (
        choice.code == "implemented-capital"
        and word.labels[0].kind == "context"
        and discourse.topic in ("public-investment", "industrial-promotion-funding")
    ):
        return Choice(discourse.topic, choice.rule, word)
    if choice.code == "iip" and "industrial-production-value" in codes and quantity.dimension == "money":
        return Choice("industrial-production-value", choice.rule, word)
    if choice.code in ("zone-area", "crop-area") and "crop-area" in codes and "zone-area" in codes:
        zoned = frame.zone_type or discourse.zone_type
        return Choice("zone-area" if zoned else "crop-area", choice.rule, word)
    return choice


def _inherited(passage: Passage, index: int, reading: Reading, frame: Frame, discourse: Discourse) -> Choice | None:
    """The indicator in force, where the number can be of it."""
    quantity = passage.quantities[index]
    code = frame.indicator
    side = code or discourse.last
    if (
        quantity.dimension in ("mass", "volume")
        and side in TRADED
        and reading.measure == "level"
        and side.split("-")[0] in ("export", "import")
        and (code or discourse.inheritable(passage, index, reading))
    ):
        return Choice(side.split("-")[0] + "-volume", "indicator.volume-of-trade")
    if (
        quantity.dimension in indicators.PHYSICAL
        and reading.measure in ("level", "change")
        and frame.origins.get("indicator") != OUTSIDE
        and "/" not in (quantity.unit or "")
    ):
        if (
            code is None or not indicators.compatible(code, quantity, reading.measure, discourse.lexicon)
        ) and discourse.products_open(frame, passage):
            if phrase.before(passage, index) or phrase.following(passage, index):
                return Choice("product-output", "indicator.product-list")
    if (
        quantity.dimension == "power"
        and code not in ("installed-capacity",)
        and "/" not in (quantity.unit or "")
        and (discourse.powered or code == "investment-projects")
    ):
        return Choice("installed-capacity", "indicator.of-power")
    if (
        code is None
        and reading.measure == "growth"
        and discourse.last == "product-output"
        and discourse.index in ("iip", "gdp")
        and not phrase.before(passage, index)
    ):
        if any(
            area_code(t, None)
            for t in passage.between(passage.gap(index)[0], quantity.full_start)
            if isinstance(t, Word)
        ):
            return Choice(discourse.index, "indicator.index-of-places")  # after the products, the provinces
    if (
        quantity.dimension == "energy"
        and reading.measure == "level"
        and "/" not in (quantity.unit or "")
        and (frame.period is not None or frame.area is not None)
    ):
        if _POWER.match(phrase.following(passage, index)):
            return Choice("product-output", "indicator.of-energy")
    if reading.measure == "rank":
        return (
            Choice(code, "indicator.inherited")
            if code in ("gdp", "pci", "iip", "registered-capital", "export-turnover", "budget-revenue") and index
            else None
        )
    if (
        code is None
        and quantity.dimension == "money"
        and reading.measure == "level"
        and discourse.money is not None
        and passage.sentence.level > PROSE
        and passage.sentence.line - discourse.money[1] < 12
    ):
        named = [t for t in passage.between(passage.gap(index)[0], quantity.full_start) if isinstance(t, Word)]
        if any(area_code(w, discourse.own) for w in named):  # "Theo địa bàn: TP A 12.410 tỷ đ; huyện B 3.905 tỷ đ"
            return Choice(discourse.money[0], "indicator.discourse")
    if code is None and reading.measure == "growth":
        ahead = _ahead(passage, index)
        if ahead is not None:
            return ahead
    if code is None and frame.origins.get("indicator") != OUTSIDE and index == 0:
        code = discourse.inheritable(passage, index, reading)
    if code is None:
        return None
    if code == "investment-projects" and quantity.dimension == "money" and reading.measure == "level":
        return Choice("registered-capital", "indicator.capital-of-projects")
    if code == "new-enterprises" and quantity.dimension == "money" and reading.measure == "level":
        return Choice("new-enterprise-capital", "indicator.capital-of-enterprises")
    if (
        frame.bracket
        and quantity.dimension == "percent"
        and reading.measure == "level"
        and passage.folded[: quantity.full_start].endswith("(")
    ):
        return Choice(code, "indicator.inherited")
    if (
        indicators.level_percent(code)
        and reading.measure == "level"
        and ";" in passage.folded[slice(*passage.gap(index))]
    ):
        return None  # a rate in a new clause is another rate
    if indicators.compatible(code, quantity, reading.measure, discourse.lexicon):
        if (
            quantity.dimension == "percent"
            and reading.measure == "level"
            and not frame.bracket
            and code not in indicators.GROWTH_PERCENT
            and not indicators.level_percent(code)
        ):
            return None
        return Choice(code, "indicator.inherited")
    return None


def _ahead(passage: Passage, index: int) -> Choice | None:
    """The index that a branch's growth moves, named later ("ngành điện tăng 52,7%, kéo chỉ số sản xuất tăng ...")."""
    start, stop = passage.gap(index)
    if not any(isinstance(t, Word) and t.of("sector") for t in passage.between(start, stop)):
        return None
    for token in passage.between(stop, passage.sentence.end):
        if isinstance(token, Word):
            for label in token.labels:
                if label.concept.code in ("iip", "gdp") and label.kind != "context":
                    return Choice(label.concept.code, "indicator.ahead", token)
    return None


def _observation(
    passage: Passage, index: int, reading: Reading, choice: Choice, frame: Frame, discourse: Discourse
) -> Observation | None:
    quantity = passage.quantities[index]
    code, measure = choice.code, reading.measure
    rules = [reading.rule, choice.rule]
    if (
        quantity.dimension == "percent"
        and measure == "level"
        and frame.bracket
        and passage.folded[: quantity.full_start].endswith("(")
    ):
        measure, rules[0] = (
            ("completion", "measure.bracket-plan") if frame.bracket == "plan" else ("growth", "measure.bracket-yoy")
        )
    if quantity.dimension == "percent" and measure == "level":
        if code in indicators.GROWTH_PERCENT:
            measure, rules[0] = "growth", "measure.growth-by-nature"
        elif not indicators.level_percent(code):
            return None
    if measure == "growth" and indicators.level_percent(code) and reading.base is None:
        measure = "level" if quantity.dimension == "percent" and not _compared(passage, index) else "growth"
    if choice.word is not None and choice.rule in ("indicator.behind", "indicator.right"):
        scope.source(passage, choice.word, frame)
    if code == frame.indicator or choice.rule == "indicator.inherited":
        pass
    elif choice.word is not None or choice.rule == "indicator.counted":
        if frame.indicator is not None and measure not in COMPLETED:
            scope.turn(frame, code)
        frame.put("indicator", code, choice.rule)
    frame.indicator = code
    if code in ("industrial-zones", "industrial-clusters", "economic-zones"):
        frame.put("zone_type", code[:-1], "zone.counted")
        discourse.zone_type, discourse.zone_line, discourse.zone_at = code[:-1], passage.sentence.line, discourse.count
    if code == "investment-projects" and quantity.dimension == "count-project":
        branch = _branch_behind(passage, index)
        if branch:
            frame.put("sector", branch, "sector.behind")
    if _of_company(passage, index):
        frame.indicator = None
        frame.origins["indicator"] = OUTSIDE
        return None
    dims = scope.dimensions(passage, index, reading, measure, code, frame, discourse)
    if dims is None:
        return None
    value, value_max = quantity.value, quantity.value_max
    if reading.sign < 0:
        value, value_max = -abs(value), (-abs(value_max) if value_max is not None else None)
    value += reading.offset
    if "measure.bracket-yoy" in rules and value > 50:
        value -= 100  # an index number, last year = 100
    if code == "trade-balance" and measure == "level" and dims.pop("deficit", False):
        value = -abs(value)
    dims.pop("deficit", None)
    unit = quantity.unit or "VND"
    if code in PER_AREA and "/" in unit and code != "wage":
        unit = unit.split("/")[0]
    repairs: tuple[Repair, ...] = (*quantity.repairs, *discourse.take_repairs(dims["period"]))
    evidence = Evidence(
        discourse.doc, quantity.start, quantity.end, passage.text[passage.sentence.start : passage.sentence.end], passage.sentence.start,
        tuple(dict.fromkeys(r for r in (*rules, *quantity.rules, *dims.pop("rules")) if r)), 1.0, repairs,
    )  # fmt: skip
    fact = Observation(evidence, code, measure, value, unit, value_max, **dims)  # type: ignore[arg-type]
    if not plausible(fact, passage, index, frame, discourse):
        return None
    discourse.remember(fact, passage)
    return replace(fact, evidence=replace(evidence, confidence=scope.confidence(evidence.rules, bool(repairs))))


def _compared(passage: Passage, index: int) -> bool:
    start, stop = passage.after(index)
    return any(isinstance(t, Period) and t.kind in ("same", "versus") for t in passage.between(start, stop)[:1])


__all__ = ["Name", "read"]
