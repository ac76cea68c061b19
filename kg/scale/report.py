"""The report of a build: what was read, what the graph now holds, and how long each stage took."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kg.scale.sources import Failure


@dataclass(slots=True)
class Stages:
    """Seconds by stage, in the order in which the stages began."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextlib.contextmanager
    def time(self, stage: str) -> Iterator[None]:
        """Add the time that the block takes to a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - start


@dataclass(slots=True)
class BuildReport:
    """Documents of this build, and the contents of the whole graph after it.

    After an edit of the vocabulary, ``checked`` documents were searched for the wordings that it changed,
    and the ``touched`` ones were read again. ``facts`` counts claims by kind; ``observations`` what the
    claims together say; ``findings`` the conflicts and failed checks among them.
    """

    read: int = 0
    unchanged: int = 0
    removed: int = 0
    checked: int | None = None
    touched: int | None = None
    failed: list[Failure] = field(default_factory=list)
    facts: dict[str, int] = field(default_factory=dict)
    observations: int = 0
    findings: int = 0
    quads: int = 0
    stages: Stages = field(default_factory=Stages)

    @property
    def claims(self) -> int:
        """All facts, of all kinds."""
        return sum(self.facts.values())

    def to_dict(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        vocabulary = {"checked": self.checked, "touched": self.touched} if self.checked is not None else None
        return {
            "documents": {
                "read": self.read,
                "unchanged": self.unchanged,
                "removed": self.removed,
                "failed": [{"file": failure.file, "reason": failure.reason} for failure in self.failed],
            },
            **({"vocabulary changed": vocabulary} if vocabulary else {}),
            "facts": self.facts,
            "claims": self.claims,
            "observations": self.observations,
            "findings": self.findings,
            "quads": self.quads,
            "seconds": {stage: round(seconds, 3) for stage, seconds in self.stages.seconds.items()},
        }

    def to_json(self) -> str:
        """The report as a JSON text, ended by a newline."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2) + "\n"
