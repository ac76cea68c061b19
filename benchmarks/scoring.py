"""How facts that were read compare with facts that are known (gold): the rules, without any input or output.

A gold row may carry ``"optional": true`` (neither asked nor punished) or ``"optional": [fields]`` (those
fields are not compared). Three levels of agreement, each including the one before:

    found    the right statement at the right number: value, unit, measure, indicator or attribute
    strict   and whose, when and how sure: area, period, status (an entity: its type and name)
    full     and every breakdown, base, approximation and owner
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from agreement import Row, same

LEVELS = ("found", "strict", "full")
KINDS = ("observation", "entity", "policy", "role")

# What each level adds to the one before it.
_AMOUNT = ("value", "value_max", "unit")
_BREAKDOWNS = ("sector", "product", "partner", "investor", "flow", "zone_type")
_ADDED: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "observation": (
        (*_AMOUNT, "measure", "indicator"),
        ("area", "period", "status"),
        ("base", "approx", *_BREAKDOWNS),
    ),
    "entity": (
        (*_AMOUNT, "attribute"),
        ("entity_type", "entity", "area"),
        ("owner", "approx", "status", "period"),
    ),
    "policy": (("number",), ("policy_type",), ("date", "issuer")),
    "role": (("person",), ("role",), ("org",)),
}
ONCE_A_DOCUMENT = ("policy", "role")


def fields(kind: str, level: str = "full") -> tuple[str, ...]:
    """The fields that must agree for a fact of ``kind`` to be right at ``level``."""
    return sum(_ADDED[kind][: LEVELS.index(level) + 1], ())


@dataclass(frozen=True)
class Error:
    """One fact that is missed, spurious or wrong in ``fields``; either side may be absent."""

    what: str
    doc: str
    gold: Row | None
    read: Row | None
    fields: tuple[str, ...] = ()

    @property
    def fact(self) -> Row:
        """The side that there is: gold before what was read."""
        return self.gold or self.read or {}


@dataclass
class Tally:
    """The counts of one kind of fact, and how often each field was wrong."""

    asked: int = 0
    given: int = 0
    right: Counter[str] = field(default_factory=Counter)
    wrong_fields: Counter[str] = field(default_factory=Counter)

    def ratios(self, level: str) -> tuple[float, float, float]:
        """Precision, recall and F1 at a level; 0 where there is nothing to divide by."""
        right = self.right[level]
        precision = right / self.given if self.given else 0.0
        recall = right / self.asked if self.asked else 0.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0


@dataclass
class Score:
    """What came of comparing: a tally for each kind, and every error in the order of the documents."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    errors: list[Error] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The figures as plain values, kinds without any fact left out."""
        return {
            kind: {
                "asked": tally.asked,
                "given": tally.given,
                **{level: [round(ratio, 4) for ratio in tally.ratios(level)] for level in LEVELS},
                "wrong_fields": dict(tally.wrong_fields.most_common()),
            }
            for kind, tally in self.tallies.items()
            if tally.asked or tally.given
        }


def compare(gold: Mapping[str, Sequence[Row]], read: Mapping[str, Sequence[Row]], docs: Iterable[str] = ()) -> Score:
    """Score rows that were read against gold rows, both by document; ``docs`` narrows, default all gold ones."""
    score = Score()
    for doc in tuple(docs) or sorted(gold):
        _compare_document(score, doc, gold.get(doc, ()), read.get(doc, ()))
    return score


def same_place(gold: Row, read: Row) -> bool:
    """Whether two rows of one kind speak of one place of the text; policies and roles count once a document."""
    if gold["kind"] in ONCE_A_DOCUMENT:
        return same(fields(gold["kind"], "found")[0], gold, read)
    return bool(gold["start"] < read["end"] and read["start"] < gold["end"])


def _pairs(gold: Sequence[Row], read: Sequence[Row]) -> dict[int, int]:
    """Which gold row belongs to which row that was read: the best agreement first, each row once."""
    candidates = []
    for i, wanted in enumerate(gold):
        kind = wanted["kind"]
        for j, row in enumerate(read):
            if row["kind"] == kind and same_place(wanted, row):
                strict, full = (sum(same(name, wanted, row) for name in fields(kind, at)) for at in ("strict", "full"))
                candidates.append((-strict, -full, i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(candidates):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _compare_document(score: Score, doc: str, gold: Sequence[Row], read: Sequence[Row]) -> None:
    pairs = _pairs(gold, read)
    for i, wanted in enumerate(gold):
        if wanted.get("optional") is not True:
            _count_asked(score, doc, wanted, read[pairs[i]] if i in pairs else None)
    partners = {j: gold[i] for i, j in pairs.items()}
    for j, row in enumerate(read):
        if row["kind"] in KINDS:
            _count_given(score, doc, row, partners.get(j), gold)


def _count_asked(score: Score, doc: str, wanted: Row, row: Row | None) -> None:
    kind = wanted["kind"]
    tally = score.tallies[kind]
    tally.asked += 1
    if row is None:
        score.errors.append(Error("missed", doc, wanted, None))
        return
    wrong = tuple(name for name in fields(kind) if not same(name, wanted, row))
    tally.right.update(level for level in LEVELS if not set(wrong) & set(fields(kind, level)))
    tally.wrong_fields.update(wrong)
    if wrong:
        score.errors.append(Error("wrong", doc, wanted, row, wrong))


def _count_given(score: Score, doc: str, row: Row, partner: Row | None, gold: Sequence[Row]) -> None:
    if partner is None:
        # A second mention of a policy or role is no error, nor is what an optional row covers.
        free = (g for g in gold if row["kind"] in ONCE_A_DOCUMENT or g.get("optional") is True)
        if any(g["kind"] == row["kind"] and same_place(g, row) for g in free):
            return
        score.errors.append(Error("spurious", doc, None, row))
    elif partner.get("optional") is True:
        return
    score.tallies[row["kind"]].given += 1
