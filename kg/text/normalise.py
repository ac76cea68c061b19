"""Text as the offsets count it, and a folded twin of the same length for matching.

Everything that looks for words looks in the folded twin, so a wording needs one spelling only;
everything that quotes takes the same offsets from the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

import regex
from ahocorasick_rs import BytesAhoCorasick, MatchKind

from kg.text.letters import LETTERS, decode, encode

# Letters that stand in for others where a font or an OCR went wrong, and typographic twins.
_STAND_INS = {
    "ƣ": "ư", "Ƣ": "ư", "ð": "đ", "Ð": "đ", "ñ": "đ", "Ñ": "đ", "ɖ": "đ", "Ɖ": "đ", "İ": "i",
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\u200b": " ", "\ufeff": " ",
    "–": "-", "—": "-", "‑": "-", "−": "-", "‒": "-",
    "“": '"', "”": '"', "„": '"', "’": "'", "‘": "'",
    "²": "2", "³": "3", "％": "%", "，": ",",
}  # fmt: skip
_LETTERS_FOR = {letter: other for letter, other in _STAND_INS.items() if letter in "ƣðɖ"} | {
    "Ƣ": "Ư",
    "Ð": "Đ",
    "Ɖ": "Đ",
}
# "kỹ/kĩ", "quý/quí", "tỷ/tỉ": both spellings are in use; "giãm" for "giảm", "bán lẽ" for "bán lẻ": the
# two tones sound alike in half of the country. The words of ours that differ by them alone are kept apart (_APART).
_I_FOR_Y = {"ý": "í", "ỳ": "ì", "ỷ": "ỉ", "ỹ": "ỉ", "ỵ": "ị"} | dict(zip("ãẵẫẽễĩõỗỡũữ", "ảẳẩẻểỉỏổởủử", strict=True))
_TONED = {
    first: [unicodedata.normalize("NFC", first + mark) for mark in "\u0301\u0300\u0309\u0303\u0323"]
    for first in "âêôơưaiuyeo"
}
# The old and the new place of the tone mark ("hoà/hòa"): folded to one, wherever the pair stands.
_TONES = tuple(
    (before, after)
    for first, tones in (("o", "àáảãạ"), ("o", "èéẻẽẹ"), ("u", "ỳýỷỹỵ"))
    for before, after in zip(
        (first + tone for tone in tones),
        (mark + unicodedata.normalize("NFD", tones[0])[0] for mark in ("òóỏõọ" if first == "o" else "ùúủũụ")),
        strict=True,
    )
)
_QU = tuple(("q" + u + "y", "qu" + y) for u, y in zip("ùúủũụ", "ỳýỷỹỵ", strict=True))
# Marks that hasty typing sets on the wrong letter, where no word of ours has them: "gía trị", "truớc", "tuơi".
_HASTY = tuple(("g" + i + "a", "gi" + a) for i, a in zip("íìỉĩị", "áàảãạ", strict=True))
# The mark on the last vowel where the first bears it: "đâỳ", "triêụ", "ngươì", "thương maị", "báo caó".
_LATE = tuple(
    (first + late, marked + last)
    for first, lasts in (
        ("â", "yu"),
        ("ê", "u"),
        ("ô", "i"),
        ("ơ", "i"),
        ("ư", "aiu"),
        ("a", "oiuy"),
        ("e", "o"),
        ("o", "i"),
    )
    for last in lasts
    for late, marked in zip(_TONED[last], _TONED[first], strict=True)
) + tuple(  # what is typed with an y there: it is folded to an i, which would bear the mark of the last letter
    (first + late, marked + "i") for first in "ôơưo" for late, marked in zip(_TONED["y"], _TONED[first], strict=True)
)
# The mark on the first vowel of a pair whose second bears it: "nghịêp", "thúôc", "lứơng".
_DOUBLED = tuple(
    (one + second, first + two)
    for ones, second, first, twos in (
        ("íìỉĩị", "ê", "i", "ếềểễệ"),
        ("ýỳỷỹỵ", "ê", "y", "ếềểễệ"),
        ("úùủũụ", "ô", "u", "ốồổỗộ"),
        ("ứừửữự", "ơ", "ư", "ớờởỡợ"),
    )
    for one, two in zip(ones, twos, strict=True)
)
_PERIOD_ENDS = (" năm", " 2", ",", ".", ";", ")", "\n")
# "kim nghạch", "nghành": the h that stands before e and i only; a space keeps its place
_MISSPELT = (
    *((f"so {typed} ", "so với ") for typed in ("vời", "vơi", "vói")),
    (" nghạch", "  ngạch"),
    (" nghành", "  ngành"),
    # "cùng kỷ năm trước", "so với cùng kỹ,": not "cùng kỷ niệm", "cùng kỹ thuật"
    *((f"cùng {typed}{end}", f"cùng kỳ{end}") for typed in ("kỷ", "kỹ", "ky") for end in _PERIOD_ENDS),
)
# "chia sẻ", "suôn sẻ" have nothing to do with "sẽ", nor "sửa" with "sữa": as no other word is spelt
_APART = (
    *((f"{word} s{typed}", f"{word} sè") for word in ("chia", "san", "suôn", "chim") for typed in "ẻẽ"),
    ("sữa", "sừa"),
)
_HORN = dict(zip("ơớờởỡợ", ("ươ", "ướ", "ườ", "ưở", "ưỡ", "ượ"), strict=True))
# In "quý" the u belongs to the consonant, and the mark to the y.
_PAIRS = dict((*_TONES, *_QU, *_HASTY, *_LATE, *_MISSPELT, *_APART)) | {
    "u" + horn: pair for horn, pair in _HORN.items()
}
_PAIR = regex.compile(
    "|".join(f"(?<!q){pair}" if pair[0] == "u" else regex.escape(pair) for pair in _PAIRS if pair[1:] not in _HORN)
    + "|(?<!q)u[ơớờởỡợ](?=[a-zàáảãạâầấẩẫậêềếểễệìíỉĩịôồốổỗộ])"
)


def normalise(raw: str) -> str:
    """The text that offsets count in: NFC, lines ended by one newline; nothing else is touched."""
    return unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))


def _swap(text: str, table: dict[str, str]) -> str:
    """Each letter of the table replaced: ``str.replace`` passes over a text that has none of it at once."""
    for letter, other in table.items():
        text = text.replace(letter, other)
    return text


def fold_any(text: str) -> str:
    """The folded twin, letter by letter: of any text, and what ``fold`` does faster for most."""
    plain = _swap(text, _STAND_INS)
    lowered = plain.lower()
    if len(lowered) != len(text):  # a letter whose lower case is longer: fold it alone
        lowered = "".join(c if len(c.lower()) != 1 else c.lower() for c in plain)
    for before, after in _DOUBLED:
        lowered = lowered.replace(before, after)
    while True:  # a mark may move twice where three vowels stand together
        letters = list(lowered)
        for pair in _PAIR.finditer(lowered, overlapped=True):  # "nguơì": the marks of both pairs move
            letters[pair.start() : pair.end()] = _PAIRS[pair[0]]
        placed = "".join(letters)
        if placed == lowered:
            return _swap(placed, _I_FOR_Y)
        lowered = placed


# Where a text goes into one byte a letter, a table is looked up for all letters at once.
def _byte_table(of: Callable[[str], str]) -> bytes:
    """What each byte becomes."""
    return encode("".join(map(of, LETTERS)))


_BYTE_LOWER = _byte_table(lambda c: _STAND_INS.get(c, c).lower())
_BYTE_I_FOR_Y = _byte_table(lambda c: _I_FOR_Y.get(c, c))
# All pairs are looked for in one pass of an automaton, which costs next to nothing. Most are misplaced wherever they
# stand; those that begin with an u are none behind a q ("quý"), and the horns of them only before a letter.
_BYTE_PAIRS = [
    *((encode(before), encode(after)) for before, after in _DOUBLED),
    *(
        (encode(before), encode(after))
        for before, after in _QU + _HASTY + _LATE + _MISSPELT + _APART + _TONES
        if before[0] != "u"
    ),
    *((encode(before), encode(after)) for before, after in _TONES if before[0] == "u"),
    *((encode("u" + horn), encode(whole)) for horn, whole in _HORN.items()),
]
_BECOME = [after for _, after in _BYTE_PAIRS]
_FROM_PLACED, _FROM_HORN = len(_DOUBLED), len(_BYTE_PAIRS) - len(_HORN)
_FROM_U = _FROM_HORN - sum(before[0] == "u" for before, _ in _TONES)
_ANY_PAIR = BytesAhoCorasick([before for before, _ in _BYTE_PAIRS], matchkind=MatchKind.Standard)
_Q = ord("q")
_BEFORE_HORN = encode("abcdefghijklmnopqrstuvwxyzàáảãạâầấẩẫậêềếểễệìíỉĩịôồốổỗộ")
_ESCAPES = re.compile(r"\\[SDWB]")


def _placed(letters: bytes, found: list[tuple[int, int, int]]) -> bytes:
    """The letters with the marks of all pairs that were found where they belong; no two of these overlap."""
    placed = bytearray(letters)
    for index, start, end in found:
        if index >= _FROM_U:
            if start and letters[start - 1] == _Q:
                continue
            if index >= _FROM_HORN and (end == len(letters) or letters[end] not in _BEFORE_HORN):
                continue
        elif index < _FROM_PLACED:  # in few texts; what they become may make other pairs
            for before, after in _BYTE_PAIRS[:_FROM_PLACED]:
                letters = letters.replace(before, after)
            return _placed(letters, _ANY_PAIR.find_matches_as_indexes(letters, overlapping=True))
        placed[start:end] = _BECOME[index]
    return bytes(placed)


def fold(text: str) -> str:
    """A twin of the same length: lower case, one spelling of tones, y/i, dashes and quotes."""
    try:
        letters = encode(text).translate(_BYTE_LOWER)
    except UnicodeEncodeError:
        return fold_any(text)
    while found := _ANY_PAIR.find_matches_as_indexes(letters, overlapping=True):
        placed = _placed(letters, found)
        if placed == letters:
            break
        letters = placed  # a mark may move twice where three vowels stand together
    return decode(letters.translate(_BYTE_I_FOR_Y))


@lru_cache(maxsize=4096)
def fold_word(word: str) -> str:
    """A word that code names, folded: kept, since it is asked for again and again."""
    return fold(word)


@lru_cache(maxsize=4096)
def fold_pattern(source: str) -> str:
    """A regular expression for folded text, from one written in plain Vietnamese."""
    folded = fold(source).replace("(?p<", "(?P<").replace("\\p{l}", "\\p{L}")
    for escape in _ESCAPES.finditer(source):  # folding keeps the length
        folded = folded[: escape.start()] + escape[0] + folded[escape.end() :]
    return folded


_MISPLACED = _DOUBLED + _HASTY + _LATE
# "khóang": before a consonant the mark is the second vowel's; folding goes the other way wherever the pair stands
_OPEN = {after: before for before, after in _TONES if before[0] == "o"}
_CLOSED = re.compile("(?:" + "|".join(_OPEN) + ")(?=[cimnpt])")


def placed(text: str) -> str:
    """The text with its marks on the letters that bear them ("gía trị", "chế taọ"); as long as before."""
    for before, after in _MISPLACED:
        text = text.replace(before, after)
    return _CLOSED.sub(lambda pair: _OPEN[pair[0]], text)


def restored(text: str) -> str:
    """The text with the letters that a font has put for others made good: "đƣờng" -> "đường"."""
    for letter, other in _LETTERS_FOR.items():
        text = text.replace(letter, other)
    return text


def bare(text: str) -> str:
    """Lower case without any diacritics: "Hưng Yên" -> "hung yen". The length may change."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
