"""The error tree. Every error that a user can cause is one of these and names the place and the remedy.

KgError
├── InputError      a document or manifest cannot be read (the run goes on with the others)
├── LexiconError    a Turtle file of ontology/ is broken or contradicts itself
├── QueryError      a catalogue query, its parameters or a SPARQL text is wrong
├── StoreError      the graph's folder or server cannot be opened, read or written
└── ExportError     a format is unknown or its tool is missing
"""

from __future__ import annotations


class KgError(Exception):
    """Base of all errors that the command line prints without a traceback."""


class InputError(KgError):
    """A document or manifest cannot be read."""


class LexiconError(KgError):
    """The ontology files cannot be turned into a lexicon."""


class QueryError(KgError):
    """A query or its parameters are wrong."""


class StoreError(KgError):
    """The graph cannot be opened, read or written."""


class ExportError(KgError):
    """The graph cannot be written in the format asked for."""
