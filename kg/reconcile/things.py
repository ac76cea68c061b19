"""Projects, zones, enterprises, people and policies: which claims speak of one thing, under which names.

Each name falls into a pool by its kind and core (see ``naming``); within a pool, facets decide. A pool depends on
nothing outside it, so that a changed document touches only the pools that it names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg import terms
from kg.model import EntityFigure, Policy, Role
from kg.reconcile import naming
from kg.reconcile.model import Claim, Thing, ThingKind, World
from kg.reconcile.naming import Name, Overrides

Pool = tuple[str, str]
"""Kind and core."""


@dataclass(frozen=True, slots=True)
class Use:
    """A claim's use of a name; ``fields`` holds what it says beside."""

    name: Name
    written: str
    claim: str
    area: str | None = None
    owner: str | None = None
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def pool(self) -> Pool:
        """Where the name is compared."""
        return self.name.kind, self.name.core


def _province(area: str | None) -> str | None:
    if not area or area.startswith("region:"):
        return None
    return area if area.startswith("2025/") else area.partition("/")[0]


def uses(claim: Claim, world: World, overrides: Overrides) -> Iterator[Use]:
    """The names that a claim uses: of its subject, and of the company that owns it."""
    fact = claim.fact
    if isinstance(fact, EntityFigure):
        yield _entity_use(claim, fact, overrides)
        if fact.owner:
            yield Use(_company(fact.owner, overrides), fact.owner, claim.iri)
    elif isinstance(fact, Policy):
        place = "VN" if naming.is_national(fact.number, fact.issuer) else _place_of_issuer(fact, claim, world)
        core, year = naming.policy(fact.number), naming.year_of(fact.number, fact.date)
        said = (("policyType", fact.policy_type), ("policyDate", fact.date), ("issuer", fact.issuer))
        fields = tuple((name, value) for name, value in said if value)
        yield Use(Name("policy", core, year, place), fact.number, claim.iri, fields=fields)
    elif isinstance(fact, Role):
        place = _province(claim.own_area)
        name = overrides.applied(Name("person", naming.person(fact.person), None, place), fact.person)
        yield Use(name, fact.person, claim.iri, fields=((fact.role, fact.org or ""),))


def _company(written: str, overrides: Overrides) -> Name:
    return overrides.applied(Name("enterprise", naming.company(written)), written)


def _entity_use(claim: Claim, fact: EntityFigure, overrides: Overrides) -> Use:
    owner = None
    if fact.owner:
        company = _company(fact.owner, overrides)
        owner = thing_key(company)
    if fact.entity_type == "enterprise":
        name = _company(fact.entity, overrides)
    else:
        if fact.entity_type == "zone":
            core, facet = naming.zone(fact.entity)
        else:
            core, facet = naming.project(fact.entity), None
        name = overrides.applied(Name(fact.entity_type, core, facet, _province(fact.area)), fact.entity)
    return Use(name, fact.entity, claim.iri, fact.area, owner)


def _place_of_issuer(fact: Policy, claim: Claim, world: World) -> str | None:
    """The province that issued a document: the one that its issuer names, else the text's own."""
    if fact.issuer:
        for code, name in world.provinces:
            if fact.issuer.endswith(name):
                return code
    return _province(claim.own_area)


def _fits(name: Name, other: Name, world: World) -> bool:
    """Whether two names of one pool can be one thing: what both say must agree, in old or new borders."""
    if name.facet and other.facet and name.facet != other.facet:
        return False
    if not name.place or not other.place or name.place == other.place:
        return True
    return name.place == world.whole_of.get(other.place) or other.place == world.whole_of.get(name.place)


def _vague(name: Name) -> tuple[int, bool, str, str]:
    """Sorts names that say most first; a former province says more than today's."""
    missing = (name.facet is None) + (name.place is None)
    return missing, bool(name.place and name.place.startswith("2025/")), name.facet or "", name.place or ""


def things_of(pool: Iterable[Use], world: World) -> list[Thing]:
    """The things of one pool: a name that fits exactly one fuller name is that thing, else one of its own."""
    by_name: dict[Name, list[Use]] = defaultdict(list)
    for use in pool:
        by_name[use.name].append(use)
    groups: list[tuple[Name, list[Use]]] = []
    for name in sorted(by_name, key=_vague):
        fitting = [group for group in groups if _fits(name, group[0], world)]
        if len(fitting) == 1:
            fitting[0][1].extend(by_name[name])
        else:
            groups.append((name, list(by_name[name])))
    return sorted((_thing(name, members) for name, members in groups), key=lambda thing: thing.key)


def thing_key(name: Name) -> str:
    """The path of a thing's IRI: kind, place, core with its facet."""
    core = terms.slug(f"{name.facet} {name.core}" if name.facet and name.kind == "zone" else name.core)
    if name.kind == "policy" and name.facet and f"/{name.facet}/" not in core:
        core = f"{core}/{name.facet}"
    place = terms.slug(name.place) + "/" if name.place and name.kind != "enterprise" else ""
    return f"{name.kind}/{place}{core}"


def _thing(name: Name, members: list[Use]) -> Thing:
    counted = Counter(use.written for use in members)
    label = max(counted, key=lambda written: (counted[written], len(written), written))
    kind: ThingKind = name.kind  # type: ignore[assignment]
    fields = Counter(field for use in members for field in use.fields)
    return Thing(
        key=thing_key(name),
        kind=kind,
        label=label,
        names=tuple(sorted(set(counted) - {label})),
        claims=tuple(sorted({use.claim for use in members})),
        areas=tuple(sorted({use.area for use in members if use.area})),
        owners=tuple(sorted({use.owner for use in members if use.owner})),
        fields=tuple(sorted(fields, key=lambda field: (field[0], -fields[field], field[1]))),
        place=name.place,
    )


def things(all_uses: Iterable[Use], world: World) -> list[Thing]:
    """All things of all pools, in the order of their keys."""
    pools: dict[Pool, list[Use]] = defaultdict(list)
    for use in all_uses:
        pools[use.pool].append(use)
    return sorted((thing for pool in pools.values() for thing in things_of(pool, world)), key=lambda thing: thing.key)
