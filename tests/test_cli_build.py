"""``kg build``: its closing table, its report, its exit codes, and its silence where there is no terminal."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from building import NumberReader, write_documents, write_ontology
from kg.cli import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("kg.pipeline.DocumentReader", lambda _: NumberReader())
    write_documents(tmp_path / "documents", d1="đạt 10 triệu", d2="đạt 20 triệu, 30 tỷ")
    write_ontology(tmp_path / "ontology")
    return tmp_path


def run(base: Path, *more: str) -> int:
    ontology = str(base / "ontology")
    return main(["build", str(base / "documents"), "-o", str(base / "graph"), "--ontology", ontology, *more])


def test_build_prints_what_was_found(base: Path, capsys: Capture) -> None:
    assert run(base) == 0
    output = capsys.readouterr()
    lines = {line.rpartition("  ")[0].strip(): line.split()[-1] for line in output.out.splitlines()}
    assert lines["documents read"] == "2"
    assert lines["facts: observation"] == "3"
    assert output.err == ""


def test_a_document_that_fails_is_named_and_the_exit_code_is_1(base: Path, capsys: Capture) -> None:
    write_documents(base / "documents", d3="broken")
    assert run(base, "--report", str(base / "report.json")) == 1
    assert re.search(r"left out .*d3\.txt: says that it is broken", capsys.readouterr().err)
    report = json.loads((base / "report.json").read_text(encoding="utf-8"))
    assert report["documents"]["failed"][0]["file"].endswith("d3.txt")


def test_sources_that_do_not_exist_are_wrong_use(base: Path, capsys: Capture) -> None:
    assert main(["build", str(base / "nowhere"), "-o", str(base / "graph")]) == 2
    assert "no such file or folder" in capsys.readouterr().err
    assert not (base / "graph").exists()


def test_a_number_of_processes_is_at_least_one(base: Path) -> None:
    with pytest.raises(SystemExit) as stop:
        run(base, "--jobs", "0")
    assert stop.value.code == 2


IN_A_TERMINAL = """
import sys
sys.path.insert(0, {tests!r})
import kg.pipeline
from building import NumberReader
kg.pipeline.DocumentReader = lambda ontology: NumberReader()
from kg.cli import main
main(["build", {base!r} + "/documents", "-o", {base!r} + "/graph", "--ontology", {base!r} + "/ontology"])
"""


def test_a_terminal_gets_a_progress_bar_on_standard_error(base: Path) -> None:
    ours, theirs = pty.openpty()
    program = IN_A_TERMINAL.format(tests=str(Path(__file__).parent), base=str(base))
    done = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=theirs, text=True, check=True)
    os.close(theirs)
    seen = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "100 %  2 of 2" in seen
    assert "reading" not in done.stdout
