"""Reads a folder of documents in this process, as ``kg build`` would read them, without making a graph."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from agreement import Row
from kg.facts.table import to_row
from kg.model import Reading
from kg.scale.reader import DocumentReader
from kg.scale.sources import find


def read_folder(folder: Path, only: Collection[str] | None = None) -> Iterator[Reading]:
    """What each document of a folder says, by id; ``only`` names the documents that are wanted."""
    sources, failures = find([folder])
    if failures:
        raise SystemExit("\n".join(f"{failure.file}: {failure.reason}" for failure in failures))
    reader = DocumentReader()
    reader.prepare()
    for source in sources:
        if only is None or source.id in only:
            yield reader(source)


def rows_by_document(readings: Iterable[Reading]) -> dict[str, list[Row]]:
    """The facts of each reading as rows of the fact table."""
    return {reading.document.id: [to_row(fact) for fact in reading.facts] for reading in readings}
