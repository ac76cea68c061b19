"""The catalogue: every ``queries/*.rq`` with what its header says.

A query file is valid SPARQL by itself; its header is comment lines:

    # title@vi: Các tỉnh xếp theo một chỉ tiêu          # title@en: Provinces ranked by an indicator
    # purpose@vi: ...                                   # purpose@en: ...
    # param: NAME TYPE required | vi text | en text     or  NAME TYPE optional  or  NAME TYPE = default
    # example: indicator=export-turnover period=2024

and in its body a line ``# bind: NAME ...`` stands in each group where the values of these parameters are to
stand. Without values the line is a comment, and the variables are free.
"""

from __future__ import annotations

import difflib
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import QueryError

LANGUAGES = ("vi", "en")
TYPES = (
    "area", "area2025", "indicator", "period", "year", "date", "unit", "text", "number", "document", "code",
    "entity", "sector", "product",
)  # fmt: skip
_HEADER = re.compile(r"^#\s*(title|purpose)@(vi|en):\s*(.+?)\s*$|^#\s*(param|example):\s*(.+?)\s*$", re.MULTILINE)
_PARAMETER = re.compile(
    r"(?P<name>[a-z][a-z0-9_]*)\s+(?P<type>[a-z0-9]+)(?::(?P<scheme>[a-z-]+))?\s+"
    r"(?:(?P<need>required|optional)|=\s*(?P<default>[^|]+?))\s*\|\s*(?P<vi>[^|]+?)\s*\|\s*(?P<en>[^|]+?)"
)
BIND = re.compile(r"^([ \t]*)#[ \t]*bind:([ \t\w]+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query; ``scheme`` names the code list where the type is ``code``."""

    name: str
    type: str
    required: bool
    default: str | None
    label: Mapping[str, str]
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueQuery:
    """One file of the catalogue; ``title`` and ``purpose`` by language, ``example`` as parameters."""

    name: str
    title: Mapping[str, str]
    purpose: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    example: Mapping[str, str]
    text: str

    def parameter(self, name: str) -> Parameter:
        """The parameter of that name; raises QueryError, naming all, where there is none."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        known = ", ".join(p.name for p in self.parameters) or "none"
        raise QueryError(f"the query {self.name} has no parameter {name!r}; its parameters: {known}")


@cache
def catalogue(folder: Path | None = None) -> tuple[CatalogueQuery, ...]:
    """All queries of the package (or of another folder), by name."""
    folder = folder or default_folder()
    return tuple(read(path) for path in sorted(folder.glob("*.rq")))


def default_folder() -> Path:
    """Where the package's own queries are: beside the code when installed, at the top of a checkout otherwise."""
    package = Path(__file__).parent.parent
    return package / "queries" if (package / "queries").is_dir() else package.parent / "queries"


def find(name: str) -> CatalogueQuery:
    """The query of that name; raises QueryError with near names where there is none."""
    known = {query.name: query for query in catalogue()}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    hint = f"; did you mean {', '.join(near)}?" if near else "; `kg query GRAPH` lists all"
    raise QueryError(f"the catalogue has no query {name!r}{hint}")


def read(path: Path) -> CatalogueQuery:
    """One file of the catalogue; raises QueryError where its header is incomplete."""
    text = path.read_text(encoding="utf-8")
    words: dict[str, dict[str, str]] = {"title": {}, "purpose": {}}
    parameters: list[Parameter] = []
    example: dict[str, str] = {}
    for kind, language, said, other, content in _HEADER.findall(text):
        if kind:
            words[kind][language] = said
        elif other == "param":
            parameters.append(_parameter(path, content))
        else:
            example = dict(_pair(path, word) for word in shlex.split(content))
    missing = [f"{kind}@{language}" for kind in words for language in LANGUAGES if language not in words[kind]]
    if missing:
        raise QueryError(f"{path}: the header lacks {', '.join(missing)}")
    query = CatalogueQuery(path.stem, words["title"], words["purpose"], tuple(parameters), example, text)
    for name in [*example, *(name for _, names in BIND.findall(text) for name in names.split())]:
        query.parameter(name)
    return query


def _parameter(path: Path, content: str) -> Parameter:
    match = _PARAMETER.fullmatch(content)
    if match is None or match["type"] not in TYPES:
        raise QueryError(
            f"{path}: cannot read 'param: {content}'; write: NAME TYPE required|optional|= default | vi | en"
        )
    label = {"vi": match["vi"], "en": match["en"]}
    required = match["need"] == "required"
    return Parameter(match["name"], match["type"], required, match["default"], label, match["scheme"] or "")


def _pair(path: Path, word: str) -> tuple[str, str]:
    name, equals, value = word.partition("=")
    if not equals:
        raise QueryError(f"{path}: an example is written name=value, not {word!r}")
    return name, value
