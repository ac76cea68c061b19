"""Districts and towns: which of them a number is of, in a text on one of them or in a list of several."""

from __future__ import annotations

import regex

from kg.facts.place import area_code
from kg.facts.scope.figure import Figure, Spot
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_A_TOWN = regex.compile(fold_pattern(r"(?<![\p{L}])(?:thành phố|tp\.?|huyện|thị xã)\s*$"))
_A_COUNTY = regex.compile(fold_pattern(r"(?<![\p{L}])(?:huyện|thị xã)\s*$"))

_DISTRICT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:toàn|của|trên địa bàn|trong|cả) (?:huyện|thị xã)"
        r"|(?:huyện|thị xã) (?:nhà|ta|có|đã|hiện|phấn đấu))"
    )
)


def town(word: Word, spot: Spot) -> str | None:
    """The town that bears its province's name, among districts of it ("huyện A đạt 1.764 tỷ đồng, thành phố B ...")."""
    own = spot.discourse.own
    start = spot.passage.sentence.start
    if own is None:
        return None
    among = (spot.frame.area or "").startswith(own + "/")
    head = _A_TOWN if among else _A_COUNTY  # "huyện Quảng Ninh" in a text from Quảng Bình: no province
    if not head.search(spot.passage.folded, max(start, word.start - 11), word.start):
        return None
    codes = (label.concept.code for label in word.labels if label.concept.scheme == "area")
    return next((code for code in codes if code.startswith(own + "/")), None)


def its_district(word: Word, spot: Spot) -> str | None:
    """The district of the province that the sentence has named ("Ở Quảng Nam, thị xã Điện Bàn có ...")."""
    province = spot.frame.area or ""
    if not province.startswith("VN-") or "/" in province or word.of("area") is None:
        return None
    if not _A_DISTRICT.search(spot.passage.folded, max(spot.passage.sentence.start, word.start - 12), word.start):
        return None
    code = area_code(word, province)
    return code if code is not None and code.startswith(province + "/") else None


_A_DISTRICT = regex.compile(fold_pattern(r"(?<![\p{L}])(?:huyện(?: đảo)?|thị xã|thành phố|tp\.?|quận)\s*$"))


def of_district(figure: Figure, since: int | None = None) -> bool:
    """Whether a sentence says that it tells of the district that the text is about ("toàn huyện", "của thị xã").

    Behind the province's own name (``since`` where it ends) only the rest of the clause says it.
    """
    passage = figure.passage
    if since is not None:
        clause = passage.folded.find(";", figure.quantity.full_end, passage.sentence.end)
        return _DISTRICT.search(passage.folded, since, clause if clause >= 0 else passage.sentence.end) is not None
    return _DISTRICT.search(passage.folded, passage.sentence.start, passage.sentence.end) is not None


def of_several(figure: Figure) -> bool:
    """Whether a total is of several districts named side by side ("thị xã A và huyện B với tổng công suất 229 MW")."""
    passage, own = figure.passage, figure.discourse.own
    if own is None or _TOTAL.search(passage.folded, *figure.gap) is None:
        return False
    named = [t for t in passage.between(passage.sentence.start, figure.quantity.full_start) if isinstance(t, Word)]
    places = [word for word in named if "/" in (area_code(word, own) or "")][-2:]
    return len(places) > 1 and _SIDE_BY_SIDE.fullmatch(passage.folded, places[0].end, places[1].start) is not None


_SIDE_BY_SIDE = regex.compile(fold_pattern(r"\s*(?:,|và)\s*(?:(?:huyện|thị xã|thành phố|tp\.?)\s*)?"))
_TOTAL = regex.compile(fold_pattern(r"(?<![\p{L}])tổng(?![\p{L}])"))


def last_district(figure: Figure) -> str | None:
    """The district of the figure last told, where the paragraph goes on with it ("Toàn huyện có 35 doanh nghiệp mới").

    A figure that goes on so is remembered as of that district in turn.
    """
    discourse, sentence = figure.discourse, figure.passage.sentence
    last = discourse.last_parts.get("area") or ""
    if "/" not in last or not last.startswith(f"{discourse.own}/") or discourse.count - discourse.last_at > 1:
        return None
    if discourse.last_line != sentence.line:
        return None
    return last if _OPENS.match(figure.passage.folded, sentence.start, figure.quantity.full_start) else None


_OPENS = regex.compile(
    fold_pattern(
        r"\W*(?:(?:năm \d{4}|đến nay|hiện nay|hiện|năm nay|trong đó),? )?(?:toàn |cả |trên địa bàn |của )?(?:huyện"
        r"|thị xã)"
        r"(?: (?:này|nhà))? (?:có|đã|hiện|phấn đấu|đặt|thu|đạt|xuất|còn|sẽ|dự kiến)(?![\p{L}])"
    )
)


def named_last(figure: Figure) -> int | None:
    """Where the last name of the text's own province ends before a number of the sentence; None where it has none."""
    own = figure.discourse.own
    named = (w for w in figure.passage.words if w.end <= figure.quantity.full_start and area_code(w, own) == own)
    return max((w.end for w in named), default=None)
