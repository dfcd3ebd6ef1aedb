"""Custody: what lets somebody else check a record, without the story and without trust in it.

In: an open story, or a receipt with the saved page. Out: a receipt, or what of it holds. Out of scope: the story, which is only read.
"""

from __future__ import annotations

from onrecord.custody.receipt import build_receipt, count_proofs, write_receipt
from onrecord.custody.receipt_check import OUTCOMES, WRONG, Check, check_receipt

__all__ = [
    "OUTCOMES",
    "WRONG",
    "Check",
    "build_receipt",
    "check_receipt",
    "count_proofs",
    "write_receipt",
]
