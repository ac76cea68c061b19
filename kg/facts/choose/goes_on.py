"""What a sentence goes on with: the indicator of the one before, or the outputs of a list of goods."""

from __future__ import annotations

import regex

from kg.facts import phrase
from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.kinds import GROWN, INVESTED, MADE, TRADED
from kg.facts.measure import Reading
from kg.facts.place import area_code
from kg.facts.tokens import Passage
from kg.mentions.scan import Word
from kg.text.normalise import fold_pattern
from kg.text.segment import PROSE

_GOODS = regex.compile(
    fold_pattern(r"\s*(?:về|theo|xét về|xét theo|một số|các|nhóm)?\s*(?:mặt hàng|nhóm hàng|thị trường|hàng hóa)")
)
_GOES_ON = regex.compile(
    fold_pattern(
        r"\s*(?:\d+\.\s*)?(?:nhịp độ|trong đó|cụ thể|theo đó|riêng|con số|tốc độ|mức tăng|số này|bên cạnh đó"
        r"|đứng thứ|tiếp theo|tiếp đến|trong khi|các ngành|nhóm|ngành|khu vực|so với|nếu|đây|tính|còn|duy nhất|vốn"
        r"|như vậy|ngoài ra|cùng kỳ|trước đó|\()"
    )
)
_BOUGHT = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:mua(?: vào| về)?(?: (?:nhiều|lớn|mạnh) nhất,?(?: với| đạt| tới)?)?|nhập của ta"
        r"|tiêu thụ(?:[^,.;:\d]{0,30}:)?|(?:khách hàng|bạn hàng|nơi tiêu thụ|(?<!nhập khẩu )thị trường) (?:lớn"
        r"|số|chính|hàng)[^,.;:\d]{0,24}:?)\s*$"
    )
)
_NEAR = 4  # lines that a subject lasts without being named again
_LATER = 6  # where a sentence says that it goes on ("Nhóm giao thông ...")
# "Chia theo thành phần: khu vực FDI ...", "Doanh nghiệp trong nước góp ..."
_BY_OWNER = regex.compile(
    fold_pattern(
        r"\W*(?:(?:phân|chia|xét|tính|nếu)?\s*theo [^:,]{0,40}[:,]\s*)?"
        r"(?:trong đó,? |riêng )?(?:khối|khu vực|doanh nghiệp|các doanh nghiệp|dn|thành phần|ngoài|kinh tế)(?![\p{L}])"
    )
)
# "Bộ dự báo con số cả năm 2022 sẽ lên 8 tỷ USD"
_FIGURE = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:(?:con số|kết quả) (?:của )?(?:cả năm|năm nay|này|đó|ấy)|(?:tỷ lệ|mức) ấy|giá trị (?:này"
        r"|đó))(?![\p{L}])"
    )
)
_GOODS_BEHIND = regex.compile(
    fold_pattern(r"\s*(?:giá trị )?hàng(?: hóa)? (?:(?P<out>xuất)|nhập)(?: khẩu)?(?! siêu)(?![\p{L}])")
)
_COLLECTED = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:thu|nộp)(?: (?:được|về|nộp|vào|ngân sách|nsnn|khoảng|hơn|gần|trên|đạt))*\s*$")
)
_ASSIGNED = regex.compile(fold_pattern(r"(?<![\p{L}])(?:được )?giao (?:dự toán|chỉ tiêu|kế hoạch)(?: \p{L}+){0,4}\s*$"))
_MADE_WORTH = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:làm ra|tạo ra|sản xuất ra)(?: (?:được|khoảng|hơn|gần|trên))*\s*$")
)
_TOURISM = regex.compile(fold_pattern(r"(?<![\p{L}])du lịch[^,;.\d]{0,30} thu(?! hút)"))
_SHARES = regex.compile(fold_pattern(r"(?<![\p{L}])(?:góp vốn|mua cổ phần)(?![\p{L}])"))
_WITH_RATE = regex.compile(
    fold_pattern(r"(?<![\p{L}])(?:mức|tốc độ|đà) (?:tăng|giảm)(?: trưởng)?(?: tới| đến| gần| hơn)?\s*$")
)
_OF = 20  # letters from a rate to the country that it is of
_FUNDS = regex.compile(fold_pattern(r"\W*(?:nguồn )?vốn(?! fdi| đăng ký)(?![\p{L}])"))
_CAPITAL = fold_pattern("vốn")
_DISBURSES = fold_pattern("giải ngân")
_SOON = 3  # sentences of running text that it lasts
_COMES_TO = regex.compile(fold_pattern(r"\s*,\s*(?:mới |chỉ |đã )*(?:đạt|bằng)\s*"))
_CLOSES = regex.compile(fold_pattern(r"\s*(?:[.;,)]|$|và )"))
_LEAD = 70  # letters before a number that can still be of the subject of the sentence before
_LEADS = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:động lực|đầu tàu|chủ lực|dẫn đầu|dẫn dắt|vẫn là|thuộc về"
        r"|nhiều nhất|lớn nhất)(?![\p{L}])"
    )
)
_EMPTY = frozenset(("con số", "kết quả", "kết quả trên", "tổng cộng", "mức này", "số lượng", "trị giá", "tổng trị giá"))


def inheritable(discourse: Discourse, passage: Passage, index: int, reading: Reading) -> str | None:
    """The indicator that a sentence without one goes on with, where it plainly does."""
    sentence = passage.sentence
    if discourse.last is None or sentence.line - discourse.last_line > _NEAR:
        return None
    if discourse.exported and _BOUGHT.search(passage.folded, sentence.start, passage.quantities[index].full_start):
        countries = (t for t in passage.tokens if isinstance(t, Word) and t.start < passage.quantities[index].start)
        if any(
            c is not None and c != "VN" and not c.startswith("VN-") for c in (area_code(w, None) for w in countries)
        ):
            return "export-turnover"  # "Hoa Kỳ mua 612 triệu USD"
    sold = _GOODS_BEHIND.match(passage.folded, passage.quantities[index].full_end)
    if sold is not None and discourse.last in TRADED:
        return f"{'export' if sold['out'] else 'import'}-turnover"  # "khối FDI với 100 tỷ USD hàng xuất khẩu"
    goes_on = bool(_GOES_ON.match(passage.folded, sentence.start, sentence.end))
    if sentence.level == PROSE and discourse.count - discourse.last_at > (_LATER if goes_on else _SOON):
        return None
    if (
        discourse.last in ("import-turnover", "trade-balance", "trade-turnover")
        and discourse.exported
        and _GOODS.match(passage.folded, sentence.start, sentence.end)
    ):
        return "export-turnover"  # a list of goods after both sides of trade is of what is sold
    stop = passage.quantities[index].full_start
    lead = passage.folded[sentence.start : stop]
    if discourse.last == "budget-revenue" and (_COLLECTED.search(lead) or _ASSIGNED.search(lead)):
        return discourse.last  # "Lũy kế 10 tháng, toàn ngành thu 293 nghìn tỷ đồng"
    if discourse.last in INVESTED and len(lead) < 2 * _LEAD and _SHARES.search(lead):
        return "registered-capital"  # "Hoạt động góp vốn, mua cổ phần sụt mạnh, chỉ còn 2,4 tỷ USD"
    if discourse.last == "industrial-production-value" and _MADE_WORTH.search(lead):
        return discourse.last  # "Từ đầu năm, các nhà máy đã làm ra 30.285 tỷ đồng"
    if discourse.last == "tourist-arrivals" and _TOURISM.search(lead):
        return discourse.last
    if reading.measure in ("completion", "multiple") or goes_on or _FIGURE.search(lead):
        return discourse.last
    if discourse.last == "public-investment" and _FUNDS.match(lead) and reading.rule == "measure.percent-level":
        return discourse.last  # "Vốn Trung ương hỗ trợ đạt 57,4%"
    if discourse.last == "public-investment" and reading.rule == "measure.percent-level" and _DISBURSES in lead:
        return discourse.last  # "Tỉnh đặt mục tiêu giải ngân trên 95%"
    words = [t for t in passage.tokens if isinstance(t, Word) and t.start < stop]
    if discourse.last in INVESTED and any(w.of("code/flow") for w in words) and _CAPITAL in lead:
        return "registered-capital"  # "Vốn bổ sung vào các dự án đang hoạt động tăng 42%, đạt 4,7 tỷ USD"
    named = discourse.named_alone
    soon = named is not None and named[1] == discourse.count - 1 and discourse.last_at < named[1]
    if named is not None and soon and named[0] in TRADED and discourse.last in TRADED and _FOREMOST.match(lead):
        return named[0]  # "7 nhóm hàng đạt kim ngạch xuất khẩu trên 1 tỷ USD. Dẫn đầu là điện thoại với ..."
    alone = named is not None and named[1] == discourse.count - 1 and reading.measure == "growth"
    if named is not None and alone and any((area_code(w, discourse.own) or "").startswith("VN-") for w in words):
        return named[0]  # "IIP đi lên ở đa số tỉnh. Hà Nam khá nhất, tăng 21%"
    if discourse.last in TRADED and reading.measure == "growth" and _WITH_RATE.search(lead):
        of = next(
            (t for t in passage.tokens if isinstance(t, Word) and t.start >= passage.quantities[index].full_end), None
        )
        if of is not None and area_code(of, None) is not None and of.start - passage.quantities[index].full_end < _OF:
            return discourse.last  # "Với mức giảm 12% của Úc, ..."
    part = any(w.of("sector") or w.of("product") or w.of("area") or "anaphor" in w.cues for w in words)
    if part or (len(lead) < _LEAD and _BY_OWNER.match(lead) and any(w.of("code/investor") for w in words)):
        return discourse.last
    owned = any((label := w.of("code/investor")) is not None and label.kind != "context" for w in words)
    if owned and len(lead) < 2 * _LEAD and _LEADS.search(lead):
        return discourse.last  # "động lực chính vẫn là khối doanh nghiệp FDI với 71 nghìn tỷ đồng"
    subject = phrase.before(passage, index) if sentence.level == PROSE else ""
    return discourse.last if len(lead) < _LEAD and (not subject or subject in _EMPTY) else None


_SO_FAR = regex.compile(
    fold_pattern(
        r"\s*,\s*(?:như vậy|tức là|tức|nghĩa là|và|đến nay)[, ]*(?:(?:sau |qua |hết )?\d{1,2} tháng|nửa năm|đến nay)?"
        r"(?: (?:tỉnh|ngành|địa phương))? (?:đã|mới)(?: (?:chỉ|đạt|thực hiện|hoàn thành|được))+\s*"
    )
)
_FOREMOST = regex.compile(fold_pattern(r"\W*(?:dẫn đầu|đứng đầu|nhiều nhất|lớn nhất|cao nhất|đáng kể nhất)(?![\p{L}])"))
_OTHER_GOODS = regex.compile(
    fold_pattern(
        r"\W*(?:các |một số |những )?(?:sản phẩm|mặt hàng)(?: công nghiệp)? (?:khác|chủ yếu"
        r"|chủ lực)(?: \p{L}+){0,3}? (?:gồm|như|là)(?![\p{L}])"
    )
)


def products_open(discourse: Discourse, frame: Frame, passage: Passage) -> bool:
    """Whether amounts of goods are read as outputs here: after output figures or under a heading on production."""
    if frame.indicator in MADE or discourse.last in GROWN:
        return True
    if (
        discourse.made
        and any(isinstance(t, Word) and t.of("product") for t in passage.tokens)
        and discourse.last not in TRADED
    ):
        return True
    if (
        discourse.last in MADE
        and passage.sentence.line - discourse.last_line <= 2
        and any(isinstance(t, Word) and t.of("product") for t in passage.tokens)
    ):
        return True
    if discourse.made and _OTHER_GOODS.match(passage.folded, passage.sentence.start):
        return True  # "Các sản phẩm khác gồm sữa tươi 71.500 tấn, đường kính 62.000 tấn"
    if frame.indicator is None and discourse.last not in TRADED and _goods_of_place(passage):
        return True
    if passage.sentence.level != PROSE and _PRODUCES.match(passage.folded, passage.sentence.start):
        return True  # "2. Nông, lâm nghiệp: lương thực có hạt 308.700 tấn; ..."
    return passage.sentence.level not in (PROSE, 0) and (discourse.outline.producing() or discourse.last in MADE)


def _goods_of_place(passage: Passage) -> bool:
    """Whether an item lists goods with their amounts right behind a place ("Lào Cai: quặng 2 triệu tấn; thép ...")."""
    words = passage.words
    if len(words) < 2 or "area" not in words[0].wording.first or words[1].of("product") is None:
        return False
    opens = _THEN.fullmatch(passage.folded, words[0].end, words[1].start) is not None
    return opens and sum(word.of("product") is not None for word in words) > 1


_PRODUCES = regex.compile(
    fold_pattern(
        r"\W*(?:(?:\d{1,2}(?:\.\d)*|[a-zđ]|[ivx]+)[.)/]\s*)?(?:(?:sản xuất|ngành|về|kết quả) )*"
        r"(?:nông|lâm|trồng trọt|chăn nuôi|thủy sản|công nghiệp|tiểu thủ công|sản xuất|cây trồng)[^:;.\d]{0,30}:"
    )
)
_THEN = regex.compile(r"\s?:\s*")
_ESTIMATED_AT = regex.compile(
    fold_pattern(r"(?:.*[;.] ?|\W*)(?:ước|dự kiến|phấn đấu)[^,;.%]{0,40} (?:đạt|được)(?: (?:khoảng|hơn|gần|trên))*\s*")
)


def plan_told(passage: Passage, index: int, discourse: Discourse, reading: Reading, code: str) -> bool:
    """Whether a bare "đạt 41%", "bằng 46%" behind an amount is of a plan that the sentences before told of.

    Of revenue and expenditure it always is: what is set against them goes without saying.
    """
    if reading.rule not in ("measure.percent-level", "measure.equal"):
        return False
    soon = discourse.count - discourse.completed_at <= 1
    if soon and code == "public-investment" and _ESTIMATED_AT.fullmatch(passage.folded, *passage.gap(index)):
        return True  # "Giải ngân đến 15/6 đạt 37% kế hoạch. Ước đến hết tháng 6 đạt 42%."
    if not index:
        return False
    aimed = discourse.told[-1:]
    if aimed and aimed[0].status == "target" and _SO_FAR.fullmatch(passage.folded, *passage.gap(index)):
        return True  # "giữ mục tiêu xuất khẩu 900 triệu USD, như vậy 10 tháng đã đạt 94%"
    before, quantity, folded = passage.quantities[index - 1], passage.quantities[index], passage.folded
    if before.dimension == "percent" or before.unit is None or not _CLOSES.match(folded, quantity.full_end):
        return False
    if not _COMES_TO.fullmatch(folded, *passage.gap(index)):
        return False
    near = discourse.count - discourse.completed_at <= _SOON
    return near or (code.startswith("budget-") and reading.rule == "measure.equal")
