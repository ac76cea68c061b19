"""DOT for Graphviz: provinces as boxes, things in the shape and colour of their type, figures written on the edges.

The file lays itself out with ``sfdp`` (``dot -Tsvg graph.dot -o graph.svg``); edge labels are written only where the
graph is small enough for them to be read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.graphml import wrap
from kg.export.look import ALL_LOOKS, rgb
from kg.export.options import view_options
from kg.export.output import text_file
from kg.export.view import Edge, Node, open_view

if TYPE_CHECKING:
    from kg.store import Store

_HEAD = """digraph kg {{
  graph [layout={engine}, overlap=prism, overlap_scaling=-4, splines=true, outputorder=edgesfirst, bgcolor="white",
         fontname="DejaVu Sans", label={title}, labelloc=t, fontsize=22, K={spread}, charset="UTF-8"];
  node  [style=filled, fontname="DejaVu Sans", fontsize=11, fontcolor=white, color=white, margin="0.08,0.04"];
  edge  [fontname="DejaVu Sans", fontsize=9, fontcolor="#444444", arrowsize=0.5, color="#9fb8cc"];
"""
_FEW = 150  # edges up to which their labels can be read in a picture
_WIDTH = 22
_SAYING = frozenset(("figure", "partner", "holds_office", "invests_in"))  # the others say no more than their ends
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def write_dot(store: Store, path: Path, options: Mapping[str, Any]) -> None:
    """The view of a store as one DOT file."""
    chosen = view_options(options)
    with open_view(store, chosen) as view, text_file(path) as out:
        few = sum(1 for _ in view.edges(chosen.detail or "summary")) <= _FEW
        title = quote(chosen.title) if chosen.title else '""'
        out.write(_HEAD.format(engine="neato" if few else "sfdp", title=title, spread="0.9" if few else "0.6"))
        for node in view.nodes():
            out.write(_node(node))
        for edge in view.edges(chosen.detail or "summary"):
            out.write(_edge(edge, few))
        out.write("}\n")


def quote(text: str) -> str:
    """A DOT string: quotes and backslashes escaped, line ends as ``\\n``."""
    clean = _CONTROL.sub(" ", text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + clean.replace("\n", "\\n") + '"'


def _node(node: Node) -> str:
    look = ALL_LOOKS[node.type]
    size = 10 + node.size * 0.45
    shown = "\n".join((wrap(node.label, _WIDTH), *_figures((node.attributes.get("headline"),))))
    tip = quote("\n".join((node.label, *_figures(node.attributes.get("figures")))))
    dark = "white" if sum(rgb(node.colour)) < 430 else "#222222"
    return (
        f"  {quote(node.id)} [label={quote(shown)}, shape={look.dot_shape}, "
        f'fillcolor="{node.colour}", fontsize={size:.0f}, fontcolor="{dark}", class="{node.type}", tooltip={tip}];\n'
    )


def _edge(edge: Edge, labelled: bool) -> str:
    label = f"label={quote(wrap(edge.label, _WIDTH))}, " if labelled and edge.type in _SAYING else ""
    width = min(1 + edge.weight**0.5 * 0.4, 5)
    tip = quote("\n".join(_figures(edge.attributes.get("figures"))) or edge.label)
    style = ', style="dashed"' if edge.type == "reports_on" else ""
    return (
        f'  {quote(edge.source)} -> {quote(edge.target)} [{label}color="{edge.colour}", penwidth={width:.1f}, '
        f'class="{edge.type}", edgetooltip={tip}{style}];\n'
    )


def _figures(value: object) -> tuple[str, ...]:
    return tuple(map(str, filter(None, value))) if isinstance(value, tuple) else ()
