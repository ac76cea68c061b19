"""Imports run one way through the package: what comes later in the flow knows what comes before, never the reverse.

An import inside a function is an import: it may come late for the sake of start-up, but not from further down.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS: tuple[tuple[str, ...], ...] = (
    ("errors", "model", "terms", "render"),  # render: values as text, which command line and queries share
    ("text",),
    ("lexicon",),
    ("mentions",),
    ("facts",),
    ("rdf",),
    ("store",),
    ("reconcile",),
    ("check", "query", "export"),
    ("pipeline", "scale", "explain"),
    ("web",),
    ("__init__",),  # the public names: above all that it offers, below the command line
    ("cli", "__main__"),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
VALUES_ONLY = LEVEL["facts"]  # up to facts everything is plain values
RDF_LIBRARIES = {"rdflib", "pyoxigraph", "pyshacl", "networkx"}
HEAVY = {"rdflib", "networkx", "pandas", "pyshacl", "matplotlib", "dask", "distributed"}
FILES = sorted((ROOT / "kg").rglob("*.py"))


def room(path: Path) -> str:
    """The part of the package that a file belongs to: kg/text/read.py -> text, kg/model.py -> model."""
    first = path.relative_to(ROOT / "kg").parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and absolute dotted name of every import of a file, wherever in it they stand."""
    return imports_of(path.read_text(encoding="utf-8"), path.relative_to(ROOT).parent.parts)


def imports_of(source: str, package: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """The same for a source text that stands in ``package``, which relative imports start from."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def target(name: str) -> str | None:
    """The part of the package that an import reaches for, None for other packages."""
    parts = name.split(".")
    if parts[0] != "kg":
        return None
    return parts[1] if len(parts) > 1 and parts[1] in LEVEL else "__init__"


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_file_has_a_place_in_the_flow(path: Path) -> None:
    assert room(path) in LEVEL, f"{name_of(path)} belongs to no layer: add it to DESIGN and to LAYERS here"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_run_one_way(path: Path) -> None:
    here = room(path)
    wrong = [
        f"{name_of(path)}:{line} imports {name}: {here} comes before {there}"
        for line, name in imports(path)
        if (there := target(name)) is not None and there != here and LEVEL[there] > LEVEL[here]
    ]
    assert not wrong, "\n".join(wrong)


def test_rooms_on_one_level_make_no_circle() -> None:
    known: dict[str, set[str]] = {name: set() for name in LEVEL}
    for path in FILES:
        known[room(path)] |= {there for _, name in imports(path) if (there := target(name)) and there != room(path)}
    TopologicalSorter(known).prepare()  # raises CycleError, which names the circle


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_reading_knows_nothing_of_rdf(path: Path) -> None:
    if LEVEL[room(path)] > VALUES_ONLY or room(path) == "lexicon":  # the lexicon is read from Turtle
        return
    wrong = [f"{name_of(path)}:{line} {name}" for line, name in imports(path) if name.split(".")[0] in RDF_LIBRARIES]
    assert not wrong, "\n".join(wrong)


def test_the_direction_is_seen_inside_functions_and_relative_imports() -> None:
    source = "def late():\n    from kg.store import open\n    from ..rdf import quads\n    from . import read\n"
    found = [(line, target(name)) for line, name in imports_of(source, ("kg", "text"))]
    assert found == [(2, "store"), (3, "rdf"), (4, "text")]


def test_the_command_line_starts_without_heavy_modules() -> None:
    program = "import sys, kg, kg.cli; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not HEAVY & set(loaded.stdout.split())


def test_a_query_starts_without_the_reader() -> None:
    program = "import sys, kg.cli, kg.query, kg.store.oxigraph, kg.store.folder; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not {"regex", "kg.facts", "kg.mentions", "kg.lexicon"} & set(loaded.stdout.split())


def test_a_constant_is_given_once_in_a_file() -> None:
    """A pattern of the same name further down would take the place of the one that stands above it."""
    twice: list[str] = []
    for path in FILES:
        seen: set[str] = set()
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            for target in node.targets if isinstance(node, ast.Assign) else ():
                if isinstance(target, ast.Name) and target.id.isupper():
                    if target.id in seen:
                        twice.append(f"{path.relative_to(ROOT)}:{node.lineno} {target.id}")
                    seen.add(target.id)
    assert not twice
