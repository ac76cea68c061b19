"""Reading on a Dask cluster that runs already: each task writes a shard of N-Quads, which is loaded here.

A shard is named by what it holds and by the reader's version, and appears whole or not at all: what a killed
worker leaves is never taken for a shard, a task that runs twice writes the same file, and a build that is
started again takes the shards that are there. The folder of shards must be one that all machines share.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from kg.errors import KgError, StoreError
from kg.scale.members import library
from kg.scale.reader import Reader
from kg.scale.reading import Batch
from kg.scale.sources import Source

BATCH = 200
_FORMAT = 2
Notes = dict[str, dict[str, str]]
"""The fingerprints of the documents "read" and the reasons of those that "failed", by id."""
ReadBatch = Callable[[Reader, Sequence[Source]], Batch]


@dataclass(frozen=True, slots=True)
class Shard:
    """What became of some documents: a file of N-Quads, fingerprints of those read, reasons why others were not."""

    path: Path
    sources: tuple[Source, ...]
    read: dict[str, str]
    failed: dict[str, str]


def shard_name(reader_version: str, sources: Sequence[Source]) -> str:
    """A name that any change of documents, metadata or reader changes."""
    digest = hashlib.sha256(f"{_FORMAT} {reader_version}".encode())
    for source in sources:
        state: object = None
        if "://" not in source.path:
            status = Path(source.path).stat() if Path(source.path).exists() else None
            state = status and (status.st_size, status.st_mtime_ns)
        digest.update(json.dumps([source.id, source.path, source.member, source.meta, state]).encode())
    return digest.hexdigest()[:24]


def write_shard(reader: Reader, read: ReadBatch, folder: str, name: str, sources: Sequence[Source]) -> Notes:
    """Read documents and write their shard, unless it is there; returns what it holds, and why some are left out."""
    shard, file = Path(folder) / f"{name}.nq", Path(folder) / f"{name}.json"
    if shard.is_file() and file.is_file():
        known: Notes = json.loads(file.read_text(encoding="utf-8"))
        return known
    reader.prepare()
    outcomes = read(reader, sources).outcomes
    notes = {
        "read": {outcome.source.id: outcome.sha256 for outcome in outcomes if not outcome.reason},
        "failed": {outcome.source.id: outcome.reason for outcome in outcomes if outcome.reason},
    }
    _put(file, json.dumps(notes, ensure_ascii=False))
    _put(shard, "".join(outcome.nquads for outcome in outcomes))
    return notes


def _put(path: Path, text: str) -> None:
    draft = path.with_suffix(f"{path.suffix}.{os.getpid()}-{os.urandom(4).hex()}")
    draft.write_text(text, encoding="utf-8", newline="\n")
    os.replace(draft, path)  # noqa: PTH105 (the rename that replaces at once is the point)


def read_on_cluster(
    address: str, reader: Reader, read: ReadBatch, sources: Iterable[Source], folder: Path, batch: int = BATCH
) -> Iterator[Shard]:
    """Shards of all documents, as they are done. A document that ends its worker each time is a failure of its own."""
    distributed = library("distributed", address)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        client = distributed.Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise StoreError(
            f"the cluster at {address} does not answer ({error}); see whether its scheduler runs"
        ) from error
    with client:
        _same_version(client, reader)
        yield from _Work(client, address, reader, read, folder).through(sources, batch)


class _Work:
    """The tasks that are under way on a cluster: a few for each of its threads, however many there are to come."""

    def __init__(self, client: Any, address: str, reader: Reader, read: ReadBatch, folder: Path) -> None:
        self._client, self._address, self._folder = client, address, folder
        self._reader, self._read = reader, read
        self._waiting: dict[Any, tuple[Path, tuple[Source, ...]]] = {}

    def through(self, sources: Iterable[Source], batch: int) -> Iterator[Shard]:
        """The shards of all sources."""
        distributed = library("distributed", self._address)
        rest = iter(sources)
        batches = iter(lambda: list(islice(rest, batch)), [])
        at_once = 4 * max(1, sum(self._client.nthreads().values()))
        futures = distributed.as_completed(
            [self._submit(some) for some in islice(batches, at_once)], loop=self._client.loop
        )
        for future in futures:
            path, some = self._waiting.pop(future)
            try:
                yield Shard(path, some, **future.result())
            except distributed.KilledWorker:
                if len(some) == 1:
                    yield Shard(path, some, {}, {some[0].id: "reading it ended the process each time it was tried"})
                futures.update([self._submit([source]) for source in some] if len(some) > 1 else [])
            except KgError:
                raise
            except (Exception, CancelledError) as error:
                name = type(error).__name__
                raise StoreError(f"the cluster at {self._address} failed: {name}: {error}") from error
            futures.update([self._submit(some) for some in islice(batches, 1)])

    def _submit(self, sources: Sequence[Source]) -> Any:
        name = shard_name(self._reader.version, sources)
        task = (write_shard, self._reader, self._read, str(self._folder), name, sources)
        future = self._client.submit(*task, key=f"kg-{name}", pure=False)
        self._waiting[future] = (self._folder / f"{name}.nq", tuple(sources))
        return future


def _same_version(client: Any, reader: Reader) -> None:
    """Refuse workers with another code or vocabulary: their readings would not be ours."""
    others = {where: version for where, version in client.run(_version_of, reader).items() if version != reader.version}
    if others:
        where = ", ".join(sorted(others))
        raise StoreError(f"the workers {where} have another version of kg or its vocabulary; install the same there")


def _version_of(reader: Reader) -> str:
    return reader.version
