"""A cluster makes the same graph as one machine, whatever happens to its workers; and sources of many documents."""

from __future__ import annotations

import gzip
import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from building import NumberReader, dump, write_documents, write_ontology
from kg.errors import InputError, StoreError
from kg.model import Reading
from kg.pipeline import build
from kg.scale.sources import Source, find

TEXTS = {f"d{i:03}": f"năm {i} đạt {i * 7}" for i in range(420)}


class MemberReader(NumberReader):
    """Reads whatever a source is; one document tells that it is being read, and is slow."""

    def __init__(self, note: str = "") -> None:
        super().__init__("members-1")
        self.note = note

    def __call__(self, source: Source) -> Reading:
        if self.note and source.id == "d250" and not Path(self.note).exists():
            Path(self.note).write_text(str(os.getpid()))
            time.sleep(30)
        text = source.content()
        copy = Path(os.environ.get("TMPDIR", "/tmp")) / f"kg-{os.getpid()}-{time.monotonic_ns()}.txt"
        copy.write_bytes(text)
        try:
            return super().__call__(Source(source.id, str(copy), source.meta))
        finally:
            copy.unlink()


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    distributed = pytest.importorskip("distributed", reason="needs dask.distributed: extra [cluster]")
    options: dict[str, Any] = {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0", "processes": True}
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, **options) as cluster:
        yield str(cluster.scheduler_address)


@pytest.mark.slow
def test_a_worker_killed_in_the_middle_costs_nothing(tmp_path: Path, scheduler: str) -> None:
    documents, ontology = write_documents(tmp_path / "docs", **TEXTS), write_ontology(tmp_path / "ontology")
    note = tmp_path / "pid"
    killer = os.fork()
    if killer == 0:
        while not note.exists() or not note.read_text():
            time.sleep(0.02)
        os.kill(int(note.read_text()), signal.SIGKILL)
        os._exit(0)
    report = build(documents, tmp_path / "many", reader=MemberReader(str(note)), ontology=ontology, cluster=scheduler)
    assert os.waitpid(killer, 0)[1] == 0
    assert (report.read, len(report.failed)) == (420, 0)
    assert not (tmp_path / "many.shards").exists()
    build(documents, tmp_path / "one", reader=MemberReader(), ontology=ontology, jobs=1)
    assert dump(tmp_path / "many") == dump(tmp_path / "one")


@pytest.mark.slow
def test_a_broken_document_and_a_change_are_as_on_one_machine(tmp_path: Path, scheduler: str) -> None:
    documents, ontology = write_documents(tmp_path / "docs", a="1", b="broken 2", c="3"), write_ontology(tmp_path / "o")
    shards = tmp_path / "shards"
    for texts, read in (({}, 2), ({"b": "mended 5", "a": "4"}, 2)):
        write_documents(documents, **texts)
        report = build(
            documents, tmp_path / "g", reader=NumberReader(), ontology=ontology, cluster=scheduler, shards=shards
        )
        assert report.read == read
    build(documents, tmp_path / "one", reader=NumberReader(), ontology=ontology)
    assert dump(tmp_path / "g") == dump(tmp_path / "one")
    assert sorted(path.suffix for path in shards.iterdir()) == [".json", ".json", ".nq", ".nq"]


def test_a_cluster_that_is_not_there_is_a_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed", reason="needs dask.distributed: extra [cluster]")

    def refused(*_: object, **__: object) -> None:
        raise OSError("Timed out")

    monkeypatch.setattr(distributed, "Client", refused)
    documents, ontology = write_documents(tmp_path / "docs", a="1"), write_ontology(tmp_path / "o")
    with pytest.raises(StoreError, match="does not answer"):
        build(documents, tmp_path / "g", reader=NumberReader(), ontology=ontology, cluster="tcp://127.0.0.1:1")
    assert not (tmp_path / "g" / "kg.json").exists()


ROWS = [{"id": "một", "text": "đạt 10", "title": "Thép"}, {"id": "hai", "text": "đạt 20\nvà 30"}]


def lines(path: Path) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS), encoding="utf-8")
    return path


def parquet(path: Path) -> Path:
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.Table.from_pylist(ROWS), path, row_group_size=1)
    return path


def warc(path: Path) -> Path:
    pytest.importorskip("warcio", reason="needs warcio: extra [cluster]")
    records = []
    for row in ROWS:
        body = row["text"].encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://e.org/\r\n"
            f"WARC-Record-ID: <urn:uuid:{row['id'].encode().hex()}>\r\nWARC-Date: 2024-06-11T01:02:03Z\r\n"
            f"Content-Type: text/plain\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + body + b"\r\n\r\n"))
    path.write_bytes(b"".join(records))
    return path


@pytest.mark.parametrize(
    ("make", "name"), [(lines, "x.jsonl"), (parquet, "x.parquet"), (warc, "x.warc.gz")], ids=["lines", "rows", "warc"]
)
def test_files_of_many_documents_are_read_member_by_member(make: Any, name: str, tmp_path: Path) -> None:
    path = make(tmp_path / name)
    sources, failures = find([path])
    assert failures == []
    assert {source.content().decode() for source in sources} == {row["text"] for row in ROWS}
    if "warc" not in name:
        assert {(source.id, source.metadata().get("title")) for source in sources} == {("một", "Thép"), ("hai", None)}
    else:
        assert {source.metadata()["date"] for source in sources} == {"2024-06-11"}
    graph, ontology = tmp_path / "graph", write_ontology(tmp_path / "ontology")
    report = build(path, graph, reader=MemberReader(), ontology=ontology)
    assert (report.read, report.facts["observation"]) == (2, 3)
    assert build(path, graph, reader=MemberReader(), ontology=ontology).unchanged == 2


def test_addresses_are_listed_and_read_through_fsspec(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    memory.pipe("/news/a.txt", "đạt 1".encode())
    memory.pipe("/news/b.jsonl", json.dumps({"text": "đạt 2"}).encode())
    for given in ("memory://news", "memory://news/*"):
        sources, _ = find([given])
        assert [(source.id, source.content().decode()) for source in sources] == [("a", "đạt 1"), ("b-0", "đạt 2")]
    with pytest.raises(InputError, match="no such file or folder"):
        find(["memory://nothing/*.txt"])


def test_a_broken_line_is_a_document_that_failed(tmp_path: Path) -> None:
    path = lines(tmp_path / "x.jsonl")
    path.write_text(path.read_text(encoding="utf-8") + '{"id": "ba"}\nno json\n', encoding="utf-8")
    report = build(path, tmp_path / "g", reader=MemberReader(), ontology=write_ontology(tmp_path / "o"))
    assert report.read == 2
    assert sorted(failure.reason.partition(": ")[2] or failure.reason for failure in report.failed)
    assert len(report.failed) == 2
