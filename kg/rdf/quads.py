"""A reading as N-Quads text: one named graph, the document's own.

Workers write text because it is the cheapest thing to send to another process and the fastest
thing for the store to load. Every quad costs at load, on disk and in queries, so sentences are
shared by their claims and nothing is said twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from kg import terms
from kg.model import Document, Fact, Reading
from kg.rdf.fields import AREA, CLASSES, FIELDS, date, decimal, iri, literal, typed
from kg.rdf.repairs import repairs_text

_TYPE = f"<{terms.TYPE}>"
_SENTENCE_TYPE = f"{_TYPE} <{terms.SENTENCE_CLASS}>"
_CLAIM_TYPES = {kind: f"{_TYPE} <{name}>" for kind, name in CLASSES.items()}


def reading_to_nquads(reading: Reading, read_with: str = "") -> str:
    """All quads of a document's graph, a line each; ``read_with`` names the reader's version.

    >>> from datetime import date
    >>> reading = Reading(Document("a1", "", title="Thép", date=date(2024, 6, 11)))
    >>> print(reading_to_nquads(reading).splitlines()[1])
    <https://w3id.org/vnkg/doc/a1> <http://purl.org/dc/terms/title> "Thép" <https://w3id.org/vnkg/doc/a1> .
    """
    end = f" <{terms.document(reading.document.id)}> .\n"
    return "".join([line + end for line in _statements(reading, read_with)])


def reading_to_ntriples(reading: Reading, read_with: str = "") -> str:
    """The same statements without the graph's name, for stores that are told it beside the text."""
    return "".join([line + " .\n" for line in _statements(reading, read_with)])


def _statements(reading: Reading, read_with: str) -> Iterator[str]:
    document = terms.document(reading.document.id)
    yield from _document(f"<{document}>", reading.document, reading.area, read_with)
    sentences: set[tuple[int, int]] = set()
    anchors: dict[tuple[int, int], int] = {}
    for fact in reading.facts:
        evidence = fact.evidence
        span = (evidence.sentence_start, evidence.sentence_start + len(evidence.sentence))
        sentence = f"<{terms.sentence(document, *span)}>"
        if span not in sentences:
            sentences.add(span)
            yield f"{sentence} {_SENTENCE_TYPE}"
            yield f"{sentence} <{terms.START}> {_integer(span[0])}"
            yield f"{sentence} <{terms.END}> {_integer(span[1])}"
            yield f"{sentence} <{terms.EXACT}> {literal(evidence.sentence)}"
        anchor = (evidence.start, evidence.end)
        number = anchors[anchor] = anchors.get(anchor, 0) + 1
        yield from _claim(f"<{terms.claim(document, *anchor, number)}>", fact, sentence)


def _integer(value: int) -> str:
    return typed(str(value), terms.XSD_INTEGER)


def _document(subject: str, document: Document, area: str | None, read_with: str) -> Iterator[str]:
    yield f"{subject} {_TYPE} <{terms.DOCUMENT}>"
    if document.title is not None:
        yield f"{subject} <{terms.TITLE}> {literal(document.title)}"
    if document.publisher is not None:
        yield f"{subject} <{terms.PUBLISHER}> {literal(document.publisher)}"
    if document.url is not None:
        yield f"{subject} <{terms.SOURCE}> {_url(document.url)}"
    if document.date is not None:
        yield f"{subject} <{terms.ISSUED}> {date(document.date.isoformat())}"
    if document.sha256:
        yield f"{subject} <{terms.SHA256}> {literal(document.sha256)}"
    if read_with:
        yield f"{subject} <{terms.READ_WITH}> {literal(read_with)}"
    if area is not None:
        yield f"{subject} <{terms.OWN_AREA}> {AREA.write(area)}"


def _url(url: str) -> str:
    """An address with a scheme is an IRI; a collector's other remark is kept as the string it is."""
    return iri(url) if url.startswith(("http://", "https://")) else literal(url)


def _claim(subject: str, fact: Fact, sentence: str) -> Iterator[str]:
    evidence = fact.evidence
    yield f"{subject} {_CLAIM_TYPES[type(fact)]}"
    yield f"{subject} <{terms.SENTENCE}> {sentence}"
    yield f"{subject} <{terms.START}> {_integer(evidence.start)}"
    yield f"{subject} <{terms.END}> {_integer(evidence.end)}"
    if evidence.rules:
        yield f"{subject} <{terms.RULES}> {literal(' '.join(evidence.rules))}"
    yield f"{subject} <{terms.CONFIDENCE}> {decimal(Decimal(repr(evidence.confidence)))}"
    if evidence.repairs:
        yield f"{subject} <{terms.REPAIR}> {literal(repairs_text(evidence.repairs))}"
    for name, predicate, codec in FIELDS[type(fact)]:
        value: Any = getattr(fact, name)
        if value is not None:
            yield f"{subject} <{predicate}> {codec.write(value)}"
