"""Damage to a text such as typists, scanners and converters do, at random but the same for the same seed.

Each kind has a rate: how likely one place where it could happen is hit. They are a few times what poor copies of
reports show, so that one pass over a clean text meets every kind.
"""

from __future__ import annotations

import re
import unicodedata
from random import Random

# A numeral of an amount; days, numbers of documents and shares of a list are left alone.
NUMERAL = re.compile(r"(?<![\d/.])\d[\d.,]*\d(?=\s?(?:%|tỷ|triệu|tr|nghìn|tấn|ha|USD|dự án|doanh))")
VERB = re.compile(r"\b(đạt|tăng|giảm|bằng|ước) (?=\d)")
UNIT = re.compile(r"(?<=\d) (?=(?:tỷ|triệu|tấn|%))")
COMMA = re.compile(r"(?<=\w), ")
WORD = re.compile(r"\b[a-zà-ỹđ]{2,}\b")

SPACE_IN_NUMERAL = 0.06  # "14 .730,5", "14. 730,5"
LETTER_FOR_ZERO = 0.04  # "73O,5"
LETTER_FOR_ONE = 0.02  # "l40"
GLUED_VERB = 0.08  # "đạt14.730"
GLUED_UNIT = 0.08  # "730tỷ"
COMMA_MOVED = 0.06  # "chế biến ,chế tạo", "chế biến,chế tạo"
TONE_LOST = 0.035  # "khu vưc"

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def damaged(text: str, seed: int) -> str:
    """The text (in NFC) with errors of typing; the same seed gives the same errors."""
    chance = Random(seed)
    text = NUMERAL.sub(lambda match: _numeral(match[0], chance), text)
    text = VERB.sub(lambda match: match[1] if chance.random() < GLUED_VERB else match[0], text)
    text = UNIT.sub(lambda match: "" if chance.random() < GLUED_UNIT else match[0], text)
    text = COMMA.sub(lambda match: chance.choice((" ,", ",")) if chance.random() < COMMA_MOVED else match[0], text)
    return WORD.sub(lambda match: toneless(match[0]) if chance.random() < TONE_LOST else match[0], text)


def toneless(word: str) -> str:
    """A word without its tone: its vowels keep their own marks ("chế" becomes "chê")."""
    parted = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(sign for sign in parted if sign not in _TONES))


def _numeral(numeral: str, chance: Random) -> str:
    lot = chance.random()
    if lot < SPACE_IN_NUMERAL:
        at = max(numeral.rfind("."), numeral.rfind(","))
        if at < 0:
            return numeral
        at += chance.randrange(2)
        return f"{numeral[:at]} {numeral[at:]}"
    for letter, digit, rate in (("o", "0", LETTER_FOR_ZERO), ("l", "1", LETTER_FOR_ONE)):
        lot = chance.random()
        at = numeral.find(digit, 1)
        if lot < rate and at > 0 and len(numeral) > 2:
            return f"{numeral[:at]}{letter}{numeral[at + 1 :]}"
    return numeral
