"""Facts as RDF: ``quads`` writes a reading as N-Quads text, ``facts`` reads claims back."""

from kg.rdf.facts import claim_iris, document_facts, read_facts
from kg.rdf.quads import reading_to_nquads, reading_to_ntriples

__all__ = ["claim_iris", "document_facts", "read_facts", "reading_to_nquads", "reading_to_ntriples"]
