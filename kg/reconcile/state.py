"""What the cube graph already says: statements of a block, a pool or a document, as lines and as values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from kg import terms
from kg.reconcile import vocabulary as v
from kg.reconcile.block import TRADE
from kg.reconcile.interval import Interval
from kg.reconcile.model import TOTAL, Cell, Observed, SeriesKey
from kg.store import Store

Properties = dict[str, list[str]]
_CHUNK = 400


def chunks(items: Iterable[str], size: int = _CHUNK) -> Iterator[str]:
    """IRIs as the rows of VALUES clauses, so many at a time."""
    ordered = sorted(items)
    for at in range(0, len(ordered), size):
        yield " ".join(f"<{iri}>" for iri in ordered[at : at + size])


class Statements:
    """Statements of the cube graph by subject: as N-Triples lines, and as plain text by property."""

    def __init__(self) -> None:
        self.lines: set[str] = set()
        self.nodes: dict[str, Properties] = defaultdict(lambda: defaultdict(list))

    def read(self, store: Store, pattern: str) -> None:
        """Add all that the cube graph says of every ?s of a pattern."""
        text = f"SELECT DISTINCT ?s ?p ?o WHERE {{ GRAPH <{terms.CUBE_GRAPH}> {{ {pattern} ?s ?p ?o }} }}"
        for subject, predicate, value in store.select(text):
            s, p = getattr(subject, "value", ""), getattr(predicate, "value", "")
            self.lines.add(f"<{s}> <{p}> {value}")
            self.nodes[s][p].append(str(getattr(value, "value", value)))

    def take(self, lines: Iterable[str]) -> None:
        """Add statements that are at hand as lines."""
        for line in lines:
            subject, predicate, value = line.split(" ", 2)
            self.lines.add(line)
            self.nodes[subject[1:-1]][predicate[1:-1]].append(_plain(value))

    def read_subjects(self, store: Store, subjects: Iterable[str]) -> None:
        """Add all that the cube graph says of these subjects."""
        for values in chunks(subjects):
            self.read(store, f"VALUES ?s {{ {values} }}")


def _plain(term: str) -> str:
    """The IRI or the text of a term; escapes are left as they are, since no text of a block is computed with."""
    return term[1:-1] if term.startswith("<") else term[1 : term.rindex('"')]


def indicators_of(family: str) -> tuple[str, ...]:
    """The indicators of a family."""
    return TRADE if family == "trade" else (family,)


def read_block(store: Store, area: str, family: str) -> Statements:
    """The series, observations and checks of a block."""
    found = Statements()
    names = " ".join(f"<{terms.indicator(code)}>" for code in indicators_of(family))
    where = f"VALUES ?i {{ {names} }} {{x}} <{terms.REF_AREA}> <{terms.area(area)}> ; <{terms.INDICATOR_OF}> ?i ."
    series = where.replace("{x}", "?series")
    found.read(store, where.replace("{x}", "?s"))
    found.read(store, f"{series} ?series <{terms.QB}observation> ?s .")
    slices = [iri for iri, node in found.nodes.items() if terms.QB + "Slice" in node[terms.TYPE]]
    found.lines.update(f"<{terms.DATASET}> <{terms.QB}slice> <{iri}>" for iri in slices)
    return found


def read_pools(store: Store, pools: Iterable[tuple[str, str]]) -> Statements:
    """The things of these pools, with the offices of people."""
    found = Statements()
    cores = [_quoted(" ".join(pool)) for pool in sorted(pools)]
    for at in range(0, len(cores), _CHUNK):
        values = f"VALUES ?core {{ {' '.join(cores[at : at + _CHUNK])} }}"
        found.read(store, f"{values} ?s <{v.CORE}> ?core .")
        found.read(store, f"{values} ?x <{v.CORE}> ?core . ?s <{terms.ORG}member> ?x .")
    return found


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def series_key(node: Mapping[str, list[str]]) -> SeriesKey:
    """The dimensions of a series out of its properties."""

    def code(scheme: str, prop: str) -> str:
        iri = node[prop][0]
        return TOTAL if iri == v.TOTAL_CODE else terms.code_of(scheme, iri)

    def name(namespace: str, prop: str) -> str:
        iri = node[prop][0]
        return TOTAL if iri == v.TOTAL_CODE else terms.unslug(iri.removeprefix(namespace))

    partner = node[terms.PARTNER][0]
    return SeriesKey(
        area=terms.area_of(node[terms.REF_AREA][0]),
        indicator=terms.indicator_of(node[terms.INDICATOR_OF][0]),
        measure=terms.code_of("measure", node[terms.MEASURE_OF][0]),
        base=terms.base_of(node[terms.BASE_OF][0]),
        unit=terms.unit_of(node[terms.UNIT_OF][0]),
        sector=name(terms.SECTOR, v.SECTOR_OF),
        product=name(terms.PRODUCT, v.PRODUCT_OF),
        partner=TOTAL if partner == v.TOTAL_CODE else terms.area_of(partner),
        investor=code("investor", terms.INVESTOR),
        flow=code("flow", terms.FLOW),
        zone_type=code("zone-type", terms.ZONE_TYPE),
        stage=code("stage", v.STAGE_OF),
    )


def read_cell(store: Store, cell: Cell) -> Observed | None:
    """What the cube graph says of one cell, without its whole block."""
    found, iri = Statements(), v.observation_iri(cell)
    found.read_subjects(store, [iri])
    return _observed(cell.series, found.nodes[iri], _values(store, found)) if found.lines else None


def read_observed(store: Store, found: Statements) -> dict[Cell, Observed]:
    """The observations among the statements of a block."""
    values = _values(store, found)
    result: dict[Cell, Observed] = {}
    for node in list(found.nodes.values()):
        if terms.QB + "Slice" not in node[terms.TYPE]:
            continue
        key = series_key(node)
        for iri in node[terms.QB + "observation"]:
            observed = _observed(key, found.nodes[iri], values)
            result[observed.cell] = observed
    return result


def _values(store: Store, found: Statements) -> dict[str, Decimal]:
    """The values of claims that state something else than the observation of their cell."""
    others = (v.DISPUTED_BY, v.PART_CLAIM)
    wanted = {claim for node in found.nodes.values() for prop in others for claim in node.get(prop, ())}
    values: dict[str, Decimal] = {}
    for chunk in chunks(wanted):
        for claim, value in store.select(f"SELECT ?c ?v WHERE {{ VALUES ?c {{ {chunk} }} ?c <{terms.VALUE}> ?v }}"):
            values[getattr(claim, "value", "")] = Decimal(getattr(value, "value", "0"))
    return values


def cell_from(key: SeriesKey, node: Mapping[str, list[str]]) -> Cell:
    """The cell of an observation out of its properties."""
    status = terms.code_of("status", node[terms.STATUS][0])
    return Cell(key, terms.period_of(node[terms.REF_PERIOD][0]), status)


def _observed(key: SeriesKey, node: Properties, values: Mapping[str, Decimal]) -> Observed:
    def with_values(prop: str) -> tuple[tuple[str, Decimal], ...]:
        return tuple(sorted((claim, values.get(claim, Decimal(0))) for claim in node.get(prop, ())))

    def decimal(prop: str) -> Decimal | None:
        return Decimal(node[prop][0]) if node.get(prop) else None

    value = Decimal(node[terms.VALUE][0])
    low, high = decimal(v.LOWER), decimal(v.UPPER)
    sources = sorted(node.get(terms.PROV + "wasDerivedFrom", ()))
    approx = node.get(terms.APPROX)
    return Observed(
        cell=cell_from(key, node),
        value=value,
        value_max=decimal(terms.VALUE_MAX),
        approx=terms.code_of("approx", approx[0]) if approx else None,
        interval=Interval(value if low is None else low, value if high is None else high),
        confidence=decimal(v.READ_CONFIDENCE) or Decimal(node[terms.CONFIDENCE][0]),
        claims=tuple(iri for iri in sources if iri.startswith(terms.DOC)),
        against=with_values(v.DISPUTED_BY),
        parts=with_values(v.PART_CLAIM),
        rolled_up=(),
    )


def read_bookkeeping(store: Store, documents: Iterable[str]) -> dict[str, str]:
    """What each document touched in the cube when it was reconciled."""
    found = Statements()
    found.read_subjects(store, documents)
    return {iri: node[v.CELLS][0] for iri, node in found.nodes.items() if node.get(v.CELLS)}


def fingerprint_of(store: Store) -> str | None:
    """By which rules and overrides the cube graph was made; None where there is none."""
    text = f"SELECT ?f WHERE {{ GRAPH <{terms.CUBE_GRAPH}> {{ <{terms.DATASET}> <{v.FINGERPRINT}> ?f }} }}"
    return next((str(getattr(row[0], "value", "")) for row in store.select(text)), None)


def unused(store: Store, candidates: Iterable[str], gone: Iterable[str]) -> set[str]:
    """Which shared nodes (periods, found concepts, offices) nobody uses but statements that go; ``gone`` are lines."""
    going = set(gone)
    result: set[str] = set()
    for iri in sorted(set(candidates)):
        limit = len(going) + 1
        text = f"SELECT ?s ?p WHERE {{ GRAPH <{terms.CUBE_GRAPH}> {{ ?s ?p <{iri}> }} }} LIMIT {limit}"
        users = (f"<{getattr(s, 'value', '')}> <{getattr(p, 'value', '')}> <{iri}>" for s, p in store.select(text))
        if all(user in going for user in users):
            result.add(iri)
    return result
