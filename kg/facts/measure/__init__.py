"""What a number states of its indicator: an amount, a change, a share, a place in a plan.

The cue nearest before the number decides, unless what follows it says what it is compared with:
"đạt 76% kế hoạch" is a completion, "vượt 4,8% kế hoạch" a growth over the plan.

- ``reading``: the result; ``place``: what the rules look at;
- ``number``: ``read``, which sends a number to the rules for its unit;
- ``percent`` and ``amount``: the rules for percentages and for amounts;
- ``listed``: ``as_before``, for numbers of a list that are meant as the one before them.
"""

from kg.facts.measure.listed import as_before
from kg.facts.measure.number import read
from kg.facts.measure.reading import Reading

__all__ = ["Reading", "as_before", "read"]
