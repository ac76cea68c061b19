"""Quantities: value, range, unit with its rate, approximation, and what was repaired, anchored to the digits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon import load
from kg.mentions.quantity import Quantity, find, spelled
from kg.text.normalise import fold, normalise
from tables import FOLDER, rows
from test_numerals import vietnamese


def quantities(text: str) -> list[Quantity]:
    """The quantities with a unit that a text states in digits."""
    return [q for q in find(text, fold(text), 0, len(text), load(), []) if q.unit is not None]


@pytest.mark.parametrize("frame", ["{}", "Kết quả là {}.", "({}; còn lại)"])
@pytest.mark.parametrize(
    ("text", "digits", "value", "value_max", "unit", "approx", "repair"), rows("quantities.table", 7)
)
def test_a_quantity(
    text: str, digits: str, value: str, value_max: str, unit: str, approx: str, repair: str, frame: str
) -> None:
    text = normalise(frame.format(text))
    (found, *rest) = quantities(text)
    assert not rest
    assert text[found.start : found.end] == digits
    assert (found.value, found.value_max) == (Decimal(value), Decimal(value_max) if value_max else None)
    assert (found.unit, found.approx) == (unit, approx or None)
    assert [r.was for r in found.repairs] == ([repair] if repair else [])


def _lines(name: str) -> list[str]:
    return [line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]


@pytest.mark.parametrize("text", _lines("no_quantities.txt"))
def test_digits_that_are_no_quantity(text: str) -> None:
    assert not quantities(text)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("hai triệu lượt khách", "2000000", "visit"),
        ("một triệu rưỡi tấn", "1500000", "tonne"),
        ("hai mươi mốt nghìn không trăm mười một tấn", "21011", "tonne"),
        ("ba nghìn tỷ đồng", "3000000000000", "VND"),
        ("mười hai phần trăm", "12", "percent"),
        ("bốn trăm doanh nghiệp", "400", "enterprise"),
    ],
)
def test_a_quantity_in_words(text: str, value: str, unit: str) -> None:
    (found,) = spelled(fold(text), 0, len(text), load())
    assert (found.value, found.unit, text[found.start]) == (Decimal(value), unit, text[0])


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("lần lượt 4 và 5 dự án", ["4", "5"]),
        ("tăng 3,2% và 4,5%", ["3.2", "4.5"]),
        ("10,5 tỷ USD và 21.196 tỷ đồng", ["10500000000", "21196000000000"]),
        ("35/55 CCN", ["35", "55"]),
        ("từ 5 đến 7 dự án", ["5"]),
    ],
)
def test_numbers_side_by_side(text: str, values: list[str]) -> None:
    assert [q.value for q in quantities(text)] == [Decimal(v) for v in values]


_TEXTS = st.text(alphabet=st.sampled_from("0123456789.,- %/()+tỷđồngriệuUSDkhoảhơn\n") | st.characters(), max_size=120)


@given(_TEXTS)
def test_a_quantity_holds_its_digits_in_order(text: str) -> None:
    text = normalise(text)
    end = 0
    for found in find(text, fold(text), 0, len(text), load(), []):
        assert 0 <= found.full_start <= found.start < found.end <= found.full_end <= len(text)
        assert found.start >= end
        assert text[found.start].isdigit()
        assert text[found.end - 1].isdigit()
        end = found.end


@given(st.decimals(min_value="0.01", max_value=10**9, places=2), st.sampled_from(["tấn", "ha", "%", "kWh", "m3"]))
def test_what_is_written_reads_back(value: Decimal, unit: str) -> None:
    text = f"đạt {vietnamese(value)} {unit}"
    (found,) = quantities(text)
    assert found.value == value
    assert text[found.start : found.end] == vietnamese(value)
