"""From a document to its facts: ``read`` is pure, the same document and lexicon give the same facts."""

from __future__ import annotations

from collections import Counter
from typing import Any

from kg.facts import entity, observation, policy, respective, role
from kg.facts.clock import start_clock
from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.gate import belongs
from kg.facts.heading import headed
from kg.facts.place import own_area
from kg.facts.tokens import Passage, passage
from kg.lexicon import Lexicon
from kg.mentions import Period, Word, scanner
from kg.mentions.names import Name
from kg.model import Document, Fact, Observation, Reading
from kg.text.normalise import fold
from kg.text.segment import DASH, PROSE, SHORT, Sentence, segment

__all__ = ["explain", "passages", "read"]


def read(document: Document, lexicon: Lexicon) -> Reading:
    """All facts of a document, in the order of the text; never raises on any text."""
    text = document.text
    folded = fold(text)
    words = scanner(lexicon).words(text, folded)
    sentences = segment(text)
    numbered = policy.spans(text)
    policies = policy.read(text, document.id, numbered, sentences)
    own, _ = own_area(document, folded, words, lexicon)
    facts: list[Fact] = [
        *policies,
        *role.read(text, document.id, sentences, next((p.issuer for p in policies if p.evidence.start < 400), None)),
    ]
    if _on_subject(words):
        starts = [w.start for w in words]
        views = [passage(text, folded, s, words, starts, lexicon, numbered) for s in sentences]
        facts.extend(_figures(sentences, views, _discourse(document, folded, words, views, lexicon, own)))
    facts.sort(key=lambda f: (f.evidence.start, f.evidence.end, type(f).__name__))
    return Reading(document, own, tuple(facts))


def passages(document: Document, lexicon: Lexicon) -> list[Passage]:
    """The sentences of a document with all that they mention, for those who want to see it."""
    text, folded = document.text, fold(document.text)
    words = scanner(lexicon).words(text, folded)
    starts = [w.start for w in words]
    return [passage(text, folded, s, words, starts, lexicon, policy.spans(text)) for s in segment(text)]


def explain(document: Document, lexicon: Lexicon) -> dict[str, Any]:
    """What is seen in a text, mention by mention, and the facts read from it; see ``kg.facts.seen``."""
    from kg.facts.seen import seen  # only ``kg read`` asks

    return seen(document, lexicon)


def _on_subject(words: list[Word]) -> bool:
    """Whether a text names any indicator, project, zone or company figure at all: most texts do not."""
    return any(
        label.concept.scheme == "indicator" and label.kind != "context" for word in words for label in word.labels
    )


def _discourse(
    document: Document, folded: str, words: list[Word], views: list[Passage], lexicon: Lexicon, own: str | None
) -> Discourse:
    clock = start_clock(document.date, folded, [t for v in views for t in v.tokens if isinstance(t, Period)])
    discourse = Discourse(document.id, lexicon, own, clock)
    sources = Counter(
        label.concept.code
        for word in words
        for label in word.labels
        if label.concept.scheme == "code/investor" and label.kind != "context"
    )
    if sources["fdi"] >= 2 and not sources["domestic"]:
        discourse.investor = "fdi"  # an article on foreign investment says so once, and means it throughout
    return discourse


def _figures(sentences: list[Sentence], read_sentences: list[Passage], discourse: Discourse) -> list[Fact]:
    facts: list[Fact] = []
    observations: list[Observation] = []
    state: dict[str, Any] = {}
    line = -1
    for view in read_sentences:
        for token in view.tokens:
            if isinstance(token, Period) and token.kind == "span" and token.year and token.year_to:
                discourse.spans.setdefault(token.year_to, f"{token.year}/{token.year_to}")
    discourse.anchor = next(
        (
            t
            for v in read_sentences
            for t in v.tokens
            if isinstance(t, Period)
            and t.kind in ("months", "year", "quarter", "month")
            and t.misprint is None
            and t.relative is None
        ),
        None,
    )
    for sentence, view in zip(sentences, read_sentences, strict=True):
        level = sentence.level if sentence.first else max(sentence.level, PROSE)
        if sentence.heading or sentence.level < PROSE:
            discourse.outline.close(sentence.level)
        frame = discourse.outline.frame(level)
        if sentence.line == line and not sentence.first and level >= DASH:
            _go_on(frame, discourse.frame)
        line = sentence.line
        discourse.open_sentence(view)
        frame_before = discourse.frame
        if view.quantities or any(isinstance(t, Name) for t in view.tokens):
            probe = frame.copy()
            respective.share(view, discourse)
            figures = list(entity.read(view, probe, discourse, state))
            claimed = frozenset(index for index, _ in figures)
            facts.extend(figure for _, figure in figures)
            observations.extend(observation.read(view, frame, discourse, claimed))
        if sentence.heading or sentence.level <= SHORT:
            opened = headed(view, discourse)
            if not sentence.first:  # "..., tăng 14,5%. Trong đó:" goes on with what its line said
                _go_on(opened, frame_before)
                if opened.status is None and frame_before.status == "estimate":
                    opened.put("status", "estimate", "status.heading")
            discourse.outline.enter(sentence.level, opened)
        discourse.close_sentence(view, frame)
    return [*facts, *belongs(observations, discourse.own, sentences[-1].end if sentences else 0)]


def _go_on(frame: Frame, before: Frame) -> None:
    """What a later sentence of the same item keeps of the one before."""
    for name in ("indicator", "period", "area"):
        value = getattr(before, name)
        if getattr(frame, name) is None and value is not None:
            frame.put(name, value, before.origins.get(name, name))
    if frame.status is None and before.status == "estimate":
        frame.put("status", "estimate", "status.item")
