"""Real SPARQL servers for tests, each on a free port of this machine and in a folder of its own."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_INI = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {folder}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
[SPARQL]
ResultSetMaxRows = {rows}
"""


@dataclass
class Server:
    """A server that runs: its address for ``kg``, its process, and its folder."""

    address: str
    process: subprocess.Popen[bytes]
    folder: Path
    sql: int = 0

    def kill(self) -> None:
        """End it at once, as a crash would."""
        self.process.kill()
        self.process.wait()


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def oxigraph(folder: Path, port: int | None = None) -> Iterator[Server]:
    """``oxigraph serve`` from PyPI's package of that name."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if program is None:
        pytest.skip("needs the server of PyPI's package oxigraph")
    port = port or free_port()
    yield from _running([program, "serve", "-l", str(folder / "ox"), "-b", f"127.0.0.1:{port}"], folder, port, "")


@contextmanager
def virtuoso(folder: Path, rows: int = 1_000_000) -> Iterator[Server]:
    """``virtuoso-t`` of Debian's virtuoso-opensource-7-bin."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("needs Virtuoso (Debian: virtuoso-opensource-7-bin)")
    sql, http = free_port(), free_port()
    (folder / "v.ini").write_text(_INI.format(folder=folder, sql=sql, http=http, rows=rows))
    command = [program, "+configfile", str(folder / "v.ini"), "+foreground", "+wait"]
    for server in _running(command, folder, http, "dba:dba@"):
        server.sql = sql
        yield server


def _running(command: list[str], folder: Path, port: int, login: str) -> Iterator[Server]:
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder)
    try:
        _wait(process, port, folder)
        yield Server(f"sparql+http://{login}127.0.0.1:{port}", process, folder)
    finally:
        process.kill()
        process.wait()


def _wait(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=2):
                return
        except urllib.error.HTTPError:  # it answers
            return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start: {(folder / 'server.log').read_text()[-2000:]}")
