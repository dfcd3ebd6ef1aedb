"""Commitments: what someone said they would bring about."""

from onrecord.extract.commitments.extractor import NAME, extract

__all__ = ["NAME", "extract"]
