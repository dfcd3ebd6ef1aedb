"""Punctuation as English texts write it: hyphens, dashes, quotation marks, clitics."""

from __future__ import annotations

HYPHENS = frozenset({"-", "‑"})
POSSESSIVE_CLITICS = frozenset({"'s", "’s"})
SENTENCE_END_MARKS = frozenset({".", "!", "?"})
