"""What stands between the last number and the next one changes the frame for the next one."""

from __future__ import annotations

from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.scope import area, area_gap, base, bracket, flow, investor, status, timing, zone
from kg.facts.scope.figure import Spot
from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.mentions.scan import Word


def enter(passage: Passage, index: int, frame: Frame, discourse: Discourse) -> None:
    """Take what stands between the last number and this one into the frame."""
    spot = Spot(passage, index, frame, discourse)
    area.leave_bracket(spot)
    status.leave_bracket(spot)
    bracket.leave(spot)
    status.note_before(spot)
    base.lead(spot)
    flows: set[str] = set()
    for token in passage.between(*spot.gap):
        if isinstance(token, Period):
            timing.take(token, spot)
        elif isinstance(token, Word):
            area.take(token, spot)
            if token.labels:  # the others only ask what a word names
                investor.take(token, spot)
                zone.take(token, spot)
                flows |= flow.flows(token, spot)
            status.take(token, spot)
    area_gap.take(spot)
    if len(flows) > 1 or flow.together(spot):  # "cấp mới, tăng thêm và góp vốn": all of them together
        frame.flow = None
    investor.leave_bracket(spot)
    flow.leave_flow(spot)
    investor.take_counted(spot)


def behind(spot: Spot, word: Word) -> None:
    """Take the place that stands between a number and the indicator behind it ("Với mức tăng 12,3%, Hà Nam ...")."""
    for token in spot.passage.between(spot.after[0], word.start):
        if isinstance(token, Word):
            area.take(token, spot)
