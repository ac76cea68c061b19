"""JSON-LD framed for people: one object a thing, its figures inside it, each with the sentences that say it.

It is plain JSON that a script reads without knowing RDF, and JSON-LD whose triples are those of the graph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import terms
from kg.export.options import view_options
from kg.export.output import text_file
from kg.export.view import View, json_text, open_view

if TYPE_CHECKING:
    from kg.store import Store

_CLASSES = {
    "area": "kg:Area", "indicator": "kg:Indicator", "project": "kg:Project", "zone": "kg:Zone",
    "enterprise": "kg:Enterprise", "person": "kg:Person", "organisation": "org:Organization", "policy": "kg:Policy",
    "document": "kg:Document",
}  # fmt: skip
_LINKS = {
    "located_in": "locatedIn", "part_of": "partOf", "invests_in": "investsIn", "holds_office": "worksFor",
    "office_in": "worksIn", "issued_by": "issuedBy", "concerns": "concerns", "reports_on": "reportsOn",
    "partner": "partnerOf",
}  # fmt: skip
_FIGURE = """SELECT key, kind, target, partner, label, measure, value, value_max, unit, text, detail, period, begin,
    finish, status, approx, confidence FROM fact WHERE source = ? ORDER BY finish DESC, key"""
_EVIDENCE = """SELECT claim.id, claim.doc, claim.start, claim.finish, text FROM claim
    JOIN sentence ON sentence.doc = claim.doc AND sentence.start = claim.sentence
    WHERE fact = ? ORDER BY claim.doc, claim.start, claim.id"""


def context(language: str) -> dict[str, Any]:
    """What each short name means as RDF."""
    used = ("kg", "d", "ind", "area", "code", "u", "entity", "policy", "person", "obs", "rdfs", "skos", "dcterms",
            "prov", "oa", "org", "schema", "xsd", "sdmx-dimension", "sdmx-measure")  # fmt: skip
    prefixes = {prefix: terms.PREFIXES[prefix] for prefix in used if prefix in terms.PREFIXES}
    reference = {"@type": "@id"}
    return {
        **prefixes,
        "id": "@id",
        "type": "@type",
        "name": {"@id": "rdfs:label", "@language": language},
        "alsoCalled": {"@id": "skos:altLabel", "@container": "@set"},
        "code": "skos:notation",
        "date": "dcterms:date",
        "url": "dcterms:source",
        "figures": {"@reverse": "kg:figureOf", "@container": "@set"},
        "indicator": {"@id": "kg:indicator", **reference},
        "partner": {"@id": "kg:partner", **reference},
        "what": {"@id": "schema:name", "@language": language},
        "text": {"@id": "rdfs:comment", "@language": language},
        "value": {"@id": "sdmx-measure:obsValue", "@type": "xsd:decimal"},
        "valueMax": {"@id": "kg:valueMax", "@type": "xsd:decimal"},
        "unit": {"@id": "kg:unit", **reference},
        "measure": {"@id": "kg:measure", **reference},
        "status": {"@id": "kg:status", **reference},
        "approx": {"@id": "kg:approx", **reference},
        "period": "schema:temporal",
        "from": {"@id": "schema:startDate", "@type": "xsd:date"},
        "to": {"@id": "schema:endDate", "@type": "xsd:date"},
        "of": {"@id": "schema:about", "@language": language},
        "confidence": {"@id": "kg:confidence", "@type": "xsd:double"},
        "evidence": {"@id": "prov:wasDerivedFrom", "@container": "@set"},
        "document": {"@id": "dcterms:isPartOf", **reference},
        "start": "oa:start",
        "end": "oa:end",
        "sentence": {"@id": "oa:exact", "@language": "vi"},
        **{name: {"@id": f"kg:{name}", **reference, "@container": "@set"} for name in _LINKS.values()},
    }


def write_jsonld_people(store: Store, path: Path, options: Mapping[str, Any]) -> None:
    """The view of a store as one framed JSON-LD file."""
    chosen = view_options(options)
    with open_view(store, chosen) as view, text_file(path) as out:
        out.write(f'{{"@context":{json_text(context(chosen.language))},"@graph":[')
        for node in view.nodes():
            thing = {
                "id": node.id, "type": _CLASSES[node.type], "name": node.label,
                "alsoCalled": list(node.attributes.get("names", ())),  # type: ignore[arg-type]
                **{name: node.attributes[name] for name in ("code", "date", "url") if name in node.attributes},
                **_links(view, node.id), "figures": list(_figures(view, node.id)),
            }  # fmt: skip
            filled = {name: value for name, value in thing.items() if value != []}
            out.write(("," if node.number else "") + "\n" + json_text(filled))
        out.write("\n]}\n")


def _links(view: View, node: str) -> dict[str, list[str]]:
    rows = view.spool.rows(
        "SELECT link.type, target FROM link JOIN node ON node.id = target WHERE source = ? ORDER BY 1, 2", (node,)
    )
    links: dict[str, list[str]] = {}
    for kind, target in rows:
        found = links.setdefault(_LINKS[kind], [])
        if target not in found:
            found.append(target)
    return links


def _figures(view: View, node: str) -> Iterator[dict[str, Any]]:
    for row in view.spool.rows(_FIGURE, (node,)):
        key, kind, target, partner, label, measure, value, largest, unit, text, detail, period, *rest = row
        begin, finish, status, approx, confidence = rest
        evidence = [
            {"id": claim, "document": terms.document(doc), "start": start, "end": end, "sentence": sentence}
            for claim, doc, start, end, sentence in view.spool.rows(_EVIDENCE, (key,))
        ]
        # A figure of a graph that was not reconciled is its own only claim.
        said = {name: item for name, item in evidence[0].items() if name != "id"} if evidence[0]["id"] == key else {}
        figure = {
            "id": key, "what": label, "text": text, "indicator": target, "partner": partner, "value": value,
            "valueMax": largest, "unit": unit and terms.unit(unit),
            "measure": measure and terms.code("measure", measure),
            "status": status and terms.code("status", status), "approx": approx and terms.code("approx", approx),
            "of": detail, "period": period, "from": begin, "to": finish, "confidence": confidence,
            **(said or {"evidence": evidence}),
        }  # fmt: skip
        if kind not in ("policy", "role"):
            yield {name: item for name, item in figure.items() if item is not None}
        else:
            yield {"id": key, "what": label, "text": text, **(said or {"evidence": evidence})}
