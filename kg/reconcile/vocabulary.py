"""The terms that only the cube graph uses, and the IRIs of its nodes."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

from kg import terms
from kg.reconcile.model import TOTAL, Cell, SeriesKey

STRUCTURE = terms.KG + "dsd"
SLICE_KEY = terms.KG + "bySeries"
SECTOR_SCHEME = terms.SECTOR.rstrip("/")
PRODUCT_SCHEME = terms.PRODUCT.rstrip("/")
INSTANT = terms.BASE + "instant/"
MEMBERSHIP = terms.BASE + "membership/"
TOTAL_CODE = terms.CODE + "total"

SERIES_CLASS = terms.KG + "Series"
SECTOR_OF = terms.KG + "sector"
PRODUCT_OF = terms.KG + "product"
STAGE_OF = terms.KG + "stage"
LOWER, UPPER = terms.KG + "lowerBound", terms.KG + "upperBound"
READ_CONFIDENCE = terms.KG + "readConfidence"
ROLLED_UP = terms.KG + "rolledUp"
FIRST_CLAIM = terms.KG + "firstClaim"
AGAINST_TARGET = terms.KG + "againstTarget"
DISPUTED_BY = terms.KG + "disputedBy"
PART_CLAIM = terms.KG + "partClaim"
CLAIM = terms.KG + "claim"
OWNER = terms.KG + "owner"
CELLS = terms.KG + "cells"
CORE = terms.KG + "core"
FINGERPRINT = terms.KG + "fingerprint"
SECTOR_CLASS, PRODUCT_CLASS = terms.KG + "Sector", terms.KG + "Product"
FINDING, CONFIRMATION = terms.KG + "Finding", terms.KG + "Confirmation"
CHECK = terms.KG + "check"
INVOLVES, ABOUT = terms.KG + "involves", terms.KG + "aboutObservation"
SAME_ENTITY, DIFFERENT_ENTITY = terms.KG + "sameEntity", terms.KG + "differentEntity"
FINDING_CLASSES = {"conflict": "Conflict", "magnitude": "MagnitudeFinding", "copy": "CopiedFigure"}
"""The class of a finding by its check; every other check is arithmetic."""


def _hash(*parts: str) -> str:
    return blake2b("|".join(parts).encode(), digest_size=10).hexdigest()


@lru_cache(maxsize=65536)
def series_iri(key: SeriesKey) -> str:
    """The IRI of a series: the same dimensions give the same IRI."""
    return terms.SERIES + _hash(*key)


@lru_cache(maxsize=65536)
def observation_iri(cell: Cell) -> str:
    """The IRI of the observation of a cell."""
    return terms.OBSERVATION + _hash(*cell.series, cell.period, cell.status)


def finding_iri(check: str, observations: tuple[Cell, ...]) -> str:
    """The IRI of a check of these observations, confirmed or not."""
    return terms.FINDING + _hash(check, *(observation_iri(cell) for cell in observations))


def breakdown(scheme: str, code: str) -> str:
    """The IRI of a code of a breakdown; all breakdowns share one code for the total."""
    return TOTAL_CODE if code == TOTAL else terms.code(scheme, code)


def dimensions(key: SeriesKey) -> list[tuple[str, str]]:
    """The dimensions of a series as property and value."""
    return [
        (terms.INDICATOR_OF, terms.indicator(key.indicator)),
        (terms.REF_AREA, terms.area(key.area)),
        (terms.MEASURE_OF, terms.code("measure", key.measure)),
        (terms.BASE_OF, terms.base(key.base)),
        (terms.UNIT_OF, terms.unit(key.unit)),
        (SECTOR_OF, TOTAL_CODE if key.sector == TOTAL else terms.sector(key.sector)),
        (PRODUCT_OF, TOTAL_CODE if key.product == TOTAL else terms.product(key.product)),
        (terms.PARTNER, TOTAL_CODE if key.partner == TOTAL else terms.area(key.partner)),
        (terms.INVESTOR, breakdown("investor", key.investor)),
        (terms.FLOW, breakdown("flow", key.flow)),
        (terms.ZONE_TYPE, breakdown("zone-type", key.zone_type)),
        (STAGE_OF, breakdown("stage", key.stage)),
    ]
