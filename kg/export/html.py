"""One HTML file to send: the network, the charts and the fact table of a graph, opened by any browser, offline.

The page itself (``page.js``, ``page.css``, ``page.html``) is bundled from ``web/`` when the package is built; this
module puts the data in. Text of documents cannot run there: it is JSON data with every ``<`` escaped, the page shows
it as text only, and its content security policy allows the one script whose hash it names.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from kg.errors import ExportError
from kg.export.layout import on_map
from kg.export.look import EDGE_NAMES, NODE_LOOKS
from kg.export.options import ViewOptions, view_options
from kg.export.output import text_file
from kg.export.places import SEATS
from kg.export.view import View, json_text, open_view
from kg.export.words import Language, period_grain

if TYPE_CHECKING:
    from kg.store import Store

ASSETS = Path(__file__).parent / "assets"
_NEEDED = ("page.html", "page.css", "page.js")
_TITLES = {"vi": "Công nghiệp và thương mại", "en": "Industry and trade"}
_FACTS = """SELECT key, kind, a.number, b.number, c.number, fact.label, measure, value, unit, text, detail, period,
    begin, finish, status, confidence, base, moment FROM fact JOIN node a ON a.id = source
    LEFT JOIN node b ON b.id = target LEFT JOIN node c ON c.id = partner ORDER BY key"""
_CLAIMS = """SELECT doc, start, finish, sentence FROM claim WHERE fact = ? ORDER BY doc, start, id"""
_LINKS = """SELECT a.number, b.number, link.type, link.label FROM link JOIN node a ON a.id = source
    JOIN node b ON b.id = target ORDER BY link.type, a.number, b.number, link.label"""


def write_html(store: Store, path: Path, options: Mapping[str, Any]) -> None:
    """The view of a store as one HTML file with no outside references.

    Raises ExportError where the page was not bundled when the package was built.
    """
    frame, style, script = read_assets()
    chosen = view_options(options)
    # Labels and values are said in both languages, so the view is made twice: the same nodes and facts in one order.
    with (
        open_view(store, replace(chosen, language="vi")) as view,
        open_view(store, replace(chosen, language="en")) as other,
        text_file(path) as out,
    ):
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        title = chosen.title or _TITLES[chosen.language]
        head, _, tail = frame.partition("{{data}}")
        fills = {"language": chosen.language, "title": html.escape(title), "hash": f"sha256-{digest}", "style": style}
        out.write(_fill(head, fills))
        Page(view, other).write(out, title, chosen)
        out.write(_fill(tail, {"script": script}))


def read_assets() -> tuple[str, str, str]:
    """Frame, style and script of the page; raises ExportError with the remedy where they are not there."""
    missing = [name for name in _NEEDED if not (ASSETS / name).is_file()]
    if missing:
        raise ExportError(
            f"the page's {', '.join(missing)} were not made when this package was built, because Node.js was missing: "
            "install Node.js 18 or newer and run `make web` in the checkout (every other format works without it)"
        )
    frame, style, script = ((ASSETS / name).read_text(encoding="utf-8") for name in _NEEDED)
    # A closing tag inside the bundle would end its element.
    return frame, style.replace("</", "<\\/"), script.replace("</script", "<\\/script")


def _fill(frame: str, values: Mapping[str, str]) -> str:
    """All places filled in one pass, so that a value which looks like a place stays as it is."""
    return re.sub(r"\{\{(\w+)\}\}", lambda place: values[place[1]], frame)


@dataclass(slots=True)
class Page:
    """Writes the data block of the page: tables of rows that refer to each other by number."""

    view: View
    other: View
    strings: dict[Any, int] = field(default_factory=dict)
    documents: dict[str, int] = field(default_factory=dict)
    sentences: dict[tuple[str, int], int] = field(default_factory=dict)

    def write(self, out: TextIO, title: str, options: ViewOptions) -> None:
        """The whole block, row by row."""
        kinds = list(NODE_LOOKS)
        types = [{"id": name, "colour": look.colour, **look.names} for name, look in NODE_LOOKS.items()]
        out.write(f'{{"title":{_safe(title)},"language":{_safe(options.language)},"types":{_safe(types)},')
        seats = [[code, *on_map(*seat)] for code, seat in SEATS.items()]
        out.write(f'"edges":{_safe(EDGE_NAMES)},"seats":{_safe(seats)},\n')
        _rows(out, "nodes", self._nodes(kinds))
        _rows(out, "facts", self._facts())
        _rows(out, "links", self._links())
        _rows(out, "documents", map(self._document, self.documents))
        _rows(out, "sentences", (self._sentence(*place) for place in self.sentences))
        _rows(out, "strings", (_unique(pair) for pair in self.strings), last=True)
        out.write("}")

    def _nodes(self, kinds: list[str]) -> Iterator[list[Any]]:
        for here, there in zip(self.view.nodes(), self.other.nodes(), strict=True):
            get = here.attributes.get
            home = self.view.spool.one("SELECT home FROM node WHERE id = ?", (here.id,))
            headline = _pair(get("headline"), there.attributes.get("headline"))
            yield [
                here.id, kinds.index(here.type), _pair(here.label, there.label), get("code"), home, get("facts"),
                here.size, here.x, here.y, get("first_year"), get("last_year"), headline, get("date"), get("url"),
                None if here.type == "area" else get("subtype"), get("names"),
            ]  # fmt: skip

    def _facts(self) -> Iterator[list[Any]]:
        for here, there in zip(self.view.spool.rows(_FACTS), self.other.spool.rows(_FACTS), strict=True):
            key, kind, source, target, partner, label, measure, value, unit, text, detail, period, *rest = here
            begin, finish, status, confidence, base, moment = rest
            units = (self._unit(unit, "vi"), self._unit(unit, "en"))
            yield [
                kind, source, target, partner, self._string(label, there[5]), measure, _number(value),
                self._string(*units), _pair(text, there[9]), self._string(detail, there[10]), _pair(period, there[11]),
                period_grain(moment),
                begin, finish, status, confidence, list(self._claims(key)), self._string(base, there[16]),
            ]  # fmt: skip

    def _unit(self, unit: str | None, language: Language) -> str | None:
        return self.view.labels.unit(unit, language) if unit else None

    def _claims(self, key: str) -> Iterator[list[int]]:
        for doc, start, finish, sentence in self.view.spool.rows(_CLAIMS, (key,)):
            document = self.documents.setdefault(doc, len(self.documents))
            place = self.sentences.setdefault((doc, sentence), len(self.sentences))
            yield [document, start, finish, place, sentence]

    def _links(self) -> Iterator[list[Any]]:
        for here, there in zip(self.view.spool.rows(_LINKS), self.other.spool.rows(_LINKS), strict=True):
            yield [*here[:3], _pair(here[3], there[3]) or ""]

    def _document(self, doc: str) -> dict[str, Any]:
        row = next(self.view.spool.rows("SELECT title, publisher, url, day FROM document WHERE id = ?", (doc,)))
        title, publisher, url, day = row
        return {"id": doc, "title": title or doc, "publisher": publisher, "url": url, "day": day}

    def _sentence(self, doc: str, start: int) -> str:
        text: str = self.view.spool.one("SELECT text FROM sentence WHERE doc = ? AND start = ?", (doc, start))
        return text

    def _string(self, here: str | None, there: str | None) -> int:
        return self.strings.setdefault((here, there), len(self.strings))


def _rows(out: TextIO, name: str, rows: Iterator[Any], last: bool = False) -> None:
    out.write(f'"{name}":[')
    for number, row in enumerate(rows):
        out.write((",\n" if number else "\n") + _safe(row))
    out.write("]\n" if last else "],\n")


def _pair(here: Any, there: Any) -> Any:
    """Both languages where they differ, else the one text."""
    return here if here == there else [here, there]


def _unique(pair: tuple[Any, Any]) -> Any:
    return _pair(*pair)


def _number(value: str | None) -> float | int | None:
    if value is None:
        return None
    number = float(value)
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def _safe(value: Any) -> str:
    """JSON that can stand inside a script element: no ``<`` that could close it or open a comment."""
    return json_text(value).replace("<", "\\u003c")
