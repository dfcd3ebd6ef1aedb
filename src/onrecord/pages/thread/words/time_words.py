"""Words of days and ages: data only.

In: nothing. Out: what a block must hold before it is read as a day or an age. Out of scope: reading it (`dates.parsing`).
"""

from __future__ import annotations

import re

AGE_WORDS = ("ago", "vor", "hace", "yesterday", "gestern", "heute", "today", "hier")
"""Words of an age or a recent day, lower case."""

AGE_WORD = re.compile(rf"\b(?:{'|'.join(AGE_WORDS)})\b", re.IGNORECASE)
"""One of `AGE_WORDS` as a word."""
