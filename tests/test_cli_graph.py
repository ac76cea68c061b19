"""The commands that read a graph: what they print where, and how they fail."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from building import NumberReader, write_documents, write_ontology
from kg.cli import main
from kg.pipeline import build

DOCUMENTS = "SELECT ?d { ?d a <https://w3id.org/vnkg/def#Document> } ORDER BY ?d"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    base = tmp_path_factory.mktemp("cli")
    documents = write_documents(base / "documents", d1="Kim ngạch đạt 10 triệu", d2="đạt 20 triệu, 30 tỷ")
    build(documents, base / "graph", reader=NumberReader(), ontology=write_ontology(base / "ontology"))
    return str(base / "graph")


Capture = pytest.CaptureFixture[str]


def test_sparql_prints_a_table(graph: str, capsys: Capture) -> None:
    assert main(["sparql", graph, DOCUMENTS]) == 0
    output = capsys.readouterr()
    assert [line.strip() for line in output.out.splitlines()][:2] == ["d", "--"] or "d1" in output.out
    assert output.err == ""


def test_sparql_prints_csv_json_and_markdown(graph: str, capsys: Capture) -> None:
    assert main(["sparql", graph, DOCUMENTS, "--format", "csv"]) == 0
    assert len(list(csv.reader(capsys.readouterr().out.splitlines()))) == 3
    assert main(["sparql", graph, DOCUMENTS, "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
    assert main(["sparql", graph, DOCUMENTS, "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("|")


def test_sparql_comes_from_a_file_too(graph: str, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "q.rq").write_text(DOCUMENTS)
    assert main(["sparql", graph, "-f", str(tmp_path / "q.rq")]) == 0
    assert "d2" in capsys.readouterr().out
    assert main(["sparql", graph]) == 2
    assert main(["sparql", graph, DOCUMENTS, "-f", str(tmp_path / "q.rq")]) == 2


def test_a_construct_query_prints_turtle(graph: str) -> None:
    text = "CONSTRUCT { ?d a <http://example.org/D> } { ?d a <https://w3id.org/vnkg/def#Document> }"
    output = subprocess.run([sys.executable, "-m", "kg", "sparql", graph, text], capture_output=True, check=True).stdout
    assert output.count(b"<http://example.org/D>") + output.count(b"example.org/D") >= 1


@pytest.mark.parametrize("reference", ["d1:14", "d:d1#c14-16", "https://w3id.org/vnkg/doc/d1#c14-16"])
def test_why_shows_the_sentence_with_the_span_marked(graph: str, reference: str, capsys: Capture) -> None:
    assert main(["why", graph, reference]) == 0
    output = capsys.readouterr().out
    assert "Kim ngạch đạt [10] triệu" in output
    assert "rules        number" in output


def test_why_gives_the_same_as_json(graph: str, capsys: Capture) -> None:
    assert main(["why", graph, "d1:14", "--format", "json"]) == 0
    (reasons,) = json.loads(capsys.readouterr().out)
    assert reasons["fields"]["value"] == 10
    assert reasons["rules"] == ["number"]
    assert reasons["document"] == {"id": "d1"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["why", "GRAPH", "d1:15"], "no fact at 15; the nearest are: d1:14"),
        (["why", "GRAPH", "dx:15"], "no document 'dx'"),
        (["why", "GRAPH", "nonsense"], "names no fact"),
        (["sparql", "GRAPH", "SELECT {"], "SPARQL"),
        (["sparql", "GRAPH", "SELECT * { SERVICE <http://e> { ?s ?p ?o } }"], "SERVICE is refused"),
        (["sparql", "GRAPH/nowhere", DOCUMENTS], "is not a graph"),
        (["export", "GRAPH", "--to", "fact"], "did you mean 'facts'?"),
        (["query", "GRAPH", "no-such-query"], "no-such-query"),
        (["query", "GRAPH", "documents", "novalue"], "name=value"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(graph: str, arguments: list[str], message: str, capsys: Capture) -> None:
    assert main([argument.replace("GRAPH", graph) for argument in arguments]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith("kg: ")
    assert message in output.err


def test_an_unknown_command_is_wrong_use(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["fly"])
    assert stop.value.code == 2
    assert "invalid choice" in capsys.readouterr().err


def test_export_writes_to_standard_output_or_to_a_file(graph: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kg", "export", graph, "--to", "facts"]
    printed = subprocess.run(command, capture_output=True, check=True).stdout
    assert main([*command[3:], "-o", str(tmp_path / "facts.jsonl")]) == 0
    assert (tmp_path / "facts.jsonl").read_bytes() == printed
    assert [json.loads(line)["value"] for line in printed.splitlines()] == [10, 20, 30]


def test_a_query_that_takes_too_long_is_given_up(graph: str) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
    command = [sys.executable, "-m", "kg", "sparql", graph, endless, "--timeout", "0.3"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2
    assert "longer than 0.3 s" in done.stderr


def test_a_closed_pipe_is_no_error(graph: str) -> None:
    command = f"{sys.executable} -m kg export {graph} --to nquads | head -c 10; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
