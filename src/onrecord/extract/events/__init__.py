"""Events: who did what to whom, where and when, and whether it is stated to have happened."""

from onrecord.extract.events.extractor import NAME, extract

__all__ = ["NAME", "extract"]
