"""Vietnamese numerals, in digits and in words, are exact decimals; what had to be repaired says so."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.text.normalise import fold
from kg.text.numerals import JOINT, mend_digits, parse_digits, parse_words
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
    with pytest.raises(ValueError, match="no numeral"):
        parse_digits(surface)


def test_spaces_within_a_numeral_may_be_marked_as_such() -> None:
    assert parse_digits(f"7.012{JOINT},5") == (Decimal("7012.5"), "stray-space")


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


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("đạt 2.4o6 tỉ đồng", "đạt 2.406 tỉ đồng"),
        ("giảm 17l,3%", "giảm 171,3%"),
        ("4l.6o8,5 tấn", "41.608,5 tấn"),
        ("7.ooo con", "7.000 con"),
        ("tăng 9,o2%", "tăng 9,02%"),
    ],
)
def test_letters_inside_of_a_numeral_are_digits(text: str, mended: str) -> None:
    assert mend_digits(text) == mended


@pytest.mark.parametrize(
    "text", ["10l", "3,5l dầu", "15l/phút", "20o", "o2 và co2", "lò hơi số 5", "mã 5ol", "loại 1, loại 2"]
)
def test_letters_beside_a_numeral_stay(text: str) -> None:
    assert mend_digits(text) == text


_TYPED = st.text(alphabet="0123456789ol., %tđ(", max_size=40) | st.text(max_size=60).map(fold)


@given(_TYPED)
def test_mending_keeps_every_offset_and_touches_but_two_letters(text: str) -> None:
    mended = mend_digits(text)
    assert len(mended) == len(text)
    assert {(was, now) for was, now in zip(text, mended, strict=True) if was != now} <= {("o", "0"), ("l", "1")}


@given(_TYPED)
def test_mending_needs_a_digit_beside_the_letter(text: str) -> None:
    assume(not any(text[i] in "ol" and _beside_a_digit(text, i) for i in range(len(text))))
    assert mend_digits(text) == text


def _beside_a_digit(text: str, at: int) -> bool:
    """Whether a digit stands next to a letter, with other such letters or a mark at most between them."""
    before, after = text[:at].rstrip("ol.,"), text[at:].lstrip("ol.,")
    return before[-1:].isdigit() or after[:1].isdigit()


@given(st.integers(1000, 10**12), st.data())
def test_a_letter_typed_inside_of_a_numeral_reads_as_its_digit(n: int, data: st.DataObject) -> None:
    written = vietnamese(Decimal(n))
    places = [i for i in range(1, len(written) - 1) if written[i] in "01"]
    assume(places)
    at = data.draw(st.sampled_from(places))
    typed = written[:at] + {"0": "o", "1": "l"}[written[at]] + written[at + 1 :]
    assert mend_digits(f"đạt {typed} tấn") == f"đạt {written} tấn"
    assert parse_digits(typed) == (Decimal(n), "letters-for-digits")
