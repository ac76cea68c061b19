"""A small graph for the tests of the catalogue: readings written by hand, and a cube made without reconciliation.

Claims come from ``kg.rdf``; the cube here only groups equal dimensions, so that a query is tested against
rows that follow from the readings of the test. ``test_catalogue_seeds.py`` asks the real pipeline's graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from kg import terms
from kg.model import Document, EntityFigure, Evidence, Fact, Observation, Policy, Reading, Role
from kg.rdf import claim_iris, reading_to_nquads
from kg.rdf.fields import decimal, literal, typed

BREAKDOWNS = ("sector", "product", "partner", "investor", "flow", "zone_type")
TOTAL = terms.CODE + "total"
KINDS: dict[str, Any] = {"observation": Observation, "entity": EntityFigure, "policy": Policy, "role": Role}


def fact(doc: str, at: int, kind: str, sentence: str, **fields: Any) -> Fact:
    """One fact of ``sentence``, which starts at offset ``at`` of the document ``doc``."""
    evidence = Evidence(
        doc, at + 5, at + 8, sentence, at, ("level.cue",), fields.pop("confidence", 0.9), fields.pop("repairs", ())
    )
    if kind in ("observation", "entity"):
        fields = {"measure": "level", "status": "actual"} | fields
        fields |= {name: Decimal(str(fields[name])) for name in ("value", "value_max") if name in fields}
    made: Fact = KINDS[kind](evidence=evidence, **fields)
    return made


def reading(doc: str, title: str, publisher: str, issued: str, area: str, *rows: dict[str, Any]) -> Reading:
    """A document whose facts stand one after the other; each row is the arguments of ``fact``."""
    document = Document(doc, "", title, publisher, f"https://{publisher}/{doc}", date.fromisoformat(issued))
    facts = tuple(fact(doc, number * 200, **row) for number, row in enumerate(rows))
    return Reading(document, area, facts)


def graph_text(readings: Iterable[Reading]) -> str:
    """The documents' graphs and their cube as N-Quads."""
    readings = list(readings)
    return "".join(reading_to_nquads(found) for found in readings) + "".join(dict.fromkeys(cube(readings)))


def quad(subject: str, predicate: str, value: str) -> str:
    return f"<{subject}> <{predicate}> {value} <{terms.CUBE_GRAPH}> .\n"


def digest(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()[:16]


def cube(readings: Iterable[Reading]) -> Iterator[str]:
    """What the documents together say: claims with the same dimensions, period, status and value are one."""
    for found in readings:
        for claim, made in claim_iris(found):
            if isinstance(made, EntityFigure):
                yield from entity(claim, made)
            if isinstance(made, Observation):
                yield from observation(claim, made)


def observation(claim: str, made: Observation) -> Iterator[str]:
    dimensions = dict(series_of(made))
    series = terms.SERIES + digest(dimensions)
    yield quad(series, terms.TYPE, f"<{terms.KG}Series>")
    for predicate, value in dimensions.items():
        yield quad(series, predicate, f"<{value}>")
    name = terms.OBSERVATION + digest(series, made.period, made.status, made.value, made.value_max)
    yield quad(series, terms.QB + "observation", f"<{name}>")
    yield quad(name, terms.TYPE, f"<{terms.QB}Observation>")
    yield quad(name, terms.PROV + "wasDerivedFrom", f"<{claim}>")
    yield quad(name, terms.STATUS, f"<{terms.code('status', made.status)}>")
    yield quad(name, terms.VALUE, decimal(made.value))
    yield quad(name, terms.CONFIDENCE, decimal(Decimal(str(made.evidence.confidence))))
    if made.value_max is not None:
        yield quad(name, terms.VALUE_MAX, decimal(made.value_max))
    if made.approx is not None:
        yield quad(name, terms.APPROX, f"<{terms.code('approx', made.approx)}>")
    yield quad(name, terms.REF_PERIOD, f"<{terms.period(made.period) if made.period else terms.PERIOD + 'unknown'}>")
    if made.period:
        yield from period(made.period)


def series_of(made: Observation) -> Iterator[tuple[str, str]]:
    """Predicate and IRI of every dimension that a series fixes; the total where the figure is one."""
    yield terms.INDICATOR_OF, terms.indicator(made.indicator)
    yield terms.REF_AREA, terms.area(made.area or "VN")
    yield terms.MEASURE_OF, terms.code("measure", made.measure)
    yield terms.BASE_OF, terms.base(made.base or "none")
    yield terms.UNIT_OF, terms.unit(made.unit)
    yield terms.KG + "stage", TOTAL
    for name in BREAKDOWNS:
        value = getattr(made, name)
        scheme = name.replace("_", "-")
        maker = {"partner": terms.area, "sector": terms.sector, "product": terms.product}.get(name)
        yield (
            terms.KG + ("zoneType" if name == "zone_type" else name),
            TOTAL if value is None else maker(value) if maker else terms.code(scheme, value),
        )


LAST = {"Q1": "03-31", "Q2": "06-30", "Q3": "09-30", "Q4": "12-31"}
FIRST = {"Q1": "01-01", "Q2": "04-01", "Q3": "07-01", "Q4": "10-01"}


def period(code: str) -> Iterator[str]:
    """Begin and end of the periods that the tests use, each through an instant, as OWL-Time wants."""
    name = terms.period(code)
    if code.startswith("@"):
        yield quad(name, terms.TIME + "inXSDDate", typed(edge(code[1:], LAST, "12-31"), terms.XSD_DATE))
        return
    first, _, last = code.partition("/")
    for predicate, day in (("Beginning", edge(first, FIRST, "01-01")), ("End", edge(last or first, LAST, "12-31"))):
        instant = f"{terms.BASE}instant/{day}"
        yield quad(name, f"{terms.TIME}has{predicate}", f"<{instant}>")
        yield quad(instant, terms.TIME + "inXSDDate", typed(day, terms.XSD_DATE))


def edge(code: str, quarters: dict[str, str], year: str) -> str:
    """The day on which a year, quarter, month or date begins or ends (months end on the 28th here)."""
    if "Q" in code:
        return code[:5] + quarters[code[5:]]
    month = "-01" if quarters is FIRST else "-28"
    return {4: f"{code}-{year}", 7: code + month}.get(len(code), code)


def entity(claim: str, made: EntityFigure) -> Iterator[str]:
    name = f"{terms.ENTITY}{made.entity_type}/{terms.slug(made.entity)}"
    yield quad(name, terms.TYPE, f"<{terms.KG}{made.entity_type.capitalize()}>")
    yield quad(name, terms.LABEL, literal(made.entity) + "@vi")
    yield quad(name, terms.KG + "claim", f"<{claim}>")
    if made.area:
        yield quad(name, terms.REF_AREA, f"<{terms.area(made.area)}>")
