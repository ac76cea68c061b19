"""Cytoscape (``.cyjs``): elements, a style that both Cytoscape desktop and cytoscape.js understand, and places."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.look import ALL_LOOKS
from kg.export.options import view_options
from kg.export.output import text_file
from kg.export.view import Edge, Node, Value, json_text, open_view

if TYPE_CHECKING:
    from kg.store import Store

_SHAPES = {
    "area": "round-rectangle",
    "zone": "hexagon",
    "policy": "tag",
    "document": "tag",
    "organisation": "rectangle",
}
# The same mapping twice: cytoscape.js reads ``style``, Cytoscape desktop reads the columns and maps them itself.
_STYLE: list[dict[str, Any]] = [
    {
        "selector": "node",
        "style": {
            "label": "data(label)",
            "background-color": "data(colour)",
            "width": "data(size)",
            "height": "data(size)",
            "font-size": 10,
            "text-wrap": "wrap",
            "text-max-width": 110,
            "text-valign": "bottom",
            "text-margin-y": 3,
            "color": "#222222",
            "min-zoomed-font-size": 5,
        },
    },
    {
        "selector": "edge",
        "style": {
            "line-color": "data(colour)",
            "target-arrow-color": "data(colour)",
            "target-arrow-shape": "triangle",
            "arrow-scale": 0.6,
            "curve-style": "bezier",
            "width": 1,
            "opacity": 0.7,
        },
    },
    *({"selector": f'node[type = "{name}"]', "style": {"shape": shape}} for name, shape in _SHAPES.items()),
]


def write_cytoscape(store: Store, path: Path, options: Mapping[str, Any]) -> None:
    """The view of a store as one Cytoscape JSON file, written element by element."""
    chosen = view_options(options)
    with open_view(store, chosen) as view, text_file(path) as out:
        head = {"shared_name": chosen.title or "kg", "name": chosen.title or "kg"}
        out.write('{"format_version":"1.0","generated_by":"kg","target_cytoscapejs_version":"~3.30",')
        out.write(f'"data":{json_text(head)},"style":{json_text(_STYLE)},"elements":{{"nodes":[')
        for node in view.nodes():
            out.write(("," if node.number else "") + "\n" + json_text(_node(node)))
        out.write('\n],"edges":[')
        for edge in view.edges(chosen.detail or "summary"):
            out.write(("," if edge.number else "") + "\n" + json_text(_edge(edge)))
        out.write("\n]}}\n")


def _node(node: Node) -> dict[str, Any]:
    own = {
        "id": node.id, "name": node.label, "shared_name": node.label, "label": node.label,
        "type_name": ALL_LOOKS[node.type].names["en"], "size": node.size, "colour": node.colour,
    }  # fmt: skip
    return {
        "data": {**own, **_plain(node.attributes)},
        "position": {"x": node.x, "y": -node.y},
        "classes": node.type,
    }


def _edge(edge: Edge) -> dict[str, Any]:
    own = {
        "id": f"e{edge.number}", "source": edge.source, "target": edge.target, "name": edge.label, "label": edge.label,
        "shared_interaction": edge.type, "interaction": edge.type, "weight": edge.weight, "colour": edge.colour,
    }  # fmt: skip
    times = {"times": [f"{begin}/{finish}" for begin, finish in edge.spells]} if edge.spells else {}
    return {"data": {**own, **_plain(edge.attributes), **times}, "classes": edge.type}


def _plain(attributes: Mapping[str, Value]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in attributes.items()}
