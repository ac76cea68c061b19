"""Each network format opened by readers that users have, its counts, types and letters compared with the graph."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import warnings
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from export_graph import NASTY_NAME, NASTY_SENTENCE, ROOT, facts_of, make_store
from kg.errors import ExportError
from kg.export import export
from kg.export.options import ViewOptions
from kg.export.view import Edge, Node, open_view
from kg.store.oxigraph import OxigraphStore

NODE = shutil.which("node")
READ = ROOT / "web" / "test" / "read.mjs"
READERS = (ROOT / "web" / "node_modules" / "graphology-gexf").is_dir()
needs_node = pytest.mark.skipif(not NODE or not READERS, reason="needs Node.js and `npm ci` in web/")
needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="needs Graphviz's dot")
FORMATS = {"gexf": "a.gexf", "graphml": "a.graphml", "cytoscape": "a.cyjs", "dot": "a.dot"}
# XML has no form for this letter; every other one of the nasty names must come back.
SHOWN_OWNER = "Công ty \ufffd<i>Nghiêng</i> {{data}}"


@pytest.fixture(scope="module")
def store() -> Iterator[OxigraphStore]:
    with make_store() as made:
        yield made


@pytest.fixture(scope="module")
def wanted(store: OxigraphStore) -> tuple[list[Node], list[Edge]]:
    with open_view(store, ViewOptions()) as view:
        return list(view.nodes()), list(view.edges())


@pytest.fixture(scope="module")
def folder(store: OxigraphStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every format, written once."""
    made = tmp_path_factory.mktemp("exports")
    for name, file in FORMATS.items():
        export(store, name, made / file)
    export(store, "graphml", made / "yed.graphml", {"yed": True})
    export(store, "gexf", made / "facts.gexf", {"detail": "facts"})
    export(store, "neo4j", made / "neo4j")
    export(store, "network-csv", made / "lists")
    export(store, "people-jsonld", made / "people.jsonld")
    return made


def read_with_node(*files: Path) -> list[dict[str, Any]]:
    assert NODE
    done = subprocess.run([NODE, READ, *files], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.mark.node
@needs_node
def test_graphology_and_cytoscape_find_every_node_and_edge(folder: Path, wanted: tuple[list[Node], list[Edge]]) -> None:
    nodes, edges = wanted
    gexf, graphml, cyjs, facts = read_with_node(
        *(folder / name for name in ("a.gexf", "a.graphml", "a.cyjs", "facts.gexf"))
    )
    for found in (gexf, graphml, cyjs):
        assert (found["order"], found["size"]) == (len(nodes), len(edges))
        read = {node["name"] if found is graphml else key: node for key, node in found["nodes"].items()}
        assert {key: node["type"] for key, node in read.items()} == {node.id: node.type for node in nodes}
        labels = {key: node["label"] for key, node in read.items()}
        assert labels["area:VN-54"] == "Bắc Giang"
        assert NASTY_NAME in labels.values()
        kinds = Counter(edge["type"] for edge in found["edges"])
        assert kinds == Counter(edge.type for edge in edges)
    assert gexf["nodes"]["area:VN-54"]["color"] == "rgba(0,114,178,1.0)"
    assert gexf["nodes"]["area:VN-54"]["facts"] == 5
    assert gexf["nodes"]["entity:zone/KCN_Sông_Thử"]["headline"] == "105,3 ha"
    exports = next(edge for edge in gexf["edges"] if edge["source"] == "area:VN-54" and edge["type"] == "figure")
    assert exports["figures"][0] == "Kim ngạch (giá trị) xuất khẩu: 33 tỷ USD (2024, kế hoạch)"
    assert (exports["value"], exports["weight"], len(exports["figures"])) == (27e9, 5, 5)
    assert cyjs["placed"]
    assert cyjs["nodes"]["area:VN-54"]["drawn"] == "rgb(0,114,178)"
    assert cyjs["nodes"]["entity:zone/KCN_Sông_Thử"]["figures"][0].endswith("83% (đến T6/2024)")
    sentences = {edge.get("sentence") for edge in facts["edges"]}
    assert {fact.evidence.sentence for fact in facts_of(make_store()) if hasattr(fact, "indicator")} <= sentences


def test_gexf_is_what_its_description_asks(folder: Path) -> None:
    space = "{http://gexf.net/1.3}"
    graph = ET.parse(folder / "a.gexf").getroot().find(f"{space}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat"), graph.get("timerepresentation")) == (
        "dynamic",
        "date",
        "interval",
    )
    declared = {
        one.get("class"): {kind.get("id"): kind.get("type") for kind in one} for one in graph.iter(f"{space}attributes")
    }
    assert declared["node"]["figures"] == "liststring"
    assert declared["edge"]["value"] == "double"
    assert declared["node"]["facts"] == "integer"
    nodes = {node.get("id") for node in graph.iter(f"{space}node")}
    for edge in graph.iter(f"{space}edge"):
        assert {edge.get("source"), edge.get("target")} <= nodes
        times = [(spell.get("start"), spell.get("end")) for spell in edge.iter(f"{space}spell")]
        assert not (times and edge.get("start"))
        # Gephi takes no overlapping intervals.
        assert times == sorted(times)
        assert all(before[1] < after[0] for before, after in pairwise(times))  # type: ignore[operator]
        used = {value.get("for") for value in edge.iter(f"{space}attvalue")}
        assert used <= set(declared["edge"])
    viz = "{http://gexf.net/1.3/viz}"
    assert all(
        node.find(f"{viz}{name}") is not None
        for node in graph.iter(f"{space}node")
        for name in ("color", "size", "position")
    )


@pytest.mark.parametrize("file", ["a.graphml", "yed.graphml"])
def test_igraph_and_networkx_read_graphml(folder: Path, file: str, wanted: tuple[list[Node], list[Edge]]) -> None:
    import igraph
    import networkx

    nodes, edges = wanted
    graph = igraph.Graph.Read_GraphML(str(folder / file))
    assert (graph.vcount(), graph.ecount()) == (len(nodes), len(edges))
    other = networkx.read_graphml(folder / file, force_multigraph=True)
    assert (other.number_of_nodes(), other.number_of_edges()) == (len(nodes), len(edges))
    by_id = {data["name"]: data for _, data in other.nodes(data=True)}
    assert by_id["area:VN-54"]["label"] == "Bắc Giang"
    assert by_id["area:VN-54"]["facts"] == 5
    assert isinstance(by_id["entity:zone/KCN_Sông_Thử"]["amount"], float)
    # networkx takes yEd's own labels, which are broken into lines at any white space, for the labels of the nodes.
    lines = {" ".join(data["label"].split()) for data in by_id.values()}
    assert {NASTY_NAME, SHOWN_OWNER if file == "a.graphml" else SHOWN_OWNER.replace("\ufffd", "")} <= lines
    assert {NASTY_NAME, SHOWN_OWNER} <= set(graph.vs["label"])
    assert graph.vs.find("area:VN-54")["label"] == "Bắc Giang"
    assert Counter(graph.es["type"]) == Counter(edge.type for edge in edges)


def test_yed_finds_its_own_labels_shapes_and_colours(folder: Path, wanted: tuple[list[Node], list[Edge]]) -> None:
    space = "{http://www.yworks.com/xml/graphml}"
    root = ET.parse(folder / "yed.graphml").getroot()
    shapes = list(root.iter(f"{space}ShapeNode"))
    assert len(shapes) == len(wanted[0])
    labels = {"".join(shape.itertext()).replace("\n", " ").strip() for shape in shapes}
    assert "Bắc Giang" in labels
    fills = {fill.get("color") for fill in root.iter(f"{space}Fill")}
    assert fills == {node.colour for node in wanted[0]}
    assert len(list(root.iter(f"{space}PolyLineEdge"))) == len(wanted[1])
    assert "yfiles.type" not in (folder / "a.graphml").read_text(encoding="utf-8")


@needs_dot
def test_graphviz_draws_every_node_and_edge(folder: Path, wanted: tuple[list[Node], list[Edge]]) -> None:
    done = subprocess.run(["dot", "-Tsvg", folder / "a.dot"], capture_output=True, check=True)
    assert done.stderr == b""
    drawn = ET.fromstring(done.stdout)
    kinds = Counter((one.get("class") or "-").split()[0] for one in drawn.iter("{http://www.w3.org/2000/svg}g"))
    assert (kinds["node"], kinds["edge"]) == (len(wanted[0]), len(wanted[1]))
    written = " ".join("".join(drawn.itertext()).split())
    for word in ("Bắc Giang", "105,3 ha", "27 tỷ USD", "Ánh Sao", "Nhà máy Mẫu"):
        assert word in written


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_neo4j_files_have_the_headers_that_the_importer_asks_for(folder: Path, store: OxigraphStore) -> None:
    nodes, relations = rows(folder / "neo4j" / "nodes.csv"), rows(folder / "neo4j" / "relationships.csv")
    assert {"id:ID", ":LABEL", "facts:long", "amount:double", "date:date", "figures:string[]"} <= set(nodes[0])
    assert {":START_ID", ":END_ID", ":TYPE", "value:double", "start:date"} <= set(relations[0])
    ids = [node["id:ID"] for node in nodes]
    assert len(ids) == len(set(ids))
    assert {end for row in relations for end in (row[":START_ID"], row[":END_ID"])} <= set(ids)
    assert all(node[":LABEL"].startswith("Entity;") for node in nodes)
    figures = [row for row in relations if row[":TYPE"] == "HAS_FIGURE"]
    assert len(figures) == sum(hasattr(fact, "indicator") for fact in facts_of(store))
    # The importer's default is one record a line.
    lines = (folder / "neo4j" / "nodes.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(nodes) + 1
    assert f"Nodes: {len(nodes)}; relationships: {len(relations)}." in (folder / "neo4j" / "README.txt").read_text()


def test_a_cypher_engine_runs_the_script(folder: Path) -> None:
    kglite = pytest.importorskip("kglite", reason="needs kglite, an embedded Cypher engine")
    graph = kglite.KnowledgeGraph()
    script = (folder / "neo4j" / "graph.cypher").read_text(encoding="utf-8")
    for statement in script.split(";\n"):
        if statement.strip():
            graph.cypher(statement)
    nodes, relations = rows(folder / "neo4j" / "nodes.csv"), rows(folder / "neo4j" / "relationships.csv")

    def ask(query: str) -> list[dict[str, Any]]:
        return [dict(row) for row in graph.cypher(query)]

    assert ask("MATCH (n:Entity) RETURN count(n) AS n")[0]["n"] == len(nodes)
    assert ask("MATCH ()-[r]->() RETURN count(r) AS n")[0]["n"] == len(relations)
    zones = ask(
        "MATCH (z:Zone)-[:LOCATED_IN]->(a:Area {name: 'Bắc Giang'}) "
        "RETURN z.name AS name, z.headline AS size ORDER BY name"
    )
    assert zones == [{"name": "KCN Sông Thử", "size": "105,3 ha"}, {"name": "KCN Đồi Mẫu", "size": "73 ha"}]
    exports = ask(
        "MATCH (:Area {name: 'Bắc Giang'})-[r:HAS_FIGURE]->(:Indicator {code: 'export-turnover'}) "
        "WHERE r.status = 'actual' RETURN r.value AS value, r.sentence AS said ORDER BY value DESC"
    )
    assert exports[0] == {"value": 27e9, "said": "Năm 2023 xuất khẩu của tỉnh là 27 tỷ USD."}
    names = {row["name"] for row in ask("MATCH (n:Project) RETURN n.name AS name")}
    assert NASTY_NAME in names


def test_lists_of_nodes_and_edges_fit_together(folder: Path, wanted: tuple[list[Node], list[Edge]]) -> None:
    nodes, edges = rows(folder / "lists" / "nodes.csv"), rows(folder / "lists" / "edges.csv")
    assert [node["Id"] for node in nodes] == [node.id for node in wanted[0]]
    assert {end for edge in edges for end in (edge["Source"], edge["Target"])} <= {node["Id"] for node in nodes}
    assert {edge["Type"] for edge in edges} == {"Directed"}
    assert NASTY_NAME in {node["Label"] for node in nodes}
    pandas = pytest.importorskip("pandas")
    table = pandas.read_csv(folder / "lists" / "edges.csv")
    assert table.loc[table["kind"] == "figure", "value"].max() == 33e9


def test_people_jsonld_is_plain_to_read_and_rdf_to_a_reader(folder: Path, store: OxigraphStore) -> None:
    import rdflib

    from kg import terms

    data = json.loads((folder / "people.jsonld").read_text(encoding="utf-8"))
    things = {thing["id"]: thing for thing in data["@graph"]}
    exports = things["area:VN-54"]["figures"][0]
    assert (exports["what"], exports["text"], exports["value"]) == (
        "Kim ngạch (giá trị) xuất khẩu",
        "33 tỷ USD",
        "33000000000",
    )
    assert exports["sentence"] == "Năm 2024 xuất khẩu của tỉnh là 33 tỷ USD."
    assert things["entity:project/Nhà_máy_Mẫu"]["locatedIn"] == ["area:VN-66/Văn_Lâm"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own reader of JSON-LD uses what it deprecates
        graph = rdflib.Graph().parse(folder / "people.jsonld", format="json-ld")
    values = {str(value) for value in graph.objects(None, rdflib.URIRef(terms.VALUE))}
    ours = {
        str(term.value) for (term,) in store.select(f"SELECT DISTINCT ?v WHERE {{ ?s <{terms.VALUE}> ?v }}") if term
    }
    assert values == ours
    claim = rdflib.URIRef(f"{terms.document('vi-du-1')}#c31-33")
    assert (claim, rdflib.URIRef(terms.KG + "figureOf"), rdflib.URIRef(terms.area("VN-54"))) in graph
    assert NASTY_SENTENCE in {str(text) for text in graph.objects(None, rdflib.URIRef(terms.EXACT))}


@pytest.mark.parametrize("name", ["gexf", "graphml", "cytoscape", "dot", "people-jsonld"])
def test_an_empty_view_is_a_file_that_opens(store: OxigraphStore, tmp_path: Path, name: str) -> None:
    path = tmp_path / "empty.file"
    export(store, name, path, {"from_year": 1900, "to_year": 1901})
    if name in ("gexf", "graphml"):
        ET.parse(path)
    elif name != "dot":
        json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [*FORMATS, "people-jsonld"])
def test_the_same_graph_gives_the_same_bytes(store: OxigraphStore, folder: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / "again.file"
    export(store, name, path)
    assert path.read_bytes() == (folder / FORMATS.get(name, "people.jsonld")).read_bytes()


def test_a_place_that_cannot_be_written_is_named(store: OxigraphStore, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match=r"file.*cannot be made"):
        export(store, "neo4j", tmp_path / "file" / "folder")
