"""What a graph's folder remembers saves time and says nothing of its own: without it the graph is the same."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from building import dump
from kg.errors import StoreError
from kg.pipeline import build
from kg.reconcile import spill
from kg.reconcile.run import here
from kg.reconcile.spill import Made
from kg.scale.reading import spread
from kg.store.folder import MEMORY

ADDED = (
    "\nNăm 2023, kim ngạch xuất khẩu của tỉnh Hưng Yên đạt 7,5 tỷ USD. "
    "Dự án Nhà máy Thép Hòa Phát có tổng vốn đầu tư 90 tỷ đồng.\n"
)


@pytest.fixture
def documents(tmp_path: Path, root: Path) -> Path:
    return Path(shutil.copytree(root / "seeds", tmp_path / "documents"))


def forget(graph: Path) -> None:
    (graph / MEMORY).unlink()


def confuse(graph: Path) -> None:
    with sqlite3.connect(graph / MEMORY) as database:
        database.execute("UPDATE about SET store = 'store-99'")
        database.execute("UPDATE part SET value = x'00'")
        database.execute("UPDATE document SET sha = 'other'")


def spoil(graph: Path) -> None:
    (graph / MEMORY).write_bytes(b"no database at all" * 500)


def nothing(_: Path) -> None:
    pass


@pytest.mark.parametrize("harm", [nothing, forget, confuse, spoil])
def test_a_change_ends_where_a_build_of_all_ends_whatever_the_memory(
    tmp_path: Path, documents: Path, harm: Callable[[Path], None]
) -> None:
    graph = tmp_path / "graph"
    build(documents, graph)
    changed = sorted(documents.glob("*.txt"))[0]
    original = changed.read_text(encoding="utf-8")
    for number, text in enumerate((original + ADDED, original)):
        harm(graph)
        changed.write_text(text, encoding="utf-8")
        assert build(documents, graph).read == 1
        build(documents, tmp_path / f"whole{number}")
        assert dump(graph) == dump(tmp_path / f"whole{number}")


def test_parts_that_are_made_in_pieces_make_the_same_graph(
    tmp_path: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(documents, tmp_path / "whole")
    monkeypatch.setattr(spill, "_AT_ONCE", 2000)
    build(documents, tmp_path / "pieces")
    assert dump(tmp_path / "pieces") == dump(tmp_path / "whole")


def made(parts: Sequence[Path]) -> list[Made]:
    return [Made(part, {}, []) for part in parts]


def made_or_dead(once: Path, parts: Sequence[Path]) -> list[Made]:
    if any(part.name == "3" for part in parts) and not (once.exists() and once.name == "once"):
        once.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return made(parts)


def test_a_worker_that_dies_while_reconciling_is_replaced(tmp_path: Path) -> None:
    parts = [tmp_path / str(number) for number in range(6)]
    for part in parts:
        part.touch()
    found = spread(2, partial(made_or_dead, tmp_path / "once"), parts)
    assert sorted(each.file for each in found) == parts == [each.file for each in here(made, parts)]
    with pytest.raises(StoreError, match="ended the process"):
        list(spread(2, partial(made_or_dead, tmp_path / "always"), parts))
