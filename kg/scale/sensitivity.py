"""A lexicon as hashes by wording: what each wording of a text can tell the reader, and what hangs on none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from hashlib import blake2b

from kg.lexicon import Concept, Lexicon


def hashes(lexicon: Lexicon) -> tuple[dict[str, str], str]:
    """Hashes by folded wording, and one hash of everything that no wording stands for."""
    keys: dict[str, list[object]] = defaultdict(list)
    reached: set[str] = set()
    for wording, labels in lexicon.wordings.items():
        for label in labels:
            reached.add(label.concept.iri)
            keys[wording].append((label.text, label.kind, label.case, _concept(label.concept, lexicon)))
    for wording, form in lexicon.units.items():
        unit = lexicon.by_code("unit", form.code)
        if unit:
            reached.add(unit.iri)
        keys[wording].append((form.code, form.dimension, str(form.factor), unit and _concept(unit, lexicon)))
    for domain, area in lexicon.domains.items():
        keys[domain.removeprefix("prefix:")].append((domain, area))
    for concept in lexicon.concepts.values():
        for prefix in concept.properties.get("imagePrefix", ()):
            keys[prefix].append(_concept(concept, lexicon))
    rest = [_concept(concept, lexicon) for concept in lexicon.concepts.values() if concept.iri not in reached]
    return {key: _hash(value) for key, value in keys.items()}, _hash(sorted(rest, key=repr))


def _concept(concept: Concept, lexicon: Lexicon) -> object:
    """All that a reader can ask about a concept, in an order that does not depend on the file's."""
    properties = tuple(_values(concept))
    children = tuple(sorted(lexicon.children.get(concept.code, ()))) if concept.scheme == "area" else ()
    indicator = ()
    if concept.scheme == "indicator":
        kinds = tuple(sorted(lexicon.dimensions.get(concept.code, ())))
        indicator = (kinds, lexicon.natures.get(concept.code, ""))  # type: ignore[assignment]
    return (concept.iri, concept.scheme, concept.code, concept.label, properties, children, indicator)


def _values(concept: Concept) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in sorted(concept.properties):
        if name != "form":  # blank nodes: their content stands with each wording of the unit
            yield name, concept.properties[name]


def _hash(value: object) -> str:
    return blake2b(repr(value).encode(), digest_size=8).hexdigest()
