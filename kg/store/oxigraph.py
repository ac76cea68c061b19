"""The embedded store: Oxigraph on disk (or in memory, for tests) through pyoxigraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Self

import pyoxigraph as ox

from kg import terms
from kg.errors import QueryError, StoreError
from kg.store.guard import refuse_network

if TYPE_CHECKING:
    from kg.store import Result, Term

# Below this many characters a replacement is one SPARQL update, which is atomic; a bulk load is faster above.
_TRANSACTION_LIMIT = 4_000_000
_FEW = 400_000  # bytes of N-Quads


def _text(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value


class OxigraphStore:
    """A ``Store`` (see ``kg.store``) in a directory, or in memory when no path is given."""

    def __init__(self, path: Path | None = None, *, address: str = "", read_only: bool = False) -> None:
        self.address = address or str(path or "memory")
        self.path = path
        try:
            if path is None:
                self._store = ox.Store()
            elif read_only:
                self._store = ox.Store.read_only(str(path))
            else:
                self._store = ox.Store(str(path))
        except OSError as error:
            raise StoreError(f"the graph {self.address} cannot be opened: {error}") from error

    def query(self, text: str, substitutions: Mapping[str, Term] | None = None) -> Result:
        """The result of a SPARQL query over the union of all graphs."""
        refuse_network(text)
        bound: dict[ox.Variable, Any] = {ox.Variable(name): term for name, term in (substitutions or {}).items()}
        try:
            return self._store.query(text, use_default_graph_as_union=True, substitutions=bound or None)
        except SyntaxError as error:
            raise QueryError(f"the SPARQL query is wrong: {error}") from error
        except (OSError, ValueError) as error:
            raise StoreError(f"the graph {self.address} cannot answer: {error}") from error

    def select(self, text: str, substitutions: Mapping[str, Term] | None = None) -> Iterator[tuple[Term | None, ...]]:
        """The rows of a SELECT query."""
        result = self.query(text, substitutions)
        if not isinstance(result, ox.QuerySolutions):
            raise QueryError("a SELECT query is wanted here, this is an ASK, CONSTRUCT or DESCRIBE query")
        for row in result:
            yield tuple(row)

    def update(self, text: str) -> None:
        """Run a SPARQL update; all of it happens or nothing."""
        refuse_network(text)
        try:
            self._store.update(text)
        except SyntaxError as error:
            raise QueryError(f"the SPARQL update is wrong: {error}") from error
        except OSError as error:
            raise StoreError(f"the graph {self.address} cannot be written: {error}") from error

    def replace_graphs(self, graphs: Mapping[str, str | None]) -> None:
        """Replace named graphs by N-Triples text: in one transaction, unless the text is very long."""
        if sum(len(text) for text in graphs.values() if text) <= _TRANSACTION_LIMIT:
            drops = "".join(f"DROP SILENT GRAPH <{graph}> ;\n" for graph in graphs)
            inserts = "".join(f"GRAPH <{graph}> {{\n{text}}}\n" for graph, text in graphs.items() if text)
            if graphs:
                self.update(f"{drops}INSERT DATA {{\n{inserts}}}")
            return
        for graph, text in graphs.items():
            name = ox.NamedNode(graph)
            self._store.remove_graph(name)
            if text:
                self._store.bulk_load(text.encode(), ox.RdfFormat.N_TRIPLES, to_graph=name)

    def bulk_load(self, source: Path | bytes) -> None:
        """Add N-Quads from a file or from memory."""
        try:
            if isinstance(source, Path):
                self._store.bulk_load(path=str(source), format=ox.RdfFormat.N_QUADS)
            elif len(source) < _FEW:  # a transaction: the bulk loader would make files for each index
                self._store.load(source, ox.RdfFormat.N_QUADS)
            else:
                self._store.bulk_load(source, ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise StoreError(f"the N-Quads to load are broken: {error}") from error
        except OSError as error:
            raise StoreError(f"the graph {self.address} cannot be written: {error}") from error

    def graphs(self) -> Iterator[str]:
        """The IRIs of the named graphs."""
        return (name.value for name in self._store.named_graphs())

    def count(self) -> int:
        """How many quads the graph holds."""
        return len(self._store)

    def statements(self, graph: str) -> Iterator[tuple[str, str, str]]:
        """One graph's statements as plain text: subject, predicate, and the object's IRI or lexical form."""
        for quad in self._store.quads_for_pattern(None, None, None, ox.NamedNode(graph)):
            yield _text(quad.subject), quad.predicate.value, _text(quad.object)

    def dump(self, output: BinaryIO, format: ox.RdfFormat | None = None, graph: str | None = None) -> None:
        """Write everything, or one graph. On disk the order is that of the keys: same content, same bytes."""
        source = ox.NamedNode(graph) if graph else None
        self._store.dump(output, format or ox.RdfFormat.N_QUADS, from_graph=source, prefixes=terms.PREFIXES)

    def optimize(self) -> None:
        """Compact the store, so that queries do not meet its background work."""
        self._store.flush()
        self._store.optimize()

    def flush(self) -> None:
        """See that all that was written is on disk."""
        self._store.flush()

    def backup(self, target: Path) -> None:
        """A copy beside (hard links where the file system has them); ``target`` must not exist."""
        try:
            self._store.backup(str(target))
        except OSError as error:
            raise StoreError(f"the graph {self.address} cannot be copied to {target}: {error}") from error

    def close(self) -> None:
        """Close the files; pyoxigraph does so when the last reference goes."""
        if hasattr(self, "_store"):
            del self._store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
