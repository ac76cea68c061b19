"""Claims of many documents become what they together say: observations, things, findings.

Values in, values out (``model`` first, then ``series``, ``arithmetic``, ``sums``, ``things``, ``borders``); only
``read`` and ``run`` know a store, only ``write`` writes RDF.
"""

from kg.reconcile.model import Claim, Finding, Observed, World
from kg.reconcile.read import claims_of
from kg.reconcile.run import reconcile

__all__ = ["Claim", "Finding", "Observed", "World", "claims_of", "reconcile"]
