"""The examples in ``kg/__init__.py`` run where a graph of the seeds lies, as a reader of them has it."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg


@pytest.fixture(scope="session")
def folder_with_graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds ``graph``, built from the seeds."""
    folder = tmp_path_factory.mktemp("examples")
    kg.build(Path(__file__).parent / "seeds", folder / "graph")
    return folder


@pytest.fixture(autouse=True)
def _examples_have_a_graph(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if isinstance(request.node, pytest.DoctestItem) and request.node.path == Path(kg.__file__):
        monkeypatch.chdir(request.getfixturevalue("folder_with_graph"))
        monkeypatch.setitem(request.node.dtest.globs, "kg", kg)
