"""Graph -> view: each claim of the store becomes nodes, a fact between them and the sentence that says it.

What reconciliation found (one observation from several claims, one entity under several names) is used where the
graph has it; a graph without it gives one fact a claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kg import terms
from kg.export.labels import Labels
from kg.export.nodes import Nodes, Span
from kg.export.options import ViewOptions
from kg.export.spool import Spool
from kg.export.words import period_span, say_base, say_period, say_value
from kg.model import EntityFigure, Fact, Observation, Policy, Reading, Role

if TYPE_CHECKING:
    from kg.store import Store

_OBSERVATIONS = f"""
SELECT ?claim ?merged ?value ?max ?approx WHERE {{ GRAPH <{terms.CUBE_GRAPH}> {{
  ?merged <{terms.PROV}wasDerivedFrom> ?claim ; <{terms.VALUE}> ?value .
  OPTIONAL {{ ?merged <{terms.VALUE_MAX}> ?max }} OPTIONAL {{ ?merged <{terms.APPROX}> ?approx }}
}} FILTER(CONTAINS(STR(?claim), "#c")) }}"""
_ENTITIES = f"""
SELECT ?claim ?merged ?label WHERE {{ GRAPH <{terms.CUBE_GRAPH}> {{
  ?merged <{terms.KG}claim> ?claim ; <{terms.LABEL}> ?label . }} }}"""
_COMPANIES = f"""
SELECT ?company ?label ?name WHERE {{ GRAPH <{terms.CUBE_GRAPH}> {{
  ?company a <{terms.KG}Enterprise> ; <{terms.LABEL}> ?label ; <{terms.LABEL}>|<{terms.SKOS}altLabel> ?name }} }}"""
_PUT_FACT = """
INSERT INTO fact VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,1)
ON CONFLICT (key) DO UPDATE SET claims = claims + 1, confidence = max(confidence, excluded.confidence)"""
_PUT_SENTENCE = "INSERT OR IGNORE INTO sentence (doc, start, text) VALUES (?,?,?)"
_PUT_CLAIM = "INSERT OR IGNORE INTO claim VALUES (?,?,?,?,?,?)"


@dataclass(frozen=True, slots=True)
class Merged:
    """What reconciliation made of one claim: the thing or observation it went into, and the value that leads there."""

    iri: str | None = None
    label: str | None = None
    value: Decimal | None = None
    value_max: Decimal | None = None
    approx: str | None = None


@dataclass(slots=True)
class Loader:
    """Fills a spool from the readings of a store, leaving out what the options leave out."""

    spool: Spool
    labels: Labels
    options: ViewOptions
    nodes: Nodes = field(init=False)
    areas: frozenset[str] = field(init=False)
    indicators: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.nodes = Nodes(self.spool, self.labels, self.options.language)
        self.areas = frozenset(code for name in self.options.areas for code in self._areas(name))
        self.indicators = frozenset(
            terms.indicator_of(self.labels.find(terms.INDICATOR, name)) for name in self.options.indicators
        )

    def load(self, store: Store) -> None:
        """Everything that the store says and the options want."""
        from kg.store.claims import readings

        self._merged(store)
        for reading in readings(store):
            self.reading(reading)
        self.spool.flush()

    def reading(self, reading: Reading) -> None:
        """One document with its facts; a document none of whose facts is wanted leaves no trace."""
        from kg.rdf.facts import claim_iris

        document = None
        for claim, fact in claim_iris(reading):
            if not self._wanted(fact, reading):
                continue
            if document is None:
                document = self.nodes.document(reading)
            self._fact(claim, fact, reading, document)

    def _fact(self, claim: str, fact: Fact, reading: Reading, document: str) -> None:
        merged = self._lookup(claim)
        span = period_span(getattr(fact, "period", None) or (fact.date if isinstance(fact, Policy) else None))
        nodes, home = self.nodes, reading.area
        ends: tuple[str, str | None, str | None]
        if isinstance(fact, Observation):
            source = nodes.area(fact.area, span) if fact.area else document
            ends = (source, nodes.indicator(fact.indicator, span), nodes.partner(fact, source, span))
        elif isinstance(fact, EntityFigure):
            source = nodes.entity(fact, merged.iri, merged.label, self._owner(fact), span)
            ends = (source, None, None)
        elif isinstance(fact, Policy):
            source = nodes.policy(fact, merged.iri, home, span)
            ends = (source, None, None)
        else:
            source = nodes.person(fact, merged.iri, merged.label, home)
            ends = (source, None, None)
        nodes.mention(document, source, span)
        self._store_fact(claim, fact, merged, ends, span)

    def _store_fact(
        self, claim: str, fact: Fact, merged: Merged, ends: tuple[str, str | None, str | None], span: Span
    ) -> None:
        evidence = fact.evidence
        said = claim_id(claim)
        key = terms.shorten(merged.iri) if merged.iri and isinstance(fact, Observation) else said
        begin, finish = (day.isoformat() for day in span) if span else (None, None)
        row = self._figure(fact, merged) if isinstance(fact, Observation | EntityFigure) else _statement(fact)
        moment = getattr(fact, "period", None)
        self.spool.put(_PUT_FACT, (key, _KINDS[type(fact)], *ends, *row, moment, begin, finish, *_manner(fact)))
        self.spool.put(_PUT_SENTENCE, (evidence.doc, evidence.sentence_start, evidence.sentence))
        place = (evidence.doc, evidence.start, evidence.end, evidence.sentence_start)
        self.spool.put(_PUT_CLAIM, (said, key, *place))

    def _figure(self, fact: Observation | EntityFigure, merged: Merged) -> tuple[Any, ...]:
        """What a figure is of, how it is measured and how a person reads it."""
        language, of = self.options.language, self.labels.of
        is_observation = isinstance(fact, Observation)
        code = fact.indicator if isinstance(fact, Observation) else fact.attribute
        concept = terms.indicator(code) if is_observation else terms.code("attribute", code)
        value, value_max = fact.value, fact.value_max
        approx: str | None = fact.approx
        if merged.value is not None:
            value, value_max, approx = merged.value, merged.value_max, merged.approx
        unit = self.labels.unit(fact.unit, language)
        text = say_value(value, unit, language, value_max, approx, fact.measure)
        detail = self.nodes.breakdown(fact) if isinstance(fact, Observation) else None
        largest = None if value_max is None else str(value_max)
        when = say_period(fact.period, language) or None
        said = (str(value), largest, fact.unit, text, detail, say_base(fact.base, language), when)
        return (code, of(concept, language), fact.measure, *said)

    def _lookup(self, claim: str) -> Merged:
        """What reconciliation made of a claim; nothing where it did not run."""
        row = self.spool.look("SELECT * FROM merged WHERE claim = ?", (claim,)) if self._any_merged else None
        if row is None:
            return Merged()
        _, iri, label, value, largest, approx = row
        return Merged(iri, label, value and Decimal(value), largest and Decimal(largest), approx)

    def _owner(self, fact: EntityFigure) -> tuple[str, str] | None:
        """The company that the graph knows under the owner's name: its IRI and its label."""
        row = self.spool.look("SELECT iri, label FROM named WHERE name = ?", (fact.owner,)) if fact.owner else None
        return (row[0], row[1]) if row else None

    _any_merged: bool = False

    def _merged(self, store: Store) -> None:
        put = "INSERT OR IGNORE INTO merged VALUES (?,?,?,?,?,?)"
        prefix = terms.code("approx", "")
        for claim, merged, value, largest, approx in _texts(store, _OBSERVATIONS):
            self.spool.put(put, (claim, merged, None, value, largest, approx and approx.removeprefix(prefix)))
        for claim, merged, label in _texts(store, _ENTITIES):
            self.spool.put(put, (claim, merged, label, None, None, None))
        for company, label, name in _texts(store, _COMPANIES):
            self.spool.put("INSERT OR IGNORE INTO named VALUES (?,?,?)", (name, company, label))
        self._any_merged = bool(self.spool.one("SELECT 1 FROM merged LIMIT 1"))

    def _areas(self, name: str) -> tuple[str, ...]:
        iri = self.labels.find(terms.AREA, name)
        return tuple(map(terms.area_of, (iri, *self.labels.parts.get(iri, ()))))

    def _wanted(self, fact: Fact, reading: Reading) -> bool:
        options = self.options
        if fact.evidence.confidence < options.confidence:
            return False
        if self.areas and not self._in_areas(getattr(fact, "area", None) or reading.area):
            return False
        if self.indicators and not (isinstance(fact, Observation) and fact.indicator in self.indicators):
            return False
        if options.status and getattr(fact, "status", None) not in options.status:
            return False
        return _in_years(fact, reading, options)

    def _in_areas(self, area: str | None) -> bool:
        return area is not None and (area in self.areas or area.partition("/")[0] in self.areas)


_KINDS: dict[type, str] = {Observation: "observation", EntityFigure: "entity", Policy: "policy", Role: "role"}


def claim_id(claim: str) -> str:
    """A claim's IRI in short, as ``terms.shorten`` writes it; every claim stands in a document."""
    return "d:" + claim[len(terms.DOC) :]


def _texts(store: Store, query: str) -> Iterator[tuple[Any, ...]]:
    for row in store.select(query):
        yield tuple(None if term is None else term.value for term in row)


def _in_years(fact: Fact, reading: Reading, options: ViewOptions) -> bool:
    if options.from_year is None and options.to_year is None:
        return True
    span = period_span(getattr(fact, "period", None) or getattr(fact, "date", None))
    if span is None and isinstance(fact, Role) and reading.document.date:
        span = (reading.document.date, reading.document.date)
    if span is None:
        return False
    first, last = options.from_year or 0, options.to_year or 9999
    return span[0].year <= last and span[1].year >= first


def _statement(fact: Policy | Role) -> tuple[Any, ...]:
    """The columns of a fact that has no number: what it says, in words."""
    if isinstance(fact, Policy):
        text = ", ".join(part for part in (fact.number, fact.date, fact.issuer) if part)
        label = fact.policy_type or ""
    else:
        text = ", ".join(part for part in (fact.role, fact.org) if part)
        label = fact.person
    return (None, label, None, None, None, None, text, None, None, None)


def _manner(fact: Fact) -> tuple[str | None, str | None, float]:
    return getattr(fact, "status", None), getattr(fact, "approx", None), fact.evidence.confidence
