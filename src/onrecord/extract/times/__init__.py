"""Times: expressions of time as TIMEX3, with what they are relative to."""

from onrecord.extract.times.extractor import NAME, extract

__all__ = ["NAME", "extract"]
