"""The one effect of reconciliation: the cube graph of a store says what all its claims together say.

A full run makes every block and pool; after a change, only those that the changed documents touch or touched are
made again, and the difference of their statements is one update. Both ways give the same graph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from kg import terms
from kg.reconcile.cube import as_nquads, counts, fingerprint
from kg.reconcile.deal import deal
from kg.reconcile.ontology import Ontology
from kg.reconcile.read import document_claims, document_graphs, read_ontology
from kg.reconcile.spill import Made, Spill, make
from kg.reconcile.state import fingerprint_of
from kg.reconcile.update import update
from kg.reconcile.write import dataset_lines
from kg.store import Store
from kg.store.loader import Loader
from kg.store.memory import Memory

Work = Callable[[Sequence[Path]], list[Made]]
Spread = Callable[[Work, Sequence[Path]], Iterator[Made]]
"""Does some work on each of several files and gives what comes of it, in any order: here, or on many cores."""
_DEALT_AT_ONCE = 100  # documents


def here(work: Work, files: Sequence[Path]) -> Iterator[Made]:
    """The work, one file after the other, in this process."""
    for file in files:
        yield from work([file])


def reconcile(store: Store, changed: frozenset[str] | None = None) -> dict[str, int]:
    """Bring the cube graph up to date and return how many nodes of each kind were made.

    ``changed`` names the documents that were read anew or removed; None, or an ontology that changed in what
    reconciliation uses, means all of them.
    """
    ontology = read_ontology(store)
    if changed is not None and is_current(store, ontology):
        return update(store, changed, ontology)
    with Spill() as spill, Loader(store) as loader:
        deal_out(store, document_graphs(store), ontology, spill)
        return remake(store, loader, ontology, spill)


def is_current(store: Store, ontology: Ontology) -> bool:
    """Whether the cube graph was made with these rules and decisions, so that a change of it can start from it."""
    return fingerprint_of(store) == fingerprint(ontology)


def deal_out(store: Store, documents: Iterable[str], ontology: Ontology, spill: Spill) -> None:
    """Put what documents of the store claim into the spill; ``documents`` are IRIs."""
    graphs = iter(documents)
    while some := list(islice(graphs, _DEALT_AT_ONCE)):
        spill.add(deal((claim for graph in some for claim in document_claims(store, graph)), ontology))


def remake(
    store: Store,
    loader: Loader,
    ontology: Ontology,
    spill: Spill,
    spread: Spread = here,
    memory: Memory | None = None,
) -> dict[str, int]:
    """Make the cube graph anew out of all claims, which the spill holds; ``loader`` loads into the store."""
    made: Counter[str] = Counter()
    if any(store.select(f"SELECT ?s {{ GRAPH <{terms.CUBE_GRAPH}> {{ ?s ?p ?o }} }} LIMIT 1")):
        loader.settle()
        store.replace_graphs({terms.CUBE_GRAPH: None})
    if memory:
        memory.forget()
    loader.add(as_nquads(dataset_lines(fingerprint(ontology))))
    loader.add_file(spill.touched)
    for part in spread(partial(make, ontology), spill.parts()):
        made.update(part.counts)
        loader.add_file(part.file)
        if memory:
            memory.put(part.rows)
    return {name: made[name] for name in counts(())}
