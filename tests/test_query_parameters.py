"""What people give for a parameter becomes the right term, or an error that says what would do."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest

from kg import terms
from kg.errors import QueryError
from kg.query import Parameter, find, run
from kg.query.binding import values, words
from kg.query.names import code_of
from kg.query.parameters import bind, period_code, term
from query_graph import graph


def resolved(type: str, text: str, scheme: str = "") -> str:
    found = term(graph(), Parameter("x", type, True, None, {"vi": "x", "en": "x"}, scheme), text)
    assert isinstance(found, ox.NamedNode)
    return code_of(found.value)


@pytest.mark.parametrize(
    ("type", "text", "code"),
    [
        ("area", "VN-66", "VN-66"),
        ("area", "vn-66", "VN-66"),
        ("area", "Hưng Yên", "VN-66"),
        ("area", "hung yen", "VN-66"),
        ("area", "HUNG YEN", "VN-66"),
        ("area", "tỉnh Hưng Yên", "VN-66"),
        ("area", "tinh hung yen", "VN-66"),
        ("area", "  Hưng   Yên ", "VN-66"),
        ("area", "33", "VN-66"),
        ("area", "2025/33", "2025/33"),
        ("area", "https://w3id.org/vnkg/area/VN-66", "VN-66"),
        ("area", "thanh pho ha noi", "VN-HN"),
        ("area", "TP. Hồ Chí Minh", "VN-SG"),
        ("area", "Việt Nam", "VN"),
        ("area", "ca nuoc", "VN"),
        ("area", "Nhật Bản", "JP"),
        ("area", "japan", "JP"),
        ("area", "Tây Nguyên", "region:Tây Nguyên"),
        ("area", "tay nguyen", "region:Tây Nguyên"),
        ("area2025", "Hưng Yên", "2025/33"),
        ("area2025", "hung yen", "2025/33"),
        ("area2025", "33", "2025/33"),
        ("area2025", "Thái Bình", "2025/33"),  # what it became part of
        ("indicator", "export-turnover", "export-turnover"),
        ("indicator", "Kim ngạch xuất khẩu", "export-turnover"),
        ("indicator", "kim ngach xuat khau", "export-turnover"),
        ("indicator", "IIP", "iip"),
        ("indicator", "GRDP", "gdp"),
        ("indicator", "gia tri san xuat cong nghiep", "industrial-production-value"),
        ("unit", "USD", "USD"),
        ("unit", "tonne/year", "tonne/year"),
        ("unit", "héc-ta", "ha"),
        ("entity", "Nhà máy Xi măng Đá", "entity:project/VN-54/xi_măng_đá"),
        ("entity", "entity:project/VN-54/xi_măng_đá", "entity:project/VN-54/xi_măng_đá"),
        ("entity", "xi măng đá", "entity:project/VN-54/xi_măng_đá"),
        ("entity", "nha may xi mang da", "entity:project/VN-54/xi_măng_đá"),
        ("sector", "công nghiệp", "industry"),
    ],
)
def test_names_and_codes_are_accepted(type: str, text: str, code: str) -> None:
    assert resolved(type, text) == code


@pytest.mark.parametrize(
    ("scheme", "text", "code"),
    [("measure", "growth", "growth"), ("measure", "toc do tang", "growth"), ("status", "kế hoạch", "target")],
)
def test_codes_of_small_lists_have_names_too(scheme: str, text: str, code: str) -> None:
    assert resolved("code", text, scheme) == code


@pytest.mark.parametrize(
    ("type", "text", "message"),
    [
        ("area", "Hưng Yêm", r"no area is called 'Hưng Yêm'; near it: .*VN-66"),
        ("area", "xyzzy plugh", r"no area is called 'xyzzy plugh'$"),
        ("area2025", "Hà Nội", r"'Hà Nội' is no province that was made of others"),
        ("indicator", "xuat khau", r"several things of type indicator: export-turnover, export-volume"),
        ("indicator", "kim ngạch xuất khảu gạo", r"no indicator is called"),
        ("entity", "nhà máy", r"several things of type entity: .*xi_măng_đá.*đường_xanh"),
        ("document", "nothing", r"no document 'nothing'$"),
        ("document", "hy-plan", r"no document 'hy-plan'; near it: hy-plan-2021, hy-plan-2023"),
    ],
)
def test_what_is_unknown_or_ambiguous_is_answered_with_what_is_near(type: str, text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        term(graph(), Parameter("x", type, True, None, {"vi": "x", "en": "x"}), text)


def test_a_part_of_a_document_id_is_enough_where_only_one_has_it() -> None:
    assert term(graph(), Parameter("x", "document", True, None, {}), "estimate") == ox.NamedNode(
        terms.document("hy-estimate")
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2024", "2024"), ("năm 2024", "2024"), ("2024-05", "2024-05"), ("tháng 5/2024", "2024-05"),
        ("5/2024", "2024-05"),
        ("2024-Q1", "2024-Q1"), ("2024-q1", "2024-Q1"), ("quý I/2024", "2024-Q1"), ("quý 4 năm 2023", "2023-Q4"),
        ("2017-01/2017-06", "2017-01/2017-06"), ("2019-09-16/2019-09-30", "2019-09-16/2019-09-30"),
        ("6 tháng đầu năm 2017", "2017-01/2017-06"),
        ("9 tháng 2019", "2019-01/2019-09"),
        ("6 tháng cuối năm 2017", "2017-07/2017-12"), ("2021/2025", "2021/2025"), ("giai đoạn 2021-2025", "2021/2025"),
        ("@2024-06-11", "@2024-06-11"), ("@2024-06", "@2024-06"), ("@", "@"),
    ],
)  # fmt: skip
def test_periods_are_read_as_people_write_them(text: str, code: str) -> None:
    assert period_code(text) == code


@pytest.mark.parametrize("text", ["soon", "20244", "2024-13", "2024-Q5", "tháng 13/2024", "2024-05-01", "2024/"])
def test_a_period_that_is_none_is_refused_with_the_forms(text: str) -> None:
    with pytest.raises(QueryError, match="a period is written 2024"):
        period_code(text)


def bound(name: str, **given: object) -> dict[str, str]:
    return {key: str(value) for key, value in bind(graph(), find(name), given).items()}


def test_dates_numbers_and_years_become_typed_literals() -> None:
    day = '"2024-06-01"^^<http://www.w3.org/2001/XMLSchema#date>'
    assert bound("changed-since", area="VN-54", since="01/6/2024")["since"] == day
    assert bound("changed-since", area="VN-54", since="2024-06-01")["since"] == day
    assert bound("least-sure", area="VN-54", below="0.5")["below"].startswith('"0.5"^^')
    assert bound("least-sure", area="VN-54", below=0.5)["below"].startswith('"0.5"^^')
    assert bound("targets-ahead", area="VN-54")["from_year"] == '"2025"'


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("province-ranking", {"indicator": "iip"}, "province-ranking needs period= .*for example: indicator="),
        ("province-ranking", {"indicator": "iip", "period": " "}, "needs period="),
        (
            "province-ranking",
            {"indicator": "iip", "period": "2024", "place": "x"},
            "no parameter 'place'; its parameters:",
        ),
        ("changed-since", {"area": "VN-54", "since": "yesterday"}, "since='yesterday': a date is written 2024-06-11"),
        ("least-sure", {"area": "VN-54", "below": "NaN"}, "a number is written"),
        ("least-sure", {"area": "VN-54", "below": "1_0"}, "a number is written"),
        ("targets-ahead", {"area": "VN-54", "from_year": "24"}, "a year is four digits"),
    ],
)
def test_errors_name_the_query_the_parameter_and_the_remedy(name: str, given: dict[str, object], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        bind(graph(), find(name), given)


ATTACKS = (
    '") } } SELECT * WHERE { ?s ?p ?o } #',
    '"; DROP ALL ; #',
    "' . ?s ?p ?o . '",
    "> . ?s ?p ?o . <",
    "}} INSERT DATA { <a> <b> <c> } #",
    "?o",
    "UNDEF",
    "# bind: area",
    "$&{}|^`%22%3E",
)


@pytest.mark.parametrize("text", ATTACKS)
def test_text_stays_text(text: str) -> None:
    """What looks like SPARQL in a parameter is only searched for."""
    before = graph().count()
    assert run(graph(), "plan-targets", {"number": text}).rows == []
    assert run(graph(), "who-heads", {"department": text}).rows == []
    for name, given in (
        ("place-facts", {"area": text}),
        ("entity-facts", {"entity": text}),
        ("document-facts", {"document": text}),
    ):
        with pytest.raises(QueryError, match=r"is called|no document"):
            run(graph(), name, given)
    assert graph().count() == before


@pytest.mark.parametrize("text", ["a\\u0022 } #", "a\nb", "a\x00b", "tab\tx", "\ud800"])
def test_characters_that_no_name_has_are_refused(text: str) -> None:
    with pytest.raises(QueryError, match="cannot stand in a parameter"):
        words(text)


def test_a_values_block_reads_back_as_the_same_terms() -> None:
    rows: list[list[ox.NamedNode | ox.Literal]] = [
        [ox.Literal(text), ox.NamedNode("https://w3id.org/vnkg/area/VN-66")] for text in ATTACKS
    ]
    found = ox.Store().query(f"SELECT * WHERE {{ {values(['t', 'a'], rows)} }}")
    assert isinstance(found, ox.QuerySolutions)
    assert [[row["t"], row["a"]] for row in found] == rows


@pytest.mark.parametrize(
    ("iri", "code"),
    [
        (terms.DOC + "000_ab#c5-8", "000_ab#c5-8"),
        (terms.PERIOD + "2017-01--2017-06", "2017-01/2017-06"),
        (terms.UNIT + "tonne-per-year", "tonne/year"),
        (terms.CODE + "status/target", "target"),
        (terms.PRODUCT + "xi_măng", "xi măng"),
        (terms.FINDING + "ab", "finding:ab"),
        ("http://example.org/x", "http://example.org/x"),
    ],
)
def test_iris_are_shown_as_the_codes_of_facts(iri: str, code: str) -> None:
    assert code_of(iri) == code
    assert re.fullmatch(r"\S.*", code)
