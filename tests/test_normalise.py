"""Offsets count the text after NFC and newline normalisation; folding makes a twin of the same length."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.text.letters import LETTERS, decode, encode, encode_any
from kg.text.normalise import bare, fold, fold_any, normalise
from tables import rows

_SOUP = st.text(alphabet=st.characters() | st.sampled_from("ưƯơđĐƣÐðİıßŉǰẞﬁ²³％ẰẴ–—“”\u00a0\u0301\u0323\u200b\ufeff"))


@pytest.mark.parametrize(("one", "other"), rows("folding.table", 2))
def test_spellings_side_by_side_fold_to_one(one: str, other: str) -> None:
    assert fold(normalise(one)) == fold(normalise(other))


@pytest.mark.parametrize("text", ["Hoà Bình", "TỶ LỆ", "Ủy ban nhân dân", "m² đất", "đƣợc"])
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tăng", "tang"),
        ("tấn", "tạ"),
        ("nghìn", "nghỉm"),
        ("đồng", "dong"),
        ("bán", "bản"),
        ("năm", "nam"),
        ("giảm", "giam"),
        ("cùng kỷ niệm 20 năm", "cùng kỳ niệm 20 năm"),
        ("cùng kỹ thuật", "cùng kỳ thuật"),
    ],
)
def test_words_that_differ_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_decomposed_text_is_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Kim ngạch xuất khẩu đạt 7 tỷ USD")
    assert normalise(decomposed) == "Kim ngạch xuất khẩu đạt 7 tỷ USD"


def test_line_ends_become_one_newline_and_nothing_else_is_touched() -> None:
    assert normalise("a\r\nb\rc\n d \t e  ") == "a\nb\nc\n d \t e  "


def test_bare_text_has_no_marks() -> None:
    assert bare("Hưng Yên, Đắk Lắk, Thừa Thiên Huế") == "hung yen, dak lak, thua thien hue"


@given(_SOUP)
@example("İ")
@example("ŉ ǰ ẞ")
def test_the_folded_twin_has_the_length_of_its_text(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(_SOUP)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(_SOUP)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(alphabet=st.sampled_from("aăâeêioôơuưyđ \n.,%01") | st.sampled_from("áàảãạấềệỉịồộớữỳ")))
def test_composed_and_decomposed_text_read_the_same(text: str) -> None:
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(text)


_OURS = st.text(alphabet=st.sampled_from(LETTERS) | st.sampled_from("qouQOUàáảãạèéẻẽẹỳýỷỹỵùúủũụÀÝỲy"))


@given(_OURS)
@example("hoà quỳ Quý tuỳ Hoè")
@example("ƯẠÌ")
def test_folding_by_bytes_is_folding_by_letters(text: str) -> None:
    assert fold(text) == fold_any(text)


@given(_OURS)
def test_one_byte_a_letter_and_back(text: str) -> None:
    assert len(encode(text)) == len(text)
    assert decode(encode(text)) == text


@given(_SOUP)
def test_other_letters_keep_every_offset(text: str) -> None:
    assert len(encode_any(text)) == len(text)


@pytest.mark.parametrize("word", ["chia sẻ", "san sẻ", "suôn sẻ", "chim sẻ"])
def test_words_that_a_tone_alone_tells_from_sẽ_are_kept_apart(word: str) -> None:
    assert not fold(word).endswith(fold("sẽ"))
    assert fold("bán sữa") != fold("bán sửa")
