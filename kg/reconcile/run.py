"""The one effect of reconciliation: the cube graph of a store says what all its claims together say.

A full run makes every block and pool; after a change, only those that the changed documents touch or touched are
made again, and the difference of their statements is one update. Both ways give the same graph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg import terms
from kg.reconcile.cube import as_nquads, counts, fingerprint
from kg.reconcile.model import Claim
from kg.reconcile.ontology import Ontology
from kg.reconcile.read import all_claims, read_ontology
from kg.reconcile.spill import Deal
from kg.reconcile.state import fingerprint_of
from kg.reconcile.update import update
from kg.reconcile.write import dataset_lines
from kg.store import Store


def reconcile(
    store: Store, changed: frozenset[str] | None = None, claims: Iterable[Claim] | None = None
) -> dict[str, int]:
    """Bring the cube graph up to date and return how many nodes of each kind were made.

    ``changed`` names the documents that were read anew or removed; None, or an ontology that changed in what
    reconciliation uses, means all of them. ``claims`` are all claims of the graph, document after document, for a
    caller who has them at hand; they are read from the graph otherwise.
    """
    ontology = read_ontology(store)
    if changed is not None and fingerprint_of(store) == fingerprint(ontology):
        return update(store, changed, ontology)
    return _everything(store, all_claims(store) if claims is None else claims, ontology)


def _everything(store: Store, claims: Iterable[Claim], ontology: Ontology) -> dict[str, int]:
    """Make the cube graph anew, a part at a time."""
    made: Counter[str] = Counter()
    with Deal(ontology) as deal:
        remembered = [*dataset_lines(fingerprint(ontology)), *deal.take(claims)]
        store.replace_graphs({terms.CUBE_GRAPH: None})
        pending = [as_nquads(remembered)]
        size = len(pending[0])
        for lines in deal.lines():
            made.update(counts(lines))
            pending.append(as_nquads(lines))
            size += len(pending[-1])
            if size > _LOAD:
                store.bulk_load("".join(pending).encode())
                pending, size = [], 0
        store.bulk_load("".join(pending).encode())
    return {name: made[name] for name in counts(())}


_LOAD = 64_000_000  # characters that are loaded at a time
