"""Load N-Quads into a store while more are being made: memory stays flat, and loading costs no waiting."""

from __future__ import annotations

import shutil
import tempfile
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.store import Store

_SHARD = 64 * 1024 * 1024  # bytes, some 350,000 quads: of smaller ones the store merges more, more often
_WAITING = 8  # shards on disk that wait to be loaded, so that who makes them need not
_IN_MEMORY = 4 * 1024 * 1024  # so little is loaded at the end from memory, without a file
_REPLACED_AT_ONCE = 2_000_000


class Loader:
    """Collects text to shards on disk; each full shard is loaded by a thread (the store lets others run)."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._parts: list[bytes] = []
        self._size = 0
        self._written = 0
        self._shards = 0
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="load")
        self._loading: deque[Future[None]] = deque()
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def add(self, nquads: str) -> None:
        """Load this text, now or soon. Raises what loading the earlier text raised."""
        self._keep(nquads.encode())

    def add_file(self, file: Path) -> None:
        """The same with a file, which is removed: it was made to be loaded."""
        size = file.stat().st_size
        if self._size + size < _IN_MEMORY and not self._written:
            self._keep(file.read_bytes())
        else:
            self._write()
            with self._shard.open("ab") as shard, file.open("rb") as more:
                shutil.copyfileobj(more, shard, _IN_MEMORY)
            self._written += size
            self._hand_over_if_full()
        file.unlink()

    def settle(self) -> None:
        """See that all that was added is in the store."""
        if self._written:
            self._write()
            self._hand_over()
        self._wait()
        if self._parts:
            self._store.bulk_load(b"".join(self._parts))
            self._parts, self._size = [], 0

    def _keep(self, nquads: bytes) -> None:
        self._parts.append(nquads)
        self._size += len(nquads)
        if self._size >= _IN_MEMORY:
            self._write()
            self._hand_over_if_full()

    def _write(self) -> None:
        """Move what waits in memory to the end of the shard on disk."""
        with self._shard.open("ab") as file:
            file.writelines(self._parts)
        self._written += self._size
        self._parts, self._size = [], 0

    @property
    def _shard(self) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="kg-shards-")
        return Path(self._folder.name) / f"{self._shards}.nq"

    def _hand_over_if_full(self) -> None:
        if self._written >= _SHARD:
            self._hand_over()

    def _hand_over(self) -> None:
        """Let the thread load the shard after those before it; wait only where they take too much room."""
        while len(self._loading) >= _WAITING:
            self._loading.popleft().result()
        self._loading.append(self._thread.submit(self._load, self._shard))
        self._shards += 1
        self._written = 0

    def _load(self, shard: Path) -> None:
        self._store.bulk_load(shard)
        shard.unlink()

    def _wait(self) -> None:
        while self._loading:
            self._loading.popleft().result()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if kind is None:
                self.settle()
        finally:
            self._thread.shutdown(wait=True, cancel_futures=True)
            if self._folder is not None:
                self._folder.cleanup()


class Replacer:
    """Puts new graphs of documents in the place of their old ones, some at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._graphs: dict[str, str | None] = {}
        self._size = 0

    def add(self, graph: str, nquads: str) -> None:
        """Replace this graph, now or soon; "" takes it away."""
        self._graphs[graph] = nquads.replace(f" <{graph}> .\n", " .\n") or None
        self._size += len(nquads)
        if self._size >= _REPLACED_AT_ONCE:
            self._replace()

    def _replace(self) -> None:
        graphs, self._graphs, self._size = self._graphs, {}, 0
        self._store.replace_graphs(graphs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None and self._graphs:
            self._replace()
