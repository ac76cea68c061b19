"""Per cent signs that a heading says once for the brackets of its list."""

from __future__ import annotations

import pytest

from kg.text.bracketed import with_percents
from kg.text.laid_out import laid_out

_HEAD = "3. Sản phẩm (trong ngoặc: % KH năm; % so CK)\n"
# What stands below the heading, and how it is read.
BELOW = (
    ("+ Đạm 31 tấn (45,4; tăng 3,7); giấy 6 tấn (9).", "+ Đạm 31 tấn (45,4%; tăng 3,7%); giấy 6 tấn (9%)."),
    ("+ Đạm 31 tấn (45,4%; +3).", "+ Đạm 31 tấn (45,4%; +3%)."),
)
LEFT = (
    _HEAD + "+ Đạm 31 tấn (cùng kỳ 29 tấn).\n\nB. Thương mại\n- Bán lẻ 900 tỷ đồng (12)",
    "3. Sản phẩm (trong ngoặc: KH năm)\n+ Đạm 31 tấn (45)",
    "+ Đạm 31 tấn (45,4)",
)


@pytest.mark.parametrize(("text", "wanted"), BELOW)
def test_bare_numbers_get_their_sign(text: str, wanted: str) -> None:
    signed = with_percents(_HEAD + text)
    assert signed is not None
    assert signed.text == _HEAD + wanted
    assert len(signed.places) == len(signed.text)
    assert signed.places == sorted(signed.places)


@pytest.mark.parametrize("text", LEFT)
def test_other_numbers_get_none(text: str) -> None:
    assert with_percents(text) is None


def test_places_are_told_by_the_text_as_it_was() -> None:
    text = _HEAD + "+ Đạm  31 tấn (45,4; tăng  3,7)."
    laid = laid_out(text)
    assert laid is not None
    assert laid.text.endswith("+ Đạm 31 tấn (45,4%; tăng 3,7%).")
    at = laid.text.index("3,7%")
    assert text[laid.places[at] : laid.places[at + 2] + 1] == "3,7"
