"""The two ways of trade: to which of them a sentence turns without naming it."""

from __future__ import annotations

import regex

from kg.facts.choose.choice import Choice
from kg.facts.choose.goes_on import inheritable
from kg.facts.choose.number import Number
from kg.facts.kinds import SIDES
from kg.facts.place import area_code
from kg.lexicon import is_country
from kg.text.normalise import fold_pattern

VOLUMES = ("export-volume", "import-volume")
_TRADES = SIDES + VOLUMES
# What a share of trade is of, right behind it.
WHOLE = regex.compile(
    fold_pattern(
        r"\s*(?:tổng )?(?:(?P<volume>lượng|khối lượng|sản lượng)|kim ngạch|trị giá"
        r"|giá trị)(?:(?: \p{L}+){0,3}? (?P<side>xuất|nhập) khẩu)?(?![\p{L}])"
    )
)


def of_whole_ahead(number: Number) -> str | None:
    """The side of trade of which the share right behind an amount is ("dẫn đầu với 2 tỷ USD, chiếm 25% xuất khẩu")."""
    quantities = number.passage.quantities[1:2]
    if not quantities or quantities[0].dimension != "percent":
        return None
    if not _MAKES_UP.fullmatch(number.passage.folded, number.quantity.full_end, quantities[0].full_start):
        return None
    whole = WHOLE.match(number.passage.folded, quantities[0].full_end)
    if whole is None or not whole["side"] or whole["volume"]:
        return None
    return "export-turnover" if whole["side"] == "xuất" else "import-turnover"


_MAKES_UP = regex.compile(fold_pattern(r"\s*,\s*(?:chiếm|bằng|tương đương)\s*"))


def other_way(number: Number) -> Choice | None:
    """The other way of trade than the one told last, where a sentence opens with it."""
    told = number.discourse.last_fact
    if told not in _TRADES or number.index or not _other_way_opens(number):
        return None
    if inheritable(number.discourse, number.passage, 0, number.reading) not in _TRADES:
        return None
    side = "import" if told.startswith("export") else "export"
    code = f"{side}-{'volume' if number.fits(f'{side}-volume') else 'turnover'}"
    return Choice(code, "indicator.other-side") if number.fits(code) else None


def _other_way_opens(number: Number) -> bool:
    """Whether a sentence opens with the other way of trade ("Ở chiều ngược lại, than dẫn đầu với 1,2 tỷ USD")."""
    countries = (area_code(word, None) for word in number.gap_words())
    if number.frame.indicator is not None or (
        _BUY.search(number.gap_text) and any(c and is_country(c) for c in countries)
    ):
        return False
    return _OPENS_OTHER_WAY.match(number.passage.folded, number.passage.sentence.start) is not None


_BUY = regex.compile(fold_pattern(r"(?<![\p{L}])mua(?![\p{L}])"))


_OPENS_OTHER_WAY = regex.compile(fold_pattern(r"\W*(?:(?:ở|theo) )?(?:chiều|hướng) (?:ngược lại|kia)(?:,| thì)"))
