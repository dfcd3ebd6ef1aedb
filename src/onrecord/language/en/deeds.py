"""Words that keep a verb from telling a deed of its own.

Source: written for onrecord.
"""

from __future__ import annotations

from typing import Final

GENERIC_PRONOUNS: Final = frozenset(
    ["you", "everyone", "everybody", "anyone", "anybody", "one", "’s", "'s"]
)
"""Pronouns for people in general."""

REFLEXIVE_PRONOUNS: Final = frozenset(
    "myself yourself himself herself itself ourselves yourselves themselves oneself".split()
)

CURRENT_TIME_ADVERBS: Final = frozenset("now currently still already again today".split())
"""Adverbs that make a present tense tell of these days, not of every day."""

NON_AGENTIVE_VERBS: Final = frozenset(
    "appear become benefit cause cost depend enjoy exceed experience face feel gain happen hear know learn"
    " like love mean miss need occur realise realize receive regret result see seem stay struggle suffer"
    " survive understand wake let keep_up fall fail wait listen watch look smile laugh joke"
    " dream cry sleep eat drink breathe smell taste rest relax wonder ponder reckon guess marvel"
    " accomplish achieve excel shine please delight amaze impress surprise shock stun outrage doom"
    " fight battle ride sound echo linger loom swirl hover rely engage focus concentrate identify recognise recognize"
    " treat handle cover wear eye aim prove ensure guarantee_against enable help allow let encourage inspire"
    " add mark spell bode raise_questions turn_out end_up wind_up miss_out stick cling amid eighty"
    " age mature boom flourish thrive prosper improve worsen deteriorate rise climb_to drop sink slip slide"
    " grow shrink soar surge plunge plummet rocket jump dip ease_off peak swell dwindle".split()
)
"""Verbs of faring, feeling, looking and changing by itself."""

ARRIVAL_PREDICATES: Final = frozenset("home back gone out there ready here".split())
"""Predicates of a promise that somebody will have come or gone ("will be home by May")."""

ARRIVAL_PLACE_NOUNS: Final = frozenset("ground place post theatre theater field".split())
"""Nouns of such predicates with a preposition ("will be on the ground")."""

VAGUE_VERBS: Final = frozenset(
    "make take give put bring turn play use run work show pay draw pass cast create get set move find"
    " produce offer present carry drive push pull throw pick serve operate feature combine mix bear stick"
    " catch break hit strike touch reach cross keep".split()
)
"""Verbs that tell a deed only by what they are done to, or when."""
