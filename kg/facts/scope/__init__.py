"""What one number is about: its time, place, status, breakdowns and base of comparison.

``enter`` takes what stands before a number into the frame in force; ``dimensions`` then reads the
dimensions of the number out of that frame, of what stands behind it and of the discourse. Each
dimension has a module of its own, with both halves of its rules:

- ``period`` (with ``adjacent``: times behind a number; ``stock``: date or interval), ``status``, ``area``, ``base``;
- ``parts``: the breakdowns together, from ``sector``, ``product``, ``investor`` and ``zone``;
- ``figure``: what all these rules look at; ``confidence``: how sure the result is.
"""

from kg.facts.scope.confidence import confidence
from kg.facts.scope.dimensions import dimensions
from kg.facts.scope.enter import behind, enter
from kg.facts.scope.investor import source
from kg.facts.scope.parts import turn

__all__ = ["behind", "confidence", "dimensions", "enter", "source", "turn"]
