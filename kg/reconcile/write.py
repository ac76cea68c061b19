"""Observations, findings and things as N-Triples lines (without the final dot) of the cube graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from kg import terms
from kg.rdf.fields import date, decimal, literal, typed
from kg.reconcile import period as periods
from kg.reconcile import vocabulary as v
from kg.reconcile.model import TOTAL, Cell, Finding, Observed, SeriesKey
from kg.reconcile.vocabulary import observation_iri, series_iri

_TYPE = f"<{terms.TYPE}>"
_OBS_STATUS = {"actual": "obsStatus-A", "estimate": "obsStatus-E", "forecast": "obsStatus-F"}


def words(text: str, language: str) -> str:
    """A string with its language as an N-Triples term."""
    return f"{literal(text)}@{language}"


def _links(subject: str, predicate: str, targets: Iterable[str]) -> Iterator[str]:
    return (f"{subject} <{predicate}> <{target}>" for target in targets)


def observation_lines(
    observed: Observed,
    confidence: Decimal | None = None,
    revises: Iterable[Cell] = (),
    against: Iterable[Cell] = (),
) -> Iterator[str]:
    """One observation.

    ``confidence`` is what confirmed checks raise it to, ``revises`` the estimates it settles, ``against`` its target.
    """
    cell = observed.cell
    subject = f"<{observation_iri(cell)}>"
    yield f"{subject} {_TYPE} <{terms.QB}Observation>"
    yield f"{subject} <{terms.QB}dataSet> <{terms.DATASET}>"
    yield f"{subject} <{terms.REF_PERIOD}> <{terms.period(cell.period)}>"
    yield f"{subject} <{terms.STATUS}> <{terms.code('status', cell.status)}>"
    if cell.status in _OBS_STATUS:
        yield f"{subject} <{terms.ATTRIBUTE}obsStatus> <{terms.SDMX_CODE}{_OBS_STATUS[cell.status]}>"
    yield f"{subject} <{terms.VALUE}> {decimal(observed.value)}"
    if observed.value_max is not None:
        yield f"{subject} <{terms.VALUE_MAX}> {decimal(observed.value_max)}"
    if observed.approx:
        yield f"{subject} <{terms.APPROX}> <{terms.code('approx', observed.approx)}>"
    low, high = observed.interval
    if not low == high == observed.value:
        yield f"{subject} <{v.LOWER}> {decimal(low)}"
        yield f"{subject} <{v.UPPER}> {decimal(high)}"
    yield f"{subject} <{terms.CONFIDENCE}> {decimal(confidence or observed.confidence)}"
    if confidence is not None:
        yield f"{subject} <{v.READ_CONFIDENCE}> {decimal(observed.confidence)}"
    yield from _links(subject, terms.PROV + "wasDerivedFrom", observed.claims)
    # One of them answers for all where a sentence is shown: a query would have to compare each with the others.
    yield from _links(subject, v.FIRST_CLAIM, observed.claims[:1])
    yield from _links(subject, v.DISPUTED_BY, (claim for claim, _ in observed.against))
    yield from _links(subject, v.PART_CLAIM, (claim for claim, _ in observed.parts))
    if observed.rolled_up:
        yield f"{subject} <{v.ROLLED_UP}> {typed('true', terms.XSD + 'boolean')}"
        yield from _links(subject, terms.PROV + "wasDerivedFrom", map(observation_iri, observed.rolled_up))
    yield from _links(subject, terms.PROV + "wasRevisionOf", map(observation_iri, revises))
    # Few figures have a target: a query that looks for it would compare all figures of a series with each other.
    yield from _links(subject, v.AGAINST_TARGET, map(observation_iri, against))


def series_lines(key: SeriesKey, cells: Iterable[Cell]) -> Iterator[str]:
    """One series with its observations, and its place in the data set."""
    subject = f"<{series_iri(key)}>"
    yield f"<{terms.DATASET}> <{terms.QB}slice> {subject}"
    yield f"{subject} {_TYPE} <{terms.QB}Slice>"
    yield f"{subject} {_TYPE} <{v.SERIES_CLASS}>"
    yield f"{subject} <{terms.QB}sliceStructure> <{v.SLICE_KEY}>"
    for predicate, value in v.dimensions(key):
        yield f"{subject} <{predicate}> <{value}>"
    yield from _links(subject, terms.QB + "observation", map(observation_iri, cells))


def concept_lines(key: SeriesKey, curated: frozenset[str]) -> Iterator[str]:
    """The codes that a series uses and the ontology does not know: found sectors, products, places, units, bases."""
    for name, iri, kind, scheme in (
        (key.sector, terms.sector(key.sector), v.SECTOR_CLASS, v.SECTOR_SCHEME),
        (key.product, terms.product(key.product), v.PRODUCT_CLASS, v.PRODUCT_SCHEME),
        (key.area, terms.area(key.area), None, terms.AREA.rstrip("/")),
        (key.partner, terms.area(key.partner), None, terms.AREA.rstrip("/")),
        (key.unit, terms.unit(key.unit), None, terms.UNIT.rstrip("/")),
    ):
        if name != TOTAL and iri not in curated:
            yield f"<{iri}> {_TYPE} <{terms.SKOS}Concept>"
            yield f"<{iri}> <{terms.SKOS}inScheme> <{scheme}>"
            yield f"<{iri}> <{terms.SKOS}prefLabel> {words(name.rpartition('/')[2] if kind is None else name, 'vi')}"
            if kind:
                yield f"<{iri}> {_TYPE} <{kind}>"
            elif scheme == terms.AREA.rstrip("/"):
                yield f"<{iri}> <{terms.SKOS}notation> {literal(name)}"
    if (base := terms.base(key.base)).startswith(terms.PERIOD):
        yield f"<{base}> {_TYPE} <{terms.SKOS}Concept>"
        yield f"<{base}> <{terms.SKOS}inScheme> <{terms.CODE}base>"
        vi, en = periods.label(key.base)
        yield f"<{base}> <{terms.SKOS}prefLabel> {words(vi, 'vi')}"
        yield f"<{base}> <{terms.SKOS}prefLabel> {words(en, 'en')}"


def dataset_lines(fingerprint: str) -> Iterator[str]:
    """The data set itself; ``fingerprint`` says by which rules and overrides it was made."""
    subject = f"<{terms.DATASET}>"
    yield f"{subject} {_TYPE} <{terms.QB}DataSet>"
    yield f"{subject} <{terms.QB}structure> <{v.STRUCTURE}>"
    yield f"{subject} <{terms.LABEL}> {words('Số liệu công nghiệp và thương mại theo các văn bản', 'vi')}"
    yield f"{subject} <{terms.LABEL}> {words('Industry and trade figures as the documents state them', 'en')}"
    yield f"{subject} <{v.FINGERPRINT}> {literal(fingerprint)}"


def period_lines(period: str, curated: frozenset[str] = frozenset()) -> Iterator[str]:
    """A period as OWL-Time: a flow's interval, a stock's instant; its label in both languages."""
    subject = f"<{terms.period(period)}>"
    if subject[1:-1] in curated:
        return
    span = periods.span(period)
    vi, en = periods.label(period)
    yield f"{subject} <{terms.LABEL}> {words(vi, 'vi')}"
    yield f"{subject} <{terms.LABEL}> {words(en, 'en')}"
    if span is None:
        yield f"{subject} {_TYPE} <{terms.TIME}TemporalEntity>"
    elif span.stock:
        yield f"{subject} {_TYPE} <{terms.TIME}Instant>"
        yield f"{subject} <{terms.TIME}inXSDDate> {date(span.last.isoformat())}"
    else:
        yield f"{subject} {_TYPE} <{terms.TIME}ProperInterval>"
        for predicate, day in (("hasBeginning", span.first), ("hasEnd", span.last)):
            instant = f"<{v.INSTANT}{day.isoformat()}>"
            yield f"{subject} <{terms.TIME}{predicate}> {instant}"
            yield f"{instant} {_TYPE} <{terms.TIME}Instant>"
            yield f"{instant} <{terms.TIME}inXSDDate> {date(day.isoformat())}"


def finding_lines(finding: Finding) -> Iterator[str]:
    """One check with all that it rests on; a finding says in words what does not fit."""
    subject = f"<{v.finding_iri(finding.check, finding.observations)}>"
    kind = terms.KG + v.FINDING_CLASSES.get(finding.check, "ArithmeticFinding")
    for cls in (v.CONFIRMATION,) if finding.held else (v.FINDING, kind):
        yield f"{subject} {_TYPE} <{cls}>"
    yield f"{subject} <{v.CHECK}> <{terms.code('check', finding.check)}>"
    yield f"{subject} <{terms.REF_AREA}> <{terms.area(finding.area)}>"
    yield f"{subject} <{terms.INDICATOR_OF}> <{terms.indicator(finding.indicator)}>"
    yield from _links(subject, v.ABOUT, map(observation_iri, finding.observations))
    yield from _links(subject, v.INVOLVES, sorted(set(finding.claims)))
    if not finding.held:
        yield f"{subject} <{terms.RDFS}comment> {words(finding.vi, 'vi')}"
        yield f"{subject} <{terms.RDFS}comment> {words(finding.en, 'en')}"
