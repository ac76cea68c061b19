"""How a fact was read: what the reader sees in a text (``kg read``), where a fact stands (``kg why``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date as calendar_date
from pathlib import Path
from typing import Any

from kg import render, terms
from kg.errors import InputError
from kg.facts.table import to_row
from kg.model import Document, Fact
from kg.store import Store
from kg.store.claims import find_claims

_EVIDENCE = ("doc", "kind", "start", "end", "sentence", "confidence", "rules", "repairs")


def explain_text(
    text: str, piped: Callable[[], str] | None = None, date: str | None = None, ontology: Path | None = None
) -> dict[str, Any]:
    """The mentions and facts of a text, of the file of that name, or of what ``piped`` returns.

    Raises InputError where the date is none or the file cannot be read.
    """
    from kg.facts import explain
    from kg.lexicon import load

    found: dict[str, Any] = explain(_document(text, piped, date), load(ontology))
    return found


def _document(text: str, piped: Callable[[], str] | None, date: str | None) -> Document:
    from kg.text import read_document
    from kg.text.normalise import normalise

    try:
        day = calendar_date.fromisoformat(date) if date else None
    except ValueError:
        raise InputError(f"{date!r} is not a date; write it as 2024-06-11") from None
    if piped is not None:
        return Document("text", normalise(piped()), date=day)
    if _is_file(text):
        return read_document(Path(text), {"date": date} if date else {})
    return Document("text", normalise(text), date=day)


def _is_file(text: str) -> bool:
    try:
        return len(text) < 1000 and Path(text).is_file()
    except (OSError, ValueError):  # a text may be no possible path at all
        return False


def seen_as_text(seen: dict[str, Any]) -> str:
    """What ``explain_text`` found, for a terminal."""
    mentions = [
        (f"{m.get('start', '')}-{m.get('end', '')}", m["type"], m.get("text", ""), _meaning(m), _rules(m))
        for m in seen["mentions"]
    ]
    lines = [render.table(("place", "mention", "text", "means", "rules"), mentions) if mentions else "no mentions"]
    for fact in seen["facts"]:
        lines.append("")
        lines.extend(_fields({"fact": fact.get("kind", ""), **{k: v for k, v in fact.items() if k not in _EVIDENCE}}))
        lines.extend(_fields({"place": f"{fact.get('start')}-{fact.get('end')}", "rules": _rules(fact)}))
        lines.extend(line for repair in fact.get("repairs") or () for line in _fields({"repair": _repair(repair)}))
    if not seen["facts"]:
        lines.append("\nno facts")
    return "\n".join(lines)


def _meaning(mention: dict[str, Any]) -> str:
    known = {"type", "start", "end", "text", "rules"}
    return ", ".join(f"{name} {value}" for name, value in mention.items() if name not in known and value is not None)


def _rules(found: dict[str, Any]) -> str:
    return " ".join(found.get("rules") or ())


def _repair(repair: dict[str, str]) -> str:
    return f"{repair['field']}: {repair['was']} → {repair['became']} ({repair['rule']})"


def why(store: Store, reference: str) -> list[dict[str, Any]]:
    """All that is known of how the claims that ``reference`` means came about; see ``find_claims``."""
    return [_reasons(store, claim, fact) for claim, fact in find_claims(store, reference)]


def _reasons(store: Store, claim: str, fact: Fact) -> dict[str, Any]:
    row = to_row(fact)
    return {
        "claim": claim,
        "document": _document_of(store, fact.evidence.doc),
        "sentence": fact.evidence.sentence,
        "sentence_start": fact.evidence.sentence_start,
        "start": fact.evidence.start,
        "end": fact.evidence.end,
        "kind": row["kind"],
        "fields": {name: value for name, value in row.items() if name not in _EVIDENCE and value is not None},
        "labels": dict(_labels(store, claim)),
        "rules": row["rules"],
        "repairs": row["repairs"],
        "confidence": row["confidence"],
        "observations": _subjects(store, terms.PROV + "wasDerivedFrom", claim),
        "findings": _subjects(store, terms.KG + "involves", claim),
    }


def _document_of(store: Store, doc: str) -> dict[str, str]:
    names = {terms.TITLE: "title", terms.PUBLISHER: "publisher", terms.SOURCE: "url", terms.ISSUED: "date"}
    node = terms.document(doc)
    rows = store.select(f"SELECT ?p ?o {{ GRAPH <{node}> {{ <{node}> ?p ?o }} }}")
    found = {names[_text(p)]: _text(o) for p, o in rows if _text(p) in names}
    return {"id": doc, **{name: found[name] for name in names.values() if name in found}}


def _labels(store: Store, claim: str) -> Iterator[tuple[str, str]]:
    """Vietnamese labels of the concepts that a claim refers to, by the local name of the property."""
    rows = store.select(
        f"SELECT ?p ?label {{ GRAPH <{claim.partition('#')[0]}> {{ <{claim}> ?p ?o }} "
        f'?o <{terms.SKOS}prefLabel> ?label . FILTER(LANG(?label) = "vi") }} ORDER BY ?p ?label'
    )
    for predicate, label in rows:
        yield _text(predicate).rpartition("#")[2], _text(label)


def _subjects(store: Store, predicate: str, claim: str) -> list[str]:
    return sorted(_text(row[0]) for row in store.select(f"SELECT DISTINCT ?s {{ ?s <{predicate}> <{claim}> }}"))


def _text(term: object) -> str:
    return str(getattr(term, "value", ""))


def why_as_text(reasons: dict[str, Any], colour: bool = False) -> str:
    """One claim's reasons for a terminal, the span marked in its sentence."""
    offset = reasons["sentence_start"]
    sentence = render.marked(reasons["sentence"], reasons["start"] - offset, reasons["end"] - offset, colour)
    about: dict[str, Any] = {"claim": terms.shorten(reasons["claim"]), "sentence": sentence}
    about |= {"document" if name == "id" else name: value for name, value in reasons["document"].items()}
    fields = {name: _with_label(name, value, reasons["labels"]) for name, value in reasons["fields"].items()}
    read: dict[str, Any] = {"rules": " ".join(reasons["rules"]), "confidence": reasons["confidence"]}
    lines = [*_fields(about), "", *_fields({"fact": reasons["kind"], **fields}), "", *_fields(read)]
    for repair in reasons["repairs"]:
        lines.extend(_fields({"repair": _repair(repair)}))
    for name in ("observations", "findings"):
        lines.extend(line for iri in reasons[name] for line in _fields({name[:-1]: terms.shorten(iri)}))
    return "\n".join(lines)


# Fields whose property has another name than the field.
_PROPERTIES = {"period": "refPeriod", "area": "refArea", "zone_type": "zoneType", "entity_type": "entityType"}


def _with_label(name: str, value: Any, labels: dict[str, str]) -> Any:
    label = labels.get(_PROPERTIES.get(name, name))
    return f"{value} ({label})" if label and label != value else value


def _fields(values: dict[str, Any]) -> list[str]:
    return [
        f"{name.replace('_', ' '):<12} {value if isinstance(value, str) else render.cell(value)}"
        for name, value in values.items()
        if value not in (None, "", [], ())
    ]
