"""What a check reports."""

from __future__ import annotations

from dataclasses import dataclass

Violation = tuple[str, str]
"""The node that breaks a constraint of the cube, and what is wrong with it, in English."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be.

    ``kind`` names the check: a constraint of the Data Cube recommendation ("IC-12"), "shape", "conflict", or the
    arithmetic ("growth", "completion", "balance" ...). ``focus`` is the IRI of what is meant, ``claims`` the claims
    that it rests on, ``sentences`` the text of each of them, ``source`` the shape that was not met.
    """

    kind: str
    message: str
    message_en: str = ""
    focus: str = ""
    claims: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    source: str = ""
