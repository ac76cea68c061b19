"""Facts, CSV and the RDF formats say what the graph says; each RDF file is read back by rdflib."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import rdflib

import kg.store
from building import NumberReader, write_documents, write_ontology
from kg.errors import ExportError
from kg.export import FORMATS, export
from kg.facts.table import from_row
from kg.pipeline import build
from kg.store import Store
from kg.store.claims import readings


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    base = tmp_path_factory.mktemp("export")
    documents = write_documents(base / "documents", d1='nói "đạt 10 triệu", \\ <b>', d2="đạt 20 triệu, 30 tỷ")
    build(documents, base / "graph", reader=NumberReader(), ontology=write_ontology(base / "ontology"))
    return kg.store.open(base / "graph")


def test_the_fact_table_holds_every_fact(store: Store, tmp_path: Path) -> None:
    export(store, "facts", tmp_path / "f.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "f.jsonl").read_text(encoding="utf-8").splitlines()]
    stored = [fact for reading in readings(store) for fact in reading.facts]
    assert [from_row(row | {"sentence_start": 0}) for row in rows] == stored
    assert all(row["value_max"] is None for row in rows)


def test_the_csv_has_the_same_rows(store: Store, tmp_path: Path) -> None:
    export(store, "csv", tmp_path / "f.csv")
    with (tmp_path / "f.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["value"] for row in rows] == ["10", "20", "30"]
    assert rows[0]["sentence"] == 'nói "đạt 10 triệu", \\ <b>'
    assert rows[0]["owner"] == ""


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own parsers use what it deprecates
@pytest.mark.parametrize(("name", "reader"), [("trig", "trig"), ("nquads", "nquads"), ("jsonld", "json-ld")])
def test_formats_with_graphs_are_read_back_whole(store: Store, tmp_path: Path, name: str, reader: str) -> None:
    export(store, name, tmp_path / "all.rdf")
    dataset = rdflib.Dataset()
    dataset.parse(data=(tmp_path / "all.rdf").read_bytes(), format=reader)
    assert len(list(dataset.quads())) == store.count()


def test_turtle_is_read_back_whole(store: Store, tmp_path: Path) -> None:
    export(store, "turtle", tmp_path / "all.ttl")
    graph = rdflib.Graph().parse(data=(tmp_path / "all.ttl").read_bytes(), format="turtle")
    distinct = {(s, p, o) for s, p, o in store.select("SELECT ?s ?p ?o { ?s ?p ?o }")}
    assert len(graph) == len(distinct)
    assert "@prefix kg:" in (tmp_path / "all.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["facts", "csv", "turtle", "trig", "nquads", "jsonld"])
def test_the_same_graph_gives_the_same_bytes(store: Store, tmp_path: Path, name: str) -> None:
    export(store, name, tmp_path / "1.x")
    export(store, name, tmp_path / "2.x")
    assert (tmp_path / "1.x").read_bytes() == (tmp_path / "2.x").read_bytes()


def test_a_file_is_replaced_only_by_a_whole_one(store: Store, tmp_path: Path) -> None:
    (tmp_path / "f.jsonl").write_text("old")
    with pytest.raises(ExportError, match="did you mean 'facts'"):
        export(store, "factz", tmp_path / "f.jsonl")
    assert [path.name for path in tmp_path.iterdir()] == ["f.jsonl"]
    with pytest.raises(ExportError, match="cannot be written"):
        export(store, "facts", tmp_path / "missing" / "f.jsonl")


def test_every_format_has_a_name_of_its_own() -> None:
    assert len({known.name for known in FORMATS}) == len(FORMATS)
