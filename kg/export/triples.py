"""The raw graph as a network (``--triples``): every resource and literal a node, every statement an edge.

For those who want to see the RDF itself in Gephi or yEd; people are better served by the view.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from kg import terms
from kg.export.spool import Spool

if TYPE_CHECKING:
    from kg.store import Store

_QUERY = f"""
SELECT ?s ?p ?o WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != <{terms.ONTOLOGY_GRAPH}>) }}"""
_PUT_NODE = """INSERT INTO node (id, type, label, iri, claims) VALUES (?,?,?,?,1)
    ON CONFLICT (id) DO UPDATE SET claims = claims + 1"""
_PUT_LINK = """INSERT INTO link VALUES (?,?,'statement',?,1,NULL,NULL)
    ON CONFLICT (source, target, type, label) DO NOTHING"""
_LONGEST = 80


def load_triples(spool: Spool, store: Store) -> None:
    """Every statement of the store but the vocabulary's, once, whatever graphs it stands in."""
    for subject, predicate, value in store.select(_QUERY):
        if subject is None or predicate is None or value is None:
            continue
        source = _node(spool, str(subject), getattr(subject, "value", ""), None)
        target = _node(spool, str(value), getattr(value, "value", ""), getattr(value, "datatype", None))
        spool.put(_PUT_LINK, (source, target, terms.shorten(getattr(predicate, "value", ""))))
    spool.flush()


def _node(spool: Spool, written: str, text: str, datatype: object) -> str:
    """A literal is one node for each text and type: told apart by a hash, as it may be a whole sentence."""
    if datatype is not None:
        label = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        node = "literal:" + hashlib.sha256(written.encode()).hexdigest()[:16]
        spool.put(_PUT_NODE, (node, "literal", label, None))
        return node
    node = terms.shorten(text)
    spool.put(_PUT_NODE, (node, "resource", node, text))
    return node
