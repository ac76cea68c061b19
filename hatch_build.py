"""Build hook: what goes into a wheel beside the package's sources.

The page of `kg export --to html` is bundled where Node.js is there to do it; without Node the package is built all the
same, and `--to html` then says what is missing. With KG_COMPILE=1 the modules that read documents are compiled as well
(mypyc, gcc or another C compiler); the wheel is then of one platform and one version of Python.
"""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# What is pickled (kg.model) is left out: mypyc's classes are not.
_COMPILED = ("kg/facts", "kg/mentions", "kg/text", "kg/lexicon.py")
_LEFT = ("kg/facts/seen.py",)  # for `kg read` alone; mypyc fails on it


class PackageBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before a wheel is packed; an editable install takes the checkout as it is."""

    PLUGIN_NAME = "package"

    def dependencies(self) -> list[str]:
        """What compiling needs, where it is asked for: the compiler, and the packages whose types it checks."""
        if not _asked():
            return []
        stubs = ["types-regex>=2025.1", "types-networkx>=3.4", "pandas-stubs>=2.3"]  # of what the sources name
        return ["mypy[mypyc]==2.4.1", "setuptools>=65", *stubs, *self.metadata.core.dependencies]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the page and, if asked to, the compiled modules."""
        if version == "editable":  # `make web` does it there; compiled modules would hide every change of a source
            return
        self._bundle()
        if _asked():
            self._built = TemporaryDirectory()
            built = Path(self._built.name)
            _compile(Path(self.root), built)
            build_data["pure_python"] = False
            build_data["infer_tag"] = True
            for library in sorted((built / "lib").rglob("*.*")):
                build_data["force_include"][str(library)] = library.relative_to(built / "lib").as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Throw the compiled modules away: they are in the wheel."""
        del version, build_data, artifact_path
        if hasattr(self, "_built"):
            self._built.cleanup()

    def _bundle(self) -> None:
        """Make kg/export/assets, unless it is there (the artifacts of [tool.hatch.build] put it into the wheel)."""
        web = Path(self.root) / "web"
        made = Path(self.root) / "kg" / "export" / "assets" / "page.js"
        npm = shutil.which("npm")
        if made.exists() or not web.is_dir():
            return
        if npm is None:
            self.app.display_warning("no npm here: the package is built without the page of `kg export --to html`")
            return
        for arguments in (("ci", "--no-audit", "--no-fund"), ("run", "build")):
            subprocess.run([npm, *arguments], cwd=web, check=True)


def _asked() -> bool:
    """Whether the reader is to be compiled."""
    return os.environ.get("KG_COMPILE", "") not in ("", "0")


def _compile(root: Path, into: Path) -> None:
    """The modules that read documents as one shared library, and beside it a small one by each module's name."""
    from mypyc.build import mypycify
    from setuptools import Distribution

    work = into / "sources"
    shutil.copytree(root / "kg", work / "kg", ignore=shutil.ignore_patterns("__pycache__", "assets", "*.so"))
    shutil.copy(root / "pyproject.toml", work)
    sources = sorted(
        file.relative_to(work).as_posix()
        for name in _COMPILED
        for file in ((work / name).rglob("*.py") if (work / name).is_dir() else [work / name])
    )
    sources = [source for source in sources if source not in _LEFT]
    for source in sources:
        (work / source).write_text(_final((work / source).read_text(encoding="utf-8")), encoding="utf-8")
    here = Path.cwd()
    os.chdir(work)  # mypy takes its settings and the names of modules from where it runs
    try:
        extensions = mypycify(
            sources,
            opt_level="1",  # "2" takes longer and makes nothing faster
            debug_level="0",
            target_dir=str(into / "c"),
            group_name="kg",
            multi_file=True,  # one file of C for all takes the compiler three times as long
        )
        build = Distribution({"name": "kg", "ext_modules": extensions}).get_command_obj("build_ext")
        build.build_lib, build.build_temp = str(into / "lib"), str(into / "tmp")
        build.ensure_finalized()
        build.run()
    finally:
        os.chdir(here)


def _final(source: str) -> str:
    """A module whose constants are Final, line for line: mypyc looks them up at once, not by name in a dictionary."""
    tree = ast.parse(source)
    stored = (node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    times = Counter(stored)
    lines = source.splitlines(keepends=True)
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)]) if name.isupper() and times[name] == 1:
                before, after = f"{name} =", f"{name}: Final ="
            case ast.AnnAssign(target=ast.Name(id=name), annotation=kind) if name.isupper() and times[name] == 1:
                of = ast.unparse(kind)
                before, after = f"{name}: {of} =", f"{name}: {of if of.startswith('Final') else f'Final[{of}]'} ="
            case _:
                continue
        lines[statement.lineno - 1] = lines[statement.lineno - 1].replace(before, after, 1)
    head = "from __future__ import annotations\n"
    return "".join(lines).replace(head, head.rstrip() + "; from typing import Final\n", 1)
