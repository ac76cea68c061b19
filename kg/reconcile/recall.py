"""Blocks and pools as a graph's folder remembers them, for changes that would have to read much of the store.

A block is remembered by its statements, a pool by what its claims say of their things; both as plain text.
"""

from __future__ import annotations

import json
import zlib
from collections import defaultdict
from collections.abc import Iterable

from kg.reconcile.naming import Name
from kg.reconcile.things import Pool, Use
from kg.store.memory import Memory

BlockName = tuple[str, str]
Row = tuple[str, bytes]
"""A row of the memory."""


def block_row(name: BlockName, lines: Iterable[str]) -> Row:
    """What is kept of a block: its statements."""
    return _key("block", name), zlib.compress("\n".join(lines).encode(), 1)


def pool_row(pool: Pool, uses: Iterable[Use]) -> Row:
    """What is kept of a pool: the uses of its names, those that say the same together."""
    claims: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for use in uses:
        claims[use.name.facet, use.name.place, use.written, use.area, use.owner, use.fields].append(use.claim)
    return _key("pool", pool), zlib.compress(json.dumps(list(claims.items()), ensure_ascii=False).encode(), 1)


def remembered_block(memory: Memory | None, name: BlockName) -> list[str] | None:
    """The statements of a block; None where they are not remembered."""
    text = _text(memory, _key("block", name))
    return None if text is None else [line for line in text.split("\n") if line]


def remembered_pool(memory: Memory | None, pool: Pool) -> list[Use] | None:
    """The uses of names of a pool; None where they are not remembered."""
    text = _text(memory, _key("pool", pool))
    if text is None:
        return None
    kind, core = pool
    return [
        Use(name, written, claim, area, owner, said)
        for (facet, place, written, area, owner, fields), claims in json.loads(text)
        for name, said in [(Name(kind, core, facet, place), tuple((one, other) for one, other in fields))]
        for claim in claims
    ]


def _text(memory: Memory | None, key: str) -> str | None:
    kept = memory.get(key) if memory else None
    return None if kept is None else zlib.decompress(kept).decode()


def _key(kind: str, name: tuple[str, str]) -> str:
    return " ".join((kind, *name))
