"""Questions to the graph: the catalogue of ``queries/*.rq``, their parameters, and free SPARQL.

run(store, "province-ranking", {"indicator": "xuất khẩu", "period": "2024"}) -> Table
sparql(store, "SELECT ...") -> Table;  sparql(store, "CONSTRUCT ...") -> bytes
"""

from kg.query.catalogue import CatalogueQuery, Parameter, catalogue, find
from kg.query.run import bound_text, run, sparql
from kg.query.table import Cell, Ref, Table

__all__ = [
    "CatalogueQuery",
    "Cell",
    "Parameter",
    "Ref",
    "Table",
    "bound_text",
    "catalogue",
    "find",
    "run",
    "sparql",
]
