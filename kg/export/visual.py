"""The formats that show a graph, one line each; a format's module is loaded when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.store import Store


def _late(module: str, function: str) -> Callable[[Store, Path, Mapping[str, Any]], None]:
    def write(store: Store, path: Path, options: Mapping[str, Any]) -> None:
        getattr(import_module(f"kg.export.{module}"), function)(store, path, options)

    return write


# Name, suffix (none: a folder of several files), what it is for, how it is written.
VISUAL = (
    ("html", ".html", "one page to send: network, charts and fact table, offline", _late("html", "write_html")),
    ("gexf", ".gexf", "network for Gephi", _late("gexf", "write_gexf")),
    ("graphml", ".graphml", "network for yEd (--yed), networkx, igraph, Gephi", _late("graphml", "write_graphml")),
    ("cytoscape", ".cyjs", "network for Cytoscape and cytoscape.js", _late("cytoscape", "write_cytoscape")),
    ("dot", ".dot", "network for Graphviz", _late("dot", "write_dot")),
    ("neo4j", "", "folder for Neo4j: CSV for neo4j-admin, a Cypher script", _late("neo4j", "write_neo4j")),
    ("network-csv", "", "folder of two tables: nodes.csv and edges.csv", _late("network_csv", "write_network_csv")),
    ("people-jsonld", ".jsonld", "JSON-LD framed for people", _late("jsonld_people", "write_jsonld_people")),
    ("svg", ".svg", "picture of --indicator over time, or of what is --around a thing", _late("figure", "write_svg")),
    ("png", ".png", "the same picture as PNG", _late("figure", "write_png")),
    ("ontology-dot", ".dot", "classes and properties for Graphviz", _late("ontology_picture", "write_ontology_dot")),
    (
        "ontology-svg",
        ".svg",
        "classes and properties drawn (Graphviz)",
        _late("ontology_picture", "write_ontology_svg"),
    ),
    ("webvowl", ".json", "the ontology for WebVOWL", _late("webvowl", "write_webvowl")),
    ("owl", ".owl", "the ontology as RDF/XML for Protégé and other editors", _late("ontology_picture", "write_owl")),
)
