"""The indicator in force in the sentence or the discourse, where the number can be of it."""

from __future__ import annotations

import regex

from kg.facts.choose import goods, possible, topic, ways
from kg.facts.choose.beside import CAPITAL_OF
from kg.facts.choose.branches import (
    ahead,
    branch_of_index,
    branch_of_shops,
    index_of_places,
    money_by_place,
    structure,
)
from kg.facts.choose.choice import NOTHING, OUTSIDE, Choice
from kg.facts.choose.goes_on import inheritable
from kg.facts.choose.headed import of_heading, of_item
from kg.facts.choose.named import RANKED
from kg.facts.choose.number import Number, Rule, codes
from kg.facts.choose.shared import BEHIND_MONEY
from kg.facts.choose.side import by_size
from kg.facts.choose.ways import VOLUMES
from kg.facts.kinds import INVESTED, RELATIVE, SIDES, TRADED
from kg.facts.place import area_code
from kg.lexicon import is_country
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

_INVESTED = regex.compile(fold_pattern(r"(?<![\p{L}])(?<!vốn )đầu tư(?! nước ngoài| trực tiếp nước)(?![\p{L}])"))
_CARRIED_OUT = regex.compile(
    fold_pattern(r"(?:thực hiện|giải ngân|thanh toán)(?:\s+(?:được|đạt|ước|khoảng|tối thiểu))*\s*$")
)
_ATTRACTS = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:hút|thu hút|nhận|dẫn đầu|đứng đầu|rót|đầu tư)(?: \p{L}+){0,4},?\s*$")
)
_AFTER_VOLUME = regex.compile(fold_pattern(r"\s*%?\s*\)\s*[;,](?!.*(?<![\p{L}])lượng(?![\p{L}]))"))
_A_HEAD = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:mỗi|một|từng) (?:người(?: dân)?|đầu người)|đầu người|bình quân (?:mỗi )?người)"
        r"(?: (?:được|làm ra|có|đạt|là|hưởng|khoảng|hơn|gần|trên|chừng|xấp xỉ))*\s*$"
    )
)
_SPENDS = regex.compile(fold_pattern(r"[;,]\s*(?:tổng )?chi\s*$"))
_A_BRANCH = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:ngành|khu vực) (?:nông|lâm|thủy sản|công nghiệp|xây dựng)"
        r"|(?:ngành )?khai khoáng)(?![\p{L}])"
    )
)
_OF_GOODS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:giá|nhóm|hàng|sản phẩm)(?![\p{L}])"))
_A_SECTOR = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])khu vực (?:dịch vụ|nông nghiệp|nông, lâm|nông - lâm|công nghiệp(?: và|-| -) xây dựng"
        r"|công nghiệp - xây)"
    )
)
# "Du lịch cả năm đón 5 triệu lượt, thu 2.000 tỷ đồng"
_TAKES = regex.compile(fold_pattern(r"\s*(?:,|và|;)\s*(?:ước |đã )?thu(?: về| được)?(?: (?:khoảng|hơn|gần|trên))?\s*"))
_EARNS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])khách (?:đã )?(?:chi tiêu|chi|tiêu)(?: ở đây| tại đây| tại tỉnh)?(?: (?:khoảng|hơn|gần"
        r"|trên))?\s*$"
        r"|(?<![\p{L}])(?:đem|mang|thu) (?:về|lại)(?: cho (?:tỉnh|thành phố|huyện))?(?: (?:khoảng|hơn|gần|trên))?\s*$"
    )
)
_TOURISM_TAKES = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:ngành )?du lịch(?: của)?(?: toàn)?(?: tỉnh| thành phố"
        r"| địa phương)?(?: đã| ước)* (?:thu|thu về|đem về|mang về)"
        r"(?: (?:khoảng|hơn|gần|trên|được|tới))*\s*$"
    )
)
_INDUSTRY = "BCDE"  # sections of VSIC 2018
_MARKET = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])thị trường (?:ô tô|xe|bất động sản|chứng khoán|lao động|vàng|bán lẻ|smartphone"
        r"|di động)(?![\p{L}])"
    )
)
_A_GOOD = regex.compile(
    fold_pattern(
        r"là (?:mặt hàng|nhóm hàng|ngành hàng|thị trường)(?: xuất khẩu| nhập khẩu| tiêu thụ)?(?: lớn| dẫn đầu"
        r"| chủ lực)?"
        r"(?: lớn)? nhất(?: của \p{L}+(?: \p{L}+)?)?,? (?:với|đạt)(?: khoảng| hơn| gần| trên)?\s*$"
    )
)
_IN_WHAT = regex.compile(
    fold_pattern(r"(?:/\d+)?(?: (?:\p{L}+,?)){0,8}? (?:về|trên bảng xếp hạng|trong bảng xếp hạng)(?![\p{L}])")
)
_CLOSE = 30  # letters


def counted_ahead(number: Number) -> Choice | None:
    """Projects that the head of a list counts ("(số dự án; triệu USD): 1. Nhật Bản: 141; 2.312")."""
    if "quantity.unit-ahead" not in number.quantity.rules or number.quantity.dimension != "count-project":
        return None
    return Choice("investment-projects", "indicator.counted") if number.measure == "level" else None


def _rank(number: Number) -> Choice | None:
    """A rank is of the figure before it in the sentence, or of nothing ("đạt 65 điểm, đứng thứ 12")."""
    if number.measure != "rank":
        return None
    behind = _ranked_in(number)
    if behind is not None:
        return behind
    code = number.frame.indicator if number.index else None
    if not number.index and _of_index(number):
        code = "pci"  # "Bảng PCI 2017 vừa công bố. Vĩnh Phúc đứng thứ 12 ..."
    if code is None and not number.index and _PARTNER_RANKS.search(number.gap_text):
        code = inheritable(number.discourse, number.passage, 0, number.reading)  # "Hàn Quốc đứng thứ 2 với 4,6 tỷ USD"
        code = code if code in INVESTED else None
    return Choice(code, "indicator.inherited") if code is not None and code in RANKED else NOTHING


def _scored(number: Number) -> Choice | None:
    """Points of a province in a text that has just named the index of competitiveness ("Điểm số của A là 68,09")."""
    if number.index or number.quantity.dimension != "point" or number.measure != "level":
        return None
    return Choice("pci", "indicator.inherited") if _of_index(number) else None


def _of_index(number: Number) -> bool:
    """Whether the text has just named the index of competitiveness, and the sentence names nothing else."""
    discourse, named = number.discourse, number.discourse.named_alone
    told = named is not None and named[0] == "pci" and discourse.count - named[1] <= _SOON
    goes_on = discourse.last == "pci" and discourse.count - discourse.last_at <= _SOON
    return discourse.topic == "pci" and (told or goes_on) and not any(map(codes, number.words))


_SOON = 3  # sentences


def _ranked_in(number: Number) -> Choice | None:
    """The indicator that a rank is in, behind it ("đứng thứ 4 cả nước về thu hút FDI", "thứ 2 về PCI")."""
    start, stop = number.after
    told = _IN_WHAT.match(number.passage.folded, start, stop)
    for token in number.passage.between(told.end(), min(stop, told.end() + _CLOSE)) if told else ():
        if isinstance(token, Word):
            for code in [*codes(token), *codes(token, context=True)]:
                if code in RANKED:
                    return Choice(code, "indicator.right", token)
    return None


def _turnover_by_country(number: Number) -> str | None:
    """The turnover of the trade whose volume was told last, where countries follow ("Hoa Kỳ mua 27,5 tỷ USD").

    So is what a next sentence calls its value ("Kim ngạch cũng giảm, từ 234 triệu USD xuống 165 triệu USD").
    """
    last = number.discourse.last
    if number.index or last not in VOLUMES or number.quantity.dimension != "money":
        return None
    if _WORTH.search(number.gap_text):
        return f"{last.split('-')[0]}-turnover"
    if any(word.of("product") for word in number.gap_words()):
        return f"{last.split('-')[0]}-turnover"  # "sắn lát 41.000 tấn. Gỗ ván bóc chỉ được 6,2 triệu USD"
    countries = (area_code(word, None) for word in number.gap_words())
    return f"{last.split('-')[0]}-turnover" if any(c and is_country(c) for c in countries) else None


_CONSUMED = regex.compile(
    fold_pattern(
        r"%?\s*[,;]\s*(?:và |còn )?(?:tiêu dùng|sức mua|tín dụng)(?: \p{L}+){0,5} (?:tăng|giảm"
        r"|đạt)(?![\p{L}])"
    )
)


def _in_force(number: Number) -> Choice | None:
    """The indicator of the frame, or at the start of a sentence the one that the discourse goes on with."""
    code = of_item(number) or number.frame.indicator or topic.of_sentence_before(number)
    if code in SIDES and _CONSUMED.match(number.gap_text):
        return NOTHING  # "xuất khẩu tăng 10%, tiêu dùng tăng 10%"
    ranked = number.index == 1 and number.passage.quantities[0].dimension == "rank"
    counted = number.index == 1 and _COUNTRIES.fullmatch(number.passage.folded, *_up_to_first(number)) is not None
    opens = number.index == 0 or counted or (ranked and number.discourse.last in INVESTED)
    if code is None and number.frame.origins.get("indicator") != OUTSIDE and opens:
        code = inheritable(number.discourse, number.passage, number.index, number.reading)
    if number.frame.origins.get("indicator") != OUTSIDE and opens:
        code = of_heading(number, code) or code
    if code is None or code in VOLUMES:
        code = _turnover_by_country(number) or code
    if code == "gdp-per-capita" and number.measure == "share":
        code = "gdp"  # "GRDP bình quân đầu người ... Trong chiếc bánh ấy, công nghiệp chiếm 61%": of the economy
    if code in SIDES and number.measure in RELATIVE and _BY_VOLUME.search(number.gap_text):
        code = f"{code.partition('-')[0]}-volume"  # "So với cùng kỳ, lượng giảm 5,2%, trị giá tăng 44%"
    if code is None:
        return None
    start = number.passage.sentence.start
    if (
        code in SIDES
        and number.measure == "share"
        and _IN_VOLUME.fullmatch(number.passage.folded, start, number.quantity.start)
    ):
        code = f"{code.partition('-')[0]}-volume"  # "Về lượng, Lào chiếm 36%, Thái Lan 29%"
    if number.measure == "share" and (code in VOLUMES or code in SIDES):
        whole = ways.WHOLE.match(number.passage.folded, number.quantity.full_end)
        if whole is not None:  # "gạo trắng đóng góp 41,3% kim ngạch", "chiếm 67% lượng lúa mì mua về"
            side = {"xuất": "export", "nhập": "import"}.get(whole["side"] or "", code.split("-")[0])
            code = f"{side}-{'volume' if whole['volume'] else 'turnover'}"
    if code in SIDES and number.measure == "level" and _OTHER_WAY.search(number.gap_text):
        return Choice(SIDES[code == SIDES[0]], "indicator.other-side")  # "...; chiều ngược lại là 441 triệu USD"
    sided = (code in SIDES or code == "trade-turnover") and number.measure == "level"
    bought = _BOUGHT_OR_SOLD.search(number.gap_text) if sided else None
    if bought is not None:
        return Choice(SIDES[1 if bought["in"] else 0], "indicator.side-told")  # "..., còn phần mua về là 4,14 tỷ USD"
    if code in SIDES and number.measure == "level" and not number.index:
        code = ways.of_whole_ahead(number) or code
    if code == "export-volume" and number.measure == "level" and _BROUGHT_IN.search(number.gap_text):
        return Choice("import-volume", "indicator.side-told")  # "phốt pho xuất 41 tấn, còn than cốc nhập về 388 tấn"
    if code == "zone-leased-land" and number.gap_text.strip() == "/":
        return Choice("zone-industrial-land", "indicator.of-land")  # "cho thuê 214,6/321 ha"
    balanced = number.discourse.last_fact == "trade-balance" and number.discourse.exported
    if (
        code == "import-turnover"
        and balanced
        and not number.index
        and topic.TURNOVER.search(number.gap_text.rpartition(",")[2])
    ):
        return Choice("export-turnover", "indicator.side-told")  # "... xuất siêu 1,2 tỷ. Ở A, kim ngạch đạt 700 triệu"
    if code in VOLUMES and number.measure == "growth" and _MONEY_BACK.search(number.gap_text):
        code = f"{code.split('-')[0]}-turnover"  # "lượng tăng 2,1% song tiền thu về giảm 14,3%"
    if code in VOLUMES and number.measure == "growth" and _AFTER_VOLUME.match(number.gap_text):
        code = f"{code.split('-')[0]}-turnover"  # "xăng dầu tăng 114% (lượng tăng 20%); điện thoại tăng 14%"
    if code in TRADED and _MARKET.search(number.gap_text):
        return NOTHING  # "thị trường ô tô Việt Nam tăng trưởng 24%"
    headed = number.frame.origins.get("indicator") == "indicator.heading" and not number.index
    if code == "industrial-production-value" and headed and number.measure == "growth":
        code = "iip" if number.discourse.last == "iip" else code  # under "Sản xuất công nghiệp tháng 2"
    if code == "gdp" and number.measure == "growth" and not number.index and _of_industry(number):
        return Choice("iip", "indicator.index-of-branches")
    if code == "gdp" and number.quantity.dimension == "money" and _A_HEAD.search(number.gap_text):
        return Choice("gdp-per-capita", "indicator.a-head")  # "quy mô 99.000 tỷ đồng, mỗi người dân được 78 triệu"
    if code == "implemented-capital" and not number.index and _ATTRACTS.search(number.gap_text):
        code = "registered-capital"  # "Vốn thực hiện đạt 17 tỷ USD. Công nghiệp chế biến thu hút 21 tỷ USD"
    if code in TRADED and number.quantity.dimension == "money" and _INVESTED.search(number.gap_text):
        return NOTHING  # "thương mại hai chiều đạt 7 tỷ USD, đầu tư khoảng 9 tỷ USD"
    if code == "budget-revenue" and _SPENDS.search(number.gap_text) and number.quantity.dimension in ("money", "bare"):
        return Choice("budget-expenditure", "indicator.context")  # "thu 1.702 tỷ đồng; chi 2.940 tỷ đồng"
    if code == "iip" and number.measure == "growth" and _NO_INDUSTRY.search(number.gap_text) and _gdp_told(number):
        return Choice("gdp", "indicator.of-sector")  # "GRDP tăng 7%, trong đó IIP tăng 8%; thương mại dịch vụ tăng 6%"
    if code == "cpi" and number.measure == "growth" and _ECONOMY_GROWS.search(number.gap_text):
        return Choice("gdp", "indicator.context")  # "lạm phát chỉ tăng 0,2%; tăng trưởng phục hồi mạnh, quý I đạt 5,1%"
    if code == "cpi" and number.measure == "growth" and _of_economy(number):
        return Choice("gdp", "indicator.of-sector")  # "Lạm phát 4,8%. Ngành nông nghiệp tăng 1,2%, khai khoáng giảm 5%"
    if code in TRADED and number.measure == "growth" and _A_SECTOR.search(number.gap_text):
        return Choice("gdp", "indicator.of-sector")  # "xuất khẩu tăng 10%, khu vực dịch vụ tăng 7%"
    if number.quantity.unit == "VND" and number.measure == "level" and _TOURISM_TAKES.search(number.gap_text):
        return Choice("tourism-revenue", "indicator.of-tourism")  # "Ngành du lịch thu 12.480 tỷ đồng"
    guests = code == "tourist-arrivals" and number.quantity.dimension == "money"
    if guests and (_EARNS.search(number.gap_text) or _TAKES.fullmatch(number.gap_text)):
        return Choice("tourism-revenue", "indicator.of-tourism")  # "đón 905 nghìn lượt khách, đem về 510 tỷ đồng"
    if code == "registered-capital" and number.quantity.dimension == "money" and _carried_out(number):
        return Choice("implemented-capital", "indicator.context")  # "thu hút 18 tỷ USD, thực hiện 15,4 tỷ USD"
    if number.quantity.dimension == "money" and number.measure == "level" and code in CAPITAL_OF:
        return CAPITAL_OF[code]
    return Choice(by_size(number, code), "indicator.inherited") if possible.can_be(number, code) else None


def _of_economy(number: Number) -> bool:
    """Whether a branch, and no group of goods, is what a rate behind one of prices is of."""
    return _A_BRANCH.search(number.gap_text) is not None and _OF_GOODS.search(number.gap_text) is None


def _carried_out(number: Number) -> bool:
    """Whether money is told to have been carried out, before it or right behind ("trong đó 3 tỷ USD đã giải ngân")."""
    behind = BEHIND_MONEY.match(number.passage.folded, number.quantity.full_end, number.passage.sentence.end)
    return behind is not None or _CARRIED_OUT.search(number.gap_text) is not None


def _up_to_first(number: Number) -> tuple[int, int]:
    """The stretch from the beginning of the sentence to the end of its first number."""
    return number.passage.sentence.start, number.passage.quantities[0].full_end


def _gdp_told(number: Number) -> bool:
    """Whether the sentence has told of the whole product before."""
    earlier = number.passage.between(number.passage.sentence.start, number.gap[0])
    return any(isinstance(t, Word) and "gdp" in t.wording.full for t in earlier)


def _of_industry(number: Number) -> bool:
    """Whether a section of industry is told of right behind the index of industry: its growth is the index's.

    "IIP giảm 2%, GRDP tăng 0,9%. Theo đó, chế biến, chế tạo tăng 2,3%."
    """
    if number.discourse.count - number.discourse.iip_at > 2 or number.frame.indicator is not None:
        return False
    labels = [label for w in number.gap_words() for label in [w.of("sector")] if label is not None]
    return any(label.concept.code.rpartition("/")[2][:1] in _INDUSTRY and "/" in label.concept.code for label in labels)


def _public_funds(number: Number) -> Choice | None:
    """Money carried out behind talk of public investment ("Qua nửa năm mới làm được 2.700 tỷ đồng")."""
    if number.discourse.topic != "public-investment" or number.frame.indicator is not None or number.index:
        return None
    if number.quantity.unit != "VND" or number.measure != "level":
        return None
    done = _CARRIED_OUT.search(number.gap_text) is not None
    return Choice("public-investment", "indicator.discourse") if done else None


def _goods_of_trade(number: Number) -> Choice | None:
    """Money of goods or markets where a text on trade goes on ("Giày dép là mặt hàng lớn nhất với 3,3 tỷ USD")."""
    side = number.discourse.topic or number.discourse.last
    if number.frame.indicator is not None or number.measure != "level" or side not in SIDES:
        return None
    if number.quantity.unit != "USD" or number.index or not _A_GOOD.search(number.gap_text):
        return None
    return Choice("export-turnover" if number.discourse.exported else side, "indicator.of-goods")


_ECONOMY_GROWS = regex.compile(
    fold_pattern(
        r"^\s*[;,]\s*(?:tốc độ )?tăng trưởng (?!tín dụng|của|xuất|nhập|tiêu|huy động|dư nợ|lượng|khách)\p{L}+"
        r"|;\s*(?:tốc độ )?tăng trưởng (?:phục hồi|hồi phục|khởi sắc|bứt phá|cao|tốt|khá|đạt)[^;]*$"
    )
)
_BROUGHT_IN = regex.compile(fold_pattern(r"(?<![\p{L}])(?:nhập|mua) (?:về|vào)(?: (?:gần|hơn|khoảng|trên|tới))*\s*$"))
_MONEY_BACK = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:tiền thu về|tiền về|số tiền thu|tiền|trị giá|giá trị|kim ngạch)(?: \p{L}+){0,2}"
        r" (?:tăng|giảm|hụt|sụt|nhích|nhỉnh|cao|thấp|mất)"
    )
)
_BOUGHT_OR_SOLD = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:phần|chiều|lượng) (?:(?P<in>mua về|mua vào|nhập về)|bán ra|bán đi)(?: \p{L}+){0,3}\s*$"
        r"|[:;,] (?:(?P<in>mua vào|nhập về)|bán ra|xuất đi)(?: (?:được|gần|hơn|trên|khoảng))*\s*$"
    )
)
_OTHER_WAY = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:ở |theo )?(?:chiều|hướng) (?:ngược lại|kia|về)(?! (?:xuất|nhập|việt|nước))"
        r"(?:,? (?:là|đạt|chỉ|có|được|khoảng|gần|hơn|trên|còn))*\s*$"
    )
)
_PARTNER_RANKS = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:đứng|xếp|(?:đứng )?ở vị trí|(?:giữ|lên|xuống|về) (?:vị trí|hạng)) (?:thứ|số)?\s*$")
)
_COUNTRIES = regex.compile(  # "Trong 94 quốc gia có vốn tại Việt Nam, Nhật Bản đứng đầu với ..."
    fold_pattern(
        r"\W*trong(?: tổng)?(?: số)? [\d.]+ (?:quốc gia|nước|đối tác|nền kinh tế|thị trường)"
        r"(?: và \p{L}+ \p{L}+ \p{L}+)?"
        r"|[^.;:\d]{4,50} đầu tư vào (?:\d+/)?\d+ (?:ngành|lĩnh vực)(?: \p{L}+){0,10}"
        r"|\W*(?:khối |thị trường )?[\p{L} ]{2,30} (?:gồm|với|có) [\d.]+ (?:quốc gia|nước|thành viên)(?: thành viên)?"
    )
)
_IN_VOLUME = regex.compile(
    fold_pattern(r"\W*(?:[^;]*;\s*)?(?:xét |tính |riêng )?(?:về|theo) (?:khối |số )?lượng\s*,[^;]*$")
)
_BY_VOLUME = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?<!(?:chất|sản|năng|trọng|dung) )lượng (?!kim|giá)(?:(?!giá|trị|kim)\p{L}+ ){0,9}?"
        r"(?:tăng|giảm|nhích|sụt|hụt)(?: \p{L}+){0,2}\s*$"
    )
)
_WORTH = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:kim ngạch|trị giá|giá trị|tiền thu về|tiền về|số tiền)(?![\p{L}])")
)
_NO_INDUSTRY = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:thương mại|dịch vụ|nông nghiệp|nông,|nông lâm|lâm nghiệp|thủy sản)(?![\p{L}])")
)
RULES: tuple[Rule, ...] = (
    structure,
    branch_of_shops,
    ways.other_way,
    *goods.RULES,
    index_of_places,
    *goods.ENERGY,
    _rank,
    _scored,
    money_by_place,
    branch_of_index,
    ahead,
    _public_funds,
    _goods_of_trade,
    _in_force,
)
