"""Ways to say the same in other words, or to set it otherwise: the facts of a text must not change with them.

Each is a name, a pattern, and what stands for it instead. They are told apart by what they try: how a page or a hand
sets a text, how units, times and comparisons are written, and by which name an indicator goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import regex


@dataclass(frozen=True)
class Rewording:
    """One way to say the same: what is done to a text."""

    name: str
    rewrite: Callable[[str], str]


_TABLE = r"""
spaces: two for one                 | \u0020 | \u0020\u0020
spaces: of a page                   | \u0020 | \u00a0
spaces: two behind a mark           | (?<=[,.;])\u0020 | \u0020\u0020
mark: none behind it                | (?<=[a-zà-ỹ%]),\u0020 | ,
mark: one before it                 | (?<=[a-zà-ỹ%]),(?=\u0020) | \u0020,
unit: apart from its percent sign   | (?<=\d)% | \u0020%
unit: percent in full               | (?<=\d)%(?!\p{L}) | \u0020phần trăm
unit: "tỉ" for "tỷ"                 | \btỷ đồng\b | tỉ đồng
unit: VND                           | \btỷ đồng\b | tỷ VND
unit: đ                             | \btỷ đồng\b | tỷ đ
unit: dollars in full               | \btriệu USD\b | triệu đô la Mỹ
unit: dollars in one word           | \btỷ USD\b | tỷ đôla
unit: tr.USD                        | \btriệu USD\b | tr.USD
unit: ngàn                          | \bnghìn\b | ngàn
number: without full stops          | (?<!\d)(\d)\.(\d{3})(?![\d.]) | \1\2
time: 6T                            | \b6 tháng đầu năm\b | 6T đầu năm
time: half of a year                | \b6 tháng đầu năm\b | nửa đầu năm
time: months in words               | \b6 tháng\b | sáu tháng
time: months without "đầu"          | \b(\d{1,2}) tháng đầu năm (20\d\d)\b | \1 tháng năm \2
time: month in full                 | \btháng (\d{1,2})/(20\d\d)\b | tháng \1 năm \2
time: month with a nought           | \btháng (\d)/(20\d\d)\b | tháng 0\1/\2
time: month with a hyphen           | \btháng (\d{1,2})/(20\d\d)\b | tháng \1-\2
time: month with a full stop        | \btháng (\d{1,2})/(20\d\d)\b | tháng \1.\2
time: day with full stops           | \b(\d{1,2})/(\d{1,2})/(20\d\d)\b | \1.\2.\3
time: day with hyphens              | \b(\d{1,2})/(\d{1,2})/(20\d\d)\b | \1-\2-\3
time: day in full                   | \bngày (\d{1,2})/(\d{1,2})/(20\d\d)\b | ngày \1 tháng \2 năm \3
time: quarter by a digit            | \bquý IV\b | quý 4
time: quarter with its year         | \bquý (I{1,3}|IV)/(20\d\d)\b | quý \1 năm \2
comparison: last year's             | \bnăm trước\b | năm ngoái
comparison: "so"                    | \bso với\b | so
comparison: CK                      | \bcùng kỳ\b | CK
comparison: "cùng kì"               | \bcùng kỳ\b | cùng kì
comparison: the plan for the year   | \bkế hoạch năm\b | kế hoạch cả năm
comparison: part of a plan          | \bđạt (\d[\d,]*%) (kế hoạch|dự toán)\b | hoàn thành \1 \2
verb: rises by as much              | \btăng (?=\d[\d,.]*%) | tăng tới\u0020
verb: rises by so much more         | \btăng (?=\d[\d,.]*%) | tăng thêm\u0020
verb: the rise that it comes to     | \btăng (?=\d[\d,.]*%) | đạt mức tăng\u0020
verb: falls away                    | \bgiảm (?=\d[\d,.]*%) | sụt giảm\u0020
verb: comes to                      | \bđạt (?=\d) | đạt được\u0020
verb: has a share                   | \bchiếm (?=\d) | chiếm tỷ trọng\u0020
verb: times as much                 | \bgấp (\d[\d,]*) lần\b | tăng gấp \1 lần
estimate: foreseen                  | \bước đạt\b | dự ước đạt
goal: aimed at                      | \bđặt mục tiêu\b | phấn đấu
part: of these                      | \b([Tt])rong đó\b | \1rong số đó
name: exports by their value        | \bkim ngạch xuất khẩu\b | giá trị xuất khẩu
name: exports cut short             | \bkim ngạch xuất khẩu\b | KNXK
name: the index in full             | (?<!\()\bIIP\b | chỉ số sản xuất toàn ngành công nghiệp
name: the index cut short           | \b[Cc]hỉ số sản xuất công nghiệp(?! \(IIP) | chỉ số SXCN
name: the product of a province     | (?<!\()\bGRDP\b | tổng sản phẩm trên địa bàn
name: foreign capital               | (?<!nguồn )\bvốn FDI\b | vốn đầu tư trực tiếp nước ngoài
name: foreign projects              | \bdự án FDI\b | dự án có vốn đầu tư nước ngoài
name: foreign firms                 | \b(?:khu vực|khối) FDI\b | khu vực có vốn đầu tư nước ngoài
name: zones in full                 | \bKCN\b | khu công nghiệp
name: zones cut short               | \bkhu công nghiệp\b | KCN
name: clusters in full              | \bCCN\b | cụm công nghiệp
name: firms cut short               | \bdoanh nghiệp\b | DN
name: new firms                     | \bdoanh nghiệp thành lập mới\b | doanh nghiệp đăng ký thành lập mới
name: the budget cut short          | \b([Tt])hu ngân sách nhà nước\b | \1hu NSNN
name: visitors                      | \blượt khách\b | lượt du khách
name: a province without its word   | \btỉnh (?=[A-ZĐ]) |
name: the United States             | \bHoa Kỳ\b | Mỹ
name: Japan                         | \bNhật Bản\b | Nhật
"""


def rewordings() -> Iterator[Rewording]:
    """All of them, as the table has them."""
    for line in _TABLE.strip().splitlines():
        name, pattern, instead = (part.strip(" ") for part in _cells(line))
        yield Rewording(name, _replacing(pattern, instead))


def _cells(line: str) -> list[str]:
    """The three cells of a line: a bar of a pattern has no space on both sides."""
    cells = regex.split(r"\s+\|(?:\s+|$)", line)
    return [*cells, *[""] * (3 - len(cells))]


def _replacing(pattern: str, instead: str) -> Callable[[str], str]:
    found = regex.compile(pattern)
    written = regex.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), instead)
    return lambda text: found.sub(written, text)
