"""Words of captions and verbs by which lines of an article's head are told apart: data only.

In: nothing. Out: a set of words in lower case; a pattern. Out of scope: which line has which role (`article_head`, `article`).
"""

from __future__ import annotations

import re

from onrecord.pages.flat.words.line_patterns import compile_lines

FINITE_VERBS = frozenset(
    """
    is are was were am be been has had will would can could may might must shall should do does did
    said says told tells announced announces agreed agrees warned warns insisted insists claims
    plans wants calls urges faces seeks begins began makes made takes took comes came goes went gets
    got gives gave says say added adds remains became becomes
    """.split()
)
"""Verb forms that stand only in a clause of their own."""

CAPTION_CUES = compile_lines(
    r"\b(?:photo(?:graph)?(?:er)?|image|picture|pic|credit|illustration|graphic|file photo)s? ?"
    r"(?::|by\b|/|courtesy)",
    r"\((?:[^()]{0,40}(?:photo|image|getty|reuters|afp|ap|epa|file)[^()]{0,40})\)\s*$",
    r"\b(?:getty images|shutterstock|alamy|reuters/|ap photo|afp/|file (?:photo|picture)|pictured)\b",
    r"^(?:pictured|above|below|left|right|file)\s*[:,(]",
)
"""Words of a picture's caption or credit; searched."""

CLAUSE_START = re.compile(
    r",?(?<!\s)\s+(?:who|which|whose|whom|where|that|as|after|while|when)\b|[;:]"
)
"""Where a clause of its own begins within a phrase."""
