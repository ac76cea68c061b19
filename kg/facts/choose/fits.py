"""Which units and measures the figures of an indicator have."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.mentions.quantity import Quantity
from kg.model import Measure

PHYSICAL = frozenset({"mass", "volume", "count", "energy", "litre", "length", "area2", "count-animal", "count-vehicle"})
RATES = frozenset({"zone-occupancy", "zone-wastewater", "unemployment-rate", "poverty-rate"})
# A plain percentage of these is a growth by their nature.
GROWTH_PERCENT = frozenset(
    {
        "gdp",
        "iip",
        "cpi",
        "industrial-consumption-index",
        "industrial-inventory-index",
        "industrial-labour-index",
        "labour-productivity",
    }
)
# A plain percentage of these is how much of their plan has been carried out ("giải ngân vốn đầu tư công đạt 93,4%").
FULFILLED = frozenset({"public-investment"})


# Indicators that count firms: "41,3 nghìn" needs no noun behind it where they are named before.
FIRMS = frozenset({"new-enterprises", "exited-enterprises", "resumed-enterprises", "enterprises"})
_THOUSAND = 1000


def level_percent(code: str) -> bool:
    """Whether a plain percentage of this indicator is its level (a rate), not a growth."""
    return code in RATES


def compatible(code: str, quantity: Quantity, measure: Measure, lexicon: Lexicon) -> bool:
    """Whether a figure of that unit and measure can be of the indicator."""
    if measure in ("growth", "completion", "share", "multiple"):
        return measure != "share" or code not in RATES
    if measure == "rank":
        return True
    dimension = quantity.dimension
    dimensions = lexicon.dimensions.get(code, frozenset())
    if dimension == "money" and (quantity.unit or "").endswith(("/month", "/day")) and code != "wage":
        return False  # what somebody earns, what a thing costs
    if dimension == "percent":
        return "percent" in dimensions or measure == "change" or code in FULFILLED
    if dimension == "percent-point":
        return measure == "change"
    if dimension == "bare":
        counted = code in FIRMS and quantity.value >= _THOUSAND  # "số doanh nghiệp đạt 98 nghìn"
        return "money" in dimensions or counted
    if dimension == "area2":
        return "area" in dimensions or "area2" in dimensions
    if dimension == "count-person" and "count-job" in dimensions:
        return True
    return dimension in dimensions or (code == "product-output" and dimension in PHYSICAL)
