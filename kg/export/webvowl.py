"""The ontology as WebVOWL's JSON: what OWL2VOWL would make of it, ready for the viewer's "upload ontology" box."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import terms
from kg.export.ontology_read import Ontology, Term, is_literal, read_ontology
from kg.export.output import text_file
from kg.export.view import json_text

if TYPE_CHECKING:
    from kg.store import Store

_THING = terms.OWL + "Thing"


def write_webvowl(store: Store, path: Path, options: Mapping[str, Any]) -> None:
    """The ontology of a store as one WebVOWL JSON file."""
    del options
    with text_file(path) as out:
        out.write(json_text(vowl(read_ontology(store))) + "\n")


def vowl(ontology: Ontology) -> dict[str, Any]:
    """Header, classes, datatypes and properties; every property joins two nodes, as the viewer requires."""
    made = _Maker()
    for term in ontology.classes:
        made.node(term.iri, term)
    for term in ontology.classes:
        for parent in sorted(term.parents):
            made.subclass(term.iri, parent)
    for term in ontology.properties:
        for source in sorted(term.domains) or [_THING]:
            for target in sorted(term.ranges) or [_THING]:
                made.property(term, source, target)
    counts = {
        "classCount": len(made.classes), "datatypeCount": len(made.datatypes),
        "objectPropertyCount": sum(one["type"] == "owl:objectProperty" for one in made.properties),
        "datatypePropertyCount": sum(one["type"] == "owl:datatypeProperty" for one in made.properties),
        "propertyCount": len(made.properties), "nodeCount": len(made.classes) + len(made.datatypes),
        "individualCount": 0,
    }  # fmt: skip
    header = ontology.header
    return {
        "_comment": "Created by kg export --to webvowl",
        "header": {
            "languages": ["vi", "en"], "baseIris": sorted(made.bases), "iri": ontology.iri,
            "title": header.get("title", {}), "labels": header.get("label", {}),
            "description": header.get("description", {}), "comments": header.get("comment", {}),
            "version": header.get("versionInfo", {}).get("", ""), "author": list(header.get("creator", {}).values()),
        },
        "namespace": [], "settings": {}, "metrics": counts,
        "class": made.classes, "classAttribute": made.class_attributes,
        "datatype": made.datatypes, "datatypeAttribute": made.datatype_attributes,
        "property": made.properties, "propertyAttribute": made.property_attributes,
    }  # fmt: skip


class _Maker:
    """Collects nodes and properties under numbers of their own."""

    def __init__(self) -> None:
        self.classes: list[dict[str, Any]] = []
        self.class_attributes: list[dict[str, Any]] = []
        self.datatypes: list[dict[str, Any]] = []
        self.datatype_attributes: list[dict[str, Any]] = []
        self.properties: list[dict[str, Any]] = []
        self.property_attributes: list[dict[str, Any]] = []
        self.bases: set[str] = set()
        self._nodes: dict[str, str] = {}

    def node(self, iri: str, term: Term | None = None) -> str:
        """The number of a class, made where it is not there yet; one of another vocabulary is marked external."""
        if iri in self._nodes:
            return self._nodes[iri]
        number = self._nodes[iri] = f"c{len(self.classes)}"
        base, local = _split(iri)
        self.bases.add(base)
        self.classes.append({"id": number, "type": "owl:Thing" if iri == _THING else "owl:Class"})
        labels = {"IRI-based": local, **(term.labels if term else {"undefined": terms.shorten(iri)})}
        attributes: dict[str, Any] = {"id": number, "iri": iri, "baseIri": base, "label": labels}
        if term:
            attributes["comment"] = term.comments
        elif iri != _THING:
            attributes["attributes"] = ["external"]
        self.class_attributes.append(attributes)
        return number

    def subclass(self, child: str, parent: str) -> None:
        """An arrow from a class to the one it specialises."""
        source, target = self.node(child), self.node(parent)
        number = f"p{len(self.properties)}"
        self.properties.append({"id": number, "type": "rdfs:SubClassOf"})
        self.property_attributes.append(
            {"id": number, "domain": source, "range": target, "attributes": ["anonymous", "object"]}
        )

    def property(self, term: Term, source: str, target: str) -> None:
        """A property between two classes, or from a class to a datatype of its own (the viewer draws one for each)."""
        literal = is_literal(target) or (term.has_literals and target == _THING)
        ends = {"domain": self.node(source), "range": self._datatype(target) if literal else self.node(target)}
        number = f"p{len(self.properties)}"
        kind = "datatype" if literal else "object"
        self.properties.append({"id": number, "type": f"owl:{kind}Property"})
        base, local = _split(term.iri)
        labels = {"IRI-based": local, **term.labels}
        self.property_attributes.append(
            {"id": number, "iri": term.iri, "baseIri": base, "label": labels, "comment": term.comments, **ends,
             "attributes": [kind]}
        )  # fmt: skip

    def _datatype(self, iri: str) -> str:
        number = f"d{len(self.datatypes)}"
        iri = terms.RDFS + "Literal" if iri == _THING else iri
        base, local = _split(iri)
        self.datatypes.append({"id": number, "type": "rdfs:Literal" if local == "Literal" else "rdfs:Datatype"})
        attributes = {"id": number, "iri": iri, "baseIri": base, "label": {"IRI-based": local, "undefined": local}}
        self.datatype_attributes.append(attributes)
        return number


def _split(iri: str) -> tuple[str, str]:
    """The vocabulary that a term belongs to, and its own name in it."""
    cut = max(iri.rfind("#"), iri.rfind("/"))
    return iri[:cut], iri[cut + 1 :]
