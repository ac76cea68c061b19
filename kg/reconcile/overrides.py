"""Decisions by hand out of Turtle: which names are one thing, which are not, whatever the rules say."""

from __future__ import annotations

from collections.abc import Iterable

from kg import terms
from kg.errors import LexiconError
from kg.reconcile import naming
from kg.reconcile.naming import Name, Overrides

KINDS = ("project", "zone", "enterprise")


def name_of(iri: str) -> tuple[Name, str]:
    """The name that an entity's IRI stands for, and its words as the IRI writes them.

    >>> name_of("https://w3id.org/vnkg/entity/zone/VN-54/kcn_việt_hàn")
    (Name(kind='zone', core='việt hàn', facet='kcn', place=None), 'kcn việt hàn')
    """
    kind, slash, path = iri.removeprefix(terms.ENTITY).partition("/")
    if not iri.startswith(terms.ENTITY) or not slash or kind not in KINDS:
        raise LexiconError(
            f"entity-overrides.ttl: <{iri}> is no entity: write <{terms.ENTITY}KIND/...> of {', '.join(KINDS)}"
        )
    words = terms.unslug(path.rpartition("/")[2])
    if kind == "zone":
        core, facet = naming.zone(words)
        return Name(kind, core, facet), words
    return Name(kind, naming.company(words) if kind == "enterprise" else naming.project(words)), words


def read_overrides(same: Iterable[tuple[str, str]], different: Iterable[tuple[str, str]]) -> Overrides:
    """The decisions of pairs of entity IRIs; chains of sameness end where nothing more is said."""
    targets: dict[tuple[str, str], tuple[str, str | None]] = {}
    for one, other in sorted(same):
        first, second = name_of(one)[0], name_of(other)[0]
        if first.kind != second.kind:
            raise LexiconError(f"entity-overrides.ttl: <{one}> and <{other}> are of different kinds, so never the same")
        if first.core != second.core:
            targets[first.kind, first.core] = (second.core, second.facet)
    for kind, core in list(targets):
        seen = {core}
        while (kind, targets[kind, core][0]) in targets and targets[kind, core][0] not in seen:
            seen.add(targets[kind, core][0])
            targets[kind, core] = targets[kind, targets[kind, core][0]]
    apart = {(name.kind, words) for pair in different for name, words in map(name_of, pair)}
    return Overrides(targets, frozenset(apart))
