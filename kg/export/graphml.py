"""GraphML for networkx, igraph, Gephi, Cytoscape and (with ``yed``) yEd with its own labels, shapes and colours.

GraphML knows no lists: they are written as lines of one string.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from kg.export.look import ALL_LOOKS
from kg.export.options import view_options
from kg.export.output import text_file, xml_text
from kg.export.view import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Edge, Node, Value, open_view

if TYPE_CHECKING:
    from kg.store import Store

_TYPES: dict[type, str] = {str: "string", int: "long", float: "double", tuple: "string"}
# ``name`` is the attribute by which igraph looks vertices up; one called ``id`` would clash with its own.
_NODE_KEYS: dict[str, type] = {
    "name": str, "label": str, "size": float, "colour": str, "x": float, "y": float, **NODE_ATTRIBUTES,
}  # fmt: skip
_EDGE_KEYS: dict[str, type] = {"label": str, "weight": float, "colour": str, **EDGE_ATTRIBUTES}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
{yed}xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns {schema}">
"""
_PLAIN = "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd"
_YED = "http://www.yworks.com/xml/schema/graphml/1.1/ygraphml.xsd"
_WIDEST = 28  # letters of a label before it is wrapped in yEd


def write_graphml(store: Store, path: Path, options: Mapping[str, Any]) -> None:
    """The view of a store as one GraphML file."""
    chosen = view_options(options)
    yed = chosen.yed
    with open_view(store, chosen) as view, text_file(path) as out:
        space = 'xmlns:y="http://www.yworks.com/xml/graphml" ' if yed else ""
        out.write(_HEAD.format(yed=space, schema=_YED if yed else _PLAIN))
        _declare(out, yed)
        out.write('  <graph id="G" edgedefault="directed">\n')
        for node in view.nodes():
            out.write(_node(node, yed))
        for edge in view.edges(chosen.detail or "summary"):
            out.write(_edge(edge, yed))
        out.write("  </graph>\n</graphml>\n")


def _declare(out: TextIO, yed: bool) -> None:
    for kind, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, of in keys.items():
            key = f'id="{kind[0]}_{name}" for="{kind}" attr.name="{name}" attr.type="{_TYPES[of]}"'
            out.write(f"  <key {key}/>\n")
    if yed:
        out.write('  <key id="y_node" for="node" yfiles.type="nodegraphics"/>\n')
        out.write('  <key id="y_edge" for="edge" yfiles.type="edgegraphics"/>\n')


def _node(node: Node, yed: bool) -> str:
    own: dict[str, Value] = {
        "name": node.id, "label": node.label, "size": node.size, "colour": node.colour, "x": node.x, "y": node.y,
    }  # fmt: skip
    graphics = _yed_node(node) if yed else ""
    return f'    <node id="n{node.number}">{_values("n", {**own, **node.attributes})}{graphics}</node>\n'


def _edge(edge: Edge, yed: bool) -> str:
    own: dict[str, Value] = {"label": edge.label, "weight": float(edge.weight), "colour": edge.colour}
    ends = f'source="n{edge.source_number}" target="n{edge.target_number}"'
    graphics = _yed_edge(edge) if yed else ""
    return f'    <edge id="e{edge.number}" {ends}>{_values("e", {**own, **edge.attributes})}{graphics}</edge>\n'


def _values(kind: str, values: Mapping[str, Value]) -> str:
    return "".join(f'<data key="{kind}_{name}">{xml_text(_said(value))}</data>' for name, value in values.items())


def _said(value: Value) -> Value:
    return "\n".join(value) if isinstance(value, tuple) else value


def _yed_node(node: Node) -> str:
    """Geometry, fill, label and shape as yEd stores them; y grows downwards there."""
    size = max(node.size * 1.5, 14.0)
    return (
        f'<data key="y_node"><y:ShapeNode><y:Geometry height="{size}" width="{size}" x="{node.x - size / 2}" '
        f'y="{-node.y - size / 2}"/><y:Fill color="{node.colour}" transparent="false"/>'
        f'<y:BorderStyle color="#ffffff" type="line" width="1.0"/><y:NodeLabel modelName="sides" modelPosition="s" '
        f'textColor="#222222" fontSize="11">{xml_text(wrap(node.label, _WIDEST))}</y:NodeLabel>'
        f'<y:Shape type="{ALL_LOOKS[node.type].yed_shape}"/></y:ShapeNode></data>'
    )


def _yed_edge(edge: Edge) -> str:
    return (
        f'<data key="y_edge"><y:PolyLineEdge><y:LineStyle color="{edge.colour}" type="line" width="1.0"/>'
        f'<y:Arrows source="none" target="standard"/><y:EdgeLabel textColor="#555555" fontSize="9">'
        f"{xml_text(wrap(edge.label, _WIDEST))}</y:EdgeLabel></y:PolyLineEdge></data>"
    )


def wrap(text: str, width: int) -> str:
    """Text broken into lines at spaces, for labels under a node."""
    import textwrap

    return "\n".join(textwrap.wrap(text, width, break_long_words=False)) or text
