"""A reader for tests of the build: every number of a text is an observation of one kind. No ontology needed."""

from __future__ import annotations

import io
import os
import re
import signal
from decimal import Decimal
from pathlib import Path

import kg.store
from kg.errors import InputError
from kg.model import Document, Evidence, Observation, Reading
from kg.scale.sources import Source

ONTOLOGY = "@prefix e: <https://example.org/> . e:a e:form [ e:factor 1000 ] , [ e:factor 10 ] .\n"


class NumberReader:
    """Counts its work in ``calls``; a text with "broken" cannot be read, one with "deadly" kills the process."""

    def __init__(self, version: str = "numbers-1") -> None:
        self.version = version
        self.calls: list[str] = []

    def prepare(self) -> None:
        """Nothing to load."""

    def __call__(self, source: Source) -> Reading:
        self.calls.append(source.id)
        content = Path(source.path).read_bytes()
        text = content.decode()
        if "broken" in text:
            raise InputError(f"{source.path}: says that it is broken")
        if "deadly" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        document = Document(source.id, text, source.metadata().get("title"), sha256=source.sha256(content))
        return Reading(
            document, "VN-66", tuple(number_fact(source.id, text, match) for match in re.finditer(r"\d+", text))
        )


def number_fact(doc: str, text: str, match: re.Match[str]) -> Observation:
    """The fact that a number of a test's text states."""
    where = Evidence(doc, match.start(), match.end(), text, 0, ("number",))
    value = Decimal(match.group())
    return Observation(where, "export-turnover", "level", value, "USD", period="2023", area="VN-66")


def write_documents(folder: Path, **texts: str) -> Path:
    """Text files in a folder, by id."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def write_ontology(folder: Path, text: str = ONTOLOGY) -> Path:
    """The smallest vocabulary that a build takes."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "schema.ttl").write_text(text, encoding="utf-8")
    return folder


def dump(graph: Path) -> bytes:
    """All of a graph as N-Quads, in the order of the store."""
    output = io.BytesIO()
    with kg.store.open(graph) as store:
        store.dump(output)
    return output.getvalue()
