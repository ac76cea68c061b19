"""Words whose marks hasty typing has left out ("xuât khẩu", "ngân sach"), restored where the vocabulary shows them.

A folded text is looked at only if it holds a syllable that Vietnamese does not have: one with a marked vowel that
ends in c, ch, p or t and bears no tone. Then each two adjacent syllables that lack marks of exactly one pair of the
vocabulary are read as that pair. Letters keep their places, so every offset holds.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise, product
from typing import NamedTuple

import regex

from kg.text.normalise import fold, fold_pattern, placed

_TONELESS = regex.compile(r"[ăâêôơư](?:ch?|p|t)(?!\p{L})")
# Syllables of our words without any mark ("kim ngach", "xuat khẩu"): few, for they are looked for in every text.
_PLAIN = (
    "xuat ",
    "lập moi",
    "cấp moi",
    " nhap ",
    " ngach",
    " nghiep",
    "khach ",
    "ngan sach",
    " nganh ",
    "dự an ",
    "trong đo ",
    "trong đo,",
    "trong đo:",
    "chế tao",
    "chê tạo",
    "doanh nghiêp",
    "công nghiêp",
    fold("kế hoach"),
    fold("tỷ đông"),
    fold("triệu đông"),
    fold(" vôn đăng"),
    fold(" vôn đầu"),
    " hoach",
    " " + fold("thảng") + " ",
)
_THANG = "thang "  # of a stair, mostly
_NO_MONTHS = "|".join(map(fold, ("máy", "thuốc", "cuốn", "bậc")))  # of stairs, lifts and doses
_THANG_BESIDE = regex.compile(rf"\d ?thang(?=[ ,.;:)](?!{_NO_MONTHS}))|(?<!\p{{L}})thang \d")
_TONNES = fold("tân")
_TONNES_BEHIND = regex.compile(fold_pattern(r"\d ?(?:nghìn |ngàn |triệu |vạn )?tân(?!\p{L})"))
# Letters of which each damaged text holds some: where none of them stands, nothing else need be looked for.
SIGNS = (
    *_PLAIN,
    *(vowel + end for vowel in "ăâêôơư" for end in "cpt"),
    *(sign for digit in "0123456789" for sign in (f"{digit}thang", f"{digit} thang", f"thang {digit}")),
    *(before + _TONNES for digit in "0123456789" for before in (digit, digit + " ")),
    *(fold(magnitude) + _TONNES for magnitude in ("nghìn ", "ngàn ", "triệu ", "vạn ")),
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# What these would be without some marks, or with another tone, is a word of its own: "gan", "voi", "bàng", "diêm".
_WORDS_TOO = frozenset("gan gàn voi bàng bẵng vón tan tán diêm diem đen".split())


def _forms(word: str) -> Iterator[str]:
    """A word without some of its marks, in each way ("điểm": "điêm", "điẻm", "diểm" ...)."""
    letters = [_less_marked(letter) for letter in word]
    for form in map("".join, product(*letters)):
        if form != word and form not in _WORDS_TOO:
            yield form


def _less_marked(letter: str) -> list[str]:
    if letter == "đ":
        return ["d", "đ"]
    parted = unicodedata.normalize("NFD", letter)
    base, marks = parted[0], parted[1:]
    kept = (left for n in range(len(marks) + 1) for left in combinations(marks, n))
    return [unicodedata.normalize("NFC", base + "".join(left)) for left in kept]


def _retoned(word: str) -> Iterator[str]:
    """A word with another tone ("bằng": "bẳng")."""
    parted = unicodedata.normalize("NFD", word)
    told = next(sign for sign in parted if sign in _TONES)
    for tone in _TONES:
        form = unicodedata.normalize("NFC", parted.replace(told, tone))
        if tone != told and form not in _WORDS_TOO:
            yield form


def _meant(words: str, retoned: str = "") -> dict[str, str]:
    """What the folded forms of some words mean, those that folding keeps apart from the words themselves."""
    forms = {fold(form): fold(word) for word in words.split() for form in _forms(word)}
    forms |= {fold(form): fold(word) for word in retoned.split() for form in _retoned(word)}
    return {form: word for form, word in forms.items() if form != word}


# Single words of counting that hasty typing leaves without marks, told by the number beside them.
_MONTHS = _meant("tháng", "tháng")
_COUNTS = _meant("đến đạt gấp chiếm giảm ước vượt tăng bằng gần vốn với khoảng", "bằng")
_ABOUT = _meant("về lần")
_OF_WHAT = "|".join(map(fold, ("lượng", "giá trị", "trị giá", "số", "vốn", "cùng kỳ")))
_MEANT = _COUNTS | _MONTHS | _ABOUT
_BESIDE_NUMBER = regex.compile(
    rf"(?<![\p{{L}}])(?<!{fold('tạm')} )(?:{'|'.join(_COUNTS)})(?= (?:\p{{L}}+ )?\d|\d)"
    rf"|(?:(?<=\d )|(?<=\d))(?:{'|'.join(_MONTHS)})(?=[ ,.;:)](?!{_NO_MONTHS}))"
    rf"|(?<![\p{{L}}])(?:{'|'.join(_MONTHS)})(?= \d{{1,2}}(?:/\d{{4}})?[ ,.;:)])"
    rf"|(?<=(?:so|hơn|với) )(?:{'|'.join(_MONTHS)})(?= {fold('trước')})"
    rf"|(?<=[\d%] ?)(?:{'|'.join(_ABOUT)})(?= (?:{_OF_WHAT})(?![\p{{L}}]))"
)
_SYLLABLE = regex.compile(r"\p{L}+")
_UNITS = _meant("tấn lượt điểm")
_BEHIND_NUMBER = regex.compile(
    fold_pattern(r"(?<=\d[\d.,]* ?(?:(?:nghìn|ngàn|triệu|vạn) )?)")
    + rf"(?:(?:{'|'.join(_UNITS)})(?![\p{{L}}])|"
    + fold_pattern(r"ngan(?= (?:m3|tấn|đồng|tỷ|ha|lượt|sản)))")
)
_UNITS["ngan"] = fold("ngàn")  # a duck besides, but for what stands behind it
# Pairs that numbers and times are made of, beside those of the vocabulary.
_COMMON = (
    "tỷ đồng|triệu đồng|nghìn đồng|triệu tấn|nghìn tấn|triệu lượt|lượt khách|tháng đầu|đầu năm|cuối năm|cùng kỳ"
    "|cả năm|năm trước|tháng trước|quý trước|so với|lũy kế|ước đạt|ước tăng|bình quân|nghìn người|lao động"
    "|lập mới|cấp mới|ký mới|làm mới|đến ngày|tính đến|đến hết|đến nay|đến cuối|đến năm|đến tháng"
    "|việc làm|thành lập|giải quyết|giải ngân|giải thể|trên địa|địa bàn|trong đó|trong nước"
    "|nước ngoài|kế hoạch|hoạch năm|còn dưới"
    "|dưới mức|phải đạt|khách quốc|quốc tế|lần lượt|tương ứng|toàn vùng|cùng thời|thời điểm|dự án|cá tra|không dưới"
    "|chỉ còn|tổng vốn|vốn đầu|đầu tư|vốn đăng|đăng ký|hiệu lực|công suất|diện tích|sản lượng|dự kiến|nhà máy|mặt trời"
    "|điện gió|điện mặt|sản xuất|xuất khẩu|nhập khẩu|kim ngạch|doanh nghiệp|công nghiệp|chế biến|chế tạo|khu vực"
    "|cho thuê"
)

# Words that stand beside any other show nothing of it.
_JOINING = frozenset(map(fold, "và của các những cho là với trong theo từ về".split()))

_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"


# What single words mean in lines without any mark, where they stand in no pair of the vocabulary: "nam 2017", "gan 3".
_ALL_WORDS = {
    word: fold(meant)
    for word, meant in (
        each.split("=")
        for each in (
            "nam=năm ngay=ngày tan=tấn ve=về va=và la=là gan=gần hon=hơn tren=trên duoi=dưới voi=với den=đến tu=từ"
            " cua=của cac=các trieu=triệu ty=tỷ ti=tỉ nghin=nghìn ngan=ngàn dong=đồng luot=lượt nguoi=người chiec=chiếc"
            " luong=lượng gia=giá tri=trị von=vốn tai=tại huyen=huyện xa=xã cum=cụm moi=mới duoc=được da=đã se=sẽ"
            " hien=hiện rieng=riêng them=thêm cung=cùng ky=kỳ quy=quý thi=thì nganh=ngành hang=hàng lan=lần diem=điểm"
            " phan=phần chiem=chiếm gap=gấp bang=bằng tang=tăng giam=giảm dat=đạt uoc=ước vuot=vượt khoang=khoảng"
            " ban=bán thue=thuê dien=điện gao=gạo lua=lúa thep=thép che=chè tom=tôm"
        ).split()
    )
}
_YEAR = regex.compile(r"Nam (?=(?:19|20)\d\d(?!\d))")
_BARE_LINE = 24  # letters without a mark: no line of Vietnamese is so by chance


class Mended(NamedTuple):
    """A syllable of the text as it was typed, and what it was read as; both equally long."""

    start: int
    end: int
    was: str
    became: str


class Mender:
    """The pairs of syllables of a vocabulary, by what is left of them without marks."""

    def __init__(self, wordings: Iterable[str], names: Iterable[str] = ()) -> None:
        """``wordings`` and ``names`` as they are spelt; those of one syllable show no pair."""
        found: dict[str, set[str]] = {}
        self._spelt: dict[str, str] = {}  # folding writes some marks alike: "gỗ" as "gổ"
        named = list(names)
        self._names = {fold(pair) for name in named for pair in _pairs_of(name)}
        for wording in [*wordings, *named]:
            for spelt in _pairs_of(wording):
                pair = fold(spelt)
                if not _JOINING.isdisjoint(pair.split(" ")):  # "tử và", of "điện tử và": "đầu tư và" is no such pair
                    continue
                bare = _bare(pair)
                if pair != bare:  # "ke hoach" shows nothing of its marks
                    found.setdefault(bare, set()).add(pair)
                    self._spelt[pair] = spelt
        self._pairs = {bare: pairs.pop() for bare, pairs in found.items() if len(pairs) == 1}
        self._pairs |= {_bare(pair): pair for pair in map(fold, _COMMON.split("|"))}  # far more often than any other
        self._spelt |= {fold(pair): pair for pair in _COMMON.split("|")}

    def mend(self, text: str, folded: str) -> tuple[str, tuple[Mended, ...]]:
        """The folded text with its marks restored, and where; two words with capitals are none of the vocabulary's."""
        found: dict[int, tuple[str, str]] = {}
        pairs = [
            (first, second, folded[first.start() : second.end()])
            for first, second in pairwise(_SYLLABLE.finditer(folded))
            if second.start() - first.end() == 1 and folded[first.end()] == " "
        ]
        # What is a pair as it stands is right: "viên nén" behind "xuất", which "xuất viện" would claim.
        right = {each.start() for *both, was in pairs if self._pairs.get(_bare(was)) == was for each in both}
        for first, second, was in pairs:
            became = self._pairs.get(_bare(was))
            called = _called(text, first.start(), second.start()) and became not in self._names
            if became == was and not called:  # folding writes some marks alike: "sản phẩm gổ"
                for syllable, real in zip((first, second), self._spelt[was].split(" "), strict=True):
                    if _misspelt(text[syllable.start() : syllable.end()].lower(), real):
                        found.setdefault(syllable.start(), (syllable.group(), real))
            if became is not None and became != was and not called and _lacks(was, became):
                spelt = self._spelt[became].split(" ")
                for syllable, meant, real in zip((first, second), became.split(" "), spelt, strict=True):
                    if syllable.start() not in right:
                        _add(found, syllable, meant, real)
        for unit in _BEHIND_NUMBER.finditer(folded):
            _add(found, unit, _UNITS[unit.group()], _UNITS[unit.group()])
        for word in _BESIDE_NUMBER.finditer(folded):
            _add(found, word, _MEANT[word.group()], _MEANT[word.group()])
        for syllable in _in_bare_lines(folded):
            alone = _ALL_WORDS.get(syllable.group())
            called = text[syllable.start()].isupper() and _YEAR.match(text, syllable.start()) is None
            if alone is not None and not called:
                _add(found, syllable, alone, alone)
        letters = list(folded)
        for start, (meant, _) in found.items():
            letters[start : start + len(meant)] = meant
        return "".join(letters), tuple(_as_typed(text, start, found[start][1]) for start in sorted(found))


def _in_bare_lines(folded: str) -> Iterator[regex.Match[str]]:
    """The syllables of the lines that have no mark at all."""
    for line in _LINE.finditer(folded):
        if len(_LETTER.findall(folded, *line.span())) >= _BARE_LINE:
            yield from _SYLLABLE.finditer(folded, *line.span())


_LINE = regex.compile(rf"(?m)^[^\n{_MARKED}]+$")
_LETTER = regex.compile(r"\p{L}")


def respelt(text: str, mended: tuple[Mended, ...]) -> str:
    """A text with the marks that its syllables have lost ("điện san xuât"); as long as before."""
    pieces: list[str] = []
    done = 0
    for each in mended:
        pieces += text[done : each.start], each.became
        done = each.end
    return "".join((*pieces, text[done:]))


def _pairs_of(wording: str) -> list[str]:
    """Each two adjacent syllables of a wording."""
    return [f"{first} {second}" for first, second in pairwise(_SYLLABLE.findall(wording.lower()))]


def _as_typed(text: str, start: int, spelt: str) -> Mended:
    was = text[start : start + len(spelt)]
    return Mended(start, start + len(spelt), was, placed(_respelt(was, spelt)))


def _respelt(was: str, became: str) -> str:
    """A syllable in the letters of what was typed: i or y, capitals or none."""
    letters = (_Y.get(b, b) if a.lower() in _YS else b for a, b in zip(was, became, strict=True))
    return "".join(b.upper() if a.isupper() else b for a, b in zip(was, letters, strict=True))


_YS = "yýỳỷỹỵ"
_Y = dict(zip("iíìỉĩị", _YS, strict=True))


def _add(found: dict[int, tuple[str, str]], syllable: regex.Match[str], meant: str, spelt: str) -> None:
    """Note what a syllable is read as, unless it is so already or the pair before it has said otherwise."""
    if meant != syllable.group():
        found.setdefault(syllable.start(), (meant, spelt))


def damaged(folded: str) -> bool:
    """Whether a folded text holds a syllable that Vietnamese does not have."""
    for syllable in _PLAIN:
        if syllable in folded:
            return True
    if _TONELESS.search(folded) is not None:
        return True
    if _THANG in folded and _THANG_BESIDE.search(folded) is not None:
        return True
    return _TONNES in folded and _TONNES_BEHIND.search(folded) is not None


def hasty(text: str) -> bool:
    """Whether a text was typed in haste throughout: words run into numbers, marks with a space on the wrong side."""
    return len(_HASTY.findall(text)) >= _OFTEN


_HASTY = regex.compile(r"(?<=\p{L}{3})\d|(?<=\p{L}{2})[,;:](?=\p{L})|(?<=[\p{L}\d]) [,;](?=[\p{L}\d ])")
_OFTEN = 6


def _bare(text: str) -> str:
    """A text without any mark, "đ" included; of the same length for what NFC writes in one letter each."""
    return _ENDS_IN_Y.sub("i", text.translate(_BASES))


_ENDS_IN_Y = regex.compile(r"(?<=(?<!\p{L})[hklmst])y(?!\p{L})")  # "ky", "ty": folded to an i where they bear a tone


def _base(letter: str) -> str:
    return "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]


_BASES = str.maketrans({letter: _base(letter) for letter in _MARKED})


def _called(text: str, first: int, second: int) -> bool:
    """Whether two words begin with capitals as those of a name do ("Tri Tôn"), and not all of their letters are."""
    return text[first].isupper() and text[second].isupper() and not text[second : second + 2].isupper()


def _misspelt(typed: str, real: str) -> bool:
    """Whether a syllable as typed has another tone than the one meant, or a mark on a letter that cannot bear it."""
    return typed != real and (placed(typed) != typed or _sounds(typed) != _sounds(real))


def _sounds(syllable: str) -> tuple[str, str]:
    """The letters of a syllable and its tone, wherever the tone stands; i for y."""
    letters = unicodedata.normalize("NFD", syllable.translate(_I_FOR_Y))
    return "".join(c for c in letters if c not in _TONES), "".join(c for c in letters if c in _TONES)


_I_FOR_Y = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


def _lacks(was: str, became: str) -> bool:
    """Whether each letter is that of the other, at most without some of its marks."""
    return all(a == b or _marks(a) < _marks(b) for a, b in zip(was, became, strict=True))


def _marks(letter: str) -> frozenset[str]:
    if letter == "đ":
        return frozenset("d-")
    if letter == "d":
        return frozenset("d")
    return frozenset(unicodedata.normalize("NFD", letter))
