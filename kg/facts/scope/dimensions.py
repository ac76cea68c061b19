"""The dimensions of one number together."""

from __future__ import annotations

from typing import Any

import regex

from kg.facts.clock import in_year_to_come
from kg.facts.discourse import Discourse
from kg.facts.frame import Frame
from kg.facts.measure import Reading
from kg.facts.scope import area, base, period, status, together
from kg.facts.scope.figure import Figure
from kg.facts.scope.parts import parts
from kg.facts.tokens import Passage
from kg.lexicon import is_country
from kg.text.normalise import fold_pattern

_BALANCE = regex.compile(fold_pattern(r"(?P<minus>nhập siêu|thâm hụt)|xuất siêu|thặng dư"))
_LEVEL_OF = regex.compile(
    fold_pattern(
        r"(?:vượt|hơn|trên) mức [\d.,]+(?: \p{L}+){1,3}? (?:của|hồi) (?:(?:cuối|đầu"
        r"|giữa) )?(?:tháng|quý|năm|cùng kỳ)(?![\p{L}])"
    )
)
_SERVICE = regex.compile(
    r"(?i)bán|lưu trú|ăn uống|du lịch|lữ hành|dịch vụ|thương|khách sạn|nhà hàng|kinh tế|công nghiệp"
)
_SHORTENED = regex.compile(r"(?i)(?<!\p{L})bđs(?!\p{L})")
_SAID_TO_BE = frozenset({"status.now", "status.done"})
_SHORT_OF = regex.compile(fold_pattern(r"\s*(?:thâm hụt|nhập siêu)(?![\p{L}])"))


def dimensions(
    passage: Passage, index: int, reading: Reading, measure: str, code: str, frame: Frame, discourse: Discourse
) -> dict[str, Any] | None:
    """The dimensions of one number as keyword arguments of an Observation, with ``rules``; None to drop it."""
    figure = Figure(passage, index, frame, discourse, reading, measure, code)
    when, state = period.read(figure, status.read(figure))
    # "lên 34% năm 2015 và khoảng 40% năm 2020", in a text of 2011
    dated = "period.right" in figure.rules and reading.rule != "measure.from"
    said = not dated and not _SAID_TO_BE.isdisjoint(figure.rules)  # "nâng từ 41% lên 75%": where the goal starts from
    if state == "actual" and when is not None and not said and in_year_to_come(when, discourse.clock):
        state = "target"
        figure.rules.append("status.to-come")
    where = area.read(figure)
    if where is None or is_country(where):
        return None
    if code == "pci" and measure == "rank" and where.startswith("region:"):
        where = discourse.own or where  # provinces alone are ranked ("kinh tế vùng tăng 6,8%. PCI năm 2021 hạng 24")
    broken_down = parts(figure)
    sold = broken_down["sector"]
    if code == "retail-sales" and sold is not None and broken_down["product"] is None and not _SERVICE.search(sold):
        broken_down |= {"sector": None, "product": sold}  # retail is broken down by services and by goods
    if sold is not None and _SHORTENED.search(sold):
        broken_down |= {"sector": _SHORTENED.sub("bất động sản", sold)}
    against = base.read(figure, when)
    if measure == "growth":
        discourse.base_before = against
        together.note_pair(figure, against)
    return {
        "base": against,
        "period": when,
        "status": state,
        "approx": _approx(figure),
        "area": where,
        **broken_down,
        "rules": figure.rules,
        "deficit": _deficit(figure),
    }


def _approx(figure: Figure) -> str | None:
    """How exact the number is; "vượt 5%" exceeds by just that, it is not "over 5%"."""
    approx = figure.quantity.approx
    if approx == "over" and _LEVEL_OF.match(figure.passage.folded, figure.quantity.full_start):
        return None  # "và hơn con số 41.000 người hồi đầu quý": what it is set beside
    return None if figure.reading.rule == "measure.exceed" and approx == "over" else approx


def _deficit(figure: Figure) -> bool:
    """Whether a balance is negative by its last name before the number ("nhập siêu 1,2 tỷ USD")."""
    if figure.code != "trade-balance":
        return False
    passage = figure.passage
    if _SHORT_OF.match(passage.folded, figure.quantity.full_end):
        return True  # "đóng góp 8,5 tỷ USD thâm hụt thương mại"
    balances = list(_BALANCE.finditer(passage.folded, passage.sentence.start, figure.quantity.full_start))
    return bool(balances) and balances[-1]["minus"] is not None
