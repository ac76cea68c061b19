"""Documents inside files: lines of JSON, rows of Parquet, records of WARC; on this machine or behind an address.

Each format is two functions: ``list`` tells the members of a file with what is known about them, ``read``
gives the text of one. A member is found again by a number: the place of its line, row or record.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

from kg.errors import InputError

Member = tuple[int, str, tuple[tuple[str, str], ...]]
"""Its number, its id ("" where it has none) and what is known about it."""
TEXT, IDENTIFIER = ("text", "content", "body"), ("id", "doc", "docid")
KNOWN = ("title", "publisher", "url", "date")


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that holds many documents."""

    suffixes: tuple[str, ...]
    list: Callable[[str], Iterator[Member]]
    read: Callable[[str, int], bytes]


def is_address(path: str) -> bool:
    """Whether a path is the address of a file elsewhere ("s3://...")."""
    return "://" in path


def open_file(path: str) -> IO[bytes]:
    """A file on this machine, or anywhere that fsspec reaches, for reading."""
    if not is_address(path):
        return Path(path).open("rb")
    fsspec = library("fsspec", path)
    opened: IO[bytes] = fsspec.open(path, "rb").open()
    return opened


def read_file(path: str) -> bytes:
    """The bytes of a file, wherever it is; one on this machine is read whole, past buffer and Path."""
    with open_file(path) if is_address(path) else open(path, "rb", buffering=0) as file:  # noqa: PTH123 (Path is slow)
        return file.read()


def format_of(path: str) -> Format | None:
    """The format of a file that holds many documents; None for one that is a document."""
    name = path.lower()
    if not name.endswith(_SUFFIXES):
        return None
    return next((each for each in FORMATS if name.endswith(each.suffixes)), None)


def library(name: str, path: str) -> Any:
    """A library that only some kinds of sources need; InputError where it is not installed."""
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as error:
        raise InputError(f"{path}: reading it needs {name}; install it with: pip install 'vnkg[cluster]'") from error


def _known(row: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(row[name]).strip()) for name in KNOWN if row.get(name) and str(row[name]).strip())


def _identifier(row: dict[str, Any]) -> str:
    return next((str(row[name]) for name in IDENTIFIER if row.get(name) not in (None, "")), "")


def _text(row: dict[str, Any], place: str) -> bytes:
    for name in TEXT:
        if isinstance(row.get(name), str):
            return str(row[name]).encode()
    raise InputError(f"{place}: it has no text; name the field one of {', '.join(TEXT)}")


def _lines(path: str) -> Iterator[Member]:
    with open_file(path) as file:
        place = 0
        for line in file:
            if line.strip():
                try:
                    row = json.loads(line)
                    yield place, _identifier(row), _known(row)
                except (ValueError, AttributeError):
                    yield place, "", ()  # reading it will say what is wrong
            place += len(line)


def _line(path: str, place: int) -> bytes:
    with open_file(path) as file:
        file.seek(place)
        line = file.readline()
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(f"{path}, byte {place}: the line is no JSON ({error})") from error
    if not isinstance(row, dict):
        raise InputError(f"{path}, byte {place}: the line is no JSON object")
    return _text(row, f"{path}, byte {place}")


@contextmanager
def _parquet(path: str) -> Iterator[Any]:
    with open_file(path) as file, library("pyarrow.parquet", path).ParquetFile(file) as parquet:
        yield parquet


def _rows(path: str) -> Iterator[Member]:
    number = 0
    with _parquet(path) as file:
        wanted = [name for name in file.schema_arrow.names if name in (*KNOWN, *IDENTIFIER)]
        for group in range(file.num_row_groups):
            for row in file.read_row_group(group, columns=wanted).to_pylist():
                yield number, _identifier(row), _known(row)
                number += 1


@lru_cache(maxsize=2)
def _texts(path: str, group: int, state: object) -> list[dict[str, Any]]:  # noqa: ARG001 (part of the key)
    """The texts of one row group: documents that follow each other are read together."""
    with _parquet(path) as file:
        wanted = [name for name in file.schema_arrow.names if name in TEXT]
        rows: list[dict[str, Any]] = file.read_row_group(group, columns=wanted).to_pylist()
    return rows


@lru_cache(maxsize=8)
def _group_sizes(path: str, state: object) -> tuple[int, ...]:  # noqa: ARG001 (part of the key)
    with _parquet(path) as file:
        meta = file.metadata
        return tuple(meta.row_group(group).num_rows for group in range(meta.num_row_groups))


def _state(path: str) -> object:
    """What changes when a file of this machine does: what was read of it before is not taken for it."""
    if is_address(path):
        return None
    status = Path(path).stat()
    return status.st_size, status.st_mtime_ns


def _row(path: str, number: int) -> bytes:
    start = 0
    state = _state(path)
    for group, size in enumerate(_group_sizes(path, state)):
        if number < start + size:
            return _text(_texts(path, group, state)[number - start], f"{path}, row {number}")
        start += size
    raise InputError(f"{path}: it has no row {number} any more")


_PAGES = ("response", "conversion", "resource")


def _records(path: str) -> Iterator[Member]:
    iterator = library("warcio.archiveiterator", path).ArchiveIterator
    with open_file(path) as file:
        records = iterator(file)
        for record in records:
            if record.rec_type not in _PAGES:
                continue
            headers = record.rec_headers
            address, day = headers.get_header("WARC-Target-URI") or "", headers.get_header("WARC-Date") or ""
            known = tuple(pair for pair in (("url", address), ("date", day[:10])) if pair[1])
            name = (headers.get_header("WARC-Record-ID") or "").strip("<>").rpartition(":")[2]
            record.content_stream().read()
            yield records.get_record_offset(), name, known


def _record(path: str, place: int) -> bytes:
    iterator = library("warcio.archiveiterator", path).ArchiveIterator
    with open_file(path) as file:
        file.seek(place)
        record = next(iter(iterator(file)))
        content: bytes = record.content_stream().read()
        kind = record.http_headers.get_header("Content-Type") if record.http_headers else "text/plain"
    if "html" in (kind or ""):
        text = library("trafilatura", path).extract(content.decode(errors="replace"), include_tables=True)
        return str(text or "").encode()
    return content


FORMATS: tuple[Format, ...] = (
    Format((".jsonl", ".ndjson"), _lines, _line),
    Format((".parquet",), _rows, _row),
    Format((".warc", ".warc.gz", ".wet", ".wet.gz"), _records, _record),
)
_SUFFIXES = tuple(suffix for form in FORMATS for suffix in form.suffixes)
