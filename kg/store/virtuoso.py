"""Virtuoso's own bulk loader, through its command ``isql``: for first loads of many documents.

It wants a folder that the server may read (``DirsAllowed``): ``?isql=HOST:1111&folder=/that/folder``.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from kg.errors import StoreError
from kg.store.address import Address

_COMMANDS = ("isql-vt", "isql-v", "isql")


def load(place: Address, nquads: bytes) -> None:
    """Load N-Quads; StoreError with what Virtuoso says where it does not take them."""
    folder = place.options.get("folder")
    if not folder or "'" in folder:
        raise StoreError(f"{place.name}: with isql=, name also a folder that the server may read: folder=/...")
    try:
        handle = tempfile.NamedTemporaryFile(dir=folder, prefix="kg-", suffix=".nq", delete=False)  # noqa: SIM115
    except OSError as error:
        raise StoreError(f"the folder {folder} cannot be written: {error.strerror}") from error
    path = Path(handle.name)
    try:
        with handle:
            handle.write(nquads)
        path.chmod(0o644)  # the server may run as another user
        run(place, f"ld_dir('{folder}', '{path.name}', 'urn:default');\n rdf_loader_run();\n checkpoint;")
        _check(place, path)
    finally:
        path.unlink(missing_ok=True)


def _check(place: Address, path: Path) -> None:
    """The loader tells of errors only in its table: state 2 with an error, or a file that it never saw."""
    table, this = "DB.DBA.load_list", f"ll_file = '{path}'"
    rows = run(place, f"SELECT concat('state:', ll_state, ':', coalesce(ll_error, '')) FROM {table} WHERE {this};")
    run(place, f"DELETE FROM {table} WHERE {this};")
    state = next((line for line in rows.splitlines() if line.startswith("state:")), "not in its list")
    if state.strip() != "state:2:":
        raise StoreError(f"the bulk loader of {place.name} failed: {state.strip()}; see DirsAllowed in its ini file")


def run(place: Address, commands: str) -> str:
    """What ``isql`` prints for some commands."""
    program = next((found for name in _COMMANDS if (found := shutil.which(name))), None)
    if program is None:
        raise StoreError("isql-vt, which comes with Virtuoso, is not installed; leave isql= out of the address")
    user, password = place.user or "dba", place.password or "dba"
    done = subprocess.run(
        [program, place.options["isql"], user, password, "BANNER=OFF", "VERBOSE=OFF", "PROMPT=OFF", "ERRORS=STDOUT"],
        input=commands + "\n",
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode or "*** Error" in done.stdout:
        said = " ".join((done.stdout + done.stderr).split())[:500]
        raise StoreError(f"isql at {place.options['isql']} failed: {said}")
    return done.stdout
