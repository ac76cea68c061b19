"""What is not as it should be in a graph: cube constraints, shapes, conflicts, arithmetic."""

from __future__ import annotations

from kg.check.model import Finding
from kg.check.run import run

__all__ = ["Finding", "run"]
