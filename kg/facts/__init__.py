"""From a document to its facts.

- ``reader``: ``read`` goes through a document sentence by sentence; ``seen``: ``explain`` shows what it sees;
- ``tokens``: a sentence with its times, quantities, names and words; ``phrase``: the noun phrases around a number;
- ``observation``: figures of areas, by ``measure`` (what a number states), ``choose`` (of which indicator),
  ``scope`` (time, place, breakdowns), ``whose`` (a company's? several places'?) and ``gate`` (a statistic at all?);
- ``entity``, ``policy``, ``role``: figures of projects, zones and companies; documents; people in office;
- ``frame``, ``discourse``, ``heading``, ``clock``, ``place``, ``respective``: what one number leaves to the next;
- ``kinds``: groups of indicators and measures; ``table``: facts to and from flat rows.
"""

from kg.facts.reader import passages, read
from kg.facts.seen import explain

__all__ = ["explain", "passages", "read"]
