"""Neo4j: CSV files for ``neo4j-admin database import full``, and the same graph as a Cypher script.

``-o FOLDER`` gets ``nodes.csv``, ``relationships.csv``, ``graph.cypher`` and ``README.txt`` with the two commands.
Every node is an ``Entity`` with a unique id and a label of its type; each figure is a relationship of its own.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from kg.export.options import Detail, view_options
from kg.export.output import make_folder, text_file
from kg.export.view import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Value, View, open_view

if TYPE_CHECKING:
    from kg.store import Store

LABELS = {
    "area": "Area", "indicator": "Indicator", "project": "Project", "zone": "Zone", "enterprise": "Company",
    "person": "Person", "organisation": "Organisation", "policy": "Policy", "document": "Document",
    "resource": "Resource", "literal": "Literal",
}  # fmt: skip
_ARRAYS = ";"  # neo4j-admin's own default between the items of a list
_BATCH = 200
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": " "})
_README = """Load into an empty Neo4j database, one way or the other:

  neo4j-admin database import full neo4j --nodes=nodes.csv --relationships=relationships.csv

  cypher-shell -u neo4j -f graph.cypher

Nodes: {nodes}; relationships: {edges}.
"""


def write_neo4j(store: Store, path: Path, options: Mapping[str, Any]) -> None:
    """The view of a store as a folder of files for Neo4j."""
    chosen = view_options(options)
    folder = make_folder(path)
    detail: Detail = chosen.detail or "facts"
    with open_view(store, chosen) as view:
        with text_file(folder / "nodes.csv") as out:
            nodes = _write_csv(out, _node_header(), _node_rows(view))
        with text_file(folder / "relationships.csv") as out:
            edges = _write_csv(out, _edge_header(), _edge_rows(view, detail))
        with text_file(folder / "graph.cypher") as out:
            _write_cypher(out, view, detail)
        with text_file(folder / "README.txt") as out:
            out.write(_README.format(nodes=nodes, edges=edges))


def _write_csv(out: TextIO, header: list[str], rows: Iterator[list[Any]]) -> int:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    number = 0
    for row in rows:
        writer.writerow(row)
        number += 1
    return number


def _node_header() -> list[str]:
    typed = [_typed(name, of) for name, of in NODE_ATTRIBUTES.items() if name != "type"]
    return ["id:ID", "name", ":LABEL", *typed]


def _edge_header() -> list[str]:
    typed = [_typed(name, of) for name, of in EDGE_ATTRIBUTES.items() if name != "type"]
    return [":START_ID", ":END_ID", ":TYPE", "name", "start:date", "end:date", *typed]


def _typed(name: str, of: type) -> str:
    if name == "date":
        return "date:date"
    return {int: f"{name}:long", float: f"{name}:double", tuple: f"{name}:string[]"}.get(of, name)


def _node_rows(view: View) -> Iterator[list[Any]]:
    for node in view.nodes():
        properties = _properties(node.attributes)
        values = (_cell(properties.get(name)) for name in NODE_ATTRIBUTES if name != "type")
        yield [node.id, _line(node.label), f"Entity{_ARRAYS}{LABELS[node.type]}", *values]


def _edge_rows(view: View, detail: Detail) -> Iterator[list[Any]]:
    for edge in view.edges(detail):
        properties = _properties(edge.attributes)
        values = (_cell(properties.get(name)) for name in EDGE_ATTRIBUTES if name != "type")
        first, last = (edge.spells[0][0], edge.spells[-1][1]) if edge.spells else ("", "")
        yield [edge.source, edge.target, _type(edge.type), _line(edge.label), first, last, *values]


def _properties(attributes: Mapping[str, Value]) -> dict[str, Value]:
    """What a node or relationship keeps: its type is a label, and a date that is not whole is no Neo4j date."""
    return {
        name: value
        for name, value in attributes.items()
        if name != "type" and (name != "date" or _DAY.fullmatch(str(value)))
    }


def _type(kind: str) -> str:
    return "HAS_FIGURE" if kind == "figure" else kind.upper()


def _cell(value: Value | None) -> Value:
    """A CSV field: one line (the importer's default), list items without the delimiter inside."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return _ARRAYS.join(_line(item).replace(_ARRAYS, ",") for item in value)
    return _line(value) if isinstance(value, str) else value


def _line(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())


def _write_cypher(out: TextIO, view: View, detail: Detail) -> None:
    out.write("CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n")
    nodes = (
        (node.type, {"id": node.id, "name": _line(node.label), **_properties(node.attributes)}) for node in view.nodes()
    )
    for kind, rows in _batches(nodes):
        out.write(f"UNWIND {_list(rows)} AS row\nMERGE (n:Entity {{id: row.id}}) SET n:{LABELS[kind]}, n += row;\n")
    edges = (
        (
            edge.type,
            {
                "source": edge.source, "target": edge.target,
                "properties": _relation(_line(edge.label), edge.spells, edge.attributes),
            },
        )
        for edge in view.edges(detail)
    )  # fmt: skip
    for kind, rows in _batches(edges):
        out.write(
            f"UNWIND {_list(rows)} AS row\nMATCH (a:Entity {{id: row.source}})\nMATCH (b:Entity {{id: row.target}})\n"
            f"CREATE (a)-[r:{_type(kind)}]->(b) SET r += row.properties;\n"
        )


def _relation(label: str, spells: tuple[tuple[date, date], ...], attributes: Mapping[str, Value]) -> dict[str, Any]:
    times = {"start": spells[0][0], "end": spells[-1][1]} if spells else {}
    return {"name": label, **times, **_properties(attributes)}


def _batches(rows: Iterator[tuple[str, dict[str, Any]]]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Rows of one type at a time, few enough for one statement."""
    waiting: dict[str, list[dict[str, Any]]] = {}
    for kind, row in rows:
        waiting.setdefault(kind, []).append(row)
        if len(waiting[kind]) == _BATCH:
            yield kind, waiting.pop(kind)
    yield from waiting.items()


def _list(rows: list[dict[str, Any]]) -> str:
    return "[\n  " + ",\n  ".join(_literal(row) for row in rows) + "\n]"


def _literal(value: Any) -> str:
    """A value as Cypher writes it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_literal(item)}" for name, item in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_literal, value)) + "]"
    if isinstance(value, date):
        return f"date('{value}')"
    if isinstance(value, int | float):
        return repr(value)
    return "'" + str(value).translate(_ESCAPES) + "'"
