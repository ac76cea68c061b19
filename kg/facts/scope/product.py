"""The product, crop or group of goods that a number is about."""

from __future__ import annotations

import regex

from kg.facts import phrase
from kg.facts.kinds import GROWN, SIDES, TRADED
from kg.facts.place import area_code
from kg.facts.scope.crop import ENDS_NAME, of_season, sown, topic, yielded
from kg.facts.scope.figure import Figure
from kg.facts.scope.goods_before import ANY_GOODS
from kg.facts.scope.wording import TO_BUY, is_generic, names_indicator, noun_like, renamed, stands_as_part
from kg.facts.tokens import Passage
from kg.lexicon import is_country
from kg.mentions.scan import Word
from kg.text.normalise import fold, fold_pattern, restored

# "vùng trồng cây hồi (diện tích trên 1.400 ha)"
_GROWN_ON = regex.compile(
    fold_pattern(r"(?:trồng|nuôi|thả|cấy) (?:cây )?(?P<what>\p{L}+(?: \p{L}+){0,3}?) \(\s*(?:diện tích|dt) [^()\d]*$")
)
_MAKES = regex.compile(
    fold_pattern(r"(?<![\p{L}])sản xuất (?P<what>(?!kinh|công|được|và)\p{L}+(?: \p{L}+){0,3}?)" + ENDS_NAME)
)
# "nhập khẩu tăng cao là bông, xơ"
_SO_ARE = regex.compile(r"^(?:(?:tăng|giảm) )?(?:cao|mạnh|nhiều|khá|lớn|thấp|sâu)(?: nhất)? (?:là|gồm|như|ở) ")
_MOST = regex.compile(r"(?<=\p{L}) (?:lớn|cao|nhiều|mạnh|thấp) nhất$")  # "cá ngừ lớn nhất với 8.640 tấn"
# "phải chi 90 triệu USD để mua bột giấy", "1 tỷ USD khác dành cho sợi"
_SPENT_ON = regex.compile(fold_pattern(r"\s*(?:(?:để )?mua|khác dành cho|khác chi cho)(?![\p{L}])"))
_MOVES = regex.compile(fold_pattern(r"(?:cập|về|qua|rời|đến|tới|được|đã|lên|xuống)(?![\p{L}])"))
_COUNTED_CARS = regex.compile(r"(?:[Ôô] ?tô|[Xx]e máy|[Xx]e đạp|[Xx]e hơi)$")
_CAR = "xe"
_VEHICLE = regex.compile(r"máy|tải|khách|con|đạp|buýt|điện")
_RAISED = regex.compile(fold_pattern(r"^(?:nuôi|trồng|gieo trồng)(?! trồng) (?!thủy)"))
_STORY = regex.compile(fold_pattern(r"(?:song|nhưng|bởi|vì|nên|mà|nếu|dù)(?![\p{L}])"))
_NO_GOODS = regex.compile(
    fold_pattern(
        r"(?:dự kiến|ước tính|cán|bình quân|lớn|cao|nhỏ|thấp|mạnh|nhẹ|kỷ lục|tới|đến|lên|ở mức|khá|kéo|đẩy"
        r"|lần lượt|tương ứng|nhiều|bốc xếp|bốc dỡ|vẫn|giữ|duy trì|người|nông dân|bà con|ngư dân|hộ"
        r"|xếp dỡ|cảng biển|cảng|các cảng|niên vụ|(?:vụ|mùa) (?:này|vừa qua|tới|trước))(?![\p{L}])"
    )
)
_OF_MONEY = ("-turnover", "-balance")
GOODS = "hàng hóa"
_INCLUDES = regex.compile(
    fold_pattern(r"\s*(?:bao gồm|gồm|như|gồm có|bao gồm cả|chủ yếu(?: là)?|phần lớn là|chính là|nhất là)(?![\p{L}])")
)
_GOOD = fold("sản phẩm")
_GOODS, _SERVICES = fold(GOODS), "dịch vụ"
_POWER = regex.compile(fold_pattern(r"sản lượng (?P<what>điện(?: sản xuất| phát ra| sản xuất ra)?)(?![\p{L}])"))
# Of a resolution, or "Điều đáng nói, xuất siêu ...": no cashew nuts.
_ARTICLE = regex.compile(
    r"Điều (?:\d{1,2}[.:](?!\d)|(?:đáng|này|đó|quan trọng|kiện|thú vị|lạ|mừng|vui|đặc biệt|bất ngờ)(?!\p{L}))"
)
_PULLS = regex.compile(
    fold_pattern(r"kéo (?:lùi|mức|theo|xuống|lên|giảm|tăng|dài|con số|tổng|cả|kim ngạch)(?![\p{L}])")
)  # no scissors
_CURRENT = "điện"  # what kilowatt-hours are of
_DIGIT = regex.compile(r"(?<!\p{L})\d")  # not that of a formula ("bột CaCO3")
_GROWING = regex.compile(r"^diện tích (?:nuôi trồng|gieo trồng|trồng|nuôi|canh tác|thả nuôi) (?=\p{L})")
_NEAR = 14  # characters between a product and the indicator that it stands before ("gạo xuất khẩu")
_LONGEST = 7  # words; a longer phrase before an amount of trade is no group of goods unless it holds a known one


_WHERE = "nơi "


def take(figure: Figure, gap: list[Word]) -> None:
    """The product of a number, into the frame: behind its unit, in the sown area, or in the phrase before it."""
    frame, code = figure.frame, figure.code
    gap = [w for w in gap if not _ARTICLE.match(figure.passage.text, w.start)]
    gap = [w for w in gap if not _PULLS.match(figure.passage.folded, w.start)]
    one = next((w for w in gap if w.of("product") and _IS_ONE.match(figure.passage.folded, w.end)), None)
    if one is not None and code in TRADED:
        frame.put("product", phrase.lower(figure.passage.text[one.start : one.end]), "product.named")
        figure.rules.append("product.named")
        return
    behind = _behind(figure) or _worth(figure) or _bought(figure) or _behind_name(figure, gap)
    if behind:
        behind = _GROWING.sub("", behind) if code == "crop-area" else behind
        frame.put("product", behind, "product.behind")
        figure.rules.append("product.behind")
        return
    last = max((w for w in gap if names_indicator(w, code)), key=lambda w: w.start, default=None)
    if last is not None and _goods_of(figure, gap, last):
        frame.put("product", GOODS, "product.goods")
        figure.rules.append("product.goods")
        return
    power = _POWER.search(figure.passage.folded, *figure.gap) if code == "product-output" and last is not None else None
    if power is not None:
        frame.put("product", figure.passage.text[power.start("what") : power.end("what")].lower(), "product.named")
        figure.rules.append("product.named")
        return
    known = _known(figure.passage, gap, last, figure.quantity.full_start)
    text = _worded(figure, known, last)
    if known and text.startswith(_WHERE):  # "EU, nơi từng mua nhiều tôm Việt nhất, chỉ nhập 368 triệu USD"
        text = phrase.lower(figure.passage.text[known[-1].start : known[-1].end])
    traded = code in TRADED and figure.measure == "level"
    if last is not None and not known:
        named = figure.passage.text[last.start : last.end].lower()
        text = text.rpartition(f"{named} ")[2]  # "bình quân mỗi năm, xuất khẩu dăm"
    if text and not known and (_NO_GOODS.match(text) or (text[-1].isdigit() and not text[-2:-1].isalpha())):
        text = ""  # "thặng dư lớn, tới 2,4 tỷ USD", "bình quân 5 năm tăng 9%/năm"
    if text and not known and (code == "cpi" or code.endswith(_OF_MONEY)) and not stands_as_part(figure, text, last):
        text = ""
    if text and not known and code == "trade-balance":
        text = ""  # "thâm hụt với láng giềng phương Bắc": with whom, not of what
    if text and not is_generic(text) and (known or not traded or len(text.split()) <= _LONGEST):
        frame.put("product", text, "product.named" if known else "product.phrase")
        figure.rules.append(frame.origins["product"])
    elif (opening := _opening(figure, gap, last)) is not None:
        frame.put("product", opening, "product.named")
        figure.rules.append("product.named")
    elif code == "product-output" and frame.product is None and (figure.quantity.unit or "").endswith("Wh"):
        frame.put("product", _CURRENT, "product.unit")
        figure.rules.append("product.unit")
    elif (traded or code == "cpi") and renamed(gap, code):
        frame.product = None


def _goods_of(figure: Figure, gap: list[Word], last: Word) -> bool:
    """Whether goods are told apart from all that is traded ("xuất khẩu ... 1.120 triệu USD, trong đó hàng hóa 810")."""
    folded = figure.passage.folded
    return (
        figure.code == figure.discourse.last
        and figure.index > 0
        and folded[last.start : last.end].endswith(_GOODS)
        and any("part" in w.cues and w.start < last.start for w in gap)
    )


def _behind(figure: Figure) -> str:
    """The goods that an amount counts or weighs ("1,35 triệu tấn thép"); "" if there are none."""
    if (
        figure.measure not in ("level", "change")
        or figure.code not in ("product-output", "export-volume", "import-volume", "crop-area")
        or figure.quantity.dimension == "percent"
    ):
        return ""
    behind = phrase.following(figure.passage, figure.index)
    counted = _COUNTED_CARS.search(figure.passage.text[figure.quantity.end : figure.quantity.full_end])
    if counted is not None and not behind:
        return counted.group().lower()  # "57 nghìn ô tô": the unit says what they are
    kind = _VEHICLE.match(behind) if figure.quantity.noun.endswith(_CAR) else None
    if kind is not None:
        return f"xe {kind.group()}"  # "1,98 triệu xe máy": the unit is but its first word
    if _MOVES.match(behind):
        return ""  # "2,4 triệu tấn về tới cảng"
    if _STORY.match(behind):
        return ""  # "94.200 ha song cây trẻ hơn nhờ tái canh"
    if figure.code == "crop-area":
        behind = _RAISED.sub("", behind)  # "65.000 ha nuôi tôm"
    return "" if _DIGIT.search(behind) or is_generic(behind) else behind


def _worth(figure: Figure) -> str:
    """The goods that money of trade is worth, right behind it ("xuất khẩu được 198,3 triệu USD đồ gỗ")."""
    if figure.code not in SIDES or figure.quantity.dimension != "money" or figure.measure not in ("level", "change"):
        return ""
    start = figure.after[0]
    known = next(
        (t for t in figure.passage.between(start, start + 10) if isinstance(t, Word) and t.of("product")), None
    )
    if known is None or figure.passage.folded[start : known.start].strip() not in ("", _GOOD):
        return ""
    text = phrase.following(figure.passage, figure.index)
    return text if not is_generic(text) and noun_like(text) and not _DIGIT.search(text) else ""


def _bought(figure: Figure) -> str:
    """The goods that money is spent on ("chi 51 tỷ USD nhập khẩu máy tính", "chi 2,8 tỷ USD nhập 5,9 triệu m3 gỗ")."""
    if figure.code != "import-turnover" or figure.measure != "level":
        return ""
    at = figure.quantity.full_end
    buys = TO_BUY.match(figure.passage.folded, at) or _SPENT_ON.match(figure.passage.folded, at)
    if buys is None:
        return ""
    if ANY_GOODS.match(figure.passage.folded, buys.end()) or _from_where(figure, buys.end()):
        return ""  # "chi 21 tỷ USD để nhập hàng"
    weighed = figure.index + 1 < len(figure.passage.quantities) and figure.after[1] - buys.end() < _NEAR
    return (
        phrase.following(figure.passage, figure.index + 1)
        if weighed
        else phrase.behind(figure.passage, buys.end(), figure.after[1])
    )


def _from_where(figure: Figure, start: int) -> bool:
    """Whether all goods of a country are bought ("chi 49 tỷ USD nhập hàng Trung Quốc")."""
    told = _OF_COUNTRY.match(figure.passage.folded, start)
    if told is None:
        return False
    behind = figure.passage.between(told.end(), told.end() + 1)
    return any(isinstance(t, Word) and is_country(area_code(t, None) or "VN") for t in behind)


_OF_COUNTRY = regex.compile(fold_pattern(r"\s*hàng (?:hóa )?"))


def _behind_name(figure: Figure, gap: list[Word]) -> str:
    """The goods behind the name of the trade that stands behind its amount ("10 tỷ USD kim ngạch xuất khẩu tôm")."""
    if figure.code not in TRADED or figure.measure != "level" or any(names_indicator(w, figure.code) for w in gap):
        return ""
    start, stop = figure.after
    for word in figure.passage.between(start, min(stop, start + _NEAR)):
        if isinstance(word, Word) and names_indicator(word, figure.code):
            text = phrase.behind(figure.passage, word.end, stop)
            named = any(isinstance(t, Word) and t.of("product") for t in figure.passage.between(word.end, stop))
            return text if named and noun_like(text) else ""
    return ""


# "than đá là nhóm hàng Việt Nam nhập nhiều nhất: 13 triệu tấn"
_IS_ONE = regex.compile(
    fold_pattern(
        r"\s+(?:vẫn |tiếp tục |cũng )?là (?:nhóm hàng|mặt hàng|ngành hàng|nhóm"
        r"|sản phẩm)(?![\p{L}])"
    )
)


# "Đối với con nghêu, Bến Tre thả nuôi 3.200 ha"
_ON_RAISED = regex.compile(
    fold_pattern(r"\W*(?:riêng )?(?:đối với|với|về) (?:con|cây) (?P<what>\p{L}+(?: \p{L}+){0,2}),")
)


def _opening(figure: Figure, gap: list[Word], last: Word | None) -> str | None:
    """The goods that a sentence opens with as what it tells of ("Ô tô nguyên chiếc gây chú ý khi lượng nhập về là")."""
    passage = figure.passage
    raised = _ON_RAISED.match(passage.folded, passage.sentence.start, figure.quantity.full_start)
    if raised is not None and figure.code in GROWN and not figure.index:
        return passage.text[raised.start("what") : raised.end("what")].lower()
    first = not figure.index and figure.code in TRADED and figure.frame.product is None
    first = first or (
        not figure.index
        and figure.code == "product-output"
        and last is not None
        and _HARVEST.search(passage.folded, last.start, figure.quantity.full_start) is not None
    )
    opens = gap[0] if gap and first else None
    if opens is None or last is None or opens.of("product") is None or opens.start != passage.sentence.start:
        return None
    text = phrase.lower(passage.text[opens.start : opens.end])
    return text if not is_generic(text) else None


# "Thanh long Bình Thuận 5 tháng thu hoạch được 265.400 tấn"
_HARVEST = regex.compile(
    fold_pattern(r"(?:thu hoạch|gặt|khai thác|đánh bắt)(?: (?:được|đạt|ước|khoảng|hơn|gần|trên))*\s*$")
)


def _known(passage: Passage, gap: list[Word], last: Word | None, stop: int) -> list[Word]:
    """The known products that follow the name of the indicator or stand right before it."""
    aside = phrase.aside_in(passage, gap[0].start, gap[-1].end + 1) if gap else None
    found = [
        w
        for w in gap
        if w.of("product")
        and not (aside is not None and aside[0] < w.start < aside[1])
        and not _listed_in_bracket(passage, w, stop)
        and not _PERSON.search(passage.text, max(passage.sentence.start, w.start - _NAME), w.start)
        and (
            last is None
            or w.end >= last.start
            or (last.start - w.end < _NEAR and "," not in passage.folded[w.end : last.start])
        )
    ]
    if len(found) > 1 and found[-1] is last and last.start - found[-2].end == 1:
        found.pop()  # "dầu thô khai thác": how the goods are won
    return found


_NAME = 30  # letters
_PERSON = regex.compile(r"(?<!\p{L})(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị)(?: \p{Lu}\p{Ll}+){1,3} $")  # "bà Phan Thị Yến"


def _listed_in_bracket(passage: Passage, word: Word, stop: int) -> bool:
    """Whether goods only explain what others are, in brackets closed before a figure ("nông sản (gồm gạo) đạt")."""
    opened = passage.folded.rfind("(", passage.sentence.start, word.start)
    closed = passage.folded.find(")", word.end, passage.sentence.end)
    if opened < 0 or not 0 <= closed <= stop or passage.folded.find(")", opened, word.start) >= 0:
        return False
    return _INCLUDES.match(passage.folded, opened + 1, word.start) is not None


def _worded(figure: Figure, known: list[Word], last: Word | None) -> str:
    """The product as the text words it."""
    passage = figure.passage
    text = phrase.before(passage, figure.index)
    if text and (not noun_like(text) or _is_place(passage, figure, text)):
        text = ""
    if figure.code == "crop-area" and last is not None:
        text = sown(passage, last, figure.quantity.full_start) or text
    if figure.code == "crop-area" and text.lower().startswith(("dt ", "diện tích ", "tổng diện tích ")):
        text = ""  # no crop, but the land itself
    if figure.code == "crop-area" and not text and not known and not figure.index:
        text = topic(passage) or of_season(passage, figure.quantity.full_start)
    if figure.code == "product-output" and last is not None and not text and not known:
        text = yielded(passage, last, figure.quantity.full_start)
    if figure.code == "crop-area" and (grown := _GROWN_ON.search(passage.folded, *figure.gap)) is not None:
        return passage.text[grown.start("what") : grown.end("what")].lower()
    if known and not any(passage.text[w.start : w.end].lower() in text.lower() for w in known):
        text = ""
    if not text and not known and figure.code == "product-output":
        text = _made(passage, figure)
    if not text and known and figure.code in TRADED | {"product-output"} and last is not None:
        text = _up_to(passage, last, known[-1])
    if not text and not known and figure.code in TRADED and last is not None:
        text = _services(passage, last)
    if not text and known:
        text = phrase.lower(passage.text[known[-1].start : known[-1].end])
    text = _SO_ARE.sub("", _SINCE_THEN.sub("", text))
    made = _VERB.sub("", text)  # "khai thác đá vôi trên 1,2 triệu tấn"
    if figure.code == "product-output" and any(passage.text[w.start : w.end].lower() in made.lower() for w in known):
        text = made
    capitals = _in_capitals(passage) or (text.isupper() and " " in text)  # "CÀ PHÊ: Đắk Lắk xuất ..."
    return restored(_MOST.sub("", text.lower() if capitals else text))


_VERB = regex.compile(r"^(?:khai thác|sản xuất|chế biến|đánh bắt)(?: được)? (?=\p{L})", regex.IGNORECASE)


def _up_to(passage: Passage, last: Word, known: Word) -> str:
    """The whole phrase that ends with a known product, behind the name of the indicator ("dầu thô khai thác")."""
    text = phrase.clean(passage, last.end, known.end)
    whole = passage.text[known.start : known.end].lower()
    fits = text.lower().endswith(whole) and noun_like(text) and len(text.split()) <= _LONGEST
    return text if fits and not _DIGIT.search(text) else ""


def _services(passage: Passage, last: Word) -> str:
    """Services, where they stand right behind the trade ("kim ngạch xuất khẩu dịch vụ")."""
    return _SERVICES if passage.folded.startswith(_SERVICES, last.end + 1) else ""


def _in_capitals(passage: Passage) -> bool:
    return passage.text[passage.sentence.start : passage.sentence.end].isupper()


_SINCE_THEN = regex.compile(r" (?:đã|đang|sẽ|vẫn|tiếp tục|cũng)(?: .*)?$")  # "điện thoại và linh kiện đã hồi phục"
_LOCAL = ("huyện ", "thị xã ", "tỉnh ")


def _is_place(passage: Passage, figure: Figure, text: str) -> bool:
    """Whether the phrase is a place or country, or two of them, and nothing else ("Nga tăng 12%", "Đức và Anh")."""
    if text.lower().startswith(_LOCAL):
        return True  # "ngư dân huyện A khai thác 9.000 tấn"
    places = {passage.text[w.start : w.end].lower() for w in figure.gap_words() if w.of("area")}
    return all(each in places for each in text.lower().split(" và "))


def _made(passage: Passage, figure: Figure) -> str:
    """What a branch that the words before a number name by its goods makes ("sản xuất thép")."""
    made = _MAKES.search(passage.folded, *figure.gap)
    return passage.text[made.start("what") : made.end("what")].lower() if made else ""
