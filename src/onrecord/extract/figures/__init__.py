"""Figures: quantities with what they count."""

from onrecord.extract.figures.extractor import NAME, extract

__all__ = ["NAME", "extract"]
