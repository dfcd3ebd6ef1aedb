"""English words around names in marks: data only.

In: nothing. Out: the words after which somebody's name in marks follows, and capitalised words that are no part of such a name.
Out of scope: finding the names (`onrecord.language.names.marked_names`).
"""

from __future__ import annotations

GOING_BY_NAME = (
    r"(?:\b(?:(?:better |best |widely |also |only |formerly |otherwise )*known (?:\w+ )?(?:as|by (?:the|his|her|their) (?:\w+ )?\w+)"
    r"|nicknamed|dubbed|alias|a\.?k\.?a\.?|born|(?:identified|named|listed|referred to|introduced) (?:\w+ )?(?:only |simply |just )?as"
    r"|(?:go(?:es|ing)?|went) (?:only |simply |just )?by(?: (?:the|his|her|their) (?:\w+ )?\w+)?(?: of)?"
    r"|g[ai]v(?:e|es|en|ing) (?:his|her|their) (?:first |last )?name (?:only |simply |just )?as"
    r"|call(?:s|ed|ing)? (?:him|her|them)sel(?:f|ves)|(?:under|using|by) the (?:\w+ )?(?:name|alias|nickname|pseudonym)(?: of)?"
    r"|(?<=[a-z] )(?:whom )?(?:he|she|they|people|friends|everyone|locals) calls?)"
    r"|\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Tt]his|[Tt]hat)(?: [\w-]+){1,4} (?:called|named))"
)
"""A pattern of the words right before the marks of a name that somebody goes by."""

NO_SURNAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december""".split()
)
"""Capitalised words, in lower case, that follow words in marks and are nobody's surname there ("called it “Mad” Tuesday")."""

NO_NICKNAMES = frozenset("yes no never stop help why what who hello sorry thanks ok okay".split())
"""Words that are said, and no nicknames."""
