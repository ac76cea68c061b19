"""What a user can ask of a view: which part of the graph, in which language, drawn how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Literal

from kg.errors import ExportError
from kg.export.look import NODE_LOOKS, node_type
from kg.export.words import Language

if TYPE_CHECKING:
    from argparse import ArgumentParser

Detail = Literal["summary", "facts"]
# Names of places and indicators hold commas themselves: those options are repeated instead.
_SPLIT = frozenset(("only", "without", "status"))
STATUSES = ("actual", "estimate", "target", "forecast")


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """What to include and how to draw it; every field has the value that suits most.

    - ``areas``, ``indicators``: names or codes; nothing else is included (an area brings its districts).
    - ``from_year``, ``to_year``: facts about that time; facts of no known time are left out when one is given.
    - ``only``, ``without``: types of nodes to keep or to drop ("projects", "documents", ...).
    - ``around``, ``hops``: the named place, project, company ... and what is at most that many steps away.
    - ``top``: only the so many nodes that most facts speak of.
    - ``status``, ``confidence``: only facts of these statuses, and at least this sure.
    - ``detail``: one edge for all facts between two nodes ("summary"), or one each ("facts").
    - ``size_by``: "facts", "degree", an attribute ("capacity") or an indicator ("export-turnover").
    - ``colour_by``: "type" or "area".
    - ``yed``: write GraphML with yEd's own labels, shapes and colours.
    - ``triples``: the raw RDF graph instead of the view.
    """

    language: Language = "vi"
    areas: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    from_year: int | None = None
    to_year: int | None = None
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    around: str | None = None
    hops: int = 1
    top: int | None = None
    status: tuple[str, ...] = ()
    confidence: float = 0.0
    detail: Detail | None = None
    size_by: str = "facts"
    colour_by: Literal["type", "area"] = "type"
    yed: bool = False
    triples: bool = False
    title: str | None = None

    def __post_init__(self) -> None:
        for name in (*self.only, *self.without):
            if node_type(name) is None:
                known = ", ".join(look.plural for look in NODE_LOOKS.values())
                raise ExportError(f'a view has no nodes of the type "{name}"; it has {known}')
        for status in self.status:
            if status not in STATUSES:
                raise ExportError(f'no status is called "{status}"; there are {", ".join(STATUSES)}')
        if self.language not in ("vi", "en"):
            raise ExportError(f'labels are in "vi" or "en", not in "{self.language}"')
        if self.from_year and self.to_year and self.from_year > self.to_year:
            raise ExportError(f"no year is from {self.from_year} and to {self.to_year}")

    @property
    def types(self) -> frozenset[str]:
        """The types of nodes that the view shows."""
        only = {kind for name in self.only if (kind := node_type(name))}
        without = {kind for name in self.without if (kind := node_type(name))}
        return frozenset((only or set(NODE_LOOKS)) - without)


def add_options(parser: ArgumentParser) -> None:
    """The options of a view, for ``kg export`` with the formats that show a network or a picture."""
    group = parser.add_argument_group(
        "what a picture or network shows (gexf, graphml, cytoscape, dot, neo4j, html ...)"
    )
    add = group.add_argument
    add("--lang", choices=("vi", "en"), default="vi", help="language of the labels (default: vi)")
    add("--area", action="append", metavar="NAME", help="only this place, by name or code; may be repeated")
    add("--indicator", action="append", metavar="NAME", help="only this indicator; may be repeated")
    add("--from-year", "--from", type=int, metavar="YEAR", help="only facts about this year or later")
    add("--to-year", type=int, metavar="YEAR", help="only facts about this year or earlier")
    add("--status", action="append", metavar="STATUS", help="only actual, estimate, target or forecast figures")
    add("--confidence", type=float, metavar="P", help="only facts at least this sure, between 0 and 1")
    add("--only", action="append", metavar="TYPES", help="only these types of things: provinces,projects,zones ...")
    add("--without", action="append", metavar="TYPES", help="all but these types of things: documents ...")
    add("--around", metavar="NAME", help="one place, project or company, and what touches it")
    add("--hops", type=int, default=1, metavar="N", help="how many steps around it (default: 1)")
    add("--top", type=int, metavar="N", help="only the N things that most facts speak of")
    add("--detail", choices=("summary", "facts"), help="one edge for all figures between two things, or one each")
    add("--size-by", default="facts", metavar="WHAT", help="facts, degree, an attribute (capacity) or an indicator")
    add("--colour-by", choices=("type", "area"), default="type", help="colour by type of thing or by province")
    add("--yed", action="store_true", help="graphml: with yEd's own labels, shapes and colours")
    add("--triples", action="store_true", help="the raw statements instead of the view")
    add("--title", metavar="TEXT", help="title of the page or picture")


def view_options(options: Mapping[str, Any]) -> ViewOptions:
    """The options that a command line or a caller gave by name; ``lang`` and lists with commas are understood.

    Unknown names are other formats' options and are left alone.
    """
    synonyms = {
        "lang": "language",
        "area": "areas",
        "indicator": "indicators",
        "min_confidence": "confidence",
        "color_by": "colour_by",
    }
    known = {entry.name: entry for entry in fields(ViewOptions)}
    values: dict[str, Any] = {}
    for given, value in options.items():
        name = synonyms.get(given.replace("-", "_"), given.replace("-", "_"))
        if name in known and value is not None:
            values[name] = _tuple(value, name in _SPLIT) if str(known[name].type).startswith("tuple") else value
    return ViewOptions(**values)


def _tuple(value: str | tuple[str, ...] | list[str], split: bool) -> tuple[str, ...]:
    parts = [value] if isinstance(value, str) else list(value)
    pieces = [piece for part in parts for piece in part.split(",")] if split else parts
    return tuple(piece.strip() for piece in pieces if piece.strip())
