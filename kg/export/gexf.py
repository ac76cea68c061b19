"""GEXF 1.3 for Gephi: typed and list attributes, times as intervals, colours, sizes and places.

Gephi takes overlapping intervals badly, so those of one edge are joined; lists are written ``["a", "b"]``, the form
that Gephi and graphology both read with commas and quotes inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from kg.export.look import rgb
from kg.export.options import view_options
from kg.export.output import text_file, xml_text
from kg.export.view import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Edge, Node, Value, View, open_view

if TYPE_CHECKING:
    from kg.store import Store

_TYPES: dict[type, str] = {str: "string", int: "integer", float: "double", tuple: "liststring"}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
  <meta>
    <creator>kg</creator>
    <description>{title}</description>
  </meta>
  <graph defaultedgetype="directed" idtype="string" mode="{mode}" timeformat="date" timerepresentation="interval">
"""
_THIN = 0.6


def write_gexf(store: Store, path: Path, options: Mapping[str, Any]) -> None:
    """The view of a store as one GEXF file."""
    chosen = view_options(options)
    with open_view(store, chosen) as view, text_file(path) as out:
        timed = view.spool.one("SELECT 1 FROM fact WHERE begin IS NOT NULL LIMIT 1")
        out.write(_HEAD.format(title=xml_text(chosen.title or "kg"), mode="dynamic" if timed else "static"))
        _declare(out, "node", NODE_ATTRIBUTES)
        _declare(out, "edge", EDGE_ATTRIBUTES)
        _write_body(view, out, chosen.detail or "summary")
        out.write("  </graph>\n</gexf>\n")


def _write_body(view: View, out: TextIO, detail: Any) -> None:
    out.write(f'    <nodes count="{view.node_count()}">\n')
    for node in view.nodes():
        out.write(_node(node))
    out.write("    </nodes>\n    <edges>\n")
    for edge in view.edges(detail):
        out.write(_edge(edge))
    out.write("    </edges>\n")


def _declare(out: TextIO, kind: str, attributes: Mapping[str, type]) -> None:
    # The mode is "static" although the graph is dynamic: what changes in time is which edges there are.
    out.write(f'    <attributes class="{kind}" mode="static">\n')
    for name, of in attributes.items():
        out.write(f'      <attribute id="{name}" title="{name}" type="{_TYPES[of]}"/>\n')
    out.write("    </attributes>\n")


def _node(node: Node) -> str:
    red, green, blue = rgb(node.colour)
    return (
        f'      <node id="{xml_text(node.id)}" label="{xml_text(node.label)}">\n'
        f"        <attvalues>{_values(node.attributes)}</attvalues>\n"
        f'        <viz:color r="{red}" g="{green}" b="{blue}" a="1.0"/><viz:size value="{node.size}"/>'
        f'<viz:position x="{node.x}" y="{node.y}" z="0.0"/>\n      </node>\n'
    )


def _edge(edge: Edge) -> str:
    red, green, blue = rgb(edge.colour)
    times, spells = _times(edge.spells)
    return (
        f'      <edge id="e{edge.number}" source="{xml_text(edge.source)}" target="{xml_text(edge.target)}" '
        f'label="{xml_text(edge.label)}" weight="{float(edge.weight)}" kind="{edge.type}"{times}>\n'
        f"        <attvalues>{_values(edge.attributes)}</attvalues>{spells}\n"
        f'        <viz:color r="{red}" g="{green}" b="{blue}" a="{_THIN}"/>\n      </edge>\n'
    )


def _values(attributes: Mapping[str, Value]) -> str:
    return "".join(f'<attvalue for="{name}" value="{xml_text(_said(value))}"/>' for name, value in attributes.items())


def _said(value: Value) -> Value:
    if not isinstance(value, tuple):
        return value
    quoted = (item.replace("\\", "\\\\").replace('"', '\\"') for item in value)
    return "[" + ", ".join(f'"{item}"' for item in quoted) + "]"


def _times(spells: Iterable[tuple[date, date]]) -> tuple[str, str]:
    """One interval as attributes of the edge, several as spells."""
    several = tuple(spells)
    if len(several) == 1:
        return f' start="{several[0][0]}" end="{several[0][1]}"', ""
    inner = "".join(f'<spell start="{begin}" end="{finish}"/>' for begin, finish in several)
    return "", f"<spells>{inner}</spells>" if inner else ""
