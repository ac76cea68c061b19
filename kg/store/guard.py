"""Refuse SPARQL that reaches out to the network: SERVICE in queries, LOAD in updates."""

from __future__ import annotations

import re

from kg.errors import QueryError

# What can hold the words without meaning them comes first, so that it is skipped whole.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\"{}|^`\\\s]*>"
    r"|\#[^\n\r]*"
    r"|[?$@]\w+"
    r"|[\w.-]*:[\w.%:\\-]*"
    r"|(?P<word>[A-Za-z_]\w*)",
    re.DOTALL,
)
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


def refuse_network(text: str) -> None:
    """Raise QueryError if a query or update would make the store call another server.

    >>> refuse_network("SELECT * { ?service ?p 'SERVICE' }")
    >>> refuse_network("SELECT * { SERVICE <http://x> { ?s ?p ?o } }")
    Traceback (most recent call last):
    kg.errors.QueryError: SERVICE is refused: a query of this graph does not call other servers
    """
    folded = text.upper()
    if "SERVICE" not in folded and "LOAD" not in folded:
        if "\\U" not in folded:
            return
        # SPARQL reads \uXXXX before anything else, so a keyword may hide behind it.
        text = re.sub(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})", _codepoint, text)
    for match in _TOKEN.finditer(text):
        word = match["word"]
        if word and word.upper() in ("SERVICE", "LOAD"):
            raise QueryError(f"{word.upper()} is refused: a query of this graph does not call other servers")


def query_form(text: str) -> str:
    """The word that says what a query gives: SELECT, ASK, CONSTRUCT or DESCRIBE; QueryError where there is none.

    >>> query_form("PREFIX ask: <http://e/describe> # construct\\nselect * { ?s a ask:construct }")
    'SELECT'
    """
    for match in _TOKEN.finditer(text):
        if match["word"] and (word := match["word"].upper()) in _FORMS:
            return word
    raise QueryError("the SPARQL query is wrong: it has none of SELECT, ASK, CONSTRUCT, DESCRIBE")


def _codepoint(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    return chr(number) if number < 0x110000 else match.group()
