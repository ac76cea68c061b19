"""Bare numbers whose unit is said elsewhere: before them, once for a list, or by the number that they stand beside.

Reports save words: "số dự án cấp mới là 2.458", "Kim ngạch xuất khẩu (triệu USD): 2.310", "gạo 14,6; cao su 3,2"
under "(tr.USD)", "612 dự án, sau đó tới Hàn Quốc (355)", "(+2,8; so T5 +4,1)".
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import regex

from kg.lexicon import Lexicon, UnitForm
from kg.mentions.listed import BETWEEN, ENDS, abroad_alike, digits_of
from kg.mentions.number import unit_in
from kg.mentions.quantity import Quantity
from kg.mentions.ranks import ranked
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

Unit = tuple[UnitForm, Decimal, str]  # with its magnitude, and the word for what is counted
_UNIT_MARKS = (fold_pattern("đvt"), fold_pattern("đơn vị"))
_UNITS_BELOW = regex.compile(
    fold_pattern(
        r"(?:đvt|đơn vị(?: tính)?)\s*:\s*(?P<one>[^,;()\n\d]{1,16}?)\s*(?=[,;()]|$)"
        r"|\((?P<one>[^();\d]{1,16});\s*so (?:với )?(?:ck|cùng kỳ)[^();\d]{0,12}\)\s*:?\s*$"
        r"|\((?P<many>[^();\d]{1,16};[^();\d]{1,16})\)\s*:?\s*$"
    )
)
_PART = regex.compile(fold_pattern(r"\s*(?:số\s+)?(?P<unit>[^;]+?)\s*(?:;|$)"))
_COUNT_OF = regex.compile(
    fold_pattern(
        r"(?:số (?:(?P<project>dự án|lượt dự án)|(?P<enterprise>doanh nghiệp|dn|tạm ngừng|giải thể|quay trở lại)"
        r"|(?P<person>lao động|người có việc làm)"
        r"|(?P<visit>lượt khách|khách|du khách)|(?P<zone>kcn|ccn|khu công nghiệp|cụm công nghiệp))"
        r"(?:[^,.;\d]|(?<=năm )20\d\d){0,60}?"
        r"|(?<![\p{L}])lượng (?P<visit>khách|du khách)(?:[^,.;\d]|(?<=năm )20\d\d){0,60}?"
        r"|(?P<project>dự án) (?:\p{L}+ ){0,3}?(?:cấp mới|đăng ký mới|tăng vốn) (?=là|:|đạt)"
        r"|(?P<enterprise>doanh nghiệp|dn) (?:\p{L}+ )?(?:thành lập mới|lập mới|mới thành lập|đăng ký mới)"
        r"(?: (?:trong )?(?:\d{1,2} tháng|quý [ivx\d]+|năm 20\d\d|cả năm))?(?: (?=là|đạt|lên)|\s?(?=:)))"
        r"(?::|(?<![\p{L}])(?:là|đạt|có|lên|tới|lên tới|lên đến|tăng vốn là|còn|ở mức|dừng ở(?: con số)?|vào|xấp xỉ"
        r"|khoảng))\s*(?:\p{L}+\s)?$"
        r"|\d (?P<zone>kcn|ccn)[^.;]{0,30}(?:nâng|đưa) (?:tổng )?số (?:kcn |ccn |khu |cụm )?lên (?:thành )?$"
        # "Số CCN nâng từ 5 (năm 2020) lên 9"
        r"|(?<![\p{L}])(?:số )?(?P<zone>kcn|ccn|khu công nghiệp|cụm công nghiệp) (?:sẽ |được )?(?:nâng|tăng|giảm) từ"
        r"(?: \d{1,3}(?: (?:\((?:năm )?20\d\d\)|(?:vào )?năm 20\d\d))? (?:lên|xuống)(?: còn)?)? $"
        # "Số DN tạm ngừng 312 (+31%), giải thể 64"
        r"|(?<![\p{L}])số (?P<enterprise>doanh nghiệp|dn) (?:tạm ngừng|giải thể|quay (?:trở )?lại|lập mới|thành lập mới"
        r"|đăng ký mới)(?: hoạt động| kinh doanh)? $"
        r"|(?<!(?:của|các|với|nhiều|những|là) )(?<![\p{L}])(?P<enterprise>doanh nghiệp|dn) (?:thành lập mới|lập mới) $"
    )
)
_UNIT_AHEAD = regex.compile(r"\([^()\d]{1,24}(?P<close>\))\s*[:=|\-–]?\s*$")
# "(tỷ đ):", "(ước 5T, tỷ đ):"
_UNIT_OF_LIST = regex.compile(r"\((?:[^(),;]{1,16}[,;]\s?)?(?P<unit>[^(),;\d]{1,16})(?:;[^();]{1,30})?\)\s*:")
_SIGN_BEFORE = regex.compile(r"[(\[;:]\s*[^()\[\];\d]{0,12}[+\-]$|\p{L}\d{0,2}\s[+\-]$")
# "cấp mới 11 dự án (cùng kỳ 17)"; "số dự án tương ứng là 192, 118 và 254"
_COMPARED = regex.compile(
    fold_pattern(
        r"\s*\(\s*(?:cùng kỳ|ck|năm trước|kh|kế hoạch)(?:\s+(?:năm\s+)?(?:trước|\d{4}))?\s*:?\s*$"
        r"|\s*[,;]\s*(?:cùng kỳ|cùng thời gian)(?: năm (?:trước|ngoái|\d{4}))?(?: (?:là|chỉ|mới|có|đạt))*\s*$"
    )
)
_PLANNED = regex.compile(fold_pattern(r"[^()\d;.]{0,16}\(\s*(?:kh|kế hoạch)(?: (?:cả )?năm(?: \d{4})?)?\s*:?\s*$"))
_GUESTS = regex.compile(fold_pattern(r"(?:khách\s+)?(?:quốc tế|nội địa|trong nước|lưu trú)\s*:?\s*$"))
_YEAR = regex.compile(r"(?:19|20)\d\d")
BARE = "quantity.bare-in-bracket"  # "UTH 53.284 tỷ đ (47.916)": of another time, where the text says or shows so
_BRACKETS = (("(", ")"), ("[", "]"))
_BY_INVESTOR = regex.compile(fold_pattern(r"\s*(?:ddi|fdi|dự án (?:ddi|fdi))(?![\p{L}])"))
# "300 dự án: 200 FDI, vốn 2 tỷ USD, và 100 trong nước"
_ONE_OF_BOTH = regex.compile(fold_pattern(r"\s*(?:ddi|fdi|trong nước|nước ngoài)\s*[,;.()/]"))
_NEXT_PART = regex.compile(fold_pattern(r"(?:[:;,(]|(?<![\p{L}])(?:và|gồm|có)) $"))
_OF_INVESTOR = regex.compile(
    fold_pattern(
        r"[^().;\d]{0,40}(?:\((?:gồm |trong đó )?(?:[^();]{0,24};\s*)?|[;,]\s*)"
        r"(?:fdi|ddi|trong nước|nước ngoài)\s*:?\s*"
    )
)
_WITHIN = regex.compile(fold_pattern(r"[^().;\d]*(?:\((?:gồm |trong đó )?|,|và)\s*"))
_ALIKE = 4  # times
_CLOSED = regex.compile(r"[ \t]*[;,)\]]")
_COUNTED = ("count-project", "count-enterprise", "count-visit", "count-person")
_A_WORKFORCE = 100  # an index of labour is a number below or about it
_NEAR = 90  # letters from the count whose unit a bare number takes


def units_of_list(folded: str, start: int, end: int, lexicon: Lexicon) -> list[Unit]:
    """The units that a sentence gives to the bare numbers of the items below it, in their order.

    "SP chủ yếu, ĐVT: tấn"; "Xếp theo đối tác (số dự án; triệu USD):".
    """
    many = ")" in folded[end - 2 : end] and folded.find(";", start, end) >= 0
    if not many and all(folded.find(mark, start, end) < 0 for mark in _UNIT_MARKS):
        return []
    match = _UNITS_BELOW.search(folded, start, end)
    if match is None:
        return []
    group = "one" if match["one"] else "many"
    found: list[Unit] = []
    for part in _PART.finditer(folded, *match.span(group)):
        unit = unit_in(folded, part.start("unit"), part.end("unit"), lexicon)
        if unit is None:
            return []
        found.append((*unit, part["unit"] if unit[0].dimension.startswith("count") else ""))
    return found


def complete(
    found: list[Quantity],
    words: list[Word],
    folded: str,
    begin: int,
    lexicon: Lexicon,
    below: list[Unit],
    whole: Quantity | None = None,
) -> list[Quantity]:
    """The quantities of a sentence (from ``begin``), in order, with the units that are said elsewhere.

    ``below`` are the units that the head of its list gives to its items (``units_of_list``); ``whole`` is the amount
    that the item above tells, where this one tells its parts.
    """
    found = [_headed(_counted(_at_work(q, folded, begin), folded, begin), folded, begin, lexicon) for q in found]
    found = _in_columns(_of_list(found, folded, begin, lexicon), below, folded, begin)
    if whole is not None:
        found = _parts(found, whole, folded, begin)
    if any(q.unit is None for q in found):
        found = [_made(q, words, folded, begin) for q in found]
    found = abroad_alike(_counted_alike(found, words, folded), words, folded)
    return _signed(_compared_alike(found, folded), folded)


def _at_work(quantity: Quantity, folded: str, begin: int) -> Quantity:
    """Times that people were given work are people ("giải quyết việc làm cho 49.700 lượt người")."""
    if quantity.dimension != "count-visit" or not _GIVES_WORK.search(
        folded, max(begin, quantity.full_start - 60), quantity.full_start
    ):
        return quantity
    return replace(quantity, unit="person", dimension="count-person", noun="lao động")


_GIVES_WORK = regex.compile(fold_pattern(r"(?<![\p{L}])việc làm(?: mới)?(?: cho)?(?: (?:khoảng|hơn|gần|trên))*\s*$"))


# Goods that are counted one by one where no piece is named: "sản xuất 52,6 triệu điện thoại thông minh".
_PIECES = frozenset(
    "phones computers tv cameras headphones printers home-appliances fridges washing-machines air-conditioners fans"
    " meters bicycles sewing-machines tyres bags toys".split()
)
_MAKES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:sản xuất|xuất xưởng|lắp ráp|làm ra|ra lò|sản lượng|xuất khẩu)(?: được)?"
        r"(?: (?:khoảng|hơn|gần|trên))*\s*$"
    )
)


def _made(quantity: Quantity, words: list[Word], folded: str, begin: int) -> Quantity:
    """A bare number of things made, right before what they are."""
    if quantity.unit is not None or quantity.dimension not in ("none", "bare"):
        return quantity
    named = next((w for w in words if w.start == quantity.full_end + 1), None)
    label = named.of("product") if named is not None else None
    if label is None or label.concept.code not in _PIECES or not _MAKES.search(folded, begin, quantity.full_start):
        return quantity
    return replace(quantity, unit="piece", dimension="count", noun=_PIECE)


_PIECE = "chiếc"


def _counted(quantity: Quantity, folded: str, begin: int) -> Quantity:
    """A bare number whose unit stands before it ("số dự án cấp mới là 2.458")."""
    if quantity.unit is not None or quantity.dimension not in ("none", "bare"):
        return quantity
    if quantity.dimension == "bare":  # "số lượt khách đến tỉnh là 5,12 triệu"
        match = _COUNT_OF.search(folded, max(begin, quantity.full_start - 100), quantity.start)
        visits = match is not None and match["visit"] is not None
        return (
            replace(quantity, unit="visit", dimension="count-visit", noun=match["visit"])
            if match and visits
            else quantity
        )
    if ranked(quantity, folded, begin):
        return replace(quantity, unit="rank", dimension="rank")
    match = _COUNT_OF.search(folded, max(begin, quantity.full_start - 100), quantity.start)
    if match is None:
        return quantity
    unit = next(unit for unit in ("project", "enterprise", "person", "visit", "zone") if match[unit])
    if unit == "person" and quantity.value < _A_WORKFORCE:
        return quantity
    return replace(quantity, unit=unit, dimension=f"count-{unit}", noun=match[unit])


def _headed(quantity: Quantity, folded: str, begin: int, lexicon: Lexicon) -> Quantity:
    """A bare number whose unit stands in brackets before it ("Kim ngạch xuất khẩu (triệu USD): 2.310")."""
    if quantity.dimension != "none":
        return quantity
    bracket = _UNIT_AHEAD.search(folded, max(begin, quantity.full_start - 40), quantity.full_start)
    if bracket is None:
        return quantity
    found = unit_in(folded, bracket.start(), bracket.start("close"), lexicon)
    return quantity if found is None else _in_unit(replace(quantity, full_start=bracket.start()), (*found, ""))


def _of_list(found: list[Quantity], folded: str, begin: int, lexicon: Lexicon) -> list[Quantity]:
    """The bare numbers of a list whose head gives their unit ("Mặt hàng (tr.USD): dăm gỗ 14,6; cao su 3,2")."""
    if not any(q.dimension == "none" for q in found):
        return found
    first = next((q for q in found if folded.find("):", begin, q.start) >= 0), found[0])
    head = _UNIT_OF_LIST.search(folded, begin, first.start)
    unit = unit_in(folded, *head.span("unit"), lexicon) if head else None
    if unit is None:
        return found
    start = head.end() if head else begin
    return [
        _in_unit(q, (*unit, "")) if q.dimension == "none" and q.start >= start and ENDS.match(folded, q.end) else q
        for q in found
    ]


def _in_columns(found: list[Quantity], units: list[Unit], folded: str, begin: int) -> list[Quantity]:
    """The bare numbers of an item in the units of its list's head: all in the one, or each in its own."""
    bare = [q.start for q in found if q.dimension == "none" and q.start > begin + 1 and ENDS.match(folded, q.end)]
    if not units or not bare or len(units) not in (1, len(bare)):
        return found
    given = dict(zip(bare, units * len(bare) if len(units) == 1 else units, strict=False))
    return [_in_unit(q, given[q.start]) if q.start in given else q for q in found]


def _in_unit(quantity: Quantity, unit: Unit) -> Quantity:
    """A bare number in a unit with its magnitude."""
    form, magnitude, noun = unit
    factor = magnitude * form.factor
    top = quantity.value_max
    return replace(
        quantity,
        value=quantity.value * factor,
        value_max=top * factor if top is not None else None,
        unit=form.code,
        dimension=form.dimension,
        noun=noun or quantity.noun,
        rules=(*quantity.rules, "quantity.unit-ahead"),
    )


def _counted_alike(found: list[Quantity], words: list[Word], folded: str) -> list[Quantity]:
    """Bare numbers that go on with a count, in brackets or behind the next item of its list.

    "612 dự án, sau đó tới Hàn Quốc (355)"; "Đông Nam Bộ có 32.213 doanh nghiệp, Tây Nguyên 1.980".
    """
    counted: Quantity | None = None
    projects: Quantity | None = None
    alike: list[Quantity] = []
    for q in found:
        if q.dimension in _COUNTED:
            counted = q
            projects = q if q.dimension == "count-project" else projects
        elif projects is not None and q.dimension == "none" and _one_of_both(q, projects, folded):
            q = replace(q, unit=projects.unit, dimension=projects.dimension, noun=projects.noun)
        elif q.unit is not None and not q.dimension.startswith("percent"):
            counted = None
        elif counted is not None and q.dimension == "none" and _goes_on(q, counted, words, folded):
            q = replace(q, unit=counted.unit, dimension=counted.dimension, noun=counted.noun)
            counted = q
        alike.append(q)
    return alike


def _one_of_both(quantity: Quantity, projects: Quantity, folded: str) -> bool:
    """Whether a bare number tells how many of the projects are foreign, or our own."""
    ahead = _NEXT_PART.search(folded, max(projects.end, quantity.full_start - 5), quantity.full_start)
    return ahead is not None and _ONE_OF_BOTH.match(folded, quantity.end) is not None


def _compared_alike(found: list[Quantity], folded: str) -> list[Quantity]:
    """The bare amount of another time or of the plan, in brackets behind one ("UTH 142,6 tr.USD (CK 118,9)")."""
    alike: list[Quantity] = []
    for q in found:
        told = alike[-1] if alike else None
        if told is not None and told.dimension == "percent" and q.dimension == "none":  # "= 39,8% KH năm (KH: 116.000)"
            planned = _PLANNED.fullmatch(folded, told.full_end, q.full_start) is not None
            told = next((o for o in reversed(alike) if o.dimension != "percent"), None) if planned else told
        if (
            q.dimension == "none"
            and told is not None
            and (told.unit is not None or told.dimension == "bare")
            and told.dimension not in ("percent", "rank", "none")
            and _CLOSED.match(folded, q.end)
        ):
            said = _COMPARED.fullmatch(folded, alike[-1].full_end, q.full_start) is not None
            said = said or _PLANNED.fullmatch(folded, alike[-1].full_end, q.full_start) is not None
            bare = (folded[told.full_end : q.full_start].strip(), folded[q.end : q.end + 1]) in _BRACKETS
            written = digits_of(folded[told.start : told.end]) if said or bare else None
            if written:
                own = digits_of(folded[q.start : q.end]) == q.value  # not "7,8 triệu"
                value = q.value * told.value / written if own else q.value
                if said or _comparable(value, told.value):
                    rules = q.rules if said else (*q.rules, BARE)
                    q = replace(q, value=value, unit=told.unit, dimension=told.dimension, noun=told.noun, rules=rules)
        alike.append(q)
    return alike


def _parts(found: list[Quantity], whole: Quantity, folded: str, begin: int) -> list[Quantity]:
    """The bare numbers of an item in the unit of the amount above it ("+ TW 3.128 (2.975); ĐP 92" under "9.870 tỷ")."""
    digits = digits_of(folded[whole.start : whole.end])
    bare = [q for q in found if q.dimension == "none"]
    alone = len(bare) > 1 or (bare and "." in folded[bare[0].start : bare[0].end])
    if not digits or not alone or any(q.dimension not in ("none", "percent") for q in found) or found[0] is not bare[0]:
        return found
    for q in bare:
        ends = q.value_max is None and ENDS.match(folded, q.end) is not None and folded[q.start - 1] in " ("
        if not ends or not 0 < q.value <= digits or _YEAR.fullmatch(folded, q.start, q.end) or q.start <= begin + 1:
            return found
    parts: list[Quantity] = []
    for q in found:
        if q.dimension == "none":
            rules = (*q.rules, "quantity.unit-above", *([BARE] if folded[q.start - 1] == "(" else ()))
            value = q.value * whole.value / digits
            q = replace(q, value=value, unit=whole.unit, dimension=whole.dimension, noun=whole.noun, rules=rules)
        parts.append(q)
    return parts


def _comparable(value: Decimal, told: Decimal) -> bool:
    """Whether two amounts are of one order, as those of two years are."""
    return bool(told) and told / _ALIKE <= value <= told * _ALIKE


def _goes_on(quantity: Quantity, counted: Quantity, words: list[Word], folded: str) -> bool:
    """Whether a bare number counts the same things: in brackets, or behind a place or a sort of firms or guests."""
    if counted.dimension == "count-project" and _BY_INVESTOR.match(folded, quantity.end):
        return _WITHIN.fullmatch(folded, counted.end, quantity.start) is not None  # "342 dự án (68 DDI, 274 FDI)"
    if counted.dimension == "count-project" and _OF_INVESTOR.fullmatch(folded, counted.end, quantity.start):
        return _CLOSED.match(folded, quantity.end) is not None  # "70 dự án (FDI 24; trong nước 46)"
    if folded[quantity.start - 1] + folded[quantity.end : quantity.end + 1] == "()":
        return counted.dimension == "count-project"
    if _COMPARED.search(folded, counted.end, quantity.start) or BETWEEN.fullmatch(folded, counted.end, quantity.start):
        return True
    if quantity.start - counted.end > _NEAR or not ENDS.match(folded, quantity.end):
        return False
    if _YEAR.fullmatch(folded, quantity.start, quantity.end):
        return False
    if counted.dimension == "count-visit" and _GUESTS.search(folded, counted.end, quantity.full_start):
        return True
    before = next((w for w in reversed(words) if w.end <= quantity.start), None)
    return (
        before is not None
        and before.start > counted.end
        and not folded[before.end : quantity.full_start].strip(" :")
        and (before.of("area") is not None or before.of("indicator") is not None)
    )


def _signed(found: list[Quantity], folded: str) -> list[Quantity]:
    """Bare numbers with a sign, in brackets or beside such ones, are percentages ("5.476 tỷ đ (+2,1)")."""
    signed = [q for q in found if q.dimension == "none" and folded[q.start - 1] in "+-"]
    if not any(folded[q.start - 2] in "([" for q in signed):
        return found
    percent = {q.start for q in signed if _SIGN_BEFORE.search(folded, max(0, q.start - 16), q.start)}
    return [
        replace(
            q,
            unit="percent",
            dimension="percent",
            signed=True,
            value=-abs(q.value) if folded[q.start - 1] == "-" else q.value,
            rules=(*q.rules, "quantity.signed"),
        )
        if q.start in percent
        else q
        for q in found
    ]
