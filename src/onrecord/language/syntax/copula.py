"""Copulas: whether a word is a predicate after "be" ("is ready", "the aim is to send").

In: a spaCy token of a parse with UD labels. Out: whether it has a copula. Out of scope: "be" as an auxiliary (`verb_group`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def has_copula(token: Token) -> bool:
    """Return whether a copula depends on `token`."""
    return any(child.dep_ == "cop" for child in token.children)
