"""The state of a file, by which it is known again without being opened."""

from __future__ import annotations

import os
import time

from kg.scale.members import is_address
from kg.scale.sources import Source

_TICK = 2_000_000_000


class States:
    """States of files; one file of many documents is looked at once."""

    def __init__(self) -> None:
        self._here = os.getcwd()  # noqa: PTH109
        self._path, self._state = "", ""

    def of(self, source: Source) -> tuple[str, str]:
        """The place of a source, and its state: size, time, number and metadata; "" where that cannot be relied on.

        As in git, a file that changed in the last moments has none, since it may change again within one tick.
        """
        path = source.path
        if is_address(path):
            return path, ""
        key = path if path.startswith(os.sep) else f"{self._here}{os.sep}{path}"
        if source.member is None:
            state = _state(path)
        else:
            key = f"{key}#{source.member}"
            if path != self._path:
                self._path, self._state = path, _state(path)
            state = self._state
        return key, f"{state} {source.meta}" if state else ""


def _state(path: str) -> str:
    try:
        status = os.stat(path)  # noqa: PTH116 (called for every document: Path is slow)
    except OSError:  # reading it will fail in the same way and say so
        return ""
    if status.st_mtime_ns >= time.time_ns() - _TICK:
        return ""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ino}"
