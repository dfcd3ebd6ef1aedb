"""English words by which a clause depends on the one beside it.

In: nothing. Out: patterns. Source: our own lists.
"""

from __future__ import annotations

import re

TEMPORAL_CONJUNCTION = re.compile(r"(?:when|as|while) ", re.IGNORECASE)
"""How a clause opens that states when another happened."""
PRESENT_PARTICIPLE = re.compile(r"[a-z]+ing\b")
"""How a clause opens that goes on at the time of the clause around it ("…, completing a deployment")."""
OPENING_MARKS = "“‘\"'£$€"
"""Quotation marks and currency signs with which a sentence may open, beside capitals and digits."""
