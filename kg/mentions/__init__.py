"""What the text mentions: quantities, times, words of the vocabulary, names. Plain values, no RDF."""

from kg.mentions.period import Period
from kg.mentions.quantity import Quantity
from kg.mentions.resolve import Clock
from kg.mentions.scan import Scan, Scanner, Word, scanner

__all__ = ["Clock", "Period", "Quantity", "Scan", "Scanner", "Word", "scanner"]
