"""Repairs as one readable line each: "unit: tủ → tỷ (misprint)". Text that uses our marks is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model import Repair

_ESCAPES = {"\\": "\\\\", "→": "\\→", "\n": "\\n"}
_SPECIAL = re.compile(r"[\\→\n]")
_LINE = re.compile(r"(?P<field>[^:]*): (?P<was>(?:[^\\→]|\\.)*) → (?P<became>(?:[^\\→]|\\.)*) \((?P<rule>[^()]*)\)")


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES[match.group()], text)


def _unescape(text: str) -> str:
    return re.sub(r"\\(.)", lambda match: "\n" if match.group(1) == "n" else match.group(1), text)


def repairs_text(repairs: Iterable[Repair]) -> str:
    """All repairs of one fact, a line each, in order.

    >>> repairs_text([Repair("unit", "tủ", "tỷ", "misprint")])
    'unit: tủ → tỷ (misprint)'
    """
    return "\n".join(f"{r.field}: {_escape(r.was)} → {_escape(r.became)} ({r.rule})" for r in repairs)


def parse_repairs(text: str) -> tuple[Repair, ...]:
    """The repairs that ``repairs_text`` wrote. Raises ValueError for any other text."""
    return tuple(_parse(line) for line in text.split("\n")) if text else ()


def _parse(line: str) -> Repair:
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"not a repair: {line!r}")
    return Repair(match["field"], _unescape(match["was"]), _unescape(match["became"]), match["rule"])
