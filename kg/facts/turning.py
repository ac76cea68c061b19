"""The place that a text goes on about: which one a sentence turns to, and until when it holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from kg.facts.frame import Frame
from kg.facts.place import area_code
from kg.facts.tokens import Passage
from kg.lexicon import is_country
from kg.mentions.resolve import year_of
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

if TYPE_CHECKING:
    from kg.facts.discourse import Discourse

_LOCAL = regex.compile(
    fold_pattern(
        r"\s*(?:tại|ở|riêng|trên địa bàn)\s+(?:tỉnh\s+|thành phố\s+|tp\.?\s*)?\p{L}"
        r"|\s*(?:theo |báo cáo của |số liệu của |thống kê của |thông tin từ )(?:sở|cục|chi cục|ubnd|ban|hải quan)"
        r"(?: \p{L}+,?){0,7}? (?:tỉnh|thành phố) (?!ta|này|nhà)\p{L}"
    )
)
_TURNS_TO = regex.compile(
    fold_pattern(
        r"\W*(?:(?:còn|riêng|ngược|xuôi|ra|vào|lên|xuống|sang|về|tới|đến|ở|tại|với|nhìn sang|quay về"
        r"|trong khi đó,?|cùng lúc,?) )*(?:tỉnh |thành phố |tp\.? ?)?"
    )
)
_MEETING = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:hội nghị|hội thảo|khai mạc|kỳ họp|phiên họp|họp báo|diễn đàn|buổi|lễ|đoàn)(?![\p{L}])"
    )
)
_OPENS_WITH = regex.compile(fold_pattern(r"\W*(?:(?:tại|ở) )?(?:tỉnh |thành phố |tp\.? ?)?"))
_HEADS = regex.compile(r"\s*(?::|-|\n|$)")
_CLOSES = ".!?…:;,"
_SUBHEAD = 60  # letters: a longer line is none
_CAPITAL = "VN-HN"
_TURNED = 5  # sentences
_EVERYDAY = {"region:miền Tây": "region:Đồng bằng sông Cửu Long"}
_ROAD = regex.compile(fold_pattern(r"(?:sân bay|hàng không|cao tốc|đường|cầu|sông|cảng|ga|đèo)\s+$"))


def open_section(state: Discourse, passage: Passage) -> None:
    """Take the province that a line of its own opens with for the text's own, in a text on several provinces.

    "Hai miền biển ⏎ Phú Yên: ... ⏎ ... ⏎ Bình Định: Sóng lặng ⏎ Năm ngoái tỉnh có 3 cảng".
    """
    sentence, text = passage.sentence, passage.text
    if not state.several or not sentence.first or passage.quantities or sentence.line == 0:
        return
    alone = text[sentence.end : sentence.end + 1] in ("", "\n") and text[sentence.end - 1] not in _CLOSES
    if not alone or sentence.end - sentence.start > _SUBHEAD:
        return
    place = next((w for w in passage.words if "area" in w.wording.first), None)
    code = area_code(place, None) if place is not None else None
    if (
        place is not None
        and code in state.several
        and _OPENS_WITH.fullmatch(passage.folded, sentence.start, place.start)
        and _HEADS.match(passage.folded, place.end, sentence.end + 1)
    ):
        state.own = code
    elif code is None:
        state.own = state.document_own  # a line on something else: "Gỡ vướng về mặt bằng"


def note_named(state: Discourse, passage: Passage) -> None:
    """Keep the places that a sentence without figures names, and the one that it turns to."""
    places = [
        w
        for w in passage.words
        if "area" in w.wording.first and not _ROAD.search(passage.folded, w.start - 12, w.start)
    ]
    alone = passage.folded[passage.sentence.start : passage.sentence.end].strip(" .:-")
    if places and passage.sentence.first and alone == passage.folded[places[0].start : places[0].end]:
        code = area_code(places[0], state.own)  # "LONG PHÚ. Lúa hè thu đã xong. ...": the paragraph is of that place
        if code is not None and code.startswith("VN-"):
            state.spoken_area, state.spoken_line, state.turned = (
                code if code != state.own else None,
                passage.sentence.line,
                0,
            )
            return
    if (item := _item_of(passage)) is not None:
        state.spoken_area, state.spoken_line, state.turned = (
            item if item != state.own else None,
            passage.sentence.line,
            0,
        )
        return
    if places:
        note_places(state, places, passage.sentence.line)
        turn_to(state, places[0], passage)


def note_places(state: Discourse, places: list[Word], line: int) -> None:
    """Keep the one country and the one district that a sentence without figures names."""
    countries = {c for w in places for c in [area_code(w, None)] if c and c != "VN" and is_country(c)}
    state.country = (countries.pop(), state.count) if len(countries) == 1 else None
    districts = {c for w in places for c in [area_code(w, state.own)] if c and "/" in c}
    provinces = {c for w in places for c in [area_code(w, state.own)] if c and c.startswith("VN-") and "/" not in c}
    if state.own != "VN" and len(provinces) == 1 and provinces <= state.several:
        one = next(iter(provinces))  # "Ông A, Phó Giám đốc Sở Công Thương B cho hay: ... Đến nay, toàn tỉnh có"
        state.spoken_area, state.spoken_line, state.turned = one if one != state.own else None, line, 0
    provinces.discard(state.own or "")
    regions = {c for w in places for c in [area_code(w, state.own)] if c and c.startswith("region:")}
    if len(regions) == 1:
        note_region(state, regions.pop())
    state.spoken_province = (provinces.pop(), state.count) if len(provinces) == 1 else None
    if districts:
        state.spoken_district = (districts.pop(), state.count, line) if len(districts) == 1 else None


def note_region(state: Discourse, code: str) -> None:
    """Keep the region that the text has named; by its everyday name it stays the one told of."""
    told = state.region[0] if state.region is not None else None
    state.regions.add(_EVERYDAY.get(code, code))
    state.region = (told if told is not None and _EVERYDAY.get(code) == told else code, state.count)


def turn_to(state: Discourse, place: Word, passage: Passage) -> None:
    """The province that a sentence without figures opens with is what the paragraph goes on about.

    "Ngược ra Đà Nẵng, bức tranh cũng vậy. Khách lưu trú sáu tháng ước 1,5 triệu lượt".
    """
    code = area_code(place, state.own)
    if code is None or not code.startswith("VN-") or "/" in code or state.own is None:
        return
    start, end = passage.sentence.start, passage.sentence.end
    if state.own == "VN" and code == _CAPITAL and place.start > start + 1:
        return  # "Tại Hà Nội, Thủ tướng đã ký ...": where the government sits
    if passage.folded.startswith(")", place.end):
        return  # "... tại Nhà Quốc hội (Ba Đình. Hà Nội).": the end of a bracket
    if _TURNS_TO.fullmatch(passage.folded, start, place.start) and not _MEETING.search(passage.folded, start, end):
        state.spoken_area, state.spoken_line = code if code != state.own else None, passage.sentence.line
        state.turned = state.count + _TURNED


def settle_area(state: Discourse, passage: Passage, frame: Frame) -> None:
    """Another place that the sentence was about is the paragraph's, until the document's own is named."""
    if state.turned and state.count > state.turned:
        state.spoken_area, state.turned = None, 0
    if frame.area is None:
        return
    leading = next((c for t in passage.tokens if isinstance(t, Word) for c in [area_code(t, state.own)] if c), None)
    local = (
        (state.own == "VN" or leading in state.several)
        and passage.sentence.first
        and _LOCAL.match(passage.folded, passage.sentence.start, passage.sentence.end)
    )
    item = _item_of(passage)
    if item is not None:
        state.spoken_area, state.spoken_line, state.turned = (
            item if item != state.own else None,
            passage.sentence.line,
            0,
        )
    elif local and leading is not None and leading.startswith("VN-"):
        state.spoken_area, state.spoken_line, state.turned = leading, passage.sentence.line, 0
    elif state.nation_first and state.own != "VN":
        state.spoken_area, state.spoken_line, state.turned = frame.area, passage.sentence.line, 0
    elif frame.area == state.own and frame.origins.get("area") != "area.discourse":
        state.spoken_area = None


def come_home(state: Discourse, passage: Passage) -> None:
    """What follows a sentence without figures that names the document's own province is that province's again.

    "... chiếm 1/5 công suất mà cả nước dự kiến đạt (5.500 MW). Chủ tịch tỉnh A cho biết tỉnh đang xây dựng cơ chế."
    """
    if state.own is not None and any(area_code(word, state.own) == state.own for word in passage.words):
        state.spoken_area, state.turned = None, 0


def _item_of(passage: Passage) -> str | None:
    """The province that an item of a list opens with ("Lạng Sơn: thu ngân sách 9.100 tỷ đồng. Khách du lịch ...")."""
    first = next(iter(passage.words), None)
    if first is None or not passage.sentence.first or "area" not in first.wording.first:
        return None
    code = area_code(first, None)
    if code is None or not code.startswith("VN-") or "/" in code:
        return None
    opens = _OPENS_WITH.fullmatch(passage.folded, passage.sentence.start, first.start) is not None
    return code if opens and _COLON.match(passage.folded, first.end) else None


_COLON = regex.compile(r"\s?:")


def since_december(discourse: Discourse) -> None:
    """Prices of a month set beside last December's are of all months since, and so is what follows.

    "CPI tháng 4 so với tháng 12/2016 tăng 0,9%. Xuất khẩu tăng 16,8%": of four months.
    """
    main = discourse.main_period
    if main is None or main.kind != "month" or main.first is None or not discourse.told:
        return
    since = f"{(year_of(main, discourse.clock) or 0) - 1}-12"
    if all(fact.indicator == "cpi" and fact.base == since for fact in discourse.told):
        discourse.main_period = discourse.flow_period = replace(main, kind="months", first=1, last=main.first)


def one_by_one(discourse: Discourse) -> bool:
    """Whether a sentence told the quarters or months one by one of the longer time told of before.

    "9 tháng tăng 8,7%. Quý I, quý II và quý III lần lượt tăng 5%, 8% và 12%. Dịch vụ tăng 11%": of nine months.
    """
    before = discourse.before_periods[0]
    turns = list(discourse.turn_times.values())
    short = len(turns) > 1 and all(turn.kind in ("quarter", "month") for turn in turns)
    return short and before is not None and before.kind in ("months", "year")
