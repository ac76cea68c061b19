#!/usr/bin/env python3
"""Writes the reference pages of the ontology: docs/ontology/{vi,en}/*.html, or under the folder named.

The schema's page is made by pyLODE. pyLODE lists no concepts, so each file of concepts (indicators, units,
areas ...) becomes a table of codes, names, wordings and comments. Each page is in one language: literals of
the other are left out.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from pylode import OntPub
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from rdflib.term import Node

ROOT = Path(__file__).resolve().parent.parent
TITLES = {"vi": "Từ vựng của đồ thị tri thức", "en": "The vocabulary of the knowledge graph"}
COLUMNS = {
    "vi": ("Mã", "Tên", "Cách viết khác trong văn bản", "Ghi chú"),
    "en": ("Code", "Name", "Wordings in the texts", "Note"),
}
WORDINGS = (SKOS.altLabel, SKOS.hiddenLabel)
STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em}table{border-collapse:collapse}"
    "td,th{border:1px solid #bbb;padding:.3em .5em;text-align:left;vertical-align:top}"
)


def document(title: str, body: str, language: str) -> str:
    """A whole HTML document around a body."""
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{STYLE}</style>'
    return f'<!doctype html>\n<html lang="{language}">\n<head>{head}</head>\n<body>\n{body}\n</body>\n</html>\n'


def in_language(graph: Graph, language: str) -> Graph:
    """The graph without the literals of other languages."""
    kept = Graph()
    for prefix, namespace in graph.namespaces():
        kept.bind(prefix, namespace)
    for subject, predicate, value in graph:
        if not (isinstance(value, Literal) and value.language not in (None, language)):
            kept.add((subject, predicate, value))
    return kept


def texts(graph: Graph, subject: Node, *properties: URIRef, language: str | None = None) -> str:
    """The values of the properties in one line, in order; with ``language`` only those in it or in none."""
    values = (value for name in properties for value in graph.objects(subject, name))
    kept = {str(v) for v in values if language is None or getattr(v, "language", None) in (None, language)}
    return "; ".join(sorted(kept))


def concept_rows(graph: Graph, language: str) -> Iterator[str]:
    """One table row a concept, by code. The wordings stay Vietnamese: they are what the reader looks for."""
    concepts = ((texts(graph, c, SKOS.notation), c) for c in graph.subjects(RDF.type, SKOS.Concept))
    for code, concept in sorted((code, c) for code, c in concepts if isinstance(c, URIRef)):
        cells = (
            f'<code id="{escape(code)}" title="{escape(concept)}">{escape(code)}</code>',
            escape(texts(graph, concept, SKOS.prefLabel, language=language)),
            escape(texts(graph, concept, *WORDINGS)),
            escape(texts(graph, concept, RDFS.comment, language=language)),
        )
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def page(name: str, graph: Graph, language: str) -> str | None:
    """The page of one file of the ontology, None where it holds neither a schema nor concepts."""
    if (None, RDF.type, OWL.Ontology) in graph:
        kept = in_language(graph, language)
        for ontology in graph.subjects(RDF.type, OWL.Ontology):
            kept.remove((ontology, RDFS.label, None))  # pyLODE writes it behind the title, without a space
        return str(OntPub(ontology=kept, sort_subjects=True).make_html())
    rows = list(concept_rows(graph, language))
    if not rows:
        return None
    head = "".join(f"<th>{column}</th>" for column in COLUMNS[language])
    table = f"<table>\n<tr>{head}</tr>\n" + "\n".join(rows) + "\n</table>"
    return document(f"{name}.ttl", f"<h1>{name}.ttl</h1>\n{table}", language)


def write(target: Path, ontology: Path = ROOT / "ontology") -> list[Path]:
    """Write all pages and an index for each language; the paths that were written."""
    written: list[Path] = []
    graphs = {file.stem: Graph().parse(file) for file in sorted(ontology.glob("*.ttl"))}
    for language, title in TITLES.items():
        folder = target / language
        folder.mkdir(parents=True, exist_ok=True)
        pages = {name: page(name, graph, language) for name, graph in graphs.items()}
        links = "\n".join(f'<li><a href="{name}.html">{name}.ttl</a></li>' for name, text in pages.items() if text)
        pages["index"] = document(title, f"<h1>{title}</h1>\n<ul>\n{links}\n</ul>", language)
        for name, text in pages.items():
            if text:
                written.append(folder / f"{name}.html")
                written[-1].write_text(text, encoding="utf-8")
    return written


def main(argv: Sequence[str]) -> int:
    """Write the pages and say where they are."""
    logging.disable(logging.INFO)  # pyLODE reports each step of its own
    target = Path(argv[0]) if argv else ROOT / "docs" / "ontology"
    for path in write(target):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
