"""After a change: only the cells, blocks and pools that the changed documents touch or touched are made again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg import terms
from kg.reconcile import vocabulary as v
from kg.reconcile.block import Block, block_of
from kg.reconcile.borders import part_cells, rolled_up, whole_cell
from kg.reconcile.cube import block_lines, counts, pool_lines, sort_in, touched_line
from kg.reconcile.model import Cell, Claim, Observed
from kg.reconcile.ontology import Ontology
from kg.reconcile.read import claims_by_iri, document_claims, figures_by_iri
from kg.reconcile.recall import BlockName, Row, block_row, pool_row, remembered_block, remembered_pool
from kg.reconcile.series import observe
from kg.reconcile.state import (
    Statements,
    chunks,
    read_block,
    read_bookkeeping,
    read_cell,
    read_observed,
    read_pools,
    series_key,
    unused,
)  # fmt: skip
from kg.reconcile.things import Pool, Use
from kg.reconcile.vocabulary import observation_iri
from kg.store import Store
from kg.store.memory import Memory

_SHARED = (terms.PERIOD, terms.SECTOR, terms.PRODUCT, terms.AREA, terms.UNIT, v.INSTANT, terms.ORGANISATION)
"""Nodes that many statements share: described as long as somebody uses them."""


class Change:
    """One update of the cube graph after some documents changed."""

    def __init__(self, store: Store, changed: frozenset[str], ontology: Ontology, memory: Memory | None) -> None:
        self.store, self.ontology, self.world, self.memory = store, ontology, ontology.world, memory
        self.documents = sorted(terms.document(doc) for doc in changed)
        self.ids = changed
        self.remembered = read_bookkeeping(store, self.documents)
        self.cells: dict[Cell, list[Claim]] = defaultdict(list)
        self.pools: dict[Pool, list[Use]] = defaultdict(list)
        self.old: set[str] = set()
        self.new: set[str] = set()
        self._blocks: dict[BlockName, dict[Cell, Observed]] = {}
        self._lines: dict[BlockName, set[str]] = {}

    def run(self) -> dict[str, int]:
        """Work out the difference, write it, and count what was made again."""
        self._sort_in_new_claims()
        self._recall()
        self._add_other_claims()
        touched = self._observe()
        touched |= self._roll_up(touched)
        for name in sorted({block_of(cell.series) for cell in touched}):
            lines = set(block_lines(Block(self._blocks[name].values()), self.ontology))
            self.old |= self._lines[name]
            self.new |= lines
            self._keep(block_row(name, lines))
        self._things()
        self._write()
        return counts(self.new)

    def _sort_in_new_claims(self) -> None:
        for document in self.documents:
            marks = []
            for claim in document_claims(self.store, document):
                marks += list(sort_in(claim, self.ontology, self.cells, self.pools))
            if document in self.remembered:
                self.old.add(touched_line(document, self.remembered[document].split("|")))
            if marks:
                self.new.add(touched_line(document, marks))

    def _recall(self) -> None:
        """The cells and pools that the documents touched before."""
        observations = set()
        for text in self.remembered.values():
            for mark in text.split("|"):
                kind, space, core = mark.partition(" ")
                if space:
                    self.pools.setdefault((kind, core), [])
                elif mark:
                    observations.add(terms.OBSERVATION + mark)
        for cell in self._cells_of(observations - {observation_iri(cell) for cell in self.cells}):
            self.cells.setdefault(cell, [])

    def _cells_of(self, observations: Iterable[str]) -> list[Cell]:
        """The cells of observations that the graph knows."""
        found, wanted = Statements(), sorted(observations)
        found.read_subjects(self.store, wanted)
        series = Statements()
        for values in chunks(wanted):
            series.read(self.store, f"VALUES ?x {{ {values} }} ?s <{terms.QB}observation> ?x .")
        of_series = {iri: series_key(node) for node in series.nodes.values() for iri in node[terms.QB + "observation"]}
        return [
            Cell(
                of_series[iri],
                terms.period_of(node[terms.REF_PERIOD][0]),
                terms.code_of("status", node[terms.STATUS][0]),
            )
            for iri, node in found.nodes.items()
            if iri in of_series
        ]

    def _add_other_claims(self) -> None:
        """Bring in the claims of unchanged documents that share a touched cell or pool."""
        cell_of_claim: dict[str, Cell] = {}
        for cell in self.cells:
            known = self._block(block_of(cell.series)).get(cell)
            if known:
                stated = (*known.claims, *(claim for claim, _ in (*known.against, *known.parts)))
                cell_of_claim.update(dict.fromkeys(filter(self._is_unchanged, stated), cell))
        for claim, cell in figures_by_iri(self.store, cell_of_claim):
            self.cells[cell].append(claim)
        self._recall_pools()

    def _recall_pools(self) -> None:
        """Bring in who else uses the names of touched pools, and what was said of them."""
        unknown = []
        for pool, named in self.pools.items():
            before = remembered_pool(self.memory, pool)
            if before is None:
                unknown.append(pool)
            else:
                self.old.update(pool_lines(pool, before, self.world))
                named += (use for use in before if self._is_unchanged(use.claim))
        if unknown:
            self._read_pools(unknown)

    def _read_pools(self, unknown: Iterable[Pool]) -> None:
        found = read_pools(self.store, unknown)
        self.old |= found.lines
        iris = {claim for node in found.nodes.values() for claim in node.get(v.CLAIM, ())}
        pools: dict[Pool, list[Use]] = defaultdict(list)
        for claim in claims_by_iri(self.store, filter(self._is_unchanged, iris)):
            for _ in sort_in(claim, self.ontology, {}, pools):
                pass
        for pool in unknown:
            self.pools[pool] += pools[pool]

    def _is_unchanged(self, claim: str) -> bool:
        return terms.document_of(claim) not in self.ids

    def _block(self, name: BlockName) -> dict[Cell, Observed]:
        if name not in self._blocks:
            found = self._statements(name)
            self._lines[name] = found.lines
            self._blocks[name] = self._with_parts(read_observed(self.store, found), found)
        return self._blocks[name]

    def _statements(self, name: BlockName) -> Statements:
        lines = remembered_block(self.memory, name)
        if lines is None:
            return read_block(self.store, *name)
        found = Statements()
        found.take(lines)
        return found

    def _with_parts(self, block: dict[Cell, Observed], found: Statements) -> dict[Cell, Observed]:
        """Sums over former provinces name the cells of their parts, which follow from their own."""
        for cell, observed in block.items():
            if v.ROLLED_UP in found.nodes[observation_iri(cell)]:
                block[cell] = replace(observed, rolled_up=tuple(sorted(part_cells(cell, self.world))))
        return block

    def _observe(self) -> set[Cell]:
        for cell, claims in self.cells.items():
            block = self._block(block_of(cell.series))
            if claims:
                block[cell] = observe(cell, claims)
            else:
                block.pop(cell, None)
        return set(self.cells)

    def _roll_up(self, touched: set[Cell]) -> set[Cell]:
        """Make the sums again that touched cells are parts of, or stand in the place of."""
        wholes = {whole for cell in touched if (whole := whole_cell(cell, self.world))}
        wholes |= {cell for cell in touched if cell.series.area in self.world.parts}
        for cell in sorted(wholes):
            block = self._block(block_of(cell.series))
            if cell in block and not block[cell].rolled_up:
                continue
            made = rolled_up(cell, self.world, self._part)
            if made:
                block[cell] = made
            else:
                block.pop(cell, None)
        return wholes

    def _part(self, cell: Cell) -> Observed | None:
        """A former province's figure: no more of its block is read than that, unless it changes too."""
        name = block_of(cell.series)
        return self._blocks[name].get(cell) if name in self._blocks else read_cell(self.store, cell)

    def _things(self) -> None:
        for pool, named in self.pools.items():
            self.new.update(pool_lines(pool, named, self.world))
            self._keep(pool_row(pool, named))

    def _keep(self, row: Row) -> None:
        if self.memory:
            self.memory.put([row])

    def _write(self) -> None:
        gone = self.old - self.new
        kept = {line.partition(" ")[0][1:-1] for line in self.new}
        kept |= self.ontology.curated
        candidates = {iri for line in gone if (iri := _shared_object(line)) and iri not in kept}
        while candidates:
            dead = unused(self.store, candidates, gone)
            found = Statements()
            found.read_subjects(self.store, dead)
            fresh = found.lines - gone
            gone |= fresh
            candidates = {iri for line in fresh if (iri := _shared_object(line)) and iri not in kept}
        added = self.new - self.old
        if gone or added:
            self.store.update(_update(gone, added))


def _shared_object(line: str) -> str | None:
    iri = line.rpartition(" ")[2][1:-1]
    return iri if iri.startswith(_SHARED) else None


def _update(gone: Iterable[str], added: Iterable[str]) -> str:
    parts = []
    for verb, lines in (("DELETE", sorted(gone)), ("INSERT", sorted(added))):
        if lines:
            body = "".join(f"{line} .\n" for line in lines)
            parts.append(f"{verb} DATA {{ GRAPH <{terms.CUBE_GRAPH}> {{\n{body}}} }}")
    return " ;\n".join(parts)


def update(store: Store, changed: frozenset[str], ontology: Ontology, memory: Memory | None = None) -> dict[str, int]:
    """Bring the cube graph up to date after these documents changed; returns how many nodes were made again."""
    return Change(store, changed, ontology, memory).run()
