"""One to three sentences a time: each field of an observation is read as docs/facts.md says."""

from __future__ import annotations

import pytest

from kg.facts import read
from kg.lexicon import load
from kg.model import Document, Observation
from reader_examples import as_document, mistakes
from tables import Example, examples, rows


@pytest.mark.parametrize("example", examples("fields.txt"))
def test_each_field(example: Example) -> None:
    assert not mistakes(example)


TEXT = "Năm 2023, kim ngạch xuất khẩu của tỉnh đạt 6,2 tỷ USD, tăng 7,4% so với năm 2022."


def _observations(text: str) -> list[Observation]:
    return [fact for fact in read(as_document(text), load()).facts if isinstance(fact, Observation)]


def test_evidence_names_the_place_the_sentence_and_the_rules() -> None:
    level, growth = _observations("Tin trong tỉnh\n" + TEXT)
    assert (level.evidence.start, level.evidence.end) == (15 + 43, 15 + 46)
    assert level.evidence.sentence == growth.evidence.sentence == TEXT
    assert level.evidence.sentence_start == growth.evidence.sentence_start == 15
    assert all(rule.split(".")[0] in ("measure", "indicator", "period", "area") for rule in level.evidence.rules)


def test_what_is_inherited_lowers_confidence() -> None:
    stated, inherited = _observations(f"{TEXT}")
    assert 0 < inherited.evidence.confidence < stated.evidence.confidence <= 1


def test_a_document_without_figures_has_no_facts() -> None:
    assert not _observations("Hội nghị bàn về xuất khẩu, đầu tư và công nghiệp của tỉnh.")


@pytest.mark.parametrize(("text", "indicator", "unit"), rows("indicators.table", 3))
def test_each_indicator_in_the_words_that_people_use(text: str, indicator: str, unit: str) -> None:
    start = text.index("[")
    found = [
        fact for fact in _observations(text.replace("[", "").replace("]", "") + ".") if fact.evidence.start == start
    ]
    assert [(fact.indicator, fact.unit) for fact in found] == [(indicator, unit)]


def test_every_indicator_has_an_example() -> None:
    assert {row.values[1] for row in rows("indicators.table", 3)} == set(load().dimensions)


def test_indicators_that_share_a_rate_each_have_it() -> None:
    text = "Năm 2023, GRDP, kim ngạch xuất khẩu và thu ngân sách của tỉnh đều tăng trên 10%."
    facts = _observations(text)
    assert [fact.indicator for fact in facts] == ["budget-revenue", "gdp", "export-turnover"]
    assert [str(fact.value) for fact in facts] == ["10", "10", "10"]


@pytest.mark.parametrize(
    ("text", "digits", "rule"),
    [
        ("Sở Công Thương Vĩnh Phuc: Chỉ số sản xuất công nghiệp tăng 9%.", "9", "area.misspelt"),
        ("Kim ngạch xuất khẩu của tỉnh Nam Định đạt 2,5 tỷ USD, nhập khẩu 2,1 tỷ.", "2,1", "unit.as-before"),
    ],
)
def test_what_is_read_otherwise_than_written_says_so(text: str, digits: str, rule: str) -> None:
    facts = [f for f in read(Document(id="d", text=text), load()).facts if isinstance(f, Observation)]
    (inferred,) = [f for f in facts if text[f.evidence.start : f.evidence.end] == digits]
    plain = text.replace("Phuc", "Phúc").replace("2,1 tỷ", "2,1 tỷ USD")
    sure = [f for f in read(Document(id="d", text=plain), load()).facts if f.evidence.start == inferred.evidence.start]
    assert rule in inferred.evidence.rules
    assert rule not in sure[0].evidence.rules
    assert inferred.evidence.confidence < sure[0].evidence.confidence
