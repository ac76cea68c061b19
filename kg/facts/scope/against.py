"""Times that only a comparison tells: what something rose from, the year behind the one compared with."""

from __future__ import annotations

from dataclasses import replace

import regex

from kg.facts.clock import this_year
from kg.facts.kinds import COMPARED
from kg.facts.scope.adjacent import shifted
from kg.facts.scope.figure import Figure
from kg.mentions.period import Period
from kg.mentions.resolve import year_of
from kg.model import Observation
from kg.text.normalise import fold_pattern
from kg.text.segment import PROSE

# "tăng 3%, kém mức tăng của quý I/2020 4,4 điểm phần trăm": by how much the rate just told differs
_THAN_TIME = regex.compile(
    fold_pattern(
        r"(?<![\p{L}])(?:hơn|kém|thua)(?: so với)?(?: (?:mức|nhịp|tốc độ|đà))?(?: (?:tăng|giảm))?(?: trưởng)?(?: của)?"
        r" (?:cùng kỳ|quý|tháng|năm|\d+ tháng|nửa)[^,;.()%]{0,24}\s*$"
    )
)


def from_base(figure: Figure) -> Period | None:
    """The time that a sentence opens its comparison with, where a figure is what another rose or fell from.

    "So với cùng kỳ, kim ngạch giảm từ 234 triệu USD xuống 165 triệu USD".
    """
    passage = figure.passage
    if figure.reading.rule != "measure.from" or figure.index:
        return None
    against = next((t for t in passage.between(*figure.gap) if isinstance(t, Period)), None)
    if against is None or against.start - passage.sentence.start > _OPENS_WITH:
        return None
    if against.kind == "versus" and against.what == "month" and against.relative == -1 and not against.first:
        now = figure.discourse.main_period  # "So với tháng trước, lượng xe giảm từ 15.000 chiếc xuống 7.000 chiếc"
        month = now.first if now is not None and now.kind == "month" else None
        year = year_of(now, figure.discourse.clock) if now is not None else None
        if month is None or year is None:
            return None
        return Period(against.start, against.end, "month", year=year if month > 1 else year - 1, first=month - 1 or 12)
    if against.kind != "same":
        return None
    return None if any(isinstance(t, Period) for t in passage.between(*figure.after)) else shifted(against, figure)


def of_then(figure: Figure) -> Period | None:
    """The time compared with, of which a clause behind it tells the amount ("... 9 tháng năm 2017, khi mới có")."""
    passage = figure.passage
    times = [t for t in passage.between(*figure.gap) if isinstance(t, Period)]
    if not figure.index or not times or times[-1].kind not in COMPARED:
        return None
    if _WHEN_ONLY.fullmatch(passage.folded, times[-1].end, figure.quantity.full_start) is None:
        return None
    then = times[-1]
    current = figure.frame.period or figure.discourse.flow_period or figure.discourse.anchor
    if then.kind == "same":
        return shifted(then, figure)
    if then.kind != "versus" or then.what != "year" or then.year is None or current is None:
        return None
    return replace(current, year=then.year, relative=None, year_to=None)


def between_both(figure: Figure) -> Observation | None:
    """The later of two amounts told one behind the other, whose growth from the earlier this is by their numbers.

    "Năm 2023 xuất khẩu 2.614 triệu USD; năm 2022 là 2.870 triệu USD; giảm 8,9%."
    """
    told = figure.discourse.told[-2:]
    if figure.measure != "growth" or figure.index < _BOTH or len(told) < _BOTH:
        return None
    now, then = told
    start = figure.passage.sentence.start
    levels = all(f.measure == "level" and f.evidence.start >= start and f.period is not None for f in told)
    same = now.indicator == then.indicator == figure.code and now.unit == then.unit and now.area == then.area
    if not levels or not same or (now.period or "") <= (then.period or "") or not then.value:
        return None
    grown = (now.value - then.value) * 100 / abs(then.value)
    meant = figure.quantity.value if figure.reading.sign > 0 else -abs(figure.quantity.value)
    return now if abs(grown - meant) <= _ROUNDED else None


_BOTH = 2
_ROUNDED = 1  # percent points: amounts are often rounded
_WHEN_ONLY = regex.compile(
    fold_pattern(
        r",? (?:thời điểm|khi|lúc|vốn|năm)(?: mà| đó| ấy)?,? (?:(?:toàn |cả )?(?:tỉnh|thành phố|địa phương|ngành) )?"
        r"(?:còn |vẫn )?(?:mới |chỉ |mới chỉ )+(?:có|đạt|là|ở mức|thu|đón|dừng ở)(?: (?:khoảng|hơn|gần|trên|được))*\s*"
    )
)
_OPENS_WITH = 3  # letters, as a quotation mark before it


def gone_by(figure: Figure, mention: Period) -> Period:
    """A month that something rose or fell from is of the year before where this year's has not come yet."""
    today = figure.discourse.clock.today
    if figure.reading.rule != "measure.from" or mention.kind != "month" or mention.year is not None or today is None:
        return mention
    ahead = mention.relative is None and mention.first is not None and mention.first > today.month
    return replace(mention, year=today.year - 1) if ahead else mention


def year_after(figure: Figure) -> Period | None:
    """The year after the one that a sentence without a time of its own compares with ("hút 1,6 tỷ, gấp đôi năm 2022").

    It is what the text goes on to tell of.
    """
    passage, discourse = figure.passage, figure.discourse
    years = {t.year for t in passage.times if t.kind == "versus" and t.what == "year" and t.year is not None}
    years |= {
        t.year for t in passage.times if t.kind == "year" and t.year and passage.folded.endswith(_TIMES, 0, t.start)
    }
    now = this_year(discourse.clock)
    if len(years) != 1 or now is None or len({t.year for t in passage.times if t.year is not None}) != 1:
        return None
    year = years.pop() + 1
    if year != now:
        return None
    told = Period(passage.sentence.start, passage.sentence.start, "year", year=year)
    discourse.used.append(told)
    return told


_TIMES = fold_pattern("lần ")


def after_the_year_compared(figure: Figure, mention: Period, rule: str) -> str | None:
    """The year after the one that a growth is set against, where only the text before tells the sentence's time.

    "Số doanh nghiệp mới đạt kỷ lục với 110 nghìn, tăng 16,2% so với năm 2015" behind talk of another year.
    """
    if rule not in ("period.discourse", "period.anchor", "period.target") or figure.passage.sentence.level > PROSE:
        return None
    if mention.kind not in ("year", "until", "span"):
        return None
    first, last = figure.passage.quantities[0].full_start, figure.passage.sentence.end
    against = [t for t in figure.passage.between(first, last) if isinstance(t, Period) and t.kind in COMPARED]
    years = {t.year for t in against if t.kind == "versus" and t.what == "year" and t.year is not None}
    now, told = this_year(figure.discourse.clock), year_of(mention, figure.discourse.clock)
    if len(years) != 1 or len(against) != 1 or now is None or told is None:
        return None
    year = years.pop() + 1
    return str(year) if year != told and now - 1 <= year <= now else None


def differs(figure: Figure) -> bool:
    """Whether points say by how much the rate just told differs from another time's."""
    points = figure.quantity.dimension == "percent-point" and figure.measure == "change"
    if not points or not figure.index or not figure.discourse.told:
        return False
    return _THAN_TIME.search(figure.passage.folded, *figure.gap) is not None
