"""An edit of the vocabulary re-reads what holds the changed words, and the graph is as if all had been read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from building import dump, write_documents
from kg.lexicon import load
from kg.pipeline import build
from kg.scale.report import BuildReport
from kg.scale.sensitivity import hashes
from kg.scale.touched import NAME, Needles

DOCUMENTS = {
    "export": "Năm 2023, kim ngạch xuất khẩu của tỉnh Hưng Yên đạt 7 tỷ USD.",
    "bales": "Năm 2023, sản lượng may mặc của tỉnh Hưng Yên đạt 12.000   kiện, kim ngạch xuất khẩu đạt 7 tỷ USD.",
    "chargers": "Năm 2023, số trạm sạc xe điện của tỉnh Hưng Yên đạt 35 trạm.",
    "nothing": "Hôm nay trời đẹp.",
}
NEW = """
<https://w3id.org/vnkg/unit/bale> a skos:Concept ; skos:inScheme <https://w3id.org/vnkg/unit> ; skos:notation "bale" ;
    skos:prefLabel "kiện"@vi , "bale"@en ; kg:dimension dim:count .
"""
INDICATOR = """
ind:charging-stations a skos:Concept ; skos:inScheme <https://w3id.org/vnkg/indicator> ;
    skos:notation "charging-stations" ; skos:prefLabel "số trạm sạc xe điện"@vi , "charging stations"@en .
"""
PREFIXES = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix kg: <https://w3id.org/vnkg/def#> .
@prefix dim: <https://w3id.org/vnkg/code/dimension/> . @prefix ind: <https://w3id.org/vnkg/indicator/> .
"""


class Edits:
    """Documents, a graph made with a copy of the vocabulary, and builds with edited copies."""

    def __init__(self, base: Path, ontology: Path) -> None:
        self.base, self.ontology = base, ontology
        self.documents = write_documents(base / "documents", **DOCUMENTS)
        build(self.documents, base / "graph", ontology=ontology)

    def with_added(self, name: str, turtle: str, drop: str = "") -> BuildReport:
        """Build with an edited copy; check against a build of everything with it."""
        folder = self.base / name
        shutil.copytree(self.ontology, folder)
        (folder / f"zz-{name}.ttl").write_text(PREFIXES + turtle, encoding="utf-8")
        if drop:
            file = folder / "indicators.ttl"
            text = file.read_text(encoding="utf-8")
            assert drop in text
            file.write_text(text.replace(drop, ""), encoding="utf-8")
        report = build(self.documents, self.base / "graph", ontology=folder)
        build(self.documents, self.base / f"{name}-whole", ontology=folder)
        assert dump(self.base / "graph") == dump(self.base / f"{name}-whole")
        return report


@pytest.fixture(scope="module")
def ontology(root: Path) -> Path:
    return root / "ontology"


@pytest.fixture
def edits(tmp_path: Path, ontology: Path) -> Edits:
    return Edits(tmp_path, ontology)


def test_only_documents_that_hold_a_changed_word_are_read_again(edits: Edits) -> None:
    report = edits.with_added("bale", NEW)
    assert (report.read, report.unchanged, report.checked, report.touched) == (1, 3, 4, 1)
    report = edits.with_added("charging", NEW + INDICATOR)
    assert (report.read, report.unchanged, report.touched) == (1, 3, 1)


def test_a_word_taken_away_touches_those_who_hold_it(edits: Edits) -> None:
    report = edits.with_added("gone", "", drop='"kim ngạch xuất khẩu"@vi, ')
    assert report.touched == 2


def test_remarks_touch_no_document(edits: Edits) -> None:
    report = edits.with_added("remark", 'kg:Claim skos:editorialNote "lời"@vi .')
    assert (report.read, report.unchanged, report.checked, report.touched) == (0, 4, 4, 0)
    assert report.to_dict()["vocabulary changed"] == {"checked": 4, "touched": 0}


def test_without_a_memory_of_the_former_words_all_is_read(edits: Edits) -> None:
    (edits.base / "graph" / NAME).unlink()
    report = edits.with_added("bale", NEW)
    assert (report.read, report.checked) == (4, None)


def test_another_code_reads_all(edits: Edits) -> None:
    memory = edits.base / "graph" / NAME
    known = json.loads(memory.read_text(encoding="utf-8"))
    memory.write_text(json.dumps(known | {"code": "other"}), encoding="utf-8")
    assert edits.with_added("bale", NEW).read == 4


def test_every_wording_has_a_hash_that_does_not_depend_on_the_run(ontology: Path) -> None:
    lexicon = load(ontology)
    keys, rest = hashes(lexicon)
    assert set(lexicon.wordings) | set(lexicon.units) <= set(keys)
    assert (keys, rest) == hashes(lexicon)


@pytest.mark.parametrize(("text", "found"), [("12 kiện  hàng", True), ("kiện\nhàng", True), ("kiệnhàng", False)])
def test_words_are_found_whatever_the_spaces(text: str, found: bool) -> None:
    assert Needles(frozenset(["kiện hàng"])).found_in(text) is found
