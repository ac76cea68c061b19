"""What a server answers to a query, as pyoxigraph has it; and the habits of servers that are in the way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import StoreError

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

    from kg.store import Result

_ASK = "__ASK_RETVAL"


def read_answer(answer: BaseHTTPResponse, form: str, server: str) -> Result:
    """The result of a query of this form (SELECT, ASK, CONSTRUCT, DESCRIBE); StoreError where it makes no sense."""
    data = answer.data
    try:
        if form in ("CONSTRUCT", "DESCRIBE"):
            return iter([quad.triple for quad in ox.parse(data, ox.RdfFormat.N_TRIPLES)])
        if form == "ASK" and _ASK.encode() in data:  # Virtuoso answers ASK with a table of one number
            value = json.loads(data)["results"]["bindings"][0][_ASK]["value"]
            data = json.dumps({"head": {}, "boolean": value in ("1", "true")}).encode()
        _refuse_part(answer, data, server)
        return ox.parse_query_results(data, format=ox.QueryResultsFormat.JSON)
    except (SyntaxError, ValueError, KeyError, IndexError, TypeError) as error:
        raise StoreError(f"the server {server} broke off in the middle of an answer ({error}); ask it again") from error


def _refuse_part(answer: BaseHTTPResponse, data: bytes, server: str) -> None:
    """Virtuoso leaves out all rows behind a number that its set-up gives; a part is worse than an error."""
    limit = answer.headers.get("X-SPARQL-MaxRows")
    if limit and limit.isdigit() and data.count(b'": { "type"') >= int(limit):
        rows = len(json.loads(data)["results"]["bindings"])
        if rows >= int(limit):
            remedy = "raise ResultSetMaxRows in virtuoso.ini, section [SPARQL]"
            raise StoreError(f"the server {server} gives no more than {limit} rows; {remedy}")
