"""Vietnamese numerals, in digits and in words, are exact decimals; what had to be repaired says so."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.normalise import fold
from kg.text.numerals import parse_digits, parse_words
from tables import rows


@pytest.mark.parametrize(("surface", "value", "repair", "whole"), rows("numerals.table", 4))
def test_a_numeral_in_digits(surface: str, value: str, repair: str, whole: str) -> None:
    assert parse_digits(surface, whole == "w") == (Decimal(value), repair or None)


@pytest.mark.parametrize(("words", "value", "used"), rows("numerals_words.table", 3))
def test_a_numeral_in_words(words: str, value: str, used: str) -> None:
    assert parse_words(fold(words).split()) == (Decimal(value), int(used))


@pytest.mark.parametrize("words", ["", "tỷ đồng", "nghìn", "doanh nghiệp", "rưỡi", "trên hai"])
def test_words_that_spell_no_number(words: str) -> None:
    assert parse_words(fold(words).split()) is None


@pytest.mark.parametrize("surface", ["", "tỷ", "..", "1a"])
def test_text_that_is_no_numeral_raises(surface: str) -> None:
    with pytest.raises((ValueError, ArithmeticError)):
        parse_digits(surface)


def vietnamese(value: Decimal) -> str:
    """A decimal as the law has it written: points behind thousands, a comma before decimals."""
    whole, _, part = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{part}" if part else grouped


@given(st.decimals(min_value=0, max_value=10**15, places=2) | st.integers(0, 10**15).map(Decimal))
def test_what_is_written_reads_back(value: Decimal) -> None:
    assert parse_digits(vietnamese(value)) == (value, None)


_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def _three(n: int, full: bool) -> list[str]:
    """A number below 1000 as it is spoken; ``full`` says the hundreds even where there are none."""
    hundreds, tens, units = n // 100, n // 10 % 10, n % 10
    words: list[str] = [_UNITS[hundreds], "trăm"] if hundreds or full else []
    if tens > 1:
        words += [_UNITS[tens], "mươi"]
        words += [{1: "mốt", 4: "tư", 5: "lăm"}.get(units, _UNITS[units])] if units else []
    elif tens == 1:
        words += ["mười", *([{5: "lăm"}.get(units, _UNITS[units])] if units else [])]
    elif units:
        words += ["linh", _UNITS[units]] if words else [_UNITS[units]]
    return words


def spoken(n: int) -> str:
    """A whole number below 10^12 as it is spoken."""
    words: list[str] = []
    for size, name in ((10**9, "tỷ"), (10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group = n // size % 1000
        if group:
            words += [*_three(group, bool(words)), *([name] if name else [])]
    return " ".join(words)


@given(st.integers(1, 10**12 - 1))
def test_what_is_spoken_reads_back(n: int) -> None:
    words = fold(spoken(n)).split()
    assert parse_words(words) == (Decimal(n), len(words))
