"""Hypotheticals: attributions that are only asked about or possible ("whether Hale thinks so is unknown", "might have to ask").

In: the verb of an attribution. Out: whether it is only hypothetical, or done by nobody. Out of scope: "not" ("did not say").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.quotes.en.function_words import (
    HYPOTHETICAL_MARKERS,
    NEGATIVE_SUBJECTS,
    POSSIBILITY_MODALS,
)
from onrecord.extract.quotes.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_hypothetical(verb: Token) -> bool:
    """Return whether the verb is under "whether" or "if", or after "might have to"."""
    token = verb
    for _ in range(THRESHOLDS.shared_whether_verbs):
        if any(left.lower_ in HYPOTHETICAL_MARKERS and left.dep_ == "mark" for left in token.lefts):
            return True
        if token.dep_ != "conj":
            break
        token = token.head
    governor = verb.head
    is_obligation = verb.dep_ == "xcomp" and governor.lower_ == "have"
    return is_obligation and any(left.lower_ in POSSIBILITY_MODALS for left in governor.lefts)


def is_done_by_nobody(verb: Token) -> bool:
    """Return whether the subject says that it was not done ("Neither the firm nor the union would say")."""
    return any(
        left.lower_ in NEGATIVE_SUBJECTS
        or any(word.lower_ in NEGATIVE_SUBJECTS for word in left.lefts)
        for left in verb.lefts
        if left.dep_.startswith("nsubj")
    )
