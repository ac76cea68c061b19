"""Projects, zones, enterprises, people and policies as N-Triples lines of the cube graph."""

from __future__ import annotations

from collections.abc import Iterator

from kg import terms
from kg.rdf.fields import date, literal
from kg.reconcile import vocabulary as v
from kg.reconcile.model import Thing, World
from kg.reconcile.names import tidy
from kg.reconcile.naming import organisation
from kg.reconcile.write import words

_TYPE = f"<{terms.TYPE}>"
_CLASSES = {
    "project": terms.KG + "Project",
    "zone": terms.KG + "Zone",
    "enterprise": terms.KG + "Enterprise",
    "policy": terms.KG + "Policy",
    "person": terms.SCHEMA + "Person",
}
_POLICY_FIELDS = {"policyType": terms.POLICY_TYPE, "policyDate": terms.POLICY_DATE, "issuer": terms.ISSUER}


def thing_iri(key: str) -> str:
    """The IRI of a thing by its key."""
    kind, _, path = key.partition("/")
    namespace = {"person": terms.PERSON, "policy": terms.POLICY}.get(kind)
    return namespace + path if namespace else terms.ENTITY + key


def thing_lines(thing: Thing, pool: tuple[str, str], world: World) -> Iterator[str]:
    """One thing with its names, claims, places and owners; a person's offices, a policy's particulars."""
    subject = f"<{thing_iri(thing.key)}>"
    yield f"{subject} {_TYPE} <{_CLASSES[thing.kind]}>"
    yield f"{subject} <{terms.LABEL}> {literal(thing.label)}"
    for name in thing.names:
        yield f"{subject} <{terms.SKOS}altLabel> {literal(name)}"
    yield f"{subject} <{v.CORE}> {literal(' '.join(pool))}"
    for claim in thing.claims:
        yield f"{subject} <{v.CLAIM}> <{claim}>"
    for area in thing.areas or ((thing.place,) if thing.place else ()):
        yield f"{subject} <{terms.REF_AREA}> <{terms.area(area)}>"
    for owner in thing.owners:
        yield f"{subject} <{v.OWNER}> <{thing_iri(owner)}>"
    if thing.kind == "policy":
        yield from _policy_lines(thing, subject)
    elif thing.kind == "person":
        for role, org in thing.fields:
            yield from _office_lines(thing, role, org, world)


def _policy_lines(thing: Thing, subject: str) -> Iterator[str]:
    yield f"{subject} <{terms.NUMBER}> {literal(thing.label)}"
    said: set[str] = set()
    for name, value in thing.fields:
        if name not in said:  # the first is what most claims say
            said.add(name)
            term = date(value) if name == "policyDate" else literal(value)
            yield f"{subject} <{_POLICY_FIELDS[name]}> {term}"


def _office_lines(thing: Thing, role: str, org: str, world: World) -> Iterator[str]:
    place = world.labels.get(thing.place, (thing.place,))[0] if thing.place else None
    core = organisation(org, place) if org else ""
    membership = f"<{v.MEMBERSHIP}{thing.key.partition('/')[2]}/{terms.slug(tidy(role))}/{terms.slug(core)}>"
    yield f"{membership} {_TYPE} <{terms.ORG}Membership>"
    yield f"{membership} <{terms.ORG}member> <{thing_iri(thing.key)}>"
    yield f"{membership} <{terms.ROLE_NAME}> {literal(role)}"
    yield f"{membership} <{terms.LABEL}> {words(', '.join(part for part in (role, org) if part), 'vi')}"
    if core:
        office = f"<{terms.ORGANISATION}{terms.slug(thing.place) + '/' if thing.place else ''}{terms.slug(core)}>"
        yield f"{membership} <{terms.ORG}organization> {office}"
        yield f"{office} {_TYPE} <{terms.ORG}Organization>"
        yield f"{office} <{terms.LABEL}> {words(core, 'vi')}"
        if thing.place:
            yield f"{office} <{terms.REF_AREA}> <{terms.area(thing.place)}>"
