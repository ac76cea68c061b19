"""What reads a document: the package's own reader, and the protocol behind which others can stand."""

from __future__ import annotations

import gc
import hashlib
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kg.model import Document, Reading
from kg.scale.sources import Source

if TYPE_CHECKING:
    from kg.scale.touched import Wordings

# The parts of the package that decide what a document says: their code is part of the reader's version.
_READING = ("model.py", "terms.py", "lexicon.py", "text", "mentions", "facts", "rdf")


class Reader(Protocol):
    """Reads documents. ``version`` changes whenever the same document might be read otherwise."""

    @property
    def version(self) -> str:
        """Written into the graph, to know later which documents are to be read again."""

    def prepare(self) -> None:
        """Load what all documents need; called once, before workers are started."""

    def __call__(self, source: Source) -> Reading:
        """All that one document says."""


class DocumentReader:
    """The package's own reader, with the vocabulary of a folder (default: the one that comes with it)."""

    def __init__(self, ontology: Path | None = None) -> None:
        self._ontology = ontology

    def __reduce__(self) -> tuple[type[DocumentReader], tuple[Path | None]]:
        """Only the folder's name goes to another process: its version is of the code and vocabulary there."""
        return DocumentReader, (self._ontology,)

    @cached_property
    def version(self) -> str:
        """Hash of the vocabulary and of the code that reads."""
        from kg.scale.vocabulary import ontology_hash

        return hashlib.sha256(f"{ontology_hash(self._ontology)} {code_hash()}".encode()).hexdigest()[:16]

    def wordings(self) -> Wordings:
        """The vocabulary as this reader sees it, wording by wording."""
        from kg.lexicon import load
        from kg.scale.sensitivity import hashes
        from kg.scale.touched import Wordings

        keys, rest = hashes(load(self._ontology))
        return Wordings(self.version, code_hash(), rest, keys)

    def search_text(self, source: Source) -> str:
        """The folded text of a document, with what is known about it: its publisher's name is a wording too."""
        from kg.text.normalise import fold
        from kg.text.read import document

        read = document(source.id, source.content(), source.metadata(), source.path)
        known = (read.title, read.publisher, read.url, read.text)
        return fold("\n".join(part for part in known if part))

    def prepare(self) -> None:
        """Load the lexicon and the modules that read, for as long as the process lives: nothing of it is garbage."""
        import kg.facts  # noqa: F401
        from kg.lexicon import load
        from kg.mentions import scanner

        scanner(load(self._ontology))
        gc.collect()
        gc.freeze()  # else the collector goes through all wordings again and again, a seventh of the time of reading

    def __call__(self, source: Source) -> Reading:
        """Read the file of a source."""
        from kg.text.read import document

        content = source.content()
        return self.read(document(source.id, content, source.metadata(), source.path, source.sha256(content)))

    def read(self, document: Document) -> Reading:
        """Read a document that is in memory."""
        from kg.facts import read
        from kg.lexicon import load

        return read(document, load(self._ontology))


@cache
def code_hash() -> str:
    """Hash of the source files that decide what a document says."""
    root = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for name in _READING:
        path = root / name
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(file.read_bytes())
    return digest.hexdigest()
