"""Triples as sets in memory, by subject and predicate: what the cube's constraints are checked on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

NONE: Mapping[str, frozenset[str]] = {}
_EMPTY: frozenset[str] = frozenset()


class Triples:
    """A set of statements; IRIs and literals are plain strings."""

    def __init__(self, statements: Iterable[tuple[str, str, str]] = ()) -> None:
        self._subjects: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._predicates: dict[str, set[str]] = defaultdict(set)
        self.add(statements)

    def add(self, statements: Iterable[tuple[str, str, str]]) -> None:
        """Take in more statements."""
        subjects, predicates = self._subjects, self._predicates
        for subject, predicate, value in statements:
            subjects[predicate][subject].add(value)
            predicates[subject].add(predicate)

    def values(self, subject: str, predicate: str) -> set[str] | frozenset[str]:
        """The objects of a subject's property."""
        by_subject = self._subjects.get(predicate)
        return by_subject.get(subject, _EMPTY) if by_subject else _EMPTY

    def one(self, subject: str, predicate: str) -> str | None:
        """The object of a property that has one; the first in order where it wrongly has several."""
        return min(self.values(subject, predicate), default=None)

    def with_property(self, predicate: str) -> Mapping[str, set[str]] | Mapping[str, frozenset[str]]:
        """All subjects of a property, with its objects."""
        return self._subjects.get(predicate, NONE)

    def instances(self, cls: str, type_property: str) -> list[str]:
        """The subjects of a class, in order."""
        return sorted(subject for subject, types in self.with_property(type_property).items() if cls in types)
