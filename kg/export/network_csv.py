"""Node and edge lists as CSV, with the column names that Gephi's spreadsheet import knows (Id, Label, Source, Target).

``-o FOLDER`` gets ``nodes.csv`` and ``edges.csv``; items of a list stand on lines of their own inside one field.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export.options import view_options
from kg.export.output import make_folder, text_file
from kg.export.view import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Value, open_view

if TYPE_CHECKING:
    from kg.store import Store


def write_network_csv(store: Store, path: Path, options: Mapping[str, Any]) -> None:
    """The view of a store as two CSV files in a folder."""
    chosen = view_options(options)
    folder = make_folder(path)
    with open_view(store, chosen) as view:
        with text_file(folder / "nodes.csv") as out:
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(["Id", "Label", *NODE_ATTRIBUTES, "size", "colour", "x", "y"])
            for node in view.nodes():
                values = (_cell(node.attributes.get(name)) for name in NODE_ATTRIBUTES)
                writer.writerow([node.id, node.label, *values, node.size, node.colour, node.x, node.y])
        with text_file(folder / "edges.csv") as out:
            writer = csv.writer(out, lineterminator="\n")
            kinds = [name for name in EDGE_ATTRIBUTES if name != "type"]
            writer.writerow(["Source", "Target", "Type", "Id", "Label", "Weight", "kind", "start", "end", *kinds])
            for edge in view.edges(chosen.detail or "facts"):
                times = (edge.spells[0][0], edge.spells[-1][1]) if edge.spells else ("", "")
                head = [edge.source, edge.target, "Directed", f"e{edge.number}", edge.label, edge.weight, edge.type]
                writer.writerow([*head, *times, *(_cell(edge.attributes.get(name)) for name in kinds)])


def _cell(value: Value | None) -> Value:
    if value is None:
        return ""
    return "\n".join(value) if isinstance(value, tuple) else value
