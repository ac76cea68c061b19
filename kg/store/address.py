"""Addresses of SPARQL servers, and what is particular about the servers that are known.

    sparql+http://NAME:PASSWORD@HOST:PORT/BASE?server=virtuoso&query=/sparql&update=/sparql-auth&store=/crud
    sparql+http://NAME:PASSWORD@HOST:8890/?isql=HOST:1111&folder=/a/folder/that/it/may/read

Everything behind the host may be left out. What the address does not say, the environment may:
KG_SPARQL_USER, KG_SPARQL_PASSWORD, KG_SPARQL_QUERY, KG_SPARQL_UPDATE, KG_SPARQL_STORE.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from kg.errors import StoreError


@dataclass(frozen=True, slots=True)
class Dialect:
    """A kind of server: where its endpoints are and which shortcuts it has."""

    name: str
    query: str
    update: str
    store: str
    union: bool = False
    """Whether each query has to ask for the union of all graphs (elsewhere it is how the server is set up)."""
    nquads: bool = False
    """Whether N-Quads can be posted as they are, rather than graph by graph."""
    atomic: bool = False
    """Whether an update of several operations happens as a whole or not at all."""
    update_lines: int | None = None
    """How many statements an update may carry at most."""
    prologue: str = ""
    """What every query begins with."""


OXIGRAPH = Dialect("oxigraph", "/query", "/update", "/store", union=True, nquads=True, atomic=True)
VIRTUOSO = Dialect(
    "virtuoso",
    "/sparql",
    "/sparql-auth",
    "/sparql-graph-crud-auth",
    update_lines=500,
    # Join in the order that is written, as Oxigraph does: with a dozen patterns in a block its optimizer tries
    # orders for minutes, or gives up.
    prologue='DEFINE sql:select-option "order" ',
)
OTHER = Dialect("other", "query", "update", "data")
DIALECTS = (OXIGRAPH, VIRTUOSO, OTHER)
_OPTIONS = ("server", "query", "update", "store", "isql", "folder")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is, who asks, and what the user said about it. ``name`` is printable: it has no password."""

    url: str
    name: str
    user: str | None
    password: str | None
    options: dict[str, str]

    def dialect(self, server: str) -> Dialect:
        """The kind of server: as the user said, or as its ``Server`` header says; with whole addresses."""
        said = self.options.get("server", server).lower()
        known = next((each for each in DIALECTS if each.name in said), OTHER)
        if "server" in self.options and known is OTHER and said != OTHER.name:
            raise StoreError(
                f"{self.name}: no server is called {said}; {', '.join(d.name for d in DIALECTS)} are known"
            )
        base = self.url if self.url.endswith("/") else self.url + "/"

        def endpoint(option: str, default: str) -> str:
            path = self.options.get(option) or os.environ.get(f"KG_SPARQL_{option.upper()}") or default
            return urljoin(base, path)

        return replace(
            known,
            query=endpoint("query", known.query),
            update=endpoint("update", known.update),
            store=endpoint("store", known.store),
        )


def parse(text: str) -> Address:
    """The parts of a ``sparql+http`` address; StoreError where it is none."""
    parts = urlsplit(text.removeprefix("sparql+"))
    try:
        port = parts.port
    except ValueError as error:
        raise StoreError(f"the server's address is wrong: {error}") from error
    if not parts.hostname or parts.scheme not in ("http", "https"):
        raise StoreError("a server's address looks like sparql+http://127.0.0.1:7878")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    place = f"{host}:{port}" if port else host
    url = f"{parts.scheme}://{place}{parts.path or '/'}"
    options = dict(parse_qsl(parts.query))
    unknown = sorted(options.keys() - set(_OPTIONS))
    if unknown:
        raise StoreError(f"{url}: {', '.join(unknown)} is not known in an address; known are {', '.join(_OPTIONS)}")
    user = unquote(parts.username) if parts.username else os.environ.get("KG_SPARQL_USER")
    password = unquote(parts.password) if parts.password else os.environ.get("KG_SPARQL_PASSWORD")
    return Address(url, url, user, password, options)
