"""The catalogue's files by themselves: valid SPARQL, complete headers, parameters that are bound somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.query import CatalogueQuery, bound_text, catalogue, find
from kg.query.catalogue import BIND, read

QUERIES = catalogue()
every_query = pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)


def test_the_catalogue_answers_many_questions() -> None:
    assert len(QUERIES) >= 26
    assert len({query.title["vi"] for query in QUERIES}) == len(QUERIES)
    assert len({query.title["en"] for query in QUERIES}) == len(QUERIES)


@every_query
def test_a_file_is_a_query_by_itself(query: CatalogueQuery) -> None:
    result = ox.Store().query(query.text)
    assert isinstance(result, ox.QuerySolutions)


@every_query
def test_the_header_speaks_both_languages(query: CatalogueQuery) -> None:
    for words in (query.title, query.purpose, *(parameter.label for parameter in query.parameters)):
        assert set(words) == {"vi", "en"}
        assert all(text.strip() for text in words.values())


@every_query
def test_every_parameter_is_bound_in_the_body_and_used(query: CatalogueQuery) -> None:
    bound = {name for _, names in BIND.findall(query.text) for name in names.split()}
    assert bound == {parameter.name for parameter in query.parameters}
    for name in bound:
        assert re.search(rf"\?{name}\b", query.text), f"?{name} is bound and never used"


@every_query
def test_an_example_gives_what_is_required(query: CatalogueQuery) -> None:
    required = {parameter.name for parameter in query.parameters if parameter.required}
    assert required <= set(query.example)


@every_query
def test_rows_carry_the_words_behind_them(query: CatalogueQuery) -> None:
    counted = {"place-coverage", "indicator-coverage", "documents"}
    assert query.name in counted or re.search(r"\?(\w*_)?sentence\b", query.text.partition("WHERE")[0])


@every_query
def test_graphs_are_named_so_that_any_server_answers(query: CatalogueQuery) -> None:
    """Whether a server's default graph is the union of all graphs differs; every pattern says where it looks."""
    body = re.sub(r"^#.*$", "", query.text, flags=re.MULTILINE)
    assert "GRAPH" in body
    assert not re.search(r"\b(SERVICE|FROM|LOAD)\b", body)
    assert "[" not in body.replace("[0-9", ""), "anonymous nodes are joined in the wrong order: name a variable"


def test_the_values_stand_in_every_group_that_asks_for_them() -> None:
    query = find("computed-growth")
    area = ox.NamedNode("https://w3id.org/vnkg/area/VN-66")
    text = bound_text(query, {"area": area})
    assert text.count(f"VALUES (?area) {{ ({area}) }}") == len(BIND.findall(query.text))
    assert "# bind:" not in text
    assert bound_text(query, {}).count("VALUES (") == 0


def test_an_unknown_name_is_answered_with_near_ones() -> None:
    with pytest.raises(QueryError, match="province-ranking"):
        find("province-rankings")


HEADER = "# title@vi: a\n# title@en: b\n# purpose@vi: c\n# purpose@en: d\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# title@vi: a\n# title@en: b\nSELECT * {}", "purpose@vi, purpose@en"),
        (HEADER + "# param: area place required | a | b\nSELECT * {}", "cannot read 'param"),
        (HEADER + "# param: area area | a | b\nSELECT * {}", "cannot read 'param"),
        (HEADER + "SELECT * {\n  # bind: area\n}", "no parameter 'area'"),
        (HEADER + "# example: area\nSELECT * {}", "name=value"),
    ],
)
def test_a_broken_header_is_named_with_its_file(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "broken.rq"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(QueryError, match=re.escape(message)):
        read(file)


def test_a_header_is_read(tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    params = "# param: m code:measure = level | phép đo | the measure\n# param: n text optional | chữ | words\n"
    file.write_text(HEADER + params + '# example: m=growth n="hai chữ"\nSELECT * {\n  # bind: m n\n}', encoding="utf-8")
    query = read(file)
    first, second = query.parameters
    assert (query.name, first.type, first.scheme, first.default, first.required) == (
        "mine",
        "code",
        "measure",
        "level",
        False,
    )
    assert (second.type, second.default, second.required) == ("text", None, False)
    assert query.example == {"m": "growth", "n": "hai chữ"}


def test_the_page_on_queries_lists_them_all(root: Path) -> None:
    page = (root / "docs" / "queries.md").read_text(encoding="utf-8")
    for query in QUERIES:
        names = " ".join(f"`{p.name}`" if p.required else f"[`{p.name}`]" for p in query.parameters)
        line = f"| `{query.name}` | {names} | {query.title['vi']} · {query.title['en']} |"
        assert line in page, f"docs/queries.md lacks: {line}"
