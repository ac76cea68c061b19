"""A graph in other formats. Each format is one small module and one line of ``FORMATS``."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import ExportError
from kg.export import rdf, table
from kg.export.visual import VISUAL
from kg.store import Store

Write = Callable[[Store, Path, Mapping[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: ``write(store, path, options)`` makes the file (or folder) at ``path``."""

    name: str
    suffix: str
    summary: str
    write: Write


FORMATS: tuple[Exporter, ...] = (
    Exporter("facts", ".jsonl", "every fact as one JSON object a line", table.write_facts),
    Exporter("csv", ".csv", "every fact as one row of a table", table.write_csv),
    Exporter("turtle", ".ttl", "all statements as Turtle, without the names of the graphs", rdf.write_turtle),
    Exporter("trig", ".trig", "all statements as TriG, one block a document", rdf.write_trig),
    Exporter("nquads", ".nq", "all statements as N-Quads, one a line", rdf.write_nquads),
    Exporter("jsonld", ".jsonld", "all statements as JSON-LD", rdf.write_jsonld),
    *(Exporter(*line) for line in VISUAL),
)


def exporter(name: str) -> Exporter:
    """The format of that name. Raises ExportError, with the names that there are, for any other."""
    for known in FORMATS:
        if known.name == name:
            return known
    names = [known.name for known in FORMATS]
    near = difflib.get_close_matches(name, names, 1)
    hint = f", did you mean {near[0]!r}?" if near else ";"
    raise ExportError(f"no format is called {name!r}{hint} there are {', '.join(names)}")


def export(store: Store, name: str, path: str | Path, options: Mapping[str, Any] | None = None) -> None:
    """Write a graph to ``path`` in the format ``name``; what stood there before is replaced only when all went well."""
    target = Path(path)
    write = exporter(name).write
    if target.is_dir() or (not target.suffix and not target.exists()):  # formats of several files take a folder
        write(store, target, options or {})
        return
    draft = target.with_name(f".{target.name}.{os.getpid()}{target.suffix}")
    try:
        write(store, draft, options or {})
        draft.replace(target)
    except OSError as error:
        raise ExportError(f"{target} cannot be written: {error.strerror or error}") from error
    finally:
        draft.unlink(missing_ok=True)


__all__ = ["FORMATS", "Exporter", "export", "exporter"]
