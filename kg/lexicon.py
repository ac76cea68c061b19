"""The Turtle files of ``ontology/`` as one immutable lexicon: every label, ready to be looked for.

A concept's scheme is the part of its IRI behind the base ("indicator", "area", "code/investor");
its code is its ``skos:notation``. Loaded once and passed as an argument.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import LexiconError
from kg.text.normalise import fold

BASE = "https://w3id.org/vnkg/"
_KG = BASE + "def#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_LABELS = {
    _SKOS + "prefLabel": "pref",
    _SKOS + "altLabel": "alt",
    _SKOS + "hiddenLabel": "hidden",
    _KG + "contextLabel": "context",
}
# Schemes whose English labels also stand in Vietnamese texts (names of places), and those that are never looked for.
_SILENT = (
    "code/status",
    "code/measure",
    "code/base",
    "code/approx",
    "code/attribute",
    "code/total",
    "code/dimension",
    "code/entity-type",
    "code/stage",
    "code/check",
    "code",
    "graph",
    "period",
    "publisher",
    "instant",
)


def is_country(code: str) -> bool:
    """Whether the code of an area is of a country or bloc other than Vietnam."""
    return code != "VN" and not code.startswith(("VN-", "region:", "2025/"))


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept: its IRI, scheme, code and the properties that readers ask of it."""

    iri: str
    scheme: str
    code: str
    label: str
    properties: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def one(self, name: str) -> str | None:
        """The first value of a property of the kg: vocabulary (local name), or None."""
        values = self.properties.get(name)
        return values[0] if values else None


@dataclass(frozen=True, slots=True)
class Label:
    """One wording of one concept; ``case`` says how its capitals bind: any, proper or exact."""

    concept: Concept
    text: str
    kind: str
    case: str


@dataclass(frozen=True, slots=True)
class UnitForm:
    """One wording of a unit: the unit's code, its dimension, and how many base units it is."""

    code: str
    dimension: str
    factor: Decimal


@dataclass(frozen=True)
class Lexicon:
    """All concepts and their wordings; ``fingerprint`` changes with any label."""

    concepts: dict[str, Concept]
    wordings: dict[str, tuple[Label, ...]]
    units: dict[str, UnitForm]
    dimensions: dict[str, frozenset[str]]
    natures: dict[str, str]
    domains: dict[str, str]
    children: dict[str, frozenset[str]]
    fingerprint: str

    def by_code(self, scheme: str, code: str) -> Concept | None:
        """The concept of a scheme with that code."""
        return self.concepts.get(f"{scheme}|{code}")


def default_folder() -> Path:
    """The ontology that comes with the package, or that of a source checkout."""
    inside = Path(__file__).parent / "ontology"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "ontology"


@lru_cache(maxsize=4)
def load(path: Path | None = None) -> Lexicon:
    """The lexicon of a folder of Turtle files (default: the one that comes with the package).

    Raises LexiconError with file and line where a file is not Turtle.
    """
    folder = path or default_folder()
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise LexiconError(f"{folder}: no .ttl files; name the folder that holds the ontology")
    digest = hashlib.sha256()
    triples: dict[str, dict[str, list[ox.Literal | ox.NamedNode | ox.BlankNode]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for file in files:
        data = file.read_bytes()
        digest.update(data)
        try:
            for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
                triples[str(quad.subject)][quad.predicate.value].append(quad.object)
        except SyntaxError as error:
            raise LexiconError(f"{file}: {error}; correct the Turtle at that place") from error
    return _build(triples, digest.hexdigest()[:16])


_Triples = dict[str, dict[str, list[ox.Literal | ox.NamedNode | ox.BlankNode]]]


def _build(triples: _Triples, fingerprint: str) -> Lexicon:
    concepts: dict[str, Concept] = {}
    wordings: dict[str, list[Label]] = defaultdict(list)
    units: dict[str, UnitForm] = {}
    domains: dict[str, str] = {}
    children: dict[str, set[str]] = defaultdict(set)
    for subject, properties in triples.items():
        iri = subject[1:-1]
        if not subject.startswith("<" + BASE) or "#" in iri or _SKOS + "notation" not in properties:
            continue
        scheme, code = _scheme(iri), properties[_SKOS + "notation"][0].value
        label = _text(properties.get(_SKOS + "prefLabel"), code)
        own = {
            k[len(_KG) :]: tuple(v.value for v in vs)
            for k, vs in properties.items()
            if k.startswith(_KG) and k not in _LABELS
        }
        concept = Concept(iri, scheme, code, label, own)
        concepts[f"{scheme}|{code}"] = concept
        if scheme == "unit":
            _unit(concept, properties, triples, units)
        elif scheme == "publisher":
            for domain in own.get("domain", ()):
                domains[domain] = own.get("forArea", ("",))[0]
        if scheme == "publisher" or (scheme not in _SILENT and scheme != "unit"):
            weak = {fold(v.value) for v in properties.get(_KG + "contextLabel", ())}
            for predicate, kind in _LABELS.items():
                for literal in properties.get(predicate, ()):
                    if getattr(literal, "language", None) == "en" and scheme != "area":
                        continue
                    text = literal.value
                    wording = fold(text)
                    if kind != "context" and wording in weak:
                        continue  # the same wording is marked as meaning it only in context
                    wordings[wording].append(Label(concept, text, kind, _case(text, scheme)))
    for concept in concepts.values():
        if concept.scheme == "area" and "/" in concept.code:
            children[concept.code.split("/")[0]].add(concept.code)
    dimensions = {
        c.code: frozenset(v.rsplit("/", 1)[-1] for v in c.properties.get("dimension", ()))
        for c in concepts.values()
        if c.scheme == "indicator"
    }
    natures = {c.code: c.one("nature") or "flow" for c in concepts.values() if c.scheme == "indicator"}
    return Lexicon(
        concepts, {k: tuple(wordings[k]) for k in sorted(wordings)}, units, dimensions, natures, domains,
        {k: frozenset(v) for k, v in children.items()}, fingerprint,
    )  # fmt: skip


def _scheme(iri: str) -> str:
    parts = iri[len(BASE) :].split("/")
    return "/".join(parts[:2]) if parts[0] == "code" and len(parts) > 2 else parts[0]


def _text(values: list[ox.Literal | ox.NamedNode | ox.BlankNode] | None, default: str) -> str:
    for value in values or ():
        if isinstance(value, ox.Literal) and value.language == "vi":
            return value.value
    return default


_CLUSTER = 5  # letters of an abbreviation that nothing else can be
_VOWELS = frozenset("AĂÂEÊIOÔƠUƯY")


def _case(label: str, scheme: str) -> str:
    letters = [c for c in label if c.isalpha()]
    if letters and all(c.isupper() for c in letters):
        if len(letters) >= _CLUSTER and scheme == "indicator" and not _VOWELS.intersection(label):
            return "any"  # "gtsxcn": no word is spelled so
        return "exact"
    if scheme in ("area", "publisher") or (label[:1].isupper() and scheme not in ("indicator", "sector", "product")):
        return "proper"
    if len(label) <= 3 and any(c.isupper() for c in letters):
        return "exact"
    return "any"


def _unit(
    concept: Concept,
    properties: dict[str, list[ox.Literal | ox.NamedNode | ox.BlankNode]],
    triples: _Triples,
    units: dict[str, UnitForm],
) -> None:
    dimension = (concept.one("dimension") or "").rsplit("/", 1)[-1]
    labels = (
        literal for kind in ("prefLabel", "altLabel", "hiddenLabel") for literal in properties.get(_SKOS + kind, ())
    )
    for literal in labels:
        if "/" in concept.code or getattr(literal, "language", None) == "en":
            continue
        units[fold(literal.value)] = UnitForm(concept.code, dimension, Decimal(1))
    for node in properties.get(_KG + "form", ()):
        form = triples[str(node)]
        factor = Decimal(form[_KG + "factor"][0].value)
        for literal in form[_SKOS + "altLabel"]:
            units[fold(literal.value)] = UnitForm(concept.code, dimension, factor)
