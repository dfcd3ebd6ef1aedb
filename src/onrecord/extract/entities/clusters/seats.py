"""Seats: capitals that stand for the government that sits there, as in "London said".

In: a name's token and what lists know of it. Out: whether it acts as a government. Out of scope: capitals that are
only somewhere ("in London"), and countries: a country and its government are one.

Source: metonymy as the ACE and SemEval-2007 task 8 guidelines have it (place-for-people, capital-for-government).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.language.en.cues import SAY, TELL
from onrecord.language.names.gazetteer import load_capitals

if TYPE_CHECKING:
    from spacy.tokens import Token

_POWERS = frozenset(
    """
    accept accuse agree annex approve back ban bar block boycott condemn decide demand denounce dismiss expel fear
    hope impose insist intend invade negotiate object oppose order pledge pressure propose protest reject retaliate
    sanction seek send sign summon supply support threaten urge veto view vow want warn welcome withdraw
    """.split()
)
"""Verbs whose subject, if it is a capital, is the government there."""


def is_seat(name: str, last: Token) -> bool:
    """Return whether the capital `name`, which ends at token `last`, says or does what governments do."""
    if name not in _capitals() or not last.dep_.startswith("nsubj") or ":pass" in last.dep_:
        return False
    verb = last.head.lemma_.lower()
    return verb in SAY or verb in TELL or verb in _POWERS


@cache
def _capitals() -> frozenset[str]:
    return frozenset(load_capitals())
