"""The folder of an embedded graph: ``kg.json`` names the store inside it that counts.

A build never writes into the store that readers use. It works in a store beside it and, when all is
done, puts a new ``kg.json`` in the place of the old one, which the file system does at once or not
at all. Whatever kills a build, the old store is still the one that ``kg.json`` names.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from kg.errors import StoreError

FORMAT = 1
POINTER = "kg.json"
LOCK = "build.lock"
MEMORY = "memory.sqlite"


def current_store(graph: Path) -> Path:
    """The directory of the store that the graph's folder points to."""
    pointer = graph / POINTER
    try:
        content = json.loads(pointer.read_text(encoding="utf-8"))
        store, version = graph / str(content["store"]), content["format"]
    except FileNotFoundError:
        remedy = f"make one with: kg build SOURCE -o {graph}"
        raise StoreError(f"{graph} is not a graph (it has no {POINTER}); {remedy}") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{pointer} cannot be read ({error}); build the graph again into a new folder") from error
    if version != FORMAT:
        raise StoreError(f"{graph} has format {version}, this version reads {FORMAT}; build it again into a new folder")
    if not store.is_dir():
        raise StoreError(f"{graph} has lost its store {store.name}; build it again")
    return store


def is_graph(graph: Path) -> bool:
    """Whether the folder holds a graph."""
    return (graph / POINTER).is_file()


def point_to(graph: Path, store: Path) -> None:
    """Make ``store`` the one that counts, at once or not at all, and take the others away."""
    draft = graph / f"{POINTER}.new"
    with draft.open("w", encoding="utf-8") as file:
        json.dump({"format": FORMAT, "store": store.name}, file)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    draft.replace(graph / POINTER)
    sweep(graph)


def _ours(path: Path) -> bool:
    return path.name in (POINTER, LOCK, f"{POINTER}.new") or path.name.startswith(("store-", "draft-", MEMORY))


def sweep(graph: Path) -> None:
    """Remove stores and drafts that a finished or killed build has left beside the one that counts."""
    keep = current_store(graph) if is_graph(graph) else None
    for path in graph.iterdir():
        if path.is_dir() and path.name.startswith(("store-", "draft-")) and path != keep:
            shutil.rmtree(path, ignore_errors=True)


def next_store(graph: Path) -> Path:
    """A name for the store that a build makes: one more than the one that counts. Does not exist yet."""
    number = int(current_store(graph).name.rpartition("-")[2]) + 1 if is_graph(graph) else 1
    return graph / f"store-{number}"


@contextlib.contextmanager
def building(graph: Path) -> Iterator[None]:
    """Hold the right to build this graph; StoreError if somebody else is building it."""
    if graph.exists() and not is_graph(graph) and any(not _ours(path) for path in graph.iterdir()):
        raise StoreError(f"{graph} exists and is not a graph; name a new or empty folder")
    try:
        graph.mkdir(parents=True, exist_ok=True)
        lock = (graph / LOCK).open("a")
    except OSError as error:
        raise StoreError(f"the folder {graph} cannot be written: {error.strerror}") from error
    with lock:
        _lock(lock.fileno(), graph)
        sweep(graph)
        yield


def _lock(descriptor: int, graph: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows has none; there the store's own lock must do
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise StoreError(f"another build of {graph} is running; wait for it or stop it") from error
