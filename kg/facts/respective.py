"""Lists whose values stand together behind them: "quốc doanh, ngoài quốc doanh lần lượt đạt 1,2; 3,4 tỷ"."""

from __future__ import annotations

from itertools import pairwise

import regex

from kg.facts.discourse import Discourse
from kg.facts.kinds import COMPARED
from kg.facts.place import area_code, is_country
from kg.facts.tokens import Passage
from kg.mentions.period import Period
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_AND = regex.compile(fold_pattern(r"\s*(?:và|,|lẫn|cũng như)\s*(?:giá trị|kim ngạch|tổng)?\s*"))
_LAST = regex.compile(fold_pattern(r"\s*,?\s*và\s+(?:\p{L}+\s+){0,2}"))
_AND_TURNS = regex.compile(fold_pattern(r"\s*và\s+(?:tăng|giảm|đạt|ước đạt)?\s*"))


def share(passage: Passage, discourse: Discourse) -> None:
    """Give each number of a "lần lượt"/"tương ứng" list the item that stands at its place."""
    discourse.respective = {}
    discourse.turns = {}
    discourse.turn_times = {}
    cues = [t for t in passage.tokens if isinstance(t, Word) and "respective" in t.cues]
    for cue in cues:
        for quantity, time in _times(passage, cue):
            discourse.turn_times[quantity.start] = time
    for cue in cues or _joined(passage):
        numbers = _run(passage, cue)
        if len(numbers) < 2:
            continue
        discourse.turns.update({q.start: (i, len(numbers)) for i, q in enumerate(numbers)})
        for name, items in _items(passage, cue, discourse, len(numbers)):
            for quantity, value in zip(numbers, items, strict=True):
                discourse.respective.setdefault(quantity.start, {})[name] = value
            break


def _times(passage: Passage, cue: Word) -> list[tuple[Quantity, Period]]:
    """The numbers behind a cue with the times named together before it ("tháng 9 và 9 tháng ước lần lượt 4; 38 tỷ")."""
    numbers = _run(passage, cue)
    times = [t for t in passage.times if t.end <= cue.start and t.kind not in COMPARED and t.kind != "day"]
    pairs = pairwise(times)
    if len(numbers) != len(times) or not all(_AND.fullmatch(passage.folded, a.end, b.start) for a, b in pairs):
        return []
    return list(zip(numbers, times, strict=True)) if len(numbers) > 1 else []


def _joined(passage: Passage) -> list[Word]:
    """The verb of a pair whose values stand in turn without a word that says so ("A và B tăng 9% và tăng 12%")."""
    if len(passage.quantities) < 2 or not _AND_TURNS.fullmatch(passage.folded[slice(*passage.gap(1))]):
        return []
    ahead = [t for t in passage.between(*passage.gap(0)) if isinstance(t, Word)]
    named = [w for w in ahead if w.of("indicator") is not None]
    if len(named) != 2 or not _AND.fullmatch(passage.folded[named[0].end : named[1].start]):
        return []
    return [w for w in ahead if w.start >= named[1].end and set(w.cues) & {"up", "down", "reach"}][:1]


def _run(passage: Passage, cue: Word) -> list[Quantity]:
    """The numbers of one unit that follow the cue."""
    found: list[Quantity] = []
    for quantity in passage.quantities:
        if quantity.start < cue.end:
            continue
        if len(found) > 1 and _LAST.fullmatch(passage.folded, found[-2].full_end, found[-1].full_start):
            break  # "lần lượt là 4,1; 2,9 và 1,3 tỷ USD; còn lại 12,7 tỷ USD"
        if found and (quantity.dimension != found[0].dimension or quantity.full_start - found[-1].full_end > 24):
            break
        found.append(quantity)
    return found


def _items(passage: Passage, cue: Word, discourse: Discourse, count: int) -> list[tuple[str, list[object]]]:
    """The lists before the cue that have as many items as there are numbers."""
    kinds: dict[str, list[object]] = {
        "indicator": [], "flow": [], "investor": [], "area": [], "partner": [], "sector": [], "product": []
    }  # fmt: skip
    for token in passage.between(passage.sentence.start, cue.start):
        if not isinstance(token, Word):
            continue
        if token.of("indicator") is not None:
            kinds["indicator"].append(token)
        for scheme, name in (
            ("code/flow", "flow"),
            ("code/investor", "investor"),
            ("sector", "sector"),
            ("product", "product"),
        ):
            label = token.of(scheme)
            if label is not None:
                kinds[name].append(
                    label.concept.code if scheme.startswith("code") else passage.text[token.start : token.end].lower()
                )
                break
        code = area_code(token, discourse.own)
        if code is not None:
            kinds["partner" if is_country(code) else "area"].append(code)
    return [(name, items[-count:]) for name, items in kinds.items() if len(items) >= count]
