"""KG_COMPILE=1 makes a wheel whose reader is compiled and says of the seeds, byte for byte, what the sources say."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
COMPILED = ("facts", "mentions", "text")
NEEDED = ("kg", "ontology", "queries", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")
BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
READ = """
import sys
from pathlib import Path
import kg.facts.reader, kg.mentions.scan, kg.text.normalise
from kg.scale.reader import DocumentReader
from kg.scale.sources import find

reader = DocumentReader()
reader.prepare()
modules = (kg.facts.reader, kg.mentions.scan, kg.text.normalise)
print(*sorted({Path(module.__file__).suffix for module in modules}), file=sys.stderr)
for source in find([Path(sys.argv[1])])[0]:
    print(repr(reader(source)))
"""


def run(code: str, *arguments: Path, cwd: Path, **settings: str) -> tuple[bytes, str]:
    """What a Python of its own prints and what it warns of; hashes are fixed, so that sets print in one order."""
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8", **settings}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-4000:]
    return done.stdout, done.stderr.decode().strip()


@pytest.mark.slow
@pytest.mark.compiled
def test_the_compiled_reader_says_what_the_sources_say(root: Path, seeds: Path, tmp_path: Path) -> None:
    pytest.importorskip("mypyc", reason="needs mypyc, which comes with mypy")
    pytest.importorskip("setuptools", reason="needs setuptools, which mypyc builds with")
    if shutil.which("cc") is None or not Path(sysconfig.get_paths()["include"], "Python.h").exists():
        pytest.skip("needs a C compiler and the headers of Python")
    checkout, target = tmp_path / "checkout", tmp_path / "target"
    checkout.mkdir()  # a copy, without web/: the page has a test of its own
    for name in NEEDED:
        if (root / name).is_dir():
            shutil.copytree(root / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(root / name, checkout)
    run(BUILD, tmp_path, cwd=checkout, KG_COMPILE="1")
    (wheel,) = tmp_path.glob("*.whl")
    assert "none-any" not in wheel.name
    with ZipFile(wheel) as archive:
        archive.extractall(target)
    said, kind = run(READ, seeds, cwd=tmp_path, PYTHONPATH=str(target))
    expected, plain = run(READ, seeds, cwd=tmp_path, PYTHONPATH=str(root))
    assert (kind, plain) == (".so", ".py")
    assert said == expected
    assert said.count(b"Observation(") > 100


def test_nothing_is_sought_in_a_tuple_with_stars() -> None:
    """mypyc fails on `x in (*A, "b")` and `for x in (*A, *B)`: a mistake easily made, told here without compiling."""
    found = []
    sources = [ROOT / "kg" / "lexicon.py", *(p for name in COMPILED for p in (ROOT / "kg" / name).rglob("*.py"))]
    for source in sources:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare):
                sought = node.comparators
            elif isinstance(node, ast.For | ast.comprehension):
                sought = [node.iter]
            else:
                continue
            tuples = [part for part in sought if isinstance(part, ast.Tuple)]
            found += [f"{source}:{t.lineno}" for t in tuples if any(isinstance(e, ast.Starred) for e in t.elts)]
    assert found == []
