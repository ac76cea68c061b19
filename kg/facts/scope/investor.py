"""Who invests or trades: foreign, domestic, the state."""

from __future__ import annotations

import regex

from kg.facts.frame import Frame
from kg.facts.kinds import BY_INVESTOR, INVESTED, INVESTMENTS, TRADED
from kg.facts.scope import closing, sums
from kg.facts.scope.figure import Figure, Spot
from kg.facts.scope.flow import beside, closed, flows, plain, so_far
from kg.facts.scope.of_all import named_again, next_goods
from kg.facts.tokens import Passage
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern
from kg.text.segment import DASH

_MARKET = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:thị trường|chợ|mua bán|tiêu dùng)\s+$")
)  # "Chợ trong nước đạt ..."
_HOME = regex.compile(fold_pattern(r"trong nước|ddi"))
_AMONG_NEW = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:trong số|trong) (?:các )?dự án (?:fdi |ddi )?(?:cấp )?mới(?: này)?,?(?: có| thì"
        r"| nhà đầu tư [\p{L} ]{2,16}(?: có| góp)| [\p{L} ]{2,16} (?:có|góp|chiếm))*\s*$"
    )
)
_ANEW = regex.compile(
    fold_pattern(
        r"\s*(?:dự án|da)\s+(?:(?:fdi|ddi|đầu tư|nước ngoài|vốn|có vốn|trong nước|trực tiếp|thứ cấp)\s+)*"
        r"(?:mới|(?P<came>được|vừa) (?:cấp|trao|nhận)"
        r" (?:mới|phép|giấy|chứng nhận|gcn|quyết định|chủ trương))(?![\p{L}])"
    )
)
_MORE = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:nhận|đón|thu hút|cấp|tiếp nhận|chấp thuận|(?<!(?:nhờ|do|vì) )có)\s+thêm\s*$")
)
# "trao giấy chứng nhận cho 74 dự án", "cấp chủ trương đầu tư 29 dự án"
_GRANTED = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:trao|cấp|chấp thuận|quyết định|phê duyệt) (?:giấy phép"
        r"|(?:giấy )?chứng nhận(?: đăng ký)?(?: đầu tư)?"
        r"|gcn(?:đkđt)?"
        r"|chủ trương đầu tư|chủ trương)(?: mới)? (?:cho )?$"
        r"|(?<![\p{L}])cấp phép (?:đầu tư )?(?:cho )?$"
    )
)
_OWNED = INVESTED | set(INVESTMENTS)
_HEADED = "investor.heading"
_SHARES = fold_pattern("góp vốn")
_LOCAL = regex.compile(
    fold_pattern(r"(?:xuất|nhập) khẩu (?:của )?(?:khối |khu vực |doanh nghiệp )?(?:địa phương|trung ương)")
)
_THIS_PART = regex.compile(fold_pattern(r"(?:khối|khu vực|nhóm) này"))
_OF_PART = regex.compile(
    fold_pattern(
        r"%?\s*(?:\)|\([\d.,]+ ?%\))?\s*(?:(?:là )?(?:phần )?(?:của|thuộc(?: về)?|do) |là )"
        r"(?:khu vực |khối |nhóm )?(?:kinh tế )?(?:các )?(?:doanh nghiệp |dn )?"
    )
)
_CAPITALS = tuple(map(fold_pattern, ("vốn", "fdi", "ddi")))
# "27 triệu USD là của 5 dự án tăng vốn"
_FROM_RAISED = regex.compile(
    fold_pattern(
        r"\s*(?:là )?(?:đến từ|từ|của|thuộc về|nằm ở) [\d.]+ (?:lượt )?(?:dự án"
        r"|da) (?:xin )?(?:(?P<more>điều chỉnh|tăng"
        r"|bổ sung|mở rộng)|mới|cấp mới)(?![\p{L}])"
    )
)
_ALL_FOREIGN = regex.compile(
    fold_pattern(
        r"[^.;]{0,40}?,? (?:toàn bộ|tất cả|đều)(?: số vốn này| số này)?(?: đều)? là (?:vốn "
        r"|dự án )?(?P<who>ngoại|fdi|nước ngoài|đầu tư nước ngoài|có vốn nước ngoài)(?![\p{L}])"
    )
)
_ENDS = regex.compile(fold_pattern(r"[,;.:()]|(?<![\p{L}])(?:với|và|có tổng|tổng|tại|do|đạt)(?![\p{L}])"))


def take(word: Word, spot: Spot) -> None:
    """A word before a number that names who invests, or a flow of capital."""
    frame = spot.frame
    for scheme in ("investor", "flow"):
        label = word.of("code/" + scheme)
        if label is not None and (
            closed(word, spot)
            or beside(word, spot)
            or _MARKET.search(spot.passage.folded, max(0, word.start - 12), word.start)
        ):
            continue  # "Bên cạnh FDI, GRDP tăng 6,8%", "kể cả vốn tăng thêm, tổng vốn đăng ký ..."
        if label is not None and (
            plain(label) or frame.indicator in _OWNED or _opens(scheme, word, spot) or _trades(word, spot)
        ):
            frame.put(scheme, label.concept.code, f"{scheme}.named")
            if label.concept.code == "domestic":
                frame.partner = None  # "trong đó Hàn Quốc 71 dự án; dự án trong nước là 842 dự án"
    source(spot.passage, word, frame)


_TRADES = regex.compile(fold_pattern(r" (?:đã |cũng |vẫn )?(?:xuất|nhập) (?:siêu|khẩu)"))  # "khối ngoại xuất siêu"


def _opens(scheme: str, word: Word, spot: Spot) -> bool:
    """Whether a sentence is about who invests from its first word on ("FDI: ...")."""
    if scheme != "investor":
        return False
    turns = spot.frame.investor == "domestic" and spot.passage.folded[word.start - 2 : word.start] in ("; ", ", ")
    beside = spot.quantity.full_start - word.end <= _BESIDE_IT and spot.passage.folded[word.start - 2] in ";:"
    turns = (
        turns or beside
    )  # "FDI 1.034 tr.USD; trong nước 94 tr.USD", "trong đó: nhà nước 1.200 tỷ đ; ngoài nhà nước ..."
    return turns or word.start - spot.passage.sentence.start <= 4  # "...; khối ngoại 117 tỷ USD"


_BESIDE_IT = 5  # letters


def _trades(word: Word, spot: Spot) -> bool:
    """Whether investors are said to sell or buy abroad ("khối ngoại xuất siêu")."""
    return _TRADES.match(spot.passage.folded, word.end) is not None


def leave_bracket(spot: Spot) -> None:
    """Who invests in the parts told in brackets ("9 dự án (6 dự án FDI; 3 dự án trong nước), điều chỉnh 11 dự án")."""
    folded, start = spot.passage.folded, spot.passage.sentence.start
    if not spot.index or spot.frame.origins.get("investor") != "investor.named":
        return
    closed = folded.find(")", *spot.gap)
    opened = folded.rfind("(", start, closed)
    if closed < 0 or opened < 0:
        return
    named = [who for who in (_HOME, sums.FOREIGN) if who.search(folded, opened, closed)]
    counts = len(named) > 1 or _COUNTS.match(folded, opened + 1, closed) is not None  # "9 dự án (2 FDI), vốn ..."
    told = any(who.search(folded, start, opened) for who in named) or sums.FOREIGN.search(folded, start, opened)
    if counts and named and not told:
        spot.frame.investor = None


_COUNTS = regex.compile(
    fold_pattern(
        r"\s*(?:(?:trong đó|gồm|có) )*(?:có )?\d+ ?(?:\p{L}+ ){0,5}?(?:fdi|ddi|trong nước"
        r"|nước ngoài)"
    )
)


_OLD = regex.compile(
    fold_pattern(
        r"\s*(?:(?:dự án|da)\s+)?(?:fdi )?(?:cũ|hiện hữu|đang hoạt động|đang chạy|đã cấp"
        r"|khác)(?: \p{L}+){0,2}? (?:rót|tăng|nâng|bổ sung|nới)(?: vốn)?"
        r"|\s*(?:dự án |da )?(?:fdi )?(?:được |xin )?(?:rót thêm|bơm thêm|góp thêm|đầu tư thêm"
        r"|thêm vốn|nới vốn)(?![\p{L}])"
    )
)
# "rót thêm vào các dự án cũ là 410 triệu USD"
_INTO_OLD = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:rót|bơm|đổ|góp|tăng)(?: vốn)? thêm (?:vốn )?(?:vào|cho) (?:các |những )?(?:dự án|nhà máy)"
        r" (?:cũ|hiện hữu|hiện có|đang hoạt động|đang chạy|đã cấp(?: phép)?)[^,;.\d]{0,16}$"
    )
)
_RAISES = regex.compile(
    fold_pattern(r"[^;]{0,40};\s*(?:cho phép |đã )?(?:điều chỉnh|tăng vốn|bổ sung vốn)[^;,.\d]{0,30}$")
)
_OF_SHARES = regex.compile(fold_pattern(r"\s*,? (?:là |đến )?từ (?:góp vốn|mua cổ phần)"))


# "Còn 2 tỷ USD, tăng 40%, là tiền của 1.500 lượt mua cổ phần"
_WORTH_OF_SHARES = regex.compile(
    fold_pattern(
        r"(?:\s*,\s*(?:tăng|giảm|bằng"
        r"|chiếm) [\d.,]+\s?%(?: [\p{L} ]{0,24})?,?)?\s*,? là (?:(?:giá trị|số tiền|vốn|tiền) )?"
        r"(?:của )?(?:[\d.,]+ )?(?:lượt )?(?:góp vốn|mua cổ phần)"
    )
)


def take_counted(spot: Spot) -> None:
    """What the thing counted or paid says of investor and flow ("4 dự án nước ngoài", "1,5 tỷ USD vốn FDI")."""
    passage, frame = spot.passage, spot.frame
    counted = spot.quantity.dimension in ("count-project", "count-case")
    capital = spot.quantity.dimension == "money" and passage.folded[
        spot.after[0] : spot.after[0] + 5
    ].lstrip().startswith(_CAPITALS)
    behind = _behind(spot) if counted or capital else []
    granted = (_MORE, _GRANTED, _AMONG_NEW)
    granted_anew = counted and any(told.search(passage.folded, *spot.gap) for told in granted)
    if granted_anew and not so_far(spot, spot.quantity.full_start):
        frame.put("flow", "new", "flow.named")  # "nhận thêm 28 dự án"
    if spot.quantity.dimension == "money":
        if _INTO_OLD.search(passage.folded, *spot.gap):
            frame.put("flow", "additional", "flow.named")
        raised = _FROM_RAISED.match(passage.folded, spot.quantity.full_end, passage.sentence.end)
        if raised is not None:
            frame.put("flow", "additional" if raised["more"] else "new", "flow.named")
    if (counted or spot.quantity.dimension == "money") and _ALL_FOREIGN.match(
        passage.folded, spot.quantity.full_end, passage.sentence.end
    ):
        frame.put("investor", "fdi", "investor.named")  # "4 dự án mới, vốn 62 triệu USD, toàn bộ là vốn ngoại"
    if counted and _OLD.match(passage.folded, spot.quantity.full_end, passage.sentence.end):
        frame.put("flow", "additional", "flow.named")  # "141 dự án cũ rót thêm 902 triệu USD"
    if counted and frame.investor == "domestic" and _RAISES.match(passage.folded, *spot.gap):
        frame.investor = None  # "7 dự án trong nước, 300 tỷ đồng; bổ sung vốn cho 5 dự án": of both
    shares = spot.quantity.dimension == "money" and (
        _OF_SHARES.match(passage.folded, spot.quantity.full_end)
        or _WORTH_OF_SHARES.match(passage.folded, spot.after[0])
    )
    if shares:
        frame.put("flow", "contribution", "flow.named")  # "còn 95 triệu USD là tiền mua cổ phần"
    if spot.quantity.dimension == "count-case" and _SHARES in spot.quantity.noun:
        frame.put("flow", "contribution", "flow.named")  # "8.561 lượt góp vốn, mua cổ phần"
    anew = _ANEW.match(passage.folded, spot.quantity.end, spot.after[1]) if counted else None
    if anew is not None and (anew["came"] is None or not so_far(spot, spot.quantity.full_start)):
        frame.put("flow", "new", "flow.named")  # "đón 9 dự án FDI mới"
    for word in passage.nouns.get(spot.index, []):
        flows(word, spot)  # "2.714 dự án cấp phép mới"
    both = counted and _HOME_AND_ABROAD.match(passage.folded, spot.quantity.full_end, passage.sentence.end) is not None
    if both:
        frame.investor = None  # "8 dự án đầu tư trong nước và nước ngoài"
    for word in [*passage.nouns.get(spot.index, []), *behind]:
        for scheme in ("flow",) if both else ("investor", "flow"):
            label = word.of("code/" + scheme)
            stands = label is not None and label.concept.code == "new" and not granted_anew and so_far(spot, word.start)
            if label is not None and (plain(label) or word in behind) and not stands:
                frame.put(scheme, label.concept.code, f"{scheme}.named")
                if label.concept.code == "domestic":
                    frame.partner = None  # "Trung Quốc có 61 dự án ...; ngoài ra còn 445 dự án trong nước"
        if not both:
            source(passage, word, frame)


# "đầu tư trong nước và nước ngoài", "cả FDI lẫn DDI"
_HOME_AND_ABROAD = regex.compile(
    fold_pattern(
        r"[\p{L} ]{0,20}(?:(?:trong nước|ddi)(?: và| lẫn|,)(?: đầu tư)? (?:nước ngoài|fdi)"
        r"|(?:nước ngoài|fdi)(?: và| lẫn|,)"
        r"(?: đầu tư)? (?:trong nước|ddi))(?![\p{L}])"
    )
)


def _behind(spot: Spot) -> list[Word]:
    """The words that go on with a counted thing ("4 dự án nước ngoài", "549 lượt dự án điều chỉnh vốn")."""
    start, stop = spot.after
    limit = _ENDS.search(spot.passage.folded[start:stop])
    end = start + limit.start() if limit else stop
    return [t for t in spot.passage.between(start, end) if isinstance(t, Word)]


def source(passage: Passage, word: Word, frame: Frame) -> None:
    """Foreign or domestic, where the wording of an indicator says it ("dự án có vốn đầu tư nước ngoài")."""
    if any(label.concept.code in INVESTED for label in word.labels):
        wording = passage.folded[word.start : word.end]
        if sums.FOREIGN.search(wording):
            frame.put("investor", "fdi", "investor.named")
        elif _HOME.search(wording):
            frame.put("investor", "domestic", "investor.named")


def read(figure: Figure, renamed: bool) -> str | None:
    """Who invests or trades; ``renamed`` tells that the gap names the indicator again."""
    frame, discourse, code = figure.frame, figure.discourse, figure.code
    if code not in BY_INVESTOR:
        return None
    investor = frame.investor
    if frame.origins.get("investor") == _HEADED and code not in INVESTED:
        investor = None  # under "Đầu tư nước ngoài", exports are of all
    if code == "total-investment" and not figure.index and named_again(figure):
        investor = frame.investor = None
    if investor is not None and closing.closed(figure, renamed):
        investor = frame.investor = None
    if code in INVESTED and investor == "domestic" and frame.partner is not None:
        investor = frame.investor = "fdi"  # "... và 126 DA trong nước. Nhật Bản 79 DA"
    if code in INVESTED and figure.index and sums.of_both(figure):
        frame.investor = None
        return None
    brought = sums.brought(figure) if code in INVESTED and figure.index else None
    if brought is not None:
        investor = frame.investor = brought
    if code in INVESTED:
        general = discourse.investor if frame.zone_type is None or frame.partner else None
        if general is not None and investor is None and frame.partner is None and sums.of_all_kinds(figure):
            general = None
        of_list = discourse.list_investor if figure.passage.sentence.level >= DASH else None
        if investor is None and (frame.partner or general or of_list):
            investor = "fdi" if frame.partner else general or of_list
        if investor is None and discourse.foreign and discourse.own == "VN" and not sums.of_home(figure):
            investor = "fdi"  # a national text on foreign capital goes on with it
        if investor is None and sums.in_dollars(figure):
            investor = "fdi"
            figure.rules.append("investor.dollars")
        return sums.by_currency(figure, investor) if figure.measure == "level" else investor
    if code == "budget-revenue" and figure.index and _NEXT_SOURCE.search(figure.passage.folded, *figure.gap):
        investor = frame.investor = None  # "trong đó khối FDI nộp 900 tỷ đồng; thu xuất nhập khẩu 200 tỷ đồng"
    clause = max(figure.passage.folded.rfind(mark, *figure.gap) for mark in ",;")
    named = any(word.of("code/investor") for word in figure.gap_words() if word.start > clause)
    if (
        code == "budget-revenue"
        and figure.index
        and renamed
        and not named
        and not _PAYS.search(figure.passage.folded, *figure.gap)
    ):
        investor = frame.investor = None  # "7.000 tỷ đồng vốn trong nước, thu ngân sách 8.200 tỷ đồng"
    if code == "employment" and figure.index and (discourse.last in INVESTED or discourse.last in INVESTMENTS):
        counted = (
            figure.passage.quantities[0].dimension == "count-project"
        )  # "187 dự án FDI ..., sử dụng 74.000 lao động"
        investor = investor if counted and len(sums.kinds_named(figure)) < 2 else None
    if code in TRADED and figure.index and (next_goods(figure) or _LOCAL.search(figure.passage.folded, *figure.gap)):
        investor = frame.investor = None
    heading = figure.passage.sentence.level >= DASH and frame.origins.get("indicator") == "indicator.heading"
    told = heading or any(word.of("product") for word in figure.gap_words())
    goes_on = discourse.last == code and "investor" not in frame.origins and not renamed and not figure.index
    of_part = frame.partner is None or _THIS_PART.search(figure.passage.folded, *figure.gap) is not None
    goes_on = goes_on and not told and of_part
    if investor is None and code in TRADED and goes_on:
        investor = frame.investor = discourse.last_investor
    turns = figure.index and not named and ";" in figure.passage.folded[slice(*figure.gap)]
    if (
        code in TRADED
        and turns
        and frame.partner is not None
        and _TO_PARTNER.search(figure.passage.folded, *figure.gap)
    ):
        investor = frame.investor = None  # "DN FDI 261 tr.USD; đi Hàn Quốc 118 tr.USD"
    if code in ("employment", "wage") and investor is None:
        investor = _pointed(figure)  # "Khối này dùng 90.000 lao động"
    investor = _owner_behind(figure) or investor
    if investor is None and code in TRADED:
        investor = _pointed(figure)
    return investor


_TO_PARTNER = regex.compile(fold_pattern(r";\s*(?:(?:riêng|xuất khẩu|xuất|bán) )?(?:sang|đi|vào|thị trường|tới) "))
_PAYS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:nộp|đóng góp|đóng)(?![\p{L}])"))
_NEXT_SOURCE = regex.compile(
    fold_pattern(r";\s*(?:còn |riêng )?(?:thu|thuế|phí|tiền)(?! (?:hút|từ (?:khu vực|khối|doanh)))(?![\p{L}])")
)


def _pointed(figure: Figure) -> str | None:
    """The investors that a part points back to, told of without a figure ("... Khối này mang về 109 tỷ USD")."""
    if not _THIS_PART.search(figure.passage.folded, *figure.gap):
        return None
    told = [figure.discourse.last_parts.get("investor"), *(fact.investor for fact in figure.discourse.told[:-4:-1])]
    investor = figure.frame.investor = next((owner for owner in told if owner is not None), None)
    return investor


def _owner_behind(figure: Figure) -> str | None:
    """Whose an amount is, right behind it ("nhập siêu 5,9 tỷ USD của khu vực trong nước", "3 tỷ thuộc khối FDI")."""
    start, stop = figure.after
    word = next((t for t in figure.passage.between(start, stop) if isinstance(t, Word) and t.of("code/investor")), None)
    if word is None:
        return None
    if figure.passage.folded[figure.quantity.full_start - 2 : figure.quantity.full_start] == ", ":
        start += figure.passage.folded.startswith(",", start)  # "phần còn lại, 253 triệu USD, thuộc khối trong nước"
    if not _OF_PART.fullmatch(figure.passage.folded, start, word.start):
        return None
    label = word.of("code/investor")
    return label.concept.code if label is not None else None
