"""Run a query of the catalogue, or any SPARQL query that only reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

import pyoxigraph as ox

from kg import terms
from kg.errors import QueryError
from kg.query.binding import Term, values
from kg.query.catalogue import BIND, CatalogueQuery, find
from kg.query.names import code_of
from kg.query.parameters import bind
from kg.query.table import Cell, Ref, Table
from kg.store import Store

# Codes that say "nothing in particular": an answer leaves such a cell empty.
_NOTHING = {terms.CODE + "total", terms.CODE + "base/none", terms.PERIOD + "unknown"}
_UPDATE = re.compile(
    r"(?:\s|\#[^\n]*\n|BASE\s*<[^>]*>|PREFIX\s+[\w.-]*:\s*<[^>]*>)*"
    r"(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"error at (\d+):(\d+)")
_CHUNK = 400
Language = Literal["vi", "en"]


def run(store: Store, name: str, parameters: Mapping[str, object] | None = None, lang: str = "vi") -> Table:
    """The answer of the catalogue's query ``name``; ``lang`` is the language of the labels in it.

    Raises QueryError where the query, a parameter or its value is not known.
    """
    query = find(name)
    given = dict(parameters or {})
    if any(parameter.name == "language" for parameter in query.parameters):
        given.setdefault("language", lang)
    rows = store.query(bound_text(query, bind(store, query, given)))
    if not isinstance(rows, ox.QuerySolutions):
        raise QueryError(f"the catalogue's {name} must be a SELECT query")
    return _table(store, rows, lang)


def bound_text(query: CatalogueQuery, terms_by_name: Mapping[str, Term]) -> str:
    """The query's SPARQL with a VALUES block in the place of each ``# bind:`` line.

    A group in SPARQL sees only what is bound inside it, so the file says in which groups its parameters are
    wanted; serialised terms are all that is put into the text. This works on any SPARQL 1.1 server.
    """

    def block(match: re.Match[str]) -> str:
        names = [name for name in match[2].split() if name in terms_by_name]
        if not names:
            return ""
        # A block for each: Virtuoso fails on some queries where one block binds several variables.
        return match[1] + " ".join(values([name], [[terms_by_name[name]]]) for name in names)

    return BIND.sub(block, query.text)


def sparql(store: Store, text: str, format: str = "turtle", lang: str = "vi") -> Table | bytes:
    """The answer of any query that reads: rows for SELECT and ASK, RDF in ``format`` for CONSTRUCT and DESCRIBE.

    Raises QueryError for updates, for SERVICE, and for text that is not SPARQL (with the line at fault).
    """
    update = _UPDATE.match(text)
    if update:
        raise QueryError(f"{update[1].upper()} is an update; a query only reads (kg build changes the graph)")
    prologue = missing_prefixes(text)
    try:
        result = store.query(prologue + text)
    except QueryError as error:
        raise QueryError(_with_line(text, len(prologue), str(error))) from error
    if isinstance(result, ox.QuerySolutions):
        return _table(store, result, lang, labels=False)
    if isinstance(result, ox.QueryBoolean):
        return Table(("answer",), [(bool(result),)])
    return _serialised(result, format)


def _serialised(triples: Iterable[ox.Triple], format: str) -> bytes:
    formats = {"turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES, "jsonld": ox.RdfFormat.JSON_LD}
    if format not in formats:
        raise QueryError(f"{format!r} is no format for triples; use one of {', '.join(formats)}")
    return bytes(ox.serialize(triples, format=formats[format], prefixes=terms.PREFIXES) or b"")


def missing_prefixes(text: str) -> str:
    """Declarations, on one line, of the well-known prefixes that a query uses and does not declare itself.

    >>> missing_prefixes("PREFIX a: <http://a#> SELECT * { ?d a kg:Document ; a:b ?c }")
    'PREFIX kg: <https://w3id.org/vnkg/def#> '
    """
    declared = set(re.findall(r"PREFIX\s+([\w.-]*):", text, re.IGNORECASE))
    used = set(re.findall(r"(?<![\w<.?$-])([a-z][\w-]*):", text))
    wanted = [name for name in terms.PREFIXES if name in used - declared]
    return "".join(f"PREFIX {name}: <{terms.PREFIXES[name]}> " for name in wanted)


def _with_line(text: str, before: int, message: str) -> str:
    """The store's message with the line of the query that it points at, and a mark under the place.

    ``before`` is how many characters of ours stand before the text on its first line.
    """
    place = _PLACE.search(message)
    if place is None:
        return message
    line, column = int(place[1]), int(place[2])
    lines = text.split("\n")
    if line == 1:
        column = max(1, column - before)
        message = f"{message[: place.start()]}error at {line}:{column}{message[place.end() :]}"
    if not 1 <= line <= len(lines):
        return message
    return f"{message}\n  {line} | {lines[line - 1]}\n  {' ' * len(str(line))} | {' ' * (column - 1)}^"


def _table(store: Store, solutions: ox.QuerySolutions, lang: str, labels: bool = True) -> Table:
    columns = tuple(variable.value for variable in solutions.variables)
    rows: list[Sequence[object]] = [tuple(row) for row in solutions]
    iris = {cell.value for row in rows for cell in row if isinstance(cell, ox.NamedNode)}
    named = _labels(store, iris - _NOTHING, lang) if labels else {}
    refs = {iri: Ref(code_of(iri), iri, named.get(iri, code_of(iri))) for iri in iris}
    nothing = _NOTHING if labels else frozenset()
    return Table(columns, [tuple(_cell(term, refs, nothing) for term in row) for row in rows])


def _labels(store: Store, iris: Iterable[str], lang: str) -> dict[str, str]:
    """Labels of the IRIs in the language; concepts, periods and things have them, documents and claims do not."""
    wanted = sorted(iri for iri in iris if iri.startswith(terms.BASE) and not iri.startswith(terms.DOC))
    found: dict[str, str] = {}
    for start in range(0, len(wanted), _CHUNK):
        nodes = values(["s"], [[ox.NamedNode(iri)] for iri in wanted[start : start + _CHUNK]])
        for name in (terms.LABEL, terms.SKOS + "prefLabel"):
            query = f"SELECT ?s ?l WHERE {{ {nodes} GRAPH ?g {{ ?s <{name}> ?l }} }}"
            found.update(_in_language(store.select(query), lang))
    return found


def _in_language(rows: Iterable[tuple[object, ...]], lang: str) -> Iterator[tuple[str, str]]:
    for subject, label in rows:
        if isinstance(subject, ox.NamedNode) and isinstance(label, ox.Literal) and label.language in (lang, None):
            yield subject.value, label.value


def _cell(term: object, refs: Mapping[str, Ref], nothing: Iterable[str]) -> Cell:
    """A term as a plain value."""
    if isinstance(term, ox.NamedNode):
        return None if term.value in nothing else refs[term.value]
    if isinstance(term, ox.Literal):
        return _literal(term)
    return None if term is None else str(term)


def _literal(literal: ox.Literal) -> Cell:
    kind = literal.datatype.value
    if kind in (terms.XSD_DECIMAL, terms.XSD_INTEGER):
        number = Decimal(literal.value)
        return int(number) if number == number.to_integral_value() else number
    if kind == terms.XSD + "boolean":
        return literal.value in ("true", "1")
    return literal.value
