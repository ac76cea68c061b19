"""A graph in any SPARQL 1.1 server with the Graph Store Protocol: Oxigraph, Virtuoso and their like.

Only graphs whose names are ours (``terms.BASE``) are listed, counted, dumped and replaced: a server may
hold others. A server is written in place, so builds leave a mark while they write (``kg.store.journal``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self
from urllib.parse import urlencode

import pyoxigraph as ox

from kg import terms
from kg.errors import QueryError, StoreError
from kg.store.address import Address, Dialect, parse
from kg.store.answers import read_answer
from kg.store.guard import query_form, refuse_network
from kg.store.http import Connection
from kg.store.journal import MARK, Journal

if TYPE_CHECKING:
    from kg.store import Result, Term

_PIECE = 16 * 1024 * 1024  # bytes of N-Quads in one request; so much is sent again after a failure
_UPDATE_LIMIT = 4_000_000  # characters in one update
_THREADS = 4
_NTRIPLES = "application/n-triples"
_BLOCK = re.compile(r"((?:INSERT|DELETE) DATA \{ GRAPH <[^>]*> \{)\n(.*?)(\} \})", re.DOTALL)


class RemoteStore:
    """A ``Store`` (see ``kg.store``) behind HTTP. Nothing is asked before it is needed."""

    def __init__(self, address: str) -> None:
        self._place: Address = parse(address)
        self.address = f"sparql+{self._place.name}"
        self._http = Connection(self._place.name, self._place.user, self._place.password)
        self._journal: Journal | None = None

    @cached_property
    def dialect(self) -> Dialect:
        """What kind of server this is, asked once."""
        answer = self._http.request("HEAD", self._place.url, missing=True)
        return self._place.dialect(answer.headers.get("Server", ""))

    def query(self, text: str, substitutions: Mapping[str, Term] | None = None) -> Result:
        """The result of a SPARQL query; ``substitutions`` are joined to what it finds."""
        refuse_network(text)
        form = query_form(text)
        fields = {"query": self.dialect.prologue + text + _values(substitutions or {})}
        if self.dialect.union:
            fields["union-default-graph"] = "true"
        wanted = _NTRIPLES if form in ("CONSTRUCT", "DESCRIBE") else "application/sparql-results+json"
        answer = self._http.request("POST", self.dialect.query, fields=fields, headers={"Accept": wanted})
        return read_answer(answer, form, self._place.name)

    def select(self, text: str, substitutions: Mapping[str, Term] | None = None) -> Iterator[tuple[Term | None, ...]]:
        """The rows of a SELECT query."""
        result = self.query(text, substitutions)
        if not isinstance(result, ox.QuerySolutions):
            raise QueryError("a SELECT query is wanted here, this is an ASK, CONSTRUCT or DESCRIBE query")
        for row in result:
            yield tuple(row)

    def update(self, text: str) -> None:
        """Run a SPARQL update; whether it is one transaction, the server decides."""
        refuse_network(text)
        for part in _parts(text, self.dialect.update_lines):
            self._http.request("POST", self.dialect.update, fields={"update": part})

    def replace_graphs(self, graphs: Mapping[str, str | None]) -> None:
        """Replace named graphs by N-Triples text: each as a whole, and all at once where the server can."""
        if self.dialect.atomic and sum(len(text) for text in graphs.values() if text) <= _UPDATE_LIMIT:
            drops = "".join(f"DROP SILENT GRAPH <{graph}> ;\n" for graph in graphs)
            inserts = "".join(f"GRAPH <{graph}> {{\n{text}}}\n" for graph, text in graphs.items() if text)
            if graphs:
                self.update(f"{drops}INSERT DATA {{\n{inserts}}}")
            return
        self._about_to_write(graphs)
        self._each(((graph, (text or "").encode()) for graph, text in graphs.items()), "PUT")

    def bulk_load(self, source: Path | bytes) -> None:
        """Add N-Quads, in requests of some megabytes."""
        for piece in _pieces(source):
            graphs = _by_graph(piece)
            self._about_to_write(graphs)
            if "isql" in self._place.options:
                from kg.store.virtuoso import load

                load(self._place, piece)
            elif self.dialect.nquads:
                headers = {"Content-Type": "application/n-quads"}
                self._http.request("POST", f"{self.dialect.store}?no_transaction", body=piece, headers=headers)
            else:
                self._each(((graph, b"".join(lines)) for graph, lines in graphs.items()), "POST")

    def _each(self, graphs: Iterable[tuple[str, bytes]], method: str) -> None:
        """One request of the Graph Store Protocol for each graph, some at a time; the first failure is raised."""
        headers = {"Content-Type": _NTRIPLES}

        def send(graph: str, body: bytes) -> None:
            address = self._graph(graph)
            if body:
                self._http.request(method, address, body=body, headers=headers)
            else:
                self._http.request("DELETE", address, missing=True)

        with ThreadPoolExecutor(_THREADS, thread_name_prefix="send") as threads:
            for sent in [threads.submit(send, graph, body) for graph, body in graphs]:
                try:
                    sent.result()
                except BaseException:
                    threads.shutdown(cancel_futures=True)
                    raise

    def _graph(self, graph: str) -> str:
        return f"{self.dialect.store}?{urlencode({'graph': graph})}"

    def graphs(self) -> Iterator[str]:
        """The IRIs of our named graphs."""
        pattern = "{}" if self.dialect.union else "{ ?s ?p ?o }"
        for row in self.select(f"SELECT DISTINCT ?g {{ GRAPH ?g {pattern} }}"):
            name = str(getattr(row[0], "value", ""))
            if name.startswith(terms.BASE) and name != MARK:
                yield name

    def statements(self, graph: str) -> Iterator[tuple[str, str, str]]:
        """One graph's statements as plain text."""
        for quad in self._triples(graph):
            yield getattr(quad.subject, "value", ""), quad.predicate.value, getattr(quad.object, "value", "")

    def _triples(self, graph: str) -> Iterator[ox.Quad]:
        answer = self._http.request("GET", self._graph(graph), headers={"Accept": _NTRIPLES}, missing=True)
        return iter(()) if answer.status == 404 else iter(ox.parse(answer.data, ox.RdfFormat.N_TRIPLES))

    def count(self) -> int:
        """How many quads our graphs hold."""
        rows = self.select("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
        sizes = {str(getattr(graph, "value", "")): int(getattr(n, "value", 0)) for graph, n in rows}
        return sum(n for graph, n in sizes.items() if graph.startswith(terms.BASE) and graph != MARK)

    def dump(self, output: BinaryIO, format: ox.RdfFormat | None = None, graph: str | None = None) -> None:
        """Write everything or one graph: graph after graph, each in the order of its statements' text."""
        wanted = format or ox.RdfFormat.N_QUADS
        quads = self._sorted([graph] if graph else sorted(self.graphs()), named=graph is None)
        if wanted == ox.RdfFormat.N_QUADS:
            output.writelines(f"{quad} .\n".encode() for quad in quads)
        else:
            ox.serialize(quads, output, wanted, prefixes=terms.PREFIXES)

    def _sorted(self, graphs: Iterable[str], *, named: bool) -> Iterator[ox.Quad]:
        for graph in graphs:
            name = ox.NamedNode(graph) if named else ox.DefaultGraph()
            for quad in sorted(self._triples(graph), key=str):
                yield ox.Quad(quad.subject, quad.predicate, quad.object, name)

    def optimize(self) -> None:
        """Nothing: a server keeps itself in shape."""

    def begin(self) -> None:
        """Leave the mark of a build; until ``finish`` it says what is being written."""
        self._journal = Journal(self)
        self._journal.writing()

    def finish(self) -> None:
        """Take the mark of the build away."""
        if self._journal:
            self._journal.done()
            self._journal = None

    def interrupted(self) -> frozenset[str] | None:
        """The documents that an earlier build may have left half-written; None if it came to its end."""
        return Journal(self).interrupted()

    def _about_to_write(self, graphs: Iterable[str]) -> None:
        names = {graph for graph in graphs if graph.startswith(terms.DOC)}
        if self._journal and names:
            self._journal.writing(names)

    def close(self) -> None:
        """Close all connections."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def _values(substitutions: Mapping[str, Term]) -> str:
    """Bindings as the VALUES clause that ends a query."""
    if not substitutions:
        return ""
    names = " ".join(f"?{name}" for name in substitutions)
    return f"\nVALUES ({names}) {{ ({' '.join(map(str, substitutions.values()))}) }}"


def _parts(text: str, limit: int | None) -> Iterator[str]:
    """An update cut so that no part carries more statements than the server takes.

    Only what this package writes itself is cut: blocks of DATA for one graph, a statement a line.
    """
    blocks = list(_BLOCK.finditer(text))
    rest = _BLOCK.sub("", text).replace(";", "").strip()
    if limit is None or rest or not blocks:
        yield text
        return
    for block in blocks:
        lines = block[2].splitlines(keepends=True)
        for start in range(0, len(lines), limit):
            yield f"{block[1]}\n{''.join(lines[start : start + limit])}{block[3]}"


def _pieces(source: Path | bytes) -> Iterator[bytes]:
    """N-Quads cut at the ends of lines, never so much at once that memory would grow with the file."""
    if isinstance(source, bytes):
        for start in _starts(source):
            yield source[start[0] : start[1]]
        return
    try:
        with source.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece + file.readline()
    except OSError as error:
        raise StoreError(f"{source} cannot be read: {error.strerror}") from error


def _starts(data: bytes) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(data):
        end = data.find(b"\n", start + _PIECE) + 1 or len(data)
        yield start, end
        start = end


def _by_graph(piece: bytes) -> dict[str, list[bytes]]:
    """The statements of each named graph as N-Triples lines."""
    graphs: dict[str, list[bytes]] = {}
    for line in piece.splitlines(keepends=True):
        statement, mark, graph = line.rpartition(b" <")
        name, end, _ = graph.partition(b">")
        if not mark or not end:
            if line.strip():
                raise StoreError(f"the N-Quads to load are broken: {line.decode(errors='replace')[:200]}")
            continue
        graphs.setdefault(name.decode(), []).append(statement + b" .\n")
    return graphs
