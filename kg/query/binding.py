"""RDF terms of parameters, and their one way into SPARQL text: a VALUES block of serialised terms."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pyoxigraph as ox

from kg.errors import QueryError

Term = ox.NamedNode | ox.Literal


def words(text: str) -> ox.Literal:
    """A plain string, NFC; raises QueryError for characters that no name or word has.

    A backslash is refused because SPARQL reads ``\\uXXXX`` before it looks for the ends of strings, and not
    all servers do that at the same moment.
    """
    bad = next((c for c in text if c == "\\" or unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn")), None)
    if bad is not None:
        raise QueryError(f"the character {bad!r} cannot stand in a parameter")
    return ox.Literal(unicodedata.normalize("NFC", text).strip())


def values(names: Sequence[str], rows: Sequence[Sequence[Term]]) -> str:
    """A VALUES block that binds the variables to each row of terms.

    >>> print(values(["n"], [[ox.Literal('a " } #')]]))
    VALUES (?n) { ("a \\" } #") }
    """
    data = " ".join("(" + " ".join(str(term) for term in row) + ")" for row in rows)
    return f"VALUES ({' '.join('?' + name for name in names)}) {{ {data} }}"
