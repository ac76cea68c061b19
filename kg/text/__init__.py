"""Bytes into normalised text, numerals and sentences."""

from kg.text.read import read_document

__all__ = ["read_document"]
