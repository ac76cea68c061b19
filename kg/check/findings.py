"""The conflicts and the arithmetic that reconciliation found, with every sentence that they rest on."""

from __future__ import annotations

from collections import defaultdict

from kg import terms
from kg.check.model import Finding
from kg.reconcile import vocabulary as v
from kg.reconcile.state import chunks
from kg.store import Store

_COMMENT = terms.RDFS + "comment"


def recorded(store: Store) -> list[Finding]:
    """The findings in the graph, conflicts first, each with its claims and their sentences."""
    nodes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    text = (
        f"SELECT ?f ?p ?o (LANG(?o) AS ?l) WHERE {{ GRAPH <{terms.CUBE_GRAPH}> {{ ?f a <{v.FINDING}> ; ?p ?o "
        f"VALUES ?p {{ <{v.CHECK}> <{v.INVOLVES}> <{_COMMENT}> }} }} }}"
    )
    for row in store.select(text):
        iri, prop, value, language = (str(getattr(term, "value", "") or "") for term in row)
        nodes[iri][f"{prop}@{language}" if prop == _COMMENT else prop].append(value)
    sentences = _sentences(store, {claim for node in nodes.values() for claim in node[v.INVOLVES]})
    found = []
    for iri, node in nodes.items():
        claims = tuple(sorted(node[v.INVOLVES]))
        found.append(
            Finding(
                kind=node[v.CHECK][0].rpartition("/")[2],
                message=node[_COMMENT + "@vi"][0],
                message_en=node[_COMMENT + "@en"][0],
                focus=iri,
                claims=claims,
                sentences=tuple(sentences.get(claim, "") for claim in claims),
            )
        )
    return sorted(found, key=lambda finding: (finding.kind != "conflict", finding.kind, finding.message, finding.focus))


def _sentences(store: Store, claims: set[str]) -> dict[str, str]:
    """The sentence of each claim."""
    result: dict[str, str] = {}
    for values in chunks(claims):
        text = (
            f"SELECT ?c ?text WHERE {{ VALUES ?c {{ {values} }} ?c <{terms.SENTENCE}> ?s . ?s <{terms.EXACT}> ?text }}"
        )
        for claim, sentence in store.select(text):
            result[getattr(claim, "value", "")] = str(getattr(sentence, "value", ""))
    return result
