"""Free SPARQL: what it gives back, what is refused, and what an error says. And tables as texts."""

from __future__ import annotations

import copy
import json
from decimal import Decimal

import pytest

from kg import terms
from kg.errors import QueryError
from kg.query import Ref, Table, run, sparql
from query_graph import graph

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?d { ?d a kg:Document } }"


def table_of(text: str) -> Table:
    answer = sparql(graph(), text)
    assert isinstance(answer, Table)
    return answer


def test_a_select_gives_rows() -> None:
    table = table_of(COUNT)
    assert (table.columns, list(table.rows)) == (("n",), [(8,)])


def test_an_ask_gives_one_cell() -> None:
    assert list(table_of("ASK { ?d a kg:Document }").rows) == [(True,)]
    assert list(table_of("ASK { ?d a kg:Nothing }").rows) == [(False,)]


@pytest.mark.parametrize(("format", "mark"), [("turtle", b"@prefix kg:"), ("ntriples", b"<http"), ("jsonld", b'"@id"')])
def test_a_construct_gives_rdf(format: str, mark: bytes) -> None:
    text = "CONSTRUCT { ?d a kg:Document } WHERE { GRAPH ?d { ?d a kg:Document } }"
    answer = sparql(graph(), text, format)
    assert isinstance(answer, bytes)
    assert mark in answer
    assert b"hy-2023" in answer


def test_an_unknown_format_is_named_with_the_known_ones() -> None:
    with pytest.raises(QueryError, match="'xml' is no format for triples; use one of turtle, ntriples, jsonld"):
        sparql(graph(), "DESCRIBE ?d WHERE { ?d a kg:Document }", "xml")


def test_well_known_prefixes_need_no_declaration() -> None:
    assert list(table_of(COUNT).rows) == list(table_of(f"PREFIX kg: <{terms.KG}>\n{COUNT}").rows)


def test_a_prefix_of_the_query_keeps_its_meaning() -> None:
    assert list(table_of("PREFIX kg: <http://example.org/> ASK { ?d a kg:Document }").rows) == [(False,)]


UPDATES = (
    "DROP ALL",
    "CLEAR GRAPH <http://x>",
    "insert data { <a:a> <a:b> <a:c> }",
    "PREFIX a: <http://a#>\n# words\nDELETE WHERE { ?s ?p ?o }",
    "BASE <http://a/> WITH <g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "LOAD <http://127.0.0.1:9/x>",
)


@pytest.mark.parametrize("text", UPDATES)
def test_an_update_is_refused_and_changes_nothing(text: str) -> None:
    before = graph().count()
    with pytest.raises(QueryError, match="is an update; a query only reads"):
        sparql(graph(), text)
    assert graph().count() == before


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o } ; DROP ALL",
    ],
)
def test_other_servers_and_second_commands_are_refused(text: str) -> None:
    before = graph().count()
    with pytest.raises(QueryError):
        sparql(graph(), text)
    assert graph().count() == before


def test_an_error_shows_the_line_and_the_place() -> None:
    with pytest.raises(QueryError) as error:
        sparql(graph(), "SELECT ?s\nWHERE {\n  ?s a a kg:Document }\n")
    first, line, mark = str(error.value).rsplit("\n", 2)
    assert "3:" in first
    assert line == "  3 |   ?s a a kg:Document }"
    assert mark.rstrip().endswith("^")


def test_the_column_on_the_first_line_is_that_of_the_users_text() -> None:
    messages = []
    for text in (
        "SELECT ?s { ?s a a kg:Document }",
        "SELECT ?s { ?s a a <http://a#bc> }",
    ):  # one prefix is added, or none
        with pytest.raises(QueryError) as error:
            sparql(graph(), text)
        messages.append(str(error.value))
    places = [message.split(" expected")[0] for message in messages]
    assert places[0] == places[1]
    assert messages[0].split("\n")[-1] == messages[1].split("\n")[-1]


HY, BG = Ref("VN-66", terms.area("VN-66"), "Hưng Yên"), Ref("VN-54", terms.area("VN-54"), "Bắc | Giang")
TABLE = Table(("area", "value", "note", "met"), [(HY, Decimal("1.50"), None, True), (BG, 7, None, None)])


def test_a_table_as_json_and_csv_holds_codes() -> None:
    assert json.loads(TABLE.to_json()) == [
        {"area": "VN-66", "value": 1.5, "note": None, "met": True},
        {"area": "VN-54", "value": 7, "note": None, "met": None},
    ]
    assert TABLE.to_csv() == "area,value,note,met\nVN-66,1.5,,True\nVN-54,7,,\n"


def test_a_table_as_markdown_holds_labels_and_only_columns_that_say_something() -> None:
    lines = ["| area | value | met |", "| --- | --- | --- |", "| Hưng Yên | 1.5 | True |", "| Bắc \\| Giang | 7 |  |"]
    assert TABLE.to_markdown() == "\n".join(lines)
    assert Table(("a", "b"), []).to_markdown() == "| a | b |\n| --- | --- |"


def test_a_table_gives_its_columns_and_records() -> None:
    assert TABLE.column("area") == ["VN-66", "VN-54"]
    assert TABLE.records()[1]["value"] == 7
    with pytest.raises(ValueError, match="not in tuple"):
        TABLE.column("nothing")


def test_a_reference_is_its_code_and_knows_iri_and_label() -> None:
    found = run(graph(), "growth-league", {"indicator": "gdp", "period": "2023"}).rows[0][0]
    assert isinstance(found, Ref)
    assert (found, found.iri, found.label) == ("VN-54", terms.area("VN-54"), "Bắc Giang")
    assert copy.deepcopy(found).label == "Bắc Giang"


def test_labels_come_in_the_language_asked_for() -> None:
    given = {"indicator": "gdp", "period": "2023"}
    assert getattr(run(graph(), "growth-league", given, lang="en").rows[0][0], "label", None) == "Bac Giang"
    [vi, en] = [
        run(graph(), "findings", {"area": "Hưng Yên"}, lang=lang).column("explanation")[0] for lang in ("vi", "en")
    ]
    assert str(vi).startswith("Kim ngạch")
    assert str(en).startswith("export turnover")
