"""A graph in a real SPARQL server says what the same graph in a folder says, whatever happens on the way."""

from __future__ import annotations

import http.server
import io
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg.store
import query_graph
from building import NumberReader, dump, write_documents, write_ontology
from kg import terms
from kg.errors import QueryError, StoreError
from kg.pipeline import build
from kg.query import run
from kg.store import address
from kg.store import http as kg_http
from kg.store.journal import MARK
from kg.store.remote import RemoteStore
from servers import Server, oxigraph, virtuoso
from test_query_rows import CASES as CATALOGUE_CASES

pytestmark = pytest.mark.server
ONE, TWO = terms.document("một/1"), terms.document("b_2")
LINE = '<https://e.org/Trà> <https://e.org/p> "Thép\\n\\"x\\" \\\\ } ;"@vi .\n'
STARTED = {"oxigraph": oxigraph, "virtuoso": virtuoso}


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with STARTED[request.param](tmp_path_factory.mktemp(request.param)) as running:
        yield running


@pytest.fixture
def store(server: Server) -> Iterator[RemoteStore]:
    with RemoteStore(server.address) as opened:
        opened.replace_graphs(dict.fromkeys([*opened.graphs(), MARK]))
        yield opened


def quads(target: kg.store.Store) -> list[str]:
    output = io.BytesIO()
    target.dump(output)
    return sorted(output.getvalue().decode().splitlines())


def test_graphs_are_replaced_whole_and_others_stay(store: RemoteStore) -> None:
    store.replace_graphs({ONE: LINE + LINE.replace("Thép", "a"), TWO: LINE})
    store.replace_graphs({ONE: LINE.replace("Thép", "b")})
    assert sorted(store.graphs()) == [TWO, ONE]
    assert store.count() == 2
    assert list(store.statements(ONE)) == [("https://e.org/Trà", "https://e.org/p", 'b\n"x" \\ } ;')]
    store.replace_graphs({ONE: None, TWO: ""})
    assert list(store.graphs()) == []


def test_queries_of_all_forms_see_the_union_of_all_graphs(store: RemoteStore) -> None:
    store.bulk_load(f"{LINE[:-3]} <{ONE}> .\n".encode())
    text = "SELECT ?s ?o { ?s <https://e.org/p> ?o }"
    thing, value = ox.NamedNode("https://e.org/Trà"), ox.Literal('Thép\n"x" \\ } ;', language="vi")
    assert list(store.select(text)) == [(thing, value)]
    assert list(store.select(text, {"s": thing})) == [(thing, value)]
    assert list(store.select(text, {"o": ox.Literal('1" } DROP ALL #')})) == []
    asked = store.query("ASK { ?s <https://e.org/p> ?o }")
    assert isinstance(asked, ox.QueryBoolean)
    assert asked
    made = store.query("CONSTRUCT { ?s <https://e.org/q> ?o } { ?s <https://e.org/p> ?o }")
    assert not isinstance(made, ox.QueryBoolean)
    assert list(made) == [ox.Triple(thing, ox.NamedNode("https://e.org/q"), value)]


def test_numbers_and_dates_come_back_as_they_were(store: RemoteStore) -> None:
    literals = [
        ox.Literal(text, datatype=ox.NamedNode(terms.XSD + kind))
        for text, kind in (
            ("123456789012345678901234567890.12345", "decimal"),
            ("-0.9", "decimal"),
            ("190000000", "decimal"),
            ("7", "integer"),
            ("2024-06-11", "date"),
            ("true", "boolean"),
        )
    ]
    store.replace_graphs({ONE: "".join(f"<https://e.org/a> <https://e.org/p> {term} .\n" for term in literals)})
    output = io.BytesIO()
    store.dump(output, ox.RdfFormat.N_TRIPLES, ONE)
    assert {quad.object for quad in ox.parse(output.getvalue(), ox.RdfFormat.N_TRIPLES)} == set(literals)


def test_wrong_sparql_is_the_users_and_network_is_refused(store: RemoteStore) -> None:
    with pytest.raises(QueryError, match="calls the SPARQL wrong"):
        store.query("SELECT * { ?s ?p }")
    with pytest.raises(QueryError, match="SERVICE is refused"):
        store.query("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }")
    with pytest.raises(QueryError, match="SELECT query is wanted"):
        list(store.select("ASK {}"))


def test_the_catalogue_answers_as_the_embedded_store_does(store: RemoteStore) -> None:
    folder = query_graph.graph()
    output = io.BytesIO()
    folder.dump(output)
    store.bulk_load(output.getvalue())
    for name, parameters, _, _ in CATALOGUE_CASES:
        rows = run(store, name, parameters).records()
        assert repr(rows) == repr(run(folder, name, parameters).records()), name


def test_a_long_update_arrives_whole(store: RemoteStore) -> None:
    lines = "".join(f'<https://e.org/a> <https://e.org/p> "{i} ; }} }}" .\n' for i in range(2500))
    store.update(f"INSERT DATA {{ GRAPH <{ONE}> {{\n{lines}}} }}")
    assert store.count() == 2500
    gone = "".join(f'<https://e.org/a> <https://e.org/p> "{i} ; }} }}" .\n' for i in range(2, 2500))
    other = f'INSERT DATA {{ GRAPH <{TWO}> {{\n<https://e.org/a> <https://e.org/p> "new" .\n}} }}'
    store.update(f"DELETE DATA {{ GRAPH <{ONE}> {{\n{gone}}} }} ;\n{other}")
    assert store.count() == 3


class Place:
    def __init__(self, base: Path, where: str) -> None:
        self.documents = write_documents(
            base / "documents", d1="đạt 10 triệu", d2="đạt 20 triệu, 30 tỷ", d3="không có gì"
        )
        self.ontology = write_ontology(base / "ontology")
        self.where = where

    def build(self, where: str | Path | None = None, reader: NumberReader | None = None) -> tuple[int, int, int, int]:
        report = build(self.documents, where or self.where, reader=reader or NumberReader(), ontology=self.ontology)
        return report.read, report.unchanged, report.removed, len(report.failed)


@pytest.fixture
def place(tmp_path: Path, store: RemoteStore, server: Server) -> Place:
    return Place(tmp_path, server.address)


def test_a_build_into_a_server_says_what_one_into_a_folder_says(place: Place, store: RemoteStore) -> None:
    assert place.build() == (3, 0, 0, 0)
    assert place.build() == (0, 3, 0, 0)
    (place.documents / "d1.txt").write_text("đạt 11 triệu")
    (place.documents / "d3.txt").unlink()
    write_documents(place.documents, d2="broken 5", d4="thêm 5")
    assert place.build() == (2, 0, 1, 1)
    folder = place.documents.parent / "graph"
    place.build(folder)
    assert quads(store) == sorted(dump(folder).decode().splitlines())
    assert RemoteStore(place.where).interrupted() is None


class Stopping(NumberReader):
    def __init__(self) -> None:
        super().__init__("numbers-2")
        self.stop: Callable[[], None] = lambda: None

    def prepare(self) -> None:
        self.stop()


def test_a_build_that_broke_off_is_mended_by_the_next(place: Place, store: RemoteStore) -> None:
    place.build()
    whole = quads(store)
    store.begin()
    store.replace_graphs({terms.CUBE_GRAPH: None})
    store.bulk_load("".join(f"{LINE[:-3]} <{terms.document(doc)}> .\n" for doc in ("d1", "d9")).encode())
    assert store.interrupted() == frozenset([terms.document("d1"), terms.document("d9")])
    reader = NumberReader()
    place.build(reader=reader)
    assert reader.calls == ["d1"]
    assert quads(store) == whole
    assert store.interrupted() is None


def test_a_server_that_dies_half_way_is_a_clear_error_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kg_http, "ATTEMPTS", 2)
    with oxigraph(tmp_path) as running:
        place, reader = Place(tmp_path, running.address), Stopping()
        place.build()
        reader.stop = running.kill
        with pytest.raises(StoreError, match=r"does not answer \(Connection refused\).*run the same command again"):
            place.build(reader=reader)
        port = int(running.address.rpartition(":")[2])
    with oxigraph(tmp_path, port) as again:
        assert place.build(reader=NumberReader("numbers-2")) == (3, 0, 0, 0)
        with RemoteStore(again.address) as store:
            place.build(tmp_path / "graph", NumberReader("numbers-2"))
            assert quads(store) == sorted(dump(tmp_path / "graph").decode().splitlines())


def test_virtuosos_bulk_loader_loads_what_the_protocol_loads(tmp_path: Path) -> None:
    with virtuoso(tmp_path) as running:
        loads = Place(tmp_path, f"{running.address}/?isql=127.0.0.1:{running.sql}&folder={tmp_path}")
        assert loads.build() == (3, 0, 0, 0)
        loads.build(tmp_path / "graph")
        with RemoteStore(running.address) as store:
            assert quads(store) == sorted(dump(tmp_path / "graph").decode().splitlines())
            with pytest.raises(StoreError, match=r"bulk loader .* failed"):
                RemoteStore(loads.where).bulk_load(f'<https://e.org/a> <https://e.org/p> "1 <{ONE}> .\n'.encode())


def test_rows_that_virtuoso_would_leave_out_are_an_error(tmp_path: Path) -> None:
    with virtuoso(tmp_path, rows=5) as running, RemoteStore(running.address) as store:
        assert len(list(store.select("SELECT ?s { ?s ?p ?o } LIMIT 3"))) == 3
        with pytest.raises(StoreError, match="no more than 5 rows; raise ResultSetMaxRows"):
            store.query("SELECT ?s { ?s ?p ?o }")


def test_wrong_name_and_password_are_told(server: Server) -> None:
    logins = {"": "without a name", "dba:wrong@": "as dba"} if "dba" in server.address else {}  # Oxigraph asks nobody
    for login, said in logins.items():
        with RemoteStore(server.address.replace("dba:dba@", login)) as store, pytest.raises(StoreError, match=said):
            store.update(f"INSERT DATA {{ GRAPH <{ONE}> {{ <https://e.org/a> <https://e.org/p> 1 }} }}")


class Moody(http.server.BaseHTTPRequestHandler):
    """Fails twice with 503, then answers."""

    failures = 2

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        type(self).failures -= 1
        self.send_response(503 if type(self).failures >= 0 else 200)
        self.end_headers()
        self.wfile.write(b'{"head": {}, "boolean": true}' if type(self).failures < 0 else b"busy")

    def do_HEAD(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_a_server_that_is_busy_is_asked_again() -> None:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Moody) as moody:
        threading.Thread(target=moody.serve_forever, daemon=True).start()
        with RemoteStore(f"sparql+http://127.0.0.1:{moody.server_address[1]}/ds") as store:
            start = time.perf_counter()
            assert bool(store.query("ASK {}"))
            assert time.perf_counter() - start > 0.2
        moody.shutdown()


def test_addresses_say_where_everything_is(monkeypatch: pytest.MonkeyPatch) -> None:
    place = address.parse("sparql+https://an:p%40ss@h.org:81/ds/?store=gsp&server=other")
    assert (place.user, place.password, place.name) == ("an", "p@ss", "https://h.org:81/ds/")
    monkeypatch.setenv("KG_SPARQL_UPDATE", "/u")
    dialect = place.dialect("Virtuoso/07")
    assert (dialect.query, dialect.update, dialect.store) == (
        "https://h.org:81/ds/query",
        "https://h.org:81/u",
        "https://h.org:81/ds/gsp",
    )
    for wrong in ("sparql+http:///x", "sparql+http://h:x/", "sparql+http://h/?grphs=1"):
        with pytest.raises(StoreError):
            address.parse(wrong)
    with pytest.raises(StoreError, match="oxigraph, virtuoso, other are known"):
        address.parse("sparql+http://h/?server=fuseki").dialect("")
    assert "p@ss" not in RemoteStore("sparql+https://an:p%40ss@h.org").address


def test_digest_answers_the_example_of_the_rfc(monkeypatch: pytest.MonkeyPatch) -> None:
    cnonce = bytes.fromhex("0a4f113b")
    monkeypatch.setattr("os.urandom", lambda _: cnonce)
    challenge = {
        "scheme": "digest",
        "realm": "testrealm@host.com",
        "qop": "auth,auth-int",
        "nonce": "dcd98b7102dd2f0e8b11d0f600bfb0c093",
        "opaque": "5ccc069c403ebaf9f0171e9517f40e41",
    }
    header = kg_http.digest(challenge, "Mufasa", "Circle Of Life", "GET", "http://h/dir/index.html", 1)
    assert 'response="6629fae49393a05397450978507c4ef1"' in header
    assert "nc=00000001" in header
