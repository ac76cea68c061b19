"""The errors of typing that the reader is measured with: the same for the same seed, and each kind among them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

import damage
from typing_errors import damaged, toneless

SENTENCE = "Kim ngạch xuất khẩu đạt 14.730,5 tỷ đồng, tăng 10,2% so với cùng kỳ, bằng 101,3% kế hoạch. "


def test_the_same_seed_makes_the_same_errors() -> None:
    assert damaged(SENTENCE * 9, 1) == damaged(SENTENCE * 9, 1) != damaged(SENTENCE * 9, 2)


@pytest.mark.parametrize("error", ["730 ,5", "730, 5", "o,2", "l,3", "đạt14", "5tỷ", ",tăng", "kê hoạch"])
def test_each_kind_of_error_is_made(error: str) -> None:
    assert error not in SENTENCE
    assert error in damaged(SENTENCE * 400, 1)


@pytest.mark.parametrize(("word", "bare"), [("chế", "chê"), ("vụ", "vu"), ("đồng", "đông"), ("tư", "tư")])
def test_a_word_loses_its_tone_alone(word: str, bare: str) -> None:
    assert toneless(word) == bare
    assert unicodedata.is_normalized("NFC", toneless(word))


def test_the_command_counts_what_is_lost(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(f"Năm 2023, tỉnh Hưng Yên. {SENTENCE}", encoding="utf-8")
    assert damage.main([str(tmp_path), "--seeds", "2"]) == 0
    assert " of 6 facts lost or changed by damage" in capsys.readouterr().out
