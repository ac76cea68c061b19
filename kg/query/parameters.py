"""What a user gives for a parameter, as the RDF term that is bound: names resolved, periods and dates read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox

from kg import terms
from kg.errors import QueryError
from kg.query.binding import Term, words
from kg.query.catalogue import CatalogueQuery, Parameter
from kg.query.fold import fold
from kg.query.names import KINDS, resolve
from kg.store import Store

_POINT = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_PERIOD = re.compile(
    rf"@(?:{_POINT})?|{_POINT}|\d{{4}}-Q[1-4]|\d{{4}}-(?:0[1-9]|1[0-2])(?:-\d\d)?/\d{{4}}-(?:0[1-9]|1[0-2])(?:-\d\d)?|\d{{4}}/\d{{4}}"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
# How people write periods, on folded text (no diacritics), and the code for it.
_WORDINGS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"(?:nam|year) (\d{4})", lambda m: m[1]),
    (r"(?:quy|quarter|q) ?(i{1,3}|iv|[1-4]) (?:nam )?(\d{4})", lambda m: f"{m[2]}-Q{_ROMAN[m[1]]}"),
    (r"(?:thang |month )?(\d{1,2}) (?:nam )?(\d{4})", lambda m: f"{m[2]}-{int(m[1]):02}"),
    (r"(\d{1,2}) thang (?:dau )?(?:nam )?(\d{4})", lambda m: f"{m[2]}-01/{m[2]}-{int(m[1]):02}"),
    (r"6 thang cuoi (?:nam )?(\d{4})", lambda m: f"{m[1]}-07/{m[1]}-12"),
    (r"(?:giai doan |thoi ky )?(\d{4}) (\d{4})", lambda m: f"{m[1]}/{m[2]}"),
)


def bind(store: Store, query: CatalogueQuery, given: Mapping[str, object]) -> dict[str, Term]:
    """The term of every parameter that has a value, given or by default.

    Raises QueryError for a parameter that the query does not have, one that is missing, or a value that it
    cannot have; the message says what would do.
    """
    for name in given:
        query.parameter(name)
    bound: dict[str, Term] = {}
    for parameter in query.parameters:
        value = given.get(parameter.name)
        text = parameter.default if value is None or str(value).strip() == "" else str(value)
        if text is None:
            if parameter.required:
                raise QueryError(f"{query.name} needs {parameter.name}= ({parameter.label['en']}){_example(query)}")
            continue
        try:
            bound[parameter.name] = term(store, parameter, text)
        except QueryError as error:
            raise QueryError(f"{query.name}, {parameter.name}={text!r}: {error}") from error
    return bound


def _example(query: CatalogueQuery) -> str:
    if not query.example:
        return ""
    return "; for example: " + " ".join(f'{name}="{value}"' for name, value in query.example.items())


def term(store: Store, parameter: Parameter, text: str) -> Term:
    """The RDF term of one value."""
    text = words(text).value
    if parameter.type in KINDS or parameter.type == "code":
        return ox.NamedNode(resolve(store, parameter.type, parameter.scheme, text))
    if parameter.type == "document":
        return _document(store, text)
    return _PLAIN[parameter.type](text)


def _period(text: str) -> Term:
    return ox.NamedNode(terms.period(period_code(text)))


def period_code(text: str) -> str:
    """A period as facts write it, from that form or from words.

    >>> [period_code(t) for t in ("2024", "quý I/2024", "6 tháng đầu năm 2017", "tháng 5/2017", "giai đoạn 2021-2025")]
    ['2024', '2024-Q1', '2017-01/2017-06', '2017-05', '2021/2025']
    """
    compact = text.replace(" ", "").upper()
    if _PERIOD.fullmatch(compact) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", compact):
        return compact
    for pattern, make in _WORDINGS:
        match = re.fullmatch(pattern, fold(text))
        if match is None:
            continue
        code = make(match)
        if _PERIOD.fullmatch(code):
            return code
    raise QueryError(
        "a period is written 2024, 2024-05, 2024-Q1, 2024-01/2024-06, 2021/2025 or @2024-06-11 (a stock at that day)"
    )


def _year(text: str) -> Term:
    match = re.fullmatch(r"(?:nam )?((?:19|20)\d{2})", fold(text))
    if match is None:
        raise QueryError("a year is four digits, like 2024")
    return ox.Literal(match[1])


def _date(text: str) -> Term:
    turned = re.sub(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$", lambda m: f"{m[3]}-{int(m[2]):02}-{int(m[1]):02}", text)
    try:
        day = date.fromisoformat(turned)
    except ValueError:
        raise QueryError("a date is written 2024-06-11 or 11/6/2024") from None
    return ox.Literal(day.isoformat(), datatype=ox.NamedNode(terms.XSD_DATE))


def _number(text: str) -> Term:
    try:
        number = Decimal(text.replace("_", "x"))
    except InvalidOperation:
        raise QueryError("a number is written with digits and a point, like 0.6") from None
    if not number.is_finite():
        raise QueryError("a number is written with digits and a point, like 0.6")
    return ox.Literal(f"{number:f}", datatype=ox.NamedNode(terms.XSD_DECIMAL))


_PLAIN: dict[str, Callable[[str], Term]] = {
    "period": _period,
    "year": _year,
    "date": _date,
    "number": _number,
    "text": words,
}


def _document(store: Store, text: str) -> Term:
    """A document by its id, or by a part of it that only one has."""
    exact = ox.NamedNode(text if text.startswith(terms.DOC) else terms.document(text))
    kind = f"a <{terms.DOCUMENT}>"
    if any(store.select(f"SELECT ?p WHERE {{ GRAPH {exact} {{ {exact} {kind} ; ?p ?o }} }} LIMIT 1")):
        return exact
    part = words(exact.value.removeprefix(terms.DOC))
    found = [
        node
        for (node,) in store.select(
            f"SELECT ?d WHERE {{ GRAPH ?d {{ ?d {kind} }} FILTER(CONTAINS(STR(?d), {part})) }} ORDER BY ?d LIMIT 6"
        )
        if isinstance(node, ox.NamedNode)
    ]
    if len(found) == 1:
        return found[0]
    near = f"; near it: {', '.join(terms.document_of(node.value) for node in found)}" if found else ""
    raise QueryError(f"the graph has no document {text!r}{near}")
