"""One pass over a folded text for every wording of every concept, every cue and every fixed phrase.

The automaton reports all occurrences; boundaries, capitals and the choice of the longest are
decided afterwards (its own leftmost-longest mode loses matches where a longer one fails). It reads
one byte a letter, which is faster than text and gives the same offsets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ahocorasick_rs import BytesAhoCorasick, MatchKind

from kg.lexicon import Label, Lexicon
from kg.mentions.cues import CUES
from kg.mentions.phrases import DAMAGE, PHRASES
from kg.text.letters import LETTERS, decode, encode_any
from kg.text.mend import Mended, Mender, damaged
from kg.text.normalise import fold

_ASKED = frozenset(("area", "indicator"))
_KEPT = 100_000  # wordings as texts write them, with what they mean
# What may stand beside a wording: a mark, a digit, a letter, or a letter that has no code of its own.
_MARK, _DIGIT, _LETTER, _UNKNOWN = range(4)
_KINDS = bytes(_UNKNOWN if c == "?" else _DIGIT if c.isdigit() else _LETTER if c.isalnum() else _MARK for c in LETTERS)


class Wording:
    """What a wording may mean, wherever it stands: made once and shared by all its occurrences.

    ``first`` holds its first label in each scheme, ``full`` the codes that it means outright rather than in
    context; ``asked`` is whether it has a scheme that every text is asked for; ``areas`` is where
    ``kg.facts.place`` keeps what it names.
    """

    __slots__ = ("areas", "asked", "cues", "first", "full", "indicator", "labels")

    def __init__(self, labels: tuple[Label, ...], cues: tuple[str, ...]) -> None:
        """Sort the labels once, so that nobody has to go through them again."""
        self.labels = labels
        self.cues = cues
        self.first: dict[str, Label] = {}
        for label in labels:
            self.first.setdefault(label.concept.scheme, label)
        self.full = frozenset(label.concept.code for label in labels if label.kind != "context")
        self.indicator = any(label.concept.scheme == "indicator" and label.kind != "context" for label in labels)
        self.asked = not _ASKED.isdisjoint(self.first)
        self.areas: dict[str | None, str | None] = {}


class Word:
    """A wording of the vocabulary in the text: the concepts and cues that it may mean there."""

    __slots__ = ("cues", "end", "labels", "start", "wording")

    def __init__(self, start: int, end: int, wording: Wording) -> None:
        """A plain class rather than a dataclass: there are more of these than of anything else."""
        self.start = start
        self.end = end
        self.wording = wording
        self.labels = wording.labels
        self.cues = wording.cues

    def of(self, scheme: str) -> Label | None:
        """Its label in a scheme, or None."""
        return self.wording.first.get(scheme)


class Scan:
    """What a pass has found: wordings, leftmost and longest, none overlapping; and fixed phrases, by group."""

    def __init__(
        self,
        found: list[tuple[int, int, Wording]],
        phrases: dict[str, list[tuple[int, int]]],
        folded: str,
        mended: tuple[Mended, ...] = (),
    ) -> None:
        """Most texts are asked for little of it: words are made when they are."""
        self.found = found
        self.asked = [each for each in found if each[2].asked]
        self.phrases = phrases
        self.folded = folded
        self.mended = mended

    def words(self) -> list[Word]:
        """All wordings."""
        return [Word(*found) for found in self.found]

    def words_of(self, scheme: str) -> list[Word]:
        """The wordings that have a label in a scheme."""
        among = self.asked if scheme in _ASKED else self.found
        return [Word(*found) for found in among if scheme in found[2].first]

    def spans(self, group: str) -> list[tuple[int, int]]:
        """Where the phrases of a group stand, by their ends."""
        return self.phrases.get(group, [])


class Scanner:
    """The compiled pass: made once for a lexicon, kept with it."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Compile the wordings of a lexicon together with the cues and phrases."""
        self.lexicon = lexicon
        labels = {
            key: tuple(label for label in wording if label.concept.scheme != "publisher")
            for key, wording in lexicon.wordings.items()
        }
        glued = _glued(key for key, wording in labels.items() if any(map(_outright, wording)))
        labels |= {key: labels[whole] for key, whole in glued.items() if key not in labels}
        glued_cues = _glued(CUES)
        cues = {key: CUES[whole] for key, whole in glued_cues.items()} | CUES
        self.glued = (glued.keys() | glued_cues.keys()) - lexicon.wordings.keys() - CUES.keys()
        sought = {key for key, wording in labels.items() if wording} | set(cues)
        # Phrases come first: those that mean nothing else, then those that are wordings as well.
        only, both = sorted(PHRASES.keys() - sought), sorted(PHRASES.keys() & sought)
        self.keys = [*only, *both, *sorted(sought - PHRASES.keys())]
        self.only, self.groups = len(only), [PHRASES[key] for key in only + both]
        meant = [Wording(labels.get(key, ()), cues.get(key, ())) for key in self.keys]
        plain = [all(label.case == "any" for label in wording.labels) for wording in meant]
        self.wordings = meant
        self.plain: list[Wording | None] = [w if p else None for w, p in zip(meant, plain, strict=True)]
        self.written: dict[str, Wording | None] = {}
        self.towns = {i for i, key in enumerate(self.keys) if key.startswith(_TOWN) and _is_town(meant[i])}
        self.heads = [key[0].isalnum() for key in self.keys]
        self.tails = [key[-1].isalnum() for key in self.keys]
        encoded = [encode_any(key) for key in self.keys]
        self.doubtful = {i for i, key in enumerate(self.keys) if decode(encoded[i]) != key}
        self._mender: Mender | None = None
        self.automaton = BytesAhoCorasick(encoded, matchkind=MatchKind.Standard)

    def scan(self, text: str, folded: str) -> Scan:
        """All that is sought in the text; its ``folded`` has lost marks restored, and ``mended`` tells where."""
        mended: tuple[Mended, ...] = ()
        phrases: dict[str, list[tuple[int, int]]] = {}
        matches = self._matches(folded, phrases)
        if DAMAGE in phrases and damaged(folded):
            self._mender = self._mender or Mender(self._plain_keys(_common), self._plain_keys(_large_place))
            folded, mended = self._mender.mend(text, folded)
            phrases = {}
            matches = self._matches(folded, phrases)
        matches.sort()
        found: list[tuple[int, int, Wording]] = []
        last_end = -1
        plain, towns = self.plain, self.towns
        for start, negative_end, index in matches:
            if start < last_end:
                continue
            wording = plain[index]
            if wording is None and not (index in towns and folded.endswith(_PROVINCES_AND, 0, start)):
                wording = self._written(index, text[start:-negative_end])
            if wording is not None:
                last_end = -negative_end
                found.append((start, last_end, wording))
        return Scan(found, phrases, folded, mended)

    def _plain_keys(self, wanted: Callable[[Wording], bool]) -> list[str]:
        """The wordings of a sort as they are spelt, for the mender."""
        return [
            w.labels[0].text.lower() if w.labels and fold(w.labels[0].text) == key else key
            for key, w in zip(self.keys, self.wordings, strict=True)
            if wanted(w) and PHRASES.get(key) != (DAMAGE,) and key not in self.glued
        ]

    def _matches(self, folded: str, phrases: dict[str, list[tuple[int, int]]]) -> list[tuple[int, int, int]]:
        """The occurrences of wordings that are whole words, as (start, -end, index); phrases go where they belong."""
        letters = encode_any(folded)
        kinds = letters.translate(_KINDS) + b"\0"
        heads, tails, doubtful = self.heads, self.tails, self.doubtful
        shared, only = len(self.groups), self.only
        matches = []
        for index, start, end in self.automaton.find_matches_as_indexes(letters, overlapping=True):
            if index < shared:
                for group in self.groups[index]:
                    phrases.setdefault(group, []).append((start, end))
                if index < only:
                    continue
            before, behind = kinds[start - 1] if start else _MARK, kinds[end]
            if before and heads[index] and (before != _UNKNOWN or folded[start - 1].isalnum()):
                continue
            if behind > _DIGIT and tails[index] and (behind != _UNKNOWN or _goes_on(folded[end])):
                continue
            if doubtful and index in doubtful and folded[start:end] != self.keys[index]:
                continue
            matches.append((start, -end, index))
        return matches

    def _written(self, index: int, surface: str) -> Wording | None:
        """What a wording means as the text writes it; None where its capitals allow nothing."""
        if surface in self.written:
            return self.written[surface]
        whole = self.wordings[index]
        labels = tuple(label for label in whole.labels if _capitals(label, surface))
        wording = Wording(labels, whole.cues) if labels or whole.cues else None
        if len(self.written) < _KEPT:
            self.written[surface] = wording
        return wording


def _glued(keys: Iterable[str]) -> dict[str, str]:
    """Wordings by how they look where a space between their words was lost, or one in each pair ("xuấtkhẩu")."""
    found: dict[str, str] = {}
    for key in keys:
        words = key.split(" ")
        if len(words) > 1 and all(len(word) > 1 and word.isalpha() for word in words):
            once = [" ".join(words[:i]) + " ".join(words[i:]) for i in range(1, len(words))]
            pairs = " ".join("".join(words[i : i + 2]) for i in range(0, len(words), 2))
            found.update(dict.fromkeys((*once, pairs), key))
    return found


def _outright(label: Label) -> bool:
    return label.concept.scheme == "indicator" and label.case == "any"


def _common(wording: Wording) -> bool:
    """Whether a wording is of common nouns and verbs: names differ by their marks alone too often."""
    return all(label.case == "any" and label.concept.scheme != "area" for label in wording.labels)


def _large_place(wording: Wording) -> bool:
    """Whether a wording names a province or country."""
    return any(
        label.concept.scheme == "area" and "/" not in label.concept.code and len(label.concept.code) <= _PROVINCE
        for label in wording.labels
    )


def _is_town(wording: Wording) -> bool:
    """Whether a wording names a town of a province."""
    return any(label.concept.scheme == "area" and "/" in label.concept.code for label in wording.labels)


_PROVINCE = 5  # letters: "VN-HN", "CN"


def _goes_on(letter: str) -> bool:
    """Whether a word goes on with a letter; digits behind it have only lost their space."""
    return letter.isalnum() and not letter.isdigit()


_CITY = "thành phố "
_TOWN = fold(_CITY)
_PROVINCES_AND = fold("tỉnh, ")  # "các tỉnh, thành phố Nam Định, Cần Thơ": no town of a province
_WORLD = "thế giới"  # named in every other sentence, and no place


def _begins_small(label: Label) -> bool:
    """Whether a name begins with a common noun ("châu Âu", "khối ASEAN", "thành phố Hồ Chí Minh")."""
    if label.text.startswith(_CITY):
        return True
    return label.text[:1].islower() and not label.concept.code.startswith(("VN", "2025/", _WORLD))


def _capitals(label: Label, surface: str) -> bool:
    """Whether the capitals of a text's writing allow the label."""
    if label.case == "any":
        return True
    if label.case == "exact":
        return surface.upper() == surface if len(surface) > 1 else surface == label.text
    if not surface[:1].isupper() and not _begins_small(label):
        return label.concept.code in ("VN",) or (
            label.concept.scheme == "area" and label.concept.code.startswith("region")
        )
    if "/" in label.concept.code and " " not in label.text and surface.lower() != label.text.lower():
        return False  # "Chủ tịch" is not the town of Chũ, though both tones are folded to one
    # each word that is capital in the label is capital in the text ("hòa bình" is no province)
    ours = label.text.split()
    theirs = surface.split()
    if _province(label) and surface.lower() not in _WORDS_TOO:
        return True  # "Lào cai", "Hà giang": the press often leaves the second capital out
    return len(ours) != len(theirs) or all(
        not a[:1].isupper() or b[:1].isupper() or i > 1 for i, (a, b) in enumerate(zip(ours, theirs, strict=True))
    )


def _province(label: Label) -> bool:
    """Whether a label is the name of a Vietnamese province."""
    code = label.concept.code
    return label.concept.scheme == "area" and code.startswith("VN-") and len(code) <= _PROVINCE


# Names of provinces that are other words besides: peace, oceanic, as high as, to pacify.
_WORDS_TOO = frozenset(("hòa bình", "hoà bình", "thái bình", "hải dương", "cao bằng", "bình định"))
_SCANNERS: dict[int, Scanner] = {}


def scanner(lexicon: Lexicon) -> Scanner:
    """The scanner of a lexicon, compiled at its first use in this process."""
    key = id(lexicon)
    if key not in _SCANNERS or _SCANNERS[key].lexicon is not lexicon:
        _SCANNERS[key] = Scanner(lexicon)
    return _SCANNERS[key]
