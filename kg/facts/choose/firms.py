"""The indicator of counted enterprises: those that begin, end or come back, or all that a place has."""

from __future__ import annotations

import regex

from kg.facts.choose.choice import NOTHING, Choice
from kg.facts.choose.number import Number
from kg.facts.kinds import ZONE_TYPES
from kg.mentions.period import Period
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_ADDED = regex.compile(
    fold_pattern(
        r"(?:có thêm|phát triển mới|thành lập(?: mới| được| mới được)?|cấp phép mới cho|đón thêm|cấp mới"
        r"|cấp giấy chứng nhận đăng ký cho|(?:đăng ký|thành lập) (?:mới|thành lập)(?: (?:được|cho))?)\s*$"
    )
)
_HAVE = regex.compile(fold_pattern(r"(?:có|hiện có|tổng số)\s*$"))
_CLAUSE = regex.compile(r"[;]|,\s")
_HEAD = 8  # letters: "ngành ", before a branch whose own name may hold a comma
_MOVING = ("new-enterprises", "exited-enterprises", "resumed-enterprises")
_ENDS_CLAUSE = regex.compile(fold_pattern(r"\s*(?:[.,;)]|$|(?:và|so)(?![\p{L}]))"))
_UNIT = fold_pattern("đơn vị")
_ENTERPRISES = (*_MOVING, "enterprises")
_FOUNDED = regex.compile(
    fold_pattern(
        r"\s*(?:được|đã|mới) (?:được |mới )*(?:thành lập|ra đời|khai sinh)(?![\p{L}])|\s+ra đời(?![\p{L}])"
        r"|\s*(?:mới )?(?:được |đã )*cấp (?:giấy )?(?:chứng nhận|phép)(?: đăng ký)?(?: doanh nghiệp"
        r"| kinh doanh)? (?:thành lập|mới)"
        r"|\s*(?:được |đã )*cấp (?:giấy )?chứng nhận đăng ký (?:thành lập|doanh nghiệp|kinh doanh)"
        r"|\s*(?:được |đã )*cấp (?:giấy |giấy phép )?đăng ký (?:kinh doanh |thành lập )?mới"
    )
)
FATE = "indicator.fate"  # the rule that reads what has become of firms right behind their number
# "71 doanh nghiệp giải thể", "298 quay trở lại"
_FATE = regex.compile(
    fold_pattern(
        r"\s*(?:đã |xin |phải |đang |chờ )*(?:(?P<back>quay (?:trở )?lại|trở lại (?:hoạt động"
        r"|thị trường)|hoạt động trở lại|mở cửa (?:trở )?lại|trở lại(?=\s*(?:[,;.)]|$)))"
        r"|giải thể|tạm ngừng|ngừng hoạt động|đóng cửa|phá sản)(?![\p{L}])"
    )
)
_RUNNING = regex.compile(
    fold_pattern(r"\s*(?:đang|còn) hoạt động(?! trở lại| lại)(?![\p{L}])|\s*hoạt động\s*(?:[,;.)]|$)")
)
_AIM = regex.compile(fold_pattern(r"(?<![\p{L}])mục tiêu (?:có |đạt |là )?(?:\p{L}+ )?$"))
# "phấn đấu đến năm 2020 có 9.000 doanh nghiệp", "Hà Nam hiện có 9.000 doanh nghiệp, ...": all of them
_GOAL_OF = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:mục tiêu|chỉ tiêu|phấn đấu|đặt ra)[^;.\d]*(?:\d+ ?)?[^;.\d]*(?:có|đạt|là)(?: \p{L}+)?\s*$"
    )
)
_PLACE_HAS = regex.compile(
    fold_pattern(r"\s*(?:(?:hiện|đang|đã|sẽ|nay|hiện nay|đến nay|,) ?)*(?:có|đạt)(?: \p{L}+)?\s*")
)
_ENDS_THERE = regex.compile(fold_pattern(r"\s*(?:[,;.)]|$|với (?:tổng )?(?:số )?vốn|trong đó)"))
_MANY = 500  # firms: of a story there are fewer


_FLOWS = ("months", "month", "quarter")
_NEW = ("new-enterprises", "new-enterprise-capital")


def enterprises(number: Number) -> Choice | None:
    """Firms that begin, end or come back by the words around them, else all firms of an area."""
    passage, start = number.passage, number.quantity.full_start
    if number.quantity.noun == _UNIT:  # "bán lẻ nhiều nhất với 9.850 đơn vị": of firms only where they are told of
        told = (number.frame.indicator, None if number.index else number.discourse.last)
        goes_on = _ENDS_CLAUSE.match(passage.folded, number.quantity.full_end) is not None
        last = next((Choice(code, "indicator.inherited") for code in told if code in _MOVING), None)
        return _moving(_near_behind(number)) or (last if goes_on and last is not None else NOTHING)
    if _FOUNDED.match(passage.folded, number.quantity.full_end):
        return Choice("new-enterprises", "indicator.counted")
    if _RUNNING.match(passage.folded, number.quantity.full_end) or _AIM.search(number.gap_text) or _all_firms(number):
        return Choice("enterprises", "indicator.counted")  # all there are, or are to be
    nouns = passage.nouns.get(_last_in_turn(number), [])
    fate = _FATE.match(passage.folded, number.quantity.full_end)
    if fate is not None:
        return Choice("resumed-enterprises" if fate["back"] else "exited-enterprises", FATE)
    moving = _moving([*nouns, *_near_behind(number), *reversed(number.words)])
    if moving is not None:
        return moving
    if _ADDED.search(passage.folded, passage.sentence.start, start):
        return Choice("new-enterprises", "indicator.counted")
    gone = any(isinstance(t, Period) and t.kind in _FLOWS for t in passage.between(*number.gap))
    recent = number.discourse.last in _NEW and number.discourse.count - number.discourse.last_at <= 1
    if gone and recent and not number.index:
        return Choice("new-enterprises", "indicator.inherited")  # "Cả nước 6 tháng có 76.200 doanh nghiệp" behind them
    place = any(set(word.cues) & {"own", "nation"} for word in number.words)
    if place and _HAVE.search(passage.folded[passage.sentence.start : start]):  # "toàn tỉnh hiện có 9.500 DN"
        return Choice("enterprises", "indicator.counted")
    code = number.frame.indicator
    if number.index and code in ZONE_TYPES:
        return Choice("enterprises", "indicator.counted")  # "có 6 KCN với 382 doanh nghiệp"
    discourse = number.discourse
    if code is None and discourse.last in ("new-enterprises", "new-enterprise-capital") and not place:
        near = discourse.count - discourse.last_at <= 1 and any(w.of("area") for w in number.words)
        code = "new-enterprises" if near else None  # "Đông Nam Bộ có 32.213 doanh nghiệp" after the country's
    if code is not None and code in _ENTERPRISES:
        return Choice(code, "indicator.inherited")
    if code == "new-enterprise-capital":  # "68 DN với tổng vốn 720 tỷ đồng; lũy kế 5 tháng có 340 DN"
        return Choice("new-enterprises", "indicator.inherited")
    for word in [*nouns, *reversed(number.words)]:
        if _full(word, "enterprises"):
            return Choice("enterprises", "indicator.counted", word)
    return None


def _last_in_turn(number: Number) -> int:
    """The number whose noun those before it share ("A và B lần lượt có 41 và 16 doanh nghiệp mới"), or this one."""
    at, count = number.discourse.turns.get(number.quantity.start, (0, 1))
    return number.index + count - 1 - at


def _all_firms(number: Number) -> bool:
    """Whether a count of firms that nothing more is said of is of all that a place has, or is to have."""
    folded, quantity = number.passage.folded, number.quantity
    if not number.index and _of_branch(number):
        return True
    if number.index or quantity.value < _MANY or not _ENDS_THERE.match(folded, quantity.full_end):
        return False
    if _GOAL_OF.search(folded, number.passage.sentence.start, quantity.full_start):
        return True
    place = next((word for word in reversed(number.words) if "area" in word.wording.first), None)
    return place is not None and _PLACE_HAS.fullmatch(folded, place.end, quantity.full_start) is not None


# "Hiện Cà Mau có 34 doanh nghiệp chế biến thủy sản"
_NOW_HERE = regex.compile(fold_pattern(r"\W*(?:(?:hiện nay|hiện|đến nay|tới nay),? )"))


def _of_branch(number: Number) -> bool:
    """Whether a sentence opens with how many firms of a branch a place has by now."""
    folded, start = number.passage.folded, number.passage.sentence.start
    opened = _NOW_HERE.match(folded, start)
    place = next((w for w in number.words if "area" in w.wording.first), None)
    if opened is None or place is None or place.start != opened.end():
        return False
    if _PLACE_HAS.fullmatch(folded, place.end, number.quantity.full_start) is None:
        return False
    behind = (t for t in number.passage.between(*number.after) if isinstance(t, Word))
    branch = next(behind, None)
    return branch is not None and branch.of("sector") is not None and branch.start - number.after[0] <= _HEAD


def _moving(words: list[Word]) -> Choice | None:
    """Firms founded, closed or back at work ("doanh nghiệp thành lập mới", "giải thể", "quay lại hoạt động")."""
    for word in words:
        for code in _MOVING:
            if _full(word, code):
                return Choice(code, "indicator.counted", word)
    return None


def _near_behind(number: Number) -> list[Word]:
    """The words behind a number up to the end of its clause."""
    start, stop = number.after
    branch = next((t for t in number.passage.between(start, stop) if isinstance(t, Word)), None)
    begin = branch.end if branch is not None and branch.of("sector") and branch.start - start <= _HEAD else start
    limit = _CLAUSE.search(number.passage.folded, begin, stop)
    end = limit.start() if limit else stop
    return [t for t in number.passage.between(start, end) if isinstance(t, Word)]


def _full(word: Word, code: str) -> bool:
    return any(label.concept.code == code and label.kind != "context" for label in word.labels)
