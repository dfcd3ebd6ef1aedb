"""Punctuation as English texts write it: hyphens, dashes, quotation marks, clitics."""

from __future__ import annotations

HYPHENS = frozenset({"-", "‑"})
POSSESSIVE_CLITICS = frozenset({"'s", "’s"})
SENTENCE_END_MARKS = frozenset({".", "!", "?"})
PROSE_END_MARKS = frozenset({".", "!"})
"""Marks at the end of a sentence of prose that a heading seldom has."""
TEXT_END_MARKS = frozenset({".", "”", '"'})
"""Marks at the end of a line that is no title."""
MARKS_BEFORE_CAPITAL = frozenset({"“", '"', "‘", "«", "„", ":", "—", "•", "["})
"""Marks after which a word may be capitalised only by its place."""
QUOTATION_MARK_TOKENS = frozenset({"“", "”", '"', "``", "''", "«", "»", "„"})
"""Marks of quotations, as tokenisers leave them; single ones may be apostrophes."""
