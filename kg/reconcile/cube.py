"""Claims to statements: the whole cube graph, or one block or pool of it. Pure: no store.

Everything is keyed: a claim falls into a cell, a cell into a block (area and family of indicators), a name into a
pool, and nothing in a block or pool depends on anything outside it, sums over former provinces excepted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b

from kg import terms
from kg.model import Observation
from kg.rdf.fields import literal
from kg.reconcile import vocabulary as v
from kg.reconcile import write
from kg.reconcile.block import Block, block_of
from kg.reconcile.borders import roll_ups
from kg.reconcile.checks import check, raised
from kg.reconcile.model import Cell, Claim, Observed, SeriesKey, World
from kg.reconcile.ontology import Ontology
from kg.reconcile.recall import BlockName, Row, block_row, pool_row
from kg.reconcile.series import cell_of, observe
from kg.reconcile.sums import revisions, targets
from kg.reconcile.things import Pool, Use, things_of, uses
from kg.reconcile.vocabulary import observation_iri
from kg.reconcile.write_things import thing_lines

RULES = "3"
"""The version of the rules; a graph made by other rules is made anew."""


def fingerprint(ontology: Ontology) -> str:
    """What besides the claims decides about the cube graph, as a short text."""
    world = ontology.world
    parts = (
        RULES, sorted(world.sectors.items()), sorted(world.products.items()), sorted(world.parts.items()),
        sorted(world.renewed.items()), sorted(world.additive), sorted(world.stocks), sorted(world.labels.items()),
        sorted(ontology.overrides.same.items()), sorted(ontology.overrides.apart), sorted(ontology.curated),
    )  # fmt: skip
    return blake2b(repr(parts).encode(), digest_size=12).hexdigest()


def as_nquads(lines: Iterable[str]) -> str:
    """Lines as an N-Quads text of the cube graph, in one order whatever theirs was."""
    end = f" <{terms.CUBE_GRAPH}> .\n"
    return "".join(line + end for line in sorted(lines))


_TYPED = f"> <{terms.TYPE}> <"
_NAMED = f"> <{v.CORE}> "
_COUNTED = {
    terms.QB + "Observation": "observations",
    v.SERIES_CLASS: "series",
    v.FINDING: "findings",
    v.CONFIRMATION: "confirmations",
}


def counts(lines: Iterable[str]) -> dict[str, int]:
    """How many nodes of each kind the lines describe."""
    result = dict.fromkeys((*_COUNTED.values(), "things"), 0)
    for line in lines:
        if _TYPED in line:
            name = _COUNTED.get(line[line.rindex("<") + 1 : -1])
            if name:
                result[name] += 1
        elif _NAMED in line:
            result["things"] += 1
    return result


def made_of(
    cells: Mapping[Cell, list[Claim]], pools: Mapping[Pool, list[Use]], ontology: Ontology
) -> Iterator[tuple[set[str], Row]]:
    """The statements of each block and pool, and what the folder remembers of it.

    Cells and pools must make up whole blocks with all that they are summed from.
    """
    world = ontology.world
    observed = [observe(cell, members) for cell, members in cells.items()]
    observed += roll_ups(observed, world)
    blocks: dict[BlockName, list[Observed]] = defaultdict(list)
    for each in observed:
        blocks[block_of(each.cell.series)].append(each)
    for name, members in blocks.items():
        lines = set(block_lines(Block(members), ontology))
        yield lines, block_row(name, lines)
    for pool, named in pools.items():
        yield set(pool_lines(pool, named, world)), pool_row(pool, named)


def places(claim: Claim, ontology: Ontology) -> Iterator[tuple[Cell | Use, str]]:
    """Where a claim belongs: its cell or its uses of names, each with the mark by which its document remembers it."""
    if isinstance(claim.fact, Observation):
        cell = cell_of(claim, ontology.world)
        if cell is not None:
            yield cell, observation_iri(cell).removeprefix(terms.OBSERVATION)
        return
    for use in uses(claim, ontology.world, ontology.overrides):
        yield use, " ".join(use.pool)


def sort_in(
    claim: Claim, ontology: Ontology, cells: dict[Cell, list[Claim]], pools: dict[Pool, list[Use]]
) -> Iterator[str]:
    """Put a claim into its cell or its pools; yields the marks by which its document remembers them."""
    for place, mark in places(claim, ontology):
        if isinstance(place, Use):
            pools[place.pool].append(place)
        else:
            cells[place].append(claim)
        yield mark


def touched_line(document: str, marks: Iterable[str]) -> str:
    """The statement by which a document remembers what it touched."""
    return f"<{document}> <{v.CELLS}> {literal('|'.join(sorted(set(marks))))}"


def block_lines(block: Block, ontology: Ontology) -> Iterator[str]:
    """The series, observations and checks of a block, with the periods and found concepts that they use."""
    findings = check(block, ontology.world)
    confidence, settled, planned = raised(block.observations, findings), revisions(block), targets(block)
    for observed in block.observations:
        cell = observed.cell
        yield from write.observation_lines(observed, confidence.get(cell), settled.get(cell, ()), planned.get(cell, ()))
    for finding in findings:
        yield from write.finding_lines(finding)
    series: dict[SeriesKey, list[Cell]] = defaultdict(list)
    for observed in block.observations:
        series[observed.cell.series].append(observed.cell)
    for key, cells in series.items():
        yield from write.series_lines(key, cells)
        yield from write.concept_lines(key, ontology.curated)
    for period in {cell.period for cells in series.values() for cell in cells}:
        yield from write.period_lines(period, ontology.curated)


def pool_lines(pool: Pool, named: Iterable[Use], world: World) -> Iterator[str]:
    """The things of a pool."""
    for thing in things_of(named, world):
        yield from thing_lines(thing, pool, world)
