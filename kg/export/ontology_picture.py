"""The ontology as a picture: classes as tables of their properties, arrows for what points at another class.

``owl`` writes the ontology itself as RDF/XML, which Protégé and other editors open.
"""

from __future__ import annotations

import html
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any

from kg import terms
from kg.errors import ExportError
from kg.export.dot import quote
from kg.export.ontology_read import Ontology, Term, is_literal, read_ontology
from kg.export.options import view_options
from kg.export.output import text_file

if TYPE_CHECKING:
    from kg.store import Store

_HEAD = """digraph ontology {
  graph [rankdir=LR, nodesep=0.25, ranksep=0.9, fontname="DejaVu Sans", charset="UTF-8", bgcolor=white];
  node [shape=plain, fontname="DejaVu Sans", fontsize=11];
  edge [fontname="DejaVu Sans", fontsize=9, color="#5b6770", fontcolor="#3e4c59", arrowsize=0.7];
"""
_OURS, _OTHERS = "#0072b2", "#8c8c8c"


def write_ontology_dot(store: Store, path: Path, options: Mapping[str, Any]) -> None:
    """Classes and properties as a DOT file."""
    with text_file(path) as out:
        out.writelines(dot_lines(read_ontology(store), view_options(options).language))


def write_ontology_svg(store: Store, path: Path, options: Mapping[str, Any]) -> None:
    """Classes and properties as an SVG picture; Graphviz draws it."""
    program = which("dot")
    if program is None:
        raise ExportError(
            "ontology-svg needs Graphviz's `dot` on the path (Debian: apt-get install graphviz); "
            "`--to ontology-dot` writes the same picture for another machine to draw"
        )
    source = "".join(dot_lines(read_ontology(store), view_options(options).language))
    drawn = subprocess.run([program, "-Tsvg"], input=source.encode(), capture_output=True, check=False)
    if drawn.returncode:
        raise ExportError(f"Graphviz could not draw the ontology: {drawn.stderr.decode(errors='replace').strip()}")
    path.write_bytes(drawn.stdout)


def write_owl(store: Store, path: Path, options: Mapping[str, Any]) -> None:
    """The terms of the ontology (not its code lists) as RDF/XML."""
    del options
    from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

    query = f"""SELECT ?s ?p ?o WHERE {{ GRAPH <{terms.ONTOLOGY_GRAPH}> {{ ?s ?p ?o .
        FILTER(STRSTARTS(STR(?s), "{terms.KG}") || EXISTS {{ ?s a <{terms.OWL}Ontology> }})
        FILTER(isIRI(?s) && !isBlank(?o)) }} }} ORDER BY ?s ?p ?o"""
    triples = [
        Triple(subject, predicate, value)
        for subject, predicate, value in store.select(query)
        if isinstance(subject, NamedNode)
        and isinstance(predicate, NamedNode)
        and isinstance(value, NamedNode | Literal)
    ]
    if not triples:
        raise ExportError("the graph carries no ontology: build it again with this version of kg")
    serialize(triples, str(path), format=RdfFormat.RDF_XML, prefixes=terms.PREFIXES)


def dot_lines(ontology: Ontology, language: str) -> Iterator[str]:
    """The picture in DOT, line by line."""
    ours = {term.iri for term in ontology.classes}
    yield _HEAD
    others: set[str] = set()
    for term in ontology.classes:
        own = [one for one in ontology.properties if term.iri in one.domains and one.has_literals]
        yield f"  {_id(term.iri)} [label=<{_table(term, own, language)}>, tooltip={_tip(term, language)}];\n"
        for parent in sorted(term.parents):
            others |= {parent} - ours
            yield f"  {_id(term.iri)} -> {_id(parent)} [arrowhead=empty, color={quote(_OTHERS)}];\n"
    for one in ontology.properties:
        # A property without a stated domain or range has no place in the picture.
        for source in sorted(one.domains):
            for target in sorted(one.ranges):
                if not is_literal(target):
                    others |= {source, target} - ours
                    label = quote(f"{_label(one, language)}\n{terms.shorten(one.iri)}")
                    yield f"  {_id(source)} -> {_id(target)} [label={label}, edgetooltip={_tip(one, language)}];\n"
    for iri in sorted(others):
        look = f'shape=box, style="rounded,dashed", color={quote(_OTHERS)}, fontcolor={quote(_OTHERS)}'
        yield f"  {_id(iri)} [{look}];\n"
    yield "}\n"


def _table(term: Term, own: list[Term], language: str) -> str:
    rows = "".join(
        f'<TR><TD ALIGN="LEFT">{_escape(_label(one, language))}</TD>'
        f'<TD ALIGN="LEFT"><FONT COLOR="{_OTHERS}">{_escape(", ".join(map(terms.shorten, sorted(one.ranges))))}</FONT>'
        "</TD></TR>"
        for one in own
    )
    return (
        f'<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="4" COLOR="#c8d2da">'
        f'<TR><TD COLSPAN="2" BGCOLOR="{_OURS}"><FONT COLOR="white"><B>{_escape(_label(term, language))}</B> '
        f"{_escape(terms.shorten(term.iri))}</FONT></TD></TR>{rows}</TABLE>"
    )


def _id(iri: str) -> str:
    return quote(terms.shorten(iri))


def _label(term: Term, language: str) -> str:
    return term.labels.get(language) or next(iter(term.labels.values()), terms.shorten(term.iri))


def _tip(term: Term, language: str) -> str:
    return quote(term.comments.get(language, "") or terms.shorten(term.iri))


def _escape(text: str) -> str:
    return html.escape(text, quote=False)
