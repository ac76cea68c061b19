"""Groups of indicators, measures and times that rules in several modules treat alike.

An indicator, a measure and the kind of a time are named by their codes, as in the ontology and in FACTS.md.
"""

from __future__ import annotations

# Indicators of investment: they come with an investor, a flow (new, additional) and a partner country.
INVESTED = frozenset({"investment-projects", "registered-capital", "implemented-capital"})

# Money invested: what a bare "vốn" behind them is a part of.
INVESTMENTS = frozenset({"total-investment", "public-investment"})

# Indicators of foreign trade: by product, by partner country, by who trades.
TRADED = frozenset(
    {"export-turnover", "import-turnover", "trade-turnover", "trade-balance", "export-volume", "import-volume"}
)

# And the two sides of it, in money.
SIDES = ("export-turnover", "import-turnover")

# Outputs, whose product stays in force when one of them follows the other.
GROWN = frozenset({"product-output", "crop-area"})

# Indicators that a product, a crop or a group of goods may break down.
BY_PRODUCT = TRADED | GROWN | {"cpi", "cargo-throughput"}

# Counts of zones, each with the kind of zone that it counts.
ZONE_TYPES = {
    "industrial-zones": "industrial-zone",
    "industrial-clusters": "industrial-cluster",
    "economic-zones": "economic-zone",
}

# What zones have: land, tenants, waste water.
ZONED = frozenset({"zone-area", "zone-occupancy", "zone-industrial-land", "zone-leased-land", "zone-wastewater"})

# Indicators that a kind of zone may break down.
IN_ZONES = ZONED | INVESTED | {"employment", "wage"}
# Indicators that are of zones where their firms are named ("các doanh nghiệp trong KCN xuất khẩu ...").
OF_ZONE_FIRMS = frozenset(
    {
        "export-turnover",
        "import-turnover",
        "trade-turnover",
        "industrial-production-value",
        "budget-revenue",
        "enterprises",
    }
)

# Indicators that a branch of the economy may break down.
BRANCHED = frozenset(
    {
        "gdp",
        "iip",
        "new-enterprises",
        "new-enterprise-capital",
        "registered-capital",
        "investment-projects",
        "industrial-consumption-index",
        "industrial-inventory-index",
        "industrial-labour-index",
        "budget-expenditure",
        "public-investment",
        "retail-sales",
        "enterprises",
        "exited-enterprises",
        "employment",
        "budget-revenue",
        "installed-capacity",
        "industrial-production-value",
        "total-investment",
        "implemented-capital",
        "export-turnover",
        "labour-productivity",
        "electricity-consumption",
    }
)

# Indicators that foreign and domestic owners, or the state and others, may break down.
BY_INVESTOR = (
    INVESTED
    | TRADED
    | {
        "gdp",
        "retail-sales",
        "industrial-production-value",
        "industrial-labour-index",
        "budget-revenue",
        "employment",
        "total-investment",
        "enterprises",
        "public-investment",
    }
)

# Indicators that stand at a date rather than run over an interval.
STOCKS = frozenset(
    {
        "industrial-inventory-index",
        "industrial-labour-index",
        "industrial-zones",
        "industrial-clusters",
        "economic-zones",
        "zone-area",
        "zone-industrial-land",
        "zone-leased-land",
        "zone-occupancy",
        "zone-wastewater",
        "enterprises",
        "population",
        "installed-capacity",
        "ecommerce-shops",
        "poverty-rate",
        "unemployment-rate",
    }
)

# Indicators that the wording makes one or the other: licensed this year, or in force to date.
EITHER = INVESTED | {"employment"}

# Measures that say something of an amount stated before them, and so go on with what it is about.
RELATIVE = ("growth", "completion", "share", "multiple")

# Kinds of times that a figure is compared with, as opposed to the time it is of.
COMPARED = ("same", "versus", "plan")
# Statuses of what is yet to come.
PLANNED = frozenset({"target", "forecast"})
# Indicators behind which a list of goods is one of outputs.
MADE = ("product-output", "iip", "industrial-production-value", "crop-area")
