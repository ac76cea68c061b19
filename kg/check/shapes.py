"""SHACL: every node of a graph against the shape of its class (ontology/shapes.ttl).

pySHACL, the reference, validates graphs of ordinary size; the engine ``shacl``, written in Rust and held to the same
results by a test, takes larger ones. Documents are independent of each other, so a large graph is validated in parts:
the cube with the ontology, then the documents by batches.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from kg import terms
from kg.check.model import Finding
from kg.errors import LexiconError, StoreError
from kg.lexicon import default_folder
from kg.store import Store

SMALL = 100_000
"""Up to so many statements pySHACL does the work when it is installed."""
BATCH = 600_000
"""About so many statements are validated at a time."""
_SH = "http://www.w3.org/ns/shacl#"
_REMEDY = "install one with: pip install 'vnkg[shacl]'"


def shapes_file(folder: Path | None = None) -> Path:
    """The file of the shapes, in the ontology's folder unless another is given."""
    path = (folder or default_folder()) / "shapes.ttl"
    if not path.is_file():
        raise LexiconError(f"{path}: there are no shapes to check against")
    return path


def engine(statements: int) -> str:
    """Which engine validates so many statements; StoreError where none is installed."""
    reference, fast = find_spec("pyshacl") is not None, find_spec("shacl") is not None
    if reference and (statements <= SMALL or not fast):
        return "pyshacl"
    if fast:
        return "shacl"
    raise StoreError(f"shapes need a SHACL engine, and none is installed; {_REMEDY}")


def batches(store: Store) -> Iterator[str]:
    """The graph as N-Triples texts that can be validated one by one."""
    ontology = _graph(store, terms.ONTOLOGY_GRAPH)
    text, size = [ontology, _graph(store, terms.CUBE_GRAPH)], 0
    documents = sorted(graph for graph in store.graphs() if graph.startswith(terms.DOC))
    whole = store.count() <= BATCH
    if not whole:
        yield "".join([*text, _claim_types(store)])
        text = [ontology]
    for graph in documents:
        part = _graph(store, graph)
        text.append(part)
        size += part.count("\n")
        if size > BATCH and not whole:
            yield "".join(text)
            text, size = [ontology], 0
    if whole or size:
        yield "".join(text)


def _graph(store: Store, graph: str) -> str:
    from pyoxigraph import RdfFormat

    output = io.BytesIO()
    store.dump(output, RdfFormat.N_TRIPLES, graph)
    return output.getvalue().decode()


def _claim_types(store: Store) -> str:
    kinds = " ".join(
        f"<{cls}>" for cls in (terms.OBSERVATION_CLAIM, terms.ENTITY_CLAIM, terms.POLICY_CLAIM, terms.ROLE_CLAIM)
    )
    rows = store.select(f"SELECT ?c ?t WHERE {{ VALUES ?t {{ {kinds} }} ?c a ?t }}")
    return "".join(f"{claim} <{terms.TYPE}> {cls} .\n" for claim, cls in rows)


def validate(text: str, shapes: Path, with_engine: str | None = None) -> list[Finding]:
    """What in an N-Triples text does not meet the shapes, in the order of its nodes."""
    chosen = with_engine or engine(text.count("\n"))
    found = _by_reference(text, shapes) if chosen == "pyshacl" else _by_fast_engine(text, shapes)
    return sorted(found, key=lambda finding: (finding.focus, finding.source, finding.message))


def check_shapes(store: Store, shapes: Path) -> list[Finding]:
    """What in a graph does not meet the shapes."""
    seen: dict[Finding, None] = {}
    for text in batches(store):
        seen.update(dict.fromkeys(validate(text, shapes)))
    return list(seen)


def _finding(focus: str, source: str, path: str, messages: Iterable[tuple[str, str]]) -> Finding:
    by_language = {language: text for text, language in messages}
    where = f" ({terms.shorten(path)})" if path else ""
    fallback = f"{terms.shorten(source)} is not met"
    vi, en = by_language.get("vi", fallback), by_language.get("en", by_language.get("", fallback))
    return Finding(
        "shape", f"{terms.shorten(focus)}: {vi}{where}", f"{terms.shorten(focus)}: {en}{where}", focus, (), (), source
    )


def _by_fast_engine(text: str, shapes: Path) -> Iterator[Finding]:
    import shacl
    from pyoxigraph import Literal, RdfFormat, parse

    report = shacl.Shapes.from_file(str(shapes)).validate_text(text, format="ntriples")
    labels: dict[str, str] = {}  # the engine gives messages without their languages
    for quad in parse(path=str(shapes), format=RdfFormat.TURTLE):
        if quad.predicate.value == _SH + "message" and isinstance(quad.object, Literal):
            labels[quad.object.value] = quad.object.language or ""
    for result in report.results:
        messages = [(message, labels.get(message, "")) for message in result.messages]
        yield _finding(
            result.focus_node.strip("<>"), (result.root_shape or "").strip("<>"), _plain(result.path), messages
        )


def _plain(path: str | None) -> str:
    return path.strip("<>") if path and path.startswith("<") else ""


def _by_reference(text: str, shapes: Path) -> Iterator[Finding]:
    import pyshacl
    import rdflib

    data = rdflib.Graph().parse(data=text, format="nt")
    schema = rdflib.Graph().parse(shapes, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=schema)
    sh = rdflib.Namespace(_SH)
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        focus, shape, path = (report.value(result, sh[name]) for name in ("focusNode", "sourceShape", "resultPath"))
        owner = next(schema.subjects(sh.property, shape), shape)
        messages = [
            (str(message), getattr(message, "language", None) or "")
            for message in report.objects(result, sh.resultMessage)
        ]
        yield _finding(str(focus), str(owner), str(path) if isinstance(path, rdflib.URIRef) else "", messages)
