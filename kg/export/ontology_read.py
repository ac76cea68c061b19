"""The ontology as classes and properties, read from the graph's own copy of it, for pictures and viewers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg import terms
from kg.errors import ExportError

if TYPE_CHECKING:
    from kg.store import Store

_LITERALS = (terms.XSD, terms.RDF + "langString", terms.RDFS + "Literal")
_QUERY = f"""
SELECT ?term ?kind ?property ?value WHERE {{ GRAPH <{terms.ONTOLOGY_GRAPH}> {{
  VALUES ?kind {{ <{terms.OWL}Class> <{terms.OWL}ObjectProperty> <{terms.OWL}DatatypeProperty> }}
  VALUES ?property {{ <{terms.LABEL}> <{terms.RDFS}comment> <{terms.RDFS}subClassOf> <{terms.RDFS}subPropertyOf>
    <{terms.RDFS}domain> <{terms.RDFS}range> }}
  ?term a ?kind . OPTIONAL {{ ?term ?property ?value . FILTER(!isBlank(?value)) }}
}} FILTER(STRSTARTS(STR(?term), "{terms.KG}")) }}"""
_HEADER = f"""
SELECT ?ontology ?property ?value WHERE {{ GRAPH <{terms.ONTOLOGY_GRAPH}> {{
  ?ontology a <{terms.OWL}Ontology> ; ?property ?value }} }}"""


@dataclass(slots=True)
class Term:
    """One class or property of ours. Texts are by language; links are IRIs in order."""

    iri: str
    kind: str
    labels: dict[str, str] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    parents: set[str] = field(default_factory=set)
    domains: set[str] = field(default_factory=set)
    ranges: set[str] = field(default_factory=set)

    @property
    def is_class(self) -> bool:
        """Whether it is a class."""
        return self.kind == "Class"

    @property
    def has_literals(self) -> bool:
        """Whether it is a property whose values are texts, numbers or dates."""
        return self.kind == "DatatypeProperty" or any(is_literal(one) for one in self.ranges)


@dataclass(slots=True)
class Ontology:
    """All terms in the order of their IRIs, and the texts of the ontology's own description."""

    entries: list[Term]
    iri: str = terms.KG
    header: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def classes(self) -> list[Term]:
        """The classes."""
        return [term for term in self.entries if term.is_class]

    @property
    def properties(self) -> list[Term]:
        """The properties."""
        return [term for term in self.entries if not term.is_class]


def is_literal(iri: str) -> bool:
    """Whether a range is a datatype."""
    return iri.startswith(_LITERALS)


def read_ontology(store: Store) -> Ontology:
    """The ontology of a store; raises ExportError where the store has none."""
    found: dict[str, Term] = {}
    links = {"subClassOf": "parents", "subPropertyOf": "parents", "domain": "domains", "range": "ranges"}
    for term, kind, name, value in store.select(_QUERY):
        iri = getattr(term, "value", "")
        entry = found.setdefault(iri, Term(iri, getattr(kind, "value", "").rpartition("#")[2]))
        local, text = getattr(name, "value", "").rpartition("#")[2], getattr(value, "value", None)
        if text is None:
            continue
        if local in links:
            getattr(entry, links[local]).add(text)
        else:
            texts = entry.labels if local == "label" else entry.comments
            texts[getattr(value, "language", None) or ""] = text
    if not found:
        raise ExportError("the graph carries no ontology: build it again with this version of kg")
    ontology = Ontology([found[iri] for iri in sorted(found)])
    for iri, name, value in store.select(_HEADER):
        ontology.iri = getattr(iri, "value", ontology.iri)
        local = getattr(name, "value", "").rpartition("#")[2].rpartition("/")[2]
        ontology.header.setdefault(local, {})[getattr(value, "language", None) or ""] = getattr(value, "value", "")
    return ontology
