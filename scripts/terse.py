"""Terse, deterministic Turtle for the generators of ontology files: strings in, text out, no RDF library."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY = ROOT / "ontology"
SOURCES = ONTOLOGY / "sources"

PREFIXES = {
    "kg": "https://w3id.org/vnkg/def#",
    "area": "https://w3id.org/vnkg/area/",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wb": "https://data.worldbank.org/indicator/",
    "wd": "http://www.wikidata.org/entity/",
    "gn": "https://sws.geonames.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

Pair = tuple[str, str | Iterable[str]]


def rows(name: str) -> list[dict[str, str]]:
    """The lines of a tab-separated file of ontology/sources; missing cells are empty strings."""
    with (SOURCES / name).open(encoding="utf-8", newline="") as stream:
        return [
            {key: value or "" for key, value in row.items()}
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def text(value: str, language: str = "") -> str:
    """A Turtle literal, with a language tag where one is given."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"' + (f"@{language}" if language else "")


def texts(values: Iterable[str], language: str = "") -> list[str]:
    """Literals of distinct non-empty values, in the order given."""
    return [text(value, language) for value in dict.fromkeys(values) if value]


def date(value: str) -> str:
    """An xsd:date literal."""
    return f'"{value}"^^xsd:date'


def local(name: str) -> str:
    """A name as the tail of an IRI: blanks become underscores, unicode is kept."""
    return name.replace(" ", "_")


def block(subject: str, pairs: Iterable[Pair]) -> str:
    """One subject with its predicates; a predicate without objects is left out."""
    lines = []
    for predicate, objects in pairs:
        value = objects if isinstance(objects, str) else ", ".join(objects)
        if value:
            lines.append(f"{predicate} {value}")
    return f"{subject} " + " ;\n  ".join(lines) + " .\n"


def header(prefixes: Iterable[str], base: str, comment: str) -> str:
    """The opening of a file: what it holds, how it was made, prefixes and base."""
    lines = [f"# {line}" for line in comment.splitlines()]
    lines += [f"@prefix {prefix}: <{PREFIXES[prefix]}> ." for prefix in prefixes]
    if base:
        lines.append(f"@base <{base}> .")
    return "\n".join(lines) + "\n\n"


def write(name: str, content: str) -> None:
    """Write one file of ontology/ with Unix newlines."""
    (ONTOLOGY / name).write_text(content, encoding="utf-8", newline="\n")
