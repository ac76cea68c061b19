"""The embedded store: what it refuses, what it replaces, and the folder that a build swaps it in."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg.store
from kg.errors import QueryError, StoreError
from kg.store.folder import building, current_store, next_store, point_to
from kg.store.guard import refuse_network
from kg.store.oxigraph import OxigraphStore

QUADS = b'<http://e/a> <http://e/p> "1" <http://e/g1> .\n<http://e/b> <http://e/p> "2" <http://e/g2> .\n'


@pytest.fixture
def store() -> OxigraphStore:
    made = OxigraphStore()
    made.bulk_load(QUADS)
    return made


def dump(store: kg.store.Store) -> bytes:
    output = io.BytesIO()
    store.dump(output)
    return output.getvalue()


def make_graph(folder: Path, quads: bytes = QUADS) -> None:
    with building(folder):
        target = next_store(folder)
        with OxigraphStore(target) as store:
            store.bulk_load(quads)
        point_to(folder, target)


def test_queries_see_the_union_of_all_graphs(store: OxigraphStore) -> None:
    rows = sorted(store.select("SELECT ?s { ?s <http://e/p> ?o }"), key=str)
    assert [row[0] for row in rows] == [ox.NamedNode("http://e/a"), ox.NamedNode("http://e/b")]


def test_parameters_are_bound_and_never_read_as_sparql(store: OxigraphStore) -> None:
    value = ox.Literal('1" } DROP ALL #')
    assert list(store.select("SELECT ?s ?o { ?s <http://e/p> ?o }", {"o": value})) == []
    assert len(list(store.select("SELECT ?s ?o { ?s <http://e/p> ?o }", {"o": ox.Literal("1")}))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://e> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "LOAD <http://e/x.ttl>",
        "INSERT DATA { <a:a> <a:b> 'it\\'s' } ; load <http://e>",
        "SELECT * { \\u0053ERVICE <http://e> { ?s ?p ?o } }",
        "SELECT * { ?a ?b '''x''' SERVICE<http://e>{ ?s ?p ?o } }",
    ],
)
def test_the_network_is_out_of_reach(store: OxigraphStore, text: str) -> None:
    with pytest.raises(QueryError, match="refused"):
        store.query(text)
    with pytest.raises(QueryError, match="refused"):
        store.update(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ?load 'SERVICE' }",
        "SELECT * { ?s <http://e/SERVICE> ?o } # LOAD",
        'PREFIX service: <http://e/> SELECT * { ?s service:LOAD """say "SERVICE" """ }',
        "SELECT * { ?s ?p 'x'@service }",
    ],
)
def test_words_that_only_look_like_the_network_pass(text: str) -> None:
    refuse_network(text)


def test_wrong_sparql_is_an_error_of_ours(store: OxigraphStore) -> None:
    with pytest.raises(QueryError, match="expected"):
        store.query("SELECT * {")
    with pytest.raises(QueryError, match="SELECT query is wanted"):
        list(store.select("ASK { ?s ?p ?o }"))


def test_graphs_are_replaced_whole_and_taken_away(store: OxigraphStore) -> None:
    store.replace_graphs({"http://e/g1": '<http://e/c> <http://e/p> "3" .\n', "http://e/g2": None})
    assert dump(store) == b'<http://e/c> <http://e/p> "3" <http://e/g1> .\n'
    assert list(store.graphs()) == ["http://e/g1"]


def test_a_broken_replacement_leaves_all_as_it_was(store: OxigraphStore) -> None:
    before = dump(store)
    with pytest.raises(QueryError):
        store.replace_graphs({"http://e/g1": '<http://e/c> <http://e/p> "3 .\n'})
    assert dump(store) == before


def test_the_same_content_dumps_to_the_same_bytes_whatever_its_history(tmp_path: Path) -> None:
    first, second = OxigraphStore(tmp_path / "1"), OxigraphStore(tmp_path / "2")
    first.bulk_load(QUADS)
    for line in reversed(QUADS.splitlines()):
        second.bulk_load(line)
    second.replace_graphs({"http://e/g3": '<http://e/c> <http://e/p> "3" .\n'})
    second.replace_graphs({"http://e/g3": None})
    assert dump(first) == dump(second)


def test_a_folder_without_a_graph_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"is not a graph .*kg build SOURCE -o"):
        kg.store.open(tmp_path)


def test_a_graph_of_a_later_version_is_refused(tmp_path: Path) -> None:
    make_graph(tmp_path / "g")
    pointer = tmp_path / "g" / "kg.json"
    pointer.write_text(json.dumps({"format": 99, "store": "store-1"}))
    with pytest.raises(StoreError, match="format 99"):
        kg.store.open(tmp_path / "g")


def test_a_swap_leaves_one_store_and_sweeps_the_rest(tmp_path: Path) -> None:
    graph = tmp_path / "g"
    make_graph(graph)
    (graph / "store-7").mkdir()  # what a killed build left
    make_graph(graph, QUADS[: QUADS.index(b"\n") + 1])
    assert current_store(graph).name == "store-2"
    assert [path.name for path in graph.iterdir() if path.is_dir()] == ["store-2"]
    with kg.store.open(graph) as store:
        assert store.count() == 1


def test_a_reader_keeps_its_store_while_another_is_swapped_in(tmp_path: Path) -> None:
    make_graph(tmp_path / "g")
    with kg.store.open(tmp_path / "g") as reader:
        make_graph(tmp_path / "g", b"")
        assert reader.count() == 2


def test_two_builds_of_one_graph_do_not_meet(tmp_path: Path) -> None:
    with building(tmp_path / "g"), pytest.raises(StoreError, match="another build"), building(tmp_path / "g"):
        pass


def test_a_folder_of_other_things_is_not_built_into(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("ten years of work")
    with pytest.raises(StoreError, match="is not a graph"), building(tmp_path):
        pass
