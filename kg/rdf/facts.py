"""Claims of a store back to the facts that they were written from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from kg import terms
from kg.errors import StoreError
from kg.model import Document, Evidence, Fact, Reading
from kg.rdf.fields import FIELDS, KIND_OF_CLASS
from kg.rdf.repairs import parse_repairs

# One statement: subject, predicate and the text of the object (an IRI's or a literal's).
Statement = tuple[str, str, str]
_CLAIM = re.compile(r"#c(\d+)-(\d+)(?:\.(\d+))?$")
_FIELDS_OF_CLASS = {name: FIELDS[kind] for name, kind in KIND_OF_CLASS.items()}


def read_facts(statements: Iterable[Statement]) -> list[tuple[str, Fact]]:
    """The claims among the statements of one document's graph: (IRI, fact), in the order of the text."""
    nodes = _nodes(statements)
    claims = [(node, properties) for node, properties in nodes.items() if properties.get(terms.TYPE) in KIND_OF_CLASS]
    facts = [(node, _fact(node, properties, nodes)) for node, properties in claims]
    return sorted(facts, key=lambda found: _place(found[0]))


def document_facts(statements: Iterable[Statement]) -> Reading:
    """The whole reading that one document's graph states (its text itself is not kept in the graph)."""
    from datetime import date

    collected = list(statements)
    nodes = _nodes(collected)
    for node, properties in nodes.items():
        if properties.get(terms.TYPE) == terms.DOCUMENT:
            issued, area = properties.get(terms.ISSUED), properties.get(terms.OWN_AREA)
            document = Document(
                id=terms.document_of(node),
                text="",
                title=properties.get(terms.TITLE),
                publisher=properties.get(terms.PUBLISHER),
                url=properties.get(terms.SOURCE),
                date=date.fromisoformat(issued) if issued else None,
                sha256=properties.get(terms.SHA256, ""),
            )
            facts = tuple(fact for _, fact in read_facts(collected))
            return Reading(document, terms.area_of(area) if area else None, facts)
    raise StoreError("this graph holds no document")


def claim_iris(reading: Reading) -> Iterator[tuple[str, Fact]]:
    """Each fact of a reading with the IRI that its claim has in the graph."""
    document = terms.document(reading.document.id)
    anchors: dict[tuple[int, int], int] = {}
    for fact in reading.facts:
        anchor = (fact.evidence.start, fact.evidence.end)
        number = anchors[anchor] = anchors.get(anchor, 0) + 1
        yield terms.claim(document, *anchor, number), fact


def _nodes(statements: Iterable[Statement]) -> dict[str, dict[str, str]]:
    nodes: dict[str, dict[str, str]] = defaultdict(dict)
    for subject, predicate, value in statements:
        nodes[subject][predicate] = value
    return nodes


def _place(claim: str) -> tuple[int, int, int]:
    match = _CLAIM.search(claim)
    if match is None:
        raise StoreError(f"<{claim}> does not end in the offsets of a claim (#cSTART-END)")
    return int(match[1]), int(match[2]), int(match[3] or 1)


def _fact(node: str, properties: dict[str, str], nodes: dict[str, dict[str, str]]) -> Fact:
    values: dict[str, Any] = {}
    for name, predicate, codec in _FIELDS_OF_CLASS[properties[terms.TYPE]]:
        text = properties.get(predicate)
        if text is not None:
            values[name] = codec.read(text)
    try:
        fact: Fact = KIND_OF_CLASS[properties[terms.TYPE]](evidence=_evidence(node, properties, nodes), **values)
    except (KeyError, TypeError) as error:
        raise StoreError(f"the claim <{node}> is incomplete ({error}); build the graph again") from error
    return fact


def _evidence(node: str, properties: dict[str, str], nodes: dict[str, dict[str, str]]) -> Evidence:
    sentence = nodes[properties[terms.SENTENCE]]
    return Evidence(
        doc=terms.document_of(node),
        start=int(properties[terms.START]),
        end=int(properties[terms.END]),
        sentence=sentence[terms.EXACT],
        sentence_start=int(sentence[terms.START]),
        rules=tuple(properties.get(terms.RULES, "").split()),
        confidence=float(properties.get(terms.CONFIDENCE, "1")),
        repairs=parse_repairs(properties.get(terms.REPAIR, "")),
    )
