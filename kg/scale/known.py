"""The documents that a graph has read: id, fingerprint and the reader's version.

The graph itself says so; asking it takes a second for some ten thousand documents. A file in its folder
says the same in a fraction of that, as long as it is about the store that counts now.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg import terms
from kg.errors import StoreError
from kg.store import Store
from kg.store.folder import current_store

NAME = "documents.json"
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


def remembered(graph: Path) -> Known | None:
    """The same from the folder's file; None where it is not there or about another store."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError, StoreError):
        state = json.loads((graph / NAME).read_text(encoding="utf-8"))
        if state["store"] == current_store(graph).name:
            version = str(state["version"])
            return {str(doc): (str(sha), version) for doc, sha in state["sha256"].items()}
    return None


def remember(graph: Path, version: str, sha256: Mapping[str, str]) -> None:
    """Write the file: all documents of the store that counts now, read with one version."""
    state = {"store": current_store(graph).name, "version": version, "sha256": dict(sha256)}
    draft = graph / f"{NAME}.new"
    draft.write_text(json.dumps(state, ensure_ascii=False), encoding="utf-8")
    draft.replace(graph / NAME)
