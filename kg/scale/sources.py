"""The documents that a build is told to read: files, folders and globs, here or behind addresses, and files of many.

What a manifest, or the file itself, knows about a document comes with it.
"""

from __future__ import annotations

import csv
import glob
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kg.errors import InputError
from kg.scale.members import FORMATS, format_of, is_address, library, read_file

SUFFIXES = (".txt", *(suffix for form in FORMATS for suffix in form.suffixes))
MANIFEST = "documents.csv"
COLUMNS = ("file", "title", "publisher", "url", "date")


@dataclass(frozen=True, slots=True)
class Source:
    """One document to read: its id, its file, what is known about it, and its number in a file of many."""

    id: str
    path: str
    meta: tuple[tuple[str, str], ...] = ()
    member: int | None = None

    def content(self) -> bytes:
        """The bytes of the document; InputError or OSError where they cannot be had."""
        if self.member is None:
            return read_file(self.path)
        form = format_of(self.path)
        if form is None:
            raise InputError(f"{self.path}: it is no file of many documents")
        return form.read(self.path, self.member)

    def metadata(self) -> dict[str, str]:
        """What the manifest says, by column."""
        return dict(self.meta)

    def sha256(self, content: bytes) -> str:
        """The fingerprint of the file's bytes and the metadata together."""
        digest = hashlib.sha256(content)
        if self.meta:
            digest.update(b"\0" + json.dumps(self.meta, ensure_ascii=False).encode())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that was left out, and why."""

    file: str
    reason: str


def find(
    sources: Iterable[str | Path], manifest: Path | None = None, suffixes: tuple[str, ...] = SUFFIXES
) -> tuple[list[Source], list[Failure]]:
    """All documents of ``walk`` by id, and those left out, since two files of one name would be one document."""
    found: dict[str, Source] = {}
    failures: list[Failure] = []
    for source in walk(sources, manifest, suffixes):
        first = found.setdefault(source.id, source)
        if not same(first, source):
            failures.append(twice(first, source))
    return [found[name] for name in sorted(found)], failures


def walk(
    sources: Iterable[str | Path], manifest: Path | None = None, suffixes: tuple[str, ...] = SUFFIXES
) -> Iterator[Source]:
    """All documents of files, folders (with their sub-folders) and globs, as they come.

    Raises InputError at once where a source does not exist or holds no document, since that is a slip of the pen.
    """
    table = _Manifests(manifest)
    paths = chain.from_iterable([_files(str(given), suffixes) for given in sources])
    return chain.from_iterable(_documents(path, table) for path in paths)


def twice(first: Source, other: Source) -> Failure:
    """Why the second of two files with one name is left out."""
    return Failure(other.path, f"has the same name as {first.path}, so both would be document {other.id!r}")


def same(one: Source, other: Source) -> bool:
    """Whether two sources are one, under two paths perhaps."""
    if one.member != other.member:
        return False
    return one.path == other.path or os.path.realpath(one.path) == os.path.realpath(other.path)


def _documents(path: str, table: _Manifests) -> Iterator[Source]:
    """The document that a file is, or those that it holds."""
    form = format_of(path)
    name = path.rpartition("/")[2] if "/" in path else os.path.basename(path)  # noqa: PTH119 (Path is slow)
    if form is None:
        yield Source(name.rpartition(".")[0] or name, path, table.of(path))
        return
    stem = name[: -len(next(end for end in form.suffixes if name.lower().endswith(end)))]
    try:
        for number, identifier, known in form.list(path):
            yield Source(identifier or f"{stem}-{number}", path, known, number)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: it cannot be read as {form.suffixes[0]}: {error}") from error


def _files(given: str, suffixes: tuple[str, ...]) -> Iterable[str]:
    if is_address(given):
        return _elsewhere(given, suffixes)
    path = Path(given)
    if path.is_file():
        return [given]
    if path.is_dir():
        inside = _walk(given, suffixes)
        first = next(inside, None)
        if first is None:
            raise InputError(f"{given}: the folder holds no document ({', '.join(suffixes)})")
        return chain([first], inside)
    pattern = glob.iglob(given, recursive=True)  # noqa: PTH207 (a pattern may be absolute, which Path.glob refuses)
    files = sorted(name for name in pattern if Path(name).is_file())
    if not files:
        raise InputError(f"{given}: no such file or folder")
    return files


def _elsewhere(given: str, suffixes: tuple[str, ...]) -> list[str]:
    """Files, folders and globs at an address that fsspec knows."""
    fsspec = library("fsspec", given)
    try:
        system, path = fsspec.core.url_to_fs(given)
        if system.isdir(path):
            names = [name for name in system.find(path) if name.lower().endswith(suffixes)]
        else:
            names = [name for name in system.glob(path) if system.isfile(name)]
        found = sorted(str(system.unstrip_protocol(name)) for name in names)
    except (OSError, ValueError, ImportError) as error:
        raise InputError(f"{given}: cannot be listed: {error}") from error
    if not found:
        raise InputError(f"{given}: no such file or folder")
    return found


def _walk(folder: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    """The files of a folder and those below it, in the order of their paths."""
    with os.scandir(folder) as entries:
        inside = [(entry.name, entry.path, entry.is_dir()) for entry in entries if not entry.name.startswith(".")]
    for name, path, is_folder in sorted(inside, key=lambda entry: f"{entry[0]}/" if entry[2] else entry[0]):
        if is_folder:
            yield from _walk(path, suffixes)
        elif name.lower().endswith(suffixes):
            yield path


class _Manifests:
    """The manifest given, or the ``documents.csv`` that lies beside a file."""

    def __init__(self, given: Path | None) -> None:
        self._given = _rows(given) if given else None
        self._base = os.path.abspath(given.parent) if given else ""  # noqa: PTH100 (100,000 paths: Path is slow)
        self._beside: dict[str, Mapping[str, tuple[tuple[str, str], ...]]] = {}

    def of(self, path: str) -> tuple[tuple[str, str], ...]:
        folder, _, name = path.rpartition(os.sep)  # most paths: their folder's manifest is read already
        if self._given is None and folder in self._beside:
            return self._beside[folder].get(name, ())
        folder, name = os.path.split(path)
        if is_address(path):
            return self._given.get(name, ()) if self._given else ()
        if self._given is not None:
            row = self._given.get(name)
            return row if row is not None else self._given.get(self._relative(path), ())
        if folder not in self._beside:
            beside = Path(folder) / MANIFEST
            self._beside[folder] = _rows(beside) if beside.is_file() else {}
        return self._beside[folder].get(name, ())

    def _relative(self, path: str) -> str:
        return os.path.relpath(path, self._base)


def _rows(path: Path) -> dict[str, tuple[tuple[str, str], ...]]:
    """A manifest's rows by file name: the columns that we know and that are not empty."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            names = next(reader, [])
            if "file" not in names:
                raise InputError(f"{path}: the first line must name the columns {', '.join(COLUMNS)}")
            key = names.index("file")
            known = [(name, names.index(name)) for name in COLUMNS[1:] if name in names]
            return {row[key]: _known(row, known) for row in reader if len(row) > key and row[key]}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: the manifest cannot be read: {error}") from error


def _known(row: Sequence[str], columns: Iterable[tuple[str, int]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, at in columns if at < len(row) and (value := row[at].strip()))
