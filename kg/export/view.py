"""The graph made for looking at: places, indicators, projects, companies, people as nodes, facts between them.

``open_view(store, options)`` reads the graph once into a scratch file and gives ``View``: nodes and edges with
readable labels, years, values, colours, sizes and places on the map, in the same order every time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kg import terms
from kg.export.labels import Labels, read_labels
from kg.export.layout import arrange
from kg.export.load import Loader
from kg.export.look import EDGE_COLOURS, EDGE_NAMES, STATUS_COLOURS
from kg.export.options import Detail, ViewOptions
from kg.export.spool import Spool
from kg.export.triples import load_triples
from kg.export.words import STATUSES

if TYPE_CHECKING:
    from kg.store import Store

Value = str | int | float | tuple[str, ...]
# What each attribute of a node or an edge is, in the order in which formats declare them.
NODE_ATTRIBUTES: Mapping[str, type] = {
    "type": str, "subtype": str, "code": str, "iri": str, "area": str, "facts": int, "degree": int,
    "first_year": int, "last_year": int, "amount": float, "date": str, "url": str, "headline": str, "names": tuple,
    "figures": tuple,
}  # fmt: skip
EDGE_ATTRIBUTES: Mapping[str, type] = {
    "type": str, "facts": int, "first_year": int, "last_year": int, "measure": str, "value": float, "value_max": float,
    "unit": str, "text": str, "period": str, "status": str, "breakdown": str, "confidence": float,
    "sentence": str, "documents": tuple, "figures": tuple,
}  # fmt: skip
_FIGURES = 20  # a node or edge lists its newest figures; ``facts`` counts all
_FACT = "label, text, detail, period, status, base"
_LEADING = "(measure = 'level') DESC, (detail IS NULL) DESC, (status IN ('actual', 'estimate')) DESC, finish DESC, key"


@dataclass(frozen=True, slots=True)
class Node:
    """One thing to draw. ``number`` counts from 0 in the order of the view."""

    number: int
    id: str
    type: str
    label: str
    size: float
    colour: str
    x: float
    y: float
    attributes: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """What joins two nodes. ``spells`` are the times it is about, in order and apart; ends are node ids and numbers."""

    number: int
    source: str
    target: str
    source_number: int
    target_number: int
    type: str
    label: str
    weight: int
    colour: str
    spells: tuple[tuple[date, date], ...]
    attributes: Mapping[str, Value]


@dataclass(slots=True)
class View:
    """Nodes and edges of a graph, as often as they are wanted; memory does not grow with the graph."""

    spool: Spool
    labels: Labels
    options: ViewOptions

    def node_count(self) -> int:
        """How many nodes there are."""
        return int(self.spool.one("SELECT count(*) FROM node"))

    def nodes(self) -> Iterator[Node]:
        """The nodes: those that most facts speak of first."""
        query = f"""SELECT number, id, type, label, size, colour, x, y, subtype, code, iri, home, claims, degree, first,
            last, amount, day, note, {_HEADLINE}, (SELECT group_concat(name, char(31)) FROM alias WHERE node = node.id)
            FROM node ORDER BY number"""
        for row in self.spool.rows(query):
            number, node, kind, label, size, colour, x, y, subtype, code, iri, home, *rest, names = row
            area = self.labels.of(terms.area(home), self.options.language) if home else None
            called = tuple(sorted(names.split(chr(31)))) if names else ()
            values = (kind, subtype, code, iri, area, *rest, called, self.figures("source = ?", (node,)))
            yield Node(number, node, kind, label, size, colour, x, y, _present(NODE_ATTRIBUTES, values))

    def edges(self, detail: Detail = "summary") -> Iterator[Edge]:
        """The edges: figures between a place and an indicator (all together, or one each), then the others."""
        number = 0
        figures = self._single_figures() if detail == "facts" else self._summed_figures()
        for make in (figures, self._links()):
            for edge in make:
                yield Edge(number, *edge)
                number += 1

    def figures(self, where: str, values: tuple[str, ...], limit: int = _FIGURES) -> tuple[str, ...]:
        """The newest figures of a node or between two nodes, each as one readable line."""
        query = f"SELECT {_FACT} FROM fact WHERE kind <> 'role' AND {where} ORDER BY finish DESC, key LIMIT {limit}"
        return tuple(self.say(*row) for row in self.spool.rows(query, values))

    def say(
        self,
        label: str,
        text: str,
        detail: str | None,
        period: str | None,
        status: str | None,
        base: str | None,
        *,
        short: bool = False,
    ) -> str:
        """A fact as a line: ``Kim ngạch xuất khẩu: 7 tỷ USD (2024, kế hoạch)``; ``short`` leaves the subject out."""
        how = None if status in (None, "actual") else self.status(status)
        when = ", ".join(part for part in (detail, period, how, None if short else base) if part)
        said = f"{text} ({when})" if when else text
        return said if short or not label else f"{label}: {said}"

    def status(self, status: str | None) -> str:
        """A status in the view's language; an empty text for facts that have none."""
        return STATUSES[self.options.language].get(status or "", status or "")

    def _summed_figures(self) -> Iterator[tuple[Any, ...]]:
        query = """SELECT source, target, a.number, b.number, count(*), sum(fact.claims), min(begin), max(finish)
            FROM fact JOIN node a ON a.id = source JOIN node b ON b.id = target
            GROUP BY source, target ORDER BY a.number, b.number"""
        for source, target, first, second, facts, _claims, begin, finish in self.spool.rows(query):
            pair, where = (source, target), "source = ? AND target = ?"
            leading = next(
                self.spool.rows(f"SELECT {_COLUMNS} FROM fact WHERE {where} ORDER BY {_LEADING} LIMIT 1", pair)
            )
            spans = self.spool.rows(
                f"SELECT DISTINCT begin, finish FROM fact WHERE {where} AND begin IS NOT NULL", pair
            )
            documents = self.spool.rows(f"{_DOCUMENTS} WHERE {where} ORDER BY doc LIMIT {_FIGURES}", pair)
            attributes = ("figure", facts, *_years(begin, finish), *self._columns(leading), None)
            said = (tuple(doc for (doc,) in documents), self.figures(where, pair))
            yield (
                *pair, first, second, "figure", self._label(leading), facts, EDGE_COLOURS["figure"],
                merge_spells(spans), _present(EDGE_ATTRIBUTES, (*attributes, *said)),
            )  # fmt: skip

    def _single_figures(self) -> Iterator[tuple[Any, ...]]:
        query = f"""SELECT source, target, a.number, b.number, key, fact.claims, begin, finish, {_COLUMNS}
            FROM fact JOIN node a ON a.id = source JOIN node b ON b.id = target
            ORDER BY a.number, b.number, begin, key"""
        for source, target, first, second, key, claims, begin, finish, *columns in self.spool.rows(query):
            evidence = list(self.spool.rows(_SENTENCES, (key,)))
            attributes = ("figure", claims, *_years(begin, finish), *self._columns(columns), evidence[0][1])
            documents = tuple(dict.fromkeys(doc for doc, _ in evidence))
            yield (
                source, target, first, second, "figure", self._label(columns), claims,
                STATUS_COLOURS.get(columns[8], EDGE_COLOURS["figure"]),
                merge_spells(iter([(begin, finish)] if begin else [])),
                _present(EDGE_ATTRIBUTES, (*attributes, documents, ())),
            )  # fmt: skip

    def _links(self) -> Iterator[tuple[Any, ...]]:
        query = """SELECT source, target, a.number, b.number, link.type, link.label, link.claims, begin, finish
            FROM link JOIN node a ON a.id = source JOIN node b ON b.id = target
            ORDER BY link.type, a.number, b.number, link.label"""
        for source, target, first, second, kind, label, claims, begin, finish in self.spool.rows(query):
            spells = merge_spells(iter([(begin, finish)] if begin else []))
            values = {"type": kind, "facts": claims} | ({"text": label} if label else {})
            years = dict(zip(("first_year", "last_year"), _years(begin, finish), strict=True)) if begin else {}
            name = label or EDGE_NAMES[kind][self.options.language]
            yield source, target, first, second, kind, name, claims, EDGE_COLOURS[kind], spells, values | years

    def _label(self, columns: Any) -> str:
        label, _, _, _, _, text, detail, period, status, base, _ = columns
        return self.say(label, text, detail, period, status, base, short=True)

    def _columns(self, columns: Any) -> tuple[Any, ...]:
        _, measure, value, value_max, unit, text, detail, period, status, _, confidence = columns
        numbers = tuple(None if number is None else float(number) for number in (value, value_max))
        return (measure, *numbers, unit, text, period, status, detail, confidence)


_COLUMNS = "fact.label, measure, value, value_max, unit, text, detail, period, status, base, confidence"
# What says at a glance how large a project, zone or company is.
_SIZES = ("investment-capital", "capacity", "land-area", "annual-output", "occupancy", "leased-land", "employees")
_RANKS = " ".join(f"WHEN '{code}' THEN {rank}" for rank, code in enumerate(_SIZES))
_HEADLINE = f"""(SELECT CASE unit WHEN 'percent' THEN fact.label || ' ' ELSE '' END || text FROM fact
    WHERE source = node.id AND kind = 'entity' AND measure = 'level'
    ORDER BY CASE fact.code {_RANKS} ELSE 9 END, status <> 'actual', finish DESC, key LIMIT 1)"""
_DOCUMENTS = "SELECT DISTINCT doc FROM claim JOIN fact ON fact.key = claim.fact"
_SENTENCES = """SELECT claim.doc, text FROM claim
    JOIN sentence ON sentence.doc = claim.doc AND sentence.start = claim.sentence
    WHERE fact = ? ORDER BY claim.doc, claim.start, claim.id"""


@contextmanager
def open_view(store: Store, options: ViewOptions) -> Iterator[View]:
    """The view of a store; its scratch file goes when the block ends."""
    labels = read_labels(store)
    with Spool() as spool:
        if options.triples:
            load_triples(spool, store)
        else:
            Loader(spool, labels, options).load(store)
        arrange(spool, labels, options)
        yield View(spool, labels, options)


def merge_spells(spans: Iterator[tuple[Any, ...]]) -> tuple[tuple[date, date], ...]:
    """Times in order, joined where they meet or overlap: what Gephi needs, which takes no overlapping intervals."""
    merged: list[tuple[date, date]] = []
    for begin, finish in sorted((date.fromisoformat(first), date.fromisoformat(last)) for first, last in spans):
        if merged and begin <= merged[-1][1] + timedelta(days=1):
            merged[-1] = (merged[-1][0], max(finish, merged[-1][1]))
        else:
            merged.append((begin, finish))
    return tuple(merged)


def json_text(value: object) -> str:
    """Compact JSON with Vietnamese letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _years(begin: str | None, finish: str | None) -> tuple[int | None, int | None]:
    return (int(begin[:4]) if begin else None, int(finish[:4]) if finish else None)


def _present(names: Mapping[str, type], values: tuple[Any, ...]) -> dict[str, Value]:
    """The attributes that have a value, under their names."""
    return {name: value for name, value in zip(names, values, strict=True) if value not in (None, "", ())}
