"""Vocabulary is Turtle: a block more is read without any Python."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from kg.errors import LexiconError
from kg.facts import read
from kg.lexicon import Lexicon, default_folder, load
from kg.model import Observation
from kg.text.read import document

PREFIXES = """
@prefix kg: <https://w3id.org/vnkg/def#> .
@prefix ind: <https://w3id.org/vnkg/indicator/> .
@prefix u: <https://w3id.org/vnkg/unit/> .
@prefix pub: <https://w3id.org/vnkg/publisher/> .
@prefix area: <https://w3id.org/vnkg/area/> .
@prefix dim: <https://w3id.org/vnkg/code/dimension/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
INDICATOR = """
ind:broadband-subscribers a kg:Indicator, skos:Concept ;
    skos:inScheme <https://w3id.org/vnkg/indicator> ; skos:notation "broadband-subscribers" ;
    kg:group "services" ; kg:nature "stock" ; kg:dimension dim:count-subscription ;
    skos:prefLabel "Thuê bao internet băng rộng"@vi, "broadband subscribers"@en ;
    rdfs:comment "Chỉ tiêu: số thuê bao."@vi, "Subscribers."@en ;
    skos:altLabel "số thuê bao internet"@vi, "thuê bao băng rộng"@vi ; skos:hiddenLabel "TBBR"@vi .
"""
UNIT = """
u:subscription a kg:Unit, skos:Concept ;
    skos:inScheme <https://w3id.org/vnkg/unit> ; skos:notation "subscription" ; kg:dimension dim:count-subscription ;
    skos:prefLabel "thuê bao"@vi, "subscription"@en ; rdfs:comment "Đơn vị: thuê bao."@vi, "Subscriptions."@en ;
    skos:altLabel "thuê bao"@vi ; kg:form <https://w3id.org/vnkg/unit/subscription/form/pack> .
<https://w3id.org/vnkg/unit/subscription/form/pack> a kg:UnitForm ; skos:altLabel "gói thuê bao"@vi ; kg:factor 5 .
"""
NEWSPAPER = """
pub:hung-yen-tre a kg:Publisher, skos:Concept ;
    skos:inScheme <https://w3id.org/vnkg/publisher> ; skos:notation "hung-yen-tre" ;
    skos:prefLabel "Hưng Yên Trẻ"@vi, "Hung Yen Tre"@en ; kg:domain "hungyentre.example.vn" ; kg:forArea area:VN-66 .
"""
TEXT = (
    "Tính đến hết tháng 4/2024, số thuê bao internet của tỉnh Bắc Giang đạt 412.500 thuê bao, tăng 6,5% so với cùng kỳ."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the ontology."""
    return Path(shutil.copytree(default_folder(), tmp_path / "ontology"))


def with_block(folder: Path, *blocks: str) -> Lexicon:
    (folder / "zz-ours.ttl").write_text(PREFIXES + "".join(blocks), encoding="utf-8")
    return load(folder)


def observations(text: str, lexicon: Lexicon) -> list[Observation]:
    found = read(document("example", text.encode(), {"date": "2024-06-11"}), lexicon).facts
    return [fact for fact in found if isinstance(fact, Observation)]


def test_without_the_block_the_indicator_is_unknown() -> None:
    assert not observations(TEXT, load())


def test_an_indicator_and_its_unit_are_two_blocks_of_turtle(folder: Path) -> None:
    level, growth = observations(TEXT, with_block(folder, INDICATOR, UNIT))
    assert (level.indicator, level.value, level.unit) == ("broadband-subscribers", Decimal(412500), "subscription")
    assert level.area == "VN-54"
    assert (growth.indicator, growth.measure, growth.value) == ("broadband-subscribers", "growth", Decimal("6.5"))


def test_the_nature_of_an_indicator_says_how_its_period_is_written(folder: Path) -> None:
    level, _ = observations(TEXT, with_block(folder, INDICATOR, UNIT))
    assert level.period == "@2024-04"


def test_a_multiple_of_a_unit_is_a_form_with_its_factor(folder: Path) -> None:
    text = TEXT.replace("412.500 thuê bao", "82.500 gói thuê bao")
    level, _ = observations(text, with_block(folder, INDICATOR, UNIT))
    assert (level.value, level.unit) == (Decimal(412500), "subscription")


def test_an_abbreviation_in_capitals_is_looked_for_in_capitals(folder: Path) -> None:
    lexicon = with_block(folder, INDICATOR, UNIT)
    text = "Năm 2023, TBBR của tỉnh Bắc Giang đạt 400.000 thuê bao, tăng 5%."
    assert [f.indicator for f in observations(text, lexicon)] == ["broadband-subscribers"] * 2
    assert not observations(text.replace("TBBR", "tbbr"), lexicon)


@pytest.mark.xfail(reason="the unit takes the first word of the indicator")
def test_a_wording_that_the_unit_opens(folder: Path) -> None:
    text = "Năm 2023, tỉnh Bắc Giang có 380.000 thuê bao băng rộng, tăng 5% so với năm 2022."
    found = observations(text, with_block(folder, INDICATOR, UNIT))
    assert [f.indicator for f in found] == ["broadband-subscribers"] * 2
    assert [f.unit for f in found] == ["subscription", "percent"]


def test_a_number_of_another_kind_is_not_taken_for_it(folder: Path) -> None:
    lexicon = with_block(folder, INDICATOR, UNIT)
    assert not observations("Năm 2023, số thuê bao internet của tỉnh Bắc Giang phủ 290 ha và 15 MW.", lexicon)


def test_a_newspaper_tells_whose_the_province_is(folder: Path) -> None:
    text = "Năm 2023, kim ngạch xuất khẩu của tỉnh đạt 5 tỷ USD, tăng 8%.\nNguồn: https://hungyentre.example.vn"
    assert [f.area for f in observations(text, load())] != ["VN-66"] * 2
    assert [f.area for f in observations(text, with_block(folder, NEWSPAPER))] == ["VN-66"] * 2


def test_another_wording_of_a_known_indicator(folder: Path) -> None:
    text = "Năm 2023, doanh số hàng qua biên giới của tỉnh Bắc Giang đạt 26 tỷ USD, thu ngân sách đạt 15.000 tỷ đồng."
    known = [f.indicator for f in observations(text, load())]
    lexicon = with_block(folder, 'ind:export-turnover skos:altLabel "doanh số hàng qua biên giới"@vi .')
    assert known == ["budget-revenue"]
    assert [f.indicator for f in observations(text, lexicon)] == ["export-turnover", "budget-revenue"]


def test_the_fingerprint_changes_with_any_label(folder: Path) -> None:
    assert load().fingerprint != with_block(folder, INDICATOR).fingerprint


def test_broken_turtle_names_the_file_and_the_place(folder: Path) -> None:
    with pytest.raises(LexiconError, match=r"zz-ours\.ttl.*line"):
        with_block(folder, "ind:broken a kg:Indicator ; skos:notation .")


def test_a_folder_without_turtle_says_so(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"no \.ttl files"):
        load(tmp_path)


def test_every_indicator_has_a_wording_a_nature_and_a_kind_of_unit() -> None:
    lexicon = load()
    worded = {label.concept.code for labels in lexicon.wordings.values() for label in labels if label.kind != "context"}
    for code, dimensions in lexicon.dimensions.items():
        assert code in worded
        assert dimensions
        assert lexicon.natures[code] in ("flow", "stock", "stock or flow")


def test_every_unit_that_the_agreement_names_is_known() -> None:
    named = (
        "VND USD EUR JPY CNY percent percentage-point times rank point project enterprise person job zone household "
        "shop country visit vehicle case tonne kg m3 litre m2 ha km2 km m MW MWp MVA kWh TEU piece animal tonne/year "
        "piece/year tonne/day person/year kWh/year VND/month m3/day"
    )
    assert [code for code in named.split() if load().by_code("unit", code) is None] == []
