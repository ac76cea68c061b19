"""The documents that a graph has read: id, fingerprint and the reader's version.

Its folder remembers the same (``ledger``); this is for graphs on a server, and where the memory is lost. It takes a
second for some ten thousand documents.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg import terms
from kg.store import Store

Known = dict[str, tuple[str, str]]
"""id -> (sha256, version of the reader)"""


def known_documents(store: Store) -> Known:
    """The documents of a graph, as its statements say."""
    # Three scans of an index each; one query with joins is ten times slower on many documents.
    sha = dict(_pairs(store, f"?d <{terms.SHA256}> ?x"))
    read_with = dict(_pairs(store, f"?d <{terms.READ_WITH}> ?x"))
    documents = (doc for doc, _ in _pairs(store, f"?d a <{terms.DOCUMENT}> BIND(1 AS ?x)"))
    return {terms.document_of(doc): (sha.get(doc, ""), read_with.get(doc, "")) for doc in documents}


def _pairs(store: Store, pattern: str) -> Iterator[tuple[str, str]]:
    for subject, value in store.select(f"SELECT ?d ?x {{ GRAPH ?g {{ {pattern} }} }}"):
        yield str(getattr(subject, "value", "")), str(getattr(value, "value", ""))
