"""What stands below pictures: it names places and things, but is no part of what a text tells."""

from __future__ import annotations

import regex

from kg.facts.tokens import Passage
from kg.text.normalise import fold_pattern

_PICTURE = regex.compile(fold_pattern(r"ảnh(?::| minh họa| tư liệu| chụp| internet)"))
_CAPTION = 200  # letters


# "Một góc quận A, thành phố B (ảnh Internet)": what stands before it only says what is seen
PICTURED = regex.compile(fold_pattern(r"[^.;\n\d%]{0,60}\((?:ảnh|nguồn ảnh)[^()]{0,30}\)"))
_PHOTO_BEHIND = regex.compile(fold_pattern(r"[^.!?:\n]{0,100}[.)]\s*\(?ảnh(?: minh họa)?\s*:"))


def captioned(folded: str, start: int) -> bool:
    """Whether a name stands in the caption of a picture ("Công nhân một nhà máy ở tỉnh A. Ảnh: ...", "Ảnh: ...")."""
    if _PHOTO_BEHIND.match(folded, start):
        return True  # in a paragraph of its article
    end = folded.find("\n", start, start + _CAPTION)
    opens = _PICTURE.match(folded, folded.rfind("\n", 0, start) + 1, start) is not None
    return end >= 0 and (opens or _PICTURE.search(folded, start, end) is not None)


_CREDIT = regex.compile(fold_pattern(r"\W*(?:nguồn )?ảnh(?: minh họa| tư liệu)?\s*:"))
_SEEN = 120  # letters of what a picture shows


def without_captions(views: list[Passage]) -> list[Passage]:
    """The sentences of a text but for those below pictures, where they stand between others and tell no figure.

    "... đạt 10,3 tỷ USD. Lắp bo mạch tại nhà máy ở tỉnh A. Ảnh: B Xét theo lĩnh vực, ...": what follows goes on with
    what was told before the picture.
    """
    kept: list[Passage] = []
    for view in views:
        start, end = view.sentence.start, view.sentence.end
        if _CREDIT.match(view.folded, start, end) is None or view.quantities or not kept:
            kept.append(view)
            continue
        last = kept[-1].sentence
        shown = last.line == view.sentence.line and last.start and not kept[-1].quantities
        if shown and last.end - last.start <= _SEEN and start - last.end <= 1:
            kept.pop()
    return kept
