"""A build that writes to a server leaves a mark there until it is done, so that the next one knows what to mend.

A folder is swapped in as a whole; a server is written in place. A small named graph says which version
of the graph was being built and which documents were under way when the build stopped.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg import terms
from kg.store import Store

MARK = terms.GRAPH + "building"
_PART = terms.DCTERMS + "hasPart"


class Journal:
    """The mark of one build on one server."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def interrupted(self) -> frozenset[str] | None:
        """The graphs that an earlier build may have left half-written; None if it came to its end."""
        rows = [row[0] for row in self._store.select(f"SELECT ?x {{ GRAPH <{MARK}> {{ ?m ?p ?x }} }}")]
        if not rows:
            return None
        return frozenset(iri for row in rows if (iri := str(getattr(row, "value", ""))).startswith(terms.DOC))

    def writing(self, graphs: Iterable[str] = ()) -> None:
        """Say which graphs are about to be written; those named before are done."""
        lines = [f"<{MARK}> <{terms.TYPE}> <{terms.PROV}Activity> .\n"]
        lines += [f"<{MARK}> <{_PART}> <{graph}> .\n" for graph in sorted(set(graphs))]
        self._store.replace_graphs({MARK: "".join(lines)})

    def done(self) -> None:
        """Take the mark away."""
        self._store.replace_graphs({MARK: None})
