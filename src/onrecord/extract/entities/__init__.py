"""Entities: who and what a page names."""

from onrecord.extract.entities.extractor import NAME, extract

__all__ = ["NAME", "extract"]
