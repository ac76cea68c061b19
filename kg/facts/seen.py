"""What the reader sees in a text, step by step: ``kg read`` shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kg.facts.clock import start_clock
from kg.facts.reader import passages, read
from kg.facts.table import repairs, to_row
from kg.facts.tokens import Passage, Token
from kg.lexicon import Lexicon
from kg.mentions.names import Name
from kg.mentions.period import Period
from kg.mentions.quantity import Quantity
from kg.mentions.resolve import Clock, resolve
from kg.mentions.scan import Word
from kg.model import Document
from kg.render import number
from kg.text.laid_out import laid_out
from kg.text.normalise import fold

_SHOWN = ("indicator", "area", "sector", "product", "code/investor", "code/flow", "code/zone-type", "outside")


def explain(document: Document, lexicon: Lexicon) -> dict[str, Any]:
    """``{"area": ..., "mentions": [...], "facts": [...]}``, JSON-ready, in the order of the text.

    A mention has ``type`` (quantity, period, name, cue, or the scheme of its concept), ``start``,
    ``end``, ``text``; a quantity has value, value_max, unit, approx and rules, a period its
    normal form, a concept its code.
    """
    reading = read(document, lexicon)
    facts = [to_row(fact) for fact in reading.facts]
    laid = laid_out(document.text)
    if laid is None:
        return {"area": reading.area, "mentions": _mentions(document, lexicon), "facts": facts}
    mentions = _mentions(replace(document, text=laid.text), lexicon)
    for mention in mentions:
        start, end = laid.places[mention["start"]], laid.places[mention["end"] - 1] + 1
        mention.update(start=start, end=end, text=document.text[start:end])
    return {"area": reading.area, "mentions": mentions, "facts": facts}


def _mentions(document: Document, lexicon: Lexicon) -> list[dict[str, Any]]:
    views = passages(document, lexicon)
    clock = start_clock(
        document.date, fold(document.text), [t for v in views for t in v.tokens if isinstance(t, Period)]
    )
    return [m for view in views for token in _tokens(view) for m in _mention(token, view, clock)]


def _tokens(view: Passage) -> list[Token]:
    inner: list[Token] = [*view.inside, *(word for words in view.nouns.values() for word in words)]
    return sorted([*view.tokens, *inner], key=lambda token: (token.start, -token.end))


def _mention(token: Token, view: Passage, clock: Clock) -> list[dict[str, Any]]:
    if isinstance(token, Quantity):
        return [{"type": "quantity", **_at(view, token.full_start, token.full_end), **_quantity(token)}]
    base = _at(view, token.start, token.end)
    if isinstance(token, Period):
        return [{"type": "period", **base, "period": resolve(token, clock, False), "kind": token.kind}]
    if isinstance(token, Name):
        return [{"type": "name", **base, "entity_type": token.kind}]
    return _word(token, base)


def _at(view: Passage, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": view.text[start:end]}


def _quantity(token: Quantity) -> dict[str, Any]:
    return {
        "value": number(token.value),
        "value_max": number(token.value_max) if token.value_max is not None else None,
        "unit": token.unit,
        "approx": token.approx,
        "rules": list(token.rules or ("quantity.digits",)),
        "repairs": repairs(token.repairs),
    }


def _word(token: Word, base: dict[str, Any]) -> list[dict[str, Any]]:
    """One mention for each concept that a word may mean, in the order of the schemes, then its cues."""
    found = [
        {"type": scheme.rsplit("/", 1)[-1], **base, "concept": label.concept.code, "label": label.kind}
        for scheme in _SHOWN
        for label in token.labels
        if label.concept.scheme == scheme
    ]
    unique = {(m["type"], m["concept"]): m for m in reversed(found)}
    return [*reversed(unique.values()), *({"type": "cue", **base, "concept": cue} for cue in token.cues)]
