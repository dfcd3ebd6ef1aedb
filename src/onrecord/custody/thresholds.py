"""Thresholds of custody: how large a receipt may be."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.thresholds import define_threshold


@dataclass(frozen=True, slots=True)
class CustodyThresholds:
    """Bounds of receipts."""

    max_receipt_bytes: int = define_threshold(
        20_000_000,
        "bytes",
        "size of a file that is read as a receipt",
        "limit: a receipt holds the words of one record; memory",
    )
    slice_shown_chars: int = define_threshold(
        100, "characters", "how much of words a check shows", "limit: length of one line"
    )


THRESHOLDS = CustodyThresholds()
"""The table in use."""
