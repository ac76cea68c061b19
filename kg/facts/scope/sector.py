"""The branch of the economy that a number is about, or the kind of a budget's revenue or expenditure."""

from __future__ import annotations

import regex

from kg.facts import phrase
from kg.facts.kinds import RELATIVE
from kg.facts.scope import employers
from kg.facts.scope.figure import Figure
from kg.facts.scope.into_branch import of_counted, of_those, put_into
from kg.facts.scope.wording import around, is_generic, names_indicator, names_owner, noun_like, renamed, stands_as_part
from kg.facts.tokens import Passage
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern

# What is told by branches that no list names, each by its own words; the branches of all else are known ones.
_OF_MANY_PARTS = frozenset(
    {
        "iip",
        "gdp",
        "retail-sales",
        "industrial-production-value",
        "industrial-consumption-index",
        "industrial-inventory-index",
        "industrial-labour-index",
    }
)
_OF_ALL = ("gdp", "labour-productivity", "employment")  # of the economy: industry is a branch of it
# "doanh thu dịch vụ lưu trú, ăn uống": a part of retail sales that its own wording names
_LODGING = regex.compile(
    fold_pattern(r"doanh thu (?:(?:dịch vụ )?(?P<what>lưu trú(?:,? (?:và )?ăn uống)?)|(?P<what>dịch vụ khác))$")
)
_WHOLE = fold_pattern("toàn ngành ")
_NUMBERED = ("I", "II", "III")
_INDUSTRIAL = "công nghiệp"
_SERVICES = "dịch vụ"
_RETAIL = "bán lẻ"
_WITHOUT = regex.compile(fold_pattern(r"(?<![\p{L}])(?:(?:loại )?trừ|không (?:tính|kể|bao gồm))\s*$"))
_WITHOUT_PART = regex.compile(r"(?:loại )?trừ |không (?:tính|kể|bao gồm) ")
_BRANCH = (fold_pattern("ngành"), fold_pattern("khu vực"))
_PULLS = regex.compile(fold_pattern(r"(?<![\p{L}])(?:kéo|giúp|đưa|khiến|làm|đẩy|góp phần)(?![\p{L}])"))
_RATE = regex.compile(fold_pattern(r"(?<![\p{L}])(?:mức|đà|nhịp)(?: (?:tăng|giảm|sụt giảm))+\s*$"))
_RATE_OF = regex.compile(fold_pattern(r"\s*%?\s*của (?:ngành |khu vực )?"))
_HEADED = regex.compile(fold_pattern(r"(?:ngành|lĩnh vực|khu vực|khối|tỷ trọng|nhóm)\s*$"))
_PART_OF = regex.compile(  # "giá trị nông nghiệp trong GDP", "phần đóng góp của dịch vụ trong GRDP"
    fold_pattern(r"(?<![\p{L}])(?:tỷ lệ|phần|giá trị|đóng góp|vai trò)(?: \p{L}+){0,3} $")
)
_IN_WHOLE = regex.compile(
    fold_pattern(r"(?: \p{L}+){0,4} trong (?:tổng )?(?:gdp|grdp|sản phẩm|nền kinh tế)(?![\p{L}])")
)
_SUBJECT = regex.compile(
    fold_pattern(r"\s*(?:là|đứng|dẫn đầu|thu hút|hút|nhận|tiếp tục|chiếm|vẫn|với|tăng trưởng)(?![\p{L}])")
)
_GOODS = regex.compile(fold_pattern(r"bán lẻ(?:\s+hàng hóa)?$"))  # "trong đó bán lẻ hàng hóa chiếm 83%"
_MANUFACTURING = regex.compile(fold_pattern(r"(?:công nghiệp\s+)?chế biến,?\s+chế tạo"))
_POWER_KIND = (
    r"(?:thủy điện|nhiệt điện|mặt trời|sinh khối|điện (?:mặt trời|gió|sinh khối|rác|khí|than|hạt nhân|tái tạo)"
    r"|năng lượng tái tạo)"
)
_BARE_KIND = ("mặt trời", "sinh khối")  # "điện gió 1.060 MW, mặt trời 645 MW"
_POWER = regex.compile(
    fold_pattern(
        _POWER_KIND + r"(?: (?:vừa và nhỏ|mái nhà|áp mái|trên bờ|ngoài khơi))?(?:(?:, | và )" + _POWER_KIND + r")*"
    )
)
_COUNTS = ("count-enterprise", "count-project", "count-person")
# "Ngành dệt may phấn đấu chiếm 12% GDP"
_WHOLE_BRANCH = regex.compile(
    fold_pattern(
        r"(?<=(?:^|[,;.:“\n]|rằng)\s*)ngành (?P<what>(?!này)\p{L}+(?: (?!phải )\p{L}+)?) (?:việt nam|phải"
        r"|phấn đấu|đạt|đóng góp"
        r"|chiếm|hiện|đã|sẽ)(?![\p{L}])"
    )
)
_OFFICE_NAME = 40  # letters
_FIRMS = frozenset(
    {"new-enterprises", "new-enterprise-capital", "enterprises", "exited-enterprises", "resumed-enterprises"}
)
_TOTAL_OF = fold_pattern("tổng")
_BODY = regex.compile(r"(?:quốc hội|[uủ][yỷ] ban|chính phủ|hđnd|bộ \p{L}|sở \p{L})")  # who tells, no branch
_INTO_BRANCH = regex.compile(
    r"^(?:mới )?(?:(?:đổ|rót|chảy|đầu tư) )?(?:vào|trong|cho|thuộc) (?:(?:các )?(?:lĩnh vực|ngành) )?"
    r"|^(?:các )?(?:lĩnh vực|ngành) "
)
_FUNDS = regex.compile(
    fold_pattern(
        r"(?:nguồn vốn|vốn|nguồn)\s+(?:đầu tư\s+|từ\s+|cho\s+)*(?P<what>trái phiếu chính phủ|tpcp|xây dựng cơ bản|xdcb"
        r"|(?:các )?chương trình mục tiêu(?: quốc gia)?|ctmtqg|ctmt|ngân sách (?:trung ương|địa phương|tỉnh|huyện|xã)"
        r"|nsđp|nstw|(?:do )?(?:trung ương|địa phương) quản lý)(?![\p{L}])"
    )
)
_FIRM = regex.compile(fold_pattern(r"(?<![\p{L}])(?:doanh nghiệp|dn|công ty)\s+(?:ngành\s+|kinh doanh\s+)?$"))
_BORN = regex.compile(
    fold_pattern(
        r"\s+(?:được\s+)?(?:thành lập|đăng ký|gia nhập|mới|giải thể|ngừng|tạm ngừng"
        r"|tăng|của)"
    )
)
_WHOLE_OF = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:mức|đà|tốc độ|nhịp) (?:tăng|giảm|tăng trưởng) (?:chung|của toàn|toàn)(?![\p{L}])")
)
# "nhờ vậy phần của khu vực này trong cơ cấu kinh tế lên 31%"
_THIS_BRANCH = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:khu vực|ngành|lĩnh vực|nhóm ngành|ngành hàng) (?:này"
        r"|ấy)(?![\p{L}])"
    )
)
_DIGIT = regex.compile(r"\d")


_VERBS = regex.compile(r",? (?:đang|đã|hiện|sử dụng|giải quyết|tạo việc) ")
_OF_OFFICE = regex.compile(r"(?<![\p{L}])(?:Vụ|Cục|Viện|Phòng|Trung tâm|Chi cục|Tổng cục|Khoa)(?: \p{L}+){1,6} $")


def take(figure: Figure, gap: list[Word]) -> None:
    """The branch that the words before a number name, into the frame; a renamed indicator is of the whole."""
    text, start = figure.passage.text, figure.passage.sentence.start
    gap = [w for w in gap if not _only_behind(figure, w)]
    gap = [w for w in gap if not _OF_OFFICE.search(text, max(start, w.start - _OFFICE_NAME), w.start)]
    frame, code = figure.frame, figure.code
    of_count = figure.measure == "level" and figure.quantity.dimension in _COUNTS
    counted = of_counted(figure) or of_those(figure) if of_count else put_into(figure)
    if counted:
        frame.put("sector", counted, "sector.behind")
        figure.rules.append("sector.behind")
        return
    if (
        frame.sector is not None
        and _WITHOUT_PART.match(frame.sector)
        and ";" in figure.passage.folded[slice(*figure.gap)]
    ):
        frame.sector = None  # "tăng 1,7%, nếu không tính lọc dầu thì tăng 5,4%; tỉnh bên tăng 3,2%"
    behind = frame.sector if frame.origins.get("sector") == "sector.behind" and figure.measure in RELATIVE else None
    if behind and behind in figure.passage.text[slice(*figure.gap)].lower():
        return  # "46 nghìn doanh nghiệp mới trong ngành bán lẻ, chiếm 33%"
    known = _funds(figure) if code == "public-investment" else _of_firms(figure, gap) if code in _FIRMS else None
    if known is not None:
        frame.put("sector", known, "sector.named")
        figure.rules.append("sector.named")
        return
    of = _rate_of(figure) if figure.measure == "growth" else None
    if of is not None:
        frame.put("sector", around(figure.passage, of), "sector.named")
        figure.rules.append("sector.named")
        return
    told = frame.sector or figure.discourse.last_parts.get("sector")
    if (
        told is not None
        and not any(w.of("sector") for w in gap)
        and _THIS_BRANCH.search(figure.passage.folded, *figure.gap)
    ):
        frame.put("sector", told, "sector.anaphor")
        figure.rules.append("sector.anaphor")
        return
    inside = _power(figure) if code == "installed-capacity" else _inside_wording(figure, gap)
    if inside:
        frame.put("sector", inside, "sector.of-indicator")
        figure.rules.append("sector.of-indicator")
        return
    named = _named(figure, gap)
    text = _worded(figure, named)
    if code == "retail-sales" and text == _SERVICES and len(named) == 1 and _ends_name(figure, named[0]):
        text = ""
    if code == "retail-sales" and text == _RETAIL and figure.discourse.last != code:
        text = ""  # "GRDP tăng 8%, bán lẻ tăng 11%": the indicator itself
    if code == "gdp" and figure.measure == "share" and not named:
        whole = _WHOLE_BRANCH.search(figure.passage.folded, figure.passage.sentence.start, figure.quantity.full_start)
        if whole is not None:
            frame.put("sector", figure.passage.text[whole.start("what") : whole.end("what")].lower(), "sector.phrase")
            figure.rules.append("sector.phrase")
            return
    if text.upper() in _NUMBERED and named:
        text = phrase.lower(figure.passage.text[named[-1].start : named[-1].end])  # "khu vực II": no head to strip
    text = _INTO_BRANCH.sub("", text)
    text = _VERBS.split(text)[0] if named else text  # "dệt may đang hoạt động, sử dụng trên 98.000 lao động"
    if not named and _BODY.match(text.lower()):
        text = ""  # "Quốc hội giao chỉ tiêu 6 - 6,5%"
    if not named and any(figure.passage.text[w.start : w.end] == text for w in gap if w.of("code/investor")):
        text = ""  # "DN FDI +5,1%, DNNN -2,4%": who, and no branch
    generic = is_generic(text) and not (code in _OF_ALL and text == _INDUSTRIAL)
    if text and not generic and _is_branch(text, named, figure, gap) and not _DIGIT.search(text):
        frame.put("sector", text, "sector.named" if named else "sector.phrase")
        figure.rules.append(frame.origins["sector"])
    elif code in ("enterprises", "employment") and employers.of_industry(figure, gap):
        frame.put("sector", "công nghiệp", "sector.of-indicator")
    elif code in ("employment", "wage") and frame.sector is None and employers.employer(figure) is not None:
        frame.put("sector", employers.employer(figure), "sector.phrase")
    elif (renamed(gap, code) and (figure.measure != "growth" or _told_branches(figure))) or of_whole(figure):
        frame.sector = None


def _only_behind(figure: Figure, word: Word) -> bool:
    """Whether a bracket names a branch only as the one ahead ("thứ 2 (chỉ sau chế biến, chế tạo) với 505 dự án")."""
    folded, start = figure.passage.folded, figure.passage.sentence.start
    opened = folded.rfind("(", start, word.start)
    return opened >= 0 and _ONLY_BEHIND.fullmatch(folded, opened, word.start) is not None


_ONLY_BEHIND = regex.compile(fold_pattern(r"\(\s*(?:chỉ )?(?:đứng |xếp )?sau (?:ngành |lĩnh vực )?(?:công nghiệp )?"))


def of_whole(figure: Figure) -> bool:
    """Whether a growth is said to be of the whole ("kéo mức tăng chung của toàn ngành công nghiệp xuống còn 3%")."""
    folded = figure.passage.folded
    if figure.measure != "growth":
        return False
    if _WHOLE_OF.search(folded, *figure.gap) is not None:
        return True
    again = _RATE_ANEW.search(folded, *figure.gap)
    return again is not None and _THEREOF.search(folded, figure.passage.sentence.start, figure.gap[0]) is not None


# "..., trong đó điện chiếm 45%; nhịp tăng cả giai đoạn 15%/năm": of what the part was of
_THEREOF = regex.compile(fold_pattern(r"(?<![\p{L}])(?:trong đó|trong số đó|gồm)(?![\p{L}])[^;]*$"))
_RATE_ANEW = regex.compile(
    fold_pattern(
        r";\s*(?:nhịp(?: độ)?|tốc độ|mức) (?:tăng|giảm)(?: trưởng)?(?: (?:cả|của cả"
        r"|trong cả) (?:giai đoạn|thời kỳ|5 năm)"
        r"| bình quân| hằng năm| hàng năm| trung bình)"
    )
)


def _funds(figure: Figure) -> str | None:
    """The funds that public investment is told of ("vốn trái phiếu Chính phủ giải ngân 900 tỷ đồng")."""
    told = list(_FUNDS.finditer(figure.passage.folded, *figure.gap))
    return figure.passage.text[told[-1].start("what") : told[-1].end("what")] if told else None


def _of_firms(figure: Figure, gap: list[Word]) -> str | None:
    """The branch between the firms counted and what becomes of them ("doanh nghiệp bất động sản thành lập mới")."""
    folded = figure.passage.folded
    for word in reversed(gap):
        if word.of("sector") is None or not _BORN.match(folded, word.end, figure.quantity.full_start):
            continue
        if _FIRM.search(folded, max(figure.gap[0], word.start - 26), word.start):
            return figure.passage.text[word.start : word.end].lower()
    return None


def _rate_of(figure: Figure) -> Word | None:
    """The branch right behind a rate that is told as such ("bù cho mức giảm 6,2% của khai khoáng")."""
    folded, (start, stop) = figure.passage.folded, figure.after
    if not _RATE.search(folded, *figure.gap):
        return None
    word = next((t for t in figure.passage.between(start, stop) if isinstance(t, Word) and t.labels), None)
    named = word is not None and word.of("sector") is not None
    return word if named and word is not None and _RATE_OF.fullmatch(folded, start, word.start) else None


def _ends_name(figure: Figure, word: Word) -> bool:
    """Whether a branch only ends the name of retail sales, apart ("bán lẻ hàng hóa , dịch vụ", "TMBL HH&DV")."""
    return any(names_indicator(w, figure.code) and 0 < word.start - w.end <= 4 for w in figure.gap_words())


def _told_branches(figure: Figure) -> bool:
    """Whether the branch in force was that of a number before ("dịch vụ tăng 7,2%, đưa GRDP tăng 8,9%")."""
    return figure.index > 0 and figure.frame.origins.get("sector") in ("sector.named", "sector.phrase")


def _named(figure: Figure, gap: list[Word]) -> list[Word]:
    """The known branches that follow the name of the indicator, or precede it as its subject."""
    passage = figure.passage
    last = max((w.end for w in gap if names_indicator(w, figure.code)), default=-1)
    return [
        w
        for w in gap
        if w.of("sector")
        and not (
            figure.code == "iip"  # of which industry is the whole
            and passage.folded.endswith(_WHOLE, 0, w.start)
            and passage.folded[w.start : w.end] == employers.INDUSTRY
        )
        and not (w.end <= last and _PULLS.search(passage.folded, w.end, last))
        and not _a_cause(figure, w)
        and (w.start >= last or _headed(passage, w) or _SUBJECT.match(passage.folded[w.end : w.end + 14]))
    ]


def _a_cause(figure: Figure, word: Word) -> bool:
    """Whether a branch is why something before it grew ("A tăng 20% nhờ lọc hóa dầu", "tăng 6% nhờ dệt, may; B 5%")."""
    folded, start = figure.passage.folded, figure.passage.sentence.start
    if _CAUSE.search(folded, max(start, word.start - 10), word.start):
        return True
    closed = folded.find(";", word.end, figure.quantity.full_start) >= 0
    return closed and _CAUSES.search(folded, max(start, word.start - 70), word.start) is not None


_CAUSE = regex.compile(fold_pattern(r"\d ?%\)? nhờ (?:có )?$"))
_CAUSES = regex.compile(fold_pattern(r"\d ?%\)?,? (?:nhờ|do|bởi) (?:có |vì )?(?:[\p{L} ]{2,30}(?:, | và )){0,2}$"))


def _headed(passage: Passage, word: Word) -> bool:
    """Whether a branch before the indicator is its subject ("ngành dệt may đạt kim ngạch xuất khẩu")."""
    before = passage.folded[max(passage.sentence.start, word.start - 12) : word.start]
    if _HEADED.search(before) or passage.folded[word.start : word.end].startswith(_BRANCH):
        return True
    part = _PART_OF.search(passage.folded, passage.sentence.start, word.start) is not None
    return part and _IN_WHOLE.match(passage.folded, word.end) is not None


def _worded(figure: Figure, named: list[Word]) -> str:
    """The phrase before the number; the known branch itself where the phrase lacks it or is an abbreviation."""
    passage = figure.passage
    text = _STRAY.sub("", phrase.before(passage, figure.index))
    if not named:
        return text
    known, first = named[-1], text.split(" ")[0]
    without = _WITHOUT.search(passage.folded, max(figure.gap[0], known.start - 18), known.start)
    if without is not None:  # "IIP trừ dầu khí"
        return passage.text[without.start() : known.end].lower()
    whole = bool(text) and passage.text[known.start : known.end].lower() in text
    whole = whole and not _DIGIT.search(text)  # "một năm trước, ngành nông nghiệp"
    return text if whole and not (first.isupper() and len(first) > 2) else around(passage, known)


# what stands around a branch in its clause: "mức tăng ấy, chế tạo đi trước với 14%, tiếp đến sản xuất điện 9%"
_STRAY = regex.compile(
    r"^[=+]\s*|^(?:(?:ấy|này|đó|tiếp đến|kế đến|tiếp theo|sau đó|kế đó),?(?: là)? )+"
    r"| (?:đi trước|dẫn đầu|đứng đầu|đi đầu|dẫn dắt|bứt phá)$"
)


def _is_branch(text: str, named: list[Word], figure: Figure, gap: list[Word]) -> bool:
    """Whether a phrase is a branch: it holds a known one, or a growth or share is told of it and of nothing else."""
    if named:
        return not names_owner(text)
    part = figure.code == "retail-sales" and figure.index > 0 and figure.measure == "level"  # a group of goods
    part = part or _next_branch(figure, text)
    if figure.code not in _OF_MANY_PARTS or renamed(gap, figure.code) or not noun_like(text):
        return False
    last = max((w for w in gap if names_indicator(w, figure.code)), key=lambda w: w.start, default=None)
    return (part or figure.measure in ("growth", "share")) and stands_as_part(figure, text, last)


def _next_branch(figure: Figure, text: str) -> bool:
    """Whether an amount in a list by branches has words of its own ("chế biến 29.744 tỷ; điện 9.713 tỷ; nước")."""
    if figure.code not in _BY_VALUE or figure.measure != "level" or not figure.index or names_owner(text):
        return False
    if figure.frame.sector is None or figure.frame.origins.get("sector") not in ("sector.named", "sector.phrase"):
        return False
    return len(text.split()) <= _FEW_WORDS


_BY_VALUE = ("industrial-production-value", "gdp")
_FEW_WORDS = 6


def _inside_wording(figure: Figure, gap: list[Word]) -> str:
    """The branch that the wording of the indicator itself holds ("chỉ số tiêu thụ ngành công nghiệp chế biến ...")."""
    passage = figure.passage
    for word in reversed(gap):
        if names_indicator(word, figure.code):
            lodging = _LODGING.search(passage.folded, word.start, word.end) if figure.code == "retail-sales" else None
            if lodging is not None:
                return passage.text[lodging.start("what") : lodging.end("what")].lower()
            if figure.code == "retail-sales" and figure.discourse.last == figure.code and _of_retail(figure, word):
                match = _GOODS.search(passage.folded, word.start, word.end)
                return passage.text[match.start() : match.end()].lower() if match else ""
            match = _MANUFACTURING.search(passage.folded, word.start, word.end)
            return passage.text[match.start() : match.end()].lower() if match else ""
    return ""


def _of_retail(figure: Figure, word: Word) -> bool:
    """Whether goods sold by retail are a part of the total just told ("... Cụ thể, doanh thu bán lẻ hàng hóa đạt")."""
    if figure.index:
        return True
    soon = figure.discourse.count - figure.discourse.last_at <= 1
    return soon and not figure.passage.folded.startswith(_TOTAL_OF, word.start)


def _power(figure: Figure) -> str:
    """The kind of power whose capacity is told, the last named before it ("13 dự án điện gió, tổng công suất ...")."""
    passage = figure.passage
    behind = _POWER.match(phrase.following(passage, figure.index))
    if behind:
        at = passage.folded.find(behind.group(), figure.quantity.full_end)  # "1.000 MW điện mặt trời"
        return passage.text[at : at + len(behind.group())].lower()
    kinds = list(_POWER.finditer(passage.folded, passage.sentence.start, figure.quantity.full_start))
    if kinds:
        kind = passage.text[kinds[-1].start() : kinds[-1].end()].lower()
        return f"điện {kind}" if kind.startswith(_BARE_KIND) else kind
    told = figure.discourse.told[-1] if figure.discourse.told else None  # "46 dự án điện, tổng công suất 3.058 MW"
    beside = told is not None and told.evidence.sentence_start == passage.sentence.start and figure.index
    return told.sector or "" if told is not None and beside and told.indicator == "investment-projects" else ""
