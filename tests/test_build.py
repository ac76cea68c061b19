"""A build is idempotent, incremental and all or nothing, whatever its documents and its workers do."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

import kg.store
from building import NumberReader, dump, write_documents, write_ontology
from kg.errors import InputError, LexiconError, StoreError
from kg.pipeline import build
from kg.scale import tally
from kg.scale.pool import Lost, work_through
from kg.scale.report import BuildReport

THREE = {"d1": "đạt 10 triệu", "d2": "đạt 20 triệu, 30 tỷ", "d3": "không có gì"}


class Place:
    """A folder of documents, a graph, and a build of the one into the other."""

    def __init__(self, base: Path, **texts: str) -> None:
        self.documents = write_documents(base / "documents", **texts)
        self.graph = base / "graph"
        self.ontology = write_ontology(base / "ontology")

    def build(self, reader: NumberReader | None = None, jobs: int | None = None) -> BuildReport:
        return build(self.documents, self.graph, reader=reader or NumberReader(), ontology=self.ontology, jobs=jobs)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path, **THREE)


def counts(report: BuildReport) -> tuple[int, int, int, int]:
    return report.read, report.unchanged, report.removed, len(report.failed)


def test_building_twice_reads_nothing_and_changes_nothing(place: Place) -> None:
    assert counts(place.build()) == (3, 0, 0, 0)
    first, reader = dump(place.graph), NumberReader()
    assert counts(place.build(reader)) == (0, 3, 0, 0)
    assert reader.calls == []
    assert dump(place.graph) == first


def test_a_changed_document_replaces_its_graph_and_a_removed_one_leaves(place: Place) -> None:
    place.build()
    (place.documents / "d1.txt").write_text("đạt 11 triệu")
    (place.documents / "d2.txt").unlink()
    write_documents(place.documents, d4="thêm 5")
    reader = NumberReader()
    report = place.build(reader)
    assert counts(report) == (2, 1, 1, 0)
    assert reader.calls == ["d1", "d4"]
    with kg.store.open(place.graph) as store:
        every = tally.count(store)
    assert report.facts == {kind: every[kind] for kind in tally.KINDS}
    assert (report.quads, report.observations, report.findings) == (
        every["quads"],
        every["observations"],
        every["findings"],
    )
    assert report.facts["observation"] == 2
    changed = dump(place.graph)
    fresh = Place(place.graph.parent / "fresh_base")
    fresh.documents = place.documents
    fresh.build()
    assert dump(fresh.graph) == changed


def test_a_reader_of_another_version_reads_all_again(place: Place) -> None:
    place.build()
    assert counts(place.build(NumberReader("numbers-2"))) == (3, 0, 0, 0)


def test_metadata_of_the_manifest_makes_a_document_new(place: Place) -> None:
    place.build()
    (place.documents / "documents.csv").write_text("file,title,publisher,url,date\nd1.txt,Thép,,,\n", encoding="utf-8")
    reader = NumberReader()
    assert counts(place.build(reader)) == (1, 2, 0, 0)
    assert reader.calls == ["d1"]
    assert "Thép".encode() in dump(place.graph)


def test_a_change_within_one_tick_of_the_clock_is_seen(place: Place) -> None:
    place.build()
    path = place.documents / "d1.txt"
    status = path.stat()
    path.write_text("đạt 99 triệu")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert counts(place.build()) == (1, 2, 0, 0)


def test_a_changed_ontology_is_loaded_without_reading_the_documents(place: Place) -> None:
    place.build()
    write_ontology(place.ontology, '@prefix e: <https://example.org/> . e:a e:label "mới"@vi .\n')
    assert counts(place.build()) == (0, 3, 0, 0)
    assert "mới".encode() in dump(place.graph)
    assert b"genid" not in dump(place.graph)


def test_a_broken_document_is_named_and_stops_nobody(place: Place) -> None:
    write_documents(place.documents, d2="broken 7")
    (place.documents / "d3.txt").write_bytes(b"\xff\xfe\xfa")
    report = place.build()
    assert counts(report) == (1, 0, 0, 2)
    assert [Path(failure.file).name for failure in report.failed] == ["d2.txt", "d3.txt"]
    assert "says that it is broken" in report.failed[0].reason
    write_documents(place.documents, d2="mended 7")
    assert counts(place.build()) == (1, 1, 0, 1)


def test_many_processes_make_the_same_bytes_as_one(tmp_path: Path) -> None:
    texts = {f"d{i}": f"năm {i} đạt {i * 7}" for i in range(150)}
    one, many = Place(tmp_path / "one", **texts), Place(tmp_path / "many", **texts)
    one.build(jobs=1)
    assert counts(many.build(jobs=3)) == (150, 0, 0, 0)
    assert dump(one.graph) == dump(many.graph)


def test_a_document_that_kills_its_worker_costs_nothing_but_itself(tmp_path: Path) -> None:
    texts = {f"d{i:03}": f"đạt {i}" for i in range(60)}
    place = Place(tmp_path, **texts | {"d030": "deadly"})
    report = place.build(jobs=2)
    assert counts(report) == (59, 0, 0, 1)
    assert "exit code -9" in report.failed[0].reason


def double_or_die(batch: Sequence[Path]) -> list[str]:
    """Dies the first time it sees each file that says so."""
    for path in batch:
        if path.read_text() == "die once":
            path.write_text("recovered")
            os.kill(os.getpid(), signal.SIGKILL)
    return [path.read_text() for path in batch]


def test_what_a_dead_worker_held_is_done_again(tmp_path: Path) -> None:
    paths = [tmp_path / f"{i}" for i in range(12)]
    for i, path in enumerate(paths):
        path.write_text("die once" if i in (3, 7) else str(i))
    results = list(work_through(double_or_die, [paths[i : i + 4] for i in range(0, 12, 4)], jobs=2))
    texts = sorted(text for result in results if not isinstance(result, Lost) for text in result)
    assert texts == sorted(["recovered", "recovered", *(str(i) for i in range(12) if i not in (3, 7))])


KILLED = """
import sys, time
sys.path.insert(0, {tests!r})
from building import NumberReader
from kg.pipeline import build

class Slow(NumberReader):
    def __call__(self, source):
        if source.id == "d2":
            print("reading", flush=True)
            time.sleep(60)
        return super().__call__(source)

build({documents!r}, {graph!r}, reader=Slow("numbers-2"), ontology=__import__("pathlib").Path({ontology!r}))
"""


def test_a_build_that_is_killed_leaves_the_graph_as_it_was(place: Place) -> None:
    place.build()
    before = dump(place.graph)
    program = KILLED.format(
        tests=str(Path(__file__).parent),
        documents=str(place.documents),
        graph=str(place.graph),
        ontology=str(place.ontology),
    )
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process, process.stdout as output:
        assert output.readline() == "reading\n"
        process.kill()
    assert dump(place.graph) == before
    assert len(list(place.graph.glob("store-*"))) == 2
    place.build()
    assert dump(place.graph) == before
    assert len(list(place.graph.glob("store-*"))) == 1


def test_an_error_in_the_middle_leaves_the_graph_as_it_was(place: Place) -> None:
    place.build()
    before = dump(place.graph)
    write_ontology(place.ontology, "this is not Turtle")
    with pytest.raises(LexiconError, match=r"schema\.ttl"):
        place.build()
    assert dump(place.graph) == before


def test_sources_that_are_not_there_are_wrong_use(place: Place) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        build([place.documents, "nowhere/*.txt"], place.graph, reader=NumberReader(), ontology=place.ontology)
    (place.documents.parent / "empty").mkdir()
    with pytest.raises(InputError, match="holds no document"):
        build(place.documents.parent / "empty", place.graph, reader=NumberReader(), ontology=place.ontology)


def test_two_files_of_one_name_are_not_silently_one_document(place: Place) -> None:
    other = write_documents(place.documents / "sub", d1="khác 4")
    report = place.build()
    assert counts(report) == (3, 0, 0, 1)
    assert report.failed[0].file == str(other / "d1.txt")
    assert "same name as" in report.failed[0].reason


def test_a_source_given_twice_is_one(place: Place) -> None:
    sources: list[str | Path] = [place.documents, str(place.documents / "*.txt"), place.documents / "d1.txt"]
    assert counts(build(sources, place.graph, reader=NumberReader(), ontology=place.ontology)) == (3, 0, 0, 0)


def test_the_report_says_what_was_done_and_what_there_is(place: Place) -> None:
    file = place.graph.parent / "report.json"
    build(place.documents, place.graph, reader=NumberReader(), ontology=place.ontology, report=file)
    report = json.loads(file.read_text(encoding="utf-8"))
    assert report["documents"] == {"read": 3, "unchanged": 0, "removed": 0, "failed": []}
    assert report["facts"] == {"observation": 3, "entity": 0, "policy": 0, "role": 0}
    assert report["claims"] == 3
    assert report["quads"] == dump(place.graph).count(b"\n")
    assert {"find", "compare", "read and load"} <= set(report["seconds"])


def test_progress_is_told_of_every_document(place: Place) -> None:
    heard: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        heard.append((done, total))

    build(place.documents, place.graph, reader=NumberReader(), ontology=place.ontology, progress=progress)
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_a_graph_folder_that_is_something_else_is_not_touched(place: Place) -> None:
    with pytest.raises(StoreError, match="is not a graph"):
        build(place.documents, place.documents, reader=NumberReader(), ontology=place.ontology)
    assert sorted(path.name for path in place.documents.iterdir()) == ["d1.txt", "d2.txt", "d3.txt"]


def test_an_unchanged_file_is_not_even_opened(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    old = time.time_ns() - 10_000_000_000
    for path in place.documents.iterdir():
        os.utime(path, ns=(old, old))
    place.build()
    place.build()  # takes the note
    opened: list[str] = []
    read_bytes = Path.read_bytes

    def noted(path: Path) -> bytes:
        opened.append(path.name)
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    assert counts(place.build()) == (0, 3, 0, 0)
    assert [name for name in opened if name.endswith(".txt")] == []
