"""English auxiliaries: lemmas of their forms, and those that are past.

In: nothing. Out: a dict and frozen sets of lower-case words. Out of scope: what modals state of an event (`modals`).

Source: written for onrecord.
"""

from __future__ import annotations

from typing import Final

AUXILIARY_LEMMAS: Final = {
    "'ll": "will", "’ll": "will", "wo": "will", "ca": "can", "sha": "shall", "'d": "would",
    "’d": "would", "'ve": "have", "’ve": "have", "has": "have", "had": "have", "having": "have",
    "am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be",
    "'m": "be", "’m": "be", "'re": "be", "’re": "be", "does": "do", "did": "do", "gets": "get",
    "got": "get",
}  # fmt: skip
"""Forms of auxiliaries, clitics and contracted stems ("wo" of "won't") → lemma; pipelines disagree on theirs."""
CLITICS_OF_HAD_OR_WOULD: Final = frozenset({"'d", "’d"})
PAST_AUXILIARIES: Final = frozenset({"was", "were", "did", "had", "got"})
BE_OR_HAVE: Final = frozenset({"be", "have"})
PASSIVE_AUXILIARY_LEMMAS: Final = frozenset({"be", "get"})
FUTURE_MODALS: Final = frozenset({"will", "shall"})
FUTURE_OR_REPORTED_MODALS: Final = frozenset({"will", "would", "shall"})
ABILITY_MODALS: Final = frozenset({"can", "could", "would"})
"""Modals that, negated, deny the event ("could not reach")."""
