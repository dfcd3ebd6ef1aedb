"""Teams: sides that bear a town's name, where a score is told ("Calden beat Norwick 2-1").

In: a name's span. Out: whether it names a side. Out of scope: countries (a country and its team are one), and
towns that no result is told of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.entities.en.feature_words import GAMES, OUTCOMES

if TYPE_CHECKING:
    from spacy.tokens import Span

_SCORE = re.compile(r"(?<![\d\-–$£€/.])\d{1,3}[-–]\d{1,3}(?![\d\-–/.%])")
_SIDES = frozenset({"nsubj", "obj", "dobj", "nsubj:pass", "obl:agent"})
_AGAINST = frozenset({"against", "over", "at", "to", "with"})


def is_team(name: Span) -> bool:
    """Return whether `name` is a side in a game whose score the sentence tells."""
    if not _SCORE.search(name.sent.text):
        return False
    head = name.root
    if head.dep_ in _SIDES and head.head.lemma_.lower() in GAMES:
        return True
    before = name.doc[name.start - 1] if name.start else None
    if before is None or before.lower_ not in _AGAINST:
        return False
    near = name.doc[max(0, before.i - 3) : before.i]
    return before.lower_ == "against" or any(token.lemma_.lower() in OUTCOMES for token in near)
