"""Punctuation tokens that the rules for quotes ask for: ends of sentences, dashes, quotation marks as tokenisers leave them.

In: nothing. Out: frozen sets of `Token.text`. Out of scope: how quotation marks pair (`onrecord.extract.quotes.marks`).
"""

from __future__ import annotations

CLAUSE_MARKS = frozenset({",", ":", ";"})

PHRASE_BREAK_MARKS = frozenset({'"', ":", ";", "“", "”"})
"""Marks over which no source's phrase reaches."""

QUOTE_END_MARKS = frozenset({"!", ",", ".", "?"})
"""Marks that end a whole sentence inside quotation marks, or precede its attribution."""

CLAUSE_END_MARKS = frozenset({"!", ".", ":", ";", "?"})

PARENTHETICAL_END_MARKS = frozenset({")", ",", ".", ";", "?", "–", "—"})
"""Marks that may follow an attribution inside its sentence."""

ASIDE_MARKS = frozenset({",", "-", "--", "–", "—"})
"""Marks around an aside."""

COMMA_OR_COLON = frozenset({",", ":"})

COMMA_OR_DASH = frozenset({",", "–", "—"})

ADJACENT_PHRASE_BREAK_MARKS = frozenset(
    {"!", '"', "''", "(", "--", ".", ":", ";", "?", "``", "–", "—", "“", "”"}
)
"""Marks that no phrase beside a verb of saying holds."""

SENTENCE_OR_QUOTATION_MARKS = frozenset({"!", '"', "''", ".", ":", ";", "?", "``", "“", "”"})
"""Marks before which no sentence continues, whatever the parse says."""

CUE_BREAK_MARKS = frozenset({"!", '"', ".", ";", "?", "“", "”"})
"""Marks over which no participle continues with an earlier verb of saying."""

REVERSED_MARK_PREDECESSORS = frozenset({"!", ",", "?"})
"""Marks after which a mark turned the wrong way closes."""

EMPHATIC_END_MARKS = frozenset({"!", "?"})

OPEN_END_MARKS = frozenset({"!", "?", "—", "…"})
"""Marks at the end of quoted words that an attribution may follow without a comma."""

TIED_END_MARKS = frozenset({"!", ",", "?", "—", "…"})
"""Marks at the end of quoted words that tie them to what follows."""

OPENING_QUOTE_TOKENS = frozenset({'"', "'", "``", "«", "‘", "“", "„"})

DESCRIPTION_BREAK_MARKS = frozenset(
    {'"', "''", "--", ":", ";", "``", "«", "»", "–", "—", "‘", "“", "”"}
)
"""Marks that end the description of a name."""

MODIFIER_BREAK_MARKS = frozenset({'"', "''", ":", ";", "``", "«", "»", "“", "”"})
"""Marks that no modifier of a source holds."""

QUOTATION_MARK_TOKENS = frozenset({'"', "''", "``", "«", "»", "‘", "“", "”"})

CONTENT_BREAK_MARKS = frozenset({'"', "(", ":", ";", "–", "—", "“", "”"})
"""Marks that end reported words."""

ADJUNCT_BREAK_MARKS = frozenset({'"', ",", ":", ";", "“"})
"""Marks that no adjunct after a postposed verb holds."""

DIRECTED_OPENING_MARKS = frozenset({"``", "«", "“"})

DIRECTED_CLOSING_MARKS = frozenset({"''", "»", "”"})

CLOSING_BRACKETS = frozenset({")", "]"})

COMMA_OR_SEMICOLON = frozenset({",", ";"})

ADDITION_MARKS = frozenset({",", ";", "–", "—"})
"""Marks after which something is added to a phrase."""

DATELINE_DASHES = frozenset({"-", "--", "–", "—"})

DASHES = frozenset({"--", "–", "—"})

FULL_STOP_OR_SEMICOLON = frozenset({".", ";"})

SEMICOLON_OR_DASH = frozenset({";", "–", "—"})

POSSESSIVE_ENDINGS = frozenset({"'", "'s", "’", "’s"})
"""What is between an owner and the quoted name of a work."""

POSSESSIVE_SUFFIXES = frozenset({"'s", "s'", "s’", "’s"})
"""The last two letters of an owner's name."""

ANY_MARK_TOKENS = frozenset("“”„‟\"«»‹›‘’'`") | {"``", "''"}
"""Quotation marks of any kind, as tokens."""

CONTENT_EDGE_MARKS = frozenset(",;:–—-")
"""Marks that content does not begin or end with."""

FULL_STOP_OR_LINE_END = frozenset({".", "\n"})
