"""Remember the fingerprints of files by size and time, so that an unchanged corpus is not read again.

It only saves time: lost or stale, the files are read and hashed anew. As in git, a file that changed
in the last moments before the note was taken is not noted, since it may change again within one tick.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Sequence
from pathlib import Path

from kg.scale.members import is_address
from kg.scale.sources import Source

NAME = "seen.json"
_TICK = 2_000_000_000
_FORMAT = "2"


class Seen:
    """Fingerprints of files, kept in the graph's folder."""

    def __init__(self, folder: Path | None) -> None:
        self._file = folder / NAME if folder else None
        self._here = os.getcwd()  # noqa: PTH109
        self._old: dict[str, Sequence[str]] = {}
        self._new: dict[str, Sequence[str]] = {}
        if self._file:
            with contextlib.suppress(OSError, ValueError):
                loaded = json.loads(self._file.read_text(encoding="utf-8"))
                if isinstance(loaded, dict) and loaded.pop("", None) == _FORMAT:
                    self._old = loaded

    def fingerprint(self, source: Source) -> str:
        """The document's sha256; the file is opened only if its size, time or metadata changed.

        Raises OSError where the file cannot be read.
        """
        if is_address(source.path):
            return source.sha256(source.content())
        key = source.path if source.path.startswith(os.sep) else f"{self._here}{os.sep}{source.path}"
        if source.member is not None:
            key = f"{key}#{source.member}"
        status = os.stat(source.path)  # noqa: PTH116 (called for every document: Path is slow)
        state = f"{status.st_size} {status.st_mtime_ns} {status.st_ino} {source.meta}"
        known = self._old.get(key)
        sha = known[0] if known and known[1] == state else source.sha256(source.content())
        if status.st_mtime_ns < time.time_ns() - _TICK:
            self._new[key] = (sha, state)
        return sha

    def save(self) -> None:
        """Keep what was seen for the next build."""
        if self._file and not self._same():
            self._new[""] = _FORMAT
            draft = self._file.with_suffix(".new")
            draft.write_text(json.dumps(self._new, ensure_ascii=False), encoding="utf-8")
            draft.replace(self._file)

    def _same(self) -> bool:
        return len(self._new) == len(self._old) and all(
            known is not None and known[1] == new[1]
            for new, known in ((new, self._old.get(key)) for key, new in self._new.items())
        )
