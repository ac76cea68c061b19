"""The documentation keeps its word: links lead somewhere, commands exist, examples run.

A block marked ``sh`` or ``python`` runs as it stands, in a folder that holds ``seeds``; ``console`` shows commands
that are only checked to exist; ``turtle`` must parse.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.facts import read
from kg.lexicon import load
from kg.model import Document, Observation

ROOT = Path(__file__).parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "benchmarks/README.md",
]
BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)(?P<path>[^)#]+)")
COMMAND = re.compile(r"\bkg (?P<name>[a-z]+)\b(?P<rest>[^`|\n]*)")
SCRIPTS = Path(sys.executable).parent


def blocks(page: Path, *languages: str) -> list[str]:
    text = page.read_text(encoding="utf-8")
    return [match["text"] for match in BLOCK.finditer(text) if match["language"] in languages]


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def having(*languages: str) -> list[Path]:
    return [page for page in PAGES if blocks(page, *languages)]


def run(*command: str, cwd: Path = ROOT) -> str:
    path = f"{SCRIPTS}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(command, cwd=cwd, env={**os.environ, "PATH": path}, capture_output=True, text=True)
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout


@cache
def usage(command: str = "") -> str:
    return run("kg", *([command] if command else []), "--help")


@cache
def commands() -> frozenset[str]:
    return frozenset(re.findall(r"^    ([a-z]+) ", usage(), re.MULTILINE))


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """A folder as a reader of the documentation has it: with the seeds, and nothing else yet."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    paths = [match["path"] for match in LINK.finditer(page.read_text(encoding="utf-8"))]
    assert [path for path in paths if not (page.parent / path).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_and_their_options_exist(page: Path) -> None:
    for match in COMMAND.finditer(page.read_text(encoding="utf-8")):
        assert match["name"] in commands(), match[0]
        unquoted = re.sub(r'"[^"]*"', "", match["rest"])
        for option in re.findall(r"(?<!\S)--?[a-z][a-z-]*", unquoted):
            assert option in usage(match["name"]), match[0]


def test_every_command_is_documented() -> None:
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert {name for name in commands() if f"kg {name}" not in text} == set()


def test_make_targets_and_scripts_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    targets = set(re.findall(r"`make ([a-z-]+)`|^\$ make ([a-z-]+)", text, re.MULTILINE))
    assert [name for pair in targets for name in pair if name and f"\n{name}:" not in makefile] == []
    scripts = set(re.findall(r"\b((?:scripts|benchmarks)/[\w./-]*\w)", text))
    assert [path for path in scripts if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("page", having("sh", "python"), ids=name_of)
def test_examples_run(page: Path, workplace: Path) -> None:
    for match in BLOCK.finditer(page.read_text(encoding="utf-8")):
        if match["language"] == "sh":
            run("bash", "-euo", "pipefail", "-c", match["text"], cwd=workplace)
        elif match["language"] == "python":
            run(sys.executable, "-W", "error", "-c", match["text"], cwd=workplace)


@pytest.mark.parametrize("page", having("turtle"), ids=name_of)
def test_turtle_parses(page: Path) -> None:
    for text in blocks(page, "turtle"):
        list(ox.parse(text, format=ox.RdfFormat.TURTLE))


def test_the_indicator_and_unit_of_the_manual_are_read_without_touching_python(tmp_path: Path) -> None:
    page = ROOT / "docs" / "extending.md"
    folder = shutil.copytree(ROOT / "ontology", tmp_path / "ontology", ignore=shutil.ignore_patterns("sources"))
    for number, text in enumerate(blocks(page, "turtle")):
        (folder / f"added-{number}.ttl").write_text(text, encoding="utf-8")
    (sentence,) = re.findall(r'kg read "([^"]*)"', page.read_text(encoding="utf-8"))

    assert read(Document("before", sentence), load()).facts == ()

    (fact,) = read(Document("after", sentence), load(folder)).facts
    assert isinstance(fact, Observation)
    assert (fact.indicator, fact.unit, fact.value, fact.area) == ("charging-stations", "station", Decimal(35), "VN-54")


def test_the_reference_of_the_ontology_is_made(tmp_path: Path) -> None:
    run(sys.executable, str(ROOT / "scripts" / "make_docs.py"), str(tmp_path))
    for language, label in (("vi", "Phát biểu số liệu"), ("en", "Claim of an observation")):
        assert label in (tmp_path / language / "schema.html").read_text(encoding="utf-8")
        assert "kim ngạch xuất khẩu" in (tmp_path / language / "indicators.html").read_text(encoding="utf-8")
