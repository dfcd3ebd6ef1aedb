"""Subjects by label: whether a token has one, whatever the parse calls it.

In: a token of a parse with UD or ClearNLP labels. Out: yes or no. Out of scope: who the subject is
(`onrecord.language.syntax.dependencies`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.labels import SUBJECT_LABEL_PREFIXES

if TYPE_CHECKING:
    from spacy.tokens import Token


def has_subject(verb: Token) -> bool:
    """Return whether the verb has a nominal, expletive or clausal subject."""
    return any(child.dep_.startswith(SUBJECT_LABEL_PREFIXES) for child in verb.children)


def has_nominal_subject(token: Token) -> bool:
    """Return whether a nominal subject is before the token."""
    return any(child.dep_.startswith("nsubj") for child in token.lefts)
