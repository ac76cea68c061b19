"""Where a graph lives: one seam (``Store``), the embedded store behind it, and ``open`` which picks one.

Everything above this package sees only the protocol, and RDF terms as pyoxigraph has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, Self

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Triple

    Term = NamedNode | BlankNode | Literal
    Result = QuerySolutions | QueryBoolean | QueryTriples | Iterable[Triple]

REMOTE_SCHEMES = ("sparql+http://", "sparql+https://")


class Store(Protocol):
    """What a graph can do. A query sees the union of all named graphs as its default graph."""

    @property
    def address(self) -> str:
        """The folder or ``sparql+http`` address, as the user gave it."""

    def query(self, text: str, substitutions: Mapping[str, Term] | None = None) -> Result:
        """The result of a SPARQL query; ``substitutions`` binds variables by name, without "?".

        Raises QueryError for bad SPARQL and for SERVICE, StoreError when the store cannot answer.
        """

    def select(self, text: str, substitutions: Mapping[str, Term] | None = None) -> Iterator[tuple[Term | None, ...]]:
        """The rows of a SELECT query; raises QueryError if the query is of another kind."""

    def update(self, text: str) -> None:
        """Run a SPARQL update as one transaction; LOAD and SERVICE are refused."""

    def replace_graphs(self, graphs: Mapping[str, str | None]) -> None:
        """Put N-Triples text in the place of each named graph; None or "" takes the graph away."""

    def bulk_load(self, source: Path | bytes) -> None:
        """Add N-Quads, from a file or from memory; for many at once."""

    def graphs(self) -> Iterator[str]:
        """The IRIs of the named graphs."""

    def statements(self, graph: str) -> Iterator[tuple[str, str, str]]:
        """One graph's statements as plain text: subject, predicate, and the object's IRI or lexical form."""

    def count(self) -> int:
        """How many quads the graph holds."""

    def dump(self, output: BinaryIO, format: RdfFormat | None = None, graph: str | None = None) -> None:
        """Write everything (N-Quads, unless told otherwise) or one named graph; same content, same bytes."""

    def optimize(self) -> None:
        """Make later queries fast, after much was written."""

    def close(self) -> None:
        """Let go of files or connections; the store cannot be used afterwards."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...


def is_remote(address: str | Path) -> bool:
    """Whether an address names a SPARQL server rather than a folder."""
    return str(address).startswith(REMOTE_SCHEMES)


def open(address: str | Path, *, read_only: bool = True) -> Store:
    """The store behind an address: a folder made by ``kg build``, or ``sparql+http://...``.

    Raises StoreError where there is none.
    """
    if is_remote(address):
        from kg.store.remote import RemoteStore

        return RemoteStore(str(address))
    from kg.store.folder import current_store
    from kg.store.oxigraph import OxigraphStore

    return OxigraphStore(current_store(Path(address)), address=str(address), read_only=read_only)


__all__ = ["REMOTE_SCHEMES", "Store", "is_remote", "open"]
