"""The one effect of reconciliation: the cube graph of a store says what all its claims together say.

A full run makes every block and pool; after a change, only those that the changed documents touch or touched are
made again, and the difference of their statements is one update. Both ways give the same graph.
"""

from __future__ import annotations

from kg import terms
from kg.reconcile.cube import as_ntriples, counts, cube_lines, fingerprint
from kg.reconcile.read import all_claims, read_ontology
from kg.reconcile.state import fingerprint_of
from kg.reconcile.update import update
from kg.store import Store


def reconcile(store: Store, changed: frozenset[str] | None = None) -> dict[str, int]:
    """Bring the cube graph up to date and return how many nodes of each kind were made.

    ``changed`` names the documents that were read anew or removed; None, or an ontology that changed in what
    reconciliation uses, means all of them.
    """
    ontology = read_ontology(store)
    if changed is not None and fingerprint_of(store) == fingerprint(ontology):
        return update(store, changed, ontology)
    lines = set(cube_lines(all_claims(store), ontology))
    store.replace_graphs({terms.CUBE_GRAPH: as_ntriples(lines)})
    return counts(lines)
