"""The one effect of reconciliation: the cube graph of a store says what all its claims together say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from kg import terms
from kg.model import Observation
from kg.reconcile import write
from kg.reconcile.block import Block, block_of
from kg.reconcile.checks import check, raised
from kg.reconcile.model import Cell, Claim, Finding, Observed, SeriesKey
from kg.reconcile.read import Ontology, all_claims, read_ontology
from kg.reconcile.series import observations
from kg.reconcile.sums import revisions
from kg.store import Store


def reconcile(store: Store, changed: frozenset[str] | None = None) -> dict[str, int]:
    """Bring the cube graph up to date; ``changed`` names documents that were read anew or removed, None means all.

    Returns counts: claims, observations, series, things, findings, confirmations.
    """
    ontology = read_ontology(store)
    claims = list(all_claims(store))
    counts: Counter[str] = Counter(claims=len(claims))
    lines = cube_lines(claims, ontology, counts)
    store.replace_graphs({terms.CUBE_GRAPH: "".join(line + " .\n" for line in sorted(lines))})
    return dict(counts)


def cube_lines(claims: Iterable[Claim], ontology: Ontology, counts: Counter[str]) -> set[str]:
    """Every statement of the cube graph that these claims make."""
    world = ontology.world
    observed = observations((claim for claim in claims if isinstance(claim.fact, Observation)), world)
    blocks: dict[tuple[str, str], list[Observed]] = defaultdict(list)
    series: dict[SeriesKey, list[Cell]] = defaultdict(list)
    for each in observed:
        blocks[block_of(each.cell.series)].append(each)
        series[each.cell.series].append(each.cell)
    lines = set(write.dataset_lines(""))
    for members in blocks.values():
        block = Block(members)
        findings = check(block, world)
        lines.update(block_lines(block, findings))
        counts["confirmations"] += sum(finding.held for finding in findings)
        counts["findings"] += sum(not finding.held for finding in findings)
    for key, cells in series.items():
        lines.update(write.series_lines(key, cells))
        lines.update(write.concept_lines(key, ontology.curated))
    for period in {cell.period for cells in series.values() for cell in cells}:
        lines.update(write.period_lines(period))
    counts["observations"], counts["series"] = len(observed), len(series)
    return lines


def block_lines(block: Block, findings: list[Finding]) -> Iterable[str]:
    """The observations of a block, with what its checks say of them, and the checks."""
    confidence, settled = raised(block.observations, findings), revisions(block)
    for observed in block.observations:
        yield from write.observation_lines(observed, confidence.get(observed.cell), settled.get(observed.cell, ()))
    for finding in findings:
        yield from write.finding_lines(finding)
