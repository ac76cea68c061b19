"""The network around one thing as a wheel: the thing in the middle, what touches it on rings, type beside type.

A wheel can be read where a force layout is a knot: every label has its own spoke.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kg.errors import ExportError
from kg.export.labels import fold
from kg.export.look import NODE_LOOKS
from kg.export.view import Node, Value, View

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_ORDER = {name: number for number, name in enumerate(NODE_LOOKS)}
_MOST = 60  # spokes that can be told apart on a page
_LONGEST = 38

Place = tuple[float, float]


def draw_network(figure: Figure, view: View, name: str) -> None:
    """The view as a wheel around the thing of that name; the most spoken-of things where there are too many."""
    nodes = {node.id: node for node in view.nodes()}
    ties = {node: set[str]() for node in nodes}
    said: dict[tuple[str, str], str] = {}
    for edge in view.edges():
        if edge.type == "figure":
            said[edge.source, edge.target] = edge.label
        ties[edge.source].add(edge.target)
        ties[edge.target].add(edge.source)
    centre = _centre(nodes, name)
    kept = [centre, *[node for node in nodes if node != centre][:_MOST]]
    places, angles = _wheel(centre, kept, nodes, ties)
    figure.set_size_inches(11, 11)
    axes = figure.add_subplot()
    axes.set_axis_off()
    axes.set_aspect("equal")
    for node in kept:
        for other in ties[node]:
            if other in places and node < other:
                ends = list(zip(places[node], places[other], strict=True))
                near = centre in (node, other)
                axes.plot(*ends, color="#b8c4ce" if near else "#e3e8ec", linewidth=1.0 if near else 0.6, zorder=1)
    for node in kept:
        figure_of = said.get((centre, node)) or said.get((node, centre)) or nodes[node].attributes.get("headline")
        _draw(axes, nodes[node], places[node], angles.get(node), figure_of)
    reach = max(abs(value) for place in places.values() for value in place) + 2.7
    axes.set_xlim(-reach, reach)
    axes.set_ylim(-reach, reach)
    shown = [kind for kind in NODE_LOOKS if any(nodes[node].type == kind for node in kept)]
    for kind in shown:
        look = NODE_LOOKS[kind]
        axes.scatter([], [], s=60, color=look.colour, label=look.names[view.options.language])
    figure.legend(frameon=False, loc="outside lower center", fontsize=9, ncols=len(shown))


def _centre(nodes: Mapping[str, Node], name: str) -> str:
    """The node that the name means: the same choice as the view made of it."""
    wanted = fold(name)
    found = [
        node.id
        for node in nodes.values()
        if name in (node.id, node.attributes.get("code")) or wanted in (fold(node.label), *map(fold, _names(node)))
    ]
    if not found:
        raise ExportError(f'the view has nothing called "{name}"')
    return found[0]


def _names(node: Node) -> tuple[str, ...]:
    names = node.attributes.get("names", ())
    return names if isinstance(names, tuple) else ()


def _wheel(
    centre: str, kept: list[str], nodes: Mapping[str, Node], ties: Mapping[str, set[str]]
) -> tuple[dict[str, Place], dict[str, float]]:
    """Places and angles: neighbours on the inner ring by type and size, the rest outside, near what they hang on."""
    inner = [node for node in kept if node in ties[centre]]
    outer = [node for node in kept if node != centre and node not in ties[centre]]
    inner.sort(key=lambda node: (_ORDER[nodes[node].type], nodes[node].number))
    angles = {node: 2 * math.pi * number / max(len(inner), 1) for number, node in enumerate(inner)}
    hung = {node: min((angles[other] for other in ties[node] if other in angles), default=0.0) for node in outer}
    outer.sort(key=lambda node: (hung[node], nodes[node].number))
    half = math.pi / max(len(outer), 1)
    angles |= {node: 2 * math.pi * number / max(len(outer), 1) + half for number, node in enumerate(outer)}
    places: dict[str, Place] = {centre: (0.0, 0.0)}
    for ring, members in ((2.0, inner), (3.9, outer)):
        for node in members:
            places[node] = (ring * math.cos(angles[node]), ring * math.sin(angles[node]))
    return places, angles


def _draw(axes: Any, node: Node, place: Place, angle: float | None, headline: Value | None) -> None:
    x, y = place
    axes.scatter([x], [y], s=30 + node.size * 12, color=node.colour, edgecolors="white", zorder=3)
    said = _cut(node.label, _LONGEST)
    if headline and angle is not None:
        said = f"{_cut(node.label, _LONGEST)}\n{_cut(str(headline), _LONGEST)}"
    if angle is None:
        axes.annotate(
            said, (x, y), textcoords="offset points", xytext=(0, -22), ha="center", fontsize=14, fontweight="bold",
            zorder=5, bbox={"facecolor": "white", "alpha": 0.8, "edgecolor": "none", "pad": 1.5},
        )  # fmt: skip
        return
    # Spokes on the left half are turned over, so that no label stands on its head.
    left = math.cos(angle) < 0
    step = 0.14 + node.size / 260
    axes.text(
        x + step * math.cos(angle), y + step * math.sin(angle), said, fontsize=8, zorder=4, rotation_mode="anchor",
        rotation=math.degrees(angle) + (180 if left else 0), ha="right" if left else "left", va="center",
    ).set_in_layout(False)  # fmt: skip


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
