"""Knowledge graph of Vietnamese provinces' industry and trade, from prose to SPARQL.

    import kg

    report = kg.build("seeds", "graph")
    graph = kg.open("graph")
    graph.query("indicator-over-time", area="Hưng Yên", indicator="export-turnover")
    graph.sparql("SELECT ?title { ?document a kg:Document ; dcterms:title ?title }")

Everything below is typed, and nothing heavy is imported before it is needed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kg.errors import ExportError, InputError, KgError, LexiconError, QueryError, StoreError
from kg.model import Document, EntityFigure, Evidence, Fact, Observation, Policy, Reading, Repair, Role

if TYPE_CHECKING:
    import networkx
    import pandas
    import rdflib

    from kg.pipeline import Progress
    from kg.query import Table
    from kg.scale.reader import Reader
    from kg.scale.report import BuildReport
    from kg.store import Store

__version__ = "0.1.0"


def build(
    sources: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
    graph: str | os.PathLike[str],
    *,
    manifest: str | os.PathLike[str] | None = None,
    jobs: int | None = None,
    report: str | os.PathLike[str] | None = None,
    ontology: str | os.PathLike[str] | None = None,
    reader: Reader | None = None,
    progress: Progress | None = None,
    cluster: str | None = None,
    shards: str | os.PathLike[str] | None = None,
) -> BuildReport:
    """Make or update a graph from files, folders and globs; see ``kg.pipeline.build``."""
    from kg.pipeline import build as run

    given = [sources] if isinstance(sources, (str, os.PathLike)) else sources
    return run(
        [os.fspath(source) for source in given],
        os.fspath(graph),
        manifest=Path(manifest) if manifest else None,
        jobs=jobs,
        report=Path(report) if report else None,
        ontology=Path(ontology) if ontology else None,
        reader=reader,
        progress=progress,
        cluster=cluster,
        shards=Path(shards) if shards else None,
    )


def open(address: str | os.PathLike[str]) -> Graph:
    """The graph in a folder, or behind a ``sparql+http://...`` address. Raises StoreError where there is none."""
    from kg.store import open as open_store

    return Graph(open_store(os.fspath(address)))


def read(text: str, *, date: str | None = None, id: str = "text") -> Reading:
    """What a piece of text says, without any graph; ``date`` is the day on which it was published.

    >>> kg.read("Năm 2023, kim ngạch xuất khẩu của tỉnh Hưng Yên đạt 7 tỷ USD.").facts[0].unit
    'USD'
    """
    from datetime import date as calendar_date

    from kg.facts import read as read_facts
    from kg.lexicon import load
    from kg.text.normalise import normalise

    day = calendar_date.fromisoformat(date) if date else None
    return read_facts(Document(id, normalise(text), date=day), load())


class Graph:
    """A graph that answers. Use it in a ``with`` block, or ``close()`` it.

    >>> with kg.open("graph") as graph:
    ...     sorted({fact.evidence.doc for fact in graph.facts()})[0]
    '000_4873f0b7fbd6c7c8'
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def query(self, name: str, /, *, lang: str = "vi", **parameters: object) -> Table:
        """The answer to a question of the catalogue; parameters take names and codes alike."""
        from kg.query import run

        return run(self.store, name, {key: str(value) for key, value in parameters.items()}, lang=lang)

    def sparql(self, text: str) -> Table | bytes:
        """The answer to a SPARQL query over the union of all documents: rows, or Turtle for CONSTRUCT.

        >>> kg.open("graph").sparql("SELECT (COUNT(?d) AS ?n) { ?d a <https://w3id.org/vnkg/def#Document> }").rows
        [(5,)]
        """
        from kg.query import sparql

        return sparql(self.store, text)

    def facts(self, document: str | None = None) -> Iterator[Fact]:
        """All facts, or those of one document, in the order of the text.

        >>> next(kg.open("graph").facts("000_4873f0b7fbd6c7c8")).evidence.start
        79
        """
        from kg.store.claims import claims, readings

        if document is not None:
            yield from (fact for _, fact in claims(self.store, document))
            return
        for reading in readings(self.store):
            yield from reading.facts

    def documents(self) -> list[str]:
        """The ids of all documents.

        >>> len(kg.open("graph").documents())
        5
        """
        from kg.store.claims import documents

        return documents(self.store)

    def to_pandas(self, query: str | None = None, **parameters: object) -> pandas.DataFrame:
        """The fact table as a data frame, or the answer to a catalogue query; needs the extra ``pandas``.

        >>> kg.open("graph").to_pandas().query("unit == 'percent'").empty
        False
        """
        try:
            import pandas as pd
        except ImportError:
            raise ExportError("pandas is not installed; install vnkg[pandas]") from None
        if query is not None:
            table = self.query(query, lang="vi", **parameters)
            return pd.DataFrame(table.rows, columns=list(table.columns))
        from kg.facts.table import to_row

        return pd.DataFrame([to_row(fact) for fact in self.facts()])

    def to_rdflib(self) -> rdflib.Dataset:
        """All statements as an rdflib dataset with our prefixes, one named graph a document.

        >>> len(list(kg.open("graph").to_rdflib().graphs())) > 5
        True
        """
        from pyoxigraph import BlankNode, Literal, NamedNode
        from rdflib import BNode, Dataset, URIRef
        from rdflib import Literal as RdflibLiteral

        from kg import terms

        def converted(term: object) -> rdflib.term.Identifier:
            if isinstance(term, NamedNode):
                return URIRef(term.value)
            if isinstance(term, BlankNode):
                return BNode(term.value)
            assert isinstance(term, Literal)
            datatype = None if term.language else URIRef(term.datatype.value)
            return RdflibLiteral(term.value, lang=term.language, datatype=datatype)

        dataset = Dataset()
        for prefix, namespace in terms.PREFIXES.items():
            dataset.bind(prefix, namespace)
        graphs: dict[rdflib.term.Identifier, rdflib.Graph] = {}
        for row in self.store.select("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }"):
            subject, predicate, value, name = map(converted, row)
            if name not in graphs:
                graphs[name] = dataset.graph(URIRef(name))
            graphs[name].add((subject, predicate, value))
        return dataset

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """What the documents state, as a directed multigraph: IRIs are nodes, literals their attributes.

        >>> kg.open("graph").to_networkx().nodes["https://w3id.org/vnkg/doc/000_4873f0b7fbd6c7c8"]["type"]
        'https://w3id.org/vnkg/def#Document'
        """
        import networkx as nx

        graph: networkx.MultiDiGraph[str] = nx.MultiDiGraph()
        for subject, predicate, value, is_node in self._statements():
            if predicate.endswith("#type"):
                graph.add_node(subject, type=value)
            elif is_node:
                graph.add_edge(subject, value, key=predicate)
            else:
                graph.add_node(subject, **{_local(predicate): value})
        return graph

    def _statements(self) -> Iterator[tuple[str, str, str, bool]]:
        """All statements but the ontology's, in the order of the store."""
        from kg import terms

        text = (
            f"SELECT ?s ?p ?o (ISIRI(?o) AS ?node) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != <{terms.ONTOLOGY_GRAPH}>) }}"
        )
        for row in self.store.select(text):
            subject, predicate, value, is_node = (str(getattr(term, "value", "")) for term in row)
            yield subject, predicate, value, is_node == "true"

    def close(self) -> None:
        """Let go of the files."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def _local(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]


__all__ = [
    "Document",
    "EntityFigure",
    "Evidence",
    "ExportError",
    "Fact",
    "Graph",
    "InputError",
    "KgError",
    "LexiconError",
    "Observation",
    "Policy",
    "QueryError",
    "Reading",
    "Repair",
    "Role",
    "StoreError",
    "build",
    "open",
    "read",
]
