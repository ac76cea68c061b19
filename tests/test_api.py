"""``import kg``: a graph in Python, with nothing heavy loaded before it is asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kg
from building import NumberReader, write_documents, write_ontology


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("api")
    documents = write_documents(base / "documents", d1="đạt 10 triệu", d2="đạt 20 triệu, 30 tỷ")
    ontology = write_ontology(base / "ontology")
    report = kg.build(documents, base / "graph", reader=NumberReader(), ontology=ontology)
    assert (report.read, report.claims) == (2, 3)
    return base / "graph"


def test_facts_come_in_the_order_of_the_text(folder: Path) -> None:
    with kg.open(folder) as graph:
        assert graph.documents() == ["d1", "d2"]
        facts = [fact for fact in graph.facts() if isinstance(fact, kg.Observation)]
        assert [(fact.evidence.doc, int(fact.value)) for fact in facts] == [("d1", 10), ("d2", 20), ("d2", 30)]
        assert list(graph.facts("d1")) == facts[:1]
        with pytest.raises(kg.QueryError, match="no document 'd9'"):
            list(graph.facts("d9"))


def test_sparql_gives_rows(folder: Path) -> None:
    with kg.open(folder) as graph:
        table = graph.sparql("SELECT (COUNT(*) AS ?n) { ?d a <https://w3id.org/vnkg/def#Document> }")
        assert not isinstance(table, bytes)
        assert [tuple(row) for row in table.rows] == [(2,)]


def test_facts_as_a_data_frame(folder: Path) -> None:
    with kg.open(folder) as graph:
        frame = graph.to_pandas()
    assert list(frame["value"]) == [10, 20, 30]


def test_the_same_statements_in_rdflib(folder: Path) -> None:
    with kg.open(folder) as graph:
        dataset = graph.to_rdflib()
        assert len(list(dataset.quads())) == graph.store.count()
    assert dict(dataset.namespaces())["kg"] == dataset.store.namespace("kg")


def test_nodes_and_edges_in_networkx(folder: Path) -> None:
    with kg.open(folder) as graph:
        network = graph.to_networkx()
    claim = "https://w3id.org/vnkg/doc/d1#c4-6"
    assert network.nodes[claim]["obsValue"] == "10"
    assert "https://w3id.org/vnkg/area/VN-66" in network.successors(claim)


def test_a_graph_that_is_not_there_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(kg.StoreError, match="is not a graph"):
        kg.open(tmp_path / "nowhere")


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = "import sys, kg; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pyoxigraph", "rdflib", "networkx", "pandas", "regex", "ahocorasick_rs"} & set(loaded)
