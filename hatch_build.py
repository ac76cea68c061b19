"""Build hook: bundles the page of `kg export --to html` into the package, where Node.js is there to do it.

Without Node the package is built all the same; `--to html` then says what is missing.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PageBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs `npm ci` and `npm run build` in web/ before a wheel is packed."""

    PLUGIN_NAME = "page"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make kg/export/assets, unless it is there or the install is an editable one (`make web` does it there)."""
        del build_data  # what is made stands in [tool.hatch.build] artifacts
        web = Path(self.root) / "web"
        made = Path(self.root) / "kg" / "export" / "assets" / "page.js"
        npm = shutil.which("npm")
        if version == "editable" or made.exists() or not web.is_dir():
            return
        if npm is None:
            self.app.display_warning("no npm here: the package is built without the page of `kg export --to html`")
            return
        for arguments in (("ci", "--no-audit", "--no-fund"), ("run", "build")):
            subprocess.run([npm, *arguments], cwd=web, check=True)
