"""Lists whose values stand together behind them: "quốc doanh, ngoài quốc doanh lần lượt đạt 1,2; 3,4 tỷ"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import regex

from kg.facts import in_row
from kg.facts.choose import counted
from kg.facts.choose.fits import PHYSICAL
from kg.facts.discourse import Discourse
from kg.facts.kinds import COMPARED, ZONE_TYPES
from kg.facts.place import area_code
from kg.facts.scope.wording import around
from kg.facts.tokens import Passage
from kg.lexicon import is_country
from kg.mentions.period import Period
from kg.mentions.quantity import Quantity
from kg.mentions.scan import Word
from kg.text.normalise import fold, fold_pattern

_AND = regex.compile(fold_pattern(r"\s*(?:và|,|lẫn|cũng như)\s*(?:giá trị|kim ngạch|tổng)?\s*"))
_LAST = regex.compile(fold_pattern(r"\s*,?\s*và\s+(?:\p{L}+\s+){0,2}"))
_AND_TURNS_OR = regex.compile(fold_pattern(r"\s*%?\s*(?:,|;|và|, và)\s*(?:tăng|giảm)?\s*"))
_NEXT_RUN = regex.compile(fold_pattern(r"\s*%?\s*[,;]?\s*và\s+(?:đạt|bằng|chiếm|hoàn thành|gấp)\s*"))
_OPENS_RUN = regex.compile(
    fold_pattern(
        r"\s*(?:[,;]|[,;]? và)\s*(?:so (?:với )?(?:cùng kỳ|ck)(?: năm (?:trước|ngoái|\d{4}))?,? )?(?:\p{L}+ ){0,3}?"
        r"(?:tăng|giảm|đạt|vốn đăng ký|tổng vốn|chiếm|bằng)?\s*"
    )
)
_ENDS = regex.compile(
    fold_pattern(
        r"(?:\s+(?:của|trong|thu về|mang về|đem về|đều|tăng|giảm|đạt|ước|chiếm|có|cả|vào))+\s*$"
        r"|, (?:với )?mức (?:tăng|giảm)\s*$|\s+$"
    )
)
_AND_PLACE = regex.compile(fold_pattern(r"\s*(?:và|,|lẫn|cũng như)\s*(?:(?:tỉnh|thành phố|tp\.?)\s*)?"))
_AND_ONLY = regex.compile(fold_pattern(r"\s*%?\s*và\s*(?:gần |hơn |khoảng )?"))
_HEADS = regex.compile(
    fold_pattern(
        r"[\s,:]*(?:(?:các|những|ba|hai|bốn|nhóm|ngành|lĩnh vực|mặt hàng|khu vực|sản phẩm)\s+)*"
        r"(?:(?:tăng|giảm)(?: giá)? (?:là|gồm)\s+)?"
    )
)
_HEAD = regex.compile(r"^(?:ngành|nhóm|khu vực|lĩnh vực|mặt hàng)\s+")
_OF_YEARS = regex.compile(fold_pattern(r"\s+(?:của\s+)?(?:các\s+)?"))
_COMMA = regex.compile(r"\s*,\s*(?:và\s+)?|\s+và\s+|\s*;\s*")
_TWO = " và "
_FAR, _LONGEST = 24, 5
_QUARTERS = 4
_QUARTER = fold_pattern("quý")
_NUMERAL = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ELIDED = regex.compile(
    fold_pattern(
        r"(?P<what>quý|tháng) (?P<x>\d{1,2}|i{1,3}|iv)"
        r"(?:(?:, | và |, và )(?P<x>\d{1,2}|i{1,3}|iv)(?![\p{L}\d%.]|,\d| tháng))+"
        r"(?:(?:\s*/\s*|\s+(?:của\s+)?năm\s+|\s+)(?P<y>20\d\d)(?!\d)|\s+năm\s+(?P<rel>nay|này))?"
    )
)
# "bốn quý lần lượt tăng ...", "khá hơn hai quý đầu năm (lần lượt 5,2% và 6,1%)"
_EACH_QUARTER = regex.compile(fold_pattern(r"(?<![\p{L}])(?P<how>các|từng|bốn|4|ba|3|hai|2) quý(?! \d| [iv])"))
_SO_MANY = {fold(word): n for words, n in (("bốn 4", 4), ("ba 3", 3), ("hai 2", 2)) for word in words.split()}
_REST = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:hai|ba|bốn|2|3|4) (?:(?P<partner>thị trường|nước|quốc gia|đối tác)"
        r"|(?P<area>tỉnh|địa phương|thành phố)|(?P<product>mặt hàng|nhóm hàng|sản phẩm)"
        r"|(?P<sector>ngành|khu vực|lĩnh vực|nhóm ngành)) (?:còn lại|kia)(?![\p{L}])"
    )
)
_AND_TURNS = regex.compile(fold_pattern(r"\s*và\s+(?:tăng|giảm|đạt|ước đạt)?\s*"))


def share(passage: Passage, discourse: Discourse) -> None:
    """Give each number of a "lần lượt"/"tương ứng" list the item that stands at its place."""
    discourse.respective = {}
    discourse.turns = {}
    discourse.turn_times = {}
    cues = [t for t in passage.tokens if isinstance(t, Word) and "respective" in t.cues]
    for cue in cues:
        timed = _years(passage, cue, discourse) or _times(passage, cue, discourse)
        for run in [[q for q, _ in timed], *(_again(passage, [q for q, _ in timed]) if timed else ())]:
            discourse.turn_times.update({q.start: time for q, (_, time) in zip(run, timed, strict=True)})
    for cue in [*(cues or _joined(passage)), *in_row.verb(passage)]:
        numbers = _run(passage, cue)
        if len(numbers) < 2:
            continue
        discourse.turns.update({q.start: (i, len(numbers)) for i, q in enumerate(numbers)})
        given = _items(passage, cue, discourse, len(numbers))
        for name, items in given[:1]:
            for run in [numbers, *_again(passage, numbers)]:
                for quantity, value in zip(run, items, strict=True):
                    discourse.respective.setdefault(quantity.start, {})[name] = value


def _times(passage: Passage, cue: Word, discourse: Discourse) -> list[tuple[Quantity, Period]]:
    """The numbers behind a cue with the times named together before it ("tháng 9 và 9 tháng ước lần lượt 4; 38 tỷ")."""
    numbers = _run(passage, cue)
    times = [t for t in passage.times if t.end <= cue.start and t.kind not in COMPARED and t.kind != "day"]
    span = times[-1] if len(times) == 1 and times[0].kind == "span" else None
    if span is not None and span.year and span.year_to and span.year_to - span.year + 1 == len(numbers) > 1:
        of_year = (replace(span, kind="year", year=span.year + i, year_to=None) for i in range(len(numbers)))
        return list(zip(numbers, of_year, strict=True))  # "2021-2023 lần lượt đạt 38, 45 và 51 tỷ"
    if len(numbers) < 2:
        return []
    quarters = _EACH_QUARTER.search(passage.folded, passage.sentence.start, cue.start)
    if quarters is not None and len(numbers) == _SO_MANY.get(quarters["how"], _QUARTERS):
        main = discourse.main_period
        year = main.year if main is not None and main.kind == "year" else None
        year = year or (discourse.clock.year if len(numbers) < _QUARTERS else None)
        return [(q, Period(cue.start, cue.start, "quarter", year, first=i)) for i, q in enumerate(numbers, 1)]
    elided = _elided(passage, cue, len(numbers))
    if elided:
        return list(zip(numbers, elided, strict=True))
    joined = [_AND.fullmatch(passage.folded, a.end, b.start) is not None for a, b in pairwise(times)]
    count = len(numbers) - 1
    if len(times) <= count or not all(joined[-count:]) or joined[-count - 1 : -count] == [True]:
        return []
    return list(zip(numbers, _of_same_months(times[-count - 1 :]), strict=True))


def _of_same_months(times: list[Period]) -> list[Period]:
    """Bare years behind a month or quarter are of that month ("tháng 4/2015 và 2016 lần lượt tăng 8,3% và 7,8%")."""
    first, rest = times[0], times[1:]
    if first.kind not in ("month", "quarter") or first.year is None or any(t.kind != "year" for t in rest):
        return times
    return [first, *(replace(first, year=t.year) for t in rest)]


def _elided(passage: Passage, cue: Word, count: int) -> list[Period]:
    """Quarters or months of which only the first has its word ("CPI quý II, III, IV năm nay lần lượt là ...")."""
    listed = list(_ELIDED.finditer(passage.folded, passage.sentence.start, cue.start))
    if not listed:
        return []
    found = listed[-1]
    which = [_NUMERAL.get(x) or int(x) for x in found.captures("x")]
    if len(which) != count:
        return []
    kind = "quarter" if found["what"] == _QUARTER else "month"
    year = int(found["y"]) if found["y"] else None
    relative = 0 if found["rel"] else None
    return [Period(found.start(), found.end(), kind, year, first=n, relative=relative) for n in which]


def _years(passage: Passage, cue: Word, discourse: Discourse) -> list[tuple[Quantity, Period]]:
    """Numbers with the years of their same months ("quý I các năm 2022 và 2023 lần lượt là 3,6% và 4,4%")."""
    numbers = _run(passage, cue)
    times = [t for t in passage.times if t.end <= cue.start]
    years, before = times[-len(numbers) :], times[: -len(numbers)]
    if (
        len(numbers) < 2
        or len(years) != len(numbers)
        or not before
        or any(t.kind != "year" or not t.year for t in years)
    ):
        return []
    if not all(_AND.fullmatch(passage.folded, a.end, b.start) for a, b in pairwise(years)):
        return []
    if not _OF_YEARS.fullmatch(passage.folded, before[-1].end, years[0].start):
        return []
    part = next((t for t in reversed(before) if t.kind in ("months", "quarter", "month")), discourse.flow_period)
    if part is None or part.kind not in ("months", "quarter", "month"):
        return []
    return [(q, replace(part, year=t.year, relative=None, what=None)) for q, t in zip(numbers, years, strict=True)]


def _joined(passage: Passage) -> list[Word]:
    """The verb of a pair whose values stand in turn without a word that says so ("A và B tăng 9% và tăng 12%")."""
    if len(passage.quantities) < 2:
        return []
    ahead = [t for t in passage.between(*passage.gap(0)) if isinstance(t, Word)]
    named = [w for w in ahead if w.of("indicator") is not None]
    joined = len(named) == 2 and _AND_TURNS.fullmatch(passage.folded[slice(*passage.gap(1))]) is not None
    if not joined or not _AND.fullmatch(passage.folded[named[0].end : named[1].start]):
        return _two_places(passage)
    return [w for w in ahead if w.start >= named[1].end and set(w.cues) & {"up", "down", "reach"}][:1]


def _two_places(passage: Passage) -> list[Word]:
    """Where two places end whose values stand joined behind them ("Hà Nội, TP.HCM tăng vừa phải, 7,3% và 7,8%").

    Not so where a third stands between them and the values, or where one of them has a value of its own.
    """
    for index in range(1, len(passage.quantities)):
        one, other = passage.quantities[index - 1], passage.quantities[index]
        start, stop = passage.gap(index - 1)
        places = [t for t in passage.between(start, stop) if isinstance(t, Word) and _our_place(t)]
        alone = index + 1 == len(passage.quantities) or other.dimension != passage.quantities[index + 1].dimension
        if (
            len(places) == 2
            and one.dimension == other.dimension
            and alone
            and _AND_ONLY.fullmatch(passage.folded, one.full_end, other.full_start)
            and _AND_PLACE.fullmatch(passage.folded, places[0].end, places[1].start)
        ):
            return [Word(places[1].end, places[1].end, places[1].wording)]
    return []


def _our_place(word: Word) -> bool:
    """Whether a word names a province or another country, by itself."""
    code = area_code(word, None)
    return code is not None and code != "VN" and (is_country(code) or (code.startswith("VN-") and "/" not in code))


def _run(passage: Passage, cue: Word) -> list[Quantity]:
    """The numbers of one unit that follow the cue."""
    found: list[Quantity] = []
    for quantity in passage.quantities:
        if quantity.start < cue.end:
            continue
        if len(found) > 1 and _LAST.fullmatch(passage.folded, found[-2].full_end, found[-1].full_start):
            break  # "lần lượt là 4,1; 2,9 và 1,3 tỷ USD; còn lại 12,7 tỷ USD"
        if len(found) > 1 and _NEXT_RUN.fullmatch(passage.folded, found[-1].full_end, quantity.full_start):
            break  # "lần lượt tăng 12,6%, 7,9% và đạt 48,7%, 46,2% kế hoạch"
        apart = bool(found) and quantity.full_start - found[-1].full_end > _FAR
        other = bool(found) and quantity.dimension != found[0].dimension
        if apart or (other and not _alike(passage, found[-1], quantity) and not _of_two(passage, cue, found, quantity)):
            break
        found.append(quantity)
    return found


def _alike(passage: Passage, one: Quantity, other: Quantity) -> bool:
    """Whether two amounts of goods of different units stand side by side ("1,2 triệu tấn, 300 triệu viên")."""
    goods = one.dimension in PHYSICAL and other.dimension in PHYSICAL
    return goods and _AND.fullmatch(passage.folded, one.full_end, other.full_start) is not None


def _of_two(passage: Passage, cue: Word, found: list[Quantity], other: Quantity) -> bool:
    """Whether amounts of two units are those of the two indicators named ("xuất khẩu và điện thương phẩm lần lượt")."""
    if len(found) != 1 or _AND.fullmatch(passage.folded, found[0].full_end, other.full_start) is None:
        return False
    start = max(passage.sentence.start, passage.folded.rfind(";", passage.sentence.start, cue.start))
    words = [t for t in passage.between(start, cue.start) if isinstance(t, Word) and t.of("indicator") is not None]
    return sum(_outright(word) for word in words) == _TWO_OF_THEM


def _outright(word: Word) -> bool:
    """Whether a word names an indicator in any context."""
    return any(label.concept.scheme == "indicator" and label.kind != "context" for label in word.labels)


_TWO_OF_THEM = 2


def _again(passage: Passage, numbers: list[Quantity]) -> list[list[Quantity]]:
    """Further runs of as many numbers, behind such a list ("lần lượt đạt 90 và 70 triệu USD, tăng 5% và 6%")."""
    runs: list[list[Quantity]] = []
    rest = [q for q in passage.quantities if q.start >= numbers[-1].full_end]
    end = numbers[-1].full_end
    while len(rest) >= len(numbers):
        run, rest = rest[: len(numbers)], rest[len(numbers) :]
        opens = _OPENS_RUN.fullmatch(passage.folded, end, run[0].full_start)
        joined = all(_AND_TURNS_OR.fullmatch(passage.folded, a.full_end, b.full_start) for a, b in pairwise(run))
        if opens is None or not joined or len({q.dimension for q in run}) > 1:
            break
        runs.append(run)
        end = run[-1].full_end
    return runs


def _items(passage: Passage, cue: Word, discourse: Discourse, count: int) -> list[tuple[str, list[object]]]:
    """The lists before the cue that have as many items as there are numbers: in its own clause, else in all of it.

    "Dệt may đạt 402 triệu USD; thủy sản và cao su lần lượt là 95 triệu USD và 21 triệu USD."
    """
    start = passage.sentence.start
    clause = passage.folded.rfind(";", start, cue.start) + 1
    own = _the_rest(passage, cue, discourse, count)
    own = own or (_items_from(passage, cue, discourse, count, clause) if clause else [])
    if not own and clause and sum(clause < q.start < cue.start for q in passage.quantities) == count:
        return []  # "vốn đăng ký 420 triệu USD; 615 doanh nghiệp mới, vốn 714 tỷ đồng, lần lượt tăng ...": of these two
    return own or _zones(passage, cue, count) or _items_from(passage, cue, discourse, count, start)


def _the_rest(passage: Passage, cue: Word, discourse: Discourse, count: int) -> list[tuple[str, list[object]]]:
    """Those of the list told before that the sentence has not named yet.

    "... sang Nhật, Hàn và Thái lần lượt đạt 6, 5, 4 tỷ. Nhật tăng 18%, hai thị trường còn lại tăng lần lượt 2% và 3%"
    """
    rest = _REST.search(passage.folded, passage.sentence.start, cue.start)
    if rest is None:
        return []
    name = str(rest.lastgroup)
    told = dict.fromkeys(value for fact in discourse.told_before if (value := getattr(fact, name)) is not None)
    before = passage.text[passage.sentence.start : rest.start()].lower()
    named = {
        area_code(word, discourse.own)
        for word in passage.between(passage.sentence.start, rest.start())
        if isinstance(word, Word)
    }
    left: list[object] = [value for value in told if value not in named and value not in before]
    return [(name, left)] if len(left) == count else []


def _zones(passage: Passage, cue: Word, count: int) -> list[tuple[str, list[object]]]:
    """Kinds of zones counted side by side ("2 KCN và 5 CCN, diện tích lần lượt là 492 ha và 260 ha")."""
    counts = [q for q in passage.quantities if q.end < cue.start and q.dimension == "count-zone"][-count:]
    kinds = [ZONE_TYPES[code] for q in counts if (code := counted.zones_of(q.noun)) in ZONE_TYPES]
    return [("zone_type", list(kinds))] if len(set(kinds)) == count else []


def _items_from(
    passage: Passage, cue: Word, discourse: Discourse, count: int, start: int
) -> list[tuple[str, list[object]]]:
    """The lists between a place and the cue that have as many items as there are numbers."""
    kinds: dict[str, list[tuple[int, object]]] = {
        "indicator": [], "flow": [], "investor": [], "area": [], "partner": [], "sector": [], "product": []
    }  # fmt: skip
    unsure: list[tuple[int, object]] = []
    for token in passage.between(start, cue.start):
        if not isinstance(token, Word):
            continue
        if token.of("indicator") is not None:
            last = kinds["indicator"][-1][1] if kinds["indicator"] else None
            if isinstance(last, Word) and not _outright(last) and not passage.folded[last.end : token.start].strip():
                kinds["indicator"].pop()  # "số doanh nghiệp giải thể" is one name
            kinds["indicator"].append((token.start, token))
        for scheme, name in (
            ("code/flow", "flow"),
            ("code/investor", "investor"),
            ("sector", "sector"),
            ("product", "product"),
        ):
            label = token.of(scheme)
            if label is not None:
                text = around(passage, token)
                kinds[name].append((token.start, label.concept.code if scheme.startswith("code") else text))
                break
        code = in_row.of_districts(passage, token, discourse.own, start) or area_code(token, discourse.own)
        if code is not None:
            kinds["partner" if is_country(code) else "area"].append((token.start, code))
        elif (place := token.of("area")) is not None and is_country(place.concept.code):
            unsure.append((token.start, place.concept.code))  # "Đức, Hà Lan và Pháp"
    kinds["area"] = in_row.without_parent(kinds["area"], count)
    known = sorted(kinds["partner"] + unsure)
    if 1 < len(known) == count or (len(known) > count and _alone(passage, known[-count:], cue)):
        kinds["partner"] = known  # "khách Pháp 8.200 lượt; Đức, Hà Lan lần lượt ..."
    if len(kinds["sector"]) == count - 1 and _TWO in str(kinds["sector"][-1][1]):
        at, both = kinds["sector"].pop()  # "nông nghiệp, công nghiệp - xây dựng và dịch vụ lần lượt tăng 4%, 14% và 7%"
        kinds["sector"] += [(at, part) for part in str(both).rsplit(_TWO, 1)]
    listed = {name: items[-count:] for name, items in kinds.items() if len(items) >= count}
    found = [(n, [value for _, value in items]) for n, items in listed.items() if not _numbered(passage, n, items, cue)]
    return found or _worded(passage, cue, kinds, count, start) or _both(passage, cue, kinds, count)


def _both(
    passage: Passage, cue: Word, kinds: dict[str, list[tuple[int, object]]], count: int
) -> list[tuple[str, list[object]]]:
    """A list of goods and branches, some with "và" within their names ("đồ uống và thuốc lá, may mặc lần lượt")."""
    parts = sorted(kinds["sector"] + kinds["product"])
    fits = kinds["sector"] and kinds["product"] and len(parts) == count and _alone(passage, parts, cue)
    return [("part", [value for _, value in parts])] if fits else []


def _alone(passage: Passage, items: list[tuple[int, object]], cue: Word) -> bool:
    """Whether no number stands among the items of a list, or between them and the cue."""
    return not any(items[0][0] < q.start < cue.start for q in passage.quantities)


def _numbered(passage: Passage, name: str, items: list[tuple[int, object]], cue: Word) -> bool:
    """Whether branches or goods have numbers of their own between them ("giày 3 tỷ, dệt 2 tỷ USD, lần lượt ...")."""
    within = [q for q in passage.quantities if items[0][0] < q.start < items[-1][0]]
    first = next((q for q in passage.quantities if q.start >= cue.end), None)
    other = first is not None and any(q.dimension != first.dimension for q in within)
    own = any(all(not 0 <= at - q.full_end < _NEXT for at, _ in items) for q in within)  # but "60 MW điện gió"
    return name in ("sector", "product") and first is not None and (other or own)


_NEXT = 3  # letters


def _worded(
    passage: Passage, cue: Word, kinds: dict[str, list[tuple[int, object]]], count: int, start: int
) -> list[tuple[str, list[object]]]:
    """A list of branches or goods of which the vocabulary knows some, as the text words it."""
    if not kinds["sector"] and not kinds["product"]:
        return []
    stop = cue.start
    for token in passage.between(start, stop):
        opens = isinstance(token, Word) and (token.of("indicator") is not None or "part" in token.cues)
        if opens and not (isinstance(token, Word) and (token.of("sector") or token.of("product"))):
            start = token.end
        elif isinstance(token, Period) or (isinstance(token, Word) and {"own", "nation"} & set(token.cues)):
            if passage.folded[start : token.start].strip(" ,"):
                stop = min(stop, token.start)
            else:
                start = token.end
    listed = _ENDS.sub("", passage.folded[start:stop])
    begin = _HEADS.match(listed)
    start += begin.end() if begin else 0
    pieces = _COMMA.split(passage.text[start : start + len(listed) - (begin.end() if begin else 0)])
    items: list[object] = [_HEAD.sub("", piece.strip()).lower() for piece in pieces if piece.strip()]
    plain = all(sum(word.isalpha() for word in str(item).split()) <= _LONGEST for item in items)
    return [("part", items)] if len(items) == count and plain else []
