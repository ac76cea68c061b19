"""A process pool that survives its workers.

A worker that dies (killed, out of memory, a crash in a C library) loses only the batch that it held:
it is replaced, and the batch is done again item by item, so that one deadly item costs nothing but
itself. The standard pool gives everything up instead.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# An item may take its worker down this often before it is given up: the first time may be chance.
ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """An item that killed every worker that was given it; ``exit_code`` is the last one's."""

    item: T
    exit_code: int | None


@dataclass(slots=True)
class _Worker(Generic[T]):
    process: BaseProcess
    pipe: Connection
    batch: Sequence[T] = ()


def available_cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def work_through(
    function: Callable[[Sequence[T]], list[R]], batches: Iterable[Sequence[T]], jobs: int
) -> Iterator[list[R] | Lost[T]]:
    """What ``function`` makes of each batch, in the order in which they are done.

    ``function`` answers for exceptions itself; only the death of a process is dealt with here.
    """
    crew = _Crew(function, jobs)
    try:
        yield from crew.work(batches)
    finally:
        crew.dismiss()


class _Crew(Generic[T, R]):
    def __init__(self, function: Callable[[Sequence[T]], list[R]], jobs: int) -> None:
        methods = multiprocessing.get_all_start_methods()
        # fork shares what the parent has loaded already; a method of our own choice, since the default varies
        self._context: ForkContext | SpawnContext = (
            multiprocessing.get_context("fork") if "fork" in methods else multiprocessing.get_context("spawn")
        )
        self._function = function
        self._workers: list[_Worker[T]] = []
        self._again: deque[Sequence[T]] = deque()
        self._deaths: dict[T, int] = {}
        for _ in range(jobs):
            self._hire()

    def work(self, batches: Iterable[Sequence[T]]) -> Iterator[list[R] | Lost[T]]:
        waiting = iter(batches)
        while True:
            for worker in list(self._workers):
                if not worker.batch:
                    batch = self._again.popleft() if self._again else next(waiting, ())
                    if not batch:
                        break
                    self._give(worker, batch)
            busy = {worker.pipe: worker for worker in self._workers if worker.batch}
            if not busy and not self._again:
                return
            for pipe in wait(list(busy)):
                yield from self._take(busy[pipe])  # type: ignore[index]

    def dismiss(self) -> None:
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()

    def _hire(self) -> None:
        ours, theirs = self._context.Pipe()
        # A forked child holds copies of our ends of all pipes; unless it closes them, no worker learns of our death.
        inherited = [worker.pipe for worker in self._workers] + [ours]
        if self._context.get_start_method() != "fork":
            inherited = []
        process = self._context.Process(target=_serve, args=(theirs, self._function, inherited), daemon=True)
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))

    def _give(self, worker: _Worker[T], batch: Sequence[T]) -> None:
        worker.batch = batch
        try:
            worker.pipe.send(batch)
        except OSError:  # it died while it was idle: nothing of the batch was done, the pipe tells _take so
            return

    def _take(self, worker: _Worker[T]) -> Iterator[list[R] | Lost[T]]:
        try:
            results: list[R] = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._bury(worker)
            return
        worker.batch = ()
        yield results

    def _bury(self, worker: _Worker[T]) -> Iterator[Lost[T]]:
        worker.pipe.close()
        worker.process.join()
        self._workers.remove(worker)
        self._hire()
        if len(worker.batch) > 1:
            self._again.extend([item] for item in worker.batch)
            return
        for item in worker.batch:
            self._deaths[item] = self._deaths.get(item, 0) + 1
            if self._deaths[item] < ATTEMPTS:
                self._again.append([item])
            else:
                yield Lost(item, worker.process.exitcode)


def _serve(pipe: Connection, function: Callable[[Sequence[T]], list[R]], inherited: Sequence[Connection]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends us in order
    for other in inherited:
        other.close()
    while True:
        try:
            batch = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(function(batch))
