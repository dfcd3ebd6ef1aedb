"""Verbs of events: which of them denote one, with which arguments, and what ending something makes of it.

In: nothing. Out: frozen sets of lemmas (a particle is joined by `_`), and dicts by lemma or PLOVER root. Out of scope: the
coding of verbs (`onrecord.language.en.verbs.PLOVER_TABLE`) and verb classes that other wings need.

Source: written for onrecord.
"""

from __future__ import annotations

from typing import Final

DENIAL_VERBS: Final = frozenset("deny dismiss refute dispute disavow rebut".split())
"""Verbs that deny a claim ("denied that troops had left"); "refuse" and "fail" deny an act."""

INFINITIVE_REQUEST_VERBS: Final = frozenset(
    "tell advise warn remind call press pressure want direct".split()
)
"""Verbs that are requests only with an infinitive ("told him to go")."""

EXCLUDED_EVENT_NOUNS: Final = {
    "take": frozenset(
        {
            "charge",
            "warning",
            "threat",
            "criticism",
            "call",
            "offer",
            "protest",
            "appeal",
            "search",
            "release",
            "exchange",
            "arrest",
        }
    ),
    "have": frozenset({"charge", "search", "release", "arrest", "deal", "understanding", "appeal"}),
    "put": frozenset({"charge", "demand", "question"}),
    "make": frozenset({"strike", "trip", "search", "understanding", "demonstration"}),
    "face": frozenset({"release", "exchange"}),
    "win": frozenset({"call", "strike"}),
    "do": frozenset({"deal"}),
    "carry": frozenset({"threat", "promise", "pledge", "demand"}),
}
"""Light verb → event nouns with which it means something else ("took charge")."""

TERMINATED_ROOTS: Final = {
    "CONSULT": ("SANCTION", "withdraw"),
    "AID": ("SANCTION", "discontinue"),
    "COOPERATE": ("SANCTION", "discontinue"),
    "AGREE": ("SANCTION", "discontinue"),
    "SUPPORT": ("SANCTION", "discontinue"),
    "ASSAULT": ("YIELD", "ceasefire"),
    "COERCE": ("YIELD", None),
    "SANCTION": ("YIELD", None),
    "PROTEST": ("YIELD", None),
    "THREATEN": ("YIELD", None),
    "ACCUSE": ("YIELD", None),
    "MOBILIZE": ("YIELD", "withdraw"),
}
"""PLOVER root of what ends → root and mode of ending it."""

_WITH_TARGETS: Final = {
    "ACCUSE": "against over for with of at on in as",
    "AGREE": "with to on",
    "AID": "to for with",
    "ASSAULT": "against on at with into in",
    "COERCE": "on against in from of into",
    "CONSULT": "with to between by about",
    "COOPERATE": "with to alongside from between",
    "MOBILIZE": "against to into in along near",
    "PROTEST": "against at outside over with to on in for",
    "REJECT": "from to with by of",
    "REQUEST": "from on for to of against with",
    "SANCTION": "on against with to from of in",
    "SUPPORT": "for with to of behind on in",
    "THREATEN": "with against of to",
    "YIELD": "to from out on in against for by",
}
TARGET_PREPOSITIONS: Final = {
    root: frozenset(words.split()) for root, words in _WITH_TARGETS.items()
}
"""PLOVER root → prepositions before whom it is done to or with."""

OCCURRENCE_VERBS: Final = frozenset(
    "open reopen close begin start end expire resume collapse crash explode erupt sink derail burst"
    " finish conclude".split()
)
"""Verbs that, with a date, denote what happened to a thing ("the bridge opened in May")."""

HOLDING_VERBS: Final = frozenset("take occur happen follow come last continue".split())
"""Verbs that say of the event of their subject only that it took place ("the vote took place in May")."""

HAPPENING_VERBS: Final = frozenset(
    "overturn burst collapse crash explode erupt sink derail capsize flood vanish disappear plunge ignite melt"
    " detonate topple subside break_out break_down break_up blow_up run_aground go_off come_down".split()
)
"""Verbs, intransitive, of what happens to things by itself, whenever it did (Levin 1993: 45, 47.3, 48)."""
ENACTED_NOUNS: Final = frozenset(
    "bill motion law measure amendment resolution budget treaty".split()
)
"""Nouns of what passes or takes effect."""
ATTRIBUTE_VERBS: Final = frozenset(
    "control lead head run own chair back govern rule dominate operate sponsor fund inhabit populate hold".split()
)
"""Verbs whose reduced passive says what something is ("districts controlled by the militia")."""

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
"""Verbs of feeling, perceiving, seeming and changing by itself: nobody acts."""

VAGUE_VERBS: Final = frozenset(
    "make take give put bring turn play use run work show pay draw pass cast create get set move find"
    " produce offer present carry drive push pull throw pick serve operate feature combine mix bear stick"
    " catch break hit strike touch reach cross keep".split()
)
"""Verbs that denote a concrete event only with a named or counted object, or a date."""

MOTION_VERBS: Final = frozenset({"come", "go"})
PLACING_VERBS: Final = frozenset({"put", "place", "set"})
"""Verbs that give an estimate ("put the number of dead at 19")."""
FIGHTING_VERBS: Final = frozenset({"fight", "battle"})
ANNOUNCEMENT_CUES: Final = frozenset(
    "announce announces announced announcing confirm confirms confirmed confirming pledges pledged".split()
)
"""Forms of cues by which an office commits its state or body."""
