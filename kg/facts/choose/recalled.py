"""Indicators that the text set aside for this number: by pointing back, in turn, or by a pair."""

from __future__ import annotations

import regex

from kg.facts.choose.choice import NOTHING, Choice
from kg.facts.choose.number import Number, codes
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_INDEX = fold_pattern("chỉ số")
_AND_TURNS = regex.compile(fold_pattern(r"\s*và\s+(?:tăng|giảm)\s*"))
_AND = regex.compile(fold_pattern(r"\s*và\s+(?:tăng|giảm)?\s*"))
_OF_ONE_TRADE = ({"export-volume", "export-turnover"}, {"import-volume", "import-turnover"})


def pointed(number: Number) -> Choice | None:
    """The index that a sentence points back to ("chỉ số này tăng 5,2%")."""
    index = number.discourse.index
    if index is None or number.measure != "growth":
        return None
    folded = number.passage.folded
    if any("anaphor" in w.cues and folded[w.start : w.end].startswith(_INDEX) for w in number.words):
        return Choice(index, "indicator.anaphor")
    return None


_THAT_FIGURE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:con số|mức|kết quả)(?: này| ấy| đó)(?: là| chỉ| đạt"
        r"| ở mức)*\s*$"
    )
)


def balance(number: Number) -> Choice | None:
    """The balance of trade that a sentence points back to ("... nhập siêu 5 tỷ. Năm ngoái, con số này là 4 tỷ USD")."""
    if number.index or number.measure != "level" or number.discourse.last_fact != "trade-balance":
        return None
    if number.discourse.count - number.discourse.last_at > 1 or not number.fits("trade-balance"):
        return None
    return Choice("trade-balance", "indicator.anaphor") if _THAT_FIGURE.search(number.gap_text) else None


_GOAL_AGAIN = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:mục tiêu|chỉ tiêu|mức|con số|tốc độ)(?: (?:là|đạt|trên|này|đề ra|đặt ra"
        r"|cả năm|tăng|khoảng))*\s*$"
    )
)


def goal(number: Number) -> Choice | None:
    """The growth that a text has told to be the goal, where it comes back to the rate ("mức 6,8% là khó đạt")."""
    told, quantity = number.discourse.goal, number.quantity
    if told is None or number.index or quantity.dimension != "percent" or number.measure not in ("level", "growth"):
        return None
    if quantity.value != told.value or any(map(codes, number.words)) or not _GOAL_AGAIN.search(number.gap_text):
        return None
    number.frame.put("status", "target", "status.goal")
    return Choice("gdp", "indicator.goal-again")


_SETS_GOAL = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:đặt|đề ra|đưa ra|giao|nhắm|hướng) (?:tới |đến )?(?:mục tiêu|chỉ tiêu|kế hoạch|mốc|đích)"
        r"(?: (?:là|đạt|xuất khẩu|khoảng|tối thiểu|trên|hơn))*\s*$"
    )
)


def next_goal(number: Number) -> Choice | None:
    """The indicator of the goal just told, where the next year's is told in its unit.

    "Năm 2018, ngành được giao kế hoạch xuất khẩu 9 tỷ USD. Năm 2019, Bộ A đặt mục tiêu 10,2 tỷ USD".
    """
    discourse, quantity = number.discourse, number.quantity
    told = discourse.told_before[-1:]
    if number.index or number.measure != "level" or not told or any(map(codes, number.words)):
        return None
    goal = told[0].status == "target" and told[0].unit == quantity.unit and told[0].measure == "level"
    if not goal or discourse.count - discourse.last_at > 1 or not _SETS_GOAL.search(number.gap_text):
        return None
    return Choice(told[0].indicator, "indicator.inherited")


_OF_RATES = ("poverty-rate", "unemployment-rate", "zone-occupancy")
_GOAL_OF_RATE = regex.compile(
    fold_pattern(
        r"\W*(?:và |còn )?(?:(?:tỉnh|thành phố|huyện) )?(?:phấn đấu|mục tiêu|kế hoạch|chỉ tiêu|đặt mục tiêu)(?![\p{L}])"
        r"[^,;.]{0,40}?(?:còn|đạt|là|giảm còn|dưới|trên|xuống)?\s*"
    )
)


def rate_goal(number: Number) -> Choice | None:
    """The rate just told, where a goal for it follows ("hộ nghèo còn 6,8%; phấn đấu năm tới còn dưới 5,5%")."""
    if not number.index or number.measure != "level" or number.quantity.dimension != "percent":
        return None
    told = _just_told(number)
    if told not in _OF_RATES or any(map(codes, number.words)) or not _GOAL_OF_RATE.fullmatch(number.gap_text):
        return None
    return Choice(told, "indicator.inherited")


def _just_told(number: Number) -> str:
    """The indicator of the figure right before, or nothing where that figure told none."""
    told, before = number.discourse.told[-1:], number.passage.quantities[number.index - 1]
    return told[0].indicator if told and told[0].evidence.start == before.start else ""


_ITS_RATE = regex.compile(
    fold_pattern(
        r"\s*vốn (?:fdi|đầu tư|nước ngoài|ngoại)[^,;.\d]{0,24},\s*(?:tương đương )?(?:gấp|tăng"
        r"|giảm|bằng)(?: \p{L}+)?\s*"
    )
)


def of_disbursed(number: Number) -> Choice | None:
    """What was put in, where its rate follows behind its name ("giải ngân 150 triệu USD vốn FDI, gấp 1,5 lần")."""
    if not number.index or number.measure not in ("growth", "multiple"):
        return None
    told = _just_told(number)
    of_it = told == "implemented-capital" and _ITS_RATE.fullmatch(number.gap_text)
    return Choice(told, "indicator.inherited") if of_it else None


_OF = regex.compile(fold_pattern(r"(?<![\p{L}])(?:của|tại|ở|trong)(?: toàn bộ| cả)?(?: khoảng| hơn| gần)?\s*$"))
_COMES_TO = regex.compile(fold_pattern(r"(?<![\p{L}])(?:là|đạt|ở mức|bằng|còn|lên|từ|khoảng|gần|hơn)\s*$"))
_ON_AVERAGE = regex.compile(fold_pattern(r"\s*(?:(?:bình quân|trung bình|chung) )?"))


def of_counted(number: Number) -> Choice | None:
    """What was named before the things it is of were counted ("tỷ lệ lấp đầy của 6 KCN đang hoạt động là 87,6%")."""
    if not number.index or not _COMES_TO.search(number.gap_text) or "," in number.gap_text:
        return None
    passage, things = number.passage, number.index - 1
    if not passage.quantities[things].dimension.startswith("count") or any(map(codes, number.words)):
        return None
    (start, stop), counted = passage.gap(things), passage.quantities[things]
    of_them = _OF.search(passage.folded, start, counted.full_start) is not None
    for token in reversed(passage.between(start, stop)):
        if isinstance(token, Word) and (named := number.full_names(token)):
            beside = counted.unit == "zone" and _ON_AVERAGE.fullmatch(passage.folded, token.end, counted.full_start)
            return Choice(named[0], "indicator.named", token) if of_them or beside else None
    rate = [fact.indicator for fact in number.discourse.told[-2:]]
    level = number.measure == "level" and number.quantity.dimension == "percent"
    if level and counted.unit == "zone" and rate[:1] == ["zone-occupancy"]:
        return Choice(rate[0], "indicator.inherited")  # "8 KCN lấp đầy 45%, trong khi 16 CCN đạt 60%"
    return None


_LETTERS = 24  # before a word, in which another may begin


def named_in_turn(number: Number) -> Choice | None:
    """One of several indicators whose figures follow together ("xuất khẩu và nhập khẩu lần lượt đạt 1,4 và 1,1 tỷ")."""
    word = number.discourse.respective.get(number.quantity.start, {}).get("indicator")
    if not isinstance(word, Word):
        return None
    around = [t for t in number.passage.between(word.start - _LETTERS, word.end + 2) if isinstance(t, Word)]
    if any(t.of("outside") is not None and (t.start >= word.end or t.end == word.start - 1) for t in around):
        return NOTHING  # "tăng trưởng tín dụng lần lượt đạt 5,6% và 5,3%"
    for code in [*codes(word), *codes(word, context=True)]:
        if code == "registered-capital" and _OF_FIRMS in number.discourse.levels:
            code = _OF_FIRMS  # "có 512 doanh nghiệp mới, vốn 900 tỷ đồng, tăng tương ứng 9% và 4%"
        if number.fits(code):
            return Choice(code, "indicator.respective", word)
    return None


_OF_FIRMS = "new-enterprise-capital"


def in_turn(number: Number) -> Choice | None:
    """One of several amounts whose growths follow together ("... vốn đăng ký ... lần lượt tăng 9,6% và 41%")."""
    discourse = number.discourse
    if number.measure != "growth" or number.quantity.start not in discourse.turns:
        return None
    turn, count = discourse.turns[number.quantity.start]
    if len(discourse.levels) < count:
        return None
    _take_parts(number, discourse.level_parts[-count:][turn])
    return Choice(discourse.levels[-count:][turn], "indicator.respective")


def _take_parts(number: Number, parts: dict[str, str | None]) -> None:
    """Let a growth be of what the amount at its place in the list is of."""
    given = number.discourse.respective.setdefault(number.quantity.start, {})
    for name, value in parts.items():
        if value is not None:
            given.setdefault(name, value)


def paired(number: Number) -> Choice | None:
    """One of the two indicators that a list gives for each of its items ("tăng 38,9% và tăng 71,1%")."""
    levels = number.discourse.levels
    pair = (levels[-2], levels[-1]) if len(levels) > 1 and levels[-2] != levels[-1] else number.discourse.pair
    if pair is None or number.measure != "growth" or number.quantity.start in number.discourse.turns:
        return None
    passage = number.passage
    joined = _AND if set(pair) in _OF_ONE_TRADE else _AND_TURNS  # "1,27 triệu tấn và 2,17 tỷ USD, giảm 13% và 21%"
    if number.index and joined.fullmatch(number.gap_text):
        return Choice(pair[1], "indicator.paired")
    if number.index + 1 < len(passage.quantities) and joined.fullmatch(passage.folded[slice(*number.after)]):
        return Choice(pair[0], "indicator.paired")
    return None
