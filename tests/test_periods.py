"""Times that figures are about: found in the text, resolved against the discourse and the document's date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions import period
from kg.mentions.period import Period, find, openings
from kg.mentions.resolve import Clock, resolve
from kg.mentions.times import OPENINGS
from kg.text.letters import LETTERS
from kg.text.normalise import fold, normalise
from tables import FOLDER, rows

JUNE = Clock(year=2024, today=date(2024, 6, 11))


def periods(text: str) -> list[Period]:
    folded = fold(text)
    return list(find(folded, 0, len(text), openings(folded)))


def begins(key: str) -> bool:
    """Whether a time may begin with these letters."""
    return any(probe.match(key, partial=True) for probe in period.PROBES)


def test_the_openings_are_all_that_times_can_begin_with() -> None:
    letters = sorted({fold(c) for c in LETTERS if c.isprintable()})
    known = {fold(opening) for opening in OPENINGS}
    assert not any(" " in opening for opening in known)  # it would hide what its second word opens
    keys = [c for c in letters if (c.isalnum() or c == "(") and begins(c)]
    while keys:
        grown = [key for key in keys if not any(key.startswith(opening) for opening in known)]
        assert not [key for key in grown if not any(opening.startswith(key) for opening in known)]
        keys = [key + c for key in grown for c in letters if begins(key + c)]


@pytest.mark.parametrize("frame", ["{}", "Trong báo cáo, {}, tỉnh đạt kết quả tốt", "({})"])
@pytest.mark.parametrize(("text", "flow", "stock"), rows("periods.table", 3))
def test_a_period(text: str, flow: str, stock: str, frame: str) -> None:
    (found,) = periods(frame.format(text))
    assert (resolve(found, JUNE, False), resolve(found, JUNE, True)) == (flow, stock or flow)


@pytest.mark.parametrize("frame", ["tăng 8% {}", "tăng 8% {}, đạt kế hoạch"])
@pytest.mark.parametrize(("text", "kind", "year"), rows("comparisons.table", 3))
def test_a_comparison_is_no_time_of_the_figure(text: str, kind: str, year: str, frame: str) -> None:
    (found,) = periods(frame.format(text))
    assert (found.kind, found.year) == (kind, int(year) if year else None)


def _lines(name: str) -> list[str]:
    return [line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]


@pytest.mark.parametrize("text", _lines("no_periods.txt"))
def test_no_period(text: str) -> None:
    assert not periods(text)


@pytest.mark.parametrize(
    ("text", "today", "period"),
    [
        ("tháng trước", date(2024, 1, 15), "2023-12"),
        ("tháng này", date(2023, 12, 31), "2023-12"),
        ("năm ngoái", date(2021, 3, 1), "2020"),
        ("đến nay", date(2019, 10, 2), "@2019-10-02"),
        ("9 tháng", date(2019, 10, 2), "2019-01/2019-09"),
        ("cả năm", date(2024, 1, 20), "2023"),
        ("đến nay", None, "@"),
        ("tháng 5", None, None),
        ("năm ngoái", None, None),
        ("tháng 5/2018", None, "2018-05"),
    ],
)
def test_the_documents_date_decides_what_the_text_leaves_out(text: str, today: date | None, period: str | None) -> None:
    (found,) = periods(text)
    assert resolve(found, Clock(year=today.year if today else None, today=today), False) == period


def test_several_times_come_in_order() -> None:
    text = "Tháng 5/2024 tăng 2% so với tháng trước; 5 tháng đầu năm tăng 6% so với cùng kỳ năm 2023"
    assert [p.kind for p in periods(text)] == ["month", "versus", "months", "same"]


@given(st.integers(1990, 2060), st.integers(1, 12), st.integers(1, 28))
def test_a_date_that_is_written_reads_back(year: int, month: int, day: int) -> None:
    (found,) = periods(f"tính đến ngày {day}/{month}/{year}")
    assert resolve(found, JUNE, True) == f"@{date(year, month, day).isoformat()}"


_PIECES = "năm tháng quý 6 12 13 0 99 2023 1023 I IV / - . so với cùng kỳ đến hết đầu cuối ngày 31/12/2022 nay ( ) , T9"
_WORDS = st.lists(st.sampled_from(_PIECES.split()), max_size=30).map(" ".join)


@given(_WORDS | st.text(max_size=100))
def test_times_are_in_order_and_apart(text: str) -> None:
    text = normalise(text)
    end = 0
    for found in periods(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@given(_WORDS | st.text(max_size=100), st.booleans())
def test_whatever_is_found_resolves_to_a_time_of_the_calendar_or_to_none(text: str, stock: bool) -> None:
    for found in periods(normalise(text)):
        period = resolve(found, JUNE, stock)
        for part in (period or "").removeprefix("@").split("/"):
            numbers = [p for p in part.split("-") if p and not p.startswith("Q")]
            assert len(numbers) < 2 or 1 <= int(numbers[1]) <= 12
