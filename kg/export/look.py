"""How a view looks: the colour, order and name of each type of node and edge.

One place for all formats, so that a project is the same orange in Gephi, in yEd, in the page and in a report.
The colours are those of Okabe and Ito (told apart by colour-blind readers), darkened where white text stands on them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.export.words import Language


@dataclass(frozen=True, slots=True)
class NodeLook:
    """Colour, Graphviz shape, yEd shape and names of one type of node; ``plural`` is what ``--only`` accepts."""

    colour: str
    dot_shape: str
    yed_shape: str
    plural: str
    names: Mapping[Language, str]


NODE_LOOKS: dict[str, NodeLook] = {
    "area": NodeLook("#0072b2", "box", "roundrectangle", "areas", {"vi": "Địa phương", "en": "Area"}),
    "indicator": NodeLook("#5b6770", "ellipse", "ellipse", "indicators", {"vi": "Chỉ tiêu", "en": "Indicator"}),
    "project": NodeLook("#d55e00", "ellipse", "ellipse", "projects", {"vi": "Dự án", "en": "Project"}),
    "zone": NodeLook("#009e73", "hexagon", "hexagon", "zones", {"vi": "Khu, cụm CN", "en": "Zone"}),
    "enterprise": NodeLook("#b8860b", "component", "rectangle", "companies", {"vi": "Doanh nghiệp", "en": "Company"}),
    "person": NodeLook("#a64d79", "ellipse", "ellipse", "people", {"vi": "Người", "en": "Person"}),
    "organisation": NodeLook("#7b5ea7", "box", "rectangle", "organisations", {"vi": "Cơ quan", "en": "Organisation"}),
    "policy": NodeLook("#3a8fb7", "note", "parallelogram", "policies", {"vi": "Văn bản", "en": "Policy"}),
    "document": NodeLook("#8c8c8c", "note", "parallelogram", "documents", {"vi": "Bài viết", "en": "Document"}),
}
# The raw graph's two types of nodes; a view has none of them.
TRIPLE_LOOKS: dict[str, NodeLook] = {
    "resource": NodeLook("#0072b2", "ellipse", "ellipse", "resources", {"vi": "Tài nguyên", "en": "Resource"}),
    "literal": NodeLook("#8c8c8c", "plaintext", "rectangle", "literals", {"vi": "Giá trị", "en": "Literal"}),
}
ALL_LOOKS: dict[str, NodeLook] = NODE_LOOKS | TRIPLE_LOOKS
EDGE_NAMES: dict[str, Mapping[Language, str]] = {
    "figure": {"vi": "có số liệu", "en": "has figure"},
    "partner": {"vi": "đối tác", "en": "partner"},
    "located_in": {"vi": "ở", "en": "located in"},
    "part_of": {"vi": "thuộc", "en": "part of"},
    "invests_in": {"vi": "đầu tư", "en": "invests in"},
    "holds_office": {"vi": "giữ chức", "en": "holds office"},
    "office_in": {"vi": "công tác tại", "en": "office in"},
    "issued_by": {"vi": "do ... ban hành", "en": "issued by"},
    "concerns": {"vi": "áp dụng tại", "en": "concerns"},
    "reports_on": {"vi": "đưa tin về", "en": "reports on"},
    "statement": {"vi": "phát biểu", "en": "statement"},
}
EDGE_COLOURS: dict[str, str] = {
    "figure": "#9fb8cc",
    "partner": "#cc79a7",
    "located_in": "#b9c9b4",
    "part_of": "#c8c8c8",
    "invests_in": "#d9b45b",
    "holds_office": "#c39bb5",
    "office_in": "#cfc3dd",
    "issued_by": "#9cc6dc",
    "concerns": "#9cc6dc",
    "reports_on": "#d7d7d7",
    "statement": "#b8c4ce",
}
STATUS_COLOURS: dict[str, str] = {
    "actual": "#0072b2",
    "estimate": "#009e73",
    "target": "#d55e00",
    "forecast": "#a64d79",
}
PALETTE = (
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9", "#7b5ea7", "#5b6770",
    "#8c564b", "#1b9e77", "#e7298a", "#66a61e", "#a6761d", "#377eb8", "#984ea3", "#e41a1c",
)  # fmt: skip
PLURALS: dict[str, str] = {look.plural: name for name, look in NODE_LOOKS.items()} | {
    "provinces": "area",
    "places": "area",
    "enterprises": "enterprise",
    "persons": "person",
    "organizations": "organisation",
}


def node_type(name: str) -> str | None:
    """The type that a user means by ``projects``, ``project`` or ``provinces``; None where there is none such."""
    lowered = name.strip().lower()
    return lowered if lowered in NODE_LOOKS else PLURALS.get(lowered)


def rgb(colour: str) -> tuple[int, int, int]:
    """``#0072b2`` as three numbers of 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
