"""Verbs and nouns beside towns that refer to a government or a team.

In: nothing. Out: sets of lower-case lemmas. Out of scope: verbs of saying (`onrecord.language.en.attribution_cues`).

Source: our own lists.
"""

from __future__ import annotations

GOVERNMENT_VERBS = frozenset(
    """
    accept accuse agree annex approve back ban bar block boycott condemn decide demand denounce dismiss expel fear
    hope impose insist intend invade negotiate object oppose order pledge pressure propose protest reject retaliate
    sanction seek send sign summon supply support threaten urge veto view vow want warn welcome withdraw
    """.split()
)
"""Verbs whose subject, if it is a capital, is the government there."""

GAME_VERBS = frozenset(
    """
    beat concede crush defeat down draw edge eliminate hammer host lead lose outscore overcome rout score stun sweep
    thrash top trail trounce upset win
    """.split()
)
"""Verbs of teams, where a score is stated."""

GAME_OUTCOMES = frozenset(
    "defeat draw loss match game rout triumph victory win shutout tie thrashing".split()
)
"""Nouns before "over", "at" or "to" and a team's name."""

OPPONENT_PREPOSITIONS = frozenset({"against", "over", "at", "to", "with"})
"""Prepositions before the name of the team that is played against."""
