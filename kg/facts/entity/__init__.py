"""Figures of one project, zone or enterprise: a number near a name, with the attribute that a cue or the unit tells.

Names follow one another in a sentence and each becomes what the numbers behind it are about, unless
it stands to the one before as owner or as place (``subject``). An item of a list states one thing
throughout (``listing``). What a number states of its subject is told by the words before it and by
its unit (``attribute``); owner, place, time and status come from the stretch that is about the
subject (``figure``, ``planned``).
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import Any

from kg.facts.discourse import Discourse
from kg.facts.entity import (
    attribute,
    carry,
    districts,
    figure,
    headline,
    invest,
    licensed,
    linger,
    listing,
    meant,
    money,
    noted,
    owned,
    owner,
    planned,
    row,
    subject,
    where,
)
from kg.facts.entity.thing import Found, Subject, carries, key
from kg.facts.frame import Frame
from kg.facts.tokens import Passage
from kg.model import EntityFigure

__all__ = ["late", "note_heading", "read", "told_later"]

note_heading = noted.note_heading


def told_later(figures: list[EntityFigure], state: dict[str, Any]) -> list[EntityFigure]:
    """The figures of things with the owner and the district that only a later sentence tells."""
    figures = [
        replace(fact, area=where.finest(fact.area, fact.entity, state)) if fact.evidence.start < _LEAD else fact
        for fact in figures
    ]
    figures = [
        replace(fact, status="target") if planned.supposed(fact.evidence.start, state) else fact for fact in figures
    ]
    figures = money.in_two_currencies(figures)
    figures = [invest.of_its_project(fact, figures) for fact in figures]
    figures = headline.told_again(figures)
    owners: dict[str, str] = state.get("owners", {})
    return [_owned_by(fact, owners.get(key(fact.entity)) or owner.namesake(fact.entity, state)) for fact in figures]


def _owned_by(fact: EntityFigure, firm: str | None) -> EntityFigure:
    """A figure of a thing whose owner the text has told by its end; what has no name is called by its owner's."""
    if firm is None or fact.owner is not None or fact.entity_type == "enterprise":
        return fact
    return replace(fact, owner=firm, entity=figure.called(fact.entity, fact.entity_type, firm))


_LEAD = 600  # letters of a headline and a lead, behind which a text tells where the thing is


def late(state: dict[str, Any], taken: Set[int]) -> list[EntityFigure]:
    """The figures that only the whole text tells: those of the headline, and those of things without a place."""
    return [*_homeless(state), *headline.unnamed(state, taken)]


def _homeless(state: dict[str, Any]) -> list[EntityFigure]:
    """The figures of things whose place no sentence told, where all others of the text stand in one province.

    A thing that stands nowhere in Vietnam is none of ours.
    """
    provinces: set[str] = state.get("provinces", set())
    if len(provinces) != 1:
        return []
    home = next(iter(provinces))
    return [replace(fact, area=home) for fact in state.get("homeless", [])]


def read(
    passage: Passage, frame: Frame, discourse: Discourse, state: dict[str, Any]
) -> Iterator[tuple[int, EntityFigure | None]]:
    """The figures of named things in a sentence, each with the index of its quantity (-1 for a count of phases).

    None stands for a number that is a thing's own, but no figure of ours: no observation either.
    """
    line = passage.sentence.line
    if line == 0:
        where.note_headline(passage, discourse, state)
    turns = subject.turns(passage, state)
    if not turns:
        carry.count_zones(passage, discourse.own, state)
    carry.note_all(passage, turns, state)
    told: list[EntityFigure] = state.setdefault("told", [])
    current: Subject | None = None
    position = 0
    before: str | None = None
    owner.note_firms(passage, state)
    owned.note(passage, state)
    licensed.note(passage, turns, state)
    noted.note_plans(passage, turns, discourse, state)
    beside = row.whose(passage, turns, discourse.turns, discourse.own)
    for index, quantity in enumerate(passage.quantities):
        while position < len(turns) and turns[position][0] < quantity.full_start:
            current = turns[position][1]
            before = None
            position += 1
        if current is not None and current.scope and current.scope <= quantity.full_start:
            current = None  # behind the bracket or the cause in which it was named
        current = beside.get(index, current)
        zones = listing.occupied(passage, index)
        if zones:
            for name in zones:
                start, stop = passage.sentence.start, quantity.full_end
                zone = Subject(name, "zone", start, start, line=line, scope=stop)
                yield index, figure.make(passage, index, "occupancy", None, zone, frame, discourse, state)
            continue
        if current is not None and attribute.many(passage, index, current):
            state["many"] = line
            current = None  # the numbers to come are those of several things together
            continue
        # what a sentence goes on to tell behind the works of a zone is the zone's
        current = invest.prepared(passage, index, current, state) or current
        about = invest.aimed(passage, index, current, turns[position:], state) or current
        thing = meant.thing(passage, index, about, state)
        if thing is not about and about is current:
            current = thing  # "Được giao cho Công ty A, khu rộng 246 ha, kinh phí ...": the rest is of the zone
        about = thing
        about = invest.founded(passage, index, about)
        again = meant.same_figure(passage, index, state)
        if again is not None:
            about, before = again
        current = current or about  # "Với 15 trụ, nhà máy có công suất 63 MW, vốn ...": the rest is told of it too
        if about is None or (quantity.dimension == "count-visit" and not carries(about)):
            about = meant.facility(passage, index, state) or about
        if about is None:
            about = linger.topic(passage, index, state)
        if about is None:
            if figure.note_unnamed(passage, index, discourse, state):
                yield index, None
            continue
        found = attribute.of(passage, index, about, before)
        if (
            found is None
            and before is not None
            and (row.again(passage, index, beside) or row.aside(passage, index, before))
        ):
            found = Found(before, None)
        if found is None:
            item: Subject | None = state.get("item")
            if attribute.kept(passage, index, about) or (
                item is not None and about.kind == "enterprise" and item.name == about.name
            ):
                yield index, None  # what an item tells of a firm is of no area
            continue
        latest: dict[str, Subject] = state.get("recent", {})
        if about.carried and about.kind in latest and latest[about.kind].name == about.name:
            latest[about.kind] = replace(latest[about.kind], line=line)  # the text still goes on about it
        about = meant.staffed(found.name, about, state)
        before = found.name
        fact = figure.make(passage, index, found.name, found.unit, about, frame, discourse, state)
        owned.known(about, fact, state)
        if fact.area is not None:
            for other in row.alike(passage, index, turns, about):
                yield index, figure.make(passage, index, found.name, found.unit, other, frame, discourse, state)
            told.append(fact)
            yield index, fact
        elif about.kind != "enterprise":
            state.setdefault("homeless", []).append(fact)
    if line == 0 and passage.sentence.first:
        figure.note_headline(passage, {fact.evidence.start for fact in told}, discourse, state)
    for start, end, value, thing in listing.phases(passage, turns):
        yield -1, figure.phase_count(passage, start, end, value, thing, frame, discourse, state)
    while position < len(turns):
        current = turns[position][1]
        position += 1
    if turns:
        where.note_places(passage, turns, discourse, state)
    districts.note(passage, discourse, state)
    where.note_site(passage, current or state.get("item"), discourse, state)
    carry.keep(passage, turns, current, state)
