"""Nouns and verbs beside the titles of works, and the quotation marks around them.

In: nothing. Out: sets of lower-case words, opening marks with their closing ones, and a pattern. Out of scope: the
titles.

Source: our own lists.
"""

from __future__ import annotations

import re

WORK_NOUNS = frozenset(
    """
    album anthem autobiography ballad biopic blockbuster book bestseller comedy debut documentary drama duet ep film
    memoir miniseries movie musical novel novella opera podcast poem remake sequel series show sitcom song soundtrack
    thriller trilogy
    """.split()
)
"""Nouns of works; "single", "play" and "track" are as often something else."""

WORK_NOUNS_BEFORE_MARKS = frozenset("hit paper play single story title track version".split())
"""Nouns that are of a work if a title in quotation marks follows."""

TITLE_VERBS = frozenset(
    """
    covered covers directed directing directs entitled performed performing performs rehearsed sang sing singing sings
    sung titled
    """.split()
)
"""Verb forms after which a title in quotation marks may follow."""

TITLE_INTRODUCERS = frozenset({"called", "titled", "entitled", "named", ",", ":"})
"""Words and marks between a work's noun and its title."""

TITLE_MARKS = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»"}
"""Closing by opening quotation mark of a title."""

WORDS_BEFORE_TITLE = WORK_NOUNS | WORK_NOUNS_BEFORE_MARKS | TITLE_VERBS

WORD_BEFORE_TITLE = re.compile(rf"\b(?:{'|'.join(sorted(WORDS_BEFORE_TITLE))})\b", re.IGNORECASE)
"""One of `WORDS_BEFORE_TITLE`; a text without any is searched no further."""
