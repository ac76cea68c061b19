"""Pictures without a browser, and the ontology as a picture and for viewers."""

from __future__ import annotations

import json
import shutil
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from export_graph import make_store
from kg import terms
from kg.errors import ExportError
from kg.export import export, exporter
from kg.export.visual import VISUAL
from kg.store.oxigraph import OxigraphStore

SVG = "{http://www.w3.org/2000/svg}"
needs_matplotlib = pytest.mark.skipif(
    __import__("importlib.util", fromlist=["util"]).find_spec("matplotlib") is None, reason="needs the extra `figures`"
)


@pytest.fixture(scope="module")
def store() -> Iterator[OxigraphStore]:
    with make_store() as made:
        yield made


def drawn(store: OxigraphStore, path: Path, **options: Any) -> tuple[str, ET.Element]:
    export(store, "svg", path, options)
    root = ET.parse(path).getroot()
    return " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text")), root


@needs_matplotlib
def test_an_indicator_over_time_tells_results_from_targets(store: OxigraphStore, tmp_path: Path) -> None:
    written, root = drawn(store, tmp_path / "a.svg", indicator=["export-turnover"], area=["Bắc Giang"])
    for word in (
        "Kim ngạch (giá trị) xuất khẩu: Bắc Giang",
        "thực hiện",
        "kế hoạch",
        "tỷ USD",
        "2021",
        "2024",
        "27",
        "33",
    ):
        assert word in written
    assert "không vẽ 1 số liệu đo cách khác" in written
    styles = " ".join(one.get("style") or "" for one in root.iter())
    assert "#0072b2" in styles
    assert "#d55e00" in styles


@needs_matplotlib
def test_several_places_share_the_axes_in_english(store: OxigraphStore, tmp_path: Path) -> None:
    written, _ = drawn(store, tmp_path / "a.svg", indicator=["export turnover"], lang="en")
    for word in ("export turnover", "Bac Giang, result", "Hung Yen, result", "billion USD"):
        assert word in written


@needs_matplotlib
def test_the_network_around_a_place_names_what_touches_it(store: OxigraphStore, tmp_path: Path) -> None:
    written, _ = drawn(store, tmp_path / "a.svg", around="Bắc Giang", hops=2)
    for word in (
        "Bắc Giang",
        "KCN Sông Thử",
        "105,3 ha",
        "KCN Đồi Mẫu",
        "Trần Ví Dụ",
        "27 tỷ USD (2023)",
        "Khu, cụm CN",
    ):
        assert word in written
    assert "Hưng Yên thu hút" not in written, "documents would tie everything to everything"


@needs_matplotlib
def test_a_png_shows_colours_on_white(store: OxigraphStore, tmp_path: Path) -> None:
    from PIL import Image

    export(store, "png", tmp_path / "a.png", {"around": "Bắc Giang"})
    image = Image.open(BytesIO((tmp_path / "a.png").read_bytes())).convert("RGB")
    assert image.size == (1650, 1650)
    colours = {colour for count, colour in image.getcolors(1 << 24) or [] if count > 200}
    assert {(0, 158, 115), (0, 114, 178), (255, 255, 255)} <= colours


@needs_matplotlib
def test_the_same_picture_has_the_same_bytes(store: OxigraphStore, tmp_path: Path) -> None:
    drawn(store, tmp_path / "a.svg", around="Hưng Yên")
    drawn(store, tmp_path / "b.svg", around="Hưng Yên")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


@needs_matplotlib
@pytest.mark.parametrize(
    ("options", "says"),
    [({}, "--indicator NAME"), ({"indicator": ["cpi"]}, "no figure"), ({"around": "Atlantis"}, "nothing called")],
)
def test_a_picture_of_nothing_says_what_to_give(
    store: OxigraphStore, tmp_path: Path, options: dict[str, Any], says: str
) -> None:
    with pytest.raises(ExportError, match=says):
        export(store, "svg", tmp_path / "a.svg", options)
    assert list(tmp_path.iterdir()) == []


def test_without_matplotlib_the_extra_is_named(
    store: OxigraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(ExportError, match=r"vnkg\[figures\]"):
        export(store, "png", tmp_path / "a.png", {"around": "Bắc Giang"})


def test_the_ontology_picture_has_every_class(store: OxigraphStore, tmp_path: Path) -> None:
    export(store, "ontology-dot", tmp_path / "a.dot", {"lang": "en"})
    text = (tmp_path / "a.dot").read_text(encoding="utf-8")
    asked = f"SELECT ?c WHERE {{ ?c a <{terms.OWL}Class> FILTER(STRSTARTS(STR(?c), '{terms.KG}')) }}"
    classes = {terms.shorten(term.value) for (term,) in store.select(asked) if term}
    assert len(classes) > 20
    assert all(f'"{name}"' in text for name in classes)
    assert '"kg:Claim" -> "kg:Sentence" [label="sentence\\nkg:sentence"' in text


@pytest.mark.skipif(shutil.which("dot") is None, reason="needs Graphviz's dot")
def test_graphviz_draws_the_ontology(store: OxigraphStore, tmp_path: Path) -> None:
    export(store, "ontology-svg", tmp_path / "a.svg")
    written = "".join(ET.parse(tmp_path / "a.svg").getroot().itertext())
    for word in ("Chỉ tiêu", "kg:Indicator", "Phát biểu số liệu", "prov:Entity", "xsd:string"):
        assert word in written


def test_without_graphviz_the_remedy_is_said(
    store: OxigraphStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ExportError, match="graphviz"):
        export(store, "ontology-svg", tmp_path / "a.svg")


def test_webvowl_finds_both_ends_of_every_property(store: OxigraphStore, tmp_path: Path) -> None:
    export(store, "webvowl", tmp_path / "a.json")
    data = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    nodes = {one["id"] for kind in ("class", "datatype") for one in data[kind]}
    for kind in ("class", "datatype", "property"):
        assert [one["id"] for one in data[kind]] == [one["id"] for one in data[f"{kind}Attribute"]]
    assert {end for one in data["propertyAttribute"] for end in (one["domain"], one["range"])} <= nodes
    types = {one["type"] for one in data["property"]}
    assert types == {"owl:objectProperty", "owl:datatypeProperty", "rdfs:SubClassOf"}
    labels = [one["label"] for one in data["classAttribute"]]
    assert {"IRI-based": "Indicator", "vi": "Chỉ tiêu", "en": "Indicator"} in labels
    assert data["metrics"]["classCount"] == len(data["class"])
    assert data["header"]["title"]["vi"]


def test_the_owl_file_is_the_ontology_for_an_rdf_reader(store: OxigraphStore, tmp_path: Path) -> None:
    import rdflib

    export(store, "owl", tmp_path / "a.owl")
    graph = rdflib.Graph().parse(tmp_path / "a.owl", format="xml")
    label = (rdflib.URIRef(terms.KG + "Indicator"), rdflib.RDFS.label, rdflib.Literal("Chỉ tiêu", lang="vi"))
    assert label in graph
    assert (None, rdflib.RDF.type, rdflib.OWL.Ontology) in graph


def test_every_format_has_its_line() -> None:
    assert len({line[0] for line in VISUAL}) == len(VISUAL)
    for name, suffix, summary, _ in VISUAL:
        assert exporter(name).suffix == suffix
        assert summary
