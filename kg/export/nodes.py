"""The nodes of a view and the edges that are no figures: made from facts, put into the spool."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from kg import terms
from kg.export.labels import Labels
from kg.export.spool import Spool
from kg.export.words import Language
from kg.model import EntityFigure, Observation, Policy, Reading, Role

# The same few thousand things are spoken of over and over.
shorten = lru_cache(maxsize=65_536)(terms.shorten)
Span = tuple[date, date] | None
# A node is written in full once; what later facts add is its count and its years.
_PUT_NODE = """
INSERT INTO node (id, type, label, subtype, code, iri, home, note, day, claims, first, last)
VALUES (?,?,?,?,?,?,?,?,?,1,?,?)
ON CONFLICT (id) DO UPDATE SET claims = claims + 1,
  home = coalesce(home, excluded.home), day = coalesce(day, excluded.day),
  first = coalesce(min(first, excluded.first), first, excluded.first),
  last = coalesce(max(last, excluded.last), last, excluded.last)"""
_PUT_PARENT = "INSERT OR IGNORE INTO node (id, type, label, subtype, code, iri, claims) VALUES (?,?,?,?,?,?,0)"
_PUT_LINK = """
INSERT INTO link VALUES (?,?,?,?,1,?,?) ON CONFLICT (source, target, type, label) DO UPDATE SET claims = claims + 1,
  begin = coalesce(min(begin, excluded.begin), begin, excluded.begin),
  finish = coalesce(max(finish, excluded.finish), finish, excluded.finish)"""
_PUT_DOCUMENT = "INSERT OR IGNORE INTO document VALUES (?,?,?,?,?)"
_PUT_ALIAS = "INSERT OR IGNORE INTO alias VALUES (?,?)"
_BREAKDOWNS = (
    ("sector", None),
    ("product", None),
    ("investor", "investor"),
    ("flow", "flow"),
    ("zone_type", "zone-type"),
)


@dataclass(slots=True)
class Nodes:
    """Makes each node of a view from the facts that speak of it; every method returns the node's id."""

    spool: Spool
    labels: Labels
    language: Language
    _parents: set[str] = field(default_factory=set)

    def area(self, code: str, span: Span) -> str:
        """A country, region, province or district; a district is part of its province."""
        node = self._put(terms.area(code), "area", None, span, subtype=area_kind(code), code=code)
        self._under(node, code)
        return node

    def indicator(self, code: str, span: Span) -> str:
        """An indicator of the vocabulary."""
        return self._put(terms.indicator(code), "indicator", None, span, code=code)

    def partner(self, fact: Observation, source: str, span: Span) -> str | None:
        """The country or bloc that an area trades with or gets investment from, linked to it by the indicator."""
        if fact.partner is None:
            return None
        node = self._put(terms.area(fact.partner), "area", None, span, subtype="partner", code=fact.partner)
        self.link(source, node, "partner", self.labels.of(terms.indicator(fact.indicator), self.language), span)
        return node

    def entity(
        self, fact: EntityFigure, merged: str | None, label: str | None, owner: tuple[str, str] | None, span: Span
    ) -> str:
        """A project, zone or company, in its place, with the company that invests in it.

        ``owner`` is the IRI and label of the company, where the graph knows the owner's name.
        """
        iri = merged or f"{terms.ENTITY}{fact.entity_type}/{terms.slug(fact.entity)}"
        node = self._put(iri, fact.entity_type, label or fact.entity, span, home=fact.area)
        if label and label != fact.entity:
            self.spool.put(_PUT_ALIAS, (node, fact.entity))
        if fact.area:
            self.link(node, self._place(fact.area), "located_in", "", None)
        if fact.owner and fact.owner != fact.entity:
            company, name = owner or (f"{terms.ENTITY}enterprise/{terms.slug(fact.owner)}", fact.owner)
            self.link(self._put(company, "enterprise", name, span, home=fact.area), node, "invests_in", "", span)
        return node

    def policy(self, fact: Policy, merged: str | None, home: str | None, span: Span) -> str:
        """A numbered document, issued by an organisation, concerning the area of the text that names it."""
        iri = merged or terms.POLICY + terms.slug(fact.number.replace("/", "-"))
        label = " ".join(part for part in (fact.policy_type, fact.number) if part)
        node = self._put(
            iri, "policy", label, span, subtype=fact.policy_type, code=fact.number, home=home, day=fact.date
        )
        if fact.issuer:
            self.link(node, self._organisation(fact.issuer, home), "issued_by", "", span)
        if home:
            self.link(node, self._place(home), "concerns", "", span)
        return node

    def person(self, fact: Role, merged: str | None, label: str | None, home: str | None) -> str:
        """Somebody in an office; namesakes of different areas are different people."""
        iri = merged or terms.PERSON + terms.slug(fact.person if home is None else f"{fact.person} ({home})")
        node = self._put(iri, "person", label or fact.person, None, subtype=fact.role, home=home)
        if fact.org:
            self.link(node, self._organisation(fact.org, home), "holds_office", fact.role, None)
        elif home:
            self.link(node, self._place(home), "office_in", fact.role, None)
        return node

    def document(self, reading: Reading) -> str:
        """The text itself."""
        document = reading.document
        day = document.date.isoformat() if document.date else None
        self.spool.put(_PUT_DOCUMENT, (document.id, document.title, document.publisher, document.url, day))
        return self._put(
            terms.document(document.id), "document", document.title or document.id, None,
            subtype=document.publisher, code=document.id, home=reading.area, note=document.url, day=day,
        )  # fmt: skip

    def mention(self, document: str, node: str, span: Span) -> None:
        """A document reports on a node (a figure without an area hangs on the document itself)."""
        if document != node:
            self.link(document, node, "reports_on", "", span)

    def link(self, source: str, target: str, type: str, label: str, span: Span) -> None:
        """An edge that is not a figure; said again, it counts once more."""
        begin, finish = (day.isoformat() for day in span) if span else (None, None)
        self.spool.put(_PUT_LINK, (source, target, type, label, begin, finish))

    def breakdown(self, fact: Observation) -> str | None:
        """Which part of the indicator a figure is of ("FDI, Nhật Bản"); None for the total."""
        parts = []
        for name, scheme in _BREAKDOWNS:
            value = getattr(fact, name)
            if value:
                parts.append(self.labels.of(terms.code(scheme, value), self.language) if scheme else value)
        if fact.partner:
            parts.append(self.labels.of(terms.area(fact.partner), self.language))
        return ", ".join(parts) or None

    def _organisation(self, name: str, home: str | None) -> str:
        iri = terms.ORGANISATION + terms.slug(name if home is None else f"{name} ({home})")
        node = self._put(iri, "organisation", name, None, home=home)
        if home:
            self.link(node, self._place(home), "office_in", "", None)
        return node

    def _place(self, code: str) -> str:
        """The node of an area that no figure need be of."""
        iri = terms.area(code)
        node = shorten(iri)
        if node not in self._parents:
            self._parents.add(node)
            label = self.labels.of(iri, self.language)
            self.spool.put(_PUT_PARENT, (node, "area", label, area_kind(code), code, iri))
            self._under(node, code)
        return node

    def _under(self, node: str, code: str) -> None:
        province, slash, _ = code.partition("/")
        if slash and province != "2025":
            self.link(node, self._place(province), "part_of", "", None)

    def _put(self, iri: str, type: str, label: str | None, span: Span, **columns: str | None) -> str:
        node = shorten(iri)
        get: Mapping[str, str | None] = columns
        row = (get.get("subtype"), get.get("code"), iri, get.get("home"), get.get("note"), get.get("day"))
        years = (span[0].year, span[1].year) if span else (None, None)
        self.spool.put(_PUT_NODE, (node, type, label or self.labels.of(iri, self.language), *row, *years))
        return node


def area_kind(code: str) -> str:
    """What sort of area a code names.

    >>> area_kind("VN-66"), area_kind("VN-27/Nam Trà My"), area_kind("VN"), area_kind("2025/33")
    ('province', 'district', 'country', 'province')
    """
    if code.startswith("region:"):
        return "region"
    if code.startswith("2025/"):
        return "province"
    if code.startswith("VN-"):
        return "district" if "/" in code else "province"
    return "country" if len(code) == 2 else "bloc"
