"""The fixed division of the annotated documents into parts: train, dev and test.

In: a document's id. Out: its part, drawn from the id alone, so that it never changes. GUM's own dev and test documents keep their parts,
because the parser trains on the others; what was written for annotation, and EWT's train part, only train. Out of scope: nobody who writes rules reads the marks of the test part.
"""

from __future__ import annotations

import hashlib
from typing import Literal

Part = Literal["train", "dev", "test"]

DEV_SHARE, TEST_SHARE = 0.15, 0.25
GUM_DEV = frozenset(
    {"GUM_interview_cyclone", "GUM_interview_gaming", "GUM_news_iodine", "GUM_news_homeopathic"}
)
GUM_TEST = frozenset(
    {"GUM_interview_hill", "GUM_interview_libertarian", "GUM_news_nasa", "GUM_news_sensitive"}
)


def find_part(document: str) -> Part:
    """Return the part that a document belongs to."""
    if document.startswith(("own/", "ewt/")):
        return "train"
    name = document.rpartition("/")[2]
    if document.startswith("gum/"):
        return "test" if name in GUM_TEST else "dev" if name in GUM_DEV else "train"
    draw = int(hashlib.sha256(document.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF
    if draw < TEST_SHARE:
        return "test"
    return "dev" if draw < TEST_SHARE + DEV_SHARE else "train"
