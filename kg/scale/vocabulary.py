"""The ontology as a named graph of every graph: schema, code lists, areas, indicators, units."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from kg import terms
from kg.errors import LexiconError

if TYPE_CHECKING:
    from kg.store import Store


def ontology_files(folder: Path | None = None) -> list[Path]:
    """The Turtle files of a vocabulary, by name. Raises LexiconError where there are none."""
    from kg.lexicon import default_folder

    where = folder or default_folder()
    files = sorted(where.glob("*.ttl"))
    if not files:
        raise LexiconError(f"{where}: no .ttl files; name the folder that holds the ontology")
    return files


def ontology_hash(folder: Path | None = None) -> str:
    """Hash of all files of a vocabulary."""
    digest = hashlib.sha256()
    for file in ontology_files(folder):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def ontology_is_current(store: Store, folder: Path | None = None) -> bool:
    """Whether a graph holds this vocabulary."""
    graph = terms.ONTOLOGY_GRAPH
    rows = store.select(f"SELECT ?sha {{ GRAPH <{graph}> {{ <{graph}> <{terms.SHA256}> ?sha }} }}")
    return any(row[0] is not None and getattr(row[0], "value", "") == ontology_hash(folder) for row in rows)


def load_ontology(store: Store, folder: Path | None = None, *, new: bool = False) -> None:
    """Put a vocabulary in the place of the one that a graph holds; a ``new`` store, which holds none, is faster."""
    sha256 = f'<{terms.ONTOLOGY_GRAPH}> <{terms.SHA256}> "{ontology_hash(folder)}" .\n'
    text = "".join(map(_ntriples, ontology_files(folder))) + sha256
    if new:
        store.bulk_load(text.replace(" .\n", f" <{terms.ONTOLOGY_GRAPH}> .\n").encode())
    else:
        store.replace_graphs({terms.ONTOLOGY_GRAPH: text})


def _ntriples(file: Path) -> str:
    """A Turtle file as N-Triples; a blank node becomes an IRI of its file and order (stores rename blank nodes)."""
    import pyoxigraph as ox

    names: dict[ox.BlankNode, ox.NamedNode] = {}

    def stable(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> object:
        if not isinstance(term, ox.BlankNode):
            return term
        if term not in names:
            names[term] = ox.NamedNode(f"{terms.GENID}{file.stem}-{len(names)}")
        return names[term]

    try:
        quads = ox.parse(path=str(file), format=ox.RdfFormat.TURTLE)
        return "".join(f"{stable(quad.subject)} {quad.predicate} {stable(quad.object)} .\n" for quad in quads)
    except SyntaxError as error:
        raise LexiconError(f"{file}: {error}; correct the Turtle at that place") from error
