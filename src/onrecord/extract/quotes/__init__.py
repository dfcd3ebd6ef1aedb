"""Quotes: who is said to have said what, in whose words, and through whom."""

from onrecord.extract.quotes.extractor import NAME, extract

__all__ = ["NAME", "extract"]
