"""Patterns of English words around quotations: verbs of attribution, abbreviations, labels, credits.

In: nothing. Out: compiled regular expressions over a page's text. Out of scope: patterns of marks alone, which are in the
modules that use them.
"""

from __future__ import annotations

import re

ATTRIBUTION_AFTER_MARK = re.compile(
    r"[”\"]\s+(?:(?:said|says|added|adds|told|asked|asks|wrote)\b"
    r"|(?:he|she|they|[A-Z][\w.’-]+(?: [A-Z][\w.’-]+){0,3}) (?:said|says|added|adds|told|asked|asks|wrote)\b)"
)
"""A closing mark and an attribution (…,” he said)."""

SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b[MDSJ][rst])(?<!\bMrs)(?<!\b(?:Sen|Rep|Gov|Gen|Rev|Col|Sgt))(?<!\b(?:Lt|No))[.!?](?:\s|$)"
)
"""A mark that ends a sentence, and no abbreviation."""

SENTENCE_BREAK = re.compile(r"(?<!\b[A-Z])(?<!\b[MDS][rst])(?<!\bMrs)(?<!\bGen)[.!?]\s+\S|[“”\"]")
"""The end of a sentence before another, or a quotation mark."""

CLAUSE_JOINER = re.compile(r"[\s,”\"’']*(?:and|but|while|when|which|where|because|although|so)\b")
"""Words that join another clause to one with a name in marks (They played “Bread and Roses”, and Hale said nothing)."""

WAS_HOW = re.compile(r"[”\"’']?,? (?:is|was) how\b")
"""“It was a miracle” was how Ann Hale put it."""

NEW_SENTENCE_OPENER = re.compile(
    r"[\s”\"'’]*(?:But|And|Yet|So|Then|Later|Still|Reluctantly|Meanwhile|Instead)\b"
)
"""Words after a closed quotation that open a sentence of another speaker's."""

LABEL_LEAD_IN = re.compile(
    r"(?:(?:and|but|or|then|also|next|now|finally|lastly|last|first|second|third|later|meanwhile|next up)\b,? )*"
    r"(?:(?:here|here['’]s|this|these|more|word|a (?:word|note|message|line|statement|reply|response))\b"
    r"(?: (?:is|are|was|comes?|came|goes)\b)?,? )*"
    r"(?P<sender>(?:(?:also|straight|directly) )?(?:from|by)\b )?(?:the (?:desk|office|pen|keyboard|lips) of )?",
    re.IGNORECASE,
)
"""Words before who speaks in a line that has no verb ("And this from …", "From the desk of …")."""

PICTURE_CREDIT = re.compile(
    r"©|^\W*(?:Photo|Photograph|Picture|Image|Credit|By)\b|/\s?(?:AP|EPA|PA)\b|\b(?:Getty|Reuters|AFP|Shutterstock|AP Photo)\b"
)
"""Words of a block that credits a picture ("© Ann Hale/Reuters")."""

INTERVIEW_MENTION = re.compile(
    r"\b(?:interview|Q&A|Q and A|conversation|talk(?:s|ed|ing)?|sp(?:oke|eaks)|chat(?:s|ted)?|sat down|caught up)"
    r" (?:to|with) |\binterviewed "
)
"""Words before the name of the person whom a page interviews."""

PRONOUN_BEFORE = re.compile(r"\b(?:He|She|They|he|she|they) (?:\w+ )?$")
"""A pronoun as the subject of the words above: then the page reports an interview and holds none."""

OWNER_PREPOSITION = re.compile(
    r"\b(?:for|of|to|by|with|from|behind|against)\s+(?:[A-Z][a-z]{1,4}\.?\s+)?$"
)
"""A preposition before a name that only says whose somebody is ("a lawyer for Ms. Hale")."""
