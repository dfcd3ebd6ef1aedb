"""Cues: the words that attribute a statement, in classes.

In: nothing. Out: sets of lower-case lemmas and fixed phrases. Out of scope: belief, intention and judgement
(`onrecord.extract.quotes.en.frames`): they tell of a mind, not of words.

Source: Pareti, "The PARC 3.0 corpus of attribution relations" (LREC 2016) for the kinds of cue;
Levin, English Verb Classes (1993), 37.1-37.9 (verbs of communication) for members. Our own selection.
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


SAY = _words(
    """
    acknowledge add admit affirm agree allege announce answer argue assert boast caution claim
    comment complain concede conclude confess confirm contend continue counter cry declare deny
    disclose emphasise emphasize exclaim explain forecast insist interject joke lament maintain
    mention muse mutter note observe opine plead pledge point_out predict proclaim promise
    protest quip reaffirm recall reckon recommend reiterate relate remark repeat reply report
    respond retort reveal say shout signal speculate spell_out state stress submit suggest swear
    testify tweet underline underscore vow warn whisper write yell accuse
    """
)
"""Verbs that take what was said as a clause, or quoted words."""

TELL = _words(
    """
    advise assure brief inform notify remind tell
    """
)
"""Verbs whose object is who was told."""

FIND = _words(
    """
    calculate conclude confirm demonstrate detail estimate find indicate judge note project record
    report reveal say show state suggest warn
    """
)
"""Verbs by which documents and bodies report."""

ASK = _words(
    """
    ask demand enquire inquire wonder query question
    """
)
"""Verbs whose clause is a question."""

ASKED_FIRST = _words("asked pressed quizzed questioned")
"""Participles that open a sentence with what its subject was asked."""

QUOTE_ONLY = _words(
    """
    accuse ask blast brag call chant chuckle continue cry demand describe exhort fume
    go_on grumble hail hiss interrupt jeer laugh praise read roar scoff scream sigh sing
    smile snap snarl spit urge wonder condemn criticise criticize dismiss dub label term brand
    denounce
    """
)
"""Verbs that attribute quoted words, but whose clause, if any, is not what was said."""

NAMING = _words(
    """
    brand call describe dismiss dub label term title denounce hail praise condemn
    """
)
"""Verbs whose quoted words name or judge a thing; they are what was said only after a colon or comma."""

URGE = _words(
    """
    urge implore instruct order
    """
)
"""Verbs whose infinitive is what was asked of somebody."""

PLEDGE = _words(
    """
    pledge promise vow swear threaten offer claim propose
    """
)
"""Verbs whose bare infinitive is what was said: "vowed to stay"."""

IRREGULAR: dict[str, tuple[str, ...]] = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "find": ("finds", "found", "finding"),
    "put": ("puts", "putting"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "begin": ("begins", "began", "begun", "beginning"),
    "go_on": (),
    "point_out": ("point", "points", "pointed", "pointing"),
    "spell_out": (),
    "show": ("shows", "showed", "shown", "showing"),
    "admit": ("admits", "admitted", "admitting"),
    "quip": ("quips", "quipped", "quipping"),
    "submit": ("submits", "submitted", "submitting"),
    "sing": ("sings", "sang", "singing"),
    "spit": ("spits", "spat", "spitting"),
    "read": ("reads", "reading"),
    "brag": ("brags", "bragged", "bragging"),
    "snap": ("snaps", "snapped", "snapping"),
    "blast": ("blasts", "blasted", "blasting"),
    "dub": ("dubs", "dubbed", "dubbing"),
}
"""Third person, past and participles of verbs that do not add -ed, or double a letter."""

BARE = _words(
    """
    say agree claim insist argue warn admit believe think suggest tell maintain add
    """
)
"""Verbs that may leave out "that"."""

SPOKEN = _words(
    """
    say add insist argue warn claim announce confirm deny pledge promise
    """
)
"""Verbs of speech in the narrow sense: "it" before them is a body that speaks."""

WEAK = _words(
    """
    add agree answer continue put read record relate point note signal project demonstrate show
    detail
    """
)
"""Verbs with other common senses; they need a clause with "that" or quoted words beside them."""

EXPLAIN = _words(
    """
    explain describe disclose reveal say tell outline state
    """
)
"""Verbs that take a question as what was said: "explained how it works"."""

CONTENT_MARKS = frozenset({"that", "whether", "if", "how", "why", "what", "where", "when", "who"})
"""Words that open what was said; only "that" is left out of it."""

REACTS = _words("disagree differ frown grin laugh nod object shake shrug sigh smile")
"""Verbs of a sentence that shows who speaks next."""

GOING_ON = _words("add conclude continue go_on")
"""Verbs whose "he" is who spoke last."""

REFUSALS = _words(
    """
    decline refuse fail stop neglect avoid
    """
)
"""With an infinitive they say that it was not said: "declined to say"."""

WORDS_OF = _words("words view opinion eyes judgment judgement estimation telling")
"""Nouns of "in the words of", which attributes as "according to" does."""

MEDIA = _words(
    """
    Times Post News Guardian Telegraph Journal Mail Sun Mirror Independent Herald Tribune
    Observer Express Chronicle Gazette BBC CNN NBC ABC CBS MSNBC Fox Sky ITV Reuters AP AFP
    Press Bloomberg Politico Today Radio TV Television Daily Weekly Magazine Review Jazeera
    Axios Economist Spiegel Monde Figaro Zeitung Globe Standard Star Broadcasting PA Agency
    Xinhua TASS Interfax Network Channel NPR PBS Newsnight Newsweek Examiner Dispatch Courier
    """
)
"""Words in names of outlets: whom a source told it to is who passes it on."""


OUTLETS = _words(
    """
    newspaper paper magazine programme broadcaster website blog
    """
)
"""Common nouns for an outlet: told "this newspaper"."""

NOT_OUTLETS = _words(
    """
    Commons Lords House Senate Congress Parliament Assembly Court Tribunal Committee Commission Council
    Board Ministry Department Government Cabinet Party Union Alliance Army Navy Police Pentagon Conference
    Summit Inquiry Panel Security Nations Bank Authority Association Institute Society Church Club
    Queen King President Minister Prime Speaker Knesset Duma Bundestag Dail Seanad Forum Federation
    """
)
"""Capitalised words after "told the" that are no outlet's name."""
