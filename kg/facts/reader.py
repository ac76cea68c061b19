"""From a document to its facts, sentence by sentence.

``read`` is pure: the same document and lexicon give the same facts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import regex

from kg.facts import (
    amounts_first,
    entity,
    observation,
    passing,
    policy,
    respective,
    role,
    timeline,
    turning,
    two_times,
    whole,
)
from kg.facts.caption import without_captions
from kg.facts.clock import LAST_YEAR, start_clock
from kg.facts.dateline import told_day
from kg.facts.discourse import Discourse
from kg.facts.entity import fields, listing
from kg.facts.entity.nearby import beside
from kg.facts.entity.owned import of_the_firm
from kg.facts.frame import Frame, brackets
from kg.facts.gate import belongs
from kg.facts.heading import asked, headed
from kg.facts.headline import spelled_out
from kg.facts.place import MISSPELT, districts_named, own_area
from kg.facts.prices import monthly
from kg.facts.scope import area
from kg.facts.scope.misprint import scrambled
from kg.facts.tokens import Glimpse, Passage, Survey
from kg.facts.verbatim import as_laid_out, moved, verbatim, with_repairs
from kg.lexicon import Lexicon
from kg.mentions import Scan, scanner
from kg.mentions.names import Name
from kg.mentions.phrases import DECREE, OFFICE
from kg.model import Document, EntityFigure, Fact, Observation, Reading
from kg.text import broken
from kg.text.inverted import turned
from kg.text.laid_out import laid_out
from kg.text.mend import hasty, respelt
from kg.text.normalise import fold, fold_pattern, placed
from kg.text.numerals import mend_digits, parted, rejoined
from kg.text.segment import DASH, PROSE, ROMAN, SHORT, Lines, segment

_TOLD_OF = regex.compile(r"(?:^|\n) ?(?:\d+\.? |[-+] )?(?:Theo|Căn cứ|Thực hiện|Tại|Ngày|Trong|Triển khai) ")
_HEAD = 400  # letters in which the document's own number stands
_FIGURE = regex.compile(
    fold_pattern(
        r"\d\s?(?:%|(?:nghìn |ngàn |triệu |tr\.?|tr |trăm )*(?:tỷ|triệu|usd|đồng|tấn|ha|mwp?|chiếc|kwh)(?![\p{L}]))"
    )
)
_NUMBER = regex.compile(r"(?<![\d/.\-])\d+(?:[.,]\d|/6[34]|\s?[%\p{L}])")
_NEAR = 80  # letters behind the name of an indicator in which some number stands, where a text has any figure of one
_BEFORE = 20  # and before it ("120 dự án")
_LINK = ">>"  # the headline of another text, to be clicked on
_CLOSE = 60  # letters behind a weak word ("xuất khẩu") in which its figure stands


def read(document: Document, lexicon: Lexicon) -> Reading:
    """All facts of a document, in the order of the text; never raises on any text."""
    laid = laid_out(document.text)
    if laid is None:
        return _laid_out(document, lexicon, document.text)
    reading = _laid_out(replace(document, text=laid.text), lexicon, document.text)
    facts = tuple(as_laid_out(fact, laid.places, document.text) for fact in reading.facts)
    return Reading(document, reading.area, facts)


def _laid_out(document: Document, lexicon: Lexicon, written: str) -> Reading:
    """The facts of a document that is evenly written; how it was ``written`` tells whether it was typed in haste."""
    text = broken.mended(document.text)
    folded = fold(text)
    inverted = turned(text, folded)
    if inverted is not None:
        text, folded = inverted.text, fold(inverted.text)
    scan = scanner(lexicon).scan(text, folded)
    folded = scan.folded
    if scan.mended:
        text = placed(respelt(text, scan.mended))
    typed, document = document, replace(document, text=text)
    numbered = policy.spans(text, scan.spans(DECREE))
    lines = Lines(text)
    today = document.date or (told_day(folded) if numbered else None)
    policies = policy.read(lines, document.id, numbered, today)
    own, how = own_area(document, folded, scan, lexicon)
    issuer = next((p.issuer for p in policies if p.evidence.start < _HEAD and _is_own(text, p.evidence.start)), None)
    facts: list[Fact] = [*policies, *role.read(lines, document.id, scan.spans(OFFICE), issuer)]
    if _on_subject(scan) and (own is not None or area.told(scan) or listing.placeless(folded)):
        facts.extend(_figures(document, lines, scan, lexicon, numbered, own, how, written))
    if scan.mended:
        spelt = typed.text if inverted is None else "".join(typed.text[place] for place in inverted.places)
        facts = [with_repairs(fact, spelt, text, folded) for fact in facts]
    if inverted is not None:
        facts = [moved(fact, inverted.places) for fact in facts]
    if text is not typed.text:
        facts = [verbatim(fact, typed.text) for fact in facts]
    facts.sort(key=lambda f: (f.evidence.start, f.evidence.end, type(f).__name__))
    return Reading(typed, own, tuple(facts))


def _is_own(text: str, start: int) -> bool:
    """Whether a number is the document's own: it stands in its head, and no sentence tells of it."""
    return _TOLD_OF.search(text, max(0, text.rfind("\n", 0, start)), start) is None


def passages(document: Document, lexicon: Lexicon) -> list[Passage]:
    """The sentences of a document with all that they mention, for those who want to see it."""
    text = broken.mended(document.text)
    scan = scanner(lexicon).scan(text, fold(text))
    survey = Survey(text, scan, lexicon, policy.spans(text, scan.spans(DECREE)))
    return [survey.passage(survey.glimpse(sentence)) for sentence in segment(text)]


def _on_subject(scan: Scan) -> bool:
    """Whether a text names any indicator with a number behind it: outright, or by a weak word with a figure."""
    folded = scan.folded
    for start, end, wording in scan.asked:
        if wording.indicator and _NUMBER.search(folded, max(0, start - _BEFORE), end + _NEAR):
            return True
    weak = scan.words_of("indicator")
    return any(_FIGURE.search(scan.folded, word.end, word.end + _CLOSE) for word in weak)


def _figures(
    document: Document,
    lines: Lines,
    scan: Scan,
    lexicon: Lexicon,
    numbered: list[tuple[int, int]],
    own: str | None,
    how: str,
    written: str,
) -> list[Fact]:
    """The figures of a text: its times are taken in as a whole, its sentences up to the last that states a figure.

    ``how`` is the rule that found the document's ``own`` area.
    """
    scan.folded = mend_digits(scan.folded)
    if parted(scan.folded) and hasty(written):
        scan.folded = rejoined(scan.folded)
    survey = Survey(lines.text, scan, lexicon, numbered)
    seen = [survey.glimpse(sentence) for sentence in lines.sentences()]
    last = next((i for i in range(len(seen) - 1, -1, -1) if _states(seen[i], scan.folded)), None)
    if last is None:
        return []
    now = _year(document, scan.folded, seen)
    if any(scrambled(time, now) is not time for glimpse in seen for time in glimpse.times) and hasty(written):
        seen = [replace(glimpse, times=[scrambled(time, now) for time in glimpse.times]) for glimpse in seen]
    times = [time for glimpse in seen for time in glimpse.times]
    discourse = whole.discourse(document, scan, times, lexicon, own)
    discourse.own_misspelt = how == MISSPELT
    whole.take_times(times, discourse, scan.folded)
    whole.take_title(lines.text, times, discourse)
    things, observations = _read(without_captions([survey.passage(glimpse) for glimpse in seen[: last + 1]]), discourse)
    if own is not None and any(thing.area == own for thing in things):
        things = beside(things, observations, districts_named(scan, own), lines.text)
    return [*things, *observations]


def _year(document: Document, folded: str, seen: list[Glimpse]) -> int | None:
    """The year in which a text was written: of its day, or where some year cannot be meant, the one it names most."""
    today = document.date or told_day(folded)
    if today is not None and today.year <= LAST_YEAR:
        return today.year
    times = [time for glimpse in seen for time in glimpse.times]
    return start_clock(None, folded, times).year if any((time.year or 0) > LAST_YEAR for time in times) else None


def _states(seen: Glimpse, folded: str) -> bool:
    """Whether a sentence can state a figure: it has a quantity, or phases, which are counted without a unit."""
    return bool(seen.quantities) or listing.phased(folded, seen.sentence.start, seen.sentence.end)


def _read(views: list[Passage], discourse: Discourse) -> tuple[list[EntityFigure], list[Observation]]:
    """The figures of all sentences: those of things, and the observations as far as the document has any."""
    things: list[EntityFigure] = []
    observations: list[Observation] = []
    state: dict[str, Any] = {}
    line, asked_of = -1, None
    for view in views:
        sentence, before = view.sentence, discourse.frame
        question = asked(view, discourse) if "?" in view.folded[sentence.end - 2 : sentence.end] else None
        if question is not None:
            discourse.outline.enter(SHORT, question)
        frame = _open(view, discourse, same_item=sentence.line == line)
        if sentence.first and question is None and asked_of is not None and frame.indicator is None:
            frame.put(
                "indicator", asked_of, "indicator.heading"
            )  # the answer in prose to "Xuất khẩu thì sao, thưa bà?"
        asked_of = question.indicator if question is not None else None
        line = sentence.line
        turning.open_section(discourse, view)
        spoken = discourse.main_period, discourse.flow_period, discourse.main_status
        discourse.open_sentence(view)
        if view.folded.startswith(_LINK, sentence.start):
            continue
        phased = listing.phased(view.folded, sentence.start, sentence.end)
        noted = discourse.bracket_period
        if _IN_BRACKETS in view.folded[sentence.start : sentence.end]:
            discourse.note_brackets(view)  # "Cơ cấu năm 2020 (trong ngoặc là năm 2015): ...": at once
            if not view.quantities:
                noted = discourse.bracket_period  # "Số trong ngoặc vuông là của tháng 7/2022.": from there on
        if _BRACKET_HEAD in view.folded[sentence.start : sentence.end]:  # "(tỷ đ; ngoặc: % KH): ..."
            frame.bracket = brackets(view.folded[sentence.start : sentence.end]) or frame.bracket
        told = view.quantities or phased or not sentence.start or any(isinstance(t, Name) for t in view.tokens)
        if told or fields.told(view, state):
            respective.share(view, discourse)
            two_times.share(view, discourse)
            amounts_first.share(view, discourse)
            figures = list(entity.read(view, frame.copy(), discourse, state))
            things.extend(figure for _, figure in figures if figure is not None)
            observations.extend(observation.read(view, frame, discourse, frozenset(at for at, _ in figures)))
        discourse.bracket_period = noted
        if sentence.heading or sentence.level <= SHORT:
            discourse.note_brackets(view)
            if not view.quantities:
                entity.note_heading(view, state)
            if not view.quantities and not view.times:
                timeline.leave_aside(discourse)
                if sentence.level <= ROMAN:
                    _leave_goal(discourse)
            discourse.outline.enter(sentence.level, _heading(view, discourse, before, frame))
        elif sentence.level == DASH and sentence.first:
            discourse.outline.enter(DASH, _item(frame, view))
        elif sentence.level == DASH and frame.origins.get("period") == "period.sentence":
            discourse.outline.renew(DASH, frame)  # "- KNNK T5 UTH 83 tr.USD. Lũy kế 5T đạt 412 tr.USD": 5T it is below
        discourse.close_sentence(view, frame)
        if fields.told(view, state):
            discourse.main_period, discourse.flow_period, discourse.main_status = spoken
        if question is not None and question.status is not None:
            discourse.main_status = question.status
    things.extend(entity.late(state, {o.evidence.start for o in observations}))
    observations = belongs(observations, discourse.own, views[-1].folded, discourse.indicator_words)
    things = of_the_firm(entity.told_later(things, state), state, views[-1].text)
    return things, monthly(spelled_out(observations, views[-1].text))


def _leave_goal(discourse: Discourse) -> None:
    """A new part of a plan is of the plan's year, where the last one ended with an outlook ("Đến năm 2030 ...")."""
    plan, spoken = discourse.anchor, discourse.main_period
    if plan is None or plan.kind != "year" or not discourse.future(plan, plan.year):
        return
    if spoken is not None and spoken.kind == "until":
        discourse.main_period = discourse.flow_period = plan
        discourse.target_period = None


_BRACKET_HEAD = fold_pattern("ngoặc: %")
_IN_BRACKETS = fold_pattern("ngoặc")


def _open(view: Passage, discourse: Discourse, same_item: bool) -> Frame:
    """The frame that a sentence starts from: that of the headings above it, and of its item so far."""
    sentence = view.sentence
    if sentence.heading or sentence.level < PROSE:
        discourse.outline.close(sentence.level)
    level = sentence.level if sentence.first else max(sentence.level, PROSE)
    frame = discourse.outline.frame(level)
    if level >= DASH and frame.origins.get("indicator") == "indicator.heading" and frame.indicator == "trade-turnover":
        frame.put("indicator", discourse.list_trade or frame.indicator, "indicator.heading")
    if same_item and not sentence.first and level >= DASH:
        headed = frame.period
        _go_on(frame, discourse.frame, over_headings=True)
        if frame.period is not None and passing.told_aside(frame.period, discourse, view.folded):
            frame.period = headed  # "..., 8,9%; năm 2018 tương ứng 10%. Thu ngân sách": not of that year
    elif (
        same_item
        and not sentence.first
        and _turned(frame, discourse.frame)
        and (_PARTS.match(view.folded, sentence.start) or frame.indicator == "trade-turnover")
    ):
        frame.indicator = None  # "3. Bán lẻ đạt ...⏎Xuất khẩu 147 triệu USD, giảm 9%. Trong đó gạo 4,6 triệu USD"
    return frame


_PARTS = regex.compile(fold_pattern(r"\W*(?:trong (?:số )?(?:đó|này)|cụ thể|gồm|bao gồm)(?![\p{L}])"))


def _turned(frame: Frame, before: Frame) -> bool:
    """Whether the sentence before has turned from the indicator of the headings to one that it names."""
    named = before.origins.get("indicator", "")
    headed = frame.indicator is not None and frame.origins.get("indicator", "").endswith(".heading")
    return headed and before.indicator not in (None, frame.indicator) and not named.endswith(".heading")


def _heading(view: Passage, discourse: Discourse, before: Frame, after: Frame) -> Frame:
    """The frame that a heading opens; one that ends a line ("..., tăng 14,5%. Trong đó:") goes on with the line.

    ``before`` and ``after`` are the frames around its own figures.
    """
    opened = headed(view, discourse)
    opened.item = not view.sentence.heading
    if not view.sentence.first:
        if discourse.last_fact == "cpi" and opened.period is not None and opened.period.kind == "month":
            opened.period = None  # "2/ Bán lẻ 17.900 tỷ đồng. CPI tháng 6 tăng 1%": the month of prices alone
        _go_on(opened, before)
        if opened.status is None and before.status == "estimate":
            opened.put("status", "estimate", "status.heading")
    if view.quantities and opened.status == "estimate" and after.status != "estimate":
        opened.status = None  # "KNXK: T10 UTH 158 tr.USD. 10T 1.447 tr.USD": the items are of the ten months
    return opened


def _item(frame: Frame, view: Passage) -> Frame:
    """What an item of a list hands to the items below it: the indicator and the time that it names."""
    opened = Frame()
    for name in ("indicator", "period"):
        value, origin = getattr(frame, name), frame.origins.get(name, name)
        if name == "period" and value is not None and passing.inside(view, value):
            continue  # "GRDP 6 tháng tăng 3,8% (6 tháng 2020: 0,9%).⏎+ Khu vực I ..."
        if value is not None and not origin.endswith((".heading", ".inherited")):
            opened.put(name, value, f"{name}.item")
    opened.bracket = brackets(view.folded[view.sentence.start : view.sentence.end])
    return opened


def _go_on(frame: Frame, before: Frame, over_headings: bool = False) -> None:
    """What a later sentence of the same item keeps of the one before, rather than of the headings above."""
    for name in ("indicator", "period", "area"):
        value, origin = getattr(before, name), before.origins.get(name, name)
        headed = over_headings and not origin.endswith(".heading")
        if value is not None and (headed or getattr(frame, name) is None):
            frame.put(name, value, origin)
