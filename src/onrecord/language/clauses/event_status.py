"""What a clause states of an event: happened, ongoing, planned, promised, possible, called for or denied.

In: a verb of a parse. Out: a `StatusReading`. Out of scope: whether it is true, and who says it.

A verb is read with all that governs it, from its own auxiliaries up to the root:
- `happened` past, perfect or a narrative participle; `ongoing` present or progressive;
- `planned` will, is to, and what somebody plans, prepares, is set or expected to do; the purpose of an act;
- `promised` what somebody pledges, undertakes or agrees to do;
- `possible` may, might, could, conditions, what is considered, sought, offered or hoped for;
- `called_for` should, must, and what somebody urges, orders or asks for;
- `denied` what did not, does not or will not take place, or somebody denies, refuses or rules out.

A negated past, present or future is `denied`; a promise, plan, call or possibility *not* to do something
keeps its status. `negated` is set in every case where the clause states that the event did or will not take place.

Source: Saurí and Pustejovsky 2009 (FactBank), Karttunen 2012 (implicative verbs).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.clauses.finite_status import read_finite_status
from onrecord.language.clauses.nonfinite_status import read_nonfinite_status
from onrecord.language.clauses.verb_status import StatusReading, read_verb_status
from onrecord.language.thresholds import THRESHOLDS

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_status(verb: Token) -> StatusReading:
    """Return what the clause of `verb`, with all that governs it, states of the event of `verb`."""
    return _read(verb, 0)


def _read(verb: Token, depth: int) -> StatusReading:
    if depth > THRESHOLDS.status_steps:
        return StatusReading("happened", negated=False)

    def read_outer(governor: Token) -> StatusReading:
        return _read(governor, depth + 1)

    own = read_verb_status(verb)
    if own is None:
        return read_nonfinite_status(verb, read_outer)
    return read_finite_status(verb, own, read_outer)
