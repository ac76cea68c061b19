"""Readable names of codes, from the vocabulary that the graph carries (its ontology graph)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg import terms
from kg.errors import ExportError
from kg.export.words import TIMES, UNITS, Language

if TYPE_CHECKING:
    from kg.store import Store

_KINDS = " ".join(
    f"(<{name}> {rank})"
    for rank, name in enumerate(
        (terms.SKOS + "prefLabel", terms.LABEL, terms.SKOS + "altLabel", terms.SKOS + "notation")
    )
)
_QUERY = f"""
SELECT ?concept ?label ?kind WHERE {{ GRAPH <{terms.ONTOLOGY_GRAPH}> {{
  VALUES (?property ?kind) {{ {_KINDS} }}
  ?concept ?property ?label .
}} FILTER(STRSTARTS(STR(?concept), "{terms.BASE}")) }}"""
_PARTS = f"SELECT ?whole ?part WHERE {{ ?whole <{terms.KG}madeOf> ?part }}"


@dataclass(slots=True)
class Labels:
    """Labels by IRI and language; ``parts`` are the former provinces of each of today's.

    An IRI without a label is shown by its own last part, so that a graph without vocabulary still exports.
    """

    names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, iri: str, language: Language) -> str:
        """The label in the language, else in the other one, else the IRI's own last part."""
        other = "en" if language == "vi" else "vi"
        for key in ((iri, language), (iri, ""), (iri, other)):
            if key in self.names:
                return self.names[key]
        local = iri.removesuffix("/").rpartition("#")[2].rpartition("/")[2]
        return terms.unslug(local)

    def unit(self, code: str, language: Language) -> str:
        """A unit in short: ``USD``, ``%``, ``tấn/năm``; a rate without a label of its own is put together."""
        short = UNITS[language].get(code)
        if short is not None:
            return short
        amount, slash, time = code.partition("/")
        if slash and (terms.unit(code), language) not in self.names:
            return f"{self.unit(amount, language)}/{TIMES[language].get(time, time)}"
        return self.of(terms.unit(code), language)

    def find(self, namespace: str, text: str) -> str:
        """The IRI in a namespace that a user means: by code or by name, case and accents apart.

        Raises ExportError, naming close matches, where there is none or several.
        """
        wanted = fold(text)
        found = sorted(
            iri for iri, names in self.aliases.items() if iri.startswith(namespace) and wanted in map(fold, names)
        )
        exact = [iri for iri in found if terms.unslug(iri[len(namespace) :]) == text]
        # A province before a town of its name; the old code (one part) before today's (2025/NN), as most texts mean it.
        fewest = min((iri.count("/") for iri in found), default=0)
        found = exact or [iri for iri in found if iri.count("/") == fewest]
        if len(found) == 1:
            return found[0]
        kind = namespace.removeprefix(terms.BASE).strip("/")
        if found:
            raise ExportError(f'"{text}" may mean {", ".join(map(terms.shorten, found[:5]))}: give the code')
        near = sorted(
            {names[0] for iri, names in self.aliases.items() if iri.startswith(namespace) and _near(wanted, names)}
        )
        hint = f"; near it: {', '.join(near[:5])}" if near else ""
        raise ExportError(f'no {kind} is called "{text}"{hint}')


def fold(text: str) -> str:
    """Text without accents, case, hyphens and doubled spaces, to compare names by.

    >>> fold("Hưng  Yên"), fold("HUNG-YEN")
    ('hung yen', 'hung yen')
    """
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(letters.lower().replace("-", " ").split())


def read_labels(store: Store) -> Labels:
    """All labels of the vocabulary in a store."""
    names: dict[tuple[str, str], str] = {}
    ranks: dict[tuple[str, str], int] = {}
    aliases: dict[str, list[str]] = {}
    for concept, label, kind in _rows(store, _QUERY):
        iri, rank, language = concept.value, int(kind.value), getattr(label, "language", None) or ""
        aliases.setdefault(iri, [terms.unslug(iri.rpartition("/")[2])]).append(label.value)
        key = (iri, language)
        # A label that sorts first wins a tie, so that the same graph gives the same picture.
        if rank < 2 and (key not in names or (rank, label.value) < (ranks[key], names[key])):
            names[key], ranks[key] = label.value, rank
    parts: dict[str, list[str]] = {}
    for whole, part in _rows(store, _PARTS):
        parts.setdefault(whole.value, []).append(part.value)
    return Labels(
        names,
        {iri: tuple(dict.fromkeys(values)) for iri, values in aliases.items()},
        {iri: tuple(sorted(values)) for iri, values in parts.items()},
    )


def _rows(store: Store, query: str) -> Iterable[tuple[_Term, ...]]:
    return store.select(query)  # type: ignore[return-value]


class _Term:
    """What the queries above bind: terms with a text, never unbound."""

    value: str


def _near(wanted: str, names: tuple[str, ...]) -> bool:
    return len(wanted) >= 3 and any(wanted in fold(name) for name in names)
