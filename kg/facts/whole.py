"""What a document says as a whole, taken in before its sentences are read one by one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import regex

from kg.facts import two_times, whose
from kg.facts.clock import set_beside, start_clock
from kg.facts.discourse import Discourse
from kg.facts.goods import goods
from kg.facts.place import announced, bilateral, home_district, region_titled
from kg.facts.scope import zone
from kg.lexicon import Lexicon
from kg.mentions import Period, Scan
from kg.mentions.resolve import resolve
from kg.model import Document
from kg.text.normalise import fold_pattern

_TERM_OF = fold_pattern("nhiệm kỳ")
_ANCHORS = ("months", "year", "quarter", "month")
_FOREIGN = regex.compile(fold_pattern(r"(?<![\p{L}])(?:fdi|đầu tư nước ngoài|vốn ngoại)(?![\p{L}])"))
_AMONG = regex.compile(  # "trong số này 63 dự án FDI": the others are not
    fold_pattern(
        r"(?:trong đó|trong số này|trong số đó|bao gồm|gồm)[^.;]{0,12}\d[\d.]* (?:dự án|da) (?:fdi|có vốn)"
        r"|(?:trong đó|trong số này|trong số đó),? (?:dự án |khối |riêng )?(?:fdi|vốn ngoại)(?: là| có| chiếm|:)? \d"
        r"|\d (?:dự án|da) (?:đầu tư )?(?:trong nước|ddi|đttn)(?![\p{L}])"
    )
)
_RARE = 4  # times as often that a text names foreign investors as others: an aside on these changes nothing
_TITLES = 500  # letters in which the title of a report stands
_HEAD = 400  # letters in which an article says what it is about
_FIGURES_OF = regex.compile(
    r"(?i)^\W*số liệu|số liệu(?: (?:chốt|tính|cập nhật|thống kê|tổng hợp|đến|hết|tại|thời điểm))*\s*$"
)
_REPORTED = "báo cáo tình hình"
_TERM = 5  # years of a plan


def discourse(document: Document, scan: Scan, times: list[Period], lexicon: Lexicon, own: str | None) -> Discourse:
    """The discourse with which the reading of a document starts: its own place, its subject, who invests in it."""
    clock = start_clock(document.date, scan.folded, times)
    started = Discourse(document.id, lexicon, own, clock, mended=scan.mended)
    if own in (None, "VN"):
        started.bilateral = bilateral(scan)
        started.goods = goods(document.text, scan.words_of("product"))
    started.titled_region = region_titled(scan) if own == "VN" else None
    started.document_own, started.several = own, announced(scan, own)
    started.firms = whose.firms(document.text)
    started.board_of = zone.board_of(scan.folded)
    started.two_times = two_times.announced(scan.folded)
    started.indicator_words = len(scan.words_of("indicator"))
    started.district, started.all_district = home_district(scan, own, document.text)
    sources = Counter(
        label.concept.code
        for word in scan.words_of("code/investor")
        for label in word.labels
        if label.concept.scheme == "code/investor" and label.kind != "context"
    )
    about = sources["fdi"] >= 2 or _FOREIGN.search(scan.folded, 0, _HEAD)
    others = sum(sources[code] for code in ("domestic", "state", "private"))
    if about and others * _RARE <= sources["fdi"] and not _AMONG.search(scan.folded):
        started.investor = "fdi"  # an article on foreign investment says so once, and means it throughout
    return started


def take_times(periods: list[Period], discourse: Discourse, folded: str) -> None:
    """Take in the times of the whole document: its spans of years, and the first that figures can be of."""
    spans = [p for p in periods if p.kind == "span" and p.year and p.year_to]
    for period in sorted(
        spans, key=lambda p: folded.find(_TERM_OF, max(0, p.start - 9), p.end) >= 0
    ):  # a congress's last
        discourse.spans.setdefault(period.year_to or 0, f"{period.year}/{period.year_to}")
    for period in periods:
        end = (period.year_to or 0) + _TERM
        term = period.kind == "span" and period.year is not None and end - period.year == 2 * _TERM - 1
        if term and end not in discourse.spans and any(p.kind == "until" and p.year == end for p in periods):
            discourse.spans[end] = f"{(period.year_to or 0) + 1}/{end}"  # "2016 - 2020 ...; chỉ tiêu đến năm 2025"
    discourse.anchor = next(
        (
            p
            for p in periods
            if p.kind in _ANCHORS
            and p.misprint is None
            and p.relative is None
            and not set_beside(p, discourse.clock, folded)
        ),
        None,
    )


def take_title(text: str, periods: list[Period], discourse: Discourse) -> None:
    """Remember up to when a text counts, where its title in capitals says so ("TÌNH HÌNH ... ĐẾN HẾT THÁNG 9/2020")."""
    for period in periods:
        if period.start > _TITLES:
            return
        line = text[text.rfind("\n", 0, period.start) + 1 : period.end]
        if period.kind == "asof" and line.isupper() and text[period.end : period.end + 1] in ("", "\n"):
            discourse.clock.counted = resolve(period, discourse.clock, True)
            return
        if period.kind in ("asof", "day") and _FIGURES_OF.search(line[: len(line) - (period.end - period.start)]):
            period = replace(period, kind="asof")
            discourse.clock.counted = resolve(period, discourse.clock, True)  # "(Số liệu tính đến ngày 31/8/2022)"
            return
        reports = discourse.clock.today is None and period.year is not None and _REPORTED in line.casefold()
        if period.kind == "asof" and reports and text[period.end : period.end + 1] in (".", "\n"):
            discourse.clock.counted = resolve(period, discourse.clock, True)  # "... báo cáo ... đến hết tháng 8/2020."
            return
