"""Files that are whole or not there: written beside their place, moved into it at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import escape

from kg.errors import ExportError

# What XML 1.0 cannot hold in any form: control characters and lone surrogates.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITIES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


@contextmanager
def text_file(path: Path) -> Iterator[TextIO]:
    """A UTF-8 file to write, with ``\\n`` line ends; a failure leaves what was there before.

    Raises ExportError where the file cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n", errors="replace") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


def make_folder(path: Path) -> Path:
    """The folder, made where it is not there yet; raises ExportError where it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"the folder {path} cannot be made: {error.strerror or error}") from error
    return path


def xml_text(value: object) -> str:
    """A value as XML text or attribute: escaped, without what XML cannot hold."""
    return escape(_NOT_XML.sub("\ufffd", str(value)), _ENTITIES)
